//! Unchanged code around a change: what it calls and what calls it, so that a flow through both is seen.
//!
//! Who refers to whom is told by names: a file's own, and the words of another's imports (in languages in which classes
//! find each other without one, its capitalised words). That takes too many rather than too few, and what is taken is only
//! looked at: a finding that stands in unchanged files alone is no finding of the change. Files are taken in rounds, the
//! nearest first, up to a limit.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use firedoor_core::{EngineId, Notice, RepoPath, SourceFile};
use firedoor_lang::Language;
use rayon::prelude::*;

use crate::driver::Item;
use crate::session::Gathered;

/// Most bytes of unchanged code that are looked at.
const MAX_BYTES: usize = 1_000_000;
/// Most files.
const MAX_FILES: usize = 300;
/// How far is gone from the change.
const ROUNDS: usize = 3;
/// A name that more files have tells nothing.
const MAX_ALIKE: usize = 20;
/// Larger files are no helpers, in bytes.
const MAX_FILE: usize = 256 * 1024;

/// What is looked at.
#[derive(Debug, Default, PartialEq, Eq)]
struct Context {
    /// Unchanged files.
    files: BTreeSet<RepoPath>,
    /// How many more there are.
    left_out: usize,
}

/// Languages whose files call each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Family {
    Python,
    Script,
    Jvm,
    Go,
    DotNet,
    Ruby,
    Php,
    C,
    Rust,
    Swift,
    Elixir,
}

impl Family {
    fn of(path: &RepoPath) -> Option<Self> {
        Some(match Language::of_file_name(path.file_name()).first()? {
            Language::Python => Self::Python,
            Language::JavaScript | Language::TypeScript | Language::Tsx => Self::Script,
            Language::Java | Language::Kotlin | Language::Scala => Self::Jvm,
            Language::Go => Self::Go,
            Language::CSharp => Self::DotNet,
            Language::Ruby => Self::Ruby,
            Language::Php => Self::Php,
            Language::C | Language::Cpp => Self::C,
            Language::Rust => Self::Rust,
            Language::Swift => Self::Swift,
            Language::Elixir => Self::Elixir,
            _ => return None,
        })
    }

    /// Whether classes are found without an import.
    fn has_open_names(self) -> bool {
        matches!(self, Self::Jvm | Self::DotNet | Self::Ruby | Self::Php | Self::Swift | Self::Elixir)
    }

