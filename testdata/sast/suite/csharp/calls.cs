class A {
  void T() {
    var s = "ab";
    // ruleid: csharp-calls-any
    F();
    // ruleid: csharp-calls-any, csharp-calls-one
    F(1);
    // ruleid: csharp-calls-obj
    o.M(1);
    // ruleid: csharp-calls-obj
    this.M(1);
    // ruleid: csharp-calls-str
    G("ab");
    // ruleid: csharp-calls-str
    G(s);
    // ok: csharp-calls-any, csharp-calls-obj, csharp-calls-str, csharp-calls-new, csharp-calls-one, csharp-calls-interp, csharp-calls-init, csharp-calls-deep, csharp-calls-chain
    G(v);
    // ruleid: csharp-calls-interp
    G($"a{x}");
    // ruleid: csharp-calls-new
    var n = new Bar();
    // ruleid: csharp-calls-init
    var m = new T { A = 1 };
    // ruleid: csharp-calls-init
    var p = new T { B = 2, A = 1 };
    // ruleid: csharp-calls-any, csharp-calls-one, csharp-calls-deep
    F(1 + bad);
    // ruleid: csharp-calls-chain
    o.A().B().End();
  }
}
