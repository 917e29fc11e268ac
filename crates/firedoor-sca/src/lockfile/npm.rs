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
    let mut places: Places<'_> = HashMap::with_capacity(packages.entries().len());
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
        let Some((holder, name)) = key.rsplit_once("node_modules/") else {
            // The project itself and its workspaces or local packages.
            roots.push((key, node));
            if let (Some(version), false) = (node.text_of("version"), key.is_empty()) {
                let name = node.text_of("name").unwrap_or_else(|| key.rsplit('/').next().unwrap_or(key));
                local.push((name, version, *at as usize, node));
            }
            continue;
        };
        places.entry(name).or_default().push((holder.trim_end_matches('/'), listed.len()));
        // An alias (`npm:`) carries the real name inside.
        let name = node.text_of("name").unwrap_or(name);
        let version = node.text_of("version").unwrap_or("");
        if version.is_empty() && !may_lack_version(node) {
            list.fail(*at as usize, "a package without a version");
        }
        listed.push((key, node));
        let package = list.add(name, version, *at as usize);
        groups(node, package);
        source(package, node.text_of("resolved").unwrap_or(""));
        package.hashes.extend(node.text_of("integrity").and_then(integrity));
        let license = node.get("license").and_then(|l| l.text().or_else(|| l.text_of("type")));
        package.licenses.extend(license.map(str::to_owned));
    }
    // The longest first: it is the nearest.
    #[expect(clippy::iter_over_hash_type, reason = "each list is put in order by itself")]
    for known in places.values_mut() {
        known.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(b.1.cmp(&a.1)));
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

/// By name: the folders that have a package of that name in their `node_modules`, with its place.
type Places<'p> = HashMap<&'p str, Vec<(&'p str, usize)>>;

/// Finds what a package in a folder gets for each of its dependencies: the nearest `node_modules` upwards.
fn dependency_places(folder: &str, node: &Node<'_>, places: &Places<'_>) -> Vec<usize> {
    let above = |at: &str| {
        at.is_empty() || folder.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let mut found = Vec::new();
    for kind in ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"] {
        for wanted in node.get(kind).map(Node::entries).unwrap_or_default() {
            let nearest = places.get(&*wanted.key).and_then(|known| known.iter().find(|(at, _)| above(at)));
            found.extend(nearest.map(|(_, place)| *place));
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
    // The walk is the same as in `nested`, so that places agree. Of each name, the places that are in sight, the nearest last.
    type Sight<'n> = HashMap<&'n str, Vec<usize>>;
    fn enter<'n>(dependencies: &'n Node<'_>, start: usize, sight: &mut Sight<'n>) {
        let mut at = start;
        for entry in dependencies.entries() {
            sight.entry(&*entry.key).or_default().push(at);
            at += size(&entry.node);
        }
    }
    fn leave<'n>(dependencies: &'n Node<'_>, sight: &mut Sight<'n>) {
        for entry in dependencies.entries() {
            if let Some(places) = sight.get_mut(&*entry.key) {
                places.pop();
            }
        }
    }
    fn walk<'n>(
        dependencies: &'n Node<'_>,
        next: &mut usize,
        sight: &mut Sight<'n>,
        edges: &mut Vec<(usize, usize)>,
        limit: usize,
    ) {
        for entry in dependencies.entries() {
            if *next >= limit {
                break;
            }
            let place = *next;
            *next += 1;
            let inner = entry.node.get("dependencies");
            if let Some(inner) = inner {
                enter(inner, *next, sight);
            }
            for wanted in entry.node.get("requires").map(Node::entries).unwrap_or_default() {
                let found = sight.get(&*wanted.key).and_then(|places| places.last());
                edges.extend(found.map(|found| (place, *found)));
            }
            if let Some(inner) = inner {
                walk(inner, next, sight, edges, limit);
                leave(inner, sight);
            }
        }
    }
    fn size(node: &Node<'_>) -> usize {
        1 + node.get("dependencies").map_or(0, |d| d.entries().iter().map(|e| size(&e.node)).sum())
    }
    let mut edges = Vec::new();
    let limit = list.packages.len();
    let mut sight = Sight::new();
    enter(dependencies, 0, &mut sight);
    walk(dependencies, &mut 0, &mut sight, &mut edges, limit);
    for (from, to) in edges {
        if from < limit && to < limit {
            list.packages[from].dependencies.push(to);
        }
    }
}
