//! The git hook, as git calls it: it judges the index, runs what was there before, and never fails open.
//!
//! These tests need git and sh and say so where they cannot run.

use std::path::{Path, PathBuf};

use firedoor_testkit::git::{self, GitRepo};

use crate::support::{Run, firedoor, firedoor_with};

const LEAK: &str = "db_url = \"postgres://reports:Vk7-trq2Lx9w@db.internal:5432/app\"\n";
const CLEAN: &str = "x = 1\n";

/// A repository with one commit and the hook; `None` where git is not there.
fn repository(flags: &[&str]) -> Option<GitRepo> {
    if !git::available() {
        eprintln!("not run: git or bash is not there");
        return None;
    }
    let repo = GitRepo::new();
    repo.commit("start", &[("a.py", CLEAN)]);
    // What git's own command says of the author is in the environment; the hook's scan needs none of it.
    let installed = install(&repo, flags);
    assert_eq!(installed.code, 0, "{}", installed.stderr);
    Some(repo)
}

fn install(repo: &GitRepo, flags: &[&str]) -> Run {
    let mut arguments = vec!["hook", "install"];
    arguments.extend(flags);
    firedoor(repo.path(), &arguments)
}

/// Commits or pushes; whether git let it through, and what it and the hook said.
fn git(repo: &GitRepo, arguments: &[&str]) -> (bool, String) {
    let output = repo.try_git(arguments);
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(!text.contains("Vk7-trq2Lx9w"), "a secret is shown: {text}");
    (output.status.success(), text)
}

fn script(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().expect("in a folder")).expect("can be made");
    std::fs::write(path, text).expect("written");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).expect("can be set");
    }
}

#[test]
fn a_leak_cannot_be_committed_in_any_way() {
    let Some(repo) = repository(&[]) else { return };
    repo.write("a.py", LEAK);
    for arguments in [
        &["commit", "--quiet", "--all", "--message", "x"][..],
        &["commit", "--quiet", "--message", "x", "a.py"],
        &["commit", "--quiet", "--all", "--amend", "--no-edit"],
    ] {
        let (done, text) = git(&repo, arguments);
        assert!(!done && text.contains("a.py:1"), "{arguments:?}: {text}");
    }
    repo.git(&["add", "a.py"]);
    // The index counts and not the work tree.
    repo.write("a.py", CLEAN);
    let (done, text) = git(&repo, &["commit", "--quiet", "--message", "x"]);
    assert!(!done, "{text}");
    repo.git(&["add", "a.py"]);
    repo.write("a.py", LEAK);
    let (done, text) = git(&repo, &["commit", "--quiet", "--allow-empty", "--message", "x"]);
    assert!(done, "a leak that is not staged is not committed: {text}");
}

