//! What statements do to one variable: which writes may reach their end, over branches, cases, loops and handlers.

use super::Write;
use crate::tree::{Kind, NodeId, Role, Tree};

/// What a part of the code does to a variable.
pub(super) enum Effect {
    /// Nothing.
    None,
    /// On some ways through it writes one of these, on others nothing.
    May(Vec<NodeId>),
    /// On every way that comes out at its end one of these was written last; none comes out if there are none.
    Must(Vec<NodeId>),
    /// Not known.
    Unknown,
}

/// What a statement does to the variable of these writes.
pub(super) fn effect(tree: &Tree, node: NodeId, writes: &[Write], depth: u32) -> Effect {
    const DEEPEST: u32 = 40;
    let kind = tree.kind(node);
    let leaves = matches!(kind, Kind::Return | Kind::Throw)
        || kind == Kind::ExprStmt && tree.first_child(node).is_some_and(|c| tree.kind(c) == Kind::Throw);
    if leaves {
        return Effect::Must(Vec::new());
    }
    let from = writes.partition_point(|w| w.at < node);
    let has_write = writes.get(from).is_some_and(|w| tree.is_within(w.at, node));
    let branches = matches!(kind, Kind::If | Kind::Block);
    if !has_write && !branches {
        return if matches!(kind, Kind::Break | Kind::Continue) { Effect::Unknown } else { Effect::None };
    }
    if depth > DEEPEST {
        return Effect::Unknown;
    }
    match kind {
        Kind::Assign | Kind::VarDef | Kind::AugAssign | Kind::Call | Kind::Binary => match writes.get(from) {
            Some(w) if w.at == node && writes.get(from + 1).is_none_or(|w| !tree.is_within(w.at, node)) => {
                w.value.map_or(Effect::Unknown, |v| Effect::Must(vec![v]))
            }
            _ => Effect::Unknown,
        },
        Kind::ExprStmt => tree.first_child(node).map_or(Effect::None, |c| effect(tree, c, writes, depth + 1)),
        Kind::Try => {
            let part = |role| tree.child(node, role).map_or(Effect::None, |c| effect(tree, c, writes, depth + 1));
            let mut parts = vec![part(Role::Body)];
            for catch in tree.children(node).filter(|&c| tree.kind(c) == Kind::Catch) {
                let body = tree.child(catch, Role::Body);
                parts.push(body.map_or(Effect::None, |c| effect(tree, c, writes, depth + 1)));
            }
            let known = tree.children(node).all(|c| {
                matches!(tree.node(c).role, Role::Body | Role::Catch | Role::Finally | Role::Init)
                    || matches!(tree.kind(c), Kind::Catch | Kind::Finally)
                    || !writes.iter().any(|w| tree.is_within(w.at, c))
            });
            let last =
                tree.children(node).find(|&c| tree.kind(c) == Kind::Finally || tree.node(c).role == Role::Finally);
            let last = last.and_then(|c| tree.child(c, Role::Body).or(Some(c)));
            let last = last.map_or(Effect::None, |c| match tree.kind(c) {
                Kind::Finally => in_row(tree, tree.children(c), writes, depth + 1),
                _ => effect(tree, c, writes, depth + 1),
            });
            if !known { Effect::Unknown } else { then(either(parts), last) }
        }
        Kind::With => in_row(tree, tree.children(node), writes, depth),
        Kind::Switch => {
            let mut parts = Vec::new();
            let mut has_default = false;
            for case in tree.children(node).filter(|&c| tree.kind(c) == Kind::Case) {
                has_default |= tree.child(case, Role::Value).is_none();
                let Some(body) = tree.child(case, Role::Body) else { continue };
                if tree.first_child(body).is_none() {
                    continue;
                }
                let statements = tree.children(body).take_while(|&c| tree.kind(c) != Kind::Break);
                parts.push(in_row(tree, statements, writes, depth + 1));
            }
            if !has_default {
                parts.push(Effect::None);
            }
            either(parts)
        }
        Kind::For | Kind::ForEach | Kind::While => {
            let body = tree.child(node, Role::Body);
            let outside = |w: &Write| tree.is_within(w.at, node) && !body.is_some_and(|b| tree.is_within(w.at, b));
            if writes.iter().any(outside) {
                return Effect::Unknown;
            }
            match body.map_or(Effect::None, |b| effect(tree, b, writes, depth + 1)) {
                Effect::Must(some) => Effect::May(some),
                other => other,
            }
        }
        Kind::Block => in_row(tree, tree.children(node), writes, depth),
        Kind::If => {
            let others = tree.children(node).filter(|&c| !matches!(tree.node(c).role, Role::Then | Role::Else));
            if others.into_iter().any(|c| writes.iter().any(|w| tree.is_within(w.at, c))) {
                return Effect::Unknown;
            }
            let side = |role| tree.child(node, role).map_or(Effect::None, |c| effect(tree, c, writes, depth + 1));
            let (then, otherwise) = (side(Role::Then), side(Role::Else));
            either(vec![then, otherwise])
        }
        _ => Effect::Unknown,
    }
}

/// One after the other.
fn then(before: Effect, after: Effect) -> Effect {
    match (before, after) {
        (_, Effect::Unknown) | (Effect::Unknown, _) => Effect::Unknown,
        (Effect::Must(all), _) if all.is_empty() => Effect::Must(all),
        (before, Effect::None) => before,
        (_, Effect::Must(all)) => Effect::Must(all),
        (Effect::None, Effect::May(some)) => Effect::May(some),
        (Effect::May(mut a), Effect::May(b)) => {
            a.extend(b);
            Effect::May(a)
        }
        (Effect::Must(mut a), Effect::May(b)) => {
            a.extend(b);
            Effect::Must(a)
        }
    }
}

/// Statements in a row, up to the first that does not come out at its end.
fn in_row(tree: &Tree, nodes: impl Iterator<Item = NodeId>, writes: &[Write], depth: u32) -> Effect {
    let mut sum = Effect::None;
    for node in nodes {
        sum = then(sum, effect(tree, node, writes, depth + 1));
        match &sum {
            Effect::Unknown => return sum,
            Effect::Must(all) if all.is_empty() => return sum,
            _ => {}
        }
    }
    sum
}

/// One of these, whichever; those that do not come out at their ends do not count.
fn either(parts: Vec<Effect>) -> Effect {
    let mut all = Vec::new();
    let (mut comes_out, mut writes_always, mut writes) = (false, true, false);
    for part in parts {
        match part {
            Effect::Unknown => return Effect::Unknown,
            Effect::Must(some) if some.is_empty() => {}
            Effect::Must(some) => {
                (comes_out, writes) = (true, true);
                all.extend(some);
            }
            Effect::May(some) => {
                (comes_out, writes, writes_always) = (true, true, false);
                all.extend(some);
            }
            Effect::None => (comes_out, writes_always) = (true, false),
        }
    }
    match (comes_out, writes, writes_always) {
        (false, ..) => Effect::Must(Vec::new()),
        (_, false, _) => Effect::None,
        (_, _, true) => Effect::Must(all),
        _ => Effect::May(all),
    }
}
