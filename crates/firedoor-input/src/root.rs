//! The folder to which every reported path is relative.
//!
//! It is the top of the git work tree that holds all scanned paths, so that reports name files as code hosts do;
//! otherwise the one scanned folder, or the nearest folder that holds all scanned paths. It never depends on the
//! working directory: the same paths, however spelled, give the same reports.

use std::io;
use std::path::{Component, Path, PathBuf};

/// The root of a scan and what is scanned below it.
#[derive(Clone, Debug)]
pub struct Root {
    /// Absolute, without symbolic links.
    pub dir: PathBuf,
    /// What to scan: absolute, below `dir`.
    pub paths: Vec<PathBuf>,
    /// Whether `dir` is the top of a git work tree.
    pub is_git: bool,
}

/// A path that cannot be scanned.
#[derive(Debug, thiserror::Error)]
#[error("cannot scan {}: {source}", path.display())]
pub struct RootError {
    /// As the user gave it.
    pub path: PathBuf,
    /// Why.
    pub source: io::Error,
}

impl Root {
    /// Resolves the paths that the user named; none means the working directory.
    ///
    /// # Errors
    /// If a path does not exist or cannot be resolved.
    pub fn resolve(paths: &[PathBuf]) -> Result<Self, RootError> {
        let here = [PathBuf::from(".")];
        let given = if paths.is_empty() { &here[..] } else { paths };
        let mut absolute = Vec::with_capacity(given.len());
        for path in given {
            let resolved = path.canonicalize().map_err(|source| RootError { path: path.clone(), source })?;
            let meta = resolved.metadata().map_err(|source| RootError { path: path.clone(), source })?;
            if !meta.is_dir() && !meta.is_file() {
                let source = io::Error::other("it is neither a file nor a folder; standard input is read with --stdin");
                return Err(RootError { path: path.clone(), source });
            }
            absolute.push(resolved);
        }
        let mut common = folder_of(&absolute[0]);
        for path in &absolute[1..] {
            while !path.starts_with(&common) {
                if !common.pop() {
                    break;
                }
            }
        }
        let top = git_top(&common);
        let is_git = top.is_some();
        if let (false, [file]) = (is_git, absolute.as_slice())
            && file.is_file()
            && let Some(dir) = anchor(file)
        {
            common = dir;
        }
        Ok(Self { dir: top.unwrap_or(common), paths: absolute, is_git })
    }

    /// A name of a file, which need not exist, from here: it is relative to the first of the scanned folders, as a shell
    /// has it. `None` where it lies elsewhere.
    #[must_use]
    pub fn name_of(&self, name: &Path) -> Option<String> {
        let full = normal(&self.paths.first()?.join(name));
        let parts: Option<Vec<&str>> = full.strip_prefix(&self.dir).ok()?.iter().map(|part| part.to_str()).collect();
        parts.filter(|parts| !parts.is_empty()).map(|parts| parts.join("/"))
    }
}

/// The path without `.` and `..`, by its words alone.
#[must_use]
pub fn normal(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}

/// Folders that give the files in them their meaning: a `modules.txt` is one in `vendor` only, a workflow lies below
/// `.github`. A file that is named alone keeps them in its path.
const ANCHORS: &[&str] =
    &[".github", "vendor", "var", "node_modules", "site-packages", "META-INF", "gradle", "templates"];
/// How far above a file an anchor is looked for.
const ANCHOR_DEPTH: usize = 6;

fn anchor(file: &Path) -> Option<PathBuf> {
    file.ancestors()
        .skip(1)
        .take(ANCHOR_DEPTH)
        .filter(|a| a.file_name().and_then(|n| n.to_str()).is_some_and(|n| ANCHORS.contains(&n)))
        .last()
        .and_then(|a| a.parent().map(Path::to_path_buf))
}

fn folder_of(path: &Path) -> PathBuf {
    if path.is_dir() { path.to_path_buf() } else { path.parent().unwrap_or(path).to_path_buf() }
}

/// The nearest folder at or above `dir` that holds `.git` (a folder, or a file in worktrees and submodules).
fn git_top(dir: &Path) -> Option<PathBuf> {
    dir.ancestors().find(|d| d.join(".git").symlink_metadata().is_ok()).map(Path::to_path_buf)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_is_the_git_top_or_the_common_folder() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let top = dir.path().canonicalize().expect("it exists");
        std::fs::create_dir_all(top.join("a/b")).expect("can be made");
        std::fs::write(top.join("a/b/x"), "").expect("can be written");
        std::fs::write(top.join("a/y"), "").expect("can be written");
        let one = Root::resolve(&[top.join("a/b/x")]).expect("resolves");
        assert_eq!((one.dir, one.is_git), (top.join("a/b"), false));
        let two = Root::resolve(&[top.join("a/b/x"), top.join("a/y")]).expect("resolves");
        assert_eq!(two.dir, top.join("a"));
        std::fs::create_dir(top.join(".git")).expect("can be made");
        let git = Root::resolve(&[top.join("a/b")]).expect("resolves");
        assert_eq!((git.dir.clone(), git.is_git), (top.clone(), true));
        assert!(Root::resolve(&[top.join("nothing")]).is_err());
        for (name, from_top) in [
            ("k.py", Some("a/b/k.py")),
            ("./c/../k.py", Some("a/b/k.py")),
            ("../../k.py", Some("k.py")),
            ("../../../k.py", None),
            ("../..", None),
        ] {
            assert_eq!(git.name_of(Path::new(name)).as_deref(), from_top, "{name}");
        }
        assert_eq!(git.name_of(&top.join("x/y")).as_deref(), Some("x/y"));
    }

    #[test]
    fn a_file_named_alone_keeps_the_folders_that_give_it_its_meaning() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let top = dir.path().canonicalize().expect("it exists");
        std::fs::create_dir_all(top.join("p/.github/workflows")).expect("can be made");
        std::fs::write(top.join("p/.github/workflows/ci.yml"), "").expect("can be written");
        let root = Root::resolve(&[top.join("p/.github/workflows/ci.yml")]).expect("resolves");
        assert_eq!(root.dir, top.join("p"));
    }
}
