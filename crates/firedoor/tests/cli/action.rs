//! The Action, run step by step as a runner does, with the built binary and real repositories.
//!
//! These tests need git and bash and say so where they cannot run. Nothing in them opens a network connection.

use std::path::Path;

use firedoor_testkit::composite::{Job, Run};
use firedoor_testkit::git::{self, GitRepo};
use serde_json::{Value, json};

use crate::support::root;

/// A password that no placeholder test takes for one.
const LEAK: &str = "db_url = \"postgres://reports:Vk7-trq2Lx9w@db.internal:5432/app\"\n";
const OTHER_LEAK: &str = "api = \"postgres://billing:Qm4-hsw8Zp3k@pay.internal:5432/pay\"\n";
const CLEAN: &str = "def add(a, b):\n    return a + b\n";
const NO_COMMIT: &str = "0000000000000000000000000000000000000000";

fn can_run() -> bool {
    let can = git::available();
    if !can {
        eprintln!("not run: git or bash is not there");
    }
    can
}

fn binary() -> String {
    assert_cmd::cargo::cargo_bin("firedoor").display().to_string()
}

/// A run on a repository, only for secrets unless the test says otherwise.
fn job(repo: &GitRepo) -> Job {
    Job::new(root(), repo.path(), repo.outside())
        .with("binary", &binary())
        .with("engines", "secrets")
        .sha(&repo.git(&["rev-parse", "HEAD"]))
        .env("FIREDOOR_TODAY", "2026-11-21")
        .env("FIREDOOR_DB", "/nowhere/at/all")
}

fn run(job: Job) -> Run {
    let run = job.run().expect("the action can be run");
    for secret in ["Vk7-trq2Lx9w", "Qm4-hsw8Zp3k"] {
        assert!(!run.log().contains(secret) && !run.summary.contains(secret), "a secret is shown: {}", run.log());
    }
    assert_eq!(run.dropped, Vec::<String>::new(), "what GitHub would drop");
    assert_eq!(run.steps.last().map(|s| s.id.as_str()), Some("gate"), "the gate comes last");
    let blamed: Vec<_> = run.steps.iter().filter(|s| s.conclusion == "failure").map(|s| s.id.as_str()).collect();
    if ["pass", "fail"].contains(&run.output("result")) && run.step("upload").conclusion != "failure" {
        assert!(blamed.is_empty() || blamed == ["gate"], "only the gate fails on findings: {blamed:?}");
    }
    if run.output("result") == "error" && run.output("exit-code") != "3" {
        assert!(!run.success && blamed.contains(&"gate"), "an error is never green");
    }
    run
}

fn said(run: &Run, level: &str, words: &str) -> bool {
    run.annotations.iter().any(|a| a.level == level && a.message.contains(words))
}

#[track_caller]
fn expect(run: &Run, result: &str, code: &str, green: bool) {
    assert_eq!((run.output("result"), run.output("exit-code"), run.success), (result, code, green), "{}", run.log());
}

/// `main` with a leak that was always there, a pull request of two commits, and the merge of both that GitHub makes.
/// The first commit of the pull request adds a leak; the second takes it out again if `taken_out`.
fn pull_request(taken_out: bool) -> (GitRepo, String) {
    let repo = GitRepo::new();
    repo.commit("start", &[("old.py", LEAK), ("a.py", CLEAN)]);
    repo.git(&["checkout", "--quiet", "-b", "feature"]);
    repo.commit("add", &[("settings.py", OTHER_LEAK)]);
    let second = if taken_out { CLEAN } else { OTHER_LEAK };
    repo.commit("more", &[("settings.py", second), ("b.py", CLEAN)]);
    repo.git(&["checkout", "--quiet", "main"]);
    let base = repo.commit("meanwhile", &[("c.py", CLEAN)]);
    repo.git(&["checkout", "--quiet", "--detach", "main"]);
    repo.git(&["merge", "--quiet", "--no-ff", "--message", "Merge feature into main", "feature"]);
    repo.git(&["update-ref", "refs/pull/7/merge", "HEAD"]);
    (repo, base)
}

fn payload(base: &str, head_repository: &str) -> Value {
    json!({ "pull_request": {
        "number": 7, "commits": 2,
        "base": { "sha": base, "ref": "main" },
        "head": { "sha": base, "repo": { "full_name": head_repository } },
    } })
}

