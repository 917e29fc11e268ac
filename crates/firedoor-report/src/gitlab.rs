//! GitLab security reports, schema version 15: SAST, secret detection and dependency scanning.
//!
//! Source: <https://gitlab.com/gitlab-org/security-products/security-report-schemas>, version 15.0.7. GitLab merges a
//! report's findings by their identifiers and places; suppressed findings are left out, because GitLab has no place for
//! them and would show them as open. What was suppressed, by whom and why is a message of the scan.

use std::collections::{BTreeMap, BTreeSet};

use firedoor_core::{EngineId, Evidence, JudgedFinding, NoticeLevel, Origin, RunReport, Severity};
use serde_json::{Map, Value, json};

use crate::view::{self, INFORMATION_URI};
use crate::{RenderOptions, advice, plain};

const VERSION: &str = "15.0.7";
/// The schema demands times, and a report must not depend on a clock: where the caller names none, it is the epoch.
const NO_TIME: &str = "1970-01-01T00:00:00";

/// Which of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Sast,
    Secrets,
    Dependencies,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Sast => "sast",
            Self::Secrets => "secret_detection",
            Self::Dependencies => "dependency_scanning",
        }
    }

    fn takes(self, engine: EngineId) -> bool {
        match engine {
            EngineId::Secrets => self == Self::Secrets,
            EngineId::Sca => self == Self::Dependencies,
            EngineId::Sast | EngineId::Policy => self == Self::Sast,
            EngineId::Gate => false,
        }
    }
}

pub(crate) fn render(report: &RunReport, kind: Kind, options: &RenderOptions) -> String {
    let findings: Vec<_> = report.active().filter(|f| kind.takes(f.finding.engine())).collect();
    let mut out = json!({
        "version": VERSION,
        "schema": format!(
            "https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/v{VERSION}/dist/{}-report-format.json",
            kind.word().replace('_', "-")
        ),
        "scan": scan(report, kind, options),
        "vulnerabilities": findings.iter().map(|f| vulnerability(report, f, kind)).collect::<Vec<_>>(),
    });
    if kind == Kind::Dependencies {
        out["dependency_files"] = dependency_files(report, &findings);
    }
    let mut text = serde_json::to_string_pretty(&out).unwrap_or_default();
    text.push('\n');
    text
}

fn scan(report: &RunReport, kind: Kind, options: &RenderOptions) -> Value {
    let tool = json!({
        "id": "firedoor",
        "name": "firedoor",
        "url": INFORMATION_URI,
        "version": report.tool_version,
        "vendor": {"name": "firedoor"},
    });
    let broken = report.notices.iter().any(|n| n.level == NoticeLevel::Error && n.engine.is_none_or(|e| kind.takes(e)));
    let time = options.time.as_deref().unwrap_or(NO_TIME);
    let suppressed = report.findings.iter().filter(|f| kind.takes(f.finding.engine()));
    let suppressed = view::suppressed_words(suppressed).into_iter().take(100);
    let mut messages: Vec<Value> = report
        .notices
        .iter()
        .filter(|n| n.level > NoticeLevel::Note && n.engine.is_none_or(|e| kind.takes(e)))
        .take(100)
        .map(|n| {
            let level = if n.level == NoticeLevel::Error { "fatal" } else { "warn" };
            let place = n.path.as_ref().map(|p| format!("{}: ", view::display_path(report, p))).unwrap_or_default();
            json!({"level": level, "value": plain::line(&format!("{place}{} [{}]", n.message, n.code))})
        })
        .collect();
    messages.extend(suppressed.map(|words| json!({"level": "info", "value": format!("Suppressed: {words}")})));
    json!({
        "analyzer": tool,
        "scanner": tool,
        "type": kind.word(),
        "start_time": time,
        "end_time": time,
        "status": if broken { "failure" } else { "success" },
        "messages": messages,
    })
}

fn vulnerability(report: &RunReport, judged: &JudgedFinding, kind: Kind) -> Value {
    let f = &judged.finding;
    let mut out = Map::new();
    out.insert("id".into(), json!(uuid(&judged.fingerprint)));
    out.insert("name".into(), json!(plain::shorten(&plain::line(&f.rule.title), 255)));
    let description = format!("{}\n\n{}", plain::sentence(&f.message), f.rule.description);
    out.insert("description".into(), json!(plain::shorten(&description, 100_000)));
    out.insert("severity".into(), json!(severity(f.severity)));
    let advice = advice::advice(f);
    if !advice.is_empty() {
        out.insert("solution".into(), json!(plain::shorten(&advice.join(" "), 7_000)));
    }
    out.insert("location".into(), location(report, judged, kind));
    out.insert("identifiers".into(), identifiers(judged));
    let links: Vec<Value> = std::iter::once(view::rule_page(&f.rule))
        .chain(f.rule.references.iter().filter(|r| view::is_web_address(r)).cloned())
        .filter(|u| !u.contains(char::is_whitespace))
        .take(20)
        .map(|url| json!({"url": url}))
        .collect();
    out.insert("links".into(), json!(links));
    if kind != Kind::Dependencies {
        let tracked = json!([{
            "file": view::display_path(report, &f.location.path),
            "start_line": f.location.region.start_line,
            "end_line": f.location.region.end_line,
            "signatures": [{"algorithm": "scope_offset", "value": judged.fingerprint}],
        }]);
        out.insert("tracking".into(), json!({"type": "source", "items": tracked}));
    }
    Value::Object(out)
}

