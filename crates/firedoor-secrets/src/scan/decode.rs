//! Decoding what is encoded, and looking inside: base64 (also broken into lines), base64url, hexadecimal,
//! percent, octal and Unicode escapes, character references, nested to a depth. Positions of what is found lead back to the encoded text.
//!
//! Only what decodes to printable text is looked into: random bytes hold no tokens, and pictures are left at their
//! first bytes.

use std::ops::Range;
use std::slice;

use memchr::memmem;

use super::Hit;
use super::focus::Focus;
use super::runs::{is_digit, long_runs};
use crate::validate::{decode_base64, decode_base64url, decode_hex};

/// How deep encodings may lie in one another.
const MAX_DEPTH: usize = 3;
/// Shortest run of base64 digits that is decoded: 24 bytes of text.
const MIN_RUN: usize = 32;
/// Most encoded bytes that are decoded in one text.
const MAX_TOTAL: usize = 4 << 20;
/// Longest text with escapes that is decoded at once.
const MAX_ESCAPED: usize = 4_000;

/// Columns of base64 that is broken into lines.
const MIN_LINE: usize = 40;
const MAX_LINE: usize = 120;
/// Most digits that are put together.
const MAX_WRAPPED: usize = 256 << 10;

/// A decoded part and the way back.
pub(crate) struct Part {
    pub(super) name: &'static str,
    /// Where it stands in the text.
    pub(super) place: Range<usize>,
    pub(super) text: Vec<u8>,
    pub(super) map: Map,
}

/// From offsets in the decoded text to offsets in the encoded one.
pub(crate) enum Map {
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

    /// A hit in the decoded text as one in the text itself.
    fn lead_back(&self, mut hit: Hit) -> Hit {
        hit.secret = self.original(&hit.secret);
        hit.matched = self.place.clone();
        hit.begins = self.place.start;
        hit.reasons.push(format!("decoded from {}", self.name));
        hit.facts.push(("decoder", self.name.to_owned()));
        hit
    }
}

/// Looks into encoded parts of a text, of which `runs` may be some. `scan` finds hits in a decoded text.
pub(crate) fn scan_decoded(
    bytes: &[u8],
    runs: &[(u32, u32)],
    focus: &Focus,
    scan: &mut dyn FnMut(&[u8]) -> Vec<Hit>,
    hits: &mut Vec<Hit>,
) {
    hits.extend(nested(bytes, runs, focus, scan, 0));
}

/// Looks into literals that are put together.
pub(crate) fn scan_joined(
    joined: Vec<Part>,
    focus: &Focus,
    scan: &mut dyn FnMut(&[u8]) -> Vec<Hit>,
    hits: &mut Vec<Hit>,
) {
    for part in joined.into_iter().filter(|p| focus.touches(&p.place)) {
        let inner = scan(&part.text);
        hits.extend(inner.into_iter().map(|hit| part.lead_back(hit)));
    }
}

fn nested(
    bytes: &[u8],
    runs: &[(u32, u32)],
    focus: &Focus,
    scan: &mut dyn FnMut(&[u8]) -> Vec<Hit>,
    depth: usize,
) -> Vec<Hit> {
    let mut out = Vec::new();
    for part in parts(bytes, runs).into_iter().filter(|p| focus.touches(&p.place)) {
        let mut inner = scan(&part.text);
        if depth + 1 < MAX_DEPTH {
            inner.extend(nested(&part.text, &runs_of(&part.text), &Focus::everything(), scan, depth + 1));
        }
        out.extend(inner.into_iter().map(|hit| part.lead_back(hit)));
    }
    out
}

/// The runs of a text that nobody has read yet.
fn runs_of(bytes: &[u8]) -> Vec<(u32, u32)> {
    let mut out = Vec::new();
    let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    long_runs(bytes, slice::from_ref(&(0..bytes.len())), |run| out.push((clamp(run.start), clamp(run.end))));
    out
}

fn parts(bytes: &[u8], found: &[(u32, u32)]) -> Vec<Part> {
    let mut out = Vec::new();
    let mut budget = MAX_TOTAL;
    runs(bytes, found, &mut budget, &mut out);
    escapes(bytes, &mut out);
    out
}

