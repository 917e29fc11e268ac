//! Measures labelled cases: `cases [-v] [--gate] FILE.jsonl…`, one object per line with `rule`, `kind` (`tp` or `fp`),
//! `path` and `text`. Prints recall and false alarms per rule, then the macro averages; `-v` prints the cases that are wrong,
//! with what was found in them and why, `--gate` counts only what reaches the gate.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a developer's tool reads files and prints")]

use std::collections::BTreeMap;
use std::sync::Arc;

use firedoor_core::{Confidence, Engine, Evidence, Finding, Findings, Origin, RepoPath, SourceFile};
use firedoor_secrets::{SecretsConfig, compile};

#[derive(serde::Deserialize)]
struct Case {
    rule: String,
    kind: String,
    #[serde(default)]
    path: Option<String>,
    text: String,
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let verbose = args.iter().any(|a| a == "-v");
    let gate = args.iter().any(|a| a == "--gate");
    let resolve = |_: &str| Err("none".to_owned());
    let config = SecretsConfig { builtin: true, extended: false, sources: Vec::new(), resolve: &resolve };
    let (engine, _) = compile(&config);
    let scan = engine.start();
    for file in args.iter().filter(|a| !a.starts_with('-')) {
        let mut rules: BTreeMap<String, [usize; 4]> = BTreeMap::new();
        let text = std::fs::read_to_string(file).expect("readable");
        for line in text.lines() {
            let case: Case = serde_json::from_str(line).expect("a case");
            let path = case.path.unwrap_or_else(|| "case".to_owned());
            let source = Arc::new(SourceFile::new(
                RepoPath::new(path.as_str()),
                Origin::WorkTree,
                case.text.clone().into_bytes(),
            ));
            let mut found = Findings::default();
            scan.file(&source, &mut found);
            let hits: Vec<_> = found.findings.iter().filter(|f| !gate || f.confidence >= Confidence::Medium).collect();
            let counts = rules.entry(case.rule.clone()).or_default();
            let positive = case.kind == "tp";
            let at = if positive { 0 } else { 2 };
            counts[at] += 1;
            counts[at + 1] += usize::from(!hits.is_empty());
            if verbose && hits.is_empty() == positive {
                let told = |f: &Finding| match &f.evidence {
                    Evidence::Secret { reasons, .. } => {
                        format!("{}:{} [{}]", f.rule.id, f.confidence, reasons.join("; "))
                    }
                    _ => format!("{}:{}", f.rule.id, f.confidence),
                };
                let names: Vec<_> = found.findings.iter().map(told).collect();
                println!(
                    "{} {} {} {:?}",
                    case.kind,
                    case.rule,
                    names.join(","),
                    case.text.chars().take(160).collect::<String>()
                );
            }
        }
        let (mut recall, mut n, mut alarms, mut negatives) = (0.0, 0, 0, 0);
        for (rule, [tp, hit, fp, alarm]) in &rules {
            if *tp > 0 {
                recall += *hit as f64 / *tp as f64;
                n += 1;
            }
            alarms += alarm;
            negatives += fp;
            if !verbose && (hit < tp || *alarm > 0) {
                println!("{rule:44} found {hit}/{tp} alarms {alarm}/{fp}");
            }
        }
        println!(
            "{file}: macro recall {:.3} over {n} rules, alarms {alarms} of {negatives}",
            recall / f64::from(n.max(1))
        );
    }
}
