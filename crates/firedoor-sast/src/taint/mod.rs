//! Taint: values that come from a source and reach a sink.
//!
//! A file is interpreted once over its tree ([`analyze`]): statements in their order, branches that constants rule out
//! left alone, each variable, field and constant key of a container with the marks that its value carries. What comes
//! from parameters, calls and fields is marked by what it is, not by where it came from; only when all files are known
//! does [`join()`] replace these marks by sources, through the functions of the project. So helpers of the same file and
//! of others are followed by one mechanism, each file is judged by itself first, and no tree is kept.
//!
//! Which expressions are sources, sinks, sanitizers and propagators is found by the matcher and handed in as
//! [`Hit`]s. Not followed: virtual calls beyond names and class hierarchies.

mod accessors;
mod actions;
mod alias;
mod asked;
mod assign;
mod blocks;
mod call;
mod callables;
mod calls;
mod cases;
mod certainty;
mod construct;
mod counted;
mod documented;
mod doubts;
mod effects;
mod enums;
mod env;
mod eval;
mod exports;
mod extend;
mod facts;
mod flow;
mod fold;
mod forms;
mod functional;
mod graph;
mod guards;
mod handed;
mod hierarchy;
mod includes;
mod inline;
mod input;
mod join;
mod kept;
mod labels;
mod language;
mod later;
mod library;
mod lists;
mod literal;
mod marks;
mod more;
mod objects;
mod operate;
mod outside;
mod place;
mod reach;
mod receivers;
mod references;
mod resolved;
mod rules;
mod run;
mod stmt;
mod survey;
mod templates;
mod texts;
mod value;
mod way;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use firedoor_core::SourceFile;

use crate::tree::{Kind, Role, Sym, Tree};
pub use calls::Calls;
pub(crate) use doubts::{Doubts, Text};
pub(crate) use facts::Facts;
use flow::Flow;
pub use input::{Binding, Hit, RuleHits, Step, TaintFinding};
use kept::{Call, Summary};
use marks::{MarkTable, Marks, Steps};
use run::{MAX_RULES, Run};

/// Most fields of a record.
const MAX_FIELDS: usize = 32;

/// Longest line of code that a person wrote.
const MAX_LINE: usize = 5000;
/// How much of a file is looked at for the loader of a bundle.
const BUNDLE_START: usize = 4096;

/// A function as other files see it.
#[derive(Debug, PartialEq, Eq)]
struct FuncInfo {
    name: Sym,
    class: Option<u64>,
    names: Vec<Sym>,
    variadic: bool,
    /// What comes at which place of those further arguments is told apart (Ruby).
    placed: bool,
    /// It stands in another function: other files do not see it.
    nested: bool,
    /// It is called on what it is written for: how many of its parameters that takes.
    extends: Option<usize>,
    /// The class that it says it gives.
    gives: Option<u64>,
    /// It is read like a field.
    getter: bool,
}

/// What one run over one file found out.
#[derive(Debug)]
pub struct FileTaint<'a> {
    file: Arc<SourceFile>,
    language: &'static str,
    /// What imports may call the file: its name without extension, its folder, its package.
    modules: Vec<u64>,
    /// Where classes of one name are told apart by packages: its own, and those from which it imports classes.
    package: Option<Box<str>>,
    packages: Vec<(u64, Box<str>)>,
    /// Classes and modules that it uses.
    wanted: Vec<u64>,
    /// It imports everything of some module.
    imports_all: bool,
    /// What it exports of other modules: alias, name there, module.
    reexports: Vec<(Sym, Sym, u64)>,
    rules: Vec<RuleHits<'a>>,
    labels: Vec<Arc<str>>,
    table: MarkTable,
    steps: Steps,
    funcs: Vec<FuncInfo>,
    /// Classes with what they inherit from.
    classes: Vec<(u64, Vec<u64>)>,
    summaries: Vec<Summary>,
    calls: Vec<Call>,
    /// How often it was looked at again and had other calls than before.
    changes: u32,
    sinks: BTreeMap<(u8, u32, u32), Marks>,
    stores: BTreeMap<u64, Vec<(u32, Flow)>>,
    /// Functions whose fields only what they call finds ([`actions`]).
    action_funcs: std::collections::BTreeSet<u32>,
    /// The classes (modules, files) of these fields, with the field.
    store_classes: Vec<(u64, u64)>,
    /// The fields of records, in the order of their constructors.
    records: Vec<(u64, Vec<u32>)>,
    /// Declared classes of fields.
    field_classes: Vec<(u64, u64)>,
    /// Constants that others name.
    constants: Vec<(u64, value::Konst)>,
    /// Functions that others name, with what there is to say of them.
    functions: Vec<(u64, Option<Arc<facts::Told>>)>,
    /// Classes with their methods that set and give fields.
    holders: Vec<(u64, facts::Accesses)>,
    /// What conditions ask of other files.
    asked: BTreeMap<u64, doubts::Asked>,
    /// Methods that were believed although classes of other files may override them.
    trusted: BTreeSet<(u64, Sym)>,
    /// Names of parts that hold functions.
    held: Vec<u32>,
    /// Something was left out because of its size or depth.
    pub cut: bool,
}

