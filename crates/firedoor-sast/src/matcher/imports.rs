//! Imports, by their parts and by the full names that they bring in.

use super::{Flow, Matcher, Next, State};
use crate::pattern::Op;
use crate::tree::{Kind, NodeId, Role, Sym, Tree, flag};

impl Matcher<'_> {
    /// Imports: modules may be prefixes, names come in any order, and `import a.b` is `from a import b`.
    pub(super) fn import(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let (pattern, node) = (self.pattern.node(p), self.tree.node(t));
        if !matches!(node.kind, Kind::ImportFrom | Kind::ImportAs | Kind::ImportAll) {
            return self.import_vs_require(p, t, state, k);
        }
        // `static` of Java need not be asked for.
        let java = self.pattern.language == firedoor_lang::Language::Java;
        if java && pattern.sym != node.sym && pattern.sym != Sym::NONE {
            return Flow::Go;
        }
        // `import $X;` of Java is also `import a.*;`.
        if java
            && (pattern.kind, node.kind) == (Kind::ImportFrom, Kind::ImportAll)
            && self.pattern.child(p, Role::Module).is_none()
            && let [only] = pattern.children[..]
            && let Op::Metavariable(name) =
                self.pattern.child(only, Role::Name).map_or(&Op::Plain, |n| &self.pattern.node(n).op)
            && let Some(module) = self.tree.child(t, Role::Module)
        {
            return self.bind_way(*name, module, (module, module), state, k);
        }
        let mut matched = false;
        if pattern.kind == node.kind {
            let flow = self.import_parts(p, t, state, &mut |state| {
                matched = true;
                k(state)
            });
            if flow == Flow::Stop {
                return flow;
            }
        }
        // `import $X` of Python is also `from a import b`, with each of its names.
        if self.pattern.language == firedoor_lang::Language::Python
            && pattern.kind == Kind::ImportAs
            && node.kind != Kind::ImportAs
            && self.pattern.child(p, Role::Alias).is_none()
            && let (Some(ours), Some(module)) = (self.pattern.child(p, Role::Module), self.tree.child(t, Role::Module))
            && let Op::Metavariable(name) = self.pattern.node(ours).op
        {
            let names = self.tree.children(t).filter(|&c| self.tree.kind(c) == Kind::ImportName);
            let names: Vec<NodeId> = if node.kind == Kind::ImportAll { vec![module] } else { names.collect() };
            for last in names {
                let node = if last == module { module } else { super::Bound::NO_NODE };
                let flow = self.bind_way(name, node, (module, last), state, k);
                if flow == Flow::Stop {
                    return flow;
                }
            }
            return Flow::Go;
        }
        if self.pattern.language == firedoor_lang::Language::Python && pattern.kind != node.kind {
            let flow = self.rest_of_path(p, t, state, k);
            if flow == Flow::Stop {
                return flow;
            }
        }
        // `import $X` of Scala, Rust and Kotlin: the whole path.
        let kotlin = self.pattern.language == firedoor_lang::Language::Kotlin;
        let hole = match (self.pattern.language, pattern.kind, self.pattern.child(p, Role::Module)) {
            (firedoor_lang::Language::Scala | firedoor_lang::Language::Rust, Kind::ImportAs, module) => module,
            (firedoor_lang::Language::Kotlin, Kind::ImportFrom, None) => match pattern.children[..] {
                [only] => self.pattern.child(only, Role::Name),
                _ => None,
            },
            _ => None,
        };
        let scala = self.pattern.language == firedoor_lang::Language::Scala;
        if (node.kind == Kind::ImportFrom || (kotlin || scala) && node.kind == Kind::ImportAll)
            && let Some(hole) = hole
            && let Op::Metavariable(name) = self.pattern.node(hole).op
            && let Some(first) = self.tree.first_child(t)
        {
            let span = firedoor_core::Span { start: self.tree.node(first).span.start, end: node.span.end };
            let mark = state.len();
            let bound = super::Bound {
                name,
                node: super::Bound::NO_NODE,
                span,
                hash: self.tree.hash(t),
                def: 0,
                import: self.import_of(t),
                token: false,
            };
            let flow = if state.bind(bound) { k(state) } else { Flow::Go };
            state.undo(mark);
            return flow;
        }
        // `from a import *` of Python imports `a`.
        let all = node.kind == Kind::ImportAll
            && !(pattern.kind == Kind::ImportAs && self.pattern.language == firedoor_lang::Language::Python);
        if matched || pattern.kind == Kind::ImportAll || all {
            return Flow::Go;
        }
        // `import 'm'` asks for no names.
        if pattern.kind == Kind::ImportAs
            && self.pattern.child(p, Role::Alias).is_none()
            && let (Some(a), Some(b)) = (self.pattern.child(p, Role::Module), self.tree.child(t, Role::Module))
            && self.pattern.node(a).kind == Kind::Str
        {
            return self.module((Some(a), Some(b)), state, k);
        }
        // By full names, where the pattern gives no alias.
        let aliased = |c: u32| self.pattern.child(c, Role::Alias).is_some();
        if aliased(p) || pattern.children.iter().any(|&c| aliased(c)) {
            return Flow::Go;
        }
        let (Some(ours), Some(theirs)) = (self.pattern_paths(p), self.import_paths(t)) else { return Flow::Go };
        let fits = ours.iter().all(|a| theirs.iter().any(|b| a.len() <= b.len() && a[..] == b[..a.len()]));
        if fits && !ours.is_empty() { k(state) } else { Flow::Go }
    }

    /// `import {a} from 'm'` and `const {a} = require('m')`.
    fn import_vs_require(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let (Some(name), Some(call)) = (self.tree.child(t, Role::Name), self.tree.child(t, Role::Value)) else {
            return Flow::Go;
        };
        let is_require = self.tree.kind(call) == Kind::Call
            && self.tree.child(call, Role::Callee).is_some_and(|c| self.tree.node(c).sym == Sym::new("require"));
        let module = self.tree.child(call, Role::Args).and_then(|a| self.tree.first_child(a));
        let (true, Some(module), Some(wanted)) = (is_require, module, self.pattern.child(p, Role::Module)) else {
            return Flow::Go;
        };
        let names: Vec<u32> = self
            .pattern
            .node(p)
            .children
            .iter()
            .copied()
            .filter(|&c| self.pattern.node(c).kind == Kind::ImportName)
            .collect();
        // A module that may be any is asked of imports only; what is renamed has to be asked for by its name.
        if matches!(self.pattern.node(wanted).op, Op::Metavariable(_) | Op::AnyString) {
            return Flow::Go;
        }
        let keys: Vec<NodeId> = (self.tree.children(name))
            .filter(|&c| self.tree.kind(c) != Kind::Pair || self.tree.node(c).flags & flag::IMPLIED != 0)
            .filter_map(|c| self.tree.child(c, Role::Key).or(Some(c)))
            .collect();
        if self.pattern.child(p, Role::Alias).is_some() {
            return Flow::Go;
        }
        let compare = |n: u32, t: NodeId, s: &mut State, k: Next<'_>| match self.pattern.child(n, Role::Name) {
            Some(n) => self.expr(n, t, s, k),
            None => Flow::Go,
        };
        self.any_order(&names, &keys, true, &compare, state, &mut |state| {
            self.module((Some(wanted), Some(module)), state, k)
        })
    }

    fn import_parts(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let names = |role: Role| -> Vec<u32> {
            self.pattern.node(p).children.iter().copied().filter(|&c| self.pattern.node(c).role == role).collect()
        };
        let targets: Vec<NodeId> = self.tree.children(t).filter(|&c| self.tree.kind(c) == Kind::ImportName).collect();
        let wanted: Vec<u32> = names(Role::None).into_iter().filter(|&c| !self.pattern.is_ellipsis(c)).collect();
        let alias = (self.pattern.child(p, Role::Alias), self.tree.child(t, Role::Alias));
        // `import $LIB` of a dotted name: the whole of it.
        let php = self.pattern.language == firedoor_lang::Language::Php;
        if let ([one], [first, ..], None, Some(module)) =
            (&wanted[..], &targets[..], self.pattern.child(p, Role::Module), self.tree.child(t, Role::Module))
            && (php || self.pattern.language == firedoor_lang::Language::Java && targets.len() == 1)
            && names(Role::Modifier).len()
                == self.tree.children(t).filter(|&c| self.tree.node(c).role == Role::Modifier).count()
            && self.pattern.node(p).flags == self.tree.node(t).flags
            && let Some(name) = self.pattern.child(*one, Role::Name).or(Some(*one))
            && let Op::Metavariable(name) = self.pattern.node(name).op
        {
            for target in if php { &targets[..] } else { std::slice::from_ref(first) } {
                let flow = self.bind_way(name, super::Bound::NO_NODE, (module, *target), state, k);
                if flow == Flow::Stop {
                    return flow;
                }
            }
            return Flow::Go;
        }
        let module = (self.pattern.child(p, Role::Module), self.tree.child(t, Role::Module));
        self.module(module, state, &mut |state| {
            let mut rest = |state: &mut State| match alias {
                (None, _) => k(state),
                (Some(a), Some(b)) => match self.pattern.node(a).op {
                    Op::Metavariable(name) => self.bind_imported(name, b, state, k),
                    _ => self.expr(a, b, state, k),
                },
                (Some(_), None) => Flow::Go,
            };
            self.any_order(&wanted, &targets, true, &|p, t, s, k| self.import_name(p, t, s, k), state, &mut rest)
        })
    }

    fn import_name(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let pattern = self.pattern.node(p);
        if let Op::Metavariable(name) = pattern.op {
            let target = self.tree.child(t, Role::Name).unwrap_or(t);
            return self.bind_imported(name, target, state, k);
        }
        self.record(p, t, state, k)
    }

    /// Binds the way from a module to what is imported of it.
    fn bind_way(
        &self,
        name: Sym,
        node: NodeId,
        (module, last): (NodeId, NodeId),
        state: &mut State,
        k: Next<'_>,
    ) -> Flow {
        let (start, end) = (self.tree.node(module).span.start, self.tree.node(last).span.end);
        let span = firedoor_core::Span { start, end };
        let hash = crate::tree::mix(self.tree.hash(module), self.tree.hash(last));
        let mark = state.len();
        let bound = super::Bound { name, node, span, hash, def: 0, import: 0, token: false };
        let flow = if state.bind(bound) { k(state) } else { Flow::Go };
        state.undo(mark);
        flow
    }

    /// Binds an imported name, which is none of the local variables that may be called the same.
    fn bind_imported(&self, name: Sym, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let node = self.tree.node(t);
        let of_file = |d: &crate::tree::Def| d.scope == Tree::ROOT && self.tree.node(d.ident).sym == node.sym;
        let def = match self.tree.defs.iter().position(of_file) {
            _ if !self.options.unify_ids_strictly => 0,
            Some(def) => u32::try_from(def + 1).unwrap_or(0),
            None => super::Bound::IMPORTED,
        };
        let mark = state.len();
        let bound = super::Bound {
            name,
            node: t,
            span: self.shown(t),
            hash: self.tree.hash(t),
            def,
            import: self.import_of(t),
            token: false,
        };
        let flow = if state.bind(bound) { k(state) } else { Flow::Go };
        state.undo(mark);
        flow
    }

    /// A module by its whole name or a prefix of it.
    fn module(&self, (p, t): (Option<u32>, Option<NodeId>), state: &mut State, k: Next<'_>) -> Flow {
        let (p, t) = match (p, t) {
            (None, None) => return k(state),
            (Some(p), Some(t)) => (p, t),
            (None, Some(_)) => return Flow::Go,
            (Some(_), None) => return Flow::Go,
        };
        if let Op::Metavariable(name) = self.pattern.node(p).op
            && self.tree.kind(t) == Kind::Ident
        {
            return self.bind_imported(name, t, state, k);
        }
        let mut matched = false;
        let flow = self.expr(p, t, state, &mut |state| {
            matched = true;
            k(state)
        });
        if flow == Flow::Stop || matched {
            return flow;
        }
        // `a/b` is below `a`.
        let wanted = self.pattern.node(p);
        if wanted.kind == Kind::Str && matches!(wanted.op, Op::Plain) && self.tree.kind(t) == Kind::Str {
            let text = self.text(self.tree.content_span(t));
            let below = text.strip_prefix(wanted.text.as_bytes()).is_some_and(|rest| rest.first() == Some(&b'/'));
            return if below { k(state) } else { Flow::Go };
        }
        if self.tree.kind(t) == Kind::Member
            && let Some(object) = self.tree.child(t, Role::Object)
        {
            return self.module((Some(p), Some(object)), state, k);
        }
        Flow::Go
    }

    /// `import a.$X` of Python is also `from a import b`, and `from a import $X` also `import a.b`.
    fn rest_of_path(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let mut before = Vec::new();
        let hole = match (self.pattern.node(p).kind, self.pattern.child(p, Role::Module)) {
            (Kind::ImportAs, Some(module)) if self.pattern.child(p, Role::Alias).is_none() => {
                let object = self.pattern.child(module, Role::Object);
                object.filter(|&o| self.pattern_path(o, &mut before));
                self.pattern.child(module, Role::Name)
            }
            (Kind::ImportFrom, Some(module)) if self.pattern_path(module, &mut before) => {
                let names = self.pattern.node(p).children.iter().copied();
                let mut names = names.filter(|&c| self.pattern.node(c).kind == Kind::ImportName);
                let only =
                    names.next().filter(|&c| names.next().is_none() && self.pattern.child(c, Role::Alias).is_none());
                only.and_then(|c| self.pattern.child(c, Role::Name))
            }
            _ => None,
        };
        let Some(Op::Metavariable(name)) = hole.map(|n| &self.pattern.node(n).op) else { return Flow::Go };
        if before.is_empty() {
            return Flow::Go;
        }
        let words = |id: NodeId| (id..self.tree.node(id).end).filter(|&n| self.tree.kind(n) == Kind::Ident);
        // `from .a import b` begins nowhere that could be asked for.
        let module = self.tree.child(t, Role::Module);
        if !module.is_some_and(|m| crate::names::dotted(self.tree, m, &mut Vec::new())) {
            return Flow::Go;
        }
        let module: Vec<NodeId> = module.map(|m| words(m).collect()).unwrap_or_default();
        let imported = self.tree.children(t).filter(|&c| self.tree.kind(c) == Kind::ImportName);
        let mut ways: Vec<Vec<NodeId>> = (imported.filter_map(|c| self.tree.child(c, Role::Name)))
            .map(|last| module.iter().copied().chain(words(last)).collect())
            .collect();
        if self.tree.kind(t) == Kind::ImportAs {
            ways.push(module);
        }
        for way in ways {
            let fits =
                way.len() > before.len() && way.iter().zip(&before).all(|(&n, sym)| self.tree.node(n).sym == *sym);
            let ([first, ..], Some(&last)) = (&way[before.len().min(way.len())..], way.last()) else { continue };
            let flow = match fits {
                true if *first == last => self.bind_imported(*name, last, state, k),
                true => self.bind_way(*name, super::Bound::NO_NODE, (*first, last), state, k),
                false => Flow::Go,
            };
            if flow == Flow::Stop {
                return flow;
            }
        }
        Flow::Go
    }

    fn pattern_path(&self, p: u32, into: &mut Vec<Sym>) -> bool {
        let node = self.pattern.node(p);
        match (&node.op, node.kind) {
            (Op::Plain, Kind::Ident | Kind::Str) => {
                into.push(node.sym);
                true
            }
            (Op::Plain, Kind::Member) => node.children.iter().all(|&c| self.pattern_path(c, into)),
            _ => false,
        }
    }

    fn pattern_paths(&self, p: u32) -> Option<Vec<Vec<Sym>>> {
        let mut module = Vec::new();
        if let Some(m) = self.pattern.child(p, Role::Module)
            && !self.pattern_path(m, &mut module)
        {
            return None;
        }
        if self.pattern.node(p).kind == Kind::ImportAs {
            return Some(vec![module]);
        }
        let mut paths = Vec::new();
        for &c in &self.pattern.node(p).children {
            if self.pattern.node(c).kind == Kind::ImportName {
                let mut path = module.clone();
                let name = self.pattern.child(c, Role::Name)?;
                if !self.pattern_path(name, &mut path) {
                    return None;
                }
                paths.push(path);
            }
        }
        Some(paths)
    }

    fn import_paths(&self, t: NodeId) -> Option<Vec<Vec<Sym>>> {
        let mut module = Vec::new();
        if let Some(m) = self.tree.child(t, Role::Module) {
            crate::names::dotted(self.tree, m, &mut module).then_some(())?;
        }
        if matches!(self.tree.kind(t), Kind::ImportAs | Kind::ImportAll) {
            return Some(vec![module]);
        }
        let mut paths = Vec::new();
        for c in self.tree.children(t) {
            if self.tree.kind(c) == Kind::ImportName {
                let mut path = module.clone();
                let name = self.tree.child(c, Role::Name)?;
                crate::names::dotted(self.tree, name, &mut path).then_some(())?;
                paths.push(path);
            }
        }
        Some(paths)
    }
}
