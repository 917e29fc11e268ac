//! Trees compared, and blobs read.

use std::collections::BTreeMap;

use gix::ObjectId;
use gix::bstr::BString;
use gix::diff::tree::recorder::Change as Record;
use gix::objs::Find as _;
use gix::objs::tree::EntryMode;
use gix::prelude::ObjectIdExt as _;

use super::{GitError, Repository};

/// One regular file that two trees do not have in common.
#[derive(Clone, Debug)]
pub(super) struct TreeChange {
    pub(super) path: BString,
    /// In the old tree.
    pub(super) old: Option<ObjectId>,
    /// In the new tree.
    pub(super) new: Option<ObjectId>,
}

/// What two trees do not have in common.
#[derive(Debug, Default)]
pub(super) struct TreeDiff {
    /// Regular files, in the order of the walk.
    pub(super) files: Vec<TreeChange>,
    /// Paths of submodules that changed.
    pub(super) submodules: Vec<BString>,
    /// Paths of links that are new, gone or lead elsewhere, also where a link took another thing's place.
    pub(super) links: Vec<BString>,
}

/// The difference of two trees; `None` is the empty tree.
///
/// Uses the low-level walk: the comfortable one makes a cache that reads the index and the attributes at every call,
/// which costs four times as much over a history.
pub(super) fn diff(
    repo: &gix::Repository,
    state: &mut gix::diff::tree::State,
    old: Option<ObjectId>,
    new: Option<ObjectId>,
) -> Result<TreeDiff, GitError> {
    let mut out = TreeDiff::default();
    if old == new {
        return Ok(out);
    }
    let read = |id: Option<ObjectId>| -> Result<Vec<u8>, GitError> {
        let Some(id) = id else { return Ok(Vec::new()) };
        match repo.find_tree(id) {
            Ok(tree) => Ok(tree.detach().data),
            Err(e) => Err(Repository::missing(repo, id, "a tree", super::chain(&e))),
        }
    };
    let (old_data, new_data) = (read(old)?, read(new)?);
    let kind = repo.object_hash();
    let mut recorder = gix::diff::tree::Recorder::default();
    gix::diff::tree(
        gix::objs::TreeRefIter::from_bytes(&old_data, kind),
        gix::objs::TreeRefIter::from_bytes(&new_data, kind),
        state,
        &repo.objects,
        &mut recorder,
    )
    .map_err(|e| Repository::missing(repo, new.or(old).unwrap_or_else(|| kind.null()), "a tree", super::chain(&e)))?;
    for record in recorder.records {
        let (path, old, new) = match record {
            Record::Addition { entry_mode, oid, path, .. } => (path, None, Some((entry_mode, oid))),
            Record::Deletion { entry_mode, oid, path, .. } => (path, Some((entry_mode, oid)), None),
            Record::Modification { previous_entry_mode, previous_oid, entry_mode, oid, path } => {
                (path, Some((previous_entry_mode, previous_oid)), Some((entry_mode, oid)))
            }
        };
        if [old, new].iter().flatten().any(|(mode, _)| mode.is_commit()) {
            out.submodules.push(path.clone());
        }
        if [old, new].iter().flatten().any(|(mode, _)| mode.is_link()) {
            out.links.push(path.clone());
        }
        let file = |side: Option<(EntryMode, ObjectId)>| side.filter(|(mode, _)| mode.is_blob()).map(|(_, id)| id);
        let (old, new) = (file(old), file(new));
        if old != new {
            out.files.push(TreeChange { path, old, new });
        }
    }
    Ok(out)
}

/// Every regular file of a tree.
pub(super) fn files(repo: &gix::Repository, tree: ObjectId) -> Result<BTreeMap<BString, ObjectId>, GitError> {
    let diff = diff(repo, &mut gix::diff::tree::State::default(), None, Some(tree))?;
    Ok(diff.files.into_iter().filter_map(|c| Some((c.path, c.new?))).collect())
}

/// A blob as far as it may be read.
pub(super) enum Blob {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// It is larger than the limit.
    TooLarge(u64),
}

/// Reads a blob of at most `limit` bytes by way of a room that is used again: an object that is stored as a difference is put
/// together in several times its size.
pub(super) fn blob_in(repo: &gix::Repository, id: ObjectId, limit: u64, room: &mut Vec<u8>) -> Result<Blob, GitError> {
    let missing = |message: String| Repository::missing(repo, id, "a file's content", message);
    let size = id.attach(repo).header().map_err(|e| missing(super::chain(&e)))?.size();
    if size > limit {
        return Ok(Blob::TooLarge(size));
    }
    room.clear();
    match repo.objects.try_find(&id, room) {
        Ok(Some(data)) => Ok(Blob::Bytes(data.data.to_vec())),
        Ok(None) => Err(missing("it is not there".to_owned())),
        Err(e) => Err(missing(super::chain(&e))),
    }
}

/// Reads a blob of at most `limit` bytes.
pub(super) fn blob(repo: &gix::Repository, id: ObjectId, limit: u64) -> Result<Blob, GitError> {
    let missing = |e: gix::Error| Repository::missing(repo, id, "a file's content", super::chain(&e));
    let size = id.attach(repo).header().map_err(missing)?.size();
    if size > limit {
        return Ok(Blob::TooLarge(size));
    }
    Ok(Blob::Bytes(repo.find_object(id).map_err(missing)?.detach().data))
}
