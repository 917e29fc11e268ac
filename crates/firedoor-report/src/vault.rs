//! The last check before a report leaves: no value of a found secret is in it.
//!
//! The scan masks secrets in every text of a finding, and the formats print masks only. Should a value come through all
//! the same (in a metavariable, a path, a message quoted from elsewhere), it is replaced here. Short values and plain words are
//! left alone: replacing `admin` everywhere would garble the report and protect nothing.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use firedoor_core::{Evidence, RunReport, SecretValue};

/// Shortest value that is looked for, in bytes.
const MIN_LEN: usize = 12;

/// The text without values of secrets.
pub(crate) fn guard(report: &RunReport, text: String) -> String {
    let mut values: BTreeMap<String, String> = BTreeMap::new();
    for judged in &report.findings {
        if let Evidence::Secret { value, .. } = &judged.finding.evidence
            && let Some(raw) = telling(value)
        {
            for spelling in spellings(raw) {
                values.entry(spelling).or_insert_with(|| value.masked());
            }
        }
    }
    if values.is_empty() {
        return text;
    }
    // One text is searched once: the small automaton is made in less time than the fast one saves, and memory.
    let Ok(finder) = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::NoncontiguousNFA))
        .match_kind(MatchKind::LeftmostLongest)
        .build(values.keys())
    else {
        // Too many or too long values for one automaton; the masks of the scan stand.
        return text;
    };
    if !finder.is_match(&text) {
        return text;
    }
    let masks: Vec<&String> = values.values().collect();
    finder.replace_all(&text, &masks)
}

/// The value where it is long enough, and no word that may stand in any text.
fn telling(value: &SecretValue) -> Option<&str> {
    let raw = std::str::from_utf8(value.expose()).ok()?;
    let mixed = raw.bytes().any(|b| b.is_ascii_digit()) && raw.bytes().any(|b| b.is_ascii_alphabetic());
    (raw.len() >= MIN_LEN && (mixed || raw.len() >= 2 * MIN_LEN)).then_some(raw)
}

/// The value as it is, and as JSON, XML and CSV write it.
fn spellings(raw: &str) -> Vec<String> {
    let mut out = vec![raw.to_owned()];
    let json = serde_json::to_string(raw).unwrap_or_default();
    let json = json.trim_start_matches('"');
    out.push(json.strip_suffix('"').unwrap_or(json).to_owned());
    out.push(quick_xml::escape::escape(raw).into_owned());
    out.push(raw.replace('"', "\"\""));
    out.retain(|s| s.len() >= MIN_LEN);
    out.dedup();
    out
}
