struct bin *make(int size);
// ruleid: c-pointed-parts-prototype
int weigh(struct bin *b, int n);
// ruleid: c-pointed-parts-static
static int fill(struct bin *b) {
  // ok: c-pointed-parts-prototype, c-pointed-parts-static, c-pointed-parts-typed, c-pointed-parts-starred, c-pointed-parts-dropped
  bin_t *c = make(3);
  // ruleid: c-pointed-parts-typed, c-pointed-parts-starred
  c->next->size = 1;
  // ruleid: c-pointed-parts-starred
  (*c).size = 2;
  // ruleid: c-pointed-parts-starred
  c->size = 3;
  drop(c);
  // ruleid: c-pointed-parts-starred, c-pointed-parts-dropped
  c->size = 4;
  return 0;
}
// ruleid: c-pointed-parts-static
int empty(struct bin *b) { return 1; }
