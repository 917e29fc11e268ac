//! Kotlin, where its grammar takes one thing for another. Most of the language is in `more.rs`.

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::{Hook, named_children};
use crate::tree::{Kind, Role, Sym, flag};

pub(super) const HOOKS: &[(&str, Hook)] = &[("kt_binary", binary), ("kt_for", for_), ("kt_nullable", nullable)];

/// The operands and the sign between them.
fn parts<'t>(node: TsNode<'t>) -> Option<(TsNode<'t>, TsNode<'t>, TsNode<'t>)> {
    let mut cursor = node.walk();
    let mut children = node.children(&mut cursor).filter(|n| !n.is_extra());
    let parts = (children.next()?, children.next()?, children.next()?);
    (node.kind() == "binary_expression").then_some(parts)
}

/// `a + b`; and `f<T>(x)` or `f<T> { … }`, which the grammar reads as two comparisons. Truth values have no order, so no program
/// compares that way.
fn binary<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let call = parts(node).and_then(|(left, greater, right)| {
        let (function, less, ty) = parts(left)?;
        let signs = less.kind() == "<" && greater.kind() == ">";
        let names = matches!(function.kind(), "identifier" | "navigation_expression")
            && matches!(ty.kind(), "identifier" | "navigation_expression");
        let argument = match right.kind() {
            "parenthesized_expression" => right.named_child(0)?,
            // `f<T> { … }`
            "lambda_literal" => right,
            _ => return None,
        };
        (signs && names).then_some((function, less, ty, greater, right, argument))
    });
    if let Some((function, less, ty, greater, list, argument)) = call {
        let types = Span::new(less.start_byte(), greater.end_byte());
        b.then([
            Task::open(Kind::Call, role, span(node)),
            Task::Lower(function, Role::Callee),
            Task::open(Kind::TypeArgs, Role::TypeParams, types),
            Task::Lower(ty, Role::None),
            Task::Close,
            Task::open(Kind::Args, Role::Args, span(list)),
            Task::Lower(argument, Role::None),
            Task::Close,
            Task::Close,
        ]);
        return;
    }
    let sign = children.iter().find(|c| !c.named).map_or(Sym::NONE, |c| b.sym(c.node));
    let mut tasks = vec![Task::Open { kind: Kind::Binary, role, sym: sign, span: span(node), flags: 0 }];
    for (nth, child) in named_children(children).enumerate() {
        tasks.push(Task::Lower(child.node, if nth == 0 { Role::Left } else { Role::Right }));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `T?`: the type, with a mark.
fn nullable<'t>(b: &mut Build<'_, 't>, _node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    if let [one] = named_children(children).collect::<Vec<_>>()[..] {
        b.mark(flag::POSTFIX);
        b.then([Task::Lower(one.node, role)]);
    } else {
        let tasks = named_children(children).map(|c| Task::Lower(c.node, role)).collect();
        b.then_all(tasks);
    }
}

/// `for (x in l) body`: what runs may be a statement without braces, which the grammar tells apart from the list by its
/// place only.
fn for_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let close = children.iter().position(|c| !c.named && b.text(c.node) == b")").unwrap_or(children.len());
    let (head, body) = children.split_at(close);
    let mut tasks = vec![Task::open(Kind::ForEach, role, span(node))];
    for child in named_children(head).filter(|c| !matches!(c.node.kind(), "annotation" | "label")) {
        let declares = matches!(child.node.kind(), "variable_declaration" | "multi_variable_declaration");
        tasks.push(Task::Lower(child.node, if declares { Role::Left } else { Role::Right }));
    }
    tasks.extend(named_children(body).map(|c| Task::Lower(c.node, Role::Body)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}
