//! OCaml, where everything is an expression: what Semgrep takes for statements there (conditions, matches, loops,
//! sequences, definitions with `in`) are statements here. Operators are calls of their names.

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::{Hook, from_to, in_field, leaf, named_children};
use crate::tree::{Kind, Role, Sym, flag};

pub(super) const HOOKS: &[(&str, Hook)] = &[
    ("ml_path", path),
    ("ml_quoted", quoted),
    ("ml_paren", paren),
    ("ml_block", block),
    ("ml_labeled", labeled),
    ("ml_application", application),
    ("ml_infix", infix),
    ("ml_prefix", prefix),
    ("ml_set", set),
    ("ml_record", record),
    ("ml_field", field),
    ("ml_if", if_),
    ("ml_for", for_),
    ("ml_match", match_),
    ("ml_try", try_),
    ("ml_case", case),
    ("ml_lambda", lambda),
    ("ml_parameter", parameter),
    ("ml_let", let_),
    ("ml_let_in", let_in),
    ("ml_definition", definition),
    ("ml_binding", binding),
    ("ml_local_open", local_open),
    ("ml_module", module),
];

/// `A.B.c`: members of modules, which are no expressions by themselves.
fn path<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<TsNode<'t>> = named_children(children).map(|c| c.node).collect();
    let [module, name] = parts[..] else {
        super::shared::each(b, &parts, role);
        return;
    };
    let mut names = Vec::new();
    let mut at = Some(module);
    while let Some(path) = at {
        match inner(path)[..] {
            [outer, last] => {
                names.push(last);
                at = Some(outer);
            }
            [last] => {
                names.push(last);
                at = None;
            }
            _ => {
                names.push(path);
                at = None;
            }
        }
    }
    names.reverse();
    let flags = flag::IMPLIED;
    let mut tasks = vec![Task::open(Kind::Member, role, span(node))];
    for end in names.iter().skip(1).rev() {
        let span = from_to(names[0], *end);
        tasks.push(Task::Open { kind: Kind::Member, role: Role::Object, sym: Sym::NONE, span, flags });
    }
    for (nth, part) in names.iter().enumerate() {
        let role = if nth == 0 { Role::Object } else { Role::Name };
        tasks.push(Task::Leaf { kind: Kind::Ident, role, sym: b.sym(*part), span: span(*part), flags });
        if nth > 0 {
            tasks.push(Task::Close);
        }
    }
    tasks.extend([Task::Lower(name, Role::Name), Task::Close]);
    b.then_all(tasks);
}

fn inner(node: TsNode<'_>) -> Vec<TsNode<'_>> {
    let mut cursor = node.walk();
    node.named_children(&mut cursor).filter(|n| !n.is_extra()).collect()
}

/// `{|text|}`, `{id|text|id}`.
fn quoted<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, _children: &[Child<'t>]) {
    let text = b.text(node);
    let open = memchr::memchr(b'|', text).map_or(0, |n| n + 1).min(255);
    let close = open.min(text.len().saturating_sub(open));
    let content = text.get(open..text.len() - close).unwrap_or(b"");
    let flags = u16::try_from(open | close << 8).unwrap_or(0);
    b.then([Task::Leaf { kind: Kind::Str, role, sym: Sym::of(content), span: span(node), flags }]);
}

/// `(e)` is `e`; `begin e end` is a block.
fn paren<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let begins = children.first().is_some_and(|c| b.text(c.node) == b"begin");
    let parts: Vec<TsNode<'t>> =
        named_children(children).map(|c| c.node).filter(|n| n.kind() != "attribute_id").collect();
    let [one] = parts[..] else {
        super::shared::each(b, &parts, role);
        return;
    };
    if !begins {
        b.widen(node);
        b.then([Task::Lower(one, role)]);
        return;
    }
    block(b, node, role, children);
}

