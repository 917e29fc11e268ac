//! One run over one file: which nodes are marked by rules, which functions there are, and what is collected.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use firedoor_core::Span;
use rustc_hash::{FxHashMap, FxHashSet};

use super::env::Vars;
use super::flow::Flow;
use super::hierarchy::{Below, Methods};
use super::inline::{Class, Frame};
use super::input::RuleHits;
use super::kept::{Call, Callee, Summary};
use super::language::Traits;
use super::marks::{CLOSED, Entry, Mark, MarkTable, Marks, Mask, Origin, Steps};
use super::value::{Val, short};
use crate::rule::model::{DEFAULT_LABEL, ENCODED_LABEL};
use crate::tree::{Kind, NodeId, Role, Sym, Tree, mix};

/// Rules of one run.
pub(super) const MAX_RULES: usize = 64;
/// Nodes that one run may evaluate, loops included.
const MAX_WORK: u64 = 3_000_000;
/// Deepest nesting of expressions and statements that is followed.
pub(super) const MAX_DEPTH: u32 = 160;

/// What rules say of one node.
#[derive(Debug, Default)]
pub(super) struct NodeMarks {
    /// (rule, hit, exact)
    pub(super) sources: Vec<(u8, u32, bool)>,
    pub(super) sinks: Vec<(u8, u32, bool)>,
    pub(super) sanitizers: Vec<(u8, u32, bool)>,
    /// (rule, hit) of propagators that take from, or give to, this node.
    pub(super) from: Vec<(u8, u32)>,
    pub(super) to: Vec<(u8, u32)>,
}

/// A function of the file.
#[derive(Clone, Debug)]
pub(super) struct Func {
    pub(super) node: NodeId,
    pub(super) name: Sym,
    /// Hash of the enclosing class's name.
    pub(super) class: Option<u64>,
    /// Parameter nodes in order, without the receiver that Python writes.
    pub(super) params: Vec<NodeId>,
    /// The name of each parameter as a symbol, for named arguments.
    pub(super) names: Vec<Sym>,
    /// The identifier of the receiver, where it is written among the parameters (Python) or before the name (Go).
    pub(super) own: Option<NodeId>,
}

pub(super) type Env = Rc<Vars>;

/// Where `break` and `continue` lead.
#[derive(Default)]
pub(super) struct Loop {
    pub(super) breaks: Option<Env>,
    pub(super) continues: Option<Env>,
    /// A `switch` takes breaks only.
    pub(super) is_switch: bool,
    /// What `yield` gave.
    pub(super) value: Val,
    /// The name by which statements within loops of its own leave it.
    pub(super) label: Option<Sym>,
}

