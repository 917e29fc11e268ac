//! Helpers for firedoor's own tests.
#![allow(clippy::disallowed_methods, reason = "the test kit writes the files that tests read and runs git and bash")]

pub mod composite;
pub mod git;
pub mod http;
pub mod sample_report;
