//! Clojure: lists. Semgrep matches them as they are written, so special forms (`let`, `defn`) are
//! calls as all others; what they mean is left to the dataflow.

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::super::build::{Build, Child, Task, span};
use super::{Hook, from_to, in_field, leaf, named_children};
use crate::tree::{Kind, Role, Sym};

pub(super) const HOOKS: &[(&str, Hook)] = &[("list_call", list), ("cl_symbol", symbol)];

/// `(f a b)`: a call of the first element with the others.
fn list<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    // What is said about the list in front of it is no part of it.
    let open = in_field(children, b.desc.field("open")).unwrap_or(node);
    let at = Span::new(open.start_byte(), node.end_byte());
    let parts: Vec<TsNode<'t>> = named_children(children)
        .map(|c| c.node)
        .filter(|n| !n.kind().ends_with("meta_lit") && n.kind() != "dis_expr")
        .collect();
    let Some((first, rest)) = parts.split_first() else {
        let sym = Sym::new("list");
        b.then([Task::Open { kind: Kind::Other, role, sym, span: at, flags: 0 }, Task::Close]);
        return;
    };
    let arguments = match (rest.first(), rest.last()) {
        (Some(a), Some(z)) => from_to(*a, *z),
        _ => Span::new(first.end_byte(), first.end_byte()),
    };
    let mut tasks = vec![
        Task::open(Kind::Call, role, at),
        Task::Lower(*first, Role::Callee),
        Task::open(Kind::Args, Role::Args, arguments),
    ];
    tasks.extend(rest.iter().map(|n| Task::Lower(*n, Role::None)));
    tasks.extend([Task::Close, Task::Close]);
    b.then_all(tasks);
}

/// `name`, `namespace/name`.
fn symbol<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let f = |name| in_field(children, b.desc.field(name));
    match (f("namespace"), f("name")) {
        (Some(space), Some(name)) => b.then([
            Task::open(Kind::Member, role, from_to(space, name)),
            leaf(b, Kind::Ident, Role::Object, space),
            leaf(b, Kind::Ident, Role::Name, name),
            Task::Close,
        ]),
        (None, Some(name)) => b.then([leaf(b, Kind::Ident, role, name)]),
        _ => b.then([Task::leaf(Kind::Ident, role, b.sym(node), span(node))]),
    }
}
