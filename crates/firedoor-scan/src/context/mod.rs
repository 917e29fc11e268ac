//! Unchanged code around a change: what it calls and what calls it, so that a flow through both is seen.
//!
//! All of it where that is little. Else who refers to whom is told by names: a file's own, the words of another's imports (in
//! languages in which classes find each other without one, its capitalised words), and the functions and classes that
//! few files define and another calls. That takes too many rather than too few, and what is taken is only looked at: a
//! finding that stands in unchanged files alone is no finding of the change. Files are taken in rounds, the nearest first,
//! up to a limit.

mod names;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use firedoor_core::{EngineId, Finding, Notice, RepoPath, SourceFile};
use rayon::prelude::*;

use crate::driver::Item;
use crate::session::Gathered;
use names::{Family, Names, Text};

/// Most bytes of unchanged code that are looked at.
const MAX_BYTES: usize = 1_000_000;
/// Most files.
const MAX_FILES: usize = 300;
/// Longest file in which names are looked for.
const MAX_READ: usize = 8_000_000;
/// How far is gone from the change.
const ROUNDS: usize = 5;
/// Most further files that are read because they call what was found.
const MAX_CALLERS: usize = 60;
/// A function that more files define is anyone's.
const MAX_DEFINED: usize = 6;

/// What is looked at.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Context {
    /// Unchanged files.
    pub(crate) files: BTreeSet<RepoPath>,
    /// By one of them: the unchanged files that refer to it and are not among them.
    callers: BTreeMap<RepoPath, BTreeSet<RepoPath>>,
    /// How many more there are, and how many of them the change itself calls or is called by.
    left_out: usize,
    left_near: usize,
}

impl Context {
    /// Whether a finding of code stands in one of these files.
    pub(crate) fn holds(&self, finding: &Finding) -> bool {
        finding.engine() == EngineId::Sast && self.files.contains(&finding.location.path)
    }

    /// Whether a finding of code stands in one of these files or comes through one.
    pub(crate) fn touches(&self, finding: &Finding) -> bool {
        finding.engine() == EngineId::Sast && firedoor_gate::places(finding).any(|path| self.files.contains(path))
    }

    /// The unchanged files that call those of them which are looked at.
    pub(crate) fn callers_of<'p>(&self, places: impl Iterator<Item = &'p RepoPath>) -> BTreeSet<RepoPath> {
        let found: BTreeSet<&RepoPath> = places.collect();
        found.into_iter().filter_map(|path| self.callers.get(path)).flatten().take(MAX_CALLERS).cloned().collect()
    }
}

/// A file and what it refers to.
struct Node {
    path: RepoPath,
    size: usize,
    is_changed: bool,
    refers: Vec<usize>,
}

/// The unchanged code around a change; what of it is left out is said.
pub(crate) fn of_change(gathered: &mut Gathered, max_file_size: u64, is_judged: &dyn Fn(&RepoPath) -> bool) -> Context {
    let Some(before) = &gathered.base else { return Context::default() };
    let both = gathered.items.iter().chain(&before.items).filter(|item| item.is_changed());
    let changed: Vec<Item> = both.filter(|item| is_judged(item.path())).cloned().collect();
    let rest: Vec<&Item> = gathered.items.iter().filter(|i| !i.is_changed() && is_judged(i.path())).collect();
    let read = |item: &Item| item.read(max_file_size).ok();
    let context = around(&changed, &rest, &read);
    if context.left_out > 0 {
        let message = format!(
            "More code is around this change than is looked at: {} files that call it or that it calls were left out. \
             A scan of the whole tree follows what flows through them.",
            context.left_out
        );
        // What is further away matters less.
        let notice = if context.left_near > 0 { Notice::warning } else { Notice::note };
        gathered.notices.push(notice("context-cut", message).by(EngineId::Sast));
    }
    context
}

/// Reads an item's text.
type Read<'r> = dyn Fn(&Item) -> Option<Arc<SourceFile>> + Sync + 'r;

