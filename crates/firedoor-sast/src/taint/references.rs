//! Functions by reference that clean what they are given: `Integer::parseInt`, `int.Parse`, `'htmlspecialchars'`, `map(int, …)`;
//! and classes of Java by their names.
//!
//! A sanitizer that is a call and nothing more (`f(...)`) has a name. A value that is a function of such a name is that name
//! as a constant, so that it goes where constants go, and what is called by it comes back clean for those rules.

use std::sync::Arc;

use super::call::Arg;
use super::kept::Callee;
use super::library::{Effect, model, models};
use super::marks::{Marks, Mask};
use super::run::Run;
use super::value::{Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

/// What a functional interface calls its method.
const CALLS: [&str; 16] = [
    "apply",
    "applyAsInt",
    "applyAsLong",
    "applyAsDouble",
    "accept",
    "test",
    "call",
    "invoke",
    "Invoke",
    "DynamicInvoke",
    "__invoke",
    "get",
    "run",
    "execute",
    "convert",
    "transform",
];

/// Methods that give what a function makes of what they are called on.
const MAPS: [&str; 14] = [
    "map",
    "mapNotNull",
    "flatMap",
    "mapToInt",
    "mapToLong",
    "mapToDouble",
    "mapToObj",
    "Select",
    "ConvertAll",
    "collect",
    "let",
    "then",
    "thenApply",
    "transform",
];

impl Run<'_> {
    /// The rules for which a function of that name cleans what it is given.
    fn cleaned_by(&mut self, name: &str) -> Mask {
        let key = Sym::new(name);
        if let Some(mask) = self.cleaners.get(&key) {
            return *mask;
        }
        let cleans = |rule: &super::RuleHits<'_>| rule.spec.cleaners.has(&rule.spec.sanitizers, name);
        let mask = (0..64).zip(self.rules).filter(|(_, rule)| cleans(rule)).fold(0, |mask, (bit, _)| mask | 1 << bit);
        self.cleaners.insert(key, mask);
        mask
    }

    /// The name of a function that is handed on, if it cleans anything.
    pub(super) fn cleaner(&mut self, node: NodeId) -> Konst {
        let text = self.text(node);
        if text.len() > 64 {
            return Konst::Unknown;
        }
        let parent = self.tree.node(self.tree.node(node).parent).kind;
        let is_value = matches!(
            parent,
            Kind::Args
                | Kind::KwArg
                | Kind::VarDef
                | Kind::Assign
                | Kind::Return
                | Kind::Pair
                | Kind::Array
                | Kind::Tuple
                | Kind::Ternary
                | Kind::Cast
        );
        if !is_value || self.tree.node(node).role == Role::Callee {
            return Konst::Unknown;
        }
        let name = match self.tree.kind(node) {
            Kind::Other => text.replace("::", "."),
            Kind::Ident => {
                let sym = self.tree.node(node).sym;
                let from = self.packages.iter().find(|(what, _)| *what == sym).map(|(_, package)| package);
                match from {
                    Some(package) => format!("{}.{}", package.trim_start_matches('.'), text),
                    None => text.to_owned(),
                }
            }
            // A field of an object, or a constant.
            _ if self.tree.child(node, Role::Object).is_none_or(|o| self.tree.def_of.contains_key(&o))
                || text.starts_with("self.")
                || text.starts_with("this.")
                || super::language::is_constant(self.tree.child(node, Role::Name).map_or("", |n| self.text(n))) =>
            {
                return Konst::Unknown;
            }
            _ => text.to_owned(),
        };
        if self.cleaned_by(&name) == 0 { Konst::Unknown } else { Konst::Function(name.into()) }
    }

    /// `strlen(...)` of PHP: the function as a value.
    pub(super) fn first_class(&mut self, node: NodeId, callee: NodeId) -> Option<Val> {
        let list = self.tree.child(node, Role::Args).filter(|_| self.functions_are_global)?;
        if self.text(list) != "(...)" || self.tree.kind(callee) != Kind::Ident {
            return None;
        }
        let name = self.text(callee);
        let own = self.by_name.get(&self.tree.node(callee).sym).and_then(|named| named.first().copied());
        match own {
            Some(func) => Some(Val { func: Some(self.closure(func, None)), ..Val::default() }),
            None if self.cleaned_by(name) != 0 => Some(Val::of(Konst::Function(name.into()))),
            None => None,
        }
    }

    /// The rules for which a value, called as a function, cleans what it is given.
    fn cleans(&mut self, value: &Val) -> Mask {
        match &value.konst {
            Konst::Function(name) => {
                let name = Arc::clone(name);
                self.cleaned_by(&name)
            }
            Konst::Str(name) if self.functions_are_global && value.func.is_none() && name.len() < 64 => {
                let name = Arc::clone(name);
                if self.by_name.contains_key(&Sym::new(&name)) { 0 } else { self.cleaned_by(&name) }
            }
            _ => 0,
        }
    }

    /// What a call by such a reference gives: the arguments, cleaned.
    pub(super) fn called_by_reference(
        &mut self,
        node: NodeId,
        receiver: Option<(NodeId, &Val)>,
        name: &str,
        args: &[Arg],
    ) -> Option<Val> {
        let callee = self.tree.child(node, Role::Callee)?;
        if args.is_empty() {
            return None;
        }
        let (mask, given) = match receiver {
            // `f.apply(x)`
            Some((_, object)) if CALLS.contains(&name) => (self.cleans(&object.clone()), args),
            // `stream.map(Integer::parseInt)`
            Some((_, object)) => {
                let [one] = args else { return None };
                if !MAPS.contains(&name) || model(object.class, Sym::new(name)) != Some(Effect::Map) {
                    return None;
                }
                let mask = self.cleans(&one.value);
                // What a class of the project means by that name is its own affair.
                if mask == 0 || object.class.is_some_and(|class| !models().keys().any(|(known, _)| *known == class)) {
                    return None;
                }
                let mut value = object.clone();
                self.sanitize(&mut value, mask);
                value.konst = Konst::Unknown;
                return Some(value);
            }
            None => {
                let held = self.look_up(self.var(callee)).cloned();
                let of = held.filter(|v| matches!(v.konst, Konst::Function(_) | Konst::Str(_)) && v.func.is_none());
                match of {
                    // `f(x)`, unless some function gives the name another value.
                    Some(of) => {
                        let mask = self.cleans(&of);
                        let declared = format!("global {}", self.text(callee));
                        let changes = mask != 0
                            && self.traits.explicit_self
                            && memchr::memmem::find(self.src, declared.as_bytes()).is_some();
                        (if changes { 0 } else { mask }, args)
                    }
                    // `array_map('intval', $list)`, `map(int, list)`, `call_user_func('intval', $x)`
                    None => {
                        let sym = Sym::new(name);
                        let calls = match self.functions_are_global {
                            true => matches!(name, "call_user_func" | "call_user_func_array" | "array_map"),
                            false => self.traits.explicit_self && name == "map",
                        };
                        if !calls || self.by_name.contains_key(&sym) || self.imported.contains_key(&sym) {
                            return None;
                        }
                        (self.cleans(&args[0].value), &args[1..])
                    }
                }
            }
        };
        if mask == 0 {
            return None;
        }
        let mut marks = Marks::default();
        given.iter().for_each(|a| marks.join(&a.value.all()));
        marks.clear(mask);
        Some(Val::marked(marks))
    }

    /// `Class.forName("a.B")`, its constructor, and what that makes (Java).
    pub(super) fn by_class_name(
        &mut self,
        node: NodeId,
        receiver: Option<(NodeId, &Val)>,
        name: &str,
        args: &[Arg],
    ) -> Option<Val> {
        let (receiver, object) = receiver?;
        let of_class = Sym::new("Class").0;
        match (name, args) {
            ("forName", [one]) if matches!(self.text(receiver), "Class" | "java.lang.Class") => {
                match &one.value.konst {
                    Konst::Str(_) => Some(Val { class: Some(of_class), ..one.value.clone() }),
                    _ => None,
                }
            }
            ("getDeclaredConstructor" | "getConstructor", []) if object.class == Some(of_class) => Some(object.clone()),
            ("newInstance", []) if object.class == Some(of_class) => {
                let Konst::Str(path) = &object.konst else { return None };
                let class = Sym::new(path.rsplit(['.', '$']).next().unwrap_or(path));
                self.wanted.insert(class.0);
                let made = match self.classes.contains_key(&class.0) {
                    true => self.construct(node, class.0, &[]),
                    false => None,
                };
                let made = made.unwrap_or_else(|| self.unknown(node, Callee::new(class, class.0), None, &[], false));
                Some(Val { class: Some(class.0), exact: true, ..made })
            }
            _ => None,
        }
    }
}