    /// Whether a line may import something.
    fn is_import(self, line: &str) -> bool {
        match self {
            Self::Python => line.starts_with("import ") || line.starts_with("from "),
            Self::Script => ["import", "require", "from "].iter().any(|word| line.contains(word)),
            Self::Go => line.contains('"'),
            Self::Ruby => ["require", "autoload", "load "].iter().any(|word| line.contains(word)),
            Self::Php => ["require", "include", "use "].iter().any(|word| line.contains(word)),
            Self::C => line.starts_with("#include") || line.starts_with("# include"),
            Self::Rust => line.contains("use ") || line.contains("mod ") || line.contains("crate::"),
            Self::Jvm | Self::DotNet | Self::Swift | Self::Elixir => false,
        }
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
pub(crate) fn of_change(
    gathered: &mut Gathered,
    max_file_size: u64,
    is_judged: &dyn Fn(&RepoPath) -> bool,
) -> BTreeSet<RepoPath> {
    let Some(before) = &gathered.base else { return BTreeSet::new() };
    let both = gathered.items.iter().chain(&before.items).filter(|item| item.is_changed());
    let changed: Vec<Item> = both.filter(|item| is_judged(item.path())).cloned().collect();
    let rest: Vec<&Item> = gathered.items.iter().filter(|i| !i.is_changed() && is_judged(i.path())).collect();
    let read = |item: &Item| match item {
        Item::File(file, _) => Some(Arc::clone(file)),
        Item::Entry(entry, _) => firedoor_input::read(entry, max_file_size).map(Arc::new).ok(),
    };
    let Context { files, left_out } = around(&changed, &rest, &read);
    if left_out > 0 {
        let message = format!(
            "More code is around this change than is looked at: {left_out} files that call it or that it calls were left out. \
             A scan of the whole tree follows what flows through them."
        );
        gathered.notices.push(Notice::note("context-cut", message).by(EngineId::Sast));
    }
    files
}

/// The code around changed files. `changed` are both sides of them, `rest` the unchanged items; `read` gives an item's text.
fn around(changed: &[Item], rest: &[&Item], read: &(dyn Fn(&Item) -> Option<Arc<SourceFile>> + Sync)) -> Context {
    let families: BTreeSet<Family> = changed.iter().filter_map(|item| Family::of(item.path())).collect();
    let is_near = |item: &&Item| Family::of(item.path()).is_some_and(|family| families.contains(&family));
    let items: Vec<&Item> =
        changed.iter().filter(is_near).chain(rest.iter().copied().filter(|item| is_near(item))).collect();
    let count = changed.iter().filter(is_near).count();
    if count == 0 || items.len() == count {
        return Context::default();
    }
    let names = Names::of(&items);
    let nodes: Vec<Node> = items
        .par_iter()
        .enumerate()
        .map(|(i, item)| {
            let file = read(item).filter(|file| file.bytes().len() <= MAX_FILE && !file.is_binary());
            let refers = file.as_ref().map(|file| names.referred(file)).unwrap_or_default();
            let size = file.map_or(usize::MAX, |file| file.bytes().len());
            Node { path: item.path().clone(), size, is_changed: i < count, refers }
        })
        .collect();
    nearest(&nodes)
}

/// The unchanged files that are nearest to the changed ones.
fn nearest(nodes: &[Node]) -> Context {
    let mut callers: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, node) in nodes.iter().enumerate() {
        node.refers.iter().for_each(|to| callers.entry(*to).or_default().push(i));
    }
    let mut taken: BTreeSet<usize> = (0..nodes.len()).filter(|i| nodes[*i].is_changed).collect();
    let changed: BTreeSet<&RepoPath> = taken.iter().map(|i| &nodes[*i].path).collect();
    // What calls the change; what either calls.
    let (mut above, mut below): (Vec<usize>, Vec<usize>) = (taken.iter().copied().collect(), Vec::new());
    let mut context = Context::default();
    let mut bytes = 0;
    for _ in 0..ROUNDS {
        let mut take = |from: &[usize], next: &dyn Fn(usize) -> Vec<usize>| {
            let mut found = Vec::new();
            for to in from.iter().flat_map(|i| next(*i)) {
                let node = &nodes[to];
                if node.size == usize::MAX || changed.contains(&node.path) || !taken.insert(to) {
                    continue;
                }
                if context.files.len() >= MAX_FILES || bytes + node.size > MAX_BYTES {
                    context.left_out += 1;
                    continue;
                }
                bytes += node.size;
                context.files.insert(node.path.clone());
                found.push(to);
            }
            found
        };
        let all: Vec<usize> = above.iter().chain(&below).copied().collect();
        below = take(&all, &|i| nodes[i].refers.clone());
        above = take(&above, &|i| callers.get(&i).cloned().unwrap_or_default());
    }
    context
}

/// Which files have which name.
struct Names {
    by_name: BTreeMap<(Family, String), Vec<usize>>,
    by_path: BTreeMap<String, Vec<usize>>,
    by_folder: BTreeMap<String, Vec<usize>>,
}

impl Names {
    fn of(items: &[&Item]) -> Self {
        let mut names = Self { by_name: BTreeMap::new(), by_path: BTreeMap::new(), by_folder: BTreeMap::new() };
        for (i, item) in items.iter().enumerate() {
            let path = item.path();
            let Some(family) = Family::of(path) else { continue };
            names.by_name.entry((family, name_of(path, family))).or_default().push(i);
            if family == Family::Script {
                names.by_path.entry(bare(path.as_str()).to_owned()).or_default().push(i);
            } else if family == Family::Go {
                names.by_folder.entry(path.parent().to_owned()).or_default().push(i);
            }
        }
        names.by_name.retain(|_, files| files.len() <= MAX_ALIKE);
        names
    }

