//! Whether a regular expression in the scanned code can be made to backtrack without end (CWE-1333).
//!
//! A cheap judgement on the shape, not a proof: somewhere a repetition is followed by something that can fail, and
//! the repetition holds, at any depth, a repetition that can match the same text in different numbers of rounds:
//! `(a+)+$`, `(.*a){10}x`. Possessive repetitions and atomic groups never give back what they took and are safe.

/// Deepest nesting that is looked at.
const MAX_DEPTH: usize = 100;

#[derive(Debug)]
enum Node {
    /// A character, a class, an assertion, a reference: something that can fail.
    Atom,
    /// A setting, an empty group: nothing that can fail.
    Nothing,
    Seq(Vec<Node>),
    Alt(Vec<Node>),
    Repeat {
        inner: Box<Node>,
        min: u32,
        max: Option<u32>,
        possessive: bool,
    },
}

/// Whether the expression, as written in any common dialect, looks vulnerable.
pub fn is_vulnerable(pattern: &str) -> bool {
    let chars: Vec<char> = pattern.chars().take(10_000).collect();
    let mut parser = Parser { chars: &chars, at: 0 };
    vulnerable(&parser.alternatives(0))
}

fn vulnerable(node: &Node) -> bool {
    match node {
        Node::Atom | Node::Nothing => false,
        Node::Alt(any) => any.iter().any(vulnerable),
        Node::Repeat { inner, .. } => vulnerable(inner),
        Node::Seq(parts) => {
            if parts.iter().any(vulnerable) {
                return true;
            }
            let Some(last) = parts.iter().rposition(can_fail) else { return false };
            parts[..last].iter().any(|p| contains(p, &explodes))
        }
    }
}

fn contains(node: &Node, test: &dyn Fn(&Node) -> bool) -> bool {
    test(node)
        || match node {
            Node::Atom | Node::Nothing => false,
            Node::Seq(parts) | Node::Alt(parts) => parts.iter().any(|p| contains(p, test)),
            Node::Repeat { inner, .. } => contains(inner, test),
        }
}

/// Repeated at least four times with something below that is itself repeated in more than one way.
fn explodes(node: &Node) -> bool {
    match node {
        Node::Repeat { inner, max, possessive: false, .. } => max.is_none_or(|m| m >= 4) && contains(inner, &ambiguous),
        _ => false,
    }
}

/// Can match in two different numbers of rounds, both above zero.
fn ambiguous(node: &Node) -> bool {
    match node {
        Node::Repeat { min, max, possessive: false, .. } => {
            max.is_none_or(|max| (*min >= 1 && max > *min) || (*min == 0 && max >= 2))
        }
        _ => false,
    }
}

fn can_fail(node: &Node) -> bool {
    contains(node, &|n| matches!(n, Node::Atom))
}

struct Parser<'c> {
    chars: &'c [char],
    at: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn alternatives(&mut self, depth: usize) -> Node {
        let mut any = vec![self.sequence(depth)];
        while self.peek() == Some('|') {
            self.at += 1;
            any.push(self.sequence(depth));
        }
        if any.len() == 1 { any.swap_remove(0) } else { Node::Alt(any) }
    }

    fn sequence(&mut self, depth: usize) -> Node {
        let mut parts = Vec::new();
        while let Some(c) = self.peek() {
            if c == '|' || (c == ')' && depth > 0) {
                break;
            }
            let atom = self.atom(c, depth);
            let repeated = self.repeated(atom);
            parts.push(repeated);
        }
        Node::Seq(parts)
    }

    fn atom(&mut self, c: char, depth: usize) -> Node {
        self.at += 1;
        match c {
            '\\' => {
                self.at += 1;
                Node::Atom
            }
            '[' => {
                self.class();
                Node::Atom
            }
            '(' if depth < MAX_DEPTH => self.group(depth),
            _ => Node::Atom,
        }
    }

    fn class(&mut self) {
        if self.peek() == Some('^') {
            self.at += 1;
        }
        if self.peek() == Some(']') {
            self.at += 1;
        }
        while let Some(c) = self.peek() {
            self.at += 1;
            match c {
                '\\' => self.at += 1,
                ']' => return,
                _ => {}
            }
        }
    }

    fn group(&mut self, depth: usize) -> Node {
        let mut atomic = false;
        if self.peek() == Some('?') {
            self.at += 1;
            match self.peek() {
                Some('>') => {
                    atomic = true;
                    self.at += 1;
                }
                Some('P' | '<' | '\'') => {
                    // A name, or look-behind.
                    while let Some(c) = self.peek() {
                        self.at += 1;
                        if matches!(c, '>' | '\'' | '=' | '!') {
                            break;
                        }
                    }
                }
                Some('#') => {
                    while self.peek().is_some_and(|c| c != ')') {
                        self.at += 1;
                    }
                }
                _ => {
                    // Flags, `:`, `=`, `!`.
                    while self.peek().is_some_and(|c| c.is_ascii_alphabetic() || c == '-') {
                        self.at += 1;
                    }
                    if self.peek() == Some(')') {
                        self.at += 1;
                        return Node::Nothing;
                    }
                    if self.peek().is_some_and(|c| matches!(c, ':' | '=' | '!')) {
                        self.at += 1;
                    }
                }
            }
        }
        let inner = self.alternatives(depth + 1);
        if self.peek() == Some(')') {
            self.at += 1;
        }
        if atomic { Node::Atom } else { inner }
    }

    fn repeated(&mut self, mut atom: Node) -> Node {
        for _ in 0..4 {
            let (min, max) = match self.peek() {
                Some('*') => (0, None),
                Some('+') => (1, None),
                Some('?') => (0, Some(1)),
                Some('{') => match self.braces() {
                    Some(range) => range,
                    None => return atom,
                },
                _ => return atom,
            };
            self.at += 1;
            let possessive = self.peek() == Some('+');
            if possessive || self.peek() == Some('?') {
                self.at += 1;
            }
            atom = Node::Repeat { inner: Box::new(atom), min, max, possessive };
        }
        atom
    }

    /// `{n}`, `{n,}`, `{n,m}`: leaves the position on the closing brace.
    fn braces(&mut self) -> Option<(u32, Option<u32>)> {
        let end = self.chars[self.at..].iter().take(12).position(|c| *c == '}')?;
        let text: String = self.chars[self.at + 1..self.at + end].iter().collect();
        let (min, max) = match text.split_once(',') {
            None => (text.parse().ok()?, Some(text.parse().ok()?)),
            Some((min, "")) => (min.parse().ok()?, None),
            Some((min, max)) => (min.parse().unwrap_or(0), Some(max.parse().ok()?)),
        };
        self.at += end;
        Some((min, max))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_repetitions_before_something_that_fails() {
        for bad in
            ["(a+)+$", "^(a*)*$", "(.*a){10}$", "(a{1,2})*$", "([a-z]+)*\\d", "((ab)+)+c", "x(\\w+\\s?)*y", "(?:a+)+!"]
        {
            assert!(is_vulnerable(bad), "{bad}");
        }
        for good in [
            "a+$",
            "(a+)+",
            "(a?)*$",
            "(a|b)*$",
            "(a++)+$",
            "(?>a+)+$",
            "(a+){3}$",
            "[(a+)+]$",
            "",
            "(a+)?b",
            "\\(a+\\)+$",
        ] {
            assert!(!is_vulnerable(good), "{good}");
        }
        assert!(!is_vulnerable(&"(".repeat(100_000)));
    }
}
