//! The engine: rules by language, a prefilter over the bytes, findings.
//!
//! Rules are read when the engine is made. Their patterns are compiled per language when the first file of that
//! language comes (or at once with [`SastConfig::check`]), because a run rarely needs all languages. A file is parsed
//! only if the texts that some rule cannot do without occur in it.

mod around;
mod comments;
pub(crate) mod decode;
mod explain;
mod forms;
mod imports;
mod later;
mod pack;
mod paths;
mod pieces;
mod report;
mod taint;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, OnceLock};

use firedoor_core::{
    Candidate, Confidence, Diagnostic, Engine, EngineId, Findings, Interest, Notice, RepoPath, Rule as RuleInfo,
    RuleOrigin, RuleSource, Scan, SourceFile,
};
use firedoor_lang::Language;
use firedoor_rules::PackFile;
use rayon::prelude::*;

pub use pack::{CompiledRule, Pack};

use crate::formula::{Evaluator, FileContext, Reading};
use crate::lower::{MAX_DEPTH, MAX_NODES};
use crate::rule::language::RuleLanguage;
use crate::rule::load::load;
use crate::rule::model::Rule;
use crate::rule::packed::load_packed;
use crate::taint::{FileTaint, TaintFinding};
use crate::tree::Cut;

/// What the engine is made of.
#[derive(Clone, Debug)]
pub struct SastConfig {
    /// Whether to load the rules in the binary.
    pub builtin: bool,
    /// Whether to load also those of them that are less precise.
    pub extended: bool,
    /// Rule files of the user.
    pub sources: Vec<RuleSource>,
    /// Larger files are left out, with a notice.
    pub max_file_size: u64,
    /// Whether to compile every pattern of the user's rules at once, so that mistakes in them are known.
    pub check: bool,
    /// Whether `paths:` of rules is ignored (rule tests).
    pub ignore_paths: bool,
    /// Rules by their id that are left out.
    pub without: BTreeSet<String>,
    /// If not empty: the only languages that are looked at.
    pub languages: BTreeSet<RuleLanguage>,
    /// The day (`YYYY-MM-DD`) that `today()` in conditions means; without one it has no value.
    pub today: Option<String>,
}

impl Default for SastConfig {
    fn default() -> Self {
        Self {
            builtin: true,
            extended: false,
            sources: Vec::new(),
            max_file_size: 5_000_000,
            check: true,
            ignore_paths: false,
            without: BTreeSet::new(),
            languages: BTreeSet::new(),
            today: None,
        }
    }
}

/// The compiled engine.
pub struct SastEngine {
    infos: Vec<Arc<RuleInfo>>,
    rules: Vec<Rule>,
    filters: paths::Filters,
    packs: Vec<(Reading, Vec<usize>, OnceLock<Pack>)>,
    max_file_size: u64,
    ignore_paths: bool,
}

/// Reads rules and makes the engine. What is wrong with a rule is among the diagnostics; the other rules work.
#[must_use]
pub fn compile(config: &SastConfig) -> (SastEngine, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut rules: Vec<Rule> = Vec::new();
    let mut users = 0;
    let today = config.today.as_deref().and_then(crate::cond::time::days);
    let own: Vec<_> = config.sources.par_iter().map(load).collect();
    let builtin: Vec<_> = builtin(config).map(load_packed).collect();
    for (nth, mut loaded) in own.into_iter().chain(builtin).enumerate() {
        loaded.rules.retain_mut(|rule| is_wanted(rule, config));
        loaded.rules.iter_mut().for_each(|rule| rule.options.today = today);
        diagnostics.extend(loaded.errors);
        diagnostics.extend(loaded.warnings);
        rules.extend(loaded.rules);
        if nth < config.sources.len() {
            users = rules.len();
        }
    }
    let engine = SastEngine::new(rules, config);
    if config.check {
        for (reading, indices, _) in &engine.packs {
            if indices.iter().any(|&i| i < users) {
                for (rule, diagnostic) in &engine.pack(*reading).errors {
                    // A rule of several languages has the same mistake in each.
                    let known = |d: &Diagnostic| d.span == diagnostic.span && d.source.path == diagnostic.source.path;
                    if *rule < users && !diagnostics.iter().any(known) {
                        diagnostics.push(diagnostic.clone());
                    }
                }
            }
        }
    }
    (engine, diagnostics)
}

/// Whether a rule is asked for; takes the languages from it that are not.
fn is_wanted(rule: &mut Rule, config: &SastConfig) -> bool {
    if !config.languages.is_empty() {
        rule.languages.retain(|l| config.languages.contains(l));
    }
    !rule.languages.is_empty() && !config.without.contains(rule.info.id.as_str())
}

