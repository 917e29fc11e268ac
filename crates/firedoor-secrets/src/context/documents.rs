//! Files with a form of their own: Kubernetes Secrets, `.pgpass`, `.htpasswd`, tables with a column of passwords.

use std::ops::Range;

use firedoor_core::{Confidence, Validity};
use memchr::memmem;

use super::assign::{Assigned, Form};
use super::value::{self, Shape};
use super::{Detector, Found, Scan, name, score};
use crate::validate::decode_base64;

/// Longest manifest that is read.
pub(super) const MAX_DOCUMENT: usize = 100_000;

/// `.pgpass`: `host:port:database:user:password` (PostgreSQL's documentation, section 34.16).
pub(super) fn password_file(scan: &mut Scan<'_>) {
    let file = scan.path.rsplit('/').next().unwrap_or(scan.path);
    let pgpass = matches!(file, ".pgpass" | "pgpass.conf" | "pgpass");
    let htpasswd = file.ends_with("htpasswd");
    // Postfix: `[host]:port user:password`; Exim: `host:user:password`.
    let sasl = file == "sasl_passwd";
    let exim = file == "passwd.client";
    // `client server secret address` of pppd.
    let ppp = matches!(file, "chap-secrets" | "pap-secrets");
    // `peers : PSK "secret"` of IPsec.
    let ipsec = file == "ipsec.secrets";
    if !pgpass && !htpasswd && !sasl && !exim && !ppp && !ipsec {
        return;
    }
    let mut start = 0;
    for line in scan.bytes.split(|&b| b == b'\n').take(1_000) {
        let begin = start;
        start += line.len() + 1;
        let line = line.trim_ascii_end();
        if line.trim_ascii_start().starts_with(b"#") {
            continue;
        }
        let secret = if ppp {
            third_word(line)
        } else if ipsec {
            quoted_word(line)
        } else {
            behind_colon(line, pgpass, sasl, exim)
        };
        let Some(range) = secret else { continue };
        let secret = &line[range.clone()];
        let refers = value::is_reference(secret) && !htpasswd && !is_odd(secret);
        // `@/etc/ppp/secret`: pppd reads the secret from that file.
        let elsewhere = value::is_filled_in(secret) || ppp && secret.starts_with(b"@/");
        if secret.len() < 3 || refers || elsewhere || value::is_placeholder(secret).is_some() {
            continue;
        }
        scan.push(
            Detector::PasswordFile,
            begin + range.start..begin + range.end,
            Confidence::Medium,
            &["a line of a password file"],
        );
    }
}

/// Terraform's state: what `random_password` made is `"result"`.
pub(super) fn state(scan: &mut Scan<'_>) {
    const KIND: &[u8] = b"\"random_password\"";
    const RESULT: &[u8] = b"\"result\"";
    if !scan.path.contains(".tfstate") {
        return;
    }
    let bytes = scan.bytes;
    for kind in memmem::find_iter(bytes, KIND).take(1_000) {
        let from = kind + KIND.len();
        let rest = &bytes[from..(from + 20_000).min(bytes.len())];
        let own = &rest[..memmem::find(rest, b"\"type\"").unwrap_or(rest.len())];
        for at in memmem::find_iter(own, RESULT).take(100) {
            let lead = own[at + RESULT.len()..].iter().take_while(|b| matches!(b, b':' | b' ')).count();
            let start = at + RESULT.len() + lead + 1;
            let Some(text) = own.get(start..).filter(|_| own.get(start - 1) == Some(&b'"')) else { continue };
            let Some(len) = memchr::memchr(b'"', text).filter(|len| *len >= 4) else { continue };
            let reasons = ["what Terraform's random_password made"];
            scan.push(Detector::Password, from + start..from + start + len, Confidence::Medium, &reasons);
        }
    }
}

