//! Effects of library functions of the third rank: elements that a function makes anew, counters, slices that are set.

use super::call::Arg;
use super::effects::held;
use super::library::{Effect, model};
use super::marks::Marks;
use super::run::Run;
use super::value::{Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

/// Most elements that a function makes anew one by one.
const MAX_ELEMENTS: usize = 16;

impl Run<'_> {
    /// What is known of these methods; `None` where it does not fit after all. Gives what the receiver becomes as well.
    pub(super) fn apply_rare(
        &mut self,
        effect: Effect,
        receiver: NodeId,
        object: &Val,
        args: &[Arg],
    ) -> Option<(Val, Val)> {
        let callee = self.tree.node(receiver).parent;
        let name = self.tree.child(callee, Role::Name).map_or("", |n| self.text(n)).to_owned();
        let mut changed = object.clone();
        match (effect, args) {
            // `insertElementAt(element, index)`
            (Effect::InsertBefore, [one, Arg { value: Val { konst: Konst::Int(at), .. }, .. }]) => {
                object.shape.as_ref()?.len?;
                changed.insert_at(*at, one.value.clone());
                Some((Val::default(), changed))
            }
            (Effect::InsertBefore, [one, ..]) => {
                changed.add_anywhere(&one.value);
                Some((Val::default(), changed))
            }
            // `list.replaceAll(x -> …)`, `map.replaceAll((k, v) -> …)`
            (Effect::EachAnew, [Arg { value: Val { func: Some(closure), .. }, .. }]) => {
                let shape = object.shape.as_ref().filter(|s| s.closed && object.marks.is_empty())?;
                if shape.parts.len() > MAX_ELEMENTS || !closure.or.is_empty() {
                    return None;
                }
                let node = self.funcs.get(closure.func as usize)?.node;
                for (key, part) in shape.parts.clone() {
                    let given = match shape.len {
                        Some(_) => vec![part],
                        None => vec![Val::of(super::library::key_konst(&key)), part],
                    };
                    let made = self.inline_function(node, &given);
                    changed.set(key, Val { func: None, ..made });
                }
                Some((Val::default(), changed))
            }
            // Counters: what is added, and whether the number before or after is given.
            (Effect::Count, _) => {
                let there = object.shape.as_ref().and_then(|s| s.parts.get(&held()))?.clone();
                let step = match (args, name.as_str()) {
                    ([], name) if name.contains("ncrement") => Some(1),
                    ([], name) if name.contains("ecrement") => Some(-1),
                    ([Arg { value: Val { konst: Konst::Int(n), .. }, .. }], _) => Some(*n),
                    _ => None,
                };
                let next = match (&there.konst, step) {
                    (Konst::Int(n), Some(step)) => n.checked_add(step).map_or(Konst::Unknown, Konst::Int),
                    _ => Konst::Unknown,
                };
                changed.set(held(), Val::of(next.clone()));
                let result = if name.starts_with("getAnd") { there } else { Val::of(next) };
                Some((result, changed))
            }
            // Another one where there is none: `Optional.or(() -> …)`.
            (Effect::Or, [other]) => {
                let shape = object.shape.as_ref().filter(|s| s.closed && object.marks.is_empty())?;
                match shape.len? {
                    0 => {
                        let closure = other.value.func.clone()?;
                        Some((self.call_closure(receiver, &closure, &[])?, changed))
                    }
                    _ => Some((object.clone(), changed)),
                }
            }
            _ => None,
        }
    }

    /// Whether a new counter or flag stays in the variable that it begins: each use of that is a call of which it is known
    /// what it does, in the same function.
    pub(super) fn is_counter(&self, made: NodeId) -> bool {
        let is_known = |name: &str| {
            matches!(name, "get" | "set" | "intValue" | "longValue")
                || matches!(name, "incrementAndGet" | "decrementAndGet" | "addAndGet")
                || matches!(name, "getAndIncrement" | "getAndDecrement" | "getAndAdd")
        };
        let inner = |node: NodeId| {
            let is_function = |n: &NodeId| matches!(self.tree.kind(*n), Kind::FuncDef | Kind::Lambda | Kind::ClassDef);
            self.tree.ancestors(node).find(is_function)
        };
        let var = self.tree.node(made).parent;
        let name = self.tree.child(var, Role::Name).filter(|_| self.tree.kind(var) == Kind::VarDef);
        let (Some(name), Some(function)) = (name, inner(made)) else { return false };
        let sym = self.tree.node(name).sym;
        self.tree.kind(function) == Kind::FuncDef
            && (function..self.tree.node(function).end)
                .filter(|n| *n != name && self.tree.kind(*n) == Kind::Ident && self.tree.node(*n).sym == sym)
                .all(|n| {
                    let member = self.tree.node(n).parent;
                    let called = self.tree.node(member).parent;
                    let method = self.tree.child(member, Role::Name).map_or("", |m| self.text(m));
                    self.tree.child(member, Role::Object) == Some(n)
                        && self.tree.child(called, Role::Callee) == Some(member)
                        && is_known(method)
                        && inner(n) == Some(function)
                })
    }

    /// Where all of a text is replaced, as `b.replace(0, b.length(), x)` does, nothing of it stays.
    pub(super) fn replaces_all(&self, receiver: NodeId, object: &Val, args: &[Arg]) -> bool {
        let [from, to, _] = args else { return false };
        let callee = self.tree.node(receiver).parent;
        let is_replace = self.tree.child(callee, Role::Name).is_some_and(|n| self.text(n) == "replace");
        let of = self.tree.child(to.node, Role::Callee).and_then(|c| self.tree.child(c, Role::Object));
        let length = self.tree.child(to.node, Role::Callee).and_then(|c| self.tree.child(c, Role::Name));
        let own = of.is_some_and(|of| self.tree.kind(of) == Kind::Ident && self.var(of) == self.var(receiver))
            && length.is_some_and(|n| self.text(n) == "length");
        let known = match (&to.value.konst, &object.konst) {
            (Konst::Int(n), Konst::Str(text)) => usize::try_from(*n).is_ok_and(|n| n >= text.chars().count()),
            _ => false,
        };
        is_replace && from.value.konst == Konst::Int(0) && (own || known)
    }

    /// `del l[1:]` and `l[1:] = x` of a list; false if its places are not known.
    pub(super) fn set_slice(&mut self, target: NodeId, new: Option<&Val>) -> bool {
        let (Some(object), Some(index)) = (self.tree.child(target, Role::Object), self.tree.child(target, Role::Index))
        else {
            return false;
        };
        if self.tree.kind(index) != Kind::Slice || !self.traits.explicit_self {
            return false;
        }
        let Some(place) = self.place(object) else { return false };
        let mut value = self.read(&place);
        let (before, behind) = (self.before_slice(&value, index), self.behind_slice(&value, index));
        match (before, behind, new.map(|n| (n, n.shape.as_ref().and_then(|s| s.len)))) {
            (Some(mut before), Some(behind), new) if new.as_ref().is_none_or(|(_, len)| len.is_some()) => {
                let added = new.map(|(new, len)| (0..len.unwrap_or(0)).map(|n| new.part(Some(&Key::Index(n)))));
                added.into_iter().flatten().for_each(|part| before.push(part));
                let count = behind.shape.as_ref().and_then(|s| s.len).unwrap_or(0);
                (0..count).for_each(|n| before.push(behind.part(Some(&Key::Index(n)))));
                value = Val { class: value.class, exact: value.exact, ..before };
            }
            (_, _, new) => {
                // Which elements are left at which places is not known.
                let all = Val::marked(value.all());
                value.add_anywhere(&all);
                if let Some((new, _)) = new {
                    value.add_anywhere(new);
                }
            }
        }
        self.write(&place, value);
        true
    }

    fn slice_ends(&self, index: NodeId) -> Option<(i64, Option<i64>)> {
        let text = self.text(index).trim_start_matches('[').trim_end_matches(']');
        let (from, to) = text.split_once(':')?;
        let number = |text: &str| -> Option<Option<i64>> {
            let text = text.trim();
            if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) }
        };
        Some((number(from)?.unwrap_or(0), number(to)?))
    }

    fn before_slice(&self, value: &Val, index: NodeId) -> Option<Val> {
        let (from, _) = self.slice_ends(index)?;
        value.elements(0, Some(from))
    }

    fn behind_slice(&self, value: &Val, index: NodeId) -> Option<Val> {
        match self.slice_ends(index)?.1 {
            Some(to) => value.elements(to, None),
            None => Some(Val::empty(true)),
        }
    }

    /// Marks come into what an argument names or points at.
    pub(super) fn pour(&mut self, marks: &Marks, target: NodeId) {
        if marks.is_empty() {
            return;
        }
        if let Some(place) = self.place(target) {
            let mut there = self.read(&place);
            let mut marks = marks.clone();
            marks.through(self.span(target), &mut self.steps);
            there.add_anywhere(&Val::marked(marks));
            self.mutate(&place, there);
        }
    }

    /// A chain of calls that each give their receiver: the change is one of the variable at its root.
    pub(super) fn write_through(&mut self, call: NodeId, value: Val) {
        let mut at = call;
        for _ in 0..64 {
            let Some(callee) = self.tree.child(at, Role::Callee) else { return };
            let Some(object) = self.tree.child(callee, Role::Object) else { return };
            let name = self.tree.child(callee, Role::Name).map_or(Sym::NONE, |n| self.tree.node(n).sym);
            if !matches!(model(value.class, name), Some(Effect::Append)) {
                return;
            }
            if self.tree.kind(object) == Kind::Call {
                at = object;
                continue;
            }
            if let Some(place) = self.place(object) {
                self.mutate(&place, value);
            }
            return;
        }
    }
}

impl Val {
    /// Takes a named part out; where there is none, what is given in its place.
    pub(super) fn remove_or(&mut self, key: &Key, other: Option<&Arg>) -> Self {
        let is_there = self.shape.as_ref().is_some_and(|s| s.parts.contains_key(key));
        let removed = self.remove(key);
        match other {
            Some(other) if !is_there => {
                let mut given = other.value.clone();
                given.marks.join(&removed.marks);
                given
            }
            _ => removed,
        }
    }
}

/// Where the elements begin, and before which they end, as constant arguments say.
pub(super) fn bounds(args: &[Arg]) -> Option<(i64, Option<i64>)> {
    let number = |arg: &Arg| match arg.value.konst {
        Konst::Int(n) => Some(n),
        _ => None,
    };
    match args {
        [] => Some((0, None)),
        [from] => Some((number(from)?, None)),
        [from, to] => Some((number(from)?, Some(number(to)?))),
        _ => None,
    }
}
