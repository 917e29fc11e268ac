//! Typed words for the members that `serde-sarif` leaves untyped, and names in PascalCase.

use firedoor_core::Severity;
use serde_json::Value;
use serde_sarif::sarif as s;

/// The enumerations of SARIF whose members are untyped in `serde-sarif`.
pub(super) trait Word: serde::Serialize {}
impl Word for s::NotificationLevel {}
impl Word for s::ReportingConfigurationLevel {}
impl Word for s::ResultBaselineState {}
impl Word for s::ResultColumnKind {}
impl Word for s::SupressionKind {}
impl Word for s::SupressionStatus {}
impl Word for s::ThreadFlowLocationImportance {}

/// The word as a value.
pub(super) fn value(word: impl Word) -> Value {
    serde_json::to_value(word).unwrap_or(Value::Null)
}

/// The level of a severity.
pub(super) fn level(severity: Severity) -> s::ResultLevel {
    match severity {
        Severity::Critical | Severity::High => s::ResultLevel::Error,
        Severity::Medium => s::ResultLevel::Warning,
        Severity::Low | Severity::Info => s::ResultLevel::Note,
    }
}

/// The same as the default of a rule.
pub(super) fn default_level(severity: Severity) -> Value {
    value(match level(severity) {
        s::ResultLevel::Error => s::ReportingConfigurationLevel::Error,
        s::ResultLevel::Warning => s::ReportingConfigurationLevel::Warning,
        s::ResultLevel::Note => s::ReportingConfigurationLevel::Note,
        s::ResultLevel::None => s::ReportingConfigurationLevel::None,
    })
}

/// A name in PascalCase made of an id: `python-sql-injection` gives `PythonSqlInjection`. Never equal to the id, never
/// empty, ASCII letters and digits only, first character a letter, at most 255 characters.
pub(super) fn pascal_case(id: &str) -> String {
    let mut out = String::new();
    for word in id.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()) {
        let lower = word.chars().any(|c| c.is_ascii_lowercase());
        for (i, c) in word.chars().enumerate() {
            // `GHSA` becomes `Ghsa`; `innerHTML` keeps its capitals.
            out.push(match i {
                0 => c.to_ascii_uppercase(),
                _ if lower => c,
                _ => c.to_ascii_lowercase(),
            });
        }
    }
    if !out.starts_with(|c: char| c.is_ascii_alphabetic()) {
        out.insert_str(0, "Rule");
    }
    out.truncate(200);
    if out == id {
        out.push_str("Rule");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::pascal_case;

    #[test]
    fn names_differ_from_ids() {
        for (id, name) in [
            ("python-sql-injection", "PythonSqlInjection"),
            ("GHSA-35jh-r3h4-6jhm", "Ghsa35jhR3h46jhm"),
            ("javascript.browser.innerHTML", "JavascriptBrowserInnerHTML"),
            ("Eval", "EvalRule"),
            ("日本", "Rule"),
            ("1-up", "Rule1Up"),
        ] {
            assert_eq!(pascal_case(id), name);
        }
    }
}
