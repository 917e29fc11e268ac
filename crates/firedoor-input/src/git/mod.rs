//! Git: the index, the difference to a base, the history.
//!
//! All of gix is behind this module; nothing of it shows in the signatures, so that its monthly releases touch one place.
//! Nothing is fetched, written or run: no hook, no filter, no configured command. Of the configuration only the
//! repository's own is read, so that the same repository gives the same answer for every user.
//!
//! Missing objects (shallow and partial clones) do not end a scan: what can be read is judged, and a Notice or a
//! [`GitError`] says which command brings the rest.

mod base_tree;
mod change;
mod commit;
mod head;
mod history;
mod lines;
mod range;
mod staged;
mod tracked;
mod tree;

use std::path::{Path, PathBuf};

use firedoor_core::{RepoPath, VersionControl};
use gix::ObjectId;
use gix::bstr::ByteSlice as _;

pub use base_tree::{BaseTree, Resolved, TreeKind};
pub use change::{ChangeKind, ChangeSet, ChangedFile};
pub use history::{History, HistoryRange};
pub use lines::kept_lines;
pub use range::DiffScope;
pub use tracked::Tracked;

/// Larger files are not read from git unless [`Repository::with_max_file_size`] says otherwise.
const MAX_FILE_SIZE: u64 = 100_000_000;

/// Bytes of decoded objects that each thread keeps.
const OBJECT_CACHE: usize = 12 << 20;
/// Bytes of objects that each thread keeps for what is stored as a difference to them.
const PACK_CACHE: usize = 12 << 20;

/// What git could not give.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GitError {
    /// A repository is there and cannot be read.
    #[error("cannot read the git repository at {}: {message}", path.display())]
    Open {
        /// Where.
        path: PathBuf,
        /// Why.
        message: String,
    },
    /// A name that means no commit.
    #[error("`{spec}` names no commit here. {hint}")]
    UnknownRevision {
        /// As given.
        spec: String,
        /// What to do.
        hint: String,
    },
    /// A name that means an object, and no commit.
    #[error("`{spec}` is a {kind} and no commit, and only commits are judged")]
    NoCommitObject {
        /// As given.
        spec: String,
        /// `tree` or `blob`.
        kind: &'static str,
    },
    /// Two commits without a common ancestor in this clone.
    #[error("`{base}` and `{head}` have no common ancestor in this clone. {hint}")]
    NoMergeBase {
        /// The base as given.
        base: String,
        /// The other side.
        head: String,
        /// What to do.
        hint: String,
    },
    /// There is no commit yet.
    #[error("there is no commit yet, so there is nothing to compare `{spec}` with")]
    NoCommit {
        /// What was asked for.
        spec: String,
    },
    /// A bare repository has no index.
    #[error("the repository is bare: it has no index, so nothing is staged. Use --diff or --history")]
    Bare,
    /// An object that is not in this clone, or damaged.
    #[error("the object {id} ({what}) cannot be read: {message}. {hint}")]
    Object {
        /// Its id.
        id: String,
        /// What it is.
        what: String,
        /// Why.
        message: String,
        /// What to do.
        hint: String,
    },
    /// The index cannot be read.
    #[error("git's index cannot be read: {message}")]
    Index {
        /// Why.
        message: String,
    },
    /// A file of the work tree cannot be read.
    #[error("cannot read {}: {message}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        message: String,
    },
}

/// A git repository, usable from many threads.
#[derive(Debug)]
pub struct Repository {
    repo: gix::ThreadSafeRepository,
    max_file_size: u64,
}

