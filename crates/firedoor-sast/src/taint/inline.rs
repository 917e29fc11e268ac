//! Functions of the same file, interpreted where they are called.
//!
//! With the arguments of that very call, so that constants decide branches, containers and objects keep their parts,
//! and a helper that is called with a clean value gives a clean one. The body runs in the caller's variables (each
//! definition has a key of its own, so that nothing collides); what it leaves in objects is written back. Recursion,
//! depth and size are bounded: a call that is not interpreted is left to [`super::join()`], as one into another file is.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::call::Arg;
use super::marks::Marks;
use super::run::{Env, Func, Run, join_env};
use super::value::{Closure, Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym, mix};

/// Deepest nesting of calls.
const MAX_FRAMES: usize = 6;
/// Largest function, in nodes.
const MAX_BODY: u32 = 1200;
/// Most nodes that are interpreted inside of calls, for each function that is looked at by itself. Further calls are left
/// to the join; seven times as much takes a third more time and finds the same.
const MAX_INLINE: u64 = 6_000;
/// Above this many nodes, and as many as the file has, no call is interpreted any more: bundles of whole libraries
/// would cost seconds.
const MAX_WITH_INLINE: u64 = 400_000;
/// Most functions that one call may mean.
const MAX_TARGETS: usize = 3;
/// Most classes whose fields are being set up one within the other.
pub(super) const MAX_SETUPS: usize = 4;
/// How far up a class hierarchy is looked.
pub(super) const MAX_BASES: usize = 8;

pub(super) const CONSTRUCTORS: [&str; 7] =
    ["constructor", "__init__", "initialize", "__construct", "init", "new", "<init>"];

/// A call whose body is being interpreted.
#[derive(Default)]
pub(super) struct Frame {
    pub(super) func: u32,
    pub(super) ret: Option<Val>,
    pub(super) exit: Option<Env>,
    /// The block that came with the call (Ruby).
    pub(super) block: Option<Rc<Closure>>,
    /// The class that a method of a class was called on.
    pub(super) of: Option<u64>,
}

/// A class of the file.
#[derive(Debug)]
pub(super) struct Class {
    pub(super) node: NodeId,
    pub(super) bases: Vec<u64>,
}

/// What a call did.
pub(super) struct Outcome {
    pub(super) ret: Val,
    pub(super) this: Option<Val>,
}

