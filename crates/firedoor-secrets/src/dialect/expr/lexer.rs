//! Words of the expression language.

/// One word.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Name(String),
    Number(f64),
    Text(String),
    Sign(&'static str),
}

/// Longest first, so that `<=` is not read as `<`.
const SIGNS: &[&str] = &[
    "&&", "||", "==", "!=", "<=", ">=", "??", "?.", ".?", "[?", "**", "..", "(", ")", "[", "]", "{", "}", ",", ";",
    ":", "?", ".", "+", "-", "*", "/", "%", "<", ">", "!", "=", "|", "#",
];

/// Splits a text; each word comes with its offset.
pub(super) fn tokens(text: &str) -> Result<Vec<(usize, Token)>, (usize, String)> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut i = 0;
    while let Some(&b) = bytes.get(i) {
        let start = i;
        if b.is_ascii_whitespace() {
            i += 1;
        } else if b == b'/' && matches!(bytes.get(i + 1), Some(b'/')) {
            i = memchr::memchr(b'\n', &bytes[i..]).map_or(bytes.len(), |n| i + n);
        } else if matches!(b, b'r' | b'R') && matches!(bytes.get(i + 1), Some(b'"' | b'\'')) {
            let (value, end) = string(text, i + 1, true)?;
            out.push((start, Token::Text(value)));
            i = end;
        } else if b.is_ascii_alphabetic() || b == b'_' || b == b'$' {
            while bytes.get(i).is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'$')) {
                i += 1;
            }
            out.push((start, Token::Name(text[start..i].to_owned())));
        } else if b.is_ascii_digit() {
            while bytes.get(i).is_some_and(u8::is_ascii_digit)
                || (bytes.get(i) == Some(&b'.') && bytes.get(i + 1).is_some_and(u8::is_ascii_digit))
            {
                i += 1;
            }
            let number = text[start..i].parse().map_err(|_| (start, "expected a number".to_owned()))?;
            out.push((start, Token::Number(number)));
        } else if matches!(b, b'"' | b'\'' | b'`') {
            let (value, end) = string(text, i, b == b'`')?;
            out.push((start, Token::Text(value)));
            i = end;
        } else if let Some(sign) = SIGNS.iter().find(|s| bytes[i..].starts_with(s.as_bytes())) {
            out.push((start, Token::Sign(sign)));
            i += sign.len();
        } else {
            return Err((start, "this character is not part of the language".to_owned()));
        }
    }
    Ok(out)
}

/// A string literal that begins at `open`; returns its value and the offset behind it.
fn string(text: &str, open: usize, raw: bool) -> Result<(String, usize), (usize, String)> {
    let quote = text.as_bytes()[open] as char;
    let mut value = String::new();
    let mut chars = text[open + 1..].char_indices();
    while let Some((at, c)) = chars.next() {
        if c == quote {
            return Ok((value, open + 1 + at + 1));
        }
        if c != '\\' || raw {
            value.push(c);
            continue;
        }
        match chars.next() {
            Some((_, 'n')) => value.push('\n'),
            Some((_, 't')) => value.push('\t'),
            Some((_, 'r')) => value.push('\r'),
            Some((_, c @ ('\\' | '"' | '\'' | '`'))) => value.push(c),
            Some((_, c)) => {
                value.push('\\');
                value.push(c);
            }
            None => break,
        }
    }
    Err((open, "this string is never closed".to_owned()))
}
