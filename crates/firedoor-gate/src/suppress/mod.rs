//! Decisions that a finding shall not block: markers in source, files of other tools, entries of the configuration.
//!
//! [`markers`] finds the in-source ones, [`files`] reads the files; whether one speaks of a finding is told here. Whether
//! it is in force (reason, expiry, policy) is for the judge.

mod codes;
pub mod files;
mod infrastructure;
mod markers;
mod own;
mod sha1;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::sync::Arc;

use firedoor_core::{EngineId, Evidence, Finding, Identity, Location, RepoPath, Rule, SecretValue, SourceFile};

use crate::config::SuppressEntry;
use crate::glob::Globs;

pub use markers::markers;

/// What a marker speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Findings that begin on one of these lines, or that span one of them.
    Lines(RangeInclusive<u32>),
    /// Every finding in the file.
    File,
}

/// An in-source suppression.
#[derive(Clone, Debug, PartialEq)]
pub struct Marker {
    /// The form: `firedoor:ignore`, `nosemgrep`, `gitleaks:allow`, ….
    pub form: &'static str,
    /// The engines whose findings it speaks of; empty means all.
    pub engines: &'static [EngineId],
    /// The rules that it names, as it names them; empty means all.
    pub rules: Vec<String>,
    /// Why.
    pub reason: Option<String>,
    /// Who.
    pub owner: Option<String>,
    /// Last day on which it holds.
    pub until: Option<String>,
    /// What it speaks of.
    pub target: Target,
    /// Where it is.
    pub location: Location,
    /// What is wrong with it. Such a marker is void.
    pub problem: Option<String>,
}

impl Marker {
    /// Whether it is firedoor's own form.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.form.starts_with("firedoor:")
    }

    /// Whether it speaks of a finding in its own file.
    #[must_use]
    pub fn covers(&self, finding: &Finding) -> bool {
        self.covers_at(finding, &finding.location)
    }

    /// The same of another place of the finding: where a secret stands once more.
    #[must_use]
    pub fn covers_at(&self, finding: &Finding, at: &Location) -> bool {
        self.problem.is_none()
            && (self.engines.is_empty() || self.engines.contains(&finding.engine()))
            && finding.engine() != EngineId::Gate
            && (!self.is_about_infrastructure()
                || finding.engine() != EngineId::Sast
                || infrastructure::is_about(&finding.rule))
            && self.reaches(at)
            && (self.rules.is_empty() || self.rules.iter().any(|word| self.names(finding, word)))
    }

    /// Whether it is for whatever comes into a whole file: ours, or another tool's whose check looks for something that
    /// a rule of ours looks for.
    pub(crate) fn is_of_whole_file(&self) -> bool {
        self.target == Target::File
            && self.problem.is_none()
            && (self.is_own() || self.rules.iter().any(|check| infrastructure::is_known(check)))
    }

    /// Whether its tool judges infrastructure. Rules about that are run by the code engine, too.
    fn is_about_infrastructure(&self) -> bool {
        matches!(self.form, "checkov:skip" | "trivy:ignore" | "tfsec:ignore" | "zizmor: ignore")
    }

    fn reaches(&self, at: &Location) -> bool {
        let Target::Lines(lines) = &self.target else { return true };
        let region = at.region;
        lines.start() <= &region.end_line && &region.start_line <= lines.end()
    }

    fn names(&self, finding: &Finding, word: &str) -> bool {
        match self.form {
            "nosec" | "noqa" => codes::names(&finding.rule, word) || names(finding, word),
            // Semgrep puts the folders of a rule's file before its id, and users copy what it prints.
            "nosemgrep" => {
                let head = word.strip_suffix(finding.rule.id.as_str());
                names(finding, word) || head.is_some_and(|head| head.ends_with('.'))
            }
            _ if self.is_about_infrastructure() => infrastructure::names(&finding.rule, word) || names(finding, word),
            _ => names(finding, word),
        }
    }
}

/// Whether a word in a suppression names the rule of a finding: its id, the last part of a dotted or slashed id
/// (Semgrep's rule), `engine` or `engine/id`, a glob, another tool's name from a tag `tool:name`, or an alias of its
/// advisory.
pub(crate) fn names(finding: &Finding, word: &str) -> bool {
    let rule: &Rule = &finding.rule;
    let id = rule.id.as_str();
    let engine = rule.engine.as_str();
    let tail = |id: &str| {
        id.strip_suffix(word).is_some_and(|head| head.is_empty() || head.ends_with('.') || head.ends_with('/'))
    };
    if word == engine || tail(id) {
        return true;
    }
    if let Some(rest) = word.strip_prefix(engine).and_then(|r| r.strip_prefix('/')) {
        return names(finding, rest);
    }
    if word.contains('*') {
        return Globs::new([word]).is_ok_and(|g| g.is_match(id));
    }
    // A tag such as `bandit:B602` says what another tool calls the rule; plain tags (`security`) name no rule.
    let alias = |tag: &String| tag.split_once(':').is_some_and(|(_, name)| name.eq_ignore_ascii_case(word));
    rule.tags.iter().any(alias) || is_advisory(finding, word)
}

