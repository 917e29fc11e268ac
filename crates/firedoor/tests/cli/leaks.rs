//! Planted secrets come out nowhere: no format, no log, no baseline, no message about a broken file, no panic.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use firedoor_testkit::git::{self, GitRepo};

use crate::support::{FORMATS, Run, Tree, firedoor};

/// The planted ones. They are put together here, so that no whole one stands in this repository.
fn secrets() -> Vec<String> {
    vec![
        ["Vk7-trq", "2Lx9w"].concat(),
        ["ghp_", "A1b2C3d4E5f6G7h8", "I9j0K1l2M3n4O5p6Q7r8"].concat(),
        ["AKIA", "Z7Q2MXN4PL3RTVKW"].concat(),
        ["qT9&mLw", "4z7R8x2"].concat(),
        ["p\u{e4}ss-W", "0rt/9\u{df}x-K3"].concat(),
    ]
}

/// A project that holds each of them more than once, in code that other engines speak of, too.
fn files() -> Vec<(String, String)> {
    let s = secrets();
    vec![
        ("settings.py".into(), format!("db_url = \"postgres://reports:{}@db.internal:5432/app\"\n", s[0])),
        (
            "app.py".into(),
            format!(
                "import os\nfrom flask import request\n\n\ndef f():\n    token = \"{0}\"\n    os.system(\"curl -H 'Authorization: {0}' \" + request.args[\"x\"])\n    os.system(f\"echo {1} \" + request.args[\"y\"])\n",
                s[1], s[0]
            ),
        ),
        (".env".into(), format!("AWS_ACCESS_KEY_ID={}\nDB_PASSWORD=\"{}\"\nMAIL_PASSWORD='{}'\n", s[2], s[3], s[4])),
        ("two.js".into(), format!("const password = \"{0}\"; eval(\"{0}\" + location.hash);\n", s[3])),
        ("requirements.txt".into(), format!("--index-url https://ci:{}@pypi.internal/simple\nflask==0.12.2\n", s[0])),
        ("suppressed.py".into(), format!("k = \"{}\"  # firedoor:ignore reason=\"the key {0} is old\"\n", s[1])),
    ]
}

fn shown(text: &str) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for secret in secrets() {
        let json = serde_json::to_string(&secret).expect("a string");
        let xml = secret.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
        let csv = secret.replace('"', "\"\"");
        // All but the ends: a mask shows those of long ones.
        let inner: String = secret.chars().skip(4).take(secret.chars().count() - 8).collect();
        for spelling in [secret.as_str(), json.trim_matches('"'), &xml, &csv, &inner] {
            if spelling.len() > 3 && text.contains(spelling) {
                out.insert(spelling.to_owned());
            }
        }
    }
    out
}

fn check(run: &Run, what: &str) {
    for (stream, text) in [("stdout", &run.stdout), ("stderr", &run.stderr)] {
        let shown = shown(text);
        let lines: Vec<&str> = text.lines().filter(|l| shown.iter().any(|s| l.contains(s.as_str()))).take(3).collect();
        assert!(shown.is_empty(), "{what}: {stream} shows {shown:?}: {lines:#?}");
    }
}

