fn bad(request: &Request, password: &str, stored: &str, mac: &[u8], computed: &[u8]) -> bool {
    // ruleid: rust-timing-unsafe-comparison
    if password == stored {
        return true;
    }
    // ruleid: rust-timing-unsafe-comparison
    if mac != computed {
        return false;
    }
    // ruleid: rust-timing-unsafe-comparison
    if stored == request.api_key {
        return true;
    }
    // ruleid: rust-timing-unsafe-comparison
    request.csrf_token == stored
}

fn fine(request: &Request, password: &str, stored: &str, mac: &[u8], computed: &[u8]) -> bool {
    // ok: rust-timing-unsafe-comparison
    if bool::from(mac.ct_eq(computed)) {
        return true;
    }
    // ok: rust-timing-unsafe-comparison
    if password == "" {
        return false;
    }
    // ok: rust-timing-unsafe-comparison
    if request.name == stored {
        return true;
    }
    // ok: rust-timing-unsafe-comparison
    request.token_count == 3
}
