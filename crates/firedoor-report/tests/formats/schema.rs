//! A small JSON Schema validator (drafts 4 and 7: `$ref`, `type`, `required`, `properties`, `additionalProperties`, `items`,
//! `enum`, `const`, `anyOf`, `oneOf`, `pattern`, lengths, bounds, `uniqueItems`; `format` is a remark), so that tests need
//! no outside tool. A keyword that it does not know is an error of the test. `prefix` is our own.

use serde_json::Value;

/// What it takes into account, and what has no meaning for validity.
const KNOWN: &[&str] = &[
    "$ref",
    "type",
    "required",
    "properties",
    "additionalProperties",
    "items",
    "enum",
    "const",
    "anyOf",
    "oneOf",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "minItems",
    "maxItems",
    "uniqueItems",
    "prefix",
    "$schema",
    "$comment",
    "$id",
    "id",
    "title",
    "description",
    "default",
    "definitions",
    "$defs",
    "format",
    "examples",
];

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
    for keyword in schema.as_object().into_iter().flat_map(|o| o.keys()) {
        assert!(KNOWN.contains(&keyword.as_str()), "the validator does not know the keyword `{keyword}`");
    }
    for (keyword, least, most) in [("anyOf", 1, usize::MAX), ("oneOf", 1, 1)] {
        let Some(choices) = schema[keyword].as_array() else { continue };
        let fits = |choice: &&Value| {
            let mut inner = Vec::new();
            visit(root, choice, value, at, &mut inner);
            inner.is_empty()
        };
        let fit = choices.iter().filter(fits).count();
        if fit < least || fit > most {
            out.push(format!("{at}: {fit} of {keyword} fit"));
        }
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
        if let Some(pattern) = schema["pattern"].as_str()
            && !regex::Regex::new(pattern).expect("a pattern of the schema").is_match(text)
        {
            fail(format!("{text} does not match {pattern}"));
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
    if let (Some(n), Some(max)) = (value.as_f64(), schema["maximum"].as_f64())
        && n > max
    {
        fail(format!("{n} is above {max}"));
    }
    if let Some(list) = value.as_array() {
        let n = list.len() as u64;
        if n < schema["minItems"].as_u64().unwrap_or(0) || n > schema["maxItems"].as_u64().unwrap_or(u64::MAX) {
            fail(format!("has {n} items"));
        }
        if schema["uniqueItems"] == true {
            let mut seen: Vec<String> = list.iter().map(ToString::to_string).collect();
            seen.sort();
            seen.dedup();
            if seen.len() < list.len() {
                fail("holds an item twice".to_owned());
            }
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
