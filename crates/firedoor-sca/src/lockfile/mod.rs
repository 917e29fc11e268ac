//! Lock files, manifests and bills of materials: which packages a file names, in which versions, on which lines.
//!
//! Each format is one function from a text to a [`List`]; [`FORMATS`] says by path which file is of which format.
//! A broken file gives what could be read and a Notice with the line. What needs several files (a `go.sum` beside its
//! `go.mod`, a parent POM) is joined in [`project`].

mod actions;
mod archives;
mod bom;
mod cargo;
mod direct;
mod dotnet;
mod go;
mod gradle;
mod includes;
mod installed;
mod javascript;
mod maven;
mod npm;
mod others;
mod php;
mod pnpm;
mod project;
mod python;
mod python_locks;
mod ruby;
#[cfg(test)]
mod shape_tests;
#[cfg(test)]
mod tests;
mod unlocked;
#[cfg(test)]
mod variant_tests;
mod yarn;

use firedoor_core::{EngineId, LineIndex, Notice, RepoPath, SourceFile, Span};

pub(crate) use maven::managed_version;
pub(crate) use project::join;
pub use project::{ListedFile, included_files, list_project};
pub use unlocked::missing_from_bill;
pub(crate) use unlocked::notices as unlocked_notices;

use crate::doc::{self, Broken};
use crate::names;

/// Files longer than this are not read: no lock file of a real project comes near.
const MAX_FILE: usize = 256 << 20;
/// More packages than this in one file are not listed.
const MAX_PACKAGES: usize = 500_000;
/// Places of one file that are named as broken: the first few say it.
const MAX_BROKEN: usize = 10;

/// Formats that pin nothing, or little: a broken one (a template, a test's fixture) leaves no answer incomplete.
const MANIFESTS: &[&str] = &[
    "package.json",
    "Cargo.toml",
    "pyproject.toml",
    "setup.py",
    "deno.json",
    "MSBuild project",
    "Gradle version catalog",
];

/// A package that a file names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListedPackage {
    /// OSV's ecosystem.
    pub ecosystem: String,
    /// As the ecosystem spells it.
    pub name: String,
    /// As the file spells it; empty where the file pins none.
    pub version: String,
    /// The file.
    pub path: String,
    /// The line in the file, from 1.
    pub line: u32,
    /// Its bytes in the file.
    pub span: Span,
    /// Groups such as `dev`, sorted; empty means that it is used in production.
    pub groups: Vec<String>,
    /// Whether the project itself asks for it; `None` where the file does not tell.
    pub direct: Option<bool>,
    /// Package URL.
    pub purl: String,
    /// Places in the same list of the packages that it depends on, sorted.
    pub dependencies: Vec<usize>,
    /// Checksums as (algorithm, lower-case hexadecimal).
    pub hashes: Vec<(String, String)>,
    /// SPDX licence expressions or names, where the file tells.
    pub licenses: Vec<String>,
    /// The commit that it is pinned to, for packages from a repository.
    pub commit: Option<String>,
    /// Address of that repository as the file spells it, perhaps with a commit or a query behind it.
    pub repository: Option<String>,
    /// Where it comes from if not from the ecosystem's registry: `git`, `url`, `registry <address>`, `path` (the project
    /// itself or a folder of it), `range` (a manifest's requirement, which pins nothing), `pin` (one that names a version,
    /// in a manifest that may have a lock file), `unnamed` (nothing says which package of which ecosystem it is), `foreign`
    /// (of a kind that no advisory database speaks of), `minimum` (a version that may be newer in use), `inherited` (from a parent
    /// whose own file lists it).
    pub source: Option<String>,
}

impl ListedPackage {
    /// Whether an advisory database can say something of it: it has a name, a version, and comes from the registry.
    #[must_use]
    pub fn is_checkable(&self) -> bool {
        let elsewhere = matches!(
            self.source.as_deref(),
            Some("path" | "range" | "pin" | "inherited" | unlocked::UNNAMED | unlocked::FOREIGN)
        );
        !self.version.is_empty()
            && !elsewhere
            && !self.is_at_an_address()
            && self.commit.as_deref() != Some(&*self.version)
    }

    /// Whether an address stands where others have their version, as in the first version of npm's lock file.
    fn is_at_an_address(&self) -> bool {
        matches!(self.source.as_deref(), Some("git" | "url" | "path")) && self.version.contains(':')
    }
}

