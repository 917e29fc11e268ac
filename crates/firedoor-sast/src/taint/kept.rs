//! Calls and functions as they are kept until all files are known.

use std::borrow::Cow;
use std::collections::BTreeMap;

use firedoor_core::Span;

use super::flow::Flow;
use super::marks::{Marks, Mask};
use super::value::Via;
use crate::tree::Sym;

/// Which functions a call may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Callee {
    pub(super) name: Sym,
    /// The class or module before the dot, if it is known.
    pub(super) class: Option<u64>,
    /// Nothing stands before the name: a function of this file or an imported one.
    pub(super) bare: bool,
    /// `new C(…)`: the constructor.
    pub(super) new: bool,
    /// The module that the name is imported from.
    pub(super) module: Option<u64>,
    /// The property that is asked for, where it is constant.
    pub(super) property: Option<u64>,
    /// What tells the class where it is not known.
    pub(super) via: Option<Via>,
    /// Of a class above (`super.f()`).
    pub(super) up: bool,
    /// The receiver is a name of which nothing is known: a module, or something global.
    pub(super) free: bool,
    /// The receiver was made by a constructor in sight: it is of that class and of none below it.
    pub(super) exact: bool,
}

impl Callee {
    /// A name with nothing before it.
    pub(super) fn bare(name: Sym) -> Self {
        Self {
            name,
            class: None,
            bare: true,
            new: false,
            module: None,
            property: None,
            via: None,
            up: false,
            free: false,
            exact: false,
        }
    }

    /// A constructor.
    pub(super) fn new(name: Sym, class: u64) -> Self {
        Self { class: Some(class), bare: false, new: true, ..Self::bare(name) }
    }

    /// The class of which it makes an object, if it makes one.
    pub(super) fn made_class(&self) -> u64 {
        self.class.filter(|_| self.new).unwrap_or(self.name.0)
    }
}

/// A call that was seen.
#[derive(Clone, Debug)]
pub(super) struct Call {
    pub(super) callee: Callee,
    /// The function in which it stands.
    pub(super) func: u32,
    pub(super) span: Span,
    /// Arguments, joined over all visits; named ones carry their name.
    pub(super) args: Vec<(Option<Sym>, Flow)>,
    /// The constants that they are, by number; zero is none.
    pub(super) konsts: Vec<u64>,
    /// One of them stands for several.
    pub(super) spreads: bool,
    pub(super) receiver: Flow,
    /// What the function is that is called, where a variable holds it.
    pub(super) callee_value: Flow,
    /// The receiver is a class, or the object itself: what its fields hold is known by their names.
    pub(super) by_class: bool,
    /// The receiver was made where we saw it.
    pub(super) made: bool,
    /// Rules for which an unknown function passes nothing on.
    pub(super) opaque: Mask,
}

impl Call {
    /// The argument that a parameter of a function gets.
    pub(super) fn argument(&self, func: &super::FuncInfo, param: u16) -> Option<Cow<'_, Flow>> {
        // What an extension is called on is its first argument, unless it is called by its class.
        let taken = if self.by_class { 0 } else { func.extends.unwrap_or(0) };
        if usize::from(param) < taken {
            return Some(Cow::Borrowed(&self.receiver));
        }
        let at = usize::from(param) - taken;
        let name = func.names.get(usize::from(param)).copied();
        if let Some((_, flow)) = self.args.iter().find(|(n, _)| n.is_some() && *n == name) {
            return Some(Cow::Borrowed(flow));
        }
        let last = usize::from(param) + 1 == func.names.len();
        if func.variadic && last {
            let mut all = Marks::default();
            let rest = self.args.iter().skip(at).filter(|(name, _)| name.is_none());
            let mut parts: Vec<(u32, Flow)> = Vec::new();
            if self.spreads || !func.placed {
                // It is not known what comes where.
                rest.for_each(|(_, f)| all.join(&f.all()));
                all.close();
            } else {
                let place = |n| super::value::Key::Index(n).hash();
                parts.extend((0..).zip(rest).map(|(n, (_, f))| (place(n), f.clone())));
            }
            // What is named keeps its name.
            let own = |name: &Sym| !func.names.contains(name);
            let named = self.args.iter().filter_map(|(name, f)| Some((name.filter(own)?, f)));
            parts.extend(named.map(|(name, f)| (super::value::short(name.0), f.clone())));
            return Some(Cow::Owned(Flow::parted(all, parts)));
        }
        match self.args.get(at) {
            Some((None, flow)) => Some(Cow::Borrowed(flow)),
            _ => None,
        }
    }
}

/// What is known of one function when its body has been seen.
#[derive(Clone, Debug, Default)]
pub(super) struct Summary {
    pub(super) ret: Flow,
    /// What it leaves in its parameters, and in its object ([`super::marks::RECEIVER`]).
    pub(super) out: BTreeMap<u16, Flow>,
    /// What it gives for constants in the place of one parameter.
    pub(super) cases: Vec<super::cases::Case>,
    /// The constant that this parameter is where a call gives none.
    pub(super) default: u64,
}
