//! One Aho-Corasick pass for the keywords of all rules and the words of contextual detection together.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous;
use aho_corasick::{Anchored, dfa};
use rustc_hash::FxHashMap;

use crate::context::Trigger;
use crate::dialect::SecretRule;

/// Where the pass reports to.
#[derive(Clone, Debug, Default)]
struct Targets {
    rules: Vec<u32>,
    trigger: Option<Trigger>,
}

/// Bytes after which the larger and faster automaton pays for its construction.
const WORTH_A_TABLE: usize = 8 << 20;

/// The automaton of all keywords.
///
/// Three staged files are read with a compact automaton that is ready at once; a large scan builds the full table,
/// which takes three times as long to make and half as long to run.
#[derive(Debug)]
pub(crate) struct Keywords {
    words: Vec<String>,
    compact: Option<contiguous::NFA>,
    table: OnceLock<Option<dfa::DFA>>,
    scanned: AtomicUsize,
    targets: Vec<Targets>,
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
        let compact = if words.is_empty() {
            None
        } else {
            // Too many keywords for an automaton (which no real set reaches) leave none; `compile` tells.
            contiguous::Builder::new().ascii_case_insensitive(true).prefilter(false).build(&words).ok()
        };
        Self { words, compact, table: OnceLock::new(), scanned: AtomicUsize::new(0), targets }
    }

    /// Whether the automaton could be built.
    pub(crate) fn is_ready(&self) -> bool {
        self.compact.is_some() || self.targets.is_empty()
    }

    /// Runs over `bytes` once.
    pub(crate) fn scan(&self, bytes: &[u8], seen: &mut Seen) {
        seen.clear();
        let before = self.scanned.fetch_add(bytes.len(), Ordering::Relaxed);
        if before.saturating_add(bytes.len()) >= WORTH_A_TABLE
            && let Some(table) = self.table.get_or_init(|| {
                dfa::Builder::new()
                    .ascii_case_insensitive(true)
                    .start_kind(aho_corasick::StartKind::Unanchored)
                    .prefilter(false)
                    .build(&self.words)
                    .ok()
            })
        {
            self.walk(table, bytes, seen);
        } else if let Some(compact) = &self.compact {
            self.walk(compact, bytes, seen);
        }
    }

    fn walk(&self, automaton: &impl Automaton, bytes: &[u8], seen: &mut Seen) {
        let Ok(mut state) = automaton.start_state(Anchored::No) else { return };
        for (at, &byte) in bytes.iter().enumerate() {
            state = automaton.next_state(Anchored::No, state, byte);
            if automaton.is_special(state) && automaton.is_match(state) {
                let end = at + 1;
                for i in 0..automaton.match_len(state) {
                    let pattern = automaton.match_pattern(state, i);
                    let start = end - automaton.pattern_len(pattern);
                    let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                    if let Some(targets) = self.targets.get(pattern.as_usize()) {
                        for &rule in &targets.rules {
                            seen.push(rule, clamp(start), clamp(end));
                        }
                        if let Some(trigger) = targets.trigger {
                            seen.triggers.push((clamp(start), trigger));
                        }
                    }
                }
            }
        }
    }
}
