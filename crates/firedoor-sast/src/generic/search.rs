//! Finding generic patterns in documents.
//!
//! A flat pattern matches across the blocks of a document; an indented part of a pattern must meet a block. `...`
//! skips tokens up to a number of lines below the last token matched before it, and takes as few as it can. Of two
//! matches that end at the same token the later, shorter one is kept, unless the pattern ends in `...`.

use std::sync::Arc;

use firedoor_core::Span;
use rustc_hash::FxHashSet;

use super::document::{Document, Node, Token};
use super::pattern::{Part, Pattern};
use crate::cond::TextMatch;

/// Steps after which a search in one document gives up.
const MAX_STEPS: u64 = 3_000_000;
/// Deepest recursion: ellipses passed, blocks entered.
const MAX_DEPTH: usize = 400;

/// All matches, and whether the search was cut off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// From left to right by their starts.
    pub matches: Vec<TextMatch>,
    /// Too much to try: matches may be missing.
    pub exhausted: bool,
}

/// How patterns are read.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// How many lines an ellipsis may pass over.
    pub max_span: u32,
    /// Whether letters of either case are equal.
    pub caseless: bool,
}

/// Finds `pattern` in `document`.
pub fn search(pattern: &Pattern, document: &Document, manner: Manner) -> Hits {
    let mut searcher = Searcher {
        document,
        max_span: manner.max_span,
        caseless: manner.caseless,
        env: Vec::new(),
        conts: Vec::new(),
        steps: 0,
        failed: FxHashSet::default(),
        exhausted: false,
        first: first_part(&pattern.nodes),
    };
    let starts_with_dots = matches!(pattern.nodes.first(), Some(Part::Dots(_)));
    let mut found: Vec<TextMatch> = Vec::new();
    searcher.starts(&pattern.nodes, &document.nodes, starts_with_dots, true, &mut found);
    let longer = pattern.nodes.len() > 1 && matches!(pattern.nodes.last(), Some(Part::Dots(_)));
    // One match for each end: the first found is the longest.
    let mut by_end: std::collections::BTreeMap<u32, usize> = std::collections::BTreeMap::new();
    for (index, m) in found.iter().enumerate() {
        if longer {
            by_end.entry(m.span.end).or_insert(index);
        } else {
            by_end.insert(m.span.end, index);
        }
    }
    let mut keep: Vec<usize> = by_end.into_values().collect();
    keep.sort_unstable();
    let matches = keep.into_iter().map(|i| found[i].clone()).collect();
    Hits { matches, exhausted: searcher.exhausted }
}

fn first_part(parts: &[Part]) -> Option<&Part> {
    match parts.first()? {
        Part::Block(inner) => first_part(inner),
        part => Some(part),
    }
}

/// An ellipsis that is open: what may be skipped.
#[derive(Clone, Copy)]
struct Dots<'p> {
    /// Last line that may be skipped.
    max_line: u32,
    /// Skipped so far.
    matched: Span,
    name: Option<&'p Arc<str>>,
}

/// What is left to match when a block of the document ends.
#[derive(Clone, Copy)]
struct Cont<'d> {
    rest: &'d [Node],
    next: usize,
}

const NO_CONT: usize = usize::MAX;

struct Searcher<'d, 'p> {
    document: &'d Document,
    max_span: u32,
    caseless: bool,
    /// Bindings with undo: whoever binds cuts back on failure.
    env: Vec<(Arc<str>, Span)>,
    conts: Vec<Cont<'d>>,
    steps: u64,
    /// Where nothing can follow, whatever was skipped before: (parts left, first node left). Valid without bindings.
    failed: FxHashSet<(usize, usize)>,
    exhausted: bool,
    first: Option<&'p Part>,
}

/// The last token matched: its end and line.
#[derive(Clone, Copy)]
struct Last {
    end: u32,
    line: u32,
}

impl Last {
    fn of(token: &Token) -> Self {
        Self { end: token.span.end, line: token.line }
    }
}

