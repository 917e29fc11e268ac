// ruleid: c-basics-fn
int a(int x) {
  char *p;
  // ruleid: c-basics-any
  f();
  // ruleid: c-basics-any, c-basics-one
  f(1);
  // ruleid: c-basics-str
  g("ab");
  // ok: c-basics-any, c-basics-str, c-basics-one, c-basics-assign, c-basics-decl, c-basics-if, c-basics-seq, c-basics-ret, c-basics-fn, c-basics-ptr, c-basics-arrow, c-basics-same
  g(v);
  // ruleid: c-basics-assign
  x = 2;
  // ruleid: c-basics-assign
  int z = 3;
  // ruleid: c-basics-decl
  char buf[10];
  // ruleid: c-basics-any, c-basics-one, c-basics-if
  if (x) { f(2); }
  // ruleid: c-basics-assign, c-basics-seq
  p = malloc(1);
  h(p);
  free(p);
  // ruleid: c-basics-assign, c-basics-ptr
  y = *q;
  // ruleid: c-basics-assign, c-basics-ptr, c-basics-arrow
  w = q->y;
  // ruleid: c-basics-assign, c-basics-same
  v = q == q;
  // ruleid: c-basics-ret
  return 1;
}
// ok: c-basics-any, c-basics-str, c-basics-one, c-basics-assign, c-basics-decl, c-basics-if, c-basics-seq, c-basics-ret, c-basics-fn, c-basics-ptr, c-basics-arrow, c-basics-same
void b(void) { h(); }
