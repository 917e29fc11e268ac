use jsonwebtoken::{DecodingKey, EncodingKey};

const SECRET: &str = "correct horse";

fn bad() {
    // ruleid: rust-hardcoded-jwt-key
    let first = EncodingKey::from_secret(b"correct horse");
    // ruleid: rust-hardcoded-jwt-key
    let second = DecodingKey::from_secret("correct horse".as_ref());
    // ruleid: rust-hardcoded-jwt-key
    let third = EncodingKey::from_secret("correct horse".as_bytes());
    // ruleid: rust-hardcoded-jwt-key
    let fourth = jsonwebtoken::DecodingKey::from_secret(&[1, 2, 3, 4]);
    // ruleid: rust-hardcoded-jwt-key
    let fifth = EncodingKey::from_secret(SECRET.as_bytes());
}

fn fine(secret: &str, config: &Config) {
    // ok: rust-hardcoded-jwt-key
    let first = EncodingKey::from_secret(secret.as_bytes());
    // ok: rust-hardcoded-jwt-key
    let second = DecodingKey::from_secret(std::env::var("SECRET").unwrap().as_ref());
    // ok: rust-hardcoded-jwt-key
    let third = EncodingKey::from_secret(&config.secret);
    // ok: rust-hardcoded-jwt-key
    let fourth = EncodingKey::from_rsa_pem(include_bytes!("key.pem"));
}
