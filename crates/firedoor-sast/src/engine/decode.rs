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

/// The encoding that a Python file declares (PEP 263), where its text is not what its ASCII bytes look like, so that
/// code rules would read something else than Python does.
pub(super) fn opaque_encoding(bytes: &[u8]) -> Option<&str> {
    let comments =
        bytes.split(|b| matches!(b, b'\n' | b'\r')).take(3).filter(|l| l.trim_ascii_start().starts_with(b"#"));
    let declared = |line: &'_ [u8]| -> Option<(usize, usize)> {
        let at = memchr::memmem::find(line, b"coding")? + b"coding".len();
        let rest = line.get(at..).filter(|r| matches!(r.first(), Some(b':' | b'=')))?;
        let begin = 1 + rest.get(1..)?.iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
        let len = rest.get(begin..)?.iter().take_while(|b| b.is_ascii_alphanumeric() || b"-_.".contains(b)).count();
        Some((at + begin, at + begin + len))
    };
    for line in comments {
        let Some((from, to)) = declared(line) else { continue };
        let name = std::str::from_utf8(line.get(from..to)?).ok()?;
        let plain = name.to_ascii_lowercase().replace(['_', '.', ' '], "-");
        let is_opaque = OPAQUE.contains(&plain.as_str()) || OPAQUE_FAMILIES.iter().any(|f| plain.starts_with(f));
        return is_opaque.then_some(name);
    }
    None
}

/// Encodings of Python in which ASCII bytes are not ASCII text.
const OPAQUE: &[&str] = &[
    "utf-7",
    "utf7",
    "u7",
    "unicode-1-1-utf-7",
    "unicode-escape",
    "raw-unicode-escape",
    "punycode",
    "idna",
    "cp037",
    "ibm037",
    "ibm039",
    "cp273",
    "cp424",
    "cp500",
    "ibm500",
    "cp875",
    "cp1026",
    "cp1140",
    "rot13",
    "rot-13",
];
const OPAQUE_FAMILIES: &[&str] = &["utf-16", "utf16", "utf-32", "utf32", "u16", "u32"];

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

#[cfg(test)]
mod tests {
    use super::opaque_encoding;

    #[test]
    fn encodings_that_hide_code_are_told_from_those_that_do_not() {
        for (text, name) in [
            ("# -*- coding: utf-7 -*-\n", Some("utf-7")),
            ("#!/usr/bin/python\n# vim: set fileencoding=Unicode_Escape :\n", Some("Unicode_Escape")),
            ("#coding:UTF_16_LE", Some("UTF_16_LE")),
            ("# -*- coding: latin-1 -*-\n# coding: utf-7\n", None),
            ("# coding: shift_jis\n", None),
            ("x = 1\n# the coding is utf-7\n", None),
            ("a\nb\nc\nd\n# coding: utf-7\n", None),
            ("# coding:", None),
            ("", None),
        ] {
            assert_eq!(opaque_encoding(text.as_bytes()), name, "{text}");
        }
    }
}
