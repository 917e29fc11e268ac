// ruleid: cpp-dots
void m() { p->foo(1);
 // ruleid: cpp-dots
 p.foo(2);
 // ruleid: cpp-dots
 (*p).foo(3);
 // ruleid: cpp-dots
 a->b.foo(4); }
