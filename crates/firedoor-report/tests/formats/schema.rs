//! A small JSON Schema validator (draft 7: `$ref`, `type`, `required`, `properties`, `additionalProperties`, `items`,
//! `enum`, `const`, lengths, `minimum`), so that tests need no outside tool. `prefix` is our own keyword.

use serde_json::Value;

/// Panics with every error.
pub(crate) fn check(schema: &Value, value: &Value) {
    let errors = errors(schema, value);
    assert!(errors.is_empty(), "{errors:#?}");
}

/// What is wrong, with the place.
pub(crate) fn errors(schema: &Value, value: &Value) -> Vec<String> {
    let mut out = Vec::new();
    visit(schema, schema, value, "", &mut out);
    out
}

fn visit(root: &Value, schema: &Value, value: &Value, at: &str, out: &mut Vec<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root.pointer(reference.trim_start_matches('#')).expect("a definition");
        return visit(root, target, value, at, out);
    }
    let mut fail = |what: String| out.push(format!("{at}: {what}"));
    match &schema["type"] {
        Value::String(t) if !is(t, value) => fail(format!("is not {t}: {value}")),
        Value::Array(all) if !all.iter().filter_map(Value::as_str).any(|t| is(t, value)) => {
            fail(format!("is none of {all:?}: {value}"));
        }
        _ => {}
    }
    if let Some(allowed) = schema["enum"].as_array()
        && !allowed.contains(value)
    {
        fail(format!("{value} is none of {allowed:?}"));
    }
    if let Some(wanted) = schema.get("const")
        && wanted != value
    {
        fail(format!("{value} is not {wanted}"));
    }
    if let Some(text) = value.as_str() {
        let n = text.chars().count() as u64;
        if n < schema["minLength"].as_u64().unwrap_or(0) || n > schema["maxLength"].as_u64().unwrap_or(u64::MAX) {
            fail(format!("has length {n}"));
        }
        if !text.starts_with(schema["prefix"].as_str().unwrap_or("")) {
            fail(format!("{text} has another prefix"));
        }
    }
    if let (Some(n), Some(min)) = (value.as_f64(), schema["minimum"].as_f64())
        && n < min
    {
        fail(format!("{n} is below {min}"));
    }
    if let Some(list) = value.as_array() {
        if (list.len() as u64) < schema["minItems"].as_u64().unwrap_or(0) {
            fail("is too short".to_owned());
        }
        if let Some(items) = schema.get("items") {
            for (i, item) in list.iter().enumerate() {
                visit(root, items, item, &format!("{at}/{i}"), out);
            }
        }
    } else if let Some(object) = value.as_object() {
        for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !object.contains_key(name) {
                fail(format!("lacks {name}"));
            }
        }
        for (name, member) in object {
            let at = format!("{at}/{name}");
            match (schema["properties"].get(name), schema.get("additionalProperties")) {
                (Some(schema), _) => visit(root, schema, member, &at, out),
                (None, Some(Value::Bool(false))) => out.push(format!("{at}: is not allowed")),
                (None, Some(other @ Value::Object(_))) => visit(root, other, member, &at, out),
                _ => {}
            }
        }
    }
}

fn is(name: &str, value: &Value) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("unknown type {other}"),
    }
}
