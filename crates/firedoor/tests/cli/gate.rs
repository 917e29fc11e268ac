//! Verdict, exit codes, configuration, suppressions, baseline.

use crate::support::{Tree, firedoor, firedoor_with, lines, notices};

/// A password that no placeholder test takes for one.
const LEAK: &str = "db_url = \"postgres://reports:Vk7-trq2Lx9w@db.internal:5432/app\"\n";

#[test]
fn a_leak_fails_and_the_reason_is_said() {
    let tree = Tree::new(&[("settings.py", LEAK)]);
    let run = firedoor(tree.path(), &["secrets"]);
    assert_eq!(run.code, 1, "{}", run.stdout);
    assert!(run.stdout.contains("FAIL"), "{}", run.stdout);
    assert!(!run.stdout.contains("Vk7-trq2Lx9w"), "{}", run.stdout);
}

#[test]
fn exit_codes_are_the_same_in_every_format() {
    let tree = Tree::new(&[("settings.py", LEAK)]);
    for format in ["text", "json", "jsonl", "sarif", "sarif-github", "github", "markdown", "junit", "csv", "html"] {
        let run = firedoor(tree.path(), &["secrets", "--format", format]);
        assert_eq!(run.code, 1, "{format}: {}", run.stderr);
        assert!(!run.stdout.contains("Vk7-trq2Lx9w"), "{format}");
    }
    assert_eq!(firedoor(tree.path(), &["secrets", "--fail-on", "never"]).code, 0);
}

#[test]
fn in_source_suppression_needs_to_name_the_finding_and_expires() {
    let leak = LEAK.trim_end();
    let mark = |rest: &str| format!("{leak}  # firedoor:ignore{rest}\n");
    for (text, code) in [
        (mark(" reason=\"local database\""), 0),
        (mark("[some-other-rule] reason=\"no\""), 1),
        (mark(" reason=\"local database\" until=2026-11-20"), 1),
        (mark(" reason=\"local database\" until=2026-11-21"), 0),
    ] {
        let tree = Tree::new(&[("settings.py", &text)]);
        let run = firedoor(tree.path(), &["secrets"]);
        assert_eq!(run.code, code, "{text}\n{}", run.stdout);
    }
}

#[test]
fn a_baseline_accepts_what_is_there_and_follows_it_through_edits() {
    let tree = Tree::new(&[("settings.py", LEAK)]);
    let wrote = firedoor(tree.path(), &["baseline", "write"]);
    assert_eq!(wrote.code, 0, "{}{}", wrote.stdout, wrote.stderr);
    let baseline = std::fs::read_to_string(tree.path().join("firedoor.baseline")).expect("written");
    assert!(!baseline.contains("Vk7-trq2Lx9w"));
    let with = ["scan", "--baseline", "firedoor.baseline"];
    assert_eq!(firedoor(tree.path(), &with).code, 0);
    // Lines above, another indentation, other line ends: still the same finding.
    tree.write("settings.py", format!("import os\r\n\r\n\tif x:\r\n\t\t{}\r\n", LEAK.trim_end()).as_bytes());
    assert_eq!(firedoor(tree.path(), &with).code, 0);
    // A new one blocks.
    tree.write("other.py", b"broker = 'amqp://jobs:pX4-vm8Qz2Ks@mq.internal/jobs'\n");
    let run = firedoor(tree.path(), &["scan", "--baseline", "firedoor.baseline", "--format", "json"]);
    assert_eq!(run.code, 1);
    let states: Vec<_> = run.json()["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .map(|f| {
            (f["location"]["path"].as_str().expect("path").to_owned(), f["state"].as_str().expect("state").to_owned())
        })
        .collect();
    assert_eq!(states, [("other.py".to_owned(), "new".to_owned()), ("settings.py".to_owned(), "unchanged".to_owned())]);
}

