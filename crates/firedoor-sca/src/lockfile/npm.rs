//! npm's own files: `package-lock.json` and `npm-shrinkwrap.json` (lockfileVersion 1 to 3).

use std::collections::HashMap;

use super::{List, ListedPackage, archives, integrity};
use crate::doc::{Entry, Node, json};

pub(super) fn package_lock(list: &mut List<'_>) {
    list.of("npm");
    let parsed = json::parse(list.text);
    list.broken(parsed.broken);
    let root = &parsed.root;
    let (packages, dependencies) = (root.get("packages"), root.get("dependencies"));
    let version = root.get("lockfileVersion");
    list.expect(root.is_map(), root.at, "the document is no object");
    list.expect_version(version, 1..=3);
    for part in [packages, dependencies].into_iter().flatten() {
        list.expect(part.is_map(), part.at, "the packages are no object");
    }
    // npm before 5 wrote no version; the first version leaves `dependencies` out where there are none.
    let old = version.is_none_or(|v| v.text() == Some("1"));
    let says = packages.is_some() || dependencies.is_some() || old && version.is_some();
    list.expect(says, root.at, "it has no `packages`");
    let empty = |node: &Node<'_>| node.entries().is_empty();
    match packages.filter(|p| p.is_map()) {
        Some(packages) if !empty(packages) || dependencies.is_none_or(empty) => flat(list, packages),
        found => {
            if let Some(packages) = found {
                list.expect(false, packages.at, "`packages` is empty, but `dependencies` is not");
            }
            if let Some(dependencies) = dependencies {
                nested(list, dependencies);
                link_nested(list, dependencies);
            }
        }
    }
}

/// Whether npm may leave the version of an entry out, because nothing was installed for it.
fn may_lack_version(entry: &Node<'_>) -> bool {
    ["optional", "devOptional", "peer", "extraneous", "ideallyInert", "inBundle", "bundled"]
        .iter()
        .any(|key| entry.is_true(key))
        // A repository need not state a version.
        || entry.text_of("resolved").is_some_and(|r| r.starts_with("git") || r.starts_with("file:"))
}

fn groups(entry: &Node<'_>, package: &mut ListedPackage) {
    let both = entry.is_true("devOptional");
    if entry.is_true("dev") || both {
        package.groups.push("dev".to_owned());
    }
    if entry.is_true("optional") || both {
        package.groups.push("optional".to_owned());
    }
}

/// Settles where a package comes from, by its `resolved` address or by a version that is an address.
fn source(package: &mut ListedPackage, resolved: &str) {
    let repository =
        ["git+", "git:", "git@", "github:", "gitlab:", "bitbucket:"].iter().any(|p| resolved.starts_with(p));
    if repository {
        package.source = Some("git".to_owned());
        package.repository = Some(resolved.to_owned());
        package.commit = resolved.rsplit_once('#').map(|(_, c)| c.to_owned()).filter(|c| !c.is_empty());
    } else if resolved.starts_with("file:") {
        package.source = Some("path".to_owned());
    }
}

