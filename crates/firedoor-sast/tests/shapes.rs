//! Shapes of flows, by language: `testdata/shapes/*.txt`, with `source()`, `sink()`, `sanitize()`, `encode()` and
//! `decode()` as the only rule.
//!
//! A file holds cases, `=== NAME`, each a small program of one file or, with lines `--- PATH`, of several. Lines that
//! end in a comment `BAD` must be reported, and no others. `MISSED` stands on lines that should be reported and may not be
//! yet, `NOISE` on those that are and should not be.
#![allow(clippy::disallowed_methods, reason = "a test reads its own files")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use firedoor_core::{Engine, Findings, Origin, RepoPath, RuleSource, SourceFile};
use firedoor_sast::{SastConfig, SastEngine, compile};

fn engine(language: &str) -> SastEngine {
    let text = format!(
        "rules:\n  - id: t\n    languages: [{language}]\n    severity: ERROR\n    message: m\n    mode: taint\n    \
         pattern-sources:\n      - pattern: source(...)\n    pattern-sinks:\n      - pattern: sink(...)\n    \
         pattern-sanitizers:\n      - pattern: sanitize(...)\n        guards: true\n      \
         - pattern: encode(...)\n        encodes: true\n      - pattern: decode(...)\n        decodes: true\n"
    );
    let config = SastConfig { builtin: false, sources: vec![RuleSource::new("t.yaml", text)], ..SastConfig::default() };
    let (engine, diagnostics) = compile(&config);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    engine
}

/// Path, line and word of a marked line.
type Marked = BTreeMap<(String, u32), (String, String)>;

fn found(engine: &SastEngine, files: &[(String, String)]) -> Vec<(String, u32)> {
    let mut findings = Findings::default();
    let scan = engine.start();
    for (path, code) in files {
        let file = SourceFile::new(RepoPath::new(path.as_str()), Origin::WorkTree, code.as_bytes().to_vec());
        scan.file(&Arc::new(file), &mut findings);
    }
    scan.finish(&mut findings);
    let mut out: Vec<_> = (findings.findings.iter())
        .map(|f| (f.location.path.as_str().to_owned(), f.location.region.start_line))
        .collect();
    out.sort();
    out.dedup();
    out
}

#[test]
fn flows_of_every_shape_are_found_and_their_safe_twins_are_not() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/shapes");
    let only = std::env::var("SHAPES").unwrap_or_default();
    let (only_language, only_case) = only.split_once(':').unwrap_or((&only, ""));
    let mut names: Vec<_> = std::fs::read_dir(root).expect("there").map(|e| e.expect("readable").path()).collect();
    names.sort();
    let (mut report, mut wrong) = (String::new(), 0);
    for path in names {
        let language = path.file_stem().expect("a name").to_string_lossy().into_owned();
        if !language.contains(only_language) {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("readable");
        let (extension, cases) = text.split_once('\n').expect("the extension stands first");
        let engine = engine(&language);
        let (mut bad, mut missed, mut safe, mut noise) = (0, 0, 0, 0);
        for case in cases.split("\n=== ").skip(1) {
            let (name, body) = case.split_once('\n').unwrap_or((case, ""));
            if !name.contains(only_case) {
                continue;
            }
            let mut files: Vec<(String, String)> = match body.strip_prefix("--- ") {
                Some(rest) => (rest.split("\n--- "))
                    .map(|f| f.split_once('\n').unwrap_or((f, "")))
                    .map(|(n, c)| (n.trim().to_owned(), c.to_owned()))
                    .collect(),
                None => vec![(format!("A.{extension}"), body.to_owned())],
            };
            files.sort();
            let mut marked = Marked::new();
            for (path, code) in &files {
                for (n, line) in code.lines().enumerate() {
                    for word in ["BAD", "SAFE", "MISSED", "NOISE"] {
                        if line.trim_end().ends_with(&format!(" {word}")) {
                            let at = (path.clone(), u32::try_from(n + 1).expect("small"));
                            marked.insert(at, (word.to_owned(), line.trim().to_owned()));
                        }
                    }
                }
            }
            let got = found(&engine, &files);
            for (at, (word, line)) in &marked {
                let hit = got.contains(at);
                let positive = word == "BAD" || word == "MISSED";
                *(if positive { &mut bad } else { &mut safe }) += 1;
                if positive && !hit {
                    missed += 1;
                } else if !positive && hit {
                    noise += 1;
                }
                if hit != (word == "BAD") && !matches!(word.as_str(), "MISSED" | "NOISE") {
                    wrong += 1;
                    let sign = if hit { '+' } else { '-' };
                    writeln!(report, "  {language} {name} {}:{} {sign} {line}", at.0, at.1).expect("text");
                }
            }
            for at in got.iter().filter(|at| !marked.contains_key(*at)) {
                wrong += 1;
                noise += 1;
                writeln!(report, "  {language} {name} {}:{} + (not marked)", at.0, at.1).expect("text");
            }
        }
        println!("{language}: {} of {bad} found, {noise} of {safe} reported wrongly", bad - missed);
    }
    assert!(wrong == 0, "{wrong} lines:\n{report}");
}
