//! Parsing and walking: a tree of any depth is walked without recursion.

use firedoor_lang::{Language, grammar};
use tree_sitter::{Node, Parser, Tree, TreeCursor};

/// Larger files are not read: nobody writes them by hand.
const MAX_SOURCE: usize = 8 << 20;
/// Blocks within blocks that are told apart.
const MAX_SCOPES: usize = 128;
/// Names of one kind in one file that are followed: packages imported as a whole, packages of one name.
pub(super) const MAX_ALTERNATIVES: usize = 64;

/// Parses; `None` for a file that is too large or that the parser gives up.
pub(super) fn parse(text: &[u8], language: Language) -> Option<Tree> {
    if text.len() > MAX_SOURCE {
        return None;
    }
    let mut parser = Parser::new();
    parser.set_language(&grammar(language)).ok()?;
    firedoor_lang::parse(&mut parser, text)
}

/// Whether the walk goes into a node's children.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Walk {
    Into,
    Over,
}

/// What a walk does at each node, named or not.
pub(super) trait Visit<'t> {
    fn enter(&mut self, node: Node<'t>, parent: Option<Node<'t>>) -> Walk;
    /// Called for each node that was entered, behind its children, or at once where they were passed over.
    fn leave(&mut self, _node: Node<'t>) {}
}

/// Walks a tree in the order of its text.
pub(super) fn walk<'t>(root: Node<'t>, visitor: &mut impl Visit<'t>) {
    let mut cursor: TreeCursor<'t> = root.walk();
    // Asking a node for its parent searches from the root, so the way down is kept.
    let mut above: Vec<Node<'t>> = Vec::new();
    loop {
        let node = cursor.node();
        if visitor.enter(node, above.last().copied()) == Walk::Into && cursor.goto_first_child() {
            above.push(node);
            continue;
        }
        loop {
            visitor.leave(cursor.node());
            if cursor.goto_next_sibling() {
                break;
            }
            if !cursor.goto_parent() {
                return;
            }
            above.pop();
        }
    }
}

/// The blocks around a place, the innermost last. Deeper ones than anybody writes are taken together.
pub(super) struct Scopes<T> {
    all: Vec<T>,
    beyond: usize,
}

impl<T> Scopes<T> {
    pub(super) fn new() -> Self {
        Self { all: Vec::new(), beyond: 0 }
    }

    pub(super) fn open(&mut self, scope: impl FnOnce() -> T) {
        if self.all.len() < MAX_SCOPES {
            self.all.push(scope());
        } else {
            self.beyond += 1;
        }
    }

    pub(super) fn close(&mut self) {
        match self.beyond.checked_sub(1) {
            Some(less) => self.beyond = less,
            None => {
                self.all.pop();
            }
        }
    }

    /// From the innermost outwards.
    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.all.iter().rev()
    }

    pub(super) fn innermost(&mut self) -> Option<&mut T> {
        self.all.last_mut()
    }
}

/// A node's text; empty where it is not UTF-8.
pub(super) fn text<'s>(node: Node<'_>, source: &'s [u8]) -> &'s str {
    source.get(node.byte_range()).and_then(|b| std::str::from_utf8(b).ok()).unwrap_or_default()
}
