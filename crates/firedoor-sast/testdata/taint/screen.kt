class A {
  fun id(x: String): String = x
  fun const(x: String): String { return "a" }
  fun m() {
    val x = source()
    // ruleid: screen
    sink(id(x))
    // ok: screen
    sink(const(x))
    val y = if (a) x else "b"
    // ruleid: screen
    sink(y)
    val z = when (k) { 1 -> x
      else -> "q" }
    // ruleid: screen
    sink(z)
    val l = mutableListOf<String>()
    l.add(x)
    // ruleid: screen
    sink("a ${l[0]}")
    x.let {
      // ruleid: screen
      sink(it)
    }
  }
}
