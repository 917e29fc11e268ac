//! What is known of library methods: containers, builders and functions that give their argument on.
//!
//! The table is `models.txt`; names without a class hold for every receiver of which nothing else is known.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::call::Arg;
use super::fold;
use super::literal::element;
use super::marks::Marks;
use super::more::bounds;
use super::run::Run;
use super::value::{Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

/// What a library method does with a container or builder; `models.txt` says it in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    Push,
    Unshift,
    Extend,
    Put,
    PutIn,
    Get,
    GetIn,
    Remove,
    Shift,
    First,
    Last,
    Clear,
    Truncate,
    Append,
    Insert,
    Each,
    Map,
    NewList,
    NewMap,
    ListOf,
    MapOf,
    Entries,
    Keys,
    Values,
    PairKey,
    PairValue,
    Zip,
    Enumerate,
    Element,
    Same,
    SameOf,
    IntoFirst,
    /// The other arguments become elements of the first one, a list.
    PushFirst,
    FromFirst,
    FromReceiver,
    /// The elements in the opposite order.
    Reverse,
    /// The elements in another order.
    Scatter,
    /// Some elements that follow one another.
    Elements,
    PutGet,
    PutJoin,
    GetOut,
    PairsOf,
    Key,
    Entry,
    IntoThird,
    /// A copy in the opposite order.
    ReversedOf,
    /// A copy in another order.
    ScatteredOf,
    Hold,
    HoldGet,
    Held,
    Merged,
    MergedFirst,
    /// All elements become one value.
    Fill,
    /// Two elements change places.
    Swap,
    /// The first elements, or all but those.
    Limit,
    Skip,
    /// The first element, or what is given if there is none.
    OrElse,
    InsertBefore,
    EachAnew,
    Count,
    Or,
    Nothing,
}

const EFFECTS: &[(&str, Effect)] = &[
    ("push", Effect::Push),
    ("unshift", Effect::Unshift),
    ("extend", Effect::Extend),
    ("put", Effect::Put),
    ("put-in", Effect::PutIn),
    ("get", Effect::Get),
    ("get-in", Effect::GetIn),
    ("remove", Effect::Remove),
    ("shift", Effect::Shift),
    ("first", Effect::First),
    ("last", Effect::Last),
    ("clear", Effect::Clear),
    ("truncate", Effect::Truncate),
    ("append", Effect::Append),
    ("insert", Effect::Insert),
    ("each", Effect::Each),
    ("map", Effect::Map),
    ("new-list", Effect::NewList),
    ("new-map", Effect::NewMap),
    ("list-of", Effect::ListOf),
    ("map-of", Effect::MapOf),
    ("entries", Effect::Entries),
    ("keys", Effect::Keys),
    ("values", Effect::Values),
    ("pair-key", Effect::PairKey),
    ("pair-value", Effect::PairValue),
    ("zip", Effect::Zip),
    ("enumerate", Effect::Enumerate),
    ("element", Effect::Element),
    ("same", Effect::Same),
    ("same-of", Effect::SameOf),
    ("into-first", Effect::IntoFirst),
    ("push-first", Effect::PushFirst),
    ("from-first", Effect::FromFirst),
    ("from-receiver", Effect::FromReceiver),
    ("reverse", Effect::Reverse),
    ("scatter", Effect::Scatter),
    ("elements", Effect::Elements),
    ("put-get", Effect::PutGet),
    ("put-join", Effect::PutJoin),
    ("get-out", Effect::GetOut),
    ("pairs-of", Effect::PairsOf),
    ("key", Effect::Key),
    ("entry", Effect::Entry),
    ("into-third", Effect::IntoThird),
    ("reversed-of", Effect::ReversedOf),
    ("scattered-of", Effect::ScatteredOf),
    ("hold", Effect::Hold),
    ("hold-get", Effect::HoldGet),
    ("held", Effect::Held),
    ("merged", Effect::Merged),
    ("merged-first", Effect::MergedFirst),
    ("fill", Effect::Fill),
    ("swap", Effect::Swap),
    ("limit", Effect::Limit),
    ("skip", Effect::Skip),
    ("or-else", Effect::OrElse),
    ("insert-before", Effect::InsertBefore),
    ("each-anew", Effect::EachAnew),
    ("count", Effect::Count),
    ("or", Effect::Or),
    ("nothing", Effect::Nothing),
];

