//! Helpers for firedoor's own tests.
#![allow(clippy::disallowed_methods, reason = "the test kit writes the files that tests read")]

pub mod sample_report;
