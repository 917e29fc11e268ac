//! Which finding was known before: current ones against entries of the baseline or findings of the base commit.

use std::collections::{BTreeMap, BTreeSet};

use crate::identity::Fingerprint;

/// In more files than this an equal finding is evidence of a rename only where the file's name is the same.
const COMMON: usize = 50;

/// Whether somebody else has found out which files were renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Renames {
    /// Nobody has: the findings in common are all there is to tell by.
    Unknown,
    /// Git has compared contents: what it did not find needs more evidence.
    Known,
}

/// A finding that was known before.
#[derive(Clone, Copy)]
pub(crate) struct Known<'a> {
    pub(crate) primary: &'a str,
    pub(crate) moved: &'a str,
    pub(crate) path: &'a str,
}

/// A finding of now.
pub(crate) struct Current<'a> {
    pub(crate) print: &'a Fingerprint,
    pub(crate) path: &'a str,
    /// It is the same wherever it stands, also when its old file is still there: a secret, a dependency that another file
    /// now declares.
    pub(crate) anywhere: bool,
}

/// For each current finding the index of the known one that it is. No known one is used twice.
///
/// First by the fingerprint with the path. What is left is matched by the one without it, in pairs of files: a file that
/// is gone (`present` tells of a path whether it is still there) and a file of now, the pair with the most findings in
/// common first, each file in one pair only. Matching single findings instead would let a new finding take the place
/// of an equal one of some other file that was renamed at the same time.
pub(crate) fn match_known(
    current: &[Current<'_>],
    known: &[Known<'_>],
    present: impl Fn(&str) -> bool,
    renames: Renames,
) -> Vec<Option<usize>> {
    let mut primary: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, k) in known.iter().enumerate().rev() {
        primary.entry(k.primary).or_default().push(i);
    }
    let mut used = BTreeSet::new();
    let mut out: Vec<Option<usize>> = current
        .iter()
        .map(|c| {
            let found = primary.get_mut(c.print.primary.as_str()).and_then(Vec::pop);
            used.extend(found);
            found
        })
        .collect();
    if used.len() == known.len() || out.iter().all(Option::is_some) {
        return out;
    }

    // What is left of the known ones, by fingerprint and file; the last is taken first.
    let mut left: BTreeMap<&str, BTreeMap<&str, Vec<usize>>> = BTreeMap::new();
    for (i, k) in known.iter().enumerate().rev().filter(|(i, _)| !used.contains(i)) {
        left.entry(k.moved).or_default().entry(k.path).or_default().push(i);
    }
    let mut unmatched: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, c) in current.iter().enumerate().filter(|(i, _)| out[*i].is_none()) {
        unmatched.entry(c.path).or_default().push(i);
    }
    for (gone, now) in renamed_files(current, &out, &left, &present, renames) {
        for i in unmatched.get(now).into_iter().flatten() {
            let entries = left.get_mut(current[*i].print.moved.as_str()).and_then(|files| files.get_mut(gone));
            out[*i] = entries.and_then(Vec::pop);
        }
    }
    for (c, slot) in current.iter().zip(&mut out).filter(|(c, slot)| slot.is_none() && c.anywhere) {
        let files = left.get_mut(c.print.moved.as_str());
        *slot = files.and_then(|files| files.values_mut().find_map(Vec::pop));
    }
    out
}

/// Pairs of a file that is gone and a file of now, by the number of findings in common; equal file names and then the
/// order of paths decide between equals. Files of different names must have half of the gone one's findings and a
/// quarter of the new one's in common: a single `raise e` in both makes no rename.
fn renamed_files<'a>(
    current: &[Current<'a>],
    matched: &[Option<usize>],
    left: &BTreeMap<&'a str, BTreeMap<&'a str, Vec<usize>>>,
    present: impl Fn(&str) -> bool,
    renames: Renames,
) -> Vec<(&'a str, &'a str)> {
    let mut gone_total: BTreeMap<&str, usize> = BTreeMap::new();
    for (path, entries) in left.values().flatten() {
        *gone_total.entry(path).or_default() += entries.len();
    }
    let mut now_total: BTreeMap<&str, usize> = BTreeMap::new();
    let mut common: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut is_gone: BTreeMap<&str, bool> = BTreeMap::new();
    for (c, _) in current.iter().zip(matched).filter(|(_, m)| m.is_none()) {
        *now_total.entry(c.path).or_default() += 1;
        let Some(files) = left.get(c.print.moved.as_str()) else { continue };
        for path in files.keys() {
            // A line that stands in very many files tells little of which file this one was.
            if files.len() > COMMON && name(path) != name(c.path) {
                continue;
            }
            if *is_gone.entry(path).or_insert_with(|| !present(path)) {
                *common.entry((path, c.path)).or_default() += 1;
            }
        }
    }
    let total = |totals: &BTreeMap<&str, usize>, path: &str| totals.get(path).copied().unwrap_or(0);
    let is_likely = |gone: &str, now: &str, count: usize| {
        name(gone) == name(now)
            || (count * 2 >= total(&gone_total, gone)
                && count * 4 >= total(&now_total, now)
                && (renames == Renames::Unknown || count >= 3))
    };
    let mut pairs: Vec<_> = common
        .into_iter()
        .filter(|((gone, now), count)| is_likely(gone, now, *count))
        .map(|((gone, now), count)| (std::cmp::Reverse(count), name(gone) != name(now), gone, now))
        .collect();
    pairs.sort_unstable();
    let (mut taken_gone, mut taken_now) = (BTreeSet::new(), BTreeSet::new());
    let mut out = Vec::new();
    for (_, _, gone, now) in pairs {
        if !taken_gone.contains(gone) && !taken_now.contains(now) {
            taken_gone.insert(gone);
            taken_now.insert(now);
            out.push((gone, now));
        }
    }
    out
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
