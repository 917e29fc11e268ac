//! The judge against small texts: a line with `bad` is a finding of the code rule, one with `key=` a secret.

use std::sync::Arc;

use firedoor_core::{
    CommitInfo, Confidence, Evidence, Rule, RuleSource, SecretValue, Severity, SourceFile, Span, Validity,
};

use super::*;
use crate::baseline::Annotation;

fn rule(engine: EngineId, id: &str, severity: Severity) -> Arc<Rule> {
    let mut rule = Rule::new(engine, id, "A title.", severity);
    rule.cwe = vec![78];
    Arc::new(rule)
}

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile::new(RepoPath::new(path), Origin::WorkTree, text.as_bytes().to_vec())
}

fn scan(file: &SourceFile) -> Vec<Finding> {
    let text = String::from_utf8(file.bytes().to_vec()).expect("tests are UTF-8");
    let mut out = Vec::new();
    for (at, _) in text.match_indices("bad") {
        let rule = rule(EngineId::Sast, "lang.some-call", Severity::High);
        out.push(Finding::new(&rule, file, Span::new(at, at + 3), "A bad call."));
    }
    for (at, _) in text.match_indices("key=") {
        let value: String = text[at + 4..].chars().take_while(|c| !c.is_whitespace()).collect();
        let rule = rule(EngineId::Secrets, "some-key", Severity::Critical);
        let mut finding = Finding::new(&rule, file, Span::new(at, at + 4 + value.len()), format!("A key {value}."));
        let value = SecretValue::new(value.as_bytes(), 0);
        finding.identity = Identity::Secret { value: value.clone() };
        finding.evidence = Evidence::Secret { value, validity: Validity::Unknown, reasons: Vec::new() };
        out.push(finding);
    }
    out
}

fn input(files: &[SourceFile]) -> GateInput {
    let mut input = GateInput { today: "2026-11-21".into(), report_unused: true, ..GateInput::default() };
    for file in files {
        input.findings.extend(scan(file));
        input.markers.add(file);
    }
    input.present = Some(files.iter().map(|f| f.path().clone()).collect());
    input
}

fn base(files: &[SourceFile], renames: &[(&str, &str)], changed: Option<&[&str]>) -> Base {
    let mut base = Base::default();
    for file in files {
        base.findings.extend(scan(file));
        base.markers.add(file);
    }
    base.renames = renames.iter().map(|(new, old)| (RepoPath::new(*new), RepoPath::new(*old))).collect();
    base.changed = changed.map(|paths| paths.iter().map(|p| RepoPath::new(*p)).collect());
    base
}

fn whys(judgement: &Judgement) -> Vec<String> {
    judgement
        .findings
        .iter()
        .map(|f| format!("{} {} {}", f.finding.location.path, f.finding.location.region.start_line, f.why))
        .collect()
}

fn codes(judgement: &Judgement) -> Vec<&'static str> {
    judgement.notices.iter().map(|n| n.code).collect()
}

#[test]
fn thresholds_decide_and_say_why() {
    let files = [file("a.py", "bad()\n"), file("t/b.py", "bad()\n")];
    let judgement = judge(input(&files));
    assert_eq!(
        (judgement.verdict, judgement.reasons.join(" ")),
        (Verdict::Fail, "2 findings block: 2 high.".to_owned())
    );
    assert!(judgement.findings[0].why.contains("severity high is at or above fail-on high"));
    assert_eq!(judgement.findings[0].state, None);

    let toml = "[gate]\nfail-on = 'medium'\n[[gate.override]]\npath = 't/'\nfail-on = 'never'\n\
                [[severity]]\nrule = 'lang.*'\npath='a.py'\nseverity = 'low'\n";
    let mut next = input(&files);
    next.policy = crate::parse_config(&RuleSource::new("firedoor.toml", toml)).expect("valid").gate;
    let judgement = judge(next);
    assert_eq!(judgement.verdict, Verdict::Pass);
    assert_eq!(
        whys(&judgement),
        ["a.py 1 severity low is below fail-on medium", "t/b.py 1 fail-on is none (set for path t/)"]
    );
    assert_eq!(judgement.reasons, ["No finding blocks: of 2 findings, 2 below the thresholds."]);
}

