//! What the configuration takes from the engines' rules: `disable`, `only`, `allow-values`, `languages`.
//!
//! A wish that leaves nothing to run is an error at its place, and a glob that names no rule is told: a typing mistake here
//! would otherwise pass as a clean scan.

use std::collections::BTreeSet;
use std::sync::Arc;

use firedoor_core::{Diagnostic, EngineId, Rule, RuleSource};
use firedoor_gate::Config;
use firedoor_gate::config::EngineConfig;
use firedoor_sast::rule::language::RuleLanguage;

/// The path that [`wishes`] has; no file has it.
const WISHES: &str = "firedoor.toml: [secrets]";

/// Whether `disable` or `only` say anything.
pub(crate) fn selects(config: &EngineConfig) -> bool {
    !config.disable.is_empty() || !config.only.is_empty()
}

/// The ids of the rules that `disable` and `only` switch off.
pub(crate) fn switched_off(config: &EngineConfig, rules: &[Arc<Rule>]) -> BTreeSet<String> {
    rules
        .iter()
        .map(|r| r.id.as_str())
        .filter(|id| config.disable.is_match(id) || !config.only.allows(id))
        .map(str::to_owned)
        .collect()
}

/// What is wrong with `disable` and `only`: an error where nothing is left, a remark for each glob that names no rule.
pub(crate) fn check(
    config: &Config,
    engine: EngineId,
    rules: &[Arc<Rule>],
) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
    let Some(own) = config.engine(engine) else { return Ok(Vec::new()) };
    let mut remarks = Vec::new();
    for (key, globs) in [("only", &own.only), ("disable", &own.disable)] {
        for (nth, pattern) in globs.patterns().iter().enumerate() {
            let glob = firedoor_gate::Globs::new([pattern.as_str()]).unwrap_or_default();
            if !rules.iter().any(|r| glob.is_match(r.id.as_str()))
                && let Some((source, span)) = config.place(engine, key, Some(nth))
            {
                let message = format!("No rule that is loaded has an id that `{pattern}` matches.");
                remarks.push(Diagnostic::new("no-such-rule", source, Some(span), message, "names no rule"));
            }
        }
    }
    if selects(own) && switched_off(own, rules).len() >= rules.len() {
        let key = if own.only.is_empty() { "disable" } else { "only" };
        if let Some((source, span)) = config.place(engine, key, None) {
            let message = format!("`{engine}.{key}` leaves no rule, so nothing would be judged.");
            let error = Diagnostic::new("no-rule-left", source, Some(span), message, "no rule is left")
                .with_help("`firedoor rules list` names the rules; `scan.engines` switches a whole engine off.");
            return Err(vec![error]);
        }
    }
    Ok(remarks)
}

/// The configuration's wishes for the search for secrets, in the dialect of its rule files. It has to be the first
/// source: what a file switches off, it switches off in the files behind it.
pub(crate) fn wishes(off: &BTreeSet<String>, allow_values: &[String]) -> Option<RuleSource> {
    if off.is_empty() && allow_values.is_empty() {
        return None;
    }
    let mut text = String::new();
    if !allow_values.is_empty() {
        // A line for each value: `of_wishes` counts them.
        text.push_str("[[allowlists]]\nregexTarget = \"secret\"\nregexes = [\n");
        allow_values.iter().for_each(|v| text.push_str(&format!("{},\n", quoted(v))));
        text.push_str("]\n");
    }
    if !off.is_empty() {
        text.push_str("[extend]\ndisabledRules = [\n");
        off.iter().for_each(|id| text.push_str(&format!("{},\n", quoted(id))));
        text.push_str("]\n");
    }
    Some(RuleSource::new(WISHES, text))
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Takes the errors about [`wishes`] from a list and points them at the configuration.
pub(crate) fn of_wishes(config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Vec<Diagnostic> {
    const FIRST: u32 = 4;
    let (own, others): (Vec<_>, Vec<_>) =
        std::mem::take(diagnostics).into_iter().partition(|d| d.source.path == WISHES);
    *diagnostics = others;
    own.into_iter()
        .filter_map(|d| {
            let nth = d.position()?.0.checked_sub(FIRST)? as usize;
            let (source, span) = config.place(EngineId::Secrets, "allow-values", Some(nth))?;
            let message =
                format!("`secrets.allow-values` has a regular expression that cannot be used: {}.", d.message);
            Some(Diagnostic::new("invalid-regex", source, Some(span), message, d.label))
        })
        .collect()
}

/// The languages of `[sast]`.
pub(crate) fn languages(config: &Config) -> Result<BTreeSet<RuleLanguage>, Vec<Diagnostic>> {
    let mut wrong = Vec::new();
    let mut out = BTreeSet::new();
    for (nth, name) in config.sast.languages.iter().enumerate() {
        match (RuleLanguage::parse(name), config.place(EngineId::Sast, "languages", Some(nth))) {
            (Some(language), _) => {
                out.insert(language);
            }
            (None, Some((source, span))) => {
                let message = format!("`sast.languages` has no language `{name}`.");
                let names = RuleLanguage::names().collect::<Vec<_>>().join(", ");
                wrong.push(
                    Diagnostic::new("invalid-value", source, Some(span), message, "unknown language")
                        .with_help(format!("Languages: {names}.")),
                );
            }
            (None, None) => {}
        }
    }
    if wrong.is_empty() { Ok(out) } else { Err(wrong) }
}

/// Languages that no rule is for would be a scan of nothing.
pub(crate) fn check_languages(config: &Config, left: &[Arc<Rule>]) -> Result<(), Vec<Diagnostic>> {
    match config.place(EngineId::Sast, "languages", None) {
        Some((source, span)) if left.is_empty() && !config.sast.languages.is_empty() => {
            let message = "`sast.languages` leaves no rule, so nothing would be judged.";
            Err(vec![Diagnostic::new("no-rule-left", source, Some(span), message, "no rule is for these languages")])
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_can_be_quoted() {
        for text in ["a", "\"\\d+\"", "'''", "\n\t\u{7f}\0", "ä\u{85}"] {
            let parsed: toml::Table = toml::from_str(&format!("x = {}", quoted(text))).expect("valid");
            assert_eq!(parsed["x"].as_str(), Some(text));
        }
    }
}
