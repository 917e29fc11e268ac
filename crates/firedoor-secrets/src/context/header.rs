//! Authorization headers (RFC 7617, RFC 6750), credentials as arguments of well-known programs, SQL's `IDENTIFIED BY`.

use std::ops::Range;

use firedoor_core::Confidence;

use super::assign::{Assigned, Form};
use super::name::{Kind, Name};
use super::value::{self, Shape};
use super::{Detector, Scan, score};
use crate::validate::{decode_base64, decode_base64url, jwt_facts};

/// Longest command line that is followed.
const MAX_COMMAND: usize = 3_000;

fn token_run(bytes: &[u8], at: usize) -> Range<usize> {
    let rest = &bytes[at.min(bytes.len())..];
    let len = rest
        .iter()
        .take(4096)
        .position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~' | b'+' | b'/' | b'=')))
        .unwrap_or(rest.len().min(4096));
    at..at + len
}

/// `Basic <base64>` and `Bearer <token>`.
pub(super) fn scheme(scan: &mut Scan<'_>, at: usize) {
    let bytes = scan.bytes;
    if at > 0 && bytes[at - 1].is_ascii_alphanumeric() {
        return;
    }
    let basic = bytes[at] | 0x20 == b'b' && bytes.get(at + 1).is_some_and(|b| b | 0x20 == b'a');
    let mut from = at + if basic { 6 } else { 7 };
    while bytes.get(from) == Some(&b' ') {
        from += 1;
    }
    let run = token_run(bytes, from);
    if basic {
        basic_value(scan, run);
    } else {
        bearer_value(scan, run);
    }
}

fn basic_value(scan: &mut Scan<'_>, run: Range<usize>) -> bool {
    let text = &scan.bytes[run.clone()];
    let Some((user, secret)) = user_and_password(text) else { return undecodable(scan, run) };
    let shape = Shape::of(&secret);
    let weak = secret.len() < 4
        || value::is_placeholder(&secret).is_some()
        || value::is_weak(&secret)
        || value::is_published(text)
        || value::is_reference(&secret)
        || value::repeats_name(&user, &secret)
        || shape.letter_share() >= 60 && shape.digits < 4 && score::randomness(&secret, &shape) == 0;
    let confidence = if weak || scan.file.translation { Confidence::Low } else { Confidence::Medium };
    let reason = if weak { "decodes to a user name and a word" } else { "decodes to a user name and a password" };
    scan.push(Detector::BasicAuth, run, confidence, &["a Basic authorization header", reason]);
    true
}

/// A token behind `Basic` that is no base64 of a pair: some servers take any opaque token there.
fn undecodable(scan: &mut Scan<'_>, run: Range<usize>) -> bool {
    let text = &scan.bytes[run.clone()];
    let shape = Shape::of(text);
    let opaque = text.len() >= 16
        && value::is_base64(text)
        && shape.digits > 0
        && shape.lower > 1
        && shape.upper > 1
        && shape.letter_share() < 40
        && value::is_placeholder(text).is_none();
    if !opaque || scan.file.translation || scan.file.minified {
        return false;
    }
    let low = run.start.saturating_sub(40);
    let lower = scan.bytes[low..run.start].to_ascii_lowercase();
    let named = memchr::memmem::find(&lower, b"authorization").is_some();
    let confidence = if named && score::randomness(text, &shape) >= 2 { Confidence::Medium } else { Confidence::Low };
    scan.push(Detector::BasicAuth, run, confidence, &["a Basic authorization header", "an opaque token"]);
    true
}

/// The two parts of a Basic credential, if the text is one.
fn user_and_password(text: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    if text.len() < 8 {
        return None;
    }
    let decoded = decode_base64(text).or_else(|| decode_base64url(text))?;
    let colon = memchr::memchr(b':', &decoded)?;
    let printable = std::str::from_utf8(&decoded).is_ok_and(|t| t.chars().all(|c| !c.is_control()));
    (printable && (colon > 0 || decoded.len() > 8)).then(|| (decoded[..colon].to_vec(), decoded[colon + 1..].to_vec()))
}

