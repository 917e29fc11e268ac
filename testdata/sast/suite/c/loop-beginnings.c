void f(int n) {
  // ruleid: c-loop-beginnings-any
  for (int i = 0; i < n; i++) { a(); }
  int i;
  // ruleid: c-loop-beginnings-assigned, c-loop-beginnings-any
  for (i = 0; i < n; i++) { a(); }
  // ok: c-loop-beginnings-assigned, c-loop-beginnings-any
  for (int i = 0, j = 0; i < n; i++) { a(); }
}
