//! Running a rule file's own `examples` and `counterexamples`, for `firedoor rules test`.

use std::sync::Arc;

use firedoor_core::{Confidence, Diagnostic, Engine, Findings, Origin, RepoPath, RuleSource, SourceFile, Span};

use crate::engine::SecretsEngine;
use crate::{dialect, generate};

/// Whether a text must or must not be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExampleKind {
    /// The rule must find it, at any confidence.
    Example,
    /// The rule must not find it at medium or high confidence.
    Counterexample,
}

/// The outcome of one example.
#[derive(Clone, Debug)]
pub struct RuleTest {
    /// The rule's id.
    pub rule: String,
    /// What was expected.
    pub kind: ExampleKind,
    /// Position among the rule's examples of that kind, from 0.
    pub index: usize,
    /// The example as it is written, with its generators.
    pub text: String,
    /// Where it is written.
    pub span: Span,
    /// `None` if it passed, otherwise what went wrong.
    pub failure: Option<String>,
}

/// Runs the examples of every rule of a file. A rule without examples has no entry.
///
/// # Errors
///
/// The file's mistakes, if it has any.
pub fn test_rules(source: &RuleSource) -> Result<Vec<RuleTest>, Vec<Diagnostic>> {
    let mut diagnostics = Vec::new();
    let (mut set, raw) = dialect::load_one(source, &mut diagnostics);
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    // What our own pack says of placeholders counts in tests of any file.
    for rule in &mut set.rules {
        rule.builtin = true;
    }
    let engine = SecretsEngine::new(set, false).without_merging();
    let mut tests = Vec::new();
    for rule in raw {
        let id = rule.id.map(|t| t.value.into_owned()).unwrap_or_default();
        let kinds = [(ExampleKind::Example, rule.examples), (ExampleKind::Counterexample, rule.counterexamples)];
        for (kind, texts) in kinds {
            for (index, text) in texts.into_iter().enumerate() {
                let failure = run(&engine, &id, kind, index, &text.value);
                let rule = id.clone();
                tests.push(RuleTest { rule, kind, index, text: text.value.into_owned(), span: text.span, failure });
            }
        }
    }
    Ok(tests)
}

fn run(engine: &SecretsEngine, rule: &str, kind: ExampleKind, index: usize, text: &str) -> Option<String> {
    let expanded = match generate::expand(text, rule, index) {
        Ok(expanded) => expanded,
        Err(e) => return Some(e),
    };
    // `path: NAME` in the first line gives the file its name, for rules that ask for one.
    let (path, body) = match expanded.strip_prefix("path: ").and_then(|t| t.split_once('\n')) {
        Some((path, body)) => (path.trim().to_owned(), body.to_owned()),
        None => ("example".to_owned(), expanded),
    };
    let file = Arc::new(SourceFile::new(RepoPath::new(path), Origin::WorkTree, body.into_bytes()));
    let mut found = Findings::default();
    engine.start().file(&file, &mut found);
    let best = found.findings.iter().filter(|f| f.rule.id.as_str() == rule).map(|f| f.confidence).max();
    match (kind, best) {
        (ExampleKind::Example, None) => Some("the rule does not find it".to_owned()),
        (ExampleKind::Counterexample, Some(c)) if c >= Confidence::Medium => {
            Some(format!("the rule finds it at {c} confidence"))
        }
        _ => None,
    }
}
