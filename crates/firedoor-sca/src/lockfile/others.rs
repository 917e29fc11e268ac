//! Formats of a page or less: Hex, Pub, Conan, CRAN, Hackage, Swift, CocoaPods, Julia.

use std::collections::{HashMap, HashSet};

use super::List;
use crate::doc::{Entry, Node, Value, json, toml, yaml};

/// `mix.lock`: an Elixir map of tuples, `"name": {:hex, :package, "version", "hash", …}`.
pub(super) fn mix(list: &mut List<'_>) {
    list.of("Hex");
    let mut at = 0;
    for line in list.text.split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        let body = line.trim();
        // The map may begin on the first entry's line, and older versions wrote keys without quotes.
        let body = body.strip_prefix("%{").map_or(body, str::trim_start);
        let quoted = body.strip_prefix('"').and_then(|b| b.split_once("\": {"));
        let bare = || body.split_once(": {").filter(|(key, _)| is_atom(key));
        let Some((key, tuple)) = quoted.or_else(bare) else {
            if body.starts_with('"') {
                list.fail(start, "an entry that is no tuple");
            } else if !body.is_empty() && !body.starts_with('#') && body.bytes().any(|b| !b"%{}[],".contains(&b)) {
                list.fail(start, "a line that is no entry");
            }
            continue;
        };
        let parts: Vec<&str> = tuple.split(',').map(str::trim).collect();
        let quoted = |i: usize| parts.get(i).map(|p| p.trim_matches(['"', '}']));
        match parts.first().copied() {
            Some(":hex") => {
                let version = quoted(2).filter(|v| v.starts_with(|c: char| c.is_ascii_digit()));
                let (Some(name), Some(version)) = (parts.get(1), version) else {
                    list.fail(start, "an entry without a version");
                    continue;
                };
                let name = name.trim_start_matches(':').trim_matches('"');
                let hash = quoted(3).unwrap_or("");
                let package = list.add(if name.is_empty() { key } else { name }, version, start);
                if hash.len() == 64 {
                    package.hashes.push(("sha256".to_owned(), hash.to_owned()));
                }
            }
            Some(":git") => {
                let commit = quoted(2).unwrap_or("").to_owned();
                let package = list.add(key, "", start);
                package.source = Some("git".to_owned());
                package.repository = quoted(1).map(str::to_owned);
                package.commit = Some(commit);
            }
            _ => list.fail(start, "an entry of an unknown kind"),
        }
    }
    let text = list.text.trim();
    let end = u32::try_from(list.text.trim_end().len()).unwrap_or(u32::MAX);
    list.expect(text.ends_with('}'), end, "the map does not end");
}

