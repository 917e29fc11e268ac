//! Where the comments of a file are: a name in one is no name of its code.
//!
//! Only for languages of which a few states tell that surely, without parsing: their strings hold no code, and nothing
//! else looks like the beginning of a comment or string.

use firedoor_lang::Language;

/// The comments of a file in order, as ranges of bytes; none for other languages.
pub(super) fn comments(bytes: &[u8], language: Option<Language>) -> Vec<(usize, usize)> {
    match language {
        Some(Language::Java | Language::Go) => find(bytes),
        _ => Vec::new(),
    }
}

/// Quotes of both languages may stand in one automaton: the other one's are errors in each.
fn find(bytes: &[u8]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) =
        bytes.get(at..).and_then(|rest| rest.iter().position(|b| matches!(b, b'/' | b'"' | b'\'' | b'`')))
    {
        at += next;
        let rest = &bytes[at..];
        let len = match rest {
            [b'/', b'/', ..] => memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len()),
            [b'/', b'*', ..] => memchr::memmem::find(&rest[2..], b"*/").map_or(rest.len(), |end| end + 4),
            [b'/', ..] => 1,
            [b'`', ..] => memchr::memchr(b'`', &rest[1..]).map_or(rest.len(), |end| end + 2),
            [b'"', b'"', b'"', ..] => 3 + text_block(&rest[3..]),
            _ => 1 + quoted(&rest[1..], rest[0]),
        };
        if matches!(rest, [b'/', b'/' | b'*', ..]) {
            found.push((at, at + len));
        }
        at += len;
    }
    found
}

/// The length of what stands in quotes, with the last one. It ends with its line at the latest.
fn quoted(bytes: &[u8], quote: u8) -> usize {
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'\n' | b'\r' => return at,
            byte if *byte == quote => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// The length of a text block behind its first quotes.
fn text_block(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(next) = bytes.get(at..).and_then(|rest| memchr::memchr2(b'\\', b'"', rest)) {
        at += next;
        match &bytes[at..] {
            [b'\\', ..] => at += 2,
            [b'"', b'"', b'"', ..] => return at + 3,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(code: &str) -> Vec<&str> {
        comments(code.as_bytes(), Some(Language::Java)).into_iter().map(|(from, to)| &code[from..to]).collect()
    }

    #[test]
    fn comments_are_found() {
        assert_eq!(texts("a // b\nc /* d\n e */ f"), ["// b", "/* d\n e */"]);
        assert_eq!(texts("/** x */a/b;//"), ["/** x */", "//"]);
        assert_eq!(texts("/* never closed"), ["/* never closed"]);
        assert_eq!(texts("a // b\rc // d\r\n"), ["// b", "// d"]);
    }

    #[test]
    fn strings_hold_none() {
        assert_eq!(texts(r#"a("// b", '"', "\"/*"); // c"#), ["// c"]);
        assert_eq!(texts("\"\"\"\n // a \\\"\"\" \"\n /* \"\"\"; /* b */"), ["/* b */"]);
        assert_eq!(texts("s := `// a\n/*`; // b"), ["// b"]);
        assert_eq!(texts("'\\'' // a\n'/' // b"), ["// a", "// b"]);
    }

    #[test]
    fn a_string_that_is_not_closed_ends_with_its_line() {
        assert_eq!(texts("x = \"a\n// b\n"), ["// b"]);
    }

    #[test]
    fn odd_ends_are_no_trouble() {
        for code in ["/", "\"", "'\\", "\"\\", "\"\"\"", "\"\"\"\\", "`", "/*", "//"] {
            let _ = texts(code);
        }
    }
}
