//! SARIF 2.1.0 (OASIS errata 01), in two profiles: everything, and what GitHub code scanning takes.
//!
//! `serde-sarif` gives the object model; it stays private to this module, because several of its members are untyped
//! and it leaves out `results` when unset. [`words`] holds typed enumerations for those members.
//!
//! - `rules`: one descriptor per rule, with GitHub's properties.
//! - `results`: findings; several on one line with one rule become one result, because GitHub tells alerts apart by
//!   rule, file and line hash only.
//! - `places`: locations, regions, URIs.
//! - `upload`: what the upload profile leaves out.

mod places;
mod results;
mod rules;
mod upload;
mod words;

use std::collections::BTreeMap;

use firedoor_core::{JudgedFinding, Notice, NoticeLevel, RunReport, Verdict};
use serde_json::{Value, json};
use serde_sarif::sarif as s;

use crate::plain;
use crate::view::{self, INFORMATION_URI};
use rules::RuleTable;

/// The name under which all paths are relative.
pub(crate) const BASE: &str = "%SRCROOT%";
/// The schema of SARIF 2.1.0 with errata 01.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What the file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Everything, also what is suppressed.
    Full,
    /// What GitHub takes: active findings within its limits.
    Github,
}

pub(crate) fn render(report: &RunReport, profile: Profile) -> String {
    match profile {
        Profile::Full => document(report, profile, &report.findings.iter().collect::<Vec<_>>(), &[]),
        Profile::Github => upload::render(report),
    }
}

/// The document for these findings, with notices besides the report's own.
fn document(report: &RunReport, profile: Profile, findings: &[&JudgedFinding], extra: &[Notice]) -> String {
    let rules = RuleTable::new(report, profile, findings);
    let mut driver = s::ToolComponent::builder().name("firedoor").build();
    driver.semantic_version = Some(report.tool_version.clone());
    driver.version = Some(report.tool_version.clone());
    driver.information_uri = Some(INFORMATION_URI.to_owned());
    driver.organization = Some("firedoor".to_owned());
    driver.notifications = notification_descriptors(report, extra);
    let results = results::results(findings, &rules, profile);
    driver.rules = Some(rules.into_descriptors());

    let mut run = s::Run::builder().tool(s::Tool::builder().driver(driver).build()).build();
    run.results = Some(results);
    run.column_kind = Some(words::value(s::ResultColumnKind::Utf16CodeUnits));
    let mut automation = s::RunAutomationDetails::builder().build();
    automation.id = Some(format!("{}/", report.category.trim_end_matches('/')));
    run.automation_details = Some(automation);
    let mut base = s::ArtifactLocation::builder().build();
    base.description = Some(places::message("The root of the scanned tree."));
    run.original_uri_base_ids = Some(BTreeMap::from([(BASE.to_owned(), base)]));
    run.version_control_provenance = provenance(report);
    run.invocations = Some(vec![invocation(report, profile, extra)]);
    if profile == Profile::Full {
        run.properties = Some(bag(run_properties(report)));
    }

    let mut sarif = s::Sarif::builder().version(Value::from("2.1.0")).runs(vec![run]).build();
    sarif.schema = Some(SCHEMA.to_owned());
    let mut out = match profile {
        Profile::Full => serde_json::to_string_pretty(&sarif),
        Profile::Github => serde_json::to_string(&sarif),
    }
    .unwrap_or_default();
    out.push('\n');
    out
}

fn provenance(report: &RunReport) -> Option<Vec<s::VersionControlDetails>> {
    let vc = &report.version_control;
    // `repositoryUri` must be an absolute URI.
    let uri = vc.repository.as_ref().filter(|u| u.contains("://") && !u.contains(char::is_whitespace))?;
    let mut details = s::VersionControlDetails::builder().repository_uri(uri.clone()).build();
    details.revision_id = vc.revision.clone();
    details.branch = vc.branch.clone();
    let mut root = s::ArtifactLocation::builder().build();
    root.uri_base_id = Some(BASE.to_owned());
    details.mapped_to = Some(root);
    Some(vec![details])
}

