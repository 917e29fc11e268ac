//! `pnpm-lock.yaml`, lockfileVersion 5 to 9.

use std::collections::{HashMap, HashSet};

use super::{List, ListedPackage, archives, integrity};
use crate::doc::{Entry, Node, Value, yaml};

/// Since version 11 pnpm writes a document of its own for itself and the configuration before that of the project
/// (pnpm.io/lockfile): each is a lock file.
pub(super) fn lock(list: &mut List<'_>) {
    list.of("npm");
    let (documents, broken) = yaml::documents(list.text);
    list.broken(broken);
    let mut all: Vec<ListedPackage> = Vec::new();
    for root in &documents {
        document(list, root);
        let before = all.len();
        for package in &mut list.packages {
            package.dependencies.iter_mut().for_each(|place| *place += before);
        }
        all.append(&mut list.packages);
    }
    list.packages = all;
}

fn document(list: &mut List<'_>, root: &Node<'_>) {
    // A word may stand behind the number: `5.4-inlineSpecifiers`.
    let number = |v: &str| v.split('-').next().and_then(|v| v.parse::<f32>().ok());
    let version = root.text_of("lockfileVersion").and_then(number).unwrap_or(6.0);
    let (said, packages) = (root.get("lockfileVersion"), root.get("packages"));
    list.expect(said.is_some() || packages.is_some(), 0, "it has neither `lockfileVersion` nor `packages`");
    list.expect_version(said, 3..=9);
    if let Some(packages) = packages {
        let empty = matches!(packages.value, Value::Null);
        list.expect(empty || packages.is_map(), packages.at, "`packages` is no map");
    }
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut by_name: HashMap<(String, String), usize> = HashMap::new();
    for Entry { key, at, node } in root.get("packages").map(Node::entries).unwrap_or_default() {
        if list.is_full() {
            break;
        }
        let (name, written) = split(key, version);
        let name = node.text_of("name").map_or(name, str::to_owned);
        let written = node.text_of("version").map_or(written, str::to_owned);
        let at_registry = archives::npm(&written);
        if name.is_empty() || name.contains(':') {
            list.fail(*at as usize, "a package without a name");
            continue;
        }
        let resolution = node.get("resolution");
        let tarball = resolution.and_then(|r| r.text_of("tarball")).unwrap_or("");
        let repository = resolution.and_then(|r| r.text_of("repo")).unwrap_or(tarball).to_owned();
        let commit = resolution.and_then(|r| r.text_of("commit")).map(str::to_owned).or_else(|| commit_of(tarball));
        let local =
            ["file:", "link:"].iter().any(|p| key.starts_with(p) || written.starts_with(p) || tarball.starts_with(p));
        places.insert(key, list.packages.len());
        by_name.insert((name.clone(), written.clone()), list.packages.len());
        let version = at_registry.as_ref().map_or(&written, |(_, version)| version);
        let package = list.add(&name, version, *at as usize);
        if let Some(commit) = commit {
            package.source = Some("git".to_owned());
            package.repository = Some(repository);
            package.commit = Some(commit);
        } else if local {
            package.source = Some("path".to_owned());
        } else if !tarball.is_empty() && written.contains("://") {
            package.source = Some("url".to_owned());
        }
        package.hashes.extend(resolution.and_then(|r| r.text_of("integrity")).and_then(integrity));
        if node.is_true("dev") {
            package.groups.push("dev".to_owned());
        }
        if node.is_true("optional") {
            package.groups.push("optional".to_owned());
        }
    }
    // Version 9 keeps dependencies apart, under names with their peers.
    let snapshots = root.get("snapshots").or_else(|| root.get("packages")).map(Node::entries).unwrap_or_default();
    let place = |name: &str, range: &str| -> Option<usize> {
        let plain = range.split('(').next().unwrap_or(range);
        [plain.to_owned(), format!("/{name}/{plain}"), format!("/{name}@{plain}"), format!("{name}@{plain}")]
            .iter()
            .find_map(|k| places.get(k.as_str()).copied())
            .or_else(|| places.get(range).copied())
            .or_else(|| by_name.get(&(name.to_owned(), plain.split('_').next().unwrap_or(plain).to_owned())).copied())
    };
    let mut edges = Vec::new();
    for Entry { key, node, .. } in snapshots {
        let plain = key.split('(').next().unwrap_or(key);
        let Some(from) = places.get(&**key).or_else(|| places.get(plain)).copied() else { continue };
        if node.is_true("optional") {
            list.packages[from].groups.push("optional".to_owned());
        }
        for kind in ["dependencies", "optionalDependencies"] {
            for wanted in node.get(kind).map(Node::entries).unwrap_or_default() {
                edges.extend(wanted.node.text().and_then(|range| place(&wanted.key, range)).map(|to| (from, to)));
            }
        }
    }
    for (from, to) in edges {
        list.packages[from].dependencies.push(to);
    }
    let importers: Vec<&Node<'_>> = match root.get("importers") {
        Some(importers) => importers.entries().iter().map(|e| &e.node).collect(),
        None => vec![root],
    };
    if root.get("packages").is_none() {
        let kinds = || ["dependencies", "devDependencies", "optionalDependencies"].into_iter();
        let asked = importers.iter().flat_map(|i| kinds().filter_map(|kind| i.get(kind))).flat_map(Node::entries);
        let version = |node: &'_ Node<'_>| node.text_of("version").or_else(|| node.text()).unwrap_or("").to_owned();
        let is_local = |v: &str| ["link:", "file:", "workspace:"].iter().any(|start| v.starts_with(start));
        let missing = asked.into_iter().find(|e| !is_local(&version(&e.node)));
        list.expect(
            missing.is_none(),
            missing.map_or(0, |e| e.at),
            "the project asks for packages, but there are none",
        );
    }
    direct(list, &importers, &place, version >= 9.0);
}

