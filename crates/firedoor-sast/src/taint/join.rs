//! The end of a run: marks that stand for parameters, calls and fields are replaced by the sources behind them.
//!
//! A call of a known function gives what that function returns, with its parameters replaced by the arguments of this
//! very call; a call of an unknown function passes on its arguments and receiver, unless the rule says otherwise. What
//! flows into a parameter from all callers is joined. Recursion ends at a function that is already being looked at.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use firedoor_core::StepKind;
use rustc_hash::FxHashMap;

use super::FileTaint;
use super::calls::Calls;
use super::certainty::{Doubt, MAX_WHOLES};
use super::flow::Flow;
use super::graph::{FuncRef, Graph, makes};
use super::input::{Hit, Step, TaintFinding};
use super::kept::Call;
use super::marks::{Entry, Marks, Origin, Path, RECEIVER, further};
use super::reach::{BATCH, Net, Reach};
use super::resolved::Resolved;
use super::way::Way;
use crate::rule::model::DEFAULT_LABEL;
use crate::tree::Sym;

/// Longest chain of calls that is followed.
const MAX_DEPTH: u32 = 60;
/// Most marks that are looked at for one rule; what lies behind them is not followed, and that is said.
const MAX_WORK: u64 = 500_000;
/// When these are spent each further sink still has so many, for what is near, and all of them together have so many.
const MAX_NEAR: u64 = 500;
const MAX_IN_ALL: u64 = 2_000_000;

/// All findings of all files, sorted by file, place and rule; and the rules whose work was cut.
pub(super) fn join(
    files: &[FileTaint<'_>],
    only: Option<&BTreeSet<usize>>,
    calls: &mut Calls,
) -> (Vec<TaintFinding>, Vec<usize>) {
    let (mut begun, mut ended) = (BTreeSet::new(), BTreeSet::new());
    // The files that a rule has anything in, with its bit there.
    let mut places: FxHashMap<usize, Vec<(u32, u8)>> = FxHashMap::default();
    for (f, file) in files.iter().enumerate() {
        for (bit, hits) in (0..=u8::MAX).zip(&file.rules) {
            if only.is_some_and(|only| !only.contains(&hits.rule)) {
                continue;
            }
            if !hits.sources.is_empty() {
                begun.insert(hits.rule);
            }
            if !hits.sinks.is_empty() {
                ended.insert(hits.rule);
            }
            places.entry(hits.rule).or_default().push((f as u32, bit));
        }
    }
    let rules: Vec<usize> = begun.intersection(&ended).copied().collect();
    let (mut findings, mut cut) = (Vec::new(), Vec::new());
    if rules.is_empty() {
        return (findings, cut);
    }
    let graph = calls.graph(files);
    let mut net = Net::new(files, graph);
    let mut leaves = FxHashMap::default();
    for batch in rules.chunks(BATCH) {
        let reach = Reach::new(&mut net, files, graph, batch);
        for (number, rule) in batch.iter().enumerate() {
            let places = places.get(rule).map_or(&[][..], |p| p);
            let mut bits = vec![None; files.len()];
            places.iter().for_each(|(f, bit)| bits[*f as usize] = Some(*bit));
            let mut solver = Solver {
                files,
                graph,
                reach: &reach,
                number,
                bits,
                labels: vec![Arc::from(DEFAULT_LABEL)],
                leaves: &mut leaves,
                returns: FxHashMap::default(),
                inflows: FxHashMap::default(),
                calls: FxHashMap::default(),
                fields: FxHashMap::default(),
                on: 0,
                work: 0,
                most: MAX_WORK,
            };
            solver.findings(places, &mut findings);
            if solver.work > MAX_WORK {
                cut.push(*rule);
            }
        }
    }
    findings.sort_by(|a, b| {
        (a.file.path(), a.span, a.rule).cmp(&(b.file.path(), b.span, b.rule)).then(a.source_span.cmp(&b.source_span))
    });
    (findings, cut)
}

/// File, call, what it is left in, part of that, the class of the object at hand.
type CallKey = (u32, u32, Option<u16>, Path, u64);

/// File, function, parameter, part of that, event.
type InflowKey = (u32, u32, u16, Path, u64);

struct Solver<'s, 'a> {
    files: &'s [FileTaint<'a>],
    graph: &'s Graph,
    /// What can be reached at all.
    reach: &'s Reach<'s>,
    /// The rule's number there.
    number: usize,
    /// Labels by number.
    labels: Vec<Arc<str>>,
    /// The ways within files, by file and step.
    leaves: &'s mut FxHashMap<(u32, u32), Way>,
    /// The rule's bit in each file.
    bits: Vec<Option<u8>>,
    /// By function; `None` while it is being looked at.
    returns: FxHashMap<(FuncRef, usize, Path, u64), Option<Rc<Resolved>>>,
    inflows: FxHashMap<InflowKey, Option<Rc<Resolved>>>,
    calls: FxHashMap<CallKey, Option<Rc<Resolved>>>,
    fields: FxHashMap<(u64, Path), Option<Rc<Resolved>>>,
    /// The class of the object whose inherited method is looked at, where that decides ([`super::templates`]).
    on: u64,
    /// Marks looked at so far, and how many may be.
    work: u64,
    most: u64,
}

