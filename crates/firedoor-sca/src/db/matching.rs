//! Whether a version is affected (OSV schema, "Evaluation").
//!
//! `versions` and `ranges` are alternatives: one hit suffices. Git ranges say nothing about version numbers and were
//! left out when the index was built. What cannot be compared is said, never taken as unaffected in silence.

use std::cmp::Ordering;

use super::index::{Affected, Event, EventKind, Range};
use crate::version::Scheme;
use crate::version::sort::sort;

/// One advisory that affects a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The advisory's id.
    pub id: String,
    /// Its place in the ecosystem's index, for [`Database::advisory`](super::Database::advisory).
    pub advisory: usize,
    /// The rating that the advisory gives this package in particular.
    pub rating: super::Rating,
    /// Versions that fix it and are newer than this one, smallest first.
    pub fixed: Vec<String>,
}

/// An advisory that could not be judged, or not wholly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uncompared {
    /// The advisory's id.
    pub id: String,
    /// The version of the advisory, or of the package, that is no version in the ecosystem.
    pub version: String,
}

/// The answer about one package version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatchResult {
    /// Whether the database knows the ecosystem at all.
    pub covered: bool,
    /// Whether the ecosystem's file is damaged; then nothing can be said.
    pub damaged: bool,
    /// Advisories that affect the version, sorted by id.
    pub matches: Vec<Match>,
    /// Advisories that could not be compared with it, sorted by id.
    pub uncompared: Vec<Uncompared>,
}

impl MatchResult {
    /// The ids, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.matches.iter().map(|m| m.id.as_str())
    }
}

/// What one `affected` entry says of a version.
pub(crate) struct Judgement<'a> {
    pub(crate) affected: bool,
    pub(crate) fixed: Vec<&'a str>,
    /// The first text that could not be compared.
    pub(crate) uncompared: Option<String>,
}

/// `0` is before every version; a limit `*` behind every one.
fn compare(scheme: Scheme, version: &str, event: &str) -> Option<Ordering> {
    if event == "0" {
        return Some(Ordering::Greater);
    }
    scheme.compare(version, event)
}

/// The order of a range: `SEMVER` ranges use SemVer whatever the ecosystem, but for those whose order refines it.
pub(crate) fn range_scheme(scheme: Option<Scheme>, semver: bool) -> Option<Scheme> {
    match scheme {
        Some(Scheme::Pub | Scheme::NuGet) => scheme,
        _ if semver => Some(Scheme::SemVer),
        _ => scheme,
    }
}

/// Whether a range holds the version.
fn in_range<'a>(scheme: Scheme, range: &Range<'a>, version: &str, uncompared: &mut Option<&'a str>) -> bool {
    let mut affected = false;
    let (mut limited, mut below_limit) = (false, false);
    for Event { kind, version: event } in &range.events {
        if *kind == EventKind::Limit && *event == "*" {
            (limited, below_limit) = (true, true);
            continue;
        }
        let Some(ordering) = compare(scheme, version, event) else {
            uncompared.get_or_insert(event);
            continue;
        };
        match kind {
            EventKind::Introduced if ordering != Ordering::Less => affected = true,
            EventKind::Fixed if ordering != Ordering::Less => affected = false,
            EventKind::LastAffected if ordering == Ordering::Greater => affected = false,
            EventKind::Limit => {
                limited = true;
                below_limit |= ordering == Ordering::Less;
            }
            _ => {}
        }
    }
    affected && (!limited || below_limit)
}

/// Judges a version by one entry.
pub(crate) fn judge<'a>(scheme: Option<Scheme>, affected: &Affected<'a>, version: &str) -> Judgement<'a> {
    let mut judgement = Judgement { affected: false, fixed: Vec::new(), uncompared: None };
    for listed in &affected.versions {
        let equal = *listed == version || scheme.is_some_and(|s| s.compare(listed, version) == Some(Ordering::Equal));
        if equal {
            judgement.affected = true;
            break;
        }
    }
    for range in &affected.ranges {
        let Some(scheme) = range_scheme(scheme, range.semver) else {
            judgement.uncompared.get_or_insert_with(|| version.to_owned());
            continue;
        };
        // A version that does not even compare with itself is none.
        if scheme.compare(version, version).is_none() {
            // Where everything is affected, the version does not matter.
            let all = range.events.iter().all(|e| e.kind == EventKind::Introduced && e.version == "0");
            if all && !range.events.is_empty() {
                judgement.affected = true;
                continue;
            }
            judgement.uncompared.get_or_insert_with(|| version.to_owned());
            continue;
        }
        let mut junk = None;
        if in_range(scheme, range, version, &mut junk) {
            judgement.affected = true;
        }
        if let Some(junk) = junk {
            judgement.uncompared.get_or_insert_with(|| junk.to_owned());
        }
        for event in &range.events {
            if event.kind == EventKind::Fixed && compare(scheme, version, event.version) == Some(Ordering::Less) {
                judgement.fixed.push(event.version);
            }
        }
    }
    if let Some(scheme) = scheme {
        sort(&mut judgement.fixed, &|a, b| scheme.compare(a, b).unwrap_or(Ordering::Equal).then_with(|| a.cmp(b)));
        judgement.fixed.dedup();
    }
    judgement
}