/// A secret that several files hold is shown where it blocks, not at the first of them.
#[test]
fn a_secret_is_shown_at_the_place_that_decides() {
    let files = [file("a/t.py", "key=Gx7tRq29vLmQ\n"), file("b.py", "x\nkey=Gx7tRq29vLmQ\n")];
    let joined = |mut next: GateInput| {
        let other = next.findings.pop().expect("two");
        next.findings[0].related.push(other.location.with_message("The same secret is here, too."));
        next
    };
    let toml = "[[gate.override]]\npath = 'a/'\nfail-on = 'never'\n";
    let mut next = joined(input(&files));
    let first = judge(next.clone());
    assert_eq!(first.findings[0].finding.location.path.as_str(), "a/t.py");
    next.policy = crate::parse_config(&RuleSource::new("firedoor.toml", toml)).expect("valid").gate;
    let judgement = judge(next);
    let shown = &judgement.findings[0].finding;
    assert!(judgement.findings[0].blocking);
    assert_eq!((shown.location.path.as_str(), shown.location.region.start_line), ("b.py", 2));
    assert_eq!(shown.location.message, None);
    assert_eq!(shown.related[0].path.as_str(), "a/t.py");
    assert!(shown.related[0].message.is_some());
    // It stays the same finding.
    assert_eq!(judgement.findings[0].fingerprint, first.findings[0].fingerprint);

    let marked = [
        file("a/t.py", "key=Gx7tRq29vLmQ # firedoor:ignore[some-key] reason=fine\n"),
        file("b.py", "x\nkey=Gx7tRq29vLmQ\n"),
    ];
    let judgement = judge(joined(input(&marked)));
    assert!(judgement.findings[0].blocking, "{:?}", whys(&judgement));
    assert_eq!(judgement.findings[0].finding.location.path.as_str(), "b.py", "{:?}", whys(&judgement));
}

#[test]
fn an_error_notice_makes_the_run_incomplete_but_a_blocking_finding_wins() {
    let mut next = input(&[]);
    next.notices.push(Notice::error("engine-panic", "The engine broke").at(&RepoPath::new("x")));
    let judgement = judge(next.clone());
    assert_eq!(judgement.verdict, Verdict::Incomplete);
    assert_eq!(judgement.reasons, ["The scan is incomplete: x: The engine broke."]);
    let mut lax = next.clone();
    lax.policy.fail_on_incomplete = false;
    assert_eq!(judge(lax).verdict, Verdict::Pass);
    next.findings = scan(&file("a.py", "bad()"));
    let judgement = judge(next);
    assert_eq!((judgement.verdict, judgement.reasons.len()), (Verdict::Fail, 2));
}

#[test]
fn suppressions_hold_by_policy() {
    let text = "bad() # firedoor:ignore[some-call] reason=\"fine\" until=2026-12-01\n\
                bad(1) # firedoor:ignore[sast] until=2026-11-20\n\
                bad(2) # nosec B602\n\
                bad(3) # nosec B608\n\
                # firedoor:ignore[other] reason=x\n\
                bad(4)\n";
    let judgement = judge(input(&[file("a.py", text)]));
    let blocking: Vec<u32> =
        judgement.findings.iter().filter(|f| f.blocking).map(|f| f.finding.location.region.start_line).collect();
    assert_eq!(blocking, [2, 4, 6]);
    assert!(judgement.findings[1].why.contains("it ended on 2026-11-20"), "{}", judgement.findings[1].why);
    assert_eq!(judgement.findings[0].suppressions[0].reason.as_deref(), Some("fine"));
    assert_eq!(codes(&judgement), ["unused-suppression", "expired-suppression", "unused-suppression"]);

    let mut strict = input(&[file("a.py", text)]);
    strict.policy.require_reason = true;
    strict.policy.max_expiry_days = Some(5);
    assert!(judge(strict).findings.iter().all(|f| f.blocking));
    let mut own = input(&[file("a.py", text)]);
    own.policy.foreign_markers = false;
    assert!(judge(own).findings[2].blocking);
}

