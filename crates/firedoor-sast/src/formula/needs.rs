//! What a file must hold for a formula to match, as far as the file's bytes tell: a prefilter over all rules together.
//!
//! Names that a pattern writes out, texts that a regular expression cannot do without, and names that
//! `metavariable-regex` asks for: `$REQ.$ATTR` alone would make every file worth parsing, with `$REQ` being `^request$`
//! few are. Constants are folded before they are compared, so `"ab"` may be written `"a" + "b"`: contents of strings are
//! asked for as such ([`Manner::string`]).

use firedoor_lang::Language;

use super::compile::{Compiled, CompiledKind, Leaf};
use crate::cond::{Check, CheckKind};
use crate::pattern::{Form, INDEX_OF_INDEX, Op, Pattern};
use crate::tree::Sym;

/// What the texts that occur in a file say about a formula: only as deep as it must be, so that neither `All` nor
/// `Any` holds what is known beforehand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need<T> {
    /// It may match any file.
    Always,
    /// It matches no file.
    Never,
    /// This text occurs.
    Text(T),
    /// All of these are met.
    All(Vec<Need<T>>),
    /// One of these is met.
    Any(Vec<Need<T>>),
}

impl<T: PartialEq> Need<T> {
    fn all(parts: impl Iterator<Item = Self>) -> Self {
        let mut out = Vec::new();
        for part in parts {
            match part {
                Self::Always => {}
                Self::Never => return Self::Never,
                Self::All(more) => out.extend(more),
                part if out.contains(&part) => {}
                part => out.push(part),
            }
        }
        match out.len() {
            0 => Self::Always,
            1 => out.swap_remove(0),
            _ => Self::All(out),
        }
    }

    /// What is met where one of these is.
    pub fn any(parts: impl Iterator<Item = Self>) -> Self {
        let mut out = Vec::new();
        for part in parts {
            match part {
                Self::Never => {}
                Self::Always => return Self::Always,
                Self::Any(more) => out.extend(more),
                part => out.push(part),
            }
        }
        match out.len() {
            0 => Self::Never,
            1 => out.swap_remove(0),
            _ => Self::Any(out),
        }
    }

    /// Whether it is met where `holds` says which texts occur.
    pub fn is_met(&self, holds: &impl Fn(&T) -> bool) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Text(text) => holds(text),
            Self::All(parts) => parts.iter().all(|part| part.is_met(holds)),
            Self::Any(parts) => parts.iter().any(|part| part.is_met(holds)),
        }
    }

    /// Texts of which one occurs wherever it is met, as few as can be told; `None` if it may be met without any.
    pub fn one_of(&self) -> Option<Vec<&T>> {
        match self {
            Self::Always => None,
            Self::Never => Some(Vec::new()),
            Self::Text(text) => Some(vec![text]),
            Self::All(parts) => parts.iter().filter_map(Self::one_of).min_by_key(Vec::len),
            Self::Any(parts) => {
                let each: Option<Vec<Vec<&T>>> = parts.iter().map(Self::one_of).collect();
                each.map(|all| all.concat())
            }
        }
    }
}

/// How a text must stand in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// Without letters, digits and underscores beside it.
    pub whole: bool,
    /// In upper and lower case as it is written.
    pub exact: bool,
    /// As the content of a string, which may be put together of several.
    pub string: bool,
    /// In this form, whole and exact.
    pub form: Option<Form>,
}

impl Manner {
    /// Anywhere and in any case.
    const ANY: Self = Self { whole: false, exact: false, string: false, form: None };

    /// In a form.
    const fn of(form: Form) -> Self {
        Self { whole: true, exact: true, string: false, form: Some(form) }
    }
}

/// What is known of the matches that are asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asking {
    /// What a name stands for is written where it is matched, and not where a variable got it.
    pub as_written: bool,
    /// Matches that are a literal text do not count.
    pub open: bool,
    /// The metavariable that a match is narrowed to.
    pub focus: Option<Sym>,
}

