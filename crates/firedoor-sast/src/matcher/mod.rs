//! Matching a pattern with a node: continuation passing over a trail of bindings.
//!
//! Every function takes what to do next (`k`) and calls it once for each way in which the part matches, with the
//! bindings on the trail; on return the trail is as before. A continuation that returns [`Flow::Stop`] ends the
//! search. Work is bounded by a budget of steps. The semantics are those of Semgrep's generic matcher.

mod annotation;
mod assign;
mod deep;
mod env;
mod expr;
mod flatten;
mod imports;
mod left_out;
mod list;
mod made;
mod markup;
mod operators;
mod record;
mod shell;
mod stmt;
mod type_names;
mod types;
mod words;

pub use env::{Bound, Flow, State};
pub(crate) use words::{parts as parts_of_word, variable as variable_of_word};

use std::hash::{Hash as _, Hasher as _};

use firedoor_core::Span;
use rustc_hash::{FxHashSet, FxHasher};

use crate::pattern::{Pattern, Root};
use crate::rule::options::Options;
use crate::tree::{Kind, NodeId, Tree, flag};

/// What to do when a part has matched.
pub(crate) type Next<'k> = &'k mut dyn FnMut(&mut State) -> Flow;

/// One pattern over one file.
#[derive(Clone, Copy)]
pub struct Matcher<'a> {
    /// The pattern.
    pub pattern: &'a Pattern,
    /// The file's tree.
    pub tree: &'a Tree,
    /// The file's bytes.
    pub src: &'a [u8],
    /// The rule's switches.
    pub options: &'a Options,
    /// Only the longest match of a trailing ellipsis is needed (`pattern-inside`).
    pub inside: bool,
}

/// One way in which a pattern matched.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Match {
    /// What is reported.
    pub span: Span,
    /// The metavariables.
    pub bindings: Vec<Bound>,
    /// The node, where it is one.
    pub node: Option<NodeId>,
    /// Whether there is a longer one with the same beginning, for which a last ellipsis stands for more.
    pub short: bool,
}

/// Most matches of one pattern at one node, or at all beginnings in one list of statements; more are cut, and said.
const MAX_MATCHES: usize = 10_000;

/// Matches so far, each once.
#[derive(Default)]
struct Seen {
    all: Vec<Match>,
    /// Once there are many, their hashes: comparing each with all would take its time.
    hashes: FxHashSet<u64>,
}

/// Whether `a += b` is read as `a = a + b`, as Semgrep reads JavaScript.
pub(crate) fn assigns_by_operator(language: firedoor_lang::Language) -> bool {
    use firedoor_lang::Language as L;
    matches!(language, L::JavaScript | L::TypeScript | L::Tsx)
}

/// Whether `a?.b` and `a.b` are told apart, as Semgrep does.
pub(crate) fn tells_optional_chains(language: firedoor_lang::Language) -> bool {
    use firedoor_lang::Language as L;
    assigns_by_operator(language) || matches!(language, L::CSharp | L::Kotlin)
}

impl Seen {
    fn hash(found: &Match) -> u64 {
        let mut hasher = FxHasher::default();
        found.hash(&mut hasher);
        hasher.finish()
    }

    fn note(&mut self, found: Match, state: &mut State) -> Flow {
        const MANY: usize = 16;
        if self.all.len() < MANY {
            if self.all.contains(&found) {
                return Flow::Go;
            }
        } else {
            if self.hashes.is_empty() {
                self.hashes = self.all.iter().map(Self::hash).collect();
            }
            if !self.hashes.insert(Self::hash(&found)) {
                return Flow::Go;
            }
        }
        if self.all.len() >= MAX_MATCHES {
            state.cut();
            return Flow::Stop;
        }
        self.all.push(found);
        Flow::Go
    }
}

