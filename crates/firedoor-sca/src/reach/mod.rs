//! Whether a project's own source uses what an advisory names (RustSec `affects.functions`, Go `imports[].symbols`).
//!
//! Go and Rust files are parsed with tree-sitter; imports, aliases and scopes are resolved file by file ([`go`],
//! [`rust`]), and of Rust what modules have for others ([`forward`]). Types are not inferred, so a method counts as used where a file imports its package and calls a method of
//! that name. The answer ranks a finding and never hides it: a dependency may call what the project itself does not.

mod forward;
mod go;
mod renames;
mod rust;
#[cfg(test)]
mod tests;
mod tree;

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use firedoor_core::{RepoPath, SourceFile};

use crate::db::Symbols;
use forward::Forwards;

/// Longest name that is remembered.
const MAX_NAME: usize = 200;
/// Source that is kept in memory until it is known what to look for; what comes later is parsed at once.
const MAX_KEPT: usize = 128 << 20;

/// What the project does with a vulnerable package.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// It uses a symbol that the advisory names, here first.
    Reachable {
        /// The symbol, as the advisory spells it.
        symbol: String,
        /// File of the use.
        path: RepoPath,
        /// Its line, from 1.
        line: u32,
    },
    /// It imports the package; none of the named symbols was seen.
    Imported,
    /// No file imports it.
    NotImported,
}

impl Reach {
    /// The answer in a word or two.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Reachable { .. } => "reachable",
            Self::Imported => "imported, symbol not seen",
            Self::NotImported => "not imported",
        }
    }
}

impl std::fmt::Display for Reach {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Reachable { symbol, path, line } => write!(f, "reachable: {symbol} at {path}:{line}"),
            _ => f.write_str(self.word()),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Language {
    Go,
    Rust,
}

impl Language {
    pub(crate) fn of(path: &RepoPath) -> Option<Self> {
        match path.extension()? {
            "go" => Some(Self::Go),
            "rs" => Some(Self::Rust),
            _ => None,
        }
    }

    fn of_ecosystem(ecosystem: &str) -> Option<Self> {
        match ecosystem {
            "Go" => Some(Self::Go),
            "crates.io" => Some(Self::Rust),
            _ => None,
        }
    }

    /// The language whose packages a file of this name pins for the folders below.
    pub(crate) fn of_lock_file(name: &str) -> Option<Self> {
        match name {
            "go.mod" => Some(Self::Go),
            "Cargo.lock" => Some(Self::Rust),
            _ => None,
        }
    }
}

/// Where something stands in a file. Places in code that only tests build come last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    test: bool,
    line: u32,
}

/// What one file uses.
#[derive(Clone, Debug, Default)]
struct FileUses {
    /// Import paths (Go) and crates (Rust, spelled as in code).
    imports: BTreeMap<String, Place>,
    /// By import path or crate: the names used of it. In Rust they are whole paths.
    names: BTreeMap<String, BTreeMap<String, Place>>,
    /// Methods called, whatever their receiver's type is.
    methods: BTreeMap<String, Place>,
    /// Rust: by module (`crate::a`) and name there (`*` for all that is in a path) the paths that it stands for.
    forwards: BTreeMap<(String, String), BTreeSet<String>>,
    /// Rust: paths in code that go through the project's own modules, from the top of the crate.
    own: BTreeMap<String, Place>,
}

impl FileUses {
    fn import(&mut self, name: &str, place: Place) {
        keep(&mut self.imports, name, place);
    }

    fn name(&mut self, of: &str, name: &str, place: Place) {
        if name.len() > MAX_NAME || of.len() > MAX_NAME {
            return;
        }
        if !self.names.contains_key(of) {
            self.names.insert(of.to_owned(), BTreeMap::new());
        }
        if let Some(names) = self.names.get_mut(of) {
            keep(names, name, place);
        }
    }

    fn method(&mut self, name: &str, place: Place) {
        keep(&mut self.methods, name, place);
    }

    fn own(&mut self, path: &str, place: Place) {
        keep(&mut self.own, path, place);
    }

    fn forward(&mut self, module: String, alias: &str, path: String) {
        if alias.len() <= MAX_NAME && path.len() <= MAX_NAME {
            self.forwards.entry((module, alias.to_owned())).or_default().insert(path);
        }
    }
}

fn keep(map: &mut BTreeMap<String, Place>, key: &str, place: Place) {
    match map.get_mut(key) {
        Some(known) => *known = place.min(*known),
        None if key.len() <= MAX_NAME => {
            map.insert(key.to_owned(), place);
        }
        None => {}
    }
}

