//! The engine: lists the packages of every lock file it is handed, and judges them together at the end.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use firedoor_core::{
    Candidate, Engine, EngineId, Findings, Interest, Notice, NoticeLevel, RepoPath, Rule, Scan, Severity, SourceFile,
};

use crate::db::{Database, MatchResult};
use crate::findings::FindingMaker;
use crate::lockfile::{ListedFile, format_of, join, list_file, list_included, unlocked_notices, wanted_includes};
use crate::reach::{Language, Source, Sources};
use crate::version::base_ecosystem;

/// When source is read for the functions that advisories name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reachability {
    /// Never.
    Off,
    /// Where the whole tree is judged. A change is judged without, because all other source would have to be read.
    #[default]
    WholeTree,
    /// Always, also what a change did not touch.
    Always,
}

/// What the engine does beyond its defaults.
#[derive(Clone, Debug)]
pub struct ScaOptions {
    /// Also read installed trees: `node_modules`, `site-packages`, jars' properties.
    pub include_installed: bool,
    /// The severity of a vulnerability that its advisory does not rate. Most Go and Python records carry no rating,
    /// so the default is high: an unknown gravity does not pass the gate unseen.
    pub unrated: Severity,
    /// When Go and Rust source is read to say whether the project uses the functions that an advisory names.
    pub reachability: Reachability,
    /// Groups of dependencies that do not count, such as `dev`: a package that is in no other group is not judged.
    pub ignore_groups: Vec<String>,
    /// Ecosystems whose absence from the database is a warning only, not an incomplete run: by default GitHub Actions,
    /// because nearly every repository has workflows, and those that no OSV database covers.
    pub tolerated: Vec<String>,
}

impl Default for ScaOptions {
    fn default() -> Self {
        Self {
            include_installed: false,
            unrated: Severity::High,
            reachability: Reachability::WholeTree,
            ignore_groups: Vec::new(),
            tolerated: ["GitHub Actions", "JSR", "CocoaPods"].map(str::to_owned).to_vec(),
        }
    }
}

/// The dependency engine: an advisory database and options. Immutable.
pub struct ScaEngine {
    database: Arc<Database>,
    options: ScaOptions,
    packages: AtomicUsize,
    ecosystems: Mutex<Vec<String>>,
}

impl ScaEngine {
    /// An engine that asks this database.
    #[must_use]
    pub fn new(database: Arc<Database>, options: ScaOptions) -> Self {
        Self { database, options, packages: AtomicUsize::new(0), ecosystems: Mutex::new(Vec::new()) }
    }

    /// The database that it asks.
    #[must_use]
    pub fn database(&self) -> &Arc<Database> {
        &self.database
    }

    /// Number of distinct package versions that the last finished run looked up.
    #[must_use]
    pub fn packages(&self) -> usize {
        self.packages.load(Ordering::Relaxed)
    }

    /// Ecosystems, sorted and without suffix, of those package versions, as far as the database covers them.
    #[must_use]
    pub fn ecosystems(&self) -> Vec<String> {
        self.ecosystems.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl ScaEngine {
    /// Whether a file says, or may say, what a project depends on. What one of them means may hang on another: a parent,
    /// a workspace, requirements that include others, a lock file beside a second one. So where a change touches one,
    /// all are judged as they are and as they were.
    #[must_use]
    pub fn lists(&self, path: &RepoPath) -> bool {
        format_of(path).is_some_and(|format| !format.installed || self.options.include_installed)
    }
}

impl Engine for ScaEngine {
    fn id(&self) -> EngineId {
        EngineId::Sca
    }

    /// Empty: rules are made from advisories while scanning.
    fn rules(&self) -> &[Arc<Rule>] {
        &[]
    }

    fn interest(&self, candidate: &Candidate<'_>) -> Interest {
        if Language::of(candidate.path).is_some() || candidate.path.file_name() == "Cargo.toml" {
            match self.options.reachability {
                Reachability::Always => return Interest::Always,
                Reachability::WholeTree if candidate.changed => return Interest::WhenChanged,
                Reachability::WholeTree | Reachability::Off => {}
            }
        }
        match format_of(candidate.path) {
            Some(format) if format.installed && !self.options.include_installed => Interest::Skip,
            // A context file is read also where it did not change, because others are read by its light.
            Some(format) if format.context => Interest::Always,
            Some(_) => Interest::WhenChanged,
            // Requirements may include a file of any name: it is asked for when one does (`Scan::wanted`).
            None => Interest::Skip,
        }
    }

    fn start(&self) -> Box<dyn Scan + '_> {
        Box::new(ScaScan {
            engine: self,
            files: Mutex::new(Vec::new()),
            source: Mutex::new(Sources::default()),
            asked: Mutex::new(BTreeSet::new()),
        })
    }
}

struct ScaScan<'e> {
    engine: &'e ScaEngine,
    files: Mutex<Vec<(Arc<SourceFile>, ListedFile)>>,
    source: Mutex<Sources>,
    /// Files of any name that turned out to be requirements, because others include them.
    asked: Mutex<BTreeSet<RepoPath>>,
}

