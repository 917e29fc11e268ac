//! Takes secret values out of everything that a reporter may print.
//!
//! Two ways together: by value (a SAST finding beside a leaked token quotes it; a message does), and by place (a snippet
//! that shows a part of a long key, whose part is no known value). The number of stars does not tell the length.
//!
//! A password that is a plain word (`secret`, `12345`) stands in many texts without being one: it is sought by value in
//! what is quoted from code only, never in what we say ourselves; a short one in its own file only, and as a word by itself.

use std::collections::{BTreeMap, BTreeSet};

use crate::literals;
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use firedoor_core::{Evidence, Finding, Identity, JudgedFinding, Location, Notice, RepoPath, Snippet, Span};

/// Shorter values are masked at their place only: a word of three letters stands everywhere.
const MIN_BY_VALUE: usize = 5;
const STARS: &str = "********";

/// The automaton knows this many bytes of a value, the rest is compared where they stand: states for whole private keys
/// would take megabytes.
const SOUGHT: usize = 32;

/// Plain words of this length are sought in what is quoted from any file, and in their own one as parts of words, too.
const LONG_PLAIN: usize = 8;
/// Longer values are no plain words.
const MAX_PLAIN: usize = 24;

/// The secrets of a run.
pub(crate) struct Masker {
    /// By the beginnings of `values`, one pattern each.
    beginnings: Option<AhoCorasick>,
    values: Vec<Value>,
    /// By file: span of the value in the file, first and last line, mask.
    places: BTreeMap<RepoPath, Vec<Place>>,
}

struct Value {
    bytes: Vec<u8>,
    mask: String,
    /// For plain words: the files that they are sought in.
    paths: Option<BTreeSet<RepoPath>>,
}

/// Whether a value is of one sort of characters, as words and numbers are.
fn is_plain(value: &[u8]) -> bool {
    let is_word = |c: &u8| c.is_ascii_alphabetic() || matches!(c, b'-' | b'_' | b'.' | b' ');
    value.len() < MAX_PLAIN && (value.iter().all(is_word) || value.iter().all(u8::is_ascii_digit))
}

struct Place {
    origin: firedoor_core::Origin,
    span: Span,
    lines: (u32, u32),
    mask: String,
}

impl Masker {
    pub(crate) fn new<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut values: BTreeMap<Vec<u8>, Value> = BTreeMap::new();
        let mut places: BTreeMap<RepoPath, Vec<Place>> = BTreeMap::new();
        for finding in findings {
            for (location, range) in literals::told(finding) {
                let bytes = location.snippet.text.as_bytes().get(range.clone()).unwrap_or_default();
                if bytes.len() >= MIN_BY_VALUE {
                    // It may be no secret at all: what other files say stays.
                    let own = values.entry(bytes.to_vec()).or_insert_with(|| Value {
                        bytes: bytes.to_vec(),
                        mask: STARS.to_owned(),
                        paths: Some(BTreeSet::new()),
                    });
                    if let Some(paths) = &mut own.paths {
                        paths.insert(location.path.clone());
                    }
                }
                places.entry(location.path.clone()).or_default().push(Place {
                    origin: location.origin.clone(),
                    span: literals::in_file(location, &range),
                    lines: (location.region.start_line, location.region.end_line),
                    mask: STARS.to_owned(),
                });
            }
            let mut known = Vec::new();
            if let Identity::Secret { value } = &finding.identity {
                known.push(value);
            }
            if let Evidence::Secret { value, .. } = &finding.evidence {
                known.push(value);
            }
            let Some(first) = known.first() else { continue };
            let mask = first.masked();
            for value in &known {
                let mut add = |bytes: &[u8]| {
                    if bytes.len() >= MIN_BY_VALUE {
                        let own = values.entry(bytes.to_vec()).or_insert_with(|| Value {
                            bytes: bytes.to_vec(),
                            mask: value.masked(),
                            paths: is_plain(bytes).then(BTreeSet::new),
                        });
                        if !is_plain(bytes) {
                            own.paths = None;
                        }
                        if let Some(paths) = &mut own.paths {
                            let places = std::iter::once(&finding.location).chain(&finding.related);
                            paths.extend(places.map(|l| l.path.clone()));
                        }
                    }
                };
                add(value.expose());
                // A key of several lines is quoted line by line, or with its line ends written as `\n`.
                for line in value.expose().split(|b| *b == b'\n' || *b == b'\r').filter(|l| l.len() >= 24) {
                    add(line);
                }
            }
            // Related places of a secret are those where it stands once more.
            for location in std::iter::once(&finding.location).chain(&finding.related) {
                places.entry(location.path.clone()).or_default().push(Place {
                    origin: location.origin.clone(),
                    span: value_span(location, first.expose()),
                    lines: (location.region.start_line, location.region.end_line),
                    mask: mask.clone(),
                });
            }
        }
        let values: Vec<Value> = values.into_values().collect();
        let patterns = values.iter().map(|value| value.bytes.get(..SOUGHT).unwrap_or(&value.bytes));
        // Few short texts are searched: the smallest automaton will do.
        let kind = Some(AhoCorasickKind::ContiguousNFA);
        let beginnings = (!values.is_empty())
            .then(|| AhoCorasick::builder().kind(kind).match_kind(MatchKind::Standard).build(patterns).ok())
            .flatten();
        Self { beginnings, values, places }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The finding, and what was decided about it: a reason may quote what it excuses.
    pub(crate) fn judged(&self, judged: &mut JudgedFinding) {
        self.finding(&mut judged.finding);
        self.text(&mut judged.why, None);
        for s in &mut judged.suppressions {
            s.reason.iter_mut().chain(&mut s.owner).for_each(|t| self.text(t, None));
        }
    }

