//! Maven's `pom.xml`, as far as the files at hand say: own and inherited properties, dependency management, profiles
//! that are active by default (POM reference, "Inheritance", "Dependency Management").
//!
//! Parents and imported bills of materials count where they are at hand. Remote ones are not fetched: what only they pin
//! has no version here.

use std::collections::{BTreeMap, BTreeSet};

use super::{List, ListedPackage};
use crate::doc::xml::{self, Element};

/// Placeholders within placeholders are followed so deep.
const MAX_EXPANSIONS: usize = 16;
/// A chain of parents, or of imports, is followed so far.
const MAX_PARENTS: usize = 16;
/// More imports of one POM, with those that they import, are not read.
const MAX_IMPORTS: usize = 64;

/// What a POM says, before its parents are known.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pom {
    pub(crate) group: String,
    pub(crate) artifact: String,
    version: String,
    parent: Option<Parent>,
    properties: BTreeMap<String, String>,
    managed: Vec<Dependency>,
    dependencies: Vec<Dependency>,
}

impl Pom {
    /// Whether it takes versions from another POM that is not its parent.
    pub(crate) fn imports(&self) -> bool {
        self.managed.iter().any(|d| d.scope == "import")
    }
}

#[derive(Clone, Debug, Default)]
struct Parent {
    group: String,
    artifact: String,
    version: String,
    /// `../pom.xml` unless the POM says otherwise; empty means the repository only.
    path: String,
    at: usize,
}

#[derive(Clone, Debug, Default)]
struct Dependency {
    group: String,
    artifact: String,
    version: String,
    scope: String,
    /// What tells it from others of the same name: type and classifier.
    kind: (String, String),
    at: usize,
}

/// The POMs of a project.
pub(crate) struct Poms<'p> {
    by_path: BTreeMap<&'p str, &'p Pom>,
    /// By group and artifact; with the folder.
    by_name: BTreeMap<(String, &'p str), Vec<(&'p str, &'p Pom)>>,
}

impl<'p> Poms<'p> {
    pub(crate) fn new(poms: impl Iterator<Item = (&'p str, &'p Pom)>) -> Self {
        let mut all = Self { by_path: poms.collect(), by_name: BTreeMap::new() };
        for (path, pom) in &all.by_path {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let name = (expand(&pom.group, &[pom]), pom.artifact.as_str());
            all.by_name.entry(name).or_default().push((folder, *pom));
        }
        all
    }

    pub(crate) fn len(&self) -> usize {
        self.by_path.len()
    }

    /// The POM of these coordinates, with its folder.
    fn named(&self, group: &str, artifact: &str, version: &str) -> Option<(&'p str, &'p Pom)> {
        let found = self.by_name.get(&(group.to_owned(), artifact))?;
        found.iter().find(|(_, pom)| expand(&pom.version, &[pom]) == version).copied()
    }
}

pub(super) fn pom(list: &mut List<'_>) {
    let (top, broken) = xml::parse(list.text);
    list.broken(broken);
    list.expect(top.name == "project", 0, "it is no project");
    let mut pom = Pom::default();
    let text = |element: &Element<'_>, name: &str| element.text_of(name).unwrap_or("").to_owned();
    if let Some(parent) = top.child("parent") {
        let path = parent.child("relativePath").map_or("../pom.xml".to_owned(), |p| p.text.to_string());
        pom.parent = Some(Parent {
            group: text(parent, "groupId"),
            artifact: text(parent, "artifactId"),
            version: text(parent, "version"),
            path,
            at: parent.at,
        });
    }
    let inherited = |own: String, parent: fn(&Parent) -> &String| match (&pom.parent, own.is_empty()) {
        (Some(p), true) => parent(p).clone(),
        _ => own,
    };
    (pom.group, pom.version) =
        (inherited(text(&top, "groupId"), |p| &p.group), inherited(text(&top, "version"), |p| &p.version));
    pom.artifact = text(&top, "artifactId");
    read(&top, &mut pom);
    for profile in top.child("profiles").map(|p| p.children.as_slice()).unwrap_or_default() {
        if profile.child("activation").and_then(|a| a.text_of("activeByDefault")) == Some("true") {
            read(profile, &mut pom);
        }
    }
    list.packages = resolve(&pom, &[], &Poms::new(std::iter::empty()));
    list.pom = Some(Box::new(pom));
}

