//! `firedoor sast --explain RULE FILE`: why a rule finds something in a file, or does not.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use firedoor_core::{Engine as _, Findings, Origin, RepoPath, SourceFile, Span};
use firedoor_sast::{SastConfig, SastEngine};

use crate::catalogue::did_you_mean;
use crate::quoting::SecretFinder;
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
    let finder = SecretFinder::new();
    let own =
        (!rules.is_empty()).then(|| firedoor_sast::compile(&SastConfig { extended: true, ..SastConfig::default() }).0);
    let keys = own.as_ref().unwrap_or(&engine);
    let mut out = String::new();
    for path in files {
        let file = source_file(path)?;
        match engine.explain(id, &file, &hidden(&finder, keys, &file)) {
            Some(text) => out.push_str(&text),
            None if broken.is_empty() => {
                let rules = engine.loaded();
                let hint = did_you_mean(id, rules.iter().map(|r| r.info.id.as_str()));
                return Err(SetupError::Other(format!("there is no rule `{id}` among {}{hint}", rules.len())));
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

/// Where a file holds secrets, and keys that our own code rules point at, in order: an explanation quotes code, and no output
/// shows a secret.
fn hidden(finder: &SecretFinder, code: &SastEngine, file: &Arc<SourceFile>) -> Vec<Span> {
    let found = finder.find(file);
    let places = found.iter().flat_map(|f| std::iter::once(&f.location).chain(&f.related));
    let mut spans: Vec<Span> = places.map(|l| l.span).collect();
    let mut pointed = Findings::default();
    let scan = code.start();
    scan.file(file, &mut pointed);
    scan.finish(&mut pointed);
    spans.extend(firedoor_gate::keys_of(file, &pointed.findings));
    spans.sort_unstable();
    spans.dedup();
    spans
}
