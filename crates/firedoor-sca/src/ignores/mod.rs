//! What users wrote for other tools to ignore: osv-scanner, trivy, cargo-deny, cargo-audit, OpenVEX, CycloneDX VEX.
//!
//! These functions only read; whoever joins engine and gate applies the entries, and reports those that are expired or
//! that nothing matches. Lists of ids for all kinds of findings (`.trivyignore`) belong to the gate.

mod vex;

use std::sync::Arc;

use firedoor_core::{Diagnostic, Evidence, Finding, RuleSource, SourceFile, Span};

use crate::doc::{Broken, Node, toml, yaml};
use crate::names::{from_purl, normalize};

pub use vex::parse_vex;

/// The rule of a crate that its author has withdrawn from crates.io.
pub const YANKED: &str = "yanked-crate";

/// What an entry speaks of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IgnoreScope {
    /// An advisory's id and its other names, one of which must be the finding's; empty means every advisory.
    pub advisories: Vec<String>,
    /// OSV's ecosystem; `None` means every one.
    pub ecosystem: Option<String>,
    /// A package's name; `None` means every one.
    pub package: Option<String>,
    /// A version of it; `None` means every one.
    pub version: Option<String>,
    /// A group of dependencies, such as `dev`.
    pub group: Option<String>,
    /// The folder whose lock files count; `None` means everywhere.
    pub folder: Option<String>,
    /// Whether lock files below [`Self::folder`] count, too.
    pub below: bool,
    /// Globs of files that count; empty means all. The caller matches them.
    pub paths: Vec<String>,
}

impl IgnoreScope {
    /// Whether it speaks of crates that were yanked.
    #[must_use]
    pub fn is_about_yanked(&self) -> bool {
        self.advisories.iter().any(|a| a == YANKED)
    }

    /// Whether it speaks of a finding, [`Self::paths`] aside.
    #[must_use]
    pub fn holds(&self, finding: &Finding) -> bool {
        let Evidence::Dependency { package, advisories, groups, .. } = &finding.evidence else { return false };
        let base = crate::version::base_ecosystem;
        let ecosystem = &package.ecosystem;
        let rule = finding.rule.id.as_str();
        let named =
            |id: &String| id.eq_ignore_ascii_case(rule) || advisories.iter().any(|a| a.eq_ignore_ascii_case(id));
        let parent = finding.location.path.parent();
        let inside = |folder: &String| {
            let under = || folder.is_empty() || parent.strip_prefix(&**folder).is_some_and(|r| r.starts_with('/'));
            parent == folder || self.below && under()
        };
        (self.advisories.is_empty() || self.advisories.iter().any(named))
            && self.folder.as_ref().is_none_or(inside)
            && self.ecosystem.as_ref().is_none_or(|e| base(e).eq_ignore_ascii_case(base(ecosystem)))
            && self.package.as_ref().is_none_or(|n| normalize(ecosystem, n) == normalize(ecosystem, &package.name))
            && self.version.as_ref().is_none_or(|v| {
                *v == package.version
                    || crate::compare_versions(ecosystem, v, &package.version) == Some(std::cmp::Ordering::Equal)
            })
            && self.group.as_ref().is_none_or(|g| groups.contains(g))
    }
}

/// One entry of an ignore file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IgnoreEntry {
    /// The file's kind: `osv-scanner.toml`, `.trivyignore.yaml`, `deny.toml`, `audit.toml`, `OpenVEX`, `CycloneDX VEX`.
    pub form: &'static str,
    /// What it speaks of.
    pub scope: IgnoreScope,
    /// Why.
    pub reason: Option<String>,
    /// Who says so.
    pub owner: Option<String>,
    /// Last day on which it holds, `YYYY-MM-DD`.
    pub until: Option<String>,
    /// Its line, from 1.
    pub line: u32,
}

/// The reader of a file's kind, by its path.
fn reader_of(path: &firedoor_core::RepoPath) -> Option<fn(&mut Reader<'_>)> {
    Some(match path.file_name() {
        "osv-scanner.toml" => osv_scanner,
        ".trivyignore.yaml" | ".trivyignore.yml" => trivyignore_yaml,
        "deny.toml" | ".deny.toml" => deny,
        "audit.toml" if path.parent() == ".cargo" || path.parent().ends_with("/.cargo") => audit,
        _ => return None,
    })
}

/// Whether [`parse_ignores`] reads a file of this path.
#[must_use]
pub fn is_ignore_file(path: &firedoor_core::RepoPath) -> bool {
    reader_of(path).is_some()
}

