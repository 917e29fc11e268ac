//! Files that a change touches, on both of its sides.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use firedoor_core::{ChangedLines, CommitInfo, Notice, Origin, RepoPath, SourceFile};
use gix::ObjectId;
use gix::bstr::BString;

use super::{GitError, Repository, lines, tree};

/// How similar two files must be, in hundredths, for one to be the other's new name; git's own threshold.
const SIMILAR: u64 = 50;
/// Most pairs of files that are compared for similarity. Beyond it only files of equal content count as renamed.
const MAX_PAIRS: usize = 40_000;
/// Larger files are not compared for similarity, in bytes.
const MAX_COMPARED: u64 = 1_000_000;

/// What happened to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// Its content changed.
    Modified,
    /// It has another path, and perhaps another content.
    Renamed,
    /// It is gone.
    Deleted,
}

/// Where the new side of a file is read from.
#[derive(Clone, Debug)]
pub(super) enum NewSide {
    /// Gone.
    None,
    /// A blob of the index.
    Index(ObjectId),
    /// A file on disk.
    WorkTree,
    /// A blob of a commit.
    Commit(ObjectId, Arc<CommitInfo>),
}

/// One file that a change touches.
#[derive(Clone, Debug)]
pub struct ChangedFile {
    /// Its path now; of a deleted one its last.
    pub path: RepoPath,
    /// Its path before, if that was another.
    pub old_path: Option<RepoPath>,
    /// What happened to it.
    pub kind: ChangeKind,
    pub(super) old: Option<ObjectId>,
    pub(super) new: NewSide,
}

impl ChangedFile {
    /// Whether its new side is a file of the work tree, which a walk finds as well.
    #[must_use]
    pub fn is_on_disk(&self) -> bool {
        matches!(self.new, NewSide::WorkTree)
    }

    /// Whether there is an old side.
    #[must_use]
    pub fn has_old(&self) -> bool {
        self.old.is_some()
    }

    /// Whether there is a new side.
    #[must_use]
    pub fn has_new(&self) -> bool {
        !matches!(self.new, NewSide::None)
    }
}

/// The files that a change touches.
#[derive(Clone, Debug, Default)]
pub struct ChangeSet {
    /// Sorted by path.
    pub files: Vec<ChangedFile>,
    /// The commit that the old sides are of; `None` where there was no commit before.
    pub base: Option<Arc<CommitInfo>>,
    /// What was left out: submodules, unmerged files. Sorted.
    pub notices: Vec<Notice>,
    /// Every path of the new state, in and out of the change, sorted. Tells a moved file from a copied one.
    pub present: BTreeSet<RepoPath>,
    /// Links that are new, gone or lead elsewhere, also where a link took another thing's place. A comparison with a
    /// branch gives them as the commits have them.
    pub links: BTreeSet<RepoPath>,
    /// While a merge is concluded: for each commit that is merged the files of the change as it has them.
    pub merged: Vec<Vec<(RepoPath, ObjectId)>>,
}

impl ChangeSet {
    /// New path to old path of each renamed file.
    #[must_use]
    pub fn renames(&self) -> BTreeMap<RepoPath, RepoPath> {
        self.files.iter().filter_map(|f| Some((f.path.clone(), f.old_path.clone()?))).collect()
    }

    /// The paths that have a new side.
    #[must_use]
    pub fn changed_paths(&self) -> BTreeSet<RepoPath> {
        self.files.iter().filter(|f| f.has_new()).map(|f| f.path.clone()).collect()
    }

    /// A file of the change by its new path.
    #[must_use]
    pub fn get(&self, path: &RepoPath) -> Option<&ChangedFile> {
        let at = self.files.binary_search_by(|f| f.path.cmp(path)).ok()?;
        self.files.get(at)
    }
}

impl Repository {
    /// The new side of a file, every line of it; `None` where it is gone, or too large (with a notice).
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn read_new(&self, file: &ChangedFile, notices: &mut Vec<Notice>) -> Result<Option<SourceFile>, GitError> {
        let (origin, bytes) = match &file.new {
            NewSide::None => return Ok(None),
            NewSide::Index(id) => (Origin::Index, self.read_blob(*id, &file.path, notices)?),
            NewSide::Commit(id, info) => (Origin::Commit(Arc::clone(info)), self.read_blob(*id, &file.path, notices)?),
            NewSide::WorkTree => (Origin::WorkTree, self.read_disk(&file.path, notices)?),
        };
        Ok(bytes.map(|bytes| SourceFile::new(file.path.clone(), origin, bytes)))
    }

