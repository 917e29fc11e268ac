//! Languages `generic` and `regex`: texts that no grammar reads.
//!
//! [`Document`] cuts a text into nested tokens, [`Pattern`] is a compiled generic pattern, [`search()`] finds one in the
//! other. Regular expressions are [`crate::cond::Pcre`]; both give [`crate::cond::TextMatch`].

mod document;
mod pattern;
mod search;

pub use document::Document;
pub use pattern::Pattern;
pub use search::{Hits, Manner, search};

#[cfg(test)]
mod tests;