/// Runs of digits of base64 or hexadecimal that decode to text.
fn runs(bytes: &[u8], found: &[(u32, u32)], budget: &mut usize, out: &mut Vec<Part>) {
    let mut read_to = 0;
    for &(start, digits) in found {
        let (start, digits) = (start as usize, digits as usize);
        if start < read_to || digits - start < MIN_RUN || digits - start > *budget {
            continue;
        }
        let padding = bytes[digits..].iter().take(2).take_while(|b| **b == b'=').count();
        let part = wrapped(bytes, start..digits).or_else(|| decode_run(bytes, start..digits + padding, digits));
        if let Some(part) = part {
            *budget = budget.saturating_sub(part.place.len());
            read_to = part.place.end;
            out.push(part);
        }
    }
}

/// Base64 that is broken into lines of one length, as mail, PEM and `base64` write it: the first line is at `first`.
fn wrapped(bytes: &[u8], first: Range<usize>) -> Option<Part> {
    let width = first.len();
    let columns = (MIN_LINE..=MAX_LINE).contains(&width) && width.is_multiple_of(4);
    if !columns || next_line(bytes, first.end).is_none() || !begins_text(&bytes[first.clone()]) {
        return None;
    }
    // The digits of all lines, and where each line begins.
    let mut body = bytes[first.clone()].to_vec();
    let mut lines = vec![first.start];
    let mut end = first.end;
    while body.len() == width * lines.len() && body.len() < MAX_WRAPPED {
        let Some(next) = next_line(bytes, end) else { break };
        let len = bytes[next..].iter().take(width).take_while(|&&b| is_digit(b)).count();
        if len == 0 || bytes.get(next + len).is_some_and(|&b| is_digit(b)) {
            break;
        }
        body.extend_from_slice(&bytes[next..next + len]);
        lines.push(next);
        end = next + len;
    }
    if lines.len() < 2 {
        return None;
    }
    // A last line that is none leaves the others.
    let whole = body.len() / 4 * 4;
    let text = decode_base64(&body)
        .or_else(|| decode_base64url(&body))
        .or_else(|| decode_base64(&body[..whole]))
        .or_else(|| decode_base64url(&body[..whole]))
        .filter(|t| is_text(t))?;
    let offset = |i: usize| {
        let digit = i * 4 / 3;
        let line = lines.get(digit / width).copied().unwrap_or(end);
        u32::try_from(line + digit % width - first.start).unwrap_or(0)
    };
    let map = (0..text.len()).map(offset).collect();
    Some(Part { name: "base64", place: first.start..end, text, map: Map::Each(map) })
}

/// Where the text of the next line begins, if this one ends here: behind its indent, or behind a comment's sign.
fn next_line(bytes: &[u8], end: usize) -> Option<usize> {
    let rest = bytes.get(end..)?;
    let rest = rest.strip_prefix(b"\r").unwrap_or(rest).strip_prefix(b"\n")?;
    let indent = rest.iter().take(40).take_while(|b| matches!(b, b' ' | b'\t' | b'#' | b'*' | b'>')).count();
    Some(bytes.len() - rest.len() + indent)
}

/// Whether base64 digits begin with text: the beginning tells whether decoding all is worth while.
fn begins_text(body: &[u8]) -> bool {
    let head = &body[..body.len().min(32) / 4 * 4];
    if !may_begin_text(head) {
        return false;
    }
    decode_base64(head).or_else(|| decode_base64url(head)).is_some_and(|d| is_text(&d))
}

/// A look at the first nine bytes, which most identifiers and paths that are runs by chance do not get past. Of digits that
/// are so few [`is_text`] forgives none.
fn may_begin_text(head: &[u8]) -> bool {
    let (groups, _) = head.as_chunks::<4>();
    groups.iter().take(3).all(|group| {
        let bits = group.iter().fold(0u32, |bits, digit| bits << 6 | u32::from(VALUES[usize::from(*digit)]));
        bits.to_be_bytes()[1..].iter().all(is_printable)
    })
}