/// The language of properties files: definitions of texts by name.
pub const PROPERTIES: &str = "properties";

/// The name of a property as calls that ask for it and files that define it have it.
#[must_use]
pub fn property_key(name: &str) -> u64 {
    crate::tree::mix(0x9709, Sym::new(name).0)
}

/// A function without a class, as what a file wants.
#[must_use]
pub fn function_name(name: Sym) -> u64 {
    crate::tree::mix(0xf0, name.0)
}

impl FileTaint<'_> {
    /// The file.
    pub fn file(&self) -> &Arc<SourceFile> {
        &self.file
    }

    /// The name of its language.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// The rules that have something in the file.
    pub fn rules(&self) -> impl Iterator<Item = usize> + '_ {
        self.rules.iter().map(|r| r.rule)
    }

    /// By rule: whether it has sources and sinks in the file.
    pub fn ends(&self) -> impl Iterator<Item = (usize, bool, bool)> + '_ {
        self.rules.iter().map(RuleHits::ends)
    }

    /// Where the file stands among modules: its package where it says one, else its path with dots.
    fn home(&self) -> Box<str> {
        if let Some(package) = &self.package {
            return package.clone();
        }
        let path = self.file.path().as_str();
        let path = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
        path.strip_suffix("/__init__").unwrap_or(path).replace('/', ".").into()
    }

    /// The properties that the file asks for.
    pub fn properties(&self) -> impl Iterator<Item = u64> + '_ {
        self.calls.iter().filter_map(|c| c.callee.property)
    }

    /// Classes and modules that the file uses, with its language.
    pub fn wanted(&self) -> impl Iterator<Item = (&'static str, u64)> + '_ {
        self.wanted.iter().map(|name| (self.language, *name))
    }
}

/// Interprets a file that no rule needs by itself, for what flows through it.
pub fn analyze_around<'a>(
    file: &Arc<SourceFile>,
    tree: &Tree,
    language: &'static str,
    mut rules: Vec<RuleHits<'a>>,
) -> Vec<FileTaint<'a>> {
    let mut all = if rules.is_empty() {
        vec![analyze_some(file, tree, language, rules, None)]
    } else {
        rules.retain(RuleHits::is_live);
        analyze(file, tree, language, rules)
    };
    // What is called on its classes may stand in those above.
    for one in &mut all {
        one.wanted.extend(one.classes.iter().flat_map(|(_, bases)| bases));
    }
    all
}

impl<'a> FileTaint<'a> {
    /// Interprets the file again, with what other files define and with more rules; false if there are too many.
    pub(crate) fn again(&mut self, tree: &Tree, more: Vec<RuleHits<'a>>, facts: &Facts) -> bool {
        let fits = self.rules.len() + more.len() <= MAX_RULES;
        let mut rules = std::mem::take(&mut self.rules);
        if fits {
            rules.extend(more);
        }
        let file = Arc::clone(&self.file);
        let mut now = analyze_some(&file, tree, self.language, rules, Some(facts));
        now.changes = self.changes + u32::from(!now.calls_as(self));
        *self = now;
        fits
    }
}

/// Interprets a file for the rules that have a source or a sink in it. Gives one result for each 64 rules.
pub fn analyze<'a>(
    file: &Arc<SourceFile>,
    tree: &Tree,
    language: &'static str,
    rules: Vec<RuleHits<'a>>,
) -> Vec<FileTaint<'a>> {
    let mut live: Vec<RuleHits<'a>> = rules.into_iter().filter(RuleHits::is_live).collect();
    let mut out = Vec::new();
    while !live.is_empty() {
        let rest = if live.len() > MAX_RULES { live.split_off(MAX_RULES) } else { Vec::new() };
        out.push(analyze_some(file, tree, language, live, None));
        live = rest;
    }
    out
}

