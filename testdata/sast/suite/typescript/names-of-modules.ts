import { Crate as C, Box } from 'depot';
import * as d from 'depot';

function fill(a: C, b: Box, c: d.Crate, e: Crate) {
  // ruleid: typescript-names-of-modules-whole, typescript-names-of-modules-alias
  a.put(1);
  // ruleid: typescript-names-of-modules-box
  b.put(2);
  // ruleid: typescript-names-of-modules-whole
  c.put(3);
  // ruleid: typescript-names-of-modules-bare
  e.put(4);
}
const f: C = make();
// ruleid: typescript-names-of-modules-whole, typescript-names-of-modules-alias
f.put(5);
const g = new d.Crate();
// ruleid: typescript-names-of-modules-bare
g.put(6);
