void doors(int n) {
  // ruleid: cpp-made-objects-any
  char *text = new char[n];
  // ruleid: cpp-made-objects-any, cpp-made-objects-same, cpp-made-objects-one
  Door *front = new Door(1);
  // ruleid: cpp-made-objects-any, cpp-made-objects-same
  Door *back = new Door;
  // ruleid: cpp-made-objects-any, cpp-made-objects-one
  Wood *side = new Door{1};
  // ruleid: cpp-made-objects-any, cpp-made-objects-many
  Door *all = new Door[3];
  // ruleid: cpp-made-objects-any, cpp-made-objects-one
  Door{1};
  // ok: cpp-made-objects-any
  int{1};
}
