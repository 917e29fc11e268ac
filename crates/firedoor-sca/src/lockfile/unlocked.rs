//! Manifests without a lock file, and what a file names but nobody can judge: versions that no file at hand says, packages from
//! repositories and addresses, components without a package URL.
//!
//! A manifest's exact pin is what is installed where no lock file says otherwise: then it is judged. What is not judged is
//! said once for each file, with its number and the first line.

use std::collections::BTreeMap;

use firedoor_core::{EngineId, Notice, RepoPath, SourceFile};

use super::{List, ListedFile, ListedPackage, MANIFESTS};

/// Kind of source: a manifest's requirement that names one version.
pub(super) const PIN: &str = "pin";
/// Kind of source: nothing says which package of which ecosystem it is.
pub(super) const UNNAMED: &str = "unnamed";
/// Kind of source: of a kind that no advisory database speaks of.
pub(super) const FOREIGN: &str = "foreign";
/// So many files of a format are spoken of one by one; the others together.
const MAX_NOTICES: usize = 10;

/// Why something is not judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Cause {
    /// The file names a range, or nothing.
    Unpinned,
    /// A file of central versions decides, and none is at hand.
    Central,
    /// It comes from a repository, and the file tells no version.
    Repository,
    /// It comes from an address that tells no version.
    Address,
    /// It has no package URL that can be read, or no coordinates.
    Unnamed,
    /// Its package URL is of a type that no advisory database speaks of.
    Foreign,
}

impl Cause {
    fn text(self, format: &str) -> &'static str {
        match (self, format) {
            (Self::Unpinned, "pom.xml") => "whose version a parent or bill of materials decides that is not at hand",
            (Self::Unpinned, "requirements.txt") => "not pinned with `==`",
            (
                Self::Unpinned,
                "package.json"
                | "Cargo.toml"
                | "pyproject.toml"
                | "setup.py"
                | "MSBuild project"
                | "Gradle version catalog",
            ) => "not pinned, with no lock file beside or above",
            (Self::Unpinned, _) => "without a version",
            (Self::Central, _) => "whose version no file at hand says",
            (Self::Repository, _) => "from a repository, without a version",
            (Self::Address, _) => "at an address that tells no version",
            (Self::Unnamed, "jar") => "without Maven coordinates",
            (Self::Unnamed, _) => "without a package URL that can be read",
            (Self::Foreign, _) => "of a kind that no advisory database knows",
        }
    }
}

/// How many things of a file are not judged, by cause, and the first of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Unjudged {
    number: BTreeMap<Cause, usize>,
    /// Place (a byte of the text; a line once the file is read) and name.
    first: Option<(usize, String)>,
}

impl Unjudged {
    /// Adds one at a place.
    pub(super) fn add(&mut self, cause: Cause, at: usize, what: &str) {
        *self.number.entry(cause).or_default() += 1;
        if self.first.as_ref().is_none_or(|(first, _)| at < *first) {
            self.first = Some((at, what.to_owned()));
        }
    }

    /// The same with lines instead of bytes.
    pub(super) fn in_lines(mut self, line: impl Fn(usize) -> u32) -> Self {
        if let Some((at, _)) = &mut self.first {
            *at = line(*at) as usize;
        }
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.number.is_empty()
    }

    fn forget(&mut self, cause: Cause) {
        self.number.remove(&cause);
        if self.number.is_empty() {
            self.first = None;
        }
    }

    /// Takes some of a cause away. Which of them the first one is, is not known then.
    fn leave(&mut self, cause: Cause, number: usize) {
        if number == 0 {
            return;
        }
        if let Some(known) = self.number.get_mut(&cause) {
            *known = known.saturating_sub(number);
            self.first = None;
        }
        self.number.retain(|_, number| *number > 0);
    }

    fn total(&self) -> usize {
        self.number.values().sum()
    }
}

