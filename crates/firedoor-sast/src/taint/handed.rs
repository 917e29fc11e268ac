//! What one handler of a request leaves in it for those behind it (JavaScript: Express, Koa and their like).
//!
//! `(req, res, next) => { req.item = …; next(); }` changes the object that the next handler is given. Nothing calls that
//! one with it in sight, so what is left under a name is there for every handler that reads the name.

use super::marks::Origin;
use super::run::{Run, field_key};
use super::value::Val;
use crate::tree::{Kind, NodeId, Role, Sym};

/// What is of the framework, and what was looked up for the one who asks.
const OWN: [&str; 34] = [
    "params",
    "query",
    "body",
    "rawBody",
    "headers",
    "cookies",
    "signedCookies",
    "url",
    "originalUrl",
    "path",
    "hostname",
    "file",
    "files",
    "session",
    "sessionID",
    "user",
    "account",
    "auth",
    "app",
    "res",
    "req",
    "request",
    "response",
    "route",
    "method",
    "ip",
    "log",
    "logger",
    "next",
    "state",
    "locals",
    "status",
    "statusCode",
    "type",
];

/// So many parameters a handler has at most: the error comes first.
const MOST_PARAMETERS: usize = 4;

impl Run<'_> {
    /// Keeps what a handler that hands on leaves in its request; false if it is something else that is set.
    pub(super) fn hand_on(&mut self, left: NodeId, value: &Val) -> bool {
        let Some(key) = self.left_in_request(left, true) else { return false };
        // Texts of the request as they came. An object that is put together says who asks, and goes everywhere.
        let mut texts = Val::default();
        for entry in value.marks.iter() {
            if matches!(self.table.get(entry.mark).origin, Origin::Source(_)) {
                texts.marks.add(*entry);
            }
        }
        self.store(kept_by().0, key, &texts);
        true
    }

    /// What a handler before may have left there.
    pub(super) fn was_handed(&mut self, member: NodeId, part: &mut Val) {
        if let Some(key) = self.left_in_request(member, false) {
            self.wanted.insert(kept_by().0);
            let entry = self.entry(Origin::Field(key), None, u64::MAX, self.span(member));
            part.marks.add(entry);
        }
    }

    /// `req.item`, `res.locals.item`, `ctx.state.item` within a handler.
    fn left_in_request(&self, member: NodeId, hands_on: bool) -> Option<u64> {
        let is_script = self.traits.must_import && self.traits.fall_through && !self.functions_are_global;
        if !is_script || self.tree.kind(member) != Kind::Member {
            return None;
        }
        let (object, name) = (self.tree.child(member, Role::Object)?, self.tree.child(member, Role::Name)?);
        let (holder, place) = match self.tree.kind(object) {
            Kind::Ident if !OWN.contains(&self.text(name)) => (object, ""),
            Kind::Member => {
                let place = self.text(self.tree.child(object, Role::Name)?);
                (self.tree.child(object, Role::Object)?, place)
            }
            _ => return None,
        };
        let fits = match self.text(holder) {
            "req" | "request" => place.is_empty(),
            "res" | "response" => place == "locals",
            "ctx" | "context" => place.is_empty() || place == "state",
            _ => false,
        };
        if !fits || self.tree.kind(holder) != Kind::Ident {
            return None;
        }
        let def = self.tree.defs.get(*self.tree.def_of.get(&holder)? as usize)?;
        let func = &self.funcs[*self.func_at.get(&def.scope)? as usize];
        let is_handler = (1..=MOST_PARAMETERS).contains(&func.params.len())
            && func.names.contains(&self.tree.node(holder).sym)
            && (func.params.len() > 1 || self.text(holder).starts_with('c'));
        let goes_on = || func.names.iter().any(|n| ["next", "done"].iter().any(|w| Sym::new(w) == *n));
        if !is_handler || hands_on && !goes_on() {
            return None;
        }
        Some(field_key(kept_by().0, Sym::new(&format!("{place}.{}", self.text(name)))))
    }
}

/// What stands for the class of all requests.
fn kept_by() -> Sym {
    Sym::new("\0handed")
}
