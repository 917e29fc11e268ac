//! Python: `requirements.txt`, `poetry.lock`, `uv.lock`.

use std::collections::HashMap;

use super::unlocked::{self, Cause};
use super::{List, archives, includes, integrity};
use crate::doc::{Node, toml};
use crate::names::normalize;

/// `requirements.txt`, `requirements-dev.txt`, `dev-requirements.txt`, `requirements/base.txt`, `constraints.txt`; Rye's
/// `requirements.lock` and `requirements-dev.lock`.
pub(super) fn is_requirements(folder: &str, name: &str) -> bool {
    if name.starts_with("requirements") && name.ends_with(".lock") {
        return true;
    }
    let Some(stem) = name.strip_suffix(".txt") else { return false };
    let folder = folder.rsplit('/').next().unwrap_or("");
    stem.contains("requirements") || stem.contains("constraints") || folder == "requirements"
}

/// The requirements file format of pip. Only exact pins (`==`, `===`) say what is installed; the version of another
/// single constraint is listed as a range, which is not judged.
pub(super) fn requirements(list: &mut List<'_>) {
    list.of("PyPI");
    let text = list.text;
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').peekable();
    // Who asks for what, as pip-compile and uv write it in comments behind a requirement.
    let mut via: Vec<(usize, Vec<String>)> = Vec::new();
    // A file of prose may have such a name. Where no line pins anything, lines that are no requirements are remarked only.
    while let Some(line) = lines.next() {
        let start = at;
        at += line.len();
        let mut logical = String::new();
        let mut part = line;
        // A backslash at the end joins lines; a comment ends a line first.
        loop {
            let trimmed = part.trim_end();
            match trimmed.strip_suffix('\\') {
                Some(head) => {
                    logical.push_str(head);
                    logical.push(' ');
                    match lines.next() {
                        Some(next) => {
                            at += next.len();
                            part = next;
                        }
                        None => break,
                    }
                }
                None => {
                    logical.push_str(trimmed);
                    break;
                }
            }
        }
        if list.is_full() {
            return;
        }
        let before = list.packages.len();
        requirement(list, &logical, start);
        if list.packages.len() > before {
            via.push((before, Vec::new()));
        }
        if let Some((_, who)) = via.last_mut() {
            annotation(&logical, list.packages.len() == before, who);
        }
    }
    link_annotations(list, &via);
    if list.packages.iter().all(|p| p.version.is_empty() || p.source.is_some())
        && let Some(first) = std::mem::take(&mut list.broken).into_iter().next()
    {
        let message = format!("This file pins nothing, and here stands {}.", first.message);
        list.notes.push(("unreadable-manifest", first.at, message));
    }
}

/// Gathers what `# via a`, or `# via` with a line `#   a` for each, says of the requirement before. `comment`: the line holds
/// nothing else.
fn annotation(line: &str, comment: bool, who: &mut Vec<String>) {
    let Some(at) = line.find('#').filter(|at| !comment || line[..*at].trim().is_empty()) else { return };
    let text = &line[at + 1..];
    let Some(names) = text.trim_start().strip_prefix("via").filter(|rest| rest.is_empty() || rest.starts_with(' '))
    else {
        // A name on a line of its own is indented.
        if comment && !who.is_empty() && text.starts_with("   ") {
            who.push(text.trim().to_owned());
        }
        return;
    };
    // Holds the place where the names stand on lines of their own.
    who.push(String::new());
    who.extend(names.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()));
}

/// Where every requirement is annotated, those that only other packages ask for are not the project's own.
fn link_annotations(list: &mut List<'_>, via: &[(usize, Vec<String>)]) {
    if via.is_empty() || via.iter().any(|(_, who)| who.iter().all(String::is_empty)) {
        return;
    }
    let places: HashMap<String, usize> =
        list.packages.iter().enumerate().map(|(i, p)| (normalize("PyPI", &p.name).into_owned(), i)).collect();
    let mut edges = Vec::new();
    for (to, who) in via {
        // `-r requirements.in`, `app (pyproject.toml)`.
        let own = |name: &str| name.starts_with('-') || name.contains('(');
        let mut direct = false;
        for name in who.iter().filter(|name| !name.is_empty()) {
            match places.get(&*normalize("PyPI", name)).filter(|_| !own(name)) {
                Some(from) => edges.push((*from, *to)),
                None => direct = true,
            }
        }
        list.packages[*to].direct = Some(direct);
    }
    for (from, to) in edges {
        list.packages[from].dependencies.push(to);
    }
}

