//! `mode: taint`: sources, propagators, sanitizers and sinks of both syntaxes.

use std::sync::Arc;

use super::calls::Cleaners;
use super::dict::{Dict, Reader, Result};
use super::formula::Place;
use super::model::{
    BySideEffect, DEFAULT_LABEL, Formula, LabelExpr, Propagator, Recodes, Requires, Sanitizer, Sink, Source, TaintSpec,
};
use firedoor_yaml::Node;

/// Which spelling of the keys.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Syntax {
    Classic,
    Newer,
}

impl Reader<'_> {
    /// The four lists of a rule (classic) or of its `taint:` mapping (newer).
    pub(super) fn taint(&self, dict: &mut Dict<'_, '_>, syntax: Syntax) -> Result<TaintSpec> {
        let name = |short: &'static str| match (syntax, short) {
            (Syntax::Newer, _) => short,
            (_, "sources") => "pattern-sources",
            (_, "propagators") => "pattern-propagators",
            (_, "sanitizers") => "pattern-sanitizers",
            _ => "pattern-sinks",
        };
        let sources = name("sources");
        let sources = self.entries(sources, dict.need(self, sources)?, |d| self.source(d, syntax))?;
        let sinks = name("sinks");
        let sinks = self.entries(sinks, dict.need(self, sinks)?, |d| self.sink(d, syntax))?;
        let propagators = match dict.take(name("propagators")) {
            Some(node) => self.entries(name("propagators"), node, |d| self.propagator(d, syntax))?,
            None => Vec::new(),
        };
        let sanitizers = match dict.take(name("sanitizers")) {
            Some(node) => self.entries(name("sanitizers"), node, |d| self.sanitizer(d, syntax))?,
            None => Vec::new(),
        };
        Ok(TaintSpec { sources, propagators, sanitizers, cleaners: Cleaners::default(), sinks })
    }

    fn entries<'n, 'a, T>(
        &self,
        key: &str,
        node: &'n Node<'a>,
        read: impl Fn(Item<'n, 'a>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let list = self.list(key, node)?;
        // Without sources or sinks a rule says nothing; without the rest it says enough.
        if list.is_empty() && matches!(key, "pattern-sources" | "pattern-sinks" | "sources" | "sinks") {
            return Err(self.error(
                "empty-list",
                node.span,
                format!("`{key}` is empty"),
                "expected at least one entry",
            ));
        }
        list.iter()
            .map(|node| match node.as_str() {
                Some(_) => read(Item::Pattern(node)),
                None => read(Item::Dict(self.dict(key, node)?)),
            })
            .collect()
    }

    fn item_formula(&self, item: Item<'_, '_>, syntax: Syntax) -> Result<Formula> {
        match (item, syntax) {
            (Item::Pattern(node), _) => self.newer(node, Place::TOP),
            (Item::Dict(mut dict), Syntax::Newer) => self.newer_dict(&mut dict, Place::TOP),
            (Item::Dict(mut dict), Syntax::Classic) => {
                let formula = self.classic_root(&mut dict, Place::TOP)?;
                dict.warn_rest(self, &["exact", "by-side-effect", "label", "requires", "not_conflicting", "at-exit"]);
                Ok(formula)
            }
        }
    }

    fn source(&self, mut item: Item<'_, '_>, syntax: Syntax) -> Result<Source> {
        let exact = self.flag(&mut item, "exact", false)?;
        let by_side_effect = match item.take("by-side-effect") {
            None => BySideEffect::No,
            Some(node) => match (node.as_str(), node.as_bool()) {
                (Some("only"), _) => BySideEffect::Only,
                (_, Some(true)) => BySideEffect::Yes,
                (_, Some(false)) => BySideEffect::No,
                _ => return Err(self.wrong_type("by-side-effect", node, "`true`, `false` or `only`")),
            },
        };
        let control = self.flag(&mut item, "control", false)?;
        let label = item.take("label").map(|n| self.string("label", n).map(Arc::from)).transpose()?;
        let requires = self.requires(&mut item)?;
        let formula = self.item_formula(item, syntax)?;
        let label = label.unwrap_or_else(|| DEFAULT_LABEL.into());
        Ok(Source { formula, exact, by_side_effect, control, label, requires })
    }

    fn propagator(&self, mut item: Item<'_, '_>, syntax: Syntax) -> Result<Propagator> {
        let by_side_effect = self.flag(&mut item, "by-side-effect", true)?;
        let mut end = |key: &str| match &mut item {
            Item::Dict(dict) => self.metavariable(key, dict.need(self, key)?),
            Item::Pattern(node) => Err(self.wrong_type("propagator", node, "a mapping with `from` and `to`")),
        };
        let (from, to) = (end("from")?, end("to")?);
        let requires = self.requires(&mut item)?;
        let label = item.take("label").map(|n| self.string("label", n).map(Arc::from)).transpose()?;
        let replace_labels = match item.take("replace-labels") {
            Some(node) => Some(self.strings("replace-labels", node)?.into_iter().map(|(s, _)| s.into()).collect()),
            None => None,
        };
        let formula = self.item_formula(item, syntax)?;
        Ok(Propagator { formula, from, to, by_side_effect, requires, label, replace_labels })
    }

    fn sanitizer(&self, mut item: Item<'_, '_>, syntax: Syntax) -> Result<Sanitizer> {
        let exact = self.flag(&mut item, "exact", false)?;
        let by_side_effect = self.flag(&mut item, "by-side-effect", false)?;
        let not_conflicting =
            self.flag(&mut item, "not_conflicting", false)? | self.flag(&mut item, "not-conflicting", false)?;
        let guards = self.flag(&mut item, "guards", false)?;
        let (encodes, decodes) = (self.flag(&mut item, "encodes", false)?, self.flag(&mut item, "decodes", false)?);
        let recodes = match (encodes, decodes) {
            (true, _) => Some(Recodes::Encodes),
            (_, true) => Some(Recodes::Decodes),
            _ => None,
        };
        let formula = self.item_formula(item, syntax)?;
        let exact = exact || recodes.is_some();
        Ok(Sanitizer { formula, exact, by_side_effect, not_conflicting, guards, recodes })
    }

    fn sink(&self, mut item: Item<'_, '_>, syntax: Syntax) -> Result<Sink> {
        let exact = self.flag(&mut item, "exact", true)?;
        let at_exit = self.flag(&mut item, "at-exit", false)?;
        let requires = self.requires(&mut item)?;
        let formula = self.item_formula(item, syntax)?;
        let has_focus = !formula.focus.is_empty();
        Ok(Sink { formula, exact, requires, at_exit, has_focus })
    }

    fn flag(&self, item: &mut Item<'_, '_>, key: &str, default: bool) -> Result<bool> {
        item.take(key).map_or(Ok(default), |node| self.bool(key, node))
    }

    fn requires(&self, item: &mut Item<'_, '_>) -> Result<Option<Requires>> {
        let Some(node) = item.take("requires") else { return Ok(None) };
        let text = self.text("requires", node)?;
        match parse_labels(&text.text) {
            Ok(expr) => Ok(Some(Requires { expr, span: node.span })),
            Err((at, expected)) => {
                let span = text.source_span(&self.source.text, firedoor_core::Span::new(at, at + 1));
                let message = "`requires` must be a boolean expression over labels";
                Err(self.error("invalid-requires", span, message, expected))
            }
        }
    }
}

