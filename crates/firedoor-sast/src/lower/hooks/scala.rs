//! Scala: several parameter lists are one, blocks and cases behind a call are its argument, infix calls are calls.

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::super::strings::quotes;
use super::shared::{chain, param};
use super::{Hook, from_to, in_field, leaf, named_children};
use crate::tree::{Kind, Role, Sym, flag};

pub(super) const HOOKS: &[(&str, Hook)] = &[
    ("sc_interpolated", interpolated),
    ("sc_code", code),
    ("sc_import", import),
    ("sc_class", class),
    ("sc_extends", extends),
    ("sc_function", function),
    ("sc_value", value),
    ("sc_call", call),
    ("sc_infix", infix),
    ("sc_postfix", postfix),
    ("sc_new", new),
    ("sc_lambda", lambda),
    ("sc_for", for_),
    ("sc_case", case),
    ("sc_catch", catch),
];

/// `s"a $b"`: a template; texts of other interpolators are arguments of a call of that name.
fn interpolated<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let Some(name) = in_field(children, b.desc.field("interpolator")) else { return };
    let text = named_children(children).map(|c| c.node).find(|n| n.kind() == "interpolated_string");
    let Some(string) = text else { return };
    let standard = matches!(b.text(name), b"s" | b"f" | b"raw");
    let mut tasks = Vec::new();
    let mut role = role;
    let mut at = span(node);
    if !standard {
        tasks.push(Task::open(Kind::Call, role, at));
        tasks.push(leaf(b, Kind::Ident, Role::Callee, name));
        tasks.push(Task::open(Kind::Args, Role::Args, span(string)));
        (role, at) = (Role::None, span(string));
    }
    let (open, close) = quotes(b.text(string));
    let (mut from, end) = (string.start_byte() + open, string.end_byte() - close);
    let sym = if standard { b.sym(name) } else { Sym::NONE };
    tasks.push(Task::Open { kind: Kind::Template, role, sym, span: at, flags: flag::FORMATTED });
    let part = |from: usize, to: usize| {
        Task::leaf(Kind::StrPart, Role::Part, Sym::of(b.src.get(from..to).unwrap_or(b"")), Span::new(from, to))
    };
    let mut cursor = string.walk();
    for piece in string.named_children(&mut cursor).filter(|n| n.kind() == "interpolation") {
        if piece.start_byte() > from {
            tasks.push(part(from, piece.start_byte()));
        }
        tasks.push(Task::Lower(piece, Role::Part));
        from = piece.end_byte();
    }
    if end > from {
        tasks.push(part(from, end));
    }
    tasks.push(Task::Close);
    if !standard {
        tasks.extend([Task::Close, Task::Close]);
    }
    b.then_all(tasks);
}

/// `$a`, `${a.b}`: the expression.
fn code<'t>(b: &mut Build<'_, 't>, _node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let Some(inner) = named_children(children).next().map(|c| c.node) else { return };
    if inner.kind() == "block" && inner.named_child_count() == 1 {
        let tasks = inner.named_child(0).map(|n| Task::Lower(n, role)).into_iter().collect();
        b.then_all(tasks);
    } else {
        b.then([Task::Lower(inner, role)]);
    }
}

/// `import a.b.{c => d, e}, f._`: one import for each path.
fn import<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = Vec::new();
    let mut groups: Vec<Vec<TsNode<'t>>> = vec![Vec::new()];
    for child in children {
        if child.node.kind() == "," {
            groups.push(Vec::new());
        } else if child.named && !child.node.is_extra() {
            let last = groups.len() - 1;
            groups[last].push(child.node);
        }
    }
    let many = groups.len() > 1;
    for (nth, parts) in groups.into_iter().enumerate() {
        let Some((last, path)) = parts.split_last() else { continue };
        let at = if !many {
            span(node)
        } else if nth == 0 {
            from_to(node, *last)
        } else {
            from_to(parts[0], *last)
        };
        let wildcard = last.kind() == "namespace_wildcard";
        let kind = match (wildcard, path.is_empty()) {
            (true, _) => Kind::ImportAll,
            (_, true) => Kind::ImportAs,
            _ => Kind::ImportFrom,
        };
        tasks.push(Task::open(kind, role, at));
        let module: &[TsNode<'t>] = if path.is_empty() { &parts } else { path };
        tasks.extend(chain(Role::Module, module));
        if kind == Kind::ImportFrom {
            let mut cursor = last.walk();
            let names: Vec<TsNode<'t>> = match last.kind() {
                "namespace_selectors" => last.named_children(&mut cursor).collect(),
                _ => vec![*last],
            };
            for name in names {
                let (original, alias) = match name.kind() {
                    "arrow_renamed_identifier" | "as_renamed_identifier" => {
                        (name.child_by_field_name("name"), name.child_by_field_name("alias"))
                    }
                    _ => (Some(name), None),
                };
                tasks.push(Task::open(Kind::ImportName, Role::None, span(name)));
                tasks.extend(original.map(|n| Task::Lower(n, Role::Name)));
                tasks.extend(alias.map(|n| Task::Lower(n, Role::Alias)));
                tasks.push(Task::Close);
            }
        }
        tasks.push(Task::Close);
    }
    b.then_all(tasks);
}

