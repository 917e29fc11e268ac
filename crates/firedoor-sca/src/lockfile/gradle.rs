//! Gradle's lock files, its verification metadata, and version catalogs.

use std::collections::HashMap;

use super::List;
use super::unlocked::{self, Cause};
use crate::doc::xml::{self, Element};
use crate::doc::{Node, toml};

/// Where Gradle before 7 keeps one lock file a configuration, without configurations behind the coordinates.
pub(super) fn keeps_locks(folder: &str) -> bool {
    folder == "gradle/dependency-locks" || folder.ends_with("/gradle/dependency-locks")
}

/// `gradle.lockfile`, `buildscript-gradle.lockfile`: `group:name:version=configuration,…`.
pub(super) fn lockfile(list: &mut List<'_>) {
    list.of("Maven");
    let mut at = 0;
    for line in list.text.split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        let body = line.trim();
        if body.starts_with('#') || body.starts_with("empty=") {
            continue;
        }
        let (coordinates, configurations) = body.split_once('=').unwrap_or((body, ""));
        let parts: Vec<&str> = coordinates.split(':').collect();
        let [group, name, version] = parts.as_slice() else {
            if !body.is_empty() {
                list.fail(start, "a line that is no `group:name:version`");
            }
            continue;
        };
        if group.is_empty() || name.is_empty() || version.is_empty() {
            list.fail(start, "a line that is no `group:name:version`");
            continue;
        }
        if list.is_full() {
            return;
        }
        let package = list.add(&format!("{group}:{name}"), version, start);
        let test = |c: &str| c.to_ascii_lowercase().contains("test");
        if !configurations.is_empty() && configurations.split(',').all(test) {
            package.groups.push("test".to_owned());
        }
    }
    list.expect(!list.text.trim().is_empty(), 0, "it is empty");
}

/// `gradle/verification-metadata.xml`: everything that a build may ever fetch, with checksums.
pub(super) fn verification(list: &mut List<'_>) {
    list.of("Maven");
    let (top, broken) = xml::parse(list.text);
    list.broken(broken);
    list.expect(top.name == "verification-metadata", 0, "it holds no verification metadata");
    for component in top.child("components").map(|c| c.children.as_slice()).unwrap_or_default() {
        let attribute = |name: &str| component.attribute(name).unwrap_or("");
        let (group, name, version) = (attribute("group"), attribute("name"), attribute("version"));
        if group.is_empty() || name.is_empty() || version.is_empty() {
            list.fail(component.at, "a component without group, name or version");
        }
        if group.is_empty() && name.is_empty() {
            continue;
        }
        if list.is_full() {
            return;
        }
        let package = list.add(&format!("{group}:{name}"), version, component.at);
        for artifact in component.all("artifact").filter(|a| is_archive(a)) {
            for sum in artifact.children.iter().filter(|s| s.name.starts_with("sha")) {
                package.hashes.extend(sum.attribute("value").map(|v| (sum.name.to_owned(), v.to_owned())));
            }
        }
    }
}

fn is_archive(artifact: &Element<'_>) -> bool {
    artifact.attribute("name").is_some_and(|n| n.ends_with(".jar") || n.ends_with(".aar") || n.ends_with(".war"))
}

/// `gradle/libs.versions.toml`: the versions that build scripts choose from. A lock file says what was chosen.
pub(super) fn catalog(list: &mut List<'_>) {
    list.of("Maven");
    let parsed = toml::parse(list.text);
    list.broken(parsed.broken);
    let versions = parsed.root.get("versions").map(Node::entries).unwrap_or_default();
    let versions: HashMap<&str, &Node<'_>> = versions.iter().map(|e| (&*e.key, &e.node)).collect();
    for library in parsed.root.get("libraries").map(Node::entries).unwrap_or_default() {
        let node = &library.node;
        // `"group:name:version"`, or a table.
        let (module, short) = match node.text() {
            Some(text) => match text.rsplit_once(':').filter(|(module, _)| module.contains(':')) {
                Some((module, version)) => (module.to_owned(), Some(version)),
                None => continue,
            },
            None => match (node.text_of("module"), node.text_of("group"), node.text_of("name")) {
                (Some(module), ..) => (module.to_owned(), None),
                (None, Some(group), Some(name)) => (format!("{group}:{name}"), None),
                _ => continue,
            },
        };
        let said = node.get("version");
        let said = said.and_then(|v| v.text_of("ref")).and_then(|name| versions.get(name).copied()).or(said);
        let version = short.or_else(|| said.and_then(catalog_version)).unwrap_or("");
        // Ranges and `latest.release` do not say what is chosen.
        let open =
            version.is_empty() || version.contains(['[', ']', '(', ')', ',', '+']) || version.starts_with("latest");
        if list.is_full() {
            return;
        }
        let package = list.add(&module, if open { "" } else { version }, library.at as usize);
        if open {
            package.source = Some("range".to_owned());
            unlocked::unlisted(list, library.at as usize, Cause::Unpinned, &module);
        }
    }
}

/// A version, or of a rich one what is preferred before what is required.
fn catalog_version<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    node.text().or_else(|| ["prefer", "strictly", "require"].iter().find_map(|key| node.text_of(key)))
}
