//! Python: `Pipfile.lock`, `pdm.lock`, `pylock.toml` (PEP 751), `pyproject.toml`, `setup.py`.

use std::collections::HashSet;

use super::unlocked::{self, Cause};
use super::{List, archives, integrity};
use crate::doc::{Entry, Node, json, toml};
use crate::lockfile::python::{exact_version, link, python_package_tables, requirement_of};

pub(super) fn pipfile(list: &mut List<'_>) {
    list.of("PyPI");
    let parsed = json::parse(list.text);
    list.broken(parsed.broken);
    let root = &parsed.root;
    let said = ["_meta", "default", "develop"].iter().any(|key| root.get(key).is_some());
    list.expect(said, root.at, "it has neither `default` nor `develop`");
    list.expect_version(root.at_path(&["_meta", "pipfile-spec"]), 1..=6);
    let mut production: HashSet<(String, String)> = HashSet::new();
    // Besides these two, a Pipfile may have categories of any name.
    let sections = |key: &str| root.get(key).map(|node| (key == "develop", "dev", node));
    let first = ["default", "develop"].into_iter().filter_map(sections);
    let others = root.entries().iter().filter(|e| !matches!(&*e.key, "_meta" | "default" | "develop"));
    let others = others.filter(|e| e.node.is_map()).map(|e| (true, &*e.key, &e.node));
    for (grouped, group, section) in first.chain(others) {
        let group = grouped.then_some(group);
        for Entry { key, at, node } in section.entries() {
            if list.is_full() {
                return;
            }
            list.expect(node.is_map(), *at, "an entry that is no object");
            let version = node.text_of("version").or_else(|| node.text()).unwrap_or("").trim_start_matches('=');
            let version = if version == "*" { "" } else { version };
            let file = node.text_of("file").or_else(|| node.text_of("path"));
            let archive = file.filter(|_| version.is_empty()).and_then(|file| archives::python(file, Some(key)));
            let version = archive.as_ref().map_or(version, |(_, version)| version);
            // A package may stand in both sections; then production counts.
            if group.is_some() && production.contains(&(key.to_string(), version.to_owned())) {
                continue;
            }
            if group.is_none() {
                production.insert((key.to_string(), version.to_owned()));
            }
            let package = list.add(key, version, *at as usize);
            package.groups.extend(group.map(str::to_owned));
            if node.get("index").is_some() {
                package.direct = Some(true);
            }
            if node.get("git").is_some() {
                package.source = Some("git".to_owned());
                package.repository = node.text_of("git").map(str::to_owned);
                package.commit = node.text_of("ref").map(str::to_owned);
            } else if node.get("path").is_some() && archive.is_none() {
                package.source = Some("path".to_owned());
            } else if archive.is_some() || node.get("file").is_some() {
                package.source = Some("url".to_owned());
            }
            for hash in node.get("hashes").map(Node::items).unwrap_or_default() {
                package.hashes.extend(hash.text().and_then(integrity));
            }
        }
    }
}

pub(super) fn pdm(list: &mut List<'_>) {
    list.of("PyPI");
    let parsed = toml::parse(list.text);
    list.broken(parsed.broken);
    let head = parsed.root.get("metadata").is_some_and(|m| !m.entries().is_empty());
    python_package_tables(list, &parsed.root, if head { &["metadata"] } else { &[] });
    list.expect_version(parsed.root.at_path(&["metadata", "lock_version"]), 1..=4);
    let mut wanted = Vec::new();
    for node in parsed.root.get("package").map(Node::items).unwrap_or_default() {
        let Some(package) = list.named(node) else { continue };
        let groups: Vec<String> = node.get("groups").into_iter().flat_map(Node::texts).map(str::to_owned).collect();
        if !groups.is_empty() && !groups.iter().any(|g| g == "default") {
            package.groups = groups;
        }
        if node.get("git").is_some() {
            package.source = Some("git".to_owned());
            package.repository = node.text_of("git").map(str::to_owned);
            package.commit = node.text_of("revision").map(str::to_owned);
        } else if node.get("path").is_some() {
            package.source = Some("path".to_owned());
        }
        for file in node.get("files").map(Node::items).unwrap_or_default() {
            package.hashes.extend(file.text_of("hash").and_then(integrity));
        }
        let names = node.get("dependencies").into_iter().flat_map(Node::texts).map(|d| requirement_of(d).0.to_owned());
        wanted.push((list.packages.len() - 1, names.collect()));
    }
    link(list, &wanted);
}

