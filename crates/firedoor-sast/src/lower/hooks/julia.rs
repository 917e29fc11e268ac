//! Julia, whose grammar keeps the statements of a body beside its head.

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::{Hook, from_to, in_field, leaf, named_children};
use crate::tree::{Kind, Role, Sym, flag};

pub(super) const HOOKS: &[(&str, Hook)] = &[
    ("jl_function", function),
    ("jl_assignment", assignment),
    ("jl_compound", compound),
    ("jl_arrow", arrow),
    ("jl_call", call),
    ("jl_macro", macro_call),
    ("jl_named", named),
    ("jl_typed", typed),
    ("jl_if", if_),
    ("jl_for", for_),
    ("jl_while", while_),
    ("jl_try", try_),
    ("jl_let", let_),
    ("jl_struct", struct_),
    ("jl_module", module),
    ("jl_import", import),
    ("jl_index", index),
    ("jl_ternary", ternary),
    ("jl_binary", binary),
    ("jl_unary", unary),
];

fn inner(node: TsNode<'_>) -> Vec<TsNode<'_>> {
    let mut cursor = node.walk();
    node.named_children(&mut cursor).filter(|n| !n.is_extra()).collect()
}

fn of<'t>(children: &[Child<'t>]) -> Vec<TsNode<'t>> {
    named_children(children).map(|c| c.node).collect()
}

/// Statements as a body; without any an empty one at `at`.
fn body<'t>(list: &[TsNode<'t>], role: Role, at: usize) -> Vec<Task<'t>> {
    let whole = match (list.first(), list.last()) {
        (Some(a), Some(z)) => from_to(*a, *z),
        _ => Span::new(at, at),
    };
    let mut tasks = vec![Task::open(Kind::Block, role, whole)];
    tasks.extend(list.iter().map(|n| Task::Lower(*n, Role::None)));
    tasks.push(Task::Close);
    tasks
}

fn params<'t>(b: &Build<'_, 't>, list: TsNode<'t>) -> Vec<Task<'t>> {
    let mut tasks = vec![Task::open(Kind::Params, Role::Params, span(list))];
    let parts = if list.kind() == "identifier" { vec![list] } else { inner(list) };
    for part in parts {
        let mut kind = Kind::Param;
        let (mut name, mut default) = (part, None);
        if let (true, [first, .., last]) = (part.kind() == "named_argument", &inner(part)[..]) {
            (name, default) = (*first, Some(*last));
        }
        if name.kind() == "splat_expression" {
            kind = Kind::RestParam;
            name = name.named_child(0).unwrap_or(name);
        }
        let mut ty = None;
        if let (true, [first, second]) = (name.kind() == "typed_expression", &inner(name)[..]) {
            (name, ty) = (*first, Some(*second));
        }
        tasks.push(Task::open(kind, Role::None, span(part)));
        tasks.push(match name.kind() {
            "identifier" => leaf(b, Kind::Ident, Role::Name, name),
            _ => Task::Lower(name, Role::Name),
        });
        tasks.extend(ty.map(|n| Task::Lower(n, Role::Type)));
        tasks.extend(default.map(|n| Task::Lower(n, Role::Default)));
        tasks.push(Task::Close);
    }
    tasks.push(Task::Close);
    tasks
}

/// The name, parameters and type of what is written as a call: `f(x::T)::R where T`.
fn head<'t>(b: &Build<'_, 't>, node: TsNode<'t>) -> Option<Vec<Task<'t>>> {
    let (mut at, mut ty) = (node, None);
    loop {
        match (at.kind(), &inner(at)[..]) {
            ("typed_expression", [first, second]) => (at, ty) = (*first, Some(*second)),
            ("where_expression" | "signature", [first, ..]) => at = *first,
            ("call_expression", [name, list, ..]) if list.kind() == "argument_list" => {
                let mut tasks = vec![Task::Lower(*name, Role::Name)];
                tasks.extend(params(b, *list));
                tasks.extend(ty.map(|n| Task::Lower(n, Role::Ret)));
                return Some(tasks);
            }
            ("argument_list" | "tuple_expression", _) if node.kind() == "signature" => return Some(params(b, at)),
            ("identifier", _) if node.kind() == "signature" => return Some(vec![Task::Lower(at, Role::Name)]),
            _ => return None,
        }
    }
}

