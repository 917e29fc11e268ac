// ruleid: java-definitions-cls
class A extends Base {
  // ruleid: java-definitions-field, java-definitions-local
  private int a = 1;
  // ruleid: java-definitions-local
  public int b = 2;
  // ruleid: java-definitions-meth
  public void m() { }
  // ruleid: java-definitions-meth, java-definitions-local
  public static void m2(int x) { int y = 1; }
  // ruleid: java-definitions-ret
  String n(String p) { return p; }
  // ruleid: java-definitions-anno, java-definitions-annoarg
  @A
  void o() { }
  // ruleid: java-definitions-annoarg
  @A(1)
  void p() { }
  // ruleid: java-definitions-meth, java-definitions-anno, java-definitions-annoarg
  @B @A
  public void q() { }
}
// ruleid: java-definitions-impl
class B implements I { }
// ruleid: java-definitions-impl
class D implements J, I { }