/// What a format's function fills in.
pub(crate) struct List<'f> {
    /// The whole text; offsets refer to it.
    pub(crate) text: &'f str,
    /// The file as it is, for archives.
    pub(crate) bytes: &'f [u8],
    pub(crate) packages: Vec<ListedPackage>,
    pub(crate) broken: Vec<Broken>,
    /// Notes for the user, with the byte that they are about.
    pub(crate) notes: Vec<(&'static str, usize, String)>,
    /// Facts that other files of the project need: see [`project`].
    pub(crate) facts: Vec<(String, String)>,
    /// What it names and nobody can judge, where that is not listed as a package; places are bytes.
    pub(crate) unjudged: unlocked::Unjudged,
    /// What a POM says, for its children.
    pub(crate) pom: Option<Box<maven::Pom>>,
    ecosystem: &'static str,
    /// Whether the file's name leaves no doubt about its format.
    pub(crate) promises: bool,
}

impl<'f> List<'f> {
    fn new(text: &'f str, bytes: &'f [u8]) -> Self {
        Self {
            text,
            bytes,
            packages: Vec::new(),
            broken: Vec::new(),
            notes: Vec::new(),
            facts: Vec::new(),
            unjudged: unlocked::Unjudged::default(),
            pom: None,
            ecosystem: "",
            promises: true,
        }
    }

    /// Sets the ecosystem of the packages to come.
    pub(crate) fn of(&mut self, ecosystem: &'static str) {
        self.ecosystem = ecosystem;
    }

    /// Adds a package at a byte of the text and gives it to be filled in.
    pub(crate) fn add(&mut self, name: &str, version: &str, at: usize) -> &mut ListedPackage {
        let package = ListedPackage {
            ecosystem: self.ecosystem.to_owned(),
            name: name.to_owned(),
            version: version.to_owned(),
            span: Span::new(at, at),
            ..ListedPackage::default()
        };
        self.packages.push(package);
        let last = self.packages.len() - 1;
        &mut self.packages[last]
    }

    /// Adds the package of a table with `name` and `version`; `None`, and a failure, where it lacks one of them.
    pub(crate) fn named(&mut self, node: &doc::Node<'_>) -> Option<&mut ListedPackage> {
        let (Some(name), Some(version)) = (node.get("name"), node.text_of("version")) else {
            self.fail(node.at as usize, "a package without name or version");
            return None;
        };
        if self.is_full() {
            return None;
        }
        Some(self.add(name.text().unwrap_or(""), version, name.at as usize))
    }

    pub(crate) fn is_full(&self) -> bool {
        self.packages.len() >= MAX_PACKAGES
    }

    pub(crate) fn broken(&mut self, broken: Option<Broken>) {
        self.broken.extend(broken);
    }

    /// Says what a file lacks to be of its format, if nothing is wrong with its syntax already. An answer of no packages
    /// must not come from a file that says something else.
    pub(crate) fn expect(&mut self, holds: bool, at: u32, message: impl Into<String>) {
        if !holds && self.broken.is_empty() {
            self.fail(at as usize, message);
        }
    }

    /// Says that a format's version is not one of those known, by the number before its first dot.
    pub(crate) fn expect_version(&mut self, version: Option<&doc::Node<'_>>, known: std::ops::RangeInclusive<u32>) {
        let Some((node, text)) = version.and_then(|v| Some((v, v.text()?))) else { return };
        let major = text.trim_start_matches('v').split('.').next().and_then(|n| n.parse().ok());
        self.expect(
            major.is_some_and(|m| known.contains(&m)),
            node.at,
            format!("the format's version `{text}` is not known"),
        );
    }

    /// A part that should be a package and is none.
    pub(crate) fn fail(&mut self, at: usize, message: impl Into<String>) {
        if self.broken.len() < MAX_BROKEN {
            self.broken.push(Broken { at, message: message.into() });
        }
    }
}

