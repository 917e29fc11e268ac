//! Languages: how rules call them, by what their files are known, and their grammars.
//!
//! There is no lowering and no matching here: `firedoor-sast` builds its own tree on top of these grammars.

mod language;
mod parse;
mod vue;

pub use language::Language;
pub use parse::parse;
pub use vue::scripts;

/// The grammar of a language.
#[must_use]
pub fn grammar(language: Language) -> tree_sitter::Language {
    language.grammar()
}
