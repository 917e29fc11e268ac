use harbour::Ferry as Boat;
use harbour::Anchor;
// ruleid: rust-names-of-types-gives
fn one(a: Boat) -> Anchor { a }
// ruleid: rust-names-of-types-anchor
fn two(a: Anchor) -> Boat { a }
fn three() {
    // ruleid: rust-names-of-types-let
    let a: Anchor = b;
    // ok: rust-names-of-types-anchor, rust-names-of-types-ferry, rust-names-of-types-gives, rust-names-of-types-let, rust-names-of-types-letferry, rust-names-of-types-new
    let c: Boat = d;
    // ruleid: rust-names-of-types-new
    let e = Boat::new();
}
