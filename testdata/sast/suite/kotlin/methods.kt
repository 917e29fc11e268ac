class A {
 // ruleid: kotlin-methods
 fun a(x: Int) { sql(x) }
 fun b(x: Int) = sql(x)
 // ruleid: kotlin-methods
 fun c(x: Int): Int { y(); return sql(x) }
 // ruleid: kotlin-methods
 private suspend fun d(x: Int) { foo { sql(x) } }
 fun e() { if (x) { sql(1) } }
}
