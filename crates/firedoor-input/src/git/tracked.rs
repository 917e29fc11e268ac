//! What git's index says of the work tree: which files are the repository's, and which folders are others'.

use firedoor_core::{Notice, RepoPath};
use gix::index::entry::{Flags, Mode};

use super::change::submodule;
use super::{GitError, Repository, chain};

/// The index as the walk of a work tree needs it.
#[derive(Clone, Debug, Default)]
pub struct Tracked {
    /// Regular files, sorted.
    pub files: Vec<RepoPath>,
    /// Folders of submodules, sorted.
    pub submodules: Vec<RepoPath>,
    /// How many files a sparse checkout leaves out, at least.
    pub left_out: usize,
}

impl Tracked {
    /// The folders of submodules below a root.
    #[must_use]
    pub fn folders(&self, root: &std::path::Path) -> std::collections::BTreeSet<std::path::PathBuf> {
        self.submodules.iter().map(|folder| root.join(folder.as_str())).collect()
    }

    /// A notice for each submodule: it was left out.
    pub fn notices(&self) -> impl Iterator<Item = Notice> {
        self.submodules.iter().map(submodule)
    }

    /// That files are not there to be judged.
    #[must_use]
    pub fn sparse(&self) -> Option<Notice> {
        (self.left_out > 0).then(|| {
            Notice::note(
                "sparse-checkout",
                "This checkout is sparse: what git leaves out of the work tree was not judged. `git sparse-checkout disable` brings it.",
            )
        })
    }
}

impl Repository {
    /// What the index lists; nothing in a bare repository.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn tracked(&self) -> Result<Tracked, GitError> {
        let mut out = Tracked::default();
        if self.work_tree().is_none() {
            return Ok(out);
        }
        let repo = self.local();
        let index = repo.index_or_empty().map_err(|e| GitError::Index { message: chain(&e) })?;
        for entry in index.entries() {
            let path = || RepoPath::from_bytes(entry.path(&index));
            // A sparse index holds a whole folder as one entry.
            if entry.flags.contains(Flags::SKIP_WORKTREE) || entry.mode == Mode::DIR {
                out.left_out += 1;
            }
            match entry.mode {
                Mode::FILE | Mode::FILE_EXECUTABLE => out.files.push(path()),
                Mode::COMMIT => out.submodules.push(path()),
                _ => {}
            }
        }
        // An unmerged file has an entry for each side.
        out.files.sort();
        out.files.dedup();
        out.submodules.sort();
        out.submodules.dedup();
        Ok(out)
    }
}
