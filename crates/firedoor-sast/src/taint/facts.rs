//! Constants and small functions of other files, for conditions that they decide.
//!
//! A file is interpreted before others are known, so `if (Flags.STRICT)` goes both ways. What a condition asks of other
//! files is noted where nothing else is unknown in it; if they define it, the file is interpreted once more with it.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::FileTaint;
use super::call::Arg;
use super::doubts::{Asked, Doubts};
use super::fold;
use super::run::{Func, Run, field_key};
use super::value::{Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym, Tree, mix};

/// Deepest nesting of an expression.
const MAX_DEPTH: u32 = 8;
/// Most statements of a function that is an expression.
const MAX_STATEMENTS: usize = 8;

/// What a function without effects gives, in terms of its parameters.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Formula {
    Is(Konst),
    Param(usize),
    Unary(&'static str, Box<Formula>),
    Binary(&'static str, Box<Formula>, Box<Formula>),
    If(Box<Formula>, Box<Formula>, Box<Formula>),
}

impl Formula {
    fn value(&self, args: &[Konst], integer_division: bool) -> Konst {
        let of = |formula: &Self| formula.value(args, integer_division);
        match self {
            Self::Is(konst) => konst.clone(),
            Self::Param(n) => args.get(*n).cloned().unwrap_or_default(),
            Self::Unary(op, a) => fold::unary(op, &of(a)),
            Self::Binary(op, a, b) => fold::binary(op, &of(a), &of(b), integer_division),
            Self::If(test, then, otherwise) => match of(test) {
                Konst::Bool(true) => of(then),
                Konst::Bool(false) => of(otherwise),
                _ => Konst::Unknown,
            },
        }
    }
}

/// What a function says of its parameters, one bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Guard {
    /// Harmless if it gives true.
    pub(super) yes: u64,
    /// Harmless if it gives false.
    pub(super) no: u64,
    /// Harmless if it comes back.
    pub(super) passed: u64,
}

/// What a method does to the one field that it speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Access {
    /// The field is the argument, and nothing else any more.
    Sets(Box<str>),
    Gives(Box<str>),
}

/// Methods that set and give fields, by name.
pub(super) type Accesses = Vec<(Sym, Access)>;

/// What a function is to other files.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Told {
    /// What it gives for constants.
    formula: Option<Formula>,
    /// What it says of its parameters.
    guard: Guard,
    /// It gives what it is given.
    plain: bool,
    /// It is only declared, and its name is another's who has a body.
    bodyless: bool,
}

/// What files define for others. What is defined twice and differently is not known.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    constants: FxHashMap<u64, Konst>,
    functions: FxHashMap<u64, Option<Formula>>,
    guards: FxHashMap<u64, Guard>,
    holders: FxHashMap<u64, Accesses>,
    /// Whether functions give what they are given.
    plain: FxHashMap<u64, bool>,
    /// Functions that somebody took for a library's.
    tested: BTreeSet<u64>,
    /// Where what is asked for is defined.
    homes: FxHashMap<u64, Vec<Box<str>>>,
    doubts: Doubts,
}