impl ScaScan<'_> {
    /// Keeps source for the question of what the project uses.
    fn source(&self, file: &Arc<SourceFile>) {
        let wanted = match self.engine.options.reachability {
            Reachability::Off => false,
            Reachability::WholeTree => file.changed().is_none(),
            Reachability::Always => true,
        };
        if !wanted {
            return;
        }
        let lock = || self.source.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(language) = Language::of(file.path()) {
            let keep = lock().has_room(file.bytes().len());
            let source = Source::new(file, language, keep);
            lock().add(source);
        } else if file.path().file_name() == "Cargo.toml" {
            lock().manifest(file);
        }
    }
}

impl Scan for ScaScan<'_> {
    fn file(&self, file: &Arc<SourceFile>, _out: &mut Findings) {
        let is_asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner).contains(file.path());
        let listed = if is_asked {
            list_included(file)
        } else {
            self.source(file);
            list_file(file)
        };
        if let Some(listed) = listed {
            self.files.lock().unwrap_or_else(PoisonError::into_inner).push((Arc::clone(file), listed));
        }
    }

    fn wanted(&self) -> BTreeSet<RepoPath> {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let wanted = wanted_includes(&files.iter().map(|(_, listed)| listed).collect::<Vec<_>>());
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let wanted: BTreeSet<RepoPath> = wanted.difference(&asked).cloned().collect();
        asked.extend(wanted.iter().cloned());
        wanted
    }

    fn finish(self: Box<Self>, out: &mut Findings) {
        let files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        let (sources, mut listed): (Vec<_>, Vec<_>) = files.into_iter().unzip();
        let sources: BTreeMap<RepoPath, Arc<SourceFile>> = sources.into_iter().map(|s| (s.path().clone(), s)).collect();
        join(&mut listed, &|path| sources.get(path).map(|s| &**s));
        let mut source = self.source.into_inner().unwrap_or_else(PoisonError::into_inner);
        source.seal(listed.iter().map(|l| &l.path));
        judge(self.engine, &sources, &listed, &source, out);
    }
}

/// Whether all of a package's groups are among those that do not count.
fn is_left_out(package: &crate::ListedPackage, groups: &[String]) -> bool {
    !package.groups.is_empty() && package.groups.iter().all(|g| groups.contains(g))
}

