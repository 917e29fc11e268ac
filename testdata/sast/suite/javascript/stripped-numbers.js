// ruleid: javascript-stripped-numbers
f("200");
f('50');
f(200);
// ruleid: javascript-stripped-numbers
f(`300`);
