//! One pattern over one file.

use firedoor_lang::Language;

use crate::matcher::{Match, Matcher, State};
use crate::pattern::{self, Pattern, PatternError, Root};
use crate::rule::options::Options;
use crate::tree::{Kind, NodeId, Tree};
use crate::{lower, names};

/// Whether a bare word and one in quotes are the same.
pub(crate) fn has_words(language: Language) -> bool {
    matches!(language, Language::Bash | Language::Dockerfile)
}

/// Parses, lowers and resolves a file; `None` if the parser gives up.
#[must_use]
pub fn tree_of(language: Language, src: &[u8]) -> Option<Tree> {
    let code = crate::engine::decode::for_grammar(src);
    let src = code.as_ref();
    let parsed = lower::parse(language, false, src)?;
    let language = language.spoken();
    let mut tree = lower::lower(language, false, src, &parsed).tree;
    names::resolve(&mut tree, src, language);
    Some(tree)
}

/// The tree of a part of a file: code of PHP without its tags.
pub(crate) fn tree_of_part(language: Language, src: &[u8]) -> Option<Tree> {
    let parsed = lower::parse(language, true, src)?;
    let mut tree = lower::lower(language, true, src, &parsed).tree;
    names::resolve(&mut tree, src, language);
    Some(tree)
}

/// Whether a pattern can match at nodes of a kind.
#[must_use]
pub fn admits(pattern: &Pattern, tree: &Tree, id: NodeId) -> bool {
    use crate::pattern::Op;
    let node = tree.node(id);
    match &pattern.root {
        Root::Statements(_) => {
            node.kind.is_block()
                || matches!(node.kind, Kind::ClassBody)
                || node.kind == Kind::Call && pattern::lists_calls(pattern.language)
        }
        Root::Fields(_) => matches!(node.kind, Kind::Object | Kind::Dict),
        Root::One(root) => {
            let root = pattern.node(*root);
            match root.op {
                Op::Plain => match root.kind {
                    Kind::Str if node.role == crate::tree::Role::Module => modules_are_strings(pattern.language),
                    Kind::Str | Kind::Num | Kind::Bool | Kind::Null => is_expression(tree, id, pattern.language),
                    Kind::VarDef if node.role == crate::tree::Role::Init && names_modules(pattern.language) => false,
                    // The variable of a loop over elements is no definition of its own.
                    Kind::VarDef if node.role == crate::tree::Role::Left => {
                        node.kind == Kind::VarDef
                            && !crate::matcher::assigns_by_operator(pattern.language)
                            && !matches!(pattern.language, Language::Java | Language::CSharp)
                    }
                    Kind::ExprStmt => node.kind.is_statement() || is_statement_position(tree, id),
                    Kind::Assign => {
                        matches!(node.kind, Kind::Assign | Kind::VarDef) && !is_as(tree, id)
                            || node.kind == Kind::AugAssign && crate::matcher::assigns_by_operator(pattern.language)
                    }
                    Kind::Binary => {
                        node.kind == Kind::Binary
                            || node.kind == Kind::AugAssign && crate::matcher::assigns_by_operator(pattern.language)
                    }
                    Kind::Call => matches!(node.kind, Kind::Call | Kind::Annotation),
                    Kind::Ident | Kind::Member => {
                        (node.kind == root.kind
                            || node.kind == Kind::Ident
                            || node.kind == Kind::Str && has_words(pattern.language))
                            && (!has_plain_names(pattern.language) || is_expression(tree, id, pattern.language))
                    }
                    Kind::Block | Kind::Program => node.kind == Kind::Block,
                    Kind::For if root.sym == crate::pattern::ANY_LOOP => {
                        matches!(node.kind, Kind::For | Kind::ForEach)
                            || node.kind == Kind::While && pattern.language == Language::Go
                    }
                    Kind::New if pattern.language == Language::Scala => matches!(node.kind, Kind::New | Kind::Call),
                    Kind::Lambda | Kind::FuncDef => matches!(node.kind, Kind::Lambda | Kind::FuncDef),
                    Kind::ImportAs | Kind::ImportFrom | Kind::ImportAll => {
                        matches!(node.kind, Kind::ImportAs | Kind::ImportFrom | Kind::ImportAll | Kind::VarDef)
                    }
                    Kind::Template => {
                        node.kind == root.kind || node.kind == Kind::Other && pattern.language == Language::Ruby
                    }
                    Kind::Dict => matches!(node.kind, Kind::Dict | Kind::Set | Kind::Comprehension),
                    Kind::Array => matches!(node.kind, Kind::Array | Kind::Comprehension),
                    // The last expression of a function is what it returns.
                    Kind::Return => {
                        node.kind == Kind::Return
                            || node.kind == Kind::ExprStmt && node.flags & crate::tree::flag::RETURNED != 0
                    }
                    kind => node.kind == kind,
                },
                // Texts of includes are no strings, those between interpolations are.
                Op::AnyString | Op::StringMetavariable(_)
                    if node.kind == Kind::Str && node.role == crate::tree::Role::Module =>
                {
                    modules_are_strings(pattern.language)
                }
                // `<... x = 1 ...>` is found in definitions, too.
                Op::Deep
                    if node.kind == Kind::VarDef
                        && matches!(root.children[..], [c] if pattern.node(c).kind == Kind::Assign) =>
                {
                    true
                }
                Op::Metavariable(_) if root.kind == Kind::Call && pattern.language == Language::Dockerfile => {
                    node.kind == Kind::Call && tree.kind(node.parent) == Kind::Program
                }
                // `"$X"` of the shell is an expansion in quotes.
                Op::StringMetavariable(_) if pattern.language == Language::Bash => node.kind == Kind::Template,
                Op::AnyString | Op::StringMetavariable(_) if node.kind == Kind::StrPart && root.kind == Kind::Str => {
                    true
                }
                // The name in a definition has a type as well.
                Op::Typed(..) => {
                    let node = tree.node(id);
                    is_expression(tree, id, pattern.language)
                        || pattern.language == Language::Java
                            && node.role == crate::tree::Role::Name
                            && tree.kind(node.parent) == Kind::VarDef
                }
                _ => is_expression(tree, id, pattern.language),
            }
        }
    }
}

