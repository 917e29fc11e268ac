//! Prints where the rules of a folder find something in the files of the same name, one line each, for comparing with
//! another engine: `rule_ranges FOLDER`.
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::unwrap_used)]

use std::path::Path;
use std::sync::Arc;

use firedoor_core::{Origin, RepoPath, RuleSource, SourceFile};
use firedoor_sast::testing::run_on;

fn main() {
    let folder = std::env::args().nth(1).unwrap();
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    names.sort();
    let stem = |p: &Path| p.file_name().unwrap().to_str().unwrap().split('.').next().unwrap().to_owned();
    for rule in names.iter().filter(|p| p.extension().is_some_and(|e| e == "yaml")) {
        let name = stem(rule);
        let text = std::fs::read_to_string(rule).unwrap();
        if !text.contains("rules:") && !text.contains("\"rules\":") || rule.to_str().unwrap().contains(".test.") {
            continue;
        }
        for target in names.iter().filter(|p| stem(p) == name && *p != rule) {
            let shown = target.file_name().unwrap().to_str().unwrap();
            let bytes = std::fs::read(target).unwrap();
            let file = Arc::new(SourceFile::new(RepoPath::new(shown), Origin::WorkTree, bytes));
            let outcome = run_on(&RuleSource::new(name.as_str(), text.as_str()), &file, Some("2026-11-22"));
            for d in &outcome.diagnostics {
                println!("E\t{shown}\t{}", d.to_string().replace('\n', " "));
            }
            for finding in &outcome.findings.findings {
                let r = &finding.location.region;
                println!(
                    "F\t{shown}\t{}\t{}:{}-{}:{}\t{}",
                    finding.rule.id, r.start_line, r.start_column, r.end_line, r.end_column, finding.message
                );
                for edit in finding.fixes.iter().flat_map(|f| &f.edits) {
                    println!("X\t{shown}\t{}\t{}\t{:?}", finding.rule.id, r.start_line, edit.replacement);
                }
            }
        }
    }
}
