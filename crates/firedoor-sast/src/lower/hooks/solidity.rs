//! Solidity, whose grammar keeps arguments and parameters among the other children of calls and functions.

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::{Hook, from_to, in_field, leaf, named_children};
use crate::tree::{Kind, Role, Sym};

pub(super) const HOOKS: &[(&str, Hook)] = &[
    ("sol_type", type_name),
    ("sol_call", call),
    ("sol_new", new),
    ("sol_ternary", ternary),
    ("sol_tuple", tuple),
    ("sol_local", local),
    ("sol_if", if_),
    ("sol_emit", emit),
    ("sol_revert", revert),
    ("sol_function", function),
    ("sol_modifier", modifier),
    ("sol_pragma", pragma),
];

/// A type that is only a name is that name; arrays and mappings are types of their own.
fn type_name<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<TsNode<'t>> = named_children(children).map(|c| c.node).collect();
    if let [one] = parts[..]
        && one.byte_range() == node.byte_range()
    {
        b.then([Task::Lower(one, role)]);
        return;
    }
    let array = children.iter().any(|c| !c.named && b.text(c.node) == b"[");
    let kind = if array { Kind::ArrayType } else { Kind::Type };
    let mut tasks = vec![Task::open(kind, role, span(node))];
    tasks.extend(parts.into_iter().map(|n| Task::Lower(n, Role::None)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// The arguments among the children of a node, as a list from the opening bracket on.
fn arguments<'t>(b: &Build<'_, 't>, node: TsNode<'t>, children: &[Child<'t>], after: usize) -> Vec<Task<'t>> {
    let open = children.iter().find(|c| !c.named && c.node.start_byte() >= after && b.text(c.node) == b"(");
    let from = open.map_or(after, |c| c.node.start_byte());
    let close = children.iter().rev().find(|c| !c.named && b.text(c.node) == b")");
    let to = close.map_or(node.end_byte(), |c| c.node.end_byte());
    let mut tasks = vec![Task::open(Kind::Args, Role::Args, Span::new(from, to.max(from)))];
    let is_argument = |c: &&Child<'t>| c.node.start_byte() >= from && c.field == 0;
    tasks.extend(named_children(children).filter(is_argument).map(|c| Task::Lower(c.node, Role::None)));
    tasks.push(Task::Close);
    tasks
}

/// `f(a)`, `payable(a)`, `address(a)`, `type(T)`.
fn call<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let callee = in_field(children, b.desc.field("function")).or_else(|| children.first().map(|c| c.node));
    let Some(callee) = callee else { return };
    let mut tasks = vec![Task::open(Kind::Call, role, span(node))];
    if callee.is_named() {
        tasks.push(Task::Lower(callee, Role::Callee));
    } else {
        tasks.push(leaf(b, Kind::Ident, Role::Callee, callee));
    }
    tasks.extend(arguments(b, node, children, callee.end_byte()));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn new<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let Some(name) = in_field(children, b.desc.field("name")) else { return };
    let mut tasks = vec![Task::open(Kind::New, role, span(node)), Task::Lower(name, Role::Type)];
    if children.iter().any(|c| !c.named && b.text(c.node) == b"(") {
        tasks.extend(arguments(b, node, children, name.end_byte()));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn ternary<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let roles = [Role::Cond, Role::Then, Role::Else];
    let mut tasks = vec![Task::open(Kind::Ternary, role, span(node))];
    tasks.extend(named_children(children).zip(roles).map(|(c, role)| Task::Lower(c.node, role)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `(a)` is `a`.
fn tuple<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<TsNode<'t>> = named_children(children).map(|c| c.node).collect();
    let comma = children.iter().any(|c| !c.named && b.text(c.node) == b",");
    if let ([one], false) = (&parts[..], comma) {
        b.then([Task::Lower(*one, role)]);
        return;
    }
    let mut tasks = vec![Task::open(Kind::Tuple, role, span(node))];
    tasks.extend(parts.into_iter().map(|n| Task::Lower(n, Role::None)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `T x = v;`, `(T x, T y) = v;`
fn local<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let value = in_field(children, b.desc.field("value"));
    let declared = named_children(children).map(|c| c.node).find(|n| Some(*n) != value);
    let Some(declared) = declared else { return };
    let mut tasks = vec![Task::open(Kind::VarDef, role, span(node))];
    if declared.kind() == "variable_declaration" {
        let f = |name: &str| declared.child_by_field_id(b.desc.field(name));
        tasks.extend(f("type").map(|n| Task::Lower(n, Role::Type)));
        tasks.extend(f("location").map(|n| leaf(b, Kind::Modifier, Role::Modifier, n)));
        tasks.extend(f("name").map(|n| Task::Lower(n, Role::Name)));
    } else {
        tasks.push(Task::Lower(declared, Role::Name));
    }
    tasks.extend(value.map(|n| Task::Lower(n, Role::Value)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn if_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let (condition, body) = (in_field(children, b.desc.field("condition")), b.desc.field("body"));
    let mut tasks = vec![Task::open(Kind::If, role, span(node))];
    tasks.extend(condition.map(|n| Task::Lower(n, Role::Cond)));
    let bodies = children.iter().filter(|c| c.named && c.field == body);
    tasks.extend(bodies.zip([Role::Then, Role::Else]).map(|(c, role)| Task::Lower(c.node, role)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `emit E(a);`
fn emit<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let Some(name) = in_field(children, b.desc.field("name")) else { return };
    let last = children.iter().rev().find(|c| b.text(c.node) == b")").map_or(name, |c| c.node);
    let mut tasks = vec![
        Task::Open { kind: Kind::Directive, role, sym: Sym::new("emit"), span: span(node), flags: 0 },
        Task::open(Kind::Call, Role::None, from_to(name, last)),
        Task::Lower(name, Role::Callee),
    ];
    tasks.extend(arguments(b, node, children, name.end_byte()));
    tasks.extend([Task::Close, Task::Close]);
    b.then_all(tasks);
}

/// `revert("a");` is a call of that name, and so is `revert E(a);`, of what `E(a)` gives.
fn revert<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let error = in_field(children, b.desc.field("error"));
    let list = children.iter().find(|c| c.node.kind() == "revert_arguments").map(|c| c.node);
    let Some(word) = children.first().map(|c| c.node) else { return };
    let end = list.or(error).unwrap_or(word);
    let mut tasks = vec![
        Task::open(Kind::ExprStmt, role, span(node)),
        Task::open(Kind::Call, Role::None, from_to(word, end)),
        leaf(b, Kind::Ident, Role::Callee, word),
    ];
    let mut cursor = node.walk();
    let values: Vec<TsNode<'t>> = list.map(|l| l.named_children(&mut cursor).collect()).unwrap_or_default();
    let arguments = |at: Span, tasks: &mut Vec<Task<'t>>| {
        tasks.push(Task::open(Kind::Args, Role::Args, at));
        tasks.extend(values.iter().map(|n| Task::Lower(*n, Role::None)));
        tasks.push(Task::Close);
    };
    match (error, list) {
        // The grammar takes the brackets around one argument for a part of it.
        (Some(value), None) => {
            tasks.push(Task::open(Kind::Args, Role::Args, span(value)));
            tasks.push(Task::Lower(value, Role::None));
            tasks.push(Task::Close);
        }
        (Some(error), Some(list)) => {
            tasks.push(Task::open(Kind::Args, Role::Args, from_to(error, list)));
            tasks.push(Task::open(Kind::Call, Role::None, from_to(error, list)));
            tasks.push(Task::Lower(error, Role::Callee));
            arguments(span(list), &mut tasks);
            tasks.extend([Task::Close, Task::Close]);
        }
        (None, list) => arguments(list.map_or(Span::new(end.end_byte(), end.end_byte()), span), &mut tasks),
    }
    tasks.extend([Task::Close, Task::Close]);
    b.then_all(tasks);
}

/// Functions, constructors, modifiers; events and errors, which have no body.
fn function<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (name, body, ret) = (f("name"), f("body"), f("return_type"));
    let sym = match node.kind() {
        "modifier_definition" => Sym::new("modifier"),
        "event_definition" => Sym::new("event"),
        "error_declaration" => Sym::new("error"),
        _ => Sym::NONE,
    };
    let mut tasks = vec![Task::Open { kind: Kind::FuncDef, role, sym, span: span(node), flags: 0 }];
    match name {
        Some(name) => tasks.push(Task::Lower(name, Role::Name)),
        // `constructor`, `fallback`, `receive`
        None => tasks.extend(children.first().map(|c| leaf(b, Kind::Ident, Role::Name, c.node))),
    }
    let is_param = |kind: &str| matches!(kind, "parameter" | "event_parameter" | "error_parameter");
    let open = children.iter().find(|c| !c.named && b.text(c.node) == b"(").map(|c| c.node);
    let close = children.iter().find(|c| !c.named && b.text(c.node) == b")").map(|c| c.node);
    if let (Some(open), Some(close)) = (open, close) {
        tasks.push(Task::open(Kind::Params, Role::Params, from_to(open, close)));
        let params = named_children(children).filter(|c| is_param(c.node.kind()));
        tasks.extend(params.map(|c| Task::Lower(c.node, Role::None)));
        tasks.push(Task::Close);
    }
    for child in named_children(children).filter(|c| !is_param(c.node.kind())) {
        let at = child.node;
        if Some(at) == name || Some(at) == body || Some(at) == ret {
            continue;
        }
        let role = if at.kind() == "modifier_invocation" { Role::Annotation } else { Role::Modifier };
        tasks.push(Task::Lower(at, role));
    }
    tasks.extend(ret.map(|n| Task::Lower(n, Role::Ret)));
    tasks.extend(body.map(|n| Task::Lower(n, Role::Body)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `onlyOwner`, `only(a)` behind the parameters of a function.
fn modifier<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let Some(name) = named_children(children).next().map(|c| c.node) else { return };
    let mut tasks = vec![Task::open(Kind::Annotation, role, span(node)), Task::Lower(name, Role::Name)];
    if children.iter().any(|c| !c.named && b.text(c.node) == b"(") {
        tasks.extend(arguments(b, node, children, name.end_byte()));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `pragma name rest;`
fn pragma<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, _children: &[Child<'t>]) {
    let text = b.text(node).trim_ascii_end();
    let text = text.strip_suffix(b";").unwrap_or(text).trim_ascii_end();
    let base = node.start_byte();
    let word = |from: usize| {
        let start = from + text.get(from..).unwrap_or(&[]).iter().take_while(|c| c.is_ascii_whitespace()).count();
        let len = text.get(start..).unwrap_or(&[]).iter().take_while(|c| !c.is_ascii_whitespace()).count();
        (start, start + len)
    };
    let (_, first) = word(0);
    let (from, to) = word(first);
    let (rest, _) = word(to);
    let part = |from: usize, to: usize| Sym::of(text.get(from..to).unwrap_or(&[]));
    let mut tasks = vec![
        Task::Open { kind: Kind::Directive, role, sym: Sym::new("pragma"), span: span(node), flags: 0 },
        Task::leaf(Kind::Raw, Role::Name, part(from, to), Span::new(base + from, base + to)),
    ];
    // Each version of a range has its own comparison: `>= 0.8.0 < 0.9.0`.
    let mut at = rest;
    while at < text.len() {
        let signs = text[at..].iter().take_while(|c| b"<>=^~".contains(c)).count();
        let (start, end) = word(at + signs);
        let version = text[start..end].iter().take_while(|c| !b"<>=^~".contains(c)).count();
        let end = start + version.max(1).min(end - start);
        if signs > 0 {
            let sym = part(at, at + signs);
            tasks.push(Task::Open {
                kind: Kind::Unary,
                role: Role::Value,
                sym,
                span: Span::new(base + at, base + end),
                flags: 0,
            });
        }
        tasks.push(Task::leaf(Kind::Raw, Role::Value, part(start, end), Span::new(base + start, base + end)));
        if signs > 0 {
            tasks.push(Task::Close);
        }
        (at, _) = word(end);
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}
