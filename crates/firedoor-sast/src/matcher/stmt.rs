//! Statements and definitions.

use smallvec::SmallVec;

use super::{Flow, Matcher, Next, State};
use crate::pattern::Op;
use crate::tree::{Kind, NodeId, Role, Sym, flag};

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
                let bound = super::Bound { name, node: t, span: node.span, hash: self.tree.hash(inner), def };
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
                if is_assign {
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
    fn body(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
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
                firedoor_lang::Language::Kotlin => p != t,
                firedoor_lang::Language::CSharp => p != t && (of_lambda || !any),
                firedoor_lang::Language::Java => !p && t && !any,
                _ => false,
            };
            if differ {
                return Flow::Go;
            }
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
                // Every ending would match; the longest one holds all others.
                if !less_ok || self.inside || !top {
                    if let Some(&last) = ts.last() {
                        reach(state, last);
                    }
                    let flow = k(state);
                    state.reached = before;
                    return flow;
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
        for from in 0..ts.len() {
            // As Semgrep has it, what follows an ellipsis need not reach the end of the block.
            if self.statements(rest, &ts[from..], true, top, false, state, k) == Flow::Stop {
                return Flow::Stop;
            }
            state.reached = before;
        }
        self.statements(rest, &[], less_ok, top, false, state, k)
    }

    /// Members of records and classes: in any order, and there may be more.
    pub(super) fn fields(&self, ps: &[u32], ts: &[NodeId], state: &mut State, k: Next<'_>) -> Flow {
        let wanted: Vec<u32> = ps.iter().copied().filter(|&p| !self.is_field_ellipsis(p)).collect();
        let implicit = self.options.implicit_ellipsis && self.pattern.language != firedoor_lang::Language::Json;
        let less_ok = implicit || wanted.len() < ps.len();
        self.any_order(&wanted, ts, less_ok, &|p, t, s, k| self.field(p, t, s, k), state, k)
    }

    fn is_field_ellipsis(&self, p: u32) -> bool {
        let node = self.pattern.node(p);
        self.pattern.is_ellipsis(p)
            || matches!(node.kind, Kind::Pair | Kind::VarDef | Kind::Spread | Kind::HashSpread | Kind::KwArg)
                && !node.children.is_empty()
                && node.children.iter().all(|&c| self.pattern.is_ellipsis(c))
    }

    fn field(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        self.stmt_or_expr(p, t, state, k)
    }

    /// A node whose children are told apart by their roles. What the pattern does not mention may be there if less
    /// is more: annotations, modifiers, types, bases, the else branch.
    pub(super) fn record(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let (pattern, node) = (self.pattern.node(p), self.tree.node(t));
        let loose = matches!(node.kind, Kind::Lambda | Kind::Call | Kind::Member | Kind::Catch);
        // A struct of C# is a class.
        let class = |sym: Sym| sym == Sym::new("class") || sym == Sym::new("struct");
        let loose = loose
            || node.kind == Kind::ClassDef
                && self.pattern.language == firedoor_lang::Language::CSharp
                && class(pattern.sym)
                && class(node.sym);
        // `a?.b` is `b` of what is no `a`.
        let loose = loose && !(node.kind == Kind::Member && super::tells_optional_chains(self.pattern.language));
        let whatever = node.kind == Kind::Member
            && node.sym == Sym::new("?.")
            && pattern.sym == Sym::NONE
            && self
                .pattern
                .child(p, Role::Object)
                .is_some_and(|o| matches!(self.pattern.node(o).op, Op::Metavariable(_) | Op::Ellipsis | Op::Deep));
        let loose = loose || whatever;
        // `a->b` of C is `(*a).b`.
        if node.kind == Kind::Member
            && pattern.sym != node.sym
            && matches!(self.pattern.language, firedoor_lang::Language::C | firedoor_lang::Language::Cpp)
        {
            let fits = if node.sym == Sym::new("->") {
                self.pattern.child(p, Role::Object).is_some_and(|o| !matches!(self.pattern.node(o).op, Op::Plain))
            } else {
                self.tree.child(t, Role::Object).is_some_and(|o| self.tree.kind(o) == Kind::Deref)
            };
            if !fits {
                return Flow::Go;
            }
        }
        if pattern.sym != node.sym && !loose {
            return Flow::Go;
        }
        let mut roles: SmallVec<[Role; 8]> = SmallVec::new();
        // Type arguments of calls say nothing in JavaScript and its relatives.
        let untyped =
            matches!(pattern.kind, Kind::New | Kind::Call) && super::assigns_by_operator(self.pattern.language);
        for &c in &pattern.children {
            let role = self.pattern.node(c).role;
            if !(roles.contains(&role) || untyped && role == Role::TypeParams) {
                roles.push(role);
            }
        }
        // Names first: they fail soonest. Bodies last: they cost most.
        roles.sort_by_key(|r| match r {
            Role::Name | Role::Callee => 0,
            Role::Body | Role::Then | Role::Else => 2,
            _ => 1,
        });
        let no_arguments = |child: NodeId| {
            node.kind == Kind::Annotation
                && self.tree.kind(child) == Kind::Args
                && self.tree.first_child(child).is_none()
        };
        for child in self.tree.children(t) {
            let role = self.tree.node(child).role;
            if no_arguments(child) {
                continue;
            }
            if !roles.contains(&role) && !self.may_be_left_out(pattern.kind, role) {
                return Flow::Go;
            }
        }
        self.roles(p, t, &roles, state, k)
    }

    fn may_be_left_out(&self, kind: Kind, role: Role) -> bool {
        match role {
            Role::Annotation | Role::Modifier | Role::Base | Role::Impl | Role::TypeParams | Role::Ret => true,
            Role::Type => !matches!(kind, Kind::New | Kind::Cast),
            Role::Default => kind == Kind::Param || kind == Kind::RestParam,
            Role::Else => matches!(kind, Kind::If),
            Role::Catch => kind == Kind::Try,
            Role::Case => kind == Kind::Switch,
            Role::Body => self.pattern.partial || matches!(kind, Kind::New | Kind::FuncDef | Kind::ClassDef),
            Role::Name if kind == Kind::Catch => self.pattern.language != firedoor_lang::Language::Ruby,
            Role::Name => kind == Kind::Lambda,
            Role::Alias => true,
            // A method is a function, too.
            Role::Recv => kind == Kind::FuncDef && self.pattern.language != firedoor_lang::Language::Ruby,
            // Kotlin's lambdas have a parameter that is not written.
            Role::Params => {
                kind == Kind::ClassDef
                    && !matches!(
                        self.pattern.language,
                        firedoor_lang::Language::Scala | firedoor_lang::Language::Kotlin
                    )
                    || kind == Kind::Lambda && self.pattern.language == firedoor_lang::Language::Kotlin
            }
            // What a condition of Go begins with is a statement of its own.
            Role::Init if matches!(kind, Kind::If | Kind::Switch) => true,
            // Tags of Go's fields.
            Role::Init if kind == Kind::VarDef => self.pattern.language == firedoor_lang::Language::Go,
            // Resources of a `try`.
            Role::Init => kind == Kind::Try && self.pattern.language == firedoor_lang::Language::Java,
            // `T x` of C is also an array.
            Role::Index => kind == Kind::VarDef,
            Role::None => matches!(kind, Kind::FuncDef | Kind::ClassDef | Kind::VarDef),
            _ => false,
        }
    }

    pub(super) fn by_role(&self, p: u32, t: NodeId, roles: &[Role], state: &mut State, k: Next<'_>) -> Flow {
        self.roles(p, t, roles, state, k)
    }

    fn roles(&self, p: u32, t: NodeId, roles: &[Role], state: &mut State, k: Next<'_>) -> Flow {
        let Some((&role, rest)) = roles.split_first() else { return k(state) };
        let pattern = self.pattern.node(p);
        let ps: SmallVec<[u32; 8]> =
            pattern.children.iter().copied().filter(|&c| self.pattern.node(c).role == role).collect();
        let ts: SmallVec<[NodeId; 8]> = self.tree.children(t).filter(|&c| self.tree.node(c).role == role).collect();
        let next: Next<'_> = &mut |state| self.roles(p, t, rest, state, k);
        match role {
            Role::Annotation | Role::Modifier => {
                let ps: Vec<u32> = ps.into_iter().filter(|&c| !self.pattern.is_ellipsis(c)).collect();
                // Semgrep reads a method as a function in PHP, and its modifiers away.
                let ps: Vec<u32> = match (self.pattern.language, pattern.kind) {
                    (firedoor_lang::Language::Php, Kind::FuncDef) => {
                        ps.into_iter().filter(|&c| self.pattern.node(c).kind != Kind::Modifier).collect()
                    }
                    _ => ps,
                };
                let (keywords, others): (Vec<u32>, Vec<u32>) =
                    ps.into_iter().partition(|&c| self.pattern.node(c).kind == Kind::Modifier);
                let compare = |p, t, s: &mut State, k: Next<'_>| self.modifier(p, t, s, k);
                if self.options.decorators_order_matters {
                    let mut with_dots = Vec::new();
                    with_dots.extend(others.iter().copied());
                    return self.subsequence(&with_dots, &ts, state, &mut |state| {
                        self.any_order(&keywords, &ts, true, &compare, state, next)
                    });
                }
                self.any_order(&others, &ts, true, &compare, state, &mut |state| {
                    self.any_order(&keywords, &ts, true, &compare, state, next)
                })
            }
            Role::Case if pattern.kind == Kind::Switch => {
                // `case a: ...` is read as a case without a body and an ellipsis behind it.
                let open: Vec<u32> = (ps.windows(2))
                    .filter(|w| self.pattern.is_ellipsis(w[1]) && self.has_empty_body(w[0]))
                    .map(|w| w[0])
                    .collect();
                let ps: Vec<u32> = ps.into_iter().filter(|&c| !self.pattern.is_ellipsis(c)).collect();
                let compare = |p: u32, t: NodeId, s: &mut State, k: Next<'_>| match self.tree.kind(t) {
                    Kind::Case if open.contains(&p) => self.by_role(p, t, &[Role::Value], s, k),
                    _ => self.expr(p, t, s, k),
                };
                self.any_order(&ps, &ts, true, &compare, state, next)
            }
            Role::Impl | Role::Catch | Role::Case => {
                let ps: Vec<u32> = ps.into_iter().filter(|&c| !self.pattern.is_ellipsis(c)).collect();
                self.any_order(&ps, &ts, true, &|p, t, s, k| self.expr(p, t, s, k), state, next)
            }
            Role::Base => {
                let compare = |p, t, s: &mut State, k: Next<'_>| self.expr(p, t, s, k);
                if self.pattern.language == firedoor_lang::Language::Kotlin {
                    return self.any_order(&ps, &ts, true, &compare, state, next);
                }
                self.ordered(&ps, &ts, true, &compare, state, next)
            }
            // What `COPY` and `ADD` write to comes last, and is one word.
            Role::Args
                if self.pattern.language == firedoor_lang::Language::Dockerfile
                    && let ([args], [t]) = (&ps[..], &ts[..])
                    && matches!(self.pattern.node(*args).op, Op::Plain)
                    && self
                        .pattern
                        .child(p, Role::Callee)
                        .is_some_and(|c| matches!(&*self.pattern.node(c).text, "COPY" | "ADD"))
                    && let [sources @ .., target] = &self.pattern.node(*args).children[..]
                    && !sources.is_empty()
                    && self.pattern.sequence(*target).is_none() =>
            {
                let all: Vec<NodeId> = self.tree.children(*t).collect();
                let Some((&last, others)) = all.split_last() else { return Flow::Go };
                self.expr(*target, last, state, &mut |state| self.arguments(sources, others, state, next))
            }
            // `ARG a` has no value.
            Role::Value if ts.is_empty() && self.pattern.language == firedoor_lang::Language::Dockerfile => Flow::Go,
            Role::Args if ts.is_empty() => match ps[..] {
                [args] if matches!(self.pattern.node(args).op, Op::Plain) => {
                    self.arguments(&self.pattern.node(args).children, &[], state, next)
                }
                _ => Flow::Go,
            },
            Role::Then | Role::Else | Role::Body => match (&ps[..], &ts[..]) {
                ([one], [t]) => {
                    // Braces around the body of a loop count, those of other statements do not.
                    let is_loop = matches!(pattern.kind, Kind::For | Kind::ForEach | Kind::While | Kind::DoWhile);
                    if is_loop
                        && matches!(self.pattern.node(*one).op, Op::Plain)
                        && self.pattern.statement_metavariable(*one).is_none()
                        && !self.pattern.is_ellipsis(*one)
                        && self.pattern.node(*one).kind.is_block() != self.tree.kind(*t).is_block()
                    {
                        return Flow::Go;
                    }
                    if self.tree.kind(*t) == Kind::ClassBody || self.pattern.node(*one).kind == Kind::ClassBody {
                        return self.class_body(*one, *t, state, next);
                    }
                    self.body(*one, *t, state, next)
                }
                // A method of an interface is no function (Go).
                ([one], [])
                    if role != Role::Else
                        && self.is_empty_body(*one)
                        && !matches!(
                            self.pattern.language,
                            firedoor_lang::Language::Go
                                | firedoor_lang::Language::Rust
                                | firedoor_lang::Language::Solidity
                        ) =>
                {
                    next(state)
                }
                _ => {
                    let compare = |p, t, s: &mut State, k: Next<'_>| self.stmt_or_expr(p, t, s, k);
                    self.ordered(&ps, &ts, false, &compare, state, next)
                }
            },
            // Nothing between the brackets, or no brackets at all.
            Role::Params if ts.is_empty() && pattern.kind != Kind::Catch => match ps[..] {
                [params] if self.pattern.node(params).kind == Kind::Params => {
                    self.parameters(&self.pattern.node(params).children, &[], state, next)
                }
                _ => Flow::Go,
            },
            // `var x` of C# and Java leaves the type open.
            Role::Type
                if pattern.kind == Kind::VarDef
                    && matches!(self.pattern.language, firedoor_lang::Language::CSharp)
                    && matches!(ps[..], [ty] if self.pattern.node(ty).sym == Sym::new("var")) =>
            {
                next(state)
            }
            // `catch {}` takes whatever is thrown.
            Role::Params
                if ts.is_empty()
                    && pattern.kind == Kind::Catch
                    && !matches!(
                        self.pattern.language,
                        firedoor_lang::Language::Python | firedoor_lang::Language::Ruby
                    ) =>
            {
                next(state)
            }
            // `except E as x` is matched by `except E as x` only; one class is a tuple of one.
            Role::Params if pattern.kind == Kind::Catch && self.pattern.language == firedoor_lang::Language::Python => {
                let ([p], [t]) = (&ps[..], &ts[..]) else { return Flow::Go };
                let is = |kind: Kind| (self.pattern.node(*p).kind == kind, self.tree.kind(*t) == kind);
                let other = is(Kind::Assign) == (false, true) || is(Kind::Tuple) == (false, true);
                if !self.pattern.is_ellipsis(*p) && other {
                    return Flow::Go;
                }
                if is(Kind::Tuple) == (true, false) && matches!(self.pattern.node(*p).op, Op::Plain) {
                    let parts = &self.pattern.node(*p).children;
                    return self.ordered(parts, &[*t], false, &|p, t, s, k| self.expr(p, t, s, k), state, next);
                }
                self.stmt_or_expr(*p, *t, state, next)
            }
            // The name of a function expression is its own affair.
            Role::Name if pattern.kind == Kind::Lambda && ts.is_empty() => next(state),
            // The variable of a loop, however it is declared.
            Role::Left
                if pattern.kind == Kind::ForEach
                    && let ([p], [t]) = (&ps[..], &ts[..])
                    && self.pattern.node(*p).kind == Kind::VarDef
                    && self.tree.kind(*t) == Kind::VarDef
                    && let (Some(p), Some(t)) =
                        (self.pattern.child(*p, Role::Name), self.tree.child(*t, Role::Name))
                    && super::assigns_by_operator(self.pattern.language) =>
            {
                self.expr(p, t, state, next)
            }
            Role::Init if pattern.kind == Kind::Try || pattern.kind == Kind::With => {
                let compare = |p, t, s: &mut State, k: Next<'_>| self.stmt_or_expr(p, t, s, k);
                self.ordered(&ps, &ts, false, &compare, state, next)
            }
            _ => {
                let compare = |p, t, s: &mut State, k: Next<'_>| self.stmt_or_expr(p, t, s, k);
                self.ordered(&ps, &ts, false, &compare, state, next)
            }
        }
    }

    fn subsequence(&self, ps: &[u32], ts: &[NodeId], state: &mut State, k: Next<'_>) -> Flow {
        let Some((&p, rest)) = ps.split_first() else { return k(state) };
        for from in 0..ts.len() {
            let mark = state.len();
            let flow =
                self.modifier(p, ts[from], state, &mut |state| self.subsequence(rest, &ts[from + 1..], state, k));
            state.undo(mark);
            if flow == Flow::Stop {
                return flow;
            }
        }
        Flow::Go
    }

    fn modifier(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let (pattern, node) = (self.pattern.node(p), self.tree.node(t));
        if pattern.kind == Kind::Modifier && node.kind == Kind::Modifier && matches!(pattern.op, Op::Plain) {
            let is = |w: &str| node.sym == Sym::new(w);
            if pattern.sym == Sym::new("var") && self.options.let_is_var && (is("let") || is("const")) {
                return k(state);
            }
        }
        self.expr(p, t, state, k)
    }

    fn has_empty_body(&self, p: u32) -> bool {
        self.pattern.node(p).kind == Kind::Case
            && self.pattern.child(p, Role::Body).is_none_or(|b| self.pattern.node(b).children.is_empty())
    }

    /// An empty body in the pattern is a declaration's missing one.
    fn is_empty_body(&self, p: u32) -> bool {
        let node = self.pattern.node(p);
        matches!(node.op, Op::Ellipsis)
            || matches!(node.kind, Kind::Block | Kind::ClassBody)
                && (node.children.is_empty() || matches!(node.children[..], [c] if self.pattern.is_ellipsis(c)))
    }

    fn class_body(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let pattern = self.pattern.node(p);
        if !matches!(pattern.op, Op::Plain) {
            return self.body(p, t, state, k);
        }
        let ts = self.statements_of(t);
        self.fields(&pattern.children, &ts, state, k)
    }

    /// A definition's beginning, without its body.
    pub(super) fn partial(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        if matches!(self.pattern.node(p).op, Op::Plain) && self.pattern.node(p).kind == self.tree.kind(t) {
            if self.tree.kind(t) == Kind::Xml {
                return self.expr_at_root(p, t, state, k);
            }
            return self.record(p, t, state, k);
        }
        Flow::Go
    }
}
