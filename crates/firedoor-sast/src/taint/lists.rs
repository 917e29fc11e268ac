//! Special forms of languages whose calls are lists (Clojure): what binds names, branches and threads a value.
//!
//! The tree has them as calls, as patterns are written for those. Functions of the file are no functions here: what a
//! call is handed is what it gives.

use std::rc::Rc;

use super::run::Run;
use super::value::Val;
use crate::tree::{Kind, NodeId, Role};

/// Values of variables before a form bound their names.
type Before = Vec<(u64, Option<Val>)>;

impl Run<'_> {
    /// The value of a list: of a special form, or of a call; what is threaded into it is one of its arguments.
    pub(super) fn eval_list(&mut self, node: NodeId) -> Val {
        let threaded = self.threaded.take();
        let mut value = match self.special_form(node) {
            Some(value) => value,
            None => self.eval_call(node),
        };
        if let Some(threaded) = threaded {
            if self.last_call.0 == node {
                self.last_call.1.join(&threaded);
            }
            value.join(&Val::marked(threaded));
        }
        value
    }

    fn special_form(&mut self, node: NodeId) -> Option<Val> {
        let head = self.tree.child(node, Role::Callee)?;
        let parts: Vec<NodeId> = self.tree.child(node, Role::Args).map(|a| self.tree.children(a).collect())?;
        if self.tree.kind(head) != Kind::Ident {
            return None;
        }
        let value = match self.text(head) {
            "let" | "let*" | "loop" | "binding" | "with-open" | "with-redefs" | "with-local-vars" | "when-let"
            | "when-some" | "when-first" | "doseq" | "for" | "dotimes" => self.binding_form(&parts, false),
            "if-let" | "if-some" => self.binding_form(&parts, true),
            "if" | "if-not" => {
                let (test, ways) = parts.split_first()?;
                self.eval(*test);
                self.either(ways)
            }
            "when" | "when-not" | "do" => self.last_of(&parts),
            "cond" => {
                // Tests and values in turn.
                let mut value = Val::default();
                for pair in parts.chunks(2) {
                    self.eval(pair[0]);
                    value.join(&pair.get(1).map(|n| self.eval(*n)).unwrap_or_default());
                }
                value
            }
            "->" | "->>" | "some->" | "some->>" => {
                let (first, steps) = parts.split_first()?;
                let mut value = self.eval(*first);
                for step in steps.iter().filter(|s| self.tree.kind(**s) == Kind::Call) {
                    self.threaded = Some(value.all());
                    value = self.eval(*step);
                    self.threaded = None;
                }
                value
            }
            "fn" | "fn*" | "defn" | "defn-" | "defmethod" | "defmacro" => {
                self.function_form(&parts);
                Val::default()
            }
            "def" | "defonce" => {
                let (name, value) = (parts.first()?, parts.last()?);
                let value = self.eval(*value);
                if parts.len() > 1 && self.tree.kind(*name) == Kind::Ident {
                    self.bind_name(*name, value, &mut Before::new());
                }
                Val::default()
            }
            "comment" | "quote" | "ns" => Val::default(),
            _ => return None,
        };
        Some(value)
    }

    /// `(let [name value ...] body ...)`: the names mean their values in the body only.
    fn binding_form(&mut self, parts: &[NodeId], ways: bool) -> Val {
        let Some((list, body)) = parts.split_first() else { return Val::default() };
        let mut before = Before::new();
        self.bind_pairs(*list, &mut before);
        let value = if ways { self.either(body) } else { self.last_of(body) };
        self.restore(before);
        value
    }

    fn bind_pairs(&mut self, list: NodeId, before: &mut Before) {
        let mut pairs: Vec<NodeId> = self.tree.children(list).collect();
        let mut at = 0;
        while let [target, value, ..] = pairs[at..] {
            at += 2;
            if self.tree.kind(target) == Kind::Atom && self.text(target) == ":let" {
                // `:let [...]` of a loop: its pairs stand here.
                let inner: Vec<NodeId> = self.tree.children(value).collect();
                pairs.splice(at..at, inner);
            } else {
                let value = self.eval(value);
                self.bind_name(target, value, before);
            }
        }
    }

    /// Gives a name its value; each name of a pattern has the marks of the whole.
    fn bind_name(&mut self, target: NodeId, value: Val, before: &mut Before) {
        if self.tree.kind(target) == Kind::Ident {
            let var = self.var(target);
            let Some(env) = &mut self.env else { return };
            before.push((var, env.get(&var).cloned()));
            Rc::make_mut(env).insert(var, value);
            return;
        }
        let marks = value.all();
        let end = self.tree.node(target).end;
        for node in target..end {
            if self.tree.kind(node) == Kind::Ident {
                self.bind_name(node, Val::marked(marks.clone()), before);
            }
        }
    }

    fn restore(&mut self, before: Before) {
        let Some(env) = &mut self.env else { return };
        let env = Rc::make_mut(env);
        for (var, value) in before.into_iter().rev() {
            match value {
                Some(value) => env.insert(var, value),
                None => env.remove(&var),
            }
        }
    }

    /// Parameters hide what has their names outside; `(fn ([a] ...) ([a b] ...))` has several lists of them.
    fn function_form(&mut self, parts: &[NodeId]) {
        let is_list = |run: &Self, n: NodeId| run.tree.kind(n) == Kind::Array;
        if let Some(at) = parts.iter().position(|n| is_list(self, *n)) {
            let mut before = Before::new();
            self.bind_name(parts[at], Val::default(), &mut before);
            self.last_of(&parts[at + 1..]);
            self.restore(before);
            return;
        }
        for part in parts.iter().filter(|n| self.tree.kind(**n) == Kind::Call) {
            let head = self.tree.child(*part, Role::Callee).filter(|h| is_list(self, *h));
            let Some(head) = head else { continue };
            let body = self.tree.child(*part, Role::Args);
            let body: Vec<NodeId> = body.into_iter().flat_map(|a| self.tree.children(a)).collect();
            let mut before = Before::new();
            self.bind_name(head, Val::default(), &mut before);
            self.last_of(&body);
            self.restore(before);
        }
    }

    fn last_of(&mut self, parts: &[NodeId]) -> Val {
        parts.iter().fold(Val::default(), |_, n| self.eval(*n))
    }

    fn either(&mut self, parts: &[NodeId]) -> Val {
        let mut value = Val::default();
        for part in parts {
            value.join(&self.eval(*part));
        }
        value
    }
}
