//! Rule descriptors with the properties that GitHub reads: security-severity, precision, tags, help.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;

use firedoor_core::{Confidence, EngineId, JudgedFinding, Rule, RunReport, Severity};
use serde_json::{Value, json};
use serde_sarif::sarif as s;

use super::{Profile, places, short, words};
use crate::{plain, view};

/// GitHub shows ten tags of a rule.
const MAX_TAGS: usize = 10;
/// GitHub cuts descriptions behind so many characters.
const MAX_DESCRIPTION: usize = 1_000;

/// The rules of a run: where each stands and under which id.
pub(super) struct RuleTable {
    index: HashMap<(EngineId, String), (usize, String)>,
    descriptors: Vec<s::ReportingDescriptor>,
}

impl RuleTable {
    /// All rules of the report, and those that only a finding names. The upload has the rules of its findings only: the
    /// others would be megabytes in every upload, and GitHub shows nothing of them.
    pub(super) fn new(report: &RunReport, profile: Profile, findings: &[&JudgedFinding]) -> Self {
        let mut worst: BTreeMap<(EngineId, &str), Severity> = BTreeMap::new();
        for f in findings {
            let severity = worst.entry(key(&f.finding.rule)).or_insert(Severity::Info);
            *severity = (*severity).max(f.finding.severity);
        }
        let mut table = Self { index: HashMap::new(), descriptors: Vec::new() };
        let mut ids = HashSet::new();
        let only_used = profile == Profile::Github;
        let listed = report.rules.iter().map(|r| &**r).filter(|r| !only_used || worst.contains_key(&key(r)));
        for rule in listed.chain(findings.iter().map(|f| &*f.finding.rule)) {
            let own = (rule.engine, rule.id.as_str().to_owned());
            if table.index.contains_key(&own) {
                continue;
            }
            // Ids are unique within an engine only; a run has one list.
            let mut id = own.1.clone();
            while !ids.insert(id.clone()) {
                id = format!("{}.{id}", rule.engine);
            }
            let descriptor = descriptor(rule, &id, worst.get(&key(rule)).copied());
            table.index.insert(own, (table.descriptors.len(), id));
            table.descriptors.push(descriptor);
        }
        table
    }

    /// Index and id of a rule.
    pub(super) fn of(&self, rule: &Rule) -> (i64, String) {
        match self.index.get(&(rule.engine, rule.id.as_str().to_owned())) {
            Some((at, id)) => (i64::try_from(*at).unwrap_or(-1), id.clone()),
            None => (-1, rule.id.as_str().to_owned()),
        }
    }

    pub(super) fn into_descriptors(self) -> Vec<s::ReportingDescriptor> {
        self.descriptors
    }
}

fn key(rule: &Rule) -> (EngineId, &str) {
    (rule.engine, rule.id.as_str())
}

/// `worst` is the gravest severity among the rule's findings: it differs from the rule's own where the configuration
/// overrides it, and a result cannot carry a security-severity of its own.
fn descriptor(rule: &Rule, id: &str, worst: Option<Severity>) -> s::ReportingDescriptor {
    let severity = worst.unwrap_or(rule.severity);
    let mut out = s::ReportingDescriptor::builder().id(id).build();
    out.name = Some(words::pascal_case(id));
    let title = if rule.title.trim().is_empty() { rule.id.as_str() } else { rule.title.trim() };
    let description = if rule.description.trim().is_empty() { title } else { rule.description.trim() };
    out.short_description = Some(places::text(&short(title, MAX_DESCRIPTION)));
    out.full_description = Some(places::text(&short(description, MAX_DESCRIPTION)));
    let mut help = places::text(&help_text(rule, description));
    help.markdown = Some(help_markdown(rule, title, description));
    out.help = Some(help);
    out.help_uri = Some(view::rule_page(rule));
    let mut configuration = s::ReportingConfiguration::builder().build();
    configuration.level = Some(words::default_level(severity));
    out.default_configuration = Some(configuration);
    out.properties = Some(properties(rule, severity));
    out
}

fn properties(rule: &Rule, severity: Severity) -> s::PropertyBag {
    let mut tags = vec!["security".to_owned()];
    tags.extend(rule.cwe.iter().map(|n| format!("external/cwe/cwe-{n:03}")));
    tags.push(rule.engine.as_str().to_owned());
    for tag in rule.tags.iter().map(|t| plain::line(t)) {
        // What looks like a CWE tag and is none misleads GitHub; the numbers are there already.
        let cwe = tag.to_ascii_lowercase();
        if !cwe.starts_with("cwe") && !cwe.starts_with("external/cwe") && !tag.is_empty() && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags.truncate(MAX_TAGS);
    let precision = match rule.confidence {
        Confidence::High => "high",
        Confidence::Medium => "medium",
        Confidence::Low => "low",
    };
    let mut out = super::bag([
        ("precision", json!(precision)),
        ("security-severity", Value::String(security_severity(rule, severity))),
        ("problem.severity", json!(problem_severity(severity))),
    ]);
    out.tags = Some(tags);
    out
}

/// GitHub's number, one decimal, above 0.0 and at most 10.0. A CVSS score counts unless the severity was overridden.
fn security_severity(rule: &Rule, severity: Severity) -> String {
    let score = match rule.cvss {
        Some(score) if severity == rule.severity && score > 0.0 => score,
        _ => severity.security_severity(),
    };
    format!("{:.1}", score.clamp(0.1, 10.0))
}

fn problem_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical | Severity::High => "error",
        Severity::Medium => "warning",
        Severity::Low | Severity::Info => "recommendation",
    }
}

fn help_text(rule: &Rule, description: &str) -> String {
    let mut out = plain::sentence(description);
    if !rule.help.trim().is_empty() {
        let _ = write!(out, "\n\n{}", rule.help.trim());
    }
    for link in &rule.references {
        let _ = write!(out, "\n{link}");
    }
    out
}

fn help_markdown(rule: &Rule, title: &str, description: &str) -> String {
    let mut out = String::new();
    if !rule.help.trim_start().starts_with("# ") {
        let _ = write!(out, "# {}\n\n", title.trim_end_matches('.'));
    }
    if rule.help.trim().is_empty() || !rule.help.contains(description) {
        let _ = write!(out, "{}\n\n", plain::sentence(description));
    }
    if !rule.help.trim().is_empty() {
        let _ = write!(out, "{}\n\n", rule.help.trim());
    }
    let mut facts = vec![
        format!("Severity: {}", rule.severity),
        format!("Confidence: {}", rule.confidence),
        format!("Rule: `{}`", rule.id.as_str().replace('`', "'")),
    ];
    facts.extend(rule.cvss.map(|c| format!("CVSS: {c:.1}")));
    facts.extend(rule.cwe.iter().map(|n| format!("[CWE-{n}](https://cwe.mitre.org/data/definitions/{n}.html)")));
    facts.extend(rule.owasp.iter().map(|o| plain::line(o)));
    let _ = writeln!(out, "{}", facts.join(" · "));
    if !rule.references.is_empty() {
        out.push_str("\n## References\n\n");
        for link in &rule.references {
            let _ = writeln!(out, "- <{}>", plain::line(link).replace(['<', '>'], ""));
        }
    }
    out
}
