//! TOML text as a tree of values that know where they stand, checked against the table in [`super::schema`].
//!
//! Layers (a file and the files that it extends) are merged here: tables by key, arrays of tables one behind the
//! other, everything else replaced by the nearer file.

use std::collections::BTreeMap;

use firedoor_core::{Diagnostic, RuleSource, Span};
use toml::de::{DeTable, DeValue};

use super::schema::{EXTENDS, Field, Kind, SEVERITY_COUNTS, did_you_mean};

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) value: Value,
    pub(crate) span: Span,
    /// Index of its file among the layers.
    pub(crate) layer: usize,
}

#[derive(Clone, Debug)]
pub(crate) enum Value {
    Text(String),
    Integer(i64),
    Float(String),
    Bool(bool),
    Date(String),
    List(Vec<Node>),
    Table(BTreeMap<String, (Span, Node)>),
}

impl Node {
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match &self.value {
            Value::Table(table) => table.get(key).map(|(_, node)| node),
            _ => None,
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) | Value::Date(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            _ => std::slice::from_ref(self),
        }
    }

    /// A text or a list of texts.
    pub(crate) fn texts(&self) -> Vec<String> {
        self.items().iter().filter_map(|n| n.text().map(str::to_owned)).collect()
    }

    fn word(&self) -> &'static str {
        match self.value {
            Value::Text(_) => "a text",
            Value::Integer(_) => "an integer",
            Value::Float(_) => "a number",
            Value::Bool(_) => "true or false",
            Value::Date(_) => "a date",
            Value::List(_) => "an array",
            Value::Table(_) => "a table",
        }
    }
}

/// The tree of one file, with everything checked that the table of keys says.
pub(crate) fn parse(source: &RuleSource, fields: &[Field], layer: usize) -> Result<Node, Vec<Diagnostic>> {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    if !errors.is_empty() {
        return Err(errors
            .iter()
            .take(20)
            .map(|e| {
                let span = e.span().map(|r| Span::new(r.start, r.end));
                Diagnostic::new("invalid-toml", source, span, sentence(e.message()), "")
            })
            .collect());
    }
    let span = table.span();
    let root = Node { value: from_table(table.get_ref(), layer), span: Span::new(span.start, span.end), layer };
    let mut check = Check { source, errors: Vec::new() };
    check.table(&root, fields, "");
    check.errors.sort_by_key(|d| d.span);
    if check.errors.is_empty() { Ok(root) } else { Err(check.errors) }
}

fn sentence(message: &str) -> String {
    let mut text = format!("This is not valid TOML: {}", message.trim().replace('\n', ", "));
    if !text.ends_with('.') {
        text.push('.');
    }
    text
}

fn from_table(table: &DeTable<'_>, layer: usize) -> Value {
    let mut out = BTreeMap::new();
    for (key, value) in table {
        let at = key.span();
        let range = value.span();
        let node = Node { value: from_value(value.get_ref(), layer), span: Span::new(range.start, range.end), layer };
        out.insert(key.get_ref().to_string(), (Span::new(at.start, at.end), node));
    }
    Value::Table(out)
}

pub(super) fn from_value(value: &DeValue<'_>, layer: usize) -> Value {
    match value {
        DeValue::String(s) => Value::Text(s.to_string()),
        DeValue::Integer(i) => match i64::from_str_radix(i.as_str(), i.radix()) {
            Ok(n) => Value::Integer(n),
            Err(_) => Value::Float(i.to_string()),
        },
        DeValue::Float(f) => Value::Float(f.as_str().to_owned()),
        DeValue::Boolean(b) => Value::Bool(*b),
        DeValue::Datetime(d) => Value::Date(d.to_string()),
        DeValue::Array(items) => Value::List(
            items
                .iter()
                .map(|item| {
                    let range = item.span();
                    Node { value: from_value(item.get_ref(), layer), span: Span::new(range.start, range.end), layer }
                })
                .collect(),
        ),
        DeValue::Table(table) => from_table(table, layer),
    }
}

