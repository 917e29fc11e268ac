//! Elixir, whose definitions and statements are calls with a block.

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::shared;
use super::{Hook, from_to, in_field, leaf, named_children};
use crate::tree::{Kind, Role, Sym, flag};

pub(super) const HOOKS: &[(&str, Hook)] = &[
    ("ex_call", call),
    ("ex_alias", alias),
    ("ex_block", block),
    ("ex_sigil", sigil),
    ("ex_map", map),
    ("ex_keywords", keywords),
    ("ex_pair", pair),
    ("ex_keyword", keyword),
    ("ex_dot", dot),
    ("ex_arguments", arguments),
    ("ex_binary", binary),
    ("ex_unary", unary),
    ("ex_lambda", lambda),
];

fn inner<'t>(node: TsNode<'t>) -> Vec<TsNode<'t>> {
    let mut cursor = node.walk();
    node.named_children(&mut cursor).filter(|n| !n.is_extra()).collect()
}

/// `A.B.C`: members.
fn alias_chain<'t>(b: &Build<'_, 't>, node: TsNode<'t>, role: Role, whole: Span) -> Vec<Task<'t>> {
    let text = b.src.get(whole.range()).unwrap_or(b"");
    let base = whole.start as usize;
    let mut names = Vec::new();
    let mut at = 0;
    for part in text.split(|&c| c == b'.') {
        names.push(Span::new(base + at, base + at + part.len()));
        at += part.len() + 1;
    }
    let _ = node;
    let mut tasks = Vec::new();
    for (depth, name) in names.iter().enumerate().skip(1).rev() {
        let role = if depth + 1 == names.len() { role } else { Role::Object };
        tasks.push(Task::open(Kind::Member, role, Span { start: whole.start, end: name.end }));
    }
    for (nth, name) in names.iter().enumerate() {
        let role = match (nth, names.len()) {
            (0, 1) => role,
            (0, _) => Role::Object,
            _ => Role::Name,
        };
        tasks.push(Task::leaf(Kind::Ident, role, Sym::of(b.src.get(name.range()).unwrap_or(b"")), *name));
        if nth > 0 {
            tasks.push(Task::Close);
        }
    }
    tasks
}

fn alias<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, _children: &[Child<'t>]) {
    let tasks = alias_chain(b, node, role, span(node));
    b.then_all(tasks);
}

/// Whether a child of a block is a part of its own: `else`, `rescue`, `catch`, `after`.
fn is_section(node: TsNode<'_>) -> bool {
    matches!(node.kind(), "else_block" | "rescue_block" | "catch_block" | "after_block")
}

fn block_of<'t>(node: TsNode<'t>, role: Role) -> Vec<Task<'t>> {
    let statements: Vec<TsNode<'t>> = inner(node).into_iter().filter(|n| !is_section(*n)).collect();
    let at = match (statements.first(), statements.last()) {
        (Some(a), Some(z)) => from_to(*a, *z),
        _ => span(node),
    };
    let mut tasks = vec![Task::open(Kind::Block, role, at)];
    tasks.extend(statements.into_iter().map(|n| Task::Lower(n, Role::None)));
    tasks.push(Task::Close);
    tasks
}

fn block<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, _children: &[Child<'t>]) {
    let tasks = block_of(node, role);
    b.then_all(tasks);
}

/// What a call of a macro with a block consists of.
struct Parts<'t> {
    arguments: Vec<TsNode<'t>>,
    list: Option<TsNode<'t>>,
    /// `do`, `else` and the like: the word, and the block or the value of the keyword.
    sections: Vec<(&'static str, TsNode<'t>)>,
}

