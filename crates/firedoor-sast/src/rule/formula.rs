//! Formulas of both syntaxes: `patterns:` and its kin, and `match:` with `all`, `any`, `not`, `inside`, `where`.

use firedoor_core::Span;

use super::dict::{Dict, Reader, Result, nearest};
use super::language::RuleLanguage;
use super::model::{Analyzer, Condition, ConditionKind, EntropyMode, Focus, Formula, FormulaKind};
use firedoor_yaml::Node;

/// Deepest nesting of formulas; the evaluator recurses over them.
const MAX_DEPTH: usize = 64;

const CLASSIC_ROOTS: [&str; 4] = ["pattern", "pattern-either", "patterns", "pattern-regex"];
const CLASSIC_KEYS: [&str; 15] = [
    "pattern",
    "patterns",
    "pattern-either",
    "pattern-not",
    "pattern-inside",
    "pattern-not-inside",
    "pattern-regex",
    "pattern-not-regex",
    "metavariable-regex",
    "metavariable-pattern",
    "metavariable-comparison",
    "metavariable-analysis",
    "metavariable-type",
    "metavariable-name",
    "focus-metavariable",
];
/// Whether a key belongs to formulas, wherever it may stand.
pub(super) fn is_operator(key: &str) -> bool {
    CLASSIC_KEYS.contains(&key) || NEW_KEYS.contains(&key)
}

const NEW_KEYS: [&str; 8] = ["pattern", "all", "any", "regex", "taint", "not", "inside", "anywhere"];

/// Where in a rule a formula stands.
#[derive(Clone, Copy)]
pub(super) struct Place {
    depth: usize,
    /// Below `metavariable-pattern` a conjunction of negations is allowed.
    in_metavariable: bool,
}

impl Place {
    pub(super) const TOP: Self = Self { depth: 0, in_metavariable: false };

    fn down(self, reader: &Reader<'_>, span: Span) -> Result<Self> {
        if self.depth >= MAX_DEPTH {
            return Err(reader.error("too-deep", span, "the rule is nested too deeply", "at most 64 levels"));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }
}

impl Reader<'_> {
    // ------------------------------------------------------------------------------------------------ classic

