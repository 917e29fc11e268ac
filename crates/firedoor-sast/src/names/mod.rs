//! What names mean, as far as one file tells: which variable an identifier speaks of, what an import resolves it to,
//! and which constant it holds.
//!
//! Variables belong to functions, classes and the file, not to blocks: two variables of one name in sibling blocks
//! count as one. That is coarser than the languages are, and never separates what belongs together. Go's belong to
//! blocks, because `x := x` in a loop is an idiom whose absence rules look for.

mod constants;
mod effect;
mod imports;
mod value;

use firedoor_lang::Language;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::tree::{Def, Kind, NodeId, Role, Sym, Tree};

pub(crate) use imports::dotted;
pub(crate) use value::symbolic;

/// One place where a variable gets a value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Write {
    /// The statement or expression that writes.
    pub(crate) at: NodeId,
    /// The value, where it is an expression.
    pub(crate) value: Option<NodeId>,
}

/// Resolves the names of a tree and computes its hashes.
pub fn resolve(tree: &mut Tree, src: &[u8], language: Language) {
    let mut names = Names { scopes: FxHashMap::default(), writes: Vec::new(), globals: FxHashSet::default() };
    if language == Language::Php {
        names.globals = handed_in(tree, src);
    }
    names.define(tree, language);
    names.speak(tree, language);
    if matches!(
        language,
        Language::Ruby
            | Language::Rust
            | Language::Scala
            | Language::Elixir
            | Language::Kotlin
            | Language::R
            | Language::Julia
            | Language::JavaScript
            | Language::TypeScript
            | Language::Tsx
    ) {
        mark_returned(tree, language);
    }
    imports::resolve(tree, src, language);
    constants::fold(tree, src, language, &names.writes);
    for (def, writes) in tree.defs.iter_mut().zip(&mut names.writes) {
        // What is appended to an object is no other object.
        writes.retain(|w| !matches!(tree.nodes[w.at as usize].kind, Kind::Binary | Kind::Call));
        def.writes = u32::try_from(writes.len()).unwrap_or(u32::MAX);
        if let [only] = writes[..] {
            def.init = only.value.filter(|&v| v != only.at);
        }
    }
    for (nth, writes) in names.writes.iter().enumerate().filter(|(_, w)| (2..=value::MOST_WRITES).contains(&w.len())) {
        tree.rewrites.insert(u32::try_from(nth).unwrap_or(u32::MAX), writes.iter().map(|w| (w.at, w.value)).collect());
    }
    for (nth, def) in tree.defs.iter().enumerate() {
        if tree.nodes[def.scope as usize].kind == Kind::ClassDef {
            let name = tree.nodes[def.ident as usize].sym;
            tree.fields.entry(name).or_insert(u32::try_from(nth).unwrap_or(u32::MAX));
        }
    }
    if crate::matcher::assigns_by_operator(language) {
        parameter_properties(tree);
    }
    tree.rehash();
}

/// The variables of what is around that functions without a name change: `function () use (&$x) { … }` (PHP).
fn handed_in(tree: &Tree, src: &[u8]) -> FxHashSet<(NodeId, Sym)> {
    let mut out = FxHashSet::default();
    for id in (0..tree.written).filter(|&id| tree.kind(id) == Kind::Lambda) {
        let Some(body) = tree.child(id, Role::Body) else { continue };
        let head = src.get(tree.node(id).span.start as usize..tree.node(body).span.start as usize);
        let Some(head) = head.and_then(|h| std::str::from_utf8(h).ok()) else { continue };
        let clause = head.rsplit_once("use").filter(|(before, _)| before.trim_end().ends_with(')'));
        let Some((_, list)) = clause else { continue };
        let names = list.split(['(', ',', ')']).filter_map(|part| part.trim().strip_prefix('&'));
        out.extend(names.map(|name| (id, Sym::new(name.trim()))));
    }
    out
}

