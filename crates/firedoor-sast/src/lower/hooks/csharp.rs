//! C#.

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::shared::body_of;
use super::{Hook, from_to, in_field, leaf, named_children};
use crate::tree::{Kind, Role, Sym, flag};

pub(super) const HOOKS: &[(&str, Hook)] = &[
    ("cs_vardef", vardef),
    ("cs_conditional_access", conditional_access),
    ("cs_initializer", initializer),
    ("cs_arrow", arrow),
    ("cs_attributes", attributes),
    ("cs_namespace", namespace),
    ("cs_using", using),
    ("cs_foreach", foreach),
    ("cs_section", section),
    ("cs_delegate", delegate),
];

/// Variables and fields: one definition per declarator, with the words, attributes and type of the whole.
fn vardef<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let inner = children.iter().find(|c| c.node.kind() == "variable_declaration").map_or(node, |c| c.node);
    let ty = inner.child_by_field_id(b.desc.field("type"));
    let mut cursor = inner.walk();
    let declarators: Vec<TsNode<'t>> =
        inner.named_children(&mut cursor).filter(|n| n.kind() == "variable_declarator").collect();
    let name_field = b.desc.field("name");
    let count = declarators.len();
    let mut tasks = Vec::new();
    for (nth, declarator) in declarators.into_iter().enumerate() {
        let at = match (count, nth) {
            (1, _) => span(node),
            (_, 0) => from_to(node, declarator),
            (_, n) if n + 1 == count => from_to(declarator, node),
            _ => span(declarator),
        };
        tasks.push(Task::open(Kind::VarDef, role, at));
        for child in children.iter().filter(|c| c.node != inner) {
            match child.node.kind() {
                "modifier" => tasks.push(leaf(b, Kind::Modifier, Role::Modifier, child.node)),
                "attribute_list" => tasks.push(Task::Lower(child.node, Role::Annotation)),
                _ => {}
            }
        }
        tasks.extend(ty.map(|n| Task::Lower(n, Role::Type)));
        let mut parts = declarator.walk();
        for part in declarator.named_children(&mut parts).filter(|n| !n.is_extra()) {
            let is_name = declarator.child_by_field_id(name_field) == Some(part);
            tasks.push(Task::Lower(part, if is_name { Role::Name } else { Role::Value }));
        }
        tasks.push(Task::Close);
    }
    b.then_all(tasks);
}