#[test]
fn a_pull_request_is_judged_by_what_it_brings_in() {
    if !can_run() {
        return;
    }
    let (repo, base) = pull_request(false);
    // The event's base is what the branch started from; the first parent of the merge is newer and counts.
    let start = repo.git(&["rev-list", "--max-parents=0", "HEAD"]);
    let run = run(job(&repo).event("pull_request", payload(&start, "octo/demo")));
    expect(&run, "fail", "1", false);
    assert_eq!(run.output("base-sha"), base);
    assert_eq!(run.output("findings-blocking"), "1", "{}", run.log());
    assert_eq!(run.output("findings-new"), "1");
    assert_eq!(run.output("highest-severity"), "high");
    let upload = run.step("upload");
    assert_eq!((upload.outcome, upload.with["category"].as_str()), ("success", "firedoor"));
    assert_eq!(upload.with["sarif_file"], run.output("sarif-file"));
    assert!(run.annotations.iter().any(|a| a.level == "error" && a.properties.contains("file=settings.py,line=1")));
    assert!(said(&run, "error", "The gate failed: 1 finding(s) block"));
}

#[test]
fn a_fork_is_judged_without_an_upload() {
    if !can_run() {
        return;
    }
    let (repo, base) = pull_request(false);
    for head in [json!({ "full_name": "mallory/demo" }), Value::Null] {
        let mut payload = payload(&base, "");
        payload["pull_request"]["head"]["repo"] = head;
        let run = run(job(&repo).event("pull_request", payload).with("token", ""));
        expect(&run, "fail", "1", false);
        assert_eq!(run.step("upload").outcome, "skipped");
        assert!(said(&run, "notice", "comes from a fork"), "{}", run.log());
        assert!(run.summary.contains("settings.py"));
    }
}

#[test]
fn a_bot_whose_token_may_not_upload_is_judged_too() {
    if !can_run() {
        return;
    }
    let (repo, base) = pull_request(true);
    let event = job(&repo).event("pull_request", payload(&base, "octo/demo"));
    let run = run(event.env("GITHUB_ACTOR", "dependabot[bot]"));
    assert_eq!(run.step("upload").outcome, "skipped");
    assert!(said(&run, "notice", "Dependabot"));
}

#[test]
fn a_push_and_a_schedule_judge_everything() {
    if !can_run() {
        return;
    }
    let repo = GitRepo::new();
    let before = repo.commit("one", &[("a.py", CLEAN)]);
    repo.commit("two", &[("b.py", CLEAN)]);
    let green = run(job(&repo).event("push", json!({ "before": before })));
    expect(&green, "pass", "0", true);
    assert_eq!((green.output("base-sha"), green.output("findings-total")), ("", "0"));
    assert_eq!(green.step("upload").outcome, "success", "an empty upload closes what was fixed");
    repo.commit("three", &[("old.py", LEAK)]);
    repo.commit("four", &[("d.py", CLEAN)]);
    let red = run(job(&repo).event("schedule", json!({ "schedule": "17 4 * * *" })));
    expect(&red, "fail", "1", false);
    assert_eq!(red.output("findings-blocking"), "1");
}

#[test]
fn a_merge_queue_is_compared_with_its_base() {
    if !can_run() {
        return;
    }
    let (repo, base) = pull_request(true);
    let run = run(job(&repo).event("merge_group", json!({ "merge_group": { "base_sha": base } })));
    assert_eq!(run.output("base-sha"), base);
    // Taken out again, and leaked all the same: it stands in the history that is merged.
    expect(&run, "fail", "1", false);
}

#[test]
fn a_first_commit_has_nothing_to_compare_with() {
    if !can_run() {
        return;
    }
    let repo = GitRepo::new();
    repo.commit("first", &[("settings.py", LEAK)]);
    let run = run(job(&repo).event("push", json!({ "before": NO_COMMIT })).with("mode", "diff"));
    expect(&run, "fail", "1", false);
    assert!(said(&run, "notice", "no earlier commit"), "{}", run.log());
    assert_eq!(run.output("base-sha"), "");
}

