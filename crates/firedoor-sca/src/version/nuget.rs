//! NuGet: SemVer with a fourth number and without regard to case (NuGet docs, "Package versioning", "Normalized
//! version numbers"). Build metadata does not count.

use std::cmp::Ordering;

use super::semver::{cmp_core, cmp_identifiers, parse};

pub(super) fn compare(a: &str, b: &str) -> Option<Ordering> {
    let (a, b) = (parse(a)?, parse(b)?);
    Some(cmp_core(a.core, b.core).then_with(|| match (a.pre, b.pre) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(a), Some(b)) => cmp_identifiers(a, b, |x, y| {
            x.bytes().map(|b| b.to_ascii_lowercase()).cmp(y.bytes().map(|b| b.to_ascii_lowercase()))
        }),
    }))
}
