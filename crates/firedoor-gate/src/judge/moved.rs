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

/// Whether a line beside the finding, above or below, is the same in both places, too.
fn are_among_the_same(one: &Finding, other: &Finding) -> bool {
    let (one, other) = (neighbours(one), neighbours(other));
    one.0.is_some() && one.0 == other.0 || one.1.is_some() && one.1 == other.1
}

/// The nearest lines above and below that say something, without white space.
fn neighbours(finding: &Finding) -> (Option<String>, Option<String>) {
    let snippet = &finding.location.snippet;
    let region = finding.location.region;
    let said = |line: &&str| line.chars().filter(|c| c.is_alphanumeric()).nth(2).is_some();
    let squeezed = |line: &str| line.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let above = region.start_line.saturating_sub(snippet.first_line) as usize;
    let below = region.end_line.saturating_sub(snippet.first_line) as usize + 1;
    let lines: Vec<&str> = snippet.text.lines().collect();
    let before = lines.get(..above).into_iter().flatten().rev().find(|l| said(l));
    let after = lines.get(below..).into_iter().flatten().find(|l| said(l));
    (before.map(|l| squeezed(l)), after.map(|l| squeezed(l)))
}
