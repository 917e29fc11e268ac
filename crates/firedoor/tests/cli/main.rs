//! The built binary, as a user runs it.

#![allow(clippy::disallowed_methods, reason = "these tests make files and run the binary")]

mod gate;
mod git;
mod hostile;
mod repos;
mod support;
