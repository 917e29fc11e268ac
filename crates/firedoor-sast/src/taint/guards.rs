//! Guards: conditions that hold only of values that can do no harm, whatever becomes of them.
//!
//! A value that a strict pattern matches as a whole, of which each character is a letter or digit, or that is one of
//! some constants, is no longer what somebody sent. So is one for which a function of the project says as much, or which
//! such a function lets pass without raising: that is read from its body, not from its name.

use super::facts::Guard;
use super::run::Run;
use super::value::{Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

/// Deepest nesting of conditions and functions.
const MAX_DEPTH: u32 = 6;
/// Largest function that is read, in nodes.
const MAX_BODY: u32 = 400;

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

    /// A call that comes back only if its arguments are harmless.
    pub(super) fn passed(&mut self, call: NodeId) {
        if self.safe.guards != 0 && self.tree.kind(call) == Kind::Call {
            let nodes = self.by_function(call, End::AtAll, 0);
            nodes.into_iter().for_each(|node| self.is_harmless(node));
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
                && let Some(key) = self.far_function(callee, self.given(node).len())
            {
                self.asked.insert(super::facts::as_guard(key));
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
            _ => Vec::new(),
        }
    }

    /// Whether a call gives a match or nothing; other tests give a truth value, which is never nothing.
    fn gives_match(&self, node: NodeId) -> bool {
        let callee = self.tree.child(node, Role::Callee).filter(|_| self.tree.kind(node) == Kind::Call);
        let name = callee.map(|c| self.tree.child(c, Role::Name).unwrap_or(c));
        name.is_some_and(|n| matches!(self.text(n), "match" | "exec" | "fullmatch" | "search"))
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
    }

    /// What `bool(x)` is about.
    fn is_truth(&self, call: NodeId) -> Option<NodeId> {
        let callee = self.tree.child(call, Role::Callee)?;
        let is_it =
            self.tree.kind(callee) == Kind::Ident && matches!(self.text(callee), "bool" | "Boolean" | "boolval");
        let args = self.given(call);
        args.first().copied().filter(|_| is_it && args.len() == 1)
    }

    /// What a call of a library has tested when it gives true.
    fn by_test(&self, call: NodeId) -> Option<NodeId> {
        let callee = self.tree.child(call, Role::Callee)?;
        let args = self.given(call);
        let (object, name) = match self.tree.kind(callee) {
            Kind::Member => (self.tree.child(callee, Role::Object), self.tree.child(callee, Role::Name)?),
            _ => (None, callee),
        };
        let named = |node: NodeId| self.is_name(node).then_some(node);
        let strict = |node: NodeId, whole: bool| {
            // Lines begin and end anywhere in Ruby.
            let lines = self.traits.appends && !whole;
            self.pattern_of(node, 0).is_some_and(|p| is_strict(&p, whole) && !(lines && p.contains(['^', '$'])))
        };
        // A third one may be flags, but for PHP's matches.
        let no_flags = args.len() == 2 || self.functions_are_global;
        match (self.text(name), object, &args[..]) {
            ("isdigit" | "isalnum" | "isalpha" | "isdecimal" | "isnumeric" | "isidentifier", Some(object), []) => {
                named(object)
            }
            (
                "isDigit" | "isLetterOrDigit" | "isLetter" | "isAlphabetic" | "IsDigit" | "IsLetterOrDigit"
                | "isNumeric" | "isAlphanumeric" | "isAlpha" | "ctype_digit" | "ctype_alnum" | "ctype_alpha"
                | "ctype_xdigit",
                _,
                [one],
            ) => named(*one),
            ("equals", Some(object), [one]) => {
                let known = |n: NodeId| matches!(self.constant(n), Konst::Str(_));
                if known(object) { named(*one) } else { named(object).filter(|_| known(*one)) }
            }
            ("contains" | "includes" | "Contains" | "containsKey", Some(object), [one]) if self.is_table(object, 0) => {
                named(*one)
            }
            // `isset($names[$x])`, which is a key of constants.
            ("isset", None, [one]) if self.tree.kind(*one) == Kind::Index => {
                let (table, key) = (self.tree.child(*one, Role::Object)?, self.tree.child(*one, Role::Index)?);
                named(key).filter(|_| self.is_table(table, 0))
            }
            ("array_key_exists", None, [key, table]) if self.is_table(*table, 0) => named(*key),
            // `x.matches("[a-z]+")`, `WORD.matcher(x).matches()`
            ("matches", Some(object), [pattern]) if self.is_name(object) && strict(*pattern, true) => named(object),
            ("matches", Some(object), []) if self.tree.kind(object) == Kind::Call => {
                let inner = self.tree.child(object, Role::Callee)?;
                let of = self.tree.child(inner, Role::Object)?;
                let given = self.given(object);
                let is_matcher = self.tree.child(inner, Role::Name).is_some_and(|n| self.text(n) == "matcher");
                (is_matcher && strict(of, true)).then_some(())?;
                given.first().copied().and_then(named)
            }
            ("matches" | "fullmatch", Some(_), [pattern, one, ..]) if strict(*pattern, true) => named(*one),
            ("match" | "search" | "preg_match" | "MatchString", _, [pattern, one, ..])
                if no_flags && strict(*pattern, false) =>
            {
                named(*one)
            }
            ("fullmatch", Some(object), [one]) if strict(object, true) => named(*one),
            ("match" | "search" | "test" | "MatchString" | "is_match", Some(object), [one])
                if strict(object, false) =>
            {
                named(*one)
            }
            _ => None,
        }
    }

    /// What a name is set to where it is defined, if it is set nowhere else.
    pub(super) fn set_to(&self, node: NodeId) -> Option<NodeId> {
        let def = self.tree.defs.get(*self.tree.def_of.get(&node)? as usize).filter(|d| d.writes <= 1)?;
        let at = self.tree.node(def.ident).parent;
        match self.tree.kind(at) {
            Kind::VarDef => self.tree.child(at, Role::Value),
            Kind::Assign => self.tree.child(at, Role::Right),
            _ => None,
        }
    }

    /// The pattern that an expression is.
    fn pattern_of(&self, node: NodeId, depth: u32) -> Option<String> {
        match self.tree.kind(node) {
            Kind::Str | Kind::Char => match self.constant(node) {
                Konst::Str(text) => Some(text.replace("\\\\", "\\")),
                _ => None,
            },
            Kind::Ident if depth < 3 => self.pattern_of(self.set_to(node)?, depth + 1),
            Kind::Call if depth < 3 => {
                let callee = self.tree.child(node, Role::Callee)?;
                let name = self.tree.child(callee, Role::Name).unwrap_or(callee);
                let compiles = matches!(self.text(name), "compile" | "MustCompile" | "RegExp" | "Regex");
                // Flags may let lines begin and end within.
                match self.given(node)[..] {
                    [only] if compiles => self.pattern_of(only, depth + 1),
                    _ => None,
                }
            }
            Kind::Regex => {
                let text = self.text(node).strip_prefix('/')?;
                let (pattern, flags) = text.rsplit_once('/')?;
                (!flags.contains('m')).then(|| pattern.to_owned())
            }
            _ => None,
        }
    }

    /// A collection of constants.
    fn is_table(&self, node: NodeId, depth: u32) -> bool {
        match self.tree.kind(node) {
            Kind::Array | Kind::Tuple | Kind::Set => {
                let mut any = false;
                self.tree.children(node).all(|n| {
                    any = true;
                    // By its key in a language in which tables are lists as well.
                    let n = self.tree.child(n, Role::Key).filter(|_| self.tree.kind(n) == Kind::Pair).unwrap_or(n);
                    matches!(self.constant(n), Konst::Str(_) | Konst::Int(_))
                }) && any
            }
            Kind::Dict | Kind::Object => {
                let known = |n| self.tree.child(n, Role::Key).is_some_and(|k| self.constant(k) != Konst::Unknown);
                self.tree.first_child(node).is_some() && self.tree.children(node).all(known)
            }
            Kind::Ident if depth < 3 && !self.is_changed(self.tree.node(node).sym) => match self.set_to(node) {
                Some(value) => self.is_table(value, depth + 1),
                None => self.look_up(self.var(node)).is_some_and(holds_constants),
            },
            Kind::Call | Kind::New if depth < 3 => {
                let callee = self.tree.child(node, Role::Callee).or_else(|| self.tree.child(node, Role::Type));
                let makes = callee.is_some_and(|c| {
                    let text = self.text(c);
                    let last = text.rsplit(['.', ':']).next().unwrap_or(text);
                    matches!(
                        last.split('<').next().unwrap_or(last),
                        "of" | "asList"
                            | "frozenset"
                            | "set"
                            | "tuple"
                            | "list"
                            | "Set"
                            | "HashSet"
                            | "ArrayList"
                            | "listOf"
                            | "setOf"
                            | "copyOf"
                            | "unmodifiableSet"
                            | "unmodifiableList"
                            | "freeze"
                    )
                });
                let args = self.given(node);
                let constant = |n: &NodeId| {
                    matches!(self.constant(*n), Konst::Str(_) | Konst::Int(_)) || self.is_table(*n, depth + 1)
                };
                makes && !args.is_empty() && args.iter().all(constant)
            }
            _ => false,
        }
    }

    /// Whether something may be put into what a name means: all that is done with it in this file is not known to leave
    /// it as it is.
    fn is_changed(&self, name: Sym) -> bool {
        if let Some(known) = self.known_changes.borrow().get(&name) {
            return *known;
        }
        let written = self.tree.nodes.get(..self.tree.written as usize).unwrap_or(&[]);
        let changed = (0..)
            .zip(written)
            .any(|(id, node)| node.kind == Kind::Ident && node.sym == name && self.is_changed_at(id, node.parent));
        self.known_changes.borrow_mut().insert(name, changed);
        changed
    }

    fn is_changed_at(&self, id: NodeId, parent: NodeId) -> bool {
        let role = self.tree.node(id).role;
        let above = self.tree.node(parent).parent;
        match self.tree.kind(parent) {
            Kind::Member if role == Role::Object => {
                let is_call = self.tree.kind(above) == Kind::Call && self.tree.node(parent).role == Role::Callee;
                let reads = self.tree.child(parent, Role::Name).is_some_and(|n| {
                    matches!(
                        self.text(n),
                        "contains"
                            | "includes"
                            | "has"
                            | "get"
                            | "keys"
                            | "values"
                            | "items"
                            | "indexOf"
                            | "Contains"
                            | "containsKey"
                            | "size"
                            | "length"
                            | "count"
                            | "index"
                            | "join"
                            | "map"
                            | "filter"
                            | "some"
                            | "find"
                            | "forEach"
                            | "entries"
                            | "isEmpty"
                            | "iterator"
                            | "stream"
                            | "toString"
                            | "copy"
                            | "getOrDefault"
                            | "test"
                            | "match"
                            | "matcher"
                            | "fullmatch"
                            | "search"
                            | "ContainsKey"
                    )
                });
                is_call && !reads || matches!(self.tree.kind(above), Kind::Assign | Kind::AugAssign)
            }
            Kind::Index if role == Role::Object => {
                matches!(self.tree.kind(above), Kind::Assign | Kind::AugAssign)
                    && self.tree.node(parent).role == Role::Left
                    || matches!(self.tree.kind(above), Kind::Ref | Kind::Unary | Kind::Other)
            }
            // Whoever is handed it may change it.
            Kind::Args => {
                let callee = self.tree.child(above, Role::Callee);
                !callee.is_some_and(|c| {
                    matches!(
                        self.text(c),
                        "in_array"
                            | "array_key_exists"
                            | "isset"
                            | "len"
                            | "count"
                            | "sorted"
                            | "set"
                            | "frozenset"
                            | "any"
                            | "all"
                            | "array_search"
                            | "implode"
                            | "list"
                            | "tuple"
                    )
                })
            }
            Kind::AugAssign | Kind::Ref | Kind::Spread => role == Role::Left || self.tree.kind(parent) == Kind::Ref,
            _ => false,
        }
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
                match fits && !is_imported {
                    true => self.guard_of(*func, depth),
                    false => Guard::default(),
                }
            }
            _ => self
                .far_function(callee, args.len())
                .and_then(|key| self.facts.and_then(|facts| facts.guard(super::facts::as_guard(key))))
                .unwrap_or_default(),
        };
        let mask = match end {
            End::Gives(true) => guard.yes,
            End::Gives(false) => guard.no,
            End::AtAll => guard.passed,
        };
        let chosen = args.into_iter().enumerate().filter(|(at, _)| *at < 64 && mask >> at & 1 == 1);
        chosen.map(|(_, node)| node).filter(|n| self.is_name(*n)).collect()
    }

    /// What a function says of its parameters.
    pub(super) fn guard_of(&self, func: u32, depth: u32) -> Guard {
        // Asked for at each of its calls, and again in each round of a loop.
        if let Some(known) = self.known_guards.borrow().get(&(func, depth)) {
            return *known;
        }
        let guard = self.read_guard(func, depth);
        self.known_guards.borrow_mut().insert((func, depth), guard);
        guard
    }

    fn read_guard(&self, func: u32, depth: u32) -> Guard {
        let Some(info) = self.funcs.get(func as usize).filter(|f| !f.names.is_empty() && f.names.len() < 8) else {
            return Guard::default();
        };
        let Some(body) = self.tree.child(info.node, Role::Body) else { return Guard::default() };
        if depth > 2 || self.tree.node(info.node).end - info.node > MAX_BODY || !self.runs_when_called(info.node) {
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
            (0..).zip(&info.names).filter(|(_, name)| holds(name)).map(|(n, _)| 1 << n).sum()
        };
        Guard { yes: mask(End::Gives(true)), no: mask(End::Gives(false)), passed: mask(End::AtAll) }
    }

    /// Whether a call of a function runs its body there and then, as it is written.
    pub(super) fn runs_when_called(&self, func: NodeId) -> bool {
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

/// Whether all that a collection holds is known: its keys, or what stands in it.
fn holds_constants(value: &Val) -> bool {
    value.marks.is_empty()
        && value.shape.as_ref().is_some_and(|shape| {
            shape.closed
                && !shape.parts.is_empty()
                && shape.parts.iter().all(|(key, part)| {
                    matches!(key, Key::Name(_)) || matches!(part.konst, Konst::Str(_) | Konst::Int(_))
                })
        })
}

/// Whether a pattern matches nothing but letters, digits and what joins them; `whole` where it is asked for all of a text.
fn is_strict(pattern: &str, whole: bool) -> bool {
    let text = pattern.trim_start_matches('/');
    let (start, text) = match text.strip_prefix('^').or_else(|| text.strip_prefix("\\A")) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let text = match text.split_once("$/") {
        // The end of a line will do.
        Some((_, flags)) if flags.contains('m') => return false,
        Some((before, _)) => &text[..before.len() + 1],
        None => text,
    };
    let ends = ["$", "\\z", "\\Z"].into_iter().find_map(|e| text.strip_suffix(e));
    let (end, text) = ends.map_or((false, text), |rest| (true, rest));
    if !(whole || start && end) {
        return false;
    }
    // An alternative outside of brackets takes the ends from one side.
    let mut level = 0;
    let mut chars = text.chars().peekable();
    let mut in_class = false;
    let mut any = false;
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('w' | 'd') => any = true,
                Some('-' | '.') => {}
                _ => return false,
            },
            '[' if !in_class => {
                in_class = true;
                if chars.peek() == Some(&'^') {
                    return false;
                }
            }
            ']' if in_class => (in_class, any) = (false, true),
            _ if in_class && (c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')) => {
                // A range from one to another is what stands between them in the alphabet.
                let mut ahead = chars.clone();
                if ahead.next() == Some('-')
                    && let Some(last) = ahead.next().filter(|last| *last != ']')
                {
                    let same = |is: fn(&char) -> bool| is(&c) && is(&last);
                    let is_plain =
                        same(char::is_ascii_digit) || same(char::is_ascii_lowercase) || same(char::is_ascii_uppercase);
                    if !is_plain || last < c {
                        return false;
                    }
                    chars.nth(1);
                }
            }
            _ if in_class => return false,
            '(' => {
                level += 1;
                if chars.peek() == Some(&'?') && !(chars.next().is_some() && chars.next() == Some(':')) {
                    return false;
                }
            }
            ')' => level -= 1,
            '|' if level > 0 || whole => {}
            '{' => {
                if chars.by_ref().take_while(|c| *c != '}').any(|c| !c.is_ascii_digit() && c != ',') {
                    return false;
                }
            }
            '+' | '*' | '?' | '_' | '-' => {}
            _ if c.is_ascii_alphanumeric() => any = true,
            _ => return false,
        }
    }
    any && !in_class
}

#[cfg(test)]
mod tests {
    use super::is_strict;

    #[test]
    fn strict_patterns_have_ends_and_classes() {
        for (pattern, whole, strict) in [
            ("[A-Za-z0-9]{1,20}", true, true),
            ("^[a-z]+$", false, true),
            (r"^\w+\Z", false, true),
            ("/^[a-z]+$/i", false, true),
            ("[a-z]+", false, false),
            ("^[^/]+$", false, false),
            ("^.*$", true, false),
            (r"^https?:\/\/", false, false),
            ("^(red|green)$", false, true),
            ("^a|b$", false, false),
            ("^[.-z]+$", false, false),
            ("^[A-z]+$", false, false),
            ("^[a-z.-]+$", false, true),
            ("/^[a-z]+$/m", false, false),
        ] {
            assert_eq!(is_strict(pattern, whole), strict, "{pattern}");
        }
    }
}
