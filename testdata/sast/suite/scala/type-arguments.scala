object Shelf {
  // ruleid: scala-type-arguments-plain, scala-type-arguments-typed
  val a = read[Book](s)
  // ruleid: scala-type-arguments-method
  val b = s.parse[Book](text)
  // ruleid: scala-type-arguments-new
  val c = new ListBuffer[Book]()
  // ruleid: scala-type-arguments-plain
  val d = read(s)
}
