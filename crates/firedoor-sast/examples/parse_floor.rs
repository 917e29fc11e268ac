//! The floor that `bench/sast.py` measures against: walk, read and parse, and nothing else.
//!
//! `parse_floor PATH [LANGUAGE,LANGUAGE…] [JOBS]` parses every file of those languages (of all, if none are named) once
//! with each grammar that the engine would use, drops the trees and prints what it did. Symbolic links are not followed
//! and `.git` is left out, as in a scan.
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::unwrap_used)]

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use firedoor_core::RepoPath;
use firedoor_lang::Language;
use rayon::prelude::*;
use tree_sitter::Parser;

/// Larger files are left out by the engine, too.
const MAX_FILE_SIZE: usize = 5_000_000;

fn walk(dir: &Path, into: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    for entry in entries.flatten() {
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() && entry.file_name() != ".git" {
            walk(&entry.path(), into);
        } else if kind.is_file() {
            into.push(entry.path());
        }
    }
}

thread_local! {
    static PARSER: RefCell<Parser> = RefCell::new(Parser::new());
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let names = args.get(2).map_or("", String::as_str);
    let wanted: Vec<Language> = names.split(',').filter_map(Language::from_semgrep_name).collect();
    let jobs = args.get(3).and_then(|n| n.parse().ok()).unwrap_or(0);
    rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global().unwrap();
    let mut files = Vec::new();
    let root = Path::new(&args[1]);
    if root.is_dir() {
        walk(root, &mut files);
    } else {
        files.push(root.to_path_buf());
    }
    files.sort();
    let (parsed, size, nodes) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    files.par_iter().for_each(|path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        // A file without an extension may be a script; only then are its bytes needed to know.
        if name.contains('.') && !Language::of_file_name(&name).iter().any(|l| wanted.is_empty() || wanted.contains(l))
        {
            return;
        }
        let bytes = std::fs::read(path).unwrap();
        if bytes.len() > MAX_FILE_SIZE {
            return;
        }
        for language in Language::of_path(&RepoPath::new(name.as_str()), &bytes[..bytes.len().min(256)]) {
            if !wanted.is_empty() && !wanted.contains(&language) {
                continue;
            }
            PARSER.with(|parser| {
                let mut parser = parser.borrow_mut();
                parser.set_language(&language.grammar()).unwrap();
                let tree = parser.parse(&bytes, None).unwrap();
                parsed.fetch_add(1, Ordering::Relaxed);
                size.fetch_add(bytes.len(), Ordering::Relaxed);
                nodes.fetch_add(tree.root_node().descendant_count(), Ordering::Relaxed);
            });
        }
    });
    let get = |n: &AtomicUsize| n.load(Ordering::Relaxed);
    println!("{} files, {} bytes, {} nodes", get(&parsed), get(&size), get(&nodes));
}
