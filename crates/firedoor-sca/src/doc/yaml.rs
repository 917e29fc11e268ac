//! YAML 1.2, the part that lock files and workflows use: block and flow collections, quoted, plain and block scalars.
//!
//! Anchors and tags are skipped, aliases become null. Everything is read by indentation, as a YAML parser does, and
//! what does not fit is reported once, at its place.

use std::borrow::Cow;

use super::cursor::Cursor;
use super::{Broken, Entry, MAX_DEPTH, Node, Parsed, Value, offset};

pub(crate) fn parse(text: &str) -> Parsed<'_> {
    let (documents, broken) = documents(text);
    let mut documents = documents.into_iter();
    let mut root = documents.next().unwrap_or(Node { at: 0, value: Value::Null });
    for more in documents {
        if let (Value::Map(all), Value::Map(more)) = (&mut root.value, more.value) {
            all.extend(more);
        }
    }
    Parsed { root, broken }
}

/// The documents of a text, one at least.
pub(crate) fn documents(text: &str) -> (Vec<Node<'_>>, Option<Broken>) {
    let mut parser = Parser::new(text);
    parser.skip_directives();
    let mut out = vec![parser.block(0, 0)];
    // What is left over where a document should end, and further documents.
    while parser.skip() && parser.broken.is_none() {
        if parser.rest().starts_with(b"---") || parser.rest().starts_with(b"...") {
            parser.next_line();
            out.push(parser.block(0, 0));
            continue;
        }
        parser.fail("this line does not fit the indentation before it");
    }
    (out, parser.broken.or(parser.twice))
}

/// The format of this module.
struct Yaml;

type Parser<'a> = Cursor<'a, Yaml>;

impl<'a> Cursor<'a, Yaml> {
    fn skip_directives(&mut self) {
        while self.skip() && (self.peek() == Some(b'%') || self.rest().starts_with(b"---")) {
            if self.rest().starts_with(b"---") && self.bytes.get(self.at + 3).is_some_and(|b| !b.is_ascii_whitespace())
            {
                return;
            }
            self.next_line();
        }
    }

    /// White space, line ends and comments; false at the end of the text.
    fn skip(&mut self) -> bool {
        loop {
            match self.peek() {
                Some(b' ' | b'\t' | b'\r' | b'\n') => self.at += 1,
                Some(b'#') => self.next_line(),
                Some(_) => return true,
                None => return false,
            }
        }
    }

    /// The column of the cursor, from 0.
    fn column(&self) -> usize {
        let before = self.bytes.get(..self.at).unwrap_or_default();
        before.len() - memchr::memrchr(b'\n', before).map_or(0, |i| i + 1)
    }

    /// Whether a document marker stands at the cursor.
    fn at_marker(&self) -> bool {
        (self.rest().starts_with(b"---") || self.rest().starts_with(b"..."))
            && self.bytes.get(self.at + 3).is_none_or(u8::is_ascii_whitespace)
            && self.column() == 0
    }

    fn at_dash(&self) -> bool {
        self.peek() == Some(b'-') && self.bytes.get(self.at + 1).is_none_or(u8::is_ascii_whitespace)
    }

