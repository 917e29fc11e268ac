//! One run from request to report.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use firedoor_core::{
    Diagnostic, EngineId, EngineSummary, Fix, Notice, Origin, RepoPath, Rule, RuleSource, RunReport, SourceFile,
    VersionControl,
};
use firedoor_gate::{Baseline, Config, ExternalIgnore, GateInput, Judgement, Marker, MarkerSet};
use firedoor_input::{Root, WalkOptions};
use firedoor_sca::ScaEngine;
use globset::{Glob, GlobSet, GlobSetBuilder};

use crate::driver::{Drive, Driven, Item, Progress};
use crate::request::{Request, Scope};
use crate::setup::{self, Engines, SetupError};
use crate::{join, scope};

/// What a run gives.
pub struct Outcome {
    /// For the reporters.
    pub report: RunReport,
    /// For the baseline commands.
    pub judgement: Judgement,
    /// The baseline that it was judged with.
    pub baseline: Option<Baseline>,
    /// The salt from which the key of the fingerprints comes.
    pub salt: String,
    /// Rules that could not be loaded; each is also a notice.
    pub broken_rules: Vec<Diagnostic>,
    /// Fixes as the engines gave them, before anything was masked, with the finding's rule; for `--fix`.
    pub fixes: Vec<(String, Fix)>,
    /// The root to which all paths are relative.
    pub root: PathBuf,
}

/// What one read of a file gives beside findings.
pub(crate) enum Seen {
    /// In-source markers.
    Markers(Vec<Marker>),
    /// An ignore file of another tool.
    Ignores(Vec<ExternalIgnore>, Vec<Diagnostic>),
}

/// Runs a scan.
///
/// # Errors
/// If it could not begin: a path that does not exist, an error in configuration or rules, a broken database.
pub fn run(request: &Request, progress: &dyn Progress) -> Result<Outcome, SetupError> {
    let root = Root::resolve(&request.paths).map_err(|e| SetupError::Other(e.to_string()))?;
    let (config, config_path) = scope::configuration(request, &root)?;
    let config_dir = config_path.as_deref().and_then(Path::parent).map_or_else(|| root.dir.clone(), Path::to_path_buf);
    let engines = setup::engines(request, &config, &config_dir)?;
    let threads = config.scan.jobs;
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        // Deeply nested code is walked by recursion in places; its depth is bounded, and this is room for the bound.
        .stack_size(32 << 20)
        .build()
        .map_err(|e| SetupError::Other(format!("cannot start threads: {e}")))?;
    pool.install(|| judge_all(request, progress, &root, config, &config_dir, &engines))
}

fn judge_all(
    request: &Request,
    progress: &dyn Progress,
    root: &Root,
    config: Config,
    config_dir: &Path,
    engines: &Engines,
) -> Result<Outcome, SetupError> {
    let list = engines.list();
    let options = walk_options(request, &config)?;
    let gathered = scope::gather(request, &config, root, &options)?;
    let filters = Filters::new(&config, root, request.no_ignore)?;
    let drive = Drive {
        engines: &list,
        allowed: &|engine, path| filters.allow(engine, path),
        max_file_size: config.scan.max_file_size,
        progress,
    };
    let driven = drive.run(&gathered.items, &observe);
    let mut found = driven.found;
    found.notices.extend(gathered.notices);

    let (markers, mut external, mut problems) = sort_seen(driven.observed);
    if let Some(of_base) = gathered.external_of_base {
        external = of_base;
    }
    external.extend(config.suppress.iter().cloned().map(ExternalIgnore::from));
    found.notices.extend(problems.drain(..).map(|d| ignore_notice(&d)));
    found.notices.extend(engines.broken.iter().map(rule_notice));
    if list.is_empty() {
        found.notices.push(Notice::error("no-engine", "No engine ran, so nothing was judged."));
    }

    let base = match gathered.base {
        None => None,
        Some(before) => {
            let quiet = Drive { progress: &crate::driver::NoProgress, ..drive };
            let driven: Driven<(RepoPath, Seen)> =
                quiet.run(&before.items, &|f| observe(f).map(|s| (f.path().clone(), s)));
            let mut findings = driven.found.findings;
            join::sort(&mut findings);
            join::dedup(&mut findings);
            let (markers, _, _) = sort_seen(driven.observed.into_iter().map(|(p, (_, s))| (p, s)).collect());
            Some(firedoor_gate::Base { findings, markers, renames: before.renames, changed: before.changed })
        }
    };

    join::sort(&mut found.findings);
    join::dedup(&mut found.findings);
    let fixes = found
        .findings
        .iter()
        .flat_map(|f| f.fixes.iter().map(|fix| (f.rule.id.as_str().to_owned(), fix.clone())))
        .collect();
    let rules = all_rules(&list, &found.findings);

    let (baseline, baseline_path) = load_baseline(request, &config, config_dir, root, gathered.baseline_of_base)?;
    let salt = firedoor_gate::choose_salt(
        config.salt.as_deref(),
        baseline.as_ref().and_then(|b| b.salt.as_deref()),
        gathered.root_commit.as_deref(),
    )
    .to_owned();
    let key = firedoor_gate::derive_key(&salt);
    let whole = matches!(request.scope, Scope::WorkTree) && request.paths.len() <= 1;
    let summaries = summaries(engines, &list, &driven.files);
    let judgement = firedoor_gate::judge(GateInput {
        findings: join::join_secrets(found.findings),
        notices: found.notices,
        markers,
        external,
        baseline: baseline.clone(),
        baseline_path: baseline_path.clone(),
        base,
        present: Some(gathered.present),
        gate_changes: gathered.gate_changes,
        policy: config.gate.clone(),
        key,
        today: request.today.clone(),
        rule_ids: rules.iter().map(|r| r.id.as_str().to_owned()).collect(),
        report_unused: whole && list.len() >= 3,
    });
    let report = RunReport {
        tool_version: request.tool_version.clone(),
        category: config.category.clone(),
        verdict: judgement.verdict,
        reasons: judgement.reasons.clone(),
        findings: judgement.findings.clone(),
        absent: judgement.absent.clone(),
        notices: judgement.notices.clone(),
        rules,
        engines: summaries,
        version_control: gathered.version_control,
        display_root: String::new(),
    };
    Ok(Outcome {
        report,
        judgement,
        baseline,
        salt,
        broken_rules: engines.broken.clone(),
        fixes,
        root: root.dir.clone(),
    })
}

