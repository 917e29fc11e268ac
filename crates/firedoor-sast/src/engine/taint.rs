//! Taint rules in the engine: their formulas compiled and evaluated, the files' results joined, findings with traces.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use firedoor_core::{
    Diagnostic, Edit, EngineId, Evidence, Finding, Findings, Fix, Location, Notice, RepoPath, RuleSource, SourceFile,
    Span, StepKind, Trace, TraceStep,
};
use firedoor_lang::Language;
use memchr::memmem;

use super::SastEngine;
use super::pack::CompiledRule;
use crate::cond::Pcre;
use crate::formula::{Compiled, Evaluator, FileContext, Interner, Names, Reading};
use crate::rule::model::{Formula, FormulaKind, Mode, Rule, TaintSpec};
use crate::rule::render;
use crate::taint::{self, Binding, FileTaint, Hit, RuleHits, TaintFinding};
use crate::tree::{Kind, NodeId, Role, Sym, Tree};

/// The lists of a taint rule, compiled for one language.
#[derive(Debug)]
pub(super) struct CompiledTaint {
    sources: Vec<Arc<Compiled>>,
    propagators: Vec<Arc<Compiled>>,
    sanitizers: Vec<Arc<Compiled>>,
    sinks: Vec<Arc<Compiled>>,
    /// Which sources are nothing but a text.
    texts: Vec<bool>,
    /// Some source taints by being reached.
    control: bool,
}

impl CompiledTaint {
    pub(super) fn new(
        spec: &TaintSpec,
        reading: Reading,
        source: &RuleSource,
        names: &mut Names,
        interner: &Interner,
    ) -> Result<Self, Box<Diagnostic>> {
        let mut all = |formulas: Vec<&Formula>| -> Result<Vec<Arc<Compiled>>, Box<Diagnostic>> {
            formulas.into_iter().map(|f| interner.formula(f, reading, source, names)).collect()
        };
        let sources = all(spec.sources.iter().map(|s| &s.formula).collect())?;
        let texts = spec.sources.iter().zip(&sources).map(|(s, compiled)| is_text(&s.formula, compiled)).collect();
        Ok(Self {
            texts,
            control: spec.sources.iter().any(|source| source.control),
            sources,
            propagators: all(spec.propagators.iter().map(|s| &s.formula).collect())?,
            sanitizers: all(spec.sanitizers.iter().map(|s| &s.formula).collect())?,
            sinks: all(spec.sinks.iter().map(|s| &s.formula).collect())?,
        })
    }

    /// The list of that name.
    pub(super) fn list(&self, name: &str) -> &[Arc<Compiled>] {
        match name {
            "sources" => &self.sources,
            "propagators" => &self.propagators,
            "sanitizers" => &self.sanitizers,
            _ => &self.sinks,
        }
    }

    /// The formulas of sanitizers and propagators.
    fn filters(&self) -> impl Iterator<Item = &Arc<Compiled>> {
        self.sanitizers.iter().chain(&self.propagators)
    }

    /// Whether some source is nothing but a text.
    pub(super) fn has_texts(&self) -> bool {
        self.texts.contains(&true)
    }

    /// The formulas of which one must match for a file to matter, and whether literal texts do not count.
    ///
    /// A source that is any text of some form (`"=~/md5/"`) decides nothing by itself if the sinks do: it would make every
    /// file matter, and a file with nothing else is looked at when a flow leads into it (see `around`).
    pub(super) fn deciding(&self) -> impl Iterator<Item = (&Arc<Compiled>, bool)> {
        let by_sinks = self.sinks.iter().all(|f| !f.can_match(&str::is_empty));
        let sources = self.sources.iter().zip(&self.texts);
        let open = !self.control && !self.has_texts();
        (sources.filter(move |(_, text)| !by_sinks || !**text).map(|(source, _)| (source, false)))
            .chain(self.sinks.iter().map(move |sink| (sink, open)))
    }
}

/// Whether a source is any text of some form, alone or among others, so that it stands in nearly every file.
fn is_text(source: &Formula, compiled: &Compiled) -> bool {
    fn has_text(f: &Formula) -> bool {
        match &f.kind {
            FormulaKind::Pattern(pattern) => pattern.text.trim_start().starts_with(['"', '\'']),
            FormulaKind::And(parts) | FormulaKind::Or(parts) => parts.iter().any(has_text),
            _ => false,
        }
    }
    let is_alone = matches!(source.kind, FormulaKind::Pattern(_));
    has_text(source) && (is_alone || compiled.can_match(&str::is_empty))
}

