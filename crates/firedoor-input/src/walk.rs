//! The work tree: which files there are, and reading one.
//!
//! `.gitignore` is honoured inside a git work tree, `.firedoorignore` everywhere; the user's global git excludes are
//! not, because two people shall get the same answer. Hidden files are walked, `.git` is not. Symbolic links are not
//! followed: what they point at is either scanned by its own path or lies outside. The list is sorted, so nothing
//! that follows depends on the order in which the file system answers.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use firedoor_core::{Notice, Origin, RepoPath, SourceFile};
use globset::GlobSet;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use ignore::{Match, WalkBuilder, WalkState};

/// Name of our own ignore file, in gitignore syntax.
pub const IGNORE_FILE: &str = ".firedoorignore";

/// What to leave out.
#[derive(Clone, Debug, Default)]
pub struct WalkOptions {
    /// Scan also what `.gitignore` and `.firedoorignore` exclude.
    pub no_ignore: bool,
    /// Scan also what [`IGNORE_FILE`] excludes, because the caller applies another version of it ([`OwnIgnores`]).
    pub no_own_ignore: bool,
    /// Paths (relative to the root) to leave out, from the configuration.
    pub exclude: GlobSet,
    /// Folders, absolute, that are not entered unless they are scanned by name: submodules.
    pub skip: BTreeSet<PathBuf>,
    /// Number of threads; 0 lets the walker choose.
    pub threads: usize,
    /// Files that are listed although git's ignore files name them: installed trees, which nobody keeps in git.
    pub also: Option<fn(&RepoPath) -> bool>,
    /// Names of files that are missed where a symbolic link of that name leads to nothing that is read as such a file.
    pub missed: Option<fn(&RepoPath) -> bool>,
}

/// A file that could be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Relative to the root.
    pub path: RepoPath,
    /// Where to read it.
    pub absolute: PathBuf,
    /// Size in bytes when it was listed.
    pub size: u64,
}

#[derive(Default)]
struct Found {
    entries: Vec<Entry>,
    notices: Vec<Notice>,
    links: usize,
    special: usize,
}

/// Lists the regular files at and below `paths`, each once, sorted by path.
#[must_use]
pub fn walk(root: &Path, paths: &[PathBuf], options: &WalkOptions) -> (Vec<Entry>, Vec<Notice>) {
    let Some((first, rest)) = paths.split_first() else { return (Vec::new(), Vec::new()) };
    let mut builder = WalkBuilder::new(first);
    for path in rest {
        builder.add(path);
    }
    let skip = options.skip.clone();
    builder
        .hidden(false)
        .ignore(false)
        .git_global(false)
        .git_ignore(!options.no_ignore)
        .git_exclude(!options.no_ignore)
        .parents(!options.no_ignore)
        .follow_links(false)
        .threads(options.threads)
        .filter_entry(move |e| e.file_name() != ".git" && (e.depth() == 0 || !skip.contains(e.path())));
    if !options.no_ignore && !options.no_own_ignore {
        builder.add_custom_ignore_filename(IGNORE_FILE);
    }
    let all = Mutex::new(Found::default());
    builder.build_parallel().run(|| {
        let mut batch = Batch { found: Found::default(), all: &all };
        Box::new(move |result| {
            batch.visit(root, options, result);
            WalkState::Continue
        })
    });
    let mut found = all.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    found.entries.sort_unstable();
    found.entries.dedup_by(|a, b| a.path == b.path);
    found.notices.sort_unstable();
    found.notices.dedup();
    if found.links > 0 {
        found.notices.push(Notice::note(
            "symlinks-not-followed",
            format!(
                "{} symbolic link(s) were not followed; their targets are scanned by their own paths.",
                found.links
            ),
        ));
    }
    if found.special > 0 {
        found.notices.push(Notice::note(
            "special-files",
            format!("{} pipe(s), socket(s) or device(s) were not read.", found.special),
        ));
    }
    (found.entries, found.notices)
}

/// More files of [`WalkOptions::also`] are not listed.
const MAX_ALSO: usize = 200_000;

