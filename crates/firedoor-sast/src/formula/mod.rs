//! Formulas: patterns composed with and, or, not, inside, conditions and focus.
//!
//! [`compile()`] turns a rule's formula into a [`Compiled`] one for one language; [`Evaluator`] computes its ranges over
//! a [`FileContext`]. Ranges carry bindings; two ranges combine where one lies in the other and the bindings that they
//! share agree (Semgrep's `Range_with_metavars`).

mod compile;
mod context;
mod evaluate;
mod explain;
mod index;
mod intern;
mod narrow;
mod needs;
mod scalar;
mod subject;

pub use compile::{Compiled, CompiledKind, Leaf, Names, Reading, compile};
pub use context::FileContext;
pub use evaluate::{Evaluator, Range, RangeKind};
pub use explain::Explained;
pub use intern::Interner;
pub use needs::{Asking, Manner, Need};
