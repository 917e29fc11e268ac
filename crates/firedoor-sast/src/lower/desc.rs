//! Descriptors: what a grammar's kinds mean.
//!
//! A line is `kind[, kind…]: shape`, where a shape is one of
//! - `skip`: the node disappears (comments);
//! - `splice`: the node disappears and its named children take its place;
//! - `paren [Cond]`: the same for brackets around one expression, whose range becomes that of the brackets; with `Cond`
//!   not where they belong to the statement around them;
//! - `leaf Kind`: no children, the text is the symbol;
//! - `!hook`: a function of [`super::hooks`];
//! - `Kind [attributes]`: a node of that kind with the named children.
//!
//! Attributes: `field=Role` gives the children of a field their role (`field=-` drops them); `:kind=Role` does so for
//! children of a grammar kind without a field; `*=Role` for all others; `@field` takes the text of a field as symbol;
//! `#word` makes that word the symbol; `+mods` turns keywords into modifiers; `+tok` makes the keywords and operators
//! the symbol; `%arrow`, `%fmt`, `%semi`, `%returned` set flags. A field without an attribute takes its role from
//! [`FIELD_ROLES`].

use std::sync::OnceLock;

use firedoor_lang::Language;
use rustc_hash::FxHashMap;

use super::hooks::{self, Hook};
use crate::tree::{Kind, Role, Sym, flag};

/// What to do with a node.
#[derive(Clone)]
pub(super) enum Shape {
    Skip,
    Splice,
    Paren {
        but_conditions: bool,
    },
    Leaf(Kind),
    Hook(Hook),
    Node(NodeShape),
    /// Not described: its own kind, by its name.
    Other(Sym),
}

#[derive(Clone)]
pub(super) struct NodeShape {
    pub(super) kind: Kind,
    pub(super) sym: Sym,
    pub(super) sym_field: u16,
    pub(super) fields: Vec<(u16, Option<Role>)>,
    pub(super) kinds: Vec<(u16, Option<Role>)>,
    pub(super) rest: Option<Role>,
    pub(super) mods: bool,
    pub(super) tokens: bool,
    pub(super) flags: u16,
}

/// A compiled descriptor.
pub(super) struct Descriptor {
    pub(super) grammar: tree_sitter::Language,
    pub(super) shapes: Vec<Shape>,
    /// Roles of fields where a shape says nothing.
    pub(super) field_roles: Vec<Role>,
    pub(super) field_ids: FxHashMap<String, u16>,
}

impl Descriptor {
    /// The id of a field of this grammar; 0 (no field) where it has none of that name.
    pub(super) fn field(&self, name: &str) -> u16 {
        self.field_ids.get(name).copied().unwrap_or(0)
    }
}

const FIELD_ROLES: &[(&str, Role)] = &[
    ("name", Role::Name),
    ("key", Role::Key),
    ("type", Role::Type),
    ("value", Role::Value),
    ("body", Role::Body),
    ("condition", Role::Cond),
    ("consequence", Role::Then),
    ("alternative", Role::Else),
    ("left", Role::Left),
    ("right", Role::Right),
    ("function", Role::Callee),
    ("constructor", Role::Callee),
    ("arguments", Role::Args),
    ("parameters", Role::Params),
    ("return_type", Role::Ret),
    ("result", Role::Ret),
    ("returns", Role::Ret),
    ("object", Role::Object),
    ("operand", Role::Object),
    ("property", Role::Name),
    ("attribute", Role::Name),
    ("field", Role::Name),
    ("index", Role::Index),
    ("subscript", Role::Index),
    ("decorator", Role::Annotation),
    ("superclass", Role::Base),
    ("superclasses", Role::Base),
    ("interfaces", Role::Impl),
    ("type_parameters", Role::TypeParams),
    ("type_arguments", Role::TypeParams),
    ("initializer", Role::Init),
    ("init", Role::Init),
    ("update", Role::Update),
    ("increment", Role::Update),
    ("alias", Role::Alias),
    ("label", Role::Label),
    ("receiver", Role::Recv),
];

