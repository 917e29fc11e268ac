class A {
  // ruleid: csharp-bodies
  public int r() => sql(1);
  // ruleid: csharp-bodies
  public int s() { return 1; }
}
