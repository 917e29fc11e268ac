//! Definitions and assignments: patterns taken apart, fields and variables that others read.

use super::flow::Flow;
use super::library::keys_of;
use super::literal::element;
use super::marks::Marks;
use super::run::{MAX_DEPTH, Run};
use super::value::{Key, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

impl Run<'_> {
    /// A definition, with its value.
    pub(super) fn var_def(&mut self, node: NodeId) -> Val {
        let values: Vec<NodeId> = self.tree.children(node).filter(|n| self.tree.node(*n).role == Role::Value).collect();
        if let (None, [pattern, given]) = (self.tree.child(node, Role::Name), &values[..]) {
            // `var (a, b) = f()` of C#.
            let value = self.eval(*given);
            let names: Vec<NodeId> = self.tree.children(*pattern).collect();
            // A record is taken apart in the order of its fields.
            let record = value.shape.as_ref().is_some_and(|s| s.len.is_none());
            let class = value.class.filter(|_| record).and_then(|c| self.classes.get(&c)).map(|c| c.node);
            let fields: Vec<Key> = class
                .map_or_else(Vec::new, |c| self.record_fields(c).into_iter().map(|f| Key::Name(f.into())).collect());
            for (at, name) in names.into_iter().enumerate() {
                let key = fields.get(at).cloned().unwrap_or(Key::Index(i64::try_from(at).unwrap_or(i64::MAX)));
                self.assign(name, value.part(Some(&key)));
            }
            return value;
        }
        let value = values.first().map(|n| self.eval(*n));
        self.define(node, value.clone());
        self.define_accessors(node);
        if let (Some(name), Some(value)) = (self.tree.child(node, Role::Name), &value) {
            self.name_again(name, values.first().copied(), value);
        }
        if let Some(given) = values.first().copied().filter(|n| self.tree.kind(*n) == Kind::Call)
            && self.env.is_some()
        {
            self.ask_guards(given);
            self.passed(given);
        }
        value.unwrap_or_default()
    }

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

    pub(super) fn assign_from(&mut self, left: NodeId, mut value: Val, whole: Option<NodeId>) {
        if self.depth >= MAX_DEPTH {
            return;
        }
        if matches!(self.tree.kind(left), Kind::Tuple | Kind::Array | Kind::Object) && self.at.contains_key(&left) {
            self.target_marks(left, &mut value);
        }
        // The key of `list[i++]`, which is known only while it is evaluated.
        let mut computed = None;
        let mut of_object = None;
        match self.tree.kind(left) {
            Kind::Tuple | Kind::Array | Kind::Params => {
                if let Some(list) = self.in_order(&value) {
                    value = list;
                }
                let parts: Vec<NodeId> = self.tree.children(left).collect();
                self.depth += 1;
                let is_rest = |part: &NodeId| matches!(self.tree.kind(*part), Kind::Spread | Kind::RestParam);
                let rest = parts.iter().position(is_rest);
                let mut key = None;
                for (at, part) in parts.iter().enumerate() {
                    if self.tree.kind(*part) == Kind::Str && self.functions_are_global {
                        // `["a" => $x] = …`
                        key = self.constant(*part).key();
                        continue;
                    }
                    if let Some(key) = key.take() {
                        self.assign_from(*part, value.part(Some(&key)), whole);
                        continue;
                    }
                    let piece = match self.tree.kind(*part) {
                        // What the names behind it leave.
                        Kind::Spread | Kind::RestParam => {
                            let place = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
                            let behind = place(parts.len() - at - 1);
                            let to = (behind > 0).then_some(-behind);
                            value.elements(place(at), to).unwrap_or_else(|| Val::marked(value.all()))
                        }
                        // Behind such a name places count from the end.
                        _ if rest.is_some_and(|rest| at > rest) => {
                            value.part(Some(&Key::Index(-i64::try_from(parts.len() - at).unwrap_or(1))))
                        }
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
                let mut rest = value.clone();
                for part in parts {
                    if matches!(self.tree.kind(part), Kind::Spread | Kind::HashSpread | Kind::RestParam)
                        && rest.shape.is_some()
                    {
                        // `{ a, ...others }`: what the names before it leave.
                        self.assign_from(part, rest.clone(), whole);
                        continue;
                    }
                    let taken = match self.tree.kind(part) {
                        Kind::Pair => self.tree.child(part, Role::Key),
                        Kind::Assign => self.tree.child(part, Role::Left),
                        _ => Some(part),
                    };
                    if let Some(taken) = taken
                        && rest.shape.is_some()
                    {
                        rest.remove(&Key::Name(self.text(taken).into()));
                    }
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
            Kind::Index if self.tree.child(left, Role::Index).is_none() => {
                // `$list[] = $x`
                if let Some(place) = self.tree.child(left, Role::Object).and_then(|o| self.place(o)) {
                    let mut there = self.read(&place);
                    if there.shape.is_none() && there.marks.is_empty() {
                        there = Val::empty(true);
                    }
                    there.push(value);
                    self.write(&place, there);
                }
                return;
            }
            Kind::Index if self.set_slice(left, Some(&value)) => return,
            Kind::Index if self.tree.child(left, Role::Index).is_some_and(|i| self.text(i) == ":") => {
                // `list[:] = other`: all of its elements.
                if let Some(place) = self.tree.child(left, Role::Object).and_then(|o| self.place(o)) {
                    self.mutate(&place, value);
                }
                return;
            }
            Kind::Index | Kind::Member => {
                // The parts are evaluated for what they do and for sinks in them.
                of_object = self.tree.child(left, Role::Object).map(|object| self.eval(object).marks);
                if let Some(index) = self.tree.child(left, Role::Index) {
                    computed = self.eval(index).konst.key();
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
        // A part of what is tainted is tainted, also where it is written.
        if let Some(marks) = of_object {
            self.sinks_at(left, &marks);
        }
        self.target_marks(left, &mut value);
        if self.tree.kind(left) == Kind::Member && self.setter(left, &value)
            || self.tree.kind(left) == Kind::Index && self.set_item(left, &value)
        {
            return;
        }
        if let Some(mut place) = self.place(left) {
            if let (Kind::Index, Some(last @ None)) = (self.tree.kind(left), place.path.last_mut()) {
                *last = computed;
            }
            self.store_field(left, &value);
            self.write(&place, value);
        }
    }

    /// A record as the list of its fields, where it can be taken apart like one.
    fn in_order(&self, value: &Val) -> Option<Val> {
        let shape = value.shape.as_ref().filter(|s| s.len.is_none() && s.closed)?;
        let fields = self.record_fields(self.classes.get(&value.class?)?.node);
        let all = !fields.is_empty() && fields.iter().all(|f| shape.parts.contains_key(&Key::Name((*f).into())));
        all.then(|| {
            let mut list = Val::empty(true);
            fields.into_iter().for_each(|f| list.push(value.part(Some(&Key::Name(f.into())))));
            list
        })
    }

    /// What reaches the sinks that a node is.
    fn sinks_at(&mut self, node: NodeId, marks: &Marks) {
        let Some(here) = self.at.get(&node) else { return };
        let sinks: Vec<(u8, u32)> = here.sinks.iter().map(|(r, h, _)| (*r, *h)).collect();
        for (rule, hit) in sinks {
            self.record_sink(rule, hit, marks);
        }
    }

    /// Rules may speak of what is assigned to: a source that is a variable's name, a sink that is a property.
    pub(super) fn target_marks(&mut self, left: NodeId, value: &mut Val) {
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
    pub(super) fn store_field(&mut self, left: NodeId, value: &Val) {
        if self.hand_on(left, value) {
            return;
        }
        let Some(class) = self.class else { return };
        let name = match self.tree.kind(left) {
            Kind::Member => {
                let object = self.tree.child(left, Role::Object);
                let this =
                    object.is_some_and(|o| self.tree.kind(o) == Kind::Ident && super::language::is_this(self.text(o)));
                if !this {
                    return;
                }
                self.tree.child(left, Role::Name).map_or(Sym::NONE, |n| self.tree.node(n).sym)
            }
            Kind::Ident => match self.tree.def_of.get(&left) {
                Some(def) if self.is_field(*def) => self.tree.node(left).sym,
                _ if self.text(left).starts_with('@') => self.ivar(left),
                _ => return,
            },
            _ => return,
        };
        let key = super::run::field_key(class, name);
        if let Some(of) = value.class {
            self.field_classes.entry(key).or_insert(of);
        }
        if self.in_action(left) {
            self.action_funcs.insert(self.func);
        }
        self.store(class, key, value);
    }

    /// A function in a field of another object is there for the methods of its class.
    pub(super) fn store_foreign(&mut self, left: NodeId, value: &Val) {
        let (Some(object), Some(name)) = (self.tree.child(left, Role::Object), self.tree.child(left, Role::Name))
        else {
            return;
        };
        let of = self.eval(object);
        if let Some(class) = of.class.filter(|_| value.func.is_some()) {
            self.store(class, super::run::field_key(class, self.plain(name)), value);
        }
    }

    /// A container in a field of the object at hand has changed: what is in it is there for the other methods.
    pub(super) fn store_own(&mut self, var: u64, field: &str, value: &Val) {
        let func = self.frames.last().map_or(self.func, |f| f.func);
        let Some(class) = self.class.filter(|_| var == self.self_key(func)) else { return };
        // What was in it before says nothing.
        let is_own = |e: &super::marks::Entry, table: &super::marks::MarkTable| {
            matches!(table.get(e.mark).origin, super::marks::Origin::Param(_, super::marks::RECEIVER))
        };
        let flow = Flow::of(value).without(|e| is_own(e, &self.table));
        self.store_flow(class, super::run::field_key(class, Sym::new(field)), flow);
    }

    /// Keeps what some function puts where others find it.
    pub(super) fn store(&mut self, class: u64, key: u64, value: &Val) {
        self.store_flow(class, key, Flow::of(value));
    }

    fn store_flow(&mut self, class: u64, key: u64, flow: Flow) {
        if flow.is_empty() {
            return;
        }
        let func = self.func;
        self.store_classes.insert((class, key));
        let stores = self.stores.entry(key).or_default();
        match stores.iter_mut().find(|(f, _)| *f == func) {
            Some((_, there)) => there.join(&flow),
            None => stores.push((func, flow)),
        }
    }

    /// The variables of a loop over a container.
    pub(super) fn assign_each(&mut self, left: NodeId, items: &Val) {
        // A list whose length is not known any more has no names.
        let is_named = |key: &Key| matches!(key, Key::Name(_));
        let is_map = items.shape.as_ref().is_some_and(|s| s.len.is_none() && s.parts.keys().any(is_named));
        let one = element(items);
        let is_own = items.class.is_some_and(|c| self.classes.contains_key(&c));
        if self.traits.explicit_self && is_map && !is_own && items.shape.as_ref().is_some_and(|s| s.closed) {
            // A dictionary gives its keys.
            self.assign(left, keys_of(items));
            return;
        }
        match self.tree.kind(left) {
            Kind::Pair => {
                let (key, target) = (self.tree.child(left, Role::Key), self.tree.child(left, Role::Value));
                if let Some(key) = key {
                    self.assign(key, keys_of(items));
                }
                if let Some(target) = target {
                    self.assign(target, one);
                }
            }
            Kind::Tuple | Kind::Array
                if self.traits.channels || is_map && (!self.traits.must_import || !self.traits.explicit_self) =>
            {
                let parts: Vec<NodeId> = self.tree.children(left).collect();
                match parts[..] {
                    [key, target] => {
                        self.assign(key, keys_of(items));
                        self.assign(target, one);
                    }
                    _ => self.assign(left, one),
                }
            }
            // An entry of a dictionary (C#).
            Kind::VarDef if is_map && self.traits.fall_through && !self.traits.must_import => {
                let mut pair = Val::empty(false);
                pair.set(Key::Name("Key".into()), keys_of(items));
                pair.set(Key::Name("Value".into()), one);
                self.assign(left, pair);
            }
            _ => self.assign(left, one),
        }
    }
}
