//! PHP.

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::shared::keyword;
use super::{Hook, from_to, in_field, leaf, named_children, shared};
use crate::tree::{Kind, Role, Sym};

pub(super) const HOOKS: &[(&str, Hook)] = &[
    ("php_qualified", qualified),
    ("php_list", list),
    ("php_string", string),
    ("php_scoped_call", scoped_call),
    ("php_argument", argument),
    ("php_element", element),
    ("php_echo", echo),
    ("php_print", print),
    ("php_shell", shell),
    ("php_name", name),
    ("php_boolean", boolean),
    ("php_statement", statement),
    ("php_dynamic", dynamic),
    ("php_bases", bases),
    ("php_property", property),
    ("php_foreach", foreach),
    ("php_namespace", namespace),
    ("php_use", use_declaration),
    ("index_pair", index_pair),
    ("php_binary", binary),
    ("php_conditional", conditional),
    ("php_reference", reference),
    ("php_global", global),
    ("php_static", static_),
];

/// A name whose parts are separated in its text: `A\B\C`, `a::b::c`.
pub(super) fn path<'t>(b: &Build<'_, 't>, at: Span, role: Role, separator: &[u8]) -> Vec<Task<'t>> {
    let text = b.src.get(at.range()).unwrap_or(b"");
    let mut parts: Vec<(usize, usize)> = Vec::new();
    let mut from = 0;
    let mut i = 0;
    while i <= text.len() {
        if i == text.len() || text[i..].starts_with(separator) {
            if i > from {
                parts.push((from, i));
            }
            i += separator.len();
            from = i;
        } else {
            i += 1;
        }
    }
    let base = at.start as usize;
    let Some((first, rest)) = parts.split_first() else { return Vec::new() };
    let mut tasks = Vec::new();
    for (depth, part) in rest.iter().enumerate().rev() {
        let role = if depth + 1 == rest.len() { role } else { Role::Object };
        tasks.push(Task::open(Kind::Member, role, Span::new(base + first.0, base + part.1)));
    }
    let ident = |(from, to): (usize, usize), role| {
        Task::leaf(Kind::Ident, role, Sym::of(&text[from..to]), Span::new(base + from, base + to))
    };
    tasks.push(ident(*first, if rest.is_empty() { role } else { Role::Object }));
    for part in rest {
        tasks.push(ident(*part, Role::Name));
        tasks.push(Task::Close);
    }
    tasks
}

/// Names of functions, methods and classes have no case.
fn name<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, _children: &[Child<'t>]) {
    let sym = Sym::of(&b.text(node).to_ascii_lowercase());
    b.then([Task::leaf(Kind::Ident, role, sym, span(node))]);
}

/// `TRUE` is `true`.
fn boolean<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, _children: &[Child<'t>]) {
    let sym = Sym::of(&b.text(node).to_ascii_lowercase());
    b.then([Task::leaf(Kind::Bool, role, sym, span(node))]);
}

fn qualified<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, _children: &[Child<'t>]) {
    let tasks = path(b, span(node), role, b"\\");
    b.then_all(tasks);
}

