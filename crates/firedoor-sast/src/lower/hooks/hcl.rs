//! Operations of HCL. The grammar takes what is accessed last for a part of the whole operation (`a && b.c` for
//! `(a && b).c`), and what follows for an operation with that: operands and operators are read in a row, and put together
//! by precedence.

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task};
use super::data::accesses;
use super::{Hook, named_children};
use crate::tree::{Kind, Role};

pub(super) const HOOKS: &[(&str, Hook)] = &[("hcl_operation", single)];

/// How deep operations are taken apart; below that they stay as the grammar has them.
const MAX_DEPTH: u32 = 200;

/// What stands in the row.
enum Item<'t> {
    /// Signs in front of an operand, the first one first, and its parts.
    Operand(Vec<TsNode<'t>>, Vec<TsNode<'t>>),
    Operator(TsNode<'t>),
}

/// An operation behind which nothing is accessed.
fn single<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<TsNode<'t>> = named_children(children).map(|c| c.node).collect();
    if node.kind() == "unary_operation"
        && let [operand] = parts[..]
        && operand.kind() != "operation"
    {
        return super::shared::unary(b, node, role, children);
    }
    let mut row = Vec::new();
    apart(node, &[], 0, &mut row);
    b.then_all(together(b, &row, role));
}

/// An operation with what is accessed behind it.
pub(super) fn operation<'t>(b: &Build<'_, 't>, parts: &[TsNode<'t>], role: Role) -> Vec<Task<'t>> {
    let mut row = Vec::new();
    operand(parts, 0, &mut row);
    together(b, &row, role)
}

/// Takes an operation apart; `behind` belongs to its last operand.
fn apart<'t>(node: TsNode<'t>, behind: &[TsNode<'t>], depth: u32, row: &mut Vec<Item<'t>>) {
    let mut cursor = node.walk();
    let children: Vec<TsNode<'t>> = node.children(&mut cursor).filter(|n| !n.is_extra()).collect();
    let Some(at) = children.iter().position(|n| !n.is_named()) else { return };
    let (left, right) = (&children[..at], [&children[at + 1..], behind].concat());
    if !left.is_empty() {
        operand(left, depth + 1, row);
        row.push(Item::Operator(children[at]));
        operand(&right, depth + 1, row);
        return;
    }
    let first = row.len();
    operand(&right, depth + 1, row);
    if let Some(Item::Operand(signs, _)) = row.get_mut(first) {
        signs.insert(0, children[at]);
    }
}

fn operand<'t>(parts: &[TsNode<'t>], depth: u32, row: &mut Vec<Item<'t>>) {
    match parts {
        [first, rest @ ..] if first.kind() == "operation" && depth < MAX_DEPTH => {
            if let Some(inner) = first.named_child(0) {
                apart(inner, rest, depth, row);
            }
        }
        _ => row.push(Item::Operand(Vec::new(), parts.to_vec())),
    }
}

fn precedence(operator: &[u8]) -> u8 {
    match operator {
        b"||" => 1,
        b"&&" => 2,
        b"==" | b"!=" => 3,
        b"<" | b">" | b"<=" | b">=" => 4,
        b"+" | b"-" => 5,
        _ => 6,
    }
}

/// The tasks of a row of operands and operators.
fn together<'t>(b: &Build<'_, 't>, row: &[Item<'t>], role: Role) -> Vec<Task<'t>> {
    // Those of an operand, with its span.
    let single = |item: &Item<'t>| -> (Vec<Task<'t>>, Span) {
        let Item::Operand(signs, parts) = item else { return (Vec::new(), Span::new(0, 0)) };
        let end = parts.last().map_or(0, TsNode::end_byte);
        let begin = signs.first().or(parts.first()).map_or(0, TsNode::start_byte);
        let mut tasks = Vec::new();
        for sign in signs {
            let at = Span::new(sign.start_byte(), end);
            tasks.push(Task::Open { kind: Kind::Unary, role: Role::Value, sym: b.sym(*sign), span: at, flags: 0 });
        }
        match parts[..] {
            // What is too deep.
            [only] => tasks.push(Task::Lower(only, Role::Value)),
            _ if parts.first().is_some_and(|p| p.kind() == "operation") => {
                tasks.extend(parts.first().map(|p| Task::Lower(*p, Role::Value)));
            }
            _ => tasks.extend(accesses(b, parts, Role::Value)),
        }
        tasks.extend(signs.iter().map(|_| Task::Close));
        (tasks, Span::new(begin, end))
    };
    let mut operands: Vec<(Vec<Task<'t>>, Span)> = Vec::new();
    let mut operators: Vec<TsNode<'t>> = Vec::new();
    let join = |operands: &mut Vec<(Vec<Task<'t>>, Span)>, operator: TsNode<'t>| {
        let (Some((mut right, last)), Some((mut left, first))) = (operands.pop(), operands.pop()) else { return };
        let at = Span { start: first.start, end: last.end };
        play(&mut left, Role::Left);
        play(&mut right, Role::Right);
        let mut tasks =
            vec![Task::Open { kind: Kind::Binary, role: Role::Value, sym: b.sym(operator), span: at, flags: 0 }];
        tasks.append(&mut left);
        tasks.append(&mut right);
        tasks.push(Task::Close);
        operands.push((tasks, at));
    };
    for item in row {
        let Item::Operator(operator) = item else {
            operands.push(single(item));
            continue;
        };
        while let Some(&before) = operators.last()
            && precedence(b.text(before)) >= precedence(b.text(*operator))
        {
            operators.pop();
            join(&mut operands, before);
        }
        operators.push(*operator);
    }
    while let Some(operator) = operators.pop() {
        join(&mut operands, operator);
    }
    let mut tasks = operands.pop().map_or_else(Vec::new, |(tasks, _)| tasks);
    play(&mut tasks, role);
    tasks
}

/// Gives what the tasks make its role.
fn play(tasks: &mut [Task<'_>], as_role: Role) {
    if let Some(Task::Open { role, .. } | Task::Leaf { role, .. } | Task::Lower(_, role)) = tasks.first_mut() {
        *role = as_role;
    }
}
