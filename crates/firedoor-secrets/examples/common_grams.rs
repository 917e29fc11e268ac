//! Makes `src/scan/common_grams.txt` from free text: `common_grams OUTPUT FOLDER…`.
//!
//! Reads text files below each folder, at most so many bytes of each that no project says more than another, and writes
//! the four letters that stand there most often, commonest first. Letters are folded as the keyword pass folds them.

#![allow(clippy::disallowed_methods, reason = "a developer's tool reads and writes files")]

use std::collections::HashMap;
use std::path::Path;
use std::{env, fs, io};

/// How many are written: beyond them all are about as rare.
const KEPT: usize = 4_096;
/// How much of a folder is read, and the largest file.
const MOST: usize = 6 << 20;
const LARGEST: usize = 200_000;

fn main() -> io::Result<()> {
    let mut args = env::args_os().skip(1);
    let output = args.next().expect("usage: common_grams OUTPUT FOLDER…");
    let mut shares: HashMap<[u8; 4], f64> = HashMap::new();
    for folder in args {
        let (mut counts, mut read) = (HashMap::new(), 0);
        count(Path::new(&folder), &mut counts, &mut read)?;
        // Each share is one folder's alone, so the order says nothing.
        counts.into_iter().for_each(|(gram, n)| *shares.entry(gram).or_default() += f64::from(n) / read as f64);
    }
    // A file of text: the low line folds to a control character, letters of other scripts are left out.
    let is_shown = |gram: &[u8; 4]| gram.iter().all(|b| b.is_ascii_graphic() || matches!(b, b' ' | 0x7f));
    let mut grams: Vec<_> = shares.into_iter().filter(|(gram, _)| is_shown(gram)).collect();
    grams.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut out = Vec::new();
    for (i, (gram, _)) in grams.into_iter().take(KEPT).enumerate() {
        out.extend(gram.map(|b| if b == 0x7f { b'_' } else { b }));
        if i % 32 == 31 {
            out.push(b'\n');
        }
    }
    fs::write(output, out)
}

fn count(path: &Path, counts: &mut HashMap<[u8; 4], u32>, read: &mut usize) -> io::Result<()> {
    let kind = fs::symlink_metadata(path)?;
    if kind.is_dir() {
        let mut entries: Vec<_> = fs::read_dir(path)?.collect::<Result<_, _>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            count(&entry.path(), counts, read)?;
        }
    } else if kind.is_file() && *read < MOST {
        let bytes = fs::read(path)?;
        if bytes.len() <= LARGEST && !bytes.iter().take(8_000).any(|b| *b == 0) {
            *read += bytes.len();
            for gram in bytes.array_windows::<4>() {
                *counts.entry(gram.map(|b| b | 0x20)).or_default() += 1;
            }
        }
    }
    Ok(())
}