/// The state of a run.
pub(super) struct Run<'a> {
    pub(super) tree: &'a Tree,
    pub(super) src: &'a [u8],
    /// The same as text, where all of it is: then no part has to be checked again.
    whole: Option<&'a str>,
    pub(super) traits: &'static Traits,
    pub(super) rules: &'a [RuleHits<'a>],
    /// Rules with certain switches.
    pub(super) safe: Safe,
    pub(super) labels: Vec<std::sync::Arc<str>>,
    pub(super) table: MarkTable,
    pub(super) steps: Steps,
    pub(super) at: FxHashMap<NodeId, NodeMarks>,
    pub(super) funcs: Vec<Func>,
    pub(super) func_at: FxHashMap<NodeId, u32>,
    /// Classes that have functions, by the hash of their names.
    pub(super) with_functions: FxHashSet<u64>,
    pub(super) summaries: Vec<Summary>,
    pub(super) calls: Vec<Call>,
    /// Calls by node and by the calls in which they are interpreted.
    call_at: FxHashMap<(NodeId, u64), u32>,
    /// (rule, hit, function) to what reached it.
    pub(super) sinks: BTreeMap<(u8, u32, u32), Marks>,
    /// Functions by name.
    pub(super) by_name: FxHashMap<Sym, Vec<u32>>,
    /// The classes of the file by the hash of their names.
    pub(super) classes: BTreeMap<u64, Class>,
    /// Functions by class and name, and the classes below each.
    pub(super) own_methods: Methods<u32>,
    pub(super) below: Below,
    /// Functions that are constructors, by class.
    pub(super) constructors: FxHashMap<u64, Vec<u32>>,
    /// New objects of classes whose fields were set up before.
    pub(super) set_up: FxHashMap<u64, Val>,
    /// Classes whose fields are being set up.
    pub(super) setting_up: Vec<u64>,
    /// By function: its variables.
    pub(super) bound: Vec<Vec<u64>>,
    /// Calls whose bodies are being interpreted.
    pub(super) frames: Vec<Frame>,
    /// Which calls these are.
    pub(super) ctx: u64,
    /// Nodes interpreted inside of calls since the function at hand began.
    pub(super) inlined: u64,
    /// What imports are called here: by alias the module's last name, and a function's own name.
    pub(super) modules: FxHashMap<Sym, Sym>,
    pub(super) renamed: FxHashMap<Sym, Sym>,
    /// The modules that names are imported from; whether everything of some module is.
    pub(super) imported: FxHashMap<Sym, u64>,
    pub(super) imports_all: bool,
    /// Names of classes that are imported, where modules tell them apart.
    pub(super) imported_classes: std::collections::BTreeSet<Sym>,
    /// The packages that classes are imported from.
    pub(super) packages: Vec<(Sym, &'a str)>,
    /// The package of the file, where classes of one name are told apart by packages.
    pub(super) package: Option<Box<str>>,
    /// What is exported under the name of another module's: alias, name there, module.
    pub(super) reexports: Vec<(Sym, Sym, u64)>,
    /// What the top level exports by a name, or as all that the module is.
    pub(super) exported: Vec<(Sym, Val)>,
    /// Classes and modules that are used.
    pub(super) wanted: std::collections::BTreeSet<u64>,
    /// What other files define, once that is known.
    pub(super) facts: Option<&'a super::facts::Facts>,
    /// Functions are called by their names from every file (PHP).
    pub(super) functions_are_global: bool,
    /// Methods with one argument that were called on a variable.
    pub(super) filled: FxHashSet<(u64, Sym)>,
    /// What comments say of variables (PHP).
    pub(super) documented: OnceCell<super::documented::Documented>,
    /// What conditions ask of other files.
    pub(super) asked: std::collections::BTreeMap<u64, super::doubts::Asked>,
    /// Methods whose bodies were believed although classes of other files may override them.
    pub(super) trusted: std::cell::RefCell<std::collections::BTreeSet<(u64, Sym)>>,
    /// The rules for which functions of these names clean.
    pub(super) cleaners: FxHashMap<Sym, Mask>,
    pub(super) known_guards: std::cell::RefCell<FxHashMap<(u32, u32), super::facts::Guard>>,
    /// Names of which something may be changed after they were set.
    pub(super) known_changes: std::cell::RefCell<FxHashMap<Sym, bool>>,
    /// The assignments to each name, once that is asked.
    pub(super) assigned: OnceCell<FxHashMap<u32, Vec<NodeId>>>,
    /// The nodes that rounds of counted loops may still have, within one.
    pub(super) rounds_left: Option<u32>,
    /// The same for the whole file.
    pub(super) rounds_in_file: u32,
    /// The file defines properties.
    pub(super) properties: bool,
    /// Classes of fields, as far as they are known.
    pub(super) field_classes: FxHashMap<u64, u64>,
    /// Functions of which a returned value was seen.
    pub(super) returned: FxHashSet<u32>,
    /// Fields by class and name: (function, value).
    pub(super) stores: BTreeMap<u64, Vec<(u32, Flow)>>,
    /// Methods of which it is known whether they are actions.
    pub(super) actions: FxHashMap<NodeId, bool>,
    /// The actions among the functions that put something into a field.
    pub(super) action_funcs: std::collections::BTreeSet<u32>,
    /// Their classes.
    pub(super) store_classes: std::collections::BTreeSet<(u64, u64)>,

    pub(super) env: Option<Env>,
    /// What the list that is evaluated next is handed besides its arguments (`->`).
    pub(super) threaded: Option<Marks>,
    /// What the top level left behind.
    pub(super) globals: Env,
    pub(super) func: u32,
    /// Files are put into others (PHP).
    pub(super) includes: bool,
    /// The file as others include it, and those that it has included so far.
    pub(super) own_module: Option<u64>,
    /// The same with its folder.
    pub(super) own_place: Option<u64>,
    pub(super) included: Vec<(NodeId, u64)>,
    pub(super) class: Option<u64>,
    pub(super) loops: Vec<Loop>,
    /// Within the arguments of a constant of an enumeration.
    pub(super) making_constant: bool,
    /// The handlers of exceptions around.
    pub(super) tries: Vec<super::stmt::Handler>,
    /// Functions that run on an object which they do not name (Kotlin).
    pub(super) on_receiver: Vec<u32>,
    /// What the promises that are being made are settled with.
    pub(super) settled: Vec<Val>,
    /// Names that something else than `self` is given ([`super::asked`]).
    pub(super) set_outside: OnceCell<FxHashSet<Sym>>,
    /// The class whose method is about to be called.
    pub(super) called_on: Option<u64>,
    /// The block of the call that is being evaluated (Ruby).
    pub(super) block: Option<Rc<super::value::Closure>>,
    /// Variables of the whole file that functions change.
    pub(super) shared: BTreeMap<u64, u64>,
    /// Variables of functions that functions within them change: what they are called there, and whose they are.
    pub(super) captured: FxHashMap<u64, (u64, NodeId)>,
    /// The file, as a class of which its variables are the fields.
    pub(super) file: u64,
    /// Rules whose sanitizer encloses the node at hand.
    pub(super) clean: Mask,
    /// Sources and sinks that enclose the node at hand and mean all of it.
    pub(super) within: Vec<(u8, u32)>,
    pub(super) within_sinks: Vec<(u8, u32)>,
    /// Exact sinks that are being evaluated.
    pub(super) sinks_around: Vec<NodeId>,
    /// What propagators have taken so far.
    pub(super) taken: BTreeMap<(u8, u32), Marks>,
    pub(super) given: BTreeMap<(u8, u32), NodeId>,
    /// Functions that stand in the one at hand, with what they see of its variables.
    pub(super) nested: Vec<(u32, Env)>,
    /// Arguments and receiver of the call that was evaluated last.
    pub(super) last_call: (NodeId, Marks),
    /// Other names of a container, by variable.
    pub(super) names: FxHashMap<u64, Vec<u64>>,
    /// Variables that are one by reference (PHP), and whether that is certain.
    pub(super) linked: FxHashMap<u64, Vec<(u64, bool)>>,
    /// The variable that a writer writes to.
    pub(super) writes_to: FxHashMap<u64, u64>,
    /// By function: the class that it returns, if that is one.
    pub(super) made: FxHashMap<u32, Option<u64>>,
    /// What the function at hand leaves where it returns.
    pub(super) exit: Option<Env>,
    /// What the function that was inlined last left behind, if it ran.
    pub(super) after_it: Option<Env>,
    /// The variable that a pointer means.
    pub(super) pointers: FxHashMap<u64, u64>,
    pub(super) depth: u32,
    pub(super) work: u64,
    /// Something was left out.
    pub(super) cut: bool,
}

