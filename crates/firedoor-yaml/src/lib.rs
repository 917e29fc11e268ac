//! A YAML tree in which every key and value knows its bytes in the source, and a packed form of it.
//!
//! Rules are checked key by key with messages of their own, which point at the place in the file; a deserialiser would
//! only be in the way. [`parse()`] reads text; [`packed`] keeps a tree that was read when the binary was built, because a
//! run for three files should not begin with parsing megabytes of rules that have not changed. Nothing here knows what
//! a rule is.

pub mod packed;
mod parse;

use std::borrow::Cow;
use std::rc::Rc;

use firedoor_core::Span;

pub use parse::{YamlError, parse};

/// How a scalar was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScalarStyle {
    /// Bare.
    Plain,
    /// `'…'`
    SingleQuoted,
    /// `"…"`
    DoubleQuoted,
    /// `|`
    Literal,
    /// `>`
    Folded,
}

/// A value and its place.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    /// Its bytes in the source, quotes or block indicator included.
    pub span: Span,
    /// What it is.
    pub value: Value<'a>,
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    /// `~`, `null`, or nothing at all.
    Null,
    /// A text, escapes resolved and indentation removed.
    Scalar(Cow<'a, str>, ScalarStyle),
    /// A sequence.
    List(Rc<Vec<Node<'a>>>),
    /// A mapping in the order of the source; merge keys are merged.
    Map(Rc<Vec<(Node<'a>, Node<'a>)>>),
}

impl<'a> Node<'a> {
    /// What it is, for a message: `a string`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "nothing",
            Value::Scalar(..) => "a string",
            Value::List(_) => "a list",
            Value::Map(_) => "a mapping",
        }
    }

    /// Its text, if it is a scalar.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(text, _) => Some(text),
            _ => None,
        }
    }

    /// Its items, if it is a sequence.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Node<'a>]> {
        match &self.value {
            Value::List(list) => Some(list),
            _ => None,
        }
    }

    /// Its entries, if it is a mapping.
    #[must_use]
    pub fn as_map(&self) -> Option<&[(Node<'a>, Node<'a>)]> {
        match &self.value {
            Value::Map(map) => Some(map),
            _ => None,
        }
    }

    /// A plain `true` or `false` (and the words of YAML 1.1 that Python's readers still accept).
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self.as_str()? {
            "true" | "True" | "TRUE" | "yes" | "Yes" | "on" => Some(true),
            "false" | "False" | "FALSE" | "no" | "No" | "off" => Some(false),
            _ => None,
        }
    }

    fn count(&self) -> usize {
        match &self.value {
            Value::List(list) => 1 + list.iter().map(Node::count).sum::<usize>(),
            Value::Map(map) => 1 + map.iter().map(|(k, v)| k.count() + v.count()).sum::<usize>(),
            _ => 1,
        }
    }
}
