//! Assignments: plain ones, compound ones, definitions with a value.

use firedoor_core::Span;

use super::{Flow, Matcher, Next, State};
use crate::pattern::Op;
use crate::tree::{Kind, NodeId, Role, Sym, flag};

/// The operator of a compound assignment from that of the operation.
fn compound(op: Sym) -> Sym {
    const OPS: [&str; 15] = ["+", "-", "*", "/", "%", "**", "&", "|", "^", "<<", ">>", ">>>", "&&", "||", "??"];
    OPS.iter().find(|o| Sym::new(o) == op).map_or(Sym::NONE, |o| Sym::new(&format!("{o}=")))
}

impl Matcher<'_> {
    /// `a = b`; also each pair of `a, c = b, d`.
    pub(super) fn assign(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let pattern = self.pattern.node(p);
        // `:=` in the pattern asks for `:=`.
        if pattern.flags & flag::IMPLIED != 0 && self.tree.node(t).flags & flag::IMPLIED == 0 {
            return Flow::Go;
        }
        if self.record(p, t, state, k) == Flow::Stop {
            return Flow::Stop;
        }
        let (Some(pl), Some(pr)) = (self.pattern.child(p, Role::Left), self.pattern.child(p, Role::Right)) else {
            return Flow::Go;
        };
        let (Some(left), Some(right)) = (self.tree.child(t, Role::Left), self.tree.child(t, Role::Right)) else {
            return Flow::Go;
        };
        if self.tree.kind(left) == Kind::Tuple
            && self.tree.kind(right) == Kind::Tuple
            && self.pattern.language != firedoor_lang::Language::Go
        {
            let (ls, rs): (Vec<_>, Vec<_>) = (self.tree.children(left).collect(), self.tree.children(right).collect());
            if ls.len() == rs.len() {
                for (l, r) in ls.into_iter().zip(rs) {
                    if self.expr(pl, l, state, &mut |state| self.expr(pr, r, state, k)) == Flow::Stop {
                        return Flow::Stop;
                    }
                }
            }
        }
        Flow::Go
    }

    /// `a = b` and `a += c`, which is `a = a + c`.
    pub(super) fn assign_vs_compound(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let (Some(pl), Some(pr)) = (self.pattern.child(p, Role::Left), self.pattern.child(p, Role::Right)) else {
            return Flow::Go;
        };
        let (Some(left), Some(right)) = (self.tree.child(t, Role::Left), self.tree.child(t, Role::Right)) else {
            return Flow::Go;
        };
        let value = self.pattern.node(pr);
        match (&value.op, &value.children[..]) {
            (Op::Metavariable(name), _) => self.expr(pl, left, state, &mut |state| self.bind_node(*name, t, state, k)),
            (Op::Ellipsis, _) => self.expr(pl, left, state, k),
            (Op::Deep, [inner]) => self.expr(pl, left, state, &mut |state| match self.deep(*inner, left, state, k) {
                Flow::Go => self.deep(*inner, right, state, k),
                Flow::Stop => Flow::Stop,
            }),
            (Op::Plain, [a, b]) if value.kind == Kind::Binary && self.tree.node(t).sym == compound(value.sym) => self
                .expr(pl, left, state, &mut |state| {
                    self.expr(*a, left, state, &mut |state| self.expr(*b, right, state, k))
                }),
            _ => Flow::Go,
        }
    }

    /// `a + b` and `a += b`, whose value is that.
    pub(super) fn operation_vs_compound(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let pattern = self.pattern.node(p);
        let (Some(left), Some(right)) = (self.tree.child(t, Role::Left), self.tree.child(t, Role::Right)) else {
            return Flow::Go;
        };
        match pattern.children[..] {
            [a, b] if self.tree.node(t).sym == compound(pattern.sym) => {
                self.expr(a, left, state, &mut |state| self.expr(b, right, state, k))
            }
            _ => Flow::Go,
        }
    }

    /// `a = b` and a definition of `a` with the value `b`.
    pub(super) fn assign_vs_definition(
        &self,
        p: u32,
        t: NodeId,
        state: &mut State,
        at_root: bool,
        k: Next<'_>,
    ) -> Flow {
        let (Some(pl), Some(pr)) = (self.pattern.child(p, Role::Left), self.pattern.child(p, Role::Right)) else {
            return Flow::Go;
        };
        let (Some(name), Some(value)) = (self.tree.child(t, Role::Name), self.tree.child(t, Role::Value)) else {
            return Flow::Go;
        };
        // `val (a, b) = c` of Scala defines each part.
        let apart = !matches!(self.tree.kind(name), crate::tree::Kind::Ident);
        if apart && self.pattern.language == firedoor_lang::Language::Scala {
            return Flow::Go;
        }
        let span = Span { start: self.tree.node(name).span.start, end: self.tree.node(value).span.end };
        self.expr(pl, name, state, &mut |state| {
            self.expr(pr, value, state, &mut |state| {
                if at_root {
                    state.span = Some(span);
                }
                k(state)
            })
        })
    }
}
