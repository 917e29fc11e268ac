//! Names that an object does not have itself (Python): `__getattr__`, and what the class has under a name that objects set.

use rustc_hash::FxHashSet;

use super::call::Arg;
use super::kept::Callee;
use super::library::{Effect, function};
use super::marks::{Marks, Mask};
use super::run::Run;
use super::value::{Konst, Val, Via};
use crate::tree::{Kind, NodeId, Role, Sym};

impl Run<'_> {
    /// What `__getattr__` gives for a name that a new object does not have; what a class itself has under a name that only
    /// objects of it set.
    pub(super) fn asked_for(&mut self, node: NodeId, object: &Val, name: NodeId) -> Option<Val> {
        if !self.traits.explicit_self || self.tree.node(node).role == Role::Callee {
            return None;
        }
        let sym = self.tree.node(name).sym;
        if object.made != 0 && object.exact {
            let class = object.class?;
            let node_of = self.classes.get(&class)?.node;
            let is_there = !self.methods(class, true, sym, &[]).is_empty() || self.is_constant_of(node_of, sym);
            return if is_there { None } else { self.special(node, object, "__getattr__", &[]) };
        }
        let of = self.tree.child(node, Role::Object).filter(|o| self.tree.kind(*o) == Kind::Ident)?;
        let class = self.classes.get(&self.tree.node(of).sym.0)?.node;
        if !self.is_constant_of(class, sym) {
            return None;
        }
        if self.set_outside.get_or_init(|| self.names_set_outside()).contains(&sym) {
            return None;
        }
        let konst = self.constant_of(class, sym).map(|v| self.constant(v)).filter(|k| *k != Konst::Unknown)?;
        Some(Val::of(konst))
    }

    /// `o[k] = v` where the class of the file says what that does.
    pub(super) fn set_item(&mut self, left: NodeId, value: &Val) -> bool {
        let (Some(object), Some(index)) = (self.tree.child(left, Role::Object), self.tree.child(left, Role::Index))
        else {
            return false;
        };
        let Some(place) = self.place(object).filter(|_| self.traits.explicit_self) else { return false };
        let of = self.read(&place);
        let Some(class) = of.class.filter(|c| self.classes.contains_key(c)) else { return false };
        let key = self.eval(index);
        let args = [key, value.clone()].map(|value| Arg { node: left, name: None, value, spread: false });
        let targets = self.methods(class, of.exact, Sym::new("__setitem__"), &args);
        if targets.is_empty() {
            return false;
        }
        let Some(outcome) = self.call_any(left, &targets, &args, Some(of)) else { return false };
        if let Some(changed) = outcome.this {
            self.write(&place, changed);
        }
        // What a class outside of the file does with the item, to which this one may leave it, is what all do.
        self.classes.get(&class).is_none_or(|c| c.bases.iter().all(|base| self.classes.contains_key(base)))
    }

    /// `o["k"]` of an object whose class stands in another file: what that says of it, if it says anything.
    pub(super) fn item_elsewhere(
        &mut self,
        node: NodeId,
        object: NodeId,
        value: &Val,
        index: NodeId,
        key: &Val,
    ) -> Option<Marks> {
        if !self.traits.explicit_self || !self.traits.must_import || value.shape.is_some() || value.marks.is_empty() {
            return None;
        }
        let is_container = |c: u64| matches!(function(Sym(c)), Some(Effect::NewMap | Effect::NewList));
        let given = match value.via {
            Some(Via::Call(call)) => self.calls.get(call as usize).is_some_and(|c| c.by_class),
            _ => false,
        };
        if !given && value.class.is_none_or(|c| self.classes.contains_key(&c) || is_container(c)) {
            return None;
        }
        let callee =
            Callee { class: value.class, via: value.via, bare: false, ..Callee::bare(Sym::new("__getitem__")) };
        let arg = Arg { node: index, name: None, value: key.clone(), spread: false };
        let marks = self.unknown(node, callee, Some((object, value)), &[arg], false).marks;
        // Where nothing is known of it, it is no call.
        if let Some(call) = self.known_call(node) {
            self.calls[call as usize].opaque = Mask::MAX;
        }
        Some(marks)
    }

    /// The names that something else than `self` is given: `Conf.name = x`, `cls.name = x`.
    fn names_set_outside(&self) -> FxHashSet<Sym> {
        let set = |n: NodeId| {
            let left = self.tree.child(n, Role::Left).filter(|_| self.tree.kind(n) == Kind::Assign)?;
            let (object, name) = (self.tree.child(left, Role::Object)?, self.tree.child(left, Role::Name)?);
            (self.text(object) != "self").then(|| self.tree.node(name).sym)
        };
        (0..self.tree.written).filter_map(set).collect()
    }

    fn is_constant_of(&self, class: NodeId, name: Sym) -> bool {
        self.constant_of(class, name).is_some()
    }

    /// The constant to which a class sets a name where it is defined.
    fn constant_of(&self, class: NodeId, name: Sym) -> Option<NodeId> {
        let bodies = self.tree.children(class).filter(|n| matches!(self.tree.kind(*n), Kind::ClassBody | Kind::Block));
        let mut members = bodies.flat_map(|b| self.tree.children(b)).filter_map(|m| match self.tree.kind(m) {
            Kind::ExprStmt => self.tree.first_child(m),
            _ => Some(m),
        });
        let is_it = |m: &NodeId| {
            self.tree.kind(*m) == Kind::Assign
                && self.tree.child(*m, Role::Left).is_some_and(|l| self.tree.node(l).sym == name)
        };
        let value = self.tree.child(members.find(is_it)?, Role::Right)?;
        matches!(self.tree.kind(value), Kind::Str | Kind::Num | Kind::Bool | Kind::Null).then_some(value)
    }
}
