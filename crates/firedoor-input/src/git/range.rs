//! What a branch brings: the state of now against the point where it left its base.
//!
//! The new side is the work tree where there is one, uncommitted changes and new files included: that is what the walk
//! of the work tree reads, and a person who runs `--diff main` before committing means it. In a bare repository, and
//! for files that a sparse checkout leaves out, it is the checked-out commit.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use firedoor_core::{CommitInfo, Notice, RepoPath};
use gix::ObjectId;
use gix::bstr::{BStr, BString};
use gix::index::entry::{Flags, Mode, Stage};

use super::change::{ChangeKind, ChangedFile, NewSide, OneSided, may_compare, submodule};
use super::staged::{add_one_sided, blob_to_compare, tree_of};
use super::{ChangeSet, GitError, HistoryRange, Repository, chain, commit, tree};

/// A change and its base.
#[derive(Clone, Debug)]
pub struct DiffScope {
    /// The files that it touches, with the merge base as their old side.
    pub changes: ChangeSet,
    /// The commit that the change is compared with: the best common ancestor of the base and the checked-out commit.
    pub merge_base: Arc<CommitInfo>,
    /// The checked-out commit.
    pub head: Arc<CommitInfo>,
    /// Its commits, for [`Repository::history`]: a secret that one of them added and another removed has leaked.
    pub commits: HistoryRange,
    tracked: Vec<RepoPath>,
}

impl DiffScope {
    /// Whether a file of the work tree is part of the change: it differs from the base, or git does not know it.
    #[must_use]
    pub fn is_changed(&self, path: &RepoPath) -> bool {
        self.changes.get(path).is_some() || self.tracked.binary_search(path).is_err()
    }
}

/// The new state of one file.
enum Now {
    /// As the checked-out commit has it.
    Committed,
    /// On disk, and another content than in the checked-out commit.
    Edited,
    /// Not on disk although it should be.
    Gone,
}

