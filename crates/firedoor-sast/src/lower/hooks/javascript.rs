//! JavaScript and TypeScript.

use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, children_of, span};
use super::shared::{body_of, member_chain, param};
use super::{Hook, from_to, in_field, leaf, named_children};
use crate::tree::{Kind, Role, Sym, flag};

pub(super) const HOOKS: &[(&str, Hook)] = &[
    ("js_computed", computed),
    ("js_nested", nested),
    ("js_default", default),
    ("js_call", call),
    ("js_cast", cast),
    ("js_arrow", arrow),
    ("js_function_expression", function_expression),
    ("js_param", parameter),
    ("js_extends", extends),
    ("js_implements", implements),
    ("js_field", field),
    ("js_pair", pair),
    ("js_shorthand", shorthand),
    ("js_for_in", for_in),
    ("js_switch", switch),
    ("js_case", case),
    ("js_import", import),
    ("js_export", export),
    ("jsx_element", element),
    ("jsx_attribute", attribute),
    ("jsx_expression", expression),
];

fn nested<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let names: Vec<_> = named_children(children).map(|c| c.node).collect();
    member_chain(b, node, role, &names);
}

/// `{ a = 1 }` in a destructuring: an assignment.
fn default<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (left, right) = (f("left"), f("right"));
    let mut tasks = vec![Task::open(Kind::Assign, role, span(node))];
    tasks.extend(left.map(|n| Task::Lower(n, Role::Left)));
    tasks.extend(right.map(|n| Task::Lower(n, Role::Right)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// A call; with a template as its arguments it is a tagged template.
fn call<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (function, arguments) = (f("function"), f("arguments"));
    let mut tasks = vec![Task::open(Kind::Call, role, span(node))];
    tasks.extend(function.map(|n| Task::Lower(n, Role::Callee)));
    if let Some(arguments) = arguments {
        if arguments.kind() == "template_string" {
            tasks.push(Task::Open {
                kind: Kind::Args,
                role: Role::Args,
                sym: Sym::new("tagged"),
                span: span(arguments),
                flags: flag::FORMATTED,
            });
            tasks.push(Task::Lower(arguments, Role::None));
            tasks.push(Task::Close);
        } else {
            tasks.push(Task::Lower(arguments, Role::Args));
        }
    }
    tasks.extend(f("type_arguments").map(|n| Task::Lower(n, Role::TypeParams)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn cast<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut parts: Vec<_> = named_children(children).map(|c| c.node).collect();
    if node.kind() == "type_assertion" {
        parts.reverse();
    }
    let sym = if node.kind() == "satisfies_expression" { Sym::new("satisfies") } else { Sym::NONE };
    let mut tasks = vec![Task::Open { kind: Kind::Cast, role, sym, span: span(node), flags: 0 }];
    if let Some(value) = parts.first() {
        tasks.push(Task::Lower(*value, Role::Value));
    }
    if let Some(ty) = parts.get(1) {
        // `<T>x`: the one type in the brackets.
        let only = if ty.kind() == "type_arguments" && ty.named_child_count() == 1 { ty.named_child(0) } else { None };
        tasks.push(Task::Lower(only.unwrap_or(*ty), Role::Type));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn arrow<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    function_like(b, node, role, children, flag::ARROW);
}

fn function_expression<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    function_like(b, node, role, children, 0);
}

fn function_like<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>], flags: u16) {
    let kind = Kind::Lambda;
    let mut tasks = vec![Task::Open { kind, role, sym: Sym::NONE, span: span(node), flags }];
    function_parts(b, children, &mut tasks);
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// What a function without a name consists of.
fn function_parts<'t>(b: &Build<'_, 't>, children: &[Child<'t>], tasks: &mut Vec<Task<'t>>) {
    let f = |name| b.desc.field(name);
    let (body, parameter) = (f("body"), f("parameter"));
    for child in children {
        if child.field == body {
            tasks.extend(body_of(child.node));
        } else if child.named && child.field == parameter {
            tasks.push(Task::open(Kind::Params, Role::Params, span(child.node)));
            tasks.extend(param(child.node));
            tasks.push(Task::Close);
        } else if child.named && !child.node.is_extra() {
            let role = b.desc.field_roles.get(child.field as usize).copied().unwrap_or_default();
            tasks.push(Task::Lower(child.node, role));
        } else if matches!(b.text(child.node), b"async" | b"*") {
            tasks.push(leaf(b, Kind::Modifier, Role::Modifier, child.node));
        }
    }
}

