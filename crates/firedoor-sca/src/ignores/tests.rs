//! Every form on a small text, and what each must not excuse.

use std::sync::Arc;

use firedoor_core::{EngineId, Origin, Package, RepoPath, Rule, Severity};

use super::*;

fn source(path: &str, text: &str) -> SourceFile {
    SourceFile::new(RepoPath::new(path), Origin::WorkTree, text.as_bytes().to_vec())
}

fn read(path: &str, text: &str) -> (Vec<IgnoreEntry>, Vec<Diagnostic>) {
    parse_ignores(&source(path, text)).unwrap()
}

fn vex(text: &str) -> (Vec<IgnoreEntry>, Vec<Diagnostic>) {
    parse_vex(&source("a.json", text)).unwrap()
}

fn holds(entry: &IgnoreEntry, id: &str, ecosystem: &str, name: &str, version: &str, path: &str) -> bool {
    let rule = Arc::new(Rule::new(EngineId::Sca, id, "T", Severity::High));
    let mut finding = Finding::new(&rule, &source(path, "x"), Span::new(0, 1), "M.");
    finding.evidence = Evidence::Dependency {
        package: Package { ecosystem: ecosystem.to_owned(), name: name.to_owned(), version: version.to_owned() },
        purl: String::new(),
        advisories: vec![id.to_owned(), "CVE-ALIAS".to_owned()],
        fixed: Vec::new(),
        direct: None,
        groups: vec!["dev".to_owned()],
    };
    entry.scope.holds(&finding)
}

#[test]
fn osv_scanner_entries() {
    let text = "[[IgnoredVulns]]\nid = \"GO-1\"\nignoreUntil = 2027-01-02T00:00:00Z\nreason = \"no\"\n[[PackageOverrides]]\nname = \"lib\"\necosystem = \"Go\"\nignore = true\n[[PackageOverrides]]\ngroup = \"dev\"\nvulnerability.ignore = true\n[[Typo]]\na = 1\n";
    let (entries, errors) = read("web/osv-scanner.toml", text);
    assert_eq!((entries.len(), errors.len(), entries[0].line), (3, 1, 1));
    assert_eq!(entries[0].until.as_deref(), Some("2027-01-02"));
    assert!(holds(&entries[0], "GO-1", "Go", "x", "1", "web/go.mod"));
    assert!(!holds(&entries[0], "GO-1", "Go", "x", "1", "api/go.mod"));
    assert!(!holds(&entries[0], "GO-1", "Go", "x", "1", "web/sub/go.mod"), "a folder below has a file of its own");
    assert!(holds(&entries[1], "GO-9", "Go", "lib", "1", "web/go.mod"));
    assert!(holds(&entries[2], "X", "npm", "any", "1", "web/go.mod"));
}

#[test]
fn a_date_that_cannot_be_read_excuses_nothing() {
    for day in ["2099-99-99", "2099-13-45", "2099-02-30", "2099-01-01garbage"] {
        let text = format!("[[IgnoredVulns]]\nid = \"GO-1\"\nignoreUntil = \"{day}\"\n");
        let (entries, errors) = read("osv-scanner.toml", &text);
        assert_eq!((entries.len(), errors.len()), (0, 1), "{day}");
    }
    let (entries, errors) = read("osv-scanner.toml", "[[IgnoredVulns]]\nid = \"GO-1\"\nignoreUntil = \"soon\"\n");
    assert_eq!((entries.len(), errors.len()), (0, 1));
}

#[test]
fn cargo_lists() {
    let text = "[advisories]\nignore = [\n \"RUSTSEC-1\",\n { id = \"RUSTSEC-2\", reason = \"r\" },\n { crate = \"a@1.0.0\" },\n \"b@2\",\n {},\n]\n";
    let (entries, errors) = read("deny.toml", text);
    assert_eq!((entries.len(), errors.len(), entries[1].line), (4, 1, 4));
    assert!(holds(&entries[0], "RUSTSEC-1", "crates.io", "a", "1.0.0", "sub/Cargo.lock"));
    assert!(!holds(&entries[0], "RUSTSEC-1", "npm", "a", "1.0.0", "package-lock.json"));
    assert!(!holds(&entries[2], "RUSTSEC-1", "crates.io", "a", "1.0.0", "Cargo.lock"), "a crate means yanked");
    assert!(holds(&entries[2], YANKED, "crates.io", "a", "1.0.0", "Cargo.lock"));
    assert!(!holds(&entries[3], YANKED, "crates.io", "b", "2.0.1", "Cargo.lock"));
    let (entries, _) = read("tools/.cargo/audit.toml", "[advisories]\nignore = [\"RUSTSEC-1\"]\n");
    assert!(holds(&entries[0], "RUSTSEC-1", "crates.io", "a", "1.0.0", "tools/x/Cargo.lock"));
    assert!(!holds(&entries[0], "RUSTSEC-1", "crates.io", "a", "1.0.0", "Cargo.lock"));
    assert!(!is_ignore_file(&RepoPath::new("audit.toml")));
}

