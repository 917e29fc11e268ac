//! One run from request to report.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use firedoor_core::{
    Candidate, DatabaseInfo, Diagnostic, Engine, EngineId, EngineSummary, Finding, Fix, Interest, Notice, NoticeLevel,
    Origin, RepoPath, Rule, RuleSource, RunReport, SourceFile, VersionControl,
};
use firedoor_gate::{Baseline, Config, ExternalIgnore, GateInput, Judgement, Marker, MarkerSet, Seen as SeenOf};
use firedoor_input::archive::ArchiveLimits;
use firedoor_input::git::{HistoryRange, Repository};
use firedoor_input::walk::relative;
use firedoor_input::{Root, WalkOptions};
use firedoor_sca::ScaEngine;
use globset::{Glob, GlobSet, GlobSetBuilder};

use crate::base::BaseSide;
use crate::context::{self, Context};
use crate::driver::{Drive, Driven, Item, NoProgress, Progress};
use crate::request::{Request, Scope};
use crate::setup::{self, Engines, SetupError};
use crate::steering::Steering;
use crate::{age, catalogue, history, idle, ignore_files, join, kept, masking, named, scope};

/// How many archives inside one another `--archives` opens.
const ARCHIVE_DEPTH: u8 = 3;

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
    /// Where the time went; never part of a report.
    pub profile: Profile,
}

/// Where the time of a run went.
#[derive(Debug, Default)]
pub struct Profile {
    /// Wall-clock time of each phase, in order.
    pub phases: Vec<(&'static str, Duration)>,
    /// The files that took longest, slowest first.
    pub slowest: Vec<(Duration, RepoPath)>,
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
    let begin = Instant::now();
    let root = Root::resolve(&request.paths).map_err(|e| SetupError::Other(e.to_string()))?;
    let in_git = !matches!(request.scope, Scope::Stdin { .. });
    let repository = if in_git { Repository::discover(&root.dir)? } else { None };
    if repository.is_none() && matches!(request.scope, Scope::Staged | Scope::Diff(_) | Scope::History(_)) {
        return Err(scope::no_repository(&root));
    }
    let base = BaseSide::of(request, repository.as_ref())?;
    let steering = match base.as_ref().filter(|b| b.governs()) {
        Some(base) => {
            let steering = Steering::in_base(&root.dir, base.tree(), &base.changes);
            named::check(&request.paths, &root, &steering)?;
            steering
        }
        None => Steering::on_disk(),
    };
    let (config, config_path) = setup::configuration_by(request, &root, &steering)?;
    let config_dir = config_path.as_deref().and_then(Path::parent).map_or_else(|| root.dir.clone(), Path::to_path_buf);
    let engines = setup::engines(request, &config, &config_dir, &steering)?;
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(config.scan.jobs)
        // Deeply nested code is walked by recursion in places; its depth is bounded, and this is room for the bound.
        .stack_size(32 << 20)
        .build()
        .map_err(|e| SetupError::Other(format!("cannot start threads: {e}")))?;
    let run = Run {
        request,
        progress,
        root: &root,
        config: &config,
        config_dir: &config_dir,
        engines: &engines,
        repository: repository.as_ref(),
        base: base.as_ref(),
        steering: &steering,
    };
    let setup = begin.elapsed();
    let mut outcome = pool.install(|| run.judge())?;
    outcome.profile.phases.insert(0, ("setup (configuration, rules, database)", setup));
    Ok(outcome)
}

/// Everything that a run rests on.
struct Run<'a> {
    request: &'a Request,
    progress: &'a dyn Progress,
    root: &'a Root,
    config: &'a Config,
    config_dir: &'a Path,
    engines: &'a Engines,
    repository: Option<&'a Repository>,
    base: Option<&'a BaseSide>,
    steering: &'a Steering<'a>,
}