/// Notes something that a file names and that is not listed as a package.
pub(super) fn unlisted(list: &mut List<'_>, at: usize, cause: Cause, what: &str) {
    list.unjudged.add(cause, at, what);
}

/// The lock files that decide for a manifest.
fn locks_of(format: &str) -> &'static [&'static str] {
    match format {
        "package.json" => &["package-lock.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "deno.lock"],
        "Cargo.toml" => &["Cargo.lock"],
        "pyproject.toml" | "setup.py" => {
            &["poetry.lock", "uv.lock", "pdm.lock", "pylock.toml", "Pipfile.lock", "requirements.txt"]
        }
        "MSBuild project" => &["packages.lock.json", "paket.lock"],
        "Gradle version catalog" => &["gradle.lockfile"],
        _ => &[],
    }
}

/// Pins count where no lock file stands in the folder of their manifest or above it. In a change, the lock file may be one
/// that did not change, so that they count only where the whole tree is judged.
pub(super) fn join<'f>(files: &mut [ListedFile], source: &dyn Fn(&RepoPath) -> Option<&'f SourceFile>) {
    let mut folders: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    let mut central: Vec<String> = Vec::new();
    for file in files.iter() {
        folders.entry(file.format).or_default().push(file.path.parent().to_owned());
        if matches!(file.path.file_name(), "Directory.Packages.props" | "Packages.props") {
            central.push(file.path.parent().to_owned());
        }
    }
    for file in files.iter_mut() {
        let locks = locks_of(file.format);
        if locks.is_empty() {
            continue;
        }
        let whole = source(&file.path).is_some_and(|s| s.changed().is_none());
        let parent = file.path.parent().to_owned();
        let above = |folder: &String| {
            folder.is_empty()
                || parent.strip_prefix(folder.as_str()).is_some_and(|r| r.is_empty() || r.starts_with('/'))
        };
        if central.iter().any(above) {
            file.unjudged.forget(Cause::Central);
        }
        // What restore wrote into the project's own `obj` is as good as a lock file.
        let restored = super::maven::join(&parent, "obj");
        let assets = folders.get("project.assets.json").into_iter().flatten();
        let locked = locks.iter().filter_map(|lock| folders.get(lock)).flatten().any(above)
            || file.format == "MSBuild project" && assets.into_iter().any(|folder| *folder == restored);
        if whole && !locked {
            for package in file.packages.iter_mut().filter(|p| p.source.as_deref() == Some(PIN)) {
                package.source = None;
            }
            continue;
        }
        file.unjudged = Unjudged::default();
        if file.format == "package.json" {
            // Its ranges are not listed either.
            file.packages.retain(|p| p.source.as_deref() != Some(PIN));
        }
        for package in file.packages.iter_mut().filter(|p| p.source.as_deref() == Some(PIN)) {
            package.source = Some("range".to_owned());
        }
    }
}

/// Why a package that is listed is not judged; `None` where it is, or where it is no dependency.
fn cause_of(format: &str, package: &ListedPackage) -> Option<Cause> {
    // A manifest's ranges are counted as it is read; that an action is pinned to a commit is as it should be.
    if package.is_checkable() || MANIFESTS.contains(&format) || format == "GitHub workflow" {
        return None;
    }
    match package.source.as_deref() {
        Some("path" | "inherited" | PIN) => None,
        Some("git") => Some(Cause::Repository),
        Some("url") => Some(Cause::Address),
        Some(UNNAMED) => Some(Cause::Unnamed),
        Some(FOREIGN) => Some(Cause::Foreign),
        // npm leaves the version out where nothing was installed.
        None if format == "package-lock.json" => None,
        _ if package.commit.is_some() => Some(Cause::Repository),
        _ => Some(Cause::Unpinned),
    }
}