/// The code around changed files. `changed` are both sides of them, `rest` the unchanged items; `read` gives an item's text.
fn around(changed: &[Item], rest: &[&Item], read: &Read<'_>) -> Context {
    let family = |item: &&Item| Family::of(item.path()).or_else(|| Family::of_script(item.path(), || read(item)));
    let mut items: Vec<(&Item, Family)> = changed.iter().filter_map(|item| Some((item, family(&item)?))).collect();
    let count = items.len();
    let families: BTreeSet<Family> = items.iter().map(|(_, family)| *family).collect();
    if count == 0 {
        return Context::default();
    }
    let near = rest.par_iter().map(|item| Some((*item, family(item).filter(|f| families.contains(f))?)));
    items.extend(near.collect::<Vec<_>>().into_iter().flatten());
    if items.len() == count {
        return Context::default();
    }
    let bytes = items[count..].iter().fold(0, |sum: usize, (item, _)| sum.saturating_add(size_of(item)));
    if items.len() - count <= MAX_FILES && bytes <= MAX_BYTES {
        let files = items[count..].iter().map(|(item, _)| item.path().clone()).collect();
        return Context { files, ..Context::default() };
    }
    ranked(&items, count, read)
}

/// The unchanged ones of these files that are nearest to the changed ones, which are the first `count`.
fn ranked(items: &[(&Item, Family)], count: usize, read: &Read<'_>) -> Context {
    let names = Names::of(items);
    let texts: Vec<Text> = items
        .par_iter()
        .map(|(item, family)| {
            let file = (size_of(item) <= MAX_READ).then(|| read(item)).flatten().filter(|file| !file.is_binary());
            file.map(|file| names.read(&file, *family)).unwrap_or_default()
        })
        .collect();
    let mut defined: BTreeMap<(Family, &str), Vec<usize>> = BTreeMap::new();
    for (i, ((_, family), text)) in items.iter().zip(&texts).enumerate() {
        text.defines.iter().for_each(|name| defined.entry((*family, name)).or_default().push(i));
    }
    defined.retain(|_, files| files.len() <= MAX_DEFINED);
    let nodes: Vec<Node> = items
        .iter()
        .zip(&texts)
        .enumerate()
        .map(|(i, ((item, family), text))| {
            let mut refers: BTreeSet<usize> = text.refers.iter().copied().collect();
            refers.extend(text.calls.iter().filter_map(|name| defined.get(&(*family, name.as_str()))).flatten());
            refers.remove(&i);
            let refers = refers.into_iter().collect();
            Node { path: item.path().clone(), size: size_of(item), is_changed: i < count, refers }
        })
        .collect();
    nearest(&nodes)
}

fn size_of(item: &Item) -> usize {
    match item {
        Item::File(file, _) => file.bytes().len(),
        Item::Entry(entry, _) => usize::try_from(entry.size).unwrap_or(usize::MAX),
    }
}

/// How much of the limit is for what the change calls.
const FIRST_SHARE: f64 = 0.6;

/// Files being taken, up to the limit.
struct Taking<'n> {
    nodes: &'n [Node],
    taken: BTreeSet<usize>,
    changed: BTreeSet<&'n RepoPath>,
    bytes: usize,
    context: Context,
}

impl<'n> Taking<'n> {
    fn new(nodes: &'n [Node]) -> Self {
        let taken: BTreeSet<usize> = (0..nodes.len()).filter(|i| nodes[*i].is_changed).collect();
        let changed = taken.iter().map(|i| &nodes[*i].path).collect();
        Self { nodes, taken, changed, bytes: 0, context: Context::default() }
    }

    /// Takes the next ones of these files, up to a share of the limit; at the whole limit what is left out is counted.
    fn take(&mut self, from: &[usize], next: &dyn Fn(usize) -> Vec<usize>, share: f64, is_near: bool) -> Vec<usize> {
        let part = |limit: usize| (limit as f64 * share) as usize;
        let mut found = Vec::new();
        for to in from.iter().flat_map(|i| next(*i)) {
            let node = &self.nodes[to];
            if self.changed.contains(&node.path) || self.taken.contains(&to) {
                continue;
            }
            if self.context.files.len() >= part(MAX_FILES) || self.bytes + node.size > part(MAX_BYTES) {
                if share >= 1.0 {
                    self.taken.insert(to);
                    self.context.left_out += 1;
                    self.context.left_near += usize::from(is_near);
                }
                continue;
            }
            self.taken.insert(to);
            self.bytes += node.size;
            self.context.files.insert(node.path.clone());
            found.push(to);
        }
        found
    }
}

