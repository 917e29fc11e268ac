//! From the parser's events to the tree. Anchors, aliases and merge keys work; what they expand to is bounded.

use std::rc::Rc;

use firedoor_core::Span;
use rustc_hash::FxHashMap;
use serde_saphyr::granit_parser::{self, Event, Parser, ScanError, StrInput};

use super::{Node, ScalarStyle, Value};

/// Most nodes that aliases may expand to in one text; real rule files stay far below.
const MAX_ALIASED: usize = 100_000;
/// Deepest nesting of collections.
const MAX_DEPTH: usize = 200;

/// What is wrong with the YAML, and where.
#[derive(Debug)]
pub struct YamlError {
    /// In a few words.
    pub message: String,
    /// The byte of the source.
    pub at: usize,
}

/// Parses one document of `text`; every span is moved by `base`. `None` for an empty text.
///
/// # Errors
///
/// What is no YAML, nests more than 200 levels deep, expands to more than 100,000 aliased nodes, or has a second
/// document.
pub fn parse(text: &str, base: usize) -> Result<Option<Node<'_>>, YamlError> {
    let options = granit_parser::options! { emit_comments: false, simple_key_max_lookahead: 1 << 16 };
    let mut builder = Builder {
        parser: Parser::new_from_str_with_options(text, options),
        text,
        base,
        anchors: FxHashMap::default(),
        aliased: 0,
    };
    let mut root = None;
    while let Some((event, span)) = builder.next()? {
        match event {
            Event::StreamStart | Event::StreamEnd | Event::DocumentStart(..) | Event::DocumentEnd => {}
            event if root.is_none() => root = Some(builder.node(event, span, 0)?),
            _ => return Err(YamlError { message: "a second document; rules stand in one".into(), at: span.0 }),
        }
    }
    Ok(root)
}

struct Builder<'a> {
    parser: Parser<'a, StrInput<'a>>,
    text: &'a str,
    base: usize,
    anchors: FxHashMap<usize, Node<'a>>,
    aliased: usize,
}

type Bytes = (usize, usize);

impl<'a> Builder<'a> {
    fn next(&mut self) -> Result<Option<(Event<'a>, Bytes)>, YamlError> {
        match self.parser.next_event() {
            None => Ok(None),
            Some(Ok((event, span))) => {
                let start = span.start.byte_offset().unwrap_or(0);
                let end = span.end.byte_offset().unwrap_or(start);
                Ok(Some((event, (self.base + start, self.base + end))))
            }
            Some(Err(error)) => Err(self.error(&error)),
        }
    }

    fn error(&self, error: &ScanError) -> YamlError {
        let at = error.marker().byte_offset().unwrap_or(0).min(self.text.len());
        YamlError { message: error.info(), at: self.base + at }
    }

    fn node(&mut self, event: Event<'a>, (start, end): Bytes, depth: usize) -> Result<Node<'a>, YamlError> {
        if depth > MAX_DEPTH {
            return Err(YamlError { message: "nested too deeply".into(), at: start });
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let style = scalar_style(style);
                let null = style == ScalarStyle::Plain
                    && tag.is_none()
                    && matches!(text.as_ref(), "" | "~" | "null" | "Null" | "NULL");
                let start = match style {
                    ScalarStyle::Literal | ScalarStyle::Folded => self.block_start(start),
                    _ => start,
                };
                let value = if null { Value::Null } else { Value::Scalar(text, style) };
                Ok(self.remember(anchor, Node { span: Span::new(start, end), value }))
            }
            Event::SequenceStart(_, anchor, _) => {
                let mut list = Vec::new();
                let mut last = end;
                loop {
                    let (event, span) = self.expect_next(start)?;
                    if event == Event::SequenceEnd {
                        last = last.max(span.1.min(last.max(span.0)));
                        if span.1 > span.0 {
                            last = span.1;
                        }
                        break;
                    }
                    let node = self.node(event, span, depth + 1)?;
                    last = last.max(node.span.end as usize);
                    list.push(node);
                }
                let node = Node { span: Span::new(start, last), value: Value::List(Rc::new(list)) };
                Ok(self.remember(anchor, node))
            }
            Event::MappingStart(_, anchor, _) => {
                let mut map = Vec::new();
                let mut last = end;
                loop {
                    let (event, span) = self.expect_next(start)?;
                    if event == Event::MappingEnd {
                        if span.1 > span.0 {
                            last = span.1;
                        }
                        break;
                    }
                    let key = self.node(event, span, depth + 1)?;
                    let (event, span) = self.expect_next(start)?;
                    let value = self.node(event, span, depth + 1)?;
                    last = last.max(value.span.end as usize).max(key.span.end as usize);
                    map.push((key, value));
                }
                let map = merge_keys(map);
                let node = Node { span: Span::new(start, last), value: Value::Map(Rc::new(map)) };
                Ok(self.remember(anchor, node))
            }
            Event::Alias(id) => {
                let Some(node) = self.anchors.get(&id).cloned() else {
                    return Err(YamlError { message: "unknown anchor".into(), at: start });
                };
                self.aliased += node.count();
                if self.aliased > MAX_ALIASED {
                    return Err(YamlError { message: "aliases expand to too much".into(), at: start });
                }
                Ok(node)
            }
            _ => Err(YamlError { message: "unexpected end of a collection".into(), at: start }),
        }
    }

