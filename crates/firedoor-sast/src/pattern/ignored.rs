//! What a pattern may say and what says nothing, as Semgrep reads it.

use firedoor_lang::Language;

use crate::tree::{Kind, NodeId, Role, Sym, Tree};

/// Whether this part of a pattern says nothing about what matches.
pub(super) fn says_nothing(language: Language, tree: &Tree, parent: NodeId, child: NodeId) -> bool {
    let kind = tree.kind(parent);
    // `permits A, B`.
    if language == Language::Java && tree.kind(child) == Kind::Other && is_permits(tree.node(child).sym) {
        return true;
    }
    // `constexpr int x = 1;`
    if matches!(language, Language::C | Language::Cpp)
        && tree.kind(child) == Kind::Modifier
        && tree.node(child).sym == Sym::new("constexpr")
    {
        return true;
    }
    if tree.node(child).role != Role::TypeParams {
        return false;
    }
    match language {
        // Of calls only those of plain names ask for their types.
        Language::JavaScript | Language::TypeScript | Language::Tsx => {
            kind != Kind::Call || tree.child(parent, Role::Callee).is_some_and(|c| tree.kind(c) == Kind::Member)
        }
        Language::Java => kind == Kind::FuncDef,
        _ => false,
    }
}

fn is_permits(sym: Sym) -> bool {
    sym == Sym(crate::tree::mix(Sym::new("permits").0, Sym::new("permits").0))
}

/// The name of a type whose arguments say nothing.
pub(super) fn bare_type(language: Language, tree: &Tree, id: NodeId) -> Option<NodeId> {
    let script = crate::matcher::assigns_by_operator(language);
    if script && tree.kind(id) == Kind::TypeApp {
        return tree.first_child(id);
    }
    None
}
