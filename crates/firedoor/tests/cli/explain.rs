//! `firedoor sast --explain`.

use crate::support::{Tree, firedoor};

const RULE: &str = "rules:\n  - id: logged-password\n    languages: [python]\n    message: $X is written to the log.\n    severity: HIGH\n    patterns:\n      - pattern: log($X)\n      - pattern-not: log(\"...\", ...)\n";
const CODE: &str = "def a(password):\n    log(password)\n\ndef b():\n    log(\"started\")\n";

#[test]
fn a_writer_of_rules_is_told_what_took_a_match_away() {
    let tree = Tree::new(&[("rule.yaml", RULE), ("app.py", CODE)]);
    let explain = |rule: &str, files: &[&str]| {
        firedoor(tree.path(), &[&["sast", "--rules", "rule.yaml", "--explain", rule], files].concat())
    };
    let run = explain("logged-password", &["app.py"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("drops 5:5 log(\"started\")"), "{}", run.stdout);
    assert!(run.stdout.ends_with("  1 finding\n    2:5 password is written to the log.\n"), "{}", run.stdout);

    for (rule, files, part) in [
        ("logged", &["app.py"][..], "did you mean logged-password?"),
        ("logged-password", &[], "needs the file"),
        ("logged-password", &["gone.py"], "cannot read gone.py"),
    ] {
        let run = explain(rule, files);
        assert_eq!(run.code, 2, "{}", run.stdout);
        assert!(run.stderr.contains(part), "{}", run.stderr);
    }
}

#[test]
fn an_explanation_quotes_no_secret() {
    let secret = "postgres://reports:Vk7-trq2Lx9w@db.internal:5432/app";
    let tree = Tree::new(&[("rule.yaml", RULE), ("app.py", &format!("log(open(\"{secret}\"))\n"))]);
    let run = firedoor(tree.path(), &["sast", "--rules", "rule.yaml", "--explain", "logged-password", "app.py"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("********") && !run.stdout.contains("Vk7-trq2Lx9w"), "{}", run.stdout);
}