/// `list($a, $b)` and `[$a, $b]`, to which values are given: Semgrep tells them apart.
fn list<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let word = children.first().filter(|c| !c.named && b.text(c.node).eq_ignore_ascii_case(b"list"));
    let sym = word.map_or(Sym::NONE, |_| Sym::new("list"));
    let mut tasks = vec![Task::Open { kind: Kind::Array, role, sym, span: span(node), flags: 0 }];
    tasks.extend(named_children(children).map(|c| Task::Lower(c.node, Role::None)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// Strings; a heredoc's content is its body.
fn string<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let value = in_field(children, b.desc.field("value"));
    if let Some(value) = value {
        let mut cursor = value.walk();
        let parts: Vec<TsNode<'t>> = value
            .named_children(&mut cursor)
            .filter(|n| !matches!(n.kind(), "string_content" | "escape_sequence" | "nowdoc_string"))
            .collect();
        if parts.is_empty() {
            let text = b.text(value).trim_ascii();
            b.then([Task::leaf(Kind::Str, role, Sym::of(text), span(value))]);
            return;
        }
        let mut tasks = vec![Task::open(Kind::Template, role, span(node))];
        let mut at = value.start_byte();
        for part in parts {
            if part.start_byte() > at {
                tasks.push(text_part(b, at, part.start_byte()));
            }
            tasks.push(Task::Lower(part, Role::Part));
            at = part.end_byte();
        }
        if value.end_byte() > at {
            tasks.push(text_part(b, at, value.end_byte()));
        }
        tasks.push(Task::Close);
        b.then_all(tasks);
        return;
    }
    shared::string(b, node, role, children);
}

fn text_part<'t>(b: &Build<'_, 't>, from: usize, to: usize) -> Task<'t> {
    Task::leaf(Kind::StrPart, Role::Part, Sym::of(b.src.get(from..to).unwrap_or(b"")), Span::new(from, to))
}

fn scoped_call<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (Some(scope), Some(name), Some(arguments)) = (f("scope"), f("name"), f("arguments")) else { return };
    b.then([
        Task::open(Kind::Call, role, span(node)),
        Task::open(Kind::Member, Role::Callee, from_to(scope, name)),
        Task::Lower(scope, Role::Object),
        Task::Lower(name, Role::Name),
        Task::Close,
        Task::Lower(arguments, Role::Args),
        Task::Close,
    ]);
}

fn argument<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let name_field = b.desc.field("name");
    let name = in_field(children, name_field);
    let value = named_children(children).rfind(|c| c.field != name_field || name_field == 0).map(|c| c.node);
    let Some(value) = value else { return };
    match name {
        Some(name) => b.then(keyword(node, role, name, value)),
        None => b.then([Task::Lower(value, role)]),
    }
}

/// `v` or `k => v`.
fn element<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let parts: Vec<_> = named_children(children).map(|c| c.node).collect();
    match parts[..] {
        [key, value] => b.then([
            Task::open(Kind::Pair, role, span(node)),
            Task::Lower(key, Role::Key),
            Task::Lower(value, Role::Value),
            Task::Close,
        ]),
        [one] => b.then([Task::Lower(one, role)]),
        _ => {}
    }
}

/// `echo a, b;` and the like are calls as statements.
fn echo<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let Some(word) = children.first().map(|c| c.node) else { return };
    let mut tasks = vec![Task::open(Kind::ExprStmt, role, span(node)), Task::open(Kind::Call, Role::None, span(node))];
    tasks.push(leaf(b, Kind::Ident, Role::Callee, word));
    tasks.push(Task::open(Kind::Args, Role::Args, span(node)));
    for child in named_children(children) {
        // The grammar nests a list of several to the right.
        let mut at = child.node;
        while at.kind() == "sequence_expression" {
            let (first, rest) = (at.named_child(0), at.named_child(1));
            tasks.extend(first.map(|n| Task::Lower(n, Role::None)));
            let Some(rest) = rest else { break };
            at = rest;
        }
        tasks.push(Task::Lower(at, Role::None));
    }
    tasks.extend([Task::Close, Task::Close, Task::Close]);
    b.then_all(tasks);
}

fn print<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let Some(word) = children.first().map(|c| c.node) else { return };
    let mut tasks = vec![Task::open(Kind::Call, role, span(node)), leaf(b, Kind::Ident, Role::Callee, word)];
    tasks.push(Task::open(Kind::Args, Role::Args, span(node)));
    tasks.extend(named_children(children).map(|c| Task::Lower(c.node, Role::None)));
    tasks.extend([Task::Close, Task::Close]);
    b.then_all(tasks);
}

