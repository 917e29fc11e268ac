//! Decoding for the user's own rules: encoded parts are replaced by what they say, in place, and the whole text is read
//! again, as gitleaks does it. A rule can so match a name beside an encoded value.
//!
//! Each pass decodes what the pass before left; only matches that touch a part decoded in this pass count.

use std::ops::Range;

use super::Hit;
use crate::validate::{decode_base64, decode_base64url, decode_hex};

/// gitleaks' default for `--max-decode-depth`.
const MAX_PASSES: usize = 5;
/// Fewest digits of base64 and of hexadecimal that are decoded.
const MIN_BASE64: usize = 16;
const MIN_HEX: usize = 32;
/// Longest text that is read again; beyond it decoding is left to the detectors of the pack.
const MAX_TEXT: usize = 8 << 20;

/// A stretch of a decoded text and where it comes from in the file.
#[derive(Clone, Debug)]
struct Piece {
    text: Range<usize>,
    file: Range<usize>,
    /// Every byte stands for one byte of the file.
    same: bool,
}

/// A part that a pass decoded.
struct Part {
    place: Range<usize>,
    text: Vec<u8>,
    name: &'static str,
}

/// Runs `scan` on the text of each pass and gives its hits the places that they have in the file.
pub(crate) fn scan_replaced(bytes: &[u8], scan: &mut dyn FnMut(&[u8]) -> Vec<Hit>, hits: &mut Vec<Hit>) {
    if bytes.len() > MAX_TEXT {
        return;
    }
    let mut text = bytes.to_vec();
    let mut pieces = vec![Piece { text: 0..bytes.len(), file: 0..bytes.len(), same: true }];
    for _ in 0..MAX_PASSES {
        let parts = parts(&text);
        if parts.is_empty() {
            return;
        }
        let (next, next_pieces, decoded) = replace(&text, &pieces, &parts);
        (text, pieces) = (next, next_pieces);
        for mut hit in scan(&text) {
            let Some(name) = decoded
                .iter()
                .find(|(place, _)| place.start <= hit.matched.end && hit.matched.start <= place.end)
                .map(|(_, name)| *name)
            else {
                continue;
            };
            hit.secret = original(&pieces, &hit.secret);
            hit.matched = original(&pieces, &hit.matched);
            hit.begins = original(&pieces, &(hit.begins..hit.begins + 1)).start;
            hit.reasons.push(format!("decoded from {name}"));
            hit.facts.push(("decoder", name.to_owned()));
            hits.push(hit);
        }
    }
}

type Replaced = (Vec<u8>, Vec<Piece>, Vec<(Range<usize>, &'static str)>);

fn replace(text: &[u8], pieces: &[Piece], parts: &[Part]) -> Replaced {
    let mut out = Vec::with_capacity(text.len());
    let (mut next, mut decoded) = (Vec::new(), Vec::new());
    let mut from = 0;
    let copy = |range: Range<usize>, out: &mut Vec<u8>, next: &mut Vec<Piece>| {
        let shift = out.len();
        out.extend_from_slice(&text[range.clone()]);
        for piece in pieces.iter().filter(|p| p.text.start < range.end && range.start < p.text.end) {
            let (a, b) = (piece.text.start.max(range.start), piece.text.end.min(range.end));
            let file = if piece.same {
                piece.file.start + a - piece.text.start..piece.file.start + b - piece.text.start
            } else {
                piece.file.clone()
            };
            next.push(Piece { text: shift + a - range.start..shift + b - range.start, file, same: piece.same });
        }
    };
    for part in parts {
        copy(from..part.place.start, &mut out, &mut next);
        let start = out.len();
        out.extend_from_slice(&part.text);
        let place = start..out.len();
        next.push(Piece { text: place.clone(), file: original(pieces, &part.place), same: false });
        decoded.push((place, part.name));
        from = part.place.end;
    }
    copy(from..text.len(), &mut out, &mut next);
    (out, next, decoded)
}

/// The bytes of the file that a stretch of a decoded text comes from.
fn original(pieces: &[Piece], range: &Range<usize>) -> Range<usize> {
    let find = |at: usize| {
        let i = pieces.partition_point(|p| p.text.end <= at);
        pieces.get(i).or(pieces.last())
    };
    let start = find(range.start).map_or(0, |p| {
        if p.same { p.file.start + range.start.saturating_sub(p.text.start).min(p.file.len()) } else { p.file.start }
    });
    let last = range.end.saturating_sub(1).max(range.start);
    let end = find(last).map_or(start, |p| {
        let len = p.file.len();
        if p.same { p.file.start + (range.end.saturating_sub(p.text.start)).min(len) } else { p.file.end }
    });
    start..end.max(start)
}

/// What gitleaks takes for text: everything from the tab to the tilde, control characters too.
fn is_printable(text: &[u8]) -> bool {
    !text.is_empty() && text.iter().all(|&b| is_printable_byte(b))
}

fn is_printable_byte(b: u8) -> bool {
    (0x09..=0x7e).contains(&b)
}

/// The kinds of encodings; of two that touch one another the one that comes first here is decoded, the other one waits for
/// the next pass.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Percent,
    Unicode,
    Hex,
    Base64,
}

/// The encoded parts of a text, in order, none overlapping another.
fn parts(text: &[u8]) -> Vec<Part> {
    let all = matches(text);
    let mut out = Vec::new();
    for (i, (kind, place)) in all.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|i| all.get(i)).filter(|(_, other)| other.end == place.start);
        let behind = all.get(i + 1).filter(|(_, other)| other.start == place.end);
        if before.into_iter().chain(behind).any(|(other, _)| other < kind) {
            continue;
        }
        let Some((plain, name)) = text.get(place.clone()).and_then(|encoded| decode(*kind, encoded)) else { continue };
        out.push(Part { place: place.clone(), text: plain, name });
    }
    out
}

