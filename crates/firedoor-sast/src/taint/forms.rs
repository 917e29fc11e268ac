//! What languages have of their own: patterns that bind names, `switch` as a value, blocks and instance variables of
//! Ruby, slices, texts that name variables.

use super::call::Arg;
use super::fold;
use super::language::is_this;
use super::marks::Origin;
use super::run::{Run, field_key, join_env};
use super::value::{Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

/// Deepest nesting of calls in which properties are computed.
pub(super) const MAX_COMPUTED: usize = 6;

/// Whether a node without a kind of its own is of that kind of the grammar; the word in it is part of its symbol.
pub(super) fn is_form(sym: Sym, kind: &str, word: &str) -> bool {
    let kind = Sym::new(kind);
    sym == kind || sym == Sym(crate::tree::mix(kind.0, Sym::new(word).0))
}

impl Run<'_> {
    /// What the decorators of a function make of it (Python), where they are functions or classes of the file.
    pub(super) fn decorated(&mut self, node: NodeId, function: &Val) -> Option<Val> {
        if !self.traits.explicit_self {
            return None;
        }
        let decorators: Vec<NodeId> =
            self.tree.children(node).filter(|n| self.tree.node(*n).role == Role::Annotation).collect();
        let mut value = None;
        for decorator in decorators.into_iter().rev() {
            let name = self.tree.child(decorator, Role::Name)?;
            if self.tree.kind(name) != Kind::Ident {
                continue;
            }
            let given = value.as_ref().unwrap_or(function).clone();
            let given = [Arg { node: decorator, name: None, value: given, spread: false }];
            let sym = self.tree.node(name).sym;
            let made = if self.tree.child(decorator, Role::Args).is_some() {
                let args = self.arguments(decorator, &Val::default(), Sym::NONE);
                let maker = self.call_here(decorator, name, None, &Val::default(), sym, true, &args);
                maker.and_then(|m| m.func).and_then(|maker| self.call_closure(decorator, &maker, &given))
            } else {
                self.call_here(decorator, name, None, &Val::default(), sym, true, &given)
            };
            value = made.filter(|m| m.func.is_some() || m.class.is_some()).or(value);
        }
        value
    }

    /// What has no kind of its own and is more than its parts.
    pub(super) fn other(&mut self, node: NodeId) -> Option<Val> {
        if self.is_object_expression(node) {
            return self.eval_object(node);
        }
        let children: Vec<NodeId> = self.tree.children(node).collect();
        let sym = self.tree.node(node).sym;
        match children[..] {
            // `h => { name: }` of Ruby
            [subject, pattern] if is_form(sym, "match_pattern", "=>") => {
                let value = self.eval(subject);
                self.capture(pattern, &value);
                return Some(Val::default());
            }
            // `x is string s`
            [subject, pattern] if is_form(sym, "is_pattern_expression", "is") => {
                let value = self.eval(subject);
                self.capture(pattern, &value);
                return Some(Val::default());
            }
            // `let Some(x) = f()`
            [pattern, given] if is_form(sym, "let_condition", "let") => {
                let value = self.eval(given);
                self.capture(pattern, &value);
                return Some(Val::default());
            }
            // `this::show`, `A::show`
            [of, name] if is_form(sym, "method_reference", "::") => {
                let class = if is_this(self.text(of)) { self.class } else { Some(self.tree.node(of).sym.0) };
                let named = self.by_name.get(&self.tree.node(name).sym)?;
                let mut fits = named.iter().copied().filter(|f| self.funcs[*f as usize].class == class);
                let func = fits.next()?;
                let closure = self.closure(func, None);
                return Some(Val { func: Some(closure), ..Val::default() });
            }
            // `x!` of TypeScript
            [inner] if self.traits.must_import && self.text(node).ends_with('!') => return Some(self.eval(inner)),
            // `::show` of Kotlin
            [name] if self.traits.extensions && self.text(node).starts_with("::") => return Some(self.eval(name)),
            [given]
                if self.traits.must_import
                    && (is_form(sym, "yield_expression", "yield")
                        || self.functions_are_global && self.text(node).starts_with("yield from ")) =>
            {
                let value = self.eval(given);
                self.yields(node, &value);
                return Some(Val::default());
            }
            // `p with { A = v }`
            [of, ..] if is_form(sym, "with_expression", "with") => {
                let mut value = self.eval(of);
                for part in &children[1..] {
                    let mut pair = self.tree.children(*part);
                    if let (Some(name), Some(given)) = (pair.next(), pair.next()) {
                        let given = self.eval(given);
                        value.set(Key::Name(self.text(name).into()), given);
                    }
                }
                return Some(value);
            }
            _ => {}
        }
        let arms = is_form(sym, "switch_expression", "switch") || is_form(sym, "match_expression", "match");
        (arms && children.len() > 1).then(|| self.arms(&children))
    }

    /// `x switch { "a" => …, _ => … }`, `match (x) { … }`
    pub(super) fn arms(&mut self, children: &[NodeId]) -> Val {
        let subject = self.eval(children[0]);
        let arms: Vec<NodeId> = match children[1..] {
            [body] if self.tree.node(body).role == Role::Body => self.tree.children(body).collect(),
            ref arms => arms.to_vec(),
        };
        let before = self.env.clone();
        let (mut out, mut after): (Option<Val>, Option<super::run::Env>) = (None, None);
        for arm in arms {
            let parts: Vec<NodeId> = self.tree.children(arm).collect();
            let Some((given, patterns)) = parts.split_last() else { continue };
            let constants: Vec<Konst> = (patterns.iter())
                .map(|p| self.tree.first_child(*p).filter(|_| self.tree.kind(*p) == Kind::Other).unwrap_or(*p))
                .map(|p| self.constant(p))
                .collect();
            let known =
                subject.konst != Konst::Unknown && !constants.is_empty() && !constants.contains(&Konst::Unknown);
            if known && !constants.contains(&subject.konst) {
                continue;
            }
            self.env.clone_from(&before);
            patterns.iter().for_each(|p| self.capture(*p, &subject));
            let value = self.eval(*given);
            match &mut out {
                Some(out) => out.join(&value),
                None => out = Some(value),
            }
            after = join_env(after, self.env.take());
            if known {
                break;
            }
        }
        self.env = after.or(before);
        out.unwrap_or_default()
    }

    /// A call of Ruby without brackets and arguments: of a closure, of a class, of a method in another file.
    pub(super) fn without_brackets(&mut self, node: NodeId, object: NodeId, value: &Val, name: Sym) -> Option<Val> {
        if let (Some(closure), true) = (value.func.clone(), name == Sym::new("call")) {
            return self.call_closure(node, &closure, &[]);
        }
        let of = self.tree.node(object).sym.0;
        if self.tree.kind(object) == Kind::Ident && self.classes.contains_key(&of) && value.class.is_none() {
            return match name == Sym::new("new") && self.methods(of, true, name, &[]).is_empty() {
                true => self.construct(node, of, &[]),
                false => self.call_static(node, of, name),
            };
        }
        if name == Sym::new("new")
            && let Some(value) = self.new_elsewhere(node, object, value, &[])
        {
            return Some(value);
        }
        let inherits = value.class.and_then(|c| self.classes.get(&c));
        let inherits = inherits.is_some_and(|c| c.bases.iter().any(|b| !self.classes.contains_key(b)));
        if value.via.is_some() && value.shape.is_none() || inherits {
            let callee = super::kept::Callee {
                via: value.via,
                class: value.class,
                bare: false,
                ..super::kept::Callee::bare(name)
            };
            let mut result = self.unknown(node, callee, Some((object, value)), &[], false);
            // It may be a field that is read by a method of its name.
            result.marks.join(&value.part(Some(&Key::Name(self.text_of_name(node).into()))).marks);
            return Some(result);
        }
        None
    }

    fn text_of_name(&self, member: NodeId) -> &str {
        self.tree.child(member, Role::Name).map(|n| self.text(n)).unwrap_or_default()
    }

    /// A property that is an expression: `public string V => v;` (C#).
    pub(super) fn computed(&mut self, class: u64, object: &Val, name: &str) -> Option<Val> {
        if !self.traits.fall_through || self.traits.must_import || self.frames.len() > MAX_COMPUTED {
            return None;
        }
        let node = self.classes.get(&class)?.node;
        let body = self.tree.children(node).find(|n| self.tree.kind(*n) == Kind::ClassBody)?;
        let is_it = |n: &NodeId| {
            self.tree.kind(*n) == Kind::VarDef && self.tree.child(*n, Role::Name).is_some_and(|n| self.text(n) == name)
        };
        let def = self.tree.children(body).find(is_it)?;
        let value = self.tree.child(def, Role::Value)?;
        if !self.is_computed(def) {
            return None;
        }
        let outer = self.class.replace(class);
        let this = self.own_self();
        self.set_self(object.clone());
        self.frames.push(super::inline::Frame::default());
        let result = self.eval(value);
        self.frames.pop();
        self.set_self(this.unwrap_or_default());
        self.class = outer;
        Some(result)
    }

    /// The name of an instance variable of Ruby without its sign.
    pub(super) fn ivar(&self, node: NodeId) -> Sym {
        let text = self.text(node);
        if text.starts_with("@@") { self.tree.node(node).sym } else { Sym::new(text.trim_start_matches('@')) }
    }

    /// An instance variable of Ruby.
    pub(super) fn instance_variable(&mut self, node: NodeId) -> Val {
        let name = self.ivar(node);
        let mut part = Val::default();
        let mut known = false;
        if let Some(key) = self.own_field(node)
            && let Some(this) = self.own_self()
        {
            known = this.exact && this.shape.as_ref().is_some_and(|s| s.closed)
                || this.shape.as_ref().is_some_and(|s| s.parts.contains_key(&key))
                || !this.marks.is_empty();
            part = this.part(Some(&key));
        }
        if let (false, Some(class)) = (known, self.class) {
            let entry = self.entry(Origin::Field(field_key(class, name)), None, u64::MAX, self.span(node));
            part.marks.add(entry);
        }
        if let Some(class) = self.class {
            self.typed(&mut part, class, name);
        }
        part
    }

    /// A text; as an argument of a macro it names variables: `format!("{name:?}")`.
    pub(super) fn format_text(&mut self, node: NodeId) -> Val {
        const MOST_NAMES: usize = 32;
        let mut value = Val::of(self.constant(node));
        let call = self.tree.node(self.tree.node(node).parent).parent;
        let callee = self.tree.child(call, Role::Callee);
        if self.tree.kind(call) != Kind::Call || !callee.is_some_and(|c| self.text(c).ends_with('!')) {
            return value;
        }
        let text = self.text(node);
        for part in text.split('{').skip(1).take(MOST_NAMES) {
            let name = part.split(['}', ':']).next().unwrap_or("");
            let is_name = name.starts_with(|c: char| c.is_alphabetic() || c == '_')
                && name.chars().all(|c| c.is_alphanumeric() || c == '_');
            if !is_name {
                continue;
            }
            // The innermost variable of that name.
            let sym = Sym::new(name);
            let def = (self.tree.defs.iter().enumerate())
                .filter(|(_, d)| self.tree.node(d.ident).sym == sym && self.tree.is_within(node, d.scope))
                .max_by_key(|(_, d)| d.scope);
            let var = def.map_or(sym.0, |(n, _)| crate::tree::mix(0xdef, n as u64));
            if let Some(there) = self.look_up(var).map(Val::all) {
                value.marks.join(&there);
                value.marks.close();
                value.konst = Konst::Unknown;
            }
        }
        value
    }

    /// `case ("a", x):` for a tuple of which some parts are constants: the only case that fits, if no other may (Python).
    pub(super) fn chosen_by_parts(&self, value: &Val, cases: &[NodeId]) -> Option<Option<usize>> {
        let shape = value.shape.as_ref().filter(|s| s.closed && self.traits.explicit_self && value.marks.is_empty())?;
        let len = usize::try_from(shape.len?).ok()?;
        for (at, case) in cases.iter().enumerate() {
            let values = self.case_values(*case);
            let head = self.text(*case).split(':').next().unwrap_or_default();
            // `case _:`, and no condition behind the pattern.
            let Some(pattern) = values.first() else { return (head == "case _").then_some(Some(at)) };
            let text = self.text(*pattern);
            let inner = text.strip_prefix('(').and_then(|t| t.strip_suffix(')'));
            let inner = inner.or_else(|| text.strip_prefix('[').and_then(|t| t.strip_suffix(']')));
            let inner =
                inner.filter(|t| values.len() == 1 && !t.contains(['(', '[', '{', '*', '|', '=', '.', '\\']))?;
            if head != format!("case {text}") {
                return None;
            }
            let parts: Vec<&str> = inner.trim_end().trim_end_matches(',').split(',').map(str::trim).collect();
            let mut fits = parts.len() == len;
            for (n, part) in (0..).zip(&parts) {
                let constant = match part.strip_prefix(['"', '\'']) {
                    Some(text) => Konst::string(text.strip_suffix(['"', '\''])?),
                    None if part.starts_with(|c: char| c.is_ascii_digit()) => fold::number(part),
                    None => continue,
                };
                match value.part(Some(&Key::Index(n))).konst {
                    Konst::Unknown => return None,
                    other => fits &= constant == other,
                }
            }
            if fits {
                return Some(Some(at));
            }
        }
        None
    }

    /// `items[1:]` of a list of which all elements are known.
    pub(super) fn slice(&self, value: &Val, slice: NodeId) -> Option<Val> {
        let text = self.text(slice);
        // `list[1:]` as one node (Go).
        let text = match (self.tree.child(slice, Role::Object), text.strip_suffix(']')) {
            (Some(_), Some(inner)) => inner.rsplit('[').next().unwrap_or(inner),
            _ => text,
        };
        let mut bounds = text.splitn(3, ':').map(str::trim);
        let bound = |text: Option<&str>| match text {
            None | Some("") => Some(None),
            Some(text) => text.parse::<i64>().ok().map(Some),
        };
        let (from, to, step) = (bound(bounds.next())?, bound(bounds.next())?, bound(bounds.next())?);
        if let (Konst::Str(whole), None, true) = (&value.konst, step, value.marks.is_empty()) {
            let len = i64::try_from(whole.chars().count()).ok()?;
            let at = |n: i64| usize::try_from(if n < 0 { (n + len).max(0) } else { n.min(len) }).unwrap_or(0);
            let (from, to) = (at(from.unwrap_or(0)), at(to.unwrap_or(len)));
            let part: String = whole.chars().skip(from).take(to.saturating_sub(from)).collect();
            return Some(Val::of(Konst::string(&part)));
        }
        match (from, to, step) {
            (_, _, None | Some(1)) => value.elements(from.unwrap_or(0), to),
            (None, None, Some(-1)) => {
                let mut out = value.elements(0, None)?;
                out.reverse();
                Some(out)
            }
            (_, _, Some(step)) if step > 1 => {
                let all = value.elements(from.unwrap_or(0), to)?;
                let len = all.shape.as_ref()?.len?;
                let mut out = Val { class: value.class, ..Val::empty(true) };
                (0..len).step_by(usize::try_from(step).ok()?).for_each(|n| out.push(all.part(Some(&Key::Index(n)))));
                Some(out)
            }
            _ => None,
        }
    }

    /// `String s`, `Point(int x, int y)` of Java.
    fn typed_pattern(&mut self, pattern: NodeId, value: &Val) -> bool {
        let parts: Vec<NodeId> = self.tree.children(pattern).collect();
        match parts[..] {
            [inner] if self.tree.kind(inner) == Kind::Other => self.typed_pattern(inner, value),
            [ty, name] if self.tree.kind(name) == Kind::Ident && self.tree.node(name).role == Role::None => {
                let mut value = value.clone();
                if value.class.is_none() {
                    value.class = Some(self.last_name(ty).0);
                }
                self.assign(name, value);
                true
            }
            [ty, list] if self.tree.kind(list) == Kind::Other && self.text(list).starts_with('(') => {
                let class = self.classes.get(&self.last_name(ty).0).map(|c| c.node);
                let fields: Vec<Key> = class.map_or_else(Vec::new, |c| {
                    self.record_fields(c).into_iter().map(|f| Key::Name(f.into())).collect()
                });
                let inner: Vec<NodeId> = self.tree.children(list).collect();
                for (at, one) in inner.into_iter().enumerate() {
                    let part = match fields.get(at) {
                        Some(key) if value.shape.is_some() => value.part(Some(key)),
                        _ => Val::marked(value.all()),
                    };
                    self.typed_pattern(one, &part);
                }
                true
            }
            _ => false,
        }
    }

    /// Names in a pattern are bound to (parts of) what is matched.
    pub(super) fn capture(&mut self, pattern: NodeId, value: &Val) {
        match self.tree.kind(pattern) {
            // `None` and its like are constants.
            Kind::Ident if self.text(pattern).starts_with(|c: char| c.is_uppercase()) => {}
            Kind::Tuple | Kind::Array if self.tree.child(pattern, Role::Type).is_some() => {
                let parts: Vec<NodeId> =
                    self.tree.children(pattern).filter(|n| self.tree.node(*n).role != Role::Type).collect();
                for part in &parts {
                    let key = Key::Name(self.text(*part).into());
                    let named = value.shape.as_ref().is_some_and(|s| s.parts.contains_key(&key));
                    match (named, parts.len()) {
                        (true, _) => self.capture(*part, &value.part(Some(&key))),
                        // What is wrapped is what it is wrapped in.
                        (false, 1) => self.capture(*part, value),
                        _ => self.capture(*part, &Val::marked(value.all())),
                    }
                }
            }
            Kind::Ident | Kind::Tuple | Kind::Array => self.assign(pattern, value.clone()),
            Kind::Str | Kind::Num | Kind::Member | Kind::Null | Kind::Bool | Kind::Char => {}
            _ if self.tree.child(pattern, Role::Key).is_some() => {
                // `{"a": x}`
                let mut key = None;
                for part in self.tree.children(pattern).collect::<Vec<_>>() {
                    match self.tree.node(part).role {
                        Role::Key => key = self.constant(part).key(),
                        _ => self.capture(part, &value.part(key.as_ref())),
                    }
                }
            }
            // `case str() as s`
            Kind::Assign => {
                if let Some(name) = self.tree.child(pattern, Role::Left) {
                    self.assign(name, value.clone());
                }
                if let Some(inner) = self.tree.child(pattern, Role::Right) {
                    self.capture(inner, value);
                }
            }
            // `{ name: String => n, role: }` of Ruby
            Kind::Other if is_form(self.tree.node(pattern).sym, "hash_pattern", "{") => {
                let pairs: Vec<NodeId> = self.tree.children(pattern).collect();
                for pair in pairs {
                    let Some(name) = self.tree.child(pair, Role::Key) else { continue };
                    let part = value.part(Some(&Key::Name(self.text(name).trim_end_matches(':').into())));
                    match self.tree.child(pair, Role::Value) {
                        Some(inner) => self.capture(inner, &part),
                        None => self.assign(name, part),
                    }
                }
            }
            Kind::Other if !self.traits.explicit_self && self.typed_pattern(pattern, value) => {}
            _ if self.tree.child(pattern, Role::Name).is_some() => {
                if let Some(name) = self.tree.child(pattern, Role::Name).filter(|n| self.tree.kind(*n) == Kind::Ident) {
                    self.assign(name, value.clone());
                }
            }
            _ if !self.traits.explicit_self => {}
            _ => {
                let names: Vec<NodeId> =
                    (pattern..self.tree.node(pattern).end).filter(|n| self.tree.kind(*n) == Kind::Ident).collect();
                // `Pair(a, b)` of a record of the file: its fields in their order.
                if let [class, parts @ ..] = &names[..]
                    && let Some(info) = self.classes.get(&self.tree.node(*class).sym.0)
                    && value.class == Some(self.tree.node(*class).sym.0)
                    && !self.text(pattern).contains(['=', '|', '*', '[', '{', '"'])
                {
                    let fields: Vec<String> = self.record_fields(info.node).into_iter().map(str::to_owned).collect();
                    if fields.len() == parts.len() {
                        for (name, field) in parts.iter().zip(&fields) {
                            self.assign(*name, value.part(Some(&Key::Name(field.as_str().into()))));
                        }
                        return;
                    }
                }
                for name in names.into_iter().take(16) {
                    self.assign(name, Val::marked(value.all()));
                }
            }
        }
    }
}