#[test]
fn a_shallow_checkout_is_deepened_until_the_change_is_whole() {
    if !can_run() {
        return;
    }
    let (origin, base) = pull_request(true);
    for depth in ["--depth=1", "--depth=2"] {
        let repo = GitRepo::clone_of(&origin, &[depth, "--no-single-branch"]);
        repo.git(&["fetch", "--quiet", depth, "origin", "refs/pull/7/merge"]);
        repo.git(&["checkout", "--quiet", "--detach", "FETCH_HEAD"]);
        let run = run(job(&repo).event("pull_request", payload(&base, "octo/demo")));
        // The leak stands in a commit in the middle, which neither depth holds.
        expect(&run, "fail", "1", false);
        assert_eq!(run.output("base-sha"), base, "{depth}");
        assert_eq!(run.output("findings-blocking"), "1", "{depth}");
    }
}

#[test]
fn a_shallow_checkout_that_cannot_be_deepened_is_an_error() {
    if !can_run() {
        return;
    }
    let (origin, base) = pull_request(true);
    let repo = GitRepo::clone_of(&origin, &["--depth=1", "--no-single-branch"]);
    repo.git(&["remote", "set-url", "origin", "file:///nowhere/at/all"]);
    let run = run(job(&repo).event("pull_request", payload(&base, "octo/demo")));
    expect(&run, "error", "", false);
    assert!(said(&run, "error", "fetch-depth: 0"), "{}", run.log());
    assert_eq!(run.step("scan").outcome, "skipped");
}

#[test]
fn a_base_that_does_not_exist_is_an_error() {
    if !can_run() {
        return;
    }
    let (repo, _) = pull_request(true);
    for base in ["no-such-branch", "--output=pwned", "1234567890123456789012345678901234567890"] {
        let run = run(job(&repo).with("mode", "diff").with("base", base));
        expect(&run, "error", "", false);
    }
    assert!(!repo.path().join("pwned").exists());
}

#[test]
fn a_checkout_without_the_change_is_an_error() {
    if !can_run() {
        return;
    }
    // What pull_request_target checks out: comparing the base with itself would find nothing, ever.
    let (repo, base) = pull_request(false);
    repo.git(&["checkout", "--quiet", "main"]);
    for event in ["pull_request_target", "pull_request"] {
        let run = run(job(&repo).event(event, payload(&base, "octo/demo")));
        expect(&run, "error", "", false);
        assert!(said(&run, "error", "holds nothing of the change"), "{}", run.log());
    }
}

/// A program that stands in for a scanner that goes wrong.
fn stand_in(repo: &GitRepo, script: &str) -> String {
    let path = repo.outside().join("stand-in");
    std::fs::write(&path, format!("#!/bin/sh\n[ \"$1\" = --version ] && echo firedoor 9.9.9 && exit\n{script}\n"))
        .expect("written");
    executable(&path);
    path.display().to_string()
}

#[cfg(unix)]
fn executable(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).expect("can be set");
}

#[cfg(not(unix))]
fn executable(_: &Path) {}

#[test]
fn a_scanner_that_crashes_dies_or_lies_is_an_error() {
    if !can_run() {
        return;
    }
    let repo = GitRepo::new();
    repo.commit("one", &[("a.py", CLEAN)]);
    for (script, code, words) in [
        ("echo 'thread main panicked' >&2; exit 101", "101", "crashed"),
        ("kill -9 $$", "137", "killed"),
        ("kill -TERM $$", "143", "killed"),
        ("kill -SEGV $$", "139", "crashed"),
        ("exit 0", "0", "no report that agrees"),
        ("exit 1", "1", "no report that agrees"),
        (
            "for a in \"$@\"; do case $a in --report=json=*) echo '{' > \"${a#--report=json=}\";; esac; done",
            "0",
            "no report",
        ),
        ("exit 3", "3", "incomplete"),
    ] {
        let run = run(job(&repo).with("binary", &stand_in(&repo, script)));
        expect(&run, "error", code, false);
        assert!(said(&run, "error", words), "{script}: {}", run.log());
        assert_eq!(run.step("upload").outcome, "skipped", "{script}");
        assert!(run.summary.contains("error"), "{script}: the summary says so");
    }
}

#[test]
fn a_binary_that_is_not_there_is_an_error() {
    if !can_run() {
        return;
    }
    let repo = GitRepo::new();
    repo.commit("one", &[("a.py", CLEAN)]);
    for binary in ["/nowhere/firedoor", "tools/firedoor", "no-such-program-anywhere"] {
        let run = run(job(&repo).with("binary", binary));
        expect(&run, "error", "", false);
    }
}

