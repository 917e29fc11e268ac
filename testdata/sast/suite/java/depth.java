class A {
// ruleid: java-depth
void a() { if (x) sql(1); }
// ruleid: java-depth
void b() { switch (x) { case 1: sql(1); } }
// ruleid: java-depth
void c() { try { sql(1); } catch (E e) { } }
// ruleid: java-depth
void d() { for (T i : x) sql(1); }
void f() { y = x ? sql(1) : 2; }
void g() { x.map(y -> sql(1)); }
// ruleid: java-depth
void h() { x.map(y -> { sql(1); }); }
// ruleid: java-depth
int i() { return sql(1); }
// ruleid: java-depth
void j() { synchronized (x) { sql(1); } }
// ruleid: java-depth
void k() { try (R r = sql(1)) { } }
// ruleid: java-depth
void l() { new Thread() { public void run() { sql(1); } }; }
void m() { throw sql(1); }
// ruleid: java-depth
void n() { int x = sql(1); }
void o() { if (sql(1)) {} }
// ruleid: java-depth
void p() { x = sql(1) + 1; }
void q() { while (sql(1)) {} }
void r() { switch (sql(1)) {} }
// ruleid: java-depth
void s() { switch (x) { case 1 -> sql(1); } }
}
