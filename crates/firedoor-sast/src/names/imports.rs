//! Imports: local names and the canonical names that they stand for.

use firedoor_core::Span;
use firedoor_lang::Language;
use rustc_hash::FxHashMap;

use crate::tree::{Kind, Node, NodeId, Role, Sym, Tree};

/// So many modules may each be the one that a name comes from, however many names there are.
const FEW_MODULES: usize = 8;

/// With more of them so many guesses are made in a file: files that import everything of many modules are short mostly.
const MAX_GUESSES: usize = 20_000;

/// A name that more imports than this bring in means no more of them.
const MAX_MEANINGS: usize = 16;

/// Collects the parts of a dotted name; false if there is anything else in it.
pub(crate) fn dotted(tree: &Tree, id: NodeId, into: &mut Vec<Sym>) -> bool {
    let node = tree.node(id);
    match node.kind {
        Kind::Ident | Kind::Str => {
            into.push(node.sym);
            true
        }
        Kind::Member => tree.children(id).all(|c| dotted(tree, c, into)),
        _ => false,
    }
}

/// The parts of a module's name: dotted, or a path in a string.
fn module(tree: &Tree, src: &[u8], id: NodeId, language: Language) -> Option<Vec<Sym>> {
    let node = tree.node(id);
    if node.kind == Kind::Str {
        let text = src.get(tree.content_span(id).range())?;
        return Some(match language {
            // The last part of the path is the package's name.
            Language::Go => {
                let mut parts: Vec<&[u8]> = text.split(|&b| b == b'/').collect();
                if parts.len() > 1
                    && parts.last().is_some_and(|p| p.first() == Some(&b'v') && p[1..].iter().all(u8::is_ascii_digit))
                {
                    parts.pop();
                }
                // `jwt-go` and `go-jwt` are packages of the name `jwt`, `yaml.v2` one of the name `yaml`.
                let last = *parts.last()?;
                let last = last.strip_suffix(b"-go").or_else(|| last.strip_prefix(b"go-")).unwrap_or(last);
                let version = last.iter().rposition(|&c| c == b'.').filter(|&at| {
                    last[at + 1..].first() == Some(&b'v') && last[at + 2..].iter().all(u8::is_ascii_digit)
                });
                vec![Sym::of(&last[..version.unwrap_or(last.len())])]
            }
            _ => vec![Sym::of(text.strip_prefix(b"node:").unwrap_or(text))],
        });
    }
    let mut path = Vec::new();
    dotted(tree, id, &mut path).then_some(path)
}

