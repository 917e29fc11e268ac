//! The base of a comparison, and what steers the gate there.
//!
//! Configuration, baseline, ignore files and rules that lie in the repository are read as the base commit has them. A
//! change to one of them is listed as a change to the gate that needs review.

use std::path::{Path, PathBuf};

use firedoor_core::{RepoPath, RuleSource};
use firedoor_gate::ExternalIgnore;
use firedoor_gate::suppress::files::KNOWN_FILES;
use firedoor_input::Root;
use firedoor_input::git::{ChangeSet, DiffScope, HistoryRange, Repository};
use firedoor_input::walk::{IGNORE_FILE, relative};

use crate::ignore_files;
use crate::request::{Request, Scope};
use crate::setup::{CONFIG_FILE, SetupError};

/// A comparison's base.
pub(crate) struct BaseSide {
    /// What changed against it.
    pub(crate) changes: ChangeSet,
    /// The comparison of a branch; `None` for the index.
    diff: Option<DiffScope>,
    /// Whether the gate is taken from the base: in `--diff`. A commit in the making belongs to its author, who may
    /// change configuration and suppressions with it; the pull request judges them.
    governs: bool,
}

impl BaseSide {
    /// The base of a request, if it compares.
    pub(crate) fn of(request: &Request, repository: Option<&Repository>) -> Result<Option<Self>, SetupError> {
        let Some(repository) = repository else { return Ok(None) };
        Ok(match &request.scope {
            Scope::Staged => Some(Self { changes: repository.staged()?, diff: None, governs: false }),
            Scope::Diff(base) => {
                let diff = repository.diff(base)?;
                Some(Self { changes: diff.changes.clone(), diff: Some(diff), governs: true })
            }
            Scope::WorkTree | Scope::History(_) | Scope::Stdin { .. } => None,
        })
    }

    /// Whether the gate is taken from the base.
    pub(crate) fn governs(&self) -> bool {
        self.governs
    }

    /// The commits of the change.
    pub(crate) fn commits(&self) -> Option<&HistoryRange> {
        self.diff.as_ref().map(|d| &d.commits)
    }

    /// Whether a file of the work tree is part of the change.
    pub(crate) fn is_changed(&self, path: &RepoPath) -> bool {
        self.diff.as_ref().map_or_else(|| self.changes.get(path).is_some(), |d| d.is_changed(path))
    }

    /// Whether the change touches a file that hides others.
    pub(crate) fn touches_ignore_files(&self) -> bool {
        self.changes.files.iter().any(|f| {
            [&Some(f.path.clone()), &f.old_path]
                .into_iter()
                .flatten()
                .any(|p| matches!(p.file_name(), IGNORE_FILE | ".gitignore" | ".semgrepignore"))
        })
    }

    /// A file of the repository as the base has it; `None` if the base has none.
    pub(crate) fn file(&self, repository: &Repository, path: &RepoPath) -> Option<RuleSource> {
        let base = self.changes.base.as_ref()?;
        let bytes = repository.base_file(&base.id, path)?;
        Some(RuleSource::new(path.as_str(), String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// Other tools' ignore files as the base has them; of a commit in the making those that it does not change, because
    /// the others were read as they will be.
    pub(crate) fn ignores(&self, repository: &Repository, dependencies: bool) -> Vec<ExternalIgnore> {
        let mut paths: Vec<RepoPath> =
            KNOWN_FILES.iter().chain(ignore_files::AT_TOP).map(|f| RepoPath::new(*f)).collect();
        // Those in folders are read from the base if the change touches them, else they are the same.
        paths
            .extend(self.changes.present.iter().filter(|p| ignore_files::is_one(p) && !p.parent().is_empty()).cloned());
        paths.sort();
        paths.dedup();
        paths
            .iter()
            .filter(|p| self.governs || !self.is_changed(p))
            .filter_map(|p| self.file(repository, p))
            .flat_map(|s| ignore_files::read(&s, dependencies).0)
            .collect()
    }

    /// The files that steer the gate and that the change touches.
    pub(crate) fn gate_changes(&self, root: &Root, steering: &[PathBuf]) -> Vec<RepoPath> {
        let steering: Vec<String> =
            steering.iter().map(|p| relative(&root.dir, p).as_str().trim_end_matches('/').to_owned()).collect();
        let steers = |path: &RepoPath| {
            matches!(path.file_name(), CONFIG_FILE | IGNORE_FILE | ".semgrepignore")
                || ignore_files::is_one(path)
                || steering.iter().any(|s| path.as_str() == s || path.as_str().starts_with(&format!("{s}/")))
        };
        let mut paths: Vec<RepoPath> = self
            .changes
            .files
            .iter()
            .flat_map(|f| [Some(f.path.clone()), f.old_path.clone()])
            .flatten()
            .filter(steers)
            .collect();
        paths.sort();
        paths.dedup();
        paths
    }

    /// Replaces rules that the change touches by what the base has: added ones are left out, removed ones are put back.
    pub(crate) fn rules(&self, repository: &Repository, root: &Root, sources: &mut Vec<RuleSource>) {
        sources.retain_mut(|source| {
            let path = absolute(&source.path);
            if !path.starts_with(&root.dir) {
                return true;
            }
            let name = relative(&root.dir, &path);
            if !self.is_changed(&name) {
                return true;
            }
            match self.file(repository, &name) {
                Some(old) => {
                    source.text = old.text;
                    true
                }
                None => false,
            }
        });
    }
}

fn absolute(path: &str) -> PathBuf {
    Path::new(path).canonicalize().unwrap_or_else(|_| PathBuf::from(path))
}
