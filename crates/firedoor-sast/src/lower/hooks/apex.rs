//! Apex, which is Java with queries and statements that change records. Its names have no case.

use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::{Hook, in_field, named_children, shared};
use crate::tree::{Kind, Role, Sym, flag};

pub(super) const HOOKS: &[(&str, Hook)] = &[
    ("apex_name", name),
    ("apex_word", word),
    ("apex_field", field),
    ("apex_update", update),
    ("apex_dml", dml),
    ("apex_pair", pair),
];

/// A name, by its letters in lower case.
fn name<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, _children: &[Child<'t>]) {
    let sym = Sym::of(&b.text(node).to_ascii_lowercase());
    b.then([Task::leaf(Kind::Ident, role, sym, span(node))]);
}

/// `public`, `with  sharing`: the words in lower case.
fn word<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, _children: &[Child<'t>]) {
    let text = b.text(node).to_ascii_lowercase();
    let words: Vec<&[u8]> = text.split(u8::is_ascii_whitespace).filter(|w| !w.is_empty()).collect();
    b.then([Task::leaf(Kind::Modifier, role, Sym::of(&words.join(&b' ')), span(node))]);
}

/// A field, or a property with the code that reads and writes it.
fn field<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let Some(accessors) = children.iter().map(|c| c.node).find(|n| n.kind() == "accessor_list") else {
        shared::vardef(b, node, role, children);
        return;
    };
    let f = |name| in_field(children, b.desc.field(name));
    let modifiers = named_children(children).map(|c| c.node).find(|n| n.kind() == "modifiers");
    let mut tasks = vec![Task::open(Kind::VarDef, role, span(node))];
    tasks.extend(modifiers.map(|n| Task::Lower(n, Role::Modifier)));
    tasks.extend(f("type").map(|n| Task::Lower(n, Role::Type)));
    if let Some(declarator) = f("declarator") {
        tasks.extend(declarator.child_by_field_name("name").map(|n| Task::Lower(n, Role::Name)));
        tasks.extend(declarator.child_by_field_name("value").map(|n| Task::Lower(n, Role::Value)));
    }
    tasks.extend([Task::Lower(accessors, Role::None), Task::Close]);
    b.then_all(tasks);
}

/// `++x` and `x++`.
fn update<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (Some(operand), Some(operator)) = (f("operand"), f("operator")) else { return };
    let flags = if operator.start_byte() > operand.start_byte() { flag::POSTFIX } else { 0 };
    b.then([
        Task::Open { kind: Kind::Unary, role, sym: b.sym(operator), span: span(node), flags },
        Task::Lower(operand, Role::Value),
        Task::Close,
    ]);
}

/// `insert x`, `upsert x key`.
fn dml<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let verb = named_children(children).map(|c| c.node).find(|n| n.kind() == "dml_type");
    let sym = verb.map_or(Sym::NONE, |n| Sym::of(&b.text(n).to_ascii_lowercase()));
    let mut tasks = vec![Task::Open { kind: Kind::Other, role, sym, span: span(node), flags: 0 }];
    tasks.extend(named_children(children).filter(|c| Some(c.node) != verb).map(|c| Task::Lower(c.node, Role::None)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `key => value` of a map.
fn pair<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<TsNode<'t>> = named_children(children).map(|c| c.node).collect();
    let (Some(key), Some(value)) = (parts.first(), parts.get(1)) else {
        super::shared::each(b, &parts, role);
        return;
    };
    b.then([
        Task::open(Kind::Pair, role, span(node)),
        Task::Lower(*key, Role::Key),
        Task::Lower(*value, Role::Value),
        Task::Close,
    ]);
}
