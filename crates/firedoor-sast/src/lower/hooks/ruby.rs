//! Hooks of ruby.

use super::Hook;

pub(super) const HOOKS: &[(&str, Hook)] = &[];
