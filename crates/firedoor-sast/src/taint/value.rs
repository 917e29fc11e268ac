//! Abstract values: marks, a constant where one is known, and the parts of objects and containers.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use super::marks::{ANY, Entry, Marks};
use super::run::Env;
use crate::tree::{Sym, mix};

/// Most parts of one value that are told apart.
const MAX_PARTS: usize = 64;
/// Deepest nesting of parts.
const MAX_DEPTH: usize = 4;
/// Longest constant string that is built.
const MAX_STRING: usize = 4096;

/// A constant, or not.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Konst {
    #[default]
    Unknown,
    Int(i64),
    Float(f64),
    Str(Arc<str>),
    Bool(bool),
    Null,
    /// A constant of an enumeration, by the names of both.
    Enum(Arc<str>),
    /// A function of a library that rules know by its name.
    Function(Arc<str>),
    /// A class, by the hash of its name.
    Class(u64),
}

impl Konst {
    pub(super) fn string(text: &str) -> Self {
        if text.len() > MAX_STRING { Self::Unknown } else { Self::Str(text.into()) }
    }

    /// Whether it counts as true where that is the same in all languages.
    pub(super) fn truth(&self) -> Option<bool> {
        match self {
            Self::Bool(b) => Some(*b),
            _ => None,
        }
    }

    /// As a key of a container: integers and strings are told apart.
    pub(super) fn key(&self) -> Option<Key> {
        match self {
            Self::Int(n) => Some(Key::Index(*n)),
            Self::Str(s) | Self::Enum(s) => Some(Key::Name(Arc::clone(s))),
            Self::Bool(b) => Some(Key::Name(if *b { "true" } else { "false" }.into())),
            _ => None,
        }
    }
}

/// The name of a part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Index(i64),
    Name(Arc<str>),
}

impl Key {
    /// As an element of a path of marks.
    pub(super) fn hash(&self) -> u32 {
        match self {
            Self::Index(n) if *n < 0 => ANY,
            Self::Index(n) => short(mix(0x1d, n.unsigned_abs())),
            Self::Name(name) => short(Sym::new(name).0),
        }
    }
}

/// The hash of a name as it stands in paths.
#[allow(clippy::cast_possible_truncation, reason = "it is a hash")]
pub(super) fn short(hash: u64) -> u32 {
    (hash as u32).max(3)
}

/// Parts of a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shape {
    pub(super) parts: BTreeMap<Key, Val>,
    /// An ordered container all of whose elements are among the parts: how many there are.
    pub(super) len: Option<i64>,
    /// What is not among the parts is not there (a literal, or a new container of which every change was seen).
    pub(super) closed: bool,
}

/// A function as a value, with the variables that it saw when it was made.
#[derive(Clone, Debug)]
pub(super) struct Closure {
    pub(super) func: u32,
    /// The number of its mark.
    pub(super) mark: u32,
    pub(super) env: Option<Env>,
    /// The object whose method it is, where that is known.
    pub(super) this: Option<Box<Val>>,
    /// Its first arguments, where they are given already.
    pub(super) bound: Vec<Val>,
    /// Arguments that are given already by their names.
    pub(super) named: Vec<(Sym, Val)>,
    /// Other functions that it may be as well: one of a table, or what either branch chose.
    pub(super) or: Vec<Rc<Closure>>,
}

/// Most functions that one value may be.
const MAX_FUNCTIONS: usize = 8;

impl Closure {
    pub(super) fn new(func: u32, mark: u32, env: Option<Env>) -> Self {
        Self { func, mark, env, this: None, bound: Vec::new(), named: Vec::new(), or: Vec::new() }
    }

    /// It and what else it may be, as marks.
    pub(super) fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        std::iter::once(self.mark).chain(self.or.iter().map(|c| c.mark)).map(Entry::func)
    }

    /// This function or that one; `None` if they are too many.
    fn either(one: &Rc<Self>, other: &Rc<Self>) -> Option<Rc<Self>> {
        let mut all = Self::clone(one);
        for more in std::iter::once(other).chain(&other.or) {
            if all.func != more.func && all.or.iter().all(|f| f.func != more.func) {
                all.or.push(Rc::new(Self { or: Vec::new(), ..Self::clone(more) }));
            }
        }
        (all.or.len() < MAX_FUNCTIONS).then(|| Rc::new(all))
    }
}

