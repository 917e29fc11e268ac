//! What users wrote for other tools to ignore: osv-scanner, trivy, cargo-deny, cargo-audit, OpenVEX, CycloneDX VEX.
//!
//! These functions only read; whoever joins engine and gate applies the entries, and reports those that are expired or
//! that nothing matches. An OpenVEX or CycloneDX statement counts only if it says `not_affected` (or `fixed`,
//! `resolved`, `false_positive`): `under_investigation` excuses nothing.

use std::sync::Arc;

use firedoor_core::{Diagnostic, RuleSource, SourceFile, Span};

use crate::doc::{Broken, Node, json, toml};
use crate::names::{from_purl, normalize};

/// What an entry speaks of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IgnoreScope {
    /// An advisory's id or one of its aliases; `None` means every advisory.
    pub advisory: Option<String>,
    /// OSV's ecosystem; `None` means every one.
    pub ecosystem: Option<String>,
    /// A package's name; `None` means every one.
    pub package: Option<String>,
    /// A version of it; `None` means every one.
    pub version: Option<String>,
    /// A group of dependencies, such as `dev`.
    pub group: Option<String>,
    /// The folder below which it holds; empty means everywhere.
    pub folder: String,
}

impl IgnoreScope {
    /// Whether it speaks of a finding: its advisories' ids with aliases, and its package.
    #[must_use]
    pub fn holds(
        &self,
        advisories: &[String],
        package: &firedoor_core::Package,
        groups: &[String],
        path: &firedoor_core::RepoPath,
    ) -> bool {
        let base = crate::version::base_ecosystem;
        let ecosystem = &package.ecosystem;
        let below = self.folder.is_empty()
            || path.as_str().strip_prefix(self.folder.as_str()).is_some_and(|rest| rest.starts_with('/'));
        below
            && self.advisory.as_ref().is_none_or(|id| advisories.iter().any(|a| a.eq_ignore_ascii_case(id)))
            && self.ecosystem.as_ref().is_none_or(|e| base(e).eq_ignore_ascii_case(base(ecosystem)))
            && self.package.as_ref().is_none_or(|n| normalize(ecosystem, n) == normalize(ecosystem, &package.name))
            && self.version.as_ref().is_none_or(|v| {
                *v == package.version
                    || crate::compare_versions(ecosystem, v, &package.version) == Some(std::cmp::Ordering::Equal)
            })
            && self.group.as_ref().is_none_or(|g| !groups.is_empty() && groups.iter().all(|own| own == g))
    }
}

/// One entry of an ignore file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IgnoreEntry {
    /// The file's kind: `osv-scanner.toml`, `.trivyignore`, `deny.toml`, `audit.toml`, `OpenVEX`, `CycloneDX VEX`.
    pub form: &'static str,
    /// What it speaks of.
    pub scope: IgnoreScope,
    /// Why.
    pub reason: Option<String>,
    /// Last day on which it holds, `YYYY-MM-DD`.
    pub until: Option<String>,
    /// Its line, from 1.
    pub line: u32,
}

