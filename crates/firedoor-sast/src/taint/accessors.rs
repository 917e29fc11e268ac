//! Properties with bodies (C#, Kotlin): `string Full { get { return a + b; } }`, `val full: String get() = a + b`.
//!
//! What reads one is a function without parameters that is called by reading; what writes one runs where it is assigned to.

use std::rc::Rc;

use super::inline::Frame;
use super::run::Run;
use super::value::Val;
use crate::tree::{Kind, NodeId, Role, Sym};

impl Run<'_> {
    /// The name of the property that a node reads.
    pub(super) fn reads_property(&self, node: NodeId) -> Option<NodeId> {
        if !self.traits.extensions || self.tree.kind(node) != Kind::Other || self.tree.child(node, Role::Body).is_none()
        {
            return None;
        }
        let (property, is_whole) = self.property_of(node)?;
        // What only hands out the place behind it is no more than a field.
        let reads = self.text(node).starts_with("get") && !self.speaks_of_field(node);
        (reads && is_whole).then(|| self.tree.child(property, Role::Name)).flatten()
    }

    /// The property that an accessor belongs to, and whether that stands in a class.
    fn property_of(&self, accessor: NodeId) -> Option<(NodeId, bool)> {
        let mut around = self.tree.ancestors(accessor);
        let mut at = around.next()?;
        if self.tree.kind(at) == Kind::Other && self.tree.node(at).role == Role::Part {
            at = around.next()?;
        }
        let parent = self.tree.kind(self.tree.node(at).parent);
        (self.tree.kind(at) == Kind::VarDef).then_some((at, matches!(parent, Kind::ClassBody | Kind::Program)))
    }

    /// The place behind a property, that its accessors alone know.
    fn speaks_of_field(&self, accessor: NodeId) -> bool {
        let is_field = |n: NodeId| self.tree.kind(n) == Kind::Ident && self.text(n) == "field";
        (accessor..self.tree.node(accessor).end).any(is_field)
    }

    /// `string Full => a + b;`: no field that has a value.
    pub(super) fn is_computed(&self, def: NodeId) -> bool {
        if !self.traits.extensions || !self.traits.fall_through {
            return false;
        }
        let (Some(name), Some(value)) = (self.tree.child(def, Role::Name), self.tree.child(def, Role::Value)) else {
            return false;
        };
        let between = self.src.get(self.span(name).end as usize..self.span(value).start as usize);
        between.is_some_and(|text| text.windows(2).any(|w| w == b"=>"))
    }

    /// The accessors of a property are functions of their own.
    pub(super) fn define_accessors(&mut self, def: NodeId) {
        if !self.traits.extensions
            || !matches!(self.tree.kind(self.tree.node(def).parent), Kind::ClassBody | Kind::Program)
        {
            return;
        }
        let parts = self.tree.children(def).filter(|n| self.tree.node(*n).role == Role::Part);
        let all: Vec<NodeId> = parts.flat_map(|p| std::iter::once(p).chain(self.tree.children(p))).collect();
        for accessor in all {
            if let (Some(func), Some(env)) = (self.func_at.get(&accessor).copied(), &self.env) {
                self.nested.push((func, Rc::clone(env)));
            }
        }
    }

    /// A property of the object at hand, by its name alone.
    pub(super) fn own_property(&mut self, node: NodeId) -> Option<Val> {
        let class = self.class.filter(|_| self.traits.extensions)?;
        let name = self.tree.node(node).sym;
        let named = self.by_name.get(&name)?;
        let is_own =
            |f: &u32| self.funcs[*f as usize].class == Some(class) && self.is_getter(self.funcs[*f as usize].node);
        if !named.iter().any(is_own) {
            return None;
        }
        let this = self.own_self().unwrap_or_else(|| Val { class: Some(class), ..Val::default() });
        self.property(node, &this, name)
    }

    /// Assigns to a property whose class says what that does; whether it does.
    pub(super) fn set_property(&mut self, class: u64, object: &Val, name: &str, value: &Val) -> Option<Val> {
        let node = self.classes.get(&class).filter(|_| self.traits.extensions)?.node;
        let body = self.tree.children(node).find(|n| self.tree.kind(*n) == Kind::ClassBody)?;
        let is_it = |n: &NodeId| {
            self.tree.kind(*n) == Kind::VarDef && self.tree.child(*n, Role::Name).is_some_and(|n| self.text(n) == name)
        };
        let def = self.tree.children(body).find(is_it)?;
        let parts = self.tree.children(def).filter(|n| self.tree.node(*n).role == Role::Part);
        let mut all = parts.flat_map(|p| std::iter::once(p).chain(self.tree.children(p)));
        let sets = |n: &NodeId| self.text(*n).starts_with("set") || self.text(*n).starts_with("init");
        let setter = all.find(|n| self.tree.child(*n, Role::Body).is_some() && sets(n))?;
        if self.speaks_of_field(setter) || self.frames.len() > super::forms::MAX_COMPUTED {
            return None;
        }
        let body = self.tree.child(setter, Role::Body)?;
        let given = self.tree.children(setter).find(|n| self.tree.kind(*n) == Kind::Ident);
        let var = given.map_or(Sym::new("value").0, |n| self.var(n));
        let this_key = Sym::new("this").0;
        let this = self.look_up(this_key).cloned();
        let outer = self.class.replace(class);
        let env = Rc::make_mut(self.env.as_mut()?);
        env.insert(this_key, object.clone());
        env.insert(var, value.clone());
        self.frames.push(Frame::default());
        self.eval(body);
        let frame = self.frames.pop().unwrap_or_default();
        self.class = outer;
        self.env = super::run::join_env(frame.exit, self.env.take());
        let env = Rc::make_mut(self.env.as_mut()?);
        let left = env.get(&this_key).cloned();
        env.remove(&var);
        match this {
            Some(this) => env.insert(this_key, this),
            None => env.remove(&this_key),
        };
        left
    }
}
