//! How a formula came to its ranges: what each part matches by itself, and what it took away from the others.
//!
//! For people who write rules. The steps are those of the evaluator in the same order, without its shortcuts, so a part
//! that the evaluator would not have looked at any more is shown with what it matches all the same.

use firedoor_core::Span;

use super::compile::{Compiled, CompiledKind};
use super::evaluate::{Evaluator, Range, focus, subtract};
use crate::rule::model::{Formula, FormulaKind};

/// One part of a rule.
#[derive(Clone, Debug, Default)]
pub struct Explained {
    /// Key and value in the rule's source.
    pub span: Span,
    /// The pattern or expression; empty where the part is a composition.
    pub text: String,
    /// What it matches by itself; of a condition or a focus, what is left after it.
    pub found: Vec<Range>,
    /// What it took away from the conjunction in which it stands.
    pub dropped: Vec<Range>,
    /// Its own parts, conditions and focus included, in the order in which they were applied.
    pub parts: Vec<Explained>,
}

impl Explained {
    /// Whether it, or any part of it, matches anything.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.found.is_empty() && self.parts.iter().all(Self::is_silent)
    }
}

impl Evaluator<'_> {
    /// Explains a formula over the whole file.
    #[must_use]
    pub fn explain(&self, formula: &Formula, compiled: &Compiled) -> Explained {
        self.explain_wide(formula, &compiled.widened())
    }

    /// The same for a formula that is widened already.
    fn explain_wide(&self, formula: &Formula, compiled: &Compiled) -> Explained {
        let mut parts = Vec::new();
        let mut ranges = self.explain_kind(formula, compiled, &mut parts);
        for (condition, check) in formula.conditions.iter().zip(&compiled.checks) {
            let (mut left, mut dropped) = (Vec::new(), Vec::new());
            for range in ranges {
                let kept = self.check(check, range.clone());
                if kept.is_empty() {
                    dropped.push(range);
                }
                left.extend(kept);
            }
            ranges = left;
            let text = check.kind.metavariable().unwrap_or_default().to_owned();
            parts.push(Explained { span: condition.span, text, found: ranges.clone(), dropped, parts: Vec::new() });
        }
        if let Some(first) = formula.focus.first() {
            ranges = focus(ranges, &compiled.focus);
            let span = formula.focus.iter().fold(first.span, |all, f| Span { end: all.end.max(f.span.end), ..all });
            let names: Vec<&str> = formula.focus.iter().flat_map(|f| &f.metavariables).map(|m| &**m).collect();
            let text = names.join(", ");
            parts.push(Explained { span, text, found: ranges.clone(), ..Explained::default() });
        }
        Explained { span: formula.span, text: text_of(formula), found: ranges, dropped: Vec::new(), parts }
    }

    fn explain_kind(&self, formula: &Formula, compiled: &Compiled, parts: &mut Vec<Explained>) -> Vec<Range> {
        match (&formula.kind, &compiled.kind) {
            (FormulaKind::And(models), CompiledKind::And(all)) => self.explain_and(models, all, parts),
            (FormulaKind::Or(models), CompiledKind::Or(any)) => {
                parts.extend(models.iter().zip(any).map(|(model, one)| self.explain_wide(model, one)));
                self.kind(compiled, None, false)
            }
            (FormulaKind::Not(model), CompiledKind::Not(inner)) => {
                self.explain_only(model, inner, parts);
                self.formula(inner, None)
            }
            (
                FormulaKind::Inside(model) | FormulaKind::Anywhere(model),
                CompiledKind::Inside(inner) | CompiledKind::Anywhere(inner),
            ) => {
                self.explain_only(model, inner, parts);
                self.kind(compiled, None, false)
            }
            _ => self.kind(compiled, None, false),
        }
    }

    /// What stands below a negation or an enclosing pattern; of a lone pattern there is no more to say than of both.
    fn explain_only(&self, model: &Formula, inner: &Compiled, parts: &mut Vec<Explained>) {
        let explained = self.explain_wide(model, inner);
        if !explained.parts.is_empty() {
            parts.push(explained);
        }
    }

    fn explain_and(&self, models: &[Formula], all: &[Compiled], parts: &mut Vec<Explained>) -> Vec<Range> {
        let mut explained: Vec<Explained> = models.iter().zip(all).map(|(m, c)| self.explain_wide(m, c)).collect();
        let is_inside = |n: &usize| matches!(all[*n].kind, CompiledKind::Inside(_) | CompiledKind::Anywhere(_));
        let (negative, positive): (Vec<usize>, Vec<usize>) = (0..explained.len()).partition(|n| all[*n].is_negative());
        let (insides, plain): (Vec<usize>, Vec<usize>) = positive.into_iter().partition(is_inside);
        let mut ranges: Option<Vec<Range>> = None;
        for nth in plain.into_iter().chain(insides) {
            let next = self.formula(&all[nth], None);
            ranges = Some(match ranges {
                None => next,
                Some(before) => {
                    let left = self.intersect(&before, &next);
                    explained[nth].dropped = gone(&before, &left);
                    left
                }
            });
        }
        let mut ranges = ranges.unwrap_or_default();
        for nth in negative {
            let CompiledKind::Not(inner) = &all[nth].kind else { continue };
            let left = subtract(ranges.clone(), &self.formula(inner, None));
            explained[nth].dropped = gone(&ranges, &left);
            ranges = left;
        }
        parts.append(&mut explained);
        ranges
    }
}

/// The ranges of which nothing is left.
fn gone(before: &[Range], left: &[Range]) -> Vec<Range> {
    before.iter().filter(|b| !left.iter().any(|l| b.span.contains(l.span))).cloned().collect()
}

/// The pattern of a formula that is one, or takes one away, or wants one around.
fn text_of(formula: &Formula) -> String {
    match &formula.kind {
        FormulaKind::Pattern(text) | FormulaKind::Regex(text) => text.text.trim_end().to_owned(),
        FormulaKind::Not(inner) | FormulaKind::Inside(inner) | FormulaKind::Anywhere(inner) => text_of(inner),
        FormulaKind::And(_) | FormulaKind::Or(_) => String::new(),
    }
}
