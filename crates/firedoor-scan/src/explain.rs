//! `firedoor sast --explain RULE FILE`: why a rule finds something in a file, or does not.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use firedoor_core::{Engine, Findings, Origin, RepoPath, SourceFile, Span};
use firedoor_sast::SastConfig;
use firedoor_secrets::SecretsConfig;

use crate::rule_files::RuleFiles;
use crate::setup::{SetupError, read_steering};

/// What each part of a code rule matches in each of the files, as text. Rules are those of the files, or the built-in ones
/// (those of the extended pack included) where no file is named.
///
/// # Errors
/// If a file cannot be read, no rule has that id, or a rule file is broken.
pub fn explain(id: &str, rules: &[PathBuf], files: &[PathBuf]) -> Result<String, SetupError> {
    if files.is_empty() {
        return Err(SetupError::Other("--explain needs the file that the rule is tried on".to_owned()));
    }
    let sources = RuleFiles::load(rules)?.sast;
    let config = SastConfig { builtin: rules.is_empty(), extended: true, sources, ..SastConfig::default() };
    let (engine, broken) = firedoor_sast::compile(&config);
    let resolve = |path: &str| Err(format!("{path} is not read here"));
    let no_secrets = SecretsConfig { builtin: true, extended: false, sources: Vec::new(), resolve: &resolve };
    let (secret_rules, _) = firedoor_secrets::compile(&no_secrets);
    let mut out = String::new();
    for path in files {
        let file = source_file(path)?;
        match engine.explain(id, &file, &secrets(&secret_rules, &file)) {
            Some(text) => out.push_str(&text),
            None if broken.is_empty() => {
                let ids: Vec<&str> = engine.loaded().iter().map(|r| r.info.id.as_str()).collect();
                let near: Vec<&str> = ids.iter().filter(|r| r.contains(id)).take(8).copied().collect();
                let hint = if near.is_empty() { String::new() } else { format!("; did you mean {}?", near.join(", ")) };
                return Err(SetupError::Other(format!("there is no rule `{id}` among {}{hint}", ids.len())));
            }
            None => return Err(SetupError::Diagnostics(broken)),
        }
    }
    Ok(out)
}

fn source_file(path: &Path) -> Result<Arc<SourceFile>, SetupError> {
    let bytes = read_steering(path).map_err(|e| SetupError::Other(format!("cannot read {}: {e}", path.display())))?;
    let name = path.to_string_lossy();
    let name = name.strip_prefix("./").unwrap_or(&name);
    Ok(Arc::new(SourceFile::new(RepoPath::new(name), Origin::WorkTree, bytes)))
}

/// Where a file holds secrets, in order: an explanation quotes code, and no output shows a secret.
fn secrets(engine: &impl Engine, file: &Arc<SourceFile>) -> Vec<Span> {
    let mut found = Findings::default();
    let scan = engine.start();
    scan.file(file, &mut found);
    scan.finish(&mut found);
    let places = found.findings.iter().flat_map(|f| std::iter::once(&f.location).chain(&f.related));
    let mut spans: Vec<Span> = places.map(|l| l.span).collect();
    spans.sort_unstable();
    spans
}