    /// The one formula of a rule, a source, a sink or a `metavariable-pattern` in the classic syntax.
    pub(super) fn classic_root(&self, dict: &mut Dict<'_, '_>, place: Place) -> Result<Formula> {
        let mut found: Option<(&str, Span, &Node<'_>)> = None;
        for name in CLASSIC_ROOTS {
            if let Some((key, value)) = dict.take_entry(name) {
                if let Some((first, ..)) = found {
                    let message = format!("`{name}` beside `{first}`; only one of them can stand here");
                    let error = self.error("several-formulas", key, message, "the second one");
                    return Err(with_help(error, "Put both into a list below `patterns:` or `pattern-either:`."));
                }
                found = Some((name, key, value));
            }
        }
        match found {
            Some((name, key, value)) => self.classic(name, key, value, place),
            None => Err(self.error(
                "missing-key",
                dict.head(),
                "there is no pattern",
                "expected one of `pattern`, `patterns`, `pattern-either`, `pattern-regex`",
            )),
        }
    }

    fn classic(&self, name: &str, key: Span, value: &Node<'_>, place: Place) -> Result<Formula> {
        let place = place.down(self, key)?;
        let span = Span { start: key.start, end: value.span.end.max(key.end) };
        let kind = match name {
            "pattern" => FormulaKind::Pattern(self.pattern_text(name, value)?),
            "pattern-regex" => FormulaKind::Regex(self.text(name, value)?),
            "pattern-not-regex" => {
                let inner = Formula::new(FormulaKind::Regex(self.text(name, value)?), span);
                FormulaKind::Not(Box::new(inner))
            }
            "pattern-not" => FormulaKind::Not(Box::new(self.classic_inner(name, value, place)?)),
            "pattern-inside" => FormulaKind::Inside(Box::new(self.classic_inner(name, value, place)?)),
            "pattern-not-inside" => {
                let inner = self.classic_inner(name, value, place)?;
                let inside = Formula::new(FormulaKind::Inside(Box::new(inner)), span);
                FormulaKind::Not(Box::new(inside))
            }
            "semgrep-internal-pattern-anywhere" => {
                FormulaKind::Anywhere(Box::new(self.classic_inner(name, value, place)?))
            }
            "pattern-either" => {
                let list = self.list(name, value)?;
                self.not_empty(name, value, list.len())?;
                FormulaKind::Or(list.iter().map(|n| self.classic_item(name, n, place)).collect::<Result<_>>()?)
            }
            "patterns" => return self.classic_patterns(value, span, place),
            "pattern-where-python" => {
                let message = "`pattern-where-python` runs code and is not supported";
                let error = self.error("unsupported-key", key, message, "removed from the format");
                return Err(with_help(error, "Use `metavariable-comparison`."));
            }
            _ if CLASSIC_KEYS.contains(&name) => {
                let message = format!("`{name}` must stand directly below `patterns:`");
                return Err(self.error("misplaced-key", key, message, "not here"));
            }
            _ => return Err(self.unknown(name, key, &CLASSIC_KEYS)),
        };
        Ok(Formula::new(kind, span))
    }

    /// What may be a bare pattern or a formula: the values of `pattern-not`, `pattern-inside` ….
    fn classic_inner(&self, name: &str, value: &Node<'_>, place: Place) -> Result<Formula> {
        if value.as_str().is_some() {
            return Ok(Formula::new(FormulaKind::Pattern(self.pattern_text(name, value)?), value.span));
        }
        self.classic_item(name, value, place)
    }

    /// A mapping of one entry.
    fn classic_item(&self, parent: &str, node: &Node<'_>, place: Place) -> Result<Formula> {
        if node.as_str().is_some() {
            let message = format!("a bare string cannot stand below `{parent}`");
            return Err(self.error("wrong-type", node.span, message, "did you mean `pattern: …`?"));
        }
        let dict = self.dict(parent, node)?;
        let mut rest = dict.rest();
        match (rest.next(), rest.next()) {
            (Some(entry), None) => self.classic(entry.name, entry.key, entry.value, place),
            (Some(_), Some(second)) => {
                let message = format!("an entry of `{parent}` has one key");
                let error = self.error("several-keys", second.key, message, "the second key");
                Err(with_help(error, "Is a hyphen missing?"))
            }
            _ => {
                Err(self.error("missing-key", node.span, format!("an empty entry of `{parent}`"), "expected a pattern"))
            }
        }
    }

    fn classic_patterns(&self, value: &Node<'_>, span: Span, place: Place) -> Result<Formula> {
        let list = self.list("patterns", value)?;
        self.not_empty("patterns", value, list.len())?;
        let mut formula = Formula::new(FormulaKind::And(Vec::new()), span);
        let mut all = Vec::new();
        for node in list {
            let single = match node.as_map() {
                Some([(key, value)]) => key.as_str().map(|name| (name, key.span, value)),
                _ => None,
            };
            match single {
                Some(("focus-metavariable", key, value)) => formula.focus.push(self.focus(key, value)?),
                Some((name, key, value)) if is_condition(name) => {
                    let kind = self.condition(name, key, value, place)?;
                    formula.conditions.push(Condition { kind, span: join(key, value.span) });
                }
                _ => all.push(self.classic_item("patterns", node, place)?),
            }
        }
        self.need_positive(&all, span, place)?;
        formula.kind = FormulaKind::And(all);
        Ok(formula)
    }

    fn condition(&self, name: &str, key: Span, value: &Node<'_>, place: Place) -> Result<ConditionKind> {
        let mut dict = self.dict(name, value)?;
        let reader = self;
        let kind = match name {
            "metavariable-regex" => {
                let metavariable = reader.metavariable("metavariable", dict.need(reader, "metavariable")?)?;
                let regex = reader.text("regex", dict.need(reader, "regex")?)?;
                let constant = dict.take("constant-propagation");
                let constant_propagation = constant.map_or(Ok(false), |n| reader.bool("constant-propagation", n))?;
                ConditionKind::Regex { metavariable, regex, constant_propagation }
            }
            "metavariable-pattern" => {
                let metavariable = reader.metavariable("metavariable", dict.need(reader, "metavariable")?)?;
                let language = dict.take("language").map(|n| reader.language(n)).transpose()?;
                let place = Place { in_metavariable: true, ..place };
                let formula = Box::new(reader.classic_root(&mut dict, place)?);
                ConditionKind::Pattern { metavariable, language, formula }
            }
            "metavariable-comparison" => {
                let metavariable =
                    dict.take("metavariable").map(|n| reader.metavariable("metavariable", n)).transpose()?;
                reader.comparison(&mut dict, metavariable, key)?
            }
            "metavariable-analysis" => {
                let metavariable = reader.metavariable("metavariable", dict.need(reader, "metavariable")?)?;
                ConditionKind::Analysis { metavariable, analyzer: reader.analyzer(&mut dict)? }
            }
            "metavariable-type" => {
                let metavariable = reader.metavariable("metavariable", dict.need(reader, "metavariable")?)?;
                reader.types(&mut dict, metavariable)?
            }
            _ => {
                let metavariable = reader.metavariable("metavariable", dict.need(reader, "metavariable")?)?;
                reader.name_condition(&mut dict, metavariable)?
            }
        };
        dict.warn_rest(self, &["metavariable", "regex", "comparison", "analyzer", "language", "type", "strip", "base"]);
        Ok(kind)
    }

    // -------------------------------------------------------------------------------------------------- newer

    /// A formula in the newer syntax: a bare pattern or a mapping.
    pub(super) fn newer(&self, node: &Node<'_>, place: Place) -> Result<Formula> {
        if node.as_str().is_some() {
            return Ok(Formula::new(FormulaKind::Pattern(self.pattern_text("pattern", node)?), node.span));
        }
        let mut dict = self.dict("formula", node)?;
        self.newer_dict(&mut dict, place)
    }

    /// The same where the mapping has been opened already (and other keys taken from it).
    pub(super) fn newer_dict(&self, dict: &mut Dict<'_, '_>, place: Place) -> Result<Formula> {
        let place = place.down(self, dict.span)?;
        let where_ = dict.take_entry("where");
        let bind = dict.take("as").map(|n| self.metavariable("as", n)).transpose()?;
        let fix = dict.take("fix").map(|n| self.text("fix", n)).transpose()?;
        let mut rest = dict.rest();
        let (first, second) = (rest.next(), rest.next());
        let Some(entry) = first else {
            let label = "expected one of `pattern`, `all`, `any`, `regex`, `not`, `inside`";
            return Err(self.error("missing-key", dict.head(), "there is no pattern", label));
        };
        if let Some(second) = second {
            let message = format!("`{}` beside `{}`; a formula has one of them", second.name, entry.name);
            return Err(self.error("several-formulas", second.key, message, "the second one"));
        }
        let (name, key, value) = (entry.name, entry.key, entry.value);
        let span = join(key, value.span);
        let kind = match name {
            "pattern" => FormulaKind::Pattern(self.pattern_text(name, value)?),
            "regex" => FormulaKind::Regex(self.text(name, value)?),
            "not" => FormulaKind::Not(Box::new(self.newer(value, place)?)),
            "inside" => FormulaKind::Inside(Box::new(self.newer(value, place)?)),
            "anywhere" => FormulaKind::Anywhere(Box::new(self.newer(value, place)?)),
            "any" => {
                let list = self.list(name, value)?;
                self.not_empty(name, value, list.len())?;
                FormulaKind::Or(list.iter().map(|n| self.newer(n, place)).collect::<Result<_>>()?)
            }
            "all" => {
                let list = self.list(name, value)?;
                self.not_empty(name, value, list.len())?;
                let all = list.iter().map(|n| self.newer(n, place)).collect::<Result<Vec<_>>>()?;
                self.need_positive(&all, span, place)?;
                FormulaKind::And(all)
            }
            _ => return Err(self.unknown(name, key, &NEW_KEYS)),
        };
        let mut formula = Formula::new(kind, span);
        (formula.bind, formula.fix) = (bind, fix);
        if let Some((_, list)) = where_ {
            for node in self.list("where", list)? {
                self.where_entry(node, &mut formula, place)?;
            }
        }
        Ok(formula)
    }

    fn where_entry(&self, node: &Node<'_>, formula: &mut Formula, place: Place) -> Result<()> {
        let mut dict = self.dict("where", node)?;
        if let Some((key, value)) = dict.take_entry("focus") {
            formula.focus.push(self.focus(key, value)?);
            dict.warn_rest(self, &["focus"]);
            return Ok(());
        }
        let kind = if dict.has("comparison") {
            let metavariable = dict.take("metavariable").map(|n| self.metavariable("metavariable", n)).transpose()?;
            self.comparison(&mut dict, metavariable, node.span)?
        } else {
            let metavariable = self.metavariable("metavariable", dict.need(self, "metavariable")?)?;
            if dict.has("analyzer") {
                ConditionKind::Analysis { metavariable, analyzer: self.analyzer(&mut dict)? }
            } else if dict.has("type") || dict.has("types") {
                self.types(&mut dict, metavariable)?
            } else if dict.has("module") || dict.has("modules") || dict.has("kind") {
                self.name_condition(&mut dict, metavariable)?
            } else {
                let language = dict.take("language").map(|n| self.language(n)).transpose()?;
                // Constants are looked through unless that is switched off.
                let constant = dict.take("constant-propagation");
                let constant_propagation = constant.map_or(Ok(true), |n| self.bool("constant-propagation", n))?;
                let place = Place { in_metavariable: true, ..place };
                let inner = self.newer_dict(&mut dict, place)?;
                let bare = inner.conditions.is_empty() && inner.focus.is_empty() && inner.bind.is_none();
                match inner.kind {
                    FormulaKind::Regex(regex) if bare => {
                        ConditionKind::Regex { metavariable, regex, constant_propagation }
                    }
                    _ => ConditionKind::Pattern { metavariable, language, formula: Box::new(inner) },
                }
            }
        };
        formula.conditions.push(Condition { kind, span: node.span });
        Ok(())
    }

    // --------------------------------------------------------------------------------------------------- both

    fn focus(&self, key: Span, value: &Node<'_>) -> Result<Focus> {
        let span = join(key, value.span);
        let metavariables = match value.as_list() {
            Some(list) => list.iter().map(|n| self.metavariable("focus-metavariable", n)).collect::<Result<_>>()?,
            None => vec![self.metavariable("focus-metavariable", value)?],
        };
        Ok(Focus { metavariables, span })
    }

    fn comparison(
        &self,
        dict: &mut Dict<'_, '_>,
        metavariable: Option<std::sync::Arc<str>>,
        key: Span,
    ) -> Result<ConditionKind> {
        let comparison = self.text("comparison", dict.need(self, "comparison")?)?;
        let strip = dict.take("strip").map_or(Ok(false), |n| self.bool("strip", n))?;
        let base = dict.take("base").map(|n| self.number("base", n)).transpose()?;
        if let Some(base) = base.filter(|b| !(2..=36).contains(b)) {
            return Err(self.error("invalid-base", key, format!("{base} is no base"), "expected 2 to 36"));
        }
        if strip && metavariable.is_none() {
            let message = "`strip: true` needs to know whose quotes to strip";
            return Err(self.error("missing-key", key, message, "expected `metavariable:` here"));
        }
        Ok(ConditionKind::Comparison { metavariable, comparison, strip, base })
    }

    fn analyzer(&self, dict: &mut Dict<'_, '_>) -> Result<Analyzer> {
        let node = dict.need(self, "analyzer")?;
        let mut options = dict.take("options");
        let name = match node.as_map() {
            // `analyzer: {entropy_v2: {mode: strict}}`
            Some([(key, value)]) => {
                options = Some(value);
                self.string("analyzer", key)?
            }
            _ => self.string("analyzer", node)?,
        };
        Ok(match name {
            "entropy" => Analyzer::Entropy,
            "redos" => Analyzer::Redos,
            "entropy_v2" => {
                let mode =
                    options.and_then(|n| n.as_map()).and_then(|m| m.iter().find(|(k, _)| k.as_str() == Some("mode")));
                Analyzer::EntropyV2(match mode.and_then(|(_, v)| v.as_str()) {
                    None | Some("default") => EntropyMode::Default,
                    Some("lax") => EntropyMode::Lax,
                    Some("strict") => EntropyMode::Strict,
                    Some(other) => {
                        let message = format!("`{other}` is no mode of `entropy_v2`");
                        return Err(self.error("unknown-analyzer", node.span, message, "lax, default or strict"));
                    }
                })
            }
            other => {
                let message = format!("`{other}` is no analyzer");
                return Err(self.error("unknown-analyzer", node.span, message, "expected `entropy` or `redos`"));
            }
        })
    }

    fn types(&self, dict: &mut Dict<'_, '_>, metavariable: std::sync::Arc<str>) -> Result<ConditionKind> {
        let mut types = Vec::new();
        for key in ["type", "types"] {
            match dict.take(key) {
                Some(node) => match node.as_list() {
                    Some(list) => types.extend(list.iter().map(|n| self.text(key, n)).collect::<Result<Vec<_>>>()?),
                    None => types.push(self.text(key, node)?),
                },
                None => continue,
            }
        }
        if types.is_empty() {
            return Err(self.error("missing-key", dict.head(), "there is no type", "expected `type:` or `types:`"));
        }
        let language = dict.take("language").map(|n| self.language(n)).transpose()?;
        Ok(ConditionKind::Type { metavariable, types, language })
    }

    fn name_condition(&self, dict: &mut Dict<'_, '_>, metavariable: std::sync::Arc<str>) -> Result<ConditionKind> {
        let kind = dict.take("kind").map(|n| self.string("kind", n).map(str::to_owned)).transpose()?;
        let mut modules = Vec::new();
        for key in ["module", "modules"] {
            if let Some(node) = dict.take(key) {
                modules.extend(self.strings(key, node)?.into_iter().map(|(s, _)| s.to_owned()));
            }
        }
        if kind.is_none() && modules.is_empty() {
            let label = "expected `module:`, `modules:` or `kind:`";
            return Err(self.error("missing-key", dict.head(), "there is no module", label));
        }
        Ok(ConditionKind::Name { metavariable, kind, modules })
    }

    pub(super) fn language(&self, node: &Node<'_>) -> Result<RuleLanguage> {
        let name = self.string("language", node)?;
        RuleLanguage::parse(name).ok_or_else(|| {
            let names: Vec<_> = RuleLanguage::names().collect();
            let label = match nearest(&name.to_ascii_lowercase(), &names) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "not a language of the format".into(),
            };
            self.error("unknown-language", node.span, format!("unknown language `{name}`"), label)
        })
    }

