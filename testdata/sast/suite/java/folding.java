class A { void f() {
  // ruleid: java-folding
  g(1 + 2); g(4 - 1); g(1 * 3); g(6 / 2); g(3L); g(3.0);
  // ruleid: java-folding
  h("a" + "b"); h("a".concat("b")); h("AB".toLowerCase());
  // ruleid: java-folding
  i("a" + 1); int one = 1; i("a" + one);
  // ruleid: java-folding
  j(!false); j(true && true); j(1 == 1); j(Boolean.TRUE);
} }