impl Facts {
    /// What some of the files ask for and others define.
    pub(crate) fn of(files: &[FileTaint<'_>], doubts: Doubts) -> Self {
        let all = || files.iter().flat_map(|f| &f.asked);
        let mut asked: BTreeSet<u64> = all().map(|(key, _)| *key).collect();
        for (key, _) in all().filter(|(_, name)| doubts.has(name)) {
            asked.remove(key);
        }
        let mut out = Self { doubts, ..Self::default() };
        if asked.is_empty() {
            return out;
        }
        for file in files {
            for (name, konst) in file.constants.iter().filter(|(name, _)| asked.contains(name)) {
                let there = out.constants.entry(*name).or_insert_with(|| konst.clone());
                if there != konst {
                    *there = Konst::Unknown;
                }
                out.homes.entry(*name).or_default().push(file.home());
            }
            for (key, _) in &file.functions {
                let (guard, test) = (as_guard(*key), as_tested(*key));
                if asked.contains(key) || asked.contains(&guard) {
                    out.homes.entry(*key).or_default().push(file.home());
                }
                if asked.contains(&test) {
                    out.tested.insert(test);
                }
            }
        }
        // Of several functions of one name only what all of them say.
        let nothing = Told::default();
        for (key, told) in files.iter().flat_map(|f| &f.functions) {
            let Told { formula, guard, plain, bodyless } = told.as_deref().unwrap_or(&nothing);
            if asked.contains(key) && !bodyless {
                let there = out.functions.entry(*key).or_insert_with(|| formula.clone());
                if there != formula {
                    *there = None;
                }
            }
            if asked.contains(&as_guard(*key)) {
                let there = out.guards.entry(as_guard(*key)).or_insert(*guard);
                there.yes &= guard.yes;
                there.no &= guard.no;
                there.passed &= guard.passed;
            }
            if asked.contains(&as_plain(*key)) {
                *out.plain.entry(as_plain(*key)).or_insert(*plain) &= *plain;
            }
        }
        for (class, accesses) in files.iter().flat_map(|f| &f.holders) {
            let name = as_holder(*class);
            if asked.contains(&name) && out.holders.insert(name, accesses.clone()).is_some() {
                // Which of the classes of that name it is, nobody knows.
                out.holders.insert(name, Vec::new());
            }
        }
        out.plain.retain(|_, plain| *plain);
        out.holders.retain(|_, accesses| !accesses.is_empty());
        out.guards.retain(|_, guard| *guard != Guard::default());
        out.constants.retain(|_, konst| *konst != Konst::Unknown);
        out.functions.retain(|_, formula| formula.is_some());
        out
    }

    /// Whether a file asks for something that is known.
    pub(crate) fn answer(&self, file: &FileTaint<'_>) -> bool {
        let known = |name: &u64| {
            self.constants.contains_key(name)
                || self.functions.contains_key(name)
                || self.guards.contains_key(name)
                || self.holders.contains_key(name)
        };
        file.asked.keys().any(known) || self.opens_ways(file)
    }

    /// Whether what other files define opens ways in a file: a function by the name of a sanitizer gives what it is given, a
    /// library's name is one of the project, a guard is overridden. All else that files tell each other ends ways.
    pub(crate) fn opens_ways(&self, file: &FileTaint<'_>) -> bool {
        file.asked.keys().any(|name| self.plain.contains_key(name) || self.tested.contains(name))
            || file.trusted.iter().any(|(class, name)| self.doubts.is_overridden(*class, *name))
    }

    /// Whether a method of a class may be another one's.
    pub(super) fn is_overridden(&self, class: u64, name: Sym) -> bool {
        self.doubts.is_overridden(class, name)
    }

    /// Whether a function of the project has the name of a library's.
    pub(super) fn is_tested(&self, function: u64) -> bool {
        self.tested.contains(&as_tested(function))
    }
}

/// A function as it is asked for.
fn function_key(of: u64, name: Sym, args: usize) -> u64 {
    mix(field_key(of, name), 0xf00 + args as u64)
}

/// A function as one that gives what it is given.
pub(super) fn as_plain(function: u64) -> u64 {
    mix(function, 0x91a1)
}

/// A function as one that a library may have.
pub(super) fn as_tested(function: u64) -> u64 {
    mix(function, 0x7e57)
}

/// A function of another file, as a call names it.
pub(super) struct Far {
    pub(super) key: u64,
    of: u64,
    name: Sym,
    node: NodeId,
}

/// In the place of a module: functions that every file knows (PHP).
const EVERYWHERE: u64 = 0xe7e2;

/// A class as a holder of fields.
pub(super) fn as_holder(class: u64) -> u64 {
    mix(class, 0x401d)
}

/// A function as a guard.
pub(super) fn as_guard(function: u64) -> u64 {
    mix(function, 0x6a4d)
}

impl Run<'_> {
    /// Notes that something of another file is asked for.
    pub(super) fn ask_for(&mut self, key: u64, of: u64, name: NodeId) {
        let name = self.tree.node(name).sym;
        let name = self.renamed.get(&name).copied().unwrap_or(name);
        self.asked.insert(key, Asked { of, name, written: true });
    }

