//! Names of packages: how each ecosystem decides that two spellings are one package, and package URLs.

use std::borrow::Cow;

use crate::version::base_ecosystem;

/// The spelling under which a name is looked up.
///
/// PyPI: PEP 503. NuGet, Packagist, Hex, GitHub Actions, Swift: case does not count. Everything else is exact.
pub(crate) fn normalize<'a>(ecosystem: &str, name: &'a str) -> Cow<'a, str> {
    match base_ecosystem(ecosystem) {
        "PyPI" => {
            let plain =
                name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') && !name.contains("--");
            if plain {
                return Cow::Borrowed(name);
            }
            let mut out = String::with_capacity(name.len());
            for c in name.chars() {
                if matches!(c, '-' | '_' | '.') {
                    if !out.ends_with('-') {
                        out.push('-');
                    }
                } else {
                    out.extend(c.to_lowercase());
                }
            }
            Cow::Owned(out)
        }
        "SwiftURL" => {
            let rest = name.split_once("://").map_or(name, |(_, rest)| rest);
            let rest = rest.strip_suffix(".git").unwrap_or(rest);
            lower(rest)
        }
        "NuGet" | "Packagist" | "Hex" | "GitHub Actions" | "VSCode" => lower(name),
        _ => Cow::Borrowed(name),
    }
}

fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|b| b.is_ascii_uppercase()) { Cow::Owned(name.to_lowercase()) } else { Cow::Borrowed(name) }
}

/// The version as its ecosystem compares it: Go's own modules are written `go1.21.3` in some files.
pub(crate) fn normalize_version<'a>(ecosystem: &str, name: &str, version: &'a str) -> &'a str {
    if base_ecosystem(ecosystem) == "Go" && matches!(name, "stdlib" | "toolchain") {
        return version.strip_prefix("go").unwrap_or(version);
    }
    version
}

/// The package URL of a package (purl specification and its types page); an unknown ecosystem is `generic`.
pub(crate) fn purl(ecosystem: &str, name: &str, version: &str) -> String {
    let (kind, namespace_at) = match base_ecosystem(ecosystem) {
        "npm" => ("npm", '/'),
        "crates.io" => ("cargo", '\0'),
        "PyPI" => ("pypi", '\0'),
        "Go" => ("golang", '/'),
        "Maven" => ("maven", ':'),
        "RubyGems" => ("gem", '\0'),
        "Packagist" => ("composer", '/'),
        "NuGet" => ("nuget", '\0'),
        "Hex" => ("hex", '/'),
        "Pub" => ("pub", '\0'),
        "CRAN" => ("cran", '\0'),
        "Hackage" => ("hackage", '\0'),
        "ConanCenter" => ("conan", '\0'),
        "SwiftURL" => ("swift", '/'),
        "CocoaPods" => ("cocoapods", '\0'),
        "GitHub Actions" => ("github", '/'),
        "Julia" => ("julia", '\0'),
        "Bitnami" => ("bitnami", '\0'),
        "Alpine" => ("apk/alpine", '\0'),
        "Debian" => ("deb/debian", '\0'),
        "Ubuntu" => ("deb/ubuntu", '\0'),
        "Red Hat" => ("rpm/redhat", '\0'),
        _ => ("generic", '/'),
    };
    let name = if kind == "pypi" { normalize("PyPI", name) } else { Cow::Borrowed(name) };
    let mut out = String::with_capacity(name.len() + version.len() + 16);
    out.push_str("pkg:");
    out.push_str(kind);
    out.push('/');
    let mut parts = name.split(namespace_at);
    if let Some(first) = parts.next() {
        encode(&mut out, first);
    }
    for part in parts {
        out.push('/');
        encode(&mut out, part);
    }
    if !version.is_empty() {
        out.push('@');
        encode(&mut out, version);
    }
    out
}

/// Percent-encodes what a purl's segments may not hold.
fn encode(out: &mut String, text: &str) {
    for b in text.bytes() {
        if b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'~' | b':') {
            out.push(char::from(b));
        } else {
            out.push('%');
            out.push(char::from(b"0123456789ABCDEF"[usize::from(b >> 4)]));
            out.push(char::from(b"0123456789ABCDEF"[usize::from(b & 15)]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_purls() {
        assert_eq!(normalize("PyPI", "Zope.Interface_x"), "zope-interface-x");
        assert_eq!(normalize("SwiftURL", "https://GitHub.com/a/B.git"), "github.com/a/b");
        assert_eq!(purl("npm", "@a/b", "1.0.0"), "pkg:npm/%40a/b@1.0.0");
        assert_eq!(purl("Maven", "g.h:a", "1"), "pkg:maven/g.h/a@1");
        assert_eq!(purl("Go", "github.com/a/b", "v1.0.0+x"), "pkg:golang/github.com/a/b@v1.0.0%2Bx");
    }
}
