//! Files that a `requirements.txt` includes (`-r`, `-c`): pip's requirements file format lets them have any name.
//!
//! Files of text are read as requirements on trial. Those that an include reaches stay; the others are dropped. An
//! include that leads nowhere is said.

use std::collections::{BTreeMap, BTreeSet};

use firedoor_core::{EngineId, Notice, RepoPath, SourceFile};

use super::ListedFile;

/// The format that such files are read as.
pub(super) const FORMAT: &str = "requirements.txt";
/// More includes of one file are not followed.
pub(super) const MAX_INCLUDES: usize = 1_000;
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
    let says = !listed.packages.is_empty() || !listed.facts.is_empty();
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

/// Keeps what is included, drops other candidates, and says which includes lead nowhere. Files are sorted by path.
pub(super) fn join<'f>(files: &mut Vec<ListedFile>, source: &dyn Fn(&RepoPath) -> Option<&'f SourceFile>) {
    let places: BTreeMap<String, usize> =
        files.iter().enumerate().map(|(i, f)| (f.path.as_str().to_owned(), i)).collect();
    let mut open: Vec<usize> = (0..files.len()).filter(|i| !files[*i].is_candidate).collect();
    let mut included: BTreeSet<usize> = open.iter().copied().collect();
    while let Some(at) = open.pop() {
        if files[at].format != FORMAT {
            continue;
        }
        // In a change, what did not change is not handed over.
        let whole = source(&files[at].path).is_some_and(|s| s.changed().is_none());
        let facts = std::mem::take(&mut files[at].facts);
        for (kind, value) in &facts {
            let Some((line, path)) = value.split_once(' ').filter(|_| kind == INCLUDE) else { continue };
            // An address, or a place that only the environment knows.
            if path.contains("://") || path.starts_with("file:") || path.contains(['$', '{', '%', '~']) {
                continue;
            }
            let absolute = path.starts_with(['/', '\\']) || path.as_bytes().get(1) == Some(&b':');
            let target = if absolute { None } else { resolve(files[at].path.parent(), path) };
            match target.and_then(|t| places.get(&t).copied()) {
                Some(next) if included.insert(next) => open.push(next),
                None if whole => {
                    let message = format!(
                        "This file includes `{path}`, which is not among the files that were read as requirements: \
                         packages that it names are missing from the answer."
                    );
                    let notice = Notice::warning("include-not-read", message).at(&files[at].path);
                    files[at].notices.push(notice.on_line(line.parse().unwrap_or(1)).by(EngineId::Sca));
                }
                _ => {}
            }
        }
        files[at].facts = facts;
    }
    let mut at = 0;
    files.retain(|file| {
        at += 1;
        !file.is_candidate || included.contains(&(at - 1))
    });
}
