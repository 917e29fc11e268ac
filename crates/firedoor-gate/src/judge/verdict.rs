//! The one answer, and why.

use firedoor_core::{BaselineState, JudgedFinding, Notice, Severity, Verdict};

use super::is_error;
use crate::policy::{MaxExisting, Policy};

/// The verdict and its reasons. A ratchet that could be tightened is said in a notice.
pub(super) fn verdict(
    findings: &[JudgedFinding],
    notices: &mut Vec<Notice>,
    policy: &Policy,
    compared: bool,
) -> (Verdict, Vec<String>) {
    let mut reasons = Vec::new();
    let mut fail = false;
    let blocking: Vec<&JudgedFinding> = findings.iter().filter(|f| f.blocking).collect();
    if !blocking.is_empty() {
        fail = true;
        reasons.push(format!(
            "{}: {}.",
            count(blocking.len(), "finding blocks", "findings block"),
            by_severity(&blocking)
        ));
    }
    if !compared {
        fail |= ratchet(findings, notices, policy, &mut reasons);
    } else if policy.max_existing.is_some() {
        let text = "`max-existing` was not judged: a comparison sees only what the change touches. A scan of the whole \
                    tree judges it.";
        notices.push(Notice::note("ratchet-not-judged", text));
        notices.sort();
    }
    let errors: Vec<&Notice> = notices.iter().filter(|n| is_error(n)).collect();
    let incomplete = !errors.is_empty() && policy.fail_on_incomplete;
    if let Some(first) = errors.first() {
        let more = match errors.len() {
            1 => String::new(),
            n => format!(" ({} more.)", n - 1),
        };
        let place = match (&first.path, first.line) {
            (Some(path), Some(line)) => format!("{path}:{line}: "),
            (Some(path), None) => format!("{path}: "),
            _ => String::new(),
        };
        let what = if policy.fail_on_incomplete {
            "The scan is incomplete"
        } else {
            "Not everything was judged, which the policy lets pass"
        };
        reasons.push(format!("{what}: {place}{}{more}", sentence(&first.message)));
    }
    if !fail && !incomplete {
        reasons.push(pass_reason(findings));
    }
    let verdict = match (fail, incomplete) {
        (true, _) => Verdict::Fail,
        (false, true) => Verdict::Incomplete,
        (false, false) => Verdict::Pass,
    };
    (verdict, reasons)
}

fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}

fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

fn by_severity(findings: &[&JudgedFinding]) -> String {
    let parts: Vec<String> = Severity::ALL
        .into_iter()
        .rev()
        .filter_map(|s| {
            let n = findings.iter().filter(|f| f.finding.severity == s).count();
            (n > 0).then(|| format!("{n} {s}"))
        })
        .collect();
    parts.join(", ")
}

fn pass_reason(findings: &[JudgedFinding]) -> String {
    if findings.is_empty() {
        return "Nothing was found.".to_owned();
    }
    let suppressed = findings.iter().filter(|f| f.is_suppressed()).count();
    let active = findings.iter().filter(|f| !f.is_suppressed());
    let (mut before, mut below) = (0, 0);
    for finding in active {
        // What was there before is told as such, whatever its severity.
        if finding.state == Some(BaselineState::Unchanged) {
            before += 1;
        } else {
            below += 1;
        }
    }
    let parts: Vec<String> = [(below, "below the thresholds"), (before, "there before"), (suppressed, "suppressed")]
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, what)| format!("{n} {what}"))
        .collect();
    format!("No finding blocks: of {}, {}.", count(findings.len(), "finding", "findings"), parts.join(", "))
}

/// Whether more is left from before than the policy tolerates.
fn ratchet(findings: &[JudgedFinding], notices: &mut Vec<Notice>, policy: &Policy, reasons: &mut Vec<String>) -> bool {
    let Some(limit) = &policy.max_existing else { return false };
    let existing: Vec<&JudgedFinding> =
        findings.iter().filter(|f| !f.is_suppressed() && f.state != Some(BaselineState::New) && !f.blocking).collect();
    let mut fail = false;
    let mut check = |found: usize, limit: u64, what: &str, key: &str| {
        let found = found as u64;
        if found > limit {
            fail = true;
            reasons.push(format!("{found} {what} were there before, and the ratchet `{key}` tolerates {limit}."));
        } else if found < limit {
            let text = format!("{found} {what} are left from before: `{key}` can be lowered from {limit} to {found}.");
            notices.push(Notice::note("ratchet-can-tighten", text));
        }
    };
    match limit {
        MaxExisting::Total(limit) => {
            let least = policy.fail_on.unwrap_or(Severity::Info);
            let found = existing.iter().filter(|f| f.finding.severity >= least).count();
            check(found, *limit, "findings", "max-existing");
        }
        MaxExisting::PerSeverity(limits) => {
            for (severity, limit) in limits {
                let found = existing.iter().filter(|f| f.finding.severity == *severity).count();
                check(found, *limit, &format!("{severity} findings"), &format!("max-existing.{severity}"));
            }
        }
    }
    notices.sort();
    fail
}
