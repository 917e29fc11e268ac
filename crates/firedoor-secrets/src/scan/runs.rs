//! Tokens without a word of their own: rules that are asked where a run of token characters has a certain length.
//!
//! `<32 hex>-<8 hex>-<8 hex>` is as distinctive as a prefix is, but no keyword leads there, and a regex without one
//! would read every file. A run of letters, digits, `_` and `-` as long as a token's part is rare, and to find the runs
//! costs little: in each stretch of the shortest length the last other character is looked for, and where there is
//! one the run can only begin behind it.

use std::ops::Range;

use crate::dialect::SecretRule;

/// Shortest run that a rule may ask for.
pub(crate) const SHORTEST_RUN: usize = 24;
/// Longest run that a rule may ask for; encoded data has longer ones.
pub(crate) const LONGEST_RUN: usize = 160;

/// Which rules ask for runs of which length.
#[derive(Debug, Default)]
pub(crate) struct Runs {
    by_length: Vec<Vec<u32>>,
}

/// The characters of a run, by byte.
const CHARACTERS: [bool; 256] = {
    let mut table = [false; 256];
    let mut b = 0;
    while b < 256 {
        let byte = b as u8;
        table[b] = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        b += 1;
    }
    table
};

fn is_part(b: u8) -> bool {
    CHARACTERS[usize::from(b)]
}

impl Runs {
    pub(super) fn new(rules: &[SecretRule]) -> Self {
        let mut by_length: Vec<Vec<u32>> = Vec::new();
        for (number, rule) in (0u32..).zip(rules) {
            for &length in rule.runs.iter().filter(|l| (SHORTEST_RUN..=LONGEST_RUN).contains(l)) {
                if by_length.len() <= length {
                    by_length.resize_with(length + 1, Vec::new);
                }
                by_length[length].push(number);
            }
        }
        Self { by_length }
    }

    /// Calls `found` with each rule and each run that it asks for, in the order of the runs.
    pub(super) fn find(&self, bytes: &[u8], mut found: impl FnMut(u32, Range<usize>)) {
        if self.by_length.is_empty() {
            return;
        }
        let mut start = 0;
        while let Some(stretch) = bytes.get(start..start + SHORTEST_RUN) {
            if let Some(stop) = stretch.iter().rposition(|&b| !is_part(b)) {
                start += stop + 1;
                continue;
            }
            let rest = &bytes[start + SHORTEST_RUN..];
            let length = SHORTEST_RUN + rest.iter().position(|&b| !is_part(b)).unwrap_or(rest.len());
            for &rule in self.by_length.get(length).map_or(&[][..], Vec::as_slice) {
                found(rule, start..start + length);
            }
            start += length + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_found_by_their_length_alone() {
        let mut runs = Runs { by_length: vec![Vec::new(); 31] };
        runs.by_length[24].push(1);
        runs.by_length[30] = vec![2, 3];
        let find = |text: &str| {
            let mut out = Vec::new();
            runs.find(text.as_bytes(), |rule, place| out.push((rule, place.start)));
            out
        };
        let run = |n: usize| "aB3-_".repeat(20)[..n].to_owned();
        assert_eq!(find(&run(24)), [(1, 0)]);
        assert_eq!(find(&format!("x = {} {}.{}", run(23), run(30), run(24))), [(2, 28), (3, 28), (1, 59)]);
        assert_eq!(find(&format!("{}\n{}/{}+", run(25), run(31), run(90))), []);
    }
}
