//! Names of packages: how each ecosystem decides that two spellings are one package, and package URLs.

use std::borrow::Cow;

use crate::version::base_ecosystem;

/// Whether two names are of one package by the rules of its ecosystem: PyPI's, NuGet's and Packagist's names have several
/// spellings.
#[must_use]
pub fn is_same_name(ecosystem: &str, a: &str, b: &str) -> bool {
    normalize(ecosystem, a) == normalize(ecosystem, b)
}

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

/// An address without what stands before its host, but for the user `git`, and without a query: both may be secrets. What
/// stands before the address, and its fragment, stay.
pub(crate) fn without_password(text: &str) -> String {
    let Some((before, rest)) = text.split_once("://") else { return text.to_owned() };
    let (rest, fragment) = rest.split_once('#').map_or((rest, None), |(rest, fragment)| (rest, Some(fragment)));
    let rest = rest.split('?').next().unwrap_or(rest);
    let (mut host, mut path) = rest.split_once('/').map_or((rest, None), |(host, path)| (host, Some(path)));
    // A slash in a password that nobody has encoded: what stands before it is no host with a port.
    if !host.contains('@')
        && let (Some((_, port)), Some((at, _))) = (host.split_once(':'), rest.rmatch_indices('@').next())
        && !port.is_empty()
        && !port.bytes().all(|b| b.is_ascii_digit())
    {
        let behind = &rest[at + 1..];
        (host, path) = behind.split_once('/').map_or((behind, None), |(host, path)| (host, Some(path)));
    }
    let (user, host) = host.rsplit_once('@').unwrap_or(("", host));
    let mut out = format!("{before}://{}{host}", if user == "git" { "git@" } else { "" });
    if let Some(path) = path {
        out.push('/');
        out.push_str(path);
    }
    if let Some(fragment) = fragment {
        out.push('#');
        out.push_str(fragment);
    }
    out
}

/// `?vcs_url=…` for a package from a repository: `git+` and its address and commit (purl specification, "Known qualifiers").
/// Empty where no address is known. What stands before the host, but for the user `git`, may be a secret and is left out.
pub(crate) fn repository_qualifier(repository: &str, commit: &str) -> String {
    let address = repository.split(['#', '?']).next().unwrap_or("");
    let address = address.strip_prefix("git+").unwrap_or(address);
    // GitHub's archives are of the repository.
    let archive = address
        .split_once("codeload.github.com/")
        .map(|(_, path)| path.split('/').take(2).collect::<Vec<_>>().join("/"));
    let hosted = [("github:", "github.com"), ("gitlab:", "gitlab.com"), ("bitbucket:", "bitbucket.org")];
    let hosted = hosted.iter().find_map(|(word, host)| Some(format!("https://{host}/{}", address.strip_prefix(word)?)));
    let address = match (archive, hosted) {
        (Some(path), _) => format!("https://github.com/{path}"),
        (_, Some(address)) => address,
        _ => match address.split_once("://") {
            Some((scheme, rest)) => {
                let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
                let (user, host) = host.rsplit_once('@').unwrap_or(("", host));
                let user = if user == "git" { "git@" } else { "" };
                format!("{scheme}://{user}{host}/{path}")
            }
            // `git@host:path` as ssh takes it.
            None => match address.split_once(':').filter(|(host, _)| host.contains('.') && !host.contains('/')) {
                Some((host, path)) => format!("ssh://{host}/{path}"),
                None => return String::new(),
            },
        },
    };
    let mut out = "?vcs_url=".to_owned();
    encode(&mut out, &format!("git+{address}"));
    if !commit.is_empty() {
        encode(&mut out, &format!("@{commit}"));
    }
    out
}

/// Whether a text is meant as a purl. The scheme has no case (purl specification, "Rules for each purl component").
pub(crate) fn is_purl(text: &str) -> bool {
    text.trim().get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("pkg:"))
}

