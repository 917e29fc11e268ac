//! TOML 1.0, as lock files and manifests use it.
//!
//! Dates and numbers stay words. A line that cannot be read is reported once and skipped, so that one bad line does
//! not hide the packages behind it.

use std::borrow::Cow;

use super::cursor::Cursor;
use super::{Entry, MAX_DEPTH, Node, Parsed, Value, offset};

pub(crate) fn parse(text: &str) -> Parsed<'_> {
    let mut parser = Parser::new(text);
    parser.dotted_keys = true;
    let mut root = Node::new(0, Value::Map(Vec::new()));
    // The path of the current table, and its node found again for each line: tables are short.
    let mut table: Vec<Cow<'_, str>> = Vec::new();
    let mut pending: Vec<Entry<'_>> = Vec::new();
    let mut header_at = 0;
    loop {
        parser.skip_lines();
        let start = parser.at;
        match parser.peek() {
            None => break,
            Some(b'[') => {
                parser.check_keys(pending.iter());
                flush(&mut root, &table, header_at, &mut pending);
                let array = parser.rest().starts_with(b"[[");
                parser.at += if array { 2 } else { 1 };
                match parser.header(array) {
                    Some(path) => {
                        open_table(&mut root, &path, array, start);
                        table = path;
                        header_at = start;
                    }
                    None => parser.next_line(),
                }
            }
            Some(_) => {
                let entry = parser.entry(0);
                match entry {
                    Some(entry) if parser.end_of_line() => pending.push(entry),
                    Some(entry) => {
                        pending.push(entry);
                        parser.fail("expected the end of the line");
                        parser.next_line();
                    }
                    None => parser.next_line(),
                }
            }
        }
    }
    parser.check_keys(pending.iter());
    flush(&mut root, &table, header_at, &mut pending);
    Parsed { root, broken: parser.broken.or(parser.twice) }
}

/// Finds or makes the value at a key.
fn child<'n, 'a>(node: &'n mut Node<'a>, key: &Cow<'a, str>, at: usize) -> &'n mut Node<'a> {
    if !matches!(node.value, Value::Map(_)) {
        node.value = Value::Map(Vec::new());
    }
    let Value::Map(entries) = &mut node.value else { unreachable!("made a map above") };
    // Looking back a bounded way keeps a hostile file with a million tables from costing its square.
    let near = entries.len().saturating_sub(512);
    let index = match entries[near..].iter().rposition(|e| e.key == *key) {
        Some(index) => near + index,
        None => {
            entries.push(Entry { key: key.clone(), at: offset(at), node: Node::new(at, Value::Map(Vec::new())) });
            entries.len() - 1
        }
    };
    &mut entries[index].node
}