/// The values of the digits of base64 and base64url.
const VALUES: [u8; 256] = {
    let mut table = [0; 256];
    let mut value = 0;
    while value < 64 {
        let digit = match value {
            0..=25 => b'A' + value,
            26..=51 => b'a' + (value - 26),
            52..=61 => b'0' + (value - 52),
            62 => b'+',
            _ => b'/',
        };
        table[digit as usize] = value;
        value += 1;
    }
    table[b'-' as usize] = 62;
    table[b'_' as usize] = 63;
    table
};

fn is_printable(byte: &u8) -> bool {
    matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t')
}

fn decode_run(bytes: &[u8], place: Range<usize>, digits: usize) -> Option<Part> {
    let body = &bytes[place.start..digits];
    if body.len() >= 48 && body.len().is_multiple_of(2) && body.iter().all(u8::is_ascii_hexdigit) {
        let text = decode_hex(body).filter(|t| is_text(t))?;
        return Some(Part { name: "hex", place: place.start..digits, text, map: Map::Ratio(2, 1) });
    }
    if !begins_text(body) {
        return None;
    }
    let decode =
        |t: &[u8]| decode_base64(t).map(|d| (d, "base64")).or_else(|| decode_base64url(t).map(|d| (d, "base64url")));
    let (text, name) = decode(body).or_else(|| decode(&body[..body.len() / 4 * 4]))?;
    is_text(&text).then_some(Part { name, place, text, map: Map::Ratio(4, 3) })
}

/// Whether it is printable ASCII with line ends, but for a few bytes.
fn is_text(bytes: &[u8]) -> bool {
    let odd = bytes.iter().filter(|b| !is_printable(b)).count();
    !bytes.is_empty() && odd * 50 <= bytes.len()
}

/// A way to write a character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Escape {
    /// `%41`.
    Percent,
    /// `\u0041`.
    Unicode,
    /// `U+0041`, also with blanks between.
    CodePoint,
    /// `\x41`.
    Hexadecimal,
    /// `\101`.
    Octal,
    /// `&#65;`, `&#x41;`.
    Entity,
}

impl Escape {
    fn name(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::Unicode | Self::CodePoint => "unicode",
            Self::Hexadecimal => "hexadecimal escapes",
            Self::Octal => "octal escapes",
            Self::Entity => "character references",
        }
    }

    /// Which one may begin here.
    fn at(text: &[u8]) -> Option<Self> {
        match text {
            [b'%', ..] => Some(Self::Percent),
            [b'\\', b'u', b'0', b'0', ..] => Some(Self::Unicode),
            [b'\\', b'x', ..] => Some(Self::Hexadecimal),
            [b'\\', b'1', ..] => Some(Self::Octal),
            [b'&', b'#', ..] => Some(Self::Entity),
            _ => None,
        }
    }

    /// One escape of an ASCII character at the beginning of `text`: the character and the length of the escape.
    fn read(self, text: &[u8]) -> Option<(u8, usize)> {
        let pair = |sign: &[u8]| {
            let byte = decode_hex(text.strip_prefix(sign)?.get(..2)?)?.first().copied()?;
            Some((byte, sign.len() + 2))
        };
        let (byte, len) = match self {
            Self::Percent => pair(b"%"),
            Self::Unicode => pair(b"\\u00"),
            Self::CodePoint => pair(b"U+00"),
            Self::Hexadecimal => pair(b"\\x"),
            Self::Octal => match text {
                &[b'\\', high @ b'0'..=b'1', middle @ b'0'..=b'7', low @ b'0'..=b'7', ..] => {
                    Some(((high - b'0') << 6 | (middle - b'0') << 3 | (low - b'0'), 4))
                }
                _ => None,
            },
            Self::Entity => {
                let text = text.strip_prefix(b"&#")?;
                let end = text.iter().take(4).position(|b| *b == b';')?;
                let byte = match &text[..end] {
                    [b'x' | b'X', digits @ ..] => decode_hex(digits)?.first().copied()?,
                    digits => std::str::from_utf8(digits).ok()?.parse().ok()?,
                };
                Some((byte, end + 3))
            }
        }?;
        (byte.is_ascii_graphic() || byte == b' ' || byte == b'\n').then_some((byte, len))
    }
}

/// How many kinds of escapes there are.
const KINDS: usize = Escape::Entity as usize + 1;
/// Most stretches of one kind.
const MAX_STRETCHES: usize = 10_000;

