//! Finds the holes of a pattern's text: metavariables, ellipses, deep expressions, typed metavariables.
//!
//! Texts in strings and comments stay as they are, except in interpolations. What a hole is spelled as in the host
//! language is decided in [`super::spell`] from the brackets and words around it, which are collected here.

use firedoor_lang::Language;

/// What a hole is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Hole {
    /// `$X`
    Metavariable(String),
    /// `$...X`
    Sequence(String),
    /// `...`
    Ellipsis,
    /// `<...`, the beginning of a deep expression.
    DeepOpen,
    /// `...>`, its end.
    DeepClose,
    /// `(T $X)` or `($X : T)`
    Typed(String, String),
}

/// What kind of bracket encloses a hole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Around {
    /// Nothing.
    Top,
    /// Arguments of a call, or any other round bracket.
    Round,
    /// Parameters of a definition.
    Params,
    /// The header of a loop.
    ForHeader,
    /// Arguments of an annotation.
    AnnotationArgs,
    /// Square brackets.
    Square,
    /// Statements.
    Block,
    /// Members of a class.
    Class,
    /// Members of an enum.
    Enum,
    /// Cases.
    Switch,
    /// Keys and values.
    Object,
    /// An interpolation in a string.
    Interpolation,
    /// `<…>` of an element.
    Tag,
}

/// A hole with its place and surroundings.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    pub(super) hole: Hole,
    /// Bytes of the pattern's text.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) around: Around,
    /// Whether it stands where a statement (or member) begins and ends.
    pub(super) alone: bool,
    /// Whether a name is being defined, called as a type, or the like: the word before it.
    pub(super) before: String,
    /// The first word of its line, in capitals: the instruction, in Dockerfiles.
    pub(super) instruction: String,
    /// Last character before it that is no white space, and first one behind it.
    pub(super) prev: u8,
    pub(super) next: u8,
    /// Whether nothing follows it on its line.
    last: bool,
}

impl Slot {
    /// Whether nothing follows it on its line.
    pub(super) fn ends_line(&self) -> bool {
        self.last
    }
}

/// How strings are written in a language.
struct Strings {
    quotes: &'static [&'static str],
    line_comments: &'static [&'static str],
    /// What begins an interpolation, and in strings of which quote (`None`: any).
    interpolation: &'static [&'static str],
}

fn strings(language: Language) -> Strings {
    use Language as L;
    match language {
        L::Python => Strings { quotes: &["\"\"\"", "'''", "\"", "'"], line_comments: &["#"], interpolation: &["{"] },
        L::JavaScript | L::TypeScript | L::Tsx => {
            Strings { quotes: &["\"", "'", "`"], line_comments: &["//"], interpolation: &["${"] }
        }
        L::Java => Strings { quotes: &["\"\"\"", "\"", "'"], line_comments: &["//"], interpolation: &[] },
        L::Kotlin | L::Scala => {
            Strings { quotes: &["\"\"\"", "\"", "'"], line_comments: &["//"], interpolation: &["${"] }
        }
        L::Go => Strings { quotes: &["\"", "'", "`"], line_comments: &["//"], interpolation: &[] },
        L::CSharp => Strings { quotes: &["\"\"\"", "\"", "'"], line_comments: &["//"], interpolation: &["{"] },
        L::Ruby | L::Elixir => Strings { quotes: &["\"", "'", "`"], line_comments: &["#"], interpolation: &["#{"] },
        // What stands in backquotes is a command, whose variables are expressions.
        L::Php => Strings { quotes: &["\"", "'"], line_comments: &["//"], interpolation: &["{"] },
        L::Bash => Strings { quotes: &["\"", "'"], line_comments: &["#"], interpolation: &["${", "$("] },
        L::Hcl => Strings { quotes: &["\""], line_comments: &["#", "//"], interpolation: &["${"] },
        L::Yaml | L::Dockerfile => Strings { quotes: &["\"", "'"], line_comments: &["#"], interpolation: &[] },
        L::Swift => Strings { quotes: &["\"\"\"", "\""], line_comments: &["//"], interpolation: &["\\("] },
        L::C | L::Cpp | L::Solidity | L::Rust | L::Json => {
            Strings { quotes: &["\"", "'"], line_comments: &["//"], interpolation: &[] }
        }
        L::Ocaml => Strings { quotes: &["\""], line_comments: &[], interpolation: &[] },
        L::Clojure => Strings { quotes: &["\""], line_comments: &[";"], interpolation: &[] },
        L::R => Strings { quotes: &["\"", "'", "`"], line_comments: &["#"], interpolation: &[] },
        L::Lua => Strings { quotes: &["\"", "'"], line_comments: &["--"], interpolation: &[] },
        L::Julia => Strings { quotes: &["\"\"\"", "\""], line_comments: &["#"], interpolation: &["$("] },
        L::Apex => Strings { quotes: &["'"], line_comments: &["//"], interpolation: &[] },
        L::Vue => Strings { quotes: &["\"", "'", "`"], line_comments: &["//"], interpolation: &["${"] },
        L::Html | L::Xml => Strings { quotes: &["\"", "'"], line_comments: &[], interpolation: &[] },
    }
}

