@Injectable()
class Room {
  constructor(shelf: Shelf, other: Other) {}
  show() {
    // ruleid: typescript-parameter-properties-shelf
    this.shelf.open("x");
    // ok: typescript-parameter-properties-shelf
    this.other.open("x");
  }
}
class Page {
  constructor(private shelf: Shelf, readonly other: Other) {}
  show() {
    // ok: typescript-parameter-properties-shelf
    this.shelf.open("x");
    // ok: typescript-parameter-properties-shelf
    this.other.open("x");
    // ok: typescript-parameter-properties-shelf
    this.third.open("x");
  }
}
