class C1(cc: Comps) extends AC(cc) { }
class C2 extends AC { }
class C3(a: Int) extends AC { }
object O { def f() = {
// ruleid: scala-loops-that-yield-a
for (i <- xs) yield i + 1
// ruleid: scala-loops-that-yield-b
for (i <- xs) { g(i) }
// ruleid: scala-loops-that-yield-a
for { i <- xs } yield i
for (i <- 1 to 10) g(i)
"x" + id
a.b(c)
foo.map(x => x)
foo.map { x => x }
foo.map((x: Int) => x)
val f = (x: Int) => x + 1
val g = x => y
} }
