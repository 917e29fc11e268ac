//! What is given to a name: the operator or shape around it in any language and format, and the value.
//!
//! This is no parser of any language. From the end of the name it looks for a closing quote, a type, an operator, then
//! for a literal; anything unexpected ends the attempt. Work per name is bounded by a few hundred bytes.

use std::ops::Range;

use super::adjacent::adjacent;
use super::file_kind::FileKind;
use super::literal::{closing, literal, wrapped};
use super::markup::{begins_attribute, element, in_tag, next_element, open_tag};
use super::{compare, name};

/// Longest value.
pub(super) const MAX_VALUE: usize = 4096;
/// Longest stretch of blanks that is skipped.
const MAX_BLANK: usize = 120;

/// How a value is given to its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// `name = value`, `name: value`.
    Assign,
    /// `name == value`.
    Compare,
    /// `"name", "value"`.
    Argument,
    /// `name("value")`.
    Call,
    /// `<name>value</name>`, `name="…" value="value"`.
    Markup,
    /// `--name value`.
    Option,
    /// `name "value"`, `name value`.
    Adjacent,
}

/// A value and how it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Assigned {
    pub(crate) value: Range<usize>,
    pub(crate) quoted: bool,
    pub(crate) form: Form,
    /// Something is appended to the literal or substituted in it.
    pub(crate) joined: bool,
    /// The value stands in a list of `key=value` pairs such as a connection string or a URL's query.
    pub(crate) pair: bool,
    /// How many literals stood in the argument list.
    pub(crate) arguments: u8,
}

/// A place in a text and what may be skipped there.
pub(super) struct Cursor<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn rest(&self) -> &'a [u8] {
        &self.bytes[self.at.min(self.bytes.len())..]
    }

    pub(super) fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    pub(super) fn eat(&mut self, text: &[u8]) -> bool {
        let hit = self.rest().starts_with(text);
        self.at += if hit { text.len() } else { 0 };
        hit
    }

    /// Skips blanks; with `lines` also line ends.
    pub(super) fn blanks(&mut self, lines: bool) -> usize {
        let start = self.at;
        while self.at < self.bytes.len() && self.at - start < MAX_BLANK {
            match self.peek() {
                b' ' | b'\t' => self.at += 1,
                b'\r' | b'\n' if lines => self.at += 1,
                _ => break,
            }
        }
        self.at - start
    }

    /// A quote, plain or escaped; returns what closes it.
    pub(super) fn quote(&mut self) -> Option<&'static [u8]> {
        for (open, close) in QUOTES {
            if self.eat(open) {
                return Some(close);
            }
        }
        None
    }
}

const QUOTES: &[(&[u8], &[u8])] = &[
    (b"\"\"\"", b"\"\"\""),
    (b"\\\\\\\"", b"\\\\\\\""),
    (b"\\\"", b"\\\""),
    (b"\\'", b"\\'"),
    (b"\"", b"\""),
    (b"'", b"'"),
    (b"`", b"`"),
    (b"&quot;", b"&quot;"),
    ("“".as_bytes(), "”".as_bytes()),
];