/// A file format.
pub(crate) struct Format {
    /// Its name in documents and messages.
    pub(crate) name: &'static str,
    /// Whether a file of this path (folder, name) is of this format.
    pub(crate) wants: fn(&str, &str) -> bool,
    pub(crate) parse: fn(&mut List<'_>),
    /// Whether it lies in an installed tree and is read only on request.
    pub(crate) installed: bool,
    /// Whether other files are read by its light, so that it is needed also where it did not change.
    pub(crate) context: bool,
}

macro_rules! by_name {
    ($name:literal, $parse:path, $($file:literal)|+) => {
        Format { name: $name, wants: |_, name| matches!(name, $($file)|+), parse: $parse, installed: false, context: false }
    };
}

macro_rules! by_path {
    ($name:literal, $wants:expr, $parse:path) => {
        Format { name: $name, wants: $wants, parse: $parse, installed: false, context: false }
    };
    ($name:literal, $wants:expr, $parse:path, installed) => {
        Format { name: $name, wants: $wants, parse: $parse, installed: true, context: false }
    };
    ($name:literal, $wants:expr, $parse:path, context) => {
        Format { name: $name, wants: $wants, parse: $parse, installed: false, context: true }
    };
}

/// Whether a path lies in a folder of that name.
fn within(folder: &str, name: &str) -> bool {
    folder.split('/').any(|part| part == name)
}

/// Every format; the first that wants a file has it.
pub(crate) const FORMATS: &[Format] = &[
    by_path!(
        "installed node module",
        |f, n| n == "package.json" && within(f, "node_modules"),
        javascript::installed_package_json,
        installed
    ),
    by_path!(
        "installed lock file",
        |f, n| n.ends_with(".lock") && within(f, "node_modules") || n == ".package-lock.json",
        npm::package_lock,
        installed
    ),
    by_name!("package-lock.json", npm::package_lock, "package-lock.json" | "npm-shrinkwrap.json"),
    by_name!("yarn.lock", yarn::lock, "yarn.lock"),
    by_name!("pnpm-lock.yaml", pnpm::lock, "pnpm-lock.yaml"),
    by_name!("bun.lock", javascript::bun, "bun.lock"),
    by_name!("bun.lockb", javascript::bun_binary, "bun.lockb"),
    by_name!("deno.lock", javascript::deno_lock, "deno.lock"),
    by_name!("deno.json", javascript::deno_json, "deno.json" | "deno.jsonc"),
    by_name!("package.json", javascript::package_json, "package.json"),
    by_name!("Cargo.lock", cargo::lock, "Cargo.lock"),
    by_name!("Cargo.toml", cargo::manifest, "Cargo.toml"),
    by_path!("go.mod", |_, n| n == "go.mod", go::go_mod, context),
    by_path!("go.sum", |_, n| n == "go.sum", go::go_sum, context),
    by_path!(
        "vendor/modules.txt",
        |f, n| n == "modules.txt" && f.rsplit('/').next() == Some("vendor"),
        go::vendor_modules
    ),
    by_path!("requirements.txt", python::is_requirements, python::requirements, context),
    by_name!("poetry.lock", python::poetry, "poetry.lock"),
    by_name!("uv.lock", python::uv, "uv.lock"),
    by_name!("pdm.lock", python_locks::pdm, "pdm.lock"),
    by_name!("Pipfile.lock", python_locks::pipfile, "Pipfile.lock"),
    by_path!(
        "pylock.toml",
        |_, n| n == "pylock.toml" || n.starts_with("pylock.") && n.ends_with(".toml"),
        python_locks::pylock
    ),
    by_name!("pyproject.toml", python_locks::pyproject, "pyproject.toml"),
    by_name!("setup.py", python_locks::setup_py, "setup.py"),
    by_path!(
        "Gemfile.lock",
        |_, n| n == "gems.locked" || n.ends_with("Gemfile.lock") || n.ends_with(".gemfile.lock"),
        ruby::lock
    ),
    by_name!("composer.lock", php::lock, "composer.lock"),
    by_path!("pom.xml", |_, n| n == "pom.xml" || n.ends_with(".pom"), maven::pom, context),
    by_path!(
        "gradle.lockfile",
        |f, n| n == "gradle.lockfile"
            || n.ends_with("-gradle.lockfile")
            || n.ends_with(".lockfile") && gradle::keeps_locks(f),
        gradle::lockfile
    ),
    by_name!("verification-metadata.xml", gradle::verification, "verification-metadata.xml"),
    by_path!("Gradle version catalog", |_, n| n.ends_with(".versions.toml"), gradle::catalog),
    by_path!(
        "packages.lock.json",
        |_, n| n == "packages.lock.json" || n.starts_with("packages.") && n.ends_with(".lock.json"),
        dotnet::packages_lock
    ),
    by_path!(
        "packages.config",
        |_, n| n == "packages.config" || n.starts_with("packages.") && n.ends_with(".config"),
        dotnet::packages_config
    ),
    by_path!("deps.json", |_, n| n == "deps.json" || n.ends_with(".deps.json"), dotnet::deps_json),
    by_name!("project.assets.json", dotnet::project_assets, "project.assets.json"),
    by_path!(
        "MSBuild project",
        |_, n| {
            matches!(n, "Directory.Packages.props" | "Directory.Build.props" | "Packages.props")
                || [".csproj", ".fsproj", ".vbproj"].iter().any(|e| n.ends_with(e))
        },
        dotnet::msbuild
    ),
    by_name!("paket.lock", dotnet::paket, "paket.lock"),
    by_name!("mix.lock", others::mix, "mix.lock"),
    by_name!("pubspec.lock", others::pub_lock, "pubspec.lock"),
    by_name!("conan.lock", others::conan, "conan.lock"),
    by_name!("renv.lock", others::renv, "renv.lock"),
    by_name!("stack.yaml.lock", others::stack, "stack.yaml.lock"),
    by_path!("cabal.project.freeze", |_, n| n.starts_with("cabal.project") && n.ends_with(".freeze"), others::cabal),
    by_name!("Package.resolved", others::swift, "Package.resolved"),
    by_name!("Podfile.lock", others::cocoapods, "Podfile.lock"),
    by_path!(
        "Manifest.toml",
        |_, n| n == "Manifest.toml" || n.starts_with("Manifest-v") && n.ends_with(".toml"),
        others::julia
    ),
    by_path!("GitHub workflow", actions::wants, actions::workflow),
    by_path!("CycloneDX", bom::is_cyclonedx, bom::cyclonedx),
    by_path!("SPDX", bom::is_spdx, bom::spdx),
    by_path!(
        "dpkg status",
        |f, n| {
            f.ends_with("var/lib/dpkg") && n == "status"
                || f.ends_with("var/lib/dpkg/status.d") && !n.ends_with(".md5sums")
        },
        installed::dpkg,
        installed
    ),
    by_path!("apk database", |f, n| f.ends_with("lib/apk/db") && n == "installed", installed::apk, installed),
    by_path!(
        "installed Python package",
        |f, n| n == "METADATA" && f.ends_with(".dist-info") || n == "PKG-INFO",
        installed::python,
        installed
    ),
    by_path!("jar's pom.properties", |_, n| n == "pom.properties", installed::pom_properties, installed),
    by_path!(
        "jar",
        |_, n| [".jar", ".war", ".ear", ".hpi", ".jpi"].iter().any(|e| n.ends_with(e)),
        installed::jar,
        installed
    ),
];

/// The format of a path.
pub(crate) fn format_of(path: &RepoPath) -> Option<&'static Format> {
    FORMATS.iter().find(|f| (f.wants)(path.parent(), path.file_name()))
}