#[test]
fn a_missing_database_and_a_broken_rule_are_errors() {
    if !can_run() {
        return;
    }
    let repo = GitRepo::new();
    repo.commit(
        "one",
        &[("requirements.txt", "flask==0.12.2\n"), ("bad.toml", "[[rules]]\nid = \"x\"\nregex = '('\n")],
    );
    let lost = run(job(&repo).with("engines", "sca").with("database", "no/such/folder"));
    assert_eq!((lost.output("result"), lost.success), ("error", false), "{}", lost.log());
    let broken = run(job(&repo).with("rules", "bad.toml"));
    assert_eq!((broken.output("result"), broken.success), ("error", false), "{}", broken.log());
    let config = repo.path().join("broken.toml");
    std::fs::write(config, "[gate]\nfail-onn = 1\n").expect("written");
    let wrong = run(job(&repo).with("config", "broken.toml"));
    expect(&wrong, "error", "2", false);
}

#[test]
fn advisories_are_updated_first_and_a_failed_update_is_said() {
    if !can_run() {
        return;
    }
    let record = std::fs::read(root().join("testdata/sca/advisories/TEST-RS-1.json")).expect("there");
    let archive = firedoor_testkit::http::stored_zip("TEST-RS-1.json", &record);
    let server = firedoor_testkit::http::Server::start(move |request, _| match request.path.as_str() {
        "/crates.io/all.zip" => firedoor_testkit::http::Response::new(200, archive.clone()),
        _ => firedoor_testkit::http::Response::new(403, ""),
    });
    let lock = "[[package]]\nname = \"made-up-used\"\nversion = \"1.0.0\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\n";
    let repo = GitRepo::new();
    // The repository's own mirror is not asked: a pull request could name one that knows nothing.
    repo.commit("one", &[("Cargo.lock", lock), ("firedoor.toml", "[sca]\nmirror = \"http://127.0.0.1:9\"\n")]);
    let tools = repo.outside().join("tools").display().to_string();
    let sca = || job(&repo).with("engines", "sca").with("mode", "full").env("RUNNER_TOOL_CACHE", &tools);
    let updated = run(sca().with("mirror", server.url()));
    expect(&updated, "fail", "1", false);
    assert!(updated.log().contains("crates.io: fetched") && !said(&updated, "warning", "could not be updated"));
    assert_eq!(updated.output("db-date"), "2026-11-21", "{}", updated.log());
    // Refused: what the cache kept is taken.
    let refused = run(sca().with("mirror", &format!("{}/no", server.url())));
    expect(&refused, "fail", "1", false);
    assert!(said(&refused, "warning", "those of an earlier run are used"), "{}", refused.log());
    // Nothing is at hand: the embedded snapshot is taken, which does not know the made-up crate.
    let repo = GitRepo::new();
    repo.commit("one", &[("Cargo.lock", lock)]);
    let fresh = || job(&repo).with("engines", "sca").with("mode", "full");
    let refused = run(fresh().with("mirror", &format!("{}/no", server.url())));
    expect(&refused, "pass", "0", true);
    assert!(said(&refused, "warning", "the snapshot in the binary is used"), "{}", refused.log());
    let off = run(fresh().with("database", "embedded"));
    expect(&off, "pass", "0", true);
    assert!(!off.log().contains("fetched") && !said(&off, "warning", "could not be updated"), "{}", off.log());
}

#[test]
fn only_an_incomplete_scan_may_be_let_through() {
    if !can_run() {
        return;
    }
    let repo = GitRepo::new();
    repo.commit("one", &[("a.py", CLEAN)]);
    let incomplete = stand_in(&repo, "exit 3");
    let forgiven = run(job(&repo).with("binary", &incomplete).with("fail-on-error", "false"));
    expect(&forgiven, "error", "3", true);
    assert!(said(&forgiven, "warning", "no verdict"));
    for script in ["exit 2", "exit 101", "kill -9 $$", "exit 0"] {
        let run = run(job(&repo).with("binary", &stand_in(&repo, script)).with("fail-on-error", "false"));
        assert_eq!((run.output("result"), run.success), ("error", false), "{script}");
    }
}

