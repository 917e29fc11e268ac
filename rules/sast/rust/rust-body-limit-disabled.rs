use axum::extract::DefaultBodyLimit;

async fn bad(body: Body) {
    // ruleid: rust-body-limit-disabled
    let app = Router::new().route("/", post(upload)).layer(DefaultBodyLimit::disable());
    // ruleid: rust-body-limit-disabled
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    // ruleid: rust-body-limit-disabled
    let config = web::PayloadConfig::new(usize::MAX);
    // ruleid: rust-body-limit-disabled
    let json = web::JsonConfig::default().limit(usize::MAX);
}

async fn fine(body: Body) {
    // ok: rust-body-limit-disabled
    let app = Router::new().route("/", post(upload)).layer(DefaultBodyLimit::max(1 << 20));
    // ok: rust-body-limit-disabled
    let bytes = axum::body::to_bytes(body, 1 << 20).await.unwrap();
    // ok: rust-body-limit-disabled
    let other = Router::new().layer(DefaultBodyLimit::disable()).layer(RequestBodyLimitLayer::new(1 << 20));
    // ok: rust-body-limit-disabled
    let json = web::JsonConfig::default().limit(4096);
}