impl Run<'_> {
    fn judge(&self) -> Result<Outcome, SetupError> {
        let (request, config, root) = (self.request, self.config, self.root);
        let list = match &request.scope {
            // A commit's code may be mended by now and its packages updated; a secret in it has leaked for good.
            Scope::History(_) => self.engines.list().into_iter().filter(|e| e.id() == EngineId::Secrets).collect(),
            _ => self.engines.list(),
        };
        let options = walk_options(request, config)?;
        let begin = Instant::now();
        let lists = |path: &RepoPath| self.engines.sca.as_ref().is_some_and(|sca| sca.lists(path));
        let lists_any: Option<&scope::Lists<'_>> = self.engines.sca.is_some().then_some(&lists);
        let mut gathered =
            scope::gather(request, config, root, &options, self.repository, self.base, self.steering, lists_any)?;
        let whole_dependencies = gathered.base.as_ref().is_some_and(|b| b.whole);
        let filters = Filters::new(config, root, request.no_ignore, self.steering)?;
        let (baseline, baseline_path, foreign) = self.baseline()?;
        // Another tool's baseline may hold what it found in plain text: what is accepted in it is not found in it again.
        let report = baseline_path.clone().filter(|_| !foreign.is_empty());
        let is_judged = |path: &RepoPath| filters.allow(EngineId::Sast, path);
        // A hook has no time for it.
        let is_branch = matches!(request.scope, Scope::Diff(_)) && list.iter().any(|e| e.id() == EngineId::Sast);
        let around = if is_branch {
            context::of_change(&mut gathered, config.scan.max_file_size, &is_judged)
        } else {
            Context::default()
        };
        let limits = ArchiveLimits {
            depth: if request.archives {
                config.scan.archive_depth.max(ARCHIVE_DEPTH)
            } else {
                config.scan.archive_depth
            },
            ..ArchiveLimits::default()
        };
        let drive = Drive {
            engines: &list,
            allowed: &|engine, path| {
                filters.allow(engine, path) && (engine != EngineId::Secrets || report.as_ref() != Some(path))
            },
            whole: &|engine, path| match engine {
                EngineId::Sca => whole_dependencies && lists(path),
                EngineId::Sast => around.files.contains(path),
                _ => false,
            },
            max_file_size: config.scan.max_file_size,
            engine_limit: &|engine| match engine {
                EngineId::Secrets => config.secrets.common.max_file_size,
                EngineId::Sca => config.sca.common.max_file_size,
                // The code engine says itself what it leaves out, of code only.
                EngineId::Sast | EngineId::Policy | EngineId::Gate => u64::MAX,
            },
            progress: self.progress,
            observed: &ignore_files::is_one,
            archives: (limits.depth > 0).then_some(&limits),
        };
        let gather_took = begin.elapsed();
        let dependencies = list.iter().any(|e| e.id() == EngineId::Sca);
        let observe = |file: &SourceFile| observe(file, dependencies);
        // In a comparison: what is no item is as the base has it, unless the change has taken it away.
        let as_before =
            |path: &RepoPath| self.base.filter(|_| whole_dependencies)?.file(path, config.scan.max_file_size);
        let unchanged = |path: &RepoPath| {
            let is_kept = !config.scan.exclude.is_match(path.as_str());
            self.base.filter(|_| whole_dependencies && is_kept)?.unchanged(path, config.scan.max_file_size)
        };
        let mut driven = drive.run_with(&gathered.items, &observe, &unchanged);
        let begin = Instant::now();
        let mut profile = Profile { slowest: std::mem::take(&mut driven.slowest), ..Profile::default() };
        let mut found = std::mem::take(&mut driven.found);
        found.notices.append(&mut gathered.notices);
        let (markers, mut external, problems) = sort_seen(driven.observed);
        if let Some(base) = self.base {
            if base.governs() {
                external.clear();
                found.notices.extend(base.pipeline_changes());
            }
            external.extend(base.ignores(root, self.steering, dependencies));
        }
        let above = |scanned: &[PathBuf]| ignore_files::above(root, scanned, dependencies, self.steering);
        let (entries, said) = match &request.scope {
            // A history has no files of today: what the checked-out tree says holds for it.
            Scope::History(_) => ignore_files::of_top(root, self.steering),
            Scope::WorkTree => above(&root.paths),
            Scope::Stdin { name, .. } => above(&[root.dir.join(name)]),
            Scope::Staged | Scope::Diff(_) => Default::default(),
        };
        external.extend(entries);
        found.notices.extend(said.iter().map(ignore_notice));
        if dependencies {
            let (entries, problems) =
                ignore_files::vex(&self.vex(), root, self.steering, &|| self.named_in("sca.vex"))?;
            external.extend(entries);
            found.notices.extend(problems.iter().map(ignore_notice));
        }
        external.extend(config.suppress.iter().cloned().map(ExternalIgnore::from));
        found.notices.extend(problems.iter().map(ignore_notice));
        found.notices.extend(self.engines.broken.iter().map(rule_notice));
        // Said already, with its place.
        let said: BTreeSet<&str> = self.engines.broken.iter().filter_map(|d| d.rule.as_deref()).collect();
        found
            .notices
            .retain(|n| n.code != "sast-rule-invalid" || n.rule.as_deref().is_none_or(|rule| !said.contains(rule)));
        // Now: the other side of a comparison is judged by the same engine.
        let used = self.engines.sca.as_ref().map(ScaEngine::ecosystems).unwrap_or_default();
        let packages = self.engines.sca.as_ref().map(ScaEngine::packages);
        let database = self.engines.database.as_ref().map(|database| {
            let mut info = database.info().clone();
            info.date = age::oldest(database, &request.today, &used).unwrap_or(info.date);
            info
        });
        if let (true, Some(database)) = (dependencies, &self.engines.database) {
            let limit = config.sca.max_database_age_days;
            found.notices.extend(age::notice(database, &request.today, limit, &used));
        }
        found.notices.extend(self.unread(&list));
        found.notices.extend(idle::notices(&list, request, config, &options));
        if matches!(request.scope, Scope::WorkTree) {
            found.notices.extend(self.left_out(&gathered.items));
        }
        found.notices.extend(filters.leave_nothing(&list, &driven.files, &gathered.items));

        // What is to be said of a file around the change was so before; so was what was found in it alone.
        found
            .notices
            .retain(|n| n.engine != Some(EngineId::Sast) || n.path.as_ref().is_none_or(|p| !around.files.contains(p)));
        found.findings.retain(|f| !(around.holds(f) && f.traces.is_empty()));
        // The old side needs the code around the change where something was found in it, and wherever a way was found: code
        // around may have kept it from being one before.
        let is_around = !around.files.is_empty()
            && found.findings.iter().any(|f| f.engine() == EngineId::Sast && !f.traces.is_empty() || around.touches(f));
        let in_around: Vec<Finding> = found.findings.iter().filter(|f| around.holds(f)).cloned().collect();
        let before = gathered.base.take().map(|mut before| {
            if is_around {
                before.add_around(&gathered.items, &around.files);
            }
            let quiet = Drive { progress: &NoProgress, ..drive };
            let driven: Driven<Seen> = quiet.run_with(&before.items, &observe, &as_before);
            let mut whole: BTreeSet<EngineId> = whole_dependencies.then_some(EngineId::Sca).into_iter().collect();
            whole.extend(is_around.then_some(EngineId::Sast));
            if whole_dependencies {
                // What is to be said of a file that the change does not touch was so before.
                let said: BTreeSet<_> =
                    driven.found.notices.iter().map(|n| (n.code, n.path.clone(), n.message.clone())).collect();
                let touched = |n: &Notice| {
                    n.path.as_ref().is_none_or(|path| before.changed.as_ref().is_none_or(|c| c.contains(path)))
                };
                found.notices.retain(|n| {
                    n.engine != Some(EngineId::Sca)
                        || touched(n)
                        || !said.contains(&(n.code, n.path.clone(), n.message.clone()))
                });
            }
            let mut findings = driven.found.findings;
            let is_known = |f: &Finding, old: &Finding| join::is_same(old, f) && old.location.span == f.location.span;
            let unknown = in_around.iter().filter(|f| !findings.iter().any(|old| is_known(f, old)));
            let callers = around.callers_of(unknown.map(|f| &f.location.path));
            if !callers.is_empty() {
                // Who else calls what was found may have been why it was found before.
                before.add_around(&gathered.items, &callers);
                let code: Vec<&dyn Engine> = list.iter().copied().filter(|e| e.id() == EngineId::Sast).collect();
                let is_read = |_, path: &RepoPath| around.files.contains(path) || callers.contains(path);
                let more = Drive { engines: &code, whole: &is_read, ..quiet }.run(&before.items, &|_| None::<Seen>);
                findings = join::either(findings, more.found.findings);
            }
            // Of unchanged code what was found now, too: the rest would be taken for that of which the change has a copy.
            findings.retain(|f| {
                let is_unchanged =
                    around.holds(f) || f.engine() == EngineId::Sast && callers.contains(&f.location.path);
                !is_unchanged || in_around.iter().any(|new| is_known(new, f))
            });
            join::sort(&mut findings);
            join::dedup(&mut findings);
            for mut side in before.merged {
                side.extend(before.items.iter().filter(|item| !item.is_changed()).cloned());
                let mut merged: Driven<Seen> = quiet.run_with(&side, &observe, &as_before);
                let (markers, _, _) = sort_seen(merged.observed);
                // What a marker excuses there is not known there.
                let today = &request.today;
                merged.found.findings.retain(|f| !firedoor_gate::is_marked(f, &markers, &config.gate, today));
                findings = join::either(findings, merged.found.findings);
            }
            let (markers, _, _) = sort_seen(driven.observed);
            let (renames, limit) = (before.renames, config.scan.max_file_size);
            let kept = kept::of((&found.findings, &gathered.items), (&findings, &before.items), &renames, limit);
            firedoor_gate::Base { findings, markers, renames, changed: before.changed, whole, kept }
        });
        found.findings.retain(ignore_files::is_secret);
        join::sort(&mut found.findings);
        join::dedup(&mut found.findings);
        let mut before = before;
        if let Some(files) = self.commits(&drive, &list, &options.exclude, &mut found, before.as_mut())? {
            driven.files = files;
        }

        let has_all = masking::looks_for_all(&list, request, config);
        let is_read = |path: &RepoPath| has_all && filters.allow(EngineId::Secrets, path);
        let hidden = masking::secrets_of_others(&found.findings, &gathered.items, &drive, &is_read);
        let fixes = found
            .findings
            .iter()
            .flat_map(|f| f.fixes.iter().map(|fix| (f.rule.id.as_str().to_owned(), fix.clone())))
            .collect();
        let rules = all_rules(&list, &found.findings);
        external.extend(foreign);
        let known_salt = config.salt.as_deref().or_else(|| baseline.as_ref().and_then(|b| b.salt.as_deref()));
        // The first commit is looked for only where its id is needed: that is a walk of the whole history.
        let root_commit = match (known_salt, self.repository) {
            (None, Some(repository)) if !found.findings.is_empty() || request.new_baseline => {
                repository.root_commit_id()
            }
            _ => None,
        };
        let salt = firedoor_gate::choose_salt(
            config.salt.as_deref(),
            baseline.as_ref().and_then(|b| b.salt.as_deref()),
            root_commit.as_deref(),
        )
        .to_owned();
        let whole = matches!(request.scope, Scope::WorkTree) && request.paths.len() <= 1 && list.len() >= 3;
        // Outside of what was scanned a file may still be there: its findings have not moved.
        let elsewhere = baseline.iter().flat_map(|b| &b.entries).map(|e| RepoPath::new(e.path.as_str()));
        gathered.present.extend(elsewhere.filter(|p| root.dir.join(p.as_str()).is_file()));
        let seen = SeenOf {
            engines: list.iter().map(|e| e.id()).collect(),
            paths: root.paths.iter().map(|p| relative(&root.dir, p).as_str().to_owned()).collect(),
        };
        // A commit in the making is its author's, who may suppress what it brings; the pull request judges that.
        let own = matches!(request.scope, Scope::Staged);
        let allow_new_suppressions = config.gate.allow_new_suppressions || own;
        let policy = firedoor_gate::Policy { allow_new_suppressions, ..config.gate.clone() };
        let mut rule_ids: BTreeSet<String> = rules.iter().map(|r| r.id.as_str().to_owned()).collect();
        rule_ids.extend(catalogue::own().iter().map(|r| r.id.as_str().to_owned()));
        if whole && config.gate.unmet_rules(&rule_ids).next().is_some() {
            // It may be one that this run leaves out: of the extended pack, or switched off.
            let mut all = rule_ids.clone();
            all.extend(catalogue::catalogue(&[])?.0.iter().map(|r| r.id.as_str().to_owned()));
            found.notices.extend(config.gate.unmet_rules(&all));
        }
        let judgement = firedoor_gate::judge(GateInput {
            findings: join::join_secrets(found.findings),
            hidden,
            notices: found.notices,
            markers,
            external,
            baseline: baseline.clone(),
            baseline_path: baseline_path.clone(),
            base: before,
            present: Some(gathered.present),
            gate_changes: self.base.filter(|b| b.governs()).map_or_else(Vec::new, |b| b.gate_changes(self.steering)),
            policy,
            key: firedoor_gate::derive_key(&salt),
            today: request.today.clone(),
            rule_ids,
            report_unused: whole,
            seen: Some(seen),
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
            engines: summaries(&list, &driven.files, packages, database.as_ref()),
            version_control: gathered.version_control,
            display_root: String::new(),
        };
        profile.phases = vec![
            ("gather (walk, git)", gather_took),
            ("files (read, judge)", driven.took.0),
            ("finish (join over files)", driven.took.1),
            ("gate (order, base, identity, verdict)", begin.elapsed()),
        ];
        Ok(Outcome {
            profile,
            report,
            judgement,
            baseline,
            salt,
            broken_rules: self.engines.broken.iter().filter(|d| !setup::is_remark(d)).cloned().collect(),
            fixes,
            root: root.dir.clone(),
        })
    }

    /// Secrets in commits: all of a history, or those of the change. Adds what is found to `found`; for a history, gives
    /// the number of files by engine.
    fn commits(
        &self,
        drive: &Drive<'_>,
        list: &[&dyn Engine],
        exclude: &GlobSet,
        found: &mut firedoor_core::Findings,
        before: Option<&mut firedoor_gate::Base>,
    ) -> Result<Option<Vec<usize>>, SetupError> {
        let range = match (&self.request.scope, self.base.and_then(BaseSide::commits)) {
            (Scope::History(range), _) => HistoryRange::parse(range.as_deref().unwrap_or("")),
            (_, Some(commits)) => commits.clone(),
            _ => return Ok(None),
        };
        let (Some(repository), Some(secrets)) =
            (self.repository, list.iter().copied().find(|e| e.id() == EngineId::Secrets))
        else {
            return Ok(None);
        };
        let mut notices = Vec::new();
        let only = [secrets];
        let streaming = Drive { engines: &only, ..*drive };
        let driven = streaming.stream(|visit| -> Result<(), SetupError> {
            // A list of the user's may allow something in one commit and not in the next.
            let own = !self.request.rules.is_empty() || !self.config.secrets.common.rules.is_empty();
            let wanted = |file: SourceFile| {
                let path = file.path().as_str();
                let is_out = self.config.scan.exclude.is_match(path) || exclude.is_match(path);
                !is_out && (visit(file) || own)
            };
            let read = repository.history(&range, &wanted)?;
            notices = read.notices;
            Ok(())
        })?;
        let mut of_commits = driven.found;
        of_commits.findings.retain(ignore_files::is_secret);
        history::sort(&mut of_commits.findings);
        history::mark_present(&mut of_commits.findings, repository);
        if let (Some(before), Some(base)) = (before, self.base) {
            let touched: BTreeSet<RepoPath> = of_commits.findings.iter().map(|f| f.location.path.clone()).collect();
            self.know_touched(before, base, touched, &Drive { engines: &only, progress: &NoProgress, ..*drive });
        }
        found.findings.append(&mut of_commits.findings);
        found.notices.append(&mut of_commits.notices);
        found.notices.append(&mut notices);
        Ok(matches!(self.request.scope, Scope::History(_)).then_some(driven.files))
    }

    /// Takes files that commits of the change touched, and that are in the end as the base has them or not there, for a part
    /// of the change: what they held in the base was there before.
    fn know_touched(
        &self,
        before: &mut firedoor_gate::Base,
        base: &BaseSide,
        touched: BTreeSet<RepoPath>,
        secrets: &Drive<'_>,
    ) {
        let Some(changed) = &mut before.changed else { return };
        let limit = self.config.scan.max_file_size;
        let same = touched.difference(changed).filter_map(|path| base.file(path, limit));
        let items: Vec<Item> = same.map(|file| Item::File(file.into(), true)).collect();
        let driven: Driven<Seen> = secrets.run(&items, &|file| observe(file, false));
        before.findings.extend(driven.found.findings);
        join::sort(&mut before.findings);
        join::dedup(&mut before.findings);
        for (path, seen) in driven.observed {
            if let Seen::Markers(list) = seen {
                before.markers.insert(path, list);
            }
        }
        changed.extend(touched);
    }

    /// Documents of exploitability, from flags and configuration.
    fn vex(&self) -> Vec<PathBuf> {
        let configured = self.config.sca.vex.iter().map(|v| self.config_dir.join(v));
        self.request.vex.iter().cloned().chain(configured).collect()
    }

    /// What was named by itself, a file or standard input, and is nothing that an engine of this run reads. If all of it
    /// is, the run judged nothing.
    fn unread(&self, list: &[&dyn Engine]) -> Vec<Notice> {
        let named: Vec<(RepoPath, u64)> = match &self.request.scope {
            Scope::Stdin { name, bytes } => vec![(name.as_str().into(), bytes.len() as u64)],
            Scope::WorkTree => {
                let size = |p: &PathBuf| std::fs::metadata(p).ok().filter(std::fs::Metadata::is_file).map(|m| m.len());
                let files = self.root.paths.iter().map(|p| Some((relative(&self.root.dir, p), size(p)?)));
                files.flatten().collect()
            }
            _ => return Vec::new(),
        };
        let origin = Origin::WorkTree;
        let is_read = |path: &RepoPath, size: u64| {
            let candidate = Candidate { path, size, origin: &origin, changed: true };
            list.iter().any(|engine| engine.interest(&candidate) != Interest::Skip) || ignore_files::is_one(path)
        };
        let unread: Vec<&RepoPath> = named.iter().filter(|(p, size)| !is_read(p, *size)).map(|(p, _)| p).collect();
        let folders = matches!(self.request.scope, Scope::WorkTree) && named.len() < self.root.paths.len();
        let level = if unread.len() < named.len() || folders { NoticeLevel::Warning } else { NoticeLevel::Error };
        let engines: Vec<&str> = list.iter().map(|e| e.id().as_str()).collect();
        let text = format!("This is nothing that {} reads, so it was not judged.", engines.join(", "));
        unread.into_iter().map(|path| Notice::new(level, "nothing-judged", text.clone()).at(path)).collect()
    }

    /// That what is scanned by name is left out: files, or all that there is in folders.
    fn left_out(&self, items: &[Item]) -> Vec<Notice> {
        const BY: &str = "left out by `[scan] exclude`, `--exclude` or an ignore file";
        let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = self.root.paths.iter().cloned().partition(|p| p.is_dir());
        // What is listed is asked only where files are named: it may be very much.
        let listed: BTreeSet<&RepoPath> = items.iter().map(Item::path).filter(|_| !files.is_empty()).collect();
        let files = files.iter().map(|path| relative(&self.root.dir, path)).filter(|path| !listed.contains(path));
        let mut notices: Vec<Notice> = files
            .map(|path| Notice::warning("nothing-judged", format!("This is {BY}, so it was not judged.")).at(&path))
            .collect();
        if items.is_empty() {
            // What a submodule holds is said to be left out already.
            let skip =
                scope::tracked(self.root, self.repository).map(|t| t.folders(&self.root.dir)).unwrap_or_default();
            let everything = WalkOptions { no_ignore: true, skip, ..WalkOptions::default() };
            let (all, _) = firedoor_input::walk(&self.root.dir, &folders, &everything);
            if !all.is_empty() {
                let text = format!("All {} files here are {BY}, so nothing was judged.", all.len());
                notices.push(Notice::error("nothing-judged", text));
            }
        }
        notices
    }

    /// Which line of the configuration sets a key, in words.
    fn named_in(&self, key: &str) -> String {
        match self.config.origins().into_iter().find(|o| o.key == key).map(|o| (o.path, o.line)) {
            Some((Some(path), Some(line))) => format!(", which {path}:{line} names"),
            _ => String::new(),
        }
    }

    /// The baseline and its path; a report of gitleaks or a baseline of detect-secrets becomes a list of what to ignore.
    fn baseline(&self) -> Result<ReadBaseline, SetupError> {
        let path = match (&self.request.baseline, &self.config.baseline) {
            (Some(path), _) => path.clone(),
            (None, Some(path)) => self.config_dir.join(path),
            (None, None) => return Ok((None, None, Vec::new())),
        };
        let full = self.steering.resolve(&path);
        let shown = relative(&self.root.dir, &full);
        let compared = self.steering.is_compared(&path);
        let text = match self.steering.read(&path) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            // In a comparison: the change brings the baseline, and nothing in it holds yet.
            Err(e) if e.kind() == std::io::ErrorKind::NotFound && (self.request.new_baseline || compared) => {
                return Ok((None, Some(shown), Vec::new()));
            }
            Err(e) => {
                let by = if self.request.baseline.is_some() { String::new() } else { self.named_in("gate.baseline") };
                return Err(SetupError::Other(format!("cannot read the baseline {}{by}: {e}", path.display())));
            }
        };
        let source = RuleSource::new(path.to_string_lossy().into_owned(), text);
        if ignore_files::is_foreign_baseline(&source.text) {
            let (entries, problems) = firedoor_gate::external_ignores(&source);
            // Their excerpts would show what such files hold in plain text.
            if !problems.is_empty() {
                return Err(SetupError::Other(format!("cannot read the baseline {}: unknown form", path.display())));
            }
            return Ok((None, Some(shown), entries));
        }
        Ok((Some(Baseline::parse(&source)?), Some(shown), Vec::new()))
    }
}

