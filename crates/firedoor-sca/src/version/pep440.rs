//! PEP 440 ("Summary of permitted suffixes and relative ordering"), and behind it setuptools' order for legacy
//! versions, all of which come before every PEP 440 version.

use std::cmp::Ordering;

use super::{cmp_digits, split_digits, split_dotted};

/// A version taken apart; all parts borrow from the text.
pub(super) struct Parts<'a> {
    epoch: &'a str,
    /// `1.2.3`, with trailing zeros.
    release: &'a str,
    /// `a`, `b` or `c` for rc, and the number.
    pre: Option<(u8, &'a str)>,
    post: Option<&'a str>,
    dev: Option<&'a str>,
    local: Option<&'a str>,
}

/// Takes a word without regard to case.
fn take<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let head = text.get(..word.len())?;
    head.eq_ignore_ascii_case(word).then(|| &text[word.len()..])
}

/// Takes `[-_.]?word[-_.]?digits`.
fn suffix<'a, T: Copy>(text: &'a str, words: &[(&str, T)]) -> Option<(T, &'a str, &'a str)> {
    let body = text.strip_prefix(['-', '_', '.']).unwrap_or(text);
    for (word, value) in words {
        if let Some(rest) = take(body, word) {
            // A separator belongs to the suffix only if a number follows it.
            let after = rest.strip_prefix(['-', '_', '.']).unwrap_or(rest);
            let (digits, tail) = split_digits(after);
            return Some(if digits.is_empty() { (*value, "", rest) } else { (*value, digits, tail) });
        }
    }
    None
}

pub(super) fn parse(text: &str) -> Option<Parts<'_>> {
    let text = text.strip_prefix(['v', 'V']).unwrap_or(text);
    let (epoch, mut rest) = match text.split_once('!') {
        Some((epoch, rest)) if !epoch.is_empty() && split_digits(epoch).1.is_empty() => (epoch, rest),
        Some(_) => return None,
        None => ("", text),
    };
    let (release, behind) = split_dotted(rest);
    if release.is_empty() {
        return None;
    }
    rest = behind;
    let mut parts = Parts { epoch, release, pre: None, post: None, dev: None, local: None };
    // Longer words first, so that `a` does not take `alpha`'s head.
    const PRE: &[(&str, u8)] = &[
        ("alpha", b'a'),
        ("beta", b'b'),
        ("preview", b'c'),
        ("pre", b'c'),
        ("rc", b'c'),
        ("a", b'a'),
        ("b", b'b'),
        ("c", b'c'),
    ];
    if let Some((kind, number, tail)) = suffix(rest, PRE) {
        parts.pre = Some((kind, number));
        rest = tail;
    }
    if let Some(((), number, tail)) = suffix(rest, &[("post", ()), ("rev", ()), ("r", ())]) {
        parts.post = Some(number);
        rest = tail;
    } else if let Some(next) = rest.strip_prefix('-') {
        let (digits, tail) = split_digits(next);
        if !digits.is_empty() {
            parts.post = Some(digits);
            rest = tail;
        }
    }
    if let Some(((), number, tail)) = suffix(rest, &[("dev", ())]) {
        parts.dev = Some(number);
        rest = tail;
    }
    if let Some(local) = rest.strip_prefix('+') {
        let valid = local.split(['-', '_', '.']).all(|s| !s.is_empty() && s.bytes().all(|b| b.is_ascii_alphanumeric()));
        if !valid {
            return None;
        }
        parts.local = Some(local);
        rest = "";
    }
    rest.is_empty().then_some(parts)
}

pub(super) fn compare(a: &str, b: &str) -> Option<Ordering> {
    // Legacy versions have these characters, too; anything else is the rest of a requirement, or junk.
    let is_version = |text: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '+' | '-' | '!' | ':'))
    };
    if !is_version(a) || !is_version(b) {
        return None;
    }
    Some(match (parse(a), parse(b)) {
        (Some(a), Some(b)) => cmp_parts(&a, &b),
        (Some(_), None) => Ordering::Greater,
        (None, Some(_)) => Ordering::Less,
        (None, None) => legacy_key(a).cmp(&legacy_key(b)),
    })
}

fn cmp_parts(a: &Parts<'_>, b: &Parts<'_>) -> Ordering {
    cmp_digits(a.epoch, b.epoch)
        .then_with(|| super::semver::cmp_core(a.release, b.release))
        .then_with(|| cmp_pre(a, b))
        .then_with(|| match (a.post, b.post) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(x), Some(y)) => cmp_digits(x, y),
        })
        .then_with(|| match (a.dev, b.dev) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Greater,
            (Some(_), None) => Ordering::Less,
            (Some(x), Some(y)) => cmp_digits(x, y),
        })
        .then_with(|| cmp_local(a.local, b.local))
}

/// `1.0.dev1` comes before `1.0a1`, and a release behind its pre-releases.
fn cmp_pre(a: &Parts<'_>, b: &Parts<'_>) -> Ordering {
    let rank = |p: &Parts<'_>| match p.pre {
        None if p.post.is_none() && p.dev.is_some() => 0,
        Some((kind, _)) => kind,
        None => u8::MAX,
    };
    rank(a).cmp(&rank(b)).then_with(|| cmp_digits(a.pre.map_or("", |p| p.1), b.pre.map_or("", |p| p.1)))
}

fn cmp_local(a: Option<&str>, b: Option<&str>) -> Ordering {
    let (a, b) = match (a, b) {
        (None, None) => return Ordering::Equal,
        (None, Some(_)) => return Ordering::Less,
        (Some(_), None) => return Ordering::Greater,
        (Some(a), Some(b)) => (a, b),
    };
    let (mut a, mut b) = (a.split(['-', '_', '.']), b.split(['-', '_', '.']));
    loop {
        let ordering = match (a.next(), b.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(x), Some(y)) => match (super::is_digits(x), super::is_digits(y)) {
                (true, true) => cmp_digits(x, y),
                // Numbers come behind words (PEP 440, "Local version identifiers").
                (true, false) => Ordering::Greater,
                (false, true) => Ordering::Less,
                (false, false) => x.to_ascii_lowercase().cmp(&y.to_ascii_lowercase()),
            },
        };
        if ordering != Ordering::Equal {
            return ordering;
        }
    }
}

/// The sort key of setuptools' `LegacyVersion` (packaging 21, `_legacy_cmpkey`).
fn legacy_key(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let mut parts: Vec<String> = Vec::new();
    let mut push = |part: String| {
        if part.starts_with('*') {
            if part.as_str() < "*final" {
                while parts.last().is_some_and(|p| p == "*final-") {
                    parts.pop();
                }
            }
            while parts.last().is_some_and(|p| p == "00000000") {
                parts.pop();
            }
        }
        parts.push(part);
    };
    let class = |c: char| match c {
        '0'..='9' => 0,
        'a'..='z' => 1,
        '.' => 2,
        '-' => 3,
        _ => 4,
    };
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let kind = class(first);
        let end = if kind == 2 || kind == 3 {
            first.len_utf8()
        } else {
            rest.char_indices().find(|&(_, c)| class(c) != kind).map_or(rest.len(), |(i, _)| i)
        };
        let (token, tail) = rest.split_at(end);
        rest = tail;
        match token {
            "." => {}
            "pre" | "preview" | "rc" => push("*c".to_owned()),
            "-" => push("*final-".to_owned()),
            "dev" => push("*@".to_owned()),
            number if kind == 0 => push(format!("{number:0>8}")),
            word => push(format!("*{word}")),
        }
    }
    push("*final".to_owned());
    parts
}