/// Reads a file that lists what to ignore; `None` if it is of no known kind.
#[must_use]
pub fn parse_ignores(file: &SourceFile) -> Option<(Vec<IgnoreEntry>, Vec<Diagnostic>)> {
    let name = file.path().file_name();
    let parent = file.path().parent();
    let read: fn(&mut Reader<'_>) = match name {
        "osv-scanner.toml" => osv_scanner,
        ".trivyignore" => trivyignore,
        "deny.toml" | ".deny.toml" => deny,
        "audit.toml" if parent.ends_with(".cargo") => audit,
        _ if name.ends_with(".openvex.json") || name.ends_with(".vex.json") || name == "openvex.json" => vex,
        _ if name.ends_with(".cdx.json") || name == "bom.json" => cyclonedx,
        _ => return None,
    };
    let text = crate::doc::text_of(file.bytes());
    let source = RuleSource::new(file.path().as_str(), Arc::<str>::from(&*text));
    let mut reader = Reader { file, text: &text, source, entries: Vec::new(), diagnostics: Vec::new() };
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

impl Reader<'_> {
    fn add(&mut self, form: &'static str, scope: IgnoreScope, at: u32) -> &mut IgnoreEntry {
        let line = self.file.lines().line_of(at as usize);
        self.entries.push(IgnoreEntry { form, scope, reason: None, until: None, line });
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

/// The day of a date or time of TOML.
fn day(text: &str) -> Option<String> {
    let day = text.get(..10)?;
    let digits = day.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    digits.then(|| day.to_owned())
}

fn by_id(id: &str) -> IgnoreScope {
    IgnoreScope { advisory: Some(id.to_owned()), ..IgnoreScope::default() }
}

/// osv-scanner's configuration: it holds for the folder it lies in.
fn osv_scanner(reader: &mut Reader<'_>) {
    let text = reader.text;
    let parsed = toml::parse(text);
    reader.broken(parsed.broken);
    let folder = reader.file.path().parent().to_owned();
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
                        node.is_true("ignore") || node.at_path(&["vulnerability"]).is_some_and(|v| v.is_true("ignore"));
                    if !ignored {
                        continue;
                    }
                    let own = |key: &str| node.text_of(key).filter(|t| !t.is_empty()).map(str::to_owned);
                    let scope = IgnoreScope {
                        advisory: None,
                        ecosystem: own("ecosystem"),
                        package: own("name"),
                        version: own("version"),
                        group: own("group"),
                        folder: folder.clone(),
                    };
                    expiring(reader, "osv-scanner.toml", scope, node, "effectiveUntil");
                }
            }
            "LoadPath" | "GoVersionOverride" => {}
            key => reader.complain("unknown-key", entry.at, format!("`{key}` is no key of osv-scanner.toml")),
        }
    }
}

fn expiring(reader: &mut Reader<'_>, form: &'static str, scope: IgnoreScope, node: &Node<'_>, key: &str) {
    let until = node.text_of(key);
    let parsed = until.and_then(day);
    if until.is_some() && parsed.is_none() {
        reader.complain("invalid-date", node.at, format!("`{key}` is no date; write YYYY-MM-DD"));
    }
    let entry = reader.add(form, scope, node.at);
    entry.reason = node.text_of("reason").map(str::to_owned);
    entry.until = parsed;
}

/// `ID exp:YYYY-MM-DD # reason`.
fn trivyignore(reader: &mut Reader<'_>) {
    let mut at = 0;
    for line in reader.text.split_inclusive('\n') {
        let start = crate::doc::offset(at);
        at += line.len();
        let (code, comment) = line.split_once('#').unwrap_or((line, ""));
        let mut words = code.split_whitespace();
        let Some(id) = words.next() else { continue };
        let mut until = None;
        for word in words {
            match word.strip_prefix("exp:").and_then(day) {
                Some(day) => until = Some(day),
                None => {
                    reader.complain("invalid-ignore", start, format!("`{word}` is no expiry; write exp:YYYY-MM-DD"))
                }
            }
        }
        let entry = reader.add(".trivyignore", by_id(id), start);
        entry.until = until;
        entry.reason = Some(comment.trim().to_owned()).filter(|c| !c.is_empty());
    }
}

fn deny(reader: &mut Reader<'_>) {
    advisories(reader, "deny.toml");
}

fn audit(reader: &mut Reader<'_>) {
    advisories(reader, "audit.toml");
}