impl<'t> Parts<'t> {
    fn of(b: &Build<'_, 't>, children: &[Child<'t>]) -> Self {
        let list = children.iter().map(|c| c.node).find(|n| n.kind() == "arguments");
        let mut parts = Self { arguments: list.map(inner).unwrap_or_default(), list, sections: Vec::new() };
        if let Some(body) = children.iter().map(|c| c.node).find(|n| n.kind() == "do_block") {
            parts.sections.push(("do", body));
            for part in inner(body).into_iter().filter(|n| is_section(*n)) {
                let word = match part.kind() {
                    "else_block" => "else",
                    "after_block" => "after",
                    _ => "rescue",
                };
                parts.sections.push((word, part));
            }
        } else if let Some(last) = parts.arguments.last().copied().filter(|n| n.kind() == "keywords") {
            let pairs = inner(last);
            let word = |n: &TsNode<'t>| {
                let text = n.child_by_field_name("key").map_or(&b""[..], |k| b.text(k));
                match text.trim_ascii() {
                    b"do:" => Some("do"),
                    b"else:" => Some("else"),
                    _ => None,
                }
            };
            if !pairs.is_empty() && pairs.iter().all(|p| word(p).is_some()) {
                parts.arguments.pop();
                for pair in pairs {
                    if let (Some(word), Some(value)) = (word(&pair), pair.child_by_field_name("value")) {
                        parts.sections.push((word, value));
                    }
                }
            }
        }
        parts
    }

    fn section(&self, word: &str, role: Role) -> Vec<Task<'t>> {
        match self.sections.iter().find(|(w, _)| *w == word) {
            Some((_, node)) if node.kind() == "do_block" || is_section(*node) => block_of(*node, role),
            Some((_, node)) => super::shared::only(*node, role),
            None => Vec::new(),
        }
    }

    /// The clauses of `case` and its like.
    fn clauses(&self, word: &str) -> Vec<TsNode<'t>> {
        let of = |n: TsNode<'t>| inner(n).into_iter().filter(|n| n.kind() == "stab_clause");
        self.sections.iter().filter(|(w, _)| *w == word).flat_map(|(_, n)| of(*n)).collect()
    }
}

fn parameters<'t>(list: TsNode<'t>, b: &Build<'_, 't>) -> Vec<Task<'t>> {
    let mut tasks = vec![Task::open(Kind::Params, Role::Params, span(list))];
    for part in inner(list) {
        tasks.push(Task::open(Kind::Param, Role::None, span(part)));
        let f = |name| part.child_by_field_name(name);
        match (f("left"), f("right"), f("operator")) {
            (Some(name), Some(value), Some(operator)) if b.text(operator) == b"\\\\" => {
                tasks.extend([Task::Lower(name, Role::Name), Task::Lower(value, Role::Default)]);
            }
            _ => tasks.push(Task::Lower(part, Role::Name)),
        }
        tasks.push(Task::Close);
    }
    tasks.push(Task::Close);
    tasks
}

fn function<'t>(b: &Build<'_, 't>, node: TsNode<'t>, role: Role, word: TsNode<'t>, parts: &Parts<'t>) -> Vec<Task<'t>> {
    let mut tasks = vec![Task::open(Kind::FuncDef, role, span(node)), leaf(b, Kind::Modifier, Role::Modifier, word)];
    let mut head = parts.arguments.first().copied();
    if let Some(guarded) = head.filter(|n| n.kind() == "binary_operator") {
        head = guarded.child_by_field_name("left");
        tasks.extend(guarded.child_by_field_name("right").map(|n| Task::Lower(n, Role::None)));
    }
    if let Some(head) = head {
        let list = inner(head).into_iter().find(|n| n.kind() == "arguments" && head.kind() == "call");
        match head.child_by_field_name("target").filter(|_| head.kind() == "call") {
            Some(name) => tasks.push(Task::Lower(name, Role::Name)),
            None => tasks.push(Task::Lower(head, Role::Name)),
        }
        tasks.extend(list.map(|l| parameters(l, b)).unwrap_or_default());
    }
    tasks.extend(parts.section("do", Role::Body));
    tasks.push(Task::Close);
    tasks
}