type ReadBaseline = (Option<Baseline>, Option<RepoPath>, Vec<ExternalIgnore>);

/// What the scan itself wants of each file: markers, and other tools' ignore files.
fn observe(file: &SourceFile, dependencies: bool) -> Option<Seen> {
    if ignore_files::is_one(file.path()) {
        let source = RuleSource::new(file.path().as_str(), file.text());
        let (ignores, errors) = ignore_files::read(&source, dependencies);
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
    if setup::is_remark(d) {
        let mut notice = Notice::warning(d.code, format!("{d}."));
        notice.rule.clone_from(&d.rule);
        return notice;
    }
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
    Ok(WalkOptions {
        no_ignore: request.no_ignore || !config.scan.gitignore,
        exclude,
        threads: config.scan.jobs,
        also: request.installed.then_some(firedoor_sca::is_installed_file),
        missed: config.scan.engines.contains(&EngineId::Sca).then_some(firedoor_sca::is_lock_file),
        ..WalkOptions::default()
    })
}

fn all_rules(engines: &[&dyn firedoor_core::Engine], findings: &[Finding]) -> Vec<Arc<Rule>> {
    let mut rules: Vec<Arc<Rule>> = engines.iter().flat_map(|e| e.rules().iter().cloned()).collect();
    rules.extend(findings.iter().map(|f| Arc::clone(&f.rule)));
    rules.sort_by(|a, b| (a.engine, &a.id).cmp(&(b.engine, &b.id)));
    rules.dedup_by(|a, b| a.engine == b.engine && a.id == b.id);
    rules
}

fn summaries(
    list: &[&dyn Engine],
    files: &[usize],
    packages: Option<usize>,
    database: Option<&DatabaseInfo>,
) -> Vec<EngineSummary> {
    list.iter()
        .zip(files)
        .map(|(engine, files)| {
            let database = database.filter(|_| engine.id() == EngineId::Sca);
            EngineSummary {
                engine: engine.id(),
                files: *files,
                rules: database.map_or(engine.rules().len(), |d| d.advisories),
                packages: packages.filter(|_| engine.id() == EngineId::Sca),
                database: database.cloned(),
            }
        })
        .collect()
}

/// Which engine may see which path: the configuration's excludes and `.semgrepignore`.
struct Filters<'a> {
    config: &'a Config,
    root: &'a Root,
    semgrepignore: Option<ignore::gitignore::Gitignore>,
}

