//! Regular expressions of rules are written for PCRE; this rewrites them for the engines that we run.
//!
//! Two texts come out. `plain` is for the linear-time engine; where the pattern uses what that engine cannot do (look
//! around, back references, atomic groups …) `plain` accepts more than the pattern and serves to find literals only,
//! and `fancy`, for the backtracking engine, is the pattern. Differences that are bridged: `\w \d \s \b` mean ASCII,
//! `{` and `[` may be literal, unknown escapes are the character itself, `\<` is no assertion, `\h \R \v \Z \Q…\E`
//! and POSIX oddities exist. See `pcre2pattern(3)`.

use std::iter::Peekable;
use std::str::CharIndices;

/// A rewritten pattern.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Translated {
    pub(super) plain: String,
    pub(super) fancy: String,
    /// Whether only the backtracking engine can run it.
    pub(super) needs_fancy: bool,
}

/// Where the pattern is wrong (byte offset) and what was expected.
pub(super) type Fault = (usize, String);

/// Deepest nesting of groups; both engines recurse over them.
const MAX_DEPTH: usize = 120;

const WORD: &str = "0-9A-Za-z_";
const SPACE: &str = r"\t\n\x0B\x0C\r\x20";
const HORIZONTAL: &str = r"\t\x20\x{a0}\x{1680}\x{2000}-\x{200a}\x{202f}\x{205f}\x{3000}";
const VERTICAL: &str = r"\n\x0B\x0C\r\x{85}\x{2028}\x{2029}";

pub(super) fn translate(pattern: &str) -> Result<Translated, Fault> {
    let mut t = Translator {
        pattern,
        chars: pattern.char_indices().peekable(),
        out: Translated {
            plain: String::with_capacity(pattern.len() + 16),
            fancy: String::with_capacity(pattern.len() + 16),
            needs_fancy: false,
        },
        groups: Vec::new(),
        extended: false,
        hidden: 0,
    };
    t.run()?;
    Ok(t.out)
}

struct Group {
    at: usize,
    /// `x` of the surrounding group, to be restored.
    extended: bool,
    /// Whether the group is a look-around, which `plain` leaves out.
    hides: bool,
}

struct Translator<'p> {
    pattern: &'p str,
    chars: Peekable<CharIndices<'p>>,
    out: Translated,
    groups: Vec<Group>,
    extended: bool,
    /// How many open groups are left out of `plain`.
    hidden: usize,
}

