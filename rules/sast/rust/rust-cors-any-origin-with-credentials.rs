use actix_cors::Cors;
use tower_http::cors::{AllowOrigin, Any, CorsLayer};

fn bad() {
    // ruleid: rust-cors-any-origin-with-credentials
    let layer = CorsLayer::very_permissive();
    // ruleid: rust-cors-any-origin-with-credentials
    let other = CorsLayer::new().allow_origin(AllowOrigin::mirror_request()).allow_methods(Any).allow_credentials(true);
    // ruleid: rust-cors-any-origin-with-credentials
    let cors = Cors::permissive();
    // ruleid: rust-cors-any-origin-with-credentials
    let third = Cors::default().allow_any_origin().allow_any_method().supports_credentials();
}

fn fine() {
    // ok: rust-cors-any-origin-with-credentials
    let layer = CorsLayer::new().allow_origin(origin).allow_credentials(true);
    // ok: rust-cors-any-origin-with-credentials
    let other = CorsLayer::new().allow_origin(Any);
    // ok: rust-cors-any-origin-with-credentials
    let cors = Cors::default().allowed_origin("https://example.com").supports_credentials();
    // ok: rust-cors-any-origin-with-credentials
    let third = Cors::default().allow_any_origin();
}