fn analyze_some<'a>(
    file: &Arc<SourceFile>,
    tree: &Tree,
    language: &'static str,
    rules: Vec<RuleHits<'a>>,
    facts: Option<&Facts>,
) -> FileTaint<'a> {
    let mut run = Run::new(tree, file.bytes(), language, &rules);
    run.facts = facts;
    run.find_shared(Sym::new(file.path().as_str()).0);
    run.own_module = modules_of(file.path().as_str()).first().copied();
    let package = tree.children(Tree::ROOT).find(|n| tree.kind(*n) == Kind::Package);
    let package = package.and_then(|p| tree.first_child(p));
    let has_packages = matches!(language, "java" | "kotlin" | "scala");
    run.package = package.filter(|_| has_packages).map(|n| run.text(n).into());
    run.own_place = includes::place_of(file.path().as_str()).filter(|_| run.includes);
    run.run();
    let shared_as: Vec<u64> = modules_of(file.path().as_str()).into_iter().chain(run.own_place).collect();
    run.share(&shared_as);
    let funcs = run
        .funcs
        .iter()
        .enumerate()
        .map(|(number, f)| FuncInfo {
            name: f.name,
            class: f.class,
            names: f.names.clone(),
            extends: run.extends(f),
            nested: tree.ancestors(f.node).any(|n| matches!(tree.kind(n), Kind::FuncDef | Kind::Lambda))
                && run.set_by_constructor(f.node).is_none(),
            gives: (run.made.get(&(number as u32)).copied().flatten()).or_else(|| {
                let given = tree.child(f.node, Role::Ret)?;
                // `: self`, `-> Self`
                let is_own = matches!(run.text(given).trim_start_matches('?'), "self" | "static" | "Self" | "this");
                f.class.filter(|_| is_own).or(Some(run.last_name(given).0))
            }),
            getter: f.class.is_some() && run.is_getter(f.node),
            placed: run.traits.appends,
            variadic: f.params.iter().any(|p| run.is_rest(*p)),
        })
        .collect();
    let name = |n| match tree.kind(n) {
        Kind::Ident => tree.node(n).sym.0,
        Kind::Member => tree.child(n, Role::Name).map_or(0, |n| tree.node(n).sym.0),
        _ => tree.first_child(n).map_or(0, |n| tree.node(n).sym.0),
    };
    let classes = (0..tree.written)
        .filter(|n| tree.kind(*n) == Kind::ClassDef)
        .filter_map(|n| {
            let class = tree.node(tree.child(n, Role::Name)?).sym.0;
            let bases = tree.children(n).filter(|c| matches!(tree.node(*c).role, Role::Base | Role::Impl));
            // `Base` may hold a list.
            let bases =
                bases.flat_map(|b| if tree.kind(b) == Kind::Args { tree.children(b).collect() } else { vec![b] });
            Some((class, bases.map(name).chain(run.mixed_in(n)).collect()))
        })
        .collect();
    let records = (0..tree.written)
        .filter(|n| tree.kind(*n) == Kind::ClassDef)
        .filter_map(|n| {
            let class = tree.node(tree.child(n, Role::Name)?).sym.0;
            let fields = run.record_fields(n);
            let is_record = !fields.is_empty() && fields.len() <= MAX_FIELDS && !run.constructors.contains_key(&class);
            is_record.then(|| (class, fields.into_iter().map(|f| value::short(Sym::new(f).0)).collect()))
        })
        .collect();
    let path = file.path().as_str();
    // What a package of Python imports, others import from it.
    if run.traits.explicit_self && language == "python" && !path.ends_with("__init__.py") {
        run.reexports.clear();
    }
    let mut modules = modules_of(path);
    modules.extend(package.map(|n| run.last_name(n).0));
    let package = run.package.take();
    // In Python classes of one name are told apart by their modules.
    let packages = (run.packages.iter())
        .filter(|(class, _)| has_packages || run.imported_classes.contains(class))
        .map(|(class, from)| (class.0, if has_packages { *from } else { from.rsplit('.').next().unwrap_or(from) }))
        .map(|(class, from)| (class, from.into()))
        .collect();
    let constants = run.constants(&modules);
    let functions = run.told(&modules);
    let holders = run.holders();
    let wanted: Vec<u64> = run.wanted.iter().copied().collect();
    let Run {
        imports_all,
        labels,
        mut table,
        mut steps,
        mut summaries,
        mut calls,
        sinks,
        mut stores,
        action_funcs,
        store_classes,
        field_classes,
        reexports,
        asked,
        trusted,
        cut,
        ..
    } = run;
    let mut field_classes: Vec<(u64, u64)> = field_classes.into_iter().collect();
    field_classes.sort_unstable();
    // Results of all files are held until the end.
    table.freeze();
    steps.freeze();
    let mut pool = flow::Pool::default();
    for call in &mut calls {
        call.args.shrink_to_fit();
        call.args.iter_mut().for_each(|(_, flow)| flow.freeze(&mut pool));
        call.receiver.freeze(&mut pool);
        call.callee_value.freeze(&mut pool);
    }
    for summary in &mut summaries {
        summary.ret.freeze(&mut pool);
        summary.out.values_mut().for_each(|flow| flow.freeze(&mut pool));
        summary.cases.iter_mut().for_each(|case| case.ret.freeze(&mut pool));
    }
    stores.values_mut().flatten().for_each(|(_, flow)| flow.freeze(&mut pool));
    calls.shrink_to_fit();
    let held = pool.holding(|mark| matches!(table.get(mark).origin, marks::Origin::Func(_)));
    FileTaint {
        file: Arc::clone(file),
        language,
        modules,
        package,
        packages,
        wanted,
        imports_all,
        reexports,
        rules,
        labels,
        table,
        steps,
        funcs,
        classes,
        summaries,
        calls,
        changes: 0,
        sinks,
        stores,
        action_funcs,
        store_classes: store_classes.into_iter().collect(),
        records,
        field_classes,
        constants,
        functions,
        holders,
        asked,
        trusted: trusted.into_inner(),
        held,
        cut,
    }
}