impl PartialEq for Closure {
    /// Which function it is counts; what it saw is kept from the first time.
    fn eq(&self, other: &Self) -> bool {
        self.func == other.func
    }
}

/// A value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Val {
    pub(super) marks: Marks,
    pub(super) konst: Konst,
    pub(super) shape: Option<Rc<Shape>>,
    /// The class that it is an instance of, by the hash of its name.
    pub(super) class: Option<u64>,
    /// It is of that very class, and of none below it.
    pub(super) exact: bool,
    /// The number of the mark of the new object that it is, and one more; zero where it is none.
    pub(super) made: u32,
    /// The function that it is.
    pub(super) func: Option<Rc<Closure>>,
    /// What tells its class when all files are known.
    pub(super) via: Option<Via>,
}

/// What tells the class of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Via {
    /// The declared type of a field.
    Field(u64, u32),
    /// What the function of a call says it gives.
    Call(u32),
}

impl Val {
    pub(super) fn of(konst: Konst) -> Self {
        Self { konst, ..Self::default() }
    }

    pub(super) fn marked(marks: Marks) -> Self {
        Self { marks, ..Self::default() }
    }

    /// A new and empty container or object.
    pub(super) fn empty(list: bool) -> Self {
        let shape = Shape { closed: true, len: list.then_some(0), ..Shape::default() };
        Self { shape: Some(Rc::new(shape)), ..Self::default() }
    }

    /// As a key of a container: a constant, or a tuple of constants.
    pub(super) fn key(&self) -> Option<Key> {
        if let Some(key) = self.konst.key() {
            return Some(key);
        }
        let shape = self.shape.as_ref().filter(|s| s.closed && self.marks.is_empty())?;
        let len = usize::try_from(shape.len?).ok().filter(|len| *len == shape.parts.len() && *len > 0)?;
        let keys: Vec<String> = (shape.parts.values().filter(|p| p.marks.is_empty()))
            .filter_map(|p| p.konst.key().map(|k| format!("{k:?}")))
            .collect();
        (keys.len() == len).then(|| Key::Name(format!("\u{0}({})", keys.join(",")).into()))
    }

    /// All marks of the value and its parts.
    pub(super) fn all(&self) -> Marks {
        let mut marks = self.marks.clone();
        self.gather(&mut marks, 0);
        marks
    }

    fn gather(&self, marks: &mut Marks, depth: usize) {
        if depth <= MAX_DEPTH
            && let Some(shape) = &self.shape
        {
            for part in shape.parts.values() {
                marks.join(&part.marks);
                part.gather(marks, depth + 1);
            }
        }
    }

