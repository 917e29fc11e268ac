//! Commit by commit: every line that the history added.
//!
//! Each commit is compared with its first parent, a merge with all of its parents: what a merge shares with one of them
//! came in with that one's commits, what it shares with none was written while merging (`git log -p` hides such lines).
//! A file that a commit only renames is left out.
//!
//! Added lines and not unique blobs: reading each distinct blob once costs git a half to a third less time and hands the
//! detector 3 to 15 times as many bytes (measured on three repositories); and a finding names the commit and line of
//! introduction.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use firedoor_core::{ChangedLines, Notice, Origin, RepoPath, SourceFile};
use gix::ObjectId;
use gix::bstr::BString;
use rayon::prelude::*;

use super::change::too_large;
use super::staged::tree_of;
use super::{GitError, Repository, chain, commit, lines, tree};

/// Most notices of one kind; behind them only a count.
const MAX_NOTICES: usize = 20;

/// Which commits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryRange {
    /// Names of commits whose history is read; empty means every branch and tag, and the checked-out commit.
    pub tips: Vec<String>,
    /// Names of commits whose history is left out.
    pub hidden: Vec<String>,
}

impl HistoryRange {
    /// `A..B`, `A..` (to the checked-out commit), `B` (all of its history), or nothing for every branch and tag.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let name = |t: &str| if t.is_empty() { "HEAD".to_owned() } else { t.to_owned() };
        match text.trim() {
            "" | "--all" => Self::default(),
            text => match text.split_once("..") {
                Some((from, to)) => Self { tips: vec![name(to.trim_start_matches('.'))], hidden: vec![name(from)] },
                None => Self { tips: vec![text.to_owned()], hidden: Vec::new() },
            },
        }
    }
}

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Number of commits.
    pub commits: usize,
    /// Number of changed files that were handed out.
    pub files: usize,
    /// Bytes of the files that were handed out.
    pub bytes: u64,
    /// What could not be read or was left out. Sorted.
    pub notices: Vec<Notice>,
}

