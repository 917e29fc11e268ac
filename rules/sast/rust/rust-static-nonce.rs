use aes_gcm::{Aes256Gcm, Nonce};

fn bad(cipher: &Aes256Gcm, data: &[u8]) {
    // ruleid: rust-static-nonce
    let nonce = Nonce::from_slice(b"unique nonce");
    // ruleid: rust-static-nonce
    let other = cipher.encrypt(Nonce::from_slice(&[0u8; 12]), data);
    // ruleid: rust-static-nonce
    let third = aead::Nonce::assume_unique_for_key([0; 12]);
    let zero = [0u8; 12];
    // ruleid: rust-static-nonce
    let fourth = cipher.encrypt(Nonce::from_slice(&zero), data);
}

fn fine(cipher: &Aes256Gcm, data: &[u8], given: &[u8]) {
    // ok: rust-static-nonce
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    // ok: rust-static-nonce
    let received = Nonce::from_slice(&given[..12]);
    let mut fresh = [0u8; 12];
    OsRng.fill_bytes(&mut fresh);
    // ok: rust-static-nonce
    let other = Nonce::from_slice(&fresh);
    // ok: rust-static-nonce
    let third = Nonce::assume_unique_for_key(counter.next());
}
