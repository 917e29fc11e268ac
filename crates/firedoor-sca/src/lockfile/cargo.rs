//! `Cargo.lock` (cargo's `cargo_lock` encoding, versions 1 to 4) and `Cargo.toml`.

use std::collections::HashMap;

use super::List;
use super::unlocked::{self, Cause};
use crate::doc::{Node, toml};

const REGISTRIES: &[&str] =
    &["registry+https://github.com/rust-lang/crates.io-index", "sparse+https://index.crates.io/"];

pub(super) fn lock(list: &mut List<'_>) {
    list.of("crates.io");
    let parsed = toml::parse(list.text);
    list.broken(parsed.broken);
    let root = &parsed.root;
    let said = ["version", "package", "root"].iter().any(|key| root.get(key).is_some());
    list.expect(said, 0, "it has neither a version nor packages");
    list.expect_version(root.get("version"), 1..=4);
    if let Some(packages) = root.get("package") {
        list.expect(packages.is_list(), packages.at, "`package` is no array of tables");
    }
    let packages = root.get("package").map(Node::items).unwrap_or_default();
    // The first package of a name: dependencies name a version only where there are several.
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut versions: HashMap<(&str, &str), usize> = HashMap::new();
    let mut listed: Vec<&Node<'_>> = Vec::new();
    for package in packages.iter().chain(parsed.root.get("root")) {
        let (Some(name), Some(version)) = (package.get("name"), package.text_of("version")) else {
            list.fail(package.at as usize, "a package without name or version");
            continue;
        };
        let Some(text) = name.text() else { continue };
        if list.is_full() {
            break;
        }
        places.entry(text).or_insert(listed.len());
        versions.entry((text, version)).or_insert(listed.len());
        listed.push(package);
        // The value stands on the line of its key.
        let entry = list.add(text, version, name.at as usize);
        match package.text_of("source") {
            None => entry.source = Some("path".to_owned()),
            Some(source) if REGISTRIES.contains(&source) => {}
            Some(source) => {
                let commit = source.strip_prefix("git+").and_then(|s| s.rsplit_once('#')).map(|(_, c)| c.to_owned());
                entry.source = Some(if commit.is_some() { "git".to_owned() } else { format!("registry {source}") });
                entry.repository = commit.is_some().then(|| source.to_owned());
                entry.commit = commit;
            }
        }
        if let Some(sum) = package.text_of("checksum") {
            entry.hashes.push(("sha256".to_owned(), sum.to_ascii_lowercase()));
        }
    }
    // Version 1 keeps checksums in [metadata].
    for fact in parsed.root.get("metadata").map(Node::entries).unwrap_or_default() {
        let mut words = fact.key.split(' ').skip(1);
        if let (Some(name), Some(version), Some(sum)) = (words.next(), words.next(), fact.node.text())
            && let Some(place) = versions.get(&(name, version))
        {
            list.packages[*place].hashes.push(("sha256".to_owned(), sum.to_ascii_lowercase()));
        }
    }
    let mut wanted = vec![false; listed.len()];
    for (i, package) in listed.iter().enumerate() {
        for dependency in package.get("dependencies").map(Node::items).unwrap_or_default() {
            let Some(text) = dependency.text() else { continue };
            let mut words = text.split(' ');
            let (name, version) = (words.next().unwrap_or(""), words.next());
            let place = match version {
                Some(version) => versions.get(&(name, version)),
                None => places.get(name),
            };
            if let Some(place) = place.copied() {
                list.packages[i].dependencies.push(place);
                if list.packages[i].source.as_deref() == Some("path") {
                    wanted[place] = true;
                }
            }
        }
    }
    // What a member of the workspace asks for is direct. A file without members does not tell.
    if list.packages.iter().any(|p| p.source.as_deref() == Some("path")) {
        for (package, wanted) in list.packages.iter_mut().zip(wanted) {
            package.direct = Some(wanted || package.source.as_deref() == Some("path"));
        }
    }
}

/// `Cargo.toml`: the package itself, and requirements, which are ranges that the lock file pins.
pub(super) fn manifest(list: &mut List<'_>) {
    list.of("crates.io");
    let parsed = toml::parse(list.text);
    list.broken(parsed.broken);
    let root = &parsed.root;
    if let Some(package) = root.get("package")
        && let (Some(name), Some(version)) = (package.get("name"), package.text_of("version"))
    {
        let entry = list.add(name.text().unwrap_or(""), version, name.at as usize);
        entry.licenses.extend(package.text_of("license").map(str::to_owned));
        entry.source = Some("path".to_owned());
    }
    let targets = root.get("target").map(Node::entries).unwrap_or_default().iter().map(|e| &e.node);
    for table in std::iter::once(root).chain(targets) {
        for (kind, group) in
            [("dependencies", None), ("dev-dependencies", Some("dev")), ("build-dependencies", Some("build"))]
        {
            for entry in table.get(kind).map(Node::entries).unwrap_or_default() {
                let name = entry.node.text_of("package").unwrap_or(&entry.key);
                let Some(version) = entry.node.text_of("version").or_else(|| entry.node.text()) else {
                    if entry.node.get("git").is_some() {
                        unlocked::unlisted(list, entry.at as usize, Cause::Repository, name);
                    }
                    continue;
                };
                let package = list.add(name, version.trim_start_matches(['^', '=']), entry.at as usize);
                package.direct = Some(true);
                package.groups.extend(group.map(str::to_owned));
                let exact = version.strip_prefix('=').is_some_and(|v| v.split('.').count() == 3);
                let elsewhere = ["path", "git", "registry"].iter().any(|key| entry.node.get(key).is_some());
                package.source = Some(if exact && !elsewhere { unlocked::PIN } else { "range" }.to_owned());
                if !exact && !elsewhere {
                    unlocked::unlisted(list, entry.at as usize, Cause::Unpinned, name);
                }
            }
        }
    }
}