/// Variables of PHP that look like metavariables.
const SUPERGLOBALS: &[&str] =
    &["_GET", "_POST", "_REQUEST", "_COOKIE", "_SERVER", "_FILES", "_SESSION", "_ENV", "GLOBALS"];

/// The name of a metavariable that begins at `at` (behind the `$`), and where it ends.
pub(crate) fn metavariable_at(text: &[u8], at: usize) -> Option<(String, usize)> {
    if text.get(at) != Some(&b'$') {
        return None;
    }
    let mut end = at + 1;
    while text.get(end).is_some_and(|c| c.is_ascii_uppercase() || *c == b'_' || c.is_ascii_digit()) {
        end += 1;
    }
    let first = *text.get(at + 1)?;
    let follows = text.get(end).copied().unwrap_or(b' ');
    if end == at + 1 || !(first.is_ascii_uppercase() || first == b'_') || follows.is_ascii_alphanumeric() {
        return None;
    }
    String::from_utf8(text[at + 1..end].to_vec()).ok().map(|name| (name, end))
}

struct Bracket {
    close: u8,
    around: Around,
    /// Whether the string that this interpolation stands in goes on behind it, and with which quote.
    resume: Option<&'static str>,
}

/// Finds the holes of `text`.
pub(super) fn scan(text: &str, language: Language) -> Vec<Slot> {
    let bytes = text.as_bytes();
    let strings = strings(language);
    let mut slots: Vec<Slot> = Vec::new();
    let mut stack: Vec<Bracket> = Vec::new();
    let mut at = 0;
    let mut in_string: Option<&'static str> = None;
    let mut formatted = false;
    while at < bytes.len() {
        if let Some(quote) = in_string {
            if bytes[at] == b'\\' && !(language == Language::Swift && bytes.get(at + 1) == Some(&b'(')) {
                // What is escaped may be of several bytes.
                at += 1 + text[at + 1..].chars().next().map_or(1, char::len_utf8);
                continue;
            }
            if text[at..].starts_with(quote) {
                at += quote.len();
                in_string = None;
                continue;
            }
            let opener = strings.interpolation.iter().find(|i| text.get(at..).is_some_and(|t| t.starts_with(**i)));
            let admits = match language {
                Language::Python | Language::CSharp => formatted,
                Language::JavaScript | Language::TypeScript | Language::Tsx => quote == "`",
                Language::Ruby | Language::Bash | Language::Php => quote != "'",
                _ => true,
            };
            if let (Some(opener), true) = (opener, admits) {
                // `{$X}` of PHP and `${…}` begin an interpolation; `{` alone of PHP does not.
                let php_plain = language == Language::Php && bytes.get(at + 1) != Some(&b'$');
                if !php_plain {
                    at += opener.len();
                    let close = if opener.ends_with('(') { b')' } else { b'}' };
                    stack.push(Bracket { close, around: Around::Interpolation, resume: in_string });
                    in_string = None;
                    continue;
                }
            }
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        if strings.line_comments.iter().any(|c| text[at..].starts_with(c))
            && !(bytes[at] == b'#' && at > 0 && !bytes[at - 1].is_ascii_whitespace())
        {
            at = text[at..].find('\n').map_or(bytes.len(), |n| at + n);
            continue;
        }
        if text[at..].starts_with("/*") && !strings.line_comments.is_empty() && strings.line_comments[0] == "//" {
            at = text[at + 2..].find("*/").map_or(bytes.len(), |n| at + 2 + n + 2);
            continue;
        }
        if language == Language::Ocaml
            && let Some(close) = [("{|", "|}"), ("(*", "*)")].iter().find(|p| text[at..].starts_with(p.0)).map(|p| p.1)
        {
            at = text[at + 2..].find(close).map_or(bytes.len(), |n| at + n + 4);
            continue;
        }
        // Rust's lifetimes and Scala's symbols are no strings; nor is an apostrophe in running text.
        let quote = strings.quotes.iter().find(|q| text[at..].starts_with(**q));
        if let Some(quote) = quote {
            let lone = *quote == "'"
                && matches!(language, Language::Rust | Language::Scala)
                && bytes.get(at + 2) != Some(&b'\'')
                && bytes.get(at + 1) != Some(&b'\\');
            if !lone {
                let mut word = at;
                while word > 0 && (bytes[word - 1].is_ascii_alphabetic() || matches!(bytes[word - 1], b'$' | b'@')) {
                    word -= 1;
                }
                formatted = bytes[word..at].iter().any(|c| matches!(c, b'f' | b'F' | b'$'));
                in_string = Some(quote);
                at += quote.len();
                continue;
            }
        }
        let rest = &text[at..];
        let count = |hole: &Hole| slots.iter().filter(|s| s.hole == *hole).count();
        let open = count(&Hole::DeepOpen).saturating_sub(count(&Hole::DeepClose));
        if let Some((mut hole, mut end)) = hole_at(text, at, language, open) {
            let around = stack.last().map_or(Around::Top, |b| b.around);
            let in_lambda =
                text[..at].rsplit(['(', ',', ':']).next().is_some_and(|t| t.trim_start().starts_with("lambda"));
            if let (Hole::Metavariable(name), Around::Round, Language::Python) =
                (&hole, around, if language == Language::Scala { Language::Python } else { language })
                && !in_lambda
                && let blanks = text[end..].len() - text[end..].trim_start_matches(' ').len()
                && let Some((ty, behind)) =
                    argument_type(text, end + if language == Language::Scala { blanks } else { 0 })
            {
                (hole, end) = (Hole::Typed(name.clone(), ty), behind);
            }
            slots.push(surroundings(text, hole, at, end, around, language));
            at = end;
            continue;
        }
        match bytes[at] {
            open @ (b'(' | b'[' | b'{') => {
                let close = match open {
                    b'(' => b')',
                    b'[' => b']',
                    _ => b'}',
                };
                let outer = stack.last().map_or(Around::Top, |b| b.around);
                stack.push(Bracket { close, around: around_of(text, at, outer, language), resume: None });
            }
            close @ (b')' | b']' | b'}') => {
                if let Some(top) = stack.iter().rposition(|b| b.close == close) {
                    let bracket = stack.drain(top..).next();
                    in_string = bracket.and_then(|b| b.resume);
                }
            }
            b'<' if matches!(
                language,
                Language::JavaScript | Language::TypeScript | Language::Tsx | Language::Html | Language::Xml
            ) && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '$')
                && (at == 0 || !(bytes[at - 1].is_ascii_alphanumeric())) =>
            {
                stack.push(Bracket { close: b'>', around: Around::Tag, resume: None });
            }
            b'>' if stack.last().is_some_and(|b| b.around == Around::Tag) && (at == 0 || bytes[at - 1] != b'=') => {
                stack.pop();
            }
            _ => {}
        }
        at += rest.chars().next().map_or(1, char::len_utf8);
    }
    slots
}

