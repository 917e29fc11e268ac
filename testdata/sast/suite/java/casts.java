// ruleid: java-casts
class A { void m() { ((Foo) q).bar();
 // ruleid: java-casts
 qux((Foo) z); qux((Foo) y.z()); Foo f = (Foo) g(); f.bar();
 qux(g()); } }
