//! Where files come from.
//!
//! The work tree ([`walk()`], [`read`]), git's index and commits, archives and standard input. This crate opens files;
//! it judges nothing. Besides it only `firedoor-scan` and the command line may touch the file system.

#![allow(clippy::disallowed_methods, reason = "this is the crate that reads files so that engines need not")]

pub mod archive;
pub mod git;
pub mod hooks;
pub mod root;
mod spare;
pub mod walk;

pub use root::{Root, RootError, normal};
pub use spare::give_back;
pub use walk::{Entry, WalkOptions, read, read_text, walk};