/// The files of the built-in pack that are asked for.
fn builtin(config: &SastConfig) -> impl Iterator<Item = &'static PackFile> {
    let (builtin, extended) = (config.builtin, config.extended);
    firedoor_rules::SAST.iter().filter(move |file| builtin && (extended || !file.extended))
}

/// Whether a rule for `rule` looks at files of `file`.
fn applies(rule: RuleLanguage, file: Reading) -> bool {
    match (Reading::of(rule), file) {
        (Some(a), b) if a == b => true,
        (Some(Reading::Code(Language::TypeScript)), Reading::Code(Language::Tsx)) => true,
        _ => false,
    }
}

impl SastEngine {
    fn new(rules: Vec<Rule>, config: &SastConfig) -> Self {
        let readings = Language::all().map(Reading::Code).chain([Reading::Generic, Reading::Regex]);
        let packs = readings
            .map(|reading| {
                let of = |r: &Rule| r.languages.iter().any(|&l| applies(l, reading));
                let indices: Vec<usize> = (0..rules.len()).filter(|&i| of(&rules[i])).collect();
                (reading, indices, OnceLock::new())
            })
            .filter(|(_, indices, _)| !indices.is_empty())
            .collect();
        Self {
            infos: rules.iter().map(|r| Arc::clone(&r.info)).collect(),
            filters: paths::Filters::new(rules.iter().map(|r| r.paths.as_ref())),
            rules,
            packs,
            max_file_size: config.max_file_size,
            ignore_paths: config.ignore_paths,
        }
    }

    /// The rules as they were read.
    #[must_use]
    pub fn loaded(&self) -> &[Rule] {
        &self.rules
    }

    fn pack(&self, reading: Reading) -> &Pack {
        static EMPTY: OnceLock<Pack> = OnceLock::new();
        match self.packs.iter().find(|(r, _, _)| *r == reading) {
            Some((_, indices, pack)) => pack.get_or_init(|| Pack::new(reading, indices, &self.rules)),
            None => EMPTY.get_or_init(|| Pack::new(reading, &[], &[])),
        }
    }

    fn has(&self, reading: Reading) -> bool {
        self.packs.iter().any(|(r, _, _)| *r == reading)
    }

    /// Says which rules find nothing because no language of theirs is parsed here.
    fn unread_languages(&self) -> Option<Notice> {
        let unread = |rule: &&Rule| rule.languages.iter().all(|l| Reading::of(*l).is_none());
        let rules: Vec<&Rule> = self.rules.iter().filter(unread).collect();
        let languages: BTreeSet<&str> = rules.iter().flat_map(|r| &r.languages).map(|l| l.as_str()).collect();
        let names: Vec<&str> = languages.into_iter().collect();
        let (count, noun) = (rules.len(), if rules.len() == 1 { "rule" } else { "rules" });
        let message =
            format!("languages that are not parsed here: {}; {count} {noun} for them found nothing", names.join(", "));
        (count > 0).then(|| Notice::warning("sast-language-unsupported", message).by(EngineId::Sast))
    }

    /// How a file is read: as code of its languages, and as text where rules ask for that.
    fn readings(&self, file: &SourceFile) -> Vec<Reading> {
        let head = &file.bytes()[..file.bytes().len().min(256)];
        let mut readings: Vec<Reading> = Language::of_path(file.path(), head).into_iter().map(Reading::Code).collect();
        readings.extend([Reading::Generic, Reading::Regex]);
        readings.retain(|r| self.has(*r));
        readings
    }

