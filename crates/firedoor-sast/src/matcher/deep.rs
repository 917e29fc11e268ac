//! Expressions somewhere within others: `a. ... .b` and `<... e ...>`.

use super::{Flow, Matcher, Next, State};
use crate::pattern::Op;
use crate::tree::{Kind, NodeId, Role, Sym, flag};

impl Matcher<'_> {
    /// `a. ... .b`: the object below any number of members and calls.
    pub(super) fn chain(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let Some(&object) = self.pattern.node(p).children.first() else { return Flow::Go };
        let mut at = Some(t);
        let plain =
            matches!(self.pattern.node(object).op, Op::Plain) && super::tells_optional_chains(self.pattern.language);
        let mut optional = false;
        while let Some(t) = at {
            if !(optional && plain) && self.expr(object, t, state, k) == Flow::Stop {
                return Flow::Stop;
            }
            let member = match self.tree.kind(t) {
                Kind::Call => self.tree.child(t, Role::Callee).unwrap_or(t),
                _ => t,
            };
            optional = self.tree.node(member).sym == Sym::new("?.");
            at = match self.tree.kind(t) {
                Kind::Member => self.tree.child(t, Role::Object),
                Kind::Call => match self.tree.child(t, Role::Callee) {
                    Some(callee) if self.tree.kind(callee) == Kind::Member => self.tree.child(callee, Role::Object),
                    _ => None,
                },
                _ => None,
            };
        }
        Flow::Go
    }

    /// `<... e ...>`: here and within.
    pub(super) fn deep(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        use firedoor_lang::Language as L;
        let language = self.pattern.language;
        let end = self.tree.node(t).end;
        // `f { ... }` of Scala: a block, which holds statements.
        let list = self.tree.node(self.tree.node(t).parent);
        if language == L::Scala && list.kind == Kind::Args && self.text(list.span).starts_with(b"{") {
            return Flow::Go;
        }
        let mut at = t;
        while at < end {
            let node = self.tree.node(at);
            // What holds statements to Semgrep: bodies, and a choice among cases in C# and PHP.
            let statements = match node.kind {
                Kind::Block => node.flags & flag::IMPLIED == 0 || super::assigns_by_operator(language),
                Kind::ClassBody => super::assigns_by_operator(language),
                Kind::Other if language == L::CSharp => node.sym == Sym::new("switch_expression"),
                Kind::Other if language == L::Php => node.sym == Sym::new("match_expression"),
                _ => false,
            };
            if at != t && matches!(node.role, Role::Name | Role::Key | Role::Type) && node.kind == Kind::Ident
                || statements && (at != t || node.kind == Kind::Other)
            {
                at = node.end;
                continue;
            }
            let defines = node.kind == Kind::VarDef && self.assigns_definitions() && {
                let inner = self.pattern.node(p);
                inner.kind == Kind::Assign && matches!(inner.op, Op::Plain)
            };
            if node.kind.is_statement() && !defines || matches!(node.kind, Kind::Args | Kind::Params) {
                at += 1;
                continue;
            }
            // Whether it matches here or not: what is bound here may be refused later on.
            if self.expr_at_root(p, at, state, k) == Flow::Stop {
                return Flow::Stop;
            }
            at = if self.options.go_deeper_expr { at + 1 } else { node.end };
        }
        Flow::Go
    }

    /// What an expression statement looks into: the value of an assignment, arguments, elements.
    pub(super) fn deep_implicit(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let mut stack = vec![t];
        while let Some(t) = stack.pop() {
            if self.expr_at_root(p, t, state, k) == Flow::Stop {
                return Flow::Stop;
            }
            if !self.options.go_deeper_expr {
                continue;
            }
            let from = stack.len();
            let node = self.tree.node(t);
            match node.kind {
                Kind::Assign | Kind::AugAssign => stack.extend(self.tree.child(t, Role::Right)),
                Kind::Call if self.pattern.language == firedoor_lang::Language::Bash => {
                    for child in self.tree.children(t) {
                        if self.tree.kind(child) == Kind::Args {
                            stack.extend(self.tree.children(child));
                        } else {
                            stack.push(child);
                        }
                    }
                }
                Kind::Other if self.pattern.language == firedoor_lang::Language::Bash => {
                    stack.extend(self.tree.children(t));
                }
                Kind::Call => {
                    stack.extend(self.tree.child(t, Role::Callee));
                    if let Some(args) = self.tree.child(t, Role::Args) {
                        for arg in self.tree.children(args) {
                            if self.tree.kind(arg) == Kind::KwArg {
                                stack.extend(self.tree.child(arg, Role::Value));
                            } else {
                                stack.push(arg);
                            }
                        }
                    }
                }
                Kind::Cast => stack.extend(self.tree.child(t, Role::Value)),
                // Operators are calls to Semgrep, and so are texts with parts.
                Kind::Binary if node.sym == Sym::new("<-") => {}
                Kind::Binary | Kind::Unary => stack.extend(self.tree.children(t)),
                Kind::Other if node.sym == Sym::new("non_null") => stack.extend(self.tree.first_child(t)),
                Kind::Template => {
                    stack.extend(self.tree.children(t).filter(|&c| self.tree.kind(c) != Kind::StrPart));
                }
                Kind::Await | Kind::Yield | Kind::Array | Kind::Tuple | Kind::Set | Kind::Dict | Kind::Object => {
                    stack.extend(self.tree.children(t))
                }
                Kind::Pair => stack.extend(self.tree.child(t, Role::Value)),
                Kind::Member => stack.extend(self.tree.child(t, Role::Object)),
                _ => {}
            }
            stack[from..].reverse();
        }
        Flow::Go
    }
}