/// `` `command` ``: a call of `shell_exec` with what stands between the quotes.
fn shell<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let at = span(node);
    let (first, last) = (node.start_byte() + 1, node.end_byte().saturating_sub(1).max(node.start_byte() + 1));
    let mut tasks = vec![
        Task::open(Kind::Call, role, at),
        Task::leaf(Kind::Ident, Role::Callee, Sym::new("`"), Span::new(node.start_byte(), first)),
        Task::open(Kind::Args, Role::Args, Span::new(first, last)),
    ];
    let is_text = |kind: &str| matches!(kind, "string_content" | "escape_sequence");
    let expressions = || named_children(children).map(|c| c.node).filter(|n| !is_text(n.kind()));
    // A command that is one expression is that expression, so that `$X` in backquotes is any command.
    if let Some(whole) = expressions().next().filter(|n| n.start_byte() == first && n.end_byte() == last) {
        tasks.extend([Task::Lower(whole, Role::None), Task::Close, Task::Close]);
        return b.then_all(tasks);
    }
    tasks.push(Task::open(Kind::Template, Role::None, Span::new(first, last)));
    let mut from = first;
    for part in expressions() {
        // Braces around an interpolation are no text.
        let start = part.start_byte() - usize::from(b.src.get(part.start_byte().wrapping_sub(1)) == Some(&b'{'));
        if start > from {
            tasks.push(text_part(b, from, start));
        }
        tasks.push(Task::Lower(part, Role::Part));
        from = part.end_byte() + usize::from(b.src.get(part.end_byte()) == Some(&b'}'));
    }
    if last > from {
        tasks.push(text_part(b, from, last));
    }
    tasks.extend([Task::Close, Task::Close, Task::Close]);
    b.then_all(tasks);
}

