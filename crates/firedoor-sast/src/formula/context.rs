//! A file while it is judged: its bytes, its tree when first asked for, and an index of the tree.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell, RefCell};

use firedoor_core::Span;
use firedoor_lang::Language;
use rustc_hash::FxHashMap;

use crate::generic::Document;
use crate::pattern::{Op, Pattern, Root};
use crate::rule::options::CommentStyle;
use crate::tree::{Kind, NodeId, Role, Sym, Tree};

/// Nodes of a tree by kind and name.
#[derive(Debug, Default)]
pub(super) struct Index {
    by_kind: Vec<Vec<NodeId>>,
    calls: FxHashMap<Sym, Vec<NodeId>>,
}

/// A file while it is judged.
pub struct FileContext<'a> {
    /// Its bytes.
    pub src: &'a [u8],
    /// Its language; `None` for text.
    pub language: Option<Language>,
    tree: OnceCell<Option<Tree>>,
    index: OnceCell<Index>,
    documents: RefCell<Vec<(Option<CommentStyle>, std::rc::Rc<Document>)>>,
    /// Whether a search was cut off.
    pub exhausted: Cell<bool>,
    /// Where that happened first, and whether nothing behind that place was searched.
    pub(crate) cut_at: Cell<Option<(Span, bool)>>,
    valid: Option<&'a str>,
    /// Bytes of long texts that conditions and messages may still look at: in the file, and for the rule at work.
    file_bytes: Cell<u64>,
    rule_bytes: Cell<u64>,
}

/// Bytes of long texts that conditions may look at in one file, and for one rule in it. A chain of calls of a megabyte
/// has as many receivers as calls, each a text of up to a megabyte.
const FILE_BYTES: u64 = 256 << 20;
const RULE_BYTES: u64 = 16 << 20;
/// Texts up to this length are not counted.
const SHORT_TEXT: usize = 512;

impl<'a> FileContext<'a> {
    /// A file that is not parsed yet.
    #[must_use]
    pub fn new(src: &'a [u8], language: Option<Language>) -> Self {
        Self {
            src,
            language,
            tree: OnceCell::new(),
            index: OnceCell::new(),
            documents: RefCell::default(),
            exhausted: Cell::new(false),
            cut_at: Cell::new(None),
            valid: std::str::from_utf8(src).ok(),
            file_bytes: Cell::new(FILE_BYTES),
            rule_bytes: Cell::new(RULE_BYTES),
        }
    }

    /// Begins with another rule: its budget is whole, and nothing of it was cut off yet.
    pub(crate) fn begin_rule(&self) {
        self.exhausted.set(false);
        self.cut_at.set(None);
        self.rule_bytes.set(RULE_BYTES);
    }

    /// Notes that a search was cut off at a place; `behind`: nothing from there on was searched.
    pub(crate) fn cut(&self, at: Span, behind: bool) {
        self.exhausted.set(true);
        if self.cut_at.get().is_none() {
            self.cut_at.set(Some((at, behind)));
        }
    }

