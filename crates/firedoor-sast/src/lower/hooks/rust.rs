//! Rust: imports one by one, attributes as parts of what they stand in front of.

use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::shared::chain;
use super::{Hook, from_to, in_field, named_children};
use crate::tree::{Kind, Role, Sym, flag};

pub(super) const HOOKS: &[(&str, Hook)] =
    &[("rs_use", use_), ("rs_items", items), ("rs_attribute", attribute), ("rs_statement", statement)];

/// The names of a path, in order.
fn path<'t>(node: TsNode<'t>) -> Vec<TsNode<'t>> {
    let mut names = Vec::new();
    let mut at = Some(node);
    while let Some(node) = at {
        if node.kind() == "scoped_identifier" && names.len() < 32 {
            names.extend(node.child_by_field_name("name"));
            at = node.child_by_field_name("path");
        } else {
            names.push(node);
            at = None;
        }
    }
    names.reverse();
    names
}

/// `use a::{b, c::{self, d as e}, f::*};`: one import for each name.
fn use_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let Some(argument) = in_field(children, b.desc.field("argument")) else { return };
    let mut tasks = Vec::new();
    let mut left: Vec<(Vec<TsNode<'t>>, TsNode<'t>, Option<TsNode<'t>>)> = vec![(Vec::new(), argument, None)];
    while let Some((prefix, at, alias)) = left.pop() {
        let f = |name| at.child_by_field_name(name);
        let mut cursor = at.walk();
        match at.kind() {
            "use_as_clause" => left.extend(f("path").map(|n| (prefix, n, f("alias")))),
            "scoped_use_list" | "use_list" => {
                let mut prefix = prefix;
                prefix.extend(f("path").map(path).unwrap_or_default());
                let list = f("list").unwrap_or(at);
                let mut walk = list.walk();
                let parts: Vec<TsNode<'t>> = list.named_children(&mut walk).filter(|n| !n.is_extra()).collect();
                if left.len() + parts.len() < 4096 && prefix.len() < 64 {
                    left.extend(parts.into_iter().rev().map(|n| (prefix.clone(), n, None)));
                }
            }
            _ => {
                let all = at.kind() == "use_wildcard";
                let mut names = prefix;
                if all {
                    names.extend(at.named_children(&mut cursor).next().map(path).unwrap_or_default());
                } else if b.text(at) != b"self" || names.is_empty() {
                    names.extend(path(at));
                }
                let (kind, module, name) = match &names[..] {
                    [] => continue,
                    names if all => (Kind::ImportAll, names, None),
                    [one] => (Kind::ImportAs, std::slice::from_ref(one), None),
                    [module @ .., name] => (Kind::ImportFrom, module, Some(*name)),
                };
                tasks.push(Task::open(kind, role, span(node)));
                tasks.extend(chain(Role::Module, module));
                match name {
                    Some(name) => {
                        tasks.push(Task::open(Kind::ImportName, Role::None, from_to(name, alias.unwrap_or(name))));
                        tasks.push(Task::Lower(name, Role::Name));
                        tasks.extend(alias.map(|n| Task::Lower(n, Role::Alias)));
                        tasks.push(Task::Close);
                    }
                    None => tasks.extend(alias.map(|n| Task::Lower(n, Role::Alias))),
                }
                tasks.push(Task::Close);
            }
        }
    }
    b.then_all(tasks);
}

/// Whether attributes in front of a node go into it.
fn takes_attributes(kind: &str) -> bool {
    matches!(
        kind,
        "function_item"
            | "function_signature_item"
            | "struct_item"
            | "enum_item"
            | "trait_item"
            | "impl_item"
            | "mod_item"
            | "const_item"
            | "static_item"
            | "let_declaration"
            | "field_declaration"
            | "enum_variant"
    )
}

/// Whether the first of some siblings is an attribute of the item that follows.
pub(in super::super) fn attributes_of_next(siblings: &[Child<'_>]) -> bool {
    let mut rest = siblings.iter().filter(|c| c.named && !c.node.is_extra());
    siblings.first().is_some_and(|c| c.node.kind() == "attribute_item")
        && rest.find(|c| c.node.kind() != "attribute_item").is_some_and(|c| takes_attributes(c.node.kind()))
}

/// Statements, members, fields: attributes go into what follows them.
fn items<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let kind = if matches!(node.kind(), "source_file" | "block") { Kind::Block } else { Kind::ClassBody };
    let mut tasks = vec![Task::open(kind, role, span(node))];
    let parts: Vec<Child<'t>> = named_children(children).copied().collect();
    for (nth, child) in parts.iter().enumerate() {
        if attributes_of_next(&parts[nth..]) {
            tasks.push(Task::Adopt(child.node, Role::Annotation));
        } else {
            tasks.push(Task::Lower(child.node, Role::None));
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `#[name(arguments)]`.
fn attribute<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::Annotation, role, span(node))];
    if let Some(inner) = named_children(children).map(|c| c.node).find(|n| n.kind() == "attribute") {
        let mut cursor = inner.walk();
        for part in inner.named_children(&mut cursor) {
            let role = match part.kind() {
                "token_tree" => Role::Args,
                "identifier" | "scoped_identifier" | "self" | "crate" => Role::Name,
                _ => Role::Value,
            };
            tasks.push(Task::Lower(part, role));
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// A jump with its semicolon is that jump.
fn statement<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let Some(inner) = named_children(children).next().map(|c| c.node) else { return };
    if matches!(inner.kind(), "return_expression" | "break_expression" | "continue_expression") {
        b.then([Task::Lower(inner, role)]);
        return;
    }
    let semicolon = b.text(node).ends_with(b";");
    let flags = if semicolon { flag::SEMICOLON } else { 0 };
    b.then([
        Task::Open { kind: Kind::ExprStmt, role, sym: Sym::NONE, span: span(node), flags },
        Task::Lower(inner, Role::None),
        Task::Close,
    ]);
}
