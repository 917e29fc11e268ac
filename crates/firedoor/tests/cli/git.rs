//! Staged changes, branches and histories, on repositories made by `git`; without it these tests say so and pass.

use std::path::Path;
use std::process::Command;

use crate::support::{Tree, firedoor, lines, notices};

/// Runs git as nobody in particular; false where there is no git.
fn git(dir: &Path, arguments: &[&str]) -> bool {
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
fn outside_a_repository_these_scopes_are_usage_errors() {
    let tree = Tree::new(&[("a.py", "x = 1\n")]);
    for arguments in [&["scan", "--staged"][..], &["scan", "--diff", "main"], &["secrets", "--history"]] {
        let run = firedoor(tree.path(), arguments);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains("git repository"), "{}", run.stderr);
    }
}
