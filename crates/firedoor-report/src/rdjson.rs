//! Reviewdog's diagnostic format, one document. Columns there are bytes of UTF-8, from 1.
//! Source: <https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>.

use firedoor_core::{Location, Region, RunReport, Severity, Span};
use serde_json::{Value, json};

use crate::view::{self, INFORMATION_URI};
use crate::{advice, plain};

pub(crate) fn render(report: &RunReport) -> String {
    let source = json!({"name": "firedoor", "url": INFORMATION_URI});
    let diagnostics: Vec<Value> = report
        .active()
        .map(|judged| {
            let f = &judged.finding;
            let mut message = plain::sentence(&f.message);
            for advice in advice::advice(f) {
                message.push('\n');
                message.push_str(&advice);
            }
            let line_start = line_start(&f.location);
            // A suggestion is one replacement; a fix of several edits would be half done.
            let suggestions: Vec<Value> = f
                .fixes
                .iter()
                .filter_map(|fix| match fix.edits.as_slice() {
                    [edit]
                        if edit.path == f.location.path && edit.region.start_line == f.location.region.start_line =>
                    {
                        Some(json!({"range": range(edit.span, edit.region, line_start?)?, "text": edit.replacement}))
                    }
                    _ => None,
                })
                .collect();
            let lines = json!({
                "start": {"line": f.location.region.start_line},
                "end": {"line": f.location.region.end_line},
            });
            let range = line_start.and_then(|at| range(f.location.span, f.location.region, at)).unwrap_or(lines);
            let mut out = json!({
                "message": message,
                "location": {"path": view::display_path(report, &f.location.path), "range": range},
                "severity": match f.severity {
                    Severity::Critical | Severity::High => "ERROR",
                    Severity::Medium => "WARNING",
                    Severity::Low | Severity::Info => "INFO",
                },
                "source": source,
                "code": {"value": f.rule.id.as_str(), "url": view::rule_page(&f.rule)},
            });
            if !suggestions.is_empty() {
                out["suggestions"] = json!(suggestions);
            }
            out
        })
        .collect();
    let mut out =
        serde_json::to_string_pretty(&json!({"source": source, "diagnostics": diagnostics})).unwrap_or_default();
    out.push('\n');
    out
}

/// Byte offset in the file of the location's first line, as far as the snippet shows where it begins.
fn line_start(at: &Location) -> Option<u32> {
    let before = at.snippet.text.get(..at.snippet.highlight.start as usize)?;
    // Only where the snippet is the file's own bytes up to the match: masks and replaced bytes change its length.
    if at.snippet.offset + at.snippet.highlight.start != at.span.start {
        return None;
    }
    match before.rfind(['\n', '\r']) {
        Some(end) => Some(at.snippet.offset + u32::try_from(end).ok()? + 1),
        None if at.snippet.cut && at.snippet.offset > 0 => None,
        None => Some(at.snippet.offset),
    }
}

/// Nothing where the match reaches over several lines: its last line's beginning is not known here.
fn range(span: Span, region: Region, line_start: u32) -> Option<Value> {
    if region.start_line != region.end_line || span.start < line_start {
        return None;
    }
    Some(json!({
        "start": {"line": region.start_line, "column": span.start - line_start + 1},
        "end": {"line": region.end_line, "column": span.end - line_start + 1},
    }))
}
