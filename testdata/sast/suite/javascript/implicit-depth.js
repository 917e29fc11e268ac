// ruleid: javascript-implicit-depth
function a() { let x = foo(1) || 2; const y = !bar(1); }
// ruleid: javascript-implicit-depth
function b() { x = `a${foo(1)}`; z = {a: bar(1)}; }
function c() { new Q(foo(1)); return bar(1); }
// ruleid: javascript-implicit-depth
function d() { foo(1).then(() => bar(1)); bar(1) }
function e() { x = c ? foo(1) : 2; bar(1); }
// ruleid: javascript-implicit-depth
function f() { x = [foo(1)]; y = a[bar(1)]; bar(1) }
function g() { foo(1); if (bar(1)) { q() } }
function h() { foo(1); for (const q of bar(1)) {} }
// ruleid: javascript-implicit-depth
function i() { foo(1); try { bar(1) } catch (e) {} }
// ruleid: javascript-implicit-depth
function j() { foo(1); a(function() { bar(1) }) }
function k() { foo(1); while (a + bar(1)) {} }
function l() { foo(1); throw new E(bar(1)) }
// ruleid: javascript-implicit-depth
function m() { foo(1); x += bar(1); }
// ruleid: javascript-implicit-depth
function n() { foo(1); await bar(1); }
// ruleid: javascript-implicit-depth
function o() { foo(1); x = y => bar(1); }
