//! From a grammar's tree to ours.
//!
//! Each grammar has a descriptor (`desc/*.txt`, read by [`desc`]) that maps its kinds to neutral ones; what tables
//! cannot say is a hook in [`hooks`]. Lowering uses a stack of tasks instead of recursion, so that nesting is bounded
//! by memory and by [`MAX_NODES`] only. Code and patterns are lowered by the same code.

mod bodies;
mod build;
mod desc;
mod hooks;
mod prefix;
mod strings;

pub(crate) use strings::whole;

pub use build::{Lowered, MAX_DEPTH, MAX_NODES, lower, parse};
