object A {
  def f() = {
    try {
      // ruleid: scala-tries-any
      "a"
    } catch {
      // ok: scala-tries-any
      case e: Exception => "b"
    }
  }
  def g() = {
    try {
      // ok: scala-tries-any
      "a"
    } finally {
      // ruleid: scala-tries-any
      "c"
    }
  }
}