/// `begin a; b end`, `do a; b done`.
fn block<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut list: Vec<TsNode<'t>> = named_children(children).map(|c| c.node).collect();
    if let [one] = list[..]
        && one.kind() == "sequence_expression"
    {
        list = inner(one);
    }
    let mut tasks = vec![Task::open(Kind::Block, role, span(node))];
    tasks.extend(list.into_iter().map(|n| Task::Lower(n, Role::None)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `~name:value`, `~name`, `?name:value`.
fn labeled<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut parts = named_children(children).map(|c| c.node);
    let Some(name) = parts.next() else { return };
    let value = parts.next_back().unwrap_or(name);
    let optional = children.first().is_some_and(|c| b.text(c.node) == b"?");
    let (kind, sym) = if optional { (Kind::Other, Sym::new("optional")) } else { (Kind::KwArg, Sym::NONE) };
    b.then([
        Task::Open { kind, role, sym, span: span(node), flags: 0 },
        Task::Lower(name, Role::Name),
        Task::Lower(value, Role::Value),
        Task::Close,
    ]);
}

/// A call; with a constructor in front what it holds, of which a tuple is several.
fn application<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<TsNode<'t>> = named_children(children).map(|c| c.node).collect();
    let Some((&function, arguments)) = parts.split_first() else { return };
    if matches!(function.kind(), "constructor_path" | "tag") {
        let sym = Sym::new(if node.kind().ends_with("pattern") { "constructor_pattern" } else { "constructor" });
        let mut tasks = vec![
            Task::Open { kind: Kind::Other, role, sym, span: span(node), flags: 0 },
            Task::Lower(function, Role::None),
        ];
        for argument in arguments {
            let tuple = matches!(argument.kind(), "parenthesized_expression" | "parenthesized_pattern")
                .then(|| inner(*argument))
                .filter(|i| matches!(i[..], [one] if one.kind().starts_with("tuple")));
            match tuple {
                Some(tuple) => tasks.extend(inner(tuple[0]).into_iter().map(|n| Task::Lower(n, Role::None))),
                None => tasks.push(Task::Lower(*argument, Role::None)),
            }
        }
        tasks.push(Task::Close);
        b.then_all(tasks);
        return;
    }
    let at = match (arguments.first(), arguments.last()) {
        (Some(a), Some(z)) => from_to(*a, *z),
        _ => Span::new(node.end_byte(), node.end_byte()),
    };
    let mut tasks = vec![
        Task::open(Kind::Call, role, span(node)),
        Task::Lower(function, Role::Callee),
        Task::open(Kind::Args, Role::Args, at),
    ];
    tasks.extend(arguments.iter().map(|n| Task::Lower(*n, Role::None)));
    tasks.extend([Task::Close, Task::Close]);
    b.then_all(tasks);
}

/// `a + b` is a call of `+`; `a := b` an assignment.
fn infix<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (Some(left), Some(operator), Some(right)) = (f("left"), f("operator"), f("right")) else { return };
    if b.text(operator) == b":=" {
        b.then([
            Task::Open { kind: Kind::Assign, role, sym: Sym::new(":="), span: span(node), flags: 0 },
            Task::Lower(left, Role::Left),
            Task::Lower(right, Role::Right),
            Task::Close,
        ]);
        return;
    }
    b.then([
        Task::open(Kind::Call, role, span(node)),
        leaf(b, Kind::Ident, Role::Callee, operator),
        Task::open(Kind::Args, Role::Args, span(node)),
        Task::Lower(left, Role::None),
        Task::Lower(right, Role::None),
        Task::Close,
        Task::Close,
    ]);
}

/// `!x`, `-x`, `~-x`.
fn prefix<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (Some(operator), Some(value)) = (f("operator"), f("expression").or_else(|| f("right"))) else {
        let tasks = named_children(children).map(|c| Task::Lower(c.node, role)).collect();
        b.then_all(tasks);
        return;
    };
    let kind = if b.text(operator) == b"!" { Kind::Deref } else { Kind::Unary };
    let sym = b.sym(operator);
    b.then([Task::Open { kind, role, sym, span: span(node), flags: 0 }, Task::Lower(value, Role::Value), Task::Close]);
}

/// `a.b <- e`, `a.(i) <- e`.
fn set<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<TsNode<'t>> = named_children(children).map(|c| c.node).collect();
    let [left, right] = parts[..] else { return };
    b.then([
        Task::open(Kind::Assign, role, span(node)),
        Task::Lower(left, Role::Left),
        Task::Lower(right, Role::Right),
        Task::Close,
    ]);
}

