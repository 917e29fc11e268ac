//! Hooks of csharp.

use super::Hook;

pub(super) const HOOKS: &[(&str, Hook)] = &[];
