//! Secrets out of every text.
//!
//! An engine that knows nothing of secrets may quote one: a code finding's message interpolates a string literal, an
//! excerpt shows the line above. So after all engines are done, every secret that was found is replaced in every text
//! of every finding and notice: by place (the spans where it stands) and by value (wherever else it is quoted).

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use firedoor_core::{Evidence, Finding, Fix, Identity, Location, Notice, Origin, RepoPath, Snippet, Span};

const STARS: &str = "********";
/// Shorter values are masked by place only: replacing every `abc` would garble all text.
const MIN_VALUE: usize = 5;

/// Masks all secrets of `findings` in `findings` and `notices`.
pub fn mask(findings: &mut [Finding], notices: &mut [Notice]) {
    let masker = Masker::new(findings);
    for finding in findings {
        masker.finding(finding);
    }
    for notice in notices {
        masker.text(&mut notice.message);
    }
}

type Places = BTreeMap<(RepoPath, Origin), Vec<(Span, String)>>;

struct Masker {
    places: Places,
    values: Option<AhoCorasick>,
    shown: Vec<String>,
}

impl Masker {
    fn new(findings: &[Finding]) -> Self {
        let mut places = Places::new();
        let mut values: BTreeMap<Vec<u8>, String> = BTreeMap::new();
        for finding in findings {
            let Evidence::Secret { value, .. } = &finding.evidence else { continue };
            let masked = value.masked();
            for location in std::iter::once(&finding.location).chain(&finding.related) {
                let key = (location.path.clone(), location.origin.clone());
                places.entry(key).or_default().push((location.span, masked.clone()));
            }
            let mut add = |bytes: &[u8]| {
                if bytes.len() >= MIN_VALUE {
                    values.entry(bytes.to_vec()).or_insert_with(|| masked.clone());
                }
            };
            add(value.expose());
            // A value of several lines (a private key) is quoted line by line.
            if memchr::memchr(b'\n', value.expose()).is_some() {
                value.expose().split(|b| *b == b'\n').map(<[u8]>::trim_ascii).filter(|l| l.len() >= 16).for_each(add);
            }
        }
        for spans in places.values_mut() {
            spans.sort();
            spans.dedup();
        }
        let (patterns, shown): (Vec<_>, Vec<_>) = values.into_iter().unzip();
        // An automaton of many long values can only fail to build by its size; places are still masked then.
        let values = (!patterns.is_empty())
            .then(|| AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&patterns).ok())
            .flatten();
        Self { places, values, shown }
    }

    fn finding(&self, finding: &mut Finding) {
        self.text(&mut finding.message);
        self.location(&mut finding.location);
        finding.related.iter_mut().for_each(|l| self.location(l));
        for step in finding.traces.iter_mut().flat_map(|t| &mut t.steps) {
            self.location(&mut step.location);
        }
        if let Evidence::Code { metavariables } = &mut finding.evidence {
            metavariables.values_mut().for_each(|v| self.text(v));
        }
        if let Evidence::Secret { reasons, .. } = &mut finding.evidence {
            reasons.iter_mut().for_each(|r| self.text(r));
        }
        if let Identity::Code { context } = &mut finding.identity {
            self.text(context);
        }
        finding.properties.values_mut().for_each(|v| self.text(v));
        // A fix that quotes a secret cannot be shown, and masked it would be wrong.
        finding.fixes.retain(|fix| !self.quotes(fix));
    }

    fn quotes(&self, fix: &Fix) -> bool {
        let Some(values) = &self.values else { return false };
        fix.edits.iter().any(|e| values.is_match(&e.replacement)) || values.is_match(&fix.description)
    }

    fn location(&self, location: &mut Location) {
        if let Some(message) = &mut location.message {
            self.text(message);
        }
        if let Some(spans) = self.places.get(&(location.path.clone(), location.origin.clone())) {
            mask_spans(&mut location.snippet, spans);
        }
        self.snippet(&mut location.snippet);
    }

    fn text(&self, text: &mut String) {
        if let Some(values) = &self.values
            && values.is_match(text.as_str())
        {
            *text = values.replace_all(text, &self.shown);
        }
    }

    fn snippet(&self, snippet: &mut Snippet) {
        let Some(values) = &self.values else { return };
        let found: Vec<_> = values
            .find_iter(&snippet.text)
            .map(|m| (Span::new(m.start(), m.end()), self.shown[m.pattern().as_usize()].clone()))
            .collect();
        replace(snippet, &found);
    }
}

