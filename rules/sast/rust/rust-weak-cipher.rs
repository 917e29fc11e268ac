use des::TdesEde3;
use openssl::symm::{encrypt, Cipher};

fn bad(key: &[u8], data: &[u8]) {
    // ruleid: rust-weak-cipher
    let first = encrypt(Cipher::des_ede3_cbc(), key, None, data);
    // ruleid: rust-weak-cipher
    let second = encrypt(Cipher::aes_256_ecb(), key, None, data);
    // ruleid: rust-weak-cipher
    let third = TdesEde3::new_from_slice(key).unwrap();
    // ruleid: rust-weak-cipher
    let mut rc4 = Rc4::new(key.into());
}

fn fine(key: &[u8], data: &[u8]) {
    // ok: rust-weak-cipher
    let first = encrypt(Cipher::aes_256_gcm(), key, None, data);
    // ok: rust-weak-cipher
    let second = Aes256Gcm::new_from_slice(key).unwrap();
    // ok: rust-weak-cipher
    let third = ChaCha20Poly1305::new(key.into());
    // ok: rust-weak-cipher
    let fourth = Description::new("Des");
}
