//! Expressions: their value, what rules say of them, and what they change.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::fold;
use super::language::is_this;
use super::marks::{Marks, Origin, RECEIVER};
use super::run::{MAX_DEPTH, Run, field_key};
use super::value::{Key, Konst, Val, Via, short};
use crate::tree::{Const, Kind, NodeId, Role, Sym};

impl Run<'_> {
    /// The value of an expression, with everything that rules say of it.
    pub(super) fn eval(&mut self, node: NodeId) -> Val {
        if self.env.is_none() || !self.tick() {
            return Val::default();
        }
        if self.depth >= MAX_DEPTH {
            self.cut = true;
            return Val::default();
        }
        self.depth += 1;
        let value = if self.at.contains_key(&node) || !self.within.is_empty() || !self.within_sinks.is_empty() {
            self.eval_marked(node)
        } else {
            self.eval_inner(node)
        };
        self.depth -= 1;
        value
    }

    /// A constant, where it is one without doing anything.
    pub(super) fn constant(&self, node: NodeId) -> Konst {
        match self.tree.kind(node) {
            Kind::Num => fold::number(self.text(node)),
            Kind::Bool => Konst::Bool(self.text(node).eq_ignore_ascii_case("true")),
            Kind::Null => Konst::Null,
            Kind::Str | Kind::Char | Kind::Atom | Kind::StrPart => self.literal(node),
            Kind::Ident => match self.look_up(self.var(node)) {
                Some(value) => value.konst.clone(),
                None => self.known(node),
            },
            Kind::Member => self.known(node),
            Kind::Unary => {
                let inner = self.tree.child(node, Role::Value).or_else(|| self.tree.first_child(node));
                inner.map_or(Konst::Unknown, |n| fold::unary(self.operator(node), &self.constant(n)))
            }
            _ => Konst::Unknown,
        }
    }

    /// What name resolution found out: constants of classes, files, enumerations.
    fn known(&self, node: NodeId) -> Konst {
        match self.tree.constants.get(&node) {
            Some(Const::Str(s)) => Konst::Str(std::sync::Arc::clone(s)),
            Some(Const::Int(n)) => Konst::Int(*n),
            Some(Const::Float(x)) => Konst::Float(*x),
            Some(Const::Bool(b)) => Konst::Bool(*b),
            Some(Const::Null) => Konst::Null,
            Some(Const::AnyStr) | None => self.far_constant(node),
        }
    }

    fn literal(&self, node: NodeId) -> Konst {
        let text = match self.tree.kind(node) {
            Kind::Str => {
                let bytes = self.src.get(self.tree.content_span(node).range()).unwrap_or_default();
                std::str::from_utf8(bytes).unwrap_or_default()
            }
            Kind::Char => self.text(node).trim_matches('\''),
            Kind::Atom => self.text(node).trim_start_matches(':'),
            _ => self.text(node),
        };
        // Escapes are left alone: two strings that are written alike are equal.
        Konst::string(text)
    }

    /// The operator of an operation, as it is written between (or before) its operands.
    pub(super) fn operator(&self, node: NodeId) -> &'static str {
        static BY_SYM: OnceLock<FxHashMap<Sym, &'static str>> = OnceLock::new();
        let by_sym = BY_SYM.get_or_init(|| fold::OPERATORS.iter().map(|op| (Sym::new(op), *op)).collect());
        by_sym.get(&self.tree.node(node).sym).copied().unwrap_or("")
    }

    // --------------------------------------------------------------------------------------------------- expressions

    pub(super) fn eval_inner(&mut self, node: NodeId) -> Val {
        if self.tree.kind(node) == Kind::Other
            && let Some(value) = self.other(node)
        {
            return value;
        }
        match self.tree.kind(node) {
            Kind::Str if self.traits.inline_format => self.format_text(node),
            Kind::Num | Kind::Bool | Kind::Null | Kind::Str | Kind::Char | Kind::Atom | Kind::StrPart => {
                Val::of(self.constant(node))
            }
            Kind::Ident => self.identifier(node),
            Kind::Template => self.template(node),
            Kind::Member => self.member(node),
            Kind::Index => self.index(node),
            Kind::Binary => self.binary(node),
            Kind::Unary => self.unary(node),
            Kind::Ternary => self.ternary(node),
            Kind::Assign => {
                let right = self.tree.child(node, Role::Right);
                let value = right.map(|n| self.eval(n)).unwrap_or_default();
                if let Some(left) = self.tree.child(node, Role::Left) {
                    let is_call = right.is_some_and(|n| matches!(self.tree.kind(n), Kind::Call | Kind::Tuple));
                    if self.traits.channels && !is_call && self.tree.kind(left) == Kind::Tuple {
                        // `v, ok := m[k]`
                        let mut pair = Val::empty(true);
                        pair.push(value.clone());
                        self.assign(left, pair);
                    } else {
                        if right.is_some_and(|n| self.tree.kind(n) == Kind::Ref) && self.functions_are_global {
                            self.unlink(self.var(left));
                        }
                        self.assign(left, value.clone());
                        self.name_again(left, right, &value);
                    }
                }
                value
            }
            Kind::AugAssign => self.aug_assign(node),
            Kind::VarDef => self.var_def(node),
            Kind::Call if self.traits.lists => self.eval_list(node),
            Kind::Call => {
                let value = self.eval_call(node);
                self.same_object(node, value)
            }
            Kind::New => self.eval_new(node),
            Kind::Array | Kind::Tuple | Kind::Set => self.list(node),
            Kind::Dict | Kind::Object => self.dict(node),
            Kind::FuncDef if self.stands_alone(node) => self.exec_value(node),
            // What it gives is not what it is.
            Kind::Lambda | Kind::FuncDef => Val { marks: Marks::default(), ..self.function_value(node) },
            Kind::Yield => {
                if self.traits.appends {
                    return self.yield_to_block(node);
                }
                let value = self.tree.first_child(node).map(|n| self.eval(n)).unwrap_or_default();
                if self.traits.integer_division
                    && self.traits.fall_through
                    && !self.text(node).starts_with("yield return")
                {
                    // Java: the value of a switch.
                    if let Some(outer) = self.loops.iter_mut().rev().find(|l| l.is_switch) {
                        outer.value.join(&value);
                    }
                    self.jump(node);
                    return value;
                }
                self.yields(node, &value);
                Val::default()
            }
            Kind::ClassDef => {
                self.class_def(node);
                Val::default()
            }
            Kind::Comprehension => self.comprehension(node),
            Kind::Cast => {
                let inner = self.tree.child(node, Role::Value).or_else(|| self.tree.children(node).last());
                let mut value = inner.map(|n| self.eval(n)).unwrap_or_default();
                if let Some(ty) = self.tree.child(node, Role::Type) {
                    value.marks.clear(self.safe_type(ty));
                    if let ("char", Konst::Int(n), true) = (self.text(ty), &value.konst, self.traits.integer_division) {
                        value.konst = fold::character(*n);
                    }
                }
                value
            }
            Kind::KwArg | Kind::Pair | Kind::XmlAttr => {
                self.tree.child(node, Role::Value).map(|n| self.eval(n)).unwrap_or_default()
            }
            Kind::Seq => self.tree.children(node).fold(Val::default(), |_, n| self.eval(n)),
            Kind::Type | Kind::TypeApp | Kind::TypeArgs | Kind::ArrayType | Kind::PtrType | Kind::Modifier => {
                Val::default()
            }
            kind if kind.is_statement() || matches!(kind, Kind::Throw | Kind::Case | Kind::Catch | Kind::Finally) => {
                self.exec_value(node)
            }
            Kind::Slice if self.tree.child(node, Role::Object).is_some() => {
                let object = self.tree.child(node, Role::Object);
                let value = object.map(|n| self.eval(n)).unwrap_or_default();
                self.slice(&value, node).unwrap_or_else(|| Val::marked(value.all()))
            }
            Kind::Deref if self.pointed(node).is_some() => {
                self.pointed(node).and_then(|var| self.look_up(var).cloned()).unwrap_or_default()
            }
            Kind::Await | Kind::Spread | Kind::HashSpread | Kind::Ref | Kind::Deref | Kind::XmlExpr => {
                let inner = self.tree.child(node, Role::Value).or_else(|| self.tree.first_child(node));
                inner.map(|n| self.eval(n)).unwrap_or_default()
            }
            _ => {
                let children: Vec<NodeId> = self.tree.children(node).collect();
                let mut out = Val::default();
                for child in children {
                    let value = self.eval(child);
                    out.marks.join(&value.all());
                }
                if self.tree.kind(node) == Kind::Other && self.text(node).contains("::") {
                    out.konst = self.cleaner(node);
                }
                out
            }
        }
    }

    /// Whether a function is a definition and no expression.
    fn stands_alone(&self, node: NodeId) -> bool {
        let parent = self.tree.kind(self.tree.node(node).parent);
        parent.is_block()
            || matches!(parent, Kind::ClassBody | Kind::ClassDef | Kind::Directive | Kind::Other | Kind::Error)
    }

    /// The name of a field that a bare identifier in a method means.
    pub(super) fn own_field(&self, node: NodeId) -> Option<Key> {
        if self.func == 0 && self.frames.is_empty() || !self.traits.implicit_this {
            return None;
        }
        if self.traits.appends && self.text(node).starts_with('@') {
            let name = self.text(node).trim_start_matches('@');
            return (!self.text(node).starts_with("@@")).then(|| Key::Name(name.into()));
        }
        let Some(def) = self.tree.def_of.get(&node) else {
            let is_own = self.is_on_receiver() && !matches!(self.text(node), "it" | "this" | "field");
            return is_own.then(|| Key::Name(self.text(node).into()));
        };
        (self.is_field(*def) && self.owner(*def).is_none()).then(|| Key::Name(self.text(node).into()))
    }

    /// The class of a field that belongs to a class around the one at hand.
    fn owner(&self, def: u32) -> Option<u64> {
        let class = self.class.filter(|_| self.has_inner_classes())?;
        let scope = self.tree.defs.get(def as usize)?.scope;
        let node =
            if self.tree.kind(scope) == Kind::ClassDef { Some(scope) } else { self.tree.ancestors(scope).next() }?;
        let owner = match self.tree.kind(node) {
            Kind::ClassDef => self.tree.child(node, Role::Name).map(|n| self.tree.node(n).sym.0),
            Kind::New => Some(crate::tree::mix(1, u64::from(node))),
            _ => None,
        }?;
        // What is inherited is its own.
        (owner != class && !self.is_below(class, owner)).then_some(owner)
    }

    /// Java, Kotlin, C#: methods speak of the fields of the classes around theirs.
    fn has_inner_classes(&self) -> bool {
        self.traits.implicit_this && !self.traits.appends && !self.traits.channels
    }

    /// A field of an object around the one at hand: what any method puts there.
    fn outer_field(&mut self, node: NodeId) -> Option<Val> {
        if self.class.is_none() || !self.has_inner_classes() {
            return None;
        }
        let def = *self.tree.def_of.get(&node)?;
        if !self.is_field(def) {
            return None;
        }
        let owner = self.owner(def)?;
        let name = self.tree.node(node).sym;
        let mut value = self.look_up(self.var(node)).cloned().unwrap_or_default();
        if matches!(value.konst, Konst::Unknown | Konst::Null) {
            let entry = self.entry(Origin::Field(field_key(owner, name)), None, u64::MAX, self.span(node));
            value.marks.add(entry);
            value.konst = Konst::Unknown;
        }
        self.typed(&mut value, owner, name);
        Some(value)
    }

    /// `A.this.q`, `this@A.q`: a field of the object around.
    fn of_outer(&mut self, node: NodeId, object: NodeId, name: NodeId) -> Option<Val> {
        if !self.has_inner_classes() {
            return None;
        }
        let text = self.text(object);
        let owner = text.strip_suffix(".this").or_else(|| text.strip_prefix("this@"))?;
        let owner = Sym::new(owner).0;
        if !self.classes.contains_key(&owner) || self.class == Some(owner) {
            return None;
        }
        let name = self.tree.node(name).sym;
        let entry = self.entry(Origin::Field(field_key(owner, name)), None, u64::MAX, self.span(node));
        let mut value = Val::default();
        value.marks.add(entry);
        self.typed(&mut value, owner, name);
        Some(value)
    }

    fn identifier(&mut self, node: NodeId) -> Val {
        if self.traits.appends && self.text(node).starts_with('@') {
            return self.instance_variable(node);
        }
        if let Some(value) = self.same_above(node) {
            return value;
        }
        if let Some(value) = self.own_constant(node) {
            return value;
        }
        if let Some(value) = self.own_property(node) {
            return value;
        }
        if let Some(value) = self.outer_field(node) {
            return value;
        }
        if let Some(key) = self.own_field(node)
            && let Some(this) = self.look_up(Sym::new("this").0)
            && this.shape.as_ref().is_some_and(|s| s.parts.contains_key(&key))
        {
            let mut part = this.part(Some(&key));
            if part.class.is_none()
                && let Some(class) = self.class
            {
                part.class = self.field_classes.get(&field_key(class, self.tree.node(node).sym)).copied();
            }
            return part;
        }
        if let Some(part) = self.part_by_name(node) {
            return part;
        }
        let own = self.own_field(node).map(|key| self.own_part(&key));
        if self.func != 0
            && let Some(key) = self.shared.get(&self.global_var(node)).copied()
            && self.env.as_ref().is_none_or(|env| env.get(&self.global_var(node)).is_none())
        {
            // What some function put there.
            let mut value = self.globals.get(&self.global_var(node)).cloned().unwrap_or_default();
            let entry = self.entry(Origin::Field(key), None, u64::MAX, self.span(node));
            value.marks.add(entry);
            value.konst = Konst::Unknown;
            return value;
        }
        match self.look_up(self.var(node)) {
            // What another method left in the field is not seen here.
            Some(value) if self.own_field(node).is_some() => {
                let mut value = value.clone();
                if let (Some(class), Konst::Unknown | Konst::Null, false) =
                    (self.class, &value.konst, self.own_is_known())
                {
                    match own {
                        Some(Some(own)) => value.marks.join(&own),
                        _ => {
                            let key = field_key(class, self.tree.node(node).sym);
                            let entry = self.entry(Origin::Field(key), None, u64::MAX, self.span(node));
                            value.marks.add(entry);
                        }
                    }
                    self.typed(&mut value, class, self.tree.node(node).sym);
                }
                value
            }
            Some(value) => {
                let value = value.clone();
                self.changed_within(node, value)
            }
            // A bare name that is no variable calls the method of that name (Ruby).
            None if self.traits.appends
                && !self.tree.def_of.contains_key(&node)
                && self.by_name.contains_key(&self.tree.node(node).sym) =>
            {
                let callee = super::kept::Callee::bare(self.tree.node(node).sym);
                self.unknown(node, callee, None, &[], true)
            }
            None => {
                if let Some(value) = self.set_by_includes(node) {
                    return value;
                }
                let mut value = Val::of(self.known(node));
                // The name of a function is a value that may be called.
                if let Some([func]) = self.by_name.get(&self.tree.node(node).sym).map(Vec::as_slice)
                    && self.funcs[*func as usize].class.is_none_or(|c| self.traits.extensions && self.class == Some(c))
                {
                    value.func = Some(self.closure(*func, None));
                }
                if value.func.is_none() && value.konst == Konst::Unknown {
                    value.konst = self.class_value(node);
                }
                if value.func.is_none() && value.konst == Konst::Unknown && !self.tree.def_of.contains_key(&node) {
                    value.konst = self.cleaner(node);
                }
                // A bare name may be a field of the class around.
                let text = self.text(node);
                let is_type = text.starts_with(|c: char| c.is_uppercase()) && text.contains(|c: char| c.is_lowercase());
                if let Some(class) = self.class
                    && !is_type
                    && self.tree.def_of.get(&node).is_none_or(|d| self.is_field(*d))
                {
                    let name = self.tree.node(node).sym;
                    let key = field_key(class, name);
                    let own = own.flatten().or_else(|| {
                        let key = Key::Name(self.text(node).into());
                        if self.traits.implicit_this { self.own_part(&key) } else { None }
                    });
                    self.typed(&mut value, class, name);
                    if value.konst == Konst::Unknown && !self.own_is_known() {
                        match own {
                            Some(own) => value.marks.join(&own),
                            None => {
                                let entry = self.entry(Origin::Field(key), None, u64::MAX, self.span(node));
                                value.marks.add(entry);
                            }
                        }
                    }
                }
                // What is imported may be a variable of that module.
                if let (true, false, Some(module)) =
                    (self.traits.must_import, is_type, self.imported.get(&self.tree.node(node).sym).copied())
                {
                    let name = self.tree.node(node).sym;
                    let name = self.renamed.get(&name).copied().unwrap_or(name);
                    let entry = self.entry(Origin::Field(field_key(module, name)), None, u64::MAX, self.span(node));
                    value.marks.add(entry);
                    if value.class.is_none() && value.via.is_none() {
                        value.via = Some(Via::Field(module, short(name.0)));
                    }
                    self.wanted.insert(module);
                }
                value
            }
        }
    }

    /// A variable of a function around the one at hand: what others within that have put there.
    fn changed_within(&mut self, node: NodeId, mut value: Val) -> Val {
        if self.captured.is_empty() || self.frames.iter().any(|f| f.func != self.func) {
            return value;
        }
        let Some((key, own)) = self.captured.get(&self.var(node)).copied() else { return value };
        if self.func_at.get(&own) != Some(&self.func) {
            let entry = self.entry(Origin::Field(key), None, u64::MAX, self.span(node));
            value.marks.add(entry);
            value.konst = Konst::Unknown;
        }
        value
    }

    /// A field of the object at hand that is declared where the class names its parameters, or by a list of names: a
    /// record of C#, a struct of Ruby.
    fn part_by_name(&self, node: NodeId) -> Option<Val> {
        if self.func == 0 && self.frames.is_empty() || !self.traits.implicit_this {
            return None;
        }
        let declared = match self.tree.def_of.get(&node).and_then(|d| self.tree.defs.get(*d as usize)) {
            Some(def) => self.tree.kind(def.scope) == Kind::ClassDef,
            None => self.look_up(self.var(node)).is_none(),
        };
        let this = if declared { self.own_self() } else { None }?;
        let key = Key::Name(self.text(node).into());
        this.shape.as_ref().is_some_and(|s| s.parts.contains_key(&key)).then(|| this.part(Some(&key)))
    }

    /// The marks of a field of the object at hand, if that came from a caller.
    fn own_part(&self, key: &Key) -> Option<Marks> {
        let this = self.look_up(Sym::new("this").0)?;
        let own = this.marks.iter().any(|e| matches!(self.table.get(e.mark).origin, Origin::Param(_, RECEIVER)));
        own.then(|| this.part(Some(key)).marks)
    }

    /// The declared class of a field, or where it may be found.
    pub(super) fn typed(&self, value: &mut Val, class: u64, name: Sym) {
        if value.class.is_none() {
            value.class = self.field_classes.get(&field_key(class, name)).copied();
            if value.class.is_none() && value.via.is_none() {
                value.via = Some(Via::Field(class, short(name.0)));
            }
        }
    }

    /// Whether the object at hand was made where we saw it, so that all its fields are known.
    fn own_is_known(&self) -> bool {
        self.look_up(Sym::new("this").0).is_some_and(|t| t.exact && t.shape.as_ref().is_some_and(|s| s.closed))
    }

    /// Whether a definition stands in a class and in no function.
    pub(super) fn is_field(&self, def: u32) -> bool {
        self.tree
            .defs
            .get(def as usize)
            .is_some_and(|d| matches!(self.tree.kind(d.scope), Kind::ClassDef | Kind::ClassBody))
    }

    fn template(&mut self, node: NodeId) -> Val {
        let mut text = Some(String::new());
        let mut marks = Marks::default();
        let children: Vec<NodeId> = self.tree.children(node).collect();
        for child in children {
            let value = self.eval(child);
            let value = self.as_text(child, value);
            marks.join(&value.all());
            text = match (text, fold::text(&value.konst)) {
                (Some(a), Some(b)) => Some(a + &b),
                _ => None,
            };
        }
        let konst = text.map_or(Konst::Unknown, |t| Konst::string(&t));
        marks.close();
        Val { marks, konst, ..Val::default() }
    }

    fn member(&mut self, node: NodeId) -> Val {
        let (Some(object), Some(name)) = (self.tree.child(node, Role::Object), self.tree.child(node, Role::Name))
        else {
            return Val::default();
        };
        if let Some(value) = self.of_outer(node, object, name) {
            return value;
        }
        let value = self.eval(object);
        let name_text = self.text(name);
        if self.text(object) == "Boolean" && matches!(name_text, "TRUE" | "FALSE") {
            return Val::of(Konst::Bool(name_text == "TRUE"));
        }
        if let Some(konst) = self.enumerated(object, name) {
            return self.enum_object(object, name, konst);
        }
        if name_text == "__dict__"
            && let Some(map) = self.fields_of(&value)
        {
            return map;
        }
        let key = Key::Name(name_text.into());
        let here = value.shape.as_ref().is_some_and(|s| s.parts.contains_key(&key));
        if !here && let Some(value) = self.property(node, &value, self.tree.node(name).sym) {
            return value;
        }
        if !here
            && let Some(value) = self.by_delegate(node, &value, name).or_else(|| self.asked_for(node, &value, name))
        {
            return value;
        }
        // `{ get x() { … } }`
        let part = value.shape.as_ref().filter(|_| here && self.traits.must_import && !self.traits.explicit_self);
        let part = part.and_then(|s| s.parts.get(&key)).and_then(|p| p.func.clone());
        if let Some(closure) = part.filter(|c| self.is_getter(self.funcs[c.func as usize].node))
            && let Some(outcome) = self.interpret(node, closure.func, &[], Some(value.clone()), closure.env.as_ref())
        {
            return outcome.ret;
        }
        if !here
            && self.traits.must_import
            && !self.traits.explicit_self
            && self.tree.kind(object) == Kind::Ident
            && value.class.is_none()
            && self.classes.contains_key(&self.tree.node(object).sym.0)
            && let [func] = self.methods(self.tree.node(object).sym.0, true, self.tree.node(name).sym, &[])[..]
            && self.is_getter(self.funcs[func as usize].node)
            && let Some(outcome) = self.interpret(node, func, &[], None, None)
        {
            return outcome.ret;
        }
        if !here && let Some(shape) = value.shape.as_ref() {
            // What an embedded struct has (Go).
            let bases =
                value.class.filter(|_| self.traits.channels).and_then(|c| self.classes.get(&c)).map(|c| &c.bases);
            let of = |k: &Key| matches!((k, bases), (Key::Name(n), Some(b)) if b.contains(&Sym::new(n).0));
            let inner = shape.parts.iter().find(|(k, _)| of(k)).map(|(_, v)| v);
            if let Some(part) = inner.and_then(|v| v.shape.as_ref()).and_then(|s| s.parts.get(&key)) {
                return part.clone();
            }
            // `pair.first`
            if let ("first" | "second", Some(2), true) = (name_text, shape.len, self.traits.extensions) {
                return value.part(Some(&Key::Index(i64::from(name_text == "second"))));
            }
            // `pair.Item1`
            if let (Some(_), Some(at)) = (shape.len, name_text.strip_prefix("Item").and_then(|n| n.parse::<i64>().ok()))
            {
                return value.part(Some(&Key::Index(at - 1)));
            }
        }
        if !here
            && self.traits.appends
            && let Some(value) = self.without_brackets(node, object, &value, self.tree.node(name).sym)
        {
            return value;
        }
        if !here
            && let Some(class) = value.class
            && let Some(value) = self.computed(class, &value, name_text)
        {
            return value;
        }
        if !here
            && self.traits.appends
            && let Some(effect) = super::library::model(value.class, self.tree.node(name).sym)
            && (value.shape.is_some() || matches!(effect, super::library::Effect::Same))
            && let Some(value) = self.apply(effect, object, &value, &[])
        {
            return value;
        }
        let mut part = value.part(Some(&key));
        if !value.shape.as_ref().is_some_and(|s| s.parts.contains_key(&key)) {
            part.marks.clear(self.safe.only_assignments);
        }
        if name_text == "length" {
            part.marks.clear(self.safe.numbers);
        }
        if !here {
            self.was_handed(node, &mut part);
        }
        if is_this(self.text(object)) && self.tree.kind(object) == Kind::Ident {
            let known = (value.shape.as_ref())
                .is_some_and(|s| value.exact && s.closed || s.parts.contains_key(&Key::Name(name_text.into())));
            let own = (value.marks.iter()).any(|e| matches!(self.table.get(e.mark).origin, Origin::Param(_, RECEIVER)));
            if !known && let Some(class) = self.class {
                let key = field_key(class, self.tree.node(name).sym);
                if !own {
                    let entry = self.entry(Origin::Field(key), None, u64::MAX, self.span(node));
                    part.marks.add(entry);
                }
            }
            if let Some(class) = value.class.or(self.class) {
                self.typed(&mut part, class, self.tree.node(name).sym);
            }
        } else if let Some(class) = value.class {
            self.typed(&mut part, class, self.tree.node(name).sym);
        }
        // What a class sets may be set anew by those below it, where everything is open (Python, JavaScript).
        let open = self.traits.truthy_values && is_this(self.text(object)) && !value.exact;
        if part.konst == Konst::Unknown && !open {
            part.konst = self.known(node);
        }
        // `Settings.ALGORITHM`: a constant of a class, perhaps in another file.
        if self.tree.kind(object) == Kind::Ident
            && !here
            && part.konst == Konst::Unknown
            && self.look_up(self.var(object)).is_none()
            && (self.text(object).starts_with(|c: char| c.is_uppercase())
                || self.modules.contains_key(&self.tree.node(object).sym))
        {
            let class = self.tree.node(object).sym;
            let class = self.modules.get(&class).copied().unwrap_or(class);
            self.wanted.insert(class.0);
            let key = field_key(class.0, self.tree.node(name).sym);
            let entry = self.entry(Origin::Field(key), None, u64::MAX, self.span(node));
            part.marks.add(entry);
        }
        if !here && part.func.is_none() {
            part.func = self.method_value(node, &value, self.tree.node(name).sym);
        }
        if part.konst == Konst::Unknown && part.func.is_none() && !here {
            part.konst = self.cleaner(node);
        }
        if let (Konst::Unknown, "length", Some(len)) =
            (&part.konst, name_text, value.shape.as_ref().and_then(|s| s.len))
        {
            part.konst = Konst::Int(len);
        }
        part
    }

    fn index(&mut self, node: NodeId) -> Val {
        let object = self.tree.child(node, Role::Object).or_else(|| self.tree.first_child(node));
        let value = object.map(|n| self.eval(n)).unwrap_or_default();
        let Some(index) = self.tree.child(node, Role::Index) else { return value };
        // `Color[name]`: one of the constants of an enumeration, or an exception.
        if self.traits.explicit_self && object.is_some_and(|n| self.is_enumeration(self.tree.node(n).sym.0)) {
            self.eval(index);
            return Val::default();
        }
        if self.tree.kind(index) == Kind::Slice
            && let Some(part) = self.slice(&value, index)
        {
            return part;
        }
        let at = self.eval(index);
        if value.class.is_some() {
            let arg = super::call::Arg { node: index, name: None, value: at.clone(), spread: false };
            if let Some(value) = self.special(node, &value, "__getitem__", &[arg]) {
                return value;
            }
        }
        let mut part = value.part(at.key().as_ref());
        if let Some(marks) = object.and_then(|object| self.item_elsewhere(node, object, &value, index, &at)) {
            part.marks.join(&marks);
        }
        if let Some(entry) = self.of_module(object) {
            let key = at.key().map_or(super::marks::ANY, |key| key.hash());
            part.marks.add(super::marks::Entry { path: super::marks::further(entry.path, key), ..entry });
        }
        if let (Konst::Str(text), Konst::Int(n)) = (&value.konst, &at.konst) {
            let len = i64::try_from(text.chars().count()).unwrap_or(0);
            let n = if *n < 0 { n + len } else { *n };
            let c = usize::try_from(n).ok().and_then(|n| text.chars().nth(n));
            part.konst = c.map_or(Konst::Unknown, |c| Konst::string(&c.to_string()));
        }
        let mut index_marks = at.all();
        // Whatever somebody else put into a field comes with the mark of that.
        let is_field = |e: &super::marks::Entry| match self.table.get(e.mark).origin {
            Origin::Field(_) => true,
            Origin::Param(_, RECEIVER) => e.path[0] != 0,
            _ => false,
        };
        if value.is_constant_table() || value.marks.iter().all(is_field) && value.holds_constants() {
            // Whichever element it is, it is ours.
            index_marks = Marks::default();
        }
        index_marks.clear(self.safe.indexes | self.safe.only_assignments);
        part.marks.join(&index_marks);
        part
    }
}
