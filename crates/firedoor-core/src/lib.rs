//! The words of firedoor and the contract between its parts.
//!
//! Everything here is plain data and pure functions. There is no input or output, no clock, no environment and
//! no thread: those belong to `firedoor-input` and `firedoor-scan`. Types here do not derive `Serialize`: the
//! report crate owns the wire types, so the inside stays free to change.
//!
//! Reading order: [`engine`] (what an engine is), [`file`](mod@file) (what it is handed), [`finding`] (what it gives back).

mod context;
pub mod diagnostic;
pub mod engine;
pub mod file;
pub mod finding;
pub mod id;
pub mod judgement;
pub mod level;
pub mod line_hash;
pub mod notice;
pub mod package;
pub mod path;
pub mod rule;
pub mod secret;
pub mod span;
mod statement;
pub mod upgrade;
pub mod verdict;

pub use diagnostic::{Diagnostic, RuleSource};
pub use engine::{Engine, Findings, Interest, Scan};
pub use file::{Candidate, ChangedLines, CommitInfo, KeptLines, Origin, SourceFile, utf16_to_utf8};
pub use finding::{Edit, Evidence, Finding, Fix, Identity, Location, Snippet, StepKind, Trace, TraceStep, Validity};
pub use id::{EngineId, RuleId};
pub use judgement::{
    AbsentFinding, BaselineState, DatabaseInfo, EngineSummary, JudgedFinding, RunReport, Suppression, SuppressionKind,
    VersionControl,
};
pub use level::{Confidence, Severity};
pub use notice::{Notice, NoticeLevel};
pub use package::{Package, Purl};
pub use path::RepoPath;
pub use rule::{Rule, RuleOrigin};
pub use secret::SecretValue;
pub use span::{LineIndex, Region, Span};
pub use upgrade::{Upgrade, upgrades};
pub use verdict::Verdict;
