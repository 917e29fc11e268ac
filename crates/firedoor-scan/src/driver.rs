//! One walk's files through all engines.
//!
//! Each file is read at most once, when the first engine wants it, and is dropped when the last has judged it, unless
//! an engine keeps it for `finish`. A panic in one engine on one file becomes a Notice that names both and makes the
//! run incomplete; the other engines and files go on. The result does not depend on the number of threads: what a
//! file gave is kept in the order of the files.

use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use firedoor_core::{Candidate, Engine, EngineId, Findings, Interest, Notice, Origin, RepoPath, Scan, SourceFile};
use firedoor_input::Entry;
use firedoor_input::archive::{ArchiveLimits, is_archive};
use rayon::prelude::*;

use crate::{faults, panics};

/// A file to judge: one still on disk, or one in hand (from the index, a commit, standard input).
#[derive(Clone, Debug)]
pub enum Item {
    /// On disk; the flag says whether the change under judgement touched it.
    Entry(Entry, bool),
    /// In hand; the flag says whether the change under judgement touched it.
    File(Arc<SourceFile>, bool),
}

impl Item {
    pub(crate) fn is_changed(&self) -> bool {
        match self {
            Self::Entry(_, changed) | Self::File(_, changed) => *changed,
        }
    }

    pub(crate) fn path(&self) -> &RepoPath {
        match self {
            Self::Entry(e, _) => &e.path,
            Self::File(f, _) => f.path(),
        }
    }

    /// Its text, at most so many bytes of it.
    pub(crate) fn read(&self, limit: u64) -> Result<Arc<SourceFile>, Box<Notice>> {
        match self {
            Self::File(file, _) => Ok(Arc::clone(file)),
            Self::Entry(entry, _) => firedoor_input::read(entry, limit).map(Arc::new),
        }
    }
}

/// Counts files as they are done, for a progress bar. Called from many threads.
pub trait Progress: Sync {
    /// Announces how many files there are.
    fn begin(&self, total: usize);
    /// One more is done.
    fn done_one(&self);
    /// All files are done; engines now join what they kept.
    fn finishing(&self);
    /// The calling thread hands a file to an engine; `None`: the engine joins what it kept.
    fn enter(&self, _engine: EngineId, _path: Option<&RepoPath>) {}
    /// The engine gave the calling thread back.
    fn leave(&self) {}
}

/// Shows nothing.
#[derive(Debug)]
pub struct NoProgress;

impl Progress for NoProgress {
    fn begin(&self, _: usize) {}
    fn done_one(&self) {}
    fn finishing(&self) {}
}

/// What all engines found in all files.
#[derive(Debug, Default)]
pub struct Driven<T> {
    /// Findings and notices, by file in the order of the items, then those of `finish`.
    pub found: Findings,
    /// Number of files that each engine judged, in the order in which the engines were given.
    pub files: Vec<usize>,
    /// What the observer made of each file that was read, where it made something.
    pub observed: Vec<(RepoPath, T)>,
    /// The files that took longest, slowest first; for `--profile` only.
    pub slowest: Vec<(Duration, RepoPath)>,
    /// How long the files and then `finish` took; for `--profile` only.
    pub took: (Duration, Duration),
}

/// What one file gave: findings, what the observer made of it, and how long it took.
type Part<T> = (Findings, Option<(RepoPath, T)>, Duration);

/// How many slow files are remembered.
const SLOWEST: usize = 10;

/// How often an engine is asked what more it needs.
const MAX_ROUNDS: usize = 32;

/// Decides by path whether an engine may see a file (`.semgrepignore`, `[sast] exclude`, …).
pub type PathFilter<'a> = dyn Fn(EngineId, &RepoPath) -> bool + Sync + 'a;

/// How files are handed out.
pub struct Drive<'a> {
    /// Engines in the order of reports.
    pub engines: &'a [&'a dyn Engine],
    /// Which engine may see which path.
    pub allowed: &'a PathFilter<'a>,
    /// Which files an engine judges although the change under judgement does not touch them.
    pub whole: &'a PathFilter<'a>,
    /// Largest file that is read, in bytes.
    pub max_file_size: u64,
    /// Largest file that an engine judges, in bytes; a larger one makes the run incomplete.
    pub engine_limit: &'a (dyn Fn(EngineId) -> u64 + Sync),
    /// Progress.
    pub progress: &'a dyn Progress,
    /// Which files the observer wants to see although no engine does: ignore files of other tools.
    pub observed: &'a (dyn Fn(&RepoPath) -> bool + Sync),
    /// How far archives are opened; their members are searched for secrets only. `None`: not at all.
    pub archives: Option<&'a ArchiveLimits>,
}

