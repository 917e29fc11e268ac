//! Go.

use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::shared::member_chain;
use super::{Hook, from_to, in_field, leaf, named_children};
use crate::tree::{Kind, Role, Sym, flag};

pub(super) const HOOKS: &[(&str, Hook)] = &[
    ("go_qualified", qualified),
    ("go_assign", assign),
    ("go_receive", receive),
    ("go_var", var),
    ("go_var_spec", var_spec),
    ("go_expression_list", expression_list),
    ("go_inc", inc),
    ("go_literal_value", literal_value),
    ("go_parameter", parameter),
    ("go_for", for_statement),
    ("go_switch", switch),
    ("go_type", type_spec),
    ("go_field", field),
    ("go_import", import),
];

fn qualified<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let names: Vec<_> = named_children(children).map(|c| c.node).collect();
    member_chain(b, node, role, &names);
}

/// `a = b`, `a += b`, `a := b`; the last keeps its operator as a flag.
fn assign<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (left, right) = (f("left"), f("right"));
    let operator = children.iter().find(|c| !c.named).map_or(Sym::new("="), |c| b.sym(c.node));
    let (kind, sym, flags) = if operator == Sym::new("=") {
        (Kind::Assign, Sym::NONE, 0)
    } else if operator == Sym::new(":=") {
        (Kind::Assign, Sym::NONE, flag::IMPLIED)
    } else {
        (Kind::AugAssign, operator, 0)
    };
    let mut tasks = Vec::new();
    if role != Role::Init {
        tasks.push(Task::open(Kind::ExprStmt, role, span(node)));
    }
    tasks.push(Task::Open {
        kind,
        role: if role == Role::Init { role } else { Role::None },
        sym,
        span: span(node),
        flags,
    });
    tasks.extend(left.map(|n| Task::Lower(n, Role::Left)));
    tasks.extend(right.map(|n| Task::Lower(n, Role::Right)));
    tasks.push(Task::Close);
    if role != Role::Init {
        tasks.push(Task::Close);
    }
    b.then_all(tasks);
}

/// `case x := <-c:` and `case <-c:` of `select`.
fn receive<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (Some(left), Some(right)) = (f("left"), f("right")) else {
        b.then_all(named_children(children).map(|c| Task::Lower(c.node, role)).collect());
        return;
    };
    let declares = children.iter().any(|c| !c.named && b.text(c.node) == b":=");
    let flags = if declares { flag::IMPLIED } else { 0 };
    b.then([
        Task::Open { kind: Kind::Assign, role, sym: Sym::NONE, span: span(node), flags },
        Task::Lower(left, Role::Left),
        Task::Lower(right, Role::Right),
        Task::Close,
    ]);
}