type Models = FxHashMap<(u64, Sym), Effect>;

/// In the place of a class: functions and constructors, as a method of that name is another thing.
const FUNCTION: u64 = 1;

fn is_function(effect: Effect) -> bool {
    matches!(
        effect,
        Effect::NewList
            | Effect::NewMap
            | Effect::Zip
            | Effect::Enumerate
            | Effect::SameOf
            | Effect::ReversedOf
            | Effect::ScatteredOf
            | Effect::Merged
            | Effect::MergedFirst
            | Effect::IntoThird
            | Effect::IntoFirst
            | Effect::PushFirst
    )
}

/// Functions by class (zero where none is named) and name.
pub(super) fn models() -> &'static Models {
    static MODELS: OnceLock<Models> = OnceLock::new();
    MODELS.get_or_init(|| {
        let mut out = FxHashMap::default();
        for line in include_str!("models.txt").lines() {
            let line = line.split('#').next().unwrap_or_default();
            let Some((effect, names)) = line.split_once(':') else { continue };
            if let Some((_, effect)) = EFFECTS.iter().find(|(n, _)| *n == effect.trim()) {
                out.extend(names.split_whitespace().map(|name| {
                    let any = if is_function(*effect) { FUNCTION } else { 0 };
                    let (class, name) = name.rsplit_once('.').map_or((any, name), |(c, n)| (Sym::new(c).0, n));
                    ((class, Sym::new(name)), *effect)
                }));
            }
        }
        out
    })
}

/// What is known of a function: with its class, else for any.
pub(super) fn model(class: Option<u64>, name: Sym) -> Option<Effect> {
    let models = models();
    class.and_then(|c| models.get(&(c, name))).or_else(|| models.get(&(0, name))).copied()
}

/// Whether methods of that name are those of containers and texts in most code.
pub(super) fn is_common(name: Sym) -> bool {
    const TEXT: [&str; 24] = [
        "format", "join", "split", "replace", "strip", "trim", "encode", "decode", "lower", "upper", "read", "write",
        "close", "open", "find", "index", "count", "copy", "sort", "sub", "match", "search", "toString", "equals",
    ];
    models().contains_key(&(0, name)) || TEXT.iter().any(|text| Sym::new(text) == name)
}

/// What is known of a function without a receiver, or of a constructor.
pub(super) fn function(name: Sym) -> Option<Effect> {
    models().get(&(FUNCTION, name)).copied()
}

/// What is known of a function of that class only.
pub(super) fn model_of(class: u64, name: Sym) -> Option<Effect> {
    models().get(&(class, name)).copied()
}