pub(super) fn pylock(list: &mut List<'_>) {
    list.of("PyPI");
    let parsed = toml::parse(list.text);
    list.broken(parsed.broken);
    let said = ["lock-version", "packages"].iter().any(|key| parsed.root.get(key).is_some());
    list.expect(said, 0, "it has neither `lock-version` nor `packages`");
    list.expect_version(parsed.root.get("lock-version"), 1..=1);
    if let Some(packages) = parsed.root.get("packages") {
        list.expect(packages.is_list(), packages.at, "`packages` is no array of tables");
    }
    let mut wanted = Vec::new();
    for node in parsed.root.get("packages").map(Node::items).unwrap_or_default() {
        let Some(name) = node.get("name") else {
            list.fail(node.at as usize, "a package without a name");
            continue;
        };
        if list.is_full() {
            return;
        }
        if node.get("version").is_none() && node.get("directory").is_some() {
            // The project itself.
            continue;
        }
        // PEP 751 leaves the version out where a folder or repository decides it.
        // The name of an archive tells it, too.
        let files = ["archive", "sdist"].into_iter().filter_map(|key| node.get(key));
        let mut files = files.chain(node.get("wheels").map(Node::items).unwrap_or_default());
        let of_file = |file: &Node<'_>| {
            let place = ["name", "url", "path"].into_iter().find_map(|key| file.text_of(key))?;
            archives::python(place, name.text()).map(|(_, version)| version)
        };
        let version = node.text_of("version").map(str::to_owned).or_else(|| files.find_map(of_file));
        let package = list.add(name.text().unwrap_or(""), &version.unwrap_or_default(), name.at as usize);
        if let Some(vcs) = node.get("vcs") {
            package.source = Some("git".to_owned());
            package.repository = vcs.text_of("url").map(str::to_owned);
            package.commit = vcs.text_of("commit-id").map(str::to_owned);
        } else if node.get("directory").is_some() {
            package.source = Some("path".to_owned());
        } else if node.get("archive").is_some() {
            package.source = Some("url".to_owned());
        }
        let files = node.get("sdist").into_iter().chain(node.get("wheels").map(Node::items).unwrap_or_default());
        for hash in files.filter_map(|f| f.get("hashes")).flat_map(Node::entries) {
            package.hashes.extend(hash.node.text().map(|v| (hash.key.to_string(), v.to_owned())));
        }
        let names: Vec<String> = node
            .get("dependencies")
            .map(Node::items)
            .unwrap_or_default()
            .iter()
            .filter_map(|d| d.text_of("name"))
            .map(str::to_owned)
            .collect();
        wanted.push((list.packages.len() - 1, names));
    }
    link(list, &wanted);
}

/// A requirement in a manifest: an exact pin is a version; a lower bound is listed but not judged, because it is not
/// what is installed.
fn manifest_requirement(list: &mut List<'_>, text: &str, at: usize, group: Option<&str>) {
    let (name, constraint) = requirement_of(text);
    let exact = exact_version(constraint);
    let bound = || {
        let clause = constraint.split(',').map(str::trim).find(|c| c.starts_with(">=") || c.starts_with("~="));
        clause.map(|c| c.trim_start_matches(['=', '>', '~']).trim())
    };
    if exact.is_none() && !name.is_empty() {
        unlocked::unlisted(list, at, Cause::Unpinned, name);
    }
    let Some(version) = exact.or_else(bound) else { return };
    if name.is_empty() || version.is_empty() || version.contains('*') {
        return;
    }
    let package = list.add(name, version, at);
    package.direct = Some(true);
    package.groups.extend(group.map(str::to_owned));
    if exact.is_none() {
        package.source = Some("range".to_owned());
    }
}

