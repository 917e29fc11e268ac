//! Rust: use declarations, extern crates, type aliases, and the paths and methods that belong to them (the Rust
//! reference, "Use declarations", "Paths", "Preludes").
//!
//! Macros are not expanded: their arguments are read as tokens, in which paths and method calls stand as in code.

use std::collections::{BTreeMap, BTreeSet};

use firedoor_core::SourceFile;
use tree_sitter::Node;

use super::forward;
use super::tree::{self, MAX_ALTERNATIVES, Scopes, Visit, Walk, text};
use super::{FileUses, MAX_NAME, Place};

/// Steps from alias to alias that are followed.
const MAX_STEPS: usize = 8;

/// What a file uses.
pub(super) fn uses(file: &SourceFile, test: bool) -> FileUses {
    let source = file.bytes();
    let Some(tree) = tree::parse(source, firedoor_lang::Language::Rust) else { return FileUses::default() };
    let mut rust = Rust {
        file,
        source,
        test,
        test_until: 0,
        uses: FileUses::default(),
        scopes: Scopes::new(),
        module: forward::place_of(file.path()).1,
        inner: Vec::new(),
    };
    tree::walk(tree.root_node(), &mut rust);
    rust.uses
}

/// What a name means in a block.
enum Meaning {
    /// A path in full, as far as the block tells.
    Path(String),
    /// An item of the project's own.
    Own,
}

#[derive(Default)]
struct Scope<'s> {
    names: BTreeMap<&'s str, Meaning>,
    /// Paths imported as a whole (`use a::*`, `#[macro_use] extern crate a`).
    open: Vec<String>,
}

struct Rust<'s> {
    file: &'s SourceFile,
    source: &'s [u8],
    test: bool,
    /// Up to here stands an item that only tests build.
    test_until: usize,
    uses: FileUses,
    scopes: Scopes<Scope<'s>>,
    /// The path of the module in hand from the top of the crate.
    module: Vec<String>,
    /// Of each block around: whether it is that of a module.
    inner: Vec<bool>,
}

