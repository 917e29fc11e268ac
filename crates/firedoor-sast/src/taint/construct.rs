//! New objects: what constructors, list and map literals make of their arguments.

use super::call::Arg;
use super::kept::Callee;
use super::library::{Effect, function, model};
use super::marks::Marks;
use super::run::Run;
use super::value::{Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym, mix};

/// The class of the functions with which a promise is settled.
const SETTLE: &str = "\u{0}settle";

impl Run<'_> {
    pub(super) fn eval_new(&mut self, node: NodeId) -> Val {
        let ty = self
            .tree
            .child(node, Role::Type)
            .or_else(|| self.tree.children(node).find(|n| !matches!(self.tree.node(*n).role, Role::Args | Role::Body)));
        let name = ty.map_or(Sym::NONE, |n| self.named_class(n).unwrap_or_else(|| self.last_name(n)));
        // `new String[] {a, b}` is its list.
        if let Some(list) = self.tree.children(node).find(|n| {
            let is_array = ty.is_some_and(|t| self.tree.kind(t) == Kind::ArrayType);
            self.tree.kind(*n) == Kind::Array && (is_array || self.tree.node(*n).role != Role::Body)
        }) {
            let value = self.eval(list);
            self.last_call = (node, value.all());
            return value;
        }
        // `new $class(…)`: which class it is may come from outside.
        if let Some(ty) = ty.filter(|t| self.text(*t).starts_with('$')) {
            self.eval(ty);
        }
        if let Some(value) = self.promise(node, name) {
            return value;
        }
        let args = self.arguments(node, &Val::default(), Sym::NONE);
        let bodies: Vec<NodeId> = self.tree.children(node).filter(|n| self.tree.kind(*n) == Kind::ClassBody).collect();
        if !bodies.is_empty() {
            let outer = self.class;
            self.class = Some(mix(1, u64::from(node)));
            self.class_bodies(&bodies);
            self.class = outer;
        }
        let mut everything = self.all_given(node, &args);
        let class = if bodies.is_empty() { name.0 } else { mix(1, u64::from(node)) };
        if self.classes.contains_key(&class)
            && let Some(mut value) = self.construct(node, class, &args)
        {
            self.initialize(node, &mut value, &mut everything);
            self.last_call = (node, everything);
            return value;
        }
        let local = self.with_functions.contains(&name.0);
        let mut value = match function(name).or_else(|| model(None, name)) {
            Some(Effect::NewList) if !local => self.new_list(&args),
            Some(Effect::NewMap) if !local => self.new_map(&args),
            Some(Effect::ListOf) if !local => {
                let mut list = Val::empty(true);
                args.iter().for_each(|a| list.push(a.value.clone()));
                list
            }
            Some(Effect::Same) if !local && args.len() == 1 => Val { class: None, ..args[0].value.clone() },
            _ if self.text(node).ends_with("[0]") => Val::empty(true),
            // An array in which nothing is yet, of which only the size is said.
            _ if self.text(node).ends_with(']') && self.traits.integer_division && self.traits.fall_through => {
                Val::empty(false)
            }
            _ if ty.is_some_and(|t| self.tree.kind(t) == Kind::ArrayType) && !args.is_empty() => {
                let mut list = Val::empty(true);
                args.iter().for_each(|a| list.push(a.value.clone()));
                list
            }
            _ if args.iter().any(|a| a.name.is_some()) && args.iter().all(|a| a.name.is_some()) => self.record(&args),
            // A number to begin with.
            _ if matches!(
                ty.map_or("", |t| self.text(t)).rsplit('.').next(),
                Some("AtomicInteger" | "AtomicLong" | "AtomicBoolean")
            ) && self.is_counter(node) =>
            {
                let begin = match (args.first(), name == Sym::new("AtomicBoolean")) {
                    (Some(given), _) => given.value.clone(),
                    (None, true) => Val::of(Konst::Bool(false)),
                    (None, false) => Val::of(Konst::Int(0)),
                };
                let mut value = Val::empty(false);
                value.set(super::effects::held(), begin);
                value
            }
            // A text to begin with.
            _ if name == Sym::new("StringBuilder") || name == Sym::new("StringBuffer") => {
                let text = args.first().map_or_else(|| Val::of(Konst::string("")), |a| a.value.clone());
                Val {
                    konst: if let Konst::Str(_) = text.konst { text.konst } else { Konst::Unknown },
                    ..Val::marked(text.marks)
                }
            }
            _ => self.unknown(node, Callee::new(name, name.0), None, &args, local),
        };
        value.class = Some(class);
        value.exact = true;
        if value.shape.is_some() {
            self.filled_at_once(&bodies, &mut value);
        }
        self.initialize(node, &mut value, &mut everything);
        self.last_call = (node, everything);
        value
    }

    /// `new $class(…)`, `new static(…)`: the class that is meant, where that is known (PHP).
    fn named_class(&mut self, ty: NodeId) -> Option<Sym> {
        if !self.functions_are_global {
            // `new TABLE[kind]()`
            let is_value = match self.tree.kind(ty) {
                Kind::Ident => self.look_up(self.var(ty)).is_some(),
                kind => kind == Kind::Index && self.traits.must_import,
            };
            return match if is_value { self.eval(ty) } else { Val::default() }.konst {
                Konst::Class(class) => Some(Sym(class)),
                _ => None,
            };
        }
        match self.text(ty) {
            "self" => self.class.map(Sym),
            "static" => self.frames.iter().rev().find_map(|f| f.of).or(self.class).map(Sym),
            text if text.starts_with('$') => match self.constant(ty) {
                Konst::Str(name) => Some(Sym::new(name.rsplit('\\').next().unwrap_or(&name))),
                _ => None,
            },
            _ => None,
        }
    }

    /// `new HashMap<>() {{ put("a", x); }}`: what the initialiser of the anonymous class puts into it.
    fn filled_at_once(&mut self, bodies: &[NodeId], value: &mut Val) {
        let blocks = bodies.iter().flat_map(|b| self.tree.children(*b)).filter(|n| self.tree.kind(*n).is_block());
        let statements: Vec<NodeId> = blocks.flat_map(|b| self.tree.children(b)).collect();
        for statement in statements {
            let Some(call) = self.tree.first_child(statement).filter(|n| self.tree.kind(*n) == Kind::Call) else {
                continue;
            };
            let Some(callee) = self.tree.child(call, Role::Callee) else { continue };
            let name = self.tree.node(callee).sym;
            let args = self.arguments(call, &Val::default(), name);
            match (model(None, name), &args[..]) {
                (Some(Effect::Put), [key, item]) => match key.value.konst.key() {
                    Some(key) => value.set(key, item.value.clone()),
                    None => value.add_anywhere(&item.value),
                },
                (Some(Effect::Push), [one]) => value.push(one.value.clone()),
                (_, args) => args.iter().for_each(|a| value.add_anywhere(&a.value)),
            }
        }
    }

    /// `new Promise((resolve, reject) => …)`: whatever the function hands to what it is given.
    fn promise(&mut self, node: NodeId, name: Sym) -> Option<Val> {
        if name != Sym::new("Promise") {
            return None;
        }
        let list = self.tree.child(node, Role::Args)?;
        let maker = self.tree.children(list).next().filter(|n| self.func_at.contains_key(n))?;
        let settle = Val { class: Some(Sym::new(SETTLE).0), ..Val::default() };
        self.settled.push(Val::default());
        self.inline_function(maker, &[settle.clone(), settle]);
        self.settled.pop()
    }

    /// A call of what a promise is settled with.
    pub(super) fn settles(&mut self, callee: NodeId, args: &[Arg]) -> bool {
        let is_settle = !self.settled.is_empty()
            && self.look_up(self.var(callee)).is_some_and(|v| v.class == Some(Sym::new(SETTLE).0));
        if let (true, Some(settled), [value, ..]) = (is_settle, self.settled.last_mut(), args) {
            settled.join(&value.value);
        }
        is_settle
    }

    /// `new C { A = v, … }`: the fields that are set where the object is made.
    fn initialize(&mut self, node: NodeId, value: &mut Val, everything: &mut Marks) {
        if let Some(list) = self
            .tree
            .children(node)
            .find(|n| self.tree.kind(*n) == Kind::Array && self.tree.node(*n).role == Role::Body)
        {
            // `new Dictionary { { key, value }, … }`, `new List { a, b }`
            for entry in self.tree.children(list).collect::<Vec<_>>() {
                let given = self.eval(entry);
                everything.join(&given.all());
                let key = given.part(Some(&Key::Index(0))).konst.key();
                match (self.tree.kind(entry), key) {
                    (Kind::Array, Some(key)) => value.set(key, given.part(Some(&Key::Index(1)))),
                    (Kind::Array, None) => value.add_anywhere(&given),
                    _ => value.push(given),
                }
            }
        }
        let bodies = self.tree.children(node).filter(|n| self.tree.kind(*n) == Kind::Object);
        let entries: Vec<NodeId> = bodies.flat_map(|b| self.tree.children(b)).collect();
        for entry in entries {
            let (key, given) = match self.tree.kind(entry) {
                Kind::Assign => (self.tree.child(entry, Role::Left), self.tree.child(entry, Role::Right)),
                Kind::Pair => (self.tree.child(entry, Role::Key), self.tree.child(entry, Role::Value)),
                _ => (None, Some(entry)),
            };
            let Some(given) = given else { continue };
            let given = self.eval(given);
            everything.join(&given.all());
            // `["a"] = v`
            let constant = key
                .filter(|k| self.tree.kind(*k) == Kind::Other)
                .and_then(|k| self.tree.first_child(k))
                .and_then(|k| self.constant(k).key());
            if let Some(key) = constant {
                value.set(key, given);
                continue;
            }
            match key.filter(|k| self.tree.kind(*k) == Kind::Ident) {
                Some(key) => value.set(Key::Name(self.text(key).into()), given),
                None => value.add_anywhere(&given),
            }
        }
    }

    /// A record with named fields.
    pub(super) fn record(&mut self, args: &[Arg]) -> Val {
        let mut value = Val::empty(false);
        for arg in args {
            // The name of an argument, and not that of a member which is one.
            let name = self.tree.child(arg.node, Role::Name).filter(|_| arg.name.is_some());
            let key = match name {
                Some(name) if self.tree.kind(name) == Kind::Ident => Some(Key::Name(self.text(name).into())),
                Some(name) => self.constant(name).key(),
                None => None,
            };
            match key {
                Some(key) => value.set(key, arg.value.clone()),
                None => value.add_anywhere(&arg.value),
            }
        }
        value
    }

    pub(super) fn new_list(&mut self, args: &[Arg]) -> Val {
        match args {
            [one] if one.value.shape.is_some() => one.value.clone(),
            [] => Val::empty(true),
            // A capacity.
            [one] if matches!(one.value.konst, Konst::Int(_)) => Val::empty(true),
            _ => {
                let mut value = Val::default();
                args.iter().for_each(|a| value.add_anywhere(&a.value));
                value
            }
        }
    }

    pub(super) fn new_map(&mut self, args: &[Arg]) -> Val {
        match args {
            [] => Val::empty(false),
            [one] if one.value.shape.is_some() => map_of_pairs(&one.value).unwrap_or_else(|| one.value.clone()),
            [one] if matches!(one.value.konst, Konst::Int(_)) => Val::empty(false),
            // A copy of what is not known.
            [one] if one.name.is_none() && !one.value.marks.is_empty() => Val::marked(one.value.marks.clone()),
            _ => self.record(args),
        }
    }

    pub(super) fn base_of(&self, class: u64) -> Option<u64> {
        self.classes.get(&class)?.bases.first().copied()
    }

    /// A function of a class that is called without arguments.
    pub(super) fn call_static(&mut self, node: NodeId, class: u64, name: Sym) -> Option<Val> {
        let targets = self.methods(class, true, name, &[]);
        self.call_any(node, &targets, &[], None).map(|outcome| outcome.ret)
    }

    /// Another constructor of the object at hand.
    pub(super) fn construct_own(&mut self, node: NodeId, class: u64, args: &[Arg]) {
        let ctor = self.constructors(class, args);
        let this = self.own_self().unwrap_or_else(|| Val::empty(false));
        if let Some(outcome) = self.call_any(node, &ctor, args, Some(this))
            && let Some(left) = outcome.this
        {
            self.set_self(left);
        }
    }

    /// Whether a method is one that an interface of the file only declares: what stands for the interface is that method.
    pub(super) fn is_abstract(&self, class: Option<u64>, name: Sym) -> bool {
        let Some(class) = class.filter(|c| self.classes.contains_key(c)) else { return false };
        let all = self.by_name.get(&name).into_iter().flatten().map(|f| &self.funcs[*f as usize]);
        let mut own = all.filter(|f| f.class == Some(class));
        own.all(|f| self.tree.child(f.node, Role::Body).is_none())
    }

    /// The fields of a record in the order of its constructor: parameters of the class, else its declarations.
    pub(super) fn record_fields(&self, class: NodeId) -> Vec<&str> {
        let base = self.tree.children(class).find(|n| self.tree.node(*n).role == Role::Base);
        let inner =
            |n: NodeId| self.tree.first_child(n).filter(|i| !self.is_struct(n) && self.is_struct(*i)).unwrap_or(n);
        let made = self.tree.child(class, Role::Right).or(base.map(inner)).filter(|n| self.is_struct(*n));
        if let Some(mut made) = made {
            // A block behind it is a call of its own.
            while let Some(callee) = self.tree.child(made, Role::Callee).filter(|c| self.tree.kind(*c) == Kind::Call) {
                made = callee;
            }
            let args = self.tree.child(made, Role::Args);
            let names = args.into_iter().flat_map(|a| self.tree.children(a)).map(|n| self.text(n));
            return names.filter_map(|n| n.strip_prefix(':')).collect();
        }
        if self.tree.kind(class) == Kind::Assign {
            let args = self.tree.child(class, Role::Right).and_then(|c| self.tree.child(c, Role::Args));
            let fields = args.and_then(|a| self.tree.children(a).nth(1));
            let Some(fields) = fields else { return Vec::new() };
            let text = |n: NodeId| {
                let bytes = self.src.get(self.tree.content_span(n).range()).unwrap_or_default();
                std::str::from_utf8(bytes).unwrap_or_default()
            };
            return match self.tree.kind(fields) {
                Kind::Str => text(fields).split([' ', ',']).filter(|f| !f.is_empty()).collect(),
                _ => self.tree.children(fields).filter(|n| self.tree.kind(*n) == Kind::Str).map(text).collect(),
            };
        }
        if let Some(params) = self.tree.child(class, Role::Params) {
            return self.tree.children(params).filter_map(|p| self.param_name(p)).map(|n| self.text(n)).collect();
        }
        let bodies = self.tree.children(class).filter(|n| matches!(self.tree.kind(*n), Kind::ClassBody | Kind::Block));
        bodies
            .flat_map(|b| self.tree.children(b))
            .map(|m| if self.tree.kind(m) == Kind::ExprStmt { self.tree.first_child(m).unwrap_or(m) } else { m })
            .filter(|m| self.tree.kind(*m) == Kind::VarDef)
            .filter_map(|m| self.tree.child(m, Role::Name))
            .map(|n| self.text(n))
            .collect()
    }
}

/// What a list of pairs is as a map: `new Map([["a", x]])`, `dict([("a", x)])`.
pub(super) fn map_of_pairs(list: &Val) -> Option<Val> {
    let shape = list.shape.as_ref().filter(|s| s.len.is_some_and(|len| len > 0))?;
    let mut map = Val { marks: list.marks.clone(), ..Val::empty(false) };
    for pair in shape.parts.values() {
        if !super::library::is_pair(pair) {
            return None;
        }
        let (key, value) = (pair.part(Some(&Key::Index(0))), pair.part(Some(&Key::Index(1))));
        match key.konst.key() {
            Some(key) => map.set(key, value),
            None => map.add_anywhere(&value),
        }
    }
    Some(map)
}
