//! Lists, dictionaries and comprehensions as they are written.

use std::rc::Rc;

use super::marks::Marks;
use super::run::Run;
use super::value::{Key, Konst, Shape, Val};
use crate::tree::{Kind, NodeId, Role};

impl Run<'_> {
    pub(super) fn list(&mut self, node: NodeId) -> Val {
        let children: Vec<NodeId> = self.tree.children(node).collect();
        let mut out = Val::empty(true);
        for child in children {
            let value = self.eval(child);
            if matches!(self.tree.kind(child), Kind::Spread | Kind::HashSpread) {
                match value.shape.as_ref().and_then(|s| s.len) {
                    Some(len) => (0..len).for_each(|n| out.push(value.part(Some(&Key::Index(n))))),
                    None => out.add_anywhere(&value),
                }
            } else if self.tree.kind(child) == Kind::Pair {
                // PHP: a list and a dictionary in one.
                let key = self.tree.child(child, Role::Key).map_or(Konst::Unknown, |k| self.constant(k)).key();
                match key {
                    Some(key) => out.set(key, value),
                    None => out.add_anywhere(&value),
                }
            } else if let (Kind::KwArg, Some(name)) = (self.tree.kind(child), self.tree.child(child, Role::Name)) {
                // A tuple with named elements: they have places, too.
                out.push(value.clone());
                out.set(Key::Name(self.text(name).into()), value);
            } else {
                out.push(value);
            }
        }
        out
    }

    pub(super) fn dict(&mut self, node: NodeId) -> Val {
        let children: Vec<NodeId> = self.tree.children(node).collect();
        let mut out = Val { shape: Some(Rc::new(Shape { closed: true, ..Shape::default() })), ..Val::default() };
        if self.anonymous(&children, &mut out) {
            return out;
        }
        for child in children {
            match self.tree.kind(child) {
                Kind::Pair | Kind::KwArg => {
                    let key = self.tree.child(child, Role::Key).or_else(|| self.tree.child(child, Role::Name));
                    let mut keys = Marks::default();
                    let name = match key {
                        Some(key) if self.tree.kind(key) == Kind::Ident => match self.tree.kind(node) {
                            // `{a: 1}` names the key; in a dictionary it is an expression.
                            Kind::Object => Some(Key::Name(self.text(key).into())),
                            _ => {
                                let known = self.constant(key).key();
                                if known.is_none() {
                                    keys = self.eval(key).all();
                                }
                                known
                            }
                        },
                        Some(key) => {
                            let value = self.eval(key);
                            keys = value.all();
                            value.key()
                        }
                        None => None,
                    };
                    let value = self.eval(child);
                    match name {
                        Some(name) => out.set(name, value),
                        None => {
                            out.add_anywhere(&value);
                            // What is used as a key is there as one.
                            let all = super::library::keys_key();
                            let there = out.shape.as_ref().and_then(|s| s.parts.get(&all)).map(Val::all);
                            keys.join(&there.unwrap_or_default());
                            if !keys.is_empty() {
                                out.set(all, Val::marked(keys));
                            }
                        }
                    }
                }
                Kind::FuncDef | Kind::Lambda => {
                    let value = self.function_value(child);
                    if let Some(name) = self.tree.child(child, Role::Name) {
                        let value = Val { marks: super::marks::Marks::default(), ..value };
                        out.set(Key::Name(self.text(name).into()), value);
                    }
                }
                _ => {
                    let value = self.eval(child);
                    out.add_anywhere(&value);
                    if let Some(shape) = &value.shape {
                        for (key, part) in &shape.parts {
                            out.set(key.clone(), part.clone());
                        }
                    }
                }
            }
        }
        out
    }

    /// `new { A = x, b.C }` of C#, whose names and values stand beside one another.
    fn anonymous(&mut self, children: &[NodeId], out: &mut Val) -> bool {
        if !self.traits.integer_division || !self.traits.fall_through {
            return false;
        }
        let mut at = 0;
        while let Some(child) = children.get(at).copied() {
            at += 1;
            let next = children.get(at).copied();
            let between = next.and_then(|n| self.src.get(self.span(child).end as usize..self.span(n).start as usize));
            let is_named = between.is_some_and(|b| b.trim_ascii() == b"=");
            let name = match self.tree.kind(child) {
                Kind::Ident => child,
                Kind::Member => self.tree.child(child, Role::Name).unwrap_or(child),
                _ => return false,
            };
            let value = match next.filter(|_| is_named) {
                Some(next) => {
                    at += 1;
                    self.eval(next)
                }
                None => self.eval(child),
            };
            out.set(Key::Name(self.text(name).into()), value);
        }
        true
    }

    pub(super) fn comprehension(&mut self, node: NodeId) -> Val {
        let children: Vec<NodeId> = self.tree.children(node).collect();
        self.bind_clauses(&children);
        let mut gone_through = false;
        if let Some(list) = self.one_by_one(node, &children, &mut gone_through) {
            return list;
        }
        if gone_through {
            // The variable is left as one of the elements: what is checked of any of them is said again.
            self.bind_clauses(&children);
        }
        let mut out = Val::default();
        for child in children {
            if let (Kind::Pair, Some(key)) = (self.tree.kind(child), self.tree.child(child, Role::Key)) {
                // Keys and values are told apart, but not one value from another.
                let (key, value) = (self.eval(key), self.eval(child));
                out = Val { class: out.class, ..Val::empty(false) };
                out.add_anywhere(&value);
                out.set(super::library::keys_key(), Val::marked(key.all()));
            } else if !matches!(self.tree.kind(child), Kind::ForEach | Kind::If) {
                let value = self.eval(child);
                out.add_anywhere(&value);
            }
        }
        out
    }

    /// What the clauses of a comprehension bind and check.
    fn bind_clauses(&mut self, children: &[NodeId]) {
        // The clauses bind what the element, which stands before them, uses.
        for child in children {
            match self.tree.kind(*child) {
                Kind::ForEach => {
                    let right = self.tree.child(*child, Role::Right);
                    let items = right.map(|n| self.eval(n)).unwrap_or_default();
                    let items = right.map(|n| self.iterated(n, items.clone())).unwrap_or(items);
                    if let Some(left) = self.tree.child(*child, Role::Left) {
                        self.assign_each(left, &items);
                    }
                }
                Kind::If => {
                    let inner: Vec<NodeId> = self.tree.children(*child).collect();
                    for n in inner {
                        self.eval(n);
                        self.assume(Some(n), true);
                    }
                }
                _ => {}
            }
        }
    }

    /// `[f(x) for x in [a, b] if x]`, `{k: v for k, v in pairs}`: an element for each of a list whose elements are known.
    fn one_by_one(&mut self, node: NodeId, children: &[NodeId], gone_through: &mut bool) -> Option<Val> {
        let [element, clause, tests @ ..] = children else { return None };
        let key = self.tree.child(*element, Role::Key).filter(|_| self.tree.kind(*element) == Kind::Pair);
        let is_map = key.is_some();
        let fits = self.tree.kind(*clause) == Kind::ForEach && (is_map || !self.text(node).starts_with('{'));
        if !fits
            || !is_map && matches!(self.tree.kind(*element), Kind::Pair | Kind::ForEach | Kind::If)
            || tests.iter().any(|t| self.tree.kind(*t) != Kind::If)
        {
            return None;
        }
        let (left, right) = (self.tree.child(*clause, Role::Left)?, self.tree.child(*clause, Role::Right)?);
        let items = self.eval(right);
        let elements = self.known_elements(&items)?;
        let tests: Vec<NodeId> = tests.iter().flat_map(|t| self.tree.children(*t)).collect();
        let mut out = Val::empty(!is_map);
        *gone_through = true;
        for one in elements {
            self.assign(left, one);
            let mut stays = true;
            for test in &tests {
                let value = self.eval(*test);
                stays &= self.truth_of(&value)?;
                self.assume(Some(*test), true);
            }
            if !stays {
                continue;
            }
            match key {
                Some(key) => {
                    let key = self.eval(key).konst.key()?;
                    let value = self.eval(*element);
                    out.set(key, value);
                }
                None => {
                    let value = self.eval(*element);
                    out.push(value);
                }
            }
        }
        Some(out)
    }
}

/// Any element of a container.
pub(super) fn element(items: &Val) -> Val {
    let mut value = items.part(None);
    // The elements of a list of one kind keep what all of them have.
    if let Some(shape) = &items.shape {
        let mut parts = shape.parts.iter().filter(|(k, _)| matches!(k, Key::Index(_))).map(|(_, v)| v);
        if let Some(first) = parts.next() {
            let mut all = first.clone();
            parts.for_each(|p| all.join(p));
            value.shape = all.shape;
            value.func = all.func;
            value.class = all.class;
        }
    }
    value.konst = Konst::Unknown;
    value
}

/// What a call gets of an argument: of `**map` the keys are names of arguments, and no values.
pub(super) fn as_argument(kind: Kind, mut value: Val) -> Val {
    let keys = super::library::keys_key();
    if let Some(shape) = value.shape.as_mut().filter(|s| kind == Kind::HashSpread && s.parts.contains_key(&keys)) {
        Rc::make_mut(shape).parts.remove(&keys);
    }
    value
}
