//! Which lines of a text are not in another.

use std::ops::RangeInclusive;

use firedoor_core::ChangedLines;
use gix::diff::blob::{Algorithm, Diff, InternedInput};

/// The lines of `new`, from 1, that `old` does not have. Line ends do not count: a file whose line ends were changed
/// (by `core.autocrlf`, say) has no new line. Lines end as [`firedoor_core::LineIndex`] ends them.
pub(super) fn added_lines(old: &[u8], new: &[u8]) -> ChangedLines {
    // The new side is held as UTF-8, whatever it was.
    let recoded = firedoor_core::utf16_to_utf8(old);
    let old = recoded.as_deref().map_or(old, str::as_bytes);
    if old.is_empty() {
        let count = u32::try_from(lines(new).count()).unwrap_or(u32::MAX);
        return ChangedLines(if count == 0 { Vec::new() } else { vec![1..=count] });
    }
    let mut input: InternedInput<&[u8]> = InternedInput::default();
    input.update_before(lines(old));
    input.update_after(lines(new));
    let diff = Diff::compute(Algorithm::Histogram, &input);
    ChangedLines(
        diff.hunks().filter(|h| !h.after.is_empty()).map(|h| h.after.start.saturating_add(1)..=h.after.end).collect(),
    )
}

/// The lines that are in both.
pub(super) fn intersect(a: &ChangedLines, b: &ChangedLines) -> ChangedLines {
    let mut out: Vec<RangeInclusive<u32>> = Vec::new();
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.0.get(i), b.0.get(j)) {
        let (from, to) = (*x.start().max(y.start()), *x.end().min(y.end()));
        if from <= to {
            out.push(from..=to);
        }
        if x.end() <= y.end() {
            i += 1;
        } else {
            j += 1;
        }
    }
    ChangedLines(out)
}

/// Lines without their ends.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let (line, tail) = rest.split_at(end);
        rest = match tail {
            [b'\r', b'\n', tail @ ..] | [_, tail @ ..] => tail,
            [] => tail,
        };
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn added() {
        let check = |old: &str, new: &str, expected: &[RangeInclusive<u32>]| {
            assert_eq!(added_lines(old.as_bytes(), new.as_bytes()).0, expected, "{old:?} {new:?}");
        };
        check("", "", &[]);
        check("", "a\nb", &[1..=2]);
        check("a\nb\n", "a\nb\n", &[]);
        check("a\nb\n", "a\r\nb\r\n", &[]);
        check("a\nb\n", "x\na\nb\ny\nz\n", &[1..=1, 4..=5]);
        check("a\nb\nc\n", "a\nc\n", &[]);
        check("a\rb", "a\rx\rb", &[2..=2]);
    }

    #[test]
    fn intersection() {
        let a = ChangedLines(vec![1..=5, 8..=9]);
        let b = ChangedLines(vec![2..=3, 5..=8]);
        assert_eq!(intersect(&a, &b).0, [2..=3, 5..=5, 8..=8]);
    }
}