    fn judge<'e>(&'e self, file: &Arc<SourceFile>, reading: Reading, run: &Run<'e>, out: &mut Findings) {
        let Run { tainted, halves, ends, kept, alone, .. } = run;
        let pack = self.pack(reading);
        let live = pack.live(file.bytes());
        let language = match reading {
            Reading::Code(language) => Some(language),
            _ => None,
        };
        let minified = language.is_some_and(|l| crate::taint::is_minified(file.bytes()) || is_bundle(l, file.bytes()));
        let has_taint = || pack.rules.iter().any(|r| r.taint.is_some());
        if live.is_empty() {
            if language.is_some() && !minified && has_taint() {
                around::keep(kept, file, language);
            }
            return;
        }
        let is_tool = language == Some(Language::Go) && is_never_built(file.bytes());
        let context = FileContext::new(file.bytes(), language);
        let mut hits = Vec::new();
        for nth in live {
            let compiled = &pack.rules[nth];
            let rule = &self.rules[compiled.rule];
            if !self.ignore_paths && !self.filters.admits(compiled.rule, file.path().as_str()) {
                continue;
            }
            context.begin_rule();
            // What a tool wrote says little about the code that it was made from.
            let builtin = matches!(rule.info.origin, RuleOrigin::Builtin(_));
            if builtin && is_tool {
                continue;
            }
            let worth = !minified || !builtin || rule.info.confidence == Confidence::High;
            if let (Some(formula), true) = (&compiled.search, worth) {
                let evaluator = Evaluator::new(&context, &rule.options, &compiled.names, compiled.class);
                let found = evaluator.ranges(formula);
                report::search(rule, compiled, &context, file, &found.ranges, out);
            }
            hits.extend(taint::hits(rule, compiled, &context));
            if context.exhausted.get() {
                let message = search_cut(rule, &context, file);
                // Tables of data by the thousand are cut in many vendored files: that must not fail their users' runs.
                out.notice(
                    Notice::warning("sast-search-cut", message)
                        .at(file.path())
                        .by(EngineId::Sast)
                        .about_rule(rule.info.id.as_str()),
                );
            }
        }
        if let (Some(language), false, Some(tree)) = (language, hits.is_empty(), context.tree()) {
            if !minified {
                ends.add(&hits);
            }
            if minified {
                hits.retain(|h| !h.sources.is_empty() && !h.sinks.is_empty());
                let (results, notices) = taint::interpret(self, file, tree, language, hits);
                notices.into_iter().for_each(|notice| out.notice(notice));
                let found = crate::taint::join_alone(results);
                alone.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(found);
            } else if later::is_whole(&mut hits) || ends.meet(&hits) {
                let (results, notices) = taint::interpret(self, file, tree, language, hits);
                notices.into_iter().for_each(|notice| out.notice(notice));
                tainted.lock().unwrap_or_else(std::sync::PoisonError::into_inner).extend(results);
            } else {
                later::keep(halves, file, language, hits);
            }
        } else if language.is_some() && !minified && has_taint() {
            around::keep(kept, file, language);
        }
        if context.is_given_up() {
            let message = "The parser gave up on this file, which is too broken for it: it was not looked at.";
            out.notice(Notice::error("sast-file-unparsed", message).at(file.path()).by(EngineId::Sast));
        }
        if let Some(cut) = context.parsed().and_then(|t| t.cut) {
            let notice = Notice::error("sast-file-cut", file_cut(&cut, file)).at(file.path()).by(EngineId::Sast);
            out.notice(notice);
        }
    }
}

impl Engine for SastEngine {
    fn id(&self) -> EngineId {
        EngineId::Sast
    }

    fn rules(&self) -> &[Arc<RuleInfo>] {
        &self.infos
    }

    fn interest(&self, candidate: &Candidate<'_>) -> Interest {
        if self.has(Reading::Generic) || self.has(Reading::Regex) {
            return Interest::WhenChanged;
        }
        let name = candidate.path.file_name();
        let properties = around::is_properties(name) && self.has(Reading::Code(Language::Java));
        let languages = Language::of_file_name(name);
        // A file without an extension may be a script.
        let script = languages.is_empty() && !name.contains('.') && !self.packs.is_empty();
        if properties || script || languages.iter().any(|&l| self.has(Reading::Code(l))) {
            Interest::WhenChanged
        } else {
            Interest::Skip
        }
    }

    fn start(&self) -> Box<dyn Scan + '_> {
        Box::new(Run {
            engine: self,
            tainted: Mutex::default(),
            halves: Mutex::default(),
            ends: later::Ends::new(self.rules.len()),
            kept: Mutex::default(),
            alone: Mutex::default(),
            moved: Mutex::default(),
        })
    }
}

struct Run<'e> {
    engine: &'e SastEngine,
    /// What taint rules found out about each file, until all of them are known.
    tainted: Mutex<Vec<FileTaint<'e>>>,
    /// Files that have only one end of flows.
    halves: Mutex<Vec<later::Half<'e>>>,
    /// Which ends of flows have been seen.
    ends: later::Ends,
    /// Files that may matter to flows through others.
    kept: Mutex<around::Kept>,
    /// What taint rules found in files that are judged by themselves, and the rules that were cut there.
    alone: Mutex<Vec<(Vec<TaintFinding>, Vec<usize>)>>,
    /// Files that were decoded: nothing in them may be edited by the bytes of a finding.
    moved: Mutex<BTreeSet<RepoPath>>,
}

/// Whether a file's name alone says that it is code.
fn has_code_name(file: &SourceFile) -> bool {
    !Language::of_file_name(file.path().file_name()).is_empty()
}

