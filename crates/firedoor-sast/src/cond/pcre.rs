//! Compiled regular expressions of rules: the linear-time engine where possible, a bounded backtracking one otherwise.
//!
//! An expression for the linear engine is parsed at once, so that mistakes are known, and compiled when a text first
//! has to be searched: of the hundreds in a pack a run needs a few.

use std::sync::{Arc, OnceLock};

use firedoor_core::Span;
use regex_syntax::hir::literal::{ExtractKind, Extractor};
use regex_syntax::hir::{Class, Hir, HirKind, Look};

use super::translate::{Fault, translate};

/// Steps after which the backtracking engine gives up on one search.
const BACKTRACK_LIMIT: usize = 500_000;
/// Most bytes that one compiled expression may take.
const SIZE_LIMIT: usize = 20 << 20;
/// Expressions up to this length whose counted repetitions stay below [`SMALL_COUNT`] are far from [`SIZE_LIMIT`].
const SMALL_TEXT: usize = 2000;
/// See [`SMALL_TEXT`].
const SMALL_COUNT: u32 = 64;
/// Literals shorter than this are no help to a prefilter.
const MIN_LITERAL: usize = 2;
/// An alternation of more literals than this is no help either.
const MAX_LITERALS: usize = 64;

/// Where a match may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Anywhere, `^` and `$` at every line (`pattern-regex`).
    Lines,
    /// At the first byte only (`metavariable-regex`, `re.match`).
    Start,
    /// Anywhere, `^` and `$` at the ends of the text (`"=~/re/"`).
    Text,
}

/// A match in a text and what its groups captured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextMatch {
    /// The whole match.
    pub span: Span,
    /// Metavariables (`$1`, `$NAME`; in generic mode `$X`, `$...X`) and where their values are.
    pub captures: Vec<(Arc<str>, Span)>,
}

impl TextMatch {
    /// Moves every place by so many bytes: from a part of a text to the whole.
    pub fn shift(&mut self, by: u32) {
        for span in std::iter::once(&mut self.span).chain(self.captures.iter_mut().map(|(_, span)| span)) {
            *span = Span { start: span.start + by, end: span.end + by };
        }
    }
}

/// What is wrong with an expression.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct PcreError {
    /// In one sentence.
    pub message: String,
    /// Byte of the pattern, where known.
    pub at: usize,
}

/// A search was cut off: it would have taken too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exhausted;

/// A compiled expression.
#[derive(Clone, Debug)]
pub struct Pcre {
    engine: Engine,
    /// Metavariable name of each group but the first; named groups have two.
    groups: Vec<(usize, Arc<str>)>,
    literals: Option<Vec<String>>,
    parts: Option<Vec<Part>>,
    names: Option<Vec<Box<str>>>,
}

/// A part of a name: of any text that matches, one of them stands in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// Letters, digits and underscores.
    pub text: String,
    /// Whether no further ones stand beside it.
    pub whole: bool,
}

#[derive(Clone, Debug)]
enum Engine {
    Linear(Linear),
    Backtracking(Box<fancy_regex::Regex>),
}

/// An expression that is compiled when it is first used.
#[derive(Clone, Debug)]
struct Linear {
    text: String,
    built: OnceLock<Option<regex::bytes::Regex>>,
}

impl Linear {
    fn new(text: String) -> Self {
        Self { text, built: OnceLock::new() }
    }

    /// `None` if it turns out too large after all.
    fn get(&self) -> Option<&regex::bytes::Regex> {
        self.built.get_or_init(|| build(&self.text).ok()).as_ref()
    }
}

fn build(text: &str) -> Result<regex::bytes::Regex, regex::Error> {
    regex::bytes::RegexBuilder::new(text).size_limit(SIZE_LIMIT).build()
}

