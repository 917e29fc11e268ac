//! Contextual detection.

pub(crate) mod language;
pub(crate) mod value;

use std::collections::BTreeSet;
use std::sync::Arc;

use firedoor_core::Rule;

use crate::scan::{Hit, Place};

/// Why a place is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trigger {
    /// A name of something secret.
    Name,
}

/// Words that lead to a place worth looking at, lower case.
pub(crate) const TRIGGERS: &[(&str, Trigger)] = &[];

/// The detectors that are on.
#[derive(Debug)]
pub(crate) struct Detectors {
    pub(crate) rules: Vec<Arc<Rule>>,
}

impl Detectors {
    pub(crate) fn new(_disabled: &BTreeSet<String>, _extended: bool) -> Self {
        Self { rules: Vec::new() }
    }

    pub(crate) fn run(&self, _place: Place<'_>, _bytes: &[u8], _triggers: &[(u32, Trigger)], _hits: &mut Vec<Hit>) {}
}
