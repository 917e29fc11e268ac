object A {
  def f() = {
    // ruleid: scala-postfix-dot
    cmd.!
    // ruleid: scala-postfix-dot
    Process(s).!
    // ruleid: scala-postfix-name
    cmd run
  }
}