impl Compiled {
    /// What a file must hold for it to match. `text` says what it takes that a text occurs in some manner.
    pub fn need<T: PartialEq>(&self, asking: Asking, text: &mut dyn FnMut(&str, Manner) -> Need<T>) -> Need<T> {
        let as_written = asking.as_written;
        let asking = match &self.focus[..] {
            [] => asking,
            [only] if only.len() == 1 => Asking { focus: only.first().copied(), ..asking },
            _ => Asking { focus: None, ..asking },
        };
        let kind = match &self.kind {
            CompiledKind::Leaf(Leaf::Code(pattern)) => {
                let names = has_names(pattern.language);
                let exact = names && !matches!(pattern.language, Language::Php | Language::Apex);
                let mut all: Vec<Need<T>> = Vec::with_capacity(pattern.literals.len() + pattern.strings.len());
                let forms = if as_written { &pattern.forms[..] } else { &[] };
                for name in &pattern.literals {
                    if !forms.iter().any(|(formed, _)| formed == name) {
                        let whole = names && (is_name(name) || name == "$");
                        all.push(text(name, Manner { whole, exact, ..Manner::ANY }));
                    }
                }
                all.extend(forms.iter().map(|(name, form)| text(name, Manner::of(*form))));
                for (name, hole, form) in &pattern.given {
                    if as_written && asking.open && asking.focus == Some(*hole) {
                        all.push(text(name, Manner::of(*form)));
                    }
                }
                for (object, name) in pattern.chains.iter().filter(|_| as_written) {
                    let chain = text(&format!("{object}.{name}"), Manner::of(Form::Chain));
                    all.push(Need::any([chain, text(object, Manner::of(Form::Imported))].into_iter()));
                }
                for string in &pattern.strings {
                    all.push(text(string, Manner { exact: true, string: true, ..Manner::ANY }));
                }
                Need::all(all.into_iter())
            }
            CompiledKind::Leaf(Leaf::Generic(pattern)) => {
                Need::all(pattern.required_literals().iter().map(|l| text(l, Manner::ANY)))
            }
            CompiledKind::Leaf(Leaf::Regex(regex)) => match regex.required_literals() {
                Some(any) => Need::any(any.iter().map(|l| text(l, Manner::ANY))),
                None => Need::Always,
            },
            CompiledKind::And(all) => Need::all(all.iter().filter(|f| !f.is_negative()).map(|f| f.need(asking, text))),
            CompiledKind::Or(any) => Need::any(any.iter().map(|f| f.need(asking, text))),
            CompiledKind::Inside(inner) | CompiledKind::Anywhere(inner) => inner.need(asking, text),
            CompiledKind::Not(_) => Need::Always,
        };
        let asked = self.required.iter().map(|wanted| {
            Need::any(wanted.parts.iter().map(|part| {
                if wanted.forms.is_empty() || !as_written {
                    return text(&part.text, Manner { whole: part.whole, ..Manner::ANY });
                }
                let forms: Vec<Need<T>> = wanted.forms.iter().map(|form| text(&part.text, Manner::of(*form))).collect();
                Need::any(forms.into_iter())
            }))
        });
        Need::all([kind].into_iter().chain(asked))
    }

    /// Whether a file can have a match in which `holds` says which texts occur, however they stand.
    pub fn can_match(&self, holds: &dyn Fn(&str) -> bool) -> bool {
        // Where a string is put together, its text need not occur, nor do brackets with something in the middle.
        let mut need = |text: &str, manner: Manner| {
            if manner.string || text == INDEX_OF_INDEX || holds(text) { Need::Always } else { Need::Never }
        };
        self.need::<()>(Asking::default(), &mut need) == Need::Always
    }
}

/// Whether a text can be a name by itself.
fn is_name(text: &str) -> bool {
    text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_' || c >= 0x80)
}

/// Whether names are tokens of a language: in the shell and in data, a part of a word may be bound.
pub(super) fn has_names(language: Language) -> bool {
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

/// Whether a metavariable is bound to code as it is written and to nothing else; if so, whether names are tokens wherever
/// it is bound.
pub(super) fn bound(kind: &CompiledKind, checks: &[Check<Box<Compiled>>], metavariable: Sym) -> Option<bool> {
    let mut seen = Seen::default();
    seen.formula(kind, checks, metavariable);
    (seen.code && !seen.other).then_some(seen.names)
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
