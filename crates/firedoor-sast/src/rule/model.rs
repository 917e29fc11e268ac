//! What a rule is once it is read: typed, every text with its place in the YAML source.
//!
//! Nothing here is compiled: pattern texts are not parsed and regular expressions are not built, so that reading a
//! rule costs no more than reading its YAML. The format is that of
//! <https://semgrep.dev/docs/writing-rules/rule-syntax>; both the classic keys (`patterns:`, `pattern-either:` …) and
//! the newer ones (`match:` with `all`, `any`, `where` …) end in the same [`Formula`].

use std::sync::Arc;

use firedoor_core::{Diagnostic, Rule as RuleInfo, RuleSource, Span};

pub use super::packed::LazyMode;

use super::language::RuleLanguage;
use super::options::Options;
use super::text::YamlText;

/// A metavariable's name as rules write it: `$X`, `$_`, `$...ARGS`, `$1`.
pub type Mvar = Arc<str>;

/// One rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Id, severity, metadata: what reports need.
    pub info: Arc<RuleInfo>,
    /// The file that it stands in.
    pub source: Arc<RuleSource>,
    /// The whole list item in the source.
    pub span: Span,
    /// Never empty; several mean that every pattern is tried in each of them.
    pub languages: Vec<RuleLanguage>,
    /// The message with its metavariables not yet filled in.
    pub message: String,
    /// What the rule looks for.
    pub mode: LazyMode,
    /// Switches of the matcher.
    pub options: Options,
    /// Files that it looks at; `None` means all.
    pub paths: Option<Paths>,
    /// Replacement text with metavariables.
    pub fix: Option<YamlText>,
    /// Replacement within the matched text.
    pub fix_regex: Option<FixRegex>,
    /// Facts that reports show and [`RuleInfo`] has no field for.
    pub metadata: Metadata,
}

impl Rule {
    /// What the rule looks for.
    ///
    /// # Errors
    ///
    /// If it is a rule of the built-in pack that cannot be read: of those, this part is read when it is first needed.
    pub fn mode(&self) -> Result<&Mode, &Diagnostic> {
        self.mode.get(&self.source, self.info.id.as_str())
    }
}

/// How a rule looks.
#[derive(Clone, Debug)]
pub enum Mode {
    /// Matches of a formula.
    Search(Formula),
    /// Ways of a value from a source to a sink.
    Taint(Box<TaintSpec>),
}

impl Mode {
    /// Every top-level formula of the rule, in the order of the file.
    pub fn formulas(&self) -> Vec<&Formula> {
        match self {
            Self::Search(formula) => vec![formula],
            Self::Taint(spec) => (spec.sources.iter().map(|s| &s.formula))
                .chain(spec.propagators.iter().map(|p| &p.formula))
                .chain(spec.sanitizers.iter().map(|s| &s.formula))
                .chain(spec.sinks.iter().map(|s| &s.formula))
                .collect(),
        }
    }
}

/// A boolean composition of patterns with the conditions and the focus that belong to this level.
///
/// Conditions and focus apply to what [`Formula::kind`] gives: in the classic syntax only an [`FormulaKind::And`]
/// (`patterns:`) has them, in the newer one any formula may (`where:`).
#[derive(Clone, Debug)]
pub struct Formula {
    /// The composition.
    pub kind: FormulaKind,
    /// What the bindings must fulfil, in the order of the file.
    pub conditions: Vec<Condition>,
    /// Each entry narrows the range to one of its metavariables (a list means any of them); several entries
    /// intersect.
    pub focus: Vec<Focus>,
    /// `fix:` of this part (newer syntax).
    pub fix: Option<YamlText>,
    /// `as:` binds the match to a metavariable (newer syntax).
    pub bind: Option<Mvar>,
    /// Key and value in the source.
    pub span: Span,
}

impl Formula {
    /// A formula without conditions.
    pub fn new(kind: FormulaKind, span: Span) -> Self {
        Self { kind, conditions: Vec::new(), focus: Vec::new(), fix: None, bind: None, span }
    }

    /// Calls `visit` for this formula and all below it, those of `metavariable-pattern` included.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Formula)) {
        visit(self);
        match &self.kind {
            FormulaKind::Pattern(_) | FormulaKind::Regex(_) => {}
            FormulaKind::And(all) | FormulaKind::Or(all) => all.iter().for_each(|f| f.walk(visit)),
            FormulaKind::Not(inner) | FormulaKind::Inside(inner) | FormulaKind::Anywhere(inner) => inner.walk(visit),
        }
        for condition in &self.conditions {
            if let ConditionKind::Pattern { formula, .. } = &condition.kind {
                formula.walk(visit);
            }
        }
    }
}

