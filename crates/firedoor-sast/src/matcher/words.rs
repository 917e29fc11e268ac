//! Words of Dockerfiles and of their commands that hold variables: texts and expansions in a row.

use std::sync::Arc;

use firedoor_core::Span;

use super::{Bound, Flow, Matcher, Next, State};
use crate::pattern::WordPart;
use crate::tree::{Const, Kind, NodeId, Sym, mix};

/// A part of a word: its range, and the name if it is the expansion of a variable.
type Part<'w> = (std::ops::Range<usize>, Option<&'w str>);

/// A word by its parts; `${a:-b}` and the like are expansions that equal themselves only.
pub(crate) fn parts(word: &str) -> Vec<Part<'_>> {
    let bytes = word.as_bytes();
    let mut found = Vec::new();
    let (mut at, mut from) = (0, 0);
    while at < bytes.len() {
        let (name, end) = match &bytes[at..] {
            [b'$', b'{', rest @ ..] => match rest.iter().position(|c| *c == b'}') {
                Some(n) => (word.get(at + 2..at + 2 + n), at + n + 3),
                None => (None, at),
            },
            [b'$', rest @ ..] => {
                let n = rest.iter().take_while(|c| c.is_ascii_alphanumeric() || **c == b'_').count();
                (word.get(at + 1..at + 1 + n).filter(|n| !n.is_empty()), at + n + 1)
            }
            _ => (None, at),
        };
        let Some(name) = name else {
            at += 1;
            continue;
        };
        if from < at {
            found.push((from..at, None));
        }
        found.push((at..end, Some(name)));
        (at, from) = (end, end);
    }
    if from < bytes.len() {
        found.push((from..bytes.len(), None));
    }
    found
}

/// The name of the variable whose expansion a word consists of.
pub(crate) fn variable(word: &str) -> Option<&str> {
    match parts(word)[..] {
        [(_, Some(name))] => Some(name),
        _ => None,
    }
}

impl Matcher<'_> {
    /// A word with variables: as many parts, texts like texts and variables like variables.
    pub(super) fn word(&self, wanted: &Arc<[WordPart]>, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        if !matches!(self.tree.kind(t), Kind::Str | Kind::Ident) {
            return Flow::Go;
        }
        let span = self.tree.content_span(t);
        let Ok(word) = std::str::from_utf8(self.text(span)) else { return Flow::Go };
        let theirs = parts(word);
        if theirs.len() != wanted.len() {
            return Flow::Go;
        }
        let mark = state.len();
        let fits = wanted.iter().zip(theirs).all(|(ours, (range, name))| {
            let text = &word[range.clone()];
            let (hole, bound) = match (ours, name) {
                (WordPart::Text(wanted), None) => return **wanted == *text,
                (WordPart::Variable(wanted), Some(name)) => return **wanted == *name,
                (WordPart::Expansion(hole), Some(_)) => (*hole, text),
                (WordPart::AnyVariable(hole), Some(name)) => (*hole, name),
                _ => return false,
            };
            let from = range.start + text.find(bound).unwrap_or(0);
            let start = span.start as usize + from;
            let hash = mix(u64::from(Kind::Str.class()), Sym::new(bound).0);
            let span = Span::new(start, start + bound.len());
            state.bind(Bound {
                name: hole,
                node: Bound::NO_NODE,
                span,
                hash,
                def: Bound::TEXT,
                import: 0,
                token: false,
            })
        });
        let flow = if fits { k(state) } else { Flow::Go };
        state.undo(mark);
        flow
    }

    /// Whether a word is a variable that `ENV` has set to this text.
    pub(super) fn is_set_to(&self, t: NodeId, text: Sym) -> bool {
        self.pattern.language == firedoor_lang::Language::Dockerfile
            && self.options.constant_propagation
            && matches!(self.tree.constants.get(&t), Some(Const::Str(value)) if Sym::new(value) == text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_texts_and_variables() {
        let show = |word| parts(word).into_iter().map(|(r, name)| (&word[r], name)).collect::<Vec<_>>();
        assert_eq!(show("/a/$B.c"), [("/a/", None), ("$B", Some("B")), (".c", None)]);
        assert_eq!(show("${A}${B:-c}"), [("${A}", Some("A")), ("${B:-c}", Some("B:-c"))]);
        assert_eq!(show("a$"), [("a$", None)]);
        assert_eq!(show("$(ls)${"), [("$(ls)${", None)]);
        assert_eq!(show("é$A"), [("é", None), ("$A", Some("A"))]);
    }
}
