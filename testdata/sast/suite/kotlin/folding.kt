const val K = "k"
val T = "t"
class A {
  val f = "f"; private val p = "p"; var v = "v"
  companion object { const val C = "c" }
  fun m(a: String) {
    // ruleid: kotlin-folding
    g(1 + 2); h("a" + "b"); i(K); i(T); i(f); i(p); i(v); i(C); i(A.C); i(this.f)
    // ruleid: kotlin-folding
    var s = "a"; s += "b"; h(s); i(s); s += a; i(s)
    // ruleid: kotlin-folding
    val x = "x"; i(x); i("a$x"); i("a$a"); i("a${x}b")
    // ruleid: kotlin-folding
    val y = if (a == "") "a" else "b"; i(y)
    // ruleid: kotlin-folding
    var z: String; if (a == "") { z = "a" } else { z = "b" }; i(z)
    val w = when (a) { "a" -> "b"; else -> "c" }; i(w)
  }
}