/// A statement of an expression; behind `<?=` it is echoed.
fn statement<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let before = b.src.get(..node.start_byte()).unwrap_or(&[]).trim_ascii_end();
    let semicolon = children.last().is_some_and(|c| b.text(c.node) == b";");
    let flags = if semicolon { crate::tree::flag::SEMICOLON } else { 0 };
    let echoes = before.ends_with(b"<?=");
    // With its sign, so that what is echoed is not taken for the whole.
    let whole = if echoes { Span::new(before.len() - 3, node.end_byte()) } else { span(node) };
    let mut tasks = vec![Task::Open { kind: Kind::ExprStmt, role, sym: Sym::NONE, span: whole, flags }];
    let parts = named_children(children).map(|c| Task::Lower(c.node, Role::None));
    if echoes {
        let word = Span::new(before.len() - 3, before.len());
        tasks.push(Task::open(Kind::Call, Role::None, whole));
        tasks.push(Task::leaf(Kind::Ident, Role::Callee, Sym::new("echo"), word));
        tasks.push(Task::open(Kind::Args, Role::Args, whole));
        tasks.extend(parts);
        tasks.extend([Task::Close, Task::Close]);
    } else if let Some(word) = named_children(children).map(|c| c.node).find(|n| ends(b, *n)) {
        tasks.push(Task::open(Kind::Call, Role::None, span(word)));
        tasks.push(leaf(b, Kind::Ident, Role::Callee, word));
        let behind = Span::new(word.end_byte(), word.end_byte());
        tasks.extend([Task::open(Kind::Args, Role::Args, behind), Task::Close, Task::Close]);
    } else {
        tasks.extend(parts);
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `die` without brackets.
fn ends(b: &Build<'_, '_>, node: TsNode<'_>) -> bool {
    node.kind() == "name" && b.text(node).eq_ignore_ascii_case(b"die")
}

/// `$$x`; and `${x}` in a string, which is `$x`.
fn dynamic<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    if let Some(name) = named_children(children).next().map(|c| c.node).filter(|n| n.kind() == "name") {
        let mut text = b"$".to_vec();
        text.extend_from_slice(b.text(name));
        b.then([Task::leaf(Kind::Ident, role, Sym::of(&text), span(node))]);
        return;
    }
    let mut tasks = vec![Task::open(Kind::Deref, role, span(node))];
    tasks.extend(named_children(children).map(|c| Task::Lower(c.node, Role::Value)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// The class that is extended; of an interface, those that are, in any order.
fn bases<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, _role: Role, children: &[Child<'t>]) {
    let interface = node.parent().is_some_and(|p| p.kind() == "interface_declaration");
    let role = if interface { Role::Impl } else { Role::Base };
    let tasks = named_children(children).map(|c| Task::Lower(c.node, role)).collect();
    b.then_all(tasks);
}

/// Properties and constants: one definition each.
fn property<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let ty = in_field(children, b.desc.field("type"));
    let (name, value) = (b.desc.field("name"), b.desc.field("default_value"));
    let mut tasks = Vec::new();
    for element in children.iter().filter(|c| matches!(c.node.kind(), "property_element" | "const_element")) {
        tasks.push(Task::open(Kind::VarDef, role, span(node)));
        for child in children {
            let is_const = !child.named && b.text(child.node) == b"const";
            if is_const || child.node.kind().ends_with("_modifier") {
                tasks.push(leaf(b, Kind::Modifier, Role::Modifier, child.node));
            }
        }
        let e = element.node;
        let element_name = if name == 0 { None } else { e.child_by_field_id(name) }.or_else(|| e.named_child(0));
        tasks.extend(element_name.map(|n| Task::Lower(n, Role::Name)));
        tasks.extend(ty.map(|n| Task::Lower(n, Role::Type)));
        let element_value = if value == 0 { None } else { e.child_by_field_id(value) }.or_else(|| e.named_child(1));
        tasks.extend(element_value.map(|n| Task::Lower(n, Role::Value)));
        tasks.push(Task::Close);
    }
    b.then_all(tasks);
}

fn foreach<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let body_field = b.desc.field("body");
    let body = in_field(children, body_field);
    let mut parts = named_children(children).filter(|c| c.field != body_field).map(|c| c.node);
    let (collection, element) = (parts.next(), parts.next());
    let mut tasks = vec![Task::open(Kind::ForEach, role, span(node))];
    tasks.extend(element.map(|n| Task::Lower(n, Role::Left)));
    tasks.extend(collection.map(|n| Task::Lower(n, Role::Right)));
    tasks.extend(body.map(|n| Task::Lower(n, Role::Body)));
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// A namespace: its name, then its statements where it stands.
fn namespace<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (name, body) = (f("name"), f("body"));
    let mut tasks = vec![Task::open(Kind::Package, role, span(name.unwrap_or(node)))];
    if let Some(name) = name {
        tasks.extend(path(b, span(name), Role::Module, b"\\"));
    }
    tasks.push(Task::Close);
    if let Some(body) = body {
        let mut cursor = body.walk();
        tasks.extend(body.named_children(&mut cursor).map(|n| Task::Lower(n, role)));
    }
    b.then_all(tasks);
}

/// `use A\B as C;`
fn use_declaration<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = Vec::new();
    // `use A\B\{c, d as e};`
    if let Some(group) = children.iter().find(|c| c.node.kind() == "namespace_use_group").map(|c| c.node) {
        let prefix = children.iter().find(|c| c.node.kind() == "namespace_name").map(|c| c.node);
        let mut cursor = group.walk();
        tasks.push(Task::open(Kind::ImportFrom, role, span(node)));
        if let Some(prefix) = prefix {
            tasks.extend(path(b, span(prefix), Role::Module, b"\\"));
        }
        for clause in group.named_children(&mut cursor).filter(|c| c.kind() == "namespace_use_clause") {
            let Some(name) = clause.named_child(0) else { continue };
            let alias = clause.child_by_field_id(b.desc.field("alias"));
            tasks.push(Task::open(Kind::ImportName, Role::None, span(clause)));
            tasks.push(leaf(b, Kind::Ident, Role::Name, name));
            tasks.extend(alias.map(|n| Task::Lower(n, Role::Alias)));
            tasks.push(Task::Close);
        }
        tasks.push(Task::Close);
        b.then_all(tasks);
        return;
    }
    for clause in children.iter().filter(|c| c.node.kind() == "namespace_use_clause") {
        let alias = clause.node.child_by_field_id(b.desc.field("alias"));
        let Some(name) = clause.node.named_child(0) else { continue };
        let text = b.text(name);
        let cut = text.iter().rposition(|&c| c == b'\\');
        tasks.push(Task::open(Kind::ImportFrom, role, span(node)));
        let start = name.start_byte();
        let last = cut.map_or(start, |n| start + n + 1);
        if let Some(cut) = cut {
            tasks.extend(path(b, Span::new(start, start + cut), Role::Module, b"\\"));
        }
        tasks.push(Task::open(Kind::ImportName, Role::None, span(clause.node)));
        let last_text = b.src.get(last..name.end_byte()).unwrap_or(b"");
        tasks.push(Task::leaf(Kind::Ident, Role::Name, Sym::of(last_text), Span::new(last, name.end_byte())));
        tasks.extend(alias.map(|n| Task::Lower(n, Role::Alias)));
        tasks.extend([Task::Close, Task::Close]);
    }
    b.then_all(tasks);
}