#[test]
fn a_baseline_survives_edits_and_moves_and_hides_nothing_new() {
    let before = input(&[file("src/a.py", "bad(1)\nbad(1)\n"), file("k.env", "key=abcdefgh1234\n")]);
    let first = judge(before);
    let note = Annotation { reason: Some("old".into()), ..Annotation::default() };
    let baseline = Baseline::write(&first, None, "salt", &note);
    let text = baseline.to_text();
    assert!(!text.contains("abcdefgh1234"));
    assert_eq!(Baseline::parse(&RuleSource::new("b", text.as_str())).expect("own output"), baseline);

    let judged = |files: &[SourceFile]| {
        let mut next = input(files);
        next.baseline = Some(baseline.clone());
        judge(next)
    };
    let blocking = |files: &[SourceFile]| judged(files).findings.iter().filter(|f| f.blocking).count();
    let key = || file("k.env", "\r\n\r\n  key=abcdefgh1234\r\n");
    assert_eq!(
        blocking(&[file("src/a.py", "x\n\n\t bad( 1 )\r\n  bad(1)\r\n"), key()]),
        0,
        "moved lines, white space, line ends"
    );
    assert_eq!(blocking(&[file("lib/b.py", "bad(1)\nbad(1)\n"), key()]), 0, "renamed and moved");
    assert_eq!(blocking(&[file("src/a.py", "bad(1)\nbad(1)\nbad(1)\n"), key()]), 1, "a third one is new");
    assert_eq!(blocking(&[file("src/a.py", "bad(1)\nbad(1)\n"), file("b.py", "bad(1)\n"), key()]), 1, "a copy is new");
    assert_eq!(blocking(&[file("src/a.py", "bad(1)\nbad(2)\n"), key()]), 1, "another call is new");

    let judgement = judged(&[file("lib/b.py", "bad(1)\n")]);
    assert_eq!(judgement.absent.len(), 2);
    let pruned = baseline.prune(&judgement);
    assert_eq!((pruned.entries.len(), pruned.entries[0].path.as_str()), (1, "lib/b.py"));
    assert_eq!(pruned.entries[0].reason.as_deref(), Some("old"));
    let diff = baseline.diff(&judgement);
    assert_eq!((diff.added.len(), diff.moved.len(), diff.gone.len()), (0, 1, 2));
    assert_eq!(judgement.findings[0].why, "it is in the baseline: old");
}

#[test]
fn an_entry_of_the_baseline_ends() {
    let files = [file("a.py", "bad(1)\n")];
    let note = Annotation { until: Some("2026-11-01".into()), ..Annotation::default() };
    let baseline = Baseline::write(&judge(input(&files)), None, "", &note);
    let mut next = input(&files);
    next.baseline = Some(baseline);
    let judgement = judge(next);
    assert!(judgement.findings[0].blocking);
    assert_eq!(codes(&judgement), ["expired-suppression"]);
}

#[test]
fn a_change_is_compared_with_its_base() {
    let old = [file("a.py", "bad(1)\n"), file("old.py", "bad(7)\n")];
    let new = [file("a.py", "# more\nbad(1)\nbad(2)\n"), file("new.py", "bad(7)\n"), file("far.py", "bad(9)\n")];
    let mut next = input(&new);
    next.base = Some(base(&old, &[("new.py", "old.py")], Some(&["a.py", "new.py"])));
    let judgement = judge(next.clone());
    assert_eq!(
        whys(&judgement),
        [
            "a.py 2 it was there before",
            "a.py 3 severity high is at or above fail-on high",
            "far.py 1 it was there before",
            "new.py 1 it was there before"
        ]
    );
    assert_eq!(judgement.findings[1].state, Some(BaselineState::New));
    next.policy.new_only = NewOnly::Never;
    assert_eq!(judge(next).findings.iter().filter(|f| f.blocking).count(), 4);
}

#[test]
fn a_change_cannot_excuse_itself() {
    let old = [file("a.py", "bad(1) # nosec\n"), file("b.py", "bad(5)\n")];
    let new = [file("a.py", "bad(1) # nosec\nbad(2) # firedoor:ignore reason=\"no\"\n"), file("b.py", "bad(5)\n")];
    let mut next = input(&new);
    next.base = Some(base(&old, &[], None));
    next.gate_changes = vec![RepoPath::new("firedoor.toml")];
    let judgement = judge(next.clone());
    assert_eq!(judgement.verdict, Verdict::Fail);
    let blocking: Vec<_> = judgement.findings.iter().filter(|f| f.blocking).collect();
    assert_eq!(blocking.len(), 1);
    assert_eq!((blocking[0].finding.engine(), blocking[0].finding.severity), (EngineId::Gate, Severity::High));
    assert_eq!(blocking[0].finding.location.region.start_line, 2);
    assert_eq!(codes(&judgement), ["gate-changed"]);
    next.policy.allow_new_suppressions = true;
    assert_eq!(judge(next).verdict, Verdict::Pass);
}