/// An upload that says that its execution failed is refused; it says so in notifications instead.
fn invocation(report: &RunReport, profile: Profile, extra: &[Notice]) -> s::Invocation {
    let successful = profile == Profile::Github || report.verdict != Verdict::Incomplete;
    let mut invocation = s::Invocation::builder().execution_successful(successful).build();
    if profile == Profile::Full {
        invocation.exit_code = Some(i64::from(report.verdict.exit_code()));
        invocation.exit_code_description = Some(format!("The verdict is \"{}\".", report.verdict));
    }
    let (configuration, execution): (Vec<&Notice>, Vec<&Notice>) =
        report.notices.iter().chain(extra).partition(|n| n.code.starts_with("rule-"));
    invocation.tool_configuration_notifications = some(configuration.into_iter().map(notification).collect());
    invocation.tool_execution_notifications = some(execution.into_iter().map(notification).collect());
    invocation
}

fn notification(n: &Notice) -> s::Notification {
    let mut out = s::Notification::builder().message(places::message(&n.message)).build();
    let level = match n.level {
        _ if n.code.starts_with("rule-") => s::NotificationLevel::Error,
        NoticeLevel::Error => s::NotificationLevel::Error,
        NoticeLevel::Warning => s::NotificationLevel::Warning,
        NoticeLevel::Note => s::NotificationLevel::Note,
    };
    out.level = Some(words::value(level));
    let mut descriptor = s::ReportingDescriptorReference::builder().build();
    descriptor.id = Some(n.code.to_owned());
    out.descriptor = Some(descriptor);
    if let Some(rule) = &n.rule {
        let mut reference = s::ReportingDescriptorReference::builder().build();
        reference.id = Some(rule.clone());
        out.associated_rule = Some(reference);
    }
    if let Some(path) = &n.path {
        let mut place = s::PhysicalLocation::builder().build();
        place.artifact_location = Some(places::artifact(path));
        if let Some(line) = n.line.filter(|l| *l > 0) {
            let mut region = s::Region::builder().build();
            region.start_line = Some(i64::from(line));
            place.region = Some(region);
        }
        let mut location = s::Location::builder().build();
        location.physical_location = Some(place);
        out.locations = Some(vec![location]);
    }
    out
}

/// The kinds of notice that occur, so that each `descriptor.id` is declared.
fn notification_descriptors(report: &RunReport, extra: &[Notice]) -> Option<Vec<s::ReportingDescriptor>> {
    let codes: std::collections::BTreeSet<&str> = report.notices.iter().chain(extra).map(|n| n.code).collect();
    some(
        codes
            .into_iter()
            .map(|code| {
                let mut d = s::ReportingDescriptor::builder().id(code).build();
                d.name = Some(words::pascal_case(code));
                let text = format!("A message of the run about itself, of the kind \"{code}\".");
                d.short_description = Some(places::text(&text));
                d.full_description = Some(places::text(&text));
                let mut help = places::text("Each message says what happened and what to do.");
                help.markdown = Some("Each message says what happened and what to do.".to_owned());
                d.help = Some(help);
                d.help_uri = Some(format!("{INFORMATION_URI}/blob/main/docs/json.md#notices"));
                d
            })
            .collect(),
    )
}

fn run_properties(report: &RunReport) -> Vec<(&'static str, Value)> {
    let mut out = vec![("verdict", json!(report.verdict.as_str())), ("reasons", json!(report.reasons))];
    let engines: Vec<Value> = report
        .engines
        .iter()
        .map(|e| {
            let mut v = json!({"engine": e.engine.as_str(), "files": e.files, "rules": e.rules});
            if let Some(n) = e.packages {
                v["packages"] = json!(n);
            }
            if let Some(db) = &e.database {
                v["database"] = json!({"source": db.source, "date": db.date, "advisories": db.advisories, "ecosystems": db.ecosystems});
            }
            v
        })
        .collect();
    out.push(("engines", json!(engines)));
    if let Some(base) = &report.version_control.base {
        out.push(("base", json!(base)));
    }
    if !report.absent.is_empty() {
        // Not results: the place is gone, and a result without a place is shown nowhere.
        let absent: Vec<Value> = report
            .absent
            .iter()
            .map(|a| json!({"rule": a.rule, "engine": a.engine.as_str(), "uri": view::uri(&a.path), "fingerprint": a.fingerprint}))
            .collect();
        out.push(("absent", json!(absent)));
    }
    out
}

fn bag(properties: impl IntoIterator<Item = (&'static str, Value)>) -> s::PropertyBag {
    s::PropertyBag::builder()
        .additional_properties(properties.into_iter().map(|(k, v)| (k.to_owned(), v)).collect::<BTreeMap<_, _>>())
        .build()
}

fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}

/// A text as GitHub shows it: one sentence, short enough.
fn short(text: &str, max: usize) -> String {
    plain::shorten(&plain::sentence(&plain::line(text)), max)
}