#[test]
fn paths_with_blanks_quotes_and_more_are_scanned() {
    if !can_run() {
        return;
    }
    let repo = GitRepo::new();
    let folder = "it's \"my\" $(folder) & more";
    repo.commit("one", &[(&format!("{folder}/a b.py"), LEAK), ("other/x.py", OTHER_LEAK), ("third/y.py", CLEAN)]);
    let one = run(job(&repo).with("path", folder));
    expect(&one, "fail", "1", false);
    assert_eq!(one.output("findings-total"), "1");
    let two = run(job(&repo).with("path", &format!("{folder}\nother\n")));
    assert_eq!(two.output("findings-total"), "2", "{}", two.log());
    let inside = run(job(&repo).with("working-directory", folder));
    assert_eq!(inside.output("findings-total"), "1", "{}", inside.log());
    let nowhere = run(job(&repo).with("working-directory", "no such folder"));
    expect(&nowhere, "error", "", false);
}

#[test]
fn no_input_is_run_as_a_command_or_taken_for_a_flag() {
    if !can_run() {
        return;
    }
    let repo = GitRepo::new();
    repo.commit("one", &[("settings.py", LEAK)]);
    let evil = [
        "$(touch pwned)",
        "`touch pwned`",
        "; touch pwned #",
        "' ; touch pwned ; '",
        "\" ; touch pwned ; \"",
        "--allow-incomplete",
        "--fail-on=never",
        "x\nresult=pass",
        "${{ github.token }}",
        "::stop-commands::x",
        "%0Aresult=pass",
    ];
    let inputs = [
        "version",
        "checksum",
        "path",
        "config",
        "engines",
        "rules",
        "mode",
        "base",
        "baseline",
        "fail-on",
        "min-confidence",
        "upload-sarif",
        "category",
        "annotations",
        "summary",
        "comment",
        "database",
        "mirror",
        "cache",
        "working-directory",
        "token",
        "fail-on-error",
    ];
    // Each input meets one of them: all pairs would take minutes and find no more.
    for (n, input) in inputs.into_iter().enumerate() {
        let evil = evil[n % evil.len()];
        let run = run(job(&repo).with(input, evil));
        assert!(!run.success, "{input} = {evil:?} made it green:\n{}", run.log());
        assert!(!repo.path().join("pwned").exists() && !repo.outside().join("pwned").exists(), "{input} = {evil:?}");
    }
}

#[test]
fn what_scanned_files_say_is_no_workflow_command() {
    if !can_run() {
        return;
    }
    let repo = GitRepo::new();
    let text = format!("::error::from a file\n::add-mask::x\n{LEAK}##[error]legacy\n::stop-commands::y\n");
    repo.commit("one", &[("a.py", &text), ("::error::b.py", LEAK)]);
    let run = run(job(&repo));
    expect(&run, "fail", "1", false);
    assert!(!run.annotations.iter().any(|a| a.message == "from a file" || a.message.starts_with("b.py")));
    assert!(said(&run, "error", "The gate failed"));
}

#[test]
fn only_new_findings_block_where_that_is_asked() {
    if !can_run() {
        return;
    }
    let repo = GitRepo::new();
    repo.commit("one", &[("settings.py", LEAK)]);
    let base = repo.git(&["rev-parse", "HEAD"]);
    repo.commit("two", &[("settings.py", &format!("# moved\n{LEAK}"))]);
    let run = run(job(&repo).with("mode", "diff").with("base", &base).with("extra-args", "--new-only\n--jobs=1\n"));
    expect(&run, "pass", "0", true);
    assert_eq!((run.output("findings-new"), run.output("findings-blocking")), ("0", "0"), "{}", run.log());
}

#[test]
fn a_baseline_lets_known_findings_pass() {
    if !can_run() {
        return;
    }
    let repo = GitRepo::new();
    repo.commit("one", &[("settings.py", LEAK)]);
    let written = crate::support::firedoor(repo.path(), &["baseline", "write", "--engines", "secrets"]);
    assert_eq!(written.code, 0, "{}", written.stderr);
    let known = run(job(&repo).with("baseline", "firedoor.baseline"));
    expect(&known, "pass", "0", true);
    repo.write("more.py", OTHER_LEAK);
    let more = run(job(&repo).with("baseline", "firedoor.baseline"));
    expect(&more, "fail", "1", false);
    assert_eq!(more.output("findings-blocking"), "1");
    let lost = run(job(&repo).with("baseline", "no-such-file"));
    assert_eq!((lost.output("result"), lost.success), ("error", false));
}

