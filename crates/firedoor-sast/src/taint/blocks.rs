//! What calls of Ruby do without saying it: blocks that are handed on, `super` with the arguments at hand, classes that make
//! objects of themselves, and arguments that go on as they came: `def self.call(...) = new(...).call`.

use super::call::Arg;
use super::kept::Callee;
use super::literal::element;
use super::run::Run;
use super::value::{Key, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

/// What makes classes, and no objects of them.
const MAKERS: [&str; 4] = ["Struct", "Data", "Class", "Module"];

impl Run<'_> {
    /// `...` among parameters or arguments.
    pub(super) fn is_forwarded(&self, node: NodeId) -> bool {
        self.traits.appends && self.tree.kind(node) == Kind::Other && self.text(node) == "..."
    }

    /// Whether a parameter takes all that is left.
    pub(super) fn is_rest(&self, param: NodeId) -> bool {
        matches!(self.tree.kind(param), Kind::RestParam | Kind::HashParam) || self.is_forwarded(param)
    }

    /// The variable of `...`.
    fn forwarded() -> u64 {
        Sym::new("...").0
    }

    pub(super) fn keep_forwarded(&mut self, value: Val) {
        if let Some(env) = &mut self.env {
            std::rc::Rc::make_mut(env).insert(Self::forwarded(), value);
        }
    }

    /// `&block`, `&method(:show)`, `&:name`, `...` as arguments.
    pub(super) fn handed_on(&mut self, arg: NodeId) -> Option<Val> {
        if !self.traits.appends || self.tree.kind(arg) != Kind::Other {
            return None;
        }
        if self.is_forwarded(arg) {
            return Some(self.look_up(Self::forwarded()).cloned().unwrap_or_default());
        }
        let inner = self.tree.first_child(arg).filter(|_| self.text(arg).starts_with('&'))?;
        Some(self.eval(inner))
    }

    /// `rows.map(&:name)`: what the method of that name gives of each element.
    pub(super) fn each_by_name(&mut self, arg: NodeId, object: &Val) -> Option<Val> {
        if let Some(part) = self.field_by_reference(arg, object) {
            return Some(part);
        }
        let name = self.tree.first_child(arg).filter(|n| self.traits.appends && self.tree.kind(*n) == Kind::Atom)?;
        if self.tree.kind(arg) != Kind::Other {
            return None;
        }
        let one = element(object);
        let name = Sym::new(self.text(name).trim_start_matches(':'));
        let class = one.class.filter(|c| self.classes.contains_key(c))?;
        let targets = self.methods(class, one.exact, name, &[]);
        let key = Key::Name(self.text(self.tree.first_child(arg)?).trim_start_matches(':').into());
        if targets.is_empty() && one.shape.as_ref().is_some_and(|s| s.parts.contains_key(&key)) {
            return Some(one.part(Some(&key)));
        }
        self.call_any(arg, &targets, &[], Some(one)).map(|outcome| outcome.ret)
    }

    /// A block behind a call: what it makes of the elements; a function or class of the file gets the block itself
    /// (Kotlin).
    pub(super) fn block_given(&mut self, block: NodeId, object: &Val, name: Sym) -> Val {
        let mut value = self.inline_function(block, &vec![element(object); 3]);
        let of_file = self.classes.contains_key(&name.0) || self.by_name.contains_key(&name);
        if self.traits.extensions
            && of_file
            && object.class.is_none_or(|c| self.classes.contains_key(&c))
            && let Some(func) = self.func_at.get(&block).copied()
        {
            value.func = Some(self.closure(func, self.env.clone()));
        }
        value
    }

    /// Whether an argument says what becomes of each element: a function, or a field or method of the file that it names.
    pub(super) fn makes_element(&self, effect: super::library::Effect, object: &Val, arg: &Arg) -> bool {
        if arg.value.func.is_some() || effect != super::library::Effect::Map {
            return arg.value.func.is_some();
        }
        if !self.traits.appends {
            return self.field_by_reference(arg.node, object).is_some();
        }
        let name = self.tree.first_child(arg.node).filter(|_| self.is_field_reference(arg.node));
        let one = element(object);
        let (Some(name), Some(class)) = (name, one.class.filter(|c| self.classes.contains_key(c))) else {
            return false;
        };
        let name = self.text(name).trim_start_matches(':');
        !self.methods(class, one.exact, Sym::new(name), &[]).is_empty()
            || one.shape.as_ref().is_some_and(|s| s.parts.contains_key(&Key::Name(name.into())))
    }

    /// `Pair::key`, `&:name`
    fn is_field_reference(&self, arg: NodeId) -> bool {
        self.tree.kind(arg) == Kind::Other
            && (self.traits.appends && self.text(arg).starts_with("&:")
                || self.traits.fall_through && self.text(arg).contains("::") && !self.traits.must_import)
    }

    /// `Pair::key` of a record: that field of each element.
    fn field_by_reference(&self, arg: NodeId, object: &Val) -> Option<Val> {
        if self.traits.appends || !self.is_field_reference(arg) {
            return None;
        }
        let name = self.tree.children(arg).nth(1)?;
        let shape = object.shape.as_ref().filter(|s| s.closed && s.len.is_some() && object.marks.is_empty())?;
        let key = Key::Name(self.text(name).into());
        let mut all: Option<Val> = None;
        for element in shape.parts.values() {
            let part = element.shape.as_ref()?.parts.get(&key)?;
            match &mut all {
                Some(all) => all.join(part),
                None => all = Some(part.clone()),
            }
        }
        all
    }

    /// `super` alone: the method above, with what came.
    pub(super) fn same_above(&mut self, node: NodeId) -> Option<Val> {
        if !self.traits.appends || self.text(node) != "super" {
            return None;
        }
        let func = self.method_at_hand()?;
        let info = self.funcs.get(func as usize)?.clone();
        let class = info.class?;
        let given = |run: &Self, param: NodeId| {
            let name = run.param_name(param)?;
            let value = run.look_up(run.var(name)).cloned().unwrap_or_default();
            let spread = run.is_rest(param);
            Some(Arg { node: name, name: None, value, spread })
        };
        let args: Vec<Arg> = info.params.iter().filter_map(|p| given(self, *p)).collect();
        let bases = self.classes.get(&class).map(|c| c.bases.clone()).unwrap_or_default();
        let targets = bases.iter().map(|b| self.methods(*b, true, info.name, &args)).find(|f| !f.is_empty());
        let this = self.own_self();
        if let Some(outcome) = targets.and_then(|targets| self.call_any(node, &targets, &args, this.clone())) {
            if let Some(left) = outcome.this {
                self.set_self(left);
            }
            return Some(outcome.ret);
        }
        let callee = Callee { class: Some(class), bare: false, up: true, ..Callee::bare(info.name) };
        let this = this.unwrap_or_default();
        Some(self.unknown(node, callee, Some((node, &this)), &args, false))
    }

    /// The method that is being interpreted, whatever blocks stand in it.
    fn method_at_hand(&self) -> Option<u32> {
        let is_method = |f: &u32| self.funcs.get(*f as usize).is_some_and(|i| self.tree.kind(i.node) == Kind::FuncDef);
        self.frames.iter().rev().map(|f| f.func).chain([self.func]).find(is_method)
    }

    /// `new(…)` in a method of a class: an object of the class that this was called on.
    pub(super) fn new_of_own(&mut self, node: NodeId, args: &[Arg]) -> Option<Val> {
        let of = self.frames.iter().rev().find_map(|f| f.of);
        let class = of.or(self.class).filter(|_| self.traits.appends)?;
        let mut made = self.construct(node, class, args)?;
        // It may as well be one of those below.
        made.exact &= of.is_some();
        Some(made)
    }

    /// `Store.new(x)` of a class in another file.
    pub(super) fn new_elsewhere(&mut self, node: NodeId, object: NodeId, value: &Val, args: &[Arg]) -> Option<Val> {
        let is_name = matches!(self.tree.kind(object), Kind::Ident | Kind::Member);
        let text = self.text(object);
        if !is_name || value.class.is_some() || !text.starts_with(|c: char| c.is_uppercase()) || MAKERS.contains(&text)
        {
            return None;
        }
        let class = self.last_name(object);
        if self.classes.contains_key(&class.0) || super::library::function(class).is_some() {
            return None;
        }
        let made = self.unknown(node, Callee::new(class, class.0), None, args, false);
        Some(Val { class: Some(class.0), exact: true, ..made })
    }

    /// `yield x`: the block that came with the call gets it.
    pub(super) fn yield_to_block(&mut self, node: NodeId) -> Val {
        let list = self.tree.first_child(node);
        let nodes: Vec<NodeId> = match list {
            Some(list) if self.tree.kind(list) == Kind::Args => self.tree.children(list).collect(),
            other => other.into_iter().collect(),
        };
        let args: Vec<Arg> =
            (nodes.into_iter()).map(|node| Arg { node, name: None, value: self.eval(node), spread: false }).collect();
        // Blocks within the method have none of their own.
        let of_method = |f: &&super::inline::Frame| {
            f.block.is_some() || self.tree.kind(self.funcs[f.func as usize].node) == Kind::FuncDef
        };
        let block = self.frames.iter().rev().find(of_method).and_then(|f| f.block.clone());
        block.and_then(|block| self.call_closure(node, &block, &args)).unwrap_or_default()
    }

    /// The block that comes with a call as its last argument.
    pub(super) fn is_block(&self, arg: NodeId) -> bool {
        self.traits.appends
            && (self.tree.kind(arg) == Kind::Lambda
                || self.tree.kind(arg) == Kind::Other && self.text(arg).starts_with('&'))
    }

    /// What another object gives in the place of this one: `delegate :name, to: :profile`.
    pub(super) fn by_delegate(&mut self, node: NodeId, object: &Val, name: NodeId) -> Option<Val> {
        let to = self.delegated(object.class?, self.tree.node(name).sym)?;
        let text = self.text(to).trim_start_matches([':', '@']);
        let inner = self.property(node, object, Sym::new(text));
        let inner = inner.unwrap_or_else(|| object.part(Some(&Key::Name(text.into()))));
        let given = self.property(node, &inner, self.tree.node(name).sym);
        Some(given.unwrap_or_else(|| inner.part(Some(&Key::Name(self.text(name).into())))))
    }

    /// The name of the object to which a class hands on a method.
    fn delegated(&self, class: u64, name: Sym) -> Option<NodeId> {
        let node = self.classes.get(&class).filter(|_| self.traits.appends)?.node;
        let body = self.tree.children(node).find(|n| self.tree.kind(*n) == Kind::ClassBody)?;
        let is_name =
            |n: NodeId| self.tree.kind(n) == Kind::Atom && Sym::new(self.text(n).trim_start_matches(':')) == name;
        for call in self.tree.children(body).filter(|n| self.tree.kind(*n) == Kind::Call) {
            let (Some(callee), Some(list)) = (self.tree.child(call, Role::Callee), self.tree.child(call, Role::Args))
            else {
                continue;
            };
            let args: Vec<NodeId> = self.tree.children(list).collect();
            let to = match (self.text(callee), &args[..]) {
                ("delegate", [names @ .., to]) if names.iter().any(|n| is_name(*n)) => {
                    self.tree.child(*to, Role::Value).filter(|_| self.text(*to).starts_with("to:"))
                }
                ("def_delegators", [to, names @ ..]) if names.iter().any(|n| is_name(*n)) => Some(*to),
                ("def_delegator", [to, one]) if is_name(*one) => Some(*to),
                _ => None,
            };
            if let Some(to) = to.filter(|n| self.tree.kind(*n) == Kind::Atom) {
                return Some(to);
            }
        }
        None
    }
}
