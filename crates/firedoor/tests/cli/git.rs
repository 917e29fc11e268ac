//! Staged changes, branches and histories, on repositories made by `git`; without it these tests say so and pass.

use std::path::Path;
use std::process::Command;

use crate::support::{Tree, firedoor, lines, notices};

/// Runs git as nobody in particular; false where there is no git.
pub(crate) fn git(dir: &Path, arguments: &[&str]) -> bool {
    let run = Command::new("git")
        .current_dir(dir)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .output();
    match run {
        Ok(output) => {
            assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
            true
        }
        Err(_) => {
            eprintln!("git is not installed; this test shows nothing");
            false
        }
    }
}

/// The same of a command that may fail, such as a merge with conflicts.
pub(crate) fn try_git(dir: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
    let _ = Command::new("git").current_dir(dir).args(identity).args(arguments).output();
}

fn leak(user: &str, password: &str) -> String {
    format!("u = \"postgres://{user}:{password}@db.internal:5432/app\"\n")
}

/// A repository whose main branch has one old leak, with a branch checked out.
fn repository() -> Option<Tree> {
    let tree = Tree::new(&[("old.py", &leak("old", "Hq3-zWe8Lm2x"))]);
    if !git(tree.path(), &["init", "-q", "-b", "main"]) {
        return None;
    }
    git(tree.path(), &["add", "."]);
    git(tree.path(), &["commit", "-qm", "one"]);
    git(tree.path(), &["checkout", "-qb", "feature"]);
    Some(tree)
}

#[test]
fn a_branch_answers_for_what_it_brings_and_no_more() {
    let Some(tree) = repository() else { return };
    // A moved file with an old leak, and a leak that was added and removed again.
    git(tree.path(), &["mv", "old.py", "moved.py"]);
    git(tree.path(), &["commit", "-qm", "move"]);
    let unchanged = firedoor(tree.path(), &["secrets", "--diff", "main", "--format", "json"]);
    assert_eq!(unchanged.code, 0, "{}", unchanged.stdout);
    tree.write("gone.py", leak("gone", "Vk7-trq2Lx9w").as_bytes());
    git(tree.path(), &["add", "."]);
    git(tree.path(), &["commit", "-qm", "add"]);
    git(tree.path(), &["rm", "-q", "gone.py"]);
    git(tree.path(), &["commit", "-qm", "remove"]);
    let run = firedoor(tree.path(), &["secrets", "--diff", "main", "--format", "json"]);
    assert_eq!(run.code, 1, "{}", run.stdout);
    let report = run.json();
    assert_eq!(lines(&report), ["secrets url-credentials gone.py:1", "secrets url-credentials moved.py:1"]);
    let states: Vec<_> = report["findings"].as_array().expect("a list").iter().map(|f| f["state"].clone()).collect();
    assert_eq!(states, ["new", "unchanged"]);
}

#[test]
fn a_change_cannot_excuse_itself() {
    let Some(tree) = repository() else { return };
    let marked = format!("{}  # firedoor:ignore reason=\"trust me\"\n", leak("new", "Vk7-trq2Lx9w").trim_end());
    tree.write("new.py", marked.as_bytes());
    tree.write("firedoor.toml", b"[gate]\nfail-on = \"critical\"\n");
    tree.write(".firedoorignore", b"hidden.py\n");
    tree.write("hidden.py", leak("hidden", "Xp5-wnr4Kd7s").as_bytes());
    git(tree.path(), &["add", "."]);
    git(tree.path(), &["commit", "-qm", "sly"]);
    let run = firedoor(tree.path(), &["secrets", "--diff", "main", "--format", "json"]);
    assert_eq!(run.code, 1, "{}", run.stdout);
    let found = lines(&run.json());
    assert!(found.contains(&"gate new-suppression new.py:1".to_owned()), "{found:?}");
    assert!(found.contains(&"secrets url-credentials hidden.py:1".to_owned()), "{found:?}");
    let said = notices(&run.json());
    assert!(said.contains(&"gate-changed firedoor.toml".to_owned()), "{said:?}");
    assert!(said.contains(&"gate-changed .firedoorignore".to_owned()), "{said:?}");
}

#[test]
fn the_index_is_judged_not_the_work_tree() {
    let Some(tree) = repository() else { return };
    tree.write("staged.py", leak("staged", "Vk7-trq2Lx9w").as_bytes());
    git(tree.path(), &["add", "."]);
    tree.write("staged.py", b"x = 1\n");
    tree.write("unstaged.py", leak("unstaged", "Xp5-wnr4Kd7s").as_bytes());
    let run = firedoor(tree.path(), &["scan", "--staged", "--format", "json"]);
    assert_eq!((run.code, lines(&run.json())), (1, vec!["secrets url-credentials staged.py:1".to_owned()]));
}

