//! firedoor's own JSON: everything in the report except the values of secrets. Documented in docs/json.md, described by
//! schemas/report.schema.json, versioned by `schema_version` (a new minor version adds members, a new major one
//! changes or removes some).
//!
//! The types here are the wire format; they borrow from the model and are converted, never derived, so that the model
//! stays free to change.

use std::collections::BTreeMap;

use firedoor_core::{
    AbsentFinding, DatabaseInfo, EngineId, EngineSummary, Evidence, JudgedFinding, Location, Notice, NoticeLevel,
    Origin, Region, Rule, RuleOrigin, RunReport, StepKind, Suppression, SuppressionKind, Validity, VersionControl,
};
use serde::Serialize;

use crate::advice;
use crate::view::{self, Counts};

/// Version of the format.
const SCHEMA_VERSION: &str = "1.0";
/// Where its schema is.
const SCHEMA: &str = "https://raw.githubusercontent.com/firedoor/firedoor/main/schemas/report.schema.json";

pub(crate) fn render(report: &RunReport) -> String {
    let upgrades = view::upgrades(report);
    let whole = WireReport {
        head: WireHead::of(report),
        rules: report.rules.iter().map(|r| WireRule::of(r)).collect(),
        findings: report.findings.iter().map(WireFinding::of).collect(),
        absent: report.absent.iter().map(WireAbsent::of).collect(),
        upgrades: upgrades.iter().map(WireUpgrade::of).collect(),
        notices: report.notices.iter().map(WireNotice::of).collect(),
    };
    let mut out = serde_json::to_string_pretty(&whole).unwrap_or_default();
    out.push('\n');
    out
}

/// One object a line: the run, then the rules that have findings, then findings, absent ones and notices. Each has a
/// member `type`.
pub(crate) fn render_lines(report: &RunReport) -> String {
    let mut out = String::new();
    push_line(&mut out, "run", &WireHead::of(report));
    let used: std::collections::BTreeSet<_> =
        report.findings.iter().map(|f| (f.finding.engine(), &f.finding.rule.id)).collect();
    for rule in report.rules.iter().filter(|r| used.contains(&(r.engine, &r.id))) {
        push_line(&mut out, "rule", &WireRule::of(rule));
    }
    for finding in &report.findings {
        push_line(&mut out, "finding", &WireFinding::of(finding));
    }
    for absent in &report.absent {
        push_line(&mut out, "absent", &WireAbsent::of(absent));
    }
    for upgrade in &view::upgrades(report) {
        push_line(&mut out, "upgrade", &WireUpgrade::of(upgrade));
    }
    for notice in &report.notices {
        push_line(&mut out, "notice", &WireNotice::of(notice));
    }
    out
}

fn push_line<T: Serialize>(out: &mut String, kind: &'static str, value: &T) {
    #[derive(Serialize)]
    struct Line<'a, T> {
        r#type: &'static str,
        #[serde(flatten)]
        value: &'a T,
    }
    out.push_str(&serde_json::to_string(&Line { r#type: kind, value }).unwrap_or_default());
    out.push('\n');
}

#[derive(Serialize)]
struct WireReport<'a> {
    #[serde(flatten)]
    head: WireHead<'a>,
    rules: Vec<WireRule<'a>>,
    findings: Vec<WireFinding<'a>>,
    absent: Vec<WireAbsent<'a>>,
    upgrades: Vec<WireUpgrade<'a>>,
    notices: Vec<WireNotice<'a>>,
}

/// One upgrade and what it closes.
#[derive(Serialize)]
struct WireUpgrade<'a> {
    path: &'a str,
    ecosystem: &'a str,
    name: &'a str,
    from: &'a str,
    to: &'a str,
    severity: &'static str,
    closes: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    direct: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comes_with: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    held_by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    command: Option<&'a str>,
}