/// Replaces spans given in bytes of the file.
fn mask_spans(snippet: &mut Snippet, spans: &[(Span, String)]) {
    // An excerpt with replaced bytes is longer than what it shows; offsets are right up to the first such byte, and
    // what is behind it is masked by value.
    let (start, len) = (snippet.offset as usize, snippet.text.len());
    let local: Vec<_> = spans
        .iter()
        .filter(|(s, _)| (s.start as usize) < start + len && s.end as usize > start)
        .map(|(s, shown)| {
            let from = (s.start as usize).saturating_sub(start);
            let shown = if (s.start as usize) < start { STARS.to_owned() } else { shown.clone() };
            (Span::new(from, (s.end as usize - start).min(len)), shown)
        })
        .collect();
    replace(snippet, &local);
}

/// Replaces sorted spans of the snippet's text and moves the highlight along; overlapping spans are taken as one.
fn replace(snippet: &mut Snippet, spans: &[(Span, String)]) {
    if spans.is_empty() {
        return;
    }
    let old = std::mem::take(&mut snippet.text);
    let mut new = String::with_capacity(old.len() + STARS.len() * spans.len());
    let mut cuts: Vec<Cut> = Vec::with_capacity(spans.len());
    let mut at = 0;
    for (span, shown) in spans {
        let from = floor(&old, span.start as usize).max(at);
        let to = ceil(&old, span.end as usize);
        if to <= from {
            continue;
        }
        new.push_str(&old[at..from]);
        let start = new.len();
        new.push_str(shown);
        cuts.push(Cut { old: from..to, new: start..new.len() });
        at = to;
    }
    new.push_str(&old[at..]);
    let start = moved(&cuts, snippet.highlight.start as usize, false);
    let end = moved(&cuts, snippet.highlight.end as usize, true);
    snippet.highlight = Span::new(floor(&new, start), ceil(&new, end));
    snippet.text = new;
    snippet.masked = true;
}

/// A replaced part, before and after.
struct Cut {
    old: Range<usize>,
    new: Range<usize>,
}

/// Where the offset `at` of the old text lies in the new one; inside a replaced part, its start or its end.
fn moved(cuts: &[Cut], at: usize, to_end: bool) -> usize {
    let before = cuts.partition_point(|c| c.old.end <= at);
    match cuts.get(before) {
        Some(c) if at > c.old.start => {
            if to_end {
                c.new.end
            } else {
                c.new.start
            }
        }
        _ => match before.checked_sub(1).and_then(|i| cuts.get(i)) {
            Some(c) => at - c.old.end + c.new.end,
            None => at,
        },
    }
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn ceil(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use firedoor_core::{EngineId, Rule, SecretValue, Severity, SourceFile, Validity};

    use super::*;

    const SECRET: &str = "s3cr3t-value-0815";

    fn secret(file: &SourceFile, value: &str) -> Finding {
        let at = String::from_utf8_lossy(file.bytes()).find(value).expect("it is there");
        let rule = Arc::new(Rule::new(EngineId::Secrets, "password", "Password", Severity::High));
        let mut finding = Finding::new(&rule, file, Span::new(at, at + value.len()), "A password.");
        let value = SecretValue::new(value.as_bytes(), 0);
        finding.identity = Identity::Secret { value: value.clone() };
        finding.evidence = Evidence::Secret { value, validity: Validity::Unknown, reasons: Vec::new() };
        finding
    }

    #[test]
    fn no_text_of_any_finding_keeps_the_secret() {
        let text = format!("a = 1\npassword = \"{SECRET}\"  # é\nprint(password)\nlog('{SECRET}')\n");
        let file = SourceFile::new("a.py".into(), Origin::WorkTree, text.clone().into_bytes());
        let rule = Arc::new(Rule::new(EngineId::Sast, "print", "Print", Severity::Low));
        let at = text.find("print").expect("there");
        let mut code = Finding::new(&rule, &file, Span::new(at, at + 5), format!("Prints `{SECRET}`."));
        code.evidence = Evidence::Code { metavariables: [("$X".to_owned(), format!("'{SECRET}'"))].into() };
        code.related.push(Location::in_file(&file, Span::new(0, text.len())).with_message(format!("see {SECRET}")));
        let mut all = vec![secret(&file, SECRET), code];
        let mut notices = vec![Notice::note("x", format!("odd line: {SECRET}"))];
        mask(&mut all, &mut notices);
        let dump = format!("{all:?}{notices:?}");
        assert!(!dump.contains(SECRET), "{dump}");
        let shown = &all[0].location.snippet;
        assert_eq!(&shown.text[shown.highlight.range()], STARS);
        let print = &all[1].location.snippet;
        assert_eq!(&print.text[print.highlight.range()], "print");
        assert!(print.masked);
    }

    #[test]
    fn short_values_are_masked_where_they_stand_only() {
        let file = SourceFile::new("a".into(), Origin::WorkTree, b"pw=abc\nabc = 1\n".to_vec());
        let mut all = vec![secret(&file, "abc")];
        mask(&mut all, &mut []);
        assert_eq!(all[0].location.snippet.text, "pw=********\nabc = 1");
    }
}