/// All parameter lists of a definition as one.
fn parameters<'t>(lists: &[TsNode<'t>]) -> Vec<Task<'t>> {
    let (Some(first), Some(last)) = (lists.first(), lists.last()) else { return Vec::new() };
    let mut tasks = vec![Task::open(Kind::Params, Role::Params, from_to(*first, *last))];
    for list in lists {
        let mut cursor = list.walk();
        let mut implicit = list.child(1).filter(|n| matches!(n.kind(), "implicit" | "using"));
        for part in list.named_children(&mut cursor).filter(|n| !n.is_extra()) {
            // `class C @Inject() (x: T)`, whose parameters the grammar takes for arguments of the annotation.
            if part.kind() == "ascription_expression"
                && let (Some(name), Some(ty)) = (part.named_child(0), part.named_child(1))
            {
                tasks.extend([
                    Task::open(Kind::Param, Role::None, span(part)),
                    Task::Lower(name, Role::Name),
                    Task::Lower(ty, Role::Type),
                    Task::Close,
                ]);
            } else if part.kind() == "identifier" {
                tasks.extend(param(part));
            } else {
                tasks.extend(implicit.take().map(|word| Task::Adopt(word, Role::Modifier)));
                tasks.push(Task::Lower(part, Role::None));
            }
        }
    }
    tasks.push(Task::Close);
    tasks
}

/// Where a definition begins, as Semgrep has it: with its annotations and modifiers, or else with its name.
fn beginning<'t>(children: &[Child<'t>], name: u16, other: u16) -> Option<TsNode<'t>> {
    let begins = |c: &&Child<'t>| {
        c.field != 0 && (c.field == name || c.field == other)
            || matches!(c.node.kind(), "annotation" | "modifiers" | "access_modifier" | "case")
    };
    children.iter().find(begins).map(|c| c.node)
}

fn class<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let word = match node.kind() {
        "object_definition" | "package_object" => "object",
        "trait_definition" => "trait",
        "enum_definition" => "enum",
        _ => "class",
    };
    let flags = 0;
    let (name, body) = (b.desc.field("name"), b.desc.field("body"));
    let at = from_to(beginning(children, name, name).unwrap_or(node), node);
    let mut tasks = vec![Task::Open { kind: Kind::ClassDef, role, sym: Sym::new(word), span: at, flags }];
    let mut lists: Vec<TsNode<'t>> = Vec::new();
    for child in children {
        match child.node.kind() {
            "annotation" => {
                let mut cursor = child.node.walk();
                let arguments: Vec<_> =
                    child.node.named_children(&mut cursor).filter(|n| n.kind() == "arguments").collect();
                match arguments[..] {
                    [first, second] => {
                        tasks.push(Task::open(Kind::Annotation, Role::Annotation, from_to(child.node, first)));
                        tasks.extend(child.node.child_by_field_name("name").map(|n| Task::Lower(n, Role::Name)));
                        tasks.extend([Task::Lower(first, Role::Args), Task::Close]);
                        lists.push(second);
                    }
                    _ => tasks.push(Task::Lower(child.node, Role::Annotation)),
                }
            }
            "class_parameters" => lists.push(child.node),
            "case" => tasks.push(leaf(b, Kind::Modifier, Role::Modifier, child.node)),
            "modifiers" | "access_modifier" => tasks.push(Task::Lower(child.node, Role::Modifier)),
            "type_parameters" => tasks.push(Task::Lower(child.node, Role::TypeParams)),
            "extends_clause" => tasks.push(Task::Lower(child.node, Role::Base)),
            _ if child.field == name => tasks.push(Task::Lower(child.node, Role::Name)),
            _ if child.field == body => {
                tasks.extend(parameters(&std::mem::take(&mut lists)));
                tasks.push(Task::Lower(child.node, Role::Body));
            }
            _ => {}
        }
    }
    tasks.extend(parameters(&lists));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// The class that is extended, as a call where it has arguments, then the traits.