fn function<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts = of(children);
    let signature = parts.iter().position(|n| n.kind() == "signature");
    let rest = signature.map_or(&parts[..], |n| &parts[n + 1..]);
    let head = signature.and_then(|n| head(b, parts[n])).unwrap_or_default();
    let named = signature.is_some_and(|n| inner(parts[n]).first().is_some_and(|n| n.kind() != "argument_list"));
    let sym = if node.kind() == "macro_definition" { Sym::new("macro") } else { Sym::NONE };
    let kind = if named { Kind::FuncDef } else { Kind::Lambda };
    let mut tasks = vec![Task::Open { kind, role, sym, span: span(node), flags: 0 }];
    tasks.extend(head);
    tasks.extend(body(rest, Role::Body, node.end_byte()));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `f(x) = e` is a function, `x::T = e` a variable, `x = e` assigns.
fn assignment<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<TsNode<'t>> = of(children).into_iter().filter(|n| n.kind() != "operator").collect();
    let [left, right] = parts[..] else {
        super::shared::each(b, &parts, role);
        return;
    };
    if let Some(head) = head(b, left) {
        let mut tasks = vec![Task::open(Kind::FuncDef, role, span(node))];
        tasks.extend(head);
        tasks.extend(only(right));
        tasks.push(Task::Close);
        b.then_all(tasks);
        return;
    }
    if let (true, [name, ty]) = (left.kind() == "typed_expression", &inner(left)[..]) {
        b.then([
            Task::open(Kind::VarDef, role, span(node)),
            Task::Lower(*name, Role::Name),
            Task::Lower(*ty, Role::Type),
            Task::Lower(right, Role::Value),
            Task::Close,
        ]);
        return;
    }
    b.then([
        Task::open(Kind::Assign, role, span(node)),
        Task::Lower(left, Role::Left),
        Task::Lower(right, Role::Right),
        Task::Close,
    ]);
}

/// One expression as a body.
fn only<'t>(node: TsNode<'t>) -> Vec<Task<'t>> {
    if node.kind() == "compound_statement" {
        return vec![Task::Lower(node, Role::Body)];
    }
    super::shared::only(node, Role::Body)
}

fn compound<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let [left, operator, right] = of(children)[..] else { return };
    b.then([
        Task::Open { kind: Kind::AugAssign, role, sym: b.sym(operator), span: span(node), flags: 0 },
        Task::Lower(left, Role::Left),
        Task::Lower(right, Role::Right),
        Task::Close,
    ]);
}

fn arrow<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts = of(children);
    let (Some(list), Some(value)) = (parts.first(), parts.last()) else { return };
    let mut tasks = vec![Task::Open { kind: Kind::Lambda, role, sym: Sym::NONE, span: span(node), flags: flag::ARROW }];
    tasks.extend(params(b, *list));
    tasks.extend(only(*value));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `f(a) do x … end`: the function is a further argument.