#[test]
fn no_format_and_no_log_shows_a_planted_secret() {
    let owned = files();
    let tree = Tree::new(&owned.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect::<Vec<_>>());
    let found = firedoor(tree.path(), &["scan", "--format", "json"]).json();
    let secret = found["findings"].as_array().expect("a list").iter().filter(|f| f["engine"] == "secrets").count();
    assert!(secret >= secrets().len(), "{secret} are found: {}", found["findings"]);
    assert!(
        found["findings"].as_array().is_some_and(|l| l.iter().any(|f| f["engine"] == "sast")),
        "and quoted by others"
    );
    for format in FORMATS {
        let loud =
            ["scan", "--format", format, "--explain-score", "--show-suppressed", "--color", "always", "--profile"];
        let output = Command::new(env!("CARGO_BIN_EXE_firedoor"))
            .args(loud)
            .current_dir(tree.path())
            .env("RUST_LOG", "trace")
            .env("RUST_BACKTRACE", "full")
            .output()
            .expect("it runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let run = Run { code: 0, stdout: text(&output.stdout), stderr: text(&output.stderr) };
        assert_eq!(output.status.code(), Some(1), "{format}: {}", run.stderr);
        check(&run, format);
    }
    let written = firedoor(tree.path(), &["baseline", "write", "--file", "b"]);
    check(&written, "baseline write");
    let baseline = std::fs::read_to_string(tree.path().join("b")).expect("written");
    assert!(shown(&baseline).is_empty(), "{baseline}");
    for secret in secrets() {
        // Nor a plain hash: whoever guesses the secret could test the guess.
        assert!(!baseline.contains(&sha256(&secret)[..16]), "{baseline}");
    }
    check(&firedoor(tree.path(), &["baseline", "diff", "--file", "b"]), "baseline diff");
    for arguments in [&["sca", "--list-packages"][..], &["sbom"], &["sbom", "--format", "spdx"], &["config", "show"]] {
        check(&firedoor(tree.path(), arguments), &arguments.join(" "));
    }
}

fn sha256(text: &str) -> String {
    use sha2::Digest as _;
    sha2::Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
}

/// A line beside a secret may hold another one that no rule knows.
#[test]
fn other_engines_alone_show_none_either() {
    // A value that only another file gives away is not known here.
    let s = secrets();
    let python = format!(
        "import os\nfrom flask import request\n\n\ndef f():\n    token = \"{0}\"\n    os.system(\"curl -H '{0}' \" + request.args[\"x\"])\n",
        s[1]
    );
    let script = format!("const password = \"{0}\"; eval(\"{0}\" + location.hash);\n", s[3]);
    let skip = "[secrets]\nexclude = [\"**\"]\n";
    let (few, none) = ("[secrets]\nonly = [\"slack*\"]\n", "[secrets]\nbuiltin = false\n");
    let small = "[secrets]\nmax-file-size = \"10B\"\n";
    let configurations = [("skip.toml", skip), ("few.toml", few), ("none.toml", none), ("small.toml", small)];
    let tree = Tree::new(&[("app.py", &python), ("two.js", &script)]);
    configurations.iter().for_each(|(name, text)| drop(tree.write(name, text.as_bytes())));
    let config = configurations.map(|(name, _)| ["--config", name]);
    tree.write("own.toml", b"[[rules]]\nid = \"own\"\nregex = \"nothing-[0-9]{9}\"\nkeywords = [\"nothing\"]\n");
    let engines = [["--engines", "sast"], ["--engines", "sast,sca"], ["--rules", "own.toml"]];
    for format in FORMATS {
        for more in engines.iter().chain(&config) {
            let mut arguments = vec!["scan", "--format", format];
            arguments.extend(more);
            let run = firedoor(tree.path(), &arguments);
            assert_eq!(run.code, 1, "{format}: {}", run.stderr);
            check(&run, &format!("{format} {more:?}"));
        }
    }
}

#[test]
fn no_format_quotes_the_lines_beside_a_secret() {
    let known = format!("u = \"postgres://new:{}@db.internal:5432/app\"", ["Vk7-trq", "2Lx9w"].concat());
    let tree = Tree::new(&[("a.py", format!("a = 1\nb = \"nobody knows\"\n{known}\nc = \"nor this\"\n").as_str())]);
    for format in FORMATS {
        let run = firedoor(tree.path(), &["scan", "--format", format]);
        assert_eq!(run.code, 1, "{format}: {}", run.stderr);
        assert!(!run.stdout.contains("nobody knows") && !run.stdout.contains("nor this"), "{format}: {}", run.stdout);
    }
}

#[test]
fn messages_about_broken_files_do_not_quote_their_secrets() {
    let s = secrets();
    let (password, token) = (&s[0], &s[1]);
    let tree = Tree::new(&[("a.py", "x = 1\n"), ("b/package.json", "{}")]);
    let broken: Vec<(&str, String, &[&str])> = vec![
        ("firedoor.toml", format!("salt = \"{password}\"\n"), &["scan"]),
        ("firedoor.toml", format!("[gate]\nsalt = \"{password}\" x\n"), &["config", "show"]),
        ("firedoor.toml", format!("[sca]\nmirror = \"https://ci:{password}@mirror.internal/\" x\n"), &["scan"]),
        ("firedoor.toml", format!("[secrets]\nallow-values = ['({token}']\n"), &["scan"]),
        ("firedoor.toml", format!("[gate]\nfail-on = \"{token}\"\n"), &["scan"]),
        ("r.toml", format!("[[rules]]\nid = \"x\"\nregex = '''({token}'''\n"), &["secrets", "--rules", "r.toml"]),
        (
            "r.yaml",
            format!(
                "rules:\n  - id: a\n    message: m\n    languages: [python]\n    severity: ERROR\n    pattern: f(\"{token}\", (\n"
            ),
            &["sast", "--rules", "r.yaml"],
        ),
        ("r.yaml", format!("rules:\n  - id: a\n    mesage: {token}\n"), &["sast", "--rules", "r.yaml"]),
        (
            "base",
            format!("{{\"firedoor-baseline\":1}}\n{{\"path\":\"{token}\",\"x\":1}}\n"),
            &["scan", "--baseline", "base"],
        ),
        ("base", format!("[{{\"Secret\":\"{token}\",\n"), &["scan", "--baseline", "base"]),
        ("b/package-lock.json", format!("{{\"lockfileVersion\": 3, \"packages\": {{\"x\": \"{token}\" "), &["sca"]),
        ("b/Cargo.lock", format!("x = [1,\n token = \"{token}\n"), &["sca"]),
        (".gitleaksignore", format!("{token}\n"), &["secrets"]),
        (".trivyignore", format!("CVE-1 exp:{token}\n"), &["sca"]),
        ("vex.json", format!("{{\"@context\":\"{token}\" "), &["sca", "--vex", "vex.json"]),
    ];
    for (path, text, arguments) in broken {
        let file = tree.write(path, text.as_bytes());
        let run = firedoor(tree.path(), arguments);
        check(&run, &format!("{arguments:?} with {path}: {text}"));
        std::fs::remove_file(file).expect("there");
    }
    tree.write(
        "firedoor.toml",
        format!("[gate]\nsalt = \"{password}\"\n[sca]\nmirror = \"https://ci:{password}@127.0.0.1:9/\"\n").as_bytes(),
    );
    for arguments in [&["config", "show", "--origin"][..], &["db", "update", "--ecosystems", "npm", "--db", "d"]] {
        check(&firedoor(tree.path(), arguments), &arguments.join(" "));
    }
    let api = format!("http://ci:{password}@127.0.0.1:9");
    tree.write("b/package-lock.json", br#"{"lockfileVersion":3,"packages":{"node_modules/a":{"version":"1.0.0"}}}"#);
    check(&firedoor(tree.path(), &["sca", "--online", "--osv-api", &api, "--crates-index", ""]), "--online");
}

#[test]
fn git_gives_nothing_away() {
    if !git::available() {
        return eprintln!("NOT RUN: git is not installed");
    }
    let s = secrets();
    let repo = GitRepo::new();
    let owned = files();
    repo.commit("start", &[("a", "x\n")]);
    repo.git(&["remote", "add", "origin", &format!("https://ci:{}@github.com/a/b.git", s[0])]);
    repo.commit(
        &format!("the key {} goes in", s[1]),
        &owned.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect::<Vec<_>>(),
    );
    repo.git(&["rm", "-q", "app.py", ".env"]);
    repo.commit(&format!("and {} out", s[0]), &[("a", "y\n")]);
    let scan = |arguments: &[&str]| firedoor(Path::new(repo.path()), arguments);
    for format in FORMATS {
        check(&scan(&["secrets", "--history", "--format", format]), &format!("history {format}"));
        check(&scan(&["scan", "--diff", "HEAD~2", "--format", format]), &format!("diff {format}"));
    }
    repo.write("staged.py", &owned[0].1);
    repo.git(&["add", "staged.py"]);
    check(&scan(&["scan", "--staged", "--format", "sarif"]), "staged");
    let output = repo.try_git(&["log", "--oneline"]);
    assert!(output.status.success());
}
