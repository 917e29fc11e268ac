//! A pattern of a rule: checked when loaded if the user wrote it, compiled when first needed.
//!
//! Compiling hundreds of regexes costs hundreds of milliseconds; a scan of three staged files needs a handful.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use firedoor_core::{Diagnostic, RuleSource, Span};
use regex_automata::{Input, meta};
use regex_syntax::hir::Hir;

use super::file::Text;
use super::go_regex::{self, Translated};
use crate::scan::caches::Shared;
use crate::scan::needs::Needs;
use crate::scan::window;

/// Bound of one compiled program in bytes; gitleaks' largest rule needs about a tenth.
const SIZE_LIMIT: usize = 20 << 20;
/// Bound of one thread's lazy automaton per regex in bytes.
const CACHE: usize = 128 << 10;

/// How far from its keyword a rule of the built-in pack looks where the keyword may lie outside the match. A user's rule
/// looks at the whole file, as gitleaks does.
const NEAR: usize = 600;
/// Reach of a window that is called short.
pub(crate) const SHORT: usize = 1_000;

/// A compiled pattern.
#[derive(Debug)]
pub(crate) struct Compiled {
    pub(crate) regex: Shared,
    /// Number of groups, the whole match among them.
    pub(crate) groups: usize,
}

/// What is known of a pattern before it is compiled.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Outline {
    /// Reach of a window around a keyword, where windows give the same matches as the whole file.
    pub(crate) window: Option<usize>,
    /// A run of bytes that is in every match.
    pub(crate) needs: Option<Needs>,
}

/// A pattern as it is read: by bytes, or by characters where a text is UTF-8.
#[derive(Debug, Default)]
struct Reading {
    outline: OnceLock<Outline>,
    compiled: OnceLock<Option<Compiled>>,
}