/// What looks encoded, from left to right. What cannot be decoded takes its place all the same.
fn matches(text: &[u8]) -> Vec<(Kind, Range<usize>)> {
    let digit = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'-' | b'_');
    let mut out = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let found = match rest[0] {
            b'%' => percent_length(rest).map(|len| (Kind::Percent, len)),
            b'\\' => escapes_length(rest).map(|len| (Kind::Unicode, len)),
            b'U' if rest.starts_with(b"U+") => code_points_length(rest).map(|len| (Kind::Unicode, len)),
            _ => None,
        };
        if let Some((kind, len)) = found {
            out.push((kind, at..at + len));
            at += len;
            continue;
        }
        if !digit(rest[0]) {
            at += 1;
            continue;
        }
        let run = rest.iter().take_while(|&&b| digit(b)).count();
        let hex = rest.iter().take(run).take_while(|b| b.is_ascii_hexdigit()).count();
        if hex >= MIN_HEX {
            out.push((Kind::Hex, at..at + hex));
            at += hex;
        } else if run >= MIN_BASE64 {
            let padding = rest[run..].iter().take(2).take_while(|b| **b == b'=').count();
            out.push((Kind::Base64, at..at + run + padding));
            at += run + padding;
        } else {
            // Code points may begin within digits that are too few, and so may hexadecimal ones nowhere.
            let inner = memchr::memmem::find(&rest[..run], b"U+").filter(|i| *i > 0);
            at += inner.unwrap_or(run);
        }
    }
    out
}

fn decode(kind: Kind, encoded: &[u8]) -> Option<(Vec<u8>, &'static str)> {
    match kind {
        Kind::Percent => from_percent(encoded).map(|plain| (plain, "percent")),
        Kind::Unicode => from_unicode(encoded).map(|plain| (plain, "unicode")),
        Kind::Hex => {
            let some = encoded.len().is_multiple_of(2) && encoded.iter().any(u8::is_ascii_digit);
            let plain = some.then(|| decode_hex(encoded)).flatten()?;
            is_printable(&plain).then_some((plain, "hex"))
        }
        Kind::Base64 => {
            let likely = |b: &u8| b.is_ascii_digit() || matches!(b, b'+' | b'/' | b'-' | b'_');
            if !encoded.iter().any(likely) {
                return None;
            }
            let standard = strict_base64(encoded).filter(|plain| is_printable(plain));
            let url = || decode_base64url(encoded).filter(|plain| !encoded.ends_with(b"=") && is_printable(plain));
            standard.or_else(url).map(|plain| (plain, "base64"))
        }
    }
}

/// Base64 with the padding that belongs to its length.
fn strict_base64(encoded: &[u8]) -> Option<Vec<u8>> {
    encoded.len().is_multiple_of(4).then(|| decode_base64(encoded)).flatten()
}

