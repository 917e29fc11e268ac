//! Places: what an expression means as something to assign to, and reading and writing there.

use std::rc::Rc;

use super::library::{Effect, model};
use super::marks::{Entry, Mark, Origin};
use super::run::{MAX_DEPTH, Run};
use super::value::{Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

/// Something that can be assigned to: a variable and the way into it.
pub(super) struct Place {
    pub(super) var: u64,
    /// `None`: a part that is not known.
    pub(super) path: Vec<Option<Key>>,
    /// It is no variable but a class or module of another file, whose variables the first keys name.
    pub(super) outer: Option<u64>,
}

/// What gives the only object of a class.
const ONLY: [&str; 8] =
    ["instance", "getInstance", "get_instance", "Instance", "shared", "sharedInstance", "getDefault", "get"];

/// Whether a function is called what gives the only object of a class.
pub(super) fn gives_only_object(name: Sym) -> bool {
    ONLY.iter().any(|only| Sym::new(only) == name)
}

impl Run<'_> {
    /// What an expression means as something to assign to.
    pub(super) fn place(&mut self, node: NodeId) -> Option<Place> {
        let mut path = Vec::new();
        let mut at = node;
        for _ in 0..MAX_DEPTH {
            match self.tree.kind(at) {
                Kind::Call => {
                    if let Some(var) = self.only_object(at) {
                        path.reverse();
                        return Some(Place { var, path, outer: None });
                    }
                    let (object, key) = self.given_part(at)?;
                    path.push(key);
                    at = object;
                }
                Kind::Deref if self.pointed(at).is_some() => {
                    path.reverse();
                    return self.pointed(at).map(|var| Place { var, path, outer: None });
                }
                Kind::Ident => {
                    if let Some(key) = self.own_field(at) {
                        path.push(Some(key));
                        path.reverse();
                        return Some(Place { var: Sym::new("this").0, path, outer: None });
                    }
                    path.reverse();
                    let outer = if path.is_empty() { None } else { self.elsewhere(at) };
                    return Some(Place { var: self.var(at), path, outer });
                }
                Kind::Member => {
                    let name = self.tree.child(at, Role::Name)?;
                    path.push(Some(Key::Name(self.text(name).into())));
                    at = self.tree.child(at, Role::Object)?;
                }
                Kind::Index => {
                    let index = self.tree.child(at, Role::Index)?;
                    path.push(self.constant(index).key());
                    at = self.tree.child(at, Role::Object)?;
                }
                Kind::Other if self.text(at).ends_with('!') => at = self.tree.first_child(at)?,
                Kind::Param | Kind::RestParam | Kind::VarDef | Kind::Other => at = self.tree.child(at, Role::Name)?,
                // `(this.all[name] = this.all[name] || []).push(x)`
                Kind::Assign | Kind::AugAssign => at = self.tree.child(at, Role::Left)?,
                Kind::Binary if matches!(self.operator(at), "||" | "??" | "or") => at = self.tree.first_child(at)?,
                Kind::Cast | Kind::Ref | Kind::Deref | Kind::Await | Kind::Spread => {
                    at = self.tree.child(at, Role::Value).or_else(|| self.tree.first_child(at))?;
                }
                _ => return None,
            }
        }
        None
    }

    pub(super) fn read(&self, place: &Place) -> Val {
        let mut value = self.look_up(place.var).cloned().unwrap_or_default();
        if self.func != 0
            && !place.path.is_empty()
            && let Some(key) = self.shared.get(&place.var)
            && self.env.as_ref().is_none_or(|env| env.get(&place.var).is_none())
            && let Some(mark) = self.table.known(Mark { origin: Origin::Field(*key), label: None })
        {
            value.marks.add(Entry { mark, path: [0; 2], mask: u64::MAX, step: 0 });
        }
        for key in &place.path {
            value = value.part(key.as_ref());
        }
        value
    }

    /// The class or module of another file that a name means.
    fn elsewhere(&self, ident: NodeId) -> Option<u64> {
        let name = self.tree.node(ident).sym;
        if let Some(module) = self.modules.get(&name) {
            return Some(module.0);
        }
        let is_type = self.text(ident).starts_with(|c: char| c.is_uppercase());
        let is_own = self.classes.contains_key(&name.0);
        (is_type && (is_own || !self.tree.def_of.contains_key(&ident))).then_some(name.0)
    }

    /// The variable that stands for the only object of a class: `Registry.instance()`.
    fn only_object(&self, call: NodeId) -> Option<u64> {
        let callee = self.tree.child(call, Role::Callee).filter(|c| self.tree.kind(*c) == Kind::Member)?;
        let (object, name) = (self.tree.child(callee, Role::Object)?, self.tree.child(callee, Role::Name)?);
        let args = self.tree.child(call, Role::Args);
        let fits = ONLY.contains(&self.text(name))
            && self.tree.kind(object) == Kind::Ident
            && self.text(object).starts_with(|c: char| c.is_uppercase())
            && args.is_none_or(|list| self.tree.first_child(list).is_none());
        fits.then(|| {
            crate::tree::mix(0x0b1e, crate::tree::mix(self.tree.node(object).sym.0, self.tree.node(name).sym.0))
        })
    }

    /// The object that a call gives each time is the one that it gave before.
    pub(super) fn same_object(&mut self, call: NodeId, value: Val) -> Val {
        let Some(var) = self.only_object(call) else { return value };
        if let Some(there) = self.look_up(var) {
            return there.clone();
        }
        if let Some(env) = &mut self.env {
            Rc::make_mut(env).insert(var, value.clone());
        }
        value
    }

    /// The variable that `*p` means, where that is known.
    pub(super) fn pointed(&self, deref: NodeId) -> Option<u64> {
        let inner = self.tree.child(deref, Role::Value).or_else(|| self.tree.first_child(deref))?;
        (self.tree.kind(inner) == Kind::Ident).then(|| self.pointers.get(&self.var(inner)).copied()).flatten()
    }

    /// A call that gives a part of what it is called on: `map.get("k")`, `order.getLines()`.
    fn given_part(&self, call: NodeId) -> Option<(NodeId, Option<Key>)> {
        let callee = self.tree.child(call, Role::Callee).filter(|c| self.tree.kind(*c) == Kind::Member)?;
        let (object, name) = (self.tree.child(callee, Role::Object)?, self.tree.child(callee, Role::Name)?);
        let list = self.tree.child(call, Role::Args)?;
        let mut args = self.tree.children(list);
        let first = args.next();
        let text = self.text(name);
        let Some(first) = first else {
            let rest = text.strip_prefix("get").filter(|r| r.starts_with(|c: char| c.is_uppercase()))?;
            let (head, tail) = rest.split_at(1);
            return Some((object, Some(Key::Name(format!("{}{tail}", head.to_lowercase()).into()))));
        };
        let gives = matches!(model(None, self.tree.node(name).sym), Some(Effect::Get | Effect::PutGet));
        (gives && args.count() <= 1).then(|| (object, self.constant(first).key()))
    }

    /// Assigns; a part that is not known makes it a possible change only.
    pub(super) fn write(&mut self, place: &Place, value: Val) {
        if place.path.is_empty() || self.names.is_empty() {
            self.write_there(place, value);
        } else {
            self.mutate(place, value);
        }
        if !self.linked.is_empty() {
            self.write_linked(place.var);
        }
    }

    pub(super) fn write_there(&mut self, place: &Place, value: Val) {
        let Some(env) = &mut self.env else { return };
        let env = Rc::make_mut(env);
        let value = if place.path.is_empty() {
            value
        } else {
            let root = match env.get(&place.var) {
                Some(root) => root.clone(),
                None => self.globals.get(&place.var).cloned().unwrap_or_default(),
            };
            with_part(root, &place.path, value)
        };
        if let (Some(of), [Some(Key::Name(first)), ..]) = (place.outer, &place.path[..]) {
            let key = super::run::field_key(of, Sym::new(first));
            let part = value.part(Some(&Key::Name(std::sync::Arc::clone(first))));
            env.insert(place.var, value);
            self.store(of, key, &part);
            return;
        }
        if let [Some(Key::Name(first)), _, ..] = &place.path[..] {
            // `this.rows[key] = v`
            let part = value.part(Some(&Key::Name(std::sync::Arc::clone(first))));
            env.insert(place.var, value);
            self.store_own(place.var, first, &part);
            return;
        }
        let shared = if self.func != 0 { self.shared.get(&place.var).copied() } else { None };
        let captured = || self.captured.get(&place.var).map(|(key, _)| *key);
        let shared = shared.or_else(captured);
        let Some(key) = shared else {
            env.insert(place.var, value);
            return;
        };
        env.insert(place.var, value.clone());
        self.store(self.file, key, &value);
    }
}

fn with_part(mut root: Val, path: &[Option<Key>], value: Val) -> Val {
    root.konst = Konst::Unknown;
    match path {
        [] => value,
        [None, ..] => {
            root.add_anywhere(&value);
            root
        }
        [Some(key), rest @ ..] => {
            let inner = if rest.is_empty() { value } else { with_part(root.part(Some(key)), rest, value) };
            root.set(key.clone(), inner);
            root
        }
    }
}
