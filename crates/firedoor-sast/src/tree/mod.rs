//! One tree for all languages: a compact arena in preorder.
//!
//! A node's descendants are the nodes that follow it, up to [`Node::end`]; so a subtree is a range of ids, children
//! need no links, and deep searches are loops. Kinds are neutral ([`Kind`]); what has no neutral kind is
//! [`Kind::Other`] with the grammar's kind as its symbol. Symbols are 64-bit hashes of texts, so trees of different
//! files (and patterns) compare without a shared table. Nothing here knows a grammar: `lower` builds trees.

mod kind;
mod sym;

pub use kind::{Kind, Role};
pub use sym::Sym;

use firedoor_core::Span;
use rustc_hash::FxHashMap;

/// Index of a node in its tree.
pub type NodeId = u32;

/// One node.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// What it is to its parent.
    pub role: Role,
    /// See the constants of [`flag`]; for strings, the lengths of opening and closing quotes.
    pub flags: u16,
    /// One past its last descendant.
    pub end: NodeId,
    /// Its parent; itself for the root.
    pub parent: NodeId,
    /// Its bytes in the file.
    pub span: Span,
    /// Name, operator or literal; [`Sym::NONE`] where it has none.
    pub sym: Sym,
}

/// Bits of [`Node::flags`] of nodes that are no strings.
pub mod flag {
    /// A lambda written as an arrow, or with an expression as its body.
    pub const ARROW: u16 = 1;
    /// An f-string or tagged template.
    pub const FORMATTED: u16 = 2;
    /// A statement whose terminating semicolon is written.
    pub const SEMICOLON: u16 = 4;
    /// Made from another spelling, such as a shorthand property.
    pub const IMPLIED: u16 = 8;
    /// An element without content.
    pub const EMPTY: u16 = 16;
    /// Its last expression is what the function returns.
    pub const RETURNED: u16 = 32;
    /// The operator stands behind its operand.
    pub const POSTFIX: u16 = 64;
    /// A variable in a text, without braces around it (in patterns only).
    pub const BARE: u16 = 128;
}

/// A constant that an expression is known to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Const {
    /// Text, without quotes.
    Str(std::sync::Arc<str>),
    /// Some text that is not known.
    AnyStr,
    /// A whole number.
    Int(i64),
    /// A fraction.
    Float(f64),
    /// A truth value.
    Bool(bool),
    /// Null, nil, None.
    Null,
}

/// Where a name was defined, as far as one file tells.
#[derive(Clone, Copy, Debug)]
pub struct Def {
    /// The scope's node: function, class or the whole file.
    pub scope: NodeId,
    /// The defining identifier.
    pub ident: NodeId,
    /// The declared type, if one is written.
    pub ty: Option<NodeId>,
    /// The value it is given, if it is given one exactly once.
    pub init: Option<NodeId>,
    /// How often it is assigned.
    pub writes: u32,
}

/// Subtrees that were left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The first of them.
    pub first: Span,
    /// How many there are.
    pub places: u32,
    /// Whether the nesting was the reason, not the number of nodes.
    pub deep: bool,
}

/// A file's tree with what was found out about its names.
#[derive(Debug, Default)]
pub struct Tree {
    /// The nodes in preorder; those behind `written` stand for canonical names and are in no block.
    pub nodes: Vec<Node>,
    /// Structural hash of each node: kind, symbol, children.
    pub hashes: Vec<u64>,
    /// How many nodes come from the text itself.
    pub written: NodeId,
    /// Other spellings of a name or member: what imports resolve it to.
    pub aliases: FxHashMap<NodeId, Vec<NodeId>>,
    /// The same for the names that an import defines (`x` in `x = require("m")`), where they stand in it: they match no
    /// pattern as what they resolve to, but equal other uses of it.
    pub bound_by_imports: FxHashMap<NodeId, Vec<NodeId>>,
    /// Aliases from here on are guesses: the name may come from a module of which everything is imported.
    pub guessed: NodeId,
    /// Where names that imports bring in are written: the names of [`Tree::aliases`] stand in no text of their own.
    pub imported: FxHashMap<Sym, Span>,
    /// The whole names that a name stands for by an import, in parts.
    pub import_paths: FxHashMap<Sym, Vec<Vec<Sym>>>,
    /// The modules of which everything is imported.
    pub open_imports: Vec<Vec<Sym>>,
    /// Constants by node, where they differ from what the node says itself.
    pub constants: FxHashMap<NodeId, Const>,
    /// Which definition an identifier speaks of.
    pub def_of: FxHashMap<NodeId, u32>,
    /// The definitions.
    pub defs: Vec<Def>,
    /// The writes of definitions that have several, in order: the statement and what it assigns.
    pub rewrites: FxHashMap<u32, Vec<(NodeId, Option<NodeId>)>>,
    /// Whether the grammar reported errors.
    pub broken: bool,
    /// What was left out because it nests too deep or there are too many nodes.
    pub cut: Option<Cut>,
    /// Fields of classes by name: the first definition of each.
    pub fields: FxHashMap<Sym, u32>,
}

