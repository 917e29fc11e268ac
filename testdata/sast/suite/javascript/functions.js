// ruleid: javascript-functions-fn
function a() {}
// ok: javascript-functions-fn, javascript-functions-arrow, javascript-functions-arrowb, javascript-functions-cb, javascript-functions-meth, javascript-functions-async, javascript-functions-new
const b = function() {};
// ruleid: javascript-functions-arrow, javascript-functions-arrowb
const d = (x) => x;
// ruleid: javascript-functions-arrow, javascript-functions-arrowb
const e = (x) => { return x; };
// ruleid: javascript-functions-arrow, javascript-functions-arrowb
const e1 = x => { return x; };
// ruleid: javascript-functions-arrow, javascript-functions-arrowb, javascript-functions-cb
on("e", function(x) { f(); });
// ruleid: javascript-functions-arrowb, javascript-functions-cb
on("e", (x) => { f(); });
// ruleid: javascript-functions-fn, javascript-functions-async
async function g() {}
// ruleid: javascript-functions-fn, javascript-functions-meth
class C { m() {} }
// ruleid: javascript-functions-fn
class D { n() {} }
// ruleid: javascript-functions-new
new A();
// ruleid: javascript-functions-new
new A(1);
// ok: javascript-functions-fn, javascript-functions-arrow, javascript-functions-arrowb, javascript-functions-cb, javascript-functions-meth, javascript-functions-async, javascript-functions-new
new B();
