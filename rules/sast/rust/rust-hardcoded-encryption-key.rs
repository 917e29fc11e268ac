use aes_gcm::{Aes256Gcm, Key, KeyInit};
use ring::{aead, hmac};

fn bad(data: &[u8]) {
    // ruleid: rust-hardcoded-encryption-key
    let cipher = Aes256Gcm::new_from_slice(b"0123456789abcdef0123456789abcdef").unwrap();
    let text = "an example very very secret key.";
    // ruleid: rust-hardcoded-encryption-key
    let key = Key::<Aes256Gcm>::from_slice(text.as_bytes());
    // ruleid: rust-hardcoded-encryption-key
    let mac = hmac::Key::new(hmac::HMAC_SHA256, b"constant");
    let raw: [u8; 32] = [7; 32];
    // ruleid: rust-hardcoded-encryption-key
    let unbound = aead::UnboundKey::new(&aead::AES_256_GCM, &raw).unwrap();
}

fn fine(data: &[u8], given: &[u8]) {
    // ok: rust-hardcoded-encryption-key
    let cipher = Aes256Gcm::new_from_slice(given).unwrap();
    // ok: rust-hardcoded-encryption-key
    let key = Key::<Aes256Gcm>::from_slice(std::env::var("KEY").unwrap().as_bytes());
    // ok: rust-hardcoded-encryption-key
    let generated = Aes256Gcm::generate_key(&mut OsRng);
    let mut fresh = [0u8; 32];
    OsRng.fill_bytes(&mut fresh);
    // ok: rust-hardcoded-encryption-key
    let other = Aes256Gcm::new_from_slice(&fresh).unwrap();
    let mut derived = [0u8; 32];
    argon.hash_password_into(password, salt, &mut derived).unwrap();
    // ok: rust-hardcoded-encryption-key
    let third = Aes256Gcm::new_from_slice(&derived).unwrap();
}
