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
    ("cs_operator", operator),
    ("cs_is_pattern", is_pattern),
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
        // Each begins with what all of them share.
        let at = if nth + 1 == count { span(node) } else { from_to(node, declarator) };
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
    // One without braces is for the rest of the file.
    let sym = if body.is_some() { Sym::NONE } else { Sym::new("file") };
    let at = span(name.unwrap_or(node));
    let mut tasks = vec![Task::Open { kind: Kind::Package, role, sym, span: at, flags: 0 }];
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

/// `operator +(…) { … }`: a method of that name.
fn operator<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let field = b.desc.field("operator");
    let mut tasks = vec![Task::open(Kind::FuncDef, role, span(node))];
    for child in children {
        match child.node.kind() {
            "modifier" => tasks.push(leaf(b, Kind::Modifier, Role::Modifier, child.node)),
            "attribute_list" => tasks.push(Task::Lower(child.node, Role::Annotation)),
            _ if child.field == field && !child.named => {
                tasks.push(leaf(b, Kind::Ident, Role::Name, child.node));
            }
            _ if child.named && child.field != 0 => {
                let role = b.desc.field_roles.get(child.field as usize).copied().unwrap_or_default();
                let role = if child.field == b.desc.field("type") { Role::Ret } else { role };
                tasks.push(Task::Lower(child.node, role));
            }
            _ => {}
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `x is not null && c`: what follows the test is no part of it, as the grammar has it.
fn is_pattern<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let other = |name: &str, word: &[u8]| Sym(crate::tree::mix(Sym::new(name).0, Sym::of(word).0));
    let (left, right) = (b.desc.field("left"), b.desc.field("right"));
    let parts: Vec<TsNode<'t>> = named_children(children).map(|c| c.node).collect();
    let mut around = Vec::new();
    let mut at = parts.last().copied();
    while let Some(inner) = at.filter(|n| n.kind() == "negated_pattern") {
        around.push(inner);
        at = inner.named_child(0);
    }
    let constant = at.filter(|n| n.kind() == "constant_pattern");
    let mut chain = Vec::new();
    let mut first = constant.and_then(|n| n.named_child(0));
    while let Some(inner) = first.filter(|n| n.kind() == "binary_expression") {
        chain.push(inner);
        first = inner.child_by_field_id(left);
    }
    let sym = other("is_pattern_expression", b"is");
    let ([value, _], Some(constant), Some(first), false) = (&parts[..], constant, first, chain.is_empty()) else {
        let mut tasks = vec![Task::Open { kind: Kind::Other, role, sym, span: span(node), flags: 0 }];
        tasks.extend(parts.iter().map(|n| Task::Lower(*n, Role::None)));
        tasks.push(Task::Close);
        b.then_all(tasks);
        return;
    };
    let mut tasks = Vec::new();
    let mut role = role;
    for binary in &chain {
        let sym = binary.child_by_field_name("operator").map_or(Sym::NONE, |n| b.sym(n));
        tasks.push(Task::Open { kind: Kind::Binary, role, sym, span: from_to(node, *binary), flags: 0 });
        role = Role::Left;
    }
    tasks.push(Task::Open { kind: Kind::Other, role, sym, span: from_to(node, first), flags: 0 });
    tasks.push(Task::Lower(*value, Role::None));
    for negated in &around {
        let sym = other("negated_pattern", b"not");
        let at = from_to(*negated, first);
        tasks.push(Task::Open { kind: Kind::Other, role: Role::None, sym, span: at, flags: 0 });
    }
    tasks.push(Task::Open {
        kind: Kind::Other,
        role: Role::None,
        sym: Sym::new("constant_pattern"),
        span: from_to(constant, first),
        flags: 0,
    });
    tasks.push(Task::Lower(first, Role::None));
    tasks.extend((0..around.len() + 2).map(|_| Task::Close));
    for binary in chain.iter().rev() {
        tasks.extend(binary.child_by_field_id(right).map(|n| Task::Lower(n, Role::Right)));
        tasks.push(Task::Close);
    }
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
