//! The order of versions, by each ecosystem's own rules.
//!
//! A comparison is a pure function of two texts; `None` means that one of them is not a version in that ecosystem
//! and nothing can be said. Numbers have no limit of size. Nothing here allocates for ordinary versions, because one
//! scan compares thousands. The rules and their sources are tabled in `docs/sca.md`.

mod alpine;
mod debian;
mod dotted;
mod maven;
mod nuget;
mod packagist;
mod pep440;
mod rpm;
mod rubygems;
mod semver;
pub(crate) mod sort;

use std::cmp::Ordering;

/// Whether a text is a version by PEP 440, and not only one that setuptools once took.
pub(crate) fn is_pep440(text: &str) -> bool {
    pep440::parse(text).is_some()
}

/// A way of ordering versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// SemVer 2.0.0, leniently read: a leading `v`, any number of components, a suffix without its hyphen.
    SemVer,
    /// SemVer where build metadata counts (Dart's pub).
    Pub,
    /// PEP 440, with setuptools' legacy order for what is not PEP 440.
    Pep440,
    /// Maven's version order specification.
    Maven,
    /// `Gem::Version`.
    RubyGems,
    /// PHP's `version_compare`, as Composer's users know it.
    Packagist,
    /// NuGet: four numbers, then SemVer without regard to case.
    NuGet,
    /// apk-tools.
    Alpine,
    /// dpkg.
    Debian,
    /// rpm.
    Rpm,
    /// R's `package_version`: numbers between dots or hyphens.
    Cran,
    /// Haskell's package versioning policy: numbers between dots.
    Hackage,
}

/// The ecosystem without its suffix: `Debian` of `Debian:12`.
#[must_use]
pub fn base_ecosystem(ecosystem: &str) -> &str {
    ecosystem.split_once(':').map_or(ecosystem, |(base, _)| base)
}

impl Scheme {
    /// The order that an OSV ecosystem uses (OSV schema, "Defined ecosystems"); `None` for an unknown one.
    #[must_use]
    pub fn of(ecosystem: &str) -> Option<Self> {
        Some(match base_ecosystem(ecosystem) {
            "npm" | "crates.io" | "Go" | "Hex" | "Julia" | "Bitnami" | "SwiftURL" | "ConanCenter" | "GHC"
            | "GitHub Actions" | "VSCode" | "OSS-Fuzz" | "Kubernetes" | "CocoaPods" | "opam" | "CleanStart" => {
                Self::SemVer
            }
            "Pub" => Self::Pub,
            "PyPI" => Self::Pep440,
            "Maven" => Self::Maven,
            "RubyGems" => Self::RubyGems,
            "Packagist" => Self::Packagist,
            "NuGet" => Self::NuGet,
            "Alpine" | "Alpaquita" | "BellSoft Hardened Containers" | "Chainguard" | "Wolfi" | "MinimOS" => {
                Self::Alpine
            }
            "Debian" | "Ubuntu" | "Echo" | "Docker Hardened Images" => Self::Debian,
            "Red Hat" | "AlmaLinux" | "Rocky Linux" | "SUSE" | "openSUSE" | "openEuler" | "Mageia" | "Photon OS"
            | "Azure Linux" => Self::Rpm,
            "CRAN" | "Bioconductor" => Self::Cran,
            "Hackage" => Self::Hackage,
            _ => return None,
        })
    }

    /// Compares two versions; `None` where one of them is not a version.
    #[must_use]
    pub fn compare(self, a: &str, b: &str) -> Option<Ordering> {
        let (a, b) = (a.trim(), b.trim());
        match self {
            Self::SemVer => semver::compare(a, b),
            Self::Pub => semver::compare_with_build(a, b),
            Self::Pep440 => pep440::compare(a, b),
            Self::Maven => maven::compare(a, b),
            Self::RubyGems => rubygems::compare(a, b),
            Self::Packagist => packagist::compare(a, b),
            Self::NuGet => nuget::compare(a, b),
            Self::Alpine => alpine::compare(a, b),
            Self::Debian => debian::compare(a, b),
            Self::Rpm => rpm::compare(a, b),
            Self::Cran => dotted::compare_cran(a, b),
            Self::Hackage => dotted::compare_hackage(a, b),
        }
    }
}

/// Compares two versions by the order of an OSV ecosystem; a suffix (`:12`) is not looked at.
///
/// `None` where the ecosystem is unknown or one of the texts is not a version in it.
///
/// ```
/// use std::cmp::Ordering;
/// assert_eq!(firedoor_sca::compare_versions("npm", "1.2.3-rc.1", "1.2.3"), Some(Ordering::Less));
/// assert_eq!(firedoor_sca::compare_versions("PyPI", "3.2", "3.2.0"), Some(Ordering::Equal));
/// assert_eq!(firedoor_sca::compare_versions("npm", "latest", "1.0.0"), None);
/// ```
#[must_use]
pub fn compare_versions(ecosystem: &str, a: &str, b: &str) -> Option<Ordering> {
    Scheme::of(ecosystem)?.compare(a, b)
}

/// Compares two runs of decimal digits of any length as numbers; the empty run is zero.
fn cmp_digits(a: &str, b: &str) -> Ordering {
    let (a, b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

/// Splits off the leading digits.
fn split_digits(text: &str) -> (&str, &str) {
    text.split_at(text.bytes().position(|b| !b.is_ascii_digit()).unwrap_or(text.len()))
}

/// Splits off numbers between dots (`1.2.3`); a dot belongs to them only if a digit follows it.
fn split_dotted(text: &str) -> (&str, &str) {
    let mut end = 0;
    loop {
        end += split_digits(&text[end..]).0.len();
        let mut next = text[end..].bytes();
        match (next.next(), next.next()) {
            (Some(b'.'), Some(digit)) if digit.is_ascii_digit() => end += 1,
            _ => return text.split_at(end),
        }
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests;
