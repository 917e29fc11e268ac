//! Running the rules' regexes where their keywords are: in windows where that is exact, otherwise over the whole file.

use std::ops::Range;

use firedoor_core::{Confidence, Origin, Validity};
use regex_automata::{Anchored, Input};

use super::focus::Focus;
use super::keywords::Seen;
use super::{Hit, RuleRef, entropy};
use crate::context::url;
use crate::context::value::{self, Shape};
use crate::dialect::allowlist::Subject;
use crate::dialect::file::Prefix;
use crate::dialect::{RuleSet, SecretRule};

/// Most matches of one rule in one file; more of them are a generated file, not secrets.
const MAX_MATCHES: usize = 1_000;
/// The same for a user's rule.
const MAX_USER_MATCHES: usize = 20_000;

/// What a file is called and where it comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) path: &'a str,
    pub(crate) origin: &'a Origin,
}

/// A text, and whether patterns read it by characters.
#[derive(Clone, Copy)]
struct Haystack<'a> {
    bytes: &'a [u8],
    valid: bool,
}

/// Whose rules run on a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    All,
    Pack,
    User,
}

impl Which {
    fn includes(self, rule: &SecretRule) -> bool {
        match self {
            Self::All => true,
            Self::Pack => rule.builtin,
            Self::User => !rule.builtin,
        }
    }
}

/// Runs every rule whose keyword was seen, and those without keywords.
#[allow(clippy::too_many_arguments, reason = "each is another thing, and all are asked for once")]
pub(crate) fn run_rules(
    set: &RuleSet,
    which: Which,
    always: &[usize],
    place: Place<'_>,
    bytes: &[u8],
    focus: &Focus,
    seen: &mut Seen,
    out: &mut Vec<Hit>,
) {
    let first = out.len();
    let mut windows: Vec<Range<usize>> = Vec::new();
    // Rules of the pack read bytes; in a user's rules a dot is a character, as in Go.
    let valid = set.counts_characters && std::str::from_utf8(bytes).is_ok();
    let text = Haystack { bytes, valid };
    let mut ran: Vec<usize> = Vec::new();
    for (index, group) in seen.rules() {
        let Some(rule) = set.rules.get(index).filter(|r| which.includes(r)) else { continue };
        if set.composite {
            ran.push(index);
        }
        if !fits_path(rule, place.path) {
            continue;
        }
        let Some(pattern) = &rule.regex else { continue };
        windows.clear();
        match pattern.outline_for(valid).window {
            Some(reach) => {
                for &(start, end) in group {
                    let from = (start as usize).saturating_sub(reach);
                    let to = (end as usize + reach).min(bytes.len());
                    match windows.last_mut() {
                        Some(last) if from <= last.end => last.end = last.end.max(to),
                        _ => windows.push(from..to),
                    }
                }
            }
            None => windows.push(0..bytes.len()),
        }
        for window in windows.iter().filter(|w| focus.touches(w)) {
            run(set, rule, index, text, place, window.clone(), out);
        }
    }
    for &index in always {
        if let Some(rule) = set.rules.get(index).filter(|r| which.includes(r) && fits_path(r, place.path)) {
            run(set, rule, index, text, place, 0..bytes.len(), out);
        }
    }
    if set.composite {
        // A required rule is asked whether or not its keyword is there.
        let mut wanted: Vec<usize> = Vec::new();
        for hit in &out[first..] {
            if let RuleRef::Pattern(index) = hit.rule {
                wanted.extend(set.rules.get(index).iter().flat_map(|r| r.required.iter().map(|q| q.rule)));
            }
        }
        wanted.sort_unstable();
        wanted.dedup();
        for index in wanted.into_iter().filter(|i| !ran.contains(i) && !always.contains(i)) {
            if let Some(rule) = set.rules.get(index).filter(|r| fits_path(r, place.path)) {
                run(set, rule, index, text, place, 0..bytes.len(), out);
            }
        }
    }
}

fn fits_path(rule: &SecretRule, path: &str) -> bool {
    rule.path.as_ref().is_none_or(|p| p.is_match(path.as_bytes()))
        && !(rule.allowlists.iter().any(|a| a.allows_file(path, &Origin::WorkTree)))
}

