//! Where in a tree a pattern can match at all: nodes by kind, and the places of names.
//!
//! A pattern's names are symbols that every match holds within its root node ([`Pattern::symbols`]). So a pattern is
//! tried only at the ancestors of the places of its rarest name, and not at every node of its kind. A name that an
//! import resolves counts under all of its spellings.

use std::cell::RefCell;
use std::rc::Rc;

use firedoor_lang::Language;
use rustc_hash::FxHashMap;

use super::narrow::Narrow;
use crate::pattern::{Op, Pattern, Required, Root};
use crate::tree::{Kind, NodeId, Role, Sym, Tree};

/// Nodes of a tree by kind and by symbol.
#[derive(Debug)]
pub(super) struct Index {
    /// Node ids by kind, each kind's in order, and where each kind begins.
    by_kind: Vec<NodeId>,
    starts: Vec<u32>,
    /// The first node of each bucket of symbols, and for each node the next one of its bucket; [`END`] ends.
    heads: Vec<NodeId>,
    next: Vec<NodeId>,
    /// Symbols that imports give to nodes; sorted.
    aliases: Vec<(Sym, NodeId)>,
    /// Names have no case (PHP), so that buckets are all that is known.
    caseless: bool,
    /// Places that were asked for, in order.
    places: RefCell<FxHashMap<Sym, Rc<[NodeId]>>>,
}

/// No further node.
const END: NodeId = NodeId::MAX;
/// Kinds, for tables by kind.
const KINDS: usize = Kind::Other as usize + 1;

/// Which nodes a pattern's root is compared with.
enum Roots<'k> {
    /// Those of these kinds; with several, [`crate::search::admits`] decides as well.
    Kinds(&'k [Kind]),
    /// Those that [`crate::search::admits`].
    Any,
}

impl Index {
    pub(super) fn new(tree: &Tree, src: &[u8], language: Option<Language>) -> Self {
        let written = tree.nodes.get(..tree.written as usize).unwrap_or(&[]);
        let mut starts = vec![0_u32; KINDS + 1];
        for node in written {
            starts[node.kind as usize + 1] += 1;
        }
        for kind in 0..KINDS {
            starts[kind + 1] += starts[kind];
        }
        let mut by_kind = vec![0; written.len()];
        let mut free = starts.clone();
        let caseless = language == Some(Language::Php);
        let buckets = (written.len() / 2).next_power_of_two().max(16);
        let mut heads = vec![END; buckets];
        let mut last = vec![END; buckets];
        let mut next = vec![END; written.len()];
        for (id, node) in (0..).zip(written) {
            let at = &mut free[node.kind as usize];
            by_kind[*at as usize] = id;
            *at += 1;
            if node.sym == Sym::NONE {
                continue;
            }
            let mut sym = node.sym;
            if caseless && node.kind == Kind::Ident {
                let text = src.get(node.span.range()).unwrap_or(&[]);
                if Sym::of(text) == sym {
                    sym = Required::fold(text);
                }
            }
            let bucket = bucket(sym, buckets);
            match last[bucket] {
                END => heads[bucket] = id,
                before => next[before as usize] = id,
            }
            last[bucket] = id;
        }
        let mut aliases = Vec::new();
        #[allow(clippy::iter_over_hash_type, reason = "sorted below")]
        for (id, roots) in &tree.aliases {
            for &root in roots {
                aliases.extend((root..tree.node(root).end).map(|n| (tree.node(n).sym, *id)));
            }
        }
        aliases.sort_unstable();
        aliases.dedup();
        Self { by_kind, starts, heads, next, aliases, caseless, places: RefCell::default() }
    }