fn behind_colon(line: &[u8], pgpass: bool, sasl: bool, exim: bool) -> Option<Range<usize>> {
    let fields = memchr::memchr_iter(b':', line).count();
    let last = pgpass || sasl || exim;
    let colon = if last { memchr::memrchr(b':', line) } else { memchr::memchr(b':', line) }?;
    let fits = (!pgpass || fields >= 4) && (!sasl || line[..colon].contains(&b' ')) && (!exim || fields == 2);
    fits.then(|| colon + 1..line.len())
}

/// Whether it begins like a variable, but mixes letters of both cases and digits as no name does: no shell reads these
/// files.
fn is_odd(secret: &[u8]) -> bool {
    let Some(name) = secret.strip_prefix(b"$") else { return false };
    let shape = Shape::of(name);
    name.iter().all(u8::is_ascii_alphanumeric) && shape.lower > 0 && shape.upper > 0 && value::turns(name) >= 2
}

/// The third word of a line, quotes taken off. Blanks within `'…'` and `"…"` belong to the word.
fn third_word(line: &[u8]) -> Option<Range<usize>> {
    let mut at = 0;
    for turn in 0.. {
        at += line.get(at..)?.iter().take_while(|b| b.is_ascii_whitespace()).count();
        let first = *line.get(at)?;
        // What follows is a comment.
        if first == b'#' {
            return None;
        }
        let quote = matches!(first, b'"' | b'\'').then_some(first);
        let start = at + usize::from(quote.is_some());
        let mut end = start;
        while let Some(&b) = line.get(end) {
            if quote.map_or(b.is_ascii_whitespace(), |quote| b == quote) {
                break;
            }
            end += 1 + usize::from(b == b'\\');
        }
        let end = end.min(line.len());
        if turn == 2 {
            return Some(start..end);
        }
        at = end + usize::from(quote.is_some());
    }
    None
}

/// What stands in quotes behind the kind of secret: `bob : EAP "secret"`.
fn quoted_word(line: &[u8]) -> Option<Range<usize>> {
    let colon = memmem::find(line, b": ")?;
    let kind = line[colon + 2..].trim_ascii_start();
    [&b"PSK "[..], b"EAP ", b"XAUTH ", b"NTLM "].iter().find(|k| kind.starts_with(k))?;
    let open = colon + memchr::memchr(b'"', &line[colon..])? + 1;
    let len = memchr::memchr(b'"', &line[open..])?;
    Some(open..open + len)
}

/// Comma or tab separated values whose first line names a column of secrets.
pub(super) fn table(scan: &mut Scan<'_>) {
    let separator = match scan.path.rsplit('.').next() {
        Some("csv") => b',',
        Some("tsv") => b'\t',
        Some("feature") => return examples(scan),
        _ => return,
    };
    let bytes = scan.bytes;
    let first = &bytes[..memchr::memchr(b'\n', bytes).unwrap_or(bytes.len())];
    let separator = if separator == b',' && !first.contains(&b',') { b';' } else { separator };
    let bare =
        |cell: &[u8]| cell.trim_ascii().trim_ascii_start().iter().copied().filter(|b| *b != b'"').collect::<Vec<u8>>();
    let columns: Vec<(usize, Vec<u8>, name::Name)> = first
        .split(|b| *b == separator)
        .enumerate()
        .take(100)
        .filter_map(|(i, cell)| {
            let cell = bare(cell);
            let name = name::classify(&cell).filter(|n| n.strong)?;
            Some((i, cell, name))
        })
        .collect();
    if columns.is_empty() {
        return;
    }
    let mut start = first.len() + 1;
    // A heading alone has no rows.
    let Some(rows) = bytes.get(start..) else { return };
    for line in rows.split(|b| *b == b'\n').take(1_000) {
        let mut at = start;
        start += line.len() + 1;
        for (index, cell) in line.split(|b| *b == separator).enumerate() {
            let begin = at;
            at += cell.len() + 1;
            let Some((_, title, kind)) = columns.iter().find(|c| c.0 == index) else { continue };
            let lead = cell.iter().take_while(|b| matches!(b, b' ' | b'"' | b'\t')).count();
            let len = cell[lead..].iter().rposition(|b| !matches!(b, b' ' | b'"' | b'\r')).map_or(0, |i| i + 1);
            let range = begin + lead..begin + lead + len;
            let form = Form::Assign;
            let given = Assigned { value: range.clone(), quoted: true, form, joined: false, pair: false, arguments: 0 };
            let Some(score) = score::judge(title, *kind, &bytes[range.clone()], &given, &scan.file, false) else {
                continue;
            };
            let detector = if kind.kind == name::Kind::Password { Detector::Password } else { Detector::Secret };
            scan.push(detector, range, score.confidence, &["a column of a table is named so"]);
        }
    }
}

