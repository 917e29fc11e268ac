package pier
import harbour.{Ferry => Boat, Anchor}
class Dock(old: Boat) {
  def tie(a: Boat, b: Anchor, c: harbour.Anchor, d: lake.Anchor) = {
    // ruleid: scala-names-of-types-whole, scala-names-of-types-alias
    a.pull("1")
    // ruleid: scala-names-of-types-anchor, scala-names-of-types-bare
    b.pull("2")
    // ruleid: scala-names-of-types-anchor
    c.pull("3")
    // ok: scala-names-of-types-ferry, scala-names-of-types-whole, scala-names-of-types-alias, scala-names-of-types-anchor, scala-names-of-types-bare
    d.pull("4")
    // ruleid: scala-names-of-types-whole, scala-names-of-types-alias
    old.pull("5")
  }
}