/// Stretches without blanks that hold `%41`, `\u0041`, `U+0041` and the like, of one kind each.
fn escapes(bytes: &[u8], out: &mut Vec<Part>) {
    let mut read_to = [0; KINDS];
    let mut left = [MAX_STRETCHES; KINDS];
    let mut stretch = |at: usize, escape: Escape, out: &mut Vec<Part>| {
        let kind = escape as usize;
        if at < read_to[kind] || left[kind] == 0 || escape.read(&bytes[at..]).is_none() {
            return;
        }
        let (part, end) = unescaped(bytes, at, escape);
        read_to[kind] = end;
        left[kind] -= 1;
        out.extend(part);
    };
    for at in memchr::memchr3_iter(b'%', b'\\', b'&', bytes) {
        if let Some(escape) = Escape::at(&bytes[at..]) {
            stretch(at, escape, out);
        }
    }
    for at in memmem::find_iter(bytes, b"U+00") {
        stretch(at, Escape::CodePoint, out);
    }
}

/// The stretch around an escape, and where it ends.
fn unescaped(bytes: &[u8], at: usize, escape: Escape) -> (Option<Part>, usize) {
    let inside = |b: u8| !(b.is_ascii_whitespace() || matches!(b, b'"' | b'\'' | b'`' | b'<' | b'>')) && b < 0x80;
    let low = at.saturating_sub(200);
    let mut start = at;
    while start > low && inside(bytes[start - 1]) {
        start -= 1;
    }
    let high = (at + MAX_ESCAPED).min(bytes.len());
    // Code points are written apart: a blank between two of them is no part of the text.
    let gap = |i: usize| escape == Escape::CodePoint && bytes[i] == b' ' && bytes[i + 1..].starts_with(b"U+00");
    let mut end = at;
    while end < high && (inside(bytes[end]) || gap(end)) {
        end += 1;
    }
    let (mut text, mut map, mut i, mut count) = (Vec::new(), Vec::new(), start, 0);
    while i < end {
        if gap(i) {
            i += 1;
            continue;
        }
        map.push(u32::try_from(i - start).unwrap_or(0));
        match escape.read(&bytes[i..end]) {
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
    let part = (count > 0 && text.len() >= 8 && is_text(&text)).then(|| Part {
        name: escape.name(),
        place: start..end,
        text,
        map: Map::Each(map),
    });
    (part, end.max(at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine as _;

    fn decoded(text: &str) -> Vec<(String, &'static str)> {
        parts(text.as_bytes(), &runs_of(text.as_bytes()))
            .into_iter()
            .map(|p| (String::from_utf8_lossy(&p.text).into_owned(), p.name))
            .collect()
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
        assert_eq!(decoded("x U+0070 U+0061 U+0073 U+0073=abcde f"), [("pass=abcde".to_owned(), "unicode")]);
        assert_eq!(decoded("x \"\\160\\141ss\\075abcd\""), [("pass=abcd".to_owned(), "octal escapes")]);
        assert_eq!(decoded("<p>&#112;&#x61;ss=abcd</p>"), [("pass=abcd".to_owned(), "character references")]);
    }

    #[test]
    fn base64_in_lines_is_one_text() {
        let plain = "user = admin, password = kq7Rz!x, and a good deal more of what stands in such files: 0123456789";
        let encoded = base64::engine::general_purpose::STANDARD.encode(plain);
        for (width, between) in [(64, "\n"), (76, "\r\n    "), (64, "\n# ")] {
            let lines: Vec<&str> =
                encoded.as_bytes().chunks(width).map(|l| std::str::from_utf8(l).unwrap_or("")).collect();
            let text = format!("data:\n{}\nend", lines.join(between));
            let all = parts(text.as_bytes(), &runs_of(text.as_bytes()));
            assert_eq!(all.len(), 1);
            assert_eq!(String::from_utf8_lossy(&all[0].text), plain);
            let at = plain.find("good").unwrap_or(0);
            let place = all[0].original(&(at..at + 4));
            assert!(text[place.clone()].starts_with(&encoded[at * 4 / 3..at * 4 / 3 + 4]), "{place:?}");
        }
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
