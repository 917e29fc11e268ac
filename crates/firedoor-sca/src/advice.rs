//! The way out: why a package is there, what upgrade closes what, and how to make it.
//!
//! Nothing here resolves versions. An upgrade is offered as an edit only where the file names one version for one
//! package and no checksum must change with it (`requirements.txt` without hashes, `go.mod`); elsewhere the package
//! manager's own command is printed.

use std::collections::{BTreeMap, VecDeque};

use firedoor_core::{Edit, Evidence, Finding, Fix, RepoPath, SourceFile, Span};

use crate::lockfile::{ListedFile, ListedPackage};
use crate::version::compare_versions;

/// Longest path that a finding prints.
const MAX_PATH: usize = 12;

/// For each package of a file, the one before it on a shortest path from a direct dependency.
#[derive(Debug, Default)]
pub(crate) struct Paths {
    before: Vec<Option<usize>>,
    reached: Vec<bool>,
}

impl Paths {
    /// Breadth-first from the direct dependencies; empty where the file does not tell them.
    pub(crate) fn of(file: &ListedFile) -> Self {
        let count = file.packages.len();
        let mut paths = Self { before: vec![None; count], reached: vec![false; count] };
        let mut queue: VecDeque<usize> = VecDeque::new();
        for (i, package) in file.packages.iter().enumerate() {
            if package.direct == Some(true) && package.source.as_deref() != Some("path") {
                paths.reached[i] = true;
                queue.push_back(i);
            }
        }
        while let Some(i) = queue.pop_front() {
            for &to in &file.packages[i].dependencies {
                if to < count && !paths.reached[to] {
                    paths.reached[to] = true;
                    paths.before[to] = Some(i);
                    queue.push_back(to);
                }
            }
        }
        paths
    }

    /// The shortest path to a package, from the direct dependency on; empty where there is none.
    pub(crate) fn to(&self, target: usize) -> Vec<usize> {
        if !self.reached.get(target).copied().unwrap_or(false) {
            return Vec::new();
        }
        let mut path = vec![target];
        let mut at = target;
        while let Some(before) = self.before.get(at).copied().flatten() {
            path.push(before);
            at = before;
        }
        path.reverse();
        path
    }
}

/// A path as `a 1.0 → b 2.0`.
pub(crate) fn path_text(file: &ListedFile, path: &[usize]) -> String {
    let shown: Vec<String> = path
        .iter()
        .take(MAX_PATH)
        .filter_map(|i| file.packages.get(*i))
        .map(|p| format!("{} {}", p.name, p.version))
        .collect();
    let more = if path.len() > MAX_PATH { " → …" } else { "" };
    format!("{}{more}", shown.join(" → "))
}

/// The command that makes an upgrade, by the lock file's package manager.
pub(crate) fn command(format: &str, package: &ListedPackage, to: &str) -> Option<String> {
    let ListedPackage { name, version, .. } = package;
    let direct = package.direct != Some(false);
    Some(match format {
        "Cargo.lock" => format!("cargo update {name}@{version} --precise {to}"),
        "package-lock.json" if direct => format!("npm install {name}@{to}"),
        "package-lock.json" => format!("npm update {name}"),
        "yarn.lock" => format!("yarn up {name}"),
        "pnpm-lock.yaml" if direct => format!("pnpm update {name}@{to}"),
        "pnpm-lock.yaml" => format!("pnpm update --depth Infinity {name}"),
        "bun.lock" => format!("bun update {name}"),
        "go.mod" | "go.sum" if name == "stdlib" => format!("go get go@{to}"),
        "go.mod" | "go.sum" | "vendor/modules.txt" => format!("go get {name}@v{to}"),
        "requirements.txt" => format!("pip install '{name}=={to}'"),
        "poetry.lock" => format!("poetry update {name}"),
        "uv.lock" => format!("uv lock --upgrade-package {name}=={to}"),
        "pdm.lock" => format!("pdm update {name}"),
        "Pipfile.lock" => format!("pipenv upgrade {name}=={to}"),
        "Gemfile.lock" => format!("bundle update {name}"),
        "composer.lock" => format!("composer update {name} --with-dependencies"),
        "packages.lock.json" | "project.assets.json" => format!("dotnet add package {name} --version {to}"),
        "paket.lock" => format!("paket update {name} --version {to}"),
        "mix.lock" => format!("mix deps.update {name}"),
        "pubspec.lock" => format!("dart pub upgrade {name}"),
        "Package.resolved" => "swift package update".to_owned(),
        "Podfile.lock" => format!("pod update {name}"),
        _ => return None,
    })
}