/// `e as x` in a `with` or an `except` of Python.
fn is_as(tree: &Tree, id: NodeId) -> bool {
    tree.kind(id) == Kind::Assign && matches!(tree.kind(tree.node(id).parent), Kind::With | Kind::Catch)
}

/// Languages of C's family without a runtime: the text of an import is no expression, the variable of a loop's header
/// no statement.
fn names_modules(language: Language) -> bool {
    matches!(language, Language::C | Language::Cpp | Language::Solidity)
}

/// Whether the texts that name modules are strings.
fn modules_are_strings(language: Language) -> bool {
    !names_modules(language) && language != Language::Go
}

/// Whether names of definitions, types and fields are told apart from expressions. In languages of data everything is
/// a key or a value.
fn has_plain_names(language: Language) -> bool {
    !matches!(
        language,
        Language::Hcl
            | Language::Yaml
            | Language::Json
            | Language::Dockerfile
            | Language::Bash
            | Language::Html
            | Language::Xml
    )
}

/// Whether the name in a definition of a variable counts as an expression, as Semgrep has it by language.
fn defines_by_expression(language: Language) -> bool {
    !matches!(language, Language::Java | Language::Apex | Language::Go | Language::Rust | Language::Php)
}

/// Whether a class that is constructed is named by an expression.
fn constructs_by_expression(language: Language) -> bool {
    matches!(language, Language::JavaScript | Language::TypeScript | Language::Tsx | Language::Php | Language::Rust)
}