    /// The files that a file refers to.
    fn referred(&self, file: &SourceFile) -> Vec<usize> {
        let path = file.path();
        let Some(family) = Family::of(path) else { return Vec::new() };
        let mut out = BTreeSet::new();
        if family == Family::Go {
            out.extend(self.by_folder.get(path.parent()).into_iter().flatten());
        }
        let text = String::from_utf8_lossy(file.bytes());
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let mut is_open = false;
        for line in text.lines() {
            let line = line.trim_start();
            let is_import = is_open || family.is_import(line);
            // A list of names in brackets may go on.
            is_open = family == Family::Python && is_import && (is_open || line.contains('(')) && !line.contains(')');
            if is_import && family == Family::Script {
                quoted(line).for_each(|spec| self.add_script(path, spec, &mut out));
            } else if is_import && family == Family::Go {
                quoted(line).for_each(|spec| self.add(family, spec.rsplit('/').next().unwrap_or(spec), &mut out));
            } else if is_import || family.has_open_names() {
                for word in words(line) {
                    if (is_import || word.starts_with(char::is_uppercase)) && seen.insert(word) {
                        self.add(family, word, &mut out);
                    }
                }
            }
        }
        out.into_iter().collect()
    }

    fn add(&self, family: Family, word: &str, out: &mut BTreeSet<usize>) {
        out.extend(self.by_name.get(&(family, squeezed(word))).into_iter().flatten());
    }

    /// What an address of a module means: a path from the file's folder, else one from a folder that only the build knows.
    fn add_script(&self, path: &RepoPath, spec: &str, out: &mut BTreeSet<usize>) {
        if !spec.starts_with('.') {
            if let Some((_, name)) = spec.rsplit_once('/') {
                self.add(Family::Script, name.split('.').next().unwrap_or(name), out);
            }
            return;
        }
        let mut parts: Vec<&str> = path.parent().split('/').filter(|p| !p.is_empty()).collect();
        for part in spec.split('/') {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()),
                part => parts.push(part),
            }
        }
        let full = parts.join("/");
        let index = if full.is_empty() { "index".to_owned() } else { format!("{full}/index") };
        for key in [full.as_str(), bare(&full), &index] {
            out.extend(self.by_path.get(key).into_iter().flatten());
        }
    }
}

/// A path without the extension of its file.
fn bare(path: &str) -> &str {
    let name = path.rfind('/').map_or(0, |at| at + 1);
    path[name..].rfind('.').filter(|at| *at > 0).map_or(path, |at| &path[..name + at])
}

/// The name by which other files import a file.
fn name_of(path: &RepoPath, family: Family) -> String {
    let stem = path.file_name().split('.').next().unwrap_or_default();
    let folder = || path.parent().rsplit('/').next().unwrap_or_default();
    let is_of_folder = matches!(stem, "index" | "__init__" | "mod" | "lib" | "main") || family == Family::Go;
    squeezed(if is_of_folder && !folder().is_empty() { folder() } else { stem })
}

/// A name in one spelling: `ReportService`, `report_service` and `report-service` are one.
fn squeezed(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '_' | '-')).flat_map(char::to_lowercase).collect()
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).filter(|word| !word.is_empty())
}

/// The texts in quotes.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split(['"', '\'', '`']).skip(1).step_by(2)
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
        let rest: Vec<&Item> = rest.iter().collect();
        around(&[item(changed, true)], &rest, &read).files.iter().map(|p| p.as_str().to_owned()).collect()
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
    fn where_no_code_changes_nothing_is_read() {
        let rest = item(("a.py", "import b"), false);
        let found = around(&[item(("a.md", "x"), true)], &[&rest], &|_| unreachable!("nothing to read"));
        assert_eq!(found, Context::default());
    }
}
