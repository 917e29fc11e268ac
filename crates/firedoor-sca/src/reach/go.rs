//! Go: import declarations, and the selectors, types and names that belong to them (Go specification, "Import
//! declarations", "Qualified identifiers", "Declarations and scope").

use std::collections::{BTreeMap, BTreeSet};

use firedoor_core::SourceFile;
use tree_sitter::Node;

use super::tree::{self, MAX_ALTERNATIVES, Scopes, Visit, Walk, text};
use super::{FileUses, Place};

/// Where the first declaration behind the imports begins, judged by the line alone.
pub(super) fn head(bytes: &[u8]) -> usize {
    let starts = ["\nfunc ", "\nfunc(", "\ntype ", "\ntype(", "\nvar ", "\nvar(", "\nconst ", "\nconst("];
    let end = starts.iter().filter_map(|s| memchr::memmem::find(bytes, s.as_bytes())).min();
    let head = end.unwrap_or(bytes.len());
    // Where the line stands in a comment or a text before the imports, the file is its own head.
    let comment = memchr::memmem::rfind(&bytes[..head], b"/*");
    match comment {
        Some(at) if memchr::memmem::find(&bytes[at..head], b"*/").is_none() => bytes.len(),
        _ => head,
    }
}

/// The import paths of a file by its head alone: imports come before all other declarations. `None` where the head does
/// not parse.
pub(super) fn imports(file: &SourceFile, head: usize, test: bool) -> Option<BTreeMap<String, Place>> {
    let head = file.bytes().get(..head)?;
    let tree = tree::parse(head, firedoor_lang::Language::Go)?;
    if tree.root_node().has_error() {
        return None;
    }
    let mut go = Go::new(file, head, test);
    tree::walk(tree.root_node(), &mut go);
    Some(go.finish().imports)
}

/// What a file uses.
pub(super) fn uses(file: &SourceFile, test: bool) -> FileUses {
    let Some(tree) = tree::parse(file.bytes(), firedoor_lang::Language::Go) else { return FileUses::default() };
    let mut go = Go::new(file, file.bytes(), test);
    go.declare_top(tree.root_node());
    tree::walk(tree.root_node(), &mut go);
    go.finish()
}

struct Go<'s> {
    file: &'s SourceFile,
    source: &'s [u8],
    test: bool,
    uses: FileUses,
    /// Import paths by the name that the file knows them under. A package may call itself otherwise than its path ends, so
    /// a path without a name has several guesses.
    aliases: BTreeMap<String, Vec<String>>,
    /// Dot imports.
    open: Vec<String>,
    /// Paths imported without a name.
    guessed: BTreeSet<String>,
    /// Guessed paths of which a name was seen in use.
    met: BTreeSet<String>,
    /// Selectors of names that nothing in the file declares.
    orphans: Vec<(&'s str, Place)>,
    /// Names declared at the top of the file.
    top: BTreeSet<&'s str>,
    /// Names before this place are being declared.
    declaring: usize,
    /// Names declared in the blocks around.
    scopes: Scopes<BTreeSet<&'s str>>,
}

impl<'s> Go<'s> {
    fn new(file: &'s SourceFile, source: &'s [u8], test: bool) -> Self {
        Self {
            file,
            source,
            test,
            uses: FileUses::default(),
            aliases: BTreeMap::new(),
            open: Vec::new(),
            guessed: BTreeSet::new(),
            met: BTreeSet::new(),
            orphans: Vec::new(),
            top: BTreeSet::new(),
            declaring: 0,
            scopes: Scopes::new(),
        }
    }

    fn declare_top(&mut self, root: Node<'_>) {
        let mut cursor = root.walk();
        for item in root.named_children(&mut cursor) {
            if let Some(name) = item.child_by_field_name("name") {
                self.top.insert(text(name, self.source));
            }
            let mut inner = item.walk();
            for spec in
                item.named_children(&mut inner).filter(|n| n.kind().ends_with("_spec") || n.kind() == "type_alias")
            {
                let mut names = spec.walk();
                self.top.extend(spec.children_by_field_name("name", &mut names).map(|n| text(n, self.source)));
            }
        }
    }

    fn place(&self, node: Node<'_>) -> Place {
        Place { test: self.test, line: self.file.lines().line_of(node.start_byte()) }
    }

    fn import(&mut self, spec: Node<'_>) {
        let Some(path) = spec.child_by_field_name("path") else { return };
        let place = self.place(spec);
        let path = text(path, self.source).trim_matches(['"', '`']);
        self.uses.import(path, place);
        match spec.child_by_field_name("name").map(|n| text(n, self.source)) {
            Some(".") => self.open.push(path.to_owned()),
            Some("_") => {}
            Some(alias) => self.aliases.entry(alias.to_owned()).or_default().push(path.to_owned()),
            None => {
                self.guessed.insert(path.to_owned());
                for guess in package_names(path) {
                    self.aliases.entry(guess.to_owned()).or_default().push(path.to_owned());
                }
            }
        }
    }

    fn is_local(&self, name: &str) -> bool {
        self.scopes.iter().any(|scope| scope.contains(name))
    }

