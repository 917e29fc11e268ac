// ruleid: csharp-definitions-cls
class A : Base {
  // ruleid: csharp-definitions-meth
  public void M() { F(); }
  // ok: csharp-definitions-meth, csharp-definitions-attr, csharp-definitions-cls, csharp-definitions-if, csharp-definitions-try, csharp-definitions-foreach, csharp-definitions-var, csharp-definitions-using
  private void N() { F(); }
  // ruleid: csharp-definitions-attr
  [A]
  public int O() { return 1; }
  // ruleid: csharp-definitions-meth
  public void P() {
    // ruleid: csharp-definitions-if
    if (x) { F(); }
    // ruleid: csharp-definitions-try
    try { F(); } catch (E e) { G(); }
    // ruleid: csharp-definitions-foreach
    foreach (var i in l) { F(); }
    // ruleid: csharp-definitions-var
    var z = 1;
    // ruleid: csharp-definitions-var
    int y = 1;
    // ruleid: csharp-definitions-var
    using (var q = R()) { F(); }
  }
}
// ok: csharp-definitions-meth, csharp-definitions-attr, csharp-definitions-cls, csharp-definitions-if, csharp-definitions-try, csharp-definitions-foreach, csharp-definitions-var, csharp-definitions-using
class B { }
