//! Hostile input is normal input: a clear message, the right exit code, no panic, no hang.

use crate::support::{FORMATS, Tree, firedoor, lines, notices};

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

#[test]
fn a_file_that_an_engine_leaves_out_for_its_size_makes_the_run_incomplete() {
    let tree = Tree::new(&[("firedoor.toml", "[sast]\nmax-file-size = \"1KB\"\n")]);
    tree.write("big.py", format!("# {}\nprint(1)\n", "x".repeat(2000)).as_bytes());
    let run = firedoor(tree.path(), &["scan", "--format", "json"]);
    assert_eq!((run.code, notices(&run.json())), (3, vec!["sast-file-too-large big.py".to_owned()]));
    tree.write("firedoor.toml", b"[secrets]\nmax-file-size = \"1KB\"\n[scan]\nmax-file-size = \"1KB\"\n");
    let run = firedoor(tree.path(), &["secrets", "--format", "json"]);
    assert_eq!(run.code, 3, "{}", run.stdout);
}

#[test]
fn a_search_that_is_cut_is_told() {
    let rule = |pattern: &str| {
        format!(
            "rules:\n- id: pairs\n  languages: [python]\n  severity: ERROR\n  message: m\n  patterns:\n  - pattern: {pattern}\n"
        )
    };
    let many: Vec<String> = (0..400).map(|n| format!("a{n}")).collect();
    let tree = Tree::new(&[("many.py", &format!("f({})\n", many.join(", ")))]);
    tree.write("rule.yml", rule("f(..., $A, ..., $B, ..., $C, ..., $A, $B)").as_bytes());
    let scan = ["sast", "--rules", "rule.yml", "--format", "json"];
    let run = firedoor(tree.path(), &scan);
    assert_eq!((run.code, notices(&run.json())), (0, vec!["sast-search-cut many.py".to_owned()]));
    // Few ways: all of them are tried.
    tree.write("rule.yml", rule("f(..., $A, $B, ...)").as_bytes());
    let run = firedoor(tree.path(), &scan);
    assert_eq!((run.code, notices(&run.json())), (1, Vec::new()));
}