/// Gives each use of an imported name its canonical spellings.
pub(super) fn resolve(tree: &mut Tree, src: &[u8], language: Language) {
    let mut local: FxHashMap<Sym, Vec<Vec<Sym>>> = FxHashMap::default();
    let mut wildcards: Vec<Vec<Sym>> = Vec::new();
    let mut places: FxHashMap<Sym, Vec<(NodeId, Vec<Sym>)>> = FxHashMap::default();
    let mut imports = Vec::new();
    let mut required_names = FxHashMap::default();
    for id in 0..tree.written {
        let node = tree.node(id);
        match node.kind {
            Kind::ImportAs | Kind::ImportFrom | Kind::ImportAll => imports.push(id),
            Kind::VarDef | Kind::Assign => {
                if let Some((name, path)) = required(tree, src, id, language) {
                    let from = tree.node(id).end;
                    for part in (id..from).filter(|&n| matches!(tree.kind(n), Kind::Ident | Kind::Str)) {
                        required_names.entry(tree.node(part).sym).or_insert(tree.content_span(part));
                    }
                    add(tree, name, path, &mut local);
                }
            }
            _ => {}
        }
    }
    let mut written = required_names;
    for &id in &imports {
        for part in id..tree.node(id).end {
            if matches!(tree.kind(part), Kind::Ident | Kind::Str) {
                written.entry(tree.node(part).sym).or_insert(tree.content_span(part));
            }
        }
    }
    for &id in &imports {
        let path = tree.child(id, Role::Module).and_then(|m| module(tree, src, m, language));
        let path = match (path, tree.child(id, Role::Module)) {
            (Some(path), _) => path,
            (None, None) => Vec::new(),
            (None, Some(_)) => continue,
        };
        match tree.kind(id) {
            Kind::ImportAll => wildcards.push(path),
            Kind::ImportAs => {
                if let Some(alias) = tree.child(id, Role::Alias) {
                    let sym = tree.node(alias).sym;
                    if path.last() != Some(&sym) || path.len() > 1 {
                        local.entry(sym).or_default().push(path);
                    }
                }
            }
            _ => {
                for name in tree.children(id).filter(|&c| tree.kind(c) == Kind::ImportName) {
                    let Some(imported) = tree.child(name, Role::Name) else { continue };
                    let alias = tree.child(name, Role::Alias).unwrap_or(imported);
                    let mut full = path.clone();
                    if !dotted(tree, imported, &mut full) {
                        continue;
                    }
                    // Names of PHP have no case.
                    let key = match language {
                        Language::Php => {
                            Sym::of(&src.get(tree.node(alias).span.range()).unwrap_or(&[]).to_ascii_lowercase())
                        }
                        _ => tree.node(alias).sym,
                    };
                    let entry = local.entry(key).or_default();
                    // The default export of a module is also called by the module's name.
                    if tree.node(imported).sym == Sym::new("default") {
                        entry.push(path.clone());
                    }
                    if full.len() > 1 || tree.node(alias).sym != tree.node(imported).sym {
                        places.entry(key).or_default().push((id, full.clone()));
                        entry.push(full);
                    }
                }
            }
        }
    }
    if local.is_empty() && wildcards.is_empty() {
        return;
    }
    local.values_mut().for_each(|paths| paths.truncate(MAX_MEANINGS));
    let mut found: Vec<(NodeId, Vec<Sym>)> = Vec::new();
    let mut guesses: Vec<(NodeId, Vec<Sym>)> = Vec::new();
    let mut bound: Vec<(NodeId, Vec<Sym>)> = Vec::new();
    for id in 0..tree.written {
        let node = tree.node(id);
        if node.kind != Kind::Ident || matches!(node.role, Role::Key | Role::Module | Role::Label) {
            continue;
        }
        let parent = tree.node(node.parent);
        let named = node.role == Role::Name && !matches!(parent.kind, Kind::Annotation | Kind::TypeApp | Kind::Xml);
        if named || node.role == Role::Alias {
            let imports = node.role == Role::Alias
                || parent.kind == Kind::ImportName
                || parent.kind == Kind::VarDef && required(tree, src, node.parent, language).is_some();
            if let (true, Some(paths)) = (imports, local.get(&node.sym)) {
                bound.extend(paths.iter().map(|p| (id, p.clone())));
            }
            continue;
        }
        // The first part of a path of PHP is written with its case.
        let key = match language {
            Language::Php if node.role == Role::Object => {
                Sym::of(&src.get(node.span.range()).unwrap_or(&[]).to_ascii_lowercase())
            }
            _ => node.sym,
        };
        // Types that Rust imports by another name are known by that only.
        let renamed = |path: &[Sym]| {
            language == Language::Rust && matches!(node.role, Role::Type | Role::Ret) && path.last() != Some(&key)
        };
        // A local variable of that name hides the import, unless it is the import.
        if let Some(paths) = local.get(&key) {
            let hidden = tree.def_of.get(&id).is_some_and(|&d| {
                let def = &tree.defs[d as usize];
                def.scope != Tree::ROOT && required_def(tree, def.ident, &local).is_none()
            });
            if !hidden && language == Language::Php {
                // A later import takes the name over.
                let last = places.get(&key).and_then(|all| all.iter().rfind(|(at, _)| *at < id));
                found.extend(last.map(|(_, path)| (id, path.clone())));
            } else if !hidden {
                found.extend(paths.iter().filter(|p| !renamed(p)).map(|p| (id, p.clone())));
            }
        } else if !wildcards.is_empty()
            && (wildcards.len() <= FEW_MODULES || guesses.len() < MAX_GUESSES)
            && !tree.def_of.contains_key(&id)
            && (matches!(node.role, Role::Type | Role::Callee | Role::Base | Role::Impl | Role::Object)
                || parent.kind == Kind::Annotation)
        {
            for module in &wildcards {
                let mut path = module.clone();
                path.push(node.sym);
                guesses.push((id, path));
            }
        }
    }
    tree.imported = written;
    tree.import_paths = local;
    tree.open_imports = wildcards;
    for (id, path) in bound {
        let virtual_id = chain(tree, &path, tree.node(id).span);
        tree.bound_by_imports.entry(id).or_default().push(virtual_id);
    }
    let sure = found.len();
    tree.guessed = NodeId::MAX;
    for (nth, (id, path)) in found.into_iter().chain(guesses).enumerate() {
        if nth == sure {
            tree.guessed = NodeId::try_from(tree.nodes.len()).unwrap_or(NodeId::MAX);
        }
        let span = tree.node(id).span;
        let virtual_id = chain(tree, &path, span);
        tree.aliases.entry(id).or_default().push(virtual_id);
    }
}

