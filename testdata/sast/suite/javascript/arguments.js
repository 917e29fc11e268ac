// ruleid: javascript-arguments-any
f();
// ruleid: javascript-arguments-any, javascript-arguments-first, javascript-arguments-last, javascript-arguments-one
f(1);
// ruleid: javascript-arguments-any, javascript-arguments-last
f(2, 1);
// ruleid: javascript-arguments-any, javascript-arguments-first, javascript-arguments-last, javascript-arguments-two
f(1, 1);
// ruleid: javascript-arguments-any, javascript-arguments-one, javascript-arguments-obj
f({a: 1});
// ruleid: javascript-arguments-any, javascript-arguments-one, javascript-arguments-obj
f({b: 2, a: 1});
// ruleid: javascript-arguments-any, javascript-arguments-one, javascript-arguments-obj
f({"a": 1});
// ruleid: javascript-arguments-any, javascript-arguments-one, javascript-arguments-spread
f(...x);
// ruleid: javascript-arguments-any, javascript-arguments-first, javascript-arguments-seq
f(1, 2, 3);
// ruleid: javascript-arguments-any, javascript-arguments-first, javascript-arguments-last, javascript-arguments-one
g(f(1));
// ok: javascript-arguments-any, javascript-arguments-first, javascript-arguments-last, javascript-arguments-one, javascript-arguments-two, javascript-arguments-obj, javascript-arguments-seq, javascript-arguments-spread
o.f(1);
