//! dpkg: epoch, upstream version, revision (deb-version(7), "Sorting algorithm").

use std::cmp::Ordering;

use super::{cmp_digits, is_digits, split_digits};

fn split(text: &str) -> Option<(&str, &str, &str)> {
    let (epoch, rest) = match text.split_once(':') {
        Some((epoch, rest)) if is_digits(epoch) => (epoch, rest),
        Some(_) => return None,
        None => ("", text),
    };
    let (upstream, revision) = rest.rsplit_once('-').unwrap_or((rest, ""));
    (!rest.is_empty()).then_some((epoch, upstream, revision))
}

/// `~` before the end, the end before letters, letters before everything else.
fn rank(byte: Option<u8>) -> u16 {
    match byte {
        Some(b'~') => 0,
        None | Some(b'0'..=b'9') => 1,
        Some(b) if b.is_ascii_alphabetic() => 2 + u16::from(b),
        Some(b) => 300 + u16::from(b),
    }
}

fn cmp_part(mut a: &str, mut b: &str) -> Ordering {
    while !a.is_empty() || !b.is_empty() {
        let words = |t: &str| t.bytes().position(|b| b.is_ascii_digit()).unwrap_or(t.len());
        let (wa, wb) = (words(a), words(b));
        for i in 0..wa.max(wb) {
            let x = if i < wa { a.as_bytes().get(i).copied() } else { None };
            let y = if i < wb { b.as_bytes().get(i).copied() } else { None };
            match rank(x).cmp(&rank(y)) {
                Ordering::Equal => {}
                unequal => return unequal,
            }
        }
        let ((da, ra), (db, rb)) = (split_digits(&a[wa..]), split_digits(&b[wb..]));
        match cmp_digits(da, db) {
            Ordering::Equal => {}
            unequal => return unequal,
        }
        (a, b) = (ra, rb);
    }
    Ordering::Equal
}

pub(super) fn compare(a: &str, b: &str) -> Option<Ordering> {
    let ((ea, ua, ra), (eb, ub, rb)) = (split(a)?, split(b)?);
    Some(cmp_digits(ea, eb).then_with(|| cmp_part(ua, ub)).then_with(|| cmp_part(ra, rb)))
}
