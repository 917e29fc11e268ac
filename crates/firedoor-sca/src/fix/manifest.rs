//! The requirements that a manifest writes down, with the bytes of each.

use firedoor_core::{RepoPath, SourceFile, Span};

use super::constraint::Style;
use crate::doc::{Node, Value, json, toml};

/// One requirement of a manifest.
pub(super) struct Requirement {
    /// The package, by its real name.
    pub(super) name: String,
    /// As written, without quotes.
    pub(super) text: String,
    /// Its bytes in the file.
    pub(super) span: Span,
    /// Whether it overrides what others ask for (`overrides`, `resolutions`): then it counts for transitive packages.
    pub(super) overrides: bool,
}

/// The manifest beside a lock file, and whose grammar it speaks.
pub(super) fn of_lock(format: &str) -> Option<(&'static str, Style)> {
    Some(match format {
        "package-lock.json" | "yarn.lock" | "pnpm-lock.yaml" | "bun.lock" => ("package.json", Style::Npm),
        "Cargo.lock" => ("Cargo.toml", Style::Cargo),
        _ => return None,
    })
}

/// The command that brings a lock file up to date with an edited manifest.
pub(super) fn refresh(format: &str, name: &str, from: &str, to: &str) -> Option<String> {
    Some(match format {
        "package-lock.json" => "npm install".to_owned(),
        "yarn.lock" => "yarn install".to_owned(),
        "pnpm-lock.yaml" => "pnpm install".to_owned(),
        "bun.lock" => "bun install".to_owned(),
        "Cargo.lock" => format!(
            "cargo update {} --precise {}",
            crate::advice::word(&format!("{name}@{from}")),
            crate::advice::word(to)
        ),
        "go.mod" => "go mod tidy".to_owned(),
        "requirements.txt" => "pip install -r {file}".to_owned(),
        "MSBuild project" => "dotnet restore".to_owned(),
        _ => return None,
    })
}

/// The requirements of a manifest.
pub(super) fn requirements(file: &SourceFile, style: Style) -> Vec<Requirement> {
    let text = crate::doc::text_of(file.bytes());
    let mut out = Vec::new();
    match style {
        Style::Npm => package_json(&text, &mut out),
        Style::Cargo => cargo_toml(&text, &mut out),
    }
    out
}

/// Adds a requirement if its text stands in the file as it was read, without escapes.
fn add(text: &str, name: &str, node: &Node<'_>, overrides: bool, out: &mut Vec<Requirement>) {
    let Value::Text(written) = &node.value else { return };
    // Behind the quote.
    let start = node.at as usize + 1;
    if text.get(start..start + written.len()) == Some(&**written) {
        let span = Span::new(start, start + written.len());
        out.push(Requirement { name: name.to_owned(), text: written.to_string(), span, overrides });
    }
}

fn package_json(text: &str, out: &mut Vec<Requirement>) {
    let parsed = json::parse(text);
    if parsed.broken.is_some() {
        return;
    }
    let root = &parsed.root;
    for (path, overrides) in [
        (&["dependencies"][..], false),
        (&["devDependencies"], false),
        (&["optionalDependencies"], false),
        (&["overrides"], true),
        (&["resolutions"], true),
        (&["pnpm", "overrides"], true),
    ] {
        for entry in root.at_path(path).map(Node::entries).unwrap_or_default() {
            add(text, &entry.key, &entry.node, overrides, out);
        }
    }
}

fn cargo_toml(text: &str, out: &mut Vec<Requirement>) {
    let parsed = toml::parse(text);
    if parsed.broken.is_some() {
        return;
    }
    let root = &parsed.root;
    let targets = root.get("target").map(Node::entries).unwrap_or_default().iter().map(|e| &e.node);
    for table in std::iter::once(root).chain(root.get("workspace")).chain(targets) {
        for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
            for entry in table.get(kind).map(Node::entries).unwrap_or_default() {
                let node = &entry.node;
                // A path or a repository decides then, not the version.
                if ["path", "git", "registry"].iter().any(|k| node.get(k).is_some()) {
                    continue;
                }
                let name = node.text_of("package").unwrap_or(&entry.key);
                add(text, name, node.get("version").unwrap_or(node), false, out);
            }
        }
    }
}

/// Whether a manifest belongs to the lock file of a folder: it lies there or below, and no nearer folder has a lock file of
/// the same format.
pub(crate) fn belongs(manifest: &RepoPath, folder: &str, locks: &[&str]) -> bool {
    let mut at = manifest.parent();
    loop {
        if locks.contains(&at) {
            return at == folder;
        }
        match at.rsplit_once('/') {
            Some((up, _)) => at = up,
            None if at.is_empty() => return false,
            None => at = "",
        }
    }
}