    /// Where the `|` or `>` stands of a block scalar whose content the parser says begins at `content`.
    fn block_start(&self, content: usize) -> usize {
        let before = self.text.get(..content.saturating_sub(self.base)).unwrap_or_default();
        let Some(line_start) = before.rfind('\n') else { return content };
        let head = before[..line_start].trim_end();
        let line = head.rfind('\n').map_or(0, |n| n + 1);
        let is_header = |at: &usize| {
            let rest = head[*at + 1..].trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'));
            rest.trim().is_empty() || rest.trim_start().starts_with('#')
        };
        let found = head[line..].rmatch_indices(['|', '>']).map(|(at, _)| line + at).find(is_header);
        found.map_or(content, |at| self.base + at)
    }

    fn expect_next(&mut self, start: usize) -> Result<(Event<'a>, Bytes), YamlError> {
        self.next()?.ok_or_else(|| YamlError { message: "the text ends within a collection".into(), at: start })
    }

    fn remember(&mut self, anchor: usize, node: Node<'a>) -> Node<'a> {
        if anchor > 0 {
            self.anchors.insert(anchor, node.clone());
        }
        node
    }
}

/// `<<: *defaults` and `<<: [*a, *b]` (YAML 1.1 merge keys): written keys win over merged ones.
fn merge_keys<'a>(map: Vec<(Node<'a>, Node<'a>)>) -> Vec<(Node<'a>, Node<'a>)> {
    let is_merge = |key: &Node<'_>| matches!(&key.value, Value::Scalar(t, ScalarStyle::Plain) if t == "<<");
    if !map.iter().any(|(k, _)| is_merge(k)) {
        return map;
    }
    let (merges, mut out): (Vec<_>, Vec<_>) = map.into_iter().partition(|(k, _)| is_merge(k));
    for (_, value) in merges {
        let sources: Vec<Node<'a>> = match &value.value {
            Value::List(list) => list.to_vec(),
            _ => vec![value.clone()],
        };
        for (key, value) in sources.iter().filter_map(Node::as_map).flatten() {
            if !out.iter().any(|(k, _)| k.as_str() == key.as_str()) {
                out.push((key.clone(), value.clone()));
            }
        }
    }
    out
}

fn scalar_style(style: granit_parser::ScalarStyle) -> ScalarStyle {
    match style {
        granit_parser::ScalarStyle::Plain => ScalarStyle::Plain,
        granit_parser::ScalarStyle::SingleQuoted => ScalarStyle::SingleQuoted,
        granit_parser::ScalarStyle::DoubleQuoted => ScalarStyle::DoubleQuoted,
        granit_parser::ScalarStyle::Literal => ScalarStyle::Literal,
        granit_parser::ScalarStyle::Folded => ScalarStyle::Folded,
    }
}