/// The purl as a document may print it: scheme and type in lower case, and nothing in it that may be a password. `None` where
/// it cannot be read, is no URL, or holds an address that cannot be taken apart.
pub(crate) fn canonical_purl(purl: &str) -> Option<String> {
    from_purl(purl)?;
    let rest = purl.trim().get(4..)?.trim_start_matches('/');
    let (kind, path) = rest.split_once('/')?;
    let legal = path
        .bytes()
        .all(|b| b.is_ascii_graphic() && !matches!(b, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}'));
    let path = if legal { without_passwords(path)? } else { return None };
    Some(format!("pkg:{}/{path}", kind.to_ascii_lowercase()))
}

/// Whether a purl holds an address that cannot be taken apart.
pub(crate) fn is_unclear(purl: &str) -> bool {
    let path = purl.trim().get(4..).map(|rest| rest.trim_start_matches('/')).and_then(|rest| rest.split_once('/'));
    path.is_some_and(|(_, path)| without_passwords(path).is_none())
}

/// Qualifiers that a query which nobody has encoded cannot be taken for (purl specification, "Known qualifiers" and types).
const QUALIFIERS: &str = "arch build channel checksum checksums classifier distro epoch extension file_name os platform prev rrev \
    subdir tag tag_id type user vers";
/// Qualifiers whose values are addresses.
const ADDRESSES: [&str; 3] = ["repository_url", "download_url", "vcs_url"];
/// Names of qualifiers that nobody needs.
const SECRET: &str = "token access_token auth_token password passwd pwd pw secret client_secret api_key apikey jwt";

/// The rest of a purl without what may be a password: in addresses as version or in qualifiers (`vcs_url`, `download_url`), and
/// what is left of a query that nobody has encoded. What cannot be taken apart is left out; `None` where that is the
/// name. The rest stays byte for byte.
fn without_passwords(path: &str) -> Option<String> {
    let (path, subpath) = path.split_once('#').map_or((path, None), |(path, subpath)| (path, Some(subpath)));
    let (path, qualifiers) = path.split_once('?').map_or((path, None), |(path, rest)| (path, Some(rest)));
    let plain = wholly_decoded(path);
    // An address with slashes that nobody has encoded.
    if path.contains("://") && plain.matches('@').count() > 1 {
        return None;
    }
    let mut segments = Vec::new();
    let mut rest = path.split('/').peekable();
    while let Some(segment) = rest.next() {
        segments.push(match segment.rsplit_once('@') {
            // Only the last one has a version.
            Some((name, version)) if !name.is_empty() && rest.peek().is_none() => {
                format!("{}@{}", segment_of(name)?, segment_of(version)?)
            }
            _ => match wholly_decoded(segment).split_once('@') {
                // `user:password@host` or `…@owner`.
                Some((user, host)) if user.contains(':') && !user.contains('/') && rest.peek().is_some() => {
                    let mut encoded = String::new();
                    encode(&mut encoded, host);
                    encoded
                }
                _ => segment_of(segment)?,
            },
        });
    }
    let mut out = segments.join("/");
    let words = |list: &str, key: &str| list.split_whitespace().any(|word| word.eq_ignore_ascii_case(key));
    let mut in_query = false;
    let mut kept = Vec::new();
    for (key, value) in qualifiers.into_iter().flat_map(|q| q.split('&')).filter_map(|q| q.split_once('=')) {
        if ADDRESSES.contains(&key) {
            in_query |= value.contains('?');
            let plain = wholly_decoded(value);
            match address_of(&plain) {
                Some(open) if open == plain => kept.push(format!("{key}={value}")),
                Some(open) => {
                    let mut encoded = String::new();
                    encode(&mut encoded, &open);
                    kept.push(format!("{key}={encoded}"));
                }
                None => {}
            }
        } else if !(words(SECRET, key) || in_query && !words(QUALIFIERS, key))
            && segment_of(value).is_some_and(|v| v == value)
        {
            kept.push(format!("{key}={value}"));
        }
    }
    if !kept.is_empty() {
        out.push('?');
        out.push_str(&kept.join("&"));
    }
    let is_plain = |subpath: &&str| !wholly_decoded(subpath).contains("://") && !wholly_decoded(subpath).contains('@');
    if let Some(subpath) = subpath.filter(is_plain) {
        out.push('#');
        out.push_str(subpath);
    }
    Some(out)
}

/// A text without the percent encoding, however often it was encoded.
fn wholly_decoded(text: &str) -> String {
    let mut plain = decode(text);
    for _ in 0..8 {
        let more = decode(&plain);
        if more == plain {
            break;
        }
        plain = more;
    }
    plain
}

/// An address without user, password and query, and without a fragment that is called like a secret; `None` where it
/// cannot be told what is what.
fn address_of(plain: &str) -> Option<String> {
    let mut open = without_password(plain);
    if let Some((before, fragment)) = open.split_once('#') {
        let key = fragment.split('=').next().unwrap_or_default();
        if fragment.contains('=') && SECRET.split_whitespace().any(|word| word.eq_ignore_ascii_case(key)) {
            open = before.to_owned();
        }
    }
    let (scheme, rest) = open.split_once("://").unwrap_or(("", &open));
    let rest = rest.strip_prefix("git@").unwrap_or(rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    // `bob:12345/p@host`, `bob:p#w@host`: a password with a slash, a `#` or a `?` in it, so that it looks like a port or a host.
    let port = if host.starts_with('[') { "" } else { host.rsplit_once(':').map_or("", |(_, port)| port) };
    // `git@host:path` has no scheme.
    let is_port = scheme.is_empty() || port.bytes().all(|b| b.is_ascii_digit());
    let behind = plain.split_once("://").map_or(plain, |(_, rest)| rest);
    let is_hidden = host.contains(':') && !host.contains('.') && !host.starts_with("localhost") && {
        let behind = behind.strip_prefix("git@").unwrap_or(behind);
        behind.strip_prefix(host).is_some_and(|rest| rest.contains('@'))
    };
    let is_user = !is_port || is_hidden;
    // An address in the path, with a password of its own.
    let is_double = path.split_once("://").is_some_and(|(_, inner)| inner.contains('@'));
    let is_odd = host.contains('@') || path.contains([';', '\\']) || host.is_empty() && scheme != "file";
    (!is_user && !is_double && !is_odd).then_some(open)
}

/// A name, version or other part that may be an address; `None` where it is one that cannot be taken apart.
fn segment_of(part: &str) -> Option<String> {
    const PROTOCOLS: &str = "npm jsr workspace patch file link portal catalog exec git github gitlab bitbucket sha1 sha256 sha384 sha512 md5";
    let plain = wholly_decoded(part);
    let open = if plain.contains("://") {
        address_of(plain.trim())?
    } else if let Some((user, host)) = plain.split_once('@')
        && let Some((name, _)) = user.split_once(':')
        && !user.contains('/')
        && host.contains('.')
        && !PROTOCOLS.split(' ').any(|word| word == name)
    {
        // `user:password@host`
        host.to_owned()
    } else {
        return Some(part.to_owned());
    };
    if open == plain {
        return Some(part.to_owned());
    }
    let mut out = String::new();
    encode(&mut out, &open);
    Some(out)
}

/// Ecosystem, name and version that a purl means; the ecosystem is empty for types that OSV does not know.
pub(crate) fn from_purl(purl: &str) -> Option<(String, String, String)> {
    let purl = purl.trim();
    let rest = is_purl(purl).then(|| &purl[4..])?.trim_start_matches('/');
    let rest = rest.split('#').next()?;
    let (rest, qualifiers) = rest.split_once('?').unwrap_or((rest, ""));
    let (kind, rest) = rest.split_once('/')?;
    let is_kind = kind.starts_with(|c: char| c.is_ascii_alphabetic())
        && kind.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'+' | b'-'));
    if !is_kind {
        return None;
    }
    let (path, version) = match rest.rfind('@').filter(|i| *i > 0) {
        Some(i) => (&rest[..i], &rest[i + 1..]),
        None => (rest, ""),
    };
    let version = decode(version);
    let (namespace, name) = path.trim_matches('/').rsplit_once('/').unwrap_or(("", path.trim_matches('/')));
    let (namespace, name) = (decode(namespace), decode(name));
    if name.is_empty() {
        return None;
    }
    let qualifier = |key: &str| qualifiers.split('&').find_map(|q| q.strip_prefix(key)?.strip_prefix('=')).map(decode);
    let slashed = || if namespace.is_empty() { name.clone() } else { format!("{namespace}/{name}") };
    let distro = qualifier("distro").unwrap_or_default();
    let suffixed =
        |base: &str, suffix: &str| if suffix.is_empty() { base.to_owned() } else { format!("{base}:{suffix}") };
    let release = distro.rsplit_once('-').map_or(distro.as_str(), |(_, r)| r);
    let (ecosystem, name) = match kind.to_ascii_lowercase().as_str() {
        "npm" => ("npm".to_owned(), slashed()),
        "cargo" => ("crates.io".to_owned(), name),
        "pypi" => ("PyPI".to_owned(), name),
        "golang" => ("Go".to_owned(), slashed()),
        "maven" => ("Maven".to_owned(), format!("{namespace}:{name}")),
        "gem" => ("RubyGems".to_owned(), name),
        "composer" => ("Packagist".to_owned(), slashed()),
        "nuget" => ("NuGet".to_owned(), name),
        "hex" => ("Hex".to_owned(), slashed()),
        "pub" => ("Pub".to_owned(), name),
        "cran" => ("CRAN".to_owned(), name),
        "bioconductor" => ("Bioconductor".to_owned(), name),
        "hackage" => ("Hackage".to_owned(), name),
        "conan" => ("ConanCenter".to_owned(), name),
        "swift" => ("SwiftURL".to_owned(), slashed()),
        "cocoapods" => ("CocoaPods".to_owned(), name),
        "julia" => ("Julia".to_owned(), name),
        "bitnami" => ("Bitnami".to_owned(), name),
        "github" | "githubactions" => ("GitHub Actions".to_owned(), slashed()),
        "apk" => match namespace.as_str() {
            "wolfi" => ("Wolfi".to_owned(), name),
            "chainguard" => ("Chainguard".to_owned(), name),
            // `alpine-3.16.2` is the release 3.16.
            _ => {
                let short = release.split('.').take(2).collect::<Vec<_>>().join(".");
                let suffix = if short.is_empty() { String::new() } else { format!("v{short}") };
                (suffixed("Alpine", &suffix), name)
            }
        },
        "deb" => {
            let base = if namespace == "ubuntu" { "Ubuntu" } else { "Debian" };
            (suffixed(base, if release.starts_with(|c: char| c.is_ascii_digit()) { release } else { "" }), name)
        }
        "rpm" => {
            let base = match namespace.as_str() {
                "redhat" => "Red Hat",
                "almalinux" => "AlmaLinux",
                "rocky" | "rocky-linux" => "Rocky Linux",
                "opensuse" => "openSUSE",
                "suse" => "SUSE",
                "mageia" => "Mageia",
                _ => "",
            };
            (base.to_owned(), name)
        }
        _ => (String::new(), name),
    };
    let version = match (qualifier("epoch"), ecosystem.is_empty()) {
        (Some(epoch), false) if !version.contains(':') => format!("{epoch}:{version}"),
        _ => version,
    };
    Some((ecosystem, name, version))
}

