//! The pack in the binary: every pattern compiles, every example is found, every counter-example is not.

use std::sync::Arc;

use firedoor_core::{Engine, Findings, Origin, RepoPath, RuleSource, SourceFile};

use crate::{SecretsConfig, compile, test_rules};

#[test]
fn the_pack_loads_without_a_diagnostic() {
    let resolve = |_: &str| Err("no files here".to_owned());
    let config = SecretsConfig { builtin: true, extended: true, sources: Vec::new(), resolve: &resolve };
    let (_, diagnostics) = compile(&config);
    let told: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn every_example_of_the_pack_holds() {
    let mut failures = Vec::new();
    for pack in firedoor_rules::SECRETS {
        match test_rules(&RuleSource::new(pack.path, pack.text)) {
            Ok(tests) => failures.extend(
                tests
                    .into_iter()
                    .filter_map(|t| t.failure.map(|f| format!("{} {:?} {}: {f}: {}", t.rule, t.kind, t.index, t.text))),
            ),
            Err(diagnostics) => failures.extend(diagnostics.iter().map(ToString::to_string)),
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Rule and confidence of what the whole engine finds in a text.
fn found(text: &str) -> Vec<String> {
    let resolve = |_: &str| Err("no files here".to_owned());
    let config = SecretsConfig { builtin: true, extended: false, sources: Vec::new(), resolve: &resolve };
    let (engine, _) = compile(&config);
    let file = Arc::new(SourceFile::new(RepoPath::new("a.env"), Origin::WorkTree, text.as_bytes().to_vec()));
    let mut out = Findings::default();
    engine.start().file(&file, &mut out);
    out.findings.iter().map(|f| format!("{}:{}", f.rule.id, f.confidence)).collect()
}

#[test]
fn a_broken_checksum_stays_below_the_gate_whatever_else_matches() {
    let body = "aK3xQ9zLm2VbT7wRc5YdNs8HgJf4Pe";
    let broken = format!("GITHUB_TOKEN={}{body}0AbCdE", "ghp_");
    assert_eq!(found(&broken), ["github-personal-access-token:low"]);
    let mut sum = crc32fast::hash(body.as_bytes());
    let mut digits = Vec::new();
    for _ in 0..6 {
        digits.push(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[(sum % 62) as usize]);
        sum /= 62;
    }
    digits.reverse();
    let valid = format!("GITHUB_TOKEN={}{body}{}", "ghp_", String::from_utf8_lossy(&digits));
    assert_eq!(found(&valid), ["github-personal-access-token:high"]);
}

#[test]
fn the_name_of_a_service_takes_nothing_from_the_name_of_a_key() {
    let hex = ["39a8d4aed2579368", "5798b37957842e2e"].concat();
    assert_eq!(found(&format!("ACCUWEATHER_API_KEY={hex}")), found(&format!("SOMETHING_API_KEY={hex}")));
    assert_eq!(found(&format!("ACCUWEATHER_API_KEY={hex}")), ["hardcoded-key:high"]);
}
