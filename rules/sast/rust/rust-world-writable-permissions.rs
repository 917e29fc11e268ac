use std::fs::{self, OpenOptions, Permissions};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};

fn bad(path: &str) {
    // ruleid: rust-world-writable-permissions
    fs::set_permissions(path, Permissions::from_mode(0o777)).unwrap();
    // ruleid: rust-world-writable-permissions
    let file = OpenOptions::new().write(true).create(true).mode(0o666).open(path);
    let mut permissions = fs::metadata(path).unwrap().permissions();
    // ruleid: rust-world-writable-permissions
    permissions.set_mode(0o622);
    // ruleid: rust-world-writable-permissions
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o773)).unwrap();
}

fn fine(path: &str, mode: u32) {
    // ok: rust-world-writable-permissions
    fs::set_permissions(path, Permissions::from_mode(0o755)).unwrap();
    // ok: rust-world-writable-permissions
    let file = OpenOptions::new().write(true).mode(0o600).open(path);
    // ok: rust-world-writable-permissions
    fs::set_permissions(path, Permissions::from_mode(0o1777)).unwrap();
    // ok: rust-world-writable-permissions
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}
