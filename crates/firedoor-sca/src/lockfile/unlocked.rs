//! Manifests without a lock file, and dependencies whose version no file at hand says.
//!
//! A manifest's exact pin is what is installed where no lock file says otherwise: then it is judged. What is not pinned
//! is not judged, and that is said once for each format.

use std::collections::BTreeMap;

use firedoor_core::{EngineId, Notice, RepoPath, SourceFile};

use super::{ListedFile, ListedPackage};

/// Kind of source: a manifest's requirement that names one version.
pub(super) const PIN: &str = "pin";
/// Kind of fact: how many requirements of a manifest name no version.
const OPEN: &str = "open-requirements";

pub(super) fn open(number: usize) -> (String, String) {
    (OPEN.to_owned(), number.to_string())
}

/// The lock files that decide for a manifest.
fn locks_of(format: &str) -> &'static [&'static str] {
    match format {
        "package.json" => &["package-lock.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "deno.lock"],
        "Cargo.toml" => &["Cargo.lock"],
        "pyproject.toml" => &["poetry.lock", "uv.lock", "pdm.lock", "pylock.toml", "Pipfile.lock", "requirements.txt"],
        _ => &[],
    }
}

/// Pins count where no lock file stands in the folder of their manifest or above it. In a change, the lock file may be one
/// that did not change, so that they count only where the whole tree is judged.
pub(super) fn join<'f>(files: &mut [ListedFile], source: &dyn Fn(&RepoPath) -> Option<&'f SourceFile>) {
    let mut folders: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    for file in files.iter() {
        folders.entry(file.format).or_default().push(file.path.parent().to_owned());
    }
    for file in files.iter_mut() {
        let locks = locks_of(file.format);
        if locks.is_empty() {
            continue;
        }
        let whole = source(&file.path).is_some_and(|s| s.changed().is_none());
        let parent = file.path.parent().to_owned();
        let above = |folder: &String| {
            folder.is_empty()
                || parent.strip_prefix(folder.as_str()).is_some_and(|r| r.is_empty() || r.starts_with('/'))
        };
        let locked = locks.iter().filter_map(|lock| folders.get(lock)).flatten().any(above);
        if whole && !locked {
            for package in file.packages.iter_mut().filter(|p| p.source.as_deref() == Some(PIN)) {
                package.source = None;
            }
            continue;
        }
        file.facts.retain(|(kind, _)| kind != OPEN);
        if file.format == "package.json" {
            // Its ranges are not listed either.
            file.packages.retain(|p| p.source.as_deref() != Some(PIN));
        }
        for package in file.packages.iter_mut().filter(|p| p.source.as_deref() == Some(PIN)) {
            package.source = Some("range".to_owned());
        }
    }
}

/// Says of each format how many dependencies have no version that is known. `left_out` tells of packages in groups that do
/// not count.
pub(crate) fn notices<'l>(
    files: impl Iterator<Item = &'l ListedFile>,
    left_out: &dyn Fn(&ListedPackage) -> bool,
) -> Vec<Notice> {
    let mut open: BTreeMap<&'static str, (usize, Vec<&RepoPath>)> = BTreeMap::new();
    for file in files {
        let number = match file.format {
            "requirements.txt" | "pom.xml" => {
                let unknown = |p: &&ListedPackage| match p.source.as_deref() {
                    None => p.version.is_empty() && !left_out(p),
                    Some("range") => !left_out(p),
                    _ => false,
                };
                file.packages.iter().filter(unknown).count()
            }
            _ => file.facts.iter().filter(|(kind, _)| kind == OPEN).filter_map(|(_, n)| n.parse::<usize>().ok()).sum(),
        };
        if number > 0 {
            let known = open.entry(file.format).or_default();
            known.0 += number;
            known.1.push(&file.path);
        }
    }
    let said = |(format, (number, paths)): (&'static str, (usize, Vec<&RepoPath>))| {
        let why = match format {
            "pom.xml" => "a parent or bill of materials that is not at hand decides it",
            "requirements.txt" => "it is not pinned with `==`",
            _ => "it is not pinned, and no lock file stands beside or above",
        };
        let first: Vec<&str> = paths.iter().take(5).map(|p| p.as_str()).collect();
        let more = paths.len().saturating_sub(first.len());
        let message = format!(
            "{number} {} of {format} without a known version ({why}) {} not judged: {}{}.",
            if number == 1 { "dependency" } else { "dependencies" },
            if number == 1 { "was" } else { "were" },
            first.join(", "),
            if more > 0 { format!(" and {more} more files") } else { String::new() }
        );
        let notice = Notice::warning("version-unknown", message).by(EngineId::Sca);
        match paths.first() {
            Some(path) => notice.at(path),
            None => notice,
        }
    };
    open.into_iter().map(said).collect()
}
