//! Every rule below `testdata/sast` on its fixture: what is reported is what the annotations say. Each expectation was
//! confirmed with Semgrep.
#![allow(clippy::disallowed_methods, reason = "a test reads its own files")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use firedoor_core::{Origin, RepoPath, RuleSource, SourceFile};
use firedoor_sast::testing::{annotations, run};

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

#[test]
fn annotated_fixtures() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/sast");
    let mut all = Vec::new();
    files(&root, &mut all);
    let mut wrong = Vec::new();
    let is_rule = |p: &Path| p.extension().is_some_and(|e| e == "yaml") && !p.to_string_lossy().contains(".test.");
    for rule in all.iter().filter(|p| is_rule(p)) {
        let text = std::fs::read_to_string(rule).expect("readable");
        for target in all.iter().filter(|p| p.parent() == rule.parent() && stem(p) == stem(rule) && !is_rule(p)) {
            let bytes = std::fs::read(target).expect("readable");
            let expected = annotations(&String::from_utf8_lossy(&bytes));
            let name = target.file_name().expect("a file").to_string_lossy().into_owned();
            let file = Arc::new(SourceFile::new(RepoPath::new(name.as_str()), Origin::WorkTree, bytes));
            let outcome = run(&RuleSource::new(stem(rule), text.as_str()), &file);
            wrong.extend(outcome.diagnostics.iter().map(ToString::to_string));
            for (id, lines) in &outcome.lines {
                let wanted = expected.get(id).map(|e| e.reported.clone()).unwrap_or_default();
                if *lines != wanted {
                    wrong.push(format!("{}: {id}: {lines:?} instead of {wanted:?}", target.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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
