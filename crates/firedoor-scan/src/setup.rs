//! From a request to compiled engines: configuration, rules, database.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use firedoor_core::{Diagnostic, Engine, EngineId, Rule, RuleSource};
use firedoor_gate::{Config, NewOnly};
use firedoor_input::Root;
use firedoor_input::git::TreeKind;
use firedoor_sast::{SastConfig, SastEngine};
use firedoor_sca::{Database, Reachability, ScaEngine, ScaOptions};
use firedoor_secrets::{SecretsConfig, SecretsEngine};

use crate::request::Request;
use crate::rule_files::RuleFiles;
use crate::selection;
use crate::steering::Steering;

/// The configuration's file name.
pub const CONFIG_FILE: &str = "firedoor.toml";

/// Why a scan could not begin (exit code 2).
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// Something the user wrote is wrong.
    #[error("{} error(s) in configuration or rules", .0.len())]
    Diagnostics(Vec<Diagnostic>),
    /// Something else.
    #[error("{0}")]
    Other(String),
}

impl From<Vec<Diagnostic>> for SetupError {
    fn from(d: Vec<Diagnostic>) -> Self {
        Self::Diagnostics(d)
    }
}

/// The compiled engines of a run.
#[derive(Default)]
pub struct Engines {
    /// Secrets.
    pub secrets: Option<SecretsEngine>,
    /// Code.
    pub sast: Option<SastEngine>,
    /// Dependencies.
    pub sca: Option<ScaEngine>,
    /// The database that the dependency engine asks.
    pub database: Option<Arc<Database>>,
    /// Rules that could not be loaded; the others run and the run is incomplete.
    pub broken: Vec<Diagnostic>,
}

impl Engines {
    /// In the order of reports.
    #[must_use]
    pub fn list(&self) -> Vec<&dyn Engine> {
        let mut list: Vec<&dyn Engine> = Vec::new();
        list.extend(self.secrets.as_ref().map(|e| e as &dyn Engine));
        list.extend(self.sast.as_ref().map(|e| e as &dyn Engine));
        list.extend(self.sca.as_ref().map(|e| e as &dyn Engine));
        list
    }
}

/// Largest file that steers the gate, in bytes.
pub(crate) const MAX_STEERING: u64 = 64 << 20;

/// Reads a file that steers the gate (configuration, baseline, rules) from the disk: a plain file of sane size, so that a pipe
/// or a device in its place is an error and not a hang.
///
/// # Errors
/// If it is no such file or cannot be read.
pub fn read_steering(path: &Path) -> std::io::Result<Vec<u8>> {
    let meta = std::fs::metadata(path)?;
    if !meta.is_file() {
        return Err(std::io::Error::other("it is no plain file"));
    }
    if meta.len() > MAX_STEERING {
        return Err(std::io::Error::other(format!("it has more than {} MiB", MAX_STEERING >> 20)));
    }
    std::fs::read(path)
}

/// The same of a file that has to be text.
///
/// # Errors
/// As [`read_steering`], and if it is not UTF-8.
pub fn read_steering_text(path: &Path) -> std::io::Result<String> {
    text_of(read_steering(path)?)
}

/// Bytes that have to be text.
pub(crate) fn text_of(bytes: Vec<u8>) -> std::io::Result<String> {
    String::from_utf8(bytes)
        .map_err(|e| std::io::Error::other(format!("it is not UTF-8 at byte {}", e.utf8_error().valid_up_to())))
}

/// Reads the configuration of the work tree that holds for a request, with the request's own wishes applied.
///
/// # Errors
/// Everything that is wrong with it.
pub fn configuration(request: &Request, root: &Root) -> Result<(Config, Option<PathBuf>), SetupError> {
    configuration_by(request, root, &Steering::on_disk())
}

/// The same with files read another way.
///
/// # Errors
/// Everything that is wrong with it.
pub(crate) fn configuration_by(
    request: &Request,
    root: &Root,
    steering: &Steering<'_>,
) -> Result<(Config, Option<PathBuf>), SetupError> {
    let path = match (&request.config, request.no_config) {
        (_, true) => None,
        (Some(path), _) => Some(steering.resolve(path)),
        (None, _) => find_config(root, steering),
    };
    let mut config = match &path {
        None => Config::default(),
        Some(path) => load_config(path, root, steering)?,
    };
    apply(request, &mut config);
    Ok((config, path))
}

