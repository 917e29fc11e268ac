//! Hooks of php.

use super::Hook;

pub(super) const HOOKS: &[(&str, Hook)] = &[];
