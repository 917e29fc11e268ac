//! Files that have only one end of each flow: sources without a sink, or sinks without a source.
//!
//! To interpret such a file is worth its cost only if the other end stands in some other file, and that is known when
//! all have been seen. Until then the matches are kept; most libraries have sinks by the hundred and nothing that
//! ever reaches them. What is not needed is left to [`super::around`], as a file without any match is.

use std::collections::BTreeSet;
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

/// Whether some rule has both ends in the file.
pub(super) fn is_whole(hits: &[RuleHits<'_>]) -> bool {
    hits.iter().any(|h| !h.sources.is_empty() && !h.sinks.is_empty())
}

/// Keeps a file for [`add`].
pub(super) fn keep<'e>(
    halves: &Mutex<Vec<Half<'e>>>,
    file: &Arc<SourceFile>,
    language: Language,
    mut hits: Vec<RuleHits<'e>>,
) {
    hits.retain(RuleHits::is_live);
    let half = Half { file: Arc::clone(file), language, hits };
    halves.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(half);
}

/// Interprets the files whose other ends have been found; the rest goes to `kept`.
pub(super) fn add<'e>(
    engine: &'e SastEngine,
    mut halves: Vec<Half<'e>>,
    tainted: &mut Vec<FileTaint<'e>>,
    kept: &Mutex<Kept>,
    out: &mut Findings,
) {
    let whole = || tainted.iter().flat_map(FileTaint::ends);
    let half = || halves.iter().flat_map(|h| h.hits.iter().map(RuleHits::ends));
    let mut begun = with_text_sources(engine);
    let mut ended: BTreeSet<usize> = BTreeSet::new();
    for (rule, sources, sinks) in whole().chain(half()) {
        if sources {
            begun.insert(rule);
        }
        if sinks {
            ended.insert(rule);
        }
    }
    for half in &mut halves {
        half.hits.retain(|h| begun.contains(&h.rule) && ended.contains(&h.rule) && (h.begins || !h.sinks.is_empty()));
    }
    let (needed, rest): (Vec<_>, Vec<_>) = halves.into_iter().partition(|h| !h.hits.is_empty());
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
fn with_text_sources(engine: &SastEngine) -> BTreeSet<usize> {
    let compiled = engine.packs.iter().filter_map(|(_, _, pack)| pack.get()).flat_map(|p| &p.rules);
    compiled.filter(|c| c.taint.as_ref().is_some_and(CompiledTaint::has_texts)).map(|c| c.rule).collect()
}