impl Translator<'_> {
    fn both(&mut self, text: &str) {
        self.plain(text);
        self.out.fancy.push_str(text);
    }

    fn plain(&mut self, text: &str) {
        if self.hidden == 0 {
            self.out.plain.push_str(text);
        }
    }

    fn fancy(&mut self, text: &str) {
        self.out.needs_fancy = true;
        self.out.fancy.push_str(text);
    }

    fn literal(&mut self, c: char) {
        if matches!(c, '\\' | '.' | '+' | '*' | '?' | '(' | ')' | '|' | '[' | ']' | '{' | '}' | '^' | '$' | '#') {
            self.both("\\");
        } else if c == ' ' {
            self.both(r"\x20");
            return;
        }
        self.both(c.encode_utf8(&mut [0; 4]));
    }

    fn rest(&mut self) -> &str {
        let at = self.chars.peek().map_or(self.pattern.len(), |(at, _)| *at);
        &self.pattern[at..]
    }

    fn skip(&mut self, bytes: usize) {
        let end = self.chars.peek().map_or(self.pattern.len(), |(at, _)| *at) + bytes;
        while self.chars.peek().is_some_and(|(at, _)| *at < end) {
            self.chars.next();
        }
    }

    fn run(&mut self) -> Result<(), Fault> {
        // `(*UTF8)` and other settings at the start.
        while self.rest().starts_with("(*") {
            let Some(end) = self.rest().find(')') else { break };
            self.skip(end + 1);
        }
        while let Some((at, c)) = self.chars.next() {
            match c {
                '\\' => self.escape(at)?,
                '[' => self.class(at)?,
                '(' => self.group(at)?,
                ')' => {
                    let Some(group) = self.groups.pop() else {
                        return Err((at, "a `)` without `(`".into()));
                    };
                    self.extended = group.extended;
                    if group.hides {
                        self.hidden -= 1;
                        self.out.fancy.push(')');
                    } else {
                        self.both(")");
                    }
                }
                '{' => {
                    let len = quantifier_len(self.pattern.get(at..).unwrap_or_default());
                    if len == 0 {
                        self.both(r"\{");
                    } else {
                        let text = self.pattern[at..at + len].to_owned();
                        self.both(&text);
                        self.skip(len - 1);
                        self.possessive();
                    }
                }
                '}' => self.both(r"\}"),
                '*' | '+' | '?' => {
                    self.both(c.encode_utf8(&mut [0; 4]));
                    self.possessive();
                }
                '#' if self.extended => {
                    let len = self.rest().find('\n').unwrap_or(self.rest().len());
                    self.skip(len);
                }
                ']' => self.both(r"\]"),
                _ => self.both(c.encode_utf8(&mut [0; 4])),
            }
        }
        match self.groups.last() {
            Some(group) => Err((group.at, "this `(` is never closed".into())),
            None => Ok(()),
        }
    }

    /// A `+` behind a quantifier.
    fn possessive(&mut self) {
        if self.chars.peek().is_some_and(|(_, c)| *c == '+') {
            self.chars.next();
            self.fancy("+");
        }
    }

    fn group(&mut self, at: usize) -> Result<(), Fault> {
        if self.groups.len() >= MAX_DEPTH {
            return Err((at, "nested too deeply".into()));
        }
        let mut group = Group { at, extended: self.extended, hides: false };
        let rest = self.rest().to_owned();
        if let Some(comment) = rest.strip_prefix("?#") {
            let len = comment.find(')').ok_or((at, "this comment is never closed".to_owned()))?;
            self.skip(2 + len + 1);
            return Ok(());
        }
        for (open, kind) in [("?=", "?="), ("?!", "?!"), ("?<=", "?<="), ("?<!", "?<!")] {
            if rest.starts_with(open) {
                self.hidden += 1;
                group.hides = true;
                self.groups.push(group);
                self.skip(open.len());
                self.fancy("(");
                self.fancy(kind);
                return Ok(());
            }
        }
        if rest.starts_with("?>") {
            self.skip(2);
            self.plain("(?:");
            self.fancy("(?>");
        } else if let Some(name) = rest.strip_prefix("?P=") {
            let len = name.find(')').ok_or((at, "this reference is never closed".to_owned()))?;
            self.plain(r"(?s:.*)");
            self.fancy(&format!(r"\k<{}>", &name[..len]));
            self.skip(3 + len + 1);
            return Ok(());
        } else if rest.starts_with("?P<") || rest.starts_with("?<") || rest.starts_with("?'") {
            let open = if rest.starts_with("?P<") { 3 } else { 2 };
            let close = if rest.starts_with("?'") { '\'' } else { '>' };
            let len = rest[open..].find(close).ok_or((at, "this group name is never closed".to_owned()))?;
            let name = rest[open..open + len].to_owned();
            if name.is_empty() || !name.chars().all(|c| c.is_alphanumeric() || c == '_') {
                return Err((at, "a group name is made of letters, digits and `_`".into()));
            }
            self.both(&format!("(?P<{name}>"));
            self.skip(open + len + 1);
        } else if let Some(condition) = rest.strip_prefix("?(") {
            self.hidden += 1;
            group.hides = true;
            let len = condition.find(')').ok_or((at, "this condition is never closed".to_owned()))?;
            self.fancy(&format!("(?({})", &condition[..len]));
            self.skip(2 + len + 1);
            // What follows stands for anything.
            self.hidden -= 1;
            self.plain(r"(?s:.*)");
            self.hidden += 1;
        } else if let Some(flags) = rest.strip_prefix('?') {
            let len = flags.find([':', ')']).ok_or((at, "an unknown kind of group".to_owned()))?;
            let letters = &flags[..len];
            if !letters
                .chars()
                .all(|c| matches!(c, 'i' | 'm' | 's' | 'x' | 'U' | 'J' | 'X' | '-' | 'n' | 'a' | 'u' | 'L'))
            {
                return Err((at, format!("groups of the kind `(?{letters}` are not supported")));
            }
            let (on, off) = letters.split_once('-').unwrap_or((letters, ""));
            let extended = if on.contains('x') { true } else { self.extended && !off.contains('x') };
            let keep = |s: &str| s.chars().filter(|c| matches!(c, 'i' | 'm' | 's' | 'x' | 'U')).collect::<String>();
            let (on, off) = (keep(on), keep(off));
            let flags = if off.is_empty() { on } else { format!("{on}-{off}") };
            let closed = rest.as_bytes().get(1 + len) == Some(&b')');
            self.skip(1 + len + 1);
            self.extended = extended;
            if closed {
                if !flags.is_empty() {
                    self.both(&format!("(?{flags})"));
                }
                return Ok(());
            }
            self.both(&format!("(?{flags}:"));
        } else if rest.starts_with('*') {
            return Err((at, "verbs are not supported here".into()));
        } else {
            self.both("(");
        }
        self.groups.push(group);
        Ok(())
    }

    fn escape(&mut self, at: usize) -> Result<(), Fault> {
        let Some((_, c)) = self.chars.next() else {
            return Err((at, "a lone `\\` at the end".into()));
        };
        match c {
            'w' => self.both(&format!("[{WORD}]")),
            'W' => self.both(&format!("[^{WORD}]")),
            'd' => self.both("[0-9]"),
            'D' => self.both("[^0-9]"),
            's' => self.both(&format!("[{SPACE}]")),
            'S' => self.both(&format!("[^{SPACE}]")),
            'h' => self.both(&format!("[{HORIZONTAL}]")),
            'H' => self.both(&format!("[^{HORIZONTAL}]")),
            'v' => self.both(&format!("[{VERTICAL}]")),
            'V' => self.both(&format!("[^{VERTICAL}]")),
            'N' => self.both(r"[^\n]"),
            'R' => self.both(&format!(r"(?:\r\n|[{VERTICAL}])")),
            'X' => self.both(r"(?s:.)"),
            'b' | 'B' => {
                self.plain(&format!(r"(?-u:\{c})"));
                self.out.fancy.push('\\');
                self.out.fancy.push(c);
            }
            'A' | 'z' => self.both(&format!("\\{c}")),
            'Z' => self.fancy(r"(?=\n?\z)"),
            'G' => self.fancy(r"\G"),
            'K' => self.fancy(r"\K"),
            'Q' => {
                let len = self.rest().find(r"\E").unwrap_or(self.rest().len());
                for c in self.rest()[..len].to_owned().chars() {
                    self.literal(c);
                }
                self.skip(len + 2);
            }
            'E' => {}
            'k' => {
                let rest = self.rest().to_owned();
                let close = match rest.chars().next() {
                    Some('<') => '>',
                    Some('{') => '}',
                    Some('\'') => '\'',
                    _ => return Err((at, "expected `\\k<name>`".into())),
                };
                let len = rest[1..].find(close).ok_or((at, "this reference is never closed".to_owned()))?;
                self.plain(r"(?s:.*)");
                self.fancy(&format!(r"\k<{}>", &rest[1..1 + len]));
                self.skip(len + 2);
            }
            'g' => {
                let rest = self.rest().to_owned();
                let name = rest.trim_start_matches('{');
                let len = name.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(name.len());
                self.plain(r"(?s:.*)");
                match name[..len].parse::<u32>() {
                    Ok(n) => self.fancy(&format!(r"(?:\{n})")),
                    Err(_) => self.fancy(&format!(r"\k<{}>", &name[..len])),
                }
                self.skip(len + if rest.starts_with('{') { 2 } else { 0 });
            }
            '1'..='9' => {
                let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count().min(1);
                let number = format!("{c}{}", &self.rest()[..digits]);
                self.skip(digits);
                self.plain(r"(?s:.*)");
                self.fancy(&format!(r"(?:\{number})"));
            }
            _ => match self.character(at, c)? {
                Some(c) => self.literal(c),
                None => {
                    let text = self.property(c);
                    self.both(&text);
                }
            },
        }
        Ok(())
    }

    /// The character that an escape stands for, in and outside of classes; `None` for `\p` and `\P`.
    fn character(&mut self, at: usize, c: char) -> Result<Option<char>, Fault> {
        Ok(Some(match c {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'f' => '\u{c}',
            'a' => '\u{7}',
            'e' => '\u{1b}',
            'p' | 'P' => return Ok(None),
            'c' => match self.chars.next() {
                Some((_, c)) if c.is_ascii() => char::from(c.to_ascii_uppercase() as u8 ^ 0x40),
                _ => return Err((at, "expected a letter behind `\\c`".into())),
            },
            '0' => self.number(8, 2).unwrap_or('\0'),
            'o' if self.rest().starts_with('{') => self.braced(at, 8)?,
            'x' if self.rest().starts_with('{') => self.braced(at, 16)?,
            'x' => self.number(16, 2).unwrap_or('\0'),
            'u' if self.rest().bytes().take_while(u8::is_ascii_hexdigit).count() >= 4 => {
                self.number(16, 4).unwrap_or('\u{fffd}')
            }
            other => other,
        }))
    }

    fn number(&mut self, radix: u32, most: usize) -> Option<char> {
        let len = self.rest().chars().take(most).take_while(|c| c.is_digit(radix)).count();
        let value = u32::from_str_radix(&self.rest()[..len], radix).ok();
        self.skip(len);
        value.and_then(char::from_u32)
    }

    fn braced(&mut self, at: usize, radix: u32) -> Result<char, Fault> {
        let rest = self.rest().to_owned();
        let inner = rest[1..].split('}').next().unwrap_or_default();
        let value = u32::from_str_radix(inner, radix).ok().and_then(char::from_u32);
        self.skip(inner.len() + 2);
        value.ok_or((at, "expected the number of a character in braces".into()))
    }

    /// `\p{…}`, `\pL`.
    fn property(&mut self, c: char) -> String {
        let rest = self.rest().to_owned();
        let (name, len) = match rest.strip_prefix('{') {
            Some(inner) => {
                let name = inner.split('}').next().unwrap_or_default();
                (name.to_owned(), name.len() + 2)
            }
            None => (
                rest.chars().next().map(String::from).unwrap_or_default(),
                rest.chars().next().map_or(0, char::len_utf8),
            ),
        };
        self.skip(len);
        match name.strip_prefix('^') {
            Some(name) => format!("\\{}{{{name}}}", if c == 'p' { 'P' } else { 'p' }),
            None => format!("\\{c}{{{name}}}"),
        }
    }

    fn class(&mut self, at: usize) -> Result<(), Fault> {
        let mut text = String::from("[");
        if self.chars.peek().is_some_and(|(_, c)| *c == '^') {
            self.chars.next();
            text.push('^');
        }
        let mut first = true;
        // The last single character, which a `-` may turn into a range.
        let mut single = false;
        loop {
            let Some((here, c)) = self.chars.next() else {
                return Err((at, "this `[` is never closed".into()));
            };
            match c {
                ']' if !first => break,
                '[' if matches!(self.rest().as_bytes().first(), Some(b':')) && self.rest().contains(":]") => {
                    let len = self.rest().find(":]").map_or(0, |n| n + 2);
                    let name = self.rest()[..len].to_owned();
                    if name.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b':' | b'^' | b']')) {
                        text.push('[');
                        text.push_str(&name);
                        self.skip(len);
                        single = false;
                    } else {
                        text.push_str(r"\[");
                        single = true;
                    }
                }
                '-' => {
                    let next = self.rest().as_bytes().first().copied();
                    let into_class = next == Some(b'\\')
                        && matches!(
                            self.rest().as_bytes().get(1),
                            Some(b'w' | b'W' | b'd' | b'D' | b's' | b'S' | b'h')
                        );
                    if single && next != Some(b']') && next.is_some() && !into_class {
                        text.push('-');
                        // The end of the range is the next character, whatever it is.
                        let (end_at, end) = self.chars.next().unwrap_or((here, '-'));
                        let end = match end {
                            '\\' => self.class_escape_char(end_at)?,
                            c => c,
                        };
                        class_literal(&mut text, end);
                        single = false;
                    } else {
                        text.push_str(r"\-");
                        single = true;
                    }
                }
                '\\' => single = self.class_escape(here, &mut text)?,
                _ => {
                    class_literal(&mut text, c);
                    single = true;
                }
            }
            first = false;
        }
        text.push(']');
        self.both(&text);
        Ok(())
    }

    fn class_escape_char(&mut self, at: usize) -> Result<char, Fault> {
        let Some((_, c)) = self.chars.next() else { return Err((at, "a lone `\\`".into())) };
        match c {
            'b' => Ok('\u{8}'),
            '1'..='7' => Ok(char::from(c as u8 - b'0')),
            _ => self.character(at, c)?.ok_or((at, "a range cannot end here".into())),
        }
    }

    /// An escape in a class; whether it stands for one character.
    fn class_escape(&mut self, at: usize, text: &mut String) -> Result<bool, Fault> {
        let Some((_, c)) = self.chars.next() else { return Err((at, "a lone `\\`".into())) };
        match c {
            'w' => text.push_str(WORD),
            'W' => text.push_str(&format!("[^{WORD}]")),
            'd' => text.push_str("0-9"),
            'D' => text.push_str("[^0-9]"),
            's' => text.push_str(SPACE),
            'S' => text.push_str(&format!("[^{SPACE}]")),
            'h' => text.push_str(HORIZONTAL),
            'H' => text.push_str(&format!("[^{HORIZONTAL}]")),
            'v' => text.push_str(VERTICAL),
            'R' | 'N' => text.push_str(r"\n\r"),
            'E' => {}
            'Q' => {
                let len = self.rest().find(r"\E").unwrap_or(self.rest().len());
                for c in self.rest()[..len].to_owned().chars() {
                    class_literal(text, c);
                }
                self.skip(len + 2);
            }
            'b' => {
                class_literal(text, '\u{8}');
                return Ok(true);
            }
            '1'..='7' => {
                class_literal(text, char::from(c as u8 - b'0'));
                return Ok(true);
            }
            _ => match self.character(at, c)? {
                Some(c) => {
                    class_literal(text, c);
                    return Ok(true);
                }
                None => text.push_str(&self.property(c)),
            },
        }
        Ok(false)
    }
}

fn class_literal(text: &mut String, c: char) {
    match c {
        '\\' | '[' | ']' | '^' | '-' | '&' | '~' | '#' => {
            text.push('\\');
            text.push(c);
        }
        // White space must survive the `x` flag.
        ' ' => text.push_str(r"\x20"),
        '\t' => text.push_str(r"\t"),
        '\n' => text.push_str(r"\n"),
        '\r' => text.push_str(r"\r"),
        c if c.is_control() => text.push_str(&format!(r"\x{{{:x}}}", u32::from(c))),
        c => text.push(c),
    }
}

/// Length of `{n}`, `{n,}` or `{n,m}` at the start of `text`, or 0.
fn quantifier_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut at = 1 + digits(1);
    if at == 1 {
        return 0;
    }
    if bytes.get(at) == Some(&b',') {
        at += 1 + digits(at + 1);
    }
    if bytes.get(at) == Some(&b'}') { at + 1 } else { 0 }
}
