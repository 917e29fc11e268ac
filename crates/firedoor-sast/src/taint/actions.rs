//! Methods of Rails controllers that answer requests. Each request has a controller of its own, so that what one
//! action puts into an instance variable is there for what it calls, but never for another action.

use super::run::Run;
use crate::tree::{Kind, NodeId, Role};

/// What names methods that run around actions.
const CALLBACKS: &[&str] = &["_action", "_filter", "helper_method", "rescue_from"];
/// What comes behind their names.
const OPTIONS: &[&str] = &["only", "except", "if:", "unless:", ":if", ":unless", "with:"];

impl Run<'_> {
    /// Whether a place stands in an action, whose instance variables no other method finds unless it is called there.
    pub(super) fn in_action(&mut self, at: NodeId) -> bool {
        if !self.traits.appends {
            return false;
        }
        let Some(method) = self.tree.ancestors(at).find(|n| self.tree.kind(*n) == Kind::FuncDef) else { return false };
        if let Some(known) = self.actions.get(&method) {
            return *known;
        }
        let is = self.is_action(method);
        self.actions.insert(method, is);
        is
    }

    fn is_action(&self, method: NodeId) -> bool {
        let body = self.tree.node(method).parent;
        let class = std::iter::once(body).chain(self.tree.ancestors(body)).take(2);
        let Some(class) = class.into_iter().find(|n| self.tree.kind(*n) == Kind::ClassDef) else { return false };
        let name = |of| self.tree.child(of, Role::Name).map_or("", |n| self.text(n));
        // What stands in a base class is called by those below it.
        let is_controller = |c: &str| c.ends_with("Controller") && !c.ends_with("ApplicationController");
        let has_parameters = self.tree.child(method, Role::Params).is_some_and(|p| self.tree.first_child(p).is_some());
        if !is_controller(name(class)) || name(class).contains("Base") || has_parameters {
            return false;
        }
        let method_name = name(method);
        let mut is_open = true;
        for statement in self.tree.children(body) {
            if statement == method && !is_open {
                return false;
            }
            if matches!(self.tree.kind(statement), Kind::FuncDef | Kind::ClassDef) {
                continue;
            }
            let text = self.text(statement);
            match text.trim() {
                "private" | "protected" => is_open &= statement > method,
                "public" => is_open |= statement < method,
                text => {
                    let word = text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("");
                    let names = CALLBACKS.iter().any(|c| word.ends_with(c)) || word == "private";
                    let end = OPTIONS.iter().filter_map(|o| text.find(o)).min().unwrap_or(text.len());
                    let mut named = text[..end].split(':').skip(1);
                    let is = |t: &str| t.trim_end_matches([',', ' ', '\n', '(', ')']) == method_name;
                    if names && named.any(is) {
                        return false;
                    }
                }
            }
        }
        true
    }
}
