//! One pass for the keywords of all rules and the words of contextual detection together.
//!
//! Thousands of words make an automaton that no near cache holds, so that every byte waits for memory. Instead three
//! bytes at a time, folded to 32 classes, are looked up in a table of 4 kB; what passes is asked with its fourth byte
//! in one of 128 kB, and what passes that is compared with the words that begin so. Nothing is to be compiled.

use aho_corasick::AhoCorasick;
use rustc_hash::FxHashMap;

use crate::context::Trigger;
use crate::dialect::SecretRule;

/// Where the pass reports to.
#[derive(Clone, Debug, Default)]
struct Targets {
    rules: Vec<u32>,
    trigger: Option<Trigger>,
}

/// The words to look for.
#[derive(Debug)]
pub(crate) struct Keywords {
    table: Table,
    /// Words of one or two bytes, which only users' rules have, with their targets.
    short: Option<(AhoCorasick, Vec<usize>)>,
    ready: bool,
    targets: Vec<Targets>,
}

/// Words of at least three bytes by their beginnings.
#[derive(Debug)]
struct Table {
    class: [u8; 256],
    /// One bit for each beginning of three bytes.
    three: Box<[u64; 512]>,
    /// One bit for each beginning of four.
    four: Box<[u64; 16_384]>,
    /// Where the words of a beginning of three stand among the entries.
    first: Vec<u32>,
    entries: Vec<Entry>,
    /// All words in lower case, one after the other.
    text: Vec<u8>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    start: u32,
    len: u32,
    target: u32,
}

/// 26 classes of letters and six of other bytes.
fn class_of(byte: u8) -> u8 {
    match byte {
        b'a'..=b'z' => byte - b'a',
        b'A'..=b'Z' => byte - b'A',
        b'0'..=b'9' => 26,
        b'_' | b'-' => 27,
        b'.' | b':' | b'/' | b'=' => 28,
        b' ' | b'\t' | b'\n' | b'\r' => 29,
        0x80.. => 30,
        _ => 31,
    }
}

impl Table {
    fn new(words: &[(String, usize)]) -> Self {
        let mut class = [0; 256];
        for (byte, class) in (0..=u8::MAX).zip(&mut class) {
            *class = class_of(byte);
        }
        let mut table = Self {
            class,
            three: Box::new([0; 512]),
            four: vec![0; 16_384].into_boxed_slice().try_into().unwrap_or_else(|_| Box::new([0; 16_384])),
            first: vec![0; 32_769],
            entries: Vec::with_capacity(words.len()),
            text: Vec::new(),
        };
        let mut order: Vec<(u32, &[u8], usize)> = Vec::with_capacity(words.len());
        for (word, target) in words {
            let word = word.as_bytes();
            let index = word.iter().take(3).fold(0, |index, &b| index << 5 | u32::from(class_of(b)));
            order.push((index, word, *target));
            table.three[(index >> 6) as usize] |= 1 << (index & 63);
            // A word of three bytes may go on in any way.
            let next = word.get(3).map_or(0..32, |&b| u32::from(class_of(b))..u32::from(class_of(b)) + 1);
            for class in next {
                let index = index << 5 | class;
                table.four[(index >> 6) as usize] |= 1 << (index & 63);
            }
        }
        order.sort();
        for (index, word, target) in order {
            table.first[index as usize + 1] += 1;
            let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            table.entries.push(Entry {
                start: number(table.text.len()),
                len: number(word.len()),
                target: number(target),
            });
            table.text.extend(word.iter().map(u8::to_ascii_lowercase));
        }
        let mut sum = 0;
        for n in &mut table.first {
            sum += *n;
            *n = sum;
        }
        table
    }

    /// Calls `found` with target, start and end of every word, by start.
    fn scan(&self, bytes: &[u8], found: &mut impl FnMut(usize, usize, usize)) {
        let [first, second, rest @ ..] = bytes else { return };
        let class = |b: u8| u32::from(self.class[usize::from(b)]);
        let mut index = class(*first) << 5 | class(*second);
        for (start, &byte) in rest.iter().enumerate() {
            index = (index << 5 | class(byte)) & 0x7fff;
            if self.three[(index >> 6) as usize & 511] >> (index & 63) & 1 != 0 {
                self.compare(bytes, start, index, found);
            }
        }
    }

    #[inline]
    fn compare(&self, bytes: &[u8], start: usize, index: u32, found: &mut impl FnMut(usize, usize, usize)) {
        if let Some(&next) = bytes.get(start + 3) {
            let index = index << 5 | u32::from(self.class[usize::from(next)]);
            if self.four[(index >> 6) as usize & 16_383] >> (index & 63) & 1 == 0 {
                return;
            }
        }
        let (Some(&from), Some(&to)) = (self.first.get(index as usize), self.first.get(index as usize + 1)) else {
            return;
        };
        for entry in self.entries.get(from as usize..to as usize).unwrap_or_default() {
            let len = entry.len as usize;
            let word = self.text.get(entry.start as usize..entry.start as usize + len);
            let (Some(word), Some(here)) = (word, bytes.get(start..start + len)) else { continue };
            if here.eq_ignore_ascii_case(word) {
                found(entry.target as usize, start, start + len);
            }
        }
    }
}

