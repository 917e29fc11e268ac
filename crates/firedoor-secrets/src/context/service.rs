//! A random value beside the name of a service whose tokens have no form of their own: `accuweather: 8f3a…`. That is a
//! hint and no more, because identifiers and digests look the same.

use std::collections::HashSet;
use std::sync::OnceLock;

use firedoor_core::Confidence;
use rustc_hash::FxBuildHasher;

use super::value::{self, Shape};
use super::{Detector, Scan, language, name, score};

/// Names of services whose keys are plain random texts, lower case, without those that are ordinary words.
pub(super) const NAMES: &str = include_str!("services.txt");
/// How far behind the name the value may stand.
const REACH: usize = 100;
/// Most words between name and value.
const MAX_WORDS: usize = 4;

/// Whether a word is the name of a service.
pub(super) fn is_service(word: &[u8]) -> bool {
    static TABLE: OnceLock<HashSet<&'static [u8], FxBuildHasher>> = OnceLock::new();
    let table = TABLE.get_or_init(|| NAMES.split_ascii_whitespace().map(str::as_bytes).collect());
    let mut lower = [0u8; 24];
    let Some(lower) = lower.get_mut(..word.len()) else { return false };
    lower.copy_from_slice(word);
    lower.make_ascii_lowercase();
    table.contains(&*lower)
}

/// Mappings and sections whose `key` is a cipher's or a signer's.
const KEEPERS: &[&[u8]] =
    &[b"encrypt", b"encryption", b"crypto", b"cipher", b"signing", b"jwt", b"hmac", b"webhook", b"recaptcha"];

/// Whether the line at `at` lies in a mapping of YAML or a section of an INI file that is named after a service:
/// `algolia:` and `  key: …` below it, `[algolia]` and `key = …`.
pub(super) fn is_parent(bytes: &[u8], at: usize) -> bool {
    let indent = |line: &[u8]| line.len() - line.trim_ascii_start().len();
    let keeps = |word: &[u8]| {
        let word: Vec<u8> = word.iter().copied().filter(|b| !matches!(b, b'"' | b'\'' | b'_' | b'-')).collect();
        is_service(&word) || KEEPERS.iter().any(|keeper| word.eq_ignore_ascii_case(keeper))
    };
    // `{"algolia": {"key": "…"}}`.
    let head = bytes[at.saturating_sub(60)..at].trim_ascii_end();
    if let Some(outer) = head.strip_suffix(b"\"").and_then(|h| h.trim_ascii_end().strip_suffix(b"{")) {
        let outer = outer.trim_ascii_end().strip_suffix(b":").map(<[u8]>::trim_ascii_end);
        let name = outer.and_then(|o| o.strip_suffix(b"\"")).and_then(|o| o.rsplit(|b| *b == b'"').next());
        return name.is_some_and(keeps);
    }
    let low = at.saturating_sub(600);
    let start = super::assign::line_start(bytes, at);
    let own = at.saturating_sub(start);
    if start <= low {
        return false;
    }
    let above = bytes[low..start - 1].rsplit(|b| *b == b'\n').take(12).map(<[u8]>::trim_ascii_end);
    let mut above = above.filter(|line| !line.trim_ascii_start().is_empty());
    if own == 0 {
        let section = above.find(|line| line.starts_with(b"[") && line.ends_with(b"]"));
        return section.is_some_and(|line| keeps(&line[1..line.len() - 1]));
    }
    let parent = above.find(|line| indent(line) < own);
    parent.is_some_and(|line| keeps(line.trim_ascii_start().strip_suffix(b":").unwrap_or(b"")))
}