fn extends<'t>(b: &mut Build<'_, 't>, _node: TsNode<'t>, _role: Role, children: &[Child<'t>]) {
    let mut tasks = Vec::new();
    let mut role = Role::Base;
    let parts: Vec<&Child<'t>> = named_children(children).collect();
    for (nth, child) in parts.iter().enumerate() {
        if child.node.kind() == "arguments" {
            continue;
        }
        if let Some(arguments) = parts.get(nth + 1).map(|c| c.node).filter(|n| n.kind() == "arguments") {
            tasks.extend([
                Task::open(Kind::Call, role, from_to(child.node, arguments)),
                Task::Lower(child.node, Role::Callee),
                Task::Lower(arguments, Role::Args),
                Task::Close,
            ]);
            role = Role::Impl;
            continue;
        }
        if child.node.kind() == "compound_type" {
            let mut cursor = child.node.walk();
            for part in child.node.named_children(&mut cursor) {
                tasks.push(Task::Lower(part, role));
                role = Role::Impl;
            }
            continue;
        }
        tasks.push(Task::Lower(child.node, role));
        role = Role::Impl;
    }
    b.then_all(tasks);
}

/// A body in braces, or an expression as the only statement of one.
fn body<'t>(node: TsNode<'t>) -> Vec<Task<'t>> {
    if matches!(node.kind(), "block" | "indented_block") {
        return vec![Task::Lower(node, Role::Body)];
    }
    super::shared::only(node, Role::Body)
}

