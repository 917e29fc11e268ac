//! Loading rules, and the places of their mistakes.

use super::super::model::{ConditionKind, FormulaKind, Mode};
use super::*;

fn source(text: &str) -> RuleSource {
    RuleSource::new("r.yaml", text)
}

fn loaded(text: &str) -> Loaded {
    load(&source(text))
}

const HEAD: &str = "rules:\n  - id: a\n    languages: [python]\n    message: m\n    severity: ERROR\n";

fn one(body: &str) -> Rule {
    let text = format!("{HEAD}{body}");
    let mut l = loaded(&text);
    assert!(l.errors.is_empty(), "{:?}", l.errors);
    l.rules.remove(0)
}

fn error(body: &str) -> (String, String, &'static str) {
    let text = format!("{HEAD}{body}");
    let l = loaded(&text);
    assert_eq!(l.errors.len(), 1, "{:?}", l.errors);
    let e = &l.errors[0];
    let span = e.span.expect("has a place");
    (text[span.range()].to_owned(), e.to_string(), e.code)
}

#[test]
fn classic_formula_keeps_order_and_places() {
    let rule = one(
        "    patterns:\n      - pattern-inside: |\n          def f():\n            ...\n      - pattern-not: g(1)\n      - pattern-either:\n          - pattern: g($X)\n          - pattern-regex: 'h\\('\n      - metavariable-regex:\n          metavariable: $X\n          regex: ^a\n      - focus-metavariable: [$X, $Y]\n",
    );
    let Mode::Search(f) = rule.mode().expect("read") else { panic!("search") };
    let FormulaKind::And(all) = &f.kind else { panic!("and") };
    assert!(matches!(all[0].kind, FormulaKind::Inside(_)));
    assert!(matches!(all[1].kind, FormulaKind::Not(_)));
    assert!(matches!(&all[2].kind, FormulaKind::Or(any) if any.len() == 2));
    assert_eq!(f.focus[0].metavariables.len(), 2);
    assert!(matches!(f.conditions[0].kind, ConditionKind::Regex { .. }));
    let FormulaKind::Inside(inner) = &all[0].kind else { unreachable!() };
    let FormulaKind::Pattern(text) = &inner.kind else { panic!("pattern") };
    assert_eq!(&*text.text, "def f():\n  ...\n");
    let source = &rule.source.text;
    let at = text.text.find("...").expect("there");
    let span = text.source_span(source, Span::new(at, at + 3));
    assert_eq!(&source[span.range()], "...");
    assert_eq!(span.start as usize, source.find("...").expect("there"));
}