impl<'a> WireUpgrade<'a> {
    fn of(u: &'a firedoor_core::Upgrade) -> Self {
        Self {
            path: u.path.as_str(),
            ecosystem: &u.ecosystem,
            name: &u.name,
            from: &u.from,
            to: &u.to,
            severity: u.severity.as_str(),
            closes: &u.closes,
            direct: u.direct,
            comes_with: u.comes_with.as_deref(),
            held_by: u.held_by.as_deref(),
            command: u.command.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct WireHead<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    schema_version: &'static str,
    tool: WireTool<'a>,
    category: &'a str,
    verdict: &'static str,
    exit_code: u8,
    reasons: &'a [String],
    summary: WireSummary,
    engines: Vec<WireEngine<'a>>,
    version_control: WireVersionControl<'a>,
}

impl<'a> WireHead<'a> {
    fn of(report: &'a RunReport) -> Self {
        Self {
            schema: SCHEMA,
            schema_version: SCHEMA_VERSION,
            tool: WireTool { name: "firedoor", version: &report.tool_version },
            category: &report.category,
            verdict: report.verdict.as_str(),
            exit_code: report.verdict.exit_code(),
            reasons: &report.reasons,
            summary: WireSummary::of(report),
            engines: report.engines.iter().map(WireEngine::of).collect(),
            version_control: WireVersionControl::of(&report.version_control),
        }
    }
}

#[derive(Serialize)]
struct WireTool<'a> {
    name: &'static str,
    version: &'a str,
}

#[derive(Serialize)]
struct WireSummary {
    findings: usize,
    active: usize,
    blocking: usize,
    suppressed: usize,
    new: usize,
    existing: usize,
    absent: usize,
    highest_severity: Option<&'static str>,
    by_severity: BTreeMap<&'static str, usize>,
    by_engine: BTreeMap<&'static str, usize>,
}

impl WireSummary {
    /// `by_…` and `highest_severity` count active findings.
    fn of(report: &RunReport) -> Self {
        let c = Counts::of(report);
        let mut by_engine: BTreeMap<_, _> = report.engines.iter().map(|e| (e.engine.as_str(), 0)).collect();
        for f in report.active() {
            *by_engine.entry(f.finding.engine().as_str()).or_default() += 1;
        }
        Self {
            findings: c.findings,
            active: c.active,
            blocking: c.blocking,
            suppressed: c.suppressed,
            new: c.new,
            existing: c.existing,
            absent: c.absent,
            highest_severity: report.active().map(|f| f.finding.severity).max().map(|s| s.as_str()),
            by_severity: view::by_severity(report.active()).into_iter().map(|(s, n)| (s.as_str(), n)).collect(),
            by_engine,
        }
    }
}

#[derive(Serialize)]
struct WireEngine<'a> {
    engine: &'static str,
    files: usize,
    rules: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    packages: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    database: Option<WireDatabase<'a>>,
}

impl<'a> WireEngine<'a> {
    fn of(e: &'a EngineSummary) -> Self {
        Self {
            engine: e.engine.as_str(),
            files: e.files,
            rules: e.rules,
            packages: e.packages,
            database: e.database.as_ref().map(WireDatabase::of),
        }
    }
}

#[derive(Serialize)]
struct WireDatabase<'a> {
    source: &'a str,
    date: &'a str,
    advisories: usize,
    ecosystems: &'a [String],
}

impl<'a> WireDatabase<'a> {
    fn of(d: &'a DatabaseInfo) -> Self {
        Self { source: &d.source, date: &d.date, advisories: d.advisories, ecosystems: &d.ecosystems }
    }
}

#[derive(Serialize)]
struct WireVersionControl<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    repository: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    branch: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<&'a str>,
}

