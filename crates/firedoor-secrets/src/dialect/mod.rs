//! Rule files: gitleaks' TOML, Betterleaks' additions and ours, from text to rules that can run.
//!
//! Loading costs little: the pack in the binary is read from a packed form and its patterns are compiled when first needed
//! (a test compiles them all); the user's own are parsed at once, so that a mistake is told with file and line.

pub(crate) mod allowlist;
pub(crate) mod expr;
pub(crate) mod file;
pub(crate) mod go_regex;
mod packed;
pub(crate) mod pattern;
mod rule_set;
#[cfg(test)]
mod tests;

pub(crate) use rule_set::{RuleSet, SecretRule, load, load_one};