/// The matches of a list.
fn find(evaluator: &Evaluator<'_>, formulas: &[Arc<Compiled>]) -> Vec<Hit> {
    let mut out: Vec<Hit> = Vec::new();
    for (entry, formula) in formulas.iter().enumerate() {
        for range in &evaluator.ranges(formula).ranges {
            let bindings =
                range.bindings.iter().map(|b| Binding { name: b.name, span: b.span, hash: b.hash }).collect();
            out.push(Hit { entry, span: range.span, bindings });
        }
    }
    out
}

/// Whether what stands at a span ends a function: a `return`, or the last statement on some way through it.
fn is_at_exit(tree: &Tree, span: Span) -> bool {
    let holds = |id: NodeId| tree.node(id).span.contains(span);
    let Some(mut at) = (0..tree.written).rev().find(|&id| holds(id) && !tree.kind(id).is_block()) else { return false };
    loop {
        let node = tree.node(at);
        if matches!(node.kind, Kind::Return | Kind::Throw) {
            return true;
        }
        let parent = tree.kind(node.parent);
        if parent.is_block() && tree.node(node.parent).end != node.end {
            return false;
        }
        match parent {
            Kind::FuncDef | Kind::Lambda => return node.role == Role::Body,
            Kind::For | Kind::ForEach | Kind::While | Kind::DoWhile if node.role == Role::Body => return false,
            _ if at == Tree::ROOT || node.parent == Tree::ROOT => return true,
            _ => at = node.parent,
        }
    }
}

/// Places in order, each with the furthest end of those up to it.
struct Places(Vec<(Span, u32)>);

