//! Where each value of a configuration comes from.

use firedoor_core::{LineIndex, RuleSource, Span};
use toml::de::DeTable;

use super::schema::{Field, Kind, ROOT};
use super::tree::{Node, Value};

/// One setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Dotted: `gate.fail-on`, `suppress[0].rule`.
    pub key: String,
    /// The value as TOML; empty where nothing is set and nothing holds by default.
    pub value: String,
    /// The file that sets it; `None` for a default.
    pub path: Option<String>,
    /// The line in that file, from 1.
    pub line: Option<u32>,
}

/// Where nodes of the tree are written.
pub(super) struct Places<'a> {
    layers: &'a [RuleSource],
    indexes: Vec<LineIndex>,
}

impl<'a> Places<'a> {
    pub(super) fn new(layers: &'a [RuleSource]) -> Self {
        Self { layers, indexes: layers.iter().map(|s| LineIndex::new(s.text.as_bytes())).collect() }
    }

    /// The file of a node, and its line from 1.
    pub(super) fn of(&self, node: &Node) -> Option<(String, u32)> {
        let line = self.indexes.get(node.layer)?.line_of(node.span.start as usize);
        Some((self.layers.get(node.layer)?.path.clone(), line))
    }
}

pub(super) fn origins(root: Option<&Node>, layers: &[RuleSource]) -> Vec<Origin> {
    let places = Places::new(layers);
    let mut out = Vec::new();
    table(root, ROOT, "", &mut |key, value, node: Option<&Node>| {
        let (path, line) = node.and_then(|n| places.of(n)).unzip();
        out.push(Origin { key, value, path, line });
    });
    out
}

fn table(node: Option<&Node>, fields: &[Field], prefix: &str, put: &mut dyn FnMut(String, String, Option<&Node>)) {
    for field in fields {
        let key = if prefix.is_empty() { field.name.to_owned() } else { format!("{prefix}.{}", field.name) };
        let value = node.and_then(|n| n.get(field.name));
        match (field.kind, value) {
            (Kind::Table(below), _) => table(value, below, &key, put),
            (Kind::Tables(below), Some(list)) => {
                for (i, item) in list.items().iter().enumerate() {
                    // Inside an entry only what is written is told: an entry has no defaults.
                    table(Some(item), below, &format!("{key}[{i}]"), &mut |k, v, n| {
                        if n.is_some() {
                            put(k, v, n);
                        }
                    });
                }
            }
            (Kind::Tables(_), None) => {}
            (_, Some(value)) => put(key, print(value), Some(value)),
            (_, None) => put(key, field.default.to_owned(), None),
        }
    }
}

fn print(node: &Node) -> String {
    match &node.value {
        // JSON's string syntax is a subset of TOML's basic string.
        Value::Text(text) => serde_json::Value::from(text.as_str()).to_string(),
        Value::Integer(n) => n.to_string(),
        Value::Float(f) => f.clone(),
        Value::Bool(b) => b.to_string(),
        Value::Date(d) => d.clone(),
        Value::List(items) => format!("[{}]", items.iter().map(print).collect::<Vec<_>>().join(", ")),
        Value::Table(table) => {
            let parts: Vec<_> = table.iter().map(|(k, (_, n))| format!("{k} = {}", print(n))).collect();
            format!("{{ {} }}", parts.join(", "))
        }
    }
}

/// A default of the table of keys as a value.
pub(super) fn literal(text: &str) -> Option<Node> {
    let source = format!("v = {text}");
    let parsed = DeTable::parse(&source).ok()?;
    let value = parsed.get_ref().get("v")?;
    Some(Node { value: super::tree::from_value(value.get_ref(), 0), span: Span::default(), layer: usize::MAX })
}