fn requirement(list: &mut List<'_>, line: &str, start: usize) {
    let line = line.trim_start_matches('\u{feff}');
    let code = if line.trim_start().starts_with('#') { "" } else { line.split(" #").next().unwrap_or("") };
    let code = code.split("\t#").next().unwrap_or("").trim();
    if code.is_empty() {
        return;
    }
    if let Some(option) = code.strip_prefix('-') {
        // pip takes `-r other.txt`, `-rother.txt` and `--requirement=other.txt`.
        if let Some(place) = option.strip_prefix("e ").or_else(|| option.strip_prefix("-editable")) {
            self::place(list, place.trim_start_matches(['=', ' ']), start);
            return;
        }
        let file = ["-requirement", "-constraint", "r", "c"].iter().find_map(|o| option.strip_prefix(o));
        let file = file.map(|f| f.trim_start_matches(['=', ' ', '\t']).trim_matches(['"', '\'']));
        if let Some(file) = file.filter(|f| !f.is_empty())
            && list.facts.len() < includes::MAX_INCLUDES
        {
            list.facts.push(includes::fact(list.text, start, file));
        }
        return;
    }
    if ["<<<<<<<", ">>>>>>>"].iter().any(|mark| code.contains(mark)) {
        // Hashes over many lines are one line to pip.
        list.fail(start, "a merge conflict");
    }
    // Per-requirement options and hashes stand behind the requirement.
    let (spec, options) = match code.find(" -") {
        Some(i) => (&code[..i], &code[i..]),
        None => (code, ""),
    };
    let (name, rest) = requirement_of(spec);
    if names_a_place(spec) {
        place(list, spec, start);
        return;
    }
    if name.is_empty() || !rest.is_empty() && !rest.starts_with(['=', '<', '>', '~', '!', '@']) {
        list.fail(start, "a line that is no requirement");
        return;
    }
    if let Some(address) = rest.strip_prefix('@') {
        at_address(list, name, address.trim(), start);
        return;
    }
    // Of several constraints an exact one decides.
    let exact = exact_version(rest);
    let operator = ["===", "==", ">=", "<=", "~="].into_iter().find(|op| rest.starts_with(op)).unwrap_or("");
    let version = rest[operator.len()..].split_whitespace().next().unwrap_or("");
    if !operator.is_empty() && version.is_empty() {
        list.notes.push(("unpinned-requirement", start, format!("The requirement of `{name}` names no version.")));
        return;
    }
    // A wildcard or several constraints name no version at all.
    let version = match exact {
        Some(exact) => exact,
        None if operator.is_empty() || rest.contains([',', '*']) => "",
        None => version,
    };
    let package = list.add(name, version, start);
    package.direct = Some(true);
    if exact.is_none() && !operator.starts_with("==") {
        package.source = Some("range".to_owned());
    }
    for hash in options.split("--hash").skip(1) {
        let hash = hash.trim_start_matches(['=', ' ']).split_whitespace().next().unwrap_or("");
        package.hashes.extend(integrity(hash));
    }
}

/// A package at an address: a repository, or an archive.
fn at_address(list: &mut List<'_>, name: &str, address: &str, start: usize) {
    let version = archives::python(address, Some(name)).map(|(_, version)| version).unwrap_or_default();
    let package = list.add(name, &version, start);
    package.direct = Some(true);
    package.source = Some(if address.starts_with("git+") { "git" } else { "url" }.to_owned());
    package.commit = commit_of(address);
    if let Some(git) = address.strip_prefix("git+") {
        // The last `@` behind the host begins the reference.
        let plain = git.split('#').next().unwrap_or(git);
        let cut = plain.rfind('@').filter(|at| plain.rfind('/').is_some_and(|slash| slash > 8 && *at > slash));
        package.repository = Some(cut.map_or(plain, |at| &plain[..at]).to_owned());
    }
}

/// What has no name in front: `git+https://host/owner/name@v1#egg=name&subdirectory=…`, with and without `-e`, the older way to
/// name what a repository holds, and archives, whose own names say what they are. Folders name nothing.
fn place(list: &mut List<'_>, spec: &str, start: usize) {
    let spec = spec.split(';').next().unwrap_or("").trim();
    let (address, fragment) = spec.split_once('#').unwrap_or((spec, ""));
    let egg = fragment.split('&').find_map(|part| part.strip_prefix("egg=")).unwrap_or("");
    let name = Some(requirement_of(egg).0).filter(|name| !name.is_empty());
    let remote = address.contains("://") && !address.starts_with("file:");
    if ["git+", "hg+", "svn+", "bzr+"].iter().any(|scheme| address.starts_with(scheme)) {
        match name {
            Some(name) => at_address(list, name, address, start),
            None => unlocked::unlisted(list, start, Cause::Repository, &archives::shown(address)),
        }
    } else if let Some((name, version)) = archives::python(address, name) {
        let package = list.add(&name, &version, start);
        package.direct = Some(true);
        package.source = Some("url".to_owned());
    } else if let Some(name) = name.filter(|_| remote) {
        at_address(list, name, address, start);
    } else if remote || archives::is_python(address) {
        unlocked::unlisted(list, start, Cause::Address, &archives::shown(address));
    }
}