/// An entry of one of the lists.
enum Item<'n, 'a> {
    Pattern(&'n Node<'a>),
    Dict(Dict<'n, 'a>),
}

impl<'n, 'a> Item<'n, 'a> {
    fn take(&mut self, key: &str) -> Option<&'n Node<'a>> {
        match self {
            Self::Pattern(_) => None,
            Self::Dict(dict) => dict.take(key),
        }
    }
}

/// Deepest nesting of a label expression.
const MAX_DEPTH: usize = 64;

/// Python's `or`, `and`, `not` and parentheses over identifiers, `True` and `False`.
fn parse_labels(text: &str) -> std::result::Result<LabelExpr, (usize, &'static str)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let len = if c.is_alphanumeric() || c == '_' {
            text[at..].find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len() - at)
        } else {
            c.len_utf8()
        };
        if !c.is_whitespace() {
            tokens.push((at, &text[at..at + len]));
        }
        at += len;
    }
    let mut parser = Labels { tokens: &tokens, at: 0, end: text.len() };
    let expr = parser.or(0)?;
    match parser.tokens.get(parser.at) {
        None => Ok(expr),
        Some((at, _)) => Err((*at, "expected `and`, `or` or the end")),
    }
}

struct Labels<'t> {
    tokens: &'t [(usize, &'t str)],
    at: usize,
    end: usize,
}

type Parsed = std::result::Result<LabelExpr, (usize, &'static str)>;

impl Labels<'_> {
    fn eat(&mut self, word: &str) -> bool {
        let hit = self.tokens.get(self.at).is_some_and(|(_, t)| *t == word);
        self.at += usize::from(hit);
        hit
    }

    fn or(&mut self, depth: usize) -> Parsed {
        let mut any = vec![self.and(depth)?];
        while self.eat("or") {
            any.push(self.and(depth)?);
        }
        Ok(if any.len() == 1 { any.swap_remove(0) } else { LabelExpr::Or(any) })
    }

    fn and(&mut self, depth: usize) -> Parsed {
        let mut all = vec![self.not(depth)?];
        while self.eat("and") {
            all.push(self.not(depth)?);
        }
        Ok(if all.len() == 1 { all.swap_remove(0) } else { LabelExpr::And(all) })
    }

    fn not(&mut self, depth: usize) -> Parsed {
        let place = self.tokens.get(self.at).map_or(self.end, |(at, _)| *at);
        if depth > MAX_DEPTH {
            return Err((place, "nested too deeply"));
        }
        if self.eat("not") {
            return Ok(LabelExpr::Not(Box::new(self.not(depth + 1)?)));
        }
        if self.eat("(") {
            let inner = self.or(depth + 1)?;
            let place = self.tokens.get(self.at).map_or(self.end, |(at, _)| *at);
            return if self.eat(")") { Ok(inner) } else { Err((place, "expected `)`")) };
        }
        let Some((_, word)) = self.tokens.get(self.at) else { return Err((place, "expected a label")) };
        let label = word.starts_with(|c: char| c.is_alphabetic() || c == '_') && !matches!(*word, "and" | "or");
        if !label {
            return Err((place, "expected a label, `not` or `(`"));
        }
        self.at += 1;
        Ok(match *word {
            "True" | "true" => LabelExpr::Bool(true),
            "False" | "false" => LabelExpr::Bool(false),
            word => LabelExpr::Label(word.into()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_bind_as_in_python() {
        let e = parse_labels("A and not B or (C and True)").expect("valid");
        let with = |has: &[&str]| e.holds(&|l| has.contains(&l));
        assert!(with(&["A"]) && with(&["C"]) && with(&["A", "B", "C"]));
        assert!(!with(&["A", "B"]) && !with(&[]));
        assert_eq!(parse_labels("A and").unwrap_err().0, 5);
        assert_eq!(parse_labels("A & B").unwrap_err().0, 2);
        assert!(parse_labels(&"(".repeat(5000)).is_err());
    }
}