    /// The new side of a file with the lines that the change touches; `None` as in [`Repository::read_new`].
    ///
    /// # Errors
    /// If a side cannot be read.
    pub fn read_changed(&self, file: &ChangedFile, notices: &mut Vec<Notice>) -> Result<Option<SourceFile>, GitError> {
        let Some(new) = self.read_new(file, notices)? else { return Ok(None) };
        let Some(old) = file.old else { return Ok(Some(new)) };
        // An old side that is too large to be compared leaves every line changed.
        let Some(old) = self.read_blob(old, &file.path, &mut Vec::new())? else { return Ok(Some(new)) };
        let changed =
            if new.is_binary() { ChangedLines(vec![1..=u32::MAX]) } else { lines::added_lines(&old, new.bytes()) };
        Ok(Some(new.with_changed(changed)))
    }

    /// The old side of a file under its old path; `None` where there is none, or it is too large.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn read_old(
        &self,
        set: &ChangeSet,
        file: &ChangedFile,
        notices: &mut Vec<Notice>,
    ) -> Result<Option<SourceFile>, GitError> {
        let Some(id) = file.old else { return Ok(None) };
        self.read_before(set, file.old_path.as_ref().unwrap_or(&file.path), id, notices)
    }

    /// A file as it was before the change, also as a commit that is merged has it ([`ChangeSet::merged`]). `None` where there
    /// was no commit, or it is too large.
    ///
    /// # Errors
    /// If an object cannot be read.
    pub fn read_before(
        &self,
        set: &ChangeSet,
        path: &RepoPath,
        id: ObjectId,
        notices: &mut Vec<Notice>,
    ) -> Result<Option<SourceFile>, GitError> {
        let Some(base) = &set.base else { return Ok(None) };
        let bytes = self.read_blob(id, path, notices)?;
        Ok(bytes.map(|bytes| SourceFile::new(path.clone(), Origin::Commit(Arc::clone(base)), bytes)))
    }

    fn read_blob(&self, id: ObjectId, path: &RepoPath, notices: &mut Vec<Notice>) -> Result<Option<Vec<u8>>, GitError> {
        Ok(match tree::blob(&self.local(), id, self.max_file_size)? {
            tree::Blob::Bytes(bytes) => Some(bytes),
            tree::Blob::TooLarge(size) => {
                notices.push(too_large(path, size, self.max_file_size));
                None
            }
        })
    }

    fn read_disk(&self, path: &RepoPath, notices: &mut Vec<Notice>) -> Result<Option<Vec<u8>>, GitError> {
        let Some(full) = self.disk_path(gix::bstr::BStr::new(path.as_bytes())) else { return Ok(None) };
        let failed = |e: std::io::Error| GitError::File { path: full.clone(), message: e.to_string() };
        let meta = std::fs::symlink_metadata(&full).map_err(failed)?;
        if !meta.is_file() {
            return Ok(None);
        }
        if meta.len() > self.max_file_size {
            notices.push(too_large(path, meta.len(), self.max_file_size));
            return Ok(None);
        }
        Ok(Some(std::fs::read(&full).map_err(failed)?))
    }
}

pub(super) fn too_large(path: &RepoPath, size: u64, limit: u64) -> Notice {
    Notice::error("large-file", format!("`{path}` has {size} bytes and was left out; the limit is {limit}.")).at(path)
}

pub(super) fn submodule(path: &RepoPath) -> Notice {
    let text = format!("The submodule `{path}` is a repository of its own and was left out: scan it by itself.");
    Notice::note("submodule-skipped", text).at(path)
}

/// A file that is on one side only.
pub(super) struct OneSided {
    pub(super) path: BString,
    pub(super) id: Option<ObjectId>,
}