fn function<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| b.desc.field(name);
    let (name, result, text) = (f("name"), f("return_type"), f("body"));
    let first = beginning(children, name, name).unwrap_or(node);
    let mut tasks = vec![Task::open(Kind::FuncDef, role, from_to(first, node))];
    let lists: Vec<TsNode<'t>> = children.iter().map(|c| c.node).filter(|n| n.kind() == "parameters").collect();
    let mut done = false;
    for child in children {
        match child.node.kind() {
            "annotation" => tasks.push(Task::Lower(child.node, Role::Annotation)),
            "modifiers" => tasks.push(Task::Lower(child.node, Role::Modifier)),
            "type_parameters" => tasks.push(Task::Lower(child.node, Role::TypeParams)),
            "parameters" if !done => {
                tasks.extend(parameters(&lists));
                done = true;
            }
            "parameters" => {}
            _ if child.field == name => tasks.push(Task::Lower(child.node, Role::Name)),
            _ if child.field == result && child.named => tasks.push(Task::Lower(child.node, Role::Ret)),
            _ if child.field == text && child.named => tasks.extend(body(child.node)),
            _ => {}
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `val x: T = e`.
fn value<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| b.desc.field(name);
    let (pattern, name, ty, right) = (f("pattern"), f("name"), f("type"), f("value"));
    let first = beginning(children, pattern, name).unwrap_or(node);
    let mut tasks = vec![Task::open(Kind::VarDef, role, from_to(first, node))];
    for child in children {
        match child.node.kind() {
            "val" | "var" => tasks.push(leaf(b, Kind::Modifier, Role::Modifier, child.node)),
            "annotation" => tasks.push(Task::Lower(child.node, Role::Annotation)),
            "modifiers" => tasks.push(Task::Lower(child.node, Role::Modifier)),
            _ if !child.named || child.field == 0 => {}
            "identifiers" => {
                tasks.push(Task::open(Kind::Tuple, Role::Name, span(child.node)));
                let mut cursor = child.node.walk();
                tasks.extend(child.node.named_children(&mut cursor).map(|n| Task::Lower(n, Role::None)));
                tasks.push(Task::Close);
            }
            _ if child.field == pattern || child.field == name => tasks.push(Task::Lower(child.node, Role::Name)),
            _ if child.field == ty => tasks.push(Task::Lower(child.node, Role::Type)),
            _ if child.field == right => tasks.push(Task::Lower(child.node, Role::Value)),
            _ => {}
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// What stands behind a call: arguments, a block, or cases.
fn behind<'t>(node: TsNode<'t>) -> Vec<Task<'t>> {
    if node.kind() == "arguments" {
        return vec![Task::Lower(node, Role::Args)];
    }
    let mut tasks = vec![Task::open(Kind::Args, Role::Args, span(node))];
    let mut cursor = node.walk();
    let parts: Vec<TsNode<'t>> = node.named_children(&mut cursor).filter(|n| !n.is_extra()).collect();
    match (node.kind(), &parts[..]) {
        ("block", [one]) if one.kind() == "lambda_expression" => tasks.push(Task::Lower(*one, Role::None)),
        ("case_block" | "indented_cases", _) => {
            let flags = flag::ARROW;
            let at = span(node);
            tasks.push(Task::Open { kind: Kind::Lambda, role: Role::None, sym: Sym::NONE, span: at, flags });
            // What the cases look at is a parameter without a name.
            let place = Span::new(node.start_byte(), node.start_byte());
            let flags = flag::IMPLIED;
            let hidden = Sym::new("(case)");
            tasks.push(Task::Open { kind: Kind::Params, role: Role::Params, sym: Sym::NONE, span: place, flags });
            tasks.push(Task::Open { kind: Kind::Param, role: Role::None, sym: Sym::NONE, span: place, flags });
            tasks.push(Task::leaf(Kind::Ident, Role::Name, hidden, place));
            tasks.extend([Task::Close, Task::Close]);
            tasks.push(Task::Open { kind: Kind::Block, role: Role::Body, sym: Sym::NONE, span: at, flags });
            tasks.push(Task::Open { kind: Kind::Switch, role: Role::None, sym: Sym::NONE, span: at, flags });
            tasks.push(Task::leaf(Kind::Ident, Role::Cond, hidden, place));
            tasks.extend(parts.iter().map(|n| Task::Lower(*n, Role::Case)));
            tasks.extend([Task::Close, Task::Close, Task::Close]);
        }
        _ => tasks.push(Task::Lower(node, Role::None)),
    }
    tasks.push(Task::Close);
    tasks
}

fn call<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let callee = in_field(children, b.desc.field("function"));
    let list = in_field(children, b.desc.field("arguments"));
    let mut tasks = vec![Task::open(Kind::Call, role, span(node))];
    tasks.extend(callee.map(|n| Task::Lower(n, Role::Callee)));
    tasks.extend(list.map(behind).unwrap_or_default());
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `xs map f` is `xs.map(f)`; `x += 1` is an assignment; the rest are operators.
fn infix<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (Some(left), Some(operator), Some(right)) = (f("left"), f("operator"), f("right")) else {
        let tasks = named_children(children).map(|c| Task::Lower(c.node, role)).collect();
        b.then_all(tasks);
        return;
    };
    let text = b.text(operator);
    if text.first().is_some_and(|c| c.is_ascii_alphabetic() || *c == b'_') {
        let mut tasks = vec![
            Task::open(Kind::Call, role, span(node)),
            Task::open(Kind::Member, Role::Callee, from_to(left, operator)),
            Task::Lower(left, Role::Object),
            Task::Lower(operator, Role::Name),
            Task::Close,
        ];
        if matches!(right.kind(), "block" | "case_block") {
            tasks.extend(behind(right));
        } else {
            tasks.push(Task::open(Kind::Args, Role::Args, span(right)));
            if right.kind() == "tuple_expression" {
                let mut cursor = right.walk();
                tasks.extend(right.named_children(&mut cursor).map(|n| Task::Lower(n, Role::None)));
            } else if right.kind() != "unit" {
                tasks.push(Task::Lower(right, Role::None));
            }
            tasks.push(Task::Close);
        }
        tasks.push(Task::Close);
        b.then_all(tasks);
        return;
    }
    let assigns =
        text.len() > 1 && text.ends_with(b"=") && !matches!(text.first(), Some(b'=' | b'!' | b'<' | b'>' | b':'));
    let (kind, roles) =
        if assigns { (Kind::AugAssign, (Role::Left, Role::Right)) } else { (Kind::Binary, (Role::Left, Role::Right)) };
    b.then([
        Task::Open { kind, role, sym: Sym::of(text), span: span(node), flags: 0 },
        Task::Lower(left, roles.0),
        Task::Lower(right, roles.1),
        Task::Close,
    ]);
}

/// `xs size` is `xs.size`.
fn postfix<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<TsNode<'t>> = named_children(children).map(|c| c.node).collect();
    if let [object, name] = parts[..] {
        b.then([
            Task::open(Kind::Member, role, span(node)),
            Task::Lower(object, Role::Object),
            Task::Lower(name, Role::Name),
            Task::Close,
        ]);
    } else {
        super::shared::each(b, &parts, role);
    }
}

