//! Reading Go and Rust source for the functions that advisories name: any bytes end, and the order of files is nothing.
#![no_main]

use std::sync::{Arc, LazyLock};

use firedoor_core::{Engine as _, Findings, Origin, RepoPath, SourceFile};
use firedoor_sca::{Database, DatabaseBuilder, Reachability, ScaEngine, ScaOptions};
use libfuzzer_sys::fuzz_target;

const RECORDS: [&[u8]; 2] = [
    br#"{"id":"GO-1","affected":[{"package":{"ecosystem":"Go","name":"a.example/m"},
      "ranges":[{"type":"SEMVER","events":[{"introduced":"0"}]}],
      "ecosystem_specific":{"imports":[{"path":"a.example/m","symbols":["B","C.D"]}]}}]}"#,
    br#"{"id":"RUSTSEC-1","affected":[{"package":{"ecosystem":"crates.io","name":"a"},
      "ranges":[{"type":"SEMVER","events":[{"introduced":"0"}]}],
      "ecosystem_specific":{"affects":{"functions":["a::b","a::C::d"]}}}]}"#,
];
const LOCKS: [(&str, &str); 2] = [
    ("go.mod", "module m\ngo 1.25\nrequire a.example/m v1.0.0\n"),
    ("Cargo.lock", "version = 4\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\n"),
];

static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut builder = DatabaseBuilder::new();
    for record in RECORDS {
        builder.add_json(record).expect("a record");
    }
    Arc::new(Database::open(builder.finish(1, false)).expect("what was built opens"))
});

fn scan(files: &[(&str, Vec<u8>)]) -> Vec<Option<String>> {
    let options = ScaOptions { reachability: Reachability::Always, ..ScaOptions::default() };
    let engine = ScaEngine::new(Arc::clone(&DATABASE), options);
    let scan = engine.start();
    let mut out = Findings::default();
    for (path, bytes) in files {
        let file = SourceFile::new(RepoPath::new(*path), Origin::WorkTree, bytes.clone());
        scan.file(&Arc::new(file), &mut out);
    }
    scan.finish(&mut out);
    let facts = |key: &str| out.findings.iter().map(|f| f.properties.get(key).cloned()).collect::<Vec<_>>();
    [facts("reachability"), facts("reachable-at")].concat()
}

fuzz_target!(|data: &[u8]| {
    // The packages are mentioned, or the source would not be looked at.
    let go = [b"package p\nimport \"a.example/m\"\n".as_slice(), data, b"\n// B D"].concat();
    let rust = [data, b"\n// a b d"].concat();
    let mut files = vec![("a.go", go), ("b.go", data.to_vec()), ("a.rs", rust), ("Cargo.toml", data.to_vec())];
    files.extend(LOCKS.map(|(path, text)| (path, text.as_bytes().to_vec())));
    let found = scan(&files);
    assert_eq!(found.len(), 4);
    files.reverse();
    assert_eq!(scan(&files), found);
});
