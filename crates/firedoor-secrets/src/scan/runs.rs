//! Tokens without a word of their own: rules that are asked where a run of token characters has a certain length.
//!
//! `<32 hex>-<8 hex>-<8 hex>` is as distinctive as a prefix is, but no keyword leads there, and a regex without one
//! would read every file. A run of letters, digits, `_` and `-` as long as a token's part is rare, and to find the runs
//! costs little: in each stretch of the shortest length the last other character is looked for, and where there is
//! one the run can only begin behind it.

use std::ops::Range;

use crate::dialect::SecretRule;
use crate::dialect::file::Prefix;

/// Shortest run that a rule may ask for.
pub(crate) const SHORTEST_RUN: usize = 24;
/// Longest run that a rule may ask for; encoded data has longer ones.
pub(crate) const LONGEST_RUN: usize = 160;

/// Which rules ask for runs of which length.
#[derive(Debug, Default)]
pub(crate) struct Runs {
    by_length: Vec<Vec<Asked>>,
}

/// A rule that asks for runs of a length.
#[derive(Clone, Debug)]
struct Asked {
    rule: u32,
    /// What its tokens begin with; the run begins with it or stands behind it.
    prefix: Box<[u8]>,
}

/// What a byte is a part of: 1 of a run of digits of base64 or base64url, 3 of a token's run too.
const PARTS: [u8; 256] = {
    let mut table = [0; 256];
    let mut b = 0;
    while b < 256 {
        let byte = b as u8;
        table[b] = if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') {
            3
        } else if matches!(byte, b'+' | b'/') {
            1
        } else {
            0
        };
        b += 1;
    }
    table
};

/// Whether it is a digit of base64 or base64url.
pub(super) fn is_digit(b: u8) -> bool {
    PARTS[usize::from(b)] != 0
}

fn is_part(b: u8) -> bool {
    PARTS[usize::from(b)] == 3
}

/// Calls `found` with each run of digits of base64 that is long enough for anybody and touches one of these parts of the
/// text, which are in order. A run of so many digits has one at every multiple of that distance, so most bytes are never
/// looked at.
pub(super) fn long_runs(bytes: &[u8], parts: &[Range<usize>], mut found: impl FnMut(Range<usize>)) {
    let mut end = 0;
    for part in parts {
        // One that the part before has told may go on here, and another one begin before this part.
        let before = bytes.get(end..part.start).unwrap_or_default();
        let start = end + before.iter().rposition(|&b| !is_digit(b)).map_or(0, |at| at + 1);
        end = runs_of(bytes, start..part.end, &mut found).max(start);
    }
}

/// The same from the beginning of a part on, and where what was looked at ends.
fn runs_of(bytes: &[u8], part: Range<usize>, found: &mut impl FnMut(Range<usize>)) -> usize {
    let mut start = part.start;
    while let Some(stretch) = bytes.get(start..start + SHORTEST_RUN).filter(|_| start < part.end) {
        if let Some(stop) = stretch.iter().rposition(|&b| !is_digit(b)) {
            start += stop + 1;
            continue;
        }
        let rest = &bytes[start + SHORTEST_RUN..];
        let end = start + SHORTEST_RUN + rest.iter().position(|&b| !is_digit(b)).unwrap_or(rest.len());
        found(start..end);
        start = end + 1;
    }
    start.min(bytes.len())
}

impl Runs {
    pub(super) fn new(rules: &[SecretRule]) -> Self {
        let mut by_length: Vec<Vec<Asked>> = Vec::new();
        for (number, rule) in (0u32..).zip(rules) {
            for &length in rule.runs.iter().filter(|l| (SHORTEST_RUN..=LONGEST_RUN).contains(l)) {
                if by_length.len() <= length {
                    by_length.resize_with(length + 1, Vec::new);
                }
                let prefix = match &rule.prefix {
                    Some(Prefix::Text(text)) => text.as_bytes().into(),
                    _ => Box::default(),
                };
                by_length[length].push(Asked { rule: number, prefix });
            }
        }
        Self { by_length }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.by_length.is_empty()
    }

    /// Calls `found` with each rule and each run within `run` that it asks for: a slash or a plus ends a token.
    pub(super) fn asked(&self, bytes: &[u8], run: Range<usize>, found: &mut impl FnMut(u32, Range<usize>)) {
        let mut start = run.start;
        for part in bytes[run].split(|&b| !is_part(b)) {
            let rules = self.by_length.get(part.len()).map_or(&[][..], Vec::as_slice);
            // A random token has digits; names as long as tokens mostly have none.
            if !rules.is_empty() && part.iter().any(u8::is_ascii_digit) {
                let fits = |a: &&Asked| part.starts_with(&a.prefix) || bytes[..start].ends_with(&a.prefix);
                rules.iter().filter(fits).for_each(|a| found(a.rule, start..start + part.len()));
            }
            start += part.len() + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::slice;

    #[test]
    fn runs_that_touch_a_part_are_told_once_and_whole() {
        let run = |n: usize| "aB3-_".repeat(n / 5 + 1)[..n].to_owned();
        let text = format!("{} {} x {} {}", run(100), run(60), run(24), run(300));
        let find = |parts: &[Range<usize>]| {
            let mut out = Vec::new();
            long_runs(text.as_bytes(), parts, |run| out.push((run.start, run.len())));
            out
        };
        let all = [(0, 100), (101, 60), (164, 24), (189, 300)];
        assert_eq!(find(slice::from_ref(&(0..text.len()))), all);
        assert_eq!(find(&[50..60, 80..110, 300..310, 400..402]), [all[0], all[1], all[3]]);
        assert_eq!(find(&[102..103, 170..180]), [all[1], all[2]]);
        for cut in 0..text.len() {
            assert_eq!(find(&[0..cut, cut..text.len()]), all, "{cut}");
        }
    }

    #[test]
    fn runs_are_found_by_their_length_alone() {
        let mut runs = Runs { by_length: vec![Vec::new(); 31] };
        let asked = |rule, prefix: &[u8]| Asked { rule, prefix: prefix.into() };
        runs.by_length[24].push(asked(1, b""));
        runs.by_length[30] = vec![asked(2, b""), asked(3, b"aB"), asked(4, b"s."), asked(5, b"x")];
        let find = |text: &str| {
            let mut out = Vec::new();
            let mut push = |rule, place: Range<usize>| out.push((rule, place.start));
            long_runs(text.as_bytes(), slice::from_ref(&(0..text.len())), |run| {
                runs.asked(text.as_bytes(), run, &mut push)
            });
            out
        };
        let run = |n: usize| "aB3-_".repeat(20)[..n].to_owned();
        assert_eq!(find(&run(24)), [(1, 0)]);
        assert_eq!(find(&format!("x = {} {}.{}", run(23), run(30), run(24))), [(2, 28), (3, 28), (1, 59)]);
        assert_eq!(find(&format!("s.{}", run(30))), [(2, 2), (3, 2), (4, 2)]);
        assert_eq!(find(&format!("{}\n{}/{}+", run(25), run(31), run(90))), []);
        assert_eq!(find(&format!("https://a/{}/b", run(24))), [(1, 10)]);
    }
}
