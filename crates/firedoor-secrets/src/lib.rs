//! The secrets engine: finds credentials in text.
//!
//! Three detectors look at every file, all led by one pass for key words over its bytes:
//!
//! 1. rules in the gitleaks dialect ([`dialect`]), ours and the user's;
//! 2. contextual detection ([`context`]): names, operators and values in any language or format;
//! 3. both again on what [`scan::decode`] decodes.
//!
//! [`validate`] verifies what can be verified without a network. There is no input or output here, and nothing asks a
//! provider whether a secret is live. Suppression comments, ignore files and baselines belong to the gate.
//!
//! `docs/secrets.md` explains how detection decides and how to write a rule.

#[cfg(test)]
mod checksum_tests;
mod context;
mod dialect;
mod engine;
#[cfg(test)]
mod format_tests;
mod generate;
#[cfg(test)]
mod line_tests;
#[cfg(test)]
mod pack_tests;
mod rule_tests;
mod scan;
mod validate;

use firedoor_core::{Diagnostic, RuleSource};

pub use engine::SecretsEngine;
pub use rule_tests::{ExampleKind, RuleTest, test_rules};

/// What a secrets engine is made from.
pub struct SecretsConfig<'a> {
    /// The pack in the binary, and contextual detection with it. A user's file with `useDefault = true` turns both on.
    pub builtin: bool,
    /// Also what is a secret only by convention: salts, nonces, seeds, user names beside passwords.
    pub extended: bool,
    /// The user's rule files, in the order in which they were named.
    pub sources: Vec<RuleSource>,
    /// Reads the file that `[extend] path` names; the error is shown at that path.
    pub resolve: &'a dyn Fn(&str) -> Result<RuleSource, String>,
}

impl std::fmt::Debug for SecretsConfig<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SecretsConfig")
            .field("builtin", &self.builtin)
            .field("extended", &self.extended)
            .field("sources", &self.sources)
            .finish_non_exhaustive()
    }
}

/// Compiles an engine. A rule with a mistake is left out and told; the rest runs.
#[must_use]
pub fn compile(config: &SecretsConfig<'_>) -> (SecretsEngine, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let set = dialect::load(config, &mut diagnostics);
    let engine = SecretsEngine::new(set, config.extended);
    (engine, diagnostics)
}
