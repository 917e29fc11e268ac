// ruleid: javascript-assignments-assign, javascript-assignments-var
var a = 1;
// ruleid: javascript-assignments-assign, javascript-assignments-var
let b = 1;
// ruleid: javascript-assignments-assign, javascript-assignments-const, javascript-assignments-var
const d = 1;
// ruleid: javascript-assignments-assign
e = 1;
// ruleid: javascript-assignments-assign, javascript-assignments-prop
o.p = 1;
// ruleid: javascript-assignments-assign
o["p"] = 1;
// ruleid: javascript-assignments-assign, javascript-assignments-const, javascript-assignments-var, javascript-assignments-destr
const {g} = o;
// ruleid: javascript-assignments-assign, javascript-assignments-const, javascript-assignments-var, javascript-assignments-destr
const {h, i} = o;
