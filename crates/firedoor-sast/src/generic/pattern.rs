//! Generic patterns: words, punctuation, `$X`, `...` and `$...X`, nested by indentation.

use std::sync::Arc;

use super::document::is_word;

/// Deepest indentation of a pattern.
const MAX_DEPTH: usize = 50;

/// A compiled pattern of `languages: [generic]`.
#[derive(Clone, Debug)]
pub struct Pattern {
    pub(super) nodes: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Word(Box<[u8]>),
    Byte(u8),
    /// `$X`: any word.
    Mvar(Arc<str>),
    /// `...` or `$...X`.
    Dots(Option<Arc<str>>),
    /// A more indented block.
    Block(Vec<Part>),
}

impl Pattern {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// The byte where two ellipses follow each other of which the second is named: no text says where one ends.
    pub fn new(text: &str) -> Result<Self, (usize, &'static str)> {
        let mut open: Vec<(usize, Vec<Part>)> = vec![(0, Vec::new())];
        let mut offset = 0;
        for line in text.split_inclusive('\n') {
            let content = line.trim_start_matches([' ', '\t']);
            let indent = line[..line.len() - content.len()].bytes().map(|b| if b == b'\t' { 8 } else { 1 }).sum();
            let parts = parts(content.as_bytes(), offset + line.len() - content.len())?;
            offset += line.len();
            if parts.is_empty() {
                continue;
            }
            while open.len() > 1 && open.last().is_some_and(|(i, _)| *i > indent) {
                close(&mut open);
            }
            if open.last().is_some_and(|(i, _)| *i < indent) && open.len() < MAX_DEPTH {
                open.push((indent, Vec::new()));
            }
            if let Some((_, nodes)) = open.last_mut() {
                if matches!((nodes.last(), parts.first()), (Some(Part::Dots(_)), Some(Part::Dots(Some(_))))) {
                    return Err((offset - line.len(), "a named ellipsis cannot follow another ellipsis"));
                }
                nodes.extend(parts);
            }
        }
        while open.len() > 1 {
            close(&mut open);
        }
        let nodes = open.pop().map(|(_, nodes)| nodes).unwrap_or_default();
        if nodes.is_empty() {
            return Err((0, "expected at least one word or sign"));
        }
        Ok(Self { nodes })
    }

    /// The pattern as aliengrep reads it: four dots are an ellipsis, too. Also whether there are any.
    pub fn with_long_dots(&self) -> (Self, bool) {
        fn read(parts: &[Part], any: &mut bool) -> Vec<Part> {
            let mut out = Vec::new();
            let mut at = 0;
            while let Some(part) = parts.get(at) {
                let dots = parts[at..].iter().take_while(|p| **p == Part::Byte(b'.')).count();
                let part = match part {
                    _ if dots == 4 => Part::Dots(None),
                    Part::Block(inner) => Part::Block(read(inner, any)),
                    part => part.clone(),
                };
                *any |= dots == 4;
                out.push(part);
                at += if dots == 4 { 4 } else { 1 };
            }
            out
        }
        let mut any = false;
        let nodes = read(&self.nodes, &mut any);
        (Self { nodes }, any)
    }

    /// Words and signs that any matching text must contain, longest word first.
    pub fn required_literals(&self) -> Vec<&str> {
        fn collect<'p>(parts: &'p [Part], out: &mut Vec<&'p str>) {
            for part in parts {
                match part {
                    Part::Word(word) => out.extend(std::str::from_utf8(word).ok()),
                    Part::Block(inner) => collect(inner, out),
                    _ => {}
                }
            }
        }
        let mut out = Vec::new();
        collect(&self.nodes, &mut out);
        out.sort_unstable_by_key(|w| (std::cmp::Reverse(w.len()), *w));
        out.dedup();
        out
    }

    /// Metavariables that it binds.
    pub fn metavariables(&self) -> Vec<Arc<str>> {
        fn collect(parts: &[Part], out: &mut Vec<Arc<str>>) {
            for part in parts {
                match part {
                    Part::Mvar(name) | Part::Dots(Some(name)) => out.push(Arc::clone(name)),
                    Part::Block(inner) => collect(inner, out),
                    _ => {}
                }
            }
        }
        let mut out = Vec::new();
        collect(&self.nodes, &mut out);
        out.sort_unstable();
        out.dedup();
        out
    }
}

fn close(open: &mut Vec<(usize, Vec<Part>)>) {
    if let (Some((_, nodes)), Some((_, outer))) = (open.pop(), open.last_mut()) {
        outer.push(Part::Block(nodes));
    }
}

fn parts(line: &[u8], offset: usize) -> Result<Vec<Part>, (usize, &'static str)> {
    let mut out: Vec<Part> = Vec::new();
    let mut at = 0;
    while let Some(&byte) = line.get(at) {
        let rest = &line[at..];
        let (len, part) = match byte {
            b' ' | b'\t' | b'\n' => {
                at += 1;
                continue;
            }
            b'\r' if rest.get(1).is_none_or(|b| *b == b'\n') => {
                at += 1;
                continue;
            }
            b'.' => {
                // Four and more dots are just dots.
                let dots = rest.iter().take_while(|b| **b == b'.').count();
                if dots == 3 {
                    (3, Part::Dots(None))
                } else {
                    out.extend(std::iter::repeat_n(Part::Byte(b'.'), dots));
                    at += dots;
                    continue;
                }
            }
            b'$' => {
                let dots = if rest[1..].starts_with(b"...") { 3 } else { 0 };
                let name = name_len(&rest[1 + dots..]);
                match (name, dots) {
                    (0, _) => (1, Part::Byte(b'$')),
                    (n, dots) => {
                        let text = String::from_utf8_lossy(&rest[..1 + dots + n]);
                        let len = 1 + dots + n;
                        if dots == 0 {
                            (len, Part::Mvar(text.into()))
                        } else {
                            if matches!(out.last(), Some(Part::Dots(_))) {
                                return Err((offset + at, "a named ellipsis cannot follow another ellipsis"));
                            }
                            (len, Part::Dots(Some(text.into())))
                        }
                    }
                }
            }
            b if is_word(b) => {
                let len = rest.iter().take_while(|b| is_word(**b)).count();
                (len, Part::Word(rest[..len].into()))
            }
            b => (1, Part::Byte(b)),
        };
        out.push(part);
        at += len;
    }
    Ok(out)
}

/// Length of `[A-Z][A-Za-z0-9_]*` at the start.
fn name_len(rest: &[u8]) -> usize {
    if !rest.first().is_some_and(u8::is_ascii_uppercase) {
        return 0;
    }
    rest.iter().take_while(|b| is_word(**b)).count()
}
