//! GitHub's `primaryLocationLineHash`: the fingerprint by which code scanning follows an alert through edits.
//!
//! Source: github/codeql-action, `src/fingerprints.ts`. Each line gets the rolling hash of the first 100 UTF-16
//! units, without spaces and tabs, from its start on, and the ordinal of that hash in the file.

use std::collections::HashMap;
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
    if bytes.is_ascii() {
        return hashes(bytes.iter().map(|b| u16::from(*b)));
    }
    hashes(String::from_utf8_lossy(bytes).encode_utf16())
}

fn hashes(units: impl Iterator<Item = u16>) -> Vec<LineHash> {
    let mut first = 1u64;
    for _ in 0..WINDOW {
        first = first.wrapping_mul(BASE);
    }
    let mut roll = Roll {
        window: [0; WINDOW],
        lines: [usize::MAX; WINDOW],
        at: 0,
        hash: 0,
        first,
        counts: HashMap::new(),
        out: Vec::new(),
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
        roll.emit();
        if start {
            start = false;
            roll.lines[roll.at] = roll.out.len();
            roll.out.push(LineHash { hash: 0, ordinal: 0 });
        }
        if unit == 10 {
            start = true;
        }
        roll.push(u64::from(unit));
    }
    for _ in 0..WINDOW {
        roll.emit();
        roll.push(0);
    }
    roll.out
}

struct Roll {
    window: [u64; WINDOW],
    lines: [usize; WINDOW],
    at: usize,
    hash: u64,
    first: u64,
    counts: HashMap<u64, u32>,
    out: Vec<LineHash>,
}

impl Roll {
    fn emit(&mut self) {
        let line = std::mem::replace(&mut self.lines[self.at], usize::MAX);
        if line != usize::MAX {
            let n = self.counts.entry(self.hash).or_insert(0);
            *n += 1;
            self.out[line] = LineHash { hash: self.hash, ordinal: *n };
        }
    }

    fn push(&mut self, unit: u64) {
        let oldest = std::mem::replace(&mut self.window[self.at], unit);
        self.hash = self.hash.wrapping_mul(BASE).wrapping_add(unit).wrapping_sub(self.first.wrapping_mul(oldest));
        self.at = if self.at + 1 == WINDOW { 0 } else { self.at + 1 };
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
