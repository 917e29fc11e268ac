//! What the taint engine is handed, and what it gives back.

use std::sync::Arc;

use firedoor_core::{SourceFile, Span, StepKind};

use crate::rule::model::TaintSpec;
use crate::rule::options::Options;
use crate::tree::Sym;

/// A metavariable of a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binding {
    /// Its name, `$X`.
    pub name: Sym,
    /// Its text in the file of the match.
    pub span: Span,
    /// Two bindings agree if their hashes do.
    pub hash: u64,
}

/// A match of a source, sink, sanitizer or propagator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which entry of its list in the rule.
    pub entry: usize,
    /// What it matches (the focus, where there is one).
    pub span: Span,
    /// Its metavariables.
    pub bindings: Vec<Binding>,
}

/// What one taint rule matches in one file.
#[derive(Clone, Debug)]
pub struct RuleHits<'a> {
    /// The caller's number of the rule.
    pub rule: usize,
    /// The rule's lists.
    pub spec: &'a TaintSpec,
    /// The rule's switches.
    pub options: &'a Options,
    /// Matches of sources.
    pub sources: Vec<Hit>,
    /// Some of them are more than any text: the file matters by itself.
    pub begins: bool,
    /// Matches of propagators.
    pub propagators: Vec<Hit>,
    /// Matches of sanitizers.
    pub sanitizers: Vec<Hit>,
    /// Matches of sinks.
    pub sinks: Vec<Hit>,
}

impl RuleHits<'_> {
    /// Whether the file can contribute to a finding of this rule at all.
    pub fn is_live(&self) -> bool {
        !self.sources.is_empty() || !self.sinks.is_empty()
    }

    /// The rule, and whether it has sources that are more than a text, and sinks, in the file.
    pub fn ends(&self) -> (usize, bool, bool) {
        (self.rule, self.begins, !self.sinks.is_empty())
    }
}

/// One step of a trace.
#[derive(Clone, Debug)]
pub struct Step {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The place.
    pub span: Span,
    /// What happens there.
    pub kind: StepKind,
}

/// A value that reaches a sink.
#[derive(Clone, Debug)]
pub struct TaintFinding {
    /// The caller's number of the rule.
    pub rule: usize,
    /// The sink's file.
    pub file: Arc<SourceFile>,
    /// The sink's match.
    pub span: Span,
    /// The sink's metavariables.
    pub bindings: Vec<Binding>,
    /// The source's metavariables, with its file: they count where the sink has none of that name.
    pub source_bindings: Vec<Binding>,
    /// The source's file.
    pub source_file: Arc<SourceFile>,
    /// The source's match.
    pub source_span: Span,
    /// From source to sink.
    pub trace: Vec<Step>,
    /// A call on the way was resolved by its name alone.
    pub unsure: bool,
    /// An object that holds the value somewhere was used as a whole.
    pub whole: bool,
}