/// Whether a file of this path pins the packages of a project: a lock file or a bill of materials, no manifest.
#[must_use]
pub fn is_lock_file(path: &RepoPath) -> bool {
    format_of(path).is_some_and(|f| !f.installed && f.name != "GitHub workflow" && !MANIFESTS.contains(&f.name))
}

/// Whether a file of this path may say something of a project's dependencies: a lock file, a manifest, requirements that
/// another file includes under a usual name; nothing of an installed tree.
#[must_use]
pub fn is_about_dependencies(path: &RepoPath) -> bool {
    match format_of(path) {
        Some(format) => !format.installed,
        None => may_be_included(path, 0),
    }
}

/// Whether files of this path say what is required and may include files of any name.
#[must_use]
pub fn may_include_others(path: &RepoPath) -> bool {
    format_of(path).is_some_and(|format| format.name == includes::FORMAT)
}

/// Whether a file of this path is part of an installed tree, and names packages of it.
#[must_use]
pub fn is_installed_file(path: &RepoPath) -> bool {
    format_of(path).is_some_and(|f| f.installed)
}

/// Whether a file of this path is read at all: it is of a known format.
#[must_use]
pub fn is_known_file(path: &RepoPath) -> bool {
    format_of(path).is_some()
}

/// The packages that a file names, and what is wrong with it. `None` if it is of no known format.
///
/// Lines are of the package's own entry. The same package at the same version may be listed more than once (several
/// places of one tree).
#[must_use]
pub fn list_packages(file: &SourceFile) -> Option<(Vec<ListedPackage>, Vec<Notice>)> {
    let listed = list_file(file)?;
    Some((listed.packages, listed.notices))
}

