//! Runs the code engine alone over a tree and prints every finding and notice in full, sorted; for comparing two
//! versions of the engine byte by byte, and for profilers.
//!
//! `sast_dump PATH [RULES.yaml…]`: without rule files the built-in pack runs. `JOBS` in the environment sets the threads.
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use firedoor_core::{Candidate, Engine as _, Findings, Interest, Origin, RepoPath, RuleSource, SourceFile};
use firedoor_sast::{SastConfig, compile};
use rayon::prelude::*;

fn walk(dir: &Path, into: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    for entry in entries.flatten() {
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() && entry.file_name() != ".git" {
            walk(&entry.path(), into);
        } else if kind.is_file() {
            into.push(entry.path());
        }
    }
}

fn main() {
    let begin = Instant::now();
    let args: Vec<String> = std::env::args().collect();
    let jobs = std::env::var("JOBS").ok().and_then(|n| n.parse().ok()).unwrap_or(1);
    rayon::ThreadPoolBuilder::new().num_threads(jobs).stack_size(32 << 20).build_global().unwrap();
    let root = Path::new(&args[1]);
    let mut files = Vec::new();
    if root.is_dir() {
        walk(root, &mut files);
    } else {
        files.push(root.to_path_buf());
    }
    files.sort();
    let mut rules = Vec::new();
    for path in &args[2..] {
        walk(Path::new(path), &mut rules);
        if Path::new(path).is_file() {
            rules.push(path.into());
        }
    }
    rules.retain(|p| matches!(p.extension().and_then(|e| e.to_str()), Some("yaml" | "yml")));
    let read = |p: &PathBuf| RuleSource::new(p.to_string_lossy().into_owned(), std::fs::read_to_string(p).unwrap());
    let sources: Vec<RuleSource> = rules.iter().map(read).filter(|s| s.text.contains("rules:")).collect();
    let config = SastConfig { builtin: sources.is_empty(), sources, ..SastConfig::default() };
    let (engine, errors) = compile(&config);
    eprintln!("{:?} for {} rules, {} diagnostics", begin.elapsed(), engine.rules().len(), errors.len());
    let scan = engine.start();
    let all: Vec<(Findings, f64, &PathBuf)> = files
        .par_iter()
        .map(|path| {
            let mut out = Findings::default();
            let below = path.strip_prefix(root).ok().filter(|p| !p.as_os_str().is_empty());
            let shown = below.unwrap_or_else(|| Path::new(path.file_name().unwrap()));
            let shown = RepoPath::new(shown.to_string_lossy().into_owned());
            let size = path.metadata().map_or(0, |m| m.len());
            let candidate = Candidate { path: &shown, size, origin: &Origin::WorkTree, changed: true };
            let begin = Instant::now();
            if engine.interest(&candidate) != Interest::Skip {
                let file = SourceFile::new(shown, Origin::WorkTree, std::fs::read(path).unwrap());
                scan.file(&Arc::new(file), &mut out);
            }
            (out, begin.elapsed().as_secs_f64(), path)
        })
        .collect();
    let before = begin.elapsed();
    let mut found = Findings::default();
    scan.finish(&mut found);
    eprintln!("{before:?} for files, {:?} to finish", begin.elapsed() - before);
    let mut slow: Vec<(f64, &PathBuf)> = all.iter().map(|(_, took, path)| (*took, *path)).collect();
    slow.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (took, path) in slow.iter().take(5) {
        eprintln!("{took:>8.3} s {}", path.display());
    }
    for (mut part, _, _) in all {
        found.append(&mut part);
    }
    let mut lines: Vec<String> = found.findings.iter().map(|f| format!("{f:?}")).collect();
    lines.extend(found.notices.iter().map(|n| format!("{n:?}")));
    lines.sort();
    eprintln!("{} findings, {} notices", found.findings.len(), found.notices.len());
    lines.iter().for_each(|l| println!("{l}"));
}
