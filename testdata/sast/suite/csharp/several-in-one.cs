class Doors {
    // ruleid: csharp-several-in-one-made
    int front = make(1),
        back = make(2);
    void open() {
        // ruleid: csharp-several-in-one-made
        int left = make(3),
            right = make(2);
        // ok: csharp-several-in-one-made
        int only = make(4);
    }
}
