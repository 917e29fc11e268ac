//! The dependency engine: lock files matched against OSV.
//!
//! Bytes in, findings out; there is no input or output here. The command line reads and writes the database's files.

mod advice;
pub mod db;
mod doc;
mod engine;
mod findings;
mod fix;
mod held;
mod ignores;
mod lockfile;
mod markdown;
mod names;
mod reach;
mod sbom;
#[cfg(test)]
mod tests;
pub mod version;

pub use db::{Database, DatabaseBuilder, MatchResult};
pub use engine::{Reachability, ScaEngine, ScaOptions};
pub use findings::yanked_rule;
pub use fix::{FixOptions, FixPlan, Fixed, Left, check_fix, plan_fixes};
pub use ignores::{IgnoreEntry, IgnoreScope, YANKED, is_ignore_file, parse_ignores, parse_vex};
pub use lockfile::{
    ListedFile, ListedPackage, included_files, is_about_dependencies, is_installed_file, is_known_file, is_lock_file,
    list_packages, list_project, may_include_others, missing_from_bill,
};
pub use names::is_same_name;
pub use reach::Reach;
pub use sbom::{SbomOptions, sbom_cyclonedx, sbom_spdx};
pub use version::compare_versions;
