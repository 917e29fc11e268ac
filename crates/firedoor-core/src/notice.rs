//! What a run has to say besides findings: what was skipped, broken, cut or stale.

use crate::{EngineId, RepoPath};

/// How much a notice weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoticeLevel {
    /// Worth knowing; the result is whole.
    Note,
    /// Something was left out on purpose or by a documented limit; the result is whole by its own terms.
    Warning,
    /// Something that should have been judged was not: the verdict is incomplete.
    Error,
}

/// A message about the run itself (SARIF 2.1.0, section 3.58, `toolExecutionNotification`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Notice {
    /// The file that it is about.
    pub path: Option<RepoPath>,
    /// Line in that file, from 1.
    pub line: Option<u32>,
    /// Kebab-case kind, stable, for filters: `unreadable-file`, `engine-panic`, `broken-lockfile`, ….
    pub code: &'static str,
    /// The engine that speaks.
    pub engine: Option<EngineId>,
    /// Weight. [`NoticeLevel::Error`] makes the run incomplete.
    pub level: NoticeLevel,
    /// The rule that it is about (for a rule that could not be loaded, say).
    pub rule: Option<String>,
    /// One or more sentences: what happened, what it means, what to do.
    pub message: String,
}

impl Notice {
    /// A notice without a place.
    pub fn new(level: NoticeLevel, code: &'static str, message: impl Into<String>) -> Self {
        Self { path: None, line: None, code, engine: None, level, rule: None, message: message.into() }
    }

    /// A notice that makes the run incomplete.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(NoticeLevel::Error, code, message)
    }

    /// A notice about something left out by a documented limit.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(NoticeLevel::Warning, code, message)
    }

    /// A notice that is worth knowing only.
    pub fn note(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(NoticeLevel::Note, code, message)
    }

    /// Names the file.
    #[must_use]
    pub fn at(mut self, path: &RepoPath) -> Self {
        self.path = Some(path.clone());
        self
    }

    /// Names the line, from 1.
    #[must_use]
    pub fn on_line(mut self, line: u32) -> Self {
        self.line = Some(line);
        self
    }

    /// Names the engine.
    #[must_use]
    pub fn by(mut self, engine: EngineId) -> Self {
        self.engine = Some(engine);
        self
    }

    /// Names the rule.
    #[must_use]
    pub fn about_rule(mut self, rule: impl Into<String>) -> Self {
        self.rule = Some(rule.into());
        self
    }
}
