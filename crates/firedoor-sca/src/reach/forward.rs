//! Names of a crate that the project's own modules have (`use vuln::Parser;`, `pub use vuln::*;`, `extern crate vuln;`, `pub
//! type P = vuln::Parser;`), and paths through those modules that use them (`crate::http::Parser::parse`).
//!
//! Who may see a name is the compiler's to say: code that is built does not name what it may not. A module is known by its
//! place: the folder of its crate's source, and its path in it from there (the Rust reference, "Module source filenames").
//! Attributes that place a file elsewhere (`#[path]`) and modules that macros make are not followed.

use std::collections::{BTreeMap, BTreeSet};

use firedoor_core::RepoPath;

use super::{MAX_NAME, Place, Source};

/// Steps from module to module that are followed.
const MAX_STEPS: usize = 4;
/// Names that are followed.
const MAX_NAMES: usize = 1_000;

/// A crate's folder of source, and a module's path in it (`crate::a::b`).
type Module = (String, String);

/// What modules have of some crates.
#[derive(Default)]
pub(super) struct Forwards {
    /// By module: paths of the crate by the name that they have there. `*` stands for all that is in a path.
    names: BTreeMap<Module, BTreeMap<String, BTreeSet<String>>>,
    size: usize,
}

impl Forwards {
    /// What these sources have of these crates.
    pub(super) fn of<'s>(sources: impl Iterator<Item = &'s Source> + Clone, crates: &BTreeSet<String>) -> Self {
        let mut found = Self::default();
        for source in sources.clone().filter(|s| crates.iter().any(|name| s.mentions(name, s.head))) {
            let root = place_of(&source.path).0;
            for ((module, alias), paths) in &source.uses().forwards {
                let is_crate = |path: &&String| path.split("::").next().is_some_and(|first| crates.contains(first));
                for path in paths.iter().filter(is_crate) {
                    found.add((root.clone(), module.clone()), alias, path.clone());
                }
            }
        }
        for _ in 0..MAX_STEPS {
            let before = found.size;
            if before == 0 {
                break;
            }
            for source in sources.clone() {
                if !found.is_mentioned(source) {
                    continue;
                }
                let root = place_of(&source.path).0;
                for ((module, alias), paths) in &source.uses().forwards {
                    for path in paths {
                        let here = (root.clone(), module.clone());
                        if alias == "*" {
                            let there = found.names.get(&(root.clone(), path.clone())).cloned().unwrap_or_default();
                            for (alias, paths) in there {
                                paths.into_iter().for_each(|path| found.add(here.clone(), &alias, path));
                            }
                        } else {
                            found.meant(&root, path).into_iter().for_each(|path| found.add(here.clone(), alias, path));
                        }
                    }
                }
            }
            if found.size == before {
                break;
            }
        }
        found
    }

    /// Whether no module has anything.
    pub(super) fn is_empty(&self) -> bool {
        self.size == 0
    }

    /// The paths of the crate that a source uses by way of the project's modules. `libraries` are the project's own, by
    /// the name under which other crates know them, with their folder of source.
    pub(super) fn used_in(&self, source: &Source, libraries: &BTreeMap<String, String>) -> BTreeMap<String, Place> {
        let mut out: BTreeMap<String, Place> = BTreeMap::new();
        if !self.is_mentioned(source) {
            return out;
        }
        let mut add = |root: &str, path: &str, place: Place| {
            for meant in self.meant(root, path) {
                let known = out.entry(meant).or_insert(place);
                *known = place.min(*known);
            }
        };
        let uses = source.uses();
        let root = place_of(&source.path).0;
        uses.own.iter().for_each(|(path, place)| add(&root, path, *place));
        for (name, root) in libraries {
            for (path, place) in uses.names.get(name).into_iter().flatten() {
                if let Some(rest) = path.strip_prefix(name.as_str()) {
                    add(root, &format!("crate{rest}"), *place);
                }
            }
        }
        out
    }

    fn add(&mut self, module: Module, alias: &str, path: String) {
        if path.len() <= MAX_NAME
            && self.size < MAX_NAMES
            && self.names.entry(module).or_default().entry(alias.to_owned()).or_default().insert(path)
        {
            self.size += 1;
        }
    }

    /// Whether a source names something that a module has, or a module that has all of something.
    fn is_mentioned(&self, source: &Source) -> bool {
        let says = |name: &str| source.mentions(name, source.head);
        self.names.iter().any(|((_, module), names)| {
            names.keys().any(|alias| match alias.as_str() {
                "*" => says("super") || says("crate") || says(module.rsplit("::").next().unwrap_or_default()),
                alias => says(alias),
            })
        })
    }

    /// The paths of the crate that a path from the top of a crate of the project's own means.
    fn meant(&self, root: &str, path: &str) -> Vec<String> {
        let mut out = Vec::new();
        for (at, _) in path.match_indices("::") {
            let (module, rest) = (&path[..at], &path[at + 2..]);
            let Some(names) = self.names.get(&(root.to_owned(), module.to_owned())) else { continue };
            let (name, behind) = rest.split_at(rest.find("::").unwrap_or(rest.len()));
            out.extend(names.get(name).into_iter().flatten().map(|full| format!("{full}{behind}")));
            out.extend(names.get("*").into_iter().flatten().map(|full| format!("{full}::{rest}")));
        }
        out
    }
}

/// The folder of source of a file's crate, and the path of its module in it.
pub(super) fn place_of(path: &RepoPath) -> (String, Vec<String>) {
    let path = path.as_str();
    let stem = path.strip_suffix(".rs").unwrap_or(path);
    let parts: Vec<&str> = stem.split('/').collect();
    let Some(src) = parts.iter().rposition(|part| *part == "src") else {
        return (stem.to_owned(), Vec::new());
    };
    let root = parts[..=src].join("/");
    match &parts[src + 1..] {
        ["bin", program] => (format!("{root}/bin/{program}"), Vec::new()),
        [inner @ .., "mod"] => (root, inner.iter().map(|p| (*p).to_owned()).collect()),
        ["lib" | "main"] => (root, Vec::new()),
        inner => (root, inner.iter().map(|p| (*p).to_owned()).collect()),
    }
}
