//! JSON with comments and trailing commas (RFC 8259, and what `deno.lock`, `bun.lock` and `tsconfig` writers add).

use std::borrow::Cow;

use super::cursor::Cursor;
use super::{Entry, MAX_DEPTH, Node, Parsed, Value, offset};

/// Parses one document. What stands behind it is an error, but the document is kept.
pub(crate) fn parse(text: &str) -> Parsed<'_> {
    let mut parser = Parser::new(text);
    parser.skip();
    let root = parser.value(0).unwrap_or_else(|| Node::new(0, Value::Null));
    parser.skip();
    if parser.broken.is_none() && parser.at < text.len() {
        parser.fail("something stands behind the end of the document");
    }
    Parsed { root, broken: parser.broken }
}

/// The format of this module.
struct Json;

type Parser<'a> = Cursor<'a, Json>;

impl<'a> Cursor<'a, Json> {
    /// White space and comments.
    fn skip(&mut self) {
        loop {
            while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
                self.at += 1;
            }
            if self.peek() != Some(b'/') {
                return;
            }
            match self.bytes.get(self.at + 1) {
                Some(b'/') => {
                    self.at = memchr::memchr(b'\n', self.rest()).map_or(self.bytes.len(), |i| self.at + i);
                }
                Some(b'*') => {
                    let body = self.bytes.get(self.at + 2..).unwrap_or_default();
                    self.at = memchr::memmem::find(body, b"*/").map_or(self.bytes.len(), |i| self.at + i + 4);
                }
                _ => return,
            }
        }
    }

    /// `None` only where nothing at all could be read.
    fn value(&mut self, depth: usize) -> Option<Node<'a>> {
        let start = self.at;
        let value = match self.peek() {
            Some(b'{') => self.map(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => Value::Text(self.string()?),
            Some(b) if b.is_ascii_alphanumeric() || matches!(b, b'-' | b'+' | b'.') => self.bare(),
            Some(_) => {
                self.fail("expected a value");
                return None;
            }
            None => {
                self.fail("the file ends where a value should stand");
                return None;
            }
        };
        Some(Node::new(start, value))
    }

    fn bare(&mut self) -> Value<'a> {
        let start = self.at;
        while self.peek().is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'+' | b'.' | b'_')) {
            self.at += 1;
        }
        match &self.text[start..self.at] {
            "null" => Value::Null,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            word => {
                if !word.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
                    self.at = start;
                    self.fail("expected a value");
                    self.at += word.len();
                }
                Value::Bare(word)
            }
        }
    }

    fn string(&mut self) -> Option<Cow<'a, str>> {
        let start = self.at + 1;
        let Some(end) = memchr::memchr2(b'"', b'\\', self.bytes.get(start..).unwrap_or_default()).map(|i| start + i)
        else {
            self.fail("a string does not end");
            self.at = self.bytes.len();
            return None;
        };
        if self.bytes[end] == b'"' {
            self.at = end + 1;
            return Some(Cow::Borrowed(&self.text[start..end]));
        }
        let mut out = String::from(&self.text[start..end]);
        self.at = end;
        loop {
            match self.peek() {
                None => {
                    self.fail("a string does not end");
                    return None;
                }
                Some(b'"') => {
                    self.at += 1;
                    return Some(Cow::Owned(out));
                }
                Some(b'\\') => {
                    self.at += 1;
                    self.escape(&mut out);
                }
                Some(_) => {
                    let rest = self.rest();
                    let len = memchr::memchr2(b'"', b'\\', rest).unwrap_or(rest.len());
                    out.push_str(&self.text[self.at..self.at + len]);
                    self.at += len;
                }
            }
        }
    }

    fn escape(&mut self, out: &mut String) {
        let Some(b) = self.peek() else { return };
        self.at += 1;
        out.push(match b {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => {
                let first = self.hex4();
                let code = if (0xd800..0xdc00).contains(&first) && self.rest().starts_with(b"\\u") {
                    self.at += 2;
                    0x10000 + ((first - 0xd800) << 10) + (self.hex4().wrapping_sub(0xdc00) & 0x3ff)
                } else {
                    first
                };
                char::from_u32(code).unwrap_or('\u{fffd}')
            }
            b if b.is_ascii() => char::from(b),
            _ => {
                // A multi-byte character behind a backslash: step back so that it is read as ordinary text.
                self.at -= 1;
                return;
            }
        });
    }

    fn hex4(&mut self) -> u32 {
        let digits = self.text.get(self.at..self.at + 4).unwrap_or("");
        match u32::from_str_radix(digits, 16) {
            Ok(code) => {
                self.at += 4;
                code
            }
            Err(_) => 0xfffd,
        }
    }

    fn list(&mut self, depth: usize) -> Value<'a> {
        let mut items = Vec::new();
        self.at += 1;
        if depth >= MAX_DEPTH {
            self.fail("nested too deeply");
            return Value::List(items);
        }
        loop {
            self.skip();
            match self.peek() {
                Some(b']') => {
                    self.at += 1;
                    break;
                }
                Some(b',') => {
                    self.at += 1;
                    continue;
                }
                _ => {}
            }
            match self.value(depth + 1) {
                Some(node) => items.push(node),
                None => break,
            }
            if self.broken.is_some() {
                break;
            }
        }
        Value::List(items)
    }

    fn map(&mut self, depth: usize) -> Value<'a> {
        let mut entries = Vec::new();
        self.at += 1;
        if depth >= MAX_DEPTH {
            self.fail("nested too deeply");
            return Value::Map(entries);
        }
        loop {
            self.skip();
            match self.peek() {
                Some(b'}') => {
                    self.at += 1;
                    break;
                }
                Some(b',') => {
                    self.at += 1;
                    continue;
                }
                Some(b'"') => {}
                Some(_) => {
                    self.fail("expected a key");
                    break;
                }
                None => {
                    self.fail("the file ends inside an object");
                    break;
                }
            }
            let at = self.at;
            let Some(key) = self.string() else { break };
            self.skip();
            if self.peek() != Some(b':') {
                self.fail("expected `:` behind a key");
                break;
            }
            self.at += 1;
            self.skip();
            let Some(node) = self.value(depth + 1) else { break };
            entries.push(Entry { key, at: offset(at), node });
            if self.broken.is_some() {
                break;
            }
        }
        Value::Map(entries)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_can() {
        let p = parse("{\"a\": [1, \"x\\u00e9\\n\", // c\n true,], \"b\": {\"c\": ");
        assert_eq!(p.root.get("a").map(|n| n.items().len()), Some(3));
        assert_eq!(p.root.get("a").and_then(|n| n.items()[1].text()), Some("xé\n"));
        assert_eq!(p.root.get("b").map(|n| n.is_map()), Some(true));
        assert!(p.broken.is_some());
        assert!(parse("{\"a\":1}").broken.is_none());
    }

    #[test]
    fn depth_is_bounded() {
        let deep = "[".repeat(100_000);
        let p = parse(&deep);
        assert_eq!(p.broken.map(|b| b.message), Some("nested too deeply".to_owned()));
        let _ = parse(&"{\"a\":".repeat(100_000));
        let _ = parse("\"\\");
        let _ = parse("\"\\u12");
        let _ = parse("\"\\é\"");
    }
}
