//! Advisories' prose is Markdown that strangers wrote: what a click in a report would run is taken out of it.
//!
//! Only links are looked at. Whether raw HTML counts is the viewer's choice; the tags that could act are broken up, too.

use std::borrow::Cow;

/// Tags that act or load something.
const TAGS: [&str; 14] = [
    "a", "script", "iframe", "img", "svg", "object", "embed", "style", "form", "input", "link", "meta", "base", "video",
];

/// The same prose, in which links lead to web pages, mail addresses and places of the page itself only (CommonMark 0.31,
/// "Links", "Autolinks", "Raw HTML"): the bracket of any other is moved off, so that it is read as text.
pub(crate) fn plain_links(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut from = 0;
    let bytes = text.as_bytes();
    for (at, b) in bytes.iter().enumerate() {
        // Where the text is cut in two with a blank between.
        let cut = match b {
            b']' if matches!(bytes.get(at + 1), Some(b'(' | b':')) && !text[at + 1..].starts_with("::") => {
                let target = &text[at + 2..];
                let is_definition = bytes[at + 1] == b':';
                let odd = !is_harmless(target.trim_start().trim_start_matches('<'), is_definition);
                odd.then_some(at + 1)
            }
            b'<' => acts(&text[at + 1..]).then_some(at + 1),
            _ => None,
        };
        if let Some(cut) = cut {
            out.push_str(&text[from..cut]);
            out.push(' ');
            from = cut;
        }
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// Whether a link's target has one of the known schemes, or none. `definition`: behind a colon, prose may stand as well.
fn is_harmless(target: &str, definition: bool) -> bool {
    let end = target.find(|c: char| c.is_whitespace() || matches!(c, ')' | '>')).unwrap_or(target.len());
    let target = &target[..end];
    let lower = target.get(..8.min(target.len())).unwrap_or("").to_ascii_lowercase();
    if ["http://", "https://", "mailto:"].iter().any(|s| lower.starts_with(s)) {
        return true;
    }
    // A scheme may be written with entities and escapes; a path has its colon behind a slash, if any.
    let head = target.split(['/', '#', '?']).next().unwrap_or("");
    let odd = head.contains([':', '&', '\\', '%']) || head.chars().any(char::is_control);
    !odd || definition && head.is_empty()
}

/// Whether an autolink of another scheme, or a tag that acts, begins behind a `<`.
fn acts(text: &str) -> bool {
    let word = text.trim_start_matches('/');
    let end = word.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '+' | '.' | '-')).unwrap_or(word.len());
    let (name, rest) = word.split_at(end);
    if rest.starts_with(':') && !rest.starts_with("::") && name.len() >= 2 {
        let known = ["http", "https", "mailto"].iter().any(|s| name.eq_ignore_ascii_case(s));
        let closed = rest.find(['>', ' ', '\n', '<']).is_some_and(|i| rest.as_bytes()[i] == b'>');
        return !known && closed;
    }
    TAGS.iter().any(|tag| name.eq_ignore_ascii_case(tag)) && rest.starts_with(['>', ' ', '/', '\n', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::plain_links;

    #[test]
    fn only_pages_are_linked() {
        for kept in [
            "see [x](https://a.b/c) and <http://d.e> or <mailto:x@y.z>",
            "[a]: https://x.example\n[b](#part) [c](/path) [d](docs/x.md) ![i](https://x/y.png)",
            "`Vec<T>` and `std::collections::BTreeMap<K, V>` and a < b, List<String>",
            "array[0]: x, map[key](value)",
        ] {
            assert_eq!(plain_links(kept), kept);
        }
        for (text, want) in [
            ("[x](javascript:alert(1))", "[x] (javascript:alert(1))"),
            ("[x]( JaVaScRiPt:alert(1))", "[x] ( JaVaScRiPt:alert(1))"),
            ("[x](<javascript:alert(1)>)", "[x] (< javascript:alert(1)>)"),
            ("[x](&#106;avascript:a)", "[x] (&#106;avascript:a)"),
            ("[x](data:text/html;base64,AA)", "[x] (data:text/html;base64,AA)"),
            ("[x]: vbscript:a", "[x] : vbscript:a"),
            ("<javascript:alert(1)>", "< javascript:alert(1)>"),
            ("<a href=javascript:x>y</a>", "< a href=javascript:x>y< /a>"),
            ("<ScRiPt>x", "< ScRiPt>x"),
            ("é[é](jävascript:x)é", "é[é] (jävascript:x)é"),
        ] {
            assert_eq!(plain_links(text), want);
        }
    }
}
