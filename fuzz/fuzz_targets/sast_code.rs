//! Any bytes as a file of code, of a kind that the first byte chooses: lowering, names and constants, the rules of the
//! binary, taint within the file and its join, and findings that lie within the file.
#![no_main]

use std::sync::{Arc, OnceLock};

use firedoor_core::{Engine, Findings, Origin, RepoPath, SourceFile};
use firedoor_sast::{SastConfig, SastEngine, compile};
use libfuzzer_sys::fuzz_target;

const PATHS: &[&str] = &[
    "a.py", "a.js", "a.ts", "a.tsx", "A.java", "a.go", "a.cs", "a.rb", "a.php", "a.kt", "a.c", "a.cpp", "a.rs", "a.sh",
    "a.tf", "a.yaml", ".github/workflows/a.yml", "a.json", "Dockerfile", "a.scala", "a.swift", "a.sol", "a.ex",
    "a.html", "a.xml",
];

static ENGINE: OnceLock<SastEngine> = OnceLock::new();

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let engine = ENGINE.get_or_init(|| compile(&SastConfig { extended: true, ..SastConfig::default() }).0);
    let path = PATHS[usize::from(*first) % PATHS.len()];
    let file = Arc::new(SourceFile::new(RepoPath::new(path), Origin::WorkTree, bytes.to_vec()));
    let mut out = Findings::default();
    let scan = engine.start();
    scan.file(&file, &mut out);
    scan.finish(&mut out);
    // Only UTF-16 without a mark has other places in what is judged: two bytes may become three there.
    let text = file.bytes();
    let most = if text.contains(&0) { text.len() * 3 / 2 } else { text.len() };
    for finding in &out.findings {
        let span = finding.location.span;
        assert!(span.start <= span.end && span.end as usize <= most);
        assert!(finding.location.region.start_line >= 1);
    }
});
