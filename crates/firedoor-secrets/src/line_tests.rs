//! `testdata/lines.txt`: lines as they stand in repositories, labelled by hand, with recall and precision by category.
//!
//! A category is a heading `## name`. Each line is generated several times, so that the numbers do not hang on one
//! random value.

use std::collections::BTreeMap;
use std::sync::Arc;

use firedoor_core::{Confidence, Engine, Findings, Origin, RepoPath, SourceFile};

use crate::{SecretsConfig, compile, generate};

/// How often each line is generated.
const TURNS: usize = 4;

#[derive(Default)]
struct Count {
    positives: usize,
    found: usize,
    at_gate: usize,
    negatives: usize,
    alarms: usize,
    gate_alarms: usize,
}

#[test]
#[allow(clippy::print_stdout, reason = "the table is read with --nocapture")]
fn labelled_lines() {
    let resolve = |_: &str| Err("no files here".to_owned());
    let config = SecretsConfig { builtin: true, extended: true, sources: Vec::new(), resolve: &resolve };
    let (engine, _) = compile(&config);
    let scan = engine.start();
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    let mut category = "";
    for (index, line) in include_str!("../testdata/lines.txt").lines().enumerate() {
        if let Some(name) = line.strip_prefix("## ") {
            category = name;
            continue;
        }
        let mut fields = line.splitn(3, " | ");
        let (Some(label @ ("+" | "-")), Some(path), Some(text)) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        let count = counts.entry(category).or_default();
        let (mut told, mut seen, mut gate) = (Vec::new(), 0, 0);
        for turn in 0..TURNS {
            let text = generate::expand(text, category, index * TURNS + turn).expect("generated").replace('⏎', "\n");
            let file = Arc::new(SourceFile::new(RepoPath::new(path), Origin::WorkTree, text.into_bytes()));
            let mut out = Findings::default();
            scan.file(&file, &mut out);
            seen += usize::from(!out.findings.is_empty());
            gate += usize::from(out.findings.iter().any(|f| f.confidence >= Confidence::Medium));
            told.extend(out.findings.iter().map(|f| format!("{}:{}", f.rule.id, f.confidence)));
        }
        if label == "+" {
            count.positives += TURNS;
            count.found += seen;
            count.at_gate += gate;
        } else {
            count.negatives += TURNS;
            count.alarms += seen;
            count.gate_alarms += gate;
        }
        told.sort();
        told.dedup();
        if label == "+" && gate < TURNS || label == "-" && seen > 0 {
            println!("{label} found {seen} gate {gate} {path}: {text} {}", told.join(" "));
        }
    }
    let mut all = Count::default();
    for (name, c) in &counts {
        print(name, c);
        all.positives += c.positives;
        all.found += c.found;
        all.at_gate += c.at_gate;
        all.negatives += c.negatives;
        all.alarms += c.alarms;
        all.gate_alarms += c.gate_alarms;
    }
    print("all", &all);
    // Below what was reached, so that a change of one line does not break the build, but a loss does.
    assert!(all.found * 100 >= all.positives * 97, "recall");
    assert!(all.at_gate * 100 >= all.positives * 85, "recall at the gate");
    assert!(all.alarms * 100 <= all.found * 2, "precision");
    assert!(all.gate_alarms * 100 <= all.at_gate, "precision at the gate");
}

#[allow(clippy::print_stdout, reason = "the table is read with --nocapture")]
fn print(name: &str, c: &Count) {
    let share = |a: usize, b: usize| a as f64 / b.max(1) as f64;
    println!(
        "{name:18} recall {:.2} at the gate {:.2} of {:4}; alarms {:3} at the gate {:3} of {:4}",
        share(c.found, c.positives),
        share(c.at_gate, c.positives),
        c.positives,
        c.alarms,
        c.gate_alarms,
        c.negatives
    );
}
