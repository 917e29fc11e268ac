//! The packages that a tree's lock files name: for `--list-packages` and bills of materials.

use std::sync::Arc;

use firedoor_core::{Candidate, Engine as _, Interest, Notice, Origin, SourceFile};
use firedoor_input::git::Repository;
use firedoor_input::walk::{Entry, relative};
use firedoor_input::{Root, read};
use firedoor_sca::{Database, ListedFile, ScaEngine, ScaOptions, list_project};

use crate::request::Request;
use crate::scope::listing;
use crate::session::walk_options;
use crate::setup::{self, SetupError};

/// Lists the packages of all lock files, sorted by path, and what could not be read.
///
/// # Errors
/// If a path does not exist or the configuration is wrong.
pub fn inventory(request: &Request) -> Result<(Vec<ListedFile>, Vec<Notice>), SetupError> {
    let (files, mut notices) = files(request)?;
    let listed = list_project(&files);
    notices.extend(listed.iter().flat_map(|f| f.notices.iter().cloned()));
    Ok((listed, notices))
}

/// Reads the lock files and manifests of a tree, sorted by path, and what could not be read.
///
/// # Errors
/// If a path does not exist or the configuration is wrong.
pub fn files(request: &Request) -> Result<(Vec<SourceFile>, Vec<Notice>), SetupError> {
    let root = Root::resolve(&request.paths).map_err(|e| SetupError::Other(e.to_string()))?;
    let (config, _) = setup::configuration(request, &root)?;
    let repository = if root.is_git { Repository::discover(&root.dir)? } else { None };
    let (mut entries, mut notices) = listing(&config, &root, &walk_options(request, &config)?, repository.as_ref())?;
    entries.extend(companions(&root, &entries));
    entries.sort_unstable();
    let options = ScaOptions { include_installed: request.installed, ..ScaOptions::default() };
    let engine = ScaEngine::new(Arc::new(Database::empty()), options);
    let (mut wanted, mut others): (Vec<Entry>, Vec<Entry>) = entries.into_iter().partition(|e| {
        let candidate = Candidate { path: &e.path, size: e.size, origin: &Origin::WorkTree, changed: true };
        engine.interest(&candidate) != Interest::Skip
    });
    let mut files: Vec<SourceFile> = Vec::with_capacity(wanted.len());
    // What requirements include may have any name, and include others.
    while !wanted.is_empty() {
        for entry in &wanted {
            match read(entry, config.scan.max_file_size) {
                Ok(file) => files.push(file),
                Err(notice) => notices.push(*notice),
            }
        }
        let included = firedoor_sca::included_files(&files);
        (wanted, others) = others.into_iter().partition(|e| included.contains(&e.path));
    }
    files.sort_by(|a, b| a.path().cmp(b.path()));
    Ok((files, notices))
}

/// What belongs to files that are named one by one: a `go.mod` before Go 1.17 says only with its `go.sum` what is built.
fn companions(root: &Root, entries: &[Entry]) -> Vec<Entry> {
    let named = root.paths.iter().filter(|path| path.file_name().is_some_and(|name| name == "go.mod"));
    let beside = named.map(|path| path.with_file_name("go.sum")).filter_map(|absolute| {
        let size = std::fs::symlink_metadata(&absolute).ok().filter(std::fs::Metadata::is_file)?.len();
        Some(Entry { path: relative(&root.dir, &absolute), absolute, size })
    });
    beside.filter(|entry| entries.iter().all(|known| known.path != entry.path)).collect()
}
