class A {
  void f() {
    // ruleid: java-resources-catch
    try (X x = y()) { a(); } catch (final Exception ex) { }
    // ruleid: java-resources-catch
    try { a(); } catch (Exception ex) { }
    // ruleid: java-resources-plus
    String s = "a" + b + "c";
    // ok: java-resources-catch, java-resources-plus
    String t = b + "c";
  }
}
