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
            Ok(root) => {
                let unknown = eval::unknown_function(&root);
                if let (Some(name), Some(source)) = (unknown, sources.get(text.file)) {
                    let at = text.value.find(name.rsplit('.').next().unwrap_or(name)).unwrap_or(0);
                    let span =
                        text.inner.map_or(text.span, |inner| Span::new(inner as usize + at, inner as usize + at + 1));
                    let message = format!("`{name}` is not a function that filters have");
                    diagnostics.push(Diagnostic::new(
                        "unknown-function",
                        source,
                        Some(span),
                        message,
                        "unknown function",
                    ));
                    return None;
                }
                Some(Self { root })
            }
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

    /// Reads one that is never evaluated, such as `validate`: only mistakes of form are told.
    pub(crate) fn check(text: &Text, sources: &[RuleSource], diagnostics: &mut Vec<Diagnostic>) {
        if let Err((at, message)) = parser::parse(&text.value) {
            let span = text.inner.map_or(text.span, |inner| Span::new(inner as usize + at, inner as usize + at + 1));
            if let Some(source) = sources.get(text.file) {
                let what = "this expression cannot be read";
                diagnostics.push(Diagnostic::new("invalid-expression", source, Some(span), what, message));
            }
        }
    }

    /// Whether it holds for a finding. What cannot be evaluated does not hold.
    pub(crate) fn discards(&self, subject: &Subject<'_>) -> bool {
        eval::holds(&self.root, subject)
    }
}