/// `constructor(private x: T)` declares a field; where a framework fills in the parameters, `constructor(x: T)` as well.
fn parameter_properties(tree: &mut Tree) {
    const FILLED: [Sym; 2] = [Sym::new("Injectable"), Sym::new("Component")];
    for (nth, def) in tree.defs.iter().enumerate() {
        let function = tree.node(def.scope);
        let constructs = function.kind == Kind::FuncDef
            && tree.kind(function.parent) == Kind::ClassBody
            && tree.child(def.scope, Role::Name).is_some_and(|n| tree.node(n).sym == Sym::new("constructor"));
        let parent = tree.node(def.ident).parent;
        if !constructs || tree.kind(parent) != Kind::Param {
            continue;
        }
        let filled = || {
            let class = tree.node(function.parent).parent;
            tree.children(class)
                .filter(|&c| tree.kind(c) == Kind::Annotation)
                .any(|c| tree.child(c, Role::Name).is_some_and(|n| FILLED.contains(&tree.node(n).sym)))
        };
        if tree.children(parent).any(|c| tree.node(c).role == Role::Modifier) || filled() {
            let name = tree.node(def.ident).sym;
            tree.fields.entry(name).or_insert(u32::try_from(nth).unwrap_or(u32::MAX));
        }
    }
}

struct Names {
    scopes: FxHashMap<(NodeId, Sym), u32>,
    /// Names that a function says are those of the whole file.
    globals: FxHashSet<(NodeId, Sym)>,
    writes: Vec<Vec<Write>>,
}

/// Whether an assignment makes a new variable.
fn assignment_defines(language: Language) -> bool {
    matches!(
        language,
        Language::Python
            | Language::Ruby
            | Language::Php
            | Language::Bash
            | Language::Elixir
            | Language::Go
            | Language::R
            | Language::Julia
    )
}

fn is_scope(kind: Kind, language: Language) -> bool {
    let in_blocks = language == Language::Go
        && matches!(kind, Kind::Block | Kind::For | Kind::ForEach | Kind::While | Kind::If | Kind::Switch | Kind::Case);
    in_blocks || matches!(kind, Kind::FuncDef | Kind::Lambda | Kind::ClassDef | Kind::Program)
}