impl Repository {
    /// Compares the state of now with the merge base of `base` and the checked-out commit.
    ///
    /// # Errors
    /// If `base` names no commit, if there is no common ancestor (a shallow clone: the error says what to fetch), or if
    /// something cannot be read.
    pub fn diff(&self, base: &str) -> Result<DiffScope, GitError> {
        let repo = self.local();
        let base_id = self.commit(&repo, base)?;
        let head_id = match repo.head_id() {
            Ok(id) => id.detach(),
            Err(_) => return Err(GitError::NoCommit { spec: base.to_owned() }),
        };
        let mut merge_base = merge_base(&repo, base_id, head_id, base)?;
        // While a merge is concluded the merged commit is a parent, too: what comes from the base is no change against it.
        for head in self.merged_heads() {
            let common = |a, b| repo.merge_base(a, b).ok().flatten().map(|id| id.detach());
            let of_other = common(base_id, head);
            let is_later = |id: &ObjectId| common(merge_base, *id) == Some(merge_base);
            merge_base = of_other.filter(is_later).unwrap_or(merge_base);
        }
        let (base_tree, head_tree) = (tree_of(&repo, merge_base)?, tree_of(&repo, head_id)?);
        let committed = tree::diff(&repo, &mut gix::diff::tree::State::default(), Some(base_tree), Some(head_tree))?;
        let head = commit::info(&repo, head_id);
        let mut set = ChangeSet { base: Some(commit::info(&repo, merge_base)), ..ChangeSet::default() };
        set.links.extend(committed.links.iter().map(|l| RepoPath::from_bytes(l)));
        set.notices.extend(committed.submodules.iter().map(|s| submodule(&RepoPath::from_bytes(s))));

        let mut changed: BTreeMap<BString, (Option<ObjectId>, Option<ObjectId>)> =
            committed.files.into_iter().map(|c| (c.path, (c.old, c.new))).collect();
        let mut tracked = Vec::new();
        let mut off_disk = Vec::new();
        let mut edited: BTreeMap<BString, Now> = BTreeMap::new();
        if self.work_tree().is_some() {
            self.compare_disk(&repo, head_tree, &mut tracked, &mut off_disk, &mut edited)?;
        } else {
            tracked = tree::files(&repo, head_tree)?.keys().map(|p| RepoPath::from_bytes(p)).collect();
        }
        let base_files = repo.find_tree(base_tree).map_err(|e| Self::missing(&repo, base_tree, "a tree", chain(&e)))?;
        for path in edited.keys() {
            if !changed.contains_key(path) {
                let entry = base_files.lookup_entry(path.split(|b| *b == b'/')).ok().flatten();
                let old = entry.filter(|e| e.mode().is_blob()).map(|e| e.object_id());
                changed.insert(path.clone(), (old, old));
            }
        }
        let on_disk = |path: &BString| self.work_tree().is_some() && off_disk.binary_search(path).is_err();
        let side = |path: &BString, id: Option<ObjectId>| match (edited.get(path), id) {
            (Some(Now::Gone), _) => NewSide::None,
            (Some(Now::Edited), _) => NewSide::WorkTree,
            (_, None) => NewSide::None,
            (_, Some(_)) if on_disk(path) => NewSide::WorkTree,
            (_, Some(id)) => NewSide::Commit(id, Arc::clone(&head)),
        };
        let (mut gone, mut added) = (Vec::new(), Vec::new());
        for (path, (old, new)) in changed {
            let new_side = side(&path, new);
            match (old, &new_side) {
                (None, NewSide::None) => {}
                (Some(_), NewSide::None) => gone.push(OneSided { path, id: old }),
                (None, _) => added.push((OneSided { id: new.filter(|_| !edited.contains_key(&path)), path }, new_side)),
                (Some(_), _) => set.files.push(ChangedFile {
                    path: RepoPath::from_bytes(&path),
                    old_path: None,
                    kind: ChangeKind::Modified,
                    old,
                    new: new_side,
                }),
            }
        }
        for path in self.untracked(&repo, &tracked)? {
            added.push((OneSided { path, id: None }, NewSide::WorkTree));
        }
        let (added, sides): (Vec<OneSided>, Vec<NewSide>) = added.into_iter().unzip();
        add_one_sided(&repo, &mut set, &gone, &added, |i| {
            let Some((file, side)) = added.get(i).zip(sides.get(i)) else { return (NewSide::None, None) };
            let bytes = match (file.id, self.disk_path(BStr::new(&file.path))) {
                (Some(id), _) => blob_to_compare(&repo, id),
                (None, Some(path)) => std::fs::metadata(&path)
                    .ok()
                    .filter(|m| may_compare(m.len()))
                    .and_then(|_| std::fs::read(&path).ok()),
                _ => None,
            };
            (side.clone(), bytes)
        });
        set.files.sort_by(|a, b| a.path.cmp(&b.path));
        set.notices.sort();
        tracked.sort();
        set.present = tracked.iter().filter(|p| set.get(p).is_none_or(ChangedFile::has_new)).cloned().collect();
        set.present.extend(set.changed_paths());
        Ok(DiffScope {
            merge_base: commit::info(&repo, merge_base),
            head,
            commits: HistoryRange { tips: vec![head_id.to_string()], hidden: vec![base_id.to_string()] },
            changes: set,
            tracked,
        })
    }

    /// Files of the work tree that git does not know and no ignore file names: new in the change, as everything that is
    /// not in the base. Those in submodules are not the repository's own.
    fn untracked(&self, repo: &gix::Repository, tracked: &[RepoPath]) -> Result<Vec<BString>, GitError> {
        let Some(top) = self.work_tree().and_then(|top| top.canonicalize().ok()) else { return Ok(Vec::new()) };
        let index = repo.index_or_empty().map_err(|e| GitError::Index { message: chain(&e) })?;
        let submodules: Vec<BString> = index
            .entries()
            .iter()
            .filter(|e| e.mode == Mode::COMMIT)
            .map(|e| {
                let mut folder = e.path(&index).to_owned();
                folder.push(b'/');
                folder
            })
            .collect();
        let known: BTreeSet<&RepoPath> = tracked.iter().collect();
        let (entries, _) = crate::walk::walk(&top, std::slice::from_ref(&top), &crate::walk::WalkOptions::default());
        Ok(entries
            .into_iter()
            .filter(|e| !known.contains(&e.path))
            .map(|e| BString::from(e.path.as_bytes()))
            .filter(|path| !submodules.iter().any(|s| path.starts_with(s)))
            .collect())
    }

