//! `yarn.lock`: version 1 (its own format) and berry (YAML).

use std::collections::HashMap;

use super::{List, integrity};
use crate::doc::{Node, yaml};

pub(super) fn lock(list: &mut List<'_>) {
    list.of("npm");
    if list.text.contains("__metadata:") {
        berry(list);
    } else if list.text.trim().is_empty() {
        // Yarn's documentation makes an empty one to mark where a project begins, before the first install.
        list.notes.push(("empty-lockfile", 0, "This lock file is empty: it pins nothing.".to_owned()));
    } else {
        classic(list);
    }
}

/// The name in `name@range` or `@scope/name@range`.
pub(super) fn name_of(descriptor: &str) -> &str {
    let from = usize::from(descriptor.starts_with('@'));
    descriptor.get(from..).and_then(|d| d.find('@')).map_or(descriptor, |i| &descriptor[..from + i])
}

/// `name@npm:real@range` is an alias.
fn real_name(descriptor: &str) -> &str {
    let name = name_of(descriptor);
    let range = descriptor.get(name.len() + 1..).unwrap_or("");
    match range.strip_prefix("npm:") {
        Some(real) if name_of(real).len() < real.len() => name_of(real),
        _ => name,
    }
}

fn commit_of(resolution: &str) -> Option<String> {
    let (_, fragment) = resolution.rsplit_once('#')?;
    let commit = fragment.strip_prefix("commit=").unwrap_or(fragment).split('&').next()?;
    (commit.len() >= 7 && commit.bytes().all(|b| b.is_ascii_hexdigit())).then(|| commit.to_owned())
}

fn unquote(text: &str) -> &str {
    text.trim().trim_matches('"')
}

struct Entry<'a> {
    descriptors: Vec<&'a str>,
    dependencies: Vec<(&'a str, &'a str)>,
}

fn classic(list: &mut List<'_>) {
    let text = list.text;
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let mut at = 0;
    // The header line of an entry that still lacks its version.
    let mut open: Option<usize> = None;
    let mut in_dependencies = false;
    let mut header_at = 0;
    let mut descriptors: Vec<&str> = Vec::new();
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let body = line.trim_end();
        if body.is_empty() || body.trim_start().starts_with('#') {
            continue;
        }
        let indent = body.len() - body.trim_start().len();
        let body = body.trim_start();
        if indent == 0 {
            if let Some(at) = open.take() {
                list.fail(at, "an entry without a version");
            }
            let Some(header) = body.strip_suffix(':') else {
                list.fail(start, "expected an entry's header");
                continue;
            };
            descriptors = header.split(", ").map(unquote).collect();
            (open, header_at, in_dependencies) = (Some(start), start, false);
            continue;
        }
        let (key, value) = match body.split_once(' ') {
            Some((key, value)) => (unquote(key), unquote(value)),
            None => (body, ""),
        };
        if indent == 2 {
            in_dependencies = matches!(key, "dependencies:" | "optionalDependencies:");
            match key {
                "version" if open.is_some() => {
                    open = None;
                    if list.is_full() {
                        return;
                    }
                    let first = descriptors.first().copied().unwrap_or("");
                    let name = real_name(first);
                    let package = list.add(name, value, header_at);
                    let range = first.get(name_of(first).len() + 1..).unwrap_or("");
                    let repository = ["git+", "git:", "git@", "github:", "gitlab:", "bitbucket:", "ssh:"];
                    if repository.iter().any(|p| range.starts_with(p)) || range.ends_with(".git") {
                        package.source = Some("git".to_owned());
                        package.repository = Some(range.to_owned());
                    } else if range.starts_with("file:") || range.starts_with("link:") {
                        package.source = Some("path".to_owned());
                    }
                    entries.push(Entry { descriptors: std::mem::take(&mut descriptors), dependencies: Vec::new() });
                }
                "resolved" => {
                    if let Some(package) = list.packages.last_mut()
                        && let Some((address, fragment)) = value.rsplit_once('#')
                        && (address.contains("git") || !address.contains("registry"))
                        && fragment.len() == 40
                    {
                        let tarball = address.ends_with(".tgz");
                        if !tarball {
                            package.commit = Some(fragment.to_owned());
                            package.repository = Some(address.to_owned());
                            package.source = Some("git".to_owned());
                        }
                    } else if let Some(package) = list.packages.last_mut()
                        && let Some((_, commit)) =
                            value.rsplit_once("codeload.github.com").and_then(|(_, p)| p.rsplit_once('/'))
                        && commit.len() == 40
                    {
                        package.commit = Some(commit.to_owned());
                        package.repository = Some(value.to_owned());
                        package.source = Some("git".to_owned());
                    }
                }
                "integrity" => {
                    if let Some(package) = list.packages.last_mut() {
                        package.hashes.extend(integrity(value));
                    }
                }
                _ => {}
            }
        } else if in_dependencies && let Some(entry) = entries.last_mut() {
            entry.dependencies.push((key, value));
        }
    }
    if let Some(at) = open {
        list.fail(at, "the file ends inside an entry");
    }
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (i, entry) in entries.iter().enumerate() {
        for descriptor in &entry.descriptors {
            places.insert(descriptor, i);
        }
    }
    for (i, entry) in entries.iter().enumerate() {
        for (name, range) in &entry.dependencies {
            if let Some(place) = places.get(format!("{name}@{range}").as_str()) {
                list.packages[i].dependencies.push(*place);
            }
        }
    }
}

