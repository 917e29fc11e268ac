//! The code engine: Semgrep rules, matched and tainted.

pub mod lower;
pub mod matcher;
pub mod names;
pub mod pattern;
pub mod rule;
pub mod search;
pub mod tree;

pub use search::{search_text, show_pattern, show_tree};
