//! Secrets in commits: the oldest introduction first, and whether the secret is still there.

use std::collections::BTreeMap;

use aho_corasick::AhoCorasick;
use firedoor_core::{CommitInfo, Evidence, Finding, Origin, RepoPath};
use firedoor_input::git::Repository;

/// Shortest value that is looked for in other files of the checked-out commit.
const MIN_MOVED: usize = 6;

fn commit(finding: &Finding) -> Option<&CommitInfo> {
    match &finding.location.origin {
        Origin::Commit(info) => Some(info),
        Origin::WorkTree | Origin::Index | Origin::Stdin => None,
    }
}

/// Sorts by date of the commit, then commit, path and place, so that joining keeps the oldest introduction.
pub(crate) fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| {
        let key = |f: &Finding| {
            let (date, id) = commit(f).map(|c| (c.date.clone(), c.id.clone())).unwrap_or_default();
            (date, id, f.location.path.clone(), f.location.span, f.rule.id.clone())
        };
        key(a).cmp(&key(b))
    });
}

/// Says of each finding in a commit who made it and whether the checked-out commit still has the secret: in that file, or
/// in another one to which it was moved or copied.
pub(crate) fn mark_present(findings: &mut [Finding], repository: &Repository) {
    let mut files: BTreeMap<RepoPath, Option<Vec<u8>>> = BTreeMap::new();
    let mut gone: BTreeMap<Vec<u8>, bool> = BTreeMap::new();
    for finding in findings.iter_mut() {
        let Some(info) = commit(finding).cloned() else { continue };
        let Evidence::Secret { value, .. } = &finding.evidence else { continue };
        let path = &finding.location.path;
        let bytes = files.entry(path.clone()).or_insert_with(|| repository.base_file("HEAD", path));
        let present = bytes.as_ref().is_some_and(|b| memchr::memmem::find(b, value.expose()).is_some());
        if !present {
            gone.insert(value.expose().to_vec(), false);
        }
        finding.properties.insert("commit", info.id);
        finding.properties.insert("author", info.author);
        finding.properties.insert("date", info.date);
        finding.properties.insert("in_head", present.to_string());
    }
    // Short values stand in many files by chance.
    gone.retain(|value, _| value.len() >= MIN_MOVED);
    let Ok(search) = AhoCorasick::new(gone.keys()) else { return };
    if gone.is_empty() {
        return;
    }
    let mut seen: Vec<bool> = vec![false; gone.len()];
    repository.visit_head(&mut |bytes| {
        search.find_overlapping_iter(bytes).for_each(|found| seen[found.pattern().as_usize()] = true);
    });
    gone.values_mut().zip(seen).for_each(|(moved, seen)| *moved = seen);
    for finding in findings {
        let Evidence::Secret { value, .. } = &finding.evidence else { continue };
        if commit(finding).is_some() && gone.get(value.expose()) == Some(&true) {
            finding.properties.insert("in_head", "true".to_owned());
        }
    }
}
