//! What the next commit would hold: the index against the checked-out commit.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use firedoor_core::{Notice, RepoPath};
use gix::ObjectId;
use gix::bstr::BString;
use gix::index::entry::{Flags, Mode, Stage};

use super::change::{ChangeKind, ChangedFile, NewSide, OneSided, may_compare, renames, submodule};
use super::{ChangeSet, GitError, Repository, chain, commit};

impl Repository {
    /// The files whose content in the index differs from the checked-out commit; all of them before the first commit.
    ///
    /// The index decides, not the work tree: with `git add -p` the two differ. An index that git hands to a hook
    /// (`GIT_INDEX_FILE`, set by `git commit -a` and `git commit FILE`) is used unless it is another repository's.
    ///
    /// # Errors
    /// In a bare repository, and if the index or an object cannot be read.
    pub fn staged(&self) -> Result<ChangeSet, GitError> {
        if self.work_tree().is_none() {
            return Err(GitError::Bare);
        }
        let repo = self.local();
        let index = self.index(&repo)?;
        let head = repo.head_id().ok().map(gix::Id::detach);
        let Committed { files: mut old, same } = match head {
            Some(head) => committed(&repo, tree_of(&repo, head)?, index.tree())?,
            None => Committed::default(),
        };
        let mut set = ChangeSet { base: head.map(|id| commit::info(&repo, id)), ..ChangeSet::default() };
        let mut added = Vec::new();
        let mut sparse: Vec<BString> = Vec::new();
        let mut submodules = false;
        for entry in index.entries() {
            let path = entry.path(&index);
            if entry.mode == Mode::DIR {
                sparse.push(path.to_owned());
                continue;
            }
            let name = RepoPath::from_bytes(path);
            if is_below(path, &same) {
                if entry.mode != Mode::COMMIT {
                    set.present.insert(name);
                }
                continue;
            }
            if entry.stage() != Stage::Unconflicted {
                if set.present.insert(name.clone()) {
                    let text = format!("`{name}` is not merged yet and was not judged.");
                    set.notices.push(Notice::error("unmerged-file", text).at(&name));
                    old.remove(path);
                }
                continue;
            }
            if entry.mode == Mode::COMMIT {
                submodules = true;
                continue;
            }
            if entry.flags.contains(Flags::INTENT_TO_ADD) {
                continue;
            }
            set.present.insert(name.clone());
            let before = old.remove(path);
            if before == Some(entry.id) || !matches!(entry.mode, Mode::FILE | Mode::FILE_EXECUTABLE) {
                continue;
            }
            match before {
                Some(_) => set.files.push(ChangedFile {
                    path: name,
                    old_path: None,
                    kind: ChangeKind::Modified,
                    old: before,
                    new: NewSide::Index(entry.id),
                }),
                None => added.push(OneSided { path: path.to_owned(), id: Some(entry.id) }),
            }
        }
        if submodules {
            set.notices.extend(self.changed_submodules(&repo, &index, head)?);
        }
        // What a sparse index leaves out is as it was.
        for folder in &sparse {
            let inside: Vec<BString> = old.keys().filter(|p| p.starts_with(folder.as_slice())).cloned().collect();
            for path in inside {
                old.remove(&path);
                set.present.insert(RepoPath::from_bytes(&path));
            }
        }
        let gone: Vec<OneSided> = old.into_iter().map(|(path, id)| OneSided { path, id: Some(id) }).collect();
        add_one_sided(&repo, &mut set, &gone, &added, |i| match added.get(i).and_then(|f| f.id) {
            Some(id) => (NewSide::Index(id), blob_to_compare(&repo, id)),
            None => (NewSide::None, None),
        });
        self.leave_merged(&repo, &mut set)?;
        set.files.sort_by(|a, b| a.path.cmp(&b.path));
        set.notices.sort();
        Ok(set)
    }

    /// The commits that a merge in the making takes in.
    pub(super) fn merged_heads(&self) -> Vec<ObjectId> {
        let heads = std::fs::read_to_string(self.git_dir().join("MERGE_HEAD")).unwrap_or_default();
        heads.lines().filter_map(|line| ObjectId::from_hex(line.trim().as_bytes()).ok()).collect()
    }

