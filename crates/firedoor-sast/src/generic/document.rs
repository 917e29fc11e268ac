//! Any text as a tree of words and punctuation, nested by indentation and, within a line, by brackets.
//!
//! The shape follows Semgrep's generic mode: a word is `[A-Za-z0-9_]+`, everything else that is not white space is one
//! token per byte; a line that is indented more than the one before opens a block; brackets nest only if they are
//! balanced within their line, so a stray one disturbs nothing.

use firedoor_core::Span;

use crate::rule::options::CommentStyle;

/// Deeper indentation or brackets than this stay flat; the matcher recurses over blocks.
const MAX_DEPTH: usize = 100;

/// The text of a file, cut up.
#[derive(Debug, Default)]
pub struct Document {
    pub(super) nodes: Vec<Node>,
    /// Comments replaced by spaces, where the rule asks for it.
    pub(super) text: Vec<u8>,
}

#[derive(Clone, Debug)]
pub(super) enum Node {
    Token(Token),
    Block(Vec<Node>),
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) span: Span,
    /// From 0.
    pub(super) line: u32,
    pub(super) word: bool,
}

impl Document {
    /// Cuts up a text.
    pub fn new(text: &[u8], comments: Option<CommentStyle>) -> Self {
        let text = match comments {
            Some(style) => blank_comments(text, style),
            None => text.to_vec(),
        };
        let lines = lines(&text);
        let nodes = blocks(&text, &lines);
        Self { nodes, text }
    }

    pub(super) fn slice(&self, span: Span) -> &[u8] {
        self.text.get(span.range()).unwrap_or_default()
    }
}

struct Line {
    indent: usize,
    tokens: Vec<Token>,
}

fn lines(text: &[u8]) -> Vec<Line> {
    let mut out = Vec::new();
    let mut at = 0;
    let mut number = 0;
    while at < text.len() {
        let end = memchr::memchr(b'\n', &text[at..]).map_or(text.len(), |n| at + n);
        let mut indent = 0;
        let mut here = at;
        while let Some(b @ (b' ' | b'\t')) = text.get(here) {
            indent += if *b == b'\t' { 8 } else { 1 };
            here += 1;
        }
        let stop = if end > at && text.get(end - 1) == Some(&b'\r') { end - 1 } else { end };
        let mut tokens = Vec::new();
        while here < stop {
            let byte = text[here];
            if byte == b' ' || byte == b'\t' {
                here += 1;
                continue;
            }
            let word = is_word(byte);
            let len = if word { text[here..stop].iter().take_while(|b| is_word(**b)).count() } else { 1 };
            tokens.push(Token { span: Span::new(here, here + len), line: number, word });
            here += len;
        }
        if !tokens.is_empty() {
            out.push(Line { indent, tokens });
        }
        at = end + 1;
        number += 1;
    }
    out
}

pub(super) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Nests lines by indentation.
fn blocks(text: &[u8], lines: &[Line]) -> Vec<Node> {
    // Open blocks with their indentation; the outermost stands for 0.
    let mut open: Vec<(usize, Vec<Node>)> = vec![(0, Vec::new())];
    for line in lines {
        while open.len() > 1 && open.last().is_some_and(|(indent, _)| *indent > line.indent) {
            close(&mut open);
        }
        // Less than the block that was closed, more than the one around it: a block of its own.
        if open.last().is_some_and(|(indent, _)| *indent < line.indent) && open.len() < MAX_DEPTH {
            open.push((line.indent, Vec::new()));
        }
        if let Some((_, nodes)) = open.last_mut() {
            brackets(text, &line.tokens, nodes);
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    open.pop().map(|(_, nodes)| nodes).unwrap_or_default()
}

fn close(open: &mut Vec<(usize, Vec<Node>)>) {
    if let (Some((_, nodes)), Some((_, outer))) = (open.pop(), open.last_mut()) {
        outer.push(Node::Block(nodes));
    }
}

/// Nests the tokens of one line by balanced brackets: what stands between a pair is a block.
fn brackets(text: &[u8], tokens: &[Token], out: &mut Vec<Node>) {
    let byte = |t: &Token| if t.word { b'a' } else { text.get(t.span.start as usize).copied().unwrap_or(b' ') };
    // For each opening bracket that has a partner, where that is.
    let mut partner = vec![usize::MAX; tokens.len()];
    let mut open: Vec<usize> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let wanted = match byte(token) {
            b'(' | b'[' | b'{' => {
                open.push(at);
                continue;
            }
            b')' => b'(',
            b']' => b'[',
            b'}' => b'{',
            _ => continue,
        };
        // An opening bracket of another kind that is crossed has no partner.
        while let Some(start) = open.pop() {
            if byte(&tokens[start]) == wanted {
                partner[start] = at;
                break;
            }
        }
    }
    let mut stack: Vec<(Vec<Node>, usize)> = Vec::new();
    let mut current = std::mem::take(out);
    for (at, token) in tokens.iter().enumerate() {
        if let Some((_, end)) = stack.last()
            && *end == at
            && let Some((outer, _)) = stack.pop()
        {
            let inner = std::mem::replace(&mut current, outer);
            if !inner.is_empty() {
                current.push(Node::Block(inner));
            }
        }
        current.push(Node::Token(*token));
        if partner[at] != usize::MAX && stack.len() < MAX_DEPTH {
            stack.push((std::mem::take(&mut current), partner[at]));
        }
    }
    *out = current;
}

/// The text with its comments replaced by spaces; line breaks stay.
fn blank_comments(text: &[u8], style: CommentStyle) -> Vec<u8> {
    let mut out = text.to_vec();
    let mut blank = |from: usize, to: usize| {
        for byte in &mut out[from..to] {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = b' ';
            }
        }
    };
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let line_end = || memchr::memchr(b'\n', rest).map_or(text.len(), |n| at + n);
        let end = match style {
            CommentStyle::Shell if rest.starts_with(b"#") => line_end(),
            CommentStyle::Cpp if rest.starts_with(b"//") => line_end(),
            CommentStyle::C | CommentStyle::Cpp if rest.starts_with(b"/*") => {
                match memchr::memmem::find(&rest[2..], b"*/") {
                    Some(n) => at + n + 4,
                    None => at,
                }
            }
            _ => at,
        };
        if end > at {
            blank(at, end);
            at = end;
        } else {
            at += 1;
        }
    }
    out
}
