// ok: scala-basics-any, scala-basics-obj, scala-basics-str, scala-basics-val, scala-basics-def, scala-basics-one
object A {
  // ruleid: scala-basics-any, scala-basics-val, scala-basics-one
  val x = f(1)
  // ruleid: scala-basics-str, scala-basics-val
  val y = g("ab")
  // ruleid: scala-basics-obj, scala-basics-val
  val z = o.m(2)
  // ruleid: scala-basics-any, scala-basics-def, scala-basics-one
  def h(q: Int) = f(q)
}