#[test]
fn secrets_of_the_history_are_one_finding_and_masked_everywhere() {
    let value = ["wJalrXUtnF", "EMIK7MDENG"].concat();
    let commit = |id: &str, date: &str| {
        Origin::Commit(Arc::new(CommitInfo {
            id: id.into(),
            author: "A".into(),
            date: date.into(),
            summary: "s".into(),
        }))
    };
    let text = format!("bad('{value}')\nkey={value} # x\n");
    let at = |origin: Origin| SourceFile::new(RepoPath::new("a.env"), origin, text.clone().into_bytes());
    let mut next = input(&[]);
    for origin in [commit("b", "2026-02-01T00:00:00Z"), commit("a", "2026-01-01T00:00:00Z")] {
        next.findings.extend(scan(&at(origin)).into_iter().filter(|f| f.engine() == EngineId::Secrets));
    }
    let history = judge(next.clone());
    assert_eq!(history.findings.len(), 1);
    assert!(matches!(&history.findings[0].finding.location.origin, Origin::Commit(c) if c.id == "a"));
    next.findings.extend(scan(&at(Origin::WorkTree)));
    next.notices.push(Notice::note("x", format!("It saw {value}.")));
    let judgement = judge(next);
    assert_eq!(judgement.findings.len(), 2);
    assert_eq!(judgement.findings[1].finding.properties.get("introduced-in").map(String::as_str), Some("a"));
    for judged in &judgement.findings {
        let snippet = &judged.finding.location.snippet;
        assert!(!snippet.text.contains(&value) && !judged.finding.message.contains(&value), "{judged:?}");
        assert!(snippet.text.get(snippet.highlight.range()).is_some());
    }
    assert_eq!(&judgement.findings[0].finding.location.snippet.text[..14], "bad('********'");
    assert!(!judgement.notices.iter().any(|n| n.message.contains(&value)));
}

#[test]
fn a_part_of_a_long_key_is_masked_too() {
    let key: String = (0..40).map(|i| format!("line{i:02}ABCDEFGHIJKLMNOPQRSTUVWX\n")).collect();
    let text = format!("{key}\nbad()\n");
    let source = file("k.pem", &text);
    let mut findings = scan(&source);
    let rule = rule(EngineId::Secrets, "private-key", Severity::Critical);
    let mut finding = Finding::new(&rule, &source, Span::new(0, key.len()), "A key.");
    finding.identity = Identity::Secret { value: SecretValue::new(key.as_bytes(), 0) };
    findings.push(finding);
    let mut next = input(&[]);
    next.findings = findings;
    for judged in judge(next).findings {
        assert!(!judged.finding.location.snippet.text.contains("ABCDEFGH"), "{}", judged.finding.location.snippet.text);
    }
}

#[test]
fn the_ratchet_only_turns_one_way() {
    let files = [file("a.py", "bad(1)\nbad(2)\n")];
    let baseline = Baseline::write(&judge(input(&files)), None, "", &Annotation::default());
    let judged = |limit| {
        let mut next = input(&files);
        next.baseline = Some(baseline.clone());
        next.policy.max_existing = Some(limit);
        judge(next)
    };
    use crate::policy::MaxExisting::{PerSeverity, Total};
    assert_eq!(judged(Total(2)).verdict, Verdict::Pass);
    assert_eq!(judged(Total(1)).verdict, Verdict::Fail);
    assert_eq!(judged(PerSeverity(vec![(Severity::High, 1)])).verdict, Verdict::Fail);
    assert_eq!(codes(&judged(Total(5))), ["ratchet-can-tighten"]);
}

