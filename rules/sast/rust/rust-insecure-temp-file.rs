use std::env;
use std::fs::{self, File};

fn bad(data: &[u8], id: u32) {
    // ruleid: rust-insecure-temp-file
    let first = File::create("/tmp/report.txt").unwrap();
    // ruleid: rust-insecure-temp-file
    fs::write("/tmp/data.json", data).unwrap();
    let path = env::temp_dir().join("cache.bin");
    // ruleid: rust-insecure-temp-file
    let second = File::create(&path).unwrap();
    // ruleid: rust-insecure-temp-file
    std::fs::write(std::env::temp_dir().join("state"), data).unwrap();
    // ruleid: rust-insecure-temp-file
    let third = File::create(format!("/tmp/job-{}", id)).unwrap();
}

fn fine(data: &[u8]) {
    // ok: rust-insecure-temp-file
    let first = tempfile::NamedTempFile::new().unwrap();
    // ok: rust-insecure-temp-file
    fs::write("/var/lib/app/data.json", data).unwrap();
    // ok: rust-insecure-temp-file
    let second = fs::read("/tmp/report.txt");
    let folder = tempfile::tempdir().unwrap();
    // ok: rust-insecure-temp-file
    let third = File::create(folder.path().join("cache.bin")).unwrap();
}

#[test]
fn writes() {
    // ok: rust-insecure-temp-file
    fs::write("/tmp/test.json", b"x").unwrap();
}
