//! `testdata/formats.txt`: every format that contextual detection claims to read, with near misses. What is there must
//! be found at the default confidence, and a near miss may not.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use firedoor_core::{Confidence, Engine, Findings, Origin, RepoPath, SourceFile};

use crate::validate::samples;
use crate::{SecretsConfig, compile, generate};

/// How often each line is generated.
const TURNS: usize = 4;
const PASSWORD: &str = "⟦[b-df-hj-np-tv-z]{3}[2-9][A-Z]{2}[a-z]{2}[2-9]{2}[b-df-hj-np-t]⟧";
const TOKEN: &str = "⟦[A-Za-z]{17}[2-9][a-z][A-Z][2-9][A-Za-z0-9]{19}⟧";

/// A line with its short names filled in.
fn fill(text: &str, line: usize, turn: usize) -> String {
    let seed = line * TURNS + turn;
    let one = |pattern: &str, n: usize| generate::expand(pattern, "format", seed * 8 + n).expect("generated");
    let mut text = text.replace("\\|", "|").replace('⏎', "\n");
    for (n, (name, pattern)) in
        [("§P", PASSWORD), ("§T", TOKEN), ("§H", "⟦[0-9a-f]{32}⟧"), ("§S", "⟦[0-9a-f]{8}⟧")].iter().enumerate()
    {
        while text.contains(name) {
            text = text.replacen(name, &one(pattern, n), 1);
        }
    }
    let encoded = |t: String| STANDARD.encode(t);
    type Maker = fn(usize) -> String;
    let keys: [(&str, Maker); 3] =
        [("RSA", samples::rsa_key), ("EC", samples::ec_key), ("OPENSSH", samples::openssh_key)];
    for (name, make) in keys {
        text = text.replace(&format!("§\\{name}"), &make(seed).trim_end().replace('\n', "\\n"));
        text = text.replace(&format!("§{name}"), &make(seed));
    }
    text = text.replace("§KEYDATA", &encoded(samples::rsa_key(seed)));
    text = text.replace("§B", &encoded(format!("deploy:{}", one(PASSWORD, 5))));
    text = text.replace("§E", &encoded(one(PASSWORD, 6)));
    text = text.replace("§JWT", &samples::jwt(seed)).replace("§NKEY", &samples::nkey(seed));
    text = text.replace("§AGE", &samples::age(seed));
    text = generate::expand(&text, "format", seed).expect("generated");
    if let Some((before, rest)) = text.split_once("§64(") {
        let (inner, after) = rest.rsplit_once(')').expect("closed");
        text = format!("{before}{}{after}", encoded(inner.to_owned()));
    }
    text
}

#[test]
fn every_format_is_read() {
    let resolve = |_: &str| Err("no files here".to_owned());
    let config = SecretsConfig { builtin: true, extended: false, sources: Vec::new(), resolve: &resolve };
    let (engine, _) = compile(&config);
    let scan = engine.start();
    let (mut wrong, mut lines) = (Vec::new(), 0);
    for (index, line) in include_str!("../testdata/formats.txt").lines().enumerate() {
        let mut fields = line.splitn(3, " | ");
        let (Some(label @ ("+" | "-")), Some(path), Some(text)) = (fields.next(), fields.next(), fields.next()) else {
            assert!(line.is_empty() || line.starts_with('#'), "line {}: {line}", index + 1);
            continue;
        };
        lines += 1;
        for turn in 0..TURNS {
            let text = fill(text, index, turn);
            assert!(!text.contains('§'), "line {}: {text}", index + 1);
            let file = Arc::new(SourceFile::new(RepoPath::new(path), Origin::WorkTree, text.clone().into_bytes()));
            let mut out = Findings::default();
            scan.file(&file, &mut out);
            let told = out.findings.iter().any(|f| f.confidence >= Confidence::Medium);
            if told != (label == "+") {
                let all: Vec<_> = out.findings.iter().map(|f| format!("{}:{}", f.rule.id, f.confidence)).collect();
                wrong.push(format!("{label} {path}: {text:?} {}", all.join(" ")));
                break;
            }
        }
    }
    assert!(lines > 300, "{lines} lines");
    assert!(wrong.is_empty(), "{} of {lines} lines\n{}", wrong.len(), wrong.join("\n"));
}
