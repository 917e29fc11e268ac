//! Betterleaks' expressions: `prefilter`, `filter` and `validate`.
//!
//! All are parsed. Filters are evaluated as far as they speak of the finding and the file; what would need a network
//! (`validate`) is never run. A filter that holds discards the finding.

mod eval;
mod lexer;
mod parser;

use firedoor_core::{Diagnostic, RuleSource, Span};

use super::allowlist::Subject;
use super::file::Text;

/// A parsed expression.
#[derive(Debug)]
pub(crate) struct Expression {
    root: parser::Node,
}

impl Expression {
    /// Parses one; a mistake is told with its place.
    pub(crate) fn parse(text: &Text, sources: &[RuleSource], diagnostics: &mut Vec<Diagnostic>) -> Option<Self> {
        match parser::parse(&text.value) {
            Ok(root) => Some(Self { root }),
            Err((at, message)) => {
                let span =
                    text.inner.map_or(text.span, |inner| Span::new(inner as usize + at, inner as usize + at + 1));
                if let Some(source) = sources.get(text.file) {
                    diagnostics.push(Diagnostic::new(
                        "invalid-expression",
                        source,
                        Some(span),
                        "this expression cannot be read",
                        message,
                    ));
                }
                None
            }
        }
    }

    /// Whether it holds for a finding. What cannot be evaluated does not hold.
    pub(crate) fn discards(&self, subject: &Subject<'_>) -> bool {
        eval::holds(&self.root, subject)
    }
}
