//! Files that have only one end of each flow: sources without a sink, or sinks without a source.
//!
//! To interpret such a file is worth its cost only if the other end stands in some other file, and that is known when
//! all have been seen. Until then the matches are kept; most libraries have sinks by the hundred and nothing that
//! ever reaches them. What is not needed is left to [`super::around`], as a file without any match is.
//!
//! A file whose other end has been seen already is interpreted at once, which saves to parse it again. When that is
//! depends on the order of the files, what comes of it does not: either way the file is interpreted with the same rules.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use firedoor_core::{Findings, Notice, SourceFile};
use firedoor_lang::Language;
use rayon::prelude::*;

use super::SastEngine;
use super::around::{self, Kept};
use super::taint::{CompiledTaint, interpret};
use crate::formula::FileContext;
use crate::taint::{FileTaint, RuleHits};

/// A file with one end of flows.
pub(super) struct Half<'e> {
    file: Arc<SourceFile>,
    language: Language,
    hits: Vec<RuleHits<'e>>,
}

/// Whether some rule has both ends in the file. If not, drops what decides nothing in it: sources that are any text.
pub(super) fn is_whole(hits: &mut Vec<RuleHits<'_>>) -> bool {
    let whole = hits.iter().any(|h| !h.sources.is_empty() && !h.sinks.is_empty());
    if !whole {
        hits.retain(|h| h.begins || !h.sinks.is_empty());
    }
    whole
}

/// Which rules have a source, and which a sink, in the files so far.
pub(super) struct Ends {
    begun: Vec<AtomicBool>,
    ended: Vec<AtomicBool>,
}

impl Ends {
    pub(super) fn new(rules: usize) -> Self {
        let none = || (0..rules).map(|_| AtomicBool::new(false)).collect();
        Self { begun: none(), ended: none() }
    }

    /// Notes what a file has.
    pub(super) fn add(&self, hits: &[RuleHits<'_>]) {
        for (rule, sources, sinks) in hits.iter().map(RuleHits::ends) {
            if sources {
                self.begun[rule].store(true, Ordering::Relaxed);
            }
            if sinks {
                self.ended[rule].store(true, Ordering::Relaxed);
            }
        }
    }

    /// Notes that there may be sources in any file.
    fn begin(&self, rule: usize) {
        self.begun[rule].store(true, Ordering::Relaxed);
    }

    /// Whether a flow of some rule that a file has an end of may have both ends.
    pub(super) fn meet(&self, hits: &[RuleHits<'_>]) -> bool {
        let is_set = |flags: &[AtomicBool], rule: usize| flags[rule].load(Ordering::Relaxed);
        hits.iter().any(|h| is_set(&self.begun, h.rule) && is_set(&self.ended, h.rule))
    }
}

/// Keeps a file for [`add`].
pub(super) fn keep<'e>(
    halves: &Mutex<Vec<Half<'e>>>,
    file: &Arc<SourceFile>,
    language: Language,
    hits: Vec<RuleHits<'e>>,
) {
    let half = Half { file: Arc::clone(file), language, hits };
    halves.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(half);
}

/// Interprets the files whose other ends have been found; the rest goes to `kept`.
pub(super) fn add<'e>(
    engine: &'e SastEngine,
    halves: Vec<Half<'e>>,
    ends: &Ends,
    tainted: &mut Vec<FileTaint<'e>>,
    kept: &Mutex<Kept>,
    out: &mut Findings,
) {
    with_text_sources(engine).for_each(|rule| ends.begin(rule));
    let (needed, rest): (Vec<_>, Vec<_>) = halves.into_iter().partition(|h| ends.meet(&h.hits));
    for half in rest {
        around::keep(kept, &half.file, Some(half.language));
    }
    let results: Vec<(Vec<FileTaint<'e>>, Vec<Notice>)> = needed
        .into_par_iter()
        .map(|half| {
            let context = FileContext::new(half.file.bytes(), Some(half.language));
            match context.tree() {
                Some(tree) => interpret(engine, &half.file, tree, half.language, half.hits),
                None => (Vec::new(), Vec::new()),
            }
        })
        .collect();
    for (files, notices) in results {
        tainted.extend(files);
        notices.into_iter().for_each(|notice| out.notice(notice));
    }
}

/// Rules of which any text of some form is a source: those are looked for only where a flow leads.
fn with_text_sources(engine: &SastEngine) -> impl Iterator<Item = usize> {
    let compiled = engine.packs.iter().filter_map(|(_, _, pack)| pack.get()).flat_map(|p| &p.rules);
    compiled.filter(|c| c.taint.as_ref().is_some_and(CompiledTaint::has_texts)).map(|c| c.rule)
}
