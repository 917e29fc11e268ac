//! Compiling formulas: patterns parsed, regular expressions built, metavariables as symbols.

use std::collections::BTreeMap;
use std::sync::Arc;

use firedoor_core::{Diagnostic, RuleSource, Span};
use firedoor_lang::Language;

use super::context::FileContext;
use super::intern::Interner;
use super::narrow::{Narrow, Wanted};
use crate::cond::{Anchor, Check, Pcre, TextMatch, pcre};
use crate::generic;
use crate::pattern::{Op, Pattern, Root};
use crate::rule::language::RuleLanguage;
use crate::rule::model::{Formula, FormulaKind};
use crate::tree::Sym;

/// Names of metavariables by their symbols.
pub type Names = BTreeMap<Sym, Arc<str>>;

/// A pattern of any sort.
#[derive(Clone, Debug)]
pub enum Leaf {
    /// Code.
    Code(Arc<Pattern>),
    /// Generic text.
    Generic(Arc<generic::Pattern>),
    /// A regular expression over the text.
    Regex(Arc<Pcre>),
}

/// A compiled formula.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The composition.
    pub kind: CompiledKind,
    /// What bindings must fulfil.
    pub checks: Vec<Check<Box<Compiled>>>,
    /// Names that the conditions ask for: of each list, a file with a match holds at least one.
    pub required: Vec<Wanted>,
    /// Names that conditions ask for within every match of a pattern.
    pub narrow: Narrow,
    /// What the range is narrowed to.
    pub focus: Vec<Vec<Sym>>,
    /// The match is bound to this.
    pub bind: Option<Sym>,
    /// In the rule's source.
    pub span: Span,
}

/// The ways to compose.
#[derive(Clone, Debug)]
pub enum CompiledKind {
    /// A pattern.
    Leaf(Leaf),
    /// All of them.
    And(Vec<Compiled>),
    /// Any of them.
    Or(Vec<Compiled>),
    /// Drops ranges of the enclosing conjunction.
    Not(Box<Compiled>),
    /// The range must lie within.
    Inside(Box<Compiled>),
    /// There must be one in the file.
    Anywhere(Box<Compiled>),
}

/// What patterns are read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reading {
    /// A language with a grammar.
    Code(Language),
    /// Generic text.
    Generic,
    /// Regular expressions only.
    Regex,
}

impl Reading {
    /// How a rule's language is read; `None` where there is no grammar.
    #[must_use]
    pub fn of(language: RuleLanguage) -> Option<Self> {
        if language == RuleLanguage::GENERIC {
            return Some(Self::Generic);
        }
        if language == RuleLanguage::REGEX {
            return Some(Self::Regex);
        }
        Language::from_semgrep_name(language.as_str()).map(Self::Code)
    }
}

