// ruleid: javascript-names-in-conditions-a
a.get(1);
a.post(1);
// ruleid: javascript-names-in-conditions-b
f({ get: 1 });
f({ "post": 1 });
// ruleid: javascript-names-in-conditions-b
f({ 'get': 1 });
// ruleid: javascript-names-in-conditions-b
f({ a: 1, get: 2 });
// ruleid: javascript-names-in-conditions-c
a.get = 1;
// ruleid: javascript-names-in-conditions-d
function get(x) { }
function post(get) { }
foo(() => bar());
foo(() => { bar(); });
foo(() => { return bar(); });
foo(function () { return bar(); });
foo({ a: bar() });
foo({ a() { return bar(); } });
foo([() => bar()]);
foo(class { x = bar() });
function zz() { return () => bar(); }
x = () => bar();
x = [() => bar()];
x = y => bar(y);
