// ruleid: javascript-exports-and-tags-a, javascript-exports-and-tags-e
async function f1(a) { }
// ruleid: javascript-exports-and-tags-e
function f2(a) { }
// ruleid: javascript-exports-and-tags-a, javascript-exports-and-tags-e, javascript-exports-and-tags-f
export async function f3(a) { }
// ruleid: javascript-exports-and-tags-e, javascript-exports-and-tags-f
export function f4(a) { }
// ruleid: javascript-exports-and-tags-e, javascript-exports-and-tags-g
export default function f5(a) { }
// ruleid: javascript-exports-and-tags-b, javascript-exports-and-tags-c, javascript-exports-and-tags-d, javascript-exports-and-tags-l
export default function (a) { }
// ruleid: javascript-exports-and-tags-b, javascript-exports-and-tags-c, javascript-exports-and-tags-d, javascript-exports-and-tags-l
x1 = async (a) => { };
// ruleid: javascript-exports-and-tags-b, javascript-exports-and-tags-c, javascript-exports-and-tags-d, javascript-exports-and-tags-l
x2 = (a) => { };
// ruleid: javascript-exports-and-tags-b, javascript-exports-and-tags-c, javascript-exports-and-tags-d, javascript-exports-and-tags-l
x3 = async a => { };
// ruleid: javascript-exports-and-tags-b, javascript-exports-and-tags-c, javascript-exports-and-tags-d, javascript-exports-and-tags-l
x4 = async function (a) { };
export const y1 = 1;
export let y2 = 2;
export default y3;
// ruleid: javascript-exports-and-tags-j
export class C1 { }
// ruleid: javascript-exports-and-tags-k
export default class C2 { }
export { z1 };
export { z2, z3 };
// ruleid: javascript-exports-and-tags-n
export default { a: 1 };
// ruleid: javascript-exports-and-tags-tpl2
foo`a ${b} c`;
// ruleid: javascript-exports-and-tags-tpl, javascript-exports-and-tags-tpl3, javascript-exports-and-tags-tpl4
f(`a ${b} c`);
// ruleid: javascript-exports-and-tags-tpl2
f(foo`a ${b}`);
// ruleid: javascript-exports-and-tags-tpl, javascript-exports-and-tags-tpl4
`x ${y}`;
foo`abc`;
