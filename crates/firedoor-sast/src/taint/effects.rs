//! Effects of library functions of the second rank: parts that are set unless they are there, values that are held, maps
//! put together, formatted texts.

use std::rc::Rc;

use super::call::Arg;
use super::construct::map_of_pairs;
use super::fold;
use super::library::{Effect, keys_of, model};
use super::literal::element;
use super::marks::Marks;
use super::run::Run;
use super::value::{Closure, Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

/// Most numbers of a range that are told apart.
const MAX_RANGE: i64 = 16;
/// The part of a holder that is what it holds.
const HELD: &str = "\u{0}held";

impl Run<'_> {
    /// The rest of what is known of methods; `None` where it does not fit after all.
    pub(super) fn apply_more(&mut self, effect: Effect, receiver: NodeId, object: &Val, args: &[Arg]) -> Option<Val> {
        let mut changed = object.clone();
        let result = match (effect, args) {
            // The element of `computeIfAbsent` is what the function gives.
            (Effect::PutGet, [key, item]) => {
                let item = Val { func: None, ..item.value.clone() };
                let Some(key) = key.value.konst.key() else {
                    changed.add_anywhere(&item);
                    self.leave_changed(receiver, changed);
                    return Some(item);
                };
                if let Some(there) = object.shape.as_ref().and_then(|s| s.parts.get(&key)) {
                    return Some(there.clone());
                }
                let mut part = object.part(Some(&key));
                part.join(&item);
                if part.marks.is_empty() {
                    part = item;
                }
                changed.set(key, part.clone());
                part
            }
            // Of Ruby: a map with those of another one.
            (Effect::PutJoin, [other]) => return merged([object, &other.value].into_iter()),
            (Effect::PutJoin, [key, rest @ ..]) if !rest.is_empty() && object.shape.is_some() => {
                let mut marks = Marks::default();
                rest.iter().for_each(|a| marks.join(&a.value.all()));
                marks.close();
                match key.value.konst.key() {
                    Some(key) => {
                        let mut part = object.part(Some(&key));
                        part.add_anywhere(&Val::marked(marks));
                        changed.set(key, part.clone());
                        part
                    }
                    None => {
                        changed.add_anywhere(&Val::marked(marks.clone()));
                        Val::marked(marks)
                    }
                }
            }
            (Effect::GetOut, [key, target, ..]) => {
                object.shape.as_ref()?;
                let part = object.part(key.value.konst.key().as_ref());
                let place = self.place(target.node)?;
                self.write(&place, part);
                return Some(Val::default());
            }
            (Effect::Key, _) => {
                let shape = object.shape.as_ref()?;
                let known =
                    shape.closed && shape.len.is_none() && !shape.parts.contains_key(&super::library::keys_key());
                if known && object.marks.is_empty() && args.is_empty() && object.class == Some(Sym::new("TreeMap").0) {
                    // The order of the parts is that of the keys.
                    let callee = self.tree.node(receiver).parent;
                    let last = self.tree.child(callee, Role::Name).is_some_and(|n| self.text(n).starts_with("last"));
                    let key = if last { shape.parts.keys().next_back() } else { shape.parts.keys().next() };
                    return Some(Val::of(super::library::key_konst(key?)));
                }
                return Some(keys_of(object));
            }
            (Effect::Limit, [one]) => {
                let Konst::Int(n) = one.value.konst else { return None };
                let len = object.shape.as_ref()?.len?;
                return object.elements(0, Some(n.min(len)));
            }
            (Effect::Skip, [one]) => {
                let Konst::Int(n) = one.value.konst else { return None };
                let len = object.shape.as_ref()?.len?;
                return object.elements(n.min(len), None);
            }
            // Something, or what is given in its place: `Optional.of(x).orElse(y)`.
            (Effect::OrElse, [other]) => {
                let shape = object.shape.as_ref().filter(|s| s.closed && object.marks.is_empty())?;
                return match shape.len? {
                    0 => match other.value.func.clone() {
                        Some(closure) => self.call_closure(receiver, &closure, &[]),
                        None => Some(other.value.clone()),
                    },
                    _ => Some(object.part(Some(&Key::Index(0)))),
                };
            }
            (Effect::Entry, _) => {
                object.shape.as_ref()?;
                let mut pair = Val::empty(true);
                pair.push(keys_of(object));
                pair.push(any_part(object));
                return Some(pair);
            }
            (Effect::Hold, [one]) => {
                changed = Val { class: object.class, exact: object.exact, ..Val::empty(false) };
                changed.set(held(), one.value.clone());
                Val::default()
            }
            // What was held before is given, and something else is held.
            (Effect::HoldGet, [one]) => {
                let before = match object.shape.as_ref().and_then(|s| s.parts.get(&held())) {
                    Some(before) => before.clone(),
                    None => Val::marked(object.all()),
                };
                changed = Val { class: object.class, exact: object.exact, ..Val::empty(false) };
                changed.set(held(), one.value.clone());
                before
            }
            (Effect::Held, []) => return object.shape.as_ref().and_then(|s| s.parts.get(&held())).cloned(),
            _ => return None,
        };
        self.leave_changed(receiver, changed);
        Some(result)
    }

    fn leave_changed(&mut self, receiver: NodeId, changed: Val) {
        if let Some(place) = self.place(receiver) {
            self.mutate(&place, changed);
        }
    }

    /// The rest of what is known of functions.
    pub(super) fn library_more(&mut self, effect: Effect, args: &[Arg]) -> Option<Val> {
        match effect {
            Effect::IntoThird => {
                let target = args.get(2)?;
                if let [from, at, to, there, count] = args
                    && let Some(copied) = copied(&from.value, at, &to.value, there, count)
                {
                    let place = self.place(to.node)?;
                    self.mutate(&place, copied);
                    return Some(Val::default());
                }
                let mut marks = args[0].value.all();
                marks.join(&args[1].value.all());
                marks.close();
                self.pour(&marks, target.node);
                Some(Val::default())
            }
            Effect::ReversedOf | Effect::ScatteredOf => {
                let mut list = args.first()?.value.clone();
                list.shape.as_ref()?.len?;
                match effect {
                    Effect::ReversedOf => list.reverse(),
                    _ => list.scatter(),
                }
                Some(list)
            }
            Effect::Merged => merged(args.iter().map(|a| &a.value)),
            // A key that is in the first only perhaps may be another's.
            // Keys that are written there are there.
            Effect::MergedFirst if args.iter().all(|a| self.is_written_out(a.node)) => {
                merged(args.iter().rev().map(|a| &a.value))
            }
            Effect::MergedFirst => {
                let mut all = merged(args.iter().rev().map(|a| &a.value))?;
                all.join(&merged(args.iter().map(|a| &a.value))?);
                Some(all)
            }
            // `Arrays.fill(list, x)`: nothing of what was in it stays.
            Effect::Fill => {
                let [list, one] = args else { return None };
                let mut filled = Val { class: list.value.class, ..Val::marked(one.value.all()) };
                if let Some(len) = list.value.shape.as_ref().and_then(|s| s.len) {
                    filled = Val { class: list.value.class, ..Val::empty(true) };
                    (0..len).for_each(|_| filled.push(one.value.clone()));
                }
                let place = self.place(list.node)?;
                self.mutate(&place, filled);
                Some(Val::default())
            }
            // `Collections.swap(list, 0, 1)`
            Effect::Swap => {
                let [
                    list,
                    Arg { value: Val { konst: Konst::Int(a), .. }, .. },
                    Arg { value: Val { konst: Konst::Int(b), .. }, .. },
                ] = args
                else {
                    return None;
                };
                let mut swapped = list.value.clone();
                swapped.shape.as_ref()?.len?;
                let (one, other) = (swapped.part(Some(&Key::Index(*a))), swapped.part(Some(&Key::Index(*b))));
                swapped.set(Key::Index(*a), other);
                swapped.set(Key::Index(*b), one);
                let place = self.place(list.node)?;
                self.mutate(&place, swapped);
                Some(Val::default())
            }
            Effect::Zip => zip(args),
            Effect::PairsOf => {
                let mut list = Val::empty(true);
                args.iter().for_each(|a| list.push(a.value.clone()));
                map_of_pairs(&list)
            }
            _ => None,
        }
    }

    /// A map that is written out, of nothing else than pairs.
    fn is_written_out(&self, node: NodeId) -> bool {
        self.tree.kind(node) == Kind::Dict && self.tree.children(node).all(|n| self.tree.kind(n) == Kind::Pair)
    }

    /// Whether the method is called `pop`: then a number is a place, and no value.
    pub(super) fn is_pop(&self, receiver: NodeId) -> bool {
        let callee = self.tree.node(receiver).parent;
        self.tree.child(callee, Role::Name).is_some_and(|n| self.text(n) != "remove")
    }

    /// `"{a}".format_map({"a": x})`
    pub(super) fn formatted_map(&self, pattern: &str, map: &Val) -> Option<Val> {
        map.shape.as_ref().filter(|s| s.len.is_none() && s.closed)?;
        let mut marks = map.marks.clone();
        for part in pattern.replace("{{", "").split('{').skip(1) {
            let name = part.split(['}', ':', '!', '.', '[']).next().unwrap_or("");
            marks.join(&map.part(Some(&Key::Name(name.into()))).all());
        }
        marks.close();
        Some(Val::marked(marks))
    }

    /// `"{0} {b}".format(x, b=y)` and `"%(b)s" % {…}` of Python: only what the text asks for goes in.
    pub(super) fn formatted(&mut self, pattern: &str, args: &[Arg]) -> Option<Val> {
        if args.iter().any(|a| a.spread) {
            return None;
        }
        let mut marks = Marks::default();
        let mut next = 0;
        let mut rest = pattern;
        while let Some(at) = rest.find('{') {
            rest = &rest[at + 1..];
            if let Some(behind) = rest.strip_prefix('{') {
                rest = behind;
                continue;
            }
            let end = rest.find('}')?;
            let field = &rest[..end];
            if field.contains('{') {
                return None;
            }
            let name = field.split([':', '!', '.', '[']).next().unwrap_or("");
            let inner = field[name.len()..].strip_prefix('[').and_then(|f| f.split(']').next());
            rest = &rest[end + 1..];
            let arg = if name.is_empty() {
                next += 1;
                args.iter().filter(|a| a.name.is_none()).nth(next - 1)
            } else if let Ok(n) = name.parse::<usize>() {
                args.iter().filter(|a| a.name.is_none()).nth(n)
            } else {
                args.iter().find(|a| self.tree.child(a.node, Role::Name).is_some_and(|n| self.text(n) == name))
            };
            let Some(arg) = arg else { continue };
            match inner {
                Some(key) => {
                    let key = key.parse().map_or_else(|_| Key::Name(key.into()), Key::Index);
                    marks.join(&arg.value.part(Some(&key)).all());
                }
                None => marks.join(&arg.value.all()),
            }
        }
        marks.close();
        Some(Val::marked(marks))
    }

    /// `"%(b)s" % {"a": x, "b": y}`.
    pub(super) fn percent(&self, pattern: &str, right: &Val) -> Option<Val> {
        right.shape.as_ref().filter(|s| s.len.is_none() && s.closed)?;
        let mut marks = right.marks.clone();
        let mut named = false;
        for part in pattern.split("%(").skip(1) {
            let name = part.split(')').next().unwrap_or("");
            marks.join(&right.part(Some(&Key::Name(name.into()))).all());
            named = true;
        }
        marks.close();
        named.then(|| Val::marked(marks))
    }

    /// `o.x = v` where the class has a function for that: `set x(v)`.
    pub(super) fn setter(&mut self, left: NodeId, value: &Val) -> bool {
        let (Some(object), Some(name)) = (self.tree.child(left, Role::Object), self.tree.child(left, Role::Name))
        else {
            return false;
        };
        let has = self.traits.must_import || self.traits.extensions;
        let Some(place) = self.place(object).filter(|_| has) else {
            return false;
        };
        let of = self.read(&place);
        let Some(class) = of.class.filter(|c| self.classes.contains_key(c)) else { return false };
        if self.traits.extensions {
            let left = self.set_property(class, &of, self.text(name), value);
            let is_set = left.is_some();
            if let Some(left) = left {
                self.write(&place, left);
            }
            return is_set;
        }
        let arg = Arg { node: left, name: None, value: value.clone(), spread: false };
        let sets = |n: NodeId| self.tree.kind(n) == Kind::Modifier && self.text(n) == "set";
        let mut targets = self.methods(class, of.exact, self.tree.node(name).sym, std::slice::from_ref(&arg));
        let decorated = |n: NodeId| {
            let above = self.tree.children(self.tree.node(n).parent).take_while(|c| *c < n).last();
            let own = self.tree.children(n).chain(above);
            let is_setter = |n: NodeId| self.tree.kind(n) == Kind::Annotation && self.text(n).ends_with(".setter");
            own.into_iter().any(is_setter)
        };
        targets.retain(|t| {
            let def = self.funcs[*t as usize].node;
            if self.traits.explicit_self { decorated(def) } else { self.tree.children(def).any(sets) }
        });
        if targets.is_empty() {
            return false;
        }
        let Some(outcome) = self.call_any(left, &targets, &[arg], Some(of)) else { return false };
        if let Some(left) = outcome.this {
            self.write(&place, left);
        }
        true
    }

    /// The values that a template with a function before it hands to that function.
    pub(super) fn tagged(&mut self, template: NodeId) -> Vec<Arg> {
        let parts: Vec<NodeId> = self.tree.children(template).collect();
        let strings = Arg { node: template, name: None, value: Val::default(), spread: false };
        let values = parts.into_iter().filter(|p| self.tree.kind(*p) != Kind::StrPart).collect::<Vec<_>>();
        let values = values.into_iter().map(|node| Arg { node, name: None, value: self.eval(node), spread: false });
        std::iter::once(strings).chain(values).collect()
    }

    /// `builder::append` as an argument: what it does to the object for each element.
    pub(super) fn bound_method(&mut self, reference: NodeId, items: &Val) -> bool {
        let parts: Vec<NodeId> = self.tree.children(reference).collect();
        let [of, name] = parts[..] else { return false };
        if !super::forms::is_form(self.tree.node(reference).sym, "method_reference", "::")
            || self.tree.kind(of) != Kind::Ident
        {
            return false;
        }
        let Some(object) = self.look_up(self.var(of)).cloned() else { return false };
        let Some(effect) = model(object.class, self.tree.node(name).sym) else { return false };
        let arg = Arg { node: name, name: None, value: element(items), spread: false };
        self.apply(effect, of, &object, &[arg]).is_some()
    }

    /// Functions that are part of a language: `delete(map, key)`, `unset($map["k"])`, `setattr(object, "name", value)`.
    pub(super) fn built_in(&mut self, callee: NodeId, args: &[Arg]) -> Option<Val> {
        if self.is_include(callee) {
            self.include(callee, args);
            return None;
        }
        let name = self.text(callee).rsplit('.').next().unwrap_or_default();
        match (name, args) {
            // `method(:name)` of Ruby
            ("method", [of]) if self.traits.appends => {
                let Konst::Str(name) = &of.value.konst else { return None };
                let named = self.by_name.get(&Sym::new(name))?;
                let mut own = named.iter().copied().filter(|f| self.funcs[*f as usize].class == self.class);
                let func = own.next()?;
                Some(Val { func: Some(self.closure(func, None)), ..Val::default() })
            }
            ("delete", [map, key]) if self.traits.channels => {
                let place = self.place(map.node)?;
                let mut value = self.read(&place);
                value.shape.as_ref()?;
                value.remove(&key.value.konst.key()?);
                self.mutate(&place, value);
                Some(Val::default())
            }
            ("call_user_func", [function, rest @ ..]) if self.functions_are_global => {
                let closure = function.value.func.clone()?;
                self.call_closure(callee, &closure, rest)
            }
            ("call_user_func_array", [function, list]) if self.functions_are_global => {
                let closure = function.value.func.clone()?;
                self.call_closure(callee, &closure, &list.elements())
            }
            ("compact", names) if self.functions_are_global && !names.is_empty() => {
                let mut map = Val::empty(false);
                for name in names {
                    let Konst::Str(name) = &name.value.konst else { return None };
                    let value = self.variable_named(callee, name).and_then(|var| self.look_up(var)).cloned();
                    map.set(Key::Name(std::sync::Arc::clone(name)), value.unwrap_or_default());
                }
                Some(map)
            }
            ("extract", [map, ..]) if self.functions_are_global => {
                let shape = map.value.shape.clone()?;
                for (key, part) in &shape.parts {
                    if let Key::Name(name) = key
                        && let Some(var) = self.variable_named(callee, name)
                        && let Some(env) = &mut self.env
                    {
                        Rc::make_mut(env).insert(var, part.clone());
                    }
                }
                None
            }
            ("unset", _) => {
                for arg in args {
                    self.forget(arg.node);
                    if self.tree.kind(arg.node) == Kind::Ident {
                        self.unlink(self.var(arg.node));
                    }
                }
                Some(Val::default())
            }
            ("setattr", [object, name, value]) if self.traits.explicit_self => {
                let mut place = self.place(object.node)?;
                place.path.push(name.value.konst.key());
                self.write(&place, value.value.clone());
                Some(Val::default())
            }
            ("getattr", [object, name, ..])
                if self.traits.explicit_self
                    && let Some(closure) = self.static_by_text(&object.value.konst, &name.value.konst) =>
            {
                Some(Val { func: Some(closure), ..Val::default() })
            }
            ("getattr", [object, name, ..])
                if self.traits.explicit_self
                    && let Some(closure) = self.method_by_text(&object.value, name.node, &name.value) =>
            {
                Some(Val { func: Some(closure), ..Val::default() })
            }
            ("getattr", [object, name, rest @ ..]) if self.traits.explicit_self && object.value.shape.is_some() => {
                let mut part = object.value.part(name.value.konst.key().as_ref());
                rest.iter().for_each(|r| part.join(&r.value));
                Some(part)
            }
            ("print", [.., last]) if self.traits.explicit_self && last.name == Some(Sym::new("file")) => {
                let target = self.tree.child(last.node, Role::Value)?;
                let mut marks = Marks::default();
                args[..args.len() - 1].iter().for_each(|a| marks.join(&a.value.all()));
                marks.close();
                self.pour(&marks, target);
                Some(Val::default())
            }
            ("str" | "repr", [one]) if self.traits.explicit_self && one.value.class.is_some() => {
                let text = match name {
                    "repr" => self.as_text_by(&["__repr__"], one.node, one.value.clone()),
                    _ => self.as_text(one.node, one.value.clone()),
                };
                (text != one.value).then_some(text)
            }
            ("any" | "all", [list]) if self.traits.explicit_self => {
                let shape = list.value.shape.as_ref().filter(|s| s.closed && list.value.marks.is_empty())?;
                let len = usize::try_from(shape.len?).ok().filter(|len| *len == shape.parts.len())?;
                let truths: Vec<bool> = shape.parts.values().filter_map(|p| self.truth(&p.konst)).collect();
                (truths.len() == len).then_some(())?;
                let result = if name == "any" { truths.contains(&true) } else { !truths.contains(&false) };
                Some(Val::of(Konst::Bool(result)))
            }
            // A record with some fields anew.
            ("replace", [record, fields @ ..])
                if self.traits.explicit_self
                    && record.value.shape.is_some()
                    && record.value.class.is_some_and(|c| self.classes.contains_key(&c))
                    && fields.iter().all(|f| f.name.is_some()) =>
            {
                let mut copy = record.value.clone();
                for field in fields {
                    let name = self.tree.child(field.node, Role::Name).map(|n| self.text(n)).unwrap_or_default();
                    copy.set(Key::Name(name.into()), field.value.clone());
                }
                Some(copy)
            }
            ("islice", [list, stop]) if self.traits.explicit_self => match stop.value.konst {
                Konst::Int(n) if n >= 0 => list.value.elements(0, Some(n)),
                _ => None,
            },
            ("isinstance", [one, of]) if self.traits.explicit_self => match (&one.value.konst, self.text(of.node)) {
                (Konst::Str(_), name @ ("str" | "int" | "float" | "list" | "dict" | "bytes")) => {
                    Some(Val::of(Konst::Bool(name == "str")))
                }
                (Konst::Int(_), name @ ("str" | "int" | "list" | "dict" | "bytes")) => {
                    Some(Val::of(Konst::Bool(name == "int")))
                }
                _ => None,
            },
            ("sum" | "max" | "min", [list]) if self.traits.explicit_self => {
                let shape = list.value.shape.as_ref().filter(|s| s.closed && list.value.marks.is_empty())?;
                let len = usize::try_from(shape.len?).ok().filter(|len| *len == shape.parts.len() && *len > 0)?;
                let numbers: Vec<i64> = (shape.parts.values())
                    .filter_map(|p| if let Konst::Int(n) = p.konst { Some(n) } else { None })
                    .collect();
                (numbers.len() == len).then_some(())?;
                let result = match name {
                    "sum" => numbers.into_iter().try_fold(0_i64, i64::checked_add),
                    "max" => numbers.into_iter().max(),
                    _ => numbers.into_iter().min(),
                };
                result.map(|n| Val::of(Konst::Int(n)))
            }
            ("divmod", [a, b]) if self.traits.explicit_self => {
                let mut pair = Val::empty(true);
                pair.push(Val::of(fold::binary("//", &a.value.konst, &b.value.konst, true)));
                pair.push(Val::of(fold::binary("mod", &a.value.konst, &b.value.konst, true)));
                (pair.part(Some(&Key::Index(0))).konst != Konst::Unknown).then_some(pair)
            }
            ("partial", [function, bound @ ..]) if self.traits.explicit_self => self.partial(function, bound),
            ("range", [from, to, step]) if self.traits.explicit_self => {
                match (&from.value.konst, &to.value.konst, &step.value.konst) {
                    (Konst::Int(a), Konst::Int(b), Konst::Int(step)) => super::functional::stepped_range(*a, *b, *step),
                    _ => None,
                }
            }
            ("range", [from @ .., to]) if self.traits.explicit_self => {
                let from = from.first().map_or(Konst::Int(0), |a| a.value.konst.clone());
                match (from, &to.value.konst) {
                    (Konst::Int(a), Konst::Int(b)) if a >= *b && args.len() < 3 => Some(Val::empty(true)),
                    (Konst::Int(a), Konst::Int(b)) if b - a <= MAX_RANGE && args.len() < 3 => {
                        let mut list = Val::empty(true);
                        (a..*b).for_each(|n| list.push(Val::of(Konst::Int(n))));
                        Some(list)
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The innermost variable of that name (PHP), whether anything defines it or not.
    pub(super) fn variable_named(&self, at: NodeId, name: &str) -> Option<u64> {
        let sym = Sym::new(&format!("${name}"));
        let of = (self.tree.defs.iter().enumerate())
            .filter(|(_, d)| self.tree.node(d.ident).sym == sym && self.tree.is_within(at, d.scope))
            .max_by_key(|(_, d)| d.scope);
        // What is only read has no definition.
        Some(of.map_or(sym.0, |(n, _)| crate::tree::mix(0xdef, n as u64)))
    }

    /// `partial(f, x)`: the function with its first arguments.
    pub(super) fn partial(&mut self, function: &Arg, bound: &[Arg]) -> Option<Val> {
        let closure = function.value.func.as_ref()?;
        if bound.iter().any(|b| b.spread) {
            return None;
        }
        let by_name = bound.iter().filter_map(|b| Some((b.name?, b.value.clone())));
        let named = closure.named.iter().cloned().chain(by_name).collect();
        let by_place = bound.iter().filter(|b| b.name.is_none()).map(|b| b.value.clone());
        let bound = closure.bound.iter().cloned().chain(by_place).collect();
        let closure = Closure { bound, named, or: Vec::new(), ..Closure::clone(closure) };
        Some(Val { func: Some(Rc::new(closure)), ..Val::default() })
    }

    /// A part that is deleted.
    pub(super) fn forget(&mut self, target: NodeId) {
        let (object, key) = match self.tree.kind(target) {
            Kind::Index => (self.tree.child(target, Role::Object), self.tree.child(target, Role::Index)),
            Kind::Member => (self.tree.child(target, Role::Object), self.tree.child(target, Role::Name)),
            _ => return,
        };
        let (Some(object), Some(key)) = (object, key) else { return };
        let key = match self.tree.kind(target) {
            Kind::Member => Some(Key::Name(self.text(key).into())),
            _ => self.constant(key).key(),
        };
        if let (Some(place), Some(key)) = (self.place(object), key) {
            let mut value = self.read(&place);
            if value.shape.is_some() {
                value.remove(&key);
                self.mutate(&place, value);
            }
        }
    }

    /// A method of a class of the file that the language calls by itself: `__getitem__`, `__call__`, `__enter__`.
    pub(super) fn special(&mut self, node: NodeId, object: &Val, name: &str, args: &[Arg]) -> Option<Val> {
        if !self.traits.explicit_self {
            return None;
        }
        let class = object.class.filter(|c| self.classes.contains_key(c))?;
        let targets = self.methods(class, object.exact, Sym::new(name), args);
        self.call_any(node, &targets, args, Some(object.clone())).map(|outcome| outcome.ret)
    }
}

/// Elements of several lists, side by side; of lists whose length is not known, any with any.
fn zip(args: &[Arg]) -> Option<Val> {
    if let [one] = args
        && one.spread
    {
        // `zip(*rows)`
        let rows = one.elements();
        return if rows.iter().any(|r| r.spread) { None } else { zip(&rows) };
    }
    if args.iter().any(|a| super::functional::characters(&a.value).is_some()) {
        // The characters of a text that is known.
        let each = |a: &Arg| Arg {
            value: super::functional::characters(&a.value).unwrap_or_else(|| a.value.clone()),
            ..a.clone()
        };
        let args: Vec<Arg> = args.iter().map(each).collect();
        return zip(&args);
    }
    let (first, _) = args.split_first()?;
    args.iter().all(|a| a.value.shape.is_some()).then_some(())?;
    let len = |a: &Arg| a.value.shape.as_ref().and_then(|s| s.len);
    let shortest = args.iter().map(len).collect::<Option<Vec<i64>>>().and_then(|all| all.into_iter().min());
    let mut list = Val::empty(true);
    let row = |element: &dyn Fn(&Val) -> Val| {
        let mut row = Val::empty(true);
        args.iter().for_each(|a| row.push(element(&a.value)));
        row
    };
    let clean = args.iter().all(|a| a.value.marks.is_empty());
    match shortest.filter(|_| clean && len(first).is_some()) {
        Some(len) => (0..len).for_each(|n| list.push(row(&|v| v.part(Some(&Key::Index(n)))))),
        None => list.push(row(&element)),
    }
    Some(list)
}

/// `System.arraycopy(from, 0, to, 0, 2)` where all places are known.
fn copied(from: &Val, at: &Arg, to: &Val, there: &Arg, count: &Arg) -> Option<Val> {
    let number = |arg: &Arg| match arg.value.konst {
        Konst::Int(n) if (0..=MAX_RANGE).contains(&n) => Some(n),
        _ => None,
    };
    let (at, there, count) = (number(at)?, number(there)?, number(count)?);
    let len = |v: &Val| v.shape.as_ref().filter(|s| s.closed && v.marks.is_empty()).and_then(|s| s.len);
    // An array of which only the size was said has no elements yet.
    (len(from)? >= at + count && to.marks.is_empty()).then_some(())?;
    let mut out = to.clone();
    (0..count).for_each(|n| out.set(Key::Index(there + n), from.part(Some(&Key::Index(at + n)))));
    Some(out)
}

/// The part of a holder that it holds.
pub(super) fn held() -> Key {
    Key::Name(HELD.into())
}

/// Any part of a map.
fn any_part(object: &Val) -> Val {
    let mut value = element(object);
    value.konst = Konst::Unknown;
    value
}

/// Maps (or lists) put together: what is behind wins.
pub(super) fn merged<'v>(values: impl Iterator<Item = &'v Val>) -> Option<Val> {
    let mut out: Option<Val> = None;
    for value in values {
        let shape = value.shape.as_ref()?;
        let Some(whole) = &mut out else {
            out = Some(value.clone());
            continue;
        };
        let is_list = whole.shape.as_ref().is_some_and(|s| s.len.is_some());
        whole.marks.join(&value.marks);
        match shape.len {
            Some(len) if is_list => (0..len).for_each(|n| whole.push(value.part(Some(&Key::Index(n))))),
            Some(len) if len > 0 => whole.add_anywhere(value),
            _ => {}
        }
        let is_named = |key: &Key| shape.len.is_none() || matches!(key, Key::Name(_));
        for (key, part) in shape.parts.iter().filter(|(key, _)| is_named(key)) {
            whole.set(key.clone(), part.clone());
        }
    }
    out
}
