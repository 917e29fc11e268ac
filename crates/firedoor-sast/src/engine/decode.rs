//! From the bytes of a file to what is judged: UTF-16 becomes UTF-8, what only looks binary does not hide code, and
//! line ends that grammars do not know become ones that they know.

use std::borrow::Cow;
use std::sync::Arc;

use firedoor_core::SourceFile;

/// A file as it is judged.
pub(super) struct Decoded {
    /// The file, or its text in UTF-8: lines and columns are the same, bytes are not.
    pub(super) file: Arc<SourceFile>,
    /// Whether places in it are other bytes than in the file itself, so that nothing may be edited by them.
    pub(super) moved: bool,
}

/// Decodes UTF-16 without a byte order mark, where every second byte of the beginning is NUL. With a mark the file is
/// UTF-8 already ([`SourceFile::new`]).
pub(super) fn decode(file: &Arc<SourceFile>) -> Decoded {
    let bytes = file.bytes();
    let Some(little) = without_mark(bytes) else {
        return Decoded { file: Arc::clone(file), moved: file.is_transcoded() };
    };
    let units = bytes.chunks_exact(2).map(|pair| {
        let pair = [pair[0], pair[1]];
        if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) }
    });
    let text: String = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    let mut decoded = SourceFile::new(file.path().clone(), file.origin().clone(), text.into_bytes());
    if let Some(changed) = file.changed() {
        decoded = decoded.with_changed(changed.clone());
    }
    Decoded { file: Arc::new(decoded), moved: true }
}

/// Whether a text is UTF-16 without a mark: `Some(true)` for little endian. Code is mostly ASCII, so one half of its
/// units is nearly always zero and the other hardly ever.
fn without_mark(bytes: &[u8]) -> Option<bool> {
    let head = &bytes[..bytes.len().min(512)];
    let pairs = head.len() / 2;
    if pairs < 4 {
        return None;
    }
    let zeros = |odd: usize| head.chunks_exact(2).filter(|p| p[odd] == 0).count();
    match (zeros(0), zeros(1)) {
        (low, high) if high * 4 >= pairs * 3 && low * 10 <= pairs => Some(true),
        (high, low) if high * 4 >= pairs * 3 && low * 10 <= pairs => Some(false),
        _ => None,
    }
}

/// What a grammar is given: NUL is white space, and a lone CR ends a line. Every byte stays where it is.
pub(crate) fn for_grammar(src: &[u8]) -> Cow<'_, [u8]> {
    let lone = |at: usize| src.get(at + 1) != Some(&b'\n');
    let odd = memchr::memchr2_iter(b'\r', 0, src).any(|at| src[at] == 0 || lone(at));
    if !odd {
        return Cow::Borrowed(src);
    }
    let changed = src.iter().enumerate().map(|(at, &byte)| match byte {
        0 => b' ',
        b'\r' if lone(at) => b'\n',
        byte => byte,
    });
    Cow::Owned(changed.collect())
}