#[test]
fn a_first_commit_has_no_base() {
    let tree = Tree::new(&[("a.py", &leak("a", "Vk7-trq2Lx9w"))]);
    if !git(tree.path(), &["init", "-q", "-b", "main"]) {
        return;
    }
    git(tree.path(), &["add", "."]);
    assert_eq!(firedoor(tree.path(), &["scan", "--staged"]).code, 1);
}

#[test]
fn a_history_tells_who_when_and_whether_it_is_still_there() {
    let Some(tree) = repository() else { return };
    git(tree.path(), &["rm", "-q", "old.py"]);
    git(tree.path(), &["commit", "-qm", "remove"]);
    let run = firedoor(tree.path(), &["secrets", "--history", "--format", "json"]);
    assert_eq!((run.code, lines(&run.json())), (1, vec!["secrets url-credentials old.py:1".to_owned()]));
    assert!(!run.stdout.contains("Hq3-zWe8Lm2x"));
    assert_eq!(firedoor(tree.path(), &["secrets"]).code, 0);
}

#[test]
fn a_secret_that_moved_with_its_file_is_still_there() {
    let Some(tree) = repository() else { return };
    git(tree.path(), &["mv", "old.py", "moved.py"]);
    git(tree.path(), &["commit", "-qm", "move"]);
    let report = firedoor(tree.path(), &["secrets", "--history", "--format", "json"]).json();
    assert_eq!(report["findings"][0]["properties"]["in_head"], "true", "{report}");
}

#[test]
fn outside_a_repository_these_scopes_are_usage_errors() {
    let tree = Tree::new(&[("a.py", "x = 1\n")]);
    for arguments in [&["scan", "--staged"][..], &["scan", "--diff", "main"], &["secrets", "--history"]] {
        let run = firedoor(tree.path(), arguments);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains("git repository"), "{}", run.stderr);
    }
}

/// What stands in a submodule is another repository's; it is left out, and that is said.
#[test]
fn submodules_are_skipped_and_said() {
    let Some(inner) = repository() else { return };
    let tree = Tree::new(&[("a.py", "x = 1\n")]);
    git(tree.path(), &["init", "-q", "-b", "main"]);
    git(tree.path(), &["add", "."]);
    git(tree.path(), &["commit", "-qm", "one"]);
    let from = inner.path().display().to_string();
    git(tree.path(), &["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", &from, "vendor/inner"]);
    assert!(tree.path().join("vendor/inner/old.py").exists());
    for arguments in [&["scan"][..], &["scan", "--staged"], &["scan", "vendor"]] {
        let mut all = arguments.to_vec();
        all.extend(["--format", "json"]);
        let run = firedoor(tree.path(), &all);
        assert_eq!((run.code, lines(&run.json())), (0, Vec::new()), "{arguments:?}");
        assert_eq!(notices(&run.json()), ["submodule-skipped vendor/inner"], "{arguments:?}");
        let text = firedoor(tree.path(), arguments).stdout;
        assert!(text.contains("note[submodule-skipped] vendor/inner"), "{arguments:?}: {text}");
    }
    git(tree.path(), &["commit", "-qm", "two"]);
    let run = firedoor(tree.path(), &["scan", "--diff", "HEAD~1", "--format", "json"]);
    assert_eq!((run.code, lines(&run.json())), (0, Vec::new()), "{}", run.stdout);
    // By name it is scanned, as the repository that it is.
    let run = firedoor(tree.path(), &["secrets", "vendor/inner", "--format", "json"]);
    assert_eq!((run.code, lines(&run.json())), (1, vec!["secrets url-credentials old.py:1".to_owned()]));
}

/// An ignore file of git's hides what git does not track, and nothing else.
#[test]
fn a_tracked_file_is_scanned_although_gitignore_names_it() {
    let Some(tree) = repository() else { return };
    tree.write(".gitignore", b"*.env\n");
    tree.write("tracked.env", leak("tracked", "Vk7-trq2Lx9w").as_bytes());
    tree.write("local.env", leak("local", "Xp5-wnr4Kd7s").as_bytes());
    git(tree.path(), &["add", ".gitignore"]);
    git(tree.path(), &["add", "--force", "tracked.env"]);
    git(tree.path(), &["commit", "-qm", "env"]);
    let run = firedoor(tree.path(), &["secrets", "--format", "json"]);
    let found = ["secrets url-credentials old.py:1", "secrets url-credentials tracked.env:1"];
    assert_eq!((run.code, lines(&run.json())), (1, found.map(str::to_owned).to_vec()));
    tree.write(".firedoorignore", b"tracked.env\n");
    let run = firedoor(tree.path(), &["secrets", "--format", "json"]);
    assert_eq!(lines(&run.json()), found[..1], "our own ignore file hides what it names");
}

