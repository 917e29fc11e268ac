//! How a name stands in the bytes of a file: what is around it says whether it may be what a pattern needs it as.
//!
//! Nothing is parsed here, so a doubt is a yes: what is said no to cannot be matched. Comments may stand anywhere, imports may
//! give a name another one.

use std::ops::Range;

use firedoor_lang::Language;
use memchr::{memchr, memmem};

use super::imports::{Imports, is_word};
use super::pack::form_bit;
use crate::pattern::{Form, is_script};

/// How much of a line is looked at on either side of a name.
const MAX_LINE: usize = 256;
/// Most names of a path that are gone through.
const MAX_PATH: usize = 16;

/// All forms of one name; a pair of names is asked for by [`Around::owner`].
const EVERY: u32 = form_bit(Form::Called)
    | form_bit(Form::Part)
    | form_bit(Form::Method)
    | form_bit(Form::Object)
    | form_bit(Form::Made)
    | form_bit(Form::Annotation)
    | form_bit(Form::Imported)
    | form_bit(Form::Open)
    | form_bit(Form::OpenSecond);

/// What only a call by that name has.
const CALLED: u32 = form_bit(Form::Called) | form_bit(Form::Open) | form_bit(Form::OpenSecond);

/// The bytes of a file, in which names are looked at.
pub(super) struct Around<'b> {
    bytes: &'b [u8],
    language: Option<Language>,
    is_script: bool,
    /// Whether what a decorator of Python is may stand on another line than its sign.
    odd_decorators: Option<bool>,
    imports: Option<Imports>,
}

/// What stands in front of a dot.
#[derive(Clone, Copy)]
pub(super) enum Owner<'b> {
    /// There is no dot.
    None,
    /// A comment stands there, or a letter of which this knows nothing.
    Any,
    /// A name; behind a parenthesis also what is written in front of that.
    Name(&'b [u8], Option<&'b [u8]>),
}

impl Owner<'_> {
    /// Whether it may be that name.
    pub(super) fn may_be(self, name: &[u8]) -> bool {
        match self {
            Self::None => false,
            Self::Any => true,
            Self::Name(own, near) => own == name || near.is_some_and(|near| memmem::find(near, name).is_some()),
        }
    }
}

/// The end of a comment, or what may be a letter or a space.
fn is_doubt(byte: Option<u8>) -> bool {
    byte.is_some_and(|byte| byte == b'/' || !byte.is_ascii())
}

/// Space, and what goes on behind the end of a line.
fn is_space(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, 0x0b | b'\\')
}

/// The length of a text in quotes that ends on its line and puts nothing in.
fn quoted(text: &[u8]) -> Option<usize> {
    let quote = *text.first()?;
    let mut at = 1;
    loop {
        match text.get(at)? {
            b'\\' => at += 1,
            b'\n' | b'\r' => return None,
            b'$' if quote == b'`' => return None,
            byte if *byte == quote => return Some(at + 1),
            _ => {}
        }
        at += 1;
    }
}

impl<'b> Around<'b> {
    pub(super) fn new(bytes: &'b [u8], language: Option<Language>) -> Self {
        Self { bytes, language, is_script: language.is_some_and(is_script), odd_decorators: None, imports: None }
    }

    fn is(&self, language: Language) -> bool {
        self.language == Some(language)
    }

    /// The forms in which a name may stand there, of those that are asked for.
    pub(super) fn forms(&mut self, at: Range<usize>, asked: u32) -> u32 {
        let asked = asked & EVERY;
        if asked == 0 {
            return 0;
        }
        let mut found = 0;
        let wants = |form: Form| asked & form_bit(form) != 0;
        let (called, part) = (self.is_called(at.end), self.is_part(at.start));
        if called {
            found |= form_bit(Form::Called);
        }
        if part {
            found |= form_bit(Form::Part);
        }
        if called && part {
            found |= form_bit(Form::Method);
        }
        if wants(Form::Object) && self.has_parts(at.end) {
            found |= form_bit(Form::Object);
        }
        if wants(Form::Made) && self.is_made(at.start) {
            found |= form_bit(Form::Made);
        }
        if wants(Form::Annotation) && self.is_annotation(at.start) {
            found |= form_bit(Form::Annotation);
        }
        if wants(Form::Open) && called && self.is_open(at.end, 0) {
            found |= form_bit(Form::Open);
        }
        if wants(Form::OpenSecond) && called && self.is_open(at.end, 1) {
            found |= form_bit(Form::OpenSecond);
        }
        if asked & !found != 0 {
            found |= self.imported(&at);
        }
        found
    }

