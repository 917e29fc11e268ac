//! Any bytes as a file, of a kind that the first byte chooses: every detector, decoder and check, and findings that
//! lie within the file and are in order.
#![no_main]

use std::sync::{Arc, OnceLock};

use firedoor_core::{Engine, Findings, Origin, RepoPath, SourceFile};
use firedoor_secrets::{SecretsConfig, SecretsEngine, compile};
use libfuzzer_sys::fuzz_target;

const PATHS: &[&str] = &[
    "a.py", "a.js", "a.java", "a.go", "a.yml", "a.json", "a.xml", "a.sh", "a.sql", "a.tf", ".env", "a.properties", ".netrc",
    ".pgpass", ".htpasswd", "README.md", "test/a_test.go", "a.min.js", "locale/de.json", "package-lock.json", "Dockerfile",
];

static ENGINE: OnceLock<SecretsEngine> = OnceLock::new();

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let engine = ENGINE.get_or_init(|| {
        let resolve = |_: &str| Err("none".to_owned());
        compile(&SecretsConfig { builtin: true, extended: true, sources: Vec::new(), resolve: &resolve }).0
    });
    let path = PATHS[usize::from(*first) % PATHS.len()];
    let file = Arc::new(SourceFile::new(RepoPath::new(path), Origin::WorkTree, bytes.to_vec()));
    let mut out = Findings::default();
    engine.start().file(&file, &mut out);
    for finding in &out.findings {
        let span = finding.location.span;
        assert!(span.start <= span.end && span.end as usize <= bytes.len());
        assert!(finding.location.region.start_line >= 1);
    }
});
