//! Every token with a right checksum reaches the gate and none with a wrong one does, whatever stands around it.

use std::sync::Arc;

use firedoor_core::{Confidence, Engine, Evidence, Findings, Origin, RepoPath, Scan, SourceFile, Validity};

use crate::validate::samples::{KINDS, damage};
use crate::{SecretsConfig, compile};

/// How many tokens of each kind are made.
const TURNS: usize = 50;

/// Places where a token is met; `@` stands for it, `$` for it with escaped line ends.
const PLACES: &[(&str, &str)] = &[
    ("config.yml", "value: @\n"),
    ("config.yml", "api_token: \"$\"\n"),
    ("src/app.py", "client = Client(token='$')\n"),
    ("app.json", "{\"secret\": \"$\", \"n\": 1}"),
    (".env", "AZURE_STORAGE_KEY=@\n"),
    ("run.sh", "curl -H \"Authorization: Bearer $\" https://api.corp.io/\n"),
    ("notes.txt", "@"),
];

/// What was found at a place, by its index.
type Hits = (usize, Vec<(Confidence, Option<Validity>)>);

fn found(scan: &dyn Scan, kind: &str, token: &str) -> Vec<Hits> {
    let several_lines = token.contains('\n');
    let mut out = Vec::new();
    for (index, (path, place)) in PLACES.iter().enumerate() {
        // A token's header names no key, and a key block is no bearer token.
        if several_lines && place.contains("Bearer") || kind == "JWT" && place.contains("AZURE") {
            continue;
        }
        let text = place.replace('@', token).replace('$', &token.replace('\n', "\\n"));
        let file = Arc::new(SourceFile::new(RepoPath::new(*path), Origin::WorkTree, text.into_bytes()));
        let mut findings = Findings::default();
        scan.file(&file, &mut findings);
        let what = |f: &firedoor_core::Finding| match &f.evidence {
            Evidence::Secret { validity, .. } => (f.confidence, Some(*validity)),
            _ => (f.confidence, None),
        };
        out.push((index, findings.findings.iter().map(what).collect()));
    }
    out
}

#[test]
fn right_tokens_reach_the_gate_and_wrong_ones_do_not() {
    let resolve = |_: &str| Err("no files here".to_owned());
    let config = SecretsConfig { builtin: true, extended: false, sources: Vec::new(), resolve: &resolve };
    let (engine, _) = compile(&config);
    let scan = engine.start();
    let mut wrong = Vec::new();
    for (kind, make) in KINDS {
        for seed in 0..TURNS {
            let token = make(seed * 17 + 3);
            for (place, hits) in found(&*scan, kind, &token) {
                // A token's signature cannot be verified without its key, so that its form is all there is.
                let verified = |h: &(Confidence, Option<Validity>)| {
                    *h == (Confidence::High, Some(Validity::Valid)) || *kind == "JWT" && h.0 >= Confidence::Medium
                };
                if !hits.iter().any(verified) {
                    wrong.push(format!("{kind}, right, {}: {hits:?}", PLACES[place].1));
                }
            }
            for (place, hits) in found(&*scan, kind, &damage(kind, &token, seed)) {
                if hits.iter().any(|h| h.0 >= Confidence::Medium) {
                    wrong.push(format!("{kind}, wrong, {}: {hits:?}", PLACES[place].1));
                }
                // A damaged token is kept, so that nobody thinks it was missed.
                if hits.is_empty() {
                    wrong.push(format!("{kind}, wrong, {}: not told", PLACES[place].1));
                }
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
