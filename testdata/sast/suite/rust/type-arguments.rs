fn fill(s: Stream) {
    // ruleid: rust-type-arguments-plain, rust-type-arguments-typed
    let a = read::<Book>(s);
    // ruleid: rust-type-arguments-method
    let b = s.parse::<Book>(text);
    // ok: rust-type-arguments-plain, rust-type-arguments-method, rust-type-arguments-of-type, rust-type-arguments-collect, rust-type-arguments-typed
    let c = Vec::<Book>::new();
    // ruleid: rust-type-arguments-of-type
    let d = Vec::new();
    // ruleid: rust-type-arguments-collect
    let e: Vec<Book> = s.collect::<Vec<_>>();
}
