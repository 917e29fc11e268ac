class A {
  void f() {
    // ruleid: java-characters-content
    foo("a");
    // ok: java-characters-content
    foo('a');
    // ruleid: java-characters-content
    foo("a" + x);
  }
}
