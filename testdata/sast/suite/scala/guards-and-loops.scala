object Mill {
  def run(grain: List[Sack]) = {
    // ruleid: scala-guards-and-loops-case
    grain.collect { case s if s.dry => s }
    // ruleid: scala-guards-and-loops-yield
    for { s <- grain; if s.dry } yield s
    // ruleid: scala-guards-and-loops-for
    for (s <- grain; d <- days) { weigh(s) }
    // ruleid: scala-guards-and-loops-for
    for (s <- grain) { weigh(s) }
    // ok: scala-guards-and-loops-case, scala-guards-and-loops-yield, scala-guards-and-loops-for, scala-guards-and-loops-tuple, scala-guards-and-loops-val, scala-guards-and-loops-try, scala-guards-and-loops-match
    val (a, b) = both
    // ruleid: scala-guards-and-loops-tuple, scala-guards-and-loops-val
    val c = (a, b)
    // ruleid: scala-guards-and-loops-try
    try { grind() } catch { case e: Jam => stop(e) }
    // ok: scala-guards-and-loops-case, scala-guards-and-loops-yield, scala-guards-and-loops-for, scala-guards-and-loops-tuple, scala-guards-and-loops-val, scala-guards-and-loops-try, scala-guards-and-loops-match
    try grind() catch { case e: Jam => stop(e) }
  }
}