impl<'a> WireVersionControl<'a> {
    fn of(v: &'a VersionControl) -> Self {
        Self {
            repository: v.repository.as_deref(),
            revision: v.revision.as_deref(),
            branch: v.branch.as_deref(),
            base: v.base.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct WireRule<'a> {
    id: &'a str,
    engine: &'static str,
    title: &'a str,
    description: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    help: &'a str,
    help_uri: String,
    severity: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    cvss: Option<f64>,
    confidence: &'static str,
    cwe: &'a [u32],
    owasp: &'a [String],
    tags: &'a [String],
    references: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
}

impl<'a> WireRule<'a> {
    fn of(r: &'a Rule) -> Self {
        Self {
            id: r.id.as_str(),
            engine: r.engine.as_str(),
            title: &r.title,
            description: &r.description,
            help: &r.help,
            help_uri: view::rule_page(r),
            severity: r.severity.as_str(),
            cvss: r.cvss.filter(|c| c.is_finite()).map(|c| (f64::from(c) * 10.0).round() / 10.0),
            confidence: r.confidence.as_str(),
            cwe: &r.cwe,
            owasp: &r.owasp,
            tags: &r.tags,
            references: &r.references,
            source: match &r.origin {
                RuleOrigin::Builtin(path) => Some(format!("builtin:{path}")),
                RuleOrigin::File(path, line) => Some(format!("{path}:{line}")),
                RuleOrigin::Derived => None,
            },
        }
    }
}

#[derive(Serialize)]
struct WireFinding<'a> {
    fingerprint: &'a str,
    engine: &'static str,
    rule: &'a str,
    message: &'a str,
    severity: &'static str,
    confidence: &'static str,
    state: Option<&'static str>,
    blocking: bool,
    why: &'a str,
    location: WireLocation<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<WireLocation<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    traces: Vec<Vec<WireStep<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<WireFix<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    advice: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<WireSuppression<'a>>,
    #[serde(flatten)]
    evidence: WireEvidence<'a>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    properties: &'a BTreeMap<&'static str, String>,
}

impl<'a> WireFinding<'a> {
    fn of(j: &'a JudgedFinding) -> Self {
        let f = &j.finding;
        Self {
            fingerprint: &j.fingerprint,
            engine: f.engine().as_str(),
            rule: f.rule.id.as_str(),
            message: &f.message,
            severity: f.severity.as_str(),
            confidence: f.confidence.as_str(),
            state: j.state.map(|s| s.as_str()),
            blocking: j.blocking,
            why: &j.why,
            location: WireLocation::of(&f.location),
            related: f.related.iter().map(WireLocation::of).collect(),
            traces: f.traces.iter().map(|t| t.steps.iter().map(WireStep::of).collect()).collect(),
            fixes: f
                .fixes
                .iter()
                .map(|fix| WireFix {
                    description: &fix.description,
                    edits: fix
                        .edits
                        .iter()
                        .map(|e| WireEdit {
                            path: e.path.as_str(),
                            region: WireRegion::of(e.region),
                            byte_start: e.span.start,
                            byte_end: e.span.end,
                            replacement: &e.replacement,
                        })
                        .collect(),
                })
                .collect(),
            advice: advice::advice(f),
            suppressions: j.suppressions.iter().map(WireSuppression::of).collect(),
            evidence: WireEvidence::of(&f.evidence),
            properties: &f.properties,
        }
    }
}

#[derive(Serialize)]
struct WireRegion {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

impl WireRegion {
    fn of(r: Region) -> Self {
        Self { start_line: r.start_line, start_column: r.start_column, end_line: r.end_line, end_column: r.end_column }
    }
}

#[derive(Serialize)]
struct WireLocation<'a> {
    path: &'a str,
    /// Only where the path is not UTF-8, so that `path` does not name the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    uri: Option<String>,
    #[serde(flatten)]
    region: WireRegion,
    byte_start: u32,
    byte_end: u32,
    line_hash: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'a str>,
    origin: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    commit: Option<WireCommit<'a>>,
    snippet: WireSnippet<'a>,
}

#[derive(Serialize)]
struct WireCommit<'a> {
    id: &'a str,
    author: &'a str,
    date: &'a str,
    summary: &'a str,
}

#[derive(Serialize)]
struct WireSnippet<'a> {
    first_line: u32,
    text: &'a str,
    highlight_start: u32,
    highlight_end: u32,
    cut: bool,
}

impl<'a> WireLocation<'a> {
    fn of(l: &'a Location) -> Self {
        let raw = l.path.as_bytes() != l.path.as_str().as_bytes();
        Self {
            path: l.path.as_str(),
            uri: raw.then(|| view::uri(&l.path)),
            region: WireRegion::of(l.region),
            byte_start: l.span.start,
            byte_end: l.span.end,
            line_hash: &l.line_hash,
            message: l.message.as_deref(),
            origin: match &l.origin {
                Origin::WorkTree => "work-tree",
                Origin::Index => "index",
                Origin::Commit(_) => "commit",
                Origin::Stdin => "stdin",
            },
            commit: match &l.origin {
                Origin::Commit(c) => {
                    Some(WireCommit { id: &c.id, author: &c.author, date: &c.date, summary: &c.summary })
                }
                _ => None,
            },
            snippet: WireSnippet {
                first_line: l.snippet.first_line,
                text: &l.snippet.text,
                highlight_start: l.snippet.highlight.start,
                highlight_end: l.snippet.highlight.end,
                cut: l.snippet.cut,
            },
        }
    }
}