/// `for x <- xs, cond, do: e`: loops in loops.
fn for_<'t>(node: TsNode<'t>, role: Role, parts: &Parts<'t>) -> Vec<Task<'t>> {
    let (mut tasks, mut role, mut open) = (Vec::new(), role, 0);
    for part in parts.arguments.iter().filter(|n| n.kind() != "keywords") {
        let (left, right) = (part.child_by_field_name("left"), part.child_by_field_name("right"));
        let arrow = part.child_by_field_name("operator").is_some_and(|o| o.kind() == "<-");
        let at = if open == 0 { span(node) } else { from_to(*part, node) };
        open += 1;
        match (left, right) {
            (Some(left), Some(right)) if arrow => {
                tasks.push(Task::open(Kind::ForEach, role, at));
                tasks.extend([Task::Lower(left, Role::Left), Task::Lower(right, Role::Right)]);
                role = Role::Body;
            }
            _ => {
                tasks.extend([Task::open(Kind::If, role, at), Task::Lower(*part, Role::Cond)]);
                role = Role::Then;
            }
        }
    }
    tasks.extend(parts.section("do", role));
    tasks.extend((0..open).map(|_| Task::Close));
    tasks
}

/// `with {:ok, a} <- f(), do: a`: assignments and what follows.
fn with<'t>(node: TsNode<'t>, role: Role, parts: &Parts<'t>) -> Vec<Task<'t>> {
    let mut tasks = vec![Task::open(Kind::Block, role, span(node))];
    for part in &parts.arguments {
        let (left, right) = (part.child_by_field_name("left"), part.child_by_field_name("right"));
        match (left, right) {
            (Some(left), Some(right)) if part.kind() == "binary_operator" => tasks.extend([
                Task::open(Kind::ExprStmt, Role::None, span(*part)),
                Task::open(Kind::Assign, Role::None, span(*part)),
                Task::Lower(left, Role::Left),
                Task::Lower(right, Role::Right),
                Task::Close,
                Task::Close,
            ]),
            _ => tasks.push(Task::Lower(*part, Role::None)),
        }
    }
    for (word, body) in &parts.sections {
        if *word == "do" && body.kind() == "do_block" {
            tasks.extend(inner(*body).into_iter().filter(|n| !is_section(*n)).map(|n| Task::Lower(n, Role::None)));
        } else if *word == "do" {
            tasks.push(Task::Lower(*body, Role::None));
        }
    }
    let clauses = parts.clauses("else");
    if !clauses.is_empty() {
        tasks.push(Task::open(Kind::Switch, Role::None, from_to(clauses[0], node)));
        tasks.extend(clauses.into_iter().map(|n| Task::Lower(n, Role::Case)));
        tasks.push(Task::Close);
    }
    tasks.push(Task::Close);
    tasks
}

fn try_<'t>(node: TsNode<'t>, role: Role, parts: &Parts<'t>) -> Vec<Task<'t>> {
    let mut tasks = vec![Task::open(Kind::Try, role, span(node))];
    tasks.extend(parts.section("do", Role::Body));
    for clause in parts.clauses("rescue") {
        tasks.push(Task::open(Kind::Catch, Role::Catch, span(clause)));
        if let Some(list) = clause.child_by_field_name("left") {
            let caught = inner(list).first().copied().unwrap_or(list);
            let name = caught.child_by_field_name("left").filter(|_| caught.kind() == "binary_operator");
            let ty = caught.child_by_field_name("right").filter(|_| caught.kind() == "binary_operator");
            tasks.push(Task::Lower(name.unwrap_or(caught), Role::Params));
            tasks.extend(ty.map(|n| Task::Lower(n, Role::Type)));
        }
        tasks.extend(clause.child_by_field_name("right").map(|n| Task::Lower(n, Role::Body)));
        tasks.push(Task::Close);
    }
    if parts.sections.iter().any(|(w, _)| *w == "after") {
        tasks.push(Task::open(Kind::Finally, Role::Finally, span(node)));
        tasks.extend(parts.section("after", Role::Body));
        tasks.push(Task::Close);
    }
    tasks.push(Task::Close);
    tasks
}