impl Repository {
    /// The repository that holds a folder; `None` where there is none.
    ///
    /// # Errors
    /// If one is there and cannot be opened (damaged, or a format that is not supported).
    pub fn discover(path: &Path) -> Result<Option<Self>, GitError> {
        let options = || gix::open::Options::isolated().strict_config(false);
        let mapping = gix::sec::trust::Mapping { full: options(), reduced: options() };
        match gix::ThreadSafeRepository::discover_opts(path, gix::discover::upwards::Options::default(), mapping) {
            Ok(repo) => Ok(Some(Self { repo, max_file_size: MAX_FILE_SIZE })),
            Err(error) => {
                // Looked for by the folder's names rather than by the error's type: a damaged `.git` must not pass for none.
                let is_there = path.ancestors().any(|dir| dir.join(".git").exists());
                if is_there {
                    Err(GitError::Open { path: path.to_path_buf(), message: chain(&error) })
                } else {
                    Ok(None)
                }
            }
        }
    }

    /// Sets the size above which files are left out, with a notice.
    #[must_use]
    pub fn with_max_file_size(mut self, bytes: u64) -> Self {
        self.max_file_size = bytes;
        self
    }

    /// The top of the work tree; `None` in a bare repository.
    #[must_use]
    pub fn work_tree(&self) -> Option<&Path> {
        self.repo.work_dir()
    }

    /// The repository's own folder (`.git`, or that of a linked work tree).
    #[must_use]
    pub fn git_dir(&self) -> &Path {
        self.repo.git_dir()
    }

    /// Whether the clone was cut off (`git clone --depth`).
    #[must_use]
    pub fn is_shallow(&self) -> bool {
        self.local().is_shallow().unwrap_or(false)
    }

    /// Remote, revision and branch, as far as they are known. Credentials in the remote's address are left out.
    #[must_use]
    pub fn version_control(&self) -> VersionControl {
        let repo = self.local();
        let remote = repo.config_snapshot().string("remote.origin.url");
        let head = repo.head().ok();
        VersionControl {
            repository: remote.and_then(|url| web_address(&url.to_str_lossy())),
            revision: repo.head_id().ok().map(|id| id.to_string()),
            branch: head.as_ref().and_then(|h| h.referent_name()).map(|n| n.shorten().to_str_lossy().into_owned()),
            base: None,
        }
    }

    /// The id of the first commit in the history of the checked-out one (following first parents), which names a
    /// repository for as long as it lives. `None` without a commit, and in a shallow clone, which does not hold it.
    #[must_use]
    pub fn root_commit_id(&self) -> Option<String> {
        let repo = self.local();
        if repo.is_shallow().unwrap_or(true) {
            return None;
        }
        let mut id = repo.head_id().ok()?.detach();
        loop {
            let commit = repo.find_commit(id).ok()?;
            match commit.parent_ids().next() {
                Some(parent) => id = parent.detach(),
                None => return Some(id.to_string()),
            }
        }
    }

    /// The bytes of a file in a commit; `None` where the commit or the file is not there.
    #[must_use]
    pub fn base_file(&self, base: &str, path: &RepoPath) -> Option<Vec<u8>> {
        let repo = self.local();
        let commit = self.commit(&repo, base).ok()?;
        let tree = repo.find_commit(commit).ok()?.tree().ok()?;
        let entry = tree.lookup_entry(path.as_bytes().split(|b| *b == b'/')).ok()??;
        if !entry.mode().is_blob() {
            return None;
        }
        Some(entry.object().ok()?.detach().data)
    }

    fn local(&self) -> gix::Repository {
        let mut repo = self.repo.to_thread_local();
        // Trees are asked for again and again while neighbouring commits are compared, and so is the old side of a file.
        repo.object_cache_size_if_unset(OBJECT_CACHE);
        // Without it every version of a file is put together anew from the first of its chain of differences.
        repo.objects.set_pack_cache(|| Box::new(gix::odb::pack::cache::lru::MemoryCappedHashmap::new(PACK_CACHE)));
        repo
    }

    /// Whether a name means a commit that is in this clone.
    #[must_use]
    pub fn has_commit(&self, spec: &str) -> bool {
        self.commit(&self.local(), spec).is_ok()
    }