impl Run<'_> {
    /// Applies what is known of a method; `None` where it does not fit after all.
    pub(super) fn apply(&mut self, effect: Effect, receiver: NodeId, object: &Val, args: &[Arg]) -> Option<Val> {
        let value = |n: usize| args.get(n).map(|a| a.value.clone()).unwrap_or_default();
        let is_list = object.shape.as_ref().is_some_and(|s| s.len.is_some());
        let is_map = object.shape.as_ref().is_some_and(|s| s.len.is_none());
        let mut changed = object.clone();
        let result = match effect {
            Effect::Push => match args {
                [one] => {
                    changed.push(one.value.clone());
                    Val::default()
                }
                // `add(index, element)`, `insert(0, x)`.
                [at, one] if is_list => {
                    match at.value.konst {
                        Konst::Int(n) => changed.insert_at(n, one.value.clone()),
                        _ => changed.add_anywhere(&one.value),
                    }
                    Val::default()
                }
                [_, ..] => {
                    args.iter().for_each(|a| changed.add_anywhere(&a.value));
                    changed.clone()
                }
                [] => return None,
            },
            Effect::Extend if !args.is_empty() && args.iter().all(|a| a.name.is_some()) => {
                // `update(a=1)`
                for arg in args {
                    let name = self.tree.child(arg.node, Role::Name).map(|n| self.text(n)).unwrap_or_default();
                    changed.set(Key::Name(name.into()), arg.value.clone());
                }
                changed.clone()
            }
            Effect::Extend => {
                let other = value(0);
                match other.shape.as_ref().and_then(|s| s.len) {
                    Some(len) if is_list => (0..len).for_each(|n| changed.push(other.part(Some(&Key::Index(n))))),
                    _ if other.shape.as_ref().is_some_and(|s| s.closed) => {}
                    _ => changed.add_anywhere(&other),
                }
                if let Some(shape) = &other.shape {
                    for (key, part) in shape.parts.iter().filter(|(k, _)| matches!(k, Key::Name(_))) {
                        changed.set(key.clone(), part.clone());
                    }
                }
                changed.clone()
            }
            Effect::Put => {
                if let ([one], false) = (args, is_map && !object.shape.as_ref().is_some_and(|s| s.closed)) {
                    // `list.Add(x)`
                    changed.push(one.value.clone());
                    if let Some(place) = self.place(receiver) {
                        self.mutate(&place, changed);
                    }
                    return Some(Val::default());
                }
                if let ([one], true) = (args, is_list) {
                    // `queue.put(x)`
                    changed.push(one.value.clone());
                    if let Some(place) = self.place(receiver) {
                        self.mutate(&place, changed);
                    }
                    return Some(Val::default());
                }
                let [key, item] = args else { return None };
                match key.value.konst.key() {
                    Some(key) => changed.set(key, item.value.clone()),
                    None => {
                        changed.add_anywhere(&item.value);
                        let keys = Key::Name(KEYS.into());
                        let mut all = object.part(Some(&keys)).marks;
                        all.join(&key.value.all());
                        changed.set(keys, Val::marked(all));
                    }
                }
                Val::default()
            }
            Effect::Get => {
                let [key, rest @ ..] = args else { return None };
                if object.shape.is_none() && object.marks.is_empty() {
                    return None;
                }
                // A container from elsewhere: its part, where the key is known.
                let container = object.class.and_then(|c| function(Sym(c)));
                if let (None, Some(Effect::NewMap | Effect::NewList), Some(key)) =
                    (&object.shape, container, key.value.konst.key())
                {
                    return Some(object.part(Some(&key)));
                }
                // Methods of that name on other things take no key, or give something of their own.
                object.shape.as_ref()?;
                let at = key.value.key();
                let mut part = object.part(at.as_ref());
                if let [default] = rest {
                    let shape = object.shape.as_ref().filter(|s| s.closed && object.marks.is_empty());
                    match (shape, at) {
                        (Some(shape), Some(at)) if shape.parts.contains_key(&at) => {}
                        (Some(shape), Some(_)) if !shape.parts.contains_key(&keys_key()) => {
                            return Some(default.value.clone());
                        }
                        _ => part.join(&default.value),
                    }
                }
                return Some(part);
            }
            Effect::Remove => match args {
                [] if is_list => changed.remove_at(-1),
                [at] if is_list => match at.value.konst {
                    Konst::Int(n) if !self.traits.explicit_self || self.is_pop(receiver) => changed.remove_at(n),
                    _ => changed.remove_value(&at.value),
                },
                [key, rest @ ..] if is_map => match key.value.konst.key() {
                    Some(key) => changed.remove_or(&key, rest.first().filter(|_| self.traits.explicit_self)),
                    None => object.part(None),
                },
                _ => return None,
            },
            Effect::Shift if is_list && args.is_empty() => changed.remove_at(0),
            Effect::First if is_list && args.is_empty() => return Some(object.part(Some(&Key::Index(0)))),
            Effect::Last if is_list && args.is_empty() => return Some(object.part(Some(&Key::Index(-1)))),
            Effect::Clear if args.is_empty() => {
                changed = Val { class: object.class, ..Val::empty(is_list) };
                Val::default()
            }
            Effect::Append => {
                if is_list && args.len() == 1 {
                    changed.push(value(0));
                } else {
                    let mut whole = object.clone();
                    args.iter().for_each(|a| whole.marks.join(&a.value.all()));
                    whole.konst = match (&object.konst, args) {
                        (Konst::Str(a), [one]) => match fold::text(&one.value.konst) {
                            Some(b) => Konst::string(&format!("{a}{b}")),
                            None => Konst::Unknown,
                        },
                        _ => Konst::Unknown,
                    };
                    changed = whole;
                }
                changed.clone()
            }
            // `pool.map(f, items)`, on what is no container.
            Effect::Map if self.traits.explicit_self && args.len() > 1 && object.shape.is_none() => {
                return self.library_function(receiver, None, Sym::new("map"), args);
            }
            // Nothing is handed to it.
            Effect::Each | Effect::Map
                if object.marks.is_empty()
                    && object.shape.as_ref().is_some_and(|s| s.closed && s.len == Some(0) && s.parts.is_empty()) =>
            {
                return Some(Val::empty(true));
            }
            Effect::Each | Effect::Map if args.iter().any(|a| self.makes_element(effect, object, a)) => {
                let mut out = Val::default();
                // What a test gives decides only which elements stay.
                let callee = self.tree.node(receiver).parent;
                let tests = self.tree.child(callee, Role::Name).is_some_and(|n| {
                    matches!(
                        self.text(n),
                        "filter" | "Where" | "select" | "reject" | "takeIf" | "takeWhile" | "dropWhile" | "find"
                    )
                });
                if !(tests && effect == Effect::Each) {
                    args.iter().for_each(|a| out.add_anywhere(&Val { func: None, ..a.value.clone() }));
                }
                if effect == Effect::Each {
                    out.marks.join(&object.all());
                }
                if tests && args.iter().any(|a| self.lets_harmless_pass(a.node)) {
                    out.marks.clear(self.safe.guards);
                }
                return Some(out);
            }
            Effect::Same if args.is_empty() || is_list => return Some(object.clone()),
            Effect::FromReceiver if !args.is_empty() && !self.traits.must_import => {
                let marks = object.all();
                args.iter().for_each(|a| self.pour(&marks, a.node));
                return None;
            }
            Effect::Unshift => {
                let [one] = args else { return None };
                changed.insert_at(0, one.value.clone());
                Val::default()
            }
            Effect::PutIn => {
                let [section, key, item] = args else { return None };
                match (section.value.konst.key(), key.value.konst.key()) {
                    (Some(section), Some(key)) => {
                        let mut inner = match object.shape.as_ref().and_then(|s| s.parts.get(&section)) {
                            Some(inner) => inner.clone(),
                            None => Val::empty(false),
                        };
                        inner.set(key, item.value.clone());
                        changed.set(section, inner);
                    }
                    _ => changed.add_anywhere(&item.value),
                }
                Val::default()
            }
            Effect::GetIn => {
                let [section, key, rest @ ..] = args else { return None };
                object.shape.as_ref()?;
                let mut part = object.part(section.value.konst.key().as_ref()).part(key.value.konst.key().as_ref());
                rest.iter().for_each(|r| part.join(&r.value));
                return Some(part);
            }
            Effect::Truncate => {
                // Up to a place that is not the end, something stays.
                let partly = args.get(1).is_some_and(|a| matches!(a.value.konst, Konst::Int(_)));
                if !partly && args.first().is_none_or(|a| a.value.konst == Konst::Int(0)) {
                    changed = Val { class: object.class, konst: Konst::string(""), ..Val::default() };
                }
                Val::default()
            }
            Effect::Insert => {
                let whole = self.replaces_all(receiver, object, args);
                if whole {
                    changed = Val { class: object.class, exact: object.exact, ..Val::default() };
                }
                changed.konst = Konst::Unknown;
                // Places go nowhere.
                let put = if whole { &args[2..] } else { args };
                put.iter().for_each(|a| changed.marks.join(&a.value.all()));
                changed.clone()
            }
            Effect::Entries if args.is_empty() => {
                let shape = object.shape.as_ref()?;
                let mut out = Val::empty(true);
                for (key, part) in shape.parts.iter().filter(|(k, _)| **k != keys_key()) {
                    let mut pair = Val::empty(true);
                    pair.push(Val::of(key_konst(key)));
                    pair.push(part.clone());
                    out.push(pair);
                }
                if let Some(keys) = shape.parts.get(&keys_key()) {
                    let mut pair = Val::empty(true);
                    pair.push(keys.clone());
                    pair.push(Val::marked(object.marks.clone()));
                    out.push(pair);
                }
                if !shape.closed || !object.marks.is_empty() {
                    out.add_anywhere(&Val::marked(object.marks.clone()));
                }
                return Some(out);
            }
            Effect::Keys if args.is_empty() => {
                let shape = object.shape.as_ref()?;
                let mut out = Val::empty(true);
                for (key, part) in &shape.parts {
                    out.push(if *key == keys_key() { Val::marked(part.all()) } else { Val::of(key_konst(key)) });
                }
                if !shape.closed || !object.marks.is_empty() {
                    out.add_anywhere(&Val::marked(object.marks.clone()));
                }
                return Some(out);
            }
            Effect::Values if args.is_empty() => {
                let shape = object.shape.as_ref()?;
                let mut out = Val::empty(true);
                for (_, part) in shape.parts.iter().filter(|(k, _)| **k != keys_key()) {
                    out.push(part.clone());
                }
                if !shape.closed || !object.marks.is_empty() {
                    out.add_anywhere(&Val::marked(object.marks.clone()));
                }
                return Some(out);
            }
            // Of the list itself, which is the result in some languages.
            Effect::Reverse if is_list && args.is_empty() => {
                changed.reverse();
                changed.clone()
            }
            Effect::Scatter if is_list => {
                changed.scatter();
                changed.clone()
            }
            Effect::Elements if is_list => {
                let (from, to) = bounds(args)?;
                return object.elements(from, to);
            }
            Effect::InsertBefore | Effect::EachAnew | Effect::Count | Effect::Or => {
                let (result, left) = self.apply_rare(effect, receiver, object, args)?;
                changed = left;
                result
            }
            Effect::PutGet
            | Effect::PutJoin
            | Effect::GetOut
            | Effect::Key
            | Effect::Entry
            | Effect::Hold
            | Effect::HoldGet
            | Effect::Limit
            | Effect::Skip
            | Effect::OrElse
            | Effect::Held => {
                return self.apply_more(effect, receiver, object, args);
            }
            Effect::PairKey if args.is_empty() && is_pair(object) => return Some(object.part(Some(&Key::Index(0)))),
            Effect::PairValue if args.is_empty() && is_pair(object) => return Some(object.part(Some(&Key::Index(1)))),
            Effect::Element if args.is_empty() && object.shape.is_some() => {
                return Some(element(object));
            }
            _ => return None,
        };
        if let Some(place) = self.place(receiver) {
            let marks_before = object.marks.clone();
            if changed.marks != marks_before {
                let span = self.span(receiver);
                changed.marks.through(span, &mut self.steps);
            }
            self.mutate(&place, changed);
        } else if self.tree.kind(receiver) == Kind::Call {
            // `sb.append(a).append(b)`: the chain leads back to the variable.
            self.write_through(receiver, changed);
        }
        Some(result)
    }
}

