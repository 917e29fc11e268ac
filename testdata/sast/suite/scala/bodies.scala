trait A {
  // ok: scala-bodies-braces
  def a(): Int
  // ruleid: scala-bodies-braces
  def b() = { c }
}
