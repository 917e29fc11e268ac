//! GitHub's `primaryLocationLineHash`: the fingerprint by which code scanning follows an alert through edits.
//!
//! Source: github/codeql-action, `src/fingerprints.ts`. Each line gets the rolling hash of the first 100 UTF-16
//! units, without spaces and tabs, from its start on, and the ordinal of that hash in the file.

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
    let lines = bytes.iter().filter(|b| **b == b'\n').count() + 1;
    if bytes.is_ascii() {
        return hashes(bytes.iter().map(|b| u16::from(*b)), lines);
    }
    hashes(String::from_utf8_lossy(bytes).encode_utf16(), lines)
}

/// The hash of a window is the difference of two hashes of the whole text up to its two ends, so that only these are kept.
fn hashes(units: impl Iterator<Item = u16>, lines: usize) -> Vec<LineHash> {
    let mut roll = Roll {
        first: (0..WINDOW).fold(1, |product: u64, _| product.wrapping_mul(BASE)),
        hash: 0,
        at: 0,
        due: usize::MAX,
        open: VecDeque::with_capacity(WINDOW),
        counts: HashMap::with_capacity(lines.min(MAX_LINES)),
        out: Vec::with_capacity(lines.min(MAX_LINES)),
    };
    let mut start = true;
    let mut previous_cr = false;
    for unit in units.chain([u16::MAX]) {
        let mut unit = unit;
        if unit == 32 || unit == 9 || (previous_cr && unit == 10) {
            previous_cr = false;
            continue;
        }
        previous_cr = unit == 13;
        if previous_cr {
            unit = 10;
        }
        if roll.at == roll.due {
            roll.emit();
        }
        if start {
            roll.open();
        }
        start = unit == 10;
        roll.push(u64::from(unit));
    }
    while !roll.open.is_empty() {
        if roll.at == roll.due {
            roll.emit();
        }
        roll.push(0);
    }
    roll.out
}

/// Room that is taken at once for so many lines at most.
const MAX_LINES: usize = 1 << 16;

struct Roll {
    /// The weight of a unit that is a window away.
    first: u64,
    /// Of all units so far.
    hash: u64,
    /// Number of units so far.
    at: usize,
    /// Where the window of the first open line ends.
    due: usize,
    /// Lines whose windows are not full: place, and the hash before them.
    open: VecDeque<(usize, u64)>,
    counts: HashMap<u64, u32>,
    out: Vec<LineHash>,
}

impl Roll {
    fn open(&mut self) {
        if self.open.is_empty() {
            self.due = self.at + WINDOW;
        }
        self.open.push_back((self.at, self.hash));
    }

    fn emit(&mut self) {
        let Some((_, before)) = self.open.pop_front() else { return };
        let hash = self.hash.wrapping_sub(self.first.wrapping_mul(before));
        let ordinal = self.counts.entry(hash).or_insert(0);
        *ordinal += 1;
        self.out.push(LineHash { hash, ordinal: *ordinal });
        self.due = self.open.front().map_or(usize::MAX, |(at, _)| at + WINDOW);
    }

    #[inline]
    fn push(&mut self, unit: u64) {
        self.hash = self.hash.wrapping_mul(BASE).wrapping_add(unit);
        self.at += 1;
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