fn bearer_value(scan: &mut Scan<'_>, run: Range<usize>) -> bool {
    let mut run = run;
    while run.len() > 1 && matches!(scan.bytes[run.end - 1], b'.' | b'/' | b'-') {
        run.end -= 1;
    }
    let text = &scan.bytes[run.clone()];
    if text.len() < 12 || value::is_placeholder(text).is_some() || value::is_reference(text) {
        return false;
    }
    if text.starts_with(b"eyJ") && jwt_facts(text).is_some() {
        return false;
    }
    let shape = Shape::of(text);
    let random = score::randomness(text, &shape);
    let confidence = match random {
        0 => return false,
        1 => Confidence::Low,
        _ if scan.file.test && shape.word_share() > 30 => Confidence::Low,
        _ => Confidence::Medium,
    };
    if value::is_ordinary(text, &shape) {
        return false;
    }
    scan.push(Detector::BearerAuth, run, confidence, &["a Bearer authorization header", "the token is random"]);
    true
}

/// `Authorization: <scheme> <token>` with any scheme or none, `"auth": "<base64 of user:password>"`.
pub(super) fn named(scan: &mut Scan<'_>, name: &Range<usize>) -> bool {
    let bytes = scan.bytes;
    let mut at = name.end;
    let skip = |at: &mut usize, set: &[u8], most: usize| {
        let start = *at;
        while *at - start < most && bytes.get(*at).is_some_and(|b| set.contains(b)) {
            *at += 1;
        }
    };
    skip(&mut at, b"\"'\\`]) ", 6);
    let sign = at;
    skip(&mut at, b":=,>", 3);
    if sign == at {
        return false;
    }
    skip(&mut at, b"\"'\\` (", 8);
    let first = token_run(bytes, at);
    let text = &bytes[first.clone()];
    let is_header = name.len() >= 13;
    if text.eq_ignore_ascii_case(b"basic") || text.eq_ignore_ascii_case(b"bearer") {
        return is_header;
    }
    if is_header
        && text.len() <= 16
        && text.iter().all(|b| b.is_ascii_alphabetic() || *b == b'-')
        && bytes.get(first.end) == Some(&b' ')
    {
        return bearer_value(scan, token_run(bytes, first.end + 1));
    }
    if !is_header {
        // Docker's and npm's configuration: user name and password in base64.
        return text.len() >= 12 && user_and_password(text).is_some() && basic_value(scan, first);
    }
    bearer_value(scan, first)
}

/// `curl -u user:password`, `psexec -p password`, `sshpass -p password`, `docker login -p password`.
pub(super) fn command(scan: &mut Scan<'_>, at: usize) {
    let bytes = scan.bytes;
    let limit = (at + MAX_COMMAND).min(bytes.len());
    let mut end = at;
    while end < limit {
        match memchr::memchr(b'\n', &bytes[end..limit]) {
            Some(n) => {
                end += n;
                let before = bytes[..end].trim_ascii_end().last();
                if !matches!(before, Some(b'\\' | b'^' | b'`')) {
                    break;
                }
                end += 1;
            }
            None => end = limit,
        }
    }
    let curl = bytes[at] | 0x20 == b'c';
    let pair = curl || bytes[at] | 0x20 == b'h';
    let mysql = bytes[at] | 0x20 == b'm';
    if mysql && at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || matches!(bytes[at - 1], b'_' | b'.' | b'-')) {
        return;
    }
    let flags: &[&[u8]] = match bytes[at] | 0x20 {
        b'c' => &[b" -u", b" --user", b" --proxy-user", b" -U"],
        b'h' => &[b" -a"],
        _ => &[b" -p"],
    };
    for flag in flags {
        let mut from = at;
        while let Some(n) = memchr::memmem::find(&bytes[from..end], flag) {
            from += n + flag.len();
            let mut i = from;
            while i < end && matches!(bytes[i], b' ' | b'=' | b'\\' | b'\n' | b'\r') {
                i += 1;
            }
            // `-user-agent` is another option.
            if i == from && bytes.get(i).is_some_and(|b| *b == b'-') || i > from + 6 {
                continue;
            }
            // MySQL's programs take the password without a blank; behind one stands the database.
            if mysql && (i != from || bytes[i..end].starts_with(b"rotocol") || bytes[i..end].starts_with(b"ort")) {
                continue;
            }
            let quote = bytes.get(i).copied().filter(|b| matches!(b, b'"' | b'\''));
            let start = i + usize::from(quote.is_some());
            let len = bytes[start.min(end)..end]
                .iter()
                .position(|&b| quote.map_or(b.is_ascii_whitespace() || matches!(b, b'"' | b'\'' | b'\\'), |q| b == q))
                .unwrap_or(end - start.min(end));
            argument(scan, start..start + len, pair);
        }
    }
}