fn berry(list: &mut List<'_>) {
    let parsed = yaml::parse(list.text);
    list.broken(parsed.broken);
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut nodes: Vec<&Node<'_>> = Vec::new();
    for entry in parsed.root.entries() {
        if entry.key == "__metadata" {
            continue;
        }
        let resolution = entry.node.text_of("resolution").unwrap_or(&entry.key);
        let name = name_of(resolution);
        let Some(version) = entry.node.text_of("version") else {
            list.fail(entry.at as usize, "an entry without a version");
            continue;
        };
        if list.is_full() {
            break;
        }
        for descriptor in entry.key.split(", ") {
            places.insert(descriptor.to_owned(), nodes.len());
        }
        nodes.push(&entry.node);
        let locator = resolution.get(name.len() + 1..).unwrap_or("");
        let package = list.add(name, version, entry.at as usize);
        if ["workspace:", "link:", "portal:", "file:"].iter().any(|p| locator.starts_with(p)) {
            package.source = Some("path".to_owned());
        } else if let Some(commit) = commit_of(locator) {
            package.source = Some("git".to_owned());
            package.repository = Some(locator.to_owned());
            package.commit = Some(commit);
        }
        if let Some((_, sum)) = entry.node.text_of("checksum").map(|c| c.rsplit_once('/').unwrap_or(("", c))) {
            package.hashes.extend(integrity(&format!("sha512:{sum}")));
        }
    }
    let mut wanted = Vec::new();
    for (i, node) in nodes.iter().enumerate() {
        for kind in ["dependencies", "optionalDependencies"] {
            for dependency in node.get(kind).map(Node::entries).unwrap_or_default() {
                let range = dependency.node.text().unwrap_or("");
                let place = places
                    .get(&format!("{}@{range}", dependency.key))
                    .or_else(|| places.get(&format!("{}@npm:{range}", dependency.key)));
                wanted.extend(place.map(|p| (i, *p)));
            }
        }
    }
    let own: Vec<bool> = list.packages.iter().map(|p| p.source.as_deref() == Some("path")).collect();
    if own.iter().any(|o| *o) {
        for package in &mut list.packages {
            package.direct = Some(package.source.as_deref() == Some("path"));
        }
    }
    for (from, to) in wanted {
        list.packages[from].dependencies.push(to);
        if own[from] {
            list.packages[to].direct = Some(true);
        }
    }
}
