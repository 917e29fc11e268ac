class A {
void g() { x.map(y -> z = sql(1)); }
// ruleid: java-lambdas
void h() { x.map(y -> { z = sql(1); }); }
}
