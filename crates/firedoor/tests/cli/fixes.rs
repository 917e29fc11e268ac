//! `--fix` of code findings.

use crate::support::{Tree, firedoor};

const RULES: &str = "rules:\n  - id: wait\n    languages: [python]\n    message: m\n    severity: HIGH\n    pattern: wait($N)\n    fix: wait_ms($N)\n  - id: odd\n    languages: [python]\n    message: m\n    severity: HIGH\n    pattern: odd($N)\n    fix: odd($N\n";

#[test]
fn fixes_are_applied_together_and_none_breaks_the_syntax() {
    let tree = Tree::new(&[("rules.yaml", RULES), ("a.py", "wait(1)\nodd(2)\nwait(3)\r\n")]);
    let run = firedoor(tree.path(), &["sast", "--rules", "rules.yaml", "--fix", "a.py"]);
    let text = std::fs::read_to_string(tree.path().join("a.py")).expect("still there");
    assert_eq!(text, "wait_ms(1)\nodd(2)\nwait_ms(3)\r\n");
    assert!(run.stderr.contains("the fix of odd in a.py would break the syntax"), "{}", run.stderr);
    assert!(run.stderr.contains("2 fixes applied to a.py"), "{}", run.stderr);
}

#[test]
fn a_file_that_is_no_utf8_keeps_its_bytes() {
    let tree = Tree::new(&[("rules.yaml", RULES)]);
    tree.write("a.py", b"# caf\xe9\nwait(1)\n");
    let run = firedoor(tree.path(), &["sast", "--rules", "rules.yaml", "--fix", "a.py"]);
    let bytes = std::fs::read(tree.path().join("a.py")).expect("still there");
    assert_eq!(bytes, b"# caf\xe9\nwait_ms(1)\n", "{}", run.stderr);
}
