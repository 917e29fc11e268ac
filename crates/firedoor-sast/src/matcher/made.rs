//! `new` of C++: arrays are types of their own, and braces hold arguments as brackets do.

use super::{Bound, Flow, Matcher, Next, State};
use crate::pattern::Op;
use crate::tree::{Kind, NodeId, Role};

/// Types of which nothing is constructed.
const PLAIN: [&str; 9] = ["bool", "char", "double", "float", "int", "long", "short", "signed", "unsigned"];

impl Matcher<'_> {
    /// `new $T(...)` is also `new char[n]`, where the type is `char[n]`, and `new Door{1}`.
    pub(super) fn made(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let ours = self.pattern.child(p, Role::Args);
        let wanted = ours.map_or(&[][..], |a| &self.pattern.node(a).children[..]);
        let ours_has_length = self.pattern.node(p).children.iter().any(|&c| self.pattern.node(c).role == Role::None);
        let length = self.tree.children(t).find(|&c| self.tree.node(c).role == Role::None);
        let ty = self.pattern.child(p, Role::Type);
        if let (Some(length), false, Some(ty)) = (length, ours_has_length, ty) {
            let (Op::Metavariable(name), Some(theirs)) = (&self.pattern.node(ty).op, self.tree.child(t, Role::Type))
            else {
                return Flow::Go;
            };
            let (start, end) = (self.tree.node(theirs).span.start, self.tree.node(length).span.end);
            let span = firedoor_core::Span { start, end };
            let hash = crate::tree::mix(self.tree.hash(theirs), self.tree.hash(length));
            let bound = Bound { name: *name, node: Bound::NO_NODE, span, hash, def: 0, import: 0, token: false };
            let mark = state.len();
            let flow = if state.bind(bound) { self.arguments(wanted, &[], state, k) } else { Flow::Go };
            state.undo(mark);
            return flow;
        }
        // `Door{1}` without the word makes a door, and `int{1}` is a number.
        let text = self.text(self.tree.node(t).span);
        let word = text.split(|c| !c.is_ascii_alphanumeric() && *c != b'_').next().unwrap_or_default();
        let plain = PLAIN.iter().any(|p| p.as_bytes() == word);
        match self.tree.child(t, Role::Args) {
            Some(args) if !plain && self.tree.kind(args) == Kind::Array && ours.is_some() => {
                let given: Vec<NodeId> = self.tree.children(args).collect();
                self.by_role(p, t, &[Role::Type], state, &mut |state| self.arguments(wanted, &given, state, k))
            }
            _ => self.record(p, t, state, k),
        }
    }
}
