//! The base of a comparison, and what steers the gate there.
//!
//! Configuration, baseline, ignore files and rules that lie in the repository are read as the base commit has them. A
//! change to one of them is listed as a change to the gate that needs review.

use std::collections::BTreeSet;

use firedoor_core::{Notice, Origin, RepoPath, RuleSource, SourceFile};
use firedoor_gate::ExternalIgnore;
use firedoor_gate::suppress::files::KNOWN_FILES;
use firedoor_input::Root;
use firedoor_input::git::{BaseTree, ChangeSet, DiffScope, HistoryRange, Repository};
use firedoor_input::walk::IGNORE_FILE;

use crate::ignore_files;
use crate::request::{Request, Scope};
use crate::setup::{CONFIG_FILE, MAX_STEERING, SetupError};
use crate::steering::Steering;

/// Whether a path is where continuous integration and hooks are told what to run.
fn is_pipeline(path: &RepoPath) -> bool {
    const NAMES: &[&str] = &[
        ".gitlab-ci.yml",
        ".pre-commit-config.yaml",
        ".travis.yml",
        "Jenkinsfile",
        "azure-pipelines.yml",
        "bitbucket-pipelines.yml",
        "lefthook.yml",
    ];
    const FOLDERS: &[&str] = &[".github/workflows/", ".github/actions/", ".circleci/", ".buildkite/", ".husky/"];
    NAMES.contains(&path.file_name()) || FOLDERS.iter().any(|f| path.as_str().starts_with(f))
}

/// A comparison's base.
pub(crate) struct BaseSide {
    /// What changed against it.
    pub(crate) changes: ChangeSet,
    /// The tree of its commit; `None` before the first commit.
    tree: Option<BaseTree>,
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
        let (changes, diff) = match &request.scope {
            Scope::Staged => (repository.staged()?, None),
            Scope::Diff(base) => {
                let diff = repository.diff(base)?;
                (diff.changes.clone(), Some(diff))
            }
            Scope::WorkTree | Scope::History(_) | Scope::Stdin { .. } => return Ok(None),
        };
        let tree = changes.base.as_ref().map(|base| repository.base_tree(&base.id)).transpose()?;
        Ok(Some(Self { changes, tree, governs: diff.is_some(), diff }))
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

    /// The base's tree.
    pub(crate) fn tree(&self) -> Option<&BaseTree> {
        self.tree.as_ref()
    }

    /// Whether the change may say something new of dependencies. Requirements may include files of any name, so where there
    /// are some, every change may that is not to code.
    pub(crate) fn touches_dependencies(&self) -> bool {
        let paths = || {
            let files = self.changes.files.iter().flat_map(|f| [Some(&f.path), f.old_path.as_ref()]).flatten();
            files.chain(&self.changes.links)
        };
        let is_code = |path: &RepoPath| !firedoor_lang::Language::of_file_name(path.file_name()).is_empty();
        paths().any(firedoor_sca::is_about_dependencies)
            || paths().any(|path| !is_code(path)) && self.changes.present.iter().any(firedoor_sca::may_include_others)
    }

    /// A regular file as the base has it.
    pub(crate) fn file(&self, path: &RepoPath, limit: u64) -> Option<SourceFile> {
        let (tree, base) = (self.tree()?, self.changes.base.as_ref()?);
        let resolved = tree.resolve(path).ok().filter(|resolved| resolved.path == *path)?;
        let bytes = tree.read(&resolved, limit).ok()??;
        Some(SourceFile::new(path.clone(), Origin::Commit(std::sync::Arc::clone(base)), bytes))
    }

    /// A regular file that is there and that the change does not touch: it is as the base has it.
    pub(crate) fn unchanged(&self, path: &RepoPath, limit: u64) -> Option<SourceFile> {
        if !self.changes.present.contains(path) || self.is_changed(path) {
            return None;
        }
        let file = self.file(path, limit)?;
        Some(SourceFile::new(path.clone(), Origin::Index, file.bytes().to_vec()))
    }

    /// Other tools' ignore files as the base has them; of a commit in the making those that it does not change, because
    /// the others were read as they will be.
    pub(crate) fn ignores(&self, root: &Root, steering: &Steering<'_>, dependencies: bool) -> Vec<ExternalIgnore> {
        let mut paths: Vec<RepoPath> =
            KNOWN_FILES.iter().chain(ignore_files::AT_TOP).map(|f| RepoPath::new(*f)).collect();
        // Those in folders are read from the base if the change touches them, else they are the same.
        paths
            .extend(self.changes.present.iter().filter(|p| ignore_files::is_one(p) && !p.parent().is_empty()).cloned());
        paths.sort();
        paths.dedup();
        let of_tree = |path: &RepoPath| {
            let tree = self.tree()?;
            tree.read(&tree.resolve(path).ok()?, MAX_STEERING).ok().flatten()
        };
        paths
            .iter()
            .filter(|p| self.governs || !self.is_changed(p))
            .filter_map(|p| {
                let bytes = if self.governs { steering.read(&root.dir.join(p.as_str())).ok() } else { of_tree(p) };
                Some(RuleSource::new(p.as_str(), String::from_utf8_lossy(&bytes?).into_owned()))
            })
            .flat_map(|s| ignore_files::read(&s, dependencies).0)
            .collect()
    }

    /// The files that steer the gate and that the change touches: adds, edits, renames, removes, or makes a link of or
    /// out of. What the work tree alone has counts as added.
    pub(crate) fn gate_changes(&self, steering: &Steering<'_>) -> Vec<RepoPath> {
        let steers = |path: &RepoPath| {
            matches!(path.file_name(), CONFIG_FILE | IGNORE_FILE | ".semgrepignore")
                || ignore_files::is_one(path)
                || steering.was_asked(path)
        };
        let files = self.changes.files.iter().flat_map(|f| [Some(f.path.clone()), f.old_path.clone()]).flatten();
        let mut paths: BTreeSet<RepoPath> = files.chain(self.changes.links.iter().cloned()).filter(steers).collect();
        paths.extend(steering.left_out());
        paths.into_iter().collect()
    }

    /// The pipelines of the base that run us and that the change touches. What they ask of us (`fail-on: never`) or
    /// whether they still do cannot be taken from the base: whoever runs them decides.
    pub(crate) fn pipeline_changes(&self) -> Vec<Notice> {
        let runs_us = |path: &RepoPath| {
            let tree = self.tree()?;
            let text = tree.read(&tree.resolve(path).ok()?, MAX_STEERING).ok()??;
            memchr::memmem::find(&text, b"firedoor").map(|_| ())
        };
        let files = self.changes.files.iter().flat_map(|f| [Some(&f.path), f.old_path.as_ref()]).flatten();
        let touched: BTreeSet<&RepoPath> = files.chain(&self.changes.links).filter(|p| is_pipeline(p)).collect();
        let said = |path: &RepoPath| {
            let message = format!(
                "This change touches `{path}`, which runs the gate: it needs review. How the gate was called may be the change's own doing."
            );
            Notice::warning("gate-changed", message).at(path)
        };
        touched.into_iter().filter(|p| runs_us(p).is_some()).map(said).collect()
    }
}
