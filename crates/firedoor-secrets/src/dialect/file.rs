//! One TOML rule file as it is written: gitleaks' keys, Betterleaks' additions and ours, each with its place.
//!
//! Keys are read without regard to case, as gitleaks does. Nothing is judged here beyond types and known names.

use std::borrow::Cow;
use std::ops::Range;

use firedoor_core::{Diagnostic, RuleSource, Span};
use toml::de::{DeTable, DeValue};

use crate::scan::runs::{LONGEST_RUN, SHORTEST_RUN};

/// A value and where it is written.
#[derive(Clone, Debug)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

/// A text and where it is written; `raw` tells that offsets in the text are offsets in the file.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) value: Cow<'static, str>,
    pub(crate) span: Span,
    /// Where the text itself begins, if it is written without escapes.
    pub(crate) inner: Option<u32>,
    /// Index of the file among those that were read.
    pub(crate) file: usize,
}

/// `[extend]`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Extend {
    pub(crate) use_default: bool,
    pub(crate) path: Option<Text>,
    pub(crate) disabled_rules: Vec<Text>,
}

/// An allow list of any form, global or of a rule.
#[derive(Clone, Debug, Default)]
pub(crate) struct RawAllowlist {
    pub(crate) description: String,
    pub(crate) condition: Option<Text>,
    pub(crate) commits: Vec<Text>,
    pub(crate) paths: Vec<Text>,
    pub(crate) regex_target: Option<Text>,
    pub(crate) regexes: Vec<Text>,
    pub(crate) stopwords: Vec<Text>,
    pub(crate) target_rules: Vec<Text>,
    pub(crate) span: Span,
    pub(crate) file: usize,
}

/// One `[[rules.required]]`.
#[derive(Clone, Debug)]
pub(crate) struct RawRequired {
    pub(crate) id: Text,
    pub(crate) within_lines: Option<u32>,
    pub(crate) within_columns: Option<u32>,
}

/// One `[[rules]]`.
#[derive(Clone, Debug, Default)]
pub(crate) struct RawRule {
    pub(crate) span: Span,
    pub(crate) file: usize,
    pub(crate) id: Option<Text>,
    pub(crate) title: Option<Text>,
    pub(crate) description: Option<Text>,
    pub(crate) regex: Option<Text>,
    pub(crate) path: Option<Text>,
    pub(crate) secret_group: Option<At<u32>>,
    pub(crate) entropy: Option<f64>,
    pub(crate) keywords: Vec<Text>,
    pub(crate) runs: Vec<usize>,
    pub(crate) tags: Vec<Text>,
    pub(crate) allowlists: Vec<RawAllowlist>,
    pub(crate) required: Vec<RawRequired>,
    pub(crate) skip_report: bool,
    pub(crate) filter: Option<Text>,
    pub(crate) validate: Option<Text>,
    pub(crate) severity: Option<Text>,
    pub(crate) confidence: Option<Text>,
    pub(crate) revoke: Option<Text>,
    pub(crate) format_source: Option<Text>,
    pub(crate) prefix: Option<At<Prefix>>,
    pub(crate) validate_offline: Option<Text>,
    pub(crate) examples: Vec<Text>,
    pub(crate) counterexamples: Vec<Text>,
}

/// What may be shown of a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Prefix {
    /// So many leading bytes.
    Length(usize),
    /// This text, where the secret begins with it.
    Text(String),
}

/// One file.
#[derive(Clone, Debug, Default)]
pub(crate) struct RuleFile {
    pub(crate) extend: Extend,
    pub(crate) rules: Vec<RawRule>,
    pub(crate) allowlists: Vec<RawAllowlist>,
    pub(crate) prefilter: Option<Text>,
    pub(crate) filter: Option<Text>,
}

