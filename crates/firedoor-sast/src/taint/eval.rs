//! Expressions: their value, what rules say of them, and what they change.

use std::rc::Rc;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::fold;
use super::marks::{Marks, Origin};
use super::place::Place;
use super::run::{MAX_DEPTH, Run, field_key, is_this, join_env};
use super::value::{Key, Konst, Val};
use crate::rule::model::BySideEffect;
use crate::tree::{Const, Kind, NodeId, Role, Sym};

/// The variable that holds the marks of the flow of control (`control: true`).
const CONTROL: u64 = 1;

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

    fn eval_marked(&mut self, node: NodeId) -> Val {
        let (clean, within, within_sinks) = (self.clean, self.within.len(), self.within_sinks.len());
        let marks = self.at.remove(&node).unwrap_or_default();
        let mut sanitized = 0;
        for (rule, _, exact) in &marks.sanitizers {
            sanitized |= 1 << rule;
            if !exact {
                self.clean |= 1 << rule;
            }
        }
        for (rule, hit, exact) in &marks.sources {
            if !exact && !self.only_side_effect(*rule, *hit) {
                self.within.push((*rule, *hit));
            }
        }
        for (rule, hit, exact) in &marks.sinks {
            if !exact {
                self.within_sinks.push((*rule, *hit));
            }
        }
        let mut value = self.eval_inner(node);
        sanitized |= self.clean;
        // Sources.
        let mut sources: Vec<(u8, u32)> = self.within.clone();
        sources.extend(marks.sources.iter().filter(|(_, _, exact)| *exact).map(|(r, h, _)| (*r, *h)));
        for (rule, hit) in sources {
            if sanitized & (1 << rule) == 0 && !self.only_side_effect(rule, hit) {
                self.add_source(rule, hit, &mut value);
            }
        }
        for (rule, hit, _) in &marks.sources {
            let by_side_effect = self.source_spec(*rule, *hit).is_some_and(|s| s.by_side_effect != BySideEffect::No);
            if by_side_effect && let Some(place) = self.place(node) {
                let mut there = self.read(&place);
                self.add_source(*rule, *hit, &mut there);
                there.konst = Konst::Unknown;
                self.write(&place, there);
            }
        }
        // What other parts of the code give to this one, and what it gives to them.
        for (rule, hit) in &marks.to {
            self.given.insert((*rule, *hit), node);
            if let Some(taken) = self.taken.get(&(*rule, *hit)).cloned() {
                value.marks.join(&taken);
                self.propagate(*rule, *hit, node, &taken);
            }
        }
        if sanitized != 0 {
            self.sanitize(&mut value, sanitized);
        }
        for (rule, hit) in &marks.from {
            let taken = self.propagated(*rule, *hit, &value.all().only(1 << rule));
            if let Some(to) = self.given.get(&(*rule, *hit)).copied() {
                self.propagate(*rule, *hit, to, &taken);
            }
            self.taken.insert((*rule, *hit), taken);
        }
        for (rule, hit, _) in &marks.sanitizers {
            let spec = self.rules[usize::from(*rule)].sanitizers.get(*hit as usize);
            let by_side_effect = spec
                .and_then(|h| self.rules[usize::from(*rule)].spec.sanitizers.get(h.entry))
                .is_some_and(|s| s.by_side_effect);
            if by_side_effect && let Some(place) = self.place(node) {
                let mut there = self.read(&place);
                self.sanitize(&mut there, 1 << rule);
                self.write(&place, there);
            }
        }
        // Sinks.
        for (rule, hit, exact) in &marks.sinks {
            if *exact {
                let reached = self.reached(*rule, *hit, node, &value);
                self.record_sink(*rule, *hit, &reached);
            }
        }
        for n in 0..self.within_sinks.len() {
            let (rule, hit) = self.within_sinks[n];
            let all = value.all();
            self.record_sink(rule, hit, &all);
        }
        self.at.insert(node, marks);
        self.clean = clean;
        self.within.truncate(within);
        self.within_sinks.truncate(within_sinks);
        value
    }

    /// What counts as arriving at an exact sink: the value itself, or for a call without a focus its arguments.
    fn reached(&self, rule: u8, hit: u32, node: NodeId, value: &Val) -> Marks {
        let hits = &self.rules[usize::from(rule)];
        let has_focus =
            hits.sinks.get(hit as usize).and_then(|h| hits.spec.sinks.get(h.entry)).is_some_and(|s| s.has_focus);
        if !has_focus && self.last_call.0 == node {
            return self.last_call.1.clone();
        }
        value.all()
    }

    pub(super) fn record_sink(&mut self, rule: u8, hit: u32, reached: &Marks) {
        let mut marks = reached.only(1 << rule);
        if let Some(control) = self.look_up(CONTROL) {
            marks.join(&control.marks.only(1 << rule));
        }
        if marks.is_empty() || self.clean & (1 << rule) != 0 {
            return;
        }
        self.sinks.entry((rule, hit, self.func)).or_default().join(&marks);
    }

    fn only_side_effect(&self, rule: u8, hit: u32) -> bool {
        self.source_spec(rule, hit).is_some_and(|s| s.by_side_effect == BySideEffect::Only)
    }

    pub(super) fn add_source(&mut self, rule: u8, hit: u32, value: &mut Val) {
        let Some(spec) = self.source_spec(rule, hit) else { return };
        if let Some(requires) = &spec.requires
            && !self.requires_holds(&requires.expr, &value.all(), rule)
        {
            return;
        }
        let span = self.rules[usize::from(rule)].sources[hit as usize].span;
        let entry = self.entry(Origin::Source(Self::source_id(rule, hit)), None, 1 << rule, span);
        if spec.control {
            let place = Place { var: CONTROL, path: Vec::new() };
            let mut control = self.read(&place);
            control.marks.add(entry);
            self.write(&place, control);
            return;
        }
        value.marks.add(entry);
        // The parts of what comes from outside are from outside.
        if let Some(shape) = &mut value.shape
            && !shape.parts.is_empty()
        {
            for part in Rc::make_mut(shape).parts.values_mut() {
                part.marks.add(entry);
            }
        }
        // A literal that is a source (a key, a password) is still that literal.
    }

    pub(super) fn sanitize(&self, value: &mut Val, mask: u64) {
        value.marks.clear(mask);
        if let Some(shape) = &mut value.shape
            && !shape.parts.is_empty()
        {
            for part in Rc::make_mut(shape).parts.values_mut() {
                part.marks.clear(mask);
            }
        }
    }

    /// What a propagator passes on of what it takes.
    fn propagated(&mut self, rule: u8, hit: u32, marks: &Marks) -> Marks {
        let hits = &self.rules[usize::from(rule)];
        let Some(spec) = hits.propagators.get(hit as usize).and_then(|h| hits.spec.propagators.get(h.entry)) else {
            return Marks::default();
        };
        if let Some(requires) = &spec.requires
            && !self.requires_holds(&requires.expr, marks, rule)
        {
            return Marks::default();
        }
        let Some(label) = &spec.label else { return marks.clone() };
        let number = self.labels.iter().position(|l| l == label).and_then(|n| u16::try_from(n).ok());
        let mut out = Marks::default();
        for entry in marks.iter() {
            let mut mark = self.table.get(entry.mark);
            let one = {
                let mut one = Marks::default();
                one.add(*entry);
                one
            };
            let replaced = match &spec.replace_labels {
                None => true,
                Some(list) => self.labels_of(&one, rule).iter().any(|l| list.contains(l)),
            };
            if replaced {
                mark.label = number;
            }
            let mark = self.table.number(mark);
            out.add(super::marks::Entry { mark, ..*entry });
        }
        out
    }

    fn propagate(&mut self, rule: u8, hit: u32, to: NodeId, marks: &Marks) {
        let hits = &self.rules[usize::from(rule)];
        let spec = hits.propagators.get(hit as usize).and_then(|h| hits.spec.propagators.get(h.entry));
        if marks.is_empty() || !spec.is_some_and(|s| s.by_side_effect) {
            return;
        }
        if let Some(place) = self.place(to) {
            let mut there = self.read(&place);
            let mut marks = marks.clone();
            marks.through(self.tree.node(to).span, &mut self.steps);
            there.add_anywhere(&Val::marked(marks));
            self.write(&place, there);
        }
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
            Some(Const::AnyStr) | None => Konst::Unknown,
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

    fn eval_inner(&mut self, node: NodeId) -> Val {
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
                    self.assign(left, value.clone());
                }
                value
            }
            Kind::AugAssign => self.aug_assign(node),
            Kind::VarDef => {
                let value = self.tree.child(node, Role::Value).map(|n| self.eval(n));
                self.define(node, value.clone());
                value.unwrap_or_default()
            }
            Kind::Call => self.eval_call(node),
            Kind::New => self.eval_new(node),
            Kind::Array | Kind::Tuple | Kind::Set => self.list(node),
            Kind::Dict | Kind::Object => self.dict(node),
            Kind::FuncDef if self.stands_alone(node) => self.exec_value(node),
            // What it gives is not what it is.
            Kind::Lambda | Kind::FuncDef => Val { marks: Marks::default(), ..self.function_value(node) },
            Kind::Yield => {
                let value = self.tree.first_child(node).map(|n| self.eval(n)).unwrap_or_default();
                if self.traits.integer_division && self.traits.fall_through {
                    // Java: the value of a switch.
                    if let Some(outer) = self.loops.iter_mut().rev().find(|l| l.is_switch) {
                        outer.value.join(&value);
                    }
                    self.jump(true);
                    return value;
                }
                self.yields(&value);
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
        let def = self.tree.def_of.get(&node)?;
        self.is_field(*def).then(|| Key::Name(self.text(node).into()))
    }

    fn identifier(&mut self, node: NodeId) -> Val {
        if let Some(key) = self.own_field(node)
            && let Some(this) = self.look_up(Sym::new("this").0)
            && this.shape.as_ref().is_some_and(|s| s.parts.contains_key(&key))
        {
            return this.part(Some(&key));
        }
        match self.look_up(self.var(node)) {
            // What another method left in the field is not seen here.
            Some(value) if self.own_field(node).is_some() => {
                let mut value = value.clone();
                if let (Some(class), Konst::Unknown | Konst::Null, false) =
                    (self.class, &value.konst, self.own_is_known())
                {
                    let key = field_key(class, self.tree.node(node).sym);
                    let entry = self.entry(Origin::Field(key), None, u64::MAX, self.span(node));
                    value.marks.add(entry);
                }
                value
            }
            Some(value) => value.clone(),
            // A bare name that is no variable calls the method of that name (Ruby).
            None if self.traits.appends
                && !self.tree.def_of.contains_key(&node)
                && self.by_name.contains_key(&self.tree.node(node).sym) =>
            {
                let name = self.tree.node(node).sym;
                let callee =
                    super::run::Callee { name, class: None, bare: true, new: false, module: None, property: None };
                self.unknown(node, callee, Marks::default(), &[], true)
            }
            None => {
                let mut value = Val::of(self.known(node));
                // The name of a function is a value that may be called.
                if let Some([func]) = self.by_name.get(&self.tree.node(node).sym).map(Vec::as_slice)
                    && self.funcs[*func as usize].class.is_none()
                {
                    value.func = Some(Rc::new(super::value::Closure { func: *func, env: None }));
                }
                // A bare name may be a field of the class around.
                if let Some(class) = self.class
                    && self.tree.def_of.get(&node).is_none_or(|d| self.is_field(*d))
                {
                    let key = field_key(class, self.tree.node(node).sym);
                    value.class = self.field_classes.get(&key).copied();
                    if value.konst == Konst::Unknown && !self.own_is_known() {
                        let entry = self.entry(Origin::Field(key), None, u64::MAX, self.span(node));
                        value.marks.add(entry);
                    }
                }
                value
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

    /// A text; as an argument of a macro it names variables: `format!("{name:?}")`.
    fn format_text(&mut self, node: NodeId) -> Val {
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
                value.konst = Konst::Unknown;
            }
        }
        value
    }

    fn template(&mut self, node: NodeId) -> Val {
        let mut text = Some(String::new());
        let mut marks = Marks::default();
        let children: Vec<NodeId> = self.tree.children(node).collect();
        for child in children {
            let value = self.eval(child);
            marks.join(&value.all());
            text = match (text, fold::text(&value.konst)) {
                (Some(a), Some(b)) => Some(a + &b),
                _ => None,
            };
        }
        let konst = text.map_or(Konst::Unknown, |t| Konst::string(&t));
        Val { marks, konst, ..Val::default() }
    }

    fn member(&mut self, node: NodeId) -> Val {
        let (Some(object), Some(name)) = (self.tree.child(node, Role::Object), self.tree.child(node, Role::Name))
        else {
            return Val::default();
        };
        let value = self.eval(object);
        let name_text = self.text(name);
        if self.text(object) == "Boolean" && matches!(name_text, "TRUE" | "FALSE") {
            return Val::of(Konst::Bool(name_text == "TRUE"));
        }
        let key = Key::Name(name_text.into());
        let here = value.shape.as_ref().is_some_and(|s| s.parts.contains_key(&key));
        if !here && let Some(value) = self.property(node, &value, self.tree.node(name).sym) {
            return value;
        }
        let mut part = value.part(Some(&key));
        if !value.shape.as_ref().is_some_and(|s| s.parts.contains_key(&key)) {
            part.marks.clear(self.safe.only_assignments);
        }
        if name_text == "length" {
            part.marks.clear(self.safe.numbers);
        }
        if is_this(self.text(object)) && self.tree.kind(object) == Kind::Ident {
            let known = (value.shape.as_ref())
                .is_some_and(|s| value.exact && s.closed || s.parts.contains_key(&Key::Name(name_text.into())));
            if !known && let Some(class) = self.class {
                let key = field_key(class, self.tree.node(name).sym);
                part.class = self.field_classes.get(&key).copied();
                let entry = self.entry(Origin::Field(key), None, u64::MAX, self.span(node));
                part.marks.add(entry);
            }
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
        if self.tree.kind(index) == Kind::Slice
            && let Some(part) = self.slice(&value, index)
        {
            return part;
        }
        let at = self.eval(index);
        let mut part = value.part(at.konst.key().as_ref());
        if let (Konst::Str(text), Konst::Int(n)) = (&value.konst, &at.konst) {
            let len = i64::try_from(text.chars().count()).unwrap_or(0);
            let n = if *n < 0 { n + len } else { *n };
            let c = usize::try_from(n).ok().and_then(|n| text.chars().nth(n));
            part.konst = c.map_or(Konst::Unknown, |c| Konst::string(&c.to_string()));
        }
        let mut index_marks = at.all();
        if value.is_constant_table() {
            // Whichever element it is, it is ours.
            index_marks = Marks::default();
        }
        index_marks.clear(self.safe.indexes | self.safe.only_assignments);
        part.marks.join(&index_marks);
        part
    }

    /// `items[1:]` of a list of which all elements are known.
    fn slice(&self, value: &Val, slice: NodeId) -> Option<Val> {
        let shape = value.shape.as_ref()?;
        let len = shape.len?;
        let (from, to) = self.text(slice).split_once(':')?;
        let bound = |text: &str, or: i64| match text.trim() {
            "" => Some(or),
            text => text.parse::<i64>().ok().map(|n| if n < 0 { (n + len).max(0) } else { n.min(len) }),
        };
        let (from, to) = (bound(from, 0)?, bound(to, len)?);
        let mut out = Val::empty(true);
        out.marks = value.marks.clone();
        (from..to).for_each(|n| out.push(value.part(Some(&Key::Index(n)))));
        Some(out)
    }

    /// Whether a constant counts as true.
    pub(super) fn truth(&self, konst: &Konst) -> Option<bool> {
        match konst {
            Konst::Str(s) if self.traits.truthy_values => Some(!s.is_empty()),
            Konst::Int(n) if self.traits.truthy_values => Some(*n != 0),
            Konst::Null if self.traits.truthy_values => Some(false),
            other => other.truth(),
        }
    }

    /// Long chains lean to the left; they are walked without recursion.
    fn binary(&mut self, node: NodeId) -> Val {
        let mut spine = vec![node];
        let mut at = node;
        while let Some(left) = self.tree.child(at, Role::Left).or_else(|| self.tree.first_child(at)) {
            if self.tree.kind(left) != Kind::Binary || self.at.contains_key(&left) || !self.within.is_empty() {
                break;
            }
            spine.push(left);
            at = left;
        }
        let mut operands = self.tree.children(at).filter(|n| self.tree.node(*n).role != Role::Op);
        let first = operands.next();
        drop(operands);
        let target = first;
        let mut value = first.map(|n| self.eval(n)).unwrap_or_default();
        while let Some(op_node) = spine.pop() {
            let op = self.operator(op_node);
            let rest: Vec<NodeId> =
                self.tree.children(op_node).filter(|n| self.tree.node(*n).role != Role::Op).skip(1).collect();
            for right in rest {
                value = self.operate(op, value, right);
            }
            // `text << more` of Ruby changes the text.
            if op == "<<"
                && self.traits.appends
                && let Some(place) = target.and_then(|n| self.place(n))
            {
                let mut there = self.read(&place);
                there.add_anywhere(&value);
                there.konst = Konst::Unknown;
                self.write(&place, there);
            }
        }
        value
    }

    fn operate(&mut self, op: &'static str, left: Val, right: NodeId) -> Val {
        // The right side may never be reached.
        let decided = match (op, self.truth(&left.konst)) {
            ("&&" | "and", Some(false)) | ("||" | "or", Some(true)) => true,
            ("??", _) => !matches!(left.konst, Konst::Unknown | Konst::Null),
            _ => false,
        };
        if decided {
            return left;
        }
        let short = matches!(op, "&&" | "and" | "||" | "or" | "??" | "?:");
        let before = if short { self.env.clone() } else { None };
        let right = self.eval(right);
        if short {
            self.env = join_env(self.env.take(), before);
        }
        let konst = fold::binary(op, &left.konst, &right.konst, self.traits.integer_division);
        if op == "+"
            && let (Some(a), Some(_)) =
                (left.shape.as_ref().and_then(|s| s.len), right.shape.as_ref().and_then(|s| s.len))
        {
            // Lists put together.
            let mut list = left;
            let count = right.shape.as_ref().and_then(|s| s.len).unwrap_or(0);
            debug_assert!(a >= 0);
            (0..count).for_each(|n| list.push(right.part(Some(&Key::Index(n)))));
            return list;
        }
        let mut marks = left.all();
        marks.join(&right.all());
        let boolean = matches!(
            op,
            "==" | "!="
                | "==="
                | "!=="
                | "<"
                | ">"
                | "<="
                | ">="
                | "in"
                | "not in"
                | "is"
                | "is not"
                | "instanceof"
                | "=~"
                | "!~"
                | "<>"
        );
        if boolean {
            marks.clear(self.safe.comparisons | self.safe.booleans);
        }
        marks.clear(self.safe.only_assignments);
        let number = |k: &Konst| matches!(k, Konst::Int(_) | Konst::Float(_));
        let text = |k: &Konst| matches!(k, Konst::Str(_));
        let arithmetic =
            matches!(op, "-" | "*" | "/" | "//" | "**" | "%" | "&" | "|" | "^" | "<<" | ">>") && !text(&left.konst);
        let sum =
            op == "+" && (number(&left.konst) && !text(&right.konst) || number(&right.konst) && !text(&left.konst));
        if number(&konst) || arithmetic || sum {
            marks.clear(self.safe.numbers);
        }
        let shape = match op {
            // `a || b` is one of them.
            "||" | "or" | "??" | "?:" | "&&" | "and" => {
                let mut either = left;
                either.join(&right);
                either.shape
            }
            _ => None,
        };
        Val { marks, konst, shape, ..Val::default() }
    }

    fn unary(&mut self, node: NodeId) -> Val {
        let inner = self.tree.child(node, Role::Value).or_else(|| self.tree.first_child(node));
        let Some(inner) = inner else { return Val::default() };
        let value = self.eval(inner);
        let op = self.operator(node);
        let konst = fold::unary(op, &value.konst);
        let text = self.text(node);
        if text.starts_with("++") || text.ends_with("++") || text.starts_with("--") || text.ends_with("--") {
            let step = if text.contains("++") { "+" } else { "-" };
            let next = fold::binary(step, &value.konst, &Konst::Int(1), true);
            if let Some(place) = self.place(inner) {
                self.write(&place, Val { konst: next, ..value.clone() });
            }
        }
        let mut marks = value.marks;
        if matches!(op, "!" | "not") {
            marks.clear(self.safe.booleans);
        }
        Val { marks, konst, ..Val::default() }
    }

    fn ternary(&mut self, node: NodeId) -> Val {
        let part = |role| self.tree.child(node, role);
        let (condition, then, otherwise) = (part(Role::Cond), part(Role::Then), part(Role::Else));
        let test = condition.map(|n| self.eval(n)).unwrap_or_default();
        match self.truth(&test.konst) {
            Some(true) => then.map(|n| self.eval(n)).unwrap_or_default(),
            Some(false) => otherwise.map(|n| self.eval(n)).unwrap_or_default(),
            None => {
                let before = self.env.clone();
                let mut value = then.map(|n| self.eval(n)).unwrap_or_default();
                let after = std::mem::replace(&mut self.env, before);
                let other = otherwise.map(|n| self.eval(n)).unwrap_or_default();
                self.env = join_env(after, self.env.take());
                value.join(&other);
                value
            }
        }
    }

    fn aug_assign(&mut self, node: NodeId) -> Val {
        let (Some(left), Some(right)) = (self.tree.child(node, Role::Left), self.tree.child(node, Role::Right)) else {
            return Val::default();
        };
        let old = self.eval(left);
        let new = self.eval(right);
        let op = self.operator(node);
        let konst = fold::binary(op.trim_end_matches('='), &old.konst, &new.konst, self.traits.integer_division);
        let mut value = if old.shape.is_some() && matches!(op, "+=" | "<<=") {
            let mut value = old;
            value.add_anywhere(&new);
            value
        } else {
            let mut marks = old.marks;
            marks.join(&new.all());
            Val { marks, ..Val::default() }
        };
        value.konst = konst;
        self.assign(left, value.clone());
        value
    }
}
