// ruleid: rust-visibility-and-aliases-type
type Pair<T> = (T, T);
// ruleid: rust-visibility-and-aliases-type
type Size = u32;
// ruleid: rust-visibility-and-aliases-pub
fn hidden() -> u8 { 1 }
// ruleid: rust-visibility-and-aliases-pub
pub fn shown() -> u8 { 2 }
// ruleid: rust-visibility-and-aliases-pub
pub(crate) fn near() -> u8 { 3 }
// ruleid: rust-visibility-and-aliases-pub, rust-visibility-and-aliases-async
async fn later() -> u8 { 4 }
fn use_it(o: Option<u8>) {
  // ok: rust-visibility-and-aliases-type, rust-visibility-and-aliases-pub, rust-visibility-and-aliases-async, rust-visibility-and-aliases-if, rust-visibility-and-aliases-pair
  if let Some(x) = o { work(x); }
  // ruleid: rust-visibility-and-aliases-if
  if ready { work(1); }
  // ruleid: rust-visibility-and-aliases-pair
  let (a, b) = pair;
}
