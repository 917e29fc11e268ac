class A {
  void F() {
    // ruleid: csharp-locks-any, csharp-locks-this
    lock (this) { foo(); }
    // ruleid: csharp-locks-any
    lock (x) { foo(); }
  }
}
