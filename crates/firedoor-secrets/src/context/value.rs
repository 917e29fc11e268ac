//! The nature of a value: what is a stand-in, a template, a reference or a hash, and what may be a secret.

use memchr::memmem;

/// Words that stand where a secret would stand.
const STAND_INS: &[&str] = &[
    "example",
    "changeme",
    "change_me",
    "change-me",
    "placeholder",
    "your_",
    "your-",
    "yourapi",
    "yoursecret",
    "yourtoken",
    "yourkey",
    "yourpass",
    "insert",
    "replace",
    "dummy",
    "redacted",
    "removed",
    "censored",
    "todo",
    "fixme",
    "notreal",
    "not_a_real",
    "fake",
    "sample",
    "xxxxx",
    "*****",
    ".....",
    "-----",
    "00000000",
    "12345678",
    "abcdefg",
    "deadbeefdeadbeef",
];

/// Why a value is no secret but a stand-in, if it is.
pub(crate) fn is_placeholder(value: &[u8]) -> Option<&'static str> {
    let lower = value.to_ascii_lowercase();
    if STAND_INS.iter().any(|w| memmem::find(&lower, w.as_bytes()).is_some()) {
        return Some("the value says that it is a placeholder");
    }
    if longest_run(&lower) >= 6 || (lower.len() >= 8 && distinct(&lower) <= 3) {
        return Some("the value repeats one character");
    }
    None
}

/// Length of the longest run of one byte.
pub(crate) fn longest_run(value: &[u8]) -> usize {
    value.chunk_by(|a, b| a == b).map(<[u8]>::len).max().unwrap_or(0)
}

/// Number of distinct bytes.
pub(crate) fn distinct(value: &[u8]) -> usize {
    let mut seen = [false; 256];
    value.iter().for_each(|&b| seen[usize::from(b)] = true);
    seen.iter().filter(|s| **s).count()
}
