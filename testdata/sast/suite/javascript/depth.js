// ruleid: javascript-depth
function a() { if (x) { sql(1) } }
// ruleid: javascript-depth
function b() { switch (x) { case 1: sql(1) } }
// ruleid: javascript-depth
function c() { try { sql(1) } catch (e) { } }
// ruleid: javascript-depth
function d() { for (i in x) sql(1) }
function f() { y = x ? sql(1) : 2 }
// ruleid: javascript-depth
function g() { x.map(y => sql(1)) }
// ruleid: javascript-depth
function h() { x.map(y => { sql(1) }) }
// ruleid: javascript-depth
function i() { return sql(1) }
// ruleid: javascript-depth
function j() { return x && sql(1) }
// ruleid: javascript-depth
function k() { return { a: sql(1) } }
// ruleid: javascript-depth
function l() { const y = () => { sql(1) } }
// ruleid: javascript-depth
function m() { class A { b() { sql(1) } } }
// ruleid: javascript-depth
function n() { return new Promise((r) => { sql(1) }) }
function o() { throw sql(1) }
// ruleid: javascript-depth
function p() { label: sql(1) }
function q() { if (sql(1)) {} }
// ruleid: javascript-depth
function r() { try { } finally { sql(1) } }
function s() { x = <div a={sql(1)} /> }