impl<'d, 'p> Searcher<'d, 'p> {
    /// Tries every token as a start; with a leading ellipsis only the first of each block.
    fn starts(
        &mut self,
        pattern: &'p [Part],
        nodes: &'d [Node],
        only_first: bool,
        is_first: bool,
        found: &mut Vec<TextMatch>,
    ) {
        for (at, node) in nodes.iter().enumerate() {
            match node {
                Node::Block(inner) => self.starts(pattern, inner, only_first, true, found),
                Node::Token(token) => {
                    if self.exhausted || (only_first && !(is_first && at == 0)) || !self.may_start(token) {
                        continue;
                    }
                    self.env.clear();
                    self.conts.clear();
                    let last = Last { end: token.span.start, line: token.line };
                    if let Some(last) = self.run(pattern, &nodes[at..], None, last, NO_CONT, true, 0) {
                        let span = Span { start: token.span.start, end: last.end.max(token.span.start) };
                        found.push(TextMatch { span, captures: self.env.clone() });
                    }
                }
            }
        }
    }

    fn may_start(&self, token: &Token) -> bool {
        match self.first {
            Some(part @ (Part::Word(_) | Part::Byte(_))) => self.equal(part, token),
            Some(Part::Mvar(_)) => token.word,
            _ => true,
        }
    }

    fn equal(&self, part: &Part, token: &Token) -> bool {
        let text = self.document.slice(token.span);
        match part {
            Part::Word(word) if self.caseless => token.word && word.eq_ignore_ascii_case(text),
            Part::Word(word) => token.word && **word == *text,
            Part::Byte(byte) => !token.word && text.first() == Some(byte),
            _ => false,
        }
    }

    /// Matches `pattern` against the nodes and then what `cont` says; gives the last token matched. `root` is the
    /// pattern itself, which may end anywhere; a block of the pattern must meet the end of its block.
    #[allow(clippy::too_many_arguments)]
    fn run(
        &mut self,
        mut pattern: &'p [Part],
        mut nodes: &'d [Node],
        mut dots: Option<Dots<'p>>,
        mut last: Last,
        mut cont: usize,
        root: bool,
        depth: usize,
    ) -> Option<Last> {
        if depth > MAX_DEPTH {
            self.exhausted = true;
            return None;
        }
        loop {
            self.steps += 1;
            if self.steps > MAX_STEPS {
                self.exhausted = true;
                return None;
            }
            let Some(part) = pattern.first() else {
                return self.finish(nodes, dots, last, root);
            };
            match part {
                Part::Dots(name) => {
                    dots = Some(match dots {
                        None => Dots {
                            max_line: last.line.saturating_add(self.max_span),
                            matched: Span { start: last.end, end: last.end },
                            name: name.as_ref(),
                        },
                        Some(open) => Dots { max_line: open.max_line.saturating_add(self.max_span), ..open },
                    });
                    pattern = &pattern[1..];
                }
                Part::Block(inner) => match nodes.first() {
                    None => {
                        return if matches_nothing(pattern) {
                            self.close(dots, last.end).then_some(last)
                        } else {
                            None
                        };
                    }
                    Some(Node::Block(block)) => {
                        let mark = self.env.len();
                        if !self.close(dots, 0) {
                            return None;
                        }
                        let Some(end) = self.run(inner, block, None, last, NO_CONT, false, depth + 1) else {
                            self.env.truncate(mark);
                            return None;
                        };
                        last = end;
                        dots = None;
                        (pattern, nodes) = (&pattern[1..], &nodes[1..]);
                    }
                    Some(Node::Token(token)) => match skip(dots, token) {
                        Some(wider) => {
                            dots = Some(wider);
                            nodes = &nodes[1..];
                        }
                        None => {
                            if !self.close(dots, 0) || !matches_nothing(inner) {
                                return None;
                            }
                            dots = None;
                            pattern = &pattern[1..];
                        }
                    },
                },
                Part::Word(_) | Part::Byte(_) | Part::Mvar(_) => match nodes.first() {
                    None => {
                        // The block ended before the pattern did: go on behind it.
                        if cont == NO_CONT {
                            return if matches_nothing(pattern) { Some(last) } else { None };
                        }
                        let Cont { rest, next } = self.conts[cont];
                        (nodes, cont) = (rest, next);
                    }
                    Some(Node::Block(block)) => {
                        self.conts.push(Cont { rest: &nodes[1..], next: cont });
                        cont = self.conts.len() - 1;
                        nodes = block;
                    }
                    Some(Node::Token(token)) => {
                        if dots.is_some_and(|d| token.line > d.max_line) {
                            return None;
                        }
                        let wider = skip(dots, token);
                        let mark = (self.env.len(), self.conts.len());
                        let fits = self.close(dots, 0) && self.bind(part, token);
                        match wider {
                            // Nothing can be skipped: this token or none.
                            None if fits => {
                                last = Last::of(token);
                                dots = None;
                                (pattern, nodes) = (&pattern[1..], &nodes[1..]);
                            }
                            None => {
                                self.env.truncate(mark.0);
                                return None;
                            }
                            Some(wider) => {
                                // The rest of the document begins at one address for each place in it.
                                let key = (pattern.len(), std::ptr::from_ref(token) as usize);
                                let hopeless = root
                                    && dots.is_none_or(|d| d.name.is_none())
                                    && self.env.is_empty()
                                    && self.failed.contains(&key);
                                if fits && !hopeless {
                                    let found = self.run(
                                        &pattern[1..],
                                        &nodes[1..],
                                        None,
                                        Last::of(token),
                                        cont,
                                        root,
                                        depth + 1,
                                    );
                                    if found.is_some() || self.exhausted {
                                        return found;
                                    }
                                    if root && mark.0 == 0 && dots.is_none_or(|d| d.name.is_none()) {
                                        self.failed.insert(key);
                                    }
                                }
                                self.env.truncate(mark.0);
                                self.conts.truncate(mark.1);
                                dots = Some(wider);
                                nodes = &nodes[1..];
                            }
                        }
                    }
                },
            }
        }
    }

