//! What is known of library methods: containers, builders and functions that give their argument on.
//!
//! The table is `models.txt`; names without a class hold for every receiver of which nothing else is known.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::call::Arg;
use super::fold;
use super::run::Run;
use super::value::{Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

/// What a library method does with a container or builder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Adds its last argument at the end (`add(x)`) or, of two, at a place (`add(1, x)`).
    Push,
    /// Adds every element of its argument.
    Extend,
    /// Sets a named part: `put(k, v)`.
    Put,
    /// Gives a part: `get(k)`, `get(k, default)`.
    Get,
    /// Takes a part out and gives it: `remove(0)`, `pop("k")`; without argument the last.
    Remove,
    /// Takes the first out and gives it.
    Shift,
    /// The first element.
    First,
    /// The last element.
    Last,
    /// Empties.
    Clear,
    /// Text goes to the end of a builder, which is also the result.
    Append,
    /// Hands each element to a function; the result holds what that gives.
    Each,
    /// A new, empty container.
    NewList,
    /// A new, empty container of named parts.
    NewMap,
    /// The value itself.
    Same,
}

const EFFECTS: &[(&str, Effect)] = &[
    ("push", Effect::Push),
    ("extend", Effect::Extend),
    ("put", Effect::Put),
    ("get", Effect::Get),
    ("remove", Effect::Remove),
    ("shift", Effect::Shift),
    ("first", Effect::First),
    ("last", Effect::Last),
    ("clear", Effect::Clear),
    ("append", Effect::Append),
    ("each", Effect::Each),
    ("new-list", Effect::NewList),
    ("new-map", Effect::NewMap),
    ("same", Effect::Same),
];

/// Methods and classes by name, from `models.txt`.
pub(super) fn models() -> &'static FxHashMap<Sym, Effect> {
    static MODELS: OnceLock<FxHashMap<Sym, Effect>> = OnceLock::new();
    MODELS.get_or_init(|| {
        let mut out = FxHashMap::default();
        for line in include_str!("models.txt").lines() {
            let line = line.split('#').next().unwrap_or_default();
            let Some((effect, names)) = line.split_once(':') else { continue };
            if let Some((_, effect)) = EFFECTS.iter().find(|(n, _)| *n == effect.trim()) {
                out.extend(names.split_whitespace().map(|name| (Sym::new(name), *effect)));
            }
        }
        out
    })
}

