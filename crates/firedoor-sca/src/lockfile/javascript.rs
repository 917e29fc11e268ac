//! Bun, Deno, and `package.json`.

use std::collections::HashMap;

use super::unlocked::{self, Cause};
use super::yarn::name_of;
use super::{List, archives, integrity};
use crate::doc::{Entry, Node, json};

/// `bun.lock`: a map from path to `[name@version, registry, facts, integrity]`.
pub(super) fn bun(list: &mut List<'_>) {
    list.of("npm");
    let parsed = json::parse(list.text);
    list.broken(parsed.broken);
    let packages = parsed.root.get("packages");
    let said = packages.is_some() || parsed.root.get("workspaces").is_some_and(Node::is_map);
    list.expect(said, parsed.root.at, "it has no `packages`");
    list.expect(packages.is_none_or(Node::is_map), packages.map_or(0, |p| p.at), "`packages` is no object");
    list.expect_version(parsed.root.get("lockfileVersion"), 0..=1);
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut nodes: Vec<(&str, &Node<'_>)> = Vec::new();
    for Entry { key, at, node } in parsed.root.get("packages").map(Node::entries).unwrap_or_default() {
        let Some(locator) = node.items().first().and_then(Node::text) else {
            list.fail(*at as usize, "a package without name and version");
            continue;
        };
        let name = name_of(locator);
        let version = locator.get(name.len() + 1..).unwrap_or("");
        if version.is_empty() && !locator.contains('@') {
            list.fail(*at as usize, "a package without a version");
            continue;
        }
        if list.is_full() {
            break;
        }
        let address = version;
        let commit = version.rsplit_once('#').map(|(_, c)| c.to_owned());
        let git =
            ["git+", "github:", "gitlab:", "bitbucket:", "git:", "git@", "ssh:"].iter().any(|p| version.starts_with(p));
        let local = ["workspace:", "file:", "link:", "root:", ".", "/"].iter().any(|p| version.starts_with(p));
        places.insert(key, nodes.len());
        nodes.push((key, node));
        let package = list.add(name, if git || local { "" } else { version }, *at as usize);
        if git {
            package.source = Some("git".to_owned());
            package.repository = Some(address.to_owned());
            package.commit = commit;
        } else if local {
            package.source = Some("path".to_owned());
        } else if version.contains("://") {
            let at_registry = archives::npm(version);
            package.version = at_registry.map(|(_, version)| version).unwrap_or_default();
            package.source = Some("url".to_owned());
        }
        package.hashes.extend(node.items().last().and_then(Node::text).and_then(integrity));
    }
    for (i, (key, node)) in nodes.iter().enumerate() {
        let Some(facts) = node.items().iter().find(|n| n.is_map()) else { continue };
        for kind in ["dependencies", "optionalDependencies", "peerDependencies"] {
            for wanted in facts.get(kind).map(Node::entries).unwrap_or_default() {
                let nested = format!("{key}/{}", wanted.key);
                if let Some(place) = places.get(nested.as_str()).or_else(|| places.get(&*wanted.key)) {
                    list.packages[i].dependencies.push(*place);
                }
            }
        }
    }
    let workspaces = parsed.root.get("workspaces").map(Node::entries).unwrap_or_default();
    if workspaces.is_empty() {
        return;
    }
    let (mut production, mut dev) = (Vec::new(), Vec::new());
    for workspace in workspaces {
        for kind in ["dependencies", "optionalDependencies", "devDependencies", "peerDependencies"] {
            for wanted in workspace.node.get(kind).map(Node::entries).unwrap_or_default() {
                let place = places.get(&*wanted.key).copied();
                if kind == "devDependencies" { dev.extend(place) } else { production.extend(place) }
            }
        }
    }
    for package in &mut list.packages {
        package.direct = Some(false);
    }
    for place in production.iter().chain(&dev) {
        list.packages[*place].direct = Some(true);
    }
    let reach = |list: &List<'_>, mut open: Vec<usize>| {
        let mut seen = vec![false; list.packages.len()];
        while let Some(i) = open.pop() {
            if !std::mem::replace(&mut seen[i], true) {
                open.extend(&list.packages[i].dependencies);
            }
        }
        seen
    };
    let (production, dev) = (reach(list, production), reach(list, dev));
    for (i, package) in list.packages.iter_mut().enumerate() {
        if dev[i] && !production[i] {
            package.groups.push("dev".to_owned());
        }
    }
}