pub(crate) fn list_file(file: &SourceFile) -> Option<ListedFile> {
    format_of(file.path()).map(|format| list_as(format, file))
}

/// Whether a file of no known format may be one that requirements include.
pub(crate) fn may_be_included(path: &RepoPath, size: u64) -> bool {
    includes::wants(path.file_name(), size)
}

/// The packages of a file that is handed over: of its own format, or as requirements that another file may include. Those
/// are dropped by [`join`] where none does.
pub(crate) fn list_any(file: &SourceFile) -> Option<ListedFile> {
    if let Some(format) = format_of(file.path()) {
        return Some(list_as(format, file));
    }
    if !may_be_included(file.path(), file.bytes().len() as u64) {
        return None;
    }
    list_included(file).filter(includes::is_plausible)
}

/// The packages of a file that another one includes as requirements, whatever its name.
pub(crate) fn list_included(file: &SourceFile) -> Option<ListedFile> {
    let format = FORMATS.iter().find(|f| f.name == includes::FORMAT)?;
    let mut listed = list_as(format, file);
    listed.is_candidate = true;
    Some(listed)
}

/// Files of the tree that the requirements among these include, and that are not among them.
pub(crate) fn wanted_includes(files: &[&ListedFile]) -> std::collections::BTreeSet<RepoPath> {
    includes::wanted(files)
}

fn list_as(format: &'static Format, file: &SourceFile) -> ListedFile {
    let path = file.path();
    if file.bytes().len() > MAX_FILE {
        let message = format!("The file is larger than {MAX_FILE} bytes and was not read.");
        let notice = Notice::error("broken-lockfile", message).at(path).by(EngineId::Sca);
        return ListedFile::new(path, format.name, Vec::new(), vec![notice]);
    }
    if file.bytes().is_empty() && matches!(format.name, "CycloneDX" | "SPDX") {
        // `firedoor sbom > bom.json`: the shell makes the file before anything is written to it.
        let message = "This bill of materials is empty: it names nothing.";
        let notice = Notice::warning("empty-lockfile", message).at(path).on_line(1).by(EngineId::Sca);
        return ListedFile::new(path, format.name, Vec::new(), vec![notice]);
    }
    let text = if format.name == "jar" { std::borrow::Cow::Borrowed("") } else { doc::text_of(file.bytes()) };
    // A byte order mark is no part of a line; what follows is counted without it.
    let mark = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut list = List::new(&text[mark..], file.bytes());
    list.promises = !bom::is_vague(path.file_name());
    (format.parse)(&mut list);
    if matches!(text, std::borrow::Cow::Owned(_)) {
        let damaged = |p: &&ListedPackage| p.name.contains('?') || p.version.contains('?');
        if let Some(at) = list.packages.iter().find(damaged).map(|p| p.span.start as usize) {
            list.fail(at, "a name or version that is not in UTF-8");
        }
    }
    if list.is_full() {
        list.broken.truncate(MAX_BROKEN - 1);
        list.fail(0, format!("more than {MAX_PACKAGES} packages, of which only so many were read"));
    }
    let long = |text: &str| text.len() > MAX_NAME;
    for i in 0..list.packages.len() {
        let package = &mut list.packages[i];
        let at = package.span.start as usize;
        if long(&package.name) || long(&package.version) {
            package.name.truncate(package.name.floor_char_boundary(MAX_NAME));
            package.version.clear();
            list.fail(at, format!("a name or version of more than {MAX_NAME} bytes"));
        }
    }
    let lines = file.lines();
    let List { mut packages, broken, notes, facts, unjudged, pom, .. } = list;
    for package in &mut packages {
        let shift = |at: u32| at.saturating_add(mark as u32);
        package.span = Span { start: shift(package.span.start), end: shift(package.span.end) };
        settle(package, path, &text, lines);
    }
    let mut notices: Vec<Notice> = broken
        .into_iter()
        .map(|b| {
            let message = format!(
                "{} cannot be read here: {}. Packages behind this place may be missing from the answer.",
                format.name, b.message
            );
            let notice = if MANIFESTS.contains(&format.name) {
                Notice::warning("unreadable-manifest", message)
            } else {
                Notice::error("broken-lockfile", message)
            };
            notice.at(path).on_line(lines.line_of(b.at + mark)).by(EngineId::Sca)
        })
        .collect();
    notices.extend(notes.into_iter().map(|(code, at, message)| {
        Notice::warning(code, message).at(path).on_line(lines.line_of(at + mark)).by(EngineId::Sca)
    }));
    let mut listed = ListedFile::new(path, format.name, packages, notices);
    listed.facts = facts;
    listed.unjudged = unjudged.in_lines(|at| lines.line_of(at + mark));
    listed.pom = pom;
    listed
}

