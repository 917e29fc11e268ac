fn doors() {
    // ruleid: rust-made-in-full-one
    let a = Door { open: true };
    // ok: rust-made-in-full-one
    let b = Door { open: true, size: 2 };
    // ok: rust-made-in-full-one
    let c = Door { open: true, ..Default::default() };
    // ruleid: rust-made-in-full-two
    let d = Door { open: false, size: 3 };
    // ok: rust-made-in-full-two
    let e = Door { size: 3, open: false };
    // ruleid: rust-made-in-full-rest
    let f = Door { open: false, ..other };
}
fn counts(n: i32) -> i32 {
    // ruleid: rust-made-in-full-result
    n
}
fn adds() {
    // ok: rust-made-in-full-result
    TOTAL += 1;
}