impl Pcre {
    /// Compiles `pattern`.
    ///
    /// # Errors
    /// Where the pattern is no PCRE pattern, or uses a feature that neither engine has.
    pub fn new(pattern: &str, anchor: Anchor) -> Result<Self, PcreError> {
        let translated = translate(pattern).map_err(|(at, message): Fault| PcreError { message, at })?;
        let wrap = |text: &str| match anchor {
            Anchor::Lines => format!("(?m){text}"),
            Anchor::Start => format!(r"\A(?:{text})"),
            Anchor::Text => text.to_owned(),
        };
        // A trailing comment of the `x` flag must not swallow the closing parenthesis.
        let wrap = |text: &str| {
            let extended = text
                .match_indices("(?")
                .any(|(at, _)| text[at + 2..].chars().take_while(char::is_ascii_alphabetic).any(|c| c == 'x'));
            if anchor == Anchor::Start && extended && text.contains('#') {
                wrap(&format!("{text}\n"))
            } else {
                wrap(text)
            }
        };
        let hir = parse(&translated.plain);
        let literals = hir.as_ref().ok().and_then(required_literals);
        let start = hir.as_ref().ok().filter(|_| anchor == Anchor::Start);
        let texts = start.and_then(texts);
        let parts = start.and_then(|hir| required_parts(hir, texts.as_deref()));
        let last_names = texts.and_then(|texts| texts.iter().map(|text| last_name(text).map(Box::from)).collect());
        let engine = if translated.needs_fancy {
            let built = fancy_regex::RegexBuilder::new(&wrap(&translated.fancy))
                .backtrack_limit(BACKTRACK_LIMIT)
                .delegate_size_limit(SIZE_LIMIT)
                .build()
                .map_err(|e| PcreError { message: one_line(&e.to_string()), at: 0 })?;
            Engine::Backtracking(Box::new(built))
        } else {
            let linear = Linear::new(wrap(&translated.plain));
            if !hir.as_ref().is_ok_and(|hir| linear.text.len() <= SMALL_TEXT && counts(hir) <= SMALL_COUNT) {
                let built = build(&linear.text);
                let built = built.map_err(|e| PcreError { message: one_line(&e.to_string()), at: 0 })?;
                let _ = linear.built.set(Some(built));
            }
            Engine::Linear(linear)
        };
        let names: Vec<Option<String>> = match (&engine, &hir) {
            (Engine::Backtracking(re), _) => re.capture_names().map(|n| n.map(str::to_owned)).collect(),
            (Engine::Linear(_), Ok(hir)) => {
                let mut names = vec![None; hir.properties().explicit_captures_len() + 1];
                group_names(hir, &mut names);
                names
            }
            // It was compiled, so it has the names.
            (Engine::Linear(re), Err(_)) => re
                .get()
                .into_iter()
                .flat_map(regex::bytes::Regex::capture_names)
                .map(|n| n.map(str::to_owned))
                .collect(),
        };
        let mut groups = Vec::new();
        for (number, name) in names.into_iter().enumerate().skip(1) {
            groups.push((number, format!("${number}").into()));
            if let Some(name) = name {
                groups.push((number, format!("${name}").into()));
            }
        }
        Ok(Self { engine, groups, literals, parts, names: last_names })
    }

    /// Literals of which any text that matches contains at least one (case as written); `None` where none are known.
    pub fn required_literals(&self) -> Option<&[String]> {
        self.literals.as_deref()
    }

    /// For an expression over the text of a name or another piece of code ([`Anchor::Start`]): parts of names of which
    /// any code that matches contains at least one, in any case; `None` where none are known. The names of a dotted
    /// one may stand apart, as imports have them, so no part has a dot.
    pub fn required_parts(&self) -> Option<&[Part]> {
        self.parts.as_deref()
    }

    /// For an expression of [`Anchor::Start`] that only names and dotted names match, few of them: the last name of each.
    pub fn names(&self) -> Option<&[Box<str>]> {
        self.names.as_deref()
    }

    /// Metavariables that a match may bind.
    pub fn metavariables(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().map(|(_, name)| &**name)
    }

    /// Whether `text` holds a match.
    ///
    /// # Errors
    /// Where the search was cut off.
    pub fn is_match(&self, text: &[u8]) -> Result<bool, Exhausted> {
        match &self.engine {
            Engine::Linear(re) => Ok(re.get().ok_or(Exhausted)?.is_match(text)),
            Engine::Backtracking(re) => re.is_match(as_text(text).as_ref()).map_err(|_| Exhausted),
        }
    }

    /// The first match.
    ///
    /// # Errors
    /// Where the search was cut off.
    pub fn find(&self, text: &[u8]) -> Result<Option<TextMatch>, Exhausted> {
        let mut found = None;
        self.each(text, &mut |m| {
            found = Some(m);
            false
        })?;
        Ok(found)
    }

    /// All matches from left to right, none overlapping.
    ///
    /// # Errors
    /// Where the search was cut off; the matches found before are lost.
    pub fn find_all(&self, text: &[u8]) -> Result<Vec<TextMatch>, Exhausted> {
        let mut all = Vec::new();
        self.each(text, &mut |m| {
            all.push(m);
            true
        })?;
        Ok(all)
    }

