//! The only crate that knows all engines: one walk, one order, one judgement.
//!
//! [`session::run`] takes a [`Request`] and gives an [`Outcome`]: [`setup`] reads configuration, rules and database,
//! [`scope`](mod@scope) gathers the files, [`driver`] hands each file once to every engine that wants it, [`join`] makes what they
//! found one list, and the gate judges it. What one engine alone knows does not belong here.

#![allow(
    clippy::disallowed_methods,
    reason = "this crate reads configuration, rules and databases so that engines need not"
)]

mod age;
mod base;
pub mod catalogue;
mod context;
pub mod database;
pub mod driver;
pub mod edits;
pub mod explain;
mod faults;
mod history;
mod idle;
mod ignore_files;
pub mod inventory;
pub mod join;
mod kept;
mod masking;
mod named;
mod panics;
pub mod quoting;
pub mod request;
pub mod rule_files;
pub mod rule_tests;
mod scope;
mod selection;
pub mod session;
pub mod setup;
mod steering;
pub mod watch;

pub use request::{Request, Scope};
pub use session::{Outcome, run};
pub use setup::SetupError;
