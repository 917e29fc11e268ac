//! What a rule file finds, for comparison with other programs that read the same dialect: `compat RULES FOLDER`. Writes
//! one JSON object per finding with the line of the match and the secret in plain text, so keep its output to yourself.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a developer's tool reads files and prints"
)]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};

use firedoor_core::{Engine, Evidence, Findings, Origin, RepoPath, RuleSource, SourceFile};
use firedoor_secrets::{SecretsConfig, compile};

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let [rules, root] = args.as_slice() else { return println!("usage: compat RULES FOLDER") };
    let read = |path: &Path| fs::read_to_string(path).map_err(|e| e.to_string());
    let folder = Path::new(rules).parent().unwrap_or(Path::new(".")).to_owned();
    let resolve = |name: &str| read(&folder.join(name)).map(|text| RuleSource::new(name, text));
    let sources = vec![RuleSource::new(rules.as_str(), read(Path::new(rules)).expect("readable"))];
    let config = SecretsConfig { builtin: false, extended: false, sources, resolve: &resolve };
    let (engine, diagnostics) = compile(&config);
    diagnostics.iter().for_each(|d| eprintln!("{d}"));
    let scan = engine.start();
    let mut paths = Vec::new();
    collect(Path::new(root), &mut paths);
    paths.sort();
    for path in paths {
        let Ok(content) = fs::read(&path) else { continue };
        let name = path.to_string_lossy().into_owned();
        let file = Arc::new(SourceFile::new(RepoPath::new(name.as_str()), Origin::WorkTree, content));
        let mut found = Findings::default();
        scan.file(&file, &mut found);
        for f in &found.findings {
            let secret = match &f.evidence {
                Evidence::Secret { value, .. } => String::from_utf8_lossy(value.expose()).into_owned(),
                _ => String::new(),
            };
            let line =
                f.properties.get("match-line").and_then(|l| l.parse().ok()).unwrap_or(f.location.region.start_line);
            println!(
                "{}",
                serde_json::json!({"RuleID": f.rule.id.as_str(), "File": name, "StartLine": line, "Secret": secret})
            );
        }
    }
}

fn collect(path: &Path, out: &mut Vec<PathBuf>) {
    if path.is_symlink() || path.file_name().is_some_and(|n| n == ".git") {
        return;
    }
    if let Ok(entries) = fs::read_dir(path) {
        for entry in entries.flatten() {
            collect(&entry.path(), out);
        }
    } else {
        out.push(path.to_owned());
    }
}
