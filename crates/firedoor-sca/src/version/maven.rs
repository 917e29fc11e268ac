//! Maven's version order specification (POM reference, "Version Order Specification").
//!
//! A version is a list of tokens, each with the separator before it. Trailing tokens that mean nothing are dropped,
//! again before each hyphen; then the lists are compared, the shorter one padded.

use std::cmp::Ordering;

use super::{cmp_digits, is_digits};

#[derive(Clone, Copy, Debug)]
struct Token<'a> {
    /// Whether a hyphen (or a change between digits and letters) is before it, rather than a dot.
    hyphen: bool,
    text: &'a str,
    /// For a one-letter short form: a digit follows without a separator.
    before_digit: bool,
}

impl Token<'_> {
    fn is_number(&self) -> bool {
        is_digits(self.text)
    }

    fn is_null(&self) -> bool {
        if self.is_number() {
            return self.text.bytes().all(|b| b == b'0');
        }
        ["", "final", "ga", "release"].iter().any(|n| self.text.eq_ignore_ascii_case(n))
    }

    /// The place of a well-known qualifier; unknown words come behind all of them.
    fn qualifier_rank(&self) -> u8 {
        let is = |w: &str| self.text.eq_ignore_ascii_case(w);
        let short = |w: &str| self.before_digit && is(w);
        if is("alpha") || short("a") {
            0
        } else if is("beta") || short("b") {
            1
        } else if is("milestone") || short("m") {
            2
        } else if is("rc") || is("cr") {
            3
        } else if is("snapshot") {
            4
        } else if self.is_null() {
            5
        } else if is("sp") {
            6
        } else {
            7
        }
    }
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let bytes = text.as_bytes();
    let mut out: Vec<Token<'_>> = Vec::with_capacity(8);
    let (mut start, mut hyphen) = (0, false);
    let token = |from: usize, to: usize, hyphen: bool, before_digit: bool| {
        let raw = text.get(from..to).unwrap_or("");
        Token { hyphen, text: if raw.is_empty() { "0" } else { raw }, before_digit }
    };
    for (i, &b) in bytes.iter().enumerate() {
        if b == b'.' || b == b'-' {
            out.push(token(start, i, hyphen, false));
            (start, hyphen) = (i + 1, b == b'-');
        } else if i > start && bytes[i - 1].is_ascii_digit() != b.is_ascii_digit() {
            out.push(token(start, i, hyphen, b.is_ascii_digit()));
            (start, hyphen) = (i, true);
        }
    }
    out.push(token(start, bytes.len(), hyphen, false));
    trim(&mut out);
    out
}

/// Drops trailing null tokens at the end and before each hyphen, from the end to the start.
fn trim(tokens: &mut Vec<Token<'_>>) {
    let mut end = tokens.len();
    while end > 0 {
        let mut from = end;
        while from > 1 && tokens[from - 1].is_null() {
            from -= 1;
        }
        tokens.drain(from..end);
        // On to the next hyphen.
        end = from;
        loop {
            if end <= 1 {
                return;
            }
            end -= 1;
            if tokens.get(end).is_some_and(|t| t.hyphen) {
                break;
            }
        }
    }
}

fn cmp_token(a: &Token<'_>, b: &Token<'_>) -> Ordering {
    match (a.is_number(), b.is_number()) {
        // `-number` comes before `.number`.
        (true, true) => b.hyphen.cmp(&a.hyphen).then_with(|| cmp_digits(a.text, b.text)),
        (true, false) => Ordering::Greater,
        (false, true) => Ordering::Less,
        // `.qualifier` comes before `-qualifier`.
        (false, false) => a.hyphen.cmp(&b.hyphen).then_with(|| cmp_qualifier(a, b)),
    }
}

fn cmp_qualifier(a: &Token<'_>, b: &Token<'_>) -> Ordering {
    a.qualifier_rank().cmp(&b.qualifier_rank()).then_with(|| {
        if a.qualifier_rank() < 7 {
            return Ordering::Equal;
        }
        a.text.chars().flat_map(char::to_lowercase).cmp(b.text.chars().flat_map(char::to_lowercase))
    })
}

pub(super) fn compare(a: &str, b: &str) -> Option<Ordering> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let (a, b) = (tokens(a), tokens(b));
    for i in 0..a.len().max(b.len()) {
        // Padding is 0 against a number behind a dot, else the empty qualifier.
        let pad = |other: &Token<'_>| Token {
            hyphen: other.hyphen,
            text: if !other.hyphen && other.is_number() { "0" } else { "" },
            before_digit: false,
        };
        let ordering = match (a.get(i), b.get(i)) {
            (Some(x), Some(y)) => cmp_token(x, y),
            (Some(x), None) => cmp_token(x, &pad(x)),
            (None, Some(y)) => cmp_token(&pad(y), y),
            (None, None) => Ordering::Equal,
        };
        if ordering != Ordering::Equal {
            return Some(ordering);
        }
    }
    Some(Ordering::Equal)
}