/// `{ a = 1 }`, `{ r with a = 1 }`.
fn record<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let base = in_field(children, b.desc.field("record"));
    let mut tasks = Vec::new();
    let mut role = role;
    if let Some(base) = base {
        tasks.push(Task::Open { kind: Kind::Other, role, sym: Sym::new("with"), span: span(node), flags: 0 });
        tasks.push(Task::Lower(base, Role::None));
        role = Role::None;
    }
    tasks.push(Task::open(Kind::Object, role, span(node)));
    tasks.extend(named_children(children).filter(|c| Some(c.node) != base).map(|c| Task::Lower(c.node, Role::None)));
    tasks.push(Task::Close);
    tasks.extend(base.map(|_| Task::Close));
    b.then_all(tasks);
}

/// `a = 1` in a record; `a` alone is `a = a`.
fn field<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<TsNode<'t>> = named_children(children).map(|c| c.node).collect();
    let (Some(name), Some(value)) = (parts.first(), parts.last()) else { return };
    b.then([
        Task::open(Kind::VarDef, role, span(node)),
        Task::Lower(*name, Role::Name),
        Task::Lower(*value, Role::Value),
        Task::Close,
    ]);
}

fn if_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let condition = in_field(children, b.desc.field("condition"));
    let mut tasks = vec![Task::open(Kind::If, role, span(node))];
    tasks.extend(condition.map(|n| Task::Lower(n, Role::Cond)));
    for child in named_children(children) {
        match child.node.kind() {
            "then_clause" => tasks.push(Task::Lower(child.node, Role::Then)),
            "else_clause" => tasks.push(Task::Lower(child.node, Role::Else)),
            _ => {}
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `for i = a to b do e done`.
fn for_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let body = named_children(children).map(|c| c.node).find(|n| n.kind() == "do_clause");
    let down = children.iter().any(|c| !c.named && b.text(c.node) == b"downto");
    let (Some(name), Some(from), Some(to)) = (f("name"), f("from"), f("to")) else { return };
    let sym = if down { Sym::new("downto") } else { Sym::NONE };
    let mut tasks = vec![
        Task::Open { kind: Kind::For, role, sym, span: span(node), flags: 0 },
        Task::open(Kind::VarDef, Role::Init, from_to(name, from)),
        Task::Lower(name, Role::Name),
        Task::Lower(from, Role::Value),
        Task::Close,
        Task::Lower(to, Role::Cond),
    ];
    tasks.extend(body.map(|n| Task::Lower(n, Role::Body)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn match_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::Switch, role, span(node))];
    for child in named_children(children) {
        let role = if child.node.kind() == "match_case" { Role::Case } else { Role::Cond };
        tasks.push(Task::Lower(child.node, role));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn try_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::Try, role, span(node))];
    for child in named_children(children) {
        let role = if child.node.kind() == "match_case" { Role::Catch } else { Role::Body };
        tasks.push(Task::Lower(child.node, role));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `| pattern when guard -> body`, in a match or as a handler.
fn case<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let catches = role == Role::Catch;
    let (kind, what) = if catches { (Kind::Catch, Role::Params) } else { (Kind::Case, Role::Value) };
    let (pattern, body) = (b.desc.field("pattern"), b.desc.field("body"));
    let mut tasks = vec![Task::open(kind, role, span(node))];
    for child in named_children(children) {
        let role = match child.field {
            field if field == pattern && pattern != 0 => what,
            field if field == body && body != 0 => Role::Body,
            _ if child.node.kind() == "guard" => Role::Cond,
            _ => continue,
        };
        tasks.push(Task::Lower(child.node, role));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `fun a b -> e`; `function | a -> b`: a function of one parameter without a name.
fn lambda<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, _children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::Lambda, role, span(node))];
    tasks.extend(of_lambda(node));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn of_lambda<'t>(node: TsNode<'t>) -> Vec<Task<'t>> {
    if node.kind() == "fun_expression" {
        let mut tasks = parameters(&inner(node));
        tasks.extend(node.child_by_field_name("body").map(|n| Task::Lower(n, Role::Body)));
        return tasks;
    }
    let at = span(node);
    let start = Span { start: at.start, end: at.start };
    let flags = flag::IMPLIED;
    let name = Sym::new("!function");
    let mut tasks = vec![
        Task::Open { kind: Kind::Params, role: Role::Params, sym: Sym::NONE, span: start, flags },
        Task::Open { kind: Kind::Param, role: Role::None, sym: Sym::NONE, span: start, flags },
        Task::leaf(Kind::Ident, Role::Name, name, start),
        Task::Close,
        Task::Close,
        Task::open(Kind::Switch, Role::Body, at),
        Task::leaf(Kind::Ident, Role::Cond, name, start),
    ];
    tasks.extend(inner(node).into_iter().filter(|n| n.kind() == "match_case").map(|n| Task::Lower(n, Role::Case)));
    tasks.push(Task::Close);
    tasks
}

