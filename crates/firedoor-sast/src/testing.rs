//! Rule tests: a rule file, a fixture with annotations, and what is reported on which line.
//!
//! An annotation is a comment alone on its line that speaks about the next line: `ruleid: a, b` (must be reported),
//! `ok: a` (must not be), `todoruleid: a` (should be, and is not yet), `todook: a` (should not be, and still is).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use firedoor_core::{Diagnostic, Engine, Findings, RuleSource, SourceFile};

use crate::engine::{SastConfig, compile};

/// What a fixture expects of a rule, by line from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expected {
    /// Lines that must be reported: `ruleid` and `todook`.
    pub reported: BTreeSet<u32>,
    /// Lines that must not be: `ok` and `todoruleid`.
    pub silent: BTreeSet<u32>,
}

/// Reads the annotations of a text, by rule id.
#[must_use]
pub fn annotations(text: &str) -> BTreeMap<String, Expected> {
    let mut found: BTreeMap<String, Expected> = BTreeMap::new();
    for (nth, line) in text.lines().enumerate() {
        let Some(comment) = comment(line) else { continue };
        let Some((word, ids)) = comment.split_once(':') else { continue };
        let reported = match word.trim() {
            "ruleid" | "todook" => true,
            "ok" | "todoruleid" => false,
            _ => continue,
        };
        let next = u32::try_from(nth + 2).unwrap_or(u32::MAX);
        for id in ids.split(',') {
            let id = id.split_whitespace().next().unwrap_or("");
            if id.is_empty() {
                continue;
            }
            let expected = found.entry(id.to_owned()).or_default();
            if reported {
                expected.reported.insert(next);
            } else {
                expected.silent.insert(next);
            }
        }
    }
    found
}

/// The text of a comment that is alone on its line.
fn comment(line: &str) -> Option<&str> {
    let line = line.trim();
    let pairs =
        [("{/*", "*/}"), ("/*", "*/"), ("<!--", "-->"), ("(*", "*)"), ("#", ""), ("//", ""), ("--", ""), (";", "")];
    for (open, close) in pairs {
        if let Some(rest) = line.strip_prefix(open) {
            return Some(rest.strip_suffix(close).unwrap_or(rest).trim());
        }
    }
    None
}

/// What a rule file reported on one file, by rule id: the lines, from 1, on which findings begin.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Lines by rule; every rule that was loaded has an entry.
    pub lines: BTreeMap<String, BTreeSet<u32>>,
    /// What is wrong with the rules.
    pub diagnostics: Vec<Diagnostic>,
    /// The findings themselves.
    pub findings: Findings,
}

/// Runs every rule of a file on a fixture, whatever `paths:` says.
#[must_use]
pub fn run(rules: &RuleSource, fixture: &Arc<SourceFile>) -> Outcome {
    run_on(rules, fixture, None)
}

/// The same on a day (`YYYY-MM-DD`), which `today()` in conditions means.
#[must_use]
pub fn run_on(rules: &RuleSource, fixture: &Arc<SourceFile>, today: Option<&str>) -> Outcome {
    let config = SastConfig {
        builtin: false,
        sources: vec![rules.clone()],
        ignore_paths: true,
        today: today.map(str::to_owned),
        ..SastConfig::default()
    };
    let (engine, diagnostics) = compile(&config);
    let mut findings = Findings::default();
    let scan = engine.start();
    scan.file(fixture, &mut findings);
    scan.finish(&mut findings);
    let mut lines: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    for rule in engine.rules() {
        lines.entry(rule.id.as_str().to_owned()).or_default();
    }
    for finding in &findings.findings {
        let entry = lines.entry(finding.rule.id.as_str().to_owned()).or_default();
        entry.insert(finding.location.region.start_line);
    }
    Outcome { lines, diagnostics, findings }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annotations_speak_about_the_next_line() {
        let text = "# ruleid: a, b\nx\n// todook: a\ny\n  {/* ok: b */}\nz\nf() # ruleid: c\n";
        let found = annotations(text);
        assert_eq!(found["a"].reported, BTreeSet::from([2, 4]));
        assert_eq!(found["b"].reported, BTreeSet::from([2]));
        assert_eq!(found["b"].silent, BTreeSet::from([6]));
        assert!(!found.contains_key("c"));
    }
}
