class A {
  static final String K = "k";
  void a(Statement s, String x) throws Exception {
    // ruleid: java-sequences
    String q = "select " + x;
    ResultSet r = s.executeQuery(q);
    // ruleid: java-sequences
    s.executeQuery("a" + x + "b");
    s.executeQuery("a" + "b");
    s.executeQuery("a" + K);
    // ruleid: java-sequences
    s.executeQuery(String.format("a %s", x));
    // ruleid: java-sequences
    return s.executeQuery("a" + x);
  }
  void b(Connection c) {
    // ruleid: java-sequences
    StringBuilder sb = new StringBuilder("x");
    sb.append("a").append(y);
    if (z) { sb.append(q); }
    try (Statement s = c.createStatement()) { s.executeQuery(sb.toString()); }
  }
  void c(Connection c) {
    // ruleid: java-sequences
    final String q = "a" + c;
    c.createStatement().executeQuery(q);
  }
}
