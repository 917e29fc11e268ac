//! Lock files, manifests and bills of materials: which packages a file names, in which versions, on which lines.
//!
//! Each format is one function from a text to a [`List`]; [`FORMATS`] says by path which file is of which format.
//! A broken file gives what could be read and a Notice with the line. What needs several files (a `go.sum` beside its
//! `go.mod`, a parent POM) is joined in [`project`].

mod cargo;
mod go;
mod npm;
mod project;
mod python;

use firedoor_core::{EngineId, LineIndex, Notice, RepoPath, SourceFile, Span};

pub(crate) use project::join;
pub use project::{ListedFile, list_project};

use crate::doc::{self, Broken};
use crate::names;

/// Files longer than this are not read: no lock file of a real project comes near.
const MAX_FILE: usize = 256 << 20;
/// More packages than this in one file are not listed.
const MAX_PACKAGES: usize = 500_000;

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
    /// Where it comes from if not from the ecosystem's registry: `git`, `path`, `url`, `registry <address>`.
    pub source: Option<String>,
}

impl ListedPackage {
    /// Whether an advisory database can say something of it: it has a name, a version, and comes from the registry.
    #[must_use]
    pub fn is_checkable(&self) -> bool {
        !self.version.is_empty() && !matches!(self.source.as_deref(), Some("path" | "workspace"))
    }
}

/// What a format's function fills in.
pub(crate) struct List<'f> {
    /// The whole text; offsets refer to it.
    pub(crate) text: &'f str,
    pub(crate) packages: Vec<ListedPackage>,
    pub(crate) broken: Vec<Broken>,
    /// Notes for the user, with the byte that they are about.
    pub(crate) notes: Vec<(&'static str, usize, String)>,
    /// Facts that other files of the project need: see [`project`].
    pub(crate) facts: Vec<(String, String)>,
    ecosystem: &'static str,
}

impl<'f> List<'f> {
    fn new(text: &'f str) -> Self {
        Self { text, packages: Vec::new(), broken: Vec::new(), notes: Vec::new(), facts: Vec::new(), ecosystem: "" }
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

    pub(crate) fn is_full(&self) -> bool {
        self.packages.len() >= MAX_PACKAGES
    }

    pub(crate) fn broken(&mut self, broken: Option<Broken>) {
        self.broken.extend(broken);
    }

    /// A part that should be a package and is none.
    pub(crate) fn fail(&mut self, at: usize, message: impl Into<String>) {
        self.broken.push(Broken { at, message: message.into() });
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

/// Every format, the first that wants a file has it.
pub(crate) const FORMATS: &[Format] = &[
    by_name!("Cargo.lock", cargo::lock, "Cargo.lock"),
    by_name!(
        "package-lock.json",
        npm::package_lock,
        "package-lock.json" | "npm-shrinkwrap.json" | ".package-lock.json"
    ),
    Format {
        name: "requirements.txt",
        wants: python::is_requirements,
        parse: python::requirements,
        installed: false,
        context: false,
    },
    by_name!("poetry.lock", python::poetry, "poetry.lock"),
    by_name!("uv.lock", python::uv, "uv.lock"),
    by_name!("go.mod", go::go_mod, "go.mod"),
];

/// The format of a path.
pub(crate) fn format_of(path: &RepoPath) -> Option<&'static Format> {
    FORMATS.iter().find(|f| (f.wants)(path.parent(), path.file_name()))
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
    let format = format_of(file.path())?;
    let path = file.path();
    if file.bytes().len() > MAX_FILE {
        let message = format!("The file is larger than {MAX_FILE} bytes and was not read.");
        let notice = Notice::error("broken-lockfile", message).at(path).by(EngineId::Sca);
        return Some(ListedFile::new(path, format.name, Vec::new(), vec![notice]));
    }
    let utf16 = utf16_text(file.bytes());
    let text = match &utf16 {
        Some(text) => std::borrow::Cow::Borrowed(text.as_str()),
        None => doc::text_of(file.bytes()),
    };
    let mut list = List::new(&text);
    (format.parse)(&mut list);
    let own_lines = utf16.as_ref().map(|t| LineIndex::new(t.as_bytes()));
    let lines = own_lines.as_ref().unwrap_or_else(|| file.lines());
    let List { mut packages, broken, notes, facts, .. } = list;
    for package in &mut packages {
        let at = package.span.start as usize;
        package.line = lines.line_of(at);
        if package.span.is_empty() {
            // The finding underlines the line's text.
            let line = lines.line_span(text.as_bytes(), package.line);
            let indent = text[line.range()].len() - text[line.range()].trim_start().len();
            package.span = Span::new(line.start as usize + indent, line.end as usize);
        }
        package.path = path.as_str().to_owned();
        package.groups.sort();
        package.groups.dedup();
        package.dependencies.sort_unstable();
        package.dependencies.dedup();
        if package.purl.is_empty() {
            package.purl = names::purl(&package.ecosystem, &package.name, &package.version);
        }
    }
    let mut notices: Vec<Notice> = broken
        .into_iter()
        .map(|b| {
            let message = format!(
                "{} cannot be read here: {}. Packages behind this place may be missing from the answer.",
                format.name, b.message
            );
            Notice::error("broken-lockfile", message).at(path).on_line(lines.line_of(b.at)).by(EngineId::Sca)
        })
        .collect();
    notices.extend(notes.into_iter().map(|(code, at, message)| {
        Notice::warning(code, message).at(path).on_line(lines.line_of(at)).by(EngineId::Sca)
    }));
    let mut listed = ListedFile::new(path, format.name, packages, notices);
    listed.facts = facts;
    Some(listed)
}

/// The text of a file with a UTF-16 mark, as Windows shells write `pip freeze`'s output.
fn utf16_text(bytes: &[u8]) -> Option<String> {
    let (body, little) = match bytes {
        [0xff, 0xfe, body @ ..] => (body, true),
        [0xfe, 0xff, body @ ..] => (body, false),
        _ => return None,
    };
    let units = body.chunks_exact(2).map(|pair| {
        let pair = [pair[0], pair[1]];
        if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) }
    });
    Some(char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect())
}

/// `sha512-BASE64` and `alg:hex` forms as (algorithm, hexadecimal).
pub(crate) fn integrity(text: &str) -> Option<(String, String)> {
    let text = text.split_whitespace().next()?;
    if let Some((algorithm, hex)) = text.split_once(':') {
        let valid = !hex.is_empty() && hex.bytes().all(|b| b.is_ascii_hexdigit());
        return valid.then(|| (algorithm.to_ascii_lowercase(), hex.to_ascii_lowercase()));
    }
    let (algorithm, base64) = text.split_once('-')?;
    let mut hex = String::with_capacity(128);
    let (mut bits, mut n) = (0u32, 0);
    for b in base64.bytes().filter(|b| *b != b'=') {
        let value = match b {
            b'A'..=b'Z' => b - b'A',
            b'a'..=b'z' => b - b'a' + 26,
            b'0'..=b'9' => b - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        n += 6;
        if n >= 8 {
            n -= 8;
            hex.push_str(&format!("{:02x}", bits >> n & 0xff));
        }
    }
    Some((algorithm.to_ascii_lowercase(), hex))
}
