object A { def f() = {
// ruleid: scala-deep-in-functions-f
foo(x => bar(x))
foo { x => bar(x) }
foo { bar(1) }
// ruleid: scala-deep-in-functions-h
x = () => bar()
x = if (a) bar() else 2
x = a match { case 1 => bar() }
x = for (y <- z) yield bar(y)
x = { bar() }
x = try { bar() } catch { case e => 1 }
} }
