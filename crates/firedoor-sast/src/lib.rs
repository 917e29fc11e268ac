//! The code engine: Semgrep rules, matched and tainted.

pub mod rule;