/// `[advisories] ignore = ["ID", {id = "ID", reason = "…"}, {crate = "name@version", reason = "…"}]`.
fn advisories(reader: &mut Reader<'_>, form: &'static str) {
    let text = reader.text;
    let parsed = toml::parse(text);
    reader.broken(parsed.broken);
    for node in parsed.root.at_path(&["advisories", "ignore"]).map(Node::items).unwrap_or_default() {
        let ecosystem = Some("crates.io".to_owned());
        let scope = match (node.text().or_else(|| node.text_of("id")), node.text_of("crate")) {
            (Some(id), _) => IgnoreScope { ecosystem, ..by_id(id) },
            (None, Some(spec)) => {
                let (name, version) = spec.split_once('@').map_or((spec, None), |(n, v)| (n, Some(v)));
                let version = version.map(|v| v.trim_start_matches('=').to_owned());
                IgnoreScope { ecosystem, package: Some(name.to_owned()), version, ..IgnoreScope::default() }
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
fn of_purl(purl: &str, advisory: &str) -> Option<IgnoreScope> {
    let (ecosystem, name, version) = from_purl(purl)?;
    Some(IgnoreScope {
        advisory: Some(advisory.to_owned()),
        ecosystem: Some(ecosystem).filter(|e| !e.is_empty()),
        package: Some(name),
        version: Some(version).filter(|v| !v.is_empty()),
        ..IgnoreScope::default()
    })
}

/// OpenVEX 0.2.0 statements.
fn vex(reader: &mut Reader<'_>) {
    let text = reader.text;
    let parsed = json::parse(text);
    reader.broken(parsed.broken);
    for node in parsed.root.get("statements").map(Node::items).unwrap_or_default() {
        let status = node.text_of("status").unwrap_or("");
        if !matches!(status, "not_affected" | "fixed") {
            continue;
        }
        let named = node.get("vulnerability");
        let Some(id) = named.and_then(|v| v.text().or_else(|| v.text_of("name")).or_else(|| v.text_of("@id"))) else {
            reader.complain("invalid-ignore", node.at, "a statement without a vulnerability");
            continue;
        };
        let id = id.rsplit('/').next().unwrap_or(id);
        let justification = node.text_of("justification").or_else(|| node.text_of("impact_statement"));
        if status == "not_affected" && justification.is_none() {
            let message = "`not_affected` needs a `justification` or an `impact_statement` (OpenVEX, \"Status\")";
            reader.complain("invalid-ignore", node.at, message);
            continue;
        }
        // Subcomponents, where there are any, are what is not affected.
        let mut scopes: Vec<IgnoreScope> = Vec::new();
        for product in node.get("products").map(Node::items).unwrap_or_default() {
            let parts = product.get("subcomponents").map(Node::items).unwrap_or_default();
            let own = std::slice::from_ref(product);
            for part in if parts.is_empty() { own } else { parts } {
                let purl = part
                    .text()
                    .or_else(|| part.text_of("@id"))
                    .or_else(|| part.at_path(&["identifiers", "purl"])?.text());
                scopes.extend(purl.and_then(|p| of_purl(p, id)));
            }
        }
        if scopes.is_empty() {
            let message = "none of the statement's products is a purl, so it excuses nothing";
            reader.complain("invalid-ignore", node.at, message);
        }
        for scope in scopes {
            reader.add("OpenVEX", scope, node.at).reason = justification.map(str::to_owned);
        }
    }
}

/// CycloneDX vulnerabilities with an analysis.
fn cyclonedx(reader: &mut Reader<'_>) {
    let text = reader.text;
    let parsed = json::parse(text);
    let root = &parsed.root;
    let mut purls: Vec<(&str, &str)> = Vec::new();
    for component in root.get("components").map(Node::items).unwrap_or_default() {
        if let (Some(reference), Some(purl)) = (component.text_of("bom-ref"), component.text_of("purl")) {
            purls.push((reference, purl));
        }
    }
    purls.sort_unstable();
    for node in root.get("vulnerabilities").map(Node::items).unwrap_or_default() {
        let state = node.at_path(&["analysis", "state"]).and_then(Node::text).unwrap_or("");
        if !matches!(state, "not_affected" | "false_positive" | "resolved" | "resolved_with_pedigree") {
            continue;
        }
        let Some(id) = node.text_of("id") else { continue };
        let reason = ["detail", "justification"].iter().find_map(|k| node.at_path(&["analysis", k])?.text());
        for affected in node.get("affects").map(Node::items).unwrap_or_default() {
            let Some(reference) = affected.text_of("ref") else { continue };
            let purl = if reference.starts_with("pkg:") {
                Some(reference)
            } else {
                purls.binary_search_by(|(r, _)| (*r).cmp(reference)).ok().map(|i| purls[i].1)
            };
            match purl.and_then(|p| of_purl(p, id)) {
                Some(scope) => reader.add("CycloneDX VEX", scope, node.at).reason = reason.map(str::to_owned),
                None => {
                    reader.complain("invalid-ignore", node.at, format!("`{reference}` names no component with a purl"))
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use firedoor_core::{Origin, Package, RepoPath};

    use super::*;

    fn read(path: &str, text: &str) -> (Vec<IgnoreEntry>, Vec<Diagnostic>) {
        let file = SourceFile::new(RepoPath::new(path), Origin::WorkTree, text.as_bytes().to_vec());
        parse_ignores(&file).unwrap()
    }

    fn holds(entry: &IgnoreEntry, id: &str, ecosystem: &str, name: &str, version: &str, path: &str) -> bool {
        let package = Package { ecosystem: ecosystem.to_owned(), name: name.to_owned(), version: version.to_owned() };
        entry.scope.holds(&[id.to_owned()], &package, &[], &RepoPath::new(path))
    }

    #[test]
    fn osv_scanner_entries() {
        let text = "[[IgnoredVulns]]\nid = \"GO-1\"\nignoreUntil = 2027-01-02T00:00:00Z\nreason = \"no\"\n[[PackageOverrides]]\nname = \"lib\"\necosystem = \"Go\"\nignore = true\n[[Typo]]\na = 1\n";
        let (entries, errors) = read("web/osv-scanner.toml", text);
        assert_eq!((entries.len(), errors.len(), entries[0].line), (2, 1, 1));
        assert_eq!(entries[0].until.as_deref(), Some("2027-01-02"));
        assert!(holds(&entries[0], "GO-1", "Go", "x", "1", "web/go.mod"));
        assert!(!holds(&entries[0], "GO-1", "Go", "x", "1", "api/go.mod"));
        assert!(holds(&entries[1], "GO-9", "Go", "lib", "1", "web/go.mod"));
    }

    #[test]
    fn cargo_lists() {
        let text = "[advisories]\nignore = [\n \"RUSTSEC-1\",\n { id = \"RUSTSEC-2\", reason = \"r\" },\n { crate = \"a@1.0.0\" },\n {},\n]\n";
        let (entries, errors) = read("deny.toml", text);
        assert_eq!((entries.len(), errors.len(), entries[1].line), (3, 1, 4));
        assert!(holds(&entries[2], "X", "crates.io", "a", "1.0.0", "Cargo.lock"));
        assert!(!holds(&entries[2], "X", "crates.io", "a", "1.0.1", "Cargo.lock"));
    }

    #[test]
    fn vex_needs_a_justification() {
        let text = r#"{"statements":[
          {"vulnerability":{"name":"CVE-1"},"products":[{"@id":"pkg:npm/%40s/a@1.0.0"}],"status":"not_affected","justification":"code_not_present"},
          {"vulnerability":{"name":"CVE-2"},"products":[{"@id":"pkg:npm/a"}],"status":"not_affected"},
          {"vulnerability":"CVE-3","products":["pkg:npm/a"],"status":"under_investigation"}]}"#;
        let (entries, errors) = read("x.openvex.json", text);
        assert_eq!((entries.len(), errors.len()), (1, 1));
        assert!(holds(&entries[0], "CVE-1", "npm", "@s/a", "1.0.0", "p"));
        assert!(!holds(&entries[0], "CVE-1", "npm", "@s/a", "1.0.1", "p"));
    }

    #[test]
    fn cyclonedx_analysis() {
        let text = r#"{"components":[{"bom-ref":"r","purl":"pkg:pypi/Foo_Bar@2"}],"vulnerabilities":[
          {"id":"CVE-1","analysis":{"state":"not_affected","justification":"code_not_reachable"},"affects":[{"ref":"r"}]},
          {"id":"CVE-2","analysis":{"state":"in_triage"},"affects":[{"ref":"r"}]}]}"#;
        let (entries, _) = read("app.cdx.json", text);
        assert_eq!(entries.len(), 1);
        assert!(holds(&entries[0], "CVE-1", "PyPI", "foo.bar", "2.0", "p"));
    }

    #[test]
    fn trivy_lines() {
        let (entries, errors) = read(".trivyignore", "# c\nCVE-1 exp:2027-01-01 # why\nCVE-2 soon\n");
        assert_eq!((entries.len(), errors.len()), (2, 1));
        assert_eq!((entries[0].reason.as_deref(), entries[0].line), (Some("why"), 2));
    }
}
