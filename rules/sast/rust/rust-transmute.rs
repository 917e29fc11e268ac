use std::mem;

fn bad(bytes: [u8; 4], text: &str) {
    // ruleid: rust-transmute
    let first: u32 = unsafe { mem::transmute(bytes) };
    // ruleid: rust-transmute
    let second = unsafe { std::mem::transmute::<&str, &'static str>(text) };
    // ruleid: rust-transmute
    let third: Kind = unsafe { std::mem::transmute(bytes[0]) };
    // ruleid: rust-transmute
    let fourth: u16 = unsafe { mem::transmute_copy(&bytes) };
}

fn fine(bytes: [u8; 4], value: f32) {
    // ok: rust-transmute
    let first = u32::from_ne_bytes(bytes);
    // ok: rust-transmute
    let second = value.to_bits();
    // ok: rust-transmute
    let third = Kind::try_from(bytes[0]).unwrap();
    // ok: rust-transmute
    let fourth = shape.transmute(bytes);
}
