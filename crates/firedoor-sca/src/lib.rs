//! The dependency engine: lock files matched against OSV.
//!
//! Bytes in, findings out; there is no input or output here. The command line reads and writes the database's files.

mod advice;
pub mod db;
mod doc;
mod engine;
mod findings;
mod ignores;
mod lockfile;
mod names;
mod reach;
mod sbom;
#[cfg(test)]
mod tests;
pub mod version;

pub use advice::{Upgrade, upgrades};
pub use db::{Database, DatabaseBuilder, MatchResult};
pub use engine::{ScaEngine, ScaOptions};
pub use ignores::{IgnoreEntry, IgnoreScope, parse_ignores};
pub use lockfile::{ListedFile, ListedPackage, list_packages, list_project};
pub use reach::Reach;
pub use sbom::{SbomOptions, sbom_cyclonedx, sbom_spdx};
pub use version::compare_versions;