/// Lays `over` upon `under`.
pub(crate) fn merge(under: Node, over: Node) -> Node {
    let Node { value, span, layer } = over;
    let value = match (under.value, value) {
        (Value::Table(mut below), Value::Table(above)) => {
            for (key, (key_span, node)) in above {
                let merged = match below.remove(&key) {
                    Some((_, old)) => merge(old, node),
                    None => node,
                };
                below.insert(key, (key_span, merged));
            }
            Value::Table(below)
        }
        (Value::List(mut below), Value::List(above)) if is_tables(&below) && is_tables(&above) => {
            below.extend(above);
            Value::List(below)
        }
        (_, above) => above,
    };
    Node { value, span, layer }
}

fn is_tables(items: &[Node]) -> bool {
    !items.is_empty() && items.iter().all(|n| matches!(n.value, Value::Table(_)))
}

struct Check<'a> {
    source: &'a RuleSource,
    errors: Vec<Diagnostic>,
}

impl Check<'_> {
    fn error(&mut self, code: &'static str, span: Span, message: String, label: String) -> &mut Diagnostic {
        self.errors.push(Diagnostic::new(code, self.source, Some(span), message, label));
        self.errors.last_mut().expect("just pushed")
    }

    fn table(&mut self, node: &Node, fields: &[Field], at: &str) {
        let Value::Table(table) = &node.value else {
            let found = node.word();
            self.error("wrong-type", node.span, format!("`{at}` must be a table, this is {found}."), "a table".into());
            return;
        };
        for (key, (key_span, value)) in table {
            let Some(field) = fields.iter().find(|f| f.name == key) else {
                let place = if at.is_empty() { "at the top level".to_owned() } else { format!("in `{at}`") };
                let guess = did_you_mean(key, fields.iter().map(|f| f.name));
                let label = guess.map_or_else(|| "unknown key".to_owned(), |g| format!("did you mean `{g}`?"));
                let known = fields.iter().map(|f| f.name).collect::<Vec<_>>().join(", ");
                self.error("unknown-key", *key_span, format!("There is no key `{key}` {place}."), label).help =
                    Some(format!("Keys {place}: {known}."));
                continue;
            };
            let name = if at.is_empty() { key.clone() } else { format!("{at}.{key}") };
            self.value(value, field.kind, &name);
        }
        for field in fields.iter().filter(|f| f.required && !table.contains_key(f.name)) {
            let message = format!("`{at}` has no `{}`, which is required.", field.name);
            self.error("missing-key", node.span, message, format!("`{}` is missing here", field.name)).help =
                Some(field.doc.to_owned());
        }
    }

    /// An entry that speaks of every finding there is, is a mistake. So is a list in one that is empty.
    fn names_something(&mut self, node: &Node, name: &str) {
        const WHAT: [&str; 5] = ["rule", "engine", "path", "fingerprint", "package"];
        for (key, list) in WHAT.iter().filter_map(|key| Some((key, node.get(key)?))) {
            if matches!(&list.value, Value::List(items) if items.is_empty()) {
                let message = format!("`{name}.{key}` is empty, so it would not narrow the entry.");
                self.error("invalid-value", list.span, message, "leave the key out, or name something".to_owned());
            }
        }
        let is_table = matches!(node.value, Value::Table(_));
        let effects: &[&str] = match name {
            "severity" => &["severity", "confidence"],
            "gate.override" => &["fail-on", "min-confidence", "new-only"],
            _ => &[],
        };
        if is_table && !effects.is_empty() && effects.iter().all(|key| node.get(key).is_none()) {
            let message = format!("This entry of `{name}` changes nothing.");
            self.error("missing-key", node.span, message, format!("one of {}", effects.join(", ")));
        }
        if name == "suppress" && is_table && WHAT.iter().all(|key| node.get(key).is_none()) {
            let message = format!("This entry of `{name}` names no finding.");
            self.error("missing-key", node.span, message, format!("one of {}", WHAT.join(", ")));
        }
    }

    fn value(&mut self, node: &Node, kind: Kind, name: &str) {
        match kind {
            Kind::Table(fields) => self.table(node, fields, name),
            Kind::Tables(fields) => match &node.value {
                Value::List(items) => {
                    for item in items {
                        self.table(item, fields, name);
                        self.names_something(item, name);
                    }
                }
                _ => {
                    let message = format!("`{name}` must be an array of tables: write `[[{name}]]`.");
                    self.error("wrong-type", node.span, message, format!("[[{name}]]"));
                }
            },
            Kind::Extends => match &node.value {
                Value::List(items) => items.iter().for_each(|item| self.value(item, Kind::Extends, name)),
                Value::Text(_) => {}
                _ => {
                    self.table(node, EXTENDS, name);
                    let digest = node.get("sha256");
                    if let Some(bad) = digest.filter(|d| d.text().is_some_and(|t| !is_sha256(t))) {
                        let message = format!("`{name}.sha256` must be 64 hexadecimal digits.");
                        self.error("invalid-value", bad.span, message, "a SHA-256 digest".into());
                    }
                }
            },
            Kind::Counts if matches!(node.value, Value::Table(_)) => self.table(node, SEVERITY_COUNTS, name),
            Kind::Counts => self.scalar(node, Kind::Integer(0, i64::MAX), name),
            Kind::Texts | Kind::Globs | Kind::Choices(_) => {
                let item = match kind {
                    Kind::Texts => Kind::Text,
                    Kind::Globs => Kind::Glob,
                    Kind::Choices(words) => Kind::Choice(words),
                    _ => kind,
                };
                node.items().iter().for_each(|n| self.scalar(n, item, name));
            }
            _ => self.scalar(node, kind, name),
        }
    }

    fn scalar(&mut self, node: &Node, kind: Kind, name: &str) {
        let wanted = match (kind, &node.value) {
            // An empty reason is none, an empty path means the working directory by accident.
            (Kind::Text, Value::Text(text)) if text.trim().is_empty() => {
                self.error("invalid-value", node.span, format!("`{name}` is empty."), "a text".to_owned());
                return;
            }
            (Kind::Bool, Value::Bool(_)) | (Kind::Text, Value::Text(_)) => return,
            (Kind::Bool, _) => "true or false",
            (Kind::Integer(min, max), Value::Integer(n)) => {
                if *n < min || *n > max {
                    let range =
                        if max == i64::MAX { format!("at least {min}") } else { format!("from {min} to {max}") };
                    self.error("invalid-value", node.span, format!("`{name}` must be {range}."), range);
                }
                return;
            }
            (Kind::Integer(..), _) => "an integer",
            (Kind::Size, Value::Integer(n)) if *n >= 0 => return,
            (Kind::Size, Value::Text(t)) if parse_size(t).is_some() => return,
            (Kind::Size, _) => "a size: bytes, or a text such as \"10MB\"",
            (Kind::Date, Value::Text(t) | Value::Date(t)) if crate::date::is_date(t) => return,
            (Kind::Date, _) => "a date, YYYY-MM-DD",
            (Kind::Glob, Value::Text(t)) => {
                if t.trim().is_empty() {
                    self.error("invalid-value", node.span, format!("`{name}` is empty."), "a glob".to_owned());
                } else if let Err(e) = crate::glob::Globs::check(t) {
                    self.error("invalid-glob", node.span, format!("`{name}` is not a valid glob: {e}."), String::new());
                }
                return;
            }
            (Kind::Choice(words), Value::Text(t)) => {
                if !words.contains(&t.as_str()) {
                    let all = words.join(", ");
                    let label = did_you_mean(t, words.iter().copied())
                        .map_or_else(|| format!("one of {all}"), |g| format!("did you mean `{g}`?"));
                    self.error("invalid-value", node.span, format!("`{name}` must be one of {all}."), label);
                }
                return;
            }
            (Kind::Choice(_) | Kind::Glob | Kind::Text, _) => "a text",
            _ => "something else",
        };
        let message = format!("`{name}` must be {wanted}; this is {}.", node.word());
        self.error("wrong-type", node.span, message, wanted.to_owned());
    }
}

pub(crate) fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// Bytes of a text such as `10MB` (decimal), `10MiB` (binary) or `4096`.
pub(crate) fn parse_size(text: &str) -> Option<u64> {
    let text = text.trim();
    let split = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, unit) = text.split_at(split);
    let factor: u64 = match unit.trim().to_ascii_lowercase().as_str() {
        "" | "b" => 1,
        "k" | "kb" => 1_000,
        "m" | "mb" => 1_000_000,
        "g" | "gb" => 1_000_000_000,
        "kib" => 1 << 10,
        "mib" => 1 << 20,
        "gib" => 1 << 30,
        _ => return None,
    };
    digits.parse::<u64>().ok()?.checked_mul(factor)
}
