//! Which function a call means, over all files of a project.

use rustc_hash::{FxHashMap, FxHashSet};

use super::FileTaint;
use super::callables::{Callable, Callables, MAX_FUNCTIONS};
use super::hierarchy::{Below, Methods};
use super::kept::Callee;
use super::marks::Origin;
use super::value::Via;
use crate::tree::Sym;

/// More functions of one name than this tell nothing.
const MAX_CANDIDATES: usize = 4;
/// More functions of one name than this are not looked through for those that override.
const MAX_NAMED: usize = 48;
/// More functions of one name than this are not told apart by the objects that were handed over.
const MAX_ALIKE: usize = 12;
/// Where a project has more calls than this, methods of untyped objects that are handed over are not looked for: so many ways
/// lead through them that those of one rule could not all be followed.
const MAX_CALLS: usize = 50_000;
/// Objects of more classes than this tell nothing of which method a call means.
const MAX_OBJECTS: usize = 2;
/// How far up a class hierarchy is looked.
const MAX_BASES: usize = 4;
/// Most classes above one that are looked at.
const MAX_ANCESTORS: usize = 64;

/// A function: file and number.
pub(super) type FuncRef = (u32, u32);

/// Calls resolved to functions, and back.
#[derive(Debug, Default)]
pub(super) struct Graph {
    /// By file and call: what it may mean, and whether that is a guess.
    pub(super) targets: FxHashMap<(u32, u32), (Vec<FuncRef>, bool)>,
    /// The calls of a function.
    pub(super) callers: FxHashMap<FuncRef, Vec<(u32, u32)>>,
    /// The files that put something into a field.
    pub(super) stores: FxHashMap<u64, Vec<u32>>,
    /// The fields of records, in the order of their constructors.
    pub(super) records: FxHashMap<u64, Vec<u32>>,
    /// Calls that read a field of a record by its name: the record's class.
    pub(super) reads: FxHashMap<(u32, u32), u64>,
    /// The constants that files define.
    pub(super) named: FxHashMap<u64, u64>,
    /// Methods that are read like fields, by class and name.
    pub(super) getters: FxHashMap<u64, FuncRef>,
    /// The same by class alone.
    pub(super) getters_of: FxHashMap<u64, Vec<FuncRef>>,
    /// The constants with which functions were handed to those who call them: names of events.
    pub(super) handed_as: FxHashMap<((u32, u32), FuncRef), u64>,
    /// Methods that leave steps to classes below.
    pub(super) templates: super::templates::Templates,
    /// The classes above each; every class has an entry.
    above: FxHashMap<u64, Vec<u64>>,
    /// Names of functions.
    functions: FxHashSet<Sym>,
}