/// `bun.lockb`: Bun's binary format, which Bun itself has given up. It is said where no lock file in text stands beside it.
pub(super) fn bun_binary(list: &mut List<'_>) {
    list.fail(0, "it is binary; `bun install --save-text-lockfile` writes a `bun.lock`, which can be read");
}

/// `deno.lock`, versions 2 to 5: npm packages and JSR packages.
pub(super) fn deno_lock(list: &mut List<'_>) {
    let parsed = json::parse(list.text);
    list.broken(parsed.broken);
    let root = &parsed.root;
    list.expect(root.get("version").is_some(), root.at, "it has no `version`");
    list.expect_version(root.get("version"), 1..=5);
    let old = root.get("packages");
    let mut places: HashMap<(&str, &str), usize> = HashMap::new();
    let mut wanted: Vec<(usize, &str, &Node<'_>)> = Vec::new();
    for (ecosystem, key) in [("npm", "npm"), ("JSR", "jsr")] {
        list.of(ecosystem);
        let packages = root.get(key).or_else(|| old.and_then(|o| o.get(key)));
        // Version 2 nests once more.
        let packages = packages.and_then(|p| p.get("packages")).or(packages);
        for Entry { key, at, node } in packages.map(Node::entries).unwrap_or_default() {
            if list.is_full() {
                return;
            }
            let name = name_of(key);
            let version = key.get(name.len() + 1..).unwrap_or("");
            // Peers stand behind underscores.
            let version = version.split('_').next().unwrap_or(version);
            let package = list.add(name, version, *at as usize);
            package.hashes.extend(node.text_of("integrity").and_then(integrity));
            let place = list.packages.len() - 1;
            places.insert((ecosystem, &**key), place);
            // A name alone suffices where it has one version.
            places.entry((ecosystem, name)).or_insert(place);
            wanted.extend(node.get("dependencies").map(|d| (place, ecosystem, d)));
        }
    }
    let find = |ecosystem: &str, text: &str| {
        let (ecosystem, key) = match (text.strip_prefix("npm:"), text.strip_prefix("jsr:")) {
            (Some(key), _) => ("npm", key),
            (_, Some(key)) => ("JSR", key),
            _ => (ecosystem, text),
        };
        places.get(&(ecosystem, key)).or_else(|| places.get(&(ecosystem, name_of(key)))).copied()
    };
    for (from, ecosystem, node) in wanted {
        let items =
            node.items().iter().filter_map(Node::text).chain(node.entries().iter().filter_map(|e| e.node.text()));
        let found: Vec<usize> = items.filter_map(|text| find(ecosystem, text)).collect();
        list.packages[from].dependencies.extend(found);
    }
    // What the project's own files ask for, with the version that was chosen.
    let specifiers = [Some(root), old, root.get("npm")].into_iter().flatten().find_map(|n| n.get("specifiers"));
    let Some(specifiers) = specifiers else { return };
    for package in &mut list.packages {
        package.direct = Some(false);
    }
    for Entry { key, node, .. } in specifiers.entries() {
        let Some(chosen) = node.text() else { continue };
        let ecosystem = if key.starts_with("jsr:") { "JSR" } else { "npm" };
        let name = name_of(key.split_once(':').map_or(&**key, |(_, rest)| rest));
        let place =
            find(ecosystem, &format!("{name}@{chosen}")).filter(|_| !chosen.contains(':') && !chosen.starts_with(name));
        if let Some(place) = place.or_else(|| find(ecosystem, chosen)) {
            list.packages[place].direct = Some(true);
        }
    }
}

/// `deno.json`: the import map's packages, where the range begins with a version.
pub(super) fn deno_json(list: &mut List<'_>) {
    let parsed = json::parse(list.text);
    list.broken(parsed.broken);
    for Entry { at, node, .. } in parsed.root.get("imports").map(Node::entries).unwrap_or_default() {
        let Some(address) = node.text() else { continue };
        let (ecosystem, rest) = match (address.strip_prefix("npm:"), address.strip_prefix("jsr:")) {
            (Some(rest), _) => ("npm", rest),
            (_, Some(rest)) => ("JSR", rest),
            _ => continue,
        };
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let name = name_of(rest);
        let version = rest.get(name.len() + 1..).unwrap_or("").split('/').next().unwrap_or("");
        if version.is_empty() {
            continue;
        }
        list.of(ecosystem);
        let (name, version) = if ecosystem == "JSR" {
            (name.trim_start_matches('@').to_owned(), version.to_owned())
        } else {
            (name.to_owned(), lower_bound(version))
        };
        list.add(&name, &version, *at as usize).direct = Some(true);
    }
}

/// The lowest version that a range allows: `1` is 1.0.0, `^1.2` is 1.2.0.
fn lower_bound(range: &str) -> String {
    let plain = range.trim_start_matches(['^', '~', '=', 'v', '>', ' ']);
    match plain.split('.').count() {
        1 => format!("{plain}.0.0"),
        2 => format!("{plain}.0"),
        _ => plain.to_owned(),
    }
}

/// A `package.json` names itself; its dependencies are ranges, which its lock file pins.
pub(super) fn package_json(list: &mut List<'_>) {
    list.of("npm");
    let parsed = json::parse(list.text);
    list.broken(parsed.broken);
    let root = &parsed.root;
    list.facts = super::direct::of_package_json(root);
    // Packages of Unity, and what they ask for, are not from npm; neither are extensions of editors.
    let unity = root.get("unity").is_some();
    if !unity {
        exact_pins(list, root);
    }
    let foreign = unity || root.at_path(&["engines", "vscode"]).is_some() || root.get("contributes").is_some();
    let (Some(name), Some(version)) = (root.text_of("name"), root.text_of("version")) else { return };
    if foreign || name.is_empty() || version.is_empty() {
        return;
    }
    let at = root.entries().iter().find(|e| e.key == "name").map_or(0, |e| e.at as usize);
    let package = list.add(name, version, at);
    let license = root.get("license").and_then(|l| l.text().or_else(|| l.text_of("type")));
    package.licenses.extend(license.map(str::to_owned));
    package.source = Some("path".to_owned());
}

/// Requirements that name one version. Without a lock file they say what is installed; the others are only counted.
fn exact_pins(list: &mut List<'_>, root: &Node<'_>) {
    for (kind, group) in
        [("dependencies", None), ("devDependencies", Some("dev")), ("optionalDependencies", Some("optional"))]
    {
        for Entry { key, at, node } in root.get(kind).map(Node::entries).unwrap_or_default() {
            let Some(range) = node.text() else { continue };
            // Folders, and members of the workspace.
            if is_local(range) || list.is_full() {
                continue;
            }
            let at_registry = archives::npm(range);
            // `npm:real-name@1.2.3` is an alias.
            let (name, range) = match (&at_registry, range.strip_prefix("npm:").and_then(|r| r.rsplit_once('@'))) {
                (Some((name, version)), _) => (name.as_str(), version.as_str()),
                (None, Some((name, range))) => (name, range),
                (None, None) => (&**key, range),
            };
            let version = range.trim().trim_start_matches(['=', 'v']);
            let numbers = version.split(['-', '+']).next().unwrap_or("");
            let exact = numbers.split('.').count() == 3
                && numbers.split('.').all(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
                && !version.contains([' ', '|']);
            if !exact {
                let git = range.contains(['/', ':']);
                let cause =
                    if range.contains("://") && !range.starts_with("git") { Cause::Address } else { Cause::Unpinned };
                unlocked::unlisted(list, *at as usize, if git { cause } else { Cause::Unpinned }, name);
                continue;
            }
            let package = list.add(name, version, *at as usize);
            package.direct = Some(true);
            package.groups.extend(group.map(str::to_owned));
            package.source = Some(unlocked::PIN.to_owned());
        }
    }
}

/// Whether a requirement of a `package.json` is a folder, an archive on disk, or a member of the workspace.
fn is_local(range: &str) -> bool {
    ["file:", "link:", "portal:", "workspace:", ".", "/", "~/"].iter().any(|start| range.starts_with(start))
}

/// The same in an installed tree, where it is a package like any other.
pub(super) fn installed_package_json(list: &mut List<'_>) {
    package_json(list);
    list.facts.clear();
    list.unjudged = unlocked::Unjudged::default();
    list.packages.retain(|p| p.source.as_deref() != Some(unlocked::PIN));
    for package in &mut list.packages {
        package.source = None;
    }
}