/// The value given to the name at `name`.
pub(crate) fn value_of(bytes: &[u8], name: &Range<usize>, file: &FileKind) -> Option<Assigned> {
    let mut c = Cursor { bytes, at: name.end };
    let before = name.start.checked_sub(1).and_then(|i| bytes.get(i)).copied().unwrap_or(b'\n');
    let closed = c.quote().is_some();
    if let Some(len) = name::array_size(c.rest()).filter(|_| c.peek() == b'[' && !closed) {
        c.at += len;
    } else if let Some(len) = name::property(c.rest()).filter(|_| !closed) {
        c.at += len;
    }
    if before == b'{' && name.start >= 2 && bytes[name.start - 2] == b'$' {
        return shell_default(&mut c);
    }
    // Markdown: `**Password**: …`.
    if before == b'*' && !file.code {
        while c.eat(b"*") {}
    }
    if let Some(len) = name::block(bytes, name) {
        c.at += len;
        c.blanks(true);
        let close = c.quote()?;
        let len = closing(bytes, c.at, close)?;
        return Some(found(c.at..c.at + len, true, Form::Assign));
    }
    if let Some(len) = name::checked(bytes, name) {
        c.at += len;
        return typed(&mut c);
    }
    if let Some(len) = name::converted(bytes, name) {
        c.at += len;
        let close = c.quote()?;
        let len = closing(bytes, c.at, close)?;
        return Some(found(c.at..c.at + len, true, Form::Compare));
    }
    if let Some((len, index)) = name::among_several(bytes, name).filter(|_| !closed) {
        let value = argument(bytes, name.end + len, index)?;
        return Some(found(value, true, Form::Assign));
    }
    if let Some(len) = name::second_result(c.rest()).filter(|_| !closed) {
        c.at += len;
        c.blanks(false);
        c.eat(b":");
        if !c.eat(b"=") {
            return None;
        }
        c.blanks(false);
        return literal(&mut c, Form::Assign, name, before, file).filter(|a| a.quoted);
    }
    // `data["token"], next`, `f("secret") == x`: what follows is given to what was taken or made, not to the name.
    let mut taken = false;
    // `input[type=password]:focus` of a style sheet.
    if c.peek() == b']' && before == b'=' {
        return None;
    }
    if c.peek() == b']' || (c.peek() == b')' && closed) {
        taken = true;
        c.at += 1;
        let inner = c.quote().is_some() && c.eat(b")");
        if c.peek() == b'.' && (closed || inner) {
            return typed(&mut c);
        }
    }
    let gap = c.blanks(false);
    if c.eat("：".as_bytes()) {
        c.blanks(false);
        return literal(&mut c, Form::Assign, name, before, file);
    }
    // A row of a table in Markdown: `| API_KEY | `…` |`.
    if c.peek() == b'|' && !file.code && gap <= 40 && in_row(bytes, name.start) && !c.rest().starts_with(b"||") {
        c.at += 1;
        c.blanks(false);
        let tick = c.eat(b"`");
        let text = &c.rest()[..c.rest().len().min(MAX_VALUE)];
        let cell = &text[..text.iter().position(|b| matches!(b, b'|' | b'`' | b'\n')).unwrap_or(text.len())];
        let word = cell.trim_ascii_end();
        let plain = word.len() >= 8
            && !word.iter().any(u8::is_ascii_whitespace)
            && (tick || text.get(cell.len()) == Some(&b'|'));
        return plain.then(|| found(c.at..c.at + word.len(), true, Form::Adjacent));
    }
    if &bytes[name.clone()] == b"rootpw" && c.rest().starts_with(b"--plaintext ") {
        return adjacent(&mut c, bytes, name, before, file);
    }
    let form = match c.peek() {
        b'<' if c.rest().starts_with(b"</") => return next_element(&c),
        _ if (before == b'<' || before == b':' && in_tag(bytes, name.start)) && gap > 0
            || closed && gap > 0 && begins_attribute(c.rest()) =>
        {
            return open_tag(&c);
        }
        b'=' | b':' | b'!' | b'?' | b'+' | b'|' | b'.' | b'<' | b'-' => operator(&mut c)?,
        b',' if closed => {
            if taken {
                return None;
            }
            c.at += 1;
            // `'User and password', value: …` is the label of a choice.
            if before != b' '
                && let Some(found) = sibling(&mut c, file)
            {
                return Some(found);
            }
            // `"cipher": "psk", "other": …`: the string is a value itself.
            if is_value(bytes, name.start) {
                return None;
            }
            c.blanks(true);
            let label = c.eat(b"with:")
                || c.eat(b"with =>")
                || is_set(bytes, name.start)
                || before != b' ' && is_entry(bytes, name.start, c.rest())
                || file.settings && in_values(bytes, name.start) && is_no_type(c.rest());
            if label { Form::Assign } else { Form::Argument }
        }
        // `put(Context.SECURITY_CREDENTIALS, "…")`; `may_be_given` lets constants only through.
        b',' => {
            c.at += 1;
            match before {
                b'{' => Form::Assign,
                _ if compare::is_compared(bytes, name) => Form::Compare,
                _ if compare::is_written_to(bytes, name) => Form::Assign,
                _ => Form::Argument,
            }
        }
        b'{' if closed => return block_default(&c, file),
        b'(' | b'{' if gap == 0 && !closed || c.peek() == b'{' => {
            c.at += 1;
            Form::Call
        }
        b'>' if before == b'<' || before == b':' || closed => {
            c.at += 1;
            return element(&c);
        }
        b'/' | b'>' => return None,
        // `When I fill in "Password" with "…"`.
        b'w' if closed && gap == 1 && (c.rest().starts_with(b"with \"") || c.rest().starts_with(b"with '")) => {
            c.at += 5;
            Form::Assign
        }
        _ if closed || c.peek() == b'\n' || c.peek() == b'\r' => return sibling(&mut c, file),
        _ if gap > 0 => return adjacent(&mut c, bytes, name, before, file),
        _ => return None,
    };
    if form == Form::Call {
        return call(&mut c);
    }
    // `compute:os-password:show`, `root_passwd:,imgtar:`: colons within one word.
    let word = |b: u8| b.is_ascii_alphanumeric() || b == b'*';
    let within = before == b':' && name.start >= 2 && word(bytes[name.start - 2]);
    if c.bytes[c.at - 1] == b':' && (within && c.peek() != b' ' || c.peek() == b',') {
        return None;
    }
    c.blanks(false);
    // `"password": {"value": "…"}`.
    if closed && c.peek() == b'{' {
        let mut inner = Cursor { bytes, at: c.at + 1 };
        if let Some(found) = sibling(&mut inner, file) {
            return Some(found);
        }
    }
    // A literal may stand on the next line, in parentheses or behind a constructor.
    if file.config && matches!(c.peek(), b'>' | b'|') {
        return block_scalar(&c, name);
    }
    let line_end = c.peek() == b'\n' || c.peek() == b'\r';
    if line_end
        && file.config
        && !file.code
        && !closed
        && let Some(found) = first_item(&c)
    {
        return Some(found);
    }
    if c.peek() == b'(' {
        c.at += 1;
    }
    if line_end || c.bytes.get(c.at.wrapping_sub(1)) == Some(&b'(') {
        let mark = c.at;
        c.blanks(true);
        if !matches!(c.peek(), b'"' | b'\'' | b'`') {
            if line_end {
                return None;
            }
            c.at = mark;
        }
    }
    let given = literal(&mut c, form, name, before, file)?;
    // `"secret" === t.kind ? …`: an expression.
    if form == Form::Compare && !given.quoted && (taken || file.code && closed) {
        return None;
    }
    // A key of a dictionary is no value: `"psk", "next": …`.
    if form == Form::Argument {
        let mut after = Cursor { bytes, at: given.value.end };
        after.quote();
        after.blanks(false);
        if after.peek() == b':' || after.rest().starts_with(b"=>") {
            return None;
        }
    }
    Some(given)
}

