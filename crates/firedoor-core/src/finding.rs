//! What an engine gives back.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::context::Context;
use crate::{Confidence, EngineId, Origin, Package, Region, RepoPath, Rule, SecretValue, Severity, SourceFile, Span};

/// Lines of context kept on either side of a location.
const CONTEXT_LINES: u32 = 2;
/// Longest snippet in bytes; a longer one (minified code) is cut around the match.
const MAX_SNIPPET: usize = 2_000;
/// Longest identity context in bytes.
const MAX_CONTEXT: usize = 1_024;

/// Lines of a file, kept for excerpts. Secrets in it are masked before any reporter sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Line of its first character, from 1.
    pub first_line: u32,
    /// Byte offset in the file of its first byte.
    pub offset: u32,
    /// Its bytes as text (invalid UTF-8 replaced).
    pub text: String,
    /// The match within `text`, in bytes of `text`.
    pub highlight: Span,
    /// True where `text` begins or ends inside a line because the line is too long to keep.
    pub cut: bool,
    /// True where a secret in `text` was replaced by stars, so that `text` is no longer the file's.
    pub masked: bool,
}

/// A place in a file, settled while the file was in hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The file.
    pub path: RepoPath,
    /// Where its bytes came from.
    pub origin: Origin,
    /// The bytes meant.
    pub span: Span,
    /// The same in lines and columns.
    pub region: Region,
    /// Excerpt around it.
    pub snippet: Snippet,
    /// GitHub's `primaryLocationLineHash` of the first line.
    pub line_hash: String,
    /// What this place has to do with the finding; for related locations and trace steps.
    pub message: Option<String>,
}

impl Location {
    /// The location of `span` in a file in hand.
    #[must_use]
    pub fn in_file(file: &SourceFile, span: Span) -> Self {
        let bytes = file.bytes();
        let len = bytes.len();
        let span = Span::new((span.start as usize).min(len), (span.end as usize).min(len));
        let lines = file.lines();
        let region = lines.region(bytes, span);
        Self {
            path: file.path().clone(),
            origin: file.origin().clone(),
            span,
            region,
            snippet: snippet(file, span, region),
            line_hash: file.line_hash(region.start_line),
            message: None,
        }
    }

    /// Adds what this place has to do with the finding.
    #[must_use]
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }
}

fn snippet(file: &SourceFile, span: Span, region: Region) -> Snippet {
    let (bytes, lines) = (file.bytes(), file.lines());
    let first = region.start_line.saturating_sub(CONTEXT_LINES).max(1);
    let mut last = (region.end_line + CONTEXT_LINES).min(lines.lines());
    if last > region.end_line && lines.line_start(last) == bytes.len() {
        // Behind the last terminator there is no line to show.
        last -= 1;
    }
    let mut start = lines.line_start(first);
    let mut end = lines.line_span(bytes, last).end as usize;
    let mut first_line = first;
    let mut cut = false;
    if end - start > MAX_SNIPPET {
        // Keep the matched line's neighbourhood only.
        let from = (span.start as usize).saturating_sub(MAX_SNIPPET / 4);
        let to = (span.start as usize + MAX_SNIPPET * 3 / 4).min(bytes.len());
        let line_start = lines.line_start(region.start_line);
        if from > start {
            start = if from > line_start { from } else { line_start };
            first_line = region.start_line;
        }
        end = end.min(to).max(start);
        // Never split a UTF-8 character.
        while start > 0 && start < bytes.len() && bytes[start] & 0xc0 == 0x80 {
            start -= 1;
        }
        while end < bytes.len() && end > start && bytes[end] & 0xc0 == 0x80 {
            end -= 1;
        }
        cut = true;
    }
    let from = (span.start as usize).clamp(start, end);
    let to = (span.end as usize).clamp(from, end);
    let lossy = |a: usize, b: usize| String::from_utf8_lossy(&bytes[a..b]).into_owned();
    let before = lossy(start, from);
    let inside = lossy(from, to);
    let highlight = Span::new(before.len(), before.len() + inside.len());
    let text = before + &inside + &lossy(to, end);
    Snippet { first_line, offset: Span::new(start, start).start, text, highlight, cut, masked: false }
}

/// What a step of a trace is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// Where the untrusted value comes from.
    Source,
    /// Where it passes through.
    Propagation,
    /// Where it does harm.
    Sink,
}

/// One step of a trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraceStep {
    /// Where; its message says what happens there.
    pub location: Location,
    /// What it is.
    pub kind: StepKind,
}

/// The way of a value from source to sink (SARIF `codeFlow`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// In order of execution.
    pub steps: Vec<TraceStep>,
}