/// The edit that makes an upgrade, where the file can be edited without a resolver.
pub(crate) fn edit(format: &str, file: &SourceFile, package: &ListedPackage, to: &str) -> Option<Fix> {
    let written = match format {
        "requirements.txt" if package.hashes.is_empty() && package.source.is_none() => package.version.clone(),
        "go.mod" if package.name != "stdlib" => format!("v{}", package.version),
        _ => return None,
    };
    // The name, then the version, on the package's own line: anything less clear is left alone.
    let line = file.lines().line_span(file.bytes(), package.line);
    let text = std::str::from_utf8(file.slice(line)).ok()?;
    let name = text.find(&package.name)? + package.name.len();
    let at = name + text.get(name..)?.find(&written)?;
    let start = line.start as usize + at;
    let replacement = if format == "go.mod" { format!("v{to}") } else { to.to_owned() };
    let span = Span::new(start, start + written.len());
    let region = file.lines().region(file.bytes(), span);
    let edit = Edit { path: file.path().clone(), span, region, replacement };
    let description = format!("Upgrade {} from {} to {to}.", package.name, package.version);
    Some(Fix { description, edits: vec![edit] })
}

/// One upgrade and what it closes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upgrade {
    /// The lock file.
    pub path: RepoPath,
    /// OSV's ecosystem.
    pub ecosystem: String,
    /// The package.
    pub name: String,
    /// Its version now.
    pub from: String,
    /// The smallest version that closes all of [`Self::closes`].
    pub to: String,
    /// Rules whose findings it closes, sorted.
    pub closes: Vec<String>,
    /// The package manager's command, where one is known.
    pub command: Option<String>,
}

/// The upgrades that findings ask for, those that close most first.
#[must_use]
pub fn upgrades<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Vec<Upgrade> {
    let mut out: BTreeMap<(RepoPath, String, String, String), Upgrade> = BTreeMap::new();
    for finding in findings {
        let Evidence::Dependency { package, .. } = &finding.evidence else { continue };
        let Some(to) = finding.properties.get("fixed-in") else { continue };
        let path = &finding.location.path;
        let key = (path.clone(), package.ecosystem.clone(), package.name.clone(), package.version.clone());
        let upgrade = out.entry(key).or_insert_with(|| Upgrade {
            path: path.clone(),
            ecosystem: package.ecosystem.clone(),
            name: package.name.clone(),
            from: package.version.clone(),
            to: to.clone(),
            closes: Vec::new(),
            command: None,
        });
        let newer = compare_versions(&package.ecosystem, to, &upgrade.to).is_some_and(std::cmp::Ordering::is_gt);
        if newer || upgrade.command.is_none() {
            upgrade.command = finding.properties.get("fix-command").cloned();
        }
        if newer {
            upgrade.to.clone_from(to);
        }
        upgrade.closes.push(finding.rule.id.as_str().to_owned());
    }
    let mut all: Vec<Upgrade> = out.into_values().collect();
    for upgrade in &mut all {
        upgrade.closes.sort();
        upgrade.closes.dedup();
    }
    all.sort_by_key(|u| std::cmp::Reverse(u.closes.len()));
    all
}