/// `: T` behind a metavariable that is an argument, in Python: the type and where it ends.
fn argument_type(text: &str, at: usize) -> Option<(String, usize)> {
    let rest = text.get(at..)?;
    let ty = rest.strip_prefix(':')?;
    let len = ty.find([',', ')']).unwrap_or(0);
    let name = ty[..len].trim();
    let is_type = !name.is_empty()
        && name != "..."
        && name.bytes().all(|c| c.is_ascii_alphanumeric() || b"_.[]|\"' ".contains(&c));
    is_type.then(|| (name.to_owned(), at + 1 + len))
}

fn hole_at(text: &str, at: usize, language: Language, open: usize) -> Option<(Hole, usize)> {
    let bytes = text.as_bytes();
    let rest = &text[at..];
    // `<...>` and `<..., T>` are lists of type arguments.
    if rest.starts_with("<...") && !rest[4..].starts_with(['>', ',']) {
        return Some((Hole::DeepOpen, at + 4));
    }
    if rest.starts_with("...>") && open > 0 {
        return Some((Hole::DeepClose, at + 4));
    }
    if rest.starts_with("...") {
        // `...$X` is a spread in JavaScript and a variadic elsewhere; so is `x...` of Go.
        let next = bytes.get(at + 3).copied().unwrap_or(b' ');
        let prev = if at > 0 { bytes[at - 1] } else { b' ' };
        let js = matches!(language, Language::JavaScript | Language::TypeScript | Language::Tsx | Language::Php);
        if js && (next == b'$' || next.is_ascii_alphabetic() || next == b'[' || next == b'{') {
            return None;
        }
        // `T... $X` of Java.
        if language == Language::Java
            && (prev.is_ascii_alphanumeric() || matches!(prev, b']' | b'>'))
            && rest.trim_start_matches('.').trim_start_matches(' ').starts_with('$')
        {
            return None;
        }
        if language == Language::Go && (prev.is_ascii_alphanumeric() || prev == b']' || prev == b')') && next == b')' {
            return None;
        }
        return Some((Hole::Ellipsis, at + 3));
    }
    // `data$NAME` of R is a member.
    let member = language == Language::R
        && at > 0
        && (bytes[at - 1].is_ascii_alphanumeric() || matches!(bytes[at - 1], b')' | b']'));
    if bytes[at] == b'$' && !member {
        if let Some(behind) = rest.strip_prefix("$...") {
            let name: String =
                behind.chars().take_while(|c| c.is_ascii_uppercase() || *c == '_' || c.is_ascii_digit()).collect();
            if !name.is_empty() {
                return Some((Hole::Sequence(name.clone()), at + 4 + name.len()));
            }
        }
        if let Some((name, end)) = metavariable_at(bytes, at) {
            if language == Language::Php && SUPERGLOBALS.contains(&name.as_str()) {
                return None;
            }
            return Some((Hole::Metavariable(name), end));
        }
    }
    if bytes[at] == b'(' {
        return typed_at(text, at, language);
    }
    None
}