fn new<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::New, role, span(node))];
    let mut typed = false;
    for child in named_children(children) {
        let role = match child.node.kind() {
            "arguments" => Role::Args,
            "template_body" => Role::Body,
            _ if typed => Role::Impl,
            _ => Role::Type,
        };
        typed |= role == Role::Type;
        tasks.push(Task::Lower(child.node, role));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `x => e`, `(x: T) => e`, `implicit x: T => e`.
fn lambda<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let field = b.desc.field("parameters");
    let mut tasks = vec![Task::Open { kind: Kind::Lambda, role, sym: Sym::NONE, span: span(node), flags: flag::ARROW }];
    let before: Vec<TsNode<'t>> =
        children.iter().filter(|c| c.named && c.field == field && field != 0).map(|c| c.node).collect();
    let statements: Vec<TsNode<'t>> = named_children(children).filter(|c| c.field != field).map(|c| c.node).collect();
    match before[..] {
        [] => {}
        [list] if list.kind() == "bindings" => tasks.push(Task::Lower(list, Role::Params)),
        [name, ref types @ ..] => {
            let at = from_to(name, *types.last().unwrap_or(&name));
            tasks.push(Task::open(Kind::Params, Role::Params, at));
            tasks.push(Task::open(Kind::Param, Role::None, at));
            tasks.push(Task::Lower(name, Role::Name));
            tasks.extend(types.iter().map(|n| Task::Lower(*n, Role::Type)));
            tasks.extend([Task::Close, Task::Close]);
        }
    }
    match statements[..] {
        [] => {}
        [one] => tasks.extend(body(one)),
        [first, .., last] => {
            let (at, flags) = (from_to(first, last), flag::IMPLIED);
            tasks.push(Task::Open { kind: Kind::Block, role: Role::Body, sym: Sym::NONE, span: at, flags });
            tasks.extend(statements.iter().map(|n| Task::Lower(*n, Role::None)));
            tasks.push(Task::Close);
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `for (a <- as; b <- bs if c; d = e)`: loops in loops, conditions and definitions in between.
fn for_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let result = in_field(children, b.desc.field("body"));
    let list = named_children(children).map(|c| c.node).find(|n| n.kind() == "enumerators");
    let mut tasks = Vec::new();
    let mut open = 0;
    let mut role = role;
    let mut start = node.start_byte();
    let to = node.end_byte();
    let mut cursor = node.walk();
    let parts: Vec<TsNode<'t>> = match list {
        Some(list) => list.named_children(&mut cursor).filter(|n| !n.is_extra()).collect(),
        None => Vec::new(),
    };
    // A loop over several things is no loop over one of them.
    let several = parts.len() > 1 || parts.iter().any(|p| p.named_child_count() > 2);
    let yields = children.iter().any(|c| !c.named && b.text(c.node) == b"yield");
    let sym = match (several, yields) {
        (true, true) => Sym::new("for yield"),
        (true, false) => Sym::new("for"),
        (false, true) => Sym::new("yield"),
        (false, false) => Sym::NONE,
    };
    for part in parts {
        let guard = |n: TsNode<'t>| n.child_by_field_name("condition").or_else(|| n.named_child(0));
        if part.kind() == "guard" {
            let (at, sym) = (Span::new(part.start_byte(), to), Sym::new("guard"));
            tasks.push(Task::Open { kind: Kind::If, role, sym, span: at, flags: 0 });
            tasks.extend(guard(part).map(|n| Task::Lower(n, Role::Cond)));
            open += 1;
            role = Role::Then;
            continue;
        }
        let mut walk = part.walk();
        let arrow = part.children(&mut walk).any(|n| n.kind() == "<-");
        let inner: Vec<TsNode<'t>> = part.named_children(&mut walk).filter(|n| !n.is_extra()).collect();
        let (guards, names): (Vec<_>, Vec<_>) = inner.into_iter().partition(|n| n.kind() == "guard");
        let at = Span::new(start, to);
        match names[..] {
            [left, right] if arrow => {
                tasks.push(Task::Open { kind: Kind::ForEach, role, sym, span: at, flags: 0 });
                tasks.extend([Task::Lower(left, Role::Left), Task::Lower(right, Role::Right)]);
                open += 1;
            }
            [left, right] => {
                tasks.push(Task::open(Kind::Block, role, Span::new(part.start_byte(), to)));
                tasks.push(Task::open(Kind::VarDef, Role::None, span(part)));
                tasks.extend([Task::Lower(left, Role::Name), Task::Lower(right, Role::Value), Task::Close]);
                open += 1;
                role = Role::None;
                start = part.end_byte();
                continue;
            }
            // A hole: any header.
            _ => {
                tasks.push(Task::Open { kind: Kind::ForEach, role, sym, span: at, flags: 0 });
                tasks.extend(names.iter().map(|n| Task::Lower(*n, Role::Left)));
                tasks.extend(names.iter().map(|n| Task::Lower(*n, Role::Right)));
                open += 1;
            }
        }
        role = Role::Body;
        for condition in guards {
            let (at, sym) = (Span::new(condition.start_byte(), to), Sym::new("guard"));
            tasks.push(Task::Open { kind: Kind::If, role, sym, span: at, flags: 0 });
            tasks.extend(guard(condition).map(|n| Task::Lower(n, Role::Cond)));
            open += 1;
            role = Role::Then;
        }
        start = part.end_byte();
    }
    tasks.extend(result.map(|n| Task::Lower(n, role)));
    tasks.extend((0..open).map(|_| Task::Close));
    b.then_all(tasks);
}

/// `case p if c => a; b`.
fn case<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let (pattern, text) = (b.desc.field("pattern"), b.desc.field("body"));
    let first = in_field(children, pattern).unwrap_or(node);
    let mut tasks = vec![Task::open(Kind::Case, role, from_to(first, node))];
    tasks.extend(cases_of(children, pattern, text, Role::Value));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn cases_of<'t>(children: &[Child<'t>], pattern: u16, text: u16, role: Role) -> Vec<Task<'t>> {
    let mut tasks = Vec::new();
    let mut statements = Vec::new();
    for child in named_children(children) {
        if child.field == pattern {
            // A name of its own for everything is no test.
            if child.node.kind() != "wildcard" || role != Role::Params {
                tasks.push(Task::Lower(child.node, role));
            }
        } else if child.node.kind() == "guard" {
            tasks.push(Task::Lower(child.node, Role::Cond));
        } else if child.field == text {
            statements.push(child.node);
        }
    }
    match statements[..] {
        [] => {}
        [one] => tasks.extend(body(one)),
        [first, .., last] => {
            tasks.push(Task::open(Kind::Block, Role::Body, from_to(first, last)));
            tasks.extend(statements.iter().map(|n| Task::Lower(*n, Role::None)));
            tasks.push(Task::Close);
        }
    }
    tasks
}