/// Functions that give the value behind a name to that name.
const SETTING: &[&str] = &[
    "define",
    "setdefault",
    "setproperty",
    "put",
    "setenv",
    "putenv",
    "setitem",
    "addproperty",
    "withenv",
    "environmentvariable",
    "setattribute",
    "putstring",
    "setstring",
    "set_option",
    "update_option",
    "setconfig",
];

/// Whether a string in quotes is the first argument of a function that gives a value to a name: `define('NAME', 'value')`.
fn is_set(bytes: &[u8], name: usize) -> bool {
    let head = &bytes[line_start(bytes, name)..name];
    let Some((b'"' | b'\'', head)) = head.split_last() else { return false };
    let Some(head) = head.trim_ascii_end().strip_suffix(b"(") else { return false };
    let len = head.iter().rev().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
    let word = head[head.len() - len..].to_ascii_lowercase();
    SETTING.iter().any(|s| s.as_bytes() == word)
}

/// Whether a string in quotes is the name of an entry in braces: `{ "Smtp:Password", "value" }` of C# and Java.
fn is_entry(bytes: &[u8], name: usize, rest: &[u8]) -> bool {
    let head = &bytes[line_start(bytes, name)..name];
    let Some(head) = head.iter().rposition(|b| matches!(b, b'"' | b'\'')).map(|i| head[..i].trim_ascii_end()) else {
        return false;
    };
    let Some((quote @ (b'"' | b'\''), text)) = rest.split_first() else { return false };
    let Some(end) = memchr::memchr(*quote, &text[..text.len().min(MAX_VALUE)]) else { return false };
    head.ends_with(b"{") && text[end + 1..].trim_ascii_start().starts_with(b"}")
}

