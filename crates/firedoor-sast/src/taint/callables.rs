//! Which functions a value may be, over all files: those that were handed on, kept in fields, put into tables and lists;
//! and of which classes the objects are on which methods are called.
//!
//! A function or a new object as a value has a mark, so that it goes wherever other marks go. A call of something that is no
//! function by name asks backwards where that comes from, and so does a call of a method where nothing says what it is called
//! on: a service that was handed to a constructor. All callers of a function count alike; what was asked once is kept.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::FileTaint;
use super::flow::{Body, Flow};
use super::graph::{FuncRef, Graph, makes};
use super::kept::Call;
use super::library::is_common;
use super::marks::{ANY, Entry, Keys, Origin, Path, RECEIVER, WHOLE, further};
use super::value::short;
use crate::tree::mix;

/// Longest chain that is followed.
const MAX_DEPTH: u32 = 14;
/// Most marks that are looked at for one call, and for all of them.
const MAX_WORK: u32 = 2_000;
const MAX_IN_ALL: u32 = 400_000;
/// The same for an object that was handed over.
const MAX_NEAR: u32 = 64;
/// Most functions that one value may be.
pub(super) const MAX_FUNCTIONS: usize = 16;

/// In a path: everything further down.
const BELOW: u32 = WHOLE;

/// What a value may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Callable {
    Func(FuncRef),
    /// A new object of a class, and the file in which that is, where it is known.
    Object(u64, Option<u32>),
}

impl Callable {
    pub(super) fn is_object(self) -> bool {
        matches!(self, Self::Object(..))
    }
}

/// A function or object, and the constant that was handed over before it: the name of an event. Zero is none.
pub(super) type Handed = (Callable, u64);

type Found = SmallVec<[Handed; 2]>;

/// Answers for one state of the graph.
pub(super) struct Callables<'g, 'a> {
    files: &'g [FileTaint<'a>],
    graph: &'g Graph,
    /// By file, mark and path: a place among `founds`. Most are no functions, and share the first.
    known: FxHashMap<(u32, u32, Keys), u32>,
    founds: Vec<Found>,
    /// The same by field and path.
    fields: FxHashMap<(u64, Path), u32>,
    /// The same by a flow that is kept in `files`, where equal ones have one place, and path.
    flows: FxHashMap<(u32, *const Body, Path), u32>,
    /// It is asked for objects as well.
    objects: bool,
    /// Most marks for one call.
    most: u32,
    work: u32,
    left: u32,
}

