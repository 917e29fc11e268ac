//! Conditions on what metavariables are bound to.
//!
//! [`Check`] is a condition with its regular expression or comparison compiled; [`Check::judge`] evaluates one against
//! a [`Subject`], which the matcher implements over its bindings. `metavariable-pattern` alone needs the whole formula
//! evaluator and is handed back to it.

pub mod compare;
pub mod entropy;
pub mod pcre;
pub mod redos;
pub(crate) mod time;
mod translate;

use std::borrow::Cow;
use std::sync::Arc;

use firedoor_core::{Diagnostic, RuleSource, Span};

use crate::rule::language::RuleLanguage;
use crate::rule::model::{Analyzer, Condition, ConditionKind, EntropyMode, Formula, Mvar};
use crate::rule::text::YamlText;
pub use compare::{Bindings, Comparison, Value};
pub use pcre::{Anchor, Pcre, PcreError, TextMatch};

/// What a condition is evaluated against.
pub trait Subject: Bindings {
    /// The source text of a binding: the content, without quotes, where the metavariable stood in a string pattern
    /// (`"$X"`), else the whole text with quotes. `None` if unbound.
    fn text(&self, metavariable: &str) -> Option<Cow<'_, str>>;

    /// What imports resolve a bound name to, dotted.
    fn resolved(&self, metavariable: &str) -> Vec<String>;

    /// The same for analyses: the content without quotes also where a whole string literal is bound.
    fn content(&self, metavariable: &str) -> Option<Cow<'_, str>>;

    /// Whether the binding's static type is `pattern` (a type as the language writes it).
    fn has_type(&self, metavariable: &str, pattern: &str, language: Option<RuleLanguage>) -> bool;

    /// Whether the binding is a name that comes from one of these modules.
    fn has_name(&self, metavariable: &str, kind: Option<&str>, modules: &[String]) -> bool;
}

/// A condition, compiled. `F` is the evaluator's compiled formula.
#[derive(Clone, Debug)]
pub struct Check<F> {
    /// What it asks.
    pub kind: CheckKind<F>,
    /// In the rule's source.
    pub span: Span,
}

/// See [`ConditionKind`].
#[derive(Clone, Debug)]
pub enum CheckKind<F> {
    /// `metavariable-regex`.
    Regex {
        /// Whose text.
        metavariable: Mvar,
        /// Anchored at the start.
        regex: Pcre,
        /// Whether the constant value is looked at, where there is one.
        constant_propagation: bool,
    },
    /// `metavariable-comparison`.
    Comparison(Comparison),
    /// `metavariable-analysis` with `entropy`.
    Entropy(Mvar),
    /// `metavariable-analysis` with `redos`.
    Redos(Mvar),
    /// `metavariable-type`.
    Type {
        /// What is typed.
        metavariable: Mvar,
        /// Any of these.
        types: Vec<Arc<str>>,
        /// The language in which they are written.
        language: Option<RuleLanguage>,
    },
    /// `metavariable-name`.
    Name {
        /// What is resolved.
        metavariable: Mvar,
        /// A special kind.
        kind: Option<String>,
        /// Any of these.
        modules: Vec<String>,
    },
    /// `metavariable-pattern`: for the formula evaluator.
    Pattern {
        /// Where it is searched.
        metavariable: Mvar,
        /// Parse the text as this language instead.
        language: Option<RuleLanguage>,
        /// What is searched.
        formula: F,
    },
}

impl<F> CheckKind<F> {
    /// The metavariable whose text the condition reads.
    pub fn metavariable(&self) -> Option<&str> {
        match self {
            Self::Regex { metavariable, .. }
            | Self::Entropy(metavariable)
            | Self::Redos(metavariable)
            | Self::Pattern { metavariable, .. } => Some(metavariable),
            // Comparisons read numbers, and types and names read the tree.
            Self::Comparison(_) | Self::Type { .. } | Self::Name { .. } => None,
        }
    }
}

/// What a condition says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does not hold.
    No,
    /// It holds. The pairs are new metavariables (`$1`, `$NAME`) with their text.
    Yes(Vec<(Arc<str>, String)>),
    /// It could not be decided in the time allowed; taken as "does not hold", and worth a notice.
    Exhausted,
    /// [`CheckKind::Pattern`]: the formula evaluator decides.
    AskFormula,
}

/// Compiles the formula of a `metavariable-pattern`, in another language where one is named.
pub type CompileFormula<'a, F> = dyn FnMut(&Formula, Option<RuleLanguage>) -> Result<F, Box<Diagnostic>> + 'a;

