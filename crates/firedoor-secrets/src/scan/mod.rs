//! From the bytes of one file to hits: one keyword pass, then the regexes of the rules whose keyword is there, then
//! contextual detection at its own words, then the same on decoded parts.

pub(crate) mod caches;
pub(crate) mod data;
pub(crate) mod decode;
pub(crate) mod entropy;
pub(crate) mod focus;
mod grams;
pub(crate) mod joined;
mod judge;
pub(crate) mod keywords;
mod merge;
pub(crate) mod needs;
mod regexes;
pub(crate) mod replace;
pub(crate) mod runs;
pub(crate) mod window;

pub(crate) use judge::{judge, retain_complete};
pub(crate) use merge::merge;
pub(crate) use regexes::{Place, Which, line_around, run_rules};

use firedoor_core::{Confidence, Severity, SourceFile, Validity};
use std::ops::Range;

/// Line and column from which gitleaks counts a match: a match that begins with a line end is on the line behind it.
pub(crate) fn position(file: &SourceFile, begins: usize) -> (u32, u32) {
    let at = if file.bytes().get(begins) == Some(&b'\n') { begins + 1 } else { begins };
    file.lines().position(file.bytes(), at.min(file.bytes().len()))
}

/// Which rule made a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum RuleRef {
    /// Index in the rule set.
    Pattern(usize),
    /// Index among the contextual detectors.
    Context(usize),
}

/// Something found, before it becomes a finding.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    pub(crate) rule: RuleRef,
    /// The secret in the file.
    pub(crate) secret: Range<usize>,
    /// Everything that matched.
    pub(crate) matched: Range<usize>,
    /// Where the match begins, line ends before it included: gitleaks counts lines from there.
    pub(crate) begins: usize,
    /// The secret's bytes: those of the file, or decoded ones.
    pub(crate) value: Vec<u8>,
    /// How many leading bytes may be shown.
    pub(crate) shown: usize,
    pub(crate) confidence: Confidence,
    pub(crate) severity: Severity,
    pub(crate) validity: Validity,
    pub(crate) reasons: Vec<String>,
    /// Facts for reports, by name.
    pub(crate) facts: Vec<(&'static str, String)>,
}
