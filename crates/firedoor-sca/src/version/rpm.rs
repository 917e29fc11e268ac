//! rpm: `rpmvercmp` over epoch, version and release (rpm-version(7)), with `~` before and `^` behind the end.

use std::cmp::Ordering;

use super::{cmp_digits, split_digits};

fn split(text: &str) -> (&str, &str, Option<&str>) {
    let (epoch, rest) = text.split_once(':').unwrap_or(("0", text));
    match rest.split_once('-') {
        Some((version, release)) => (epoch, version, Some(release)),
        None => (epoch, rest, None),
    }
}

fn rpmvercmp(a: &str, b: &str) -> Ordering {
    if a == b {
        return Ordering::Equal;
    }
    let keep = |c: char| c.is_ascii_alphanumeric() || c == '~' || c == '^';
    let (mut a, mut b) = (a, b);
    loop {
        a = a.trim_start_matches(|c| !keep(c));
        b = b.trim_start_matches(|c| !keep(c));
        match (a.strip_prefix('~'), b.strip_prefix('~')) {
            (Some(x), Some(y)) => {
                (a, b) = (x, y);
                continue;
            }
            (Some(_), None) => return Ordering::Less,
            (None, Some(_)) => return Ordering::Greater,
            (None, None) => {}
        }
        match (a.strip_prefix('^'), b.strip_prefix('^')) {
            (Some(x), Some(y)) => {
                (a, b) = (x, y);
                continue;
            }
            // `1.0^git1` is behind `1.0` and before `1.0.1`.
            (Some(_), None) => return if b.is_empty() { Ordering::Greater } else { Ordering::Less },
            (None, Some(_)) => return if a.is_empty() { Ordering::Less } else { Ordering::Greater },
            (None, None) => {}
        }
        if a.is_empty() || b.is_empty() {
            return a.len().min(1).cmp(&b.len().min(1));
        }
        let ordering;
        if a.starts_with(|c: char| c.is_ascii_digit()) {
            let ((x, rest_a), (y, rest_b)) = (split_digits(a), split_digits(b));
            if y.is_empty() {
                // A number is newer than a word.
                return Ordering::Greater;
            }
            ordering = cmp_digits(x, y);
            (a, b) = (rest_a, rest_b);
        } else {
            let word = |t: &str| t.bytes().position(|b| !b.is_ascii_alphabetic()).unwrap_or(t.len());
            let ((x, rest_a), (y, rest_b)) = (a.split_at(word(a)), b.split_at(word(b)));
            if y.is_empty() {
                return Ordering::Less;
            }
            ordering = x.cmp(y);
            (a, b) = (rest_a, rest_b);
        }
        if ordering != Ordering::Equal {
            return ordering;
        }
    }
}

pub(super) fn compare(a: &str, b: &str) -> Option<Ordering> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let ((ea, va, ra), (eb, vb, rb)) = (split(a), split(b));
    Some(rpmvercmp(ea, eb).then_with(|| rpmvercmp(va, vb)).then_with(|| match (ra, rb) {
        (Some(ra), Some(rb)) => rpmvercmp(ra, rb),
        (ra, rb) => ra.is_some().cmp(&rb.is_some()),
    }))
}
