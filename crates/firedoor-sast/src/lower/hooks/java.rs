//! Java.

use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::{Hook, from_to, in_field, leaf, named_children};
use crate::tree::{Kind, Role, Sym};

pub(super) const HOOKS: &[(&str, Hook)] = &[
    ("java_for_each", for_each),
    ("java_reference", reference),
    ("java_switch", switch),
    ("java_import", import),
    ("java_package", package),
];

/// `for (T x : e)`.
fn for_each<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (ty, name, value, body) = (f("type"), f("name"), f("value"), f("body"));
    let mut tasks = vec![Task::open(Kind::ForEach, role, span(node))];
    if let Some(name) = name {
        tasks.push(Task::open(Kind::VarDef, Role::Left, from_to(ty.unwrap_or(name), name)));
        tasks.extend(ty.map(|n| Task::Lower(n, Role::Type)));
        tasks.push(Task::Lower(name, Role::Name));
        tasks.push(Task::Close);
    }
    tasks.extend(value.map(|n| Task::Lower(n, Role::Right)));
    tasks.extend(body.map(|n| Task::Lower(n, Role::Body)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// Both forms of `switch`: groups with labels and rules with arrows.
fn switch<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (condition, body) = (f("condition"), f("body"));
    let mut tasks = vec![Task::open(Kind::Switch, role, span(node))];
    tasks.extend(condition.map(|n| Task::Lower(n, Role::Cond)));
    if let Some(body) = body {
        let mut cursor = body.walk();
        for group in body.named_children(&mut cursor) {
            if !matches!(group.kind(), "switch_block_statement_group" | "switch_rule") {
                continue;
            }
            tasks.push(Task::open(Kind::Case, Role::Case, span(group)));
            let mut inner = group.walk();
            let parts: Vec<_> = group.named_children(&mut inner).filter(|n| !n.is_extra()).collect();
            for label in parts.iter().filter(|n| n.kind() == "switch_label") {
                let mut values = label.walk();
                tasks.extend(label.named_children(&mut values).map(|n| Task::Lower(n, Role::Value)));
            }
            let statements: Vec<_> = parts.iter().filter(|n| n.kind() != "switch_label").copied().collect();
            match statements.as_slice() {
                [block] if block.kind() == "block" => tasks.push(Task::Lower(*block, Role::Body)),
                list => {
                    let at = match (list.first(), list.last()) {
                        (Some(first), Some(last)) => from_to(*first, *last),
                        _ => firedoor_core::Span::new(group.end_byte(), group.end_byte()),
                    };
                    tasks.push(Task::open(Kind::Block, Role::Body, at));
                    tasks.extend(list.iter().map(|n| Task::Lower(*n, Role::None)));
                    tasks.push(Task::Close);
                }
            }
            tasks.push(Task::Close);
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `import a.b.C`: the name `C` from `a.b`; `import a.b.*` everything from it.
fn import<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let is_static = children.iter().any(|c| c.node.kind() == "static");
    let sym = if is_static { Sym::new("static") } else { Sym::NONE };
    let open = |kind| Task::Open { kind, role, sym, span: span(node), flags: 0 };
    let all = children.iter().any(|c| c.node.kind() == "asterisk");
    let Some(path) = named_children(children).find(|c| c.node.kind() != "asterisk").map(|c| c.node) else { return };
    if all {
        b.then([open(Kind::ImportAll), Task::Lower(path, Role::Module), Task::Close]);
        return;
    }
    let (scope, name) = (path.child_by_field_name("scope"), path.child_by_field_name("name").unwrap_or(path));
    let mut tasks = vec![open(Kind::ImportFrom)];
    tasks.extend(scope.map(|n| Task::Lower(n, Role::Module)));
    tasks.push(Task::open(Kind::ImportName, Role::None, span(name)));
    tasks.push(Task::Lower(name, Role::Name));
    tasks.push(Task::Close);
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn package<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let path = named_children(children).find(|c| !c.node.kind().contains("annotation")).map(|c| c.node);
    let mut tasks = vec![Task::Open { kind: Kind::Package, role, sym: Sym::NONE, span: span(node), flags: 0 }];
    tasks.extend(path.map(|n| Task::Lower(n, Role::Module)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `a::b`; in `A::new` the word is the name.
fn reference<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let sym = Sym::new("method_reference");
    let mut tasks = vec![Task::Open { kind: Kind::Other, role, sym, span: span(node), flags: 0 }];
    for child in children.iter().filter(|c| !c.node.is_extra()) {
        if child.named {
            tasks.push(Task::Lower(child.node, Role::None));
        } else if b.text(child.node) == b"new" {
            tasks.push(leaf(b, Kind::Ident, Role::None, child.node));
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}