/// Whether a line up to here is a row of a dump: `INSERT INTO settings VALUES (3,'smtp_password','…')`, `(4, 'token', '…'),`.
fn in_values(bytes: &[u8], name: usize) -> bool {
    let head = bytes[line_start(bytes, name)..name].trim_ascii_start();
    let begins = head.first() == Some(&b'(') && head.contains(&b',')
        || head.get(..6).is_some_and(|h| h.eq_ignore_ascii_case(b"insert"));
    begins && matches!(head.last(), Some(b'\''))
}

/// Whether the string that begins here has a form that no type, size or name of a column has: `VARCHAR2(255)`, `text_1`.
fn is_no_type(rest: &[u8]) -> bool {
    let Some((quote @ (b'\'' | b'"'), text)) = rest.split_first() else { return false };
    let Some(text) = memchr::memchr(*quote, text).and_then(|len| text.get(..len.min(MAX_VALUE))) else { return false };
    let plain = !text.iter().any(|b| matches!(b, b'(' | b')' | b'_'));
    plain && text.len() >= 10 && super::value::Shape::of(text).classes() >= 3
}

/// Whether the string that a name begins is the value of a pair: `"a": "name"`, `a="name"`.
fn is_value(bytes: &[u8], name: usize) -> bool {
    let head = &bytes[line_start(bytes, name)..name];
    let Some((b'"' | b'\'' | b'`', head)) = head.split_last() else { return false };
    let head = head.strip_suffix(b"b").or_else(|| head.strip_suffix(b"r")).unwrap_or(head);
    matches!(head.trim_ascii_end().last(), Some(b':' | b'='))
}

/// `${NAME:-default}` of shells and compose files, `${name:default}` of Spring; `${NAME:?message}` gives nothing.
fn shell_default(c: &mut Cursor<'_>) -> Option<Assigned> {
    let name_end = c.at;
    // Robot Framework: `${PASSWORD}    value`, which begins its line.
    if c.rest().starts_with(b"}  ") {
        c.at += 1;
        c.blanks(false);
        let text = &c.rest()[..c.rest().len().min(MAX_VALUE)];
        let text = text[..memchr::memchr(b'\n', text).unwrap_or(text.len())].trim_ascii_end();
        let word = !text.is_empty() && !text.iter().any(|b| matches!(b, b' ' | b'$' | b'&' | b'|' | b'='));
        return word.then(|| found(c.at..c.at + text.len(), true, Form::Assign));
    }
    if !(c.eat(b":-") || c.eat(b":=") || c.eat(b"-") || c.eat(b":")) || matches!(c.peek(), b'?' | b'+') {
        return None;
    }
    let rest = &c.rest()[..c.rest().len().min(200)];
    let len = rest.iter().position(|b| matches!(b, b'}' | b'\n' | b'$' | b'{'))?;
    // Behind a colon stands a literal; a lone `-` may be a minus.
    let quoted = c.bytes[name_end] == b':' && !rest[..len].contains(&b' ');
    (len > 0 && rest[len] == b'}').then(|| found(c.at..c.at + len, quoted, Form::Assign))
}

/// Methods that put text into a field that was just looked up.
const TYPING: &[&[u8]] = &[
    b".type(",
    b".fill(",
    b".sendKeys(",
    b".send_keys(",
    b".setValue(",
    b".set_value(",
    b".val(",
    b".set(",
    b".typeText(",
    b".enterText(",
    b".simulate(",
];

/// Methods of tests that say what is returned for a call, or what it must be.
pub(super) const ANSWERS: &[&[u8]] = &[
    b".and_return(",
    b".andReturn(",
    b".thenReturn(",
    b".willReturn(",
    b".mockReturnValue(",
    b".isEqualTo(",
    b".toEqual(",
    b".toBe(",
    b".toStrictEqual(",
    b".to eq(",
    b".should.equal(",
    b".to.equal(",
    b".to.eq(",
];

/// `get("#password").type("…")`.
fn typed(c: &mut Cursor<'_>) -> Option<Assigned> {
    TYPING
        .iter()
        .chain(ANSWERS)
        .any(|m| c.eat(m))
        .then(|| call(c))
        .flatten()
        .map(|a| Assigned { form: Form::Assign, ..a })
}