/// The node of a table path; the last element of each array of tables on the way.
fn descend<'n, 'a>(root: &'n mut Node<'a>, path: &[Cow<'a, str>], at: usize) -> &'n mut Node<'a> {
    let mut node = root;
    for key in path {
        node = child(node, key, at);
        if matches!(&node.value, Value::List(items) if !items.is_empty()) {
            let Value::List(items) = &mut node.value else { unreachable!("matched above") };
            let last = items.len() - 1;
            node = &mut items[last];
        }
    }
    node
}

fn open_table<'a>(root: &mut Node<'a>, path: &[Cow<'a, str>], array: bool, at: usize) {
    let Some((last, parents)) = path.split_last() else { return };
    let parent = descend(root, parents, at);
    let node = child(parent, last, at);
    if array {
        if !matches!(node.value, Value::List(_)) {
            node.value = Value::List(Vec::new());
        }
        if let Value::List(items) = &mut node.value {
            items.push(Node::new(at, Value::Map(Vec::new())));
        }
    }
}

fn flush<'a>(root: &mut Node<'a>, table: &[Cow<'a, str>], at: usize, pending: &mut Vec<Entry<'a>>) {
    if pending.is_empty() {
        return;
    }
    let node = descend(root, table, at);
    if !matches!(node.value, Value::Map(_)) {
        node.value = Value::Map(Vec::new());
    }
    let Value::Map(entries) = &mut node.value else { unreachable!("made a map above") };
    entries.append(pending);
}

/// The format of this module.
struct Toml;

type Parser<'a> = Cursor<'a, Toml>;

impl<'a> Cursor<'a, Toml> {
    /// Blank lines and comments.
    fn skip_lines(&mut self) {
        loop {
            match self.peek() {
                Some(b' ' | b'\t' | b'\r' | b'\n') => self.at += 1,
                Some(b'#') => self.next_line(),
                _ => return,
            }
        }
    }

    fn end_of_line(&mut self) -> bool {
        self.skip_blanks();
        matches!(self.peek(), None | Some(b'\n' | b'\r' | b'#'))
    }

    fn header(&mut self, array: bool) -> Option<Vec<Cow<'a, str>>> {
        let path = self.key_path()?;
        let close: &[u8] = if array { b"]]" } else { b"]" };
        if !self.rest().starts_with(close) {
            self.fail("a table's header does not end in a bracket");
            return None;
        }
        self.at += close.len();
        Some(path)
    }

    fn key_path(&mut self) -> Option<Vec<Cow<'a, str>>> {
        let mut path = Vec::with_capacity(1);
        loop {
            self.skip_blanks();
            path.push(self.key()?);
            if path.len() > MAX_DEPTH {
                self.fail("nested too deeply");
                return None;
            }
            self.skip_blanks();
            if self.peek() != Some(b'.') {
                return Some(path);
            }
            self.at += 1;
        }
    }

    fn key(&mut self) -> Option<Cow<'a, str>> {
        match self.peek() {
            Some(b'"' | b'\'') => self.string(),
            _ => {
                let start = self.at;
                while self.peek().is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_') || b >= 0x80) {
                    self.at += 1;
                }
                if start == self.at {
                    self.fail("expected a key");
                    return None;
                }
                Some(Cow::Borrowed(&self.text[start..self.at]))
            }
        }
    }

    /// `key.path = value`; a dotted key becomes nested maps.
    fn entry(&mut self, depth: usize) -> Option<Entry<'a>> {
        let start = self.at;
        let mut path = self.key_path()?;
        if self.peek() != Some(b'=') {
            self.fail("expected `=` behind a key");
            return None;
        }
        self.at += 1;
        self.skip_blanks();
        let node = self.value(depth)?;
        let mut entry = Entry { key: path.pop()?, at: offset(start), node };
        while let Some(key) = path.pop() {
            entry = Entry { key, at: offset(start), node: Node::new(start, Value::Map(vec![entry])) };
        }
        Some(entry)
    }

    fn value(&mut self, depth: usize) -> Option<Node<'a>> {
        let start = self.at;
        if depth >= MAX_DEPTH {
            self.fail("nested too deeply");
            self.at = self.bytes.len();
            return None;
        }
        let value = match self.peek() {
            Some(b'"' | b'\'') => Value::Text(self.string()?),
            Some(b'[') => self.list(depth)?,
            Some(b'{') => self.inline(depth)?,
            Some(b) if !matches!(b, b'\n' | b'\r' | b',' | b']' | b'}' | b'#') => {
                while self.peek().is_some_and(|b| !matches!(b, b'\n' | b'\r' | b',' | b']' | b'}' | b'#')) {
                    self.at += 1;
                }
                match self.text[start..self.at].trim_end() {
                    "true" => Value::Bool(true),
                    "false" => Value::Bool(false),
                    word => {
                        if !word.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.')) {
                            let end = std::mem::replace(&mut self.at, start);
                            self.fail("expected a value");
                            self.at = end;
                        }
                        Value::Bare(word)
                    }
                }
            }
            _ => {
                self.fail("expected a value");
                return None;
            }
        };
        Some(Node::new(start, value))
    }

    fn list(&mut self, depth: usize) -> Option<Value<'a>> {
        let mut items = Vec::new();
        self.at += 1;
        loop {
            self.skip_lines();
            match self.peek() {
                Some(b']') => {
                    self.at += 1;
                    return Some(Value::List(items));
                }
                Some(b',') => self.at += 1,
                None => {
                    self.fail("the file ends inside a list");
                    return Some(Value::List(items));
                }
                Some(_) => {
                    items.push(self.value(depth + 1)?);
                    self.skip_lines();
                    if !matches!(self.peek(), Some(b',' | b']') | None) {
                        self.fail("expected a comma between values");
                    }
                }
            }
        }
    }

    fn inline(&mut self, depth: usize) -> Option<Value<'a>> {
        let mut entries = Vec::new();
        self.at += 1;
        loop {
            self.skip_lines();
            match self.peek() {
                Some(b'}') => {
                    self.at += 1;
                    return Some(Value::Map(entries));
                }
                Some(b',') => self.at += 1,
                None => {
                    self.fail("the file ends inside a table");
                    return Some(Value::Map(entries));
                }
                Some(_) => entries.push(self.entry(depth + 1)?),
            }
        }
    }

    fn string(&mut self) -> Option<Cow<'a, str>> {
        let quote = self.peek()?;
        let triple = [quote; 3];
        if self.rest().starts_with(&triple) {
            return self.long_string(quote);
        }
        let start = self.at + 1;
        self.at = start;
        let mut escaped = false;
        loop {
            match self.peek() {
                None | Some(b'\n') => {
                    self.fail("a string does not end");
                    return None;
                }
                Some(b'\\') if quote == b'"' => {
                    escaped = true;
                    self.at += 1;
                    // The escaped character may be longer than a byte.
                    self.at += self.text.get(self.at..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8);
                }
                Some(b) if b == quote => break,
                Some(_) => {
                    let rest = self.bytes.get(self.at + 1..).unwrap_or_default();
                    self.at += 1 + memchr::memchr3(quote, b'\\', b'\n', rest).unwrap_or(rest.len());
                }
            }
        }
        let raw = self.text.get(start..self.at)?;
        self.at += 1;
        Some(if escaped { Cow::Owned(unescape(raw)) } else { Cow::Borrowed(raw) })
    }

    fn long_string(&mut self, quote: u8) -> Option<Cow<'a, str>> {
        let start = self.at + 3;
        let mut at = start;
        loop {
            let rest = self.bytes.get(at..)?;
            let Some(found) = memchr::memchr2(quote, b'\\', rest) else {
                self.fail("a string does not end");
                self.at = self.bytes.len();
                return None;
            };
            at += found;
            if self.bytes[at] == b'\\' {
                at += if quote == b'"' { 2 } else { 1 };
            } else if self.bytes[at..].starts_with(&[quote; 3]) {
                break;
            } else {
                at += 1;
            }
        }
        let raw = self.text.get(start..at)?;
        self.at = at + 3;
        // Up to two further quotes belong to the string.
        while self.peek() == Some(quote) {
            self.at += 1;
        }
        let raw = raw.strip_prefix("\r\n").or_else(|| raw.strip_prefix('\n')).unwrap_or(raw);
        Some(if quote == b'"' && raw.contains('\\') { Cow::Owned(unescape(raw)) } else { Cow::Borrowed(raw) })
    }
}