/// `alias A.B.C, as: D`.
fn import<'t>(b: &Build<'_, 't>, node: TsNode<'t>, role: Role, parts: &Parts<'t>) -> Option<Vec<Task<'t>>> {
    let path = parts.arguments.first().copied().filter(|n| n.kind() == "alias")?;
    let text = b.text(path);
    let cut = memchr::memrchr(b'.', text)?;
    let start = path.start_byte();
    let (module, name) = (Span::new(start, start + cut), Span::new(start + cut + 1, path.end_byte()));
    let mut tasks = vec![Task::open(Kind::ImportFrom, role, span(node))];
    tasks.extend(alias_chain(b, path, Role::Module, module));
    tasks.push(Task::open(Kind::ImportName, Role::None, name));
    tasks.push(Task::leaf(Kind::Ident, Role::Name, Sym::of(b.src.get(name.range()).unwrap_or(b"")), name));
    let renamed = parts.arguments.get(1).copied().map(inner).unwrap_or_default();
    let renamed = renamed.first().and_then(|p| p.child_by_field_name("value")).filter(|v| v.kind() == "alias");
    tasks.extend(renamed.map(|n| Task::Lower(n, Role::Alias)));
    tasks.extend([Task::Close, Task::Close]);
    Some(tasks)
}

fn call<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let Some(target) = in_field(children, b.desc.field("target")) else { return };
    let parts = Parts::of(b, children);
    let has_body = parts.sections.iter().any(|(w, _)| *w == "do");
    let word = if target.kind() == "identifier" { b.text(target) } else { b"" };
    let first = parts.arguments.first().copied();
    let tasks = match word {
        b"def" | b"defp" | b"defmacro" | b"defmacrop" if first.is_some() => function(b, node, role, target, &parts),
        b"defmodule" if first.is_some() => {
            let sym = Sym::new("module");
            let mut tasks = vec![Task::Open { kind: Kind::ClassDef, role, sym, span: span(node), flags: 0 }];
            tasks.extend(first.map(|n| Task::Lower(n, Role::Name)));
            tasks.extend(parts.section("do", Role::Body));
            tasks.push(Task::Close);
            tasks
        }
        b"alias" => match import(b, node, role, &parts) {
            Some(tasks) => tasks,
            None => plain(node, role, target, &parts),
        },
        b"if" | b"unless" if has_body && first.is_some() => {
            let sym = if word == b"unless" { Sym::new("unless") } else { Sym::NONE };
            let mut tasks = vec![Task::Open { kind: Kind::If, role, sym, span: span(node), flags: 0 }];
            tasks.extend(first.map(|n| Task::Lower(n, Role::Cond)));
            tasks.extend(parts.section("do", Role::Then));
            tasks.extend(parts.section("else", Role::Else));
            tasks.push(Task::Close);
            tasks
        }
        b"case" | b"cond" | b"receive" if has_body => {
            let mut tasks = vec![Task::open(Kind::Switch, role, span(node))];
            tasks.extend(first.map(|n| Task::Lower(n, Role::Cond)));
            tasks.extend(parts.clauses("do").into_iter().map(|n| Task::Lower(n, Role::Case)));
            tasks.push(Task::Close);
            tasks
        }
        b"for" if has_body && first.is_some() => for_(node, role, &parts),
        b"with" if has_body => with(node, role, &parts),
        b"try" if has_body => try_(node, role, &parts),
        // `m.field`
        _ if target.kind() == "dot" && parts.list.is_none() && !has_body => vec![Task::Lower(target, role)],
        _ => plain(node, role, target, &parts),
    };
    b.then_all(tasks);
}

/// A call; its block is a further argument.
fn plain<'t>(node: TsNode<'t>, role: Role, target: TsNode<'t>, parts: &Parts<'t>) -> Vec<Task<'t>> {
    let at = parts.list.map_or(Span::new(target.end_byte(), node.end_byte()), span);
    let mut tasks = vec![
        Task::open(Kind::Call, role, span(node)),
        Task::Lower(target, Role::Callee),
        Task::open(Kind::Args, Role::Args, at),
    ];
    tasks.extend(parts.arguments.iter().map(|n| Task::Lower(*n, Role::None)));
    tasks.extend(parts.section("do", Role::None));
    tasks.extend(parts.section("else", Role::None));
    tasks.extend([Task::Close, Task::Close]);
    tasks
}