impl Solver<'_, '_> {
    fn findings(&mut self, places: &[(u32, u8)], out: &mut Vec<TaintFinding>) {
        let files = self.files;
        for (f, bit) in places.iter().copied() {
            let (f, file) = (f as usize, &files[f as usize]);
            let hits = &file.rules[usize::from(bit)];
            let mut seen: Vec<&Hit> = Vec::new();
            let mut reached: BTreeMap<u32, Vec<(u32, &Marks)>> = BTreeMap::new();
            for ((_, hit, func), marks) in file.sinks.range((bit, 0, 0)..=(bit, u32::MAX, u32::MAX)) {
                reached.entry(*hit).or_default().push((*func, marks));
            }
            for (hit, places) in &reached {
                let Some(sink) = hits.sinks.get(*hit as usize) else { continue };
                let mut all = Resolved::default();
                self.most = MAX_WORK.max(self.work + MAX_NEAR).min(MAX_IN_ALL);
                for (func, marks) in places {
                    let resolved = self.resolve(f as u32, *func, marks, NO_PATH, 0);
                    all.sources(&resolved, &Way::default(), None, Doubt::NONE);
                    for ((param, path, label), way, unsure) in &resolved.params {
                        let inflow = self.inflow(f as u32, *func, *param, *path, 0);
                        all.sources(&inflow, way, *label, *unsure);
                    }
                }
                if hits.options.taint_unify_mvars {
                    all.sources
                        .retain(|((sf, sh, _), ..)| self.source_hit(*sf, *sh).is_none_or(|source| agree(source, sink)));
                }
                if all.sources.is_empty() || seen.iter().any(|s| s.span == sink.span && s.bindings == sink.bindings) {
                    continue;
                }
                let has = |label: &str| all.sources.iter().any(|((_, _, l), ..)| self.label(*l) == label);
                let requires = hits.spec.sinks.get(sink.entry).and_then(|s| s.requires.as_ref());
                let holds = match requires {
                    Some(requires) => requires.expr.holds(&has),
                    None => has(DEFAULT_LABEL),
                };
                if !holds {
                    continue;
                }
                seen.push(sink);
                let mut sources: Vec<_> = all.sources.iter().collect();
                sources.sort_by_key(|((sf, sh, label), way, unsure)| {
                    let wrong = self.label(*label) != DEFAULT_LABEL;
                    (wrong, *unsure, *sf != f as u32, way.len(), *sf, *sh)
                });
                let count = if hits.options.taint_focus_on_source { sources.len() } else { 1 };
                for ((sf, sh, _), way, unsure) in sources.into_iter().take(count) {
                    if let Some(finding) = self.finding(f, bit, sink, *sf, *sh, way, *unsure) {
                        out.push(finding);
                    }
                }
            }
        }
    }

