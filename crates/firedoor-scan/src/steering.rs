//! How files that steer the gate are read: from the disk, or as the base commit of a comparison has them.
//!
//! In a comparison a path below the scanned root is looked up in the base's tree, by its name and without touching the
//! work tree, whose links and folders are the change's. Links are resolved inside the base's tree. What was asked for is
//! remembered, because a change to any of it is a change to the gate.

use std::collections::BTreeSet;
use std::io::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use firedoor_core::RepoPath;
use firedoor_input::git::{BaseTree, ChangeSet, Resolved, TreeKind};
use firedoor_input::normal;
use firedoor_input::walk::relative;
use ignore::WalkBuilder;

use crate::setup::{MAX_STEERING, read_steering, text_of};

/// Files of a folder in the base's tree, with their bytes.
type BaseFiles = Vec<(PathBuf, Vec<u8>)>;

/// Where files that steer the gate come from.
pub(crate) struct Steering<'a> {
    base: Option<(&'a Path, Option<&'a BaseTree>)>,
    changes: Option<&'a ChangeSet>,
    asked: Mutex<Asked>,
}

/// What was asked of a base.
#[derive(Default)]
struct Asked {
    /// Paths, the links on their way, and where they led.
    paths: BTreeSet<RepoPath>,
    /// Those that the work tree has and the base has not.
    left_out: BTreeSet<RepoPath>,
}

impl<'a> Steering<'a> {
    /// From the disk.
    pub(crate) fn on_disk() -> Self {
        Self { base: None, changes: None, asked: Mutex::default() }
    }

    /// What lies below `root` as the tree has it; without a tree nothing does.
    pub(crate) fn in_base(root: &'a Path, tree: Option<&'a BaseTree>, changes: &'a ChangeSet) -> Self {
        Self { base: Some((root, tree)), changes: Some(changes), asked: Mutex::default() }
    }

    /// Whether the change touches what a path means in the base, what is below it, or a link on the way there.
    pub(crate) fn touches(&self, path: &Path) -> bool {
        let (Some(name), Some(changes)) = (self.name(path), self.changes) else { return false };
        let found = self.peek(&name);
        let mut names = vec![&name];
        names.extend(found.iter().flat_map(|f| f.links.iter().chain([&f.path])));
        let files = changes.files.iter().flat_map(|f| [Some(&f.path), f.old_path.as_ref()]).flatten();
        let below = |inner: &RepoPath, outer: &RepoPath| {
            inner == outer || inner.as_str().strip_prefix(outer.as_str()).is_some_and(|rest| rest.starts_with('/'))
        };
        // What is changed into a file or a link stands above as well as below.
        files.chain(&changes.links).any(|changed| names.iter().any(|n| below(changed, n) || below(n, changed)))
    }

    /// What a path below the root means in the base, unlike the other questions without a trace.
    pub(crate) fn peek(&self, name: &RepoPath) -> Option<Resolved> {
        self.base?.1?.resolve(name).ok().filter(|found| found.kind != TreeKind::Nothing)
    }

    /// The files of a folder (or the one file) of the base, relative to it. `None` where the base has nothing there.
    ///
    /// # Errors
    /// If one cannot be read or is too large.
    pub(crate) fn base_files(&self, folder: &Path) -> Result<Option<BaseFiles>> {
        let Some(found) = self.name(folder).and_then(|name| self.peek(&name)) else { return Ok(None) };
        let paths = if found.kind == TreeKind::File { vec![folder.to_path_buf()] } else { self.files_below(folder)? };
        paths.into_iter().map(|path| self.read(&path).map(|bytes| (path, bytes))).collect::<Result<_>>().map(Some)
    }

    /// Whether a path is looked up in a base.
    pub(crate) fn is_compared(&self, path: &Path) -> bool {
        self.name(path).is_some()
    }

    /// The path without links and detours; as it is where that cannot be told.
    pub(crate) fn resolve(&self, path: &Path) -> PathBuf {
        match (self.base, self.name(path)) {
            (Some((root, _)), Some(name)) => match self.look_up(&name) {
                Ok(found) if found.kind != TreeKind::Nothing => root.join(found.path.as_str()),
                _ => root.join(name.as_str()),
            },
            _ => path.canonicalize().unwrap_or_else(|_| path.to_path_buf()),
        }
    }

