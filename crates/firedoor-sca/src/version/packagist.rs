//! Packagist: PHP's `version_compare`, with the leading `v` that Composer drops.
//!
//! The manual of `version_compare` gives the order: any other word < dev < alpha = a < beta = b < RC = rc < # <
//! pl = p, where `#` stands for a number.

use std::cmp::Ordering;

use super::{cmp_digits, is_digits};

/// Parts between separators and between digits and other characters.
fn parts(text: &str) -> Vec<&str> {
    let mut out = Vec::with_capacity(6);
    let mut rest = text.strip_prefix(['v', 'V']).unwrap_or(text);
    while let Some(first) = rest.chars().next() {
        if matches!(first, '-' | '_' | '+' | '.') {
            rest = &rest[1..];
            continue;
        }
        let digit = first.is_ascii_digit();
        let end = rest
            .char_indices()
            .find(|&(_, c)| matches!(c, '-' | '_' | '+' | '.') || c.is_ascii_digit() != digit)
            .map_or(rest.len(), |(i, _)| i);
        let (token, tail) = rest.split_at(end);
        out.push(token);
        rest = tail;
    }
    out
}

/// PHP compares a known word with the beginning of the part.
fn weight(part: &str) -> i8 {
    let starts = |p: &str| part.starts_with(p);
    if starts("dev") {
        1
    } else if starts("a") {
        2
    } else if starts("b") {
        3
    } else if starts("RC") || starts("rc") {
        4
    } else if starts("#") {
        5
    } else if starts("p") {
        6
    } else {
        0
    }
}

fn cmp_part(a: &str, b: &str) -> Ordering {
    match (is_digits(a), is_digits(b)) {
        (true, true) => cmp_digits(a, b),
        (true, false) => weight("#").cmp(&weight(b)),
        (false, true) => weight(a).cmp(&weight("#")),
        (false, false) => weight(a).cmp(&weight(b)),
    }
}

pub(super) fn compare(a: &str, b: &str) -> Option<Ordering> {
    let (a, b) = (parts(a), parts(b));
    if a.is_empty() || b.is_empty() {
        return None;
    }
    for (x, y) in a.iter().zip(&b) {
        match cmp_part(x, y) {
            Ordering::Equal => {}
            unequal => return Some(unequal),
        }
    }
    // A longer version is newer if it goes on with a number; words are weighed against "a number stands here".
    let tail = |parts: &[&str]| {
        for part in parts {
            match if is_digits(part) { Ordering::Greater } else { weight(part).cmp(&weight("#")) } {
                Ordering::Equal => {}
                unequal => return unequal,
            }
        }
        Ordering::Equal
    };
    Some(if a.len() >= b.len() { tail(&a[b.len()..]) } else { tail(&b[a.len()..]).reverse() })
}
