//! Which bytes a scope means.
//!
//! In a comparison (`--staged`, `--diff`) the changed files are judged on both sides. What steers the gate (ignore
//! files, baseline, configuration, rules) is taken from the base then, so that a change cannot excuse itself: see
//! [`crate::base`].

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use firedoor_core::{Notice, Origin, RepoPath};
use firedoor_gate::Config;
use firedoor_input::git::{ChangeSet, GitError, Repository, Tracked};
use firedoor_input::walk::{Entry, OwnIgnores, tracked_but_ignored};
use firedoor_input::{Root, WalkOptions, walk};

use crate::base::BaseSide;
use crate::driver::Item;
use crate::request::{Request, Scope};
use crate::session::{Before, Gathered, in_hand};
use crate::setup::SetupError;
use crate::steering::Steering;

impl From<GitError> for SetupError {
    fn from(error: GitError) -> Self {
        Self::Other(error.to_string())
    }
}

/// Whether a file says by its path what a project depends on.
pub(crate) type Lists<'a> = dyn Fn(&RepoPath) -> bool + 'a;

/// Lists or reads the files of the scope.
#[expect(clippy::too_many_arguments, reason = "each is another thing, and there is one caller")]
pub(crate) fn gather(
    request: &Request,
    config: &Config,
    root: &Root,
    options: &WalkOptions,
    repository: Option<&Repository>,
    base: Option<&BaseSide>,
    steering: &Steering<'_>,
    lists: Option<&Lists<'_>>,
) -> Result<Gathered, SetupError> {
    let mut gathered = match &request.scope {
        Scope::WorkTree => {
            if let Some(bare) = repository.filter(|r| r.work_tree().is_none()).and_then(|r| within(root, r.git_dir())) {
                return Err(SetupError::Other(format!(
                    "{} is a bare git repository, which has no files of its own; use --diff or --history",
                    bare.display()
                )));
            }
            work_tree(config, root, options, repository)?
        }
        Scope::Stdin { name, bytes } => {
            let mut gathered = Gathered::default();
            gathered.items.push(in_hand(name, Origin::Stdin, bytes.clone()));
            gathered.present.insert(name.as_str().into());
            gathered
        }
        Scope::Staged => {
            let base = base.ok_or_else(|| no_repository(root))?;
            let judged = Judged { config, root, options };
            judged.with(steering, |is_judged| {
                let mut gathered = one_side(&base.changes, repository, root, is_judged)?;
                let mut before = before(&base.changes, repository, is_judged)?;
                if let (true, Some(lists)) = (base.touches_dependencies(), lists) {
                    let wanted = |path: &&RepoPath| lists(path) && is_scanned(root, path) && is_judged(path);
                    let rest = base.changes.present.iter().filter(wanted);
                    let rest = rest.filter_map(|path| base.unchanged(path, config.scan.max_file_size));
                    gathered.items.extend(rest.map(|file| Item::File(file.into(), false)));
                    before.add_rest(&gathered.items, lists);
                }
                gathered.base = Some(before);
                Ok::<_, SetupError>(gathered)
            })?
        }
        Scope::Diff(_) => {
            let base = base.ok_or_else(|| no_repository(root))?;
            let judged = Judged { config, root, options };
            let (mut gathered, mut before) = judged.with(steering, |is_judged| {
                let gathered = diff(config, root, options, base, repository, is_judged)?;
                Ok::<_, SetupError>((gathered, before(&base.changes, repository, is_judged)?))
            })?;
            // Also files that git does not know, or that an ignore file hides from it, are part of the change.
            if let Some(changed) = &mut before.changed {
                changed.extend(gathered.items.iter().filter(|i| i.is_changed()).map(|i| i.path().clone()));
            }
            if let Some(lists) = lists
                && (base.touches_dependencies() || gathered.items.iter().any(|i| i.is_changed() && lists(i.path())))
            {
                before.add_rest(&gathered.items, lists);
            }
            gathered.base = Some(before);
            gathered
        }
        // The commits are streamed by the session.
        Scope::History(_) => Gathered::default(),
    };
    if let Some(base) = base {
        gathered.notices.extend(base.changes.notices.iter().cloned());
    }
    if let Some(repository) = repository {
        gathered.version_control = repository.version_control();
    }
    if let Some(base) = base {
        gathered.version_control.base = base.changes.base.as_ref().map(|b| b.id.clone());
    }
    Ok(gathered)
}

