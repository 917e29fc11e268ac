//! Collections of constants that nothing changes: what is one of them is harmless.

use super::super::run::Run;
use super::super::value::{Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

impl Run<'_> {
    /// A collection of constants.
    pub(super) fn is_table(&self, node: NodeId, depth: u32) -> bool {
        match self.tree.kind(node) {
            Kind::Array | Kind::Tuple | Kind::Set => {
                let mut any = false;
                self.tree.children(node).all(|n| {
                    any = true;
                    // In a language in which tables are lists as well, what is looked for may be a key or a value.
                    let parts: Vec<NodeId> = match self.tree.kind(n) {
                        Kind::Pair => self.tree.children(n).collect(),
                        _ => vec![n],
                    };
                    parts.iter().all(|n| matches!(self.constant(*n), Konst::Str(_) | Konst::Int(_)))
                }) && any
            }
            Kind::Dict | Kind::Object => {
                let known = |n| self.tree.child(n, Role::Key).is_some_and(|k| self.constant(k) != Konst::Unknown);
                self.tree.first_child(node).is_some() && self.tree.children(node).all(known)
            }
            Kind::Ident if depth < 3 && !self.is_changed(self.tree.node(node).sym) => match self.set_to(node) {
                Some(value) => self.is_table(value, depth + 1),
                None => self.look_up(self.var(node)).is_some_and(|v| holds_constants(v, !self.functions_are_global)),
            },
            Kind::Call | Kind::New if depth < 3 => {
                let callee = self.tree.child(node, Role::Callee).or_else(|| self.tree.child(node, Role::Type));
                let makes = callee.is_some_and(|c| {
                    let text = self.text(c);
                    let last = text.rsplit(['.', ':']).next().unwrap_or(text);
                    matches!(
                        last.split('<').next().unwrap_or(last),
                        "of" | "asList"
                            | "frozenset"
                            | "set"
                            | "tuple"
                            | "list"
                            | "Set"
                            | "HashSet"
                            | "ArrayList"
                            | "listOf"
                            | "setOf"
                            | "copyOf"
                            | "unmodifiableSet"
                            | "unmodifiableList"
                            | "freeze"
                    )
                });
                let args = self.given(node);
                let constant = |n: &NodeId| {
                    matches!(self.constant(*n), Konst::Str(_) | Konst::Int(_)) || self.is_table(*n, depth + 1)
                };
                makes && !args.is_empty() && args.iter().all(constant)
            }
            _ => false,
        }
    }

    /// Whether something may be put into what a name means: all that is done with it in this file is not known to leave
    /// it as it is.
    fn is_changed(&self, name: Sym) -> bool {
        if let Some(known) = self.known_changes.borrow().get(&name) {
            return *known;
        }
        let written = self.tree.nodes.get(..self.tree.written as usize).unwrap_or(&[]);
        let changed = (0..)
            .zip(written)
            .any(|(id, node)| node.kind == Kind::Ident && node.sym == name && self.is_changed_at(id, node.parent));
        self.known_changes.borrow_mut().insert(name, changed);
        changed
    }

    fn is_changed_at(&self, id: NodeId, parent: NodeId) -> bool {
        let role = self.tree.node(id).role;
        let above = self.tree.node(parent).parent;
        match self.tree.kind(parent) {
            Kind::Member if role == Role::Object => {
                let is_call = self.tree.kind(above) == Kind::Call && self.tree.node(parent).role == Role::Callee;
                let reads = self.tree.child(parent, Role::Name).is_some_and(|n| {
                    matches!(
                        self.text(n),
                        "contains"
                            | "includes"
                            | "has"
                            | "get"
                            | "keys"
                            | "values"
                            | "items"
                            | "indexOf"
                            | "Contains"
                            | "containsKey"
                            | "size"
                            | "length"
                            | "count"
                            | "index"
                            | "join"
                            | "map"
                            | "filter"
                            | "some"
                            | "find"
                            | "forEach"
                            | "entries"
                            | "isEmpty"
                            | "iterator"
                            | "stream"
                            | "toString"
                            | "copy"
                            | "getOrDefault"
                            | "test"
                            | "match"
                            | "matcher"
                            | "fullmatch"
                            | "search"
                            | "ContainsKey"
                    )
                });
                is_call && !reads || matches!(self.tree.kind(above), Kind::Assign | Kind::AugAssign)
            }
            Kind::Index if role == Role::Object => {
                matches!(self.tree.kind(above), Kind::Assign | Kind::AugAssign)
                    && self.tree.node(parent).role == Role::Left
                    || matches!(self.tree.kind(above), Kind::Ref | Kind::Unary | Kind::Other)
            }
            // Whoever is handed it may change it.
            Kind::Args => {
                let callee = self.tree.child(above, Role::Callee);
                !callee.is_some_and(|c| {
                    matches!(
                        self.text(c),
                        "in_array"
                            | "array_key_exists"
                            | "isset"
                            | "len"
                            | "count"
                            | "sorted"
                            | "set"
                            | "frozenset"
                            | "any"
                            | "all"
                            | "array_search"
                            | "implode"
                            | "list"
                            | "tuple"
                    )
                })
            }
            Kind::AugAssign | Kind::Ref | Kind::Spread => role == Role::Left || self.tree.kind(parent) == Kind::Ref,
            _ => false,
        }
    }
}

/// Whether all that a collection holds is known: what stands in it or, where these are what is looked for, its keys.
fn holds_constants(value: &Val, by_keys: bool) -> bool {
    value.marks.is_empty()
        && value.shape.as_ref().is_some_and(|shape| {
            shape.closed
                && !shape.parts.is_empty()
                && shape.parts.iter().all(|(key, part)| {
                    by_keys && matches!(key, Key::Name(_)) || matches!(part.konst, Konst::Str(_) | Konst::Int(_))
                })
        })
}