/// The ways to compose.
#[derive(Clone, Debug)]
pub enum FormulaKind {
    /// A code pattern in the rule's language (or that of the enclosing `metavariable-pattern`).
    Pattern(YamlText),
    /// A regular expression over the file's text, PCRE syntax, not anchored.
    Regex(YamlText),
    /// All of them: at least one is positive, except below `metavariable-pattern`.
    And(Vec<Formula>),
    /// Any of them.
    Or(Vec<Formula>),
    /// Drops matches of the enclosing [`FormulaKind::And`]. `pattern-not-inside` is `Not(Inside(…))`,
    /// `pattern-not-regex` is `Not(Regex(…))`.
    Not(Box<Formula>),
    /// The range must lie within a match.
    Inside(Box<Formula>),
    /// A match must exist somewhere in the file (`anywhere:`).
    Anywhere(Box<Formula>),
}

/// One `focus-metavariable:` (classic) or `focus:` (newer).
#[derive(Clone, Debug)]
pub struct Focus {
    /// Any of these.
    pub metavariables: Vec<Mvar>,
    /// In the source.
    pub span: Span,
}

/// A condition with its place.
#[derive(Clone, Debug)]
pub struct Condition {
    /// What must hold.
    pub kind: ConditionKind,
    /// In the source.
    pub span: Span,
}

/// What the bindings of a match must fulfil.
#[derive(Clone, Debug)]
pub enum ConditionKind {
    /// `metavariable-regex`: anchored at the left, over the text of the binding.
    Regex {
        /// Whose text.
        metavariable: Mvar,
        /// PCRE syntax.
        regex: YamlText,
        /// Whether a constant value is looked at instead of the text.
        constant_propagation: bool,
    },
    /// `metavariable-pattern`: a formula within the binding.
    Pattern {
        /// Where it is searched.
        metavariable: Mvar,
        /// Parse the binding's text as this language instead.
        language: Option<RuleLanguage>,
        /// What is searched.
        formula: Box<Formula>,
    },
    /// `metavariable-comparison`: a Python expression over the bindings.
    Comparison {
        /// The metavariable that `strip` and `base` speak of.
        metavariable: Option<Mvar>,
        /// The expression.
        comparison: YamlText,
        /// Whether each metavariable is taken through `int(…)`.
        strip: bool,
        /// The base of that number.
        base: Option<u32>,
    },
    /// `metavariable-analysis`.
    Analysis {
        /// What is analysed.
        metavariable: Mvar,
        /// How.
        analyzer: Analyzer,
    },
    /// `metavariable-type`: the binding's static type is one of these.
    Type {
        /// What is typed.
        metavariable: Mvar,
        /// Type expressions.
        types: Vec<YamlText>,
        /// The language in which they are written.
        language: Option<RuleLanguage>,
    },
    /// `metavariable-name`: the binding resolves to a name of a module.
    Name {
        /// What is resolved.
        metavariable: Mvar,
        /// A special kind such as `django-view`.
        kind: Option<String>,
        /// Module names, any of them; empty where only `kind` is given.
        modules: Vec<String>,
    },
}

/// What `metavariable-analysis` can compute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Analyzer {
    /// The string looks random.
    Entropy,
    /// The string looks random, with a chosen strictness.
    EntropyV2(EntropyMode),
    /// The regular expression can be made to backtrack without end.
    Redos,
}

/// Strictness of [`Analyzer::EntropyV2`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EntropyMode {
    /// Accepts more.
    Lax,
    /// In between.
    #[default]
    Default,
    /// Accepts less.
    Strict,
}

/// `mode: taint`.
#[derive(Clone, Debug)]
pub struct TaintSpec {
    /// Where untrusted values come from.
    pub sources: Vec<Source>,
    /// What passes them on, beyond what the engine knows.
    pub propagators: Vec<Propagator>,
    /// What makes them harmless.
    pub sanitizers: Vec<Sanitizer>,
    /// Functions of which any call is one of these (see `taint::references`).
    pub cleaners: super::calls::Cleaners,
    /// Where they do harm.
    pub sinks: Vec<Sink>,
}

/// Whether a match also marks the l-value that it is (`x` in a match of `f(x)` with focus `x`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BySideEffect {
    /// It does not: only the matched expression's value is meant.
    #[default]
    No,
    /// It does, and the expression is meant as well.
    Yes,
    /// It does, and the expression itself is not meant.
    Only,
}