fn is_advisory(finding: &Finding, word: &str) -> bool {
    match &finding.evidence {
        Evidence::Dependency { advisories, .. } => {
            finding.rule.id.as_str().eq_ignore_ascii_case(word)
                || advisories.iter().any(|a| a.eq_ignore_ascii_case(word))
        }
        _ => false,
    }
}

/// The markers of a run, by file.
#[derive(Clone, Debug, Default)]
pub struct MarkerSet {
    files: BTreeMap<RepoPath, Vec<Marker>>,
}

impl MarkerSet {
    /// Takes the markers of a file in hand.
    pub fn add(&mut self, file: &SourceFile) {
        self.insert(file.path().clone(), markers(file));
    }

    /// Takes markers that were found before (in another thread). A file is taken once; later calls replace.
    pub fn insert(&mut self, path: RepoPath, markers: Vec<Marker>) {
        if !markers.is_empty() {
            self.files.insert(path, markers);
        }
    }

    /// The markers of a file.
    #[must_use]
    pub fn of(&self, path: &RepoPath) -> &[Marker] {
        self.files.get(path).map_or(&[], Vec::as_slice)
    }

    /// All of them, by path and place.
    pub fn iter(&self) -> impl Iterator<Item = (&RepoPath, usize, &Marker)> {
        self.files.iter().flat_map(|(path, list)| list.iter().enumerate().map(move |(i, m)| (path, i, m)))
    }
}

/// A suppression that is written in a file of its own.
#[derive(Clone, Debug)]
pub struct ExternalIgnore {
    /// The form: `.gitleaksignore`, `.trivyignore`, `osv-scanner.toml`, `firedoor.toml`, ….
    pub form: String,
    /// Which findings.
    pub subject: Subject,
    /// Why.
    pub reason: Option<String>,
    /// Who.
    pub owner: Option<String>,
    /// Last day on which it holds.
    pub until: Option<String>,
    /// The file in which it is written.
    pub path: String,
    /// The line in that file, from 1.
    pub line: Option<u32>,
    /// Whether it is reported where it matches nothing, even if not every engine ran: the one that it is about did.
    pub report_unused: bool,
}

/// Which findings an [`ExternalIgnore`] speaks of.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A place where a secret was found: gitleaks' fingerprint.
    SecretAt {
        /// Only in this commit's state of the file, where it is a finding in the history.
        commit: Option<String>,
        /// The file.
        file: String,
        /// The rule, by gitleaks' name.
        rule: String,
        /// The line, from 1.
        line: u32,
    },
    /// A secret by its value, in a file.
    SecretValue {
        /// The file.
        file: String,
        /// The value.
        value: SecretValue,
    },
    /// A secret by the SHA-1 of its value, in a file: detect-secrets.
    SecretSha1 {
        /// The file.
        file: String,
        /// The digest.
        sha1: [u8; 20],
    },
    /// An advisory or rule by its id or an alias.
    Id {
        /// The id.
        id: String,
        /// If not empty: files that count.
        paths: Globs,
        /// The engines that count; empty means all.
        engines: &'static [EngineId],
    },
    /// What an engine's own reader of ignore files decides, because only that engine knows its subject: names and
    /// versions of packages, say.
    Matching(Matcher),
    /// An entry of `[[suppress]]`.
    Entry(Box<SuppressEntry>),
}

/// A test of findings.
#[derive(Clone)]
pub struct Matcher(pub Arc<dyn Fn(&Finding) -> bool + Send + Sync>);

impl std::fmt::Debug for Matcher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Matcher")
    }
}

impl From<SuppressEntry> for ExternalIgnore {
    fn from(entry: SuppressEntry) -> Self {
        Self {
            form: "firedoor.toml".to_owned(),
            reason: Some(entry.reason.clone()),
            owner: entry.owner.clone(),
            until: entry.until.clone(),
            path: entry.scope.place.as_ref().map(|(path, _)| path.clone()).unwrap_or_default(),
            line: entry.scope.place.as_ref().map(|(_, line)| *line),
            report_unused: false,
            subject: Subject::Entry(Box::new(entry)),
        }
    }
}

/// Whether gitleaks gives a finding that line: that of the whole match, and 0 where the path alone matched.
fn is_line(finding: &Finding, line: u32) -> bool {
    let matched = finding.properties.get("match-line").and_then(|l| l.parse().ok());
    line == finding.location.region.start_line
        || Some(line) == matched
        || line == 0 && finding.properties.contains_key("by-path")
}

