//! Names of engines and rules.

use std::fmt;
use std::sync::Arc;

/// One of the scanners that a run can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EngineId {
    /// Credentials in any text.
    Secrets,
    /// Code, by Semgrep rules.
    Sast,
    /// Dependencies, by OSV advisories.
    Sca,
    /// Infrastructure, by policy over resources.
    Policy,
    /// The gate's own findings: changes to the gate, new suppressions.
    Gate,
}

impl EngineId {
    /// Every engine, in the order of reports.
    pub const ALL: [Self; 5] = [Self::Secrets, Self::Sast, Self::Sca, Self::Policy, Self::Gate];

    /// The word used on the command line, in configuration and in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Secrets => "secrets",
            Self::Sast => "sast",
            Self::Sca => "sca",
            Self::Policy => "policy",
            Self::Gate => "gate",
        }
    }

    /// The engine of that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|e| e.as_str() == word)
    }
}

impl fmt::Display for EngineId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The name of a rule, unique within its engine. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(Arc<str>);

impl RuleId {
    /// A rule name. Any non-empty text is accepted, because foreign rule sets use dots, slashes and capitals.
    pub fn new(id: impl Into<Arc<str>>) -> Self {
        Self(id.into())
    }

    /// The text of the name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for RuleId {
    fn from(id: &str) -> Self {
        Self::new(id)
    }
}
