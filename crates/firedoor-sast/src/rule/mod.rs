//! Semgrep's rule format: from YAML text to typed rules, every part with its place.
//!
//! Reading order: [`model`] (what a rule is), `load` (how it is read). Patterns are not parsed here and regular
//! expressions are not built.

pub mod language;
pub mod model;
pub mod options;
pub mod text;