impl<'g, 'a> Callables<'g, 'a> {
    pub(super) fn new(files: &'g [FileTaint<'a>], graph: &'g Graph) -> Self {
        let founds = vec![Found::new()];
        let (known, fields, flows) = (FxHashMap::default(), FxHashMap::default(), FxHashMap::default());
        Self { files, graph, known, founds, fields, flows, objects: false, most: MAX_WORK, work: 0, left: MAX_IN_ALL }
    }

    /// Looks for objects, too, and no further than to what is handed to a constructor or kept in a field.
    pub(super) fn near(files: &'g [FileTaint<'a>], graph: &'g Graph) -> Self {
        Self { objects: true, most: MAX_NEAR, ..Self::new(files, graph) }
    }

    /// The functions that a call may mean by what its callee is, or its receiver holds under that name.
    pub(super) fn of_call(&mut self, file: u32, call: &'g Call) -> Found {
        self.work = self.most.min(self.left);
        let before = self.work;
        let mut found = Found::new();
        self.flow(file, &call.callee_value, [0; 3], 0, &mut found);
        if !call.callee.bare && !call.callee.new {
            let name = short(call.callee.name.0);
            self.flow(file, &call.receiver, [name, 0, 0], 0, &mut found);
            if let Some(class) = call.callee.class {
                self.field_of(class, [name, 0, 0], 0, &mut found);
            }
        }
        self.left -= before - self.work;
        found
    }

    /// The functions that a receiver may be itself: what stands for an interface of one method.
    pub(super) fn of_receiver(&mut self, file: u32, call: &'g Call) -> Found {
        self.work = self.most.min(self.left);
        let before = self.work;
        let mut found = Found::new();
        self.flow(file, &call.receiver, [0; 3], 0, &mut found);
        self.left -= before - self.work;
        found
    }

    /// What a flow that is kept may be. Asked again, of what holds something, it is the same.
    fn flow(&mut self, file: u32, flow: &'g Flow, path: Path, depth: u32, out: &mut Found) {
        let Some(place) = flow.address().filter(|_| flow.own_marks().len() > 2 || !flow.parts().is_empty()) else {
            return self.passing(file, flow, path, depth, out);
        };
        if let Some(known) = self.flows.get(&(file, place, path)) {
            self.founds[*known as usize].iter().for_each(|f| add(out, *f));
            return;
        }
        let mut found = Found::new();
        self.passing(file, flow, path, depth, &mut found);
        found.iter().for_each(|f| add(out, *f));
        // What was found on the way back to something, or with nothing left to spend, may not be all.
        if depth == 0 && self.work > 0 {
            let at = self.keep(found);
            self.flows.insert((file, place, path), at);
        }
    }

    /// Keeps an answer; those that say nothing share the first place.
    fn keep(&mut self, found: Found) -> u32 {
        if found.is_empty() {
            return 0;
        }
        self.founds.push(found);
        u32::try_from(self.founds.len() - 1).unwrap_or(0)
    }

    fn passing(&mut self, file: u32, flow: &Flow, path: Path, depth: u32, out: &mut Found) {
        for entry in flow.own_marks() {
            self.mark(file, entry, path, depth, out);
        }
        // What is below the end of a way that was cut may be meant as well.
        let rest = if path[0] == BELOW { path } else { [path[1], path[2], 0] };
        match path[0] {
            0 => {}
            ANY | BELOW => flow.parts().iter().for_each(|(_, part)| self.passing(file, part, rest, depth, out)),
            key => {
                if let Ok(at) = flow.parts().binary_search_by_key(&key, |(k, _)| *k) {
                    self.passing(file, &flow.parts()[at].1, rest, depth, out);
                }
            }
        }
    }

    fn mark(&mut self, file: u32, entry: &Entry, rest: Path, depth: u32, out: &mut Found) {
        let here = &self.files[file as usize];
        let origin = here.table.get(entry.mark).origin;
        match origin {
            Origin::Func(func) => {
                add(out, (Callable::Func((file, func)), 0));
                return;
            }
            Origin::Object(_) if !self.objects => return,
            // What is put somewhere into a container is all of it.
            Origin::Object(class) if rest[0] <= ANY => {
                add(out, (Callable::Object(class, Some(file)), 0));
                return;
            }
            Origin::Object(class) => {
                if depth < MAX_DEPTH && self.work > 0 {
                    self.work -= 1;
                    self.field_of(class, rest, depth + 1, out);
                }
                return;
            }
            _ => {}
        }
        if matches!(origin, Origin::Source(_)) || depth >= MAX_DEPTH || self.work == 0 {
            return;
        }
        // What was put somewhere into a container is all of it.
        let own = entry.path.into_iter().take_while(|k| *k > WHOLE);
        let path = own.chain(rest.into_iter().take_while(|k| *k > BELOW)).fold([0; 2], further);
        let key = (file, entry.mark, path);
        if let Some(known) = self.known.get(&key) {
            self.founds[*known as usize].iter().for_each(|f| add(out, *f));
            return;
        }
        self.work -= 1;
        // What comes back to itself adds nothing.
        self.known.insert(key, 0);
        let mut found = Found::new();
        let full = [path[0], path[1], if path[1] == 0 { 0 } else { BELOW }];
        self.origin(file, origin, full, depth + 1, &mut found);
        found.iter().for_each(|f| add(out, *f));
        let at = self.keep(found);
        self.known.insert(key, at);
    }

    fn origin(&mut self, file: u32, origin: Origin, path: Path, depth: u32, out: &mut Found) {
        let (files, graph) = (self.files, self.graph);
        match origin {
            Origin::Param(func, param) => {
                let info = &files[file as usize].funcs[func as usize];
                for (from, number) in graph.callers.get(&(file, func)).into_iter().flatten() {
                    if self.work == 0 {
                        return;
                    }
                    self.work -= 1;
                    let call = &files[*from as usize].calls[*number as usize];
                    if param == RECEIVER {
                        self.flow(*from, &call.receiver, path, depth, out);
                    } else if let Some(flow) = call.argument(info, param) {
                        let mut found = Found::new();
                        match flow {
                            Cow::Borrowed(flow) => self.flow(*from, flow, path, depth, &mut found),
                            Cow::Owned(flow) => self.passing(*from, &flow, path, depth, &mut found),
                        }
                        let name = if param > 0 { call.konsts.first().copied().unwrap_or(0) } else { 0 };
                        found.into_iter().for_each(|(f, known)| add(out, (f, if known == 0 { name } else { known })));
                    }
                }
                if let (RECEIVER, Some(class)) = (param, info.class) {
                    if path[0] == 0 && self.objects {
                        add(out, (Callable::Object(class, Some(file)), 0));
                    }
                    self.field_of(class, path, depth, out);
                }
            }
            Origin::Ret(call) => {
                let called = &files[file as usize].calls[call as usize];
                let made = called.callee.name.0;
                if !graph.targets.contains_key(&(file, call)) && is_common(called.callee.name) {
                    // An element of a container.
                    self.flow(file, &called.receiver, [BELOW, 0, 0], depth, out);
                }
                if self.objects && path[0] <= ANY && graph.is_new(&called.callee) {
                    let class = called.callee.made_class();
                    add(out, (Callable::Object(class, None), 0));
                }
                for (there, func) in graph.targets.get(&(file, call)).into_iter().flat_map(|(t, _)| t) {
                    let summary = &files[*there as usize].summaries[*func as usize];
                    let info = &files[*there as usize].funcs[*func as usize];
                    let case = super::cases::case_of(called, info, summary, &graph.named);
                    let ret = case.checked_sub(1).map_or(&summary.ret, |at| &summary.cases[at].ret);
                    self.flow(*there, ret, path, depth, out);
                    if makes(&called.callee, &files[*there as usize].funcs[*func as usize]) {
                        if let Some(own) = summary.out.get(&RECEIVER) {
                            self.flow(*there, own, path, depth, out);
                        }
                        self.field_of(made, path, depth, out);
                    }
                }
            }
            Origin::Out(call, param) => {
                for (there, func) in graph.targets.get(&(file, call)).into_iter().flat_map(|(t, _)| t) {
                    if let Some(left) = files[*there as usize].summaries[*func as usize].out.get(&param) {
                        self.flow(*there, left, path, depth, out);
                    }
                }
            }
            Origin::Field(key) => self.field(key, path, depth, out),
            Origin::Source(_) | Origin::Func(_) | Origin::Object(_) => {}
        }
    }

    /// What any method puts into a field of a class, or of one above it.
    fn field_of(&mut self, class: u64, path: Path, depth: u32, out: &mut Found) {
        if path[0] > ANY {
            for class in self.graph.related(class) {
                self.field(mix(class, u64::from(path[0])), [path[1], path[2], 0], depth, out);
            }
        }
    }

    fn field(&mut self, key: u64, path: Path, depth: u32, out: &mut Found) {
        let (files, graph) = (self.files, self.graph);
        let Some(stores) = graph.stores.get(&key) else { return };
        if let Some(known) = self.fields.get(&(key, path)) {
            self.founds[*known as usize].iter().for_each(|f| add(out, *f));
            return;
        }
        // As with a mark: what comes back to itself adds nothing.
        self.fields.insert((key, path), 0);
        let mut found = Found::new();
        for f in stores {
            for (_, flow) in files[*f as usize].stores.get(&key).into_iter().flatten() {
                if self.work == 0 {
                    break;
                }
                self.work -= 1;
                self.flow(*f, flow, path, depth, &mut found);
            }
        }
        found.iter().for_each(|f| add(out, *f));
        let at = self.keep(found);
        self.fields.insert((key, path), at);
    }
}

fn add(out: &mut Found, (func, name): Handed) {
    if let Some((_, known)) = out.iter_mut().find(|(f, _)| *f == func) {
        // Under several names: under any.
        *known = if *known == name { name } else { 0 };
    } else if out.len() <= MAX_FUNCTIONS {
        out.push((func, name));
    }
}
