//! Functions of Python's library that take functions or stand for one: `reduce`, `filter` and `map` over lists whose elements
//! are known, `itemgetter` and `attrgetter`, iterators that are asked step by step; and texts that are filled in by name
//! (`string.Template`).

use super::call::Arg;
use super::run::Run;
use super::value::{Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

/// Most elements that are gone through one by one.
const MAX_ELEMENTS: usize = 16;
/// Most nodes of a function that is gone through for each `next(it)` in it.
const MAX_STEPPED: u32 = 2000;
/// Most characters of a text that are told apart as elements.
const MAX_CHARACTERS: usize = 32;
/// How the names of functions begin that take a part of what they are given.
const ITEM: &str = "\u{0}item ";
const ATTRIBUTE: &str = "\u{0}attribute ";

impl Run<'_> {
    /// What is known of such a function, called by its name or by that of its module; `None` where it does not fit.
    pub(super) fn functional(&mut self, node: NodeId, callee: NodeId, args: &[Arg]) -> Option<Val> {
        if !self.traits.explicit_self || args.is_empty() || args.iter().any(|a| a.spread) {
            return None;
        }
        let text = self.text(callee);
        let name = text.rsplit('.').next().unwrap_or(text);
        match (name, args) {
            ("itemgetter", [one]) if self.is_of(callee, "operator") => {
                let key = match &one.value.konst {
                    Konst::Int(n) => n.to_string(),
                    Konst::Str(text) => format!("'{text}"),
                    _ => return None,
                };
                Some(Val::of(Konst::Function(format!("{ITEM}{key}").into())))
            }
            ("attrgetter", [one]) if self.is_of(callee, "operator") => match &one.value.konst {
                Konst::Str(name) if !name.contains('.') => {
                    Some(Val::of(Konst::Function(format!("{ATTRIBUTE}{name}").into())))
                }
                _ => None,
            },
            ("reduce", [function, items, first @ ..]) if first.len() < 2 && self.is_of(callee, "functools") => {
                self.reduced(node, function, items, first.first())
            }
            ("filter", [function, items]) if self.is_of(callee, "builtins") => self.filtered(node, function, items),
            ("map", [function, items]) if self.is_of(callee, "builtins") => {
                let closure = function.value.func.clone()?;
                let mut out = Val::empty(true);
                for one in self.known_elements(&items.value)? {
                    let made = self.call_closure(node, &closure, &[as_arg(items.node, one)])?;
                    out.push(made);
                }
                Some(out)
            }
            ("next", args) if self.is_of(callee, "builtins") => self.stepped(args),
            ("vars", [one]) if self.is_of(callee, "builtins") => self.fields_of(&one.value),
            ("Template", [one]) if self.is_of(callee, "string") => match &one.value.konst {
                Konst::Str(_) => Some(Val { class: Some(Sym::new("Template").0), ..one.value.clone() }),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether a function is that of a module of the library: called with the module before it, or imported from there.
    fn is_of(&self, callee: NodeId, module: &str) -> bool {
        let name = match self.tree.kind(callee) {
            Kind::Member => {
                return self.tree.child(callee, Role::Object).is_some_and(|o| {
                    let of = self.modules.get(&self.tree.node(o).sym).copied().unwrap_or(self.tree.node(o).sym);
                    self.tree.kind(o) == Kind::Ident && of == Sym::new(module) && self.look_up(self.var(o)).is_none()
                });
            }
            Kind::Ident => self.tree.node(callee).sym,
            _ => return false,
        };
        if self.by_name.contains_key(&name) || self.look_up(self.var(callee)).is_some() {
            return false;
        }
        match module {
            "builtins" => !self.imported.contains_key(&name),
            _ => self.imported.get(&name) == Some(&Sym::new(module).0),
        }
    }

    /// A call of what stands for a part: `itemgetter("a")(x)`.
    pub(super) fn getter_call(&mut self, of: &Konst, args: &[Arg]) -> Option<Val> {
        let (Konst::Function(name), [one]) = (of, args) else { return None };
        if let Some(key) = name.strip_prefix(ITEM) {
            let key = match key.strip_prefix('\'') {
                Some(text) => Key::Name(text.into()),
                None => Key::Index(key.parse().ok()?),
            };
            return Some(one.value.part(Some(&key)));
        }
        let key = Key::Name(name.strip_prefix(ATTRIBUTE)?.into());
        let is_there = one.value.shape.as_ref().is_some_and(|s| s.parts.contains_key(&key));
        is_there.then(|| one.value.part(Some(&key)))
    }

    /// The elements of a list, where all of them are known.
    pub(super) fn known_elements(&self, list: &Val) -> Option<Vec<Val>> {
        let shape = list.shape.as_ref().filter(|s| s.closed && list.marks.is_empty())?;
        let len =
            shape.len.filter(|len| usize::try_from(*len).is_ok_and(|n| n == shape.parts.len() && n <= MAX_ELEMENTS))?;
        Some((0..len).map(|n| list.part(Some(&Key::Index(n)))).collect())
    }

    /// `reduce(f, [a, b], first)`
    fn reduced(&mut self, node: NodeId, function: &Arg, items: &Arg, first: Option<&Arg>) -> Option<Val> {
        let closure = function.value.func.clone()?;
        let mut elements = self.known_elements(&items.value)?.into_iter();
        let mut all = match first {
            Some(first) => first.value.clone(),
            None => elements.next()?,
        };
        for one in elements {
            all = self.call_closure(node, &closure, &[as_arg(node, all), as_arg(items.node, one)])?;
        }
        Some(all)
    }

    /// `filter(f, [a, b])`: those for which the test gives true, without what it says of the others.
    fn filtered(&mut self, node: NodeId, function: &Arg, items: &Arg) -> Option<Val> {
        let harmless = self.lets_harmless_pass(function.node);
        let closure = function.value.func.clone()?;
        let Some(elements) = self.known_elements(&items.value) else {
            // Whatever they are, only what is harmless stays.
            return harmless.then(|| {
                let mut marks = items.value.all();
                marks.clear(self.safe.guards);
                Val::marked(marks)
            });
        };
        let (mut out, mut sure) = (Val::empty(true), true);
        for mut one in elements {
            let test = self.call_closure(node, &closure, &[as_arg(items.node, one.clone())])?;
            match self.truth_of(&test) {
                Some(false) => continue,
                Some(true) => {}
                None => sure = false,
            }
            if harmless {
                one.marks.clear(self.safe.guards);
            }
            out.push(one);
        }
        if !sure {
            // Which of them stay, and where, is not known.
            let any = super::literal::element(&out);
            out = Val::empty(true);
            out.add_anywhere(&any);
        }
        Some(out)
    }

    /// `vars(x)`, `x.__dict__`: the fields of an object as a map.
    pub(super) fn fields_of(&self, object: &Val) -> Option<Val> {
        // What was put there by that name is not among the fields.
        let own = Key::Name("__dict__".into());
        object.shape.as_ref().filter(|s| s.len.is_none() && !s.parts.contains_key(&own))?;
        Some(Val { class: None, exact: false, made: 0, func: None, ..object.clone() })
    }

    /// Methods of Python's library of which more is known than of methods of their names.
    pub(super) fn method_of_library(&mut self, of: NodeId, name: &str, object: &Val, args: &[Arg]) -> Option<Val> {
        if !self.traits.explicit_self {
            return None;
        }
        match (name, args) {
            ("substitute" | "safe_substitute", args) => self.substituted(object, args),
            // `["a", x].index("a")`: what stands before it is something else.
            ("index", [one]) if one.value.konst != Konst::Unknown => {
                let elements = self.known_elements(object)?;
                let before = elements.iter().take_while(|e| e.konst != Konst::Unknown && e.konst != one.value.konst);
                let at = before.count();
                let is_it = elements.get(at).is_some_and(|e| e.konst == one.value.konst);
                is_it.then(|| i64::try_from(at).map_or_else(|_| Val::default(), |at| Val::of(Konst::Int(at))))
            }
            // The only pair of a map.
            ("popitem", []) => {
                let shape = object.shape.as_ref().filter(|s| s.closed && s.len.is_none() && object.marks.is_empty())?;
                let (key, part) = shape.parts.iter().next().filter(|_| shape.parts.len() == 1)?;
                let mut pair = Val::empty(true);
                let keys = super::library::keys_key();
                pair.push(if *key == keys { part.clone() } else { Val::of(super::library::key_konst(key)) });
                pair.push(part.clone());
                let place = self.place(of).filter(|_| *key != keys)?;
                self.mutate(&place, Val { class: object.class, ..Val::empty(false) });
                Some(pair)
            }
            // The pairs of a section of a configuration.
            ("items", [section]) if object.class.is_some() => {
                let part = object.shape.as_ref()?.parts.get(&section.value.konst.key()?)?.clone();
                self.apply(super::library::Effect::Entries, of, &part, &[])
            }
            _ => None,
        }
    }

    /// `Template("$a $b").substitute(a=x)`: only what the text asks for goes in.
    fn substituted(&self, object: &Val, args: &[Arg]) -> Option<Val> {
        let (Konst::Str(pattern), true) = (&object.konst, object.class == Some(Sym::new("Template").0)) else {
            return None;
        };
        if args.iter().any(|a| a.spread) {
            return None;
        }
        let map = match args {
            [first, ..] if first.name.is_none() => {
                let known = first.value.shape.as_ref().is_some_and(|s| s.closed && s.len.is_none());
                Some(known.then_some(&first.value)?)
            }
            _ => None,
        };
        let mut marks = object.marks.clone();
        for asked in names_in(pattern) {
            let named = args.iter().find(|a| a.name == Some(Sym::new(asked)));
            match (named, map) {
                (Some(arg), _) => marks.join(&arg.value.all()),
                (None, Some(map)) => marks.join(&map.part(Some(&Key::Name(asked.into()))).all()),
                (None, None) => {}
            }
        }
        marks.close();
        Some(Val::marked(marks))
    }

    /// What an object of a class of the file gives when it is gone through.
    pub(super) fn iterated(&mut self, node: NodeId, value: Val) -> Val {
        if value.class.is_none() || !self.traits.explicit_self {
            return value;
        }
        let given = self.special(node, &value, "__iter__", &[]);
        // Of itself: its elements come one by one.
        given.filter(|given| given.class.is_none() || given.class != value.class).unwrap_or(value)
    }

    /// `next(it)` of an iterator that is asked for one element after the other, each once.
    pub(super) fn stepped(&mut self, args: &[Arg]) -> Option<Val> {
        let (first, rest) = args.split_first()?;
        if rest.len() > 1 || !self.is_stepped(first.node) {
            return None;
        }
        let mut elements = self.known_elements(&first.value)?.into_iter();
        let Some(one) = elements.next() else { return rest.first().map(|other| other.value.clone()) };
        let mut left = Val { class: first.value.class, ..Val::empty(true) };
        elements.for_each(|e| left.push(e));
        let place = self.place(first.node)?;
        self.write(&place, left);
        Some(one)
    }

    /// Whether a variable is an iterator that is made once, of a list that has no other name, and only ever asked for
    /// its next element, where nothing decides whether it is or how often.
    fn is_stepped(&self, var: NodeId) -> bool {
        let Some(def) = self.tree.def_of.get(&var).copied().filter(|_| self.tree.kind(var) == Kind::Ident) else {
            return false;
        };
        let Some(made) = self.set_to(var).filter(|n| self.tree.kind(*n) == Kind::Call) else { return false };
        let Some(callee) = self.tree.child(made, Role::Callee) else { return false };
        let own = |n: NodeId| self.by_name.get(&self.tree.node(n).sym).map(Vec::as_slice);
        let is_new = match (self.text(callee), &self.given(made)[..], own(callee)) {
            ("iter" | "reversed", [list], None) => matches!(self.tree.kind(*list), Kind::Array | Kind::Tuple),
            // A generator of the file.
            (_, _, Some([func])) if self.tree.kind(callee) == Kind::Ident => {
                let node = self.funcs[*func as usize].node;
                (node..self.tree.node(node).end).take(MAX_STEPPED as usize).any(|n| self.tree.kind(n) == Kind::Yield)
            }
            _ => false,
        };
        let inner = |node: NodeId| {
            self.tree.ancestors(node).find(|n| matches!(self.tree.kind(*n), Kind::FuncDef | Kind::Lambda))
        };
        let size = |node: NodeId| self.tree.node(node).end - node;
        let Some(function) = inner(made).filter(|f| is_new && size(*f) <= MAX_STEPPED) else { return false };
        let straight = |node: NodeId| {
            let mut around = self.tree.ancestors(node).take_while(|n| *n != function);
            around.all(|n| {
                !matches!(
                    self.tree.kind(n),
                    Kind::If
                        | Kind::Ternary
                        | Kind::While
                        | Kind::For
                        | Kind::ForEach
                        | Kind::DoWhile
                        | Kind::Comprehension
                        | Kind::Try
                        | Kind::Switch
                        | Kind::Lambda
                        | Kind::FuncDef
                )
            })
        };
        let is_next = |node: NodeId| {
            let list = self.tree.node(node).parent;
            let call = self.tree.node(list).parent;
            self.tree.kind(call) == Kind::Call
                && self.tree.child(call, Role::Args) == Some(list)
                && self.tree.first_child(list) == Some(node)
                && self.tree.child(call, Role::Callee).is_some_and(|c| self.text(c) == "next")
        };
        straight(made)
            && (function..self.tree.node(function).end)
                .filter(|n| self.tree.kind(*n) == Kind::Ident && self.tree.def_of.get(n) == Some(&def))
                .all(|n| self.tree.defs.get(def as usize).is_some_and(|d| d.ident == n) || is_next(n) && straight(n))
    }
}

fn as_arg(node: NodeId, value: Val) -> Arg {
    Arg { node, name: None, value, spread: false }
}

/// The characters of a constant text as a list.
pub(super) fn characters(value: &Val) -> Option<Val> {
    let Konst::Str(text) = &value.konst else { return None };
    (value.marks.is_empty() && value.shape.is_none() && text.is_ascii() && text.len() <= MAX_CHARACTERS).then(|| {
        let mut list = Val::empty(true);
        text.chars().for_each(|c| list.push(Val::of(Konst::string(&c.to_string()))));
        list
    })
}

/// What a built-in exception is made of: its arguments are there by their places, too.
pub(super) fn with_arguments(value: &mut Val, args: &[Arg]) {
    if args.iter().any(|a| a.name.is_some() || a.spread) || args.is_empty() || value.shape.is_some() {
        return;
    }
    let mut list = Val::empty(true);
    args.iter().for_each(|a| list.push(a.value.clone()));
    args.iter().for_each(|a| value.marks.join(&a.value.all()));
    value.set(Key::Name("args".into()), list);
}

/// Numbers of a range, with its step.
pub(super) fn stepped_range(from: i64, to: i64, step: i64) -> Option<Val> {
    let mut list = Val::empty(true);
    let mut at = from;
    for _ in 0..=MAX_ELEMENTS {
        if step == 0 || (step > 0 && at >= to) || (step < 0 && at <= to) {
            return (step != 0).then_some(list);
        }
        list.push(Val::of(Konst::Int(at)));
        at = at.checked_add(step)?;
    }
    None
}

/// The names that a template asks for.
fn names_in(pattern: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = pattern;
    while let Some(at) = rest.find('$') {
        rest = &rest[at + 1..];
        if let Some(behind) = rest.strip_prefix('$') {
            rest = behind;
            continue;
        }
        let name = rest.strip_prefix('{').unwrap_or(rest);
        let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
        if end > 0 {
            out.push(&name[..end]);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_ask_for_names() {
        assert_eq!(names_in("$a ${b_1}c $$d $"), vec!["a", "b_1"]);
    }

    #[test]
    fn ranges_have_steps() {
        let list = stepped_range(0, 6, 2).map(|l| (l.part(Some(&Key::Index(2))).konst, l.shape.and_then(|s| s.len)));
        assert_eq!(list, Some((Konst::Int(4), Some(3))));
        assert!(stepped_range(0, 1000, 2).is_none());
        assert!(stepped_range(0, 3, 0).is_none());
    }
}
