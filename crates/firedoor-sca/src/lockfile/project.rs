//! What several files of a project say together.

use firedoor_core::{Notice, RepoPath, SourceFile};

use super::{ListedPackage, list_file};

/// What one file says.
#[derive(Clone, Debug)]
pub struct ListedFile {
    /// The file.
    pub path: RepoPath,
    /// The format's name.
    pub format: &'static str,
    /// Its packages.
    pub packages: Vec<ListedPackage>,
    /// What is wrong with it.
    pub notices: Vec<Notice>,
    /// Facts for the files beside it.
    pub(crate) facts: Vec<(String, String)>,
}

impl ListedFile {
    pub(crate) fn new(
        path: &RepoPath,
        format: &'static str,
        packages: Vec<ListedPackage>,
        notices: Vec<Notice>,
    ) -> Self {
        Self { path: path.clone(), format, packages, notices, facts: Vec::new() }
    }
}

/// The packages of several files together, sorted by path: what one file alone cannot say is filled in from the
/// others.
#[must_use]
pub fn list_project<'f>(files: impl IntoIterator<Item = &'f SourceFile>) -> Vec<ListedFile> {
    let mut listed: Vec<ListedFile> = files.into_iter().filter_map(list_file).collect();
    join(&mut listed);
    listed
}

/// Joins what files of one folder say. Sorts by path.
pub(crate) fn join(files: &mut [ListedFile]) {
    files.sort_by(|a, b| a.path.cmp(&b.path));
}
