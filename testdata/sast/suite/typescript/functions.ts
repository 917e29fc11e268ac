// ruleid: typescript-functions-fn
function a() {}
// ok: typescript-functions-fn, typescript-functions-arrow, typescript-functions-arrowb, typescript-functions-cb, typescript-functions-meth, typescript-functions-async, typescript-functions-new
const b = function() {};
// ruleid: typescript-functions-arrow, typescript-functions-arrowb
const d = (x) => x;
// ruleid: typescript-functions-arrow, typescript-functions-arrowb
const e = (x) => { return x; };
// ruleid: typescript-functions-arrow, typescript-functions-arrowb
const e1 = x => { return x; };
// ruleid: typescript-functions-arrow, typescript-functions-arrowb, typescript-functions-cb
on("e", function(x) { f(); });
// ruleid: typescript-functions-arrowb, typescript-functions-cb
on("e", (x) => { f(); });
// ruleid: typescript-functions-fn, typescript-functions-async
async function g() {}
// ruleid: typescript-functions-fn, typescript-functions-meth
class C { m() {} }
// ruleid: typescript-functions-fn
class D { n() {} }
// ruleid: typescript-functions-new
new A();
// ruleid: typescript-functions-new
new A(1);
// ok: typescript-functions-fn, typescript-functions-arrow, typescript-functions-arrowb, typescript-functions-cb, typescript-functions-meth, typescript-functions-async, typescript-functions-new
new B();