#[test]
fn a_bare_repository_has_no_files_and_that_is_no_pass() {
    let Some(tree) = repository() else { return };
    let outside = tempfile::tempdir().expect("a folder");
    let bare = outside.path().join("bare.git");
    git(tree.path(), &["clone", "-q", "--bare", ".", &bare.display().to_string()]);
    for arguments in [&["scan"][..], &["scan", "--staged"], &["baseline", "write"]] {
        let run = firedoor(&bare, arguments);
        assert!(run.code == 2 && run.stderr.contains("bare"), "{arguments:?}: {} {}", run.code, run.stderr);
    }
    let run = firedoor(&bare, &["secrets", "--history", "--format", "json"]);
    assert_eq!((run.code, lines(&run.json())), (1, vec!["secrets url-credentials old.py:1".to_owned()]));
}

/// `git init --object-format=sha256`: ids of 64 digits everywhere.
#[test]
fn repositories_of_sha256_are_read() {
    let tree = Tree::new(&[("old.py", &leak("old", "Hq3-zWe8Lm2x"))]);
    let made = Command::new("git")
        .current_dir(tree.path())
        .args(["init", "-q", "-b", "main", "--object-format=sha256"])
        .output();
    if !made.is_ok_and(|o| o.status.success()) {
        return eprintln!("NOT RUN: git is not installed, or too old for SHA-256");
    }
    git(tree.path(), &["add", "."]);
    assert_eq!(firedoor(tree.path(), &["secrets", "--staged"]).code, 1, "before the first commit");
    git(tree.path(), &["commit", "-qm", "one"]);
    git(tree.path(), &["checkout", "-qb", "feature"]);
    git(tree.path(), &["mv", "old.py", "moved.py"]);
    tree.write("new.py", leak("new", "Vk7-trq2Lx9w").as_bytes());
    git(tree.path(), &["add", "."]);
    let new = vec!["secrets url-credentials moved.py:1".to_owned(), "secrets url-credentials new.py:1".to_owned()];
    let staged = firedoor(tree.path(), &["secrets", "--staged", "--format", "json"]);
    assert_eq!((staged.code, lines(&staged.json())), (1, new.clone()), "{}", staged.stderr);
    git(tree.path(), &["commit", "-qm", "two"]);
    git(tree.path(), &["rm", "-q", "new.py"]);
    git(tree.path(), &["commit", "-qm", "three"]);
    let run = firedoor(tree.path(), &["secrets", "--diff", "main", "--format", "json"]);
    let states: Vec<_> =
        run.json()["findings"].as_array().expect("a list").iter().map(|f| f["state"].clone()).collect();
    assert_eq!((run.code, lines(&run.json()), states), (1, new, vec!["unchanged".into(), "new".into()]));
    let base = run.json()["version_control"]["base"].as_str().map(str::len);
    assert_eq!(base, Some(64));
    let history = firedoor(tree.path(), &["secrets", "--history", "--format", "json"]);
    assert_eq!((history.code, lines(&history.json()).len()), (1, 2), "{}", history.stdout);
    assert_eq!(firedoor(tree.path(), &["baseline", "write"]).code, 0);
    assert_eq!(firedoor(tree.path(), &["hook", "install"]).code, 0);
}

#[test]
fn an_unmerged_file_makes_the_judgement_of_the_index_incomplete() {
    let Some(tree) = repository() else { return };
    tree.write("a.py", b"x = 1\n");
    git(tree.path(), &["add", "."]);
    git(tree.path(), &["commit", "-qm", "ours"]);
    git(tree.path(), &["checkout", "-q", "main"]);
    tree.write("a.py", b"x = 2\n");
    git(tree.path(), &["add", "."]);
    git(tree.path(), &["commit", "-qm", "theirs"]);
    let mut merge = Command::new("git");
    merge.current_dir(tree.path()).args([
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.org",
        "merge",
        "-q",
        "feature",
    ]);
    let done = merge.output().expect("git runs");
    assert!(!done.status.success(), "the branches are in conflict");
    let run = firedoor(tree.path(), &["secrets", "--staged", "--format", "json"]);
    assert_eq!((run.code, notices(&run.json())), (3, vec!["unmerged-file a.py".to_owned()]), "{}", run.stdout);
}

