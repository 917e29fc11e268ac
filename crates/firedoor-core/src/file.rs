//! A file in hand: read once, as bytes, and shared by every engine that asked for it.

use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::sync::{Arc, OnceLock};

use crate::line_hash::{LineHash, line_hashes};
use crate::span::LineIndex;
use crate::{RepoPath, Span};

/// The commit that a file's content was taken from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommitInfo {
    /// Object id in hexadecimal.
    pub id: String,
    /// `Name <address>`.
    pub author: String,
    /// RFC 3339, UTC.
    pub date: String,
    /// First line of the message.
    pub summary: String,
}

/// Where the bytes come from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A file on disk.
    WorkTree,
    /// Git's index: what the next commit would hold.
    Index,
    /// A commit.
    Commit(Arc<CommitInfo>),
    /// Standard input.
    Stdin,
}

/// Lines, from 1, that a change touched. Sorted, not overlapping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangedLines(pub Vec<RangeInclusive<u32>>);

impl ChangedLines {
    /// Whether any line of `lines` was touched.
    #[must_use]
    pub fn touches(&self, lines: &RangeInclusive<u32>) -> bool {
        self.0.iter().any(|r| r.start() <= lines.end() && lines.start() <= r.end())
    }
}

/// Lines that an edit of a file kept: runs of old line, new line (both from 1) and length, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptLines(pub Vec<(u32, u32, u32)>);

impl KeptLines {
    /// Where an old line is now.
    #[must_use]
    pub fn new_line(&self, old: u32) -> Option<u32> {
        let (from, to, _) =
            self.0.iter().find(|(from, _, count)| (*from..from.saturating_add(*count)).contains(&old))?;
        Some(to + (old - from))
    }
}

/// What is known of a file before it is opened.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// Its path.
    pub path: &'a RepoPath,
    /// Its size in bytes.
    pub size: u64,
    /// Where it would be read from.
    pub origin: &'a Origin,
    /// Whether the change under judgement touched it; always true without `--diff` and `--staged`.
    pub changed: bool,
}

/// A file in hand. Derived views are computed at most once, when first asked for.
#[derive(Debug)]
pub struct SourceFile {
    path: RepoPath,
    origin: Origin,
    bytes: Vec<u8>,
    /// The bytes as they were read, where `bytes` is their UTF-8 form.
    encoded: Option<Vec<u8>>,
    changed: Option<ChangedLines>,
    lines: OnceLock<LineIndex>,
    hashes: OnceLock<Vec<LineHash>>,
    binary: OnceLock<bool>,
}

impl SourceFile {
    /// A file of these bytes. All of its lines count as changed. UTF-16 with a byte order mark is held as UTF-8, so that
    /// engines, lines and columns need to know one encoding only.
    #[must_use]
    pub fn new(path: RepoPath, origin: Origin, bytes: Vec<u8>) -> Self {
        let (bytes, encoded) = match utf16_to_utf8(&bytes) {
            Some(text) => (text.into_bytes(), Some(bytes)),
            None => (bytes, None),
        };
        Self {
            path,
            origin,
            bytes,
            encoded,
            changed: None,
            lines: OnceLock::new(),
            hashes: OnceLock::new(),
            binary: OnceLock::new(),
        }
    }

    /// Restricts what counts as changed to these lines.
    #[must_use]
    pub fn with_changed(mut self, changed: ChangedLines) -> Self {
        self.changed = Some(changed);
        self
    }

    /// Its content, when nothing else of it is needed any more.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &RepoPath {
        &self.path
    }

    /// Where the bytes come from.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Its content. Spans are spans of this.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether the content is not what was read but its UTF-8 form, so that spans do not fit the file on disk.
    #[must_use]
    pub fn is_transcoded(&self) -> bool {
        self.encoded.is_some()
    }

    /// Its content as text; bytes that are not UTF-8 become U+FFFD, which shifts spans: engines that keep spans work
    /// on [`SourceFile::bytes`].
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
    }

    /// The lines that count as changed; `None` means all.
    #[must_use]
    pub fn changed(&self) -> Option<&ChangedLines> {
        self.changed.as_ref()
    }

    /// Where its lines begin.
    #[must_use]
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.bytes))
    }

    /// GitHub's `primaryLocationLineHash` of `line` (from 1).
    #[must_use]
    pub fn line_hash(&self, line: u32) -> String {
        // GitHub hashes what is on disk.
        let hashes = self.hashes.get_or_init(|| line_hashes(self.encoded.as_deref().unwrap_or(&self.bytes)));
        hashes.get(line.saturating_sub(1) as usize).map_or_else(String::new, ToString::to_string)
    }

    /// The text of `line` (from 1), without its terminator.
    #[must_use]
    pub fn line_text(&self, line: u32) -> Cow<'_, str> {
        String::from_utf8_lossy(self.slice(self.lines().line_span(&self.bytes, line)))
    }

    /// The bytes of a span; cut at the end of the file.
    #[must_use]
    pub fn slice(&self, span: Span) -> &[u8] {
        let end = (span.end as usize).min(self.bytes.len());
        &self.bytes[(span.start as usize).min(end)..end]
    }

    /// Whether it looks binary: more than a few NULs among the first 8,000 bytes, or, as in what is compressed, some NULs
    /// and very many other control characters. One NUL is not enough, as it is for git: interpreters run a file with a
    /// stray NUL, and nobody should hide a file behind one.
    #[must_use]
    pub fn is_binary(&self) -> bool {
        *self.binary.get_or_init(|| {
            let head = &self.bytes[..self.bytes.len().min(8000)];
            let nuls = memchr::memchr_iter(0, head).count();
            nuls > (head.len() / 64).max(4)
                || nuls > 4 && head.iter().filter(|b| is_control(**b)).count() > head.len() / 16
        })
    }
}

