void f(int a, int *p, char *x) {
  int *q = p;
  char *y = "b";
  // ruleid: c-pointers-two
  p == q;
  // ruleid: c-pointers-two
  p == NULL;
  // ok: c-pointers-two
  a == 2;
  // ruleid: c-pointers-two
  x == y;
  // ruleid: c-pointers-two
  x == "lit";
  // ok: c-pointers-two
  p == a;
}