fn call<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts = of(children);
    let Some((function, rest)) = parts.split_first() else { return };
    let list = rest.iter().find(|n| n.kind() == "argument_list").copied();
    let block = rest.iter().find(|n| n.kind() == "do_clause").copied();
    let at = list.map_or(Span::new(function.end_byte(), node.end_byte()), span);
    let mut tasks = vec![
        Task::open(Kind::Call, role, span(node)),
        Task::Lower(*function, Role::Callee),
        Task::open(Kind::Args, Role::Args, at),
    ];
    let arguments = list.map(inner).unwrap_or_default();
    let loose = rest.iter().filter(|n| !matches!(n.kind(), "argument_list" | "do_clause"));
    tasks.extend(arguments.iter().chain(loose).map(|n| Task::Lower(*n, Role::None)));
    if let Some(block) = block {
        let parts = inner(block);
        let list = parts.first().copied().filter(|n| n.kind() == "argument_list");
        let rest = if list.is_some() { &parts[1..] } else { &parts[..] };
        tasks.push(Task::open(Kind::Lambda, Role::None, span(block)));
        tasks.extend(list.map(|l| params(b, l)).unwrap_or_default());
        tasks.extend(body(rest, Role::Body, block.end_byte()));
        tasks.push(Task::Close);
    }
    tasks.extend([Task::Close, Task::Close]);
    b.then_all(tasks);
}

/// `@m a b`, `@m(a, b)`: a call of the macro.
fn macro_call<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts = of(children);
    let Some((name, rest)) = parts.split_first() else { return };
    let at = Span::new(name.end_byte(), node.end_byte());
    let mut tasks = vec![
        Task::open(Kind::Call, role, span(node)),
        Task::Lower(*name, Role::Callee),
        Task::open(Kind::Args, Role::Args, at),
    ];
    for part in rest {
        match part.kind() {
            "argument_list" | "macro_argument_list" => {
                tasks.extend(inner(*part).into_iter().map(|n| Task::Lower(n, Role::None)));
            }
            _ => tasks.push(Task::Lower(*part, Role::None)),
        }
    }
    tasks.extend([Task::Close, Task::Close]);
    b.then_all(tasks);
}

fn named<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts = of(children);
    let (Some(name), Some(value)) = (parts.first(), parts.last()) else { return };
    b.then(super::shared::keyword(node, role, *name, *value));
}

/// `e::T`.
fn typed<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let [value, ty] = of(children)[..] else {
        super::shared::each(b, &of(children), role);
        return;
    };
    b.then([
        Task::open(Kind::Cast, role, span(node)),
        Task::Lower(value, Role::Value),
        Task::Lower(ty, Role::Type),
        Task::Close,
    ]);
}

fn if_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = Vec::new();
    let mut open = 0;
    let mut part = Some((node, of(children)));
    let mut role = role;
    while let Some((clause, parts)) = part.take() {
        let condition = clause.child_by_field_name("condition");
        let is_else = |n: &TsNode<'t>| matches!(n.kind(), "elseif_clause" | "else_clause");
        let statements: Vec<TsNode<'t>> =
            parts.iter().copied().filter(|n| Some(*n) != condition && !is_else(n)).collect();
        if clause.kind() == "else_clause" {
            tasks.extend(body(&statements, Role::Else, clause.end_byte()));
            break;
        }
        tasks.push(Task::open(Kind::If, role, from_to(clause, node)));
        open += 1;
        tasks.extend(condition.map(|n| Task::Lower(n, Role::Cond)));
        let at = condition.map_or(clause.end_byte(), |n| n.end_byte());
        tasks.extend(body(&statements, Role::Then, at));
        role = Role::Else;
        // The clauses stand side by side.
        let next = if clause == node {
            parts.iter().copied().find(|n| is_else(n))
        } else {
            let mut next = clause.next_named_sibling();
            while next.is_some_and(|n| n.is_extra()) {
                next = next.and_then(|n| n.next_named_sibling());
            }
            next
        };
        part = next.filter(|n| is_else(n)).map(|n| (n, inner(n)));
    }
    tasks.extend((0..open).map(|_| Task::Close));
    b.then_all(tasks);
}

