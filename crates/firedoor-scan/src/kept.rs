//! Lines that a change kept in the files in which findings of many lines stand on both sides.

use std::collections::{BTreeMap, BTreeSet};

use firedoor_core::{Finding, KeptLines, RepoPath};
use firedoor_input::git::kept_lines;

use crate::driver::Item;

/// By new path. `renames` goes from new to old path; files above `limit` bytes are left out.
pub(crate) fn of(
    (found, items): (&[Finding], &[Item]),
    (old, old_items): (&[Finding], &[Item]),
    renames: &BTreeMap<RepoPath, RepoPath>,
    limit: u64,
) -> BTreeMap<RepoPath, KeptLines> {
    let wide = |findings: &[Finding]| -> BTreeSet<RepoPath> {
        findings.iter().filter(|f| firedoor_gate::is_wide(f)).map(|f| f.location.path.clone()).collect()
    };
    let (now, before) = (wide(found), wide(old));
    let read = |items: &[Item], path: &RepoPath| {
        items.iter().find(|item| item.is_changed() && item.path() == path)?.read(limit).ok()
    };
    now.into_iter()
        .filter_map(|path| {
            let old_path = renames.get(&path).unwrap_or(&path);
            let (new, old) = (read(items, &path)?, before.contains(old_path).then(|| read(old_items, old_path))??);
            let kept = kept_lines(old.bytes(), new.bytes());
            Some((path, kept))
        })
        .collect()
}
