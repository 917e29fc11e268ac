//! SemVer 2.0.0, section 11, read leniently.
//!
//! Real data holds `v1.2`, `1.2.3.4` and `1.9.0b1`; OSV's own index coerces them, and so does this: missing
//! components are zero, further ones count, and a suffix that lacks its hyphen is a pre-release. Text without a
//! leading number (`latest`, a URL) is no version.

use std::cmp::Ordering;

use super::{cmp_digits, is_digits, split_dotted};

/// A version taken apart; all parts borrow from the text.
pub(super) struct Parts<'a> {
    /// `1.2.3`.
    pub(super) core: &'a str,
    /// Behind the hyphen, up to `+`; `None` for a release.
    pub(super) pre: Option<&'a str>,
    /// Behind `+`.
    pub(super) build: Option<&'a str>,
}

pub(super) fn parse(text: &str) -> Option<Parts<'_>> {
    let text = text.strip_prefix('=').unwrap_or(text).trim_start();
    let text = text.strip_prefix(['v', 'V']).unwrap_or(text);
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (core, rest) = split_dotted(text);
    let (main, build) = match rest.split_once('+') {
        Some((main, build)) => (main, Some(build)),
        None => (rest, None),
    };
    let pre = main.strip_prefix(['-', '.']).unwrap_or(main);
    Some(Parts { core, pre: (!pre.is_empty()).then_some(pre), build })
}

pub(super) fn compare(a: &str, b: &str) -> Option<Ordering> {
    let (a, b) = (parse(a)?, parse(b)?);
    Some(cmp_core(a.core, b.core).then_with(|| cmp_pre(a.pre, b.pre)))
}

/// As pub has it: build metadata breaks ties, and none comes before some (`pub_semver`, `Version.compareTo`).
pub(super) fn compare_with_build(a: &str, b: &str) -> Option<Ordering> {
    let (a, b) = (parse(a)?, parse(b)?);
    Some(cmp_core(a.core, b.core).then_with(|| cmp_pre(a.pre, b.pre)).then_with(|| match (a.build, b.build) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (Some(a), Some(b)) => cmp_identifiers(a, b, <str as Ord>::cmp),
    }))
}

/// Numbers between dots, the shorter one padded with zeros.
pub(super) fn cmp_core(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.split('.'), b.split('.'));
    loop {
        match (a.next(), b.next()) {
            (None, None) => return Ordering::Equal,
            (x, y) => match cmp_digits(x.unwrap_or(""), y.unwrap_or("")) {
                Ordering::Equal => {}
                unequal => return unequal,
            },
        }
    }
}

/// A release comes behind its pre-releases.
pub(super) fn cmp_pre(a: Option<&str>, b: Option<&str>) -> Ordering {
    match (a, b) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(a), Some(b)) => cmp_identifiers(a, b, <str as Ord>::cmp),
    }
}

/// Identifiers between dots: numbers before words, fewer before more. `words` compares two words.
pub(super) fn cmp_identifiers(a: &str, b: &str, words: fn(&str, &str) -> Ordering) -> Ordering {
    let (mut a, mut b) = (a.split('.'), b.split('.'));
    loop {
        let ordering = match (a.next(), b.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(x), Some(y)) => match (is_digits(x), is_digits(y)) {
                (true, true) => cmp_digits(x, y),
                (true, false) => Ordering::Less,
                (false, true) => Ordering::Greater,
                (false, false) => words(x, y),
            },
        };
        if ordering != Ordering::Equal {
            return ordering;
        }
    }
}
