//! NuGet and Paket.

use std::collections::{HashMap, HashSet};

use super::List;
use super::unlocked::{self, Cause};
use crate::doc::{Entry, Node, json, xml};

/// Joins edges by name, without regard to case, within what was added since `from`.
fn link(list: &mut List<'_>, from: usize, wanted: Vec<(usize, String)>) {
    let places: HashMap<String, usize> =
        list.packages.iter().enumerate().skip(from).map(|(i, p)| (p.name.to_lowercase(), i)).collect();
    for (package, name) in wanted {
        if let Some(to) = places.get(&name.to_lowercase()) {
            list.packages[package].dependencies.push(*to);
        }
    }
}

/// `packages.lock.json`.
pub(super) fn packages_lock(list: &mut List<'_>) {
    list.of("NuGet");
    let parsed = json::parse(list.text);
    list.broken(parsed.broken);
    let dependencies = parsed.root.get("dependencies");
    list.expect(dependencies.is_some_and(Node::is_map), dependencies.map_or(0, |d| d.at), "it has no `dependencies`");
    list.expect_version(parsed.root.get("version"), 1..=3);
    for framework in parsed.root.get("dependencies").map(Node::entries).unwrap_or_default() {
        let from = list.packages.len();
        let mut wanted = Vec::new();
        for Entry { key, at, node } in framework.node.entries() {
            if list.is_full() {
                return;
            }
            let project = node.text_of("type") == Some("Project");
            let Some(version) = node.text_of("resolved") else {
                if !project {
                    list.fail(*at as usize, "a package without a resolved version");
                }
                continue;
            };
            let package = list.add(key, version, *at as usize);
            package.direct = node.text_of("type").map(|t| t == "Direct");
            if let Some(hash) = node.text_of("contentHash") {
                package.hashes.extend(super::integrity(&format!("sha512-{hash}")));
            }
            let last = list.packages.len() - 1;
            wanted.extend(
                node.get("dependencies")
                    .map(Node::entries)
                    .unwrap_or_default()
                    .iter()
                    .map(|e| (last, e.key.to_string())),
            );
        }
        link(list, from, wanted);
    }
}

/// `packages.config`.
pub(super) fn packages_config(list: &mut List<'_>) {
    list.of("NuGet");
    let (top, broken) = xml::parse(list.text);
    list.broken(broken);
    list.expect(top.name == "packages", 0, "it is no list of packages");
    for element in top.all("package") {
        match (element.attribute("id"), element.attribute("version")) {
            (Some(id), Some(version)) if !id.is_empty() => {
                let package = list.add(id, version, element.at);
                if element.attribute("developmentDependency") == Some("true") {
                    package.groups.push("dev".to_owned());
                }
            }
            _ => list.fail(element.at, "a package without id or version"),
        }
    }
}

/// `*.deps.json`: `libraries` holds `name/version`.
pub(super) fn deps_json(list: &mut List<'_>) {
    list.of("NuGet");
    let parsed = json::parse(list.text);
    list.broken(parsed.broken);
    let said = ["libraries", "targets"].iter().any(|key| parsed.root.get(key).is_some_and(Node::is_map));
    list.expect(said, parsed.root.at, "it has neither `libraries` nor `targets`");
    libraries(list, &parsed.root);
    let targets = parsed.root.get("targets").map(Node::entries).unwrap_or_default();
    let places: HashMap<String, usize> =
        list.packages.iter().enumerate().map(|(i, p)| (format!("{}/{}", p.name, p.version), i)).collect();
    let mut wanted = Vec::new();
    for target in targets {
        for Entry { key, node, .. } in target.node.entries() {
            let Some(from) = places.get(&**key).copied() else { continue };
            let names = node.get("dependencies").map(Node::entries).unwrap_or_default();
            wanted.extend(names.iter().map(|e| (from, e.key.to_string())));
        }
    }
    link(list, 0, wanted);
    // What the project asks for: restore's file says it, a published application's is the project's own entry.
    let frameworks = parsed.root.at_path(&["project", "frameworks"]).map(Node::entries).unwrap_or_default();
    let asked = frameworks.iter().filter_map(|f| f.node.get("dependencies")).flat_map(Node::entries);
    let mut direct: HashSet<String> = asked.map(|e| e.key.to_lowercase()).collect();
    for own in list.packages.iter().filter(|p| p.source.as_deref() == Some("path")) {
        direct.extend(own.dependencies.iter().filter_map(|d| list.packages.get(*d)).map(|p| p.name.to_lowercase()));
    }
    if direct.is_empty() {
        return;
    }
    for package in &mut list.packages {
        package.direct =
            Some(package.source.as_deref() == Some("path") || direct.contains(&package.name.to_lowercase()));
    }
}

