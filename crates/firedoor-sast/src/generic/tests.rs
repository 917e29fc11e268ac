//! The generic mode on small texts.

use super::*;
use crate::rule::options::CommentStyle;

const PLAIN: Manner = Manner { max_span: 10, caseless: false };

fn found(pattern: &str, text: &str) -> Vec<String> {
    let hits = search(&Pattern::new(pattern).expect("valid"), &Document::new(text.as_bytes(), None), PLAIN);
    assert!(!hits.exhausted);
    hits.matches.iter().map(|m| text[m.span.range()].to_owned()).collect()
}

fn bound(pattern: &str, text: &str) -> Vec<Vec<(String, String)>> {
    let hits = search(&Pattern::new(pattern).expect("valid"), &Document::new(text.as_bytes(), None), PLAIN);
    let pairs = |m: &crate::cond::TextMatch| {
        m.captures.iter().map(|(n, s)| (n.to_string(), text[s.range()].to_owned())).collect()
    };
    hits.matches.iter().map(pairs).collect()
}

#[test]
fn white_space_does_not_matter_but_words_are_whole() {
    assert_eq!(found("exec(x)", "exec ( x )\nmy_exec(x)\nexec(xx)"), ["exec ( x )"]);
    assert_eq!(found("a b", "a\nb"), ["a\nb"]);
}

#[test]
fn ellipsis_is_short_and_bounded_in_lines() {
    assert_eq!(found("exec(...)", "exec(a)(b)"), ["exec(a)"]);
    assert_eq!(found("exec(...)", "exec(\n  a,\n  b\n)"), ["exec(\n  a,\n  b\n)"]);
    let far = format!("begin{}end", "\nx".repeat(10));
    assert!(found("begin ... end", &far).is_empty());
    let near = format!("begin{}\nend", "\nx".repeat(9));
    assert_eq!(found("begin ... end", &near).len(), 1);
    let two = format!("begin{}\nend", "\nx".repeat(18));
    assert_eq!(found("begin\n...\n...\nend", &two).len(), 1);
}

#[test]
fn the_shorter_of_two_matches_with_one_end_is_kept() {
    assert_eq!(found("a ... b", "a a b"), ["a b"]);
    assert_eq!(found("a ...", "a x a"), ["a x a"]);
}

#[test]
fn metavariables_are_words_and_unify() {
    assert_eq!(bound("$X = $X", "a = b\nc = c"), [[("$X".to_owned(), "c".to_owned())]]);
    assert_eq!(bound("f($...ARGS)", "f(a, b)"), [[("$...ARGS".to_owned(), "a, b".to_owned())]]);
    assert_eq!(found("$x", "$x y"), ["$x"]);
}

#[test]
fn indented_patterns_need_indented_text() {
    assert_eq!(found("a\n  b", "a\n  b").len(), 1);
    assert!(found("a\n  b", "a\nb").is_empty());
    assert_eq!(found("a\nb", "a\n  b").len(), 1);
    assert_eq!(found("if:\n  ...\nelse", "if:\n  x\n  y\nelse").len(), 1);
}

#[test]
fn an_ellipsis_within_brackets_of_a_line_stays_there() {
    assert_eq!(found("f(... b", "f(a) b").len(), 1);
    assert_eq!(found("<a ...>", "<a href=\"x\">"), ["<a href=\"x\">"]);
    assert_eq!(found("( ] x", "( ] x").len(), 1);
}

#[test]
fn comments_can_be_blanked() {
    let text = "a // b\nc /* a\nc */ d";
    let hits = |p: &str, style| {
        search(&Pattern::new(p).expect("valid"), &Document::new(text.as_bytes(), style), PLAIN).matches.len()
    };
    assert_eq!(
        (hits("b", Some(CommentStyle::Cpp)), hits("b", Some(CommentStyle::C)), hits("c", Some(CommentStyle::Cpp))),
        (0, 1, 1)
    );
}

#[test]
fn hostile_texts_end() {
    let deep = "(".repeat(50_000) + &")".repeat(50_000);
    let _ = Document::new(deep.as_bytes(), None);
    let indented: String = (0..5000).map(|n| " ".repeat(n % 4000) + "x\n").collect();
    let _ = Document::new(indented.as_bytes(), None);
    let text = "a ".repeat(400);
    let hits = search(
        &Pattern::new("a ... a ... a ... a ... a ... z").expect("valid"),
        &Document::new(text.as_bytes(), None),
        PLAIN,
    );
    assert!(hits.matches.is_empty());
}

#[test]
fn a_named_ellipsis_needs_a_neighbour() {
    assert!(Pattern::new("... $...X").is_err());
    assert!(Pattern::new("  \n").is_err());
    assert!(Pattern::new("....").is_ok());
}

#[test]
fn aliengrep_differs_in_lines_and_case() {
    let count = |p: &str, text: &str, manner| {
        search(&Pattern::new(p).expect("valid").with_long_dots().0, &Document::new(text.as_bytes(), None), manner)
            .matches
            .len()
    };
    let text = format!("begin{}end", "\n".repeat(30));
    assert_eq!(count("begin ... end", &text, PLAIN), 0);
    assert_eq!(count("begin ... end", &text, Manner { max_span: u32::MAX, ..PLAIN }), 1);
    assert_eq!(count("begin .... end", &text, Manner { max_span: u32::MAX, ..PLAIN }), 1);
    assert_eq!(count("begin ... end", "begin\nend", Manner { max_span: 0, ..PLAIN }), 0);
    assert_eq!(count("KEY = $X", "key = a", PLAIN), 0);
    assert_eq!(count("KEY = $X", "key = a", Manner { caseless: true, ..PLAIN }), 1);
}
