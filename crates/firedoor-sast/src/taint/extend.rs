//! Functions that are written for types declared elsewhere: `static T F(this S s)` of C#, `fun S.f()` of Kotlin.

use super::call::Arg;
use super::run::{Func, Run};
use super::value::{Key, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

impl Run<'_> {
    /// Whether a function is called on what it is written for; if so, how many of its parameters that takes.
    pub(super) fn extends(&self, func: &Func) -> Option<usize> {
        if !self.traits.extensions {
            return None;
        }
        if func.params.first().is_some_and(|p| self.text(*p).starts_with("this ")) {
            return Some(1);
        }
        self.extended(func.node, self.reads_property(func.node)).map(|_| 0)
    }

    /// The type that a function is written for: what stands before its name (Kotlin).
    pub(super) fn extended(&self, func: NodeId, property: Option<NodeId>) -> Option<u64> {
        let name = property.or_else(|| self.tree.child(func, Role::Name)).filter(|_| self.traits.extensions)?;
        let from = self.span(property.map_or(func, |name| self.tree.node(name).parent)).start as usize;
        let before = std::str::from_utf8(self.src.get(from..self.span(name).start as usize)?).ok()?;
        let of = before.strip_suffix('.')?.trim_end_matches('?');
        // `List<Row>.names`
        let of = match of.strip_suffix('>') {
            Some(generic) => &generic[..generic.find('<')?],
            None => of,
        };
        let word = of.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().filter(|w| !w.is_empty())?;
        Some(Sym::new(word).0)
    }

    /// `p.copy(name = "z")`: a record with some of its fields set anew (Kotlin).
    fn copied(&self, name: Sym, object: &Val, args: &[Arg]) -> Option<Val> {
        let is_copy = name == Sym::new("copy")
            && object.shape.as_ref().is_some_and(|s| s.len.is_none())
            && object.class.is_some_and(|c| self.classes.contains_key(&c));
        if !is_copy || args.iter().any(|a| a.name.is_none()) {
            return None;
        }
        let mut copy = object.clone();
        for arg in args {
            let text = self.tree.child(arg.node, Role::Name).map(|n| self.text(n))?;
            copy.set(Key::Name(text.into()), arg.value.clone());
        }
        Some(copy)
    }

    /// A call of such a function of the file; the only one of its name, because types are mostly not known.
    pub(super) fn call_extension(&mut self, node: NodeId, name: Sym, object: &Val, args: &[Arg]) -> Option<Val> {
        if !self.traits.extensions {
            return None;
        }
        if let Some(copy) = self.copied(name, object, args) {
            return Some(copy);
        }
        let named = self.by_name.get(&name)?;
        let mut fits = named.iter().copied().filter_map(|n| Some((n, self.extends(&self.funcs[n as usize])?)));
        let (func, taken) = fits.next().filter(|_| named.len() == 1)?;
        if taken == 0 {
            return self.call_any(node, &[func], args, Some(object.clone())).map(|outcome| outcome.ret);
        }
        let own = std::iter::once(Arg { node, name: None, value: object.clone(), spread: false });
        let rest = args.iter().cloned();
        let all: Vec<Arg> = own.chain(rest).collect();
        self.call_any(node, &[func], &all, None).map(|outcome| outcome.ret)
    }

    /// The two sides of `key to value` (Kotlin).
    pub(super) fn infix_pair(&self, node: NodeId) -> Option<(NodeId, NodeId)> {
        if self.tree.kind(node) != Kind::Binary {
            return None;
        }
        let mut sides = self.tree.children(node);
        let (first, last) = (sides.next()?, sides.last()?);
        let (from, to) = (self.span(first).end as usize, self.span(last).start as usize);
        (self.src.get(from..to)?.trim_ascii() == b"to").then_some((first, last))
    }
}