fn text(language: Language) -> &'static str {
    match language {
        Language::Python => include_str!("desc/python.txt"),
        Language::JavaScript | Language::TypeScript | Language::Tsx | Language::Vue => {
            include_str!("desc/javascript.txt")
        }
        Language::Java => include_str!("desc/java.txt"),
        Language::Go => include_str!("desc/go.txt"),
        Language::CSharp => include_str!("desc/csharp.txt"),
        Language::Ruby => include_str!("desc/ruby.txt"),
        Language::Php => include_str!("desc/php.txt"),
        Language::Kotlin => include_str!("desc/kotlin.txt"),
        Language::C | Language::Cpp => include_str!("desc/c.txt"),
        Language::Rust => include_str!("desc/rust.txt"),
        Language::Bash => include_str!("desc/bash.txt"),
        Language::Hcl => include_str!("desc/hcl.txt"),
        Language::Yaml => include_str!("desc/yaml.txt"),
        Language::Json => include_str!("desc/json.txt"),
        Language::Dockerfile => include_str!("desc/dockerfile.txt"),
        Language::Scala => include_str!("desc/scala.txt"),
        Language::Swift => include_str!("desc/swift.txt"),
        Language::Solidity => include_str!("desc/solidity.txt"),
        Language::Elixir => include_str!("desc/elixir.txt"),
        Language::Html => include_str!("desc/html.txt"),
        Language::Xml => include_str!("desc/xml.txt"),
        Language::Ocaml => include_str!("desc/ocaml.txt"),
        Language::Clojure => include_str!("desc/clojure.txt"),
        Language::Apex => include_str!("desc/apex.txt"),
        Language::Lua => include_str!("desc/lua.txt"),
        Language::R => include_str!("desc/r.txt"),
        Language::Julia => include_str!("desc/julia.txt"),
    }
}

/// The descriptor of a language, compiled when first asked for. `fragment` is the grammar without its frame.
pub(super) fn of(language: Language, fragment: bool) -> &'static Descriptor {
    static TABLE: OnceLock<Vec<OnceLock<Descriptor>>> = OnceLock::new();
    let languages = Language::all().count();
    let table = TABLE.get_or_init(|| (0..languages * 2).map(|_| OnceLock::new()).collect());
    let at = Language::all().position(|l| l == language).unwrap_or(0) + if fragment { languages } else { 0 };
    table[at].get_or_init(|| compile(language, fragment))
}

fn compile(language: Language, fragment: bool) -> Descriptor {
    let grammar = if fragment { language.fragment_grammar() } else { language.grammar() };
    let mut lines: FxHashMap<&'static str, &'static str> = FxHashMap::default();
    for line in text(language).lines() {
        let line = line.split_once(" ;").map_or(line, |(line, _)| line).trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some((kinds, shape)) = line.split_once(": ") {
            for kind in kinds.split(',') {
                lines.insert(kind.trim(), shape.trim());
            }
        }
    }
    let mut field_roles = vec![Role::None; grammar.field_count() + 1];
    let mut field_ids = FxHashMap::default();
    for (id, slot) in field_roles.iter_mut().enumerate().skip(1) {
        let id16 = u16::try_from(id).unwrap_or(u16::MAX);
        if let Some(name) = grammar.field_name_for_id(id16) {
            field_ids.insert(name.to_owned(), id16);
            if let Some((_, role)) = FIELD_ROLES.iter().find(|(n, _)| *n == name) {
                *slot = *role;
            }
        }
    }
    let count = grammar.node_kind_count();
    let mut shapes = Vec::with_capacity(count);
    for id in 0..count {
        let id = u16::try_from(id).unwrap_or(u16::MAX);
        let name = grammar.node_kind_for_id(id).unwrap_or("");
        let shape = match lines.get(name) {
            Some(line) if grammar.node_kind_is_named(id) => shape(line, &grammar, &field_ids),
            _ => Shape::Other(Sym::new(name)),
        };
        shapes.push(shape);
    }
    Descriptor { grammar, shapes, field_roles, field_ids }
}

