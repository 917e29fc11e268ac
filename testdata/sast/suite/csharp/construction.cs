// ruleid: csharp-construction-class
class A : B {
  void F() {
    // ruleid: csharp-construction-init, csharp-construction-both, csharp-construction-any
    var a = new X { B = 1 };
    // ruleid: csharp-construction-init, csharp-construction-both, csharp-construction-any
    var b = new X() { B = 1 };
    // ok: csharp-construction-args, csharp-construction-init, csharp-construction-both, csharp-construction-any, csharp-construction-var, csharp-construction-using, csharp-construction-case, csharp-construction-class, csharp-construction-inside
    X c = new X(5) { B = 1 };
    // ruleid: csharp-construction-args, csharp-construction-any, csharp-construction-var
    X d = new X();
    // ruleid: csharp-construction-any
    var e = new X {
      // ruleid: csharp-construction-inside
      C = false };
    // ruleid: csharp-construction-using
    using (R r = new R("z")) { }
    // ruleid: csharp-construction-case
    switch (p) { case "b": G(); break; case "a": G(); break; default: break; }
    // ok: csharp-construction-args, csharp-construction-init, csharp-construction-both, csharp-construction-any, csharp-construction-var, csharp-construction-using, csharp-construction-case, csharp-construction-class, csharp-construction-inside
    switch (p) { case "b": G(); break; }
  }
}
// ruleid: csharp-construction-class
struct S : B { }
// ok: csharp-construction-args, csharp-construction-init, csharp-construction-both, csharp-construction-any, csharp-construction-var, csharp-construction-using, csharp-construction-case, csharp-construction-class, csharp-construction-inside
record Q(int A) { }
