//! Reading a mapping key by key: what is missing, of the wrong type, twice there or left over is said with its place.

use std::cell::RefCell;
use std::sync::Arc;

use firedoor_core::{Diagnostic, RuleSource, Span};

use super::packed::Packed;
use super::text::YamlText;
use firedoor_yaml::Node;

/// A boxed diagnostic: errors are rare and rules are many.
pub(super) type Error = Box<Diagnostic>;
pub(super) type Result<T> = std::result::Result<T, Error>;

/// What reading one rule needs besides its tree.
pub(super) struct Reader<'s> {
    pub(super) source: &'s Arc<RuleSource>,
    /// The rule's id once it is known.
    pub(super) rule: Option<String>,
    /// Where the rest of the rule is, if only its head is here.
    pub(super) packed: Option<Packed>,
    /// What is odd but stops nothing.
    pub(super) warnings: RefCell<Vec<Diagnostic>>,
}

impl<'s> Reader<'s> {
    pub(super) fn new(source: &'s Arc<RuleSource>) -> Self {
        Self { source, rule: None, packed: None, warnings: RefCell::default() }
    }

    fn diagnostic(&self, code: &'static str, span: Span, message: String, label: String) -> Diagnostic {
        let diagnostic = Diagnostic::new(code, self.source, Some(span), message, label);
        match &self.rule {
            Some(rule) => diagnostic.in_rule(rule.clone()),
            None => diagnostic,
        }
    }

    pub(super) fn error(
        &self,
        code: &'static str,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> Error {
        Box::new(self.diagnostic(code, span, message.into(), label.into()))
    }

    pub(super) fn warn(&self, code: &'static str, span: Span, message: impl Into<String>, label: impl Into<String>) {
        let warning = self.diagnostic(code, span, message.into(), label.into());
        self.warnings.borrow_mut().push(warning);
    }

    pub(super) fn wrong_type(&self, key: &str, node: &Node<'_>, expected: &str) -> Error {
        let message = format!("`{key}` must be {expected}, not {}", node.kind());
        self.error("wrong-type", node.span, message, format!("expected {expected}"))
    }

    /// The entries of a mapping, no key twice.
    pub(super) fn dict<'n, 'a>(&self, key: &str, node: &'n Node<'a>) -> Result<Dict<'n, 'a>> {
        let map = node.as_map().ok_or_else(|| self.wrong_type(key, node, "a mapping"))?;
        let mut entries: Vec<Entry<'n, 'a>> = Vec::with_capacity(map.len());
        for (key, value) in map {
            let Some(name) = key.as_str() else {
                return Err(self.wrong_type("key", key, "a string"));
            };
            if entries.iter().any(|e| e.name == name) {
                let message = format!("the key `{name}` is there twice");
                return Err(self.error("duplicate-key", key.span, message, "written before in this mapping")).map_err(
                    |mut e| {
                        e.help = Some("Use a list with one entry each.".into());
                        e
                    },
                );
            }
            entries.push(Entry { name, key: key.span, value, taken: false });
        }
        Ok(Dict { entries, span: node.span })
    }

    pub(super) fn string<'n>(&self, key: &str, node: &'n Node<'_>) -> Result<&'n str> {
        node.as_str().ok_or_else(|| self.wrong_type(key, node, "a string"))
    }

    pub(super) fn text(&self, key: &str, node: &Node<'_>) -> Result<YamlText> {
        YamlText::of(node).ok_or_else(|| self.wrong_type(key, node, "a string"))
    }

    pub(super) fn bool(&self, key: &str, node: &Node<'_>) -> Result<bool> {
        node.as_bool().ok_or_else(|| self.wrong_type(key, node, "`true` or `false`"))
    }

