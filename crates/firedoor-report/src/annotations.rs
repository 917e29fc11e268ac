//! GitHub workflow commands: `::error file=…,line=…::message`, shown beside the changed lines of a pull request.
//!
//! GitHub keeps ten annotations of each level per step and drops the rest silently; so the most important ten are
//! printed, and a last notice says how many are not.
//! Format: <https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands>.

use std::fmt::Write as _;

use firedoor_core::{BaselineState, JudgedFinding, NoticeLevel, RunReport, Severity};

use crate::view::{self, Counts};
use crate::{advice, plain};

/// Annotations of one level that GitHub keeps per step.
const MAX_PER_LEVEL: usize = 10;
/// Of these, how many the run may use to speak of itself.
const MAX_NOTICES: usize = 3;
/// Kinds of suppressions that the last notice names.
const MAX_SUPPRESSED: usize = 10;

pub(crate) fn render(report: &RunReport) -> String {
    let mut out = String::new();
    // Error, warning, notice; the last notice is kept for the summary.
    let mut room = [MAX_PER_LEVEL, MAX_PER_LEVEL, MAX_PER_LEVEL - 1];
    let mut left_out = 0;
    let errors: Vec<_> = report.notices.iter().filter(|n| n.level == NoticeLevel::Error).collect();
    for n in errors.iter().take(MAX_NOTICES) {
        let mut properties = vec![("title", format!("firedoor: {}", n.code))];
        if let Some(path) = &n.path {
            properties.push(("file", view::display_path(report, path).into_owned()));
            properties.extend(n.line.map(|l| ("line", l.to_string())));
        }
        command(&mut out, "error", &properties, &n.message);
        room[0] -= 1;
    }
    left_out += errors.len().saturating_sub(MAX_NOTICES);

    let wanted = report.active().filter(|f| f.blocking || f.state != Some(BaselineState::Unchanged));
    for judged in view::by_importance(wanted) {
        let level = level(judged);
        match room.get_mut(level) {
            Some(left) if *left > 0 => *left -= 1,
            _ => {
                left_out += 1;
                continue;
            }
        }
        annotate(&mut out, report, judged, ["error", "warning", "notice"][level]);
    }
    let counts = Counts::of(report);
    let mut summary = format!(
        "Verdict \"{}\": {}, {} blocking, {} suppressed.",
        report.verdict,
        plain::count(counts.active, "finding"),
        plain::thousands(counts.blocking),
        plain::thousands(counts.suppressed)
    );
    for reason in report.reasons.iter().take(5) {
        let _ = write!(summary, "\n{}", plain::sentence(reason));
    }
    for words in view::suppressed_words(report.findings.iter()).iter().take(MAX_SUPPRESSED) {
        let _ = write!(summary, "\nSuppressed: {words}");
    }
    if left_out > 0 {
        let _ = write!(
            summary,
            "\n{} more not annotated, because GitHub shows ten of each level: see the job summary or the other reports.",
            plain::thousands(left_out)
        );
    }
    command(&mut out, "notice", &[("title", "firedoor".to_owned())], &summary);
    out
}

fn level(f: &JudgedFinding) -> usize {
    match f.finding.severity {
        _ if f.blocking => 0,
        Severity::Critical | Severity::High | Severity::Medium => 1,
        Severity::Low | Severity::Info => 2,
    }
}

fn annotate(out: &mut String, report: &RunReport, judged: &JudgedFinding, word: &str) {
    let f = &judged.finding;
    let at = f.location.region;
    let mut properties = vec![
        ("file", view::display_path(report, &f.location.path).into_owned()),
        ("line", at.start_line.to_string()),
        ("endLine", at.end_line.to_string()),
    ];
    // Columns only count where the annotation is on one line.
    if at.start_line == at.end_line {
        properties.push(("col", at.start_column.to_string()));
        properties.push(("endColumn", at.end_column.to_string()));
    }
    properties.push(("title", format!("{} [{}]", plain::shorten(&f.rule.title, 150), f.rule.id)));
    let mut message = f.message.clone();
    for advice in advice::advice(f) {
        let _ = write!(message, "\n{advice}");
    }
    let _ = write!(message, "\nSeverity {}, confidence {}. See {}", f.severity, f.confidence, view::rule_page(&f.rule));
    command(out, word, &properties, &plain::shorten(&message, 4_000));
}

fn command(out: &mut String, word: &str, properties: &[(&str, String)], message: &str) {
    let properties: Vec<String> = properties.iter().map(|(k, v)| format!("{k}={}", property(v))).collect();
    let _ = writeln!(out, "::{word} {}::{}", properties.join(","), data(message));
}

/// What follows the second `::`.
fn data(text: &str) -> String {
    plain::block(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(&plain::line(text)).replace(':', "%3A").replace(',', "%2C")
}