    /// Finds files of the work tree that are not as the checked-out commit has them.
    fn compare_disk(
        &self,
        repo: &gix::Repository,
        head_tree: ObjectId,
        tracked: &mut Vec<RepoPath>,
        off_disk: &mut Vec<BString>,
        edited: &mut BTreeMap<BString, Now>,
    ) -> Result<(), GitError> {
        let index = repo.index_or_empty().map_err(|e| GitError::Index { message: chain(&e) })?;
        let head = tree::files(repo, head_tree)?;
        let mut staged_away: BTreeMap<&BString, ()> = head.keys().map(|p| (p, ())).collect();
        for entry in index.entries() {
            let path = entry.path(&index).to_owned();
            staged_away.remove(&path);
            if entry.mode == Mode::DIR {
                // A folder that a sparse index keeps as one entry: its files are as the commit has them.
                let inside = head.keys().filter(|p| p.starts_with(path.as_slice()));
                for file in inside {
                    staged_away.remove(file);
                    tracked.push(RepoPath::from_bytes(file));
                    off_disk.push(file.clone());
                }
                continue;
            }
            if !matches!(entry.mode, Mode::FILE | Mode::FILE_EXECUTABLE) {
                continue;
            }
            tracked.push(RepoPath::from_bytes(&path));
            if entry.flags.contains(Flags::SKIP_WORKTREE) {
                off_disk.push(path);
                continue;
            }
            let now = match head.get(&path) {
                Some(id) if entry.stage() == Stage::Unconflicted && *id == entry.id => self.now(repo, &path, entry),
                // Staged or unmerged: another content than the commit's for sure, unless it is not there at all.
                _ if self.disk_path(BStr::new(&path)).is_some_and(|p| p.is_file()) => Now::Edited,
                _ => Now::Gone,
            };
            if !matches!(now, Now::Committed) {
                edited.insert(path, now);
            }
        }
        for path in staged_away.into_keys() {
            let still_there = self.disk_path(BStr::new(path)).is_some_and(|p| p.is_file());
            edited.insert(path.clone(), if still_there { Now::Edited } else { Now::Gone });
        }
        off_disk.sort();
        tracked.dedup();
        Ok(())
    }

    /// Whether a file that is not staged was edited: by its size and time, and by its content where those differ.
    fn now(&self, repo: &gix::Repository, path: &BString, entry: &gix::index::Entry) -> Now {
        let Some(full) = self.disk_path(BStr::new(path)) else { return Now::Committed };
        let Ok(meta) = gix::index::fs::Metadata::from_path_no_follow(&full) else { return Now::Gone };
        if meta.is_dir() {
            return Now::Gone;
        }
        if meta.is_symlink() {
            return Now::Edited;
        }
        let same = gix::index::entry::Stat::from_fs(&meta).is_ok_and(|stat| {
            stat.size == entry.stat.size
                && stat.mtime.secs == entry.stat.mtime.secs
                && stat.mtime.nsecs == entry.stat.mtime.nsecs
        });
        if same {
            return Now::Committed;
        }
        if meta.len() > self.max_file_size {
            return Now::Edited;
        }
        let Ok(bytes) = std::fs::read(&full) else { return Now::Edited };
        let committed = match tree::blob(repo, entry.id, self.max_file_size) {
            Ok(tree::Blob::Bytes(bytes)) => bytes,
            _ => return Now::Edited,
        };
        // Line ends may be converted at checkout.
        let plain = |b: &[u8]| b.iter().copied().filter(|c| *c != b'\r').collect::<Vec<u8>>();
        if bytes == committed || plain(&bytes) == plain(&committed) { Now::Committed } else { Now::Edited }
    }

    pub(super) fn disk_path(&self, path: &BStr) -> Option<std::path::PathBuf> {
        Some(self.work_tree()?.join(gix::path::from_bstr(path).ok()?))
    }
}

fn merge_base(repo: &gix::Repository, base: ObjectId, head: ObjectId, spec: &str) -> Result<ObjectId, GitError> {
    let none = || {
        let hint = if repo.is_shallow().unwrap_or(false) {
            format!(
                "This clone is shallow: run `git fetch {}` (again, until it holds the common ancestor) or `git fetch \
                 --unshallow`; in a workflow set `fetch-depth: 0` for actions/checkout.",
                super::fetch_words("--deepen", spec)
            )
        } else {
            "They are two histories: compare with a commit that this one descends from.".to_owned()
        };
        GitError::NoMergeBase { base: spec.to_owned(), head: head.to_string(), hint }
    };
    // A clone that is cut off between the two may fail in the middle of the walk: the remedy is the same.
    repo.merge_base(base, head).ok().flatten().map(|id| id.detach()).ok_or_else(none)
}

impl Repository {
    /// A notice where the commits of a range were cut off by a shallow clone.
    pub(super) fn cut_notice(count: usize) -> Notice {
        Notice::warning(
            "shallow-clone",
            format!(
                "The history of this clone is cut off behind {count} commits, which were taken as the first: run `git fetch \
                 --unshallow` to judge all of it."
            ),
        )
    }
}
