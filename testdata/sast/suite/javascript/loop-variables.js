for (let e = f(5);;) {}
// ruleid: javascript-loop-variables
for (e = f(5);;) {}
for (const x of f(1)) {}
