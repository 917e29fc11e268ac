//! C, C++, Kotlin.

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::shared::{body_of, chain, keyword, member_chain, param};
use super::{Hook, from_to, in_field, leaf, named_children};
use crate::tree::{Kind, Role, Sym, flag};

pub(super) const HOOKS: &[(&str, Hook)] = &[
    ("c_expression_statement", c_expression_statement),
    ("c_declaration", c_declaration),
    ("c_sizeof", c_sizeof),
    ("c_type", c_type),
    ("c_delete", c_delete),
    ("c_function", c_function),
    ("c_parameter", c_parameter),
    ("c_range", c_range),
    ("cpp_qualified", cpp_qualified),
    ("c_include", c_include),
    ("kt_function", kt_function),
    ("kt_property", kt_property),
    ("kt_variable", kt_variable),
    ("kt_params", kt_params),
    ("kt_call", kt_call),
    ("kt_argument", kt_argument),
    ("kt_lambda", kt_lambda),
    ("kt_string", kt_string),
    ("rs_macro", rs_macro),
    ("kt_body", kt_body),
    ("kt_annotation", kt_annotation),
    ("kt_user_type", kt_user_type),
    ("kt_if", kt_if),
    ("kt_import", kt_import),
];

/// An empty statement disappears.
fn c_expression_statement<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let Some(inner) = named_children(children).next() else { return };
    b.then([
        Task::Open { kind: Kind::ExprStmt, role, sym: Sym::NONE, span: span(node), flags: flag::SEMICOLON },
        Task::Lower(inner.node, Role::None),
        Task::Close,
    ]);
}

/// The name in a declarator, and what stands around it.
fn declared<'t>(b: &Build<'_, 't>, node: TsNode<'t>) -> (TsNode<'t>, Option<TsNode<'t>>, Vec<&'static str>) {
    let field = b.desc.field("declarator");
    let mut at = node;
    let mut parameters = None;
    let mut shape = Vec::new();
    for _ in 0..32 {
        match at.kind() {
            "pointer_declarator" => shape.push("*"),
            "reference_declarator" => shape.push("&"),
            "array_declarator" => shape.push("[]"),
            "function_declarator" => parameters = at.child_by_field_name("parameters"),
            _ => {}
        }
        let inner = if field == 0 { None } else { at.child_by_field_id(field) };
        let inner = inner.or_else(|| {
            matches!(at.kind(), "reference_declarator" | "parenthesized_declarator")
                .then(|| at.named_child(0))
                .flatten()
        });
        match inner {
            Some(inner) => at = inner,
            None => break,
        }
    }
    (at, parameters, shape)
}

/// The type with its stars, as one node if it has any: what stands nearest to the name is what the name is.
fn typed<'t>(ty: Option<TsNode<'t>>, shape: &[&'static str], until: TsNode<'t>, tasks: &mut Vec<Task<'t>>) {
    let Some(ty) = ty else { return };
    let bare = shape.iter().all(|mark| *mark == "[]");
    let end = if bare { ty.end_byte() } else { until.start_byte().max(ty.end_byte()) };
    for (nth, mark) in shape.iter().rev().enumerate() {
        let kind = if *mark == "[]" { Kind::ArrayType } else { Kind::PtrType };
        let role = if nth == 0 { Role::Type } else { Role::None };
        tasks.push(Task::open(kind, role, Span::new(ty.start_byte(), end)));
    }
    tasks.push(Task::Lower(ty, if shape.is_empty() { Role::Type } else { Role::None }));
    tasks.extend(shape.iter().map(|_| Task::Close));
}