/// Versions 2 and 3: one map from folder to package.
fn flat(list: &mut List<'_>, packages: &Node<'_>) {
    let mut places: HashMap<&str, usize> = HashMap::with_capacity(packages.entries().len());
    let mut listed: Vec<(&str, &Node<'_>)> = Vec::new();
    let mut roots: Vec<(&str, &Node<'_>)> = Vec::new();
    let mut local: Vec<(&str, &str, usize, &Node<'_>)> = Vec::new();
    let last: HashMap<&str, u32> = packages.entries().iter().map(|e| (&*e.key, e.at)).collect();
    for Entry { key, at, node } in packages.entries() {
        // Of a key given twice the last one counts, as in `JSON.parse`.
        if last.get(&**key).is_some_and(|last| last != at) {
            continue;
        }
        if node.is_true("link") || list.is_full() {
            continue;
        }
        let Some((_, name)) = key.rsplit_once("node_modules/") else {
            // The project itself and its workspaces or local packages.
            roots.push((key, node));
            if let (Some(version), false) = (node.text_of("version"), key.is_empty()) {
                let name = node.text_of("name").unwrap_or_else(|| key.rsplit('/').next().unwrap_or(key));
                local.push((name, version, *at as usize, node));
            }
            continue;
        };
        // An alias (`npm:`) carries the real name inside.
        let name = node.text_of("name").unwrap_or(name);
        let version = node.text_of("version").unwrap_or("");
        if version.is_empty() && !may_lack_version(node) {
            list.fail(*at as usize, "a package without a version");
        }
        places.insert(key, listed.len());
        listed.push((key, node));
        let package = list.add(name, version, *at as usize);
        groups(node, package);
        source(package, node.text_of("resolved").unwrap_or(""));
        package.hashes.extend(node.text_of("integrity").and_then(integrity));
        let license = node.get("license").and_then(|l| l.text().or_else(|| l.text_of("type")));
        package.licenses.extend(license.map(str::to_owned));
    }
    for (i, (folder, node)) in listed.iter().enumerate() {
        let found = dependency_places(folder, node, &places);
        list.packages[i].dependencies = found;
    }
    if !roots.is_empty() {
        for package in &mut list.packages {
            package.direct = Some(false);
        }
        for (folder, node) in roots {
            for place in dependency_places(folder, node, &places) {
                list.packages[place].direct = Some(true);
            }
        }
    }
    for (name, version, at, node) in local {
        let package = list.add(name, version, at);
        groups(node, package);
        package.source = Some("path".to_owned());
    }
}

/// Finds what a package in a folder gets for each of its dependencies: the nearest `node_modules` upwards.
fn dependency_places(folder: &str, node: &Node<'_>, places: &HashMap<&str, usize>) -> Vec<usize> {
    let mut found = Vec::new();
    let mut key = String::new();
    for kind in ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"] {
        for wanted in node.get(kind).map(Node::entries).unwrap_or_default() {
            let mut base = folder;
            loop {
                key.clear();
                key.push_str(base);
                if !base.is_empty() {
                    key.push('/');
                }
                key.push_str("node_modules/");
                key.push_str(&wanted.key);
                if let Some(place) = places.get(key.as_str()) {
                    found.push(*place);
                    break;
                }
                if base.is_empty() {
                    break;
                }
                base = match base.rfind("/node_modules/") {
                    Some(i) => &base[..i],
                    None if base.starts_with("node_modules/") => "",
                    None => base.rfind('/').map_or("", |i| &base[..i]),
                };
            }
        }
    }
    found
}

/// Version 1: packages within packages. The depth is bounded by the document's.
fn nested(list: &mut List<'_>, dependencies: &Node<'_>) {
    for Entry { key, at, node } in dependencies.entries() {
        if list.is_full() {
            return;
        }
        let version = node.text_of("version").unwrap_or("");
        if version.is_empty() && !may_lack_version(node) {
            list.fail(*at as usize, "a package without a version");
        }
        // `npm:real-name@1.2.3` is an alias.
        let (name, version) = match version.strip_prefix("npm:").and_then(|v| v.rsplit_once('@')) {
            Some((name, version)) => (name, version),
            None => (&**key, version),
        };
        // The address of a tarball at a registry says both.
        let at_registry = archives::npm(version);
        let (name, version) =
            at_registry.as_ref().map_or((name, version), |(name, version)| (name.as_str(), version.as_str()));
        let package = list.add(name, version, *at as usize);
        groups(node, package);
        source(package, version);
        if at_registry.is_some() || version.contains("://") {
            package.source.get_or_insert_with(|| "url".to_owned());
        }
        package.hashes.extend(node.text_of("integrity").and_then(integrity));
        if let Some(inner) = node.get("dependencies") {
            nested(list, inner);
        }
    }
}

/// Joins the `requires` of version 1 to the packages that answer them: own dependencies first, then upwards.
fn link_nested(list: &mut List<'_>, dependencies: &Node<'_>) {
    // The walk is the same as in `nested`, so that places agree.
    fn walk<'n>(
        dependencies: &'n Node<'_>,
        next: &mut usize,
        scopes: &mut Vec<HashMap<&'n str, usize>>,
        edges: &mut Vec<(usize, usize)>,
        limit: usize,
    ) {
        let mut scope = HashMap::new();
        let start = *next;
        let mut at = start;
        for entry in dependencies.entries() {
            scope.insert(&*entry.key, at);
            at += size(&entry.node);
        }
        scopes.push(scope);
        for entry in dependencies.entries() {
            if *next >= limit {
                break;
            }
            let place = *next;
            *next += 1;
            let inner = entry.node.get("dependencies");
            let own: HashMap<&str, usize> = match inner {
                Some(inner) => {
                    let mut own = HashMap::new();
                    let mut at = *next;
                    for entry in inner.entries() {
                        own.insert(&*entry.key, at);
                        at += size(&entry.node);
                    }
                    own
                }
                None => HashMap::new(),
            };
            for wanted in entry.node.get("requires").map(Node::entries).unwrap_or_default() {
                let name = &*wanted.key;
                let found = own.get(name).or_else(|| scopes.iter().rev().find_map(|s| s.get(name)));
                if let Some(found) = found {
                    edges.push((place, *found));
                }
            }
            if let Some(inner) = inner {
                walk(inner, next, scopes, edges, limit);
            }
        }
        scopes.pop();
    }
    fn size(node: &Node<'_>) -> usize {
        1 + node.get("dependencies").map_or(0, |d| d.entries().iter().map(|e| size(&e.node)).sum())
    }
    let mut edges = Vec::new();
    let limit = list.packages.len();
    walk(dependencies, &mut 0, &mut Vec::new(), &mut edges, limit);
    for (from, to) in edges {
        if from < limit && to < limit {
            list.packages[from].dependencies.push(to);
        }
    }
}
