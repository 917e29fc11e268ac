//! What descriptors cannot say: constructs that change their shape on the way.
//!
//! A hook gets a grammar node with its children and puts tasks on the stack; it never recurses.

mod apex;
mod bash;
mod cpp;
mod csharp;
mod data;
mod docker;
mod elixir;
mod go;
mod hcl;
mod java;
mod javascript;
mod julia;
mod kotlin;
mod lisp;
mod lua;
mod markup;
mod more;
mod ocaml;
mod php;
mod python;
mod r;
mod ruby;
mod rust;
mod scala;
mod shared;
mod shell;
mod solidity;
mod swift;

pub(super) use rust::attributes_of_next;

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::build::{Build, Child, Task};
use crate::tree::{Kind, Role};

/// A function that lowers one node.
pub(super) type Hook = for<'b, 'a, 't> fn(&'b mut Build<'a, 't>, TsNode<'t>, Role, &'b [Child<'t>]);

/// The hook of that name.
pub(super) fn named(name: &str) -> Option<Hook> {
    let tables = [
        shared::HOOKS,
        python::HOOKS,
        javascript::HOOKS,
        java::HOOKS,
        go::HOOKS,
        bash::HOOKS,
        cpp::HOOKS,
        csharp::HOOKS,
        ruby::HOOKS,
        php::HOOKS,
        data::HOOKS,
        hcl::HOOKS,
        docker::HOOKS,
        more::HOOKS,
        kotlin::HOOKS,
        solidity::HOOKS,
        scala::HOOKS,
        rust::HOOKS,
        swift::HOOKS,
        elixir::HOOKS,
        markup::HOOKS,
        ocaml::HOOKS,
        lisp::HOOKS,
        apex::HOOKS,
        lua::HOOKS,
        r::HOOKS,
        julia::HOOKS,
    ];
    tables.into_iter().flatten().find(|(n, _)| *n == name).map(|(_, hook)| *hook)
}

/// The child in a field.
fn in_field<'t>(children: &[Child<'t>], field: u16) -> Option<TsNode<'t>> {
    children.iter().find(|c| field != 0 && c.field == field).map(|c| c.node)
}

/// Named children that are no comments.
fn named_children<'b, 't>(children: &'b [Child<'t>]) -> impl DoubleEndedIterator<Item = &'b Child<'t>> {
    children.iter().filter(|c| c.named && !c.node.is_extra())
}

/// The span from the start of one node to the end of another.
fn from_to(a: TsNode<'_>, b: TsNode<'_>) -> Span {
    Span::new(a.start_byte(), b.end_byte())
}

/// A leaf of a node's text.
fn leaf<'t>(b: &Build<'_, 't>, kind: Kind, role: Role, node: TsNode<'t>) -> Task<'t> {
    Task::leaf(kind, role, b.sym(node), super::build::span(node))
}
