//! The dependency engine: lock files matched against OSV.
//!
//! Bytes in, findings out; there is no input or output here. The command line reads and writes the database's files.

pub mod db;
mod doc;
mod engine;
mod findings;
mod lockfile;
mod names;
mod sbom;
#[cfg(test)]
mod tests;
pub mod version;

pub use db::{Database, DatabaseBuilder, MatchResult};
pub use engine::{ScaEngine, ScaOptions};
pub use lockfile::{ListedFile, ListedPackage, list_packages, list_project};
pub use version::compare_versions;
