//! Loops whose rounds constants count: they are gone through round by round.
//!
//! `for (i = 0; i < 3; i++)` ends with one value of each variable, not with any that some round may leave. A loop that is
//! not over soon, or whose condition is not known in some round, is left to the search for a stable state.

use super::run::{Env, Loop, Run, join_env};
use super::value::{Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

/// Most rounds of a loop that is counted.
const MAX_COUNTED: usize = 16;
/// Most nodes that all rounds together may have, those of loops within included.
const MAX_NODES: u32 = 1500;
/// The same for all loops of a file: what is behind them is to be looked at as well.
pub(super) const MAX_IN_FILE: u32 = 60_000;

impl Run<'_> {
    /// Goes through a loop round by round; false, with nothing changed, if its rounds are not known.
    pub(super) fn counted(&mut self, node: NodeId, items: Option<&Val>) -> bool {
        let size = self.tree.node(node).end - node;
        let part = |role| self.tree.child(node, role);
        let (Some(body), condition, update) = (part(Role::Body), part(Role::Cond), part(Role::Update)) else {
            return false;
        };
        let outermost = self.rounds_left.is_none();
        if outermost {
            self.rounds_left = Some(MAX_NODES);
        }
        let done = self.counted_within(node, body, condition, update, items, size);
        if outermost {
            self.rounds_left = None;
        }
        done
    }

    /// Whether something in a loop leaves several at once, and not by the name of one: that is left to the search for a
    /// stable state.
    fn leaves_several(&self, node: NodeId) -> bool {
        (node..self.tree.node(node).end).any(|n| {
            matches!(self.tree.kind(n), Kind::Break | Kind::Continue)
                && self.tree.first_child(n).is_some()
                && self.label_meant(n).is_none()
        })
    }

    /// The name of a loop: `outer: for (…) { … }`.
    pub(super) fn label_of(&self, node: NodeId) -> Option<Sym> {
        let around = self.tree.node(node).parent;
        let is_loop = matches!(self.tree.kind(node), Kind::For | Kind::ForEach | Kind::While | Kind::DoWhile);
        let name = self.tree.first_child(around).filter(|_| is_loop && self.tree.kind(around) == Kind::Label)?;
        (name != node).then(|| self.tree.node(name).sym).filter(|sym| *sym != Sym::NONE)
    }

    /// The loop around that `break outer` or `continue outer` means by its name.
    pub(super) fn label_meant(&self, jump: NodeId) -> Option<Sym> {
        let name =
            self.tree.first_child(jump).filter(|_| matches!(self.tree.kind(jump), Kind::Break | Kind::Continue))?;
        let sym = self.tree.node(name).sym;
        let outer =
            || self.tree.ancestors(jump).take_while(|n| !matches!(self.tree.kind(*n), Kind::FuncDef | Kind::Lambda));
        outer().any(|n| self.label_of(n) == Some(sym)).then_some(sym)
    }

    /// Takes the nodes of one round from what all rounds together may have.
    fn take(&mut self, size: u32) -> bool {
        match &mut self.rounds_left {
            Some(left) if *left >= size && self.rounds_in_file >= size => {
                *left -= size;
                self.rounds_in_file -= size;
                true
            }
            _ => false,
        }
    }

    fn counted_within(
        &mut self,
        node: NodeId,
        body: NodeId,
        condition: Option<NodeId>,
        update: Option<NodeId>,
        items: Option<&Val>,
        size: u32,
    ) -> bool {
        match (self.tree.kind(node), condition) {
            (Kind::ForEach, _) => self.each_of(node, body, size, items),
            (Kind::For | Kind::While | Kind::DoWhile, Some(test))
                if !matches!(self.tree.kind(test), Kind::Bool | Kind::Num) && size * 2 <= MAX_NODES =>
            {
                self.rounds(node, body, test, update, size)
            }
            (Kind::While, Some(_)) if size * 2 <= MAX_NODES => self.rounds_to_break(node, body, size),
            _ => false,
        }
    }

    /// `while (true)` that is left by a `break` of which every round says whether it is reached.
    fn rounds_to_break(&mut self, node: NodeId, body: NodeId, size: u32) -> bool {
        let breaks = (body..self.tree.node(body).end).any(|n| self.tree.kind(n) == Kind::Break);
        let test = self.tree.child(node, Role::Cond).map(|test| self.constant(test));
        if !breaks || self.leaves_several(node) || test.is_none_or(|konst| self.truth(&konst) != Some(true)) {
            return false;
        }
        let before = self.env.clone();
        for _ in 0..MAX_COUNTED {
            if !self.take(size) {
                break;
            }
            match self.round(body, None) {
                exit if self.env.is_none() => {
                    self.env = exit;
                    return true;
                }
                Some(_) => break,
                None => {}
            }
        }
        self.env = before;
        false
    }

    fn rounds(&mut self, node: NodeId, body: NodeId, test: NodeId, update: Option<NodeId>, size: u32) -> bool {
        let before = self.env.clone();
        let first = self.tree.kind(node) == Kind::DoWhile;
        if !first && self.is_long(test) {
            return false;
        }
        let mut exit: Option<Env> = None;
        for round in 0..=MAX_COUNTED {
            if !first || round > 0 {
                let value = self.eval(test);
                match self.truth(&value.konst) {
                    Some(false) => {
                        self.env = join_env(exit, self.env.take());
                        return true;
                    }
                    Some(true) if round < MAX_COUNTED && self.take(size) => {}
                    _ => break,
                }
            }
            if round == 0 && self.leaves_several(node) {
                break;
            }
            exit = self.round(body, exit);
            if self.env.is_none() {
                self.env = exit;
                return true;
            }
            if let Some(update) = update {
                self.eval(update);
            }
        }
        self.env = before;
        false
    }

    /// One round; gives what leaves the loop.
    fn round(&mut self, body: NodeId, exit: Option<Env>) -> Option<Env> {
        let label = self.label_of(self.tree.node(body).parent);
        self.loops.push(Loop { label, ..Loop::default() });
        self.eval(body);
        let done = self.loops.pop().unwrap_or_default();
        self.env = join_env(self.env.take(), done.continues);
        join_env(exit, done.breaks)
    }

    /// Whether a comparison of constants says that there are many rounds.
    fn is_long(&self, test: NodeId) -> bool {
        if self.tree.kind(test) != Kind::Binary {
            return self.constant(test) == Konst::Unknown && self.tree.kind(test) == Kind::Ident;
        }
        let mut sides = self.tree.children(test).filter(|n| self.tree.node(*n).role != Role::Op);
        match (sides.next().map(|n| self.constant(n)), sides.next().map(|n| self.constant(n))) {
            (Some(Konst::Int(a)), Some(Konst::Int(b))) => a.abs_diff(b) > 4 * MAX_COUNTED as u64,
            _ => false,
        }
    }

    /// The elements of a list, in their order.
    fn each_of(&mut self, node: NodeId, body: NodeId, size: u32, items: Option<&Val>) -> bool {
        let (Some(left), Some(items)) = (self.tree.child(node, Role::Left), items) else { return false };
        let Some(shape) = items.shape.as_ref().filter(|s| s.closed && items.marks.is_empty()) else { return false };
        let Some(len) = shape.len.filter(|len| *len <= MAX_COUNTED as i64) else { return false };
        let all = usize::try_from(len).is_ok_and(|len| shape.parts.len() == len);
        let ordered = self.tree.child(node, Role::Right).is_some_and(|n| match self.tree.kind(n) {
            Kind::Ident | Kind::Array | Kind::Tuple | Kind::Member => true,
            // `new String[] {"a", "b"}`
            Kind::New => self.tree.children(n).any(|list| self.tree.kind(list) == Kind::Array),
            Kind::Call => {
                self.tree.child(n, Role::Callee).is_some_and(|c| matches!(self.text(c), "range" | "zip" | "enumerate"))
            }
            _ => false,
        });
        // Where a loop may also go over keys, it is not known what it goes over.
        let values = self.traits.explicit_self || !self.traits.must_import && !self.traits.channels;
        if !all || !ordered || !values || len == 0 || self.tree.kind(left) == Kind::Pair {
            return false;
        }
        // It may grow while it is gone over.
        let over = self.tree.child(node, Role::Right).filter(|n| self.tree.kind(*n) == Kind::Ident);
        let named = over.map(|n| self.tree.node(n).sym);
        if named.is_some_and(|name| (body..self.tree.node(body).end).any(|n| self.tree.node(n).sym == name)) {
            return false;
        }
        if self.leaves_several(node) || !self.take(size.saturating_mul(u32::try_from(len).unwrap_or(u32::MAX))) {
            return false;
        }
        let mut exit: Option<Env> = None;
        for n in 0..len {
            let one = items.part(Some(&Key::Index(n)));
            self.assign(left, one);
            exit = self.round(body, exit);
            if self.env.is_none() {
                break;
            }
        }
        self.env = join_env(exit, self.env.take());
        true
    }
}
