//! Runs a folder of `NAME.sgrep` patterns on `NAME.EXT` files with `ERROR:` annotations and counts agreement.
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::unwrap_used)]

use std::collections::BTreeSet;

use firedoor_lang::Language;
use firedoor_sast::rule::options::Options;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let language = Language::from_semgrep_name(&args[1]).unwrap();
    let folder = &args[2];
    let only = args.get(3);
    let verbose = only.is_some();
    let (mut good, mut bad) = (0, 0);
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    names.sort();
    for sgrep in names.iter().filter(|p| p.extension().is_some_and(|e| e == "sgrep")) {
        let stem = sgrep.file_stem().unwrap().to_str().unwrap().to_owned();
        if only.is_some_and(|o| o != "-v" && *o != stem) {
            continue;
        }
        let Some(target) = names.iter().find(|p| {
            p.file_stem().is_some_and(|s| s.to_str() == Some(&stem)) && p.extension().is_none_or(|e| e != "sgrep")
        }) else {
            continue;
        };
        let pattern = std::fs::read_to_string(sgrep).unwrap();
        let code = std::fs::read(target).unwrap();
        let text = String::from_utf8_lossy(&code).into_owned();
        let mut expected = BTreeSet::new();
        for (nth, line) in text.lines().enumerate() {
            if (line.contains("ERROR:") || line.contains("MATCH:")) && !line.contains("TODO:") {
                expected.insert(nth + 2);
            }
        }
        let options = Options::default();
        match firedoor_sast::search_text(&pattern, language, &code, &options) {
            Err(e) => {
                bad += 1;
                println!("{stem}: PATTERN {}", e.message);
            }
            Ok(found) => {
                let lines: BTreeSet<usize> = (found.iter())
                    .map(|m| code[..m.span.start as usize].iter().filter(|&&b| b == b'\n').count() + 1)
                    .collect();
                if lines == expected {
                    good += 1;
                } else {
                    bad += 1;
                    let missing: Vec<_> = expected.difference(&lines).collect();
                    let extra: Vec<_> = lines.difference(&expected).collect();
                    println!("{stem}: missing {missing:?} extra {extra:?}");
                    if verbose {
                        println!("  {}", pattern.replace('\n', "\n  "));
                    }
                }
                if verbose && only.is_some_and(|o| o != "-v") {
                    println!("{}", firedoor_sast::show_pattern(&pattern, language));
                    println!("{}", firedoor_sast::show_tree(&code, language));
                }
            }
        }
    }
    println!("{}: {good} good, {bad} bad", language.name());
}