    /// Notes that a function of another file is asked for, in one of its forms.
    pub(super) fn ask_far(&mut self, far: &Far, form: fn(u64) -> u64) {
        self.ask_for(form(far.key), far.of, far.node);
    }

    /// Whether what is defined somewhere is what an import here means, as far as it tells the package.
    fn is_at_home(&self, of: u64, name: Sym, key: u64) -> bool {
        let Some(homes) = self.facts.and_then(|facts| facts.homes.get(&key)) else { return true };
        let mut from =
            self.packages.iter().filter(|(what, _)| what.0 == of || *what == name && self.traits.explicit_self);
        let Some((what, package)) = from.next() else {
            // Without an import a class is one of the own package, or of one from which something is taken.
            let is_taken = |home: &str| home.is_empty() || self.packages.iter().any(|(_, p)| *p == home);
            let own = self.package.as_deref().filter(|_| !self.imports_all);
            return own.is_none_or(|own| homes.iter().all(|home| **home == *own || is_taken(home)));
        };
        let package = package.trim_start_matches('.');
        if package.is_empty() {
            return true;
        }
        if !self.traits.explicit_self {
            return homes.iter().all(|home| home.is_empty() || **home == *package);
        }
        // Modules by the ends of their paths: what is above may be left out in either.
        let ends = |long: &str, short: &str| {
            long.strip_suffix(short).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')) || short.is_empty()
        };
        let may_be_module = what.0 == of;
        homes.iter().all(|home| {
            // `from a.b.conf import MODE`, and `from a.b import conf`
            let folder = home.rsplit_once('.').map_or("", |(folder, _)| folder);
            let is = |place: &str| ends(place, package) || ends(package, place);
            is(home) || may_be_module && is(folder)
        })
    }

    /// What a function of another file says of its parameters.
    pub(super) fn far_guard(&self, callee: NodeId, args: usize) -> Option<Guard> {
        let (facts, far) = (self.facts?, self.far_function(callee, args)?);
        let guard = facts.guards.get(&as_guard(far.key)).copied()?;
        self.is_at_home(far.of, far.name, far.key).then_some(guard)
    }

    /// The name of a constant of another file: its class or module, the name, and the whole.
    fn far_name(&self, node: NodeId) -> Option<(u64, NodeId, u64)> {
        match self.tree.kind(node) {
            Kind::Member => {
                let (object, name) = (self.tree.child(node, Role::Object)?, self.tree.child(node, Role::Name)?);
                // The value of a constant of an enumeration (Python).
                if self.traits.explicit_self && self.text(name) == "value" && self.tree.kind(object) == Kind::Member {
                    return self.far_name(object);
                }
                let is_constant = super::language::is_constant(self.text(name));
                let is_path = matches!(self.tree.kind(object), Kind::Ident | Kind::Member)
                    && !self.tree.def_of.contains_key(&object)
                    && !super::language::is_this(self.text(object));
                if !is_constant || !is_path {
                    return None;
                }
                let of = self.module_of(object);
                Some((of.0, name, field_key(of.0, self.tree.node(name).sym)))
            }
            Kind::Ident => {
                let name = self.tree.node(node).sym;
                let module = *self.imported.get(&name)?;
                Some((module, node, field_key(module, self.renamed.get(&name).copied().unwrap_or(name))))
            }
            _ => None,
        }
    }

