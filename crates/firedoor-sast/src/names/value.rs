//! The expression that a name stands for where it is used, for symbolic propagation.

use super::constants::is_branch;
use crate::tree::{Kind, NodeId, Tree};

/// Of names that are written more often nothing is said.
pub(super) const MOST_WRITES: usize = 24;

/// The value that a name has got where it is used, if it is certain which one that is.
pub(crate) fn symbolic(tree: &Tree, name: NodeId) -> Option<NodeId> {
    let number = *tree.def_of.get(&name)?;
    let def = tree.defs.get(number as usize)?;
    if def.writes != 1 {
        return last(tree, name, tree.rewrites.get(&number)?);
    }
    let init = def.init.filter(|&i| i < name && !tree.is_within(name, i))?;
    let block = tree.ancestors(init).find(|&a| tree.kind(a).is_block() || tree.kind(a) == Kind::ClassBody)?;
    (is_alone(tree, init) && tree.is_within(name, block)).then_some(init)
}

/// Whether a value is not one of several that are assigned at once.
fn is_alone(tree: &Tree, value: NodeId) -> bool {
    tree.kind(tree.node(value).parent) != Kind::Tuple
}

/// The last of several writes, if it stands in the same list of statements as the use or in one around it.
fn last(tree: &Tree, name: NodeId, writes: &[(NodeId, Option<NodeId>)]) -> Option<NodeId> {
    let before = writes.partition_point(|w| w.0 < name);
    // `x = f(x)`: the write that holds the use has not happened yet.
    let &(at, value) = writes[..before].iter().rev().find(|w| !tree.is_within(name, w.0))?;
    let value = value.filter(|&v| v != at && is_alone(tree, v))?;
    if tree.kind(at) == Kind::AugAssign {
        return None;
    }
    let function = |id| tree.ancestors(id).find(|&a| matches!(tree.kind(a), Kind::FuncDef | Kind::Lambda));
    let branch = tree.ancestors(at).find(|&a| is_branch(tree, a)).unwrap_or(Tree::ROOT);
    if function(at) != function(name) || !tree.is_within(name, branch) {
        return None;
    }
    // A loop around the use, but not around the write, that writes again.
    let again = tree.ancestors(name).take_while(|&a| a > at).any(|a| {
        matches!(tree.kind(a), Kind::While | Kind::DoWhile | Kind::For | Kind::ForEach)
            && writes.iter().any(|w| tree.is_within(w.0, a))
    });
    (!again).then_some(value)
}