impl Names {
    fn define(&mut self, tree: &mut Tree, language: Language) {
        let mut scopes: Vec<NodeId> = vec![Tree::ROOT];
        let mut defs = Vec::new();
        let mut globals = std::mem::take(&mut self.globals);
        for id in 0..tree.written {
            let node = tree.nodes[id as usize];
            while scopes.last().is_some_and(|&s| tree.nodes[s as usize].end <= id) {
                scopes.pop();
            }
            if is_scope(node.kind, language) && id != Tree::ROOT {
                scopes.push(id);
            }
            let scope = scopes.last().copied().unwrap_or(Tree::ROOT);
            match node.kind {
                Kind::Directive if node.sym == Sym::new("global") || node.sym == Sym::new("nonlocal") => {
                    globals.extend(tree.children(id).map(|c| (scope, tree.node(c).sym)));
                }
                Kind::Param | Kind::RestParam | Kind::HashParam => {
                    let ty = tree.child(id, Role::Type);
                    if let Some(name) = tree.child(id, Role::Name) {
                        self.targets(tree, &mut defs, scope, name, ty, Write { at: id, value: None });
                    }
                }
                Kind::VarDef => {
                    let ty = tree.child(id, Role::Type);
                    let value = tree.child(id, Role::Value);
                    if let Some(name) = tree.child(id, Role::Name) {
                        self.targets(tree, &mut defs, scope, name, ty, Write { at: id, value });
                        // Without a value it only declares.
                        if value.is_none()
                            && node.role != Role::Left
                            && tree.kind(name) == Kind::Ident
                            && let Some(&def) = self.scopes.get(&(scope, tree.node(name).sym))
                        {
                            self.writes[def as usize].pop();
                        }
                    }
                }
                Kind::Assign | Kind::AugAssign => {
                    let left = tree.child(id, Role::Left);
                    // What `x += e` leaves behind is known by the number of the assignment.
                    let value = if node.kind == Kind::Assign { tree.child(id, Role::Right) } else { Some(id) };
                    if let Some(left) = left {
                        let scope = self.assigned_scope(tree, &scopes, left, language, &globals);
                        if let Some(scope) = scope {
                            self.targets(tree, &mut defs, scope, left, None, Write { at: id, value })
                        }
                    }
                }
                Kind::Binary | Kind::Call if let Some((to, _)) = constants::appends(tree, id, language) => {
                    if let Some(def) = self.look_up(tree, &scopes, tree.node(to).sym, language) {
                        // Semgrep follows `concat` and takes `<<` for a change to anything.
                        let value = (node.kind == Kind::Call).then_some(id);
                        self.writes[def as usize].push(Write { at: id, value });
                    }
                }
                Kind::ForEach => {
                    if let Some(left) = tree.child(id, Role::Left)
                        && tree.kind(left) != Kind::VarDef
                        && let Some(scope) = self.assigned_scope(tree, &scopes, left, language, &globals)
                    {
                        self.targets(tree, &mut defs, scope, left, None, Write { at: id, value: None });
                    }
                }
                Kind::Catch => {
                    // `catch (e)`, with the name directly as the parameter.
                    if let Some(name) = tree.child(id, Role::Params).filter(|&n| tree.kind(n) == Kind::Ident)
                        && language != Language::Python
                    {
                        self.targets(tree, &mut defs, scope, name, None, Write { at: id, value: None });
                    }
                }
                Kind::Unary if node.sym == Sym::new("++") || node.sym == Sym::new("--") => {
                    if let Some(name) = tree.first_child(id).filter(|&n| tree.kind(n) == Kind::Ident)
                        && let Some(def) = self.look_up(tree, &scopes, tree.node(name).sym, language)
                    {
                        self.writes[def as usize].push(Write { at: id, value: None });
                    }
                }
                _ => {}
            }
        }
        tree.defs = defs;
        self.globals = globals;
    }

    /// The scope in which an assignment to `left` writes; `None` where the name is unknown.
    fn assigned_scope(
        &self,
        tree: &Tree,
        scopes: &[NodeId],
        left: NodeId,
        language: Language,
        globals: &FxHashSet<(NodeId, Sym)>,
    ) -> Option<NodeId> {
        let sym = tree.node(left).sym;
        let inner = scopes.last().copied().unwrap_or(Tree::ROOT);
        if tree.kind(left) == Kind::Ident {
            let is_lambda = |scope: NodeId| tree.kind(scope) == Kind::Lambda && language == Language::Php;
            if globals.contains(&(inner, sym)) && !is_lambda(inner) {
                return Some(Tree::ROOT);
            }
            // Blocks of Ruby, and every function of languages with declarations, see the outer variable.
            // `x = 1` of Go, not `x := 1`.
            let parent = tree.node(tree.node(left).parent);
            let assigns = language == Language::Go && parent.flags & crate::tree::flag::IMPLIED == 0;
            let sees_outer = !matches!(language, Language::Python | Language::Php)
                || is_lambda(inner) && globals.contains(&(inner, sym));
            for &scope in scopes.iter().rev() {
                if self.scopes.contains_key(&(scope, sym)) {
                    return Some(scope);
                }
                let is_block = tree.kind(scope) == Kind::Lambda && language == Language::Ruby
                    || is_lambda(scope) && globals.contains(&(scope, sym));
                if !is_block && assignment_defines(language) && !assigns || !sees_outer {
                    break;
                }
            }
        }
        if !assignment_defines(language) {
            let js = matches!(language, Language::JavaScript | Language::TypeScript | Language::Tsx);
            return match tree.kind(left) {
                Kind::Ident if js => Some(Tree::ROOT),
                Kind::Ident => None,
                _ => Some(inner),
            };
        }
        if language == Language::Go {
            return Some(inner);
        }
        let is_own =
            |s: &NodeId| tree.kind(*s) != Kind::Lambda || language == Language::Php && !globals.contains(&(*s, sym));
        let home = scopes.iter().rev().copied().find(is_own);
        Some(home.unwrap_or(inner))
    }

