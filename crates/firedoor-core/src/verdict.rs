//! The one answer of a run.

use std::fmt;

/// Pass, fail or incomplete. Incomplete is never reported as passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Everything was judged and nothing blocks.
    Pass,
    /// At least one finding blocks.
    Fail,
    /// Nothing blocks in what was judged, but not everything could be judged.
    Incomplete,
}

impl Verdict {
    /// The lower-case word used everywhere.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::Incomplete => "incomplete",
        }
    }

    /// The process's exit code: 0, 1 or 3. (2 is a usage, configuration or rule error and never comes from a verdict.)
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Pass => 0,
            Self::Fail => 1,
            Self::Incomplete => 3,
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
