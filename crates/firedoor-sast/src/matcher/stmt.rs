//! Statements and definitions.

use super::{Flow, Matcher, Next, State};
use crate::pattern::Op;
use crate::tree::{Kind, NodeId, Role, flag};

impl Matcher<'_> {
    /// A statement.
    pub(super) fn stmt(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        if !state.step() {
            return Flow::Stop;
        }
        let pattern = self.pattern.node(p);
        let node = *self.tree.node(t);
        if let Some(name) = self.pattern.statement_metavariable(p) {
            // The variable of a loop is its name, declared or not.
            if node.kind == Kind::VarDef
                && node.role == Role::Left
                && let Some(inner) = self.tree.child(t, Role::Name)
            {
                return self.bind_node(name, inner, state, k);
            }
            // A statement of one expression equals that expression elsewhere.
            if node.kind == Kind::ExprStmt
                && let Some(inner) = self.tree.first_child(t)
            {
                let def =
                    if self.options.unify_ids_strictly { self.tree.def_of.get(&inner).map_or(0, |d| d + 1) } else { 0 };
                let mark = state.len();
                let bound = super::Bound {
                    name,
                    node: t,
                    span: node.span,
                    hash: self.tree.hash(inner),
                    def,
                    import: 0,
                    token: false,
                };
                let flow = if state.bind(bound) { k(state) } else { Flow::Go };
                state.undo(mark);
                return flow;
            }
            return self.bind_node(name, t, state, k);
        }
        if self.pattern.is_ellipsis(p) {
            return k(state);
        }
        if pattern.kind == Kind::ExprStmt && matches!(pattern.op, Op::Plain) {
            let [inner] = pattern.children[..] else { return Flow::Go };
            return self.expression_statement(inner, t, state, k);
        }
        if !matches!(pattern.op, Op::Plain) {
            return self.expr(p, t, state, k);
        }
        match (pattern.kind, node.kind) {
            (Kind::Block | Kind::Program, Kind::Block | Kind::Program) => self.block(p, t, state, k),
            (Kind::Return, Kind::ExprStmt) if node.flags & flag::RETURNED != 0 && self.options.implicit_return => {
                match (&pattern.children[..], self.tree.first_child(t)) {
                    ([value], Some(inner)) => self.expr_at_root(*value, inner, state, k),
                    _ => Flow::Go,
                }
            }
            // `x -> f(x)` of Java is also `x -> { f(x); }`.
            (Kind::Return, Kind::ExprStmt)
                if self.pattern.language == firedoor_lang::Language::Java && pattern.flags & flag::IMPLIED != 0 =>
            {
                match (&pattern.children[..], self.tree.first_child(t)) {
                    ([value], Some(inner)) => self.expr(*value, inner, state, k),
                    _ => Flow::Go,
                }
            }
            // `fun f() = e` of Kotlin returns without saying so.
            (Kind::Return, Kind::Return)
                if self.pattern.language == firedoor_lang::Language::Kotlin
                    && (pattern.flags ^ node.flags) & flag::IMPLIED != 0 =>
            {
                Flow::Go
            }
            (Kind::Return, Kind::Return) => match (&pattern.children[..], self.tree.first_child(t)) {
                ([], None) => k(state),
                ([value], Some(inner)) => self.expr(*value, inner, state, k),
                ([value], None) if self.pattern.is_ellipsis(*value) => k(state),
                _ => Flow::Go,
            },
            (Kind::ImportFrom | Kind::ImportAs | Kind::ImportAll, _) => self.import(p, t, state, k),
            (Kind::For, Kind::For | Kind::ForEach | Kind::While) if pattern.sym == crate::pattern::ANY_LOOP => {
                self.by_role(p, t, &[Role::Body], state, k)
            }
            // `function ...(…)`: any function, with a name or without.
            (Kind::FuncDef, Kind::Lambda)
                if self.pattern.child(p, Role::Name).is_some_and(|n| self.pattern.is_ellipsis(n)) =>
            {
                self.record(p, t, state, k)
            }
            (a, b) if a == b => match a {
                Kind::Directive | Kind::Break | Kind::Continue | Kind::Goto | Kind::Label | Kind::Package => {
                    self.structure(p, t, state, k)
                }
                _ => self.record(p, t, state, k),
            },
            _ => Flow::Go,
        }
    }

    /// An expression as a statement: also within returns, definitions and assignments.
    fn expression_statement(&self, e: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let node = self.tree.node(t);
        if matches!(self.pattern.node(e).op, Op::Deep) {
            let [inner] = self.pattern.node(e).children[..] else { return Flow::Go };
            return match node.kind {
                Kind::ExprStmt | Kind::Return | Kind::VarDef | Kind::Throw | Kind::Directive => {
                    for child in self.tree.children(t) {
                        if self.deep(inner, child, state, k) == Flow::Stop {
                            return Flow::Stop;
                        }
                    }
                    Flow::Go
                }
                Kind::If | Kind::While | Kind::DoWhile | Kind::Switch | Kind::For | Kind::ForEach => {
                    for role in [Role::Cond, Role::Init, Role::Update, Role::Right] {
                        if let Some(child) = self.tree.child(t, role)
                            && self.deep(inner, child, state, k) == Flow::Stop
                        {
                            return Flow::Stop;
                        }
                    }
                    Flow::Go
                }
                _ => Flow::Go,
            };
        }
        match node.kind {
            Kind::ExprStmt => match self.tree.first_child(t) {
                Some(inner) if self.options.implicit_deep_exprstmt => self.deep_implicit(e, inner, state, k),
                Some(inner) => self.expr_at_root(e, inner, state, k),
                None => Flow::Go,
            },
            Kind::Return => match self.tree.first_child(t) {
                Some(inner) => self.deep(e, inner, state, k),
                None => Flow::Go,
            },
            Kind::VarDef if self.options.vardef_assign => {
                let is_assign =
                    self.pattern.node(e).kind == Kind::Assign && matches!(self.pattern.node(e).op, Op::Plain);
                let mut matched = false;
                if is_assign && self.assigns_definitions() {
                    let flow = self.assign_vs_definition(e, t, state, false, &mut |state| {
                        matched = true;
                        k(state)
                    });
                    if flow == Flow::Stop {
                        return flow;
                    }
                }
                if matched {
                    return Flow::Go;
                }
                match self.tree.child(t, Role::Value) {
                    Some(value) => self.deep(e, value, state, k),
                    None => Flow::Go,
                }
            }
            // Languages whose expressions are statements without a wrapper.
            kind if !kind.is_statement() => self.deep_implicit(e, t, state, k),
            _ => Flow::Go,
        }
    }

    /// A body: braces around one statement do not matter.
    pub(super) fn body(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let pattern = self.pattern.node(p);
        match &pattern.op {
            Op::Ellipsis => return k(state),
            Op::Metavariable(name) => return self.bind_node(*name, t, state, k),
            Op::Sequence(name) => {
                let list = self.statements_of(t);
                let mark = state.len();
                let flow =
                    if self.bind_list(*name, &list, self.tree.node(t).span.start, state) { k(state) } else { Flow::Go };
                state.undo(mark);
                return flow;
            }
            _ => {}
        }
        let is_block = |kind: Kind| matches!(kind, Kind::Block | Kind::Program);
        // `fun f() = e` and `fun f() { … }` of Kotlin are told apart, and so are both forms in C#; in Java braces in the
        // pattern ask for braces.
        if is_block(pattern.kind) && is_block(self.tree.kind(t)) {
            let implied = |flags: u16| flags & flag::IMPLIED != 0;
            let any = matches!(pattern.children[..], [one] if self.pattern.is_ellipsis(one));
            let of_lambda = self.tree.kind(self.tree.node(t).parent) == Kind::Lambda;
            let (p, t) = (implied(pattern.flags), implied(self.tree.node(t).flags));
            let differ = match self.pattern.language {
                firedoor_lang::Language::Kotlin | firedoor_lang::Language::Julia => p != t,
                firedoor_lang::Language::CSharp => p != t && (of_lambda || !any),
                firedoor_lang::Language::Java => !p && t && !any,
                _ => false,
            };
            if differ {
                return Flow::Go;
            }
        }
        // `function(x) e` of R is no `function(x) { e }`.
        if self.pattern.language == firedoor_lang::Language::R
            && is_block(pattern.kind)
            && !is_block(self.tree.kind(t))
            && self.tree.kind(self.tree.node(t).parent) == Kind::Lambda
        {
            return Flow::Go;
        }
        match (is_block(pattern.kind), is_block(self.tree.kind(t))) {
            (true, true) => {
                // A lone statement metavariable takes the whole body, where no braces say that it is one of a list.
                let bare = match self.pattern.language {
                    firedoor_lang::Language::Python
                    | firedoor_lang::Language::Ruby
                    | firedoor_lang::Language::Bash
                    | firedoor_lang::Language::Elixir => true,
                    // `def f = $BODY`
                    firedoor_lang::Language::Scala => pattern.flags & flag::IMPLIED != 0,
                    _ => false,
                };
                if let [one] = pattern.children[..]
                    && bare
                    && let Some(name) = self.pattern.statement_metavariable(one)
                    && self.statements_of(t).len() > 1
                {
                    return self.bind_node(name, t, state, k);
                }
                self.block(p, t, state, k)
            }
            (true, false) => match pattern.children[..] {
                [one] => self.stmt_or_expr(one, t, state, k),
                [] => Flow::Go,
                _ => self.sequence(&pattern.children, &[t], false, state, k),
            },
            (false, true) => {
                let list = self.statements_of(t);
                if self.pattern.is_ellipsis(p) || self.pattern.statement_metavariable(p).is_some() {
                    return self.stmt(p, t, state, k);
                }
                match list[..] {
                    [one] => self.stmt_or_expr(p, one, state, k),
                    _ => Flow::Go,
                }
            }
            (false, false) => self.stmt_or_expr(p, t, state, k),
        }
    }

    pub(super) fn stmt_or_expr(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let kind = self.pattern.node(p).kind;
        if kind.is_statement() || self.pattern.statement_metavariable(p).is_some() && self.tree.kind(t).is_statement() {
            self.stmt(p, t, state, k)
        } else if self.tree.kind(t).is_statement() {
            self.expression_statement(p, t, state, k)
        } else {
            // `ONBUILD RUN a` of a Dockerfile is also `RUN a`.
            let inner = (self.pattern.language == firedoor_lang::Language::Dockerfile)
                .then(|| self.tree.child(t, Role::Args).and_then(|a| self.tree.first_child(a)))
                .flatten()
                .filter(|&c| {
                    self.tree.kind(c) == Kind::Call && self.tree.node(c).span.start == self.tree.node(t).span.start
                });
            if let Some(inner) = inner
                && self.expr(p, inner, state, k) == Flow::Stop
            {
                return Flow::Stop;
            }
            self.expr(p, t, state, k)
        }
    }

    /// Statements in braces: all of them.
    pub(super) fn block(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        // `(a)` and `{ a; }` of the shell.
        if self.pattern.language == firedoor_lang::Language::Bash && self.pattern.node(p).sym != self.tree.node(t).sym {
            return Flow::Go;
        }
        let ps = &self.pattern.node(p).children;
        if matches!(ps[..], [one] if self.pattern.is_ellipsis(one)) {
            return k(state);
        }
        let ts = self.statements_of(t);
        // `...; a; ...`: any statement within, however deep.
        if let [first, middle, last] = ps[..]
            && self.pattern.is_ellipsis(first)
            && self.pattern.is_ellipsis(last)
            && !self.pattern.is_ellipsis(middle)
            && self.pattern.sequence(middle).is_none()
        {
            let flat = if self.options.go_deeper_stmt { self.flatten(&ts) } else { ts };
            if !state.pass(flat.len()) {
                return Flow::Stop;
            }
            for t in flat {
                if self.stmt_or_expr(middle, t, state, k) == Flow::Stop {
                    return Flow::Stop;
                }
            }
            return Flow::Go;
        }
        self.statements(ps, &ts, false, false, true, state, k)
    }

    /// Statements in a row, at the top of a pattern.
    pub(super) fn sequence(&self, ps: &[u32], ts: &[NodeId], less_ok: bool, state: &mut State, k: Next<'_>) -> Flow {
        state.reached = None;
        self.statements(ps, ts, less_ok, true, true, state, k)
    }

    /// `top`: report how far the match reaches. `nested`: an ellipsis may go into blocks.
    #[allow(clippy::too_many_arguments)] // One search with its switches; a struct would be built at each step.
    fn statements(
        &self,
        ps: &[u32],
        ts: &[NodeId],
        less_ok: bool,
        top: bool,
        nested: bool,
        state: &mut State,
        k: Next<'_>,
    ) -> Flow {
        if !state.step() {
            return Flow::Stop;
        }
        let Some((&p, rest)) = ps.split_first() else {
            return if ts.is_empty() || less_ok { k(state) } else { Flow::Go };
        };
        let reach = |state: &mut State, t: NodeId| {
            if top {
                let span = self.tree.node(t).span;
                state.reached = Some(match state.reached {
                    Some(r) => firedoor_core::Span { start: r.start.min(span.start), end: r.end.max(span.end) },
                    None => span,
                });
            }
        };
        if self.pattern.is_ellipsis(p) {
            let before = state.reached;
            if rest.is_empty() {
                // Every ending would match; the longest one holds all others. A negation of a longer pattern leaves the
                // shortest one standing.
                if less_ok && top && !self.inside && !ts.is_empty() && before.is_some() {
                    state.short = true;
                    let flow = k(state);
                    state.short = false;
                    if flow == Flow::Stop {
                        return flow;
                    }
                }
                if let Some(&last) = ts.last() {
                    reach(state, last);
                }
                let flow = k(state);
                state.reached = before;
                return flow;
            }
            let flow = self.after_ellipsis(rest, ts, less_ok, top, state, k);
            state.reached = before;
            if flow == Flow::Stop || !nested || !self.options.go_deeper_stmt {
                return flow;
            }
            let flat = self.flatten(ts);
            if !state.pass(flat.len()) {
                return Flow::Stop;
            }
            if flat == ts {
                return flow;
            }
            let flow = self.after_ellipsis(rest, &flat, less_ok, top, state, k);
            state.reached = before;
            return flow;
        }
        if let Some(name) = self.pattern.sequence(p) {
            let at = ts.first().map_or(0, |&t| self.tree.node(t).span.start);
            let before = state.reached;
            for take in 0..=ts.len() {
                let mark = state.len();
                let mut flow = Flow::Go;
                if self.bind_list(name, &ts[..take], at, state) {
                    if take > 0 {
                        reach(state, ts[take - 1]);
                    }
                    flow = self.statements(rest, &ts[take..], false, top, nested, state, k);
                }
                state.undo(mark);
                if flow == Flow::Stop {
                    return flow;
                }
            }
            state.reached = before;
            return Flow::Go;
        }
        let Some((&t, others)) = ts.split_first() else { return Flow::Go };
        let before = state.reached;
        let flow = self.stmt_or_expr(p, t, state, &mut |state| {
            let kept = state.reached;
            reach(state, t);
            let flow = self.statements(rest, others, less_ok, top, nested, state, k);
            state.reached = kept;
            flow
        });
        state.reached = before;
        flow
    }

    /// What follows an ellipsis, from every position on.
    fn after_ellipsis(
        &self,
        rest: &[u32],
        ts: &[NodeId],
        less_ok: bool,
        top: bool,
        state: &mut State,
        k: Next<'_>,
    ) -> Flow {
        let before = state.reached;
        let mut passed = before;
        for from in 0..ts.len() {
            // As Semgrep has it, what follows an ellipsis need not reach the end of the block.
            state.reached = passed;
            if self.statements(rest, &ts[from..], true, top, false, state, k) == Flow::Stop {
                return Flow::Stop;
            }
            // What is passed over belongs to the match, and so does the statement that holds what is found.
            if top && let Some(reached) = passed {
                let span = self.tree.node(ts[from]).span;
                passed = Some(firedoor_core::Span { start: reached.start, end: reached.end.max(span.end) });
            }
        }
        state.reached = before;
        self.statements(rest, &[], less_ok, top, false, state, k)
    }
}