fn argument(scan: &mut Scan<'_>, range: Range<usize>, pair: bool) {
    let text = &scan.bytes[range.clone()];
    let (user, secret) = match memchr::memchr(b':', text) {
        Some(0) => (&b""[..], 1..text.len()),
        Some(colon) if colon + 1 == text.len() => (&b""[..], 0..colon),
        Some(colon) if pair => (&text[..colon], colon + 1..text.len()),
        _ if pair => return,
        _ => (&b""[..], 0..text.len()),
    };
    let value = &text[secret.clone()];
    if value.len() < 3
        || value::is_reference(value)
        || value == user
        || user.starts_with(b"$")
        || user.starts_with(b"<")
        || memchr::memchr(b'$', &value[..1]).is_some()
        || scan.file.docs && says_placeholder(user, value)
    {
        return;
    }
    let given =
        Assigned { value: 0..value.len(), quoted: true, form: Form::Option, joined: false, pair: true, arguments: 0 };
    let name = Name { kind: Kind::Password, strong: true };
    let score = score::judge(b"password", name, value, &given, &scan.file, false);
    let confidence = match score {
        Some(score) => score.confidence,
        None if value::is_placeholder(value).is_none() && !says_placeholder(user, value) => Confidence::Low,
        None => return,
    };
    scan.push(
        Detector::CommandLine,
        range.start + secret.start..range.start + secret.end,
        confidence,
        &["given to a program that takes a password"],
    );
}

fn says_placeholder(user: &[u8], value: &[u8]) -> bool {
    [&b"user"[..], b"username", b"password", b"pass", b"passwd", b"token", b"login"]
        .iter()
        .any(|w| w.eq_ignore_ascii_case(value) || w.eq_ignore_ascii_case(user))
}

/// `IDENTIFIED BY 'password'` (also `WITH plugin BY`, `BY PASSWORD`).
pub(super) fn identified_by(scan: &mut Scan<'_>, at: usize) {
    let bytes = scan.bytes;
    let mut i = at + b"identified by".len();
    while bytes.get(i) == Some(&b' ') {
        i += 1;
    }
    let escaped = bytes.get(i) == Some(&b'\\');
    i += usize::from(escaped);
    let Some(&quote @ (b'"' | b'\'')) = bytes.get(i) else { return };
    let rest = &bytes[i + 1..(i + 200).min(bytes.len())];
    let Some(len) = memchr::memchr(quote, rest) else { return };
    let len = len - usize::from(escaped && len > 0);
    let value = &rest[..len];
    let given = Assigned { value: 0..len, quoted: true, form: Form::Assign, joined: false, pair: true, arguments: 0 };
    let name = Name { kind: Kind::Password, strong: true };
    if let Some(score) = score::judge(b"identified by", name, value, &given, &scan.file, false) {
        scan.push(Detector::Password, i + 1..i + 1 + len, score.confidence, &["an account's password in SQL"]);
    }
}
