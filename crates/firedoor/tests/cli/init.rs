//! `firedoor init`: looks first, writes what holds, and leaves alone what is there.

use firedoor_testkit::git::{self, GitRepo};

use crate::support::{Tree, firedoor};

#[test]
fn what_init_writes_is_taken_by_firedoor_itself() {
    let tree = Tree::new(&[("src/a.py", "x = 1\n")]);
    let dry = firedoor(tree.path(), &["init", ".", "--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.stderr);
    assert!(dry.stdout.contains("# firedoor.toml") && dry.stdout.contains("fail-on = \"high\""), "{}", dry.stdout);
    assert!(!tree.path().join("firedoor.toml").exists(), "a dry run writes nothing");

    let run = firedoor(tree.path(), &["init", "."]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let scan = firedoor(tree.path(), &["scan", "--engines", "secrets", "."]);
    assert_eq!(scan.code, 0, "{}{}", scan.stdout, scan.stderr);
    let origin = firedoor(tree.path(), &["config", "show", "--origin"]);
    assert!(origin.stdout.contains("gate.fail-on = \"high\"  # firedoor.toml:4"), "{}", origin.stdout);
}

#[test]
fn the_workflow_uses_the_action_with_few_rights() {
    let tree = Tree::new(&[("a.py", "x = 1\n")]);
    assert_eq!(firedoor(tree.path(), &["init", "."]).code, 0);
    let text = std::fs::read_to_string(tree.path().join(".github/workflows/firedoor.yml")).expect("written");
    assert!(text.contains("uses: firedoor/firedoor@v0.1.0 # "), "{text}");
    assert!(text.contains("\npermissions: {}\n") && text.contains("persist-credentials: false"), "{text}");
    assert!(!text.contains("pull_request_target") && !text.contains("cargo install"), "{text}");
    for line in text.lines().filter(|l| l.trim_start().starts_with("run:")) {
        assert!(!line.contains("${{"), "{line}");
    }
}

#[test]
fn the_workflow_can_be_pinned_by_hash_and_the_hook_comes_with_it() {
    let hash = "0123456789abcdef0123456789abcdef01234567";
    let tree = Tree::new(&[("a.py", "x = 1\n")]);
    let wrong = firedoor(tree.path(), &["init", ".", "--pin", "v0.1.0"]);
    assert!(wrong.code == 2 && wrong.stderr.contains("40 hexadecimal digits"), "{}", wrong.stderr);
    assert_eq!(firedoor(tree.path(), &["init", ".", "--pin", hash]).code, 0);
    let text = std::fs::read_to_string(tree.path().join(".github/workflows/firedoor.yml")).expect("written");
    assert!(text.contains(&format!("uses: firedoor/firedoor@{hash} # v0.1.0\n")), "{text}");
    if !git::available() {
        return eprintln!("NOT RUN further: git is not installed");
    }
    let repo = GitRepo::new();
    repo.write("a.py", "x = 1\n");
    let dry = firedoor(repo.path(), &["init", "--dry-run"]);
    assert!(dry.code == 0 && dry.stderr.contains("hook would be installed"), "{}", dry.stderr);
    assert_eq!(firedoor(repo.path(), &["init", "--no-hook"]).code, 0);
    let hook = repo.path().join(".git/hooks/pre-commit");
    assert!(!hook.exists());
    repo.write(".pre-commit-config.yaml", "repos: []\n");
    let framework = firedoor(repo.path(), &["init"]);
    assert!(framework.stderr.contains(".pre-commit-config.yaml") && !hook.exists(), "{}", framework.stderr);
    std::fs::remove_file(repo.path().join(".pre-commit-config.yaml")).expect("there");
    // From anywhere: the repository is the one that is named.
    let run = firedoor(tree.path(), &["init", &repo.path().display().to_string()]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(hook.exists(), "{}", run.stderr);
    // What it wrote passes its own gate.
    repo.git(&["add", "."]);
    let scan = firedoor(repo.path(), &["scan"]);
    assert_eq!(scan.code, 0, "{}", scan.stdout);
}

#[test]
fn what_is_there_is_left_alone_unless_forced() {
    let tree = Tree::new(&[("firedoor.toml", "[gate]\nfail-on = \"low\"\n")]);
    let run = firedoor(tree.path(), &["init", "."]);
    assert_eq!(run.code, 0);
    assert!(run.stderr.contains("left alone"), "{}", run.stderr);
    let read = || std::fs::read_to_string(tree.path().join("firedoor.toml")).expect("readable");
    assert_eq!(read(), "[gate]\nfail-on = \"low\"\n");
    assert_eq!(firedoor(tree.path(), &["init", ".", "--force"]).code, 0);
    assert!(read().contains("fail-on = \"high\""));
}

#[test]
fn configurations_of_other_tools_are_named_and_not_copied() {
    let rule = "rules:\n  - id: ours\n    languages: [python]\n    severity: ERROR\n    message: No.\n    pattern: danger(...)\n";
    let tree = Tree::new(&[
        (".gitleaks.toml", "[[rules]]\nid = \"house-token\"\nregex = '''house-[0-9a-f]{12}'''\n"),
        (".semgrep.yml", rule),
        (".gitleaksignore", ""),
        (".semgrepignore", "generated/\n"),
        ("vendor/x.py", "x = 1\n"),
        ("a.py", "danger(1)\n"),
    ]);
    let run = firedoor(tree.path(), &["init", "."]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    for name in [".gitleaks.toml", ".semgrep.yml", ".gitleaksignore", ".semgrepignore", "vendor"] {
        assert!(run.stderr.contains(name), "{name}: {}", run.stderr);
    }
    let text = std::fs::read_to_string(tree.path().join("firedoor.toml")).expect("written");
    assert!(text.contains("rules = [\".gitleaks.toml\"]") && text.contains("rules = [\".semgrep.yml\"]"), "{text}");
    assert!(text.contains("exclude = [\"vendor/**\"]"), "{text}");
    assert_eq!(text.matches("[sast]").count(), 1, "{text}");
    let scan = firedoor(tree.path(), &["scan", "--engines", "sast", "--format", "json", "."]);
    assert_eq!(scan.code, 1, "{}{}", scan.stdout, scan.stderr);
    assert!(scan.stdout.contains("\"ours\""), "the rules of the house run: {}", scan.stdout);
}

#[test]
fn what_would_not_load_is_not_written_down() {
    for (path, text) in [
        (".semgrep/notes.md", "x\n"),
        (".semgrep.yml", "x: 1\n"),
        (".gitleaks.toml", ""),
        (".semgrep.yml", "rules: []\n"),
    ] {
        let tree = Tree::new(&[("src/a.py", "x = 1\n"), (path, text)]);
        let run = firedoor(tree.path(), &["init", "."]);
        assert_eq!(run.code, 0, "{path}: {}", run.stderr);
        let scan = firedoor(tree.path(), &["scan", "--engines", "secrets,sast", "."]);
        assert_eq!(scan.code, 0, "{path}: {}{}", scan.stdout, scan.stderr);
    }
    let tree = Tree::new(&[(".semgrep/notes.md", "x\n")]);
    let run = firedoor(tree.path(), &["init", "."]);
    assert!(run.stderr.contains("found .semgrep: no rule in it can be used"), "{}", run.stderr);
}
