//! What is given to a name: the operator or shape around it in any language and format, and the value.
//!
//! This is no parser of any language. From the end of the name it looks for a closing quote, a type, an operator, then
//! for a literal; anything unexpected ends the attempt. Work per name is bounded by a few hundred bytes.

use std::ops::Range;

use super::file_kind::FileKind;

/// Longest value.
const MAX_VALUE: usize = 4096;
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

struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a [u8] {
        &self.bytes[self.at.min(self.bytes.len())..]
    }

    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    fn eat(&mut self, text: &[u8]) -> bool {
        let hit = self.rest().starts_with(text);
        self.at += if hit { text.len() } else { 0 };
        hit
    }

    /// Skips blanks; with `lines` also line ends.
    fn blanks(&mut self, lines: bool) -> usize {
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
    fn quote(&mut self) -> Option<&'static [u8]> {
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
    if before == b'{' && name.start >= 2 && bytes[name.start - 2] == b'$' {
        return shell_default(&mut c);
    }
    if c.peek() == b']' || (c.peek() == b')' && closed) {
        c.at += 1;
        let inner = c.quote().is_some() && c.eat(b")");
        if c.peek() == b'.' && (closed || inner) {
            return typed(&mut c);
        }
    }
    let gap = c.blanks(false);
    let form = match c.peek() {
        b'=' | b':' | b'!' | b'?' | b'+' | b'|' | b'.' | b'<' | b'-' => operator(&mut c)?,
        b',' if closed => {
            c.at += 1;
            if let Some(found) = sibling(&mut c, file) {
                return Some(found);
            }
            c.blanks(true);
            let label = c.eat(b"with:") || c.eat(b"with =>");
            if label { Form::Assign } else { Form::Argument }
        }
        // `put(Context.SECURITY_CREDENTIALS, "…")`; `may_be_given` lets constants only through.
        b',' => {
            c.at += 1;
            Form::Argument
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
        _ if closed || c.peek() == b'\n' || c.peek() == b'\r' => return sibling(&mut c, file),
        _ if gap > 0 => return adjacent(&mut c, bytes, name, before, file),
        _ => return None,
    };
    if form == Form::Call {
        return call(&mut c);
    }
    c.blanks(false);
    // A literal may stand on the next line, in parentheses or behind a constructor.
    let line_end = c.peek() == b'\n' || c.peek() == b'\r';
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
    literal(&mut c, form, name, before, file)
}

/// `${NAME:-default}` of shells and compose files, `${name:default}` of Spring; `${NAME:?message}` gives nothing.
fn shell_default(c: &mut Cursor<'_>) -> Option<Assigned> {
    if !(c.eat(b":-") || c.eat(b":=") || c.eat(b"-") || c.eat(b":")) || matches!(c.peek(), b'?' | b'+') {
        return None;
    }
    let rest = &c.rest()[..c.rest().len().min(200)];
    let len = rest.iter().position(|b| matches!(b, b'}' | b'\n' | b'$' | b'{'))?;
    (len > 0 && rest[len] == b'}').then(|| found(c.at..c.at + len, false, Form::Assign))
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

/// `get("#password").type("…")`.
fn typed(c: &mut Cursor<'_>) -> Option<Assigned> {
    TYPING.iter().any(|m| c.eat(m)).then(|| call(c)).flatten().map(|a| Assigned { form: Form::Assign, ..a })
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

/// `<name>value</name>`.
fn element(c: &Cursor<'_>) -> Option<Assigned> {
    let mut c = Cursor { bytes: c.bytes, at: c.at };
    c.blanks(true);
    if c.eat(b"<![CDATA[") {
        let len = memchr::memmem::find(&c.rest()[..c.rest().len().min(MAX_VALUE)], b"]]>")?;
        return Some(found(c.at..c.at + len, true, Form::Markup));
    }
    let window = &c.rest()[..c.rest().len().min(MAX_VALUE)];
    let end = memchr::memchr(b'<', window)?;
    if !window[end..].starts_with(b"</") {
        return None;
    }
    let text = window[..end].trim_ascii_end();
    (!text.is_empty() && !text.contains(&b'\n')).then(|| found(c.at..c.at + text.len(), true, Form::Markup))
}

/// Where the line of `at` begins, but at most 300 bytes before: lines of minified files have megabytes.
pub(crate) fn line_start(bytes: &[u8], at: usize) -> usize {
    let low = at.saturating_sub(300);
    memchr::memrchr(b'\n', &bytes[low..at]).map_or(low, |i| low + i + 1)
}

fn found(value: Range<usize>, quoted: bool, form: Form) -> Assigned {
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

/// `--name value`, `name 'value'`, `ENV NAME value`, `machine h login u password value`, `var name type = "…"`.
fn adjacent(c: &mut Cursor<'_>, bytes: &[u8], name: &Range<usize>, before: u8, file: &FileKind) -> Option<Assigned> {
    if before == b'-' || before == b'/' && !file.code {
        if matches!(c.peek(), b'-' | b'\\' | b'|' | b'>' | b'\n' | b'\r' | b'=' | b'<' | b'[') {
            return None;
        }
        return literal(c, Form::Option, name, before, file);
    }
    let line_start = line_start(bytes, name.start);
    let line = &bytes[line_start..name.start];
    if matches!(c.peek(), b'"' | b'\'') || c.peek() == b'`' && !file.code {
        // `#define NAME "…"`, `storePassword "…"`: what begins a line is no end of a sentence.
        let begins = line.trim_ascii().is_empty() && file.code || line.trim_ascii().ends_with(b"#define");
        let found = literal(c, if begins { Form::Assign } else { Form::Adjacent }, name, before, file)?;
        // The quote may end a string that holds the name; then what follows it is code.
        let code = |b: &u8| matches!(b, b' ' | b',' | b'(' | b')' | b'=' | b';' | b'+' | b'{' | b'}' | b'<' | b'>');
        return (!c.bytes[found.value.clone()].iter().any(code)).then_some(found);
    }
    // Go and Visual Basic: `var token string = "…"`, `Dim token As String = "…"`.
    let mark = c.at;
    let mut n = 0;
    while n < 24 && (c.peek().is_ascii_alphanumeric() || matches!(c.peek(), b' ' | b'*' | b'[' | b']' | b'.')) {
        c.at += 1;
        n += 1;
    }
    if n > 1 && c.peek() == b'=' && !c.rest().starts_with(b"==") && c.bytes[c.at - 1] == b' ' {
        c.at += 1;
        c.blanks(false);
        if matches!(c.peek(), b'"' | b'\'' | b'`') {
            return literal(c, Form::Assign, name, before, file);
        }
    }
    // `The password is "…"`.
    c.at = mark;
    if c.eat(b"is ") || c.eat(b"is: ") {
        c.blanks(false);
        if matches!(c.peek(), b'"' | b'\'' | b'`') {
            return literal(c, Form::Assign, name, before, file);
        }
        return None;
    }
    // `The password for user 'x' is 'y'`.
    let tail = &c.rest()[..c.rest().len().min(MAX_VALUE)];
    let sentence = tail.split(|&b| b == b'\n').next().unwrap_or(b"");
    if sentence.starts_with(b"for ")
        && let Some(is) = memchr::memmem::find(&sentence[..sentence.len().min(80)], b" is ")
    {
        c.at += is + 4;
        if matches!(c.peek(), b'"' | b'\'' | b'`') {
            return literal(c, Form::Assign, name, before, file);
        }
        return None;
    }
    let docker = line.trim_ascii().eq_ignore_ascii_case(b"env") || line.trim_ascii().eq_ignore_ascii_case(b"setx");
    let netrc = memchr::memmem::find(line, b"login ").is_some()
        || (line.trim_ascii().is_empty() && follows_login(bytes, line_start));
    c.at = mark;
    if docker || netrc {
        return literal(c, Form::Option, name, before, file);
    }
    // `requirepass value` alone on its line, as daemons are configured.
    let text = sentence.trim_ascii_end();
    let alone = line.trim_ascii().is_empty() && !text.is_empty() && !text.iter().any(u8::is_ascii_whitespace);
    if alone && file.config && !file.code && !file.docs {
        return literal(c, Form::Adjacent, name, before, file);
    }
    None
}

/// Whether the line before begins with `login` or `machine`, as in a `.netrc` of several lines.
fn follows_login(bytes: &[u8], line_start: usize) -> bool {
    let above = bytes[line_start.saturating_sub(400)..line_start].trim_ascii_end();
    let start = memchr::memrchr(b'\n', above).map_or(0, |i| i + 1);
    let line = above[start..].trim_ascii_start();
    line.starts_with(b"login ") || line.starts_with(b"machine ")
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

/// The argument of index `wanted` of the list that begins behind `open`, if it is a literal.
pub(crate) fn argument(bytes: &[u8], open: usize, wanted: usize) -> Option<Range<usize>> {
    let mut c = Cursor { bytes, at: open };
    for index in 0..=wanted {
        c.blanks(true);
        c.eat(b"@");
        if let Some(close) = c.quote() {
            let start = c.at;
            let len = closing(bytes, start, close)?;
            if index == wanted {
                return Some(start..start + len);
            }
            c.at = start + len + close.len();
        }
        // What else belongs to this argument, without calls and blocks in it.
        let rest = &c.rest()[..c.rest().len().min(200)];
        let end = rest.iter().position(|b| matches!(b, b',' | b')' | b'\n' | b'{' | b'}' | b';'))?;
        if rest[end] != b',' {
            return None;
        }
        c.at += end + 1;
    }
    None
}

/// Functions and prefixes around a literal that leave it what it is.
const WRAPPERS: &[&[u8]] = &[
    b"new String(",
    b"[]byte(",
    b"String(",
    b"bytes(",
    b"str(",
    b"Buffer.from(",
    b"SecureString(",
    b"new SecureString(",
    b"SecretStr(",
    b"b64decode(",
    b"base64.b64decode(",
    b"bytes.fromhex(",
    b"bytearray(",
    b"unhexlify(",
    b"atob(",
    b"Some(",
    b"ConvertTo-SecureString ",
    b"ConvertTo-SecureString -String ",
    b"Secret(",
    b"@",
    b"b",
    b"r",
    b"u",
    b"L",
    b"rb",
    b"br",
    b"N",
    b"f",
    b"$",
    b"!!str ",
    b"!vault ",
    b"[",
    b"{",
    b"*",
    b"&",
];

fn literal(c: &mut Cursor<'_>, form: Form, name: &Range<usize>, before: u8, file: &FileKind) -> Option<Assigned> {
    let mut quote = c.quote();
    let mut formatted = false;
    let mut braced = false;
    if quote.is_none() {
        for wrapper in WRAPPERS {
            let mut inner = Cursor { bytes: c.bytes, at: c.at };
            if inner.eat(wrapper)
                && let Some(close) = inner.quote()
            {
                formatted = matches!(*wrapper, b"f" | b"$");
                braced = *wrapper == b"{";
                quote = Some(close);
                c.at = inner.at;
                break;
            }
        }
    }
    let Some(close) = quote else {
        if let Some(found) = environment_default(c, form) {
            return Some(found);
        }
        return bare(c, form, name, before, file);
    };
    let start = c.at;
    let len = closing(c.bytes, start, close)?;
    let mut after = Cursor { bytes: c.bytes, at: start + len + close.len() };
    after.blanks(false);
    let next = after.rest();
    if braced && (next.starts_with(b":") || next.starts_with(b"=>")) {
        return None;
    }
    let joined = formatted
        || next.starts_with(b"+")
        || next.starts_with(b"%")
        || next.starts_with(b". ")
        || next.starts_with(b".$")
        || next.starts_with(b".format")
        || next.starts_with(b".replace")
        || next.starts_with(b".join")
        || next.starts_with(b".concat")
        || next.starts_with(b".split")
        || next.starts_with(b"&")
        || next.starts_with(b"?")
        || next.starts_with(b"in ")
        || next.starts_with(b"..")
        || (form == Form::Assign && next.starts_with(b":") && !file.config);
    Some(Assigned { value: start..start + len, quoted: true, form, joined, pair: false, arguments: 0 })
}

/// `os.getenv("NAME", "value")`, `ENV.fetch("NAME", "value")`, `process.env.NAME || "value"`.
fn environment_default(c: &Cursor<'_>, form: Form) -> Option<Assigned> {
    let line_end = memchr::memchr(b'\n', &c.rest()[..c.rest().len().min(200)]).unwrap_or(c.rest().len().min(200));
    let line = &c.rest()[..line_end];
    // All of these hold a dot or a parenthesis near their beginning.
    memchr::memchr2(b'(', b'.', &line[..line.len().min(40)])?;
    let lower: Vec<u8> = line.iter().take(60).map(u8::to_ascii_lowercase).collect();
    let reads = [&b"getenv("[..], b"environ.get(", b"env.fetch(", b"env(", b"process.env", b"import.meta.env"];
    let (at, what) = reads.iter().find_map(|r| memchr::memmem::find(&lower, r).map(|at| (at, *r)))?;
    let separators: &[&[u8]] = if what.ends_with(b"(") { &[b","] } else { &[b"||", b"??"] };
    let tail = &line[at..];
    let split = separators.iter().find_map(|s| memchr::memmem::find(tail, s).map(|i| i + s.len()))?;
    let mut d = Cursor { bytes: c.bytes, at: c.at + at + split };
    d.blanks(false);
    let close = d.quote()?;
    let len = closing(d.bytes, d.at, close)?;
    Some(found(d.at..d.at + len, true, form))
}

/// Length of a literal up to `close`; `None` where it is not closed on its line or is too long.
fn closing(bytes: &[u8], start: usize, close: &[u8]) -> Option<usize> {
    let text = &bytes[start..(start + MAX_VALUE).min(bytes.len())];
    let mut i = 0;
    while i < text.len() {
        if text[i..].starts_with(close) {
            return (i > 0).then_some(i);
        }
        match text[i] {
            b'\\' if !close.starts_with(b"\\") => i += 2,
            b'\n' => return None,
            _ => i += 1,
        }
    }
    None
}

/// A value without quotes.
fn bare(c: &Cursor<'_>, form: Form, name: &Range<usize>, before: u8, file: &FileKind) -> Option<Assigned> {
    let text = &c.rest()[..c.rest().len().min(MAX_VALUE)];
    // Inside a string or a query, pairs are separated by `;` or `&`, and a quote ends the whole string.
    let tight = c.at == name.end + 1;
    let pair = matches!(before, b';' | b'&' | b'?') || (tight && matches!(before, b'"' | b'\''));
    let mut end = 0;
    for (i, &b) in text.iter().enumerate() {
        let stop = match b {
            b' ' | b'\t' | b'\r' | b'\n' | b'"' | b'\'' | b'`' | b'<' => true,
            b';' => true,
            b'&' => pair || form == Form::Assign && tight && file.code,
            b',' => text.get(i + 1).is_none_or(|n| n.is_ascii_whitespace() || matches!(n, b'"' | b'\'')) || file.code,
            b'\\' => matches!(text.get(i + 1), Some(b'n' | b'r' | b't' | b'"' | b'\'' | b'\n' | b'\r')),
            b'#' => i > 0 && text[i - 1] == b' ',
            _ => false,
        };
        if stop {
            break;
        }
        end = i + 1;
    }
    let closes = text.get(end).copied().unwrap_or(b'\n');
    let mut value = &text[..end];
    while let Some((&last, rest)) = value.split_last() {
        let open = match last {
            b')' => b'(',
            b']' => b'[',
            b'}' => b'{',
            b',' => 0,
            _ => break,
        };
        if open != 0 && rest.contains(&open) {
            break;
        }
        value = rest;
    }
    if value.is_empty() {
        return None;
    }
    // `password = value more words` is prose unless a comment follows.
    let line_end = memchr::memchr(b'\n', &text[end..]).map_or(text.len(), |n| end + n);
    let trailing = text[end..line_end].trim_ascii();
    // `user=a password=b dbname=c`: a list of pairs without other separators.
    let word_pair = |t: &[u8]| {
        let word = t.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
        word > 1 && t.get(word) == Some(&b'=') && t.get(word + 1).is_some_and(|b| *b != b' ' && *b != b'=')
    };
    let above = &c.bytes[line_start(c.bytes, name.start)..name.start];
    let last_word = above.trim_ascii_end().rsplit(|b| matches!(b, b' ' | b'"' | b'\'')).next().unwrap_or(b"");
    let in_list = tight
        && matches!(before, b' ' | b'"' | b'\'')
        && (closes == b' ' && word_pair(trailing)
            || before == b' ' && word_pair(last_word) && !last_word.ends_with(b","));
    let pair = pair || in_list;
    let prose = closes == b' '
        && before != b'-'
        && form == Form::Assign
        && !trailing.is_empty()
        && !matches!(trailing[0], b'#' | b'/' | b'-' | b';' | b'\\' | b'&' | b'|' | b'"' | b'\'' | b')' | b'}' | b'>')
        && !trailing.contains(&b'=')
        && !trailing.contains(&b':');
    let pair = pair || closes == b';' && !file.code || closes == b'&';
    Some(Assigned { value: c.at..c.at + value.len(), quoted: false, form, joined: prose, pair, arguments: 0 })
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
        check("a.php", "define('DB_PASSWORD', 'v1');", Some(("v1", Form::Argument)));
        check("a.java", "ds.setPassword(\"v1\");", Some(("v1", Form::Call)));
        check("a.java", "if (password.equals(\"v1\"))", Some(("v1", Form::Call)));
        check("a.xml", "<password>v1</password>", Some(("v1", Form::Markup)));
        check("a.xml", "<adafruitToken>\n    v1\n</adafruitToken>", Some(("v1", Form::Markup)));
        check("a.config", "<add key=\"SmtpPassword\" value=\"v1\"/>", Some(("v1", Form::Markup)));
        check("a.yml", "- name: DB_PASSWORD\n  value: v1\n", Some(("v1", Form::Markup)));
        check("a.sh", "mysql --password v1 -h x", Some(("v1", Form::Option)));
        check("a.sh", "mysql --password=v1 -h x", Some(("v1", Form::Assign)));
        check("a.gradle", "password 'v1'", Some(("v1", Form::Adjacent)));
        check("Dockerfile", "ENV DB_PASSWORD v1", Some(("v1", Form::Option)));
        check(".netrc", "machine h login u password v1", Some(("v1", Form::Option)));
    }

    #[test]
    fn nothing_is_given() {
        check("a.py", "def login(password):", None);
        check("a.cpp", "password::reset()", None);
        check("a.html", "<input type=\"password\" id=x>", None);
        check("a.py", "password = ''", None);
    }
}
