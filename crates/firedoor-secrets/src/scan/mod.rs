//! From the bytes of one file to hits: one keyword pass, then the regexes of the rules whose keyword is there, then
//! contextual detection at its own words, then the same on decoded parts.

pub(crate) mod decode;
pub(crate) mod entropy;
mod judge;
pub(crate) mod keywords;
mod merge;
mod regexes;
pub(crate) mod window;

pub(crate) use judge::judge;
pub(crate) use merge::merge;
pub(crate) use regexes::{Place, line_around, run_rules};

use firedoor_core::{Confidence, Severity, Validity};
use std::ops::Range;

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