/// The unchanged files that are nearest to the changed ones.
fn nearest(nodes: &[Node]) -> Context {
    let mut callers: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, node) in nodes.iter().enumerate() {
        node.refers.iter().for_each(|to| callers.entry(*to).or_default().push(i));
    }
    let refers = |i: usize| nodes[i].refers.clone();
    let mut taking = Taking::new(nodes);
    // What the change calls comes first, so that nothing which is called from everywhere can push it out.
    let changed: Vec<usize> = taking.taken.iter().copied().collect();
    let mut below = changed.clone();
    for _ in 0..ROUNDS {
        below = taking.take(&below, &refers, FIRST_SHARE, false);
    }
    // What calls the change; what either calls.
    let (mut above, mut below) = (changed, Vec::new());
    for round in 0..ROUNDS {
        let all: Vec<usize> = above.iter().chain(&below).copied().collect();
        above = taking.take(&above, &|i| callers.get(&i).cloned().unwrap_or_default(), 1.0, round == 0);
        below = taking.take(&all, &refers, 1.0, round == 0);
    }
    let Taking { changed, mut context, .. } = taking;
    for i in (0..nodes.len()).filter(|i| context.files.contains(&nodes[*i].path)) {
        let more = callers.get(&i).into_iter().flatten().map(|from| &nodes[*from].path);
        let more: BTreeSet<RepoPath> =
            more.filter(|path| !context.files.contains(path) && !changed.contains(path)).cloned().collect();
        context.callers.insert(nodes[i].path.clone(), more);
    }
    context
}

#[cfg(test)]
mod tests {
    use super::*;
    use firedoor_core::Origin;

    fn item((path, text): (&str, &str), is_changed: bool) -> Item {
        let file = SourceFile::new(RepoPath::new(path), Origin::WorkTree, text.as_bytes().to_vec());
        Item::File(file.into(), is_changed)
    }

    fn read(item: &Item) -> Option<Arc<SourceFile>> {
        match item {
            Item::File(file, _) => Some(Arc::clone(file)),
            Item::Entry(..) => None,
        }
    }

    fn of(changed: (&str, &str), rest: &[(&str, &str)]) -> Vec<String> {
        let rest: Vec<Item> = rest.iter().map(|r| item(*r, false)).collect();
        let all: Vec<Item> = std::iter::once(item(changed, true)).chain(rest).collect();
        let family = Family::of(&changed.0.into());
        let all = all.iter().filter(|i| Family::of(i.path()) == family).map(|i| (i, family.expect("code")));
        ranked(&all.collect::<Vec<_>>(), 1, &read).files.iter().map(|p| p.as_str().to_owned()).collect()
    }

    #[test]
    fn what_a_change_calls_and_what_calls_it() {
        for (changed, rest, expected) in [
            (("app.py", "import h\n"), vec![("h.py", ""), ("g.py", "")], vec!["h.py"]),
            (("h.py", ""), vec![("app.py", "from h import run\n"), ("g.py", "")], vec!["app.py"]),
            (
                ("a/views.py", "from . import (\n  one,\n  two,\n)\n"),
                vec![("a/one.py", ""), ("a/two.py", "import deep"), ("deep/__init__.py", ""), ("x.py", "")],
                vec!["a/one.py", "a/two.py", "deep/__init__.py"],
            ),
            (("test/a.js", "const e = require('../')"), vec![("index.js", ""), ("lib/b.js", "")], vec!["index.js"]),
            (
                ("src/a.ts", "import {x} from './lib/h.js'\nimport y from '@/deep/y'"),
                vec![("src/lib/h.ts", ""), ("src/deep/y/index.tsx", ""), ("h.ts", ""), ("a.py", "import h")],
                vec!["src/deep/y/index.tsx", "src/lib/h.ts"],
            ),
            (
                ("A.java", "new Helper().run(x);"),
                vec![("b/Helper.java", ""), ("b/Other.java", "")],
                vec!["b/Helper.java"],
            ),
            (
                ("a/x.go", "package a"),
                vec![("a/y.go", "package a"), ("b/z.go", "import \"m/a\""), ("c/w.go", "")],
                vec!["a/y.go", "b/z.go"],
            ),
            (("a.rb", "ReportService.run(x)"), vec![("app/report_service.rb", "")], vec!["app/report_service.rb"]),
            (("a.php", "require 'lib/db.php';"), vec![("lib/db.php", ""), ("lib/c.php", "")], vec!["lib/db.php"]),
            (
                ("a.c", "#include \"util.h\""),
                vec![("util.c", ""), ("util.h", ""), ("b.c", "")],
                vec!["util.c", "util.h"],
            ),
        ] {
            assert_eq!(of(changed, &rest), expected, "{changed:?}");
        }
    }