impl<'s> Rust<'s> {
    fn text(&self, node: Node<'_>) -> &'s str {
        text(node, self.source)
    }

    fn place(&self, at: usize) -> Place {
        Place { test: self.test || at < self.test_until, line: self.file.lines().line_of(at) }
    }

    /// What a block declares holds in all of it, so its items are read before its statements.
    fn scope_of(&self, block: Node<'_>) -> Scope<'s> {
        let mut scope = Scope::default();
        let mut cursor = block.walk();
        let mut macro_use = false;
        for item in block.named_children(&mut cursor) {
            match item.kind() {
                "attribute_item" => {
                    macro_use |= self.text(item).contains("macro_use");
                    continue;
                }
                "use_declaration" => {
                    for leaf in self.leaves(item) {
                        match leaf.alias {
                            Some("*") => scope.open.push(leaf.path),
                            Some(alias) if alias != leaf.path => {
                                scope.names.insert(alias, Meaning::Path(leaf.path));
                            }
                            _ => {}
                        }
                    }
                }
                "extern_crate_declaration" => {
                    let name = item.child_by_field_name("name").map(|n| self.text(n)).unwrap_or_default();
                    if let Some(alias) = item.child_by_field_name("alias") {
                        scope.names.insert(self.text(alias), Meaning::Path(name.to_owned()));
                    }
                    if macro_use {
                        scope.open.push(name.to_owned());
                    }
                }
                "type_item" => {
                    let name = item.child_by_field_name("name").map(|n| self.text(n)).unwrap_or_default();
                    let path = item.child_by_field_name("type").and_then(|t| self.flatten(t)).filter(|p| p != name);
                    scope.names.insert(name, path.map_or(Meaning::Own, Meaning::Path));
                }
                kind if kind.ends_with("_item") || kind == "macro_definition" => {
                    if let Some(name) = item.child_by_field_name("name") {
                        scope.names.entry(self.text(name)).or_insert(Meaning::Own);
                    }
                }
                _ => {}
            }
            macro_use = false;
        }
        scope
    }

    /// The leaves of a use tree, however deep it is.
    fn leaves(&self, declaration: Node<'_>) -> Vec<Leaf<'s>> {
        let mut out = Vec::new();
        let public = declaration.named_child(0).is_some_and(|n| n.kind() == "visibility_modifier");
        let Some(argument) = declaration.child_by_field_name("argument") else { return out };
        let mut todo = vec![(argument, String::new())];
        while let Some((node, prefix)) = todo.pop() {
            if prefix.len() > MAX_NAME {
                continue;
            }
            let full = |node: Node<'_>| {
                let path = self.flatten(node)?;
                Some(if prefix.is_empty() { path } else { format!("{prefix}::{path}") })
            };
            let mut leaf = |path: String, alias: Option<&'s str>, node: Node<'_>| {
                let path = path.strip_suffix("::self").map_or(path.clone(), str::to_owned);
                out.push(Leaf { path, alias, at: node.start_byte(), public });
            };
            match node.kind() {
                "scoped_use_list" => {
                    let prefix = match node.child_by_field_name("path") {
                        Some(path) => full(path),
                        None => Some(prefix.clone()),
                    };
                    if let (Some(prefix), Some(list)) = (prefix, node.child_by_field_name("list")) {
                        todo.push((list, prefix));
                    }
                }
                "use_list" => {
                    let mut cursor = node.walk();
                    let children: Vec<Node<'_>> = node.named_children(&mut cursor).collect();
                    todo.extend(children.into_iter().rev().map(|n| (n, prefix.clone())));
                }
                "use_as_clause" => {
                    let path = node.child_by_field_name("path").and_then(full);
                    let alias = node.child_by_field_name("alias").map(|n| self.text(n));
                    if let Some(path) = path {
                        leaf(path, alias, node);
                    }
                }
                "use_wildcard" => {
                    // `use {a::*}` has the path as a child, `use a::{*}` has none.
                    let path = match node.named_child(0) {
                        Some(path) => full(path),
                        None => Some(prefix.clone()),
                    };
                    if let Some(path) = path.filter(|p| !p.is_empty()) {
                        leaf(path, Some("*"), node);
                    }
                }
                "identifier" | "scoped_identifier" | "self" | "crate" | "super" => {
                    if let Some(path) = full(node) {
                        let path = path.strip_suffix("::self").map_or(path.clone(), str::to_owned);
                        let own = match node.kind() {
                            "self" => self.last_of(&path, declaration),
                            _ => node.child_by_field_name("name").map_or_else(|| self.text(node), |n| self.text(n)),
                        };
                        leaf(path, Some(own), node);
                    }
                }
                _ => {}
            }
        }
        out
    }

    /// The last part of a path as it stands in the source of the declaration, so that it can be borrowed.
    fn last_of(&self, path: &str, declaration: Node<'_>) -> &'s str {
        let last = path.rsplit("::").next().unwrap_or_default();
        let whole = self.text(declaration);
        whole.find(last).and_then(|at| whole.get(at..at + last.len())).unwrap_or_default()
    }

    /// A path without its generic arguments: `a::B::<C>::d` as `a::B::d`. Of `<A as B>::c` the type counts.
    fn flatten(&self, node: Node<'_>) -> Option<String> {
        let mut parts: Vec<&str> = Vec::new();
        let mut at = Some(node);
        while let Some(node) = at {
            if parts.len() > 64 {
                return None;
            }
            at = match node.kind() {
                "scoped_identifier" | "scoped_type_identifier" => {
                    parts.push(self.text(node.child_by_field_name("name")?));
                    node.child_by_field_name("path")
                }
                "generic_type" | "generic_type_with_turbofish" | "reference_type" => node.child_by_field_name("type"),
                "generic_function" => node.child_by_field_name("function"),
                "bracketed_type" => node.named_child(0),
                "qualified_type" => node.child_by_field_name("type"),
                "identifier" | "type_identifier" | "crate" | "self" | "super" => {
                    parts.push(self.text(node));
                    None
                }
                _ => return None,
            };
        }
        parts.reverse();
        let path = parts.join("::");
        (path.len() <= MAX_NAME).then_some(path)
    }

    /// A path with its first part resolved: `None` for what is the project's own.
    fn resolve(&self, path: &str) -> Resolved {
        let mut path = path.to_owned();
        for _ in 0..MAX_STEPS {
            let (first, rest) = path.split_once("::").map_or((path.as_str(), ""), |(f, r)| (f, r));
            if matches!(first, "crate" | "self" | "super" | "Self" | "") {
                return Resolved::Own(path);
            }
            match self.scopes.iter().find_map(|scope| scope.names.get(first)) {
                Some(Meaning::Own) => return Resolved::Own(path),
                Some(Meaning::Path(base)) => {
                    let same = base.split("::").next() == Some(first);
                    path = if rest.is_empty() { base.clone() } else { format!("{base}::{rest}") };
                    if same || path.len() > MAX_NAME {
                        return Resolved::Path(path);
                    }
                }
                None if rest.is_empty() => return Resolved::Unknown,
                None => return Resolved::Path(path),
            }
        }
        Resolved::Own(path)
    }

    /// Records a path that stands in code.
    fn path(&mut self, path: &str, place: Place) {
        let first_known = path.split("::").next().is_some_and(|f| self.scopes.iter().any(|s| s.names.contains_key(f)));
        match self.resolve(path) {
            Resolved::Own(full) => {
                self.own(&full, place);
                return;
            }
            Resolved::Path(full) => self.record(&full, place),
            // A name alone that nothing declares is a crate's only with a glob.
            Resolved::Unknown => {}
        }
        if first_known {
            return;
        }
        let open: BTreeSet<&String> = self.scopes.iter().flat_map(|s| s.open.iter().take(MAX_ALTERNATIVES)).collect();
        let open: Vec<String> = open.into_iter().take(MAX_ALTERNATIVES).map(|o| format!("{o}::{path}")).collect();
        for full in open {
            // The glob's own first part may be an alias, too.
            match self.resolve(&full) {
                Resolved::Path(full) => self.record(&full, place),
                Resolved::Own(full) => self.own(&full, place),
                Resolved::Unknown => {}
            }
        }
    }

    /// Records a path through the project's own modules.
    fn own(&mut self, path: &str, place: Place) {
        if let Some(path) = self.at_top(path) {
            self.uses.own(&path, place);
        }
    }

    /// A path through the project's own modules from the top of its crate. `None` for a name alone.
    fn at_top(&self, path: &str) -> Option<String> {
        let mut module = &self.module[..];
        let mut rest = path;
        loop {
            let (first, behind) = rest.split_once("::").unwrap_or((rest, ""));
            match first {
                "crate" => module = &[],
                "self" => {}
                "super" => module = module.split_last().map_or(&[][..], |(_, above)| above),
                _ => break,
            }
            rest = behind;
        }
        let is_alone = rest == path && !path.contains("::");
        let mut parts = vec!["crate"];
        parts.extend(module.iter().map(String::as_str));
        parts.extend(Some(rest).filter(|rest| !rest.is_empty()));
        (!is_alone && !rest.starts_with("Self")).then(|| parts.join("::"))
    }

    /// Records what a name of the module in hand stands for.
    fn forward(&mut self, alias: &str, resolved: &Resolved) {
        let path = match resolved {
            Resolved::Path(full) => Some(full.clone()),
            Resolved::Own(path) => self.at_top(path).or_else(|| self.at_top(&format!("self::{path}"))),
            Resolved::Unknown => None,
        };
        if let (Some(path), Some(module)) = (path, self.at_top("self")) {
            self.uses.forward(module, alias, path);
        }
    }

    fn record(&mut self, full: &str, place: Place) {
        let name = full.split("::").next().unwrap_or_default();
        self.uses.import(name, place);
        self.uses.name(name, full, place);
    }

    /// An item behind `#[cfg(test)]` or `#[test]`.
    fn attribute(&mut self, node: Node<'_>, parent: Option<Node<'_>>) {
        let words: String = self.text(node).chars().filter(|c| !c.is_whitespace()).collect();
        let test = words.contains("cfg(test)") || words.contains("cfg(all(test") || words.ends_with("test]");
        if !test {
            return;
        }
        if node.kind() == "inner_attribute_item" {
            let end = parent.map_or(usize::MAX, |p| p.end_byte());
            self.test_until = self.test_until.max(end);
            return;
        }
        let mut next = node.next_named_sibling();
        while let Some(sibling) = next {
            if !matches!(sibling.kind(), "attribute_item" | "line_comment" | "block_comment") {
                self.test_until = self.test_until.max(sibling.end_byte());
                return;
            }
            next = sibling.next_named_sibling();
        }
    }

    /// Paths and method calls in the arguments of a macro, by its tokens.
    fn tokens(&mut self, tree: Node<'_>) {
        let mut leaves = Leaves { source: self.source, out: Vec::new() };
        tree::walk(tree, &mut leaves);
        let tokens = leaves.out;
        let word = |i: usize| tokens.get(i).filter(|t: &&Token<'_>| t.word);
        let mark = |i: usize| tokens.get(i).filter(|t| !t.word).map_or("", |t| t.text);
        let mut i = 0;
        while let Some(token) = tokens.get(i) {
            i += 1;
            if !token.word {
                continue;
            }
            let place = self.place(token.at);
            if i >= 2 && mark(i - 2) == "." {
                if matches!(mark(i), "(" | "::") {
                    self.uses.method(token.text, place);
                }
                continue;
            }
            if i >= 3 && mark(i - 2) == "::" && !matches!(mark(i - 3), "" | "," | "(" | "=") {
                // The rest of a path that begins with `$crate` or a type's arguments.
                continue;
            }
            let mut path = token.text.to_owned();
            while mark(i) == "::" && path.len() < MAX_NAME {
                let Some(next) = word(i + 1) else { break };
                path.push_str("::");
                path.push_str(next.text);
                i += 2;
            }
            self.path(&path, place);
        }
    }
}

/// A path that a use declaration brings in.
struct Leaf<'s> {
    path: String,
    /// The name that it gets; `*` for all that is in it.
    alias: Option<&'s str>,
    at: usize,
    public: bool,
}

enum Resolved {
    Path(String),
    /// Of the project's own, as far as it is resolved.
    Own(String),
    Unknown,
}

struct Token<'s> {
    text: &'s str,
    at: usize,
    word: bool,
}

/// The tokens of a macro's arguments, without literals and comments.
struct Leaves<'s> {
    source: &'s [u8],
    out: Vec<Token<'s>>,
}

impl<'t> Visit<'t> for Leaves<'_> {
    fn enter(&mut self, node: Node<'t>, _parent: Option<Node<'t>>) -> Walk {
        let kind = node.kind();
        if kind.ends_with("_literal") || kind.ends_with("_comment") {
            return Walk::Over;
        }
        if node.child_count() > 0 {
            return Walk::Into;
        }
        let word = matches!(kind, "identifier" | "crate" | "self" | "super" | "type_identifier" | "field_identifier");
        self.out.push(Token { text: text(node, self.source), at: node.start_byte(), word });
        Walk::Over
    }
}

