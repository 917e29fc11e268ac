//! The JSON report that gitleaks writes, for pipelines that parse it: secrets only, always masked (as with its
//! `--redact`). gitleaks knows no joined findings: each place of a secret is an entry, and each time that an encoded one
//! holds it. Lines are counted from 1 and are those of the match; what is found by its name alone is on line 0. The end
//! column is the last character's.

use firedoor_core::{EngineId, Evidence, JudgedFinding, Location, Origin, RunReport};
use serde_json::{Value, json};

use crate::view;

pub(crate) fn render(report: &RunReport) -> String {
    let leaks: Vec<Value> = report
        .active()
        .filter(|j| j.finding.engine() == EngineId::Secrets)
        .flat_map(|judged| {
            let places = std::iter::once(&judged.finding.location).chain(&judged.finding.related);
            let times = judged.finding.properties.get("times").and_then(|n| n.parse().ok()).unwrap_or(1);
            places.enumerate().flat_map(move |(nth, at)| {
                std::iter::repeat_n(entry(report, judged, at, nth == 0), if nth == 0 { times } else { 1 })
            })
        })
        .collect();
    let mut out = serde_json::to_string_pretty(&leaks).unwrap_or_default();
    out.push('\n');
    out
}

/// One place of a secret; the first one is that of the finding.
fn entry(report: &RunReport, judged: &JudgedFinding, at: &Location, first: bool) -> Value {
    let f = &judged.finding;
    let masked = match &f.evidence {
        Evidence::Secret { value, .. } => value.masked(),
        _ => String::from("********"),
    };
    let file = view::display_path(report, &at.path);
    let rule = f.rule.id.as_str();
    // gitleaks counts from where the match begins, which may be lines before the secret; what is found by its name
    // alone has no place.
    let by_path = f.properties.contains_key("by-path");
    let match_line = f.properties.get("match-line").filter(|_| first).and_then(|line| line.parse().ok());
    let line = if by_path { 0 } else { match_line.unwrap_or(at.region.start_line) };
    let place = |n: u32| if by_path { 0 } else { n };
    let masked = if by_path { format!("file detected: {}", at.path.as_str()) } else { masked };
    let (commit, author, email, date, message) = match &at.origin {
        Origin::Commit(c) => {
            let (name, email) = c.author.split_once('<').unwrap_or((&c.author, ""));
            let email = email.trim_end_matches('>');
            (c.id.as_str(), name.trim(), email, c.date.as_str(), c.summary.as_str())
        }
        _ => ("", "", "", "", ""),
    };
    let fingerprint = match commit {
        "" => format!("{file}:{rule}:{line}"),
        commit => format!("{commit}:{file}:{rule}:{line}"),
    };
    json!({
        "RuleID": rule,
        "Description": f.rule.title,
        "StartLine": line,
        "EndLine": place(at.region.end_line),
        "StartColumn": place(at.region.start_column),
        "EndColumn": place(at.region.end_column.saturating_sub(1).max(1)),
        "Match": masked,
        "Secret": if by_path { "" } else { masked.as_str() },
        "File": file,
        "SymlinkFile": "",
        "Commit": commit,
        "Entropy": (entropy(&f.evidence) * 1e6).round() / 1e6,
        "Author": author,
        "Email": email,
        "Date": date,
        "Message": message,
        "Tags": f.rule.tags,
        "Fingerprint": fingerprint,
    })
}

/// Shannon's entropy of a secret's bytes, in bits per byte, as gitleaks counts it.
fn entropy(evidence: &Evidence) -> f64 {
    let Evidence::Secret { value, .. } = evidence else { return 0.0 };
    let bytes = value.expose();
    let mut counts = [0_u32; 256];
    bytes.iter().for_each(|b| counts[usize::from(*b)] += 1);
    let all = bytes.len().max(1) as f64;
    let bits = |n: &u32| -f64::from(*n) / all * (f64::from(*n) / all).log2();
    counts.iter().filter(|n| **n > 0).map(bits).sum()
}