fn for_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts = of(children);
    let (bindings, statements): (Vec<TsNode<'t>>, Vec<TsNode<'t>>) =
        parts.into_iter().partition(|n| n.kind() == "for_binding");
    let mut tasks = Vec::new();
    let mut role = role;
    for binding in &bindings {
        let parts: Vec<TsNode<'t>> = inner(*binding).into_iter().filter(|n| n.kind() != "operator").collect();
        tasks.push(Task::open(Kind::ForEach, role, from_to(if role == Role::Body { *binding } else { node }, node)));
        tasks.extend(parts.first().map(|n| Task::Lower(*n, Role::Left)));
        tasks.extend(parts.get(1).map(|n| Task::Lower(*n, Role::Right)));
        role = Role::Body;
    }
    tasks.extend(body(&statements, Role::Body, node.end_byte()));
    tasks.extend(bindings.iter().map(|_| Task::Close));
    b.then_all(tasks);
}

fn while_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let condition = in_field(children, b.desc.field("condition"));
    let statements: Vec<TsNode<'t>> = of(children).into_iter().filter(|n| Some(*n) != condition).collect();
    let mut tasks = vec![Task::open(Kind::While, role, span(node))];
    tasks.extend(condition.map(|n| Task::Lower(n, Role::Cond)));
    tasks.extend(body(&statements, Role::Body, node.end_byte()));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn try_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let is_clause = |n: &TsNode<'t>| matches!(n.kind(), "catch_clause" | "else_clause" | "finally_clause");
    let parts = of(children);
    let statements: Vec<TsNode<'t>> = parts.iter().copied().filter(|n| !is_clause(n)).collect();
    let mut tasks = vec![Task::open(Kind::Try, role, span(node))];
    tasks.extend(body(&statements, Role::Body, node.start_byte() + 3));
    for clause in parts.into_iter().filter(is_clause) {
        let mut list = inner(clause);
        match clause.kind() {
            "catch_clause" => {
                tasks.push(Task::open(Kind::Catch, Role::Catch, span(clause)));
                // The name stands on the line of the word.
                let row = clause.start_position().row;
                if list.first().is_some_and(|n| n.kind() == "identifier" && n.start_position().row == row) {
                    tasks.push(Task::Lower(list.remove(0), Role::Params));
                }
                tasks.extend(body(&list, Role::Body, clause.end_byte()));
                tasks.push(Task::Close);
            }
            "else_clause" => tasks.extend(body(&list, Role::Else, clause.end_byte())),
            _ => {
                tasks.push(Task::open(Kind::Finally, Role::Finally, span(clause)));
                tasks.extend(body(&list, Role::Body, clause.end_byte()));
                tasks.push(Task::Close);
            }
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn let_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let (bindings, statements): (Vec<TsNode<'t>>, Vec<TsNode<'t>>) =
        of(children).into_iter().partition(|n| n.kind() == "let_binding");
    let sym = Sym::new("let");
    let mut tasks = vec![Task::Open { kind: Kind::With, role, sym, span: span(node), flags: 0 }];
    tasks.extend(bindings.into_iter().map(|n| Task::Lower(n, Role::Init)));
    tasks.extend(body(&statements, Role::Body, node.end_byte()));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn struct_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts = of(children);
    let Some(head) = parts.iter().copied().find(|n| n.kind() == "type_head") else { return };
    let mut names = inner(head);
    let mut base = None;
    if let [one] = names[..]
        && one.kind() == "binary_expression"
    {
        let sides: Vec<TsNode<'t>> = inner(one).into_iter().filter(|n| n.kind() != "operator").collect();
        if let [name, of] = sides[..] {
            (names, base) = (vec![name], Some(of));
        }
    }
    let sym = Sym::new("struct");
    let mut tasks = vec![Task::Open { kind: Kind::ClassDef, role, sym, span: span(node), flags: 0 }];
    tasks.extend(names.first().map(|n| Task::Lower(*n, Role::Name)));
    tasks.extend(base.map(|n| Task::Lower(n, Role::Base)));
    tasks.push(Task::open(Kind::ClassBody, Role::Body, Span::new(head.end_byte(), node.end_byte())));
    for part in parts.into_iter().filter(|n| *n != head) {
        let (name, ty) = match (part.kind(), &inner(part)[..]) {
            ("typed_expression", [name, ty]) => (*name, Some(*ty)),
            ("identifier", _) => (part, None),
            _ => {
                tasks.push(Task::Lower(part, Role::None));
                continue;
            }
        };
        tasks.push(Task::open(Kind::VarDef, Role::None, span(part)));
        tasks.push(Task::Lower(name, Role::Name));
        tasks.extend(ty.map(|n| Task::Lower(n, Role::Type)));
        tasks.push(Task::Close);
    }
    tasks.extend([Task::Close, Task::Close]);
    b.then_all(tasks);
}

fn module<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let name = in_field(children, b.desc.field("name"));
    let statements: Vec<TsNode<'t>> = of(children).into_iter().filter(|n| Some(*n) != name).collect();
    let sym = Sym::new("module");
    let mut tasks = vec![Task::Open { kind: Kind::ClassDef, role, sym, span: span(node), flags: 0 }];
    tasks.extend(name.map(|n| Task::Lower(n, Role::Name)));
    tasks.extend(body(&statements, Role::Body, node.end_byte()));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `using A`, `import A: b`, `import A as B`. As Semgrep has it, `import A` also asks for the longer forms, `using A`
/// does not.
fn import<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let using = node.kind() == "using_statement";
    let word = |a: &str, z: &str| Sym::new(if using { a } else { z });
    let mut tasks = Vec::new();
    for part in of(children) {
        let (sym, names) = match part.kind() {
            "import_alias" => (word("using as", "import as"), inner(part)),
            "selected_import" => (word("using from", "import from"), inner(part)),
            _ => (word("using", "import"), vec![part]),
        };
        let whole = span(node);
        tasks.push(Task::Open { kind: Kind::Directive, role, sym, span: whole, flags: 0 });
        tasks.extend(names.iter().map(|n| Task::Lower(*n, Role::Module)));
        tasks.push(Task::Close);
        if !using && part.kind() != "identifier" && names.len() > 1 {
            tasks.push(Task::Open { kind: Kind::Directive, role, sym: Sym::new("import"), span: whole, flags: 0 });
            tasks.extend(names.first().map(|n| Task::Lower(*n, Role::Module)));
            tasks.push(Task::Close);
        }
    }
    b.then_all(tasks);
}