fn opens_scope(node: Node<'_>) -> bool {
    matches!(node.kind(), "source_file" | "block" | "declaration_list")
}

/// Whether a name alone declares something instead of using it.
fn declares(node: Node<'_>, parent: Option<Node<'_>>) -> bool {
    let Some(parent) = parent else { return false };
    let is = |field: &str| parent.child_by_field_name(field) == Some(node);
    match parent.kind() {
        "let_declaration" | "parameter" | "for_expression" => is("pattern"),
        kind if kind.ends_with("_item") || kind == "macro_definition" || kind == "enum_variant" => is("name"),
        "closure_parameters" | "type_parameter" | "lifetime" => true,
        _ => false,
    }
}

impl<'t> Visit<'t> for Rust<'_> {
    fn enter(&mut self, node: Node<'t>, parent: Option<Node<'t>>) -> Walk {
        if !node.is_named() {
            return Walk::Over;
        }
        if opens_scope(node) {
            let scope = self.scope_of(node);
            self.scopes.open(|| scope);
            let name = parent.filter(|p| p.kind() == "mod_item").and_then(|p| p.child_by_field_name("name"));
            self.inner.push(name.is_some());
            self.module.extend(name.map(|n| self.text(n).to_owned()));
            return Walk::Into;
        }
        let place = self.place(node.start_byte());
        match node.kind() {
            "use_declaration" => {
                for leaf in self.leaves(node) {
                    let place = self.place(leaf.at);
                    let resolved = self.resolve_use(&leaf.path);
                    let of_module = parent.is_none_or(|p| matches!(p.kind(), "source_file" | "declaration_list"));
                    if let (true, Some(alias)) = (of_module, leaf.alias) {
                        self.forward(alias, &resolved);
                    }
                    if let Resolved::Path(full) = resolved {
                        self.uses.import(full.split("::").next().unwrap_or_default(), place);
                        // What is exported again can be used by anyone.
                        if leaf.public && leaf.alias != Some("*") {
                            self.record(&full, place);
                        }
                    }
                }
                return Walk::Over;
            }
            "extern_crate_declaration" => {
                if let Some(name) = node.child_by_field_name("name") {
                    let name = self.text(name);
                    self.uses.import(name, place);
                    let alias = node.child_by_field_name("alias").map_or(name, |n| self.text(n));
                    self.forward(alias, &Resolved::Path(name.to_owned()));
                }
                return Walk::Over;
            }
            "attribute_item" | "inner_attribute_item" => self.attribute(node, parent),
            "type_item" if node.named_child(0).is_some_and(|n| n.kind() == "visibility_modifier") => {
                let name = node.child_by_field_name("name").map(|n| self.text(n)).unwrap_or_default();
                let path = node.child_by_field_name("type").and_then(|t| self.flatten(t));
                if let Some(resolved) = path.map(|path| self.resolve(&path)) {
                    self.forward(name, &resolved);
                }
            }
            "scoped_identifier" | "scoped_type_identifier" => {
                let part = parent.is_some_and(|p| {
                    matches!(p.kind(), "scoped_identifier" | "scoped_type_identifier")
                        && p.child_by_field_name("path") == Some(node)
                });
                if !part {
                    for path in [self.flatten(node), self.trait_path(node)].into_iter().flatten() {
                        self.path(&path, place);
                    }
                }
            }
            "identifier" | "type_identifier" => {
                let part = parent.is_some_and(|p| p.kind().starts_with("scoped_"));
                if !part && !declares(node, parent) {
                    let name = self.text(node);
                    self.path(name, place);
                }
            }
            "call_expression" => {
                let mut function = node.child_by_field_name("function");
                if let Some(generic) = function.filter(|f| f.kind() == "generic_function") {
                    function = generic.child_by_field_name("function");
                }
                let method = function.filter(|f| f.kind() == "field_expression");
                if let Some(name) = method.and_then(|m| m.child_by_field_name("field")) {
                    let place = self.place(name.start_byte());
                    let name = self.text(name);
                    self.uses.method(name, place);
                }
            }
            "token_tree" => {
                self.tokens(node);
                return Walk::Over;
            }
            "line_comment" | "block_comment" => return Walk::Over,
            _ => {}
        }
        Walk::Into
    }

    fn leave(&mut self, node: Node<'t>) {
        if node.is_named() && opens_scope(node) {
            self.scopes.close();
            if self.inner.pop() == Some(true) {
                self.module.pop();
            }
        }
    }
}

