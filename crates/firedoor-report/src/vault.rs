//! The last check before a report leaves: no value of a found secret is in it.
//!
//! The scan masks secrets in every text of a finding, and the formats print masks only. Should a value come through all
//! the same (in a metavariable, a path, a message quoted from elsewhere), it is replaced here. Short values and plain words are
//! left alone: replacing `admin` everywhere would garble the report and protect nothing. So is what the name of a file says, as
//! a user's rule may find it: names stay, or nobody would know which file is meant.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use firedoor_core::{Evidence, RunReport, SecretValue};

use crate::Format;

/// Shortest value that is looked for, in bytes.
const MIN_LEN: usize = 12;

/// The text without values of secrets.
pub(crate) fn guard(report: &RunReport, format: Format, text: String) -> String {
    let mut values: BTreeMap<String, String> = BTreeMap::new();
    let names = names(report);
    for judged in &report.findings {
        if let Evidence::Secret { value, .. } = &judged.finding.evidence
            && let Some(raw) = telling(value)
            && !names.iter().any(|name| name.contains(raw))
        {
            for spelling in spellings(raw, format) {
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

/// The names of files that a report may print.
fn names(report: &RunReport) -> BTreeSet<&str> {
    let of_findings = report.findings.iter().flat_map(|judged| {
        let finding = &judged.finding;
        let steps = finding.traces.iter().flat_map(|t| &t.steps).map(|s| &s.location);
        std::iter::once(&finding.location).chain(&finding.related).chain(steps).map(|l| l.path.as_str())
    });
    of_findings.chain(report.notices.iter().filter_map(|n| n.path.as_ref()).map(|path| path.as_str())).collect()
}

/// The value where it is long enough, and no word that may stand in any text.
fn telling(value: &SecretValue) -> Option<&str> {
    let raw = std::str::from_utf8(value.expose()).ok()?;
    let mixed = raw.bytes().any(|b| b.is_ascii_digit()) && raw.bytes().any(|b| b.is_ascii_alphabetic());
    (raw.len() >= MIN_LEN && (mixed || raw.len() >= 2 * MIN_LEN)).then_some(raw)
}

/// The value as the format writes it. A value with a quote in it would else swallow the one that ends a text of JSON.
fn spellings(raw: &str, format: Format) -> Vec<String> {
    let json = || {
        let json = serde_json::to_string(raw).unwrap_or_default();
        let json = json.trim_start_matches('"');
        json.strip_suffix('"').unwrap_or(json).to_owned()
    };
    let mut out = match format {
        Format::Text | Format::Github | Format::Markdown => {
            vec![raw.to_owned(), json(), quick_xml::escape::escape(raw).into_owned()]
        }
        Format::Html | Format::Junit => vec![quick_xml::escape::escape(raw).into_owned()],
        Format::Csv => vec![raw.replace('"', "\"\"")],
        _ => vec![json()],
    };
    out.retain(|s| s.len() >= MIN_LEN);
    out.dedup();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_of_a_value_are_not_those_of_a_format() {
        let raw = "conf/site-7/page.conf.j2\"";
        assert_eq!(spellings(raw, Format::GitleaksJson), ["conf/site-7/page.conf.j2\\\""]);
        assert_eq!(spellings(raw, Format::Html), ["conf/site-7/page.conf.j2&quot;"]);
        assert_eq!(spellings(raw, Format::Csv), ["conf/site-7/page.conf.j2\"\""]);
        assert!(spellings(raw, Format::Text).contains(&raw.to_owned()));
        // A text without signs of a format is the same in each.
        for format in Format::ALL {
            assert_eq!(spellings("Gx7tRq29vLmQ", format)[0], "Gx7tRq29vLmQ");
        }
    }
}