#[derive(Serialize)]
struct WireStep<'a> {
    kind: &'static str,
    location: WireLocation<'a>,
}

impl<'a> WireStep<'a> {
    fn of(s: &'a firedoor_core::TraceStep) -> Self {
        Self { kind: step_word(s.kind), location: WireLocation::of(&s.location) }
    }
}

/// The word for a step of a trace in every format for machines.
pub(crate) fn step_word(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Source => "source",
        StepKind::Propagation => "propagation",
        StepKind::Sink => "sink",
    }
}

#[derive(Serialize)]
struct WireFix<'a> {
    description: &'a str,
    edits: Vec<WireEdit<'a>>,
}

#[derive(Serialize)]
struct WireEdit<'a> {
    path: &'a str,
    #[serde(flatten)]
    region: WireRegion,
    byte_start: u32,
    byte_end: u32,
    replacement: &'a str,
}

#[derive(Serialize)]
struct WireSuppression<'a> {
    kind: &'static str,
    form: &'a str,
    reason: Option<&'a str>,
    owner: Option<&'a str>,
    until: Option<&'a str>,
    path: Option<&'a str>,
    line: Option<u32>,
}

impl<'a> WireSuppression<'a> {
    fn of(s: &'a Suppression) -> Self {
        Self {
            kind: match s.kind {
                SuppressionKind::InSource => "in-source",
                SuppressionKind::External => "external",
            },
            form: &s.form,
            reason: s.reason.as_deref(),
            owner: s.owner.as_deref(),
            until: s.until.as_deref(),
            path: s.path.as_ref().map(|p| p.as_str()),
            line: s.line,
        }
    }
}

/// At most one member: `metavariables`, `secret` or `dependency`.
#[derive(Default, Serialize)]
struct WireEvidence<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    metavariables: Option<&'a BTreeMap<String, String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<WireSecret<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dependency: Option<WireDependency<'a>>,
}

#[derive(Serialize)]
struct WireSecret<'a> {
    masked: String,
    validity: &'static str,
    reasons: &'a [String],
}

#[derive(Serialize)]
struct WireDependency<'a> {
    ecosystem: &'a str,
    name: &'a str,
    version: &'a str,
    purl: &'a str,
    advisories: &'a [String],
    fixed: &'a [String],
    direct: Option<bool>,
    groups: &'a [String],
}

impl<'a> WireEvidence<'a> {
    fn of(e: &'a Evidence) -> Self {
        match e {
            Evidence::Code { metavariables } if !metavariables.is_empty() => {
                Self { metavariables: Some(metavariables), ..Self::default() }
            }
            Evidence::Code { .. } | Evidence::None => Self::default(),
            Evidence::Secret { value, validity, reasons } => {
                let validity = match validity {
                    Validity::Unknown => "unknown",
                    Validity::Valid => "valid",
                    Validity::InvalidChecksum => "invalid-checksum",
                };
                Self { secret: Some(WireSecret { masked: value.masked(), validity, reasons }), ..Self::default() }
            }
            Evidence::Dependency { package, purl, advisories, fixed, direct, groups } => Self {
                dependency: Some(WireDependency {
                    ecosystem: &package.ecosystem,
                    name: &package.name,
                    version: &package.version,
                    purl,
                    advisories,
                    fixed,
                    direct: *direct,
                    groups,
                }),
                ..Self::default()
            },
        }
    }
}

#[derive(Serialize)]
struct WireAbsent<'a> {
    rule: &'a str,
    engine: &'static str,
    path: &'a str,
    fingerprint: &'a str,
}

impl<'a> WireAbsent<'a> {
    fn of(a: &'a AbsentFinding) -> Self {
        Self { rule: &a.rule, engine: a.engine.as_str(), path: a.path.as_str(), fingerprint: &a.fingerprint }
    }
}

#[derive(Serialize)]
struct WireNotice<'a> {
    level: &'static str,
    code: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    engine: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'a str>,
}

impl<'a> WireNotice<'a> {
    fn of(n: &'a Notice) -> Self {
        Self {
            level: match n.level {
                NoticeLevel::Note => "note",
                NoticeLevel::Warning => "warning",
                NoticeLevel::Error => "error",
            },
            code: n.code,
            message: &n.message,
            engine: n.engine.map(EngineId::as_str),
            path: n.path.as_ref().map(|p| p.as_str()),
            line: n.line,
            rule: n.rule.as_deref(),
        }
    }
}