/// The version of a constraint's exact clause: `==1.0` in `>=0.5,==1.0`.
pub(super) fn exact_version(constraint: &str) -> Option<&str> {
    let clauses = constraint.split(',').map(|clause| clause.trim().trim_matches(['(', ')']));
    let exact = clauses.filter_map(|clause| clause.strip_prefix("===").or_else(|| clause.strip_prefix("==")));
    exact.filter_map(|version| version.split_whitespace().next()).find(|version| !version.contains('*'))
}

/// Whether a requirement is an address, a folder or an archive on disk: it has no name to look up.
fn names_a_place(spec: &str) -> bool {
    let spec = spec.split(';').next().unwrap_or("").trim();
    let (path, fragment) = spec.split_once('#').unwrap_or((spec, ""));
    let archive = archives::is_python(path);
    let before = spec.split(['@', ' ']).next().unwrap_or("");
    spec.starts_with(['.', '/', '~', '$'])
        || before.contains("://")
        || before.contains(['/', '\\'])
        || archive && !spec.contains('@')
        || fragment.starts_with("egg=") && !requirement_of(spec).1.starts_with('@')
}

/// Name and constraint of a requirement (PEP 508), without extras and markers.
pub(super) fn requirement_of(text: &str) -> (&str, &str) {
    let text = text.split(';').next().unwrap_or("").trim();
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let (name, rest) = text.split_at(text.find(|c| !is_name(c)).unwrap_or(text.len()));
    let mut rest = rest.trim_start();
    if let Some(extras) = rest.strip_prefix('[') {
        rest = extras.split_once(']').map_or("", |(_, r)| r).trim_start();
    }
    (name, rest.trim_start_matches('(').trim_end_matches(')').trim())
}

/// The commit of `git+https://host/owner/name@commit#…`.
fn commit_of(address: &str) -> Option<String> {
    let address = address.split('#').next()?;
    let (_, commit) = address.rsplit_once('@')?;
    (commit.len() >= 7 && commit.bytes().all(|b| b.is_ascii_hexdigit())).then(|| commit.to_owned())
}

/// Joins dependencies by normalised name; where a name has several versions, all of them.
pub(super) fn link(list: &mut List<'_>, wanted: &[(usize, Vec<String>)]) {
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, package) in list.packages.iter().enumerate() {
        places.entry(normalize("PyPI", &package.name).into_owned()).or_default().push(i);
    }
    for (i, names) in wanted {
        for name in names {
            if let Some(found) = places.get(&*normalize("PyPI", name)) {
                // Forks of a resolution give a name a few versions; a hostile file gives it thousands.
                list.packages[*i].dependencies.extend(found.iter().take(16));
            }
        }
    }
}

/// What the lock files that list tables `[[package]]` have in common: those, or a head that says that there are none.
pub(super) fn python_package_tables(list: &mut List<'_>, root: &Node<'_>, head: &[&str]) {
    let packages = root.get("package");
    let said = packages.is_some() || head.iter().any(|key| root.get(key).is_some());
    list.expect(said, 0, "it has neither a head nor packages");
    if let Some(packages) = packages {
        list.expect(packages.is_list(), packages.at, "`package` is no array of tables");
    }
}

pub(super) fn poetry(list: &mut List<'_>) {
    list.of("PyPI");
    let parsed = toml::parse(list.text);
    list.broken(parsed.broken);
    python_package_tables(list, &parsed.root, &["metadata"]);
    list.expect_version(parsed.root.at_path(&["metadata", "lock-version"]), 0..=2);
    let mut wanted = Vec::new();
    for node in parsed.root.get("package").map(Node::items).unwrap_or_default() {
        let Some(package) = list.named(node) else { continue };
        if node.is_true("optional") {
            package.groups.push("optional".to_owned());
        }
        match node.get("groups") {
            // Since poetry 2 a package names its groups; in `main` it is used in production.
            Some(groups) if !groups.texts().any(|g| g == "main") => {
                package.groups.extend(groups.texts().map(str::to_owned))
            }
            Some(_) => {}
            None => {
                if node.text_of("category") == Some("dev") {
                    package.groups.push("dev".to_owned());
                }
            }
        }
        match node.at_path(&["source", "type"]).and_then(Node::text) {
            Some("git") => {
                package.source = Some("git".to_owned());
                package.repository = node.at_path(&["source", "url"]).and_then(Node::text).map(str::to_owned);
                package.commit =
                    node.at_path(&["source", "resolved_reference"]).and_then(Node::text).map(str::to_owned);
            }
            Some("directory" | "file") => package.source = Some("path".to_owned()),
            Some("url") => package.source = Some("url".to_owned()),
            _ => {}
        }
        for file in node.get("files").map(Node::items).unwrap_or_default() {
            package.hashes.extend(file.text_of("hash").and_then(integrity));
        }
        let names = node.get("dependencies").map(|d| d.entries().iter().map(|e| e.key.to_string()).collect());
        wanted.push((list.packages.len() - 1, names.unwrap_or_default()));
    }
    link(list, &wanted);
}