fn parameters<'t>(children: &[TsNode<'t>]) -> Vec<Task<'t>> {
    let list: Vec<TsNode<'t>> = children.iter().copied().filter(|n| n.kind() == "parameter").collect();
    let (Some(first), Some(last)) = (list.first(), list.last()) else { return Vec::new() };
    let mut tasks = vec![Task::open(Kind::Params, Role::Params, from_to(*first, *last))];
    tasks.extend(list.iter().map(|n| Task::Lower(*n, Role::None)));
    tasks.push(Task::Close);
    tasks
}

/// `a`, `(a : t)`, `~a`, `?(a = 1)`, `(a, b)`.
fn parameter<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let Some(mut name) = f("pattern").or_else(|| named_children(children).next().map(|c| c.node)) else { return };
    let (mut ty, default) = (f("type"), f("default"));
    while matches!(name.kind(), "parenthesized_pattern" | "typed_pattern") {
        if name.kind() == "typed_pattern" {
            ty = ty.or_else(|| name.child_by_field_name("type"));
        }
        match name.named_child(0) {
            Some(inner) => name = inner,
            None => break,
        }
    }
    let mut tasks = vec![Task::open(Kind::Param, role, span(node)), Task::Lower(name, Role::Name)];
    tasks.extend(ty.map(|n| Task::Lower(n, Role::Type)));
    tasks.extend(default.map(|n| Task::Lower(n, Role::Default)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// Whether Semgrep reads an expression as a statement.
fn is_statement(node: TsNode<'_>) -> bool {
    let mut node = node;
    while node.kind() == "parenthesized_expression" && node.child(0).is_some_and(|c| c.kind() != "begin") {
        match node.named_child(0) {
            Some(inner) => node = inner,
            None => break,
        }
    }
    matches!(
        node.kind(),
        "if_expression"
            | "while_expression"
            | "for_expression"
            | "match_expression"
            | "try_expression"
            | "sequence_expression"
            | "let_expression"
            | "let_open_expression"
            | "let_module_expression"
            | "let_exception_expression"
            | "parenthesized_expression"
    )
}

fn statement<'t>(node: TsNode<'t>) -> Vec<Task<'t>> {
    if is_statement(node) {
        return vec![Task::Lower(node, Role::None)];
    }
    vec![Task::open(Kind::ExprStmt, Role::None, span(node)), Task::Lower(node, Role::None), Task::Close]
}

/// `let a = b in c`: a definition and what follows it.
fn let_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let body = in_field(children, b.desc.field("body"));
    let mut tasks = vec![Task::open(Kind::Block, role, span(node))];
    for child in named_children(children) {
        if Some(child.node) == body {
            tasks.extend(statement(child.node));
        } else {
            tasks.push(Task::Lower(child.node, Role::None));
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `let open M in e`, `let module M = … in e`, `let exception E in e`.
fn let_in<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let_(b, node, role, children);
}

/// `let a = b and c = d`: one definition each.
fn definition<'t>(b: &mut Build<'_, 't>, _node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let tasks = named_children(children)
        .filter(|c| c.node.kind() == "let_binding")
        .map(|c| Task::Lower(c.node, role))
        .collect();
    b.then_all(tasks);
}

