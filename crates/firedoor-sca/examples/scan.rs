//! Runs the engine over files with the embedded database and prints what it says: `cargo run --example scan -- FILE...`.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measuring tool, not an engine"
)]

use std::sync::Arc;
use std::time::Instant;

use firedoor_core::{Engine, Findings, Origin, RepoPath, SourceFile};

fn main() {
    let begin = Instant::now();
    let engine = firedoor_sca::ScaEngine::new(firedoor_sca::Database::embedded(), firedoor_sca::ScaOptions::default());
    let opened = begin.elapsed();
    let scan = engine.start();
    let mut out = Findings::default();
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).unwrap();
        scan.file(&Arc::new(SourceFile::new(RepoPath::new(path), Origin::WorkTree, bytes)), &mut out);
    }
    let read = begin.elapsed();
    scan.finish(&mut out);
    let done = begin.elapsed();
    if std::env::var_os("QUIET").is_none() {
        for f in &out.findings {
            println!(
                "{}:{}: [{}] {} {}",
                f.location.path, f.location.region.start_line, f.severity, f.rule.id, f.message
            );
        }
        for n in &out.notices {
            println!("{:?} {:?}:{:?} {}", n.level, n.path, n.line, n.message);
        }
    }
    println!(
        "{} findings, {} packages; open {opened:?}, read {:?}, judge {:?}",
        out.findings.len(),
        engine.packages(),
        read - opened,
        done - read
    );
}