/// A source file, looked at when it is first asked about.
pub(crate) struct Source {
    path: RepoPath,
    language: Language,
    test: bool,
    /// The text, where it is kept.
    file: Option<Arc<SourceFile>>,
    /// Where the head of a Go file ends, in which imports stand.
    head: usize,
    imports: OnceCell<BTreeMap<String, Place>>,
    uses: OnceCell<FileUses>,
}

impl Source {
    /// A file whose text is kept, or which is looked at now.
    pub(crate) fn new(file: &Arc<SourceFile>, language: Language, keep: bool) -> Self {
        let test = is_test(file.path(), language);
        Self {
            path: file.path().clone(),
            language,
            test,
            file: keep.then(|| Arc::clone(file)),
            head: if language == Language::Go { go::head(file.bytes()) } else { file.bytes().len() },
            imports: OnceCell::new(),
            uses: if keep { OnceCell::new() } else { parse(file, language, test).into() },
        }
    }

    /// Whether the file has this text somewhere before `end`; true where the text is not at hand.
    fn mentions(&self, text: &str, end: usize) -> bool {
        let text = text.as_bytes();
        let found = |f: &SourceFile| {
            let bytes = f.bytes();
            memchr::memmem::find(&bytes[..end.min(bytes.len())], text).is_some()
        };
        self.file.as_ref().is_none_or(|f| found(f))
    }

    /// Whether a name stands behind a dot somewhere in a Go file, or anywhere if the file has a dot import: only then is
    /// it worth a parse.
    fn selects(&self, name: &str) -> bool {
        let Some(file) = &self.file else { return true };
        let bytes = file.bytes();
        let is_word = |b: &u8| b.is_ascii_alphanumeric() || *b == b'_' || *b >= 0x80;
        let dot_import = bytes.get(..self.head).is_some_and(|head| {
            memchr::memchr_iter(b'.', head).any(|at| {
                let behind = head.get(at + 1..).unwrap_or_default().trim_ascii_start();
                behind.starts_with(b"\"") || behind.starts_with(b"`")
            })
        });
        memchr::memmem::find_iter(bytes, name.as_bytes()).any(|at| {
            let whole = !bytes.get(at + name.len()).is_some_and(is_word);
            let before = bytes.get(..at).unwrap_or_default();
            // A chain of calls may break the line behind the dot; comments there are rarer than can be minded.
            whole && (before.trim_ascii_end().ends_with(b".") || dot_import && !before.last().is_some_and(is_word))
        })
    }

    fn uses(&self) -> &FileUses {
        self.uses.get_or_init(|| self.file.as_ref().map(|f| parse(f, self.language, self.test)).unwrap_or_default())
    }

    /// The import paths of a Go file, from its head alone where that is possible.
    fn go_imports(&self) -> &BTreeMap<String, Place> {
        self.imports.get_or_init(|| {
            let file = self.file.as_ref().filter(|_| self.uses.get().is_none());
            let head = file.and_then(|f| go::imports(f, self.head, self.test));
            head.unwrap_or_else(|| self.uses().imports.clone())
        })
    }
}

fn parse(file: &SourceFile, language: Language, test: bool) -> FileUses {
    match language {
        Language::Go => go::uses(file, test),
        Language::Rust => rust::uses(file, test),
    }
}

/// Whether only tests and examples build a file, by where it lies.
fn is_test(path: &RepoPath, language: Language) -> bool {
    match language {
        Language::Go => path.as_str().ends_with("_test.go"),
        Language::Rust => path.as_str().split('/').any(|part| matches!(part, "tests" | "benches" | "examples")),
    }
}

/// A folder with the language of the lock file in it.
type Folder = (Language, String);

/// The source of one scan. The answers do not depend on the order in which files came.
#[derive(Default)]
pub(crate) struct Sources {
    sources: Vec<Source>,
    kept: usize,
    /// Names under which `Cargo.toml` files know a crate, by the crate's own.
    renames: BTreeMap<String, BTreeSet<String>>,
    /// The project's own libraries: their folders of source by the name that code has for them.
    libraries: BTreeMap<String, String>,
    /// Folders whose lock files pin the packages of what lies below.
    roots: BTreeSet<Folder>,
    /// The sources of each folder that was asked about.
    folders: RefCell<BTreeMap<Folder, Arc<[usize]>>>,
}

