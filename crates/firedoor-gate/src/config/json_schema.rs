//! The JSON schema of `firedoor.toml`, for editors, made from the parser's own table.

use serde_json::{Map, Value, json};

use super::schema::{EXTENDS, Field, Kind, ROOT, SEVERITY_COUNTS};

/// The schema as committed in `schemas/firedoor.schema.json` (JSON Schema, draft 7: what TOML editors understand).
#[must_use]
pub fn json_schema() -> String {
    let mut root = object(ROOT);
    let mut out = Map::new();
    out.insert("$schema".into(), "http://json-schema.org/draft-07/schema#".into());
    out.insert("title".into(), "firedoor.toml".into());
    out.append(&mut root);
    let mut text = serde_json::to_string_pretty(&Value::Object(out)).unwrap_or_default();
    text.push('\n');
    text
}

fn object(fields: &[Field]) -> Map<String, Value> {
    let mut properties = Map::new();
    for field in fields {
        let mut value = kind(field.kind);
        value.insert("description".into(), field.doc.into());
        if let Some(default) = super::origin::literal(field.default).filter(|_| !field.default.is_empty()) {
            value.insert("default".into(), plain(&default));
        }
        properties.insert(field.name.into(), Value::Object(value));
    }
    let required: Vec<&str> = fields.iter().filter(|f| f.required).map(|f| f.name).collect();
    let mut out = Map::new();
    out.insert("type".into(), "object".into());
    out.insert("properties".into(), Value::Object(properties));
    if !required.is_empty() {
        out.insert("required".into(), json!(required));
    }
    out.insert("additionalProperties".into(), false.into());
    out
}

fn plain(node: &super::tree::Node) -> Value {
    use super::tree::Value as V;
    match &node.value {
        V::Text(t) | V::Date(t) | V::Float(t) => json!(t),
        V::Integer(n) => json!(n),
        V::Bool(b) => json!(b),
        V::List(items) => items.iter().map(plain).collect(),
        V::Table(table) => Value::Object(table.iter().map(|(k, (_, n))| (k.clone(), plain(n))).collect()),
    }
}

fn kind(kind: Kind) -> Map<String, Value> {
    let one_or_many = |item: Value| json!({ "anyOf": [item, { "type": "array", "items": item }] });
    let value = match kind {
        Kind::Bool => json!({ "type": "boolean" }),
        Kind::Integer(min, i64::MAX) => json!({ "type": "integer", "minimum": min }),
        Kind::Integer(min, max) => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Kind::Size => json!({ "anyOf": [
            { "type": "integer", "minimum": 0 },
            { "type": "string", "pattern": "^[0-9]+ *([kKmMgG]?[bB]?|[kKmMgG][iI][bB])$" },
        ] }),
        Kind::Text | Kind::Glob => json!({ "type": "string" }),
        Kind::Date => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        Kind::Choice(words) => json!({ "type": "string", "enum": words }),
        Kind::Texts | Kind::Globs => one_or_many(json!({ "type": "string" })),
        Kind::Choices(words) => one_or_many(json!({ "type": "string", "enum": words })),
        Kind::Counts => json!({ "anyOf": [{ "type": "integer", "minimum": 0 }, object(SEVERITY_COUNTS)] }),
        Kind::Extends => {
            let one = json!({ "anyOf": [{ "type": "string" }, object(EXTENDS)] });
            one_or_many(one)
        }
        Kind::Table(fields) => Value::Object(object(fields)),
        Kind::Tables(fields) => json!({ "type": "array", "items": object(fields) }),
    };
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