/// Reads a file that lists what to ignore; `None` if it is of no known kind. Documents of exploitability (VEX) are read
/// by [`parse_vex`], and only where the user names them: one that lies in a dependency excuses nothing.
#[must_use]
pub fn parse_ignores(file: &SourceFile) -> Option<(Vec<IgnoreEntry>, Vec<Diagnostic>)> {
    let read = reader_of(file.path())?;
    let text = crate::doc::text_of(file.bytes());
    let mut reader = Reader::new(file, &text);
    read(&mut reader);
    Some((reader.entries, reader.diagnostics))
}

struct Reader<'f> {
    file: &'f SourceFile,
    text: &'f str,
    source: RuleSource,
    entries: Vec<IgnoreEntry>,
    diagnostics: Vec<Diagnostic>,
}

impl<'f> Reader<'f> {
    fn new(file: &'f SourceFile, text: &'f str) -> Self {
        let source = RuleSource::new(file.path().as_str(), Arc::<str>::from(text));
        Self { file, text, source, entries: Vec::new(), diagnostics: Vec::new() }
    }

    fn add(&mut self, form: &'static str, scope: IgnoreScope, at: u32) -> &mut IgnoreEntry {
        let line = self.file.lines().line_of(at as usize);
        self.entries.push(IgnoreEntry { form, scope, reason: None, owner: None, until: None, line });
        let last = self.entries.len() - 1;
        &mut self.entries[last]
    }

    fn complain(&mut self, code: &'static str, at: u32, message: impl Into<String>) {
        let line = self.file.lines().line_of(at as usize);
        let span: Span = self.file.lines().line_span(self.file.bytes(), line);
        let message = message.into();
        self.diagnostics.push(Diagnostic::new(code, &self.source, Some(span), message, "in this entry"));
    }

    fn broken(&mut self, broken: Option<Broken>) {
        if let Some(broken) = broken {
            let message = format!("the file cannot be read here: {}", broken.message);
            self.complain("invalid-ignore-file", crate::doc::offset(broken.at), message);
        }
    }
}

/// The day of a date or time.
fn day(text: &str) -> Option<String> {
    let day = text.get(..10)?;
    let shape = day.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    // A time may follow (RFC 3339, section 5.6).
    let ends = text.get(10..).is_some_and(|rest| rest.is_empty() || rest.starts_with(['T', 't', ' ']));
    (shape && ends && day.parse::<jiff::civil::Date>().is_ok()).then(|| day.to_owned())
}

fn by_id(id: &str) -> IgnoreScope {
    IgnoreScope { advisories: vec![id.to_owned()], ..IgnoreScope::default() }
}

/// osv-scanner's configuration: it holds for the lock files of the folder that it lies in.
fn osv_scanner(reader: &mut Reader<'_>) {
    let text = reader.text;
    let parsed = toml::parse(text);
    reader.broken(parsed.broken);
    let folder = Some(reader.file.path().parent().to_owned());
    for entry in parsed.root.entries() {
        match &*entry.key {
            "IgnoredVulns" => {
                for node in entry.node.items() {
                    let Some(id) = node.text_of("id") else {
                        reader.complain("invalid-ignore", node.at, "an ignored vulnerability without an `id`");
                        continue;
                    };
                    let scope = IgnoreScope { folder: folder.clone(), ..by_id(id) };
                    expiring(reader, "osv-scanner.toml", scope, node, "ignoreUntil");
                }
            }
            "PackageOverrides" => {
                for node in entry.node.items() {
                    let ignored =
                        node.is_true("ignore") || node.get("vulnerability").is_some_and(|v| v.is_true("ignore"));
                    if !ignored {
                        continue;
                    }
                    let own = |key: &str| node.text_of(key).filter(|t| !t.is_empty()).map(str::to_owned);
                    let scope = IgnoreScope {
                        ecosystem: own("ecosystem"),
                        package: own("name"),
                        version: own("version"),
                        group: own("group"),
                        folder: folder.clone(),
                        ..IgnoreScope::default()
                    };
                    expiring(reader, "osv-scanner.toml", scope, node, "effectiveUntil");
                }
            }
            "LoadPath" | "GoVersionOverride" => {}
            key => reader.complain("unknown-key", entry.at, format!("`{key}` is no key of osv-scanner.toml")),
        }
    }
}