/// What the scan itself wants of each file: markers, and other tools' ignore files.
fn observe(file: &SourceFile) -> Option<Seen> {
    if firedoor_gate::suppress::files::KNOWN_FILES.contains(&file.path().file_name()) {
        let source = RuleSource::new(file.path().as_str(), file.text());
        let (ignores, errors) = firedoor_gate::external_ignores(&source);
        return Some(Seen::Ignores(ignores, errors));
    }
    let markers = firedoor_gate::markers(file);
    (!markers.is_empty()).then_some(Seen::Markers(markers))
}

fn sort_seen(seen: Vec<(RepoPath, Seen)>) -> (MarkerSet, Vec<ExternalIgnore>, Vec<Diagnostic>) {
    let (mut markers, mut external, mut problems) = (MarkerSet::default(), Vec::new(), Vec::new());
    for (path, seen) in seen {
        match seen {
            Seen::Markers(list) => markers.insert(path, list),
            Seen::Ignores(list, errors) => {
                external.extend(list);
                problems.extend(errors);
            }
        }
    }
    (markers, external, problems)
}

fn rule_notice(d: &Diagnostic) -> Notice {
    let place = d.position().map_or_else(String::new, |(line, column)| format!(":{line}:{column}"));
    let mut notice = Notice::error(
        "rule-invalid",
        format!(
            "A rule could not be loaded and did not run: {}{place}: {} ({}).",
            d.source.path,
            d.message.trim_end_matches('.'),
            d.label
        ),
    );
    notice.rule.clone_from(&d.rule);
    notice
}

fn ignore_notice(d: &Diagnostic) -> Notice {
    let mut notice =
        Notice::warning("invalid-ignore", format!("{} ({})", d.message, d.label)).at(&d.source.path.as_str().into());
    notice.line = d.position().map(|(line, _)| line);
    notice
}

pub(crate) fn walk_options(request: &Request, config: &Config) -> Result<WalkOptions, SetupError> {
    let mut exclude = GlobSetBuilder::new();
    for glob in &request.exclude {
        for glob in [glob.clone(), format!("{}/**", glob.trim_end_matches('/'))] {
            exclude.add(Glob::new(&glob).map_err(|e| SetupError::Other(format!("--exclude: {e}")))?);
        }
    }
    let exclude: GlobSet = exclude.build().map_err(|e| SetupError::Other(format!("--exclude: {e}")))?;
    Ok(WalkOptions { no_ignore: request.no_ignore || !config.scan.gitignore, exclude, threads: config.scan.jobs })
}

fn load_baseline(
    request: &Request,
    config: &Config,
    config_dir: &Path,
    root: &Root,
    of_base: Option<Option<RuleSource>>,
) -> Result<(Option<Baseline>, Option<RepoPath>), SetupError> {
    let path = match (&request.baseline, &config.baseline) {
        (Some(path), _) => path.clone(),
        (None, Some(path)) => config_dir.join(path),
        (None, None) => return Ok((None, None)),
    };
    let shown = firedoor_input::walk::relative(&root.dir, &path.canonicalize().unwrap_or_else(|_| path.clone()));
    let source = match of_base {
        Some(None) => return Ok((None, Some(shown))),
        Some(Some(source)) => source,
        None => {
            let text = match std::fs::read_to_string(&path) {
                Ok(text) => text,
                Err(e) if e.kind() == std::io::ErrorKind::NotFound && request.new_baseline => {
                    return Ok((None, Some(shown)));
                }
                Err(e) => return Err(SetupError::Other(format!("cannot read the baseline {}: {e}", path.display()))),
            };
            RuleSource::new(path.to_string_lossy().into_owned(), text)
        }
    };
    Ok((Some(Baseline::parse(&source)?), Some(shown)))
}

