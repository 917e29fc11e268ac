use std::sync::atomic::AtomicU32;
use std::sync::{Mutex, OnceLock};

// ruleid: rust-mutable-static
static mut COUNTER: u32 = 0;
// ruleid: rust-mutable-static
static mut TABLE: [u8; 16] = [0; 16];
// ruleid: rust-mutable-static
pub static mut STATE: Option<String> = None;
// ok: rust-mutable-static
static NAME: &str = "a";
// ok: rust-mutable-static
static ATOMIC: AtomicU32 = AtomicU32::new(0);
// ok: rust-mutable-static
static LOCKED: Mutex<Vec<u8>> = Mutex::new(Vec::new());
// ok: rust-mutable-static
static ONCE: OnceLock<String> = OnceLock::new();

fn inner() {
    // ruleid: rust-mutable-static
    static mut CALLS: u32 = 0;
    // ok: rust-mutable-static
    let mut local = 0;
}
