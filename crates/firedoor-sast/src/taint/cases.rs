//! What a function gives for a constant argument, for callers in other files.
//!
//! `pick(mode, value)` that compares `mode` with constants gives one thing for each of them. Such a function is interpreted
//! once more for each constant that it asks for, and once for any other one; a call whose argument is a constant is
//! answered by the case that fits. Calls within the file need none of this: they are interpreted where they stand.

use rustc_hash::FxHashMap;

use super::FileTaint;
use super::flow::Flow;
use super::fold;
use super::kept::{Call, Summary};
use super::run::{Env, Run, field_key};
use super::value::Konst;
use crate::tree::{Kind, NodeId, Role, Sym, Tree, mix};

/// Most cases of one function.
const MAX_CASES: usize = 6;
/// Largest function, in nodes.
const MAX_BODY: u32 = 600;

/// The function as it is when one parameter is a certain constant.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) param: u16,
    /// The constant; zero stands for every other one.
    konst: u64,
    pub(super) ret: Flow,
    /// The class that it gives, where it is one.
    pub(super) gives: Option<u64>,
}

/// Constants as they are compared between files; zero is none.
pub(super) fn number_of(konst: &Konst) -> u64 {
    let hash = match konst {
        Konst::Unknown => return 0,
        Konst::Int(n) => mix(0xca01, n.cast_unsigned()),
        Konst::Float(x) => mix(0xca02, x.to_bits()),
        Konst::Str(s) => mix(0xca03, Sym::new(s).0),
        Konst::Bool(b) => mix(0xca04, u64::from(*b)),
        Konst::Null => 0xca05,
        Konst::Enum(name) => mix(0xca06, Sym::new(name).0),
        Konst::Function(name) => mix(0xca07, Sym::new(name).0),
        Konst::Class(name) => mix(0xca08, *name),
    };
    hash.max(1)
}

/// The number of the case that answers a call: zero where none does.
pub(super) fn case_of(call: &Call, info: &super::FuncInfo, summary: &Summary, named: &FxHashMap<u64, u64>) -> usize {
    let Some(first) = summary.cases.first() else { return 0 };
    let name = info.names.get(usize::from(first.param)).copied();
    let by_name = call.args.iter().position(|(n, _)| n.is_some() && *n == name);
    let by_place = || {
        let at = usize::from(first.param);
        let positional = call.args.iter().take(at + 1).all(|(n, _)| n.is_none());
        (positional && at < call.args.len()).then_some(at)
    };
    let konst = match by_name.or_else(by_place) {
        Some(at) => call.konsts.get(at).copied().unwrap_or(0),
        None => summary.default,
    };
    let konst = named.get(&konst).copied().unwrap_or(konst);
    if konst == 0 || call.spreads {
        return 0;
    }
    // A name of another file of which nothing is known.
    if konst & NAMED != 0 {
        return 0;
    }
    let other = || summary.cases.iter().position(|c| c.konst == 0);
    summary.cases.iter().position(|c| c.konst == konst).or_else(other).map_or(0, |at| at + 1)
}

/// The highest bit tells names of constants from constants.
const NAMED: u64 = 1 << 63;

/// The name of a constant of another file, told from constants.
pub(super) fn as_name(key: u64) -> u64 {
    key | NAMED
}

