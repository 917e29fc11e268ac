//! What modules of JavaScript hand out by other ways than definitions: `module.exports = new Bus()`, `export default { … }`.

use super::run::{Run, field_key};
use super::value::{Key, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

/// The name under which a module hands out all that it is.
pub(super) const DEFAULT: &str = "default";

impl Run<'_> {
    /// A statement of the top level; what it exports is kept.
    pub(super) fn top_level(&mut self, node: NodeId) {
        let exports = self.traits.must_import && !self.traits.explicit_self;
        if exports
            && self.tree.kind(node) == Kind::Directive
            && self.text(node).starts_with("export default")
            && let Some(given) = self.tree.child(node, Role::Value)
        {
            let value = self.eval(given);
            self.export(Sym::new(DEFAULT), given, value);
            return;
        }
        let value = self.eval(node);
        let assign = self.tree.first_child(node).filter(|n| exports && self.tree.kind(*n) == Kind::Assign);
        let Some(mut assign) = assign else { return };
        // `exports = module.exports = …`
        for _ in 0..4 {
            let (Some(left), Some(right)) = (self.tree.child(assign, Role::Left), self.tree.child(assign, Role::Right))
            else {
                return;
            };
            match self.text(left) {
                "module.exports" => {
                    self.export(Sym::new(DEFAULT), right, value);
                    return;
                }
                "exports" => {}
                left => {
                    let name = left.strip_prefix("module.exports.").or_else(|| left.strip_prefix("exports."));
                    if let Some(name) = name {
                        self.export(Sym::new(name), right, value);
                    }
                    return;
                }
            }
            assign = right;
        }
    }

    /// All that a module is, where it is taken apart by a key: `handlers[name]`.
    pub(super) fn of_module(&mut self, object: Option<NodeId>) -> Option<super::marks::Entry> {
        let object = object.filter(|n| self.tree.kind(*n) == Kind::Ident)?;
        if !self.traits.must_import || self.traits.explicit_self {
            return None;
        }
        let module = self.modules.get(&self.tree.node(object).sym)?.0;
        self.wanted.insert(module);
        let key = field_key(module, Sym::new(DEFAULT));
        Some(self.entry(super::marks::Origin::Field(key), None, u64::MAX, self.span(object)))
    }

    fn export(&mut self, name: Sym, given: NodeId, mut value: Val) {
        let named = match self.tree.kind(given) {
            Kind::ClassDef => self.tree.child(given, Role::Name),
            Kind::Ident => Some(given),
            _ => None,
        };
        let class = named.map(|n| self.tree.node(n).sym.0).filter(|class| self.classes.contains_key(class));
        value.class = value.class.or(class);
        self.exported.push((name, value));
    }

    /// What the top level leaves in its variables, and what it exports, is there for those who import it.
    pub(super) fn share(&mut self, modules: &[u64]) {
        self.func = 0;
        let defs = self.tree.defs.iter().filter(|d| d.scope == crate::tree::Tree::ROOT);
        let defined =
            defs.filter_map(|d| Some((self.tree.node(d.ident).sym, self.globals.get(&self.var(d.ident))?.clone())));
        let mut all: Vec<(Sym, Val)> = defined.collect();
        let exported = std::mem::take(&mut self.exported);
        for (name, value) in &exported {
            let parts = value.shape.iter().filter(|_| *name == Sym::new(DEFAULT) && value.class.is_none());
            all.extend(parts.flat_map(|s| &s.parts).filter_map(|(key, part)| match key {
                Key::Name(text) => Some((Sym::new(text), part.clone())),
                Key::Index(_) => None,
            }));
        }
        all.extend(exported);
        for (name, value) in &all {
            for module in modules {
                let key = field_key(*module, *name);
                if let (Some(class), true) = (value.class, self.traits.must_import) {
                    self.field_classes.entry(key).or_insert(class);
                }
                self.store(*module, key, value);
            }
        }
    }
}
