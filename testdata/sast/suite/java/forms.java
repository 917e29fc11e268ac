class A extends B {
  // ruleid: java-forms-field
  private static final int K;
  // ok: java-forms-fmt, java-forms-sup, java-forms-bind, java-forms-field
  static final String L;
  A() {
    // ruleid: java-forms-sup
    super(1);
  }
  void g(Foo a) {
    String k = "a";
    // ruleid: java-forms-fmt
    f(String.format("%s", k));
    // ok: java-forms-fmt, java-forms-sup, java-forms-bind, java-forms-field
    f(String.format("%s", z));
    // ruleid: java-forms-bind
    a.go(Foo.class);
    // ok: java-forms-fmt, java-forms-sup, java-forms-bind, java-forms-field
    a.go(Bar.class);
  }
}