/// `variable "name" { … default = "…" }` of Terraform.
fn block_default(c: &Cursor<'_>, file: &FileKind) -> Option<Assigned> {
    let window = &c.rest()[..c.rest().len().min(500)];
    let end = memchr::memmem::find(window, b"\n}").unwrap_or(window.len());
    let at = memchr::memmem::find(&window[..end], b"default")?;
    let mut d = Cursor { bytes: c.bytes, at: c.at + at + 7 };
    d.blanks(false);
    if !d.eat(b"=") {
        return None;
    }
    d.blanks(false);
    let name = d.at..d.at;
    literal(&mut d, Form::Assign, &name, b'\n', file).filter(|a| a.quoted && a.value.end < c.at + end)
}

/// An operator that gives or compares, with a type before it where languages write one.
fn operator(c: &mut Cursor<'_>) -> Option<Form> {
    for sign in [&b"==="[..], b"!==", b"==", b"!="] {
        if c.eat(sign) {
            return Some(Form::Compare);
        }
    }
    for sign in [&b":::="[..], b"::=", b":=", b"=>", b"?=", b".=", b"||=", b"+=", b"<-", b"=~"] {
        if c.eat(sign) {
            return (sign != b"=~").then_some(Form::Assign);
        }
    }
    if c.eat(b"->") || c.eat(b"::") || c.eat(b"?:") {
        return None;
    }
    if c.eat(b"=") {
        return Some(Form::Assign);
    }
    if !c.eat(b":") {
        return None;
    }
    // `: string = "…"`, `: &'static str = "…"`.
    let mark = c.at;
    c.blanks(false);
    let mut n = 0;
    while n < 40
        && (c.peek().is_ascii_alphanumeric()
            || matches!(c.peek(), b'_' | b'<' | b'>' | b'?' | b'&' | b'\'' | b'.' | b'[' | b']' | b'|' | b' '))
    {
        c.at += 1;
        n += 1;
    }
    if n > 0
        && c.peek() == b'='
        && !c.rest().starts_with(b"==")
        && !c.rest().starts_with(b"=>")
        && c.bytes[c.at - 1] == b' '
    {
        c.at += 1;
    } else {
        c.at = mark;
    }
    Some(Form::Assign)
}

/// Whether a line up to here is the beginning of a row: `| ` and perhaps a backtick.
fn in_row(bytes: &[u8], at: usize) -> bool {
    let head = bytes[line_start(bytes, at)..at].trim_ascii();
    head.strip_suffix(b"`").unwrap_or(head).trim_ascii_end().ends_with(b"|")
}

/// `>-` or `|` and the text on the next line, if it is one word.
fn block_scalar(c: &Cursor<'_>, name: &Range<usize>) -> Option<Assigned> {
    let mut c = Cursor { bytes: c.bytes, at: c.at };
    let head = c.rest().iter().take(4).take_while(|b| matches!(b, b'>' | b'|' | b'-' | b'+' | b'0'..=b'9')).count();
    c.at += head;
    c.blanks(false);
    if !matches!(c.peek(), b'\n' | b'\r') {
        return None;
    }
    c.blanks(true);
    let indent = |at: usize| at - line_start(c.bytes, at);
    let text = &c.rest()[..c.rest().len().min(MAX_VALUE)];
    let end = memchr::memchr2(b'\n', b'\r', text).unwrap_or(text.len());
    let word = text[..end].trim_ascii_end();
    let fits = !word.is_empty() && !word.iter().any(u8::is_ascii_whitespace) && indent(c.at) > indent(name.start);
    // A text of several lines is no password.
    let rest = text[end..].trim_ascii_start();
    let next = c.at + text.len() - rest.len();
    let alone = rest.is_empty() || indent(next) < indent(c.at);
    (fits && alone).then(|| found(c.at..c.at + word.len(), false, Form::Assign))
}

/// `passwords:` and `- value` on the next line.
fn first_item(c: &Cursor<'_>) -> Option<Assigned> {
    let mut c = Cursor { bytes: c.bytes, at: c.at };
    c.blanks(true);
    if !c.eat(b"- ") {
        return None;
    }
    c.blanks(false);
    let close = c.quote();
    let text = &c.rest()[..c.rest().len().min(MAX_VALUE)];
    let line = &text[..memchr::memchr2(b'\n', b'\r', text).unwrap_or(text.len())];
    let len = match close {
        Some(close) => memchr::memmem::find(line, close)?,
        None => line.trim_ascii_end().len(),
    };
    let item = &line[..len];
    let plain = !item.is_empty() && !item.iter().any(|b| b.is_ascii_whitespace() || *b == b':');
    plain.then(|| found(c.at..c.at + len, close.is_some(), Form::Assign))
}

