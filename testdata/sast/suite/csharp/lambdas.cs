class A {
void g() { foo(); x.map(y => sql(1)); }
// ruleid: csharp-lambdas
void h() { foo(); x.map(y => { sql(1); }); }
// ruleid: csharp-lambdas
void h() { foo(); x.map(delegate(int y) { sql(1); }); }
}
