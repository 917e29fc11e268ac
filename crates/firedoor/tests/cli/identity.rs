//! Findings stay the same findings while the code around them changes, and none that is new hides among them.
//!
//! The history of a real project is walked by `bench/identity.py`, which needs one; here whole sample applications are
//! changed in every way that must not matter. Without git these tests say so and pass.

use std::path::{Path, PathBuf};

use crate::git::git;
use crate::support::{Tree, firedoor, root};

/// Every call is a finding, so that there is a lot to tell apart.
const RULE: &str = "rules:\n  - {id: call, languages: [python, go, java, javascript, typescript], severity: ERROR, message: A call., pattern: $F(...)}\n";

fn files_below(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).expect("a folder") {
        let path = entry.expect("readable").path();
        if path.is_dir() { files_below(&path, out) } else { out.push(path) }
    }
}

/// The sample applications with their paths, as text.
fn samples() -> Vec<(String, String)> {
    let top = root().join("testdata/repos");
    let mut paths = Vec::new();
    for name in ["web-python", "web-go", "web-java", "web-javascript"] {
        files_below(&top.join(name), &mut paths);
    }
    paths.sort();
    paths
        .iter()
        .filter_map(|p| {
            let text = std::fs::read_to_string(p).ok()?;
            Some((p.strip_prefix(&top).expect("below").display().to_string(), text))
        })
        .collect()
}

fn is_code(path: &str) -> bool {
    [".py", ".go", ".java", ".js", ".ts"].iter().any(|e| path.ends_with(e))
}

fn comment(path: &str) -> &'static str {
    if path.ends_with(".py") { "# a remark" } else { "// a remark" }
}

/// Lines in front, and a remark before every fifth line that stands at the margin.
fn insert(path: &str, text: &str) -> String {
    if path.ends_with(".java") || path.ends_with(".go") {
        return format!("{0}\n{0}\n{text}", comment(path));
    }
    format!("{0}\n{0}\n\n{text}", comment(path))
}

/// Twice the indentation, with tabs in the place of four blanks where the language does not mind.
fn reindent(path: &str, text: &str) -> String {
    let line = |line: &str| {
        let rest = line.trim_start_matches([' ', '\t']);
        let indent = &line[..line.len() - rest.len()];
        if path.ends_with(".py") {
            format!("{indent}{indent}{rest}")
        } else {
            format!("{}{rest}", indent.replace("  ", "\t"))
        }
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn line_ends(_: &str, text: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}

/// Statements of one line whose last bracket ends them, with what is in it on a line of its own, as black and prettier break
/// them.
fn wrap(path: &str, text: &str) -> String {
    let line = |line: &str| {
        let indent = &line[..line.len() - line.trim_start().len()];
        let (body, end) = match line.strip_suffix(';') {
            Some(body) => (body, ";"),
            None => (line, ""),
        };
        let is_plain = !line.contains(['"', '\'', '#', '/']) && body.ends_with(')') && !body.contains(['{', '}']);
        let mut open = 0;
        let opening = body.char_indices().rev().find(|(_, c)| {
            open += i32::from(*c == ')') - i32::from(*c == '(');
            *c == '(' && open == 0
        });
        match opening.filter(|(at, _)| is_plain && *at > 0 && at + 2 < body.len()) {
            Some((at, _)) => {
                let inner = &body[at + 1..body.len() - 1];
                let comma = if path.ends_with(".py") && !inner.contains('*') { "," } else { "" };
                format!("{}\n{indent}    {inner}{comma}\n{indent}){end}", &body[..=at])
            }
            None => line.to_owned(),
        }
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

type Change = fn(&str, &str) -> String;

/// How many of the findings after a change are known, of how many, and whether the planted one is new.
fn judge(change: &[Change], moved: bool, engines: &[&str]) -> Option<(usize, usize, bool)> {
    let before = samples();
    let tree = Tree::new(&before.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect::<Vec<_>>());
    if !git(tree.path(), &["init", "-q", "-b", "main"]) {
        return None;
    }
    let commit = || {
        git(tree.path(), &["add", "--all", "--force", "."]);
        git(tree.path(), &["-c", "core.autocrlf=false", "commit", "-qm", "a state"]);
    };
    commit();
    git(tree.path(), &["checkout", "-qb", "feature"]);
    for (path, text) in &before {
        if is_code(path) {
            let mut text = change.iter().fold(text.clone(), |t, change| change(path, &t));
            if path.ends_with("web-python/app/db.py") {
                text.push_str("\n\nplanted_one(1, 2, 3)\n");
            }
            tree.write(path, text.as_bytes());
        }
    }
    if moved {
        git(tree.path(), &["mv", "web-python", "python"]);
        git(tree.path(), &["mv", "web-go/internal", "web-go/inner"]);
        git(tree.path(), &["mv", "web-java", "services"]);
        git(tree.path(), &["mv", "web-javascript", "packages"]);
    }
    commit();
    // Outside of the repository: the base does not have it.
    let outside = Tree::new(&[("rule.yaml", RULE)]);
    let rules = outside.path().join("rule.yaml").display().to_string();
    let mut arguments = vec!["scan", "--diff", "main", "--format", "json", "--no-config"];
    if engines.is_empty() {
        arguments.extend(["--engines", "sast", "--rules", &rules]);
    } else {
        arguments.extend(engines);
    }
    let run = firedoor(tree.path(), &arguments);
    assert!(matches!(run.code, 0 | 1), "{}", run.stderr);
    let report = run.json();
    let findings = report["findings"].as_array().expect("a list");
    // The planted call is the last line of its file.
    let planted = |f: &serde_json::Value| {
        f["location"]["path"].as_str().is_some_and(|p| p.ends_with("python/app/db.py"))
            && f["location"]["snippet"]["text"].as_str().is_some_and(|t| t.trim_end().ends_with("planted_one(1, 2, 3)"))
            && f["location"]["start_column"] == 1
    };
    let (ours, others): (Vec<_>, Vec<_>) = findings.iter().partition(|f| planted(f));
    let known = others.iter().filter(|f| f["state"] == "unchanged").count();
    Some((known, others.len(), ours.iter().any(|f| f["state"] == "new")))
}

#[test]
fn what_does_not_matter_makes_no_finding_new() {
    let all: &[Change] = &[insert, reindent, line_ends];
    for (what, change, moved) in [
        ("lines inserted", &all[..1], false),
        ("indented anew", &all[1..2], false),
        ("other line ends", &all[2..], false),
        ("moved", &[][..], true),
        ("all at once", all, true),
    ] {
        let Some((known, findings, planted)) = judge(change, moved, &[]) else { return };
        assert!(findings > 150, "{what}: {findings}");
        assert!(known * 100 >= findings * 99, "{what}: {known} of {findings} are known");
        assert!(planted, "{what}: what the change brought is new");
    }
}

#[test]
fn lines_that_a_formatter_breaks_make_no_finding_new() {
    let Some((known, findings, planted)) = judge(&[wrap], false, &[]) else { return };
    assert!(findings > 150 && planted, "{findings}");
    assert_eq!(known, findings);
    // Those of taint stand at arguments, whose lines are others then.
    let Some((known, findings, _)) = judge(&[wrap], false, &["--engines", "sast", "--fail-on", "never"]) else {
        return;
    };
    assert!(findings >= 10, "{findings}");
    assert_eq!(known, findings);
}

#[test]
fn the_findings_of_all_engines_move_with_their_files() {
    let Some((known, findings, _)) = judge(&[], true, &["--fail-on", "never"]) else { return };
    assert!(findings >= 20, "{findings}");
    assert_eq!(known, findings);
}