impl Tree {
    /// The root.
    pub const ROOT: NodeId = 0;

    /// The node of that id.
    #[must_use]
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id as usize]
    }

    /// Its kind.
    #[must_use]
    pub fn kind(&self, id: NodeId) -> Kind {
        self.nodes[id as usize].kind
    }

    /// Its structural hash.
    #[must_use]
    pub fn hash(&self, id: NodeId) -> u64 {
        self.hashes[id as usize]
    }

    /// Its children in order.
    #[must_use]
    pub fn children(&self, id: NodeId) -> Children<'_> {
        Children { nodes: &self.nodes, at: id + 1, end: self.nodes[id as usize].end }
    }

    /// Its first child.
    #[must_use]
    pub fn first_child(&self, id: NodeId) -> Option<NodeId> {
        (id + 1 < self.nodes[id as usize].end).then_some(id + 1)
    }

    /// Its first child of that role.
    #[must_use]
    pub fn child(&self, id: NodeId, role: Role) -> Option<NodeId> {
        self.children(id).find(|&c| self.nodes[c as usize].role == role)
    }

    /// Whether `inner` is `outer` or below it.
    #[must_use]
    pub fn is_within(&self, inner: NodeId, outer: NodeId) -> bool {
        inner >= outer && inner < self.nodes[outer as usize].end
    }

    /// The ancestors of a node, nearest first.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let mut at = id;
        std::iter::from_fn(move || {
            let parent = self.nodes[at as usize].parent;
            if parent == at {
                return None;
            }
            at = parent;
            Some(at)
        })
    }

    /// The text between the quotes of a string.
    #[must_use]
    pub fn content_span(&self, id: NodeId) -> Span {
        let node = self.node(id);
        if node.kind != Kind::Str {
            return node.span;
        }
        let (open, close) = (u32::from(node.flags & 0xff), u32::from(node.flags >> 8));
        let start = (node.span.start + open).min(node.span.end);
        Span { start, end: node.span.end.saturating_sub(close).max(start) }
    }
}

/// Iterates over the children of a node.
#[derive(Clone, Debug)]
pub struct Children<'a> {
    nodes: &'a [Node],
    at: NodeId,
    end: NodeId,
}

impl Iterator for Children<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        if self.at >= self.end {
            return None;
        }
        let id = self.at;
        self.at = self.nodes[id as usize].end.max(id + 1);
        Some(id)
    }
}

/// Combines two hashes; order matters.
#[must_use]
pub fn mix(a: u64, b: u64) -> u64 {
    (a.rotate_left(5) ^ b).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23)
}

impl Tree {
    /// Computes the structural hash of every node from its kind, symbol and children.
    pub fn rehash(&mut self) {
        self.hashes.clear();
        self.hashes.resize(self.nodes.len(), 0);
        for id in (0..self.nodes.len()).rev() {
            let node = &self.nodes[id];
            let mut hash = mix(u64::from(node.kind.class()), node.sym.0);
            let mut child = id as NodeId + 1;
            while child < node.end {
                let role = u64::from(self.nodes[child as usize].role as u8);
                hash = mix(hash, self.hashes[child as usize].wrapping_add(role));
                child = self.nodes[child as usize].end.max(child + 1);
            }
            self.hashes[id] = hash;
        }
    }
}