#[test]
fn trivy_entries_with_packages() {
    let text = "vulnerabilities:\n  - id: CVE-ALIAS\n    purls: ['pkg:npm/%40s/a@1.0.0']\n    paths: ['web/']\n    statement: why\n    expired_at: 2027-01-31\n  - id: CVE-2\n";
    let (entries, errors) = read(".trivyignore.yaml", text);
    assert_eq!((entries.len(), errors.len()), (1, 0));
    assert_eq!((entries[0].reason.as_deref(), entries[0].until.as_deref()), (Some("why"), Some("2027-01-31")));
    assert_eq!(entries[0].scope.paths, ["web/"]);
    assert!(holds(&entries[0], "GHSA-1", "npm", "@s/a", "1.0.0", "p"));
    assert!(!holds(&entries[0], "GHSA-1", "npm", "@s/a", "1.0.1", "p"));
}

#[test]
fn vex_needs_a_justification() {
    let text = r#"{"author":"Ann","statements":[
      {"vulnerability":{"name":"CVE-1","aliases":["GHSA-9"]},"products":[{"@id":"pkg:npm/%40s/a@1.0.0"}],"status":"not_affected","justification":"code_not_present"},
      {"vulnerability":{"name":"CVE-2"},"products":[{"@id":"pkg:npm/a"}],"status":"not_affected"},
      {"vulnerability":"CVE-3","products":["pkg:npm/a"],"status":"under_investigation"}]}"#;
    let (entries, errors) = vex(text);
    assert_eq!((entries.len(), errors.len()), (1, 1));
    assert_eq!((entries[0].owner.as_deref(), entries[0].line), (Some("Ann"), 2));
    assert!(holds(&entries[0], "CVE-1", "npm", "@s/a", "1.0.0", "p"));
    assert!(holds(&entries[0], "GHSA-9", "npm", "@s/a", "1.0.0", "p"));
    assert!(!holds(&entries[0], "CVE-1", "npm", "@s/a", "1.0.1", "p"));
}

#[test]
fn of_two_statements_the_newest_holds() {
    let text = |first: &str, second: &str| {
        format!(
            r#"{{"timestamp":"2026-01-01T00:00:00Z","statements":[
      {{"timestamp":"{first}","vulnerability":{{"name":"CVE-1"}},"products":[{{"@id":"pkg:npm/a"}}],"status":"not_affected","impact_statement":"x"}},
      {{"timestamp":"{second}","vulnerability":{{"name":"CVE-1"}},"products":[{{"@id":"pkg:npm/a"}}],"status":"affected","action_statement":"y"}}]}}"#
        )
    };
    assert_eq!(vex(&text("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z")).0.len(), 0);
    assert_eq!(vex(&text("2026-04-01T00:00:00Z", "2026-03-01T00:00:00Z")).0.len(), 1);
}

#[test]
fn cyclonedx_analysis() {
    let text = r#"{"bomFormat":"CycloneDX","components":[{"bom-ref":"r","purl":"pkg:pypi/Foo_Bar@2"}],"vulnerabilities":[
      {"id":"CVE-1","analysis":{"state":"not_affected","justification":"code_not_reachable","detail":"d"},"affects":[{"ref":"r"}]},
      {"id":"CVE-4","analysis":{"state":"resolved"},"affects":[{"ref":"urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#pkg%3Anpm%2Fa%401.0.0"}]},
      {"id":"CVE-2","analysis":{"state":"in_triage"},"affects":[{"ref":"r"}]}]}"#;
    let (entries, _) = vex(text);
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[0].reason.as_deref(), Some("code_not_reachable: d"));
    assert!(holds(&entries[0], "CVE-1", "PyPI", "foo.bar", "2.0", "p"));
    assert!(holds(&entries[1], "CVE-4", "npm", "a", "1.0.0", "p"));
}

#[test]
fn what_is_no_vex_is_an_error() {
    for text in ["{", "[]", "{\"a\":1}"] {
        assert!(parse_vex(&source("a.json", text)).is_err());
    }
}
