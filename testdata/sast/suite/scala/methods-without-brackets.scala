object Doors {
  // ruleid: scala-methods-without-brackets-def
  def front = 3
  // ruleid: scala-methods-without-brackets-def
  def back() = 3
  // ok: scala-methods-without-brackets-def
  def side(n: Int) = 3
}