pub(crate) fn no_repository(root: &Root) -> SetupError {
    SetupError::Other(format!(
        "{} is in no git repository; --staged, --diff and --history need one",
        root.dir.display()
    ))
}

/// Which files of a change are judged: none that the configuration, the caller or an ignore file of ours excludes.
struct Judged<'a> {
    config: &'a Config,
    root: &'a Root,
    options: &'a WalkOptions,
}

impl Judged<'_> {
    /// Gives `body` the question. What our own ignore files hide is what those of the base hide, where the base steers:
    /// nothing may look at those that the change brings.
    fn with<T>(&self, steering: &Steering<'_>, body: impl FnOnce(&mut dyn FnMut(&RepoPath) -> bool) -> T) -> T {
        let Self { config, root, options } = *self;
        let in_base = |file: &Path| steering.read(file).ok().map(|b| String::from_utf8_lossy(&b).into_owned());
        let mut own = OwnIgnores::new(&root.dir, &in_base);
        body(&mut |path| {
            let full = root.dir.join(path.as_str());
            // A file that is scanned by name is scanned.
            let is_hidden = !options.no_ignore && !root.paths.contains(&full) && own.names(&full);
            !is_hidden && !config.scan.exclude.is_match(path.as_str()) && !options.exclude.is_match(path.as_str())
        })
    }
}

/// Whether a path lies at or below one of the scanned ones.
fn is_scanned(root: &Root, path: &RepoPath) -> bool {
    root.paths.iter().any(|p| {
        let below = walk_relative(root, p);
        below.is_empty() || path.as_str() == below || path.as_str().starts_with(&format!("{below}/"))
    })
}

fn walk_relative(root: &Root, path: &std::path::Path) -> String {
    firedoor_input::walk::relative(&root.dir, path).as_str().to_owned()
}

/// The folder of git that holds one of the scanned paths, if it does.
fn within(root: &Root, git_dir: &Path) -> Option<PathBuf> {
    let git_dir = git_dir.canonicalize().ok()?;
    root.paths.iter().any(|p| p.starts_with(&git_dir)).then_some(git_dir)
}

fn work_tree(
    config: &Config,
    root: &Root,
    options: &WalkOptions,
    repository: Option<&Repository>,
) -> Result<Gathered, SetupError> {
    let (entries, notices) = listing(config, root, options, repository)?;
    Ok(Gathered {
        present: entries.iter().map(|e| e.path.clone()).collect(),
        items: entries.into_iter().map(|e| Item::Entry(e, true)).collect(),
        notices,
        ..Gathered::default()
    })
}

/// The files on disk: those that the ignore files leave, and those that git tracks all the same. Submodules are
/// repositories of their own, with a gate of their own.
pub(crate) fn listing(
    config: &Config,
    root: &Root,
    options: &WalkOptions,
    repository: Option<&Repository>,
) -> Result<(Vec<Entry>, Vec<Notice>), SetupError> {
    let tracked = tracked(root, repository)?;
    let options = WalkOptions { skip: tracked.folders(&root.dir), ..options.clone() };
    let (mut entries, mut notices) = walk(&root.dir, &root.paths, &options);
    if !options.no_ignore {
        let (more, said) = tracked_but_ignored(&root.dir, &root.paths, &options, &entries, &tracked.files);
        entries.extend(more);
        notices.extend(said);
        entries.sort_unstable();
    }
    let (more, said) = firedoor_input::walk::also(&root.dir, &root.paths, &options, &entries);
    entries.extend(more);
    notices.extend(said);
    entries.sort_unstable();
    if !options.no_ignore && !config.scan.include.is_empty() {
        let everything = WalkOptions { no_ignore: true, ..options.clone() };
        let listed: BTreeSet<RepoPath> = entries.iter().map(|e| e.path.clone()).collect();
        let (all, _) = walk(&root.dir, &root.paths, &everything);
        entries.extend(
            all.into_iter().filter(|e| config.scan.include.is_match(e.path.as_str()) && !listed.contains(&e.path)),
        );
        entries.sort_unstable();
    }
    notices.extend(tracked.sparse());
    notices.extend(tracked.notices().filter(|n| n.path.as_ref().is_some_and(|p| is_scanned(root, p))));
    entries.retain(|e| !config.scan.exclude.is_match(e.path.as_str()));
    Ok((entries, notices))
}

