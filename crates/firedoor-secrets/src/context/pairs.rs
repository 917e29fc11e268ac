//! A name and a value that stand in two fields of one object: `{"name": "API_TOKEN", "type": "plain", "value": "…"}`,
//! `ParameterKey` and `ParameterValue`, `<name>…</name><value>…</value>`, in either order and with other fields between
//! them, in JSON, YAML, XML, HCL and lists of `key=value`.
//!
//! What stands between the two fields must not leave the object: braces and tags are counted, and an item of a list
//! ends where the next one begins.

use std::ops::Range;

use super::assign::{Assigned, Cursor, Form, line_start};
use super::file_kind::FileKind;
use super::literal::literal;
use super::name;

/// How far apart the two fields may be.
const REACH: usize = 500;
/// Most places that are tried.
const MAX_TRIES: usize = 24;

/// Last words of fields that hold a name.
const LABELS: &[&[u8]] =
    &[b"name", b"key", b"variable", b"var", b"id", b"field", b"property", b"parameter", b"setting"];
/// Last words of fields that hold what the name is given.
const MATES: &[&[u8]] = &[b"value", b"val", b"content", b"default", b"secret", b"text", b"data"];

/// The field that holds the name: where its label begins, and its words before the last one (`Parameter` of `ParameterKey`).
struct Label {
    start: usize,
    stem: Vec<u8>,
}

/// Whether a name may be the value of a field: a cheap look before the dear one.
pub(super) fn is_field(bytes: &[u8], name: &Range<usize>) -> bool {
    if name::is_of_a_page(&bytes[name.clone()]) {
        return false;
    }
    let head = &bytes[name.start.saturating_sub(6)..name.start];
    let sign = head.iter().rev().find(|b| !matches!(b, b' ' | b'\t' | b'"' | b'\'' | b'\\'));
    matches!(sign, Some(b':' | b'=' | b'>')) && label(bytes, name).is_some()
}

/// The value that is given to the name at `name` by another field of the same object.
pub(super) fn mate(bytes: &[u8], name: &Range<usize>, file: &FileKind) -> Option<Assigned> {
    let label = label(bytes, name)?;
    let behind = (name.end + REACH).min(bytes.len());
    let after = name.end..behind;
    if let Some(found) = search(bytes, after, &label, name, file, true) {
        return Some(found);
    }
    search(bytes, label.start.saturating_sub(REACH)..label.start, &label, name, file, false)
}

/// The label of the field whose whole value the name is.
fn label(bytes: &[u8], name: &Range<usize>) -> Option<Label> {
    let low = name.start.saturating_sub(60);
    let mut at = name.start;
    let step_over = |set: &[u8], at: &mut usize| {
        while *at > low && set.contains(&bytes[*at - 1]) {
            *at -= 1;
        }
    };
    step_over(b"\"'\\", &mut at);
    step_over(b" \t", &mut at);
    if at <= low || !matches!(bytes[at - 1], b':' | b'=' | b'>') {
        return None;
    }
    at -= 1;
    step_over(b" \t", &mut at);
    step_over(b"\"'\\", &mut at);
    let end = at;
    while at > low && (bytes[at - 1].is_ascii_alphanumeric() || matches!(bytes[at - 1], b'_' | b'-')) {
        at -= 1;
    }
    let word: Vec<u8> =
        bytes[at..end].iter().filter(|b| b.is_ascii_alphanumeric()).map(u8::to_ascii_lowercase).collect();
    let last = LABELS.iter().find(|l| word.ends_with(l))?;
    let stem = word[..word.len() - last.len()].to_vec();
    Some(Label { start: at, stem })
}

/// Looks for the field of the value in a window of the text.
fn search(
    bytes: &[u8],
    window: Range<usize>,
    label: &Label,
    name: &Range<usize>,
    file: &FileKind,
    forward: bool,
) -> Option<Assigned> {
    let text = &bytes[window.clone()];
    let mut best = None;
    let mut tries = 0;
    for (i, _) in text.iter().enumerate().filter(|(i, b)| starts_word(text, *i, **b)) {
        let at = window.start + i;
        let len = text[i..].iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')).count();
        if !is_mate(&text[i..i + len], &label.stem) {
            continue;
        }
        tries += 1;
        if tries > MAX_TRIES {
            break;
        }
        let between = if forward { &bytes[name.end..at] } else { &bytes[at..label.start] };
        if !same_object(between) || !same_column(bytes, at, label.start) {
            if forward && tries > 3 {
                break;
            }
            continue;
        }
        let Some(found) = value(bytes, at + len, file) else { continue };
        if found.value.is_empty() || found.value.start <= name.start && found.value.end > label.start {
            continue;
        }
        best = Some(found);
        if forward {
            break;
        }
    }
    best
}

fn starts_word(text: &[u8], at: usize, byte: u8) -> bool {
    byte.is_ascii_alphabetic()
        && !at.checked_sub(1).and_then(|i| text.get(i)).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_')
}

/// Whether a word is the label of a value: `value`, `ParameterValue` beside `ParameterKey`, `default_value`.
fn is_mate(word: &[u8], stem: &[u8]) -> bool {
    if !(3..=40).contains(&word.len()) {
        return false;
    }
    let folded: Vec<u8> = word.iter().filter(|b| b.is_ascii_alphanumeric()).map(u8::to_ascii_lowercase).collect();
    let rest = folded.strip_prefix(stem).filter(|r| !r.is_empty()).unwrap_or(&folded);
    MATES.contains(&rest) || matches!(rest, b"defaultvalue" | b"stringvalue" | b"plaintext" | b"plainvalue")
}