/// Whether a node is an expression rather than a statement, a list, a label or a part of a name.
#[must_use]
pub fn is_expression(tree: &Tree, id: NodeId, language: Language) -> bool {
    use crate::tree::Role;
    let node = tree.node(id);
    if node.kind.is_statement() {
        return false;
    }
    let parent = tree.kind(node.parent);
    match node.kind {
        Kind::Program
        | Kind::ClassBody
        | Kind::Params
        | Kind::Param
        | Kind::RestParam
        | Kind::HashParam
        | Kind::Args
        | Kind::KwArg
        | Kind::Modifier
        | Kind::ImportName
        | Kind::Case
        | Kind::Catch
        | Kind::Finally
        | Kind::TypeParams
        | Kind::TypeArgs
        | Kind::StrPart
        | Kind::XmlText
        | Kind::Annotation => false,
        Kind::Pair => false,
        // Types of Go that are written where one is declared.
        Kind::Type | Kind::PtrType | Kind::ArrayType | Kind::TypeApp
            if language == Language::Go && matches!(node.role, Role::Type | Role::Ret) && parent != Kind::New =>
        {
            false
        }
        // A module or what it holds, by its path, is one name in OCaml.
        Kind::Ident | Kind::Member
            if language == Language::Ocaml
                && node.role == Role::Object
                && node.flags & crate::tree::flag::IMPLIED != 0 =>
        {
            false
        }
        Kind::Ident if parent == Kind::Package => false,
        Kind::Ident if language == Language::Go && matches!(parent, Kind::Type | Kind::PtrType) => false,
        Kind::Ident | Kind::Member => match node.role {
            Role::Module | Role::Alias | Role::Label | Role::Key | Role::Ret | Role::Impl => false,
            Role::Name => {
                parent == Kind::Annotation
                    || parent == Kind::VarDef
                        && defines_by_expression(language)
                        && tree.node(node.parent).role != Role::Left
            }
            Role::Type => parent == Kind::New && constructs_by_expression(language),
            Role::Left => parent != Kind::ForEach,
            // What a case of OCaml binds.
            Role::Value | Role::Params if language == Language::Ocaml => !matches!(parent, Kind::Case | Kind::Catch),
            _ => {
                let declares = parent == Kind::Directive && {
                    let sym = tree.node(node.parent).sym;
                    sym == crate::tree::Sym::new("global") || sym == crate::tree::Sym::new("nonlocal")
                };
                !declares && !matches!(parent, Kind::ImportName | Kind::TypeApp | Kind::TypeArgs | Kind::ArrayType)
            }
        },
        _ => true,
    }
}

fn is_statement_position(tree: &Tree, id: NodeId) -> bool {
    tree.kind(tree.node(id).parent).is_block()
}

/// Every match of a compiled pattern in a file.
#[must_use]
pub fn matches(pattern: &Pattern, tree: &Tree, src: &[u8], options: &Options) -> Vec<Match> {
    let matcher = Matcher { pattern, tree, src, options, inside: false };
    let mut state = State::default();
    let mut found = Vec::new();
    for id in 0..tree.written {
        if admits(pattern, tree, id) {
            matcher.at(id, &mut state, &mut |m| found.push(m));
        }
    }
    found
}

/// Compiles a pattern and finds its matches in a file.
///
/// # Errors
///
/// If the pattern cannot be read.
pub fn search_text(
    pattern: &str,
    language: Language,
    src: &[u8],
    options: &Options,
) -> Result<Vec<Match>, PatternError> {
    let pattern = pattern::compile(pattern, language)?;
    let Some(tree) = tree_of(language, src) else { return Ok(Vec::new()) };
    Ok(matches(&pattern, &tree, src, options))
}

/// A match of one pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchMatch {
    /// Where.
    pub span: firedoor_core::Span,
    /// Metavariables and their text.
    pub metavariables: Vec<(String, String)>,
}