/// `(T $X)`, `($X : T)`.
fn typed_at(text: &str, at: usize, language: Language) -> Option<(Hole, usize)> {
    use Language as L;
    let bytes = text.as_bytes();
    let before = text[..at].trim_end();
    let adjacent = before.len() == at;
    let last = before.as_bytes().last().copied().unwrap_or(b' ');
    let word: String = before.chars().rev().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let word: String = word.chars().rev().collect();
    let after_word = last.is_ascii_alphanumeric() || matches!(last, b'_' | b'>' | b']' | b')' | b'}' | b'"');
    let keyword = matches!(word.as_str(), "return" | "in" | "and" | "or" | "not" | "await" | "throw" | "if");
    if after_word && (adjacent || !keyword) {
        return None;
    }
    let mut depth = 0;
    let mut close = None;
    for (nth, c) in bytes.iter().enumerate().skip(at) {
        match c {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => {
                depth -= 1;
                if depth == 0 {
                    close = Some(nth);
                    break;
                }
            }
            b'"' | b';' => return None,
            _ => {}
        }
    }
    let close = close?;
    let inner = text[at + 1..close].trim();
    let follows = text[close + 1..].trim_start();
    let points = matches!(language, L::C | L::Cpp);
    if follows.starts_with("=>") || follows.starts_with("->") && !points || follows.starts_with('{') {
        return None;
    }
    match language {
        L::Java | L::CSharp | L::C | L::Cpp | L::Solidity | L::Apex => {
            let dollar = inner.rfind('$')?;
            let (name, end) = metavariable_at(inner.as_bytes(), dollar)?;
            let ty = inner[..dollar].trim();
            let is_type = ty.contains(|c: char| c.is_ascii_alphanumeric() || c == '$')
                // `$A > $B` is a comparison.
                && ty.matches('<').count() == ty.matches('>').count()
                && ty.bytes().all(|c| c.is_ascii_alphanumeric() || b"_.<>[],*&? :$".contains(&c))
                && (matches!(inner.as_bytes()[dollar - 1], b' ' | b'*') || points && inner.as_bytes()[dollar - 1] == b'&');
            let top_comma = {
                let mut depth = 0;
                ty.bytes().any(|c| {
                    match c {
                        b'<' => depth += 1,
                        b'>' => depth -= 1,
                        _ => {}
                    }
                    c == b',' && depth == 0
                })
            };
            (end == inner.len() && is_type && !top_comma).then(|| (Hole::Typed(name, ty.to_owned()), close + 1))
        }
        _ => {
            let (name, end) = metavariable_at(inner.as_bytes(), 0)?;
            let ty = inner[end..].trim_start().strip_prefix(':')?.trim();
            let is_type = !ty.is_empty()
                && !ty.starts_with(':')
                && ty.bytes().all(|c| c.is_ascii_alphanumeric() || b"_.<>[]*&?| $,{}:".contains(&c));
            let mut depth = 0;
            let top_comma = ty.bytes().any(|c| {
                match c {
                    b'<' | b'[' | b'{' => depth += 1,
                    b'>' | b']' | b'}' => depth -= 1,
                    _ => {}
                }
                c == b',' && depth == 0
            });
            (is_type && !top_comma).then(|| (Hole::Typed(name, ty.to_owned()), close + 1))
        }
    }
}