    /// The constant of another file that a name means.
    pub(super) fn far_constant(&self, node: NodeId) -> Konst {
        let Some(facts) = self.facts else { return Konst::Unknown };
        let Some((of, name, key)) = self.far_name(node) else { return Konst::Unknown };
        let key = super::cases::as_name(key);
        match facts.constants.get(&key) {
            Some(konst) if self.is_at_home(of, self.tree.node(name).sym, key) => konst.clone(),
            _ => Konst::Unknown,
        }
    }

    /// The function of another file that a call means.
    pub(super) fn far_function(&self, callee: NodeId, args: usize) -> Option<Far> {
        let far = |of: u64, name: Sym, node: NodeId| Far { key: function_key(of, name, args), of, name, node };
        match self.tree.kind(callee) {
            Kind::Member => {
                let (object, node) = (self.tree.child(callee, Role::Object)?, self.tree.child(callee, Role::Name)?);
                let name = self.tree.node(node).sym;
                if super::language::is_this(self.text(object)) {
                    return None;
                }
                // An object of a known class, or the class or module itself.
                if let Some(class) = self.look_up(self.var(object)).and_then(|v| v.class) {
                    return Some(far(class, name, node));
                }
                let is_path = matches!(self.tree.kind(object), Kind::Ident | Kind::Member)
                    && !self.tree.def_of.contains_key(&object);
                let of = is_path.then(|| self.module_of(object))?;
                Some(far(of.0, name, node))
            }
            Kind::Ident => {
                let name = self.tree.node(callee).sym;
                let module = match self.imported.get(&name) {
                    Some(module) => *module,
                    None if self.functions_are_global && !self.by_name.contains_key(&name) => EVERYWHERE,
                    None => return None,
                };
                Some(far(module, self.renamed.get(&name).copied().unwrap_or(name), callee))
            }
            _ => None,
        }
    }

    /// What a function of another file gives for constants.
    pub(super) fn far_result(&self, callee: NodeId, args: &[Konst]) -> Konst {
        let Some(facts) = self.facts else { return Konst::Unknown };
        let far = self.far_function(callee, args.len());
        let far = far.filter(|far| facts.functions.contains_key(&far.key));
        let far = far.filter(|far| self.is_at_home(far.of, far.name, far.key));
        let formula = far.and_then(|far| facts.functions.get(&far.key)?.as_ref());
        formula.map_or(Konst::Unknown, |f| f.value(args, self.traits.integer_division))
    }

    /// Notes what a condition asks of other files, if nothing else in it is unknown.
    pub(super) fn ask(&mut self, condition: NodeId) {
        if self.facts.is_some() {
            return;
        }
        let mut names = Vec::new();
        if self.is_decidable(condition, &mut names, 0) {
            for (of, name, key) in names {
                if key.1 && of != 0 {
                    self.wanted.insert(of);
                }
                self.ask_for(key.0, of, name);
            }
        }
    }

    fn is_decidable(&self, node: NodeId, names: &mut Vec<(u64, NodeId, (u64, bool))>, depth: u32) -> bool {
        if depth > MAX_DEPTH {
            return false;
        }
        if self.constant(node) != Konst::Unknown {
            return true;
        }
        match self.tree.kind(node) {
            Kind::Member | Kind::Ident => {
                if let Some((of, name, key)) = self.far_name(node) {
                    names.push((of, name, (super::cases::as_name(key), true)));
                    return true;
                }
                // A variable that was set once, to something that is.
                self.set_to(node).is_some_and(|value| self.is_decidable(value, names, depth + 1))
            }
            Kind::Binary | Kind::Unary => {
                let mut sides = self.tree.children(node).filter(|n| self.tree.node(*n).role != Role::Op);
                sides.all(|side| self.is_decidable(side, names, depth + 1))
            }
            Kind::Call => {
                let Some(callee) = self.tree.child(node, Role::Callee) else { return false };
                let args = self.given(node);
                if !args.iter().all(|arg| self.is_decidable(*arg, names, depth + 1)) {
                    return false;
                }
                // `Flags.NAME.equals("x")`
                if let Some(object) = self.tree.child(callee, Role::Object)
                    && self.is_decidable(object, names, depth + 1)
                {
                    // What is imported may be a module as well: `flags.strict()`.
                    let imported = self.tree.kind(object) == Kind::Ident
                        && self.imported.contains_key(&self.tree.node(object).sym);
                    if let Some(far) = self.far_function(callee, args.len()).filter(|_| imported) {
                        names.push((far.of, far.node, (far.key, false)));
                    }
                    return true;
                }
                match self.far_function(callee, args.len()) {
                    Some(far) => {
                        names.push((far.of, far.node, (far.key, false)));
                        true
                    }
                    None => false,
                }
            }
            _ => false,
        }
    }

