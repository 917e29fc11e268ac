//! The fingerprint `firedoor/v1`: the name of a finding that outlives edits around it.
//!
//! # What it is made of
//! The first 32 hexadecimal digits of an HMAC-SHA-256 over the engine, the rule, the place (the file's path, or the
//! folder for dependencies and resources), what stays the same there ([`Identity`]) and the ordinal among equal ones in
//! the same place. No line number, no column, no white space, no line end, no remark behind the code: inserting lines,
//! re-indenting, formatting and changing line ends keep it. For a dependency the advisory group takes the rule's place, and the version is left out, so that
//! an upgrade which does not mend the vulnerability is the same finding.
//!
//! # Two fingerprints
//! A fingerprint that holds the path dies with a rename; one without the path makes every copy of a line the same
//! finding, which hides new ones. So each finding has both: the *primary* one (with the path; printed everywhere) and the
//! *moved* one (without it; kept in the baseline only). Matching goes by the primary first. What is left is matched by
//! the moved one within pairs of files, one that is gone and one of now (see `matching.rs`). Each old entry lets through
//! one finding only, so a copy beside its original is new. Measured by `bench/identity.py` on 400 commits of Flask: 46,037 of
//! 46,042 findings in untouched lines stayed the same, and of 830 new ones two counted as known: one call that was only
//! laid out anew, by two commits.
//!
//! # Why a key, also for code
//! A line of code may hold a password that no detector knows. A plain hash of it in a committed baseline could be found
//! by trying; so everything is keyed. The key comes from a salt (see [`derive_key`]): `[gate] salt`, else the salt line
//! of the baseline, else the id of the repository's root commit. Such a salt is no secret to those who can read the
//! repository, but they can read the code as well; it keeps fingerprints that leave the repository (reports, uploads)
//! from being compared between repositories and from being looked up in tables. Who wants more puts the salt into the
//! configuration from a secret store. The baseline's salt line exists because a shallow clone has no root commit.

use std::collections::BTreeMap;

use firedoor_core::{Finding, Identity, RepoPath};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// Hexadecimal digits of a fingerprint: 128 bits.
pub(crate) const DIGITS: usize = 32;

/// The two names of a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint {
    /// With the path; unique within a run.
    pub primary: String,
    /// Without it.
    pub moved: String,
}

/// The key of a repository, from its salt.
#[must_use]
pub fn derive_key(salt: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"firedoor/v1 key\0");
    hash.update(salt.as_bytes());
    hash.finalize().into()
}

/// The salt to derive the key from: the configuration's, else the baseline's, else the root commit's id, else a constant.
#[must_use]
pub fn choose_salt<'a>(config: Option<&'a str>, baseline: Option<&'a str>, root_commit: Option<&'a str>) -> &'a str {
    config.or(baseline).or(root_commit).unwrap_or("no repository")
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGIT: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|b| [DIGIT[usize::from(b >> 4)] as char, DIGIT[usize::from(b & 15)] as char]).collect()
}

/// Fingerprints of findings that are sorted by place, each with the path under which it counts (the new one for a
/// finding in the old state of a renamed file). The order decides the ordinals of equal ones.
pub(crate) fn fingerprints<'a>(
    findings: impl IntoIterator<Item = (&'a Finding, &'a RepoPath)>,
    key: &[u8; 32],
) -> Vec<Fingerprint> {
    let mut seen: BTreeMap<[u8; 32], u32> = BTreeMap::new();
    findings
        .into_iter()
        .map(|(finding, path)| {
            let path = path.as_bytes();
            let place = digest(key, &parts(finding, Some(path)), None);
            let ordinal = seen.entry(place).or_default();
            let n = *ordinal;
            *ordinal += 1;
            let short = |d: [u8; 32]| {
                let mut text = hex(&d);
                text.truncate(DIGITS);
                text
            };
            Fingerprint {
                primary: short(digest(key, &parts(finding, Some(path)), Some(n))),
                moved: short(digest(key, &parts(finding, None), Some(n))),
            }
        })
        .collect()
}

/// What equal findings of one file have in common.
pub(crate) fn without_ordinal(finding: &Finding, path: &RepoPath) -> Vec<u8> {
    let mut out = Vec::new();
    for part in parts(finding, Some(path.as_bytes())) {
        out.extend((part.len() as u64).to_le_bytes());
        out.extend(part);
    }
    out
}

fn parts<'a>(finding: &'a Finding, path: Option<&'a [u8]>) -> Vec<&'a [u8]> {
    let engine = finding.engine().as_str().as_bytes();
    let rule = finding.rule.id.as_str().as_bytes();
    // The folder of a renamed lock file is the folder of its new path; `Identity` carries that of the file in hand.
    match &finding.identity {
        Identity::Code { context, .. } => {
            vec![b"code", engine, rule, path.unwrap_or_default(), context.as_bytes()]
        }
        Identity::Secret { value } => vec![b"secret", engine, rule, path.unwrap_or_default(), value.expose()],
        Identity::Dependency { group, ecosystem, package, folder } => {
            let folder = if path.is_some() { folder.as_bytes() } else { b"" };
            vec![b"dependency", engine, group.as_bytes(), ecosystem.as_bytes(), package.as_bytes(), folder]
        }
        Identity::Resource { address } => {
            let folder = path.map(folder_of).unwrap_or_default();
            vec![b"resource", engine, rule, folder, address.as_bytes()]
        }
    }
}

fn folder_of(path: &[u8]) -> &[u8] {
    path.iter().rposition(|b| *b == b'/').map_or(&[], |at| &path[..at])
}

/// Every part is preceded by its length, so that no two lists of parts give the same bytes.
fn digest(key: &[u8; 32], parts: &[&[u8]], ordinal: Option<u32>) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(b"firedoor/v1");
    for part in parts {
        mac.update(&(part.len() as u64).to_le_bytes());
        mac.update(part);
    }
    if let Some(n) = ordinal {
        mac.update(&n.to_le_bytes());
    }
    mac.finalize().into_bytes().into()
}
