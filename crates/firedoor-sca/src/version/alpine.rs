//! apk-tools' order of versions: `digits{.digits}{letter}{_suffix{digits}}{-r digits}` (apk-package(5)).
//!
//! Text that does not follow the grammar is compared as far as it does, and a malformed tail comes before none.

use std::cmp::Ordering;

use super::{cmp_digits, split_digits};

/// What comes next, in the order in which an end there is newer: a longer number list is newer than a letter, and so
/// on down to the end, which is the oldest but for pre-release suffixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// A dot, or the start, without the number that belongs there: older than anything else.
    Hole,
    /// A further number behind a dot.
    DigitOrZero,
    /// The first number.
    Digit,
    /// One lower-case letter.
    Letter,
    /// `_alpha` and so on.
    Suffix,
    /// The number of a suffix.
    SuffixNumber,
    /// The number behind `-r`.
    Revision,
    /// Nothing more.
    End,
    /// Something that the grammar does not know.
    Invalid,
}

/// Known suffixes; a negative weight comes before the version without it.
const SUFFIXES: &[(&str, i8)] =
    &[("alpha", -4), ("beta", -3), ("pre", -2), ("rc", -1), ("cvs", 1), ("svn", 2), ("git", 3), ("hg", 4), ("p", 5)];

#[derive(Clone, Copy, Debug)]
enum Value<'a> {
    Number(&'a str),
    /// A number behind a dot that begins with zero: compared as text, like a fraction.
    Fraction(&'a str),
    Letter(u8),
    Suffix(i8),
    Nothing,
}

impl Value<'_> {
    fn cmp(self, other: Self) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => cmp_digits(a, b),
            (Self::Fraction(a) | Self::Number(a), Self::Fraction(b) | Self::Number(b)) => a.cmp(b),
            (Self::Letter(a), Self::Letter(b)) => a.cmp(&b),
            (Self::Suffix(a), Self::Suffix(b)) => a.cmp(&b),
            _ => Ordering::Equal,
        }
    }
}

/// Reads one token of the expected kind and says what kind comes next.
fn token<'a>(kind: Kind, text: &'a str) -> (Value<'a>, Kind, &'a str) {
    let (value, rest) = match kind {
        Kind::DigitOrZero | Kind::Digit | Kind::SuffixNumber | Kind::Revision => {
            let (digits, rest) = split_digits(text);
            if digits.is_empty() && kind != Kind::SuffixNumber {
                return (Value::Nothing, Kind::Invalid, text);
            }
            let fraction = kind == Kind::DigitOrZero && digits.len() > 1 && digits.starts_with('0');
            (if fraction { Value::Fraction(digits) } else { Value::Number(digits) }, rest)
        }
        Kind::Hole => (Value::Nothing, text),
        Kind::Letter => match text.bytes().next() {
            Some(b) if b.is_ascii_lowercase() => (Value::Letter(b), &text[1..]),
            _ => return (Value::Nothing, Kind::Invalid, text),
        },
        Kind::Suffix => match SUFFIXES.iter().find(|(word, _)| text.starts_with(word)) {
            Some((word, weight)) => (Value::Suffix(*weight), &text[word.len()..]),
            None => return (Value::Nothing, Kind::Invalid, text),
        },
        Kind::End | Kind::Invalid => return (Value::Nothing, kind, text),
    };
    let (next, rest) = following(kind, rest);
    (value, next, rest)
}

fn following(kind: Kind, rest: &str) -> (Kind, &str) {
    let Some(first) = rest.bytes().next() else { return (Kind::End, rest) };
    let next = match first {
        b'a'..=b'z' if matches!(kind, Kind::Hole | Kind::Digit | Kind::DigitOrZero) => return (Kind::Letter, rest),
        b'0'..=b'9' if kind == Kind::Letter => return (Kind::Digit, rest),
        b'0'..=b'9' if kind == Kind::Suffix => return (Kind::SuffixNumber, rest),
        b'.' if rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit) => (Kind::DigitOrZero, &rest[1..]),
        b'.' => (Kind::Hole, &rest[1..]),
        b'_' => (Kind::Suffix, &rest[1..]),
        b'-' if rest.as_bytes().get(1) == Some(&b'r') && rest.as_bytes().get(2).is_some_and(u8::is_ascii_digit) => {
            (Kind::Revision, &rest[2..])
        }
        _ => (Kind::Invalid, rest),
    };
    let back = match next.0 {
        Kind::DigitOrZero | Kind::Hole => kind <= Kind::Digit,
        Kind::Suffix => kind <= Kind::SuffixNumber,
        Kind::Revision => kind < Kind::Revision,
        _ => true,
    };
    if back { next } else { (Kind::Invalid, rest) }
}

pub(super) fn compare(a: &str, b: &str) -> Option<Ordering> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let start = |text: &str| if text.starts_with(|c: char| c.is_ascii_digit()) { Kind::Digit } else { Kind::Hole };
    let (mut ka, mut kb) = (start(a), start(b));
    let (mut a, mut b) = (a, b);
    while ka == kb && ka < Kind::End {
        let (va, na, ra) = token(ka, a);
        let (vb, nb, rb) = token(kb, b);
        match va.cmp(vb) {
            Ordering::Equal => {}
            unequal => return Some(unequal),
        }
        (ka, a, kb, b) = (na, ra, nb, rb);
    }
    if ka == kb {
        return Some(Ordering::Equal);
    }
    // What is malformed is older.
    let broken = |kind: Kind| matches!(kind, Kind::Hole | Kind::Invalid);
    if broken(ka) != broken(kb) {
        return Some(if broken(ka) { Ordering::Less } else { Ordering::Greater });
    }
    // Everything so far is equal: the longer one is newer, unless it goes on with a pre-release suffix.
    let pre = |kind: Kind, rest: &str| {
        kind == Kind::Suffix && matches!(token(kind, rest).0, Value::Suffix(weight) if weight < 0)
    };
    if pre(ka, a) {
        return Some(Ordering::Less);
    }
    if pre(kb, b) {
        return Some(Ordering::Greater);
    }
    Some(ka.cmp(&kb).reverse())
}