    /// The functions of the file by what others call them, with what there is to say of each: one that says nothing
    /// takes away what another of its name says.
    pub(super) fn told(&self, modules: &[u64]) -> Vec<(u64, Option<Arc<Told>>)> {
        let mut out = Vec::new();
        for (number, func) in (0..).zip(&self.funcs).skip(1).filter(|(_, f)| f.name != Sym::NONE) {
            let settled = self.is_settled(func.node);
            let told = Told {
                formula: self.function_formula(func).filter(|_| settled),
                guard: if settled { self.guard_of(number, 0) } else { Guard::default() },
                plain: self.is_plain(number),
                bodyless: self.tree.child(func.node, Role::Body).is_none(),
            };
            let told = (told != Told::default()).then(|| Arc::new(told));
            let key = |of: u64| (function_key(of, func.name, func.names.len()), told.clone());
            match func.class {
                Some(class) => out.push(key(class)),
                None => out.extend(modules.iter().chain([&EVERYWHERE]).map(|m| key(*m))),
            }
        }
        out
    }

    /// A function that is no more than an expression of its parameters.
    fn function_formula(&self, func: &Func) -> Option<Formula> {
        let body = self.tree.child(func.node, Role::Body)?;
        let mut statements: Vec<NodeId> = match self.tree.kind(body) {
            kind if kind.is_block() => self.tree.children(body).collect(),
            _ => vec![body],
        };
        statements.retain(|n| self.tree.kind(*n) != Kind::Str);
        let formula = (statements.len() <= MAX_STATEMENTS).then(|| self.formula_of(&statements, &func.names))?;
        formula.filter(|formula| *formula != Formula::Is(Konst::Unknown))
    }

    /// Whether a name means a function for good: it is defined once and for all, and runs as it is written.
    fn is_settled(&self, func: NodeId) -> bool {
        let mut at = self.tree.node(func).parent;
        while at != Tree::ROOT {
            let is_condition = matches!(
                self.tree.kind(at),
                Kind::FuncDef
                    | Kind::Lambda
                    | Kind::If
                    | Kind::Try
                    | Kind::For
                    | Kind::ForEach
                    | Kind::While
                    | Kind::Switch
            );
            if is_condition {
                return false;
            }
            at = self.tree.node(at).parent;
        }
        self.runs_when_called(func)
    }

    /// Whether a function gives its parameter as it is: whatever its name promises, it cleans nothing.
    fn is_plain(&self, func: u32) -> bool {
        let Some(info) = self.funcs.get(func as usize) else { return false };
        let Some(body) = self.tree.child(info.node, Role::Body) else { return false };
        let mut statements = self.tree.children(body);
        let (Some(only), None) = (statements.next(), statements.next()) else { return false };
        let given = |node: NodeId| self.tree.children(node).last();
        self.tree.kind(body).is_block()
            && self.tree.kind(only) == Kind::Return
            && given(only).is_some_and(|value| self.is_given(value, &info.names, 0))
    }