/// Undoes percent-encoding; a broken escape stays as it is.
fn decode(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
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
    fn addresses_in_purls_lose_their_passwords() {
        for (written, printed) in [
            ("a@1?vcs_url=git%2Bhttps%3A%2F%2Fu%3Apw%40h.io%2Fa", "a@1?vcs_url=git%2Bhttps:%2F%2Fh.io%2Fa"),
            (
                "a@1?x=y&download_url=https://h.io/a.tgz?token=t&arch=i386#sub",
                "a@1?x=y&download_url=https:%2F%2Fh.io%2Fa.tgz&arch=i386#sub",
            ),
            ("a@1?download_url=https://h.io/b?x=1&code=t&sp=r", "a@1?download_url=https:%2F%2Fh.io%2Fb"),
            ("a@1?download_url=https://h.io/b%23access_token%3Dt", "a@1?download_url=https:%2F%2Fh.io%2Fb"),
            ("a@1?download_url=https://bob:p/w@h.io", "a@1?download_url=https:%2F%2Fh.io"),
            ("a@1?vcs_url=https%253A%252F%252Fu%253Apw%2540h.io", "a@1?vcs_url=https:%2F%2Fh.io"),
            ("h@https%3A%2F%2Fbob%3Apw%40h.io%2Fb.tgz", "h@https:%2F%2Fh.io%2Fb.tgz"),
            ("h@bob%3Apw%40h.io%2Fb.git", "h@h.io%2Fb.git"),
            ("https%3A%2F%2Fbob%3Apw%40h.io%2Fb@v1", "https:%2F%2Fh.io%2Fb@v1"),
            ("a@1?pw=x&arch=i386", "a@1?arch=i386"),
            // What cannot be taken apart is left out.
            ("a@1?repository_url=bob:pw@h.io/reg", "a@1"),
            ("a@1?vcs_url=token@h.io/o/r", "a@1"),
            ("a@1?download_url=https://bob:12345/p@h.io/x", "a@1"),
            ("a@1?download_url=https://h.io/r/https://bob:pw@h.io/y", "a@1"),
            ("a@1?download_url=https://h.io/p;session=x", "a@1"),
            ("a@1?download_url=https://bob:p%23w@h.io/x", "a@1"),
            ("a@1?download_url=https://bob:1%23w@h.io/x", "a@1"),
            ("a@1?vcs_url=https%3A%2F%2Fbob%3Ap%253Fw%40h.io%2Fx", "a@1"),
            ("bob:pw@h.io/a@1", "h.io/a@1"),
            ("bob:pw%40o/r@v1", "o/r@v1"),
            ("bob:pw@github.com/o/r@v1", "github.com/o/r@v1"),
            ("a@1?download_url=https://bob:p%3Fw@h.io/x", "a@1"),
            ("a@1#https://bob:pw@h.io/x", "a@1"),
        ] {
            assert_eq!(canonical_purl(&format!("PKG:npm/{written}")), Some(format!("pkg:npm/{printed}")), "{written}");
        }
        assert_eq!(canonical_purl("pkg:npm/h@git+https://bob:pw@h.io/b.git"), None);
    }

    #[test]
    fn ordinary_purls_stay_as_they_are() {
        for purl in [
            "pkg:npm/%40a/b@1#s",
            "pkg:npm/@babel/core@7.0.0",
            "pkg:npm/foo@npm%3A%40s%2Fbar%401.0.0",
            "pkg:npm/a@patch%3Aa%40npm%253A1.0.0%23.yarn%2Fa.patch",
            "pkg:cpan/Perl::Version@1.013",
            "pkg:docker/alpine:3.18@sha256:abc",
            "pkg:deb/debian/libc6:amd64@1:2.31-1?arch=amd64&distro=debian-11",
            "pkg:conda/conda-forge::numpy@1.0?build=x&channel=main&subdir=linux-64",
            "pkg:maven/g/a@1.0?type=jar&classifier=x",
            "pkg:oci/x@sha256%3Aabc?repository_url=ghcr.io/x&tag=1",
            "pkg:generic/a@1?vcs_url=git%2Bssh%3A%2F%2Fgit%40h.io%2Fa#s",
            "pkg:generic/a@1?vcs_url=git%2Bhttps://git.fsfe.org/dxtr/a%40cc55108da32",
            "pkg:generic/a@1?vcs_url=git@github.com:o/r.git",
            "pkg:generic/a@1?download_url=https://registry.npmjs.org/@scope/a/-/a-1.tgz&checksum=sha256:de4d",
            "pkg:generic/a@1?keyid=3&author=x&signed=yes&key=a&code=b",
            "pkg:generic/a@1?vcs_url=git%2Bhttps://github.com/o/r%40v1.2.3",
            "pkg:generic/a@1?vcs_url=git@github.com:o/r.git%40v1.0.0",
            "pkg:generic/a@1?download_url=https://unpkg.com/react@18.2.0/umd/react.js",
            "pkg:generic/a@1?download_url=https://web.archive.org/web/2020/https://h.io/a.tgz",
            "pkg:generic/a@1?download_url=file:///a/b%20c.tgz",
            "pkg:oci/a@1?repository_url=ghcr.io/o/a%40sha256:ab",
            "pkg:oci/a@1?repository_url=localhost:5000/o/a",
            "pkg:oci/a@1?repository_url=http://[::1]:5000/o/a",
            "pkg:generic/a@1?download_url=http://r.example:8080/a%23x@1",
            "pkg:npm/foo@jsr%3A%40std%2Fpath%401.0.0",
            "pkg:golang/github.com/a/b@v1#sub:c",
            "pkg:mlflow/m@3?model_uuid=3&run_id=5",
            "pkg:golang/github.com/a/b@v1.2.3#sub/pkg",
        ] {
            assert_eq!(canonical_purl(purl).as_deref(), Some(purl));
        }
    }

    #[test]
    fn names_and_purls() {
        assert_eq!(normalize("PyPI", "Zope.Interface_x"), "zope-interface-x");
        assert_eq!(normalize("SwiftURL", "https://GitHub.com/a/B.git"), "github.com/a/b");
        assert_eq!(purl("npm", "@a/b", "1.0.0"), "pkg:npm/%40a/b@1.0.0");
        assert_eq!(purl("Maven", "g.h:a", "1"), "pkg:maven/g.h/a@1");
        let repository = |address: &str| repository_qualifier(address, "abc");
        let github = "?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fa%2Fb%40abc";
        for address in [
            "github:a/b#abc",
            "git+https://github.com/a/b?branch=x#abc",
            "https://u:t@github.com/a/b",
            "https://codeload.github.com/a/b/tar.gz/abc",
        ] {
            assert_eq!(repository(address), github, "{address}");
        }
        assert_eq!(repository("git@x.example:a/b.git"), "?vcs_url=git%2Bssh:%2F%2Fgit%40x.example%2Fa%2Fb.git%40abc");
        assert_eq!((repository(""), repository("../a")), (String::new(), String::new()));
        assert_eq!(purl("Go", "github.com/a/b", "v1.0.0+x"), "pkg:golang/github.com/a/b@v1.0.0%2Bx");
    }

    #[test]
    fn the_scheme_of_a_purl_has_no_case() {
        let said = |purl: &str| from_purl(purl).map(|(ecosystem, name, version)| [ecosystem, name, version].join(" "));
        assert_eq!(said("PKG:PyPI/Django@2.2.0").as_deref(), Some("PyPI Django 2.2.0"));
        assert_eq!(canonical_purl(" PKG://PyPI/Django@2.2.0?a=B").as_deref(), Some("pkg:pypi/Django@2.2.0?a=B"));
        for bad in ["", "pkg", "pkg:", "pkg:npm", "pkg:npm/", "not a purl", "pkg:n p/a", "é:npm/a", "pkg:/a"] {
            assert_eq!((said(bad), canonical_purl(bad)), (None, None), "{bad}");
        }
        assert_eq!(said("pkg:npm/a b@1").as_deref(), Some("npm a b 1"));
        assert_eq!(canonical_purl("pkg:npm/a b@1"), None, "it is no URL");
    }
}
