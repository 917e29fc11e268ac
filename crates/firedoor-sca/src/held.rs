//! What keeps a transitive package at its version: the requirements of the packages that depend on it, as npm's and yarn's
//! lock files copy them.
//!
//! Where all of them admit the fixed version, the lock file's entry alone needs an upgrade; where one does not, the
//! dependency that asks for it must move, or be overridden. Which release of it asks for less stands in no lock file.

use std::collections::BTreeSet;

use firedoor_core::SourceFile;

use crate::fix::admits;
use crate::lockfile::{ListedFile, ListedPackage};

/// Bytes of one entry that are looked through.
const MAX_ENTRY: usize = 64 << 10;

/// Whether an upgrade of a lock file's entry is admitted by all who need the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    /// All requirements admit it.
    Free,
    /// The first that does not, as `name version asks for requirement`.
    By(String),
}

/// Who asks for what in a lock file: pairs of the package that is asked for and the one that asks, sorted.
pub(crate) struct Dependents(Vec<(usize, usize)>);

impl Dependents {
    pub(crate) fn of(file: &ListedFile) -> Self {
        let pairs = |(from, p): (usize, &ListedPackage)| p.dependencies.iter().map(move |to| (*to, from)).collect();
        let mut all: Vec<(usize, usize)> =
            file.packages.iter().enumerate().flat_map(|p| -> Vec<_> { pairs(p) }).collect();
        all.sort_unstable();
        Self(all)
    }

    /// Those that ask for a package at one of these places, in the file's order.
    fn on(&self, places: &[usize]) -> BTreeSet<usize> {
        let mut out = BTreeSet::new();
        for place in places {
            let first = self.0.partition_point(|(to, _)| to < place);
            out.extend(self.0[first..].iter().take_while(|(to, _)| to == place).map(|(_, from)| *from));
        }
        out
    }
}

/// What those who ask for a package at `places` say to an upgrade; `None` where the file does not tell.
pub(crate) fn held(
    source: &SourceFile,
    file: &ListedFile,
    dependents: &Dependents,
    places: &[usize],
    to: &str,
) -> Option<Held> {
    let entry = match file.format {
        "package-lock.json" => json_requirement,
        "yarn.lock" => yarn_requirement,
        _ => return None,
    };
    let name = &file.packages.get(*places.first()?)?.name;
    let mut any = false;
    if places.iter().filter_map(|i| file.packages.get(*i)).any(|p| p.direct == Some(true)) {
        // What the project itself asks for: another requirement than that is the project's own to change.
        if !own_requirements(source, file, places)?.iter().all(|own| admits(own, to) == Some(true)) {
            return None;
        }
        any = true;
    }
    for dependent in dependents.on(places).into_iter().filter_map(|i| file.packages.get(i)) {
        let requirement = entry(entry_text(source, file, dependent)?, name)?;
        if !admits(requirement, to)? {
            let ListedPackage { name, version, .. } = dependent;
            return Some(Held::By(format!("{name} {version}, which asks for {requirement}")));
        }
        any = true;
    }
    any.then_some(Held::Free)
}

/// What the project asks for: in npm's files its own entry stands before all others; yarn's entries begin with all that is
/// asked of them.
fn own_requirements<'s>(source: &'s SourceFile, file: &ListedFile, places: &[usize]) -> Option<Vec<&'s str>> {
    let package = file.packages.get(*places.first()?)?;
    if file.format == "yarn.lock" {
        let header = entry_text(source, file, package)?.lines().next()?.trim_end_matches(':').trim_matches('"');
        let asked = header.split(", ").map(|one| {
            let range = one.trim_matches('"').strip_prefix(&package.name)?.strip_prefix('@')?;
            Some(range.strip_prefix("npm:").unwrap_or(range))
        });
        return asked.collect();
    }
    // Members of a workspace have entries of their own, of which not all can be told from others.
    let members = file.packages.iter().any(|p| p.source.as_deref() == Some("path"));
    let head = source.bytes().get(..file.packages.first()?.span.start as usize)?;
    let head = std::str::from_utf8(head.get(head.len().saturating_sub(MAX_ENTRY)..)?).ok()?;
    (!members).then(|| json_requirement(head, &package.name).map(|own| vec![own]))?
}

/// From an entry's first byte to the next entry's: these lock files are listed in the order of their text. `None` where
/// entries share a line.
fn entry_text<'s>(source: &'s SourceFile, file: &ListedFile, package: &ListedPackage) -> Option<&'s str> {
    let start = package.span.start;
    let own = file.packages.partition_point(|p| p.span.start < start);
    let next = file.packages.partition_point(|p| p.span.start <= start);
    if next - own != 1 {
        return None;
    }
    let end = file.packages.get(next).map_or(source.bytes().len(), |p| p.span.start as usize);
    let start = start as usize;
    let end = end.min(start.saturating_add(MAX_ENTRY));
    let bytes = source.bytes().get(start..end)?;
    // The cut may fall into a character.
    std::str::from_utf8(bytes).or_else(|e| std::str::from_utf8(&bytes[..e.valid_up_to()])).ok()
}

