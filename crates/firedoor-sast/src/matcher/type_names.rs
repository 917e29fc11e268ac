//! Whether a type that is written in a file is the one that a pattern names.
//!
//! Names are compared as they are written and as the file's imports make them whole: `h.Request` is `http.Request`
//! below `import h "net/http"`. Nothing else makes two names one: `Request` alone is no `http.Request`. But code may write the
//! whole name of what a pattern calls by its last.

use firedoor_lang::Language;

use super::Matcher;
use crate::tree::Sym;

/// More imports of everything than this say nothing of where a name comes from.
const MAX_OPEN: usize = 256;

/// A part of a type: a name with its dots, or a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token<'t> {
    Name(&'t str),
    Sign(u8),
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let bytes = text.as_bytes();
    let in_name = |at: usize| match bytes[at] {
        b'_' | b'.' | b'\\' | b'$' | b'/' => true,
        b':' => bytes.get(at + 1) == Some(&b':') || at > 0 && bytes[at - 1] == b':',
        c => c.is_ascii_alphanumeric() || !c.is_ascii(),
    };
    let mut all = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        // `T...` takes any number of `T`, and is none.
        if bytes[at..].starts_with(b"...") {
            all.push(Token::Sign(b'.'));
            at += 3;
        } else if in_name(at) {
            let from = at;
            while at < bytes.len() && in_name(at) && !bytes[at..].starts_with(b"...") {
                at += 1;
            }
            match &text[from..at] {
                "const" | "final" => {}
                name => all.push(Token::Name(name)),
            }
        } else {
            if !bytes[at].is_ascii_whitespace() {
                all.push(Token::Sign(bytes[at]));
            }
            at += 1;
        }
    }
    all
}

/// Whether a token is `$T`.
fn is_hole(token: Token<'_>) -> bool {
    let Token::Name(name) = token else { return false };
    name.strip_prefix('$')
        .is_some_and(|n| !n.is_empty() && n.bytes().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == b'_'))
}

/// The signs around the arguments of a type.
fn brackets(language: Language) -> (u8, u8) {
    match language {
        Language::Scala | Language::Python | Language::Go => (b'[', b']'),
        _ => (b'<', b'>'),
    }
}

