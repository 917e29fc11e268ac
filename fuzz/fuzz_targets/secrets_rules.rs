//! Any text as a rule file, in the dialects of gitleaks and Betterleaks: diagnostics, never panics. What loads then runs
//! over the file itself.
#![no_main]

use std::sync::Arc;

use firedoor_core::{Engine, Findings, Origin, RepoPath, RuleSource, SourceFile};
use firedoor_secrets::{SecretsConfig, compile, test_rules};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    // A file that extends any other extends itself, which must end.
    let resolve = |name: &str| Ok(RuleSource::new(name, text));
    let sources = vec![RuleSource::new("fuzz.toml", text)];
    let config = SecretsConfig { builtin: false, extended: true, sources, resolve: &resolve };
    let (engine, diagnostics) = compile(&config);
    for diagnostic in &diagnostics {
        let _ = (diagnostic.to_string(), diagnostic.position());
    }
    let _ = test_rules(&RuleSource::new("fuzz.toml", text));
    let file = Arc::new(SourceFile::new(RepoPath::new("fuzz.toml"), Origin::WorkTree, text.as_bytes().to_vec()));
    let mut out = Findings::default();
    engine.start().file(&file, &mut out);
});
