//! The built-in packs against their own fixtures and examples, by the code that `firedoor rules test` runs.

#![allow(clippy::disallowed_methods, reason = "tests name files of the repository")]

use std::path::Path;

use firedoor_scan::rule_tests;

fn all_pass(folder: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules").join(folder);
    let run = rule_tests::test(&[path], "2026-11-22").expect("the pack can be read");
    assert!(run.broken.is_empty(), "{:#?}", run.broken.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert!(run.untested.is_empty(), "without a fixture or example: {:#?}", run.untested);
    let failed: Vec<String> = run
        .tests
        .iter()
        .filter(|t| !t.failures.is_empty())
        .map(|t| format!("{} on {}: {}", t.rule, t.fixture, t.failures.join("; ")))
        .collect();
    assert!(failed.is_empty(), "{} of {} failed: {failed:#?}", failed.len(), run.tests.len());
    assert!(run.tests.len() > 40, "only {} tests ran", run.tests.len());
}

#[test]
fn every_code_rule_finds_what_its_fixture_says() {
    all_pass("sast");
}

#[test]
fn every_secret_rule_finds_its_examples_and_not_its_counterexamples() {
    all_pass("secrets");
}
