//! Code Climate issues as GitLab's code quality reads them: an array with path, line, severity and fingerprint.
//! Source: <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>.

use firedoor_core::{RunReport, Severity};
use serde_json::{Value, json};

use crate::{advice, plain, view};

pub(crate) fn render(report: &RunReport) -> String {
    let issues: Vec<Value> = report
        .active()
        .map(|judged| {
            let f = &judged.finding;
            let mut body = format!("{}\n\n{}", plain::sentence(&f.message), f.rule.description);
            for advice in advice::advice(f) {
                body.push_str("\n\n");
                body.push_str(&advice);
            }
            json!({
                "type": "issue",
                "check_name": f.rule.id.as_str(),
                "description": f.message,
                "content": {"body": body},
                "categories": ["Security"],
                "severity": severity(f.severity),
                "fingerprint": judged.fingerprint,
                "location": {
                    "path": view::display_path(report, &f.location.path),
                    "lines": {"begin": f.location.region.start_line, "end": f.location.region.end_line},
                },
            })
        })
        .collect();
    let mut out = serde_json::to_string_pretty(&issues).unwrap_or_default();
    out.push('\n');
    out
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "blocker",
        Severity::High => "critical",
        Severity::Medium => "major",
        Severity::Low => "minor",
        Severity::Info => "info",
    }
}
