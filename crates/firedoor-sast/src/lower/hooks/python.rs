//! Python.

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::{Hook, from_to, in_field, leaf, named_children};
use crate::tree::{Kind, Role, Sym, flag, mix};

pub(super) const HOOKS: &[(&str, Hook)] = &[
    ("py_expression_statement", expression_statement),
    ("py_assignment", assignment),
    ("py_subscript", subscript),
    ("py_call", call),
    ("py_slice", slice),
    ("py_match", match_statement),
    ("py_comparison", comparison),
    ("py_conditional", conditional),
    ("py_typed_parameter", typed_parameter),
    ("py_function", function),
    ("py_decorated", decorated),
    ("py_print", print),
    ("py_elif", elif),
    ("py_except", except),
    ("py_with", with),
    ("py_for", for_),
    ("py_import", import),
    ("py_class", class),
    ("py_import_from", import_from),
];

/// An annotated assignment is a definition; anything else is an expression as a statement.
fn expression_statement<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let type_field = b.desc.field("type");
    let mut named = named_children(children);
    let (Some(first), second) = (named.next(), named.next()) else { return };
    if first.node.kind() == "assignment" && first.node.child_by_field_id(type_field).is_some() {
        b.then([Task::Lower(first.node, role)]);
        return;
    }
    let mut tasks = vec![Task::open(Kind::ExprStmt, role, span(node))];
    if second.is_some() {
        tasks.push(Task::open(Kind::Tuple, Role::None, span(node)));
        tasks.extend(named_children(children).map(|c| Task::Lower(c.node, Role::None)));
        tasks.push(Task::Close);
    } else {
        tasks.push(Task::Lower(first.node, Role::None));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn assignment<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (left, right, ty) = (f("left"), f("right"), f("type"));
    let roles =
        if ty.is_some() { (Kind::VarDef, Role::Name, Role::Value) } else { (Kind::Assign, Role::Left, Role::Right) };
    let mut tasks = vec![Task::open(roles.0, role, span(node))];
    tasks.extend(left.map(|n| Task::Lower(n, roles.1)));
    tasks.extend(ty.map(|n| Task::Lower(n, Role::Type)));
    tasks.extend(right.map(|n| Task::Lower(n, roles.2)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `a[b]`, `a[b, c]` (a tuple) and `a[b:c]`.
fn subscript<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let subscript = b.desc.field("subscript");
    let value = in_field(children, b.desc.field("value"));
    let indices: Vec<_> = children.iter().filter(|c| c.field == subscript && c.named).map(|c| c.node).collect();
    let mut tasks = vec![Task::open(Kind::Index, role, span(node))];
    tasks.extend(value.map(|n| Task::Lower(n, Role::Object)));
    match indices.as_slice() {
        [one] => tasks.push(Task::Lower(*one, Role::Index)),
        [first, .., last] => {
            tasks.push(Task::open(Kind::Tuple, Role::Index, from_to(*first, *last)));
            tasks.extend(indices.iter().map(|n| Task::Lower(*n, Role::None)));
            tasks.push(Task::Close);
        }
        [] => {}
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn call<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (function, arguments) = (f("function"), f("arguments"));
    let mut tasks = vec![Task::open(Kind::Call, role, span(node))];
    tasks.extend(function.map(|n| Task::Lower(n, Role::Callee)));
    if let Some(arguments) = arguments {
        if arguments.kind() == "argument_list" {
            tasks.push(Task::Lower(arguments, Role::Args));
        } else {
            tasks.push(Task::open(Kind::Args, Role::Args, span(arguments)));
            lone_generator(b, arguments, &mut tasks);
            tasks.push(Task::Close);
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `any(x for x in y)`: without brackets of its own a generator is one with those of a list, as Semgrep has it.
fn lone_generator<'t>(b: &Build<'_, 't>, generator: TsNode<'t>, tasks: &mut Vec<Task<'t>>) {
    let (kind, sym) = (Kind::Comprehension, Sym::new("list"));
    tasks.push(Task::Open { kind, role: Role::None, sym, span: span(generator), flags: 0 });
    let mut cursor = generator.walk();
    let mut more = cursor.goto_first_child();
    while more {
        let child = cursor.node();
        if child.is_named() && !child.is_extra() {
            let field = cursor.field_id().map_or(0, |f| usize::from(f.get()));
            tasks.push(Task::Lower(child, b.desc.field_roles.get(field).copied().unwrap_or_default()));
        }
        more = cursor.goto_next_sibling();
    }
    tasks.push(Task::Close);
}

/// `a[b:c]`, `a[:b]` and `a[::b]` are told apart by the parts that they have.
fn slice<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<u8> =
        (children.iter().filter(|c| !c.node.is_extra())).map(|c| if c.named { b'x' } else { b':' }).collect();
    // A colon at the end says nothing more.
    let parts = match &parts[..] {
        [rest @ .., b':'] if rest.contains(&b':') => rest,
        all => all,
    };
    let mut tasks = vec![Task::Open { kind: Kind::Slice, role, sym: Sym::of(parts), span: span(node), flags: 0 }];
    tasks.extend(named_children(children).map(|c| Task::Lower(c.node, Role::None)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `a < b`; a chain `a < b < c` keeps all operators in its symbol.
fn comparison<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let operators = b.desc.field("operators");
    let mut sym = Sym::NONE;
    for child in children.iter().filter(|c| c.field == operators) {
        // `not in` and `is not` with any white space between.
        let text: Vec<&[u8]> =
            b.text(child.node).split(|c| c.is_ascii_whitespace()).filter(|w| !w.is_empty()).collect();
        let word = Sym::of(&text.join(&b' '));
        sym = if sym == Sym::NONE { word } else { Sym(mix(sym.0, word.0)) };
    }
    let mut tasks = vec![Task::Open { kind: Kind::Binary, role, sym, span: span(node), flags: 0 }];
    for (nth, child) in children.iter().filter(|c| c.named && c.field != operators && !c.node.is_extra()).enumerate() {
        tasks.push(Task::Lower(child.node, if nth == 0 { Role::Left } else { Role::Right }));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `a if c else b`.
fn conditional<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<_> = named_children(children).map(|c| c.node).collect();
    let mut tasks = vec![Task::open(Kind::Ternary, role, span(node))];
    if let [then, condition, otherwise] = parts[..] {
        tasks.push(Task::Lower(condition, Role::Cond));
        tasks.push(Task::Lower(then, Role::Then));
        tasks.push(Task::Lower(otherwise, Role::Else));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn typed_parameter<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let type_field = b.desc.field("type");
    let ty = in_field(children, type_field);
    let name = children.iter().find(|c| c.named && c.field != type_field).map(|c| c.node);
    let (kind, name) = match name.map(|n| (n.kind(), n)) {
        Some(("list_splat_pattern", n)) => (Kind::RestParam, n.named_child(0)),
        Some(("dictionary_splat_pattern", n)) => (Kind::HashParam, n.named_child(0)),
        other => (Kind::Param, other.map(|(_, n)| n)),
    };
    let mut tasks = vec![Task::open(kind, role, span(node))];
    tasks.extend(name.map(|n| Task::Lower(n, Role::Name)));
    tasks.extend(ty.map(|n| Task::Lower(n, Role::Type)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn function<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::FuncDef, role, span(node))];
    for child in children {
        if child.named && !child.node.is_extra() {
            let role = b.desc.field_roles.get(child.field as usize).copied().unwrap_or_default();
            tasks.push(Task::Lower(child.node, role));
        } else if b.text(child.node) == b"async" {
            tasks.push(leaf(b, Kind::Modifier, Role::Modifier, child.node));
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn decorated<'t>(b: &mut Build<'_, 't>, _node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = Vec::new();
    for child in named_children(children) {
        if child.node.kind() == "decorator" {
            tasks.push(Task::Adopt(child.node, Role::Annotation));
        } else {
            tasks.push(Task::Lower(child.node, role));
        }
    }
    b.then_all(tasks);
}

/// Python 2's `print a, b` is a call.
fn print<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let word = children.first().map_or(node, |c| c.node);
    let mut tasks = vec![
        Task::open(Kind::ExprStmt, role, span(node)),
        Task::open(Kind::Call, Role::None, span(node)),
        Task::leaf(Kind::Ident, Role::Callee, Sym::new("print"), span(word)),
        Task::open(Kind::Args, Role::Args, span(node)),
    ];
    tasks.extend(named_children(children).map(|c| Task::Lower(c.node, Role::None)));
    tasks.extend([Task::Close, Task::Close, Task::Close]);
    b.then_all(tasks);
}

/// An `elif` without its `if` (a pattern).
fn elif<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (condition, consequence) = (f("condition"), f("consequence"));
    let mut tasks = vec![Task::open(Kind::If, role, span(node))];
    tasks.extend(condition.map(|n| Task::Lower(n, Role::Cond)));
    tasks.extend(consequence.map(|n| Task::Lower(n, Role::Then)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `except E as x:`: what is caught and its name in front of the body.
fn except<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, _role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::Catch, Role::Catch, span(node))];
    for child in named_children(children) {
        let role = if child.node.kind() == "block" { Role::Body } else { Role::Params };
        tasks.push(Task::Lower(child.node, role));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `with a, b: …` is a `with` in a `with`; each begins with what it opens, as Semgrep has it.
fn with<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let body = in_field(children, b.desc.field("body"));
    let clause = named_children(children).map(|c| c.node).find(|n| n.kind() == "with_clause");
    let items: Vec<TsNode<'t>> = clause.map_or_else(Vec::new, |clause| {
        let mut cursor = clause.walk();
        clause.named_children(&mut cursor).filter(|n| n.kind() == "with_item").collect()
    });
    let mut tasks = Vec::new();
    for (nth, item) in items.iter().enumerate() {
        let whole = Span::new(item.start_byte(), node.end_byte());
        if nth > 0 {
            tasks.push(Task::Open {
                kind: Kind::Block,
                role: Role::Body,
                sym: Sym::NONE,
                span: whole,
                flags: flag::IMPLIED,
            });
        }
        let (role, sym) = if nth == 0 { (role, asynchronous(b, children)) } else { (Role::None, Sym::NONE) };
        tasks.push(Task::Open { kind: Kind::With, role, sym, span: whole, flags: 0 });
        tasks.push(Task::Lower(*item, Role::Init));
    }
    tasks.extend(body.map(|n| Task::Lower(n, Role::Body)));
    tasks.extend((0..(2 * items.len()).saturating_sub(1)).map(|_| Task::Close));
    b.then_all(tasks);
}

/// The name and the alias of an imported thing.
fn name_and_alias<'t>(b: &Build<'_, 't>, node: TsNode<'t>) -> (TsNode<'t>, Option<TsNode<'t>>) {
    if node.kind() == "aliased_import" {
        let name = node.child_by_field_id(b.desc.field("name")).unwrap_or(node);
        (name, node.child_by_field_id(b.desc.field("alias")))
    } else {
        (node, None)
    }
}

/// `import a.b as c, d`: one import each.
fn import<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = Vec::new();
    for child in named_children(children) {
        let (name, alias) = name_and_alias(b, child.node);
        tasks.push(Task::open(Kind::ImportAs, role, from_to(node, child.node)));
        tasks.push(Task::Lower(name, Role::Module));
        tasks.extend(alias.map(|n| Task::Lower(n, Role::Alias)));
        tasks.push(Task::Close);
    }
    b.then_all(tasks);
}

fn import_from<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let module_field = b.desc.field("module_name");
    let module = in_field(children, module_field);
    let wildcard = children.iter().any(|c| c.node.kind() == "wildcard_import");
    let kind = if wildcard { Kind::ImportAll } else { Kind::ImportFrom };
    let mut tasks = vec![Task::open(kind, role, span(node))];
    match module {
        Some(module) => tasks.push(Task::Lower(module, Role::Module)),
        None => tasks.push(Task::leaf(Kind::Ident, Role::Module, Sym::new("__future__"), span(node))),
    }
    for child in named_children(children).filter(|c| c.field != module_field && c.node.kind() != "wildcard_import") {
        let (name, alias) = name_and_alias(b, child.node);
        let flags = if alias.is_some() { flag::IMPLIED } else { 0 };
        tasks.push(Task::Open {
            kind: Kind::ImportName,
            role: Role::None,
            sym: Sym::NONE,
            span: span(child.node),
            flags,
        });
        tasks.push(Task::Lower(name, Role::Name));
        tasks.extend(alias.map(|n| Task::Lower(n, Role::Alias)));
        tasks.push(Task::Close);
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// A class: each base by itself, and members as those of a class.
fn class<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (name, bases, body) = (f("name"), f("superclasses"), f("body"));
    let mut tasks = vec![Task::Open { kind: Kind::ClassDef, role, sym: Sym::new("class"), span: span(node), flags: 0 }];
    tasks.extend(name.map(|n| Task::Lower(n, Role::Name)));
    if let Some(bases) = bases {
        let mut cursor = bases.walk();
        tasks.extend(bases.named_children(&mut cursor).map(|n| Task::Lower(n, Role::Base)));
    }
    if let Some(body) = body {
        tasks.push(Task::open(Kind::ClassBody, Role::Body, span(body)));
        let mut cursor = body.walk();
        tasks.extend(body.named_children(&mut cursor).map(|n| Task::Lower(n, Role::None)));
        tasks.push(Task::Close);
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// The symbol of loops and resources that begin with `async`.
fn asynchronous(b: &Build<'_, '_>, children: &[Child<'_>]) -> Sym {
    let first = children.first().map_or(&b""[..], |c| b.text(c.node));
    if first == b"async" { Sym::new("async") } else { Sym::NONE }
}

fn for_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let sym = asynchronous(b, children);
    let mut tasks = vec![Task::Open { kind: Kind::ForEach, role, sym, span: span(node), flags: 0 }];
    for child in named_children(children) {
        let role = b.desc.field_roles.get(child.field as usize).copied().unwrap_or_default();
        tasks.push(Task::Lower(child.node, role));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `match x:` with its cases, which the grammar keeps in a block.
fn match_statement<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| b.desc.field(name);
    let (subject, body) = (f("subject"), f("body"));
    let subjects: Vec<TsNode<'t>> = children.iter().filter(|c| c.field == subject && c.named).map(|c| c.node).collect();
    let mut tasks = vec![Task::open(Kind::Switch, role, span(node))];
    match subjects[..] {
        [one] => tasks.push(Task::Lower(one, Role::Cond)),
        [first, .., last] => {
            tasks.push(Task::open(Kind::Tuple, Role::Cond, from_to(first, last)));
            tasks.extend(subjects.iter().map(|n| Task::Lower(*n, Role::None)));
            tasks.push(Task::Close);
        }
        [] => {}
    }
    if let Some(body) = in_field(children, body) {
        let mut cursor = body.walk();
        for case in body.named_children(&mut cursor).filter(|c| !c.is_extra()) {
            tasks.push(Task::Lower(case, if case.kind() == "case_clause" { Role::Case } else { Role::None }));
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}