    /// The text of a span, without a copy where the file is UTF-8.
    pub(crate) fn text(&self, span: Span) -> Cow<'a, str> {
        let src = self.src;
        if let Some(text) = self.valid
            && let Some(part) = text.get(span.range())
        {
            return Cow::Borrowed(part);
        }
        String::from_utf8_lossy(src.get(span.range()).unwrap_or(&[]))
    }

    /// Takes a text of that length from the budgets; false if they are used up.
    pub(crate) fn charge(&self, len: usize) -> bool {
        if len <= SHORT_TEXT {
            return true;
        }
        let len = len as u64;
        let (file, rule) = (self.file_bytes.get(), self.rule_bytes.get());
        if len > file || len > rule {
            return false;
        }
        self.file_bytes.set(file - len);
        self.rule_bytes.set(rule - len);
        true
    }

    /// Its tree.
    #[must_use]
    pub fn tree(&self) -> Option<&Tree> {
        let language = self.language?;
        self.tree.get_or_init(|| crate::search::tree_of(language, self.src)).as_ref()
    }

    /// Its tree if it was asked for.
    #[must_use]
    pub fn parsed(&self) -> Option<&Tree> {
        self.tree.get().and_then(Option::as_ref)
    }

    /// Its text cut up for generic patterns.
    pub(crate) fn document(&self, comments: Option<CommentStyle>) -> std::rc::Rc<Document> {
        let mut documents = self.documents.borrow_mut();
        if let Some((_, document)) = documents.iter().find(|(c, _)| *c == comments) {
            return std::rc::Rc::clone(document);
        }
        let document = std::rc::Rc::new(Document::new(self.src, comments));
        documents.push((comments, std::rc::Rc::clone(&document)));
        document
    }

    fn index(&self, tree: &Tree) -> &Index {
        self.index.get_or_init(|| Index::new(tree))
    }

    /// Calls `try_at` with the nodes at which a pattern may match, in order.
    pub(crate) fn candidates(&self, tree: &Tree, pattern: &Pattern, try_at: &mut dyn FnMut(NodeId)) {
        let index = self.index(tree);
        let kinds: &[Kind] = match &pattern.root {
            Root::Statements(_) => &[Kind::Program, Kind::Block, Kind::ClassBody],
            Root::Fields(_) => &[Kind::Object, Kind::Dict],
            Root::One(root) => {
                let node = pattern.node(*root);
                match (&node.op, node.kind) {
                    (Op::Plain, Kind::Call) => {
                        if let Some(name) = call_name(pattern, *root) {
                            let mut found: Vec<NodeId> = index.calls.get(&name).cloned().unwrap_or_default();
                            found.extend(&index.by_kind[Kind::Annotation as usize]);
                            found.sort_unstable();
                            found.into_iter().for_each(&mut *try_at);
                            return;
                        }
                        &[Kind::Call, Kind::Annotation]
                    }
                    (Op::Plain, Kind::Ident) => &[Kind::Ident],
                    (Op::Plain, Kind::Member) => &[Kind::Member, Kind::Ident],
                    (Op::Plain, Kind::Assign) => &[Kind::Assign, Kind::VarDef],
                    (Op::Plain, Kind::Lambda | Kind::FuncDef) => &[Kind::Lambda, Kind::FuncDef],
                    (Op::Plain, Kind::ImportAs | Kind::ImportFrom | Kind::ImportAll) => {
                        &[Kind::ImportAs, Kind::ImportFrom, Kind::ImportAll, Kind::VarDef]
                    }
                    (Op::Plain, Kind::Array | Kind::Dict) => {
                        for id in 0..tree.written {
                            if tree.kind(id) == node.kind || tree.kind(id) == Kind::Comprehension {
                                try_at(id);
                            }
                        }
                        return;
                    }
                    (Op::Plain, Kind::Block | Kind::Program) => &[Kind::Block],
                    (Op::Plain, Kind::Str | Kind::Num | Kind::Bool | Kind::Null | Kind::ExprStmt) | (_, _)
                        if !matches!(node.op, Op::Plain)
                            || matches!(
                                node.kind,
                                Kind::Str | Kind::Num | Kind::Bool | Kind::Null | Kind::ExprStmt
                            ) =>
                    {
                        for id in 0..tree.written {
                            if crate::search::admits(pattern, tree, id) {
                                try_at(id);
                            }
                        }
                        return;
                    }
                    (_, kind) => {
                        index.by_kind[kind as usize].iter().copied().for_each(&mut *try_at);
                        return;
                    }
                }
            }
        };
        let mut found: Vec<NodeId> = Vec::new();
        for kind in kinds {
            found.extend(&index.by_kind[*kind as usize]);
        }
        found.sort_unstable();
        for id in found {
            if crate::search::admits(pattern, tree, id) {
                try_at(id);
            }
        }
    }
}

/// The last part of the name that a call pattern calls, where it is fixed.
fn call_name(pattern: &Pattern, call: u32) -> Option<Sym> {
    let callee = pattern.child(call, Role::Callee)?;
    let node = pattern.node(callee);
    if !matches!(node.op, Op::Plain) {
        return None;
    }
    match node.kind {
        Kind::Ident => Some(node.sym),
        Kind::Member => {
            let name = pattern.node(pattern.child(callee, Role::Name)?);
            (matches!(name.op, Op::Plain) && name.kind == Kind::Ident).then_some(name.sym)
        }
        _ => None,
    }
    .filter(|_| pattern.language != Language::Php)
}

impl Index {
    fn new(tree: &Tree) -> Self {
        let mut by_kind: Vec<Vec<NodeId>> = vec![Vec::new(); Kind::Other as usize + 1];
        let mut calls: FxHashMap<Sym, Vec<NodeId>> = FxHashMap::default();
        for id in 0..tree.written {
            let node = tree.node(id);
            by_kind[node.kind as usize].push(id);
            if node.kind == Kind::Call
                && let Some(callee) = tree.child(id, Role::Callee)
            {
                let mut add = |sym: Sym| {
                    let list = calls.entry(sym).or_default();
                    if list.last() != Some(&id) {
                        list.push(id);
                    }
                };
                let last = |id: NodeId| match tree.kind(id) {
                    Kind::Member => tree.child(id, Role::Name).map(|n| tree.node(n).sym),
                    Kind::Ident => Some(tree.node(id).sym),
                    _ => None,
                };
                last(callee).into_iter().for_each(&mut add);
                for &alias in tree.aliases.get(&callee).map_or(&[][..], Vec::as_slice) {
                    // A canonical chain: its last name is its last node.
                    add(tree.node(tree.node(alias).end - 1).sym);
                }
            }
        }
        Self { by_kind, calls }
    }
}
