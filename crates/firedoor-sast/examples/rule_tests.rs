//! Runs a folder of rule files with annotated fixtures and counts agreement.
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::sync::Arc;

use firedoor_core::{Origin, RepoPath, RuleSource, SourceFile};
use firedoor_sast::testing::{Expected, annotations, run_on};

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let only = args.get(2);
    let mut names: Vec<_> = std::fs::read_dir(&args[1]).unwrap().map(|e| e.unwrap().path()).collect();
    names.sort();
    let mut counts: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    let stem = |p: &std::path::Path| p.file_name().unwrap().to_str().unwrap().split('.').next().unwrap().to_owned();
    for rule in
        names.iter().filter(|p| p.extension().is_some_and(|e| e == "yaml") && !p.to_str().unwrap().contains(".test."))
    {
        let name = stem(rule);
        if only.is_some_and(|o| o != "-v" && *o != name) {
            continue;
        }
        let text = std::fs::read_to_string(rule).unwrap();
        if !text.contains("rules:") {
            continue;
        }
        for target in names.iter().filter(|p| stem(p) == name && *p != rule && !p.to_str().unwrap().contains(".fixed"))
        {
            let bytes = std::fs::read(target).unwrap();
            let Ok(code) = String::from_utf8(bytes.clone()) else { continue };
            let expected = annotations(&code);
            let path = RepoPath::new(target.file_name().unwrap().to_str().unwrap());
            let file = Arc::new(SourceFile::new(path, Origin::WorkTree, bytes));
            let outcome = run_on(&RuleSource::new(name.as_str(), text.as_str()), &file, Some("2026-11-22"));
            let extension = target.extension().unwrap().to_str().unwrap().to_owned();
            let entry = counts.entry(extension).or_default();
            let mut wrong = Vec::new();
            let empty = Expected::default();
            for (id, lines) in &outcome.lines {
                let want = &expected.get(id).unwrap_or(&empty).reported;
                if want != lines {
                    let missing: Vec<_> = want.difference(lines).collect();
                    let extra: Vec<_> = lines.difference(want).collect();
                    wrong.push(format!("{id}: missing {missing:?} extra {extra:?}"));
                }
            }
            for d in &outcome.diagnostics {
                wrong.push(format!("{d}"));
            }
            if wrong.is_empty() {
                entry.0 += 1;
            } else {
                entry.1 += 1;
                println!("{} {}", target.file_name().unwrap().to_str().unwrap(), wrong.join("\n    "));
            }
        }
    }
    println!("{counts:?}");
}