fn required_def(tree: &Tree, ident: NodeId, local: &FxHashMap<Sym, Vec<Vec<Sym>>>) -> Option<()> {
    let parent = tree.node(ident).parent;
    let value = tree.child(parent, Role::Value)?;
    (local.contains_key(&tree.node(ident).sym) && is_require(tree, value).is_some()).then_some(())
}

/// `x = require("m")`: what is bound, and the module.
fn required(tree: &Tree, src: &[u8], id: NodeId, language: Language) -> Option<(NodeId, Vec<Sym>)> {
    if !matches!(language, Language::JavaScript | Language::TypeScript | Language::Tsx) {
        return None;
    }
    let node = tree.node(id);
    let (name, value) = if node.kind == Kind::VarDef {
        (tree.child(id, Role::Name)?, tree.child(id, Role::Value)?)
    } else {
        (tree.child(id, Role::Left)?, tree.child(id, Role::Right)?)
    };
    // `require("m").a`
    let mut rest = Vec::new();
    let mut at = value;
    while tree.kind(at) == Kind::Member {
        rest.push(tree.node(tree.child(at, Role::Name)?).sym);
        at = tree.child(at, Role::Object)?;
    }
    let string = is_require(tree, at)?;
    let mut path = module(tree, src, string, language)?;
    path.extend(rest.into_iter().rev());
    Some((name, path))
}

fn is_require(tree: &Tree, call: NodeId) -> Option<NodeId> {
    if tree.kind(call) != Kind::Call {
        return None;
    }
    let callee = tree.child(call, Role::Callee)?;
    if tree.node(callee).sym != Sym::new("require") || tree.kind(callee) != Kind::Ident {
        return None;
    }
    let args = tree.child(call, Role::Args)?;
    tree.first_child(args).filter(|&a| tree.kind(a) == Kind::Str)
}

/// Notes a name, or each name of a destructuring.
fn add(tree: &Tree, name: NodeId, path: Vec<Sym>, local: &mut FxHashMap<Sym, Vec<Vec<Sym>>>) {
    match tree.kind(name) {
        Kind::Ident => {
            let sym = tree.node(name).sym;
            if path != [sym] {
                local.entry(sym).or_default().push(path);
            }
        }
        Kind::Object => {
            for part in tree.children(name) {
                let (key, value) = match tree.kind(part) {
                    Kind::Pair => (tree.child(part, Role::Key), tree.child(part, Role::Value)),
                    Kind::Ident => (Some(part), Some(part)),
                    _ => (None, None),
                };
                if let (Some(key), Some(value)) = (key, value)
                    && tree.kind(value) == Kind::Ident
                {
                    let mut full = path.clone();
                    full.push(tree.node(key).sym);
                    local.entry(tree.node(value).sym).or_default().push(full);
                }
            }
        }
        _ => {}
    }
}

/// Appends a member chain of names that stands in no text; returns its root.
fn chain(tree: &mut Tree, path: &[Sym], span: Span) -> NodeId {
    let first = NodeId::try_from(tree.nodes.len()).unwrap_or(NodeId::MAX);
    let depth = path.len().saturating_sub(1);
    // Nested members in preorder: all of them, then the names from left to right.
    let total = u32::try_from(depth * 2 + 1).unwrap_or(1);
    for nth in 0..depth {
        let id = first + u32::try_from(nth).unwrap_or(0);
        let role = if nth == 0 { Role::None } else { Role::Object };
        let end = first + total - u32::try_from(nth).unwrap_or(0);
        let parent = if nth == 0 { id } else { id - 1 };
        tree.nodes.push(Node { kind: Kind::Member, role, flags: 0, end, parent, span, sym: Sym::NONE });
    }
    for (nth, sym) in path.iter().enumerate() {
        let id = NodeId::try_from(tree.nodes.len()).unwrap_or(NodeId::MAX);
        let role = match (nth, depth) {
            (_, 0) => Role::None,
            (0, _) => Role::Object,
            _ => Role::Name,
        };
        tree.nodes.push(Node { kind: Kind::Ident, role, flags: 0, end: id + 1, parent: first, span, sym: *sym });
    }
    first
}