/// Looks at the name of a service at `at`.
pub(super) fn look(scan: &mut Scan<'_>, at: usize) {
    let bytes = scan.bytes;
    let file = &scan.file;
    if file.lock || file.minified || file.translation || at > 0 && bytes[at - 1].is_ascii_alphanumeric() {
        return;
    }
    let end = name::extent(bytes, at).end.max(at + 1);
    let window = &bytes[end..(end + REACH).min(bytes.len())];
    let (mut i, mut words, mut lines) = (0, 0, 0);
    while i < window.len() {
        let b = window[i];
        if b.is_ascii_alphanumeric() || b == b'_' {
            let len = window[i..].iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')).count();
            // A short value is believed only where a key is spoken of.
            let short =
                (10..16).contains(&len) && window[i..i + len].iter().filter(|b| b.is_ascii_digit()).count() >= 3;
            let goes_on = matches!(window.get(i + len), Some(b'+' | b'/' | b'.' | b':' | b'~'));
            if len >= 16 || short || goes_on && is_encoded(&bytes[end + i..]) {
                let between = bytes[at..end + i].to_ascii_lowercase();
                let says = |words: &[&[u8]]| words.iter().any(|w| memchr::memmem::find(&between, w).is_some());
                if says(&[
                    b"hash",
                    b"sha1",
                    b"sha2",
                    b"sha5",
                    b"md5",
                    b"digest",
                    b"checksum",
                    b"integrity",
                    b"fingerprint",
                    b"public",
                ]) {
                    return;
                }
                let named = says(&[b"key", b"token", b"secret"]);
                if !short || named {
                    // `algoliasearch("…", "…")`: an argument of what is named after the service.
                    let own = file.code && !(file.test || file.docs || file.minified);
                    let called = own && words <= 1 && is_argument(&window[..i]);
                    let directly = is_named_directly(&bytes[at..end + i], end - at);
                    let given = Given { named, called, directly };
                    // The window may have cut it.
                    return value(scan, end + i, run(&bytes[end + i..]), given);
                }
            }
            words += 1;
            if words > MAX_WORDS || len > 15 {
                return;
            }
            i += len;
            continue;
        }
        match b {
            b'\n' => {
                lines += 1;
                if lines > 2 {
                    return;
                }
            }
            b' ' | b'\t' | b'\r' | b'"' | b'\'' | b'`' | b':' | b'=' | b'>' | b',' | b'[' | b']' | b'|' => {}
            // `<id>{service}</id><secret>{…}</secret>`, `service("…")`.
            b'{' | b'}' | b'<' | b'(' | b')' => {}
            // `# Service's key`, `service.key`, `@service -`.
            b'#' | b'.' | b'-' | b'\\' | b'@' | b'$' | b'*' | b'!' | b'&' | b'?' => {}
            b'/' if i > 0 && matches!(window[i - 1], b'<' | b'/') || window.get(i + 1) == Some(&b'/') => {}
            _ => return,
        }
        i += 1;
    }
}

/// Length of the value at the beginning of a text, with the signs of base64 and of pairs in it.
fn run(text: &[u8]) -> usize {
    let text = &text[..text.len().min(200)];
    let plain = text.iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')).count();
    let wide = text
        .iter()
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'+' | b'/' | b'.' | b':' | b'~'))
        .count();
    // An address, a path and a name with dots are made of the same signs.
    let shape = Shape::of(&text[..wide]);
    let dotted = text[..wide].contains(&b'.') && text[..wide].contains(&b'/');
    let words = text[..wide].split(|b| matches!(b, b'/' | b'.' | b':')).any(language::is_word);
    if dotted || words || shape.digits < 2 {
        return plain;
    }
    let end = text[..wide].iter().rposition(u8::is_ascii_alphanumeric).map_or(plain, |i| i + 1).max(plain);
    let padding = text[end..].iter().take(2).take_while(|b| **b == b'=').count();
    end + padding
}

/// Whether a value of base64 begins here whose first sign stands among its first 15 digits.
fn is_encoded(text: &[u8]) -> bool {
    let len = run(text);
    len >= 20 && {
        let shape = Shape::of(&text[..len]);
        shape.digits >= 2 && shape.upper >= 2 && shape.lower >= 2 && shape.word_share() < 30
    }
}

