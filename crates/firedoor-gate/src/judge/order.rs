//! One finding for each thing that is wrong, in an order that depends on nothing but the findings.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use firedoor_core::{Finding, Identity, Origin};

/// By path, place, engine, rule; then whatever else tells two findings apart.
pub(super) fn compare(a: &Finding, b: &Finding) -> Ordering {
    let key = |f: &Finding| (f.location.path.clone(), f.location.span, f.engine(), f.rule.id.clone());
    key(a)
        .cmp(&key(b))
        .then_with(|| a.location.origin.cmp(&b.location.origin))
        .then_with(|| a.message.cmp(&b.message))
        .then_with(|| b.confidence.cmp(&a.confidence))
        .then_with(|| b.severity.cmp(&a.severity))
}

/// Sorted, without what is there twice.
///
/// A secret that several commits (or a commit and the files of now) hold in the same file is one finding: the one in the
/// files of now, which can be mended there, else that of the earliest commit, which brought it in.
pub(super) fn sorted(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(compare);
    findings.dedup_by(|a, b| {
        a.engine() == b.engine()
            && a.rule.id == b.rule.id
            && a.location.path == b.location.path
            && a.location.origin == b.location.origin
            && a.location.span == b.location.span
            && a.identity == b.identity
            && a.message == b.message
    });
    if !findings.iter().any(|f| matches!(f.location.origin, Origin::Commit(_))) {
        return findings;
    }
    // Index of the one that is kept, and the earliest commit, for each secret of the history.
    let mut groups: BTreeMap<(Vec<u8>, String, Vec<u8>), Group> = BTreeMap::new();
    for (i, finding) in findings.iter().enumerate() {
        let Some(key) = group_key(finding) else { continue };
        let age = age(finding);
        let group = groups.entry(key).or_insert_with(|| Group { oldest: i, age: age.clone(), now: false });
        group.now |= age.is_none();
        if age.is_some() && (group.age.is_none() || age < group.age) {
            (group.oldest, group.age) = (i, age);
        }
    }
    let mut out = Vec::with_capacity(findings.len());
    for (i, mut finding) in findings.into_iter().enumerate() {
        let group = group_key(&finding).and_then(|key| groups.get(&key));
        match (group, &finding.location.origin) {
            (Some(group), Origin::Commit(_)) if group.now || group.oldest != i => continue,
            (Some(Group { age: Some((_, commit)), now: true, .. }), _) => {
                finding.properties.insert("introduced-in", commit.clone());
            }
            _ => {}
        }
        out.push(finding);
    }
    out
}

struct Group {
    oldest: usize,
    /// Date and id of the earliest commit.
    age: Option<(String, String)>,
    /// Whether the files of now hold it.
    now: bool,
}

fn group_key(finding: &Finding) -> Option<(Vec<u8>, String, Vec<u8>)> {
    match &finding.identity {
        Identity::Secret { value } => Some((
            finding.location.path.as_bytes().to_vec(),
            finding.rule.id.as_str().to_owned(),
            value.expose().to_vec(),
        )),
        _ => None,
    }
}

fn age(finding: &Finding) -> Option<(String, String)> {
    match &finding.location.origin {
        Origin::Commit(commit) => Some((commit.date.clone(), commit.id.clone())),
        _ => None,
    }
}
