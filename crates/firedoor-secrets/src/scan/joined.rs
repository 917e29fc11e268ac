//! Tokens in pieces: `"ghp_…" + "…"`, `("xoxb-…" "…")`, `'sk_live_…' . '…'`.
//!
//! Put together they are looked into like decoded text. Only where a rule's keyword opens a literal is the place looked
//! at, which is what the first piece of a provider's token does; so other strings cost one byte's comparison a keyword.

use std::ops::Range;

use super::decode::{Map, Part};
use super::keywords::Seen;

/// Longest text that is put together.
const MAX_TEXT: usize = 600;
/// Most pieces.
const MAX_PIECES: usize = 12;
/// Longest stretch of blanks between two pieces.
const MAX_BLANKS: usize = 160;
/// Most such texts of one file.
const MAX_JOINED: usize = 1_000;

/// The literals that begin with a rule's keyword and go on in others.
pub(crate) fn joined(bytes: &[u8], seen: &mut Seen) -> Vec<Part> {
    let is_quote = |at: usize| at.checked_sub(1).and_then(|i| bytes.get(i)).is_some_and(|b| matches!(b, b'"' | b'\''));
    let mut starts: Vec<usize> = seen
        .rules()
        .flat_map(|(_, places)| places)
        .map(|(start, _)| *start as usize)
        .filter(|&at| is_quote(at))
        .collect();
    starts.sort_unstable();
    starts.dedup();
    let mut read_to = 0;
    let mut out = Vec::new();
    for start in starts {
        if start < read_to || out.len() >= MAX_JOINED {
            continue;
        }
        if let Some(part) = join(bytes, start) {
            read_to = part.place.end;
            out.push(part);
        }
    }
    out
}

/// What the literal whose text begins at `start` is together with those joined to it.
fn join(bytes: &[u8], start: usize) -> Option<Part> {
    let (mut text, mut map) = (Vec::new(), Vec::new());
    let mut piece = piece(bytes, start)?;
    let mut pieces = 0;
    let mut end;
    loop {
        for at in piece.clone() {
            text.push(bytes[at]);
            map.push(u32::try_from(at - start).ok()?);
        }
        end = piece.end;
        pieces += 1;
        if pieces == MAX_PIECES || text.len() > MAX_TEXT {
            break;
        }
        let Some(next) = next_piece(bytes, end + 1) else { break };
        piece = next;
    }
    (pieces > 1).then_some(Part { name: "joined literals", place: start..end, text, map: Map::Each(map) })
}

/// The text of a literal of signs that tokens are made of.
fn piece(bytes: &[u8], start: usize) -> Option<Range<usize>> {
    let quote = *bytes.get(start.checked_sub(1)?)?;
    let rest = &bytes[start..(start + MAX_TEXT).min(bytes.len())];
    let len = rest.iter().position(|b| !b.is_ascii_graphic() || matches!(b, b'"' | b'\'' | b'`' | b'\\'))?;
    (len > 0 && rest[len] == quote).then(|| start..start + len)
}

/// The literal that is joined to one that ended before `at`, by a sign or by standing beside it.
pub(crate) fn next_piece(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let blanks = |at: usize| {
        let rest = bytes.get(at..).unwrap_or_default();
        // A backslash at the end of a line goes on.
        at + rest.iter().take(MAX_BLANKS).take_while(|b| b.is_ascii_whitespace() || **b == b'\\').count()
    };
    let after = blanks(at);
    let rest = bytes.get(after..)?;
    let sign = [&b".."[..], b"||", b"+", b".", b"&", b"<>"].iter().find(|s| rest.starts_with(s)).map_or(0, |s| s.len());
    if sign == 0 && after == at {
        return None;
    }
    let open = blanks(after + sign);
    // `f"…"`, `b'…'`, `@"…"`.
    let open = open + usize::from(matches!(bytes.get(open), Some(b'b' | b'r' | b'f' | b'u' | b'@')));
    matches!(bytes.get(open), Some(b'"' | b'\'')).then(|| piece(bytes, open + 1)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(source: &str) -> Option<String> {
        let part = join(source.as_bytes(), source.find(['"', '\''])? + 1)?;
        assert!(source[part.place.clone()].ends_with(char::from(*part.text.last()?)));
        String::from_utf8(part.text).ok()
    }

    #[test]
    fn pieces_are_put_together() {
        assert_eq!(text(r#"const t = "abc_1" + "def2";"#).as_deref(), Some("abc_1def2"));
        assert_eq!(text("t = (\"abc_1\"\n     f'def2'\n  \"3\")").as_deref(), Some("abc_1def23"));
        assert_eq!(text("$t = 'abc_' . 'x' . $y;").as_deref(), Some("abc_x"));
        assert_eq!(text("t = \"abc_\" & _\n  \"x\""), None);
        assert_eq!(text("t = 'abc_' \\\n    'x'").as_deref(), Some("abc_x"));
        assert_eq!(text("[\"abc_1\", \"def2\"]"), None);
        assert_eq!(text("\"abc_1\"\"def2\""), None);
        assert_eq!(text("\"abc 1\" + \"def2\""), None);
    }
}
