//! The built binary, as a user runs it.

#![allow(clippy::disallowed_methods, reason = "these tests make files and run the binary")]

mod action;
mod gate;
mod generated;
mod git;
mod hook;
mod hostile;
mod init;
mod repos;
mod support;
