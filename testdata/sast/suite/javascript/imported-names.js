import f from 'foo';
import { g } from 'foo';
// ruleid: javascript-imported-names
f.bar(1); g.bar(2);
// ruleid: javascript-imported-names
function h() { f.bar(3); const f2 = 1; }
// ruleid: javascript-imported-names
function i(f) { f.bar(4); }