/// The constants that files define, by class or module and name. What is defined twice is none.
pub(super) fn named(files: &[FileTaint<'_>]) -> FxHashMap<u64, u64> {
    let mut out: FxHashMap<u64, u64> = FxHashMap::default();
    for (name, konst) in
        files.iter().flat_map(|f| f.constants.iter().map(|(name, konst)| (*name, number_of(konst) & !NAMED)))
    {
        out.entry(name).and_modify(|there| *there = if *there == konst { konst } else { 0 }).or_insert(konst);
    }
    out
}

impl Run<'_> {
    /// The constant that an argument is: its number, or that of its name.
    pub(super) fn argument_number(&self, node: NodeId, konst: &Konst) -> u64 {
        let known = number_of(konst);
        if known != 0 {
            return known & !NAMED;
        }
        let key = match self.tree.kind(node) {
            Kind::Member => {
                let (object, name) = (self.tree.child(node, Role::Object), self.tree.child(node, Role::Name));
                let (Some(object), Some(name)) = (object, name) else { return 0 };
                let of = self.module_of(object);
                field_key(of.0, self.tree.node(name).sym)
            }
            Kind::Ident => {
                let name = self.tree.node(node).sym;
                let Some(module) = self.imported.get(&name) else { return 0 };
                field_key(*module, self.renamed.get(&name).copied().unwrap_or(name))
            }
            _ => return 0,
        };
        key | NAMED
    }

    /// The constants that the file defines for others.
    pub(super) fn constants(&self, modules: &[u64]) -> Vec<(u64, Konst)> {
        let (writes, mut out) = self.writes();
        let mut add = |of: u64, def: NodeId| {
            let def =
                if self.tree.kind(def) == Kind::ExprStmt { self.tree.first_child(def).unwrap_or(def) } else { def };
            let (name, value) = match self.tree.kind(def) {
                Kind::VarDef => (self.tree.child(def, Role::Name), self.tree.child(def, Role::Value)),
                Kind::Assign => (self.tree.child(def, Role::Left), self.tree.child(def, Role::Right)),
                _ => return,
            };
            let (Some(name), Some(value)) = (name, value) else { return };
            let is_literal = matches!(
                self.tree.kind(value),
                Kind::Num | Kind::Str | Kind::Bool | Kind::Char | Kind::Unary | Kind::Binary
            );
            // What is written in capitals is not changed.
            let is_constant = super::language::is_constant(self.text(name));
            if self.tree.kind(name) == Kind::Ident && is_literal && is_constant {
                let sym = self.tree.node(name).sym;
                let is_once = writes.get(&sym).is_none_or(|n| *n <= 1) && !self.imports_all;
                // Any file may set a static field that is not final.
                let words = self.text(def).split(['=', '{']).next().unwrap_or("");
                let has = |word| words.split_whitespace().any(|w| w == word);
                let is_once = is_once && (!has("static") || ["final", "const", "readonly"].into_iter().any(has));
                let konst = self.literal_of(value, 0);
                // What is set again takes away what it was.
                out.push((as_name(field_key(of, sym)), if is_once { konst } else { Konst::Unknown }));
            }
        };
        for child in self.tree.children(Tree::ROOT) {
            modules.iter().for_each(|module| add(*module, child));
        }
        for class in self.classes.iter() {
            let bodies = self.tree.children(class.1.node).filter(|n| self.tree.kind(*n) == Kind::ClassBody);
            bodies.flat_map(|b| self.tree.children(b)).for_each(|def| add(*class.0, def));
        }
        out
    }

    /// How often each name is given a value, wherever that is, and the constants of others that are.
    fn writes(&self) -> (FxHashMap<Sym, u32>, Vec<(u64, Konst)>) {
        let mut writes: FxHashMap<Sym, u32> = FxHashMap::default();
        let mut others = Vec::new();
        for node in 0..self.tree.written {
            let target = match self.tree.kind(node) {
                Kind::Assign | Kind::AugAssign => self.tree.child(node, Role::Left),
                Kind::VarDef => self.tree.child(node, Role::Name),
                // Whoever has the address may write there.
                Kind::Ref => self.tree.first_child(node),
                _ => None,
            };
            let Some(target) = target else { continue };
            for at in target..self.tree.node(target).end {
                if self.tree.kind(at) == Kind::Ident {
                    *writes.entry(self.tree.node(at).sym).or_default() += 1;
                }
            }
            if self.tree.kind(target) == Kind::Member
                && let (Some(object), Some(name)) =
                    (self.tree.child(target, Role::Object), self.tree.child(target, Role::Name))
            {
                let of = self.module_of(object);
                let sym = self.tree.node(name).sym;
                *writes.entry(sym).or_default() += 1;
                if super::language::is_constant(self.text(name)) {
                    others.push((as_name(field_key(of.0, sym)), Konst::Unknown));
                }
            }
        }
        #[allow(clippy::iter_over_hash_type, reason = "each adds to its own count")]
        for name in self.imported.keys() {
            *writes.entry(*name).or_default() += 1;
        }
        (writes, others)
    }

    /// The value of literals and operations on them.
    fn literal_of(&self, node: NodeId, depth: u32) -> Konst {
        match self.tree.kind(node) {
            Kind::Binary if depth < 8 => {
                let sides: Vec<NodeId> =
                    self.tree.children(node).filter(|n| self.tree.node(*n).role != Role::Op).collect();
                let [left, right] = sides[..] else { return Konst::Unknown };
                let (left, right) = (self.literal_of(left, depth + 1), self.literal_of(right, depth + 1));
                fold::binary(self.operator(node), &left, &right, self.traits.integer_division)
            }
            _ => self.constant(node),
        }
    }

    /// Interprets a function for the constants that it asks a parameter for.
    pub(super) fn find_cases(&mut self, func: u32, captured: &Env) {
        let Some(info) = self.funcs.get(func as usize) else { return };
        let node = info.node;
        let worth = !self.summaries[func as usize].ret.is_empty() || self.made.get(&func) == Some(&None);
        if !worth || info.params.is_empty() || self.tree.node(node).end - node > MAX_BODY {
            return;
        }
        let Some((param, asked)) = self.asked(func) else { return };
        let at = usize::from(param);
        let default = self.funcs[func as usize].params.get(at).and_then(|p| self.tree.child(*p, Role::Default));
        let default = default.map_or(0, |d| number_of(&self.constant(d)) & !NAMED);
        let generic = std::mem::take(&mut self.summaries[func as usize]);
        let made = self.made.remove(&func);
        let mut cases = Vec::new();
        let other = match &asked[0] {
            Konst::Str(_) => Some(Konst::string("\u{0}other")),
            Konst::Int(_) => Some(Konst::Int(i64::MIN + 0x07e5)),
            _ => None,
        };
        let known = asked.iter().map(|k| (number_of(k) & !NAMED, k.clone()));
        for (number, konst) in known.chain(other.map(|o| (0, o))) {
            self.returned.remove(&func);
            self.function_in(func, captured.clone(), Some((param, konst)));
            let ret = std::mem::take(&mut self.summaries[func as usize]).ret;
            let gives = self.made.remove(&func).flatten();
            cases.push(Case { param, konst: number, ret, gives });
        }
        self.returned.insert(func);
        self.made.extend(made.map(|made| (func, made)));
        self.summaries[func as usize] = Summary { cases, default, ..generic };
    }

    /// The parameter that decides, and the constants that it is compared with.
    fn asked(&self, func: u32) -> Option<(u16, Vec<Konst>)> {
        let info = &self.funcs[func as usize];
        let names: Vec<(u16, Sym, u64)> = (0_u16..)
            .zip(&info.params)
            .filter_map(|(at, p)| self.param_name(*p).map(|n| (at, self.tree.node(n).sym, self.var(n))))
            .collect();
        let param = |node: NodeId| {
            let is_name = self.tree.kind(node) == Kind::Ident;
            names.iter().find(|(_, sym, var)| is_name && *sym == self.tree.node(node).sym && *var == self.var(node))
        };
        let mut found: Vec<(u16, Konst)> = Vec::new();
        let mut add = |at: u16, konst: Konst| {
            if !matches!(konst, Konst::Unknown | Konst::Null) && !found.contains(&(at, konst.clone())) {
                found.push((at, konst));
            }
        };
        let both = |at: u16, add: &mut dyn FnMut(u16, Konst)| {
            add(at, Konst::Bool(true));
            add(at, Konst::Bool(false));
        };
        for node in info.node..self.tree.node(info.node).end {
            match self.tree.kind(node) {
                Kind::Binary if matches!(self.operator(node), "==" | "===" | "!=" | "!==" | "is") => {
                    let mut sides = self.tree.children(node).filter(|n| self.tree.node(*n).role != Role::Op);
                    if let (Some(left), Some(right)) = (sides.next(), sides.next()) {
                        for (one, other) in [(left, right), (right, left)] {
                            if let Some((at, ..)) = param(one) {
                                add(*at, self.constant(other));
                            }
                        }
                    }
                }
                // `"raw".equals(mode)`
                Kind::Call => {
                    let Some(callee) = self.tree.child(node, Role::Callee) else { continue };
                    let (Some(object), Some(name)) =
                        (self.tree.child(callee, Role::Object), self.tree.child(callee, Role::Name))
                    else {
                        continue;
                    };
                    let list = self.tree.child(node, Role::Args);
                    // `TABLE.get(mode)`
                    if self.text(name) == "get"
                        && let Some((at, ..)) = list.and_then(|l| self.tree.first_child(l)).and_then(param)
                    {
                        self.keys_of_table(object).into_iter().for_each(|key| add(*at, key));
                    }
                    if matches!(self.text(name), "equals" | "equalsIgnoreCase" | "Equals")
                        && let Some(given) = list.and_then(|l| self.tree.first_child(l))
                    {
                        for (one, other) in [(object, given), (given, object)] {
                            if let Some((at, ..)) = param(one) {
                                add(*at, self.constant(other));
                            }
                        }
                    }
                }
                Kind::If | Kind::Ternary => {
                    let Some(mut test) = self.tree.child(node, Role::Cond) else { continue };
                    if self.tree.kind(test) == Kind::Unary {
                        test =
                            self.tree.child(test, Role::Value).or_else(|| self.tree.first_child(test)).unwrap_or(test);
                    }
                    if let Some((at, ..)) = param(test) {
                        both(*at, &mut add);
                    }
                }
                Kind::Switch => {
                    let test = self.tree.children(node).find(|n| self.tree.node(*n).role == Role::Cond);
                    let Some((at, ..)) = test.and_then(param) else { continue };
                    for case in self.cases(node) {
                        self.case_values(case).into_iter().for_each(|v| add(*at, self.constant(v)));
                    }
                }
                // `{"raw": v, "masked": "***"}[mode]`
                Kind::Index => {
                    let (Some(table), Some(index)) =
                        (self.tree.child(node, Role::Object), self.tree.child(node, Role::Index))
                    else {
                        continue;
                    };
                    if let (Some((at, ..)), Kind::Ident) = (param(index), self.tree.kind(table)) {
                        self.keys_of_table(table).into_iter().for_each(|key| add(*at, key));
                    }
                    if let (Some((at, ..)), Kind::Dict | Kind::Object) = (param(index), self.tree.kind(table)) {
                        for pair in self.tree.children(table) {
                            if let Some(key) = self.tree.child(pair, Role::Key) {
                                add(*at, self.constant(key));
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        // A flag that only another function asks, to which it is handed on.
        if found.is_empty() {
            for node in info.node..self.tree.node(info.node).end {
                let handed = (self.tree.kind(node) == Kind::Args)
                    .then(|| {
                        self.tree.children(node).find_map(|arg| param(arg).filter(|(at, ..)| self.is_flag(func, *at)))
                    })
                    .flatten();
                if let Some((at, ..)) = handed {
                    found.push((*at, Konst::Bool(true)));
                    found.push((*at, Konst::Bool(false)));
                    break;
                }
            }
        }
        let (first, _) = found.first()?;
        let param = *first;
        let asked: Vec<Konst> = found.into_iter().filter(|(at, _)| *at == param).map(|(_, k)| k).collect();
        let alike = asked.iter().all(|k| std::mem::discriminant(k) == std::mem::discriminant(&asked[0]));
        (alike && asked.len() <= MAX_CASES).then_some((param, asked))
    }

    /// The keys of a table of functions that stands outside of the function.
    fn keys_of_table(&self, table: NodeId) -> Vec<Konst> {
        let value = self.look_up(self.var(table)).or_else(|| self.globals.get(&self.global_var(table)));
        let shape = value.and_then(|v| v.shape.as_ref()).filter(|s| s.len.is_none() && s.parts.len() <= MAX_CASES);
        let functions = shape.filter(|s| s.parts.values().all(|part| part.func.is_some()));
        functions.map(|s| s.parts.keys().map(super::library::key_konst).collect()).unwrap_or_default()
    }

    /// Whether a parameter is true or false unless a call says otherwise.
    fn is_flag(&self, func: u32, at: u16) -> bool {
        let param = self.funcs[func as usize].params.get(usize::from(at));
        let default = param.and_then(|p| self.tree.child(*p, Role::Default));
        default.is_some_and(|d| matches!(self.constant(d), Konst::Bool(_)))
    }
}