    /// The functions that it is, and the object whose methods may be called.
    pub(super) fn callables(&self) -> impl Iterator<Item = Entry> + '_ {
        let object = self.made.checked_sub(1).map(Entry::func);
        self.func.iter().flat_map(|c| c.entries()).chain(object)
    }

    /// Functions and objects that it is or holds.
    fn gather_functions(&self, marks: &mut Marks, depth: usize) {
        self.callables().for_each(|e| marks.add(e));
        if let Some(shape) = self.shape.as_ref().filter(|_| depth <= MAX_DEPTH) {
            shape.parts.values().for_each(|part| part.gather_functions(marks, depth + 1));
        }
    }

    /// A part, or what an unknown part may be.
    pub(super) fn part(&self, key: Option<&Key>) -> Self {
        match (&self.shape, key) {
            (Some(shape), Some(key)) => {
                let key = match (key, shape.len) {
                    // Counted from the end, as Python and Ruby do.
                    (Key::Index(n), Some(len)) if *n < 0 => Key::Index(n + len),
                    (key, _) => key.clone(),
                };
                match shape.parts.get(&key) {
                    Some(part) => part.clone(),
                    None => Self::marked(self.marks.part(key.hash())),
                }
            }
            (Some(shape), None) => {
                let mut marks = self.marks.part(ANY);
                shape.parts.values().for_each(|part| marks.join(&part.all()));
                // Which function of a table it is depends on the key.
                let mut funcs = shape.parts.values().filter_map(|part| part.func.as_ref());
                let func = funcs.next().cloned();
                let func = funcs.fold(func, |all, more| all.and_then(|all| Closure::either(&all, more)));
                Self { func, ..Self::marked(marks) }
            }
            (None, key) => Self::marked(self.marks.part(key.map_or(ANY, Key::hash))),
        }
    }

    /// Sets a part for certain.
    pub(super) fn set(&mut self, key: Key, value: Self) {
        let depth = value.depth();
        let shape = Rc::make_mut(self.shape.get_or_insert_with(Rc::default));
        if shape.parts.len() >= MAX_PARTS && !shape.parts.contains_key(&key) || depth >= MAX_DEPTH {
            let marks = value.all();
            shape.parts.remove(&key);
            shape.closed = false;
            shape.len = None;
            self.marks.join(&marks);
            return;
        }
        if let (Some(len), Key::Index(n)) = (shape.len, &key)
            && *n >= len
        {
            shape.len = Some(n + 1);
        }
        shape.parts.insert(key, value);
    }

    /// Adds to a part that is not known: any part may now be this.
    pub(super) fn add_anywhere(&mut self, value: &Self) {
        let mut marks = value.all();
        marks.close();
        value.gather_functions(&mut marks, 0);
        self.konst = Konst::Unknown;
        if let Some(shape) = &mut self.shape {
            let shape = Rc::make_mut(shape);
            shape.closed = false;
            shape.len = None;
            for part in shape.parts.values_mut() {
                part.marks.join(&marks);
                part.konst = Konst::Unknown;
            }
        }
        self.marks.join(&marks);
    }

    /// Adds an element at the end of an ordered container.
    pub(super) fn push(&mut self, value: Self) {
        match self.shape.as_ref().and_then(|s| s.len) {
            Some(len) if usize::try_from(len).is_ok_and(|l| l < MAX_PARTS) => self.set(Key::Index(len), value),
            _ => self.add_anywhere(&value),
        }
    }

    /// Takes an element out of an ordered container; those behind move up.
    pub(super) fn remove_at(&mut self, at: i64) -> Self {
        let removed = self.part(Some(&Key::Index(at)));
        if let Some(shape) = &mut self.shape
            && let Some(len) = shape.len
        {
            let at = if at < 0 { at + len } else { at };
            let shape = Rc::make_mut(shape);
            if (0..len).contains(&at) {
                shape.parts.remove(&Key::Index(at));
                for n in at + 1..len {
                    if let Some(part) = shape.parts.remove(&Key::Index(n)) {
                        shape.parts.insert(Key::Index(n - 1), part);
                    }
                }
                shape.len = Some(len - 1);
            }
        }
        removed
    }

    /// Takes out the first element that is this very value; where none is known to be, any may be gone.
    pub(super) fn remove_value(&mut self, value: &Self) -> Self {
        let known = value.konst != Konst::Unknown || !value.marks.is_empty();
        let shape = self.shape.as_ref();
        let found =
            shape.and_then(|s| s.parts.iter().find(|(_, p)| known && p.is_alike(value)).map(|(k, _)| k.clone()));
        if let Some(Key::Index(at)) = found {
            return self.remove_at(at);
        }
        let all = Self::marked(self.all());
        self.add_anywhere(&all);
        Self::default()
    }

    /// The same constant, or marked by the same.
    fn is_alike(&self, other: &Self) -> bool {
        let marks = |v: &Self| v.marks.iter().map(|e| (e.mark, e.path)).collect::<Vec<_>>();
        self.konst == other.konst && self.shape.is_none() && other.shape.is_none() && marks(self) == marks(other)
    }

    /// Puts an element before another.
    pub(super) fn insert_at(&mut self, at: i64, value: Self) {
        let Some(len) = self.shape.as_ref().and_then(|s| s.len) else {
            self.add_anywhere(&value);
            return;
        };
        if !(0..=len).contains(&at) || usize::try_from(len).is_ok_and(|l| l >= MAX_PARTS) {
            self.add_anywhere(&value);
            return;
        }
        if let Some(shape) = &mut self.shape {
            let shape = Rc::make_mut(shape);
            for n in (at..len).rev() {
                if let Some(part) = shape.parts.remove(&Key::Index(n)) {
                    shape.parts.insert(Key::Index(n + 1), part);
                }
            }
            shape.len = Some(len + 1);
        }
        self.set(Key::Index(at), value);
    }

    /// Puts the elements of an ordered container into the opposite order.
    pub(super) fn reverse(&mut self) {
        let Some(len) = self.shape.as_ref().and_then(|s| s.len) else {
            self.scatter();
            return;
        };
        if let Some(shape) = &mut self.shape {
            let shape = Rc::make_mut(shape);
            shape.parts = std::mem::take(&mut shape.parts)
                .into_iter()
                .map(|(key, part)| match key {
                    Key::Index(n) if (0..len).contains(&n) => (Key::Index(len - 1 - n), part),
                    key => (key, part),
                })
                .collect();
        }
    }

    /// Puts the elements into an order that is not known: each may be anywhere.
    pub(super) fn scatter(&mut self) {
        let Some(shape) = &mut self.shape else { return };
        let shape = Rc::make_mut(shape);
        let is_element = |key: &Key| matches!(key, Key::Index(_));
        let Some(first) = shape.parts.iter().find(|(key, _)| is_element(key)).map(|(_, part)| part.clone()) else {
            return;
        };
        let mut any = first;
        for (_, part) in shape.parts.iter().filter(|(key, _)| is_element(key)) {
            any.join(part);
        }
        for (key, part) in &mut shape.parts {
            if is_element(key) {
                *part = any.clone();
            }
        }
    }

    /// The elements of an ordered container from one place to before another, where its length is known; places below zero
    /// count from the end.
    pub(super) fn elements(&self, from: i64, to: Option<i64>) -> Option<Self> {
        let len = self.shape.as_ref()?.len?;
        let place = |n: i64| if n < 0 { (n + len).max(0) } else { n.min(len) };
        let mut out = Self::empty(true);
        out.marks = self.marks.clone();
        (place(from)..place(to.unwrap_or(len))).for_each(|n| out.push(self.part(Some(&Key::Index(n)))));
        Some(out)
    }

    /// Takes a named part out.
    pub(super) fn remove(&mut self, key: &Key) -> Self {
        let removed = self.part(Some(key));
        if let Some(shape) = &mut self.shape {
            Rc::make_mut(shape).parts.remove(key);
        }
        removed
    }

    /// Whether a container of which everything is known holds a constant: an element of a list, a key of a map.
    pub(super) fn holds(&self, konst: &Konst) -> Option<bool> {
        let shape = self.shape.as_ref().filter(|s| s.closed && self.marks.is_empty() && *konst != Konst::Unknown)?;
        if shape.len.is_none() {
            return konst.key().map(|key| shape.parts.contains_key(&key));
        }
        let known = shape.parts.values().all(|p| p.konst != Konst::Unknown);
        let found = shape.parts.values().any(|p| p.konst == *konst);
        (found || known).then_some(found)
    }

    /// A container of constants that cannot hold anything else.
    pub(super) fn is_constant_table(&self) -> bool {
        self.marks.is_empty() && self.holds_constants()
    }

    /// A container of which all that was seen are constants.
    pub(super) fn holds_constants(&self) -> bool {
        self.shape.as_ref().is_some_and(|s| {
            s.closed && !s.parts.is_empty() && s.parts.values().all(|p| p.konst != Konst::Unknown && p.marks.is_empty())
        })
    }

    fn depth(&self) -> usize {
        match &self.shape {
            Some(shape) => 1 + shape.parts.values().map(Self::depth).max().unwrap_or(0),
            None => 0,
        }
    }

    /// Either of the two.
    pub(super) fn join(&mut self, other: &Self) {
        if self.konst != other.konst {
            self.konst = Konst::Unknown;
        }
        if self.class != other.class {
            self.class = None;
        }
        self.exact &= other.exact && self.class.is_some();
        if self.made != other.made {
            // It may still be either of them.
            for made in [self.made, other.made].into_iter().filter_map(|m| m.checked_sub(1)) {
                self.marks.add(Entry::func(made));
            }
            self.made = 0;
        }
        if self.func != other.func {
            let one = self.func.take();
            let either = match (&one, &other.func) {
                (Some(one), Some(two)) => Closure::either(one, two),
                _ => None,
            };
            if either.is_none() {
                // It may still be either of them, for those who call it elsewhere.
                one.iter().chain(&other.func).flat_map(|c| c.entries()).for_each(|e| self.marks.add(e));
            }
            self.func = either;
        }
        if self.via != other.via {
            self.via = None;
        }
        match (&mut self.shape, &other.shape) {
            (None, None) => {}
            (Some(a), Some(b)) if Rc::ptr_eq(a, b) => {}
            (Some(a), Some(b)) => {
                let a = Rc::make_mut(a);
                let same_len = a.len == b.len;
                for (key, part) in &b.parts {
                    match a.parts.get_mut(key) {
                        Some(there) => there.join(part),
                        None => {
                            let mut part = part.clone();
                            // On the other way the part was whatever the whole was.
                            part.marks.join(&self.marks.part(key.hash()));
                            part.konst = Konst::Unknown;
                            a.parts.insert(key.clone(), part);
                        }
                    }
                }
                for (key, part) in &mut a.parts {
                    if !b.parts.contains_key(key) {
                        part.marks.join(&other.marks.part(key.hash()));
                        part.konst = Konst::Unknown;
                    }
                }
                a.closed &= b.closed;
                if !same_len {
                    // Places are not known any more: everything may be anywhere.
                    let mut all = Marks::default();
                    for (key, part) in &a.parts {
                        if matches!(key, Key::Index(_)) {
                            all.join(&part.all());
                        }
                    }
                    a.parts.retain(|key, _| matches!(key, Key::Name(_)));
                    a.len = None;
                    a.closed = false;
                    self.marks.join(&all);
                }
            }
            (None, Some(b)) => {
                let mut shape = (**b).clone();
                for (key, part) in &mut shape.parts {
                    part.marks.join(&self.marks.part(key.hash()));
                    part.konst = Konst::Unknown;
                }
                shape.closed = false;
                shape.len = None;
                self.shape = Some(Rc::new(shape));
            }
            (Some(a), None) => {
                let a = Rc::make_mut(a);
                for (key, part) in &mut a.parts {
                    part.marks.join(&other.marks.part(key.hash()));
                    part.konst = Konst::Unknown;
                }
                a.closed = false;
                a.len = None;
            }
        }
        self.marks.join(&other.marks);
    }
}