/// `"name": "requirement"`.
fn json_requirement<'t>(entry: &'t str, name: &str) -> Option<&'t str> {
    // The entry's own name stands at its beginning, as a key with an object.
    let key = format!("\"{name}\"");
    let values = entry.match_indices(&key).map(|(at, _)| entry[at + key.len()..].trim_start());
    let mut texts = values.filter_map(|v| v.strip_prefix(':')?.trim_start().strip_prefix('"')?.split('"').next());
    texts.next()
}

/// `name "requirement"` (version 1) or `name: "npm:requirement"` (berry), on a line of its own.
fn yarn_requirement<'t>(entry: &'t str, name: &str) -> Option<&'t str> {
    entry.lines().skip(1).find_map(|line| {
        let line = line.trim();
        let rest = match line.strip_prefix('"') {
            Some(quoted) => quoted.strip_prefix(name)?.strip_prefix('"')?,
            None => line.strip_prefix(name)?,
        };
        let rest = rest.strip_prefix(':').unwrap_or(rest).strip_prefix(' ')?.trim().trim_matches('"');
        Some(rest.strip_prefix("npm:").unwrap_or(rest))
    })
}

#[cfg(test)]
mod tests {
    use firedoor_core::{Origin, RepoPath};

    use super::*;

    fn check(path: &str, text: &str, to: &str) -> Option<Held> {
        let file = SourceFile::new(RepoPath::new(path), Origin::WorkTree, text.as_bytes().to_vec());
        let listed = crate::list_project([&file]).remove(0);
        let places: Vec<usize> = (0..listed.packages.len()).filter(|i| listed.packages[*i].name == "deep").collect();
        held(&file, &listed, &Dependents::of(&listed), &places, to)
    }

    #[test]
    fn requirements_of_dependents_decide() {
        let npm = "{\n\"lockfileVersion\": 3,\n\"packages\": {\n\"\": {\"dependencies\": {\"a\": \"1\"}},\n\"node_modules/a\": {\n\"version\": \"1.0.0\", \"dependencies\": {\"deep\": \"^2.1.0 || 4\", \"b\": \"*\"}},\n\"node_modules/b\": {\n\"version\": \"1.0.0\", \"dependencies\": {\"deep\": \"~2.1.0\"}},\n\"node_modules/deep\": {\n\"version\": \"2.1.0\"}}}";
        assert_eq!(check("package-lock.json", npm, "2.1.7"), Some(Held::Free));
        let by = |to: &str, who: &str| assert_eq!(check("package-lock.json", npm, to), Some(Held::By(who.to_owned())));
        by("2.2.0", "b 1.0.0, which asks for ~2.1.0");
        by("4.0.1", "b 1.0.0, which asks for ~2.1.0");
        by("3.0.0", "a 1.0.0, which asks for ^2.1.0 || 4");
        // Entries of one line cannot be told apart.
        assert_eq!(check("package-lock.json", &npm.replace('\n', ""), "2.2.0"), None);
    }

    #[test]
    fn what_the_project_asks_for_decides_of_its_own() {
        let npm = |own: &str| {
            format!(
                "{{\n\"lockfileVersion\": 3,\n\"packages\": {{\n\"\": {{\"dependencies\": {{\"deep\": \"{own}\", \"b\": \"1\"}}}},\n\"node_modules/b\": {{\n\"version\": \"1.0.0\", \"dependencies\": {{\"deep\": \"~2.1.0\"}}}},\n\"node_modules/deep\": {{\n\"version\": \"2.1.0\"}}}}}}"
            )
        };
        assert_eq!(check("package-lock.json", &npm("^2.0.0"), "2.1.7"), Some(Held::Free));
        assert_eq!(check("package-lock.json", &npm("2.1.0"), "2.1.7"), None);
        assert_eq!(
            check("package-lock.json", &npm("^2.0.0"), "2.2.0"),
            Some(Held::By("b 1.0.0, which asks for ~2.1.0".to_owned()))
        );
    }

    #[test]
    fn yarn_of_both_kinds() {
        let one = "# yarn lockfile v1\n\n\na@^1.0.0:\n  version \"1.1.0\"\n  dependencies:\n    deep \"^2.0.0\"\n\ndeep@^2.0.0:\n  version \"2.0.1\"\n";
        assert_eq!(check("yarn.lock", one, "2.5.0"), Some(Held::Free));
        assert_eq!(check("yarn.lock", one, "3.0.0"), Some(Held::By("a 1.1.0, which asks for ^2.0.0".to_owned())));
        let berry = "__metadata:\n  version: 8\n\n\"a@npm:^1.0.0\":\n  version: 1.0.3\n  resolution: \"a@npm:1.0.3\"\n  dependencies:\n    deep: \"npm:~2.0.0\"\n\n\"deep@npm:~2.0.0\":\n  version: 2.0.1\n  resolution: \"deep@npm:2.0.1\"\n";
        assert_eq!(check("yarn.lock", berry, "2.0.9"), Some(Held::Free));
        assert_eq!(check("yarn.lock", berry, "2.1.0"), Some(Held::By("a 1.0.3, which asks for ~2.0.0".to_owned())));
        assert_eq!(check("Gemfile.lock", "GEM\n  specs:\n    a (1)\n      deep (~> 2)\n    deep (2)\n", "3"), None);
    }
}