impl Rust<'_> {
    /// The path of a use declaration: `use a;` names a crate, too, and its own alias does not explain it.
    fn resolve_use(&self, path: &str) -> Resolved {
        let path = path.trim_start_matches("::");
        match path.split_once("::") {
            Some((first, _)) => match self.scopes.iter().find_map(|s| s.names.get(first)) {
                Some(Meaning::Path(base)) if base.split("::").next() != Some(first) => self.resolve(path),
                Some(Meaning::Own) => Resolved::Own(path.to_owned()),
                _ if matches!(first, "crate" | "self" | "super") => Resolved::Own(path.to_owned()),
                _ => Resolved::Path(path.to_owned()),
            },
            None if matches!(path, "crate" | "self" | "super" | "") => Resolved::Own(path.to_owned()),
            None => Resolved::Path(path.to_owned()),
        }
    }

    /// Of `<A as B>::c` the path `B::c`.
    fn trait_path(&self, node: Node<'_>) -> Option<String> {
        let inner = node.child_by_field_name("path").filter(|p| p.kind() == "bracketed_type")?.named_child(0)?;
        let of = inner.child_by_field_name("alias").and_then(|t| self.flatten(t))?;
        Some(format!("{of}::{}", self.text(node.child_by_field_name("name")?)))
    }
}
