//! What files say of each other: imports, names of classes, functions that one defines and another calls. Told by lines and
//! words, without a parser; how it serves stands in [`super`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use firedoor_core::{RepoPath, SourceFile};
use firedoor_lang::Language;

use super::MAX_FILES;
use crate::driver::Item;

/// How much of a file tells what runs it.
const MAX_HEAD: usize = 256;
/// A name that more files have tells nothing, unless the folder is named, too.
const MAX_ALIKE: usize = 20;

/// Languages whose files call each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    Python,
    Script,
    Jvm,
    Go,
    DotNet,
    Ruby,
    Php,
    C,
    Rust,
    Swift,
    Elixir,
}

impl Family {
    pub(super) fn of(path: &RepoPath) -> Option<Self> {
        if is_properties(path) {
            return Some(Self::Jvm);
        }
        Self::of_language(*Language::of_file_name(path.file_name()).first()?)
    }

    /// Of a file without an extension: what its first line says that runs it.
    pub(super) fn of_script(path: &RepoPath, read: impl FnOnce() -> Option<Arc<SourceFile>>) -> Option<Self> {
        if path.file_name().contains('.') {
            return None;
        }
        let file = read()?;
        let head = file.bytes().get(..MAX_HEAD).unwrap_or(file.bytes());
        if !head.starts_with(b"#!") {
            return None;
        }
        Self::of_language(*Language::of_path(path, head).first()?)
    }

    fn of_language(language: Language) -> Option<Self> {
        Some(match language {
            Language::Python => Self::Python,
            Language::JavaScript | Language::TypeScript | Language::Tsx => Self::Script,
            Language::Java | Language::Kotlin | Language::Scala => Self::Jvm,
            Language::Go => Self::Go,
            Language::CSharp => Self::DotNet,
            Language::Ruby => Self::Ruby,
            Language::Php => Self::Php,
            Language::C | Language::Cpp => Self::C,
            Language::Rust => Self::Rust,
            Language::Swift => Self::Swift,
            Language::Elixir => Self::Elixir,
            _ => return None,
        })
    }

    /// Whether classes are found without an import.
    fn has_open_names(self) -> bool {
        matches!(self, Self::Jvm | Self::DotNet | Self::Ruby | Self::Php | Self::Swift | Self::Elixir)
    }

    /// Whether an import names packages, and the classes in them have names that begin with a capital.
    fn has_named_packages(self) -> bool {
        matches!(self, Self::Jvm | Self::DotNet | Self::Swift | Self::Elixir)
    }

    /// Whether a line may import something.
    fn is_import(self, line: &str) -> bool {
        match self {
            Self::Python => line.contains("import ") || line.contains("import(") || line.starts_with("from "),
            Self::Script => ["import", "require", "from "].iter().any(|word| line.contains(word)),
            Self::Go => line.contains('"'),
            Self::Ruby => ["require", "autoload", "load "].iter().any(|word| line.contains(word)),
            Self::Php => ["require", "include", "use "].iter().any(|word| line.contains(word)),
            Self::C => line.starts_with("#include") || line.starts_with("# include"),
            Self::Rust => line.contains("use ") || line.contains("mod ") || line.contains("crate::"),
            Self::Jvm | Self::Swift => line.starts_with("import "),
            Self::DotNet => line.starts_with("using ") || line.starts_with("global using "),
            Self::Elixir => ["alias ", "import ", "use ", "require "].iter().any(|word| line.starts_with(word)),
        }
    }
}

/// What a file says of others.
#[derive(Default)]
pub(super) struct Text {
    pub(super) refers: Vec<usize>,
    /// Names of functions and classes that it defines.
    pub(super) defines: BTreeSet<String>,
    /// Names that it calls.
    pub(super) calls: BTreeSet<String>,
}

/// Which files have which name.
#[derive(Default)]
pub(super) struct Names {
    by_name: BTreeMap<(Family, String), Vec<usize>>,
    by_path: BTreeMap<String, Vec<usize>>,
    by_folder: BTreeMap<String, Vec<usize>>,
    /// Of each file: the name of its folder, and the folder.
    folders: Vec<String>,
    parents: Vec<String>,
}

