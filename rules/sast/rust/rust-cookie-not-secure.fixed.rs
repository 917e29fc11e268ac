fn bad(mut cookie: Cookie) {
    // ruleid: rust-cookie-not-secure
    let first = Cookie::build(("id", "1")).secure(true).build();
    // ruleid: rust-cookie-not-secure
    let second = Cookie::build(("id", "1")).path("/").http_only(true).build();
    // ruleid: rust-cookie-not-secure
    cookie.set_secure(true);
    // ruleid: rust-cookie-not-secure
    let layer = SessionManagerLayer::new(store).with_secure(true);
}

fn fine(mut cookie: Cookie, secure: bool) {
    // ok: rust-cookie-not-secure
    let first = Cookie::build(("id", "1")).secure(true).http_only(true).build();
    // ok: rust-cookie-not-secure
    cookie.set_secure(secure);
    // ok: rust-cookie-not-secure
    let client = Connector::new().secure(false);
    // ok: rust-cookie-not-secure
    let layer = SessionManagerLayer::new(store).with_secure(true);
}