/// `static $x = e` of a function, as of a class.
fn static_<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::VarDef, role, span(node))];
    let word = node.parent().and_then(|p| p.child(0)).filter(|w| w.kind() == "static");
    tasks.extend(word.map(|w| leaf(b, Kind::Modifier, Role::Modifier, w)));
    for child in named_children(children) {
        let role = b.desc.field_roles.get(child.field as usize).copied().unwrap_or_default();
        tasks.push(Task::Lower(child.node, role));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `a[b]` without fields in the grammar.
fn index_pair<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = vec![Task::open(Kind::Index, role, span(node))];
    for (nth, child) in named_children(children).enumerate() {
        tasks.push(Task::Lower(child.node, if nth == 0 { Role::Object } else { Role::Index }));
    }
    tasks.push(Task::Close);
    b.then_all(tasks);
}

/// `a ?? b` is `a ? a : b`, as `a ?: b` is.
fn binary<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (Some(left), Some(operator), Some(right)) = (f("left"), f("operator"), f("right")) else { return };
    if b.text(operator) == b"??" {
        return or_else(b, node, role, left, right);
    }
    // They differ in what they bind only.
    let sym = match b.text(operator) {
        word if word.eq_ignore_ascii_case(b"or") => Sym::new("||"),
        word if word.eq_ignore_ascii_case(b"and") => Sym::new("&&"),
        _ => b.sym(operator),
    };
    b.then([
        Task::Open { kind: Kind::Binary, role, sym, span: span(node), flags: 0 },
        Task::Lower(left, Role::Left),
        Task::Lower(right, Role::Right),
        Task::Close,
    ]);
}

fn conditional<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (Some(condition), Some(alternative)) = (f("condition"), f("alternative")) else { return };
    match f("body") {
        None => or_else(b, node, role, condition, alternative),
        Some(body) => b.then([
            Task::open(Kind::Ternary, role, span(node)),
            Task::Lower(condition, Role::Cond),
            Task::Lower(body, Role::Then),
            Task::Lower(alternative, Role::Else),
            Task::Close,
        ]),
    }
}

fn or_else<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, value: TsNode<'t>, otherwise: TsNode<'t>) {
    b.then([
        Task::open(Kind::Ternary, role, span(node)),
        Task::Lower(value, Role::Cond),
        Task::Lower(value, Role::Then),
        Task::Lower(otherwise, Role::Else),
        Task::Close,
    ]);
}

/// `a = &b`
fn reference<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    let (Some(left), Some(right)) = (f("left"), f("right")) else { return };
    // With its sign, so that it is more than what it refers to.
    let at =
        children.iter().find(|c| !c.named && b.text(c.node) == b"&").map_or(span(right), |c| from_to(c.node, right));
    b.then([
        Task::open(Kind::Assign, role, span(node)),
        Task::Lower(left, Role::Left),
        Task::open(Kind::Ref, Role::Right, at),
        Task::Lower(right, Role::Value),
        Task::Close,
        Task::Close,
    ]);
}

/// `global $a, $b;`: one declaration for each.
fn global<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let mut tasks = Vec::new();
    for child in named_children(children) {
        let sym = Sym::new("global");
        tasks.push(Task::Open { kind: Kind::Directive, role, sym, span: span(node), flags: 0 });
        tasks.extend([Task::Lower(child.node, Role::None), Task::Close]);
    }
    b.then_all(tasks);
}