#[test]
fn summary_annotations_and_files_are_as_asked() {
    if !can_run() {
        return;
    }
    let repo = GitRepo::new();
    let leaks: String = (10..40).map(|n| LEAK.replace("Vk7", &format!("Vk{n}"))).collect();
    repo.commit("one", &[("settings.py", &leaks)]);
    let all = run(job(&repo).with("sarif-file", "out/it's here.sarif").with("category", "nightly"));
    expect(&all, "fail", "1", false);
    assert!(all.summary.contains("settings.py") && all.summary.contains("30"), "{}", all.summary);
    assert_eq!(
        all.annotations.iter().filter(|a| a.properties.contains("settings.py")).count(),
        10,
        "{:#?}",
        all.annotations
    );
    assert_eq!(Path::new(all.output("sarif-file")), repo.path().join("out/it's here.sarif"));
    let sarif: Value = serde_json::from_slice(&std::fs::read(all.output("sarif-file")).expect("there")).expect("JSON");
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(30));
    assert!(sarif["runs"][0]["automationDetails"]["id"].as_str().is_some_and(|id| id.starts_with("nightly/")));
    // What is no report of an earlier run stays where it is.
    for name in ["settings.py", "out"] {
        let wrong = run(job(&repo).with("sarif-file", name));
        assert_eq!(wrong.output("result"), "error", "{name}");
        assert!(repo.path().join(name).exists(), "{name}");
    }
    let none = run(job(&repo).with("summary", "false").with("annotations", "false"));
    assert_eq!(none.summary, "");
    assert!(none.annotations.iter().all(|a| a.properties == "title=firedoor"), "{:#?}", none.annotations);
}

#[test]
fn outputs_agree_with_the_report() {
    if !can_run() {
        return;
    }
    let repo = GitRepo::new();
    let suppressed = OTHER_LEAK.replace('\n', "  # firedoor:ignore reason=\"a test\"\n");
    repo.commit("one", &[("settings.py", LEAK), ("b.py", &suppressed), ("requirements.txt", "flask==0.12.2\n")]);
    let run = run(job(&repo).with("engines", "secrets, sca").with("database", "embedded"));
    let json: Value = serde_json::from_slice(&std::fs::read(run.output("json-file")).expect("there")).expect("JSON");
    let summary = &json["summary"];
    for (name, key) in [("total", "findings"), ("new", "new"), ("blocking", "blocking"), ("suppressed", "suppressed")] {
        assert_eq!(run.output(&format!("findings-{name}")), summary[key].to_string(), "{name}");
    }
    assert_eq!(run.output("findings-suppressed"), "1");
    let counts: Value = serde_json::from_str(run.output("counts")).expect("JSON");
    assert_eq!(counts["by_engine"], summary["by_engine"]);
    assert_eq!(run.output("version"), env!("CARGO_PKG_VERSION"));
    assert_eq!(run.output("db-date").len(), "2026-08-22".len(), "{}", run.log());
}

#[test]
fn an_upload_that_is_refused_warns_or_fails_as_asked() {
    if !can_run() {
        return;
    }
    let repo = GitRepo::new();
    repo.commit("one", &[("a.py", CLEAN)]);
    let auto = run(job(&repo).failing("github/codeql-action/upload-sarif"));
    expect(&auto, "pass", "0", true);
    assert!(said(&auto, "warning", "security-events: write"));
    let must = run(job(&repo).failing("github/codeql-action/upload-sarif").with("upload-sarif", "true"));
    assert!(!must.success);
    let never = run(job(&repo).failing("github/codeql-action/upload-sarif").with("upload-sarif", "false"));
    expect(&never, "pass", "0", true);
    assert_eq!(never.step("upload").outcome, "skipped");
}

