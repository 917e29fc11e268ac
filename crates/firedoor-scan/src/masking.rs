//! Secrets in files of which something is shown and at which the engine for them does not look: found to be masked, and not
//! reported. A line that another engine quotes may hold one.

use std::collections::BTreeSet;

use firedoor_core::{Engine, EngineId, Finding, RepoPath};
use firedoor_gate::Config;
use firedoor_secrets::SecretsConfig;

use crate::driver::{Drive, Item, NoProgress};
use crate::request::Request;
use crate::selection::selects;
use crate::session::Seen;

/// Whether the engine for secrets runs with all that the binary knows, so that what is not found by it is none.
pub(crate) fn looks_for_all(list: &[&dyn Engine], request: &Request, config: &Config) -> bool {
    let own = &config.secrets.common;
    // Rules of the command line may stand in place of the binary's.
    let is_builtin = own.builtin && request.builtin != Some(false) && request.rules.is_empty();
    list.iter().any(|e| e.id() == EngineId::Secrets)
        && is_builtin
        && !selects(own)
        && own.max_file_size >= config.scan.max_file_size
        && config.secrets.allow_values.is_empty()
}

/// Secrets in the files of findings of other engines. `is_read` says of which files the secrets are known.
pub(crate) fn secrets_of_others(
    findings: &[Finding],
    items: &[Item],
    drive: &Drive<'_>,
    is_read: &(dyn Fn(&RepoPath) -> bool + Sync),
) -> Vec<Finding> {
    let others = findings.iter().filter(|f| f.engine() != EngineId::Secrets);
    let shown: BTreeSet<&RepoPath> = others.flat_map(firedoor_gate::places).filter(|path| !is_read(path)).collect();
    if shown.is_empty() {
        return Vec::new();
    }
    let nothing = |path: &str| Err(format!("{path} is not read here"));
    let config = SecretsConfig { builtin: true, extended: false, sources: Vec::new(), resolve: &nothing };
    let (engine, _) = firedoor_secrets::compile(&config);
    let items: Vec<Item> = items.iter().filter(|item| shown.contains(item.path())).cloned().collect();
    let engines: [&dyn Engine; 1] = [&engine];
    let all = |_, _: &RepoPath| true;
    let drive = Drive {
        engines: &engines,
        allowed: &all,
        whole: &all,
        engine_limit: &|_| u64::MAX,
        progress: &NoProgress,
        ..*drive
    };
    drive.run(&items, &|_| None::<Seen>).found.findings
}
