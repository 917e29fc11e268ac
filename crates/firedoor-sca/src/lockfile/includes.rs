//! Files that a `requirements.txt` includes (`-r`, `-c`): pip's requirements file format lets them have any name.
//!
//! What is included is asked for when the including file has been read ([`wanted`]). Where files are listed at once and not
//! by the engine, small ones with the endings that such files mostly have are read on trial, too; those that no include
//! reaches are dropped. Includes that lead to nothing that was read are said once a file.

use std::collections::{BTreeMap, BTreeSet};

use firedoor_core::{EngineId, Notice, RepoPath, SourceFile};

use super::{ListedFile, archives};

/// The format that such files are read as.
pub(super) const FORMAT: &str = "requirements.txt";
/// More includes of one file are not followed.
pub(super) const MAX_INCLUDES: usize = 1_000;
/// Files of unusual names are followed through so many others.
pub(super) const MAX_DEPTH: usize = 32;
/// Larger files of text are no requirements.
const MAX_SIZE: u64 = 1 << 20;
/// More names without any constraint in one file are a list of words.
const MAX_BARE_NAMES: usize = 2_000;
/// Kind of fact: the line, and the file that is included there.
const INCLUDE: &str = "include";

pub(super) fn wants(name: &str, size: u64) -> bool {
    size <= MAX_SIZE && [".txt", ".in", ".pip"].iter().any(|end| name.ends_with(end))
}

pub(super) fn fact(text: &str, start: usize, file: &str) -> (String, String) {
    let line = text.as_bytes().iter().take(start).filter(|b| **b == b'\n').count() + 1;
    (INCLUDE.to_owned(), format!("{line} {file}"))
}

/// Whether a text that was read on trial looks like requirements at all.
pub(super) fn is_plausible(listed: &ListedFile) -> bool {
    let says = !listed.packages.is_empty() || !listed.facts.is_empty() || !listed.unjudged.is_empty();
    let prose = listed.notices.len() >= super::MAX_BROKEN;
    let words = listed.packages.len() > MAX_BARE_NAMES && listed.packages.iter().all(|p| p.version.is_empty());
    says && !prose && !words
}

/// A path relative to a folder; `None` where it leads out of the tree.
fn resolve(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|p| !p.is_empty()).collect();
    for part in path.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// What an include leads to.
enum Target {
    /// A file of the tree.
    File(String),
    /// An address, or a place that only the environment knows: nothing is fetched.
    Elsewhere,
    /// A place outside of the tree.
    Outside,
}

fn target_of(file: &RepoPath, path: &str) -> Target {
    if path.contains("://") || path.starts_with("file:") || path.contains(['$', '{', '%', '~']) {
        return Target::Elsewhere;
    }
    let absolute = path.starts_with(['/', '\\']) || path.as_bytes().get(1) == Some(&b':');
    match resolve(file.parent(), path).filter(|_| !absolute) {
        Some(target) => Target::File(target),
        None => Target::Outside,
    }
}

/// An include that leads to nothing that was read.
struct Lost<'f> {
    line: u32,
    path: &'f str,
    target: Target,
}

/// What the includes of these files lead to.
#[derive(Default)]
struct Reached<'f> {
    /// Places of files that count by themselves, or because one that counts includes them.
    included: BTreeSet<usize>,
    /// By the place of the file that includes.
    lost: BTreeMap<usize, Vec<Lost<'f>>>,
}

fn reached<'f>(files: &[&'f ListedFile]) -> Reached<'f> {
    let places: BTreeMap<&str, usize> = files.iter().enumerate().map(|(i, f)| (f.path.as_str(), i)).collect();
    let mut open: Vec<usize> = (0..files.len()).filter(|i| !files[*i].is_candidate).collect();
    let mut out = Reached { included: open.iter().copied().collect(), ..Reached::default() };
    while let Some(at) = open.pop() {
        let file = files[at];
        if file.format != FORMAT {
            continue;
        }
        for (kind, value) in &file.facts {
            let Some((line, path)) = value.split_once(' ').filter(|_| kind == INCLUDE) else { continue };
            let target = target_of(&file.path, path);
            let place = match &target {
                Target::File(target) => places.get(target.as_str()).copied(),
                Target::Elsewhere | Target::Outside => None,
            };
            match place {
                Some(next) if out.included.insert(next) => open.push(next),
                Some(_) => {}
                None => {
                    let lost = Lost { line: line.parse().unwrap_or(1), path, target };
                    out.lost.entry(at).or_default().push(lost);
                }
            }
        }
    }
    out
}

/// Files of the tree that are included and are not among these.
pub(super) fn wanted(files: &[&ListedFile]) -> BTreeSet<RepoPath> {
    let lost = reached(files).lost.into_values().flatten();
    lost.filter_map(|lost| match lost.target {
        Target::File(path) => Some(RepoPath::new(path)),
        Target::Elsewhere | Target::Outside => None,
    })
    .collect()
}

/// Keeps what is included, drops other candidates, and says which includes lead nowhere. Files are sorted by path.
pub(super) fn join<'f>(files: &mut Vec<ListedFile>, source: &dyn Fn(&RepoPath) -> Option<&'f SourceFile>) {
    let mut notices = Vec::new();
    let included = {
        let all: Vec<&ListedFile> = files.iter().collect();
        let Reached { included, lost } = reached(&all);
        for (at, mut lost) in lost {
            // In a change, what did not change is not handed over.
            let whole = source(&all[at].path).is_some_and(|s| s.changed().is_none());
            lost.retain(|lost| whole || matches!(lost.target, Target::Elsewhere));
            if let Some(notice) = notice(&all[at].path, &lost) {
                notices.push((at, notice));
            }
        }
        included
    };
    for (at, notice) in notices {
        files[at].notices.push(notice);
    }
    let mut at = 0;
    files.retain(|file| {
        at += 1;
        !file.is_candidate || included.contains(&(at - 1))
    });
}

/// What is to be said of one file's includes that lead to nothing that was read.
fn notice(path: &RepoPath, lost: &[Lost<'_>]) -> Option<Notice> {
    let first = lost.iter().min_by_key(|lost| lost.line)?;
    let why = match first.target {
        Target::File(_) => "which is not among the files that were read",
        Target::Elsewhere => "which is not fetched",
        Target::Outside => "which lies outside of the tree",
    };
    let others = match lost.len() - 1 {
        0 => String::new(),
        1 => ", and another file that was not read".to_owned(),
        n => format!(", and {n} other files that were not read"),
    };
    let message = format!(
        "This file includes `{}`, {why}{others}: packages that {} missing from the answer.",
        archives::shown(first.path),
        if lost.len() == 1 { "it names are" } else { "they name are" },
    );
    Some(Notice::warning("include-not-read", message).at(path).on_line(first.line).by(EngineId::Sca))
}
