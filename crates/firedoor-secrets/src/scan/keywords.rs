//! One pass for the keywords of all rules and the words of contextual detection together.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::focus::Focus;
use super::grams::{Grams, SHORTEST, STEP, commonness};
use super::runs::{Runs, long_runs};
use crate::context::Trigger;
use crate::dialect::SecretRule;

/// A word's length, and where the pass reports it to.
#[derive(Clone, Debug)]
struct Target {
    len: u32,
    /// Which of the rules that are asked.
    rules: Range<usize>,
    trigger: Option<Trigger>,
}

impl Target {
    fn new(len: usize) -> Self {
        Self { len: clamp(len), rules: 0..0, trigger: None }
    }
}

fn clamp(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// All keywords, ready to be looked for.
#[derive(Debug)]
pub(crate) struct Keywords {
    grams: Grams,
    /// Those of the words that lead to what may lie far from them: beginnings of keys and documents, long tokens.
    far: Grams,
    /// The few words of one or two letters.
    short: Vec<Short>,
    runs: Runs,
    /// Whether anybody wants runs that may be encoded.
    decodes: bool,
    /// Of each word.
    targets: Vec<Target>,
    /// The rules of all words, one word's after the other's.
    asked: Vec<u32>,
}

/// A word of one or two letters, looked for by the rarer of them.
#[derive(Debug)]
struct Short {
    word: Vec<u8>,
    number: u32,
    rarer: usize,
}

impl Short {
    fn find(&self, bytes: &[u8], part: Range<usize>, found: &mut impl FnMut(u32, usize)) {
        let Some(letter) = self.word.get(self.rarer) else { return };
        let begin = part.start;
        let text = bytes.get(part).unwrap_or_default();
        let mut look = |at: usize| {
            let start = (begin + at).checked_sub(self.rarer)?;
            let here = bytes.get(start..start + self.word.len())?;
            here.eq_ignore_ascii_case(&self.word).then(|| found(self.number, start))
        };
        let (lower, upper) = (letter.to_ascii_lowercase(), letter.to_ascii_uppercase());
        if lower == upper {
            memchr::memchr_iter(*letter, text).for_each(|at| {
                look(at);
            });
        } else {
            memchr::memchr2_iter(lower, upper, text).for_each(|at| {
                look(at);
            });
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
    /// Runs of digits of base64: what may be encoded.
    pub(crate) runs: Vec<(u32, u32)>,
    /// End, start and number of each word of a block.
    words: Vec<(u32, u32, u32)>,
}

/// Words, or places of them, of one file beyond which its working memory is given back.
const MAX_KEPT: usize = 1 << 15;
/// How much of a file is asked for words before they are told: what one block holds stays near the processor.
const BLOCK: usize = STEP << 13;

impl Seen {
    /// Whether it grew so large that it is better made anew.
    pub(crate) fn is_large(&self) -> bool {
        self.words.capacity().max(self.triggers.capacity()).max(self.runs.capacity()) > MAX_KEPT
    }

    fn clear(&mut self) {
        for rule in self.rules.drain(..) {
            if let Some(places) = self.places.get_mut(rule as usize) {
                places.clear();
                if places.capacity() > MAX_KEPT {
                    *places = Vec::new();
                }
            }
        }
        self.triggers.clear();
        self.runs.clear();
    }

    fn push(&mut self, rule: u32, start: u32, end: u32) {
        let index = rule as usize;
        if index >= self.places.len() {
            self.places.resize_with(index + 1, Vec::new);
        }
        let places = &mut self.places[index];
        match places.last_mut() {
            // A run of one letter holds a word at every byte: what overlaps is one place.
            Some(last) if last.0 <= start && start < last.1 => last.1 = last.1.max(end),
            Some(_) => places.push((start, end)),
            None => {
                self.rules.push(rule);
                places.push((start, end));
            }
        }
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
        /// Words in the order of their numbers, and the number of each.
        #[derive(Default)]
        struct Words<'a> {
            words: Vec<&'a str>,
            index: FxHashMap<Cow<'a, str>, u32>,
        }
        impl<'a> Words<'a> {
            fn number(&mut self, word: &'a str) -> u32 {
                let is_lower = !word.bytes().any(|b| b.is_ascii_uppercase());
                let key = if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_ascii_lowercase()) };
                *self.index.entry(key).or_insert_with(|| {
                    self.words.push(word);
                    clamp(self.words.len() - 1)
                })
            }
        }
        let mut words = Words { words: Vec::new(), index: FxHashMap::with_capacity_and_hasher(1 << 12, FxBuildHasher) };
        let mut asked: Vec<(u32, u32)> = Vec::with_capacity(rules.len());
        for (i, rule) in rules.iter().enumerate().filter(|(_, r)| r.regex.is_some()) {
            asked.extend(rule.keywords.iter().map(|word| (words.number(word), clamp(i))));
        }
        asked.sort_unstable();
        let mut leads: Vec<(u32, Trigger)> = triggers.map(|(word, trigger)| (words.number(word), trigger)).collect();
        let decodes = !leads.is_empty();
        // A word of several detectors leads to the last of them.
        leads.sort_by_key(|(word, _)| *word);
        let words = words.words;
        let mut targets: Vec<Target> = words.iter().map(|word| Target::new(word.len())).collect();
        for &(word, trigger) in &leads {
            targets[word as usize].trigger = Some(trigger);
        }
        for (at, &(word, _)) in asked.iter().enumerate() {
            let rules = &mut targets[word as usize].rules;
            *rules = if rules.start == rules.end { at..at + 1 } else { rules.start..at + 1 };
        }
        let asked: Vec<u32> = asked.into_iter().map(|(_, rule)| rule).collect();
        let long: Vec<bool> = rules.iter().map(SecretRule::may_be_long).collect();
        let is_far = |target: &Target| {
            let rules = asked.get(target.rules.clone()).unwrap_or_default();
            rules.iter().any(|&rule| long[rule as usize]) || target.trigger.is_some_and(Trigger::is_far)
        };
        let numbered = || (0u32..).zip(words.iter().map(|w| w.as_bytes()));
        let grams = Grams::new(numbered());
        let far = Grams::new(numbered().zip(&targets).filter(|(_, target)| is_far(target)).map(|(word, _)| word));
        let short = numbered()
            .filter(|(_, word)| word.len() < SHORTEST && !word.is_empty())
            .map(|(number, word)| {
                let rarer = word.iter().enumerate().min_by_key(|(_, b)| commonness(**b)).map_or(0, |(i, _)| i);
                Short { word: word.to_vec(), number, rarer }
            })
            .collect();
        Self { grams, far, short, runs: Runs::new(rules), decodes, targets, asked }
    }

    /// Looks for all words in `bytes`, or in what of them the focus asks for. They are told in the order of their ends,
    /// longer ones first.
    pub(crate) fn scan(&self, bytes: &[u8], focus: &Focus, seen: &mut Seen) {
        seen.clear();
        let mut words = std::mem::take(&mut seen.words);
        words.clear();
        let near = if focus.is_everything() { Vec::new() } else { focus.near_parts(bytes.len(), STEP) };
        for stretch in focus.parts(bytes.len(), STEP) {
            for begin in stretch.clone().step_by(BLOCK) {
                let part = begin..(begin + BLOCK).min(stretch.end);
                let mut push = |word: u32, start: usize| {
                    let len = self.targets.get(word as usize).map_or(0, |t| t.len);
                    words.push((clamp(start).saturating_add(len), clamp(start), word));
                };
                let mut all = |grams: &Grams, part: Range<usize>| {
                    if !grams.is_empty() && !part.is_empty() {
                        grams.find(bytes, part, &mut push);
                    }
                };
                if focus.is_everything() {
                    all(&self.grams, part.clone());
                } else {
                    let first = near.partition_point(|n| n.end <= part.start);
                    let mut at = part.start;
                    for here in near[first..].iter().take_while(|n| n.start < part.end) {
                        let (from, to) = (here.start.max(part.start), here.end.min(part.end));
                        all(&self.far, at..from);
                        all(&self.grams, from..to);
                        at = to;
                    }
                    all(&self.far, at..part.end);
                }
                for short in &self.short {
                    short.find(bytes, part.clone(), &mut push);
                }
                words.sort_unstable();
                // What ends behind the block may yet come behind a word of the next one.
                let last = part.end == stretch.end;
                let told = words.partition_point(|(end, ..)| last || *end <= clamp(part.end));
                for (end, start, word) in words.drain(..told) {
                    let Some(target) = self.targets.get(word as usize) else { continue };
                    for &rule in self.asked.get(target.rules.clone()).unwrap_or_default() {
                        seen.push(rule, start, end);
                    }
                    if let Some(trigger) = target.trigger {
                        seen.triggers.push((start, trigger));
                    }
                }
            }
        }
        seen.words = words;
        if self.decodes || !self.runs.is_empty() {
            let mut runs = std::mem::take(&mut seen.runs);
            long_runs(bytes, &focus.parts(bytes.len(), 1), |run| {
                let mut push = |rule, place: Range<usize>| {
                    seen.push(rule, clamp(place.start), clamp(place.end));
                };
                self.runs.asked(bytes, run.clone(), &mut push);
                runs.push((clamp(run.start), clamp(run.end)));
            });
            seen.runs = runs;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_at_the_border_of_blocks_are_told_in_order_and_once() {
        let keywords = Keywords::new(&[], ["pass", "bypass", "s", "key"].iter().map(|w| (*w, Trigger::Name)));
        let mut seen = Seen::default();
        for shift in 0..8 {
            let mut text = vec![b'.'; BLOCK * 2 + 40];
            for at in [BLOCK - shift, BLOCK * 2 - shift] {
                text[at..at + 6].copy_from_slice(b"bypass");
            }
            keywords.scan(&text, &Focus::everything(), &mut seen);
            let starts: Vec<usize> = seen.triggers.iter().map(|(at, _)| *at as usize).collect();
            let at = |begin: usize| [begin + 4, begin, begin + 2, begin + 5];
            assert_eq!(starts, [at(BLOCK - shift), at(BLOCK * 2 - shift)].concat(), "{shift}");
        }
    }

    #[test]
    fn words_are_told_by_their_ends_and_the_longer_first() {
        let words = ["pass", "bypass", "ss", "s", "by", "key"];
        let keywords = Keywords::new(&[], words.iter().map(|w| (*w, Trigger::Name)));
        let mut seen = Seen::default();
        for _ in 0..2 {
            keywords.scan(b"ByPass", &Focus::everything(), &mut seen);
            let starts: Vec<u32> = seen.triggers.iter().map(|(at, _)| *at).collect();
            // by, s, bypass, pass, ss, s
            assert_eq!(starts, [0, 4, 0, 2, 4, 5]);
        }
    }
}