impl Places {
    fn new(spans: impl Iterator<Item = Span>) -> Self {
        let mut all: Vec<(Span, u32)> = spans.map(|span| (span, span.end)).collect();
        all.sort_unstable();
        let mut furthest = 0;
        for (_, end) in &mut all {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Self(all)
    }

    /// Whether one of them holds a place, or lies in it.
    fn meet(&self, span: Span) -> bool {
        let behind = self.0.partition_point(|(place, _)| place.start <= span.start);
        let holds = behind.checked_sub(1).and_then(|last| self.0.get(last)).is_some_and(|(_, end)| *end >= span.end);
        let from = self.0.partition_point(|(place, _)| place.start < span.start);
        let mut within = self.0.iter().skip(from).take_while(|(place, _)| place.start < span.end);
        holds || within.any(|(place, _)| span.contains(*place))
    }
}

/// What a taint rule matches in a file; `None` if it has no source and no sink there.
pub(super) fn hits<'e>(rule: &'e Rule, compiled: &CompiledRule, context: &FileContext<'_>) -> Option<RuleHits<'e>> {
    let (Ok(Mode::Taint(spec)), Some(lists)) = (rule.mode(), &compiled.taint) else { return None };
    let evaluator = Evaluator::new(context, &rule.options, &compiled.names, compiled.class);
    let find = |formulas: &[Arc<Compiled>]| find(&evaluator, formulas);
    let (sources, mut sinks) = (find(&lists.sources), find(&lists.sinks));
    if spec.sinks.iter().any(|sink| sink.at_exit) {
        let tree = context.tree();
        let fits = |hit: &Hit| tree.is_some_and(|tree| is_at_exit(tree, hit.span));
        sinks.retain(|hit| spec.sinks.get(hit.entry).is_none_or(|sink| !sink.at_exit) || fits(hit));
    }
    if !spec.sources.iter().any(|source| source.control) {
        // `require("fs")`: nothing flows into a literal that is no source itself.
        let places = Places::new(sources.iter().map(|hit| hit.span));
        sinks.retain(|hit| !context.is_fixed(hit.span) || places.meet(hit.span));
    }
    if sources.is_empty() && sinks.is_empty() {
        return None;
    }
    Some(RuleHits {
        rule: compiled.rule,
        spec,
        options: &rule.options,
        begins: sources.iter().any(|hit| lists.texts.get(hit.entry) == Some(&false)),
        sources,
        propagators: find(&lists.propagators),
        sanitizers: find(&lists.sanitizers),
        sinks,
    })
}

/// What sanitizers and propagators of a rule match in a file in which it has no source and no sink.
fn filters<'e>(rule: &'e Rule, compiled: &CompiledRule, context: &FileContext<'_>) -> Option<RuleHits<'e>> {
    let (Ok(Mode::Taint(spec)), Some(lists)) = (rule.mode(), &compiled.taint) else { return None };
    let evaluator = Evaluator::new(context, &rule.options, &compiled.names, compiled.class);
    let (propagators, sanitizers) = (find(&evaluator, &lists.propagators), find(&evaluator, &lists.sanitizers));
    if propagators.is_empty() && sanitizers.is_empty() {
        return None;
    }
    let (sources, sinks) = (Vec::new(), Vec::new());
    let (options, begins) = (&rule.options, false);
    Some(RuleHits { rule: compiled.rule, spec, options, sources, begins, propagators, sanitizers, sinks })
}

/// How often files on the ways are looked at again.
const ROUNDS: usize = 3;

/// Joins the results of all files.
///
/// Where a file has no source and no sink of a rule, its sanitizers are not looked for at first, and what conditions ask
/// of other files goes both ways: of most files that would say nothing. It is told where a way leads through such a file.
fn join<'e>(
    engine: &'e SastEngine,
    tainted: &mut [FileTaint<'e>],
    around: Option<&[(Arc<SourceFile>, &'static str)]>,
) -> (Vec<TaintFinding>, Vec<usize>) {
    let facts = known_facts(tainted, around);
    // All other facts end ways; a guard that is overridden and a function that only sounds like a sanitizer open one.
    for file in tainted.iter_mut().filter(|file| facts.opens_ways(file)) {
        look_again(engine, file, &[], &facts);
    }
    let mut calls = taint::Calls::default();
    let (mut all, mut cut) = taint::join(tainted, None, &mut calls);
    let mut asked: BTreeSet<(RepoPath, usize)> = BTreeSet::new();
    for _ in 0..ROUNDS {
        let mut ways: BTreeMap<RepoPath, BTreeSet<usize>> = BTreeMap::new();
        for found in &all {
            let mut last = None;
            for step in &found.trace {
                // Most steps stand in the file of the step before.
                let path = step.file.path();
                if last != Some(path) && asked.insert((path.clone(), found.rule)) {
                    ways.entry(path.clone()).or_default().insert(found.rule);
                }
                last = Some(path);
            }
        }
        let mut changed: BTreeSet<usize> = BTreeSet::new();
        for file in tainted.iter_mut() {
            let Some(rules) = ways.get(file.file().path()) else { continue };
            let (is_told, wanted) = (facts.answer(file), wanted_filters(engine, file, rules));
            if is_told {
                changed.extend(rules);
            }
            if is_told || !wanted.is_empty() {
                changed.extend(look_again(engine, file, &wanted, &facts));
            }
        }
        if changed.is_empty() {
            break;
        }
        let (again, more) = taint::join(tainted, Some(&changed), &mut calls);
        all.retain(|found| !changed.contains(&found.rule));
        all.extend(again);
        cut.extend(more);
    }
    (all, cut)
}

/// What files define for each other and nothing speaks against. Where too much code was seen to look through all of it
/// for what does, nothing is known.
fn known_facts(tainted: &[FileTaint<'_>], around: Option<&[(Arc<SourceFile>, &'static str)]>) -> taint::Facts {
    let Some(around) = around else { return taint::Facts::default() };
    let own = tainted.iter().map(|file| (file.file(), file.language()));
    let all = around.iter().map(|(file, language)| (file, *language)).chain(own);
    let texts = all.map(|(file, language)| -> taint::Text<'_> { (file.path().as_str(), language, file.bytes()) });
    taint::Facts::of(tainted, taint::Doubts::find(tainted, texts))
}

/// Those of the rules that the file was not interpreted for, and whose sanitizers or propagators may match in it.
fn wanted_filters<'e>(engine: &'e SastEngine, file: &FileTaint<'e>, rules: &BTreeSet<usize>) -> Vec<&'e CompiledRule> {
    let Some(language) = Language::all().find(|l| l.name() == file.language()) else { return Vec::new() };
    let known: BTreeSet<usize> = file.rules().collect();
    let pack = engine.pack(Reading::Code(language));
    let is_new = |rule: usize| rules.contains(&rule) && !known.contains(&rule);
    if !pack.rules.iter().any(|compiled| is_new(compiled.rule)) {
        return Vec::new();
    }
    // Names in some languages have no case.
    let text = file.file().bytes().to_ascii_lowercase();
    let holds = |part: &str| memmem::find(&text, part.to_ascii_lowercase().as_bytes()).is_some();
    (pack.rules.iter())
        .filter(|compiled| is_new(compiled.rule))
        .filter(|compiled| compiled.taint.as_ref().is_some_and(|t| t.filters().any(|f| f.can_match(&holds))))
        .collect()
}

/// Interprets a file again with what other files define, and with the sanitizers and propagators of more rules: gives
/// those of them that have any there.
fn look_again<'e>(
    engine: &'e SastEngine,
    file: &mut FileTaint<'e>,
    wanted: &[&CompiledRule],
    facts: &taint::Facts,
) -> Vec<usize> {
    let Some(language) = Language::all().find(|l| l.name() == file.language()) else { return Vec::new() };
    let source = Arc::clone(file.file());
    let context = FileContext::new(source.bytes(), Some(language));
    let more: Vec<RuleHits<'_>> =
        wanted.iter().filter_map(|compiled| filters(&engine.rules[compiled.rule], compiled, &context)).collect();
    let new: Vec<usize> = more.iter().map(|hits| hits.rule).collect();
    match context.tree() {
        Some(tree) if !more.is_empty() || facts.answer(file) => {
            if file.again(tree, more, facts) {
                new
            } else {
                Vec::new()
            }
        }
        _ => Vec::new(),
    }
}

/// A way through several files that has more places than this is not reported.
const MAX_FAR_STEPS: usize = 18;
/// A way through more files than this is a finding of low confidence.
const MAX_SURE_FILES: usize = 3;

/// A way with a guessed call on it that has more places than this is not reported: on a long one the guess is mostly
/// wrong.
const MAX_UNSURE_STEPS: usize = 8;

/// A way through several files on which an object was used as a whole is a finding of low confidence if it has more
/// places than this.
const MAX_WHOLE_STEPS: usize = 12;

/// The rules of one run over a file, the first few by name.
fn names(engine: &SastEngine, result: &FileTaint<'_>) -> String {
    const SHOWN: usize = 5;
    let ids: Vec<&str> = result.rules().filter_map(|rule| Some(engine.rules.get(rule)?.info.id.as_str())).collect();
    let more = ids.len().saturating_sub(SHOWN);
    let shown = ids.get(..ids.len().min(SHOWN)).unwrap_or(&[]).join(", ");
    if more > 0 { format!("{shown} and {more} more rules") } else { shown }
}

/// Interprets a file; what was left out is among the notices.
pub(super) fn interpret<'e>(
    engine: &SastEngine,
    file: &Arc<SourceFile>,
    tree: &Tree,
    language: Language,
    hits: Vec<RuleHits<'e>>,
) -> (Vec<FileTaint<'e>>, Vec<Notice>) {
    let results = taint::analyze(file, tree, language.name(), hits);
    let notice = |cut: &FileTaint<'_>| {
        let message = format!(
            "too much code, or too deeply nested, for taint rules: flows through parts of it may be missing ({})",
            names(engine, cut)
        );
        Notice::warning("sast-taint-cut", message).at(file.path()).by(EngineId::Sast)
    };
    let notices = results.iter().filter(|r| r.cut).map(notice).collect();
    (results, notices)
}

