//! Hooks that several languages share.

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::super::strings::quotes;
use super::{Hook, from_to, in_field, leaf, named_children};
use crate::tree::{Kind, Role, Sym, flag};

pub(super) const HOOKS: &[(&str, Hook)] = &[
    ("string", string),
    ("concat", concat),
    ("interpolation", interpolation),
    ("regex", regex),
    ("params", params),
    ("unary", unary),
    ("update", update),
    ("if_chain", if_chain),
    ("vardef", vardef),
    ("method_call", method_call),
    ("modifiers", modifiers),
    ("bases", bases),
    ("impls", impls),
    ("dotted", dotted),
    ("scoped", scoped),
    ("scoped_list", scoped_list),
    ("lambda", lambda),
    ("assign_op", assign_op),
    ("class_body", class_body),
    ("as_pattern", as_pattern),
    ("first", first),
    ("decorator", decorator),
];

/// Only the first named child counts.
fn first<'t>(b: &mut Build<'_, 't>, _node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    if let Some(child) = named_children(children).find(|c| c.node.kind() != "interpolation_brace") {
        b.then([Task::Lower(child.node, role)]);
    }
}

/// A string literal: plain, or a template if it holds interpolations.
pub(super) fn string<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let text = b.text(node);
    let (open, close) = quotes(text);
    let is_part = |kind: &str| {
        matches!(
            kind,
            "string_content"
                | "string_fragment"
                | "escape_sequence"
                | "escape_interpolation"
                | "string_start"
                | "string_open"
                | "content"
                | "string_close"
                | "string_end"
                | "multiline_string_fragment"
                | "string_literal_content"
                | "string_literal_encoding"
                | "raw_string_literal_content"
                | "interpreted_string_literal_content"
                | "interpolation_start"
                | "interpolation_quote"
                | "interpolation_brace"
                | "string_value"
                | "heredoc_start"
                | "heredoc_end"
                | "nowdoc_body"
                | "raw_string_start"
                | "raw_string_content"
                | "raw_string_end"
                | "line_str_text"
                | "str_escaped_char"
                | "multi_line_str_text"
                | "character_escape_seq"
                | "quoted_content"
                | "raw_string_delimiter"
                | "quoted_template_start"
                | "quoted_template_end"
                | "template_literal"
                | "interpreted_string_literal"
                | "string_escape_sequence"
                | "verbatim_string_content"
        )
    };
    let formatted = text.iter().take(open).any(|c| matches!(c, b'f' | b'F')) || (text.first() == Some(&b'$'));
    let has_code = children.iter().any(|c| c.named && !is_part(c.node.kind()));
    if !(has_code || formatted && node.kind() == "string") {
        // An unfinished string ends with its line; keep the symbol to its content.
        let content = text.get(open..text.len() - close).unwrap_or(b"");
        let flags = u16::try_from(open).unwrap_or(0) | (u16::try_from(close).unwrap_or(0) << 8);
        b.then([Task::Leaf { kind: Kind::Str, role, sym: Sym::of(content), span: span(node), flags }]);
        return;
    }
    let flags = if formatted { flag::FORMATTED } else { 0 };
    let mut tasks = vec![Task::Open { kind: Kind::Template, role, sym: Sym::NONE, span: span(node), flags }];
    // Text between interpolations, quotes excluded, as one part each.
    let mut at = node.start_byte() + open;
    let end = (node.end_byte() - close).max(at);
    for child in children.iter().filter(|c| c.named && !is_part(c.node.kind())) {
        let (mut from, mut to) = (child.node.start_byte(), child.node.end_byte());
        // The braces of `"{$x}"` are no text.
        let braces = (b.src.get(from.saturating_sub(1)), b.src.get(to)) == (Some(&b'{'), Some(&b'}'));
        if braces && from > at && child.node.kind() != "interpolation" && node.kind() == "encapsed_string" {
            tasks.extend((from - 1 > at).then(|| part(b, at, from - 1)));
            (from, to) = (at, to + 1);
        }
        if from > at {
            tasks.push(part(b, at, from));
        }
        tasks.push(Task::Lower(child.node, Role::Part));
        at = to.max(at);
    }
    if end > at {
        tasks.push(part(b, at, end));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn part<'t>(b: &Build<'_, 't>, from: usize, to: usize) -> Task<'t> {
    let text = b.src.get(from..to).unwrap_or(b"");
    Task::leaf(Kind::StrPart, Role::Part, Sym::of(text), Span::new(from, to))
}

/// Strings side by side.
fn concat<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::Template, role, span(node))];
    tasks.extend(named_children(children).map(|c| Task::Lower(c.node, Role::Part)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `{x!r:>10}`: the expression only.
fn interpolation<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let expression = in_field(children, b.desc.field("expression"));
    // `{x!r}` and `{x:>3}` of Python are no `{x}`.
    let formats = |c: &Child<'_>| matches!(c.node.kind(), "format_specifier" | "type_conversion");
    let formatted = children.iter().any(|c| formats(c) || b.text(c.node) == b"=");
    if let Some(value) = expression.or_else(|| named_children(children).next().map(|c| c.node)) {
        if formatted {
            let (kind, sym) = (Kind::Other, Sym::new("formatted"));
            let open = Task::Open { kind, role, sym, span: span(node), flags: 0 };
            b.then([open, Task::Lower(value, Role::None), Task::Close]);
        } else {
            b.then([Task::Lower(value, role)]);
        }
    }
}

/// `/pattern/flags`.
fn regex<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let pattern = in_field(children, b.desc.field("pattern"));
    let flags = in_field(children, b.desc.field("flags"));
    let mut tasks = vec![Task::open(Kind::Regex, role, span(node))];
    if let Some(pattern) = pattern {
        tasks.push(leaf(b, Kind::Str, Role::Value, pattern));
    }
    if let Some(flags) = flags {
        tasks.push(leaf(b, Kind::Modifier, Role::Modifier, flags));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// A parameter list: bare names become parameters.
pub(super) fn params<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::Params, role, span(node))];
    for child in named_children(children) {
        match child.node.kind() {
            "identifier"
            | "property_identifier"
            | "object_pattern"
            | "array_pattern"
            | "ellipsis"
            | "tuple_pattern"
            | "destructured_parameter"
            | "_" => {
                tasks.extend(param(child.node));
            }
            "list_splat_pattern" | "rest_pattern" => {
                tasks.push(Task::open(Kind::RestParam, Role::None, span(child.node)));
                tasks.extend(child.node.named_child(0).map(|n| Task::Lower(n, Role::Name)));
                tasks.push(Task::Close);
            }
            "dictionary_splat_pattern" => {
                tasks.push(Task::open(Kind::HashParam, Role::None, span(child.node)));
                tasks.extend(child.node.named_child(0).map(|n| Task::Lower(n, Role::Name)));
                tasks.push(Task::Close);
            }
            _ => tasks.push(Task::Lower(child.node, Role::None)),
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// A parameter that is only a name.
pub(super) fn param<'t>(name: TsNode<'t>) -> [Task<'t>; 3] {
    [Task::open(Kind::Param, Role::None, span(name)), Task::Lower(name, Role::Name), Task::Close]
}

/// `-x`, `!x`: the operator by its token; `&x` and `*x` where they are pointers. A sign joins its number.
pub(super) fn unary<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let operand = named_children(children).next_back().map(|c| c.node);
    let operator = children.iter().find(|c| !c.named).map_or(Sym::NONE, |c| match b.text(c.node) {
        // Two words for one thing.
        b"not" => Sym::new("!"),
        _ => b.sym(c.node),
    });
    let Some(operand) = operand else { return };
    let is_number = matches!(
        operand.kind(),
        "integer"
            | "float"
            | "number"
            | "int_literal"
            | "decimal_integer_literal"
            | "integer_literal"
            | "number_literal"
    );
    if operator == Sym::new("-") && is_number {
        let digits = b.text(operand);
        let sym = match super::super::strings::whole(digits) {
            Some(n) => Sym::new(&format!("-{n}")),
            None => Sym::of(b.text(node)),
        };
        b.then([Task::leaf(Kind::Num, role, sym, span(node))]);
        return;
    }
    let kind = match operator {
        op if op == Sym::new("&") => Kind::Ref,
        op if op == Sym::new("*") => Kind::Deref,
        _ => Kind::Unary,
    };
    b.then([
        Task::Open { kind, role, sym: operator, span: span(node), flags: 0 },
        Task::Lower(operand, Role::Value),
        Task::Close,
    ]);
}