    /// Notes the names that a pattern of names binds.
    fn targets(
        &mut self,
        tree: &Tree,
        defs: &mut Vec<Def>,
        scope: NodeId,
        target: NodeId,
        ty: Option<NodeId>,
        write: Write,
    ) {
        let node = tree.node(target);
        if node.kind == Kind::Ident {
            let def = *self.scopes.entry((scope, node.sym)).or_insert_with(|| {
                defs.push(Def { scope, ident: target, ty, init: None, writes: 0 });
                self.writes.push(Vec::new());
                u32::try_from(defs.len() - 1).unwrap_or(u32::MAX)
            });
            if let Some(def) = defs.get_mut(def as usize)
                && def.ty.is_none()
            {
                def.ty = ty;
            }
            self.writes[def as usize].push(write);
            return;
        }
        // Destructuring: every name in it, without a value.
        if matches!(node.kind, Kind::Tuple | Kind::Array | Kind::Object | Kind::Pair | Kind::Spread | Kind::Assign) {
            let pairs = tree.kind(write.at) == Kind::Assign || tree.kind(write.at) == Kind::VarDef;
            let values: Vec<NodeId> = match write.value {
                Some(v) if pairs && tree.kind(v) == Kind::Tuple && node.kind == Kind::Tuple => {
                    tree.children(v).collect()
                }
                _ => Vec::new(),
            };
            let children: Vec<NodeId> = tree.children(target).collect();
            let aligned = values.len() == children.len();
            for (nth, child) in children.into_iter().enumerate() {
                let role = tree.node(child).role;
                if matches!(role, Role::Key | Role::Right | Role::Default | Role::Type) {
                    continue;
                }
                let value = if aligned { values.get(nth).copied() } else { None };
                self.targets(tree, defs, scope, child, None, Write { at: write.at, value });
            }
        }
    }

    fn look_up(&self, tree: &Tree, scopes: &[NodeId], sym: Sym, language: Language) -> Option<u32> {
        let class_visible = !matches!(
            language,
            Language::Python
                | Language::JavaScript
                | Language::TypeScript
                | Language::Tsx
                | Language::Php
                | Language::Ruby
        );
        let innermost = scopes.last().copied();
        for &scope in scopes.iter().rev() {
            if tree.kind(scope) == Kind::ClassDef && !class_visible && Some(scope) != innermost {
                continue;
            }
            if let Some(&def) = self.scopes.get(&(scope, sym)) {
                return Some(def);
            }
            if language == Language::Php && tree.kind(scope) == Kind::FuncDef {
                if self.globals.contains(&(scope, sym)) {
                    return self.scopes.get(&(Tree::ROOT, sym)).copied();
                }
                // Constants are seen everywhere.
                return self.scopes.get(&(Tree::ROOT, sym)).copied().filter(|&def| {
                    let ident = tree.defs.get(def as usize).map_or(Tree::ROOT, |d| d.ident);
                    tree.kind(tree.node(ident).parent) == Kind::VarDef
                });
            }
        }
        None
    }

    /// Connects every use with its definition.
    fn speak(&self, tree: &mut Tree, language: Language) {
        let mut scopes: Vec<NodeId> = vec![Tree::ROOT];
        let mut found = FxHashMap::default();
        for id in 0..tree.written {
            let node = tree.nodes[id as usize];
            while scopes.last().is_some_and(|&s| tree.nodes[s as usize].end <= id) {
                scopes.pop();
            }
            if is_scope(node.kind, language) && id != Tree::ROOT {
                scopes.push(id);
            }
            if node.kind != Kind::Ident {
                continue;
            }
            let parent = tree.nodes[node.parent as usize].kind;
            let is_part = match node.role {
                Role::Name => !matches!(parent, Kind::VarDef | Kind::Param | Kind::RestParam | Kind::HashParam),
                // Keys of dictionaries are expressions in Python.
                Role::Key => parent != Kind::Pair || language != Language::Python,
                Role::Module | Role::Alias | Role::Label => true,
                Role::Type => false,
                _ => false,
            };
            if is_part {
                continue;
            }
            // Defaults and types of parameters, and decorators, belong to the outside; close enough.
            if let Some(def) = self.look_up(tree, &scopes, node.sym, language) {
                found.insert(id, def);
            }
        }
        tree.def_of = found;
    }
}