fn language_of(files: &[FileTaint<'_>], file: usize) -> &'static str {
    files[file].language
}

/// Whether a call makes a new object by a function: a constructor of its class, or of one above it.
pub(super) fn makes(callee: &Callee, info: &super::FuncInfo) -> bool {
    info.class.is_some_and(|class| {
        class == callee.name.0
            || !callee.up
                && callee.name != info.name
                && (callee.new || callee.bare)
                && CONSTRUCTORS.iter().any(|name| Sym::new(name) == info.name)
    })
}

/// None where there are so many that they tell nothing: a file may have thousands of one name, each calling it.
fn few(found: Vec<FuncRef>) -> Vec<FuncRef> {
    if found.len() <= MAX_FUNCTIONS { found } else { Vec::new() }
}

struct Index<'f, 'a> {
    files: &'f [FileTaint<'a>],
    by_name: FxHashMap<Sym, Vec<FuncRef>>,
    /// Functions by class and name, and the classes below each.
    methods: Methods<FuncRef>,
    below: Below,
    /// By class: its functions with names of constructors.
    constructors: FxHashMap<u64, Vec<FuncRef>>,
    classes: FxHashSet<u64>,
    bases: FxHashMap<u64, Vec<u64>>,
    /// Declared classes of fields.
    fields: FxHashMap<u64, u64>,
    /// What a module exports of another: by module and name, the other's name and module.
    exports: FxHashMap<(u64, Sym), (Sym, u64)>,
    /// The modules of which a module exports everything.
    passed_on: FxHashMap<u64, Vec<u64>>,
    /// The files of Python that define a class of a name.
    homes: FxHashMap<u64, Vec<u32>>,
    /// Classes that have functions.
    implemented: FxHashSet<u64>,
    /// The constants that files define.
    named: &'f FxHashMap<u64, u64>,
}

const CONSTRUCTORS: [&str; 7] = ["constructor", "__init__", "initialize", "__construct", "init", "new", "<init>"];

impl Graph {
    pub(super) fn new(files: &[FileTaint<'_>]) -> Self {
        let named = super::cases::named(files);
        let mut index = Index {
            files,
            by_name: FxHashMap::default(),
            methods: Methods::default(),
            below: Below::default(),
            constructors: FxHashMap::default(),
            classes: FxHashSet::default(),
            bases: FxHashMap::default(),
            fields: FxHashMap::default(),
            exports: FxHashMap::default(),
            passed_on: FxHashMap::default(),
            homes: FxHashMap::default(),
            implemented: FxHashSet::default(),
            named: &named,
        };
        let names = CONSTRUCTORS.map(Sym::new);
        for (f, file) in files.iter().enumerate() {
            for (n, func) in file.funcs.iter().enumerate() {
                if let Some(class) = func.class.filter(|_| names.contains(&func.name)) {
                    index.constructors.entry(class).or_default().push((f as u32, n as u32));
                }
                if func.name != Sym::NONE {
                    index.by_name.entry(func.name).or_default().push((f as u32, n as u32));
                }
                index.classes.extend(func.class);
                index.implemented.extend(func.class);
            }
            index.fields.extend(file.field_classes.iter().copied());
            for (alias, own, module) in &file.reexports {
                for here in &file.modules {
                    if *alias == Sym::NONE {
                        index.passed_on.entry(*here).or_default().push(*module);
                        continue;
                    }
                    index.exports.insert((*here, *alias), (*own, *module));
                }
            }
            for (class, bases) in &file.classes {
                index.classes.insert(*class);
                index.bases.entry(*class).or_default().extend(bases);
                if file.language == "python" {
                    index.homes.entry(*class).or_default().push(f as u32);
                }
            }
        }
        let funcs = (0..).zip(files).flat_map(|(f, file)| (0..).zip(&file.funcs).map(move |(n, func)| (func, (f, n))));
        index.methods = Methods::new(funcs.filter_map(|(func, at)| Some((func.class?, func.name, at))));
        index.below = Below::new(index.bases.iter().map(|(class, bases)| (*class, &bases[..])));
        let mut graph = Self::default();
        for (f, file) in files.iter().enumerate() {
            for (n, func) in file.funcs.iter().enumerate().filter(|(_, func)| func.getter) {
                let key = func.class.map(|class| super::run::field_key(class, func.name));
                graph.getters.extend(key.map(|key| (key, (f as u32, n as u32))));
                if let Some(class) = func.class {
                    graph.getters_of.entry(class).or_default().push((f as u32, n as u32));
                }
            }
        }
        graph.records.extend(files.iter().flat_map(|f| f.records.iter().cloned()));
        for (f, file) in files.iter().enumerate() {
            for key in file.stores.keys() {
                graph.stores.entry(*key).or_default().push(f as u32);
            }
            for (n, call) in file.calls.iter().enumerate() {
                let at = (f as u32, n as u32);
                let exact = call.made || index.is_made(f, call.callee.via);
                let (targets, unsure) = match call.callee.via.and_then(|via| index.class_of(f, via, &graph)) {
                    Some(class) => {
                        let typed = Callee { class: Some(class), via: None, exact, ..call.callee.clone() };
                        let mut found = index.resolve(f, &typed, call.args.len(), call.func);
                        index.keep_at_home(&mut found.0, f, call.callee.via, &graph);
                        // What it says it is may be an interface of which nothing else is known.
                        match found.0.is_empty() && call.callee.class.is_some_and(|c| c != class) {
                            true => index.resolve(f, &call.callee, call.args.len(), call.func),
                            false => found,
                        }
                    }
                    None => {
                        let callee = Callee { exact, ..call.callee.clone() };
                        index.resolve(f, &callee, call.args.len(), call.func)
                    }
                };
                if targets.is_empty() && call.args.is_empty() && !call.callee.bare {
                    let class = call.callee.class.or_else(|| index.class_of(f, call.callee.via?, &graph));
                    let field = super::value::short(call.callee.name.0);
                    if let Some(class) = class
                        && graph.records.get(&class).is_some_and(|fields| fields.contains(&field))
                    {
                        graph.reads.insert(at, class);
                    }
                }
                if (exact || call.callee.exact)
                    && !targets.is_empty()
                    && let Some(class) =
                        call.callee.via.and_then(|v| index.class_of(f, v, &graph)).or(call.callee.class)
                {
                    graph.templates.called_on(at, class);
                }
                for target in &targets {
                    graph.callers.entry(*target).or_default().push(at);
                }
                if !targets.is_empty() {
                    graph.targets.insert(at, (targets, unsure));
                }
            }
        }
        graph.above.clone_from(&index.bases);
        graph.functions = index.by_name.keys().copied().collect();
        let mut asking = graph.asking(files, &index);
        for _ in 0..CALLBACK_ROUNDS {
            if !graph.callbacks(files, &asking, &index) {
                break;
            }
            // Objects hardly ever come by a way that was just found.
            asking.retain(|(_, _, asks)| !matches!(asks, Asks::Object));
        }
        graph.named = named;
        let templates = std::mem::take(&mut graph.templates);
        graph.templates = templates.found(files, &graph);
        graph
    }

    /// A class and those that it inherits fields from.
    pub(super) fn related(&self, class: u64) -> Vec<u64> {
        let mut out = vec![class];
        let mut at = 0;
        while at < out.len() && out.len() < MAX_RELATED {
            for base in self.above.get(&out[at]).into_iter().flatten() {
                if !out.contains(base) {
                    out.push(*base);
                }
            }
            at += 1;
        }
        out
    }

    /// Functions that are handed to others, or kept, and called there; whether there were any new ones.
    fn callbacks(&mut self, files: &[FileTaint<'_>], asking: &[(u32, u32, Asks)], index: &Index<'_, '_>) -> bool {
        let mut found = Vec::new();
        let mut callables = Callables::new(files, self);
        let mut objects = Callables::near(files, self);
        for (f, n, asks) in asking {
            let call = &files[*f as usize].calls[*n as usize];
            let funcs = match asks {
                Asks::Callee => callables.of_call(*f, call),
                Asks::Receiver => {
                    let mut found = callables.of_receiver(*f, call);
                    found.extend(objects.of_receiver(*f, call).into_iter().filter(|(c, _)| c.is_object()));
                    found
                }
                Asks::Object => objects.of_receiver(*f, call),
            };
            let most = if matches!(asks, Asks::Object) { MAX_OBJECTS } else { MAX_FUNCTIONS };
            if funcs.len() <= most {
                found.extend(funcs.into_iter().map(|func| ((*f, *n), func)));
            }
        }
        let mut new = false;
        for (place, (value, name)) in found {
            let func = match value {
                Callable::Func(func) => func,
                Callable::Object(class, home) => {
                    new |= self.called_on(files, index, place, class, home);
                    continue;
                }
            };
            let (there, call) = (&files[func.0 as usize], &files[place.0 as usize].calls[place.1 as usize]);
            let info = &there.funcs[func.1 as usize];
            let fits = info.variadic || call.spreads || !call.args.is_empty() || info.names.is_empty();
            let (targets, unsure) = self.targets.entry(place).or_default();
            if fits && !targets.contains(&func) && targets.len() < MAX_FUNCTIONS {
                targets.push(func);
                *unsure = false;
                self.callers.entry(func).or_default().push(place);
                if name != 0 {
                    self.handed_as.insert((place, func), name);
                }
                new = true;
            }
        }
        self.targets.retain(|_, (targets, _)| !targets.is_empty());
        new
    }

    /// A call of a method of an object that was made somewhere; whether that says anything new.
    fn called_on(
        &mut self,
        files: &[FileTaint<'_>],
        index: &Index<'_, '_>,
        place: (u32, u32),
        class: u64,
        home: Option<u32>,
    ) -> bool {
        let call = &files[place.0 as usize].calls[place.1 as usize];
        if call.callee.bare || call.callee.new {
            return false;
        }
        let callee = Callee { class: Some(class), via: None, free: false, exact: true, ..call.callee.clone() };
        let (mut found, unsure) = index.resolve(place.0 as usize, &callee, call.args.len(), call.func);
        if unsure || found.is_empty() {
            return false;
        }
        // Of several classes of one name, that of the file in which the object was made.
        if found.iter().any(|at| Some(at.0) == home && index.func(*at).class == Some(class)) {
            found.retain(|at| Some(at.0) == home);
        }
        let (targets, guessed) = self.targets.entry(place).or_default();
        // What was guessed beside it stays a guess.
        let mut new = *guessed && targets.iter().all(|t| found.contains(t));
        if new {
            *guessed = false;
        }
        for func in found {
            if !targets.contains(&func) && targets.len() < MAX_FUNCTIONS {
                targets.push(func);
                self.callers.entry(func).or_default().push(place);
                new = true;
            }
        }
        new
    }

    /// Whether a call makes a new object of a class of the project.
    pub(super) fn is_new(&self, callee: &Callee) -> bool {
        let class = callee.made_class();
        self.above.contains_key(&class) && (callee.new || !self.functions.contains(&callee.name))
    }

    /// The names of methods of objects that are handed over, kept or given somewhere.
    fn handed_methods(&self, files: &[FileTaint<'_>], index: &Index<'_, '_>) -> FxHashSet<Sym> {
        let mut made: FxHashSet<u64> = FxHashSet::default();
        for file in files {
            let args = file.calls.iter().flat_map(|c| &c.args).map(|(_, flow)| flow);
            let kept = file.stores.values().flatten().map(|(_, flow)| flow);
            let given = file.summaries.iter().map(|s| &s.ret);
            for entry in args.chain(kept).chain(given).flat_map(|flow| flow.own_marks()) {
                match file.table.get(entry.mark).origin {
                    Origin::Object(class) => {
                        made.insert(class);
                    }
                    Origin::Ret(call) => {
                        let callee = &file.calls[call as usize].callee;
                        if self.is_new(callee) {
                            made.insert(callee.made_class());
                        }
                    }
                    _ => {}
                }
            }
        }
        let classes: FxHashSet<u64> = made.iter().flat_map(|class| self.related(*class)).collect();
        let funcs = files.iter().flat_map(|f| &f.funcs);
        let own = funcs.filter(|f| f.class.is_some_and(|c| classes.contains(&c))).map(|f| f.name);
        // A name that many have tells nothing.
        own.filter(|name| index.by_name.get(name).is_some_and(|all| all.len() <= MAX_ALIKE)).collect()
    }

    /// Calls of which it has to be asked which function a value is.
    fn asking(&self, files: &[FileTaint<'_>], index: &Index<'_, '_>) -> Vec<(u32, u32, Asks)> {
        let mut asking = Vec::new();
        let few = files.iter().map(|f| f.calls.len()).sum::<usize>() <= MAX_CALLS;
        let handed = if few { self.handed_methods(files, index) } else { FxHashSet::default() };
        // Names under which something holds functions.
        let mut held: FxHashSet<u32> = FxHashSet::default();
        held.extend(files.iter().flat_map(|f| f.held.iter().copied()));
        for (f, file) in files.iter().enumerate() {
            // Where functions are no values of their own, a call of anything may be one of an interface.
            let typed = matches!(file.language, "java" | "kotlin" | "csharp" | "scala" | "go" | "swift");
            for (n, call) in file.calls.iter().enumerate() {
                let at = (f as u32, n as u32);
                if !call.callee_value.is_empty() {
                    asking.push((at.0, at.1, Asks::Callee));
                    continue;
                }
                if call.callee.bare || call.callee.new || self.targets.get(&at).is_some_and(|(_, unsure)| !unsure) {
                    continue;
                }
                let name = super::value::short(call.callee.name.0);
                let is_stored = |class| self.stores.contains_key(&crate::tree::mix(class, u64::from(name)));
                if held.contains(&name) || call.callee.class.is_some_and(is_stored) {
                    asking.push((at.0, at.1, Asks::Callee));
                    continue;
                }
                // Of an interface; or, where nothing has a type, of whatever was handed over.
                let may_be_any = match call.callee.class {
                    Some(class) if typed => index.classes.contains(&class) && !index.implemented.contains(&class),
                    Some(class) => !index.classes.contains(&class),
                    None => file.language != "go",
                };
                let fits = if typed {
                    !super::library::is_common(call.callee.name)
                } else {
                    !call.callee.free && handed.contains(&call.callee.name)
                };
                if may_be_any && fits && !call.receiver.is_empty() {
                    asking.push((at.0, at.1, if typed { Asks::Receiver } else { Asks::Object }));
                }
            }
        }
        asking
    }
}

/// What a call asks for.
#[derive(Clone, Copy)]
enum Asks {
    /// The function that is called is some value.
    Callee,
    /// What it is called on may be a function.
    Receiver,
    /// What it is called on may be an object that was handed over.
    Object,
}

/// Most classes above one whose fields are looked at.
const MAX_RELATED: usize = 8;
/// Most modules of which one exports everything that are looked through.
const MAX_PASSED: usize = 64;
/// How often functions that are handed on are looked for.
const CALLBACK_ROUNDS: usize = 3;

impl Index<'_, '_> {
    fn func(&self, at: FuncRef) -> &super::FuncInfo {
        &self.files[at.0 as usize].funcs[at.1 as usize]
    }

    /// Whether a value was made by a constructor, and not handed in or given by a function.
    fn is_made(&self, file: usize, via: Option<Via>) -> bool {
        let Some(Via::Call(call)) = via else { return false };
        let is_class = |name: Sym| self.classes.contains(&name.0) && !self.by_name.contains_key(&name);
        self.files[file].calls.get(call as usize).is_some_and(|c| c.callee.new || is_class(c.callee.name))
    }

    /// The class that a field or a call is said to give.
    fn class_of(&self, file: usize, via: Via, graph: &Graph) -> Option<u64> {
        match via {
            Via::Field(class, name) => {
                let mut level = vec![class];
                for _ in 0..MAX_BASES {
                    let key = |class: &u64| crate::tree::mix(*class, u64::from(name));
                    if let Some(found) = level.iter().find_map(|c| self.fields.get(&key(c))) {
                        return Some(*found);
                    }
                    level =
                        level.iter().filter_map(|c| self.bases.get(c)).flatten().take(MAX_ANCESTORS).copied().collect();
                }
                None
            }
            Via::Call(call) => {
                // `module.wrapper(x)`: a new object of that class, whatever case its name has.
                let called = self.files[file].calls.get(call as usize)?;
                let callee = &called.callee;
                if self.classes.contains(&callee.name.0) && !self.by_name.contains_key(&callee.name) {
                    return Some(callee.name.0);
                }
                let (targets, _) = graph.targets.get(&(file as u32, call))?;
                let gives = |t: &FuncRef| {
                    let (info, summary) = (self.func(*t), &self.files[t.0 as usize].summaries[t.1 as usize]);
                    let case = super::cases::case_of(called, info, summary, self.named);
                    case.checked_sub(1).and_then(|at| summary.cases[at].gives).or(info.gives)
                };
                let given: Vec<Option<u64>> = targets.iter().map(gives).collect();
                match given.split_first() {
                    Some((Some(first), rest)) if rest.iter().all(|g| *g == Some(*first)) => Some(*first),
                    _ => None,
                }
            }
        }
    }

    fn resolve(&self, file: usize, callee: &Callee, args: usize, from: u32) -> (Vec<FuncRef>, bool) {
        if callee.name == Sym::NONE {
            return (Vec::new(), false);
        }
        let fits = |at: &FuncRef| self.fits(file, *at, args);
        // `Class()` and `module.Class()` of languages without `new`.
        let is_class = self.classes.contains(&callee.name.0) && !self.by_name.contains_key(&callee.name);
        if callee.new || is_class {
            let class = if callee.new { callee.class.unwrap_or(callee.name.0) } else { callee.name.0 };
            let own = self.constructors.get(&class).into_iter().flatten();
            let all = own.chain(self.by_name.get(&callee.name).into_iter().flatten()).copied();
            let is_it = |at: &FuncRef| self.func(*at).class == Some(class) && !self.is_other(file, class, *at);
            let mut found: Vec<FuncRef> = all.filter(|at| is_it(at) && fits(at)).collect();
            found.sort_unstable();
            found.dedup();
            if found.is_empty()
                && matches!(language_of(self.files, file), "python" | "javascript" | "typescript" | "php" | "ruby")
            {
                found = self.inherited_constructor(file, class, args);
            }
            return (self.nearest(file, found), false);
        }
        if let Some(module) = callee.class.filter(|c| !callee.bare && !self.classes.contains(c))
            && let Some(class) = self.fields.get(&super::run::field_key(module, Sym::new(super::exports::DEFAULT)))
            && *class != module
        {
            // `module.exports = new Service()`
            let there = Callee { class: Some(*class), via: None, ..callee.clone() };
            let found = self.resolve_named(file, &there, args, from);
            if !found.0.is_empty() {
                return found;
            }
        }
        if let Some(module) = if callee.bare { callee.module } else { callee.class }
            && let Some((own, of)) = self.exports.get(&(module, callee.name))
            && (*own, *of) != (callee.name, module)
        {
            let there = Callee { name: *own, module: Some(*of), bare: true, ..callee.clone() };
            let found = self.resolve_named(file, &there, args, from);
            if !found.0.is_empty() {
                return found;
            }
        }
        let found = self.resolve_named(file, callee, args, from);
        if let Some(module) = callee.module.filter(|_| callee.bare && found.0.is_empty()) {
            // `export * from './m'`
            for of in self.passed_on.get(&module).into_iter().flatten().take(MAX_PASSED) {
                let there = Callee { module: Some(*of), ..callee.clone() };
                let found = self.resolve_named(file, &there, args, from);
                if !found.0.is_empty() {
                    return found;
                }
            }
        }
        found
    }

    fn resolve_named(&self, file: usize, callee: &Callee, args: usize, from: u32) -> (Vec<FuncRef>, bool) {
        let language = self.files[file].language;
        let is_other = |at: &FuncRef| {
            callee.class.is_some_and(|class| self.func(*at).class == Some(class) && self.is_other(file, class, *at))
        };
        let fits = |at: &FuncRef| self.fits(file, *at, args) && !is_other(at);
        if let Some(class) = callee.class.filter(|_| !callee.bare)
            && let Some(found) = self.method(file, callee, class, args, &fits)
        {
            return found;
        }
        let named: Vec<FuncRef> = self.by_name.get(&callee.name).into_iter().flatten().copied().filter(fits).collect();
        if named.is_empty() {
            return (Vec::new(), false);
        }
        let pick = |test: &dyn Fn(&FuncRef) -> bool| -> Vec<FuncRef> { named.iter().copied().filter(test).collect() };
        if callee.bare {
            let own = self.files[file].funcs.get(from as usize).and_then(|f| f.class);
            let here =
                pick(&|at| at.0 as usize == file && (self.func(*at).class.is_none() || self.func(*at).class == own));
            if !here.is_empty() {
                return (few(here), false);
            }
            let here = pick(&|at| at.0 as usize == file);
            if !here.is_empty() {
                return (few(here), false);
            }
            // Imported, or of the same package. A method is called bare only within its class and below.
            let must_import = matches!(language, "python" | "javascript" | "typescript");
            let free = match callee.module {
                Some(module) => {
                    pick(&|at| self.func(*at).class.is_none() && self.files[at.0 as usize].modules.contains(&module))
                }
                None if must_import && !self.files[file].imports_all => Vec::new(),
                None => {
                    let all = self.files[file].packages.iter().filter(|(name, _)| *name == Sym::NONE.0);
                    let all: Vec<u64> = all.map(|(_, module)| Sym::new(module).0).collect();
                    let is_there = |at: &FuncRef| self.files[at.0 as usize].modules.iter().any(|m| all.contains(m));
                    let free = pick(&|at| self.func(*at).class.is_none());
                    // Those of the modules of which everything is imported, if they have it.
                    let there: Vec<FuncRef> = free.iter().copied().filter(is_there).collect();
                    if there.is_empty() { free } else { there }
                }
            };
            let mut inherited = pick(&|at| own.is_some_and(|own| self.is_below(own, self.func(*at).class)));
            if inherited.is_empty() && !must_import && named.len() <= MAX_NAMED {
                // What the class leaves to those below it.
                inherited = pick(&|at| own.is_some() && self.func(*at).class.is_some_and(|c| self.is_below(c, own)));
            }
            let found = if inherited.is_empty() { free } else { inherited };
            let unsure = found.len() > 1;
            return (if found.len() <= MAX_CANDIDATES { found } else { Vec::new() }, unsure);
        }
        if let Some(class) = callee.class {
            if self.classes.contains(&class) {
                // What an interface of Go declares, whichever type has it.
                if language == "go" && !self.implemented.contains(&class) {
                    let any = pick(&|at| self.func(*at).class.is_some() && self.func(*at).names.len() == args);
                    return (if any.len() <= MAX_CANDIDATES { any } else { Vec::new() }, false);
                }
                return (Vec::new(), false);
            }
            // A module or package: its functions stand in no class.
            let free = pick(&|at| self.func(*at).class.is_none() && self.files[at.0 as usize].modules.contains(&class));
            if let (true, Some(found)) = (free.is_empty(), self.extension(&named, args)) {
                return (vec![found], false);
            }
            return (free, false);
        }
        if let Some(found) = self.extension(&named, args) {
            return (vec![found], false);
        }
        // Methods of containers and texts are called everywhere: their names tell nothing.
        if callee.free || super::library::is_common(callee.name) {
            return (Vec::new(), false);
        }
        // Nothing is known of the receiver: one function of that name and number of parameters in all is taken.
        let exact: Vec<FuncRef> = pick(&|at| self.func(*at).class.is_some() && self.func(*at).names.len() == args);
        (if exact.len() == 1 { exact } else { Vec::new() }, true)
    }

    /// What a call of a method of a class means: its own, those of classes above and below it. `None` if there is none.
    fn method(
        &self,
        file: usize,
        callee: &Callee,
        class: u64,
        args: usize,
        fits: &dyn Fn(&FuncRef) -> bool,
    ) -> Option<(Vec<FuncRef>, bool)> {
        let of = |class: u64| self.methods.of(class, callee.name).filter(fits);
        let below = || self.below.of(class, MAX_BASES).into_iter().filter(|c| self.is_below(*c, Some(class)));
        let exact = if callee.up { Vec::new() } else { self.overloaded(of(class).collect(), args) };
        if !exact.is_empty() {
            let mut found = self.nearest(file, exact);
            // Classes below may have their own.
            let named = || self.by_name.get(&callee.name).into_iter().flatten().filter(|at| fits(at));
            if !callee.exact && named().take(MAX_NAMED + 1).count() <= MAX_NAMED {
                let mut below: Vec<FuncRef> = below().flat_map(of).collect();
                below.sort_unstable();
                if found.len() + below.len() <= MAX_CANDIDATES {
                    found.extend(below);
                }
            }
            return Some((found, false));
        }
        // Inherited from above, or implemented below.
        let mut related: Vec<FuncRef> = match callee.up {
            true => self.above(class).into_iter().filter(|c| *c != class).flat_map(of).collect(),
            false => self.above(class).into_iter().flat_map(of).collect(),
        };
        if !callee.up && !callee.exact {
            related.extend(below().flat_map(of));
        }
        if related.is_empty() {
            return None;
        }
        related.sort_unstable();
        related.dedup();
        // What a class of the project leaves to those below it is what they do, and nothing else.
        let is_below = |at: &FuncRef| self.func(*at).class.is_some_and(|c| self.is_below(c, Some(class)));
        // So is the only one that an object of a certain class inherits.
        let inherits = |at: &FuncRef| self.is_below(class, self.func(*at).class);
        let only = callee.exact && matches!(&related[..], [only] if inherits(only));
        let certain = self.classes.contains(&class) && (only || related.iter().all(is_below));
        Some((if related.len() <= MAX_CANDIDATES { related } else { Vec::new() }, !certain))
    }

    /// The constructor of the nearest class above that has one.
    fn inherited_constructor(&self, file: usize, class: u64, args: usize) -> Vec<FuncRef> {
        let mut level = vec![class];
        for _ in 0..MAX_BASES {
            level = level.iter().filter_map(|c| self.bases.get(c)).flatten().take(MAX_ANCESTORS).copied().collect();
            let all = level.iter().filter_map(|c| self.constructors.get(c)).flatten().copied();
            let is_it = |at: &FuncRef| {
                self.func(*at).class.is_some_and(|c| !self.is_other(file, c, *at)) && self.fits(file, *at, args)
            };
            let mut found: Vec<FuncRef> = all.filter(is_it).collect();
            if !found.is_empty() || level.is_empty() {
                found.sort_unstable();
                found.dedup();
                return found;
            }
        }
        Vec::new()
    }

    /// Of several functions of one name in one class, those that take as many arguments as there are.
    fn overloaded(&self, found: Vec<FuncRef>, args: usize) -> Vec<FuncRef> {
        if found.len() < 2 {
            return found;
        }
        let takes = |at: &FuncRef| !self.func(*at).variadic && self.func(*at).names.len() == args;
        let same: Vec<FuncRef> = found.iter().copied().filter(takes).collect();
        if same.is_empty() { found } else { same }
    }

    /// The only function of that name that is written for another type.
    fn extension(&self, named: &[FuncRef], args: usize) -> Option<FuncRef> {
        let mut fits = named.iter().copied().filter(|at| {
            let func = self.func(*at);
            func.extends.is_some_and(|taken| func.variadic || args + taken <= func.names.len())
        });
        fits.next().filter(|_| fits.next().is_none())
    }

    /// Whether a function can be what a call in a file means, as far as its place and parameters tell.
    fn fits(&self, file: usize, at: FuncRef, args: usize) -> bool {
        let func = self.func(at);
        if func.nested && at.0 as usize != file && func.class.is_none() {
            return false;
        }
        let (there, here) = (&self.files[at.0 as usize], &self.files[file]);
        there.language == here.language && (func.variadic || args <= func.names.len() + 1)
    }

    /// Whether a file imports its class of that name from another package than the one in which a function's class stands.
    fn is_other(&self, file: usize, class: u64, at: FuncRef) -> bool {
        let from = self.files[file].packages.iter().filter(|(name, _)| *name == class);
        let mut from = from.map(|(_, package)| &**package).peekable();
        if self.files[file].language == "python" {
            // A module may hand on the class of another one: only where it defines one itself, that is meant.
            let modules: Vec<u64> = from.map(|module| Sym::new(module).0).collect();
            let is_meant = |home: &&u32| self.files[**home as usize].modules.iter().any(|m| modules.contains(m));
            let homes = self.homes.get(&class).filter(|homes| homes.len() > 1 && !modules.is_empty());
            let meant: Vec<&u32> = homes.into_iter().flatten().filter(is_meant).take(MAX_CANDIDATES).collect();
            return !meant.is_empty() && !meant.contains(&&at.0);
        }
        let Some(there) = self.files[at.0 as usize].package.as_deref() else { return false };
        // A class within a class is imported by both names.
        let is_below = |package: &str| package.strip_prefix(there).is_some_and(|r| r.is_empty() || r.starts_with('.'));
        from.peek().is_some() && !from.any(is_below)
    }

    /// Those of the same file, if there are any.
    fn nearest(&self, file: usize, found: Vec<FuncRef>) -> Vec<FuncRef> {
        let here: Vec<FuncRef> = found.iter().copied().filter(|at| at.0 as usize == file).collect();
        match (here.is_empty(), found.len() <= MAX_CANDIDATES) {
            (false, _) => here,
            (true, true) => found,
            (true, false) => Vec::new(),
        }
    }

    /// Of methods of classes of one name, those that stand where the object was made: beside the function that gave it.
    fn keep_at_home(&self, found: &mut Vec<FuncRef>, file: usize, via: Option<Via>, graph: &Graph) {
        let Some(Via::Call(call)) = via.filter(|_| found.len() > 1) else { return };
        let alike = found.iter().all(|at| self.func(*at).class == self.func(found[0]).class);
        let Some((makers, _)) = graph.targets.get(&(file as u32, call)).filter(|_| alike) else { return };
        let at_home = |at: &FuncRef| makers.iter().any(|maker| maker.0 == at.0);
        if found.iter().any(at_home) {
            found.retain(at_home);
        }
    }

    /// A class and those that it inherits from, as far as [`Index::is_below`] looks.
    fn above(&self, class: u64) -> Vec<u64> {
        // Classes of one name in many files are one class here, so it may have very many bases: each is looked at once.
        let mut seen = vec![class];
        let mut from = 0;
        for _ in 1..MAX_BASES {
            let level = from..seen.len();
            from = seen.len();
            for at in level {
                for base in self.bases.get(&seen[at]).into_iter().flatten() {
                    if seen.len() < MAX_ANCESTORS && !seen.contains(base) {
                        seen.push(*base);
                    }
                }
            }
        }
        seen
    }

    /// Whether `class` is `above` or inherits from it.
    fn is_below(&self, class: u64, above: Option<u64>) -> bool {
        above.is_some_and(|above| class == above || self.above(class).contains(&above))
    }
}
