fun a() { if (x) { sql(1) } }
fun b() { when (x) { 1 -> sql(1) } }
fun c() { try { sql(1) } catch (e: E) { } }
// ruleid: kotlin-depth
fun d() { for (i in x) { sql(1) } }
// ruleid: kotlin-depth
fun e() { while (x) { sql(1) } }
fun f() { val y = if (x) { sql(1) } else { 2 } }
// ruleid: kotlin-depth
fun g() { x.let { sql(1) } }
// ruleid: kotlin-depth
fun h() { val y = sql(1) }
// ruleid: kotlin-depth
fun i() { return sql(1) }
// ruleid: kotlin-depth
fun j() { foo(sql(1)) }
// ruleid: kotlin-depth
fun k() { do { sql(1) } while (x) }
