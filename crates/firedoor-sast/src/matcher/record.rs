//! Nodes whose children are told apart by their roles: definitions, calls, loops, records and classes.

use firedoor_core::Span;
use smallvec::SmallVec;

use super::{Flow, Matcher, Next, State};
use crate::pattern::Op;
use crate::tree::{Kind, NodeId, Role, Sym, flag};

impl Matcher<'_> {
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
        // What stands in a class of Ruby is a statement, and looked into.
        let pattern = self.pattern.node(p);
        let looks_into = self.pattern.language == firedoor_lang::Language::Ruby
            && matches!(pattern.op, Op::Plain)
            && matches!(pattern.kind, Kind::Ident | Kind::Call | Kind::Member);
        if looks_into && !self.tree.kind(t).is_statement() && self.options.implicit_deep_exprstmt {
            return self.deep_implicit(p, t, state, k);
        }
        if (pattern.kind, self.tree.kind(t)) == (Kind::Pair, Kind::FuncDef) && matches!(pattern.op, Op::Plain) {
            return self.property(p, t, state, k);
        }
        self.stmt_or_expr(p, t, state, k)
    }

    /// A node whose children are told apart by their roles. What the pattern does not mention may be there if less
    /// is more: annotations, modifiers, types, bases, the else branch.
    pub(super) fn record(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let (pattern, node) = (self.pattern.node(p), self.tree.node(t));
        // `const x = require("m")` asks for the module, and not for what it holds.
        if node.kind == Kind::VarDef && self.requires(p) && !self.names_same_form(p, t) {
            return Flow::Go;
        }
        // A metavariable is the name of one variable.
        if node.kind == Kind::VarDef
            && matches!(self.pattern.language, firedoor_lang::Language::Scala | firedoor_lang::Language::Swift)
            && self.tree.child(t, Role::Name).is_some_and(|n| self.tree.kind(n) == Kind::Tuple)
            && self.pattern.child(p, Role::Name).is_some_and(|n| matches!(self.pattern.node(n).op, Op::Metavariable(_)))
        {
            return Flow::Go;
        }
        let loose = matches!(node.kind, Kind::Lambda | Kind::Call | Kind::Member | Kind::Catch);
        let loose = loose || self.is_class_too(p, t);
        // `a?.b` is `b` of what is no `a`.
        let loose = loose && !(node.kind == Kind::Member && super::tells_optional_chains(self.pattern.language));
        let whatever = node.kind == Kind::Member
            && self.pattern.language != firedoor_lang::Language::Kotlin
            && node.sym == Sym::new("?.")
            && pattern.sym == Sym::NONE
            && self
                .pattern
                .child(p, Role::Object)
                .is_some_and(|o| matches!(self.pattern.node(o).op, Op::Metavariable(_) | Op::Ellipsis | Op::Deep));
        // `for (k in o)` of JavaScript also asks for `for (k of o)`.
        let any_of = node.kind == Kind::ForEach
            && super::assigns_by_operator(self.pattern.language)
            && pattern.sym == Sym::new("in");
        // `async for` and `async with` of Python are such without asking.
        let any_of = any_of
            || matches!(node.kind, Kind::ForEach | Kind::With)
                && self.pattern.language == firedoor_lang::Language::Python
                && self.tree.child(t, Role::Body).is_some()
                && pattern.sym == Sym::NONE;
        // `for (...)` of Scala: whatever it goes through.
        let scala = self.pattern.language == firedoor_lang::Language::Scala;
        let any_of = any_of
            || scala
                && node.kind == Kind::ForEach
                && self.pattern.child(p, Role::Left).is_some_and(|l| self.pattern.is_ellipsis(l))
                && match pattern.sym == Sym::new("yield") {
                    true => node.sym == Sym::new("for yield"),
                    false => pattern.sym == Sym::NONE && node.sym == Sym::new("for"),
                };
        // Cases without what they are of.
        if scala
            && node.kind == Kind::Switch
            && self.pattern.child(p, Role::Cond).is_some_and(|c| matches!(self.pattern.node(c).op, Op::Metavariable(_)))
            && self.tree.child(t, Role::Cond).is_none_or(|c| self.tree.node(c).span.is_empty())
        {
            return Flow::Go;
        }
        // A generator of JavaScript is a function, and so is a modifier of Solidity.
        let special = match self.pattern.language {
            firedoor_lang::Language::Solidity => node.sym == Sym::new("modifier"),
            language => super::assigns_by_operator(language) && node.sym == Sym::new("generator"),
        };
        let any_of = any_of || special && node.kind == Kind::FuncDef && pattern.sym == Sym::NONE;
        // `if` of Swift is also `guard`, where it does not say what it defines.
        let guards = node.kind == Kind::If
            && self.pattern.language == firedoor_lang::Language::Swift
            && node.sym == Sym::new("guard")
            && self.pattern.child(p, Role::Cond).is_some_and(|c| self.pattern.node(c).kind != Kind::VarDef)
            && self.pattern.child(p, Role::Else).is_none()
            && pattern.children.iter().filter(|c| self.pattern.node(**c).role == Role::Cond).count() == 1;
        // A method of Ruby ends with what it ensures, and a pattern may ask for what it rescues alone.
        let ruby = self.pattern.language == firedoor_lang::Language::Ruby;
        let rescued = ruby
            && node.kind == Kind::Try
            && node.sym == Sym::new("ensure")
            && pattern.sym == Sym::NONE
            && self.pattern.child(p, Role::Finally).is_none();
        let loose = loose || whatever || any_of || guards || rescued;
        // `a->b` of C is `(*a).b`.
        if node.kind == Kind::Member
            && pattern.sym != node.sym
            && matches!(self.pattern.language, firedoor_lang::Language::C | firedoor_lang::Language::Cpp)
        {
            // A pattern may also write it so.
            let pointed = self.pattern.child(p, Role::Object).filter(|&o| {
                let object = self.pattern.node(o);
                matches!(object.op, Op::Plain) && object.kind == Kind::Deref && node.sym == Sym::new("->")
            });
            if let Some(o) = pointed
                && let ([inner], Some(name)) = (&self.pattern.node(o).children[..], self.pattern.child(p, Role::Name))
                && let (Some(object), Some(field)) = (self.tree.child(t, Role::Object), self.tree.child(t, Role::Name))
            {
                return self.expr(*inner, object, state, &mut |state| self.expr(name, field, state, k));
            }
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
        // A function of Kotlin and Swift without a body is none with one.
        if node.kind == Kind::FuncDef
            && matches!(self.pattern.language, firedoor_lang::Language::Kotlin | firedoor_lang::Language::Swift)
            && self.pattern.child(p, Role::Body).is_some()
            && self.tree.child(t, Role::Body).is_none()
        {
            return Flow::Go;
        }
        if self.pattern.child(p, Role::Body).is_some() && self.only_declared(t) {
            return Flow::Go;
        }
        // A lambda of Kotlin with parameters is none without, which has `it`.
        if node.kind == Kind::Lambda && self.pattern.language == firedoor_lang::Language::Kotlin {
            let implied = |flags: u16| flags & flag::IMPLIED != 0;
            let ours = self.pattern.child(p, Role::Params).filter(|&c| !implied(self.pattern.node(c).flags));
            let theirs = self.tree.child(t, Role::Params).filter(|&c| !implied(self.tree.node(c).flags));
            if ours.is_some() != theirs.is_some() {
                return Flow::Go;
            }
        }
        // One of Swift with parameters is none without, which has `$0`.
        if node.kind == Kind::Lambda && self.pattern.language == firedoor_lang::Language::Swift {
            let named = |id: NodeId| !self.tree.node(id).span.is_empty();
            let theirs = self.tree.child(t, Role::Params).is_some_and(named);
            if self.pattern.child(p, Role::Params).is_some() != theirs {
                return Flow::Go;
            }
        }
        let mut roles: SmallVec<[Role; 8]> = SmallVec::new();
        for &c in &pattern.children {
            let role = self.pattern.node(c).role;
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
        // `struct A;` of Rust has no fields.
        if self.pattern.language == firedoor_lang::Language::Rust
            && node.kind == Kind::ClassDef
            && self.tree.child(t, Role::Body).is_none()
            && self.pattern.child(p, Role::Body).is_some_and(|b| self.is_empty_body(b))
        {
            roles.retain(|role| *role != Role::Body);
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
            // The accessors of a property of C# with a value.
            let accessors = role == Role::Part
                && node.kind == Kind::VarDef
                && self.pattern.language == firedoor_lang::Language::CSharp
                && self.pattern.child(p, Role::Value).is_some();
            // `T P => e;` of C# is a property without a value.
            let computed = role == Role::Value && self.is_computed(t, child);
            if computed && roles.contains(&role) {
                return Flow::Go;
            }
            // `case x if c` of Scala is one `case $X`.
            let guard = scala
                && role == Role::Cond
                && node.kind == Kind::Case
                && self
                    .pattern
                    .child(p, Role::Value)
                    .is_some_and(|v| matches!(self.pattern.node(v).op, Op::Metavariable(_)));
            if no_arguments(child) || accessors || computed || guard || self.says_nothing(t, child) {
                continue;
            }
            if !roles.contains(&role) && !self.may_be_left_out(pattern.kind, role) {
                return Flow::Go;
            }
        }
        self.roles(p, t, &roles, state, k)
    }

    pub(super) fn by_role(&self, p: u32, t: NodeId, roles: &[Role], state: &mut State, k: Next<'_>) -> Flow {
        self.roles(p, t, roles, state, k)
    }

    fn roles(&self, p: u32, t: NodeId, roles: &[Role], state: &mut State, k: Next<'_>) -> Flow {
        let Some((&role, rest)) = roles.split_first() else { return k(state) };
        let pattern = self.pattern.node(p);
        let ps: SmallVec<[u32; 8]> =
            pattern.children.iter().copied().filter(|&c| self.pattern.node(c).role == role).collect();
        let words = role == Role::Annotation && self.pattern.language == firedoor_lang::Language::Solidity;
        let plays = |r: Role| r == role || words && r == Role::Modifier;
        let ts: SmallVec<[NodeId; 8]> = self.tree.children(t).filter(|&c| plays(self.tree.node(c).role)).collect();
        let next: Next<'_> = &mut |state| self.roles(p, t, rest, state, k);
        match role {
            Role::Annotation | Role::Modifier => {
                let ps: Vec<u32> = ps.into_iter().filter(|&c| !self.pattern.is_ellipsis(c)).collect();
                // Semgrep reads a method as a function in PHP, and its modifiers away, unless the pattern has its class;
                // those of functions of C and of types of Rust, too, and who sees functions of Rust.
                let ps: Vec<u32> = match (self.pattern.language, pattern.kind) {
                    (firedoor_lang::Language::Php, Kind::FuncDef) if !self.pattern.is_top(p) => ps,
                    (
                        firedoor_lang::Language::Php | firedoor_lang::Language::C | firedoor_lang::Language::Cpp,
                        Kind::FuncDef,
                    )
                    | (firedoor_lang::Language::Rust, Kind::ClassDef) => {
                        ps.into_iter().filter(|&c| self.pattern.node(c).kind != Kind::Modifier).collect()
                    }
                    (firedoor_lang::Language::Rust, Kind::FuncDef) => {
                        ps.into_iter().filter(|&c| !self.pattern.node(c).text.starts_with("pub")).collect()
                    }
                    _ => ps,
                };
                let script = super::assigns_by_operator(self.pattern.language);
                let word = |c: u32, w: &str| self.pattern.node(c).sym == Sym::new(w);
                // What a module exports by default is not exported by its name.
                if script
                    && ps.iter().any(|&c| word(c, "export"))
                    && !ps.iter().any(|&c| word(c, "default"))
                    && ts.iter().any(|&t| self.tree.node(t).sym == Sym::new("default"))
                {
                    return Flow::Go;
                }
                // `async` says nothing on functions without a name, and on those of Python that are decorated.
                let python = self.pattern.language == firedoor_lang::Language::Python;
                let decorated = || self.pattern.child(p, Role::Annotation).is_some();
                let any_async =
                    script && pattern.kind == Kind::Lambda || python && pattern.kind == Kind::FuncDef && decorated();
                let ps: Vec<u32> = ps.into_iter().filter(|&c| !(any_async && word(c, "async"))).collect();
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
                    .filter(|w| self.pattern.is_ellipsis(w[1]) || self.is_any_case(w[1]))
                    .filter(|w| self.has_empty_body(w[0]))
                    .map(|w| w[0])
                    .collect();
                let ps: Vec<u32> =
                    ps.into_iter().filter(|&c| !self.pattern.is_ellipsis(c) && !self.is_any_case(c)).collect();
                let compare = |p: u32, t: NodeId, s: &mut State, k: Next<'_>| match self.tree.kind(t) {
                    Kind::Case if open.contains(&p) => self.by_role(p, t, &[Role::Value], s, k),
                    _ => self.expr(p, t, s, k),
                };
                self.any_order(&ps, &ts, true, &compare, state, next)
            }
            // `catch (A $e)` of PHP is also `catch (A | B $e)`.
            Role::Type if pattern.kind == Kind::Catch && self.pattern.language == firedoor_lang::Language::Php => {
                self.ordered(&ps, &ts, true, &|p, t, s, k| self.expr(p, t, s, k), state, next)
            }
            Role::Impl | Role::Catch | Role::Case => {
                let ps: Vec<u32> = ps.into_iter().filter(|&c| !self.pattern.is_ellipsis(c)).collect();
                self.any_order(&ps, &ts, true, &|p, t, s, k| self.expr(p, t, s, k), state, next)
            }
            Role::Base => {
                let scala = self.pattern.language == firedoor_lang::Language::Scala;
                // `extends B(x)` of Scala is asked for with its arguments.
                let compare = |p, t, s: &mut State, k: Next<'_>| match self.tree.kind(t) {
                    Kind::Call if scala && matches!(self.pattern.node(p).op, Op::Metavariable(_)) => Flow::Go,
                    _ => self.expr(p, t, s, k),
                };
                if self.pattern.language == firedoor_lang::Language::Kotlin {
                    return self.any_order(&ps, &ts, true, &compare, state, next);
                }
                // `metaclass=M` of Python is no class to inherit from.
                let named = |t: &NodeId| self.tree.kind(*t) == Kind::KwArg;
                if ps.iter().all(|&p| self.pattern.node(p).kind != Kind::KwArg) && ts.iter().any(named) {
                    let ts: Vec<NodeId> = ts.iter().copied().filter(|t| !named(t)).collect();
                    return self.ordered(&ps, &ts, true, &compare, state, next);
                }
                self.ordered(&ps, &ts, true, &compare, state, next)
            }
            // What `COPY` and `ADD` write to comes last, and is one word.
            Role::Args
                if self.pattern.language == firedoor_lang::Language::Dockerfile
                    && let ([args], [t]) = (&ps[..], &ts[..])
                    && matches!(self.pattern.node(*args).op, Op::Plain | Op::Ellipsis)
                    && self
                        .pattern
                        .child(p, Role::Callee)
                        .is_some_and(|c| matches!(&*self.pattern.node(c).text, "COPY" | "ADD"))
                    && self.pattern.node(*args).children.last().is_none_or(|&c| self.pattern.sequence(c).is_none()) =>
            {
                let [sources @ .., target] = &self.pattern.node(*args).children[..] else { return Flow::Go };
                // Dots alone are one word.
                if self.pattern.is_ellipsis(*target) && matches!(sources, [one] if self.pattern.is_ellipsis(*one)) {
                    return Flow::Go;
                }
                let all: Vec<NodeId> = self.tree.children(*t).collect();
                let Some((&last, others)) = all.split_last() else { return Flow::Go };
                self.expr(*target, last, state, &mut |state| self.arguments(sources, others, state, next))
            }
            // A command of `RUN` may be one of several that operators join, or stand in a word.
            Role::Args
                if self.pattern.language == firedoor_lang::Language::Dockerfile
                    && self.options.implicit_deep_exprstmt
                    && let ([args], [t]) = (&ps[..], &ts[..])
                    && let [command] = self.pattern.node(*args).children[..]
                    && matches!(self.pattern.node(*args).op, Op::Plain)
                    && matches!(self.pattern.node(command).kind, Kind::Call | Kind::Binary | Kind::Assign)
                    && matches!(self.pattern.node(command).op, Op::Plain | Op::Metavariable(_)) =>
            {
                let mut stack: Vec<NodeId> = self.tree.children(*t).collect();
                // Of several words none is the command.
                if stack.len() != 1 {
                    return Flow::Go;
                }
                while let Some(t) = stack.pop() {
                    if !state.step() || self.expr(command, t, state, next) == Flow::Stop {
                        return Flow::Stop;
                    }
                    let node = self.tree.node(t);
                    let from = stack.len();
                    match node.kind {
                        Kind::Binary if node.sym != Sym::new(";") => stack.extend(self.tree.children(t)),
                        Kind::Call => {
                            stack.extend(self.tree.children(t).filter(|&c| self.tree.node(c).role == Role::Part));
                        }
                        _ => {}
                    }
                    stack[from..].reverse();
                }
                Flow::Go
            }
            // All conditions of Swift.
            Role::Cond
                if self.pattern.language == firedoor_lang::Language::Swift
                    && ts.len() > 1
                    && let [c] = ps[..]
                    && let Op::Metavariable(name) = self.pattern.node(c).op =>
            {
                self.bind_node(name, ts[0], state, next)
            }
            // `if let` of Rust has no condition that a metavariable would stand for.
            Role::Cond
                if self.pattern.language == firedoor_lang::Language::Rust
                    && matches!(ps[..], [c] if matches!(self.pattern.node(c).op, Op::Metavariable(_)))
                    && matches!(ts[..], [c] if self.tree.kind(c) == Kind::Other
                        && self.text(self.tree.node(c).span).starts_with(b"let ")) =>
            {
                Flow::Go
            }
            // The first values of `when a, b` of Ruby.
            Role::Value if pattern.kind == Kind::Case && self.pattern.language == firedoor_lang::Language::Ruby => {
                self.ordered(&ps, &ts, true, &|p, t, s, k| self.expr(p, t, s, k), state, next)
            }
            // `x = ...` asks for a value, whichever it is.
            Role::Value | Role::Default
                if ts.is_empty()
                    && matches!(pattern.kind, Kind::VarDef | Kind::Param | Kind::RestParam)
                    && matches!(ps[..], [p] if self.pattern.is_ellipsis(p)) =>
            {
                Flow::Go
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
                    let is_loop = matches!(pattern.kind, Kind::For | Kind::ForEach | Kind::While | Kind::DoWhile)
                        || pattern.kind == Kind::Try
                            && role == Role::Body
                            && self.pattern.language == firedoor_lang::Language::Scala;
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
                        // `new T() { ... }` of Java asks for a class without a name.
                        && !(pattern.kind == Kind::New && self.pattern.language == firedoor_lang::Language::Java)
                        && self.is_empty_body(*one)
                        && !matches!(
                            self.pattern.language,
                            firedoor_lang::Language::Go
                                | firedoor_lang::Language::Rust
                                | firedoor_lang::Language::Solidity
                                | firedoor_lang::Language::C
                                | firedoor_lang::Language::Cpp
                        )
                        && !(matches!(
                            self.pattern.language,
                            firedoor_lang::Language::Scala
                                | firedoor_lang::Language::TypeScript
                                | firedoor_lang::Language::Tsx
                        ) && pattern.kind == Kind::FuncDef) =>
                {
                    next(state)
                }
                _ => {
                    let compare = |p, t, s: &mut State, k: Next<'_>| self.stmt_or_expr(p, t, s, k);
                    self.ordered(&ps, &ts, false, &compare, state, next)
                }
            },
            // What a method of Go is called on counts as its first parameter, for which only an ellipsis stands.
            Role::Params
                if pattern.kind == Kind::FuncDef
                    && self.pattern.language == firedoor_lang::Language::Go
                    && self.pattern.child(p, Role::Recv).is_none()
                    && self.tree.child(t, Role::Recv).is_some()
                    && let [params] = ps[..]
                    && self.pattern.node(params).kind == Kind::Params
                    && !self.pattern.node(params).children.first().is_some_and(|&first| {
                        self.pattern.is_ellipsis(first) || self.pattern.sequence(first).is_some()
                    }) =>
            {
                Flow::Go
            }
            // Nothing between the brackets, or no brackets at all.
            Role::Params if ts.is_empty() && pattern.kind != Kind::Catch => match ps[..] {
                [params] if self.pattern.node(params).kind == Kind::Params => {
                    self.parameters(&self.pattern.node(params).children, &[], state, next)
                }
                _ => Flow::Go,
            },
            // What a function of Solidity returns says nothing.
            Role::Ret
                if pattern.kind == Kind::FuncDef && self.pattern.language == firedoor_lang::Language::Solidity =>
            {
                next(state)
            }
            // `[x]: v` of JavaScript is no `x: v`.
            Role::Key
                if super::assigns_by_operator(self.pattern.language)
                    && let ([p], [t]) = (&ps[..], &ts[..])
                    && !self.pattern.is_ellipsis(*p)
                    && let ours = self.pattern.node(*p).flags & flag::POSTFIX != 0
                    && let theirs = self.tree.node(*t).flags & flag::POSTFIX != 0
                    && (ours && !theirs || theirs && !ours && matches!(self.pattern.node(*p).op, Op::Plain)) =>
            {
                Flow::Go
            }
            // `T?` of Kotlin is no `T`, and asks for a type that may be nothing.
            Role::Type | Role::Ret
                if self.pattern.language == firedoor_lang::Language::Kotlin
                    && let ([p], [t]) = (&ps[..], &ts[..])
                    && !self.pattern.is_ellipsis(*p)
                    && let (ours, theirs) = (self.pattern.node(*p), self.tree.node(*t))
                    && let ours_asks = ours.flags & flag::POSTFIX != 0
                    && let theirs_is = theirs.flags & flag::POSTFIX != 0
                    && (ours_asks && !theirs_is || theirs_is && !ours_asks && matches!(ours.op, Op::Plain)) =>
            {
                Flow::Go
            }
            // `var` of C# is no type that a metavariable would stand for.
            Role::Type
                if pattern.kind == Kind::VarDef
                    && self.pattern.language == firedoor_lang::Language::CSharp
                    && matches!(ps[..], [ty] if matches!(self.pattern.node(ty).op, Op::Metavariable(_)))
                    && matches!(ts[..], [ty] if self.tree.node(ty).sym == Sym::new("var")) =>
            {
                Flow::Go
            }
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
            // `except ...:`, whatever is caught.
            Role::Params
                if ts.is_empty()
                    && pattern.kind == Kind::Catch
                    && self.pattern.language == firedoor_lang::Language::Python
                    && matches!(ps[..], [c] if self.pattern.is_ellipsis(c)) =>
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
                    && let Some(p) = self.pattern.child(*p, Role::Name)
                    && super::assigns_by_operator(self.pattern.language) =>
            {
                let t = match self.tree.kind(*t) {
                    Kind::VarDef => self.tree.child(*t, Role::Name).unwrap_or(*t),
                    _ => *t,
                };
                self.expr(p, t, state, next)
            }
            // `for k := range m` of Go asks for one variable.
            Role::Left
                if pattern.kind == Kind::ForEach
                    && self.pattern.language == firedoor_lang::Language::Go
                    && let ([p], [t]) = (&ps[..], &ts[..])
                    && !self.pattern.is_ellipsis(*p)
                    && (self.tree.kind(*t) == Kind::Tuple) != (self.pattern.node(*p).kind == Kind::Tuple) =>
            {
                Flow::Go
            }
            // What a loop begins with is one definition, or an assignment, which is no definition.
            Role::Init
                if pattern.kind == Kind::For
                    && (ps.len() == 1 && ts.len() != 1
                        || matches!((&ps[..], &ts[..]), ([p], [t]) if self.tree.kind(*t) == Kind::VarDef
                            && self.assigns(*p))) =>
            {
                Flow::Go
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

    /// Whether a part of the pattern is an assignment, perhaps as a statement.
    fn assigns(&self, p: u32) -> bool {
        let node = self.pattern.node(p);
        matches!(node.op, Op::Plain)
            && match (node.kind, &node.children[..]) {
                (Kind::Assign, _) => true,
                (Kind::ExprStmt, [inner]) => self.assigns(*inner),
                _ => false,
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
            // `const` of Kotlin is a word of its own.
            let apart =
                matches!(self.pattern.language, firedoor_lang::Language::Swift | firedoor_lang::Language::Kotlin);
            // `readonly` of C# is `const`, and the other way round.
            let fixed = |sym: Sym| sym == Sym::new("const") || sym == Sym::new("readonly");
            if self.pattern.language == firedoor_lang::Language::CSharp && fixed(pattern.sym) && fixed(node.sym) {
                return k(state);
            }
            if pattern.sym == Sym::new("var") && self.pattern.language == firedoor_lang::Language::Scala && is("val") {
                return k(state);
            }
            if pattern.sym == Sym::new("var") && self.options.let_is_var && !apart && (is("let") || is("const")) {
                return k(state);
            }
        }
        // Words of Solidity that say what a function does to the state, or that it overrides, are modifiers as well.
        if pattern.kind == Kind::Annotation
            && node.kind == Kind::Modifier
            && self.pattern.language == firedoor_lang::Language::Solidity
            && let Op::Metavariable(name) = pattern.op
        {
            let seen = ["public", "external", "internal", "private"].iter().any(|w| node.sym == Sym::new(w));
            return if seen { Flow::Go } else { self.bind_node(name, t, state, k) };
        }
        self.expr(p, t, state, k)
    }

    fn has_empty_body(&self, p: u32) -> bool {
        self.pattern.node(p).kind == Kind::Case
            && self.pattern.child(p, Role::Body).is_none_or(|b| self.pattern.node(b).children.is_empty())
    }

    /// `case ...` of Go.
    fn is_any_case(&self, p: u32) -> bool {
        let node = self.pattern.node(p);
        let any = |c: &u32| {
            self.pattern.is_ellipsis(*c)
                || matches!(self.pattern.node(*c).children[..], [inner] if self.pattern.is_ellipsis(inner))
        };
        self.pattern.language == firedoor_lang::Language::Go
            && matches!(node.op, Op::Plain)
            && node.kind == Kind::Case
            && self.pattern.child(p, Role::Value).is_some()
            && node.children.iter().all(any)
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
            // `try { }` of Java: whatever follows is no part of it.
            if self.tree.kind(t) == Kind::Try
                && self.pattern.language == firedoor_lang::Language::Java
                && let [wanted] = self.pattern.node(p).children[..]
                && let Some(body) = self.tree.child(t, Role::Body)
                && !self.tree.children(t).any(|c| self.tree.node(c).role == Role::Init)
            {
                let span = Span { start: self.tree.node(t).span.start, end: self.tree.node(body).span.end };
                return self.body(wanted, body, state, &mut |state| {
                    state.span = Some(span);
                    k(state)
                });
            }
            // `if (c)`: what stands before the branch.
            if self.tree.kind(t) == Kind::If
                && let [wanted] = self.pattern.node(p).children[..]
                && let Some(cond) = self.tree.child(t, Role::Cond)
            {
                let span = Span { start: self.tree.node(t).span.start, end: self.tree.node(cond).span.end };
                return self.expr(wanted, cond, state, &mut |state| {
                    state.span = Some(span);
                    k(state)
                });
            }
            return self.record(p, t, state, k);
        }
        Flow::Go
    }
}
