//! What several formats share: counts, the order of importance, addresses of rule pages, and the texts of a rule.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use firedoor_core::{
    BaselineState, EngineId, JudgedFinding, Location, RepoPath, Rule, RuleOrigin, RunReport, Severity,
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

use crate::plain;

/// The project's page.
pub(crate) const INFORMATION_URI: &str = "https://github.com/firedoor/firedoor";
/// Where the rules' pages are.
const RULE_PAGES: &str = "https://github.com/firedoor/firedoor/blob/main/docs/rules";

/// Everything but RFC 3986's unreserved characters.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Numbers that every summary shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) findings: usize,
    pub(crate) active: usize,
    pub(crate) blocking: usize,
    pub(crate) suppressed: usize,
    pub(crate) new: usize,
    pub(crate) existing: usize,
    pub(crate) absent: usize,
}

impl Counts {
    pub(crate) fn of(report: &RunReport) -> Self {
        let mut c = Self { findings: report.findings.len(), absent: report.absent.len(), ..Self::default() };
        for f in &report.findings {
            c.blocking += usize::from(f.blocking);
            if f.is_suppressed() {
                c.suppressed += 1;
                continue;
            }
            c.active += 1;
            match f.state {
                Some(BaselineState::New) => c.new += 1,
                Some(BaselineState::Unchanged) => c.existing += 1,
                Some(BaselineState::Absent) | None => {}
            }
        }
        c
    }
}

/// How many of `findings` have each severity, gravest first.
pub(crate) fn by_severity<'a>(findings: impl Iterator<Item = &'a JudgedFinding>) -> [(Severity, usize); 5] {
    let mut out = [Severity::Critical, Severity::High, Severity::Medium, Severity::Low, Severity::Info].map(|s| (s, 0));
    for f in findings {
        out[4 - f.finding.severity as usize].1 += 1;
    }
    out
}

/// `2 critical, 1 high`; empty where there is nothing.
pub(crate) fn severity_words(counts: &[(Severity, usize)]) -> String {
    let mut out = String::new();
    for (severity, n) in counts.iter().filter(|(_, n)| *n > 0) {
        let _ = write!(out, "{}{n} {severity}", if out.is_empty() { "" } else { ", " });
    }
    out
}

/// The findings that count, most important first: blocking before the rest, new before old, then severity, confidence,
/// and the report's own order.
pub(crate) fn by_importance<'a>(findings: impl Iterator<Item = &'a JudgedFinding>) -> Vec<&'a JudgedFinding> {
    let mut out: Vec<_> = findings.collect();
    out.sort_by_key(|f| importance(f));
    out
}

/// The key by which [`by_importance`] sorts; smaller is more important.
pub(crate) fn importance(f: &JudgedFinding) -> impl Ord + use<> {
    (
        Reverse(f.blocking),
        f.state == Some(BaselineState::Unchanged),
        Reverse(f.finding.severity),
        // What the project uses comes first, what was not looked for stands between.
        match f.finding.properties.get("reachability").map(String::as_str) {
            Some("reachable") => 0,
            None => 1,
            Some("not imported") => 3,
            Some(_) => 2,
        },
        Reverse(f.finding.confidence),
    )
}

/// The upgrades that the findings that count ask for.
pub(crate) fn upgrades(report: &RunReport) -> Vec<firedoor_core::Upgrade> {
    firedoor_core::upgrades(report.active().map(|f| &f.finding))
}

/// Whether the project uses what the advisory names, in words; `None` where that was not looked for.
pub(crate) fn reachability(f: &firedoor_core::Finding) -> Option<String> {
    let word = f.properties.get("reachability")?;
    Some(plain::line(&match f.properties.get("reachable-at") {
        Some(place) => format!("{word}: {place}"),
        None => word.clone(),
    }))
}

/// What was suppressed, by form, owner, reason and end, with how often: `2 × nosec, nobody named: no reason given`.
/// Sorted by the words.
pub(crate) fn suppressed_words<'a>(findings: impl Iterator<Item = &'a JudgedFinding>) -> Vec<String> {
    let mut groups: BTreeMap<String, usize> = BTreeMap::new();
    for s in findings.flat_map(|f| &f.suppressions) {
        let who = s.owner.as_deref().unwrap_or("nobody named");
        let why = s.reason.as_deref().unwrap_or("no reason given");
        let until = s.until.as_deref().map(|u| format!(", until {u}")).unwrap_or_default();
        *groups.entry(plain::line(&format!("{}, {who}: {why}{until}", s.form))).or_default() += 1;
    }
    groups.iter().map(|(what, n)| format!("{} × {}", plain::thousands(*n), plain::shorten(what, 300))).collect()
}

/// The numbers behind the first one of every summary: `3 blocking`, `1 new`, …; nothing where there is nothing.
pub(crate) fn count_words(c: &Counts) -> Vec<String> {
    [
        (c.blocking, "blocking"),
        (c.new, "new"),
        (c.existing, "existing"),
        (c.absent, "fixed since the baseline"),
        (c.suppressed, "suppressed"),
    ]
    .into_iter()
    .filter(|(n, _)| *n > 0)
    .map(|(n, what)| format!("{} {what}", plain::thousands(n)))
    .collect()
}