/// Reads one file, the one of index `file`. Mistakes go to `diagnostics`; what can be read is returned.
pub(crate) fn read(source: &RuleSource, file: usize, diagnostics: &mut Vec<Diagnostic>) -> RuleFile {
    let mut reader = Reader { source, file, diagnostics, rule: None };
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    let broken = !errors.is_empty();
    for error in errors {
        let span = error.span().map(span_of);
        reader.diagnostics.push(Diagnostic::new("invalid-toml", source, span, error.message(), ""));
    }
    if broken {
        return RuleFile::default();
    }
    reader.file(table.get_ref())
}

fn span_of(range: Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

struct Reader<'a> {
    source: &'a RuleSource,
    file: usize,
    diagnostics: &'a mut Vec<Diagnostic>,
    rule: Option<String>,
}

type Value<'i> = toml::Spanned<DeValue<'i>>;

impl Reader<'_> {
    fn error(&mut self, code: &'static str, span: Span, message: impl Into<String>, label: impl Into<String>) {
        let mut diagnostic = Diagnostic::new(code, self.source, Some(span), message, label);
        if let Some(rule) = &self.rule {
            diagnostic = diagnostic.in_rule(rule.clone());
        }
        self.diagnostics.push(diagnostic);
    }

    fn wrong(&mut self, value: &Value<'_>, key: &str, expected: &str) {
        let span = span_of(value.span());
        self.error("invalid-value", span, format!("`{key}` has a value of the wrong type"), expected.to_owned());
    }

    fn unknown(&mut self, span: Range<usize>, key: &str, place: &str) {
        self.error("unknown-key", span_of(span), format!("`{key}` is not a key of {place}"), "unknown key");
    }

    fn text(&mut self, value: &Value<'_>, key: &str) -> Option<Text> {
        let DeValue::String(text) = value.get_ref() else {
            self.wrong(value, key, "expected a string");
            return None;
        };
        let span = span_of(value.span());
        let written = self.source.text.get(span.range()).unwrap_or("");
        let quotes = if written.starts_with("'''") || written.starts_with("\"\"\"") { 3 } else { 1 };
        let mut skip = quotes;
        if quotes == 3 {
            let rest = written.get(3..).unwrap_or("");
            skip += if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) };
        }
        let same = written.get(skip..).is_some_and(|w| w.starts_with(text.as_ref()));
        Some(Text {
            value: Cow::Owned(text.to_string()),
            span,
            inner: same.then(|| span.start + u32::try_from(skip).unwrap_or(0)),
            file: self.file,
        })
    }

    fn texts(&mut self, value: &Value<'_>, key: &str) -> Vec<Text> {
        match value.get_ref() {
            DeValue::Array(items) => items.iter().filter_map(|item| self.text(item, key)).collect(),
            DeValue::String(_) => self.text(value, key).into_iter().collect(),
            _ => {
                self.wrong(value, key, "expected an array of strings");
                Vec::new()
            }
        }
    }

    fn number(&mut self, value: &Value<'_>, key: &str) -> Option<f64> {
        let number = match value.get_ref() {
            DeValue::Integer(n) => n.as_str().replace('_', "").parse().ok(),
            DeValue::Float(n) => n.as_str().replace('_', "").parse().ok(),
            _ => None,
        };
        if number.is_none() {
            self.wrong(value, key, "expected a number");
        }
        number
    }

    fn count(&mut self, value: &Value<'_>, key: &str) -> Option<u32> {
        let number = match value.get_ref() {
            DeValue::Integer(n) => n.as_str().replace('_', "").parse().ok(),
            _ => None,
        };
        if number.is_none() {
            self.wrong(value, key, "expected a whole number from 0");
        }
        number
    }

    /// Lengths of runs that the keyword pass tells apart.
    fn runs(&mut self, value: &Value<'_>, key: &str) -> Vec<usize> {
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(value, key, "expected an array of numbers");
            return Vec::new();
        };
        let mut lengths = Vec::with_capacity(items.len());
        for item in items {
            let Some(length) = self.count(item, key).map(|n| n as usize) else { continue };
            if (SHORTEST_RUN..=LONGEST_RUN).contains(&length) {
                lengths.push(length);
            } else {
                let message = format!("a run has {SHORTEST_RUN} to {LONGEST_RUN} characters");
                self.error("invalid-value", span_of(item.span()), message, "no such run is looked for");
            }
        }
        lengths
    }

    fn boolean(&mut self, value: &Value<'_>, key: &str) -> bool {
        if let DeValue::Boolean(b) = value.get_ref() {
            return *b;
        }
        self.wrong(value, key, "expected true or false");
        false
    }

    fn table<'v, 'i>(&mut self, value: &'v Value<'i>, key: &str) -> Option<&'v DeTable<'i>> {
        if let DeValue::Table(table) = value.get_ref() {
            return Some(table);
        }
        self.wrong(value, key, "expected a table");
        None
    }

    /// The tables of an array of tables; a single table counts as one.
    fn tables<'v, 'i>(&mut self, value: &'v Value<'i>, key: &str) -> Vec<(&'v DeTable<'i>, Span)> {
        match value.get_ref() {
            DeValue::Table(table) => vec![(table, span_of(value.span()))],
            DeValue::Array(items) => items
                .iter()
                .filter_map(|item| self.table(item, key).map(|table| (table, span_of(item.span()))))
                .collect(),
            _ => {
                self.wrong(value, key, "expected tables");
                Vec::new()
            }
        }
    }

    fn file(&mut self, table: &DeTable<'_>) -> RuleFile {
        let mut file = RuleFile::default();
        for (key, value) in table {
            match key.get_ref().to_ascii_lowercase().as_str() {
                "title" | "description" | "version" | "minversion" | "betterleaksminversion" => {}
                "extend" => {
                    if let Some(table) = self.table(value, "extend") {
                        file.extend = self.extend(table);
                    }
                }
                "rules" => {
                    for (table, span) in self.tables(value, "rules") {
                        let rule = self.rule(table, span);
                        file.rules.push(rule);
                    }
                    self.rule = None;
                }
                "allowlist" | "allowlists" => {
                    for (table, span) in self.tables(value, key.get_ref()) {
                        let list = self.allowlist(table, span);
                        file.allowlists.push(list);
                    }
                }
                "prefilter" => file.prefilter = self.text(value, "prefilter"),
                "filter" => file.filter = self.text(value, "filter"),
                _ => self.unknown(key.span(), key.get_ref(), "a rule file"),
            }
        }
        file
    }

    fn extend(&mut self, table: &DeTable<'_>) -> Extend {
        let mut extend = Extend::default();
        for (key, value) in table {
            match key.get_ref().to_ascii_lowercase().as_str() {
                "usedefault" => extend.use_default = self.boolean(value, "useDefault"),
                "path" => extend.path = self.text(value, "path").filter(|t| !t.value.is_empty()),
                "disabledrules" => extend.disabled_rules = self.texts(value, "disabledRules"),
                "url" => {
                    let span = span_of(key.span());
                    let message = "`extend.url` is not followed: rules are never loaded over the network";
                    self.error("unsupported-extend", span, message, "use `path`");
                }
                _ => self.unknown(key.span(), key.get_ref(), "[extend]"),
            }
        }
        extend
    }

    fn rule(&mut self, table: &DeTable<'_>, span: Span) -> RawRule {
        let mut rule = RawRule { span, file: self.file, ..RawRule::default() };
        self.rule = table
            .iter()
            .find(|(k, _)| k.get_ref().eq_ignore_ascii_case("id"))
            .and_then(|(_, v)| if let DeValue::String(s) = v.get_ref() { Some(s.to_string()) } else { None });
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            match name.to_ascii_lowercase().as_str() {
                "id" => rule.id = self.text(value, name),
                "title" | "name" => rule.title = self.text(value, name),
                "description" => rule.description = self.text(value, name),
                "regex" => rule.regex = self.text(value, name).filter(|t| !t.value.is_empty()),
                "path" => rule.path = self.text(value, name).filter(|t| !t.value.is_empty()),
                "secretgroup" => {
                    rule.secret_group =
                        self.count(value, name).map(|value_| At { value: value_, span: span_of(value.span()) });
                }
                "entropy" => rule.entropy = self.number(value, name).filter(|&e| e != 0.0),
                "keywords" => rule.keywords = self.texts(value, name),
                "runs" => rule.runs = self.runs(value, name),
                "tags" => rule.tags = self.texts(value, name),
                "allowlist" | "allowlists" => {
                    for (table, span) in self.tables(value, name) {
                        let list = self.allowlist(table, span);
                        rule.allowlists.push(list);
                    }
                }
                "required" | "components" => {
                    for (table, span) in self.tables(value, name) {
                        if let Some(required) = self.required(table, span) {
                            rule.required.push(required);
                        }
                    }
                }
                "skipreport" => rule.skip_report = self.boolean(value, name),
                "filter" => rule.filter = self.text(value, name),
                "validate" => rule.validate = self.text(value, name),
                "severity" => rule.severity = self.text(value, name),
                "confidence" => rule.confidence = self.text(value, name),
                "revoke" => rule.revoke = self.text(value, name),
                "source" => rule.format_source = self.text(value, name),
                "validate_offline" => rule.validate_offline = self.text(value, name),
                "prefix" => {
                    let span = span_of(value.span());
                    let prefix = match value.get_ref() {
                        DeValue::String(s) => Some(Prefix::Text(s.to_string())),
                        _ => self.count(value, name).map(|n| Prefix::Length(n as usize)),
                    };
                    rule.prefix = prefix.map(|value| At { value, span });
                }
                "examples" => rule.examples = self.texts(value, name),
                "counterexamples" => rule.counterexamples = self.texts(value, name),
                // Betterleaks' own; what they mean is part of its expressions or of its reports.
                "tokenefficiency" | "verify" | "specificity" | "report" | "revocation" => {}
                _ => self.unknown(key.span(), name, "a rule"),
            }
        }
        rule
    }

    fn required(&mut self, table: &DeTable<'_>, span: Span) -> Option<RawRequired> {
        let (mut id, mut within_lines, mut within_columns) = (None, None, None);
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            match name.to_ascii_lowercase().as_str() {
                "id" | "rule" | "ruleid" => id = self.text(value, name),
                "withinlines" => within_lines = self.count(value, name),
                "withincolumns" => within_columns = self.count(value, name),
                "optional" => {
                    if self.boolean(value, name) {
                        return None;
                    }
                }
                _ => self.unknown(key.span(), name, "[[rules.required]]"),
            }
        }
        if id.is_none() {
            self.error("missing-key", span, "a required rule needs its `id`", "no `id` here");
        }
        Some(RawRequired { id: id?, within_lines, within_columns })
    }

    fn allowlist(&mut self, table: &DeTable<'_>, span: Span) -> RawAllowlist {
        let mut list = RawAllowlist { span, file: self.file, ..RawAllowlist::default() };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            match name.to_ascii_lowercase().as_str() {
                "description" => {
                    list.description = self.text(value, name).map(|t| t.value.into_owned()).unwrap_or_default()
                }
                "condition" => list.condition = self.text(value, name),
                "commits" => list.commits = self.texts(value, name),
                "paths" => list.paths = self.texts(value, name),
                "regextarget" => list.regex_target = self.text(value, name),
                "regexes" => list.regexes = self.texts(value, name),
                "stopwords" => list.stopwords = self.texts(value, name),
                "targetrules" => list.target_rules = self.texts(value, name),
                _ => self.unknown(key.span(), name, "an allow list"),
            }
        }
        list
    }
}