impl<F> Check<F> {
    /// Compiles a condition. `formula` compiles the formula of a `metavariable-pattern`.
    ///
    /// # Errors
    /// An invalid regular expression or comparison, underlined in the rule.
    pub fn compile(
        condition: &Condition,
        source: &RuleSource,
        formula: &mut CompileFormula<'_, F>,
    ) -> Result<Self, Box<Diagnostic>> {
        let kind = match &condition.kind {
            ConditionKind::Regex { metavariable, regex, constant_propagation } => CheckKind::Regex {
                metavariable: Arc::clone(metavariable),
                regex: compile_regex(regex, Anchor::Start, source)?,
                constant_propagation: *constant_propagation,
            },
            ConditionKind::Comparison { comparison, strip, base, .. } => {
                let parsed = Comparison::parse(&comparison.text, *strip, *base).map_err(|(at, expected)| {
                    let span = comparison.source_span(&source.text, Span::new(at, at + 1));
                    let message = "the comparison cannot be understood";
                    Box::new(Diagnostic::new("invalid-comparison", source, Some(span), message, expected))
                })?;
                CheckKind::Comparison(parsed)
            }
            ConditionKind::Analysis { metavariable, analyzer } => match analyzer {
                Analyzer::Redos => CheckKind::Redos(Arc::clone(metavariable)),
                // The strictness of the newer analyzer is not public; its modes are one here.
                Analyzer::Entropy
                | Analyzer::EntropyV2(EntropyMode::Lax | EntropyMode::Default | EntropyMode::Strict) => {
                    CheckKind::Entropy(Arc::clone(metavariable))
                }
            },
            ConditionKind::Type { metavariable, types, language } => CheckKind::Type {
                metavariable: Arc::clone(metavariable),
                types: types.iter().map(|t| Arc::clone(&t.text)).collect(),
                language: *language,
            },
            ConditionKind::Name { metavariable, kind, modules } => {
                CheckKind::Name { metavariable: Arc::clone(metavariable), kind: kind.clone(), modules: modules.clone() }
            }
            ConditionKind::Pattern { metavariable, language, formula: inner } => CheckKind::Pattern {
                metavariable: Arc::clone(metavariable),
                language: *language,
                formula: formula(inner, *language)?,
            },
        };
        Ok(Self { kind, span: condition.span })
    }

    /// Evaluates the condition.
    pub fn judge(&self, subject: &dyn Subject) -> Verdict {
        let yes = |holds: bool| if holds { Verdict::Yes(Vec::new()) } else { Verdict::No };
        match &self.kind {
            CheckKind::Regex { metavariable, regex, constant_propagation } => {
                let constant = if *constant_propagation {
                    subject.value(metavariable).filter(|v| !matches!(v, Value::Code(_))).and_then(|v| v.text())
                } else {
                    None
                };
                let text: Cow<'_, str> = match constant {
                    Some(text) => text.into(),
                    None => match subject.text(metavariable) {
                        Some(text) => text,
                        None => return Verdict::No,
                    },
                };
                match regex.find(text.as_bytes()) {
                    Err(_) => Verdict::Exhausted,
                    // A name that is imported is also what it is imported as.
                    Ok(None) => yes(subject
                        .resolved(metavariable)
                        .iter()
                        .any(|name| regex.find(name.as_bytes()).is_ok_and(|found| found.is_some()))),
                    Ok(Some(found)) => Verdict::Yes(
                        found
                            .captures
                            .into_iter()
                            .filter_map(|(name, span)| Some((name, text.get(span.range())?.to_owned())))
                            .collect(),
                    ),
                }
            }
            CheckKind::Comparison(comparison) => yes(comparison.holds(subject)),
            CheckKind::Entropy(metavariable) => {
                yes(subject.content(metavariable).is_some_and(|text| entropy::is_random(&text)))
            }
            CheckKind::Redos(metavariable) => {
                yes(subject.content(metavariable).is_some_and(|text| redos::is_vulnerable(&text)))
            }
            CheckKind::Type { metavariable, types, language } => {
                yes(types.iter().any(|t| subject.has_type(metavariable, t, *language)))
            }
            CheckKind::Name { metavariable, kind, modules } => {
                yes(subject.has_name(metavariable, kind.as_deref(), modules))
            }
            CheckKind::Pattern { .. } => Verdict::AskFormula,
        }
    }
}

/// Compiles a regular expression of a rule; a mistake is underlined in the rule.
///
/// # Errors
/// See [`Pcre::new`].
pub fn compile_regex(text: &YamlText, anchor: Anchor, source: &RuleSource) -> Result<Pcre, Box<Diagnostic>> {
    Pcre::new(&text.text, anchor).map_err(|error| {
        let span = text.source_span(&source.text, Span::new(error.at, error.at + 1));
        let message = "the regular expression is invalid";
        Box::new(Diagnostic::new("invalid-regex", source, Some(span), message, error.message))
    })
}