    pub(crate) fn finding(&self, finding: &mut Finding) {
        if self.is_empty() {
            return;
        }
        let is_secret = matches!(finding.evidence, Evidence::Secret { .. });
        // What is said of a secret does not quote it.
        let path = (!is_secret).then(|| finding.location.path.clone());
        let path = path.as_ref();
        self.text(&mut finding.message, path);
        if is_secret {
            // Lines beside a secret often hold more of them, which nobody may know yet: they are not quoted.
            std::iter::once(&mut finding.location).chain(&mut finding.related).for_each(own_lines);
        }
        self.location(&mut finding.location);
        finding.related.iter_mut().for_each(|l| self.location(l));
        if is_secret {
            std::iter::once(&mut finding.location).chain(&mut finding.related).for_each(beside);
        }
        finding.traces.iter_mut().flat_map(|t| &mut t.steps).for_each(|s| self.location(&mut s.location));
        finding.properties.values_mut().for_each(|v| self.text(v, path));
        match &mut finding.evidence {
            Evidence::Code { metavariables } => metavariables.values_mut().for_each(|v| self.text(v, path)),
            Evidence::Secret { reasons, .. } => reasons.iter_mut().for_each(|r| self.text(r, path)),
            Evidence::Dependency { .. } | Evidence::None => {}
        }
        // A fix whose text holds a secret cannot be printed, and with stars in it it must not be applied.
        finding.fixes.retain(|fix| !fix.edits.iter().any(|edit| self.holds_secret(&edit.replacement, path)));
        finding.fixes.iter_mut().for_each(|fix| self.text(&mut fix.description, path));
    }

    pub(crate) fn notice(&self, notice: &mut Notice) {
        self.text(&mut notice.message, None);
    }

    fn holds_secret(&self, text: &str, path: Option<&RepoPath>) -> bool {
        self.found(text, path).next().is_some()
    }

