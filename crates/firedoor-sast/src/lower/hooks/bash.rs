//! Scripts of the shell.

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::{Hook, in_field, named_children};
use crate::tree::{Kind, Role, Sym};

pub(super) const HOOKS: &[(&str, Hook)] =
    &[("bash_command", bash_command), ("bash_assignment", bash_assignment), ("bash_declaration", bash_declaration)];

/// `name a b`: a call; assignments in front of it stay.
fn bash_command<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let name_field = b.desc.field("name");
    let name = in_field(children, name_field);
    let Some(name) = name else {
        let tasks = named_children(children).map(|c| Task::Lower(c.node, role)).collect();
        b.then_all(tasks);
        return;
    };
    let mut tasks = vec![
        Task::open(Kind::Call, role, span(node)),
        Task::Lower(name, Role::Callee),
        Task::open(Kind::Args, Role::Args, Span::new(name.end_byte(), node.end_byte())),
    ];
    for child in named_children(children).filter(|c| c.field != name_field) {
        // `a=b command` sets nothing for what follows.
        if child.node.kind() == "variable_assignment" {
            let value = child.node.child_by_field_name("value");
            tasks.push(Task::open(Kind::Other, Role::None, span(child.node)));
            tasks.extend(value.map(|n| Task::Lower(n, Role::Value)));
            tasks.push(Task::Close);
        } else {
            tasks.push(Task::Lower(child.node, Role::None));
        }
    }
    tasks.extend([Task::Close, Task::Close]);
    b.then_all(tasks);
}

/// `x=1`; and `x+=1`, which adds.
fn bash_assignment<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let adds = children.iter().find(|c| b.text(c.node) == b"+=").map(|c| b.sym(c.node));
    let (kind, sym) = adds.map_or((Kind::Assign, Sym::NONE), |sym| (Kind::AugAssign, sym));
    let mut tasks = vec![Task::Open { kind, role, sym, span: span(node), flags: 0 }];
    for (field, role) in [("name", Role::Left), ("value", Role::Right)] {
        tasks.extend(in_field(children, b.desc.field(field)).map(|n| Task::Lower(n, role)));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `export x=1`, `local x=1`: the assignments, as Semgrep has it; without one, the words.
fn bash_declaration<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let assignments: Vec<TsNode<'t>> =
        named_children(children).map(|c| c.node).filter(|n| n.kind() == "variable_assignment").collect();
    let mut tasks = Vec::new();
    if assignments.is_empty() {
        let sym = children.first().map_or(Sym::NONE, |c| b.sym(c.node));
        tasks.push(Task::Open { kind: Kind::Directive, role, sym, span: span(node), flags: 0 });
        tasks.extend(named_children(children).map(|c| Task::Lower(c.node, Role::None)));
        tasks.push(Task::Close);
    } else {
        tasks.extend(assignments.into_iter().map(|n| Task::Lower(n, role)));
    }
    b.then_all(tasks);
}
