//! Semgrep's rule format: from YAML text to typed rules, every part with its place.
//!
//! Reading order: [`model`] (what a rule is), [`load`](mod@load) (how it is read). Patterns are not parsed here and regular
//! expressions are not built.

pub mod calls;
mod dict;
mod formula;
mod head;
pub mod language;
pub mod load;
pub mod model;
pub mod options;
pub mod packed;
pub mod render;
mod taint;
pub mod text;

pub use head::FORMAT_VERSION;
pub use load::{Loaded, RuleEntry, RuleFile, load, split};
