//! Documents with places: one small tree for JSON, TOML and YAML, in which every key and value knows its byte.
//!
//! Lock files are read for the line of each package, are often several megabytes, and are sometimes broken. These
//! parsers keep what was read before an error, borrow text from the input, stop at a depth, and never panic.
//! They accept more than the standards do: judging a lock file's syntax is not their business.

mod cursor;
pub(crate) mod json;
pub(crate) mod toml;
pub(crate) mod xml;
pub(crate) mod yaml;

use std::borrow::Cow;

/// Containers nested deeper than this end the parse with an error.
pub(crate) const MAX_DEPTH: usize = 120;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Node<'a> {
    /// First byte; for an entry of a TOML table, the header or the key that makes it.
    pub(crate) at: u32,
    pub(crate) value: Value<'a>,
}

#[derive(Clone, Debug)]
pub(crate) enum Value<'a> {
    Null,
    Bool(bool),
    /// A number or another bare word, as written.
    Bare(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    Map(Vec<Entry<'a>>),
}

/// A key with its value.
#[derive(Clone, Debug)]
pub(crate) struct Entry<'a> {
    pub(crate) key: Cow<'a, str>,
    /// First byte of the key.
    pub(crate) at: u32,
    pub(crate) node: Node<'a>,
}

/// Where and why a parse stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Broken {
    pub(crate) at: usize,
    pub(crate) message: String,
}

/// What could be read, and the error that ended it.
pub(crate) struct Parsed<'a> {
    pub(crate) root: Node<'a>,
    pub(crate) broken: Option<Broken>,
}

impl<'a> Node<'a> {
    pub(crate) fn new(at: usize, value: Value<'a>) -> Self {
        Self { at: offset(at), value }
    }

    /// The value of a key; the last one where it is given twice.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().rev().find(|e| e.key == key).map(|e| &e.node)
    }

    /// The value at a path of keys.
    pub(crate) fn at_path(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |node, key| node.get(key))
    }

    pub(crate) fn entries(&self) -> &[Entry<'a>] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    pub(crate) fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The text of a string, number or bare word.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            Value::Bare(text) => Some(text),
            _ => None,
        }
    }

    /// The text of a key's value.
    pub(crate) fn text_of(&self, key: &str) -> Option<&str> {
        self.get(key)?.text()
    }

    /// The texts of a list, or the one text.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.items().iter().filter_map(Self::text).chain(self.text())
    }

    /// Whether a key's value is true.
    pub(crate) fn is_true(&self, key: &str) -> bool {
        matches!(self.get(key).map(|n| &n.value), Some(Value::Bool(true)))
    }

    pub(crate) fn is_list(&self) -> bool {
        matches!(self.value, Value::List(_))
    }

    pub(crate) fn is_map(&self) -> bool {
        matches!(self.value, Value::Map(_))
    }
}

pub(crate) fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The bytes as text of the same length: each byte that is not UTF-8 becomes `?`, so that offsets stay true.
pub(crate) fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => {
            let mut out = String::with_capacity(bytes.len());
            for chunk in bytes.utf8_chunks() {
                out.push_str(chunk.valid());
                out.extend(chunk.invalid().iter().map(|_| '?'));
            }
            Cow::Owned(out)
        }
    }
}
