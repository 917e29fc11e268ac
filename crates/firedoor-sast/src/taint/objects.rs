//! Objects of the file's classes: which methods and constructors a call means, and what an object holds once it is made.

use std::rc::Rc;

use super::call::Arg;
use super::inline::{CONSTRUCTORS, MAX_BASES, MAX_SETUPS};
use super::kept::Callee;
use super::marks::{Entry, Mark, Marks, Origin, RECEIVER};
use super::run::Run;
use super::value::{Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

impl Run<'_> {
    /// The methods of a class by that name: its own or inherited ones, and where the class is only declared, those
    /// that override them.
    pub(super) fn methods(&self, class: u64, exact: bool, name: Sym, args: &[Arg]) -> Vec<u32> {
        let Some(all) = self.by_name.get(&name) else { return Vec::new() };
        let of = |class: u64| -> Vec<u32> {
            let own: Vec<u32> =
                self.own_methods.of(class, name).filter(|n| self.fits(&self.funcs[*n as usize], args)).collect();
            let same: Vec<u32> =
                own.iter().copied().filter(|n| self.funcs[*n as usize].params.len() == args.len()).collect();
            if same.is_empty() { own } else { same }
        };
        let mut out = Vec::new();
        let mut level = vec![class];
        for _ in 0..MAX_BASES {
            out = level.iter().flat_map(|c| of(*c)).collect();
            if !out.is_empty() {
                break;
            }
            level = level.iter().filter_map(|c| self.classes.get(c)).flat_map(|c| c.bases.iter().copied()).collect();
            if level.is_empty() {
                break;
            }
        }
        if out.is_empty() && self.traits.channels && self.classes.contains_key(&class) {
            // What an interface declares, whichever type has it.
            out = all.iter().copied().filter(|n| self.funcs[*n as usize].class.is_some()).collect();
            out.retain(|n| self.funcs[*n as usize].params.len() == args.len());
        }
        if !exact {
            for below in self.below.of(class, MAX_BASES).into_iter().filter(|c| self.is_below(*c, class)) {
                out.extend(of(below));
            }
        }
        out.sort_unstable();
        out.dedup();
        out
    }

    pub(super) fn class_around(&self, node: NodeId) -> Option<u64> {
        let class = self.tree.ancestors(node).find(|n| {
            self.tree.kind(*n) == Kind::ClassDef
                && (!self.traits.extensions || self.tree.child(*n, Role::Name).is_some())
        })?;
        self.tree.child(class, Role::Name).map(|n| self.tree.node(n).sym.0)
    }

    /// Whether a method only says that those below may have one: `pass`, `raise NotImplementedError`.
    pub(super) fn does_nothing(&self, func: u32) -> bool {
        let body = self.tree.child(self.funcs[func as usize].node, Role::Body).filter(|_| self.traits.must_import);
        let Some(body) = body else { return false };
        let mut statements = self.tree.children(body).filter(|n| {
            let text = |n: NodeId| self.tree.first_child(n).is_some_and(|n| self.tree.kind(n) == Kind::Str);
            !(self.tree.kind(*n) == Kind::ExprStmt && text(*n))
        });
        match (statements.next(), statements.next()) {
            (None, _) => true,
            (Some(one), None) => {
                let text = self.text(one);
                matches!(text, "pass" | "..." | "return") || text.contains("NotImplemented") || text.contains("must be")
            }
            _ => false,
        }
    }

    pub(super) fn is_below(&self, class: u64, above: u64) -> bool {
        let mut level = vec![class];
        for _ in 0..MAX_BASES {
            level = level.iter().filter_map(|c| self.classes.get(c)).flat_map(|c| c.bases.iter().copied()).collect();
            if level.contains(&above) {
                return true;
            }
            if level.is_empty() || level.len() > 32 {
                return false;
            }
        }
        false
    }

    pub(super) fn constructors(&self, class: u64, args: &[Arg]) -> Vec<u32> {
        let all = self.constructors.get(&class).map_or(&[][..], Vec::as_slice);
        let own: Vec<u32> = all.iter().copied().filter(|n| self.fits(&self.funcs[*n as usize], args)).collect();
        let same: Vec<u32> =
            own.iter().copied().filter(|n| self.funcs[*n as usize].params.len() == args.len()).collect();
        if same.is_empty() { own } else { same }
    }

    /// Finds the constructors of each class.
    pub(super) fn find_constructors(&mut self) {
        let names = CONSTRUCTORS.map(Sym::new);
        for (nth, func) in (0..).zip(&self.funcs).skip(1) {
            if let Some(class) = func.class
                && (func.name.0 == class || names.contains(&func.name))
            {
                self.constructors.entry(class).or_default().push(nth);
            }
        }
    }

    /// A class as a value, where its name is one: it may be kept in a table and called there.
    pub(super) fn class_value(&self, name: NodeId) -> Konst {
        let sym = self.tree.node(name).sym;
        let is_one = self.traits.must_import
            && !self.functions_are_global
            && self.tree.node(name).role != Role::Callee
            && self.classes.contains_key(&sym.0);
        if is_one { Konst::Class(sym.0) } else { Konst::Unknown }
    }

    /// A call of a value that is no function: a new object of a class, or what an object does when it is called.
    pub(super) fn call_object(&mut self, node: NodeId, object: &Val, args: &[Arg]) -> Option<Val> {
        match object.konst {
            Konst::Class(class) => self.construct(node, class, args),
            _ => object.class.and_then(|_| self.special(node, object, "__call__", args)),
        }
    }

    /// A new object of a class of the file.
    pub(super) fn construct(&mut self, node: NodeId, class: u64, args: &[Arg]) -> Option<Val> {
        let mut made = self.constructed(node, class, args)?;
        made.made = self.table.number(Mark { origin: Origin::Object(class), label: None }) + 1;
        Some(made)
    }

    fn constructed(&mut self, node: NodeId, class: u64, args: &[Arg]) -> Option<Val> {
        let info = self.classes.get(&class)?;
        let class_node = info.node;
        let is_enum =
            |base: &u64| ["Enum", "IntEnum", "StrEnum", "Flag", "IntFlag"].iter().any(|e| Sym::new(e).0 == *base);
        if self.traits.explicit_self && info.bases.iter().any(is_enum) {
            // One of its constants, or an exception.
            return Some(Val { class: Some(class), ..Val::default() });
        }
        let mut above = Vec::new();
        let mut at = info;
        let mut whole = true;
        for _ in 0..MAX_BASES {
            let Some(base) = at.bases.first() else { break };
            match self.classes.get(base) {
                Some(next) => {
                    above.push(*base);
                    at = next;
                }
                None => {
                    whole = false;
                    break;
                }
            }
        }
        let chain: Vec<u64> = above.iter().rev().copied().chain([class]).collect();
        let mut this = self.set_up(class, &chain);
        let mut ctor = self.constructors(class, args);
        for base in above {
            if ctor.is_empty() {
                ctor = self.constructors(base, args);
            }
        }
        if ctor.is_empty() {
            let fields: Vec<String> = self.record_fields(class_node).into_iter().map(str::to_owned).collect();
            if args.is_empty() {
                return Some(self.after_fields(node, class, this));
            }
            if !fields.is_empty() || args.iter().all(|a| a.name.is_some()) {
                for (at, arg) in args.iter().enumerate() {
                    let name = match arg.name {
                        Some(_) => self.tree.child(arg.node, Role::Name).map(|n| self.text(n)),
                        None => fields.get(at).map(String::as_str),
                    };
                    match name {
                        Some(name) => {
                            let name = name.to_owned();
                            if self.traits.extensions && !arg.value.marks.is_empty() {
                                // Objects within this one read it by its name.
                                self.store(class, super::run::field_key(class, Sym::new(&name)), &arg.value);
                            }
                            this.set(Key::Name(name.as_str().into()), arg.value.clone());
                        }
                        None => this.add_anywhere(&arg.value),
                    }
                }
                self.checked_fields(class_node, &fields, &mut this);
                return Some(self.after_fields(node, class, this));
            }
            if whole {
                // An anonymous class, or a constructor that cannot be seen: the object holds what it was given.
                args.iter().for_each(|a| this.add_anywhere(&a.value));
                return Some(this);
            }
            // The constructor is that of a class in another file.
            let value = self.unknown(node, Callee::new(Sym(class), class), None, args, false);
            this.add_anywhere(&value);
            return Some(this);
        }
        let outcome = self.call_any(node, &ctor, args, Some(this))?;
        let mut made = outcome.this?;
        (made.class, made.exact) = (Some(class), true);
        Some(made)
    }

    /// The object of a method that is looked at by itself is whatever its callers call it on.
    pub(super) fn own_object(&mut self, func: u32, info: &super::run::Func) {
        let says = |n: NodeId| {
            matches!(self.tree.kind(n), Kind::Modifier | Kind::Annotation)
                && ["static", "classmethod"].iter().any(|word| self.text(n).contains(word))
        };
        let around = self.tree.children(self.tree.node(info.node).parent).take_while(|n| *n < info.node);
        if info.class.is_none()
            || self.traits.explicit_self && info.own.is_none()
            || self.tree.children(info.node).chain(around.take(8)).any(says)
        {
            return;
        }
        let key = self.self_key(func);
        let mark = self.table.number(Mark { origin: Origin::Param(func, RECEIVER), label: None });
        let mut marks = Marks::default();
        marks.add(Entry { mark, path: [0; 2], mask: u64::MAX, step: 0 });
        let value = Val { class: info.class, ..Val::marked(marks) };
        if let Some(env) = &mut self.env {
            Rc::make_mut(env).insert(key, value);
        }
    }

    /// What a data class does when its fields are set (`__post_init__`).
    fn after_fields(&mut self, node: NodeId, class: u64, this: Val) -> Val {
        if !self.traits.explicit_self {
            return this;
        }
        let targets = self.methods(class, true, Sym::new("__post_init__"), &[]);
        let outcome = self.call_any(node, &targets, &[], Some(this.clone()));
        outcome.and_then(|outcome| outcome.this).unwrap_or(this)
    }

    /// Whether a call makes an exception of the language itself.
    pub(super) fn is_exception(&self, bare: bool, class: Sym) -> bool {
        const NAMES: [&str; 12] = [
            "Exception",
            "ValueError",
            "KeyError",
            "RuntimeError",
            "TypeError",
            "LookupError",
            "IndexError",
            "OSError",
            "IOError",
            "AttributeError",
            "PermissionError",
            "NotImplementedError",
        ];
        self.traits.explicit_self
            && bare
            && NAMES.iter().any(|name| Sym::new(name) == class)
            && !self.classes.contains_key(&class.0)
            && !self.imported.contains_key(&class)
    }

    /// A new object before its constructor runs, with the fields of the classes of `chain`, the topmost first.
    ///
    /// Fields of a class that stands in no function are set up alike each time, so that happens once. One that is
    /// being set up already (a class with an instance of itself in a static field) is left without its fields.
    fn set_up(&mut self, class: u64, chain: &[u64]) -> Val {
        if let Some(ready) = self.set_up.get(&class) {
            return ready.clone();
        }
        let mut this = Val::empty(false);
        (this.class, this.exact) = (Some(class), true);
        if self.setting_up.contains(&class) || self.setting_up.len() >= MAX_SETUPS {
            return this;
        }
        self.setting_up.push(class);
        let before = self.work;
        let clean = std::mem::take(&mut self.clean);
        let within = std::mem::take(&mut self.within);
        let within_sinks = std::mem::take(&mut self.within_sinks);
        for one in chain {
            self.initial_fields(*one, &mut this);
        }
        (self.clean, self.within, self.within_sinks) = (clean, within, within_sinks);
        self.inlined += self.work.saturating_sub(before);
        self.setting_up.pop();
        let is_local = |class: &u64| {
            let node = self.classes.get(class).map(|c| c.node);
            let mut around = node.into_iter().flat_map(|n| self.tree.ancestors(n));
            around.any(|n| matches!(self.tree.kind(n), Kind::FuncDef | Kind::Lambda))
        };
        if self.setting_up.is_empty() && !chain.iter().any(is_local) {
            self.set_up.insert(class, this.clone());
        }
        this
    }

    /// The fields that a class sets up where it declares them.
    fn initial_fields(&mut self, class: u64, this: &mut Val) {
        let Some(info) = self.classes.get(&class) else { return };
        let bodies: Vec<NodeId> = self
            .tree
            .children(info.node)
            .filter(|n| matches!(self.tree.kind(*n), Kind::ClassBody | Kind::Block))
            .collect();
        for body in bodies {
            let members: Vec<NodeId> = self.tree.children(body).take(256).collect();
            for mut member in members {
                if self.tree.kind(member) == Kind::ExprStmt {
                    member = self.tree.first_child(member).unwrap_or(member);
                }
                let (name, value) = match self.tree.kind(member) {
                    Kind::VarDef if self.is_computed(member) => continue,
                    Kind::VarDef => (self.tree.child(member, Role::Name), self.tree.child(member, Role::Value)),
                    Kind::Assign => (self.tree.child(member, Role::Left), self.tree.child(member, Role::Right)),
                    _ => continue,
                };
                if let (Some(name), Some(value)) = (name, value)
                    && self.tree.kind(name) == Kind::Ident
                {
                    let value = self.eval(value);
                    this.set(Key::Name(self.text(name).into()), value);
                }
            }
        }
    }

    /// Whether the file has a function that the call may mean.
    pub(super) fn local(&self, name: Sym, class: Option<u64>, bare: bool, receiver: Option<NodeId>) -> bool {
        let Some(named) = self.by_name.get(&name) else { return false };
        let this = receiver.is_some_and(|r| matches!(self.text(r), "this" | "$this" | "self" | "super" | "cls" | "@"));
        let of = receiver.filter(|r| self.tree.kind(*r) == Kind::Ident).map(|r| self.tree.node(r).sym.0);
        named
            .iter()
            .map(|n| &self.funcs[*n as usize])
            .any(|f| bare || this || class.is_some() && f.class == class || of.is_some() && f.class == of)
    }

    pub(super) fn receiver_class(&self, receiver: NodeId, object: &Val) -> Option<u64> {
        if self.tree.kind(receiver) == Kind::Ident {
            let text = self.text(receiver);
            if matches!(text, "this" | "$this" | "self" | "super" | "cls" | "static") {
                return self.class;
            }
            let module = self.modules.contains_key(&self.tree.node(receiver).sym);
            if object.class.is_none() && !module && text.starts_with(|c: char| c.is_uppercase()) {
                return Some(self.tree.node(receiver).sym.0);
            }
        }
        if object.class.is_none()
            && self.tree.kind(receiver) == Kind::Ident
            && let Some(module) = self.modules.get(&self.tree.node(receiver).sym)
        {
            return Some(module.0);
        }
        if object.class.is_none() && self.functions_are_global && self.tree.kind(receiver) == Kind::Ident {
            return self
                .documented
                .get_or_init(|| super::documented::variables(self.text(0)))
                .class(self.text(receiver));
        }
        if object.class.is_none() && self.tree.kind(receiver) == Kind::Member {
            // `module.Class.method`
            return Some(self.last_name(receiver).0);
        }
        object.class
    }
}
