use md5::{Digest, Md5};
use sha1::Sha1;
use sha2::Sha256;

fn bad(data: &[u8]) {
    // ruleid: rust-weak-hash
    let mut hasher = Md5::new();
    hasher.update(data);
    // ruleid: rust-weak-hash
    let sum = md5::compute(data);
    // ruleid: rust-weak-hash
    let other = Sha1::digest(data);
    // ruleid: rust-weak-hash
    let md = MessageDigest::md5();
    // ruleid: rust-weak-hash
    let ring = digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, data);
}

fn fine(data: &[u8]) {
    // ok: rust-weak-hash
    let mut hasher = Sha256::new();
    hasher.update(data);
    // ok: rust-weak-hash
    let sum = blake3::hash(data);
    // ok: rust-weak-hash
    let md = MessageDigest::sha256();
    // ok: rust-weak-hash
    let ring = digest::digest(&digest::SHA256, data);
    // ok: rust-weak-hash
    let name = hasher.md5(data);
}