fn pair(text: &[u8]) -> Option<u8> {
    decode_hex(text.get(..2)?)?.first().copied()
}

/// Length from a percent escape to the last one of its line.
fn percent_length(text: &[u8]) -> Option<usize> {
    pair(text.get(1..)?)?;
    let line = &text[..memchr::memchr(b'\n', text).unwrap_or(text.len())];
    let last = memchr::memrchr_iter(b'%', line).find(|&i| line.get(i + 1..).is_some_and(|t| pair(t).is_some()))?;
    Some((last + 3).max(3))
}

fn from_percent(encoded: &[u8]) -> Option<Vec<u8>> {
    let (mut plain, mut at) = (Vec::with_capacity(encoded.len()), 0);
    while let Some(&b) = encoded.get(at) {
        match (b == b'%').then(|| pair(&encoded[at + 1..])).flatten() {
            Some(byte) if !is_printable_byte(byte) => return None,
            Some(byte) => {
                plain.push(byte);
                at += 3;
            }
            None => {
                plain.push(b);
                at += 1;
            }
        }
    }
    Some(plain)
}

/// Length of one `\u0041` or `\\u0041`.
fn escape_length(text: &[u8]) -> Option<usize> {
    let lead = text.iter().take(2).take_while(|b| **b == b'\\').count();
    let digits = match text.get(lead) {
        Some(b'u' | b'U') if lead > 0 => text.get(lead + 1..lead + 5)?,
        _ => return None,
    };
    digits.iter().all(u8::is_ascii_hexdigit).then_some(lead + 5)
}

fn escapes_length(text: &[u8]) -> Option<usize> {
    let mut len = 0;
    while let Some(more) = escape_length(&text[len..]) {
        len += more;
    }
    (len > 0).then_some(len)
}

/// Length of `U+0041 U+0042 `, each with the blank behind it or at the end of the text.
fn code_points_length(text: &[u8]) -> Option<usize> {
    let one = |text: &[u8]| {
        let digits = text.strip_prefix(b"U+")?.get(..4)?;
        let ends = text.get(6).is_none_or(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r' | 0x0c));
        (ends && digits.iter().all(u8::is_ascii_hexdigit)).then(|| text.len().min(7))
    };
    let mut len = 0;
    while let Some(more) = one(&text[len..]) {
        len += more;
    }
    (len > 0).then_some(len)
}

/// What the escapes of a run say; half of a surrogate pair is no character.
fn from_unicode(encoded: &[u8]) -> Option<Vec<u8>> {
    let mut plain = String::new();
    let mut at = 0;
    while let Some(&b) = encoded.get(at) {
        let digits = match b {
            b'\\' => at + escape_length(&encoded[at..])? - 4,
            b'U' => at + 2,
            _ => {
                at += 1;
                continue;
            }
        };
        let [high, low] = *decode_hex(encoded.get(digits..digits + 4)?)?.as_slice() else { return None };
        plain.push(char::from_u32(u32::from(high) << 8 | u32::from(low)).unwrap_or(char::REPLACEMENT_CHARACTER));
        at = digits + 4;
    }
    (!plain.is_empty()).then(|| plain.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine as _;

    #[test]
    fn parts_are_replaced_in_place_and_lead_back() {
        let inner = base64::engine::general_purpose::STANDARD.encode("token is abcdefgh");
        let text = format!("a=1 b=\"{inner}\" c%3D2%2C3 d");
        let found = parts(text.as_bytes());
        let pieces = vec![Piece { text: 0..text.len(), file: 0..text.len(), same: true }];
        let (plain, pieces, decoded) = replace(text.as_bytes(), &pieces, &found);
        let plain = String::from_utf8(plain).expect("text");
        assert_eq!(plain, "a=1 b=\"token is abcdefgh\" c=2,3 d");
        assert_eq!(decoded.len(), 2);
        let at = plain.find("abcdefgh").expect("there");
        assert_eq!(&text[original(&pieces, &(at..at + 8))], inner);
        let at = plain.find(" d").expect("there");
        assert_eq!(original(&pieces, &(at..at + 2)), text.len() - 2..text.len());
    }

    #[test]
    fn binary_data_is_left_alone() {
        assert!(parts(b"AAECAwQFBgcICQoLDA0ODw==").is_empty());
        assert!(parts(b"0123456789abcdef0123456789abcdef").is_empty());
        assert!(parts(b"100% of \\users").is_empty());
    }
}
