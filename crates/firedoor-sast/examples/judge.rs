//! Runs the built-in rules over files and prints what each took: to find code whose judgement is not linear.
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::unwrap_used)]

use std::sync::Arc;
use std::time::Instant;

use firedoor_core::{Engine, Findings, Origin, RepoPath, RuleSource, SourceFile};
use firedoor_sast::{SastConfig, compile};

fn main() {
    let mut config = SastConfig { check: false, max_file_size: 100_000_000, ..SastConfig::default() };
    let mut files = Vec::new();
    let mut all = std::env::args().skip(1);
    while let Some(arg) = all.next() {
        if arg == "--rules" {
            let path = all.next().unwrap();
            config.builtin = false;
            config.sources.push(RuleSource::new(path.as_str(), std::fs::read_to_string(&path).unwrap()));
        } else {
            files.push(arg);
        }
    }
    let (engine, diagnostics) = compile(&config);
    for diagnostic in diagnostics {
        println!("{diagnostic}");
    }
    for path in files {
        let bytes = std::fs::read(&path).unwrap();
        let name = path.rsplit('/').next().unwrap();
        let file = Arc::new(SourceFile::new(RepoPath::new(name), Origin::WorkTree, bytes));
        let begin = Instant::now();
        let mut findings = Findings::default();
        let scan = engine.start();
        scan.file(&file, &mut findings);
        let middle = begin.elapsed();
        scan.finish(&mut findings);
        println!(
            "{:8.2} {:8.2} {name} {} findings",
            middle.as_secs_f64(),
            begin.elapsed().as_secs_f64(),
            findings.findings.len()
        );
        for notice in &findings.notices {
            println!("    {}: {}", notice.code, notice.message);
        }
    }
}