/// A declared type as the type of what a function returns.
fn returned(types: Vec<Task<'_>>) -> Vec<Task<'_>> {
    (types.into_iter())
        .map(|t| match t {
            Task::Lower(n, Role::Type) => Task::Lower(n, Role::Ret),
            Task::Open { kind, role: Role::Type, sym, span, flags } => {
                Task::Open { kind, role: Role::Ret, sym, span, flags }
            }
            other => other,
        })
        .collect()
}

/// `T a = 1, *b;`: one definition each; a declared function is a definition without a body.
fn c_declaration<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let (type_field, declarator_field) = (b.desc.field("type"), b.desc.field("declarator"));
    let ty = in_field(children, type_field);
    let declarators: Vec<_> =
        children.iter().filter(|c| c.field == declarator_field && c.named).map(|c| c.node).collect();
    if node.kind() == "init_declarator" {
        // Alone, in a condition.
        let value = in_field(children, b.desc.field("value"));
        let mut tasks = vec![Task::open(Kind::VarDef, role, span(node))];
        tasks.extend(declarators.first().map(|d| Task::Lower(declared(b, *d).0, Role::Name)));
        tasks.extend(value.map(|n| Task::Lower(n, Role::Value)));
        tasks.push(Task::Close);
        b.then_all(tasks);
        return;
    }
    let mut tasks = Vec::new();
    if declarators.is_empty() {
        tasks.extend(ty.map(|n| Task::Lower(n, role)));
    }
    let typedef = node.kind() == "type_definition";
    let count = declarators.len();
    for (nth, declarator) in declarators.into_iter().enumerate() {
        // Each begins with the type that they share.
        let at = if nth + 1 == count { span(node) } else { from_to(node, declarator) };
        let (outer, value) = if declarator.kind() == "init_declarator" {
            (
                declarator.child_by_field_id(declarator_field).unwrap_or(declarator),
                declarator.child_by_field_name("value"),
            )
        } else {
            // In a condition, the value stands beside the name.
            let value = in_field(children, b.desc.field("default_value"));
            (declarator, value.or_else(|| in_field(children, b.desc.field("value"))))
        };
        let (name, mut parameters, shape) = declared(b, outer);
        // `T x(a);` in a function constructs, as far as `a` can be a value.
        let constructed = parameters.filter(|list| {
            node.parent().is_some_and(|p| p.kind() == "compound_statement")
                && shape.is_empty()
                && values(*list).is_some()
        });
        if constructed.is_some() {
            parameters = None;
        }
        let kind = if parameters.is_some() { Kind::FuncDef } else { Kind::VarDef };
        let sym = if typedef { Sym::new("type") } else { Sym::NONE };
        tasks.push(Task::Open { kind, role, sym, span: at, flags: 0 });
        for child in children.iter().filter(|c| c.field == 0 && c.named && !c.node.is_extra()) {
            tasks.push(Task::Lower(child.node, Role::Modifier));
        }
        let mut types = Vec::new();
        typed(ty, &shape, name, &mut types);
        if kind == Kind::FuncDef {
            types = returned(types);
        }
        tasks.extend(types);
        tasks.push(Task::Lower(name, Role::Name));
        tasks.extend(parameters.map(|n| Task::Lower(n, Role::Params)));
        let mut inner = Some(outer);
        for _ in 0..8 {
            let Some(at) = inner else { break };
            if at.kind() == "array_declarator" {
                tasks.extend(at.child_by_field_name("size").map(|n| Task::Lower(n, Role::Index)));
            }
            inner = at.child_by_field_id(declarator_field);
        }
        match value {
            // `T x{a};`
            Some(list)
                if list.kind() == "initializer_list"
                    && b.src.get(outer.end_byte()..list.start_byte()).is_some_and(|t| !t.contains(&b'=')) =>
            {
                tasks.push(Task::open(Kind::Args, Role::Value, span(list)));
                let mut cursor = list.walk();
                let parts = list.named_children(&mut cursor).filter(|n| !n.is_extra());
                tasks.extend(parts.map(|n| Task::Lower(n, Role::None)));
                tasks.push(Task::Close);
            }
            value => tasks.extend(value.map(|n| Task::Lower(n, Role::Value))),
        }
        if let Some(list) = constructed {
            tasks.push(Task::open(Kind::Args, Role::Value, span(list)));
            tasks.extend(values(list).unwrap_or_default());
            tasks.push(Task::Close);
        }
        tasks.push(Task::Close);
    }
    b.then_all(tasks);
}