    fn source_hit(&self, file: u32, hit: u32) -> Option<&Hit> {
        let bit = self.bits[file as usize]?;
        self.files[file as usize].rules[usize::from(bit)].sources.get(hit as usize)
    }

    #[allow(clippy::too_many_arguments)]
    fn finding(
        &self,
        f: usize,
        bit: u8,
        sink: &Hit,
        sf: u32,
        sh: u32,
        way: &Way,
        doubt: Doubt,
    ) -> Option<TaintFinding> {
        let file = &self.files[f];
        let hits = &file.rules[usize::from(bit)];
        let source = self.source_hit(sf, sh)?;
        let source_file = &self.files[sf as usize].file;
        let mut trace = vec![Step { file: Arc::clone(source_file), span: source.span, kind: StepKind::Source }];
        for (at, span) in way.places() {
            let step_file = &self.files[at as usize].file;
            let same = (at == sf && span == source.span) || (at as usize == f && span == sink.span);
            if !same {
                trace.push(Step { file: Arc::clone(step_file), span, kind: StepKind::Propagation });
            }
        }
        trace.push(Step { file: Arc::clone(&file.file), span: sink.span, kind: StepKind::Sink });
        let on_source = hits.options.taint_focus_on_source;
        Some(TaintFinding {
            rule: hits.rule,
            file: if on_source { Arc::clone(source_file) } else { Arc::clone(&file.file) },
            span: if on_source { source.span } else { sink.span },
            bindings: sink.bindings.clone(),
            source_bindings: source.bindings.clone(),
            source_file: Arc::clone(source_file),
            source_span: source.span,
            trace,
            unsure: doubt.names > 0 || doubt.wholes >= MAX_WHOLES,
            whole: doubt.wholes > 0,
        })
    }

    /// Whether nobody knows what a call gives; an object holds what its constructor gets.
    fn is_foreign(&self, file: u32, call: u32) -> bool {
        let callee = &self.files[file as usize].calls[call as usize].callee;
        !callee.new && callee.name != Sym::new("new") && !self.graph.targets.contains_key(&(file, call))
    }

    fn label(&self, number: u32) -> &str {
        self.labels.get(number as usize).map_or(DEFAULT_LABEL, |label| label)
    }

    /// The number of a label.
    fn label_number(&mut self, label: &Arc<str>) -> u32 {
        let at = self.labels.iter().position(|l| l == label).unwrap_or_else(|| {
            self.labels.push(Arc::clone(label));
            self.labels.len() - 1
        });
        at as u32
    }

    /// The way to a step within a file.
    fn way(&mut self, file: u32, step: u32) -> Way {
        let files = self.files;
        let steps = &files[file as usize].steps;
        let leaf = || Way::of(steps.way(step).into_iter().map(|span| (file, span)).collect());
        self.leaves.entry((file, step)).or_insert_with(leaf).clone()
    }