fn all_rules(engines: &[&dyn firedoor_core::Engine], findings: &[firedoor_core::Finding]) -> Vec<Arc<Rule>> {
    let mut rules: Vec<Arc<Rule>> = engines.iter().flat_map(|e| e.rules().iter().cloned()).collect();
    rules.extend(findings.iter().map(|f| Arc::clone(&f.rule)));
    rules.sort_by(|a, b| (a.engine, &a.id).cmp(&(b.engine, &b.id)));
    rules.dedup_by(|a, b| a.engine == b.engine && a.id == b.id);
    rules
}

fn summaries(
    engines: &Engines,
    list: &[&dyn firedoor_core::Engine],
    files: &[usize],
) -> Vec<EngineSummary> {
    list.iter()
        .zip(files)
        .map(|(engine, files)| {
            let database =
                (engine.id() == EngineId::Sca).then(|| engines.database.as_ref().map(|d| d.info())).flatten();
            EngineSummary {
                engine: engine.id(),
                files: *files,
                rules: database.as_ref().map_or(engine.rules().len(), |d| d.advisories),
                packages: (engine.id() == EngineId::Sca).then(|| engines.sca.as_ref().map(ScaEngine::packages)).flatten(),
                database,
            }
        })
        .collect()
}

/// Which engine may see which path: the configuration's excludes and `.semgrepignore`.
struct Filters<'a> {
    config: &'a Config,
    semgrepignore: Option<ignore::gitignore::Gitignore>,
}

impl<'a> Filters<'a> {
    fn new(config: &'a Config, root: &Root, no_ignore: bool) -> Result<Self, SetupError> {
        let path = root.dir.join(".semgrepignore");
        let mut semgrepignore = None;
        if !no_ignore && path.is_file() {
            let mut builder = ignore::gitignore::GitignoreBuilder::new(&root.dir);
            let text =
                std::fs::read(&path).map_err(|e| SetupError::Other(format!("cannot read {}: {e}", path.display())))?;
            for line in String::from_utf8_lossy(&text).lines() {
                // `:include .gitignore` is what the walk does already.
                if !line.trim_start().starts_with(':') {
                    builder
                        .add_line(Some(path.clone()), line)
                        .map_err(|e| SetupError::Other(format!("{}: {e}", path.display())))?;
                }
            }
            semgrepignore = builder.build().ok();
        }
        Ok(Self { config, semgrepignore })
    }

    fn allow(&self, engine: EngineId, path: &RepoPath) -> bool {
        let common = match engine {
            EngineId::Secrets => &self.config.secrets.common,
            EngineId::Sast => &self.config.sast.common,
            EngineId::Sca => &self.config.sca.common,
            EngineId::Policy | EngineId::Gate => return true,
        };
        if common.exclude.is_match(path.as_str()) {
            return false;
        }
        if engine == EngineId::Sast
            && let Some(ignore) = &self.semgrepignore
        {
            return !ignore.matched_path_or_any_parents(path.as_str(), false).is_ignore();
        }
        true
    }
}

/// Files, notices and the other side of a comparison, as the scope gives them.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) items: Vec<Item>,
    pub(crate) notices: Vec<Notice>,
    pub(crate) base: Option<Before>,
    pub(crate) present: BTreeSet<RepoPath>,
    pub(crate) gate_changes: Vec<RepoPath>,
    pub(crate) version_control: VersionControl,
    pub(crate) root_commit: Option<String>,
    /// In a comparison: the baseline file as the base commit has it (inner `None`: it has none).
    pub(crate) baseline_of_base: Option<Option<RuleSource>>,
    /// In a comparison: other tools' ignore files as the base commit has them.
    pub(crate) external_of_base: Option<Vec<ExternalIgnore>>,
}

/// Files as they were before the change.
pub(crate) struct Before {
    pub(crate) items: Vec<Item>,
    pub(crate) renames: std::collections::BTreeMap<RepoPath, RepoPath>,
    pub(crate) changed: Option<BTreeSet<RepoPath>>,
}

/// A file of bytes in hand.
pub(crate) fn in_hand(path: &str, origin: Origin, bytes: Vec<u8>) -> Item {
    Item::File(Arc::new(SourceFile::new(RepoPath::new(path), origin, bytes)), true)
}
