//! Two names for one container, what writes into something else, and pointers.
//!
//! A container that has two names is two values here. When one of them changes and the other was equal to it until then,
//! the other changes alike: that is right whenever both are still one, and where they are not they differ.

use std::rc::Rc;

use super::marks::Marks;
use super::place::Place;
use super::run::Run;
use super::value::{Key, Val};
use crate::tree::{Kind, NodeId, Role};

/// Most names that one container has.
const MAX_NAMES: usize = 4;
/// How deep writers are looked for within writers.
const MAX_WRITERS: usize = 4;

/// What passes on to its first argument whatever is written to it.
const WRITERS: [&str; 19] = [
    "PrintWriter",
    "BufferedWriter",
    "OutputStreamWriter",
    "PrintStream",
    "BufferedOutputStream",
    "DataOutputStream",
    "ObjectOutputStream",
    "FilterOutputStream",
    "Formatter",
    "GZIPOutputStream",
    "DeflaterOutputStream",
    "ZipOutputStream",
    "DigestOutputStream",
    "GzipFile",
    "StreamWriter",
    "StringWriter",
    "TextIOWrapper",
    "writer",
    "DictWriter",
];

impl Run<'_> {
    /// `a = b`: from now on both may be one container; anything else that is assigned to `a` ends that.
    pub(super) fn name_again(&mut self, left: NodeId, right: Option<NodeId>, value: &Val) {
        if self.tree.kind(left) != Kind::Ident || self.own_field(left).is_some() {
            return;
        }
        let var = self.var(left);
        for other in self.names.remove(&var).unwrap_or_default() {
            if let Some(names) = self.names.get_mut(&other) {
                names.retain(|n| *n != var);
            }
        }
        self.writes_to.remove(&var);
        let Some(mut right) = right else { return };
        if self.functions_are_global {
            self.link(left, var, right);
        }
        while self.tree.kind(right) == Kind::Cast
            && let Some(inner) = self.tree.child(right, Role::Value).or_else(|| self.tree.children(right).last())
        {
            right = inner;
        }
        match self.tree.kind(right) {
            Kind::Ident if self.own_field(right).is_none() => {
                let other = self.var(right);
                if other == var || value.shape.is_none() && value.class.is_none() {
                    return;
                }
                for (one, two) in [(var, other), (other, var)] {
                    let names = self.names.entry(one).or_default();
                    if names.len() < MAX_NAMES && !names.contains(&two) {
                        names.push(two);
                    }
                }
                if let Some(target) = self.writes_to.get(&other).copied() {
                    self.writes_to.insert(var, target);
                }
            }
            // `p = &x`
            Kind::Ref => {
                if let Some(inner) = self.tree.child(right, Role::Value).or_else(|| self.tree.first_child(right))
                    && self.tree.kind(inner) == Kind::Ident
                    && self.own_field(inner).is_none()
                {
                    let target = self.var(inner);
                    self.pointers.insert(var, target);
                }
            }
            Kind::New | Kind::Call => {
                if let Some(target) = self.written_to(right) {
                    self.writes_to.insert(var, target);
                }
            }
            _ => {}
        }
    }

    /// `$a = &$b` (PHP): both are one variable from now on, for certain where that is not within a branch.
    fn link(&mut self, left: NodeId, var: u64, right: NodeId) {
        let of = self.tree.child(right, Role::Value).filter(|_| self.tree.kind(right) == Kind::Ref);
        let Some(of) = of.filter(|n| self.tree.kind(*n) == Kind::Ident) else { return };
        let other = self.var(of);
        self.unlink(var);
        if other == var {
            return;
        }
        let around = self
            .tree
            .ancestors(left)
            .find(|n| !matches!(self.tree.kind(*n), Kind::Assign | Kind::ExprStmt | Kind::Block));
        let certain = around.is_none_or(|n| matches!(self.tree.kind(n), Kind::FuncDef | Kind::Lambda | Kind::Program));
        for (one, two) in [(var, other), (other, var)] {
            let linked = self.linked.entry(one).or_default();
            if linked.len() < MAX_NAMES {
                linked.push((two, certain));
            }
        }
    }

    /// A variable means something of its own again.
    pub(super) fn unlink(&mut self, var: u64) {
        for (other, _) in self.linked.remove(&var).unwrap_or_default() {
            if let Some(linked) = self.linked.get_mut(&other) {
                linked.retain(|(n, _)| *n != var);
            }
        }
    }

    /// What is written to a variable is in those that are one with it.
    pub(super) fn write_linked(&mut self, var: u64) {
        let Some(linked) = self.linked.get(&var).cloned() else { return };
        let Some(value) = self.look_up(var).cloned() else { return };
        for (other, certain) in linked {
            let value = match (certain, self.look_up(other)) {
                (false, Some(there)) => {
                    let mut there = there.clone();
                    there.join(&value);
                    there
                }
                _ => value.clone(),
            };
            if let Some(env) = &mut self.env {
                Rc::make_mut(env).insert(other, value);
            }
        }
    }

    /// `new PrintWriter(new BufferedWriter(out))`: the variable behind it.
    fn written_to(&self, made: NodeId) -> Option<u64> {
        let mut at = made;
        for _ in 0..MAX_WRITERS {
            let ty = self.tree.child(at, Role::Type).or_else(|| self.tree.child(at, Role::Callee))?;
            let name = self.last_name(ty);
            if !WRITERS.iter().any(|w| crate::tree::Sym::new(w) == name) {
                return None;
            }
            let first = self.tree.children(self.tree.child(at, Role::Args)?).next()?;
            match self.tree.kind(first) {
                Kind::Ident => return Some(self.var(first)),
                Kind::New | Kind::Call => at = first,
                _ => return None,
            }
        }
        None
    }

    /// A container in this place has changed; so has what other names mean by it.
    pub(super) fn mutate(&mut self, place: &Place, value: Val) {
        let old = self.look_up(place.var).cloned();
        if let [Some(Key::Name(field))] = &place.path[..] {
            self.store_own(place.var, field, &value);
        }
        self.write_there(place, value);
        let Some(new) = self.look_up(place.var).cloned() else { return };
        self.follow(place.var, old, &new);
    }

    /// Changes other names alike.
    pub(super) fn follow(&mut self, var: u64, old: Option<Val>, new: &Val) {
        let Some(old) = old else { return };
        if let Some(names) = self.names.get(&var).cloned() {
            for name in names {
                if self.look_up(name).is_some_and(|there| *there == old)
                    && let Some(env) = &mut self.env
                {
                    Rc::make_mut(env).insert(name, new.clone());
                }
            }
        }
        if let Some(target) = self.writes_to.get(&var).copied()
            && target != var
        {
            self.write_into(target, &new.all());
        }
    }

    /// `foreach ($rows as &$row) { $row = x; }` (PHP): what the variable of the loop is set to is an element.
    pub(super) fn changed_by_reference(&mut self, left: NodeId, items: NodeId) {
        let target = self.tree.child(left, Role::Value).filter(|_| self.tree.kind(left) == Kind::Pair).unwrap_or(left);
        let name = self.tree.first_child(target).filter(|_| self.text(target).starts_with('&'));
        let (Some(name), Some(place)) = (name, self.place(items)) else { return };
        let Some(set) = self.look_up(self.var(name)).cloned() else { return };
        let mut changed = self.read(&place);
        changed.add_anywhere(&set);
        self.write(&place, changed);
    }

    /// `for (Entry e : map.entrySet()) { e.setValue(x); }`: it is in the map.
    pub(super) fn set_in_entry(&mut self, entry: NodeId, value: &Val) {
        let def = self.tree.def_of.get(&entry).and_then(|d| self.tree.defs.get(*d as usize));
        let Some(ident) = def.map(|d| d.ident).filter(|_| self.tree.kind(entry) == Kind::Ident) else { return };
        let Some(each) = self.tree.ancestors(ident).take(2).find(|n| self.tree.kind(*n) == Kind::ForEach) else {
            return;
        };
        let callee = self.tree.child(each, Role::Right).and_then(|call| self.tree.child(call, Role::Callee));
        let map = callee.and_then(|c| Some((self.tree.child(c, Role::Object)?, self.tree.child(c, Role::Name)?)));
        let Some((map, name)) = map else { return };
        if self.text(name) == "entrySet"
            && let Some(place) = self.place(map)
        {
            let mut changed = self.read(&place);
            changed.add_anywhere(value);
            self.write(&place, changed);
        }
    }

    /// What is written to a writer is in what it writes to.
    pub(super) fn write_into(&mut self, target: u64, marks: &Marks) {
        if marks.is_empty() {
            return;
        }
        let mut there = self.look_up(target).cloned().unwrap_or_default();
        there.add_anywhere(&Val::marked(marks.clone()));
        if let Some(env) = &mut self.env {
            Rc::make_mut(env).insert(target, there);
        }
    }

    /// A call of a method of a writer: whatever it is, its arguments are written.
    pub(super) fn written(&mut self, receiver: NodeId, args: &[super::call::Arg]) {
        let target = match self.tree.kind(receiver) {
            Kind::Ident => self.writes_to.get(&self.var(receiver)).copied(),
            // `new PrintWriter(out).println(x)`
            Kind::New => self.written_to(receiver),
            _ => None,
        };
        let Some(target) = target else { return };
        let mut marks = Marks::default();
        args.iter().for_each(|a| marks.join(&a.value.all()));
        marks.close();
        self.write_into(target, &marks);
    }
}
