//! Reading Go and Rust source for the functions that advisories name: any bytes end.
#![no_main]

use std::sync::Arc;

use firedoor_core::{Engine as _, Findings, Origin, RepoPath, SourceFile};
use firedoor_sca::{Database, ScaEngine, ScaOptions};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let options = ScaOptions { reachability: true, ..ScaOptions::default() };
    let engine = ScaEngine::new(Arc::new(Database::empty()), options);
    let scan = engine.start();
    let mut out = Findings::default();
    for path in ["a.go", "a.rs", "Cargo.toml"] {
        let file = SourceFile::new(RepoPath::new(path), Origin::WorkTree, data.to_vec());
        scan.file(&Arc::new(file), &mut out);
    }
    scan.finish(&mut out);
});