    fn of(&self, kind: Kind) -> &[NodeId] {
        let at = kind as usize;
        &self.by_kind[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    fn bucket<'i>(&'i self, tree: &'i Tree, sym: Sym) -> impl Iterator<Item = NodeId> + 'i {
        let mut at = self.heads[bucket(sym, self.heads.len())];
        std::iter::from_fn(move || {
            while at != END {
                let id = at;
                at = self.next[id as usize];
                if self.caseless || tree.node(id).sym == sym {
                    return Some(id);
                }
            }
            None
        })
    }

    fn aliased(&self, sym: Sym) -> impl Iterator<Item = NodeId> + '_ {
        let from = if self.caseless { 0 } else { self.aliases.partition_point(|(s, _)| *s < sym) };
        self.aliases[from..].iter().take_while(move |(s, _)| self.caseless || *s == sym).map(|(_, id)| *id)
    }

    /// Whether a name occurs at all.
    pub(super) fn has(&self, tree: &Tree, name: &Required) -> bool {
        self.bucket(tree, name.sym).next().is_some()
            || self.aliased(name.sym).next().is_some()
            || self.caseless && self.bucket(tree, name.folded).next().is_some()
    }

    /// The nodes of a name, in order, those included that imports resolve to it.
    fn places(&self, tree: &Tree, name: &Required) -> Rc<[NodeId]> {
        if let Some(known) = self.places.borrow().get(&name.sym) {
            return Rc::clone(known);
        }
        let mut found: Vec<NodeId> = self.bucket(tree, name.sym).collect();
        let in_order = found.len();
        found.extend(self.aliased(name.sym));
        if self.caseless {
            found.extend(self.bucket(tree, name.folded));
        }
        if found.len() > in_order {
            found.sort_unstable();
            found.dedup();
        }
        let found: Rc<[NodeId]> = found.into();
        self.places.borrow_mut().insert(name.sym, Rc::clone(&found));
        found
    }

    /// The places of the name that a sequence of statements must begin with, where it begins with one.
    pub(super) fn beginnings(&self, tree: &Tree, pattern: &Pattern) -> Option<Rc<[NodeId]>> {
        pattern.first_symbols.iter().map(|name| self.places(tree, name)).min_by_key(|places| places.len())
    }

    /// Calls `try_at` with the nodes at which a pattern may match, in order. With `symbolic`, what a name stands for
    /// may be written elsewhere.
    /// One name of each list of `narrow` stands in every match that counts.
    pub(super) fn candidates(
        &self,
        tree: &Tree,
        pattern: &Pattern,
        narrow: &Narrow,
        symbolic: bool,
        try_at: &mut dyn FnMut(NodeId),
    ) {
        let own;
        let roots = match &pattern.root {
            Root::Statements(_) if crate::pattern::lists_calls(pattern.language) => {
                Roots::Kinds(&[Kind::Program, Kind::Block, Kind::ClassBody, Kind::Call])
            }
            Root::Statements(_) => Roots::Kinds(&[Kind::Program, Kind::Block, Kind::ClassBody]),
            Root::Fields(_) => Roots::Kinds(&[Kind::Object, Kind::Dict]),
            Root::One(root) => {
                let node = pattern.node(*root);
                match (&node.op, node.kind) {
                    (Op::Plain, Kind::Call) => {
                        if let Some(name) = call_name(pattern, *root) {
                            return self.calls(tree, pattern, narrow, &name, symbolic, try_at);
                        }
                        Roots::Kinds(&[Kind::Call, Kind::Annotation])
                    }
                    (Op::Plain, Kind::Member) => Roots::Kinds(&[Kind::Member, Kind::Ident]),
                    // Two kinds, so that `admits` tells names of definitions from expressions.
                    // Words of the shell may be in quotes.
                    (Op::Plain, Kind::Ident) if crate::search::has_words(pattern.language) => {
                        Roots::Kinds(&[Kind::Ident, Kind::Str])
                    }
                    (Op::Plain, Kind::Ident) => Roots::Kinds(&[Kind::Ident, Kind::Ident]),
                    (Op::Plain, Kind::Assign) if crate::matcher::assigns_by_operator(pattern.language) => {
                        Roots::Kinds(&[Kind::Assign, Kind::VarDef, Kind::AugAssign])
                    }
                    (Op::Plain, Kind::Assign) => Roots::Kinds(&[Kind::Assign, Kind::VarDef]),
                    // `a += b` holds `a + b`.
                    (Op::Plain, Kind::Binary) if crate::matcher::assigns_by_operator(pattern.language) => {
                        Roots::Kinds(&[Kind::Binary, Kind::AugAssign])
                    }
                    (Op::Plain, Kind::VarDef) => Roots::Kinds(&[Kind::VarDef, Kind::VarDef]),
                    (Op::Plain, Kind::Lambda | Kind::FuncDef) => Roots::Kinds(&[Kind::Lambda, Kind::FuncDef]),
                    (Op::Plain, Kind::ImportAs | Kind::ImportFrom | Kind::ImportAll) => {
                        Roots::Kinds(&[Kind::ImportAs, Kind::ImportFrom, Kind::ImportAll, Kind::VarDef])
                    }
                    (Op::Plain, Kind::For) => Roots::Kinds(&[Kind::For, Kind::ForEach, Kind::While]),
                    (Op::Plain, Kind::Array) => Roots::Kinds(&[Kind::Array, Kind::Comprehension]),
                    (Op::Plain, Kind::Dict) => Roots::Kinds(&[Kind::Dict, Kind::Set, Kind::Comprehension]),
                    // Backquotes.
                    (Op::Plain, Kind::Template) if pattern.language == firedoor_lang::Language::Ruby => {
                        Roots::Kinds(&[Kind::Template, Kind::Other])
                    }
                    (Op::Plain, Kind::Return) => Roots::Kinds(&[Kind::Return, Kind::ExprStmt]),
                    (Op::Plain, Kind::Block | Kind::Program) => Roots::Kinds(&[Kind::Block]),
                    (Op::Plain, Kind::Str | Kind::Num | Kind::Bool | Kind::Null | Kind::ExprStmt) => Roots::Any,
                    (Op::Plain, kind) => {
                        own = [kind];
                        Roots::Kinds(&own)
                    }
                    _ => Roots::Any,
                }
            }
        };
        let admits = |id: NodeId| crate::search::admits(pattern, tree, id);
        if symbolic || pattern.symbols.is_empty() && narrow.lists.is_empty() {
            match roots {
                Roots::Any => (0..tree.written).filter(|&id| admits(id)).for_each(try_at),
                Roots::Kinds([kind]) => self.of(*kind).iter().copied().for_each(try_at),
                Roots::Kinds(kinds) => {
                    let mut found: Vec<NodeId> = kinds.iter().flat_map(|kind| self.of(*kind)).copied().collect();
                    found.sort_unstable();
                    found.dedup();
                    found.into_iter().filter(|&id| admits(id)).for_each(try_at);
                }
            }
            return;
        }
        let is_root = |id: NodeId| match roots {
            Roots::Any => admits(id),
            Roots::Kinds([kind]) => tree.kind(id) == *kind,
            Roots::Kinds(kinds) => kinds.contains(&tree.kind(id)) && admits(id),
        };
        let mut all: Vec<Rc<[NodeId]>> = pattern.symbols.iter().map(|name| self.places(tree, name)).collect();
        all.extend(self.narrowed(tree, narrow));
        all.sort_by_key(|places| places.len());
        let Some((rarest, others)) = all.split_first() else { return };
        let mut found: Vec<NodeId> = Vec::new();
        let mut before: Option<NodeId> = None;
        for &place in rarest.iter() {
            for id in std::iter::once(place).chain(tree.ancestors(place)) {
                // What holds the place before has been there already, with all that is around it.
                if before.is_some_and(|b| tree.is_within(b, id)) {
                    break;
                }
                if is_root(id) {
                    found.push(id);
                }
            }
            before = Some(place);
        }
        found.sort_unstable();
        let found = found.into_iter().filter(|&id| others.iter().all(|places| holds(tree, id, places)));
        found.for_each(try_at);
    }

    /// The places of each list of names.
    fn narrowed<'n>(&'n self, tree: &'n Tree, narrow: &'n Narrow) -> impl Iterator<Item = Rc<[NodeId]>> + 'n {
        narrow.lists.iter().map(|list| match &list[..] {
            [name] => self.places(tree, name),
            names => {
                let mut found: Vec<NodeId> = Vec::new();
                names.iter().for_each(|name| found.extend_from_slice(&self.places(tree, name)));
                found.sort_unstable();
                found.dedup();
                found.into()
            }
        })
    }

    /// Calls and annotations of a name.
    fn calls(
        &self,
        tree: &Tree,
        pattern: &Pattern,
        narrow: &Narrow,
        name: &Required,
        symbolic: bool,
        try_at: &mut dyn FnMut(NodeId),
    ) {
        let mut found: Vec<NodeId> = Vec::new();
        for &place in self.places(tree, name).iter() {
            let mut at = place;
            let mut node = tree.node(at);
            // `f<T>()` is a call of `f`, `o.f<T>()` too.
            for around in [Kind::TypeApp, Kind::Member, Kind::TypeApp] {
                if node.role == Role::Name && tree.kind(node.parent) == around {
                    at = node.parent;
                    node = tree.node(at);
                }
            }
            let parent = tree.kind(node.parent);
            let names = parent == Kind::Call && node.role == Role::Callee
                || parent == Kind::Annotation && node.role == Role::Name;
            if names && at != Tree::ROOT {
                found.push(node.parent);
            } else if parent == Kind::ExprStmt
                && node.kind == Kind::Ident
                && pattern.language == Language::Ruby
                && !tree.def_of.contains_key(&at)
            {
                found.push(at);
            }
        }
        found.sort_unstable();
        found.dedup();
        let others: Vec<Rc<[NodeId]>> = match symbolic {
            true => Vec::new(),
            false => (pattern.symbols.iter().filter(|s| s.sym != name.sym).map(|s| self.places(tree, s)))
                .chain(self.narrowed(tree, narrow))
                .collect(),
        };
        found.into_iter().filter(|&id| others.iter().all(|places| holds(tree, id, places))).for_each(try_at);
    }
}

/// Whether any of the places lies within a node.
pub(crate) fn holds(tree: &Tree, id: NodeId, places: &[NodeId]) -> bool {
    places.get(places.partition_point(|&p| p < id)).is_some_and(|&p| p < tree.node(id).end)
}

fn bucket(sym: Sym, buckets: usize) -> usize {
    // The low bits of a symbol are as good as any.
    usize::try_from(sym.0 & (buckets as u64 - 1)).unwrap_or(0)
}

/// The last part of the name that a call pattern calls, where it is fixed.
fn call_name(pattern: &Pattern, call: u32) -> Option<Required> {
    let callee = pattern.child(call, Role::Callee)?;
    let node = pattern.node(callee);
    if !matches!(node.op, Op::Plain) {
        return None;
    }
    let sym = match node.kind {
        Kind::Ident => Some(node.sym),
        Kind::Member => {
            let name = pattern.node(pattern.child(callee, Role::Name)?);
            (matches!(name.op, Op::Plain) && name.kind == Kind::Ident).then_some(name.sym)
        }
        _ => None,
    };
    sym.filter(|_| pattern.language != Language::Php).map(|sym| Required { sym, folded: sym })
}