/// The files of [`WalkOptions::also`] that [`walk`] did not list because git's ignore files name them. [`IGNORE_FILE`] and the
/// configuration still leave out what they name. A notice says where there are too many.
#[must_use]
pub fn also(root: &Path, paths: &[PathBuf], options: &WalkOptions, listed: &[Entry]) -> (Vec<Entry>, Option<Notice>) {
    let Some(wanted) = options.also.filter(|_| !options.no_ignore) else { return (Vec::new(), None) };
    let everything = WalkOptions { no_ignore: true, also: None, missed: None, ..options.clone() };
    let on_disk = |file: &Path| {
        file.is_file().then(|| std::fs::read(file).ok()).flatten().map(|b| String::from_utf8_lossy(&b).into_owned())
    };
    let mut own = OwnIgnores::new(root, &on_disk);
    let (all, _) = walk(root, paths, &everything);
    let mut found: Vec<Entry> = all
        .into_iter()
        .filter(|e| wanted(&e.path) && listed.binary_search_by(|known| known.path.cmp(&e.path)).is_err())
        .filter(|e| options.no_own_ignore || !own.names(&e.absolute))
        .collect();
    let more = found.len().saturating_sub(MAX_ALSO);
    found.truncate(MAX_ALSO);
    let notice = (more > 0).then(|| {
        Notice::error(
            "too-many-installed-files",
            format!("More than {MAX_ALSO} files of installed trees are there: {more} were not judged. Name a folder."),
        )
    });
    (found, notice)
}

/// What is to be said of a link whose own name promises a file that is wanted. Nothing, where the link leads to such a file
/// within the tree, because that is read by its own path.
fn missed_link(root: &Path, options: &WalkOptions, link: &Path) -> Option<Notice> {
    let missed = options.missed?;
    let path = relative(root, link);
    if options.exclude.is_match(path.as_str()) || !missed(&path) {
        return None;
    }
    let target = link.canonicalize().ok();
    if target.as_deref().is_some_and(|t| t.is_dir() || t.starts_with(root) && missed(&relative(root, t))) {
        return None;
    }
    let text = match target {
        Some(_) => {
            "This is a symbolic link to a file outside of the tree, or of a name that says nothing: it was not read."
        }
        None => "This is a symbolic link that leads nowhere: it was not read.",
    };
    Some(Notice::warning("link-not-read", text).at(&path))
}

/// What one thread saw; handed over when the thread ends.
struct Batch<'a> {
    found: Found,
    all: &'a Mutex<Found>,
}

impl Batch<'_> {
    fn visit(&mut self, root: &Path, options: &WalkOptions, result: Result<ignore::DirEntry, ignore::Error>) {
        let entry = match result {
            Ok(entry) => entry,
            Err(error) => {
                self.found.notices.push(walk_error(root, &error));
                return;
            }
        };
        if let Some(error) = entry.error() {
            // A line of an ignore file that is no glob. What it would have excluded is scanned.
            self.found.notices.push(Notice::warning("ignore-file", format!("{error}.")));
        }
        let Some(kind) = entry.file_type() else { return };
        if kind.is_dir() {
            return;
        }
        if kind.is_symlink() {
            self.found.links += 1;
            self.found.notices.extend(missed_link(root, options, entry.path()));
            return;
        }
        if !kind.is_file() {
            self.found.special += 1;
            return;
        }
        let path = relative(root, entry.path());
        if options.exclude.is_match(path.as_str()) {
            return;
        }
        match entry.metadata() {
            Ok(meta) => self.found.entries.push(Entry { path, absolute: entry.into_path(), size: meta.len() }),
            Err(error) => self.found.notices.push(walk_error(root, &error)),
        }
    }
}

impl Drop for Batch<'_> {
    fn drop(&mut self) {
        let mut all = self.all.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        all.entries.append(&mut self.found.entries);
        all.notices.append(&mut self.found.notices);
        all.links += self.found.links;
        all.special += self.found.special;
    }
}