    /// What marks in a function stand for.
    fn resolve(&mut self, file: u32, func: u32, marks: &Marks, rest: Path, depth: u32) -> Resolved {
        let mut out = Resolved::default();
        let mask = self.bits[file as usize].map_or(u64::MAX, |bit| 1 << bit);
        if depth > MAX_DEPTH || self.work > self.most {
            return out;
        }
        let here = &self.files[file as usize];
        // What begins here comes first: far ways may be cut.
        let is_source = |e: &&Entry| matches!(here.table.get(e.mark).origin, Origin::Source(_));
        let (first, then) = (marks.iter().filter(is_source), marks.iter().filter(|e| !is_source(e)));
        for entry in first.chain(then).filter(|e| e.mask & mask != 0) {
            if !self.reach.holds(file, entry.mark, self.number) {
                continue;
            }
            let mark = here.table.get(entry.mark);
            // Functions that nobody knows leave nothing behind, and fields that nobody writes hold nothing.
            let silent = match mark.origin {
                Origin::Out(call, n) => !self.leaves(file, call, n),
                Origin::Field(key) => !self.graph.stores.contains_key(&key),
                Origin::Source(id) => self.bits[file as usize] != Some((id >> 24) as u8),
                _ => false,
            };
            if silent {
                continue;
            }
            // Copying a long way of many sources is work, too.
            self.work += 1 + (out.sources.len() + out.params.len()) as u64;
            let [first, second] = rest.into_iter().take_while(|k| *k != 0).fold(entry.path, further);
            let path = [first, second, 0];
            let label = mark.label.map(|l| self.label_number(&here.labels[usize::from(l)]));
            let way = self.way(file, entry.step);
            match mark.origin {
                Origin::Source(id) => {
                    let (rule, hit) = ((id >> 24) as u8, id & 0xff_ffff);
                    if self.bits[file as usize] != Some(rule) {
                        continue;
                    }
                    let hits = &here.rules[usize::from(rule)];
                    let spec = hits.sources.get(hit as usize).and_then(|h| hits.spec.sources.get(h.entry));
                    let Some(spec) = spec else { continue };
                    let label = label.unwrap_or_else(|| self.label_number(&spec.label));
                    out.source((file, hit, label), way, Doubt::NONE);
                }
                Origin::Param(of, n) if of == func => out.param((n, path, label), way, Doubt::NONE),
                // A parameter of a function around this one.
                Origin::Param(of, n) => {
                    let inflow = self.inflow(file, of, n, path, depth + 1);
                    out.extend(&inflow, &way, label, Doubt::NONE);
                }
                Origin::Ret(call) => {
                    let result = self.call(file, call, None, path, depth);
                    // A call in a function around this one speaks of that one's parameters.
                    let result = self.seen_from(file, func, call, result, depth);
                    let part = path[0] > super::marks::ANY && self.is_foreign(file, call);
                    out.extend(&result, &way, label, Doubt::part(part));
                }
                Origin::Out(call, n) => {
                    let result = self.call(file, call, Some(n), path, depth);
                    let result = self.seen_from(file, func, call, result, depth);
                    out.extend(&result, &way, label, Doubt::NONE);
                }
                Origin::Func(_) | Origin::Object(_) => {}
                Origin::Field(key) => {
                    let stored = self.field(key, path, depth + 1);
                    out.extend(&stored, &way, label, Doubt::NONE);
                }
            }
        }
        out
    }

    /// What lies at the end of a path into a value.
    fn resolve_at(&mut self, file: u32, func: u32, flow: &Flow, path: Path, depth: u32) -> Resolved {
        let mut places = Vec::new();
        flow.at(path, &mut places);
        let mut out = Resolved::default();
        if let [(marks, rest)] = &places[..] {
            return self.resolve(file, func, marks, *rest, depth);
        }
        for (marks, rest) in places {
            let one = self.resolve(file, func, &marks, rest, depth);
            out.extend(&one, &Way::default(), None, Doubt::NONE);
        }
        out
    }

    /// Whether any function that a call may mean leaves something in that argument.
    fn leaves(&self, file: u32, call: u32, left_in: u16) -> bool {
        self.graph.targets.get(&(file, call)).is_some_and(|(targets, _)| {
            let summary = |t: &FuncRef| &self.files[t.0 as usize].summaries[t.1 as usize];
            targets.iter().any(|t| summary(t).out.contains_key(&left_in))
        })
    }

    fn seen_from(&mut self, file: u32, func: u32, call: u32, result: Rc<Resolved>, depth: u32) -> Rc<Resolved> {
        let of = self.files[file as usize].calls[call as usize].func;
        if of == func || result.params.is_empty() {
            return result;
        }
        let mut out = Resolved { sources: result.sources.clone(), ..Resolved::default() };
        for ((param, path, label), way, unsure) in &result.params {
            let inflow = self.inflow(file, of, *param, *path, depth + 1);
            out.extend(&inflow, way, *label, *unsure);
        }
        Rc::new(out)
    }

