//! Decoding what is encoded, and looking inside: base64, base64url, hexadecimal, percent and Unicode escapes, nested to
//! a depth. Positions of what is found lead back to the encoded text.
//!
//! Only what decodes to printable text is looked into: random bytes hold no tokens, and pictures are left at their
//! first bytes.

use std::ops::Range;

use memchr::memmem;

use super::Hit;
use super::focus::Focus;
use crate::validate::{decode_base64, decode_base64url, decode_hex};

/// How deep encodings may lie in one another.
const MAX_DEPTH: usize = 3;
/// Shortest run of base64 digits that is decoded: 24 bytes of text.
const MIN_RUN: usize = 32;
/// Most encoded bytes that are decoded in one text.
const MAX_TOTAL: usize = 4 << 20;
/// Longest text with escapes that is decoded at once.
const MAX_ESCAPED: usize = 4_000;

/// A decoded part and the way back.
struct Part {
    name: &'static str,
    /// Where it stands in the text.
    place: Range<usize>,
    text: Vec<u8>,
    map: Map,
}

/// From offsets in the decoded text to offsets in the encoded one.
enum Map {
    /// So many encoded digits stand for so many bytes.
    Ratio(usize, usize),
    /// Offset of each decoded byte, relative to the part.
    Each(Vec<u32>),
}

impl Part {
    fn original(&self, range: &Range<usize>) -> Range<usize> {
        let (start, end) = match &self.map {
            Map::Ratio(digits, bytes) => (range.start * digits / bytes, (range.end * digits).div_ceil(*bytes)),
            Map::Each(offsets) => {
                let at = |i: usize| offsets.get(i).map_or(self.place.len(), |&o| o as usize);
                (at(range.start), at(range.end))
            }
        };
        let len = self.place.len();
        self.place.start + start.min(len)..self.place.start + end.clamp(start.min(len), len)
    }
}

/// Looks into encoded parts of a text. `scan` finds hits in a decoded text.
pub(crate) fn scan_decoded(bytes: &[u8], focus: &Focus, scan: &mut dyn FnMut(&[u8]) -> Vec<Hit>, hits: &mut Vec<Hit>) {
    hits.extend(nested(bytes, focus, scan, 0));
}

fn nested(bytes: &[u8], focus: &Focus, scan: &mut dyn FnMut(&[u8]) -> Vec<Hit>, depth: usize) -> Vec<Hit> {
    let mut out = Vec::new();
    for part in parts(bytes).into_iter().filter(|p| focus.touches(&p.place)) {
        let mut inner = scan(&part.text);
        if depth + 1 < MAX_DEPTH {
            inner.extend(nested(&part.text, &Focus::everything(), scan, depth + 1));
        }
        for mut hit in inner {
            hit.secret = part.original(&hit.secret);
            hit.matched = part.place.clone();
            hit.begins = part.place.start;
            hit.reasons.push(format!("decoded from {}", part.name));
            hit.facts.push(("decoder", part.name.to_owned()));
            out.push(hit);
        }
    }
    out
}

fn parts(bytes: &[u8]) -> Vec<Part> {
    let mut out = Vec::new();
    let mut budget = MAX_TOTAL;
    runs(bytes, &mut budget, &mut out);
    for escape in ESCAPES {
        escapes(bytes, escape, &mut out);
    }
    out
}

/// The digits of base64 and base64url, by byte: every text is asked for them.
const DIGITS: [bool; 256] = {
    let mut table = [false; 256];
    let mut b = 0;
    while b < 256 {
        let byte = b as u8;
        table[b] = byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_');
        b += 1;
    }
    table
};

fn is_digit(b: u8) -> bool {
    DIGITS[usize::from(b)]
}

/// Runs of digits of base64 or hexadecimal. A run of `MIN_RUN` digits has one at every multiple of that distance, so
/// most bytes are never looked at.
fn runs(bytes: &[u8], budget: &mut usize, out: &mut Vec<Part>) {
    let mut start = 0;
    while start + MIN_RUN <= bytes.len() {
        let probe = start + MIN_RUN - 1;
        // The last byte that is no digit within the window decides where a run may begin.
        if let Some(stop) = (start..=probe).rev().find(|&i| !is_digit(bytes[i])) {
            start = stop + 1;
            continue;
        }
        let mut end = probe + 1;
        while end < bytes.len() && is_digit(bytes[end]) {
            end += 1;
        }
        let digits = end;
        while end < bytes.len() && end < digits + 2 && bytes[end] == b'=' {
            end += 1;
        }
        if digits - start <= *budget
            && let Some(part) = decode_run(bytes, start..end, digits)
        {
            *budget -= digits - start;
            out.push(part);
        }
        start = end + 1;
    }
}

fn decode_run(bytes: &[u8], place: Range<usize>, digits: usize) -> Option<Part> {
    let body = &bytes[place.start..digits];
    if body.len() >= 48 && body.len().is_multiple_of(2) && body.iter().all(u8::is_ascii_hexdigit) {
        let text = decode_hex(body).filter(|t| is_text(t))?;
        return Some(Part { name: "hex", place: place.start..digits, text, map: Map::Ratio(2, 1) });
    }
    // The beginning tells whether it is worth while.
    let head = &body[..body.len().min(32)];
    let decode =
        |t: &[u8]| decode_base64(t).map(|d| (d, "base64")).or_else(|| decode_base64url(t).map(|d| (d, "base64url")));
    if !decode(&head[..head.len() / 4 * 4]).is_some_and(|(d, _)| is_text(&d)) {
        return None;
    }
    let (text, name) = decode(body).or_else(|| decode(&body[..body.len() / 4 * 4]))?;
    is_text(&text).then_some(Part { name, place, text, map: Map::Ratio(4, 3) })
}

