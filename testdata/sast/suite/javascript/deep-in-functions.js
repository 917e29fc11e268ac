a.get(1);
a.post(1);
f({ get: 1 });
f({ "post": 1 });
f({ 'get': 1 });
f({ a: 1, get: 2 });
a.get = 1;
function get(x) { }
function post(get) { }
// ruleid: javascript-deep-in-functions-g
foo(() => bar());
foo(() => { bar(); });
// ruleid: javascript-deep-in-functions-g
foo(() => { return bar(); });
// ruleid: javascript-deep-in-functions-g
foo(function () { return bar(); });
// ruleid: javascript-deep-in-functions-f
foo({ a: bar() });
// ruleid: javascript-deep-in-functions-g
foo({ a() { return bar(); } });
// ruleid: javascript-deep-in-functions-g
foo([() => bar()]);
// ruleid: javascript-deep-in-functions-h
foo(class { x = bar() });
// ruleid: javascript-deep-in-functions-g
function zz() { return () => bar(); }
// ruleid: javascript-deep-in-functions-g
x = () => bar();
// ruleid: javascript-deep-in-functions-g
x = [() => bar()];
x = y => bar(y);