#[cfg(test)]
mod tests {
    use super::super::marks::CLOSED;
    use super::*;

    fn tainted(n: u32) -> Val {
        let mut marks = Marks::default();
        marks.add(Entry { mark: n, path: CLOSED, mask: 1, step: 0 });
        Val::marked(marks)
    }

    #[test]
    fn lists_know_their_places() {
        let mut list = Val::empty(true);
        list.push(Val::of(Konst::Int(1)));
        list.push(tainted(7));
        list.push(Val::of(Konst::Int(3)));
        assert!(list.part(Some(&Key::Index(0))).marks.is_empty());
        assert!(!list.part(Some(&Key::Index(1))).marks.is_empty());
        assert!(!list.part(None).marks.is_empty());
        list.remove_at(0);
        assert!(!list.part(Some(&Key::Index(0))).marks.is_empty());
        assert!(list.part(Some(&Key::Index(1))).marks.is_empty());
        assert!(list.part(Some(&Key::Index(-1))).marks.is_empty());
    }

    #[test]
    fn joining_lists_of_different_lengths_forgets_places() {
        let mut a = Val::empty(true);
        a.push(tainted(1));
        let mut b = Val::empty(true);
        b.push(Val::default());
        b.push(Val::default());
        a.join(&b);
        assert!(!a.part(Some(&Key::Index(1))).marks.is_empty());
    }

    #[test]
    fn a_clean_part_of_a_tainted_whole_stays_clean() {
        let mut whole = tainted(1);
        whole.set(Key::Name("a".into()), Val::default());
        assert!(whole.part(Some(&Key::Name("a".into()))).marks.is_empty());
        assert!(!whole.part(Some(&Key::Name("b".into()))).marks.is_empty());
    }
}
