fun a() { foo(); if (x) { sql(1) } }
fun b() { foo(); when (x) { 1 -> sql(1) } }
fun c() { foo(); try { sql(1) } catch (e: E) { } }
// ruleid: kotlin-lambdas
fun d() { foo(); for (i in x) { sql(1) } }
// ruleid: kotlin-lambdas
fun g() { foo(); x.let { sql(1) } }
// ruleid: kotlin-lambdas
fun h() { foo(); if (x) y.let { sql(1) } }
fun i() { foo(); if (x) sql(1) }