/// Rules by switch.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Safe {
    pub(super) functions: Mask,
    pub(super) indexes: Mask,
    pub(super) comparisons: Mask,
    pub(super) booleans: Mask,
    pub(super) numbers: Mask,
    pub(super) only_assignments: Mask,
    /// They trust conditions that hold only of harmless values.
    pub(super) guards: Mask,
}

impl<'a> Run<'a> {
    pub(super) fn new(tree: &'a Tree, src: &'a [u8], language: &str, rules: &'a [RuleHits<'a>]) -> Self {
        let mut safe = Safe::default();
        let mut labels = Vec::new();
        for (bit, rule) in rules.iter().enumerate().take(MAX_RULES) {
            let o = rule.options;
            let mask = 1 << bit;
            for (on, field) in [
                (o.taint_assume_safe_functions, &mut safe.functions),
                (o.taint_assume_safe_indexes, &mut safe.indexes),
                (o.taint_assume_safe_comparisons, &mut safe.comparisons),
                (o.taint_assume_safe_booleans, &mut safe.booleans),
                (o.taint_assume_safe_numbers, &mut safe.numbers),
                (o.taint_only_propagate_through_assignments, &mut safe.only_assignments),
            ] {
                *field |= if on { mask } else { 0 };
            }
            safe.guards |= if rule.spec.sanitizers.iter().any(|s| s.guards) { mask } else { 0 };
            // What stands in a table is not the key that it was asked for; in Ruby brackets may be a call.
            safe.indexes |= if Traits::of(language).appends { 0 } else { safe.guards & mask };
            for label in rule.spec.propagators.iter().filter_map(|p| p.label.as_ref()) {
                if !labels.contains(label) {
                    labels.push(std::sync::Arc::clone(label));
                }
            }
            if rule.spec.sanitizers.iter().any(|s| s.recodes.is_some()) {
                for label in [DEFAULT_LABEL, ENCODED_LABEL] {
                    if labels.iter().all(|l: &std::sync::Arc<str>| &**l != label) {
                        labels.push(label.into());
                    }
                }
            }
        }
        let mut run = Self {
            tree,
            src,
            whole: std::str::from_utf8(src).ok(),
            traits: Traits::of(language),
            rules,
            safe,
            labels,
            table: MarkTable::default(),
            steps: Steps::default(),
            at: FxHashMap::default(),
            funcs: Vec::new(),
            func_at: FxHashMap::default(),
            with_functions: FxHashSet::default(),
            summaries: Vec::new(),
            calls: Vec::new(),
            call_at: FxHashMap::default(),
            by_name: FxHashMap::default(),
            classes: BTreeMap::new(),
            own_methods: Methods::default(),
            below: Below::default(),
            constructors: FxHashMap::default(),
            set_up: FxHashMap::default(),
            setting_up: Vec::new(),
            bound: Vec::new(),
            frames: Vec::new(),
            ctx: 0,
            inlined: 0,
            sinks: BTreeMap::new(),
            modules: FxHashMap::default(),
            renamed: FxHashMap::default(),
            imported: FxHashMap::default(),
            packages: Vec::new(),
            imported_classes: std::collections::BTreeSet::new(),
            package: None,
            imports_all: false,
            reexports: Vec::new(),
            documented: OnceCell::new(),
            exported: Vec::new(),
            wanted: std::collections::BTreeSet::new(),
            facts: None,
            functions_are_global: language == "php",
            filled: FxHashSet::default(),
            asked: std::collections::BTreeMap::new(),
            trusted: std::cell::RefCell::default(),
            cleaners: FxHashMap::default(),
            known_guards: std::cell::RefCell::default(),
            known_changes: std::cell::RefCell::default(),
            assigned: OnceCell::new(),
            rounds_left: None,
            rounds_in_file: super::counted::MAX_IN_FILE,
            properties: language == super::PROPERTIES,
            includes: language == "php",
            own_module: None,
            own_place: None,
            included: Vec::new(),
            field_classes: FxHashMap::default(),
            returned: FxHashSet::default(),
            stores: BTreeMap::new(),
            actions: FxHashMap::default(),
            action_funcs: std::collections::BTreeSet::new(),
            store_classes: std::collections::BTreeSet::new(),
            env: None,
            threaded: None,
            globals: Env::default(),
            func: 0,
            class: None,
            loops: Vec::new(),
            making_constant: false,
            tries: Vec::new(),
            on_receiver: Vec::new(),
            settled: Vec::new(),
            set_outside: OnceCell::new(),
            called_on: None,
            block: None,
            shared: BTreeMap::new(),
            captured: FxHashMap::default(),
            file: 0,
            clean: 0,
            within: Vec::new(),
            within_sinks: Vec::new(),
            taken: BTreeMap::new(),
            given: BTreeMap::new(),
            nested: Vec::new(),
            sinks_around: Vec::new(),
            last_call: (NodeId::MAX, Marks::default()),
            names: FxHashMap::default(),
            linked: FxHashMap::default(),
            writes_to: FxHashMap::default(),
            pointers: FxHashMap::default(),
            made: FxHashMap::default(),
            exit: None,
            after_it: None,
            depth: 0,
            work: 0,
            cut: false,
        };
        run.find_functions();
        run.find_imports();
        run.mark_nodes();
        run
    }

    // ------------------------------------------------------------------------------------------------- preparation

    fn find_functions(&mut self) {
        // Number 0 is the code outside of every function.
        let top =
            Func { node: Tree::ROOT, name: Sym::NONE, class: None, params: Vec::new(), names: Vec::new(), own: None };
        self.funcs.push(top);
        for node in 0..self.tree.written {
            // What has no body (an interface, a prototype) says nothing about what it does.
            let read = self.reads_property(node);
            if read.is_none() && !matches!(self.tree.kind(node), Kind::FuncDef | Kind::Lambda)
                || self.tree.child(node, Role::Body).is_none()
            {
                continue;
            }
            let name = match read.or_else(|| self.tree.child(node, Role::Name)) {
                Some(name) => self.last_name(name),
                None => self.assigned_name(node),
            };
            let mut class = self.class_of(node);
            // `A.prototype.f = function () {…}`
            let parent = self.tree.node(node).parent;
            if self.tree.kind(parent) == Kind::Assign
                && let Some(left) = self.tree.child(parent, Role::Left)
                && let Some(object) = self.tree.child(left, Role::Object)
                && self.tree.child(object, Role::Name).is_some_and(|n| self.text(n) == "prototype")
                && let Some(of) = self.tree.child(object, Role::Object)
            {
                class = Some(self.last_name(of).0);
            }
            class = class.or_else(|| self.set_by_constructor(node)).or_else(|| self.extended(node, read));
            let mut own = None;
            // `func (b *Box) name()`
            if let Some(recv) = self.tree.child(node, Role::Recv)
                && let Some(param) =
                    if self.tree.kind(recv) == Kind::Params { self.tree.first_child(recv) } else { Some(recv) }
            {
                class = self.tree.child(param, Role::Type).map(|t| self.last_name(t).0).or(class);
                own = self.tree.child(param, Role::Name);
            }
            let mut params: Vec<NodeId> = match self.tree.child(node, Role::Params) {
                Some(list) if self.tree.kind(list) == Kind::Params => self.tree.children(list).collect(),
                Some(one) => vec![one],
                None if self.tree.kind(node) == Kind::Lambda => {
                    let body = self.tree.child(node, Role::Body).unwrap_or(node);
                    let list = (node + 1..body).find(|n| self.tree.kind(*n) == Kind::Params);
                    list.map(|list| self.tree.children(list).collect()).unwrap_or_default()
                }
                None => Vec::new(),
            };
            let first = params.first().and_then(|p| self.param_name(*p)).map(|n| self.text(n));
            if self.traits.explicit_self && class.is_some() && matches!(first, Some("self" | "cls")) {
                own = self.param_name(params.remove(0));
            }
            let names = params.iter().map(|p| self.param_name(*p).map_or(Sym::NONE, |n| self.plain(n))).collect();
            let number = u32::try_from(self.funcs.len()).unwrap_or(u32::MAX);
            self.func_at.insert(node, number);
            if name != Sym::NONE {
                self.by_name.entry(name).or_default().push(number);
            }
            self.with_functions.extend(class);
            self.funcs.push(Func { node, name, class, params, names, own });
        }
        self.find_classes();
        // A function whose prototype has methods makes objects.
        for n in 1..self.funcs.len() {
            let (name, node) = (self.funcs[n].name.0, self.funcs[n].node);
            if self.funcs[n].class.is_none()
                && self.traits.must_import
                && !self.traits.explicit_self
                && self.with_functions.contains(&name)
                && !self.classes.contains_key(&name)
            {
                self.funcs[n].class = Some(name);
                self.classes.insert(name, Class { node, bases: Vec::new() });
            }
        }
        self.find_constructors();
        let methods = (0..).zip(&self.funcs).filter_map(|(n, f)| Some((f.class?, f.name, n)));
        self.own_methods = Methods::new(methods);
        self.below = Below::new(self.classes.iter().map(|(class, info)| (*class, &info.bases[..])));
        self.bound = self.funcs.iter().map(|_| Vec::new()).collect();
        for (n, def) in self.tree.defs.iter().enumerate() {
            // A block of Go belongs to its function.
            let around = std::iter::once(def.scope).chain(self.tree.ancestors(def.scope));
            if let Some(func) = around.take_while(|&s| s != Tree::ROOT).find_map(|s| self.func_at.get(&s)) {
                self.bound[*func as usize].push(mix(0xdef, n as u64));
            }
        }
        self.summaries.resize(self.funcs.len(), Summary::default());
    }

    /// A name without the sign of variables (PHP).
    pub(super) fn plain(&self, name: NodeId) -> Sym {
        match self.text(name).strip_prefix('$') {
            Some(plain) => Sym::new(plain),
            None => self.tree.node(name).sym,
        }
    }

    /// The name that a function without one is given where it is written: `const f = () => …`, `{ f: () => … }`.
    fn assigned_name(&self, node: NodeId) -> Sym {
        let parent = self.tree.node(node).parent;
        let role = match self.tree.kind(parent) {
            Kind::VarDef | Kind::KwArg => Role::Name,
            Kind::Assign => Role::Left,
            Kind::Pair => Role::Key,
            Kind::Args if self.traits.appends => return self.defined_by_call(parent).unwrap_or(Sym::NONE),
            _ => return Sym::NONE,
        };
        match self.tree.child(parent, role) {
            Some(name) if name != node => self.last_name(name),
            _ => Sym::NONE,
        }
    }

    /// `define_method(:name) do … end` of Ruby.
    fn defined_by_call(&self, block: NodeId) -> Option<Sym> {
        let call = self.tree.child(self.tree.node(block).parent, Role::Callee)?;
        let callee = self.tree.child(call, Role::Callee)?;
        let name = self.tree.child(call, Role::Args).and_then(|args| self.tree.first_child(args))?;
        (self.text(callee) == "define_method" && self.tree.kind(name) == Kind::Atom)
            .then(|| Sym::new(self.text(name).trim_start_matches(':')))
    }

    /// `function A() { this.f = () => … }` of JavaScript: the name of the function that makes objects with this method.
    pub(super) fn set_by_constructor(&self, node: NodeId) -> Option<u64> {
        if !self.traits.must_import || self.traits.explicit_self {
            return None;
        }
        let assign = self.tree.node(node).parent;
        let left = self.tree.child(assign, Role::Left).filter(|_| self.tree.kind(assign) == Kind::Assign)?;
        let object = self.tree.child(left, Role::Object)?;
        if self.text(object) != "this" {
            return None;
        }
        let maker = self.tree.ancestors(assign).find(|n| matches!(self.tree.kind(*n), Kind::FuncDef | Kind::Lambda))?;
        // Functions that make objects have names with a capital letter, and are no methods.
        let name = match self.tree.child(maker, Role::Name) {
            Some(name) => self.last_name(name),
            None => self.assigned_name(maker),
        };
        let is_capital = |n: NodeId| self.text(n).starts_with(|c: char| c.is_ascii_uppercase());
        let named = match self.tree.child(maker, Role::Name) {
            Some(n) => is_capital(n),
            None => {
                let parent = self.tree.node(maker).parent;
                let left = [Role::Name, Role::Left].into_iter().find_map(|r| self.tree.child(parent, r));
                left.is_some_and(|l| is_capital(self.tree.child(l, Role::Name).unwrap_or(l)))
            }
        };
        (named && name != Sym::NONE && self.class_of(maker).is_none()).then_some(name.0)
    }

    /// Hash of the name of the class around a node; not looked for beyond a function.
    fn class_of(&self, node: NodeId) -> Option<u64> {
        for outer in self.tree.ancestors(node) {
            match self.tree.kind(outer) {
                // What stands in a companion (Kotlin) is called by the name of the class around it.
                Kind::ClassDef if self.tree.child(outer, Role::Name).is_none() && self.traits.extensions => {}
                Kind::ClassDef => return self.tree.child(outer, Role::Name).map(|n| self.tree.node(n).sym.0),
                Kind::New => return Some(mix(1, u64::from(outer))),
                Kind::Other if self.is_object_expression(outer) => return Some(mix(1, u64::from(outer))),
                Kind::VarDef if self.has_own_body(outer) => return Some(mix(1, u64::from(outer))),
                Kind::Lambda if self.traits.appends => return self.struct_around(outer),
                Kind::FuncDef | Kind::Lambda => return None,
                _ => {}
            }
        }
        None
    }

    /// The identifier of a parameter.
    pub(super) fn param_name(&self, param: NodeId) -> Option<NodeId> {
        match self.tree.kind(param) {
            Kind::Ident => Some(param),
            _ => self.tree.child(param, Role::Name).or_else(|| self.tree.child(param, Role::Left)).or_else(|| {
                // Declarators of C, and Java's `String... names`: the one name that is no type.
                let end = self.tree.node(param).end;
                if let Some(name) = (param + 1..end)
                    .find(|n| self.tree.kind(*n) == Kind::Ident && self.tree.node(*n).role == Role::Name)
                {
                    return Some(name);
                }
                (param + 1..end).find(|n| self.tree.kind(*n) == Kind::Ident && self.tree.node(*n).role != Role::Type)
            }),
        }
    }

    /// Puts what rules matched on the nodes meant.
    fn mark_nodes(&mut self) {
        let rules = self.rules;
        // Preorder is not quite the order of the text: some parts are put in another order than they are written.
        let mut order: Vec<NodeId> = (0..self.tree.written).collect();
        order.sort_by_key(|n| self.tree.node(*n).span.start);
        let order = order.as_slice();
        for (rule, hits) in rules.iter().enumerate().take(MAX_RULES) {
            let number = u8::try_from(rule).unwrap_or(u8::MAX);
            for (n, hit) in hits.sources.iter().enumerate() {
                let exact = hits.spec.sources.get(hit.entry).is_some_and(|s| s.exact);
                self.mark(order, hit.span, exact, &mut |m| m.sources.push((number, n as u32, exact)));
            }
            for (n, hit) in hits.sinks.iter().enumerate() {
                let exact = hits.spec.sinks.get(hit.entry).is_none_or(|s| s.exact);
                self.mark(order, hit.span, exact, &mut |m| m.sinks.push((number, n as u32, exact)));
            }
            for (n, hit) in hits.sanitizers.iter().enumerate() {
                let Some(spec) = hits.spec.sanitizers.get(hit.entry) else { continue };
                let same = |other: &super::input::Hit| other.span == hit.span;
                if spec.not_conflicting && (hits.sources.iter().any(same) || hits.sinks.iter().any(same)) {
                    continue;
                }
                self.mark(order, hit.span, spec.exact, &mut |m| m.sanitizers.push((number, n as u32, spec.exact)));
            }
            for (n, hit) in hits.propagators.iter().enumerate() {
                let Some(spec) = hits.spec.propagators.get(hit.entry) else { continue };
                let bound = |name: &str| hit.bindings.iter().find(|b| b.name == Sym::new(name)).map(|b| b.span);
                if let (Some(from), Some(to)) = (bound(&spec.from), bound(&spec.to)) {
                    self.mark(order, from, true, &mut |m| m.from.push((number, n as u32)));
                    self.mark(order, to, true, &mut |m| m.to.push((number, n as u32)));
                }
            }
        }
    }

    /// The nodes that a span means: those of exactly that span, and if there are none (or not only the whole is
    /// meant) the outermost ones within it.
    fn mark(&mut self, order: &[NodeId], span: Span, exact: bool, put: &mut dyn FnMut(&mut NodeMarks)) {
        let tree = self.tree;
        let from = order.partition_point(|n| tree.node(*n).span.start < span.start);
        let mut inner = None;
        let mut any = false;
        for id in &order[from..] {
            let node = tree.node(*id);
            if node.span.start >= span.end.max(span.start + 1) {
                break;
            }
            if !span.contains(node.span) || node.kind == Kind::Program {
                continue;
            }
            if !exact {
                // The outermost ones: what encloses them reaches further. A list of arguments is no value, and may
                // have the range of its only element.
                if node.kind == Kind::Args {
                    continue;
                }
                let mut parent = node.parent;
                while tree.kind(parent) == Kind::Args && tree.node(parent).parent != parent {
                    parent = tree.node(parent).parent;
                }
                if !span.contains(tree.node(parent).span) || tree.kind(parent) == Kind::Program {
                    put(self.at.entry(*id).or_default());
                }
                continue;
            }
            // A statement of one expression means the expression.
            if node.span == span {
                match node.kind {
                    Kind::ExprStmt => inner = tree.first_child(*id),
                    Kind::Args | Kind::Block => {}
                    _ => {
                        put(self.at.entry(*id).or_default());
                        any = true;
                    }
                }
            }
        }
        if let (false, Some(inner)) = (any, inner) {
            put(self.at.entry(inner).or_default());
        }
    }

    // ------------------------------------------------------------------------------------------------------ helpers

    pub(super) fn text(&self, node: NodeId) -> &'a str {
        let range = self.tree.node(node).span.range();
        match self.whole {
            Some(text) => text.get(range).unwrap_or_default(),
            None => std::str::from_utf8(self.src.get(range).unwrap_or_default()).unwrap_or_default(),
        }
    }

    pub(super) fn span(&self, node: NodeId) -> Span {
        self.tree.node(node).span
    }

    /// The last name of `a.b.c`.
    pub(super) fn last_name(&self, node: NodeId) -> Sym {
        match self.tree.kind(node) {
            Kind::Member => self.tree.child(node, Role::Name).map_or(Sym::NONE, |n| self.tree.node(n).sym),
            Kind::TypeApp => self.tree.first_child(node).map_or(Sym::NONE, |n| self.last_name(n)),
            Kind::PtrType | Kind::Type => {
                self.tree.first_child(node).map_or(self.tree.node(node).sym, |n| self.last_name(n))
            }
            _ => self.tree.node(node).sym,
        }
    }

    /// The class or module that a path ends with, under the name that its own file has for it.
    pub(super) fn module_of(&self, path: NodeId) -> Sym {
        let of = self.last_name(path);
        self.modules.get(&of).copied().unwrap_or(of)
    }

    /// The variable that an identifier means.
    pub(super) fn var(&self, node: NodeId) -> u64 {
        if self.traits.appends && self.text(node).starts_with('$') {
            // A variable of the whole program (Ruby).
            return self.tree.node(node).sym.0;
        }
        match self.tree.def_of.get(&node) {
            Some(def) => mix(0xdef, u64::from(*def)),
            None => {
                let sym = self.tree.node(node).sym;
                // `self` of Ruby and Swift.
                let is_own = sym == Sym::new("$this") || self.traits.implicit_this && sym == Sym::new("self");
                if is_own { Sym::new("this").0 } else { sym.0 }
            }
        }
    }

    pub(super) fn look_up(&self, var: u64) -> Option<&Val> {
        let env = self.env.as_ref()?;
        env.get(&var).or_else(|| self.globals.get(&var))
    }

    pub(super) fn entry(&mut self, origin: Origin, label: Option<u16>, mask: Mask, span: Span) -> Entry {
        let mark = self.table.number(Mark { origin, label });
        let step = self.steps.next(0, span);
        let path = if matches!(origin, Origin::Source(_)) { CLOSED } else { [0; 2] };
        Entry { mark, path, mask, step }
    }

    /// One unit of work; false when there is none left.
    pub(super) fn tick(&mut self) -> bool {
        self.work += 1;
        if self.work > MAX_WORK {
            self.cut = true;
        }
        self.work <= MAX_WORK
    }

    /// The classes of other files that a class of this one inherits from are needed.
    pub(super) fn want_above(&mut self, class: u64) {
        let mut level = vec![class];
        for _ in 0..super::inline::MAX_BASES {
            let above = level.iter().filter_map(|c| self.classes.get(c)).flat_map(|c| c.bases.iter().copied());
            level = above.collect();
            if level.is_empty() {
                return;
            }
            self.wanted.extend(level.iter().filter(|c| !self.classes.contains_key(c)));
        }
    }

    /// The number of a call at a node, if it has one.
    pub(super) fn known_call(&self, node: NodeId) -> Option<u32> {
        self.call_at.get(&(node, self.ctx)).copied()
    }

    /// The number of a call at a node.
    pub(super) fn call(&mut self, node: NodeId, callee: Callee) -> u32 {
        let at = (node, self.ctx);
        if let Some(number) = self.call_at.get(&at) {
            return *number;
        }
        self.wanted.extend(callee.class);
        self.wanted.extend(callee.module);
        if callee.bare && callee.module.is_none() && callee.name != Sym::NONE {
            self.wanted.insert(super::function_name(callee.name));
        }
        if self.traits.extensions && !callee.bare && !callee.new {
            self.wanted.insert(super::function_name(callee.name));
        }
        if callee.new {
            self.wanted.insert(callee.name.0);
        }
        let number = u32::try_from(self.calls.len()).unwrap_or(u32::MAX);
        let opaque = self.safe.functions | self.safe.only_assignments;
        self.calls.push(Call {
            callee,
            func: self.func,
            span: self.span(node),
            args: Vec::new(),
            konsts: Vec::new(),
            spreads: false,
            receiver: Flow::default(),
            callee_value: Flow::default(),
            by_class: false,
            made: false,
            opaque,
        });
        self.call_at.insert(at, number);
        number
    }
}

/// The name of a field of a class.
pub(super) fn field_key(class: u64, name: Sym) -> u64 {
    mix(class, u64::from(short(name.0)))
}

/// Joins environments; `None` is code that is not reached.
pub(super) fn join_env(a: Option<Env>, b: Option<Env>) -> Option<Env> {
    let (Some(mut a), Some(b)) = (a.clone(), b.clone()) else { return a.or(b) };
    if Rc::ptr_eq(&a, &b) {
        return Some(a);
    }
    Rc::make_mut(&mut a).join(&b);
    Some(a)
}