    /// What a name stands behind with a dot between.
    pub(super) fn owner(&self, start: usize) -> Owner<'b> {
        let (end, last) = self.before(start);
        if last != Some(b'.') {
            let doubt = is_doubt(last) || self.is_behind_comment(start, end);
            return if doubt { Owner::Any } else { Owner::None };
        }
        let dot = end - 1;
        let (end, before) = self.before_any(dot, |byte| matches!(byte, b'?' | b'!' | b')'));
        if is_doubt(before) || self.is_behind_comment(dot, end) {
            return Owner::Any;
        }
        let text = self.bytes.get(..end).unwrap_or(&[]);
        let closed = self.bytes.get(end..dot).is_some_and(|between| between.contains(&b')'));
        // `(a as T).b`
        let near = if closed { text.get(text.len().saturating_sub(MAX_LINE)..) } else { None };
        Owner::Name(text.get(self.word(end)..).unwrap_or(&[]), near)
    }

    /// Where the name begins that ends at a place; that place if there is none.
    fn word(&self, end: usize) -> usize {
        let text = self.bytes.get(..end).unwrap_or(&[]);
        text.len() - text.iter().rev().take_while(|byte| is_word(**byte)).count()
    }

    /// The end of what stands in front of a place, space left out, and its last byte.
    fn before(&self, at: usize) -> (usize, Option<u8>) {
        self.before_any(at, |_| false)
    }

    /// The same with these bytes left out as well.
    fn before_any(&self, at: usize, out: impl Fn(u8) -> bool) -> (usize, Option<u8>) {
        let text = self.bytes.get(..at).unwrap_or(&[]);
        let place = text.iter().rposition(|byte| !is_space(*byte) && !out(*byte));
        (place.map_or(0, |place| place + 1), place.and_then(|place| text.get(place).copied()))
    }

    /// What stands behind a place, space and closed parentheses left out.
    fn behind(&self, at: usize) -> &'b [u8] {
        let rest = self.bytes.get(at..).unwrap_or(&[]);
        let place = rest.iter().position(|byte| !is_space(*byte) && *byte != b')');
        place.and_then(|place| rest.get(place..)).unwrap_or(&[])
    }

    /// `(a as T)`: what is in front is a part of something all the same.
    fn is_typed(&self, rest: &[u8]) -> bool {
        self.is_script && (rest.starts_with(b"as") || rest.starts_with(b"satisfies"))
    }

    fn is_called(&self, end: usize) -> bool {
        let rest = self.behind(end);
        match rest.first() {
            Some(b'(') => true,
            _ if self.is_typed(rest) => true,
            first if is_doubt(first.copied()) => true,
            Some(b'#') => self.is(Language::Python),
            Some(b'[') => self.is(Language::Go),
            Some(b'`' | b'<' | b'!' | b'?') => self.is_script,
            _ => false,
        }
    }

    /// Whether the argument of that number may be something else than a literal text.
    fn is_open(&self, end: usize, nth: usize) -> bool {
        let rest = self.behind(end);
        let Some(rest) = rest.strip_prefix(b"(") else { return true };
        let rest = &rest[..rest.len().min(MAX_LINE)];
        let (mut at, mut left, mut depth) = (0, nth, 0_u32);
        while left > 0 {
            match rest.get(at) {
                Some(b',') if depth == 0 => left -= 1,
                Some(b')') if depth == 0 => return false,
                Some(b'(' | b'[' | b'{') => depth += 1,
                Some(b')' | b']' | b'}') => depth = depth.saturating_sub(1),
                Some(b'"' | b'\'') => match quoted(&rest[at..]) {
                    Some(len) => at += len - 1,
                    None => return true,
                },
                // Arguments of types have commas of their own.
                None | Some(b'`' | b'/' | b'#' | b'<') => return true,
                _ => {}
            }
            at += 1;
        }
        let rest = rest.get(at..).unwrap_or(&[]).trim_ascii_start();
        match rest.first() {
            // No argument at all, or none in front of a comma at the end.
            Some(b')') => false,
            Some(b'"' | b'\'' | b'`') => match quoted(rest) {
                Some(len) => !matches!(rest[len..].trim_ascii_start().first(), Some(b')' | b',')),
                None => true,
            },
            _ => true,
        }
    }

    fn is_part(&self, start: usize) -> bool {
        let (end, last) = self.before(start);
        match last {
            Some(b'.') => true,
            Some(b':' | b'>') => self.is(Language::Java),
            _ => is_doubt(last) || self.is_behind_comment(start, end),
        }
    }

    fn has_parts(&self, end: usize) -> bool {
        let rest = self.behind(end);
        match rest.first() {
            _ if self.is_typed(rest) => true,
            Some(b'.' | b'?' | b'!' | b'#') => true,
            Some(b'<' | b':') => self.is(Language::Java),
            first if is_doubt(first.copied()) => true,
            _ => false,
        }
    }

    /// The beginning of the path of names that ends with the one there: `a.b.` in front of `c`; `None` if that is in
    /// doubt.
    fn path(&self, start: usize) -> Option<usize> {
        let mut start = start;
        for _ in 0..MAX_PATH {
            let (end, last) = self.before(start);
            if last != Some(b'.') {
                return Some(start);
            }
            let dot = end - 1;
            let (end, before) = self.before(dot);
            if is_doubt(before) || self.is_behind_comment(dot, end) {
                return None;
            }
            let word = self.word(end);
            if word == end {
                return Some(start);
            }
            start = word;
        }
        None
    }

    fn is_made(&self, start: usize) -> bool {
        let Some(start) = self.path(start) else { return true };
        let (end, last) = self.before(start);
        let from = self.word(end);
        match last {
            // A comment; arguments of an annotation, or of what gives the class.
            last if is_doubt(last) => true,
            // Arguments of types; a path that is not only of names.
            Some(b'>' | b'.') => true,
            Some(b')' | b'(' | b']') => self.is_script,
            _ => {
                self.bytes.get(from..end) == Some(b"new")
                    || self.bytes.get(..from).is_some_and(|rest| rest.ends_with(b"@"))
                    || self.is_behind_comment(start, end)
            }
        }
    }

    fn is_annotation(&mut self, start: usize) -> bool {
        if self.is(Language::Python) {
            let bytes = self.bytes;
            let odd = *self.odd_decorators.get_or_insert_with(|| {
                ["@(", "@ ", "@\t", "\\\n", "\\\r"].iter().any(|sign| memmem::find(bytes, sign.as_bytes()).is_some())
            });
            // What is behind arguments may stand on a line of its own.
            let is_near = |line: &[u8]| {
                let first = line.trim_ascii_start().first().copied();
                matches!(first, Some(b'@' | b')' | b']' | b'.')) || is_doubt(first)
            };
            return odd || self.line(start).is_none_or(is_near);
        }
        let Some(start) = self.path(start) else { return true };
        let (end, last) = self.before(start);
        last == Some(b'@')
            || is_doubt(last)
            || self.is_script && matches!(last, Some(b'(' | b')'))
            || self.is_behind_comment(start, end)
    }

    /// Whether a line with a comment stands in front of a place that begins one; `end`: where what is no space in front of it
    /// ends.
    fn is_behind_comment(&self, start: usize, end: usize) -> bool {
        let between = self.bytes.get(end..start).unwrap_or(&[]);
        if memchr(b'\n', between).is_none() && memchr(b'\r', between).is_none() {
            return false;
        }
        self.line(end).is_none_or(|line| {
            memmem::find(line, b"//").is_some() || self.is(Language::Python) && memchr(b'#', line).is_some()
        })
    }

    /// The line up to a place; `None` if it begins far away.
    fn line(&self, at: usize) -> Option<&'b [u8]> {
        let from = at.saturating_sub(MAX_LINE);
        let text = self.bytes.get(from..at).unwrap_or(&[]);
        match text.iter().rposition(|byte| matches!(byte, b'\n' | b'\r')) {
            Some(end) => text.get(end + 1..),
            None if from == 0 => Some(text),
            None => None,
        }
    }

    /// The forms that a name need not have, since an import may bring it in or give it another name.
    fn imported(&mut self, at: &Range<usize>) -> u32 {
        // The words that say it are no names of what they bring in.
        if matches!(self.bytes.get(at.clone()), Some(b"import" | b"require")) {
            return 0;
        }
        let all = self.imports.get_or_insert_with(|| Imports::new(self.bytes, self.language));
        let Some(renames) = all.hold(at) else { return 0 };
        match self.language {
            // No name is changed, and only parts of classes may stand alone.
            Some(Language::Java) if renames => EVERY & !CALLED & !form_bit(Form::Made),
            Some(Language::Java) => form_bit(Form::Imported),
            Some(Language::Python) if !renames => EVERY & !form_bit(Form::Annotation) & !CALLED,
            _ => EVERY,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether `name`, where it is first, or elsewhere, may stand in a form.
    fn may(language: Language, code: &str, name: &str, form: Form) -> bool {
        let mut around = Around::new(code.as_bytes(), Some(language));
        code.match_indices(name).any(|(at, _)| around.forms(at..at + name.len(), form_bit(form)) & form_bit(form) != 0)
    }

    fn chained(language: Language, code: &str, object: &str, name: &str) -> bool {
        let around = Around::new(code.as_bytes(), Some(language));
        code.match_indices(name).any(|(at, _)| around.owner(at).may_be(object.as_bytes()))
    }

    #[test]
    fn what_is_written_is_seen() {
        use Language::{Go, Java, JavaScript, Python, TypeScript};
        for (language, code, name, form) in [
            (Python, "f (x)", "f", Form::Called),
            (Python, "f \\\n (x)", "f", Form::Called),
            (Python, "(f  # c\n)(x)", "f", Form::Called),
            (JavaScript, "f?.(x)", "f", Form::Called),
            (JavaScript, "(0, f)(x)", "f", Form::Called),
            (JavaScript, "f/* c */(x)", "f", Form::Called),
            (JavaScript, "f\u{a0}(x)", "f", Form::Called),
            (TypeScript, "f<T>(x)", "f", Form::Called),
            (TypeScript, "(f as T)(x)", "f", Form::Called),
            (Go, "f[int](x)", "f", Form::Called),
            (JavaScript, "a\n  // c\n  .f(x)", "f", Form::Method),
            (JavaScript, "a.\n  // c\n  f(x)", "f", Form::Method),
            (Java, "a.<T>f(x)", "f", Form::Method),
            (Java, "A::f", "f", Form::Part),
            (JavaScript, "location /* c */ .hash", "location", Form::Object),
            (TypeScript, "location!.hash", "location", Form::Object),
            (Java, "new java . io . A(x)", "A", Form::Made),
            (Java, "new // c\n A(x)", "A", Form::Made),
            (Java, "new @B A(x)", "A", Form::Made),
            (Java, "new a // it's\n.b.A(x)", "A", Form::Made),
            (Java, "new a/* c */ .A(x)", "A", Form::Made),
            (Java, "new Out<T>.A(x)", "A", Form::Made),
            (JavaScript, "new (a.A)(x)", "A", Form::Made),
            (JavaScript, "\u{feff}new A(x)", "A", Form::Made),
            (Java, "@ org.x . A class B {}", "A", Form::Annotation),
            (Java, "@ // c\nA class B {}", "A", Form::Annotation),
            (Python, "@a.get('/')\ndef f(): pass", "get", Form::Annotation),
            (Python, "\u{feff}@a.get('/')\ndef f(): pass", "get", Form::Annotation),
            (Python, "@a\\\n.get('/')\ndef f(): pass", "get", Form::Annotation),
            (Python, "@(a\n.get)('/')\ndef f(): pass", "get", Form::Annotation),
            // Imports.
            (Python, "from a import (\n  b,  # (c)\n  f\n)\nf(x)", "f", Form::Method),
            (Python, "from a import f as g\ng(x)", "f", Form::Called),
            (Python, "from os \\\n  import system", "os", Form::Object),
            (JavaScript, "const {\n  b, // (c);\n  f: g,\n} = require('m');\ng(x)", "f", Form::Called),
            (JavaScript, "const {f: g}\n  = require('m');\ng(x)", "f", Form::Called),
            (JavaScript, "const g = require( // (;)\n  'm');\ng(x)", "m", Form::Object),
            (JavaScript, "const g = require('m')\n  .f;\ng(x)", "f", Form::Called),
            (JavaScript, "import g from\n  'm';\ng(x)", "m", Form::Called),
            (Java, "import static a.B.f;\nclass C { void d() { f(x); } }", "f", Form::Method),
            (Go, "import (\n\tg \"x/f\"\n)", "f", Form::Object),
            // Arguments.
            (Python, "f('a' + x)", "f", Form::Open),
            (Python, "f('a' 'b')", "f", Form::Open),
            (Python, "f(f'a{x}')", "f", Form::Open),
            (JavaScript, "f(`a${x}`)", "f", Form::Open),
            (JavaScript, "f(/* c */ 'a')", "f", Form::Open),
            (TypeScript, "run(pick<A, 'id', 'b'>(u), x)", "run", Form::OpenSecond),
            (JavaScript, "import {\n  'f' as g } from 'm';\ng(x)", "f", Form::Called),
            (Python, "getattr(g(a, 'b'), x)", "getattr", Form::OpenSecond),
        ] {
            assert!(may(language, code, name, form), "{form:?} of {name} in {code}");
        }
        assert!(chained(JavaScript, "location\n  .hash", "location", "hash"));
        assert!(chained(JavaScript, "location // c\n  .hash", "location", "hash"));
        assert!(chained(JavaScript, "location?.hash", "location", "hash"));
        assert!(chained(TypeScript, "(location as any).hash", "location", "hash"));
        assert!(chained(TypeScript, "location!.hash", "location", "hash"));
    }

    #[test]
    fn what_is_not_written_is_not() {
        use Language::{Java, JavaScript, Python};
        for (language, code, name, form) in [
            (Python, "text = 1\ng(text)", "text", Form::Called),
            (Python, "x.save", "save", Form::Method),
            (Python, "save(x)", "save", Form::Method),
            (Java, "void readObject(ObjectInputStream in) {}", "ObjectInputStream", Form::Made),
            (Java, "import java.io.ObjectInputStream;", "ObjectInputStream", Form::Made),
            (Java, "class Update { Update() {} }", "Update", Form::Annotation),
            (Python, "def get(self): return self.get()", "get", Form::Annotation),
            (JavaScript, "let hash = 1;", "hash", Form::Part),
            (JavaScript, "require('m')", "require", Form::Open),
            (JavaScript, "/** @type {import('m').A} */", "import", Form::Open),
            (Python, "getattr(x, 'name', None)", "getattr", Form::OpenSecond),
            (Python, "getattr(x)", "getattr", Form::OpenSecond),
        ] {
            assert!(!may(language, code, name, form), "{form:?} of {name} in {code}");
        }
        assert!(!chained(JavaScript, "chunk.hash", "location", "hash"));
        assert!(!chained(JavaScript, "f().hash", "location", "hash"));
    }
}
