// ruleid: typescript-lambdas
function a() { foo(); const y = async () => { sql(1) } }
// ruleid: typescript-lambdas
function b() { foo(); x.subscribe(y => sql(1)) }
// ruleid: typescript-lambdas
function c() { foo(); class B { m() { sql(1) } } }
function d() { foo(); return { m() { sql(1) } } }
function e() { foo(); x = { m: () => { sql(1) } } }
// ruleid: typescript-lambdas
function f() { foo(); function g() { sql(1) } }
// ruleid: typescript-lambdas
function h() { foo(); y = sql(1)!; }
// ruleid: typescript-lambdas
function i() { foo(); y = sql(1) as T; }
function j() { foo(); y = z[sql(1)]; }
// ruleid: typescript-lambdas
function k() { foo(); for (const a of b) await sql(1) }
