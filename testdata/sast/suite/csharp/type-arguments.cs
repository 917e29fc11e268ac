class Shelf {
    void Fill(Stream s) {
        // ruleid: csharp-type-arguments-static, csharp-type-arguments-typed
        var a = Reader.Read<Book>(s);
        // ruleid: csharp-type-arguments-plain
        var b = Read<Book>(s);
        // ruleid: csharp-type-arguments-static
        var c = Reader.Read(s);
        // ruleid: csharp-type-arguments-new
        var d = new List<Book>(4);
        // ruleid: csharp-type-arguments-dict
        var e = new Dictionary<string, Book>();
        // ruleid: csharp-type-arguments-chain
        s.Services.Add<Book>("x").Add<Page, Line>("y");
    }
}