/// Where the line of `at` begins, but at most 300 bytes before: lines of minified files have megabytes.
pub(crate) fn line_start(bytes: &[u8], at: usize) -> usize {
    let low = at.saturating_sub(300);
    memchr::memrchr(b'\n', &bytes[low..at]).map_or(low, |i| low + i + 1)
}

pub(super) fn found(value: Range<usize>, quoted: bool, form: Form) -> Assigned {
    Assigned { value, quoted, form, joined: false, pair: false, arguments: 0 }
}

/// `key="name" value="…"`, `name: NAME` and `value: …` on the next line.
fn sibling(c: &mut Cursor<'_>, file: &FileKind) -> Option<Assigned> {
    let mut s = Cursor { bytes: c.bytes, at: c.at };
    s.eat(b",");
    s.blanks(true);
    s.quote();
    let word = &s.rest()[..s.rest().len().min(5)];
    if !word.eq_ignore_ascii_case(b"value") {
        return None;
    }
    s.at += 5;
    s.quote();
    s.blanks(false);
    if !(s.eat(b"=") || s.eat(b":")) || s.peek() == b'=' {
        return None;
    }
    s.blanks(false);
    let name = s.at..s.at;
    literal(&mut s, Form::Markup, &name, b'\n', file)
}

/// `setPassword("value")`, `NetworkCredential("user", "value")`: the last of at most three literals.
fn call(c: &mut Cursor<'_>) -> Option<Assigned> {
    let mut last = None;
    let mut arguments = 0;
    for _ in 0..3 {
        c.blanks(true);
        c.eat(b"@");
        let Some(close) = c.quote() else { break };
        let start = c.at;
        let len = closing(c.bytes, start, close)?;
        last = Some(start..start + len);
        arguments += 1;
        c.at = start + len + close.len();
        c.blanks(false);
        if !c.eat(b",") {
            break;
        }
    }
    let value = last?;
    // `"…".toCharArray()` is the literal all the same.
    let ends = matches!(c.peek(), b')' | b'}') || c.peek() == b'.' && !c.rest().starts_with(b"..");
    ends.then(|| Assigned { arguments, ..found(value, true, Form::Call) })
}

/// The argument of index `wanted` of the list that begins behind `open`, if it is a literal, perhaps made bytes of.
pub(crate) fn argument(bytes: &[u8], open: usize, wanted: usize) -> Option<Range<usize>> {
    let mut c = Cursor { bytes, at: open };
    for _ in 0..wanted {
        c.blanks(true);
        c.at += argument_length(c.rest())? + 1;
    }
    c.blanks(true);
    // Rust: `Some("…")`, `b"…"`.
    c.eat(b"Some(");
    if c.rest().starts_with(b"b\"") {
        c.at += 1;
    }
    let close = c.quote().or_else(|| wrapped(&mut c).map(|(_, close)| close))?;
    let start = c.at;
    let len = closing(bytes, start, close)?;
    // What is appended to is a part of the argument.
    let mut after = Cursor { bytes, at: start + len + close.len() };
    after.blanks(false);
    (!matches!(after.peek(), b'+' | b'%' | b'?')).then(|| start..start + len)
}

/// Length of one argument up to the comma behind it, with the calls and literals in it.
fn argument_length(rest: &[u8]) -> Option<usize> {
    let text = &rest[..rest.len().min(300)];
    let (mut depth, mut i) = (0usize, 0usize);
    while i < text.len() {
        match text[i] {
            b',' if depth == 0 => return Some(i),
            b')' | b']' | b'}' if depth == 0 => return None,
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            b';' | b'{' | b'}' => return None,
            quote @ (b'"' | b'\'' | b'`') => i += 1 + closing_or_empty(&text[i + 1..], quote)?,
            _ => {}
        }
        i += 1;
    }
    None
}

