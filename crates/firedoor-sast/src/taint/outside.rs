//! Calls of which nothing is known in the file, and what is assumed of functions by their names.

use std::rc::Rc;

use super::call::Arg;
use super::flow::Flow;
use super::kept::Callee;
use super::literal::element;
use super::marks::{ANY, Entry, Marks, Origin, RECEIVER};
use super::run::Run;
use super::value::{Key, Konst, Val, Via};
use crate::tree::{Kind, NodeId, Role, Sym};

impl Run<'_> {
    /// A call of which nothing is known here: what it gives is decided when all functions are known.
    pub(super) fn unknown(
        &mut self,
        node: NodeId,
        callee: Callee,
        receiver: Option<(NodeId, &Val)>,
        args: &[Arg],
        local: bool,
    ) -> Val {
        let inherits = |c: &u64| self.classes.get(c).is_some_and(|c| !c.bases.is_empty());
        let own = callee.class.filter(inherits);
        let (known, up, bare) = (callee.class.is_some() || callee.via.is_some(), callee.up, callee.bare);
        let name = callee.name;
        // Built-in functions of languages in which everything else is imported leave nothing in their arguments.
        let foreign = !bare || !self.traits.must_import || self.imported.contains_key(&name);
        let callee_value = match self.tree.child(node, Role::Callee) {
            Some(callee) if bare => self.callable(callee).map(|v| Flow::of(&v)),
            _ => receiver.filter(|_| self.is_invocation(name)).map(|(_, v)| Flow::of(v)),
        };
        if let Some(own) = own {
            let is_source = |e: &Entry| matches!(self.table.get(e.mark).origin, Origin::Source(_));
            let mut values = args.iter().map(|a| &a.value).chain(receiver.map(|(_, v)| v));
            if values.any(|v| v.all().iter().any(is_source)) {
                self.want_above(own);
            }
        }
        let call = self.call(node, callee);
        let mut konsts: Vec<u64> = args.iter().map(|a| self.argument_number(a.node, &a.value.konst)).collect();
        if konsts.iter().all(|k| *k == 0) {
            konsts = Vec::new();
        }
        let record = &mut self.calls[call as usize];
        if record.args.is_empty() {
            record.konsts = konsts;
            record.konsts.shrink_to_fit();
        } else if record.konsts != konsts {
            record.konsts.clear();
        }
        record.spreads |= args.iter().any(|a| a.spread);
        if let Some((at, object)) = receiver {
            record.receiver.join(&Flow::of(object));
            record.made |= object.exact;
            record.by_class |= object.shape.is_none()
                && self.tree.kind(at) == Kind::Ident
                && object.class.is_none()
                && !self.tree.def_of.contains_key(&at);
        }
        if let Some(value) = callee_value {
            record.callee_value.join(&value);
        }
        for (at, arg) in args.iter().enumerate() {
            if record.args.len() <= at {
                record.args.push((arg.name, Flow::of(&arg.value)));
            } else {
                record.args[at].1.join(&Flow::of(&arg.value));
            }
            if arg.spread {
                // It may be any of the further ones.
                record.args.push((None, Flow::marked(arg.value.all().part(ANY))));
            }
        }
        let span = self.span(node);
        let entry = self.entry(Origin::Ret(call), None, u64::MAX, span);
        let mut marks = Marks::default();
        marks.add(entry);
        marks.clear(self.clean);
        if local || foreign && (known || bare) && args.len() <= MAX_OUT {
            for (at, arg) in args.iter().enumerate() {
                let mut target = arg.node;
                while matches!(self.tree.kind(target), Kind::KwArg | Kind::Ref)
                    && let Some(inner) = self.tree.child(target, Role::Value).or_else(|| self.tree.first_child(target))
                {
                    target = inner;
                }
                if self.tree.kind(target) == Kind::Ident && arg.value.konst == Konst::Unknown {
                    self.left_by(call, u16::try_from(at).unwrap_or(RECEIVER - 1), target, span);
                }
            }
        }
        // A method may change its object.
        let alone = self.tree.kind(self.tree.node(node).parent) == Kind::ExprStmt;
        if let Some((at, _)) = receiver
            && (known || up)
            && (alone || args.iter().any(|a| !a.value.all().is_empty()))
        {
            if up {
                let mut own = self.own_self().unwrap_or_default();
                self.add_out(call, RECEIVER, span, &mut own);
                self.set_self(own);
            } else {
                self.left_by(call, RECEIVER, at, span);
            }
        }
        Val { via: Some(Via::Call(call)), ..Val::marked(marks) }
    }

    /// What a name without anything before it is, where it is called: a variable, or a field of the object at hand.
    pub(super) fn callable(&self, callee: NodeId) -> Option<Val> {
        if let Some(value) = self.look_up(self.var(callee)) {
            return Some(value.clone());
        }
        let key = self.own_field(callee)?;
        let this = self.look_up(Sym::new("this").0)?;
        Some(this.part(Some(&key)))
    }

    /// The function that a name means where it is called.
    pub(super) fn called_function(&mut self, callee: NodeId) -> Option<std::rc::Rc<super::value::Closure>> {
        match self.look_up(self.var(callee)) {
            // A field that the class declares and an object has set.
            Some(value) if value.func.is_none() && self.own_field(callee).is_some() => {
                let key = self.own_field(callee)?;
                self.look_up(Sym::new("this").0)?.part(Some(&key)).func
            }
            Some(value) if value.func.is_some() || !self.functions_are_global => value.func.clone(),
            Some(value) => {
                let value = value.clone();
                self.named_callable(&value)
            }
            None => self.callable(callee)?.func,
        }
    }

    /// What is called is the value of an expression.
    pub(super) fn called_value(&mut self, node: NodeId, value: &Val) {
        if let Some(call) = self.known_call(node) {
            self.calls[call as usize].callee_value.join(&Flow::of(value));
        }
    }

    /// What a call may leave in an argument or its receiver.
    pub(super) fn left_by(&mut self, call: u32, number: u16, target: NodeId, span: firedoor_core::Span) {
        if let Some(place) = self.place(target) {
            let mut there = self.read(&place);
            if number == RECEIVER && there.func.is_some() {
                return;
            }
            self.add_out(call, number, span, &mut there);
            if number == RECEIVER {
                self.store_field(target, &there);
            }
            self.write(&place, there);
        }
    }

    pub(super) fn add_out(&mut self, call: u32, number: u16, span: firedoor_core::Span, there: &mut Val) {
        let entry = self.entry(Origin::Out(call, number), None, !self.clean, span);
        if let Some(shape) = &mut there.shape {
            for (key, part) in &mut Rc::make_mut(shape).parts {
                part.marks.add(Entry { path: super::marks::further(entry.path, key.hash()), ..entry });
            }
        }
        there.marks.add(entry);
    }

    /// What a method of containers hands to a function: an element, its index or key, the whole.
    pub(super) fn handed(&self, name: Sym, object: &Val) -> Vec<Val> {
        let one = element(object);
        let is_list = object.shape.as_ref().is_some_and(|s| s.len.is_some());
        let is_map = object.shape.as_ref().is_some_and(|s| s.len.is_none() && !s.parts.is_empty());
        let counts = name == Sym::new("each_with_index");
        let for_each = name == Sym::new("forEach");
        match (is_list, is_map) {
            (_, true) if for_each && !self.traits.must_import => vec![super::library::keys_of(object), one],
            (_, true) if for_each => vec![one, super::library::keys_of(object), object.clone()],
            (true, _) if counts || for_each && self.traits.must_import => vec![one, Val::default(), object.clone()],
            _ => vec![one; 3],
        }
    }

    /// What stands between the parameters of a constructor and its body: `: base(x)`, `: field(x)`.
    pub(super) fn initializers(&mut self, func: NodeId) {
        if !self.traits.fall_through || self.traits.must_import {
            return;
        }
        let lists: Vec<NodeId> = (self.tree.children(func))
            .filter(|n| self.tree.kind(*n) == Kind::Other && self.text(*n).starts_with(':'))
            .collect();
        for list in lists {
            if let Some(args) = self.tree.first_child(list).filter(|n| self.tree.kind(*n) == Kind::Args) {
                // C#
                let own = self.class;
                let is_base = self.text(list).trim_start_matches(':').trim_start().starts_with("base");
                let class = if is_base { own.and_then(|c| self.base_of(c)) } else { own };
                let values = self.listed(args);
                if let Some(class) = class {
                    self.construct_own(list, class, &values);
                }
                continue;
            }
            // C++
            for one in self.tree.children(list).collect::<Vec<_>>() {
                let Some(name) = self.tree.first_child(one).filter(|n| self.tree.kind(*n) == Kind::Ident) else {
                    continue;
                };
                let Some(args) =
                    self.tree.children(one).find(|n| matches!(self.tree.kind(*n), Kind::Args | Kind::Array))
                else {
                    continue;
                };
                let values = self.listed(args);
                let class = self.tree.node(name).sym.0;
                if self.class.is_some_and(|own| self.base_of(own) == Some(class)) {
                    self.construct_own(one, class, &values);
                } else if let [value] = &values[..] {
                    let mut this = self.own_self().unwrap_or_default();
                    this.set(Key::Name(self.text(name).into()), value.value.clone());
                    self.set_self(this);
                }
            }
        }
    }

    pub(super) fn listed(&mut self, list: NodeId) -> Vec<Arg> {
        let nodes: Vec<NodeId> = self.tree.children(list).collect();
        nodes.into_iter().map(|node| Arg { node, name: None, value: self.eval(node), spread: false }).collect()
    }

    /// `o.setX(v)` and `o.getX()` of classes that are not in the file: they set and get a part.
    pub(super) fn accessor(&mut self, receiver: NodeId, object: &Val, name: &str, args: &[Arg]) -> Option<Val> {
        let part = |prefix: &str| -> Option<Key> {
            let rest = name.strip_prefix(prefix)?;
            let first = rest.chars().next().filter(|c| c.is_uppercase())?;
            Some(Key::Name(format!("{}{}", first.to_lowercase(), &rest[first.len_utf8()..]).into()))
        };
        match args {
            [] if object.exact
                && object.shape.as_ref().is_some_and(|s| s.parts.contains_key(&Key::Name(name.into()))) =>
            {
                Some(object.part(Some(&Key::Name(name.into()))))
            }
            [] => {
                let key = part("get").or_else(|| part("is"))?;
                // A part that was never set is whatever the whole is.
                let known = object.shape.as_ref().is_some_and(|s| s.len.is_none() && !s.parts.is_empty());
                known.then(|| object.part(Some(&key)))
            }
            [one] => {
                let key = part("set")?;
                let place = self.place(receiver).filter(|_| !one.value.all().is_empty())?;
                let mut changed = object.clone();
                changed.set(key, one.value.clone());
                self.write(&place, changed);
                Some(Val::default())
            }
            _ => None,
        }
    }

    /// Rules that take the result of a call to be safe because of what it is.
    pub(super) fn safe_call(&self, receiver: Option<NodeId>, name: &str) -> u64 {
        let class = receiver.map(|r| self.text(r).rsplit('.').next().unwrap_or_default()).unwrap_or_default();
        let number = matches!(
            name,
            "parseInt"
                | "parseLong"
                | "parseDouble"
                | "parseFloat"
                | "intValue"
                | "longValue"
                | "doubleValue"
                | "length"
                | "size"
                | "hashCode"
                | "compareTo"
                | "indexOf"
                | "lastIndexOf"
                | "count"
                | "int"
                | "float"
                | "len"
                | "Number"
                | "intval"
                | "floatval"
                | "Atoi"
                | "ParseInt"
                | "ParseFloat"
                | "to_i"
                | "to_f"
                | "getNumericValue"
                | "hash"
                | "ord"
                | "total"
        ) || matches!(class, "Integer" | "Long" | "Double" | "Float" | "Short")
            && matches!(name, "valueOf" | "decode");
        let boolean = matches!(
            name,
            "equals"
                | "equalsIgnoreCase"
                | "isEmpty"
                | "startsWith"
                | "endsWith"
                | "contains"
                | "matches"
                | "parseBoolean"
                | "booleanValue"
                | "hasNext"
                | "startswith"
                | "endswith"
                | "isdigit"
                | "isinstance"
                | "bool"
                | "includes"
                | "hasOwnProperty"
        ) || class == "Boolean" && name == "valueOf";
        (if number { self.safe.numbers } else { 0 }) | (if boolean { self.safe.booleans } else { 0 })
    }

    /// Rules that take values of a type to be safe.
    pub(super) fn safe_type(&self, ty: NodeId) -> u64 {
        match self.text(ty) {
            "int" | "long" | "short" | "byte" | "float" | "double" | "Integer" | "Long" | "Double" | "Float"
            | "Short" | "int8" | "int16" | "int32" | "int64" | "uint" | "uint8" | "uint16" | "uint32" | "uint64"
            | "float32" | "float64" | "number" | "decimal" | "Int" | "i32" | "i64" | "u32" | "u64" | "usize"
            | "f64" | "size_t" => self.safe.numbers,
            "boolean" | "bool" | "Boolean" | "Bool" => self.safe.booleans,
            _ => 0,
        }
    }

    /// Methods of functions that call them.
    fn is_invocation(&self, name: Sym) -> bool {
        const NAMES: [&str; 8] = ["call", "apply", "accept", "test", "get", "run", "invoke", "Invoke"];
        // Where functions are called as they are, they have few methods.
        let count = match (self.traits.must_import, self.traits.appends) {
            (true, _) => 2,
            (_, true) => 1,
            _ => NAMES.len(),
        };
        NAMES[..count].iter().any(|n| Sym::new(n) == name)
    }
}

/// Most arguments of a call that may leave something in them.
const MAX_OUT: usize = 8;
