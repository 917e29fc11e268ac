//! New objects: what constructors, list and map literals make of their arguments.

use super::call::Arg;
use super::library::{Effect, function, model};
use super::marks::Marks;
use super::run::{Callee, Run};
use super::value::{Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym, mix};

impl Run<'_> {
    pub(super) fn eval_new(&mut self, node: NodeId) -> Val {
        let ty = self
            .tree
            .child(node, Role::Type)
            .or_else(|| self.tree.children(node).find(|n| !matches!(self.tree.node(*n).role, Role::Args | Role::Body)));
        let name = ty.map_or(Sym::NONE, |n| self.last_name(n));
        // `new $class(…)`: which class it is may come from outside.
        if let Some(ty) = ty.filter(|t| self.text(*t).starts_with('$')) {
            self.eval(ty);
        }
        let args = self.arguments(node, &Val::default(), Sym::NONE);
        let bodies: Vec<NodeId> = self.tree.children(node).filter(|n| self.tree.kind(*n) == Kind::ClassBody).collect();
        if !bodies.is_empty() {
            let outer = self.class;
            self.class = Some(mix(1, u64::from(node)));
            self.class_bodies(&bodies);
            self.class = outer;
        }
        let mut everything = Marks::default();
        args.iter().for_each(|a| everything.join(&a.value.all()));
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
            Some(Effect::Same) if !local && args.len() == 1 => Val { class: None, ..args[0].value.clone() },
            _ if ty.is_some_and(|t| self.tree.kind(t) == Kind::ArrayType) && !args.is_empty() => {
                let mut list = Val::empty(true);
                args.iter().for_each(|a| list.push(a.value.clone()));
                list
            }
            _ if args.iter().any(|a| a.name.is_some()) && args.iter().all(|a| a.name.is_some()) => self.record(&args),
            _ => {
                let callee = Callee { name, class: Some(name.0), bare: false, new: true, module: None, property: None };
                self.unknown(node, callee, Marks::default(), &args, local)
            }
        };
        value.class = Some(class);
        value.exact = true;
        self.initialize(node, &mut value, &mut everything);
        self.last_call = (node, everything);
        value
    }

    /// `new C { A = v, … }`: the fields that are set where the object is made.
    fn initialize(&mut self, node: NodeId, value: &mut Val, everything: &mut Marks) {
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
            let key = match self.tree.child(arg.node, Role::Name) {
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
            [one] if one.value.shape.is_some() => one.value.clone(),
            [one] if matches!(one.value.konst, Konst::Int(_)) => Val::empty(false),
            _ => self.record(args),
        }
    }
}