/// Whether a text is an atom of Elixir that needs no quotes.
fn is_atom(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// `pubspec.lock`.
pub(super) fn pub_lock(list: &mut List<'_>) {
    list.of("Pub");
    let parsed = yaml::parse(list.text);
    list.broken(parsed.broken);
    let packages = parsed.root.get("packages");
    let empty = packages.is_some_and(|p| matches!(p.value, Value::Null));
    let said = empty || packages.is_some_and(Node::is_map);
    list.expect(said, packages.map_or(0, |p| p.at), "it has no map of `packages`");
    for Entry { key, at, node } in packages.map(Node::entries).unwrap_or_default() {
        let source = node.text_of("source");
        let description = node.get("description");
        let name = description.and_then(|d| d.text_of("name")).unwrap_or(key);
        let package = list.add(name, node.text_of("version").unwrap_or(""), *at as usize);
        match source {
            Some("git") => {
                package.source = Some("git".to_owned());
                package.repository = description.and_then(|d| d.text_of("url")).map(str::to_owned);
                package.commit = description.and_then(|d| d.text_of("resolved-ref")).map(str::to_owned);
            }
            // The SDK's own packages are not from the registry.
            Some("path" | "sdk") => package.source = Some("path".to_owned()),
            _ => {}
        }
        if let Some(sum) = description.and_then(|d| d.text_of("sha256")) {
            package.hashes.push(("sha256".to_owned(), sum.to_owned()));
        }
        let kind = node.text_of("dependency").unwrap_or("");
        package.direct = Some(kind.starts_with("direct"));
        if kind == "direct dev" {
            package.groups.push("dev".to_owned());
        }
    }
}

/// `name/1.2.3@user/channel#revision%time` of Conan.
fn conan_reference(text: &str) -> Option<(&str, &str)> {
    let text = text.split(['#', '@', '%', ':']).next()?;
    let (name, version) = text.split_once('/')?;
    // `[>=1.0 <2]` is a range, of which the lock file does not say what it chose.
    let version = if version.starts_with('[') { "" } else { version };
    (!name.is_empty()).then_some((name, version))
}

/// `conan.lock`, versions 1 (a graph) and 2 (lists).
pub(super) fn conan(list: &mut List<'_>) {
    list.of("ConanCenter");
    let parsed = json::parse(list.text);
    list.broken(parsed.broken);
    let root = &parsed.root;
    let said = ["version", "graph_lock", "requires", "build_requires"].iter().any(|key| root.get(key).is_some());
    list.expect(said, root.at, "it has neither a version nor requirements");
    let nodes = root.at_path(&["graph_lock", "nodes"]).map(Node::entries).unwrap_or_default();
    for Entry { at, node, .. } in nodes {
        let reference = node.text_of("ref").or_else(|| node.text_of("pref")).unwrap_or("");
        // The consumer itself, and references to folders.
        let consumer = node.get("path").is_some() || node.text_of("context").is_none() && !reference.contains('/');
        if consumer {
            continue;
        }
        if let Some((name, version)) = conan_reference(reference) {
            let group = if node.text_of("context") == Some("build") { "build-requires" } else { "requires" };
            let package = list.add(name, version, *at as usize);
            package.groups.push(group.to_owned());
        }
    }
    for kind in ["requires", "build_requires", "python_requires", "config_requires"] {
        for item in root.get(kind).map(Node::items).unwrap_or_default() {
            if let Some((name, version)) = item.text().and_then(conan_reference) {
                let package = list.add(name, version, item.at as usize);
                package.groups.push(kind.replace('_', "-"));
            }
        }
    }
}

/// `renv.lock`.
pub(super) fn renv(list: &mut List<'_>) {
    let parsed = json::parse(list.text);
    list.broken(parsed.broken);
    let packages = parsed.root.get("Packages");
    list.expect(packages.is_some_and(Node::is_map), packages.map_or(0, |p| p.at), "it has no object `Packages`");
    for Entry { key, at, node } in parsed.root.get("Packages").map(Node::entries).unwrap_or_default() {
        let ecosystem = match (node.text_of("Source"), node.text_of("Repository")) {
            (Some("Bioconductor"), _) => "Bioconductor",
            (Some("Repository") | None, None | Some("CRAN" | "RSPM" | "PPM")) => "CRAN",
            (Some("Repository") | None, Some(repository))
                if repository.starts_with("http") || repository.contains("CRAN") =>
            {
                "CRAN"
            }
            // Mirrors of CRAN have names of their own (`P3M`), those of Bioconductor begin with `BioC`.
            (Some("Repository") | None, Some(repository)) if repository.starts_with("BioC") => "Bioconductor",
            _ => "CRAN",
        };
        list.of(ecosystem);
        let name = node.text_of("Package").unwrap_or(key);
        let package = list.add(name, node.text_of("Version").unwrap_or(""), *at as usize);
        // From a repository of source, not from a registry.
        if let Some("GitHub" | "GitLab" | "Bitbucket" | "Git" | "git2r" | "xgit") = node.text_of("Source") {
            package.source = Some("git".to_owned());
            package.repository = node.text_of("RemoteUrl").map(str::to_owned).or_else(|| {
                let (host, owner, name) =
                    (node.text_of("RemoteHost")?, node.text_of("RemoteUsername")?, node.text_of("RemoteRepo")?);
                let host = host.strip_prefix("api.").unwrap_or(host).split('/').next()?;
                Some(format!("https://{host}/{owner}/{name}"))
            });
            package.commit = node.text_of("RemoteSha").map(str::to_owned);
        } else if let Some("Local" | "URL") = node.text_of("Source") {
            package.source = Some("path".to_owned());
        }
    }
}

/// `stack.yaml.lock`: `hackage: name-1.2.3@sha256:…`.
pub(super) fn stack(list: &mut List<'_>) {
    list.of("Hackage");
    let parsed = yaml::parse(list.text);
    list.broken(parsed.broken);
    let packages = parsed.root.get("packages");
    list.expect(packages.is_some(), 0, "it has no `packages`");
    for item in packages.map(Node::items).unwrap_or_default() {
        let completed = item.get("completed");
        if let Some(node) = completed.filter(|c| ["git", "commit", "url", "hg"].iter().any(|k| c.get(k).is_some()))
            && let Some(name) = node.get("name")
        {
            let package = list.add(name.text().unwrap_or(""), node.text_of("version").unwrap_or(""), name.at as usize);
            package.source = Some(if node.get("url").is_some() { "url" } else { "git" }.to_owned());
            package.commit = node.text_of("commit").map(str::to_owned);
            package.repository = node.text_of("git").map(str::to_owned);
            continue;
        }
        let Some(text) = completed.and_then(|c| c.get("hackage")).or_else(|| item.at_path(&["original", "hackage"]))
        else {
            list.fail(item.at as usize, "an entry without a package");
            continue;
        };
        let spec = text.text().unwrap_or("").split('@').next().unwrap_or("");
        match spec.rsplit_once('-') {
            Some((name, version)) => {
                list.add(name, version, text.at as usize);
            }
            None => list.fail(text.at as usize, "a package without a version"),
        }
    }
}

/// `cabal.project.freeze`: `constraints: any.name ==1.2.3, …`.
pub(super) fn cabal(list: &mut List<'_>) {
    list.of("Hackage");
    let mut at = 0;
    let mut said = false;
    for line in list.text.split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        let body = line.trim();
        if body.starts_with("--") {
            continue;
        }
        // Other fields (`index-state: …`) pin nothing.
        let field = body.split_once(": ").filter(|(f, _)| f.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
        if field.is_some_and(|(name, _)| name != "constraints") {
            said = true;
            continue;
        }
        let body = body.strip_prefix("constraints:").unwrap_or(body);
        for constraint in body.split(',') {
            // `any.name ==1.0`, `name +flag -other`, `name source`.
            let mut words = constraint.split_whitespace();
            let name = words.next().unwrap_or("").split("==").next().unwrap_or("");
            if !name.is_empty() && !constraint.contains("==") && words.next().is_none_or(|w| w == "=") {
                list.fail(start, "a constraint that says nothing");
            }
            said = said || !name.is_empty();
            if !name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.:_".contains(&b)) {
                list.fail(start, "a line that is no constraint");
                break;
            }
            if let Some((name, version)) = constraint.split_once("==") {
                let name = name.trim();
                let name = name.strip_prefix("any.").unwrap_or(name);
                let version = version.trim();
                if version.is_empty() {
                    list.fail(start, "a constraint without a version");
                } else if !name.is_empty() && !version.contains('*') {
                    list.add(name, version.split(' ').next().unwrap_or(version), start);
                }
            }
        }
    }
    list.expect(said, 0, "it has no constraints");
}