/// `pyproject.toml` (PEP 621): dependencies, optional dependencies, dependency groups (PEP 735).
pub(super) fn pyproject(list: &mut List<'_>) {
    list.of("PyPI");
    let parsed = toml::parse(list.text);
    list.broken(parsed.broken);
    let root = &parsed.root;
    list.facts = super::direct::of_pyproject(root);
    for item in root.at_path(&["project", "dependencies"]).map(Node::items).unwrap_or_default() {
        manifest_requirement(list, item.text().unwrap_or(""), item.at as usize, None);
    }
    let groups = [root.at_path(&["project", "optional-dependencies"]), root.get("dependency-groups")];
    for group in groups.into_iter().flatten().flat_map(Node::entries) {
        for item in group.node.items() {
            manifest_requirement(list, item.text().unwrap_or(""), item.at as usize, Some(&group.key));
        }
    }
    // Those of uv and pdm for development, before there were dependency groups.
    let uv = root.at_path(&["tool", "uv", "dev-dependencies"]).map(|list| ("dev", list));
    let pdm = root.at_path(&["tool", "pdm", "dev-dependencies"]).map(Node::entries).unwrap_or_default();
    for (group, items) in uv.into_iter().chain(pdm.iter().map(|e| (&*e.key, &e.node))) {
        for item in items.items() {
            manifest_requirement(list, item.text().unwrap_or(""), item.at as usize, Some(group));
        }
    }
    // Poetry's own tables: a bare version pins.
    let Some(poetry) = root.at_path(&["tool", "poetry"]) else { return };
    let groups = poetry.get("group").map(Node::entries).unwrap_or_default().iter();
    let groups = groups.filter_map(|g| Some((Some(&*g.key), g.node.get("dependencies")?)));
    let own = [("dependencies", None), ("dev-dependencies", Some("dev"))];
    let own = own.into_iter().filter_map(|(key, group)| Some((group, poetry.get(key)?)));
    for (group, table) in own.chain(groups) {
        for Entry { key, at, node } in table.entries() {
            let version = node.text_of("version").or_else(|| node.text()).unwrap_or("").trim();
            let version = version.trim_start_matches('=').trim();
            let exact =
                version.split('.').count() >= 2 && version.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.');
            let local = node.get("path").is_some();
            if key == "python" || local || list.is_full() {
                continue;
            }
            if !exact || !version.starts_with(|c: char| c.is_ascii_digit()) {
                unlocked::unlisted(list, *at as usize, Cause::Unpinned, key);
                continue;
            }
            let package = list.add(key, version, *at as usize);
            package.direct = Some(true);
            package.groups.extend(group.map(str::to_owned));
            package.source = Some(unlocked::PIN.to_owned());
        }
    }
}

/// `setup.py`: string literals of the lists that setuptools reads. The file is never run.
pub(super) fn setup_py(list: &mut List<'_>) {
    list.of("PyPI");
    let mut at = 0;
    let mut inside = false;
    for line in list.text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let code = line.trim();
        if code.starts_with('#') {
            continue;
        }
        let keyword =
            ["install_requires", "tests_require", "setup_requires", "extras_require"].iter().any(|k| code.contains(k));
        if keyword && code.contains(['[', '{']) {
            inside = true;
        }
        if !inside {
            continue;
        }
        // The literals of the line, one quote at a time.
        let mut rest = code;
        while let Some(open) = rest.find(['\'', '"']) {
            let quote = &rest[open..=open];
            let Some(len) = rest[open + 1..].find(quote) else { break };
            let literal = &rest[open + 1..open + 1 + len];
            let behind = &rest[open + len + 2..];
            let templated = literal.contains('%') || literal.contains('{') || behind.trim_start().starts_with('.');
            let called = behind.trim_start().starts_with(':');
            if !templated && !called {
                manifest_requirement(list, literal, start + (line.len() - line.trim_start().len()), None);
            }
            rest = behind;
        }
        if code.ends_with("],") || code == "]" || code.ends_with("]") || code.ends_with("})") {
            inside = false;
        }
    }
}
