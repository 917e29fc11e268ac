//! What an ellipsis between statements passes over: statements in nested blocks, and which of these Semgrep takes for
//! expressions and does not look into.

use smallvec::SmallVec;

use super::Matcher;
use crate::tree::{Kind, NodeId, Role, flag};

impl Matcher<'_> {
    /// All statements below, those of nested blocks and of functions in expressions included, in order.
    pub(super) fn flatten(&self, ts: &[NodeId]) -> Vec<NodeId> {
        let mut flat = Vec::new();
        // Where what is seen ends, and whether statements are seen there at all.
        let mut around: SmallVec<[(NodeId, bool); 8]> = SmallVec::new();
        for &t in ts {
            let end = self.tree.node(t).end;
            around.clear();
            let mut at = t;
            while at < end {
                let node = self.tree.node(at);
                while around.last().is_some_and(|(end, _)| *end <= at) {
                    around.pop();
                }
                let seen = around.last().is_none_or(|(_, seen)| *seen);
                let parent = self.tree.kind(node.parent);
                let in_list = at == t || parent.is_block() || matches!(parent, Kind::ClassBody | Kind::Label);
                let is_branch = match node.role {
                    Role::Then | Role::Else => node.kind.is_statement() || parent == Kind::If,
                    Role::Body => {
                        node.kind.is_statement()
                            || parent == Kind::Case && self.pattern.language == firedoor_lang::Language::Rust
                    }
                    _ => false,
                };
                // What a condition of Go begins with, and what `using` of C# does.
                let begins = node.role == Role::Init
                    && match self.pattern.language {
                        firedoor_lang::Language::Go => matches!(parent, Kind::If | Kind::Switch),
                        firedoor_lang::Language::CSharp => parent == Kind::With,
                        _ => false,
                    };
                if seen && (in_list || is_branch || begins) && !node.kind.is_block() {
                    flat.push(at);
                }
                if let Some(change) = self.hides_statements(at, seen).filter(|hides| *hides == seen) {
                    around.push((node.end, !change));
                }
                at = if node.end == at + 1 { node.end } else { at + 1 };
            }
        }
        flat
    }

    /// Whether an ellipsis between statements does not see those below a node, because to Semgrep it is an expression
    /// there; `None` where that stays as it was.
    fn hides_statements(&self, t: NodeId, seen: bool) -> Option<bool> {
        use firedoor_lang::Language as L;
        let node = self.tree.node(t);
        let condition = matches!(node.kind, Kind::If | Kind::Switch | Kind::Try);
        match (self.pattern.language, node.kind) {
            // Functions within an expression are seen again.
            (L::Kotlin, Kind::Lambda) if !seen => Some(false),
            (L::Kotlin, _) if condition => Some(true),
            (L::Scala, Kind::For | Kind::ForEach | Kind::While | Kind::DoWhile | Kind::Lambda) => Some(true),
            (L::Scala, _) if condition => Some(true),
            (L::Rust, Kind::Lambda) => Some(true),
            (L::Rust, Kind::Block) if self.tree.kind(node.parent) == Kind::Case => Some(true),
            // A function that is an expression.
            (L::Java | L::CSharp | L::Php | L::Python, Kind::Lambda) => self
                .tree
                .child(t, Role::Body)
                .is_some_and(|b| self.tree.kind(b) != Kind::Block || self.tree.node(b).flags & flag::IMPLIED != 0)
                .then_some(true),
            // Classes and records within an expression.
            (_, Kind::ClassBody) if self.tree.kind(node.parent) == Kind::New => Some(true),
            (L::JavaScript | L::TypeScript | L::Tsx, Kind::Object) => Some(true),
            _ if condition
                && matches!(node.role, Role::Right | Role::Value)
                && matches!(self.tree.kind(node.parent), Kind::Assign | Kind::VarDef) =>
            {
                Some(true)
            }
            _ => None,
        }
    }
}
