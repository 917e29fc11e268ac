//! When may a regex be run on a window around a keyword instead of the whole file?
//!
//! Only if every match provably contains one of the rule's keywords and no match is longer than a bound. Then a
//! window of that length on both sides of each keyword holds every match, overlapping windows are joined, and the
//! matches are those of a search of the whole file (look-around still sees the bytes outside the window).

use std::borrow::Cow;

use regex_syntax::hir::{Class, Hir, HirKind};

/// Longest match for which windows are used; beyond it the whole file is searched.
const MAX_WINDOW: usize = 4096;
/// How many alternatives the analysis follows at once before it gives up on exactness.
const MAX_STATES: usize = 64;

/// The reach of a window on either side of a keyword, if windows may be used.
pub(crate) fn reach(hir: &Hir, keywords: &[Cow<'static, str>]) -> Option<usize> {
    if keywords.is_empty() || keywords.iter().any(|k| k.is_empty()) {
        return None;
    }
    let longest = hir.properties().maximum_len()?;
    if longest > MAX_WINDOW {
        return None;
    }
    let keep = keywords.iter().map(|k| k.len()).max().unwrap_or(0);
    let states = follow(hir, vec![State::default()], keywords, keep, 0);
    states.iter().all(|s| s.found).then_some(longest)
}

/// What is known of every way to match up to some point: the last literal bytes (lower case), and whether a keyword
/// has been seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct State {
    found: bool,
    tail: Vec<u8>,
}

impl State {
    fn extend(&mut self, bytes: &[u8], keywords: &[Cow<'static, str>], keep: usize) {
        if self.found {
            return;
        }
        for &b in bytes {
            self.tail.push(b.to_ascii_lowercase());
            if keywords.iter().any(|k| self.tail.ends_with(k.as_bytes())) {
                self.found = true;
                self.tail.clear();
                return;
            }
            if self.tail.len() > keep {
                self.tail.remove(0);
            }
        }
    }
}

fn forget(mut states: Vec<State>) -> Vec<State> {
    for s in &mut states {
        s.tail.clear();
    }
    bound(states)
}

fn bound(mut states: Vec<State>) -> Vec<State> {
    states.sort();
    states.dedup();
    if states.len() > MAX_STATES {
        for s in &mut states {
            s.tail.clear();
        }
        states.sort();
        states.dedup();
    }
    states
}

fn follow(hir: &Hir, mut states: Vec<State>, keywords: &[Cow<'static, str>], keep: usize, depth: usize) -> Vec<State> {
    if depth > 200 {
        return vec![State::default()];
    }
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => states,
        HirKind::Literal(literal) => {
            for s in &mut states {
                s.extend(&literal.0, keywords, keep);
            }
            bound(states)
        }
        HirKind::Class(class) => match small_class(class) {
            Some(bytes) => {
                let mut next = Vec::new();
                for s in &states {
                    for &b in &bytes {
                        let mut s = s.clone();
                        s.extend(&[b], keywords, keep);
                        next.push(s);
                    }
                }
                bound(next)
            }
            None => forget(states),
        },
        HirKind::Repetition(repetition) => {
            let (min, max) = (repetition.min, repetition.max);
            if min == 0 {
                if max == Some(1) {
                    let taken = follow(&repetition.sub, states.clone(), keywords, keep, depth + 1);
                    states.extend(taken);
                    return bound(states);
                }
                // The keyword may lie inside, but need not: nothing is learnt, and what was adjacent no longer is.
                return forget(states);
            }
            let unrolled = min.min(4);
            for _ in 0..unrolled {
                states = follow(&repetition.sub, states, keywords, keep, depth + 1);
            }
            if max == Some(min) && min == unrolled { states } else { forget(states) }
        }
        HirKind::Capture(capture) => follow(&capture.sub, states, keywords, keep, depth + 1),
        HirKind::Concat(parts) => {
            parts.iter().fold(states, |states, part| follow(part, states, keywords, keep, depth + 1))
        }
        HirKind::Alternation(parts) => {
            let mut next = Vec::new();
            for part in parts {
                next.extend(follow(part, states.clone(), keywords, keep, depth + 1));
            }
            bound(next)
        }
    }
}

/// The lower-case bytes of a class of at most four of them.
fn small_class(class: &Class) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    match class {
        Class::Bytes(class) => {
            for range in class.iter() {
                for b in range.start()..=range.end() {
                    bytes.push(b.to_ascii_lowercase());
                    if bytes.len() > 8 {
                        return None;
                    }
                }
            }
        }
        Class::Unicode(class) => {
            for range in class.iter() {
                for c in range.start()..=range.end() {
                    // The long s and the Kelvin sign fold to ASCII; a keyword written with them is not looked for.
                    match c {
                        '\u{17f}' => bytes.push(b's'),
                        '\u{212a}' => bytes.push(b'k'),
                        c if c.is_ascii() => bytes.push((c as u8).to_ascii_lowercase()),
                        _ => return None,
                    }
                    if bytes.len() > 8 {
                        return None;
                    }
                }
            }
        }
    }
    bytes.sort_unstable();
    bytes.dedup();
    (bytes.len() <= 4).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::reach;

    fn check(pattern: &str, keywords: &[&str], expected: Option<usize>) {
        let hir = regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build().parse(pattern).expect("valid");
        let keywords: Vec<_> = keywords.iter().map(|&k| k.to_owned().into()).collect();
        assert_eq!(reach(&hir, &keywords), expected, "{pattern}");
    }

    #[test]
    fn a_literal_inside() {
        check(r"ghp_[0-9A-Za-z]{36}", &["ghp_"], Some(40));
        check(r"(?i)(?:adafruit)[ \t]{0,20}=[a-z0-9]{3}", &["adafruit"], Some(32));
        check(r"xox[pb]-[0-9]{3}", &["xoxp-", "xoxb-"], Some(8));
        check(r"a?bc", &["bc"], Some(3));
    }

    #[test]
    fn not_provable() {
        check(r"ghp_[0-9A-Za-z]+", &["ghp_"], None);
        check(r"[0-9a-f]{32}", &["github"], None);
        check(r"(?:foo|bar)x", &["foo"], None);
        check(r"(?:foo|bar)x", &["foo", "arx"], Some(4));
        check(r"f.?oo", &["foo"], None);
    }
}