/// `++x` and `x++`.
fn update<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let operator = children.iter().find(|c| !c.named).map(|c| c.node);
    let Some(operand) = named_children(children).next().map(|c| c.node) else { return };
    let behind = operator.is_some_and(|o| o.start_byte() > operand.start_byte());
    let sym = operator.map_or(Sym::NONE, |o| b.sym(o));
    let flags = if behind { flag::POSTFIX } else { 0 };
    b.then([
        Task::Open { kind: Kind::Unary, role, sym, span: span(node), flags },
        Task::Lower(operand, Role::Value),
        Task::Close,
    ]);
}

/// `if` with a flat list of `elif` and `else`: nested, as other languages have it.
fn if_chain<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| b.desc.field(name);
    let (condition, consequence, alternative) = (f("condition"), f("consequence"), f("alternative"));
    let mut tasks = vec![Task::open(Kind::If, role, span(node))];
    tasks.extend(in_field(children, condition).map(|n| Task::Lower(n, Role::Cond)));
    let then = in_field(children, consequence).or_else(|| in_field(children, f("body")));
    tasks.extend(then.map(|n| Task::Lower(n, Role::Then)));
    let mut open = 1;
    for child in named_children(children).filter(|c| c.field == alternative || c.node.kind() == "elif_clause") {
        if matches!(child.node.kind(), "elif_clause" | "else_if_clause" | "elsif") {
            tasks.push(Task::open(Kind::If, Role::Else, from_to(child.node, node)));
            let inner = child.node.child_by_field_id(condition);
            tasks.extend(inner.map(|n| Task::Lower(n, Role::Cond)));
            let named = |field| if field == 0 { None } else { child.node.child_by_field_id(field) };
            let body = named(consequence).or_else(|| child.node.child_by_field_name("body"));
            tasks.extend(body.map(|n| Task::Lower(n, Role::Then)));
            open += 1;
        } else {
            tasks.push(Task::Lower(child.node, Role::Else));
        }
    }
    tasks.extend((0..open).map(|_| Task::Close));
    b.then_all(tasks);
}

