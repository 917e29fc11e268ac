//! Errors in something that the user wrote: a rule, a configuration, an ignore file.
//!
//! They carry what is needed to underline the mistake; rendering belongs to `firedoor-report`.

use std::fmt;
use std::sync::Arc;

use crate::{LineIndex, Span};

/// A text that the user wrote, with the name under which errors speak of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSource {
    /// Path as the user gave it, or `builtin:…`.
    pub path: String,
    /// The text.
    pub text: Arc<str>,
}

impl RuleSource {
    /// A source of that name and text.
    pub fn new(path: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        Self { path: path.into(), text: text.into() }
    }
}

/// An error that points into a [`RuleSource`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Kebab-case kind, stable: `unknown-key`, `invalid-pattern`, `invalid-regex`, ….
    pub code: &'static str,
    /// What is wrong, in one sentence.
    pub message: String,
    /// The text in which it is wrong.
    pub source: RuleSource,
    /// The part to underline; `None` where no part can be named.
    pub span: Option<Span>,
    /// What was expected at that part; shown at the underline.
    pub label: String,
    /// What to do about it.
    pub help: Option<String>,
    /// The rule in which it is wrong.
    pub rule: Option<String>,
}

impl Diagnostic {
    /// A diagnostic at a part of a text.
    pub fn new(
        code: &'static str,
        source: &RuleSource,
        span: Option<Span>,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> Self {
        Self {
            code,
            message: message.into(),
            source: source.clone(),
            span,
            label: label.into(),
            help: None,
            rule: None,
        }
    }

    /// Adds what to do.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Names the rule.
    #[must_use]
    pub fn in_rule(mut self, rule: impl Into<String>) -> Self {
        self.rule = Some(rule.into());
        self
    }

    /// Line and UTF-16 column of the part, both from 1.
    #[must_use]
    pub fn position(&self) -> Option<(u32, u32)> {
        let span = self.span?;
        let bytes = self.source.text.as_bytes();
        Some(LineIndex::new(bytes).position(bytes, span.start as usize))
    }
}

/// One line: `path:line:column: message (label)`.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source.path)?;
        if let Some((line, column)) = self.position() {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.message)?;
        if !self.label.is_empty() {
            write!(f, " ({})", self.label)?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostic {}
