//! Files around those with sources and sinks: helpers that a flow leads through, and properties that code reads.
//!
//! A file in which no rule has a source or a sink is not interpreted when it comes, because most of them never matter.
//! Which ones do is known when all others have been: those that are named after a class or module of which a function
//! is called, and `.properties` files with a key that is asked for. What they say is then added before the join.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use firedoor_core::{SourceFile, Span};
use firedoor_lang::Language;
use rayon::prelude::*;

use super::SastEngine;
use super::pack::Pack;
use super::taint::hits;
use crate::formula::{FileContext, Reading};
use crate::taint::{self, FileTaint, PROPERTIES, RuleHits};
use crate::tree::{Kind, Node, NodeId, Role, Sym, Tree};

/// Largest file that is kept.
const MAX_FILE: usize = 128 * 1024;
/// Most bytes that are kept. With more, nothing is: what is left out must not depend on the order of the files.
const MAX_BYTES: usize = 96 * 1024 * 1024;
/// Most files that are interpreted later.
const MAX_FILES: usize = 400;
/// How often what a helper names is looked for in turn.
const ROUNDS: usize = 3;
/// Most names that one file defines.
const MAX_DEFINED: usize = 1024;
/// Most properties of one file.
const MAX_PROPERTIES: usize = 4096;

/// Files kept for later.
#[derive(Debug, Default)]
pub(super) struct Kept {
    files: Vec<(Arc<SourceFile>, Option<Language>)>,
    bytes: usize,
}

impl Kept {
    /// The code among them; `None` if there was too much to keep.
    pub(super) fn code(&self) -> Option<Vec<(Arc<SourceFile>, &'static str)>> {
        let code = self.files.iter().filter_map(|(file, language)| Some((Arc::clone(file), (*language)?.name())));
        (self.bytes <= MAX_BYTES).then(|| code.collect())
    }
}

/// Whether a file holds properties.
pub(super) fn is_properties(name: &str) -> bool {
    name.ends_with(".properties")
}

/// Keeps a file for [`add`]; `None` for properties.
pub(super) fn keep(kept: &Mutex<Kept>, file: &Arc<SourceFile>, language: Option<Language>) {
    let size = file.bytes().len();
    let mut kept = kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if size <= MAX_FILE {
        kept.bytes += size;
        if kept.bytes <= MAX_BYTES {
            kept.files.push((Arc::clone(file), language));
        } else {
            kept.files = Vec::new();
        }
    }
}

/// Interprets what the results ask for; false if there was too much code to keep.
pub(super) fn add<'e>(engine: &'e SastEngine, kept: Kept, tainted: &mut Vec<FileTaint<'e>>) -> bool {
    if tainted.is_empty() || kept.bytes > MAX_BYTES {
        return tainted.is_empty();
    }
    let mut files = kept.files;
    files.sort_by(|a, b| (a.0.path(), a.1.map(Language::name)).cmp(&(b.0.path(), b.1.map(Language::name))));
    let live: BTreeSet<usize> = tainted.iter().flat_map(FileTaint::rules).collect();
    let properties: BTreeSet<u64> = tainted.iter().flat_map(FileTaint::properties).collect();
    let (configuration, code): (Vec<_>, Vec<_>) = files.into_iter().partition(|(_, language)| language.is_none());
    let mut code: Vec<(Arc<SourceFile>, Option<Language>, Vec<u64>)> = (code.into_iter())
        .map(|(file, language)| {
            let names = language.map(|l| defined(file.bytes(), l)).unwrap_or_default();
            let path = file.path().as_str();
            // Names of PHP have no case.
            let path = if language == Some(Language::Php) { path.to_ascii_lowercase() } else { path.to_owned() };
            let names = names_of(&path).chain(names).collect();
            (file, language, names)
        })
        .collect();
    if !properties.is_empty() {
        for (file, _) in &configuration {
            for language in [Language::Java, Language::Kotlin] {
                let pack = engine.pack(Reading::Code(language));
                if let Some(tree) = properties_tree(file.bytes(), &properties)
                    && !pack.rules.is_empty()
                {
                    let context = FileContext::with_tree(file.bytes(), language, tree);
                    tainted.extend(interpret(engine, file, pack, &context, PROPERTIES, &live));
                }
            }
        }
    }
    let mut asked: BTreeSet<(&'static str, u64)> = BTreeSet::new();
    let mut count = 0;
    for _ in 0..ROUNDS {
        let wanted: BTreeSet<(&'static str, u64)> = tainted.iter().flat_map(FileTaint::wanted).collect();
        if wanted.iter().all(|w| asked.contains(w)) {
            break;
        }
        let (now, later): (Vec<_>, Vec<_>) = code.into_iter().partition(|(_, language, names)| {
            let name = language.map_or("", Language::name);
            names.iter().any(|stem| wanted.contains(&(name, *stem)))
        });
        code = later;
        asked.extend(wanted);
        let now: Vec<(Arc<SourceFile>, Language)> =
            now.into_iter().filter_map(|(file, language, _)| Some((file, language?))).take(MAX_FILES - count).collect();
        count += now.len();
        let results: Vec<Vec<FileTaint<'e>>> = (now.into_par_iter())
            .map(|(file, language)| {
                let context = FileContext::new(file.bytes(), Some(language));
                let pack = engine.pack(Reading::Code(language));
                interpret(engine, &file, pack, &context, language.name(), &live)
            })
            .collect();
        tainted.extend(results.into_iter().flatten());
    }
    true
}

fn interpret<'e>(
    engine: &'e SastEngine,
    file: &Arc<SourceFile>,
    pack: &'e Pack,
    context: &FileContext<'_>,
    language: &'static str,
    live: &BTreeSet<usize>,
) -> Vec<FileTaint<'e>> {
    let Some(tree) = context.tree() else { return Vec::new() };
    // A rule that leaves the file out (its tests, say) has no source and no sink in it; flows still lead through.
    let admits = |rule| engine.ignore_paths || engine.filters.admits(rule, file.path().as_str());
    let rules: Vec<RuleHits<'e>> = (pack.rules.iter())
        .filter(|compiled| live.contains(&compiled.rule) && admits(compiled.rule))
        .filter_map(|compiled| hits(&engine.rules[compiled.rule], compiled, context))
        .collect();
    taint::analyze_around(file, tree, language, rules)
}

