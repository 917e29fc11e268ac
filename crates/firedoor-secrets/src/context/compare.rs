//! Comparisons that name the secret last or pass it to a function: `"…" == password`, `"…".equals(password)`,
//! `strcmp(password, "…")`.

use std::ops::Range;

/// How far back the literal may begin.
const REACH: usize = 200;

/// Ends of the names of functions that compare.
const FUNCTIONS: &[&[u8]] = &[
    b"assertSame",
    b"cmp",
    b"quals",
    b"qual",
    b"compare",
    b"compare_digest",
    b"compareTo",
    b"eql?",
    b"IgnoreCase",
    b"safeEqual",
];

/// Where the expression that ends in the name begins: without `$`, `@`, `*`, `&`.
fn begin(bytes: &[u8], name: &Range<usize>) -> usize {
    let mut at = name.start;
    // `$client->getToken()`: the name of the object belongs to the expression.
    if bytes[..at].ends_with(b"->") {
        at -= 2;
        let low = at.saturating_sub(30);
        while at > low && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_') {
            at -= 1;
        }
    }
    let end = at;
    while at > 0 && end - at < 3 && matches!(bytes[at - 1], b'$' | b'@' | b'*' | b'&') {
        at -= 1;
    }
    at
}

fn before_blanks(bytes: &[u8], mut at: usize) -> usize {
    let low = at.saturating_sub(3);
    while at > low && bytes[at - 1] == b' ' {
        at -= 1;
    }
    at
}

/// The literal whose closing quote stands at `close - 1`.
pub(super) fn literal(bytes: &[u8], close: usize) -> Option<Range<usize>> {
    let quote = *bytes.get(close.checked_sub(1)?)?;
    if !matches!(quote, b'"' | b'\'' | b'`') {
        return None;
    }
    let low = close.saturating_sub(REACH);
    let text = bytes.get(low..close - 1)?;
    let open = memchr::memrchr(quote, text)?;
    let inner = &text[open + 1..];
    (!inner.is_empty() && !inner.contains(&b'\n')).then(|| low + open + 1..close - 1)
}

/// `child.sendline("…")  # root password`, `return "…"; // token`: the last literal of a line whose comment names it.
pub(super) fn commented(bytes: &[u8], name: &Range<usize>) -> Option<Range<usize>> {
    let rest = &bytes[name.end..(name.end + 8).min(bytes.len())];
    let rest = rest.strip_prefix(b" */").unwrap_or(rest);
    if !matches!(rest.first(), None | Some(b'\n' | b'\r')) {
        return None;
    }
    // A few words at most stand between the sign and the name.
    let low = name.start.saturating_sub(28);
    let head = &bytes[low..name.start];
    let words = head.iter().rev().take_while(|b| b.is_ascii_alphabetic() || matches!(b, b' ' | b':' | b'\'')).count();
    let head = &head[..head.len() - words];
    let sign = [&b"#"[..], b"//", b"--", b"/*"].into_iter().find(|s| head.ends_with(s))?;
    let mut at = name.start - words - sign.len();
    let low = at.saturating_sub(8);
    while at > low && matches!(bytes[at - 1], b' ' | b'\t' | b';' | b',' | b')' | b']' | b'}') {
        at -= 1;
    }
    literal(bytes, at)
}

/// Functions of C that write a string into a field.
const COPIES: &[&[u8]] = &[b"strcpy", b"strncpy", b"strlcpy", b"memcpy", b"sprintf", b"memmove", b"strcat"];

/// Whether a literal is written into the named field: `strcpy((char *)config.password, "…")`.
pub(super) fn is_written_to(bytes: &[u8], name: &Range<usize>) -> bool {
    let rest = &bytes[name.end..(name.end + 8).min(bytes.len())];
    if rest.strip_prefix(b",").is_none_or(|text| text.trim_ascii_start().first() != Some(&b'"')) {
        return false;
    }
    // `config->` and a cast stand between the parenthesis and the name.
    let head = &bytes[name.start.saturating_sub(60)..name.start];
    let part = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-' | b'>' | b'&' | b'*' | b' ');
    let head = &head[..head.iter().rposition(|b| !part(b)).map_or(0, |i| i + 1)];
    let head = match head.strip_suffix(b")") {
        Some(cast) => &cast[..cast.iter().rposition(|b| *b == b'(').unwrap_or(0)],
        None => head,
    };
    let Some(call) = head.trim_ascii_end().strip_suffix(b"(") else { return false };
    COPIES.iter().any(|f| call.trim_ascii_end().ends_with(f))
}

fn calls(bytes: &[u8], open: usize) -> bool {
    let head = &bytes[open.saturating_sub(24)..open];
    FUNCTIONS.iter().any(|f| head.ends_with(f))
}

/// A literal that is compared with the name behind it.
pub(super) fn literal_before(bytes: &[u8], name: &Range<usize>) -> Option<Range<usize>> {
    let at = before_blanks(bytes, begin(bytes, name));
    match bytes.get(at.checked_sub(1)?)? {
        b'=' => {
            let head = bytes[at.saturating_sub(3)..at].iter().rev().take_while(|b| matches!(b, b'=' | b'!')).count();
            if head < 2 {
                return None;
            }
            literal(bytes, before_blanks(bytes, at - head))
        }
        b'(' if calls(bytes, at - 1) => {
            let dot = memchr::memrchr(b'.', &bytes[..at])?;
            literal(bytes, dot)
        }
        b',' => {
            let range = literal(bytes, before_blanks(bytes, at - 1))?;
            let mut open = range.start.checked_sub(2)?;
            // `assert.Equal(t, "…", config.Password)`.
            if bytes[..=open].ends_with(b"(t, ") {
                open -= 3;
            }
            // Ruby calls without parentheses.
            let plain = bytes[open] == b' ' && bytes[..open].ends_with(b"assert_equal");
            ((bytes[open] == b'(' && calls(bytes, open)) || plain).then_some(range)
        }
        _ => None,
    }
}

/// Whether the name is the first argument of a function that compares.
pub(super) fn is_compared(bytes: &[u8], name: &Range<usize>) -> bool {
    let at = begin(bytes, name);
    at > 0 && bytes[at - 1] == b'(' && calls(bytes, at - 1)
}

/// Whether what stands before the name may be a comparison: a cheap look before the dear one.
pub(super) fn may_precede(bytes: &[u8], name: &Range<usize>) -> bool {
    let at = before_blanks(bytes, begin(bytes, name));
    at > 0
        && matches!(bytes[at - 1], b'=' | b'(' | b',')
        && (literal_before(bytes, name).is_some() || is_compared(bytes, name))
}
