//! Any bytes as an archive of a format that the first byte chooses: members within the bounds and notices, never panics.
#![no_main]

use firedoor_core::{Origin, RepoPath, SourceFile};
use firedoor_input::archive::{ArchiveLimits, expand};
use libfuzzer_sys::fuzz_target;

const NAMES: &[&str] = &["a.zip", "a.jar", "a.tar", "a.tgz", "a.tar.gz", "a.gz", "a.zst", "a.tar.zst", "a.crate", "a.gem"];

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let name = NAMES[usize::from(*first) % NAMES.len()];
    let limits = ArchiveLimits { depth: 3, members: 50, member_bytes: 100_000, total_bytes: 400_000, ratio: 100 };
    let (files, _) = expand(&SourceFile::new(RepoPath::new(name), Origin::WorkTree, bytes.to_vec()), &limits);
    assert!(files.len() <= limits.members);
    let total: usize = files.iter().map(|f| f.bytes().len()).sum();
    assert!(total as u64 <= limits.total_bytes);
    assert!(files.iter().all(|f| f.bytes().len() as u64 <= limits.member_bytes && f.path().as_str().starts_with(name)));
});
