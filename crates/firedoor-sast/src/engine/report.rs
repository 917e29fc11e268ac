//! From ranges to findings: messages filled in, fixes made.

use std::collections::BTreeMap;

use firedoor_core::{Edit, Evidence, Finding, Findings, Fix, SourceFile, Span};

use super::pack::CompiledRule;
use crate::cond::{Pcre, compare::Value};
use crate::formula::{FileContext, Range};
use crate::matcher::Bound;
use crate::names::symbolic;
use crate::rule::model::Rule;
use crate::rule::render;
use crate::tree::{Const, Kind, Sym};

/// Texts and constants of a match's bindings.
pub(crate) struct Filled<'a> {
    pub(crate) context: &'a FileContext<'a>,
    pub(crate) bindings: &'a [Bound],
}

impl Filled<'_> {
    fn bound(&self, name: &str) -> Option<&Bound> {
        let sym = Sym::new(name);
        self.bindings.iter().find(|b| b.name == sym)
    }

    /// The text of a binding.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        let bound = self.bound(name)?;
        self.context.src.get(bound.span.range())?;
        Some(self.context.text(bound.span).into_owned())
    }

    /// The constant that it holds, or the expression that the variable stands for.
    pub(crate) fn value(&self, name: &str) -> Option<String> {
        let bound = self.bound(name)?;
        if bound.node == Bound::NO_NODE {
            return None;
        }
        let tree = self.context.tree()?;
        let value = match tree.constants.get(&bound.node) {
            Some(Const::Str(s)) => return Some(s.to_string()),
            Some(Const::Int(n)) => Value::Int(*n),
            Some(Const::Float(f)) => Value::Float(*f),
            Some(Const::Bool(b)) => Value::Bool(*b),
            Some(Const::AnyStr | Const::Null) => return None,
            None => {
                let name = bound.node;
                let written = (tree.kind(name) == Kind::Ident).then(|| symbolic(tree, name)).flatten()?;
                // What waits, asks for types or holds functions is no value to show.
                let simple = |id| {
                    !matches!(tree.kind(id), Kind::Await | Kind::Lambda | Kind::FuncDef | Kind::Type | Kind::Other)
                };
                let node = tree.node(written);
                let shown = node.kind != Kind::Unary && (written..node.end).all(simple);
                return shown.then(|| self.context.text(node.span).into_owned());
            }
        };
        value.text()
    }
}

/// Findings of one rule in one file; a file with more is no longer read by anybody.
const MAX_FINDINGS: usize = 10_000;

/// Makes a finding of each range.
pub(super) fn search(
    rule: &Rule,
    compiled: &CompiledRule,
    context: &FileContext<'_>,
    file: &SourceFile,
    ranges: &[Range],
    out: &mut Findings,
) {
    let mut ranges: Vec<&Range> = ranges.iter().collect();
    ranges.sort_by_key(|r| (r.span.start, r.span.end));
    let mut seen: Vec<(Span, String)> = Vec::new();
    for (nth, range) in ranges.into_iter().enumerate() {
        // A finding keeps its text; those of a long chain of calls overlap and would add up to its square.
        if nth >= MAX_FINDINGS || !context.charge(range.span.len()) {
            context.cut(range.span, nth >= MAX_FINDINGS);
            continue;
        }
        if seen.last().is_some_and(|(span, _)| *span != range.span) {
            seen.clear();
        }
        let filled = Filled { context, bindings: &range.bindings };
        let message = render::interpolate(&rule.message, &|n| filled.text(n), &|n| filled.value(n));
        let key = (range.span, message);
        // Ranges are in order, so those of one place follow each other.
        if seen.iter().rev().take_while(|(span, _)| *span == key.0).any(|known| *known == key) {
            continue;
        }
        let mut finding = Finding::new(&rule.info, file, range.span, key.1.clone());
        finding.evidence = Evidence::Code { metavariables: metavariables(compiled, &filled, &range.bindings) };
        finding.fixes.extend(fix(rule, &filled, file, range.span));
        out.push(finding);
        seen.push(key);
    }
}

fn metavariables(compiled: &CompiledRule, filled: &Filled<'_>, bindings: &[Bound]) -> BTreeMap<String, String> {
    (bindings.iter())
        .filter_map(|b| {
            let name = compiled.names.get(&b.name)?;
            Some((name.to_string(), filled.text(name)?))
        })
        .collect()
}

/// `fix:` or `fix-regex:` of the rule, filled in.
fn fix(rule: &Rule, filled: &Filled<'_>, file: &SourceFile, span: Span) -> Option<Fix> {
    let region = file.lines().region(file.bytes(), span);
    let replacement = if let Some(fix) = &rule.fix {
        render::fix(&fix.text, &|n| filled.text(n), region.start_column.saturating_sub(1))
    } else {
        let fix = rule.fix_regex.as_ref()?;
        let regex = Pcre::new(&fix.regex.text, render::FIX_ANCHOR).ok()?;
        render::fix_regex(fix, &regex, &String::from_utf8_lossy(file.slice(span)))?
    };
    let edit = Edit { path: file.path().clone(), span, region, replacement };
    Some(Fix { description: "Replace the code as the rule proposes.".to_owned(), edits: vec![edit] })
}