impl Repository {
    /// Hands every changed file of every commit of a range to `visit`, with the lines that the commit added
    /// ([`SourceFile::changed`]) and the commit ([`Origin::Commit`]); from many threads, in no order, one file per
    /// thread in memory.
    ///
    /// # Errors
    /// If a name means no commit, or the commits cannot be listed. What cannot be read of a single commit is a Notice.
    pub fn history(&self, range: &HistoryRange, visit: &(dyn Fn(SourceFile) + Sync)) -> Result<History, GitError> {
        let repo = self.local();
        let mut tips = Vec::new();
        for spec in &range.tips {
            tips.push(self.commit(&repo, spec)?);
        }
        if range.tips.is_empty() {
            tips = every_tip(&repo);
        }
        let mut hidden = Vec::new();
        for spec in &range.hidden {
            hidden.push(self.commit(&repo, spec)?);
        }
        let mut out = History::default();
        if tips.is_empty() {
            return Ok(out);
        }
        let commits = list(&repo, &tips, &hidden)?;
        out.commits = commits.len();
        // Where a shallow clone is cut off, a commit's parents are not there: within a range it is compared with the
        // range's base instead, or else everything that the repository holds would count as added by it.
        let shallow = repo.shallow_commits().ok().flatten();
        let is_listed = |id: &ObjectId| shallow.as_ref().is_some_and(|s| s.iter().any(|c| c == id));
        let cut: BTreeSet<ObjectId> =
            commits.iter().filter(|id| is_listed(id) && lacks_parents(&repo, **id)).copied().collect();
        let base_tree = match hidden.first() {
            Some(base) if !cut.is_empty() => Some(tree_of(&repo, *base)?),
            _ => None,
        };
        if !cut.is_empty() {
            out.notices.push(if hidden.is_empty() { Self::cut_notice(cut.len()) } else { cut_range_notice() });
        }
        let notices = Mutex::new(Vec::new());
        let (files, bytes) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let state = || (self.local(), gix::diff::tree::State::default());
        commits.par_iter().for_each_init(state, |(repo, state), id| {
            let mut found = Vec::new();
            let base = cut.contains(id).then_some(base_tree);
            let handed = self.commit_files(repo, state, *id, base, &mut found, &|file| {
                bytes.fetch_add(file.bytes().len(), Ordering::Relaxed);
                visit(file);
            });
            match handed {
                Ok(n) => {
                    files.fetch_add(n, Ordering::Relaxed);
                }
                Err(error) => {
                    found.push(Notice::error("unreadable-commit", format!("Commit {id} was not judged: {error}.")))
                }
            }
            if !found.is_empty() {
                notices.lock().unwrap_or_else(std::sync::PoisonError::into_inner).append(&mut found);
            }
        });
        out.notices.extend(notices.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner));
        bound(&mut out.notices);
        out.files = files.into_inner();
        out.bytes = bytes.into_inner() as u64;
        Ok(out)
    }

    /// Hands out the files of one commit. `instead` of its parents, which are not there, a tree or nothing is compared.
    fn commit_files(
        &self,
        repo: &gix::Repository,
        state: &mut gix::diff::tree::State,
        id: ObjectId,
        instead: Option<Option<ObjectId>>,
        notices: &mut Vec<Notice>,
        visit: &dyn Fn(SourceFile),
    ) -> Result<usize, GitError> {
        let failed = |e: gix::Error| Self::missing(repo, id, "a commit", chain(&e));
        let commit = repo.find_commit(id).map_err(failed)?;
        let new_tree = commit.tree_id().map_err(failed)?.detach();
        let parents: Vec<ObjectId> = commit.parent_ids().map(gix::Id::detach).collect();
        drop(commit);
        if let Some(tree) = instead {
            let diff = tree::diff(repo, state, tree, Some(new_tree))?;
            return self.hand_out(repo, id, diff, &[], notices, visit);
        }
        let Some((first, others)) = parents.split_first() else {
            let diff = tree::diff(repo, state, None, Some(new_tree))?;
            return self.hand_out(repo, id, diff, &[], notices, visit);
        };
        let mut diff = tree::diff(repo, state, Some(tree_of(repo, *first)?), Some(new_tree))?;
        // A merge: only files that differ from every parent, each with its state there.
        let mut other_sides: Vec<BTreeMap<BString, Option<ObjectId>>> = Vec::new();
        for parent in others {
            let to_other = tree::diff(repo, state, Some(tree_of(repo, *parent)?), Some(new_tree))?;
            let sides: BTreeMap<BString, Option<ObjectId>> =
                to_other.files.into_iter().map(|c| (c.path, c.old)).collect();
            diff.files.retain(|c| sides.contains_key(&c.path));
            diff.submodules.clear();
            other_sides.push(sides);
        }
        self.hand_out(repo, id, diff, &other_sides, notices, visit)
    }

    fn hand_out(
        &self,
        repo: &gix::Repository,
        id: ObjectId,
        diff: tree::TreeDiff,
        other_sides: &[BTreeMap<BString, Option<ObjectId>>],
        notices: &mut Vec<Notice>,
        visit: &dyn Fn(SourceFile),
    ) -> Result<usize, GitError> {
        if !diff.submodules.is_empty() {
            let text = "Submodules are repositories of their own and were left out: scan each by itself.";
            notices.push(Notice::note("submodule-skipped", text));
        }
        let mut gone: BTreeMap<ObjectId, usize> = BTreeMap::new();
        for old in diff.files.iter().filter(|c| c.new.is_none()).filter_map(|c| c.old) {
            *gone.entry(old).or_default() += 1;
        }
        let mut info = None;
        let mut count = 0;
        for change in diff.files {
            let Some(new) = change.new else { continue };
            if change.old.is_none() && other_sides.is_empty() {
                // Renamed and nothing else.
                if let Some(n) = gone.get_mut(&new).filter(|n| **n > 0) {
                    *n -= 1;
                    continue;
                }
            }
            let path = RepoPath::from_bytes(&change.path);
            let bytes = match tree::blob(repo, new, self.max_file_size) {
                Ok(tree::Blob::Bytes(bytes)) => bytes,
                Ok(tree::Blob::TooLarge(size)) => {
                    notices.push(too_large(&path, size, self.max_file_size));
                    continue;
                }
                Err(error) => {
                    let text = format!("`{path}` in commit {id} was not judged: {error}.");
                    notices.push(Notice::error("unreadable-object", text).at(&path));
                    continue;
                }
            };
            if bytes.is_empty() {
                continue;
            }
            let info = info.get_or_insert_with(|| commit::info(repo, id));
            let file = SourceFile::new(path, Origin::Commit(std::sync::Arc::clone(info)), bytes);
            let sides: Vec<ObjectId> = std::iter::once(change.old)
                .chain(other_sides.iter().map(|s| s.get(&change.path).copied().flatten()))
                .flatten()
                .collect();
            let file = match self.added(repo, &file, &sides) {
                Some(changed) if changed.0.is_empty() => continue,
                Some(changed) => file.with_changed(changed),
                None => file,
            };
            count += 1;
            visit(file);
        }
        Ok(count)
    }

    /// The lines that are in none of the old states; `None` means all of the file.
    fn added(&self, repo: &gix::Repository, file: &SourceFile, old: &[ObjectId]) -> Option<ChangedLines> {
        let mut out: Option<ChangedLines> = None;
        if file.is_binary() {
            return None;
        }
        for id in old {
            // An old state that cannot be read or is too large leaves every line added: too much is better than too little.
            let Ok(tree::Blob::Bytes(old)) = tree::blob(repo, *id, self.max_file_size) else { continue };
            if old.is_empty() {
                continue;
            }
            let added = lines::added_lines(&old, file.bytes());
            out = Some(match out {
                Some(lines) => lines::intersect(&lines, &added),
                None => added,
            });
        }
        out
    }
}

