//! The code engine: Semgrep rules, matched and tainted.
//!
//! Reading order: [`tree`] (one tree for all languages), [`lower`] (how code gets there), [`names`] (variables, imports,
//! constants), [`pattern`] and [`matcher`], [`formula`] (patterns composed, with conditions), [`taint`]
//! (values from sources to sinks), [`engine`].

pub mod cond;
pub mod engine;
pub mod formula;
pub mod generic;
pub mod lower;
pub mod matcher;
pub mod names;
pub mod pattern;
pub mod rule;
pub mod search;
pub mod taint;
pub mod testing;
pub mod tree;

pub use engine::{SastConfig, SastEngine, compile};
pub use search::{SearchMatch, search, search_text, show_pattern, show_tree};