    /// What a call gives back, or leaves in an argument, in terms of the function in which it stands.
    fn call(&mut self, file: u32, number: u32, left_in: Option<u16>, path: Path, depth: u32) -> Rc<Resolved> {
        // What nobody knows gives the same for every part.
        let name = self.files[file as usize].calls[number as usize].callee.name.0;
        let known = self.graph.targets.contains_key(&(file, number))
            || self.graph.records.contains_key(&name)
            || self.graph.reads.contains_key(&(file, number));
        let path = if known { path } else { NO_PATH };
        let key = (file, number, left_in, path, self.on);
        if let Some(known) = self.calls.get(&key) {
            return known.clone().unwrap_or_default();
        }
        if depth > MAX_DEPTH {
            return Rc::default();
        }
        self.calls.insert(key, None);
        let result = Rc::new(self.call_once(file, number, left_in, path, depth));
        self.calls.insert(key, Some(Rc::clone(&result)));
        result
    }

    fn call_once(&mut self, file: u32, number: u32, left_in: Option<u16>, path: Path, depth: u32) -> Resolved {
        let files = self.files;
        let here = &files[file as usize];
        let call = &here.calls[number as usize];
        let graph = self.graph;
        let mut out = Resolved::default();
        let here_on = Way::one((file, call.span));
        if let Some(property) = call.callee.property
            && graph.stores.contains_key(&property)
        {
            // The file that defines it decides, whatever the default is.
            let stored = self.field(property, path, depth + 1);
            out.extend(&stored, &here_on, None, Doubt::NONE);
            return out;
        }
        let known = graph.targets.get(&(file, number));
        let (within, on) = (self.on, graph.templates.class_on(file, number, self.on));
        if known.is_none() && left_in.is_none() {
            if let Some(class) = graph.reads.get(&(file, number)) {
                let path = [super::value::short(call.callee.name.0), path[0], path[1]];
                let from = self.on_receiver(file, call, Some(*class), path, depth);
                out.extend(&from, &here_on, None, Doubt::NONE);
                return out;
            }
            // A field of a new record is what stands in its place.
            if let Some(fields) = graph.records.get(&call.callee.name.0).filter(|_| path[0] > super::marks::ANY)
                && let Some(at) = fields.iter().position(|f| *f == path[0])
            {
                let named = call.args.iter().find(|(n, _)| n.is_some_and(|n| super::value::short(n.0) == path[0]));
                let given = named.or_else(|| call.args.get(at).filter(|(n, _)| n.is_none()));
                if let Some((_, flow)) = given {
                    let from = self.resolve_at(file, call.func, flow, [path[1], path[2], 0], depth + 1);
                    out.extend(&from, &here_on, None, Doubt::NONE);
                }
                return out;
            }
        }
        // A part of a new object is what the constructor put there.
        let (mut parted, mut certain) = (false, false);
        if let Some((targets, unsure)) = known {
            let narrowed = graph.templates.narrowed(files, graph, (file, number), within, targets);
            let unsure = *unsure && matches!(narrowed, Cow::Borrowed(_)) && !graph.templates.is_certain(file, number);
            certain = !unsure;
            for target in narrowed.iter() {
                let info = &files[target.0 as usize].funcs[target.1 as usize];
                let summary = &files[target.0 as usize].summaries[target.1 as usize];
                self.on = on;
                let makes = left_in.is_none() && makes(&call.callee, info);
                let given = match left_in {
                    None if makes && path[0] > super::marks::ANY => {
                        parted = true;
                        let own = summary.out.get(&RECEIVER);
                        let set = own.is_some_and(|own| own.has(path));
                        let mut given = match own {
                            Some(own) => self.resolve_at(target.0, target.1, own, path, depth + 1),
                            None => Resolved::default(),
                        };
                        if let (false, Some(class)) = (set, info.class) {
                            // Where it was declared.
                            let initial = self.initial(class, path, depth + 1);
                            given.extend(&initial, &Way::default(), None, Doubt::NONE);
                            let made = call.callee.name.0;
                            let read = self.read_by_method(*target, made, own, path, depth + 1);
                            given.extend(&read, &Way::default(), None, Doubt::NONE);
                        }
                        Rc::new(given)
                    }
                    None => {
                        let case = super::cases::case_of(call, info, summary, &graph.named);
                        self.returned(*target, case, path, depth + 1)
                    }
                    Some(n) => match summary.out.get(&n) {
                        Some(flow) => Rc::new(self.resolve_at(target.0, target.1, flow, path, depth + 1)),
                        None => Rc::default(),
                    },
                };
                self.on = within;
                out.sources(&given, &here_on, None, Doubt::name(unsure));
                for ((param, path, label), way, guess) in &given.params {
                    let guess = guess.and(Doubt::name(unsure));
                    let on = here_on.then(way);
                    if *param == RECEIVER {
                        let from = self.on_receiver(file, call, info.class, *path, depth);
                        out.extend(&from, &on, *label, guess);
                        continue;
                    }
                    let Some(flow) = call.argument(info, *param) else { continue };
                    let from = self.resolve_at(file, call.func, &flow, *path, depth + 1);
                    out.extend(&from, &on, *label, guess);
                }
            }
        }
        // What nobody knows passes on what it gets; so does a new object, and a guess may be wrong.
        let opaque = self.bits[file as usize].is_some_and(|bit| call.opaque & (1 << bit) != 0);
        let makes = known.is_some_and(|(targets, _)| {
            targets.iter().any(|t| makes(&call.callee, &files[t.0 as usize].funcs[t.1 as usize]))
        });
        if left_in.is_none() && !opaque && (!certain || makes && !parted) {
            let doubt = if certain { Doubt::WHOLE } else { Doubt::NONE };
            for (_, flow) in &call.args {
                let from = self.resolve(file, call.func, &flow.all(), NO_PATH, depth + 1);
                out.extend(&from, &here_on, None, doubt);
            }
            // The object at hand as a whole says nothing, nor what its methods left in it.
            let mut marks = call.receiver.all();
            let origin = |e: &Entry| (e.path == [0; 2]).then(|| here.table.get(e.mark).origin);
            if marks.iter().any(|e| matches!(origin(e), Some(Origin::Param(_, RECEIVER)))) {
                marks.retain(|e| !matches!(origin(e), Some(Origin::Param(_, RECEIVER) | Origin::Out(_, RECEIVER))));
            }
            let from = self.resolve(file, call.func, &marks, NO_PATH, depth + 1);
            out.extend(&from, &here_on, None, doubt);
        }
        out
    }

