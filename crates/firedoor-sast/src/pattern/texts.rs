//! Texts without which a file has no match of a pattern: names, and contents of strings.

use firedoor_lang::Language;

use super::model::{Op, Pattern};
use super::spell::{DEEP, DEEP_LOWER};
use crate::tree::{Kind, Node, NodeId, Role, Sym, Tree};

/// Stands for `a[b][c]`, whatever is written between the brackets in the middle.
pub(crate) const INDEX_OF_INDEX: &str = "][";
/// Shortest content of a string that is worth to be looked for.
const MIN_STRING: usize = 3;

/// Notes what a node of a pattern asks of a file. `text` is what the node says.
pub(super) fn note(pattern: &mut Pattern, tree: &Tree, id: NodeId, op: &Op, text: &str) {
    let node = tree.node(id);
    let language = pattern.language;
    // `**$X`
    if node.kind == Kind::HashSpread && language == Language::Python {
        pattern.literals.push("**".to_owned());
    }
    if !matches!(op, Op::Plain) {
        return;
    }
    // What a function of Solidity returns says nothing.
    if language == Language::Solidity && is_below(tree, node, |above| above.role == Role::Ret) {
        return;
    }
    match node.kind {
        Kind::Ident if is_telling(text, language) => pattern.literals.push(text.to_owned()),
        // `$(...)`
        Kind::Ident if is_script(language) && text == "$" => pattern.literals.push(text.to_owned()),
        // `$where`
        Kind::Ident if is_script(language) && text.strip_prefix('$').is_some_and(|name| is_telling(name, language)) => {
            pattern.literals.push(text[1..].to_owned());
        }
        // `{ "script-src": $X }`
        Kind::Ident if is_script(language) && node.role == Role::Key && text.starts_with(['"', '\'']) => {
            let key = text.trim_matches(['"', '\'']);
            if is_written(key, language) {
                pattern.strings.push(key.to_owned());
            }
        }
        // `$X[$Y][$Z]`
        Kind::Index if is_script(language) && has_index(tree, id) => pattern.literals.push(INDEX_OF_INDEX.to_owned()),
        // `assert $X`
        Kind::Directive if language == Language::Python && node.sym == Sym::new("assert") => {
            pattern.literals.push("assert".to_owned());
        }
        Kind::Annotation if has_at_signs(language) => pattern.literals.push("@".to_owned()),
        Kind::Str if is_written(text, language) && !is_below(tree, node, |above| above.kind == Kind::Directive) => {
            pattern.strings.push(text.to_owned());
        }
        _ => {}
    }
}

/// Whether a node is such a one, or below it.
fn is_below(tree: &Tree, node: &Node, test: impl Fn(&Node) -> bool) -> bool {
    let mut at = node;
    while at.parent != 0 && !test(at) {
        at = tree.node(at.parent);
    }
    test(at)
}

/// JavaScript and what is made of it.
pub(crate) fn is_script(language: Language) -> bool {
    matches!(language, Language::JavaScript | Language::TypeScript | Language::Tsx)
}

/// Whether a part of a part is asked for.
fn has_index(tree: &Tree, id: NodeId) -> bool {
    tree.child(id, Role::Object).is_some_and(|object| tree.kind(object) == Kind::Index)
}

/// Whether annotations begin with `@`, and nothing else is taken for one.
fn has_at_signs(language: Language) -> bool {
    matches!(language, Language::Python | Language::Java | Language::JavaScript | Language::TypeScript | Language::Tsx)
}

/// Whether a string of that content stands in a file as it is, or in pieces of which the first begins behind a quote:
/// constants are folded before they are compared.
fn is_written(text: &str, language: Language) -> bool {
    // Elsewhere texts may stand without quotes, or begin on a line of their own.
    let quoted = matches!(
        language,
        Language::Python
            | Language::JavaScript
            | Language::TypeScript
            | Language::Tsx
            | Language::Java
            | Language::Kotlin
            | Language::Scala
            | Language::Go
            | Language::CSharp
            | Language::Rust
    );
    // A text may begin with a number or another constant that is put into it.
    let is_shown = ["true", "false", "null"].iter().any(|word| text.starts_with(word));
    let plain = text.bytes().all(|c| c.is_ascii_graphic() && !matches!(c, b'"' | b'\'' | b'`' | b'\\' | b'{' | b'#'));
    // Holes, where the pattern's spelling put some into it.
    let whole = !text.contains("FD") && !text.contains("...");
    quoted
        && plain
        && whole
        && !is_shown
        && text.len() >= MIN_STRING
        && !text.starts_with(|c: char| c.is_ascii_digit() || c == '-')
}

/// Whether a name must stand in every file that matches: `this` and the like may be left out or spelled otherwise.
pub(crate) fn is_telling(text: &str, language: Language) -> bool {
    let word = text.len() >= 2 && text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_' || c >= 0x80);
    // `die` and `exit` of PHP are the same.
    let ends = language == Language::Php && (text.eq_ignore_ascii_case("die") || text.eq_ignore_ascii_case("exit"));
    word && !ends
        && !matches!(text, "self" | "this" | "super" | "default" | "__future__" | "undefined" | "var")
        && text != DEEP
        && text != DEEP_LOWER
        && !text.starts_with("FD")
        && !(language == Language::Ocaml && text.starts_with("fd"))
}
