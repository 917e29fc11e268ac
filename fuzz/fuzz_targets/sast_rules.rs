//! Any text as a file of Semgrep's rules: diagnostics that lie in the text, never panics. What loads then runs over the
//! file itself, as Python, JavaScript and YAML.
#![no_main]

use std::sync::Arc;

use firedoor_core::{Engine, Findings, Origin, RepoPath, RuleSource, SourceFile};
use firedoor_sast::{SastConfig, compile};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let sources = vec![RuleSource::new("fuzz.yaml", text)];
    let config = SastConfig { builtin: false, sources, ignore_paths: true, ..SastConfig::default() };
    let (engine, diagnostics) = compile(&config);
    for diagnostic in &diagnostics {
        assert!(diagnostic.span.is_none_or(|s| s.start <= s.end && s.end as usize <= text.len()));
        let _ = (diagnostic.to_string(), diagnostic.position());
    }
    for path in ["fuzz.py", "fuzz.js", "fuzz.yaml"] {
        let file = Arc::new(SourceFile::new(RepoPath::new(path), Origin::WorkTree, text.as_bytes().to_vec()));
        let mut out = Findings::default();
        let scan = engine.start();
        scan.file(&file, &mut out);
        scan.finish(&mut out);
    }
});
