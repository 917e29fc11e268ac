function a() {
  // ruleid: typescript-statements-seq
  openIt();
  b();
  closeIt();
}
function b() {
  // ruleid: typescript-statements-seq
  openIt();
  if (x) { closeIt(); }
}
function d() {
  // ruleid: typescript-statements-if
  if (x) { e(); stop(); }
  // ruleid: typescript-statements-if
  if (y) { stop(); f(); } else { g(); }
  // ok: typescript-statements-seq, typescript-statements-if, typescript-statements-try, typescript-statements-ret, typescript-statements-for, typescript-statements-sw, typescript-statements-thr
  if (z) stop();
  // ruleid: typescript-statements-try
  try { a(); } catch (e) { b(); }
  // ok: typescript-statements-seq, typescript-statements-if, typescript-statements-try, typescript-statements-ret, typescript-statements-for, typescript-statements-sw, typescript-statements-thr
  try { a(); } finally { b(); }
  // ruleid: typescript-statements-for
  for (const i of l) { f(); }
  // ruleid: typescript-statements-for
  for (let i of l) { f(); }
  // ruleid: typescript-statements-thr
  throw new Error(1);
  // ruleid: typescript-statements-ret
  return 1;
}
