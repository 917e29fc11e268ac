//! Marks: what is known of where a value comes from, and by which way.
//!
//! A mark is rule-agnostic where it can be (a parameter, a call's result); which rules it still concerns is a bit mask
//! beside it, so that one run serves up to 64 rules and a sanitizer clears one bit.

use firedoor_core::Span;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// Rules of one run, one bit each.
pub(super) type Mask = u64;

/// Most marks of one value; more are dropped, real sources last.
const MAX_MARKS: usize = 48;
/// Longest way that is remembered; longer ones keep their beginning.
const MAX_STEPS: u16 = 40;

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Origin {
    /// A match of a source, by its index in the run.
    Source(u32),
    /// A parameter of a function of this file.
    Param(u32, u16),
    /// What a call gives back, by its index in the file.
    Ret(u32),
    /// What a call leaves in its argument (or receiver, [`RECEIVER`]).
    Out(u32, u16),
    /// A field of a class, by the hash of both names.
    Field(u64),
    /// A function of this file, as a value.
    Func(u32),
    /// A new object of a class, as a value.
    Object(u64),
}

/// The receiver among the arguments of a call.
pub(super) const RECEIVER: u16 = u16::MAX;

/// An origin with the label that a propagator gave it, if one did. Labels are indices into the run's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Mark {
    pub(super) origin: Origin,
    pub(super) label: Option<u16>,
}

/// The way into a value, by hashes of keys: `0` behind its end.
pub(super) type Path = [u32; 3];

/// The way into what a mark stands for: no longer, as there would be too many to follow in large projects.
pub(super) type Keys = [u32; 2];

/// In a path: further keys do not matter (the value is a text made of all that lies there).
pub(super) const WHOLE: u32 = 1;
/// In a path: any part.
pub(super) const ANY: u32 = 2;
/// The path of a value that is nothing but itself.
pub(super) const CLOSED: Keys = [WHOLE, 0];

/// The path one key further; one that is full ends there, so that it means everything below.
pub(super) fn further(mut path: Keys, key: u32) -> Keys {
    if let Some(at) = path.iter().position(|k| *k == 0)
        && (at == 0 || path[at - 1] != WHOLE)
    {
        path[at] = key;
    }
    path
}

/// One mark of a value: for which rules, which part of the mark's origin it is, and the last step of its way here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Entry {
    pub(super) mark: u32,
    pub(super) path: Keys,
    pub(super) step: u32,
    pub(super) mask: Mask,
}

impl Entry {
    /// A function as a value, by the number of its mark. What is made of it may still be called.
    pub(super) fn func(mark: u32) -> Self {
        Self { mark, path: CLOSED, step: 0, mask: Mask::MAX }
    }
}

/// Marks of a value, by ascending number.
#[derive(Debug, Default)]
pub(super) struct Marks(SmallVec<[Entry; 2]>);

impl Clone for Marks {
    // All at once: the derived one goes entry by entry.
    fn clone(&self) -> Self {
        Self(SmallVec::from_slice(&self.0))
    }
}

impl PartialEq for Marks {
    /// The ways do not count: a loop is stable when no new mark comes.
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len()
            && self.0.iter().zip(&other.0).all(|(a, b)| a.mark == b.mark && a.mask == b.mask && a.path == b.path)
    }
}

