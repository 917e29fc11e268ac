// ok: c-sizes-and-texts-size, c-sizes-and-texts-text
#include "foo.h"
void f(char *p) {
  // ruleid: c-sizes-and-texts-size
  int a = sizeof(p);
  // ok: c-sizes-and-texts-size, c-sizes-and-texts-text
  int b = sizeof(int);
  // ok: c-sizes-and-texts-size, c-sizes-and-texts-text
  int c = sizeof(struct s);
  // ruleid: c-sizes-and-texts-text
  g("x");
}
