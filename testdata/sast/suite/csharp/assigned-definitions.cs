class A {
  // ruleid: csharp-assigned-definitions-text
  public string P { get; set; } = "a";
  void F() {
    // ruleid: csharp-assigned-definitions-var
    var s = mk();
    // ok: csharp-assigned-definitions-any, csharp-assigned-definitions-new, csharp-assigned-definitions-typed, csharp-assigned-definitions-var, csharp-assigned-definitions-text, csharp-assigned-definitions-inside
    s.Run();
    // ruleid: csharp-assigned-definitions-typed, csharp-assigned-definitions-var
    T t = mk();
    // ok: csharp-assigned-definitions-any, csharp-assigned-definitions-new, csharp-assigned-definitions-typed, csharp-assigned-definitions-var, csharp-assigned-definitions-text, csharp-assigned-definitions-inside
    t.Run();
    T u;
    // ruleid: csharp-assigned-definitions-any
    u = mk();
    // ruleid: csharp-assigned-definitions-inside
    u.Run();
    // ok: csharp-assigned-definitions-any, csharp-assigned-definitions-new, csharp-assigned-definitions-typed, csharp-assigned-definitions-var, csharp-assigned-definitions-text, csharp-assigned-definitions-inside
    var f = new Foo();
    // ruleid: csharp-assigned-definitions-new
    f = new Foo();
    // ruleid: csharp-assigned-definitions-text
    string z = "a";
  }
}
