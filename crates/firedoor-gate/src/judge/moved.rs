//! Findings of code that a comparison knows again although their lines are not where they were, or not as they were.
//!
//! These are guesses for what fingerprints leave over. Each finding of the base lets through one, as with fingerprints.

use std::collections::{BTreeMap, BTreeSet};

use firedoor_core::{Finding, Identity, RepoPath};

use super::{Case, Old};

/// Takes findings of one rule in one statement of one file, whose lines a formatter breaks in another way, for the same.
pub(super) fn match_statements(cases: &[Case], old: &[Old], matched: &mut [Option<usize>]) {
    fn key<'f>(finding: &'f Finding, path: &'f RepoPath) -> Option<(&'f str, &'f RepoPath, &'f str)> {
        match &finding.identity {
            Identity::Code { statement, .. } if !statement.is_empty() => {
                Some((finding.rule.id.as_str(), path, statement))
            }
            _ => None,
        }
    }
    let mut left = left(old, matched, |o| key(&o.finding, &o.path));
    for (case, slot) in open(cases, matched) {
        let known = key(&case.finding, &case.finding.location.path).and_then(|key| left.get_mut(&key));
        *slot = known.and_then(Vec::pop);
    }
}

/// Takes findings of one rule in the same lines of another file, among the same lines, for ones that have moved with them.
pub(super) fn match_code(cases: &[Case], old: &[Old], matched: &mut [Option<usize>]) {
    fn key(finding: &Finding) -> Option<(&str, &str)> {
        match &finding.identity {
            Identity::Code { context, .. } => Some((finding.rule.id.as_str(), context)),
            _ => None,
        }
    }
    let mut left = left(old, matched, |o| key(&o.finding));
    for (case, slot) in open(cases, matched) {
        let Some(known) = key(&case.finding).and_then(|key| left.get_mut(&key)) else { continue };
        let has_come = |i: &usize| old.get(*i).is_some_and(|o| are_among_the_same(&o.finding, &case.finding));
        *slot = known.iter().rposition(has_come).map(|at| known.remove(at));
    }
}

/// The findings of the base that are nothing of now so far, by a key; the last is the first to be taken.
fn left<'o, K: Ord>(
    old: &'o [Old],
    matched: &[Option<usize>],
    key: impl Fn(&'o Old) -> Option<K>,
) -> BTreeMap<K, Vec<usize>> {
    let taken: BTreeSet<usize> = matched.iter().copied().flatten().collect();
    let mut out: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (i, o) in old.iter().enumerate().rev().filter(|(i, _)| !taken.contains(i)) {
        if let Some(key) = key(o) {
            out.entry(key).or_default().push(i);
        }
    }
    out
}

/// The cases that are nothing of the base so far.
fn open<'c>(
    cases: &'c [Case],
    matched: &'c mut [Option<usize>],
) -> impl Iterator<Item = (&'c Case, &'c mut Option<usize>)> {
    cases.iter().zip(matched).filter(|(_, slot)| slot.is_none())
}

/// Whether the lines around the finding are the same in both places: a single `try:` or `steps:` stands everywhere, and so
/// do whole settings of machines, which are no code that moves.
fn are_among_the_same(one: &Finding, other: &Finding) -> bool {
    if [one, other].iter().any(|f| is_configuration(&f.location.path)) {
        return false;
    }
    let (one, other) = (Around::of(one), Around::of(other));
    // What was the end of a file may be its middle now.
    let same = |a: &[String], b: &[String]| a.iter().zip(b).all(|(a, b)| a == b);
    let common = |a: &[String], b: &[String]| a.iter().zip(b).map(|(a, _)| a.clone()).collect::<Vec<_>>();
    let mut lines = common(&one.above, &other.above);
    lines.extend(common(&one.below, &other.below));
    let said: usize = lines.iter().map(|line| line.chars().filter(|c| c.is_alphanumeric()).count()).sum();
    same(&one.above, &other.above) && same(&one.below, &other.below) && lines.len() >= MIN_LINES && said >= MIN_SAID
}

/// Lines that must be the same, and letters and digits in them.
const MIN_LINES: usize = 2;
const MIN_SAID: usize = 16;

fn is_configuration(path: &RepoPath) -> bool {
    let name = path.file_name();
    name.contains("Dockerfile")
        || matches!(
            path.extension(),
            Some("yml" | "yaml" | "json" | "toml" | "tf" | "hcl" | "tofu" | "xml" | "ini" | "cfg")
        )
}

/// The lines that say something above and below a finding, the nearest first, without white space.
struct Around {
    above: Vec<String>,
    below: Vec<String>,
}

impl Around {
    fn of(finding: &Finding) -> Self {
        let (snippet, region) = (&finding.location.snippet, finding.location.region);
        let lines: Vec<&str> = snippet.text.lines().collect();
        let squeezed = |line: &&str| line.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let said = |line: &String| line.contains(char::is_alphanumeric);
        let first = region.start_line.saturating_sub(snippet.first_line) as usize;
        let behind = region.end_line.saturating_sub(snippet.first_line) as usize + 1;
        Self {
            above: lines.get(..first).into_iter().flatten().rev().map(squeezed).filter(said).collect(),
            below: lines.get(behind..).into_iter().flatten().map(squeezed).filter(said).collect(),
        }
    }
}
