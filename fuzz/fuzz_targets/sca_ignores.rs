//! Ignore files and documents of exploitability: any bytes.
#![no_main]

use firedoor_core::{Origin, RepoPath, SourceFile};
use libfuzzer_sys::fuzz_target;

const PATHS: &[&str] = &["osv-scanner.toml", ".trivyignore.yaml", "deny.toml", ".cargo/audit.toml", "a.json"];

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let path = PATHS[usize::from(*first) % PATHS.len()];
    let file = SourceFile::new(RepoPath::new(path), Origin::WorkTree, bytes.to_vec());
    let _ = firedoor_sca::parse_ignores(&file);
    let _ = firedoor_sca::parse_vex(&file);
});
