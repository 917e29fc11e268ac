//! Rule files: gitleaks' TOML, Betterleaks' additions and ours, from text to rules that can run.
//!
//! Loading costs little: patterns of the built-in pack are compiled when first needed (a test compiles them all);
//! the user's own are parsed at once, so that a mistake is told with file and line.

pub(crate) mod allowlist;
pub(crate) mod expr;
pub(crate) mod file;
pub(crate) mod go_regex;
pub(crate) mod pattern;
mod rule_set;
#[cfg(test)]
mod tests;

pub(crate) use rule_set::{RuleSet, SecretRule, load, load_one};