/// Whether a text between a name and a value is the beginning of a call with at most one literal in it: `("id", "`.
fn is_argument(between: &[u8]) -> bool {
    let rest = between.strip_prefix(b"(").unwrap_or_default();
    let quotes = rest.iter().filter(|b| matches!(b, b'"' | b'\'')).count();
    matches!(rest.last(), Some(b'"' | b'\''))
        && matches!(quotes, 1 | 3)
        && !rest.contains(&b'\n')
        && !rest.contains(&b')')
}

/// How a value stands behind the name of a service.
#[derive(Clone, Copy, Debug)]
struct Given {
    /// A key is spoken of in between.
    named: bool,
    /// It is an argument of what is named after the service.
    called: bool,
    /// It is given to the word for a key.
    directly: bool,
}

/// Whether a text from the name of a service ends in a word for a key and what gives a value to it: `Using Key=`,
/// `token: "`, `secret - '`, `key string = '`; or gives a literal to the name itself: ` - '`, ` = "`.
fn is_named_directly(between: &[u8], name: usize) -> bool {
    let signs = |b: u8| matches!(b, b' ' | b'\t' | b'=' | b':' | b'\'' | b'"' | b'`' | b'-' | b'>');
    let end = between.iter().rposition(|b| !signs(*b)).map_or(0, |i| i + 1);
    let (mut head, gap) = between.split_at(end);
    if gap.len() > 6 || !gap.iter().any(|b| matches!(b, b'=' | b':' | b'-')) {
        return false;
    }
    if end == name && is_service(&between[..name]) {
        return matches!(gap.last(), Some(b'\'' | b'"' | b'`')) && gap.contains(&b' ') && matches!(gap[0], b' ' | b':');
    }
    for kind in [&b" string"[..], b" value"] {
        head = head.strip_suffix(kind).unwrap_or(head);
    }
    let ends = |word: &[u8]| head.len() > word.len() && head[head.len() - word.len()..].eq_ignore_ascii_case(word);
    [&b"key"[..], b"token", b"secret"].iter().any(|word| ends(word))
}

fn value(scan: &mut Scan<'_>, start: usize, len: usize, Given { named, called, directly }: Given) {
    let text = &scan.bytes[start..start + len];
    let shape = Shape::of(text);
    let next = scan.bytes.get(start + len).copied().unwrap_or(b'\n');
    let ends = matches!(
        next,
        b'"' | b'\'' | b'`' | b' ' | b'\n' | b'\r' | b',' | b';' | b'<' | b'&' | b')' | b'}' | b'|' | b'\\'
    );
    // Digests of commits and files, 40 and 64 digits, stand beside many names, but not where a key is spoken of.
    let digest = !named && matches!(len, 40 | 64 | 96 | 128) && value::is_hex(text);
    let random = score::randomness(text, &shape);
    // Letters of one case must be far from any word.
    let letters = shape.letters() == shape.len && shape.len >= 20 && language::total_evidence(text) < -40;
    let enough = random >= 2 && (random == 3 || shape.digits >= 2) || named && random == 1 && shape.digits >= 3;
    if !ends
        || digest
        || len > 128
        || !(enough || letters)
        || value::is_placeholder(text).is_some()
        || score::is_algorithm(text)
        || value::is_ordinary(text, &shape)
    {
        return;
    }
    if called && random == 3 && !value::is_uuid(text) {
        let reasons = ["a random argument of a function that is named after a service"];
        return scan.push(Detector::Key, start..start + len, Confidence::Medium, &reasons);
    }
    // `[INFO] … the Accuweather API`, `[DEBUG] Using Key=…`: nothing else is the key of a service that is spoken of.
    let file = &scan.file;
    if directly && random >= 2 && !(file.test || file.docs || file.minified) {
        let reasons = ["a random value is given to the key of a service"];
        return scan.push(Detector::Key, start..start + len, Confidence::Medium, &reasons);
    }
    let reasons = ["a random value beside the name of a service"];
    scan.push(Detector::Key, start..start + len, Confidence::Low, &reasons);
}
