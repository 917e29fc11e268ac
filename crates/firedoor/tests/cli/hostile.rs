//! Hostile input is normal input: a clear message, the right exit code, no panic, no hang.

use crate::support::{Tree, firedoor, lines, notices};

#[test]
fn invalid_utf8_deep_nesting_and_control_characters() {
    let tree = Tree::new(&[]);
    tree.write("latin.py", b"name = '\xe9\xff\xfe'\npassword = '\xc3('\n");
    tree.write("deep.js", format!("x = {}1{};\n", "(".repeat(10_000), ")".repeat(10_000)).as_bytes());
    tree.write("deep.py", format!("x = {}{}\n", "[".repeat(10_000), "]".repeat(10_000)).as_bytes());
    tree.write("deep.json", format!("{}{}", "[".repeat(10_000), "]".repeat(10_000)).as_bytes());
    tree.write("Deep.java", format!("class A {{ int x = {}1{}; }}", "(".repeat(10_000), ")".repeat(10_000)).as_bytes());
    tree.write("deep.go", format!("package a\nvar x = {}1{}\n", "(".repeat(10_000), ")".repeat(10_000)).as_bytes());
    tree.write("deep.ts", format!("let x = {}1{};", "{a:".repeat(10_000), "}".repeat(10_000)).as_bytes());
    tree.write("bell.txt", b"\x1b]0;title\x07 \x1b[31m text\n");
    let run = firedoor(tree.path(), &["scan", "--format", "json"]);
    assert!(run.code == 0 || run.code == 3, "{} {}", run.code, run.stderr);
    assert!(notices(&run.json()).iter().all(|n| !n.contains("panic")), "{}", run.stdout);
}

#[test]
fn a_file_of_one_line() {
    // Large enough to show quadratic work, small enough for a debug build.
    let tree = Tree::new(&[]);
    let mut text = String::from("var a=[");
    for i in 0..600_000 {
        text.push_str(&format!("{i},"));
    }
    text.push_str("];var password='Vk7-trq2Lx9w';");
    tree.write("one.js", text.as_bytes());
    let run = firedoor(tree.path(), &["scan", "--format", "json"]);
    assert!(run.code <= 1 || run.code == 3, "{}", run.stderr);
    assert!(!run.stdout.contains("Vk7-trq2Lx9w"));
}

#[cfg(unix)]
#[test]
fn symlink_loops_pipes_and_unreadable_files() {
    let tree = Tree::new(&[("a/b", "x")]);
    std::os::unix::fs::symlink(tree.path(), tree.path().join("a/loop")).expect("can be made");
    let run = firedoor(tree.path(), &["scan", "--format", "json"]);
    assert_eq!((run.code, notices(&run.json())), (0, vec!["symlinks-not-followed -".to_owned()]));
    // Reading it fails for everybody, also for root.
    let memory = std::path::Path::new("/proc/self/mem");
    if memory.exists() {
        let run = firedoor(tree.path(), &["secrets", "--format", "json", "/proc/self/mem"]);
        assert_eq!(run.code, 3, "{}{}", run.stdout, run.stderr);
        assert!(run.stdout.contains("unreadable-file"), "{}", run.stdout);
    }
}

#[test]
fn a_rule_file_with_a_typo_names_file_and_line() {
    let tree = Tree::new(&[("a.py", "print(1)\n")]);
    tree.write("typo.toml", b"[[rules]]\nid = \"x\"\nregex = '''(abc'''\n");
    let run = firedoor(tree.path(), &["secrets", "--rules", "typo.toml"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains("typo.toml:3"), "{}", run.stderr);
    tree.write(
        "typo.yaml",
        b"rules:\n  - id: a\n    mesage: x\n    languages: [python]\n    severity: ERROR\n    pattern: f()\n",
    );
    let run = firedoor(tree.path(), &["sast", "--rules", "typo.yaml"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains("typo.yaml:"), "{}", run.stderr);
    // One good rule beside the bad one: it runs, and the scan is incomplete.
    tree.write(
        "half.yaml",
        b"rules:\n  - id: good\n    message: A print.\n    languages: [python]\n    severity: INFO\n    pattern: print(...)\n  - id: bad\n    message: x\n    languages: [python]\n    severity: ERROR\n    pattern: print((\n",
    );
    let run = firedoor(tree.path(), &["sast", "--rules", "half.yaml", "--format", "json"]);
    assert_eq!(run.code, 3, "{}{}", run.stdout, run.stderr);
    assert_eq!(lines(&run.json()), ["sast good a.py:1"]);
    assert!(run.stderr.contains("half.yaml:11"), "{}", run.stderr);
}

#[test]
fn a_truncated_lock_file_is_incomplete_and_says_where() {
    let tree = Tree::new(&[]);
    tree.write("package-lock.json", b"{\n  \"lockfileVersion\": 3,\n  \"packages\": {\n    \"node_modules/lodash\": {\n      \"version\": \"4.17.11\",\n");
    let run = firedoor(tree.path(), &["sca", "--format", "json"]);
    assert!(run.code == 1 || run.code == 3, "{}", run.stderr);
    assert!(notices(&run.json()).iter().any(|n| n.contains("package-lock.json:")), "{}", run.stdout);
    tree.write("package-lock.json", b"{ \"lockfileVersion\": 3, \"packages\": {");
    assert_eq!(firedoor(tree.path(), &["sca"]).code, 3);
}

#[test]
fn a_corrupt_database_is_an_error_never_an_empty_one() {
    let tree = Tree::new(&[("requirements.txt", "flask==0.12.2\n")]);
    tree.write("db/manifest.json", b"{ not json");
    let run = firedoor(tree.path(), &["sca", "--db", "db"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains("db"), "{}", run.stderr);
    tree.write("zips/PyPI/all.zip", b"PK\x03\x04 broken");
    assert_eq!(firedoor(tree.path(), &["sca", "--db", "zips"]).code, 2);
}

#[test]
fn names_with_spaces_quotes_and_newlines() {
    let leak = "u = 'amqp://jobs:pX4-vm8Qz2Ks@mq.internal/jobs'\n";
    let tree = Tree::new(&[("a b/c'd\".py", leak), ("50%/é.py", leak), ("new\nline.py", leak)]);
    for format in ["text", "json", "sarif", "github", "junit", "csv", "html"] {
        let run = firedoor(tree.path(), &["secrets", "--format", format]);
        assert_eq!(run.code, 1, "{format}: {}", run.stderr);
    }
}