#[test]
fn offsets_lead_back_through_every_style() {
    for (yaml, value, needle) in [
        ("pattern: f('a', x)", "f('a', x)", "x"),
        ("pattern: 'f(''a'', x)'", "f('a', x)", "x"),
        (r#"pattern: "f(\"a\", \n x)""#, "f(\"a\", \n x)", "x"),
        ("pattern: >-\n      f(a,\n      x)", "f(a, x)", "x"),
        ("pattern: f(a,\n        x)", "f(a, x)", "x"),
        ("pattern: |2\n        f(a)\n        x", "  f(a)\n  x", "x"),
    ] {
        let rule = one(&format!("    {yaml}\n"));
        let Mode::Search(f) = rule.mode().expect("read") else { panic!("search") };
        let FormulaKind::Pattern(text) = &f.kind else { panic!("pattern") };
        assert_eq!(text.text.trim_end(), value, "{yaml}");
        let at = text.text.find(needle).expect("there");
        let got = text.source_span(&rule.source.text, Span::new(at, at + 1));
        assert_eq!(got.start as usize, rule.source.text.rfind(needle).expect("there"), "{yaml}");
    }
}

#[test]
fn newer_syntax_means_the_same() {
    let rule = one(
        "    match:\n      all:\n        - inside: class $C\n        - any: [f($X), g($X)]\n        - not: f(1)\n      where:\n        - metavariable: $X\n          regex: a.*\n        - comparison: $X > 2\n        - focus: $X\n        - metavariable: $X\n          any: [a, b]\n        - metavariable: $X\n          analyzer: entropy\n        - metavariable: $X\n          type: int\n",
    );
    let Mode::Search(f) = rule.mode().expect("read") else { panic!("search") };
    let FormulaKind::And(all) = &f.kind else { panic!("and") };
    assert_eq!((all.len(), f.conditions.len(), f.focus.len()), (3, 5, 1));
    assert!(matches!(&f.conditions[0].kind, ConditionKind::Regex { constant_propagation: true, .. }));
    assert!(matches!(&f.conditions[2].kind, ConditionKind::Pattern { .. }));
}

#[test]
fn taint_rules_of_both_syntaxes() {
    let classic = one(
        "    mode: taint\n    pattern-sources:\n      - pattern: s()\n        label: A\n        by-side-effect: only\n        exact: true\n    pattern-propagators:\n      - pattern: $A.add($B)\n        from: $B\n        to: $A\n    pattern-sanitizers:\n      - patterns: [pattern: c($X), focus-metavariable: $X]\n        not_conflicting: true\n    pattern-sinks:\n      - pattern: k(...)\n        requires: A and not B\n        at-exit: true\n",
    );
    let newer = one(
        "    taint:\n      sources:\n        - pattern: s()\n          label: A\n          by-side-effect: only\n          exact: true\n      propagators:\n        - pattern: $A.add($B)\n          from: $B\n          to: $A\n      sanitizers:\n        - pattern: c($X)\n          where: [focus: $X]\n          not-conflicting: true\n      sinks:\n        - pattern: k(...)\n          requires: A and not B\n          at-exit: true\n",
    );
    for rule in [classic, newer] {
        let Mode::Taint(t) = rule.mode().expect("read") else { panic!("taint") };
        assert_eq!((t.sources.len(), t.propagators.len(), t.sanitizers.len(), t.sinks.len()), (1, 1, 1, 1));
        assert!(t.sources[0].exact && &*t.sources[0].label == "A" && t.sinks[0].at_exit);
        assert!(t.sanitizers[0].not_conflicting && !t.sanitizers[0].formula.focus.is_empty());
        assert!(t.propagators[0].by_side_effect && t.sinks[0].requires.is_some());
    }
}

#[test]
fn mistakes_are_underlined() {
    for (body, underlined, code) in [
        ("    pattern-eithr:\n      - pattern: a\n", "pattern-eithr", "unknown-key"),
        ("    patterns:\n      - pattren: a\n", "pattren", "unknown-key"),
        ("    patterns:\n      - pattern-not: a\n", "patterns:\n      - pattern-not: a", "no-positive-pattern"),
        ("    patterns:\n      - pattern: a\n        pattern-not: b\n", "pattern-not", "several-keys"),
        ("    pattern: a\n    pattern-regex: b\n", "pattern-regex", "several-formulas"),
        ("    mode: join\n    join: x\n", "join", "unsupported-mode"),
        (
            "    mode: taint\n    pattern-sources:\n      - pattern: a\n    pattern-sinks:\n      - pattern: b\n        requires: A &\n",
            "&",
            "invalid-requires",
        ),
        (
            "    patterns:\n      - pattern: a\n      - metavariable-regex:\n          metavariable: X\n          regex: a\n",
            "X",
            "invalid-metavariable",
        ),
        ("    pattern: a\n    paths: {includ: [a]}\n", "includ", "unknown-key"),
        ("    pattern: ''\n", "''", "empty-pattern"),
    ] {
        let (text, message, got) = error(body);
        assert_eq!((text.trim_end(), got), (underlined, code), "{message}");
    }
}

#[test]
fn one_broken_rule_costs_no_other() {
    let rule = |id: &str, rest: &str| {
        format!("  - id: {id}\n    languages: [go]\n    message: m\n    severity: LOW\n    {rest}\n")
    };
    let text = format!(
        "rules:\n{}{}{}{}{}",
        rule("a", "pattern: x"),
        rule("b", "pattern: [x"),
        rule("c", "patterns: {}"),
        rule("d", "pattern: z"),
        rule("a", "pattern: again")
    );
    let l = loaded(&text);
    let ids: Vec<_> = l.rules.iter().map(|r| r.info.id.as_str()).collect();
    assert_eq!(ids, ["a", "d", "a"]);
    let codes: Vec<_> = l.errors.iter().map(|e| (e.code, e.rule.as_deref())).collect();
    assert_eq!(codes, [("invalid-yaml", Some("b")), ("wrong-type", Some("c"))]);
    assert_eq!(l.warnings[0].code, "duplicate-id");
}

#[test]
fn files_that_cannot_be_cut_are_read_whole() {
    let json =
        r#"{"rules": [{"id": "a", "languages": ["js"], "message": "m", "severity": "INFO", "pattern": "f(\"x\")"}]}"#;
    assert_eq!(loaded(json).rules.len(), 1);
    let anchors = "rules:\n- id: a\n  languages: [go]\n  message: m\n  severity: LOW\n  pattern: &p f()\n- id: b\n  languages: [go]\n  message: m\n  severity: LOW\n  pattern: *p\n";
    let l = loaded(anchors);
    assert_eq!((l.rules.len(), l.errors.len()), (2, 0), "{:?}", l.errors);
    assert_eq!(loaded("").rules.len() + loaded("").errors.len(), 0);
    assert_eq!(loaded("a: 1\n").errors[0].code, "no-rules");
    assert_eq!(loaded("rules: [\n").errors[0].code, "invalid-yaml");
}

#[test]
fn hints_name_id_and_languages_without_parsing() {
    let f = split(&source(
        "# c\nrules:\n- languages:\n  - python\n  - js # x\n  id: 'a'\n- id: b\n  languages: [ go, \"java\" ]\n",
    ));
    let got: Vec<_> =
        f.entries.iter().map(|e| (e.id.as_deref(), e.languages.iter().map(|l| l.as_str()).collect())).collect();
    assert_eq!(got, [(Some("a"), vec!["python", "js"]), (Some("b"), vec!["go", "java"])]);
}

#[test]
fn metadata_and_severity_reach_reports() {
    let rule = one(
        "    pattern: a\n    metadata:\n      cwe: ['CWE-89: x', 'CWE-79']\n      owasp: A03:2021\n      confidence: HIGH\n      technology: [django]\n      references: https://a\n      strange: {deep: [1]}\n",
    );
    assert_eq!(rule.info.cwe, [79, 89]);
    assert_eq!(rule.info.owasp, ["A03:2021"]);
    assert_eq!(rule.info.severity, firedoor_core::Severity::High);
    assert_eq!(rule.info.confidence, firedoor_core::Confidence::High);
    assert!(rule.info.tags.contains(&"django".to_owned()));
}

#[test]
fn rules_for_other_versions_are_left_out_with_a_word() {
    let l = loaded(&format!("{HEAD}    pattern: a\n    min-version: 99.0.0\n"));
    assert_eq!((l.rules.len(), l.errors.len(), l.warnings[0].code), (0, 0, "other-version"));
    let l = loaded(&format!("{HEAD}    pattern: a\n    min-version: 1.5.0\n    wombat: {{}}\n"));
    assert_eq!((l.rules.len(), l.warnings[0].code), (1, "unknown-key"));
}

#[test]
fn a_misspelt_key_is_pointed_at() {
    let text =
        "rules:\n  - id: typo\n    message: m\n    severity: ERROR\n    languages: [python]\n    patern: eval(...)\n";
    for (text, key, meant) in [
        (text.to_owned(), "patern", "pattern"),
        (text.replace("patern", "pattern-regx"), "pattern-regx", "pattern-regex"),
        (text.replace("patern", "pattern").replace("message", "mesage"), "mesage", "message"),
        (text.replace("patern", "pattern").replace("languages", "langauges"), "langauges", "languages"),
    ] {
        let loaded = load(&RuleSource::new("a.yaml", text.as_str()));
        let [error] = &loaded.errors[..] else { panic!("{:?}", loaded.errors) };
        assert_eq!(error.code, "unknown-key");
        assert_eq!(&text[error.span.expect("a place").range()], key);
        assert_eq!(error.label, format!("did you mean `{meant}`?"));
    }
    // A key that resembles none is a note.
    let loaded = load(&RuleSource::new(
        "a.yaml",
        text.replace("patern: eval(...)", "pattern: eval(...)\n    wombat: 1").as_str(),
    ));
    assert!(loaded.errors.is_empty() && loaded.warnings.len() == 1 && loaded.rules.len() == 1);
}
