object Mill {
  def sort(x: Any) = x match {
    // ok: scala-what-cases-ask-for-pair, scala-what-cases-ask-for-text, scala-what-cases-ask-for-sack, scala-what-cases-ask-for-any, scala-what-cases-ask-for-bare, scala-what-cases-ask-for-empty, scala-what-cases-ask-for-body
    case (a, b) => 1
    // ok: scala-what-cases-ask-for-pair, scala-what-cases-ask-for-text, scala-what-cases-ask-for-sack, scala-what-cases-ask-for-any, scala-what-cases-ask-for-bare, scala-what-cases-ask-for-empty, scala-what-cases-ask-for-body
    case "oats" => 2
    // ok: scala-what-cases-ask-for-pair, scala-what-cases-ask-for-text, scala-what-cases-ask-for-sack, scala-what-cases-ask-for-any, scala-what-cases-ask-for-bare, scala-what-cases-ask-for-empty, scala-what-cases-ask-for-body
    case Sack(g) => 3
  }
  // ruleid: scala-what-cases-ask-for-pair
  val a = (1, 2)
  // ruleid: scala-what-cases-ask-for-text
  val b = "oats"
  // ruleid: scala-what-cases-ask-for-sack
  val c = Sack("rye")
  // ruleid: scala-what-cases-ask-for-body
  val d = new Wheel { def turn = 1 }
  // ruleid: scala-what-cases-ask-for-any
  val e = new Wheel(1)
  // ruleid: scala-what-cases-ask-for-any, scala-what-cases-ask-for-bare, scala-what-cases-ask-for-empty
  val f = new Wheel
  // ruleid: scala-what-cases-ask-for-any, scala-what-cases-ask-for-bare, scala-what-cases-ask-for-empty
  val g = new Wheel()
}
