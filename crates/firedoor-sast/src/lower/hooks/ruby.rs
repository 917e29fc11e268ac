//! Ruby.

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::{Hook, from_to, in_field, named_children};
use crate::tree::{Kind, Role, Sym};

pub(super) const HOOKS: &[(&str, Hook)] = &[
    ("rb_begin", begin),
    ("rb_parenthesized", parenthesized),
    ("rb_subshell", subshell),
    ("rb_regex", regex),
    ("rb_heredoc", heredoc),
    ("rb_pair", pair),
    ("rb_call", call),
    ("rb_class", class),
    ("rb_unless", unless),
    ("rb_case", case),
    ("rb_rescue_modifier", rescue_modifier),
    ("rb_return", return_),
];

/// Statements, with handlers a `try`.
fn begin<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let handled = children.iter().any(|c| matches!(c.node.kind(), "rescue" | "ensure"));
    let statements: Vec<_> = named_children(children)
        .filter(|c| !matches!(c.node.kind(), "rescue" | "ensure" | "else"))
        .map(|c| c.node)
        .collect();
    let block = |role| {
        let at = match (statements.first(), statements.last()) {
            (Some(a), Some(b)) => from_to(*a, *b),
            _ => span(node),
        };
        let mut tasks = vec![Task::open(Kind::Block, role, at)];
        tasks.extend(statements.iter().map(|n| Task::Lower(*n, Role::None)));
        tasks.push(Task::Close);
        tasks
    };
    if !handled {
        let tasks = block(role);
        b.then_all(tasks);
        return;
    }
    // A method's body is a block that holds the `try`.
    let wrapped = node.kind() == "body_statement";
    let mut tasks = Vec::new();
    if wrapped {
        tasks.push(Task::open(Kind::Block, role, span(node)));
    }
    let ensured = wrapped && children.iter().any(|c| c.node.kind() == "ensure");
    tasks.push(Task::Open {
        kind: Kind::Try,
        role: if wrapped { Role::None } else { role },
        sym: if ensured { Sym::new("ensure") } else { Sym::NONE },
        span: span(node),
        flags: 0,
    });
    tasks.extend(block(Role::Body));
    for child in named_children(children) {
        match child.node.kind() {
            "rescue" => {
                tasks.push(Task::open(Kind::Catch, Role::Catch, span(child.node)));
                let f = |name| child.node.child_by_field_id(b.desc.field(name));
                tasks.extend(f("exceptions").map(|n| Task::Lower(n, Role::Params)));
                tasks.extend(f("variable").map(|n| Task::Lower(n, Role::Name)));
                match f("body") {
                    Some(body) => tasks.push(Task::Lower(body, Role::Body)),
                    None => {
                        let end = child.node.end_byte();
                        tasks.push(Task::open(Kind::Block, Role::Body, Span::new(end, end)));
                        tasks.push(Task::Close);
                    }
                }
                tasks.push(Task::Close);
            }
            "ensure" => tasks.extend([
                Task::open(Kind::Finally, Role::Finally, span(child.node)),
                Task::Lower(child.node, Role::Body),
                Task::Close,
            ]),
            "else" => tasks.push(Task::Lower(child.node, Role::Else)),
            _ => {}
        }
    }
    tasks.push(Task::Close);
    if wrapped {
        tasks.push(Task::Close);
    }
    b.then_all(tasks);
}