/// Length of a literal, which may be empty, up to its quote.
fn closing_or_empty(text: &[u8], quote: u8) -> Option<usize> {
    let mut i = 0;
    while i < text.len() && text[i] != b'\n' {
        if text[i] == quote {
            return Some(i);
        }
        i += 1 + usize::from(text[i] == b'\\');
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, text: &str, expected: Option<(&str, Form)>) {
        let at = text.to_lowercase().find("pass").or(text.to_lowercase().find("token")).expect("a name");
        let name = super::super::name::extent(text.as_bytes(), at);
        let file = FileKind::of(path, text.as_bytes());
        let found = value_of(text.as_bytes(), &name, &file).map(|a| (text[a.value.clone()].to_owned(), a.form));
        assert_eq!(found, expected.map(|(v, f)| (v.to_owned(), f)), "{text}");
    }

    #[test]
    fn assignments_in_many_languages() {
        for (path, text) in [
            ("a.py", "password = 'v1'"),
            ("a.go", "password := \"v1\""),
            ("a.go", "var dbPassword string = \"v1\""),
            ("a.ts", "const password: string = \"v1\";"),
            ("a.rs", "const PASSWORD: &str = \"v1\";"),
            ("a.json", "{\"password\": \"v1\"}"),
            ("a.rb", "  :password => 'v1',"),
            ("a.php", "$config['password'] = 'v1';"),
            ("a.yml", "password: v1"),
            (".env", "export DB_PASSWORD=v1"),
            ("a.properties", "spring.datasource.password=v1"),
            ("a.json", "{\"x\": \"PASSWORD=v1\\nB=2\"}"),
            ("a.js", "x = \"{\\\"password\\\": \\\"v1\\\"}\""),
            ("a.cs", "new byte[] { }; var password = @\"v1\";"),
            ("a.py", "password = os.environ.get(\"PW\", \"v1\")"),
            ("a.py", "password = (\n    'v1')"),
        ] {
            check(path, text, Some(("v1", Form::Assign)));
        }
    }

    #[test]
    fn other_forms() {
        check("a.py", "if password == 'v1':", Some(("v1", Form::Compare)));
        check("a.php", "define('DB_PASSWORD', 'v1');", Some(("v1", Form::Assign)));
        check("a.java", "ds.setPassword(\"v1\");", Some(("v1", Form::Call)));
        check("a.java", "if (password.equals(\"v1\"))", Some(("v1", Form::Call)));
        check("a.xml", "<password>v1</password>", Some(("v1", Form::Markup)));
        check("a.xml", "<adafruitToken>\n    v1\n</adafruitToken>", Some(("v1", Form::Markup)));
        check("a.config", "<add key=\"SmtpPassword\" value=\"v1\"/>", Some(("v1", Form::Markup)));
        check("a.yml", "- name: DB_PASSWORD\n  value: v1\n", Some(("v1", Form::Markup)));
        check("a.sh", "mysql --password v1 -h x", Some(("v1", Form::Option)));
        check("a.sh", "mysql --password=v1 -h x", Some(("v1", Form::Assign)));
        check("a.gradle", "password 'v1'", Some(("v1", Form::Assign)));
        check("a.py", "the password 'v1'", Some(("v1", Form::Adjacent)));
        check("a.c", "char password[] = \"v1\";", Some(("v1", Form::Assign)));
        check("a.cs", "public string Password { get; set; } = \"v1\";", Some(("v1", Form::Assign)));
        check("a.c", "if (strcmp(password, \"v1\") == 0)", Some(("v1", Form::Compare)));
        check("a.erl", "{password, \"v1\"}", Some(("v1", Form::Assign)));
        check("a.yml", "password: >-\n  v1\n", Some(("v1", Form::Assign)));
        check("a.yml", "passwords:\n  - v1\n", Some(("v1", Form::Assign)));
        check("a.plist", "<key>password</key>\n<string>v1</string>", Some(("v1", Form::Markup)));
        check("Dockerfile", "ENV DB_PASSWORD v1", Some(("v1", Form::Option)));
        check(".netrc", "machine h login u password v1", Some(("v1", Form::Option)));
    }

    #[test]
    fn nothing_is_given() {
        check("a.json", "\"text\": \"get past a login that is checked by it. Pass values as arguments\"", None);
        check("a.md", "a copy of the login page. Redirect, or pass through `url`.", None);
        check("a.py", "def login(password):", None);
        check("a.cpp", "password::reset()", None);
        check("a.html", "<input type=\"password\" id=x>", None);
        check("a.py", "password = ''", None);
    }
}