impl<'a> Matcher<'a> {
    /// Text of a span.
    pub(crate) fn text(&self, span: Span) -> &'a [u8] {
        self.src.get(span.range()).unwrap_or(&[])
    }

    /// Whether `x = e` asks for definitions with that value, too: in C# and OCaml it does not.
    fn assigns_definitions(&self) -> bool {
        use firedoor_lang::Language as L;
        self.options.vardef_assign && !matches!(self.pattern.language, L::CSharp | L::Ocaml)
    }

    /// Whether the pattern can only be tried at lists of statements.
    #[must_use]
    pub fn is_sequence(&self) -> bool {
        matches!(self.pattern.root, Root::Statements(_))
    }

    /// Tries the pattern at a node and reports each match. For sequences the node is a block or class body.
    pub fn at(&self, node: NodeId, state: &mut State, report: &mut dyn FnMut(Match)) {
        self.at_starts(node, None, state, report);
    }

    /// The same for a sequence of which the first statement must hold one of these nodes, which are in order.
    pub(crate) fn at_starts(
        &self,
        node: NodeId,
        starts: Option<&[NodeId]>,
        state: &mut State,
        report: &mut dyn FnMut(Match),
    ) {
        let mut seen = Seen::default();
        state.refill();
        match &self.pattern.root {
            Root::One(root) => {
                let root = *root;
                let mut add = |span: Span, state: &mut State| {
                    let found = Match { span, bindings: state.bindings().to_vec(), node: Some(node), short: false };
                    seen.note(found, state)
                };
                let span = self.tree.node(node).span;
                self.root(root, node, state, &mut |state| {
                    let span = state.span.unwrap_or(span);
                    add(span, state)
                });
            }
            Root::Statements(list) => {
                let statements: Vec<NodeId> = self.statements_of(node);
                for from in 0..statements.len() {
                    let end = self.tree.node(statements[from]).end;
                    let holds =
                        |s: &[NodeId]| s.get(s.partition_point(|&n| n < statements[from])).is_some_and(|&n| n < end);
                    if starts.is_some_and(|s| !holds(s)) {
                        continue;
                    }
                    state.refill();
                    let start = self.tree.node(statements[from]).span;
                    self.sequence(list, &statements[from..], true, state, &mut |state| {
                        let end = state.reached.unwrap_or(start);
                        let span = Span { start: start.start.min(end.start), end: start.end.max(end.end) };
                        let span = if state.reached.is_none() { start } else { span };
                        let found = Match { span, bindings: state.bindings().to_vec(), node: None, short: state.short };
                        seen.note(found, state)
                    });
                }
            }
            Root::Fields(list) => {
                let fields: Vec<NodeId> = self.tree.children(node).collect();
                let whole = self.tree.node(node).span;
                self.fields(list, &fields, state, &mut |state| {
                    let found =
                        Match { span: whole, bindings: state.bindings().to_vec(), node: Some(node), short: false };
                    seen.note(found, state)
                });
            }
        }
        seen.all.into_iter().for_each(report);
    }

    /// The statements of a block, or of a class body.
    pub(crate) fn statements_of(&self, node: NodeId) -> Vec<NodeId> {
        // What stands in a list of Clojure stands in a row.
        if self.tree.kind(node) == Kind::Call && crate::pattern::lists_calls(self.pattern.language) {
            let arguments = self.tree.child(node, crate::tree::Role::Args);
            let callee = self.tree.child(node, crate::tree::Role::Callee);
            return callee.into_iter().chain(arguments.into_iter().flat_map(|a| self.tree.children(a))).collect();
        }
        if self.pattern.language != firedoor_lang::Language::Go {
            return self.tree.children(node).collect();
        }
        // `if a := f(); c {}` of Go is `a := f()` and the rest.
        let mut statements = Vec::new();
        for child in self.tree.children(node) {
            if matches!(self.tree.kind(child), Kind::If | Kind::Switch) {
                statements.extend(self.tree.child(child, crate::tree::Role::Init));
            }
            statements.push(child);
        }
        statements
    }

    /// Whether it is what a case asks for, or a part of that.
    fn is_asked_by_case(&self, t: NodeId) -> bool {
        let mut at = t;
        loop {
            let node = self.tree.node(at);
            if self.tree.kind(node.parent) == Kind::Case {
                return node.role == crate::tree::Role::Value;
            }
            if !matches!(self.tree.kind(node.parent), Kind::Tuple | Kind::Call | Kind::Args | Kind::Binary) {
                return false;
            }
            at = node.parent;
        }
    }

    /// Matches the root: what is special about it is that casts are not looked through.
    fn root(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let kind = self.tree.kind(t);
        let wanted = self.pattern.node(p).kind;
        state.span = None;
        // What a tag of JavaScript is put before is no text of its own.
        if kind == Kind::Template && wanted == Kind::Template {
            let list = self.tree.node(self.tree.node(t).parent);
            if list.kind == Kind::Args
                && list.flags & flag::FORMATTED != 0
                && assigns_by_operator(self.pattern.language)
            {
                return Flow::Go;
            }
        }
        // What a definition of Scala takes apart is no tuple.
        if kind == Kind::Tuple
            && self.pattern.language == firedoor_lang::Language::Scala
            && self.tree.node(t).role == crate::tree::Role::Name
            && self.tree.kind(self.tree.node(t).parent) == Kind::VarDef
        {
            return Flow::Go;
        }
        // What a case of Scala asks for is no value.
        if matches!(kind, Kind::Tuple | Kind::Str | Kind::Num | Kind::Template | Kind::Ident)
            && self.pattern.language == firedoor_lang::Language::Scala
            && self.is_asked_by_case(t)
        {
            return Flow::Go;
        }
        // What a condition of Swift defines is no statement.
        if kind == Kind::VarDef
            && self.tree.node(t).role == crate::tree::Role::Cond
            && self.pattern.language == firedoor_lang::Language::Swift
        {
            return Flow::Go;
        }
        // What a loop begins with is no statement.
        if kind == Kind::VarDef
            && self.tree.node(t).role == crate::tree::Role::Init
            && self.tree.kind(self.tree.node(t).parent) == Kind::For
        {
            return Flow::Go;
        }
        // An assignment matches a definition with a value: the range begins at the name.
        // `:=` of Go is not `var`.
        if wanted == Kind::Assign && kind == Kind::VarDef && self.pattern.node(p).flags & flag::IMPLIED != 0 {
            return Flow::Go;
        }
        if wanted == Kind::Assign && kind == Kind::VarDef && self.assigns_definitions() {
            return self.assign_vs_definition(p, t, state, true, k);
        }
        // A call matches an annotation.
        if kind == Kind::Annotation && wanted != Kind::Annotation {
            if !self.options.attr_expr {
                return Flow::Go;
            }
            return self.expr_vs_annotation(p, t, state, k);
        }
        if self.pattern.partial {
            return self.partial(p, t, state, k);
        }
        if wanted.is_statement() {
            return self.stmt(p, t, state, k);
        }
        self.expr_at_root(p, t, state, k)
    }
}
