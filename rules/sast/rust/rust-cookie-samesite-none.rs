use cookie::{Cookie, SameSite};

fn session(id: String) -> Cookie<'static> {
    // ruleid: rust-cookie-samesite-none
    Cookie::build(("session", id)).secure(true).same_site(SameSite::None).build()
}

fn set(mut cookie: Cookie<'static>) -> Cookie<'static> {
    // ruleid: rust-cookie-samesite-none
    cookie.set_same_site(SameSite::None);
    // ok: rust-cookie-samesite-none
    cookie.set_same_site(SameSite::Strict);
    // ok: rust-cookie-samesite-none
    cookie.set_same_site(None);
    cookie
}

fn middleware(store: Store, key: Key) -> SessionMiddleware<Store> {
    // ruleid: rust-cookie-samesite-none
    let open = SessionMiddleware::builder(store, key).cookie_same_site(SameSite::None).build();
    // ok: rust-cookie-samesite-none
    let closed = SessionMiddleware::builder(store, key).cookie_same_site(SameSite::Lax).build();
    choose(open, closed)
}

fn layer(store: Store) -> SessionManagerLayer<Store> {
    // ruleid: rust-cookie-samesite-none
    SessionManagerLayer::new(store).with_secure(true).with_same_site(SameSite::None)
}
