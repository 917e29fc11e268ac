//! The house's own rules: floors, module docs, file sizes, one rule = two files, licences.
//!
//! These are checks of the repository, not of behaviour; each failure says what to do.

#![allow(clippy::disallowed_methods, reason = "these tests read the repository")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn manifest(path: &Path) -> toml::Table {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Who may use whom. Dependencies point down only; engines do not know one another. A new edge deserves a sentence in
/// the pull request and a line here.
const EDGES: &[(&str, &[&str])] = &[
    ("firedoor-core", &[]),
    ("firedoor-rules", &[]),
    ("firedoor-testkit", &["firedoor-core"]),
    ("firedoor-yaml", &["firedoor-core"]),
    ("firedoor-input", &["firedoor-core"]),
    ("firedoor-lang", &["firedoor-core"]),
    ("firedoor-secrets", &["firedoor-core", "firedoor-rules"]),
    ("firedoor-sast", &["firedoor-core", "firedoor-lang", "firedoor-rules", "firedoor-yaml"]),
    ("firedoor-sca", &["firedoor-core", "firedoor-lang"]),
    ("firedoor-gate", &["firedoor-core"]),
    ("firedoor-report", &["firedoor-core"]),
    (
        "firedoor-scan",
        &[
            "firedoor-core",
            "firedoor-gate",
            "firedoor-input",
            "firedoor-lang",
            "firedoor-report",
            "firedoor-rules",
            "firedoor-sast",
            "firedoor-sca",
            "firedoor-secrets",
        ],
    ),
];

#[test]
fn dependencies_point_down_only() {
    let allowed: BTreeMap<_, _> = EDGES.iter().copied().collect();
    let root_manifest = manifest(&root().join("Cargo.toml"));
    let members = root_manifest["workspace"]["members"].as_array().expect("a list of members");
    for member in members {
        let dir = member.as_str().expect("a path");
        if dir == "xtask" {
            continue;
        }
        let m = manifest(&root().join(dir).join("Cargo.toml"));
        let name = m["package"]["name"].as_str().expect("a name");
        if dir != "rules" {
            assert_eq!(dir, format!("crates/{name}"), "a crate's folder has its name");
        }
        let allowed = allowed.get(name).unwrap_or_else(|| panic!("{name} is not in the table of edges in {}", file!()));
        let used = m.get("dependencies").and_then(toml::Value::as_table).cloned().unwrap_or_default();
        for dependency in used.keys().filter(|d| d.starts_with("firedoor-")) {
            assert!(
                allowed.contains(&dependency.as_str()),
                "{name} may not depend on {dependency}: see ARCHITECTURE.md, floors"
            );
        }
    }
}

#[test]
fn engines_may_not_open_files_processes_or_connections() {
    let banned = manifest(&root().join("clippy.toml"));
    let banned = banned["disallowed-methods"].as_array().expect("a list");
    let has = |path: &str| banned.iter().any(|b| b.get("path").and_then(toml::Value::as_str) == Some(path));
    for path in ["std::fs::read", "std::fs::File::open", "std::process::Command::new", "std::net::TcpStream::connect"] {
        assert!(has(path), "clippy.toml no longer bans {path}");
    }
    for engine in ["core", "lang", "secrets", "sast", "sca", "gate", "report"] {
        for file in rust_files(&root().join(format!("crates/firedoor-{engine}/src"))) {
            // Tests of an engine may read what is committed beside it.
            if file.file_stem().is_some_and(|s| s.to_string_lossy().ends_with("tests")) {
                continue;
            }
            let text = fs::read_to_string(&file).expect("readable");
            assert!(
                !text.contains("clippy::disallowed_methods"),
                "{}: this crate is handed files and may not lift the ban on opening them",
                file.display()
            );
        }
    }
}