/// A C0 control that no text has: all but the spaces (tab to carriage return), backspace and escape.
const fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, 0x08..=0x0d | 0x1b)
}

/// The text of UTF-16 with a byte order mark (RFC 2781, section 3.2) or, if it is plainly text, without one; what is not
/// well-formed becomes U+FFFD.
#[must_use]
pub fn utf16_to_utf8(bytes: &[u8]) -> Option<String> {
    let (unit, mark): (fn([u8; 2]) -> u16, usize) = match bytes {
        // UTF-32 in little endian begins the same way.
        [0xff, 0xfe, 0, 0, ..] => return None,
        [0xff, 0xfe, ..] => (u16::from_le_bytes, 2),
        [0xfe, 0xff, ..] => (u16::from_be_bytes, 2),
        [_, 0, ..] if is_unmarked_utf16(bytes, 0) => (u16::from_le_bytes, 0),
        [0, _, ..] if is_unmarked_utf16(bytes, 1) => (u16::from_be_bytes, 0),
        _ => return None,
    };
    let (pairs, _) = bytes[mark..].as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    Some(String::from_utf16_lossy(&units))
}

/// Whether nearly every two bytes of the beginning are a printable ASCII character at `low` and a zero, as registry
/// exports and logs of Windows are written. Numbers of two bytes look alike, but they are not all printable.
fn is_unmarked_utf16(bytes: &[u8], low: usize) -> bool {
    let (pairs, rest) = bytes[..bytes.len().min(4096)].as_chunks::<2>();
    let text = |pair: &&[u8; 2]| pair[1 - low] == 0 && matches!(pair[low], b' '..=b'~' | b'\t' | b'\n' | b'\r');
    rest.is_empty() && pairs.len() >= 8 && pairs.iter().filter(text).count() * 50 >= pairs.len() * 49
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf16_is_read_with_and_without_a_mark() {
        let text = "password = \"v1\"\r\nnext line";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [&little, &big] {
            assert_eq!(utf16_to_utf8(bytes).as_deref(), Some(text));
        }
        assert_eq!(utf16_to_utf8(&[&[0xff, 0xfe], little.as_slice()].concat()).as_deref(), Some(text));
        assert_eq!(utf16_to_utf8(&[&[0xfe, 0xff], big.as_slice()].concat()).as_deref(), Some(text));
        // Numbers of two bytes, text of one byte, UTF-32 and a few bytes are not it.
        let numbers: Vec<u8> = (0..200u16).flat_map(u16::to_le_bytes).collect();
        let utf32: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
        for bytes in [numbers.as_slice(), text.as_bytes(), utf32.as_slice(), b"a\0b\0"] {
            assert_eq!(utf16_to_utf8(bytes), None);
        }
    }

    #[test]
    fn what_is_compressed_is_binary_and_text_with_controls_is_not() {
        let is_binary = |bytes: Vec<u8>| SourceFile::new(RepoPath::new("a"), Origin::WorkTree, bytes).is_binary();
        // Bytes as evenly spread as those of a compressor.
        let mut state = 1_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        assert!(is_binary((0..8000).map(|_| next()).collect()));
        assert!(is_binary((0..2000).map(|_| next()).collect()));
        let log = "\u{1b}[31mred\u{1b}[0m\u{8}\r\n".repeat(500);
        assert!(!is_binary(log.clone().into_bytes()));
        // Some NULs in a text, and controls without NULs, hide nothing.
        assert!(!is_binary(format!("{log}\0\0\0\0\0\0\0\0").into_bytes()));
        assert!(!is_binary(b"a\x01b\x02".repeat(500)));
    }
}