/// Where the arguments behind the name at the end of `head` close, if there are some.
fn closing(all: &[Token<'_>], open: usize, (from, to): (u8, u8)) -> Option<usize> {
    if all.get(open) != Some(&Token::Sign(from)) || all.get(open + 1) == Some(&Token::Sign(to)) {
        return None;
    }
    let mut depth = 0_u32;
    for (at, token) in all.iter().enumerate().skip(open) {
        match token {
            Token::Sign(c) if *c == from => depth += 1,
            // Arrows close nothing.
            Token::Sign(b'>') if matches!(all[at - 1], Token::Sign(b'-' | b'=')) => {}
            Token::Sign(c) if *c == to => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

impl Matcher<'_> {
    /// Whether a static type is the one that a pattern names; type arguments count only where the pattern has them.
    pub(super) fn same_type(&self, is: &str, wanted: &str) -> bool {
        if is == wanted {
            return true;
        }
        if is_plain(is) && is_plain(wanted) {
            return self.same_name(is, wanted);
        }
        // What has arguments is known by the name that is written: for all of them in Kotlin, in C# where they are asked
        // for.
        let as_written = match self.pattern.language {
            Language::Kotlin => is.contains('<'),
            Language::CSharp => wanted.contains('<'),
            _ => false,
        };
        let (mut is, mut wanted) = (tokens(is), tokens(wanted));
        let signs = brackets(self.pattern.language);
        let opening = |all: &[Token<'_>]| {
            (1..all.len()).find(|&at| {
                all[at] == Token::Sign(signs.0)
                    && matches!(all[at - 1], Token::Name(name) if !matches!(name, "map" | "chan"))
            })
        };
        // With a metavariable first among them the arguments may be any.
        if let Some(at) = opening(&wanted)
            && let Some(&first) = wanted.get(at + 1)
            && is_hole(first)
            && let Some(end) = closing(&wanted, at, signs)
        {
            wanted.drain(at..=end);
        }
        if opening(&wanted).is_none()
            && let Some(at) = opening(&is)
            && self.is_without_arguments(is[at - 1])
            && let Some(end) = closing(&is, at, signs)
        {
            is.drain(at..=end);
        }
        self.same_tokens(&is, &wanted, as_written)
    }

    /// Whether a name with arguments is also that name alone.
    fn is_without_arguments(&self, name: Token<'_>) -> bool {
        let Token::Name(name) = name else { return false };
        match self.pattern.language {
            Language::Cpp => false,
            Language::CSharp | Language::Kotlin => !name.contains('.'),
            _ => true,
        }
    }

    fn same_tokens(&self, is: &[Token<'_>], wanted: &[Token<'_>], as_written: bool) -> bool {
        let (Some((&a, rest)), Some((&b, more))) = (is.split_first(), wanted.split_first()) else {
            return is.is_empty() && wanted.is_empty();
        };
        if is_hole(b) {
            // Any one argument.
            let mut depth = 0_u32;
            let mut end = 0;
            for token in is {
                match token {
                    Token::Sign(b'<' | b'(' | b'[' | b'{') => depth += 1,
                    Token::Sign(b'>' | b')' | b']' | b'}') if depth == 0 => break,
                    Token::Sign(b'>' | b')' | b']' | b'}') => depth -= 1,
                    Token::Sign(b',') if depth == 0 => break,
                    _ => {}
                }
                end += 1;
            }
            return end > 0 && self.same_tokens(&is[end..], more, as_written);
        }
        let same = match (a, b) {
            (Token::Name(a), Token::Name(b)) if as_written && b.contains('.') => a == b,
            (Token::Name(a), Token::Name(b)) => self.same_name(a, b),
            (a, b) => a == b,
        };
        same && self.same_tokens(rest, more, as_written)
    }

    fn same_name(&self, is: &str, wanted: &str) -> bool {
        if is == wanted || is_basic(is, wanted) {
            return true;
        }
        // `$X.Name`: that name in any package.
        if let Some((package, name)) = wanted.strip_prefix('$').and_then(|w| w.split_once('.'))
            && package.bytes().all(|c| c.is_ascii_uppercase() || c == b'_')
        {
            return is == name || is.strip_suffix(name).is_some_and(|head| head.ends_with('.'));
        }
        // A type that is written whole is that type wherever it comes from: Semgrep asks for the whole name in the pattern, too.
        if has_packages(self.pattern.language)
            && !wanted.contains(['.', ':'])
            && is.strip_suffix(wanted).is_some_and(|head| head.ends_with(['.', ':']))
        {
            return true;
        }
        let php = self.pattern.language == Language::Php;
        if php && is.eq_ignore_ascii_case(wanted) {
            return true;
        }
        // What begins at the root is whole.
        if is.starts_with('\\') {
            return false;
        }
        let mut parts = is.split(['.', ':', '\\']).filter(|p| !p.is_empty());
        let Some(head) = parts.next() else { return false };
        let rest: Vec<Sym> = parts.map(Sym::new).collect();
        let wanted: Vec<Sym> = wanted.split(['.', ':', '\\', '/']).filter(|p| !p.is_empty()).map(Sym::new).collect();
        let key = if php { Sym::new(&head.to_ascii_lowercase()) } else { Sym::new(head) };
        match self.tree.import_paths.get(&key) {
            Some(paths) => paths.iter().any(|path| {
                // Types that Rust imports by another name are known by that only.
                let renamed = self.pattern.language == Language::Rust && path.last() != Some(&key);
                !renamed && path.iter().chain(&rest).eq(&wanted)
            }),
            // The last name is the same either way.
            None if rest.last().unwrap_or(&key) != wanted.last().unwrap_or(&Sym::NONE) => false,
            None => (self.tree.open_imports.iter().take(MAX_OPEN))
                .any(|path| path.iter().chain(std::iter::once(&key)).chain(&rest).eq(&wanted)),
        }
    }
}

/// Whether a name without dots never means one of the own package alone.
fn has_packages(language: Language) -> bool {
    matches!(language, Language::Java | Language::Kotlin | Language::Scala | Language::CSharp | Language::Rust)
}

/// A name, qualified or not, with nothing around it: nearly all types are.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.'))
}

/// The types that Semgrep takes for one another.
pub(super) fn group(name: &str) -> Option<&'static str> {
    Some(match name {
        "int" | "long" | "Integer" | "Long" | "Int" | "i32" => "int",
        "float" | "double" | "Float" | "Double" => "float",
        "bool" | "boolean" | "Boolean" => "bool",
        "str" | "string" | "String" => "string",
        "number" => "number",
        _ => return None,
    })
}

/// Whether the pattern names a basic type as another language does.
fn is_basic(is: &str, wanted: &str) -> bool {
    match (group(is), group(wanted)) {
        (Some("int" | "float"), Some("number")) => true,
        (a, b) => a.is_some() && a == b,
    }
}
