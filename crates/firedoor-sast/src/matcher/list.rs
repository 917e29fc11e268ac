//! Lists: arguments, parameters, elements in order and in any order.

use firedoor_core::Span;

use super::{Bound, Flow, Matcher, Next, State};
use crate::tree::{Kind, NodeId, Role, Sym, mix};

/// What compares one element.
type Compare<'c> = &'c dyn Fn(u32, NodeId, &mut State, Next<'_>) -> Flow;

impl Matcher<'_> {
    /// Binds a metavariable to a list of nodes.
    pub(super) fn bind_list(&self, name: Sym, list: &[NodeId], empty_at: u32, state: &mut State) -> bool {
        let hash = list.iter().fold(0x5e9, |h, &n| mix(h, self.tree.hash(n)));
        let span = match (list.first(), list.last()) {
            (Some(&first), Some(&last)) => {
                Span { start: self.tree.node(first).span.start, end: self.tree.node(last).span.end }
            }
            _ => Span { start: empty_at, end: empty_at },
        };
        let node = if list.len() == 1 { list[0] } else { Bound::NO_NODE };
        state.bind(Bound { name, node, span, hash, def: 0, import: 0, token: false })
    }

    /// Elements in order, with ellipses.
    pub(super) fn ordered(
        &self,
        ps: &[u32],
        ts: &[NodeId],
        less_ok: bool,
        compare: Compare<'_>,
        state: &mut State,
        k: Next<'_>,
    ) -> Flow {
        if !state.step() {
            return Flow::Stop;
        }
        let Some((&p, rest)) = ps.split_first() else {
            return if ts.is_empty() || less_ok { k(state) } else { Flow::Go };
        };
        if self.pattern.is_ellipsis(p) {
            if rest.is_empty() {
                return k(state);
            }
            for from in 0..=ts.len() {
                let mark = state.len();
                let mut bound_nothing = false;
                let flow = self.ordered(rest, &ts[from..], less_ok, compare, state, &mut |state| {
                    bound_nothing = state.len() == mark;
                    k(state)
                });
                state.undo(mark);
                // Nothing was bound, so any later position gives the same.
                if flow == Flow::Stop || bound_nothing {
                    return flow;
                }
            }
            return Flow::Go;
        }
        if let Some(name) = self.pattern.sequence(p) {
            let at = ts.first().map_or(0, |&t| self.tree.node(t).span.start);
            for take in 0..=ts.len() {
                let mark = state.len();
                let mut flow = Flow::Go;
                if self.bind_list(name, &ts[..take], at, state) {
                    flow = self.ordered(rest, &ts[take..], less_ok, compare, state, k);
                }
                state.undo(mark);
                if flow == Flow::Stop {
                    return flow;
                }
            }
            return Flow::Go;
        }
        let Some((&t, others)) = ts.split_first() else { return Flow::Go };
        let mark = state.len();
        let flow = compare(p, t, state, &mut |state| self.ordered(rest, others, less_ok, compare, state, k));
        state.undo(mark);
        flow
    }

    /// Every element of the pattern somewhere among the targets, each target once.
    pub(super) fn any_order(
        &self,
        ps: &[u32],
        ts: &[NodeId],
        less_ok: bool,
        compare: Compare<'_>,
        state: &mut State,
        k: Next<'_>,
    ) -> Flow {
        if !state.step() {
            return Flow::Stop;
        }
        let Some((&p, rest)) = ps.split_first() else {
            return if ts.is_empty() || less_ok { k(state) } else { Flow::Go };
        };
        if let Some(name) = self.pattern.sequence(p) {
            let mark = state.len();
            let flow = self.any_order(rest, ts, true, compare, state, &mut |state| {
                let at = ts.first().map_or(0, |&t| self.tree.node(t).span.start);
                let mark = state.len();
                let flow = if self.bind_list(name, ts, at, state) { k(state) } else { Flow::Go };
                state.undo(mark);
                flow
            });
            state.undo(mark);
            return flow;
        }
        for (nth, &t) in ts.iter().enumerate() {
            let mark = state.len();
            let mut matched = false;
            let mut flow = compare(p, t, state, &mut |state| {
                matched = true;
                if rest.is_empty() && (less_ok || ts.len() == 1) {
                    return k(state);
                }
                if !state.pass(ts.len()) {
                    return Flow::Stop;
                }
                let mut left = Vec::with_capacity(ts.len() - 1);
                left.extend_from_slice(&ts[..nth]);
                left.extend_from_slice(&ts[nth + 1..]);
                self.any_order(rest, &left, less_ok, compare, state, k)
            });
            let bound_nothing = state.len() == mark;
            state.undo(mark);
            if flow == Flow::Stop {
                return flow;
            }
            // The same element without metavariables matches only once for our purposes.
            if matched && bound_nothing && self.is_ground(p) {
                flow = Flow::Go;
                return flow;
            }
        }
        Flow::Go
    }

    /// Whether a pattern node holds no metavariable.
    pub(super) fn is_ground(&self, p: u32) -> bool {
        use crate::pattern::Op;
        let node = self.pattern.node(p);
        match node.op {
            Op::Metavariable(_) | Op::Sequence(_) | Op::Typed(..) | Op::StringMetavariable(_) => false,
            _ => node.children.iter().all(|&c| self.is_ground(c)),
        }
    }

    /// Arguments of a call: positional ones in order, named ones anywhere.
    pub(super) fn arguments(&self, ps: &[u32], ts: &[NodeId], state: &mut State, k: Next<'_>) -> Flow {
        if !state.step() {
            return Flow::Stop;
        }
        let Some((&p, rest)) = ps.split_first() else {
            return if ts.is_empty() { k(state) } else { Flow::Go };
        };
        if self.pattern.is_ellipsis(p) {
            if rest.is_empty() {
                return k(state);
            }
            for from in 0..=ts.len() {
                let mark = state.len();
                let mut bound_nothing = false;
                let flow = self.arguments(rest, &ts[from..], state, &mut |state| {
                    bound_nothing = state.len() == mark;
                    k(state)
                });
                state.undo(mark);
                if flow == Flow::Stop || bound_nothing {
                    return flow;
                }
            }
            return Flow::Go;
        }
        if let Some(name) = self.pattern.sequence(p) {
            let at = ts.first().map_or(0, |&t| self.tree.node(t).span.start);
            for take in 0..=ts.len() {
                let mark = state.len();
                let mut flow = Flow::Go;
                if self.bind_list(name, &ts[..take], at, state) {
                    flow = self.arguments(rest, &ts[take..], state, k);
                }
                state.undo(mark);
                if flow == Flow::Stop {
                    return flow;
                }
            }
            return Flow::Go;
        }
        let pattern = self.pattern.node(p);
        if pattern.kind == Kind::KwArg && matches!(pattern.op, crate::pattern::Op::Plain) {
            let wanted = self.pattern.child(p, Role::Name).map(|n| self.pattern.node(n));
            let fixed = wanted.filter(|n| matches!(n.op, crate::pattern::Op::Plain)).map(|n| n.sym);
            for (nth, &t) in ts.iter().enumerate() {
                if self.tree.kind(t) != Kind::KwArg {
                    continue;
                }
                if let Some(sym) = fixed {
                    let name = self.tree.child(t, Role::Name).map(|n| self.tree.node(n).sym);
                    if name != Some(sym) {
                        continue;
                    }
                }
                let mark = state.len();
                let flow = self.argument(p, t, state, &mut |state| {
                    if !state.pass(ts.len()) {
                        return Flow::Stop;
                    }
                    let mut left = Vec::with_capacity(ts.len() - 1);
                    left.extend_from_slice(&ts[..nth]);
                    left.extend_from_slice(&ts[nth + 1..]);
                    self.arguments(rest, &left, state, k)
                });
                state.undo(mark);
                if flow == Flow::Stop || fixed.is_some() {
                    return flow;
                }
            }
            return Flow::Go;
        }
        let Some((&t, others)) = ts.split_first() else { return Flow::Go };
        let mark = state.len();
        let flow = self.argument(p, t, state, &mut |state| self.arguments(rest, others, state, k));
        state.undo(mark);
        flow
    }

    /// One argument. A named one does not match a positional pattern.
    fn argument(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let (wanted, kind) = (self.pattern.node(p), self.tree.kind(t));
        let named = |kind| kind == Kind::KwArg;
        if matches!(wanted.op, crate::pattern::Op::Metavariable(_)) && named(kind) {
            return Flow::Go;
        }
        if named(kind) != (named(wanted.kind) && matches!(wanted.op, crate::pattern::Op::Plain)) {
            return Flow::Go;
        }
        // The types that `make` and `new` of Go are given.
        if self.pattern.language == firedoor_lang::Language::Go
            && matches!(wanted.op, crate::pattern::Op::Metavariable(_))
            && self.is_made_type(t)
            && !self.asks_for_made_type(p)
        {
            return Flow::Go;
        }
        if named(kind) {
            return self.by_role(p, t, &[Role::Name, Role::Value], state, k);
        }
        self.expr(p, t, state, k)
    }

    /// Whether it is the type that `make` or `new` of Go is given.
    fn is_made_type(&self, t: NodeId) -> bool {
        let args = self.tree.node(t).parent;
        let call = self.tree.node(args).parent;
        self.tree.kind(args) == Kind::Args
            && self.tree.first_child(args) == Some(t)
            && self.tree.kind(call) == Kind::Call
            && self
                .tree
                .child(call, Role::Callee)
                .is_some_and(|c| matches!(self.text(self.tree.node(c).span), b"make" | b"new"))
    }

    /// The same for a part of the pattern.
    fn asks_for_made_type(&self, p: u32) -> bool {
        self.pattern.nodes.iter().any(|n| match n.children[..] {
            [callee, args] if n.kind == Kind::Call => {
                matches!(&*self.pattern.node(callee).text, "make" | "new")
                    && self.pattern.node(args).children.first() == Some(&p)
            }
            _ => false,
        })
    }

    /// Parameters in order.
    pub(super) fn parameters(&self, ps: &[u32], ts: &[NodeId], state: &mut State, k: Next<'_>) -> Flow {
        self.ordered(ps, ts, false, &|p, t, state, k| self.parameter(p, t, state, k), state, k)
    }

    fn parameter(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        use crate::pattern::Op;
        let (wanted, node) = (self.pattern.node(p), self.tree.node(t));
        let bare = match (&wanted.op, &wanted.children[..]) {
            (Op::Metavariable(name), _) => Some((*name, p)),
            (Op::Plain, [c]) if wanted.kind == Kind::Param => match &self.pattern.node(*c).op {
                Op::Metavariable(name) if self.pattern.node(*c).role != Role::Type => Some((*name, *c)),
                _ => None,
            },
            _ => None,
        };
        if let Some((name, _)) = bare {
            let rest = matches!(node.kind, Kind::RestParam | Kind::HashParam);
            if rest && !super::assigns_by_operator(self.pattern.language) {
                return Flow::Go;
            }
            // The name, where there is one, so that it equals uses of the parameter.
            let target = self.tree.child(t, Role::Name).unwrap_or(t);
            return self.bind_node(name, target, state, k);
        }
        if matches!(wanted.op, Op::Ellipsis) {
            return k(state);
        }
        if wanted.kind != node.kind {
            return Flow::Go;
        }
        self.record(p, t, state, k)
    }

    /// Binds a metavariable to a node and goes on.
    pub(super) fn bind_node(&self, name: Sym, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let mark = state.len();
        let def = if self.options.unify_ids_strictly { self.tree.def_of.get(&t).map_or(0, |d| d + 1) } else { 0 };
        let mut span = self.shown(t);
        // `"a"` of the shell is the word in it.
        if self.pattern.language == firedoor_lang::Language::Bash
            && self.tree.kind(t) == Kind::Str
            && self.text(span).starts_with(b"\"")
        {
            span = self.tree.content_span(t);
        }
        // A word of a Dockerfile is a text, wherever it stands.
        let word = self.pattern.language == firedoor_lang::Language::Dockerfile && self.tree.kind(t) == Kind::Ident;
        let hash = if word { mix(u64::from(Kind::Str.class()), self.tree.node(t).sym.0) } else { self.tree.hash(t) };
        let bound = Bound { name, node: t, span, hash, def, import: self.import_of(t), token: false };
        let equal = state.bind(bound)
            || state.bound(name).is_some_and(|b| {
                b.node != Bound::NO_NODE && (self.is_constant(b.node, t) || self.is_constant(t, b.node))
                    // What an import resolves the name to.
                    || self.tree.aliases.get(&t).is_some_and(|all| all.iter().any(|&a| self.tree.hash(a) == b.hash))
            });
        let flow = if equal { k(state) } else { Flow::Go };
        state.undo(mark);
        flow
    }

    /// The range of what a metavariable binds: what a module exports by default is called as the import calls it.
    pub(super) fn shown(&self, t: NodeId) -> firedoor_core::Span {
        let node = self.tree.node(t);
        if node.span.is_empty() && self.tree.kind(node.parent) == Kind::ImportName {
            return self
                .tree
                .child(node.parent, crate::tree::Role::Alias)
                .map_or(node.span, |a| self.tree.node(a).span);
        }
        // `name:` of Ruby, with its sign.
        if node.kind == crate::tree::Kind::Atom
            && node.role == crate::tree::Role::Key
            && self.pattern.language == firedoor_lang::Language::Ruby
            && !self.text(node.span).starts_with(b":")
            && self.src.get(node.span.end as usize) == Some(&b':')
        {
            return firedoor_core::Span { end: node.span.end + 1, ..node.span };
        }
        node.span
    }

    /// What an import resolves a name to, also where the import itself stands: equal for all names of one import.
    pub(super) fn import_of(&self, t: NodeId) -> u64 {
        if t >= self.tree.written {
            return self.tree.hash(t);
        }
        let known = self.tree.aliases.get(&t).or_else(|| self.tree.bound_by_imports.get(&t));
        match known.and_then(|all| all.first()) {
            Some(&alias) if alias < self.tree.guessed => self.tree.hash(alias),
            _ => 0,
        }
    }

    /// Whether a name stands for a constant that is written as this literal.
    fn is_constant(&self, name: NodeId, literal: NodeId) -> bool {
        use crate::tree::Const;
        if self.tree.kind(name) != Kind::Ident {
            return false;
        }
        let written = self.tree.node(literal);
        let Some(value) = self.constant(name) else { return false };
        match (written.kind, value) {
            (Kind::Str, Const::Str(text)) => Sym::new(&text) == written.sym,
            (Kind::Num, Const::Int(n)) => Sym::new(&n.to_string()) == written.sym,
            (Kind::Num, Const::Float(f)) => Sym::new(&format!("{f:?}")) == written.sym,
            (Kind::Bool, Const::Bool(b)) => b == (written.sym == Sym::new("true") || written.sym == Sym::new("True")),
            (Kind::Null, Const::Null) => true,
            _ => false,
        }
    }
}