/// Files that git tracks although an ignore file of git's names them, as entries of the walk: to git they are as much
/// part of the repository as any other. What our own ignore file leaves out of them is said in the notice. `listed` is what the walk found, `tracked` what git knows, both sorted; what
/// [`IGNORE_FILE`] names stays out, and so does what lies outside of `paths`.
#[must_use]
pub fn tracked_but_ignored(
    root: &Path,
    paths: &[PathBuf],
    options: &WalkOptions,
    listed: &[Entry],
    tracked: &[RepoPath],
) -> (Vec<Entry>, Option<Notice>) {
    let on_disk = |file: &Path| {
        file.is_file().then(|| std::fs::read(file).ok()).flatten().map(|b| String::from_utf8_lossy(&b).into_owned())
    };
    let mut own = OwnIgnores::new(root, &on_disk);
    let mut left_out = Vec::new();
    let entries = tracked
        .iter()
        .filter(|path| listed.binary_search_by(|e| e.path.cmp(path)).is_err())
        .filter(|path| !options.exclude.is_match(path.as_str()))
        .filter_map(|path| {
            let absolute = root.join(os_path(path));
            let size = std::fs::symlink_metadata(&absolute).ok().filter(std::fs::Metadata::is_file)?.len();
            let entry = Entry { path: path.clone(), absolute, size };
            let is_scanned = paths.iter().any(|p| entry.absolute.starts_with(p))
                && !entry.absolute.ancestors().any(|a| options.skip.contains(a));
            if is_scanned && !options.no_own_ignore && own.names(&entry.absolute) {
                left_out.push(entry.path);
                return None;
            }
            is_scanned.then_some(entry)
        })
        .collect();
    let notice = left_out.first().map(|first| {
        let others = match left_out.len() {
            1 => String::new(),
            n => format!(" and {} other(s)", n - 1),
        };
        Notice::note(
            "tracked-file-ignored",
            format!("`{IGNORE_FILE}` leaves out files that git tracks: `{first}`{others}."),
        )
    });
    (entries, notice)
}

/// Our own ignore files, read as they are asked for.
pub struct OwnIgnores<'a> {
    root: &'a Path,
    text: &'a dyn Fn(&Path) -> Option<String>,
    read: BTreeMap<PathBuf, Option<Gitignore>>,
}

impl<'a> OwnIgnores<'a> {
    /// Those at and below a folder; `text` gives what the one at a path holds.
    #[must_use]
    pub fn new(root: &'a Path, text: &'a dyn Fn(&Path) -> Option<String>) -> Self {
        Self { root, text, read: BTreeMap::new() }
    }

    /// Whether one of the files above a path, which is absolute, names it; the nearest that speaks of it decides.
    pub fn names(&mut self, path: &Path) -> bool {
        for dir in path.ancestors().skip(1).take_while(|d| d.starts_with(self.root)) {
            if !self.read.contains_key(dir) {
                let file = dir.join(IGNORE_FILE);
                let rules = (self.text)(&file).and_then(|text| {
                    let mut builder = GitignoreBuilder::new(dir);
                    for line in text.trim_start_matches('\u{feff}').lines() {
                        // A line that is no glob hides nothing.
                        let _ = builder.add_line(Some(file.clone()), line);
                    }
                    builder.build().ok()
                });
                self.read.insert(dir.to_path_buf(), rules);
            }
            let file = self.read.get(dir).and_then(Option::as_ref);
            match file.map(|f| f.matched_path_or_any_parents(path, false)) {
                Some(Match::Ignore(_)) => return true,
                Some(Match::Whitelist(_)) => return false,
                Some(Match::None) | None => {}
            }
        }
        false
    }
}

fn walk_error(root: &Path, error: &ignore::Error) -> Notice {
    let mut notice = Notice::error("unreadable-path", String::new());
    let mut inner = error;
    loop {
        match inner {
            ignore::Error::WithPath { path, err } => {
                notice.path = Some(relative(root, path));
                inner = err;
            }
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => inner = err,
            _ => break,
        }
    }
    notice.message = format!("This path could not be listed ({inner}), so what it holds was not judged.");
    notice
}

/// `path` relative to `root`, with forward slashes.
#[must_use]
pub fn relative(root: &Path, path: &Path) -> RepoPath {
    let path = path.strip_prefix(root).unwrap_or(path);
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;
        RepoPath::from_bytes(path.as_os_str().as_bytes())
    }
    #[cfg(not(unix))]
    {
        RepoPath::new(path.to_string_lossy().replace('\\', "/"))
    }
}

/// The other way round.
fn os_path(path: &RepoPath) -> PathBuf {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;
        PathBuf::from(std::ffi::OsStr::from_bytes(path.as_bytes()))
    }
    #[cfg(not(unix))]
    {
        PathBuf::from(path.as_str())
    }
}

/// What tells text from data stands at the beginning of a file, in bytes.
const HEAD: u64 = 16 << 10;