fn arguments<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    // The left side of a clause: one pattern is that pattern.
    let parts: Vec<TsNode<'t>> = named_children(children).map(|c| c.node).collect();
    if role == Role::Value
        && let [one] = parts[..]
    {
        b.then([Task::Lower(one, role)]);
        return;
    }
    let kind = if role == Role::Value { Kind::Tuple } else { Kind::Args };
    let mut tasks = vec![Task::open(kind, role, span(node))];
    tasks.extend(parts.into_iter().map(|n| Task::Lower(n, Role::None)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn sigil<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (Some(open), Some(close)) = (f("quoted_start"), f("quoted_end")) else {
        b.then([leaf(b, Kind::Str, role, node)]);
        return;
    };
    let content = Span::new(open.end_byte(), close.start_byte());
    let sym = Sym::of(b.src.get(content.range()).unwrap_or(b""));
    let is_regex = children.iter().any(|c| c.node.kind() == "sigil_name" && matches!(b.text(c.node), b"r" | b"R"));
    if is_regex {
        b.then([
            Task::open(Kind::Regex, role, span(node)),
            Task::leaf(Kind::Str, Role::Value, sym, content),
            Task::Close,
        ]);
        return;
    }
    let before = u16::try_from(open.end_byte() - node.start_byte()).unwrap_or(0);
    let after = u16::try_from(node.end_byte() - close.start_byte()).unwrap_or(0);
    let flags = (before & 0xff) | (after.min(0xff) << 8);
    b.then([Task::Leaf { kind: Kind::Str, role, sym, span: span(node), flags }]);
}

/// `%{a: 1}`, `%User{a: 1}`.
fn map<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let name = named_children(children).map(|c| c.node).find(|n| n.kind() == "struct");
    let rest = named_children(children).map(|c| c.node).filter(|n| n.kind() != "struct");
    let mut tasks = Vec::new();
    let mut inner_role = role;
    if let Some(name) = name {
        tasks.push(Task::open(Kind::New, role, span(node)));
        tasks.push(Task::Lower(name, Role::Type));
        inner_role = Role::Body;
    }
    tasks.push(Task::open(Kind::Dict, inner_role, span(node)));
    tasks.extend(rest.map(|n| Task::Lower(n, Role::None)));
    tasks.push(Task::Close);
    if name.is_some() {
        tasks.push(Task::Close);
    }
    b.then_all(tasks);
}

/// `a: 1, b: 2`: named arguments in a call, pairs elsewhere.
fn keywords<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let in_call = node.parent().is_some_and(|p| p.kind() == "arguments");
    let mut tasks = Vec::new();
    for child in named_children(children) {
        let (key, value) = (child.node.child_by_field_name("key"), child.node.child_by_field_name("value"));
        match (key, value) {
            (Some(key), Some(value)) if in_call => tasks.extend(shared::keyword(child.node, role, key, value)),
            _ => tasks.push(Task::Lower(child.node, role)),
        }
    }
    b.then_all(tasks);
}