/// Tables of examples in Gherkin, whose first row names the columns.
fn examples(scan: &mut Scan<'_>) {
    let bytes = scan.bytes;
    let mut columns: Vec<Option<(Vec<u8>, name::Name)>> = Vec::new();
    let (mut start, mut inside) = (0, false);
    for line in bytes.split(|b| *b == b'\n').take(5_000) {
        let begin = start;
        start += line.len() + 1;
        if !line.trim_ascii().starts_with(b"|") {
            inside = false;
            continue;
        }
        if !inside {
            inside = true;
            columns = line
                .split(|b| *b == b'|')
                .take(60)
                .map(|cell| {
                    let cell = cell.trim_ascii();
                    Some((cell.to_vec(), name::classify(cell).filter(|n| n.strong)?))
                })
                .collect();
            continue;
        }
        let mut at = begin;
        for (index, cell) in line.split(|b| *b == b'|').enumerate() {
            let from = at + cell.len() - cell.trim_ascii_start().len();
            at += cell.len() + 1;
            let Some(Some((title, kind))) = columns.get(index) else { continue };
            let range = from..from + cell.trim_ascii().len();
            let form = Form::Assign;
            let given = Assigned { value: range.clone(), quoted: true, form, joined: false, pair: false, arguments: 0 };
            let Some(score) = score::judge(title, *kind, &bytes[range.clone()], &given, &scan.file, false) else {
                continue;
            };
            let detector = if kind.kind == name::Kind::Password { Detector::Password } else { Detector::Secret };
            scan.push(detector, range, score.confidence, &["a column of a table is named so"]);
        }
    }
}

/// The entries of `data` and `stringData` of an object of kind Secret.
pub(super) fn kubernetes_secret(scan: &mut Scan<'_>, at: usize) {
    let bytes = scan.bytes;
    let head = &bytes[at..(at + 40).min(bytes.len())];
    let rest = &head[4.min(head.len())..];
    let after: Vec<u8> = rest
        .iter()
        .copied()
        .filter(|b| !matches!(b, b'"' | b'\'' | b' '))
        .take(8)
        .map(|b| b.to_ascii_lowercase())
        .collect();
    if !after.starts_with(b":secret")
        || after.get(7).is_some_and(|b| !b.is_ascii_whitespace() && *b != b',' && *b != b'}')
    {
        return;
    }
    if at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_') {
        return;
    }
    let low = at.saturating_sub(MAX_DOCUMENT);
    let high = (at + MAX_DOCUMENT).min(bytes.len());
    let start = memmem::rfind(&bytes[low..at], b"\n---").map_or(low, |i| low + i + 1);
    let end = memmem::find(&bytes[at..high], b"\n---").map_or(high, |i| at + i);
    let mut found = Vec::new();
    let mut inside: Option<(usize, bool)> = None;
    // Where the entries of the section at hand begin, and whether it is a description of a Secret, as in OpenAPI.
    let (mut section, mut schema) = (0, false);
    let mut offset = start;
    for line in bytes[start..end].split_inclusive(|&b| b == b'\n').take(2_000) {
        let begin = offset;
        offset += line.len();
        let text = line.trim_ascii_end();
        let content = text.trim_ascii_start();
        let indent = text.len() - content.len();
        if content.is_empty() || content.starts_with(b"#") {
            continue;
        }
        if let Some((outer, encoded)) = inside {
            if indent > outer {
                if describes_a_type(content) {
                    schema = true;
                    found.truncate(section);
                }
                if let Some(f) = entry(content, begin + indent, encoded).filter(|_| !schema) {
                    found.push(f);
                }
                continue;
            }
            inside = None;
            schema = false;
        }
        let key: Vec<u8> = content.iter().copied().filter(|b| !matches!(b, b'"' | b'\'' | b' ' | b'{')).collect();
        section = found.len();
        match key.as_slice() {
            b"data:" => inside = Some((indent, true)),
            b"stringData:" => inside = Some((indent, false)),
            _ => {}
        }
    }
    for (range, decoded, confidence) in found {
        scan.found.push(Found {
            detector: Detector::KubernetesSecret,
            matched: range.clone(),
            secret: range,
            value: decoded,
            confidence,
            validity: Validity::Unknown,
            reasons: vec!["an entry of a Kubernetes Secret".to_owned()],
        });
    }
}