/// What imports may call a file: its name without extension, and its folder.
fn modules_of(path: &str) -> Vec<u64> {
    let base = path.rsplit('/').next().unwrap_or(path);
    let mut modules = vec![Sym::new(base.split('.').next().unwrap_or(base)).0];
    modules.extend(path.rsplit('/').nth(1).map(|folder| Sym::new(folder).0));
    modules
}

/// Whether most of a file are lines so long that no person wrote them: its names say nothing, and it is judged alone.
#[must_use]
pub fn is_minified(bytes: &[u8]) -> bool {
    // A map of the sources that stands in the file itself is no code.
    let lines = bytes.split(|b| *b == b'\n').filter(|line| !line.starts_with(b"//# sourceMappingURL="));
    let (long, all) = lines.fold((0, 0), |(long, all), line| {
        let len = line.len();
        (if len > MAX_LINE { long + len } else { long }, all + len + 1)
    });
    long > all / 2
}

/// Whether a tool wrote the file out of others: the modules of a program, each in a function, behind the loader of Browserify,
/// webpack or the like. The sources are elsewhere.
#[must_use]
pub fn is_bundle(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(BUNDLE_START)];
    let has = |mark: &[u8]| start.windows(mark.len()).any(|w| w == mark);
    // Both parts of Browserify's loader, or the name that webpack gives its own.
    (has(b"Cannot find module '") && has(b"MODULE_NOT_FOUND") && has(b".exports"))
        || has(b"webpackBootstrap")
        || has(b"__webpack_modules__")
}

/// The findings of a file without any other, and the rules that were cut: nothing else of it has to be kept.
#[must_use]
pub fn join_alone(mut results: Vec<FileTaint<'_>>) -> (Vec<TaintFinding>, Vec<usize>) {
    let (mut findings, mut cut) = (Vec::new(), Vec::new());
    for result in &mut results {
        let (more, rules) = join(std::slice::from_mut(result), None, &mut Calls::default());
        findings.extend(more);
        cut.extend(rules);
    }
    (findings, cut)
}

/// Replaces marks by sources over all files, which may come in any order, and gives the findings; and the rules
/// for which more would have had to be looked at than is allowed. With `only`, for these rules alone. `calls` is kept
/// between joins of the same files.
pub fn join(
    files: &mut [FileTaint<'_>],
    only: Option<&BTreeSet<usize>>,
    calls: &mut Calls,
) -> (Vec<TaintFinding>, Vec<usize>) {
    files.sort_by(|a, b| {
        let first = |f: &FileTaint<'_>| f.rules.first().map(|r| r.rule);
        (a.file.path(), first(a)).cmp(&(b.file.path(), first(b)))
    });
    join::join(files, only, calls)
}

#[cfg(test)]
mod tests;