/// What code may call a file: its name without extension, and its folder.
fn names_of(path: &str) -> impl Iterator<Item = u64> {
    let mut parts = path.rsplit('/');
    let base = parts.next().unwrap_or(path);
    let stem = base.split('.').next().unwrap_or(base);
    let folder = if stem == "__init__" || stem == "index" || path.ends_with(".go") { parts.next() } else { None };
    [Some(stem), folder].into_iter().flatten().map(|name| Sym::new(name).0)
}

/// The classes that a file of code defines, and its functions where they need no import: as far as the beginnings of its
/// lines tell, because most of these files are never parsed.
fn defined(bytes: &[u8], language: Language) -> Vec<u64> {
    const CLASSES: [&[u8]; 10] =
        [b"class", b"interface", b"trait", b"struct", b"record", b"module", b"object", b"enum", b"type", b"protocol"];
    let by_file = matches!(
        language,
        Language::Php
            | Language::Go
            | Language::Ruby
            | Language::CSharp
            | Language::Kotlin
            | Language::Java
            | Language::TypeScript
    );
    let mut out = Vec::new();
    if !by_file {
        return out;
    }
    let free = matches!(language, Language::Php | Language::Go);
    for line in bytes.split(|b| *b == b'\n') {
        out.extend(extension(line, language));
        let mut words = line.split(|b| !b.is_ascii_alphanumeric() && *b != b'_').filter(|w| !w.is_empty()).take(6);
        while let Some(word) = words.next() {
            let is_class = CLASSES.contains(&word);
            let is_function = free && (word == b"function" || word == b"func");
            if !is_class && !is_function {
                continue;
            }
            if let Some(name) = words.next() {
                let name = match language {
                    Language::Php => Sym::of(&name.to_ascii_lowercase()),
                    _ => Sym::of(name),
                };
                out.push(if is_class { name.0 } else { taint::function_name(name) });
            }
            if is_class {
                // Who is asked for what an interface declares means those that implement it.
                out.extend(above(line, language).into_iter().map(|name| name.0));
            }
            break;
        }
        if out.len() >= MAX_DEFINED {
            break;
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// The classes and interfaces that a class says it is below, where its line begins.
fn above(line: &[u8], language: Language) -> Vec<Sym> {
    const MOST: usize = 8;
    let text = std::str::from_utf8(line).unwrap_or_default();
    let rest = match language {
        Language::CSharp | Language::Kotlin => {
            // Not the types of a constructor's parameters.
            let mut depth = 0_i32;
            let at = text.char_indices().find_map(|(at, c)| {
                depth += i32::from(matches!(c, '(' | '<')) - i32::from(matches!(c, ')' | '>'));
                (c == ':' && depth == 0).then_some(at)
            });
            at.map(|at| &text[at..])
        }
        _ => ["extends ", "implements "].iter().filter_map(|w| text.find(w)).min().map(|at| &text[at..]),
    };
    let words = rest.unwrap_or_default().split(|c: char| !c.is_alphanumeric() && c != '_');
    let names = words.filter(|w| w.starts_with(|c: char| c.is_uppercase())).take(MOST);
    match language {
        Language::Php => names.map(|n| Sym::new(&n.to_ascii_lowercase())).collect(),
        _ => names.map(Sym::new).collect(),
    }
}

/// A function that is written for another type: `static T F(this S s)`, `fun S.f()`.
fn extension(line: &[u8], language: Language) -> Option<u64> {
    if !matches!(language, Language::CSharp | Language::Kotlin) {
        return None;
    }
    let text = std::str::from_utf8(line).ok()?;
    let before = match language {
        Language::CSharp => text.split_once("(this ")?.0,
        _ => text.split_once("fun ")?.1.split_once('(')?.0,
    };
    let before = before.split('<').next().unwrap_or(before).trim_end();
    let at = before.rfind(|c: char| !c.is_alphanumeric() && c != '_')?;
    (language == Language::CSharp || before.as_bytes().get(at) == Some(&b'.'))
        .then(|| taint::function_name(Sym::new(&before[at + 1..])))
}

/// A tree of definitions, `key = "value"`, of the properties that are asked for.
fn properties_tree(bytes: &[u8], wanted: &BTreeSet<u64>) -> Option<Tree> {
    let whole = u32::try_from(bytes.len()).ok()?;
    let mut found: Vec<(Span, Span)> = Vec::new();
    let mut start = 0;
    for line in bytes.split(|b| *b == b'\n') {
        let (from, end) = (start, start + line.len());
        start = end + 1;
        let text = std::str::from_utf8(line).unwrap_or_default();
        if text.trim_start().starts_with(['#', '!']) {
            continue;
        }
        let Some(at) = text.find(['=', ':']) else { continue };
        let (key, value) = (text[..at].trim(), text[at + 1..].trim());
        if key.is_empty() || value.is_empty() || !wanted.contains(&taint::property_key(key)) {
            continue;
        }
        let place = |part: &str| {
            let offset = part.as_ptr() as usize - text.as_ptr() as usize;
            let begin = u32::try_from(from + offset).unwrap_or(whole);
            Span { start: begin, end: begin + u32::try_from(part.len()).unwrap_or(0) }
        };
        found.push((place(key), place(value)));
        if found.len() == MAX_PROPERTIES {
            break;
        }
    }
    if found.is_empty() {
        return None;
    }
    let text = |span: Span| bytes.get(span.range()).map(String::from_utf8_lossy).unwrap_or_default();
    let node = |kind, role, end: NodeId, parent, span, sym| Node { kind, role, flags: 0, end, parent, span, sym };
    let end = u32::try_from(found.len() * 3 + 1).ok()?;
    let mut tree = Tree::default();
    tree.nodes.push(node(Kind::Program, Role::None, end, 0, Span { start: 0, end: whole }, Sym::NONE));
    for (key, value) in found {
        let at = NodeId::try_from(tree.nodes.len()).ok()?;
        let span = Span { start: key.start, end: value.end };
        tree.nodes.push(node(Kind::VarDef, Role::None, at + 3, 0, span, Sym::NONE));
        tree.nodes.push(node(Kind::Ident, Role::Name, at + 2, at, key, Sym::new(&text(key))));
        tree.nodes.push(node(Kind::Str, Role::Value, at + 3, at, value, Sym::new(&text(value))));
    }
    tree.written = end;
    tree.rehash();
    Some(tree)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_become_definitions() {
        let text = b"# c=1\nhash = MD5\nother: x\nweak.cipher=DES\n";
        let wanted = [taint::property_key("hash"), taint::property_key("weak.cipher")].into_iter().collect();
        let tree = properties_tree(text, &wanted).expect("two are wanted");
        let values: Vec<&[u8]> = (0..tree.written)
            .filter(|n| tree.kind(*n) == Kind::Str)
            .map(|n| &text[tree.node(n).span.range()])
            .collect();
        assert_eq!(values, [&b"MD5"[..], b"DES"]);
        assert!(properties_tree(text, &BTreeSet::new()).is_none());
    }
}
