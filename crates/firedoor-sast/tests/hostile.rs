//! Files made to hide code or to cost time: every one is judged in bounded work, and what is left out is said.
#![allow(clippy::disallowed_methods, reason = "time is what these tests bound")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use firedoor_core::{Origin, RepoPath, RuleSource, SourceFile};
use firedoor_sast::testing::{Outcome, run};

fn judge(name: &str, languages: &str, pattern: &str, code: impl Into<Vec<u8>>) -> Outcome {
    let rule = format!(
        "rules:\n  - id: r\n    message: $X and $O\n    severity: INFO\n    languages: [{languages}]\n    {pattern}\n"
    );
    let file = Arc::new(SourceFile::new(RepoPath::new(name), Origin::WorkTree, code.into()));
    let outcome = run(&RuleSource::new("r.yaml", rule.as_str()), &file);
    assert!(outcome.diagnostics.is_empty(), "{:?}", outcome.diagnostics);
    outcome
}

fn lines(outcome: &Outcome) -> Vec<u32> {
    outcome.lines["r"].iter().copied().collect()
}

fn notices(outcome: &Outcome) -> Vec<&str> {
    outcome.findings.notices.iter().map(|n| n.message.as_str()).collect()
}

/// Far above what linear work takes on a slow machine, far below what quadratic work takes.
const LIMIT: Duration = Duration::from_secs(60);

#[test]
fn long_chains_cost_linear_work() {
    let count = 60_000;
    let calls = format!("x = a{};\n", ".b(1)".repeat(count));
    let text = format!("x = {};\n", vec!["\"s\""; count].join(" + "));
    let members = format!("x = a{};\n", ".b".repeat(count));
    let chain = "patterns:\n      - pattern: $O.$M(...)\n      - metavariable-regex: {metavariable: $O, regex: .*zz$}";
    let constant = "pattern: f(\"...\" + $X)";
    let dots = "pattern: $O. ... .zz(...)";
    for (code, pattern) in
        [(&calls, chain), (&calls, dots), (&text, constant), (&members, dots), (&calls, "pattern: $O.b(1)")]
    {
        for (name, language) in [("a.py", "python"), ("a.js", "js"), ("a.ts", "ts")] {
            let begin = Instant::now();
            let outcome = judge(name, language, pattern, code.as_bytes());
            assert!(begin.elapsed() < LIMIT, "{name} {pattern}: {:?}", begin.elapsed());
            // More than the tree is deep: that much is left out, and said.
            let said = notices(&outcome);
            assert!(pattern != "pattern: $O.b(1)" || said.iter().any(|n| n.contains("levels deep")), "{said:?}");
        }
    }
}

#[test]
fn a_text_that_is_too_broken_for_its_grammar_ends_and_is_said() {
    // One quote too many, found by the fuzzer: the recovery of the grammar takes minutes.
    let begin = Instant::now();
    let outcome = judge("a.kt", "kotlin", "pattern: File(...)", include_bytes!("../testdata/broken.kt"));
    assert!(begin.elapsed() < LIMIT, "{:?}", begin.elapsed());
    assert!(notices(&outcome).iter().any(|n| n.contains("parser gave up")), "{:?}", notices(&outcome));
    // The next file is read as if nothing had been.
    assert_eq!(lines(&judge("b.kt", "kotlin", "pattern: File(...)", "val a = File(b)\n")), [1]);
}

#[test]
fn what_is_left_out_is_said_exactly() {
    let code = format!("a = 1\nx = {}1{}\neval(a)\n", "[".repeat(30_000), "]".repeat(30_000));
    let outcome = judge("a.py", "python", "pattern: eval(...)", code);
    assert_eq!(lines(&outcome), [3]);
    let said = notices(&outcome);
    assert!(
        said.len() == 1 && said[0].contains("line 2, column") && said[0].contains("everything else was"),
        "{said:?}"
    );
}

#[test]
fn a_nul_byte_hides_nothing() {
    for (name, language, code) in [
        ("a.py", "python", &b"x = 1\n# \0\neval(x)\n"[..]),
        ("a.py", "python", b"\0\nx = 1\neval(x)\n"),
        ("a.js", "js", b"var x = 1;\nvar y = \"\0\";\neval(x);\n"),
        ("a.php", "php", b"\0<?php\n$x = 1;\neval($x);\n"),
        ("a.rb", "ruby", b"x = 1\n\0\neval(x)\n"),
    ] {
        let pattern = if language == "php" { "pattern: eval(...);" } else { "pattern: eval(...)" };
        assert_eq!(lines(&judge(name, language, pattern, code)), [3], "{name}");
    }
}

#[test]
fn other_encodings_are_read() {
    let code = "x = 'ü€'\n\ny = f('😀'); eval(x)\n";
    let units: Vec<u16> = code.encode_utf16().collect();
    let little: Vec<u8> = units.iter().flat_map(|u| u.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|u| u.to_be_bytes()).collect();
    let with = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    let marked_utf8 = with(b"\xef\xbb\xbf", code.as_bytes());
    for bytes in [with(b"\xff\xfe", &little), with(b"\xfe\xff", &big), little.clone(), big.clone(), marked_utf8] {
        let outcome = judge("a.py", "python", "pattern: eval(...)\n    fix: f()", bytes);
        let found = &outcome.findings.findings;
        assert_eq!(found.len(), 1);
        let region = found[0].location.region;
        assert_eq!((region.start_line, region.start_column, region.end_column), (3, 14, 21));
    }
    let outcome = judge("a.py", "python", "pattern: eval(...)\n    fix: f()", little.clone());
    let fixes = &outcome.findings.findings[0].fixes;
    assert!(fixes.is_empty(), "bytes of a decoded file are no place to write to: {fixes:?}");
}

#[test]
fn a_lone_carriage_return_ends_a_line() {
    for code in ["x = 1\reval(x)\ry = 2\reval(y)\r", "x = 1\reval(x)\ry = 2\reval(y)"] {
        assert_eq!(lines(&judge("a.py", "python", "pattern: eval(...)", code)), [2, 4]);
        assert_eq!(lines(&judge("a.rb", "ruby", "pattern: eval(...)", code)), [2, 4]);
    }
    assert_eq!(lines(&judge("a.js", "js", "pattern: eval(...)", "// x\reval(1)\r\neval(2)\r")), [2, 3]);
    assert_eq!(lines(&judge("a.py", "python", "pattern: eval(...)", "eval(1)\r\n\r\neval(2)\r\n")), [1, 3]);
}

#[test]
fn many_findings_are_counted_and_said() {
    let code = "eval(1)\n".repeat(12_000);
    let outcome = judge("a.py", "python", "pattern: eval(...)", code);
    assert_eq!(outcome.findings.findings.len(), 10_000);
    assert!(notices(&outcome)[0].contains("from line 10001 on"), "{:?}", notices(&outcome));
}
