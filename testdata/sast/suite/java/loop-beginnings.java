class A {
  void f() {
    // ruleid: java-loop-beginnings-declared, java-loop-beginnings-any
    for (int i = 0; i < n; i++) { a(); }
    // ruleid: java-loop-beginnings-assigned, java-loop-beginnings-any
    for (i = 0; i < n; i++) { a(); }
    // ok: java-loop-beginnings-assigned, java-loop-beginnings-declared, java-loop-beginnings-any
    for (int i = 0, j = 0; i < n; i++) { a(); }
    // ok: java-loop-beginnings-assigned, java-loop-beginnings-declared, java-loop-beginnings-any
    for (; i < n; ) { a(); }
  }
}
