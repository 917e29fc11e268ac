//! Secrets in commits: the oldest introduction first, and whether the secret is still there.

use std::collections::BTreeMap;

use firedoor_core::{CommitInfo, Evidence, Finding, Origin, RepoPath};
use firedoor_input::git::Repository;

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

/// Says of each finding in a commit who made it and whether the checked-out commit still has the secret in that file.
pub(crate) fn mark_present(findings: &mut [Finding], repository: &Repository) {
    let mut files: BTreeMap<RepoPath, Option<Vec<u8>>> = BTreeMap::new();
    for finding in findings {
        let Some(info) = commit(finding).cloned() else { continue };
        let Evidence::Secret { value, .. } = &finding.evidence else { continue };
        let path = &finding.location.path;
        let bytes = files.entry(path.clone()).or_insert_with(|| repository.base_file("HEAD", path));
        let present = bytes.as_ref().is_some_and(|b| memchr::memmem::find(b, value.expose()).is_some());
        finding.properties.insert("commit", info.id);
        finding.properties.insert("author", info.author);
        finding.properties.insert("date", info.date);
        finding.properties.insert("in_head", present.to_string());
    }
}