impl Sources {
    /// Whether a file of this size would be kept as text; otherwise it is to be parsed before it is added.
    pub(crate) fn has_room(&mut self, size: usize) -> bool {
        let room = self.kept.saturating_add(size) <= MAX_KEPT;
        if room {
            self.kept += size;
        }
        room
    }

    pub(crate) fn add(&mut self, source: Source) {
        self.sources.push(source);
    }

    /// Adds the names that a `Cargo.toml` gives to crates.
    pub(crate) fn manifest(&mut self, file: &SourceFile) {
        renames::read(file, &mut self.renames, &mut self.libraries);
    }

    /// To be called when all files are there; `lock_files` are the paths of those that were listed.
    pub(crate) fn seal<'p>(&mut self, lock_files: impl Iterator<Item = &'p RepoPath>) {
        let language = |path: &RepoPath| Language::of_lock_file(path.file_name());
        self.roots = lock_files.filter_map(|p| Some((language(p)?, p.parent().to_owned()))).collect();
        let named = |(name, aliases): (&String, &BTreeSet<String>)| {
            let source = self.libraries.get(name)?;
            Some(aliases.iter().map(|alias| (alias.clone(), source.clone())).collect::<Vec<_>>())
        };
        let renamed: Vec<_> = self.renames.iter().filter_map(named).flatten().collect();
        self.libraries.extend(renamed);
        // What only tests build comes last, so that the first use found is the one to name.
        self.sources.sort_by(|a, b| (a.test, &a.path).cmp(&(b.test, &b.path)));
    }

    /// The source that a lock file in `folder` speaks of: below it, but not below another one, and the project's own.
    fn of_folder(&self, language: Language, folder: &str) -> Arc<[usize]> {
        let key = (language, folder.to_owned());
        if let Some(known) = self.folders.borrow().get(&key) {
            return Arc::clone(known);
        }
        let own = |source: &Source| {
            let path = source.path.as_str();
            let Some(below) = relative(path, folder) else { return false };
            if below.split('/').any(|part| part == "vendor" || part == "testdata" && language == Language::Go) {
                return false;
            }
            let mut inner = below.match_indices('/').map(|(at, _)| &path[..path.len() - below.len() + at]);
            source.language == language && !inner.any(|f| self.roots.contains(&(language, f.to_owned())))
        };
        let found: Arc<[usize]> = (0..self.sources.len()).filter(|i| own(&self.sources[*i])).collect();
        self.folders.borrow_mut().insert(key, Arc::clone(&found));
        found
    }

    /// What the project of a lock file in `folder` does with a package, by the symbols that its advisories name; `None`
    /// where they name none or there is no source of the language.
    pub(crate) fn judge(&self, ecosystem: &str, package: &str, symbols: &[Symbols], folder: &str) -> Option<Reach> {
        let language = Language::of_ecosystem(ecosystem)?;
        let symbols: Vec<&Symbols> = symbols.iter().filter(|s| s.package == package).collect();
        // `vendor/modules.txt` speaks of the folder above.
        let folder = match folder.rsplit_once('/') {
            Some((above, "vendor")) => above,
            None if folder == "vendor" => "",
            _ => folder,
        };
        let sources = if symbols.is_empty() { return None } else { self.of_folder(language, folder) };
        if sources.is_empty() {
            return None;
        }
        let mut best = Reach::NotImported;
        for symbol in symbols {
            let mut in_tests = None;
            let forwards = OnceCell::new();
            for source in sources.iter().filter_map(|i| self.sources.get(*i)) {
                let seen = match language {
                    Language::Go => judge_go(source, symbol, package),
                    Language::Rust => {
                        let forwards = forwards.get_or_init(|| {
                            let all = sources.iter().filter_map(|i| self.sources.get(*i));
                            Forwards::of(all, &self.crates(symbol, package))
                        });
                        let by_modules = by_own_modules(source, symbol, forwards, &self.libraries);
                        let direct = self.judge_rust(source, symbol, package);
                        direct.into_iter().chain(by_modules).reduce(Seen::or)
                    }
                };
                match seen {
                    None => {}
                    Some(Seen::Imported) => best = best.min(Reach::Imported),
                    Some(Seen::Used(place, name)) => {
                        let found = Reach::Reachable { symbol: name, path: source.path.clone(), line: place.line };
                        if place.test {
                            in_tests.get_or_insert(found);
                        } else {
                            return Some(found);
                        }
                    }
                }
            }
            best = in_tests.into_iter().fold(best, Ord::min);
        }
        Some(best)
    }

    /// The names under which source may know the crate of a package.
    fn crates(&self, symbols: &Symbols, package: &str) -> BTreeSet<String> {
        let own = package.replace('-', "_");
        let mut crates: BTreeSet<String> = self.renames.get(&own).into_iter().flatten().cloned().collect();
        crates.insert(own);
        // The library of a package may have another name; advisories spell paths with it.
        crates.extend(symbols.names.iter().filter_map(|n| n.split_once("::")).map(|(first, _)| first.to_owned()));
        crates
    }

    fn judge_rust(&self, source: &Source, symbols: &Symbols, package: &str) -> Option<Seen> {
        let mut seen = None;
        for name in &self.crates(symbols, package) {
            if !source.mentions(name, source.head) || !source.uses().imports.contains_key(name.as_str()) {
                continue;
            }
            let uses = source.uses();
            let paths = uses.names.get(name.as_str());
            let found = symbols.names.iter().filter_map(|symbol| {
                let place = rust_symbol(uses, paths, symbol)?;
                Some((place, symbol.clone()))
            });
            match found.min() {
                Some((place, symbol)) => return Some(Seen::Used(place, symbol)),
                None => seen = Some(Seen::Imported),
            }
        }
        seen
    }
}

