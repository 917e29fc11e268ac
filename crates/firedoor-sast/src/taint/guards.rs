//! Guards: conditions that hold only of values that can do no harm, whatever becomes of them.
//!
//! A value that a strict pattern matches as a whole, of which each character is a letter or digit, or that is one of
//! some constants, is no longer what somebody sent. So is one for which a function of the project says as much, or which
//! such a function lets pass without raising: that is read from its body, not from its name.

mod body;
mod table;
mod test;

use super::facts::Guard;
use super::run::Run;
use super::value::Konst;
use crate::tree::{Kind, NodeId, Role};

/// Deepest nesting of conditions and functions.
const MAX_DEPTH: u32 = 6;

/// How a function ends.
#[derive(Clone, Copy, PartialEq)]
enum End {
    /// With this result.
    Gives(bool),
    /// In any way but by raising.
    AtAll,
}

impl Run<'_> {
    /// In the branch where a condition holds (or does not), what it guards is clean.
    pub(super) fn guard(&mut self, condition: NodeId, holds: bool) {
        if self.safe.guards == 0 {
            return;
        }
        let mut nodes = self.guarded(condition, holds, 0);
        nodes.sort_unstable();
        nodes.dedup();
        nodes.into_iter().for_each(|node| self.is_harmless(node));
    }

    /// `v -> v.matches("[a-z]+")` as a test of what stays: only what is harmless does.
    pub(super) fn lets_harmless_pass(&self, lambda: NodeId) -> bool {
        let Some(func) = self.func_at.get(&lambda).filter(|_| self.safe.guards != 0) else { return false };
        let [param] = self.funcs[*func as usize].params[..] else { return false };
        let (Some(name), Some(mut body)) = (self.param_name(param), self.tree.child(lambda, Role::Body)) else {
            return false;
        };
        while matches!(self.tree.kind(body), Kind::Block | Kind::Return | Kind::ExprStmt)
            && self.tree.children(body).count() == 1
            && let Some(inner) = self.tree.first_child(body)
        {
            body = inner;
        }
        let def = self.tree.def_of.get(&name);
        self.guarded(body, true, 0).iter().any(|n| def.is_some() && self.tree.def_of.get(n) == def)
    }

    /// A call that comes back only if its arguments are harmless.
    pub(super) fn passed(&mut self, call: NodeId) {
        if self.safe.guards != 0 && self.tree.kind(call) == Kind::Call {
            let mut nodes = self.by_function(call, End::AtAll, 0);
            nodes.extend(self.by_parse(call));
            nodes.retain(|node| !self.goes_on(call, *node));
            nodes.into_iter().for_each(|node| self.is_harmless(node));
        }
    }

    /// Whether a value is looked at although what it was handed to has raised: by what is done finally, or behind a
    /// `with` that may let exceptions end there.
    fn goes_on(&self, call: NodeId, value: NodeId) -> bool {
        let names = |from: NodeId, to: NodeId| {
            (from..to).any(|n| self.tree.kind(n) == self.tree.kind(value) && self.text(n) == self.text(value))
        };
        for outer in self.tree.ancestors(call) {
            let node = self.tree.node(outer);
            match node.kind {
                Kind::FuncDef | Kind::Lambda => return false,
                Kind::Try => {
                    let is_last =
                        |n: &NodeId| self.tree.node(*n).role == Role::Finally || self.tree.kind(*n) == Kind::Finally;
                    for last in self.tree.children(outer).filter(is_last) {
                        let end = self.tree.node(last).end;
                        let leaves = |n| matches!(self.tree.kind(n), Kind::Break | Kind::Continue | Kind::Return);
                        if !(last..end).contains(&call) && (names(last, end) || (last..end).any(leaves)) {
                            return true;
                        }
                    }
                }
                Kind::With if self.traits.explicit_self => {
                    let head = self.text(outer).lines().next().unwrap_or_default();
                    let is_plain = ["open(", ".open(", "lock", "Lock", ".cursor(", "closing(", ".begin("];
                    let scope = self.tree.ancestors(outer).find(|n| matches!(self.tree.kind(*n), Kind::FuncDef));
                    let behind = scope.map_or(self.tree.written, |n| self.tree.node(n).end);
                    if !is_plain.iter().any(|name| head.contains(name)) && names(node.end, behind) {
                        return true;
                    }
                }
                _ => {}
            }
        }
        false
    }

    /// In a case that stands for constants, its subject is one of them.
    pub(super) fn guard_case(&mut self, subject: NodeId, patterns: &[NodeId]) {
        let is_known = |n: &NodeId| self.is_choice(*n, 0);
        if self.safe.guards != 0 && !patterns.is_empty() && self.is_name(subject) && patterns.iter().all(is_known) {
            self.is_harmless(subject);
        }
    }

    /// A constant, or one of several.
    fn is_choice(&self, node: NodeId, depth: u32) -> bool {
        // A bare name takes anything (Python).
        let takes_all = |text: &str| matches!(text.trim(), "_" | "");
        if self.traits.explicit_self
            && (self.tree.kind(node) == Kind::Ident
                || self.tree.kind(node) != Kind::Str && self.text(node).split('|').any(takes_all))
        {
            return false;
        }
        match (self.constant(node), self.tree.kind(node)) {
            (Konst::Str(_) | Konst::Enum(_), _) => true,
            // Any text may be equal to a number where types give way (PHP).
            (Konst::Int(_), _) => !self.functions_are_global,
            (_, Kind::Other | Kind::Binary) if depth < 8 => {
                let mut parts = self.tree.children(node).filter(|n| self.tree.node(*n).role != Role::Op).peekable();
                parts.peek().is_some() && self.text(node).contains('|') && parts.all(|n| self.is_choice(n, depth + 1))
            }
            _ => false,
        }
    }

    fn is_harmless(&mut self, node: NodeId) {
        if let Some(place) = self.place(node) {
            let mut value = self.read(&place);
            if !value.all().is_empty() {
                self.sanitize(&mut value, self.safe.guards);
                self.write(&place, value);
            }
        }
    }

    /// Notes the guards of other files that a condition asks for.
    pub(super) fn ask_guards(&mut self, condition: NodeId) {
        if self.safe.guards == 0 || self.facts.is_some() || self.tree.node(condition).end - condition > 64 {
            return;
        }
        for node in condition..self.tree.node(condition).end {
            if self.tree.kind(node) == Kind::Call
                && let Some(callee) = self.tree.child(node, Role::Callee)
                && self.given(node).iter().any(|arg| self.is_name(*arg))
                && let Some(far) = self.far_function(callee, self.given(node).len())
            {
                self.ask_far(&far, super::facts::as_guard);
                // Its name is a library's, but it may be one of the project.
                if self.by_test(node).is_some() {
                    self.ask_far(&far, super::facts::as_tested);
                }
            }
        }
    }

    /// The arguments of a call.
    pub(super) fn given(&self, call: NodeId) -> Vec<NodeId> {
        self.tree.child(call, Role::Args).map(|l| self.tree.children(l).collect()).unwrap_or_default()
    }

    /// Whether an expression names a place: a variable, a field, an element by its constant key.
    fn is_name(&self, node: NodeId) -> bool {
        match self.tree.kind(node) {
            Kind::Ident | Kind::Member => true,
            Kind::Index => {
                let part = |role| self.tree.child(node, role);
                part(Role::Object).is_some_and(|object| self.is_name(object))
                    && part(Role::Index).is_some_and(|key| matches!(self.constant(key), Konst::Str(_) | Konst::Int(_)))
            }
            _ => false,
        }
    }

    fn guarded(&self, node: NodeId, holds: bool, depth: u32) -> Vec<NodeId> {
        if depth > MAX_DEPTH {
            return Vec::new();
        }
        let sides = || self.tree.children(node).filter(|n| self.tree.node(*n).role != Role::Op).collect::<Vec<_>>();
        match self.tree.kind(node) {
            Kind::Unary if matches!(self.operator(node), "!" | "not") => {
                let inner = self.tree.child(node, Role::Value).or_else(|| self.tree.first_child(node));
                inner.map(|n| self.guarded(n, !holds, depth + 1)).unwrap_or_default()
            }
            Kind::Binary => {
                let (op, sides) = (self.operator(node), sides());
                match (op, holds) {
                    ("&&" | "and", true) | ("||" | "or", false) => {
                        sides.into_iter().flat_map(|n| self.guarded(n, holds, depth + 1)).collect()
                    }
                    // Whichever it was.
                    ("||" | "or", true) | ("&&" | "and", false) => {
                        let mut all = sides.into_iter().map(|n| self.guarded(n, holds, depth + 1));
                        let first = all.next().unwrap_or_default();
                        all.fold(first, |both, next| {
                            both.into_iter().filter(|a| next.iter().any(|b| self.text(*a) == self.text(*b))).collect()
                        })
                    }
                    _ => match (op, holds, &sides[..]) {
                        ("==" | "===", true, [a, b]) | ("!=" | "!==", false, [a, b]) => {
                            let one_is = |a: NodeId, b: NodeId| {
                                // Any text may be equal to zero where types give way (PHP).
                                let loose = self.functions_are_global && matches!(op, "==" | "!=");
                                let known = match self.constant(b) {
                                    Konst::Str(_) => true,
                                    Konst::Int(_) => !loose,
                                    _ => false,
                                };
                                (known && self.is_name(a)).then_some(a)
                            };
                            one_is(*a, *b).or_else(|| one_is(*b, *a)).into_iter().collect()
                        }
                        // A test that gave something.
                        ("is not" | "!=" | "!==", true, [a, b]) | ("is" | "==" | "===", false, [a, b])
                            if self.tree.kind(*b) == Kind::Null && self.gives_match(*a) =>
                        {
                            self.guarded(*a, true, depth + 1)
                        }
                        (op, _, [a, b]) if self.is_count(op, holds, *b) => self.by_count(*a).into_iter().collect(),
                        // Where it stands in a list of constants.
                        (op, _, [a, b]) if self.is_place(op, holds, *b) => self.by_place(*a).into_iter().collect(),
                        ("in", true, [a, b]) | ("not in", false, [a, b])
                            if self.is_name(*a) && self.is_table(*b, 0) =>
                        {
                            vec![*a]
                        }
                        _ => Vec::new(),
                    },
                }
            }
            Kind::Call if self.is_truth(node).is_some() => {
                self.is_truth(node).map(|n| self.guarded(n, holds, depth + 1)).unwrap_or_default()
            }
            Kind::Call if self.is_own(node) => self.by_function(node, End::Gives(holds), depth),
            Kind::Call => match self.by_test(node) {
                Some(value) if holds => vec![value],
                Some(_) => Vec::new(),
                None => self.by_function(node, End::Gives(holds), depth),
            },
            // `m = WORD.match(x)`, and then `if m:`
            Kind::Ident if holds && depth < 3 => {
                let Some(test) = self.set_to(node).filter(|n| self.tree.kind(*n) == Kind::Call) else {
                    return Vec::new();
                };
                let tested = self.by_test(test).filter(|_| self.gives_match(test) && !self.is_own(test));
                tested.into_iter().filter(|n| self.is_set_once(*n)).chain(tested.map(|_| node)).collect()
            }
            // `(m := WORD.match(x))`
            Kind::Assign if holds => {
                let (left, right) = (self.tree.child(node, Role::Left), self.tree.child(node, Role::Right));
                let (Some(left), Some(right)) = (left, right) else { return Vec::new() };
                let mut found = self.guarded(right, holds, depth + 1);
                if !found.is_empty() && self.gives_match(right) {
                    found.push(left);
                }
                found
            }
            _ => Vec::new(),
        }
    }

    /// Whether a call is of a function or method of this file, whatever a library calls so.
    fn is_own(&self, call: NodeId) -> bool {
        let Some(callee) = self.tree.child(call, Role::Callee) else { return false };
        let name = match self.tree.kind(callee) {
            Kind::Ident => Some(callee),
            Kind::Member => self.tree.child(callee, Role::Name),
            _ => None,
        };
        name.is_some_and(|n| self.by_name.contains_key(&self.tree.node(n).sym))
            || self.tree.kind(callee) == Kind::Ident && self.imported.contains_key(&self.tree.node(callee).sym)
            || self.facts.is_some_and(|facts| {
                self.far_function(callee, self.given(call).len()).is_some_and(|far| facts.is_tested(far.key))
            })
    }

    /// The arguments that a function of the project has looked at when it ends so.
    fn by_function(&self, call: NodeId, end: End, depth: u32) -> Vec<NodeId> {
        let Some(callee) = self.tree.child(call, Role::Callee) else { return Vec::new() };
        let args = self.given(call);
        if args.iter().all(|a| !self.is_name(*a)) {
            return Vec::new();
        }
        let own = match self.tree.kind(callee) {
            Kind::Member => self.tree.child(callee, Role::Object).filter(|o| {
                let name = self.tree.node(*o).sym.0;
                super::language::is_this(self.text(*o)) || self.classes.contains_key(&name)
            }),
            _ => Some(callee),
        };
        let name = match self.tree.kind(callee) {
            Kind::Member => self.tree.child(callee, Role::Name).map(|n| self.tree.node(n).sym),
            Kind::Ident => Some(self.tree.node(callee).sym),
            _ => None,
        };
        let named = name.and_then(|name| self.by_name.get(&name)).map_or(&[][..], Vec::as_slice);
        let guard = match (own, named) {
            (Some(_), [func]) => {
                let is_method = self.funcs.get(*func as usize).is_some_and(|f| f.class.is_some());
                let is_imported = name.is_some_and(|name| self.imported.contains_key(&name));
                let on_object = self.tree.kind(callee) == Kind::Member;
                let fits = is_method == on_object || !on_object && self.traits.implicit_this;
                let guard = if fits && !is_imported { self.guard_of(*func, depth) } else { Guard::default() };
                // Only what says something is believed.
                let is_doubted = guard != Guard::default() && self.is_overridden(*func);
                if is_doubted { Guard::default() } else { guard }
            }
            _ => self.far_guard(callee, args.len()).unwrap_or_default(),
        };
        let mask = match end {
            End::Gives(true) => guard.yes,
            End::Gives(false) => guard.no,
            End::AtAll => guard.passed,
        };
        let chosen = args.into_iter().enumerate().filter(|(at, _)| *at < 64 && mask >> at & 1 == 1);
        chosen.map(|(_, node)| node).filter(|n| self.is_name(*n)).collect()
    }

    /// Whether a class of another file has a method in the place of this one; that it is believed is noted.
    fn is_overridden(&self, func: u32) -> bool {
        let Some(info) = self.funcs.get(func as usize) else { return false };
        let Some(class) = info.class else { return false };
        let fixed = |n: NodeId| {
            self.tree.kind(n) == Kind::Modifier
                && self.text(n).split_whitespace().any(|w| matches!(w, "private" | "static" | "final"))
        };
        if self.tree.children(info.node).any(fixed) {
            return false;
        }
        match self.facts {
            Some(facts) => facts.is_overridden(class, info.name),
            None => {
                self.trusted.borrow_mut().insert((class, info.name));
                false
            }
        }
    }
}
