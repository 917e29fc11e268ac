//! The JSON that Semgrep's command line prints, for pipelines that parse it: code findings only.
//! Source: the interface definition `semgrep_output_v1`, <https://github.com/semgrep/semgrep-interfaces>.

use std::collections::BTreeSet;

use firedoor_core::{EngineId, Evidence, JudgedFinding, Location, NoticeLevel, Rule, RunReport, Severity, StepKind};
use serde_json::{Map, Value, json};

use crate::view;

pub(crate) fn render(report: &RunReport) -> String {
    let takes = |e: EngineId| matches!(e, EngineId::Sast | EngineId::Policy);
    let findings = || report.findings.iter().filter(|f| takes(f.finding.engine()));
    let results: Vec<Value> = findings().filter(|f| !f.is_suppressed()).map(|f| result(report, f)).collect();
    let errors: Vec<Value> = report
        .notices
        .iter()
        .filter(|n| n.level > NoticeLevel::Note && n.engine.is_none_or(takes))
        .map(|n| {
            let level = if n.level == NoticeLevel::Error { "error" } else { "warn" };
            let kind = if n.code.starts_with("rule-") { "Rule parse error" } else { "SemgrepError" };
            let mut v =
                json!({"code": 2, "level": level, "type": kind, "message": format!("{} [{}]", n.message, n.code)});
            if let Some(rule) = &n.rule {
                v["rule_id"] = json!(rule);
            }
            if let Some(path) = &n.path {
                v["path"] = json!(view::display_path(report, path));
            }
            v
        })
        .collect();
    // The report does not list clean files: only those that a finding names are known here.
    let scanned: BTreeSet<_> = findings().map(|f| view::display_path(report, &f.finding.location.path)).collect();
    let out = json!({
        "version": report.tool_version,
        "results": results,
        "errors": errors,
        "paths": {"scanned": scanned},
        "skipped_rules": [],
    });
    let mut text = serde_json::to_string(&out).unwrap_or_default();
    text.push('\n');
    text
}

fn result(report: &RunReport, judged: &JudgedFinding) -> Value {
    let f = &judged.finding;
    let (start, end) = positions(&f.location);
    let mut extra = Map::new();
    extra.insert("message".into(), json!(f.message));
    extra.insert("metadata".into(), metadata(&f.rule));
    extra.insert(
        "severity".into(),
        json!(match f.severity {
            Severity::Critical | Severity::High => "ERROR",
            Severity::Medium => "WARNING",
            Severity::Low | Severity::Info => "INFO",
        }),
    );
    extra.insert("fingerprint".into(), json!(judged.fingerprint));
    extra.insert("lines".into(), json!(lines(&f.location)));
    extra.insert("is_ignored".into(), json!(false));
    extra.insert("validation_state".into(), json!("NO_VALIDATOR"));
    extra.insert("engine_kind".into(), json!("OSS"));
    if let Evidence::Code { metavariables } = &f.evidence {
        // Where a metavariable is bound is not kept: its place is the match's.
        let bound: Map<String, Value> = metavariables
            .iter()
            .map(|(name, text)| (name.clone(), json!({"start": start, "end": end, "abstract_content": text})))
            .collect();
        extra.insert("metavars".into(), Value::Object(bound));
    }
    if let [fix] = f.fixes.as_slice()
        && let [edit] = fix.edits.as_slice()
        && edit.path == f.location.path
        && edit.span == f.location.span
    {
        extra.insert("fix".into(), json!(edit.replacement));
    }
    if let Some(trace) = f.traces.iter().find(|t| t.steps.len() > 1) {
        let mut flow = json!({});
        let mut between = Vec::new();
        for step in &trace.steps {
            let text = step.location.snippet.text.get(step.location.snippet.highlight.range()).unwrap_or("");
            let place = place(report, &step.location);
            match step.kind {
                StepKind::Source => flow["taint_source"] = json!(["CliLoc", [place, text]]),
                StepKind::Propagation => between.push(json!({"location": place, "content": text})),
                StepKind::Sink => flow["taint_sink"] = json!(["CliLoc", [place, text]]),
            }
        }
        flow["intermediate_vars"] = json!(between);
        extra.insert("dataflow_trace".into(), flow);
    }
    json!({
        "check_id": f.rule.id.as_str(),
        "path": view::display_path(report, &f.location.path),
        "start": start,
        "end": end,
        "extra": extra,
    })
}

fn place(report: &RunReport, at: &Location) -> Value {
    let (start, end) = positions(at);
    json!({"path": view::display_path(report, &at.path), "start": start, "end": end})
}

fn positions(at: &Location) -> (Value, Value) {
    let r = at.region;
    (
        json!({"line": r.start_line, "col": r.start_column, "offset": at.span.start}),
        json!({"line": r.end_line, "col": r.end_column, "offset": at.span.end}),
    )
}

/// The whole lines of the match, as far as the snippet holds them.
fn lines(at: &Location) -> &str {
    let text = &at.snippet.text;
    let range = at.snippet.highlight.range();
    let start = text.get(..range.start).and_then(|b| b.rfind(['\n', '\r'])).map_or(0, |i| i + 1);
    let end = text.get(range.end..).and_then(|a| a.find(['\n', '\r'])).map_or(text.len(), |i| range.end + i);
    text.get(start..end).unwrap_or("")
}

fn metadata(rule: &Rule) -> Value {
    json!({
        "category": "security",
        "confidence": rule.confidence.as_str().to_ascii_uppercase(),
        "cwe": view::cwe_words(rule),
        "owasp": rule.owasp,
        "references": rule.references,
        "source": view::rule_page(rule),
        "shortlink": view::rule_page(rule),
        "tags": rule.tags,
    })
}
