object Yard {
  // ruleid: scala-definitions-taken-apart-var, scala-definitions-taken-apart-val
  val gate = open()
  // ruleid: scala-definitions-taken-apart-var
  var count = 0
  // ruleid: scala-definitions-taken-apart-pair
  val (left, right) = both
  // ruleid: scala-definitions-taken-apart-some
  val Some(third) = maybe
  // ruleid: scala-definitions-taken-apart-var, scala-definitions-taken-apart-val
  val doubled = for { a <- load(1); b <- load(a) if b > 3 } yield b
  // ruleid: scala-definitions-taken-apart-if
  def go(ready: Boolean) = if (ready) gate else null
}
