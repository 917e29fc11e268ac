// ruleid: javascript-conditions
a.exec(b);
a.exec("x");
a.exec(["x"]);
a.exec(b.concat(c));
// ruleid: javascript-conditions
a.spawn(`x${y}`);
// ruleid: javascript-conditions
a.spawn('x' + y);
a.execSync(b);
function f() { if (z) { return; } a.exec(b); }
// ruleid: javascript-conditions
function g() { if (z) { q(); } a.exec(b); }
const K = 'k'; a.exec(K);
