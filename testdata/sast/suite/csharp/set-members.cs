class Shelf {
    void Fill(Stream s) {
        // ruleid: csharp-set-members-first, csharp-set-members-some, csharp-set-members-any
        var a = new Lamp { On = true, Watts = 4 };
        // ruleid: csharp-set-members-one, csharp-set-members-first, csharp-set-members-some, csharp-set-members-any
        var b = new Lamp { On = true };
        // ruleid: csharp-set-members-some, csharp-set-members-order, csharp-set-members-any
        var c = new Lamp { Watts = 4, On = true };
        // ruleid: csharp-set-members-any
        var d = new Lamp(1) { On = true };
    }
}
