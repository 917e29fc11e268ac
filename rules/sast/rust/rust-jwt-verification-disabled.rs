use jsonwebtoken::{decode, dangerous, Algorithm, DecodingKey, Validation};

fn bad(token: &str, key: &DecodingKey) {
    let mut validation = Validation::new(Algorithm::HS256);
    // ruleid: rust-jwt-verification-disabled
    validation.insecure_disable_signature_validation();
    // ruleid: rust-jwt-verification-disabled
    validation.validate_exp = false;
    // ruleid: rust-jwt-verification-disabled
    let claims = dangerous::insecure_decode::<Claims>(token);
    // ruleid: rust-jwt-verification-disabled
    let other = jsonwebtoken::dangerous_insecure_decode::<Claims>(token);
}

fn fine(token: &str, key: &DecodingKey) {
    let mut validation = Validation::new(Algorithm::RS256);
    // ok: rust-jwt-verification-disabled
    validation.validate_exp = true;
    // ok: rust-jwt-verification-disabled
    validation.set_audience(&["api"]);
    // ok: rust-jwt-verification-disabled
    let claims = decode::<Claims>(token, key, &validation);
    // ok: rust-jwt-verification-disabled
    let header = jsonwebtoken::decode_header(token);
}
