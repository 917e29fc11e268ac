//! What conditions see of bindings.

use std::borrow::Cow;

use super::evaluate::Evaluator;
use crate::cond::{Bindings, Subject, Value};
use crate::matcher::{Bound, Matcher};
use crate::rule::language::RuleLanguage;
use crate::tree::{Const, Kind, NodeId, Sym, Tree};

pub(super) struct BoundSubject<'e, 'a> {
    pub(super) evaluator: &'e Evaluator<'a>,
    pub(super) bindings: &'e [Bound],
}

impl BoundSubject<'_, '_> {
    fn bound(&self, metavariable: &str) -> Option<&Bound> {
        let name = Sym::new(metavariable);
        self.bindings.iter().find(|b| b.name == name)
    }

    fn source(&self, bound: &Bound) -> Cow<'_, str> {
        // What an import resolves a name to is written there.
        if bound.node != Bound::NO_NODE
            && let Some(tree) = self.evaluator.file.tree().filter(|t| bound.node >= t.written)
            && let Some(name) = self.imported(tree, bound.node)
        {
            return name.into();
        }
        self.evaluator.file.text(bound.span)
    }

    /// The text of a name that stands for what an import brings in.
    fn imported(&self, tree: &Tree, node: NodeId) -> Option<String> {
        let names = (node..tree.node(node).end).filter(|&n| tree.kind(n) == Kind::Ident);
        let parts: Option<Vec<_>> =
            names.map(|n| Some(self.evaluator.file.text(*tree.imported.get(&tree.node(n).sym)?))).collect();
        Some(parts?.join("."))
    }

    fn constant(&self, bound: &Bound) -> Option<Const> {
        if bound.node == Bound::NO_NODE {
            return None;
        }
        let tree = self.evaluator.file.tree()?;
        if let Some(constant) = tree.constants.get(&bound.node) {
            return Some(constant.clone());
        }
        let node = tree.node(bound.node);
        match node.kind {
            Kind::Str => {
                if let Some(value) = super::scalar::value(self.evaluator.file, node.span) {
                    return Some(Const::Str(value.as_str().into()));
                }
                let content = self.evaluator.file.text(tree.content_span(bound.node));
                Some(Const::Str(content.as_ref().into()))
            }
            Kind::Num => {
                let text = self.source(bound);
                let (sign, digits) = match text.strip_prefix('-') {
                    Some(rest) => (-1, rest.trim()),
                    None => (1, text.as_ref()),
                };
                match crate::lower::whole(digits.as_bytes()) {
                    Some(n) => Some(Const::Int(n * sign)),
                    None => text.replace('_', "").trim_end_matches(['f', 'd', 'F', 'D']).parse().ok().map(Const::Float),
                }
            }
            Kind::Bool => Some(Const::Bool(self.source(bound).eq_ignore_ascii_case("true"))),
            _ => None,
        }
    }
}

impl Bindings for BoundSubject<'_, '_> {
    fn now(&self) -> Option<f64> {
        self.evaluator.options.today.map(crate::cond::time::midnight)
    }

    fn has_whole_numbers(&self) -> bool {
        !self.evaluator.file.language.is_some_and(crate::matcher::assigns_by_operator)
    }

    fn value(&self, metavariable: &str) -> Option<Value> {
        let bound = self.bound(metavariable)?;
        Some(match self.constant(bound) {
            Some(Const::Str(s)) => Value::Str(s.to_string()),
            Some(Const::Int(n)) => Value::Int(n),
            Some(Const::Float(f)) => Value::Float(f),
            Some(Const::Bool(b)) => Value::Bool(b),
            None if bound.token
                && let Some(number) = number(&self.source(bound)) =>
            {
                number
            }
            // Content of a string, or a group of a regular expression.
            None if bound.node == Bound::NO_NODE => Value::Str(self.source(bound).into_owned()),
            _ => Value::Code(self.source(bound).into_owned()),
        })
    }
}

impl Subject for BoundSubject<'_, '_> {
    fn text(&self, metavariable: &str) -> Option<Cow<'_, str>> {
        let bound = self.bound(metavariable)?;
        // `"$X"` that a constant matched: the hash is that of the content, and so is the text.
        if bound.node != Bound::NO_NODE
            && let Some(tree) = self.evaluator.file.tree()
            && bound.hash != tree.hash(bound.node)
            && let Some(Const::Str(content)) = tree.constants.get(&bound.node)
        {
            return Some(Cow::Owned(content.to_string()));
        }
        let source = self.source(bound);
        if self.evaluator.file.language != Some(firedoor_lang::Language::Yaml) {
            return Some(source);
        }
        if bound.node == Bound::NO_NODE
            && let Some(value) = super::scalar::value(self.evaluator.file, bound.span)
        {
            return Some(Cow::Owned(value));
        }
        // A block keeps its sign: rules of ours ask whether it ends in a line.
        Some(source)
    }

    fn resolved(&self, metavariable: &str) -> Vec<String> {
        let Some(bound) = self.bound(metavariable).filter(|b| b.node != Bound::NO_NODE) else { return Vec::new() };
        let Some(tree) = self.evaluator.file.tree() else { return Vec::new() };
        let aliases = tree.aliases.get(&bound.node).map_or(&[][..], Vec::as_slice);
        aliases.iter().filter_map(|&a| self.imported(tree, a)).collect()
    }

    fn content(&self, metavariable: &str) -> Option<Cow<'_, str>> {
        let bound = self.bound(metavariable)?;
        match self.constant(bound) {
            Some(Const::Str(s)) => Some(Cow::Owned(s.to_string())),
            _ => Some(self.source(bound)),
        }
    }

    fn has_type(&self, metavariable: &str, pattern: &str, _language: Option<RuleLanguage>) -> bool {
        let Some(bound) = self.bound(metavariable).filter(|b| b.node != Bound::NO_NODE) else { return false };
        let Some(tree) = self.evaluator.file.tree() else { return false };
        let empty = crate::pattern::Pattern::empty(self.evaluator.file.language);
        let matcher = Matcher {
            pattern: &empty,
            tree,
            src: self.evaluator.file.src,
            options: self.evaluator.options,
            inside: false,
        };
        matcher.has_type_named(bound.node, pattern)
    }

    fn has_name(&self, metavariable: &str, kind: Option<&str>, modules: &[String]) -> bool {
        let Some(bound) = self.bound(metavariable) else { return false };
        if kind.is_some() && modules.is_empty() {
            return false;
        }
        let Some(tree) = self.evaluator.file.tree().filter(|_| bound.node != Bound::NO_NODE) else { return false };
        let aliases = tree.aliases.get(&bound.node).map_or(&[][..], Vec::as_slice);
        aliases.iter().any(|&alias| {
            let mut path = Vec::new();
            crate::names::dotted(tree, alias, &mut path);
            modules.iter().any(|m| {
                let wanted: Vec<Sym> = m.split('.').map(Sym::new).collect();
                path.len() >= wanted.len() && path[..wanted.len()] == wanted[..]
            })
        })
    }
}

/// The number that a text is.
fn number(text: &str) -> Option<Value> {
    let first = text.trim_start_matches('-').as_bytes().first()?;
    if !first.is_ascii_digit() {
        return None;
    }
    let whole = crate::lower::whole(text.as_bytes()).map(Value::Int);
    whole.or_else(|| text.parse().ok().map(Value::Float))
}
