//! The pack in the binary from its packed form, which the build script makes: nothing of it is parsed, and its texts are
//! not copied. A test holds this reader against the one for TOML.

use std::borrow::Cow;

use firedoor_core::Span;
use firedoor_rules::PackFile;
use firedoor_rules::packed::{self, Entries, Value};

use super::file::{At, Prefix, RawAllowlist, RawRequired, RawRule, Text};

/// The rules of a file of the pack, the one of index `file`.
pub(super) fn rules(pack: &PackFile, file: usize) -> impl Iterator<Item = RawRule> + use<> {
    let tables = packed::read(pack.tree).filter(|(key, _)| *key == "rules").flat_map(|(_, value)| tables(value));
    tables.map(move |table| rule(table, file))
}

/// Its allow lists for all rules.
pub(super) fn allowlists(pack: &PackFile, file: usize) -> impl Iterator<Item = RawAllowlist> + use<> {
    let lists = packed::read(pack.tree).filter(|(key, _)| matches!(*key, "allowlist" | "allowlists"));
    lists.flat_map(|(_, value)| tables(value)).map(move |table| allowlist(table, file))
}

/// The tables of a list; a single table counts as one.
fn tables(value: Value<'static>) -> impl Iterator<Item = Entries<'static>> {
    let (one, many) = match value {
        Value::Table(table) => (Some(table), None),
        Value::List(items) => (None, Some(items)),
        _ => (None, None),
    };
    let table = |item| if let Value::Table(table) = item { Some(table) } else { None };
    one.into_iter().chain(many.into_iter().flatten().filter_map(table))
}

fn text(value: Value<'static>, file: usize) -> Option<Text> {
    let Value::Text(text) = value else { return None };
    Some(Text { value: Cow::Borrowed(text), span: Span::default(), inner: None, file })
}

fn texts(value: Value<'static>, file: usize) -> Vec<Text> {
    match value {
        Value::List(items) => items.filter_map(|item| text(item, file)).collect(),
        one => text(one, file).into_iter().collect(),
    }
}

fn count(value: Value<'static>) -> Option<u32> {
    if let Value::Number(n) = value { u32::try_from(n).ok() } else { None }
}

fn at<T>(value: T) -> At<T> {
    At { value, span: Span::default() }
}

fn rule(table: Entries<'static>, file: usize) -> RawRule {
    let mut rule = RawRule { file, ..RawRule::default() };
    let is_written = |text: &Text| !text.value.is_empty();
    for (key, value) in table {
        match key {
            "id" => rule.id = text(value, file),
            "title" | "name" => rule.title = text(value, file),
            "description" => rule.description = text(value, file),
            "regex" => rule.regex = text(value, file).filter(is_written),
            "path" => rule.path = text(value, file).filter(is_written),
            "secretGroup" => rule.secret_group = count(value).map(at),
            "entropy" => {
                rule.entropy = match value {
                    Value::Real(n) => Some(n),
                    other => count(other).map(f64::from),
                }
                .filter(|&e| e != 0.0);
            }
            "keywords" => rule.keywords = texts(value, file),
            "runs" => {
                if let Value::List(items) = value {
                    rule.runs = items.filter_map(count).map(|n| n as usize).collect();
                }
            }
            "tags" => rule.tags = texts(value, file),
            "allowlist" | "allowlists" => {
                rule.allowlists.extend(tables(value).map(|table| allowlist(table, file)));
            }
            "required" => rule.required.extend(tables(value).filter_map(|table| required(table, file))),
            "skipReport" => rule.skip_report = matches!(value, Value::Flag(true)),
            "filter" => rule.filter = text(value, file),
            "severity" => rule.severity = text(value, file),
            "confidence" => rule.confidence = text(value, file),
            "revoke" => rule.revoke = text(value, file),
            "source" => rule.format_source = text(value, file),
            "validate_offline" => rule.validate_offline = text(value, file),
            "prefix" => {
                let prefix = match value {
                    Value::Text(text) => Some(Prefix::Text(text.to_owned())),
                    other => count(other).map(|n| Prefix::Length(n as usize)),
                };
                rule.prefix = prefix.map(at);
            }
            _ => {}
        }
    }
    rule
}

fn required(table: Entries<'static>, file: usize) -> Option<RawRequired> {
    let (mut id, mut within_lines, mut within_columns) = (None, None, None);
    for (key, value) in table {
        match key {
            "id" => id = text(value, file),
            "withinLines" => within_lines = count(value),
            "withinColumns" => within_columns = count(value),
            _ => {}
        }
    }
    Some(RawRequired { id: id?, within_lines, within_columns })
}

fn allowlist(table: Entries<'static>, file: usize) -> RawAllowlist {
    let mut list = RawAllowlist { file, ..RawAllowlist::default() };
    for (key, value) in table {
        match key {
            "condition" => list.condition = text(value, file),
            "commits" => list.commits = texts(value, file),
            "paths" => list.paths = texts(value, file),
            "regexTarget" => list.regex_target = text(value, file),
            "regexes" => list.regexes = texts(value, file),
            "stopwords" => list.stopwords = texts(value, file),
            "targetRules" => list.target_rules = texts(value, file),
            _ => {}
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::file::{self, RuleFile};
    use firedoor_core::RuleSource;

    /// Everything but places and examples.
    fn shown(mut rules: RuleFile) -> String {
        for rule in &mut rules.rules {
            rule.examples.clear();
            rule.counterexamples.clear();
        }
        for list in rules.rules.iter_mut().flat_map(|r| &mut r.allowlists).chain(&mut rules.allowlists) {
            list.description.clear();
        }
        let text = format!("{rules:#?}");
        let mut out = String::new();
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            let indent = line.len() - line.trim_start().len();
            if line.trim_start().starts_with("span: Span") || line.trim_start().starts_with("inner: ") {
                if line.ends_with(['{', '(']) {
                    lines
                        .by_ref()
                        .find(|l| l.trim_start().starts_with(['}', ')']) && l.len() - l.trim_start().len() == indent);
                }
                continue;
            }
            out.push_str(line);
            out.push('\n');
        }
        out
    }

    #[test]
    fn the_packed_form_says_what_the_text_says() {
        for pack in firedoor_rules::SECRETS {
            let source = RuleSource::new(pack.path, pack.text);
            let mut diagnostics = Vec::new();
            let written = file::read(&source, 7, &mut diagnostics);
            assert!(diagnostics.is_empty() && !written.rules.is_empty(), "{}", pack.path);
            let packed = RuleFile {
                rules: rules(pack, 7).collect(),
                allowlists: allowlists(pack, 7).collect(),
                ..RuleFile::default()
            };
            assert_eq!(shown(packed), shown(written), "{}", pack.path);
        }
    }
}
