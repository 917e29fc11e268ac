class A {
  // ruleid: java-types-as-text
  String getA() { return ""; }
  // ruleid: java-types-as-text
  public static int getB(int x) { return 1; }
  void getC() { }
  List<String> getD() { return null; }
  java.lang.String getE() { return ""; }
  // ruleid: java-types-as-text
  String[] getF() { return null; }
}
