//! Faults put in on purpose: a run that hangs, swells, is killed or cannot write ends with a code that is not a pass,
//! says why, and leaves earlier reports as they were. That each engine may panic is tested at the driver.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::support::{Tree, firedoor, root};

/// A tree that takes a while.
fn slow_tree() -> Tree {
    let tree = Tree::new(&[]);
    let body =
        "def f(a, b):\n    password = a.get('k7Rt-0qPx2')\n    return {'x': [b, password, f(a, b)]}\n".repeat(4000);
    for i in 0..8 {
        tree.write(&format!("m{i}.py"), body.as_bytes());
    }
    tree
}

fn temporaries(dir: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(dir).expect("it is there");
    entries.map(|e| e.expect("readable").path()).filter(|p| p.extension().is_some_and(|e| e == "tmp")).collect()
}

#[test]
fn a_run_that_takes_too_long_is_incomplete_and_names_who_was_at_work() {
    let tree = slow_tree();
    tree.write("out.sarif", b"earlier");
    let run = firedoor(tree.path(), &["sast", "--timeout", "0.02", "--report", "sarif=out.sarif"]);
    assert_eq!(run.code, 3, "{}{}", run.stdout, run.stderr);
    assert!(run.stderr.contains("longer than 0.02 s (--timeout)"), "{}", run.stderr);
    assert_eq!(std::fs::read(tree.path().join("out.sarif")).expect("still there"), b"earlier");
    let typo = firedoor(tree.path(), &["scan", "--timeout", "soon"]);
    assert_eq!(typo.code, 2, "{}", typo.stderr);
    let negative = firedoor(tree.path(), &["scan", "--timeout=-1"]);
    assert_eq!(negative.code, 2, "{}", negative.stderr);
}

#[cfg(target_os = "linux")]
#[test]
fn a_run_that_swells_is_incomplete_and_says_how_much_it_holds() {
    let tree = slow_tree();
    tree.write("out.json", b"earlier");
    let run = firedoor(tree.path(), &["scan", "--max-memory", "1", "--report", "json=out.json"]);
    assert_eq!(run.code, 3, "{}{}", run.stdout, run.stderr);
    assert!(run.stderr.contains("more than 1 MiB (--max-memory)"), "{}", run.stderr);
    assert_eq!(std::fs::read(tree.path().join("out.json")).expect("still there"), b"earlier");
}