/// The children of a function without a name of its own. As the value of a property or a field it takes that name and is a
/// method, as in Semgrep; one in brackets is a value like others.
fn nameless_function<'t>(b: &Build<'_, 't>, value: Option<TsNode<'t>>) -> Option<Vec<Child<'t>>> {
    let value =
        value.filter(|n| matches!(n.kind(), "arrow_function" | "function_expression" | "generator_function"))?;
    let children = children_of(value);
    let name = b.desc.field("name");
    (!children.iter().any(|c| c.field == name && name != 0)).then_some(children)
}

/// `[x]: v`: a name that is computed, with a mark.
fn computed<'t>(b: &mut Build<'_, 't>, _node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    if role == Role::Key {
        b.mark(flag::POSTFIX);
    }
    let tasks = named_children(children).map(|c| Task::Lower(c.node, role)).collect();
    b.then_all(tasks);
}

/// `x: T = v`, `...x`, with modifiers and decorators.
fn parameter<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (pattern, ty, value) = (f("pattern"), f("type"), f("value"));
    let pattern = pattern.or_else(|| f("name"));
    let (kind, name) = match pattern {
        Some(n) if n.kind() == "rest_pattern" => (Kind::RestParam, n.named_child(0)),
        other => (Kind::Param, other),
    };
    let decorator = b.desc.field("decorator");
    let mut tasks = vec![Task::open(kind, role, span(node))];
    for child in named_children(children) {
        if child.field == decorator {
            tasks.push(Task::Lower(child.node, Role::Annotation));
        } else if child.field == 0 {
            tasks.push(Task::Lower(child.node, Role::Modifier));
        }
    }
    tasks.extend(name.map(|n| Task::Lower(n, Role::Name)));
    tasks.extend(ty.map(|n| Task::Lower(n, Role::Type)));
    tasks.extend(value.map(|n| Task::Lower(n, Role::Default)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn extends<'t>(b: &mut Build<'_, 't>, _node: TsNode<'t>, _role: Role, children: &[Child<'t>]) {
    let arguments = b.desc.field("type_arguments");
    let tasks =
        named_children(children).filter(|c| c.field != arguments).map(|c| Task::Lower(c.node, Role::Base)).collect();
    b.then_all(tasks);
}

fn implements<'t>(b: &mut Build<'_, 't>, _node: TsNode<'t>, _role: Role, children: &[Child<'t>]) {
    let tasks = named_children(children).map(|c| Task::Lower(c.node, Role::Impl)).collect();
    b.then_all(tasks);
}

/// A field of a class or interface: a definition.
fn field<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let (decorator, value) = (b.desc.field("decorator"), b.desc.field("value"));
    let function = nameless_function(b, in_field(children, value));
    let kind = if function.is_some() { Kind::FuncDef } else { Kind::VarDef };
    let ty = b.desc.field("type");
    let mut tasks = vec![Task::open(kind, role, span(node))];
    for child in children {
        // A function has its own parameters and result; the type of the field says no more.
        if function.is_some() && (child.field == value || child.field == ty) {
            continue;
        }
        if child.named && !child.node.is_extra() {
            let role = if child.field == decorator && decorator != 0 {
                Role::Annotation
            } else if child.field == 0 {
                Role::Modifier
            } else {
                b.desc.field_roles.get(child.field as usize).copied().unwrap_or_default()
            };
            tasks.push(Task::Lower(child.node, role));
        } else if b.text(child.node).first().is_some_and(u8::is_ascii_alphabetic) {
            tasks.push(leaf(b, Kind::Modifier, Role::Modifier, child.node));
        }
    }
    if let Some(parts) = function {
        function_parts(b, &parts, &mut tasks);
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `key: value`; a plain key may be quoted.
fn pair<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (key, value) = (f("key"), f("value"));
    let function = nameless_function(b, value);
    let (kind, named) = if function.is_some() { (Kind::FuncDef, Role::Name) } else { (Kind::Pair, Role::Key) };
    let mut tasks = vec![Task::open(kind, role, span(node))];
    if let Some(key) = key {
        let text = b.text(key);
        let bare = text.len() >= 2 && matches!(text[0], b'"' | b'\'') && key.kind() == "string";
        if bare {
            tasks.push(Task::leaf(Kind::Ident, named, Sym::of(&text[1..text.len() - 1]), span(key)));
        } else {
            tasks.push(Task::Lower(key, named));
        }
    }
    match function {
        Some(parts) => function_parts(b, &parts, &mut tasks),
        None => tasks.extend(value.map(|n| Task::Lower(n, Role::Value))),
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `{ a }` means `{ a: a }`.
fn shorthand<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, _children: &[Child<'t>]) {
    b.then([
        Task::Open { kind: Kind::Pair, role, sym: Sym::NONE, span: span(node), flags: flag::IMPLIED },
        leaf(b, Kind::Ident, Role::Key, node),
        leaf(b, Kind::Ident, Role::Value, node),
        Task::Close,
    ]);
}

fn for_in<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let operator = f("operator").map_or(Sym::NONE, |n| b.sym(n));
    let mut tasks = vec![Task::Open { kind: Kind::ForEach, role, sym: operator, span: span(node), flags: 0 }];
    if let Some(left) = f("left") {
        if let Some(kind) = f("kind") {
            tasks.push(Task::open(Kind::VarDef, Role::Left, from_to(kind, left)));
            tasks.push(leaf(b, Kind::Modifier, Role::Modifier, kind));
            tasks.push(Task::Lower(left, Role::Name));
            tasks.push(Task::Close);
        } else {
            tasks.push(Task::Lower(left, Role::Left));
        }
    }
    tasks.extend(f("right").map(|n| Task::Lower(n, Role::Right)));
    tasks.extend(f("body").map(|n| Task::Lower(n, Role::Body)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn switch<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (value, body) = (f("value").or_else(|| f("condition")), f("body"));
    let mut tasks = vec![Task::open(Kind::Switch, role, span(node))];
    tasks.extend(value.map(|n| Task::Lower(n, Role::Cond)));
    if let Some(body) = body {
        let mut cursor = body.walk();
        tasks.extend(body.named_children(&mut cursor).map(|n| Task::Lower(n, Role::Case)));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `case v: statements`; no value is the default.
fn case<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let (value, body) = (b.desc.field("value"), b.desc.field("body"));
    let mut tasks = vec![Task::open(Kind::Case, role, span(node))];
    tasks.extend(in_field(children, value).map(|n| Task::Lower(n, Role::Value)));
    let statements: Vec<_> =
        named_children(children).filter(|c| c.field == body || c.field == 0).map(|c| c.node).collect();
    let at = match (statements.first(), statements.last()) {
        (Some(first), Some(last)) => from_to(*first, *last),
        _ => firedoor_core::Span::new(node.end_byte(), node.end_byte()),
    };
    tasks.push(Task::open(Kind::Block, Role::Body, at));
    tasks.extend(statements.into_iter().map(|n| Task::Lower(n, Role::None)));
    tasks.push(Task::Close);
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `import x, {y as z} from 'm'`, `import * as x from 'm'`, `import 'm'`.
fn import<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let source = in_field(children, b.desc.field("source"));
    // Without its semicolon, as Semgrep has it.
    let semicolon = children.last().filter(|c| b.text(c.node) == b";").map_or(0, |c| c.node.byte_range().len());
    let whole = firedoor_core::Span::new(node.start_byte(), node.end_byte() - semicolon);
    let clause = children.iter().find(|c| c.node.kind() == "import_clause").map(|c| c.node);
    let module = |role| source.map(|n| Task::Lower(n, role));
    let mut tasks = Vec::new();
    let Some(clause) = clause else {
        if let Some(require) = children.iter().find(|c| c.node.kind() == "import_require_clause").map(|c| c.node) {
            tasks.push(Task::open(Kind::ImportAs, role, whole));
            tasks.extend(require.child_by_field_id(b.desc.field("source")).map(|n| Task::Lower(n, Role::Module)));
            tasks.extend(require.named_child(0).map(|n| Task::Lower(n, Role::Alias)));
        } else {
            tasks.push(Task::open(Kind::ImportAs, role, whole));
            tasks.extend(module(Role::Module));
        }
        tasks.push(Task::Close);
        b.then_all(tasks);
        return;
    };
    let mut cursor = clause.walk();
    for part in clause.named_children(&mut cursor) {
        match part.kind() {
            // The default export.
            "identifier" => {
                tasks.push(Task::open(Kind::ImportFrom, role, whole));
                tasks.extend(module(Role::Module));
                tasks.push(Task::Open {
                    kind: Kind::ImportName,
                    role: Role::None,
                    sym: Sym::NONE,
                    span: span(part),
                    flags: flag::IMPLIED,
                });
                tasks.push(Task::leaf(
                    Kind::Ident,
                    Role::Name,
                    Sym::new("default"),
                    firedoor_core::Span::new(part.start_byte(), part.start_byte()),
                ));
                tasks.push(Task::Lower(part, Role::Alias));
                tasks.push(Task::Close);
                tasks.push(Task::Close);
            }
            "namespace_import" => {
                tasks.push(Task::open(Kind::ImportAs, role, whole));
                tasks.extend(module(Role::Module));
                tasks.extend(part.named_child(0).map(|n| Task::Lower(n, Role::Alias)));
                tasks.push(Task::Close);
            }
            "named_imports" => {
                tasks.push(Task::open(Kind::ImportFrom, role, whole));
                tasks.extend(module(Role::Module));
                let mut inner = part.walk();
                for specifier in part.named_children(&mut inner) {
                    let name = specifier.child_by_field_id(b.desc.field("name")).unwrap_or(specifier);
                    let alias = specifier.child_by_field_id(b.desc.field("alias"));
                    tasks.push(Task::open(Kind::ImportName, Role::None, span(specifier)));
                    tasks.push(Task::Lower(name, Role::Name));
                    tasks.extend(alias.map(|n| Task::Lower(n, Role::Alias)));
                    tasks.push(Task::Close);
                }
                tasks.push(Task::Close);
            }
            _ => tasks.push(Task::Lower(part, role)),
        }
    }
    b.then_all(tasks);
}

/// An exported declaration is the declaration; other exports stand for themselves.
fn export<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let declaration = in_field(children, b.desc.field("declaration"));
    let decorator = b.desc.field("decorator");
    let is_default = children.iter().any(|c| b.text(c.node) == b"default");
    if let Some(declaration) = declaration {
        let mut tasks: Vec<_> = children
            .iter()
            .filter(|c| c.field == decorator && decorator != 0)
            .map(|c| Task::Adopt(c.node, Role::Annotation))
            .collect();
        // `export` is a word of the declaration, which begins with it.
        tasks
            .extend(children.iter().find(|c| b.text(c.node) == b"export").map(|c| Task::Adopt(c.node, Role::Modifier)));
        let default = children.iter().find(|c| !c.named && b.text(c.node) == b"default");
        tasks.extend(default.map(|c| Task::Adopt(c.node, Role::Modifier)));
        tasks.push(Task::Lower(declaration, role));
        b.then_all(tasks);
        return;
    }
    let value = in_field(children, b.desc.field("value"));
    if let (Some(value), true) = (value, is_default) {
        b.then([
            Task::Open { kind: Kind::Directive, role, sym: Sym::new("export default"), span: span(node), flags: 0 },
            Task::Lower(value, Role::Value),
            Task::Close,
        ]);
        return;
    }
    b.other(Kind::Other, Sym::new("export"), node, role, children);
}

/// An element: its name, its attributes, its children.
fn element<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let (name_field, attribute_field) = (b.desc.field("name"), b.desc.field("attribute"));
    let close_tag = b.desc.field("close_tag");
    let alone = node.kind() == "jsx_self_closing_element";
    let tag = if alone { Some(node) } else { in_field(children, b.desc.field("open_tag")) };
    let flags = if alone { flag::EMPTY } else { 0 };
    let mut tasks = vec![Task::Open { kind: Kind::Xml, role, sym: Sym::NONE, span: span(node), flags }];
    if let Some(tag) = tag {
        tasks.extend(tag.child_by_field_id(name_field).map(|n| Task::Lower(n, Role::Name)));
        let mut cursor = tag.walk();
        for attribute in tag.children_by_field_id(
            std::num::NonZeroU16::new(attribute_field).unwrap_or(std::num::NonZeroU16::MAX),
            &mut cursor,
        ) {
            tasks.push(Task::Lower(attribute, Role::Attr));
        }
    }
    if !alone {
        for child in named_children(children).filter(|c| Some(c.node) != tag && c.field != close_tag) {
            if child.node.kind() == "jsx_text" && b.text(child.node).iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            tasks.push(Task::Lower(child.node, Role::Child));
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn attribute<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::XmlAttr, role, span(node))];
    for (nth, child) in named_children(children).enumerate() {
        tasks.push(Task::Lower(child.node, if nth == 0 { Role::Name } else { Role::Value }));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `{e}`: as an attribute's value or a lone attribute only the expression counts.
fn expression<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let inner = named_children(children).next().map(|c| c.node);
    if role == Role::Child {
        let mut tasks = vec![Task::open(Kind::XmlExpr, role, span(node))];
        tasks.extend(inner.map(|n| Task::Lower(n, Role::Value)));
        tasks.push(Task::Close);
        b.then_all(tasks);
    } else if let Some(inner) = inner {
        b.then([Task::Lower(inner, role)]);
    }
}
