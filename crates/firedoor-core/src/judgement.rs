//! What a run comes to: findings judged, notices, verdict. The gate makes it, the reporters print it.
//!
//! Nothing in it depends on the clock, the number of threads or the working directory: the same input gives the same
//! bytes of output.

use std::sync::Arc;

use crate::{EngineId, Finding, Notice, RepoPath, Rule, Verdict};

/// Where a finding stands against the baseline (SARIF 2.1.0, section 3.27.24).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BaselineState {
    /// Not there before.
    New,
    /// There before.
    Unchanged,
    /// There before, gone now.
    Absent,
}

impl BaselineState {
    /// SARIF's word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Unchanged => "unchanged",
            Self::Absent => "absent",
        }
    }
}

/// Where a suppression is written (SARIF 2.1.0, section 3.35.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SuppressionKind {
    /// In the source, beside the finding.
    InSource,
    /// In a file of its own or in the configuration.
    External,
}

/// Somebody's decision that a finding shall not block.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Suppression {
    /// Where it is written.
    pub kind: SuppressionKind,
    /// The form: `firedoor:ignore`, `nosemgrep`, `gitleaks:allow`, `.gitleaksignore`, `osv-scanner.toml`, ….
    pub form: String,
    /// Why.
    pub reason: Option<String>,
    /// Who.
    pub owner: Option<String>,
    /// Last day on which it holds, `YYYY-MM-DD`.
    pub until: Option<String>,
    /// The file in which it is written.
    pub path: Option<RepoPath>,
    /// The line in that file, from 1.
    pub line: Option<u32>,
}

/// A finding with everything that the gate decided of it.
#[derive(Clone, Debug)]
pub struct JudgedFinding {
    /// The finding, secrets masked in every text of it.
    pub finding: Finding,
    /// The fingerprint `firedoor/v1`, lower-case hexadecimal, unique within the run.
    pub fingerprint: String,
    /// Against the baseline or the base commit; `None` where there is neither.
    pub state: Option<BaselineState>,
    /// The suppressions in force for it; empty means active.
    pub suppressions: Vec<Suppression>,
    /// Whether it makes the gate fail.
    pub blocking: bool,
    /// Why it does or does not, in a few words: `severity high is at or above fail-on high`, ….
    pub why: String,
}

impl JudgedFinding {
    /// Whether a suppression is in force.
    #[must_use]
    pub fn is_suppressed(&self) -> bool {
        !self.suppressions.is_empty()
    }
}

/// A finding that the baseline names and the run no longer has.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AbsentFinding {
    /// Its rule.
    pub rule: String,
    /// Its engine.
    pub engine: EngineId,
    /// Its file when it was written down.
    pub path: RepoPath,
    /// Its fingerprint.
    pub fingerprint: String,
}

/// The advisory database that an answer rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatabaseInfo {
    /// Where it came from: `embedded snapshot`, or the folder of an imported one.
    pub source: String,
    /// Day up to which the oldest part of it that was asked is complete, `YYYY-MM-DD`; that of its newest record where
    /// nothing was asked.
    pub date: String,
    /// Number of advisories.
    pub advisories: usize,
    /// Ecosystems that it covers, sorted.
    pub ecosystems: Vec<String>,
}

/// What one engine did.
#[derive(Clone, Debug)]
pub struct EngineSummary {
    /// Which.
    pub engine: EngineId,
    /// Number of files that it judged.
    pub files: usize,
    /// Number of rules loaded (advisories for SCA).
    pub rules: usize,
    /// Number of packages looked up (SCA).
    pub packages: Option<usize>,
    /// The database it asked (SCA).
    pub database: Option<DatabaseInfo>,
}

/// The repository that was scanned, as far as git tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VersionControl {
    /// `https://…` of the `origin` remote, without credentials.
    pub repository: Option<String>,
    /// Commit id in hexadecimal.
    pub revision: Option<String>,
    /// Branch name.
    pub branch: Option<String>,
    /// The commit compared with, in `--diff`.
    pub base: Option<String>,
}

/// Everything that a reporter may print.
#[derive(Clone, Debug)]
pub struct RunReport {
    /// firedoor's own version, `MAJOR.MINOR.PATCH`.
    pub tool_version: String,
    /// GitHub's category, without a trailing slash: `firedoor` or the user's.
    pub category: String,
    /// The answer.
    pub verdict: Verdict,
    /// Why, one sentence an entry.
    pub reasons: Vec<String>,
    /// Sorted by path, place, engine, rule.
    pub findings: Vec<JudgedFinding>,
    /// In the baseline, no longer found. Sorted.
    pub absent: Vec<AbsentFinding>,
    /// Sorted.
    pub notices: Vec<Notice>,
    /// Every rule that was loaded, and every derived rule with a finding; sorted by engine and id.
    pub rules: Vec<Arc<Rule>>,
    /// In the order of [`EngineId::ALL`], only those that ran.
    pub engines: Vec<EngineSummary>,
    /// The repository.
    pub version_control: VersionControl,
    /// Path of the scanned root as a prefix for display, empty where it is the working directory.
    pub display_root: String,
}

impl RunReport {
    /// Findings without a suppression in force.
    pub fn active(&self) -> impl Iterator<Item = &JudgedFinding> {
        self.findings.iter().filter(|f| !f.is_suppressed())
    }

    /// Findings that make the gate fail.
    pub fn blocking(&self) -> impl Iterator<Item = &JudgedFinding> {
        self.findings.iter().filter(|f| f.blocking)
    }
}