/// Whether it is printable ASCII with line ends, but for a few bytes.
fn is_text(bytes: &[u8]) -> bool {
    let odd = bytes.iter().filter(|b| !matches!(b, b' '..=b'~' | b'\n' | b'\r' | b'\t')).count();
    !bytes.is_empty() && odd * 50 <= bytes.len()
}

/// A way to write a character: its name, and what stands before two hexadecimal digits.
struct Escape {
    name: &'static str,
    sign: &'static [u8],
}

const ESCAPES: &[Escape] = &[
    Escape { name: "percent", sign: b"%" },
    Escape { name: "unicode", sign: b"\\u00" },
    Escape { name: "unicode", sign: b"U+00" },
    Escape { name: "hexadecimal escapes", sign: b"\\x" },
];

/// Stretches without blanks that hold `%41`, `\u0041` or `U+0041`.
fn escapes(bytes: &[u8], escape: &Escape, out: &mut Vec<Part>) {
    let sign = escape.sign;
    let finder = memmem::Finder::new(sign);
    let mut from = 0;
    let mut found = 0;
    while let Some(n) = finder.find(&bytes[from..]) {
        let at = from + n;
        from = at + 1;
        if unescape(&bytes[at..], sign).is_none() {
            continue;
        }
        let inside = |b: u8| !(b.is_ascii_whitespace() || matches!(b, b'"' | b'\'' | b'`' | b'<' | b'>')) && b < 0x80;
        let low = at.saturating_sub(200);
        let mut start = at;
        while start > low && inside(bytes[start - 1]) {
            start -= 1;
        }
        let high = (at + MAX_ESCAPED).min(bytes.len());
        let mut end = at;
        while end < high && inside(bytes[end]) {
            end += 1;
        }
        let (mut text, mut map, mut i, mut count) = (Vec::new(), Vec::new(), start, 0);
        while i < end {
            map.push(u32::try_from(i - start).unwrap_or(0));
            match unescape(&bytes[i..end], sign) {
                Some((b, len)) => {
                    text.push(b);
                    i += len;
                    count += 1;
                }
                None => {
                    text.push(bytes[i]);
                    i += 1;
                }
            }
        }
        from = end.max(from);
        found += 1;
        if found > 10_000 {
            return;
        }
        if count > 0 && text.len() >= 8 && is_text(&text) {
            out.push(Part { name: escape.name, place: start..end, text, map: Map::Each(map) });
        }
    }
}

/// One escape of an ASCII character at the beginning of `text`: the character and the length of the escape.
fn unescape(text: &[u8], sign: &[u8]) -> Option<(u8, usize)> {
    let digits = text.strip_prefix(sign)?.get(..2)?;
    let byte = decode_hex(digits)?.first().copied()?;
    (byte.is_ascii_graphic() || byte == b' ' || byte == b'\n').then_some((byte, sign.len() + 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine as _;

    fn decoded(text: &str) -> Vec<(String, &'static str)> {
        parts(text.as_bytes()).into_iter().map(|p| (String::from_utf8_lossy(&p.text).into_owned(), p.name)).collect()
    }

    #[test]
    fn finds_encoded_text() {
        let plain = "user = admin, password = kq7Rz!x";
        let encoded = base64::engine::general_purpose::STANDARD.encode(plain);
        assert_eq!(decoded(&format!("data: {encoded}\n")), [(plain.to_owned(), "base64")]);
        let hex: String = plain.bytes().map(|b| format!("{b:02x}")).collect();
        assert_eq!(decoded(&format!("\"{hex}\"")), [(plain.to_owned(), "hex")]);
        assert_eq!(decoded("a=1 x%3Dabc%26token b"), [("x=abc&token".to_owned(), "percent")]);
        assert_eq!(decoded("\"password\\u003dabc\""), [("password=abc".to_owned(), "unicode")]);
        assert_eq!(decoded("x \"\\x70ass\\x3dabcd\""), [("pass=abcd".to_owned(), "hexadecimal escapes")]);
        assert_eq!(decoded("U+0070U+0061ss=abcde f"), [("pass=abcde".to_owned(), "unicode")]);
    }

    #[test]
    fn leaves_noise_alone() {
        assert!(decoded("sha512-kL3s9TzqGxQmW4pYv7RcNf0aHuEjB2dXoI8ZtM6gSb1CyOiDnVwPlKeAhUqFJrT5").is_empty());
        assert!(decoded("com/google/common/collect/ImmutableSortedMultisetFauxverideShim").is_empty());
    }

    #[test]
    fn positions_lead_back() {
        let part = Part { name: "base64", place: 10..26, text: b"hello world!".to_vec(), map: Map::Ratio(4, 3) };
        assert_eq!(part.original(&(6..9)), 18..22);
        assert_eq!(part.original(&(0..12)), 10..26);
    }
}