/// What git tracks in the scanned tree.
pub(crate) fn tracked(root: &Root, repository: Option<&Repository>) -> Result<Tracked, SetupError> {
    let at_top = |r: &&Repository| r.work_tree().and_then(|top| top.canonicalize().ok()).as_deref() == Some(&root.dir);
    Ok(repository.filter(at_top).map(Repository::tracked).transpose()?.unwrap_or_default())
}

/// The new sides of a change, whole files.
fn one_side(
    changes: &ChangeSet,
    repository: Option<&Repository>,
    root: &Root,
    is_judged: &mut dyn FnMut(&RepoPath) -> bool,
) -> Result<Gathered, SetupError> {
    let mut gathered = Gathered { present: changes.present.clone(), ..Gathered::default() };
    for file in &changes.files {
        if !is_scanned(root, &file.path) || !is_judged(&file.path) {
            continue;
        }
        let Some(repository) = repository else { break };
        if let Some(source) = repository.read_new(file, &mut gathered.notices)? {
            gathered.items.push(Item::File(source.into(), true));
        }
    }
    Ok(gathered)
}

/// The work tree with what changed marked, and changed files that the walk does not see.
fn diff(
    config: &Config,
    root: &Root,
    options: &WalkOptions,
    base: &BaseSide,
    repository: Option<&Repository>,
    is_judged: &mut dyn FnMut(&RepoPath) -> bool,
) -> Result<Gathered, SetupError> {
    // The walk must not see the ignore files of the change.
    let blind = WalkOptions { no_own_ignore: true, ..options.clone() };
    let mut gathered = work_tree(config, root, &blind, repository)?;
    gathered.items.retain(|item| is_judged(item.path()));
    gathered.present.extend(base.changes.present.iter().cloned());
    let mut seen = BTreeSet::new();
    for item in &mut gathered.items {
        if let Item::Entry(entry, changed) = item {
            *changed = base.is_changed(&entry.path);
            seen.insert(entry.path.clone());
        }
    }
    for file in &base.changes.files {
        if seen.contains(&file.path) || !is_scanned(root, &file.path) || !is_judged(&file.path) {
            continue;
        }
        let Some(repository) = repository else { break };
        if let Some(source) = repository.read_new(file, &mut gathered.notices)? {
            gathered.items.push(Item::File(source.into(), true));
        }
    }
    Ok(gathered)
}

/// The old sides of a change. A file that was not judged where it lay has no findings that were there before: it must not
/// come to another place unseen.
fn before(
    changes: &ChangeSet,
    repository: Option<&Repository>,
    is_judged: &mut dyn FnMut(&RepoPath) -> bool,
) -> Result<Before, SetupError> {
    let mut items = Vec::new();
    let mut notices: Vec<Notice> = Vec::new();
    if let Some(repository) = repository {
        for file in changes.files.iter().filter(|f| f.has_old()) {
            if !is_judged(file.old_path.as_ref().unwrap_or(&file.path)) {
                continue;
            }
            if let Some(source) = repository.read_old(changes, file, &mut notices)? {
                items.push(Item::File(source.into(), true));
            }
        }
    }
    let mut merged = Vec::new();
    for side in &changes.merged {
        let mut items = Vec::new();
        for (path, id) in side.iter().filter(|(path, _)| is_judged(path)) {
            let Some(repository) = repository else { break };
            let source = repository.read_before(changes, path, *id, &mut notices)?;
            items.extend(source.map(|source| Item::File(source.into(), true)));
        }
        merged.push(items);
    }
    Ok(Before { items, merged, renames: changes.renames(), changed: Some(changes.changed_paths()), whole: false })
}

impl Before {
    /// Takes unchanged code around the change: it is on both sides.
    pub(crate) fn add_around(&mut self, items: &[Item], around: &BTreeSet<RepoPath>) {
        let known: BTreeSet<RepoPath> = self.items.iter().map(|item| item.path().clone()).collect();
        let is_more = |i: &&Item| !i.is_changed() && around.contains(i.path()) && !known.contains(i.path());
        self.items.extend(items.iter().filter(is_more).cloned());
    }

    /// Takes what the change does not touch and what says what the project depends on: it is on both sides.
    fn add_rest(&mut self, items: &[Item], lists: &Lists<'_>) {
        self.items.extend(items.iter().filter(|i| !i.is_changed() && lists(i.path())).cloned());
        self.whole = true;
    }
}
