import harbour.Anchor;
import tide.*;
class Dock {
  void tie(Anchor a, harbour.Anchor b, lake.Anchor c, Wave d, Anchor.Ring e) {
    // ruleid: java-names-of-types-bare, java-names-of-types-whole
    a.pull("1");
    // ruleid: java-names-of-types-whole
    b.pull("2");
    // ruleid: java-names-of-types-lake
    c.pull("3");
    // ruleid: java-names-of-types-wave
    d.pull("4");
    // ruleid: java-names-of-types-ring
    e.pull("5");
  }
}