fn judge(
    engine: &ScaEngine,
    sources: &BTreeMap<RepoPath, Arc<SourceFile>>,
    listed: &[ListedFile],
    uses: &Sources,
    out: &mut Findings,
) {
    let database = &engine.database;
    // Keys are borrowed: a large project has tens of thousands of them, and most are looked up once.
    let mut answers: HashMap<(&str, &str, &str), Arc<MatchResult>> = HashMap::new();
    let mut uncovered: BTreeMap<String, (usize, RepoPath)> = BTreeMap::new();
    let mut damaged: BTreeSet<String> = BTreeSet::new();
    let mut maker = FindingMaker::new(database, &engine.options, uses);
    let in_hand =
        |file: &&ListedFile| sources.get(&file.path).is_some_and(|s| s.changed().is_none_or(|c| !c.0.is_empty()));
    out.notices
        .extend(unlocked_notices(listed.iter().filter(in_hand), &|p| is_left_out(p, &engine.options.ignore_groups)));
    for file in listed {
        let Some(source) = sources.get(&file.path) else { continue };
        // A file that is here for context only, no line of it changed.
        if source.changed().is_some_and(|c| c.0.is_empty()) {
            continue;
        }
        out.notices.extend(file.notices.iter().cloned());
        // Places of each package version in the file: one finding for all of them.
        let key = |i: &usize| {
            let package = &file.packages[*i];
            (package.ecosystem.as_str(), package.name.as_str(), package.version.as_str())
        };
        let counts = |i: &usize| {
            let package = &file.packages[*i];
            package.is_checkable() && !is_left_out(package, &engine.options.ignore_groups)
        };
        let mut order: Vec<usize> = (0..file.packages.len()).filter(counts).collect();
        order.sort_by(|a, b| key(a).cmp(&key(b)));
        for places in order.chunk_by(|a, b| key(a) == key(b)) {
            let Some((ecosystem, name, version)) = places.first().map(key) else { continue };
            let answer = answers
                .entry((ecosystem, name, version))
                .or_insert_with(|| Arc::new(database.matches(ecosystem, name, version)));
            let answer = Arc::clone(answer);
            if !answer.covered {
                let known = uncovered.entry(ecosystem.to_owned()).or_insert_with(|| (0, file.path.clone()));
                known.0 += 1;
                continue;
            }
            if answer.damaged {
                damaged.insert(base_ecosystem(ecosystem).to_owned());
                continue;
            }
            if let Some(first) = answer.uncompared.first() {
                let ids: Vec<&str> = answer.uncompared.iter().map(|u| u.id.as_str()).take(5).collect();
                let message = format!(
                    "{name} {version} could not be compared with {}{}: `{}` is no version that {ecosystem} orders. \
                     Check by hand whether it is affected.",
                    ids.join(", "),
                    if answer.uncompared.len() > ids.len() { ", …" } else { "" },
                    first.version
                );
                let line = places.first().map_or(1, |i| file.packages[*i].line);
                // Where the package's own version is none, nothing was judged; junk of an advisory leaves the rest judged.
                let own = first.version == version && answer.matches.is_empty();
                let tolerated = engine.options.tolerated.iter().any(|t| t == base_ecosystem(ecosystem));
                let level = if own && !tolerated { NoticeLevel::Error } else { NoticeLevel::Warning };
                let notice = Notice::new(level, "version-not-comparable", message);
                out.notice(notice.at(&file.path).on_line(line).by(EngineId::Sca));
            }
            if !answer.matches.is_empty() {
                maker.findings(source, file, places, &answer, out);
            }
        }
    }
    for (ecosystem, (packages, path)) in uncovered {
        let tolerated = engine.options.tolerated.iter().any(|t| t == base_ecosystem(&ecosystem));
        let level = if tolerated { NoticeLevel::Warning } else { NoticeLevel::Error };
        let message = format!(
            "The advisory database ({}) does not cover {ecosystem}: {packages} package versions were not checked. \
             Run `firedoor db update`, or import a database that covers it.",
            database.info().source
        );
        out.notice(Notice::new(level, "ecosystem-not-covered", message).at(&path).by(EngineId::Sca));
    }
    damaged.extend(maker.damaged());
    for ecosystem in damaged {
        let message = format!(
            "The advisory database's file of {ecosystem} is damaged or missing: its packages were not checked, or not \
             wholly. Run `firedoor db update` or `firedoor db import` again."
        );
        out.notice(Notice::error("damaged-database", message).by(EngineId::Sca));
    }
    if let Some(first) = database.unread().first().filter(|_| !answers.is_empty()) {
        let message = format!(
            "{} record(s) of the advisory database ({}) could not be read, so what they say was not checked. The first: {first}.",
            database.unread().len(),
            database.info().source
        );
        out.notice(Notice::error("unreadable-advisories", message).by(EngineId::Sca));
    }
    engine.packages.store(answers.len(), Ordering::Relaxed);
    let covered = |(ecosystem, ..): &&(&str, &str, &str)| database.covers(ecosystem);
    let used: BTreeSet<&str> =
        answers.keys().filter(covered).map(|(ecosystem, ..)| base_ecosystem(ecosystem)).collect();
    *engine.ecosystems.lock().unwrap_or_else(PoisonError::into_inner) = used.into_iter().map(str::to_owned).collect();
}
