//! A change cannot excuse itself by what steers the gate, on repositories made by `git`.

use std::path::Path;

use crate::git::git;
use crate::support::{Run, Tree, firedoor, lines, notices};

/// A rule of the repository's own, and what it finds.
pub(crate) const RULE: &str = "rules:\n- id: no-evil\n  languages: [python]\n  severity: ERROR\n  message: Evil.\n  pattern: evil($X)\n  metadata: {confidence: HIGH}\n";
const EVIL: &str = "import x\nevil(x)\n";
/// Configuration with that rule.
pub(crate) const CONFIG: &str = "[scan]\nengines = [\"sast\"]\n[sast]\nrules = [\"rules\"]\nbuiltin = false\n";

fn leak() -> String {
    format!("u = \"postgres://new:{}@db.internal:5432/app\"", ["Vk7-trq", "2Lx9w"].concat())
}

/// A repository with these files in its main branch, and another branch checked out.
pub(crate) fn branch(files: &[(&str, &str)], more: impl Fn(&Tree)) -> Option<Tree> {
    let tree = Tree::new(files);
    if !git(tree.path(), &["init", "-q", "-b", "main"]) {
        return None;
    }
    more(&tree);
    commit(&tree);
    git(tree.path(), &["checkout", "-qb", "feature"]);
    Some(tree)
}

pub(crate) fn commit(tree: &Tree) {
    git(tree.path(), &["add", "--all", "--force", "."]);
    git(tree.path(), &["commit", "-qm", "a state"]);
}

#[cfg(unix)]
fn link(tree: &Tree, target: &str, name: &str) {
    let path = tree.path().join(name);
    if path.symlink_metadata().is_ok() {
        std::fs::remove_file(&path).expect("can be removed");
    }
    std::os::unix::fs::symlink(Path::new(target), path).expect("can be made");
}

pub(crate) fn diff(tree: &Tree, more: &[&str]) -> Run {
    let mut arguments = vec!["scan", "--diff", "main", "--format", "json"];
    arguments.extend(more);
    firedoor(tree.path(), &arguments)
}

/// That the evil was found and the change to the gate was said.
fn blocked(run: &Run, changed: &[&str]) {
    assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
    assert_eq!(lines(&run.json()), ["sast no-evil evil.py:2"]);
    let said = notices(&run.json());
    for path in changed {
        assert!(said.contains(&format!("gate-changed {path}")), "{path}: {said:?}");
    }
}

#[cfg(unix)]
#[test]
fn an_ignore_file_that_is_a_link_hides_nothing_of_the_change() {
    let files = [("firedoor.toml", CONFIG), ("rules/r.yml", RULE), ("pats.txt", "other.py\n")];
    let Some(tree) = branch(&files, |_| {}) else { return };
    tree.write("evil.py", EVIL.as_bytes());
    tree.write("pats.txt", b"evil.py\n");
    link(&tree, "pats.txt", ".firedoorignore");
    commit(&tree);
    blocked(&diff(&tree, &[]), &[".firedoorignore"]);
    // The link is the base's, and what it leads to is changed.
    let Some(tree) = branch(&files, |tree| link(tree, "pats.txt", ".firedoorignore")) else { return };
    tree.write("evil.py", EVIL.as_bytes());
    tree.write("other.py", EVIL.as_bytes());
    tree.write("pats.txt", b"evil.py\n");
    commit(&tree);
    blocked(&diff(&tree, &[]), &["pats.txt"]);
}

#[test]
fn the_bases_ignore_file_holds_and_the_changes_does_not() {
    let files = [("firedoor.toml", CONFIG), ("rules/r.yml", RULE), (".firedoorignore", "hidden.py\n")];
    let Some(tree) = branch(&files, |_| {}) else { return };
    tree.write("hidden.py", EVIL.as_bytes());
    tree.write("evil.py", EVIL.as_bytes());
    commit(&tree);
    blocked(&diff(&tree, &[]), &[]);
    tree.write(".firedoorignore", b"evil.py\n");
    commit(&tree);
    blocked(&diff(&tree, &[]), &[".firedoorignore"]);
}

#[test]
fn a_marker_that_came_and_went_excuses_no_leak() {
    let Some(tree) = branch(&[("a.py", "x = 1\n")], |_| {}) else { return };
    tree.write("s.py", format!("{}  # gitleaks:allow\n", leak()).as_bytes());
    commit(&tree);
    tree.write("s.py", b"u = 1\n");
    commit(&tree);
    let run = diff(&tree, &[]);
    assert_eq!(run.code, 1, "{}", run.stdout);
    assert!(lines(&run.json()).contains(&"gate new-suppression s.py:1".to_owned()), "{:?}", lines(&run.json()));
    tree.write("firedoor.toml", b"[gate]\nforeign-markers = false\n");
    let history = firedoor(tree.path(), &["scan", "--history", "--format", "json"]);
    assert_eq!(history.code, 1, "the policy does not listen to that marker: {}", history.stdout);
}

