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

fn is_printable(text: &[u8]) -> bool {
    !text.is_empty() && text.iter().all(|b| matches!(b, 0x08..=0x0d | b' '..=b'~'))
}

/// The encoded parts of a text, in order, none overlapping another.
fn parts(text: &[u8]) -> Vec<Part> {
    let mut out = Vec::new();
    escapes(text, &mut out);
    runs(text, &mut out);
    // Escapes win over digits that they stand among.
    out.sort_by(|a, b| (a.place.start, b.place.end).cmp(&(b.place.start, a.place.end)));
    let mut end = 0;
    out.retain(|p| {
        let free = p.place.start >= end;
        if free {
            end = p.place.end;
        }
        free
    });
    out
}

fn runs(text: &[u8], out: &mut Vec<Part>) {
    let digit = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'-' | b'_');
    let mut start = 0;
    while start + MIN_BASE64 <= text.len() {
        // The last byte within the shortest run that is no digit decides where a run may begin.
        let probe = start + MIN_BASE64;
        if let Some(stop) = (start..probe).rev().find(|&i| !digit(text[i])) {
            start = stop + 1;
            continue;
        }
        let mut end = probe;
        while end < text.len() && digit(text[end]) {
            end += 1;
        }
        let body = &text[start..end];
        let mut padded = end;
        while padded < text.len() && padded < end + 2 && text[padded] == b'=' {
            padded += 1;
        }
        let hex = body.len() >= MIN_HEX && body.len().is_multiple_of(2) && body.iter().all(u8::is_ascii_hexdigit);
        if let Some(plain) = hex.then(|| decode_hex(body)).flatten().filter(|t| is_printable(t)) {
            out.push(Part { place: start..end, text: plain, name: "hex" });
        } else if let Some(plain) = decode_base64(body).or_else(|| decode_base64url(body)).filter(|t| is_printable(t)) {
            out.push(Part { place: start..padded, text: plain, name: "base64" });
        }
        start = padded + 1;
    }
}

fn escapes(text: &[u8], out: &mut Vec<Part>) {
    let mut i = 0;
    while i < text.len() {
        let Some(n) = memchr::memchr2(b'%', b'\\', &text[i..]) else { return };
        i += n;
        let (name, form): (&'static str, Escape) =
            if text[i] == b'%' { ("percent", percent) } else { ("unicode", unicode) };
        let Some((c, len)) = form(&text[i..]) else {
            i += 1;
            continue;
        };
        let start = i;
        let mut plain = Vec::new();
        push(c, &mut plain);
        let mut printable = name == "unicode" || is_ascii_printable(c);
        i += len;
        // Percent escapes are decoded from the first to the last on the line, Unicode escapes in one run; one that is
        // no printable character spoils them all.
        let (mut end, mut kept) = (i, plain.len());
        while i < text.len() && text[i] != b'\n' {
            if let Some((c, len)) = form(&text[i..]) {
                push(c, &mut plain);
                printable &= name == "unicode" || is_ascii_printable(c);
                i += len;
                (end, kept) = (i, plain.len());
            } else if name == "percent" {
                plain.push(text[i]);
                i += 1;
            } else {
                break;
            }
        }
        plain.truncate(kept);
        if printable {
            out.push(Part { place: start..end, text: plain, name });
        }
        i = if name == "percent" { i } else { end };
    }
}

type Escape = fn(&[u8]) -> Option<(char, usize)>;

fn push(c: char, out: &mut Vec<u8>) {
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

fn is_ascii_printable(c: char) -> bool {
    matches!(c, '\u{8}'..='\u{d}' | ' '..='~')
}

fn percent(text: &[u8]) -> Option<(char, usize)> {
    Some((char::from(*decode_hex(text.strip_prefix(b"%")?.get(..2)?)?.first()?), 3))
}

/// `\u0041` and `\\u0041`; half of a surrogate pair is no character.
fn unicode(text: &[u8]) -> Option<(char, usize)> {
    let rest = text.strip_prefix(b"\\")?;
    let (rest, lead) = match rest.strip_prefix(b"\\") {
        Some(rest) => (rest, 2),
        None => (rest, 1),
    };
    let digits = rest.strip_prefix(b"u").or_else(|| rest.strip_prefix(b"U"))?.get(..4)?;
    let [high, low] = *decode_hex(digits)?.as_slice() else { return None };
    let c = char::from_u32(u32::from(high) << 8 | u32::from(low)).unwrap_or(char::REPLACEMENT_CHARACTER);
    Some((c, lead + 5))
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
