//! Every rule below `testdata/sast` on its fixture: what is reported is what the annotations say, and each annotation
//! was confirmed with Semgrep (not so Apex: the page says what those follow). Where this engine differs, `testdata/sast/differences.txt` says so with a reason, and
//! `docs/sast-compat.md` is made of both. With `FIREDOOR_BLESS` set, both files are written instead of compared.
#![allow(clippy::disallowed_methods, reason = "a test reads its own files")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use firedoor_core::{Origin, RepoPath, RuleSource, SourceFile};
use firedoor_sast::testing::{annotations, run, run_on};

fn files(dir: &Path, into: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> =
        std::fs::read_dir(dir).expect("the folder is there").map(|e| e.expect("readable").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() { files(&path, into) } else { into.push(path) }
    }
}

fn stem(path: &Path) -> String {
    let name = path.file_name().expect("a file").to_string_lossy().into_owned();
    name.split('.').next().unwrap_or_default().to_owned()
}

/// What one rule does on its fixture.
struct Case {
    language: String,
    feature: String,
    rule: String,
    expectations: usize,
    /// Lines that should be reported and are not, and the other way round.
    missing: Vec<u32>,
    extra: Vec<u32>,
}

impl Case {
    /// `-` lines that are missing, `+` lines that are too many.
    fn difference(&self) -> String {
        let missing = self.missing.iter().map(|l| format!("-{l}"));
        missing.chain(self.extra.iter().map(|l| format!("+{l}"))).collect::<Vec<_>>().join(",")
    }
}

fn cases(root: &Path) -> Vec<Case> {
    let mut all = Vec::new();
    files(root, &mut all);
    let is_rule = |p: &Path| p.extension().is_some_and(|e| e == "yaml") && !p.to_string_lossy().contains(".test.");
    let mut cases = Vec::new();
    for rule in all.iter().filter(|p| is_rule(p)) {
        let text = std::fs::read_to_string(rule).expect("readable");
        for target in all.iter().filter(|p| p.parent() == rule.parent() && stem(p) == stem(rule) && !is_rule(p)) {
            let bytes = std::fs::read(target).expect("readable");
            let expected = annotations(&String::from_utf8_lossy(&bytes));
            let name = target.file_name().expect("a file").to_string_lossy().into_owned();
            let file = Arc::new(SourceFile::new(RepoPath::new(name.as_str()), Origin::WorkTree, bytes));
            let outcome = run_on(&RuleSource::new(stem(rule), text.as_str()), &file, Some("2026-11-22"));
            let mistakes: Vec<String> = outcome.diagnostics.iter().map(ToString::to_string).collect();
            assert!(mistakes.is_empty(), "{}: {mistakes:?}", rule.display());
            let language = rule.parent().and_then(Path::file_name).expect("a folder").to_string_lossy().into_owned();
            for (id, lines) in &outcome.lines {
                let wanted = expected.get(id).cloned().unwrap_or_default();
                cases.push(Case {
                    language: language.clone(),
                    feature: stem(rule),
                    rule: id.clone(),
                    expectations: wanted.reported.len() + wanted.silent.len(),
                    missing: wanted.reported.difference(lines).copied().collect(),
                    extra: lines.difference(&wanted.reported).copied().collect(),
                });
            }
        }
    }
    cases
}

/// Reasons by rule, and the difference that each is for.
fn reasons(text: &str) -> BTreeMap<String, (String, String)> {
    (text.lines())
        .filter(|l| !l.starts_with('#') && !l.trim().is_empty())
        .map(|line| {
            let mut words = line.splitn(3, ' ');
            let mut next = || words.next().unwrap_or_default().to_owned();
            (next(), (next(), next()))
        })
        .collect()
}

const UNEXPLAINED: &str = "not examined yet";

