//! Statements: the flow of control over the tree, with branches that constants rule out left alone.

use std::rc::Rc;

use super::literal::element;
use super::marks::Marks;
use super::run::{Env, Loop, MAX_DEPTH, Run, join_env};
use super::value::{Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

/// Most rounds of a loop until its state must be stable.
const MAX_ROUNDS: usize = 6;

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
            Kind::ExprStmt => self.tree.first_child(node).map(|n| self.eval(n)).unwrap_or_default(),
            Kind::If => self.exec_if(node),
            Kind::Switch => self.exec_switch(node),
            Kind::Return => {
                let value = self.tree.children(node).last().map(|n| self.eval(n)).unwrap_or_default();
                self.returns(&value);
                self.env = None;
                value
            }
            Kind::Throw => {
                let value = self.tree.children(node).last().map(|n| self.eval(n)).unwrap_or_default();
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
                children.into_iter().fold(Val::default(), |_, n| self.eval(n))
            }
            Kind::Break | Kind::Continue => {
                self.jump(self.tree.kind(node) == Kind::Break);
                Val::default()
            }
            Kind::Label => self.tree.children(node).last().map(|n| self.eval(n)).unwrap_or_default(),
            Kind::VarDef => {
                let value = self.tree.child(node, Role::Value).map(|n| self.eval(n));
                self.define(node, value.clone());
                value.unwrap_or_default()
            }
            Kind::FuncDef => {
                let env = self.env.clone().unwrap_or_default();
                if let Some(func) = self.func_at.get(&node).copied() {
                    self.nested.push((func, Rc::clone(&env)));
                    // A function in a function is a value that sees the variables around it.
                    if let (Some(name), true) =
                        (self.tree.child(node, Role::Name), self.func != 0 || !self.frames.is_empty())
                        && self.funcs[func as usize].class.is_none()
                        && let Some(place) = self.place(name)
                    {
                        let closure = Rc::new(super::value::Closure { func, env: Some(env) });
                        let value = Val { func: Some(closure), ..Val::default() };
                        self.write(&place, value);
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
        let marks = value.all();
        self.summaries[self.func as usize].ret.join(&marks);
    }

    /// The value is one of those that a generator hands out.
    pub(super) fn yields(&mut self, value: &Val) {
        if let Some(frame) = self.frames.last_mut() {
            frame.ret.get_or_insert_with(Val::default).add_anywhere(value);
            return;
        }
        let marks = value.all();
        self.summaries[self.func as usize].ret.join(&marks);
    }

    fn exec_if(&mut self, node: NodeId) -> Val {
        let part = |role| self.tree.child(node, role);
        let (init, condition) = (part(Role::Init), part(Role::Cond));
        let (then, otherwise) = (part(Role::Then).or_else(|| part(Role::Body)), part(Role::Else));
        if let Some(init) = init {
            self.eval(init);
        }
        let test = condition.map(|n| self.eval(n)).unwrap_or_default();
        match self.truth(&test.konst) {
            Some(true) => then.map(|n| self.eval(n)).unwrap_or_default(),
            Some(false) => otherwise.map(|n| self.eval(n)).unwrap_or_default(),
            None => {
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
    fn assume(&mut self, condition: Option<NodeId>, holds: bool) {
        let Some(condition) = condition else { return };
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

    fn exec_switch(&mut self, node: NodeId) -> Val {
        let condition = self.tree.child(node, Role::Cond).map(|n| self.eval(n)).unwrap_or_default();
        let cases: Vec<NodeId> = self.cases(node);
        let chosen = self.chosen(&condition.konst, &cases);
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
            self.env = join_env(from_above, if entered { entry.clone() } else { None });
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
                if patterns.contains(&part) && self.tree.node(part).role == Role::None {
                    self.capture(part, &condition);
                    continue;
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

    fn cases(&self, node: NodeId) -> Vec<NodeId> {
        let direct: Vec<NodeId> = self.tree.children(node).filter(|n| self.tree.kind(*n) == Kind::Case).collect();
        if !direct.is_empty() {
            return direct;
        }
        let blocks = self.tree.children(node).filter(|n| self.tree.kind(*n).is_block());
        blocks.flat_map(|b| self.tree.children(b)).filter(|n| self.tree.kind(*n) == Kind::Case).collect()
    }

    /// What a case stands for; none for the default.
    fn case_values(&self, case: NodeId) -> Vec<NodeId> {
        let role = |n: &NodeId| self.tree.node(*n).role;
        let values: Vec<NodeId> = self.tree.children(case).filter(|n| role(n) == Role::Value).collect();
        if !values.is_empty() || !self.traits.explicit_self {
            return values;
        }
        // Python: patterns stand before the body without a role.
        self.tree.children(case).filter(|n| role(n) == Role::None && !self.tree.kind(*n).is_block()).collect()
    }

    /// Names in a pattern are bound to (parts of) what is matched.
    fn capture(&mut self, pattern: NodeId, value: &Val) {
        match self.tree.kind(pattern) {
            Kind::Ident | Kind::Tuple | Kind::Array => self.assign(pattern, value.clone()),
            Kind::Str | Kind::Num | Kind::Member => {}
            _ => {
                let names: Vec<NodeId> =
                    (pattern..self.tree.node(pattern).end).filter(|n| self.tree.kind(*n) == Kind::Ident).collect();
                for name in names.into_iter().take(16) {
                    self.assign(name, Val::marked(value.all()));
                }
            }
        }
    }

    /// Which case a constant leads to: `Some(None)` none of them, `None` not known.
    fn chosen(&self, konst: &Konst, cases: &[NodeId]) -> Option<Option<usize>> {
        if matches!(konst, Konst::Unknown) {
            return None;
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
        let items = right.map(|n| self.eval(n));
        let mut exit: Option<Env> = None;
        for round in 0..MAX_ROUNDS {
            let start = self.env.clone();
            if kind != Kind::DoWhile || round > 0 {
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
                self.assign(left, element(items));
            }
            self.loops.push(Loop::default());
            if let Some(body) = body {
                self.eval(body);
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
        self.env = if endless { exit } else { join_env(exit, last) };
        if let Some(otherwise) = self.tree.child(node, Role::Else) {
            self.eval(otherwise);
        }
    }

    pub(super) fn jump(&mut self, is_break: bool) {
        let env = self.env.take();
        let target = self.loops.iter_mut().rev().find(|l| is_break || !l.is_switch);
        if let Some(target) = target {
            let slot = if is_break { &mut target.breaks } else { &mut target.continues };
            *slot = join_env(slot.take(), env);
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
        for part in body {
            value = self.eval(part);
        }
        let after = self.env.clone();
        // A handler may begin after any part of the body.
        let thrown = if may_throw { join_env(before, after.clone()) } else { None };
        for part in calm {
            value = self.eval(part);
        }
        let mut end = self.env.take();
        for catch in catches {
            self.env.clone_from(&thrown);
            if let Some(params) = self.tree.child(catch, Role::Params) {
                let clean = Val::default();
                self.assign(params, clean);
            }
            let parts: Vec<NodeId> =
                self.tree.children(catch).filter(|n| self.tree.node(*n).role != Role::Params).collect();
            for part in parts {
                let result = self.eval(part);
                value.join(&result);
            }
            end = join_env(end, self.env.take());
        }
        self.env = end;
        for part in finals {
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
        (node..self.tree.node(node).end).any(|n| {
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

    // ----------------------------------------------------------------------------------------- definitions, assignment

    /// `T x = value`.
    pub(super) fn define(&mut self, node: NodeId, value: Option<Val>) {
        let Some(name) = self.tree.child(node, Role::Name) else { return };
        // The size of an array of C.
        let sizes: Vec<NodeId> = self.tree.children(node).filter(|n| self.tree.node(*n).role == Role::Index).collect();
        for size in sizes {
            self.eval(size);
        }
        let declared = self.tree.child(node, Role::Type).map(|t| self.last_name(t).0);
        let mut value = match value {
            Some(value) => value,
            // A field without a value keeps what it had.
            None if self.tree.kind(name) == Kind::Ident && self.look_up(self.var(name)).is_some() => return,
            None => Val::default(),
        };
        if value.class.is_none() {
            value.class = declared;
        }
        if let Some(ty) = self.tree.child(node, Role::Type) {
            value.marks.clear(self.safe_type(ty));
        }
        self.assign_from(name, value, Some(node));
    }

    /// `left = value`, taking patterns apart.
    pub(super) fn assign(&mut self, left: NodeId, value: Val) {
        self.assign_from(left, value, None);
    }

    fn assign_from(&mut self, left: NodeId, mut value: Val, whole: Option<NodeId>) {
        if self.depth >= MAX_DEPTH {
            return;
        }
        if matches!(self.tree.kind(left), Kind::Tuple | Kind::Array | Kind::Object) && self.at.contains_key(&left) {
            self.target_marks(left, &mut value);
        }
        match self.tree.kind(left) {
            Kind::Tuple | Kind::Array | Kind::Params => {
                let parts: Vec<NodeId> = self.tree.children(left).collect();
                self.depth += 1;
                for (at, part) in parts.iter().enumerate() {
                    let piece = match self.tree.kind(*part) {
                        Kind::Spread | Kind::RestParam => Val::marked(value.all()),
                        _ => value.part(Some(&Key::Index(i64::try_from(at).unwrap_or(i64::MAX)))),
                    };
                    self.assign_from(*part, piece, whole);
                }
                self.depth -= 1;
                return;
            }
            Kind::Object | Kind::Dict => {
                let parts: Vec<NodeId> = self.tree.children(left).collect();
                self.depth += 1;
                for part in parts {
                    let key = self.tree.child(part, Role::Key).or_else(|| self.tree.child(part, Role::Name));
                    let target = self.tree.child(part, Role::Value).or(key);
                    let piece = match key {
                        Some(key) if self.tree.kind(part) == Kind::Pair => {
                            value.part(Some(&Key::Name(self.text(key).into())))
                        }
                        // `{ a }`, `{ a = 1 }`
                        None if self.tree.kind(part) == Kind::Ident => {
                            value.part(Some(&Key::Name(self.text(part).into())))
                        }
                        _ if self.tree.kind(part) == Kind::Assign => {
                            let name = self.tree.child(part, Role::Left).map(|n| self.text(n)).unwrap_or_default();
                            value.part(Some(&Key::Name(name.into())))
                        }
                        _ => Val::marked(value.all()),
                    };
                    if let Some(target) = target {
                        self.assign_from(target, piece, whole);
                    } else {
                        self.assign_from(part, piece, whole);
                    }
                }
                self.depth -= 1;
                return;
            }
            // `$key => $value` of a loop.
            Kind::Pair => {
                let (key, target) = (self.tree.child(left, Role::Key), self.tree.child(left, Role::Value));
                if let Some(key) = key {
                    self.assign_from(key, Val::marked(value.all()), whole);
                }
                if let Some(target) = target {
                    self.assign_from(target, value, whole);
                }
                return;
            }
            // A default: either the value or that.
            Kind::Assign => {
                let default = self.tree.child(left, Role::Right).map(|n| self.eval(n)).unwrap_or_default();
                value.join(&default);
                if let Some(target) = self.tree.child(left, Role::Left) {
                    self.assign_from(target, value, whole);
                }
                return;
            }
            Kind::VarDef => {
                let name = self.tree.child(left, Role::Name);
                if let Some(name) = name {
                    self.assign_from(name, value, Some(left));
                }
                return;
            }
            Kind::Param | Kind::RestParam | Kind::Spread => {
                if let Some(name) = self.param_name(left).or_else(|| self.tree.first_child(left))
                    && name != left
                {
                    self.assign_from(name, value, whole);
                }
                return;
            }
            Kind::Index | Kind::Member => {
                // The parts are evaluated for what they do and for sinks in them.
                if let Some(object) = self.tree.child(left, Role::Object) {
                    self.eval(object);
                }
                if let Some(index) = self.tree.child(left, Role::Index) {
                    self.eval(index);
                }
            }
            _ => {}
        }
        let span = whole.map_or(self.span(left), |n| self.span(n));
        let span = match self.tree.node(left).parent {
            parent if whole.is_none() && matches!(self.tree.kind(parent), Kind::Assign | Kind::AugAssign) => {
                self.span(parent)
            }
            _ => span,
        };
        value.marks.through(span, &mut self.steps);
        self.target_marks(left, &mut value);
        if let Some(place) = self.place(left) {
            self.store_field(left, &value);
            self.write(&place, value);
        }
    }

    /// Rules may speak of what is assigned to: a source that is a variable's name, a sink that is a property.
    fn target_marks(&mut self, left: NodeId, value: &mut Val) {
        let Some(marks) = self.at.get(&left) else { return };
        let sources: Vec<(u8, u32)> = marks.sources.iter().map(|(r, h, _)| (*r, *h)).collect();
        let sinks: Vec<(u8, u32)> = marks.sinks.iter().map(|(r, h, _)| (*r, *h)).collect();
        let clean = marks.sanitizers.iter().fold(0, |m, (r, _, _)| m | 1 << r);
        let parent = self.tree.node(left).parent;
        // Where the left side of an assignment is a source, it is the variable that is meant.
        if !matches!(self.tree.kind(left), Kind::Member | Kind::Index) {
            for (rule, hit) in sources {
                if clean & (1 << rule) == 0 {
                    self.add_source(rule, hit, value);
                }
            }
        }
        let _ = parent;
        for (rule, hit) in sinks {
            let all = value.all();
            self.record_sink(rule, hit, &all);
        }
        if clean != 0 {
            self.sanitize(value, clean);
        }
    }

    /// What is put into a field of the class is there for its other methods.
    fn store_field(&mut self, left: NodeId, value: &Val) {
        let Some(class) = self.class else { return };
        let name = match self.tree.kind(left) {
            Kind::Member => {
                let object = self.tree.child(left, Role::Object);
                let this =
                    object.is_some_and(|o| self.tree.kind(o) == Kind::Ident && super::run::is_this(self.text(o)));
                if !this {
                    return;
                }
                self.tree.child(left, Role::Name).map_or(Sym::NONE, |n| self.tree.node(n).sym)
            }
            Kind::Ident => match self.tree.def_of.get(&left) {
                Some(def) if self.is_field(*def) => self.tree.node(left).sym,
                _ if self.text(left).starts_with('@') => self.tree.node(left).sym,
                _ => return,
            },
            _ => return,
        };
        let key = super::run::field_key(class, name);
        if let Some(of) = value.class {
            self.field_classes.entry(key).or_insert(of);
        }
        let marks = value.all();
        if marks.is_empty() {
            return;
        }
        let func = self.func;
        let stores = self.stores.entry(key).or_default();
        match stores.iter_mut().find(|(f, _)| *f == func) {
            Some((_, there)) => there.join(&marks),
            None => stores.push((func, marks)),
        }
    }

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
