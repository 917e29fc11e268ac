//! HCL and YAML: data with a little code in it.

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::{Hook, in_field, leaf, named_children};
use crate::tree::{Kind, Role, Sym};

pub(super) const HOOKS: &[(&str, Hook)] = &[
    ("hcl_body", hcl_body),
    ("hcl_block", hcl_block),
    ("hcl_attribute", hcl_attribute),
    ("hcl_expression", hcl_expression),
    ("hcl_heredoc", hcl_heredoc),
    ("hcl_call", hcl_call),
    ("hcl_element", hcl_element),
    ("hcl_conditional", hcl_conditional),
    ("operator", operator),
    ("yaml_pair", yaml_pair),
    ("yaml_node", yaml_node),
    ("yaml_scalar", yaml_scalar),
];

/// The body of a file is its statements, that of a block a record.
fn hcl_body<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = Vec::new();
    let top = node.parent().is_none_or(|p| p.kind() == "config_file");
    if !top {
        tasks.push(Task::open(Kind::Object, role, span(node)));
    }
    tasks.extend(named_children(children).map(|c| Task::Lower(c.node, Role::None)));
    if !top {
        tasks.push(Task::Close);
    }
    b.then_all(tasks);
}

/// `resource "a" "b" { … }`: a call with its labels and a record. A label in quotes is its content.
fn hcl_block<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::Call, role, span(node))];
    let mut open = false;
    let mut has_body = false;
    for child in named_children(children) {
        match child.node.kind() {
            "block_start" | "block_end" => {}
            _ if !open => {
                tasks.push(Task::Lower(child.node, Role::Callee));
                tasks.push(Task::open(Kind::Args, Role::Args, Span::new(child.node.end_byte(), node.end_byte())));
                open = true;
            }
            "identifier" => tasks.push(leaf(b, Kind::Ident, Role::None, child.node)),
            "string_lit" => tasks.push(label(b, child.node)),
            kind => {
                has_body |= kind == "body";
                tasks.push(Task::Lower(child.node, Role::None));
            }
        }
    }
    if open {
        if !has_body {
            tasks.push(Task::open(Kind::Object, Role::None, Span::new(node.end_byte() - 1, node.end_byte())));
            tasks.push(Task::Close);
        }
        tasks.push(Task::Close);
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn label<'t>(b: &Build<'_, 't>, node: TsNode<'t>) -> Task<'t> {
    let text = b.text(node);
    match text {
        [b'"', inner @ .., b'"'] => {
            Task::leaf(Kind::Str, Role::None, Sym::of(inner), Span::new(node.start_byte() + 1, node.end_byte() - 1))
        }
        _ => leaf(b, Kind::Str, Role::None, node),
    }
}

fn hcl_attribute<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::VarDef, role, span(node))];
    for (nth, child) in named_children(children).enumerate() {
        tasks.push(Task::Lower(child.node, if nth == 0 { Role::Name } else { Role::Value }));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `a.b[0].c` is a flat list in the grammar.
fn hcl_expression<'t>(b: &mut Build<'_, 't>, _node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<_> = named_children(children).map(|c| c.node).collect();
    b.then_all(accesses(b, &parts, role));
}

/// What is taken of an expression.
enum Access<'t> {
    /// A node of the grammar.
    Part(TsNode<'t>),
    /// `.*` or `[*]`, at the beginning of that node; what follows is taken of each element.
    All(TsNode<'t>),
}

/// An expression and what is taken of it.
pub(super) fn accesses<'t>(b: &Build<'_, 't>, parts: &[TsNode<'t>], role: Role) -> Vec<Task<'t>> {
    let Some((first, rest)) = parts.split_first() else { return Vec::new() };
    // The grammar takes `a && b.c` for `(a && b).c`.
    if first.kind() == "operation" && !rest.is_empty() {
        return super::hcl::operation(b, parts, role);
    }
    let mut flat = Vec::new();
    for part in rest {
        let splat = if part.kind() == "splat" { part.named_child(0) } else { None };
        match splat {
            Some(splat) => {
                flat.push(Access::All(splat));
                let mut cursor = splat.walk();
                flat.extend(splat.named_children(&mut cursor).map(Access::Part));
            }
            None => flat.push(Access::Part(*part)),
        }
    }
    let start = first.start_byte();
    let mut tasks = Vec::new();
    for (depth, part) in flat.iter().enumerate().rev() {
        let role = if depth + 1 == flat.len() { role } else { Role::Object };
        let (member, end) = match part {
            Access::Part(node) => (node.kind() == "get_attr", node.end_byte()),
            Access::All(node) => (b.text(*node).starts_with(b"."), node.start_byte() + sign(b, *node)),
        };
        tasks.push(Task::open(if member { Kind::Member } else { Kind::Index }, role, Span::new(start, end)));
    }
    tasks.push(Task::Lower(*first, if flat.is_empty() { role } else { Role::Object }));
    for part in flat {
        match part {
            Access::All(node) => {
                let (at, end) = (node.start_byte(), node.start_byte() + sign(b, node));
                let text = b.src.get(at..end).unwrap_or(b"");
                tasks.push(match text {
                    [b'.', name @ ..] => Task::leaf(Kind::Ident, Role::Name, Sym::of(name), Span::new(at + 1, end)),
                    _ => Task::leaf(Kind::Other, Role::Index, Sym::of(text), Span::new(at, end)),
                });
            }
            Access::Part(part) => match (part.kind(), part.named_child(0)) {
                ("get_attr", Some(name)) => tasks.push(Task::Lower(name, Role::Name)),
                // `a.0`
                (_, Some(old)) if old.kind() == "legacy_index" => {
                    let (at, text) = (old.start_byte() + 1, b.text(old).get(1..).unwrap_or(b""));
                    tasks.push(Task::leaf(Kind::Num, Role::Index, Sym::of(text), Span::new(at, at + text.len())));
                }
                _ => tasks.push(Task::Lower(part, Role::Index)),
            },
        }
        tasks.push(Task::Close);
    }
    tasks
}

