class A {
  void t() {

    // ruleid: java-statements-seq
    openIt();
    b();
    closeIt();
    // ruleid: java-statements-if
    if (x) { e(); stop(); }
    // ruleid: java-statements-if
    if (y) { stop(); } else { g(); }
    // ok: java-statements-seq, java-statements-if, java-statements-try, java-statements-ret, java-statements-for, java-statements-thr, java-statements-while
    if (z) stop();
    // ruleid: java-statements-try
    try { a(); } catch (E e) { b(); }
    // ok: java-statements-seq, java-statements-if, java-statements-try, java-statements-ret, java-statements-for, java-statements-thr, java-statements-while
    try { a(); } finally { b(); }
    // ruleid: java-statements-for
    for (String i : l) { f(); }
    // ruleid: java-statements-while
    while (x) { f(); }
    // ruleid: java-statements-thr
    if (q) { throw new RuntimeException("a"); }
    // ruleid: java-statements-ret
    return 1;
  }
}