/// Each engine in turn, while it reads a file and while it joins its files: it panics, hangs, swells. (Debug builds know
/// how to fail on request.)
#[test]
fn each_engine_may_panic_hang_or_swell_and_the_run_says_who_and_where() {
    let repo = root().join("testdata/repos/web-python");
    let tree = Tree::new(&[]);
    for path in ["app/db.py", "app/views.py", "requirements.txt"] {
        tree.write(path, &std::fs::read(repo.join(path)).expect("a sample"));
    }
    // A loaded machine takes its time: what hangs is ended after several times what a sound run takes.
    let begin = std::time::Instant::now();
    assert_eq!(firedoor(tree.path(), &["scan", "--fail-on", "never"]).code, 0);
    let patience = format!("{:.1}", (6.0 * begin.elapsed().as_secs_f64()).max(4.0));
    for (engine, file) in [("secrets", "app/views.py"), ("sast", "app/views.py"), ("sca", "requirements.txt")] {
        for place in [Some(file), None] {
            for kind in ["panic", "hang", "swell"] {
                tree.write("out.json", b"earlier");
                let fault = place.map_or_else(|| format!("{engine}:{kind}"), |p| format!("{engine}:{kind}:{p}"));
                let output = Command::new(env!("CARGO_BIN_EXE_firedoor"))
                    .args(["scan", "--fail-on", "never", "--report", "json=out.json"])
                    // Time for the fault to begin; room for what a sound run takes.
                    .args(match kind {
                        "hang" => ["--timeout", &patience],
                        "swell" => ["--max-memory", "700"],
                        _ => ["--jobs", "2"],
                    })
                    .env("FIREDOOR_FAULT", &fault)
                    .env("FIREDOOR_DB", tree.path().join("no-database-here"))
                    .env("FIREDOOR_TODAY", "2026-11-21")
                    .current_dir(tree.path())
                    .output()
                    .expect("it runs");
                let stderr = String::from_utf8_lossy(&output.stderr);
                let stdout = String::from_utf8_lossy(&output.stdout);
                assert_eq!(output.status.code(), Some(3), "{fault}: {stdout}{stderr}");
                let report = std::fs::read_to_string(tree.path().join("out.json")).expect("still there");
                let said = format!("{stdout}{stderr}{report}");
                assert!(!said.contains("Vk7-trq2Lx9w"), "{fault}: the message of a panic is shown: {said}");
                match kind {
                    "panic" => {
                        assert!(stdout.contains("INCOMPLETE") && stdout.contains("engine-panic"), "{fault}: {stdout}");
                        assert!(stdout.contains(&format!("The {engine} engine failed")), "{fault}: {stdout}");
                        assert!(place.is_none_or(|p| stdout.contains(p)), "{fault}: {stdout}");
                        assert!(report.contains("\"verdict\": \"incomplete\""), "{fault}: {report}");
                    }
                    _ => {
                        let flag = if kind == "hang" { "(--timeout)" } else { "(--max-memory)" };
                        let who = place.map_or("joining its files".to_owned(), |p| format!("on {p}"));
                        assert!(
                            stderr.contains(flag) && stderr.contains(&format!("{engine} {who}")),
                            "{fault}: {stderr}"
                        );
                        assert_eq!(report, "earlier", "{fault}");
                    }
                }
            }
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_output_is_an_error() {
    let tree = Tree::new(&[("a.py", "x = 1\n")]);
    for format in ["text", "json", "sarif"] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("linux has it");
        let output = Command::new(env!("CARGO_BIN_EXE_firedoor"))
            .args(["scan", "--format", format])
            .current_dir(tree.path())
            .stdout(full)
            .output()
            .expect("it runs");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{format}: {stderr}");
        assert!(stderr.contains("cannot write to standard output"), "{format}: {stderr}");
    }
}

/// A database cut off or damaged anywhere is an error that names it, or nothing of it was needed; never a silent pass.
#[test]
fn a_database_that_is_cut_off_or_damaged_is_never_a_pass() {
    let tree = Tree::new(&[("p/requirements.txt", "flask==0.12.2\n")]);
    let advisory = br#"{"schema_version":"1.6.0","id":"PYSEC-2018-66","modified":"2024-01-01T00:00:00Z","summary":"A flaw",
        "affected":[{"package":{"ecosystem":"PyPI","name":"flask"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"0.12.3"}]}]}],
        "database_specific":{"severity":"HIGH"}}"#;
    tree.write("osv/PyPI/PYSEC-2018-66.json", advisory);
    let imported = firedoor(tree.path(), &["db", "import", "osv", "--db", "db"]);
    assert_eq!(imported.code, 0, "{}{}", imported.stdout, imported.stderr);
    let scan = || firedoor(tree.path(), &["sca", "--db", "db", "p"]);
    assert_eq!(scan().code, 1, "the whole one finds it");
    let mut files: Vec<PathBuf> = std::fs::read_dir(tree.path().join("db"))
        .expect("a folder")
        .map(|e| e.expect("readable").path())
        .filter(|p| p.is_file())
        .collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let whole = std::fs::read(&file).expect("readable");
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        for part in 0..8 {
            std::fs::write(&file, &whole[..whole.len() * part / 8]).expect("written");
            let run = scan();
            // The texts of advisories may be gone: then the finding stands without them.
            let stands = run.code == 1 && name.ends_with(".txt") && run.stdout.contains("PYSEC-2018-66");
            assert!(stands || matches!(run.code, 2 | 3), "{name} cut to {part}/8: {} {}", run.code, run.stderr);
            assert!(stands || format!("{}{}", run.stdout, run.stderr).contains("database"), "{name}: {}", run.stdout);
            let mut damaged = whole.clone();
            let at = whole.len() * part / 8;
            damaged[at] ^= 0x55;
            std::fs::write(&file, damaged).expect("written");
            let run = scan();
            assert!(run.code != 0, "{name} damaged at {at}: a pass: {}{}", run.stdout, run.stderr);
        }
        std::fs::remove_file(&file).expect("removed");
        assert!(scan().code != 0, "{name} is gone");
        std::fs::write(&file, whole).expect("written");
    }
    assert_eq!(scan().code, 1);
}