    fn is_given(&self, node: NodeId, names: &[Sym], depth: u32) -> bool {
        match self.tree.kind(node) {
            Kind::Ident => names.contains(&self.plain(node)),
            Kind::Call if depth < MAX_DEPTH => {
                let Some(callee) = self.tree.child(node, Role::Callee) else { return false };
                let name = self.text(self.tree.child(callee, Role::Name).unwrap_or(callee));
                let changes_little = matches!(
                    name,
                    "trim"
                        | "rtrim"
                        | "ltrim"
                        | "strtolower"
                        | "strtoupper"
                        | "ucfirst"
                        | "strval"
                        | "strip"
                        | "lower"
                        | "upper"
                        | "toLowerCase"
                        | "toUpperCase"
                        | "toString"
                        | "String"
                        | "str"
                        | "nl2br"
                        | "stripslashes"
                );
                let args = self.given(node);
                let on = self.tree.child(callee, Role::Object).into_iter();
                changes_little && on.chain(args).any(|n| self.is_given(n, names, depth + 1))
            }
            _ => false,
        }
    }

    /// Whether a call that a rule takes for a sanitizer is of a function of the project that gives what it is given.
    pub(super) fn cleans_nothing(&mut self, node: NodeId) -> bool {
        if self.tree.kind(node) != Kind::Call {
            return false;
        }
        let Some(callee) = self.tree.child(node, Role::Callee) else { return false };
        let count = self.tree.child(node, Role::Args).map_or(0, |l| self.tree.children(l).count());
        if self.tree.kind(callee) == Kind::Ident
            && let Some([func]) = self.by_name.get(&self.tree.node(callee).sym).map(Vec::as_slice)
        {
            return self.is_plain(*func);
        }
        let Some(far) = self.far_function(callee, count) else { return false };
        match self.facts {
            Some(facts) => facts.plain.contains_key(&as_plain(far.key)),
            None => {
                self.ask_far(&far, as_plain);
                false
            }
        }
    }

    /// The methods of the file's classes that set a field or give one and do nothing else.
    pub(super) fn holders(&self) -> Vec<(u64, Accesses)> {
        let mut out: std::collections::BTreeMap<u64, Accesses> = std::collections::BTreeMap::new();
        for func in self.funcs.iter().skip(1) {
            let (Some(class), Some(body)) = (func.class, self.tree.child(func.node, Role::Body)) else { continue };
            // What is inherited may be set elsewhere.
            if self.classes.get(&class).is_some_and(|c| !c.bases.is_empty()) {
                continue;
            }
            let Some(statement) = self.tree.first_child(body).filter(|_| self.tree.kind(body).is_block()) else {
                continue;
            };
            if self.tree.children(body).count() != 1 || func.names.len() > 1 {
                continue;
            }
            if let Some(access) = self.access(statement, &func.names) {
                out.entry(class).or_default().push((func.name, access));
            }
        }
        out.into_iter().collect()
    }

    fn access(&self, statement: NodeId, names: &[Sym]) -> Option<Access> {
        let field = |node: NodeId| -> Option<Box<str>> {
            match self.tree.kind(node) {
                Kind::Member => {
                    let object = self.tree.child(node, Role::Object)?;
                    let this = super::language::is_this(self.text(object));
                    this.then(|| self.tree.child(node, Role::Name).map(|n| self.text(n).into()))?
                }
                Kind::Ident => {
                    let def = self.tree.def_of.get(&node)?;
                    self.is_field(*def).then(|| self.text(node).into())
                }
                _ => None,
            }
        };
        match (self.tree.kind(statement), names) {
            (Kind::Return, []) => field(self.tree.children(statement).last()?).map(Access::Gives),
            (Kind::ExprStmt | Kind::Assign, [name]) => {
                let assign = match self.tree.kind(statement) {
                    Kind::Assign => statement,
                    _ => self.tree.first_child(statement).filter(|n| self.tree.kind(*n) == Kind::Assign)?,
                };
                let (left, right) = (self.tree.child(assign, Role::Left)?, self.tree.child(assign, Role::Right)?);
                let given = self.tree.kind(right) == Kind::Ident && self.tree.node(right).sym == *name;
                field(left).filter(|_| given).map(Access::Sets)
            }
            _ => None,
        }
    }

