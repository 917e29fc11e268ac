//! Maven's `pom.xml`, as far as the files at hand say: own and inherited properties, dependency management, profiles
//! that are active by default (POM reference, "Inheritance", "Dependency Management").
//!
//! Remote parents and imported bills of materials are not fetched: what only they pin has no version here.

use std::collections::{BTreeMap, BTreeSet};

use super::{List, ListedPackage};
use crate::doc::xml::{self, Element};

/// Placeholders within placeholders are followed so deep.
const MAX_EXPANSIONS: usize = 16;
/// A chain of parents is followed so far.
const MAX_PARENTS: usize = 16;

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
    at: usize,
}

pub(super) fn pom(list: &mut List<'_>) {
    let (top, broken) = xml::parse(list.text);
    list.broken(broken);
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
    list.packages = resolve(&pom, &[]);
    list.pom = Some(Box::new(pom));
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
    let name = name.strip_prefix("project.").or_else(|| name.strip_prefix("pom."))?;
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

/// The packages of a POM with its parents, nearest first.
pub(crate) fn resolve(pom: &Pom, parents: &[&Pom]) -> Vec<ListedPackage> {
    let chain: Vec<&Pom> = std::iter::once(pom).chain(parents.iter().copied()).collect();
    let mut out: Vec<ListedPackage> = Vec::new();
    let named = |d: &Dependency| format!("{}:{}", expand(&d.group, &chain), expand(&d.artifact, &chain));
    let mut managed: BTreeMap<String, &Dependency> = BTreeMap::new();
    for dependency in chain.iter().flat_map(|p| &p.managed) {
        managed.entry(named(dependency)).or_insert(dependency);
    }
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for (depth, holder) in chain.iter().enumerate() {
        for dependency in &holder.dependencies {
            let name = named(dependency);
            if !seen.insert(name.clone()) {
                continue;
            }
            let managed = managed.get(&name);
            let mut version = expand(&dependency.version, &chain);
            if version.is_empty() {
                version = managed.map(|m| expand(&m.version, &chain)).unwrap_or_default();
            }
            let scope =
                if dependency.scope.is_empty() { managed.map_or("", |m| m.scope.as_str()) } else { &dependency.scope };
            // `[1.0]` pins; other ranges do not say what is chosen.
            let exact = version.strip_prefix('[').and_then(|v| v.strip_suffix(']')).filter(|v| !v.contains(','));
            if let Some(exact) = exact {
                version = exact.to_owned();
            }
            // An entity that the parser does not know stays as written, and is no version either.
            let open = version.contains("${") || version.contains('&') || version.starts_with(['[', '(']);
            let at = if depth == 0 { dependency.at } else { pom.parent.as_ref().map_or(0, |p| p.at) };
            out.push(ListedPackage {
                ecosystem: "Maven".to_owned(),
                name,
                version: if open { String::new() } else { version },
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

/// The parents at hand, nearest first. `find` gives the POM at a path, resolved against the folder of the asking one.
pub(crate) fn parents<'p>(pom: &'p Pom, folder: &str, find: &dyn Fn(&str) -> Option<&'p Pom>) -> Vec<&'p Pom> {
    let mut out: Vec<&Pom> = Vec::new();
    let mut current = pom;
    let mut folder = folder.to_owned();
    while let Some(parent) = &current.parent {
        if out.len() >= MAX_PARENTS || parent.path.is_empty() {
            break;
        }
        let mut path = join(&folder, &parent.path);
        let mut found = find(&path);
        if found.is_none() {
            path = join(&path, "pom.xml");
            found = find(&path);
        }
        let Some(next) = found.filter(|f| f.artifact == parent.artifact && !std::ptr::eq(*f, pom)) else { break };
        out.push(next);
        folder = path.rsplit_once('/').map_or(String::new(), |(f, _)| f.to_owned());
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
