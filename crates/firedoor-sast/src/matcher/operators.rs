//! Operators: which associate and commute, and where a metavariable takes several operands.

use super::{Bound, Flow, Matcher, Next, State};
use crate::pattern::Op;
use crate::tree::{Kind, NodeId, Sym};

impl Matcher<'_> {
    /// Operators: `&&`, `||`, `|`, `&`, `^` and concatenation associate; `+` and `*` do not, as Semgrep has it.
    pub(super) fn binary(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let (pattern, node) = (self.pattern.node(p), self.tree.node(t));
        let op = |s: &str| pattern.sym == Sym::new(s);
        let shell =
            matches!(self.pattern.language, firedoor_lang::Language::Bash | firedoor_lang::Language::Dockerfile);
        // Several words are no command.
        if self.pattern.language == firedoor_lang::Language::Dockerfile
            && pattern.children.iter().any(|&c| self.pattern.sequence(c).is_some())
        {
            return Flow::Go;
        }
        if shell && op("|") && node.sym == pattern.sym {
            return self.pipeline(p, t, state, k);
        }
        let boolean = op("&&") || op("||") || op("and") || op("or");
        let associative = boolean
            || op("|")
            || op("&")
            || op("^")
            || op("++")
            || op(".") && self.pattern.language == firedoor_lang::Language::Php;
        let ends_in_ellipsis = matches!(pattern.children[..], [_, r] if self.pattern.is_ellipsis(r));
        if pattern.sym != node.sym {
            return Flow::Go;
        }
        if associative && self.options.ac_matching {
            let mut ps = Vec::new();
            self.pattern_operands(p, pattern.sym, &mut ps);
            let mut ts = Vec::new();
            self.operands(t, node.sym, &mut ts);
            if !state.pass(ts.len()) {
                return Flow::Stop;
            }
            let has_ellipsis = ps.iter().any(|&p| self.pattern.is_ellipsis(p));
            let commutes = op("|") || op("&") || op("^") || (boolean && self.options.commutative_boolop);
            if commutes {
                let ps: Vec<u32> = ps.iter().copied().filter(|&p| !self.pattern.is_ellipsis(p)).collect();
                // Operands that the pattern does not mention may be there.
                let _ = has_ellipsis;
                return self.any_order(&ps, &ts, true, &|p, t, s, k| self.expr(p, t, s, k), state, k);
            }
            if has_ellipsis || ps.len() == ts.len() {
                return self.ordered(&ps, &ts, false, &|p, t, s, k| self.expr(p, t, s, k), state, k);
            }
            // More operands than the pattern has: metavariables take several.
            if ps.len() < ts.len() {
                return self.runs(&ps, &ts, state, k);
            }
            return self.pairwise(p, t, state, k);
        }
        let mut matched = false;
        let flow = self.pairwise(p, t, state, &mut |state| {
            matched = true;
            k(state)
        });
        if flow == Flow::Stop {
            return flow;
        }
        if ends_in_ellipsis
            && !matched
            && let Some(left) = self.tree.children(t).next()
        {
            return self.expr(p, left, state, k);
        }
        if self.options.symmetric_eq && (op("==") || op("!=") || op("===") || op("!==")) {
            let ts: Vec<NodeId> = self.tree.children(t).collect();
            if let ([pl, pr], [tl, tr]) = (&pattern.children[..], &ts[..]) {
                return self.expr(*pl, *tr, state, &mut |state| self.expr(*pr, *tl, state, k));
            }
        }
        Flow::Go
    }

    /// A pipeline of the shell, or the beginning of one.
    fn pipeline(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let op = self.pattern.node(p).sym;
        let (mut ps, mut ts) = (Vec::new(), Vec::new());
        self.pattern_operands(p, op, &mut ps);
        self.operands(t, op, &mut ts);
        let compare = |p, t, s: &mut State, k: Next<'_>| self.expr(p, t, s, k);
        for end in (ps.len().min(ts.len())..=ts.len()).rev() {
            if self.ordered(&ps, &ts[..end], false, &compare, state, k) == Flow::Stop {
                return Flow::Stop;
            }
        }
        Flow::Go
    }

    /// Operands in order, where a metavariable may stand for several.
    fn runs(&self, ps: &[u32], ts: &[NodeId], state: &mut State, k: Next<'_>) -> Flow {
        if !state.step() {
            return Flow::Stop;
        }
        let Some((&p, rest)) = ps.split_first() else {
            return if ts.is_empty() { k(state) } else { Flow::Go };
        };
        let Some((&t, others)) = ts.split_first() else { return Flow::Go };
        if let Op::Metavariable(name) = self.pattern.node(p).op {
            for take in 1..=ts.len().saturating_sub(rest.len()) {
                let mark = state.len();
                let bound = if take == 1 {
                    let def = self.tree.def_of.get(&t).map_or(0, |d| d + 1);
                    state.bind(Bound {
                        name,
                        node: t,
                        span: self.tree.node(t).span,
                        hash: self.tree.hash(t),
                        def,
                        import: 0,
                        token: false,
                    })
                } else {
                    self.bind_list(name, &ts[..take], 0, state)
                };
                let flow = if bound { self.runs(rest, &ts[take..], state, k) } else { Flow::Go };
                state.undo(mark);
                if flow == Flow::Stop {
                    return flow;
                }
            }
            return Flow::Go;
        }
        let mark = state.len();
        let flow = self.expr(p, t, state, &mut |state| self.runs(rest, others, state, k));
        state.undo(mark);
        flow
    }

    fn pairwise(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let mut ts: Vec<NodeId> = self.tree.children(t).collect();
        let ps = &self.pattern.node(p).children;
        // `(a..)` of Ruby has no end.
        let endless = self.pattern.language == firedoor_lang::Language::Ruby && ts.len() == 1;
        if let ([left, right], true) = (&ps[..], endless)
            && matches!(self.pattern.node(*right).op, Op::Metavariable(_))
        {
            return self.expr(*left, ts[0], state, k);
        }
        // The name that `x instanceof T name` gives.
        if self.pattern.language == firedoor_lang::Language::Java && ps.len() == 2 {
            ts.retain(|&c| self.tree.node(c).role != crate::tree::Role::Name);
        }
        self.ordered(ps, &ts, false, &|p, t, s, k| self.expr(p, t, s, k), state, k)
    }

    fn pattern_operands(&self, p: u32, op: Sym, into: &mut Vec<u32>) {
        let node = self.pattern.node(p);
        if node.kind == Kind::Binary && node.sym == op && matches!(node.op, Op::Plain) {
            for &c in &node.children {
                self.pattern_operands(c, op, into);
            }
        } else {
            into.push(p);
        }
    }

    /// The operands of a chain of one operator, from left to right.
    fn operands(&self, t: NodeId, op: Sym, into: &mut Vec<NodeId>) {
        let mut stack = vec![t];
        while let Some(t) = stack.pop() {
            let node = self.tree.node(t);
            if node.kind == Kind::Binary && node.sym == op {
                let from = stack.len();
                stack.extend(self.tree.children(t));
                stack[from..].reverse();
            } else {
                into.push(t);
            }
        }
    }
}
