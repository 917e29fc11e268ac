//! What several files of a project say together: parents of POMs, and the `go.sum` beside a `go.mod` before Go 1.17.

use std::collections::{BTreeMap, BTreeSet};

use firedoor_core::{EngineId, Notice, RepoPath, SourceFile};

use super::maven::{self, Pom, Poms};
use super::{ListedPackage, direct, includes, list_any, settle, unlocked};
use crate::version::compare_versions;

/// What one file says.
#[derive(Clone, Debug)]
pub struct ListedFile {
    /// The file.
    pub path: RepoPath,
    /// The format's name.
    pub format: &'static str,
    /// Its packages.
    pub packages: Vec<ListedPackage>,
    /// What is wrong with it.
    pub notices: Vec<Notice>,
    /// Facts for the files beside it.
    pub(crate) facts: Vec<(String, String)>,
    /// What it names and nobody can judge, where that is not listed as a package; places are lines.
    pub(crate) unjudged: unlocked::Unjudged,
    /// What a POM says.
    pub(crate) pom: Option<Box<Pom>>,
    /// Whether it counts only if another file includes it.
    pub(crate) is_candidate: bool,
}

impl ListedFile {
    pub(crate) fn new(
        path: &RepoPath,
        format: &'static str,
        packages: Vec<ListedPackage>,
        notices: Vec<Notice>,
    ) -> Self {
        Self {
            path: path.clone(),
            format,
            packages,
            notices,
            facts: Vec::new(),
            unjudged: unlocked::Unjudged::default(),
            pom: None,
            is_candidate: false,
        }
    }
}

/// The packages of several files together, sorted by path: what one file alone cannot say is filled in from the
/// others.
#[must_use]
pub fn list_project<'f>(files: impl IntoIterator<Item = &'f SourceFile>) -> Vec<ListedFile> {
    let sources: BTreeMap<&RepoPath, &SourceFile> = files.into_iter().map(|f| (f.path(), f)).collect();
    let mut listed = list_all(&sources);
    join(&mut listed, &|path| sources.get(path).copied());
    listed
}

/// Files that the requirements among these include (`-r`, `-c`) and that are not among them: whoever reads files reads
/// those, too, and asks again.
#[must_use]
pub fn included_files<'f>(files: impl IntoIterator<Item = &'f SourceFile>) -> BTreeSet<RepoPath> {
    let sources: BTreeMap<&RepoPath, &SourceFile> =
        files.into_iter().filter(|f| may_include(f.path())).map(|f| (f.path(), f)).collect();
    let listed = list_all(&sources);
    includes::wanted(&listed.iter().collect::<Vec<_>>())
}

/// Whether a file may hold requirements: it is of that format, or of none.
fn may_include(path: &RepoPath) -> bool {
    super::format_of(path).is_none_or(|format| format.name == includes::FORMAT)
}

/// The packages of each file, those that others include among them.
fn list_all(sources: &BTreeMap<&RepoPath, &SourceFile>) -> Vec<ListedFile> {
    let mut listed: Vec<ListedFile> = sources.values().filter_map(|f| list_any(f)).collect();
    for _ in 0..includes::MAX_DEPTH {
        let wanted = includes::wanted(&listed.iter().collect::<Vec<_>>());
        let more: Vec<ListedFile> = wanted.iter().filter_map(|path| super::list_included(sources.get(path)?)).collect();
        if more.is_empty() {
            break;
        }
        listed.extend(more);
    }
    listed
}

/// Joins what files of one project say. Sorts by path.
pub(crate) fn join<'f>(files: &mut Vec<ListedFile>, source: &dyn Fn(&RepoPath) -> Option<&'f SourceFile>) {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    includes::join(files, source);
    join_poms(files, source);
    join_shrinkwraps(files);
    join_bun(files);
    join_go_sums(files);
    direct::join(files);
    unlocked::join(files, source);
}

