fn f() {
    // ruleid: rust-definitions-that-may-fail-let
    let Some(a) = b else { return None };
    // ruleid: rust-definitions-that-may-fail-let
    let c = d;
    // ruleid: rust-definitions-that-may-fail-let
    let e = match g { 1 | 2 => 3, _ => 4 };
    // ruleid: rust-definitions-that-may-fail-let, rust-definitions-that-may-fail-pair
    let t = (1, 2);
}
