//! One Aho-Corasick pass for the keywords of all rules and the words of contextual detection together.

use aho_corasick::automaton::Automaton;
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

/// The automaton of all keywords.
#[derive(Debug)]
pub(crate) struct Keywords {
    automaton: Option<dfa::DFA>,
    targets: Vec<Targets>,
}

/// What the pass saw in one file. Reused between files.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// Rule and start and end of its keyword.
    pub(crate) rules: Vec<(u32, u32, u32)>,
    /// Start of a word of contextual detection.
    pub(crate) triggers: Vec<(u32, Trigger)>,
}

impl Seen {
    fn clear(&mut self) {
        self.rules.clear();
        self.triggers.clear();
    }
}

impl Keywords {
    /// Compiles the keywords of `rules` and, if contextual detection is on, its words.
    pub(crate) fn new(rules: &[SecretRule], triggers: &[(&str, Trigger)]) -> Self {
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
        for &(word, trigger) in triggers {
            let at = slot(word, &mut targets);
            targets[at].trigger = Some(trigger);
        }
        let automaton = if words.is_empty() {
            None
        } else {
            // Too many keywords for a table (which no real set reaches) fall back to none; `compile` tells.
            dfa::Builder::new()
                .ascii_case_insensitive(true)
                .start_kind(aho_corasick::StartKind::Unanchored)
                .build(&words)
                .ok()
        };
        Self { automaton, targets }
    }

    /// Whether the automaton could be built.
    pub(crate) fn is_ready(&self) -> bool {
        self.automaton.is_some() || self.targets.is_empty()
    }

    /// Runs over `bytes` once.
    pub(crate) fn scan(&self, bytes: &[u8], seen: &mut Seen) {
        seen.clear();
        let Some(automaton) = &self.automaton else { return };
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
                            seen.rules.push((rule, clamp(start), clamp(end)));
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