/// Lets the command line speak last.
pub fn apply(request: &Request, config: &mut Config) {
    if let Some(fail_on) = request.fail_on {
        config.gate.fail_on = fail_on;
    }
    if let Some(confidence) = request.min_confidence {
        config.gate.min_confidence = confidence;
    }
    if request.new_only {
        config.gate.new_only = NewOnly::Always;
    }
    if request.allow_incomplete {
        config.gate.fail_on_incomplete = false;
    }
    if !request.engines.is_empty() {
        config.scan.engines.clone_from(&request.engines);
    }
    if let Some(jobs) = request.jobs {
        config.scan.jobs = jobs;
    }
    if let Some(category) = &request.category {
        config.category.clone_from(category);
    }
}

/// The nearest configuration file at or above the scanned folder, not above the root of a git work tree.
fn find_config(root: &Root, steering: &Steering<'_>) -> Option<PathBuf> {
    let first = root.paths.first()?;
    let start = if first.is_dir() { first.as_path() } else { first.parent()? };
    for dir in start.ancestors() {
        let candidate = dir.join(CONFIG_FILE);
        match steering.kind(&candidate) {
            Ok(TreeKind::Folder | TreeKind::Nothing) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Ok(TreeKind::File) | Err(_) => return Some(candidate),
        }
        if root.is_git && dir == root.dir {
            break;
        }
    }
    None
}

fn load_config(path: &Path, root: &Root, steering: &Steering<'_>) -> Result<Config, SetupError> {
    let mut layers = Vec::new();
    let mut seen = BTreeSet::new();
    let mut queue = vec![(path.to_path_buf(), None::<(firedoor_gate::config::Extends, RuleSource)>)];
    while let Some((path, pinned)) = queue.pop() {
        // What is wrong with a file that another one extends is told where that one names it.
        let wrong = |code: &'static str, message: String, label: &str| match &pinned {
            Some((extends, by)) => SetupError::Diagnostics(vec![Diagnostic::new(
                code,
                by,
                Some(extends.span),
                format!("{message}."),
                label,
            )]),
            None => SetupError::Other(message),
        };
        let real = steering.resolve(&path);
        if !seen.insert(real.clone()) {
            let message = format!("{} is extended more than once, or extends itself", path.display());
            return Err(wrong("circular-extends", message, "read already"));
        }
        let shown = firedoor_input::walk::relative(&root.dir, &real).as_str().to_owned();
        let bytes = steering
            .read(&path)
            .map_err(|e| wrong("unreadable-extends", format!("cannot read {}: {e}", path.display()), "not loaded"))?;
        if let Some((extends, by)) = &pinned {
            firedoor_gate::config::check_digest(extends, by, &bytes).map_err(|d| SetupError::Diagnostics(vec![*d]))?;
        }
        let text = String::from_utf8(bytes).map_err(|e| {
            let message = format!("{} is not UTF-8 at byte {}", path.display(), e.utf8_error().valid_up_to());
            wrong("unreadable-extends", message, "not loaded")
        })?;
        let source = RuleSource::new(shown, text);
        let config = firedoor_gate::parse_config(&source)?;
        for extends in &config.extends {
            let base = path.parent().unwrap_or_else(|| Path::new(".")).join(&extends.path);
            queue.push((base, Some((extends.clone(), source.clone()))));
        }
        // The most general layer comes first.
        layers.insert(0, source);
    }
    Ok(firedoor_gate::parse_layers(&layers)?)
}

