using System.Collections.Generic;
using Sea = Harbour.Water;
using Boat = Harbour.Ships.Ferry;

class Pier {
  private Boat old;
  void Dock(Boat a, Sea.Wave b, Harbour.Ships.Ferry c, List<string> d, System.Collections.Generic.List<string> e, string? f, string g) {
    // ruleid: csharp-names-of-types-whole, csharp-names-of-types-alias
    a.Tie("1");
    // ruleid: csharp-names-of-types-wave
    b.Tie("2");
    // ruleid: csharp-names-of-types-whole
    c.Tie("3");
    // ruleid: csharp-names-of-types-list
    d.Tie("4");
    // ruleid: csharp-names-of-types-wholelist
    e.Tie("5");
    // ruleid: csharp-names-of-types-nothing
    f.Tie("6");
    // ruleid: csharp-names-of-types-text
    g.Tie("7");
    var h = new Boat();
    // ruleid: csharp-names-of-types-whole, csharp-names-of-types-alias
    h.Tie("8");
    // ruleid: csharp-names-of-types-whole, csharp-names-of-types-alias
    old.Tie("9");
  }
}
