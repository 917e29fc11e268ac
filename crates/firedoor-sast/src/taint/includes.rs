//! What files of PHP that include each other leave in variables of the top level: the page sets them, its template
//! shows them.

use super::call::Arg;
use super::marks::Origin;
use super::run::{Run, field_key};
use super::value::Val;
use crate::tree::{Kind, NodeId, Role, Sym, Tree, mix};

/// Most files of which one is asked for what it leaves.
const MAX_INCLUDED: usize = 8;
/// Most variables that one file gives another.
const MAX_GIVEN: usize = 64;

/// The key of what those who include a file give it.
fn given_to(module: u64) -> u64 {
    mix(module, Sym::new("include").0)
}

/// A file by its folder and name: there may be several of one name.
pub(super) fn place_of(path: &str) -> Option<u64> {
    let folder = path.rsplit('/').nth(1).filter(|folder| !matches!(*folder, "" | "." | ".."))?;
    super::modules_of(path).first().map(|stem| mix(Sym::new(folder).0, *stem))
}

impl Run<'_> {
    /// `include "view.php"`: the variables at hand are there for that file, and its own ones here.
    pub(super) fn include(&mut self, callee: NodeId, args: &[Arg]) {
        let [path] = args else { return };
        // The last text in the path names the file, and its folder if it says one.
        let last = (path.node..self.tree.node(path.node).end).rev().find(|n| self.tree.kind(*n) == Kind::Str);
        let Some(last) = last else { return };
        let text = self.text(last).trim_matches(['"', '\'']);
        let Some(module) = super::modules_of(text).first().copied().filter(|_| text.contains('.')) else { return };
        let module = place_of(text).unwrap_or(module);
        let scope = self.scope_around(callee);
        if !self.included.contains(&(scope, module)) && self.included.len() < MAX_INCLUDED {
            self.included.push((scope, module));
        }
        self.wanted.extend(super::modules_of(&text.to_ascii_lowercase()).first());
        let of_scope: Vec<NodeId> =
            self.tree.defs.iter().filter(|d| d.scope == scope).map(|d| d.ident).take(MAX_GIVEN).collect();
        for ident in of_scope {
            let Some(value) = self.look_up(self.var(ident)).cloned() else { continue };
            let to = given_to(module);
            self.store(to, field_key(to, self.tree.node(ident).sym), &value);
        }
    }

    /// The function around, or the file.
    fn scope_around(&self, node: NodeId) -> NodeId {
        let is_scope = |n: &NodeId| matches!(self.tree.kind(*n), Kind::FuncDef | Kind::Lambda);
        self.tree.ancestors(node).find(is_scope).unwrap_or(Tree::ROOT)
    }

    /// A variable that nothing in sight has set: what an included file left in it, or who includes this one.
    pub(super) fn set_by_includes(&mut self, node: NodeId) -> Option<Val> {
        let text = self.text(node);
        if !self.includes || !text.starts_with('$') || text.starts_with("$_") || text == "$this" {
            return None;
        }
        let scope = self.scope_around(node);
        let own = [self.own_module, self.own_place].into_iter().flatten().filter(|_| scope == Tree::ROOT).map(given_to);
        let here = self.included.iter().filter(|(of, _)| *of == scope).map(|(_, module)| *module);
        let from: Vec<u64> = here.chain(own).collect();
        if from.is_empty() {
            return None;
        }
        let mut value = Val::default();
        for of in from {
            let key = field_key(of, self.tree.node(node).sym);
            let entry = self.entry(Origin::Field(key), None, u64::MAX, self.span(node));
            value.marks.add(entry);
        }
        Some(value)
    }

    /// Whether a call is written without brackets, as `include` and its kin are.
    pub(super) fn is_include(&self, callee: NodeId) -> bool {
        let call = self.tree.node(callee).parent;
        self.includes
            && matches!(self.text(callee), "include" | "include_once" | "require" | "require_once")
            && self.tree.child(call, Role::Args).is_some()
    }
}
