//! Checks lines `A < B` of a folder of comparison files: `cargo run --example versions -- FOLDER`.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measuring tool, not an engine"
)]

use std::cmp::Ordering;

fn main() {
    let folder = std::env::args().nth(1).expect("a folder");
    let index: serde_json::Value =
        serde_json::from_slice(&std::fs::read(format!("{folder}/index.json")).unwrap()).unwrap();
    let (mut total, mut wrong) = (0, 0);
    for (file, ecosystems) in index.as_object().unwrap() {
        let text = std::fs::read_to_string(format!("{folder}/{file}")).unwrap();
        for ecosystem in ecosystems.as_array().unwrap() {
            let ecosystem = ecosystem.as_str().unwrap();
            let mut bad = 0;
            for line in text.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
                let Some((a, op, b)) =
                    [" < ", " > ", " = "].iter().find_map(|op| line.split_once(op).map(|(a, b)| (a, *op, b)))
                else {
                    continue;
                };
                let want = match op.trim() {
                    "<" => Ordering::Less,
                    ">" => Ordering::Greater,
                    _ => Ordering::Equal,
                };
                total += 1;
                let got = firedoor_sca::compare_versions(ecosystem, a, b);
                let back = firedoor_sca::compare_versions(ecosystem, b, a).map(Ordering::reverse);
                if got != Some(want) || back != got {
                    wrong += 1;
                    bad += 1;
                    if bad <= 12 {
                        println!("{ecosystem}: {line}: got {got:?}");
                    }
                }
            }
            println!("{file} {ecosystem}: {bad} wrong");
        }
    }
    println!("{total} comparisons, {wrong} wrong");
}
