//! Making text from scanned files harmless for a terminal, and small words for counts.

use std::fmt::Write as _;

/// Replaces what a terminal would obey rather than show: control characters (C0, DEL, C1) become their Unicode
/// pictures or U+FFFD, and so do the marks that turn the direction of text around ("Trojan Source", CVE-2021-42574).
/// Tabs become four spaces; line ends (LF, CRLF, CR) become LF.
pub(crate) fn block(text: &str) -> String {
    clean(text, true)
}

/// Like [`block`], for text that must stay on one line: line ends become a space.
pub(crate) fn line(text: &str) -> String {
    clean(text, false)
}

/// Text for one line of a terminal, such as a path: control characters and marks that turn text around become visible, and nothing of a name is dropped, so that a line end in it is seen.
#[must_use]
pub fn path(text: &str) -> String {
    text.chars().map(visible).collect()
}

fn clean(text: &str, lines: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\t' if lines => out.push_str("    "),
            '\t' => out.push(' '),
            '\r' | '\n' => {
                if c == '\r' && chars.peek() == Some(&'\n') {
                    chars.next();
                }
                out.push(if lines { '\n' } else { ' ' });
            }
            _ => out.push(visible(c)),
        }
    }
    out
}

fn visible(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{e0000}'..='\u{e007f}' => '\u{fffd}',
        // Not characters (Unicode 23.7): XML refuses two of them, and no screen shows any.
        '\u{fdd0}'..='\u{fdef}' => '\u{fffd}',
        c if u32::from(c) & 0xfffe == 0xfffe => '\u{fffd}',
        c => c,
    }
}

/// `1 finding`, `2 findings`, `1,200 findings`.
pub(crate) fn count(n: usize, noun: &str) -> String {
    let plural = match noun.strip_suffix('y') {
        Some(stem) if n != 1 && !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if n == 1 => noun.to_owned(),
        _ => format!("{noun}s"),
    };
    format!("{} {plural}", thousands(n))
}

/// `12,345`.
pub(crate) fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        let _ = out.write_char(c);
    }
    out
}

/// The text with a full stop at its end, unless it ends in one or in another mark that ends a sentence.
pub(crate) fn sentence(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}

/// At most `max` characters, with an ellipsis as the last one where something was cut.
pub(crate) fn shorten(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let mut out: String = text.chars().take(max.saturating_sub(1)).collect();
    out.push('…');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        assert_eq!(line("a\u{1b}[31mb\u{9b}0m\u{202e}c\r\nd\te"), "a␛[31mb\u{fffd}0m\u{fffd}c d e");
        assert_eq!(block("a\r\nb\rc\n\td"), "a\nb\nc\n    d");
        assert_eq!(path("a b\r\n\u{202e}c"), "a b␍␊\u{fffd}c");
        assert_eq!(path("a\u{fffe}b\u{ffff}\u{1fffe}\u{fdd0}"), "a\u{fffd}b\u{fffd}\u{fffd}\u{fffd}");
        let all: String = (0u32..0x300).filter_map(char::from_u32).collect();
        assert!(block(&all).chars().all(|c| c == '\n' || !c.is_control()));
    }

    #[test]
    fn counts_read_well() {
        assert_eq!(count(1, "finding"), "1 finding");
        assert_eq!(count(1200, "advisory"), "1,200 advisories");
        assert_eq!(count(0, "file"), "0 files");
        assert_eq!(thousands(1_234_567), "1,234,567");
    }

    #[test]
    fn sentences_end() {
        assert_eq!(sentence("Bad "), "Bad.");
        assert_eq!(sentence("Bad."), "Bad.");
        assert_eq!(shorten("äöüß", 3), "äö…");
    }
}
