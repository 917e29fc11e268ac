// ruleid: typescript-assignments-assign, typescript-assignments-var
var a = 1;
// ruleid: typescript-assignments-assign, typescript-assignments-var
let b = 1;
// ruleid: typescript-assignments-assign, typescript-assignments-const, typescript-assignments-var
const d = 1;
// ruleid: typescript-assignments-assign
e = 1;
// ruleid: typescript-assignments-assign, typescript-assignments-prop
o.p = 1;
// ruleid: typescript-assignments-assign
o["p"] = 1;
// ruleid: typescript-assignments-assign, typescript-assignments-const, typescript-assignments-var, typescript-assignments-destr
const {g} = o;
// ruleid: typescript-assignments-assign, typescript-assignments-const, typescript-assignments-var, typescript-assignments-destr
const {h, i} = o;