#[test]
fn a_stray_nul_hides_nothing_and_utf16_has_the_columns_of_its_text() {
    let secret = format!("key = \"{}\"\n", ["AKIA", "Z7Q2MXN4PL3RTVKW"].concat());
    let tree = Tree::new(&[]);
    tree.write("plain.env", format!("# \u{e4}\n{secret}").as_bytes());
    tree.write("nul.env", format!("# \0\n{secret}").as_bytes());
    let units: Vec<u16> = format!("# \u{e4}\n{secret}").encode_utf16().collect();
    let le: Vec<u8> = [0xff, 0xfe].into_iter().chain(units.iter().flat_map(|u| u.to_le_bytes())).collect();
    let be: Vec<u8> = [0xfe, 0xff].into_iter().chain(units.iter().flat_map(|u| u.to_be_bytes())).collect();
    tree.write("le.env", &le);
    tree.write("be.env", &be);
    let run = firedoor(tree.path(), &["secrets", "--format", "json"]);
    let report = run.json();
    let places: std::collections::BTreeSet<(&str, u64, u64, u64)> = report["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .flat_map(|f| [&f["location"]].into_iter().chain(f["related"].as_array().into_iter().flatten()))
        .filter_map(|l| {
            Some((
                l["path"].as_str()?,
                l["start_line"].as_u64()?,
                l["start_column"].as_u64()?,
                l["end_column"].as_u64()?,
            ))
        })
        .collect();
    let columns: std::collections::BTreeSet<_> = places.iter().map(|p| (p.1, p.2, p.3)).collect();
    let paths: std::collections::BTreeSet<_> = places.iter().map(|p| p.0).collect();
    assert_eq!(paths.into_iter().collect::<Vec<_>>(), ["be.env", "le.env", "nul.env", "plain.env"], "{}", run.stdout);
    assert_eq!(columns.len(), 1, "{places:?}");
}

#[test]
fn numbers_of_threads_have_a_bound() {
    let tree = Tree::new(&[("a.py", "x = 1\n")]);
    let run = firedoor(tree.path(), &["scan", "--jobs", "99999"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    tree.write("firedoor.toml", b"[scan]\njobs = 99999\n");
    let run = firedoor(tree.path(), &["scan"]);
    assert!(run.code == 2 && run.stderr.contains("firedoor.toml:2:8"), "{} {}", run.code, run.stderr);
}

#[cfg(target_os = "linux")]
#[test]
fn pipes_and_devices_in_the_place_of_files_are_errors() {
    let tree = Tree::new(&[("p/a.py", "x = 1\n")]);
    let pipe = |path: &str| {
        let made = std::process::Command::new("mkfifo").arg(tree.path().join(path)).status().expect("mkfifo runs");
        assert!(made.success());
    };
    pipe("f.py");
    let run = firedoor(tree.path(), &["scan", "f.py"]);
    assert!(run.code == 2 && run.stderr.contains("neither a file nor a folder"), "{} {}", run.code, run.stderr);
    let run = firedoor(tree.path(), &["scan", "p", "--config", "/dev/zero"]);
    assert!(run.code == 2 && run.stderr.contains("no plain file"), "{} {}", run.code, run.stderr);
    let run = firedoor(tree.path(), &["sast", "p", "--rules", "/dev/zero"]);
    assert!(run.code == 2 && run.stderr.contains("no plain file"), "{} {}", run.code, run.stderr);
    pipe("p/firedoor.toml");
    let run = firedoor(tree.path(), &["scan", "p"]);
    assert!(run.code == 2 && run.stderr.contains("no plain file"), "{} {}", run.code, run.stderr);
}

#[test]
fn rules_of_which_nothing_is_left_are_an_error() {
    let tree = Tree::new(&[("a.py", "eval(input())\n")]);
    let rule = |pattern: &str| {
        format!("rules:\n  - {{id: x, languages: [python], severity: ERROR, message: m, pattern: '{pattern}'}}\n")
    };
    for text in [String::new(), "rules: []\n".to_owned(), rule("eval((..."), "[]\n".to_owned()] {
        tree.write("r.yaml", text.as_bytes());
        let run = firedoor(tree.path(), &["scan", "--rules", "r.yaml"]);
        assert!(run.code == 2 && run.stderr.contains("r.yaml"), "{text:?}: {} {}", run.code, run.stderr);
    }
    tree.write("r.yaml", rule("eval(...)").as_bytes());
    assert_eq!(firedoor(tree.path(), &["scan", "--rules", "r.yaml"]).code, 1);
}

/// A closed or full standard error takes the words, not the exit code.
#[cfg(target_os = "linux")]
#[test]
fn standard_error_that_is_full_does_not_change_the_exit_code() {
    let tree = Tree::new(&[("a.py", "x = 1\n"), ("r.yaml", "rules: [")]);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("linux has it");
    let status = std::process::Command::new(env!("CARGO_BIN_EXE_firedoor"))
        .args(["scan", "--rules", "r.yaml"])
        .current_dir(tree.path())
        .stderr(full)
        .status()
        .expect("it runs");
    assert_eq!(status.code(), Some(2));
}

#[test]
fn an_excuse_that_cannot_be_read_excuses_nothing() {
    let tree = Tree::new(&[(
        "a.py",
        "import os\nfrom flask import request\n\n\ndef f():\n    os.system(\"ls \" + request.args[\"x\"])  # firedoor:ignore reason=\"x\" until 2020-06-30\n",
    )]);
    let run = firedoor(tree.path(), &["sast", "--format", "json"]);
    assert_eq!(run.code, 1, "{}", run.stdout);
    assert_eq!(notices(&run.json()), ["malformed-suppression a.py:6"]);
    tree.write("firedoor.toml", b"[[suppress]]\nrule = \"*\"\nreason = \" \"\n");
    let run = firedoor(tree.path(), &["sast"]);
    assert!(run.code == 2 && run.stderr.contains("firedoor.toml:3:10"), "{} {}", run.code, run.stderr);
    tree.write("firedoor.toml", b"");
    tree.write(
        "base",
        b"{\"firedoor-baseline\":1}\n{\"path\":\"a\",\"engine\":\"sast\",\"rule\":\"x\",\"id\":\"zz\",\"moved\":\"zz\"}\n",
    );
    let run = firedoor(tree.path(), &["sast", "--baseline", "base"]);
    assert!(run.code == 2 && run.stderr.contains("base:2"), "{} {}", run.code, run.stderr);
}

#[test]
fn our_own_reports_in_the_tree_are_no_findings() {
    let leak = format!("u = \"postgres://new:{}@db.internal:5432/app\"\n", ["Vk7-trq", "2Lx9w"].concat());
    let tree = Tree::new(&[("src/a.py", &format!("{leak}import os\nos.system(input())\n"))]);
    let mut arguments = vec!["scan".to_owned(), "src".to_owned(), "--quiet".to_owned()];
    for format in FORMATS.iter().copied() {
        arguments.push("--report".to_owned());
        arguments.push(format!("{format}=report.{format}{}", if format == "text" { ".txt" } else { "" }));
    }
    let run = firedoor(tree.path(), &arguments.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(run.code, 1, "{}", run.stderr);
    std::fs::rename(tree.path().join("report.html"), tree.path().join("report.page.html")).expect("renamed");
    let again = firedoor(tree.path(), &["secrets", "--format", "json"]).json();
    let all: Vec<String> = lines(&again);
    assert!(!all.is_empty() && all.iter().all(|l| l.contains(" src/a.py:")), "{all:#?}");
}