#[test]
fn rules_that_the_change_removes_renames_or_hides_still_hold() {
    let files = [("firedoor.toml", CONFIG), ("rules/r.yml", RULE), ("rules/s.yml", &RULE.replace("evil", "bad"))];
    type Attack<'a> = (&'a dyn Fn(&Tree), &'a str);
    let attacks: [Attack<'_>; 4] = [
        (&|tree| assert!(git(tree.path(), &["rm", "-q", "rules/r.yml"])), "rules/r.yml"),
        (&|tree| assert!(git(tree.path(), &["mv", "rules/r.yml", "rules/r.txt"])), "rules/r.yml"),
        (&|tree| assert!(git(tree.path(), &["rm", "-rq", "rules"])), "rules/r.yml"),
        (&|tree| drop(tree.write("rules/.ignore", b"r.yml\n")), "rules/.ignore"),
    ];
    for (attack, changed) in attacks {
        let Some(tree) = branch(&files, |_| {}) else { return };
        attack(&tree);
        tree.write("evil.py", EVIL.as_bytes());
        commit(&tree);
        blocked(&diff(&tree, &[]), &[changed]);
    }
    // An ignore file of another tool hides no rule at all.
    let tree = Tree::new(&files);
    tree.write(".ignore", b"r.yml\n");
    tree.write("evil.py", EVIL.as_bytes());
    blocked(&firedoor(tree.path(), &["scan", "--format", "json"]), &[]);
}

#[cfg(unix)]
#[test]
fn links_of_the_change_lead_no_steering_file_astray() {
    let loose = "[gate]\nfail-on = \"none\"\n";
    let files = [
        ("firedoor.toml", CONFIG),
        ("rules/r.yml", RULE),
        ("harmless/r.yml", &RULE.replace("evil", "bad")),
        ("loose.toml", loose),
    ];
    let Some(tree) = branch(&files, |_| {}) else { return };
    tree.write("evil.py", EVIL.as_bytes());
    git(tree.path(), &["rm", "-rq", "rules"]);
    link(&tree, "harmless", "rules");
    commit(&tree);
    blocked(&diff(&tree, &[]), &["rules", "rules/r.yml"]);
    // The configuration, found and named.
    for arguments in [&[][..], &["--config", "firedoor.toml"]] {
        let Some(tree) = branch(&files, |_| {}) else { return };
        tree.write("evil.py", EVIL.as_bytes());
        link(&tree, "loose.toml", "firedoor.toml");
        commit(&tree);
        blocked(&diff(&tree, arguments), &["firedoor.toml"]);
    }
    // The base's links are followed in the base.
    let Some(tree) = branch(&[("cfg/f.toml", CONFIG), ("rules/r.yml", RULE), ("loose.toml", loose)], |tree| {
        link(tree, "cfg/f.toml", "firedoor.toml");
    }) else {
        return;
    };
    tree.write("evil.py", EVIL.as_bytes());
    commit(&tree);
    blocked(&diff(&tree, &[]), &[]);
    tree.write("cfg/f.toml", loose.as_bytes());
    commit(&tree);
    blocked(&diff(&tree, &[]), &["cfg/f.toml"]);
    link(&tree, "loose.toml", "firedoor.toml");
    commit(&tree);
    blocked(&diff(&tree, &[]), &["cfg/f.toml", "firedoor.toml"]);
    // One that leads out of the repository is refused.
    let Some(tree) = branch(&[("a.py", "x = 1\n")], |tree| link(tree, "../out.toml", "firedoor.toml")) else { return };
    let run = diff(&tree, &[]);
    assert!(run.code == 2 && run.stderr.contains("link"), "{} {}", run.code, run.stderr);
}

#[cfg(unix)]
#[test]
fn a_baseline_behind_a_link_is_the_bases() {
    let config = format!("{CONFIG}[gate]\nbaseline = \"b\"\n");
    let Some(tree) = branch(&[("firedoor.toml", &config), ("rules/r.yml", RULE)], |tree| {
        assert_eq!(firedoor(tree.path(), &["baseline", "write", "--file", "b"]).code, 0);
    }) else {
        return;
    };
    tree.write("evil.py", EVIL.as_bytes());
    assert_eq!(firedoor(tree.path(), &["baseline", "write", "--file", "full"]).code, 0);
    link(&tree, "full", "b");
    commit(&tree);
    blocked(&diff(&tree, &[]), &["b"]);
}

#[test]
fn a_configuration_replaced_by_a_folder_still_holds() {
    let Some(tree) = branch(&[("firedoor.toml", CONFIG), ("rules/r.yml", RULE)], |_| {}) else { return };
    git(tree.path(), &["rm", "-q", "firedoor.toml"]);
    tree.write("firedoor.toml/x", b"");
    tree.write("evil.py", EVIL.as_bytes());
    commit(&tree);
    blocked(&diff(&tree, &[]), &["firedoor.toml"]);
}