    /// What is at a path. [`TreeKind::Nothing`] is what a change brings: the work tree has it and the base has not.
    ///
    /// # Errors
    /// If neither has it, or it cannot be told.
    pub(crate) fn kind(&self, path: &Path) -> Result<TreeKind> {
        let Some(name) = self.name(path) else {
            return Ok(if std::fs::metadata(path)?.is_dir() { TreeKind::Folder } else { TreeKind::File });
        };
        let found = self.look_up(&name)?;
        if found.kind == TreeKind::Nothing && !self.is_left_out(&name) {
            return Err(Error::from(ErrorKind::NotFound));
        }
        Ok(found.kind)
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// If it is none, is too large or cannot be read; `NotFound` also where the base does not have it.
    pub(crate) fn read(&self, path: &Path) -> Result<Vec<u8>> {
        let Some(name) = self.name(path) else { return read_steering(path) };
        let found = self.look_up(&name)?;
        let Some((_, Some(tree))) = self.base else { return Err(Error::from(ErrorKind::NotFound)) };
        if found.kind != TreeKind::File {
            return Err(Error::from(ErrorKind::NotFound));
        }
        match tree.read(&found, MAX_STEERING) {
            Ok(Some(bytes)) => Ok(bytes),
            Ok(None) => Err(Error::other(format!("it has more than {} MiB", MAX_STEERING >> 20))),
            Err(error) => Err(Error::other(error.to_string())),
        }
    }

    /// The same of a file that has to be text.
    ///
    /// # Errors
    /// As [`Steering::read`], and if it is not UTF-8.
    pub(crate) fn read_text(&self, path: &Path) -> Result<String> {
        text_of(self.read(path)?)
    }

    /// The regular files below a folder, whatever ignore files say; links in it are not followed.
    ///
    /// # Errors
    /// If a folder cannot be listed.
    pub(crate) fn files_below(&self, folder: &Path) -> Result<Vec<PathBuf>> {
        if let Some(name) = self.name(folder) {
            let found = self.look_up(&name)?;
            let Some((_, Some(tree))) = self.base else { return Ok(Vec::new()) };
            let files = tree.files_below(&found).map_err(|e| Error::other(e.to_string()))?;
            return Ok(files.iter().map(|f| folder.join(f.as_str())).collect());
        }
        let mut files = Vec::new();
        for entry in WalkBuilder::new(folder).standard_filters(false).build() {
            let entry = entry.map_err(Error::other)?;
            if entry.file_type().is_some_and(|t| t.is_file()) {
                files.push(entry.into_path());
            }
        }
        Ok(files)
    }

    /// Remembers a path that steers the gate and is read by another.
    pub(crate) fn watch(&self, path: &Path) {
        if let Some(name) = self.name(path) {
            self.asked().paths.insert(name);
        }
    }

    /// Whether a path that changed is, lies in, or leads to what was asked for.
    pub(crate) fn was_asked(&self, path: &RepoPath) -> bool {
        let asked = self.asked();
        let mut above = path.as_str();
        loop {
            if asked.paths.contains(&RepoPath::new(above)) {
                return true;
            }
            match above.rsplit_once('/') {
                Some((folder, _)) => above = folder,
                None => break,
            }
        }
        let below = format!("{}/", path.as_str());
        let next = asked.paths.range(RepoPath::new(below.as_str())..).next();
        next.is_some_and(|p| p.as_str().starts_with(&below))
    }

    /// What was asked for, is in the work tree, and is not in the base.
    pub(crate) fn left_out(&self) -> BTreeSet<RepoPath> {
        self.asked().left_out.clone()
    }

    fn asked(&self) -> std::sync::MutexGuard<'_, Asked> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_left_out(&self, name: &RepoPath) -> bool {
        self.asked().left_out.contains(name)
    }

    fn look_up(&self, name: &RepoPath) -> Result<Resolved> {
        let nothing = || Resolved::nothing(name.clone());
        let Some((root, tree)) = self.base else { return Ok(nothing()) };
        let found = match tree {
            Some(tree) => tree.resolve(name).map_err(|e| Error::other(e.to_string()))?,
            None => nothing(),
        };
        let is_nothing = found.kind == TreeKind::Nothing;
        let is_on_disk = is_nothing && root.join(name.as_str()).symlink_metadata().is_ok();
        let mut asked = self.asked();
        if !is_nothing || is_on_disk || !found.links.is_empty() {
            asked.paths.insert(name.clone());
            asked.paths.insert(found.path.clone());
            asked.paths.extend(found.links.iter().cloned());
        }
        if is_nothing && found.links.contains(name) {
            return Err(Error::other(format!("in the base commit `{name}` is a link that leads to nothing in it")));
        }
        if is_on_disk {
            asked.left_out.insert(name.clone());
        }
        Ok(found)
    }

    /// The name in the base's tree of a path below the root. Only what lies above the root is resolved on the disk: the
    /// rest is the change's.
    fn name(&self, path: &Path) -> Option<RepoPath> {
        let (root, _) = self.base?;
        let path = normal(&std::path::absolute(path).ok()?);
        if path.starts_with(root) {
            return Some(relative(root, &path));
        }
        let above: Vec<&Path> = path.ancestors().collect();
        above.into_iter().rev().find_map(|a| {
            let real = a.canonicalize().ok().filter(|r| r.starts_with(root))?;
            let full = real.join(path.strip_prefix(a).ok()?);
            Some(relative(root, &full))
        })
    }
}
