package pier
import harbour.ships.Ferry as Boat
import harbour.Anchor
import tide.*

class Dock(val old: Boat) {
  fun tie(a: Boat, b: Anchor, c: Wave, d: harbour.Anchor, e: String?, f: String) {
    // ruleid: kotlin-names-of-types-whole, kotlin-names-of-types-alias
    a.pull("1")
    // ruleid: kotlin-names-of-types-anchor, kotlin-names-of-types-bare
    b.pull("2")
    // ruleid: kotlin-names-of-types-wave
    c.pull("3")
    // ruleid: kotlin-names-of-types-anchor
    d.pull("4")
    // ruleid: kotlin-names-of-types-nothing
    e.pull("5")
    // ruleid: kotlin-names-of-types-text
    f.pull("6")
    // ruleid: kotlin-names-of-types-whole, kotlin-names-of-types-alias
    old.pull("7")
  }
}
