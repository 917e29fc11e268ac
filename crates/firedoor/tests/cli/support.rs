//! Running the binary in a folder of its own.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;

/// Every form of a report.
pub(crate) const FORMATS: &[&str] = &[
    "text",
    "json",
    "jsonl",
    "sarif",
    "sarif-github",
    "github",
    "markdown",
    "junit",
    "gitlab-sast",
    "gitlab-secrets",
    "gitlab-dependencies",
    "codeclimate",
    "csv",
    "rdjson",
    "semgrep-json",
    "gitleaks-json",
    "html",
];

/// The repository's root.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a run gave.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|e| panic!("{e}\n{}\n{}", self.stdout, self.stderr))
    }
}

/// Runs `firedoor` with these arguments in `dir`, without the user's own database or clock.
pub(crate) fn firedoor(dir: &Path, arguments: &[&str]) -> Run {
    firedoor_with(dir, arguments, b"")
}

/// The same with bytes on standard input.
pub(crate) fn firedoor_with(dir: &Path, arguments: &[&str], stdin: &[u8]) -> Run {
    let output = Command::cargo_bin("firedoor")
        .expect("the binary is built")
        .current_dir(dir)
        .env("FIREDOOR_DB", dir.join("no-database-here"))
        .env("FIREDOOR_TODAY", "2026-11-21")
        .env_remove("NO_COLOR")
        .args(arguments)
        .write_stdin(stdin)
        .timeout(std::time::Duration::from_secs(300))
        .output()
        .expect("it runs");
    let run = Run {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    };
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    run
}

/// A folder with files, removed at the end.
pub(crate) struct Tree(tempfile::TempDir);

impl Tree {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let tree = Self(tempfile::tempdir().expect("a temporary folder"));
        for (path, text) in files {
            tree.write(path, text.as_bytes());
        }
        tree
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, path: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.path().join(path);
        std::fs::create_dir_all(path.parent().expect("has a folder")).expect("can be made");
        std::fs::write(&path, bytes).expect("can be written");
        path
    }
}

/// `engine rule path:line` of every finding in a JSON report, in its order.
pub(crate) fn lines(report: &Value) -> Vec<String> {
    report["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .map(|f| {
            format!(
                "{} {} {}:{}",
                f["engine"].as_str().expect("engine"),
                f["rule"].as_str().expect("rule"),
                f["location"]["path"].as_str().expect("path"),
                f["location"]["start_line"]
            )
        })
        .collect()
}

/// Codes of the notices of a JSON report.
pub(crate) fn notices(report: &Value) -> Vec<String> {
    report["notices"]
        .as_array()
        .expect("notices")
        .iter()
        .map(|n| {
            let line = n["line"].as_u64().map_or_else(String::new, |l| format!(":{l}"));
            format!("{} {}{line}", n["code"].as_str().expect("code"), n["path"].as_str().unwrap_or("-"))
        })
        .collect()
}