impl<'a> Filters<'a> {
    fn new(config: &'a Config, root: &'a Root, no_ignore: bool, steering: &Steering<'_>) -> Result<Self, SetupError> {
        let path = root.dir.join(".semgrepignore");
        let mut semgrepignore = None;
        if let (false, Ok(text)) = (no_ignore, steering.read(&path)) {
            let mut builder = ignore::gitignore::GitignoreBuilder::new(&root.dir);
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
        Ok(Self { config, root, semgrepignore })
    }

    /// That an engine's own `exclude` leaves out all that it would read.
    fn leave_nothing(&self, list: &[&dyn Engine], files: &[usize], items: &[Item]) -> Vec<Notice> {
        let origin = Origin::WorkTree;
        let idle = list.iter().zip(files).filter(|(_, files)| **files == 0).map(|(engine, _)| engine);
        idle.filter_map(|engine| {
            let is_read = |item: &&Item| {
                let candidate = Candidate { path: item.path(), size: 0, origin: &origin, changed: true };
                engine.interest(&candidate) != Interest::Skip
            };
            let read: Vec<&Item> = items.iter().filter(is_read).collect();
            let is_idle = !read.is_empty() && read.iter().all(|item| !self.allow(engine.id(), item.path()));
            let text = format!(
                "The configuration leaves out all {} files that {} would read, so it judged nothing.",
                read.len(),
                engine.id()
            );
            is_idle.then(|| Notice::warning("nothing-judged", text).by(engine.id()))
        })
        .collect()
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
        if !self.config.scan.hidden && self.is_hidden(path) {
            return false;
        }
        if self.config.scan.include.is_match(path.as_str()) {
            return true;
        }
        if engine == EngineId::Sast
            && let Some(ignore) = &self.semgrepignore
        {
            return !ignore.matched_path_or_any_parents(path.as_str(), false).is_ignore();
        }
        true
    }

    /// Whether a name begins with a dot, below the path that is scanned: who names a hidden folder wants it.
    fn is_hidden(&self, path: &RepoPath) -> bool {
        let below = |scanned: &Path| {
            let scanned = relative(&self.root.dir, scanned);
            let rest = path.as_str().strip_prefix(scanned.as_str())?;
            match (scanned.as_str(), rest.strip_prefix('/')) {
                ("", _) => Some(rest.to_owned()),
                (_, Some(rest)) => Some(rest.to_owned()),
                (_, None) => rest.is_empty().then(String::new),
            }
        };
        let rests: Vec<String> = self.root.paths.iter().filter_map(|p| below(p)).collect();
        !rests.is_empty() && rests.iter().all(|rest| rest.split('/').any(|name| name.starts_with('.')))
    }
}

/// Files, notices and the other side of a comparison, as the scope gives them.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) items: Vec<Item>,
    pub(crate) notices: Vec<Notice>,
    pub(crate) base: Option<Before>,
    pub(crate) present: BTreeSet<RepoPath>,
    pub(crate) version_control: VersionControl,
}

/// Files as they were before the change.
pub(crate) struct Before {
    pub(crate) items: Vec<Item>,
    /// While a merge is concluded: the files of the change as each merged commit has them.
    pub(crate) merged: Vec<Vec<Item>>,
    pub(crate) renames: std::collections::BTreeMap<RepoPath, RepoPath>,
    pub(crate) changed: Option<BTreeSet<RepoPath>>,
    /// Whether all files that say what the project depends on are among the items, and so on the new side.
    pub(crate) whole: bool,
}

/// A file of bytes in hand.
pub(crate) fn in_hand(path: &str, origin: Origin, bytes: Vec<u8>) -> Item {
    Item::File(Arc::new(SourceFile::new(RepoPath::new(path), origin, bytes)), true)
}