/// The part of a map that stands for the keys that are not known.
const KEYS: &str = "\u{0}keys";

pub(super) fn keys_key() -> Key {
    Key::Name(KEYS.into())
}

/// The keys of a container.
pub(super) fn keys_of(object: &Val) -> Val {
    match &object.shape {
        Some(shape) => match shape.parts.get(&keys_key()) {
            Some(keys) => Val::marked(keys.all()),
            None if !shape.parts.is_empty() => Val::default(),
            None => Val::marked(object.marks.clone()),
        },
        None => Val::marked(object.marks.clone()),
    }
}

/// A key as the constant that it is.
pub(super) fn key_konst(key: &Key) -> Konst {
    match key {
        Key::Index(n) => Konst::Int(*n),
        Key::Name(name) => Konst::Str(std::sync::Arc::clone(name)),
    }
}

pub(super) fn is_pair(value: &Val) -> bool {
    value.shape.as_ref().is_some_and(|s| s.len == Some(2))
}

impl Run<'_> {
    /// Functions that are called without a receiver, or by the name of their class; `None` if nothing is known.
    pub(super) fn library_function(
        &mut self,
        node: NodeId,
        class: Option<u64>,
        name: Sym,
        args: &[Arg],
    ) -> Option<Val> {
        let effect = match class {
            Some(class) => model_of(class, name)?,
            None => function(name).or_else(|| model(None, name))?,
        };
        let values = || args.iter().map(|a| &a.value);
        match effect {
            Effect::IntoFirst | Effect::FromFirst => {
                let (first, rest) = args.split_first()?;
                let mut marks = Marks::default();
                if effect == Effect::IntoFirst {
                    rest.iter().for_each(|a| marks.join(&a.value.all()));
                    self.pour(&marks, first.node);
                } else {
                    marks = first.value.all();
                    rest.iter().for_each(|a| self.pour(&marks, a.node));
                }
                args.iter().for_each(|a| marks.join(&a.value.all()));
                marks.close();
                Some(Val::marked(marks))
            }
            Effect::IntoThird
            | Effect::ReversedOf
            | Effect::ScatteredOf
            | Effect::Merged
            | Effect::MergedFirst
            | Effect::PairsOf
            | Effect::Fill
            | Effect::Swap
            | Effect::Zip => self.library_more(effect, args),
            // `array_push($list, $x)`: the result is a number.
            Effect::PushFirst => {
                let (first, rest) = args.split_first()?;
                let mut list = first.value.clone();
                if list.shape.is_none() && list.marks.is_empty() {
                    list = Val { class: list.class, ..Val::empty(true) };
                }
                for arg in rest {
                    if arg.spread || list.shape.is_none() {
                        list.add_anywhere(&arg.value);
                    } else {
                        list.push(arg.value.clone());
                    }
                }
                if let Some(place) = self.place(first.node) {
                    self.write(&place, list);
                }
                Some(Val::default())
            }
            // `append(list, x)` of Go.
            Effect::Append if class.is_none() && self.traits.channels => {
                let (first, rest) = args.split_first()?;
                let mut list = first.value.clone();
                if list.shape.is_none() && list.marks.is_empty() {
                    list = Val { class: list.class, ..Val::empty(true) };
                }
                for arg in rest {
                    match arg.value.shape.as_ref().and_then(|s| s.len).filter(|_| arg.spread) {
                        Some(len) => (0..len).for_each(|n| list.push(arg.value.part(Some(&Key::Index(n))))),
                        None if arg.spread => list.add_anywhere(&arg.value),
                        None => list.push(arg.value.clone()),
                    }
                }
                Some(list)
            }
            // `Collections.addAll(list, a, b)`
            Effect::Extend
                if args.len() > 1
                    && class == Some(Sym::new("Collections").0)
                    && args[0].value.shape.as_ref().is_some_and(|s| s.len.is_some())
                    && args[1..].iter().all(|a| a.value.shape.is_none()) =>
            {
                let mut list = args[0].value.clone();
                args[1..].iter().for_each(|a| list.push(a.value.clone()));
                let place = self.place(args[0].node)?;
                self.mutate(&place, list);
                Some(Val::default())
            }
            // `Object.assign({}, a, b)`
            Effect::Extend if class.is_some() && args.len() > 1 => {
                let mut whole = args[0].value.clone();
                for arg in &args[1..] {
                    match &arg.value.shape {
                        Some(shape) => {
                            whole.marks.join(&arg.value.marks);
                            for (key, part) in &shape.parts {
                                whole.set(key.clone(), part.clone());
                            }
                        }
                        None => whole.add_anywhere(&arg.value),
                    }
                }
                if let Some(place) = self.place(args[0].node) {
                    self.write(&place, whole.clone());
                }
                Some(whole)
            }
            Effect::Entries | Effect::Keys | Effect::Values if class.is_some() && args.len() == 1 => {
                let object = args[0].value.clone();
                self.apply(effect, args[0].node, &object, &[])
            }
            Effect::NewList => Some(self.new_list(args)),
            Effect::NewMap if args.iter().all(|a| a.name.is_some()) || args.len() == 1 => Some(self.new_map(args)),
            Effect::ListOf => {
                let mut list = Val::empty(true);
                match args {
                    // An array that is handed over as it is.
                    [one] if one.value.shape.as_ref().is_some_and(|s| s.len.is_some()) => {
                        return Some(one.value.clone());
                    }
                    _ => values().for_each(|v| list.push(v.clone())),
                }
                Some(list)
            }
            Effect::MapOf => {
                let mut map = Val::empty(false);
                let pairs: Option<Vec<(NodeId, NodeId)>> = args.iter().map(|a| self.infix_pair(a.node)).collect();
                if let Some(pairs) = pairs {
                    for (key, value) in pairs {
                        let value = self.eval(value);
                        match self.constant(key).key() {
                            Some(key) => map.set(key, value),
                            None => map.add_anywhere(&value),
                        }
                    }
                    return Some(map);
                }
                for pair in args.chunks(2) {
                    let [key, value] = pair else { return None };
                    match key.value.konst.key() {
                        Some(key) => map.set(key, value.value.clone()),
                        None => map.add_anywhere(&value.value),
                    }
                }
                Some(map)
            }
            // `Collections.reverse(list)`
            Effect::Reverse | Effect::Scatter if class.is_some() => {
                let first = args.first()?;
                let mut list = first.value.clone();
                list.shape.as_ref()?;
                if effect == Effect::Reverse {
                    list.reverse()
                } else {
                    list.scatter()
                }
                if let Some(place) = self.place(first.node) {
                    self.write(&place, list.clone());
                }
                Some(list)
            }
            // `Arrays.copyOfRange(list, 1, 2)`
            Effect::Elements if class.is_some() => {
                let (first, rest) = args.split_first()?;
                let (from, to) = bounds(rest)?;
                first.value.elements(from, to)
            }
            // With a length at most: `Arrays.copyOf(list, 3)`.
            Effect::SameOf
                if args.iter().skip(1).all(|a| a.name.is_some() || matches!(a.value.konst, Konst::Int(_))) =>
            {
                let value = args.first()?.value.clone();
                let known = value.shape.is_some();
                // Whatever is sorted is in another order.
                (known && self.tree.node(node).end > node).then_some(value)
            }
            // The first of what was made for this call, whose elements are known.
            Effect::Element
                if name == Sym::new("next")
                    && matches!(self.tree.kind(args.first()?.node), Kind::Call | Kind::Comprehension)
                    && args[0].value.marks.is_empty()
                    && args[0].value.shape.as_ref().is_some_and(|s| s.closed && s.len.is_some_and(|len| len > 0)) =>
            {
                Some(args[0].value.part(Some(&Key::Index(0))))
            }
            Effect::Element if !args.is_empty() && args[0].value.shape.is_some() => Some(element(&args[0].value)),
            Effect::Enumerate => {
                let given = &args.first()?.value;
                let known = given.shape.as_ref().filter(|s| s.closed && given.marks.is_empty() && args.len() == 1);
                let mut list = Val::empty(true);
                match known.and_then(|s| s.len.filter(|len| usize::try_from(*len) == Ok(s.parts.len()))) {
                    Some(len) => (0..len).for_each(|n| {
                        let mut pair = Val::empty(true);
                        pair.push(Val::of(Konst::Int(n)));
                        pair.push(given.part(Some(&Key::Index(n))));
                        list.push(pair);
                    }),
                    None => {
                        let mut pair = Val::empty(true);
                        pair.push(Val::default());
                        pair.push(element(given));
                        list.push(pair);
                    }
                }
                Some(list)
            }
            // `map(f, items)`
            Effect::Map | Effect::Each => {
                // The function comes first, or behind the container: `array_walk($rows, f)`.
                let at = args.iter().position(|a| a.value.func.is_some())?;
                let closure = args[at].value.func.clone()?;
                let rest = args.iter().enumerate().filter(|(n, _)| *n != at);
                let given: Vec<Val> = rest.map(|(_, a)| element(&a.value)).collect();
                let ret = self.inline_function(self.funcs.get(closure.func as usize)?.node, &given);
                let mut list = Val::empty(true);
                list.push(if effect == Effect::Each { given.into_iter().next()? } else { ret });
                Some(list)
            }
            _ => None,
        }
    }
}