/// The byte at which a POM's own dependency management writes a version down for a package, literally.
pub(crate) fn managed_version(file: &firedoor_core::SourceFile, package: &str, version: &str) -> Option<usize> {
    let text = std::str::from_utf8(file.bytes()).ok()?;
    let (group, artifact) = package.split_once(':')?;
    let (top, _) = xml::parse(text);
    let profiles = top.child("profiles").map(|p| p.children.as_slice()).unwrap_or_default();
    let holders =
        std::iter::once(&top).chain(profiles).filter_map(|h| h.child("dependencyManagement")?.child("dependencies"));
    let named = |d: &&Element<'_>| {
        d.text_of("artifactId") == Some(artifact)
            && d.text_of("groupId").is_some_and(|g| g == group || g.starts_with("${"))
            && d.text_of("version") == Some(version)
    };
    let mut found = holders.flat_map(|h| h.all("dependency")).filter(named);
    // Of several that say the same none is the one.
    let (Some(dependency), None) = (found.next(), found.next()) else { return None };
    let at = dependency.child("version")?.at;
    let rest = text.get(at..)?;
    let open = rest.find('>')? + 1;
    let blank = rest[open..].len() - rest[open..].trim_start().len();
    rest[open + blank..].starts_with(version).then_some(at + open + blank)
}

fn read(element: &Element<'_>, pom: &mut Pom) {
    for property in element.child("properties").map(|p| p.children.as_slice()).unwrap_or_default() {
        pom.properties.insert(property.name.to_owned(), property.text.to_string());
    }
    let list = |holder: Option<&Element<'_>>| -> Vec<Dependency> {
        let children = holder.and_then(|h| h.child("dependencies")).map(|d| d.children.as_slice()).unwrap_or_default();
        children
            .iter()
            .filter(|d| d.name == "dependency")
            .map(|d| {
                let text = |name: &str| d.text_of(name).unwrap_or("").to_owned();
                Dependency {
                    group: text("groupId"),
                    artifact: text("artifactId"),
                    version: text("version"),
                    scope: text("scope"),
                    kind: (d.text_of("type").unwrap_or("jar").to_owned(), text("classifier")),
                    at: d.at,
                }
            })
            .collect()
    };
    pom.managed.extend(list(element.child("dependencyManagement")));
    pom.dependencies.extend(list(Some(element)));
}

/// Puts property values in; what no file at hand sets stays as written.
fn expand(text: &str, chain: &[&Pom]) -> String {
    let mut out = text.to_owned();
    for _ in 0..MAX_EXPANSIONS {
        let Some(start) = out.find("${") else { break };
        let Some(end) = out[start..].find('}').map(|e| start + e) else { break };
        let Some(value) = property(out[start + 2..end].trim(), chain) else { break };
        out = format!("{}{value}{}", &out[..start], &out[end + 1..]);
        if out.len() > 4_000 {
            break;
        }
    }
    out
}

fn property(name: &str, chain: &[&Pom]) -> Option<String> {
    if let Some(value) = chain.iter().find_map(|p| p.properties.get(name)) {
        return Some(value.clone());
    }
    let own = chain.first()?;
    // Older POMs write `${pom.version}`, `${version}` and `${parent.version}`.
    let name = name.strip_prefix("project.").or_else(|| name.strip_prefix("pom.")).unwrap_or(name);
    let parent = |f: fn(&Parent) -> &String| own.parent.as_ref().map(|p| f(p).clone());
    match name {
        "version" => Some(own.version.clone()),
        "groupId" => Some(own.group.clone()),
        "artifactId" => Some(own.artifact.clone()),
        "parent.version" => parent(|p| &p.version),
        "parent.groupId" => parent(|p| &p.group),
        _ => None,
    }
    .filter(|v| !v.contains(&format!("${{project.{name}}}")))
}

/// What tells a dependency from others: group, artifact, type and classifier.
type Key = (String, String, String);

fn key_of(dependency: &Dependency, chain: &[&Pom]) -> Key {
    let name = format!("{}:{}", expand(&dependency.group, chain), expand(&dependency.artifact, chain));
    (name, expand(&dependency.kind.0, chain), expand(&dependency.kind.1, chain))
}