/// Compiles a formula.
///
/// # Errors
///
/// A pattern or regular expression that cannot be read, underlined in the rule.
pub fn compile(
    formula: &Formula,
    reading: Reading,
    source: &RuleSource,
    names: &mut Names,
    interner: &Interner,
) -> Result<Compiled, Box<Diagnostic>> {
    let mut kind = match &formula.kind {
        FormulaKind::Pattern(text) => {
            let leaf = match reading {
                Reading::Code(language) => match interner.pattern(&text.text, language) {
                    Ok(pattern) => {
                        for (sym, name) in &pattern.metavariables {
                            names.insert(*sym, Arc::clone(name));
                        }
                        Leaf::Code(pattern)
                    }
                    Err(error) => {
                        let span = text.source_span(&source.text, error.span);
                        let label = format!("expected code of {}", language.name());
                        return Err(Box::new(Diagnostic::new(
                            "invalid-pattern",
                            source,
                            Some(span),
                            error.message,
                            label,
                        )));
                    }
                },
                Reading::Generic | Reading::Regex => {
                    let pattern = generic::Pattern::new(&text.text).map_err(|(at, label)| {
                        let span = text.source_span(&source.text, Span::new(at, at + 1));
                        Box::new(Diagnostic::new(
                            "invalid-pattern",
                            source,
                            Some(span),
                            "the generic pattern cannot be read",
                            label,
                        ))
                    })?;
                    for name in pattern.metavariables() {
                        names.insert(Sym::new(&name), name);
                    }
                    Leaf::Generic(Arc::new(pattern))
                }
            };
            CompiledKind::Leaf(leaf)
        }
        FormulaKind::Regex(text) => {
            let regex = crate::cond::compile_regex(text, Anchor::Lines, source)?;
            for name in regex.metavariables() {
                names.insert(Sym::new(name), name.into());
            }
            CompiledKind::Leaf(Leaf::Regex(Arc::new(regex)))
        }
        FormulaKind::And(all) => CompiledKind::And(
            all.iter().map(|f| compile(f, reading, source, names, interner)).collect::<Result<_, _>>()?,
        ),
        FormulaKind::Or(any) => CompiledKind::Or(
            any.iter().map(|f| compile(f, reading, source, names, interner)).collect::<Result<_, _>>()?,
        ),
        FormulaKind::Not(inner) => CompiledKind::Not(Box::new(compile(inner, reading, source, names, interner)?)),
        FormulaKind::Inside(inner) => CompiledKind::Inside(Box::new(compile(inner, reading, source, names, interner)?)),
        FormulaKind::Anywhere(inner) => {
            CompiledKind::Anywhere(Box::new(compile(inner, reading, source, names, interner)?))
        }
    };
    let mut checks = Vec::new();
    for condition in &formula.conditions {
        let mut inner = |formula: &Formula, language: Option<RuleLanguage>| {
            let reading = match language {
                Some(language) => Reading::of(language).ok_or_else(|| {
                    let message = format!("{language} cannot be parsed");
                    Box::new(Diagnostic::new("unknown-language", source, Some(formula.span), message, ""))
                })?,
                None => reading,
            };
            compile(formula, reading, source, names, interner).map(Box::new)
        };
        checks.push(Check::compile(condition, source, &mut inner)?);
    }
    for check in &checks {
        if let crate::cond::CheckKind::Regex { regex, .. } = &check.kind {
            for name in regex.metavariables() {
                names.insert(Sym::new(name), name.into());
            }
        }
    }
    let focus = (formula.focus.iter()).map(|f| f.metavariables.iter().map(|m| Sym::new(m)).collect()).collect();
    let bind = formula.bind.as_ref().map(|name| {
        names.insert(Sym::new(name), Arc::clone(name));
        Sym::new(name)
    });
    let mut narrow = Narrow::default();
    let required = super::narrow::asked(&mut kind, &mut narrow, &checks);
    Ok(Compiled { kind, checks, required, narrow, focus, bind, span: formula.span })
}

impl Compiled {
    /// Whether the formula only takes away.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        matches!(self.kind, CompiledKind::Not(_))
    }

    /// Whether it is the pattern `$X`.
    #[must_use]
    pub fn is_bare_metavariable(&self) -> bool {
        match &self.kind {
            CompiledKind::Leaf(Leaf::Code(pattern)) => {
                matches!(pattern.root, Root::One(root) if matches!(pattern.node(root).op, Op::Metavariable(_)))
            }
            _ => false,
        }
    }

    /// Whether the names that it cannot do without occur in a parsed file; sharper than [`Compiled::can_match`].
    pub(super) fn may_be_in(&self, file: &FileContext<'_>) -> bool {
        match &self.kind {
            CompiledKind::Leaf(Leaf::Code(pattern)) => file.may_hold(pattern, &self.narrow),
            CompiledKind::Leaf(_) | CompiledKind::Not(_) => true,
            CompiledKind::And(all) => all.iter().filter(|f| !f.is_negative()).all(|f| f.may_be_in(file)),
            CompiledKind::Or(any) => any.iter().any(|f| f.may_be_in(file)),
            CompiledKind::Inside(inner) | CompiledKind::Anywhere(inner) => inner.may_be_in(file),
        }
    }
}

/// Finds a regular expression in a text.
pub(super) fn regex_matches(regex: &Pcre, text: &[u8]) -> Result<Vec<TextMatch>, pcre::Exhausted> {
    regex.find_all(text)
}