impl ExternalIgnore {
    /// Whether it speaks of a finding. `ours` are the ids of the rules that were loaded: a foreign tool's name for a rule
    /// that is not among them cannot tell our rules apart, so the place alone decides then.
    #[must_use]
    pub fn covers(&self, finding: &Finding, fingerprint: &str, ours: &BTreeSet<String>) -> bool {
        let location = &finding.location;
        let path = location.path.as_str();
        if finding.engine() == EngineId::Gate && !matches!(self.subject, Subject::Entry(_)) {
            return false;
        }
        match &self.subject {
            Subject::SecretAt { commit, file, rule, line } => {
                let Identity::Secret { .. } = finding.identity else { return false };
                let in_commit = match (&location.origin, commit) {
                    (firedoor_core::Origin::Commit(c), Some(wanted)) => c.id == *wanted,
                    _ => true,
                };
                in_commit
                    && file == path
                    && is_line(finding, *line)
                    && (names(finding, rule) || !ours.contains(rule) && is_of_no_other(finding, rule, ours))
            }
            Subject::SecretValue { file, value } => match &finding.identity {
                Identity::Secret { value: found } => file == path && same_secret(found, value),
                _ => false,
            },
            Subject::SecretSha1 { file, sha1 } => match &finding.identity {
                Identity::Secret { value } => file == path && sha1::digest(value.expose()) == *sha1,
                _ => false,
            },
            Subject::Id { id, paths, engines } => {
                (engines.is_empty() || engines.contains(&finding.engine()))
                    && paths.allows(path)
                    && (names(finding, id) || is_advisory(finding, id))
            }
            Subject::Matching(matcher) => (matcher.0)(finding),
            Subject::Entry(entry) => entry_covers(entry, finding, fingerprint),
        }
    }
}

/// First words of rules' names that say nothing of who issued a secret.
const GENERIC: [&str; 23] = [
    "access",
    "api",
    "auth",
    "authorization",
    "aws4",
    "basic",
    "bearer",
    "client",
    "connection",
    "credentials",
    "curl",
    "database",
    "generic",
    "hardcoded",
    "http",
    "key",
    "password",
    "private",
    "secret",
    "ssh",
    "token",
    "url",
    "username",
];

/// Whether another tool's name for a rule does not speak of another issuer than the finding's rule: `stripe-access-token`
/// is no name for a key of AWS, `generic-api-key` is one for any.
fn is_of_no_other(finding: &Finding, foreign: &str, ours: &BTreeSet<String>) -> bool {
    let words = |name: &str| -> Vec<String> {
        name.to_ascii_lowercase().split(['-', '_', '.', ' ']).filter(|w| !w.is_empty()).map(str::to_owned).collect()
    };
    let is_issuer = |word: &String| {
        let from = format!("{word}-");
        !GENERIC.contains(&word.as_str()) && ours.range(from.clone()..).next().is_some_and(|id| id.starts_with(&from))
    };
    let issuers: Vec<String> = words(foreign).into_iter().filter(is_issuer).collect();
    let own = words(finding.rule.id.as_str());
    issuers.is_empty()
        || own.first().is_none_or(|first| GENERIC.contains(&first.as_str()))
        || issuers.iter().any(|issuer| own.contains(issuer))
}

/// Gitleaks' `Secret` may hold quotes or a prefix that our rule does not capture, or the other way round.
fn same_secret(found: &SecretValue, known: &SecretValue) -> bool {
    let (a, b) = (found.expose(), known.expose());
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short == long || (short.len() >= 8 && short.len() * 4 >= long.len() * 3 && contains(long, short))
}

fn contains(long: &[u8], short: &[u8]) -> bool {
    long.windows(short.len()).any(|w| w == short)
}

fn entry_covers(entry: &SuppressEntry, finding: &Finding, fingerprint: &str) -> bool {
    let package = match &finding.evidence {
        Evidence::Dependency { package, .. } => {
            entry.package.allows(&package.name)
                || entry.package.is_match(&format!("{}@{}", package.name, package.version))
        }
        _ => entry.package.is_empty(),
    };
    let rule = entry.scope.rule.allows(finding.rule.id.as_str())
        || entry.scope.rule.patterns().iter().any(|word| names(finding, word));
    package
        && rule
        && entry.scope.engine.is_none_or(|e| e == finding.engine())
        && entry.scope.path.allows(finding.location.path.as_str())
        && (entry.fingerprints.is_empty() || entry.fingerprints.iter().any(|f| f == fingerprint))
}

#[cfg(test)]
pub(crate) fn sha1_hex(bytes: &[u8]) -> String {
    crate::identity::hex(&sha1::digest(bytes))
}
