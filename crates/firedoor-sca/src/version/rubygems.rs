//! `Gem::Version#<=>`: segments of digits or letters, letters before digits, trailing zeros without meaning.

use std::cmp::Ordering;

use super::cmp_digits;

#[derive(Clone, Copy, Debug)]
enum Segment<'a> {
    Number(&'a str),
    Word(&'a str),
}

/// Segments in order. A hyphen means `.pre.` (`Gem::Version#initialize`).
fn segments(text: &str) -> Option<Vec<Segment<'_>>> {
    let valid = text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+'));
    if !valid || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut out = Vec::with_capacity(4);
    for (i, part) in text.split('-').enumerate() {
        if i > 0 {
            out.push(Segment::Word("pre"));
        }
        let mut rest = part;
        while let Some(first) = rest.bytes().next() {
            if !first.is_ascii_alphanumeric() {
                rest = &rest[1..];
                continue;
            }
            let digit = first.is_ascii_digit();
            let end = rest
                .bytes()
                .position(|b| !b.is_ascii_alphanumeric() || b.is_ascii_digit() != digit)
                .unwrap_or(rest.len());
            let (token, tail) = rest.split_at(end);
            out.push(if digit { Segment::Number(token) } else { Segment::Word(token) });
            rest = tail;
        }
    }
    Some(canonical(out))
}

/// Drops zeros at the end of the numbers before the first word, and at the end of everything.
fn canonical(segments: Vec<Segment<'_>>) -> Vec<Segment<'_>> {
    let zero = |s: &Segment<'_>| matches!(s, Segment::Number(n) if n.bytes().all(|b| b == b'0'));
    let split = segments.iter().position(|s| matches!(s, Segment::Word(_))).unwrap_or(segments.len());
    let head = segments[..split].iter().rposition(|s| !zero(s)).map_or(0, |i| i + 1);
    let tail = segments[split..].iter().rposition(|s| !zero(s)).map_or(split, |i| split + i + 1);
    let mut out = segments;
    out.truncate(tail);
    out.drain(head..split);
    out
}

pub(super) fn compare(a: &str, b: &str) -> Option<Ordering> {
    let (a, b) = (segments(a)?, segments(b)?);
    for i in 0..a.len().max(b.len()) {
        let x = a.get(i).copied().unwrap_or(Segment::Number("0"));
        let y = b.get(i).copied().unwrap_or(Segment::Number("0"));
        let ordering = match (x, y) {
            (Segment::Number(x), Segment::Number(y)) => cmp_digits(x, y),
            (Segment::Word(x), Segment::Word(y)) => x.cmp(y),
            (Segment::Word(_), Segment::Number(_)) => Ordering::Less,
            (Segment::Number(_), Segment::Word(_)) => Ordering::Greater,
        };
        if ordering != Ordering::Equal {
            return Some(ordering);
        }
    }
    Some(Ordering::Equal)
}
