//! Messages and fixes with the bindings of a match filled in.

use super::model::FixRegex;
use crate::cond::{Anchor, Pcre};

/// Replaces `$X`, `$...X`, `$1` by their source text and `value($X)` by the constant they hold (or the text where there
/// is none). What is not bound stays as it is written.
pub fn interpolate(
    template: &str,
    text: &dyn Fn(&str) -> Option<String>,
    value: &dyn Fn(&str) -> Option<String>,
) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(at) = rest.find('$') {
        let name_len = metavariable_len(&rest[at..]);
        if name_len == 0 {
            out.push_str(&rest[..=at]);
            rest = &rest[at + 1..];
            continue;
        }
        let (before, after) = (&rest[..at], &rest[at + name_len..]);
        let name = &rest[at..at + name_len];
        if let (Some(head), Some(tail)) = (before.strip_suffix("value("), after.strip_prefix(')'))
            && let Some(found) = value(name).or_else(|| text(name))
        {
            out.push_str(head);
            out.push_str(&found);
            rest = tail;
            continue;
        }
        out.push_str(before);
        // The longest bound name wins: `$FOOBAR` is not `$FOO` followed by `BAR`.
        match text(name) {
            Some(found) => out.push_str(&found),
            None => out.push_str(name),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Length of a metavariable's name at the start of `text`, or 0.
fn metavariable_len(text: &str) -> usize {
    let Some(name) = text.strip_prefix('$') else { return 0 };
    let dots = if name.starts_with("...") { 3 } else { 0 };
    let name = &name[dots..];
    let len = if name.starts_with(|c: char| c.is_ascii_digit()) && dots == 0 {
        name.bytes().take_while(u8::is_ascii_digit).count()
    } else {
        name.bytes().take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || *b == b'_').count()
    };
    if len == 0 { 0 } else { 1 + dots + len }
}

/// The text that `fix:` puts in place of the match, which begins so many columns from the start of its line: all lines
/// but the first are moved there. A list that is empty takes its comma along.
pub fn fix(template: &str, text: &dyn Fn(&str) -> Option<String>, indent: u32) -> String {
    let mut template = template.trim().to_owned();
    let mut from = 0;
    while let Some(at) = template.get(from..).and_then(|t| t.find("$...")).map(|n| from + n) {
        let end = at + metavariable_len(&template[at..]).max(4);
        if text(&template[at..end]).is_some_and(|t| t.is_empty()) {
            let behind = &template[end..];
            let before = template[..at].trim_end();
            if let Some(rest) = behind.trim_start().strip_prefix(',') {
                template = format!("{}{}", &template[..at], rest.trim_start());
            } else if let Some(rest) = before.strip_suffix(',') {
                template = format!("{rest}{behind}");
            }
        }
        from = (at + 4).min(template.len());
    }
    let filled = interpolate(&template, text, &|_| None);
    if indent == 0 || !template.contains('\n') {
        return filled;
    }
    let pad = " ".repeat(indent as usize);
    let mut lines = filled.split('\n');
    let mut out = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(&pad);
            out.push_str(line);
        }
    }
    out
}

/// The text that `fix-regex:` puts in place of the match; `None` if nothing would change or the search is cut off.
pub fn fix_regex(fix: &FixRegex, regex: &Pcre, matched: &str) -> Option<String> {
    let fixed = regex.replace(matched, &fix.replacement, fix.count.unwrap_or(0)).ok()?;
    (fixed != matched).then_some(fixed)
}

/// How the expression of `fix-regex:` is to be compiled.
pub const FIX_ANCHOR: Anchor = Anchor::Lines;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bound_names_are_filled_in() {
        let text = |n: &str| match n {
            "$X" => Some("x".into()),
            "$XY" => Some("long".into()),
            "$...A" => Some("1, 2".into()),
            "$1" => Some("one".into()),
            _ => None,
        };
        let value = |n: &str| (n == "$X").then(|| "\"v\"".to_owned());
        let message = "f($X, $XY, $...A) is $1; value($X), value($XY), $Z, $5.00, $$X";
        let expected = "f(x, long, 1, 2) is one; \"v\", long, $Z, $5.00, $x";
        assert_eq!(interpolate(message, &text, &value), expected);
        assert_eq!(fix("  g($X)\n", &text, 4), "g(x)");
        assert_eq!(fix("g($X)\nh()\n\nk()", &text, 2), "g(x)\n  h()\n\n  k()");
        let empty = |name: &str| Some(if name == "$...A" { String::new() } else { "x".to_owned() });
        assert_eq!(fix("g($X, $...A)", &empty, 0), "g(x)");
        assert_eq!(fix("g($...A, $X)", &empty, 0), "g(x)");
    }
}
