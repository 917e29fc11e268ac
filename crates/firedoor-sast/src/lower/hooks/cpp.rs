//! C++: what brings names of other namespaces in.

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::{Hook, in_field, leaf};
use crate::tree::{Kind, Role};

pub(super) const HOOKS: &[(&str, Hook)] =
    &[("cpp_using", using), ("cpp_namespace_alias", namespace_alias), ("cpp_lambda", lambda)];

/// `[=](int a) mutable -> int { … }`: its parameters, which may be left out, and its body.
fn lambda<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let field = |name| in_field(children, b.desc.field(name));
    let (declarator, body) = (field("declarator"), field("body"));
    let parameters = declarator.and_then(|d| d.child_by_field_id(b.desc.field("parameters")));
    let mut tasks = vec![Task::open(Kind::Lambda, role, span(node))];
    tasks.extend(parameters.map(|n| Task::Lower(n, Role::Params)));
    if let Some(declarator) = declarator {
        let mut cursor = declarator.walk();
        let gives = declarator.named_children(&mut cursor).find(|n| n.kind() == "trailing_return_type");
        tasks.extend(gives.and_then(|n| n.named_child(0)).map(|n| Task::Lower(n, Role::Ret)));
    }
    tasks.extend(body.map(|n| Task::Lower(n, Role::Body)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `using a::b;` imports a name, `using namespace a;` all of them.
fn using<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let Some(path) = children.iter().find(|c| c.named).map(|c| c.node) else { return };
    let text = b.text(path);
    let separator = text.windows(2).rposition(|w| w == b"::");
    let all = children.iter().any(|c| !c.named && b.text(c.node) == b"namespace");
    let at = span(path);
    let mut tasks = Vec::new();
    match separator {
        Some(cut) if !all => {
            let module = Span::new(path.start_byte(), path.start_byte() + cut);
            let name = Span::new(path.start_byte() + cut + 2, path.end_byte());
            tasks.push(Task::open(Kind::ImportFrom, role, span(node)));
            tasks.extend(super::php::path(b, module, Role::Module, b"::"));
            tasks.push(Task::open(Kind::ImportName, Role::None, name));
            tasks.extend(super::php::path(b, name, Role::Name, b"::"));
            tasks.push(Task::Close);
        }
        _ => {
            tasks.push(Task::open(Kind::ImportAll, role, span(node)));
            tasks.extend(super::php::path(b, at, Role::Module, b"::"));
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `namespace a = b::c;`
fn namespace_alias<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut names = children.iter().filter(|c| c.named).map(|c| c.node);
    let (Some(alias), Some(path)) = (names.next(), names.next()) else { return };
    let mut tasks = vec![Task::open(Kind::ImportAs, role, span(node))];
    tasks.extend(super::php::path(b, span(path), Role::Module, b"::"));
    tasks.extend([leaf(b, Kind::Ident, Role::Alias, alias), Task::Close]);
    b.then_all(tasks);
}
