//! Functions that run later: what threads, executors, task queues and timers are handed, and methods that a text names.

use std::rc::Rc;

use super::call::Arg;
use super::flow::Flow;
use super::kept::Callee;
use super::marks::{Marks, Origin};
use super::run::{Run, field_key};
use super::value::{Closure, Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym, mix};

/// What listeners are kept under.
const EVENT: u64 = 0xe7e7;
/// Those of all objects of a class, and of objects that cannot be told apart.
const ALL: u64 = 1;
const UNTOLD: u64 = 2;

/// What calls its first function among its arguments with those behind it.
const RUNNERS: [&str; 24] = [
    "submit",
    "run_in_executor",
    "to_thread",
    "add_task",
    "start_soon",
    "spawn",
    "spawn_later",
    "call_soon",
    "call_soon_threadsafe",
    "call_later",
    "call_at",
    "run_sync",
    "run_in_threadpool",
    "start_new_thread",
    "apply_async",
    "sync_to_async",
    "async_to_sync",
    "enqueue",
    "enqueue_call",
    "add_job",
    "callLater",
    "callInThread",
    "deferToThread",
    "add_done_callback",
];
/// New objects that call `target` with `args` and `kwargs`.
const THREADS: [&str; 5] = ["Thread", "Process", "Timer", "Greenlet", "PeriodicTask"];
/// Methods of a function that call it later.
const TASKS: [&str; 6] = ["delay", "apply_async", "s", "si", "send", "apply"];
/// Most methods that a beginning of their names means.
const MAX_NAMED: usize = 8;

