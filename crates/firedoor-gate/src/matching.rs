//! Which finding was known before: current ones against entries of the baseline or findings of the base commit.

use std::collections::{BTreeMap, BTreeSet};

use crate::identity::Fingerprint;

/// A finding that was known before.
pub(crate) struct Known<'a> {
    pub(crate) primary: &'a str,
    pub(crate) moved: &'a str,
    pub(crate) path: &'a str,
}

/// A finding of now.
pub(crate) struct Current<'a> {
    pub(crate) print: &'a Fingerprint,
    pub(crate) path: &'a str,
    /// A secret is the same wherever it stands, also when its old file is still there.
    pub(crate) anywhere: bool,
}

/// For each current finding the index of the known one that it is. No known one is used twice.
///
/// First by the fingerprint with the path. Then, for what is left, by the one without it, where the known one's file is
/// gone (`present` tells of a path whether it is still there).
pub(crate) fn match_known(
    current: &[Current<'_>],
    known: &[Known<'_>],
    present: impl Fn(&str) -> bool,
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
    let mut moved: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, k) in known.iter().enumerate().filter(|(i, _)| !used.contains(i)) {
        moved.entry(k.moved).or_default().push(i);
    }
    for (c, slot) in current.iter().zip(&mut out).filter(|(_, slot)| slot.is_none()) {
        let Some(candidates) = moved.get_mut(c.print.moved.as_str()) else { continue };
        let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let best = candidates
            .iter()
            .enumerate()
            .filter(|(_, i)| c.anywhere || !present(known[**i].path))
            .min_by_key(|(_, i)| (name(known[**i].path) != name(c.path), **i))
            .map(|(at, _)| at);
        if let Some(at) = best {
            *slot = Some(candidates.remove(at));
        }
    }
    out
}
