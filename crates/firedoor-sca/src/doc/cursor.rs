//! What the parsers of all formats do alike: stand somewhere in a text, and remember the first error.

use std::marker::PhantomData;

use super::Broken;

/// A place in a text. `F` names the format, whose module adds how it is read.
pub(super) struct Cursor<'a, F> {
    pub(super) text: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
    pub(super) broken: Option<Broken>,
    format: PhantomData<F>,
}

impl<'a, F> Cursor<'a, F> {
    /// The beginning of a text, behind a byte order mark.
    pub(super) fn new(text: &'a str) -> Self {
        let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
        Self { text, bytes: text.as_bytes(), at, broken: None, format: PhantomData }
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

    pub(super) fn next_line(&mut self) {
        self.at = memchr::memchr(b'\n', self.rest()).map_or(self.bytes.len(), |i| self.at + i + 1);
    }

    pub(super) fn skip_blanks(&mut self) {
        while let Some(b' ' | b'\t') = self.peek() {
            self.at += 1;
        }
    }
}