/// Marks what the importers ask for; since version 9 the groups follow from it too.
fn direct(
    list: &mut List<'_>,
    importers: &[&Node<'_>],
    place: &dyn Fn(&str, &str) -> Option<usize>,
    groups_from_graph: bool,
) {
    let kinds = [
        ("dependencies", ""),
        ("devDependencies", "dev"),
        ("optionalDependencies", "optional"),
        ("configDependencies", ""),
        ("packageManagerDependencies", ""),
    ];
    let mut roots: Vec<(usize, &str)> = Vec::new();
    let mut known = false;
    for importer in importers {
        for (kind, group) in kinds {
            for wanted in importer.get(kind).map(Node::entries).unwrap_or_default() {
                known = true;
                let range = wanted.node.text_of("version").or_else(|| wanted.node.text()).unwrap_or("");
                roots.extend(place(&wanted.key, range).map(|p| (p, group)));
            }
        }
    }
    if !known {
        return;
    }
    for package in &mut list.packages {
        package.direct = Some(false);
    }
    for (place, _) in &roots {
        list.packages[*place].direct = Some(true);
    }
    if !groups_from_graph {
        return;
    }
    let reach = |group: &str| -> HashSet<usize> {
        let mut seen = HashSet::new();
        let mut open: Vec<usize> = roots.iter().filter(|(_, g)| *g == group).map(|(p, _)| *p).collect();
        while let Some(i) = open.pop() {
            if seen.insert(i) {
                open.extend(&list.packages[i].dependencies);
            }
        }
        seen
    };
    let (production, dev, optional) = (reach(""), reach("dev"), reach("optional"));
    for (i, package) in list.packages.iter_mut().enumerate().filter(|(i, _)| !production.contains(i)) {
        if dev.contains(&i) {
            package.groups.push("dev".to_owned());
        }
        if optional.contains(&i) {
            package.groups.push("optional".to_owned());
        }
    }
}

/// Name and version of a key: `/name/1.0.0_peers` (5), `/name@1.0.0(peers)` (6), `name@1.0.0` (9).
fn split(key: &str, version: f32) -> (String, String) {
    let plain = key.split('(').next().unwrap_or(key);
    let slash = plain.starts_with('/');
    let plain = plain.strip_prefix('/').unwrap_or(plain);
    if version < 6.0 {
        if !slash {
            // `registry/name/1.0.0` or `github.com/owner/name/commit`.
            let mut parts: Vec<&str> = plain.split('/').collect();
            let last = parts.pop().unwrap_or("").to_owned();
            let name = parts.pop().unwrap_or("").to_owned();
            let name = match parts.last() {
                Some(scope) if scope.starts_with('@') => format!("{scope}/{name}"),
                _ => name,
            };
            return (name, last.split('_').next().unwrap_or("").to_owned());
        }
        let (name, rest) = plain.rsplit_once('/').unwrap_or((plain, ""));
        return (name.to_owned(), rest.split('_').next().unwrap_or("").to_owned());
    }
    // `registry.example.com/name@1.0.0`: a package of a registry that is not the default one.
    let host = plain.split_once('/').filter(|(host, _)| !slash && host.contains('.') && !host.contains(['@', ':']));
    let plain = host.map_or(plain, |(_, rest)| rest);
    let from = usize::from(plain.starts_with('@'));
    match plain.get(from..).and_then(|p| p.find('@')) {
        Some(i) => (plain[..from + i].to_owned(), plain[from + i + 1..].to_owned()),
        None => {
            let (name, rest) = plain.rsplit_once('/').unwrap_or((plain, ""));
            (name.rsplit('/').next().unwrap_or(name).to_owned(), rest.to_owned())
        }
    }
}

/// The commit of an archive's address at a hosting service.
fn commit_of(tarball: &str) -> Option<String> {
    let last = tarball.trim_end_matches(".tar.gz").rsplit(['/', '#', '=']).next()?;
    (last.len() == 40 && last.bytes().all(|b| b.is_ascii_hexdigit())).then(|| last.to_owned())
}