    pub(super) fn list<'n, 'a>(&self, key: &str, node: &'n Node<'a>) -> Result<&'n [Node<'a>]> {
        node.as_list().ok_or_else(|| self.wrong_type(key, node, "a list"))
    }

    pub(super) fn number(&self, key: &str, node: &Node<'_>) -> Result<u32> {
        let number = node.as_str().and_then(|s| s.parse().ok());
        number.ok_or_else(|| self.wrong_type(key, node, "a number"))
    }

    /// A string or a list of strings.
    pub(super) fn strings<'n>(&self, key: &str, node: &'n Node<'_>) -> Result<Vec<(&'n str, Span)>> {
        match node.as_list() {
            Some(list) => list.iter().map(|n| Ok((self.string(key, n)?, n.span))).collect(),
            None => Ok(vec![(
                self.string(key, node).map_err(|_| self.wrong_type(key, node, "a list of strings"))?,
                node.span,
            )]),
        }
    }

    /// A metavariable's name.
    pub(super) fn metavariable(&self, key: &str, node: &Node<'_>) -> Result<Arc<str>> {
        let name = self.string(key, node)?;
        if !is_metavariable(name) {
            let message = format!("`{name}` is not a metavariable");
            return Err(self.error(
                "invalid-metavariable",
                node.span,
                message,
                "expected a name like `$X` or `$...ARGS`",
            ));
        }
        Ok(name.into())
    }
}

/// `$X`, `$_X1`, `$_`, `$1`, `$...ARGS`.
pub(crate) fn is_metavariable(name: &str) -> bool {
    let Some(rest) = name.strip_prefix('$') else { return false };
    let rest = rest.strip_prefix("...").unwrap_or(rest);
    !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
}

/// One entry of a mapping.
pub(super) struct Entry<'n, 'a> {
    pub(super) name: &'n str,
    pub(super) key: Span,
    pub(super) value: &'n Node<'a>,
    taken: bool,
}

/// A mapping whose entries are taken one by one.
pub(super) struct Dict<'n, 'a> {
    entries: Vec<Entry<'n, 'a>>,
    pub(super) span: Span,
}

impl<'n, 'a> Dict<'n, 'a> {
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|e| e.name == name)
    }

    /// Takes the value of a key that may be absent.
    pub(super) fn take(&mut self, name: &str) -> Option<&'n Node<'a>> {
        self.take_entry(name).map(|(_, value)| value)
    }

    /// The same with the key's place.
    pub(super) fn take_entry(&mut self, name: &str) -> Option<(Span, &'n Node<'a>)> {
        let entry = self.entries.iter_mut().find(|e| e.name == name)?;
        entry.taken = true;
        Some((entry.key, entry.value))
    }

    /// Takes the value of a key that must be there.
    pub(super) fn need(&mut self, reader: &Reader<'_>, name: &str) -> Result<&'n Node<'a>> {
        let span = self.head();
        self.take(name).ok_or_else(|| {
            reader.error(
                "missing-key",
                span,
                format!("the key `{name}` is missing"),
                format!("expected `{name}:` here"),
            )
        })
    }

    /// The first key: where something that is missing is best missed.
    pub(super) fn head(&self) -> Span {
        self.entries.first().map_or(self.span, |e| e.key)
    }

    /// What was not taken yet.
    pub(super) fn rest(&self) -> impl Iterator<Item = &Entry<'n, 'a>> {
        self.entries.iter().filter(|e| !e.taken)
    }

    /// Warns of what was not taken.
    pub(super) fn warn_rest(&self, reader: &Reader<'_>, expected: &[&str]) {
        for entry in self.rest() {
            let message = format!("unknown key `{}`", entry.name);
            let label = match nearest(entry.name, expected).filter(|name| *name != entry.name) {
                Some(name) => format!("did you mean `{name}`?"),
                None => "it has no meaning here and is ignored".into(),
            };
            reader.warn("unknown-key", entry.key, message, label);
        }
    }
}

/// The expected name that differs least from `name`, if by little.
pub(super) fn nearest<'e>(name: &str, expected: &[&'e str]) -> Option<&'e str> {
    let limit = (name.len() / 3).clamp(1, 3);
    let near = expected.iter().map(|e| (distance(name, e), *e)).min()?;
    (near.0 <= limit).then_some(near.1)
}

/// Levenshtein's distance in bytes; names are short.
fn distance(a: &str, b: &str) -> usize {
    let b = b.as_bytes();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate().take(64) {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
