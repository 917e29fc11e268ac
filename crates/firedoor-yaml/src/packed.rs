//! The packed form of a tree: bytes from which it is rebuilt without parsing, in whole or without chosen parts.
//!
//! A node is a tag, its start and length in the source, and its content: for a scalar either a slice of the source or
//! the text itself, for a collection the number of its members. Each value of a mapping has its packed length before
//! it, so that it can be passed over. Numbers are LEB128. The form is private to one build: it is written by a build
//! script and read by the binary of that build, so it has no version.

use std::borrow::Cow;
use std::rc::Rc;

use firedoor_core::Span;

use super::{Node, ScalarStyle, Value};

const STYLES: [ScalarStyle; 5] = [
    ScalarStyle::Plain,
    ScalarStyle::SingleQuoted,
    ScalarStyle::DoubleQuoted,
    ScalarStyle::Literal,
    ScalarStyle::Folded,
];
const NULL: u8 = 0;
const LIST: u8 = 1;
const MAP: u8 = 2;
/// The text is a part of the source; the style's number is added.
const SLICE: u8 = 3;
/// The text stands here; the style's number is added.
const OWN: u8 = 8;
/// Deepest nesting that is read; what [`super::parse()`] gives is never deeper.
const MAX_DEPTH: usize = 256;

/// Packs a tree that was parsed from `source`.
#[must_use]
pub fn pack(root: &Node<'_>, source: &str) -> Vec<u8> {
    let mut out = Vec::new();
    write(root, source, &mut out);
    out
}

/// Rebuilds the tree. `None` if the bytes are not a packed tree of this source.
#[must_use]
pub fn unpack<'a>(packed: &'a [u8], source: &'a str) -> Option<Node<'a>> {
    unpack_without(packed, source, 0, &[])
}

/// Rebuilds the tree with [`Value::Null`] in the place of what `keys` have in the mappings that lie `depth`
/// collections below the root.
#[must_use]
pub fn unpack_without<'a>(packed: &'a [u8], source: &'a str, depth: usize, keys: &[&str]) -> Option<Node<'a>> {
    let mut reader = Unpacker { rest: packed, source, depth, keys };
    let node = reader.node(0)?;
    reader.rest.is_empty().then_some(node)
}

fn write(node: &Node<'_>, source: &str, out: &mut Vec<u8>) {
    let tag_at = out.len();
    out.push(NULL);
    number(node.span.start as usize, out);
    number(node.span.len(), out);
    match &node.value {
        Value::Null => {}
        Value::Scalar(text, style) => {
            let style = STYLES.iter().position(|s| s == style).and_then(|n| u8::try_from(n).ok()).unwrap_or(0);
            let within = source.get(node.span.range()).and_then(|raw| raw.find(text.as_ref()));
            out[tag_at] = if within.is_some() { SLICE } else { OWN } + style;
            if let Some(at) = within {
                number(at, out);
            }
            number(text.len(), out);
            if within.is_none() {
                out.extend_from_slice(text.as_bytes());
            }
        }
        Value::List(list) => {
            out[tag_at] = LIST;
            number(list.len(), out);
            list.iter().for_each(|n| write(n, source, out));
        }
        Value::Map(map) => {
            out[tag_at] = MAP;
            number(map.len(), out);
            for (key, value) in map.iter() {
                write(key, source, out);
                let mut packed = Vec::new();
                write(value, source, &mut packed);
                number(packed.len(), out);
                out.append(&mut packed);
            }
        }
    }
}

fn number(mut n: usize, out: &mut Vec<u8>) {
    loop {
        let low = u8::try_from(n & 0x7f).unwrap_or(0);
        n >>= 7;
        out.push(if n == 0 { low } else { low | 0x80 });
        if n == 0 {
            return;
        }
    }
}

struct Unpacker<'a, 'k> {
    rest: &'a [u8],
    source: &'a str,
    depth: usize,
    keys: &'k [&'k str],
}

impl<'a> Unpacker<'a, '_> {
    fn number(&mut self) -> Option<usize> {
        let mut n = 0usize;
        for shift in (0..usize::BITS).step_by(7) {
            let (&byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            n |= usize::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(n);
            }
        }
        None
    }

    fn node(&mut self, depth: usize) -> Option<Node<'a>> {
        if depth > MAX_DEPTH {
            return None;
        }
        let (&tag, rest) = self.rest.split_first()?;
        self.rest = rest;
        let start = self.number()?;
        let span = Span::new(start, start.checked_add(self.number()?)?);
        let value = match tag {
            NULL => Value::Null,
            LIST => {
                let count = self.number()?;
                // A packed node has three bytes at least.
                let mut list = Vec::with_capacity(count.min(self.rest.len() / 3));
                for _ in 0..count {
                    list.push(self.node(depth + 1)?);
                }
                Value::List(Rc::new(list))
            }
            MAP => {
                let count = self.number()?;
                let mut map = Vec::with_capacity(count.min(self.rest.len() / 6));
                for _ in 0..count {
                    let key = self.node(depth + 1)?;
                    let len = self.number()?;
                    let left_out = depth == self.depth && key.as_str().is_some_and(|k| self.keys.contains(&k));
                    let value = if left_out {
                        self.rest = self.rest.get(len..)?;
                        Node { span: key.span, value: Value::Null }
                    } else {
                        self.node(depth + 1)?
                    };
                    map.push((key, value));
                }
                Value::Map(Rc::new(map))
            }
            _ if tag < OWN => {
                let at = start.checked_add(self.number()?)?;
                let text = self.source.get(at..at.checked_add(self.number()?)?)?;
                Value::Scalar(Cow::Borrowed(text), STYLES[usize::from(tag - SLICE)])
            }
            _ => {
                let style = *STYLES.get(usize::from(tag - OWN))?;
                let len = self.number()?;
                let text = std::str::from_utf8(self.rest.get(..len)?).ok()?;
                self.rest = &self.rest[len..];
                Value::Scalar(Cow::Borrowed(text), style)
            }
        };
        Some(Node { span, value })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::parse;

    fn shown(node: &Node<'_>) -> String {
        format!("{node:?}")
    }

    const TEXT: &str = "rules:\n  - id: a\n    message: >\n      two\n      lines\n    patterns:\n      - pattern: |\n          f(\"x\")\n          g()\n      - 'it''s'\n      - \"a\\tb\"\n      - ~\n    ü: é\n";

    #[test]
    fn a_packed_tree_is_the_parsed_one() {
        let tree = parse(TEXT, 0).expect("valid").expect("not empty");
        let packed = pack(&tree, TEXT);
        assert_eq!(shown(&unpack(&packed, TEXT).expect("packed here")), shown(&tree));
        assert!(unpack(&packed, "another source").is_none());
        for cut in 0..packed.len() {
            assert!(unpack(&packed[..cut], TEXT).is_none(), "cut at {cut}");
        }
    }

    #[test]
    fn parts_can_be_left_out() {
        let tree = parse(TEXT, 0).expect("valid").expect("not empty");
        let packed = pack(&tree, TEXT);
        let partial = unpack_without(&packed, TEXT, 2, &["patterns", "rules"]).expect("packed here");
        let rules = partial.as_map().expect("a mapping")[0].1.as_list().expect("a list");
        let kinds: Vec<_> = rules[0].as_map().expect("a rule").iter().map(|(k, v)| (k.as_str(), v.kind())).collect();
        let (text, null) = ("a string", "nothing");
        let expected = [(Some("id"), text), (Some("message"), text), (Some("patterns"), null), (Some("ü"), text)];
        assert_eq!(kinds, expected);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = unpack(&bytes, TEXT);
        }
    }
}