fn join_poms<'f>(files: &mut [ListedFile], source: &dyn Fn(&RepoPath) -> Option<&'f SourceFile>) {
    let mut resolved: Vec<(usize, Vec<ListedPackage>)> = Vec::new();
    {
        let poms = Poms::new(files.iter().filter_map(|f| Some((f.path.as_str(), f.pom.as_deref()?))));
        if poms.len() < 2 {
            return;
        }
        for (i, file) in files.iter().enumerate() {
            let Some(pom) = file.pom.as_deref() else { continue };
            let parents = maven::parents(pom, file.path.parent(), &poms);
            if !parents.is_empty() || pom.imports() {
                resolved.push((i, maven::resolve(pom, &parents, &poms)));
            }
        }
    }
    for (i, mut packages) in resolved {
        let file = &mut files[i];
        let Some(source) = source(&file.path) else { continue };
        let text = crate::doc::text_of(source.bytes());
        for package in &mut packages {
            settle(package, &file.path, &text, source.lines());
        }
        file.packages = packages;
    }
}

/// Of Bun's two formats the one in text counts where both are there.
fn join_bun(files: &mut [ListedFile]) {
    let folders: Vec<String> =
        files.iter().filter(|f| f.format == "bun.lock").map(|f| f.path.parent().to_owned()).collect();
    for file in files.iter_mut().filter(|f| f.format == "bun.lockb") {
        if folders.iter().any(|folder| folder == file.path.parent()) {
            file.notices.clear();
        }
    }
}

/// Where a folder has an `npm-shrinkwrap.json`, npm does not read its `package-lock.json` (npm docs, "package-lock.json").
fn join_shrinkwraps(files: &mut [ListedFile]) {
    let folders: Vec<String> = files
        .iter()
        .filter(|f| f.path.file_name() == "npm-shrinkwrap.json")
        .map(|f| f.path.parent().to_owned())
        .collect();
    for file in files.iter_mut().filter(|f| f.path.file_name() == "package-lock.json") {
        if folders.iter().any(|folder| folder == file.path.parent()) {
            file.packages.clear();
            file.notices.clear();
            file.unjudged = unlocked::Unjudged::default();
        }
    }
}

/// Before Go 1.17 a `go.mod` lists direct requirements only; what else is built stands in `go.sum` (Go modules
/// reference, "Module graph pruning"). Those packages are listed with the `go.sum`'s own lines.
fn join_go_sums(files: &mut [ListedFile]) {
    for i in 0..files.len() {
        if files[i].format != "go.mod" {
            continue;
        }
        let go = files[i].facts.iter().find(|(k, _)| k == "go").map(|(_, v)| v.clone());
        let pruned =
            go.as_deref().is_some_and(|v| compare_versions("Go", v, "1.17").is_some_and(std::cmp::Ordering::is_ge));
        if pruned {
            continue;
        }
        let sum_path = match files[i].path.parent() {
            "" => "go.sum".to_owned(),
            folder => format!("{folder}/go.sum"),
        };
        let Some(sum) = files.iter().position(|f| f.path.as_str() == sum_path) else {
            let requires = files[i].packages.iter().any(|p| p.name != "stdlib");
            let vendored = maven::join(files[i].path.parent(), "vendor/modules.txt");
            if go.is_some() && requires && !files.iter().any(|f| f.path.as_str() == vendored) {
                let message = "Before Go 1.17 a go.mod lists direct requirements only, and no go.sum stands beside this one: \
                               what they bring along was not judged.";
                files[i].notices.push(Notice::warning("go-sum-missing", message).at(&files[i].path).by(EngineId::Sca));
            }
            continue;
        };
        let listed: BTreeSet<(String, String)> =
            files[i].packages.iter().map(|p| (p.name.clone(), p.version.clone())).collect();
        let (facts, path) = (std::mem::take(&mut files[sum].facts), files[sum].path.clone());
        for (name, rest) in facts {
            let Some((version, line)) = rest.split_once(' ') else { continue };
            if listed.contains(&(name.clone(), version.to_owned())) {
                continue;
            }
            let package = ListedPackage {
                ecosystem: "Go".to_owned(),
                purl: crate::names::purl("Go", &name, version),
                name,
                version: version.to_owned(),
                path: path.as_str().to_owned(),
                line: line.parse().unwrap_or(1),
                direct: Some(false),
                ..ListedPackage::default()
            };
            files[sum].packages.push(package);
        }
    }
}
