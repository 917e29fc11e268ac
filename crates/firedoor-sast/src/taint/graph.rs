//! Which function a call means, over all files of a project.

use rustc_hash::{FxHashMap, FxHashSet};

use super::FileTaint;
use super::run::Callee;
use crate::tree::Sym;

/// More functions of one name than this tell nothing.
const MAX_CANDIDATES: usize = 4;
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
}

struct Index<'f, 'a> {
    files: &'f [FileTaint<'a>],
    by_name: FxHashMap<Sym, Vec<FuncRef>>,
    classes: FxHashSet<u64>,
    bases: FxHashMap<u64, Vec<u64>>,
}

const CONSTRUCTORS: [&str; 7] = ["constructor", "__init__", "initialize", "__construct", "init", "new", "<init>"];

impl Graph {
    pub(super) fn new(files: &[FileTaint<'_>]) -> Self {
        let mut index =
            Index { files, by_name: FxHashMap::default(), classes: FxHashSet::default(), bases: FxHashMap::default() };
        for (f, file) in files.iter().enumerate() {
            for (n, func) in file.funcs.iter().enumerate() {
                if func.name != Sym::NONE {
                    index.by_name.entry(func.name).or_default().push((f as u32, n as u32));
                }
                index.classes.extend(func.class);
            }
            for (class, bases) in &file.classes {
                index.classes.insert(*class);
                index.bases.entry(*class).or_default().extend(bases);
            }
        }
        let mut graph = Self::default();
        for (f, file) in files.iter().enumerate() {
            for key in file.stores.keys() {
                graph.stores.entry(*key).or_default().push(f as u32);
            }
            for (n, call) in file.calls.iter().enumerate() {
                let at = (f as u32, n as u32);
                let (targets, unsure) = index.resolve(f, &call.callee, call.args.len(), call.func);
                for target in &targets {
                    graph.callers.entry(*target).or_default().push(at);
                }
                if !targets.is_empty() {
                    graph.targets.insert(at, (targets, unsure));
                }
            }
        }
        graph
    }
}

impl Index<'_, '_> {
    fn func(&self, at: FuncRef) -> &super::FuncInfo {
        &self.files[at.0 as usize].funcs[at.1 as usize]
    }

    fn resolve(&self, file: usize, callee: &Callee, args: usize, from: u32) -> (Vec<FuncRef>, bool) {
        if callee.name == Sym::NONE {
            return (Vec::new(), false);
        }
        let language = self.files[file].language;
        let fits = |at: &FuncRef| {
            let func = self.func(*at);
            if func.nested && at.0 as usize != file && func.class.is_none() {
                return false;
            }
            self.files[at.0 as usize].language == language && (func.variadic || args <= func.names.len() + 1)
        };
        // `Class()` and `module.Class()` of languages without `new`.
        let is_class = self.classes.contains(&callee.name.0) && !self.by_name.contains_key(&callee.name);
        if callee.new || is_class {
            let class = if callee.new { callee.class.unwrap_or(callee.name.0) } else { callee.name.0 };
            let names = CONSTRUCTORS.iter().map(|n| Sym::new(n)).chain([callee.name]);
            let all = names.flat_map(|n| self.by_name.get(&n).into_iter().flatten().copied());
            let mut found: Vec<FuncRef> = all.filter(|at| self.func(*at).class == Some(class) && fits(at)).collect();
            found.sort_unstable();
            found.dedup();
            return (self.nearest(file, found), false);
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
                return (here, false);
            }
            let here = pick(&|at| at.0 as usize == file);
            if !here.is_empty() {
                return (here, false);
            }
            // Imported, or of the same package. A method is called bare only within its class and below.
            let must_import = matches!(language, "python" | "js" | "ts" | "javascript" | "typescript");
            let free = match callee.module {
                Some(module) => {
                    pick(&|at| self.func(*at).class.is_none() && self.files[at.0 as usize].modules.contains(&module))
                }
                None if must_import && !self.files[file].imports_all => Vec::new(),
                None => pick(&|at| self.func(*at).class.is_none()),
            };
            let inherited = pick(&|at| own.is_some_and(|own| self.is_below(own, self.func(*at).class)));
            let found = if inherited.is_empty() { free } else { inherited };
            let unsure = found.len() > 1;
            return (if found.len() <= MAX_CANDIDATES { found } else { Vec::new() }, unsure);
        }
        if let Some(class) = callee.class {
            let exact = pick(&|at| self.func(*at).class == Some(class));
            if !exact.is_empty() {
                return (self.nearest(file, exact), false);
            }
            // Inherited from above, or implemented below.
            let related = pick(&|at| {
                let other = self.func(*at).class;
                self.is_below(class, other) || other.is_some_and(|o| self.is_below(o, Some(class)))
            });
            if !related.is_empty() {
                return (if related.len() <= MAX_CANDIDATES { related } else { Vec::new() }, true);
            }
            if self.classes.contains(&class) {
                return (Vec::new(), false);
            }
            // A module or package: its functions stand in no class.
            let free = pick(&|at| self.func(*at).class.is_none() && self.files[at.0 as usize].modules.contains(&class));
            return (free, false);
        }
        // Methods of containers and texts are called everywhere: their names tell nothing.
        if super::library::is_common(callee.name) {
            return (Vec::new(), false);
        }
        // Nothing is known of the receiver: one function of that name and number of parameters in all is taken.
        let exact: Vec<FuncRef> = pick(&|at| self.func(*at).class.is_some() && self.func(*at).names.len() == args);
        (if exact.len() == 1 { exact } else { Vec::new() }, true)
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

    /// Whether `class` is `above` or inherits from it.
    fn is_below(&self, class: u64, above: Option<u64>) -> bool {
        let Some(above) = above else { return false };
        // Classes of one name in many files are one class here, so it may have very many bases: each is looked at once.
        let mut seen = vec![class];
        let mut from = 0;
        for _ in 0..MAX_BASES {
            if seen.contains(&above) {
                return true;
            }
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
        false
    }
}