/// A declaration of several names: one definition each, with the words and the type of the whole.
pub(super) fn vardef<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let (kind_field, type_field) = (b.desc.field("kind"), b.desc.field("type"));
    let (name_field, value_field) = (b.desc.field("name"), b.desc.field("value"));
    let is_declarator = |c: &Child<'_>| c.node.kind() == "variable_declarator";
    let count = children.iter().filter(|c| is_declarator(c)).count();
    let mut tasks = Vec::new();
    for (nth, declarator) in children.iter().filter(|c| is_declarator(c)).enumerate() {
        let last = nth + 1 == count;
        // Semgrep's ranges of JavaScript's definitions leave out the semicolon.
        let bare = matches!(node.kind(), "lexical_declaration" | "variable_declaration");
        // Each definition begins with the words and the type that all of them share.
        let whole = if last && !bare { span(node) } else { from_to(node, declarator.node) };
        tasks.push(Task::open(Kind::VarDef, role, whole));
        for child in children.iter().take_while(|c| !is_declarator(c)) {
            if !child.named {
                let is_word = b.text(child.node).first().is_some_and(u8::is_ascii_alphabetic);
                if is_word || child.field == kind_field && kind_field != 0 {
                    tasks.push(leaf(b, Kind::Modifier, Role::Modifier, child.node));
                }
            } else if child.field == type_field && type_field != 0 {
                tasks.push(Task::Lower(child.node, Role::Type));
            } else if !child.node.is_extra() {
                tasks.push(Task::Lower(child.node, Role::Modifier));
            }
        }
        let d = declarator.node;
        let name = d.child_by_field_id(name_field).or_else(|| d.named_child(0));
        tasks.extend(name.map(|n| Task::Lower(n, Role::Name)));
        if type_field != 0 {
            tasks.extend(d.child_by_field_id(type_field).map(|n| Task::Lower(n, Role::Type)));
        }
        let value = if value_field == 0 { None } else { d.child_by_field_id(value_field) };
        tasks.extend(value.map(|n| Task::Lower(n, Role::Value)));
        tasks.push(Task::Close);
    }
    b.then_all(tasks);
}