    /// A method of a class of another file that sets a field or gives it, on an object that was made here.
    pub(super) fn far_access(&mut self, receiver: NodeId, object: &Val, name: Sym, args: &[Arg]) -> Option<Val> {
        let class = object.class.filter(|_| object.exact || self.traits.explicit_self)?;
        let Some(facts) = self.facts else {
            // To set something twice is what makes it worth to know.
            let var = self.var(receiver);
            if args.len() == 1 && self.tree.kind(receiver) == Kind::Ident && !self.filled.insert((var, name)) {
                self.asked.insert(as_holder(class), Asked { of: class, name, written: false });
            }
            return None;
        };
        let accesses = facts.holders.get(&as_holder(class))?;
        let mut found = accesses.iter().filter(|(n, _)| *n == name).map(|(_, access)| access);
        let (Some(access), None) = (found.next(), found.next()) else { return None };
        match (access, args) {
            (Access::Gives(field), []) => Some(object.part(Some(&Key::Name((&**field).into())))),
            (Access::Sets(field), [one]) => {
                let place = self.place(receiver)?;
                let mut changed = object.clone();
                changed.set(Key::Name((&**field).into()), one.value.clone());
                self.mutate(&place, changed);
                Some(Val::default())
            }
            _ => None,
        }
    }

    fn formula_of(&self, statements: &[NodeId], params: &[Sym]) -> Option<Formula> {
        let (first, rest) = statements.split_first()?;
        match self.tree.kind(*first) {
            Kind::Return => self.formula(self.tree.children(*first).last()?, params, 0),
            Kind::If => {
                let part = |role| self.tree.child(*first, role);
                let test = self.formula(part(Role::Cond)?, params, 0)?;
                let inner = |node: NodeId| -> Vec<NodeId> {
                    if self.tree.kind(node).is_block() { self.tree.children(node).collect() } else { vec![node] }
                };
                let then = self.formula_of(&inner(part(Role::Then).or_else(|| part(Role::Body))?), params)?;
                let otherwise = match part(Role::Else) {
                    Some(other) => self.formula_of(&inner(other), params)?,
                    None => self.formula_of(rest, params)?,
                };
                Some(Formula::If(Box::new(test), Box::new(then), Box::new(otherwise)))
            }
            _ => None,
        }
    }

    fn formula(&self, node: NodeId, params: &[Sym], depth: u32) -> Option<Formula> {
        if depth > MAX_DEPTH {
            return None;
        }
        let of = |node| self.formula(node, params, depth + 1).map(Box::new);
        match self.tree.kind(node) {
            Kind::Num | Kind::Str | Kind::Bool | Kind::Char => {
                Some(self.constant(node)).filter(|k| *k != Konst::Unknown).map(Formula::Is)
            }
            Kind::Ident => {
                let name = self.tree.node(node).sym;
                params.iter().position(|p| *p == name).map(Formula::Param)
            }
            Kind::Unary => {
                let inner = self.tree.child(node, Role::Value).or_else(|| self.tree.first_child(node))?;
                Some(Formula::Unary(self.operator(node), of(inner)?))
            }
            Kind::Binary => {
                let sides: Vec<NodeId> =
                    self.tree.children(node).filter(|n| self.tree.node(*n).role != Role::Op).collect();
                let [left, right] = sides[..] else { return None };
                Some(Formula::Binary(self.operator(node), of(left)?, of(right)?))
            }
            Kind::Ternary => {
                let part = |role| self.tree.child(node, role);
                let (test, then, other) = (part(Role::Cond)?, part(Role::Then)?, part(Role::Else)?);
                Some(Formula::If(of(test)?, of(then)?, of(other)?))
            }
            _ => None,
        }
    }
}