/// Versions and scopes that a chain of POMs decides for dependencies: its own before what it imports.
fn managed(chain: &[&Pom], poms: &Poms<'_>, depth: usize, imports: &mut usize) -> BTreeMap<Key, (String, String)> {
    let mut out: BTreeMap<Key, (String, String)> = BTreeMap::new();
    let all = || chain.iter().flat_map(|p| &p.managed);
    for dependency in all().filter(|d| d.scope != "import") {
        out.entry(key_of(dependency, chain))
            .or_insert_with(|| (expand(&dependency.version, chain), dependency.scope.clone()));
    }
    for import in all().filter(|d| d.scope == "import" && d.kind.0 == "pom") {
        if depth >= MAX_PARENTS || *imports >= MAX_IMPORTS {
            break;
        }
        let at = |text: &str| expand(text, chain);
        let Some((folder, bom)) = poms.named(&at(&import.group), &at(&import.artifact), &at(&import.version)) else {
            continue;
        };
        *imports += 1;
        let inner: Vec<&Pom> = std::iter::once(bom).chain(parents(bom, folder, poms)).collect();
        for (key, value) in managed(&inner, poms, depth + 1, imports) {
            out.entry(key).or_insert(value);
        }
    }
    out
}

/// The packages of a POM with its parents, nearest first.
pub(crate) fn resolve(pom: &Pom, parents: &[&Pom], poms: &Poms<'_>) -> Vec<ListedPackage> {
    let chain: Vec<&Pom> = std::iter::once(pom).chain(parents.iter().copied()).collect();
    let mut out: Vec<ListedPackage> = Vec::new();
    let managed = managed(&chain, poms, 0, &mut 0);
    let mut seen: BTreeSet<Key> = BTreeSet::new();
    let mut listed: BTreeSet<(String, String)> = BTreeSet::new();
    for (depth, holder) in chain.iter().enumerate() {
        for dependency in &holder.dependencies {
            let key = key_of(dependency, &chain);
            let managed = managed.get(&key);
            if !seen.insert(key.clone()) {
                continue;
            }
            let name = key.0;
            let mut version = expand(&dependency.version, &chain);
            if version.is_empty() {
                version = managed.map(|(version, _)| version.clone()).unwrap_or_default();
            }
            let scope =
                if dependency.scope.is_empty() { managed.map_or("", |(_, scope)| scope) } else { &dependency.scope };
            // `[1.0]` pins; other ranges do not say what is chosen.
            let exact = version.strip_prefix('[').and_then(|v| v.strip_suffix(']')).filter(|v| !v.contains(','));
            if let Some(exact) = exact {
                version = exact.to_owned();
            }
            // An entity that the parser does not know stays as written, and is no version either.
            let open = version.contains("${") || version.contains('&') || version.starts_with(['[', '(']);
            let version = if open { String::new() } else { version };
            // The same package in several classifiers is one.
            if !listed.insert((name.clone(), version.clone())) {
                continue;
            }
            let at = if depth == 0 { dependency.at } else { pom.parent.as_ref().map_or(0, |p| p.at) };
            out.push(ListedPackage {
                ecosystem: "Maven".to_owned(),
                name,
                version,
                span: firedoor_core::Span::new(at, at),
                groups: if matches!(scope, "test" | "provided") { vec![scope.to_owned()] } else { Vec::new() },
                direct: Some(true),
                // The parent's own file answers for what it hands down.
                source: (depth > 0).then(|| "inherited".to_owned()),
                ..ListedPackage::default()
            });
        }
    }
    out
}

/// The parents at hand of a POM in a folder, nearest first: by path, else by their coordinates.
pub(crate) fn parents<'p>(pom: &'p Pom, folder: &str, poms: &Poms<'p>) -> Vec<&'p Pom> {
    let mut out: Vec<&Pom> = Vec::new();
    let mut current = pom;
    let mut folder = folder.to_owned();
    while let Some(parent) = &current.parent {
        if out.len() >= MAX_PARENTS {
            break;
        }
        let path = join(&folder, &parent.path);
        let fits = |found: &&Pom| found.artifact == parent.artifact;
        let found = [path.clone(), join(&path, "pom.xml")]
            .into_iter()
            .filter(|_| !parent.path.is_empty())
            .find_map(|path| Some((path.clone(), *poms.by_path.get(path.as_str())?)))
            .filter(|(_, found)| fits(found))
            .map(|(path, found)| (path.rsplit_once('/').map_or(String::new(), |(f, _)| f.to_owned()), found))
            .or_else(|| {
                let (folder, found) = poms.named(&parent.group, &parent.artifact, &parent.version)?;
                Some((folder.to_owned(), found))
            });
        let Some((next_folder, next)) = found.filter(|(_, found)| !std::ptr::eq(*found, pom)) else { break };
        out.push(next);
        folder = next_folder;
        current = next;
    }
    out
}

/// A relative path against a folder, without `.` and `..`.
pub(crate) fn join(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|p| !p.is_empty()).collect();
    for part in path.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