/// `catch { case e: E => … }`: a handler for each case.
fn catch<'t>(b: &mut Build<'_, 't>, _node: TsNode<'t>, _role: Role, children: &[Child<'t>]) {
    let (pattern, text) = (b.desc.field("pattern"), b.desc.field("body"));
    let mut tasks = Vec::new();
    for child in named_children(children) {
        if !matches!(child.node.kind(), "case_block" | "indented_cases" | "case_clause") {
            tasks.push(Task::open(Kind::Catch, Role::Catch, span(child.node)));
            tasks.extend(body(child.node));
            tasks.push(Task::Close);
            continue;
        }
        let mut cursor = child.node.walk();
        let clauses: Vec<TsNode<'t>> = match child.node.kind() {
            "case_clause" => vec![child.node],
            _ => child.node.named_children(&mut cursor).filter(|n| n.kind() == "case_clause").collect(),
        };
        for clause in clauses {
            let mut walk = clause.walk();
            let mut parts = Vec::new();
            if walk.goto_first_child() {
                loop {
                    let field = walk.field_id().map_or(0, std::num::NonZeroU16::get);
                    let part = walk.node();
                    parts.push(Child { node: part, field, named: part.is_named() });
                    if !walk.goto_next_sibling() {
                        break;
                    }
                }
            }
            tasks.push(Task::open(Kind::Catch, Role::Catch, span(clause)));
            tasks.extend(cases_of(&parts, pattern, text, Role::Params));
            tasks.push(Task::Close);
        }
    }
    b.then_all(tasks);
}
