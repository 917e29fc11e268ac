//! Parsing in bounded work.

use std::ops::ControlFlow;

use tree_sitter::{ParseOptions, ParseState, Parser, Tree};

/// How much work a text of so many bytes may cost the parser, in hundreds of its steps: by its own count, not by a clock, so
/// that every machine gives the same answer. Ordinary code needs about two steps for a byte; a broken text of a few lines
/// may send a grammar's error recovery through it for minutes.
fn budget(bytes: usize) -> usize {
    3_000 + bytes / 2
}

/// Parses with the language that the parser was given; `None` if it gives up, or the text costs it too much.
#[must_use]
pub fn parse(parser: &mut Parser, text: &[u8]) -> Option<Tree> {
    let mut left = budget(text.len());
    let mut spend = |_: &ParseState| match left.checked_sub(1) {
        Some(less) => {
            left = less;
            ControlFlow::Continue(())
        }
        None => ControlFlow::Break(()),
    };
    let options = ParseOptions::new().progress_callback(&mut spend);
    let tree = parser.parse_with_options(&mut |at, _| text.get(at..).unwrap_or_default(), None, Some(options));
    if tree.is_none() {
        // The next text would be taken for the rest of this one.
        parser.reset();
    }
    tree
}
