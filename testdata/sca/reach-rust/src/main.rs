use made_up_imported::harmless;
use made_up_used::{Reader, inner::Other as Renamed};

// made_up_absent::danger() stands in a comment only.
fn main() {
    let text = "made_up_absent::danger() stands in a text only";
    let mut reader = Reader::open(text);
    while let Some(item) = reader.next() {
        harmless(short::parse(item), Renamed);
    }
}