/// Pairs of gone and new files that are one file: (index of the gone, index of the new).
///
/// First equal content, then similar content: the greatest common part in lines, at least half of the larger one.
pub(super) fn renames(
    gone: &[OneSided],
    new: &[OneSided],
    mut read: impl FnMut(bool, usize) -> Option<Vec<u8>>,
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut free_gone: BTreeSet<usize> = (0..gone.len()).collect();
    let mut free_new: BTreeSet<usize> = (0..new.len()).collect();
    let name = |path: &BString| path.rsplit(|b| *b == b'/').next().map(<[u8]>::to_vec);
    let mut by_id: BTreeMap<ObjectId, Vec<usize>> = BTreeMap::new();
    for (i, file) in gone.iter().enumerate() {
        if let Some(id) = file.id.filter(|id| !id.is_empty_blob()) {
            by_id.entry(id).or_default().push(i);
        }
    }
    for (j, file) in new.iter().enumerate() {
        let Some(candidates) = file.id.and_then(|id| by_id.get_mut(&id)) else { continue };
        let best = candidates.iter().position(|i| name(&gone[*i].path) == name(&file.path)).unwrap_or(0);
        if best < candidates.len() {
            let i = candidates.remove(best);
            free_gone.remove(&i);
            free_new.remove(&j);
            pairs.push((i, j));
        }
    }
    if free_gone.is_empty() || free_new.is_empty() || free_gone.len() * free_new.len() > MAX_PAIRS {
        return pairs;
    }
    let mut sketch = |old: bool, i: usize| read(old, i).filter(|b| !b.is_empty()).map(|b| Sketch::of(&b));
    let old: Vec<(usize, Sketch)> = free_gone.iter().filter_map(|i| Some((*i, sketch(true, *i)?))).collect();
    let now: Vec<(usize, Sketch)> = free_new.iter().filter_map(|j| Some((*j, sketch(false, *j)?))).collect();
    let mut scores = Vec::new();
    for (i, a) in &old {
        for (j, b) in &now {
            let score = a.similarity(b);
            if score >= SIMILAR {
                scores.push((Reverse(score), name(&gone[*i].path) != name(&new[*j].path), *i, *j));
            }
        }
    }
    scores.sort();
    for (_, _, i, j) in scores {
        if free_gone.contains(&i) && free_new.contains(&j) {
            free_gone.remove(&i);
            free_new.remove(&j);
            pairs.push((i, j));
        }
    }
    pairs
}

pub(super) fn may_compare(size: u64) -> bool {
    size <= MAX_COMPARED
}

/// How often each line is in a file, with its weight. White space does not count: a file that is moved and indented anew
/// in one change is the same file, and its known findings are known.
struct Sketch {
    lines: BTreeMap<u64, u64>,
    bytes: u64,
}

impl Sketch {
    fn of(bytes: &[u8]) -> Self {
        let mut lines: BTreeMap<u64, u64> = BTreeMap::new();
        let mut total = 0;
        for line in lines::lines(bytes) {
            let line: Vec<u8> = line.iter().copied().filter(|b| !b.is_ascii_whitespace()).collect();
            let weight = line.len() as u64 + 1;
            *lines.entry(fnv(&line)).or_default() += weight;
            total += weight;
        }
        Self { lines, bytes: total }
    }

    fn similarity(&self, other: &Self) -> u64 {
        let larger = self.bytes.max(other.bytes).max(1);
        if self.bytes.min(other.bytes) * 100 < larger * SIMILAR {
            return 0;
        }
        let common: u64 =
            self.lines.iter().map(|(line, weight)| other.lines.get(line).map_or(0, |w| *w.min(weight))).sum();
        common * 100 / larger
    }
}

/// FNV-1a: the same on every machine, unlike the standard library's hasher.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indenting_anew_makes_no_other_file() {
        let spaces: String = (0..20).map(|n| format!("    call({n});\n        return {n};\n")).collect();
        let tabs = spaces.replace("    ", "\t");
        assert_eq!(Sketch::of(spaces.as_bytes()).similarity(&Sketch::of(tabs.as_bytes())), 100);
        let other: String = (0..40).map(|n| format!("\tother(\"{n}\");\n")).collect();
        assert_eq!(Sketch::of(spaces.as_bytes()).similarity(&Sketch::of(other.as_bytes())), 0);
    }
}