/// Whether the text between two fields stays within one object.
fn same_object(between: &[u8]) -> bool {
    let (mut braces, mut tags) = (0i32, 0i32);
    // What closes more than was opened leaves the object of the earlier field.
    for (i, &b) in between.iter().enumerate() {
        match b {
            b'{' => braces += 1,
            b'}' => braces -= 1,
            b'<' if between.get(i + 1) == Some(&b'/') => tags -= 1,
            b'<' if between.get(i + 1).is_some_and(u8::is_ascii_alphabetic) => tags += 1,
            b'/' if between.get(i + 1) == Some(&b'>') => tags -= 1,
            b'\n' => {
                let line = between[i + 1..].trim_ascii_start();
                if line.starts_with(b"- ") || line.starts_with(b"[") {
                    return false;
                }
            }
            _ => {}
        }
        // The element of the earlier field closes first; nothing else may.
        if braces < 0 || tags < -1 {
            return false;
        }
    }
    // Behind `</name>` the element of the value is open already; attributes open none.
    braces == 0 && (-1..=1).contains(&tags)
}

/// Whether two labels that each begin their line begin in the same column, as the keys of one mapping do.
fn same_column(bytes: &[u8], a: usize, b: usize) -> bool {
    let column = |at: usize| {
        let start = line_start(bytes, at);
        let head = &bytes[start..at];
        let plain = head.iter().all(|b| matches!(b, b' ' | b'\t' | b'-' | b'"' | b'\''));
        plain.then_some((start, head.len()))
    };
    match (column(a), column(b)) {
        (Some((line_a, column_a)), Some((line_b, column_b))) => line_a == line_b || column_a == column_b,
        _ => true,
    }
}

/// The value behind the label that ends at `at`.
fn value(bytes: &[u8], at: usize, file: &FileKind) -> Option<Assigned> {
    let mut c = Cursor { bytes, at };
    c.quote();
    c.blanks(false);
    let element = c.peek() == b'>';
    if !(c.eat(b"=") || c.eat(b":") || c.eat(b">")) || matches!(c.peek(), b'=' | b':') {
        return None;
    }
    c.blanks(element);
    if element {
        let text = &c.rest()[..c.rest().len().min(REACH)];
        let end = memchr::memchr(b'<', text).filter(|end| text[*end..].starts_with(b"</"))?;
        let inner = text[..end].trim_ascii_end();
        let range = c.at..c.at + inner.len();
        return (!inner.is_empty() && !inner.contains(&b'\n')).then(|| super::assign::found(range, true, Form::Markup));
    }
    if matches!(c.peek(), b'\n' | b'\r' | b'{' | b'[' | b'|' | b'>') {
        return None;
    }
    let anchor = c.at..c.at;
    literal(&mut c, Form::Markup, &anchor, b'\n', file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, text: &str, expected: Option<&str>) {
        let at = text.find("API_TOKEN").or(text.find("DbPassword")).expect("a name");
        let end = at + text[at..].find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).expect("an end");
        let file = FileKind::of(path, text.as_bytes());
        let found = mate(text.as_bytes(), &(at..end), &file).map(|a| &text[a.value]);
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn fields_of_one_object() {
        for (path, text) in [
            ("a.json", r#"{"name":"API_TOKEN","type":"plain","value":"v1x"}"#),
            ("a.json", r#"{"value":"v1x","name":"API_TOKEN"}"#),
            ("a.json", r#"{"ParameterKey":"DbPassword","UsePreviousValue":false,"ParameterValue":"v1x"}"#),
            ("a.json", "{\n  \"name\": \"API_TOKEN\",\n  \"slotSetting\": false,\n  \"value\": \"v1x\"\n}"),
            ("a.yml", "- ParameterKey: DbPassword\n  ParameterValue: v1x\n"),
            ("a.yml", "env:\n  - value: v1x\n    name: API_TOKEN\n"),
            ("a.sh", "--parameters ParameterKey=DbPassword,ParameterValue=v1x ParameterKey=Other,ParameterValue=y"),
            ("a.xml", "<property><name>DbPassword</name><description>d</description><value>v1x</value></property>"),
            ("a.config", "<add key=\"DbPassword\" type=\"t\" value=\"v1x\"/>"),
            ("a.tf", "set {\n  name  = \"API_TOKEN\"\n  type = \"string\"\n  value = \"v1x\"\n}"),
        ] {
            check(path, text, Some("v1x"));
        }
    }

    #[test]
    fn fields_of_different_objects() {
        let page = r#"<meta content="Vbmuc30dLLFdm7POIe3xfTa4nODYc9la" name="csrf-token" />"#;
        let at = page.find("csrf").expect("a name");
        assert!(!is_field(page.as_bytes(), &(at..at + "csrf-token".len())));
        for name in ["authenticity_token", "__RequestVerificationToken", "_token", "form[_csrf_token]"] {
            let page = format!("<input name=\"{name}\" type=\"hidden\" value=\"Vbmuc30dLLFdm7POIe3xfTa4nODYc9la\">");
            let at = page.find(name).expect("a name");
            assert!(!is_field(page.as_bytes(), &(at..at + name.len())), "{name}");
        }
        for (path, text) in [
            ("a.json", r#"[{"name":"API_TOKEN"},{"name":"X","value":"v1x"}]"#),
            ("a.yml", "- name: API_TOKEN\n- name: OTHER\n  value: v1x\n"),
            ("a.yml", "- name: API_TOKEN\n  valueFrom:\n    secretKeyRef: x\n- name: b\n  value: v1x\n"),
            ("a.xml", "<a><name>DbPassword</name></a><a><name>x</name><value>v1x</value></a>"),
        ] {
            check(path, text, None);
        }
    }
}