/// Whether a file of Go is part of no package: a program that its developers run from its source.
fn is_never_built(bytes: &[u8]) -> bool {
    let lines = bytes.split(|b| *b == b'\n').take(64).map(<[u8]>::trim_ascii);
    let mut head = lines.take_while(|line| line.is_empty() || line.starts_with(b"//"));
    head.any(|line| {
        let says = line.strip_prefix(b"//go:build ").or_else(|| line.strip_prefix(b"// +build "));
        says.is_some_and(|tags| matches!(tags.trim_ascii(), b"ignore" | b"none"))
    })
}

/// What was not searched for a rule.
fn search_cut(rule: &Rule, context: &FileContext<'_>, file: &SourceFile) -> String {
    let id = &rule.info.id;
    let Some((at, behind)) = context.cut_at.get() else {
        return format!("{id}: too much to try; matches of this rule may be missing");
    };
    let line = file.lines().region(file.bytes(), at).start_line;
    if behind {
        format!("{id}: too much to try; from line {line} on, matches of this rule may be missing")
    } else {
        format!(
            "{id}: too much to try at line {line}; matches of this rule there may be missing, other lines were searched"
        )
    }
}

/// What was left out of a file's tree.
fn file_cut(cut: &Cut, file: &SourceFile) -> String {
    let region = file.lines().region(file.bytes(), cut.first);
    let from = format!("line {}, column {}", region.start_line, region.start_column);
    let more = if cut.places > 1 { format!(" and {} more places", cut.places - 1) } else { String::new() };
    if cut.deep {
        let to = format!("line {}, column {}", region.end_line, region.end_column);
        format!(
            "code that nests more than {MAX_DEPTH} levels deep was not looked at: {from} to {to}{more}; everything else was"
        )
    } else {
        format!("the file has more than {MAX_NODES} syntax nodes; what lies behind {from} was not looked at")
    }
}

impl Scan for Run<'_> {
    fn file(&self, file: &Arc<SourceFile>, out: &mut Findings) {
        if around::is_properties(file.path().file_name()) {
            around::keep(&self.kept, file, None);
        }
        let readings = self.engine.readings(file);
        // What looks binary is data, unless its name says that it is code: one NUL must not hide a source file.
        if readings.is_empty() || file.is_binary() && !has_code_name(file) {
            return;
        }
        let size = file.bytes().len() as u64;
        if size > self.engine.max_file_size {
            let message = format!(
                "the file has {size} bytes, more than the limit of {}; code rules did not look at it",
                self.engine.max_file_size
            );
            out.notice(Notice::error("sast-file-too-large", message).at(file.path()).by(EngineId::Sast));
            return;
        }
        let is_python = readings.iter().any(|r| matches!(r, Reading::Code(Language::Python)));
        if let Some(name) = decode::opaque_encoding(file.bytes()).filter(|_| is_python) {
            let message = format!(
                "the file declares the encoding {name}, so Python may run something else than what code rules read here"
            );
            out.notice(Notice::error("sast-encoding", message).at(file.path()).by(EngineId::Sast));
        }
        let decoded = decode::decode(file);
        let before = out.findings.len();
        for reading in readings {
            self.engine.judge(&decoded.file, reading, self, out);
        }
        if decoded.moved {
            // Their bytes are not those of the file.
            for finding in &mut out.findings[before..] {
                finding.fixes = Vec::new();
            }
            self.moved.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert(file.path().clone());
        }
    }

    fn finish(self: Box<Self>, out: &mut Findings) {
        let mut tainted = self.tainted.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        let halves = self.halves.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        later::add(self.engine, halves, &self.ends, &mut tainted, &self.kept, out);
        let kept = self.kept.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        let code = kept.code();
        if !around::add(self.engine, kept, &mut tainted) {
            let message = "too much code to look at helpers in files without sources and sinks; what flows through them is taken to pass";
            out.notice(Notice::warning("sast-taint-cut", message).by(EngineId::Sast));
        }
        let alone = self.alone.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        taint::report(self.engine, tainted, code.as_deref(), alone, out);
        let moved = self.moved.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        for finding in out.findings.iter_mut().filter(|f| moved.contains(&f.location.path)) {
            finding.fixes.clear();
        }
        if let Some(notice) = self.engine.unread_languages() {
            out.notice(notice);
        }
        // Patterns that turned out not to be readable when their language was first needed.
        for (_, _, pack) in &self.engine.packs {
            for (rule, diagnostic) in pack.get().map_or(&[][..], |p| &p.errors) {
                let id = &self.engine.rules[*rule].info.id;
                let message = format!("{diagnostic}; the rule did not run");
                out.notice(Notice::error("sast-rule-invalid", message).by(EngineId::Sast).about_rule(id.as_str()));
            }
        }
    }
}

/// Whether a tool put the file together of others.
fn is_bundle(language: Language, bytes: &[u8]) -> bool {
    language == Language::JavaScript && crate::taint::is_bundle(bytes)
}