#[test]
fn every_crate_forbids_unsafe_code_and_shares_the_lints() {
    let m = manifest(&root().join("Cargo.toml"));
    assert_eq!(m["workspace"]["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
    for member in m["workspace"]["members"].as_array().expect("members") {
        let path = root().join(member.as_str().expect("a path")).join("Cargo.toml");
        let m = manifest(&path);
        assert_eq!(m["lints"]["workspace"].as_bool(), Some(true), "{} needs [lints] workspace = true", path.display());
    }
    assert!(!root().join("rust-toolchain.toml").exists(), "users build with the stable that they have");
}

fn rust_files(dir: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut stack = vec![dir.to_path_buf()];
    while let Some(dir) = stack.pop() {
        let Ok(entries) = fs::read_dir(&dir) else { continue };
        for path in entries.filter_map(|e| e.ok().map(|e| e.path())) {
            if path.is_dir() {
                stack.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn our_rust_files() -> Vec<PathBuf> {
    ["crates", "rules/src", "xtask/src"].iter().flat_map(|d| rust_files(&root().join(d))).collect()
}

#[test]
fn every_module_says_what_it_is_for() {
    let silent: Vec<_> =
        our_rust_files().into_iter().filter(|f| !fs::read_to_string(f).expect("readable").starts_with("//!")).collect();
    assert!(silent.is_empty(), "these modules need a first `//!` line: {silent:#?}");
}

#[test]
fn files_stay_small() {
    let long: Vec<_> = our_rust_files()
        .into_iter()
        .map(|f| (fs::read_to_string(&f).expect("readable").lines().count(), f))
        .filter(|(lines, _)| *lines > 800)
        .collect();
    assert!(long.is_empty(), "these files have more than 800 lines, split them: {long:#?}");
}

#[test]
fn every_code_rule_has_its_fixture() {
    let mut missing = Vec::new();
    let mut stack = vec![root().join("rules/sast")];
    while let Some(dir) = stack.pop() {
        let entries: Vec<_> = fs::read_dir(&dir).expect("readable").filter_map(|e| e.ok().map(|e| e.path())).collect();
        for path in &entries {
            let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
            if path.is_dir() {
                stack.push(path.clone());
            } else if name.ends_with(".yaml") && !name.contains(".test.") {
                let base = name.trim_end_matches(".yaml");
                let has = entries.iter().any(|other| {
                    other != path
                        && other.file_name().and_then(|n| n.to_str()).is_some_and(|n| n.split('.').next() == Some(base))
                });
                if !has {
                    missing.push(path.clone());
                }
            }
        }
    }
    assert!(missing.is_empty(), "a rule is two files: these have no fixture beside them: {missing:#?}");
}

#[test]
fn workflows_and_action_are_pinned_by_hash() {
    let mut files = vec![root().join("action.yml")];
    if let Ok(dir) = fs::read_dir(root().join(".github/workflows")) {
        files.extend(dir.filter_map(|e| e.ok().map(|e| e.path())));
    }
    for file in files.iter().filter(|f| f.exists()) {
        for (n, line) in fs::read_to_string(file).expect("readable").lines().enumerate() {
            let Some((_, used)) = line.split_once("uses:") else { continue };
            let used = used.trim();
            let pin = used.split_once('@').map_or("", |(_, p)| p.split_whitespace().next().unwrap_or(""));
            assert!(
                used.starts_with("./")
                    || used.starts_with("$/")
                    || (pin.len() == 40 && pin.bytes().all(|b| b.is_ascii_hexdigit())),
                "{}:{}: pin `{used}` by its full commit hash",
                file.display(),
                n + 1
            );
        }
    }
}

#[test]
fn documents_link_to_files_that_exist() {
    let mut broken = Vec::new();
    let mut documents: Vec<_> = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"]
        .iter()
        .map(|d| root().join(d))
        .collect();
    documents.extend(
        fs::read_dir(root().join("docs"))
            .expect("docs/ exists")
            .filter_map(|e| e.ok().map(|e| e.path()))
            .filter(|p| p.extension().is_some_and(|e| e == "md")),
    );
    for document in documents {
        let text = fs::read_to_string(&document).unwrap_or_else(|e| panic!("{}: {e}", document.display()));
        for part in text.split("](").skip(1) {
            let target = part.split([')', '#', ' ']).next().unwrap_or_default();
            if target.is_empty() || target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            if !document.parent().expect("has a folder").join(target).exists() {
                broken.push(format!("{}: {target}", document.display()));
            }
        }
    }
    assert!(broken.is_empty(), "broken links: {broken:#?}");
}