    /// A part of the object that a method is called on.
    fn on_receiver(&mut self, file: u32, call: &Call, class: Option<u64>, path: Path, depth: u32) -> Resolved {
        let mut places = Vec::new();
        call.receiver.at(path, &mut places);
        let mut out = Resolved::default();
        let mut known = call.made;
        // `Registry::get()->value('k')`: whatever anybody put into the only object of that class.
        let is_only = |e: &super::marks::Entry| match self.files[file as usize].table.get(e.mark).origin {
            Origin::Ret(of) => {
                let of = &self.files[file as usize].calls[of as usize];
                of.by_class && of.args.is_empty() && super::place::gives_only_object(of.callee.name)
            }
            _ => false,
        };
        let shared = call.receiver.own_marks().iter().any(is_only);
        for (marks, rest) in places {
            known |= !marks.is_empty() && !call.by_class;
            let one = self.resolve(file, call.func, &marks, rest, depth + 1);
            out.extend(&one, &Way::default(), None, Doubt::NONE);
        }
        if let (true, Some(class)) = (shared && path[0] > super::marks::ANY, class) {
            let stored = self.field(key_of(class, path[0]), [path[1], path[2], 0], depth + 1);
            out.extend(&stored, &Way::default(), None, Doubt::NONE);
        }
        if let (false, Some(class)) = (known, class)
            && path[0] > super::marks::ANY
        {
            // Some object of that class: what anybody puts there; for a class itself that is certain.
            let stored = self.field(key_of(class, path[0]), [path[1], path[2], 0], depth + 1);
            out.extend(&stored, &Way::default(), None, Doubt::name(!call.by_class));
            let left = self.left_by_action(file, call, class, path, depth);
            out.extend(&left, &Way::default(), None, Doubt::NONE);
        }
        out
    }