    /// Hands every match to `take` until that says stop.
    fn each(&self, text: &[u8], take: &mut dyn FnMut(TextMatch) -> bool) -> Result<(), Exhausted> {
        match &self.engine {
            Engine::Linear(re) => {
                for found in re.get().ok_or(Exhausted)?.captures_iter(text) {
                    let get = |n| found.get(n).map(|m| Span::new(m.start(), m.end()));
                    if let Some(m) = self.text_match(&get)
                        && !take(m)
                    {
                        break;
                    }
                }
            }
            Engine::Backtracking(re) => {
                let text = as_text(text);
                for found in re.captures_iter(text.as_ref()) {
                    let found = found.map_err(|_| Exhausted)?;
                    let get = |n| found.get(n).map(|m| Span::new(m.start(), m.end()));
                    if let Some(m) = self.text_match(&get)
                        && !take(m)
                    {
                        break;
                    }
                }
            }
        }
        Ok(())
    }

    fn text_match(&self, get: &dyn Fn(usize) -> Option<Span>) -> Option<TextMatch> {
        let captures = self.groups.iter().filter_map(|(n, name)| Some((Arc::clone(name), get(*n)?))).collect();
        Some(TextMatch { span: get(0)?, captures })
    }

    /// Replaces up to `count` matches (all where it is 0) by `replacement`, in which `\1` to `\9`, `\g<name>` and `\0`
    /// stand for groups, as in Python's `re.sub`.
    ///
    /// # Errors
    /// Where the search was cut off.
    pub fn replace(&self, text: &str, replacement: &str, count: usize) -> Result<String, Exhausted> {
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for (n, found) in self.find_all(text.as_bytes())?.into_iter().enumerate() {
            if count > 0 && n >= count {
                break;
            }
            out.push_str(text.get(at..found.span.start as usize).unwrap_or_default());
            expand(replacement, &found, text, &mut out);
            at = found.span.end as usize;
        }
        out.push_str(text.get(at..).unwrap_or_default());
        Ok(out)
    }
}

fn expand(replacement: &str, found: &TextMatch, text: &str, out: &mut String) {
    let group = |name: &str| {
        let span = if name == "0" {
            Some(found.span)
        } else {
            found.captures.iter().find(|(n, _)| n.strip_prefix('$') == Some(name)).map(|(_, s)| *s)
        };
        span.and_then(|s| text.get(s.range())).unwrap_or_default()
    };
    let mut rest = replacement;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let tail = &rest[at + 1..];
        let Some(c) = tail.chars().next() else {
            out.push('\\');
            return;
        };
        rest = &tail[c.len_utf8()..];
        match c {
            '0'..='9' => out.push_str(group(&c.to_string())),
            'g' if rest.starts_with('<') && rest.contains('>') => {
                let end = rest.find('>').unwrap_or(0);
                out.push_str(group(&rest[1..end]));
                rest = &rest[end + 1..];
            }
            'n' => out.push('\n'),
            't' => out.push('\t'),
            'r' => out.push('\r'),
            '\\' => out.push('\\'),
            c => {
                out.push('\\');
                out.push(c);
            }
        }
    }
    out.push_str(rest);
}

/// The text for an engine that works on UTF-8 only: every byte that is not part of a character becomes one `?`, so
/// that offsets stay.
fn as_text(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => {
            let mut out = String::with_capacity(bytes.len());
            for chunk in bytes.utf8_chunks() {
                out.push_str(chunk.valid());
                out.extend(chunk.invalid().iter().map(|_| '?'));
            }
            out.into()
        }
    }
}

fn one_line(message: &str) -> String {
    let line = message.lines().rev().find(|l| !l.trim().is_empty()).unwrap_or(message);
    line.trim().trim_start_matches("error: ").to_owned()
}

fn parse(plain: &str) -> Result<Hir, Box<regex_syntax::Error>> {
    regex_syntax::ParserBuilder::new().utf8(false).build().parse(plain).map_err(Box::new)
}

/// The largest product of nested counted repetitions.
fn counts(hir: &Hir) -> u32 {
    match hir.kind() {
        HirKind::Capture(capture) => counts(&capture.sub),
        HirKind::Repetition(r) => r.max.unwrap_or(r.min).max(r.min).max(1).saturating_mul(counts(&r.sub)),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().map(counts).max().unwrap_or(1),
        _ => 1,
    }
}

fn group_names(hir: &Hir, names: &mut [Option<String>]) {
    match hir.kind() {
        HirKind::Capture(capture) => {
            if let Some(name) = names.get_mut(capture.index as usize) {
                *name = capture.name.as_deref().map(str::to_owned);
            }
            group_names(&capture.sub, names);
        }
        HirKind::Repetition(repetition) => group_names(&repetition.sub, names),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().for_each(|p| group_names(p, names)),
        _ => {}
    }
}

/// See [`Pcre::required_literals`].
fn required_literals(hir: &Hir) -> Option<Vec<String>> {
    literals_of(hir, 0).filter(|l| l.iter().all(|s| s.len() >= MIN_LITERAL))
}

