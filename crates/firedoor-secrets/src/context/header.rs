//! Authorization headers (RFC 7617, RFC 6750, RFC 7616).

use std::ops::Range;

use firedoor_core::Confidence;

use super::assign::{Assigned, Form};
use super::name::{Kind, Name};
use super::value::{self, Shape};
use super::{Detector, Scan, drawn, score};
use crate::scan::joined;
use crate::validate::{decode_base64, decode_base64url, jwt_facts};

fn token_run(bytes: &[u8], at: usize) -> Range<usize> {
    let rest = &bytes[at.min(bytes.len())..];
    let len = rest
        .iter()
        .take(4096)
        .position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~' | b'+' | b'/' | b'=')))
        .unwrap_or(rest.len().min(4096));
    at..at + len
}

fn is_quote(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at), Some(b'"' | b'\''))
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
    let mut run = token_run(bytes, from);
    // `"Basic " + "…"`: the credentials are a literal of their own.
    if run.is_empty()
        && let Some(next) = joined::next_piece(bytes, run.end + 1).filter(|_| is_quote(bytes, run.end))
    {
        run = token_run(bytes, next.start);
    }
    if basic && run.len() < 8 && encoded_in_place(scan, run.end) {
        return;
    }
    if basic {
        basic_value(scan, run);
    } else {
        bearer_value(scan, run);
    }
}

/// `'Basic ' + btoa('user:password')`: what is encoded where the header is written.
fn encoded_in_place(scan: &mut Scan<'_>, at: usize) -> bool {
    const ENCODERS: &[&[u8]] = &[
        b"btoa(",
        b"Buffer.from(",
        b"b64encode(",
        b"base64_encode(",
        b"encode64(",
        b"EncodeToString([]byte(",
        b"GetBytes(",
        b"encodeToString(",
        b"Base64.encode(",
    ];
    let window = &scan.bytes[at..(at + 120).min(scan.bytes.len())];
    let line = &window[..memchr::memchr(b'\n', window).unwrap_or(window.len())];
    let Some(open) = ENCODERS.iter().find_map(|e| memchr::memmem::find(line, e).map(|i| i + e.len())) else {
        return false;
    };
    let lead = line[open..].iter().take_while(|b| matches!(b, b'b' | b' ' | b'(')).count();
    let Some(&quote @ (b'"' | b'\'' | b'`')) = line.get(open + lead) else { return false };
    let start = open + lead + 1;
    let Some(len) = memchr::memchr(quote, &line[start..]) else { return false };
    let Some(colon) = memchr::memchr(b':', &line[start..start + len]) else { return false };
    let range = at + start + colon + 1..at + start + len;
    let value = &scan.bytes[range.clone()];
    let given =
        Assigned { value: range.clone(), quoted: true, form: Form::Assign, joined: false, pair: true, arguments: 0 };
    let name = Name { kind: Kind::Password, strong: true };
    if let Some(score) = score::judge(b"password", name, value, &given, &scan.file, false) {
        scan.push(Detector::BasicAuth, range, score.confidence, &["encoded for a Basic authorization header"]);
    }
    true
}

fn basic_value(scan: &mut Scan<'_>, run: Range<usize>) -> bool {
    let text = &scan.bytes[run.clone()];
    let Some((user, secret)) = user_and_password(text) else { return undecodable(scan, run) };
    let shape = Shape::of(&secret);
    // Words with digits are somebody's choice, and words alone in a file that holds nothing but credentials.
    let file = &scan.file;
    let chosen = shape.digits > 0 && shape.len >= 6 && shape.spaces == 0 && shape.others == 0;
    let elsewhere = file.test || file.docs || file.minified || file.translation;
    let own = !elsewhere && (chosen || holds_credentials(scan.path));
    let weak = secret.len() < 4
        || value::is_placeholder(&secret).is_some()
        || value::is_weak(&secret)
        || value::is_published(text)
        || value::is_reference(&secret)
        || value::repeats_name(&user, &secret)
        || !own && shape.letter_share() >= 60 && shape.digits < 4 && score::randomness(&secret, &shape) == 0;
    let confidence = if weak || scan.file.translation { Confidence::Low } else { Confidence::Medium };
    let reason = if weak { "decodes to a user name and a word" } else { "decodes to a user name and a password" };
    scan.push(Detector::BasicAuth, run, confidence, &["a Basic authorization header", reason]);
    true
}

/// Docker's and npm's files of credentials.
fn holds_credentials(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    matches!(name, ".dockercfg" | ".dockerconfigjson" | ".npmrc" | "auth.json") || path.ends_with(".docker/config.json")
}

