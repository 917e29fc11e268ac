//! The code engine: Semgrep rules, matched and tainted.

pub mod cond;
pub mod generic;
pub mod rule;