fn lacks_parents(repo: &gix::Repository, id: ObjectId) -> bool {
    repo.find_commit(id).is_ok_and(|c| c.parent_ids().any(|parent| !repo.has_object(parent)))
}

fn cut_range_notice() -> Notice {
    Notice::error(
        "shallow-range",
        "This clone is shallow and does not hold all commits of the change: what one of them added and another removed \
         was not seen. Run `git fetch --deepen=100` first; in a workflow set `fetch-depth: 0` for actions/checkout.",
    )
}

/// Every branch, tag and remote branch, and the checked-out commit.
fn every_tip(repo: &gix::Repository) -> Vec<ObjectId> {
    let mut tips: Vec<ObjectId> = repo.head_id().ok().map(gix::Id::detach).into_iter().collect();
    if let Ok(platform) = repo.references()
        && let Ok(all) = platform.all()
    {
        for mut reference in all.flatten() {
            let peeled = reference.peel_to_id().ok().map(gix::Id::detach);
            tips.extend(peeled.filter(|id| repo.find_commit(*id).is_ok()));
        }
    }
    tips.sort();
    tips.dedup();
    tips
}

fn list(repo: &gix::Repository, tips: &[ObjectId], hidden: &[ObjectId]) -> Result<Vec<ObjectId>, GitError> {
    let failed = |e: gix::Error| {
        let id = tips.first().copied().unwrap_or_else(|| repo.object_hash().null());
        Repository::missing(repo, id, "the history", chain(&e))
    };
    let walk = repo.rev_walk(tips.iter().copied()).with_hidden(hidden.iter().copied()).all().map_err(failed)?;
    let mut out = Vec::new();
    for commit in walk {
        out.push(commit.map_err(failed)?.id);
    }
    Ok(out)
}

/// Sorts notices and keeps the first of each kind.
fn bound(notices: &mut Vec<Notice>) {
    notices.sort();
    notices.dedup();
    let mut counts: BTreeMap<&'static str, (usize, firedoor_core::NoticeLevel)> = BTreeMap::new();
    notices.retain(|n| {
        let (count, _) = counts.entry(n.code).or_insert((0, n.level));
        *count += 1;
        *count <= MAX_NOTICES
    });
    for (code, (count, level)) in counts {
        if count > MAX_NOTICES {
            notices.push(Notice::new(level, code, format!("{} more of this kind are not shown.", count - MAX_NOTICES)));
        }
    }
    notices.sort();
}
