//! Values in elements and attributes of XML, HTML and property lists.

use super::assign::{Assigned, Cursor, Form, MAX_VALUE, found};

/// `<name>value</name>`.
pub(super) fn element(c: &Cursor<'_>) -> Option<Assigned> {
    let mut c = Cursor { bytes: c.bytes, at: c.at };
    c.blanks(true);
    if c.rest().get(..7).is_some_and(|head| head.eq_ignore_ascii_case(b"<value>")) {
        c.at += 7;
        c.blanks(true);
    }
    if c.eat(b"<![CDATA[") {
        let len = memchr::memmem::find(&c.rest()[..c.rest().len().min(MAX_VALUE)], b"]]>")?;
        return Some(found(c.at..c.at + len, true, Form::Markup));
    }
    let window = &c.rest()[..c.rest().len().min(MAX_VALUE)];
    let end = memchr::memchr(b'<', window)?;
    if !window[end..].starts_with(b"</") {
        return None;
    }
    let text = window[..end].trim_ascii_end();
    (!text.is_empty() && !text.contains(&b'\n')).then(|| found(c.at..c.at + text.len(), true, Form::Markup))
}

/// Whether `<prefix:` stands before.
pub(super) fn in_tag(bytes: &[u8], at: usize) -> bool {
    let head = &bytes[at.saturating_sub(24)..at];
    memchr::memrchr(b'<', head).is_some_and(|open| {
        let prefix = &head[open + 1..];
        prefix.len() > 1
            && prefix[..prefix.len() - 1].iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
    })
}

/// Whether an attribute of XML begins here: `serializeAs="String"`, `translatable="false"`.
pub(super) fn begins_attribute(text: &[u8]) -> bool {
    let word =
        text.iter().take(40).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b':' | b'_' | b'-')).count();
    word > 2 && text.get(word) == Some(&b'=') && matches!(text.get(word + 1), Some(b'"' | b'\''))
        // The attribute that pairs keep the value in is a sibling.
        && !matches!(&text[..word], b"value" | b"Value" | b"content" | b"default")
        && !text[..word].ends_with(b":value")
}

/// `…>value</name>` behind the attributes of a tag, and `…><value>value</value>`.
pub(super) fn open_tag(c: &Cursor<'_>) -> Option<Assigned> {
    let window = &c.rest()[..c.rest().len().min(160)];
    let close = window.iter().position(|b| matches!(b, b'>' | b'<' | b'{' | b'}' | b';' | b'\n'))?;
    if window[close] != b'>' || close == 0 || window[close - 1] == b'/' || !window[..close].contains(&b'=') {
        return None;
    }
    element(&Cursor { bytes: c.bytes, at: c.at + close + 1 })
}

/// `<key>name</key><string>value</string>` of property lists.
pub(super) fn next_element(c: &Cursor<'_>) -> Option<Assigned> {
    let window = &c.rest()[..c.rest().len().min(40)];
    let close = memchr::memchr(b'>', window)?;
    if !window[2..close].eq_ignore_ascii_case(b"key") {
        return None;
    }
    let mut c = Cursor { bytes: c.bytes, at: c.at + close + 1 };
    c.blanks(true);
    c.eat(b"<string>").then(|| element(&c)).flatten()
}