#[test]
fn configuration_errors_point_at_the_line() {
    let tree = Tree::new(&[("firedoor.toml", "[gate]\nfail-on = \"high\"\nfial-fast = true\n"), ("a", "")]);
    let run = firedoor(tree.path(), &["scan"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("firedoor.toml:3:1") && run.stderr.contains("fial-fast"), "{}", run.stderr);
    let tree = Tree::new(&[("firedoor.toml", "[gate]\nfail-on = \"hihg\"\n"), ("a", "")]);
    let run = firedoor(tree.path(), &["scan"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("firedoor.toml:2:11"), "{}", run.stderr);
}

#[test]
fn standard_input_is_judged_under_its_name() {
    let tree = Tree::new(&[]);
    let run = firedoor_with(tree.path(), &["secrets", "--stdin=settings.py", "--format", "json"], LEAK.as_bytes());
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(lines(&run.json())[0].ends_with("settings.py:1"));
    // In a folder of a repository the name is the one that a scan would give to the file.
    let tree = Tree::new(&[(".git/HEAD", ""), ("app/a.txt", "")]);
    for (name, full) in [("k.py", "app/k.py"), ("../k.py", "k.py")] {
        let arguments = ["secrets", &format!("--stdin={name}"), "--format", "json"];
        let run = firedoor_with(&tree.path().join("app"), &arguments, LEAK.as_bytes());
        assert_eq!(run.code, 1, "{}", run.stderr);
        assert!(lines(&run.json())[0].ends_with(&format!(" {full}:1")), "{:?}", lines(&run.json()));
    }
}

#[test]
fn usage_errors_are_exit_code_two() {
    let tree = Tree::new(&[("a", "")]);
    for arguments in [
        &["scan", "--format", "nonsense"][..],
        &["scan", "--report", "sarif"],
        &["scan", "nowhere"],
        &["scan", "--fail-on", "sometimes"],
        &["scan", "--rules", "nowhere.yaml"],
        &["scan", "--db", "nowhere"],
        &["frobnicate"],
    ] {
        let run = firedoor(tree.path(), arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.stderr);
        assert!(!run.stderr.is_empty());
    }
}

#[test]
fn an_empty_repository_passes() {
    let tree = Tree::new(&[]);
    let run = firedoor(tree.path(), &["scan", "--format", "json"]);
    assert_eq!((run.code, notices(&run.json())), (0, Vec::new()), "{}", run.stdout);
}

#[test]
fn a_file_that_is_named_and_that_no_engine_reads_is_no_pass() {
    let tree =
        Tree::new(&[("notes.bin", "flask==0.5\n"), ("requirements.txt", "six==1.16.0\n"), ("d/notes.bin", "x\n")]);
    tree.write("firedoor.toml", b"[scan]\nengines = [\"sca\"]\n");
    let run = firedoor(tree.path(), &["scan", "notes.bin"]);
    assert_eq!(run.code, 3, "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("notes.bin") && run.stdout.contains("nothing that sca reads"), "{}", run.stdout);
    // Beside one that is read it is a warning, and in a folder nothing.
    let run = firedoor(tree.path(), &["scan", "notes.bin", "requirements.txt"]);
    assert!(run.code == 0 && run.stdout.contains("nothing that sca reads"), "{}", run.stdout);
    let run = firedoor(tree.path(), &["scan", "d"]);
    assert!(run.code == 0 && !run.stdout.contains("nothing that"), "{}", run.stdout);
    // The engine's own command knows at once that it was given the wrong thing.
    assert_eq!(firedoor(tree.path(), &["sca", "notes.bin"]).code, 2);
}

#[test]
fn where_everything_is_left_out_nothing_passes() {
    let config = "[scan]\nexclude = [\"**\"]\n";
    let tree = Tree::new(&[("firedoor.toml", config), ("a.py", "x = 1\n"), ("d/b.py", "x = 1\n")]);
    for args in [&["scan"][..], &["scan", "d"], &["scan", "--config", "none.toml", "--exclude", "**"]] {
        tree.write("none.toml", b"");
        let run = firedoor(tree.path(), args);
        assert_eq!(run.code, 3, "{args:?}: {}{}", run.stdout, run.stderr);
        assert!(run.stdout.contains("nothing-judged") && run.stdout.contains("left out"), "{}", run.stdout);
    }
    // A file that is named and left out is said, and fails no hook that names files.
    let run = firedoor(tree.path(), &["scan", "a.py"]);
    assert!(run.code == 0 && run.stdout.contains("left out"), "{}", run.stdout);
    tree.write("none.toml", b"[secrets]\nexclude = [\"**\"]\n");
    let run = firedoor(tree.path(), &["scan", "--config", "none.toml"]);
    assert!(run.code == 0 && run.stdout.contains("files that secrets would read"), "{}", run.stdout);
    assert_eq!(firedoor(tree.path(), &["scan", "--allow-incomplete"]).code, 0);
}

#[test]
fn engines_without_rules_are_no_pass() {
    let none = "[secrets]\nbuiltin = false\n[sast]\nbuiltin = false\n";
    let tree = Tree::new(&[("firedoor.toml", none), ("a.py", "eval(input())\n")]);
    for (engines, expected) in [("secrets", 3), ("sast", 3), ("secrets,sast", 3), ("secrets,sca", 0)] {
        let run = firedoor(tree.path(), &["scan", "--engines", engines]);
        assert_eq!(run.code, expected, "{engines}: {}{}", run.stdout, run.stderr);
        assert!(run.stdout.contains("no-rules"), "{engines}: {}", run.stdout);
    }
}

#[test]
fn a_name_that_no_rule_has_is_said_where_it_sets_something() {
    let config = "[[severity]]\nrule = \"python-no-such*\"\nseverity = \"low\"\n\
                  [[gate.override]]\nrule = [\"generic-api-kye\", \"CVE-2024-99999\", \"python-command*\", \"new-suppression\", \"yanked-crate\", \"android-*\"]\nfail-on = \"never\"\n";
    let tree = Tree::new(&[("firedoor.toml", config), ("a.py", "x = 1\n")]);
    let run = firedoor(tree.path(), &["scan", "--format", "json"]);
    let report = run.json();
    let said: Vec<&str> =
        report["notices"].as_array().into_iter().flatten().filter_map(|n| n["message"].as_str()).collect();
    let unknown: Vec<&&str> = said.iter().filter(|text| text.contains("no rule has")).collect();
    assert_eq!((run.code, unknown.len()), (0, 2), "{said:?}");
    assert!(
        said.iter().any(|t| t.contains("`python-no-such*`")) && said.iter().any(|t| t.contains("`generic-api-kye`"))
    );
    // A run of one engine does not know the others' rules.
    assert!(!firedoor(tree.path(), &["secrets", "--format", "json"]).stdout.contains("no rule has"));
}

#[test]
fn ignore_files_above_what_is_scanned_speak_of_it() {
    let key = format!("k = \"{}\"\n", ["AKIA", "QYLPMN5HFIQR7XYA"].concat());
    let ignore = "d/e/a.py:aws-access-token:1\nother.py:aws-access-token:1\n";
    let tree = Tree::new(&[("d/e/a.py", &key), ("d/b.py", "x = 1\n"), (".gitleaksignore", ignore)]);
    if !crate::git::git(tree.path(), &["init", "-q"]) {
        return;
    }
    for args in [&["secrets"][..], &["secrets", "d"], &["secrets", "d/e/a.py"], &["secrets", "d/b.py", "d/e"]] {
        let run = firedoor(tree.path(), args);
        assert_eq!(run.code, 0, "{args:?}: {}{}", run.stdout, run.stderr);
    }
    let run = firedoor(&tree.path().join("d/e"), &["scan", "--format", "json"]);
    assert_eq!(
        (run.code, notices(&run.json())),
        (0, Vec::new()),
        "what is above speaks of the rest, too: {}",
        run.stdout
    );
}

#[test]
fn the_gates_own_rule_is_explained() {
    let run = firedoor(std::path::Path::new("."), &["explain", "new-suppression"]);
    assert!(run.code == 0 && run.stdout.contains("allow-new-suppressions"), "{}{}", run.stdout, run.stderr);
    let run = firedoor(std::path::Path::new("."), &["explain", "yanked-crate"]);
    assert!(run.code == 0 && run.stdout.contains("cargo yank"), "{}{}", run.stdout, run.stderr);
}

#[test]
fn what_accepts_one_place_of_a_secret_accepts_no_other() {
    let key = format!("k = \"{}\"\n", ["AKIA", "QYLPMN5HFIQR7XYA"].concat());
    let marked = key.replace('\n', " # firedoor:ignore\n");
    let code = |files: &[(&str, &str)]| {
        let run = firedoor(Tree::new(files).path(), &["secrets"]);
        (run.code, run.stdout)
    };
    for files in [
        vec![("a.py", marked.as_str()), ("b.py", key.as_str())],
        vec![("a.py", key.as_str()), ("b.py", marked.as_str())],
        vec![("t/a.py", &key), ("u.py", &key), ("firedoor.toml", "[[suppress]]\npath = \"t/**\"\nreason = \"x\"\n")],
        vec![("a.py", &key), ("b.py", &key), (".gitleaksignore", "a.py:aws-access-token:1\n")],
        vec![
            ("a.py", &key),
            ("b.py", &key),
            ("firedoor.toml", "[[gate.override]]\npath = \"a.py\"\nfail-on = \"never\"\n"),
        ],
    ] {
        let (code, said) = code(&files);
        assert_eq!(code, 1, "{files:?}: {said}");
    }
    for files in [
        vec![("a.py", marked.as_str()), ("b.py", marked.as_str())],
        vec![("a.py", &marked), ("b.py", &key), (".gitleaksignore", "b.py:aws-access-token:1\n")],
    ] {
        let (code, said) = code(&files);
        assert_eq!(code, 0, "{files:?}: {said}");
    }
}