/// Reads a listed file, at most `limit` bytes of it.
///
/// # Errors
/// A Notice that names the file, where it cannot be read or is larger than `limit`: the run is then incomplete.
pub fn read(entry: &Entry, limit: u64) -> Result<SourceFile, Box<Notice>> {
    read_as(entry, limit, false)
}

/// The same for those who look at text only: of a file that looks binary no more than its beginning is read.
///
/// # Errors
/// As [`read`].
pub fn read_text(entry: &Entry, limit: u64) -> Result<SourceFile, Box<Notice>> {
    read_as(entry, limit, true)
}

fn read_as(entry: &Entry, limit: u64, only_text: bool) -> Result<SourceFile, Box<Notice>> {
    let unreadable = |error: std::io::Error| {
        Box::new(
            Notice::error("unreadable-file", format!("This file could not be read ({error}), so it was not judged."))
                .at(&entry.path),
        )
    };
    let too_large = |size: u64| {
        let message = format!(
            "This file has {size} bytes, more than the limit of {limit} (`[scan] max-file-size`), so it was not judged."
        );
        Box::new(Notice::error("file-too-large", message).at(&entry.path))
    };
    if entry.size > limit {
        return Err(too_large(entry.size));
    }
    let file = std::fs::File::open(&entry.absolute).map_err(unreadable)?;
    // The file may have grown since it was listed, and files in /proc have no size: never read without a bound.
    let mut file = file.take(limit + 1);
    let mut head = Vec::new();
    if only_text && entry.size > HEAD {
        file.by_ref().take(HEAD).read_to_end(&mut head).map_err(unreadable)?;
        if head.contains(&0) {
            let probe = SourceFile::new(entry.path.clone(), Origin::WorkTree, head.clone());
            if probe.is_binary() {
                return Ok(probe);
            }
        }
    }
    let mut bytes = crate::spare::buffer(usize::try_from(entry.size).unwrap_or(0) + 1);
    bytes.extend_from_slice(&head);
    file.read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > limit {
        return Err(too_large(bytes.len() as u64));
    }
    Ok(SourceFile::new(entry.path.clone(), Origin::WorkTree, bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(root: &Path, options: &WalkOptions) -> Vec<String> {
        walk(root, &[root.to_path_buf()], options).0.iter().map(|e| e.path.as_str().to_owned()).collect()
    }

    #[test]
    fn those_who_want_text_get_the_beginning_of_data() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let root = dir.path().canonicalize().expect("exists");
        let wide: Vec<u8> = "text ".repeat(20_000).encode_utf16().flat_map(u16::to_le_bytes).collect();
        let data: Vec<u8> = [0, 1, 2, 3].repeat(20_000);
        for (name, bytes, is_whole) in
            [("a.txt", "text ".repeat(20_000).into_bytes(), true), ("b.txt", wide, true), ("c.so", data, false)]
        {
            std::fs::write(root.join(name), &bytes).expect("can be written");
            let entries = walk(&root, &[root.join(name)], &WalkOptions::default()).0;
            let (all, text) = (read(&entries[0], 1 << 20), read_text(&entries[0], 1 << 20));
            let (all, text) = (all.expect("can be read"), text.expect("can be read"));
            assert_eq!(text.bytes() == all.bytes(), is_whole, "{name}");
            assert_eq!((text.is_binary(), all.is_binary()), (!is_whole, !is_whole), "{name}");
        }
    }

    #[test]
    fn honours_ignore_files_and_walks_hidden_ones() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let root = dir.path().canonicalize().expect("exists");
        for folder in [".git", ".github", "out", "sub"] {
            std::fs::create_dir(root.join(folder)).expect("can be made");
        }
        for (path, text) in [
            (".git/config", "x"),
            (".github/w.yml", "x"),
            (".gitignore", "out/\n"),
            (".firedoorignore", "*.gen\n"),
            ("out/a", "x"),
            ("sub/a.gen", "x"),
            ("sub/b", "x"),
        ] {
            std::fs::write(root.join(path), text).expect("can be written");
        }
        let plain = names(&root, &WalkOptions::default());
        assert_eq!(plain, [".firedoorignore", ".github/w.yml", ".gitignore", "sub/b"]);
        let all = names(&root, &WalkOptions { no_ignore: true, ..WalkOptions::default() });
        assert_eq!(all, [".firedoorignore", ".github/w.yml", ".gitignore", "out/a", "sub/a.gen", "sub/b"]);
    }

    #[test]
    fn what_git_tracks_is_listed_although_gitignore_names_it() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let root = dir.path().canonicalize().expect("exists");
        for folder in [".git", "out", "sub", "module"] {
            std::fs::create_dir(root.join(folder)).expect("can be made");
        }
        for (path, text) in [
            (".gitignore", "out/\n*.env\n"),
            (".firedoorignore", "*.gen\n"),
            ("sub/.firedoorignore", "!keep.gen\nlocal.env\n"),
            ("a.txt", "x"),
            ("out/a.env", "x"),
            ("out/b.gen", "x"),
            ("sub/keep.gen", "x"),
            ("sub/local.env", "x"),
            ("untracked.env", "x"),
            ("module/c.txt", "x"),
        ] {
            std::fs::write(root.join(path), text).expect("can be written");
        }
        let options = WalkOptions { skip: BTreeSet::from([root.join("module")]), ..WalkOptions::default() };
        let paths = [root.clone()];
        let (listed, _) = walk(&root, &paths, &options);
        assert!(!listed.iter().any(|e| e.path.as_str().starts_with("module")), "{listed:?}");
        let tracked =
            ["a.txt", "gone", "module/c.txt", "out", "out/a.env", "out/b.gen", "sub/keep.gen", "sub/local.env"]
                .map(RepoPath::new);
        let (more, notice) = tracked_but_ignored(&root, &paths, &options, &listed, &tracked);
        assert_eq!(more.iter().map(|e| e.path.as_str()).collect::<Vec<_>>(), ["out/a.env"]);
        let said = notice.expect("files are left out").message;
        assert!(said.contains("`out/b.gen` and 1 other(s)"), "{said}");
        let below = [root.join("sub")];
        assert!(tracked_but_ignored(&root, &below, &options, &listed, &tracked).0.is_empty());
        let named = [root.join("module")];
        assert_eq!(walk(&root, &named, &options).0.len(), 1, "a folder that is named is scanned");
    }

    #[cfg(unix)]
    #[test]
    fn does_not_follow_links_and_says_so() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let root = dir.path().canonicalize().expect("exists");
        std::fs::create_dir(root.join("a")).expect("can be made");
        std::os::unix::fs::symlink(&root, root.join("a/loop")).expect("can be made");
        let (entries, notices) = walk(&root, std::slice::from_ref(&root), &WalkOptions::default());
        assert!(entries.is_empty());
        assert_eq!(notices.iter().map(|n| n.code).collect::<Vec<_>>(), ["symlinks-not-followed"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_promises_what_is_not_read_is_said() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let outside = tempfile::tempdir().expect("a temporary folder");
        let root = dir.path().canonicalize().expect("exists");
        std::fs::create_dir(root.join("a")).expect("can be made");
        std::fs::write(root.join("x.lock"), "x").expect("can be written");
        std::fs::write(root.join("plain"), "x").expect("can be written");
        std::fs::write(outside.path().join("x.lock"), "x").expect("can be written");
        let link = |to: &Path, name: &str| std::os::unix::fs::symlink(to, root.join(name)).expect("can be made");
        link(&root.join("x.lock"), "a/inside.lock");
        link(&root.join("plain"), "a/named.lock");
        link(&outside.path().join("x.lock"), "a/outside.lock");
        link(&root.join("gone"), "a/gone.lock");
        link(&root.join("gone"), "a/gone");
        let missed: fn(&RepoPath) -> bool = |path| path.as_str().ends_with(".lock");
        let options = WalkOptions { missed: Some(missed), ..WalkOptions::default() };
        let (_, notices) = walk(&root, std::slice::from_ref(&root), &options);
        let said: Vec<&str> = notices.iter().filter_map(|n| Some(n.path.as_ref()?.as_str())).collect();
        assert_eq!(said, ["a/gone.lock", "a/named.lock", "a/outside.lock"]);
    }

    #[test]
    fn a_file_above_the_limit_is_an_error_notice_that_names_it() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let path = dir.path().join("big");
        std::fs::write(&path, "12345").expect("can be written");
        let entry = Entry { path: RepoPath::new("big"), absolute: path, size: 1 };
        let notice = read(&entry, 4).expect_err("too large");
        assert_eq!((notice.code, notice.path.as_ref().map(RepoPath::as_str)), ("file-too-large", Some("big")));
        assert!(read(&entry, 5).is_ok());
    }
}