impl Names {
    pub(super) fn of(items: &[(&Item, Family)]) -> Self {
        let mut names = Self::default();
        for (i, &(item, family)) in items.iter().enumerate() {
            let path = item.path();
            for name in names_of(path, family) {
                names.by_name.entry((family, name)).or_default().push(i);
            }
            if family == Family::Script {
                names.by_path.entry(bare(path.as_str()).to_owned()).or_default().push(i);
            } else if family == Family::Go {
                names.by_folder.entry(path.parent().to_owned()).or_default().push(i);
            }
            names.folders.push(squeezed(path.parent().rsplit('/').next().unwrap_or_default()));
            names.parents.push(path.parent().to_owned());
        }
        names
    }

    /// What a file says of others.
    pub(super) fn read(&self, file: &SourceFile, family: Family) -> Text {
        let path = file.path();
        let mut out = BTreeSet::new();
        if family == Family::Go {
            out.extend(self.by_folder.get(path.parent()).into_iter().flatten());
        }
        let text = String::from_utf8_lossy(file.bytes());
        let (mut imported, mut defines, mut calls) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        if is_properties(path) {
            let defines = text.lines().filter_map(property).map(key_of).collect();
            return Text { defines, ..Text::default() };
        }
        // Packages and folders that tell files of one name apart.
        let mut packages: BTreeSet<String> = BTreeSet::new();
        let mut is_open = false;
        for line in text.lines() {
            let line = line.trim();
            let is_import = is_open || family.is_import(line);
            // A list of names in brackets, or an address on the next line, may go on.
            is_open = is_import
                && match family {
                    Family::Python => (is_open || line.contains('(')) && !line.contains(')') || line.ends_with('\\'),
                    Family::Script => line.ends_with('(') || line.ends_with("from"),
                    _ => false,
                };
            if is_import && family == Family::Script {
                quoted(line).for_each(|spec| self.add_script(path, spec, &mut imported, &mut out));
            } else if is_import && family == Family::Go {
                imported.extend(quoted(line).flat_map(|spec| spec.split('/')).map(squeezed));
            } else if family.has_named_packages() {
                // A class by its name; of an import the packages, and what else it names, as Kotlin's functions.
                imported.extend(words(line).filter(|word| word.starts_with(char::is_uppercase)).map(squeezed));
                if is_import {
                    packages.extend(words(line).map(squeezed));
                    calls.extend(words(line).map(str::to_owned));
                }
                if family == Family::Jvm {
                    calls.extend(quoted(line).filter(|text| property(text) == Some(text)).map(key_of));
                }
            } else if is_import || family.has_open_names() {
                let is_name = |word: &&str| is_import || word.starts_with(char::is_uppercase);
                imported.extend(words(line).filter(is_name).map(squeezed));
            }
            definitions(line, &mut defines, &mut calls);
        }
        for word in &imported {
            let Some(files) = self.by_name.get(&(family, word.clone())) else { continue };
            // The files of one package are one.
            let is_one = family == Family::Go && files.iter().all(|i| self.parents[*i] == self.parents[files[0]]);
            let is_named = |i: &&usize| {
                let folder = &self.folders[**i];
                imported.contains(folder) || packages.contains(folder) || self.parents[**i] == path.parent()
            };
            let named: Vec<usize> = if files.len() <= MAX_ALIKE || is_one {
                files.clone()
            } else {
                files.iter().filter(is_named).copied().collect()
            };
            out.extend(named.into_iter().take(if is_one { MAX_FILES } else { MAX_ALIKE }));
        }
        Text { refers: out.into_iter().collect(), defines, calls }
    }

    /// What an address of a module means: a path from the file's folder, else one from a folder that only the build knows.
    fn add_script(&self, path: &RepoPath, spec: &str, imported: &mut BTreeSet<String>, out: &mut BTreeSet<usize>) {
        if !spec.starts_with('.') {
            imported.extend(spec.split('/').map(|name| squeezed(name.split('.').next().unwrap_or(name))));
            return;
        }
        let mut parts: Vec<&str> = path.parent().split('/').filter(|p| !p.is_empty()).collect();
        for part in spec.split('/') {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()),
                part => parts.push(part),
            }
        }
        let full = parts.join("/");
        let index = if full.is_empty() { "index".to_owned() } else { format!("{full}/index") };
        for key in [full.as_str(), bare(&full), &index] {
            out.extend(self.by_path.get(key).into_iter().flatten());
        }
    }
}

