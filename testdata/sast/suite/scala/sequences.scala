object A {
def a() = { foo(); if (x) { sql(1) } }
def b() = { foo(); x match { case 1 => sql(1) } }
def c() = { foo(); try { sql(1) } catch { case e: E => 1 } }
def d() = { foo(); for (i <- x) { sql(1) } }
def e() = { foo(); while (x) { sql(1) } }
def f() = { foo(); val y = if (x) { sql(1) } else { 2 } }
def g() = { foo(); x.map { y => sql(1) } }
// ruleid: scala-sequences
def h() = { foo(); val y = sql(1) }
// ruleid: scala-sequences
def i() = { foo(); return sql(1) }
// ruleid: scala-sequences
def j() = { foo(); sql(1); 1 }
}