/// What a source does with a package by way of the project's own modules.
fn by_own_modules(
    source: &Source,
    symbols: &Symbols,
    forwards: &Forwards,
    libraries: &BTreeMap<String, String>,
) -> Option<Seen> {
    if forwards.is_empty() {
        return None;
    }
    let paths = forwards.used_in(source, libraries);
    if paths.is_empty() {
        return None;
    }
    let uses = source.uses();
    let found =
        symbols.names.iter().filter_map(|symbol| Some((rust_symbol(uses, Some(&paths), symbol)?, symbol.clone())));
    Some(found.min().map_or(Seen::Imported, |(place, symbol)| Seen::Used(place, symbol)))
}

/// What one file does with a package.
enum Seen {
    Imported,
    Used(Place, String),
}

impl Seen {
    /// The answer that says more; of two uses the first place.
    fn or(self, other: Self) -> Self {
        match (&self, &other) {
            (Self::Used(a, _), Self::Used(b, _)) if b < a => other,
            (Self::Imported, Self::Used(..)) => other,
            _ => self,
        }
    }
}

/// The part of a path below a folder.
fn relative<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    if folder.is_empty() {
        return Some(path);
    }
    path.strip_prefix(folder)?.strip_prefix('/')
}

fn judge_go(source: &Source, symbols: &Symbols, package: &str) -> Option<Seen> {
    let import = if symbols.path.is_empty() { package } else { &symbols.path };
    if !source.mentions(import, source.head) {
        return None;
    }
    let place = *source.go_imports().get(import)?;
    if symbols.names.is_empty() {
        // All of the package is meant: importing it is using it.
        return Some(Seen::Used(place, import.to_owned()));
    }
    if !symbols.names.iter().any(|name| source.selects(name.rsplit('.').next().unwrap_or_default())) {
        return Some(Seen::Imported);
    }
    let uses = source.uses();
    let found = symbols.names.iter().filter_map(|name| {
        let place = match name.split_once('.') {
            Some((_, method)) => uses.methods.get(method),
            None => uses.names.get(import).and_then(|names| names.get(name)),
        };
        Some((*place?, format!("{import}.{name}")))
    });
    Some(found.min().map_or(Seen::Imported, |(place, name)| Seen::Used(place, name)))
}

/// Where a file uses a function, by the paths of its crate that the file names.
fn rust_symbol(uses: &FileUses, paths: Option<&BTreeMap<String, Place>>, symbol: &str) -> Option<Place> {
    let parts: Vec<&str> = symbol.split("::").collect();
    let last = *parts.last()?;
    // A type's name before the last part means a method or an associated function.
    let of = parts.len().checked_sub(2).and_then(|i| parts.get(i)).filter(|b| b.starts_with(char::is_uppercase));
    // Crates re-export at other paths than where they define, so the end of the path decides.
    let tail = of.map_or_else(|| format!("::{last}"), |of| format!("::{of}::{last}"));
    let named = paths.into_iter().flatten().filter(|(path, _)| *path == symbol || path.ends_with(&tail));
    let called = of.and_then(|_| uses.methods.get(last));
    named.map(|(_, place)| *place).chain(called.copied()).min()
}