/// Whether a line says of what type something is (JSON Schema), and so holds no data.
fn describes_a_type(line: &[u8]) -> bool {
    let plain: Vec<u8> = line.iter().copied().filter(|b| !matches!(b, b'"' | b'\'' | b' ' | b',')).take(24).collect();
    plain.starts_with(b"additionalProperties:") || plain == b"type:object" || plain == b"type:string"
}

type Entry = (std::ops::Range<usize>, Option<Vec<u8>>, Confidence);

/// One `name: value` of a Secret.
fn entry(content: &[u8], begin: usize, encoded: bool) -> Option<Entry> {
    let colon = memchr::memchr(b':', content)?;
    let key = content[..colon].trim_ascii();
    let tail = &content[colon + 1..];
    let lead = tail.len() - tail.trim_ascii_start().len();
    let mut text = tail.trim_ascii();
    let mut from = begin + colon + 1 + lead;
    for quote in [b'"', b'\''] {
        if text.len() >= 2 && text[0] == quote {
            let close = memchr::memrchr(quote, &text[1..])?;
            text = &text[1..=close];
            from += 1;
        }
    }
    if text.len() < 4 || value::is_reference(text) || value::is_placeholder(text).is_some() {
        return None;
    }
    let decoded = if encoded {
        let decoded = decode_base64(text)?;
        // `name: value` under a `data` that is no Secret's.
        if !text.len().is_multiple_of(4) || decoded.is_empty() {
            return None;
        }
        decoded
    } else {
        text.to_vec()
    };
    if decoded.len() < 3 || value::is_reference(&decoded) || value::is_placeholder(&decoded).is_some() {
        return Some((from..from + text.len(), Some(decoded), Confidence::Low));
    }
    let shape = Shape::of(&decoded);
    let named = name::classify(key.strip_prefix(b"\"").unwrap_or(key)).is_some();
    let hashed = is_all_hashed(&decoded);
    let sure = named && shape.letter_share() < 60 || score::randomness(&decoded, &shape) >= 2;
    let sure = sure && !hashed;
    let confidence = if sure { Confidence::Medium } else { Confidence::Low };
    Some((from..from + text.len(), Some(decoded), confidence))
}

/// Whether a text is nothing but hashes, perhaps of named users: `user:$2y$05$…` lets nobody in by itself.
fn is_all_hashed(text: &[u8]) -> bool {
    let mut parts =
        text.split(|b| matches!(b, b'\n' | b';' | b',')).map(<[u8]>::trim_ascii).filter(|p| !p.is_empty()).peekable();
    let hashed = |part: &[u8]| {
        let Some(at) = memmem::find(part, b"$2") else { return false };
        let (user, hash) = part.split_at(at);
        let plain = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'@');
        let named = user.is_empty() || user.strip_suffix(b":").is_some_and(|u| u.len() <= 40 && u.iter().all(plain));
        let whole =
            hash.len() <= 60 && hash.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'/' | b'$'));
        named && whole && value::is_crypt_hash(hash)
    };
    parts.peek().is_some() && parts.all(hashed)
}