    /// `tree` or `blob`, where a name means such an object, or a tag of one, and no commit.
    #[must_use]
    pub fn other_kind(&self, spec: &str) -> Option<&'static str> {
        let repo = self.local();
        kind_of(&repo.rev_parse_single(spec).ok()?)
    }

    /// The commit that a name means.
    fn commit(&self, repo: &gix::Repository, spec: &str) -> Result<ObjectId, GitError> {
        let unknown = || {
            let hint = if repo.is_shallow().unwrap_or(false) {
                format!("This clone is shallow: run `git fetch {}` first.", fetch_words("--depth", spec))
            } else if !spec.contains('/') && repo.rev_parse_single(format!("origin/{spec}").as_str()).is_ok() {
                format!("Did you mean `origin/{spec}`?")
            } else {
                format!("Run `git fetch origin {}` first, or check the name.", remote_name(spec))
            };
            GitError::UnknownRevision { spec: spec.to_owned(), hint }
        };
        let id = repo.rev_parse_single(spec).map_err(|_| unknown())?;
        match id.object().ok().and_then(|o| o.peel_to_commit().ok()) {
            Some(commit) => Ok(commit.id),
            None => Err(match kind_of(&id) {
                Some(kind) => GitError::NoCommitObject { spec: spec.to_owned(), kind },
                None => unknown(),
            }),
        }
    }

    fn missing(repo: &gix::Repository, id: ObjectId, what: impl Into<String>, message: String) -> GitError {
        let hint = if repo.is_shallow().unwrap_or(false) {
            "This clone is shallow: run `git fetch --unshallow`."
        } else {
            "If this is a partial clone, run `git fetch --refetch --no-filter`; else `git fsck` tells what is damaged."
        };
        GitError::Object { id: id.to_string(), what: what.into(), message, hint: hint.to_owned() }
    }
}

/// What an object is once its tags are taken off, if that is no commit.
fn kind_of(id: &gix::Id<'_>) -> Option<&'static str> {
    match id.object().ok()?.peel_tags_to_end().ok()?.kind {
        gix::object::Kind::Tree => Some("tree"),
        gix::object::Kind::Blob => Some("blob"),
        gix::object::Kind::Commit | gix::object::Kind::Tag => None,
    }
}

/// The words behind `git fetch` that bring a commit and a hundred before it.
fn fetch_words(how: &str, spec: &str) -> String {
    // `HEAD~3` and the like mean nothing to a remote.
    let is_plain = !spec.contains(['^', '~', '@', ':']) && spec != "HEAD";
    if is_plain { format!("{how}=100 origin {}", remote_name(spec)) } else { "--deepen=100".to_owned() }
}

/// What the remote calls a branch that is called `origin/…` here.
fn remote_name(spec: &str) -> &str {
    spec.strip_prefix("refs/remotes/").unwrap_or(spec).strip_prefix("origin/").unwrap_or(spec)
}

/// An error with what caused it, in one line.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        let cause_text = cause.to_string();
        if !text.contains(&cause_text) {
            text.push_str(": ");
            text.push_str(&cause_text);
        }
        next = cause.source();
    }
    text.replace('\n', " ")
}

/// `https://host/owner/name` of a remote's address, without credentials; `None` for local paths.
fn web_address(url: &str) -> Option<String> {
    let url = url.trim();
    let rest = match url.split_once("://") {
        Some(("https" | "http" | "ssh" | "git" | "git+ssh", rest)) => rest.to_owned(),
        Some(_) => return None,
        // scp-like: user@host:owner/name
        None => {
            let (host, path) = url.split_once(':')?;
            if host.len() < 2 || host.contains('/') || path.is_empty() {
                return None;
            }
            format!("{host}/{}", path.trim_start_matches('/'))
        }
    };
    let (authority, path) = rest.split_once('/')?;
    let host = authority.rsplit('@').next()?;
    let host = if url.starts_with("http") { host } else { host.split(':').next()? };
    let path = path.trim_end_matches('/').trim_end_matches(".git");
    (!host.is_empty() && !path.is_empty()).then(|| format!("https://{host}/{path}"))
}

#[cfg(test)]
mod tests;