    #[test]
    fn functions_that_few_files_define_are_found_without_an_import() {
        for (changed, rest, expected) in [
            (
                ("A.java", "svc.handle(x);"),
                vec![("SvcImpl.java", "  void handle(String c) {\n"), ("B.java", "x.go();")],
                vec!["SvcImpl.java"],
            ),
            (("A.kt", "runIt(x)"), vec![("Strings.kt", "fun runIt(c: String) {\n"), ("B.kt", "")], vec!["Strings.kt"]),
            (("a.c", "run_it(x);"), vec![("impl.c", "void run_it(char *c) {\n"), ("b.c", "")], vec!["impl.c"]),
            (("a.php", "run_it($x);"), vec![("f.php", "function run_it($c) {\n"), ("b.php", "")], vec!["f.php"]),
            (("a.cs", "new Other().Run(x);"), vec![("Stuff.cs", "class Other {\n"), ("B.cs", "")], vec!["Stuff.cs"]),
            (("a.js", "h.runIt(x)"), vec![("b.js", "exports.runIt = function (c) {\n"), ("c.js", "")], vec!["b.js"]),
        ] {
            assert_eq!(of(changed, &rest), expected, "{changed:?}");
        }
    }

    #[test]
    fn of_many_files_of_one_name_the_folder_tells() {
        let many: Vec<(String, String)> = (0..30).map(|n| (format!("app{n}/utils.py"), String::new())).collect();
        let mut rest: Vec<(&str, &str)> = many.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
        assert_eq!(of(("app3/views.py", "from .utils import run"), &rest), ["app3/utils.py"]);
        assert_eq!(of(("x.py", "from app7.utils import run"), &rest), ["app7/utils.py"]);
        rest.truncate(5);
        assert_eq!(of(("x.py", "import utils"), &rest).len(), 5);
        // A package of many files is one.
        let package: Vec<(String, String)> = (0..40).map(|n| (format!("util/f{n}.go"), String::new())).collect();
        let rest: Vec<(&str, &str)> = package.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
        assert_eq!(of(("main.go", "import \"example.com/m/util\""), &rest).len(), 40);
    }

    #[test]
    fn little_code_is_looked_at_whole() {
        let rest = [item(("b.py", ""), false), item(("c.js", ""), false)];
        let rest: Vec<&Item> = rest.iter().collect();
        let found = around(&[item(("a.py", "x = 1"), true)], &rest, &read);
        assert_eq!(found.files, BTreeSet::from([RepoPath::new("b.py")]));
    }

    #[test]
    fn the_nearest_are_taken_first_and_the_rest_is_counted() {
        let many: Vec<(String, String)> =
            (0..MAX_FILES + 50).map(|n| (format!("m{n}.py"), "import app\n".to_owned())).collect();
        let mut rest: Vec<Item> = many.iter().map(|(p, t)| item((p, t), false)).collect();
        rest.push(item(("h.py", ""), false));
        let rest: Vec<&Item> = rest.iter().collect();
        let found = around(&[item(("app.py", "import h\n"), true)], &rest, &read);
        assert!(found.files.contains(&RepoPath::new("h.py")));
        assert_eq!((found.files.len(), found.left_out), (MAX_FILES, 51));
    }

    #[test]
    fn what_is_called_from_everywhere_pushes_nothing_out_that_the_change_calls() {
        let many: Vec<(String, String)> =
            (0..MAX_FILES + 50).map(|n| (format!("a{n}.py"), "import strings\n".to_owned())).collect();
        let mut rest: Vec<Item> = many.iter().map(|(p, t)| item((p, t), false)).collect();
        rest.extend([item(("k1.py", "import k2\n"), false), item(("k2.py", "import k3\n"), false)]);
        rest.push(item(("k3.py", ""), false));
        let rest: Vec<&Item> = rest.iter().collect();
        let changed = [item(("strings.py", "# a remark\n"), true), item(("app.py", "import k1\n"), true)];
        let found = around(&changed, &rest, &read);
        assert!(["k1.py", "k2.py", "k3.py"].iter().all(|path| found.files.contains(&RepoPath::new(*path))));
    }

    #[test]
    fn where_no_code_changes_nothing_is_read() {
        let rest = item(("a.py", "import b"), false);
        let found = around(&[item(("a.md", "x"), true)], &[&rest], &|_| unreachable!("nothing to read"));
        assert_eq!(found, Context::default());
    }
}