pub(super) fn uv(list: &mut List<'_>) {
    list.of("PyPI");
    let parsed = toml::parse(list.text);
    list.broken(parsed.broken);
    python_package_tables(list, &parsed.root, &["version"]);
    list.expect_version(parsed.root.get("version"), 1..=1);
    let mut wanted: Vec<(usize, Vec<String>)> = Vec::new();
    let mut direct: Vec<(String, Option<String>)> = Vec::new();
    for node in parsed.root.get("package").map(Node::items).unwrap_or_default() {
        let Some(name) = node.get("name") else {
            list.fail(node.at as usize, "a package without a name");
            continue;
        };
        let names = |key: &str| -> Vec<String> {
            node.get(key)
                .map(|d| d.items().iter().filter_map(|i| i.text_of("name")).map(str::to_owned).collect())
                .unwrap_or_default()
        };
        let source = node.get("source");
        let own = source.is_some_and(|s| ["virtual", "editable", "directory"].iter().any(|k| s.get(k).is_some()));
        let mut all = names("dependencies");
        if own {
            direct.extend(all.iter().map(|n| (n.clone(), None)));
        }
        for (key, group) in [("optional-dependencies", "optional"), ("dev-dependencies", "dev")] {
            for extra in node.get(key).map(Node::entries).unwrap_or_default() {
                for item in extra.node.items() {
                    let Some(name) = item.text_of("name") else { continue };
                    if own {
                        let group = if group == "dev" { extra.key.to_string() } else { group.to_owned() };
                        direct.push((name.to_owned(), Some(group)));
                    }
                    all.push(name.to_owned());
                }
            }
        }
        if list.is_full() {
            break;
        }
        let package = list.add(name.text().unwrap_or(""), node.text_of("version").unwrap_or(""), name.at as usize);
        if own {
            package.source = Some("path".to_owned());
        } else if let Some(address) = source.and_then(|s| s.text_of("git")) {
            package.source = Some("git".to_owned());
            package.repository = Some(address.to_owned());
            package.commit = address.rsplit_once('#').map(|(_, c)| c.to_owned());
        } else if source.is_some_and(|s| s.get("url").is_some() || s.get("path").is_some()) {
            package.source = Some("url".to_owned());
        }
        let files = node.get("sdist").into_iter().chain(node.get("wheels").map(Node::items).unwrap_or_default());
        for file in files {
            package.hashes.extend(file.text_of("hash").and_then(integrity));
        }
        wanted.push((list.packages.len() - 1, all));
    }
    link(list, &wanted);
    mark_groups(list, &direct);
}

/// Marks what the project asks for, and what only its groups reach.
fn mark_groups(list: &mut List<'_>, direct: &[(String, Option<String>)]) {
    if direct.is_empty() {
        return;
    }
    let mut reached: Vec<Vec<String>> = vec![Vec::new(); list.packages.len()];
    let mut main = vec![false; list.packages.len()];
    for package in &mut list.packages {
        package.direct = Some(package.source.as_deref() == Some("path"));
    }
    let mut groups: Vec<Option<&String>> = direct.iter().map(|(_, g)| g.as_ref()).collect();
    groups.sort();
    groups.dedup();
    groups.truncate(64);
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, package) in list.packages.iter().enumerate() {
        places.entry(normalize("PyPI", &package.name).into_owned()).or_default().push(i);
    }
    for group in groups {
        let mut seen = vec![false; list.packages.len()];
        let mut open: Vec<usize> = Vec::new();
        for (name, _) in direct.iter().filter(|(_, g)| g.as_ref() == group) {
            for &i in places.get(&*normalize("PyPI", name)).map(Vec::as_slice).unwrap_or_default() {
                list.packages[i].direct = Some(true);
                open.push(i);
            }
        }
        while let Some(i) = open.pop() {
            if std::mem::replace(&mut seen[i], true) {
                continue;
            }
            match group {
                Some(group) => reached[i].push(group.clone()),
                None => main[i] = true,
            }
            open.extend(&list.packages[i].dependencies);
        }
    }
    for ((package, groups), main) in list.packages.iter_mut().zip(reached).zip(main) {
        if !main {
            package.groups.extend(groups);
        }
    }
}