fn surroundings(text: &str, hole: Hole, start: usize, end: usize, around: Around, language: Language) -> Slot {
    let (before, behind) = (&text[..start], &text[end..]);
    let prev = before.trim_end().as_bytes().last().copied().unwrap_or(0);
    let next = behind.trim_start().as_bytes().first().copied().unwrap_or(0);
    let line_start = before.trim_end_matches([' ', '\t']).ends_with('\n') || before.trim().is_empty();
    let line_end = behind.trim_start_matches([' ', '\t', '\r']).starts_with('\n') || behind.trim().is_empty();
    let begins = matches!(prev, 0 | b'{' | b'}' | b';')
        || (line_start && !matches!(prev, b'=' | b'(' | b',' | b'[' | b'+' | b'.' | b'&' | b'|' | b'?'))
        || (prev == b':' && line_start);
    let ends = matches!(next, 0 | b'}' | b';')
        || line_end
        || (begins && next != b'.' && next != b'=' && matches!(prev, b';' | b'{' | b'}') && next != b',');
    let mut word: String = before
        .trim_end()
        .chars()
        .rev()
        .take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '@' || *c == '#')
        .collect();
    word = word.chars().rev().collect();
    let line = before.rsplit('\n').next().unwrap_or(before).trim_start();
    let instruction = if language == Language::Dockerfile {
        line.chars().take_while(char::is_ascii_alphabetic).collect::<String>().to_ascii_uppercase()
    } else if language == Language::Solidity && line.starts_with("pragma ") {
        "PRAGMA".to_owned()
    } else {
        String::new()
    };
    Slot { hole, start, end, around, alone: begins && ends, before: word, instruction, prev, next, last: line_end }
}