impl Run<'_> {
    /// Applies what is known of a method; `None` where it does not fit after all.
    pub(super) fn apply(&mut self, effect: Effect, receiver: NodeId, object: &Val, args: &[Arg]) -> Option<Val> {
        let value = |n: usize| args.get(n).map(|a| a.value.clone()).unwrap_or_default();
        let is_list = object.shape.as_ref().is_some_and(|s| s.len.is_some());
        let is_map = object.shape.as_ref().is_some_and(|s| s.len.is_none());
        let mut changed = object.clone();
        let result = match effect {
            Effect::Push => match args {
                [one] => {
                    changed.push(one.value.clone());
                    Val::default()
                }
                // `add(index, element)`, `insert(0, x)`.
                [at, one] if is_list => {
                    match at.value.konst {
                        Konst::Int(n) => changed.insert_at(n, one.value.clone()),
                        _ => changed.add_anywhere(&one.value),
                    }
                    Val::default()
                }
                [_, ..] => {
                    args.iter().for_each(|a| changed.add_anywhere(&a.value));
                    changed.clone()
                }
                [] => return None,
            },
            Effect::Extend => {
                let other = value(0);
                match other.shape.as_ref().and_then(|s| s.len) {
                    Some(len) if is_list => (0..len).for_each(|n| changed.push(other.part(Some(&Key::Index(n))))),
                    _ if other.shape.as_ref().is_some_and(|s| s.closed) => {}
                    _ => changed.add_anywhere(&other),
                }
                if let Some(shape) = &other.shape {
                    for (key, part) in shape.parts.iter().filter(|(k, _)| matches!(k, Key::Name(_))) {
                        changed.set(key.clone(), part.clone());
                    }
                }
                changed.clone()
            }
            Effect::Put => {
                let [key, item] = args else { return None };
                match key.value.konst.key() {
                    Some(key) => changed.set(key, item.value.clone()),
                    None => {
                        changed.add_anywhere(&item.value);
                        changed.marks.join(&key.value.all());
                    }
                }
                Val::default()
            }
            Effect::Get => {
                let [key, rest @ ..] = args else { return None };
                if object.shape.is_none() && object.marks.is_empty() {
                    return None;
                }
                // Methods of that name on other things take no key, or give something of their own.
                object.shape.as_ref()?;
                let mut part = object.part(key.value.konst.key().as_ref());
                if let [default] = rest {
                    part.join(&default.value);
                }
                return Some(part);
            }
            Effect::Remove => match args {
                [] if is_list => changed.remove_at(-1),
                [at] if is_list => match at.value.konst {
                    Konst::Int(n) => changed.remove_at(n),
                    // By value: which place that was is not known.
                    _ => {
                        let all = Val::marked(changed.all());
                        changed.add_anywhere(&all);
                        Val::default()
                    }
                },
                [key, ..] if is_map => match key.value.konst.key() {
                    Some(key) => changed.remove(&key),
                    None => object.part(None),
                },
                _ => return None,
            },
            Effect::Shift if is_list && args.is_empty() => changed.remove_at(0),
            Effect::First if is_list && args.is_empty() => return Some(object.part(Some(&Key::Index(0)))),
            Effect::Last if is_list && args.is_empty() => return Some(object.part(Some(&Key::Index(-1)))),
            Effect::Clear if args.is_empty() => {
                changed = Val { class: object.class, ..Val::empty(is_list) };
                Val::default()
            }
            Effect::Append => {
                if is_list && args.len() == 1 {
                    changed.push(value(0));
                } else {
                    let mut whole = object.clone();
                    args.iter().for_each(|a| whole.marks.join(&a.value.all()));
                    whole.konst = match (&object.konst, args) {
                        (Konst::Str(a), [one]) => match fold::text(&one.value.konst) {
                            Some(b) => Konst::string(&format!("{a}{b}")),
                            None => Konst::Unknown,
                        },
                        _ => Konst::Unknown,
                    };
                    changed = whole;
                }
                changed.clone()
            }
            Effect::Each if args.iter().any(|a| self.func_at.contains_key(&a.node)) => {
                let mut out = Val::default();
                args.iter().for_each(|a| out.add_anywhere(&a.value));
                out.marks.join(&object.all());
                return Some(out);
            }
            Effect::Same if args.is_empty() => return Some(object.clone()),
            _ => return None,
        };
        if let Some(place) = self.place(receiver) {
            let marks_before = object.marks.clone();
            if changed.marks != marks_before {
                let span = self.span(receiver);
                changed.marks.through(span, &mut self.steps);
            }
            self.write(&place, changed);
        } else if self.tree.kind(receiver) == Kind::Call {
            // `sb.append(a).append(b)`: the chain leads back to the variable.
            self.write_through(receiver, changed);
        }
        Some(result)
    }

    /// A chain of calls that each give their receiver: the change is one of the variable at its root.
    fn write_through(&mut self, call: NodeId, value: Val) {
        let mut at = call;
        for _ in 0..64 {
            let Some(callee) = self.tree.child(at, Role::Callee) else { return };
            let Some(object) = self.tree.child(callee, Role::Object) else { return };
            let name = self.tree.child(callee, Role::Name).map_or(Sym::NONE, |n| self.tree.node(n).sym);
            if models().get(&name) != Some(&Effect::Append) {
                return;
            }
            if self.tree.kind(object) == Kind::Call {
                at = object;
                continue;
            }
            if let Some(place) = self.place(object) {
                self.write(&place, value);
            }
            return;
        }
    }
}