    /// Where values stand in a text: start, end, mask. The path is that of the file that the text quotes, if it does.
    fn found<'a>(&'a self, text: &'a str, path: Option<&'a RepoPath>) -> impl Iterator<Item = (usize, usize, &'a str)> {
        let beginnings = self.beginnings.iter().flat_map(move |b| b.find_overlapping_iter(text));
        beginnings.filter_map(move |m| {
            let value = self.values.get(m.pattern().as_usize())?;
            let bytes = text.as_bytes();
            let end = m.start() + value.bytes.len();
            let goes_on = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
            let alone = || !goes_on(m.start().checked_sub(1)) && !goes_on(Some(end));
            let long = value.bytes.len() >= LONG_PLAIN;
            let stands = bytes.get(m.start()..)?.starts_with(&value.bytes)
                && match (&value.paths, path) {
                    (None, _) => true,
                    (Some(paths), Some(path)) if paths.contains(path) => long || alone(),
                    (Some(_), Some(_)) => long && alone(),
                    (Some(_), None) => false,
                };
            stands.then_some((m.start(), end, value.mask.as_str()))
        })
    }

    fn by_value<'a>(&'a self, text: &'a str, path: Option<&'a RepoPath>) -> Vec<(usize, usize, &'a str)> {
        self.found(text, path).collect()
    }

    fn text(&self, text: &mut String, path: Option<&RepoPath>) {
        let ranges = self.by_value(text, path);
        if !ranges.is_empty() {
            *text = replace(text, ranges, &mut Span::default());
        }
    }

    fn location(&self, location: &mut Location) {
        if let Some(message) = &mut location.message {
            self.text(message, None);
        }
        let mut ranges = self.by_value(&location.snippet.text, Some(&location.path));
        let first = location.snippet.first_line;
        let breaks = location.snippet.text.bytes().filter(|b| matches!(b, b'\n' | b'\r')).count();
        let last = first.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
        for place in self.places.get(&location.path).map_or(&[][..], Vec::as_slice) {
            if place.lines.0 <= last && first <= place.lines.1 && place.origin == location.origin {
                ranges.extend(by_place(place, &location.snippet));
            }
        }
        if !ranges.is_empty() {
            let mut highlight = location.snippet.highlight;
            location.snippet.text = replace(&location.snippet.text, ranges, &mut highlight);
            location.snippet.highlight = highlight;
            location.snippet.masked = true;
        }
    }
}

/// Where the value itself lies: a rule's match may be wider than the secret in it. A value that was decoded is not in
/// the text; then the whole match is hidden.
fn value_span(location: &Location, value: &[u8]) -> Span {
    let highlight = location.snippet.text.as_bytes().get(location.snippet.highlight.range()).unwrap_or_default();
    let at = (!value.is_empty()).then(|| highlight.windows(value.len()).position(|w| w == value)).flatten();
    match at {
        Some(at) if !location.snippet.text.contains('\u{fffd}') => {
            let start = location.span.start as usize + at;
            Span::new(start, start + value.len())
        }
        _ => location.span,
    }
}

/// Words for what a secret is given to.
const NAMES: [&str; 9] = ["password", "passwd", "passphrase", "pass", "pwd", "secret", "token", "key", "community"];

/// Stars for what may be a second secret in a line that is quoted for the first one, found or not: a word in which letters
/// and digits take turns as in no name, and one with digits behind a word for a secret, `password 0 summer77`.
fn beside(location: &mut Location) {
    let text = &location.snippet.text;
    let mut ranges = Vec::new();
    let mut named = 0;
    let mut at = 0;
    let cuts = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '!' | '#' | '$' | '%' | '^' | '~' | '_'));
    for word in text.split_inclusive(cuts) {
        let word = word.trim_end_matches(cuts);
        let start = at;
        // All the signs behind a word are one character each of `split_inclusive`.
        at += word.len();
        at += text.get(at..).and_then(|rest| rest.chars().next()).filter(|c| cuts(*c)).map_or(0, char::len_utf8);
        if word.is_empty() {
            continue;
        }
        let bytes = word.as_bytes();
        let mixed = bytes.iter().any(u8::is_ascii_digit) && bytes.iter().any(u8::is_ascii_alphabetic);
        let turns = bytes.windows(2).filter(|w| w[0].is_ascii_digit() != w[1].is_ascii_digit()).count();
        if mixed && (word.len() >= 8 && turns >= 3 || named > 0 && word.len() >= 5) {
            ranges.push((start, start + word.len(), STARS));
        }
        let lower = word.to_ascii_lowercase();
        let is_name = NAMES.iter().any(|name| lower.ends_with(name));
        // `password 0 …`, `password is …`.
        let leads = word == "is" || word.len() <= 2 && bytes.iter().all(u8::is_ascii_digit);
        named = if is_name { 2 } else { usize::from(named == 2 && leads) };
    }
    if !ranges.is_empty() {
        let mut highlight = location.snippet.highlight;
        location.snippet.text = replace(&location.snippet.text, ranges, &mut highlight);
        location.snippet.highlight = highlight;
        location.snippet.masked = true;
    }
}

