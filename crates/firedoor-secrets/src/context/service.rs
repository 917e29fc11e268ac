//! A random value beside the name of a service whose tokens have no form of their own: `accuweather: 8f3a…`. That is a
//! hint and no more, because identifiers and digests look the same.

use std::collections::HashSet;
use std::sync::OnceLock;

use firedoor_core::Confidence;
use rustc_hash::FxBuildHasher;

use super::value::{self, Shape};
use super::{Detector, Scan, name, score};

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
            if len >= 16 {
                // The window may have cut it.
                let run = &bytes[end + i..];
                let len =
                    run.iter().take(200).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')).count();
                return value(scan, end + i, len);
            }
            words += 1;
            if words > MAX_WORDS || len > 12 {
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
            b'/' if i > 0 && window[i - 1] == b'<' => {}
            _ => return,
        }
        i += 1;
    }
}

fn value(scan: &mut Scan<'_>, start: usize, len: usize) {
    let text = &scan.bytes[start..start + len];
    let shape = Shape::of(text);
    let next = scan.bytes.get(start + len).copied().unwrap_or(b'\n');
    let ends = matches!(
        next,
        b'"' | b'\'' | b'`' | b' ' | b'\n' | b'\r' | b',' | b';' | b'<' | b'&' | b')' | b'}' | b'|' | b'\\'
    );
    // Digests of commits and files, 40 and 64 digits, stand beside many names.
    let digest = matches!(len, 40 | 64 | 96 | 128) && value::is_hex(text);
    let random = score::randomness(text, &shape);
    if !ends
        || digest
        || len > 128
        || random < 2
        || random == 2 && shape.digits < 2
        || value::is_placeholder(text).is_some()
        || value::is_ordinary(text, &shape)
    {
        return;
    }
    let reasons = ["a random value beside the name of a service"];
    scan.push(Detector::Key, start..start + len, Confidence::Low, &reasons);
}