/// Which of two lists of literals a file is searched for: the one whose shortest literal is longest, then the one with
/// fewest.
fn weight(literals: &[String]) -> (usize, std::cmp::Reverse<usize>) {
    (literals.iter().map(String::len).min().unwrap_or(0).min(8), std::cmp::Reverse(literals.len()))
}

fn literals_of(hir: &Hir, depth: usize) -> Option<Vec<String>> {
    if depth > 100 {
        return None;
    }
    match hir.kind() {
        HirKind::Literal(lit) => Some(vec![String::from_utf8(lit.0.to_vec()).ok()?]),
        HirKind::Class(class) => Some(vec![letter(class)?.to_string()]),
        HirKind::Capture(capture) => literals_of(&capture.sub, depth + 1),
        HirKind::Repetition(repetition) if repetition.min > 0 => literals_of(&repetition.sub, depth + 1),
        HirKind::Concat(parts) => {
            let mut best: Option<Vec<String>> = None;
            let mut offer = |literals: Vec<String>| {
                if best.as_ref().is_none_or(|b| weight(b) <= weight(&literals)) {
                    best = Some(literals);
                }
            };
            // Letters in either case are classes of their own.
            let mut run = String::new();
            for part in parts {
                match part.kind() {
                    HirKind::Literal(lit) if let Ok(text) = std::str::from_utf8(&lit.0) => run.push_str(text),
                    HirKind::Class(class) if let Some(letter) = letter(class) => run.push(letter),
                    _ => {
                        if !run.is_empty() {
                            offer(vec![std::mem::take(&mut run)]);
                        }
                        if let Some(literals) = literals_of(part, depth + 1) {
                            offer(literals);
                        }
                    }
                }
            }
            if !run.is_empty() {
                offer(vec![run]);
            }
            best
        }
        HirKind::Alternation(parts) => {
            let mut all = Vec::new();
            for part in parts {
                all.append(&mut literals_of(part, depth + 1)?);
                if all.len() > MAX_LITERALS {
                    return None;
                }
            }
            all.sort_unstable();
            all.dedup();
            Some(all)
        }
        _ => None,
    }
}

/// The letter of which a class holds both cases, and nothing else.
fn letter(class: &Class) -> Option<char> {
    let (upper, lower) = match class {
        Class::Unicode(class) => match class.ranges() {
            [a, b] if a.start() == a.end() && b.start() == b.end() => (a.start(), b.start()),
            _ => return None,
        },
        Class::Bytes(class) => match class.ranges() {
            [a, b] if a.start() == a.end() && b.start() == b.end() => (char::from(a.start()), char::from(b.start())),
            _ => return None,
        },
    };
    (upper.is_ascii_uppercase() && upper.to_ascii_lowercase() == lower).then_some(lower)
}

/// See [`Pcre::required_parts`].
fn required_parts(hir: &Hir, texts: Option<&[String]>) -> Option<Vec<Part>> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let pieces = |text: &str| -> Vec<String> { text.split(|c| !is_name(c)).map(str::to_owned).collect() };
    let mut all: Vec<Part> = Vec::new();
    match texts {
        // Whole texts: the last name of each is one of few.
        Some(texts) => {
            for text in texts {
                let last = pieces(text).into_iter().rfind(|piece| piece.len() >= MIN_LITERAL)?;
                all.push(Part { text: last, whole: true });
            }
        }
        None => {
            for literal in literals_of(hir, 0)? {
                let longest = pieces(&literal).into_iter().max_by_key(String::len)?;
                if longest.len() < MIN_LITERAL {
                    return None;
                }
                all.push(Part { text: longest, whole: false });
            }
        }
    }
    all.sort_unstable();
    all.dedup();
    Some(all)
}

/// The last of the names that dots join.
fn last_name(text: &str) -> Option<&str> {
    let is_name = |name: &str| {
        !name.starts_with(|c: char| c.is_ascii_digit())
            && name.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_')
            && !name.is_empty()
    };
    text.split('.').all(is_name).then(|| text.rsplit('.').next()).flatten()
}

/// All texts that match from the beginning to the end, if they are few.
fn texts(hir: &Hir) -> Option<Vec<String>> {
    if !hir.properties().look_set_suffix().contains(Look::End) {
        return None;
    }
    let mut extractor = Extractor::new();
    extractor.kind(ExtractKind::Prefix).limit_class(8).limit_repeat(4).limit_literal_len(100).limit_total(MAX_LITERALS);
    let found = extractor.extract(hir);
    if !found.is_exact() {
        return None;
    }
    found.literals()?.iter().map(|literal| String::from_utf8(literal.as_bytes().to_vec()).ok()).collect()
}

#[cfg(test)]
#[path = "pcre_tests.rs"]
mod tests;
