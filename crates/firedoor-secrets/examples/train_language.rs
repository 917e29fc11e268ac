//! Makes `src/context/trigrams.bin` from free text: `train_language OUTPUT FOLDER…`.
//!
//! Reads the text files below the folders, splits them into words as identifiers are split, and writes for each letter
//! behind each pair of letters how many sixteenths of a bit its appearance costs. Word breaks count as a letter, 0.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a developer's tool reads and writes files")]

use std::collections::HashMap;
use std::path::Path;
use std::{env, fs, io};

/// A word counts once it has been seen this often: less frequent ones are often no words at all.
const SEEN: u32 = 4;

fn main() -> io::Result<()> {
    let mut args = env::args_os().skip(1);
    let output = args.next().expect("usage: train_language OUTPUT FOLDER…");
    let mut words = HashMap::new();
    for folder in args {
        read(Path::new(&folder), &mut words)?;
    }
    let mut counts = vec![0f64; 27 * 27 * 27];
    let mut kept = 0;
    let mut sorted: Vec<_> = words.into_iter().filter(|(_, n)| *n >= SEEN).collect();
    sorted.sort();
    for (word, n) in sorted {
        kept += 1;
        let weight = 1.0 + f64::from(n).ln();
        let letters: Vec<usize> = word.bytes().map(|b| usize::from(b - b'a') + 1).collect();
        let at = |i: usize| if i == 0 { 0 } else { letters.get(i - 1).copied().unwrap_or(0) };
        for i in 1..=letters.len() + 1 {
            let before = if i >= 2 { at(i - 2) } else { 0 };
            counts[(before * 27 + at(i - 1)) * 27 + at(i)] += weight;
        }
    }
    let mut bigrams = vec![0f64; 27 * 27];
    for (i, n) in counts.iter().enumerate() {
        bigrams[(i / 27 % 27) * 27 + i % 27] += n;
    }
    let table: Vec<u8> = (0..27 * 27 * 27)
        .map(|i| {
            let (pair, middle, last) = (i / 27, i / 27 % 27, i % 27);
            let total: f64 = counts[pair * 27..pair * 27 + 27].iter().sum();
            let row: f64 = bigrams[middle * 27..middle * 27 + 27].iter().sum();
            // Backing off to pairs and then to the uniform distribution keeps unseen sequences finite.
            let pair_p = (bigrams[middle * 27 + last] + 0.5) / (row + 13.5);
            let p = (counts[i] + 8.0 * pair_p) / (total + 8.0);
            (-p.log2() * 16.0).round().clamp(0.0, 255.0) as u8
        })
        .collect();
    println!("{kept} words");
    fs::write(output, table)
}

fn read(path: &Path, words: &mut HashMap<String, u32>) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            read(&entry?.path(), words)?;
        }
        return Ok(());
    }
    let known = ["rs", "md", "py", "txt", "rst", "go", "java", "js", "ts", "c", "h"];
    if !path.extension().is_some_and(|e| known.iter().any(|k| e == *k)) {
        return Ok(());
    }
    let Ok(text) = fs::read_to_string(path) else { return Ok(()) };
    let mut word = String::new();
    let mut last_lower = false;
    for c in text.chars().chain(Some(' ')) {
        let breaks = !c.is_ascii_alphabetic() || (c.is_ascii_uppercase() && last_lower);
        if breaks {
            if (2..=20).contains(&word.len()) {
                *words.entry(std::mem::take(&mut word)).or_default() += 1;
            }
            word.clear();
        }
        if c.is_ascii_alphabetic() {
            word.push(c.to_ascii_lowercase());
        }
        last_lower = c.is_ascii_lowercase();
    }
    Ok(())
}
