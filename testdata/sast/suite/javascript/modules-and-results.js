// ruleid: javascript-modules-and-results-whole
const whole = require("net");
// ruleid: javascript-modules-and-results-part
const {connect} = require("net");
// ok: javascript-modules-and-results-whole, javascript-modules-and-results-part, javascript-modules-and-results-any, javascript-modules-and-results-returned, javascript-modules-and-results-arrow, javascript-modules-and-results-let, javascript-modules-and-results-expression, javascript-modules-and-results-plain, javascript-modules-and-results-deep
const {connect: dial} = require("net");
// ok: javascript-modules-and-results-whole, javascript-modules-and-results-part, javascript-modules-and-results-any, javascript-modules-and-results-returned, javascript-modules-and-results-arrow, javascript-modules-and-results-let, javascript-modules-and-results-expression, javascript-modules-and-results-plain, javascript-modules-and-results-deep
const {other} = elsewhere;
// ruleid: javascript-modules-and-results-returned, javascript-modules-and-results-arrow
on(1, function(e) { handle(e); });
// ruleid: javascript-modules-and-results-returned, javascript-modules-and-results-arrow
on(2, function(e) { return handle(e); });
// ok: javascript-modules-and-results-whole, javascript-modules-and-results-part, javascript-modules-and-results-any, javascript-modules-and-results-returned, javascript-modules-and-results-arrow, javascript-modules-and-results-let, javascript-modules-and-results-expression, javascript-modules-and-results-plain, javascript-modules-and-results-deep
on(3, (e) => { handle(e); });
// ok: javascript-modules-and-results-whole, javascript-modules-and-results-part, javascript-modules-and-results-any, javascript-modules-and-results-returned, javascript-modules-and-results-arrow, javascript-modules-and-results-let, javascript-modules-and-results-expression, javascript-modules-and-results-plain, javascript-modules-and-results-deep
function named() { handle(4); }
// ok: javascript-modules-and-results-whole, javascript-modules-and-results-part, javascript-modules-and-results-any, javascript-modules-and-results-returned, javascript-modules-and-results-arrow, javascript-modules-and-results-let, javascript-modules-and-results-expression, javascript-modules-and-results-plain, javascript-modules-and-results-deep
for (let item of list) use(item);
// ruleid: javascript-modules-and-results-let
let empty;
// ruleid: javascript-modules-and-results-expression, javascript-modules-and-results-plain
quick = /a+/;
// ruleid: javascript-modules-and-results-expression, javascript-modules-and-results-plain
slow = /a+/gi;
// ruleid: javascript-modules-and-results-deep
var first = 1;
