//! GitHub's `primaryLocationLineHash`: the fingerprint by which code scanning follows an alert through edits.
//!
//! Source: github/codeql-action, `src/fingerprints.ts`. Each line gets the rolling hash of the first 100 UTF-16
//! units, without spaces and tabs, from its start on, and the ordinal of that hash in the file.

use memchr::{memchr_iter, memchr2};
use std::borrow::Cow;
use std::collections::{HashMap, VecDeque};
use std::fmt;

const WINDOW: usize = 100;
const BASE: u64 = 37;

/// The hash of a line's beginning and its ordinal in the file. Printed `hash:ordinal`, and only then made text: a file
/// has thousands of lines and a report names few.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineHash {
    hash: u64,
    ordinal: u32,
}

impl fmt::Display for LineHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}:{}", self.hash, self.ordinal)
    }
}

/// The hash of every line, from the first. A file that ends in a line terminator has one more entry than
/// visible lines, as in GitHub's own implementation.
#[must_use]
pub fn line_hashes(bytes: &[u8]) -> Vec<LineHash> {
    // Most files are valid, which is quicker to say than to mend.
    let text = std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed);
    let mut lines = Lines::new(memchr_iter(b'\n', bytes).count() + 1);
    let mut rest: &str = &text;
    loop {
        let end = memchr2(b'\n', b'\r', rest.as_bytes());
        let line = &rest[..end.unwrap_or(rest.len())];
        if line.is_ascii() {
            lines.push(line.bytes().map(u16::from));
        } else {
            lines.push(line.encode_utf16());
        }
        let Some(end) = end else { break };
        lines.push([10]);
        lines.start = true;
        rest = &rest[end + 1..];
        if text.as_bytes()[text.len() - rest.len() - 1] == b'\r' {
            rest = rest.strip_prefix('\n').unwrap_or(rest);
        }
    }
    // What GitHub adds at the end of a file; behind it, nothing but zeros.
    lines.push([u16::MAX]);
    while !lines.open.is_empty() {
        lines.push([0]);
    }
    lines.out
}

/// Room that is taken at once for so many lines at most.
const MAX_LINES: usize = 1 << 16;

/// The hash of a window is the difference of two hashes of the whole text up to its two ends, so that only these are kept.
struct Lines {
    /// The weight of a unit that is a window away.
    first: u64,
    /// Of all units so far.
    hash: u64,
    /// Number of units so far.
    at: usize,
    /// The next unit is the first of a line.
    start: bool,
    /// Where the window of the first open line ends.
    due: usize,
    /// Lines whose windows are not full: place, and the hash before them.
    open: VecDeque<(usize, u64)>,
    counts: HashMap<u64, u32>,
    out: Vec<LineHash>,
}

impl Lines {
    fn new(lines: usize) -> Self {
        Self {
            first: (0..WINDOW).fold(1, |product: u64, _| product.wrapping_mul(BASE)),
            hash: 0,
            at: 0,
            start: true,
            due: usize::MAX,
            open: VecDeque::with_capacity(WINDOW),
            counts: HashMap::with_capacity(lines.min(MAX_LINES)),
            out: Vec::with_capacity(lines.min(MAX_LINES)),
        }
    }

    /// Units of one line, or one alone. The hash and the number stay in registers: this is what every byte meets.
    fn push(&mut self, units: impl IntoIterator<Item = u16>) {
        let (mut hash, mut at) = (self.hash, self.at);
        for unit in units {
            if unit == 32 || unit == 9 {
                continue;
            }
            if at == self.due {
                self.emit(hash);
            }
            if self.start {
                self.open(at, hash);
            }
            hash = hash.wrapping_mul(BASE).wrapping_add(u64::from(unit));
            at += 1;
        }
        (self.hash, self.at) = (hash, at);
    }

    #[cold]
    fn open(&mut self, at: usize, hash: u64) {
        if self.open.is_empty() {
            self.due = at + WINDOW;
        }
        self.open.push_back((at, hash));
        self.start = false;
    }

    #[cold]
    fn emit(&mut self, hash: u64) {
        let Some((_, before)) = self.open.pop_front() else { return };
        let hash = hash.wrapping_sub(self.first.wrapping_mul(before));
        let ordinal = self.counts.entry(hash).or_insert(0);
        *ordinal += 1;
        self.out.push(LineHash { hash, ordinal: *ordinal });
        self.due = self.open.front().map_or(usize::MAX, |(at, _)| at + WINDOW);
    }
}

#[cfg(test)]
mod tests {
    fn line_hashes(bytes: &[u8]) -> Vec<String> {
        super::line_hashes(bytes).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn gives_the_values_that_github_gives() {
        assert_eq!(line_hashes(b""), ["c129715d7a2bc9a3:1"]);
        assert_eq!(
            line_hashes(b" a\nb\n  \t\tc\n d"),
            ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]
        );
        assert_eq!(
            line_hashes(b" hello; \t\r\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n"),
            [
                "e9496ae3ebfced30:1",
                "fb7c023a8b9ccb3f:1",
                "ce8ba1a563dcdaca:1",
                "e20e36e16fcb0cc8:1",
                "b3edc88f2938467e:1",
                "c8e28b0b4002a3a0:1",
                "c129715d7a2bc9a3:1"
            ]
        );
        assert_eq!(line_hashes("Lorem ipsum dolor sit amet.\n".repeat(10).as_bytes())[5], "a7f2ff13bc495cf2:6");
    }
}
