//! Words and commands of the shell, in scripts and in Dockerfiles.

use super::{Flow, Matcher, Next, State};
use crate::tree::{Kind, NodeId, Role};

impl Matcher<'_> {
    /// Whether it is a command of the shell that is more than one word, in a condition or joined to another.
    pub(super) fn is_longer_command(&self, t: NodeId) -> bool {
        let node = self.tree.node(t);
        let parent = self.tree.kind(node.parent);
        let is_command = parent == Kind::Binary || node.role == Role::Cond && parent == Kind::If;
        let bare = match node.kind {
            Kind::ExprStmt => self.tree.first_child(t).unwrap_or(t),
            _ => t,
        };
        let short = match self.tree.kind(bare) {
            Kind::Call => {
                let args = self.tree.child(bare, Role::Args);
                args.is_none_or(|args| self.tree.first_child(args).is_none())
            }
            Kind::Ident | Kind::Deref | Kind::Str | Kind::Template => true,
            _ => false,
        };
        is_command && !short
    }

    /// Whether it is a word of a command, which in a Dockerfile not all strings are.
    pub(super) fn is_word(&self, t: NodeId) -> bool {
        let call = self.tree.node(self.tree.node(t).parent).parent;
        self.pattern.language == firedoor_lang::Language::Bash
            || self.tree.kind(call) == Kind::Call
                && self.tree.child(call, Role::Callee).is_some_and(|c| {
                    let name = self.text(self.tree.node(c).span);
                    // Instructions are written in capitals.
                    name.iter().any(u8::is_ascii_lowercase)
                })
    }

    /// A command that begins with an ellipsis: all words in order.
    pub(super) fn words(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let mut ps: Vec<u32> = self.pattern.child(p, Role::Callee).into_iter().collect();
        if let Some(args) = self.pattern.child(p, Role::Args) {
            ps.extend(&self.pattern.node(args).children);
        }
        let mut ts: Vec<NodeId> = self.tree.child(t, Role::Callee).into_iter().collect();
        if let Some(args) = self.tree.child(t, Role::Args) {
            ts.extend(self.tree.children(args));
        }
        self.ordered(&ps, &ts, false, &|p, t, s, k| self.expr(p, t, s, k), state, k)
    }
}
