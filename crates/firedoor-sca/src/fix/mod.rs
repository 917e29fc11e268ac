//! Which edits make the upgrades that findings ask for, and what is left to a package manager.
//!
//! Nothing is resolved here. Edited are versions and lower bounds that the project itself writes down: `requirements.txt`
//! without hashes, exact pins in `pyproject.toml`, `go.mod`, literal versions in `pom.xml` and project files, and the requirements of
//! `Cargo.toml` and `package.json` whose lock file then has to be refreshed by the command that is named. Everything else is
//! left, with the command and the reason.

mod constraint;
mod manifest;

use std::collections::BTreeMap;

use firedoor_core::{Edit, RepoPath, SourceFile, Upgrade};

use crate::advice;
use crate::lockfile::{ListedFile, list_project};
use constraint::Raised;
pub(crate) use constraint::{admits, is_compatible};
pub(crate) use manifest::belongs;

/// What a plan may do.
#[derive(Clone, Copy, Debug, Default)]
pub struct FixOptions {
    /// Also raise requirements to versions that are incompatible by semantic versioning.
    pub breaking: bool,
}

/// An upgrade that is made by edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// Its place in the list of upgrades.
    pub upgrade: usize,
    /// The edits, each with the text that it replaces.
    pub edits: Vec<(Edit, String)>,
    /// The command that must run afterwards, and the folder in which.
    pub then: Option<(String, String)>,
}

/// An upgrade that is left to the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Its place in the list of upgrades.
    pub upgrade: usize,
    /// Why.
    pub why: &'static str,
}

/// What is to be edited and what is left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FixPlan {
    /// In the order of the upgrades.
    pub fixed: Vec<Fixed>,
    /// In the order of the upgrades.
    pub left: Vec<Left>,
}

/// Plans the edits of these upgrades. `files` are the lock files and manifests of the project.
#[must_use]
pub fn plan_fixes(upgrades: &[Upgrade], files: &[SourceFile], options: FixOptions) -> FixPlan {
    let listed = list_project(files);
    let project = Project {
        files: files.iter().map(|f| (f.path(), f)).collect(),
        listed: listed.iter().map(|l| (&l.path, l)).collect(),
        options,
    };
    let mut plan = FixPlan::default();
    for (at, upgrade) in upgrades.iter().enumerate() {
        match project.edits(upgrade) {
            Ok((edits, then)) => plan.fixed.push(Fixed { upgrade: at, edits, then }),
            Err(why) => plan.left.push(Left { upgrade: at, why }),
        }
    }
    one_version_a_place(&mut plan);
    plan
}

/// Two upgrades may want the same requirement at different versions (two copies in one lock file): the first, which closes
/// more, has it.
fn one_version_a_place(plan: &mut FixPlan) {
    let mut taken: BTreeMap<(RepoPath, u32), String> = BTreeMap::new();
    let mut lost = Vec::new();
    plan.fixed.retain(|fixed| {
        let key = |e: &Edit| (e.path.clone(), e.span.start);
        let clash = fixed.edits.iter().any(|(e, _)| taken.get(&key(e)).is_some_and(|r| *r != e.replacement));
        if clash {
            lost.push(Left { upgrade: fixed.upgrade, why: "another upgrade changes the same requirement; run again" });
        } else {
            taken.extend(fixed.edits.iter().map(|(e, _)| (key(e), e.replacement.clone())));
        }
        !clash
    });
    plan.left.append(&mut lost);
    plan.left.sort_by_key(|l| l.upgrade);
}

struct Project<'f> {
    files: BTreeMap<&'f RepoPath, &'f SourceFile>,
    listed: BTreeMap<&'f RepoPath, &'f ListedFile>,
    options: FixOptions,
}

type Edits = (Vec<(Edit, String)>, Option<(String, String)>);