/// One entry of `pattern-sources`.
#[derive(Clone, Debug)]
pub struct Source {
    /// What matches.
    pub formula: Formula,
    /// If false (the default), every sub-expression of the match is tainted as well.
    pub exact: bool,
    /// See [`BySideEffect`].
    pub by_side_effect: BySideEffect,
    /// Taints control flow instead of data.
    pub control: bool,
    /// The label that it gives; [`DEFAULT_LABEL`] where none is written.
    pub label: Arc<str>,
    /// Labels that the matched expression must carry already.
    pub requires: Option<Requires>,
}

/// One entry of `pattern-propagators`.
#[derive(Clone, Debug)]
pub struct Propagator {
    /// What matches.
    pub formula: Formula,
    /// Whose taint is passed on.
    pub from: Mvar,
    /// What it is passed to.
    pub to: Mvar,
    /// Whether the l-value `to` stays tainted afterwards (default true).
    pub by_side_effect: bool,
    /// Labels that `from` must carry.
    pub requires: Option<Requires>,
    /// The label given instead of the ones that came.
    pub label: Option<Arc<str>>,
    /// Only these labels are replaced; all where it is absent.
    pub replace_labels: Option<Vec<Arc<str>>>,
}

/// One entry of `pattern-sanitizers`.
#[derive(Clone, Debug)]
pub struct Sanitizer {
    /// What matches.
    pub formula: Formula,
    /// If false (the default), every sub-expression of the match is clean as well.
    pub exact: bool,
    /// Whether the l-value stays clean afterwards.
    pub by_side_effect: bool,
    /// Ignored where it matches exactly what a source or sink matches.
    pub not_conflicting: bool,
    /// The rule also trusts conditions that hold only of harmless values (see `taint::guards`).
    pub guards: bool,
    /// It cleans only until the opposite is done.
    pub recodes: Option<Recodes>,
}

/// What a function does to how a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recodes {
    /// What it gives holds the value in letters and digits: it has the label [`ENCODED_LABEL`].
    Encodes,
    /// It gives what was encoded.
    Decodes,
}

/// One entry of `pattern-sinks`.
#[derive(Clone, Debug)]
pub struct Sink {
    /// What matches.
    pub formula: Formula,
    /// If true (the default), only the matched expression itself is meant (or, without a focus, the arguments of
    /// the matched call); otherwise every sub-expression too.
    pub exact: bool,
    /// Labels that must arrive; [`DEFAULT_LABEL`] where absent.
    pub requires: Option<Requires>,
    /// Only where the function is left.
    pub at_exit: bool,
    /// Whether the formula has a focus at its top level.
    pub has_focus: bool,
}

/// The label of a source that names none.
pub const DEFAULT_LABEL: &str = "__SOURCE__";

/// The label of a value while it is encoded.
pub const ENCODED_LABEL: &str = "ENCODED";

/// A boolean expression over labels, with its place.
#[derive(Clone, Debug)]
pub struct Requires {
    /// The expression.
    pub expr: LabelExpr,
    /// In the source.
    pub span: Span,
}

/// A boolean expression over labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LabelExpr {
    /// `True`, `False`.
    Bool(bool),
    /// The label is there.
    Label(Arc<str>),
    /// `and`.
    And(Vec<LabelExpr>),
    /// `or`.
    Or(Vec<LabelExpr>),
    /// `not`.
    Not(Box<LabelExpr>),
}

impl LabelExpr {
    /// Its value where `has` says which labels are there.
    pub fn holds(&self, has: &dyn Fn(&str) -> bool) -> bool {
        match self {
            Self::Bool(value) => *value,
            Self::Label(label) => has(label),
            Self::And(all) => all.iter().all(|e| e.holds(has)),
            Self::Or(any) => any.iter().any(|e| e.holds(has)),
            Self::Not(inner) => !inner.holds(has),
        }
    }
}

/// `paths:` as globs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paths {
    /// A file must fit one of these, if there are any.
    pub include: Vec<String>,
    /// A file must fit none of these.
    pub exclude: Vec<String>,
}

/// `fix-regex:`.
#[derive(Clone, Debug)]
pub struct FixRegex {
    /// PCRE syntax.
    pub regex: YamlText,
    /// With `\1` for groups.
    pub replacement: String,
    /// How many replacements at most; all where absent or 0.
    pub count: Option<usize>,
}

/// Parts of `metadata:` that [`RuleInfo`] has no field for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// `LOW`, `MEDIUM` or `HIGH` as written.
    pub likelihood: Option<String>,
    /// As written.
    pub impact: Option<String>,
    /// Frameworks and products.
    pub technology: Vec<String>,
    /// `security`, `correctness` …
    pub category: Option<String>,
}
