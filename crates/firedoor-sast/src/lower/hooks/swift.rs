//! Swift, whose grammar keeps parameters, bodies and conditions among the other children of statements.

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::super::strings::quotes;
use super::shared::{keyword, member_chain};
use super::{Hook, from_to, in_field, leaf, named_children};
use crate::tree::{Kind, Role, Sym, flag};

pub(super) const HOOKS: &[(&str, Hook)] = &[
    ("sw_inner", inner),
    ("sw_string", string),
    ("sw_property", property),
    ("sw_body", body),
    ("sw_function", function),
    ("sw_class", class),
    ("sw_type", type_),
    ("sw_call", call),
    ("sw_argument", argument),
    ("sw_member", member),
    ("sw_lambda", lambda),
    ("sw_assign", assign),
    ("sw_unary", unary),
    ("sw_try", try_),
    ("sw_dictionary", dictionary),
    ("sw_tuple", tuple),
    ("sw_if", if_),
    ("sw_do", do_),
    ("sw_jump", jump),
];

/// What a pattern or an interpolation holds: a name, an expression, or several names.
fn inner<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<TsNode<'t>> =
        named_children(children).map(|c| c.node).filter(|n| n.kind() != "value_binding_pattern").collect();
    let dot = children.iter().any(|c| !c.named && b.text(c.node) == b".");
    match parts[..] {
        [one] if !dot => b.then([Task::Lower(one, role)]),
        _ => {
            // `.case(let x)`: the case by its name, then what it holds.
            let sym = if dot { Sym::new(".") } else { Sym::NONE };
            let mut tasks = vec![Task::Open { kind: Kind::Tuple, role, sym, span: span(node), flags: 0 }];
            tasks.extend(parts.into_iter().map(|n| Task::Lower(n, Role::None)));
            tasks.push(Task::Close);
            b.then_all(tasks);
        }
    }
}

fn string<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let text = b.text(node);
    let (open, close) = quotes(text);
    let codes: Vec<TsNode<'t>> =
        named_children(children).map(|c| c.node).filter(|n| n.kind() == "interpolated_expression").collect();
    if codes.is_empty() {
        let content = text.get(open..text.len() - close).unwrap_or(b"");
        let flags = u16::try_from(open).unwrap_or(0) | (u16::try_from(close).unwrap_or(0) << 8);
        b.then([Task::Leaf { kind: Kind::Str, role, sym: Sym::of(content), span: span(node), flags }]);
        return;
    }
    let mut tasks = vec![Task::open(Kind::Template, role, span(node))];
    let (mut from, end) = (node.start_byte() + open, node.end_byte() - close);
    for code in codes {
        // `\(` and `)` belong to no part.
        let to = code.start_byte().saturating_sub(2);
        if to > from {
            let piece = b.src.get(from..to).unwrap_or(b"");
            tasks.push(Task::leaf(Kind::StrPart, Role::Part, Sym::of(piece), Span::new(from, to)));
        }
        tasks.push(Task::Lower(code, Role::Part));
        from = code.end_byte() + 1;
    }
    if end > from {
        let piece = b.src.get(from..end).unwrap_or(b"");
        tasks.push(Task::leaf(Kind::StrPart, Role::Part, Sym::of(piece), Span::new(from, end)));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `let a: T = 1, b = 2`: one definition each.
fn property<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let (name, value) = (b.desc.field("name"), b.desc.field("value"));
    let names: Vec<usize> =
        (0..children.len()).filter(|&n| children[n].field == name && children[n].node.kind() == "pattern").collect();
    let head = names.first().copied().unwrap_or(children.len());
    let mut tasks = Vec::new();
    for (nth, &at) in names.iter().enumerate() {
        let until = names.get(nth + 1).copied().unwrap_or(children.len());
        let last = children[at..until].iter().rev().find(|c| c.named).map_or(children[at].node, |c| c.node);
        let whole = if names.len() == 1 {
            span(node)
        } else if nth == 0 {
            from_to(node, last)
        } else {
            from_to(children[at].node, last)
        };
        tasks.push(Task::open(Kind::VarDef, role, whole));
        for child in &children[..head] {
            match child.node.kind() {
                "value_binding_pattern" => tasks.push(leaf(b, Kind::Modifier, Role::Modifier, child.node)),
                "modifiers" => tasks.push(Task::Lower(child.node, Role::Modifier)),
                _ => {}
            }
        }
        tasks.push(Task::Lower(children[at].node, Role::Name));
        for child in children[at + 1..until].iter().filter(|c| c.named && !c.node.is_extra()) {
            // What computes the value is a function without parameters.
            if child.node.kind() == "computed_property" {
                let (sym, flags) = (Sym::NONE, flag::ARROW);
                tasks.push(Task::Open { kind: Kind::Lambda, role: Role::Value, sym, span: span(child.node), flags });
                tasks.extend([Task::Lower(child.node, Role::Body), Task::Close]);
                continue;
            }
            let role = match child.node.kind() {
                "type_annotation" => Role::Type,
                _ if child.field == value => Role::Value,
                _ => Role::Part,
            };
            tasks.push(Task::Lower(child.node, role));
        }
        tasks.push(Task::Close);
    }
    b.then_all(tasks);
}