/// Whether an expression is an assignment that gives no value; in Ruby and Rust one of what a call returns gives it. Loops of
/// Rust give none.
fn is_set_only(tree: &Tree, id: NodeId, language: Language) -> bool {
    let calls = |id: NodeId| tree.kind(id) == Kind::Call;
    match language {
        Language::Kotlin => matches!(tree.kind(id), Kind::Assign | Kind::AugAssign),
        Language::Ruby | Language::Rust => {
            let loops = matches!(tree.kind(id), Kind::ForEach | Kind::While | Kind::For);
            language == Language::Rust && loops
                || tree.kind(id) == Kind::AugAssign
                || tree.kind(id) == Kind::Assign && !tree.child(id, Role::Right).is_some_and(calls)
        }
        _ => false,
    }
}

/// Marks the statements whose value a function gives back because they come last.
fn mark_returned(tree: &mut Tree, language: Language) {
    let script = crate::matcher::assigns_by_operator(language);
    let returns = |id: NodeId| match tree.kind(id) {
        // Semgrep takes the last expression of a function without a name for its result in JavaScript, that of an
        // arrow's block not.
        Kind::Lambda => !script || tree.node(id).flags & crate::tree::flag::ARROW == 0,
        // Functions of Kotlin say `return`, lambdas do not.
        Kind::FuncDef => !script && language != Language::Kotlin,
        _ => false,
    };
    let mut last: Vec<NodeId> =
        (0..tree.written).filter(|&id| returns(id)).filter_map(|id| tree.child(id, Role::Body)).collect();
    while let Some(id) = last.pop() {
        match tree.kind(id) {
            Kind::Block => last.extend(tree.children(id).last()),
            // What stands in `ensure` of Ruby comes last.
            Kind::Try
                if language == Language::Ruby
                    && let Some(ensure) = tree.child(id, Role::Finally) =>
            {
                last.push(ensure);
            }
            // What a try of Scala gives is that of its end, or of its body.
            Kind::Try if language == Language::Scala => {
                let finally = tree.children(id).find(|&c| tree.kind(c) == Kind::Finally);
                last.extend(finally.or_else(|| tree.child(id, Role::Body)));
            }
            // That of Julia, of its end, of its `else`, or of its body.
            Kind::Try if language == Language::Julia => {
                let finally = tree.child(id, Role::Finally);
                let otherwise = || tree.child(id, Role::Else).or_else(|| tree.child(id, Role::Body));
                last.extend(finally.or_else(otherwise));
            }
            Kind::Finally => last.extend(tree.child(id, Role::Body)),
            Kind::If | Kind::Try => {
                for role in [Role::Then, Role::Else, Role::Body, Role::Catch] {
                    last.extend(tree.children(id).filter(|&c| tree.node(c).role == role));
                }
            }
            Kind::Catch | Kind::Case => last.extend(tree.child(id, Role::Body)),
            Kind::Switch => last.extend(tree.children(id).filter(|&c| tree.node(c).role == Role::Case)),
            Kind::ExprStmt => {
                if let Some(inner) = tree.first_child(id) {
                    last.push(inner);
                    // The value of a condition is that of one of its branches.
                    if matches!(tree.kind(inner), Kind::If | Kind::Switch | Kind::Try | Kind::Block)
                        || is_set_only(tree, inner, language)
                    {
                        continue;
                    }
                }
                tree.nodes[id as usize].flags |= crate::tree::flag::RETURNED;
            }
            _ => {}
        }
    }
}
