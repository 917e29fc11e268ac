// ruleid: typescript-arguments-any
f();
// ruleid: typescript-arguments-any, typescript-arguments-first, typescript-arguments-last, typescript-arguments-one
f(1);
// ruleid: typescript-arguments-any, typescript-arguments-last
f(2, 1);
// ruleid: typescript-arguments-any, typescript-arguments-first, typescript-arguments-last, typescript-arguments-two
f(1, 1);
// ruleid: typescript-arguments-any, typescript-arguments-one, typescript-arguments-obj
f({a: 1});
// ruleid: typescript-arguments-any, typescript-arguments-one, typescript-arguments-obj
f({b: 2, a: 1});
// ruleid: typescript-arguments-any, typescript-arguments-one, typescript-arguments-obj
f({"a": 1});
// ruleid: typescript-arguments-any, typescript-arguments-one, typescript-arguments-spread
f(...x);
// ruleid: typescript-arguments-any, typescript-arguments-first, typescript-arguments-seq
f(1, 2, 3);
// ruleid: typescript-arguments-any, typescript-arguments-first, typescript-arguments-last, typescript-arguments-one
g(f(1));
// ok: typescript-arguments-any, typescript-arguments-first, typescript-arguments-last, typescript-arguments-one, typescript-arguments-two, typescript-arguments-obj, typescript-arguments-seq, typescript-arguments-spread
o.f(1);