/// Statements in braces.
fn body<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::Block, role, span(node))];
    for child in named_children(children) {
        let mut cursor = child.node.walk();
        if child.node.kind() == "statements" {
            tasks.extend(child.node.named_children(&mut cursor).map(|n| Task::Lower(n, Role::None)));
        } else {
            tasks.push(Task::Lower(child.node, Role::None));
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn parameter<'t>(node: TsNode<'t>, default: Option<TsNode<'t>>, tasks: &mut Vec<Task<'t>>) {
    let end = default.unwrap_or(node);
    tasks.push(Task::open(Kind::Param, Role::None, from_to(node, end)));
    let mut walk = node.walk();
    let mut named = false;
    if walk.goto_first_child() {
        loop {
            let part = walk.node();
            match walk.field_name() {
                Some("external_name") => tasks.push(Task::Lower(part, Role::Alias)),
                Some("name") if !named => {
                    named = true;
                    tasks.push(Task::Lower(part, Role::Name));
                }
                Some("name") => tasks.push(Task::Lower(part, Role::Type)),
                _ if part.kind() == "parameter_modifiers" => tasks.push(Task::Lower(part, Role::Modifier)),
                _ => {}
            }
            if !walk.goto_next_sibling() {
                break;
            }
        }
    }
    tasks.extend(default.map(|n| Task::Lower(n, Role::Default)));
    tasks.push(Task::Close);
}

fn function<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| b.desc.field(name);
    let (name, text, default) = (f("name"), f("body"), f("default_value"));
    // As Semgrep has it, the word `func` is no part of the definition's range.
    let first = children.iter().find(|c| c.field == name || c.node.kind() == "modifiers").map_or(node, |c| c.node);
    let mut tasks = vec![Task::open(Kind::FuncDef, role, from_to(first, node))];
    let mut named = false;
    let bracket = |word: &[u8]| children.iter().find(|c| !c.named && b.text(c.node) == word).map(|c| c.node);
    for (nth, child) in children.iter().enumerate() {
        match child.node.kind() {
            "modifiers" => tasks.push(Task::Lower(child.node, Role::Modifier)),
            "async" => tasks.push(leaf(b, Kind::Modifier, Role::Modifier, child.node)),
            "deinit" => tasks.push(leaf(b, Kind::Ident, Role::Name, child.node)),
            "type_parameters" => tasks.push(Task::Lower(child.node, Role::TypeParams)),
            "(" => {
                let close = bracket(b")").unwrap_or(child.node);
                tasks.push(Task::open(Kind::Params, Role::Params, from_to(child.node, close)));
                for (at, part) in children.iter().enumerate().filter(|(_, c)| c.node.kind() == "parameter") {
                    // The default of a parameter stands behind it.
                    let next = children[at + 1..].iter().take_while(|c| c.node.kind() != "parameter");
                    let value = next.into_iter().find(|c| c.field == default && default != 0).map(|c| c.node);
                    parameter(part.node, value, &mut tasks);
                }
                tasks.push(Task::Close);
            }
            _ if child.field == name && !named => {
                named = true;
                tasks.push(if child.named {
                    Task::Lower(child.node, Role::Name)
                } else {
                    leaf(b, Kind::Ident, Role::Name, child.node)
                });
            }
            _ if child.field == name && child.named => tasks.push(Task::Lower(child.node, Role::Ret)),
            _ if child.field == text && text != 0 => tasks.push(Task::Lower(child.node, Role::Body)),
            _ => {
                let _ = nth;
            }
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// Classes, structures and extensions are all classes, as Semgrep has it.
fn class<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| b.desc.field(name);
    let (name, text) = (f("name"), f("body"));
    let word = in_field(children, f("declaration_kind")).map_or(&b"class"[..], |n| b.text(n));
    let sym = match word {
        b"protocol" => Sym::new("interface"),
        b"enum" => Sym::new("enum"),
        _ => Sym::new("class"),
    };
    let mut tasks = vec![Task::Open { kind: Kind::ClassDef, role, sym, span: span(node), flags: 0 }];
    for child in children.iter().filter(|c| c.named && !c.node.is_extra()) {
        let role = match child.node.kind() {
            "modifiers" => Role::Modifier,
            "inheritance_specifier" => Role::Impl,
            "type_parameters" => Role::TypeParams,
            _ if child.field == name => Role::Name,
            _ if child.field == text => Role::Body,
            _ => Role::None,
        };
        tasks.push(Task::Lower(child.node, role));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `A.B<C>`
fn type_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let names: Vec<TsNode<'t>> =
        named_children(children).map(|c| c.node).filter(|n| n.kind() == "type_identifier").collect();
    let arguments = named_children(children).map(|c| c.node).find(|n| n.kind() == "type_arguments");
    match (arguments, names.last()) {
        (Some(arguments), Some(last)) => b.then([
            Task::open(Kind::TypeApp, role, span(node)),
            Task::Lower(*last, Role::Name),
            Task::Lower(arguments, Role::TypeParams),
            Task::Close,
        ]),
        _ => member_chain(b, node, role, &names),
    }
}

/// What a call or a member is taken of.
fn leftmost(node: TsNode<'_>) -> Option<TsNode<'_>> {
    matches!(node.kind(), "call_expression" | "navigation_expression").then(|| node.named_child(0)).flatten()
}

/// `try a.b()` is `try (a.b())`, also where the grammar reads `(try a).b()`: the outermost member or call of the chain
/// says so.
fn tries<'t>(node: TsNode<'t>) -> Option<TsNode<'t>> {
    let chained = node.parent().and_then(leftmost) == Some(node);
    let mut inner = node;
    while let Some(next) = leftmost(inner).filter(|_| !chained) {
        inner = next;
    }
    (inner.kind() == "try_expression" && inner != node).then_some(inner)
}

/// A call whose list of arguments is closed, to which closures may be added.
fn plain_call(node: TsNode<'_>) -> Option<TsNode<'_>> {
    let suffix = (node.kind() == "call_expression").then(|| node.named_child(1)).flatten()?;
    let list = suffix.named_child(0).filter(|n| n.kind() == "value_arguments" && suffix.named_child_count() == 1)?;
    list.child(0).is_some_and(|c| c.kind() == "(").then_some(list)
}

/// `f(a) { … }`: closures are further arguments; `a[b]` has the same shape.
fn call<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    if tries(node).is_some() {
        let mut inside = vec![Task::Open { kind: Kind::Cast, role, sym: Sym::new("try"), span: span(node), flags: 0 }];
        call_within(b, node, Role::Value, children, &mut inside);
        inside.push(Task::Close);
        b.then_all(inside);
        return;
    }
    let mut tasks = Vec::new();
    call_within(b, node, role, children, &mut tasks);
    b.then_all(tasks);
}

fn call_within<'t>(b: &Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>], tasks: &mut Vec<Task<'t>>) {
    let mut parts = named_children(children).map(|c| c.node);
    let (Some(callee), suffix) = (parts.next(), parts.next_back()) else { return };
    let Some(suffix) = suffix else {
        tasks.push(Task::Lower(callee, role));
        return;
    };
    let mut cursor = suffix.walk();
    let inner: Vec<TsNode<'t>> = suffix.named_children(&mut cursor).filter(|n| !n.is_extra()).collect();
    let list = inner.iter().copied().find(|n| n.kind() == "value_arguments");
    let mut walk = suffix.walk();
    let arguments: Vec<TsNode<'t>> = match list {
        Some(list) => list.named_children(&mut walk).filter(|n| n.kind() == "value_argument").collect(),
        None => Vec::new(),
    };
    if list.is_some_and(|l| b.text(l).first() == Some(&b'[')) {
        tasks.extend([Task::open(Kind::Index, role, span(node)), Task::Lower(callee, Role::Object)]);
        tasks.extend(arguments.into_iter().map(|n| Task::Lower(n, Role::Index)));
        tasks.push(Task::Close);
        return;
    }
    // The grammar reads `f(a) { … }` as a call of what `f(a)` gives, at times.
    if list.is_none()
        && let (Some(before), Some(called)) = (plain_call(callee), callee.named_child(0))
    {
        tasks.extend([Task::open(Kind::Call, role, span(node)), Task::Lower(called, Role::Callee)]);
        tasks.push(Task::open(Kind::Args, Role::Args, from_to(before, suffix)));
        let mut walk = before.walk();
        let given = before.named_children(&mut walk).filter(|n| n.kind() == "value_argument");
        tasks.extend(given.map(|n| Task::Lower(n, Role::None)));
        tasks.extend(inner.into_iter().filter(|n| n.kind() == "lambda_literal").map(|n| Task::Lower(n, Role::None)));
        tasks.extend([Task::Close, Task::Close]);
        return;
    }
    let at = list.unwrap_or(suffix);
    tasks.extend([Task::open(Kind::Call, role, span(node)), Task::Lower(callee, Role::Callee)]);
    tasks.push(Task::open(Kind::Args, Role::Args, from_to(at, suffix)));
    tasks.extend(arguments.into_iter().map(|n| Task::Lower(n, Role::None)));
    tasks.extend(inner.into_iter().filter(|n| n.kind() == "lambda_literal").map(|n| Task::Lower(n, Role::None)));
    tasks.extend([Task::Close, Task::Close]);
}