/// A limit on the size of files stands in for a full disk: the write fails half-way, just so.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_and_the_earlier_report_is_intact() {
    let tree = Tree::new(&[("a.py", "eval(input())\n".repeat(400).as_str())]);
    tree.write("out.sarif", b"earlier");
    // With the signal of such a limit ignored, and as everybody has it: it would end the process.
    for before in ["trap '' XFSZ", "true"] {
        let script = format!(
            "{before}; ulimit -f 8; exec \"$0\" scan --no-config --fail-on never --quiet --report sarif=out.sarif"
        );
        let output = Command::new("sh")
            .args(["-c", &script, env!("CARGO_BIN_EXE_firedoor")])
            .current_dir(tree.path())
            .output()
            .expect("it runs");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{before}: {:?} {stderr}", output.status);
        assert!(stderr.contains("cannot write out.sarif") && stderr.contains("too large"), "{stderr}");
        assert_eq!(std::fs::read(tree.path().join("out.sarif")).expect("still there"), b"earlier");
        assert_eq!(temporaries(tree.path()), Vec::<PathBuf>::new(), "what was half written is gone");
    }
}

/// Kills the process at times spread over its whole run: a report is the earlier one or the whole new one.
#[test]
fn killed_at_any_time_a_report_is_the_earlier_one_or_the_whole_new_one() {
    let tree = Tree::new(&[("src/a.py", "eval(input())\n".repeat(50).as_str())]);
    let report = tree.path().join("out.json");
    let begin = std::time::Instant::now();
    let first = firedoor(tree.path(), &["scan", "src", "--fail-on", "never", "--quiet", "--report", "json=out.json"]);
    let whole = begin.elapsed();
    assert_eq!(first.code, 0, "{}", first.stderr);
    let complete = std::fs::read(&report).expect("was written");
    let (mut killed, mut done) = (0, 0);
    for turn in 0..24u32 {
        std::fs::write(&report, "earlier").expect("can be written");
        let mut child = Command::new(env!("CARGO_BIN_EXE_firedoor"))
            .args(["scan", "src", "--fail-on", "never", "--quiet", "--report", "json=out.json"])
            .current_dir(tree.path())
            .env("FIREDOOR_DB", tree.path().join("no-database-here"))
            .env("FIREDOOR_TODAY", "2026-11-21")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        std::thread::sleep(whole.mul_f64(f64::from(turn) / 20.0).min(Duration::from_secs(20)));
        let _ = child.kill();
        let status = child.wait().expect("it ends");
        let left = std::fs::read(&report).expect("is there");
        match status.code() {
            Some(0) => {
                done += 1;
                assert!(left == complete, "a run that ended well wrote all of it");
            }
            Some(code) => panic!("neither killed nor well: {code}"),
            None => {
                killed += 1;
                assert!(left == b"earlier" || left == complete, "{}", String::from_utf8_lossy(&left));
            }
        }
        // What a killed process leaves is a hidden temporary file, and the next run does not judge it.
        temporaries(tree.path()).iter().for_each(|p| std::fs::remove_file(p).expect("can be removed"));
    }
    assert!(killed > 0, "{killed} killed, {done} done");
}

/// No engine, no report and no command but `db update` and `--online` opens a connection.
#[test]
fn nothing_opens_a_network_connection() {
    if Command::new("strace").arg("-V").stdout(Stdio::null()).stderr(Stdio::null()).status().is_err() {
        return eprintln!("NOT RUN: strace is not installed, so that no connection is opened was not checked here");
    }
    let web = root().join("testdata/repos/web-python");
    let tree = Tree::new(&[("package.json", "{}")]);
    let trace = tree.path().join("trace");
    let commands: [&[&str]; 6] = [
        &["scan", "--report", "sarif=out.sarif", "--report", "html=out.html"],
        &["sca"],
        &["secrets", "--archives"],
        &["sbom"],
        &["baseline", "write", "--file", "base"],
        &["db", "status"],
    ];
    for command in commands {
        let mut arguments = command.to_vec();
        let web = web.to_string_lossy().into_owned();
        if command[0] != "db" {
            arguments.push(&web);
        }
        let status = Command::new("strace")
            .args(["-f", "-qq", "-e", "trace=%network", "-o"])
            .arg(&trace)
            .arg(env!("CARGO_BIN_EXE_firedoor"))
            .args(&arguments)
            .current_dir(tree.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("strace runs");
        let calls = std::fs::read_to_string(&trace).expect("strace wrote it");
        if status.code().is_none_or(|c| c > 1) && calls.is_empty() {
            return eprintln!("NOT RUN: strace may not trace here, so that no connection is opened was not checked");
        }
        assert!(status.code().is_some_and(|c| c <= 1), "{command:?}: {status}");
        let sockets: Vec<&str> = calls.lines().filter(|l| l.contains("AF_INET") || l.contains("connect(")).collect();
        assert_eq!(sockets, Vec::<&str>::new(), "{command:?}");
    }
}
