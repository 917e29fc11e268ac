//! The names of functions of which any call matches: what a rule says of `f(...)` is said of `f` itself, where that is
//! handed on as a value.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashSet;

use super::model::{ConditionKind, Formula, FormulaKind, Recodes, Sanitizer};
use crate::cond::{Anchor, Pcre};

/// A function of which a pattern matches any call.
#[derive(Clone, Debug)]
pub struct CallName {
    segments: Vec<Segment>,
}

#[derive(Clone, Debug)]
enum Segment {
    Is(Box<str>),
    /// A metavariable, and what its text must match.
    Any(Vec<Test>),
}

#[derive(Clone, Debug)]
struct Test {
    regex: Arc<str>,
    built: OnceLock<Option<Pcre>>,
}

impl Test {
    fn matches(&self, text: &str) -> bool {
        let built = self.built.get_or_init(|| Pcre::new(&self.regex, Anchor::Start).ok());
        built.as_ref().is_some_and(|regex| matches!(regex.is_match(text.as_bytes()), Ok(true)))
    }
}

impl CallName {
    /// Whether it is the function of that name, with a point between the parts.
    pub fn matches(&self, name: &str) -> bool {
        let mut parts = name.split('.');
        let fits = self.segments.iter().all(|segment| match (segment, parts.next()) {
            (Segment::Is(text), Some(part)) => **text == *part,
            (Segment::Any(tests), Some(part)) => tests.iter().all(|t| t.matches(part)),
            (_, None) => false,
        });
        fits && parts.next().is_none()
    }

    /// The functions that a formula speaks of, where it matches all their calls.
    pub fn of(formula: &Formula) -> Vec<Self> {
        let mut out = Vec::new();
        collect(formula, &[], &mut out);
        out
    }

    /// Its name, if it has only one.
    fn only(&self) -> Option<String> {
        let is = |s: &Segment| match s {
            Segment::Is(text) => Some(text.to_string()),
            Segment::Any(_) => None,
        };
        self.segments.iter().map(is).collect::<Option<Vec<String>>>().map(|parts| parts.join("."))
    }
}

/// The functions that clean for a rule, found when one is first asked for.
#[derive(Clone, Debug, Default)]
pub struct Cleaners(OnceLock<Found>);

#[derive(Clone, Debug, Default)]
struct Found {
    names: FxHashSet<Box<str>>,
    others: Vec<CallName>,
}

impl Cleaners {
    /// Whether any call of the function of that name is clean.
    pub fn has(&self, sanitizers: &[Sanitizer], name: &str) -> bool {
        let found = self.0.get_or_init(|| {
            let mut found = Found::default();
            for call in
                sanitizers.iter().filter(|s| s.recodes != Some(Recodes::Decodes)).flat_map(|s| CallName::of(&s.formula))
            {
                match call.only() {
                    Some(name) => drop(found.names.insert(name.into())),
                    None => found.others.push(call),
                }
            }
            found
        });
        found.names.contains(name) || found.others.iter().any(|call| call.matches(name))
    }
}

/// A metavariable and the expression for its text.
type Named<'f> = (&'f str, &'f Arc<str>);

fn collect(formula: &Formula, around: &[Named<'_>], out: &mut Vec<CallName>) {
    if !formula.focus.is_empty() {
        return;
    }
    let mut tests = around.to_vec();
    for condition in &formula.conditions {
        match &condition.kind {
            ConditionKind::Regex { metavariable, regex, constant_propagation: false } => {
                tests.push((&**metavariable, &regex.text));
            }
            _ => return,
        }
    }
    match &formula.kind {
        FormulaKind::Pattern(pattern) => out.extend(call_name(&pattern.text, &tests)),
        FormulaKind::Or(all) => all.iter().for_each(|one| collect(one, &tests, out)),
        FormulaKind::And(all) => {
            if let [one] = &all[..] {
                collect(one, &tests, out);
            }
        }
        _ => {}
    }
}

/// `a.$B(...)`; `None` for any other pattern, and where something is asked of what is no part of the name.
fn call_name(pattern: &str, tests: &[Named<'_>]) -> Option<CallName> {
    let (name, args) = pattern.trim().split_once('(')?;
    let is_word = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_');
    let is_any = |arg: &str| {
        let arg = arg.trim();
        arg == "..." || arg.strip_prefix('$').is_some_and(is_word)
    };
    if !args.strip_suffix(')')?.split(',').all(is_any) {
        return None;
    }
    let mut used = 0;
    let mut segments = Vec::new();
    for segment in name.split('.') {
        if segment.starts_with('$') {
            let of: Vec<Test> = (tests.iter().filter(|(mvar, _)| *mvar == segment))
                .map(|(_, regex)| Test { regex: Arc::clone(regex), built: OnceLock::new() })
                .collect();
            used += of.len();
            segments.push(Segment::Any(of));
        } else if is_word(segment) {
            segments.push(Segment::Is(segment.into()));
        } else {
            return None;
        }
    }
    // A name that may be any says nothing.
    let says = |s: &Segment| match s {
        Segment::Is(_) => true,
        Segment::Any(tests) => !tests.is_empty(),
    };
    (used == tests.len() && segments.last().is_some_and(says)).then_some(CallName { segments })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(pattern: &str, tests: &[(&str, &str)]) -> Option<CallName> {
        let tests: Vec<(&str, Arc<str>)> = tests.iter().map(|(m, r)| (*m, Arc::from(*r))).collect();
        let tests: Vec<Named<'_>> = tests.iter().map(|(m, r)| (*m, r)).collect();
        call_name(pattern, &tests)
    }

    #[test]
    fn patterns_of_any_call_name_a_function() {
        assert!(names("Integer.parseInt(...)", &[]).is_some_and(|c| c.matches("Integer.parseInt")));
        assert!(names("escape($X)", &[]).is_some_and(|c| c.matches("escape") && !c.matches("a.escape")));
        let clean = names("$F(...)", &[("$F", "^(intval|count)$")]);
        assert!(clean.as_ref().is_some_and(|c| c.matches("intval") && !c.matches("system")));
        assert!(names("$F(...)", &[]).is_none());
        assert!(names("f($X, 1)", &[]).is_none());
        assert!(names("f($X)", &[("$X", "^a")]).is_none());
        assert!(names("(Type $X).f(...)", &[]).is_none());
    }
}
