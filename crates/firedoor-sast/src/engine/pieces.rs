//! Contents of strings that a file writes in pieces: `"redi" + "rect:"`.
//!
//! Constants are folded before code is compared with a pattern. So a file in which the content of a pattern's string does
//! not occur has a match only where that content is put together, and then its first piece that is not empty begins
//! behind a quote, or behind what was put into a text, and ends at one of them.

use rustc_hash::{FxHashMap, FxHashSet};

/// Longest beginning that is looked for; what begins alike is held for the same.
const MAX_PIECE: usize = 12;

/// What contents of strings may begin with where they are cut.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// By a beginning, the contents.
    contents: FxHashMap<Box<[u8]>, Vec<u32>>,
    /// Bytes that contents begin with.
    first: FxHashSet<u8>,
}

impl Pieces {
    /// Adds the content of a string under its number.
    pub(super) fn add(&mut self, content: &str, number: u32) {
        let bytes = content.as_bytes();
        self.first.extend(bytes.first());
        for end in 1..bytes.len().min(MAX_PIECE + 1) {
            let all = self.contents.entry(bytes[..end].into()).or_default();
            if !all.contains(&number) {
                all.push(number);
            }
        }
    }

    /// Tells the numbers of contents that a file may put together.
    pub(super) fn find(&self, bytes: &[u8], mut found: impl FnMut(u32)) {
        if self.contents.is_empty() {
            return;
        }
        let quotes = memchr::memchr3_iter(b'"', b'\'', b'`', bytes);
        // What was put into a text before it may be empty.
        for quote in quotes.chain(memchr::memchr_iter(b'}', bytes)) {
            let Some(rest) = bytes.get(quote + 1..) else { continue };
            if !rest.first().is_some_and(|byte| self.first.contains(byte)) {
                continue;
            }
            let rest = &rest[..rest.len().min(MAX_PIECE + 1)];
            let ends = |byte: &u8| matches!(byte, b'"' | b'\'' | b'`' | b'{' | b'$' | b'#' | b'\\');
            // A content may itself hold what a text is put in after: `$where`.
            for end in (1..rest.len()).filter(|end| ends(&rest[*end])) {
                if let Some(numbers) = self.contents.get(&rest[..end]) {
                    numbers.iter().for_each(|number| found(*number));
                }
            }
            if rest.len() > MAX_PIECE
                && let Some(numbers) = self.contents.get(&rest[..MAX_PIECE])
            {
                numbers.iter().for_each(|number| found(*number));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(code: &str) -> bool {
        let mut pieces = Pieces::default();
        pieces.add("redirect:", 7);
        let mut found = false;
        pieces.find(code.as_bytes(), |number| found |= number == 7);
        found
    }

    #[test]
    fn pieces_of_a_content_are_seen() {
        assert!(found(r#"return "redi" + "rect:" + x"#));
        assert!(found(r#""" + 'r' + "edirect:""#));
        assert!(found("f\"redirect{colon}\""));
        assert!(found("`redirect${colon}`"));
        assert!(found("`${empty}redi${rest}`"));
    }

    #[test]
    fn other_texts_are_not() {
        assert!(!found(r#""red " + "irect:""#));
        assert!(!found(r#"redi"rect""#));
        assert!(!found(r#""redirection""#));
        assert!(!found("\"redi"));
        assert!(!found(""));
    }

    #[test]
    fn long_contents_are_known_by_their_beginning() {
        let mut pieces = Pieces::default();
        pieces.add("application/x-www-form-urlencoded", 1);
        let mut found = 0;
        pieces.find(br#""application/x-www" + "-form-urlencoded""#, |_| found += 1);
        pieces.find(br#""application/json""#, |_| found += 10);
        assert_eq!(found, 11, "longer beginnings are not told apart");
    }
}