fn parenthesized<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<_> = named_children(children).map(|c| c.node).collect();
    if let [one] = parts[..] {
        b.then([Task::Lower(one, role)]);
        return;
    }
    let mut tasks = vec![Task::open(Kind::Seq, role, span(node))];
    tasks.extend(parts.into_iter().map(|n| Task::Lower(n, Role::None)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// Backquotes: a call that is only its string.
fn subshell<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::Open { kind: Kind::Other, role, sym: Sym::new("subshell"), span: span(node), flags: 0 }];
    let mut at = node.start_byte() + 1;
    let end = node.end_byte().saturating_sub(1);
    for child in children.iter().filter(|c| c.node.kind() == "interpolation") {
        if child.node.start_byte() > at {
            tasks.push(part(b, at, child.node.start_byte()));
        }
        tasks.push(Task::Lower(child.node, Role::Part));
        at = child.node.end_byte();
    }
    if end > at {
        tasks.push(part(b, at, end));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `<<~NAME`: the text that follows on the next lines, where the name of the text stands.
fn heredoc<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, _children: &[Child<'t>]) {
    const HIGHEST: usize = 64;
    let mut at = node;
    let mut body = None;
    for _ in 0..HIGHEST {
        let mut next = at.next_sibling();
        while let Some(sibling) = next {
            if sibling.kind() == "heredoc_body" {
                body = Some(sibling);
                break;
            }
            next = sibling.next_sibling();
        }
        match at.parent() {
            Some(parent) if body.is_none() => at = parent,
            _ => break,
        }
    }
    let Some(body) = body else {
        b.then([Task::leaf(Kind::Str, role, b.sym(node), span(node))]);
        return;
    };
    let mut cursor = body.walk();
    let codes: Vec<TsNode<'t>> = body.named_children(&mut cursor).filter(|n| n.kind() == "interpolation").collect();
    let end = body.child(body.child_count().saturating_sub(1)).filter(|n| n.kind() == "heredoc_end");
    let end = end.map_or(body.end_byte(), |n| n.start_byte());
    let mut tasks = vec![Task::open(Kind::Template, role, span(node))];
    let mut from = body.start_byte();
    for code in codes {
        if code.start_byte() > from {
            tasks.push(part(b, from, code.start_byte()));
        }
        tasks.push(Task::Lower(code, Role::Part));
        from = code.end_byte();
    }
    if end > from {
        tasks.push(part(b, from, end));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn part<'t>(b: &Build<'_, 't>, from: usize, to: usize) -> Task<'t> {
    Task::leaf(Kind::StrPart, Role::Part, Sym::of(b.src.get(from..to).unwrap_or(b"")), Span::new(from, to))
}

fn regex<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let text = b.text(node);
    let open = if text.starts_with(b"%r") { 3 } else { 1 };
    let close = text.iter().rev().take_while(|c| c.is_ascii_alphabetic()).count() + 1;
    let at =
        Span::new(node.start_byte() + open, (node.end_byte() - close.min(text.len())).max(node.start_byte() + open));
    if !children.iter().any(|c| c.node.kind() == "interpolation") {
        let sym = Sym::of(b.src.get(at.range()).unwrap_or(b""));
        b.then([Task::open(Kind::Regex, role, span(node)), Task::leaf(Kind::Str, Role::Value, sym, at), Task::Close]);
        return;
    }
    let mut tasks = vec![Task::open(Kind::Regex, role, span(node)), Task::open(Kind::Template, Role::Value, at)];
    let mut from = at.start as usize;
    for child in children.iter().filter(|c| c.node.kind() == "interpolation") {
        if child.node.start_byte() > from {
            tasks.push(part(b, from, child.node.start_byte()));
        }
        tasks.push(Task::Lower(child.node, Role::Part));
        from = child.node.end_byte();
    }
    if at.end as usize > from {
        tasks.push(part(b, from, at.end as usize));
    }
    tasks.extend([Task::Close, Task::Close]);
    b.then_all(tasks);
}

/// `a: v` among arguments is a named argument; elsewhere a pair. Symbols as keys count as names.
fn pair<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (Some(key), value) = (f("key"), f("value")) else { return };
    let in_call = node.parent().is_some_and(|p| p.kind() == "argument_list");
    let mut tasks = Vec::new();
    if key.kind() == "hash_key_symbol" && in_call {
        tasks.push(Task::open(Kind::KwArg, role, span(node)));
        tasks.push(Task::Lower(key, Role::Name));
    } else if key.kind() == "simple_symbol" && in_call {
        // `:a => v` is the older way to write `a: v`.
        tasks.push(Task::open(Kind::KwArg, role, span(node)));
        let name = b.text(key).get(1..).unwrap_or(b"");
        tasks.push(Task::leaf(Kind::Ident, Role::Name, Sym::of(name), span(key)));
    } else {
        tasks.push(Task::open(Kind::Pair, role, span(node)));
        if key.kind() == "hash_key_symbol" {
            let text = [b":", b.text(key)].concat();
            tasks.push(Task::leaf(Kind::Atom, Role::Key, Sym::of(&text), span(key)));
        } else {
            tasks.push(Task::Lower(key, Role::Key));
        }
    }
    tasks.extend(value.map(|n| Task::Lower(n, Role::Value)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// A call: without arguments and brackets a member; a block makes it the callee of a call with a function.
fn call<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (receiver, method, arguments, block) = (f("receiver"), f("method"), f("arguments"), f("block"));
    let mut tasks = Vec::new();
    let mut role = role;
    if let Some(block) = block {
        tasks.push(Task::open(Kind::Call, role, span(node)));
        role = Role::Callee;
        let _ = block;
    }
    let end = arguments.or(method).or(receiver).unwrap_or(node);
    let inner = Span::new(node.start_byte(), end.end_byte());
    if arguments.is_some() || method.is_none() {
        tasks.push(Task::open(Kind::Call, role, inner));
        role = Role::Callee;
    }
    match (receiver, method) {
        (Some(receiver), Some(method)) => {
            tasks.push(Task::open(Kind::Member, role, from_to(receiver, method)));
            tasks.push(Task::Lower(receiver, Role::Object));
            tasks.push(Task::Lower(method, Role::Name));
            tasks.push(Task::Close);
        }
        // `require_relative` brings in a file as `require` does.
        (None, Some(one)) if b.text(one) == b"require_relative" && role == Role::Callee => {
            tasks.push(Task::leaf(Kind::Ident, role, Sym::new("require"), span(one)));
        }
        (Some(one), None) | (None, Some(one)) => tasks.push(Task::Lower(one, role)),
        (None, None) => {}
    }
    if let Some(arguments) = arguments {
        tasks.push(Task::Lower(arguments, Role::Args));
        tasks.push(Task::Close);
    } else if method.is_none() {
        tasks.push(Task::open(Kind::Args, Role::Args, Span::new(node.end_byte(), node.end_byte())));
        tasks.extend([Task::Close, Task::Close]);
    }
    if let Some(block) = block {
        tasks.push(Task::open(Kind::Args, Role::Args, span(block)));
        tasks.push(Task::Lower(block, Role::None));
        tasks.extend([Task::Close, Task::Close]);
    }
    b.then_all(tasks);
}

fn class<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (name, superclass, body) = (f("name").or_else(|| f("value")), f("superclass"), f("body"));
    let sym = if node.kind() == "module" { Sym::new("module") } else { Sym::new("class") };
    let mut tasks = vec![Task::Open { kind: Kind::ClassDef, role, sym, span: span(node), flags: 0 }];
    tasks.extend(name.map(|n| Task::Lower(n, Role::Name)));
    tasks.extend(superclass.map(|n| Task::Lower(n, Role::Base)));
    let at = body.map_or(Span::new(node.end_byte(), node.end_byte()), span);
    tasks.push(Task::open(Kind::ClassBody, Role::Body, at));
    if let Some(body) = body {
        let mut cursor = body.walk();
        tasks.extend(body.named_children(&mut cursor).map(|n| Task::Lower(n, Role::None)));
    }
    tasks.extend([Task::Close, Task::Close]);
    b.then_all(tasks);
}

/// `unless c` is `if !c`, `until c` is `while !c`.
fn unless<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (condition, body, alternative) = (f("condition"), f("consequence").or_else(|| f("body")), f("alternative"));
    let looping = node.kind().starts_with("until");
    let (kind, body_role) = if looping { (Kind::While, Role::Body) } else { (Kind::If, Role::Then) };
    let mut tasks = vec![Task::open(kind, role, span(node))];
    if let Some(condition) = condition {
        tasks.push(Task::Open {
            kind: Kind::Unary,
            role: Role::Cond,
            sym: Sym::new("!"),
            span: span(condition),
            flags: 0,
        });
        tasks.push(Task::Lower(condition, Role::Value));
        tasks.push(Task::Close);
    }
    tasks.extend(body.map(|n| Task::Lower(n, body_role)));
    match alternative {
        Some(alternative) => tasks.push(Task::Lower(alternative, Role::Else)),
        // As Semgrep has it, it then does nothing otherwise.
        None if !looping => {
            let end = node.end_byte();
            tasks.extend([Task::open(Kind::Block, Role::Else, Span::new(end, end)), Task::Close]);
        }
        None => {}
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn case<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let value = in_field(children, b.desc.field("value"));
    let (pattern, body) = (b.desc.field("pattern"), b.desc.field("body"));
    // What is taken apart (`in`) is told from what is compared (`when`).
    let sym = if node.kind() == "case_match" { Sym::new("in") } else { Sym::NONE };
    let mut tasks = vec![Task::Open { kind: Kind::Switch, role, sym, span: span(node), flags: 0 }];
    tasks.extend(value.map(|n| Task::Lower(n, Role::Cond)));
    for child in named_children(children).filter(|c| matches!(c.node.kind(), "when" | "in_clause" | "else")) {
        tasks.push(Task::open(Kind::Case, Role::Case, span(child.node)));
        if child.node.kind() == "else" {
            tasks.push(Task::Lower(child.node, Role::Body));
        } else {
            let mut cursor = child.node.walk();
            if let Some(field) = std::num::NonZeroU16::new(pattern) {
                tasks.extend(child.node.children_by_field_id(field, &mut cursor).map(|n| Task::Lower(n, Role::Value)));
            }
            tasks.extend(child.node.child_by_field_id(body).map(|n| Task::Lower(n, Role::Body)));
        }
        tasks.push(Task::Close);
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn rescue_modifier<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (body, handler) = (f("body"), f("handler"));
    let sym = Sym::new("rescue");
    let mut tasks = vec![Task::Open { kind: Kind::Try, role, sym, span: span(node), flags: 0 }];
    tasks.extend(body.map(|n| Task::Lower(n, Role::Body)));
    if let Some(handler) = handler {
        tasks.push(Task::open(Kind::Catch, Role::Catch, span(handler)));
        tasks.push(Task::Lower(handler, Role::Body));
        tasks.push(Task::Close);
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn return_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::Return, role, span(node))];
    if let Some(list) = named_children(children).next() {
        if list.node.named_child_count() == 1 {
            tasks.extend(list.node.named_child(0).map(|n| Task::Lower(n, Role::None)));
        } else {
            tasks.push(Task::open(Kind::Array, Role::None, span(list.node)));
            let mut cursor = list.node.walk();
            tasks.extend(list.node.named_children(&mut cursor).map(|n| Task::Lower(n, Role::None)));
            tasks.push(Task::Close);
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}