fn shape(line: &str, grammar: &tree_sitter::Language, fields: &FxHashMap<String, u16>) -> Shape {
    let mut words = line.split_ascii_whitespace();
    let first = words.next().unwrap_or("");
    match first {
        "skip" => return Shape::Skip,
        "splice" => return Shape::Splice,
        "paren" => return Shape::Paren { but_conditions: words.next() == Some("Cond") },
        "leaf" => return Shape::Leaf(words.next().and_then(Kind::parse).unwrap_or(Kind::Other)),
        _ => {}
    }
    if let Some(hook) = first.strip_prefix('!') {
        return hooks::named(hook).map_or(Shape::Other(Sym::new(hook)), Shape::Hook);
    }
    let mut node = NodeShape {
        kind: Kind::parse(first).unwrap_or(Kind::Other),
        sym: Sym::NONE,
        sym_field: 0,
        fields: Vec::new(),
        kinds: Vec::new(),
        rest: None,
        mods: false,
        tokens: false,
        flags: 0,
    };
    for word in words {
        if let Some(field) = word.strip_prefix('@') {
            node.sym_field = fields.get(field).copied().unwrap_or(0);
        } else if let Some(word) = word.strip_prefix('#') {
            node.sym = Sym::new(word);
        } else if word == "+mods" {
            node.mods = true;
        } else if word == "+tok" {
            node.tokens = true;
        } else if let Some(name) = word.strip_prefix('%') {
            node.flags |= match name {
                "arrow" => flag::ARROW,
                "fmt" => flag::FORMATTED,
                "semi" => flag::SEMICOLON,
                "returned" => flag::RETURNED,
                _ => 0,
            };
        } else if let Some((left, role)) = word.split_once('=') {
            let role = if role == "-" { None } else { Some(Role::parse(role).unwrap_or(Role::None)) };
            if left == "*" {
                node.rest = role;
            } else if let Some(kind) = left.strip_prefix(':') {
                // A kind can have several ids (aliases).
                for id in 0..grammar.node_kind_count() {
                    let id = u16::try_from(id).unwrap_or(u16::MAX);
                    if grammar.node_kind_for_id(id) == Some(kind) && grammar.node_kind_is_named(id) {
                        node.kinds.push((id, role));
                    }
                }
            } else if let Some(id) = fields.get(left) {
                node.fields.push((*id, role));
            }
        }
    }
    Shape::Node(node)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptors_name_only_what_exists() {
        for language in Language::all() {
            let descriptor = of(language, false);
            let kinds: Vec<&str> = (0..descriptor.grammar.node_kind_count())
                .filter_map(|id| descriptor.grammar.node_kind_for_id(u16::try_from(id).ok()?))
                .collect();
            for line in text(language).lines() {
                let line = line.split_once(" ;").map_or(line, |(line, _)| line).trim();
                if line.is_empty() || line.starts_with('#') {
                    continue;
                }
                let (names, shape) = line.split_once(": ").expect("a line is `kind: shape`");
                let first = shape.split_ascii_whitespace().next().expect("a shape");
                if let Some(hook) = first.strip_prefix('!') {
                    assert!(hooks::named(hook).is_some(), "{language:?}: no hook {hook}");
                } else if first == "leaf" {
                    let kind = shape.split_ascii_whitespace().nth(1).unwrap_or("");
                    assert!(Kind::parse(kind).is_some(), "{language:?}: no kind {kind}");
                } else {
                    assert!(
                        matches!(first, "skip" | "splice" | "paren") || Kind::parse(first).is_some(),
                        "{language:?}: {first}"
                    );
                }
                // JavaScript and TypeScript, C and C++ share a text.
                let shared = matches!(
                    language,
                    Language::JavaScript
                        | Language::TypeScript
                        | Language::Tsx
                        | Language::Vue
                        | Language::C
                        | Language::Cpp
                );
                for name in names.split(',') {
                    assert!(shared || kinds.contains(&name.trim()), "{language:?}: no grammar kind {name}");
                }
            }
        }
    }
}