fn libraries(list: &mut List<'_>, root: &Node<'_>) {
    for Entry { key, at, node } in root.get("libraries").map(Node::entries).unwrap_or_default() {
        let Some((name, version)) = key.split_once('/') else {
            list.fail(*at as usize, "a library without a version");
            continue;
        };
        if list.is_full() {
            return;
        }
        if node.get("msbuildProject").is_some() {
            continue;
        }
        // The runtime that a self-contained application brings along is a package without this word.
        let runtime = node.text_of("type") == Some("runtimepack");
        let name = name.strip_prefix("runtimepack.").filter(|_| runtime).unwrap_or(name);
        let package = list.add(name, version, *at as usize);
        if matches!(node.text_of("type"), Some("project" | "msbuildproject" | "reference" | "referenceassembly")) {
            package.source = Some("path".to_owned());
        }
        if let Some(hash) = node.text_of("sha512") {
            let hash = if hash.starts_with("sha512-") { hash.to_owned() } else { format!("sha512-{hash}") };
            package.hashes.extend(super::integrity(&hash));
        }
    }
}

/// `project.assets.json`, restore's own file.
pub(super) fn project_assets(list: &mut List<'_>) {
    deps_json(list);
}

/// `Directory.Packages.props` and project files: versions that MSBuild would take, where they are plain.
pub(super) fn msbuild(list: &mut List<'_>) {
    list.of("NuGet");
    let (top, broken) = xml::parse(list.text);
    list.broken(broken);
    let mut properties: HashMap<&str, &str> = HashMap::new();
    // `Choose` holds alternatives, of which the conditions say which one counts; all are listed.
    let branches = || top.all("Choose").flat_map(|c| c.all("When").chain(c.all("Otherwise")));
    for group in top.all("PropertyGroup").chain(branches().flat_map(|b| b.all("PropertyGroup"))) {
        for property in &group.children {
            properties.insert(property.name, &property.text);
        }
    }
    for group in top.all("ItemGroup").chain(branches().flat_map(|b| b.all("ItemGroup"))) {
        for item in &group.children {
            if !matches!(item.name, "PackageReference" | "PackageVersion" | "GlobalPackageReference") {
                continue;
            }
            let Some(name) = item.attribute("Include").or_else(|| item.attribute("Update")) else { continue };
            let version = item
                .attribute("VersionOverride")
                .or_else(|| item.attribute("Version"))
                .or_else(|| item.text_of("Version"))
                .unwrap_or("");
            let version = expand(version, &properties);
            // `[1.2.3]` pins exactly; other ranges and open properties do not say what is restored.
            let exact = version.trim_matches(['[', ']']);
            if exact.is_empty() && item.name == "PackageReference" && item.attribute("Include").is_some() {
                unlocked::unlisted(list, item.at, Cause::Central, name);
            }
            if name.is_empty() || exact.is_empty() {
                continue;
            }
            if exact.contains([',', '*', '(', ')', '$', '[']) {
                unlocked::unlisted(list, item.at, Cause::Unpinned, name);
                continue;
            }
            // An item names several packages between semicolons.
            for name in name.split(';').map(str::trim).filter(|n| !n.is_empty()) {
                if list.is_full() {
                    return;
                }
                list.add(name, exact, item.at).direct = Some(true);
            }
        }
    }
}

/// Puts in properties that the file itself sets; anything else stays as written.
fn expand(text: &str, properties: &HashMap<&str, &str>) -> String {
    let mut out = text.to_owned();
    for _ in 0..8 {
        let Some(start) = out.find("$(") else { break };
        let Some(end) = out[start..].find(')').map(|e| start + e) else { break };
        let Some(value) = properties.get(&out[start + 2..end]) else { break };
        out = format!("{}{value}{}", &out[..start], &out[end + 1..]);
        if out.len() > 1_000 {
            break;
        }
    }
    out
}

/// `paket.lock`.
pub(super) fn paket(list: &mut List<'_>) {
    let mut at = 0;
    let mut source = "";
    let mut remote = "";
    let mut group = String::new();
    let mut wanted = Vec::new();
    for line in list.text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let body = line.trim_end();
        let indent = body.len() - body.trim_start().len();
        let body = body.trim_start();
        if body.is_empty() {
            continue;
        }
        if indent == 0 {
            if let Some(name) = body.strip_prefix("GROUP ") {
                group = name.to_lowercase();
            }
            source = body;
            // Sections, and options such as `RESTRICTION: >= net6.0`.
            if !body.starts_with(|c: char| c.is_ascii_uppercase()) {
                list.fail(start, "a line that begins no section");
            }
            continue;
        }
        if indent == 2 {
            if let Some(address) = body.strip_prefix("remote:") {
                remote = address.trim();
            }
            continue;
        }
        if indent == 6 && source == "NUGET" {
            if let Some(last) = list.packages.len().checked_sub(1) {
                wanted.push((last, body.split(' ').next().unwrap_or("").to_owned()));
            }
            continue;
        }
        if indent != 4 {
            continue;
        }
        let Some((name, rest)) = body.split_once(" (") else {
            if source == "NUGET" {
                list.fail(start, "a package without a version");
            }
            continue;
        };
        let version = rest.split(')').next().unwrap_or("");
        let package = match source {
            "NUGET" => {
                list.of("NuGet");
                list.add(name, version, start)
            }
            "GITHUB" => {
                // A file taken from a repository at a commit.
                list.of("GitHub Actions");
                let package = list.add(remote, version, start);
                package.source = Some("git".to_owned());
                package.commit = Some(version.to_owned());
                package
            }
            _ => continue,
        };
        if !group.is_empty() {
            package.groups.push(group.clone());
        }
    }
    link(list, 0, wanted);
}