/// Says of each file what of it is not judged. `left_out` tells of packages in groups that do not count.
pub(crate) fn notices<'l>(
    files: impl Iterator<Item = &'l ListedFile>,
    left_out: &dyn Fn(&ListedPackage) -> bool,
) -> Vec<Notice> {
    notices_that(files, left_out, "not judged")
}

/// Says of each file what of it is in no bill of materials: what has no name there under which others know it, and ranges
/// that are counted only.
#[must_use]
pub fn missing_from_bill(files: &[ListedFile]) -> Vec<Notice> {
    let files: Vec<ListedFile> = files
        .iter()
        .map(|file| {
            let mut file = file.clone();
            // Ranges that are listed are components without a version.
            let is_range = |p: &&ListedPackage| p.version.is_empty() || p.source.as_deref() == Some("range");
            file.unjudged.leave(Cause::Unpinned, file.packages.iter().filter(is_range).count());
            file
        })
        .collect();
    notices_that(files.iter(), &|package| !package.name.is_empty() && !package.purl.is_empty(), "left out of the bill")
}

fn notices_that<'l>(
    files: impl Iterator<Item = &'l ListedFile>,
    left_out: &dyn Fn(&ListedPackage) -> bool,
    what: &str,
) -> Vec<Notice> {
    let mut open: BTreeMap<&'static str, Vec<(&RepoPath, Unjudged)>> = BTreeMap::new();
    for file in files {
        let mut unjudged = file.unjudged.clone();
        for package in &file.packages {
            if let Some(cause) = cause_of(file.format, package).filter(|_| !left_out(package)) {
                unjudged.add(cause, package.line as usize, &package.name);
            }
        }
        if !unjudged.is_empty() {
            open.entry(file.format).or_default().push((&file.path, unjudged));
        }
    }
    let mut out = Vec::new();
    for (format, files) in open {
        // Of manifests and POMs a project may have hundreds, and all say the same.
        let many = files.len() > 1 && (MANIFESTS.contains(&format) || format == "pom.xml");
        let (single, rest) = files.split_at(if many { 0 } else { files.len().min(MAX_NOTICES) });
        out.extend(single.iter().map(|file| notice(format, std::slice::from_ref(file), what)));
        if !rest.is_empty() {
            out.push(notice(format, rest, what));
        }
    }
    out
}

/// One notice of all these files, of which there is one at least.
fn notice(format: &str, files: &[(&RepoPath, Unjudged)], what: &str) -> Notice {
    let mut number: BTreeMap<Cause, usize> = BTreeMap::new();
    for (_, unjudged) in files {
        for (cause, n) in &unjudged.number {
            *number.entry(*cause).or_default() += n;
        }
    }
    let total: usize = files.iter().map(|(_, unjudged)| unjudged.total()).sum();
    let causes: Vec<String> = match number.iter().collect::<Vec<_>>().as_slice() {
        [(cause, _)] => vec![cause.text(format).to_owned()],
        several => several.iter().map(|(cause, n)| format!("{n} {}", cause.text(format))).collect(),
    };
    let first = files.first().and_then(|(_, unjudged)| unjudged.first.as_ref());
    let shown: Vec<&str> = files.iter().take(5).map(|(path, _)| path.as_str()).collect();
    let more = files.len().saturating_sub(shown.len());
    let message = format!(
        "{total} {} of {format} {} {what} ({}): {}{}.{}",
        if total == 1 { "dependency" } else { "dependencies" },
        if total == 1 { "was" } else { "were" },
        causes.join(", "),
        shown.join(", "),
        if more > 0 { format!(" and {more} more files") } else { String::new() },
        first.map(|(_, name)| format!(" The first is `{name}`.")).unwrap_or_default(),
    );
    let mut notice = Notice::warning("version-unknown", message).by(EngineId::Sca);
    if let Some((path, _)) = files.first() {
        notice = notice.at(path);
    }
    match first {
        Some((line, _)) => notice.on_line(u32::try_from(*line).unwrap_or(u32::MAX)),
        None => notice,
    }
}
