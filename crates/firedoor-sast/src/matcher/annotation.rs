//! Annotations, which calls as patterns match as well.

use super::{Flow, Matcher, Next, State};
use crate::pattern::Op;
use crate::tree::{Kind, NodeId, Role};

impl Matcher<'_> {
    /// A call or name as a pattern, and an annotation.
    pub(super) fn expr_vs_annotation(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let Some(name) = self.tree.child(t, Role::Name) else { return Flow::Go };
        let mut span = self.tree.node(name).span;
        let args = self.tree.child(t, Role::Args);
        let pattern = self.pattern.node(p);
        if pattern.kind == Kind::Call && matches!(pattern.op, Op::Plain) {
            let (Some(callee), Some(arguments)) =
                (self.pattern.child(p, Role::Callee), self.pattern.child(p, Role::Args))
            else {
                return Flow::Go;
            };
            // What is called with types is no annotation.
            if self.pattern.child(p, Role::TypeParams).is_some() {
                return Flow::Go;
            }
            let ts: Vec<NodeId> = match args {
                Some(args) => {
                    span.end = self.tree.node(args).span.end;
                    self.tree.children(args).collect()
                }
                None => return Flow::Go,
            };
            let arguments = &self.pattern.node(arguments).children;
            return self.expr(callee, name, state, &mut |state| {
                self.arguments(arguments, &ts, state, &mut |state| {
                    state.span = Some(span);
                    k(state)
                })
            });
        }
        Flow::Go
    }
}