    /// The pattern is used up.
    fn finish(&mut self, nodes: &[Node], dots: Option<Dots<'p>>, last: Last, root: bool) -> Option<Last> {
        match dots {
            None if nodes.is_empty() || root => Some(last),
            None => None,
            // A trailing ellipsis takes what is left of the block, as far as it may.
            Some(open) => {
                let end = if last.line <= open.max_line { rightmost(nodes, open.max_line, last) } else { last };
                self.close(Some(open), end.end).then_some(end)
            }
        }
    }

    /// Binds the name of an open ellipsis to what it took (up to `end` at least).
    fn close(&mut self, dots: Option<Dots<'p>>, end: u32) -> bool {
        let Some(Dots { matched, name: Some(name), .. }) = dots else { return true };
        let span = Span { start: matched.start, end: matched.end.max(end) };
        self.bind_text(name, span)
    }

    fn bind(&mut self, part: &'p Part, token: &Token) -> bool {
        match part {
            Part::Mvar(name) => token.word && self.bind_text(name, token.span),
            part => self.equal(part, token),
        }
    }

    fn bind_text(&mut self, name: &Arc<str>, span: Span) -> bool {
        match self.env.iter().find(|(n, _)| n == name) {
            Some((_, before)) => self.document.slice(*before) == self.document.slice(span),
            None => {
                self.env.push((Arc::clone(name), span));
                true
            }
        }
    }
}

/// The ellipsis grown by a token, if it may take it.
fn skip<'p>(dots: Option<Dots<'p>>, token: &Token) -> Option<Dots<'p>> {
    let open = dots?;
    (token.line <= open.max_line)
        .then_some(Dots { matched: Span { start: open.matched.start, end: token.span.end }, ..open })
}

fn rightmost(nodes: &[Node], max_line: u32, mut last: Last) -> Last {
    for node in nodes {
        match node {
            Node::Block(inner) => last = rightmost(inner, max_line, last),
            Node::Token(token) if token.line <= max_line => last = Last::of(token),
            Node::Token(_) => return last,
        }
    }
    last
}

fn matches_nothing(pattern: &[Part]) -> bool {
    pattern.iter().all(|part| match part {
        Part::Dots(_) => true,
        Part::Block(inner) => matches_nothing(inner),
        _ => false,
    })
}