/// The values in what looks like a list of parameters without names (`a, b(c)`); `None` where one is surely a
/// parameter.
fn values<'t>(list: TsNode<'t>) -> Option<Vec<Task<'t>>> {
    let mut tasks = Vec::new();
    let mut left = vec![Some(list)];
    let mut first = true;
    // Lists in lists: an end is noted as nothing.
    while let Some(list) = left.pop() {
        let Some(part) = list else {
            tasks.extend([Task::Close, Task::Close]);
            continue;
        };
        if part.kind() == "parameter_list" {
            let mut cursor = part.walk();
            let parts: Vec<_> = part.named_children(&mut cursor).filter(|n| !n.is_extra()).collect();
            if first && parts.is_empty() || left.len() > 256 {
                return None;
            }
            first = false;
            left.extend(parts.into_iter().rev().map(Some));
            continue;
        }
        let ty = part.child_by_field_name("type").filter(|_| part.kind() == "parameter_declaration")?;
        let plain = matches!(ty.kind(), "type_identifier" | "qualified_identifier");
        match (part.named_child_count(), part.child_by_field_name("declarator")) {
            (1, None) if plain => tasks.push(Task::Lower(ty, Role::None)),
            (2, Some(call)) if plain && call.kind() == "abstract_function_declarator" => {
                let arguments = call.child_by_field_name("parameters").filter(|_| call.named_child_count() == 1)?;
                tasks.push(Task::open(Kind::Call, Role::None, span(part)));
                tasks.push(Task::Lower(ty, Role::Callee));
                tasks.push(Task::open(Kind::Args, Role::Args, span(arguments)));
                left.extend([None, Some(arguments)]);
            }
            _ => return None,
        }
    }
    Some(tasks)
}

/// A type without a name: `char *`.
fn c_type<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let ty = in_field(children, b.desc.field("type"));
    match (ty, in_field(children, b.desc.field("declarator"))) {
        (Some(ty), Some(declarator)) if declarator.kind() == "abstract_pointer_declarator" => {
            b.then([Task::open(Kind::PtrType, role, span(node)), Task::Lower(ty, Role::None), Task::Close]);
        }
        _ => {
            let tasks = named_children(children).map(|c| Task::Lower(c.node, role)).collect();
            b.then_all(tasks);
        }
    }
}