fn run(
    set: &RuleSet,
    rule: &SecretRule,
    index: usize,
    text: Haystack<'_>,
    place: Place<'_>,
    window: Range<usize>,
    out: &mut Vec<Hit>,
) {
    let Haystack { bytes, valid } = text;
    let Some(pattern) = &rule.regex else { return };
    let needs = pattern.outline_for(valid).needs;
    if needs.is_some_and(|needs| !bytes.get(window.clone()).is_some_and(|text| needs.are_met(text))) {
        return;
    }
    let Some(compiled) = pattern.get_for(valid) else { return };
    compiled.regex.with_cache(|regex, cache| {
        let mut from = window.start;
        let mut captures = None;
        for _ in 0..if rule.builtin { MAX_MATCHES } else { MAX_USER_MATCHES } {
            if from > window.end {
                return;
            }
            let Some(found) = regex.search_with(cache, &Input::new(bytes).range(from..window.end)) else { return };
            from = if found.end() > found.start() { found.end() } else { found.end() + 1 };
            let matched = trim(bytes, found.range());
            if matched.is_empty() {
                continue;
            }
            let captures = captures.get_or_insert_with(|| regex.create_captures());
            let mut secret = matched.clone();
            if compiled.groups > 1 {
                // gitleaks asks for the groups in a second match, of the trimmed text alone; if that does not match, the
                // whole text is the secret.
                let (input, shift) = if rule.builtin {
                    (Input::new(bytes).range(found.start()..window.end).anchored(Anchored::Yes), 0)
                } else {
                    (Input::new(&bytes[matched.clone()]), matched.start)
                };
                regex.search_captures_with(cache, &input, captures);
                let first = || (1..compiled.groups).find_map(|g| captures.get_group(g).filter(|s| !s.is_empty()));
                let group = match rule.secret_group {
                    0 => first(),
                    // A rule of the pack may have one group in each of several alternatives.
                    g => captures.get_group(g).or_else(|| if rule.builtin { first() } else { None }),
                };
                if let Some(group) = group {
                    secret = group.start + shift..group.end + shift;
                } else if rule.secret_group != 0 && captures.is_match() {
                    continue;
                }
            }
            if let Some(mut hit) = accept(set, rule, index, place, bytes, matched, secret) {
                hit.begins = found.start();
                out.push(hit);
            }
        }
    });
}

/// What stands before the sum of a file.
const SUMS: &[&[u8]] = &[b"sha256=", b"sha512=", b"sha384=", b"sha1=", b"md5=", b"sha256-", b"sha512-", b"sha384-"];

/// Without line ends at either side, as gitleaks trims a match.
fn trim(bytes: &[u8], mut range: Range<usize>) -> Range<usize> {
    while range.start < range.end && matches!(bytes[range.start], b'\n') {
        range.start += 1;
    }
    while range.end > range.start && matches!(bytes[range.end - 1], b'\n') {
        range.end -= 1;
    }
    range
}

