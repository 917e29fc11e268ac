//! The pack in the binary: every pattern compiles, every example is found, every counter-example is not.

use firedoor_core::RuleSource;

use crate::{SecretsConfig, compile, test_rules};

#[test]
fn the_pack_loads_without_a_diagnostic() {
    let resolve = |_: &str| Err("no files here".to_owned());
    let config = SecretsConfig { builtin: true, extended: true, sources: Vec::new(), resolve: &resolve };
    let (engine, diagnostics) = compile(&config);
    let told: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    assert!(engine.is_ready());
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
