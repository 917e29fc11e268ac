//! The lines of a snippet that hold the match, ready to be underlined: cleaned of control characters, long lines cut
//! around the match, long matches cut behind their first lines.

use std::ops::Range;

use firedoor_core::Snippet;

use crate::plain;

/// Lines of one match that are shown.
const MAX_LINES: usize = 6;

/// Text with a part to underline.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// The lines, without a final line feed.
    pub(crate) text: String,
    /// Number of the first line.
    pub(crate) first_line: usize,
    /// The match within `text`, in bytes.
    pub(crate) highlight: Range<usize>,
    /// Lines of the match that are left out.
    pub(crate) more_lines: usize,
}

/// The matched lines of `snippet`, none longer than about `width` characters.
pub(crate) fn excerpt(snippet: &Snippet, width: usize) -> Excerpt {
    let range = snippet.highlight.range();
    let (before, rest) = split(&snippet.text, range.start);
    let (inside, after) = split(rest, range.len());
    marked(before, inside, after, snippet.first_line as usize, width)
}

/// The same from the three parts of a text: before, inside and behind the match.
pub(crate) fn marked(before: &str, inside: &str, after: &str, first_line: usize, width: usize) -> Excerpt {
    // A BOM takes no room on the screen.
    let before = plain::block(before.strip_prefix('\u{feff}').unwrap_or(before));
    let mut inside = plain::block(inside);
    let mut after = plain::block(after);
    if inside.ends_with('\n') {
        // A match that takes its line's end is shown without it.
        let kept = inside.trim_end_matches('\n').len();
        after = inside[kept..].to_owned() + &after;
        inside.truncate(kept);
    }
    let first_line = first_line + before.matches('\n').count();
    let head = before.rsplit('\n').next().unwrap_or("");
    let tail = after.split('\n').next().unwrap_or("");

    let mut lines: Vec<&str> = inside.split('\n').collect();
    let more_lines = lines.len().saturating_sub(MAX_LINES);
    lines.truncate(MAX_LINES);
    let tail = if more_lines > 0 { "" } else { tail };
    let last = lines.len() - 1;

    let width = width.max(40);
    let mut text = String::new();
    let mut highlight = 0..0;
    for (i, line) in lines.iter().enumerate() {
        let head = if i == 0 { head } else { "" };
        let tail = if i == last { tail } else { "" };
        if i > 0 {
            text.push('\n');
        }
        // Room is shared: the match first, then what stands before it, then what follows.
        let shown = plain::shorten(line, width * 3 / 4);
        let left = width - shown.chars().count();
        let head_room = left.saturating_sub(tail.chars().count().min(left / 2));
        text.push_str(&last_chars(head, head_room));
        if i == 0 {
            highlight.start = text.len();
        }
        text.push_str(&shown);
        highlight.end = text.len();
        let used = text.rsplit('\n').next().unwrap_or("").chars().count();
        text.push_str(&plain::shorten(tail, width.saturating_sub(used).max(1)));
    }
    Excerpt { text, first_line, highlight, more_lines }
}

/// Splits at a byte; a byte that is no character boundary or lies behind the end is moved back.
fn split(text: &str, at: usize) -> (&str, &str) {
    text.split_at(text.floor_char_boundary(at))
}

fn last_chars(text: &str, max: usize) -> String {
    let n = text.chars().count();
    if n <= max {
        return text.to_owned();
    }
    let mut out = String::from("…");
    out.extend(text.chars().skip(n - max.saturating_sub(1)));
    out
}

/// Number of lines of a text; lines end at LF, CRLF or a lone CR.
pub(crate) fn line_count(text: &str) -> usize {
    let bytes = text.as_bytes();
    let ends = bytes.iter().enumerate().filter(|(i, b)| match b {
        b'\n' => true,
        b'\r' => bytes.get(i + 1) != Some(&b'\n'),
        _ => false,
    });
    ends.count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use firedoor_core::{Location, Origin, RepoPath, SourceFile, Span};

    fn of(text: &str, needle: &str, width: usize) -> Excerpt {
        let file = SourceFile::new(RepoPath::new("a"), Origin::WorkTree, text.as_bytes().to_vec());
        let at = text.find(needle).expect("in the text");
        excerpt(&Location::in_file(&file, Span::new(at, at + needle.len())).snippet, width)
    }

    #[test]
    fn shows_the_matched_line_only() {
        let e = of("one\r\ntwo three\r\nfour", "three", 80);
        assert_eq!((e.text.as_str(), e.first_line, e.highlight), ("two three", 2, 4..9));
    }

    #[test]
    fn cuts_long_lines_around_the_match() {
        let long = "x".repeat(100_000) + "needle" + &"y".repeat(100_000);
        let e = of(&long, "needle", 80);
        assert_eq!(&e.text[e.highlight.clone()], "needle");
        assert!(e.text.chars().count() <= 80, "{}", e.text.chars().count());
        assert_eq!(e.first_line, 1);
    }

    #[test]
    fn cuts_matches_of_many_lines() {
        let many = "a\n".repeat(50);
        let e = of(&many, &many, 80);
        assert_eq!((e.text.matches('\n').count(), e.more_lines), (5, 44));
    }

    #[test]
    fn control_characters_do_not_shift_the_underline() {
        let e = of("\t\u{1b}[2Jé needle", "needle", 80);
        assert_eq!((&e.text[e.highlight.clone()], e.text.contains('\u{1b}')), ("needle", false));
    }
}