/// `f a b = e` is a function, `a = e` a variable, `(a, b) = e` takes a value apart.
fn binding<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let Some(mut pattern) = f("pattern") else { return };
    let (mut ty, body) = (f("type"), f("body"));
    let parameters = parameters(&inner(node));
    if parameters.is_empty() && matches!(pattern.kind(), "parenthesized_pattern") {
        // `let (a : t) = e`
        if let Some(typed) = pattern.named_child(0).filter(|n| n.kind() == "typed_pattern") {
            ty = ty.or_else(|| typed.child_by_field_name("type"));
            pattern = typed.named_child(0).unwrap_or(typed);
        }
    }
    let whole = node.parent().filter(|p| p.kind() == "value_definition");
    let alone = whole.is_some_and(|p| inner(p).iter().filter(|n| n.kind() == "let_binding").count() == 1);
    let from_let = whole.filter(|_| alone).map_or(span(node), |p| from_to(p, node));
    let mut attributes: Vec<Task<'t>> = Vec::new();
    for child in named_children(children).filter(|c| c.node.kind() == "item_attribute") {
        attributes.push(Task::Lower(child.node, Role::Annotation));
    }
    let is_name = matches!(pattern.kind(), "value_name" | "value_pattern" | "parenthesized_operator");
    // A function that is given a name is one that is defined.
    let lambda = body.filter(|n| is_name && parameters.is_empty() && n.kind().starts_with("fun"));
    let mut tasks = Vec::new();
    if let Some(lambda) = lambda {
        // With `function` its body is a statement to Semgrep, as in `let f x = …`.
        let sym = if lambda.kind() == "fun_expression" { Sym::new("fun") } else { Sym::NONE };
        tasks.push(Task::Open { kind: Kind::FuncDef, role, sym, span: span(node), flags: 0 });
        tasks.extend(attributes);
        tasks.push(Task::Lower(pattern, Role::Name));
        tasks.extend(of_lambda(lambda));
        tasks.push(Task::Close);
    } else if !parameters.is_empty() {
        tasks.push(Task::open(Kind::FuncDef, role, from_let));
        tasks.extend(attributes);
        tasks.push(Task::Lower(pattern, Role::Name));
        tasks.extend(parameters);
        tasks.extend(ty.map(|n| Task::Lower(n, Role::Ret)));
        tasks.extend(body.map(|n| Task::Lower(n, Role::Body)));
        tasks.push(Task::Close);
    } else if is_name {
        tasks.push(Task::open(Kind::VarDef, role, span(node)));
        tasks.extend(attributes);
        tasks.push(Task::Lower(pattern, Role::Name));
        tasks.extend(ty.map(|n| Task::Lower(n, Role::Type)));
        tasks.extend(body.map(|n| Task::Lower(n, Role::Value)));
        tasks.push(Task::Close);
    } else {
        tasks.push(Task::open(Kind::ExprStmt, role, span(node)));
        tasks.push(Task::open(Kind::Assign, Role::None, span(node)));
        tasks.push(Task::Lower(pattern, Role::Left));
        tasks.extend(body.map(|n| Task::Lower(n, Role::Right)));
        tasks.extend([Task::Close, Task::Close]);
    }
    b.then_all(tasks);
}

/// `M.(e)`.
fn local_open<'t>(b: &mut Build<'_, 't>, _node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    if let Some(last) = named_children(children).next_back() {
        b.then([Task::Lower(last.node, role)]);
    }
}

/// `module A = B` is another name for B; `module A = struct … end` holds definitions.
fn module<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let body = in_field(children, b.desc.field("body"));
    let Some(name) = named_children(children).next().map(|c| c.node) else { return };
    let whole = node.parent().filter(|p| p.kind() == "module_definition").map_or(span(node), span);
    match body {
        Some(path) if path.kind() == "module_path" => b.then([
            Task::open(Kind::ImportAs, role, whole),
            Task::Lower(path, Role::Module),
            Task::Lower(name, Role::Alias),
            Task::Close,
        ]),
        _ => {
            let sym = Sym::new("module");
            let mut tasks = vec![
                Task::Open { kind: Kind::ClassDef, role, sym, span: whole, flags: 0 },
                Task::Lower(name, Role::Name),
            ];
            let parameters: Vec<TsNode<'t>> =
                named_children(children).map(|c| c.node).filter(|n| n.kind() == "module_parameter").collect();
            tasks.extend(parameters.into_iter().map(|n| Task::Lower(n, Role::Impl)));
            tasks.extend(body.map(|n| Task::Lower(n, Role::Body)));
            tasks.push(Task::Close);
            b.then_all(tasks);
        }
    }
}
