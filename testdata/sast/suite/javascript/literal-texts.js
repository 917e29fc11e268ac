// ruleid: javascript-literal-texts
f("http://a");
// ruleid: javascript-literal-texts
f('http://b');
// ruleid: javascript-literal-texts
f(`http://c`);
f("https://d");
f(http);
