//! Patterns: trees with holes, made by the same lowering as code.

mod compile;
mod forms;
mod ignored;
mod model;
mod rewrite;
mod scan;
mod spell;
mod texts;

pub use compile::{PatternError, compile};
pub use forms::Form;
pub use model::{ANY_LOOP, Op, PNode, Pattern, Required, Root, WordPart};
pub(crate) use scan::metavariable_at;
pub(crate) use spell::lists_calls;
pub(crate) use texts::{INDEX_OF_INDEX, is_script, is_telling};