impl Run<'_> {
    /// A call that is interpreted; `None` if it means no function of the file, or too much.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn call_here(
        &mut self,
        node: NodeId,
        callee: NodeId,
        receiver: Option<NodeId>,
        object: &Val,
        name: Sym,
        bare: bool,
        args: &[Arg],
    ) -> Option<Val> {
        self.env.as_ref()?;
        let this_key = Sym::new("this").0;
        if let Some(receiver) = receiver {
            let word = self.text(receiver);
            let part = object.shape.as_ref().and_then(|s| s.parts.get(&Key::Name(self.text_of(callee).into())));
            if let Some(closure) = part.and_then(|p| p.func.clone()) {
                let outcome = self.interpret(node, closure.func, args, Some(object.clone()), closure.env.as_ref())?;
                let own = self.funcs[closure.func as usize].class.is_some() && self.traits.must_import;
                if let (Some(left), Some(place)) = (outcome.this.filter(|_| own), self.place(receiver)) {
                    self.write(&place, left);
                }
                return Some(outcome.ret);
            }
            if let Some(closure) = object.func.clone()
                && self.traits.must_import
                && let (method @ ("call" | "apply" | "bind"), [_, given @ ..]) = (self.text_of(callee), args)
            {
                let spread: Vec<Arg> = match (method, given) {
                    ("apply", [list]) => list.elements(),
                    _ => Vec::new(),
                };
                if method == "bind" {
                    let this = args.first().map(|a| Box::new(a.value.clone()));
                    let more = given.iter().map(|a| a.value.clone());
                    let bound = closure.bound.iter().cloned().chain(more).collect();
                    let closure = Closure { bound, this, ..Closure::clone(&closure) };
                    return Some(Val { func: Some(Rc::new(closure)), ..Val::default() });
                }
                return self.call_closure(node, &closure, if method == "apply" { &spread } else { given });
            }
            if let Some(closure) = object.func.clone()
                && matches!(
                    self.text_of(callee),
                    "apply" | "accept" | "test" | "get" | "call" | "run" | "invoke" | "Invoke" | "applyAsInt" | "bind"
                )
            {
                return self.call_closure(node, &closure, args);
            }
            if let Some(closure) = object.func.clone()
                && (self.is_abstract(object.class.or_else(|| self.receiver_class(receiver, object)), name)
                    || self.is_the_only_method(closure.func, self.text_of(callee), args.len()))
            {
                return self.call_closure(node, &closure, args);
            }
            let own = super::language::is_this(word) || matches!(word, "cls" | "static");
            let up = word == "super" || word.starts_with("super(") || matches!(word, "parent" | "base");
            let is_class = self.tree.kind(receiver) == Kind::Ident
                && self.classes.contains_key(&self.tree.node(receiver).sym.0)
                && self.look_up(self.var(receiver)).is_none_or(|v| v.class.is_none());
            if is_class && self.text_of(callee) == "new" {
                let class = self.tree.node(receiver).sym.0;
                return self.construct(node, class, args);
            }
            let this = self.look_up(this_key).cloned();
            // A copy of the object at hand.
            if up && args.is_empty() && self.text_of(callee) == "clone" && self.traits.fall_through {
                return self.own_self();
            }
            let (targets, this) = if up {
                let bases = self.classes.get(&self.class?)?.bases.clone();
                let found = bases.iter().map(|b| self.methods(*b, true, name, args)).find(|f| !f.is_empty());
                (found?, this.or_else(|| self.own_self()))
            } else if own {
                let this = self.own_self().or(this);
                let (class, exact) = match &this {
                    Some(Val { class: Some(class), exact: true, .. }) => (*class, true),
                    _ => (self.class?, false),
                };
                (self.methods(class, exact, name, args), this)
            } else if is_class {
                (self.methods(self.tree.node(receiver).sym.0, true, name, args), None)
            } else {
                let class = object.class.or_else(|| self.receiver_class(receiver, object));
                let mut found = class.map_or_else(Vec::new, |c| self.methods(c, object.exact, name, args));
                // A thread that begins does what its `run` says.
                if let (true, true, Some(class)) = (found.is_empty(), args.is_empty(), class)
                    && self.text_of(callee) == "start"
                    && self.classes.get(&class).is_some_and(|c| c.bases.contains(&Sym::new("Thread").0))
                {
                    found = self.methods(class, object.exact, Sym::new("run"), args);
                }
                if let (true, Some(class)) = (found.is_empty(), class) {
                    for inner in self.handed_to(class, object) {
                        let methods = inner.class.map_or_else(Vec::new, |c| self.methods(c, inner.exact, name, args));
                        if !methods.is_empty() {
                            return self.call_any(node, &methods, args, Some(inner)).map(|outcome| outcome.ret);
                        }
                    }
                }
                if found.is_empty() {
                    if let Some((ret, left)) = self.call_parameter(node, name, object, args) {
                        if let (Some(left), Some(place)) = (left, self.place(receiver)) {
                            self.write(&place, left);
                        }
                        return Some(ret);
                    }
                    return self.call_extension(node, name, object, args);
                }
                (found, Some(object.clone()))
            };
            if own
                && this.as_ref().is_none_or(|t| !t.exact)
                && (targets.iter().all(|t| self.does_nothing(*t)) || targets.len() > 1 && self.frames.is_empty())
            {
                // What it does is for classes below to say: which one it is, callers in other files may know.
                return None;
            }
            let keeps = this.is_some() && !is_class;
            self.called_on = if is_class { Some(self.tree.node(receiver).sym.0) } else { None };
            let outcome = self.call_any(node, &targets, args, this)?;
            if keeps && let Some(left) = outcome.this {
                if up {
                    self.set_self(left);
                } else if left != *object
                    && let Some(place) = self.place(receiver)
                {
                    // Other names of the object mean what it is now.
                    self.mutate(&place, left);
                }
            }
            return Some(outcome.ret);
        }
        if !bare {
            return None;
        }
        if let Some(closure) = self.called_function(callee) {
            return self.call_closure(node, &closure, args);
        }
        let held = self.look_up(self.var(callee)).filter(|v| v.class.is_some() || matches!(v.konst, Konst::Class(_)));
        if let Some(object) = held.cloned()
            && let Some(value) = self.call_object(node, &object, args)
        {
            return Some(value);
        }
        let word = self.text(callee);
        if word == "super" && self.traits.appends {
            let base = *self.classes.get(&self.class?)?.bases.first()?;
            let func = self.frames.last().map_or(self.func, |f| f.func);
            let targets = self.methods(base, true, self.funcs[func as usize].name, args);
            let this = self.own_self();
            let outcome = self.call_any(node, &targets, args, this)?;
            if let Some(left) = outcome.this {
                self.set_self(left);
            }
            return Some(outcome.ret);
        }
        if word == "super" || word == "this" {
            let class = self.class?;
            let target = if word == "this" { class } else { *self.classes.get(&class)?.bases.first()? };
            let ctor = self.constructors(target, args);
            let this = self.own_self().unwrap_or_else(|| Val::empty(false));
            let outcome = self.call_any(node, &ctor, args, Some(this))?;
            if let Some(left) = outcome.this {
                self.set_self(left);
            }
            return Some(Val::default());
        }
        if word == "new"
            && let Some(made) = self.new_of_own(node, args)
        {
            return Some(made);
        }
        if word == "cls"
            && self.traits.explicit_self
            && let Some(class) = self.frames.iter().rev().find_map(|f| f.of).or(self.class)
        {
            return self.construct(node, class, args);
        }
        let known = self.renamed.contains_key(&name) || self.modules.contains_key(&name);
        let targets = self.bare_targets(node, name, args);
        if targets.is_empty() {
            if !known && self.classes.contains_key(&name.0) && word.starts_with(|c: char| c.is_uppercase() || c == '_')
            {
                return self.construct(node, name.0, args);
            }
            return None;
        }
        let method = targets.iter().any(|t| self.funcs[*t as usize].class.is_some());
        let this = if method { self.own_self().or_else(|| Some(Val::default())) } else { None };
        let outcome = self.call_any(node, &targets, args, this)?;
        if method && let Some(left) = outcome.this {
            self.set_self(left);
        }
        Some(outcome.ret)
    }

    /// Whether a method of a lambda is the lambda itself, whatever interface says its name; those that interfaces of the
    /// library define are others.
    fn is_the_only_method(&self, func: u32, name: &str, args: usize) -> bool {
        const OTHERS: [&str; 12] = [
            "andThen",
            "compose",
            "negate",
            "and",
            "or",
            "reversed",
            "thenComparing",
            "equals",
            "hashCode",
            "toString",
            "getClass",
            "identity",
        ];
        let is_java = self.traits.integer_division && self.traits.fall_through && !self.traits.extensions;
        is_java && self.funcs[func as usize].params.len() == args && !OTHERS.contains(&name)
    }

    fn text_of(&self, callee: NodeId) -> &str {
        match self.tree.child(callee, Role::Name) {
            Some(name) => self.text(name),
            None => self.text(callee),
        }
    }

    /// The object that the code at hand belongs to.
    pub(super) fn own_self(&self) -> Option<Val> {
        let func = self.frames.last().map_or(self.func, |f| f.func);
        let key = self.self_key(func);
        self.look_up(key).cloned()
    }

    pub(super) fn set_self(&mut self, value: Val) {
        let func = self.frames.last().map_or(self.func, |f| f.func);
        let key = self.self_key(func);
        if let Some(env) = &mut self.env {
            Rc::make_mut(env).insert(key, value);
        }
    }

    /// The variable that holds the object of a method.
    pub(super) fn self_key(&self, func: u32) -> u64 {
        match self.funcs.get(func as usize).and_then(|f| f.own) {
            Some(own) => self.var(own),
            None => Sym::new("this").0,
        }
    }

    pub(super) fn call_closure(&mut self, node: NodeId, closure: &Rc<Closure>, args: &[Arg]) -> Option<Val> {
        let this = match &closure.this {
            Some(this) => Some((**this).clone()),
            None => self.own_self(),
        };
        let mut all: Vec<Arg> = Vec::new();
        if !closure.bound.is_empty() || !closure.named.is_empty() {
            let given = |value: &Val| Arg { node, name: None, value: value.clone(), spread: false };
            all.extend(closure.bound.iter().map(given));
            all.extend_from_slice(args);
            // The last one of a name counts, unless the call says another.
            for (at, (name, value)) in closure.named.iter().enumerate() {
                let later = closure.named[at + 1..].iter().any(|(other, _)| other == name);
                if !later && args.iter().all(|a| a.name != Some(*name)) {
                    all.push(Arg { name: Some(*name), ..given(value) });
                }
            }
        }
        let args = if all.is_empty() { args } else { &all };
        let entry = self.env.clone();
        let mut ret = self.interpret(node, closure.func, args, this, closure.env.as_ref())?.ret;
        for other in &closure.or {
            let after = std::mem::replace(&mut self.env, entry.clone());
            let Some(value) = self.call_closure(node, other, args) else {
                self.env = entry;
                return None;
            };
            ret.join(&value);
            self.env = join_env(after, self.env.take());
        }
        Some(ret)
    }

    /// What any of several functions does, from the same state.
    pub(super) fn call_any(
        &mut self,
        node: NodeId,
        targets: &[u32],
        args: &[Arg],
        this: Option<Val>,
    ) -> Option<Outcome> {
        let (first, more) = targets.split_first()?;
        if more.len() >= MAX_TARGETS {
            return None;
        }
        let entry = self.env.clone();
        let mut outcome = self.interpret(node, *first, args, this.clone(), None)?;
        for target in more {
            let after = std::mem::replace(&mut self.env, entry.clone());
            let Some(other) = self.interpret(node, *target, args, this.clone(), None) else {
                self.env = entry;
                return None;
            };
            outcome.ret.join(&other.ret);
            match (&mut outcome.this, &other.this) {
                (Some(a), Some(b)) => a.join(b),
                (a, _) => *a = None,
            }
            self.env = join_env(after, self.env.take());
        }
        Some(outcome)
    }

    /// Whether the last thing that a variable was set to before a call stands on every way there.
    fn is_set_anew(&self, name: NodeId, call: NodeId) -> bool {
        let Some(def) = self.tree.def_of.get(&name) else { return false };
        let writes = self.tree.defs.get(*def as usize).filter(|d| d.writes > 1).map_or(0, |d| d.scope);
        let assigned = self.assigned.get_or_init(|| self.assignments()).get(def).map_or(&[][..], Vec::as_slice);
        let before = assigned.partition_point(|n| *n < call);
        let Some(last) = assigned[..before].last().copied().filter(|n| *n >= writes) else { return false };
        let mut around = self.tree.ancestors(last).take_while(|n| *n != writes);
        // Blocks apart, nothing may stand around it: a branch, a loop, a handler.
        around.all(|n| self.tree.kind(n).is_block() || matches!(self.tree.kind(n), Kind::ExprStmt | Kind::FuncDef))
    }

    /// The assignments to each name, in the order of the file.
    fn assignments(&self) -> FxHashMap<u32, Vec<NodeId>> {
        let mut all: FxHashMap<u32, Vec<NodeId>> = FxHashMap::default();
        for node in (0..self.tree.nodes.len() as NodeId).filter(|n| self.tree.kind(*n) == Kind::Assign) {
            if let Some(def) = self.tree.child(node, Role::Left).and_then(|l| self.tree.def_of.get(&l)) {
                all.entry(*def).or_default().push(node);
            }
        }
        all
    }

    /// The functions that a name without anything before it means.
    pub(super) fn bare_targets(&self, node: NodeId, name: Sym, args: &[Arg]) -> Vec<u32> {
        let Some(all) = self.by_name.get(&name) else { return Vec::new() };
        let fits = |f: &Func| self.fits(f, args) || self.traits.appends && self.fits_without_block(f, args);
        // Methods of the class around, of those above it, and of those around it.
        if let Some(class) = self.class {
            let (of, exact) = match self.own_self() {
                Some(Val { class: Some(own), exact: true, .. }) if own == class || self.is_below(own, class) => {
                    (own, true)
                }
                _ => (class, false),
            };
            let found = self.methods(of, exact, name, args);
            if !found.is_empty() && !self.traits.explicit_self {
                return found;
            }
        }
        let seen = |n: &u32| {
            let def = self.funcs[*n as usize].node;
            let mut around = self.tree.ancestors(def);
            let scope = around.find(|a| matches!(self.tree.kind(*a), Kind::FuncDef | Kind::Lambda));
            scope.is_none_or(|scope| self.tree.is_within(node, scope))
        };
        // A variable that was a function of the file, and is something else now.
        let callee = self.tree.child(node, Role::Callee).filter(|n| self.tree.kind(*n) == Kind::Ident);
        let is_other = callee
            .is_some_and(|n| self.look_up(self.var(n)).is_some_and(|v| v.func.is_none()) && self.is_set_anew(n, node));
        // A parameter of that name is whatever a caller gives.
        let is_param = callee.is_some_and(|n| {
            let def = self.tree.def_of.get(&n).and_then(|d| self.tree.defs.get(*d as usize));
            let around = def.map(|d| self.tree.node(self.tree.node(d.ident).parent).kind);
            matches!(around, Some(Kind::Param | Kind::Params))
        });
        if is_param && self.traits.must_import {
            return Vec::new();
        }
        let free: Vec<u32> = all
            .iter()
            .copied()
            .filter(|n| !(is_other && self.tree.kind(self.funcs[*n as usize].node) == Kind::Lambda))
            .filter(|n| self.funcs[*n as usize].class.is_none() && fits(&self.funcs[*n as usize]) && seen(n))
            .collect();
        if free.len() <= 1 {
            if free.is_empty() && !self.traits.explicit_self {
                let around: Vec<u64> = self
                    .tree
                    .ancestors(node)
                    .filter(|n| self.tree.kind(*n) == Kind::ClassDef)
                    .filter_map(|n| self.tree.child(n, Role::Name).map(|n| self.tree.node(n).sym.0))
                    .collect();
                return around
                    .iter()
                    .map(|c| self.methods(*c, false, name, args))
                    .find(|f| !f.is_empty())
                    .unwrap_or_default();
            }
            return free;
        }
        // Several of one name: the one that is defined nearest around the call.
        let near = free.iter().copied().max_by_key(|n| {
            let def = self.funcs[*n as usize].node;
            let scope = self
                .tree
                .ancestors(def)
                .find(|a| matches!(self.tree.kind(*a), Kind::FuncDef | Kind::Lambda | Kind::Program));
            match scope {
                Some(scope) if self.tree.is_within(node, scope) => (scope + 1, def),
                _ => (0, def),
            }
        });
        near.into_iter().collect()
    }

    pub(super) fn fits(&self, func: &Func, args: &[Arg]) -> bool {
        let spread = args.iter().any(|a| a.spread);
        let variadic = func.params.iter().any(|p| self.is_rest(*p));
        spread || variadic || args.len() <= func.params.len()
    }

    fn fits_without_block(&self, func: &Func, args: &[Arg]) -> bool {
        args.split_last().is_some_and(|(last, rest)| self.tree.kind(last.node) == Kind::Lambda && self.fits(func, rest))
    }

    /// A property: a method that is read like a field.
    pub(super) fn property(&mut self, node: NodeId, object: &Val, name: Sym) -> Option<Val> {
        let class = object.class?;
        let reads = self.traits.must_import || self.traits.appends || self.traits.extensions;
        if !reads || !self.classes.contains_key(&class) {
            return None;
        }
        let found = self.methods(class, object.exact, name, &[]);
        let [func] = found[..] else { return None };
        let def = self.funcs[func as usize].node;
        let is_property = self.traits.appends && self.funcs[func as usize].params.is_empty() || self.is_getter(def);
        if !is_property {
            return None;
        }
        self.interpret(node, func, &[], Some(object.clone()), None).map(|o| o.ret)
    }

    /// Whether a method says that it is read like a field.
    pub(super) fn is_getter(&self, def: NodeId) -> bool {
        let getter = |n: NodeId| self.tree.kind(n) == Kind::Modifier && self.text(n) == "get";
        self.tree.kind(def) == Kind::Other
            || self.traits.must_import && self.tree.children(def).any(getter)
            || self.traits.explicit_self
                && (self.tree.children(def))
                    .chain(self.tree.children(self.tree.node(def).parent))
                    .any(|n| self.tree.kind(n) == Kind::Annotation && self.text(n).contains("property"))
    }

    /// Interprets a function's body for these arguments.
    pub(super) fn interpret(
        &mut self,
        site: NodeId,
        func: u32,
        args: &[Arg],
        this: Option<Val>,
        captured: Option<&Env>,
    ) -> Option<Outcome> {
        let info = self.funcs.get(func as usize)?.clone();
        let size = self.tree.node(info.node).end - info.node;
        if self.frames.len() >= MAX_FRAMES
            || func == self.func
            || self.frames.iter().any(|f| f.func == func)
            || size > MAX_BODY
            || self.inlined > MAX_INLINE
            || self.work > MAX_WITH_INLINE + u64::from(self.tree.written)
        {
            return None;
        }
        let entry = self.env.clone()?;
        let given = self.bind(site, &info, args);
        let before = self.work;
        let this_key = self.self_key(func);
        let outer_this = self.look_up(this_key).cloned();
        // Variables of functions around a closure that have ended: they are what they were when it was made.
        let gone: Vec<u64> = match captured {
            Some(_) => (self.tree.ancestors(info.node))
                .filter_map(|n| self.func_at.get(&n).copied())
                .filter(|f| *f != self.func && self.frames.iter().all(|frame| frame.func != *f))
                .flat_map(|f| self.bound[f as usize].iter().copied())
                .collect(),
            None => Vec::new(),
        };
        let env = Rc::make_mut(self.env.get_or_insert_with(Env::default));
        if let Some(captured) = captured {
            for key in &gone {
                if let Some(value) = captured.get(key) {
                    env.insert(*key, value.clone());
                }
            }
            env.fill(captured);
        }
        match &this {
            Some(this) => env.insert(this_key, this.clone()),
            // A static function has no object.
            None if info.class.is_some() => env.remove(&this_key),
            None => {}
        }
        let outer = (self.class, self.ctx, self.depth);
        let loops = std::mem::take(&mut self.loops);
        let clean = std::mem::take(&mut self.clean);
        let within = std::mem::take(&mut self.within);
        let within_sinks = std::mem::take(&mut self.within_sinks);
        let nested = std::mem::take(&mut self.nested);
        self.class = match &this {
            Some(Val { class: Some(class), exact: true, .. })
                if info.class.is_some_and(|c| self.is_below(*class, c)) =>
            {
                info.class
            }
            Some(Val { class: Some(class), .. }) if self.on_receiver.last() == Some(&func) => Some(*class),
            _ => info.class.or(self.class_around(info.node)),
        };
        self.ctx = mix(mix(self.ctx, u64::from(site)), u64::from(func));
        let block = args.last().filter(|a| self.is_block(a.node));
        let block = block.and_then(|a| a.value.func.clone()).or_else(|| self.block.take());
        let of = self.called_on.take();
        self.frames.push(Frame { func, block, of, ..Frame::default() });
        self.enter_marks(info.node);
        self.parameters(func, &info.params, Some(&given));
        if info.params.is_empty()
            && let ([first, ..], Some(env)) = (args, &mut self.env)
        {
            // The parameter that nobody writes (Kotlin, Groovy).
            Rc::make_mut(env).insert(Sym::new("it").0, first.value.clone());
        }
        self.body(info.node);
        let frame = self.frames.pop().unwrap_or_default();
        (self.class, self.ctx, self.depth) = outer;
        (self.loops, self.clean, self.within, self.within_sinks, self.nested) =
            (loops, clean, within, within_sinks, nested);
        self.inlined += self.work.saturating_sub(before);
        // A function that never comes back is not believed: what follows its call is looked at all the same.
        let mut end = join_env(frame.exit, self.env.take()).unwrap_or(entry);
        let left: Vec<Option<Val>> = info.params.iter().map(|p| self.left_in(*p, &end)).collect();
        let this_left = end.get(&this_key).cloned();
        let env = Rc::make_mut(&mut end);
        for key in self.bound[func as usize].iter().chain(&gone) {
            env.remove(key);
        }
        match outer_this {
            Some(value) => env.insert(this_key, value),
            None => env.remove(&this_key),
        };
        self.env = Some(end);
        self.give_back(&info, args, &given, left);
        let mut ret = frame.ret.unwrap_or_default();
        ret.marks.through(self.span(site), &mut self.steps);
        Some(Outcome { ret, this: this_left })
    }

    /// What a parameter that was never assigned to holds in the end.
    fn left_in(&self, param: NodeId, end: &Env) -> Option<Val> {
        let name = self.param_name(param).filter(|n| self.tree.kind(*n) == Kind::Ident)?;
        let def = self.tree.def_of.get(&name).and_then(|d| self.tree.defs.get(*d as usize));
        if def.is_some_and(|d| d.writes > 1) && !self.by_reference(param) {
            return None;
        }
        end.get(&self.var(name)).cloned()
    }

    /// Whether what is assigned to a parameter is assigned to the argument.
    pub(super) fn by_reference(&self, param: NodeId) -> bool {
        let text = self.text(param);
        text.contains('&') || ["out ", "ref ", "inout "].iter().any(|word| text.contains(word))
    }

    /// Objects that a function changed are changed for its caller, too.
    fn give_back(&mut self, info: &Func, args: &[Arg], given: &[Option<Val>], left: Vec<Option<Val>>) {
        for (at, left) in left.into_iter().enumerate() {
            let (Some(left), Some(Some(given))) = (left, given.get(at)) else { continue };
            if left == *given
                || left.shape.is_none()
                    && given.shape.is_none()
                    && left.konst == given.konst
                    && !grew(&left.marks, &given.marks)
            {
                continue;
            }
            let name = info.names.get(at).copied();
            let arg = args
                .iter()
                .find(|a| a.name.is_some() && a.name == name)
                .or_else(|| args.get(at).filter(|a| a.name.is_none()));
            let Some(arg) = arg.filter(|a| !a.spread) else { continue };
            if let Some(place) = self.place(arg.node) {
                self.write(&place, left);
            }
        }
    }

    /// The value of each parameter; `None` where only the default is left.
    fn bind(&mut self, site: NodeId, info: &Func, args: &[Arg]) -> Vec<Option<Val>> {
        let span = self.span(site);
        let mut positional: Vec<Val> = Vec::new();
        let mut named: Vec<(Sym, Key, Val)> = Vec::new();
        let mut anywhere = Marks::default();
        for arg in args {
            let mut value = arg.value.clone();
            value.marks.through(span, &mut self.steps);
            if let Some(name) = arg.name {
                let text = self.tree.child(arg.node, Role::Name).map(|n| self.text(n)).unwrap_or_default();
                named.push((name, Key::Name(text.into()), value));
            } else if !arg.spread {
                positional.push(value);
            } else {
                match &value.shape {
                    Some(shape) if shape.len.is_some() => {
                        let len = shape.len.unwrap_or(0);
                        (0..len).for_each(|n| positional.push(value.part(Some(&Key::Index(n)))));
                        for (key, part) in &shape.parts {
                            if let Key::Name(text) = key {
                                named.push((Sym::new(text), key.clone(), part.clone()));
                            }
                        }
                    }
                    Some(shape) if shape.closed => {
                        for (key, part) in &shape.parts {
                            if let Key::Name(text) = key {
                                named.push((Sym::new(text), key.clone(), part.clone()));
                            }
                        }
                    }
                    // The arguments of another function, as they came.
                    None if self.traits.appends => {
                        let before = i64::try_from(positional.len()).unwrap_or(0);
                        let places = i64::try_from(info.params.len()).unwrap_or(0) - before;
                        positional.extend((0..places).map(|n| value.part(Some(&Key::Index(n)))));
                        anywhere.join(&value.part(None).marks);
                    }
                    _ => anywhere.join(&value.all()),
                }
            }
        }
        let mut next = positional.into_iter();
        let mut out = Vec::with_capacity(info.params.len());
        for (at, param) in info.params.iter().enumerate() {
            let name = info.names.get(at).copied().unwrap_or(Sym::NONE);
            let value = match self.tree.kind(*param) {
                kind if kind == Kind::RestParam || self.is_forwarded(*param) => {
                    let mut list = Val::empty(true);
                    next.by_ref().for_each(|v| list.push(v));
                    if kind != Kind::RestParam {
                        named.drain(..).for_each(|(_, key, value)| list.set(key, value));
                    }
                    if !anywhere.is_empty() {
                        list.add_anywhere(&Val::marked(anywhere.clone()));
                    }
                    Some(list)
                }
                Kind::HashParam => {
                    let mut dict = Val::empty(false);
                    for (_, key, value) in named.drain(..) {
                        dict.set(key, value);
                    }
                    if !anywhere.is_empty() {
                        dict.add_anywhere(&Val::marked(anywhere.clone()));
                    }
                    Some(dict)
                }
                _ => match named.iter().position(|(n, _, _)| *n == name) {
                    Some(found) => Some(named.remove(found).2),
                    None => next.next().or_else(|| (!anywhere.is_empty()).then(|| Val::marked(anywhere.clone()))),
                },
            };
            out.push(value);
        }
        out
    }
}

impl Arg {
    /// The elements of a list as arguments: each by itself where it is known how many there are.
    pub(super) fn elements(&self) -> Vec<Self> {
        let part =
            |n| Self { name: None, value: self.value.part(Some(&Key::Index(n))), spread: false, node: self.node };
        match self.value.shape.as_ref().and_then(|s| s.len) {
            Some(len) => (0..len).map(part).collect(),
            None => vec![Self { name: None, spread: true, ..self.clone() }],
        }
    }
}

fn grew(left: &Marks, given: &Marks) -> bool {
    left.iter().any(|e| given.iter().all(|g| g.mark != e.mark))
}
