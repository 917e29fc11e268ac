//! Names and versions in the names of archives: wheels (PEP 427, "File name convention"), source distributions (PEP 625) and
//! the tarballs of npm registries (`NAME/-/NAME-VERSION.tgz`).
//!
//! Only what such a name says by its specification is taken. An archive that a forge makes of a branch or a tag is no source
//! distribution, whatever it is called.

use percent_encoding::percent_decode_str;

use crate::names::normalize;
use crate::version::is_pep440;

/// Endings of source distributions; PEP 625 has only the first, older ones the others.
const SDISTS: [&str; 6] = [".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".tar.Z", ".zip"];
/// Folders in which forges hand out what a repository holds.
const SNAPSHOTS: [&str; 4] = ["archive", "tarball", "zipball", "get"];

/// The path of an address or a file, without query and fragment, decoded.
fn path_of(address: &str) -> String {
    let plain = address.split(['#', '?']).next().unwrap_or("");
    percent_decode_str(plain.trim()).decode_utf8_lossy().into_owned()
}

/// Whether an address or a file ends as an archive of Python's does.
pub(super) fn is_python(address: &str) -> bool {
    let path = path_of(address);
    path.ends_with(".whl") || SDISTS.iter().any(|end| path.ends_with(end))
}

/// Name and version of a wheel or a source distribution. Where the name is known, the archive must be of that name.
pub(super) fn python(address: &str, known: Option<&str>) -> Option<(String, String)> {
    let path = path_of(address);
    let file = path.rsplit(['/', '\\']).next()?;
    let is_known = |name: &str| known.is_none_or(|known| normalize("PyPI", known) == normalize("PyPI", name));
    if let Some(stem) = file.strip_suffix(".whl") {
        // Name, version, perhaps a build number, and three tags. In name and version `_` stands for what they may not hold.
        let parts: Vec<&str> = stem.split('-').collect();
        let [name, version, ..] = *parts.as_slice() else { return None };
        let whole = parts.len() == 5 || parts.len() == 6 && parts[2].starts_with(|c: char| c.is_ascii_digit());
        let version = version.replace('_', "-");
        return (whole && is_name(name) && is_known(name) && is_pep440(&version)).then(|| (name.to_owned(), version));
    }
    let stem = SDISTS.iter().find_map(|end| file.strip_suffix(end))?;
    let snapshot = path.contains("://codeload.github.com/") || path.split('/').any(|part| SNAPSHOTS.contains(&part));
    // Older ones have hyphens in the name: the version begins at the first place from where on all is one.
    stem.match_indices('-').map(|(at, _)| (&stem[..at], &stem[at + 1..])).find_map(|(name, version)| {
        let plain = version.starts_with(|c: char| c.is_ascii_digit()) && !snapshot || known.is_some();
        (plain && is_name(name) && is_known(name) && is_pep440(version)).then(|| (name.to_owned(), version.to_owned()))
    })
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-'))
}

/// Name and version of a tarball at an npm registry: the name stands in the path, the version in the file's name.
pub(super) fn npm(address: &str) -> Option<(String, String)> {
    if !address.starts_with("https://") && !address.starts_with("http://") {
        return None;
    }
    let path = path_of(address);
    let (before, file) = path.rsplit_once("/-/")?;
    let stem = file.rsplit('/').next()?.strip_suffix(".tgz")?;
    let mut folders = before.rsplit('/');
    let (base, scope) = (folders.next()?, folders.next().unwrap_or(""));
    let version = stem.strip_prefix(base)?.strip_prefix('-')?;
    let numbers: Vec<&str> = version.split(['-', '+']).next()?.split('.').collect();
    let whole = numbers.len() == 3 && numbers.iter().all(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    let name = if scope.starts_with('@') { format!("{scope}/{base}") } else { base.to_owned() };
    (whole && !base.is_empty()).then(|| (name, version.to_owned()))
}

/// An address as a notice may show it: without what stands before its host and behind its path, which may be secrets.
pub(super) fn shown(address: &str) -> String {
    let plain = address.split(['#', '?']).next().unwrap_or("");
    match plain.split_once("://") {
        Some((scheme, rest)) => {
            let (host, path) = rest.split_once('/').map_or((rest, None), |(host, path)| (host, Some(path)));
            let host = host.rsplit('@').next().unwrap_or(host);
            match path {
                Some(path) => format!("{scheme}://{host}/{path}"),
                None => format!("{scheme}://{host}"),
            }
        }
        None => plain.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(found: Option<(String, String)>) -> String {
        found.map_or_else(|| "-".to_owned(), |(name, version)| format!("{name} {version}"))
    }

    #[test]
    fn wheels_and_source_distributions_say_what_they_hold() {
        for (address, want) in [
            ("https://x.example/p/jinja2-2.10-py2.py3-none-any.whl", "jinja2 2.10"),
            (
                "https://x.example/zope.interface-5.0.0-1build-cp38-cp38-manylinux_2_5_x86_64.whl#sha256=00",
                "zope.interface 5.0.0",
            ),
            ("./wheels/torch-1.9.0%2Bcu111-cp38-cp38-linux_x86_64.whl", "torch 1.9.0+cu111"),
            ("a_b-1.0_1-py3-none-any.whl", "a_b 1.0-1"),
            ("https://x.example/python-dateutil-2.8.1.tar.gz?x=y", "python-dateutil 2.8.1"),
            ("https://x.example/Foo-1.0-1.zip", "Foo 1.0-1"),
            ("https://x.example/foo-1.0rc1.tar.bz2", "foo 1.0rc1"),
            ("https://x.example/foo-main-py3-none-any.whl", "-"),
            ("https://x.example/foo-1.0-any.whl", "-"),
            ("https://x.example/main.zip", "-"),
            ("https://github.com/django/django/archive/stable-2.2.zip", "-"),
            ("https://codeload.github.com/o/n/tar.gz/n-2.0.tar.gz", "-"),
            ("é-1.0.tar.gz", "é 1.0"),
            ("-1.0.tar.gz", "-"),
            ("", "-"),
        ] {
            assert_eq!(said(python(address, None)), want, "{address}");
        }
        assert_eq!(said(python("https://x/Zope_Interface-5.0.tar.gz", Some("zope.interface"))), "Zope_Interface 5.0");
        assert_eq!(said(python("https://x/a-2-b-1.0.tar.gz", Some("a-2-b"))), "a-2-b 1.0");
        assert_eq!(said(python("https://x/other-5.0.tar.gz", Some("zope.interface"))), "-");
        assert_eq!(said(python("https://github.com/o/n/archive/n-2.0.tar.gz", Some("n"))), "n 2.0");
        assert!(is_python("x.whl#y") && is_python("./a.zip") && !is_python("git+https://x/y"));
    }

    #[test]
    fn tarballs_of_npm_registries_say_what_they_hold() {
        for (address, want) in [
            ("https://registry.npmjs.org/lodash/-/lodash-4.17.15.tgz", "lodash 4.17.15"),
            ("https://registry.npmjs.org/@babel%2fcore/-/core-7.1.0-rc.1.tgz#00", "@babel/core 7.1.0-rc.1"),
            ("https://h.example/artifactory/api/npm/v/@s/p/-/@s/p-1.0.0.tgz", "@s/p 1.0.0"),
            ("https://h.example/lodash-4.17.15.tgz", "-"),
            ("https://registry.npmjs.org/lodash/-/other-4.17.15.tgz", "-"),
            ("https://registry.npmjs.org/lodash/-/lodash-main.tgz", "-"),
            ("file:registry/lodash/-/lodash-4.17.15.tgz", "-"),
        ] {
            assert_eq!(said(npm(address)), want, "{address}");
        }
    }

    #[test]
    fn what_may_be_a_secret_is_not_shown() {
        assert_eq!(shown("https://u:p@h.example/a?t=1#x"), "https://h.example/a");
        assert_eq!(shown("a/b.txt"), "a/b.txt");
    }
}