    /// Records `package.name`; false where the first is no package of the file.
    fn qualified(&mut self, package: Node<'_>, name: &'s str, place: Place) -> bool {
        let alias = text(package, self.source);
        if self.is_local(alias) {
            return false;
        }
        if let Some(paths) = self.aliases.get(alias) {
            for path in paths.iter().take(MAX_ALTERNATIVES) {
                self.uses.name(path, name, place);
                self.met.insert(path.clone());
            }
            return true;
        }
        if !self.top.contains(alias) {
            self.orphans.push((name, place));
        }
        false
    }

    /// A name alone: with a dot import it may be the package's, if nothing nearer declares it.
    fn plain(&mut self, node: Node<'_>) {
        if self.open.is_empty() || node.start_byte() < self.declaring {
            return;
        }
        let name = text(node, self.source);
        if name.starts_with(char::is_uppercase) && !self.is_local(name) && !self.top.contains(name) {
            let place = self.place(node);
            for path in self.open.iter().take(MAX_ALTERNATIVES) {
                self.uses.name(path, name, place);
            }
        }
    }

    fn declare(&mut self, node: Node<'_>, field: &str) {
        let Some(scope) = self.scopes.innermost() else { return };
        let mut cursor = node.walk();
        for name in node.children_by_field_name(field, &mut cursor) {
            if name.kind() == "expression_list" {
                let mut inner = name.walk();
                scope.extend(
                    name.named_children(&mut inner).filter(|n| n.kind() == "identifier").map(|n| text(n, self.source)),
                );
            } else {
                scope.insert(text(name, self.source));
            }
        }
    }

    fn finish(mut self) -> FileUses {
        // A package whose name none of the guesses hits: the names that nothing declares may be its.
        let missed: Vec<&String> = self.guessed.difference(&self.met).take(MAX_ALTERNATIVES).collect();
        for path in missed {
            for (name, place) in &self.orphans {
                self.uses.name(path, name, *place);
            }
        }
        self.uses
    }
}

fn opens_scope(kind: &str) -> bool {
    matches!(
        kind,
        "function_declaration"
            | "method_declaration"
            | "func_literal"
            | "block"
            | "if_statement"
            | "for_statement"
            | "expression_switch_statement"
            | "type_switch_statement"
            | "expression_case"
            | "type_case"
            | "default_case"
            | "communication_case"
    )
}

impl<'t> Visit<'t> for Go<'_> {
    fn enter(&mut self, node: Node<'t>, parent: Option<Node<'t>>) -> Walk {
        if !node.is_named() {
            return Walk::Over;
        }
        let kind = node.kind();
        if opens_scope(kind) {
            self.scopes.open(BTreeSet::new);
        }
        match kind {
            "import_spec" => {
                self.import(node);
                return Walk::Over;
            }
            "type_case" | "default_case" => {
                // `switch x := y.(type)` declares x in each of its cases.
                if let Some(switch) = parent.filter(|p| p.kind() == "type_switch_statement") {
                    self.declare(switch, "alias");
                }
            }
            "short_var_declaration" | "range_clause" | "receive_statement" => {
                self.declaring = node.child_by_field_name("left").map_or(self.declaring, |left| left.end_byte());
            }
            "selector_expression" => {
                let (operand, field) = (node.child_by_field_name("operand"), node.child_by_field_name("field"));
                let (Some(operand), Some(field)) = (operand, field) else { return Walk::Into };
                let place = self.place(field);
                let name = text(field, self.source);
                let package = operand.kind() == "identifier" && self.qualified(operand, name, place);
                if !package {
                    self.uses.method(name, place);
                }
            }
            "qualified_type" => {
                let (package, name) = (node.child_by_field_name("package"), node.child_by_field_name("name"));
                if let (Some(package), Some(name)) = (package, name) {
                    let place = self.place(name);
                    self.qualified(package, text(name, self.source), place);
                }
                return Walk::Over;
            }
            "identifier" | "type_identifier" => self.plain(node),
            "comment" => return Walk::Over,
            _ => {}
        }
        Walk::Into
    }

    /// What a statement declares is declared behind it: in `x := x.New()` the second x is still the package.
    fn leave(&mut self, node: Node<'t>) {
        match node.kind() {
            "short_var_declaration" | "range_clause" | "receive_statement" => self.declare(node, "left"),
            "var_spec"
            | "const_spec"
            | "type_spec"
            | "type_alias"
            | "parameter_declaration"
            | "variadic_parameter_declaration" => self.declare(node, "name"),
            kind if opens_scope(kind) => {
                self.scopes.close();
            }
            _ => {}
        }
    }
}

/// What a Go package may call itself, by its path: the last part, without a major version and usual decorations.
fn package_names(path: &str) -> Vec<&str> {
    let mut parts = path.rsplit('/');
    let mut last = parts.next().unwrap_or(path);
    let major = last.strip_prefix('v').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    if major && let Some(before) = parts.next() {
        last = before;
    }
    let plain = last.split(".v").next().unwrap_or(last);
    let bare = plain.strip_prefix("go-").unwrap_or(plain);
    let bare = bare.strip_suffix("-go").or_else(|| bare.strip_suffix(".go")).unwrap_or(bare);
    let word = bare.rsplit(['-', '.']).next().unwrap_or(bare);
    let mut out = vec![plain, bare, word];
    out.dedup();
    out
}
