// ruleid: javascript-optional-any
b?.foo(1);
// ruleid: javascript-optional-any
b?.c.foo(2);
// ruleid: javascript-optional-any
b.c?.foo(3);
a?.b.bar();
a.b?.bar();
// ruleid: javascript-optional-any
a.b.bar?.();
a?.b?.innerHTML.z();
