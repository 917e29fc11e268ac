//! R.

use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::{Hook, in_field, leaf};
use crate::tree::{Kind, Role, Sym};

pub(super) const HOOKS: &[(&str, Hook)] =
    &[("r_binary", binary), ("r_parameter", parameter), ("r_argument", argument), ("r_member", member)];

/// `a <- b`, `b -> a` and `a = b` assign; all else is an operation.
fn binary<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (Some(left), Some(operator), Some(right)) = (f("lhs"), f("operator"), f("rhs")) else { return };
    let text = b.text(operator);
    let (kind, sym, parts) = match text {
        // Semgrep tells the ways to assign apart.
        b"<-" => (Kind::Assign, Sym::NONE, [(left, Role::Left), (right, Role::Right)]),
        b"=" | b":=" | b"<<-" => (Kind::Assign, Sym::of(text), [(left, Role::Left), (right, Role::Right)]),
        b"->" | b"->>" => (Kind::Assign, Sym::of(text), [(right, Role::Left), (left, Role::Right)]),
        _ => (Kind::Binary, Sym::of(text), [(left, Role::Left), (right, Role::Right)]),
    };
    let [first, second] = parts;
    b.then([
        Task::Open { kind, role, sym, span: span(node), flags: 0 },
        Task::Lower(first.0, first.1),
        Task::Lower(second.0, second.1),
        Task::Close,
    ]);
}

fn parameter<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let Some(name) = f("name") else { return };
    let kind = if name.kind() == "dots" { Kind::RestParam } else { Kind::Param };
    let mut tasks = vec![Task::open(kind, role, span(node)), leaf(b, Kind::Ident, Role::Name, name)];
    tasks.extend(f("default").map(|n| Task::Lower(n, Role::Default)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn argument<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    match (f("name"), f("value")) {
        (Some(name), Some(value)) => b.then([
            Task::open(Kind::KwArg, role, span(node)),
            leaf(b, Kind::Ident, Role::Name, name),
            Task::Lower(value, Role::Value),
            Task::Close,
        ]),
        (None, Some(value)) => b.then([Task::Lower(value, role)]),
        (Some(name), None) => b.then([Task::Lower(name, role)]),
        _ => {}
    }
}

/// `a$b`, `a@b`, `a::b`.
fn member<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (Some(object), Some(name)) = (f("lhs"), f("rhs")) else { return };
    let sym = f("operator").map_or(Sym::NONE, |o| b.sym(o));
    let sym = if sym == Sym::new("$") { Sym::NONE } else { sym };
    b.then([
        Task::Open { kind: Kind::Member, role, sym, span: span(node), flags: 0 },
        Task::Lower(object, Role::Object),
        Task::Lower(name, Role::Name),
        Task::Close,
    ]);
}
