class A {
  void t() {

    Foo foo = mk();
    String s = "ab";
    // ruleid: java-calls-any
    f();
    // ruleid: java-calls-any, java-calls-one
    f(1);
    // ruleid: java-calls-obj
    o.m(1);
    // ruleid: java-calls-obj, java-calls-typed
    foo.m(2);
    // ruleid: java-calls-obj
    this.m(3);
    // ruleid: java-calls-str
    g("ab");
    // ruleid: java-calls-str
    g(s);
    // ruleid: java-calls-str
    g("a" + "b");
    // ok: java-calls-any, java-calls-obj, java-calls-str, java-calls-one, java-calls-typed, java-calls-new, java-calls-chain, java-calls-static, java-calls-deep, java-calls-same
    g(v);
    // ruleid: java-calls-new
    new Bar();
    // ruleid: java-calls-new
    Object n = new Bar(1) ;
    // ruleid: java-calls-chain
    o.a().b().end();
    // ruleid: java-calls-static
    K.s();
    // ruleid: java-calls-any, java-calls-one, java-calls-deep
    f(1 + bad);
    // ruleid: java-calls-same
    boolean q = x == x;
  }
}
