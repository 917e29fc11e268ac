//! What rules have in common is compiled once: patterns by their text, whole formulas by their structure.
//!
//! Lists that many rules include (the sources of a framework, its sanitizers) expand to the same formulas in each of
//! them. One compiled formula then also means one evaluation for each file, because [`super::FileContext`] remembers
//! ranges by the formula's address. Places in the source do not count: the first rule's are kept.

use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use firedoor_core::{Diagnostic, RuleSource};
use firedoor_lang::Language;
use rustc_hash::FxHashMap;

use super::compile::{Compiled, Names, Reading, compile};
use crate::pattern::{self, Pattern, PatternError};
use crate::rule::model::{ConditionKind, Formula, FormulaKind};

/// Compiled patterns by language and text.
type Patterns = FxHashMap<(Language, Arc<str>), Arc<Pattern>>;
/// Compiled formulas by what they say, with the names of their metavariables.
type Formulas = FxHashMap<String, (Arc<Compiled>, Names)>;

/// Compiled patterns and formulas by what they say.
#[derive(Debug, Default)]
pub struct Interner {
    patterns: Mutex<Patterns>,
    formulas: Mutex<Formulas>,
}

impl Interner {
    /// Compiles a pattern, or gives the one of the same text.
    ///
    /// # Errors
    ///
    /// If the pattern cannot be read.
    pub(super) fn pattern(&self, text: &Arc<str>, language: Language) -> Result<Arc<Pattern>, PatternError> {
        let lock = || self.patterns.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (language, Arc::clone(text));
        if let Some(pattern) = lock().get(&key) {
            return Ok(Arc::clone(pattern));
        }
        let pattern = Arc::new(pattern::compile(text, language)?);
        // Another thread may have been faster: all must get the same one.
        Ok(Arc::clone(lock().entry(key).or_insert(pattern)))
    }

    /// Compiles a rule's formula, or gives the one of the same structure.
    ///
    /// # Errors
    ///
    /// See [`compile()`].
    pub fn formula(
        &self,
        formula: &Formula,
        reading: Reading,
        source: &RuleSource,
        names: &mut Names,
    ) -> Result<Arc<Compiled>, Box<Diagnostic>> {
        let lock = || self.formulas.lock().unwrap_or_else(PoisonError::into_inner);
        let mut key = String::new();
        write_key(formula, &mut key);
        if let Some((known, bound)) = lock().get(&key) {
            names.extend(bound.iter().map(|(sym, name)| (*sym, Arc::clone(name))));
            return Ok(Arc::clone(known));
        }
        let mut own = Names::new();
        let compiled = compile(formula, reading, source, &mut own, self);
        names.extend(own.iter().map(|(sym, name)| (*sym, Arc::clone(name))));
        let compiled = Arc::new(compiled?);
        Ok(Arc::clone(&lock().entry(key).or_insert((compiled, own)).0))
    }
}

/// Writes everything that decides what a formula matches. Texts are quoted, so no two formulas are written alike.
fn write_key(formula: &Formula, out: &mut String) {
    let all = |tag: char, list: &[Formula], out: &mut String| {
        let _ = write!(out, "{tag}{}(", list.len());
        list.iter().for_each(|f| write_key(f, out));
        out.push(')');
    };
    match &formula.kind {
        FormulaKind::Pattern(text) => {
            let _ = write!(out, "p{:?}", text.text);
        }
        FormulaKind::Regex(text) => {
            let _ = write!(out, "r{:?}", text.text);
        }
        FormulaKind::And(list) => all('&', list, out),
        FormulaKind::Or(list) => all('|', list, out),
        FormulaKind::Not(inner) => all('!', std::slice::from_ref(inner), out),
        FormulaKind::Inside(inner) => all('i', std::slice::from_ref(inner), out),
        FormulaKind::Anywhere(inner) => all('a', std::slice::from_ref(inner), out),
    }
    for condition in &formula.conditions {
        let _ = match &condition.kind {
            ConditionKind::Regex { metavariable, regex, constant_propagation } => {
                write!(out, "?r{metavariable:?}{:?}{constant_propagation}", regex.text)
            }
            ConditionKind::Pattern { metavariable, language, formula } => {
                let _ = write!(out, "?p{metavariable:?}{language:?}");
                write_key(formula, out);
                Ok(())
            }
            ConditionKind::Comparison { metavariable, comparison, strip, base } => {
                write!(out, "?c{metavariable:?}{:?}{strip}{base:?}", comparison.text)
            }
            ConditionKind::Analysis { metavariable, analyzer } => write!(out, "?a{metavariable:?}{analyzer:?}"),
            ConditionKind::Type { metavariable, types, language } => {
                let types: Vec<&str> = types.iter().map(|t| &*t.text).collect();
                write!(out, "?t{metavariable:?}{types:?}{language:?}")
            }
            ConditionKind::Name { metavariable, kind, modules } => {
                write!(out, "?n{metavariable:?}{kind:?}{modules:?}")
            }
        };
    }
    for focus in &formula.focus {
        let _ = write!(out, "f{:?}", focus.metavariables);
    }
    if let Some(name) = &formula.bind {
        let _ = write!(out, "={name:?}");
    }
    out.push(';');
}