#[test]
fn a_report_of_gitleaks_in_the_repository_is_imported() {
    let Some(tree) = repository() else { return };
    tree.write("new.py", leak("new", "Wp4-kdn7Rs2v").as_bytes());
    let entry = |file: &str, secret: &str| {
        format!(
            r#"{{"RuleID":"x","Description":"d","StartLine":1,"EndLine":1,"StartColumn":1,"EndColumn":9,"Match":"{secret}","Secret":"{secret}","File":"{file}","Commit":"","Entropy":3.5,"Fingerprint":"{file}:x:1"}}"#
        )
    };
    let report = format!("[{},\n{}]\n", entry("old.py", "Hq3-zWe8Lm2x"), entry("new.py", "Wp4-kdn7Rs2v"));
    tree.write("ci/leaks [1].json", report.as_bytes());
    let run = firedoor(tree.path(), &["baseline", "import", "ci/leaks [1].json"]);
    assert!(run.code == 0 && run.stderr.contains("2 finding(s) imported"), "{}{}", run.stdout, run.stderr);
}

/// The hashes of a baseline of detect-secrets are no secrets, also in the commits of a change.
#[test]
fn a_change_may_bring_a_baseline_of_detect_secrets() {
    let Some(tree) = repository() else { return };
    let hash = sha1_like();
    let text = format!(
        "{{\n  \"results\": {{\n    \"a.py\": [\n      {{\n        \"hashed_secret\": \"{hash}\"\n      }}\n    ]\n  }}\n}}\n"
    );
    tree.write(".secrets.baseline", text.as_bytes());
    git(tree.path(), &["add", "."]);
    git(tree.path(), &["commit", "-qm", "baseline"]);
    let run = firedoor(tree.path(), &["secrets", "--diff", "main", "--format", "json"]);
    let found = lines(&run.json());
    assert!(!found.iter().any(|l| l.contains(".secrets.baseline")), "{found:?}");
}

fn sha1_like() -> String {
    ["d0d5fa2de886d925e943", "46c06d3005700687630a"].concat()
}

/// An index of the user's own outside of the repository is what the commit will hold; another repository's is not.
#[test]
fn the_index_that_a_commit_is_made_from_is_judged() {
    let Some(tree) = repository() else { return };
    let aside = Tree::new(&[("HEAD.txt", "")]);
    let index = aside.path().join("index");
    let at = index.to_string_lossy().into_owned();
    std::fs::copy(tree.path().join(".git/index"), &index).expect("copied");
    tree.write("leak.py", leak("admin", "Vk7-trq2Lx9w").as_bytes());
    let with = |program: &str, arguments: &[&str]| {
        Command::new(program)
            .args(arguments)
            .current_dir(tree.path())
            .env("GIT_INDEX_FILE", &at)
            .env("FIREDOOR_DB", tree.path().join("none"))
            .output()
            .expect("it runs")
            .status
            .code()
    };
    assert_eq!(with("git", &["add", "leak.py"]), Some(0));
    let binary = env!("CARGO_BIN_EXE_firedoor");
    assert_eq!(with(binary, &["secrets", "--staged"]), Some(1));
    // The folder of another repository: a hook of that one runs us here, where nothing is staged.
    aside.write("HEAD", b"ref: refs/heads/main\n");
    assert_eq!(with(binary, &["secrets", "--staged"]), Some(0));
}

#[test]
fn a_sparse_checkout_says_that_it_is_one() {
    let Some(tree) = repository() else { return };
    tree.write("far/b.py", b"x = 1\n");
    tree.write("near/a.py", b"x = 1\n");
    git(tree.path(), &["add", "."]);
    git(tree.path(), &["commit", "-qm", "two folders"]);
    if !git(tree.path(), &["sparse-checkout", "set", "near"]) {
        return eprintln!("NOT RUN: this git has no sparse checkouts");
    }
    let run = firedoor(tree.path(), &["secrets", "--format", "json"]);
    assert!(notices(&run.json()).contains(&"sparse-checkout -".to_owned()), "{}", run.stdout);
    assert!(firedoor(tree.path(), &["scan"]).stdout.contains("This checkout is sparse"));
    git(tree.path(), &["sparse-checkout", "disable"]);
    let run = firedoor(tree.path(), &["secrets", "--format", "json"]);
    assert!(!run.stdout.contains("sparse-checkout"), "{}", run.stdout);
}