/// Joins the results of all files and makes findings.
pub(super) fn report<'e>(
    engine: &'e SastEngine,
    mut tainted: Vec<FileTaint<'e>>,
    around: Option<&[(Arc<SourceFile>, &'static str)]>,
    alone: Vec<(Vec<TaintFinding>, Vec<usize>)>,
    out: &mut Findings,
) {
    let mut seen: Vec<(usize, String, firedoor_core::Span, String)> = Vec::new();
    let (mut all, mut cut) = join(engine, &mut tainted, around);
    drop(tainted);
    for (findings, rules) in alone {
        all.extend(findings);
        cut.extend(rules);
    }
    all.sort_by(|a, b| {
        (a.file.path(), a.span, a.rule).cmp(&(b.file.path(), b.span, b.rule)).then(a.source_span.cmp(&b.source_span))
    });
    cut.sort_unstable();
    cut.dedup();
    for rule in cut {
        let Some(rule) = engine.rules.get(rule) else { continue };
        let message = "Following this rule through the whole project took more steps than allowed; flows over many functions may be missing.";
        out.notice(Notice::warning("sast-taint-cut", message).by(EngineId::Sast).about_rule(rule.info.id.as_str()));
    }
    for found in all {
        let Some(rule) = engine.rules.get(found.rule) else { continue };
        let message = render::interpolate(&rule.message, &|n| text(&found, n), &|_| None);
        let key = (found.rule, found.file.path().as_str().to_owned(), found.span, message.clone());
        if seen.iter().rev().take(64).any(|k| *k == key) {
            continue;
        }
        let mut finding = Finding::new(&rule.info, &found.file, found.span, message);
        finding.evidence = Evidence::Code { metavariables: metavariables(engine, &found) };
        finding.traces.push(trace(&found));
        finding.fixes.extend(fix(rule, &found));
        // Each further file on the way is one more chance that a name was taken for another.
        let mut files: Vec<&str> = found.trace.iter().map(|s| s.file.path().as_str()).collect();
        files.sort_unstable();
        files.dedup();
        let far = files.len() > 1 && found.trace.len() > MAX_FAR_STEPS;
        let guessed = found.unsure && (files.len() > MAX_SURE_FILES || found.trace.len() > MAX_UNSURE_STEPS);
        if guessed || far {
            // A guess on a way through many files is mostly wrong, and so is a way of dozens of places.
            continue;
        }
        let vague = found.whole && files.len() > 1 && found.trace.len() > MAX_WHOLE_STEPS;
        if found.unsure || vague || files.len() > MAX_SURE_FILES {
            finding.confidence = finding.confidence.min(firedoor_core::Confidence::Low);
        }
        out.push(finding);
        seen.push(key);
    }
}

fn slice(file: &SourceFile, binding: &Binding) -> String {
    String::from_utf8_lossy(file.slice(binding.span)).into_owned()
}

/// The text of a metavariable: the sink's, else the source's.
fn text(found: &TaintFinding, name: &str) -> Option<String> {
    let sym = Sym::new(name);
    let of = |list: &[Binding]| list.iter().find(|b| b.name == sym).copied();
    let sink_file = found.trace.last().map_or(&found.file, |s| &s.file);
    match (of(&found.bindings), of(&found.source_bindings)) {
        (Some(binding), _) => Some(slice(sink_file, &binding)),
        (None, Some(binding)) => Some(slice(&found.source_file, &binding)),
        (None, None) => None,
    }
}

fn metavariables(engine: &SastEngine, found: &TaintFinding) -> BTreeMap<String, String> {
    let rules = engine.packs.iter().filter_map(|(_, _, pack)| pack.get()).flat_map(|p| &p.rules);
    let mut out = BTreeMap::new();
    for compiled in rules.filter(|c| c.rule == found.rule) {
        for binding in found.bindings.iter().chain(&found.source_bindings) {
            if let Some(name) = compiled.names.get(&binding.name)
                && let Some(text) = text(found, name)
            {
                out.insert(name.to_string(), text);
            }
        }
    }
    out
}

fn trace(found: &TaintFinding) -> Trace {
    let last = found.trace.len().saturating_sub(1);
    let steps = (found.trace.iter().enumerate())
        .map(|(n, step)| {
            let words = match step.kind {
                StepKind::Source => "The value comes from here.",
                StepKind::Sink if n == last => "It arrives here.",
                _ => "It passes through here.",
            };
            TraceStep { location: Location::in_file(&step.file, step.span).with_message(words), kind: step.kind }
        })
        .collect();
    Trace { steps }
}

fn fix(rule: &Rule, found: &TaintFinding) -> Option<Fix> {
    let file = &found.file;
    let region = file.lines().region(file.bytes(), found.span);
    let replacement = if let Some(fix) = &rule.fix {
        render::fix(&fix.text, &|n| text(found, n), region.start_column.saturating_sub(1))
    } else {
        let fix = rule.fix_regex.as_ref()?;
        let regex = Pcre::new(&fix.regex.text, render::FIX_ANCHOR).ok()?;
        render::fix_regex(fix, &regex, &String::from_utf8_lossy(file.slice(found.span)))?
    };
    let edit = Edit { path: file.path().clone(), span: found.span, region, replacement };
    Some(Fix { description: "Replace the code as the rule proposes.".to_owned(), edits: vec![edit] })
}