fn pair<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (key, value) = (f("key"), f("value"));
    let mut tasks = vec![Task::open(Kind::Pair, role, span(node))];
    tasks.extend(key.map(|n| Task::Lower(n, Role::Key)));
    tasks.extend(value.map(|n| Task::Lower(n, Role::Value)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `a: ` without its colon.
fn keyword<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, _children: &[Child<'t>]) {
    let text = b.text(node).trim_ascii_end();
    let text = text.strip_suffix(b":").unwrap_or(text);
    let at = Span::new(node.start_byte(), node.start_byte() + text.len());
    b.then([Task::leaf(Kind::Ident, role, Sym::of(text), at)]);
}

fn dot<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    match (f("left"), f("right")) {
        (Some(left), Some(right)) => b.then([
            Task::open(Kind::Member, role, span(node)),
            Task::Lower(left, Role::Object),
            Task::Lower(right, Role::Name),
            Task::Close,
        ]),
        (Some(left), None) => b.then([Task::Lower(left, role)]),
        _ => {}
    }
}

/// `a |> f(b)` is `f(a, b)`; `=` assigns; `<>` joins texts.
fn binary<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (Some(left), Some(right), Some(operator)) = (f("left"), f("right"), f("operator")) else { return };
    let text = b.text(operator);
    if text == b"|>" {
        let (callee, list) = match right.child_by_field_name("target").filter(|_| right.kind() == "call") {
            Some(target) => (target, inner(right).into_iter().find(|n| n.kind() == "arguments")),
            None => (right, None),
        };
        let at = list.map_or(Span::new(right.end_byte(), right.end_byte()), span);
        let mut tasks = vec![
            Task::open(Kind::Call, role, span(node)),
            Task::Lower(callee, Role::Callee),
            Task::open(Kind::Args, Role::Args, at),
            Task::Lower(left, Role::None),
        ];
        tasks.extend(list.map(inner).unwrap_or_default().into_iter().map(|n| Task::Lower(n, Role::None)));
        tasks.extend([Task::Close, Task::Close]);
        b.then_all(tasks);
        return;
    }
    let (kind, sym, roles) = match text {
        b"=" => (Kind::Assign, Sym::NONE, (Role::Left, Role::Right)),
        b"=>" => (Kind::Pair, Sym::NONE, (Role::Key, Role::Value)),
        b"<>" => (Kind::Binary, Sym::new("+"), (Role::Left, Role::Right)),
        _ => (Kind::Binary, Sym::of(text), (Role::Left, Role::Right)),
    };
    b.then([
        Task::Open { kind, role, sym, span: span(node), flags: 0 },
        Task::Lower(left, roles.0),
        Task::Lower(right, roles.1),
        Task::Close,
    ]);
}

/// `@name` is a name of the module, `@name value` gives it its value.
fn unary<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let operator = in_field(children, b.desc.field("operator"));
    let operand = named_children(children).next_back().map(|c| c.node);
    let (Some(operator), Some(operand)) = (operator, operand) else { return };
    let text = b.text(operator);
    if text == b"@" {
        let target = operand.child_by_field_name("target").filter(|_| operand.kind() == "call");
        let value = inner(operand).into_iter().find(|n| n.kind() == "arguments").map(inner).unwrap_or_default();
        let name = target.unwrap_or(operand);
        let at = from_to(node, name);
        let sym = Sym::of(b.src.get(at.range()).unwrap_or(b""));
        match value[..] {
            [value] if target.is_some() => b.then([
                Task::open(Kind::VarDef, role, span(node)),
                Task::leaf(Kind::Ident, Role::Name, sym, at),
                Task::Lower(value, Role::Value),
                Task::Close,
            ]),
            _ => b.then([Task::leaf(Kind::Ident, role, sym, at)]),
        }
        return;
    }
    let kind = if text == b"&" { Kind::Ref } else { Kind::Unary };
    let sym = if text == b"not" { Sym::new("!") } else { Sym::of(text) };
    b.then([
        Task::Open { kind, role, sym, span: span(node), flags: 0 },
        Task::Lower(operand, Role::Value),
        Task::Close,
    ]);
}

/// `fn x -> e end`; with several clauses a choice.
fn lambda<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let clauses: Vec<TsNode<'t>> =
        named_children(children).map(|c| c.node).filter(|n| n.kind() == "stab_clause").collect();
    let mut tasks = vec![Task::Open { kind: Kind::Lambda, role, sym: Sym::NONE, span: span(node), flags: flag::ARROW }];
    if let [one] = clauses[..] {
        tasks.extend(one.child_by_field_name("left").map(|l| parameters(l, b)).unwrap_or_default());
        tasks.extend(one.child_by_field_name("right").map(|n| Task::Lower(n, Role::Body)));
    } else {
        let at = span(node);
        tasks.push(Task::Open { kind: Kind::Block, role: Role::Body, sym: Sym::NONE, span: at, flags: flag::IMPLIED });
        tasks.push(Task::open(Kind::Switch, Role::None, at));
        tasks.extend(clauses.into_iter().map(|n| Task::Lower(n, Role::Case)));
        tasks.extend([Task::Close, Task::Close]);
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}