/// One replacement of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The file.
    pub path: RepoPath,
    /// What is replaced.
    pub span: Span,
    /// The same in lines and columns.
    pub region: Region,
    /// The text to put there.
    pub replacement: String,
}

/// A change that mends the finding; all edits together or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does.
    pub description: String,
    /// The replacements.
    pub edits: Vec<Edit>,
}

/// What the fingerprint `firedoor/v1` is made from. It names what stays the same when lines move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// Code: the text of the matched lines without white space.
    Code {
        /// See [`Identity::code`].
        context: String,
        /// The whole statement, however its lines are broken: serves where the lines do not. Empty where it is not known.
        statement: String,
    },
    /// A secret: its value, hashed with the repository's key only.
    Secret {
        /// The value.
        value: SecretValue,
    },
    /// A dependency: the advisory group, the package, the lock file's folder; not the version.
    Dependency {
        /// The first id of the alias group in sorted order.
        group: String,
        /// OSV's ecosystem.
        ecosystem: String,
        /// The package's name.
        package: String,
        /// Folder of the lock file.
        folder: String,
    },
    /// Infrastructure: the resource's address.
    Resource {
        /// The address, such as `aws_s3_bucket.logs`.
        address: String,
    },
}

impl Identity {
    /// The identity of code at `span`: the lines that it touches, without white space, remarks at their ends and what
    /// formatters change, cut at one kilobyte.
    #[must_use]
    pub fn code(file: &SourceFile, span: Span) -> Self {
        let lines = file.lines();
        let region = lines.region(file.bytes(), span);
        let mut context = Context::new(file.path());
        for line in region.start_line..=region.end_line {
            if !context.add(&file.line_text(line), MAX_CONTEXT) {
                break;
            }
        }
        let context = context.end();
        let statement = crate::statement::around(file, region.start_line, region.end_line).unwrap_or_default();
        Self::Code { context, statement }
    }
}

/// Whether a secret's format holds, as far as it can be told without a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Validity {
    /// The format carries no check.
    Unknown,
    /// Its checksum or structure was verified.
    Valid,
    /// Its checksum or structure is broken: a made-up or damaged value.
    InvalidChecksum,
}

/// What the finding's engine knows beyond the place.
#[derive(Clone, Debug, PartialEq)]
pub enum Evidence {
    /// Code.
    Code {
        /// Metavariables and what they are bound to, as source text.
        metavariables: BTreeMap<String, String>,
    },
    /// A secret.
    Secret {
        /// The value, masked when shown.
        value: SecretValue,
        /// Result of offline validation.
        validity: Validity,
        /// Why the detector believes it, in words, for `--explain-score`.
        reasons: Vec<String>,
    },
    /// A dependency.
    Dependency {
        /// The package.
        package: Package,
        /// Its purl.
        purl: String,
        /// The advisory and its aliases.
        advisories: Vec<String>,
        /// Versions that fix it, smallest first.
        fixed: Vec<String>,
        /// Whether the project itself asks for it, if the lock file tells.
        direct: Option<bool>,
        /// Groups such as `dev`.
        groups: Vec<String>,
    },
    /// Nothing more.
    None,
}

/// One thing that is wrong.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that found it.
    pub rule: Arc<Rule>,
    /// What is wrong, here. Ends in a full stop.
    pub message: String,
    /// How bad.
    pub severity: Severity,
    /// How sure.
    pub confidence: Confidence,
    /// Where.
    pub location: Location,
    /// Other places that matter.
    pub related: Vec<Location>,
    /// Ways of the value.
    pub traces: Vec<Trace>,
    /// How to mend it.
    pub fixes: Vec<Fix>,
    /// What stays the same when lines move.
    pub identity: Identity,
    /// What the engine knows.
    pub evidence: Evidence,
    /// Engine-specific facts for reports, sorted by name. No secrets.
    pub properties: BTreeMap<&'static str, String>,
}

impl Finding {
    /// A finding of `rule` at `span`, with the rule's severity and confidence and the identity of code.
    #[must_use]
    pub fn new(rule: &Arc<Rule>, file: &SourceFile, span: Span, message: impl Into<String>) -> Self {
        Self {
            rule: Arc::clone(rule),
            message: message.into(),
            severity: rule.severity,
            confidence: rule.confidence,
            location: Location::in_file(file, span),
            related: Vec::new(),
            traces: Vec::new(),
            fixes: Vec::new(),
            identity: Identity::code(file, span),
            evidence: Evidence::None,
            properties: BTreeMap::new(),
        }
    }

    /// The engine that found it.
    #[must_use]
    pub fn engine(&self) -> EngineId {
        self.rule.engine
    }
}
