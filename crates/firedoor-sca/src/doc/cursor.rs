//! What the parsers of all formats do alike: stand somewhere in a text, and remember the first error.

use std::collections::HashMap;
use std::marker::PhantomData;

use super::{Broken, Entry};

/// A place in a text. `F` names the format, whose module adds how it is read.
pub(super) struct Cursor<'a, F> {
    pub(super) text: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
    pub(super) broken: Option<Broken>,
    /// An error that hinders no reading: a key that is given twice.
    pub(super) twice: Option<Broken>,
    /// Whether `a.b = 1` makes a map at `a`, so that `a` may come again.
    pub(super) dotted_keys: bool,
    format: PhantomData<F>,
}

impl<'a, F> Cursor<'a, F> {
    /// The beginning of a text, behind a byte order mark.
    pub(super) fn new(text: &'a str) -> Self {
        let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
        Self { text, bytes: text.as_bytes(), at, broken: None, twice: None, dotted_keys: false, format: PhantomData }
    }

    /// What is not read yet; never panics, wherever the cursor stands.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Remembers an error, if it is the first.
    pub(super) fn fail(&mut self, message: &str) {
        if self.broken.is_none() {
            self.broken = Some(Broken { at: self.at.min(self.bytes.len()), message: message.to_owned() });
        }
    }

    /// Remembers a key of one map that is given twice, if it is the first. A key whose values are all maps may be a dotted
    /// one, and the empty key and `<<` are no keys of their own.
    pub(super) fn check_keys<'e>(&mut self, entries: impl Iterator<Item = &'e Entry<'e>>) {
        let mut seen: HashMap<&str, bool> = HashMap::new();
        for entry in entries {
            let dotted = entry.node.is_map();
            let before = seen.insert(&entry.key, dotted);
            if before.is_some_and(|before| !(before && dotted && self.dotted_keys))
                && !matches!(&*entry.key, "" | "<<")
                && self.twice.is_none()
            {
                let message = format!("the key `{}` is given twice", entry.key.chars().take(80).collect::<String>());
                self.twice = Some(Broken { at: entry.at as usize, message });
            }
        }
    }

    pub(super) fn next_line(&mut self) {
        self.at = memchr::memchr(b'\n', self.rest()).map_or(self.bytes.len(), |i| self.at + i + 1);
    }

    pub(super) fn skip_blanks(&mut self) {
        while let Some(b' ' | b'\t') = self.peek() {
            self.at += 1;
        }
    }
}
