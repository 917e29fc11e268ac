//! Parsing in bounded work.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use tree_sitter::{ParseOptions, ParseState, Parser, Tree};

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

/// Parses with the language that the parser was given; `None` if it gives up, or the text costs it too much.
#[must_use]
pub fn parse(parser: &mut Parser, text: &[u8]) -> Option<Tree> {
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
    let tree = parser.parse_with_options(&mut |at, _| text.get(at..).unwrap_or_default(), None, Some(options));
    if tree.is_none() {
        // The next text would be taken for the rest of this one.
        parser.reset();
    }
    tree
}