/// One name or value alone is itself; several are a tuple.
fn expression_list<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let items: Vec<_> = named_children(children).map(|c| c.node).collect();
    if let [one] = items[..] {
        b.then([Task::Lower(one, role)]);
        return;
    }
    let mut tasks = vec![Task::open(Kind::Tuple, role, span(node))];
    tasks.extend(items.into_iter().map(|n| Task::Lower(n, Role::None)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn var<'t>(b: &mut Build<'_, 't>, _node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let word = children.first().filter(|c| !c.named).map(|c| c.node);
    let mut tasks = Vec::new();
    for child in named_children(children) {
        match (word, child.node.kind()) {
            // The word is told, and no part of the range: `const (a = 1; b = 2)` has it once.
            (Some(_), "var_spec" | "const_spec" | "var_spec_list") => {}
            (Some(word), _) => tasks.push(Task::Adopt(word, Role::Modifier)),
            _ => {}
        }
        tasks.push(Task::Lower(child.node, role));
    }
    b.then_all(tasks);
}

fn var_spec<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let name_field = b.desc.field("name");
    let (ty, value) = (in_field(children, b.desc.field("type")), in_field(children, b.desc.field("value")));
    let names: Vec<_> = children.iter().filter(|c| c.named && c.field == name_field).map(|c| c.node).collect();
    let mut tasks = vec![Task::open(Kind::VarDef, role, span(node))];
    let around = node.parent().map(|p| if p.kind() == "var_spec_list" { p.parent().unwrap_or(p) } else { p });
    if let Some(word) = around.and_then(|p| p.child(0)).filter(|w| matches!(w.kind(), "var" | "const")) {
        tasks.push(Task::leaf(Kind::Modifier, Role::Modifier, b.sym(word), span(word)));
    }
    if let [one] = names[..] {
        tasks.push(Task::Lower(one, Role::Name));
    } else if let (Some(first), Some(last)) = (names.first(), names.last()) {
        tasks.push(Task::open(Kind::Tuple, Role::Name, from_to(*first, *last)));
        tasks.extend(names.iter().map(|n| Task::Lower(*n, Role::None)));
        tasks.push(Task::Close);
    }
    tasks.extend(ty.map(|n| Task::Lower(n, Role::Type)));
    tasks.extend(value.map(|n| Task::Lower(n, Role::Value)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn inc<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let operator = children.iter().find(|c| !c.named).map_or(Sym::NONE, |c| b.sym(c.node));
    let mut tasks = vec![Task::open(Kind::ExprStmt, role, span(node))];
    tasks.push(Task::Open { kind: Kind::Unary, role: Role::None, sym: operator, span: span(node), flags: 0 });
    tasks.extend(named_children(children).map(|c| Task::Lower(c.node, Role::Value)));
    tasks.extend([Task::Close, Task::Close]);
    b.then_all(tasks);
}

/// The values of a composite literal: arguments of a construction, or an array within one.
fn literal_value<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let kind = if role == Role::Args { Kind::Args } else { Kind::Array };
    let mut tasks = vec![Task::open(kind, role, span(node))];
    tasks.extend(named_children(children).map(|c| Task::Lower(c.node, Role::None)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `a, b T`: one parameter each. A type alone is a parameter without a name.
fn parameter<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let name_field = b.desc.field("name");
    let ty = in_field(children, b.desc.field("type"));
    let names: Vec<_> = children.iter().filter(|c| c.named && c.field == name_field).map(|c| c.node).collect();
    let mut tasks = Vec::new();
    if names.is_empty() {
        tasks.push(Task::open(Kind::Param, role, span(node)));
        tasks.extend(ty.map(|n| Task::Lower(n, Role::Type)));
        tasks.push(Task::Close);
    }
    for name in &names {
        let at = if names.len() == 1 { span(node) } else { span(*name) };
        tasks.push(Task::open(Kind::Param, role, at));
        tasks.push(Task::Lower(*name, Role::Name));
        tasks.extend(ty.map(|n| Task::Lower(n, Role::Type)));
        tasks.push(Task::Close);
    }
    b.then_all(tasks);
}

/// The four headers of `for`.
fn for_statement<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let body_field = b.desc.field("body");
    let body = in_field(children, body_field);
    let header = named_children(children).find(|c| c.field != body_field).map(|c| c.node);
    let mut tasks = Vec::new();
    let f = |n: TsNode<'t>, name: &str| n.child_by_field_id(b.desc.field(name));
    match header {
        Some(n) if n.kind() == "for_clause" => {
            tasks.push(Task::open(Kind::For, role, span(node)));
            tasks.extend(f(n, "initializer").map(|n| Task::Lower(n, Role::Init)));
            tasks.extend(f(n, "condition").map(|n| Task::Lower(n, Role::Cond)));
            tasks.extend(f(n, "update").map(|n| Task::Lower(n, Role::Update)));
        }
        Some(n) if n.kind() == "range_clause" => {
            tasks.push(Task::open(Kind::ForEach, role, span(node)));
            tasks.extend(f(n, "left").map(|n| Task::Lower(n, Role::Left)));
            tasks.extend(f(n, "right").map(|n| Task::Lower(n, Role::Right)));
        }
        other => {
            tasks.push(Task::open(Kind::While, role, span(node)));
            tasks.extend(other.map(|n| Task::Lower(n, Role::Cond)));
        }
    }
    tasks.extend(body.map(|n| Task::Lower(n, Role::Body)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn switch<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| b.desc.field(name);
    let (value, alias, init) = (f("value"), f("alias"), f("initializer"));
    let fields = [f("communication"), f("type"), value];
    let mut tasks = vec![Task::open(Kind::Switch, role, span(node))];
    for child in named_children(children) {
        if child.field == init && init != 0 {
            tasks.push(Task::Lower(child.node, Role::Init));
        } else if (child.field == value || child.field == alias) && child.field != 0 {
            tasks.push(Task::Lower(child.node, Role::Cond));
        } else {
            tasks.push(Task::open(Kind::Case, Role::Case, span(child.node)));
            let mut cursor = child.node.walk();
            let mut statements = Vec::new();
            let mut more = cursor.goto_first_child();
            while more {
                let part = cursor.node();
                let field = cursor.field_id().map_or(0, std::num::NonZeroU16::get);
                if part.is_named() && !part.is_extra() {
                    if field != 0 && fields.contains(&field) {
                        tasks.push(Task::Lower(part, Role::Value));
                    } else {
                        statements.push(part);
                    }
                }
                more = cursor.goto_next_sibling();
            }
            let at = match (statements.first(), statements.last()) {
                (Some(first), Some(last)) => from_to(*first, *last),
                _ => firedoor_core::Span::new(child.node.end_byte(), child.node.end_byte()),
            };
            tasks.push(Task::open(Kind::Block, Role::Body, at));
            tasks.extend(statements.into_iter().map(|n| Task::Lower(n, Role::None)));
            tasks.extend([Task::Close, Task::Close]);
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// A named struct or interface is a class; any other named type a definition.
fn type_spec<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (name, ty, parameters) = (f("name"), f("type"), f("type_parameters"));
    let mut tasks = Vec::new();
    match ty {
        Some(ty) if matches!(ty.kind(), "struct_type" | "interface_type") => {
            let sym = if ty.kind() == "struct_type" { Sym::new("struct") } else { Sym::new("interface") };
            tasks.push(Task::Open { kind: Kind::ClassDef, role, sym, span: span(node), flags: 0 });
            tasks.extend(name.map(|n| Task::Lower(n, Role::Name)));
            tasks.extend(parameters.map(|n| Task::Lower(n, Role::TypeParams)));
            if ty.kind() == "struct_type" {
                tasks.extend(ty.named_child(0).map(|n| Task::Lower(n, Role::Body)));
            } else {
                tasks.push(Task::open(Kind::ClassBody, Role::Body, span(ty)));
                let mut cursor = ty.walk();
                tasks.extend(ty.named_children(&mut cursor).map(|n| Task::Lower(n, Role::None)));
                tasks.push(Task::Close);
            }
        }
        _ => {
            tasks.push(Task::Open { kind: Kind::VarDef, role, sym: Sym::new("type"), span: span(node), flags: 0 });
            tasks.extend(name.map(|n| Task::Lower(n, Role::Name)));
            tasks.extend(ty.map(|n| Task::Lower(n, Role::Value)));
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn field<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let name_field = b.desc.field("name");
    let ty = in_field(children, b.desc.field("type"));
    let tag = in_field(children, b.desc.field("tag"));
    let names: Vec<_> = children.iter().filter(|c| c.named && c.field == name_field).map(|c| c.node).collect();
    let mut tasks = Vec::new();
    if names.is_empty() {
        tasks.push(Task::open(Kind::VarDef, role, span(node)));
        tasks.extend(ty.map(|n| Task::Lower(n, Role::Type)));
        tasks.extend(tag.map(|n| Task::Lower(n, Role::Init)));
        tasks.push(Task::Close);
    }
    for name in names {
        tasks.push(Task::open(Kind::VarDef, role, span(node)));
        tasks.push(Task::Lower(name, Role::Name));
        tasks.extend(ty.map(|n| Task::Lower(n, Role::Type)));
        tasks.extend(tag.map(|n| Task::Lower(n, Role::Init)));
        tasks.push(Task::Close);
    }
    b.then_all(tasks);
}

/// `import x "a/b"`.
fn import<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (name, path) = (f("name"), f("path"));
    let mut whole = node;
    while let Some(parent) = whole.parent().filter(|p| p.kind().starts_with("import_")) {
        whole = parent;
    }
    let kind = Kind::ImportAs;
    let mut tasks = vec![Task::open(kind, role, span(whole))];
    tasks.extend(path.map(|n| Task::Lower(n, Role::Module)));
    tasks.extend(name.map(|n| leaf(b, Kind::Ident, Role::Alias, n)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}
