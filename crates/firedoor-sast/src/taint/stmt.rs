//! Statements: the flow of control over the tree, with branches that constants rule out left alone.

use std::rc::Rc;

use super::flow::Flow;
use super::marks::Marks;
use super::run::{Env, Loop, Run, join_env};
use super::value::{Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

/// Most rounds of a loop until its state must be stable.
const MAX_ROUNDS: usize = 6;

/// The handlers of one `try`.
#[derive(Default)]
pub(super) struct Handler {
    /// What may come to them.
    thrown: Option<Val>,
    env: Option<Env>,
    /// The depth of calls in which it stands.
    frames: usize,
}

impl Run<'_> {
    /// A statement in the place of an expression: `if`, `switch` and blocks have a value in some languages.
    pub(super) fn exec_value(&mut self, node: NodeId) -> Val {
        match self.tree.kind(node) {
            Kind::Block | Kind::Program => {
                let children: Vec<NodeId> = self.tree.children(node).collect();
                let mut value = Val::default();
                for child in children {
                    value = self.eval(child);
                }
                value
            }
            Kind::ExprStmt => {
                let Some(inner) = self.tree.first_child(node) else { return Val::default() };
                let value = self.eval(inner);
                let given = match self.tree.kind(inner) {
                    Kind::Assign => self.tree.child(inner, Role::Right).unwrap_or(inner),
                    _ => inner,
                };
                if self.tree.kind(given) == Kind::Call && self.env.is_some() {
                    self.ask_guards(given);
                    self.passed(given);
                }
                if self.tree.kind(inner) == Kind::Call && self.env.is_some() && self.ends_all(inner) {
                    self.env = None;
                }
                value
            }
            Kind::If => self.exec_if(node),
            Kind::Switch => self.exec_switch(node),
            Kind::Return => {
                let value = match self.tree.children(node).last() {
                    Some(last) => self.eval(last),
                    None => self.named_results(),
                };
                self.returns(&value);
                self.env = None;
                value
            }
            Kind::Throw => {
                let children: Vec<NodeId> = self.tree.children(node).collect();
                let mut values = children.into_iter().map(|n| self.eval(n)).collect::<Vec<_>>().into_iter();
                let mut value = values.next().unwrap_or_default();
                // `raise A() from b` of Python.
                if let (Some(cause), true) = (values.next(), self.traits.explicit_self) {
                    value.set(Key::Name("__cause__".into()), cause);
                }
                self.throws(&value);
                self.env = None;
                value
            }
            Kind::While | Kind::For | Kind::ForEach | Kind::DoWhile => {
                self.exec_loop(node);
                Val::default()
            }
            Kind::Try => self.exec_try(node),
            Kind::With => {
                let children: Vec<NodeId> = self.tree.children(node).collect();
                let before = self.env.clone();
                let last = children.last().copied();
                let swallows = children.iter().any(|n| Some(*n) != last && self.swallows(*n));
                let value = children.into_iter().fold(Val::default(), |_, n| self.enter(n));
                if swallows {
                    // What was raised in it ended it, and what is behind runs all the same.
                    self.env = join_env(self.env.take(), before);
                }
                value
            }
            Kind::Break | Kind::Continue => {
                self.jump(node);
                Val::default()
            }
            Kind::Label => self.tree.children(node).last().map(|n| self.eval(n)).unwrap_or_default(),
            Kind::VarDef => self.var_def(node),
            Kind::FuncDef => {
                let env = self.env.clone().unwrap_or_default();
                if let Some(func) = self.func_at.get(&node).copied() {
                    self.nested.push((func, Rc::clone(&env)));
                    // A function in a function is a value that sees the variables around it.
                    let within = self.func != 0 || !self.frames.is_empty();
                    if let Some(name) = self.tree.child(node, Role::Name)
                        && self.funcs[func as usize].class.is_none()
                        && let Some(place) = self.place(name)
                    {
                        let closure = self.closure(func, within.then_some(env));
                        let value = Val { func: Some(closure), ..Val::default() };
                        match self.decorated(node, &value) {
                            Some(other) => self.write(&place, other),
                            None if within => self.write(&place, value),
                            None => {}
                        }
                    }
                }
                Val::default()
            }
            Kind::ClassDef => {
                self.class_def(node);
                Val::default()
            }
            Kind::Directive if self.tree.node(node).sym == Sym::new("del") => {
                let targets: Vec<NodeId> = self.tree.children(node).collect();
                for target in targets {
                    if self.tree.kind(target) != Kind::Index {
                        continue;
                    }
                    let (Some(object), Some(index)) =
                        (self.tree.child(target, Role::Object), self.tree.child(target, Role::Index))
                    else {
                        continue;
                    };
                    if self.set_slice(target, None) {
                        continue;
                    }
                    if let Some(place) = self.place(object) {
                        let mut value = self.read(&place);
                        match self.constant(index).key() {
                            Some(Key::Index(n)) if value.shape.as_ref().is_some_and(|s| s.len.is_some()) => {
                                value.remove_at(n);
                            }
                            Some(key) => {
                                value.remove(&key);
                            }
                            None => {}
                        }
                        self.write(&place, value);
                    }
                }
                Val::default()
            }
            Kind::ImportAll | Kind::ImportAs | Kind::ImportFrom | Kind::Package | Kind::Goto => Val::default(),
            _ => {
                let children: Vec<NodeId> = self.tree.children(node).collect();
                let mut marks = Marks::default();
                for child in children {
                    let value = self.eval(child);
                    marks.join(&value.all());
                }
                Val::marked(marks)
            }
        }
    }

    /// What a bare `return` gives: the variables that the function names as its results (Go).
    fn named_results(&mut self) -> Val {
        let func = self.frames.last().map_or(self.func, |f| f.func);
        let list = self.funcs.get(func as usize).and_then(|f| self.tree.child(f.node, Role::Ret));
        let Some(list) = list.filter(|n| self.traits.channels && self.tree.kind(*n) == Kind::Params) else {
            return Val::default();
        };
        let names: Vec<NodeId> = self.tree.children(list).filter_map(|p| self.tree.child(p, Role::Name)).collect();
        let mut values: Vec<Val> = names.into_iter().map(|n| self.eval(n)).collect();
        match values.len() {
            0 | 1 => values.pop().unwrap_or_default(),
            _ => {
                let mut all = Val::empty(true);
                values.into_iter().for_each(|v| all.push(v));
                all
            }
        }
    }

    /// The value goes to whoever called.
    pub(super) fn returns(&mut self, value: &Val) {
        if let Some(frame) = self.frames.last_mut() {
            match &mut frame.ret {
                Some(there) => there.join(value),
                None => frame.ret = Some(value.clone()),
            }
            frame.exit = join_env(frame.exit.take(), self.env.clone());
            return;
        }
        let func = self.func as usize;
        let flow = Flow::of(value);
        self.exit = join_env(self.exit.take(), self.env.clone());
        if value.konst != Konst::Null {
            let made = value.class.filter(|_| value.exact || self.traits.explicit_self);
            self.made.entry(self.func).and_modify(|there| *there = there.filter(|c| Some(*c) == made)).or_insert(made);
        }
        match self.returned.insert(self.func) {
            // The first one: what is in no part of it is not there.
            true if self.summaries[func].ret.is_empty() => self.summaries[func].ret = flow,
            _ => self.summaries[func].ret.join(&flow),
        }
    }

    /// The value is one of those that a generator hands out.
    pub(super) fn yields(&mut self, node: NodeId, value: &Val) {
        let body = self.frames.last().and_then(|f| self.tree.child(self.funcs.get(f.func as usize)?.node, Role::Body));
        if let Some(frame) = self.frames.last_mut() {
            // What stands in no branch and no loop comes in its order.
            let statement = self.tree.node(node).parent;
            let in_order = body.is_some_and(|body| {
                self.tree.kind(statement) == Kind::ExprStmt && self.tree.node(statement).parent == body
            });
            let first = frame.ret.is_none();
            let ret = frame.ret.get_or_insert_with(Val::default);
            match in_order && (first || ret.shape.as_ref().is_some_and(|s| s.len.is_some())) {
                true => {
                    if first {
                        *ret = Val::empty(true);
                    }
                    ret.push(value.clone());
                }
                false => ret.add_anywhere(value),
            }
            return;
        }
        let mut marks = value.all();
        marks.close();
        self.summaries[self.func as usize].ret.join(&Flow::marked(marks));
    }

    fn exec_if(&mut self, node: NodeId) -> Val {
        let part = |role| self.tree.child(node, role);
        let (init, condition) = (part(Role::Init), part(Role::Cond));
        let (then, otherwise) = (part(Role::Then).or_else(|| part(Role::Body)), part(Role::Else));
        if let Some(init) = init {
            self.eval(init);
        }
        let test = condition.map(|n| self.eval(n)).unwrap_or_default();
        match self.truth_of(&test) {
            Some(true) => then.map(|n| self.eval(n)).unwrap_or_default(),
            Some(false) => otherwise.map(|n| self.eval(n)).unwrap_or_default(),
            None => {
                if let Some(condition) = condition {
                    self.ask(condition);
                    self.ask_guards(condition);
                }
                let before = self.env.clone();
                self.assume(condition, true);
                let mut value = then.map(|n| self.eval(n)).unwrap_or_default();
                let after = std::mem::replace(&mut self.env, before);
                self.assume(condition, false);
                let other = otherwise.map(|n| self.eval(n)).unwrap_or_default();
                self.env = join_env(after, self.env.take());
                value.join(&other);
                value
            }
        }
    }

    /// In the branch where `x == "constant"` holds, `x` is that constant: it carries nothing from outside.
    pub(super) fn assume(&mut self, condition: Option<NodeId>, holds: bool) {
        let Some(condition) = condition else { return };
        self.guard(condition, holds);
        if self.tree.kind(condition) != Kind::Binary {
            return;
        }
        let op = self.operator(condition);
        let equal = matches!(op, "==" | "===") && holds || matches!(op, "!=" | "!==") && !holds;
        let mut sides = self.tree.children(condition);
        let (Some(left), Some(right)) = (sides.next(), sides.next()) else { return };
        if !equal || self.tree.kind(left) != Kind::Ident {
            return;
        }
        let konst = self.constant(right);
        // Only the constant becomes known: whether the marks go is for sanitizers to say.
        if !matches!(konst, Konst::Unknown | Konst::Null)
            && let Some(place) = self.place(left)
        {
            let mut value = self.read(&place);
            value.konst = konst;
            self.write(&place, value);
        }
    }

    /// Whether a call is known never to come back: the program ends, or the request.
    fn ends_all(&self, call: NodeId) -> bool {
        let Some(callee) = self.tree.child(call, Role::Callee) else { return false };
        let name = self.tree.node(callee).sym;
        match self.text(callee) {
            "exit" | "die" | "abort" | "panic" | "exitProcess" => {
                let frameworks = ["flask", "quart", "bottle", "sanic", "exceptions", "sys"];
                let is_known = |module: &u64| frameworks.iter().any(|name| Sym::new(name).0 == *module);
                !self.by_name.contains_key(&name) && self.imported.get(&name).is_none_or(is_known)
            }
            "flask.abort" | "quart.abort" | "bottle.abort" => self.traits.explicit_self,
            "sys.exit" | "os._exit" | "os.Exit" | "log.Fatal" | "log.Fatalf" | "log.Fatalln" | "process.exit"
            | "System.exit" | "Environment.Exit" | "std::process::exit" | "process::exit" => true,
            _ => false,
        }
    }

    fn exec_switch(&mut self, node: NodeId) -> Val {
        // `switch x := f(); x {` of Go.
        if let Some(begin) = self.tree.child(node, Role::Init) {
            self.eval(begin);
        }
        let tests: Vec<NodeId> = self.tree.children(node).filter(|n| self.tree.node(*n).role == Role::Cond).collect();
        let condition = match tests[..] {
            // `switch t := x.(type)`
            [name, value] => {
                let value = self.eval(value);
                self.assign(name, value.clone());
                value
            }
            _ => tests.first().map(|n| self.eval(*n)).unwrap_or_default(),
        };
        if let ([test], Konst::Unknown) = (&tests[..], &condition.konst) {
            self.ask(*test);
        }
        let cases: Vec<NodeId> = self.cases(node);
        let chosen = self.chosen(&condition.konst, &cases).or_else(|| self.chosen_by_parts(&condition, &cases));
        let mut value = Val::default();
        self.loops.push(Loop { is_switch: true, ..Loop::default() });
        let entry = self.env.take();
        let mut end: Option<Env> = None;
        let mut has_default = false;
        for (at, case) in cases.iter().enumerate() {
            let patterns = self.case_values(*case);
            let is_default = patterns.is_empty();
            has_default |= is_default;
            let entered = match chosen {
                Some(chosen) => chosen == Some(at),
                None => true,
            };
            let from_above = self.env.take();
            self.env = if entered { entry.clone() } else { None };
            if let [test] = tests[..] {
                self.guard_case(test, &patterns);
            }
            self.env = join_env(from_above, self.env.take());
            if self.env.is_none() {
                continue;
            }
            let parts: Vec<NodeId> = self.tree.children(*case).collect();
            let arrow = patterns.last().map_or(*case, |n| *n);
            let arrow = self.traits.fall_through
                && parts.iter().any(|p| {
                    let (from, to) = (self.span(arrow), self.span(*p));
                    let from = if is_default { from.start } else { from.end };
                    self.src.get(from as usize..to.start as usize).is_some_and(|t| t.windows(2).any(|w| w == b"->"))
                });
            for part in parts {
                if patterns.contains(&part) {
                    // `case v := <-c`
                    if let (Some(left), Some(right)) =
                        (self.tree.child(part, Role::Left), self.tree.child(part, Role::Right))
                        && self.tree.kind(part) == Kind::Other
                    {
                        let value = self.eval(right);
                        self.assign(left, value);
                        continue;
                    }
                    let is_pattern = matches!(self.tree.kind(part), Kind::Tuple | Kind::Array | Kind::Other);
                    let takes_apart = self.traits.names_bind || self.tree.node(node).sym == Sym::new("in");
                    let binds = takes_apart && self.tree.kind(part) == Kind::Ident;
                    if self.tree.node(part).role == Role::None || is_pattern || binds {
                        self.capture(part, &condition);
                        continue;
                    }
                }
                let result = self.eval(part);
                if self.tree.node(part).role == Role::Body || arrow && self.tree.node(part).role != Role::Value {
                    value.join(&result);
                }
            }
            if !self.traits.fall_through || arrow {
                end = join_env(end, self.env.take());
            }
        }
        end = join_env(end, self.env.take());
        if chosen.is_none() && !has_default || chosen == Some(None) {
            end = join_env(end, entry);
        }
        let done = self.loops.pop().unwrap_or_default();
        value.join(&done.value);
        self.env = join_env(end, done.breaks);
        value
    }

    /// Whether what stands before the body of `with` lets exceptions end there.
    fn swallows(&self, node: NodeId) -> bool {
        let head = self.text(node).split('(').next().unwrap_or_default();
        let name = head.rsplit(['.', '=', ' ']).next().unwrap_or_default();
        matches!(name, "suppress" | "raises" | "assertRaises" | "assertRaisesRegex" | "warns")
    }

    /// What stands before the body of `with`: `f() as x` gives what `__enter__` gives.
    fn enter(&mut self, node: NodeId) -> Val {
        if self.tree.kind(node) != Kind::Assign || self.tree.node(node).role != Role::Init {
            return self.eval(node);
        }
        let (Some(left), Some(right)) = (self.tree.child(node, Role::Left), self.tree.child(node, Role::Right)) else {
            return self.eval(node);
        };
        if self.at.contains_key(&node) || !self.traits.explicit_self {
            return self.eval(node);
        }
        let value = self.eval(right);
        let value = match self.special(right, &value, "__enter__", &[]) {
            Some(entered) => entered,
            // Of a class in another file.
            None if value.class.is_some_and(|c| !self.classes.contains_key(&c)) && value.shape.is_none() => {
                let name = Sym::new("__enter__");
                let callee = super::kept::Callee { class: value.class, bare: false, ..super::kept::Callee::bare(name) };
                self.unknown(node, callee, Some((right, &value)), &[], false)
            }
            None => value,
        };
        self.assign(left, value.clone());
        value
    }

    pub(super) fn cases(&self, node: NodeId) -> Vec<NodeId> {
        let direct: Vec<NodeId> = self.tree.children(node).filter(|n| self.tree.kind(*n) == Kind::Case).collect();
        if !direct.is_empty() {
            return direct;
        }
        let blocks = self.tree.children(node).filter(|n| self.tree.kind(*n).is_block());
        blocks.flat_map(|b| self.tree.children(b)).filter(|n| self.tree.kind(*n) == Kind::Case).collect()
    }

    /// What a case stands for; none for the default.
    pub(super) fn case_values(&self, case: NodeId) -> Vec<NodeId> {
        let role = |n: &NodeId| self.tree.node(*n).role;
        let values: Vec<NodeId> = self.tree.children(case).filter(|n| role(n) == Role::Value).collect();
        if !values.is_empty() || !self.traits.explicit_self {
            return values;
        }
        // Python: patterns stand before the body without a role.
        self.tree.children(case).filter(|n| role(n) == Role::None && !self.tree.kind(*n).is_block()).collect()
    }

    /// Which case a constant leads to: `Some(None)` none of them, `None` not known.
    fn chosen(&self, konst: &Konst, cases: &[NodeId]) -> Option<Option<usize>> {
        if matches!(konst, Konst::Unknown) {
            return None;
        }
        if let Konst::Enum(name) = konst {
            // `case A:` of an enumeration.
            let last = name.rsplit('.').next().unwrap_or(name);
            let is = |case: &NodeId| {
                let values = self.case_values(*case);
                values.iter().any(|v| self.text(*v).rsplit('.').next() == Some(last))
            };
            let default = cases.iter().position(|c| self.case_values(c.to_owned()).is_empty());
            return Some(cases.iter().position(is).or(default));
        }
        let mut default = None;
        for (at, case) in cases.iter().enumerate() {
            let values = self.case_values(*case);
            if values.is_empty() {
                default = Some(at);
            }
            let values = values.into_iter().flat_map(|v| match self.tree.kind(v) {
                // `"a" | "b"`
                Kind::Other => self.tree.children(v).collect(),
                _ => vec![v],
            });
            for value in values {
                match self.constant(value) {
                    Konst::Unknown => return None,
                    other if other == *konst => return Some(Some(at)),
                    other if std::mem::discriminant(&other) != std::mem::discriminant(konst) => return None,
                    _ => {}
                }
            }
        }
        Some(default)
    }

    fn exec_loop(&mut self, node: NodeId) {
        let kind = self.tree.kind(node);
        let part = |role| self.tree.child(node, role);
        let (init, condition, update, body) =
            (part(Role::Init), part(Role::Cond), part(Role::Update), part(Role::Body));
        let (left, right) = (part(Role::Left), part(Role::Right));
        if let Some(init) = init {
            self.eval(init);
        }
        let items = right.map(|n| {
            let items = self.eval(n);
            self.iterated(n, items)
        });
        let is_empty = |v: &Val| {
            v.marks.is_empty() && v.shape.as_ref().is_some_and(|s| s.closed && s.len == Some(0) && s.parts.is_empty())
        };
        if kind == Kind::ForEach && items.as_ref().is_some_and(is_empty) {
            // Nothing is in it.
            if let Some(otherwise) = self.tree.child(node, Role::Else) {
                self.eval(otherwise);
            }
            return;
        }
        if self.counted(node, items.as_ref()) {
            if let Some(otherwise) = self.tree.child(node, Role::Else) {
                self.eval(otherwise);
            }
            return;
        }
        let mut exit: Option<Env> = None;
        for _ in 0..MAX_ROUNDS {
            let start = self.env.clone();
            if kind != Kind::DoWhile {
                let test = condition.map(|n| self.eval(n)).unwrap_or_default();
                if self.truth(&test.konst) == Some(false) {
                    break;
                }
                let endless = condition.is_none() && kind != Kind::ForEach || self.truth(&test.konst) == Some(true);
                if !endless {
                    exit = join_env(exit, self.env.clone());
                }
            }
            if let (Some(left), Some(items)) = (left, &items) {
                self.assign_each(left, items);
            }
            self.loops.push(Loop { label: self.label_of(node), ..Loop::default() });
            if let Some(body) = body {
                self.eval(body);
                if let (Some(left), Some(right), true) = (left, right, self.functions_are_global) {
                    self.changed_by_reference(left, right);
                }
            } else {
                // A loop whose parts have no roles: everything in it, in order.
                let rest: Vec<NodeId> =
                    self.tree.children(node).filter(|n| self.tree.node(*n).role == Role::None).collect();
                for n in rest {
                    self.eval(n);
                }
            }
            let done = self.loops.pop().unwrap_or_default();
            exit = join_env(exit, done.breaks);
            self.env = join_env(self.env.take(), done.continues);
            if let Some(update) = update {
                self.eval(update);
            }
            if kind == Kind::DoWhile {
                let test = condition.map(|n| self.eval(n)).unwrap_or_default();
                exit = join_env(exit, self.env.clone());
                if self.truth(&test.konst) == Some(false) {
                    break;
                }
            }
            let after = join_env(start.clone(), self.env.take());
            let stable = match (&start, &after) {
                (Some(a), Some(b)) => Rc::ptr_eq(a, b) || a == b,
                (None, None) => true,
                _ => false,
            };
            self.env = after;
            if stable || self.env.is_none() {
                break;
            }
        }
        // Left by its condition after the last round too, unless that can never be.
        let endless = condition.is_none() && kind != Kind::ForEach;
        let last = self.env.take();
        // The body of `do … while` has run before it is left.
        self.env = if endless || kind == Kind::DoWhile && exit.is_some() { exit } else { join_env(exit, last) };
        if let Some(otherwise) = self.tree.child(node, Role::Else) {
            self.eval(otherwise);
        }
    }

    /// `break`, `continue`, and `yield` of a `switch`.
    pub(super) fn jump(&mut self, node: NodeId) {
        let is_break = self.tree.kind(node) != Kind::Continue;
        let env = self.env.take();
        let label = self.label_meant(node);
        let target = match label {
            Some(_) => self.loops.iter_mut().rev().find(|l| l.label == label),
            None => self.loops.iter_mut().rev().find(|l| is_break || !l.is_switch),
        };
        if let Some(target) = target {
            let slot = if is_break { &mut target.breaks } else { &mut target.continues };
            *slot = join_env(slot.take(), env);
        }
    }

    /// A value is thrown: to the handlers around, wherever they stand.
    pub(super) fn throws(&mut self, value: &Val) {
        let Some(handler) = self.tries.last_mut() else { return };
        match &mut handler.thrown {
            Some(there) => there.join(value),
            None => handler.thrown = Some(value.clone()),
        }
        if handler.frames == self.frames.len() {
            handler.env = join_env(handler.env.take(), self.env.clone());
        }
    }

    fn exec_try(&mut self, node: NodeId) -> Val {
        let children: Vec<NodeId> = self.tree.children(node).collect();
        let before = self.env.clone();
        let entry = before.clone();
        let mut value = Val::default();
        let role = |n: NodeId| self.tree.node(n).role;
        let kind = |n: NodeId| self.tree.kind(n);
        let is_catch = |n: &NodeId| role(*n) == Role::Catch || kind(*n) == Kind::Catch;
        let is_finally = |n: &NodeId| role(*n) == Role::Finally || kind(*n) == Kind::Finally;
        let first_catch = children.iter().position(is_catch).unwrap_or(children.len());
        let body: Vec<NodeId> =
            children[..first_catch].iter().copied().filter(|n| !is_finally(n) && role(*n) != Role::Else).collect();
        // What is done if nothing was thrown (Python's `else`).
        let calm: Vec<NodeId> =
            children.iter().copied().filter(|n| !is_catch(n) && !is_finally(n) && !body.contains(n)).collect();
        let catches: Vec<NodeId> = children.iter().copied().filter(is_catch).collect();
        let finals: Vec<NodeId> = children.iter().copied().filter(is_finally).collect();
        let may_throw = body.iter().any(|n| self.may_throw(*n));
        let given = self.frames.last().and_then(|f| f.ret.clone());
        self.tries.push(Handler { frames: self.frames.len(), ..Handler::default() });
        for part in body {
            value = self.eval(part);
        }
        let handler = self.tries.pop().unwrap_or_default();
        if let (true, Some(value)) = (catches.is_empty(), &handler.thrown) {
            self.throws(value);
        }
        let after = self.env.clone();
        // A handler may begin after any part of the body.
        let thrown = if may_throw { join_env(join_env(before, after.clone()), handler.env) } else { handler.env };
        for part in calm {
            value = self.eval(part);
        }
        let mut end = self.env.take();
        for catch in catches {
            self.env.clone_from(&thrown);
            if let Some(params) = self.tree.child(catch, Role::Name).or_else(|| self.tree.child(catch, Role::Params)) {
                let value = handler.thrown.clone().unwrap_or_default();
                let names: Vec<NodeId> = match self.tree.kind(params) {
                    Kind::Params => self.tree.children(params).collect(),
                    _ => vec![params],
                };
                names.into_iter().for_each(|name| self.assign(name, value.clone()));
            }
            let parts: Vec<NodeId> = self
                .tree
                .children(catch)
                .filter(|n| !matches!(role(*n), Role::Params | Role::Name | Role::Type))
                .collect();
            for part in parts {
                let result = self.eval(part);
                value.join(&result);
            }
            end = join_env(end, self.env.take());
        }
        self.env = end;
        for part in finals {
            let inner = self.tree.child(part, Role::Body).or_else(|| self.tree.first_child(part)).unwrap_or(part);
            if self.tree.children(inner).any(|n| self.tree.kind(n) == Kind::Return)
                && let Some(frame) = self.frames.last_mut()
            {
                // It gives what it says, whatever was given before.
                frame.ret.clone_from(&given);
            }
            // What `finally` does also happens on the ways out that are not followed.
            if self.env.is_none() {
                self.env = join_env(thrown.clone(), entry.clone());
                self.eval(part);
                self.env = None;
            } else {
                self.eval(part);
            }
        }
        value
    }

    /// Whether anything in a node could raise an exception.
    fn may_throw(&self, node: NodeId) -> bool {
        (node..self.tree.node(node).end).filter(|n| !self.reads_number(*n)).any(|n| {
            !matches!(
                self.tree.kind(n),
                Kind::Block
                    | Kind::ExprStmt
                    | Kind::Assign
                    | Kind::VarDef
                    | Kind::Ident
                    | Kind::Str
                    | Kind::Num
                    | Kind::Bool
                    | Kind::Null
                    | Kind::Return
                    | Kind::Directive
                    | Kind::Modifier
                    | Kind::Break
                    | Kind::Continue
                    | Kind::If
            )
        })
    }

    /// `int("12")`, `Integer.parseInt("12")`, and what these are made of: a number that is one cannot fail to be read.
    fn reads_number(&self, node: NodeId) -> bool {
        let call = match self.tree.kind(node) {
            Kind::Call => node,
            Kind::Member | Kind::Args => self.tree.node(node).parent,
            _ => return false,
        };
        let list = self.tree.child(call, Role::Args).filter(|_| self.tree.kind(call) == Kind::Call);
        let (Some(callee), Some(list)) = (self.tree.child(call, Role::Callee), list) else { return false };
        let mut args = self.tree.children(list);
        let (Some(one), None) = (args.next(), args.next()) else { return false };
        matches!(self.text(callee), "int" | "Integer.parseInt" | "Integer.valueOf" | "Long.parseLong" | "parseInt")
            && self.tree.kind(one) == Kind::Str
            && matches!(self.constant(one), Konst::Str(text) if text.parse::<i32>().is_ok())
    }

    // ----------------------------------------------------------------------------------------- definitions, assignment

    // ------------------------------------------------------------------------------------------------------ functions

    /// A class: its fields are set up as they stand; its methods are functions of their own.
    pub(super) fn class_def(&mut self, node: NodeId) {
        let outer = self.class;
        self.class = self.tree.child(node, Role::Name).map(|n| self.tree.node(n).sym.0).or(outer);
        let is_body = |n: &NodeId| self.tree.kind(*n) == Kind::ClassBody || self.tree.node(*n).role == Role::Body;
        let bodies: Vec<NodeId> = self.tree.children(node).filter(is_body).collect();
        self.class_bodies(&bodies);
        self.class = outer;
    }

    pub(super) fn class_bodies(&mut self, bodies: &[NodeId]) {
        for body in bodies {
            let members: Vec<NodeId> = self.tree.children(*body).collect();
            for member in members {
                self.eval(member);
            }
        }
    }
}