/// `Package.resolved`, versions 1 to 3.
pub(super) fn swift(list: &mut List<'_>) {
    list.of("SwiftURL");
    let parsed = json::parse(list.text);
    list.broken(parsed.broken);
    let root = &parsed.root;
    let pins = root.get("pins").or_else(|| root.at_path(&["object", "pins"]));
    list.expect(pins.is_some_and(Node::is_list), pins.map_or(root.at, |p| p.at), "it has no list of `pins`");
    list.expect_version(root.get("version"), 1..=3);
    for pin in pins.map(Node::items).unwrap_or_default() {
        let address = pin.text_of("location").or_else(|| pin.text_of("repositoryURL")).unwrap_or("");
        let identity = pin.text_of("identity").or_else(|| pin.text_of("package")).unwrap_or("");
        if pin.text_of("kind") == Some("localSourceControl") {
            continue;
        }
        let name = address.split_once("://").map_or(address, |(_, rest)| rest);
        let name = name.strip_prefix("git@").map_or_else(|| name.to_owned(), |ssh| ssh.replacen(':', "/", 1));
        let name = name.strip_suffix(".git").unwrap_or(&name).to_owned();
        let state = pin.get("state");
        let version = state.and_then(|s| s.text_of("version")).unwrap_or("");
        let name = if name.is_empty() { identity.to_owned() } else { name };
        let package = list.add(&name, version, pin.at as usize);
        package.commit = state.and_then(|s| s.text_of("revision")).map(str::to_owned);
        package.repository = Some(address.to_owned()).filter(|a| !a.is_empty());
        if version.is_empty() {
            package.source = Some("git".to_owned());
        }
    }
}