    fn pattern_text(&self, key: &str, node: &Node<'_>) -> Result<super::text::YamlText> {
        let text = self.text(key, node)?;
        if text.text.trim().is_empty() {
            return Err(self.error("empty-pattern", node.span, "the pattern is empty", "expected code"));
        }
        Ok(text)
    }

    fn not_empty(&self, key: &str, node: &Node<'_>, len: usize) -> Result<()> {
        if len == 0 {
            return Err(self.error(
                "empty-list",
                node.span,
                format!("`{key}` is empty"),
                "expected at least one entry",
            ));
        }
        Ok(())
    }

    fn need_positive(&self, all: &[Formula], span: Span, place: Place) -> Result<()> {
        if place.in_metavariable || all.iter().any(|f| !matches!(f.kind, FormulaKind::Not(_))) {
            return Ok(());
        }
        let message = "there is nothing to look for: every part only excludes";
        Err(self.error("no-positive-pattern", span, message, "expected at least one pattern that is not negated"))
    }

    fn unknown(&self, name: &str, key: Span, expected: &[&str]) -> super::dict::Error {
        let label = match nearest(name, expected) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("expected one of `{}`", expected.join("`, `")),
        };
        self.error("unknown-key", key, format!("unknown key `{name}`"), label)
    }
}

fn is_condition(name: &str) -> bool {
    matches!(
        name,
        "metavariable-regex"
            | "metavariable-pattern"
            | "metavariable-comparison"
            | "metavariable-analysis"
            | "metavariable-type"
            | "metavariable-name"
            | "semgrep-internal-metavariable-name"
    )
}

fn join(a: Span, b: Span) -> Span {
    Span { start: a.start, end: b.end.max(a.end) }
}

pub(super) fn with_help(mut error: super::dict::Error, help: &str) -> super::dict::Error {
    error.help = Some(help.into());
    error
}
