//! The built binary, as a user runs it.

#![allow(clippy::disallowed_methods, reason = "these tests make files and run the binary")]
#![allow(clippy::print_stderr, reason = "a test that cannot run says so")]

mod action;
mod explain;
mod faults;
mod fixes;
mod gate;
mod generated;
mod git;
mod git_around;
mod git_gate;
mod git_sca;
mod hook;
mod hostile;
mod identity;
mod init;
mod keys;
mod leaks;
mod markers;
mod repos;
mod sca;
mod sca_changes;
mod sca_net;
mod support;
