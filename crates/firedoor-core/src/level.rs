//! How bad and how sure: the two scales by which the gate decides.

use std::fmt;

/// How bad it is if the finding is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing, no defect by itself.
    Info,
    /// A weakness that needs other circumstances.
    Low,
    /// A weakness that should be mended soon.
    Medium,
    /// A vulnerability.
    High,
    /// A vulnerability that gives the whole system away.
    Critical,
}

impl Severity {
    /// From mild to grave.
    pub const ALL: [Self; 5] = [Self::Info, Self::Low, Self::Medium, Self::High, Self::Critical];

    /// The lower-case word used everywhere.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }

    /// The severity of that word, any case. Semgrep's `INFO`, `WARNING` and `ERROR` mean low, medium and high.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word.to_ascii_lowercase().as_str() {
            "info" | "note" | "none" | "inventory" => Self::Info,
            "low" => Self::Low,
            "medium" | "moderate" | "warning" => Self::Medium,
            "high" | "error" => Self::High,
            "critical" => Self::Critical,
            _ => return None,
        })
    }

    /// A CVSS-like number in GitHub's bands (above 9.0 critical, 7.0 to 8.9 high, 4.0 to 6.9 medium, below low).
    #[must_use]
    pub fn security_severity(self) -> f32 {
        match self {
            Self::Info => 0.1,
            Self::Low => 3.0,
            Self::Medium => 5.5,
            Self::High => 8.0,
            Self::Critical => 9.5,
        }
    }

    /// The band of a CVSS base score (CVSS v3.1 specification, section 5). `0.0` is [`Severity::Info`].
    #[must_use]
    pub fn from_cvss(score: f32) -> Self {
        match score {
            s if s >= 9.0 => Self::Critical,
            s if s >= 7.0 => Self::High,
            s if s >= 4.0 => Self::Medium,
            s if s > 0.0 => Self::Low,
            _ => Self::Info,
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How likely it is that the finding is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// A hint for a reviewer; never gates by default.
    Low,
    /// Right more often than not.
    Medium,
    /// Right nearly always.
    High,
}

impl Confidence {
    /// From unsure to sure.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    /// The lower-case word used everywhere.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }

    /// The confidence of that word, any case.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.as_str().eq_ignore_ascii_case(word))
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