    /// While a merge is concluded: leaves out what the commit takes unchanged from another parent. It was judged where it
    /// was made, and is not this author's to mend.
    fn leave_merged(&self, repo: &gix::Repository, set: &mut ChangeSet) -> Result<(), GitError> {
        for head in self.merged_heads() {
            let id = tree_of(repo, head)?;
            let tree = repo.find_tree(id).map_err(|e| Self::missing(repo, id, "a tree", chain(&e)))?;
            let there = |path: &RepoPath| {
                let found = tree.lookup_entry(path.as_bytes().split(|b| *b == b'/')).ok().flatten();
                found.map(|entry| entry.object_id())
            };
            let before = set.files.len();
            set.files.retain(|file| {
                let id = match file.new {
                    NewSide::Index(id) => Some(id),
                    _ => None,
                };
                there(&file.path) != id || file.old_path.as_ref().is_some_and(|old| there(old).is_some())
            });
            // What both sides changed is old where either has it.
            let other = |file: &ChangedFile| Some((file.path.clone(), there(&file.path)?));
            set.merged.push(set.files.iter().filter_map(other).collect());
            if set.files.len() < before {
                let text = format!(
                    "{} file(s) come unchanged from the merged commit {} and were not judged again.",
                    before - set.files.len(),
                    head.to_hex_with_len(12)
                );
                set.notices.push(Notice::note("merged-files", text));
            }
        }
        Ok(())
    }

    fn index(&self, repo: &gix::Repository) -> Result<gix::index::File, GitError> {
        let failed = |message: String| GitError::Index { message };
        if let Some(path) = self.hooks_index() {
            let options = gix::index::decode::Options::default();
            return gix::index::File::at(path, repo.object_hash(), false, options).map_err(|e| failed(chain(&e)));
        }
        let index = repo.index_or_empty().map_err(|e| failed(chain(&e)))?;
        Ok((**index).clone())
    }

    /// The index that git made for the hook which runs us, or that the user chose for the commit. One in the folder of
    /// another repository is that one's: its hook runs us here.
    fn hooks_index(&self) -> Option<PathBuf> {
        let given = std::env::var_os("GIT_INDEX_FILE")?;
        let path = self.work_tree()?.join(given);
        let folder = path.parent()?.canonicalize().ok()?;
        let is_ours = folder == self.git_dir().canonicalize().ok()?;
        let is_anothers = || folder.join("HEAD").is_file();
        (path.is_file() && (is_ours || !is_anothers())).then_some(path)
    }

    fn changed_submodules(
        &self,
        repo: &gix::Repository,
        index: &gix::index::File,
        head: Option<ObjectId>,
    ) -> Result<Vec<Notice>, GitError> {
        let tree = match head {
            Some(head) => {
                Some(repo.find_tree(tree_of(repo, head)?).map_err(|e| Self::missing(repo, head, "a tree", chain(&e)))?)
            }
            None => None,
        };
        let mut out = Vec::new();
        for entry in index.entries().iter().filter(|e| e.mode == Mode::COMMIT) {
            let path = entry.path(index);
            let before = tree
                .as_ref()
                .and_then(|t| t.lookup_entry(path.split(|b| *b == b'/')).ok().flatten())
                .map(|e| e.object_id());
            if before != Some(entry.id) {
                out.push(submodule(&RepoPath::from_bytes(path)));
            }
        }
        Ok(out)
    }
}

/// The files of a commit, as far as they may differ from the index.
#[derive(Default)]
pub(super) struct Committed {
    pub(super) files: BTreeMap<BString, ObjectId>,
    /// Folders, each with a slash at its end (the top is empty), that are the same in the index. Sorted.
    pub(super) same: Vec<BString>,
}

