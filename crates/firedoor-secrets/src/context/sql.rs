//! Passwords in SQL: `IDENTIFIED BY '…'` and the values of columns that are named like a secret.

use std::ops::Range;

use super::assign::{Assigned, Form};
use super::name::{self, Kind, Name};
use super::value::Shape;
use super::{Detector, Scan, score};

/// How far a list of values is followed.
pub(super) const REACH: usize = 20_000;
/// Most columns and most values that are looked at.
const MAX_COLUMNS: usize = 60;
const MAX_VALUES: usize = 4_000;
/// Calls within a value, and bytes of a literal, beyond which a list is given up: a text full of beginnings of lists
/// must not cost more than others.
const MAX_DEPTH: usize = 6;
const MAX_LITERAL: usize = 2_000;

/// `IDENTIFIED BY 'password'` (also `WITH plugin BY`, `BY PASSWORD`).
pub(super) fn identified_by(scan: &mut Scan<'_>, at: usize) {
    let bytes = scan.bytes;
    let mut i = at + b"identified by".len();
    if bytes.get(at + 11).is_some_and(|b| b | 0x20 == b'w') {
        // `IDENTIFIED WITH plugin BY '…'`.
        let window = &bytes[at..(at + 80).min(bytes.len())];
        let by = memchr::memmem::find(window, b" BY ").or_else(|| memchr::memmem::find(window, b" by "));
        let Some(by) = by else { return };
        i = at + by + 3;
    }
    while bytes.get(i) == Some(&b' ') {
        i += 1;
    }
    let escaped = bytes.get(i) == Some(&b'\\');
    i += usize::from(escaped);
    let quote = bytes.get(i).copied().filter(|b| matches!(b, b'"' | b'\''));
    // Oracle takes a password without quotes, as an identifier. A word of a sentence is none.
    i = if quote.is_some() { i } else { i.wrapping_sub(1) };
    let rest = &bytes[(i + 1).min(bytes.len())..(i + 200).clamp((i + 1).min(bytes.len()), bytes.len())];
    let len = match quote {
        Some(quote) => match memchr::memchr(quote, rest) {
            Some(len) => len - usize::from(escaped && len > 0),
            None => return,
        },
        None => {
            let len = rest.iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'$' | b'#')).count();
            let ends = rest.get(len).is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b';' | b'"' | b'\''));
            let shape = Shape::of(&rest[..len]);
            if !ends
                || len < 6
                || shape.letter_share() >= 50 && shape.digits == 0
                || !is_statement(&bytes[at.saturating_sub(200)..at])
            {
                return;
            }
            len
        }
    };
    let value = &rest[..len];
    let given = Assigned { value: 0..len, quoted: true, form: Form::Assign, joined: false, pair: true, arguments: 0 };
    let name = Name { kind: Kind::Password, strong: true };
    if let Some(score) = score::judge(b"identified by", name, value, &given, &scan.file, false) {
        scan.push(Detector::Password, i + 1..i + 1 + len, score.confidence, &["an account's password in SQL"]);
    }
}

/// Whether what stands before `IDENTIFIED BY` is a statement about an account or a store of keys, and no sentence.
fn is_statement(head: &[u8]) -> bool {
    const WORDS: [&[u8]; 9] =
        [b"user", b"role", b"grant", b"account", b"connect to", b"link", b"keystore", b"wallet", b"key management"];
    let head = head.to_ascii_lowercase();
    WORDS.iter().any(|w| memchr::memmem::find(&head, w).is_some())
}

/// `INSERT INTO users (name, password) VALUES ('bob', '…'), (…)`: the values of columns that are named like a secret.
pub(super) fn insert_into(scan: &mut Scan<'_>, at: usize) {
    let bytes = scan.bytes;
    let head = &bytes[at..(at + 2_000).min(bytes.len())];
    let Some(open) = head.iter().take(200).position(|b| matches!(b, b'(' | b';')).filter(|i| head[*i] == b'(') else {
        return;
    };
    let Some(close) = memchr::memchr(b')', &head[open..]).map(|i| open + i) else { return };
    let columns: Vec<Option<(Vec<u8>, Name)>> = head[open + 1..close]
        .split(|b| *b == b',')
        .take(MAX_COLUMNS)
        .map(|cell| {
            let title: Vec<u8> =
                cell.iter().copied().filter(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')).collect();
            let name = name::classify(&title).filter(|n| !matches!(n.kind, Kind::AnyKey | Kind::Auth | Kind::Salt))?;
            Some((title, name))
        })
        .collect();
    if columns.iter().all(Option::is_none) {
        return;
    }
    let tail = head[close + 1..].trim_ascii_start();
    if !tail.get(..6).is_some_and(|t| t.eq_ignore_ascii_case(b"values")) {
        return;
    }
    let start = at + head.len() - tail.len() + 6;
    let text = &bytes[start..(start + REACH).min(bytes.len())];
    for (index, range) in cells(text) {
        let Some(Some((title, name))) = columns.get(index) else { continue };
        let range = start + range.start..start + range.end;
        let form = Form::Assign;
        let given = Assigned { value: range.clone(), quoted: true, form, joined: false, pair: false, arguments: 0 };
        let Some(score) = score::judge(title, *name, &bytes[range.clone()], &given, &scan.file, false) else {
            continue;
        };
        let detector = match name.kind {
            Kind::Password => Detector::Password,
            Kind::Token => Detector::Token,
            Kind::Key => Detector::Key,
            _ => Detector::Secret,
        };
        scan.push(detector, range, score.confidence, &["given to a column that is named so"]);
    }
}

/// The literals of a list of rows: the column of each and where it stands without its quotes.
fn cells(text: &[u8]) -> Vec<(usize, Range<usize>)> {
    let (mut out, mut depth, mut column, mut i) = (Vec::new(), 0usize, 0usize, 0usize);
    while i < text.len() && out.len() < MAX_VALUES {
        match text[i] {
            b'(' => {
                depth += 1;
                if depth == 1 {
                    column = 0;
                }
                if depth > MAX_DEPTH {
                    break;
                }
            }
            b')' => depth = depth.saturating_sub(1),
            b',' if depth == 1 => column += 1,
            b';' if depth == 0 => break,
            b'\'' | b'"' if depth == 0 => break,
            quote @ (b'\'' | b'"') => {
                let start = i + 1;
                i = start;
                while i < text.len() && text[i] != quote {
                    i += 1 + usize::from(text[i] == b'\\');
                    if i - start > MAX_LITERAL {
                        return out;
                    }
                }
                if depth == 1 && i < text.len() {
                    out.push((column, start..i));
                }
            }
            // What is neither a row nor the end of one is no list of values any more.
            b if depth == 0 && b.is_ascii_alphabetic() => break,
            _ => {}
        }
        i += 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_columns() {
        let text = b" (1, 'a', now(), 'it\\'s'), ('x', \"b\");\nSELECT 'c'";
        let found: Vec<_> = cells(text).into_iter().map(|(i, r)| (i, String::from_utf8_lossy(&text[r]))).collect();
        assert_eq!(found, [(1, "a".into()), (3, "it\\'s".into()), (0, "x".into()), (1, "b".into())]);
        assert!(cells(b"('never closed").is_empty());
    }
}