fn index<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts = of(children);
    let Some((object, rest)) = parts.split_first() else { return };
    let mut tasks = vec![Task::open(Kind::Index, role, span(node)), Task::Lower(*object, Role::Object)];
    for part in rest {
        let parts = if part.kind() == "vector_expression" { inner(*part) } else { vec![*part] };
        tasks.extend(parts.into_iter().map(|n| Task::Lower(n, Role::Index)));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn ternary<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let [condition, then, otherwise] = of(children)[..] else { return };
    b.then([
        Task::open(Kind::Ternary, role, span(node)),
        Task::Lower(condition, Role::Cond),
        Task::Lower(then, Role::Then),
        Task::Lower(otherwise, Role::Else),
        Task::Close,
    ]);
}

fn binary<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let [left, operator, right] = of(children)[..] else {
        super::shared::each(b, &of(children), role);
        return;
    };
    b.then([
        Task::Open { kind: Kind::Binary, role, sym: b.sym(operator), span: span(node), flags: 0 },
        Task::Lower(left, Role::Left),
        Task::Lower(right, Role::Right),
        Task::Close,
    ]);
}

fn unary<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let [operator, value] = of(children)[..] else {
        super::shared::each(b, &of(children), role);
        return;
    };
    b.then([
        Task::Open { kind: Kind::Unary, role, sym: b.sym(operator), span: span(node), flags: 0 },
        Task::Lower(value, Role::Value),
        Task::Close,
    ]);
}
