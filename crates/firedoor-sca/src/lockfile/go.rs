//! Go: `go.mod`, `go.sum`, `vendor/modules.txt` (Go modules reference).

use std::collections::{HashMap, HashSet};

use super::List;

/// A line's words, without its comment, and the comment.
fn words(line: &str) -> (Vec<String>, &str) {
    let (code, comment) = match line.find("//") {
        // An address holds `//` only inside quotes, which go.mod hardly ever has.
        Some(i) if i == 0 || line[..i].ends_with(char::is_whitespace) => (&line[..i], line[i + 2..].trim()),
        _ => (line, ""),
    };
    let words = code.split_whitespace().map(|w| w.trim_matches(['"', '`']).to_owned()).collect();
    (words, comment)
}

struct Replace {
    at: usize,
    old: String,
    old_version: Option<String>,
    new: String,
    new_version: Option<String>,
}

pub(super) fn go_mod(list: &mut List<'_>) {
    list.of("Go");
    let mut block: Option<String> = None;
    let mut is_module = false;
    let mut requires: Vec<(usize, String, String, bool)> = Vec::new();
    let mut replaces: Vec<Replace> = Vec::new();
    let mut go: Option<(usize, String)> = None;
    let mut toolchain: Option<(usize, String)> = None;
    let mut at = 0;
    for line in list.text.split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        let (mut words, comment) = words(line);
        if words.is_empty() {
            continue;
        }
        let directive = match &block {
            Some(_) if words[0] == ")" => {
                block = None;
                continue;
            }
            Some(directive) => directive.clone(),
            None => {
                let mut directive = words.remove(0);
                // The parenthesis is a token of its own, with and without a blank before it.
                if directive.len() > 1
                    && let Some(word) = directive.strip_suffix('(')
                {
                    directive = word.to_owned();
                    words.insert(0, "(".to_owned());
                }
                if words.first().is_some_and(|w| w == "(") {
                    block = Some(directive);
                    continue;
                }
                directive
            }
        };
        match (directive.as_str(), words.as_slice()) {
            ("require", [path, version]) => {
                let indirect = comment.split([';', ' ']).any(|w| w == "indirect");
                requires.push((start, path.clone(), version.clone(), indirect));
            }
            ("go", [version]) => go = Some((start, version.clone())),
            ("toolchain", [version]) => toolchain = Some((start, version.clone())),
            ("replace", words) => {
                let Some(arrow) = words.iter().position(|w| w == "=>") else {
                    list.fail(start, "a replace without `=>`");
                    continue;
                };
                let (old, new) = (&words[..arrow], &words[arrow + 1..]);
                if let (Some(old_path), Some(new_path)) = (old.first(), new.first()) {
                    replaces.push(Replace {
                        at: start,
                        old: old_path.clone(),
                        old_version: old.get(1).cloned(),
                        new: new_path.clone(),
                        new_version: new.get(1).cloned(),
                    });
                }
            }
            ("module", _) => is_module = true,
            ("exclude" | "retract" | "tool" | "ignore" | "godebug", _) => {}
            ("require" | "go" | "toolchain", _) => {
                list.fail(start, format!("`{directive}` has the wrong number of words"))
            }
            // A later version of Go may know more words.
            (word, _) if word == ")" || word.bytes().all(|b| b.is_ascii_lowercase()) => {}
            _ => list.fail(start, "a line that is no directive"),
        }
    }
    if list.text.trim().is_empty() {
        // Such files keep a folder out of the module above.
        list.notes.push(("empty-lockfile", 0, "This go.mod is empty: it requires nothing.".to_owned()));
    } else {
        list.expect(is_module || !requires.is_empty() || go.is_some(), 0, "it names no module");
    }
    let mut replaced: HashSet<(String, String)> = HashSet::new();
    // A replacement of one version goes before one of every version; of equals, the last one counts.
    let replaces: HashMap<(&str, Option<&str>), &Replace> =
        replaces.iter().map(|r| ((r.old.as_str(), r.old_version.as_deref()), r)).collect();
    let plain = |version: &str| version.strip_prefix('v').unwrap_or(version).to_owned();
    for (at, path, version, indirect) in requires {
        if list.is_full() {
            break;
        }
        let replace =
            replaces.get(&(path.as_str(), Some(version.as_str()))).or_else(|| replaces.get(&(path.as_str(), None)));
        let package = match replace.copied() {
            // A replacement without a version is a folder.
            Some(Replace { new_version: None, .. }) => continue,
            Some(Replace { new, new_version: Some(version), at, .. }) => {
                if !replaced.insert((new.clone(), version.clone())) {
                    continue;
                }
                list.add(new, &plain(version), *at)
            }
            None => list.add(&path, &plain(&version), at),
        };
        package.direct = Some(!indirect);
    }
    if let Some((_, version)) = &go {
        list.facts.push(("go".to_owned(), version.clone()));
    }
    // The toolchain line names the compiler, else the go line its minimum.
    let named = toolchain.and_then(|(at, name)| Some((at, name.strip_prefix("go")?.to_owned(), false)));
    if let Some((at, version, minimum)) = named.or(go.map(|(at, version)| (at, version, true))) {
        let version = version.split_once('-').map_or(version.as_str(), |(v, _)| v).to_owned();
        let package = list.add("stdlib", &version, at);
        package.direct = Some(true);
        package.source = minimum.then(|| "minimum".to_owned());
    }
}

