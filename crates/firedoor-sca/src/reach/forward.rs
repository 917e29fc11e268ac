//! Names of a crate that the project's own modules hand on (`pub use vuln::Parser;`, `pub type P = vuln::Parser;`), and
//! paths through those modules that use them (`crate::http::Parser::parse`).
//!
//! A module is known by the name under which it hands something on: which module a path means is not resolved, except
//! for what is handed on as a whole (`pub use vuln::*`), where the module must stand before the name.

use std::collections::{BTreeMap, BTreeSet};

use super::{MAX_NAME, Place, Source};

/// Steps from module to module that are followed.
const MAX_STEPS: usize = 4;
/// Names that are followed, and paths for each of them.
const MAX_NAMES: usize = 256;

/// What modules hand on of some crates.
#[derive(Default)]
pub(super) struct Forwards {
    /// Paths of the crate by the name that they get.
    names: BTreeMap<String, BTreeSet<String>>,
    /// Modules that hand on all that is in a path of the crate, with that path.
    open: BTreeSet<(String, String)>,
}

impl Forwards {
    /// What these sources hand on of these crates.
    pub(super) fn of<'s>(sources: impl Iterator<Item = &'s Source> + Clone, crates: &BTreeSet<String>) -> Self {
        let mut found = Self::default();
        for source in sources.clone().filter(|s| crates.iter().any(|name| s.mentions(name, s.head))) {
            for (alias, paths) in &source.uses().forwards {
                let is_crate = |path: &&String| path.split("::").next().is_some_and(|first| crates.contains(first));
                for path in paths.iter().filter(is_crate) {
                    found.add(source, alias, path.clone());
                }
            }
        }
        for _ in 0..MAX_STEPS {
            let before = found.size();
            if before == 0 {
                break;
            }
            for source in sources.clone() {
                if !found.is_mentioned(source) {
                    continue;
                }
                for (alias, path) in
                    source.uses().forwards.iter().flat_map(|(a, paths)| paths.iter().map(move |p| (a, p)))
                {
                    if alias == "*" {
                        let module = path.rsplit("::").next().unwrap_or_default();
                        let open: Vec<String> =
                            found.open.iter().filter(|(of, _)| of == module).map(|(_, path)| path.clone()).collect();
                        open.into_iter().for_each(|path| found.add(source, "*", path));
                    } else {
                        found.meant(path).into_iter().for_each(|path| found.add(source, alias, path));
                    }
                }
            }
            if found.size() == before {
                break;
            }
        }
        found
    }

    /// Whether nothing is handed on.
    pub(super) fn is_empty(&self) -> bool {
        self.size() == 0
    }

    /// The paths of the crate that a source uses by way of the project's modules.
    pub(super) fn used_in(&self, source: &Source) -> BTreeMap<String, Place> {
        let mut out: BTreeMap<String, Place> = BTreeMap::new();
        if !self.is_mentioned(source) {
            return out;
        }
        for (path, place) in &source.uses().own {
            for meant in self.meant(path) {
                out.entry(meant).and_modify(|known| *known = place.min(known).to_owned()).or_insert(*place);
            }
        }
        out
    }

    fn size(&self) -> usize {
        self.names.values().map(BTreeSet::len).sum::<usize>() + self.open.len()
    }

    fn add(&mut self, source: &Source, alias: &str, path: String) {
        if path.len() > MAX_NAME || self.size() >= MAX_NAMES {
            return;
        }
        if alias == "*" {
            self.open.insert((module_of(source), path));
        } else {
            self.names.entry(alias.to_owned()).or_default().insert(path);
        }
    }

    /// Whether a source names something that is handed on, or a module that hands on a whole.
    fn is_mentioned(&self, source: &Source) -> bool {
        let modules = self.open.iter().map(|(module, _)| module);
        self.names.keys().chain(modules).any(|name| source.mentions(name, source.head))
    }

    /// The paths of the crate that a path through the project's own modules means.
    fn meant(&self, path: &str) -> Vec<String> {
        let mut out = Vec::new();
        let mut before = "";
        for (at, part) in path.split("::").scan(0, |at, part| {
            let here = *at;
            *at += part.len() + 2;
            Some((here, part))
        }) {
            let rest = path.get(at + part.len()..).unwrap_or_default();
            if !before.is_empty() {
                out.extend(self.names.get(part).into_iter().flatten().map(|full| format!("{full}{rest}")));
                let open = self.open.iter().filter(|(module, _)| module == before);
                out.extend(open.map(|(_, full)| format!("{full}::{part}{rest}")));
            }
            before = part;
        }
        out
    }
}

/// The name of the module that a file is; `crate` for the top of one.
fn module_of(source: &Source) -> String {
    let path = source.path.as_str();
    let stem = path.strip_suffix(".rs").unwrap_or(path);
    let stem = stem.strip_suffix("/mod").unwrap_or(stem);
    match stem.rsplit('/').next().unwrap_or(stem) {
        "lib" | "main" => "crate".to_owned(),
        name => name.to_owned(),
    }
}
