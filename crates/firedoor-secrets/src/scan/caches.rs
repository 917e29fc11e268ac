//! Working memory of regexes, shared by all rules of a thread and bounded together.
//!
//! A lazy automaton keeps what it has built for the next search. Over a large tree most rules run somewhere, and if
//! each kept its own, memory would grow with the number of rules; so those that were asked last keep theirs.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use regex_automata::Input;
use regex_automata::meta::{Cache, Regex};

/// Most bytes that a thread keeps between searches.
const KEPT: usize = 1 << 20;

/// A regex with a number of its own, by which its memory is found again.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) regex: Regex,
    id: u64,
}

impl Shared {
    pub(crate) fn new(regex: Regex) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self { regex, id: NEXT.fetch_add(1, Ordering::Relaxed) }
    }

    /// The first match.
    pub(crate) fn find(&self, input: Input<'_>) -> Option<Range<usize>> {
        self.with_cache(|regex, cache| regex.search_with(cache, &input)).map(|m| m.range())
    }

    /// Runs searches with this thread's memory for the regex.
    pub(crate) fn with_cache<R>(&self, search: impl FnOnce(&Regex, &mut Cache) -> R) -> R {
        // Taken out while it is used: a search within a search makes a cache of its own, and nothing is borrowed.
        let kept = KEPT_HERE.with(|kept| kept.borrow_mut().take(self.id));
        let mut cache = kept.unwrap_or_else(|| Box::new(self.regex.create_cache()));
        let found = search(&self.regex, &mut cache);
        KEPT_HERE.with(|kept| kept.borrow_mut().put(self.id, cache));
        found
    }
}

thread_local! {
    static KEPT_HERE: RefCell<Kept> = RefCell::new(Kept::default());
}

#[derive(Default)]
struct Kept {
    caches: HashMap<u64, Entry>,
    bytes: usize,
    clock: u64,
}

struct Entry {
    cache: Box<Cache>,
    bytes: usize,
    used: u64,
}

impl Kept {
    fn take(&mut self, id: u64) -> Option<Box<Cache>> {
        let entry = self.caches.remove(&id)?;
        self.bytes -= entry.bytes;
        Some(entry.cache)
    }

    fn put(&mut self, id: u64, cache: Box<Cache>) {
        let bytes = cache.memory_usage() + size_of::<Cache>();
        self.clock += 1;
        if let Some(old) = self.caches.insert(id, Entry { cache, bytes, used: self.clock }) {
            self.bytes -= old.bytes;
        }
        self.bytes += bytes;
        if self.bytes > KEPT {
            self.drop_oldest();
        }
    }

    /// Down to half of the bound, so that this is not done at every search.
    fn drop_oldest(&mut self) {
        let mut order: Vec<(u64, u64)> = self.caches.iter().map(|(id, e)| (e.used, *id)).collect();
        order.sort_unstable();
        for (_, id) in order {
            if self.bytes <= KEPT / 2 {
                return;
            }
            self.take(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn regex(text: &str) -> Shared {
        Shared::new(Regex::new(text).unwrap())
    }

    #[test]
    fn memory_is_bounded_over_many_regexes_and_answers_stay() {
        let all: Vec<Shared> = (0..400).map(|n| regex(&format!(r"(?i)key{n}[a-z0-9_]{{5,80}}[^a-z]"))).collect();
        let text: String = (0..400).map(|n| format!("KEY{n}abcdefgh_{n}zzzz! ")).collect();
        for _ in 0..2 {
            for shared in &all {
                let with = shared.with_cache(|r, c| r.search_with(c, &text.as_str().into()));
                assert_eq!(with, shared.regex.find(&text));
                assert!(KEPT_HERE.with(|k| k.borrow().bytes) <= KEPT);
            }
        }
        let (sum, kept) = KEPT_HERE.with(|k| {
            let k = k.borrow();
            (k.caches.values().map(|e| e.bytes).sum::<usize>(), k.bytes)
        });
        assert_eq!(sum, kept, "what is counted is what is kept");
    }

    #[test]
    fn a_search_within_a_search_of_the_same_regex_has_its_own_memory() {
        let shared = regex("a+b");
        let inner = shared.with_cache(|r, outer| {
            let inner = shared.with_cache(|r, c| r.search_with(c, &"xaab".into()).map(|m| m.range()));
            assert_eq!(r.search_with(outer, &"ab".into()).map(|m| m.range()), Some(0..2));
            inner
        });
        assert_eq!(inner, Some(1..4));
    }
}