/// The part of a snippet that shows a place.
fn by_place<'a>(place: &'a Place, snippet: &Snippet) -> Option<(usize, usize, &'a str)> {
    let text = &snippet.text;
    if text.contains('\u{fffd}') {
        // Offsets in the file do not carry over: hide whole lines.
        let mut start = None;
        let mut end = 0;
        let mut at = 0;
        for (line, content) in (snippet.first_line..).zip(text.split_inclusive('\n')) {
            if (place.lines.0..=place.lines.1).contains(&line) {
                start.get_or_insert(at);
                end = at + content.trim_end_matches(['\n', '\r']).len();
            }
            at += content.len();
        }
        return start.map(|start| (start, end, STARS));
    }
    let offset = snippet.offset as usize;
    let mut from = (place.span.start as usize).max(offset) - offset;
    let mut to = (place.span.end as usize).min(offset + text.len()).checked_sub(offset)?;
    if from >= to {
        return None;
    }
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    while !text.is_char_boundary(to) {
        to += 1;
    }
    let whole = from + offset == place.span.start as usize;
    Some((from, to, if whole { &place.mask } else { STARS }))
}

/// Cuts a snippet to the lines of its match.
fn own_lines(location: &mut Location) {
    let snippet = &mut location.snippet;
    let text = &snippet.text;
    let is_break = |c: char| matches!(c, '\n' | '\r');
    let range = snippet.highlight.range();
    let (Some(before), Some(inside)) = (text.get(..range.start), text.get(range.clone())) else { return };
    let start = before.rfind(is_break).map_or(0, |at| at + 1);
    let last = range.start + inside.trim_end_matches(is_break).len();
    let end = text.get(last..).and_then(|rest| rest.find(is_break)).map_or(text.len(), |at| last + at);
    let gone = text.get(..start).unwrap_or_default().as_bytes();
    let breaks = gone.iter().enumerate().filter(|(i, b)| match b {
        b'\n' => true,
        b'\r' => gone.get(i + 1) != Some(&b'\n'),
        _ => false,
    });
    snippet.first_line = snippet.first_line.saturating_add(u32::try_from(breaks.count()).unwrap_or(u32::MAX));
    let cut = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
    snippet.offset = if text.contains('\u{fffd}') {
        // Replaced bytes took more room or less in the file.
        location.span.start.saturating_sub(cut(range.start - start))
    } else {
        snippet.offset.saturating_add(cut(start))
    };
    snippet.highlight = Span::new(range.start - start, range.end.min(end).max(range.start) - start);
    snippet.text = text.get(start..end).unwrap_or_default().to_owned();
}