#[test]
fn other_tools_files_are_honoured_and_can_be_imported() {
    let value = ["q8Zt4Lw2", "Rk9Yb1Xc"].concat();
    let sha1: String = crate::suppress::sha1_hex(value.as_bytes());
    let files = [file("k.env", &format!("key={value}\n"))];
    let sources = [
        RuleSource::new(".gitleaksignore", "k.env:a-rule-of-theirs:1\n"),
        RuleSource::new("gl.json", format!(r#"[{{"RuleID":"x","File":"k.env","Secret":"{value}","StartLine":9}}]"#)),
        RuleSource::new(".secrets.baseline", format!(r#"{{"results":{{"k.env":[{{"hashed_secret":"{sha1}"}}]}}}}"#)),
    ];
    for source in sources {
        let mut next = input(&files);
        let (external, errors) = crate::external_ignores(&source);
        assert!(errors.is_empty());
        let form = external[0].form.clone();
        next.external = external;
        let judgement = judge(next);
        assert!(judgement.findings[0].is_suppressed(), "{}", source.path);
        let imported = Baseline::default().import(&judgement, &[&form], &Annotation::default());
        assert_eq!(imported.entries[0].reason.as_deref(), Some(format!("imported from {form}").as_str()));
    }
    // A line that is ignored for one of our rules does not hide another rule's finding there.
    let mut next = input(&files);
    next.external = crate::external_ignores(&RuleSource::new(".gitleaksignore", "k.env:other:1\n")).0;
    next.rule_ids = ["other", "some-key"].map(str::to_owned).into();
    assert!(judge(next).findings[0].blocking);
}

#[test]
fn order_of_input_does_not_matter() {
    let files: Vec<SourceFile> =
        (0..8).map(|i| file(&format!("{}.py", i % 4), "bad(1)\nkey=abcdefgh\nbad(1)\n")).collect();
    let one = judge(input(&files));
    let mut reversed = input(&files);
    reversed.findings.reverse();
    let two = judge(reversed);
    assert_eq!(format!("{:?}", one.findings), format!("{:?}", two.findings));
    let unique: BTreeSet<&str> = one.findings.iter().map(|f| f.fingerprint.as_str()).collect();
    assert_eq!(unique.len(), one.findings.len());
    assert!(one.findings.iter().all(|f| f.confidence_is(Confidence::Medium) && f.fingerprint.len() == 32));
}

trait Says {
    fn confidence_is(&self, confidence: Confidence) -> bool;
}

impl Says for JudgedFinding {
    fn confidence_is(&self, confidence: Confidence) -> bool {
        self.finding.confidence == confidence
    }
}

#[test]
fn a_foreign_name_of_a_rule_speaks_of_no_other_issuer() {
    let state = |id: &str, line: &str| {
        let mut next = input(&[file("a.py", "key=abcdef\n")]);
        next.findings[0].rule = rule(EngineId::Secrets, id, Severity::Critical);
        next.rule_ids = ["aws-access-key-id", "stripe-secret-key", "hardcoded-key"].map(str::to_owned).into();
        next.external = crate::external_ignores(&RuleSource::new(".gitleaksignore", line)).0;
        judge(next).findings[0].blocking
    };
    assert!(!state("aws-access-key-id", "a.py:aws-access-token:1"));
    assert!(!state("aws-access-key-id", "a.py:generic-api-key:1"));
    assert!(!state("hardcoded-key", "a.py:stripe-access-token:1"));
    assert!(state("aws-access-key-id", "a.py:stripe-access-token:1"));
    assert!(state("aws-access-key-id", "a.py:stripe-secret-key:1"));
}

#[test]
fn what_only_its_place_excused_is_new_where_it_moves() {
    let old = [file("ex/a.py", "bad()\n")];
    let new = [file("src/a.py", "bad()\n")];
    let state = |toml: &str| {
        let mut next = input(&new);
        let config = crate::parse_config(&RuleSource::new("firedoor.toml", toml)).expect("valid");
        next.external = config.suppress.iter().cloned().map(ExternalIgnore::from).collect();
        next.policy = config.gate;
        next.base = Some(base(&old, &[("src/a.py", "ex/a.py")], Some(&["src/a.py"])));
        let judgement = judge(next);
        (judgement.findings[0].state, judgement.findings[0].blocking)
    };
    assert_eq!(state(""), (Some(BaselineState::Unchanged), false));
    let entry = |more: &str| format!("[[suppress]]\nrule = 'lang.some-call'\nreason = 'x'\n{more}");
    assert_eq!(state(&entry("path = 'ex/**'")), (Some(BaselineState::New), true));
    // An entry that does not hold excused nothing, and one for both places excuses both.
    assert_eq!(state(&entry("path = 'ex/**'\nuntil = '2020-01-01'")), (Some(BaselineState::Unchanged), false));
    assert_eq!(state(&entry("")), (Some(BaselineState::Unchanged), false));
    let lax = "[[gate.override]]\npath = 'ex/'\nfail-on = 'never'\n";
    assert_eq!(state(lax), (Some(BaselineState::New), true));
    let low = "[[severity]]\npath = 'ex/'\nrule = 'lang.some-call'\nseverity = 'low'\n";
    assert_eq!(state(low), (Some(BaselineState::New), true));
}

#[test]
fn of_equal_findings_the_one_that_counted_stays_the_one_that_was_there() {
    let low = |mut finding: Finding| {
        finding.confidence = Confidence::Low;
        finding
    };
    let (before, now) = (file("a.py", "bad\nx\nbad\n"), file("a.py", "x\nbad\n"));
    let mut found = scan(&before).into_iter();
    let both = vec![low(found.next().expect("the first")), found.next().expect("the second")];
    let against = |findings: Vec<Finding>| {
        let mut input = input(std::slice::from_ref(&now));
        let mut base = base(&[], &[], Some(&["a.py"]));
        base.findings = findings;
        input.base = Some(base);
        judge(input)
    };
    // The second one is left: it counted before.
    assert_eq!(against(both.clone()).verdict, Verdict::Pass);
    // Only what was below is there, and it rises.
    let judgement = against(both.into_iter().map(low).collect());
    assert_eq!(judgement.verdict, Verdict::Fail, "{:?}", whys(&judgement));
}
