//! The only crate that knows all engines: one walk, one order, one judgement.
//!
//! [`driver`] hands each file once to every engine that wants it; [`join`] and [`mask`] make what they found one list
//! without a secret in it; the gate judges it. What one engine alone knows does not belong here.

#![allow(
    clippy::disallowed_methods,
    reason = "this crate reads configuration, rules and databases so that engines need not"
)]

pub mod driver;
pub mod join;
pub mod mask;
mod panics;
