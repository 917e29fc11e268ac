//! Scans folders: `walk [--all] [-q] FOLDER…`. Prints what reaches the gate (`--all`: everything) with a masked value,
//! and the CPU time of reading and of detection on one thread.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a developer's tool reads files and prints")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{env, fs};

use firedoor_core::{Confidence, Engine, Evidence, Findings, Origin, RepoPath, SourceFile};
use firedoor_secrets::{SecretsConfig, compile};

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let has = |flag: &str| args.iter().any(|a| a == flag);
    let begin = Instant::now();
    let resolve = |_: &str| Err("none".to_owned());
    let mut sources = Vec::new();
    if let Some(i) = args.iter().position(|a| a == "--rules") {
        let path = args.get(i + 1).expect("a file");
        sources.push(firedoor_core::RuleSource::new(path.as_str(), fs::read_to_string(path).expect("readable")));
    }
    let config = SecretsConfig { builtin: !has("--only"), extended: has("--extended"), sources, resolve: &resolve };
    let (engine, diagnostics) = compile(&config);
    diagnostics.iter().for_each(|d| println!("{d}"));
    let start_up = begin.elapsed();
    let scan = engine.start();
    let (mut files, mut bytes, mut reading, mut detecting) = (0, 0, Duration::ZERO, Duration::ZERO);
    let mut counts: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    for root in args.iter().filter(|a| !a.starts_with('-') && Path::new(a.as_str()).is_dir()) {
        let mut paths = Vec::new();
        collect(Path::new(root), &mut paths);
        paths.sort();
        for path in paths {
            let t = Instant::now();
            let Ok(content) = fs::read(&path) else { continue };
            reading += t.elapsed();
            files += 1;
            bytes += content.len();
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
            let file = Arc::new(SourceFile::new(RepoPath::new(name.as_str()), Origin::WorkTree, content));
            let t = Instant::now();
            let mut found = Findings::default();
            scan.file(&file, &mut found);
            detecting += t.elapsed();
            if has("--slow") && t.elapsed() > Duration::from_millis(20) {
                println!("{name}: {:?} for {} bytes", t.elapsed(), file.bytes().len());
            }
            for f in &found.findings {
                counts.entry(f.rule.id.as_str().to_owned()).or_default()[f.confidence as usize] += 1;
                if has("-q") || !has("--all") && f.confidence < Confidence::Medium {
                    continue;
                }
                let (value, reasons) = match &f.evidence {
                    Evidence::Secret { value, reasons, .. } if has("--show") => (
                        String::from_utf8_lossy(&value.expose()[..value.expose().len().min(70)]).into_owned(),
                        reasons.join("; "),
                    ),
                    Evidence::Secret { value, reasons, .. } => (value.masked(), reasons.join("; ")),
                    _ => (String::new(), String::new()),
                };
                println!(
                    "{} {name}:{} {} {value:?} [{reasons}]",
                    f.confidence, f.location.region.start_line, f.rule.id
                );
            }
        }
    }
    for (rule, [low, medium, high]) in counts {
        println!("{rule:40} low {low} medium {medium} high {high}");
    }
    println!("{files} files, {bytes} bytes, start {start_up:?}, read {reading:?}, detect {detecting:?}");
}

fn collect(path: &Path, out: &mut Vec<PathBuf>) {
    if path.is_symlink() {
        return;
    }
    if let Ok(entries) = fs::read_dir(path) {
        for entry in entries.flatten() {
            collect(&entry.path(), out);
        }
    } else {
        out.push(path.to_owned());
    }
}
