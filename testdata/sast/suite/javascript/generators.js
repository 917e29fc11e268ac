// ruleid: javascript-generators-generator, javascript-generators-any
function* a() { yield 1; }
// ruleid: javascript-generators-any
function b() { return 1; }