fn argument<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let label = in_field(children, b.desc.field("name"));
    let value = in_field(children, b.desc.field("value")).or_else(|| named_children(children).last().map(|c| c.node));
    let Some(value) = value else { return };
    match label.and_then(|l| l.named_child(0)) {
        Some(name) => b.then(keyword(node, role, name, value)),
        None => b.then([Task::Lower(value, role)]),
    }
}

fn member<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let suffix = in_field(children, b.desc.field("suffix"));
    let target = children.iter().find(|c| c.named && Some(c.node) != suffix).map(|c| c.node);
    let tried = tries(node).is_some();
    let mut tasks = Vec::new();
    if tried {
        tasks.push(Task::Open { kind: Kind::Cast, role, sym: Sym::new("try"), span: span(node), flags: 0 });
    }
    tasks.push(Task::open(Kind::Member, if tried { Role::Value } else { role }, span(node)));
    tasks.extend(target.map(|n| Task::Lower(n, Role::Object)));
    tasks.extend(suffix.map(|n| Task::Lower(n, Role::Name)));
    tasks.extend(tried.then_some(Task::Close));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `{ a, b in … }`; without names, `$0` and its like are the parameters.
fn lambda<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::Open { kind: Kind::Lambda, role, sym: Sym::NONE, span: span(node), flags: flag::ARROW }];
    let head = named_children(children).map(|c| c.node).find(|n| n.kind() == "lambda_function_type");
    let text = named_children(children).map(|c| c.node).find(|n| n.kind() == "statements");
    let mut cursor = node.walk();
    let list = head.and_then(|h| h.named_children(&mut cursor).find(|n| n.kind() == "lambda_function_type_parameters"));
    if let Some(list) = list {
        tasks.push(Task::open(Kind::Params, Role::Params, span(list)));
        let mut walk = list.walk();
        for part in list.named_children(&mut walk).filter(|n| n.kind() == "lambda_parameter") {
            parameter(part, None, &mut tasks);
        }
        tasks.push(Task::Close);
    } else if let Some(text) = text {
        let count = (0..4_u8).rev().find(|n| memchr::memmem::find(b.text(text), &[b'$', b'0' + n]).is_some());
        if let Some(count) = count {
            let (at, flags) = (Span::new(node.start_byte(), node.start_byte()), flag::IMPLIED);
            tasks.push(Task::Open { kind: Kind::Params, role: Role::Params, sym: Sym::NONE, span: at, flags });
            for nth in 0..=count {
                tasks.push(Task::Open { kind: Kind::Param, role: Role::None, sym: Sym::NONE, span: at, flags });
                tasks.push(Task::leaf(Kind::Ident, Role::Name, Sym::new(&format!("${nth}")), at));
                tasks.push(Task::Close);
            }
            tasks.push(Task::Close);
        }
    }
    match text {
        Some(text) => tasks.push(Task::Lower(text, Role::Body)),
        None => {
            let at = Span::new(node.end_byte().saturating_sub(1), node.end_byte().saturating_sub(1));
            tasks.extend([Task::open(Kind::Block, Role::Body, at), Task::Close]);
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn assign<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (left, right) = (f("target"), f("result"));
    let operator = f("operator").map_or(Sym::new("="), |n| b.sym(n));
    let (kind, sym) = if operator == Sym::new("=") { (Kind::Assign, Sym::NONE) } else { (Kind::AugAssign, operator) };
    let mut tasks = vec![Task::Open { kind, role, sym, span: span(node), flags: 0 }];
    tasks.extend(left.map(|n| Task::Lower(n, Role::Left)));
    tasks.extend(right.map(|n| Task::Lower(n, Role::Right)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn unary<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (Some(operation), Some(operand)) = (f("operation"), f("target")) else {
        let tasks = named_children(children).map(|c| Task::Lower(c.node, role)).collect();
        b.then_all(tasks);
        return;
    };
    let sym = b.sym(operation);
    if sym == Sym::new("-") && operand.kind() == "integer_literal" {
        let number = super::super::strings::whole(b.text(operand));
        let sym = number.map_or_else(|| Sym::of(b.text(node)), |n| Sym::new(&format!("-{n}")));
        b.then([Task::leaf(Kind::Num, role, sym, span(node))]);
        return;
    }
    let kind = if sym == Sym::new("&") { Kind::Ref } else { Kind::Unary };
    let flags = if node.kind() == "postfix_expression" { flag::POSTFIX } else { 0 };
    b.then([Task::Open { kind, role, sym, span: span(node), flags }, Task::Lower(operand, Role::Value), Task::Close]);
}

/// `try e`, `try? e`, `try! e`: looked through like a cast.
fn try_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let chained = node.parent().and_then(leftmost) == Some(node);
    if let Some(child) = named_children(children).next_back().filter(|_| chained) {
        b.then([Task::Lower(child.node, role)]);
    } else if let Some(child) = named_children(children).next_back() {
        let open = Task::Open { kind: Kind::Cast, role, sym: Sym::new("try"), span: span(node), flags: 0 };
        b.then([open, Task::Lower(child.node, Role::Value), Task::Close]);
    }
}

fn dictionary<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let (key, value) = (b.desc.field("key"), b.desc.field("value"));
    let mut tasks = vec![Task::open(Kind::Dict, role, span(node))];
    let mut before: Option<TsNode<'t>> = None;
    for child in named_children(children) {
        if child.field == value
            && let Some(name) = before.take()
        {
            tasks.extend([
                Task::open(Kind::Pair, Role::None, from_to(name, child.node)),
                Task::Lower(name, Role::Key),
                Task::Lower(child.node, Role::Value),
                Task::Close,
            ]);
        } else if child.field == key {
            before = Some(child.node);
        } else {
            tasks.push(Task::Lower(child.node, Role::None));
        }
    }
    tasks.extend(before.map(|n| Task::Lower(n, Role::None)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `(a)` is `a`.
fn tuple<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let values: Vec<TsNode<'t>> =
        named_children(children).filter(|c| c.field == b.desc.field("value")).map(|c| c.node).collect();
    if let [one] = values[..] {
        b.then([Task::Lower(one, role)]);
        return;
    }
    let mut tasks = vec![Task::open(Kind::Tuple, role, span(node))];
    tasks.extend(values.into_iter().map(|n| Task::Lower(n, Role::None)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `if`, `guard` and `while`; `let a = b` among the conditions is a definition.
fn if_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let (condition, bound) = (b.desc.field("condition"), b.desc.field("bound_identifier"));
    let word = node.kind();
    let kind = if word == "while_statement" { Kind::While } else { Kind::If };
    let sym = if word == "guard_statement" { Sym::new("guard") } else { Sym::NONE };
    let mut tasks = vec![Task::Open { kind, role, sym, span: span(node), flags: 0 }];
    let mut behind_else = false;
    let mut has_body = false;
    let mut at = 0;
    while let Some(child) = children.get(at) {
        at += 1;
        let in_condition = child.field == condition && condition != 0;
        if child.node.kind() == "else" {
            behind_else = true;
        } else if in_condition && child.node.kind() == "value_binding_pattern" {
            let part = children[at..].iter().take_while(|c| c.field == bound || c.field == condition || c.field == 0);
            let ends = |kind: &str| matches!(kind, "," | "{" | "else" | "statements");
            let parts: Vec<&Child<'t>> = part.take_while(|c| !ends(c.node.kind())).collect();
            let name = parts.iter().find(|c| c.field == bound && bound != 0).map(|c| c.node);
            let ty = parts.iter().find(|c| c.node.kind() == "type_annotation").map(|c| c.node);
            let value = parts.iter().rev().find(|c| c.named && c.field == condition && Some(c.node) != ty);
            if let Some(name) = name {
                let end = value.map_or(name, |v| v.node);
                tasks.push(Task::open(Kind::VarDef, Role::Cond, from_to(child.node, end)));
                tasks.push(leaf(b, Kind::Modifier, Role::Modifier, child.node));
                tasks.push(Task::Lower(name, Role::Name));
                tasks.extend(ty.map(|n| Task::Lower(n, Role::Type)));
                tasks.extend(value.map(|v| Task::Lower(v.node, Role::Value)));
                tasks.push(Task::Close);
                at += parts.len();
            }
        } else if child.named && !child.node.is_extra() {
            let role = match child.node.kind() {
                _ if in_condition => Role::Cond,
                "statements" if kind == Kind::While => Role::Body,
                "statements" if behind_else => Role::Else,
                "if_statement" => Role::Else,
                "statements" => Role::Then,
                _ => continue,
            };
            has_body |= matches!(role, Role::Then | Role::Body);
            tasks.push(Task::Lower(child.node, role));
        }
    }
    // Nothing between the braces.
    if !has_body {
        let at = Span::new(node.end_byte(), node.end_byte());
        let role = if kind == Kind::While { Role::Body } else { Role::Then };
        tasks.extend([Task::open(Kind::Block, role, at), Task::Close]);
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `do { … } catch { … }`; without a handler only a block.
fn do_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::Try, role, span(node))];
    for child in named_children(children) {
        let role = if child.node.kind() == "catch_block" { Role::Catch } else { Role::Body };
        tasks.push(Task::Lower(child.node, role));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `return e`, `throw e`, `break`, `continue`.
fn jump<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let text = b.text(node);
    let kind = match text {
        _ if text.starts_with(b"return") => Kind::Return,
        _ if text.starts_with(b"throw") => Kind::Throw,
        _ if text.starts_with(b"break") => Kind::Break,
        _ if text.starts_with(b"continue") => Kind::Continue,
        _ => Kind::Yield,
    };
    let mut tasks = vec![Task::open(kind, role, span(node))];
    let value = |c: &&Child<'t>| c.node.kind() != "throw_keyword";
    tasks.extend(named_children(children).filter(value).map(|c| Task::Lower(c.node, Role::None)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}