/// Longer names and versions are none.
const MAX_NAME: usize = 1_000;

/// Fills in what follows from a package's byte and name.
pub(crate) fn settle(package: &mut ListedPackage, path: &RepoPath, text: &str, lines: &LineIndex) {
    for address in
        [Some(&mut package.name), Some(&mut package.version), package.source.as_mut(), package.repository.as_mut()]
            .into_iter()
            .flatten()
    {
        if address.contains("://") {
            *address = names::without_password(address);
        }
    }
    package.line = lines.line_of(package.span.start as usize);
    if package.span.is_empty() {
        // The finding underlines the line's text.
        let line = lines.line_span(text.as_bytes(), package.line);
        let body = text.get(line.range()).unwrap_or("");
        let indent = body.len() - body.trim_start().len();
        package.span = Span::new(line.start as usize + indent, line.end as usize);
    }
    package.path = path.as_str().to_owned();
    package.groups.sort();
    package.groups.dedup();
    package.dependencies.sort_unstable();
    package.dependencies.dedup();
    if package.purl.is_empty() {
        package.purl = {
            let version = if package.is_at_an_address() { "" } else { &package.version };
            names::purl(&package.ecosystem, &package.name, version)
        };
        if package.source.as_deref() == Some("git") {
            package.purl.push_str(&names::repository_qualifier(
                package.repository.as_deref().unwrap_or(""),
                package.commit.as_deref().unwrap_or(""),
            ));
        }
    }
}

/// The value of each base64 digit of both alphabets; 255 for what is none.
const BASE64: [u8; 256] = {
    let mut table = [255; 256];
    let digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut i = 0;
    while i < 64 {
        table[digits[i] as usize] = i as u8;
        i += 1;
    }
    table[b'-' as usize] = 62;
    table[b'_' as usize] = 63;
    table
};

const HEX: [[u8; 2]; 256] = {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut table = [[0; 2]; 256];
    let mut i = 0;
    while i < 256 {
        table[i] = [DIGITS[i >> 4], DIGITS[i & 15]];
        i += 1;
    }
    table
};

/// `sha512-BASE64` and `alg:hex` forms as (algorithm, hexadecimal).
pub(crate) fn integrity(text: &str) -> Option<(String, String)> {
    let text = text.split_whitespace().next()?;
    if let Some((algorithm, hex)) = text.split_once(':') {
        let valid = !hex.is_empty() && hex.bytes().all(|b| b.is_ascii_hexdigit());
        return valid.then(|| (algorithm.to_ascii_lowercase(), hex.to_ascii_lowercase()));
    }
    let (algorithm, base64) = text.split_once('-')?;
    // A lock file has thousands of these, so they are taken apart four digits at a time.
    let digits = base64.trim_end_matches('=').as_bytes();
    let mut hex: Vec<u8> = Vec::with_capacity(digits.len() * 3 / 2 + 2);
    let (mut seen, whole) = (0u8, digits.chunks_exact(4));
    let rest = whole.remainder();
    let of = |digit: u8| BASE64[usize::from(digit)];
    for four in whole {
        let [a, b, c, d] = [of(four[0]), of(four[1]), of(four[2]), of(four[3])];
        seen |= a | b | c | d;
        let ([h, i], [j, k], [l, m]) =
            (HEX[usize::from(a << 2 | b >> 4)], HEX[usize::from(b << 4 | c >> 2)], HEX[usize::from(c << 6 | d)]);
        hex.extend_from_slice(&[h, i, j, k, l, m]);
    }
    let mut bits = 0u32;
    for digit in rest {
        seen |= of(*digit);
        bits = bits << 6 | u32::from(of(*digit));
    }
    bits <<= 6 * (4 - rest.len());
    for byte in bits.to_be_bytes().iter().skip(1).take(rest.len() * 6 / 8) {
        hex.extend_from_slice(&HEX[usize::from(*byte)]);
    }
    // What is no digit has the upper bits.
    if seen > 63 {
        return None;
    }
    let hex = String::from_utf8(hex).ok()?;
    Some((algorithm.to_ascii_lowercase(), hex))
}
