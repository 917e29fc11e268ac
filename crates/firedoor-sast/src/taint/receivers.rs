//! Functions that run on an object that nobody writes in them: `D().apply { a = x }`, `block: Q.() -> Unit` (Kotlin);
//! and methods as values: `h.go`, `[$this, 'go']`.

use std::rc::Rc;

use super::call::Arg;
use super::run::Run;
use super::value::{Closure, Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

impl Run<'_> {
    /// `d.apply { … }`, `d.run { … }`, `with(d) { … }`: the block speaks of the fields of `d`.
    pub(super) fn scoped(&mut self, node: NodeId, callee: NodeId) -> Option<Val> {
        if !self.traits.extensions || !self.traits.implicit_return {
            return None;
        }
        let list = self.tree.child(node, Role::Args)?;
        let args: Vec<NodeId> = self.tree.children(list).collect();
        let (name, object, block) = match (self.tree.kind(callee), &args[..]) {
            (Kind::Member, [block]) => {
                (self.tree.child(callee, Role::Name)?, self.tree.child(callee, Role::Object)?, *block)
            }
            (Kind::Ident, [object, block]) => (callee, *object, *block),
            _ => return None,
        };
        let name = self.text(name);
        let is_scope = match self.tree.kind(callee) {
            Kind::Member => matches!(name, "apply" | "run"),
            _ => name == "with",
        };
        let func = self.func_at.get(&block).copied().filter(|_| is_scope)?;
        if !self.funcs[func as usize].params.is_empty() || self.by_name.contains_key(&Sym::new(name)) {
            return None;
        }
        let value = self.eval(object);
        let closure = Rc::new(Closure::clone(&*self.closure(func, self.env.clone())));
        let (ret, left) = self.call_on(node, &closure, &[], &value)?;
        if let (Some(left), Some(place)) = (&left, self.place(object)) {
            self.write(&place, left.clone());
        }
        let everything = value.all();
        let given = if name == "apply" { left.unwrap_or(value) } else { ret };
        self.last_call = (node, everything);
        Some(given)
    }

    /// `object : Listener { … }`: a new object of a class without a name.
    pub(super) fn eval_object(&mut self, node: NodeId) -> Option<Val> {
        let class = crate::tree::mix(1, u64::from(node));
        let bodies: Vec<NodeId> = self.tree.children(node).filter(|n| self.tree.kind(*n) == Kind::ClassBody).collect();
        let outer = self.class.replace(class);
        self.class_bodies(&bodies);
        self.class = outer;
        self.construct(node, class, &[])
    }

    /// The objects to which a class hands on what an interface of it declares: `class A(b: B) : B by b`.
    pub(super) fn handed_to(&self, class: u64, object: &Val) -> Vec<Val> {
        let Some(node) = self.classes.get(&class).filter(|_| self.traits.extensions).map(|c| c.node) else {
            return Vec::new();
        };
        let bases = self.tree.children(node).filter(|n| self.tree.node(*n).role == Role::Base);
        let by = bases.filter_map(|b| {
            let mut parts = self.tree.children(b).filter(|n| self.tree.kind(*n) == Kind::Ident);
            let (_, to) = (parts.next()?, parts.next()?);
            self.text(b).contains(" by ").then_some(to)
        });
        by.map(|to| object.part(Some(&Key::Name(self.text(to).into())))).collect()
    }

    /// A function on an object: what it gives, and what is left of the object.
    pub(super) fn call_on(
        &mut self,
        node: NodeId,
        closure: &Rc<Closure>,
        args: &[Arg],
        object: &Val,
    ) -> Option<(Val, Option<Val>)> {
        self.on_receiver.push(closure.func);
        let outcome = self.interpret(node, closure.func, args, Some(object.clone()), closure.env.as_ref());
        self.on_receiver.pop();
        outcome.map(|outcome| (outcome.ret, outcome.this))
    }

    /// Whether the code at hand stands in a function that runs on an object.
    pub(super) fn is_on_receiver(&self) -> bool {
        self.on_receiver.last().is_some_and(|f| self.frames.last().is_some_and(|frame| frame.func == *f))
    }

    /// `q.block()` where `block` is a parameter that holds a function.
    pub(super) fn call_parameter(
        &mut self,
        node: NodeId,
        name: Sym,
        object: &Val,
        args: &[Arg],
    ) -> Option<(Val, Option<Val>)> {
        if !self.traits.extensions || !self.traits.implicit_return {
            return None;
        }
        let func = self.frames.last().map_or(self.func, |f| f.func);
        let info = self.funcs.get(func as usize)?;
        let at = info.names.iter().position(|n| *n == name)?;
        let param = self.param_name(*info.params.get(at)?)?;
        let closure = self.look_up(self.var(param))?.func.clone()?;
        self.call_on(node, &closure, args, object)
    }

    /// `object.method` that is not called: the method of that object as a value.
    pub(super) fn method_value(&mut self, member: NodeId, object: &Val, name: Sym) -> Option<Rc<Closure>> {
        let has = self.traits.channels
            || self.traits.must_import && !self.functions_are_global
            || self.traits.extensions && self.traits.fall_through;
        if !has || !self.by_name.contains_key(&name) || self.tree.node(member).role == Role::Callee {
            return None;
        }
        let class = object.class.filter(|c| self.classes.contains_key(c))?;
        self.method_of(class, object, name)
    }

    /// The only method of that name, with its object.
    pub(super) fn method_of(&mut self, class: u64, object: &Val, name: Sym) -> Option<Rc<Closure>> {
        let found = self.methods(class, object.exact, name, &[]);
        let [func] = found[..] else { return None };
        if self.is_getter(self.funcs[func as usize].node) {
            return None;
        }
        let closure = self.closure(func, None);
        Some(Rc::new(Closure { this: Some(Box::new(object.clone())), ..Closure::clone(&closure) }))
    }

    /// What PHP calls by a text or a pair: `'show'`, `[$this, 'show']`, `[self::class, 'show']`, `'A::show'`.
    pub(super) fn named_callable(&mut self, value: &Val) -> Option<Rc<Closure>> {
        if !self.functions_are_global || value.func.is_some() {
            return value.func.clone();
        }
        if let Konst::Str(name) = &value.konst {
            if let Some((class, name)) = name.split_once("::") {
                let class = Sym::new(class).0;
                return self.method_of(class, &Val { class: Some(class), ..Val::default() }, Sym::new(name));
            }
            let named = self.by_name.get(&Sym::new(name))?;
            let mut free = named.iter().copied().filter(|f| self.funcs[*f as usize].class.is_none());
            let func = free.next()?;
            return Some(self.closure(func, None));
        }
        let shape = value.shape.as_ref().filter(|s| s.len == Some(2) && s.parts.len() == 2)?;
        let (object, name) = (shape.parts.get(&Key::Index(0))?.clone(), shape.parts.get(&Key::Index(1))?);
        let Konst::Str(name) = &name.konst else { return None };
        let name = Sym::new(name);
        let named = match &object.konst {
            Konst::Str(class) => Some(Sym::new(class).0),
            _ => None,
        };
        let class = object.class.or(named).or(self.class)?;
        let found = self.method_of(class, &object, name)?;
        // What no text and no object of ours says is not known.
        (object.class.is_some() || named.is_some() || !object.marks.is_empty()).then_some(found)
    }
}
