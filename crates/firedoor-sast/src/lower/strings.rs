//! String literals and numbers: where their content begins and ends, and what they are worth.

use crate::tree::Sym;

/// Lengths of what stands before and behind the content of a string literal: prefix letters, quotes, `@`, `$`, `#`.
pub(super) fn quotes(text: &[u8]) -> (usize, usize) {
    let mut open = 0;
    while open < text.len().min(12) && !matches!(text[open], b'"' | b'\'' | b'`') {
        open += 1;
    }
    if open == text.len().min(12) {
        return (0, 0);
    }
    let quote = text[open];
    let hashes = text[..open].iter().rev().take_while(|&&b| b == b'#').count();
    let triple = text[open..].len() >= 6 && text[open..].starts_with(&[quote; 3]) && text.ends_with(&[quote; 3]);
    let width = if triple { 3 } else { 1 };
    let close = if triple || hashes > 0 {
        width + hashes
    } else if text.len() > open + 1 && text.last() == Some(&quote) {
        1
    } else {
        0
    };
    let open = open + width;
    (open, close.min(text.len().saturating_sub(open)))
}

/// The symbol of a number: its value where it is a whole number that fits, otherwise its text without separators.
pub(super) fn number(text: &[u8]) -> Sym {
    match whole(text) {
        Some(n) => Sym::new(&n.to_string()),
        None => {
            let clean: Vec<u8> = text.iter().filter(|&&b| b != b'_').map(u8::to_ascii_lowercase).collect();
            match std::str::from_utf8(&clean)
                .ok()
                .and_then(|t| t.trim_end_matches(['f', 'd', 'm', 'l', 'j']).parse::<f64>().ok())
            {
                Some(f) => Sym::new(&format!("{f:?}")),
                None => Sym::of(&clean),
            }
        }
    }
}

/// The value of a whole number in any of the usual spellings.
pub(crate) fn whole(text: &[u8]) -> Option<i64> {
    let clean: String = text.iter().filter(|&&b| b != b'_').map(|&b| char::from(b).to_ascii_lowercase()).collect();
    let (radix, digits) = match clean.as_bytes() {
        [b'0', b'x', ..] => (16, &clean[2..]),
        [b'0', b'o', ..] => (8, &clean[2..]),
        [b'0', b'b', ..] => (2, &clean[2..]),
        [b'0', rest @ ..] if !rest.is_empty() && rest.iter().all(u8::is_ascii_digit) => (8, &clean[1..]),
        _ => (10, clean.as_str()),
    };
    let digits = if radix == 16 {
        digits.trim_end_matches(['l', 'u', 'n'])
    } else {
        digits.trim_end_matches(['l', 'u', 'n', 'z'])
    };
    // Suffixes of Rust (`10u32`).
    let digits = match digits.find(['u', 'i']) {
        Some(at) if radix == 10 => &digits[..at],
        _ => digits,
    };
    i64::from_str_radix(digits, radix).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_of_every_kind() {
        assert_eq!(quotes(br#""abc""#), (1, 1));
        assert_eq!(quotes(br#"rb'''x'''"#), (5, 3));
        assert_eq!(quotes(br##"r#"x"#"##), (3, 2));
        assert_eq!(quotes(b"''"), (1, 1));
        assert_eq!(quotes(b"bare"), (0, 0));
    }

    #[test]
    fn numbers_by_value() {
        assert_eq!(number(b"0x10"), number(b"16"));
        assert_eq!(number(b"1_000"), number(b"1000L"));
        assert_eq!(number(b"0777"), number(b"0o777"));
        assert_eq!(number(b"1.50"), number(b"1.5f"));
        assert_ne!(number(b"1"), number(b"2"));
    }
}