/// The keywords of a rule, lower case; shared by the rule and its pattern.
pub(crate) type Keywords = Arc<[Cow<'static, str>]>;

/// A pattern that compiles itself when first used.
#[derive(Debug)]
pub(crate) struct Pattern {
    /// As it is written.
    text: Cow<'static, str>,
    keywords: Keywords,
    /// Where windows are not exact, look near the keyword only.
    near: bool,
    /// Whether it is asked around runs of token characters.
    at_runs: bool,
    /// Whether a dot or a negated class counts characters, not bytes: in a user's pattern, as in Go.
    characters: bool,
    by_byte: Reading,
    by_character: Reading,
}

impl Pattern {
    /// A pattern as the user wrote it. With `check` it is parsed at once, so that a mistake is told with its place.
    pub(crate) fn new(
        text: &Text,
        keywords: &Keywords,
        check: bool,
        sources: &[RuleSource],
        rule: Option<&str>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let mut report = |offset: Option<(usize, usize)>, message: String, label: String| {
            let span = match (offset, text.inner) {
                (Some((from, to)), Some(inner)) => Span::new(inner as usize + from, inner as usize + to.max(from + 1)),
                _ => text.span,
            };
            let Some(source) = sources.get(text.file) else { return };
            let mut diagnostic = Diagnostic::new("invalid-regex", source, Some(span), message, label);
            if let Some(rule) = rule {
                diagnostic = diagnostic.in_rule(rule);
            }
            diagnostics.push(diagnostic);
        };
        if check {
            match go_regex::translate(&text.value) {
                Err(e) => {
                    let place = Some((e.offset, e.offset + 1));
                    report(place, "this regular expression cannot be read".into(), e.message.into());
                    return None;
                }
                Ok(translated) => {
                    if let Err(e) = parse(&translated) {
                        let (span, kind) = match &e {
                            regex_syntax::Error::Parse(e) => (Some(e.span()), e.kind().to_string()),
                            regex_syntax::Error::Translate(e) => (Some(e.span()), e.kind().to_string()),
                            _ => (None, e.to_string()),
                        };
                        let at = |offset| translated.original(offset);
                        let place = span.map(|s| (at(s.start.offset), at(s.end.offset)));
                        report(place, "this regular expression cannot be compiled".into(), kind);
                        return None;
                    }
                }
            }
        }
        Some(Self {
            text: text.value.clone(),
            keywords: Arc::clone(keywords),
            near: !check,
            at_runs: false,
            characters: check && counts_characters(&text.value),
            by_byte: Reading::default(),
            by_character: Reading::default(),
        })
    }

    /// The same pattern, asked around runs of token characters instead of the whole text.
    pub(crate) fn at_runs(self) -> Self {
        Self { at_runs: true, ..self }
    }

    /// A pattern of an expression; `None` if it cannot be read.
    pub(crate) fn of_text(text: &str) -> Option<Self> {
        go_regex::translate(text).ok()?;
        Some(Self {
            text: Cow::Owned(text.to_owned()),
            keywords: Keywords::default(),
            near: false,
            at_runs: false,
            characters: false,
            by_byte: Reading::default(),
            by_character: Reading::default(),
        })
    }

    /// The compiled pattern; `None` if it is too large or wrong (which loading has told for the user's own).
    pub(crate) fn get(&self) -> Option<&Compiled> {
        self.get_for(false)
    }

    /// The same for a text that is UTF-8 (`valid`) or not.
    pub(crate) fn get_for(&self, valid: bool) -> Option<&Compiled> {
        let reading = self.reading(valid);
        let unicode = std::ptr::eq(reading, &self.by_character);
        let compile = || self.compile(unicode, self.outline_for(valid).window.is_some());
        reading.compiled.get_or_init(compile).as_ref()
    }

    /// What is known of it before it is compiled.
    pub(crate) fn outline_for(&self, valid: bool) -> Outline {
        let reading = self.reading(valid);
        let unicode = std::ptr::eq(reading, &self.by_character);
        *reading.outline.get_or_init(|| self.outline(unicode))
    }

    fn reading(&self, valid: bool) -> &Reading {
        if valid && self.characters { &self.by_character } else { &self.by_byte }
    }

    /// Whether it reads characters where a text is UTF-8.
    pub(crate) fn counts_characters(&self) -> bool {
        self.characters
    }

    /// Whether its window may reach further than [`SHORT`]; never wrongly no for a pattern of the pack, as a test asks.
    pub(crate) fn may_be_long(&self) -> bool {
        let mut most = if self.near { NEAR } else { 0 };
        let mut rest = self.text.as_bytes();
        let (mut class, mut last) = (false, 0);
        while let Some((&byte, behind)) = rest.split_first() {
            rest = behind;
            // What is no count is a brace like any other, as in Go.
            let digits = || rest.iter().take_while(|b| b.is_ascii_digit() || **b == b',').count();
            let count = if byte == b'{' { digits() } else { 0 };
            let is_count = count > 0 && rest.get(count) == Some(&b'}');
            match byte {
                b'\\' => {
                    rest = rest.get(1..).unwrap_or_default();
                    most += 1;
                }
                b'[' => class = true,
                b']' => class = false,
                _ if class => {}
                b'*' | b'+' => return true,
                _ if is_count => {
                    let number = rest[..count].iter().fold(0usize, |number, b| match b {
                        b',' => 0,
                        digit => number.saturating_mul(10).saturating_add(usize::from(digit - b'0')),
                    });
                    rest = &rest[count + 1..];
                    // What a group repeats may be long itself, and `{3,}` has no end.
                    if number == 0 || number > SHORT || last == b')' && number > 1 {
                        return true;
                    }
                    most += number;
                }
                _ => most += 1,
            }
            last = byte;
        }
        most > SHORT
    }

    fn parse(&self, unicode: bool) -> Option<Hir> {
        let mut translated = go_regex::translate(&self.text).ok()?;
        translated.unicode |= unicode;
        parse(&translated).ok()
    }

    fn outline(&self, unicode: bool) -> Outline {
        let Some(hir) = self.parse(unicode) else { return Outline::default() };
        let longest = || hir.properties().maximum_len().unwrap_or(4_096).min(4_096);
        let mut window = window::reach(&hir, &self.keywords);
        if self.at_runs {
            window = Some(longest() + if self.keywords.is_empty() { 0 } else { NEAR });
        }
        if window.is_none() && self.near && !self.keywords.is_empty() {
            window = Some(longest() + NEAR);
        }
        Outline { window, needs: Needs::of(&hir) }
    }

    fn compile(&self, unicode: bool, windowed: bool) -> Option<Compiled> {
        let hir = self.parse(unicode)?;
        // The one-pass automaton serves groups only, and those are asked of matches, which are few. A window around a
        // keyword is too short for a search of literals to be worth its tables.
        let config = meta::Config::new()
            .utf8_empty(false)
            .onepass(false)
            .auto_prefilter(!windowed)
            .nfa_size_limit(Some(SIZE_LIMIT))
            .hybrid_cache_capacity(CACHE);
        let regex = meta::Builder::new().configure(config).build_from_hir(&hir).ok()?;
        let groups = hir.properties().explicit_captures_len() + 1;
        Some(Compiled { regex: Shared::new(regex), groups })
    }

    /// Whether it matches anywhere in `bytes`.
    pub(crate) fn is_match(&self, bytes: &[u8]) -> bool {
        self.get().is_some_and(|c| c.regex.find(Input::new(bytes).earliest(true)).is_some())
    }
}

/// Whether a pattern has a dot or a negated class.
fn counts_characters(pattern: &str) -> bool {
    let mut escaped = false;
    let mut open = false;
    for c in pattern.chars() {
        match c {
            _ if escaped => {
                escaped = false;
                if matches!(c, 'D' | 'W' | 'S') {
                    return true;
                }
            }
            '\\' => escaped = true,
            '^' if open => return true,
            '.' if !open => return true,
            _ => {}
        }
        // A class is open only right behind its bracket; a dot within one that is read as such costs nothing but speed.
        open = c == '[' && !escaped;
    }
    false
}

#[allow(clippy::result_large_err, reason = "the error is rare and read at once")]
fn parse(translated: &Translated) -> Result<Hir, regex_syntax::Error> {
    regex_syntax::ParserBuilder::new()
        .unicode(translated.unicode)
        .utf8(false)
        .nest_limit(200)
        .build()
        .parse(&translated.text)
}
