//! Bundler's `Gemfile.lock` and `gems.locked`.

use std::collections::{HashMap, HashSet};

use super::List;

pub(super) fn lock(list: &mut List<'_>) {
    list.of("RubyGems");
    let text = list.text;
    let mut section = "";
    let (mut revision, mut remote): (Option<String>, Option<String>) = (None, None);
    let mut at = 0;
    let mut wanted: Vec<(usize, String)> = Vec::new();
    let mut direct: HashSet<String> = HashSet::new();
    let mut sums: Vec<(&str, &str, &str)> = Vec::new();
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let body = line.trim_end();
        if body.trim().is_empty() {
            continue;
        }
        let indent = body.len() - body.trim_start().len();
        let body = body.trim_start();
        if indent == 0 {
            if body.starts_with("<<<<<<<") || body.starts_with(">>>>>>>") || body.starts_with("=======") {
                list.fail(start, "a merge conflict");
            } else if !body.bytes().all(|b| b.is_ascii_uppercase() || b == b' ') {
                list.fail(start, "a line that begins no section");
            }
            (section, revision, remote) = (body, None, None);
            continue;
        }
        match (section, indent) {
            ("GIT" | "PATH" | "GEM" | "PLUGIN SOURCE", 2) => {
                if let Some(commit) = body.strip_prefix("revision: ") {
                    revision = Some(commit.to_owned());
                } else if let Some(address) = body.strip_prefix("remote: ") {
                    remote = Some(address.to_owned());
                } else if !body.contains(':') {
                    list.fail(start, "a line that says nothing of a source");
                }
            }
            ("GIT" | "PATH" | "GEM" | "PLUGIN SOURCE", 4) => {
                let Some((name, version)) = body.strip_suffix(')').and_then(|b| b.split_once(" (")) else {
                    list.fail(start, "a gem without a version");
                    continue;
                };
                if list.is_full() {
                    return;
                }
                // `1.2.3-x86_64-linux`: the platform is no part of the version.
                let version = match version.split_once('-') {
                    Some((plain, _)) if plain.starts_with(|c: char| c.is_ascii_digit()) => plain,
                    _ => version,
                };
                let package = list.add(name, version, start);
                match section {
                    "GIT" => {
                        package.source = Some("git".to_owned());
                        package.commit.clone_from(&revision);
                        package.repository.clone_from(&remote);
                    }
                    "PATH" => package.source = Some("path".to_owned()),
                    _ => {}
                }
            }
            ("GIT" | "PATH" | "GEM" | "PLUGIN SOURCE", 6) => {
                let name = body.split(' ').next().unwrap_or("");
                if let Some(last) = list.packages.len().checked_sub(1) {
                    wanted.push((last, name.to_owned()));
                }
            }
            ("DEPENDENCIES", 2) => {
                let name = body.split([' ', '!']).next().unwrap_or("");
                direct.insert(name.to_owned());
            }
            ("CHECKSUMS", 2) => {
                if let Some((head, sum)) = body.split_once(") sha256=")
                    && let Some((name, version)) = head.split_once(" (")
                {
                    let sum = sum.split(',').next().unwrap_or(sum);
                    sums.push((name, version, sum));
                }
            }
            ("GIT" | "PATH" | "GEM" | "PLUGIN SOURCE", _) => list.fail(start, "a line with an unknown indentation"),
            _ => {}
        }
    }
    let mut places: HashMap<String, usize> = HashMap::new();
    for (i, package) in list.packages.iter().enumerate() {
        places.entry(package.name.clone()).or_insert(i);
    }
    for (name, version, sum) in sums {
        // A platform's own gem has its platform behind the version.
        if let Some(package) = places.get(name).and_then(|i| list.packages.get_mut(*i))
            && version.split('-').next() == Some(&*package.version)
        {
            package.hashes.push(("sha256".to_owned(), sum.to_owned()));
        }
    }
    for (from, name) in wanted {
        if let Some(to) = places.get(&name) {
            list.packages[from].dependencies.push(*to);
        }
    }
    if !direct.is_empty() {
        for package in &mut list.packages {
            package.direct = Some(direct.contains(&package.name));
        }
    }
}
