//! Orders of plain lists of numbers, where a longer list comes behind its own beginning.
//!
//! CRAN: R's `package_version` ("Writing R Extensions", section 1.1.1). Hackage: the Haskell package versioning
//! policy, `Data.Version`.

use std::cmp::Ordering;

use super::{cmp_digits, is_digits};

pub(super) fn compare_cran(a: &str, b: &str) -> Option<Ordering> {
    compare(a, b, &['.', '-'])
}

pub(super) fn compare_hackage(a: &str, b: &str) -> Option<Ordering> {
    compare(a, b, &['.'])
}

fn compare(a: &str, b: &str, separators: &[char]) -> Option<Ordering> {
    let valid = |v: &str| v.split(separators).all(is_digits);
    if !valid(a) || !valid(b) {
        return None;
    }
    let (mut a, mut b) = (a.split(separators), b.split(separators));
    loop {
        let ordering = match (a.next(), b.next()) {
            (None, None) => return Some(Ordering::Equal),
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(x), Some(y)) => cmp_digits(x, y),
        };
        if ordering != Ordering::Equal {
            return Some(ordering);
        }
    }
}
