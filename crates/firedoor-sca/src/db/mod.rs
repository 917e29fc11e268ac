//! The advisory database: an immutable index, built once, read by binary search.
//!
//! - [`build`] reads OSV records (leniently) and writes the files.
//! - [`index`] is one ecosystem's table of names, each with its ranges ready to be evaluated.
//! - [`prose`] holds what a report prints; only the block of a hit is unpacked.
//! - [`matching`] decides whether a version is affected.
//!
//! The format is our own, little-endian and read with bounds checks: a damaged file gives an error, never a panic.
//! It is described in `docs/sca.md`.

pub(crate) mod advisory;
pub mod build;
mod cvss;
pub(crate) mod index;
pub(crate) mod matching;
mod open;
pub(crate) mod prose;
mod wire;

pub use advisory::{Advisory, Kind, Rating, Symbols};
pub use build::{DatabaseBuilder, check_archive};
pub use matching::{Match, MatchResult, Uncompared};
pub use open::{Database, DatabaseError, Loader, pack};
