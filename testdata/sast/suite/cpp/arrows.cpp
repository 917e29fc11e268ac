// ruleid: cpp-arrows
void m() { p->foo(1);
 p.foo(2);
 // ruleid: cpp-arrows
 (*p).foo(3);
 // ruleid: cpp-arrows
 a.b->foo(4); }
