//! XML 1.0 elements with places, without namespaces, document types or external entities.

use std::borrow::Cow;

use super::{Broken, MAX_DEPTH};

/// An element. Names lose their namespace prefix.
#[derive(Clone, Debug, Default)]
pub(crate) struct Element<'a> {
    pub(crate) name: &'a str,
    /// First byte of its tag.
    pub(crate) at: usize,
    pub(crate) attributes: Vec<(&'a str, Cow<'a, str>)>,
    pub(crate) children: Vec<Element<'a>>,
    /// Its own character data, trimmed.
    pub(crate) text: Cow<'a, str>,
}

impl<'a> Element<'a> {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().rev().find(|(n, _)| *n == name).map(|(_, v)| &**v)
    }

    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|c| c.name == name)
    }

    pub(crate) fn text_of(&self, name: &str) -> Option<&str> {
        self.child(name).map(|c| &*c.text).filter(|t| !t.is_empty())
    }

    pub(crate) fn all<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s Self> {
        self.children.iter().filter(move |c| c.name == name)
    }
}

/// The top element and what ended the parse early.
pub(crate) fn parse(text: &str) -> (Element<'_>, Option<Broken>) {
    let mut stack: Vec<Element<'_>> = vec![Element::default()];
    let mut at = 0;
    let mut broken = None;
    let fail = |at: usize, message: &str| Some(Broken { at, message: message.to_owned() });
    while let Some(found) = text.get(at..).and_then(|t| memchr::memchr(b'<', t.as_bytes())) {
        let tag = at + found;
        add_text(&mut stack, &text[at..tag]);
        let rest = &text[tag..];
        // The part up to `end`, or to the end of the text with an error.
        let mut until = |end: &str, message: &str| match rest.find(end) {
            Some(i) => tag + i + end.len(),
            None => {
                broken = fail(tag, message);
                text.len()
            }
        };
        if rest.starts_with("<!--") {
            at = until("-->", "a comment does not end");
            continue;
        }
        if rest.starts_with("<![CDATA[") {
            at = until("]]>", "a CDATA section does not end");
            let inner = text[tag + 9..].get(..at.saturating_sub(tag + 12)).unwrap_or("");
            if let Some(top) = stack.last_mut() {
                top.text.to_mut().push_str(inner);
            }
            continue;
        }
        if rest.starts_with("<?") || rest.starts_with("<!") {
            at = until(">", "a declaration does not end");
            continue;
        }
        let Some(end) = tag_end(rest.as_bytes()) else {
            broken = fail(tag, "a tag does not end");
            break;
        };
        at = tag + end + 1;
        let inner = &rest[1..end];
        if let Some(name) = inner.strip_prefix('/') {
            let name = local(name.trim());
            match stack.iter().rposition(|e| e.name == name) {
                Some(open) if open > 0 => {
                    if open + 1 != stack.len() && broken.is_none() {
                        broken = fail(tag, "an element ends before one that it holds");
                    }
                    while stack.len() > open {
                        close(&mut stack);
                    }
                }
                _ => broken = broken.or_else(|| fail(tag, "an end tag without its start tag")),
            }
            continue;
        }
        let (inner, empty) = inner.strip_suffix('/').map_or((inner, false), |i| (i, true));
        let name_end = inner.find(|c: char| c.is_ascii_whitespace()).unwrap_or(inner.len());
        let mut element = Element { name: local(&inner[..name_end]), at: tag, ..Element::default() };
        attributes(&inner[name_end..], &mut element.attributes);
        if stack.len() > MAX_DEPTH {
            broken = fail(tag, "nested too deeply");
            break;
        }
        stack.push(element);
        if empty {
            close(&mut stack);
        }
    }
    if stack.len() > 1 && broken.is_none() {
        broken = fail(text.len(), "the file ends inside an element");
    }
    while stack.len() > 1 {
        close(&mut stack);
    }
    let root = stack.pop().unwrap_or_default();
    let top = root.children.into_iter().next();
    if top.is_none() && broken.is_none() {
        broken = fail(0, "there is no element");
    }
    (top.unwrap_or_default(), broken)
}

fn close(stack: &mut Vec<Element<'_>>) {
    if let Some(mut element) = stack.pop() {
        if let Cow::Owned(text) = &element.text {
            element.text = Cow::Owned(text.trim().to_owned());
        }
        if let Some(parent) = stack.last_mut() {
            parent.children.push(element);
        }
    }
}

fn add_text<'a>(stack: &mut [Element<'a>], text: &'a str) {
    let trimmed = text.trim();
    if let Some(top) = stack.last_mut()
        && !trimmed.is_empty()
    {
        let decoded = decode(trimmed);
        if top.text.is_empty() { top.text = decoded } else { top.text.to_mut().push_str(&decoded) }
    }
}

/// The place of the `>` that ends a tag; quoted values may hold one.
fn tag_end(bytes: &[u8]) -> Option<usize> {
    let mut quote = None;
    for (i, &b) in bytes.iter().enumerate() {
        match (quote, b) {
            (None, b'"' | b'\'') => quote = Some(b),
            (Some(q), b) if q == b => quote = None,
            (None, b'>') => return Some(i),
            _ => {}
        }
    }
    None
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

fn attributes<'a>(mut text: &'a str, out: &mut Vec<(&'a str, Cow<'a, str>)>) {
    while let Some((name, rest)) = text.split_once('=') {
        let rest = rest.trim_start();
        let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) else { return };
        let Some((value, tail)) = rest[1..].split_once(quote) else { return };
        out.push((local(name.trim()), decode(value)));
        text = tail;
    }
}

/// The five entities and numeric references.
fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|b| b == b';');
        let entity = end.map_or("", |e| &rest[1..e]);
        let c = match entity {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => entity
                .strip_prefix('#')
                .and_then(|n| match n.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16).ok(),
                    None => n.parse().ok(),
                })
                .and_then(char::from_u32),
        };
        match (c, end) {
            (Some(c), Some(end)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            _ => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_attributes_and_text() {
        let (top, broken) = parse(
            "<?xml version='1.0'?><!-- c --><n:a x=\"1 &gt; &#65;\"><b> t &amp; u </b><c y='>'/><![CDATA[z]]></n:a>",
        );
        assert_eq!(broken, None);
        assert_eq!((top.name, top.attribute("x"), top.text_of("b")), ("a", Some("1 > A"), Some("t & u")));
        assert_eq!(top.child("c").and_then(|c| c.attribute("y")), Some(">"));
        assert_eq!(&*top.text, "z");
    }

    #[test]
    fn hostile_text_ends() {
        assert!(parse("<a><b></a>").1.is_some());
        for text in
            ["<", "<a", "<a b=", "<a b='", "<!--", "<![CDATA[", "</a>", "<a>&", "<a>&#xFFFFFFFFF;", "é<é>é", "<a>"]
        {
            let _ = parse(text);
            let _ = parse(&text.repeat(3000));
        }
    }
}