    /// What an action put into its own object before it called a method of it ([`super::actions`]).
    fn left_by_action(&mut self, file: u32, call: &Call, class: u64, path: Path, depth: u32) -> Resolved {
        let mut out = Resolved::default();
        let files = self.files;
        let here = &files[file as usize];
        if !call.callee.bare || !here.action_funcs.contains(&call.func) {
            return out;
        }
        let own = here.funcs.get(call.func as usize).and_then(|f| f.class).unwrap_or(class);
        let stores = here.stores.get(&key_of(own, path[0])).into_iter().flatten();
        for (_, flow) in stores.filter(|(func, _)| *func == call.func) {
            let one = self.resolve_at(file, call.func, flow, [path[1], path[2], 0], depth + 1);
            out.extend(&one, &Way::default(), None, Doubt::NONE);
        }
        out
    }

    /// What a method that is read like a field gives of a new object, in which its constructor left this.
    fn read_by_method(
        &mut self,
        constructor: FuncRef,
        class: u64,
        own: Option<&Flow>,
        path: Path,
        depth: u32,
    ) -> Resolved {
        let mut out = Resolved::default();
        let graph = self.graph;
        let getter = graph.related(class).into_iter().find_map(|class| graph.getters.get(&key_of(class, path[0])));
        let Some(getter) = getter else { return out };
        let given = self.returned(*getter, 0, [path[1], path[2], 0], depth);
        out.sources(&given, &Way::default(), None, Doubt::NONE);
        for ((param, path, label), way, doubt) in &given.params {
            if let (RECEIVER, Some(own)) = (*param, own) {
                let from = self.resolve_at(constructor.0, constructor.1, own, *path, depth);
                out.extend(&from, way, *label, *doubt);
            }
        }
        out
    }

    /// What a field holds where it is declared.
    fn initial(&mut self, class: u64, path: Path, depth: u32) -> Resolved {
        let key = key_of(class, path[0]);
        let (files, graph) = (self.files, self.graph);
        let mut out = Resolved::default();
        for f in graph.stores.get(&key).into_iter().flatten().copied() {
            for (_, flow) in files[f as usize].stores.get(&key).into_iter().flatten().filter(|(func, _)| *func == 0) {
                let one = self.resolve_at(f, 0, flow, [path[1], path[2], 0], depth + 1);
                out.sources(&one, &Way::default(), None, Doubt::NONE);
            }
        }
        out
    }

    /// What a function gives; with a number, in that case ([`super::cases`]).
    fn returned(&mut self, at: FuncRef, case: usize, path: Path, depth: u32) -> Rc<Resolved> {
        let key = (at, case, path, self.on);
        if let Some(known) = self.returns.get(&key) {
            return known.clone().unwrap_or_default();
        }
        if depth > MAX_DEPTH {
            return Rc::default();
        }
        self.returns.insert(key, None);
        let files = self.files;
        let summary = &files[at.0 as usize].summaries[at.1 as usize];
        let flow = case.checked_sub(1).map_or(&summary.ret, |at| &summary.cases[at].ret);
        let resolved = Rc::new(self.resolve_at(at.0, at.1, flow, path, depth));
        self.returns.insert(key, Some(Rc::clone(&resolved)));
        resolved
    }

    /// The sources that reach a part of a parameter from any caller.
    fn inflow(&mut self, file: u32, func: u32, param: u16, path: Path, depth: u32) -> Rc<Resolved> {
        self.inflow_as((file, func), param, path, 0, depth)
    }