impl Project<'_> {
    fn edits(&self, upgrade: &Upgrade) -> Result<Edits, &'static str> {
        let mut listed = *self.listed.get(&upgrade.path).ok_or("its file is not at hand")?;
        if matches!(listed.format, "go.sum" | "vendor/modules.txt") {
            // Both follow from the module's go.mod.
            let folder = upgrade.path.parent();
            let folder = folder.strip_suffix("vendor").map_or(folder, |f| f.trim_end_matches('/'));
            listed = self
                .listed
                .get(&within(folder, "go.mod"))
                .filter(|l| l.packages.iter().any(|p| p.name == upgrade.name))
                .ok_or("go.mod does not name it")?;
        }
        if let Some((name, style)) = manifest::of_lock(listed.format) {
            return self.raise(upgrade, listed, name, style);
        }
        let file = *self.files.get(&listed.path).ok_or("its file is not at hand")?;
        let places = listed.packages.iter().filter(|p| {
            p.name == upgrade.name && p.version == upgrade.from && p.ecosystem == upgrade.ecosystem && p.is_checkable()
        });
        if std::str::from_utf8(file.bytes()).is_err() {
            return Err("the file is not in UTF-8");
        }
        // A pin has no range that says how far it may go.
        if !self.options.breaking && !is_same_major(&upgrade.from, &upgrade.to) {
            return Err("the fixed version is of another major version (see --breaking)");
        }
        let mut edits = Vec::new();
        for package in places {
            let edit = advice::edit(listed.format, file, package, &upgrade.to);
            let edit = edit.ok_or("the file cannot be edited without the package manager")?;
            let before = text_of(file, &edit);
            edits.push((edit, before));
        }
        if edits.is_empty() {
            return Err("the file cannot be edited without the package manager");
        }
        edits.dedup();
        let folder = listed.path.parent().to_owned();
        let then = manifest::refresh(listed.format, &upgrade.name, &upgrade.from, &upgrade.to);
        Ok((edits, then.map(|c| (c.replace("{file}", &crate::advice::word(listed.path.file_name())), folder))))
    }

    /// Raises what the manifests of a lock file ask for.
    fn raise(
        &self,
        upgrade: &Upgrade,
        lock: &ListedFile,
        manifest: &str,
        style: constraint::Style,
    ) -> Result<Edits, &'static str> {
        let folder = lock.path.parent();
        let locks: Vec<&str> =
            self.listed.values().filter(|l| l.format == lock.format).map(|l| l.path.parent()).collect();
        let mut edits = Vec::new();
        let mut why = match upgrade.direct {
            Some(false) => "it comes in through another dependency",
            _ => "no requirement for it was found",
        };
        for (path, file) in &self.files {
            let inside = path.as_str().split('/').any(|part| part == "node_modules");
            if path.file_name() != manifest || inside || !manifest::belongs(path, folder, &locks) {
                continue;
            }
            for requirement in manifest::requirements(file, style) {
                if requirement.name != upgrade.name || !requirement.overrides && upgrade.direct == Some(false) {
                    continue;
                }
                match constraint::raise(style, &requirement.text, &upgrade.from, &upgrade.to, self.options.breaking) {
                    Raised::To(replacement) => {
                        let region = file.lines().region(file.bytes(), requirement.span);
                        let edit = Edit { path: (*path).clone(), span: requirement.span, region, replacement };
                        edits.push((edit, requirement.text));
                    }
                    Raised::Kept(reason) => why = reason,
                    Raised::Other => {}
                }
            }
        }
        if edits.is_empty() {
            return Err(why);
        }
        let then = manifest::refresh(lock.format, &upgrade.name, &upgrade.from, &upgrade.to);
        Ok((edits, then.map(|c| (c, folder.to_owned()))))
    }
}

/// Whether two versions begin with the same number, in the same epoch (PEP 440).
fn is_same_major(from: &str, to: &str) -> bool {
    fn major(version: &str) -> Option<(&str, u64)> {
        let (epoch, rest) = version.split_once('!').unwrap_or(("0", version));
        let rest = rest.trim_start_matches(['v', 'V']);
        let number = rest.split(|c: char| !c.is_ascii_digit()).next()?;
        Some((epoch, number.parse().ok()?))
    }
    major(from).is_some() && major(from) == major(to)
}

fn within(folder: &str, name: &str) -> RepoPath {
    if folder.is_empty() { RepoPath::new(name) } else { RepoPath::new(format!("{folder}/{name}")) }
}

fn text_of(file: &SourceFile, edit: &Edit) -> String {
    String::from_utf8_lossy(file.slice(edit.span)).into_owned()
}

/// Whether an edited file still reads as before: the same packages in the same places, and nothing newly broken.
///
/// # Errors
/// What is different.
pub fn check_fix(before: &SourceFile, after: &SourceFile) -> Result<(), String> {
    let list = |file| crate::lockfile::list_any(file).map(|listed| (listed.packages, listed.notices));
    let (Some((old, was)), Some((new, is))) = (list(before), list(after)) else {
        return Err(format!("{} is of no known format", before.path()));
    };
    let errors = |notices: &[firedoor_core::Notice]| notices.iter().filter(|n| n.code.contains("broken")).count();
    let names = |list: &[crate::ListedPackage]| -> Vec<(String, u32)> {
        list.iter().map(|p| (p.name.clone(), p.line)).collect()
    };
    if errors(&is) > errors(&was) || is.len() > was.len() {
        return Err(format!("{} would not read any more", before.path()));
    }
    let required = |file: &SourceFile| -> Vec<String> {
        let style = match file.path().file_name() {
            "package.json" => constraint::Style::Npm,
            "Cargo.toml" => constraint::Style::Cargo,
            _ => return Vec::new(),
        };
        manifest::requirements(file, style).into_iter().map(|r| r.name).collect()
    };
    if names(&old) != names(&new) || required(before) != required(after) {
        return Err(format!("{} would name other packages", before.path()));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
