// ruleid: cpp-basics-fn
int a(int x) {
  // ruleid: cpp-basics-any
  f();
  // ruleid: cpp-basics-any, cpp-basics-one
  f(1);
  // ruleid: cpp-basics-str
  g("ab");
  // ok: cpp-basics-any, cpp-basics-str, cpp-basics-one, cpp-basics-new, cpp-basics-ns, cpp-basics-meth, cpp-basics-if, cpp-basics-ret, cpp-basics-fn
  g(v);
  // ruleid: cpp-basics-new
  A* n = new A(1);
  // ruleid: cpp-basics-ns
  auto q = std::move(x);
  // ruleid: cpp-basics-meth
  o.m(1);
  // ruleid: cpp-basics-any, cpp-basics-one, cpp-basics-if
  if (x) { f(2); }
  // ruleid: cpp-basics-ret
  return 1;
}
// ok: cpp-basics-any, cpp-basics-str, cpp-basics-one, cpp-basics-new, cpp-basics-ns, cpp-basics-meth, cpp-basics-if, cpp-basics-ret, cpp-basics-fn
class B { int y; };
// ok: cpp-basics-any, cpp-basics-str, cpp-basics-one, cpp-basics-new, cpp-basics-ns, cpp-basics-meth, cpp-basics-if, cpp-basics-ret, cpp-basics-fn
void b() { h(); }