#[test]
fn lists_and_extended_rules_are_the_bases() {
    let rule = RULE.replace("pattern: evil($X)", "pattern-either:\n  - include: mine");
    let list = |call: &str| format!("lists:\n  mine:\n  - pattern: {call}($X)\n");
    let files = [("firedoor.toml", CONFIG), ("rules/r.yml", &rule), ("rules/l.yml", &list("evil"))];
    let Some(tree) = branch(&files, |_| {}) else { return };
    tree.write("evil.py", EVIL.as_bytes());
    tree.write("rules/r.yml", format!("# A remark.\n{rule}").as_bytes());
    commit(&tree);
    blocked(&diff(&tree, &[]), &["rules/r.yml"]);
    tree.write("rules/l.yml", list("good").as_bytes());
    commit(&tree);
    blocked(&diff(&tree, &[]), &["rules/l.yml", "rules/r.yml"]);

    let config = "[scan]\nengines = [\"secrets\"]\n[secrets]\nrules = [\"g.toml\"]\nbuiltin = false\n";
    let own = |word: &str| format!("[[rules]]\nid = \"own\"\nregex = '''{word}-[0-9]{{6}}'''\n");
    let files = [("firedoor.toml", config), ("g.toml", "[extend]\npath = \"e.toml\"\n"), ("e.toml", &own("evil"))];
    let Some(tree) = branch(&files, |_| {}) else { return };
    tree.write("a.txt", b"token: evil-402913\n");
    tree.write("e.toml", own("good").as_bytes());
    commit(&tree);
    let run = diff(&tree, &[]);
    assert_eq!(lines(&run.json()), ["secrets own a.txt:1"], "{}", run.stderr);
    assert!(notices(&run.json()).contains(&"gate-changed e.toml".to_owned()), "{:?}", notices(&run.json()));
}

#[test]
fn extended_configuration_above_is_found_in_the_base() {
    let config = format!("extends = \"../std.toml\"\n{}", CONFIG.replace("\"rules\"", "\"../rules\""));
    let files = [("sub/firedoor.toml", config.as_str()), ("std.toml", ""), ("rules/r.yml", RULE)];
    let Some(tree) = branch(&files, |_| {}) else { return };
    tree.write("sub/evil.py", EVIL.as_bytes());
    tree.write("std.toml", b"[gate]\nfail-on = \"none\"\n");
    commit(&tree);
    let run = diff(&tree, &["sub"]);
    assert_eq!((run.code, lines(&run.json())), (1, vec!["sast no-evil sub/evil.py:2".to_owned()]), "{}", run.stderr);
    assert!(notices(&run.json()).contains(&"gate-changed std.toml".to_owned()), "{:?}", notices(&run.json()));
}

#[test]
fn a_comparison_says_that_it_does_not_judge_the_ratchet() {
    let Some(tree) = branch(&[("firedoor.toml", "[gate]\nmax-existing = 0\n"), ("a.py", "x = 1\n")], |_| {}) else {
        return;
    };
    tree.write("b.py", b"x = 2\n");
    commit(&tree);
    let run = diff(&tree, &[]);
    assert_eq!(run.code, 0, "{}", run.stdout);
    assert!(notices(&run.json()).contains(&"ratchet-not-judged -".to_owned()), "{:?}", notices(&run.json()));
}