/// `go.sum`: kept as facts; [`project`](super::project) takes from it what a `go.mod` before 1.17 leaves out.
pub(super) fn go_sum(list: &mut List<'_>) {
    for (number, line) in list.text.lines().enumerate() {
        let mut words = line.split_whitespace();
        let (Some(path), Some(version)) = (words.next(), words.next()) else { continue };
        // A line of `/go.mod` tells that the module was looked at, not that it is used.
        if version.ends_with("/go.mod") {
            continue;
        }
        let version = version.strip_prefix('v').unwrap_or(version);
        list.facts.push((path.to_owned(), format!("{version} {}", number + 1)));
        if list.facts.len() >= super::MAX_PACKAGES {
            return;
        }
    }
}

/// `vendor/modules.txt`: lines `# path version` or `# path version => path version`.
pub(super) fn vendor_modules(list: &mut List<'_>) {
    list.of("Go");
    let mut at = 0;
    // A header counts once a package of the module follows: others are named but not vendored.
    let mut open: Option<(String, String, usize, bool, bool)> = None;
    for line in list.text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        if let Some(marks) = line.strip_prefix("## ") {
            if let Some((.., explicit)) = &mut open {
                *explicit = marks.split(';').any(|m| m.trim() == "explicit");
            }
            continue;
        }
        let Some(header) = line.strip_prefix("# ") else {
            if line.trim().contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>')) {
                list.fail(start, "a line that is neither a module nor a package");
                continue;
            }
            if let Some((path, version, start, local, explicit)) = open.take().filter(|_| !line.trim().is_empty()) {
                let package = list.add(&path, &version, start);
                package.direct = Some(explicit);
                if local {
                    package.source = Some("path".to_owned());
                }
            }
            continue;
        };
        open = None;
        let words: Vec<&str> = header.split_whitespace().collect();
        let (path, version, local) = match words.as_slice() {
            [path, version] if version.starts_with('v') => (*path, *version, false),
            [_, _, "=>", path, version] | [_, "=>", path, version] => (*path, *version, false),
            [path, version, "=>", _] => (*path, *version, true),
            // A replacement of every version by a folder.
            [_, "=>", _] => continue,
            _ => {
                list.fail(start, "a module without a version");
                continue;
            }
        };
        let version = version.strip_prefix('v').unwrap_or(version);
        if list.packages.iter().rev().take(2_000).any(|p| p.name == path && p.version == version) {
            continue;
        }
        open = Some((path.to_owned(), version.to_owned(), start, local, false));
    }
}
