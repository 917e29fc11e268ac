// ruleid: scala-variables
object A { val a = f(1); var b = f(2); def g() = { val c = f(3); var d = f(4); e = f(5) } }
