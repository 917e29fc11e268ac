//! What the body of a function says of its parameters: it is followed to each of its ends.

use super::super::facts::Guard;
use super::super::run::Run;
use super::super::value::{Key, Konst, Val};
use super::End;
use crate::tree::{Kind, NodeId, Role, Sym};

/// Largest function that is read, in nodes.
const MAX_BODY: u32 = 400;

impl Run<'_> {
    /// What a function says of its parameters.
    pub(in super::super) fn guard_of(&self, func: u32, depth: u32) -> Guard {
        // Asked for at each of its calls, and again in each round of a loop.
        if let Some(known) = self.known_guards.borrow().get(&(func, depth)) {
            return *known;
        }
        let guard = self.read_guard(func, depth);
        self.known_guards.borrow_mut().insert((func, depth), guard);
        guard
    }

    /// Fields of a record that its compact constructor lets pass only if they are harmless.
    pub(in super::super) fn checked_fields(&mut self, class: NodeId, fields: &[String], this: &mut Val) {
        if self.safe.guards == 0 || fields.is_empty() {
            return;
        }
        let name = self.tree.child(class, Role::Name).map(|n| self.tree.node(n).sym);
        let compact = (class..self.tree.node(class).end).find(|n| {
            self.tree.kind(*n) == Kind::FuncDef
                && self.tree.child(*n, Role::Params).is_none()
                && self.tree.child(*n, Role::Name).map(|n| self.tree.node(n).sym) == name
        });
        let Some(compact) = compact else { return };
        let names: Vec<Sym> = fields.iter().map(|f| Sym::new(f)).collect();
        let guard = self.read_body(compact, &names, 0);
        for (_, field) in fields.iter().enumerate().filter(|(at, _)| *at < 64 && guard.passed >> at & 1 == 1) {
            let key = Key::Name(field.as_str().into());
            let mut value = this.part(Some(&key));
            self.sanitize(&mut value, self.safe.guards);
            this.set(key, value);
        }
    }

    fn read_guard(&self, func: u32, depth: u32) -> Guard {
        match self.funcs.get(func as usize) {
            Some(info) => self.read_body(info.node, &info.names, depth),
            None => Guard::default(),
        }
    }

    fn read_body(&self, func: NodeId, names: &[Sym], depth: u32) -> Guard {
        let Some(body) = self.tree.child(func, Role::Body).filter(|_| !names.is_empty() && names.len() < 8) else {
            return Guard::default();
        };
        if depth > 2 || self.tree.node(func).end - func > MAX_BODY || !self.runs_when_called(func) {
            return Guard::default();
        }
        let written = self.written_in(body);
        let mask = |end: End| -> u64 {
            let mut ends: Vec<Vec<Sym>> = Vec::new();
            let mut clean = Vec::new();
            let falls = match self.tree.kind(body) {
                kind if kind.is_block() => self.walk(&self.inner(body), &mut clean, &mut ends, end, depth),
                _ => self.result_is(body, &clean, &mut ends, end, depth).map(|()| false),
            };
            let Some(falls) = falls else { return 0 };
            // What falls off its end gives nothing, which is false.
            if falls && end != End::Gives(true) {
                ends.push(clean);
            }
            if ends.is_empty() {
                return 0;
            }
            let holds = |name: &Sym| !written.contains(name) && ends.iter().all(|e| e.contains(name));
            (0..).zip(names).filter(|(_, name)| holds(name)).map(|(n, _)| 1 << n).sum()
        };
        Guard { yes: mask(End::Gives(true)), no: mask(End::Gives(false)), passed: mask(End::AtAll) }
    }

    /// Whether a call of a function runs its body there and then, as it is written.
    pub(in super::super) fn runs_when_called(&self, func: NodeId) -> bool {
        let end = self.tree.node(func).end;
        let is_wrapped = self.traits.explicit_self
            && (self.tree.children(func).any(|n| self.tree.kind(n) == Kind::Annotation)
                || self.text(self.tree.node(func).parent).starts_with('@'));
        !is_wrapped
            && !self.text(func).contains("async")
            && (func..end).all(|n| !matches!(self.tree.kind(n), Kind::Yield | Kind::Await))
    }

    /// The names that a body gives a value.
    fn written_in(&self, body: NodeId) -> Vec<Sym> {
        let mut out = Vec::new();
        for node in body..self.tree.node(body).end {
            let target = match self.tree.kind(node) {
                Kind::Assign | Kind::AugAssign => self.tree.child(node, Role::Left),
                Kind::VarDef => self.tree.child(node, Role::Name),
                _ => None,
            };
            if let Some(target) = target {
                let within = target..self.tree.node(target).end;
                out.extend(within.filter(|n| self.tree.kind(*n) == Kind::Ident).map(|n| self.plain(n)));
            }
        }
        out
    }

    fn inner(&self, node: NodeId) -> Vec<NodeId> {
        if self.tree.kind(node).is_block() { self.tree.children(node).collect() } else { vec![node] }
    }

    fn names_in(&self, condition: NodeId, holds: bool, depth: u32) -> Vec<Sym> {
        let nodes = self.guarded(condition, holds, depth + 1);
        nodes.into_iter().filter(|n| self.tree.kind(*n) == Kind::Ident).map(|n| self.plain(n)).collect()
    }

    fn result_is(&self, value: NodeId, clean: &[Sym], ends: &mut Vec<Vec<Sym>>, end: End, depth: u32) -> Option<()> {
        let End::Gives(wanted) = end else {
            ends.push(clean.to_vec());
            return Some(());
        };
        match self.constant(value) {
            Konst::Bool(given) if given != wanted => {}
            Konst::Unknown => {
                let mut all = clean.to_vec();
                all.extend(self.names_in(value, wanted, depth));
                ends.push(all);
            }
            _ => ends.push(clean.to_vec()),
        }
        Some(())
    }

    /// Follows statements; gives whether what stands behind them is reached, `None` if they are more than that.
    fn walk(
        &self,
        statements: &[NodeId],
        clean: &mut Vec<Sym>,
        ends: &mut Vec<Vec<Sym>>,
        end: End,
        depth: u32,
    ) -> Option<bool> {
        for node in statements {
            let part = |role| self.tree.child(*node, role);
            match self.tree.kind(*node) {
                Kind::Return => {
                    match self.tree.children(*node).last() {
                        Some(value) => self.result_is(value, clean, ends, end, depth)?,
                        None => ends.push(clean.clone()),
                    }
                    return Some(false);
                }
                Kind::Throw => return Some(false),
                Kind::If => {
                    let test = part(Role::Cond)?;
                    let then = part(Role::Then).or_else(|| part(Role::Body))?;
                    let mut yes = clean.clone();
                    yes.extend(self.names_in(test, true, depth));
                    let mut no = clean.clone();
                    no.extend(self.names_in(test, false, depth));
                    let on = self.walk(&self.inner(then), &mut yes, ends, end, depth)?;
                    let otherwise = match part(Role::Else) {
                        Some(other) => self.walk(&self.inner(other), &mut no, ends, end, depth)?,
                        None => true,
                    };
                    *clean = match (on, otherwise) {
                        (true, true) => yes.into_iter().filter(|n| no.contains(n)).collect(),
                        (true, false) => yes,
                        (false, true) => no,
                        (false, false) => return Some(false),
                    };
                }
                // Each character.
                Kind::ForEach if self.traits.channels || self.traits.must_import && !self.traits.explicit_self => {
                    // Places, not characters, in some languages.
                    return None;
                }
                Kind::ForEach => {
                    let (left, right, body) = (part(Role::Left)?, part(Role::Right)?, part(Role::Body)?);
                    let of = match self.tree.kind(right) {
                        Kind::Ident => right,
                        Kind::Call => {
                            let callee = self.tree.child(right, Role::Callee)?;
                            let name = self.tree.child(callee, Role::Name)?;
                            let is_text = matches!(self.text(name), "toCharArray" | "chars" | "ToCharArray");
                            self.tree.child(callee, Role::Object).filter(|_| is_text)?
                        }
                        _ => return None,
                    };
                    let one = self.tree.child(left, Role::Name).unwrap_or(left);
                    let mut each = clean.clone();
                    let falls = self.walk(&self.inner(body), &mut each, ends, end, depth)?;
                    if falls && each.contains(&self.plain(one)) && self.tree.kind(of) == Kind::Ident {
                        clean.push(self.plain(of));
                    }
                }
                Kind::ExprStmt | Kind::VarDef | Kind::Assign | Kind::Str => {
                    let inner = match self.tree.kind(*node) {
                        Kind::ExprStmt => self.tree.first_child(*node)?,
                        _ => *node,
                    };
                    let target = match self.tree.kind(inner) {
                        Kind::Assign | Kind::AugAssign => self.tree.child(inner, Role::Left),
                        Kind::VarDef => self.tree.child(inner, Role::Name),
                        Kind::Call => {
                            let more = self.by_function(inner, End::AtAll, depth + 1);
                            clean.extend(more.into_iter().map(|n| self.plain(n)));
                            None
                        }
                        _ => None,
                    };
                    if let Some(target) = target {
                        let name = self.plain(target);
                        clean.retain(|n| *n != name);
                    }
                }
                kind if kind.is_block() => {
                    if !self.walk(&self.inner(*node), clean, ends, end, depth)? {
                        return Some(false);
                    }
                }
                _ => return None,
            }
        }
        Some(true)
    }
}
