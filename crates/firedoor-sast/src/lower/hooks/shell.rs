//! Commands of the shell in Dockerfiles, read from their text: simple commands, joined by operators. What has a syntax of
//! its own (loops, conditions, groups) is one thing that nothing looks into, as in Semgrep.

use firedoor_core::Span;

use super::docker::unquoted;
use super::{Kind, Role, Task};
use crate::tree::Sym;

/// A word, an operator or a group, by its place in the text.
#[derive(Clone, Copy)]
struct Token {
    from: usize,
    to: usize,
    what: What,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Word,
    Operator,
    /// What is written to, or read from; its word follows.
    Redirection,
    Group,
}

/// How deep commands in words of commands are read.
const MAX_DEPTH: usize = 3;

/// The commands in a text that begins at byte `base` of the file.
pub(super) fn commands(text: &[u8], base: usize, role: Role, tasks: &mut Vec<Task<'_>>) {
    let tokens = grouped(text, tokens(text));
    Shell { text, base, depth: 0 }.joined(&tokens, 0, role, tasks);
}

/// The text at hand.
#[derive(Clone, Copy)]
struct Shell<'s> {
    text: &'s [u8],
    base: usize,
    depth: usize,
}

impl Shell<'_> {
    /// Commands that operators join from left to right; those of a later level bind more tightly.
    fn joined(self, tokens: &[Token], level: usize, role: Role, tasks: &mut Vec<Task<'_>>) {
        let joins = |t: &Token| -> Option<Sym> {
            let operator = &self.text[t.from..t.to];
            match (t.what, level, operator) {
                (What::Operator, 0, b";" | b"&" | b";;") => Some(Sym::new(";")),
                (What::Operator, 1, b"&&" | b"||") => Some(Sym::of(operator)),
                (What::Operator, 2, b"|" | b"|&") => Some(Sym::new("|")),
                _ => None,
            }
        };
        let mut parts: Vec<(&[Token], Sym)> = Vec::new();
        let mut from = 0;
        for (nth, token) in tokens.iter().enumerate() {
            if let Some(operator) = joins(token) {
                parts.push((&tokens[from..nth], operator));
                from = nth + 1;
            }
        }
        parts.push((&tokens[from..], Sym::NONE));
        parts.retain(|(words, _)| !words.is_empty());
        let down = |words: &[Token], role, tasks: &mut Vec<Task<'_>>| match level {
            2 => self.command(words, role, tasks),
            _ => self.joined(words, level + 1, role, tasks),
        };
        if let [(only, _)] = parts[..] {
            return down(only, role, tasks);
        }
        // `a && b || c` is `((a && b) || c)`: as many operators open first as there are commands behind the first.
        let first = tokens.first().map_or(0, |t| t.from);
        for nth in (1..parts.len()).rev() {
            let end = parts[nth].0.last().map_or(0, |t| t.to);
            let role = if nth + 1 == parts.len() { role } else { Role::Left };
            let (sym, span) = (parts[nth - 1].1, Span::new(self.base + first, self.base + end));
            tasks.push(Task::Open { kind: Kind::Binary, role, sym, span, flags: 0 });
        }
        for (nth, (words, _)) in parts.iter().enumerate() {
            down(words, if nth == 0 { Role::Left } else { Role::Right }, tasks);
            if nth > 0 {
                tasks.push(Task::Close);
            }
        }
    }

    /// One command: a call of its first word. Variables that are set for it and redirections are no part of it.
    fn command(self, tokens: &[Token], role: Role, tasks: &mut Vec<Task<'_>>) {
        let place = |t: &Token| Span::new(self.base + t.from, self.base + t.to);
        if let Some(group) = tokens.first().filter(|t| t.what == What::Group) {
            tasks.push(Task::leaf(Kind::Other, role, Sym::of(&self.text[group.from..group.to]), place(group)));
            return;
        }
        let mut words: Vec<Token> = Vec::new();
        let mut target = false;
        for token in tokens {
            match token.what {
                What::Redirection => target = true,
                _ if target => target = false,
                _ => words.push(*token),
            }
        }
        // `export a=b` sets a variable, as `a=b` alone does.
        let declares = |w: &Token| matches!(&self.text[w.from..w.to], b"export" | b"declare" | b"local" | b"readonly");
        let only = match words[..] {
            [word, only] if declares(&word) => Some(only),
            [only] => Some(only),
            _ => None,
        };
        if let Some(only) = only.filter(|w| sets(&self.text[w.from..w.to])) {
            let text = &self.text[only.from..only.to];
            let name = only.from + text.iter().position(|&c| c == b'=').unwrap_or(text.len());
            let word = |from: usize, role| {
                let token = Token { from, ..only };
                let part = &self.text[if role == Role::Left { only.from..name } else { from..only.to }];
                let (sym, flags) = unquoted(part);
                let span = if role == Role::Left { place(&Token { to: name, ..token }) } else { place(&token) };
                let kind = if flags == 0 { Kind::Ident } else { Kind::Str };
                Task::Leaf { kind, role, sym, span, flags }
            };
            let first = words.first().map_or(only.from, |w| w.from);
            tasks.push(Task::open(Kind::Assign, role, Span::new(self.base + first, self.base + only.to)));
            tasks.push(word(only.from, Role::Left));
            if name + 1 < only.to {
                tasks.push(word(name + 1, Role::Right));
            }
            tasks.push(Task::Close);
            return;
        }
        let set = words.iter().take_while(|w| sets(&self.text[w.from..w.to])).count();
        let words = if set < words.len() { &words[set..] } else { &words[..] };
        let (Some((callee, rest)), Some(last)) = (words.split_first(), words.last()) else { return };
        tasks.push(Task::open(Kind::Call, role, Span::new(self.base + callee.from, self.base + last.to)));
        let name = unquoted(&self.text[callee.from..callee.to]).0;
        tasks.push(Task::leaf(Kind::Ident, Role::Callee, name, place(callee)));
        tasks.push(Task::open(Kind::Args, Role::Args, Span::new(self.base + callee.to, self.base + last.to)));
        for word in rest {
            let part = &self.text[word.from..word.to];
            let quoted = matches!(part.first(), Some(b'"' | b'\''));
            let (sym, flags) = unquoted(part);
            let kind = if quoted { Kind::Str } else { Kind::Ident };
            tasks.push(Task::Leaf {
                kind,
                role: Role::None,
                sym,
                span: place(word),
                flags: if quoted { flags } else { 0 },
            });
        }
        tasks.push(Task::Close);
        if self.depth < MAX_DEPTH {
            tokens.iter().for_each(|t| self.within(*t, tasks));
        }
        tasks.push(Task::Close);
    }

    /// Commands in a word (`$(a)`), which stand beside its arguments.
    fn within(self, word: Token, tasks: &mut Vec<Task<'_>>) {
        let part = &self.text[word.from..word.to];
        let mut at = 0;
        while let Some(begin) = memchr::memmem::find(&part[at..], b"$(").map(|n| at + n + 2) {
            let end = begin + closing(&part[begin..]);
            if part.get(begin) != Some(&b'(') && !part.starts_with(b"'") {
                let inner =
                    Shell { text: &part[begin..end], base: self.base + word.from + begin, depth: self.depth + 1 };
                let tokens = grouped(inner.text, tokens(inner.text));
                if !tokens.is_empty() {
                    inner.joined(&tokens, 0, Role::Part, tasks);
                }
            }
            at = end;
        }
    }
}

