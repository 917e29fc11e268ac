//! What marks stand for once it is known: sources with the ways from them, and parameters of the function at hand.

use super::certainty::Doubt;
use super::marks::Path;
use super::way::Way;

/// Most sources that one value is traced to; further ones say nothing new.
const MAX_SOURCES: usize = 48;

/// A source: file, hit, label by number.
pub(super) type SourceRef = (u32, u32, u32);

/// A parameter, a part of it, and the label that it gets on the way.
pub(super) type ParamRef = (u16, Path, Option<u32>);

/// What marks stand for, as seen from one function; both lists are sorted.
#[derive(Clone, Debug, Default)]
pub(super) struct Resolved {
    pub(super) sources: Vec<(SourceRef, Way, Doubt)>,
    pub(super) params: Vec<(ParamRef, Way, Doubt)>,
}

impl Resolved {
    pub(super) fn source(&mut self, at: SourceRef, way: Way, doubt: Doubt) {
        if doubt.is_too_much() {
            return;
        }
        match self.sources.binary_search_by_key(&at, |(source, ..)| *source) {
            Ok(there) => {
                let (_, known, guess) = &mut self.sources[there];
                if (doubt, way.len()) < (*guess, known.len()) {
                    (*known, *guess) = (way, doubt);
                }
            }
            Err(place) if self.sources.len() < MAX_SOURCES => self.sources.insert(place, (at, way, doubt)),
            Err(_) => {}
        }
    }

    pub(super) fn param(&mut self, at: ParamRef, way: Way, doubt: Doubt) {
        if !doubt.is_too_much()
            && self.params.len() < MAX_SOURCES
            && let Err(place) = self.params.binary_search_by_key(&at, |(param, ..)| *param)
        {
            self.params.insert(place, (at, way, doubt));
        }
    }

    /// Takes another in: each of its ways goes on along `way`.
    pub(super) fn extend(&mut self, other: &Self, way: &Way, label: Option<u32>, doubt: Doubt) {
        self.sources(other, way, label, doubt);
        for ((param, path, own), before, guess) in &other.params {
            self.param((*param, *path, label.or(*own)), before.then(way), guess.and(doubt));
        }
    }

    /// Takes the sources of another in.
    pub(super) fn sources(&mut self, other: &Self, way: &Way, label: Option<u32>, doubt: Doubt) {
        for ((file, hit, own), before, guess) in &other.sources {
            let guess = guess.and(doubt);
            if !guess.is_too_much() {
                self.source((*file, *hit, label.unwrap_or(*own)), before.then(way), guess);
            }
        }
    }
}
