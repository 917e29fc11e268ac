//! Lua.

use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::{Hook, in_field, leaf, named_children, shared};
use crate::tree::{Kind, Role, Sym, flag};

pub(super) const HOOKS: &[(&str, Hook)] = &[
    ("lua_list", list),
    ("lua_local", local),
    ("lua_assign", assign),
    ("lua_function", function),
    ("lua_params", params),
    ("lua_field", field),
    ("lua_for", for_),
];

fn inner(node: TsNode<'_>) -> Vec<TsNode<'_>> {
    let mut cursor = node.walk();
    node.named_children(&mut cursor).filter(|n| !n.is_extra() && n.kind() != "attribute").collect()
}

/// One name or value is itself, several are a tuple.
fn list<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<TsNode<'t>> = named_children(children).map(|c| c.node).filter(|n| n.kind() != "attribute").collect();
    if let [one] = parts[..] {
        b.then([Task::Lower(one, role)]);
        return;
    }
    let mut tasks = vec![Task::open(Kind::Tuple, role, span(node))];
    tasks.extend(parts.into_iter().map(|n| Task::Lower(n, Role::None)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `local a, b = 1, 2`: a definition each.
fn local<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let Some(list) = named_children(children).next().map(|c| c.node) else { return };
    let (names, values) = match list.kind() {
        "assignment_statement" => {
            let parts = inner(list);
            let of = |n: Option<&TsNode<'t>>| n.map(|n| inner(*n)).unwrap_or_default();
            (of(parts.first()), of(parts.get(1)))
        }
        _ => (inner(list), Vec::new()),
    };
    let mut tasks = Vec::new();
    let alone = names.len() == 1;
    for (nth, name) in names.iter().enumerate() {
        let at = if alone { span(node) } else { span(*name) };
        tasks.push(Task::open(Kind::VarDef, role, at));
        tasks.push(Task::leaf(Kind::Modifier, Role::Modifier, Sym::new("local"), span(node)));
        tasks.push(Task::Lower(*name, Role::Name));
        tasks.extend(values.get(nth).map(|n| Task::Lower(*n, Role::Value)));
        tasks.push(Task::Close);
    }
    b.then_all(tasks);
}

fn assign<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<TsNode<'t>> = named_children(children).map(|c| c.node).collect();
    let [left, right] = parts[..] else {
        super::shared::each(b, &parts, role);
        return;
    };
    b.then([
        Task::open(Kind::Assign, role, span(node)),
        Task::Lower(left, Role::Left),
        Task::Lower(right, Role::Right),
        Task::Close,
    ]);
}

/// `function f()`, `local function f()`, `function M.f()`, `function M:f()`.
fn function<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let mut tasks = vec![Task::open(Kind::FuncDef, role, span(node))];
    if let Some(word) = children.iter().map(|c| c.node).find(|n| n.kind() == "local") {
        tasks.push(leaf(b, Kind::Modifier, Role::Modifier, word));
    }
    tasks.extend(f("name").map(|n| Task::Lower(n, Role::Name)));
    tasks.extend(f("parameters").map(|n| Task::Lower(n, Role::Params)));
    match f("body") {
        Some(body) => tasks.push(Task::Lower(body, Role::Body)),
        None => {
            let at = firedoor_core::Span::new(node.end_byte(), node.end_byte());
            tasks.extend([Task::open(Kind::Block, Role::Body, at), Task::Close]);
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn params<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::Params, role, span(node))];
    for child in named_children(children) {
        if child.node.kind() == "vararg_expression" {
            tasks.push(Task::open(Kind::RestParam, Role::None, span(child.node)));
            tasks.extend([leaf(b, Kind::Ident, Role::Name, child.node), Task::Close]);
        } else {
            tasks.extend(shared::param(child.node));
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `a = 1`, `["a"] = 1`, `1` in a table.
fn field<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    match (f("name"), f("value")) {
        (Some(name), Some(value)) => b.then([
            Task::open(Kind::Pair, role, span(node)),
            Task::Lower(name, Role::Key),
            Task::Lower(value, Role::Value),
            Task::Close,
        ]),
        (_, Some(value)) => b.then([Task::Lower(value, role)]),
        _ => {}
    }
}

/// `for i = 1, 10 do`, `for k, v in pairs(t) do`.
fn for_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (Some(clause), body) = (f("clause"), f("body")) else { return };
    let mut tasks;
    if clause.kind() == "for_generic_clause" {
        let parts = inner(clause);
        tasks = vec![Task::open(Kind::ForEach, role, span(node))];
        tasks.extend(parts.first().map(|n| Task::Lower(*n, Role::Left)));
        tasks.extend(parts.get(1).map(|n| Task::Lower(*n, Role::Right)));
    } else {
        let g = |name| clause.child_by_field_name(name);
        tasks = vec![Task::open(Kind::For, role, span(node))];
        if let Some(name) = g("name") {
            tasks.push(Task::open(Kind::VarDef, Role::Init, span(clause)));
            tasks.push(Task::Lower(name, Role::Name));
            tasks.extend(g("start").map(|n| Task::Lower(n, Role::Value)));
            tasks.push(Task::Close);
        }
        tasks.extend(g("end").map(|n| Task::Lower(n, Role::Cond)));
        tasks.extend(g("step").map(|n| Task::Lower(n, Role::Update)));
    }
    match body {
        Some(body) => tasks.push(Task::Lower(body, Role::Body)),
        None => {
            let sym = Sym::NONE;
            let at = firedoor_core::Span::new(node.end_byte(), node.end_byte());
            tasks.extend([
                Task::Open { kind: Kind::Block, role: Role::Body, sym, span: at, flags: flag::EMPTY },
                Task::Close,
            ]);
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}
