//! Pages of secret rules: one for each provider, with a heading for each rule.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use firedoor_core::{Engine as _, Rule, RuleOrigin};
use firedoor_secrets::SecretsConfig;

use super::markdown::{cell, cwe, first_sentence, prose};

/// Rules by the name of their file, which is the provider or kind.
pub(crate) type Providers = BTreeMap<String, Vec<Arc<Rule>>>;

/// The built-in rules as the engine has them, contextual detection included.
pub(crate) fn read() -> Providers {
    let config = SecretsConfig {
        builtin: true,
        extended: true,
        sources: Vec::new(),
        resolve: &|_| Err("built-in rules extend nothing".to_owned()),
    };
    let (engine, _) = firedoor_secrets::compile(&config);
    let mut providers = Providers::new();
    for rule in engine.rules() {
        let RuleOrigin::Builtin(path) = &rule.origin else { continue };
        let provider = path.trim_start_matches("secrets/").trim_end_matches(".toml");
        providers.entry(provider.to_owned()).or_default().push(Arc::clone(rule));
    }
    for rules in providers.values_mut() {
        rules.sort_by(|a, b| a.id.cmp(&b.id));
    }
    providers
}

/// The page of one provider.
pub(crate) fn page(provider: &str, rules: &[Arc<Rule>]) -> String {
    let mut out = format!("# Secrets: {provider}\n");
    for rule in rules {
        let (first, rest) = first_sentence(&rule.description);
        let _ = write!(out, "\n## {}\n\n**{}.** {} {}\n", rule.id, cell(&rule.title), prose(first), prose(rest));
        while out.ends_with(" \n") {
            out.truncate(out.len() - 2);
            out.push('\n');
        }
        let weaknesses: Vec<_> = rule.cwe.iter().map(|n| cwe(*n)).collect();
        let _ =
            writeln!(out, "\n- Severity {}, confidence {}; {}", rule.severity, rule.confidence, weaknesses.join(", "));
        if let Some(uri) = &rule.help_uri {
            let _ = writeln!(
                out,
                "- Revoke and replace it: <{uri}>. Taking it out of the code is not enough: the history keeps it."
            );
        }
        for reference in rule.references.iter().filter(|r| Some(*r) != rule.help_uri.as_ref()) {
            let _ = writeln!(out, "- Format: <{reference}>");
        }
    }
    out.push_str("\n---\n[All rules](../README.md)");
    if provider != "contextual" {
        let _ = write!(out, " · [source](../../../rules/secrets/{provider}.toml)");
    }
    out.push('\n');
    out
}