/// `delegate (int a) { … }`
fn delegate<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::Open { kind: Kind::Lambda, role, sym: Sym::NONE, span: span(node), flags: flag::ARROW }];
    for child in named_children(children) {
        match child.node.kind() {
            "parameter_list" => tasks.push(Task::Lower(child.node, Role::Params)),
            "block" => tasks.extend(body_of(child.node)),
            _ => tasks.push(Task::Lower(child.node, Role::Modifier)),
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `a?.b`: as `a.b`; what follows is lowered as it is.
fn conditional_access<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<_> = named_children(children).map(|c| c.node).collect();
    let [object, access] = parts[..] else { return };
    if access.kind() == "member_binding_expression" {
        b.then([
            optional(role, span(node)),
            Task::Lower(object, Role::Object),
            Task::Lower(access, Role::Name),
            Task::Close,
        ]);
        return;
    }
    // `a?.b(c)`: a call whose function is bound to `a`.
    let function = access.child_by_field_id(b.desc.field("function"));
    let arguments = access.child_by_field_id(b.desc.field("arguments"));
    if let (Some(function), Some(arguments), "invocation_expression") = (function, arguments, access.kind())
        && function.kind() == "member_binding_expression"
    {
        b.then([
            Task::open(Kind::Call, role, span(node)),
            optional(Role::Callee, from_to(object, function)),
            Task::Lower(object, Role::Object),
            Task::Lower(function, Role::Name),
            Task::Close,
            Task::Lower(arguments, Role::Args),
            Task::Close,
        ]);
        return;
    }
    b.then([
        Task::open(Kind::Seq, role, span(node)),
        Task::Lower(object, Role::Object),
        Task::Lower(access, Role::None),
        Task::Close,
    ]);
}

/// A member of what may be nothing.
fn optional<'t>(role: Role, span: Span) -> Task<'t> {
    Task::Open { kind: Kind::Member, role, sym: Sym::new("?."), span, flags: 0 }
}

/// `{ a, b }` is an array, `{ A = b }` a record.
fn initializer<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let record = named_children(children).any(|c| c.node.kind() == "assignment_expression");
    let kind = if record { Kind::Object } else { Kind::Array };
    let mut tasks = vec![Task::open(kind, role, span(node))];
    tasks.extend(named_children(children).map(|c| Task::Lower(c.node, Role::None)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `=> e` as a body.
fn arrow<'t>(b: &mut Build<'_, 't>, _node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    if let Some(body) = named_children(children).next() {
        let tasks = if role == Role::Body { body_of(body.node) } else { vec![Task::Lower(body.node, Role::Value)] };
        b.then_all(tasks);
    }
}

fn attributes<'t>(b: &mut Build<'_, 't>, _node: TsNode<'t>, _role: Role, children: &[Child<'t>]) {
    let tasks = (named_children(children))
        .filter(|c| c.node.kind() == "attribute")
        .map(|c| Task::Lower(c.node, Role::Annotation))
        .collect();
    b.then_all(tasks);
}

fn namespace<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (name, body) = (f("name"), f("body"));
    let mut tasks = vec![Task::open(Kind::Package, role, span(name.unwrap_or(node)))];
    tasks.extend(name.map(|n| Task::Lower(n, Role::Module)));
    tasks.push(Task::Close);
    if let Some(body) = body {
        let mut cursor = body.walk();
        tasks.extend(body.named_children(&mut cursor).map(|n| Task::Lower(n, role)));
    }
    b.then_all(tasks);
}

/// `using A.B;` takes everything from it, `using X = A.B;` names it.
fn using<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let name_field = b.desc.field("name");
    let alias = in_field(children, name_field);
    let path = named_children(children).find(|c| Some(c.node) != alias).map(|c| c.node);
    let kind = if alias.is_some() { Kind::ImportAs } else { Kind::ImportAll };
    let mut tasks = vec![Task::open(kind, role, span(node))];
    tasks.extend(path.map(|n| Task::Lower(n, Role::Module)));
    tasks.extend(alias.map(|n| Task::Lower(n, Role::Alias)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn foreach<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (ty, left, right, body) = (f("type"), f("left"), f("right"), f("body"));
    let mut tasks = vec![Task::open(Kind::ForEach, role, span(node))];
    if let Some(left) = left {
        tasks.push(Task::open(Kind::VarDef, Role::Left, from_to(ty.unwrap_or(left), left)));
        tasks.extend(ty.map(|n| Task::Lower(n, Role::Type)));
        tasks.push(Task::Lower(left, Role::Name));
        tasks.push(Task::Close);
    }
    tasks.extend(right.map(|n| Task::Lower(n, Role::Right)));
    tasks.extend(body.map(|n| Task::Lower(n, Role::Body)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// Labels, then statements.
fn section<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::Case, role, span(node))];
    let is_statement = |n: TsNode<'_>| n.kind().ends_with("statement") || n.kind() == "block";
    let (statements, labels): (Vec<_>, Vec<_>) =
        named_children(children).map(|c| c.node).partition(|n| is_statement(*n));
    tasks.extend(labels.into_iter().map(|n| Task::Lower(n, Role::Value)));
    let at = match (statements.first(), statements.last()) {
        (Some(a), Some(z)) => from_to(*a, *z),
        _ => firedoor_core::Span::new(node.end_byte(), node.end_byte()),
    };
    tasks.push(Task::open(Kind::Block, Role::Body, at));
    tasks.extend(statements.into_iter().map(|n| Task::Lower(n, Role::None)));
    tasks.extend([Task::Close, Task::Close]);
    b.then_all(tasks);
}