#[test]
fn a_commit_from_a_subfolder_and_in_a_work_tree_is_judged() {
    let Some(repo) = repository(&[]) else { return };
    repo.write("deep/er/b.py", LEAK);
    repo.git(&["add", "."]);
    let mut command = repo.command(&["commit", "--quiet", "--message", "x"]);
    let output = command.current_dir(repo.path().join("deep/er")).output().expect("runs");
    assert!(!output.status.success());
    let second = repo.outside().join("second tree");
    repo.git(&["worktree", "add", "--quiet", "-b", "second", &second.display().to_string()]);
    std::fs::write(second.join("c.py"), LEAK).expect("written");
    for (arguments, lets) in [(&["add", "."][..], true), (&["commit", "--quiet", "--message", "x"], false)] {
        let output = repo.command(arguments).current_dir(&second).output().expect("runs");
        assert_eq!(output.status.success(), lets, "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn the_hook_that_was_there_runs_first_and_comes_back() {
    if !git::available() {
        eprintln!("not run: git or bash is not there");
        return;
    }
    let repo = GitRepo::new();
    repo.commit("start", &[("a.py", CLEAN)]);
    let hook = repo.path().join(".git/hooks/pre-commit");
    let old = "#!/bin/sh\necho the old hook ran\n[ ! -e stop ]\n";
    script(&hook, old);
    for _ in 0..2 {
        // Installing twice is the same as once.
        assert_eq!(install(&repo, &[]).code, 0);
    }
    repo.write("b.py", CLEAN);
    repo.git(&["add", "b.py"]);
    repo.write("stop", "");
    let (done, text) = git(&repo, &["commit", "--quiet", "--message", "x"]);
    assert!(!done && text.contains("the old hook ran"), "its refusal counts: {text}");
    std::fs::remove_file(repo.path().join("stop")).expect("there");
    repo.write("b.py", LEAK);
    repo.git(&["add", "b.py"]);
    let (done, text) = git(&repo, &["commit", "--quiet", "--message", "x"]);
    assert!(!done && text.contains("the old hook ran") && text.contains("b.py:1"), "{text}");

    assert_eq!(firedoor(repo.path(), &["hook", "uninstall", "--pre-push"]).code, 0);
    assert_ne!(std::fs::read_to_string(&hook).expect("the other stays"), old);
    assert_eq!(firedoor(repo.path(), &["hook", "uninstall"]).code, 0);
    assert_eq!(std::fs::read_to_string(&hook).expect("it is back"), old);
    assert!(!hook.with_file_name("pre-commit.before-firedoor").exists());
    // Without a hook of ours there is nothing to take away.
    assert_eq!(firedoor(repo.path(), &["hook", "uninstall"]).code, 0);
    assert_eq!(std::fs::read_to_string(&hook).expect("still there"), old);
}

#[test]
fn core_hooks_path_is_respected() {
    if !git::available() {
        eprintln!("not run: git or bash is not there");
        return;
    }
    let repo = GitRepo::new();
    repo.commit("start", &[("a.py", CLEAN)]);
    repo.git(&["config", "core.hooksPath", "tools/my hooks"]);
    assert_eq!(install(&repo, &["--pre-push"]).code, 0);
    let folder = repo.path().join("tools/my hooks");
    assert!(folder.join("pre-commit").exists() && folder.join("pre-push").exists());
    assert!(!repo.path().join(".git/hooks/pre-commit").exists());
    repo.write("a.py", LEAK);
    let (done, text) = git(&repo, &["commit", "--quiet", "--all", "--message", "x"]);
    assert!(!done, "{text}");
    assert_eq!(firedoor(repo.path(), &["hook", "uninstall"]).code, 0);
    assert!(!folder.join("pre-commit").exists() && !folder.join("pre-push").exists());
}

#[test]
fn a_firedoor_that_is_gone_stops_the_commit() {
    let Some(repo) = repository(&[]) else { return };
    let hook = repo.path().join(".git/hooks/pre-commit");
    let text = std::fs::read_to_string(&hook).expect("there");
    let binary = assert_cmd::cargo::cargo_bin("firedoor").display().to_string();
    assert!(text.contains(&binary), "{text}");
    std::fs::write(&hook, text.replace(&binary, "/nowhere/firedoor")).expect("written");
    repo.write("a.py", "y = 2\n");
    let mut command = repo.command(&["commit", "--quiet", "--all", "--message", "x"]);
    let output = command.env("PATH", path_without("firedoor")).output().expect("runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("not installed any more"), "{said}");
}

/// The PATH without folders that hold this program.
fn path_without(program: &str) -> std::ffi::OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let kept: Vec<PathBuf> = std::env::split_paths(&path).filter(|p| !p.join(program).exists()).collect();
    std::env::join_paths(kept).expect("they came from a PATH")
}

#[test]
fn a_broken_configuration_stops_the_commit() {
    let Some(repo) = repository(&[]) else { return };
    repo.write("firedoor.toml", "[gate]\nfail-onn = \"low\"\n");
    repo.git(&["add", "."]);
    let (done, text) = git(&repo, &["commit", "--quiet", "--message", "x"]);
    assert!(!done && text.contains("fail-onn"), "{text}");
}

#[test]
fn a_push_is_judged_by_its_commits() {
    let Some(repo) = repository(&["--pre-push"]) else { return };
    let remote = repo.outside().join("remote.git");
    repo.git(&["init", "--quiet", "--bare", &remote.display().to_string()]);
    repo.git(&["remote", "add", "origin", &remote.display().to_string()]);
    let (done, text) = git(&repo, &["push", "--quiet", "origin", "main"]);
    assert!(done, "the first push, without anything to compare with: {text}");
    repo.commit("clean", &[("b.py", CLEAN)]);
    let (done, text) = git(&repo, &["push", "--quiet", "origin", "main"]);
    assert!(done, "{text}");
    // Added and taken out again: it would be published all the same.
    repo.commit("leak", &[("c.py", LEAK)]);
    repo.commit("taken out", &[("c.py", CLEAN)]);
    let (done, text) = git(&repo, &["push", "--quiet", "origin", "main"]);
    assert!(!done && text.contains("c.py"), "{text}");
    // As a new branch, and from another one.
    let (done, _) = git(&repo, &["push", "--quiet", "origin", "main:new"]);
    assert!(!done);
    repo.git(&["branch", "side"]);
    repo.git(&["checkout", "--quiet", "-b", "other", "HEAD~2"]);
    let (done, text) = git(&repo, &["push", "--quiet", "origin", "side"]);
    assert!(!done, "a branch that is not checked out: {text}");
    let (done, text) = git(&repo, &["push", "--quiet", "origin", "other"]);
    assert!(done, "{text}");
    let (done, text) = git(&repo, &["push", "--quiet", "origin", ":other"]);
    assert!(done, "a deletion publishes nothing: {text}");
}

#[test]
fn a_first_push_with_a_leak_in_its_history_is_stopped() {
    let Some(repo) = repository(&["--pre-push"]) else { return };
    let remote = repo.outside().join("remote.git");
    repo.git(&["init", "--quiet", "--bare", &remote.display().to_string()]);
    repo.commit("leak", &[("c.py", LEAK)]);
    repo.commit("taken out", &[("c.py", CLEAN)]);
    // To an address, without a remote of that name.
    let (done, text) = git(&repo, &["push", "--quiet", &remote.display().to_string(), "main"]);
    assert!(!done && text.contains("c.py"), "{text}");
}

#[test]
fn outside_of_a_repository_there_is_nothing_to_install() {
    let dir = tempfile::tempdir().expect("a folder");
    let run = firedoor(dir.path(), &["hook", "install"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("no git repository"), "{}", run.stderr);
    let run = firedoor(dir.path(), &["hook", "run", "post-merge"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
}

#[test]
fn a_push_of_very_many_refs_is_judged_to_the_last() {
    if !git::available() {
        eprintln!("not run: git or bash is not there");
        return;
    }
    let repo = GitRepo::new();
    let clean = repo.commit("start", &[("a.py", CLEAN)]);
    repo.git(&["checkout", "--quiet", "-b", "leaky"]);
    let leaky = repo.commit("leak", &[("b.py", LEAK)]);
    repo.git(&["checkout", "--quiet", "-"]);
    let zero = "0".repeat(40);
    let mut input = String::new();
    // More than a mebibyte before the ref that leaks.
    for nth in 0..10_000 {
        input.push_str(&format!("refs/tags/v{nth} {clean} refs/tags/v{nth} {zero}\n"));
    }
    assert!(input.len() > 1 << 20);
    let run = |input: &str| firedoor_with(repo.path(), &["hook", "run", "pre-push", "--", "origin"], input.as_bytes());
    let all_clean = run(&input);
    assert_eq!(all_clean.code, 0, "{}{}", all_clean.stdout, all_clean.stderr);
    input.push_str(&format!("refs/heads/leaky {leaky} refs/heads/leaky {zero}\n"));
    assert_eq!(run(&input).code, 1);
    let cut = run(&input[..input.len() - 20]);
    assert!(cut.code == 2 && cut.stderr.contains("cannot be read"), "{}", cut.stderr);
}

#[test]
fn a_tag_of_what_is_no_commit_stops_the_push_and_says_so() {
    let Some(repo) = repository(&["--pre-push"]) else { return };
    let remote = repo.outside().join("remote.git");
    repo.git(&["init", "--quiet", "--bare", &remote.display().to_string()]);
    repo.git(&["remote", "add", "origin", &remote.display().to_string()]);
    repo.git(&["push", "--quiet", "origin", "main"]);
    repo.git(&["tag", "of-tree", "HEAD^{tree}"]);
    repo.git(&["tag", "--annotate", "--message", "x", "of-blob", "HEAD:a.py"]);
    for (tag, kind) in [("of-tree", "tree"), ("of-blob", "blob")] {
        let (done, text) = git(&repo, &["push", "--quiet", "origin", tag]);
        assert!(!done && text.contains(&format!("refs/tags/{tag} is a tag of a {kind}")), "{text}");
        let (done, text) = git(&repo, &["push", "--quiet", "--no-verify", "origin", tag]);
        assert!(done, "the advice holds: {text}");
    }
    let run = firedoor(repo.path(), &["scan", "--diff", "of-tree"]);
    assert!(run.code == 2 && run.stderr.contains("is a tree and no commit"), "{}", run.stderr);
}

#[test]
fn a_clean_commit_is_silent() {
    let Some(repo) = repository(&[]) else { return };
    repo.write("a.py", "x = 2\n");
    assert_eq!(git(&repo, &["commit", "--quiet", "--all", "--message", "x"]), (true, String::new()));
}