/// Compiles the engines that a request wants.
///
/// # Errors
/// If a rule path cannot be read, a rule file of the user's holds no usable rule, or a database is broken.
pub(crate) fn engines(
    request: &Request,
    config: &Config,
    config_dir: &Path,
    steering: &Steering<'_>,
) -> Result<Engines, SetupError> {
    let wants = |id: EngineId| config.scan.engines.contains(&id);
    let mut out = Engines::default();
    let own = RuleFiles::load_by(&request.rules, steering)?;
    let configured = |rules: &[String]| -> Vec<PathBuf> { rules.iter().map(|r| config_dir.join(r)).collect() };

    if wants(EngineId::Secrets) {
        let mut sources = own.secrets.clone();
        let from_config = RuleFiles::load_by(&configured(&config.secrets.common.rules), steering)?.secrets;
        let builtin = request.builtin.unwrap_or(own.secrets.is_empty()) && config.secrets.common.builtin;
        sources.extend(from_config);
        let resolve = |path: &str| -> Result<RuleSource, String> {
            let text = steering.read_text(Path::new(path)).map_err(|e| format!("cannot read {path}: {e}"))?;
            Ok(RuleSource::new(path, text))
        };
        let mut compiled =
            SecretsConfig { builtin, extended: request.extended, sources: sources.clone(), resolve: &resolve };
        let mut off = BTreeSet::new();
        if selection::selects(&config.secrets.common) {
            let (all, _) = firedoor_secrets::compile(&compiled);
            out.broken.extend(selection::check(config, EngineId::Secrets, all.rules())?);
            off = selection::switched_off(&config.secrets.common, all.rules());
        }
        compiled.sources.splice(0..0, selection::wishes(&off, &config.secrets.allow_values));
        let (engine, mut broken) = firedoor_secrets::compile(&compiled);
        let wrong = selection::of_wishes(config, &mut broken);
        if !wrong.is_empty() {
            return Err(wrong.into());
        }
        refuse_if_nothing_is_left(&sources, engine.rules(), &broken)?;
        out.broken.extend(broken);
        out.secrets = Some(engine);
    }
    if wants(EngineId::Sast) {
        let mut sources = own.sast.clone();
        sources.extend(RuleFiles::load_by(&configured(&config.sast.common.rules), steering)?.sast);
        let builtin = request.builtin.unwrap_or(own.sast.is_empty()) && config.sast.common.builtin;
        let mut compiled = SastConfig {
            builtin,
            extended: request.extended,
            sources: sources.clone(),
            max_file_size: config.sast.common.max_file_size,
            languages: selection::languages(config)?,
            today: Some(request.today.clone()),
            ..SastConfig::default()
        };
        if selection::selects(&config.sast.common) {
            let (all, _) = firedoor_sast::compile(&SastConfig { check: false, ..compiled.clone() });
            out.broken.extend(selection::check(config, EngineId::Sast, all.rules())?);
            compiled.without = selection::switched_off(&config.sast.common, all.rules());
        }
        let (engine, broken) = firedoor_sast::compile(&compiled);
        selection::check_languages(config, engine.rules())?;
        refuse_if_nothing_is_left(&sources, engine.rules(), &broken)?;
        out.broken.extend(broken);
        out.sast = Some(engine);
    }
    if wants(EngineId::Sca) {
        let folder = request.database.clone().or_else(|| config.sca.database.as_ref().map(|d| config_dir.join(d)));
        if let Some(folder) = &folder {
            steering.watch(folder);
        }
        let database = match &request.asked {
            Some(asked) => Arc::clone(asked),
            None => crate::database::open_by(folder.as_deref(), steering)?,
        };
        let options = ScaOptions {
            include_installed: request.installed,
            reachability: match config.sca.reachability {
                _ if request.reachability => Reachability::Always,
                Some(true) => Reachability::Always,
                Some(false) => Reachability::Off,
                None => Reachability::WholeTree,
            },
            unrated: config.sca.unrated,
            ignore_groups: config.sca.ignore_groups.clone(),
            ..ScaOptions::default()
        };
        out.sca = Some(ScaEngine::new(Arc::clone(&database), options));
        out.database = Some(database);
    }
    Ok(out)
}

/// Whether a diagnostic is a remark: the rule that it is about is loaded and runs all the same. Other tools add keys of
/// their own to the formats that they share; a rule for another version of the tool is left out on purpose.
pub(crate) fn is_remark(d: &Diagnostic) -> bool {
    matches!(d.code, "unknown-key" | "unknown-option" | "duplicate-id" | "other-version" | "no-such-rule")
}

/// A rule file of which nothing could be used is an error of its author, not an incomplete scan.
fn refuse_if_nothing_is_left(
    sources: &[RuleSource],
    rules: &[Arc<Rule>],
    broken: &[Diagnostic],
) -> Result<(), SetupError> {
    let is_broken = |rule: &Rule| broken.iter().any(|d| !is_remark(d) && d.rule.as_deref() == Some(rule.id.as_str()));
    if sources.is_empty() || rules.iter().any(|r| !is_broken(r)) {
        return Ok(());
    }
    if !broken.is_empty() {
        return Err(SetupError::Diagnostics(broken.to_vec()));
    }
    let files: Vec<&str> = sources.iter().map(|s| s.path.as_str()).collect();
    Err(SetupError::Other(format!("there is no rule in {}", files.join(", "))))
}