/// `delete p` and `delete[] p`.
fn c_delete<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let array = children.iter().any(|c| !c.named && b.text(c.node) == b"[");
    let sym = Sym::new(if array { "delete[]" } else { "delete" });
    let mut tasks = vec![Task::Open { kind: Kind::Unary, role, sym, span: span(node), flags: 0 }];
    tasks.extend(named_children(children).map(|c| Task::Lower(c.node, Role::Value)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `a::b::c` is `c` of `a::b`, which the grammar nests the other way round.
fn cpp_qualified<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, _: &[Child<'t>]) {
    let mut names = Vec::new();
    let mut at = node;
    loop {
        let (scope, name) = (at.child_by_field_name("scope"), at.child_by_field_name("name"));
        names.extend(scope);
        match name {
            Some(inner) if inner.kind() == "qualified_identifier" && names.len() < 64 => at = inner,
            last => {
                names.extend(last);
                break;
            }
        }
    }
    member_chain(b, node, role, &names);
}

/// `sizeof(x)` as a call.
fn c_sizeof<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let word = children.first().map_or(node, |c| c.node);
    let mut tasks = vec![Task::open(Kind::Call, role, span(node)), leaf(b, Kind::Ident, Role::Callee, word)];
    tasks.push(Task::open(Kind::Args, Role::Args, span(node)));
    for child in named_children(children) {
        // A type is no expression that a metavariable would stand for.
        let is_type = child.node.kind() == "type_descriptor";
        tasks.extend(is_type.then(|| Task::open(Kind::Type, Role::None, span(child.node))));
        tasks.push(Task::Lower(child.node, Role::None));
        tasks.extend(is_type.then_some(Task::Close));
    }
    tasks.extend([Task::Close, Task::Close]);
    b.then_all(tasks);
}

fn c_function<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (ty, declarator, body) = (f("type"), f("declarator"), f("body"));
    let mut tasks = vec![Task::open(Kind::FuncDef, role, span(node))];
    for child in children.iter().filter(|c| c.field == 0 && c.named && !c.node.is_extra()) {
        tasks.push(Task::Lower(child.node, Role::Modifier));
    }
    if let Some(declarator) = declarator {
        let (name, parameters, shape) = declared(b, declarator);
        let mut types = Vec::new();
        typed(ty, &shape, name, &mut types);
        tasks.extend(returned(types));
        tasks.push(Task::Lower(name, Role::Name));
        tasks.extend(parameters.map(|n| Task::Lower(n, Role::Params)));
    }
    tasks.extend(body.map(|n| Task::Lower(n, Role::Body)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn c_parameter<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (ty, declarator, value) = (f("type"), f("declarator"), f("default_value"));
    let mut tasks = vec![Task::open(Kind::Param, role, span(node))];
    for child in children.iter().filter(|c| c.field == 0 && c.named && !c.node.is_extra()) {
        tasks.push(Task::Lower(child.node, Role::Modifier));
    }
    match declarator {
        Some(declarator) if !declarator.kind().starts_with("abstract") => {
            let (name, _, shape) = declared(b, declarator);
            typed(ty, &shape, name, &mut tasks);
            tasks.push(Task::Lower(name, Role::Name));
        }
        _ => tasks.extend(ty.map(|n| Task::Lower(n, Role::Type))),
    }
    tasks.extend(value.map(|n| Task::Lower(n, Role::Default)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `for (auto &x : xs)`: the variable, whatever stars and references stand before it.
fn c_range<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let field = |name| b.desc.field(name);
    let (ty, declarator, right, body, init) =
        (field("type"), field("declarator"), field("right"), field("body"), field("initializer"));
    let mut tasks = vec![Task::open(Kind::ForEach, role, span(node))];
    for child in children.iter().filter(|c| c.named && !c.node.is_extra() && (c.field == 0 || c.field != ty)) {
        let (inner, role) = match child.field {
            0 => (child.node, Role::None),
            f if f == declarator => (declared(b, child.node).0, Role::Left),
            f if f == right => (child.node, Role::Right),
            f if f == body => (child.node, Role::Body),
            f if f == init => (child.node, Role::Init),
            _ => (child.node, Role::None),
        };
        tasks.push(Task::Lower(inner, role));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn c_include<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let path = in_field(children, b.desc.field("path"));
    let mut tasks = vec![Task::open(Kind::ImportAs, role, span(node))];
    if let Some(path) = path {
        let text = b.text(path);
        let inner = text.get(1..text.len().saturating_sub(1)).unwrap_or(b"");
        // `<a.h>` and `"a.h"` are two files.
        tasks.push(Task::Leaf {
            kind: Kind::Str,
            role: Role::Module,
            sym: Sym::of(if text.starts_with(b"<") { text } else { inner }),
            span: span(path),
            flags: 0x0101,
        });
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn kt_property<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::VarDef, role, span(node))];
    let mut behind_equals = false;
    for child in children {
        let text = b.text(child.node);
        match child.node.kind() {
            "=" => behind_equals = true,
            "val" | "var" => tasks.push(leaf(b, Kind::Modifier, Role::Modifier, child.node)),
            "modifiers" => tasks.push(Task::Lower(child.node, Role::Modifier)),
            "variable_declaration" => {
                let mut cursor = child.node.walk();
                for (nth, part) in child.node.named_children(&mut cursor).enumerate() {
                    tasks.push(Task::Lower(part, if nth == 0 { Role::Name } else { Role::Type }));
                }
            }
            "multi_variable_declaration" => tasks.push(Task::Lower(child.node, Role::Name)),
            // What a property is delegated to counts as its value.
            "property_delegate" => {
                let mut cursor = child.node.walk();
                let parts = child.node.named_children(&mut cursor).filter(|n| !n.is_extra());
                tasks.extend(parts.take(1).map(|n| Task::Lower(n, Role::Value)));
            }
            "getter" | "setter" => tasks.push(Task::Lower(child.node, Role::Part)),
            _ if child.named && !child.node.is_extra() && behind_equals => {
                tasks.push(Task::Lower(child.node, Role::Value));
            }
            _ => {
                let _ = text;
            }
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// Parameters: what is written before one and its value are its neighbours in the grammar.
fn kt_params<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::Params, role, span(node))];
    let mut before = None;
    let mut open = false;
    for (at, child) in children.iter().enumerate() {
        let follows = at > 0 && children[at - 1].node.kind() == "=";
        match child.node.kind() {
            _ if !child.named || child.node.is_extra() => {}
            "parameter_modifiers" => before = Some(child.node),
            "parameter" => {
                tasks.extend(open.then_some(Task::Close));
                tasks.push(Task::open(Kind::Param, Role::None, span(child.node)));
                tasks.extend(before.take().map(|n| Task::Lower(n, Role::Modifier)));
                let mut cursor = child.node.walk();
                kt_parts(child.node.named_children(&mut cursor), &mut tasks);
                open = true;
            }
            _ if follows && open => tasks.push(Task::Lower(child.node, Role::Default)),
            _ => {
                tasks.extend(std::mem::take(&mut open).then_some(Task::Close));
                tasks.push(Task::Lower(child.node, Role::None));
            }
        }
    }
    tasks.extend(open.then_some(Task::Close));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `x: T = v` as a parameter; alone it is a name.
fn kt_variable<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let is_parameter = matches!(node.kind(), "parameter" | "class_parameter")
        || node.parent().is_some_and(|p| p.kind() == "lambda_parameters");
    let parts: Vec<_> = named_children(children).map(|c| c.node).collect();
    if !is_parameter && parts.len() == 1 {
        b.then([Task::Lower(parts[0], role)]);
        return;
    }
    let kind = if is_parameter { Kind::Param } else { Kind::VarDef };
    let mut tasks = vec![Task::open(kind, role, span(node))];
    kt_parts(parts.into_iter(), &mut tasks);
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn kt_parts<'t>(parts: impl Iterator<Item = TsNode<'t>>, tasks: &mut Vec<Task<'t>>) {
    let mut named = false;
    for part in parts {
        let part_role = match part.kind() {
            "modifiers" | "parameter_modifiers" => Role::Modifier,
            "annotation" => Role::Annotation,
            "identifier" if !named => {
                named = true;
                Role::Name
            }
            kind if kind.ends_with("type") => Role::Type,
            _ => Role::Default,
        };
        tasks.push(Task::Lower(part, part_role));
    }
}

/// `f(a) { … }`: the lambda is a further argument of a call of the call.
fn kt_call<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<_> = named_children(children).map(|c| c.node).collect();
    let Some((function, rest)) = parts.split_first() else { return };
    let arguments = rest.iter().find(|n| n.kind() == "value_arguments");
    let lambda = rest.iter().find(|n| matches!(n.kind(), "annotated_lambda" | "lambda_literal"));
    let types = rest.iter().find(|n| n.kind() == "type_arguments");
    if arguments.is_none() && lambda.is_none() {
        b.then([Task::Lower(*function, role)]);
        return;
    }
    let mut function = *function;
    let mut inner = None;
    // `f(a) { … }` is a call with two arguments.
    if let (None, Some(_)) = (arguments, lambda)
        && function.kind() == "call_expression"
        && let (Some(callee), Some(list), 2) =
            (function.named_child(0), function.named_child(1), function.named_child_count())
        && list.kind() == "value_arguments"
    {
        (function, inner) = (callee, Some(list));
    }
    let arguments = arguments.copied().or(inner);
    let mut tasks = vec![Task::open(Kind::Call, role, span(node)), Task::Lower(function, Role::Callee)];
    tasks.extend(types.map(|n| Task::Lower(*n, Role::TypeParams)));
    match (arguments, lambda) {
        (Some(list), None) => tasks.push(Task::Lower(list, Role::Args)),
        (list, Some(lambda)) => {
            let block =
                if lambda.kind() == "annotated_lambda" { lambda.named_child(0).unwrap_or(*lambda) } else { *lambda };
            tasks.push(Task::open(Kind::Args, Role::Args, from_to(list.unwrap_or(*lambda), *lambda)));
            if let Some(list) = list {
                let mut cursor = list.walk();
                let parts = list.named_children(&mut cursor).filter(|n| !n.is_extra());
                tasks.extend(parts.map(|n| Task::Lower(n, Role::None)));
            }
            tasks.extend([Task::Lower(block, Role::None), Task::Close]);
        }
        (None, None) => {}
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn kt_argument<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<_> = named_children(children).map(|c| c.node).collect();
    let named = children.iter().any(|c| c.node.kind() == "=");
    match parts[..] {
        [name, value] if named => b.then(keyword(node, role, name, value)),
        [.., value] => b.then([Task::Lower(value, role)]),
        [] => {}
    }
}

/// `name!(tokens)`: a call; the sign belongs to the name.
fn rs_macro<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let name = in_field(children, b.desc.field("macro"));
    let sign = children.iter().find(|c| !c.named && b.text(c.node) == b"!").map(|c| c.node);
    let mut tasks = vec![Task::open(Kind::Call, role, span(node))];
    match (name, sign) {
        (Some(name), Some(sign)) if name.kind() == "identifier" => {
            let at = from_to(name, sign);
            let sym = Sym::of(b.src.get(at.range()).unwrap_or(b""));
            tasks.push(Task::leaf(Kind::Ident, Role::Callee, sym, at));
        }
        (Some(name), _) => tasks.push(Task::Lower(name, Role::Callee)),
        _ => {}
    }
    let list = children.iter().find(|c| c.node.kind() == "token_tree").map(|c| c.node);
    tasks.extend(list.map(|n| Task::Lower(n, Role::Args)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// Whether a word stands in a text by itself.
fn has_word(text: &[u8], word: &[u8]) -> bool {
    let is_name = |c: &u8| c.is_ascii_alphanumeric() || *c == b'_';
    memchr::memmem::find_iter(text, word)
        .any(|at| !text[..at].last().is_some_and(is_name) && !text.get(at + word.len()).is_some_and(is_name))
}

/// A string; the grammar reads `${e}` and leaves `$name` in the text.
fn kt_string<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let text = b.text(node);
    let width = if text.starts_with(b"\"\"\"") { 3 } else { 1 };
    let base = node.start_byte();
    let end = text.len().saturating_sub(width).max(width);
    let codes: Vec<TsNode<'t>> =
        named_children(children).map(|c| c.node).filter(|n| n.kind() == "interpolation").collect();
    let mut tasks = vec![Task::open(Kind::Template, role, span(node))];
    let piece = |from: usize, to: usize| {
        let sym = Sym::of(text.get(from..to).unwrap_or(b""));
        Task::leaf(Kind::StrPart, Role::Part, sym, Span::new(base + from, base + to))
    };
    let (mut from, mut at, mut any) = (width, width, false);
    while at < end {
        if let Some(code) = codes.iter().find(|c| c.start_byte() == base + at) {
            if at > from {
                tasks.push(piece(from, at));
            }
            tasks.push(Task::Lower(*code, Role::Part));
            at = (code.end_byte() - base).max(at + 1);
            (from, any) = (at, true);
            continue;
        }
        if text[at] == b'\\' && width == 1 {
            at += 2;
            continue;
        }
        let is_name = |c: u8| c.is_ascii_alphanumeric() || c == b'_';
        if text[at] == b'$' && text.get(at + 1).is_some_and(|&c| is_name(c) && !c.is_ascii_digit()) {
            let len = text[at + 1..end].iter().take_while(|&&c| is_name(c)).count();
            if at > from {
                tasks.push(piece(from, at));
            }
            let name = text.get(at + 1..at + 1 + len).unwrap_or(b"");
            let place = Span::new(base + at + 1, base + at + 1 + len);
            tasks.push(Task::leaf(Kind::Ident, Role::Part, Sym::of(name), place));
            at += 1 + len;
            (from, any) = (at, true);
            continue;
        }
        at += 1;
    }
    if !any {
        let flags = u16::try_from(width | width << 8).unwrap_or(0);
        let sym = Sym::of(text.get(width..end).unwrap_or(b""));
        b.then([Task::Leaf { kind: Kind::Str, role, sym, span: span(node), flags }]);
        return;
    }
    if end > from {
        tasks.push(piece(from, end));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// A function; the type that an extension is for is left out, as Semgrep does it.
fn kt_function<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let name = b.desc.field("name");
    let mut tasks = vec![Task::open(Kind::FuncDef, role, span(node))];
    let mut named = false;
    for child in named_children(children) {
        let role = match child.node.kind() {
            "modifiers" => Role::Modifier,
            "type_parameters" => Role::TypeParams,
            "function_value_parameters" => Role::Params,
            "function_body" => Role::Body,
            _ if child.field == name && name != 0 => {
                named = true;
                Role::Name
            }
            "type_constraints" => continue,
            _ if !named => continue,
            _ => Role::Ret,
        };
        tasks.push(Task::Lower(child.node, role));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn kt_lambda<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::Open { kind: Kind::Lambda, role, sym: Sym::NONE, span: span(node), flags: flag::ARROW }];
    let mut statements = Vec::new();
    for child in named_children(children) {
        if child.node.kind() == "lambda_parameters" {
            tasks.push(Task::open(Kind::Params, Role::Params, span(child.node)));
            let mut cursor = child.node.walk();
            for n in child.node.named_children(&mut cursor) {
                if n.kind() == "variable_declaration" && n.named_child_count() == 1 {
                    tasks.extend(n.named_child(0).into_iter().flat_map(param));
                } else {
                    tasks.push(Task::Lower(n, Role::None));
                }
            }
            tasks.push(Task::Close);
        } else {
            statements.push(child.node);
        }
    }
    let at = match (statements.first(), statements.last()) {
        (Some(a), Some(z)) => from_to(*a, *z),
        _ => Span::new(node.end_byte() - 1, node.end_byte() - 1),
    };
    // `it` is the only parameter of a lambda that names none.
    if tasks.len() == 1 && has_word(b.text(node), b"it") {
        let at = Span::new(node.start_byte(), node.start_byte());
        let flags = flag::IMPLIED;
        tasks.push(Task::Open { kind: Kind::Params, role: Role::Params, sym: Sym::NONE, span: at, flags });
        tasks.push(Task::Open { kind: Kind::Param, role: Role::None, sym: Sym::NONE, span: at, flags });
        tasks.push(Task::leaf(Kind::Ident, Role::Name, Sym::new("it"), at));
        tasks.extend([Task::Close, Task::Close]);
    }
    tasks.push(Task::open(Kind::Block, Role::Body, at));
    tasks.extend(statements.into_iter().map(|n| Task::Lower(n, Role::None)));
    tasks.extend([Task::Close, Task::Close]);
    b.then_all(tasks);
}

fn kt_body<'t>(b: &mut Build<'_, 't>, _node: TsNode<'t>, _role: Role, children: &[Child<'t>]) {
    if let Some(body) = named_children(children).next() {
        let tasks = body_of(body.node);
        b.then_all(tasks);
    }
}

fn kt_annotation<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::Annotation, role, span(node))];
    for child in named_children(children) {
        if child.node.kind() == "constructor_invocation" {
            let mut cursor = child.node.walk();
            for part in child.node.named_children(&mut cursor) {
                let role = if part.kind() == "value_arguments" { Role::Args } else { Role::Name };
                tasks.push(Task::Lower(part, role));
            }
        } else if child.node.kind() != "use_site_target" {
            tasks.push(Task::Lower(child.node, Role::Name));
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `A.B<C>`
fn kt_user_type<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<_> = named_children(children).map(|c| c.node).collect();
    let names: Vec<_> = parts.iter().copied().filter(|n| n.kind() == "identifier").collect();
    let arguments = parts.iter().copied().find(|n| n.kind() == "type_arguments");
    match arguments {
        Some(arguments) => {
            let mut tasks = vec![Task::open(Kind::TypeApp, role, span(node))];
            tasks.extend(names.last().map(|n| Task::Lower(*n, Role::Name)));
            tasks.push(Task::Lower(arguments, Role::TypeParams));
            tasks.push(Task::Close);
            b.then_all(tasks);
        }
        None => super::shared::member_chain(b, node, role, &names),
    }
}

fn kt_if<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let condition_field = b.desc.field("condition");
    let condition = in_field(children, condition_field);
    let mut tasks = vec![Task::open(Kind::If, role, span(node))];
    tasks.extend(condition.map(|n| Task::Lower(n, Role::Cond)));
    let mut behind_else = false;
    for child in children {
        if child.node.kind() == "else" {
            behind_else = true;
        } else if child.named && child.field != condition_field && !child.node.is_extra() {
            tasks.push(Task::Lower(child.node, if behind_else { Role::Else } else { Role::Then }));
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `import a.b.C as D`, `import a.b.*`.
fn kt_import<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let Some(path) = named_children(children).next().map(|c| c.node) else { return };
    let all = children.iter().any(|c| c.node.kind() == "*");
    let alias = named_children(children).nth(1).map(|c| c.node);
    if all {
        b.then([Task::open(Kind::ImportAll, role, span(node)), Task::Lower(path, Role::Module), Task::Close]);
        return;
    }
    let mut cursor = path.walk();
    let names: Vec<_> = path.named_children(&mut cursor).collect();
    let Some((last, module)) = names.split_last() else { return };
    let mut tasks = vec![Task::open(Kind::ImportFrom, role, span(node))];
    tasks.extend(chain(Role::Module, module));
    tasks.push(Task::open(Kind::ImportName, Role::None, span(*last)));
    tasks.push(Task::Lower(*last, Role::Name));
    tasks.extend(alias.map(|n| Task::Lower(n, Role::Alias)));
    tasks.extend([Task::Close, Task::Close]);
    b.then_all(tasks);
}