fn table(cases: &[Case], reasons: &BTreeMap<String, (String, String)>) -> String {
    let mut page = String::from(
        "# Compatibility with Semgrep\n\n<!-- Made by the test `conformance` of firedoor-sast from testdata/sast; do not edit. -->\n\n\
         Each expectation is a line of a fixture on which a rule must report or stay silent, confirmed with Semgrep 1.182's\n\
         own run of the same rule; those of Apex, which it reads in its paid edition only, follow its documentation and\n\
         were not confirmed; those of Vue, which it reads no more since 1.93, were confirmed with the component's script as a\n\
         file of TypeScript. The last column counts rules that differ on at least one line.\n\n\
         | Language | Feature | Rules | Expectations | Rules that differ |\n|---|---|---:|---:|---:|\n",
    );
    let mut groups: BTreeMap<(&str, &str), (usize, usize, usize)> = BTreeMap::new();
    let mut sum = (0, 0, 0);
    for case in cases {
        let differs = usize::from(!case.difference().is_empty());
        let group = groups.entry((&case.language, &case.feature)).or_default();
        for total in [group, &mut sum] {
            *total = (total.0 + 1, total.1 + case.expectations, total.2 + differs);
        }
    }
    for ((language, feature), (rules, expectations, differ)) in &groups {
        let _ = writeln!(page, "| {language} | {feature} | {rules} | {expectations} | {differ} |");
    }
    let _ = writeln!(page, "| all | | {} | {} | {} |", sum.0, sum.1, sum.2);
    page.push_str(
        "\n## Known differences\n\nLines of the fixture: `-` is reported by Semgrep alone, `+` by this engine alone.\n\n\
         | Rule | Lines | Reason |\n|---|---|---|\n",
    );
    for case in cases.iter().filter(|c| !c.difference().is_empty()) {
        let reason = reasons.get(&case.rule).map_or(UNEXPLAINED, |(_, reason)| reason.as_str());
        let _ = writeln!(page, "| `{}` | {} | {reason} |", case.rule, case.difference().replace(',', ", "));
    }
    page
}

#[test]
fn annotated_fixtures() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/sast");
    let list = root.join("differences.txt");
    let page = root.join("../../docs/sast-compat.md");
    let known = reasons(&std::fs::read_to_string(&list).unwrap_or_default());
    let cases = cases(&root);
    let ids: BTreeSet<&str> = cases.iter().map(|c| c.rule.as_str()).collect();
    assert!(known.keys().all(|id| ids.contains(id.as_str())), "a difference is listed for a rule that is not there");
    let made = table(&cases, &known);
    if std::env::var_os("FIREDOOR_BLESS").is_some() {
        let mut text = String::from(
            "# Where this engine reports other lines than Semgrep: rule, lines (- missing, + too many), reason.\n",
        );
        for case in cases.iter().filter(|c| !c.difference().is_empty()) {
            let reason = known.get(&case.rule).map_or(UNEXPLAINED, |(_, reason)| reason.as_str());
            let _ = writeln!(text, "{} {} {reason}", case.rule, case.difference());
        }
        std::fs::write(&list, text).expect("writable");
        std::fs::write(&page, made).expect("writable");
        return;
    }
    let wrong: Vec<String> = (cases.iter())
        .filter(|c| c.difference() != known.get(&c.rule).map_or("", |(lines, _)| lines.as_str()))
        .map(|c| format!("{}/{} {}: {}", c.language, c.feature, c.rule, c.difference()))
        .collect();
    assert!(wrong.is_empty(), "other differences than testdata/sast/differences.txt lists:\n{}", wrong.join("\n"));
    assert_eq!(std::fs::read_to_string(&page).unwrap_or_default(), made, "docs/sast-compat.md: set FIREDOOR_BLESS");
}

#[test]
fn deep_nesting_is_no_danger() {
    for (name, open, close) in [("a.py", "(", ")"), ("a.js", "[", "]"), ("a.go", "f(", ")"), ("a.java", "a+(", ")")] {
        let depth = 10_000;
        let code = format!("x = {}1{}\n", open.repeat(depth), close.repeat(depth));
        let file = Arc::new(SourceFile::new(RepoPath::new(name), Origin::WorkTree, code.into_bytes()));
        let rule = "rules:\n  - id: r\n    message: m\n    severity: INFO\n    languages: [python, js, go, java]\n    pattern: f(..., 1, ...)\n";
        let outcome = run(&RuleSource::new("r.yaml", rule), &file);
        assert!(outcome.diagnostics.is_empty(), "{:?}", outcome.diagnostics);
    }
}
