fn bad(data: &[u8], i: usize, p: *const u8, maybe: Option<u8>) {
    // ruleid: rust-unchecked-conversion
    let first = unsafe { *data.get_unchecked(i) };
    // ruleid: rust-unchecked-conversion
    let second = unsafe { std::str::from_utf8_unchecked(data) };
    // ruleid: rust-unchecked-conversion
    let third = unsafe { std::slice::from_raw_parts(p, i) };
    // ruleid: rust-unchecked-conversion
    let fourth = unsafe { maybe.unwrap_unchecked() };
}

fn fine(data: &[u8], i: usize, maybe: Option<u8>) {
    // ok: rust-unchecked-conversion
    let first = data.get(i);
    // ok: rust-unchecked-conversion
    let second = std::str::from_utf8(data);
    // ok: rust-unchecked-conversion
    let third = &data[..i];
    // ok: rust-unchecked-conversion
    let fourth = maybe.unwrap();
}