/// What the pass saw in one file. Reused between files.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// Start and end of the keywords of each rule.
    places: Vec<Vec<(u32, u32)>>,
    /// The rules that have places, in the order in which they were first seen.
    rules: Vec<u32>,
    /// Start of a word of contextual detection.
    pub(crate) triggers: Vec<(u32, Trigger)>,
}

impl Seen {
    fn clear(&mut self) {
        for rule in self.rules.drain(..) {
            if let Some(places) = self.places.get_mut(rule as usize) {
                places.clear();
            }
        }
        self.triggers.clear();
    }

    fn push(&mut self, rule: u32, start: u32, end: u32) {
        let index = rule as usize;
        if index >= self.places.len() {
            self.places.resize_with(index + 1, Vec::new);
        }
        let places = &mut self.places[index];
        if places.is_empty() {
            self.rules.push(rule);
        }
        places.push((start, end));
    }

    /// By start, where the words were found in another order.
    fn sort(&mut self) {
        for &rule in &self.rules {
            if let Some(places) = self.places.get_mut(rule as usize) {
                places.sort_unstable();
            }
        }
        self.triggers.sort_by_key(|t| t.0);
    }

    /// Rules with the places of their keywords, by rule.
    pub(crate) fn rules(&mut self) -> impl Iterator<Item = (usize, &[(u32, u32)])> {
        self.rules.sort_unstable();
        let places = &self.places;
        self.rules.iter().filter_map(move |&r| Some((r as usize, places.get(r as usize)?.as_slice())))
    }
}

impl Keywords {
    /// Compiles the keywords of `rules` and, if contextual detection is on, its words.
    pub(crate) fn new(rules: &[SecretRule], triggers: impl Iterator<Item = (&'static str, Trigger)>) -> Self {
        let mut words: Vec<String> = Vec::new();
        let mut targets: Vec<Targets> = Vec::new();
        let mut index: FxHashMap<String, usize> = FxHashMap::default();
        let mut slot = |word: &str, targets: &mut Vec<Targets>| {
            *index.entry(word.to_owned()).or_insert_with(|| {
                words.push(word.to_owned());
                targets.push(Targets::default());
                targets.len() - 1
            })
        };
        for (i, rule) in rules.iter().enumerate() {
            if rule.regex.is_none() {
                continue;
            }
            for word in &rule.keywords {
                let at = slot(word, &mut targets);
                targets[at].rules.push(u32::try_from(i).unwrap_or(u32::MAX));
            }
        }
        for (word, trigger) in triggers {
            let at = slot(word, &mut targets);
            targets[at].trigger = Some(trigger);
        }
        let (long, short): (Vec<_>, Vec<_>) =
            words.into_iter().enumerate().map(|(i, w)| (w, i)).partition(|w| w.0.len() > 2);
        // Two letters are found by an automaton; there cannot be so many that it fails, but `compile` would tell.
        let short: Vec<_> = short.into_iter().filter(|w| !w.0.is_empty()).collect();
        let mut ready = true;
        let short = if short.is_empty() {
            None
        } else {
            let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(short.iter().map(|w| &w.0));
            ready = automaton.is_ok();
            automaton.ok().map(|a| (a, short.into_iter().map(|w| w.1).collect()))
        };
        Self { table: Table::new(&long), short, ready, targets }
    }

    /// Whether all words are looked for.
    pub(crate) fn is_ready(&self) -> bool {
        self.ready
    }

    /// Runs over `bytes` once.
    pub(crate) fn scan(&self, bytes: &[u8], seen: &mut Seen) {
        seen.clear();
        let mut found = |target: usize, start: usize, end: usize| {
            let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let Some(targets) = self.targets.get(target) else { return };
            for &rule in &targets.rules {
                seen.push(rule, clamp(start), clamp(end));
            }
            if let Some(trigger) = targets.trigger {
                seen.triggers.push((clamp(start), trigger));
            }
        };
        self.table.scan(bytes, &mut found);
        if let Some((automaton, targets)) = &self.short {
            for word in automaton.find_overlapping_iter(bytes) {
                if let Some(&target) = targets.get(word.pattern().as_usize()) {
                    found(target, word.start(), word.end());
                }
            }
            seen.sort();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &[&'static str], text: &str) -> Vec<(u32, Trigger)> {
        let keywords = Keywords::new(&[], words.iter().map(|w| (*w, Trigger::Name)));
        let mut seen = Seen::default();
        keywords.scan(text.as_bytes(), &mut seen);
        seen.triggers
    }

    #[test]
    fn every_word_wherever_it_stands() {
        let words = ["key", "keys", "secret", "://", "_pw", "ab", "Größe"];
        let starts = |text| found(&words, text).into_iter().map(|(at, _)| at).collect::<Vec<_>>();
        assert_eq!(starts("key"), [0]);
        assert_eq!(starts("KEYS, sEcret"), [0, 0, 6]);
        assert_eq!(starts("a://b_pw"), [1, 5]);
        assert_eq!(starts("secretsecret"), [0, 6]);
        assert_eq!(starts("xabab key"), [1, 3, 6]);
        assert_eq!(starts("ke secre se"), [] as [u32; 0]);
        assert_eq!(starts("Größe"), [0]);
        assert_eq!(starts(""), [] as [u32; 0]);
    }
}
