use rand::rngs::{OsRng, SmallRng, StdRng};
use rand::{Rng, SeedableRng};

fn make_token() -> String {
    // ruleid: rust-insecure-random
    let mut rng = StdRng::seed_from_u64(42);
    hex(rng.gen::<[u8; 16]>())
}

fn generate_password(n: usize) -> String {
    // ruleid: rust-insecure-random
    (0..n).map(|_| fastrand::alphanumeric()).collect()
}

fn bad() {
    // ruleid: rust-insecure-random
    let session_id = fastrand::u64(..);
    // ruleid: rust-insecure-random
    let salt: u64 = SmallRng::from_entropy().gen();
}

fn fine() {
    // ok: rust-insecure-random
    let delay = fastrand::u64(0..10);
    let mut token = [0u8; 16];
    // ok: rust-insecure-random
    OsRng.fill_bytes(&mut token);
    // ok: rust-insecure-random
    let mut rng = StdRng::seed_from_u64(42);
}

fn good_token() -> String {
    // ok: rust-insecure-random
    let mut rng = rand::rng();
    hex(rng.random::<[u8; 16]>())
}

fn tokenize(n: u64) -> u64 {
    // ok: rust-insecure-random
    fastrand::u64(0..n)
}