/// A token behind `Basic` that is no base64 of a pair: some servers take any opaque token there.
fn undecodable(scan: &mut Scan<'_>, run: Range<usize>) -> bool {
    let text = &scan.bytes[run.clone()];
    let shape = Shape::of(text);
    let named = names_header(scan.bytes, run.start) || is_asked_for(scan.bytes, run.end);
    let least = if is_quote(scan.bytes, run.end) && named { 10 } else { 16 };
    let opaque = text.len() >= least
        && value::is_base64(text)
        && shape.digits > 0
        && shape.lower > 1
        && shape.upper > 1
        && shape.letter_share() < 40
        && value::is_placeholder(text).is_none();
    if !opaque || scan.file.translation || scan.file.minified {
        return false;
    }
    let random = score::randomness(text, &shape) >= if least < 16 { 1 } else { 2 };
    let confidence = if named && random { Confidence::Medium } else { Confidence::Low };
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
    if text.len() < 8 || value::is_placeholder(text).is_some() || value::is_reference(text) {
        return false;
    }
    if text.len() < 12 {
        return short_bearer(scan, run);
    }
    if text.starts_with(b"eyJ") && jwt_facts(text).is_some() {
        return false;
    }
    let shape = Shape::of(text);
    let random = score::randomness(text, &shape);
    // `m0n5t3rtruck88`: somebody's choice, which no name of code looks like.
    if random == 0 && text.len() <= 24 && shape.digits >= 3 && value::turns(text) >= 5 {
        return short_bearer(scan, run);
    }
    let confidence = match random {
        0 => return false,
        1 => Confidence::Low,
        // `xoxb-1234-1243` of a page.
        _ if text.len() < 20 && memchr::memmem::find(text, b"1234").is_some() => Confidence::Low,
        _ if scan.file.test && shape.word_share() > 30 => Confidence::Low,
        _ => Confidence::Medium,
    };
    if value::is_ordinary(text, &shape) {
        return false;
    }
    scan.push(Detector::BearerAuth, run, confidence, &["a Bearer authorization header", "the token is random"]);
    true
}

/// `"Authorization": "Bearer vQ9dxk4qmT"`: short, but a literal in the header's place, of letters and digits that form no word.
fn short_bearer(scan: &mut Scan<'_>, run: Range<usize>) -> bool {
    let text = &scan.bytes[run.clone()];
    let shape = Shape::of(text);
    let mixed = shape.digits >= 2 && shape.letters() >= 3 && shape.symbols == 0;
    let odd = drawn::reads_like_none(text, &shape)
        || value::turns(text) >= if text.len() < 12 && shape.letter_share() < 40 { 3 } else { 5 }
            && !drawn::is_disguised(text);
    let told = is_quote(scan.bytes, run.end) && names_header(scan.bytes, run.start);
    if !mixed || !odd || !told || value::is_weak(text) || scan.file.translation || scan.file.minified {
        return false;
    }
    let reasons = ["a Bearer authorization header", "the token is short, but no word"];
    scan.push(Detector::BearerAuth, run, Confidence::Medium, &reasons);
    true
}

/// Whether the header's name stands before its value.
fn names_header(bytes: &[u8], at: usize) -> bool {
    let head = &bytes[at.saturating_sub(60)..at];
    let line = &head[memchr::memrchr(b'\n', head).map_or(0, |i| i + 1)..];
    memchr::memmem::find(&line.to_ascii_lowercase(), b"authorization").is_some()
}

/// Whether it is compared with the header: `assertEquals("Basic …", request.getHeader("Authorization"))`.
fn is_asked_for(bytes: &[u8], end: usize) -> bool {
    let tail = &bytes[end..(end + 60).min(bytes.len())];
    let line = &tail[..memchr::memchr(b'\n', tail).unwrap_or(tail.len())];
    is_quote(bytes, end) && memchr::memmem::find(&line.to_ascii_lowercase(), b"\"authorization\"").is_some()
}

