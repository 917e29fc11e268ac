//! From findings to a verdict: identity, suppressions, baseline, policy.
//!
//! Pure functions: nothing here reads a file, asks for the time or starts a thread. Today's date, the key of the
//! fingerprints and every text are handed in, so that the same input gives the same answer.
//!
//! Reading order: [`judge`](judge()) (the whole in one function), [`identity`] (how a finding is recognised again),
//! [`suppress`], [`baseline`], [`policy`], [`config`] (how all of it is written down).

pub mod baseline;
pub mod config;
mod date;
pub mod glob;
pub mod identity;
mod judge;
mod literals;
mod mask;
mod matching;
pub mod policy;
pub mod suppress;

pub use baseline::{Annotation, Baseline, BaselineDiff, BaselineEntry};
pub use config::{Config, parse_config, parse_layers};
pub use date::days_between;
pub use glob::Globs;
pub use identity::{Fingerprint, choose_salt, derive_key};
pub use judge::{Base, GateInput, Judgement, Record, Seen, is_marked, is_wide, judge, new_suppression_rule, places};
pub use literals::keys_of;
pub use policy::{MaxExisting, NewOnly, Override, Policy, Scope, SeverityOverride};
pub use suppress::files::external_ignores;
pub use suppress::{ExternalIgnore, Marker, MarkerSet, Matcher, Subject, Target, markers};