/// A path without the extension of its file.
fn bare(path: &str) -> &str {
    let name = path.rfind('/').map_or(0, |at| at + 1);
    path[name..].rfind('.').filter(|at| *at > 0).map_or(path, |at| &path[..name + at])
}

/// The names by which other files import a file.
fn names_of(path: &RepoPath, family: Family) -> Vec<String> {
    let stem = path.file_name().split('.').next().unwrap_or_default();
    let folder = path.parent().rsplit('/').next().filter(|folder| !folder.is_empty());
    let names = match (stem, folder) {
        (_, Some(folder)) if family == Family::Go => vec![folder],
        ("index" | "__init__", Some(folder)) => vec![folder],
        ("mod" | "lib" | "main", Some(folder)) => vec![stem, folder],
        _ => vec![stem],
    };
    names.into_iter().map(squeezed).collect()
}

/// Words before a name that is defined.
const DEFINING: &[&str] = &[
    "def",
    "function",
    "func",
    "fn",
    "sub",
    "fun",
    "class",
    "interface",
    "trait",
    "struct",
    "object",
    "module",
    "record",
    "enum",
    "protocol",
];
/// Names of functions that everybody has.
const COMMON: &[&str] = &[
    "main",
    "init",
    "__init__",
    "constructor",
    "toString",
    "equals",
    "if",
    "for",
    "while",
    "switch",
    "catch",
    "return",
];

/// The names that a line defines and calls, as far as its words tell: `def f`, `T f(…) {`, `f = function`, `f(…)`.
fn definitions(line: &str, defines: &mut BTreeSet<String>, calls: &mut BTreeSet<String>) {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let opens = line.ends_with(['{', ')', ',', '(']) && !line.ends_with("})")
        || line.ends_with('}') && [") {", "){", ") throws "].iter().any(|form| line.contains(form));
    let mut last = "";
    let mut at = 0;
    while let Some(next) = line[at..].find(is_word) {
        at += next;
        let word = &line[at..at + line[at..].find(|c| !is_word(c)).unwrap_or(line.len() - at)];
        let behind = line[at + word.len()..].trim_start();
        let before = line[..at].trim_end();
        let is_called = behind.starts_with('(');
        let is_typed = !last.is_empty() && before.ends_with(|c| is_word(c) || matches!(c, '*' | '&' | '>' | ']' | '?'));
        let is_method = before.ends_with(')') && line.starts_with("func");
        let is_assigned = ["= function", "= async", ": function", "= ("].iter().any(|form| behind.starts_with(form));
        if !COMMON.contains(&word) {
            if DEFINING.contains(&last) || is_assigned || is_called && (is_typed && opens || is_method) {
                defines.insert(word.to_owned());
            } else if is_called || word.starts_with(char::is_uppercase) {
                calls.insert(word.to_owned());
            }
        }
        last = word;
        at += word.len();
    }
}

/// A name in one spelling: `ReportService`, `report_service` and `report-service` are one.
fn squeezed(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '_' | '-')).flat_map(char::to_lowercase).collect()
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).filter(|word| !word.is_empty())
}

/// The texts in quotes. What stands between two of them is taken for one, too: an apostrophe shifts them.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    ['"', '\'', '`'].into_iter().flat_map(|quote| {
        let parts = line.split(quote).count();
        line.split(quote).enumerate().filter(move |(i, _)| *i > 0 && i + 1 < parts).map(|(_, text)| text)
    })
}

/// Whether a file holds properties of Java.
fn is_properties(path: &RepoPath) -> bool {
    path.extension() == Some("properties")
}

/// The key that a line of properties sets.
fn property(line: &str) -> Option<&str> {
    let key = line.split(['=', ':']).next()?.trim();
    let is_key = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-');
    (!key.is_empty() && key.len() <= 100 && key.chars().all(is_key)).then_some(key)
}

/// A property among names of functions.
fn key_of(key: &str) -> String {
    format!("property {key}")
}