impl Run<'_> {
    /// A call that hands functions over, or calls those that were.
    pub(super) fn handed_over(
        &mut self,
        node: NodeId,
        receiver: Option<(NodeId, &Val)>,
        name: &str,
        args: &[Arg],
    ) -> Option<Val> {
        let given = (self.runs_later(node, receiver, name, args))
            .or_else(|| self.called_by_reference(node, receiver, name, args))
            .or_else(|| self.by_class_name(node, receiver, name, args))
            .or_else(|| self.of_enumeration(receiver, name, args));
        if given.is_some() {
            return given;
        }
        let (at, object) = receiver?;
        if let ("setValue", [one]) = (name, args) {
            self.set_in_entry(at, &one.value);
        }
        if name == "_replace" && self.traits.explicit_self && args.iter().all(|a| a.name.is_some()) {
            // A named tuple with some fields anew.
            let mut copy = object.shape.is_some().then(|| object.clone())?;
            for arg in args {
                let field = self.tree.child(arg.node, Role::Name)?;
                copy.set(Key::Name(self.text(field).into()), arg.value.clone());
            }
            return Some(copy);
        }
        if name == "new" && self.traits.appends {
            return self.new_elsewhere(node, at, object, args);
        }
        self.event(node, at, object, name, args)
    }

    /// A call that hands a function on to be called: whatever it gives, that function has been called (Python).
    fn runs_later(&mut self, node: NodeId, receiver: Option<(NodeId, &Val)>, name: &str, args: &[Arg]) -> Option<Val> {
        if !self.traits.explicit_self || !self.traits.must_import || args.is_empty() {
            return None;
        }
        if let Some((at, task)) = receiver
            && TASKS.contains(&name)
            && self.is_function(at, task)
        {
            let function = Arg { node: at, name: None, value: task.clone(), spread: false };
            let given = if name == "apply_async" { self.told_apart(args) } else { args.to_vec() };
            return self.run_function(node, &function, &given);
        }
        let is_thread = THREADS.contains(&name);
        if !is_thread && !RUNNERS.contains(&name) {
            return None;
        }
        let named = |name: &str| args.iter().find(|a| a.name == Some(Sym::new(name)));
        if is_thread && let Some(target) = named("target").or_else(|| named("function")) {
            let target = self.argument_of(target);
            let given = self.told_apart(args);
            self.run_function(node, &target, &given);
            return None;
        }
        let at = args.iter().take(3).position(|a| a.name.is_none() && self.is_function(a.node, &a.value))?;
        let (function, rest) = args[at..].split_first()?;
        let is_list = is_thread || rest.iter().any(|a| a.name == Some(Sym::new("args")));
        let given = match (is_list || name == "apply_async", rest) {
            (true, [list, ..]) if list.name.is_none() => self.unpacked(list),
            (true, _) => self.told_apart(rest),
            (false, rest) => rest.to_vec(),
        };
        let given = self.run_function(node, function, &given);
        if is_thread { None } else { given }
    }

    /// The value of a named argument as an argument.
    fn argument_of(&self, arg: &Arg) -> Arg {
        let node = self.tree.child(arg.node, Role::Value).unwrap_or(arg.node);
        Arg { node, name: None, value: arg.value.clone(), spread: false }
    }

    /// `args=(a, b), kwargs={"c": d}`
    fn told_apart(&self, args: &[Arg]) -> Vec<Arg> {
        let mut out = Vec::new();
        for arg in args {
            if arg.name.is_some_and(|n| n == Sym::new("args")) {
                out.extend(self.unpacked(arg));
            } else if arg.name.is_some_and(|n| n == Sym::new("kwargs") || n == Sym::new("kwds")) {
                out.push(Arg { node: arg.node, name: None, value: arg.value.clone(), spread: true });
            }
        }
        out
    }

    /// The elements of a list as arguments.
    fn unpacked(&self, list: &Arg) -> Vec<Arg> {
        let node = self.tree.child(list.node, Role::Value).unwrap_or(list.node);
        let elements: Vec<NodeId> = match self.tree.kind(node) {
            Kind::Tuple | Kind::Array => self.tree.children(node).collect(),
            _ => Vec::new(),
        };
        if elements.is_empty() {
            return vec![Arg { node, name: None, value: list.value.clone(), spread: true }];
        }
        let part = |(n, node): (i64, NodeId)| {
            let value = list.value.part(Some(&Key::Index(n)));
            Arg { node, name: None, value, spread: false }
        };
        (0..).zip(elements).map(part).collect()
    }

    /// Whether a value is a function that can be found.
    fn is_function(&self, node: NodeId, value: &Val) -> bool {
        value.func.is_some()
            || self.tree.kind(node) == Kind::Ident
                && value.class.is_none()
                && self.imported.contains_key(&self.tree.node(node).sym)
    }

    /// Calls a function that is a value.
    fn run_function(&mut self, node: NodeId, function: &Arg, args: &[Arg]) -> Option<Val> {
        if let Some(closure) = function.value.func.clone() {
            return self.call_closure(node, &closure, args);
        }
        let name = self.tree.node(function.node).sym;
        let module = self.imported.get(&name).copied();
        let callee = Callee { module, ..Callee::bare(self.renamed.get(&name).copied().unwrap_or(name)) };
        let result = self.unknown(function.node, callee, None, args, false);
        if let Some(call) = self.known_call(function.node) {
            self.calls[call as usize].callee_value.join(&Flow::of(&function.value));
        }
        Some(result)
    }

    /// `bus.on('done', f)`, `bus.emit('done', x)` (JavaScript): who listens to what an object says gets it.
    fn event(&mut self, node: NodeId, receiver: NodeId, object: &Val, name: &str, args: &[Arg]) -> Option<Val> {
        if !self.traits.must_import || self.traits.explicit_self || self.functions_are_global {
            return None;
        }
        let listens = matches!(name, "on" | "once" | "addListener" | "prependListener");
        let [Arg { value: Val { konst: Konst::Str(event), .. }, .. }, given @ ..] = args else { return None };
        if !listens && name != "emit" {
            return None;
        }
        let class = self.receiver_class(receiver, object)?;
        let is_known = self.classes.contains_key(&class) || self.modules.values().any(|m| m.0 == class);
        // Who makes an object of a library's class hears that one only.
        let class = if is_known { class } else { mix(self.file, class) };
        // Two objects made in one file are told apart, those of which that is not known may be any.
        let event = Sym::new(event);
        let of = |which: u64| field_key(mix(mix(EVENT, class), which), event);
        let own = self.made_here(receiver).unwrap_or(UNTOLD);
        if listens {
            let [listener, ..] = given else { return None };
            for which in [ALL, own] {
                self.store(mix(mix(EVENT, class), which), of(which), &listener.value);
            }
            return Some(object.clone());
        }
        let heard: &[u64] = if own == UNTOLD { &[ALL] } else { &[own, UNTOLD] };
        let mut marks = Marks::default();
        for which in heard {
            marks.add(self.entry(Origin::Field(of(*which)), None, u64::MAX, self.span(node)));
        }
        self.unknown(node, Callee::bare(Sym::NONE), None, given, false);
        self.called_value(node, &Val::marked(marks));
        Some(Val::default())
    }

    /// The variable that holds a new object and is never set again, as a number of its own.
    fn made_here(&self, receiver: NodeId) -> Option<u64> {
        let def = *self.tree.def_of.get(&receiver)?;
        let is_new = self.set_to(receiver).is_some_and(|value| self.tree.kind(value) == Kind::New);
        is_new.then(|| mix(mix(self.file, u64::from(def)), EVENT))
    }

    /// The method of an object that a text names, or those whose names begin as it does: `getattr(self, "do_" + x)`.
    pub(super) fn method_by_text(&mut self, object: &Val, text: NodeId, value: &Val) -> Option<Rc<Closure>> {
        let class = object.class.or(self.class).filter(|c| self.classes.contains_key(c))?;
        if let Konst::Str(name) = &value.konst {
            return self.method_of(class, object, Sym::new(name));
        }
        let start = self.beginning(text)?;
        let fits = |f: &super::run::Func| {
            let is_own = f.class.is_some_and(|c| c == class || self.is_below(class, c) || self.is_below(c, class));
            let name = self.tree.child(f.node, Role::Name).filter(|_| is_own);
            name.is_some_and(|n| self.text(n).starts_with(&*start))
        };
        let found: Vec<u32> = (0..).zip(&self.funcs).filter(|(_, f)| fits(f)).map(|(n, _)| n).collect();
        if found.is_empty() || found.len() > MAX_NAMED {
            return None;
        }
        let mut all: Option<Val> = None;
        for func in found {
            let closure = self.closure(func, None);
            let closure = Rc::new(Closure { this: Some(Box::new(object.clone())), ..Closure::clone(&closure) });
            let value = Val { func: Some(closure), ..Val::default() };
            match &mut all {
                Some(all) => all.join(&value),
                None => all = Some(value),
            }
        }
        all?.func
    }

    /// `getattr(Tools, "name")`: a static method of a class of the file (Python).
    pub(super) fn static_by_text(&mut self, of: &Konst, name: &Konst) -> Option<Rc<Closure>> {
        let (Konst::Class(class), Konst::Str(name)) = (of, name) else { return None };
        let named = self.by_name.get(&Sym::new(name))?;
        let mut own = named.iter().copied().filter(|f| self.funcs[*f as usize].class == Some(*class));
        let func = own.next().filter(|_| own.next().is_none())?;
        let info = &self.funcs[func as usize];
        let above = self.tree.children(self.tree.node(info.node).parent).take_while(|c| *c < info.node).last();
        let mut around = self.tree.children(info.node).chain(above);
        let is_static = around
            .any(|n| self.tree.kind(n) == Kind::Annotation && self.text(n).trim_start_matches('@') == "staticmethod");
        (is_static && info.own.is_none()).then(|| self.closure(func, None))
    }

    /// `$this->$name(x)`, `$this->{'do_' . $x}(y)` (PHP): a method that a value names.
    pub(super) fn called_by_text(&mut self, node: NodeId, callee: NodeId) -> Option<Val> {
        if !self.functions_are_global || self.tree.kind(callee) != Kind::Member {
            return None;
        }
        let (receiver, name) = (self.tree.child(callee, Role::Object)?, self.tree.child(callee, Role::Name)?);
        if self.tree.kind(name) == Kind::Ident && !self.text(name).starts_with('$') {
            return None;
        }
        let object = self.eval(receiver);
        // A name behind an arrow is not looked up as a variable by itself.
        let var = self.text(name).strip_prefix('$').and_then(|n| self.variable_named(node, n));
        let value = match var {
            Some(var) => self.look_up(var).cloned().unwrap_or_default(),
            None => self.eval(name),
        };
        let closure = self.method_by_text(&object, name, &value)?;
        let args = self.arguments(node, &object, Sym::NONE);
        let given = self.call_closure(node, &closure, &args)?;
        let mut everything = object.all();
        args.iter().for_each(|a| everything.join(&a.value.all()));
        self.last_call = (node, everything);
        Some(given)
    }

    /// The constant with which a text begins.
    fn beginning(&self, text: NodeId) -> Option<String> {
        let mut at = text;
        for _ in 0..8 {
            match self.tree.kind(at) {
                Kind::Str | Kind::StrPart => {
                    let whole =
                        if self.tree.kind(at) == Kind::Str { self.tree.content_span(at) } else { self.span(at) };
                    let text = std::str::from_utf8(self.src.get(whole.range())?).ok()?;
                    let start = text.split(['%', '{']).next().filter(|t| t.len() > 1)?;
                    return Some(start.to_owned());
                }
                Kind::Binary => at = self.tree.child(at, Role::Left).or_else(|| self.tree.first_child(at))?,
                Kind::Template => at = self.tree.first_child(at)?,
                Kind::Call => {
                    let callee = self.tree.child(at, Role::Callee)?;
                    at = self.tree.child(callee, Role::Object)?;
                }
                Kind::Ident => {
                    // A variable that is written once.
                    let sym = self.tree.node(at).sym;
                    let named = || {
                        let all = self.tree.defs.iter().enumerate();
                        let mut fits =
                            all.filter(|(_, d)| self.tree.node(d.ident).sym == sym && self.tree.is_within(at, d.scope));
                        fits.next().map(|(n, _)| n)
                    };
                    let def = self.tree.def_of.get(&at).map(|d| *d as usize).or_else(named)?;
                    let def = self.tree.defs.get(def)?;
                    if def.writes != 1 {
                        return None;
                    }
                    let set = self.tree.node(def.ident).parent;
                    at = [Role::Right, Role::Value].into_iter().find_map(|r| self.tree.child(set, r))?;
                }
                _ => return None,
            }
        }
        None
    }
}
