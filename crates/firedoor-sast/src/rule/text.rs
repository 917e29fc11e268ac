//! A scalar of the YAML source with the way back: which byte of the source a byte of its value came from.

use std::sync::Arc;

use firedoor_core::Span;
pub use firedoor_yaml::ScalarStyle;
use firedoor_yaml::{Node, Value};

/// The value of a scalar and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YamlText {
    /// The value: escapes resolved, indentation removed.
    pub text: Arc<str>,
    /// The scalar in the source, quotes or block indicator included.
    pub span: Span,
    /// How it was written.
    pub style: ScalarStyle,
}

impl YamlText {
    /// The text of a node; `None` if it is no scalar.
    pub fn of(node: &Node<'_>) -> Option<Self> {
        match &node.value {
            Value::Scalar(text, style) => Some(Self { text: text.as_ref().into(), span: node.span, style: *style }),
            _ => None,
        }
    }

    /// A text that stands in no source (a pattern of the command line).
    pub fn bare(text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        Self { span: Span::new(0, text.len()), text, style: ScalarStyle::Plain }
    }

    /// The byte of `source` that the byte at `offset` of the value came from. Where the value differs from what is
    /// written (escapes, folded lines), the place is the nearest one before it.
    pub fn source_offset(&self, source: &str, offset: usize) -> usize {
        let start = self.span.start as usize;
        let Some(raw) = source.get(self.span.range()) else { return start };
        let body = match self.style {
            ScalarStyle::Plain => 0,
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => 1,
            // The indicator line (`|2-  # comment`) is no content.
            ScalarStyle::Literal | ScalarStyle::Folded => {
                if raw.starts_with(['|', '>']) {
                    raw.find('\n').map_or(raw.len(), |n| n + 1)
                } else {
                    0
                }
            }
        };
        let (raw_bytes, value) = (raw.as_bytes(), self.text.as_bytes());
        let (mut r, mut v) = (body, 0);
        let mut line_start = matches!(self.style, ScalarStyle::Literal | ScalarStyle::Folded);
        let indent = self.block_indent(raw, body);
        while v < offset.min(value.len()) && r < raw_bytes.len() {
            if line_start {
                r = skip_indent(raw_bytes, r, indent);
                line_start = false;
                continue;
            }
            let (rc, vc) = (raw_bytes[r], value[v]);
            if rc == vc {
                (r, v) = (r + 1, v + 1);
                if rc == b'\'' && self.style == ScalarStyle::SingleQuoted {
                    r += 1;
                }
                line_start = rc == b'\n';
            } else if rc == b'\\' && self.style == ScalarStyle::DoubleQuoted {
                let len = escape_len(&raw_bytes[r..]);
                // A line continuation has no value.
                if raw_bytes.get(r + 1) == Some(&b'\n') {
                    line_start = true;
                } else {
                    v += utf8_len(vc);
                }
                r += len;
            } else if rc == b'\r' {
                r += 1;
            } else if rc == b'\n' && vc == b' ' {
                (r, v) = (r + 1, v + 1);
                line_start = true;
            } else if rc.is_ascii_whitespace() {
                line_start = rc == b'\n';
                r += 1;
            } else {
                break;
            }
        }
        if line_start {
            r = skip_indent(raw_bytes, r, indent);
        }
        start + r.min(raw_bytes.len())
    }

    /// A span of the value as a span of `source`.
    pub fn source_span(&self, source: &str, span: Span) -> Span {
        let start = self.source_offset(source, span.start as usize);
        if span.is_empty() {
            return Span::new(start, start);
        }
        // The end of the last byte, not the start of the next one, which may stand on another line.
        let last = self.source_offset(source, (span.end as usize).saturating_sub(1));
        Span::new(start, (last + 1).min(self.span.end as usize).max(start))
    }

    /// Spaces before the content of a block scalar: those of its first line that is not blank.
    fn block_indent(&self, raw: &str, body: usize) -> usize {
        match self.style {
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let first = self.text.lines().find(|l| !l.trim().is_empty()).map_or(0, leading_spaces);
                raw[body..].lines().find(|l| !l.trim().is_empty()).map_or(0, leading_spaces).saturating_sub(first)
            }
            // Continuation lines of flow scalars lose all of their leading white space.
            _ => usize::MAX,
        }
    }
}

fn leading_spaces(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn skip_indent(raw: &[u8], mut at: usize, indent: usize) -> usize {
    let limit = at.saturating_add(indent);
    while at < limit && matches!(raw.get(at), Some(b' ' | b'\t')) {
        at += 1;
    }
    at
}

/// Length of an escape of a double-quoted scalar (YAML 1.2.2, section 5.7), white space after a line continuation
/// not counted.
fn escape_len(raw: &[u8]) -> usize {
    match raw.get(1) {
        Some(b'x') => 4,
        Some(b'u') => 6,
        Some(b'U') => 10,
        _ => 2,
    }
}

fn utf8_len(first: u8) -> usize {
    match first {
        0..=0x7f => 1,
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    }
}