/// `Digest username="…", response="…"` (RFC 7616): whoever sees it may guess the password without asking the server.
fn digest_value(scan: &mut Scan<'_>, at: usize) -> bool {
    let window = &scan.bytes[at..(at + 800).min(scan.bytes.len())];
    let line = window.split(|b| *b == b'\n').next().unwrap_or(window);
    let Some(found) = memchr::memmem::find(line, b"response=") else { return true };
    let rest = &line[found + 9..];
    let lead = rest.iter().take_while(|b| matches!(b, b'\\' | b'"' | b'\'')).count();
    let len = rest[lead..].iter().take_while(|b| b.is_ascii_hexdigit()).count();
    let range = at + found + 9 + lead..at + found + 9 + lead + len;
    let text = &scan.bytes[range.clone()];
    if !matches!(len, 32 | 64) || value::is_placeholder(text).is_some() || value::is_published(text) {
        return true;
    }
    let confidence = if scan.file.test { Confidence::Low } else { Confidence::Medium };
    scan.push(Detector::BasicAuth, range, confidence, &["a Digest authorization header with its response"]);
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
    skip(&mut at, b"\"'\\` ([", 8);
    let first = token_run(bytes, at);
    let text = &bytes[first.clone()];
    // `authentication` and `exports.OAuth2Api` hold the word, too.
    let is_header = memchr::memmem::find(&bytes[name.clone()].to_ascii_lowercase(), b"authorization").is_some();
    if text.eq_ignore_ascii_case(b"basic") || text.eq_ignore_ascii_case(b"bearer") {
        return is_header;
    }
    if is_header
        && text.len() <= 16
        && text.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-')
        && bytes.get(first.end) == Some(&b' ')
    {
        if text.eq_ignore_ascii_case(b"digest") {
            return digest_value(scan, first.end + 1);
        }
        // `AWS4-HMAC-SHA256 Credential=…`: parameters, of which none is the secret.
        let next = token_run(bytes, first.end + 1);
        let name = bytes[next.clone()].iter().take_while(|b| b.is_ascii_alphabetic()).count();
        if (3..=20).contains(&name) && bytes.get(next.start + name) == Some(&b'=') && next.len() > name + 1 {
            return true;
        }
        return bearer_value(scan, token_run(bytes, first.end + 1));
    }
    if !is_header && quoted_pair(scan, first.start) {
        return true;
    }
    if !is_header {
        // Docker's and npm's configuration: user name and password in base64.
        return text.len() >= 12 && user_and_password(text).is_some() && basic_value(scan, first);
    }
    bearer_value(scan, first)
}

/// `proxyauth = "user:password"`, `auth: 'api:key-…'`: told only where no word explains the password.
fn quoted_pair(scan: &mut Scan<'_>, start: usize) -> bool {
    let Some(&quote @ (b'"' | b'\'' | b'`')) = start.checked_sub(1).and_then(|i| scan.bytes.get(i)) else {
        return false;
    };
    let rest = &scan.bytes[start..(start + 120).min(scan.bytes.len())];
    let Some(text) = memchr::memchr(quote, rest).map(|end| &rest[..end]) else { return false };
    let Some(colon) = memchr::memchr(b':', text) else { return false };
    let (user, secret) = (&text[..colon], &text[colon + 1..]);
    let word = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'@');
    if user.is_empty()
        || !user.iter().all(word)
        || secret.len() < 6
        || secret.starts_with(b"/")
        || secret.contains(&b':')
    {
        return false;
    }
    let range = start + colon + 1..start + text.len();
    let given =
        Assigned { value: range.clone(), quoted: true, form: Form::Assign, joined: false, pair: true, arguments: 0 };
    let name = Name { kind: Kind::Password, strong: true };
    let Some(score) = score::judge(b"password", name, secret, &given, &scan.file, false) else { return false };
    if score.confidence == Confidence::Low {
        return false;
    }
    scan.push(Detector::Password, range, score.confidence, &["the second of a user name and a password"]);
    true
}

/// `stats auth user:password` of HAProxy.
pub(super) fn of_page(scan: &mut Scan<'_>, name: &Range<usize>) -> bool {
    let head = &scan.bytes[super::assign::line_start(scan.bytes, name.start)..name.start];
    if !scan.file.config || scan.file.docs || head.trim_ascii() != b"stats" {
        return false;
    }
    let rest = &scan.bytes[name.end..(name.end + 200).min(scan.bytes.len())];
    let line = rest.split(|b| *b == b'\n').next().unwrap_or(rest).trim_ascii_end();
    let Some(colon) = memchr::memchr(b':', line) else { return false };
    // HAProxy takes quotes off: `stats auth "user:password"`.
    let open = line.trim_ascii_start().first().copied().filter(|b| matches!(b, b'"' | b'\''));
    let line = open.map_or(line, |quote| line.strip_suffix(&[quote]).unwrap_or(line));
    let Some(password) = line.get(colon + 1..) else { return false };
    let plain = password.len() >= 4 && !password.iter().any(|b| b.is_ascii_whitespace() || *b == b'$');
    let filled_in = value::is_filled_in(password);
    if !plain || filled_in || value::is_placeholder(password).is_some() || value::is_reference(password) {
        return false;
    }
    let from = name.end + colon + 1;
    scan.push(Detector::Password, from..from + password.len(), Confidence::Medium, &["a user name and a password"]);
    true
}