#[test]
fn a_file_that_is_moved_and_indented_anew_has_its_known_findings() {
    let body: String = (0..30).map(|n| format!("def f{n}():\n    return {n} * {n}\n")).collect();
    let before = format!("{body}def g(x):\n    evil(x)\n");
    let Some(tree) = branch(&[("firedoor.toml", CONFIG), ("rules/r.yaml", RULE), ("old.py", &before)], |_| {}) else {
        return;
    };
    git(tree.path(), &["mv", "old.py", "new.py"]);
    tree.write("new.py", before.replace("    ", "\t").as_bytes());
    commit(&tree);
    let run = diff(&tree, &[]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert_eq!(run.json()["findings"][0]["state"], "unchanged", "{}", run.stdout);
    tree.write("new.py", format!("{}\tevil(x + 1)\n", before.replace("    ", "\t")).as_bytes());
    commit(&tree);
    let run = diff(&tree, &[]);
    assert_eq!((run.code, &run.json()["summary"]["new"]), (1, &1.into()), "{}", run.stdout);
}

/// An advisory about flask in the layout of the public bucket.
fn advisory(package: &str) -> String {
    format!(
        r#"{{"schema_version":"1.6.0","id":"PYSEC-2018-66","modified":"2024-01-01T00:00:00Z","summary":"A flaw","affected":[{{"package":{{"ecosystem":"PyPI","name":"{package}"}},"ranges":[{{"type":"ECOSYSTEM","events":[{{"introduced":"0"}},{{"fixed":"0.12.3"}}]}}]}}],"database_specific":{{"severity":"HIGH"}}}}"#
    )
}

#[test]
fn advisories_in_the_repository_are_the_base_s() {
    let config = "[scan]\nengines = [\"sca\"]\n[sca]\ndatabase = \"db\"\n";
    let text = advisory("flask");
    let Some(tree) = branch(&[("firedoor.toml", config), ("db/a.json", &text)], |_| {}) else { return };
    tree.write("requirements.txt", b"flask==0.12.2\n");
    commit(&tree);
    assert_eq!(diff(&tree, &[]).code, 1, "it is found");
    // The change takes the advisory out of the database, or the database away.
    tree.write("db/a.json", advisory("other").as_bytes());
    commit(&tree);
    let run = diff(&tree, &[]);
    assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
    assert!(notices(&run.json()).contains(&"gate-changed db/a.json".to_owned()), "{}", run.stdout);
    git(tree.path(), &["mv", "db", "elsewhere"]);
    commit(&tree);
    assert_eq!(diff(&tree, &[]).code, 1);
    // A built one is read in the same way.
    let built = firedoor(tree.path(), &["db", "import", "elsewhere", "--db", "built"]);
    assert_eq!(built.code, 0, "{}", built.stderr);
    commit(&tree);
    let run = diff(&tree, &["--db", "built"]);
    assert!(run.code == 2 && run.stderr.contains("this change brings the advisory database"), "{}", run.stderr);
    // What the base does not have and the change does not bring is the machine's.
    git(tree.path(), &["rm", "-rq", "--cached", "built"]);
    tree.write(".git/info/exclude", b"/built/\n");
    git(tree.path(), &["commit", "-qm", "not of the change"]);
    let run = diff(&tree, &["--db", "built"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
}

#[cfg(unix)]
#[test]
fn a_path_that_the_change_makes_a_link_of_is_refused() {
    let files = [
        ("src/a.py", "x = 1\n"),
        ("examples/firedoor.toml", "[gate]\nfail-on = \"never\"\n"),
        ("examples/app/b.py", "x = 2\n"),
    ];
    let Some(tree) = branch(&files, |tree| link(tree, "src", "lib")) else { return };
    tree.write("src/evil.py", b"from flask import request\nimport os\nos.system(request.args['x'])\n");
    commit(&tree);
    let judged = |paths: &[&str]| diff(&tree, &[&["--engines", "sast"], paths].concat());
    assert_eq!(judged(&["src"]).code, 1);
    assert_eq!(judged(&["lib"]).code, 1, "a link that the base has as well");
    git(tree.path(), &["mv", "src", "examples/app/src"]);
    link(&tree, "examples/app/src", "src");
    commit(&tree);
    for path in ["src", "src/evil.py", "lib"] {
        let run = judged(&[path]);
        assert!(run.code == 2 && run.stderr.contains("there is a link"), "{path}: {} {}", run.code, run.stderr);
    }
    assert_eq!(judged(&["examples/app/src"]).code, 0, "by the configuration that is there: {}", judged(&["."]).stdout);
    assert_eq!(judged(&[]).code, 1);
}

#[test]
fn a_change_to_the_pipeline_that_runs_the_gate_is_said() {
    let workflow = "on: pull_request\njobs:\n  gate:\n    steps:\n      - uses: firedoor/firedoor@0\n";
    let files = [
        (".github/workflows/gate.yml", workflow),
        (".github/workflows/other.yml", "on: push\n"),
        (".pre-commit-config.yaml", "repos:\n  - hooks: [{id: firedoor}]\n"),
    ];
    let Some(tree) = branch(&files, |_| ()) else { return };
    tree.write(".github/workflows/gate.yml", format!("{workflow}        with: {{fail-on: never}}\n").as_bytes());
    tree.write(".github/workflows/other.yml", b"on: pull_request\n");
    std::fs::remove_file(tree.path().join(".pre-commit-config.yaml")).expect("removed");
    commit(&tree);
    let said = notices(&diff(&tree, &["--engines", "secrets"]).json());
    assert_eq!(said, ["gate-changed .github/workflows/gate.yml", "gate-changed .pre-commit-config.yaml"]);
}

#[test]
fn python_in_an_encoding_that_hides_it_is_no_pass() {
    let Some(tree) = branch(&[("a.py", "x = 1\n")], |_| ()) else { return };
    tree.write("a.py", b"# coding: utf-7\nx = 1 # +AAo-import os\n");
    commit(&tree);
    let run = diff(&tree, &["--engines", "sast"]);
    assert_eq!((run.code, notices(&run.json())), (3, vec!["sast-encoding a.py".to_owned()]), "{}", run.stdout);
}

#[test]
fn what_was_not_judged_where_it_lay_is_new_where_it_moves() {
    let hidden = [
        (CONFIG.to_owned(), "ex/\n"),
        (CONFIG.replace("[scan]\n", "[scan]\nexclude = [\"ex/**\"]\n"), ""),
        (format!("{CONFIG}[[suppress]]\nrule = \"no-evil\"\npath = \"ex/**\"\nreason = \"examples\"\n"), ""),
    ];
    for (config, ignore) in hidden {
        let files =
            [("firedoor.toml", config.as_str()), ("rules/r.yml", RULE), (".firedoorignore", ignore), ("ex/a.py", EVIL)];
        let Some(tree) = branch(&files, |_| {}) else { return };
        assert!(git(tree.path(), &["mv", "ex/a.py", "a.py"]));
        let staged = firedoor(tree.path(), &["scan", "--staged", "--format", "json"]);
        commit(&tree);
        for run in [staged, diff(&tree, &[])] {
            assert_eq!(run.code, 1, "{config}: {}{}", run.stdout, run.stderr);
            assert_eq!(lines(&run.json()), ["sast no-evil a.py:2"], "{config}");
        }
    }
    // What was judged there goes with its file.
    let files = [("firedoor.toml", CONFIG), ("rules/r.yml", RULE), ("ex/a.py", EVIL)];
    let Some(tree) = branch(&files, |_| {}) else { return };
    assert!(git(tree.path(), &["mv", "ex/a.py", "a.py"]));
    assert_eq!(firedoor(tree.path(), &["scan", "--staged"]).code, 0);
    commit(&tree);
    assert_eq!(diff(&tree, &[]).code, 0);
}

#[test]
fn what_an_ignore_file_accepts_in_a_place_is_new_in_another() {
    let leak = format!("{}\n", leak());
    let files = [("t/a.py", leak.as_str()), (".gitleaksignore", "t/a.py:generic-api-key:1\n")];
    let Some(tree) = branch(&files, |_| {}) else { return };
    assert_eq!(firedoor(tree.path(), &["secrets"]).code, 0);
    tree.write("t/a.py", format!("\n{leak}").as_bytes());
    commit(&tree);
    // In its place it was there before, whatever its line.
    assert_eq!(diff(&tree, &["--engines", "secrets"]).code, 0);
    assert!(git(tree.path(), &["mv", "t/a.py", "b.py"]));
    commit(&tree);
    let run = diff(&tree, &["--engines", "secrets"]);
    assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
    assert_eq!(firedoor(tree.path(), &["secrets"]).code, 1, "and the whole tree fails, too");
}

#[test]
fn what_is_let_through_in_a_place_gives_nothing_to_another() {
    let leak = format!("{}\n", leak());
    let only = |text: &str| format!("[scan]\nengines = [\"secrets\"]\n{text}");
    for (config, ignore) in [
        (only("exclude = [\"a/**\"]\n"), ""),
        (only("[[suppress]]\npath = \"a/**\"\nreason = \"examples\"\n"), ""),
        (only("[[gate.override]]\npath = \"a/**\"\nfail-on = \"never\"\n"), ""),
        (only("[[severity]]\npath = \"a/**\"\nseverity = \"low\"\n"), ""),
        (only(""), "a/k.py:generic-api-key:1\n"),
    ] {
        let files =
            [("firedoor.toml", config.as_str()), ("a/k.py", &leak), ("b.py", "x = 1\n"), (".gitleaksignore", ignore)];
        let Some(tree) = branch(&files, |_| {}) else { return };
        assert_eq!(firedoor(tree.path(), &["scan"]).code, 0, "{config}");
        for gone in [false, true] {
            if gone {
                std::fs::remove_file(tree.path().join("a/k.py")).expect("removed");
            } else {
                tree.write("a/k.py", format!("{leak}# touched\n").as_bytes());
            }
            tree.write("b.py", format!("x = 1\n{leak}").as_bytes());
            git(tree.path(), &["add", "--all", "."]);
            let run = firedoor(tree.path(), &["scan", "--staged"]);
            assert_eq!(run.code, 1, "{config} {gone}: {}", run.stdout);
            assert_eq!(diff(&tree, &[]).code, 1, "{config} {gone}");
        }
    }
}

#[test]
fn a_secret_of_two_places_stays_known_where_only_one_of_them_is_let_through() {
    let leak = format!("{}\n", leak());
    let config = "[scan]\nengines = [\"secrets\"]\n[[gate.override]]\npath = \"a/**\"\nfail-on = \"never\"\n";
    let files = [("firedoor.toml", config), ("a/k.py", leak.as_str()), ("b/k.py", &leak), ("README.md", "x\n")];
    let Some(tree) = branch(&files, |_| {}) else { return };
    for path in ["a/k.py", "b/k.py"] {
        tree.write(path, format!("{leak}# touched\n").as_bytes());
    }
    // A document that only speaks of a marker brings none.
    tree.write("README.md", b"```python\n# firedoor:ignore-file reason=\"generated\"\n```\n");
    commit(&tree);
    let run = diff(&tree, &[]);
    assert_eq!(run.code, 0, "{}", run.stdout);
    // Where a comment of the document is one, that is said.
    tree.write("README.md", b"<!-- firedoor:ignore-file reason=\"generated\" -->\n");
    commit(&tree);
    let run = diff(&tree, &[]);
    assert!(run.code == 1 && run.stdout.contains("new-suppression"), "{}", run.stdout);
    tree.write("README.md", b"x\n");
    // Both under other names, the one still where it is let through.
    std::fs::create_dir_all(tree.path().join("a/c")).expect("can be made");
    assert!(git(tree.path(), &["mv", "a/k.py", "a/c/k.py"]) && git(tree.path(), &["mv", "b", "d"]));
    commit(&tree);
    let run = diff(&tree, &[]);
    assert_eq!(run.code, 0, "{}", run.stdout);
    assert!(git(tree.path(), &["mv", "a/c/k.py", "e.py"]));
    commit(&tree);
    let run = diff(&tree, &[]);
    assert_eq!(run.code, 1, "{}", run.stdout);
}

#[test]
fn a_change_that_takes_a_marker_away_answers_for_what_it_excused() {
    let marked = EVIL.replace("evil(x)", "# firedoor:ignore[no-evil] reason=\"known\"\nevil(x)");
    let code = |base: &str, change: &str| {
        let files = [("firedoor.toml", CONFIG), ("rules/r.yml", RULE), ("a.py", base)];
        let tree = branch(&files, |_| {})?;
        tree.write("a.py", change.as_bytes());
        git(tree.path(), &["add", "--all", "."]);
        let staged = firedoor(tree.path(), &["scan", "--staged", "--format", "json"]);
        commit(&tree);
        let run = diff(&tree, &[]);
        assert_eq!(staged.code, run.code, "{base}{change}: {}{}", staged.stdout, run.stdout);
        Some((run.code, run.json()["findings"][0]["why"].as_str().unwrap_or_default().to_owned()))
    };
    let Some((failed, why)) = code(&marked, EVIL) else { return };
    assert!(failed == 1 && why.contains("takes away the marker"), "{why}");
    let ended = marked.replace("\"known\"", "\"known\" until=2020-01-01");
    let below = |text: &str| format!("{text}y = 1\n");
    for (base, change, expected) in [
        // Moved with its marker, or with another that says the same.
        (marked.clone(), format!("\n\n{marked}"), 0),
        (marked.clone(), EVIL.replace("evil(x)", "# nosemgrep: no-evil\nevil(x)"), 0),
        // One that ended long ago excused nothing.
        (ended, EVIL.to_owned(), 0),
        (EVIL.to_owned(), below(EVIL), 0),
        // Of two like ones: the marker goes, the marked one goes, the unmarked one goes.
        (format!("{marked}evil(x)\n"), "import x\nevil(x)\nevil(x)\n".to_owned(), 1),
        (format!("{marked}evil(x)\n"), EVIL.to_owned(), 0),
        (format!("{marked}evil(x)\n"), marked.clone(), 0),
        (format!("{}{}", EVIL, marked.replace("import x\n", "")), marked.clone(), 0),
    ] {
        assert_eq!(code(&base, &change).map(|(code, _)| code), Some(expected), "{base} -> {change}");
    }
}

#[test]
fn a_change_that_revives_or_prolongs_a_marker_brings_it() {
    let marked = |head: &str, until: &str| {
        EVIL.replace("evil(x)", &format!("# {head}[no-evil] reason=\"known\"{until}\nevil(x)"))
    };
    let whole = |until: &str| format!("# firedoor:ignore-file[no-evil] reason=\"known\"{until}\n{EVIL}");
    let ignore = "firedoor:ignore";
    for (base, change, expected) in [
        (marked(ignore, " until=2020-01-01"), marked(ignore, " until=2098-01-01"), 1),
        (marked(ignore, " until=2097-01-01"), marked(ignore, " until=2098-01-01"), 1),
        (marked(ignore, " until=2097-01-01"), marked(ignore, ""), 1),
        (marked(ignore, " until=2098-01-01"), marked(ignore, " until=2097-01-01"), 0),
        (marked(ignore, ""), marked(ignore, " until=2097-01-01"), 0),
        (whole(" until=2020-01-01"), whole(" until=2098-01-01"), 1),
        (whole(""), format!("{}evil(y)\n", whole("")), 0),
        // Of the whole file: also where it excuses nothing yet, or what a line's marker excused.
        ("import x\n".to_owned(), whole("").replace("evil(x)\n", ""), 1),
        (marked(ignore, ""), whole(""), 1),
    ] {
        let files = [("firedoor.toml", CONFIG), ("rules/r.yml", RULE), ("a.py", base.as_str())];
        let Some(tree) = branch(&files, |_| {}) else { return };
        tree.write("a.py", change.as_bytes());
        commit(&tree);
        let run = diff(&tree, &[]);
        assert_eq!(run.code, expected, "{base} -> {change}: {}", run.stdout);
        assert_eq!(run.stdout.contains("new-suppression"), expected == 1, "{base} -> {change}: {}", run.stdout);
    }
}

#[test]
fn a_merge_that_is_concluded_is_judged_for_what_it_changes_itself() {
    let files = [("firedoor.toml", CONFIG), ("rules/r.yml", RULE), ("c.txt", "a\n")];
    let Some(tree) = branch(&files, |_| {}) else { return };
    tree.write("c.txt", b"feature\n");
    commit(&tree);
    assert!(git(tree.path(), &["checkout", "-q", "main"]));
    tree.write("c.txt", b"main\n");
    tree.write("of-main.py", EVIL.as_bytes());
    commit(&tree);
    assert!(git(tree.path(), &["checkout", "-q", "feature"]));
    crate::git::try_git(tree.path(), &["merge", "-q", "main"]);
    tree.write("c.txt", b"both\n");
    git(tree.path(), &["add", "--all", "."]);
    let run = firedoor(tree.path(), &["scan", "--staged", "--format", "json"]);
    assert_eq!((run.code, lines(&run.json())), (0, Vec::new()), "{}", run.stdout);
    assert!(notices(&run.json()).contains(&"merged-files -".to_owned()), "{:?}", notices(&run.json()));
    // Nor is it a change of the branch.
    let run = diff(&tree, &[]);
    assert_eq!(run.code, 0, "{}", run.stdout);
    // A file that both sides have changed is known where either has it.
    tree.write("of-main.py", format!("# merged\n{EVIL}").as_bytes());
    git(tree.path(), &["add", "--all", "."]);
    assert_eq!(firedoor(tree.path(), &["scan", "--staged"]).code, 0);
    // What the one who merges adds is theirs.
    tree.write("own.py", EVIL.as_bytes());
    tree.write("of-main.py", format!("{EVIL}evil(y)\n").as_bytes());
    git(tree.path(), &["add", "--all", "."]);
    let run = firedoor(tree.path(), &["scan", "--staged", "--format", "json"]);
    assert_eq!(run.code, 1, "{}", run.stdout);
    assert!(lines(&run.json()).contains(&"sast no-evil own.py:2".to_owned()), "{:?}", lines(&run.json()));
}

#[test]
fn equal_findings_of_both_sides_of_a_merge_are_known() {
    let body: String = (0..20).map(|n| format!("y{n} = {n}\n")).collect();
    let file = format!("def f():\n    return evil(x)\n{body}");
    let files = [("firedoor.toml", CONFIG), ("rules/r.yml", RULE), ("c.txt", "a\n"), ("k.py", file.as_str())];
    let Some(tree) = branch(&files, |_| {}) else { return };
    let own = file.replace("y9 = 9", "y9 = 99");
    tree.write("k.py", own.as_bytes());
    tree.write("c.txt", b"feature\n");
    commit(&tree);
    assert!(git(tree.path(), &["checkout", "-q", "main"]));
    tree.write("c.txt", b"main\n");
    tree.write("k.py", format!("{file}def g():\n    return evil(x)\n").as_bytes());
    commit(&tree);
    assert!(git(tree.path(), &["checkout", "-q", "feature"]));
    crate::git::try_git(tree.path(), &["merge", "-q", "main"]);
    tree.write("c.txt", b"both\n");
    git(tree.path(), &["add", "--all", "."]);
    let run = firedoor(tree.path(), &["scan", "--staged"]);
    assert_eq!(run.code, 0, "{}", run.stdout);
    // A third one is of the one who merges.
    tree.write("k.py", format!("{own}def g():\n    return evil(x)\n\n\ndef h():\n    return evil(x)\n").as_bytes());
    git(tree.path(), &["add", "--all", "."]);
    assert_eq!(firedoor(tree.path(), &["scan", "--staged"]).code, 1);
}

#[test]
fn a_marker_of_the_other_side_of_a_merge_may_not_be_taken_away() {
    let body: String = (0..20).map(|n| format!("y{n} = {n}\n")).collect();
    let files = [("firedoor.toml", CONFIG), ("rules/r.yml", RULE), ("c.txt", "a\n"), ("k.py", body.as_str())];
    let Some(tree) = branch(&files, |_| {}) else { return };
    let own = body.replace("y19 = 19", "y19 = 99");
    tree.write("k.py", own.as_bytes());
    tree.write("c.txt", b"feature\n");
    commit(&tree);
    assert!(git(tree.path(), &["checkout", "-q", "main"]));
    tree.write("c.txt", b"main\n");
    let marked = "evil(x)  # firedoor:ignore reason=\"a test\"\n";
    tree.write("k.py", format!("{marked}{body}").as_bytes());
    commit(&tree);
    assert!(git(tree.path(), &["checkout", "-q", "feature"]));
    crate::git::try_git(tree.path(), &["merge", "-q", "main"]);
    for (first, expected) in [(marked, 0), ("evil(x)\n", 1)] {
        tree.write("c.txt", b"both\n");
        tree.write("k.py", format!("{first}{own}").as_bytes());
        git(tree.path(), &["add", "--all", "."]);
        let run = firedoor(tree.path(), &["scan", "--staged"]);
        assert_eq!(run.code, expected, "{}", run.stdout);
    }
}

#[test]
fn a_marker_that_went_and_came_back_is_the_old_one() {
    let marked = format!("{}  # gitleaks:allow\n", leak());
    let Some(tree) = branch(&[("k.py", marked.as_str())], |_| {}) else { return };
    tree.write("k.py", format!("{}\n", leak()).as_bytes());
    commit(&tree);
    assert_eq!(diff(&tree, &[]).code, 1);
    tree.write("k.py", marked.as_bytes());
    commit(&tree);
    let run = diff(&tree, &[]);
    assert_eq!(run.code, 0, "{}", run.stdout);
    // Another secret that came and went in that file is one of the change.
    let other = leak().replace("2Lx9w", "8Qm4z");
    tree.write("k.py", format!("{marked}{other}  # gitleaks:allow\n").as_bytes());
    commit(&tree);
    tree.write("k.py", marked.as_bytes());
    commit(&tree);
    assert_eq!(diff(&tree, &[]).code, 1);
}

#[test]
fn code_that_moves_to_another_file_takes_its_findings_along() {
    let f = "def f():\n    return 1\n";
    let g = "\n\ndef handle_order():\n    order_number = 1\n    return evil(x)\n";
    let (both, other) = (format!("{f}{g}"), "def h():\n    return 2\n");
    let files = [("firedoor.toml", CONFIG), ("rules/r.yml", RULE), ("a.py", both.as_str()), ("b.py", other)];
    for (new, expected) in [
        (format!("{other}{g}"), 0),
        (format!("class B:\n{}", g.replace('\n', "\n    ")), 0),
        // The same line in other company is of the change, and so is a second one.
        (format!("{other}\n\ndef handle_other():\n    z = 2\n    return evil(x)\n"), 1),
        (format!("{other}\n\ndef handle_other():\n    order_number = 1\n    return evil(x)\n"), 1),
        (format!("{other}{g}{g}"), 1),
    ] {
        let Some(tree) = branch(&files, |_| {}) else { return };
        tree.write("a.py", f.as_bytes());
        tree.write("b.py", new.as_bytes());
        commit(&tree);
        let run = diff(&tree, &[]);
        assert_eq!(run.code, expected, "{new}: {}", run.stdout);
    }
}

#[test]
fn another_tools_marker_of_a_whole_file_is_brought_before_it_excuses() {
    let config = "[scan]\nengines = [\"sast\"]\n";
    let files = [("firedoor.toml", config), ("Dockerfile", "FROM a:1\nRUN b\nUSER x\n")];
    for (check, expected) in [("CKV_DOCKER_8", 1), ("CKV_DOCKER_9999", 0)] {
        let Some(tree) = branch(&files, |_| {}) else { return };
        tree.write("Dockerfile", format!("FROM a:1\n# checkov:skip={check}:why\nRUN b\nUSER x\n").as_bytes());
        commit(&tree);
        let run = diff(&tree, &[]);
        assert_eq!(run.code, expected, "{check}: {}", run.stdout);
    }
}

#[test]
fn our_ignore_file_holds_in_a_hook_as_in_a_scan() {
    let files = [("firedoor.toml", CONFIG), ("rules/r.yml", RULE), (".firedoorignore", "ex/\n")];
    let Some(tree) = branch(&files, |_| {}) else { return };
    tree.write("ex/a.py", EVIL.as_bytes());
    git(tree.path(), &["add", "--all", "."]);
    assert_eq!(firedoor(tree.path(), &["scan"]).code, 0);
    let run = firedoor(tree.path(), &["scan", "--staged"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    // A commit is steered by what the work tree says, as by its configuration; the pull request asks the base.
    tree.write(".firedoorignore", b"");
    let run = firedoor(tree.path(), &["scan", "--staged", "--format", "json"]);
    assert_eq!(lines(&run.json()), ["sast no-evil ex/a.py:2"], "{}", run.stderr);
}
