//! What is known of a file before it is interpreted: its classes, imports, and the variables that functions share.

use super::inline::Class;
use super::library::Effect;
use super::run::{Run, field_key};
use crate::tree::{Kind, NodeId, Role, Sym, Tree, mix};

impl Run<'_> {
    /// The variables of the whole file that functions change, or call methods of.
    pub(super) fn find_shared(&mut self, file: u64) {
        self.file = file;
        for node in 0..self.tree.written {
            let mut target = match self.tree.kind(node) {
                Kind::Assign | Kind::AugAssign => self.tree.child(node, Role::Left),
                Kind::Call => self.tree.child(node, Role::Callee).filter(|c| self.tree.kind(*c) == Kind::Member),
                _ => None,
            };
            while let Some(at) = target
                && matches!(self.tree.kind(at), Kind::Member | Kind::Index | Kind::Deref)
            {
                target = self.tree.child(at, Role::Object).or_else(|| self.tree.first_child(at));
            }
            let Some(name) = target.filter(|n| self.tree.kind(*n) == Kind::Ident) else { continue };
            let is_global = match self.tree.def_of.get(&name).and_then(|d| self.tree.defs.get(*d as usize)) {
                Some(def) => def.scope == Tree::ROOT,
                None => false,
            } || self.traits.appends && self.text(name).starts_with('$');
            let inside =
                || self.tree.ancestors(node).any(|n| matches!(self.tree.kind(n), Kind::FuncDef | Kind::Lambda));
            if is_global && inside() {
                let key = field_key(file, self.tree.node(name).sym);
                self.shared.insert(self.global_var(name), key);
            } else if !is_global && self.traits.must_import && !self.functions_are_global {
                self.share_captured(file, node, name);
            }
        }
    }

    /// A variable of a function that a function within it changes: the others within it see that.
    fn share_captured(&mut self, file: u64, change: NodeId, name: NodeId) {
        let Some(def) = self.tree.def_of.get(&name).copied() else { return };
        let Some(scope) = self.tree.defs.get(def as usize).map(|d| d.scope) else { return };
        if self.tree.kind(change) == Kind::Call {
            // Only what is known to change it.
            let callee = self.tree.child(change, Role::Callee);
            let method = callee.and_then(|c| self.tree.child(c, Role::Name)).map(|n| self.tree.node(n).sym);
            let changes = method.and_then(|m| super::library::model(None, m));
            if !matches!(changes, Some(Effect::Push | Effect::Put | Effect::Unshift | Effect::Extend)) {
                return;
            }
        }
        let is_function = |n: &NodeId| matches!(self.tree.kind(*n), Kind::FuncDef | Kind::Lambda);
        let own = std::iter::once(scope).chain(self.tree.ancestors(scope)).find(is_function);
        let around = self.tree.ancestors(change).find(is_function);
        if let (Some(own), Some(around)) = (own, around)
            && own != around
        {
            let key = crate::tree::mix(field_key(file, self.tree.node(name).sym), u64::from(own));
            self.captured.insert(self.var(name), (key, own));
        }
    }

    /// The variable of an identifier; that of a global name of Ruby is one in the whole file.
    pub(super) fn global_var(&self, node: NodeId) -> u64 {
        self.var(node)
    }

    pub(super) fn find_classes(&mut self) {
        for node in 0..self.tree.written {
            match self.tree.kind(node) {
                Kind::ClassDef => {
                    let Some(name) = self.tree.child(node, Role::Name) else { continue };
                    let bases =
                        self.tree.children(node).filter(|c| matches!(self.tree.node(*c).role, Role::Base | Role::Impl));
                    // `Base` may hold a list.
                    let bases = bases.flat_map(|b| {
                        if self.tree.kind(b) == Kind::Args { self.tree.children(b).collect() } else { vec![b] }
                    });
                    let mut bases: Vec<u64> = bases.map(|b| self.base_name(b)).filter(|b| *b != Sym::NONE.0).collect();
                    bases.extend(self.mixed_in(node));
                    self.classes.insert(self.tree.node(name).sym.0, Class { node, bases });
                }
                // `Point = namedtuple("Point", ["x", "y"])`
                Kind::Assign => {
                    let (Some(left), Some(right)) =
                        (self.tree.child(node, Role::Left), self.tree.child(node, Role::Right))
                    else {
                        continue;
                    };
                    if self.is_struct(right) && self.tree.kind(left) == Kind::Ident {
                        self.classes.insert(self.tree.node(left).sym.0, Class { node, bases: Vec::new() });
                        continue;
                    }
                    let callee = self.tree.child(right, Role::Callee).map(|c| self.last_name(c));
                    if self.tree.kind(left) == Kind::Ident
                        && callee.is_some_and(|c| c == Sym::new("namedtuple") || c == Sym::new("make_dataclass"))
                    {
                        self.classes.insert(self.tree.node(left).sym.0, Class { node, bases: Vec::new() });
                    }
                }
                Kind::New if self.tree.children(node).any(|n| self.tree.kind(n) == Kind::ClassBody) => {
                    let ty = self.tree.child(node, Role::Type).or_else(|| self.tree.first_child(node));
                    let bases = ty.map(|t| self.last_name(t).0).into_iter().collect();
                    self.classes.insert(mix(1, u64::from(node)), Class { node, bases });
                }
                // A constant of an enumeration with methods of its own.
                Kind::VarDef if self.has_own_body(node) => {
                    let of = self.tree.node(self.tree.node(node).parent).parent;
                    let bases = self.tree.child(of, Role::Name).map(|n| self.tree.node(n).sym.0).into_iter().collect();
                    self.classes.insert(mix(1, u64::from(node)), Class { node, bases });
                }
                Kind::Other if self.is_object_expression(node) => {
                    let above = self.tree.children(node).filter(|n| self.tree.node(*n).role == Role::Base);
                    let bases = above.map(|b| self.base_name(b)).collect();
                    self.classes.insert(mix(1, u64::from(node)), Class { node, bases });
                }
                _ => {}
            }
        }
    }

    /// `object : Listener { … }` (Kotlin).
    pub(super) fn is_object_expression(&self, node: NodeId) -> bool {
        self.traits.extensions
            && self.tree.children(node).any(|n| self.tree.kind(n) == Kind::ClassBody)
            && self.text(node).starts_with("object")
    }

    /// `Struct.new(:a, :b)`, `Data.define(:a, :b)` of Ruby: a class with these fields.
    pub(super) fn is_struct(&self, node: NodeId) -> bool {
        self.traits.appends
            && self.tree.kind(node) == Kind::Call
            && ["Struct.new(", "Data.define("].iter().any(|start| self.text(node).starts_with(start))
    }

    /// The class to whose definition a block belongs: `P = Struct.new(:a) do … end`.
    pub(super) fn struct_around(&self, block: NodeId) -> Option<u64> {
        let of = self.tree.ancestors(block).find(|n| !matches!(self.tree.kind(*n), Kind::Args | Kind::Call))?;
        let right = self.tree.child(of, Role::Right).filter(|_| self.tree.kind(of) == Kind::Assign)?;
        let left = self.tree.child(of, Role::Left).filter(|_| self.is_struct(right))?;
        Some(self.tree.node(left).sym.0)
    }

    /// Embedded structs (Go), traits (PHP), modules (Ruby).
    pub(super) fn mixed_in(&self, class: NodeId) -> Vec<u64> {
        let bodies = self.tree.children(class).filter(|n| self.tree.kind(*n) == Kind::ClassBody);
        let mut out = Vec::new();
        for member in bodies.flat_map(|b| self.tree.children(b)) {
            match self.tree.kind(member) {
                Kind::VarDef if self.traits.channels && self.tree.child(member, Role::Name).is_none() => {
                    out.extend(self.tree.child(member, Role::Type).map(|t| self.last_name(t).0));
                }
                Kind::Other if self.text(member).starts_with("use ") => {
                    out.extend(self.tree.children(member).map(|n| self.last_name(n).0));
                }
                Kind::Call if self.traits.appends => {
                    let callee = self.tree.child(member, Role::Callee).map(|c| self.text(c));
                    if matches!(callee, Some("include" | "extend" | "prepend"))
                        && let Some(args) = self.tree.child(member, Role::Args)
                    {
                        out.extend(self.tree.children(args).map(|n| self.last_name(n).0));
                    }
                }
                _ => {}
            }
        }
        out
    }

    pub(super) fn base_name(&self, node: NodeId) -> u64 {
        match self.tree.kind(node) {
            Kind::Ident => self.tree.node(node).sym.0,
            Kind::Member | Kind::TypeApp | Kind::Type => self.last_name(node).0,
            _ => self.tree.first_child(node).map_or(self.tree.node(node).sym.0, |n| self.last_name(n).0),
        }
    }

    /// Aliases of modules and of imported functions, and the declared classes of fields.
    pub(super) fn find_imports(&mut self) {
        for node in 0..self.tree.written {
            let child = |role| self.tree.child(node, role);
            match self.tree.kind(node) {
                Kind::ImportAs => {
                    let Some(module) = child(Role::Module) else { continue };
                    let stem = self.stem(module);
                    let alias = child(Role::Alias).map_or(stem, |n| self.tree.node(n).sym);
                    self.modules.insert(alias, stem);
                    if let Some((package, _)) = self.text(module).rsplit_once('.') {
                        self.packages.push((stem, package));
                    }
                }
                Kind::ImportAll => {
                    self.imports_all = true;
                    if let Some(module) = child(Role::Module).filter(|_| self.traits.explicit_self) {
                        self.wanted.insert(self.stem(module).0);
                        // Whatever is not defined here may come from there.
                        self.packages.push((Sym::NONE, self.text(module)));
                        self.imported_classes.insert(Sym::NONE);
                    }
                }
                Kind::ImportFrom => {
                    let module = child(Role::Module).map(|m| self.stem(m).0);
                    let names: Vec<NodeId> =
                        self.tree.children(node).filter(|n| self.tree.kind(*n) == Kind::ImportName).collect();
                    for name in names {
                        let Some(own) = self.tree.child(name, Role::Name).map(|n| self.last_name(n)) else { continue };
                        let alias = self.tree.child(name, Role::Alias).map_or(own, |n| self.tree.node(n).sym);
                        if alias != own {
                            self.renamed.insert(alias, own);
                        }
                        if let Some(module) = child(Role::Module) {
                            self.packages.push((own, self.text(module)));
                            let is_class = self.tree.child(name, Role::Name).is_some_and(|n| {
                                self.text(n).starts_with(char::is_uppercase) && self.traits.explicit_self
                            });
                            if is_class {
                                self.imported_classes.insert(own);
                            }
                        }
                        if let Some(module) = module {
                            self.imported.insert(alias, module);
                            if self.traits.explicit_self {
                                self.reexports.push((alias, own, module));
                            }
                        }
                        // What is imported may itself be a module; what has no name there is all of it.
                        let whole = child(Role::Module).filter(|_| self.is_default(name));
                        let of = whole.map_or(own, |m| self.stem(m));
                        self.modules.entry(alias).or_insert(of);
                    }
                }
                // `const m = require('./m')`
                Kind::Call if child(Role::Callee).is_some_and(|c| self.text(c) == "require") => {
                    let parent = self.tree.node(node).parent;
                    let name = self.tree.child(parent, Role::Name).or_else(|| self.tree.child(parent, Role::Left));
                    let module = child(Role::Args).and_then(|a| self.tree.first_child(a));
                    let (Some(name), Some(module)) = (name, module) else { continue };
                    let stem = self.stem(module);
                    if self.tree.kind(name) == Kind::Ident {
                        self.modules.insert(self.tree.node(name).sym, stem);
                    } else if self.tree.kind(name) == Kind::Object {
                        // `const { a, b: c } = require('./m')`
                        for part in self.tree.children(name).collect::<Vec<_>>() {
                            let own = self.tree.child(part, Role::Key).unwrap_or(part);
                            let alias = self.tree.child(part, Role::Value).unwrap_or(part);
                            let (own, alias) = (self.tree.node(own).sym, self.tree.node(alias).sym);
                            if own != alias {
                                self.renamed.insert(alias, own);
                            }
                            self.imported.insert(alias, stem.0);
                        }
                    }
                }
                // `export { a, b as c } from './m'`
                Kind::Other if self.text(node).starts_with("export") => {
                    let Some(module) = self.tree.children(node).find(|n| self.tree.kind(*n) == Kind::Str) else {
                        continue;
                    };
                    let stem = self.stem(module).0;
                    self.wanted.insert(stem);
                    if self.text(node).trim_start_matches("export").trim_start().starts_with("* from") {
                        // `export * from './m'`
                        self.reexports.push((Sym::NONE, Sym::NONE, stem));
                    }
                    for part in (node + 1..self.tree.node(node).end).collect::<Vec<_>>() {
                        if self.tree.kind(part) == Kind::Other
                            && let Some(own) = self.tree.child(part, Role::Name).map(|n| self.tree.node(n).sym)
                        {
                            let alias = self.tree.child(part, Role::Alias).map_or(own, |n| self.tree.node(n).sym);
                            self.reexports.push((alias, own, stem));
                        }
                    }
                }
                // A parameter with a modifier is a field (TypeScript, Kotlin, Scala).
                kind @ (Kind::VarDef | Kind::Param) => {
                    let is_field = kind == Kind::VarDef || child(Role::Modifier).is_some();
                    let class = if is_field { self.class_around(node) } else { None };
                    if let (Some(class), Some(ty), Some(name)) = (class, child(Role::Type), child(Role::Name)) {
                        self.field_classes.insert(field_key(class, self.plain(name)), self.last_name(ty).0);
                    }
                }
                _ => {}
            }
        }
    }

    /// `import a from './m'`: no name of the module stands there.
    fn is_default(&self, import: NodeId) -> bool {
        let name = self.tree.child(import, Role::Name);
        !self.traits.explicit_self && name.is_some_and(|n| self.text(n).is_empty())
    }

    /// The last part of a module's name or path, without its extension.
    pub(super) fn stem(&self, module: NodeId) -> Sym {
        match self.tree.kind(module) {
            Kind::Str => {
                let bytes = self.src.get(self.tree.content_span(module).range()).unwrap_or_default();
                let text = std::str::from_utf8(bytes).unwrap_or_default();
                let last = text.rsplit('/').next().unwrap_or(text);
                Sym::new(last.split('.').next().unwrap_or(last))
            }
            Kind::Member => self.last_name(module),
            _ => {
                let text = self.text(module).trim_matches(['"', '\'', '`']);
                let last = text.rsplit(['/', '.']).next().unwrap_or(text);
                Sym::new(last)
            }
        }
    }
}
