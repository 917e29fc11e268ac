//! Parsing in bounded work.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use tree_sitter::{InputEdit, ParseOptions, ParseState, Parser, Point, Tree};

/// How much work a text of so many bytes may cost the parser, in hundreds of its steps: by its own count, so that every
/// machine gives the same answer. Of real code the most expensive needs 35 of them for a kilobyte, most needs 10; a broken
/// text of a few lines may send a grammar's error recovery through it for minutes.
fn budget(bytes: usize) -> usize {
    3_000 + bytes / 8
}

/// How long a text may take besides: some steps get slower with all that is open around them, which the count does not
/// see ("if x then " 50000 times). Real code takes less than a second for a megabyte, so that no ordinary file comes near
/// this on a slow or busy machine either.
fn patience(bytes: usize) -> Duration {
    Duration::from_secs(4) + Duration::from_micros(4 * u64::try_from(bytes).unwrap_or(u64::MAX / 8))
}

/// How deep comments of OCaml may stand in each other: its scanner calls itself for each, and has no end but the stack's.
const COMMENTS: usize = 1_000;

/// Whether `(*` stands more often than [`COMMENTS`] in itself, comments and texts not told apart.
fn comments_too_deep(text: &[u8]) -> bool {
    let mut depth = 0usize;
    for star in memchr::memchr_iter(b'*', text) {
        if star > 0 && text[star - 1] == b'(' {
            depth += 1;
        } else if text.get(star + 1) == Some(&b')') {
            depth = depth.saturating_sub(1);
        }
        if depth > COMMENTS {
            return true;
        }
    }
    false
}

/// How many `<` may stand open between two braces where each may open a list of types: what the grammar then keeps in mind
/// grows with their square, to gigabytes within one step. Real code has up to 26.
const ANGLES: usize = 100;

/// Whether more than [`ANGLES`] stand open; `<<` and `<=` open nothing.
fn angles_too_deep(text: &[u8]) -> bool {
    let mut depth = 0usize;
    for (at, byte) in text.iter().enumerate() {
        depth = match byte {
            b'<' if matches!(text.get(at + 1), Some(b'<' | b'=')) || at > 0 && text[at - 1] == b'<' => continue,
            b'<' => depth + 1,
            b'>' => depth.saturating_sub(1),
            b'{' | b'}' => 0,
            _ => continue,
        };
        if depth > ANGLES {
            return true;
        }
    }
    false
}

/// Whether a text is of the kind that costs a grammar the stack or the memory, which no count of its steps ends.
fn exhausts(parser: &Parser, text: &[u8]) -> bool {
    let Some(grammar) = parser.language() else { return false };
    let generic = || {
        [tree_sitter_java::LANGUAGE, tree_sitter_c_sharp::LANGUAGE, tree_sitter_sfapex::apex::LANGUAGE]
            .into_iter()
            .any(|l| *grammar == l.into())
    };
    if *grammar == tree_sitter_ocaml::LANGUAGE_OCAML.into() {
        return comments_too_deep(text);
    }
    generic() && angles_too_deep(text)
}

/// Whether a text of Kotlin ends within a line with an annotation: its grammar looks for the end of that for ever, so
/// it is given a line's end.
fn ends_in_annotation(parser: &Parser, text: &[u8]) -> bool {
    let mut line = text.iter().rev().take_while(|c| **c != b'\n');
    line.any(|c| *c == b'@')
        && parser.language().is_some_and(|grammar| *grammar == tree_sitter_kotlin_ng::LANGUAGE.into())
}

/// Parses with the language that the parser was given; `None` if it gives up, or the text costs it too much.
#[must_use]
pub fn parse(parser: &mut Parser, text: &[u8]) -> Option<Tree> {
    if exhausts(parser, text) {
        return None;
    }
    let mut left = budget(text.len());
    let (begin, patience) = (Instant::now(), patience(text.len()));
    let mut spend = |_: &ParseState| match left.checked_sub(1) {
        Some(less) if begin.elapsed() < patience => {
            left = less;
            ControlFlow::Continue(())
        }
        _ => ControlFlow::Break(()),
    };
    let options = ParseOptions::new().progress_callback(&mut spend);
    let open = ends_in_annotation(parser, text);
    let mut read = |at: usize, _| match text.get(at..) {
        Some([]) | None if open && at == text.len() => &b"\n"[..],
        rest => rest.unwrap_or_default(),
    };
    let mut tree = parser.parse_with_options(&mut read, None, Some(options));
    if open && let Some(tree) = &mut tree {
        let column = text.iter().rev().take_while(|c| **c != b'\n').count();
        let end = Point { row: tree.root_node().end_position().row.saturating_sub(1), column };
        tree.edit(&InputEdit {
            start_byte: text.len(),
            old_end_byte: text.len() + 1,
            new_end_byte: text.len(),
            start_position: end,
            old_end_position: Point { row: end.row + 1, column: 0 },
            new_end_position: end,
        });
    }
    if tree.is_none() {
        // The next text would be taken for the rest of this one.
        parser.reset();
    }
    tree
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn a_last_annotation_of_kotlin_ends() {
        let mut parser = Parser::new();
        parser.set_language(&Language::Kotlin.grammar()).expect("loads");
        for text in ["class A\n@X", "val x = 1\n@X", "val x: Int\n@X(a b", "x\n@X"] {
            let tree = parse(&mut parser, text.as_bytes()).expect("read");
            assert_eq!(tree.root_node().end_byte(), text.len());
        }
    }

    #[test]
    fn comments_in_comments_end_before_the_stack_does() {
        let mut parser = Parser::new();
        parser.set_language(&Language::Ocaml.grammar()).expect("loads");
        assert!(parse(&mut parser, "(*".repeat(300_000).as_bytes()).is_none());
        assert!(parse(&mut parser, "let f = (* a (* b *) c *) 1\n".repeat(2_000).as_bytes()).is_some());
    }

    #[test]
    fn types_that_are_never_closed_end_before_the_memory_does() {
        for language in [Language::Java, Language::CSharp, Language::Apex] {
            let mut parser = Parser::new();
            parser.set_language(&language.grammar()).expect("loads");
            assert!(parse(&mut parser, "a<b<".repeat(100_000).as_bytes()).is_none(), "{language:?}");
            let loops = "class A { void f() { for (int i = 0; i < 9; i++) { g(); } } }\n".repeat(2_000);
            assert!(parse(&mut parser, loops.as_bytes()).is_some(), "{language:?}");
        }
    }

    #[test]
    fn steps_that_get_slower_end_as_well() {
        let mut parser = Parser::new();
        parser.set_language(&Language::Julia.grammar()).expect("loads");
        let begin = Instant::now();
        let _ = parse(&mut parser, "if x then ".repeat(50_000).as_bytes());
        assert!(begin.elapsed() < Duration::from_secs(15), "{:?}", begin.elapsed());
    }
}