/// What an engine did, as the cells of a table: name, files, packages, rules, database.
pub(crate) fn engine_cells(e: &firedoor_core::EngineSummary) -> [String; 5] {
    let database =
        e.database.as_ref().map(|d| format!("{} ({}, {})", d.date, d.source, plain::count(d.advisories, "advisory")));
    [
        e.engine.to_string(),
        plain::thousands(e.files),
        e.packages.map(plain::thousands).unwrap_or_default(),
        plain::thousands(e.rules),
        plain::line(&database.unwrap_or_default()),
    ]
}

/// `new`, `existing`, or nothing where there was nothing to compare with.
pub(crate) fn state_word(state: Option<BaselineState>) -> Option<&'static str> {
    Some(match state? {
        BaselineState::New => "new",
        BaselineState::Unchanged => "existing",
        BaselineState::Absent => "fixed",
    })
}

/// The path as a person at the working directory would write it.
pub(crate) fn display_path<'a>(report: &RunReport, path: &'a RepoPath) -> Cow<'a, str> {
    let root = report.display_root.trim_end_matches('/');
    if root.is_empty() || root == "." { Cow::Borrowed(path.as_str()) } else { Cow::Owned(format!("{root}/{path}")) }
}

/// The path as a relative URI reference (RFC 3986): every byte that is not unreserved is percent-encoded, also those
/// that are not UTF-8, so that the URI names the real file.
pub(crate) fn uri(path: &RepoPath) -> String {
    path.as_bytes()
        .split(|b| *b == b'/')
        .map(|segment| percent_encode(segment, SEGMENT).to_string())
        .collect::<Vec<_>>()
        .join("/")
}

/// Whether a text is the address of a page: a scheme alone is none.
pub(crate) fn is_web_address(text: &str) -> bool {
    let behind = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    behind.is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '['))
}

/// The page of a rule; never empty.
pub(crate) fn rule_page(rule: &Rule) -> String {
    let https = |u: &&String| {
        is_web_address(u)
            && u.starts_with("https://")
            && u.bytes().all(|b| b.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&b))
    };
    if let Some(page) = rule.help_uri.as_ref().filter(https) {
        return page.clone();
    }
    let id = percent_encode(rule.id.as_str().as_bytes(), SEGMENT);
    match (&rule.origin, rule.engine) {
        (RuleOrigin::Derived, EngineId::Sca) => format!("https://osv.dev/vulnerability/{id}"),
        (RuleOrigin::File(..), _) => match rule.references.iter().find(https) {
            Some(page) => page.clone(),
            None => format!("{RULE_PAGES}/README.md"),
        },
        // One page for each provider, with a heading for each of its rules: they share where and how to revoke.
        (RuleOrigin::Builtin(path), EngineId::Secrets) => {
            let provider = path.trim_start_matches("secrets/").trim_end_matches(".toml");
            let provider = percent_encode(provider.as_bytes(), SEGMENT);
            format!("{RULE_PAGES}/secrets/{provider}.md#{id}")
        }
        _ => format!("{RULE_PAGES}/{}/{id}.md", rule.engine),
    }
}

/// `CWE-89`, ….
pub(crate) fn cwe_words(rule: &Rule) -> Vec<String> {
    rule.cwe.iter().map(|n| format!("CWE-{n}")).collect()
}

/// The matched text of a location where it may be shown: not for secrets, not where it was masked or cut.
pub(crate) fn matched_text(engine: EngineId, location: &Location) -> Option<&str> {
    if engine == EngineId::Secrets {
        return None;
    }
    let text = location.snippet.text.get(location.snippet.highlight.range())?;
    let exact = text.len() == location.span.len() && !text.contains("****") && !text.contains('\u{fffd}');
    exact.then(|| text.trim_end_matches(['\r', '\n'])).filter(|t| !t.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scheme_alone_is_no_address() {
        assert!(is_web_address("https://a.example/x") && is_web_address("http://[::1]/"));
        assert!(!is_web_address("https://") && !is_web_address("ftp://a.example") && !is_web_address("https:// a"));
    }

    #[test]
    fn paths_become_uris_byte_by_byte() {
        assert_eq!(uri(&RepoPath::new("a b/50%/é#?.py")), "a%20b/50%25/%C3%A9%23%3F.py");
        assert_eq!(uri(&RepoPath::from_bytes(b"caf\xe9:1.txt")), "caf%E9%3A1.txt");
    }

    #[test]
    fn every_rule_has_a_page() {
        let mut rule = Rule::new(EngineId::Sca, "GHSA-x", "T", Severity::High);
        assert_eq!(rule_page(&rule), "https://osv.dev/vulnerability/GHSA-x");
        rule.origin = RuleOrigin::File("r.yaml".into(), 1);
        assert!(rule_page(&rule).ends_with("README.md"));
        rule.help_uri = Some("javascript:alert(1)".into());
        assert!(rule_page(&rule).starts_with("https://"));
        let mut rule = Rule::new(EngineId::Secrets, "acme-api-key", "T", Severity::High);
        rule.origin = RuleOrigin::Builtin("secrets/acme.toml".into());
        assert!(rule_page(&rule).ends_with("docs/rules/secrets/acme.md#acme-api-key"));
        let mut rule = Rule::new(EngineId::Sast, "shell", "T", Severity::High);
        rule.origin = RuleOrigin::Builtin("sast/python/shell.yaml".into());
        assert!(rule_page(&rule).ends_with("docs/rules/sast/shell.md"));
    }
}
