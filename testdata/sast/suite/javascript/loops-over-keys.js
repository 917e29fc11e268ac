// ruleid: javascript-loops-over-keys-in
for (const k in o) { f(k); }
// ruleid: javascript-loops-over-keys-in
for (k in o) { f(k); }
// ruleid: javascript-loops-over-keys-in, javascript-loops-over-keys-of
for (let k of o) { f(k); }
// ruleid: javascript-loops-over-keys-in, javascript-loops-over-keys-of
for (const [a, b] of o) { f(a); }
// ruleid: javascript-loops-over-keys-any
for (let i = 0; i < n; i++) { f(i); }
// ruleid: javascript-loops-over-keys-three, javascript-loops-over-keys-any
for (i = 0; i < n; i++) { f(i); }
// ok: javascript-loops-over-keys-in, javascript-loops-over-keys-of, javascript-loops-over-keys-three, javascript-loops-over-keys-any
for (let i = 0, j = 0; i < n; i++) { f(i); }
