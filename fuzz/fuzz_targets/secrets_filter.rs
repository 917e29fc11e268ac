//! Any text as a filter and prefilter expression, asked of a match: a diagnostic or an answer, never a panic or a loop.
#![no_main]

use std::sync::Arc;

use firedoor_core::{Engine, Findings, Origin, RepoPath, RuleSource, SourceFile};
use firedoor_secrets::{SecretsConfig, compile};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    // A basic multi-line string, so that every text can be quoted.
    let quoted: String = text.chars().map(|c| format!("\\U{:08X}", u32::from(c))).collect();
    let rules = format!("prefilter = \"{quoted}\"\n[[rules]]\nid = 'r'\nregex = '''k=(\\w+)'''\nfilter = \"{quoted}\"\n");
    let resolve = |_: &str| Err("none".to_owned());
    let config = SecretsConfig {
        builtin: false,
        extended: false,
        sources: vec![RuleSource::new("fuzz.toml", rules)],
        resolve: &resolve,
    };
    let (engine, _) = compile(&config);
    let file = Arc::new(SourceFile::new(RepoPath::new("a/b.env"), Origin::WorkTree, b"x\nk=abcDEF123 k=zz\n".to_vec()));
    let mut out = Findings::default();
    engine.start().file(&file, &mut out);
});