/// `object.name(arguments)` that the grammar keeps in one node.
fn method_call<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (object, name, arguments) = (f("object"), f("name"), f("arguments"));
    let Some(name) = name else { return };
    let mut tasks = vec![Task::open(Kind::Call, role, span(node))];
    if let Some(object) = object {
        tasks.push(Task::open(Kind::Member, Role::Callee, from_to(object, name)));
        tasks.push(Task::Lower(object, Role::Object));
        tasks.push(Task::Lower(name, Role::Name));
        tasks.push(Task::Close);
    } else {
        tasks.push(Task::Lower(name, Role::Callee));
    }
    tasks.extend(arguments.map(|n| Task::Lower(n, Role::Args)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// Keywords and annotations of a definition.
fn modifiers<'t>(b: &mut Build<'_, 't>, _node: TsNode<'t>, _role: Role, children: &[Child<'t>]) {
    let mut tasks = Vec::new();
    for child in children {
        if !child.named {
            tasks.push(leaf(b, Kind::Modifier, Role::Modifier, child.node));
        } else if !child.node.is_extra() {
            let is_annotation = child.node.kind().contains("annotation") || child.node.kind().contains("attribute");
            tasks.push(Task::Lower(child.node, if is_annotation { Role::Annotation } else { Role::Modifier }));
        }
    }
    b.then_all(tasks);
}

fn with_role<'t>(b: &mut Build<'_, 't>, role: Role, children: &[Child<'t>]) {
    let tasks = named_children(children).map(|c| Task::Lower(c.node, role)).collect();
    b.then_all(tasks);
}

/// Classes that are extended.
fn bases<'t>(b: &mut Build<'_, 't>, _node: TsNode<'t>, _role: Role, children: &[Child<'t>]) {
    with_role(b, Role::Base, children);
}

/// Interfaces that are implemented.
fn impls<'t>(b: &mut Build<'_, 't>, _node: TsNode<'t>, _role: Role, children: &[Child<'t>]) {
    with_role(b, Role::Impl, children);
}

/// `a.b.c` as a list of identifiers.
fn dotted<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let names: Vec<_> = named_children(children).map(|c| c.node).collect();
    member_chain(b, node, role, &names);
}

/// Nested members out of a list of names.
pub(super) fn member_chain<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, names: &[TsNode<'t>]) {
    if names.is_empty() {
        b.then([leaf(b, Kind::Ident, role, node)]);
        return;
    }
    b.then_all(chain(role, names));
}

/// The same as tasks; none for no name.
pub(super) fn chain<'t>(role: Role, names: &[TsNode<'t>]) -> Vec<Task<'t>> {
    let mut tasks = Vec::new();
    let Some((first, rest)) = names.split_first() else { return tasks };
    for (depth, name) in rest.iter().enumerate().rev() {
        let role = if depth + 1 == rest.len() { role } else { Role::Object };
        tasks.push(Task::open(Kind::Member, role, from_to(*first, *name)));
    }
    tasks.push(Task::Lower(*first, if rest.is_empty() { role } else { Role::Object }));
    for name in rest {
        tasks.push(Task::Lower(*name, Role::Name));
        tasks.push(Task::Close);
    }
    tasks
}

/// An argument that is given by its name.
pub(super) fn keyword<'t>(whole: TsNode<'t>, role: Role, name: TsNode<'t>, value: TsNode<'t>) -> [Task<'t>; 4] {
    [
        Task::open(Kind::KwArg, role, span(whole)),
        Task::Lower(name, Role::Name),
        Task::Lower(value, Role::Value),
        Task::Close,
    ]
}

/// `scope.name`.
fn scoped<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut named = named_children(children).map(|c| c.node);
    let (Some(scope), Some(name)) = (named.next(), named.next()) else {
        let tasks = named_children(children).map(|c| Task::Lower(c.node, role)).collect();
        b.then_all(tasks);
        return;
    };
    // `a?.b` of Kotlin.
    let optional = children.iter().any(|c| !c.named && b.text(c.node) == b"?.");
    let sym = if optional { Sym::new("?.") } else { Sym::NONE };
    b.then([
        Task::Open { kind: Kind::Member, role, sym, span: span(node), flags: 0 },
        Task::Lower(scope, Role::Object),
        Task::Lower(name, Role::Name),
        Task::Close,
    ]);
}

/// The same where annotations may stand between.
fn scoped_list<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let names: Vec<_> = named_children(children).map(|c| c.node).filter(|n| !n.kind().contains("annotation")).collect();
    member_chain(b, node, role, &names);
}