/// The length of `.*` or `[*]`.
fn sign(b: &Build<'_, '_>, splat: TsNode<'_>) -> usize {
    if b.text(splat).starts_with(b"[") { 3 } else { 2 }
}

fn hcl_heredoc<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<_> =
        named_children(children).map(|c| c.node).filter(|n| n.kind().starts_with("template_")).collect();
    match parts[..] {
        [one] if one.kind() == "template_literal" => {
            // What opens and closes it counts as quotes, as far as their lengths can be noted.
            let open = u8::try_from(one.start_byte() - node.start_byte());
            let close = u8::try_from(node.end_byte() - one.end_byte());
            let sym = Sym::of(b.text(one));
            b.then([match (open, close) {
                (Ok(open), Ok(close)) => {
                    let flags = u16::from(open) | u16::from(close) << 8;
                    Task::Leaf { kind: Kind::Str, role, sym, span: span(node), flags }
                }
                _ => Task::leaf(Kind::Str, role, sym, span(one)),
            }]);
        }
        _ => {
            let mut tasks = vec![Task::open(Kind::Template, role, span(node))];
            tasks.extend(parts.into_iter().map(|n| Task::Lower(n, Role::Part)));
            tasks.push(Task::Close);
            b.then_all(tasks);
        }
    }
}

fn hcl_call<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut parts = named_children(children).map(|c| c.node);
    let (name, arguments) = (parts.next(), parts.next());
    let mut tasks = vec![Task::open(Kind::Call, role, span(node))];
    tasks.extend(name.map(|n| Task::Lower(n, Role::Callee)));
    match arguments {
        Some(arguments) => tasks.push(Task::Lower(arguments, Role::Args)),
        None => {
            tasks.push(Task::open(Kind::Args, Role::Args, Span::new(node.end_byte(), node.end_byte())));
            tasks.push(Task::Close);
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `key = value` and `key: value`; a quoted key is a string, and no name.
fn hcl_element<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (key, value) = (f("key"), f("val"));
    let mut tasks = vec![Task::open(Kind::VarDef, role, span(node))];
    tasks.extend(key.map(|n| Task::Lower(n, Role::Name)));
    tasks.extend(value.map(|n| Task::Lower(n, Role::Value)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn hcl_conditional<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::Ternary, role, span(node))];
    for (child, role) in named_children(children).zip([Role::Cond, Role::Then, Role::Else]) {
        tasks.push(Task::Lower(child.node, role));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// A binary operation whose operator is a token without a field.
fn operator<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let sym = children.iter().find(|c| !c.named).map_or(Sym::NONE, |c| b.sym(c.node));
    let mut tasks = vec![Task::Open { kind: Kind::Binary, role, sym, span: span(node), flags: 0 }];
    for (nth, child) in named_children(children).enumerate() {
        tasks.push(Task::Lower(child.node, if nth == 0 { Role::Left } else { Role::Right }));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn yaml_pair<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (key, value) = (f("key"), f("value"));
    let mut tasks = vec![Task::open(Kind::Pair, role, span(node))];
    tasks.extend(key.map(|n| Task::Lower(n, Role::Key)));
    match value {
        Some(value) => tasks.push(Task::Lower(value, Role::Value)),
        None => tasks.push(Task::leaf(Kind::Null, Role::Value, Sym::NONE, Span::new(node.end_byte(), node.end_byte()))),
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// A value, with its tag around it if it has one (`!Ref x`).
fn yaml_node<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let tag = named_children(children).map(|c| c.node).find(|n| n.kind() == "tag");
    let values = named_children(children).map(|c| c.node).filter(|n| !matches!(n.kind(), "tag" | "anchor"));
    let Some(tag) = tag else {
        let tasks = values.map(|n| Task::Lower(n, role)).collect();
        b.then_all(tasks);
        return;
    };
    let signs = b.text(tag).iter().take_while(|&&c| c == b'!').count();
    let name = Span::new(tag.start_byte() + signs, tag.end_byte());
    let sym = Sym::of(b.src.get(name.range()).unwrap_or(b""));
    let whole = Span::new(tag.start_byte(), node.end_byte());
    let mut tasks = vec![Task::Open { kind: Kind::Other, role, sym: Sym::new("tag"), span: whole, flags: 0 }];
    tasks.push(Task::leaf(Kind::Ident, Role::Name, sym, name));
    tasks.extend(values.map(|n| Task::Lower(n, Role::Value)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// A word without quotes: several of them are truth values, where they are no keys.
fn yaml_scalar<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, _children: &[Child<'t>]) {
    let text = b.text(node);
    let is = |words: &[&str]| words.iter().any(|w| text.eq_ignore_ascii_case(w.as_bytes()));
    let truth = if is(&["true", "yes", "on", "y"]) {
        Some("true")
    } else if is(&["false", "no", "off", "n"]) {
        Some("false")
    } else {
        None
    };
    match truth {
        Some(truth) if role != Role::Key || node.kind() == "boolean_scalar" => {
            b.then([Task::leaf(Kind::Bool, role, Sym::new(truth), span(node))]);
        }
        _ => b.then([leaf(b, Kind::Str, role, node)]),
    }
}
