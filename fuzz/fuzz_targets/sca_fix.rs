//! Planning upgrades over any manifest: edits lie within the file, replace what they say, and never overlap another text.
#![no_main]

use firedoor_core::{Origin, RepoPath, Severity, SourceFile, Upgrade};
use firedoor_sca::{FixOptions, plan_fixes};
use libfuzzer_sys::fuzz_target;

const PATHS: &[&str] =
    &["requirements.txt", "go.mod", "pom.xml", "a.csproj", "pyproject.toml", "package.json", "Cargo.toml"];

fuzz_target!(|data: (u8, &str, &str, &str)| {
    let (first, text, from, to) = data;
    let path = PATHS[usize::from(first) % PATHS.len()];
    let file = |path: &str, text: &str| SourceFile::new(RepoPath::new(path), Origin::WorkTree, text.as_bytes().to_vec());
    let files = [file(path, text), file("package-lock.json", "{}"), file("Cargo.lock", "")];
    let mut upgrades = Vec::new();
    let mut add = |path: &str, name: &str, from: &str| {
        upgrades.push(Upgrade {
            path: RepoPath::new(path),
            ecosystem: "npm".to_owned(),
            name: name.to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
            direct: Some(true),
            comes_with: None,
            closes: Vec::new(),
            severity: Severity::High,
            command: None,
            held_by: None,
        });
    };
    for package in firedoor_sca::list_packages(&files[0]).map(|(p, _)| p).unwrap_or_default().iter().take(20) {
        add(path, &package.name, &package.version);
    }
    add("package-lock.json", "a", from);
    add("Cargo.lock", "a", from);
    for fixed in plan_fixes(&upgrades, &files, FixOptions { breaking: first > 127 }).fixed {
        for (edit, before) in fixed.edits {
            assert_eq!(files[0].slice(edit.span), before.as_bytes());
        }
    }
});
