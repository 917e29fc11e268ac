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
        if line.starts_with(b"#") {
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
        let hidden = value::is_reference(secret) && !htpasswd || value::is_placeholder(secret).is_some();
        if secret.len() < 3 || hidden {
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

fn behind_colon(line: &[u8], pgpass: bool, sasl: bool, exim: bool) -> Option<Range<usize>> {
    let fields = memchr::memchr_iter(b':', line).count();
    let last = pgpass || sasl || exim;
    let colon = if last { memchr::memrchr(b':', line) } else { memchr::memchr(b':', line) }?;
    let fits = (!pgpass || fields >= 4) && (!sasl || line[..colon].contains(&b' ')) && (!exim || fields == 2);
    fits.then(|| colon + 1..line.len())
}

/// The third word of a line, quotes taken off.
fn third_word(line: &[u8]) -> Option<Range<usize>> {
    let mut start = 0;
    let mut words = line.split(u8::is_ascii_whitespace).map(|word| {
        let here = (start, word);
        start += word.len() + 1;
        here
    });
    let (start, word) = words.by_ref().filter(|(_, word)| !word.is_empty()).nth(2)?;
    let quotes = usize::from(word.len() > 1 && word[0] == b'"' && word[word.len() - 1] == b'"');
    Some(start + quotes..start + word.len() - quotes)
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
    // `user:$2y$05$…` lets nobody in by itself.
    let hashed = memmem::find(&decoded, b"$2").is_some_and(|i| value::is_crypt_hash(decoded[i..].trim_ascii_end()));
    let sure = named && shape.letter_share() < 60 || score::randomness(&decoded, &shape) >= 2;
    let sure = sure && !hashed;
    let confidence = if sure { Confidence::Medium } else { Confidence::Low };
    Some((from..from + text.len(), Some(decoded), confidence))
}
