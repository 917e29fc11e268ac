//! Hooks of data.

use super::Hook;

pub(super) const HOOKS: &[(&str, Hook)] = &[];