fn location(report: &RunReport, judged: &JudgedFinding, kind: Kind) -> Value {
    let f = &judged.finding;
    let at = &f.location;
    let mut out = json!({"file": view::display_path(report, &at.path)});
    match kind {
        Kind::Dependencies => {
            let (name, version) = match &f.evidence {
                Evidence::Dependency { package, .. } => (package.name.as_str(), package.version.as_str()),
                _ => ("", ""),
            };
            out["dependency"] = json!({"package": {"name": name}, "version": version});
            if let Evidence::Dependency { direct: Some(direct), .. } = &f.evidence {
                out["dependency"]["direct"] = json!(direct);
            }
        }
        Kind::Sast | Kind::Secrets => {
            out["start_line"] = json!(at.region.start_line);
            out["end_line"] = json!(at.region.end_line);
        }
    }
    if kind == Kind::Secrets {
        out["commit"] = match &at.origin {
            Origin::Commit(c) => json!({"sha": c.id, "author": c.author, "date": c.date, "message": c.summary}),
            _ => json!({"sha": report.version_control.revision.as_deref().unwrap_or("0000000")}),
        };
    }
    out
}

/// The rule first: GitLab takes the first identifier for the finding's own.
fn identifiers(judged: &JudgedFinding) -> Value {
    let rule = &judged.finding.rule;
    let id = rule.id.as_str();
    let mut out = Identifiers::default();
    if let Evidence::Dependency { advisories, .. } = &judged.finding.evidence {
        out.advisory(id);
        for other in advisories {
            out.advisory(other);
        }
    } else {
        out.push("firedoor_rule_id", id, &format!("{}/{id}", rule.engine), &view::rule_page(rule));
    }
    for n in &rule.cwe {
        let url = format!("https://cwe.mitre.org/data/definitions/{n}.html");
        out.push("cwe", &format!("CWE-{n}"), &n.to_string(), &url);
    }
    // GitLab takes at most twenty.
    out.list.truncate(20);
    json!(out.list)
}

#[derive(Default)]
struct Identifiers {
    seen: BTreeSet<(String, String)>,
    list: Vec<Value>,
}

impl Identifiers {
    fn push(&mut self, kind: &str, name: &str, value: &str, url: &str) {
        if self.seen.insert((kind.to_owned(), value.to_owned())) {
            self.list.push(json!({"type": kind, "name": name, "value": value, "url": url}));
        }
    }

    fn advisory(&mut self, id: &str) {
        let kind = match id.split('-').next() {
            Some("CVE") => "cve",
            Some("GHSA") => "ghsa",
            _ => "osv",
        };
        self.push(kind, id, id, &format!("https://osv.dev/vulnerability/{}", view::uri(&id.into())));
    }
}

/// Lock files with the vulnerable packages in them. (The report knows no others; the list of all dependencies belongs
/// in an SBOM.)
fn dependency_files(report: &RunReport, findings: &[&JudgedFinding]) -> Value {
    let mut files: BTreeMap<(String, &str), BTreeSet<(&str, &str)>> = BTreeMap::new();
    for judged in findings {
        if let Evidence::Dependency { package, .. } = &judged.finding.evidence {
            let path = view::display_path(report, &judged.finding.location.path).into_owned();
            let manager = package_manager(&package.ecosystem);
            files.entry((path, manager)).or_default().insert((&package.name, &package.version));
        }
    }
    let list: Vec<Value> = files
        .into_iter()
        .map(|((path, manager), packages)| {
            let dependencies: Vec<Value> = packages
                .into_iter()
                .map(|(name, version)| json!({"package": {"name": name}, "version": version}))
                .collect();
            json!({"path": path, "package_manager": manager, "dependencies": dependencies})
        })
        .collect();
    json!(list)
}

fn package_manager(ecosystem: &str) -> &str {
    match ecosystem.split(':').next().unwrap_or("") {
        "crates.io" => "cargo",
        "PyPI" => "pip",
        "Go" => "go",
        "Maven" => "maven",
        "Packagist" => "composer",
        "RubyGems" => "bundler",
        "NuGet" => "nuget",
        "npm" => "npm",
        _ => "other",
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "Critical",
        Severity::High => "High",
        Severity::Medium => "Medium",
        Severity::Low => "Low",
        Severity::Info => "Info",
    }
}

/// The fingerprint's first 128 bits in the form of a UUID (version 8, "custom", RFC 9562).
fn uuid(fingerprint: &str) -> String {
    let mut hex: Vec<char> = fingerprint.chars().filter(char::is_ascii_hexdigit).take(32).collect();
    hex.resize(32, '0');
    hex[12] = '8';
    hex[16] = '8';
    let part = |range: std::ops::Range<usize>| hex[range].iter().collect::<String>();
    format!("{}-{}-{}-{}-{}", part(0..8), part(8..12), part(12..16), part(16..20), part(20..32))
}
