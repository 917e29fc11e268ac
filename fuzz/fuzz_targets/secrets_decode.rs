//! Any text, encoded by the chain that the first byte chooses, with a token in the middle: what is encoded must be found
//! or not, but never panic, and places must lie within the file.
#![no_main]

use std::fmt::Write as _;
use std::sync::{Arc, OnceLock};

use firedoor_core::{Engine, Findings, Origin, RepoPath, SourceFile};
use firedoor_secrets::{SecretsConfig, SecretsEngine, compile};
use libfuzzer_sys::fuzz_target;

static ENGINE: OnceLock<SecretsEngine> = OnceLock::new();

fn base64(bytes: &[u8], url: bool) -> Vec<u8> {
    let digits: &[u8; 64] = if url {
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    } else {
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    };
    let mut out = Vec::new();
    for chunk in bytes.chunks(3) {
        let n = chunk.iter().fold(0u32, |n, b| n << 8 | u32::from(*b)) << (8 * (3 - chunk.len()));
        for i in 0..=chunk.len() {
            out.push(digits[(n >> (18 - 6 * i) & 63) as usize]);
        }
        out.extend(std::iter::repeat_n(b'=', if url { 0 } else { 3 - chunk.len() }));
    }
    out
}

fn encode(bytes: &[u8], kind: u8) -> Vec<u8> {
    let each = |form: &dyn Fn(u8, &mut String)| {
        let mut out = String::new();
        bytes.iter().for_each(|b| form(*b, &mut out));
        out.into_bytes()
    };
    match kind % 6 {
        0 => base64(bytes, false),
        1 => base64(bytes, true),
        2 => each(&|b, out| drop(write!(out, "{b:02x}"))),
        3 => each(&|b, out| drop(write!(out, "%{b:02X}"))),
        4 => each(&|b, out| drop(write!(out, "\\u{b:04x}"))),
        _ => bytes.iter().flat_map(|b| [*b, 0]).collect(),
    }
}

fuzz_target!(|data: &[u8]| {
    let [chain, split, text @ ..] = data else { return };
    let rules = "[[rules]]\nid = 'r'\nregex = '''tok_[a-z]{3,20}'''\nkeywords = ['tok_']\n";
    let engine = ENGINE.get_or_init(|| {
        let resolve = |_: &str| Err("none".to_owned());
        let sources = vec![firedoor_core::RuleSource::new("r.toml", rules)];
        compile(&SecretsConfig { builtin: false, extended: true, sources, resolve: &resolve }).0
    });
    let at = usize::from(*split).min(text.len());
    let mut bytes = [&text[..at], b" tok_abcdef ", &text[at..]].concat();
    let mut chain = *chain;
    for _ in 0..3 {
        if chain == 0 || bytes.len() > 100_000 {
            break;
        }
        bytes = encode(&bytes, chain);
        chain /= 6;
    }
    let mut whole = if chain == 255 { b"\xff\xfe".to_vec() } else { b"x = \"".to_vec() };
    whole.extend_from_slice(&bytes);
    whole.extend_from_slice(b"\"\n");
    let file = Arc::new(SourceFile::new(RepoPath::new("a.txt"), Origin::WorkTree, whole));
    let mut out = Findings::default();
    engine.start().file(&file, &mut out);
    for finding in &out.findings {
        assert!(finding.location.span.end as usize <= file.bytes().len());
    }
});