    /// The same from callers that name no other event; zero is any.
    fn inflow_as(&mut self, (file, func): FuncRef, param: u16, path: Path, event: u64, depth: u32) -> Rc<Resolved> {
        let key = (file, func, param, path, event);
        if let Some(known) = self.inflows.get(&key) {
            return known.clone().unwrap_or_default();
        }
        if depth > MAX_DEPTH {
            return Rc::default();
        }
        self.inflows.insert(key, None);
        let within = std::mem::take(&mut self.on);
        let mut out = Resolved::default();
        let (graph, files) = (self.graph, self.files);
        let class = files[file as usize].funcs.get(func as usize).and_then(|f| f.class);
        for (from, number) in graph.callers.get(&(file, func)).into_iter().flatten() {
            if self.work > self.most {
                break;
            }
            self.work += 1 + out.sources.len() as u64;
            let call = &files[*from as usize].calls[*number as usize];
            if event != 0 && call.konsts.first().is_some_and(|first| *first != 0 && *first != event) {
                continue;
            }
            let unsure = graph.targets.get(&(*from, *number)).is_some_and(|(_, unsure)| *unsure);
            let handed_as = graph.handed_as.get(&((*from, *number), (file, func))).copied().unwrap_or(0);
            let flow = match param {
                RECEIVER => Cow::Borrowed(&call.receiver),
                _ => match call.argument(&files[file as usize].funcs[func as usize], param) {
                    Some(flow) => flow,
                    None => continue,
                },
            };
            let mut resolved = self.resolve_at(*from, call.func, &flow, path, depth + 1);
            if let (RECEIVER, Some(class)) = (param, class) {
                let left = self.left_by_action(*from, call, class, path, depth);
                resolved.extend(&left, &Way::default(), None, Doubt::NONE);
            }
            let on = Way::one((*from, call.span));
            out.sources(&resolved, &on, None, Doubt::name(unsure));
            for ((param, path, label), way, guess) in &resolved.params {
                let further = self.inflow_as((*from, call.func), *param, *path, handed_as, depth + 1);
                let on = way.then(&on);
                out.extend(&further, &on, *label, guess.and(Doubt::name(unsure)));
            }
        }
        if let (RECEIVER, Some(class)) = (param, class)
            && path[0] > super::marks::ANY
        {
            // What other methods put into the object.
            for class in graph.related(class) {
                let stored = self.field(key_of(class, path[0]), [path[1], path[2], 0], depth + 1);
                out.extend(&stored, &Way::default(), None, Doubt::NONE);
            }
        }
        self.on = within;
        let out = Rc::new(out);
        self.inflows.insert(key, Some(Rc::clone(&out)));
        out
    }

    /// The sources that any method puts into a part of a field.
    fn field(&mut self, key: u64, path: Path, depth: u32) -> Rc<Resolved> {
        let at = (key, path);
        if let Some(known) = self.fields.get(&at) {
            return known.clone().unwrap_or_default();
        }
        if depth > MAX_DEPTH {
            return Rc::default();
        }
        self.fields.insert(at, None);
        let within = std::mem::take(&mut self.on);
        let mut out = Resolved::default();
        let files = self.files;
        let graph = self.graph;
        for f in graph.stores.get(&key).into_iter().flatten().copied() {
            for (func, flow) in files[f as usize].stores.get(&key).into_iter().flatten() {
                if files[f as usize].action_funcs.contains(func) {
                    continue;
                }
                let resolved = self.resolve_at(f, *func, flow, path, depth + 1);
                out.sources(&resolved, &Way::default(), None, Doubt::NONE);
                for ((param, path, label), way, unsure) in &resolved.params {
                    let inflow = self.inflow(f, *func, *param, *path, depth + 1);
                    out.extend(&inflow, way, *label, *unsure);
                }
            }
        }
        self.on = within;
        let out = Rc::new(out);
        self.fields.insert(at, Some(Rc::clone(&out)));
        out
    }
}

/// No path: the value itself.
const NO_PATH: Path = [0; 3];

/// The field of a class, by the hash of its name as paths have it.
fn key_of(class: u64, name: u32) -> u64 {
    crate::tree::mix(class, u64::from(name))
}

/// Whether metavariables that both have are bound to the same.
fn agree(source: &Hit, sink: &Hit) -> bool {
    source.bindings.iter().all(|a| sink.bindings.iter().all(|b| a.name != b.name || a.hash == b.hash))
}
