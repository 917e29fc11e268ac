//! What a file must hold for a formula to match, as far as the file's bytes tell: a prefilter over all rules together.
//!
//! Names that a pattern writes out, texts that a regular expression cannot do without, and names that
//! `metavariable-regex` asks for: `$REQ.$ATTR` alone would make every file worth parsing, with `$REQ` being `^request$`
//! few are. Texts of strings are none: constants are folded before they are compared, so `"ab"` may be written
//! `"a" + "b"`.

use firedoor_lang::Language;

use super::compile::{Compiled, CompiledKind, Leaf};
use crate::cond::pcre::Part;
use crate::cond::{Check, CheckKind};
use crate::pattern::{Op, Pattern};
use crate::tree::Sym;

impl Compiled {
    /// Whether a file can have a match in which `holds` says which texts occur, in any case; the second argument asks
    /// for the text without letters, digits and underscores beside it. What it is asked is among [`Compiled::literals`].
    pub fn can_match(&self, holds: &dyn Fn(&str, bool) -> bool) -> bool {
        let kind = match &self.kind {
            CompiledKind::Leaf(Leaf::Code(pattern)) => {
                let whole = has_names(pattern.language);
                pattern.literals.iter().all(|l| holds(l, whole && is_name(l)))
            }
            CompiledKind::Leaf(Leaf::Generic(pattern)) => pattern.required_literals().iter().all(|l| holds(l, false)),
            CompiledKind::Leaf(Leaf::Regex(regex)) => {
                regex.required_literals().is_none_or(|any| any.iter().any(|l| holds(l, false)))
            }
            CompiledKind::And(all) => all.iter().filter(|f| !f.is_negative()).all(|f| f.can_match(holds)),
            CompiledKind::Or(any) => any.iter().any(|f| f.can_match(holds)),
            CompiledKind::Inside(inner) | CompiledKind::Anywhere(inner) => inner.can_match(holds),
            CompiledKind::Not(_) => true,
        };
        kind && self.required.iter().all(|any| any.iter().any(|part| holds(&part.text, part.whole)))
    }

    /// Calls `add` with every text that [`Compiled::can_match`] may ask for.
    pub fn literals(&self, add: &mut dyn FnMut(&str)) {
        self.required.iter().flatten().for_each(|part| add(&part.text));
        match &self.kind {
            CompiledKind::Leaf(Leaf::Code(pattern)) => pattern.literals.iter().for_each(|l| add(l)),
            CompiledKind::Leaf(Leaf::Generic(pattern)) => pattern.required_literals().iter().for_each(|l| add(l)),
            CompiledKind::Leaf(Leaf::Regex(regex)) => {
                regex.required_literals().unwrap_or(&[]).iter().for_each(|l| add(l));
            }
            CompiledKind::And(all) | CompiledKind::Or(all) => all.iter().for_each(|f| f.literals(add)),
            CompiledKind::Inside(inner) | CompiledKind::Anywhere(inner) => inner.literals(add),
            CompiledKind::Not(_) => {}
        }
    }
}

/// Whether a text can be a name by itself.
fn is_name(text: &str) -> bool {
    text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_' || c >= 0x80)
}

/// Whether names are tokens of a language: in the shell and in data, a part of a word may be bound.
fn has_names(language: Language) -> bool {
    !matches!(
        language,
        Language::Bash
            | Language::Dockerfile
            | Language::Hcl
            | Language::Yaml
            | Language::Json
            | Language::Html
            | Language::Xml
    )
}

/// What the conditions ask of the names in a file.
pub(super) fn required(kind: &CompiledKind, checks: &[Check<Box<Compiled>>]) -> Vec<Vec<Part>> {
    let mut out = Vec::new();
    for check in checks {
        if let CheckKind::Regex { metavariable, regex, constant_propagation: false } = &check.kind
            && let Some(parts) = regex.required_parts()
        {
            let mut seen = Seen::default();
            seen.formula(kind, checks, Sym::new(metavariable));
            if seen.code && !seen.other {
                let words = seen.names;
                out.push(parts.iter().map(|p| Part { text: p.text.clone(), whole: p.whole && words }).collect());
            }
        }
    }
    out
}

/// Where a metavariable is bound.
struct Seen {
    /// To code as it is written.
    code: bool,
    /// To something that need not be written as it is compared: the value of a constant, a group of an expression.
    other: bool,
    /// Names are tokens wherever it is bound.
    names: bool,
}

impl Default for Seen {
    fn default() -> Self {
        Self { code: false, other: false, names: true }
    }
}

impl Seen {
    fn formula(&mut self, kind: &CompiledKind, checks: &[Check<Box<Compiled>>], name: Sym) {
        for check in checks {
            if let CheckKind::Regex { regex, .. } = &check.kind {
                self.other |= regex.metavariables().any(|group| Sym::new(group) == name);
            }
        }
        match kind {
            CompiledKind::Leaf(Leaf::Code(pattern)) => self.pattern(pattern, name),
            CompiledKind::Leaf(Leaf::Generic(pattern)) => {
                self.other |= pattern.metavariables().iter().any(|bound| Sym::new(bound) == name);
            }
            CompiledKind::Leaf(Leaf::Regex(regex)) => {
                self.other |= regex.metavariables().any(|group| Sym::new(group) == name);
            }
            CompiledKind::And(all) | CompiledKind::Or(all) => all.iter().for_each(|f| self.nested(f, name)),
            CompiledKind::Inside(inner) | CompiledKind::Anywhere(inner) => self.nested(inner, name),
            // What takes away binds nothing.
            CompiledKind::Not(_) => {}
        }
    }

    fn nested(&mut self, formula: &Compiled, name: Sym) {
        self.other |= formula.bind == Some(name);
        self.formula(&formula.kind, &formula.checks, name);
    }

    fn pattern(&mut self, pattern: &Pattern, name: Sym) {
        if !pattern.metavariables.iter().any(|(bound, _)| *bound == name) {
            return;
        }
        self.names &= has_names(pattern.language);
        let mut code = false;
        for node in &pattern.nodes {
            match &node.op {
                Op::Metavariable(bound) | Op::Typed(bound, _) => code |= *bound == name,
                Op::Sequence(bound) | Op::StringMetavariable(bound) => self.other |= *bound == name,
                _ => {}
            }
        }
        // Somewhere in a text, if it is at no node.
        self.other |= !code;
        self.code |= code;
    }
}
