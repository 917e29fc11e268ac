//! Secrets in a text that is about to be quoted: what our own secret rules find, whatever a request or a configuration says.

use std::sync::Arc;

use firedoor_core::{Engine as _, Finding, Findings, SourceFile};
use firedoor_secrets::{SecretsConfig, SecretsEngine};

/// The built-in secret rules, compiled.
pub struct SecretFinder(SecretsEngine);

impl SecretFinder {
    /// Compiles the rules; worth it only where something is quoted.
    #[must_use]
    pub fn new() -> Self {
        let resolve = |path: &str| Err(format!("{path} is not read here"));
        let config = SecretsConfig { builtin: true, extended: false, sources: Vec::new(), resolve: &resolve };
        Self(firedoor_secrets::compile(&config).0)
    }

    /// The secrets in one file.
    #[must_use]
    pub fn find(&self, file: &Arc<SourceFile>) -> Vec<Finding> {
        let mut found = Findings::default();
        let scan = self.0.start();
        scan.file(file, &mut found);
        scan.finish(&mut found);
        found.findings
    }
}

impl Default for SecretFinder {
    fn default() -> Self {
        Self::new()
    }
}