/// Reads the tree of a commit, without the folders of which the index remembers (in its `TREE` extension) that they are
/// the same: after a small change that is nearly all of them.
pub(super) fn committed(
    repo: &gix::Repository,
    root: ObjectId,
    cache: Option<&gix::index::extension::Tree>,
) -> Result<Committed, GitError> {
    let mut out = Committed::default();
    let mut open = vec![(BString::default(), root, cache)];
    while let Some((prefix, id, cache)) = open.pop() {
        if cache.is_some_and(|c| c.num_entries.is_some() && c.id == id) {
            out.same.push(prefix);
            continue;
        }
        let failed = |e: gix::Error| Repository::missing(repo, id, "a tree", chain(&e));
        let tree = repo.find_tree(id).map_err(failed)?;
        for entry in tree.iter() {
            let entry = entry.map_err(failed)?;
            let mut path = prefix.clone();
            path.extend_from_slice(entry.filename());
            if entry.mode().is_tree() {
                let name = entry.filename();
                let below = cache.and_then(|c| c.children.iter().find(|child| child.name.as_slice() == name));
                path.push(b'/');
                open.push((path, entry.object_id(), below));
            } else if entry.mode().is_blob() {
                out.files.insert(path, entry.object_id());
            }
        }
    }
    out.same.sort();
    Ok(out)
}

/// Whether a path lies in one of these folders, none of which lies in another.
pub(super) fn is_below(path: &[u8], folders: &[BString]) -> bool {
    let at = folders.partition_point(|f| f.as_slice() <= path);
    at.checked_sub(1).and_then(|i| folders.get(i)).is_some_and(|f| path.starts_with(f))
}

/// The tree of a commit.
pub(super) fn tree_of(repo: &gix::Repository, commit: ObjectId) -> Result<ObjectId, GitError> {
    let failed = |e: gix::Error| Repository::missing(repo, commit, "a commit", chain(&e));
    Ok(repo.find_commit(commit).map_err(failed)?.tree_id().map_err(failed)?.detach())
}

/// A blob's bytes where it is small enough to be compared with others.
pub(super) fn blob_to_compare(repo: &gix::Repository, id: ObjectId) -> Option<Vec<u8>> {
    let size = repo.find_header(id).ok()?.size();
    may_compare(size).then(|| repo.find_object(id).ok().map(|o| o.detach().data)).flatten()
}

/// Adds files that are on one side only: renamed, added, deleted. `new_side` gives the side of an added file, and its
/// bytes where they may be compared.
pub(super) fn add_one_sided(
    repo: &gix::Repository,
    set: &mut ChangeSet,
    gone: &[OneSided],
    added: &[OneSided],
    new_side: impl Fn(usize) -> (NewSide, Option<Vec<u8>>),
) {
    let pairs = renames(gone, added, |old, i| {
        if old { gone.get(i).and_then(|f| f.id).and_then(|id| blob_to_compare(repo, id)) } else { new_side(i).1 }
    });
    let mut used_gone = BTreeSet::new();
    let mut used_added = BTreeSet::new();
    for (i, j) in pairs {
        let (Some(before), Some(now)) = (gone.get(i), added.get(j)) else { continue };
        used_gone.insert(i);
        used_added.insert(j);
        set.files.push(ChangedFile {
            path: RepoPath::from_bytes(&now.path),
            old_path: Some(RepoPath::from_bytes(&before.path)),
            kind: ChangeKind::Renamed,
            old: before.id,
            new: new_side(j).0,
        });
    }
    for (i, file) in gone.iter().enumerate().filter(|(i, _)| !used_gone.contains(i)) {
        let _ = i;
        set.files.push(ChangedFile {
            path: RepoPath::from_bytes(&file.path),
            old_path: None,
            kind: ChangeKind::Deleted,
            old: file.id,
            new: NewSide::None,
        });
    }
    for (j, file) in added.iter().enumerate().filter(|(j, _)| !used_added.contains(j)) {
        set.files.push(ChangedFile {
            path: RepoPath::from_bytes(&file.path),
            old_path: None,
            kind: ChangeKind::Added,
            old: None,
            new: new_side(j).0,
        });
    }
}
