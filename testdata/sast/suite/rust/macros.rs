fn f() {
    // ruleid: rust-macros-fmt
    let a = format!("{}", x.name());
    // ruleid: rust-macros-print
    println!("{}", y);
    // ok: rust-macros-fmt, rust-macros-arg, rust-macros-print
    other!(1);
}