    /// The node that begins at or behind the cursor, if it is indented at least so far.
    fn block(&mut self, min_column: usize, depth: usize) -> Node<'a> {
        let start = self.at;
        if depth >= MAX_DEPTH {
            self.fail("nested too deeply");
            self.at = self.bytes.len();
            return Node::new(start, Value::Null);
        }
        if !self.skip() || self.at_marker() || self.column() < min_column {
            return Node::new(start.min(self.at), Value::Null);
        }
        self.skip_properties();
        if !self.skip() {
            return Node::new(start, Value::Null);
        }
        let (start, column) = (self.at, self.column());
        if self.at_dash() {
            return Node::new(start, self.sequence(column, depth));
        }
        if self.at_key() {
            return Node::new(start, self.mapping(column, depth));
        }
        let value = self.inline(min_column, depth);
        Node::new(start, value)
    }

    /// Anchors and tags.
    fn skip_properties(&mut self) {
        while matches!(self.peek(), Some(b'&' | b'!')) {
            while self.peek().is_some_and(|b| !b.is_ascii_whitespace()) {
                self.at += 1;
            }
            self.skip_blanks();
        }
    }

    fn sequence(&mut self, column: usize, depth: usize) -> Value<'a> {
        let mut items = Vec::new();
        while self.skip() && !self.at_marker() && self.column() == column && self.at_dash() && self.broken.is_none() {
            self.at += 1;
            self.skip_blanks();
            if matches!(self.peek(), None | Some(b'\n' | b'\r' | b'#')) {
                items.push(self.block(column + 1, depth + 1));
            } else {
                items.push(self.block(0, depth + 1));
            }
        }
        Value::List(items)
    }

    /// Whether a key with its colon stands at the cursor.
    fn at_key(&self) -> bool {
        if self.peek() == Some(b'?') && self.bytes.get(self.at + 1).is_none_or(u8::is_ascii_whitespace) {
            return true;
        }
        let mut look = Self::new(self.text);
        look.at = self.at;
        look.key().is_some()
    }

    /// Takes a key and its colon.
    fn key(&mut self) -> Option<Cow<'a, str>> {
        let key = match self.peek()? {
            b'"' | b'\'' => self.quoted()?,
            b'{' | b'[' | b'#' | b'|' | b'>' => return None,
            _ => {
                let line = self.rest();
                let line = &line[..memchr::memchr(b'\n', line).unwrap_or(line.len())];
                let mut from = 0;
                let end = loop {
                    let colon = from + memchr::memchr(b':', line.get(from..)?)?;
                    if line.get(colon + 1).is_none_or(u8::is_ascii_whitespace) {
                        break colon;
                    }
                    from = colon + 1;
                };
                if memchr::memmem::find(&line[..end], b" #").is_some() {
                    return None;
                }
                let key = self.text.get(self.at..self.at + end)?;
                self.at += end;
                Cow::Borrowed(key.trim_end())
            }
        };
        self.skip_blanks();
        if self.peek() != Some(b':') || !self.bytes.get(self.at + 1).is_none_or(u8::is_ascii_whitespace) {
            return None;
        }
        self.at += 1;
        Some(key)
    }

    fn mapping(&mut self, column: usize, depth: usize) -> Value<'a> {
        let mut entries = Vec::new();
        while self.skip() && !self.at_marker() && self.column() == column && self.broken.is_none() {
            let at = self.at;
            let key = if self.peek() == Some(b'?') && self.bytes.get(self.at + 1).is_none_or(u8::is_ascii_whitespace) {
                self.at += 1;
                self.skip_blanks();
                let key = self.block(column + 1, depth + 1);
                if !self.skip() || self.peek() != Some(b':') {
                    self.fail("expected `:` behind a `?` key");
                    break;
                }
                self.at += 1;
                match key.value {
                    Value::Text(text) => text,
                    Value::Bare(text) => Cow::Borrowed(text),
                    _ => Cow::Borrowed(""),
                }
            } else {
                match self.key() {
                    Some(key) => key,
                    None => {
                        self.at = at;
                        if self.at_dash() {
                            break;
                        }
                        self.fail("expected a key");
                        break;
                    }
                }
            };
            self.skip_blanks();
            self.skip_properties();
            let node = if matches!(self.peek(), None | Some(b'\n' | b'\r' | b'#')) {
                self.below(column, depth)
            } else {
                let start = self.at;
                Node::new(start, self.inline(column + 1, depth + 1))
            };
            entries.push(Entry { key, at: offset(at), node });
        }
        self.check_keys(entries.iter());
        Value::Map(entries)
    }

    /// The value of a key on the lines below it. A sequence may stand in the key's own column.
    fn below(&mut self, column: usize, depth: usize) -> Node<'a> {
        let start = self.at;
        if self.skip() && self.column() == column && self.at_dash() && !self.at_marker() {
            let at = self.at;
            return Node::new(at, self.sequence(column, depth + 1));
        }
        self.at = start;
        self.block(column + 1, depth + 1)
    }

    /// A value that begins on the cursor's line; plain scalars go on over lines indented at least so far.
    fn inline(&mut self, min_column: usize, depth: usize) -> Value<'a> {
        match self.peek() {
            Some(b'{' | b'[') => self.flow(depth),
            Some(b'"' | b'\'') => {
                let value = self.quoted().map_or(Value::Null, Value::Text);
                self.end_of_line();
                value
            }
            Some(b'|' | b'>') => self.block_scalar(min_column),
            Some(b'*') => {
                self.next_line();
                Value::Null
            }
            _ => self.plain(min_column),
        }
    }

    fn end_of_line(&mut self) {
        self.skip_blanks();
        if !matches!(self.peek(), None | Some(b'\n' | b'\r' | b'#')) {
            self.fail("expected the end of the line");
        }
    }

    fn plain_line(&mut self) -> &'a str {
        let line = self.rest();
        let end = memchr::memchr(b'\n', line).unwrap_or(line.len());
        let end = memchr::memmem::find(&line[..end], b" #").unwrap_or(end);
        let text = self.text.get(self.at..self.at + end).unwrap_or("");
        self.at += end;
        text.trim()
    }

    fn plain(&mut self, min_column: usize) -> Value<'a> {
        let first = self.plain_line();
        let mut long: Option<String> = None;
        loop {
            let before = self.at;
            let more = self.skip() && !self.at_marker() && self.column() >= min_column && min_column > 0;
            if !more || self.at_key() || self.at_dash() {
                self.at = before;
                break;
            }
            let line = self.plain_line();
            let text = long.get_or_insert_with(|| first.to_owned());
            text.push(' ');
            text.push_str(line);
        }
        match (long, first) {
            (Some(long), _) => Value::Text(Cow::Owned(long)),
            (None, "" | "~" | "null") => Value::Null,
            (None, "true") => Value::Bool(true),
            (None, "false") => Value::Bool(false),
            (None, word) => Value::Bare(word),
        }
    }

    fn block_scalar(&mut self, min_column: usize) -> Value<'a> {
        let literal = self.peek() == Some(b'|');
        self.next_line();
        let mut out = String::new();
        let mut indent = None;
        while self.at < self.bytes.len() {
            let line = self.rest();
            let end = memchr::memchr(b'\n', line).unwrap_or(line.len());
            let blank = line[..end].iter().all(u8::is_ascii_whitespace);
            let column = line[..end].iter().take_while(|b| **b == b' ').count();
            if !blank {
                let indent = *indent.get_or_insert(column);
                if column < indent || column < min_column {
                    break;
                }
                out.push_str(self.text.get(self.at + indent..self.at + end).unwrap_or("").trim_end_matches('\r'));
            }
            out.push(if literal || blank { '\n' } else { ' ' });
            self.at += (end + 1).min(line.len());
        }
        Value::Text(Cow::Owned(out))
    }

    fn quoted(&mut self) -> Option<Cow<'a, str>> {
        let quote = self.peek()?;
        let start = self.at + 1;
        self.at = start;
        let mut simple = true;
        loop {
            match self.peek() {
                None => {
                    self.at = start;
                    self.fail("a string does not end");
                    self.at = self.bytes.len();
                    return None;
                }
                Some(b) if b == quote => {
                    if quote == b'\'' && self.bytes.get(self.at + 1) == Some(&b'\'') {
                        simple = false;
                        self.at += 2;
                        continue;
                    }
                    break;
                }
                Some(b'\\') if quote == b'"' => {
                    simple = false;
                    self.at += 1;
                    self.at += self.text.get(self.at..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8);
                }
                Some(_) => self.at += 1,
            }
        }
        let raw = self.text.get(start..self.at)?;
        self.at += 1;
        Some(if simple {
            Cow::Borrowed(raw)
        } else if quote == b'\'' {
            Cow::Owned(raw.replace("''", "'"))
        } else {
            Cow::Owned(super::toml::unescape(raw))
        })
    }

    fn flow(&mut self, depth: usize) -> Value<'a> {
        if depth >= MAX_DEPTH {
            self.fail("nested too deeply");
            self.at = self.bytes.len();
            return Value::Null;
        }
        let map = self.peek() == Some(b'{');
        let close = if map { b'}' } else { b']' };
        self.at += 1;
        let (mut entries, mut items) = (Vec::new(), Vec::new());
        loop {
            if !self.skip() {
                self.fail("the file ends inside brackets");
                break;
            }
            match self.peek() {
                Some(b) if b == close => {
                    self.at += 1;
                    break;
                }
                Some(b',') => {
                    self.at += 1;
                    continue;
                }
                _ => {}
            }
            if self.broken.is_some() {
                break;
            }
            let at = self.at;
            let node = self.flow_value(depth);
            self.skip();
            if self.peek() == Some(b':') {
                self.at += 1;
                self.skip();
                let value = self.flow_value(depth);
                let key = match node.value {
                    Value::Text(text) => text,
                    Value::Bare(text) => Cow::Borrowed(text),
                    Value::Bool(true) => Cow::Borrowed("true"),
                    _ => Cow::Borrowed(""),
                };
                let entry = Entry { key, at: offset(at), node: value };
                if map {
                    entries.push(entry);
                } else {
                    items.push(Node::new(at, Value::Map(vec![entry])));
                }
            } else if map {
                let key = node.text().map_or(Cow::Borrowed(""), |t| Cow::Owned(t.to_owned()));
                entries.push(Entry { key, at: offset(at), node: Node::new(at, Value::Null) });
            } else {
                items.push(node);
            }
            if self.at == at {
                self.fail("expected a value");
                break;
            }
        }
        if map { Value::Map(entries) } else { Value::List(items) }
    }

    fn flow_value(&mut self, depth: usize) -> Node<'a> {
        let at = self.at;
        self.skip_properties();
        let value = match self.peek() {
            Some(b'{' | b'[') => self.flow(depth + 1),
            Some(b'"' | b'\'') => self.quoted().map_or(Value::Null, Value::Text),
            _ => {
                let start = self.at;
                while let Some(b) = self.peek() {
                    let colon = b == b':'
                        && self
                            .bytes
                            .get(self.at + 1)
                            .is_none_or(|n| n.is_ascii_whitespace() || matches!(n, b',' | b'}' | b']'));
                    if colon || matches!(b, b',' | b'}' | b']' | b'\n' | b'{' | b'[') {
                        break;
                    }
                    self.at += 1;
                }
                match self.text.get(start..self.at).unwrap_or("").trim() {
                    "" | "~" | "null" => Value::Null,
                    "true" => Value::Bool(true),
                    "false" => Value::Bool(false),
                    word => Value::Bare(word),
                }
            }
        };
        Node::new(at, value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_block_and_flow() {
        let text = "%YAML 1.2\n---\na: 1 # c\n'b c':\n- x: y\n  z: \"q\\n\"\n-   - deep\n    - k: v\nf: {a: b, 'c': [1, 2,\n 3]}\ns: |\n  line\n   more\n? long\n: val\nurl: http://x:1/y\nempty:\nmulti: one\n  two\nlast: ~\n";
        let p = parse(text);
        assert_eq!(p.broken, None);
        let r = &p.root;
        assert_eq!(r.text_of("a"), Some("1"));
        let b = r.get("b c").unwrap();
        assert_eq!(b.items()[0].text_of("z"), Some("q\n"));
        assert_eq!(b.items()[1].items()[1].text_of("k"), Some("v"));
        assert_eq!(r.at_path(&["f", "c"]).unwrap().items().len(), 3);
        assert_eq!(r.text_of("s"), Some("line\n more\n"));
        assert_eq!(r.text_of("long"), Some("val"));
        assert_eq!(r.text_of("url"), Some("http://x:1/y"));
        assert_eq!(r.text_of("multi"), Some("one two"));
        assert!(matches!(r.get("empty").unwrap().value, Value::Null));
        assert!(r.get("last").is_some());
    }

    #[test]
    fn hostile_text_ends() {
        for text in [
            "[",
            "{",
            "{a",
            "a: [",
            "\"",
            "? ",
            "a: \"\\",
            "- - - -",
            "&a",
            "!!x",
            "a:\n  b\n c",
            "{:",
            "[:]",
            "\u{feff}",
            "%",
            "---",
            "a: 'é",
        ] {
            let _ = parse(text);
            let _ = parse(&text.repeat(3000));
        }
        let deep: String = (0..5000).map(|i| format!("{}a:\n", " ".repeat(i % 300))).collect();
        let _ = parse(&deep);
    }
}