/// Whether a definition of Scala stands in front, with parameters of types or of values: `def f[T]`, `def f(x)`.
fn is_list_of_definition(before: &str) -> bool {
    let mut head = before;
    while let Some(close @ (']' | ')')) = head.chars().last() {
        let open = if close == ']' { '[' } else { '(' };
        let mut depth = 0_u32;
        let begin = head.char_indices().rev().find(|&(_, c)| {
            depth += u32::from(c == close);
            depth -= u32::from(c == open && depth > 0);
            depth == 0
        });
        let Some((at, _)) = begin else { return false };
        head = head[..at].trim_end();
    }
    let name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    let definition = head.trim_end_matches(name).trim_end();
    head.len() < before.len()
        && ["def", "class"].iter().any(|w| definition.strip_suffix(w).is_some_and(|rest| !rest.ends_with(name)))
}

/// What a bracket at `at` encloses.
fn around_of(text: &str, at: usize, outer: Around, language: Language) -> Around {
    let open = text.as_bytes()[at];
    let before = text[..at].trim_end();
    let segment = before.rfind(['{', '}', ';']).map_or(before, |n| &before[n + 1..]);
    let line = before.rfind('\n').map_or(before, |n| &before[n + 1..]);
    let has_word =
        |s: &str, w: &str| s.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '$').any(|part| part == w);
    match open {
        b'[' => Around::Square,
        b'(' => {
            let word: String = before
                .chars()
                .rev()
                .take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '$' | '.' | '@'))
                .collect();
            let word: String = word.chars().rev().collect();
            let tail_end = before.len() - word.len();
            let head = before[..tail_end].trim_end();
            let head_word: String = head.chars().rev().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let head_word: String = head_word.chars().rev().collect();
            if word == "for" || word == "foreach" {
                return Around::ForHeader;
            }
            if word.starts_with('@') || head.ends_with('@') {
                return Around::AnnotationArgs;
            }
            if language == Language::CSharp && outer == Around::Square && head.trim_end().ends_with('[') {
                return Around::AnnotationArgs;
            }
            if matches!(
                head_word.as_str(),
                "def" | "function" | "func" | "fun" | "fn" | "constructor" | "defp" | "modifier"
            ) || matches!(word.as_str(), "function" | "func" | "fun" | "fn" | "def" | "constructor" | "lambda")
            {
                return Around::Params;
            }
            if head_word == "class" && matches!(language, Language::Kotlin | Language::Scala) {
                return Around::Params;
            }
            if language == Language::Scala && is_list_of_definition(before) {
                return Around::Params;
            }
            // Behind the closing bracket a body: a method.
            let mut depth = 0;
            let mut close = text.len();
            for (nth, c) in text.bytes().enumerate().skip(at) {
                match c {
                    b'(' => depth += 1,
                    b')' => {
                        depth -= 1;
                        if depth == 0 {
                            close = nth;
                            break;
                        }
                    }
                    _ => {}
                }
            }
            let follows = text.get(close + 1..).unwrap_or("").trim_start();
            if follows.starts_with("=>") || (follows.starts_with("->") && language == Language::Java) {
                return Around::Params;
            }
            let control = matches!(
                word.as_str(),
                "if" | "while"
                    | "switch"
                    | "catch"
                    | "synchronized"
                    | "using"
                    | "lock"
                    | "for"
                    | "with"
                    | ""
                    | "match"
                    | "when"
                    | "unless"
                    | "until"
            );
            let typed_before = head
                .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '>' | ']' | '*' | '&'))
                && !matches!(
                    head_word.as_str(),
                    "return"
                        | "new"
                        | "await"
                        | "throw"
                        | "else"
                        | "yield"
                        | "in"
                        | "case"
                        | "not"
                        | "and"
                        | "or"
                        | "echo"
                        | "print"
                        | "raise"
                );
            let body = follows.starts_with('{') || follows.starts_with("throws");
            if !control && !word.contains('.') {
                let braces = matches!(
                    language,
                    Language::Java
                        | Language::Apex
                        | Language::CSharp
                        | Language::C
                        | Language::Cpp
                        | Language::Solidity
                );
                if braces
                    && typed_before
                    && (body || matches!(follows.as_bytes().first(), None | Some(b';')) && line.trim_start() != word)
                {
                    return Around::Params;
                }
                if body
                    && (matches!(outer, Around::Class) || outer == Around::Top && !has_word(segment, "new"))
                    && matches!(
                        language,
                        Language::Java
                            | Language::Apex
                            | Language::CSharp
                            | Language::JavaScript
                            | Language::TypeScript
                            | Language::Tsx
                            | Language::Php
                    )
                {
                    return Around::Params;
                }
            }
            Around::Round
        }
        _ => {
            let last = before.as_bytes().last().copied().unwrap_or(0);
            let words = |list: &[&str]| list.iter().any(|w| has_word(segment, w));
            if words(&["enum"]) && language != Language::Rust {
                return Around::Enum;
            }
            if language == Language::Scala && (before.ends_with("catch") || before.ends_with("match")) {
                return Around::Switch;
            }
            if words(&["switch", "match", "when", "select"]) && !matches!(last, b'=' | b'>') {
                return Around::Switch;
            }
            if words(&[
                "class",
                "interface",
                "struct",
                "trait",
                "impl",
                "record",
                "contract",
                "library",
                "object",
                "protocol",
                "extension",
                "namespace",
            ]) && !segment.contains('=')
                && !matches!(last, b'(' | b',')
            {
                return if words(&["namespace"]) { Around::Block } else { Around::Class };
            }
            if last == b')' {
                return if has_word(segment, "new") && matches!(language, Language::Java | Language::Apex) {
                    Around::Class
                } else if has_word(segment, "new") && matches!(language, Language::CSharp) {
                    Around::Object
                } else {
                    Around::Block
                };
            }
            if before.ends_with("=>") || before.ends_with("->") {
                return Around::Block;
            }
            let word: String = before.chars().rev().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let word: String = word.chars().rev().collect();
            if matches!(
                word.as_str(),
                "else"
                    | "try"
                    | "do"
                    | "finally"
                    | "unsafe"
                    | "static"
                    | "init"
                    | "get"
                    | "set"
                    | "loop"
                    | "async"
                    | "defer"
                    | "begin"
            ) {
                return Around::Block;
            }
            if matches!(last, b'(' | b',' | b'=' | b':' | b'[' | b'?' | b'&' | b'|' | b'+') || word == "return" {
                return Around::Object;
            }
            if last == 0 || matches!(last, b';' | b'{' | b'}') {
                return match language {
                    Language::JavaScript
                    | Language::TypeScript
                    | Language::Tsx
                    | Language::Python
                    | Language::Ruby
                    | Language::Hcl
                    | Language::Json
                    | Language::Yaml
                    | Language::Elixir
                        if outer != Around::Block =>
                    {
                        if outer == Around::Top && last == b';' {
                            Around::Block
                        } else {
                            Around::Object
                        }
                    }
                    _ => Around::Block,
                };
            }
            match language {
                Language::Go | Language::Swift | Language::Rust | Language::Kotlin | Language::Scala => {
                    if words(&["func", "fun", "fn", "if", "for", "while", "else", "def"]) {
                        Around::Block
                    } else if language == Language::Go || language == Language::Rust {
                        Around::Object
                    } else {
                        Around::Block
                    }
                }
                Language::CSharp if has_word(segment, "new") => Around::Object,
                // Options of a call: `a.call{value: v}(…)`.
                Language::Solidity if before.len() == at && (last.is_ascii_alphanumeric() || last == b'_') => {
                    Around::Object
                }
                Language::Python => Around::Object,
                Language::Hcl => Around::Block,
                _ => Around::Block,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_escaped_may_be_of_several_bytes() {
        for language in [Language::Python, Language::JavaScript, Language::Swift, Language::Bash] {
            for text in ["f(\"\\é\", $X)", "f(\"\\漢\\\"\", $X)", "\"\\😀", "\"\\"] {
                let slots = scan(text, language);
                assert_eq!(slots.len(), usize::from(text.contains('$')), "{text}");
            }
        }
    }
}