impl Marks {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.0.iter()
    }

    pub(super) fn add(&mut self, entry: Entry) {
        if entry.mask == 0 {
            return;
        }
        // Most come in order.
        let key = (entry.mark, entry.path);
        if self.0.len() < MAX_MARKS && self.0.last().is_none_or(|last| (last.mark, last.path) < key) {
            self.0.push(entry);
            return;
        }
        match self.0.binary_search_by_key(&key, |e| (e.mark, e.path)) {
            Ok(at) => {
                let there = &mut self.0[at];
                there.mask |= entry.mask;
                // The earliest way is kept: it was the shortest when it was made.
                there.step = there.step.min(entry.step);
            }
            Err(at) if self.0.len() < MAX_MARKS => self.0.insert(at, entry),
            // Sources are numbered first, so the highest number is the least telling.
            Err(at) if at < MAX_MARKS => {
                self.0.pop();
                self.0.insert(at, entry);
            }
            Err(_) => {}
        }
    }

    pub(super) fn join(&mut self, other: &Self) {
        if self.0.is_empty() {
            *self = other.clone();
            return;
        }
        // Where two ways meet, most values have the same marks.
        let is_same = |(a, b): (&Entry, &Entry)| a.mark == b.mark && a.path == b.path;
        if self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(is_same) {
            for (there, entry) in self.0.iter_mut().zip(&other.0) {
                there.mask |= entry.mask;
                there.step = there.step.min(entry.step);
            }
            return;
        }
        if other.0.len() < 3 {
            other.0.iter().for_each(|entry| self.add(*entry));
            return;
        }
        // What is there already is most of it.
        let mut new: SmallVec<[Entry; 16]> = SmallVec::new();
        let mut at = 0;
        for entry in &other.0 {
            let key = (entry.mark, entry.path);
            while self.0.get(at).is_some_and(|own| (own.mark, own.path) < key) {
                at += 1;
            }
            match self.0.get_mut(at) {
                Some(own) if (own.mark, own.path) == key => {
                    own.mask |= entry.mask;
                    own.step = own.step.min(entry.step);
                }
                _ => new.push(*entry),
            }
        }
        if new.is_empty() {
            return;
        }
        let own = std::mem::take(&mut self.0);
        self.0.reserve((own.len() + new.len()).min(MAX_MARKS));
        let (mut own, mut new) = (own.into_iter().peekable(), new.into_iter().peekable());
        while self.0.len() < MAX_MARKS {
            let is_own = match (own.peek(), new.peek()) {
                (Some(a), Some(b)) => (a.mark, a.path) < (b.mark, b.path),
                (one, _) => one.is_some(),
            };
            let Some(next) = (if is_own { own.next() } else { new.next() }) else { break };
            self.0.push(next);
        }
    }

    /// Nothing will be added.
    pub(super) fn freeze(&mut self) {
        self.0.shrink_to_fit();
    }

    /// All entries.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.0
    }

    /// The marks of a part.
    pub(super) fn part(&self, key: u32) -> Self {
        let mut out = Self::default();
        for entry in &self.0 {
            out.add(Entry { path: further(entry.path, key), ..*entry });
        }
        out
    }

    /// The marks of a text that is made of the value.
    pub(super) fn close(&mut self) {
        if self.0.iter().any(|e| further(e.path, WHOLE) != e.path) {
            *self = self.part(WHOLE);
        }
    }

    /// Without those that are of no use.
    pub(super) fn retain(&mut self, keep: impl Fn(&Entry) -> bool) {
        self.0.retain(|e| keep(e));
    }

    /// Without these rules.
    pub(super) fn clear(&mut self, mask: Mask) {
        if mask != 0 {
            self.0.retain(|e| {
                e.mask &= !mask;
                e.mask != 0
            });
        }
    }

    /// Only these rules.
    pub(super) fn only(&self, mask: Mask) -> Self {
        Self(self.0.iter().filter(|e| e.mask & mask != 0).map(|e| Entry { mask: e.mask & mask, ..*e }).collect())
    }

    /// Every way goes on through this step.
    pub(super) fn through(&mut self, span: Span, steps: &mut Steps) {
        for entry in &mut self.0 {
            entry.step = steps.next(entry.step, span);
        }
    }
}

/// Numbers for marks: sources come first, so that they are kept when there are too many.
#[derive(Debug, Default)]
pub(super) struct MarkTable {
    all: Vec<Mark>,
    index: FxHashMap<Mark, u32>,
}

impl MarkTable {
    pub(super) fn number(&mut self, mark: Mark) -> u32 {
        if let Some(number) = self.index.get(&mark) {
            return *number;
        }
        let number = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(mark);
        self.index.insert(mark, number);
        number
    }

    /// All marks by number.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Mark> {
        self.all.iter()
    }

    /// Nothing will be added: what only finds numbers again is let go.
    pub(super) fn freeze(&mut self) {
        self.index = FxHashMap::default();
        self.all.shrink_to_fit();
    }

    /// The number of a mark that has one.
    pub(super) fn known(&self, mark: Mark) -> Option<u32> {
        self.index.get(&mark).copied()
    }

    pub(super) fn get(&self, number: u32) -> Mark {
        self.all[number as usize]
    }
}

/// Ways as linked lists of places.
#[derive(Debug, Default)]
pub(super) struct Steps {
    /// Place, the step before, length so far. Number 0 is the beginning of every way.
    all: Vec<(Span, u32, u16)>,
    index: FxHashMap<(Span, u32), u32>,
}

impl Steps {
    pub(super) fn next(&mut self, before: u32, span: Span) -> u32 {
        let (last, _, len) = self.all.get(before as usize).copied().unwrap_or_default();
        if before != 0 && (last == span || len >= MAX_STEPS) {
            return before;
        }
        if self.all.is_empty() {
            self.all.push((Span::default(), 0, 0));
        }
        if let Some(step) = self.index.get(&(span, before)) {
            return *step;
        }
        let step = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push((span, before, len + 1));
        self.index.insert((span, before), step);
        step
    }

    /// Nothing will be added: what only finds steps again is let go.
    pub(super) fn freeze(&mut self) {
        self.index = FxHashMap::default();
        self.all.shrink_to_fit();
    }

    /// The places of a way, first one first, none twice.
    pub(super) fn way(&self, mut step: u32) -> Vec<Span> {
        let mut out: Vec<Span> = Vec::new();
        while step != 0
            && let Some((span, before, _)) = self.all.get(step as usize)
        {
            if !out.contains(span) {
                out.push(*span);
            }
            step = *before;
        }
        out.reverse();
        out
    }
}
