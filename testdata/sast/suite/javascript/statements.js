function a() {
  // ruleid: javascript-statements-seq
  openIt();
  b();
  closeIt();
}
function b() {
  // ruleid: javascript-statements-seq
  openIt();
  if (x) { closeIt(); }
}
function d() {
  // ruleid: javascript-statements-if
  if (x) { e(); stop(); }
  // ruleid: javascript-statements-if
  if (y) { stop(); f(); } else { g(); }
  // ok: javascript-statements-seq, javascript-statements-if, javascript-statements-try, javascript-statements-ret, javascript-statements-for, javascript-statements-sw, javascript-statements-thr
  if (z) stop();
  // ruleid: javascript-statements-try
  try { a(); } catch (e) { b(); }
  // ok: javascript-statements-seq, javascript-statements-if, javascript-statements-try, javascript-statements-ret, javascript-statements-for, javascript-statements-sw, javascript-statements-thr
  try { a(); } finally { b(); }
  // ruleid: javascript-statements-for
  for (const i of l) { f(); }
  // ruleid: javascript-statements-for
  for (let i of l) { f(); }
  // ruleid: javascript-statements-thr
  throw new Error(1);
  // ruleid: javascript-statements-ret
  return 1;
}