/// A function without a name: an expression as its body is a block that returns it.
pub(super) fn lambda<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let (parameters, body) = (b.desc.field("parameters"), b.desc.field("body"));
    let parameter = b.desc.field("parameter");
    let mut tasks = vec![Task::Open { kind: Kind::Lambda, role, sym: Sym::NONE, span: span(node), flags: flag::ARROW }];
    for child in children {
        if child.field == body && body != 0 {
            tasks.extend(body_of(child.node));
        } else if child.named
            && (child.field == parameters && parameters != 0 || child.field == parameter && parameter != 0)
        {
            if child.node.kind() == "identifier" || child.node.kind() == "implicit_parameter" {
                tasks.push(Task::open(Kind::Params, Role::Params, span(child.node)));
                tasks.extend(param(child.node));
                tasks.push(Task::Close);
            } else {
                tasks.push(Task::Lower(child.node, Role::Params));
            }
        } else if child.named && !child.node.is_extra() {
            let role = b.desc.field_roles.get(child.field as usize).copied().unwrap_or_default();
            tasks.push(Task::Lower(child.node, role));
        } else if b.text(child.node) == b"async" {
            tasks.push(leaf(b, Kind::Modifier, Role::Modifier, child.node));
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// One expression as a block.
pub(super) fn only<'t>(node: TsNode<'t>, role: Role) -> Vec<Task<'t>> {
    let flags = flag::IMPLIED;
    vec![
        Task::Open { kind: Kind::Block, role, sym: Sym::NONE, span: span(node), flags },
        Task::Lower(node, Role::None),
        Task::Close,
    ]
}

/// The parts of a node whose shape is not the expected one, each by itself.
pub(super) fn each<'t>(b: &mut Build<'_, 't>, parts: &[TsNode<'t>], role: Role) {
    b.then_all(parts.iter().map(|n| Task::Lower(*n, role)).collect());
}

/// The body of a lambda.
pub(super) fn body_of<'t>(body: TsNode<'t>) -> Vec<Task<'t>> {
    if matches!(body.kind(), "statement_block" | "block" | "compound_statement" | "function_body") {
        return vec![Task::Lower(body, Role::Body)];
    }
    let at = span(body);
    vec![
        Task::Open { kind: Kind::Block, role: Role::Body, sym: Sym::NONE, span: at, flags: flag::IMPLIED },
        Task::Open { kind: Kind::Return, role: Role::None, sym: Sym::NONE, span: at, flags: flag::IMPLIED },
        Task::Lower(body, Role::None),
        Task::Close,
        Task::Close,
    ]
}

/// `a = b` and `a += b` that the grammar keeps in one kind.
pub(super) fn assign_op<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (left, right) = (f("left"), f("right"));
    let operator = in_field(children, b.desc.field("operator"))
        .or_else(|| children.iter().find(|c| !c.named).map(|c| c.node))
        .map_or(Sym::new("="), |n| b.sym(n));
    let plain = operator == Sym::new("=");
    let (kind, sym) = if plain { (Kind::Assign, Sym::NONE) } else { (Kind::AugAssign, operator) };
    let mut tasks = vec![Task::Open { kind, role, sym, span: span(node), flags: 0 }];
    tasks.extend(left.map(|n| Task::Lower(n, Role::Left)));
    tasks.extend(right.map(|n| Task::Lower(n, Role::Right)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// The members of a class; decorators that stand before a member go into it.
fn class_body<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::ClassBody, role, span(node))];
    for child in named_children(children) {
        if child.node.kind() == "decorator" {
            tasks.push(Task::Adopt(child.node, Role::Annotation));
        } else {
            tasks.push(Task::Lower(child.node, Role::None));
        }
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `a as b`: an assignment of the value to the alias.
fn as_pattern<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let value = named_children(children).next().map(|c| c.node);
    // In a pattern of `match` the name stands behind `as` without a field.
    let behind = || named_children(children).last().map(|c| c.node).filter(|n| Some(n.id()) != value.map(|v| v.id()));
    let alias = in_field(children, b.desc.field("alias")).or_else(behind);
    let mut tasks = vec![Task::open(Kind::Assign, role, span(node))];
    tasks.extend(alias.map(|n| Task::Lower(n, Role::Left)));
    tasks.extend(value.map(|n| Task::Lower(n, Role::Right)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `@f(a)`: the name and the arguments; `@f` has none.
fn decorator<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let Some(inner) = named_children(children).next().map(|c| c.node) else { return };
    let f = |name| {
        let field = b.desc.field(name);
        if field == 0 { None } else { inner.child_by_field_id(field) }
    };
    let is_call = matches!(inner.kind(), "call" | "call_expression");
    let mut tasks = vec![Task::open(Kind::Annotation, role, span(node))];
    match (f("function"), f("arguments")) {
        (Some(function), Some(arguments)) if is_call => {
            tasks.push(Task::Lower(function, Role::Name));
            tasks.push(Task::Lower(arguments, Role::Args));
        }
        _ => tasks.push(Task::Lower(inner, Role::Name)),
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}
