//! The rules that a request would run, described: for `firedoor rules list`, `rules check` and `explain`.

use std::path::PathBuf;
use std::sync::Arc;

use firedoor_core::{Diagnostic, EngineId, Rule};

use crate::request::Request;
use crate::setup::{self, SetupError};

/// Rules of files, or the built-in ones (low confidence included) where no file is named; and what is wrong with them.
///
/// # Errors
/// If a path cannot be read.
pub fn catalogue(paths: &[PathBuf]) -> Result<(Vec<Arc<Rule>>, Vec<Diagnostic>), SetupError> {
    let request = Request {
        rules: paths.to_vec(),
        builtin: Some(paths.is_empty()),
        extended: true,
        engines: vec![EngineId::Secrets, EngineId::Sast],
        ..Request::default()
    };
    let mut config = firedoor_gate::Config::default();
    setup::apply(&request, &mut config);
    let engines =
        match setup::engines(&request, &config, std::path::Path::new("."), &crate::steering::Steering::on_disk()) {
            Ok(engines) => engines,
            Err(SetupError::Diagnostics(broken)) => return Ok((Vec::new(), broken)),
            Err(other) => return Err(other),
        };
    let mut rules: Vec<_> = engines.list().iter().flat_map(|e| e.rules().iter().cloned()).collect();
    rules.sort_by(|a, b| (a.engine, &a.id).cmp(&(b.engine, &b.id)));
    Ok((rules, engines.broken))
}

/// The rules that no pack holds: the gate's, and the one of packages that were taken back.
#[must_use]
pub fn own() -> Vec<Arc<Rule>> {
    vec![firedoor_gate::new_suppression_rule(), Arc::new(firedoor_sca::yanked_rule())]
}

/// What to add to the message that no rule has an id: those that hold it, or nothing.
#[must_use]
pub fn did_you_mean<'r>(id: &str, rules: impl Iterator<Item = &'r str>) -> String {
    let near: Vec<&str> = rules.filter(|rule| rule.contains(id)).take(8).collect();
    if near.is_empty() { String::new() } else { format!("; did you mean {}?", near.join(", ")) }
}

/// Whether a scan with this configuration, whose paths are relative to `root`, could make its engines.
#[must_use]
pub fn loads(config: &firedoor_gate::Config, root: &std::path::Path) -> bool {
    setup::engines(&Request::default(), config, root, &crate::steering::Steering::on_disk()).is_ok()
}