impl Drive<'_> {
    /// Judges all items. `observe` is called once for each file that was read.
    pub fn run<T: Send>(&self, items: &[Item], observe: &(dyn Fn(&SourceFile) -> Option<T> + Sync)) -> Driven<T> {
        self.run_with(items, observe, &|_| None)
    }

    /// The same; `spare` gives the files that are no items, but that an engine may ask for when it knows what it needs.
    pub fn run_with<T: Send>(
        &self,
        items: &[Item],
        observe: &(dyn Fn(&SourceFile) -> Option<T> + Sync),
        spare: &dyn Fn(&RepoPath) -> Option<SourceFile>,
    ) -> Driven<T> {
        panics::install_hook();
        self.progress.begin(items.len());
        let scans: Vec<Box<dyn Scan + '_>> = self.engines.iter().map(|e| e.start()).collect();
        let counts: Vec<AtomicUsize> = self.engines.iter().map(|_| AtomicUsize::new(0)).collect();
        let begin = Instant::now();
        let mut parts: Vec<Part<T>> = items
            .par_iter()
            .map(|item| {
                let begin = Instant::now();
                let mut out = Findings::default();
                let seen = self.one(item, &scans, &counts, observe, &mut out);
                self.progress.done_one();
                (out, seen, begin.elapsed())
            })
            .collect();
        let files_took = begin.elapsed();
        let mut driven = Driven {
            found: Findings::default(),
            files: counts.into_iter().map(AtomicUsize::into_inner).collect(),
            observed: Vec::new(),
            slowest: Vec::new(),
            took: (files_took, Duration::ZERO),
        };
        let mut slowest: Vec<(Duration, &Item)> =
            parts.iter().zip(items).map(|((_, _, took), item)| (*took, item)).collect();
        slowest.sort_by_key(|(took, _)| std::cmp::Reverse(*took));
        driven.slowest = slowest.into_iter().take(SLOWEST).map(|(took, item)| (took, item.path().clone())).collect();
        for (found, seen, _) in &mut parts {
            driven.found.append(found);
            driven.observed.extend(seen.take());
        }
        self.hand_over_wanted(items, &scans, observe, spare, &mut driven);
        let begin = Instant::now();
        self.finish(scans, &mut driven.found);
        driven.took.1 = begin.elapsed();
        driven
    }

    /// Judges files that `produce` hands out one by one, from many threads and in no order, so that a history need not
    /// fit into memory; `produce` is told of each whether anything came of it. What is found is sorted by the caller;
    /// `finish` is called for every engine.
    pub fn stream<E>(
        &self,
        produce: impl FnOnce(&(dyn Fn(SourceFile) -> bool + Sync)) -> Result<(), E>,
    ) -> Result<Driven<()>, E> {
        panics::install_hook();
        let scans: Vec<Box<dyn Scan + '_>> = self.engines.iter().map(|e| e.start()).collect();
        let counts: Vec<AtomicUsize> = self.engines.iter().map(|_| AtomicUsize::new(0)).collect();
        let all = Mutex::new(Findings::default());
        produce(&|file: SourceFile| {
            let mut out = Findings::default();
            self.one::<()>(&Item::File(Arc::new(file), true), &scans, &counts, &|_| None, &mut out);
            self.progress.done_one();
            let came = !out.findings.is_empty() || !out.notices.is_empty();
            all.lock().unwrap_or_else(PoisonError::into_inner).append(&mut out);
            came
        })?;
        let mut found = all.into_inner().unwrap_or_else(PoisonError::into_inner);
        self.finish(scans, &mut found);
        let files = counts.into_iter().map(AtomicUsize::into_inner).collect();
        Ok(Driven { found, files, observed: Vec::new(), slowest: Vec::new(), took: Default::default() })
    }

    /// Hands over what engines ask for once they have seen the files that they wanted by name.
    fn hand_over_wanted<T>(
        &self,
        items: &[Item],
        scans: &[Box<dyn Scan + '_>],
        observe: &(dyn Fn(&SourceFile) -> Option<T> + Sync),
        spare: &dyn Fn(&RepoPath) -> Option<SourceFile>,
        driven: &mut Driven<T>,
    ) {
        let counts: Vec<AtomicUsize> = scans.iter().map(|_| AtomicUsize::new(0)).collect();
        for (place, (engine, scan)) in self.engines.iter().zip(scans).enumerate() {
            for _ in 0..MAX_ROUNDS {
                let wanted = panics::guarded(AssertUnwindSafe(|| scan.wanted())).unwrap_or_default();
                if wanted.is_empty() {
                    break;
                }
                let by_path: BTreeMap<&RepoPath, &Item> =
                    items.iter().filter(|i| wanted.contains(i.path())).map(|i| (i.path(), i)).collect();
                for path in wanted.iter().filter(|path| (self.allowed)(engine.id(), path)) {
                    let file = match by_path.get(path) {
                        Some(item) => item.read(self.max_file_size),
                        None => match spare(path) {
                            Some(file) => Ok(Arc::new(file)),
                            None => continue,
                        },
                    };
                    match file {
                        Ok(file) => {
                            let mask: Vec<bool> = (0..scans.len()).map(|other| other == place).collect();
                            self.judge(&file, scans, &counts, &mask, &mut driven.found);
                            if driven.observed.iter().all(|(path, _)| path != file.path()) {
                                driven.observed.extend(observe(&file).map(|seen| (file.path().clone(), seen)));
                            }
                        }
                        Err(notice) => driven.found.notice(*notice),
                    }
                }
            }
        }
        for (count, more) in driven.files.iter_mut().zip(counts) {
            *count += more.into_inner();
        }
    }

    fn finish(&self, scans: Vec<Box<dyn Scan + '_>>, found: &mut Findings) {
        self.progress.finishing();
        for (engine, scan) in self.engines.iter().zip(scans) {
            let mut out = Findings::default();
            self.progress.enter(engine.id(), None);
            let done = panics::guarded(AssertUnwindSafe(|| {
                faults::at(engine.id(), None);
                scan.finish(&mut out);
            }));
            self.progress.leave();
            if let Err(place) = done {
                out.notice(
                    Notice::error(
                        "engine-panic",
                        format!("The {} engine failed at {place} while joining its files. This is a defect of firedoor; please report it.", engine.id()),
                    )
                    .by(engine.id()),
                );
            }
            found.append(&mut out);
        }
    }

    /// Hands a file to the engines that want it.
    fn judge(
        &self,
        file: &Arc<SourceFile>,
        scans: &[Box<dyn Scan + '_>],
        counts: &[AtomicUsize],
        wanted: &[bool],
        out: &mut Findings,
    ) {
        for (((engine, scan), count), _) in self.engines.iter().zip(scans).zip(counts).zip(wanted).filter(|(_, w)| **w)
        {
            let (size, limit) = (file.bytes().len() as u64, (self.engine_limit)(engine.id()));
            if size > limit {
                // What looks binary is no text to any engine that has a limit here.
                if !file.is_binary() {
                    let message = format!(
                        "This file has {size} bytes, more than the limit of {limit} (`[{}] max-file-size`), so that engine did not judge it.",
                        engine.id()
                    );
                    out.notice(Notice::error("file-too-large", message).at(file.path()).by(engine.id()));
                }
                continue;
            }
            count.fetch_add(1, Ordering::Relaxed);
            let mut part = Findings::default();
            self.progress.enter(engine.id(), Some(file.path()));
            let done = panics::guarded(AssertUnwindSafe(|| {
                faults::at(engine.id(), Some(file.path()));
                scan.file(file, &mut part);
            }));
            self.progress.leave();
            match done {
                Ok(()) => out.append(&mut part),
                Err(place) => out.notice(
                    Notice::error(
                        "engine-panic",
                        format!("The {} engine failed on this file at {place}, so it was not judged. This is a defect of firedoor; please report it.", engine.id()),
                    )
                    .at(file.path())
                    .by(engine.id()),
                ),
            }
        }
    }

    /// Searches the members of an archive for secrets.
    fn open_archive(
        &self,
        item: &Item,
        limits: &ArchiveLimits,
        scans: &[Box<dyn Scan + '_>],
        counts: &[AtomicUsize],
        out: &mut Findings,
    ) {
        let file = match item.read(self.max_file_size) {
            Ok(file) => file,
            Err(notice) => return out.notice(*notice),
        };
        let (members, notices) = firedoor_input::archive::expand(&file, limits);
        notices.into_iter().for_each(|n| out.notice(n));
        for member in members {
            let candidate = Candidate {
                path: member.path(),
                size: member.bytes().len() as u64,
                origin: member.origin(),
                changed: true,
            };
            let wanted: Vec<bool> = self
                .engines
                .iter()
                .map(|e| {
                    e.id() == EngineId::Secrets
                        && (self.allowed)(e.id(), member.path())
                        && e.interest(&candidate) != Interest::Skip
                })
                .collect();
            self.judge(&Arc::new(member), scans, counts, &wanted, out);
        }
    }

    fn one<T>(
        &self,
        item: &Item,
        scans: &[Box<dyn Scan + '_>],
        counts: &[AtomicUsize],
        observe: &(dyn Fn(&SourceFile) -> Option<T> + Sync),
        out: &mut Findings,
    ) -> Option<(RepoPath, T)> {
        let (size, origin, changed) = match item {
            Item::Entry(e, changed) => (e.size, &Origin::WorkTree, *changed),
            Item::File(f, changed) => (f.bytes().len() as u64, f.origin(), *changed),
        };
        let wanted: Vec<bool> = self
            .engines
            .iter()
            .map(|engine| {
                let changed = changed || (self.whole)(engine.id(), item.path());
                let candidate = Candidate { path: item.path(), size, origin, changed };
                (self.allowed)(engine.id(), item.path())
                    && match engine.interest(&candidate) {
                        Interest::Skip => false,
                        Interest::WhenChanged => changed,
                        Interest::Always => true,
                    }
            })
            .collect();
        if let Some(limits) = self.archives.filter(|_| changed && is_archive(item.path())) {
            self.open_archive(item, limits, scans, counts, out);
        }
        if !wanted.contains(&true) && !(self.observed)(item.path()) {
            return None;
        }
        // In data nobody looks for secrets; the other engines know by a file's name what they want of it.
        let only_secrets = self
            .engines
            .iter()
            .zip(&wanted)
            .all(|(e, wanted)| !wanted || e.id() == EngineId::Secrets && !e.reads_data());
        let read = match item {
            Item::Entry(entry, _) if only_secrets => firedoor_input::read_text(entry, self.max_file_size).map(Arc::new),
            item => item.read(self.max_file_size),
        };
        let file = match read {
            Ok(file) => file,
            Err(notice) => {
                out.notice(*notice);
                return None;
            }
        };
        self.judge(&file, scans, counts, &wanted, out);
        let seen = observe(&file).map(|seen| (file.path().clone(), seen));
        if let Some(file) = Arc::into_inner(file) {
            firedoor_input::give_back(file);
        }
        seen
    }
}

#[cfg(test)]
mod tests {
    use firedoor_core::{Finding, Rule, Severity, Span};

    use super::*;

    /// Finds every `x`, panics on files named `boom`, and in `finish` says how many files it kept.
    struct Toy(Vec<Arc<Rule>>, EngineId);
    struct ToyScan<'a>(&'a Toy, AtomicUsize);

    impl Engine for Toy {
        fn id(&self) -> EngineId {
            self.1
        }
        fn rules(&self) -> &[Arc<Rule>] {
            &self.0
        }
        fn interest(&self, c: &Candidate<'_>) -> Interest {
            if c.path.as_str().ends_with(".skip") { Interest::Skip } else { Interest::WhenChanged }
        }
        fn start(&self) -> Box<dyn Scan + '_> {
            Box::new(ToyScan(self, AtomicUsize::new(0)))
        }
    }

    impl Scan for ToyScan<'_> {
        fn file(&self, file: &Arc<SourceFile>, out: &mut Findings) {
            assert!(file.path().as_str() != "boom", "secret text");
            self.1.fetch_add(1, Ordering::Relaxed);
            for at in memchr_all(file.bytes()) {
                out.push(Finding::new(&self.0.0[0], file, Span::new(at, at + 1), "An x."));
            }
        }
        fn finish(self: Box<Self>, out: &mut Findings) {
            assert!(self.1.load(Ordering::Relaxed) < 4, "more than this toy can join");
            out.notice(Notice::note("kept", self.1.into_inner().to_string()));
        }
    }

    fn memchr_all(bytes: &[u8]) -> Vec<usize> {
        bytes.iter().enumerate().filter(|(_, b)| **b == b'x').map(|(i, _)| i).collect()
    }

    fn file(path: &str, text: &str) -> Item {
        Item::File(Arc::new(SourceFile::new(path.into(), Origin::Stdin, text.into())), true)
    }

    fn toy(id: EngineId) -> Toy {
        Toy(vec![Arc::new(Rule::new(id, "x", "An x", Severity::Low))], id)
    }

    fn drive<'a>(engines: &'a [&'a dyn Engine], progress: &'a dyn Progress) -> Drive<'a> {
        Drive {
            engines,
            allowed: &|_, _| true,
            whole: &|_, _| false,
            max_file_size: 1 << 20,
            engine_limit: &|_| 1 << 20,
            progress,
            observed: &|_| false,
            archives: None,
        }
    }

    /// Remembers what it was told.
    #[derive(Default)]
    struct Told(Mutex<Vec<String>>);

    impl Progress for Told {
        fn begin(&self, _: usize) {}
        fn done_one(&self) {}
        fn finishing(&self) {}
        fn enter(&self, engine: EngineId, path: Option<&RepoPath>) {
            let place = path.map_or("finish", RepoPath::as_str);
            self.0.lock().expect("no panic while it is held").push(format!("{engine} {place}"));
        }
        fn leave(&self) {
            self.0.lock().expect("no panic while it is held").push("out".to_owned());
        }
    }

    #[test]
    fn each_engine_may_panic_in_a_file_and_at_the_end_and_each_is_named() {
        for broken in [EngineId::Secrets, EngineId::Sast, EngineId::Sca] {
            let others: Vec<EngineId> =
                [EngineId::Secrets, EngineId::Sast, EngineId::Sca].into_iter().filter(|e| *e != broken).collect();
            let (bad, good, well) = (toy(broken), toy(others[0]), toy(others[1]));
            // The broken engine fails on `boom`; it fails at its end when it has kept four files.
            let engines: [&dyn Engine; 3] = [&bad, &good, &well];
            let allowed = move |engine, path: &RepoPath| engine == broken || !path.as_str().starts_with('b');
            let mut drive = drive(&engines, &NoProgress);
            drive.allowed = &allowed;
            let items = [file("a", "x"), file("boom", "x"), file("b", "x"), file("bb", "x"), file("bc", "x")];
            let driven = drive.run(&items, &|_| None::<()>);
            assert_eq!(driven.found.findings.len(), 4 + 1 + 1, "what was found before the end is kept");
            let panics: Vec<_> = driven.found.notices.iter().filter(|n| n.code == "engine-panic").collect();
            assert_eq!(panics.len(), 2);
            assert_eq!(panics[0].path.as_ref().map(RepoPath::as_str), Some("boom"));
            assert!(panics.iter().all(|n| n.engine == Some(broken) && n.message.contains(broken.as_str())));
            assert_eq!(driven.found.notices.iter().filter(|n| n.code == "kept").count(), 2, "the others finished");
        }
    }

    #[test]
    fn whoever_watches_knows_which_engine_has_which_file() {
        let told = Told::default();
        let one = toy(EngineId::Sca);
        let engines: [&dyn Engine; 1] = [&one];
        drive(&engines, &told).run(&[file("boom", "x")], &|_| None::<()>);
        assert_eq!(*told.0.lock().expect("no panic"), ["sca boom", "out", "sca finish", "out"]);
    }

    #[test]
    fn a_panic_is_a_notice_and_the_rest_goes_on() {
        let toy = toy(EngineId::Sast);
        let engines: [&dyn Engine; 1] = [&toy];
        let mut drive = drive(&engines, &NoProgress);
        drive.observed = &|path| path.as_str() == "e.skip";
        let items = [file("a", "x x"), file("boom", "x"), file("c.skip", "x"), file("d", "x"), file("e.skip", "x")];
        let driven = drive.run(&items, &|f| matches!(f.path().as_str(), "d" | "e.skip").then_some(1));
        assert_eq!(driven.found.findings.len(), 3);
        assert_eq!(driven.files, [3]);
        assert_eq!(driven.observed, [(RepoPath::new("d"), 1), (RepoPath::new("e.skip"), 1)]);
        let codes: Vec<_> =
            driven.found.notices.iter().map(|n| (n.code, n.path.as_ref().map(RepoPath::as_str))).collect();
        assert_eq!(codes, [("engine-panic", Some("boom")), ("kept", None)]);
        let message = &driven.found.notices[0].message;
        assert!(
            message.contains("sast") && message.contains("driver.rs") && !message.contains("secret text"),
            "{message}"
        );
        assert_eq!(driven.found.notices[1].message, "2");
    }
}