/// `Podfile.lock`.
pub(super) fn cocoapods(list: &mut List<'_>) {
    list.of("CocoaPods");
    let parsed = yaml::parse(list.text);
    list.broken(parsed.broken);
    let pods = parsed.root.get("PODS");
    let none = pods.is_none_or(|p| matches!(p.value, Value::Null));
    let said = pods.is_some_and(Node::is_list) || none && parsed.root.get("COCOAPODS").is_some();
    list.expect(said, pods.map_or(0, |p| p.at), "it has no list of `PODS`");
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut wanted: Vec<(usize, String)> = Vec::new();
    for item in parsed.root.get("PODS").map(Node::items).unwrap_or_default() {
        let (text, at) = match item.entries().first() {
            Some(entry) => (&*entry.key, entry.at),
            None => (item.text().unwrap_or(""), item.at),
        };
        let Some((name, version)) = text.strip_suffix(')').and_then(|t| t.split_once(" (")) else {
            list.fail(at as usize, "a pod without a version");
            continue;
        };
        // `Name/Subspec` is a part of a pod.
        let name = name.split('/').next().unwrap_or(name);
        let place = *places.entry(name.to_owned()).or_insert_with(|| {
            list.add(name, version, at as usize);
            list.packages.len() - 1
        });
        for dependency in item.entries().first().map(|e| e.node.items()).unwrap_or_default() {
            let name = dependency.text().unwrap_or("").split([' ', '/']).next().unwrap_or("");
            wanted.push((place, name.to_owned()));
        }
    }
    for (from, name) in wanted {
        if let Some(to) = places.get(&name).filter(|to| **to != from) {
            list.packages[from].dependencies.push(*to);
        }
    }
    let direct: HashSet<&str> = parsed
        .root
        .get("DEPENDENCIES")
        .map(Node::items)
        .unwrap_or_default()
        .iter()
        .filter_map(|d| d.text()?.split([' ', '/']).next())
        .collect();
    // Pods that are not from a repository of specifications: folders, and repositories with the commit that was taken.
    let by_name = |key: &str| -> HashMap<&str, &Node<'_>> {
        let sources = parsed.root.get(key).map(Node::entries).unwrap_or_default();
        sources.iter().map(|e| (&*e.key, &e.node)).collect()
    };
    let (sources, checkouts) = (by_name("EXTERNAL SOURCES"), by_name("CHECKOUT OPTIONS"));
    for package in &mut list.packages {
        package.direct = Some(direct.contains(package.name.as_str()));
        let Some(source) = sources.get(package.name.as_str()) else { continue };
        if let Some(address) = source.text_of(":git") {
            package.source = Some("git".to_owned());
            package.repository = Some(address.to_owned());
            let checkout = checkouts.get(package.name.as_str()).unwrap_or(source);
            package.commit = checkout.text_of(":commit").map(str::to_owned);
        } else if source.get(":path").is_some() {
            package.source = Some("path".to_owned());
        }
    }
}

/// Julia's `Manifest.toml`, formats 1 and 2.
pub(super) fn julia(list: &mut List<'_>) {
    list.of("Julia");
    let parsed = toml::parse(list.text);
    list.broken(parsed.broken);
    let packages = parsed.root.get("deps").unwrap_or(&parsed.root);
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut wanted: Vec<(usize, &Node<'_>)> = Vec::new();
    for Entry { key, node, .. } in packages.entries() {
        for item in node.items() {
            // Packages of the standard library may have no version of their own.
            let Some(version) = item.text_of("version") else {
                if item.get("uuid").is_none() {
                    list.fail(item.at as usize, "a package without an identity");
                }
                continue;
            };
            let package = list.add(key, version, item.at as usize);
            package.commit = item.text_of("git-tree-sha1").map(str::to_owned);
            if item.get("path").is_some() {
                package.source = Some("path".to_owned());
            } else if let Some(address) = item.text_of("repo-url") {
                package.source = Some("git".to_owned());
                package.repository = Some(address.to_owned());
            }
            places.insert(key, list.packages.len() - 1);
            wanted.extend(item.get("deps").map(|d| (list.packages.len() - 1, d)));
        }
    }
    for (from, node) in wanted {
        let names = node.texts().chain(node.entries().iter().map(|e| &*e.key));
        for to in names.filter_map(|n| places.get(n)) {
            list.packages[from].dependencies.push(*to);
        }
    }
}