fn accept(
    set: &RuleSet,
    rule: &SecretRule,
    index: usize,
    place: Place<'_>,
    bytes: &[u8],
    matched: Range<usize>,
    secret: Range<usize>,
) -> Option<Hit> {
    let value = bytes.get(secret.clone())?;
    let mut reasons = vec![format!("matches the format of {}", rule.rule.id)];
    if rule.entropy > 0.0 {
        let bits = entropy::shannon(value);
        if bits <= rule.entropy {
            return None;
        }
        reasons.push(format!("entropy {bits:.1} is above {:.1}", rule.entropy));
    }
    // Lines of minified files have megabytes: they are looked for only where somebody asks for them.
    let asked = !rule.allowlists.is_empty()
        || !rule.expressions.is_empty()
        || !set.allowlists.is_empty()
        || !set.filters.is_empty();
    let mut line = if asked { line_around(bytes, &matched) } else { &[] };
    if asked && !rule.builtin {
        // gitleaks' line begins with the line end before it.
        if let Some(start) = memchr::memrchr(b'\n', &bytes[..matched.start]) {
            line = &bytes[start..start + 1 + line.len()];
        }
    }
    let subject =
        Subject { path: place.path, origin: place.origin, secret: value, matched: &bytes[matched.clone()], line };
    if rule.allowlists.iter().any(|a| a.allows(&subject)) {
        return None;
    }
    let id = rule.rule.id.as_str();
    let global =
        |a: &&crate::dialect::allowlist::Allowlist| a.target_rules.is_empty() || a.target_rules.iter().any(|t| t == id);
    if set.allowlists.iter().filter(global).any(|a| a.allows(&subject)) {
        return None;
    }
    if rule.expressions.iter().chain(&set.filters).any(|e| e.discards(&subject)) {
        return None;
    }
    // `rocketchat.py,sha256=…`: the sum of a file that is named after the provider.
    let head = &bytes[secret.start.saturating_sub(8)..secret.start];
    if rule.builtin && SUMS.iter().any(|sum| head.ends_with(sum)) {
        return None;
    }
    let mut confidence = rule.rule.confidence;
    let mut validity = Validity::Unknown;
    let mut facts = Vec::new();
    if let Some(validator) = rule.validator {
        let verdict = validator.check(value);
        validity = verdict.validity;
        if !verdict.reason.is_empty() {
            reasons.push(verdict.reason.to_owned());
        }
        facts.extend(verdict.fact);
        match validity {
            Validity::Valid => confidence = Confidence::High,
            Validity::InvalidChecksum => confidence = Confidence::Low,
            Validity::Unknown => {}
        }
    }
    if rule.builtin && validity != Validity::Valid {
        // What every token of the kind begins with says nothing.
        let body = match &rule.prefix {
            Some(Prefix::Text(t)) if value.len() > t.len() + 12 => value.strip_prefix(t.as_bytes()).unwrap_or(value),
            _ => value,
        };
        if let Some(why) = stand_in(body) {
            confidence = Confidence::Low;
            reasons.push(why.to_owned());
        } else if let Some(limit) = url_limit(bytes, value, &secret)
            && limit < confidence
        {
            confidence = limit;
            reasons.push("the URL's password looks like an example".to_owned());
        }
    }
    let shown = match &rule.prefix {
        Some(Prefix::Length(n)) => *n,
        Some(Prefix::Text(t)) if value.starts_with(t.as_bytes()) => t.len(),
        _ => 0,
    };
    Some(Hit {
        rule: RuleRef::Pattern(index),
        value: value.to_vec(),
        secret,
        begins: matched.start,
        matched,
        shown,
        confidence,
        severity: rule.rule.severity,
        validity,
        reasons,
        facts,
    })
}

/// How much a password is to be believed that stands in a URL, or a URL that is the secret as a whole.
fn url_limit(bytes: &[u8], value: &[u8], secret: &Range<usize>) -> Option<Confidence> {
    if bytes.get(secret.end) != Some(&b'@') {
        return url::confidence_of(value);
    }
    let low = secret.start.saturating_sub(200);
    let scheme = memchr::memmem::rfind(&bytes[low..secret.start], b"://")?;
    url::confidence_of(&bytes[low + scheme..(secret.end + 100).min(bytes.len())])
}

/// Why the value of a provider's rule is none: a placeholder, or code that fits a loose format by chance.
fn stand_in(value: &[u8]) -> Option<&'static str> {
    if let Some(why) = value::is_placeholder(value) {
        return Some(why);
    }
    if value.len() < 100 && value::is_reference(value) {
        return Some("the value is read from elsewhere");
    }
    let shape = Shape::of(value);
    let code = shape.len >= 12 && shape.len <= 200 && shape.digits <= 2 && shape.letter_share() >= 60;
    code.then_some("the value reads like code or prose")
}

/// The whole lines that a match touches.
pub(crate) fn line_around<'a>(bytes: &'a [u8], range: &Range<usize>) -> &'a [u8] {
    let start = memchr::memrchr(b'\n', &bytes[..range.start]).map_or(0, |at| at + 1);
    let end = memchr::memchr(b'\n', &bytes[range.end..]).map_or(bytes.len(), |at| range.end + at);
    &bytes[start..end]
}
