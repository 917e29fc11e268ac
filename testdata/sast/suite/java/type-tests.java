class A {
  void f() {
    // ruleid: java-type-tests-any, java-type-tests-string
    if (x instanceof String) { }
    // ruleid: java-type-tests-any, java-type-tests-string
    if (x instanceof String s) { }
    // ruleid: java-type-tests-any
    if (x instanceof Foo f) { }
    // ok: java-type-tests-any, java-type-tests-string
    if (x == y) { }
  }
}
