//! Lists the files of a manifest of expected packages and prints every deviation:
//! `cargo run --example lockfiles -- FOLDER [PART OF A PATH]`.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measuring tool, not an engine"
)]

use firedoor_core::{Origin, RepoPath, SourceFile};
use std::collections::BTreeMap;

fn files(dir: &std::path::Path, base: &std::path::Path, out: &mut Vec<SourceFile>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, base, out);
            continue;
        }
        let name = path.strip_prefix(base).unwrap().to_str().unwrap().to_owned();
        out.push(SourceFile::new(RepoPath::new(name), Origin::WorkTree, std::fs::read(&path).unwrap()));
    }
}

fn main() {
    let folder = std::env::args().nth(1).expect("a folder");
    let only = std::env::args().nth(2).unwrap_or_default();
    let manifest: serde_json::Value =
        serde_json::from_slice(&std::fs::read(format!("{folder}/manifest.json")).unwrap()).unwrap();
    let (mut cases, mut bad, mut expected, mut missing_total, mut extra_total, mut lines) = (0, 0, 0, 0, 0, 0);
    for case in manifest.as_array().unwrap() {
        let path = case["path"].as_str().unwrap();
        if !path.contains(&only) {
            continue;
        }
        cases += 1;
        let top = std::path::Path::new(&folder).join(path.split('/').next().unwrap());
        let mut all = Vec::new();
        files(&top, &top, &mut all);
        all.sort_by(|a, b| a.path().cmp(b.path()));
        let name = path.split_once('/').unwrap().1;
        let listed = firedoor_sca::list_project(all.iter());
        let file = listed.iter().find(|f| f.path.as_str() == name);
        let mut got: BTreeMap<(String, String), Vec<(u32, String)>> = BTreeMap::new();
        for p in file.map(|f| f.packages.as_slice()).unwrap_or_default() {
            let eco = p.ecosystem.clone();
            got.entry((p.name.clone(), p.version.clone()))
                .or_default()
                .push((p.line, format!("{eco} {}", p.groups.join(","))));
        }
        let mut problems = Vec::new();
        let mut want: BTreeMap<(String, String), ()> = BTreeMap::new();
        for e in case["expected"].as_array().unwrap() {
            expected += 1;
            let key = (e["name"].as_str().unwrap().to_owned(), e["version"].as_str().unwrap_or("").to_owned());
            want.insert(key.clone(), ());
            match got.get(&key) {
                None => {
                    if e["required"].as_bool() != Some(false) {
                        missing_total += 1;
                        problems.push(format!("missing {e}"))
                    }
                }
                Some(found) => {
                    if let Some(line) = e["line"].as_u64()
                        && !found.iter().any(|f| u64::from(f.0) == line)
                    {
                        lines += 1;
                        problems.push(format!("line {key:?} want {line} got {found:?}"));
                    }
                    let eco = e["ecosystem"].as_str().unwrap_or("");
                    if !found.iter().any(|f| f.1.starts_with(eco)) {
                        problems.push(format!("ecosystem {e} got {found:?}"));
                    }
                    if let Some(groups) = e["groups"].as_array() {
                        let groups: Vec<&str> = groups.iter().map(|g| g.as_str().unwrap()).collect();
                        if !found.iter().any(|f| f.1.split(' ').next_back() == Some(&groups.join(","))) {
                            problems.push(format!("groups {e} got {found:?}"));
                        }
                    }
                }
            }
        }
        for (key, found) in &got {
            if !want.contains_key(key) {
                extra_total += 1;
                problems.push(format!("extra {key:?} {found:?}"));
            }
        }
        if file.is_none() && case["expected"].as_array().unwrap().is_empty() {
            continue;
        }
        if !problems.is_empty() {
            bad += 1;
            println!(
                "== {path}: {} expected, {} problems{}",
                case["expected"].as_array().unwrap().len(),
                problems.len(),
                if file.is_none() { " (NOT LISTED)" } else { "" }
            );
            for p in problems.iter().take(if only.is_empty() { 6 } else { 40 }) {
                println!("   {p}");
            }
        }
    }
    println!(
        "{cases} files, {bad} with deviations; {expected} expected, {missing_total} missing, {extra_total} extra, {lines} on another line"
    );
}
