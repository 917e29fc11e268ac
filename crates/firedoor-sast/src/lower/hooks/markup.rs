//! HTML and XML: elements with their attributes and children.

use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::super::strings::quotes;
use super::{Hook, named_children};
use crate::tree::{Kind, Role, Sym, flag};

pub(super) const HOOKS: &[(&str, Hook)] = &[("mk_element", element), ("mk_value", value)];

/// Parts of a tag: its name and its attributes.
fn tag<'t>(tag: TsNode<'t>, tasks: &mut Vec<Task<'t>>) {
    let mut cursor = tag.walk();
    for part in tag.named_children(&mut cursor) {
        match part.kind() {
            "tag_name" | "Name" => tasks.push(Task::Lower(part, Role::Name)),
            "attribute" | "Attribute" => tasks.push(Task::Lower(part, Role::Attr)),
            _ => {}
        }
    }
}

fn element<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let alone = children.iter().any(|c| matches!(c.node.kind(), "self_closing_tag" | "EmptyElemTag"));
    let flags = if alone { flag::EMPTY } else { 0 };
    let mut tasks = vec![Task::Open { kind: Kind::Xml, role, sym: Sym::NONE, span: span(node), flags }];
    for child in named_children(children) {
        match child.node.kind() {
            "start_tag" | "self_closing_tag" | "STag" | "EmptyElemTag" => tag(child.node, &mut tasks),
            "end_tag" | "ETag" => {}
            "content" => {
                let mut cursor = child.node.walk();
                for part in child.node.named_children(&mut cursor) {
                    if !blank(b, part) {
                        tasks.push(Task::Lower(part, Role::Child));
                    }
                }
            }
            _ if blank(b, child.node) => {}
            _ => tasks.push(Task::Lower(child.node, Role::Child)),
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn blank(b: &Build<'_, '_>, node: TsNode<'_>) -> bool {
    matches!(node.kind(), "text" | "CharData") && b.text(node).iter().all(u8::is_ascii_whitespace)
}

/// The value of an attribute, quoted or not.
fn value<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, _children: &[Child<'t>]) {
    let text = b.text(node);
    let (open, close) = if node.kind() == "attribute_value" { (0, 0) } else { quotes(text) };
    let content = text.get(open..text.len() - close).unwrap_or(b"");
    let flags = u16::try_from(open).unwrap_or(0) | (u16::try_from(close).unwrap_or(0) << 8);
    b.then([Task::Leaf { kind: Kind::Str, role, sym: Sym::of(content), span: span(node), flags }]);
}
