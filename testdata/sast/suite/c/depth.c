// ruleid: c-depth
void a() { foo(); if (x) sql(1); }
// ruleid: c-depth
void b() { foo(); switch (x) { case 1: sql(1); } }
// ruleid: c-depth
void c() { foo(); for (;;) { sql(1); } }
// ruleid: c-depth
void d() { foo(); x = sql(1); }
// ruleid: c-depth
void e() { foo(); int x = sql(1); }
void f() { foo(); if (sql(1)) { } }
// ruleid: c-depth
void g() { foo(); do { sql(1); } while (x); }
// ruleid: c-depth
void h() { foo(); return sql(1) + 1; }
// ruleid: c-depth
void i() { foo(); { sql(1); } }
void j() { foo(); x = a ? sql(1) : b; }