/// Replaces ranges, those that overlap together by the mask of the first, and moves a highlight along.
fn replace(text: &str, mut ranges: Vec<(usize, usize, &str)>, highlight: &mut Span) -> String {
    // The longest first among those that begin together.
    ranges.sort_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
    let mut merged: Vec<(usize, usize, &str)> = Vec::new();
    for (start, end, mask) in ranges {
        match merged.last_mut() {
            Some(last) if start < last.1 => last.1 = last.1.max(end),
            _ => merged.push((start, end, mask)),
        }
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    let (from, to) = (highlight.start as usize, highlight.end as usize);
    let (mut new_from, mut new_to) = (None, None);
    for (start, end, mask) in &merged {
        if from < *end {
            new_from.get_or_insert(if from <= *start {
                out.len() + from.saturating_sub(at)
            } else {
                out.len() + start - at
            });
        }
        if to <= *start {
            new_to.get_or_insert(out.len() + to.saturating_sub(at));
        }
        out.push_str(text.get(at..*start).unwrap_or_default());
        out.push_str(mask);
        at = *end;
        if to <= *end {
            new_to.get_or_insert(out.len());
        }
    }
    let new_from = new_from.unwrap_or_else(|| out.len() + from.saturating_sub(at));
    let new_to = new_to.unwrap_or_else(|| out.len() + to.saturating_sub(at));
    out.push_str(text.get(at..).unwrap_or_default());
    *highlight = Span::new(new_from.min(out.len()), new_to.min(out.len()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use firedoor_core::{Origin, SourceFile};

    #[test]
    fn lines_beside_a_secret_are_not_quoted() {
        for (text, line) in [
            ("one\ntwo\nkey = secret # x\nother\n", 3),
            ("one\r\n\r\nkey = secret # x\r\nother", 3),
            ("key = secret # x", 1),
            ("a\rkey = secret # x\rb", 2),
        ] {
            let file = SourceFile::new(RepoPath::new("a"), Origin::WorkTree, text.as_bytes().to_vec());
            let at = text.find("secret").expect("there");
            let mut location = Location::in_file(&file, Span::new(at, at + 6));
            own_lines(&mut location);
            let snippet = location.snippet;
            assert_eq!((snippet.text.as_str(), snippet.first_line), ("key = secret # x", line), "{text:?}");
            assert_eq!(snippet.text.get(snippet.highlight.range()), Some("secret"));
            assert_eq!(snippet.offset as usize, text.find("key").expect("there"));
        }
        // A match that takes its line's end, and one of several lines.
        let text = "a\nBEGIN\nxyz\nEND\nb\n";
        let file = SourceFile::new(RepoPath::new("a"), Origin::WorkTree, text.as_bytes().to_vec());
        for (from, to) in [(2, 15), (2, 16)] {
            let mut location = Location::in_file(&file, Span::new(from, to));
            own_lines(&mut location);
            assert_eq!(location.snippet.text, "BEGIN\nxyz\nEND");
        }
    }

    #[test]
    fn a_second_secret_of_a_line_is_not_quoted() {
        let quoted = |text: &str, secret: &str| {
            let file = SourceFile::new(RepoPath::new("a"), Origin::WorkTree, text.as_bytes().to_vec());
            let at = text.find(secret).expect("there");
            let mut location = Location::in_file(&file, Span::new(at, at + secret.len()));
            beside(&mut location);
            location.snippet
        };
        let one = quoted("username bob password 0 Gx7tRq29vL secret \u{2026}********", "********");
        assert_eq!(one.text, "username bob password 0 ******** secret \u{2026}********");
        assert_eq!(one.text.get(one.highlight.range()), Some("********"));
        assert_eq!(one.highlight.end as usize, one.text.len());
        for (text, shown) in [
            ("user ann pass summer77 key ********", "user ann pass ******** key ********"),
            ("//h/?token=abc12&x=1 ********", "//h/?token=********&x=1 ********"),
            (
                "let sha256 = utf8mb4(x, v2, \"HmacSHA256\"); ********",
                "let sha256 = utf8mb4(x, v2, \"HmacSHA256\"); ********",
            ),
            ("the password of user42 is ********", "the password of user42 is ********"),
        ] {
            assert_eq!(quoted(text, "********").text, shown);
        }
    }

    #[test]
    fn plain_words_are_sought_in_what_their_own_file_says() {
        let value = |text: &str| Value {
            bytes: text.as_bytes().to_vec(),
            mask: STARS.to_owned(),
            paths: is_plain(text.as_bytes()).then(|| [RepoPath::new("a")].into()),
        };
        let values = vec![value("secret"), value("hunter2"), value("swordfish")];
        let beginnings = AhoCorasick::new(values.iter().map(|v| &v.bytes)).ok();
        let masker = Masker { beginnings, values, places: BTreeMap::new() };
        let masked = |text: &str, path: Option<&str>| {
            let mut text = text.to_owned();
            masker.text(&mut text, path.map(RepoPath::new).as_ref());
            text
        };
        assert_eq!(masked("The same secret is hunter2.", None), "The same secret is ********.");
        assert_eq!(masked("f(\"secret\", secrets)", Some("a")), "f(\"********\", secrets)");
        assert_eq!(masked("f(\"secret\")", Some("b")), "f(\"secret\")");
        assert_eq!(masked("mysql -pswordfish", Some("a")), "mysql -p********");
        assert_eq!(masked("f(\"swordfish\", swordfishes)", Some("b")), "f(\"********\", swordfishes)");
        assert_eq!(masked("a swordfish", None), "a swordfish");
        assert!(is_plain(b"12345") && !is_plain(b"pass1") && !is_plain(b"a!b") && !is_plain(&[b'a'; 30]));
    }
}
