//! Findings of code that a comparison knows again although their lines are not where they were, or not as they were.
//!
//! These are guesses for what fingerprints leave over. Each finding of the base lets through one, as with fingerprints.

use std::collections::{BTreeMap, BTreeSet};

use firedoor_core::{Evidence, Finding, Identity, KeptLines, RepoPath};

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

/// Least lines of a finding that is known again by those that an edit left.
const WIDE: u32 = 3;

/// Whether a finding of code is about many lines together (a whole view, a block of settings), and not about a way to one.
#[must_use]
pub fn is_wide(finding: &Finding) -> bool {
    let region = finding.location.region;
    let is_code = matches!(finding.identity, Identity::Code { .. });
    is_code && finding.traces.is_empty() && region.end_line.saturating_sub(region.start_line) + 1 >= WIDE
}

/// Takes findings of one rule that are about many lines, some of which the change edits, for the same: at least half of
/// the old lines are there, and the line that names what it is about is one of them.
pub(super) fn match_edited(
    cases: &[Case],
    old: &[Old],
    kept: &BTreeMap<RepoPath, KeptLines>,
    matched: &mut [Option<usize>],
) {
    // In settings of machines any value may be the one that matters.
    let is_code = |path: &RepoPath| !matches!(path.extension(), Some("tf" | "hcl" | "tofu"));
    let key = |finding: &Finding, path: &RepoPath| {
        (is_wide(finding) && is_code(path) && kept.contains_key(path)).then(|| (finding.rule.id.clone(), path.clone()))
    };
    let mut left = left(old, matched, |o| key(&o.finding, &o.path));
    for (case, slot) in open(cases, matched) {
        let path = &case.finding.location.path;
        let Some(known) = key(&case.finding, path).and_then(|key| left.get_mut(&key)) else { continue };
        let Some(kept) = kept.get(path) else { continue };
        let same = |i: &usize| old.get(*i).map_or(0, |o| lines_left(&o.finding, &case.finding, kept));
        let best = (0..known.len()).rev().max_by_key(|at| known.get(*at).map_or(0, same));
        *slot = best.filter(|at| known.get(*at).is_some_and(|i| same(i) > 0)).map(|at| known.remove(at));
    }
}

/// How many lines of an old finding are in a new one, if they are enough and it is the same block with the same values.
fn lines_left(old: &Finding, new: &Finding, kept: &KeptLines) -> usize {
    let now = new.location.region;
    let is_within = |line: u32| (now.start_line..=now.end_line).contains(&line);
    let says = |(_, text): &(u32, &str)| text.contains(char::is_alphanumeric);
    let said: Vec<u32> = own_lines(old).filter(says).map(|(line, _)| line).collect();
    let left = said.iter().filter(|line| kept.new_line(**line).is_some_and(is_within)).count();
    let is_named_alike = match (heading(old), heading(new)) {
        (Some(one), Some(other)) if kept.new_line(one) == Some(other) => {
            // What a method belongs to is part of its name.
            match (owner(old, one), owner(new, other)) {
                (Some(one), Some(other)) => kept.new_line(one) == Some(other),
                (Some(one), None) => kept.new_line(one).is_some(),
                (None, other) => other.is_none(),
            }
        }
        _ => false,
    };
    if left * 2 > said.len() && is_named_alike && values(old) == values(new) { left } else { 0 }
}

/// The lines of a finding that are at hand, with their numbers.
fn own_lines(finding: &Finding) -> impl Iterator<Item = (u32, &str)> {
    let (snippet, region) = (&finding.location.snippet, finding.location.region);
    let lines = (snippet.first_line..).zip(snippet.text.lines());
    lines.filter(move |(number, _)| (region.start_line..=region.end_line).contains(number))
}

/// The line that names the block which a finding is about: its first one that is no annotation. A call or an assignment of
/// many lines is no block, unless it takes a function: another value in it is another finding.
fn heading(finding: &Finding) -> Option<u32> {
    let is_annotation = |line: &str| line.trim_start().starts_with(['@', '[']);
    let (number, line) = own_lines(finding).find(|(_, line)| !is_annotation(line))?;
    let count = |sign: char| line.matches(sign).count();
    let is_closed = count('(') == count(')') && count('[') == count(']') && !line.contains('=');
    // `on("message", function (e) {`: a function is a block wherever it stands.
    let is_function = line.trim_end().ends_with('{') && (line.contains("function") || line.contains("=>"));
    (is_closed || is_function).then_some(number)
}

/// The line of the excerpt above a heading that is indented less.
fn owner(finding: &Finding, heading: u32) -> Option<u32> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let snippet = &finding.location.snippet;
    let lines: Vec<(u32, &str)> = (snippet.first_line..).zip(snippet.text.lines()).collect();
    let own = lines.iter().find(|(number, _)| *number == heading).map(|(_, line)| indent(line))?;
    let mut above = lines.iter().rev().filter(|(number, line)| *number < heading && !line.trim().is_empty());
    above.find(|(_, line)| indent(line) < own).map(|(number, _)| *number)
}

/// What the rule's names stand for, if it is not the block itself: one that has changed is what the finding is about.
fn values(finding: &Finding) -> Vec<(&String, String)> {
    let Evidence::Code { metavariables } = &finding.evidence else { return Vec::new() };
    let short = metavariables.iter().filter(|(_, value)| !value.contains('\n'));
    short.map(|(name, value)| (name, value.split_whitespace().collect())).collect()
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