/// How far it is to the bracket that closes one that is open.
fn closing(text: &[u8]) -> usize {
    let mut depth = 1_usize;
    let end = text.iter().position(|c| {
        match c {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    end.unwrap_or(text.len())
}

/// Whether a word sets a variable.
fn sets(word: &[u8]) -> bool {
    let name = word.iter().take_while(|c| c.is_ascii_alphanumeric() || **c == b'_').count();
    name > 0 && !word[0].is_ascii_digit() && word.get(name) == Some(&b'=')
}

fn tokens(text: &[u8]) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let c = text[at];
        if c.is_ascii_whitespace() || (c == b'\\' && text.get(at + 1).is_some_and(u8::is_ascii_whitespace)) {
            at += 1;
            continue;
        }
        let from = at;
        let first_of_line = text[..from].iter().rev().find(|c| !matches!(c, b' ' | b'\t')).is_none_or(|&c| c == b'\n');
        if c == b'#' && (first_of_line || text[from - 1].is_ascii_whitespace()) {
            while at < text.len() && text[at] != b'\n' {
                at += 1;
            }
            continue;
        }
        // `2>`, `>>`, `>&`, `&>`; a number before it belongs to it.
        let digits = text[at..].iter().take_while(|c| c.is_ascii_digit()).count();
        let arrow = at + digits + usize::from(digits == 0 && text[at..].starts_with(b"&>"));
        if matches!(text.get(arrow), Some(b'<' | b'>')) && text.get(arrow + 1) != Some(&b'(') {
            at = arrow;
            while at < text.len() && matches!(text[at], b'<' | b'>' | b'&' | b'|') {
                at += 1;
            }
            found.push(Token { from, to: at, what: What::Redirection });
            continue;
        }
        if matches!(c, b'&' | b'|' | b';') {
            while at < text.len() && text[at] == c {
                at += 1;
            }
            at += usize::from(c == b'|' && at == from + 1 && text.get(at) == Some(&b'&'));
            found.push(Token { from, to: at, what: What::Operator });
            continue;
        }
        if c == b'(' {
            at = (at + 2 + closing(&text[at + 1..])).min(text.len());
            found.push(Token { from, to: at, what: What::Group });
            continue;
        }
        let mut quote = None;
        let mut depth = 0_usize;
        while at < text.len() {
            let c = text[at];
            match quote {
                Some(q) if c == q => quote = None,
                Some(_) => {}
                None if matches!(c, b'"' | b'\'') => quote = Some(c),
                // A command within the word.
                None if c == b'(' && at > from => depth += 1,
                None if c == b')' => depth = depth.saturating_sub(1),
                None if depth > 0 => {}
                None if c.is_ascii_whitespace() || matches!(c, b'&' | b'|' | b';' | b'<' | b'>') => break,
                None => {}
            }
            at += 1;
        }
        at = at.max(from + 1);
        found.push(Token { from, to: at, what: What::Word });
    }
    found
}

/// The same with each loop, condition and group in braces as one.
fn grouped(text: &[u8], tokens: Vec<Token>) -> Vec<Token> {
    let change = |t: &Token| match &text[t.from..t.to] {
        _ if t.what != What::Word => 0,
        b"if" | b"for" | b"while" | b"until" | b"case" | b"{" => 1,
        b"fi" | b"done" | b"esac" | b"}" => -1,
        _ => 0,
    };
    let mut found: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        let begins = found.last().is_none_or(|t| t.what == What::Operator);
        if !begins || change(token) != 1 {
            found.push(*token);
            continue;
        }
        let mut depth = 1;
        let mut to = token.to;
        let mut begins = text[token.from] == b'{';
        while let Some(next) = tokens.get(at).filter(|_| depth > 0) {
            // Such words mean that only where a command begins.
            depth += if begins { change(next) } else { change(next).min(0) };
            let word = &text[next.from..next.to];
            begins = next.what == What::Operator || matches!(word, b"then" | b"do" | b"else" | b"elif" | b"{" | b"!");
            to = next.to;
            at += 1;
        }
        found.push(Token { from: token.from, to, what: What::Group });
    }
    found
}