/// Adds an entry with `reason` and the date of `key`. A date that cannot be read voids the entry: it was meant to end.
fn expiring(reader: &mut Reader<'_>, form: &'static str, scope: IgnoreScope, node: &Node<'_>, key: &str) {
    let until = node.text_of(key);
    let parsed = until.and_then(day);
    if until.is_some() && parsed.is_none() {
        reader.complain("invalid-date", node.at, format!("`{key}` is no date; write YYYY-MM-DD"));
        return;
    }
    let entry = reader.add(form, scope, node.at);
    entry.reason = node.text_of("reason").or_else(|| node.text_of("statement")).map(str::to_owned);
    entry.until = parsed;
}

/// The entries of `.trivyignore.yaml` that name packages; the gate reads the others.
fn trivyignore_yaml(reader: &mut Reader<'_>) {
    let text = reader.text;
    let parsed = yaml::parse(text);
    // What is wrong with the file as a whole is the gate's to say.
    for node in parsed.root.get("vulnerabilities").map(Node::items).unwrap_or_default() {
        let purls: Vec<String> = node.get("purls").map(|p| p.texts().map(str::to_owned).collect()).unwrap_or_default();
        let Some(id) = node.text_of("id").filter(|_| !purls.is_empty()) else { continue };
        let paths: Vec<String> = node.get("paths").map(|p| p.texts().map(str::to_owned).collect()).unwrap_or_default();
        for purl in purls {
            match of_purl(&purl, &[id.to_owned()]) {
                Some(scope) => {
                    let scope = IgnoreScope { paths: paths.clone(), ..scope };
                    expiring(reader, ".trivyignore.yaml", scope, node, "expired_at");
                }
                None => reader.complain("invalid-ignore", node.at, format!("`{purl}` is no package URL")),
            }
        }
    }
}

fn deny(reader: &mut Reader<'_>) {
    cargo(reader, "deny.toml");
}

fn audit(reader: &mut Reader<'_>) {
    cargo(reader, "audit.toml");
}

/// `[advisories] ignore = ["ID", {id = "ID", reason = "…"}, {crate = "name@version", reason = "…"}]`. The form with a crate
/// (also as a plain text) speaks of crates that were yanked, not of advisories (cargo-deny, "The `ignore` field"). It holds for the
/// lock files of the folder and below.
fn cargo(reader: &mut Reader<'_>, form: &'static str) {
    let text = reader.text;
    let parsed = toml::parse(text);
    reader.broken(parsed.broken);
    let parent = reader.file.path().parent();
    let folder = parent.strip_suffix(".cargo").map_or(parent, |p| p.trim_end_matches('/')).to_owned();
    let base = IgnoreScope {
        ecosystem: Some("crates.io".to_owned()),
        folder: Some(folder),
        below: true,
        ..IgnoreScope::default()
    };
    for node in parsed.root.at_path(&["advisories", "ignore"]).map(Node::items).unwrap_or_default() {
        let word = node.text().or_else(|| node.text_of("id"));
        let is_crate = |w: &&str| w.contains(['@', ':']) || w.contains('#');
        let scope = match (word.filter(|w| !is_crate(w)), node.text_of("crate").or(word.filter(is_crate))) {
            (Some(id), _) => IgnoreScope { advisories: vec![id.to_owned()], ..base.clone() },
            (None, Some(spec)) => {
                let (name, version) = spec.split_once(['@', ':']).map_or((spec, None), |(n, v)| (n, Some(v)));
                let version = version.map(|v| v.trim_start_matches('=').to_owned());
                IgnoreScope {
                    advisories: vec![YANKED.to_owned()],
                    package: Some(name.to_owned()),
                    version,
                    ..base.clone()
                }
            }
            (None, None) => {
                reader.complain("invalid-ignore", node.at, "expected an advisory's id");
                continue;
            }
        };
        let reason = node.text_of("reason").map(str::to_owned);
        reader.add(form, scope, node.at).reason = reason;
    }
}

/// The package of a purl, as a scope.
fn of_purl(purl: &str, advisories: &[String]) -> Option<IgnoreScope> {
    let (ecosystem, name, version) = from_purl(purl)?;
    Some(IgnoreScope {
        advisories: advisories.to_vec(),
        ecosystem: Some(ecosystem).filter(|e| !e.is_empty()),
        package: Some(name),
        version: Some(version).filter(|v| !v.is_empty()),
        ..IgnoreScope::default()
    })
}

#[cfg(test)]
mod tests;