pub(crate) fn unescape(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let Some(c) = rest.chars().next() else { break };
        rest = &rest[c.len_utf8()..];
        match c {
            'n' => out.push('\n'),
            't' => out.push('\t'),
            'r' => out.push('\r'),
            'b' => out.push('\u{8}'),
            'f' => out.push('\u{c}'),
            'e' => out.push('\u{1b}'),
            'u' | 'U' => {
                let len = if c == 'u' { 4 } else { 8 };
                let digits = rest.get(..len).unwrap_or("");
                let code = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
                out.push(code.unwrap_or('\u{fffd}'));
                rest = &rest[digits.len()..];
            }
            // A backslash at the end of a line swallows the white space behind it.
            c if c.is_whitespace() => rest = rest.trim_start(),
            other => out.push(other),
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_arrays_and_places() {
        let text = "a = 1 # c\n[x.\"y.z\"]\nk = \"v\\u00e9\"\n[[p]]\nname = 'n'\n[p.q]\nr = [1, [2],\n {s = true}]\n[[p]]\nd.e = 2021-01-01\n";
        let p = parse(text);
        assert_eq!(p.broken, None);
        assert_eq!(p.root.at_path(&["x", "y.z", "k"]).and_then(Node::text), Some("vé"));
        let items = p.root.get("p").map(Node::items).unwrap();
        assert_eq!(items.len(), 2);
        assert_eq!(items[0].at_path(&["q", "r"]).map(|n| n.items().len()), Some(3));
        assert_eq!(items[1].at_path(&["d", "e"]).and_then(Node::text), Some("2021-01-01"));
        assert_eq!(items[1].at as usize, text.rfind("[[p]]").unwrap());
    }

    #[test]
    fn broken_lines_do_not_hide_the_rest() {
        let p = parse("[[p]]\nname = \n[[p]]\nname = \"b\"\n");
        assert_eq!(p.broken.map(|b| b.at), Some(13));
        assert_eq!(
            p.root.get("p").map(|n| n.items()[1].text_of("name").map(str::to_owned)),
            Some(Some("b".to_owned()))
        );
        let _ = parse(&"a = [".repeat(10_000));
        let _ = parse(&format!("a = {}", "[".repeat(100_000)));
        let _ = parse("a = \"\\");
        let _ = parse("a = \"\\é\"");
    }
}
