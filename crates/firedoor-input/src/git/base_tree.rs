//! The tree of one commit, asked by path: files, folders, and links, which are resolved inside the tree only.
//!
//! Nothing of the work tree is looked at, so a link there cannot lead a question astray.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use firedoor_core::RepoPath;
use gix::ObjectId;

use super::{GitError, Repository, chain, staged, tree};

/// Most links that one path is resolved through.
const MAX_LINKS: usize = 32;
/// Longest target of a link that is read, in bytes.
const MAX_TARGET: u64 = 4096;

/// What a path means in a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TreeKind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// Nothing, a submodule, a link that leads out of the tree or nowhere, or one link too many.
    Nothing,
}

/// A path with its links resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// What is there.
    pub kind: TreeKind,
    /// Where it really lies; as far as it could be resolved.
    pub path: RepoPath,
    /// The links on the way, in order.
    pub links: Vec<RepoPath>,
    id: Option<ObjectId>,
}

impl Resolved {
    /// A path that means nothing.
    #[must_use]
    pub fn nothing(path: RepoPath) -> Self {
        Self { kind: TreeKind::Nothing, path, links: Vec::new(), id: None }
    }
}

/// The tree of a commit, usable from many threads.
#[derive(Debug)]
pub struct BaseTree {
    repo: Mutex<gix::Repository>,
    root: ObjectId,
}

impl Repository {
    /// The tree of a commit.
    ///
    /// # Errors
    /// If the name means no commit of this clone, or its tree is missing.
    pub fn base_tree(&self, commit: &str) -> Result<BaseTree, GitError> {
        let repo = self.local();
        let root = staged::tree_of(&repo, self.commit(&repo, commit)?)?;
        Ok(BaseTree { repo: Mutex::new(repo), root })
    }
}

impl BaseTree {
    /// What a path means.
    ///
    /// # Errors
    /// If an object is not in this clone.
    pub fn resolve(&self, path: &RepoPath) -> Result<Resolved, GitError> {
        let repo = self.repo.lock().unwrap_or_else(PoisonError::into_inner);
        let mut open: VecDeque<Vec<u8>> = parts(path.as_bytes()).collect();
        let mut done: Vec<Vec<u8>> = Vec::new();
        // The trees from the top to where we are.
        let mut trees = vec![self.root];
        let mut file = None;
        let mut links = Vec::new();
        let nothing = |done: &[Vec<u8>], rest: &VecDeque<Vec<u8>>, links: Vec<RepoPath>| {
            let all: Vec<&[u8]> = done.iter().chain(rest).map(Vec::as_slice).collect();
            Resolved { kind: TreeKind::Nothing, path: RepoPath::from_bytes(&all.join(&b'/')), links, id: None }
        };
        while let Some(part) = open.pop_front() {
            if part == b".." {
                // `file/..` means nothing, and above the top lies another's ground.
                if done.pop().is_none() || file.is_some() {
                    return Ok(nothing(&done, &open, links));
                }
                trees.truncate(done.len() + 1);
                continue;
            }
            let folder = match (file, trees.last()) {
                (None, Some(folder)) => *folder,
                _ => return Ok(nothing(&done, &open, links)),
            };
            let failed = |e: gix::Error| Repository::missing(&repo, folder, "a tree", chain(&e));
            let tree = repo.find_tree(folder).map_err(failed)?;
            let entry = tree.iter().filter_map(Result::ok).find(|e| e.filename() == part.as_slice());
            let Some((mode, id)) = entry.map(|e| (e.mode(), e.object_id())) else {
                done.push(part);
                return Ok(nothing(&done, &open, links));
            };
            done.push(part);
            if mode.is_tree() {
                trees.push(id);
            } else if mode.is_blob() {
                file = Some(id);
            } else if mode.is_link() {
                links.push(RepoPath::from_bytes(&done.join(&b'/')));
                let target = match tree::blob(&repo, id, MAX_TARGET)? {
                    tree::Blob::Bytes(target) if links.len() <= MAX_LINKS && !target.starts_with(b"/") => target,
                    _ => return Ok(nothing(&done, &open, links)),
                };
                done.pop();
                for part in parts(&target).rev() {
                    open.push_front(part);
                }
            } else {
                return Ok(nothing(&done, &open, links));
            }
        }
        let path = RepoPath::from_bytes(&done.join(&b'/'));
        Ok(match file {
            Some(id) => Resolved { kind: TreeKind::File, path, links, id: Some(id) },
            None => Resolved { kind: TreeKind::Folder, path, links, id: trees.last().copied() },
        })
    }

    /// The bytes of a resolved file; `None` where it is none, or larger than `limit`.
    ///
    /// # Errors
    /// If the object is not in this clone.
    pub fn read(&self, file: &Resolved, limit: u64) -> Result<Option<Vec<u8>>, GitError> {
        let repo = self.repo.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(id) = file.id.filter(|_| file.kind == TreeKind::File) else { return Ok(None) };
        Ok(match tree::blob(&repo, id, limit)? {
            tree::Blob::Bytes(bytes) => Some(bytes),
            tree::Blob::TooLarge(_) => None,
        })
    }

    /// The regular files below a resolved folder, relative to it, sorted. Links in it are not followed.
    ///
    /// # Errors
    /// If a tree is not in this clone.
    pub fn files_below(&self, folder: &Resolved) -> Result<Vec<RepoPath>, GitError> {
        let repo = self.repo.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(id) = folder.id.filter(|_| folder.kind == TreeKind::Folder) else { return Ok(Vec::new()) };
        Ok(tree::files(&repo, id)?.keys().map(|path| RepoPath::from_bytes(path)).collect())
    }
}

fn parts(path: &[u8]) -> impl DoubleEndedIterator<Item = Vec<u8>> {
    path.split(|b| *b == b'/')
        .filter(|p| !p.is_empty() && *p != b".")
        .map(<[u8]>::to_vec)
        .collect::<Vec<_>>()
        .into_iter()
}