/// A release archive with a program, as the release workflow packs it; its SHA-256 in hexadecimal.
fn release(repo: &GitRepo) -> Option<String> {
    let folder = repo.outside().join("releases/v9.9.9");
    std::fs::create_dir_all(&folder).expect("can be made");
    stand_in(repo, "exit 101");
    let name = "firedoor-9.9.9-x86_64-unknown-linux-musl";
    let script = format!(
        "mkdir -p x/{name} && cp ../../stand-in x/{name}/firedoor && tar -czf {name}.tar.gz -C x {name} && sha256sum {name}.tar.gz"
    );
    let output = std::process::Command::new("bash").args(["-c", &script]).current_dir(&folder).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).chars().take(64).collect())
}

#[test]
fn a_release_runs_only_with_the_checksum_that_is_known() {
    if !can_run() {
        return;
    }
    let repo = GitRepo::new();
    repo.commit("one", &[("a.py", CLEAN)]);
    let Some(sum) = release(&repo) else {
        eprintln!("not run: tar or sha256sum is not there");
        return;
    };
    let mirror = format!("file://{}/releases", repo.outside().display()).replace(' ', "%20").replace('\'', "%27");
    let fetched = |version: &str, sum: &str| {
        run(job(&repo)
            .with("binary", "")
            .with("version", version)
            .with("checksum", sum)
            .env("FIREDOOR_RELEASES", &mirror))
    };
    // The stand-in was run, and crashed as it should.
    let right = fetched("v9.9.9", &sum);
    if right.log().contains("curl: command not found") {
        eprintln!("not run: curl is not there");
        return;
    }
    expect(&right, "error", "101", false);
    assert_eq!(right.output("version"), "9.9.9");
    let wrong = fetched("9.9.9", &sum.replace(|c: char| c.is_ascii_digit(), "e"));
    expect(&wrong, "error", "", false);
    assert!(said(&wrong, "error", "not what was released"), "{}", wrong.log());
    let unknown = fetched("9.9.9", "");
    assert!(said(&unknown, "error", "no checksum of"), "{}", unknown.log());
    let absent = fetched("8.8.8", &sum);
    assert!(said(&absent, "error", "cannot fetch"), "{}", absent.log());
    let odd = fetched("../../x", &sum);
    assert!(said(&odd, "error", "takes a release"), "{}", odd.log());
}

#[test]
fn a_comment_is_kept_up_to_date_and_never_fails_the_job() {
    if !can_run() {
        return;
    }
    let (repo, base) = pull_request(false);
    let tools = repo.outside().join("tools");
    std::fs::create_dir_all(&tools).expect("can be made");
    let calls = repo.outside().join("calls.txt");
    let gh = tools.join("gh");
    let path = format!("{}:{}", tools.display(), std::env::var("PATH").unwrap_or_default());
    for (listed, expected) in [("", "--method POST"), ("41", "--method PATCH repos/octo/demo/issues/comments/41")] {
        let script = format!(
            "#!/bin/sh\necho \"$*\" >> '{0}'\ncase $* in *--paginate*) echo {listed} | sed '/^$/d';; esac\n",
            calls.display().to_string().replace('\'', r"'\''")
        );
        std::fs::write(&gh, script).expect("written");
        executable(&gh);
        let job = job(&repo).event("pull_request", payload(&base, "octo/demo")).with("comment", "true");
        let run = run(job.env("PATH", &path));
        expect(&run, "fail", "1", false);
        let calls = std::fs::read_to_string(&calls).expect("it was called");
        assert!(calls.contains(expected), "{calls}");
    }
    std::fs::write(&gh, "#!/bin/sh\nexit 1\n").expect("written");
    let job = job(&repo).event("pull_request", payload(&base, "octo/demo")).with("comment", "true");
    let refused = run(job.env("PATH", &path));
    assert_eq!(refused.output("result"), "fail");
    assert!(said(&refused, "warning", "comment could not be written"), "{}", refused.log());
}

#[test]
fn every_action_that_is_used_is_pinned_and_no_script_holds_an_expression() {
    let text = std::fs::read_to_string(root().join("action.yml")).expect("readable");
    for line in text.lines() {
        if let Some((_, used)) = line.split_once("uses: ") {
            let pin = used.split_once('@').map_or("", |(_, p)| p.split(' ').next().unwrap_or(""));
            assert!(pin.len() == 40 && used.contains(" # v"), "{line}");
        }
        assert!(!(line.trim_start().starts_with("run:") && line.contains("${{")), "{line}");
    }
}
