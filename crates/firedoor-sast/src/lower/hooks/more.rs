//! Hooks of more.

use super::Hook;

pub(super) const HOOKS: &[(&str, Hook)] = &[];
