//! What a run is given beside rules and files, and what it says about rules that it cannot use.

use std::sync::Arc;

use firedoor_core::{Engine, Findings, Origin, RepoPath, RuleSource, SourceFile};
use firedoor_sast::{SastConfig, compile};

fn run(rules: &str, today: Option<&str>, path: &str, code: &str) -> Findings {
    let sources = vec![RuleSource::new("t.yaml", rules)];
    let config = SastConfig { builtin: false, sources, today: today.map(str::to_owned), ..SastConfig::default() };
    let (engine, diagnostics) = compile(&config);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let mut findings = Findings::default();
    let scan = engine.start();
    let file = SourceFile::new(RepoPath::new(path), Origin::WorkTree, code.as_bytes().to_vec());
    scan.file(&Arc::new(file), &mut findings);
    scan.finish(&mut findings);
    findings
}

#[test]
fn the_day_is_given() {
    let rules = "rules:\n  - id: t\n    languages: [python]\n    severity: ERROR\n    message: m\n    patterns:\n      \
                 - pattern: until($X)\n      - metavariable-comparison:\n          comparison: strptime($X) < today()\n";
    let code = "until('2026-01-01')\nuntil('2027-01-01')\n";
    let lines = |today| -> Vec<u32> {
        run(rules, today, "a.py", code).findings.iter().map(|f| f.location.region.start_line).collect()
    };
    assert_eq!(lines(Some("2026-06-01")), [1]);
    assert_eq!(lines(Some("2028-06-01")), [1, 2]);
    assert_eq!(lines(Some("no day")), [0_u32; 0]);
    assert_eq!(lines(None), [0_u32; 0]);
}

#[test]
fn languages_that_are_not_parsed_are_named() {
    let rule = |id: &str, languages: &str| {
        format!(
            "  - id: {id}\n    languages: [{languages}]\n    severity: ERROR\n    message: m\n    pattern: f(...)\n"
        )
    };
    let rules = format!("rules:\n{}{}{}", rule("a", "hack"), rule("b", "circom"), rule("c", "hack, python"));
    let findings = run(&rules, None, "a.py", "f(1)\n");
    assert_eq!(findings.findings.len(), 1);
    let messages: Vec<&str> = findings.notices.iter().map(|n| n.message.as_str()).collect();
    assert_eq!(messages, ["languages that are not parsed here: circom, hack; 2 rules for them found nothing"]);
    assert!(run(&format!("rules:\n{}", rule("c", "hack, python")), None, "a.py", "f(1)\n").notices.is_empty());
}
