//! Options of a command line where a program declares them: the value of one that is not given.

use std::ops::Range;

use super::assign::{Assigned, Cursor, Form, found};
use super::literal::closing;

/// `add_argument("--token", default="…")`, `option("token", { default: "…" })`: the value of an option that is not given.
pub(super) fn default_of(bytes: &[u8], name: &Range<usize>) -> Option<Assigned> {
    let mut c = Cursor { bytes, at: name.end };
    c.quote()?;
    c.blanks(false);
    if !c.eat(b",") {
        return None;
    }
    let window = &c.rest()[..c.rest().len().min(300)];
    // Up to where the call of the name ends, or the statement.
    let mut depth = 0usize;
    let end = window.iter().position(|b| match b {
        b'(' | b'{' => {
            depth += 1;
            false
        }
        b')' | b'}' if depth > 0 => {
            depth -= 1;
            false
        }
        b')' | b'}' | b';' => true,
        _ => false,
    });
    let window = &window[..end.unwrap_or(window.len())];
    let mut from = 0;
    while let Some(found_at) = memchr::memmem::find(&window[from..], b"default") {
        let at = from + found_at;
        from = at + 7;
        let between = &window[..at];
        if between.last().is_none_or(|b| b.is_ascii_alphanumeric() || *b == b'_') {
            continue;
        }
        let mut d = Cursor { bytes: c.bytes, at: c.at + from };
        for suffix in [&b"_value"[..], b"Value"] {
            d.eat(suffix);
        }
        d.blanks(false);
        if !(d.eat(b"=") || d.eat(b":")) {
            continue;
        }
        d.blanks(false);
        let close = d.quote()?;
        let len = closing(d.bytes, d.at, close)?;
        return Some(found(d.at..d.at + len, true, Form::Assign));
    }
    None
}