/// Finds one pattern in a file (`firedoor sast -e`).
///
/// # Errors
///
/// If the language is not known or the pattern cannot be read in it.
pub fn search(
    pattern: &str,
    lang: &str,
    file: &firedoor_core::SourceFile,
) -> Result<Vec<SearchMatch>, Box<firedoor_core::Diagnostic>> {
    use firedoor_core::{Diagnostic, RuleSource};
    let source = RuleSource::new("pattern", pattern);
    let Some(language) = Language::from_semgrep_name(lang) else {
        let message = format!("{lang} is no language that can be parsed");
        return Err(Box::new(Diagnostic::new("unknown-language", &source, None, message, "")));
    };
    let compiled = pattern::compile(pattern, language).map_err(|e| {
        Box::new(Diagnostic::new("invalid-pattern", &source, Some(e.span), e.message, "expected code of that language"))
    })?;
    let Some(tree) = tree_of(language, file.bytes()) else { return Ok(Vec::new()) };
    let names = &compiled.metavariables;
    let found = matches(&compiled, &tree, file.bytes(), &Options::default());
    let text = |span| String::from_utf8_lossy(file.slice(span)).into_owned();
    Ok((found.into_iter())
        .map(|m| SearchMatch {
            span: m.span,
            metavariables: (m.bindings.iter())
                .filter_map(|b| Some((names.iter().find(|(s, _)| *s == b.name)?.1.to_string(), text(b.span))))
                .collect(),
        })
        .collect())
}

/// The tree as indented text, for development.
#[must_use]
pub fn show_tree(src: &[u8], language: Language) -> String {
    use std::fmt::Write;
    let mut out = String::new();
    let Some(tree) = tree_of(language, src) else { return out };
    let mut depths = vec![0_usize; tree.nodes.len()];
    for id in 0..tree.written {
        let node = tree.node(id);
        let depth = if id == 0 { 0 } else { depths[node.parent as usize] + 1 };
        depths[id as usize] = depth;
        let text = String::from_utf8_lossy(src.get(node.span.range()).unwrap_or(&[])).into_owned();
        let text: String = text.chars().take(40).map(|c| if c == '\n' { '⏎' } else { c }).collect();
        let more = tree.aliases.get(&id).map_or(String::new(), |a| format!(" aliases {}", a.len()));
        let constant = tree.constants.get(&id).map_or(String::new(), |c| format!(" = {c:?}"));
        let _ = writeln!(out, "{}{:?} {:?} `{text}`{more}{constant}", "  ".repeat(depth), node.kind, node.role);
    }
    out
}

/// A compiled pattern as indented text, for development.
#[must_use]
pub fn show_pattern(text: &str, language: Language) -> String {
    fn walk(pattern: &Pattern, id: u32, depth: usize, out: &mut String) {
        use std::fmt::Write;
        let node = pattern.node(id);
        let _ = writeln!(out, "{}{:?} {:?} {:?} `{}`", "  ".repeat(depth), node.kind, node.role, node.op, node.text);
        for &c in &node.children {
            walk(pattern, c, depth + 1, out);
        }
    }
    match pattern::compile(text, language) {
        Err(e) => e.message,
        Ok(pattern) => {
            let mut out = String::new();
            match &pattern.root {
                Root::One(root) => walk(&pattern, *root, 0, &mut out),
                Root::Statements(list) | Root::Fields(list) => {
                    out.push_str("list\n");
                    list.iter().for_each(|&p| walk(&pattern, p, 1, &mut out));
                }
            }
            out
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(pattern: &str, code: &str) -> Vec<usize> {
        let found = search_text(pattern, Language::JavaScript, code.as_bytes(), &Options::default());
        let line = |m: &Match| code.as_bytes()[..m.span.start as usize].iter().filter(|b| **b == b'\n').count() + 1;
        found.expect("a pattern").iter().map(line).collect()
    }

    #[test]
    fn expressions_in_strings_look_ahead_and_are_checked() {
        let code = "f(\"Content-Type\", \"application/json\");\nf(\"Content-Type\", \"text/html\");\n";
        assert_eq!(lines("f($A, \"=~/^(?!text)/\")", code), [1]);
        assert_eq!(lines("f($A, \"=~/^TEXT/i\")", code), [2]);
        let wrong = search_text("f(\"=~/(unclosed/\")", Language::JavaScript, code.as_bytes(), &Options::default());
        let message = wrong.expect_err("no expression").message;
        assert!(message.starts_with("the regular expression `(unclosed` cannot be read"), "{message}");
    }
}
