//! Which lines of a text are not in another.

use std::ops::RangeInclusive;

use firedoor_core::{ChangedLines, KeptLines};
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
    // What both begin and end with is most of a file, and comparing bytes is much cheaper than hashing lines.
    let (kept, old_rest, new_rest) = without_ends(old, new);
    let mut input: InternedInput<&[u8]> = InternedInput::default();
    input.update_before(lines(old_rest));
    input.update_after(lines(new_rest));
    let diff = Diff::compute(Algorithm::Histogram, &input);
    let shift = |n: u32| n.saturating_add(kept);
    ChangedLines(
        diff.hunks()
            .filter(|h| !h.after.is_empty())
            .map(|h| shift(h.after.start).saturating_add(1)..=shift(h.after.end))
            .collect(),
    )
}

/// The lines of `old` that are in `new`, too, in order. White space at either end of a line does not count.
#[must_use]
pub fn kept_lines(old: &[u8], new: &[u8]) -> KeptLines {
    let mut input: InternedInput<&[u8]> = InternedInput::default();
    input.update_before(lines(old).map(<[u8]>::trim_ascii));
    input.update_after(lines(new).map(<[u8]>::trim_ascii));
    let diff = Diff::compute(Algorithm::Histogram, &input);
    let (mut from, mut to) = (0, 0);
    let mut kept = Vec::new();
    let end = u32::try_from(input.before.len()).unwrap_or(u32::MAX);
    for (before, after) in diff.hunks().map(|h| (h.before, h.after)).chain([(end..end, 0..0)]) {
        if before.start > from {
            kept.push((from + 1, to + 1, before.start - from));
        }
        (from, to) = (before.end, after.end);
    }
    KeptLines(kept)
}

/// How many whole lines two texts begin with in common, and the texts without these and without most of the lines that
/// they end with in common.
fn without_ends<'a>(old: &'a [u8], new: &'a [u8]) -> (u32, &'a [u8], &'a [u8]) {
    const CHUNK: usize = 256;
    let chunks = old.chunks_exact(CHUNK).zip(new.chunks_exact(CHUNK)).take_while(|(a, b)| a == b).count() * CHUNK;
    let same = chunks + old[chunks..].iter().zip(&new[chunks..]).take_while(|(a, b)| a == b).count();
    let start = memchr::memrchr(b'\n', &old[..same]).map_or(0, |at| at + 1);
    let mut kept = count(&new[..start]);
    // Line by line from there, because ends of lines do not count: all that is common is, or the diff were another one.
    let (mut old, mut new) = (&old[start..], &new[start..]);
    while let (Some((a, old_rest)), Some((b, new_rest))) = (split_line(old), split_line(new)) {
        if a != b {
            break;
        }
        (old, new, kept) = (old_rest, new_rest, kept.saturating_add(1));
    }
    let most = old.len().min(new.len());
    let (a, b) = (&old[old.len() - most..], &new[new.len() - most..]);
    let chunks = a.rchunks_exact(CHUNK).zip(b.rchunks_exact(CHUNK)).take_while(|(a, b)| a == b).count() * CHUNK;
    let (a, b) = (&a[..most - chunks], &b[..most - chunks]);
    let same = chunks + a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    // Only behind the first line end in it is it sure that a line begins in both.
    let tail = &new[new.len() - same..];
    let same = memchr::memchr(b'\n', tail).map_or(0, |at| same - at - 1);
    (kept, &old[..old.len() - same], &new[..new.len() - same])
}

/// Number of lines of a text that ends with one.
fn count(bytes: &[u8]) -> u32 {
    let lines = if memchr::memchr(b'\r', bytes).is_some() {
        lines(bytes).count()
    } else {
        memchr::memchr_iter(b'\n', bytes).count()
    };
    u32::try_from(lines).unwrap_or(u32::MAX)
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
        let (line, tail) = split_line(rest)?;
        rest = tail;
        Some(line)
    })
}

/// The first line without its end, and what is behind it.
fn split_line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    if bytes.is_empty() {
        return None;
    }
    let end = memchr::memchr2(b'\n', b'\r', bytes).unwrap_or(bytes.len());
    let (line, tail) = bytes.split_at(end);
    let rest = match tail {
        [b'\r', b'\n', tail @ ..] | [_, tail @ ..] => tail,
        [] => tail,
    };
    Some((line, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept() {
        let of = |old: &str, new: &str| kept_lines(old.as_bytes(), new.as_bytes()).0;
        assert_eq!(of("a\nb\nc\nd\n", "a\nx\n  c\r\nd\ne"), [(1, 1, 1), (3, 3, 2)]);
        assert_eq!(of("a\nb", "new\na\nb"), [(1, 2, 2)]);
        assert_eq!(of("a\nb\n", "a\nb\n"), [(1, 1, 2)]);
        assert_eq!(of("", "a"), []);
        assert_eq!(of("a\n", ""), []);
        let kept = kept_lines(b"a\nb\nc\n", b"b\nc\n");
        assert_eq!([1, 2, 3, 4].map(|line| kept.new_line(line)), [None, Some(1), Some(2), None]);
    }

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
        check("a\nb", "a\nb\na\nb", &[3..=4]);
        check("a\nb\n", "a\na\nb\n", &[2..=2]);
        check("x\na\nb", "y\na\r\nb\n", &[1..=1]);
    }

    #[test]
    fn without_the_common_ends_the_difference_is_the_same() {
        // Small numbers in a row, so that texts have much in common, with line ends of all kinds.
        let mut state = 7u32;
        let mut next = |n: u32| {
            state = state.wrapping_mul(1_103_515_245).wrapping_add(12_345);
            (state >> 16) % n
        };
        for _ in 0..3_000 {
            let mut text = || -> String {
                (0..next(9))
                    .map(|_| {
                        format!("{}{}", ["a", "b", ""][next(3) as usize], ["\n", "\r\n", "\r", "\n"][next(4) as usize])
                    })
                    .collect()
            };
            let (head, tail, middle) = (text(), text(), [text(), text()]);
            let long = "x".repeat(next(600) as usize);
            let [old, new] = middle.map(|m| format!("{head}{long}{m}{long}{tail}"));
            let mut input: InternedInput<&[u8]> = InternedInput::default();
            input.update_before(lines(old.as_bytes()));
            input.update_after(lines(new.as_bytes()));
            let diff = Diff::compute(Algorithm::Histogram, &input);
            let expected: Vec<_> =
                diff.hunks().filter(|h| !h.after.is_empty()).map(|h| h.after.start + 1..=h.after.end).collect();
            if !old.is_empty() {
                assert_eq!(added_lines(old.as_bytes(), new.as_bytes()).0, expected, "{old:?} {new:?}");
            }
        }
    }

    #[test]
    fn intersection() {
        let a = ChangedLines(vec![1..=5, 8..=9]);
        let b = ChangedLines(vec![2..=3, 5..=8]);
        assert_eq!(intersect(&a, &b).0, [2..=3, 5..=5, 8..=8]);
    }
}
